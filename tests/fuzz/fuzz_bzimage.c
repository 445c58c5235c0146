/* SPDX-License-Identifier: BSD-2-Clause */
/* Any bytes as a bzImage: its header, and the kernel packed in it as planning and placing use it.
 */
#include <stdlib.h>
#include <string.h>

#include "boot/kernel.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define WORK_MAX ((size_t)48 << 20)
#define UNPACKED_MAX (2u << 20) /* more takes long, and shows nothing else */

static void require(bool holds)
{
	if (!holds)
		abort();
}

static bool inside(struct ab_bytes part, struct ab_bytes whole)
{
	const uint8_t *p = part.data, *w = whole.data;

	return part.size == 0 || (p >= w && ab_within((uint64_t)(p - w), part.size, whole.size));
}

static enum ab_err take(void *ctx, const struct ab_region *r, uint64_t off, const void *src,
			size_t len)
{
	uint64_t *next = ctx;
	static volatile uint8_t sink;

	require(len != 0 && off == *next && ab_within(off, len, r->size));
	if (src != NULL)
		sink = ((const uint8_t *)src)[0] ^ ((const uint8_t *)src)[len - 1];
	(void)sink;
	*next += len;
	return AB_OK;
}

static void unpack(const struct ab_image *img, struct ab_work work)
{
	struct ab_region r = { .name = "kernel" };
	struct ab_error why;
	enum ab_codec codec;
	uint64_t next = 0;
	struct ab_elf elf;
	struct ab_arm64_image arm64;
	uint32_t passes;
	enum ab_err placed, verified;

	if (ab_boot_kernel_open(img, true, work, &elf, &arm64, &codec, &passes, &why) != AB_OK)
		return;
	require(passes >= 1 && passes <= AB_ELF_SEGMENTS_MAX);
	require(elf.n_segments != 0 && elf.file_end <= img->bz.payload_size);
	r.base = elf.base;
	r.size = elf.size;
	verified = ab_boot_kernel_verify(img, codec, &elf, work, &why);
	placed =
	    ab_boot_kernel_place(img, codec, &elf, &r, (struct ab_mem){ take, &next }, work, &why);
	require(placed == verified);
	require(placed != AB_OK || next == r.size);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct ab_error why = { AB_OK, NULL, 0, NULL };
	static uint8_t *room;
	struct ab_image img;
	size_t need;

	if (room == NULL)
		room = malloc(WORK_MAX);
	if (ab_image_probe(&img, (struct ab_bytes){ data, size }, &why) != AB_OK) {
		require(img.format == AB_IMAGE_UNKNOWN && why.code != AB_OK && why.what != NULL);
		return 0;
	}
	if (img.format != AB_IMAGE_BZIMAGE)
		return 0;
	require(inside(img.bz.header, img.file) && inside(img.bz.kernel, img.file));
	require(inside(img.bz.payload, img.bz.kernel));
	if (img.bz.payload_size <= UNPACKED_MAX &&
	    ab_boot_kernel_need(&img, true, &need, &why) == AB_OK && need < WORK_MAX)
		unpack(&img, (struct ab_work){ room + 1, need });
	return 0;
}
