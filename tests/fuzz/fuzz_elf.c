/* SPDX-License-Identifier: BSD-2-Clause */
/* Any bytes as an ELF kernel: what is found holds, and the region is written byte by byte. */
#include <stdlib.h>
#include <string.h>

#include "kernel/kernel_priv.h"
#include "image/image_priv.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds)
{
	if (!holds)
		abort();
}

static void check(const struct ab_elf *elf, uint64_t size)
{
	uint64_t at = elf->base;

	require(elf->n_segments != 0 && elf->n_segments <= AB_ELF_SEGMENTS_MAX);
	require(elf->segment[0].paddr == elf->base);
	for (uint32_t i = 0; i < elf->n_segments; i++) {
		const struct ab_elf_segment *s = &elf->segment[i];

		require(s->mem_size != 0 && s->file_size <= s->mem_size && s->paddr >= at);
		require(s->file_size == 0 || ab_within(s->offset, s->file_size, size));
		require(ab_add(s->paddr, s->mem_size, &at));
	}
	require(at == elf->base + elf->size && elf->file_end <= size);
	require(elf->n_notes <= AB_ELF_NOTES_MAX);
	for (uint32_t i = 0; i < elf->n_notes; i++)
		require(ab_within(elf->note[i].offset, elf->note[i].size, size));
}

static enum ab_err take(void *ctx, const struct ab_region *r, uint64_t off, const void *src,
			size_t len)
{
	uint64_t *next = ctx;
	static volatile uint8_t sink;

	require(len != 0 && off == *next && ab_within(off, len, r->size));
	if (src != NULL) /* both ends are there to be read */
		sink = ((const uint8_t *)src)[0] ^ ((const uint8_t *)src)[len - 1];
	(void)sink;
	*next += len;
	return AB_OK;
}

/* What is not packed lies in the file, and needs no other memory. */
static void *never(void *ctx, const struct ab_region *r, uint64_t off, size_t len)
{
	(void)ctx;
	(void)r;
	(void)off;
	(void)len;
	abort();
}

/* Headers from the first bytes alone: they ask for more until they are there. */
static void check_head(struct ab_bytes file)
{
	struct ab_bytes head = { file.data, 0 };
	struct ab_error why = { AB_OK, NULL, 0, NULL };
	struct ab_elf elf;
	enum ab_err err;

	while ((err = ab_elf_headers_(&elf, head, UINT64_MAX, &why)) == AB_ERR_NOSPACE) {
		require(why.value > head.size);
		if (why.value > file.size)
			return;
		head.size = (size_t)why.value;
	}
	if (err == AB_OK)
		check(&elf, UINT64_MAX);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const struct ab_bytes file = { data, size };
	struct ab_error why = { AB_OK, NULL, 0, NULL };
	struct ab_region r = { .name = "kernel" };
	uint64_t next = 0;
	struct ab_kernel k = { .codec = AB_CODEC_NONE };
	struct ab_image *img = &k.file;
	char text[200];

	check_head(file);
	if (ab_image_probe(img, file, &why) != AB_OK) {
		require(img->format == AB_IMAGE_UNKNOWN && why.code != AB_OK && why.what != NULL);
		ab_error_text(&why, text, sizeof(text));
		return 0;
	}
	if (img->format != AB_IMAGE_ELF)
		return 0;
	check(&img->elf, size);
	k.elf = img->elf;
	r.base = img->elf.base;
	r.size = img->elf.size;
	require(ab_kernel_place_(
		    &k, &(struct ab_cursor){ (struct ab_mem){ take, &next, never }, &r, 0 },
		    (struct ab_work){ NULL, 0 }, &why) == AB_OK);
	require(next == r.size);
	return 0;
}
