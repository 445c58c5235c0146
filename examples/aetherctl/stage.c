/* SPDX-License-Identifier: BSD-2-Clause */
/* Give a VM another file than the bundle's: chunks through the window, then the digest of all of
 * it, without which the VM does not start. */
#include "aetherctl.h"

#include <aetherboot/host.h>
#include <aetherboot/sha256.h>

#include <inttypes.h>
#include <string.h>
#include <time.h>

#define LIMIT                                                                                      \
	60 /* seconds that the hypervisor may take for a chunk, or to erase what was there         \
	    */
#define PERIOD 1000000 /* ns between two looks */

static const char *const images[] = { "kernel", "ramdisk", "overlay" };

#define N_IMAGES (sizeof(images) / sizeof(images[0]))

/* The VM's own CPU copies out of the window after the call: until then the window must stay as it
 * is. */
static int wait_until_copied(struct ctl *ctl, uint64_t slot, const char *vm)
{
	const struct timespec period = { .tv_nsec = PERIOD };
	struct timespec now, begun;
	struct ctl_info info;
	int status;

	clock_gettime(CLOCK_MONOTONIC, &begun);
	while ((status = ctl_get_info(ctl, slot, &info)) == CTL_DONE && info.staging) {
		clock_gettime(CLOCK_MONOTONIC, &now);
		if (now.tv_sec - begun.tv_sec > LIMIT)
			return ctl_fail(ctl, CTL_BUSY, "%s has not copied a chunk after %d s", vm,
					LIMIT);
		nanosleep(&period, NULL);
	}
	return status;
}

static int step(struct ctl *ctl, struct mailbox_call *c, const char *vm)
{
	const int status = ctl_call(ctl, c);

	return status == CTL_DONE ? wait_until_copied(ctl, c->arg[0], vm) : status;
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

int ctl_stage(struct ctl *ctl, char **argv)
{
	struct ab_host_file file;
	struct ab_error why;
	uint64_t slot, image = 0;
	char text[256];
	int status;

	while (image < N_IMAGES && strcmp(argv[1], images[image]) != 0)
		image++;
	if (image == N_IMAGES)
		return ctl_fail(ctl, CTL_USAGE,
				"%s is no image: must be kernel, ramdisk or overlay", argv[1]);
	status = ctl_find(ctl, argv[0], &slot);
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
