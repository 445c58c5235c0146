/* SPDX-License-Identifier: BSD-2-Clause */
/* Where the mailbox is. Linux makes a platform device of each node of the tree and of each ACPI
 * device that has registers, claimed by a driver or not, and its modalias says what it is. */
#include "mailbox.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#define DEVICES "sys/bus/platform/devices"

/* Read a small file. Returns its bytes; to[] ends in a zero. */
static size_t slurp(const char *path, char *to, size_t size)
{
	FILE *f = fopen(path, "re");
	size_t n = 0;

	if (f != NULL) {
		n = fread(to, 1, size - 1, f);
		fclose(f);
	}
	to[n] = '\0';
	return n;
}

/* The property reg is cells of 4 bytes, big endian: two each for address and size, of the registers
 * first. */
static bool by_tree(const char *root, const char *device, uint64_t *address)
{
	char path[512], reg[17];
	uint64_t v = 0;

	if (snprintf(path, sizeof(path), "%s/" DEVICES "/%s/of_node/reg", root, device) >=
		(int)sizeof(path) ||
	    slurp(path, reg, sizeof(reg)) != 16)
		return false;
	for (unsigned int i = 0; i < 8; i++)
		v = v << 8 | (uint8_t)reg[i];
	*address = v;
	return true;
}

/* Lines of iomem: "  0a000000-0a001fff : NAME". Of the device's ranges the registers are the one at
 * a multiple of the mailbox's size. */
static bool by_acpi(const char *root, const char *device, uint64_t *address)
{
	char path[512], line[256];
	bool found = false;
	FILE *f;

	if (snprintf(path, sizeof(path), "%s/proc/iomem", root) >= (int)sizeof(path) ||
	    (f = fopen(path, "re")) == NULL)
		return false;
	while (!found && fgets(line, sizeof(line), f) != NULL) {
		const uint64_t first = strtoull(line, NULL, 16);
		const char *name = strstr(line, " : ");

		line[strcspn(line, "\n")] = '\0';
		found = name != NULL && strcmp(name + 3, device) == 0 && first != 0 &&
			first % EL2_MAILBOX_SIZE == 0;
		if (found)
			*address = first;
	}
	fclose(f);
	return found;
}

static bool ends_with(const char *text, const char *end)
{
	const size_t n = strlen(text), k = strlen(end);

	return n >= k && strcmp(text + n - k, end) == 0;
}

int64_t mailbox_find(const char *root, uint64_t *address)
{
	char path[512], alias[256];
	const struct dirent *entry;
	bool found = false;
	DIR *dir;

	if (snprintf(path, sizeof(path), "%s/" DEVICES, root) >= (int)sizeof(path) ||
	    (dir = opendir(path)) == NULL)
		return MAILBOX_NONE;
	while (!found && (entry = readdir(dir)) != NULL) {
		if (snprintf(path, sizeof(path), "%s/" DEVICES "/%s/modalias", root,
			     entry->d_name) >= (int)sizeof(path))
			continue;
		slurp(path, alias, sizeof(alias));
		alias[strcspn(alias, "\n")] = '\0';
		if (ends_with(alias, "C" EL2_MAILBOX_COMPATIBLE))
			found = by_tree(root, entry->d_name, address);
		else if (strcmp(alias, "acpi:" EL2_MAILBOX_HID ":") == 0)
			found = by_acpi(root, entry->d_name, address);
	}
	closedir(dir);
	return found ? 0 : MAILBOX_NONE;
}

int64_t mailbox_open(struct mailbox *m)
{
	uint64_t address;
	void *base;
	int fd, error;

	if (mailbox_find("", &address) != 0)
		return MAILBOX_NONE;
	/* O_SYNC: not through the cache, which the registers could not bear */
	fd = open("/dev/mem", O_RDWR | O_SYNC | O_CLOEXEC);
	if (fd < 0)
		return MAILBOX_NO_ACCESS;
	base = mmap(NULL, EL2_MAILBOX_SIZE, PROT_READ | PROT_WRITE, MAP_SHARED, fd, (off_t)address);
	error = errno;
	close(fd);
	errno = error;
	if (base == MAP_FAILED)
		return MAILBOX_NO_ACCESS;
	m->base = base;
	return mailbox_check(m);
}
