/* SPDX-License-Identifier: BSD-2-Clause */
/* Give a VM another file than the bundle's: chunks through the window, then the digest of all of
 * it, without which the VM does not start. Or take it back: an image of no bytes. */
#include "aetherctl.h"

#include <aetherboot/host.h>
#include <aetherboot/sha256.h>

#include <inttypes.h>
#include <string.h>
#include <time.h>

#define LIMIT 60 /* seconds that a VM's CPU may take for a chunk, or to erase what was there */
#define PERIOD 1000000 /* ns between two looks */

static int64_t call(struct ctl *ctl, struct mailbox_call *c, uint64_t *turn)
{
	return turn != NULL ? mailbox_hold(&ctl->mailbox, c, turn) : mailbox_call(&ctl->mailbox, c);
}

/* Make a call, in a turn or not, and wait until the VM's own CPU has done what it began. */
static int64_t make(struct ctl *ctl, struct mailbox_call *c, uint64_t *turn, bool *late)
{
	const struct timespec period = { .tv_nsec = PERIOD };
	struct mailbox_call info = { .number = EL2_CALLS_VM_INFO, .arg = { c->arg[0] } };
	struct timespec now, begun;
	int64_t status = call(ctl, c, turn);

	clock_gettime(CLOCK_MONOTONIC, &begun);
	while (status == 0 && !*late) {
		status = call(ctl, &info, turn);
		if (status != 0 || (info.result[0] & EL2_CALLS_INFO_STAGING) == 0)
			break;
		clock_gettime(CLOCK_MONOTONIC, &now);
		*late = now.tv_sec - begun.tv_sec > LIMIT;
		nanosleep(&period, NULL);
	}
	return status;
}

/* A chunk is copied out of the window behind the call: the turn lasts until that is over, because
 * the window is the next one's afterwards. Erasing needs no window, and may take longer than others
 * would wait. */
static int step(struct ctl *ctl, struct mailbox_call *c, const char *vm)
{
	uint64_t ticket = 0;
	bool late = false;
	const int64_t status = make(ctl, c, c->n_window != 0 ? &ticket : NULL, &late);

	mailbox_release(&ctl->mailbox, ticket);
	if (status != 0)
		return ctl_refused(ctl, c, status);
	return !late ? CTL_DONE
		     : ctl_fail(ctl, CTL_BUSY, "%s has not %s after %d s", vm,
				c->n_window != 0 ? "copied a chunk" : "erased what was staged",
				LIMIT);
}

static int stage(struct ctl *ctl, struct ab_bytes file, uint64_t slot, uint64_t image, char **argv)
{
	struct mailbox_call begin = { .number = EL2_CALLS_STAGE_BEGIN,
				      .arg = { slot, image, file.size } };
	struct mailbox_call end = { .number = EL2_CALLS_STAGE_END, .arg = { slot } };
	uint8_t digest[AB_SHA256_SIZE];
	int status = step(ctl, &begin, argv[0]);

	for (size_t at = 0; status == CTL_DONE && at < file.size;) {
		const size_t left = file.size - at;
		const size_t n = left < EL2_MAILBOX_WINDOW_SIZE ? left : EL2_MAILBOX_WINDOW_SIZE;
		struct mailbox_call chunk = { .number = EL2_CALLS_STAGE_CHUNK,
					      .arg = { slot, 0, n },
					      .window = (const uint8_t *)file.data + at,
					      .n_window = n };

		at += n;
		status = step(ctl, &chunk, argv[0]);
		if (status == CTL_DONE && chunk.result[0] != at)
			return ctl_fail(ctl, CTL_REFUSED,
					"another program stages a file for %s: %" PRIu64
					" bytes are there instead of %zu",
					argv[0], chunk.result[0], at);
	}
	ab_sha256(file.data, file.size, digest);
	for (unsigned int i = 0; i < sizeof(digest); i++)
		end.arg[1 + i / 8] |= (uint64_t)digest[i] << i % 8 * 8;
	return status == CTL_DONE ? ctl_call(ctl, &end) : status;
}

/* The VM and the image that the first words name. */
static int find(struct ctl *ctl, char **argv, uint64_t *slot, uint64_t *image)
{
	for (*image = 0; *image < EL2_CALLS_IMAGES; ++*image)
		if (strcmp(argv[1], ctl_images[*image]) == 0)
			return ctl_find(ctl, argv[0], slot);
	return ctl_fail(ctl, CTL_USAGE, "%s is no image: must be kernel, ramdisk or overlay",
			argv[1]);
}

int ctl_stage(struct ctl *ctl, char **argv)
{
	struct ab_host_file file;
	struct ab_error why;
	uint64_t slot = 0, image;
	char text[256];
	int status = find(ctl, argv, &slot, &image);

	if (status != CTL_DONE)
		return status;
	if (ab_host_file_map(&file, argv[2], &why) != AB_OK) {
		ab_error_text(&why, text, sizeof(text));
		return ctl_fail(ctl, CTL_USAGE, "%s", text);
	}
	status = stage(ctl, file.bytes, slot, image, argv);
	ab_host_file_unmap(&file);
	return status;
}

int ctl_unstage(struct ctl *ctl, char **argv)
{
	struct mailbox_call none = { .number = EL2_CALLS_STAGE_BEGIN };
	const int status = find(ctl, argv, &none.arg[0], &none.arg[1]);

	return status == CTL_DONE ? step(ctl, &none, argv[0]) : status;
}
