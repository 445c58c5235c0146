/* SPDX-License-Identifier: BSD-2-Clause */
/* gzip by zlib: one member. RFC 1952. */
#ifdef AB_HAVE_ZLIB
#include "codec_priv.h"

#define ZLIB_CONST
#include <zlib.h>

struct state {
	struct ab_heap heap; /* first */
	z_stream z;
};

#define WINDOW ((uint64_t)1 << 15) /* RFC 1951; a gzip header cannot announce a smaller one */
#define FORMAT (15 + 16) /* that window, and gzip's own header and trailer */

static voidpf zalloc(voidpf heap, uInt items, uInt size)
{
	return ab_heap_alloc_(heap, items, size);
}

static void zfree(voidpf heap, voidpf p)
{
	ab_heap_free_(heap, p);
}

/* zlib allocates its state first, and the window after the first output. */
static voidpf note_size(voidpf size, uInt items, uInt n)
{
	*(uint64_t *)size = (uint64_t)items * n;
	return Z_NULL;
}

static void no_free(voidpf size, voidpf p)
{
	(void)size;
	(void)p;
}

static struct ab_codec_result gzip_need(struct ab_bytes src, struct ab_codec_parts *parts)
{
	uint64_t size = 0;
	z_stream z = { .zalloc = note_size, .zfree = no_free, .opaque = &size };

	(void)src;
	if (inflateInit2(&z, FORMAT) != Z_MEM_ERROR)
		return AB_CODEC_FAIL(AB_ERR_INTERNAL, "zlib must ask for memory", 0);
	*parts = (struct ab_codec_parts){
		.state = sizeof(struct state),
		.heap = ab_heap_cost(size) + ab_heap_cost(WINDOW),
		.block = AB_CODEC_BLOCK,
	};
	return AB_CODEC_OK;
}

static struct ab_codec_result gzip_open(struct ab_stream *s)
{
	struct state *st = s->state;

	st->z.zalloc = zalloc;
	st->z.zfree = zfree;
	st->z.opaque = &st->heap;
	if (inflateInit2(&st->z, FORMAT) != Z_OK)
		return AB_CODEC_FAIL(AB_ERR_NOSPACE, AB_CODEC_MEMORY, st->heap.wanted);
	return AB_CODEC_OK;
}

static struct ab_codec_result gzip_read(struct ab_stream *s, struct ab_bytes *out)
{
	struct state *st = s->state;
	const uint8_t *src = s->src.data;
	z_stream *z = &st->z;
	int res = Z_OK;

	z->next_out = s->to;
	z->avail_out = (uInt)s->to_size;
	while (res == Z_OK && z->avail_out != 0) {
		size_t left = s->src.size - s->used;
		uInt chunk = left < UINT32_MAX ? (uInt)left : UINT32_MAX;

		z->next_in = src + s->used;
		z->avail_in = chunk;
		res = inflate(z, Z_NO_FLUSH);
		s->used += chunk - z->avail_in;
	}
	out->data = s->to;
	out->size = s->to_size - z->avail_out;
	switch (res) {
	case Z_STREAM_END:
		s->ended = true;
		return AB_CODEC_OK;
	case Z_OK:
		return AB_CODEC_OK;
	case Z_BUF_ERROR:
		return AB_CODEC_FAIL(AB_ERR_IMAGE, AB_CODEC_TRUNCATED, 0);
	case Z_MEM_ERROR:
		return AB_CODEC_FAIL(AB_ERR_NOSPACE, AB_CODEC_MEMORY, st->heap.wanted);
	default:
		return AB_CODEC_FAIL(AB_ERR_IMAGE, AB_CODEC_CORRUPT, 0);
	}
}

const struct ab_decoder ab_decoder_gzip_ = { gzip_need, gzip_open, gzip_read };
#else
typedef int ab_gzip_not_built; /* ISO C forbids an empty file */
#endif
