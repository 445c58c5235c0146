/* SPDX-License-Identifier: BSD-2-Clause */
/* bzip2 by libbz2: one stream. */
#ifdef AB_HAVE_BZIP2
#include "codec_priv.h"

#include <bzlib.h>

struct state {
	struct ab_heap heap; /* first */
	bz_stream z;
};

#define BLOCK_UNIT ((uint64_t)100000) /* bytes that 1 in the header's digit stands for */

static void *bzalloc(void *heap, int n, int size)
{
	return n < 0 || size < 0 ? NULL : ab_heap_alloc_(heap, (size_t)n, (size_t)size);
}

static void bzfree(void *heap, void *p)
{
	ab_heap_free_(heap, p);
}

/* libbz2 allocates its state first, and the block when it has read the header. */
static void *note_size(void *size, int n, int each)
{
	*(uint64_t *)size = (uint64_t)n * (uint64_t)each;
	return NULL;
}

static void no_free(void *size, void *p)
{
	(void)size;
	(void)p;
}

static struct ab_codec_result bzip2_need(struct ab_bytes src, struct ab_codec_parts *parts)
{
	const uint8_t *p = src.data;
	uint64_t size = 0;
	bz_stream z = { .bzalloc = note_size, .bzfree = no_free, .opaque = &size };

	if (src.size < 4)
		return AB_CODEC_FAIL(AB_ERR_IMAGE, AB_CODEC_TRUNCATED, 0);
	if (p[3] < '1' || p[3] > '9')
		return AB_CODEC_FAIL(AB_ERR_IMAGE, "the block size must be 1 to 9", 0);
	if (BZ2_bzDecompressInit(&z, 0, 0) != BZ_MEM_ERROR)
		return AB_CODEC_FAIL(AB_ERR_INTERNAL, "libbz2 must ask for memory", 0);
	*parts = (struct ab_codec_parts){
		.state = sizeof(struct state),
		.heap =
		    ab_heap_cost(size) + ab_heap_cost((p[3] - '0') * BLOCK_UNIT * sizeof(uint32_t)),
		.block = AB_CODEC_BLOCK,
	};
	return AB_CODEC_OK;
}

static struct ab_codec_result bzip2_open(struct ab_stream *s)
{
	struct state *st = s->state;

	st->z.bzalloc = bzalloc;
	st->z.bzfree = bzfree;
	st->z.opaque = &st->heap;
	if (BZ2_bzDecompressInit(&st->z, 0, 0) != BZ_OK)
		return AB_CODEC_FAIL(AB_ERR_NOSPACE, AB_CODEC_MEMORY, st->heap.wanted);
	return AB_CODEC_OK;
}

static struct ab_codec_result bzip2_read(struct ab_stream *s, struct ab_bytes *out)
{
	struct state *st = s->state;
	const uint8_t *src = s->src.data;
	bz_stream *z = &st->z;
	int res = BZ_OK;

	z->next_out = (char *)s->to;
	z->avail_out = (unsigned int)s->to_size;
	while (res == BZ_OK && z->avail_out != 0) {
		size_t left = s->src.size - s->used;
		unsigned int chunk = left < UINT32_MAX ? (unsigned int)left : UINT32_MAX;
		unsigned int room = z->avail_out;

		z->next_in = (char *)(uintptr_t)(src + s->used); /* only read */
		z->avail_in = chunk;
		res = BZ2_bzDecompress(z);
		s->used += chunk - z->avail_in;
		if (res == BZ_OK && z->avail_out == room && z->avail_in == chunk)
			return AB_CODEC_FAIL(AB_ERR_IMAGE, AB_CODEC_TRUNCATED, 0);
	}
	out->data = s->to;
	out->size = s->to_size - z->avail_out;
	switch (res) {
	case BZ_STREAM_END:
		s->ended = true;
		return AB_CODEC_OK;
	case BZ_OK:
		return AB_CODEC_OK;
	case BZ_MEM_ERROR:
		return AB_CODEC_FAIL(AB_ERR_NOSPACE, AB_CODEC_MEMORY, st->heap.wanted);
	default:
		return AB_CODEC_FAIL(AB_ERR_IMAGE, AB_CODEC_CORRUPT, 0);
	}
}

const struct ab_decoder ab_decoder_bzip2_ = { bzip2_need, bzip2_open, bzip2_read };
#else
typedef int ab_bzip2_not_built; /* ISO C forbids an empty file */
#endif
