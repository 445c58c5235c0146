/* SPDX-License-Identifier: BSD-2-Clause */
/* The kernel that runs, out of its file: an ELF as it is, or decoded from a bzImage's payload
 * straight into the sink. */
#include "kernel.h"

#include <aetherboot/aetherboot.h>

#include "../base/libc.h"

/* What is looked at while decoding: headers, then notes, each from the start of the ELF. */
#define HEAD_SIZE ((size_t)64 << 10)
#define NOTES_SIZE ((size_t)64 << 10)

#define EM_AARCH64 183

/* ---- a payload as bytes that come in order ------------------------------------------------ */

struct feed {
	struct ab_stream stream;
	struct ab_bytes block; /* what is left of the last one */
	uint64_t at; /* offset in the output of its first byte */
	uint64_t size; /* of the output, as the size word says */
	struct ab_error *why;
};

static enum ab_err feed_open(struct feed *f, const struct ab_bzimage *bz, enum ab_codec codec,
			     struct ab_work work, struct ab_error *why)
{
	f->block = (struct ab_bytes){ NULL, 0 };
	f->at = 0;
	f->size = bz->payload_size;
	f->why = why;
	return ab_stream_open(&f->stream, codec, bz->payload, f->size, work, why);
}

/* Let the block hold at least one byte; at the end, check that it is where it should be. */
static enum ab_err feed_fill(struct feed *f)
{
	enum ab_err err;

	if (f->block.size != 0)
		return AB_OK;
	if ((err = ab_stream_read(&f->stream, &f->block, f->why)))
		return err;
	if (f->block.size == 0 && f->at != f->size)
		return ab_fail(f->why, AB_ERR_IMAGE, ab_codec_name(f->stream.codec), f->at,
			       "shorter than its size word");
	return AB_OK;
}

/* Take up to @most bytes; size 0: the end. */
static enum ab_err feed_take(struct feed *f, uint64_t most, struct ab_bytes *got)
{
	enum ab_err err = feed_fill(f);

	*got = f->block;
	if (err != AB_OK || got->size == 0)
		return err;
	if (got->size > most)
		got->size = (size_t)most;
	f->block.data = (const uint8_t *)f->block.data + got->size;
	f->block.size -= got->size;
	f->at += got->size;
	return AB_OK;
}

static enum ab_err feed_skip(struct feed *f, uint64_t to)
{
	struct ab_bytes got = { NULL, 1 };
	enum ab_err err = AB_OK;

	while (err == AB_OK && f->at < to && got.size != 0)
		err = feed_take(f, to - f->at, &got);
	return err;
}

/* ---- what it takes ------------------------------------------------------------------------ */

static enum ab_err find_codec(const struct ab_image *img, enum ab_codec *codec,
			      struct ab_error *why)
{
	const struct ab_bytes *p = &img->bz.payload;

	*codec = ab_codec_detect(*p);
	if (p->size == 0)
		return ab_fail(why, AB_ERR_UNSUPPORTED, "setup_header.payload_length", 0,
			       "the bzImage does not say where its payload is");
	if (*codec == AB_CODEC_NONE)
		return ab_fail(why, AB_ERR_UNSUPPORTED, "bzImage payload",
			       p->size >= 4 ? ab_ld_le32(p->data) : 0, "unknown compression");
	return AB_OK;
}

static enum ab_err codec_need(const struct ab_image *img, size_t *bytes, struct ab_error *why)
{
	enum ab_codec codec;
	enum ab_err err;

	*bytes = 0;
	if (img->format != AB_IMAGE_BZIMAGE)
		return AB_OK;
	if ((err = find_codec(img, &codec, why)))
		return err;
	return ab_codec_need(codec, img->bz.payload, bytes, why);
}

enum ab_err ab_boot_kernel_need(const struct ab_image *img, bool unpack, size_t *bytes,
				struct ab_error *why)
{
	enum ab_err err;

