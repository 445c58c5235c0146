/* SPDX-License-Identifier: BSD-2-Clause */
/* Packed kernels: the stream in the file, its codec, and its output in order. */
#include "feed.h"

#include "../base/libc.h"
#include "../codec/codec_priv.h"

/* ---- the stream ----------------------------------------------------------------------- */

/* Linux drivers/firmware/efi/libstub/Makefile.zboot, comp-type, of every version so far. */
static const struct {
	char name[7];
	uint8_t codec; /* enum ab_codec */
} zboot_codecs[] = {
	{ "gzip", AB_CODEC_GZIP },   { "lz4", AB_CODEC_LZ4_LEGACY }, { "lzma", AB_CODEC_LZMA },
	{ "lzo", AB_CODEC_LZO },     { "xzkern", AB_CODEC_XZ },      { "zstd", AB_CODEC_ZSTD },
	{ "zstd22", AB_CODEC_ZSTD },
};

#define N_ZBOOT_CODECS (sizeof(zboot_codecs) / sizeof(zboot_codecs[0]))

static enum ab_err zboot_codec(const struct ab_zboot *z, enum ab_codec begins, struct ab_error *why)
{
	size_t i = 0;

	while (i < N_ZBOOT_CODECS &&
	       memcmp(z->compression, zboot_codecs[i].name, strlen(zboot_codecs[i].name) + 1) != 0)
		i++;
	if (i == N_ZBOOT_CODECS)
		return ab_fail(why, AB_ERR_UNSUPPORTED, "zboot.compression",
			       ab_ld_le32(z->compression),
			       "must be a name that Linux uses, e.g. gzip or zstd");
	if (begins != zboot_codecs[i].codec)
		return ab_fail(why, AB_ERR_IMAGE, "zboot.payload.magic",
			       z->payload.size >= 4 ? ab_ld_le32(z->payload.data) : 0,
			       "must be that of the codec in zboot.compression");
	return AB_OK;
}

#ifndef AB_WITHOUT_X86_64
static enum ab_err bzimage_codec(const struct ab_bzimage *bz, enum ab_codec begins,
				 struct ab_error *why)
{
	const struct ab_bytes *p = &bz->payload;

	if (p->size == 0)
		return ab_fail(why, AB_ERR_UNSUPPORTED, "setup_header.payload_length", 0,
			       "the bzImage does not give the place of its payload");
	if (begins == AB_CODEC_NONE)
		return ab_fail(why, AB_ERR_UNSUPPORTED, "setup_header.payload.magic",
			       p->size >= 4 ? ab_ld_le32(p->data) : 0,
			       "must be that of gzip, xz, lzma, lz4, zstd or bzip2");
	return AB_OK;
}
#endif

enum ab_err ab_kernel_packed_(const struct ab_image *img, enum ab_codec begins,
			      struct ab_packed *packed, struct ab_error *why)
{
	*packed = (struct ab_packed){ .codec = begins,
				      .stream = img->file,
				      .size = AB_KERNEL_UNPACKED_MAX };
	switch (img->format) {
#ifndef AB_WITHOUT_X86_64
	case AB_IMAGE_BZIMAGE:
		packed->stream = img->bz.payload;
		packed->sized = true;
		packed->size = img->bz.payload_size;
		return bzimage_codec(&img->bz, begins, why);
#endif
	case AB_IMAGE_ZBOOT:
		packed->stream = img->zboot.payload;
		return zboot_codec(&img->zboot, begins, why);
	default:
		return AB_OK;
	}
}

/* ---- passes ------------------------------------------------------------------------------- */

struct ab_passes ab_kernel_passes_(const struct ab_elf *elf)
{
	struct ab_passes passes = { 1, 0 };
	uint64_t at = 0;

	for (uint32_t i = 0; i < elf->n_segments; i++) {
		const struct ab_elf_segment *s = &elf->segment[i];

		if (s->file_size == 0)
			continue;
		if (s->offset < at) {
			passes.n++;
			passes.before += at;
		}
		at = s->offset + s->file_size;
	}
	return passes;
}

void ab_packed_limit_(struct ab_packed *packed, const struct ab_elf *elf)
{
	if (!packed->sized) /* a size word is heeded by each pass, and has been counted */
		packed->size -= ab_kernel_passes_(elf).before;
}

/* ---- its output --------------------------------------------------------------------------- */

enum ab_err ab_feed_open_(struct ab_feed *f, const struct ab_packed *packed, struct ab_work work,
			  struct ab_error *why)
{
	f->block = (struct ab_bytes){ NULL, 0 };
	f->at = 0;
	f->sized = packed->sized;
	f->size = packed->size;
	f->why = why;
	return ab_stream_open(&f->stream, packed->codec, packed->stream, f->size, work, why);
}

/* Read a block if the last one is used up. At the end of the stream, check its length. */
static enum ab_err fill(struct ab_feed *f)
{
	enum ab_err err;

	if (f->block.size != 0)
		return AB_OK;
	if ((err = ab_stream_read(&f->stream, &f->block, f->why)))
		return err;
	if (f->block.size == 0 && f->sized && f->at != f->size)
		return ab_fail(f->why, AB_ERR_IMAGE, ab_codec_stream_name_(f->stream.codec), f->at,
			       "the stream ends before its size word says");
	return AB_OK;
}

enum ab_err ab_feed_take_(struct ab_feed *f, uint64_t most, struct ab_bytes *got)
{
	enum ab_err err = fill(f);

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

enum ab_err ab_feed_skip_(struct ab_feed *f, uint64_t to)
{
	struct ab_bytes got;
	enum ab_err err;

	do {
		if (f->at >= to)
			return AB_OK;
		err = ab_feed_take_(f, to - f->at, &got);
	} while (err == AB_OK && got.size != 0);
	return err;
}
