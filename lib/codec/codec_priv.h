/* SPDX-License-Identifier: BSD-2-Clause */
/* Interface within the codec module: decoders, and the heap from which their libraries allocate. */
#ifndef AB_CODEC_CODEC_PRIV_H
#define AB_CODEC_CODEC_PRIV_H

#include <aetherboot/codec.h>

/* ---- heap.c: a first-fit heap in work memory, for the allocator hooks of codec libraries -- */

struct ab_heap {
	uint8_t *base; /* a multiple of AB_HEAP_ALIGN */
	size_t size; /* bytes at base */
	size_t high; /* most bytes of it that were in use so far */
	uint64_t wanted; /* size of the heap that a refused allocation needs; 0: none was refused */
};

#define AB_HEAP_ALIGN ((size_t)16)

/* Bytes of a heap that an allocation of @size bytes takes: header, bytes and padding. */
static inline uint64_t ab_heap_cost(uint64_t size)
{
	return AB_HEAP_ALIGN + ((size + (AB_HEAP_ALIGN - 1)) & ~(uint64_t)(AB_HEAP_ALIGN - 1));
}

/* Begin a heap over @size bytes at @base, both multiples of AB_HEAP_ALIGN. */
void ab_heap_init_(struct ab_heap *h, void *base, size_t size);

/* Allocate @n * @size bytes at a multiple of AB_HEAP_ALIGN. NULL: they do not fit. */
void *ab_heap_alloc_(struct ab_heap *h, size_t n, size_t size);

/* Free an allocation of ab_heap_alloc_(). NULL is allowed. */
void ab_heap_free_(struct ab_heap *h, void *p);

/* ---- a decoder --------------------------------------------------------------------------- */

/* Parts of the work memory, in this order; each is rounded up to AB_HEAP_ALIGN. */
struct ab_codec_parts {
	uint64_t state; /* state of the decoder */
	uint64_t heap; /* heap of the codec library */
	uint64_t block; /* output block */
};

/* Result of a decoder. codec.c adds the stream's name and the position. */
struct ab_codec_result {
	enum ab_err err;
	const char *hint; /* the rule, a ROM string */
	uint64_t value; /* NOSPACE: bytes of heap needed */
};

struct ab_decoder {
	/* Compute the parts for the stream @src, from its header. */
	struct ab_codec_result (*need)(struct ab_bytes src, struct ab_codec_parts *parts);
	/* Begin a pass. s->state begins with the heap; the rest of it is zero. */
	struct ab_codec_result (*open)(struct ab_stream *s);
	/* Decode into s->to until it is full or the stream ends, which sets s->ended, or else into
	 * s->block. What is read of earlier output is where it was put. *@out becomes the output,
	 * which may end before the s->to_spare bytes behind s->to: these are zero, or as they were.
	 * s->used grows by the input that was used. */
	struct ab_codec_result (*read)(struct ab_stream *s, struct ab_bytes *out);
};

/* Bytes to lend to a decoder as s->to_spare, where there are as many: a kernel's signature, which
 * ends the last block but is no part of the kernel, is shorter. */
static inline size_t ab_codec_spare_(enum ab_codec codec)
{
#ifdef AB_HAVE_LZ4
	return codec == AB_CODEC_LZ4 || codec == AB_CODEC_LZ4_LEGACY ? (size_t)64 << 10 : 0;
#else
	(void)codec; /* others stop where they must */
	return 0;
#endif
}

/* Decode the first @size bytes of a stream that was opened and not read, which stays so. False:
 * they must be read, as the decoder cannot stop within a block anyway, or they are not there or
 * not right, and reading tells why. What is wrong behind them is found when it is read. */
#ifdef AB_HAVE_LZ4
bool ab_lz4_head_(const struct ab_stream *s, uint8_t *to, size_t size);
#endif
static inline bool ab_codec_head_(const struct ab_stream *s, uint8_t *to, size_t size)
{
#ifdef AB_HAVE_LZ4
	return ab_lz4_head_(s, to, size);
#else
	(void)s;
	(void)to;
	(void)size;
	return false;
#endif
}

/* Size of most output blocks: large enough that the cost of calls does not matter, small enough
 * for a CPU's cache. */
#define AB_CODEC_BLOCK ((size_t)64 << 10)

/* What a user of a codec may need beside it: the sum is a size that the host can address. */
#define AB_CODEC_ROOM_MAX ((size_t)1 << 20)

/* Name of a codec's stream in errors, e.g. "xz stream". */
const char *ab_codec_stream_name_(enum ab_codec codec);

#define AB_CODEC_OK ((struct ab_codec_result){ AB_OK, NULL, 0 })
#define AB_CODEC_FAIL(err, hint, value) ((struct ab_codec_result){ err, hint, value })

extern const struct ab_decoder ab_decoder_gzip_; /* gzip.c */
extern const struct ab_decoder ab_decoder_isal_; /* isal.c; instead of it where there is ISA-L */
extern const struct ab_decoder ab_decoder_xz_; /* xz.c */
extern const struct ab_decoder ab_decoder_lzma_; /* xz.c */
extern const struct ab_decoder ab_decoder_lz4_legacy_; /* lz4.c */
extern const struct ab_decoder ab_decoder_lz4_; /* lz4.c */
extern const struct ab_decoder ab_decoder_zstd_; /* zstd.c */
extern const struct ab_decoder ab_decoder_bzip2_; /* bzip2.c */

/* Most zeros behind a stream. They round a file up to a page, which has 64 KiB at most; a hole of
 * any size at a file's end costs its author nothing, and who reads it much. */
#define AB_CODEC_PADDING ((size_t)64 << 10)

/* True if all input is used, but for zeros that round up a file. gzip ignores them, too. */
static inline bool ab_codec_at_padding_(const struct ab_stream *s)
{
	const uint8_t *p = s->src.data;
	size_t at = s->used;

	if (s->src.size - at > AB_CODEC_PADDING)
		return false;
	while (at < s->src.size && p[at] == 0)
		at++;
	return at == s->src.size;
}

/* Rules that several decoders give. */
#define AB_CODEC_CORRUPT "the data is corrupt"
#define AB_CODEC_TRUNCATED "the data ends too early"
#define AB_CODEC_MEMORY "the work memory is smaller"
#define AB_CODEC_FOLLOWED "must be followed by nothing but up to 64 KiB of zeros"

#endif /* AB_CODEC_CODEC_PRIV_H */