	*bytes = 0;
	if (img->format != AB_IMAGE_BZIMAGE || !unpack)
		return AB_OK;
	if ((err = codec_need(img, bytes, why)))
		return err;
	if (*bytes > SIZE_MAX - HEAD_SIZE - NOTES_SIZE)
		return ab_fail(why, AB_ERR_NOSPACE, "work", *bytes, NULL);
	*bytes += HEAD_SIZE + NOTES_SIZE;
	return AB_OK;
}

/* ---- open: headers and notes -------------------------------------------------------------- */

/* Collect the stream's first bytes until they hold every program header. */
static enum ab_err read_headers(struct feed *f, uint8_t *head, struct ab_elf *elf)
{
	static const char no_elf[] = "not an ELF in the bzImage: use self or linux32";
	struct ab_bytes have = { head, 0 };
	struct ab_error need = { .value = 16 };
	struct ab_bytes got;
	enum ab_err err;

	do {
		if (need.value > HEAD_SIZE)
			return ab_fail(f->why, AB_ERR_UNSUPPORTED, "elf.e_phoff", need.value,
				       "not near the start of the packed kernel");
		while (have.size < need.value) {
			if ((err = feed_take(f, need.value - have.size, &got)))
				return err;
			if (got.size == 0)
				return ab_fail(f->why, AB_ERR_IMAGE, "elf.e_ident", have.size,
					       no_elf);
			memcpy(head + have.size, got.data, got.size);
			have.size += got.size;
		}
		if (memcmp(head, "\177ELF", 4) != 0)
			return ab_fail(f->why, AB_ERR_IMAGE, "elf.e_ident", ab_ld_le32(head),
				       no_elf);
		err = ab_elf_headers(elf, have, f->size, &need);
	} while (err == AB_ERR_NOSPACE);
	if (err != AB_OK && f->why != NULL)
		*f->why = need;
	return err;
}

/* One PT_NOTE's bytes, as far as there is room for them. */
struct note {
	uint8_t *bytes;
	size_t size;
};

/* Copy what of [at, at + size) belongs to a note. */
static void collect(const struct ab_elf *elf, const struct note *notes, uint64_t at,
		    const uint8_t *data, size_t size)
{
	for (uint32_t i = 0; i < elf->n_notes; i++) {
		uint64_t lo = elf->note[i].offset;
		uint64_t hi = lo + notes[i].size;
		uint64_t from = lo > at ? lo : at;
		uint64_t to = hi < at + size ? hi : at + size;

		if (from < to)
			memcpy(notes[i].bytes + (from - lo), data + (from - at),
			       (size_t)(to - from));
	}
}

/* @head holds the first f->at bytes; the others come from the stream, in the same pass. */
static enum ab_err read_notes(struct feed *f, const uint8_t *head, uint8_t *room,
			      struct ab_elf *elf)
{
	struct note notes[AB_ELF_NOTES_MAX] = { { NULL, 0 } };
	size_t used = 0;
	uint64_t end = 0;
	struct ab_bytes got = { NULL, 1 };
	enum ab_err err;

	for (uint32_t i = 0; i < elf->n_notes; i++) {
		uint64_t size = elf->note[i].size;

		if (size > NOTES_SIZE - used)
			size = NOTES_SIZE - used;
		notes[i] = (struct note){ room + used, (size_t)size };
		used += (size_t)size;
		if (elf->note[i].offset + size > end)
			end = elf->note[i].offset + size;
	}
	collect(elf, notes, 0, head, (size_t)f->at);
	while (f->at < end && got.size != 0) {
		uint64_t at = f->at;

		if ((err = feed_take(f, end - at, &got)))
			return err;
		collect(elf, notes, at, got.data, got.size);
	}
	for (uint32_t i = 0; i < elf->n_notes; i++)
		ab_elf_note_pvh(elf, i, (struct ab_bytes){ notes[i].bytes, notes[i].size });
	return AB_OK;
}

/* Ascending runs of file offsets, in order of address: each takes a pass. */
static uint32_t count_passes(const struct ab_elf *elf)
{
	uint32_t passes = 1;
	uint64_t at = 0;

	for (uint32_t i = 0; i < elf->n_segments; i++) {
		const struct ab_elf_segment *s = &elf->segment[i];

		if (s->file_size == 0)
			continue;
		if (s->offset < at)
			passes++;
		at = s->offset + s->file_size;
	}
	return passes;
}

