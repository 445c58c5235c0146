/* SPDX-License-Identifier: BSD-2-Clause */
/* Inside of the codec module: what a decoder is, and the heap its library allocates from. */
#ifndef AB_CODEC_CODEC_PRIV_H
#define AB_CODEC_CODEC_PRIV_H

#include <aetherboot/codec.h>

/* ---- heap.c: first fit over work memory, as the codec libraries' allocator hooks want it ---- */

struct ab_heap {
	uint8_t *base; /* AB_HEAP_ALIGN-aligned */
	size_t size; /* bytes at base */
	size_t high; /* most of them ever in use */
	uint64_t wanted; /* bytes that a refused allocation would have grown it to; 0: none was */
};

#define AB_HEAP_ALIGN ((size_t)16)

/* What an allocation of @size bytes takes of a heap: header, bytes, padding. */
static inline uint64_t ab_heap_cost(uint64_t size)
{
	return AB_HEAP_ALIGN + ((size + (AB_HEAP_ALIGN - 1)) & ~(uint64_t)(AB_HEAP_ALIGN - 1));
}

/* A heap over @size bytes, a multiple of AB_HEAP_ALIGN. */
void ab_heap_init_(struct ab_heap *h, void *base, size_t size);

/* @n * @size bytes at an AB_HEAP_ALIGN boundary, or NULL. */
void *ab_heap_alloc_(struct ab_heap *h, size_t n, size_t size);

/* Give back what ab_heap_alloc_() gave; NULL is nothing. */
void ab_heap_free_(struct ab_heap *h, void *p);

/* ---- a decoder --------------------------------------------------------------------------- */

/* Parts of the work memory, in this order; each is rounded up to AB_HEAP_ALIGN. */
struct ab_codec_parts {
	uint64_t state; /* the decoder's own */
	uint64_t heap; /* the codec library's */
	uint64_t block; /* output */
};

/* Why a stream cannot be decoded: told as what happened, the caller adds where. */
struct ab_codec_result {
	enum ab_err err;
	const char *hint; /* the rule, a ROM string */
	uint64_t value; /* NOSPACE: heap bytes that would do */
};

struct ab_decoder {
	/* Parts for the stream that begins with @src. */
	struct ab_codec_result (*need)(struct ab_bytes src, struct ab_codec_parts *parts);
	/* Begin: s->state is zeroed but for the heap that it starts with. */
	struct ab_codec_result (*open)(struct ab_stream *s);
	/* Decode into s->block until it is full or the stream ends, which sets s->ended: *@out is
	 * what came out, s->used moves past what went in. */
	struct ab_codec_result (*read)(struct ab_stream *s, struct ab_bytes *out);
};

/* The usual output block: large enough that calls do not count, small enough for a cache. */
#define AB_CODEC_BLOCK ((size_t)64 << 10)

/* Name of a codec's stream in errors, e.g. "xz stream". */
const char *ab_codec_stream_name_(enum ab_codec codec);

#define AB_CODEC_OK ((struct ab_codec_result){ AB_OK, NULL, 0 })
#define AB_CODEC_FAIL(err, hint, value) ((struct ab_codec_result){ err, hint, value })

extern const struct ab_decoder ab_decoder_gzip_; /* gzip.c */
extern const struct ab_decoder ab_decoder_xz_; /* xz.c */
extern const struct ab_decoder ab_decoder_lzma_; /* xz.c */
extern const struct ab_decoder ab_decoder_lz4_legacy_; /* lz4.c */
extern const struct ab_decoder ab_decoder_lz4_; /* lz4.c */
extern const struct ab_decoder ab_decoder_zstd_; /* zstd.c */
extern const struct ab_decoder ab_decoder_bzip2_; /* bzip2.c */

/* Rules that several decoders give. */
#define AB_CODEC_CORRUPT "the data is corrupt"
#define AB_CODEC_TRUNCATED "the data ends too early"
#define AB_CODEC_MEMORY "the work memory is smaller"

#endif /* AB_CODEC_CODEC_PRIV_H */
