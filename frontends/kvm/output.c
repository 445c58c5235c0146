/* SPDX-License-Identifier: BSD-2-Clause */
/* Files that appear whole or not at all. */
#define _GNU_SOURCE
#include "output.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include "end.h"

/* A file under its temporary name. Removing it needs no lock and no memory. */
struct output {
	char temporary[PATH_MAX];
	char *name;
	int fd;
};

#define MOST 256 /* regions and tables of a plan are far fewer */

static struct output output[MOST];
static volatile sig_atomic_t n_outputs;
static struct stat *kept; /* files that are read, n_kept of them */
static size_t n_kept;
static int folder = AT_FDCWD;
static const char *made; /* the folder's path, if it was made */
static const char *inside = ""; /* the folder's path; without one "" */

/* End with a sentence about a file, by its whole path. */
static _Noreturn void refuse(const char *name, const char *why)
{
	vmm_end(VMM_EXIT_BOOT, "%s%s%s: %s", inside, *inside != '\0' ? "/" : "", name, why);
}

void vmm_output_errno(const char *name)
{
	refuse(name, strerror(errno));
}

void vmm_output_keep(int fd)
{
	struct stat *more = realloc(kept, (n_kept + 1) * sizeof(*kept));

	if (more == NULL || fstat(fd, &more[n_kept]) != 0)
		vmm_end_errno("files");
	kept = more;
	n_kept++;
}

void vmm_output_drop(void)
{
	while (n_outputs > 0)
		unlinkat(folder, output[--n_outputs].temporary, 0);
	if (made != NULL)
		rmdir(made); /* only an empty one goes */
}

static void on_signal(int number)
{
	vmm_end_async(VMM_EXIT_SIGNAL + number, "aetherboot-kvm: stopped by a signal\n");
}

void vmm_output_folder(const char *path)
{
	if (mkdir(path, 0777) == 0)
		made = path;
	else if (errno != EEXIST)
		vmm_end_errno(path);
	folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (folder < 0)
		vmm_end_errno(path);
	inside = path;
}

/* True if there is a file of this name; *@st is then filled. */
static bool replaces(const char *name, struct stat *st)
{
	if (fstatat(folder, name, st, AT_SYMLINK_NOFOLLOW) != 0) {
		if (errno != ENOENT)
			vmm_output_errno(name);
		return false;
	}
	if (!S_ISREG(st->st_mode))
		refuse(name, "must be a regular file where it exists");
	for (size_t i = 0; i < n_kept; i++)
		if (st->st_dev == kept[i].st_dev && st->st_ino == kept[i].st_ino)
			refuse(name, "must not be a file that is read");
	return true;
}

int vmm_output_begin(const char *name)
{
	static const int numbers[] = { SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGXCPU };
	const char *base = strrchr(name, '/');
	struct output *o = &output[n_outputs];
	uint64_t unique;
	struct stat old;
	bool was;

	signal(SIGXFSZ, SIG_IGN); /* write() tells of a file that is too large */
	for (size_t i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++)
		vmm_end_catch(numbers[i], on_signal);
	was = replaces(name, &old);
	base = base != NULL ? base + 1 : name;
	if (n_outputs == MOST || getrandom(&unique, sizeof(unique), 0) != sizeof(unique))
		vmm_output_errno(name);
	if (snprintf(o->temporary, sizeof(o->temporary), "%.*s.aetherboot-%016llx",
		     (int)(base - name), name,
		     (unsigned long long)unique) >= (int)sizeof(o->temporary)) {
		errno = ENAMETOOLONG;
		vmm_output_errno(name);
	}
	o->name = strdup(name);
	if (o->name == NULL)
		vmm_output_errno(name);
	n_outputs++; /* what is not there yet is removed in vain */
	o->fd = openat(folder, o->temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC,
		       was ? old.st_mode & 0777 : 0666);
	if (o->fd < 0)
		vmm_output_errno(name);
	if (was) /* what the umask took; a file system without modes has nothing to give */
		(void)fchmod(o->fd, old.st_mode & 0777);
	return o->fd;
}

void vmm_output_put(int fd, const void *data, size_t size, const char *name)
{
	const uint8_t *p = data;

	while (size != 0) {
		ssize_t n = write(fd, p, size);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			vmm_output_errno(name);
		p += n;
		size -= (size_t)n;
	}
}

/* From the last one on, so that what is left is always the first n. */
void vmm_output_done(void)
{
	for (int i = 0; i < n_outputs; i++)
		if (close(output[i].fd) != 0)
			vmm_output_errno(output[i].name);
	while (n_outputs > 0) {
		struct output *o = &output[n_outputs - 1];

		if (renameat(folder, o->temporary, folder, o->name) != 0)
			vmm_output_errno(o->name);
		n_outputs--;
		free(o->name);
	}
	made = NULL;
	if (folder != AT_FDCWD)
		close(folder);
	folder = AT_FDCWD;
	inside = "";
}
