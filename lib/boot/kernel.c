/* SPDX-License-Identifier: BSD-2-Clause */
/* The kernel that runs, out of its file: an ELF or an Image as it is, or decoded straight into the
 * sink. */
#include "kernel.h"

#include <aetherboot/aetherboot.h>

#include "feed.h"

#include "../base/libc.h"
#include "../image/image_priv.h"

/* What is looked at while decoding: headers, then notes, each from the start of the ELF. */
#define HEAD_SIZE ((size_t)64 << 10)
#define NOTES_SIZE ((size_t)64 << 10)

#define EM_AARCH64 183

/* ---- what it takes ------------------------------------------------------------------------ */

enum ab_err ab_boot_image_open_(struct ab_image *img, struct ab_bytes file, struct ab_error *why)
{
	if (ab_codec_detect(file) == AB_CODEC_NONE)
		return ab_image_probe(img, file, why);
	memset(img, 0, sizeof(*img));
	img->format = AB_IMAGE_PACKED;
	img->file = file;
	return AB_OK;
}

enum ab_err ab_boot_kernel_need_(const struct ab_image *img, bool unpack, size_t *bytes,
				 struct ab_error *why)
{
	struct ab_packed packed;
	enum ab_err err;

	*bytes = 0;
	if (!unpack)
		return AB_OK;
	if ((err = ab_boot_packed_(img, &packed, why)) || packed.codec == AB_CODEC_NONE ||
	    (err = ab_codec_work(packed.codec, packed.stream, bytes, why)))
		return err;
	if (*bytes > SIZE_MAX - HEAD_SIZE - NOTES_SIZE)
		return ab_fail(why, AB_ERR_NOSPACE, "work", *bytes, NULL);
	*bytes += HEAD_SIZE + NOTES_SIZE;
	return AB_OK;
}

/* ---- open: headers and notes -------------------------------------------------------------- */

/* Collect the stream's first bytes, where every header is. */
static enum ab_err read_head(struct ab_feed *f, uint8_t *head, struct ab_bytes *have)
{
	struct ab_bytes got = { NULL, 1 };
	enum ab_err err;

	*have = (struct ab_bytes){ head, 0 };
	while (have->size < HEAD_SIZE && got.size != 0) {
		if ((err = ab_feed_take_(f, HEAD_SIZE - have->size, &got)))
			return err;
		if (got.size != 0)
			memcpy(head + have->size, got.data, got.size);
		have->size += got.size;
	}
	return AB_OK;
}

static enum ab_err read_elf(struct ab_feed *f, struct ab_bytes head, struct ab_elf *elf)
{
	uint64_t size =
	    head.size < HEAD_SIZE ? head.size : f->size; /* all of it is there, or not */
	struct ab_error need;
	enum ab_err err = ab_elf_headers_(elf, head, size, &need);

