/* SPDX-License-Identifier: BSD-2-Clause */
/* Four processes in the guest that manages others call through the one mailbox, 10,000 times in
 *all. Each answer is compared with what only the call's own arguments can give: a text, a number or
 *a digest of another VM, a piece of a console at another offset. Nothing changes meanwhile.
 *
 *	mixed: process 0: 2500 calls
 *	mixed: 10000 calls */
#include "mailbox.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define PROCESSES 4
#define CALLS 2500 /* of each */
#define VMS 3
#define PIECE 16 /* bytes of a console */

/* What each VM gives when nobody else calls. */
static struct {
	char name[32];
	uint64_t info[7], digest[4];
	uint64_t first, end; /* offsets of its console */
	uint8_t console[4096];
} known[VMS];

static struct mailbox mailbox;

static void require(bool holds, const char *what)
{
	if (holds)
		return;
	printf("mixed: FAILED: %s\n", what);
	exit(1);
}

static void call(struct mailbox_call *c)
{
	const int64_t status = mailbox_call(&mailbox, c);

	require(status == 0, mailbox_text(status));
}

static void learn(uint64_t vm)
{
	struct mailbox_call name = { .number = EL2_CALLS_VM_TEXT,
				     .arg = { vm, EL2_CALLS_TEXT_NAME },
				     .data = known[vm].name,
				     .n_data = sizeof(known[vm].name) - 1 };
	struct mailbox_call info = { .number = EL2_CALLS_VM_INFO, .arg = { vm } };
	struct mailbox_call digest = { .number = EL2_CALLS_VM_DIGEST,
				       .arg = { vm, EL2_CALLS_IMAGE_RAMDISK } };
	struct mailbox_call read = { .number = EL2_CALLS_CONSOLE_READ,
				     .arg = { vm },
				     .n_data = 512 };

	call(&name);
	known[vm].name[name.result[0]] = '\0';
	call(&info);
	memcpy(known[vm].info, info.result, sizeof(info.result));
	call(&digest);
	memcpy(known[vm].digest, digest.result, sizeof(known[vm].digest));
	read.data = known[vm].console;
	call(&read);
	known[vm].first = known[vm].end = read.result[0];
	while (read.result[1] != 0) {
		const uint64_t n = read.result[1] < 512 ? read.result[1] : 512;

		require(read.result[0] == known[vm].end, "a console is not still");
		known[vm].end += n;
		if (known[vm].end - known[vm].first > sizeof(known[vm].console) - 512)
			break;
		read.arg[1] = known[vm].end;
		read.data = known[vm].console + (known[vm].end - known[vm].first);
		call(&read);
	}
	/* the manager, which is VM 0, says nothing */
	require(vm == 0 || known[vm].end - known[vm].first > 2 * PIECE, "a console is short");
}

/* The @n th call of a process, and its answer. */
static void one(unsigned int process, unsigned int n)
{
	const uint64_t vm = n / 4 % VMS, quiet = 1 + (n / 4 + process) % 2;
	const uint64_t off =
	    known[quiet].first +
	    (n * 31 + process * 7) % (known[quiet].end - known[quiet].first - PIECE);
	uint8_t bytes[512] = { 0 };
	struct mailbox_call c = { .arg = { vm }, .data = bytes };

	switch ((n + process) % 4) {
	case 0:
		c.number = EL2_CALLS_VM_TEXT;
		c.n_data = 31;
		call(&c);
		require(c.result[0] == strlen(known[vm].name) &&
			    memcmp(bytes, known[vm].name, strlen(known[vm].name)) == 0,
			"the name of another VM");
		break;
	case 1:
		c.number = EL2_CALLS_VM_INFO;
		call(&c);
		require(memcmp(c.result, known[vm].info, sizeof(c.result)) == 0,
			"the numbers of another VM");
		break;
	case 2:
		c.number = EL2_CALLS_VM_DIGEST;
		c.arg[1] = EL2_CALLS_IMAGE_RAMDISK;
		call(&c);
		require(memcmp(c.result, known[vm].digest, sizeof(known[vm].digest)) == 0,
			"the digest of another VM");
		break;
	default:
		c.number = EL2_CALLS_CONSOLE_READ;
		c.arg[0] = quiet;
		c.arg[1] = off;
		c.n_data = PIECE;
		call(&c);
		require(c.result[0] == off && c.result[1] >= PIECE &&
			    memcmp(bytes, known[quiet].console + (off - known[quiet].first),
				   PIECE) == 0,
			"another piece of a console");
	}
}

int main(void)
{
	const int64_t status = mailbox_open(&mailbox);
	bool good = true;

	setvbuf(stdout, NULL, _IOLBF, 0);
	require(status == 0, mailbox_text(status));
	for (uint64_t vm = 0; vm < VMS; vm++)
		learn(vm);
	for (unsigned int process = 0; process < PROCESSES; process++) {
		const pid_t child = fork();

		require(child >= 0, "no process");
		for (unsigned int n = 0; child == 0 && n < CALLS; n++)
			one(process, n);
		if (child == 0) {
			printf("mixed: process %u: %u calls\n", process, CALLS);
			return 0;
		}
	}
	for (unsigned int process = 0; process < PROCESSES; process++) {
		int how = 0;

		good = wait(&how) > 0 && WIFEXITED(how) && WEXITSTATUS(how) == 0 && good;
	}
	require(good, "a process ended early");
	printf("mixed: %u calls\n", PROCESSES * CALLS);
	return 0;
}
