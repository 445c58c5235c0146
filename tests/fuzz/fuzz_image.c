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

/* The memory of a region that is not large, for a sink that lends it. */
#define LENT_MAX (8 * AB_MiB)
struct lender {
	uint8_t *memory; /* exactly the region's */
	uint64_t next;
	unsigned int wishes;
};

static void *lend(void *ctx, const struct ab_region *r, uint64_t off, size_t len)
{
	struct lender *l = ctx;

	require(off == l->next && len != 0 && ab_within(off, len, r->size));
	return l->wishes++ % 3 == 2 ? NULL : l->memory + off;
}

static enum ab_err fill(void *ctx, const struct ab_region *r, uint64_t off, const void *src,
			size_t len)
{
	struct lender *l = ctx;
	const enum ab_err err = take(&l->next, r, off, src, len);

	if (src == NULL)
		memset(l->memory + off, 0, len);
	else if (src != l->memory + off)
		memcpy(l->memory + off, src, len);
	return err;
}

/* Keep what arrives in @memory; what is lent is there, and must be the same. */
static enum ab_err place_into(struct ab_kernel *k, const struct ab_region *r, struct ab_work work,
			      uint8_t *memory, bool lends)
{
	struct lender l = { memory, 0, 0 };
	struct ab_mem mem = { fill, &l, lends ? lend : NULL };
	struct ab_error why;
	enum ab_err err = ab_kernel_place_(k, &(struct ab_cursor){ mem, r, 0 }, work, &why);

	require(err != AB_OK || l.next == r->size);
	return err;
}

static void place_both_ways(struct ab_kernel *k, const struct ab_region *r, struct ab_work work,
			    enum ab_err want)
{
	uint8_t *copied, *lent;

	if (k->codec == AB_CODEC_NONE || r->size > LENT_MAX)
		return;
	copied = malloc((size_t)r->size);
	lent = malloc((size_t)r->size);
	require(copied != NULL && lent != NULL);
	require(place_into(k, r, work, copied, false) == want);
	require(place_into(k, r, work, lent, true) == want);
	require(want != AB_OK || memcmp(copied, lent, (size_t)r->size) == 0);
	free(copied);
	free(lent);
}

/* What no ELF describes, a Multiboot header may. Both headers are tried, and the file's end is
 * known or not. False: none describes the kernel. */
static bool by_header(struct ab_kernel *k)
{
	const uint64_t size = k->file.file.size;
	const struct ab_multiboot *best = ab_multiboot_best_(k->multiboot);
	struct ab_elf elf;
	struct ab_error why;

	for (size_t i = 0; i < 4; i++) {
		const struct ab_multiboot *mb = &k->multiboot[i % 2];
		enum ab_err err;

		elf = k->elf;
		err = ab_multiboot_elf_(mb, i < 2 ? size : UINT64_MAX, &elf, &why);
		require(mb->version == 0 || mb->version == i % 2 + 1);
		require(mb->version != 0 || err == AB_OK);
		require(mb->refused.code == AB_OK || err == mb->refused.code);
		require(err == AB_OK || why.what != NULL);
		if (err == AB_OK && mb->has_load) {
			check_elf(&elf);
			require(i >= 2 || elf.file_end <= size);
		}
	}
	return k->file.format != AB_IMAGE_MULTIBOOT ||
	       ab_multiboot_elf_(best, size, &k->elf, &why) == AB_OK;
}

static void place(struct ab_kernel *k, struct ab_work work)
{
	struct ab_region r = { .name = "kernel" };
	struct ab_error why;
	uint64_t next = 0;
	enum ab_err placed, verified;

	if (ab_kernel_resolve_(k, true, work, &why) != AB_OK || !by_header(k))
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
	place_both_ways(k, &r, work, placed);
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
	if (k.file.format == AB_IMAGE_ELF || k.file.format == AB_IMAGE_MULTIBOOT)
		(void)ab_image_multiboot(k.multiboot, k.file.file);
	if (ab_kernel_need_(&k, true, &need, &why) != AB_OK || need >= WORK_MAX)
		return 0;
	work = (struct ab_work){ room + 1, need };
	if (is_short(file, work))
		place(&k, work);
	return 0;
}