/* BSS of kernels that do not say what they have: Linux before 3.17 had less than 2 MiB. */
#define OLD_BSS (16 * AB_MiB)

/* An Image as the one segment that it is. What follows image_size in the file (a signature) is not
 * the kernel's. */
static void image_elf(const struct ab_arm64_image *arm64, uint64_t file_size, struct ab_elf *elf)
{
	const uint64_t va = AB_BOOT_IMAGE_VA + arm64->text_offset;
	const uint64_t size = arm64->image_size != 0 ? arm64->image_size : file_size + OLD_BSS;

	memset(elf, 0, sizeof(*elf));
	elf->bits = 64;
	elf->big_endian = arm64->big_endian;
	elf->machine = EM_AARCH64;
	elf->entry = va;
	elf->base = va;
	elf->size = size;
	elf->file_end = file_size < size ? file_size : size;
	elf->segment[0] = (struct ab_elf_segment){ va, va, 0, elf->file_end, size };
	elf->n_segments = 1;
}

enum ab_err ab_boot_kernel_open(const struct ab_image *img, bool want_pvh, struct ab_work work,
				struct ab_elf *elf, struct ab_arm64_image *arm64,
				enum ab_codec *codec, uint32_t *passes, struct ab_error *why)
{
	struct feed f;
	uint8_t *head = work.data;
	size_t need;
	enum ab_err err;

	*codec = AB_CODEC_NONE;
	*passes = 0;
	*arm64 = img->arm64;
	if (img->format == AB_IMAGE_ELF) {
		*elf = img->elf;
		return AB_OK;
	}
	if (img->format == AB_IMAGE_ARM64) {
		image_elf(arm64, img->file.size, elf);
		return AB_OK;
	}
	memset(elf, 0, sizeof(*elf));
	if ((err = ab_boot_kernel_need(img, true, &need, why)) ||
	    (err = find_codec(img, codec, why)))
		return err;
	if (work.size < need)
		return ab_fail(why, AB_ERR_NOSPACE, "work", need, ab_codec_name(*codec));
	work.data = head + HEAD_SIZE + NOTES_SIZE;
	work.size -= HEAD_SIZE + NOTES_SIZE;
	if ((err = feed_open(&f, &img->bz, *codec, work, why)) ||
	    (err = read_headers(&f, head, elf)) ||
	    (want_pvh && (err = read_notes(&f, head, head + HEAD_SIZE, elf))))
		return err;
	*passes = count_passes(elf);
	return AB_OK;
}

/* ---- verify, place ------------------------------------------------------------------------ */

enum ab_err ab_boot_kernel_verify(const struct ab_image *img, enum ab_codec codec,
				  struct ab_work work, struct ab_error *why)
{
	struct feed f;
	enum ab_err err;

	if (codec == AB_CODEC_NONE)
		return AB_OK;
	if ((err = feed_open(&f, &img->bz, codec, work, why)))
		return err;
	return feed_skip(&f, UINT64_MAX);
}

/* What placing knows. */
struct placing {
	const struct ab_image *img;
	enum ab_codec codec;
	const struct ab_region *r;
	struct ab_mem mem;
	struct ab_work work;
	struct ab_error *why;
	uint64_t off; /* in the region: written so far */
	struct feed feed;
};

static enum ab_err emit(struct placing *p, const void *src, uint64_t len)
{
	enum ab_err err;

	while (len != 0) {
		size_t n = len < SIZE_MAX ? (size_t)len : SIZE_MAX;

		err = p->mem.write(p->mem.ctx, p->r, p->off, src, n);
		if (err != AB_OK)
			return ab_fail(p->why, err, p->r->name, p->r->base + p->off, "the sink");
		p->off += n;
		len -= n;
	}
	return AB_OK;
}

/* A stream's error names codec and offset: add the region. */
static enum ab_err in_region(const struct placing *p, enum ab_err err)
{
	if (err != AB_OK && p->why != NULL)
		p->why->other = p->r->name;
	return err;
}