	if (err == AB_ERR_NOSPACE)
		return ab_fail(f->why, AB_ERR_UNSUPPORTED, "elf.e_phoff", need.value,
			       "not near the start of the packed kernel");
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

/* What @head does not hold comes from the stream, in the same pass. */
static enum ab_err read_notes(struct ab_feed *f, struct ab_bytes head, uint8_t *room,
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
	collect(elf, notes, 0, head.data, head.size);
	while (f->at < end && got.size != 0) {
		uint64_t at = f->at;

		if ((err = ab_feed_take_(f, end - at, &got)))
			return err;
		collect(elf, notes, at, got.data, got.size);
	}
	for (uint32_t i = 0; i < elf->n_notes; i++)
		ab_elf_note_pvh_(elf, i, (struct ab_bytes){ notes[i].bytes, notes[i].size });
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

/* How much of an Image its file has: as its headers say, else the stream goes to its end. */
static enum ab_err read_arm64(struct ab_feed *f, struct ab_bytes head, struct ab_elf *elf,
			      struct ab_arm64_image *arm64)
{
	enum ab_err err = ab_arm64_image_read_(arm64, head, f->why);

	if (err != AB_OK || (arm64->file_size == 0 && (err = ab_feed_skip_(f, UINT64_MAX))))
		return err;
	image_elf(arm64, arm64->file_size != 0 ? arm64->file_size : f->at, elf);
	return AB_OK;
}

static enum ab_err not_a_kernel(const struct ab_feed *f, struct ab_bytes head)
{
	static const char no_elf[] = "not an ELF in the bzImage: use self or linux32";
	enum ab_image_format format = ab_image_detect_(head);
	enum ab_codec codec = ab_codec_detect(head);
	const char *what = "neither ELF nor arm64 Image";
	uint64_t value = head.size >= 4 ? ab_ld_le32(head.data) : 0;

	if (f->sized) /* as only a bzImage's is */
		return ab_fail(f->why, AB_ERR_IMAGE, "elf.e_ident", value, no_elf);
	if (format != AB_IMAGE_UNKNOWN)
		what = ab_image_format_name(format);
	else if (codec != AB_CODEC_NONE)
		what = ab_codec_name(codec);
	return ab_fail(f->why, AB_ERR_UNSUPPORTED, "unpacked kernel", value, what);
}

/* @room has HEAD_SIZE and NOTES_SIZE bytes. */
static enum ab_err open_packed(struct ab_feed *f, bool want_pvh, uint8_t *room, struct ab_elf *elf,
			       struct ab_arm64_image *arm64)
{
	struct ab_bytes head;
	enum ab_image_format format;
	enum ab_err err = read_head(f, room, &head);

	if (err != AB_OK)
		return err;
	format = ab_image_detect_(head);
	if (format == AB_IMAGE_ARM64 && !f->sized)
		return read_arm64(f, head, elf, arm64);
	if (format != AB_IMAGE_ELF)
		return not_a_kernel(f, head);
	if ((err = read_elf(f, head, elf)) || !want_pvh)
		return err;
	return read_notes(f, head, room + HEAD_SIZE, elf);
}

enum ab_err ab_boot_kernel_open_(const struct ab_image *img, bool want_pvh, struct ab_work work,
				 struct ab_elf *elf, struct ab_arm64_image *arm64,
				 enum ab_codec *codec, uint32_t *passes, struct ab_error *why)
{
	struct ab_packed packed;
	struct ab_feed f;
	uint8_t *room = work.data;
	size_t need;
	enum ab_err err;

	*codec = AB_CODEC_NONE;
	*passes = 0;
	*elf = img->elf;
	*arm64 = img->arm64;
	if (img->format == AB_IMAGE_ARM64)
		image_elf(arm64, arm64->file_size != 0 ? arm64->file_size : img->file.size, elf);
	if ((err = ab_boot_kernel_need_(img, true, &need, why)) ||
	    (err = ab_boot_packed_(img, &packed, why)) || packed.codec == AB_CODEC_NONE)
		return err;
	*codec = packed.codec;
	if (work.size < need)
		return ab_fail(why, AB_ERR_NOSPACE, "work", need, ab_codec_name(*codec));
	work.data = room + HEAD_SIZE + NOTES_SIZE;
	work.size -= HEAD_SIZE + NOTES_SIZE;
	if ((err = ab_feed_open_(&f, &packed, work, why)) ||
	    (err = open_packed(&f, want_pvh, room, elf, arm64)))
		return err;
	*passes = count_passes(elf);
	return AB_OK;
}

/* ---- verify, place ------------------------------------------------------------------------ */

static const char short_stream[] = "shorter than the kernel's headers say";

enum ab_err ab_boot_kernel_verify_(const struct ab_image *img, enum ab_codec codec,
				   const struct ab_elf *elf, struct ab_work work,
				   struct ab_error *why)
{
	struct ab_packed packed;
	struct ab_feed f;
	enum ab_err err;

	if (codec == AB_CODEC_NONE)
		return AB_OK;
	if ((err = ab_boot_packed_(img, &packed, why)) ||
	    (err = ab_feed_open_(&f, &packed, work, why)) || (err = ab_feed_skip_(&f, UINT64_MAX)))
		return err;
	if (elf->file_end > f.at)
		return ab_fail(why, AB_ERR_IMAGE, ab_codec_name(codec), f.at, short_stream);
	return AB_OK;
}

/* What placing knows. */
struct placing {
	const struct ab_image *img;
	struct ab_packed packed;
	const struct ab_region *r;
	struct ab_mem mem;
	struct ab_work work;
	struct ab_error *why;
	uint64_t off; /* in the region: written so far */
	struct ab_feed feed;
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

static enum ab_err emit_packed(struct placing *p, const struct ab_elf_segment *s)
{
	uint64_t end = s->offset + s->file_size;
	struct ab_bytes got = { NULL, 1 };
	enum ab_err err;

	if (s->offset < p->feed.at && (err = ab_feed_open_(&p->feed, &p->packed, p->work, p->why)))
		return err;
	if ((err = ab_feed_skip_(&p->feed, s->offset)))
		return err;
	while (p->feed.at < end) {
		if ((err = ab_feed_take_(&p->feed, end - p->feed.at, &got)))
			return err;
		if (got.size == 0)
			return ab_fail(p->why, AB_ERR_IMAGE, ab_codec_name(p->packed.codec),
				       p->feed.at, short_stream);
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
	return p->packed.codec != AB_CODEC_NONE ? emit_packed(p, s)
						: emit(p, file + s->offset, s->file_size);
}

enum ab_err ab_boot_kernel_place_(const struct ab_image *img, enum ab_codec codec,
				  const struct ab_elf *elf, const struct ab_region *r,
				  struct ab_mem mem, struct ab_work work, struct ab_error *why)
{
	struct placing p = { .img = img,
			     .packed = { .codec = codec },
			     .r = r,
			     .mem = mem,
			     .work = work,
			     .why = why };
	enum ab_err err;

	if (elf->size > r->size)
		return ab_fail(why, AB_ERR_INTERNAL, r->name, r->base, "kernel region");
	if (codec != AB_CODEC_NONE && ((err = ab_boot_packed_(img, &p.packed, why)) ||
				       (err = ab_feed_open_(&p.feed, &p.packed, work, why))))
		return err;
	for (uint32_t i = 0; i < elf->n_segments; i++) {
		const struct ab_elf_segment *s = &elf->segment[i];

		if ((err = emit(&p, NULL, s->paddr - elf->base - p.off)) ||
		    (err = emit_segment(&p, s)) ||
		    (err = emit(&p, NULL, s->mem_size - s->file_size)))
			return err;
	}
	if ((err = emit(&p, NULL, r->size - p.off)) || codec == AB_CODEC_NONE)
		return err;
	return ab_feed_skip_(&p.feed, UINT64_MAX);
}

/* ---- the whole payload -------------------------------------------------------------------- */

enum ab_err ab_kernel_work(struct ab_bytes kernel, size_t *bytes, struct ab_error *why)
{
	struct ab_packed packed;
	struct ab_image img;
	enum ab_err err;

	*bytes = 0;
	if ((err = ab_boot_image_open_(&img, kernel, why)) ||
	    (err = ab_boot_packed_(&img, &packed, why)) || packed.codec == AB_CODEC_NONE)
		return err;
	return ab_codec_work(packed.codec, packed.stream, bytes, why);
}

enum ab_err ab_kernel_unpack(struct ab_bytes kernel,
			     enum ab_err (*take)(void *ctx, const void *block, size_t size),
			     void *ctx, struct ab_work work, struct ab_error *why)
{
	struct ab_image img;
	struct ab_packed packed;
	struct ab_bytes got = { NULL, 1 };
	struct ab_feed f;
	enum ab_err err;

	if ((err = ab_boot_image_open_(&img, kernel, why)) ||
	    (err = ab_boot_packed_(&img, &packed, why)))
		return err;
	if (packed.codec == AB_CODEC_NONE) {
		err = take(ctx, img.file.data, img.file.size);
		return err == AB_OK ? AB_OK : ab_fail(why, err, "unpacked kernel", 0, NULL);
	}
	if ((err = ab_feed_open_(&f, &packed, work, why)))
		return err;
	while (got.size != 0) {
		uint64_t at = f.at;

		if ((err = ab_feed_take_(&f, UINT64_MAX, &got)))
			return err;
		if (got.size != 0 && (err = take(ctx, got.data, got.size)))
			return ab_fail(why, err, "unpacked kernel", at,
				       ab_codec_name(packed.codec));
	}
	return AB_OK;
}
