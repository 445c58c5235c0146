/* SPDX-License-Identifier: BSD-2-Clause */
/* zstd by libzstd: one frame. RFC 8878. Only this file needs libzstd's static-memory API. */
#ifdef AB_HAVE_ZSTD
#include "codec_priv.h"

#define ZSTD_STATIC_LINKING_ONLY
#include <zstd.h>
#include <zstd_errors.h>

struct state {
	struct ab_heap heap; /* first; only its bounds count: libzstd divides the memory itself */
	ZSTD_DStream *z;
};

#define WINDOW_MIN ((uint64_t)1 << 10)
#define IDLE_MAX ((size_t)256 << 10) /* input without output: two of the largest blocks */

/* Compute the memory of a stream as libzstd does: context, one block of input, and the window with
 * one block of output. libzstd's own estimate ignores the unpacked size, which may be less than
 * the window. */
static struct ab_codec_result size_of(const ZSTD_frameHeader *h, uint64_t *size)
{
	uint64_t window = h->windowSize > WINDOW_MIN ? h->windowSize : WINDOW_MIN;
	uint64_t block = h->blockSizeMax > 4 ? h->blockSizeMax : 4;
	size_t out;

	if (h->frameType != ZSTD_frame)
		return AB_CODEC_FAIL(AB_ERR_UNSUPPORTED, "must not begin with a skippable frame",
				     0);
	if (h->dictID != 0)
		return AB_CODEC_FAIL(AB_ERR_UNSUPPORTED, "must not need a dictionary", 0);
	if (window > (uint64_t)1 << ZSTD_WINDOWLOG_MAX)
		return AB_CODEC_FAIL(AB_ERR_UNSUPPORTED,
				     "the window must be at most what libzstd decodes", 0);
	out = ZSTD_decodingBufferSize_min(window, h->frameContentSize);
	if (ZSTD_isError(out))
		return AB_CODEC_FAIL(AB_ERR_UNSUPPORTED,
				     "the window must be at most what libzstd decodes", 0);
	*size = ZSTD_estimateDCtxSize() + block + out;
	return AB_CODEC_OK;
}

static struct ab_codec_result zstd_need(struct ab_bytes src, struct ab_codec_parts *parts)
{
	struct ab_codec_result res;
	ZSTD_frameHeader header;
	uint64_t size = 0;
	size_t ret = ZSTD_getFrameHeader(&header, src.data, src.size);

	switch (ZSTD_getErrorCode(ret)) {
	case ZSTD_error_no_error:
		break;
	case ZSTD_error_frameParameter_windowTooLarge:
		return AB_CODEC_FAIL(AB_ERR_UNSUPPORTED,
				     "the window must be at most what libzstd decodes", 0);
	case ZSTD_error_frameParameter_unsupported:
		return AB_CODEC_FAIL(AB_ERR_UNSUPPORTED,
				     "the frame header must be one that libzstd decodes", 0);
	default:
		return AB_CODEC_FAIL(AB_ERR_IMAGE, "the frame header must not be corrupt", 0);
	}
	if (ret != 0)
		return AB_CODEC_FAIL(AB_ERR_IMAGE, AB_CODEC_TRUNCATED, 0);
	res = size_of(&header, &size);
	*parts = (struct ab_codec_parts){
		.state = sizeof(struct state),
		.heap = size,
		.block = AB_CODEC_BLOCK,
	};
	return res;
}

static struct ab_codec_result zstd_open(struct ab_stream *s)
{
	struct state *st = s->state;

	st->z = ZSTD_initStaticDStream(st->heap.base, st->heap.size);
	if (st->z == NULL ||
	    ZSTD_isError(ZSTD_DCtx_setParameter(st->z, ZSTD_d_windowLogMax, ZSTD_WINDOWLOG_MAX)))
		return AB_CODEC_FAIL(AB_ERR_INTERNAL, "libzstd must accept its work memory", 0);
	return AB_CODEC_OK;
}

static struct ab_codec_result zstd_read(struct ab_stream *s, struct ab_bytes *out)
{
	struct state *st = s->state;
	ZSTD_inBuffer in = { s->src.data, s->used, s->used };
	ZSTD_outBuffer to = { s->to, s->to_size, 0 };
	size_t ret = 1, idle = 0;

	while (ret != 0 && to.pos < to.size) {
		const size_t in_pos = in.pos, out_pos = to.pos, left = s->src.size - in_pos;

		in.size = in_pos + (left < IDLE_MAX ? left : IDLE_MAX);
		ret = ZSTD_decompressStream(st->z, &to, &in);
		if (ZSTD_isError(ret)) {
			/* size_of() counted the same header by libzstd's own rules */
			if (ZSTD_getErrorCode(ret) == ZSTD_error_memory_allocation)
				return AB_CODEC_FAIL(AB_ERR_INTERNAL,
						     "libzstd must need no more memory", 0);
			return AB_CODEC_FAIL(AB_ERR_IMAGE, AB_CODEC_CORRUPT, 0);
		}
		if (ret != 0 && in.pos == in_pos && to.pos == out_pos)
			return AB_CODEC_FAIL(AB_ERR_IMAGE, AB_CODEC_TRUNCATED, 0);
		/* zeros are empty blocks, and a hole in a file has any number of them */
		idle = to.pos == out_pos ? idle + (in.pos - in_pos) : 0;
		if (idle >= IDLE_MAX)
			return AB_CODEC_FAIL(AB_ERR_IMAGE,
					     "must unpack to something in each 256 KiB", 0);
	}
	s->used = in.pos;
	s->ended = ret == 0;
	out->data = s->to;
	out->size = to.pos;
	return AB_CODEC_OK;
}

const struct ab_decoder ab_decoder_zstd_ = { zstd_need, zstd_open, zstd_read };
#else
typedef int ab_zstd_not_built; /* ISO C forbids an empty file */
#endif