static enum ab_err emit_packed(struct placing *p, const struct ab_elf_segment *s)
{
	uint64_t end = s->offset + s->file_size;
	struct ab_bytes got = { NULL, 1 };
	enum ab_err err;

	if (s->offset < p->feed.at &&
	    (err = feed_open(&p->feed, &p->img->bz, p->codec, p->work, p->why)))
		return in_region(p, err);
	if ((err = feed_skip(&p->feed, s->offset)))
		return in_region(p, err);
	while (p->feed.at < end) {
		if ((err = feed_take(&p->feed, end - p->feed.at, &got)))
			return in_region(p, err);
		if (got.size == 0) /* elf is not this payload's */
			return ab_fail(p->why, AB_ERR_IMAGE, ab_codec_name(p->codec), p->feed.at,
				       p->r->name);
		if ((err = emit(p, got.data, got.size)))
			return err;
	}
	return AB_OK;
}

static enum ab_err emit_segment(struct placing *p, const struct ab_elf_segment *s)
{
	const uint8_t *file = p->img->file.data;

	if (s->file_size == 0)
		return AB_OK;
	return p->codec != AB_CODEC_NONE ? emit_packed(p, s)
					 : emit(p, file + s->offset, s->file_size);
}

enum ab_err ab_boot_kernel_place(const struct ab_image *img, enum ab_codec codec,
				 const struct ab_elf *elf, const struct ab_region *r,
				 struct ab_mem mem, struct ab_work work, struct ab_error *why)
{
	struct placing p = { img, codec, r, mem, work, why, 0, { .at = 0 } };
	enum ab_err err;

	if (elf->size > r->size)
		return ab_fail(why, AB_ERR_INTERNAL, r->name, r->base, "kernel region");
	if (codec != AB_CODEC_NONE && (err = feed_open(&p.feed, &img->bz, codec, work, why)))
		return in_region(&p, err);
	for (uint32_t i = 0; i < elf->n_segments; i++) {
		const struct ab_elf_segment *s = &elf->segment[i];

		if ((err = emit(&p, NULL, s->paddr - elf->base - p.off)) ||
		    (err = emit_segment(&p, s)) ||
		    (err = emit(&p, NULL, s->mem_size - s->file_size)))
			return err;
	}
	if ((err = emit(&p, NULL, r->size - p.off)) || codec == AB_CODEC_NONE)
		return err;
	return in_region(&p, feed_skip(&p.feed, UINT64_MAX));
}

/* ---- the whole payload -------------------------------------------------------------------- */

enum ab_err ab_kernel_work(struct ab_bytes kernel, size_t *bytes, struct ab_error *why)
{
	struct ab_image img;
	enum ab_err err = ab_image_probe(&img, kernel, why);

	return err != AB_OK ? err : codec_need(&img, bytes, why);
}

enum ab_err ab_kernel_unpack(struct ab_bytes kernel,
			     enum ab_err (*take)(void *ctx, const void *block, size_t size),
			     void *ctx, struct ab_work work, struct ab_error *why)
{
	struct ab_image img;
	struct ab_bytes got = { NULL, 1 };
	enum ab_codec codec;
	struct feed f;
	enum ab_err err;

	if ((err = ab_image_probe(&img, kernel, why)))
		return err;
	if (img.format != AB_IMAGE_BZIMAGE) {
		err = take(ctx, kernel.data, kernel.size);
		return err == AB_OK ? AB_OK : ab_fail(why, err, "unpacked kernel", 0, NULL);
	}
	if ((err = find_codec(&img, &codec, why)) ||
	    (err = feed_open(&f, &img.bz, codec, work, why)))
		return err;
	while (got.size != 0) {
		uint64_t at = f.at;

		if ((err = feed_take(&f, UINT64_MAX, &got)))
			return err;
		if (got.size != 0 && (err = take(ctx, got.data, got.size)))
			return ab_fail(why, err, "unpacked kernel", at, ab_codec_name(codec));
	}
	return AB_OK;
}
