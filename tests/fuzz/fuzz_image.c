/* SPDX-License-Identifier: BSD-2-Clause */
/* Any bytes as a kernel file: what headers show lies in it, and the kernel that runs is found,
 * verified and placed as planning and placing do it. */
#include <stdlib.h>
#include <string.h>

#include <aetherboot/aetherboot.h>

#include "image/image_priv.h"
#include "kernel/kernel_priv.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define WORK_MAX ((size_t)48 << 20)
#define UNPACKED_MAX ((size_t)2 << 20) /* more takes long, and shows nothing else */

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

static enum ab_err count(void *ctx, const void *block, size_t size)
{
	size_t *left = ctx;

	require(block != NULL && size != 0);
	if (size > *left)
		return AB_ERR_MEM;
	*left -= size;
	return AB_OK;
}

/* Unpacks to no more than a fuzzer has time for. */
static bool is_short(struct ab_bytes file, struct ab_work work)
{
	size_t left = UNPACKED_MAX;

	return ab_kernel_unpack(file, count, &left, work, NULL) != AB_ERR_MEM;
}

static void check_elf(const struct ab_elf *elf)
{
	uint64_t at = elf->base;

	require(elf->n_segments != 0 && elf->n_segments <= AB_ELF_SEGMENTS_MAX);
	for (uint32_t i = 0; i < elf->n_segments; i++) {
		const struct ab_elf_segment *s = &elf->segment[i];

		require(s->mem_size != 0 && s->file_size <= s->mem_size && s->paddr >= at);
		require(s->file_size == 0 || ab_within(s->offset, s->file_size, elf->file_end));
		require(ab_add(s->paddr, s->mem_size, &at));
	}
	require(at == elf->base + elf->size);
}

static void place(struct ab_kernel *k, struct ab_work work)
{
	struct ab_region r = { .name = "kernel" };
	struct ab_error why;
	uint64_t next = 0;
	enum ab_err placed, verified;

	if (ab_kernel_resolve_(k, true, work, &why) != AB_OK)
		return;
	check_elf(&k->elf);
	require((k->codec == AB_CODEC_NONE) == (k->passes == 0) &&
		k->passes <= AB_ELF_SEGMENTS_MAX);
	require(k->passes != 0 || k->elf.file_end <= k->file.file.size);
	require(k->file.format != AB_IMAGE_BZIMAGE || k->elf.file_end <= k->file.bz.payload_size);
	r.base = k->elf.base;
	r.size = k->elf.size;
	verified = ab_kernel_verify_(k, work, &why);
	placed = ab_kernel_place_(k, &(struct ab_cursor){ (struct ab_mem){ take, &next }, &r, 0 },
				  work, &why);
	require(placed == verified);
	require(placed != AB_OK || next == r.size);
}

static void check_text(struct ab_bytes text, struct ab_bytes file)
{
	require(inside(text, file));
	require(memchr(text.size != 0 ? text.data : "", '\0', text.size) == NULL);
}

static void check_uki(const struct ab_uki *uki, struct ab_bytes file)
{
	struct ab_bytes tree;
	uint32_t at = 0;
	uint64_t sum = 0;

	require(inside(uki->initrd, file) && inside(uki->ucode, file) && inside(uki->dtb, file));
	check_text(uki->cmdline, file);
	check_text(uki->uname, file);
	require(uki->base_end <= uki->first && uki->first <= uki->end);
	while (ab_uki_dtbauto_(uki, &at, &tree)) {
		require(inside(tree, file));
		sum += tree.size;
	}
	require(sum <= file.size);
}

static void check_headers(const struct ab_image *img, struct ab_bytes file)
{
	require(inside(img->file, file));
	check_uki(&img->uki, file);
	require(inside(img->bz.header, img->file) && inside(img->bz.kernel, img->file));
	require(inside(img->bz.payload, img->bz.kernel));
	require(inside(img->zboot.payload, img->file));
	if (img->format == AB_IMAGE_ZBOOT)
		require(strlen(img->zboot.compression) < AB_ZBOOT_NAME_SIZE);
	if (img->format == AB_IMAGE_ARM64)
		require(img->arm64.file_size <= img->file.size);
}

/* As an addon, and with profiles of a UKI. */
static void check_others(struct ab_bytes file)
{
	static const char *const profiles[] = { "@0", "@1", "@2", "a", "b" };
	static struct ab_image img;
	struct ab_uki addon;
	struct ab_error why;
	uint16_t machine;

	if (ab_addon_read_(&addon, file, &machine, &why) == AB_OK)
		check_uki(&addon, file);
	for (size_t i = 0; i < sizeof(profiles) / sizeof(profiles[0]); i++)
		if (ab_image_probe_profile(&img, file, profiles[i], &why) == AB_OK) {
			require(img.is_uki);
			check_headers(&img, file);
		}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const struct ab_bytes file = { data, size };
	struct ab_error why = { AB_OK, NULL, 0, NULL };
	static uint8_t *room;
	struct ab_kernel k;
	struct ab_work work;
	size_t need;

	if (room == NULL)
		room = malloc(WORK_MAX);
	check_others(file);
	if (ab_kernel_open_(&k, file, NULL, &why) != AB_OK) {
		require(k.file.format == AB_IMAGE_UNKNOWN && why.code != AB_OK && why.what != NULL);
		return 0;
	}
	check_headers(&k.file, file);
	if (ab_kernel_need_(&k, true, &need, &why) != AB_OK || need >= WORK_MAX)
		return 0;
	work = (struct ab_work){ room + 1, need };
	if (is_short(file, work))
		place(&k, work);
	return 0;
}
