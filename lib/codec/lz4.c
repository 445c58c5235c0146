/* SPDX-License-Identifier: BSD-2-Clause */
/* LZ4 by liblz4's block decoder: legacy frames, and the frame format 1.6.3 with its checksums. */
#ifdef AB_HAVE_LZ4
#include "codec_priv.h"

#include <lz4.h>

#include "../base/libc.h"

/* ---- xxHash, 32 bits: the frame format's checksum. xxhash_spec.md 0.1.1 ------------------- */

#define P1 2654435761u
#define P2 2246822519u
#define P3 3266489917u
#define P4 668265263u
#define P5 374761393u

struct xxh {
	uint32_t lane[4];
	uint64_t total;
	uint8_t kept[16]; /* the last total % 16 bytes, which are no full stripe yet */
};

static uint32_t rotl(uint32_t v, unsigned int n)
{
	return v << n | v >> (32 - n);
}

static void xxh_init(struct xxh *x)
{
	*x = (struct xxh){ .lane = { P1 + P2, P2, 0, 0 - P1 } };
}

static void xxh_stripe(struct xxh *x, const uint8_t *p)
{
	for (unsigned int i = 0; i < 4; i++)
		x->lane[i] = rotl(x->lane[i] + ab_ld_le32(p + 4 * i) * P2, 13) * P1;
}

static void xxh_add(struct xxh *x, const uint8_t *p, size_t n)
{
	size_t kept = (size_t)(x->total % 16);

	x->total += n;
	if (kept != 0) {
		size_t fill = n < 16 - kept ? n : 16 - kept;

		memcpy(x->kept + kept, p, fill);
		if (kept + fill < 16)
			return;
		xxh_stripe(x, x->kept);
		p += fill;
		n -= fill;
	}
	for (; n >= 16; n -= 16, p += 16)
		xxh_stripe(x, p);
	if (n != 0)
		memcpy(x->kept, p, n);
}

static uint32_t xxh_end(const struct xxh *x)
{
	const uint8_t *p = x->kept;
	size_t n = (size_t)(x->total % 16);
	uint32_t h = x->total < 16 ? P5
				   : rotl(x->lane[0], 1) + rotl(x->lane[1], 7) +
					 rotl(x->lane[2], 12) + rotl(x->lane[3], 18);

	h += (uint32_t)x->total;
	for (; n >= 4; n -= 4, p += 4)
		h = rotl(h + ab_ld_le32(p) * P3, 17) * P4;
	for (; n != 0; n--, p++)
		h = rotl(h + *p * P5, 11) * P1;
	h = (h ^ h >> 15) * P2;
	h = (h ^ h >> 13) * P3;
	return h ^ h >> 16;
}

static uint32_t xxh32(const uint8_t *p, size_t n)
{
	struct xxh x;

	xxh_init(&x);
	xxh_add(&x, p, n);
	return xxh_end(&x);
}

/* ---- legacy frames: magic, then blocks of 8 MiB behind their compressed sizes ------------- */

#define LEGACY_MAGIC 0x184c2102u
#define LEGACY_BLOCK ((size_t)8 << 20)

struct legacy {
	struct ab_heap heap; /* first; empty: liblz4's block decoder allocates nothing */
};

static struct ab_codec_result legacy_need(struct ab_bytes src, struct ab_codec_parts *parts)
{
	(void)src;
	*parts = (struct ab_codec_parts){ .state = sizeof(struct legacy), .block = LEGACY_BLOCK };
	return AB_CODEC_OK;
}

static struct ab_codec_result legacy_open(struct ab_stream *s)
{
	s->used = 4;
	return AB_CODEC_OK;
}

/* Blocks are apart from each other. What is lent is used if it has room for any. */
static uint8_t *legacy_to(const struct ab_stream *s)
{
	return s->to_size < LEGACY_BLOCK ? s->block : s->to;
}

/* A frame ends at the end of the file, at the magic number of another frame, or at zeros. */
static struct ab_codec_result legacy_read(struct ab_stream *s, struct ab_bytes *out)
{
	const uint8_t *src = s->src.data;
	char *to = (char *)legacy_to(s);
	uint32_t size = LEGACY_MAGIC;
	int got;

	while (size == LEGACY_MAGIC) {
		s->ended = ab_codec_at_padding_(s);
		if (s->ended)
			return AB_CODEC_OK;
		if (s->src.size - s->used < 4)
			return AB_CODEC_FAIL(AB_ERR_IMAGE, AB_CODEC_TRUNCATED, 0);
		size = ab_ld_le32(src + s->used);
		s->used += 4;
	}
	if (size == 0)
		return AB_CODEC_FAIL(AB_ERR_IMAGE, AB_CODEC_FOLLOWED, 0);
	if (size > (uint32_t)LZ4_COMPRESSBOUND(LEGACY_BLOCK))
		return AB_CODEC_FAIL(AB_ERR_IMAGE, "a block must be at most 8 MiB", 0);
	if (size > s->src.size - s->used)
		return AB_CODEC_FAIL(AB_ERR_IMAGE, AB_CODEC_TRUNCATED, 0);
	got = LZ4_decompress_safe((const char *)src + s->used, to, (int)size, (int)LEGACY_BLOCK);
	if (got <= 0)
		return AB_CODEC_FAIL(AB_ERR_IMAGE, AB_CODEC_CORRUPT, 0);
	s->used += size;
	out->data = to;
	out->size = (size_t)got;
	return AB_CODEC_OK;
}

const struct ab_decoder ab_decoder_lz4_legacy_ = { legacy_need, legacy_open, legacy_read };

/* ---- the frame format: lz4_Frame_format.md ------------------------------------------------ */

enum {
	FLG_DICT_ID = 0x01,
	FLG_RESERVED = 0x02,
	FLG_CONTENT_CHECKSUM = 0x04,
	FLG_CONTENT_SIZE = 0x08,
	FLG_BLOCK_CHECKSUM = 0x10,
	FLG_INDEPENDENT = 0x20,
};

#define HISTORY ((size_t)64 << 10) /* farthest distance of a linked block's matches */
#define UNCOMPRESSED 0x80000000u /* flag in a block's size */

struct frame {
	struct ab_heap heap; /* first; empty */
	struct xxh content;
	uint64_t content_size;
	size_t block_max;
	/* what linked blocks may match, HISTORY bytes in all: @near bytes that end at @end, where
	 * output goes on, and before them @far bytes that end at the block's offset HISTORY */
	uint8_t *end;
	size_t near, far;
	uint8_t flags;
};

/* Read the frame descriptor. *@size becomes its length, the magic number included. */
static struct ab_codec_result descriptor(struct ab_bytes src, struct frame *f, size_t *size)
{
	const uint8_t *p = src.data;
	size_t n = 6;

	if (src.size < 7)
		return AB_CODEC_FAIL(AB_ERR_IMAGE, AB_CODEC_TRUNCATED, 0);
	f->flags = p[4];
	if (f->flags >> 6 != 1 || (f->flags & FLG_RESERVED) != 0 || (p[5] & 0x8f) != 0)
		return AB_CODEC_FAIL(AB_ERR_UNSUPPORTED,
				     "the frame must be of version 1 without reserved flags", 0);
	if (p[5] >> 4 < 4)
		return AB_CODEC_FAIL(AB_ERR_IMAGE, "the block size must be 64 KiB to 4 MiB", 0);
	if ((f->flags & FLG_DICT_ID) != 0)
		return AB_CODEC_FAIL(AB_ERR_UNSUPPORTED, "must not need a dictionary", 0);
	f->block_max = (size_t)1 << (8 + 2 * (p[5] >> 4));
	if ((f->flags & FLG_CONTENT_SIZE) != 0) {
		if (src.size < 15)
			return AB_CODEC_FAIL(AB_ERR_IMAGE, AB_CODEC_TRUNCATED, 0);
		f->content_size = ab_ld_le64(p + 6);
		n = 14;
	}
	if (p[n] != (xxh32(p + 4, n - 4) >> 8 & 0xff))
		return AB_CODEC_FAIL(AB_ERR_IMAGE, "the header checksum must match", 0);
	*size = n + 1;
	return AB_CODEC_OK;
}

static struct ab_codec_result frame_need(struct ab_bytes src, struct ab_codec_parts *parts)
{
	struct frame f = { .flags = 0 };
	size_t size = 0;
	struct ab_codec_result res = descriptor(src, &f, &size);

	*parts = (struct ab_codec_parts){
		.state = sizeof(struct frame),
		.block = HISTORY + (f.block_max > AB_CODEC_BLOCK ? f.block_max : AB_CODEC_BLOCK),
	};
	return res;
}

static struct ab_codec_result frame_open(struct ab_stream *s)
{
	struct frame *f = s->state;

	xxh_init(&f->content);
	f->end = s->block;
	return descriptor(s->src, f, &s->used);
}

/* Take @n bytes of the stream. NULL: it ends before. */
static const uint8_t *take(struct ab_stream *s, size_t n)
{
	const uint8_t *p = (const uint8_t *)s->src.data + s->used;

	if (s->src.size - s->used < n)
		return NULL;
	s->used += n;
	return p;
}

/* Read the end of a frame: the checksum of its content. The block size 0 before it was read. */
static struct ab_codec_result frame_end(struct ab_stream *s)
{
	struct frame *f = s->state;
	const uint8_t *sum;

	if ((f->flags & FLG_CONTENT_SIZE) != 0 && f->content_size != f->content.total)
		return AB_CODEC_FAIL(AB_ERR_IMAGE, "the content size must match", 0);
	s->ended = true;
	if ((f->flags & FLG_CONTENT_CHECKSUM) == 0)
		return AB_CODEC_OK;
	sum = take(s, 4);
	if (sum == NULL)
		return AB_CODEC_FAIL(AB_ERR_IMAGE, AB_CODEC_TRUNCATED, 0);
	if (ab_ld_le32(sum) != xxh_end(&f->content))
		return AB_CODEC_FAIL(AB_ERR_IMAGE, "the content checksum must match", 0);
	return AB_CODEC_OK;
}

/* Bring together what may be matched, before the block's offset HISTORY. */
static void gather(struct ab_stream *s)
{
	struct frame *f = s->state;
	uint8_t *end = s->block + HISTORY;

	if (f->near == 0)
		return;
	if (f->far != 0) /* then the near part is in lent memory */
		memmove(end - f->near - f->far, end - f->far, f->far);
	memmove(end - f->near, f->end - f->near, f->near);
	f->far += f->near;
	f->near = 0;
}

/* Let output go on at @to. */
static void go_on(struct ab_stream *s, uint8_t *to)
{
	struct frame *f = s->state;

	if (to == f->end)
		return;
	gather(s);
	f->end = to;
	if (to == s->block + HISTORY) {
		f->near = f->far;
		f->far = 0;
	}
}

/* Note @got bytes of output. */
static void grow(struct frame *f, size_t got)
{
	xxh_add(&f->content, f->end, got);
	f->end += got;
	if ((f->flags & FLG_INDEPENDENT) != 0)
		return;
	f->near = f->near + got < HISTORY ? f->near + got : HISTORY;
	f->far = f->far < HISTORY - f->near ? f->far : HISTORY - f->near;
}

static int unpack(struct ab_stream *s, const uint8_t *data, size_t size)
{
	struct frame *f = s->state;
	const uint8_t *match;

	if (f->near != 0 && f->far != 0) /* liblz4 takes one piece */
		gather(s);
	match = f->near != 0 ? f->end - f->near : s->block + HISTORY - f->far;
	return LZ4_decompress_safe_usingDict((const char *)data, (char *)f->end, (int)size,
					     (int)f->block_max, (const char *)match,
					     (int)(f->near + f->far));
}

/* Decode one block, for which there is room. */
static struct ab_codec_result frame_block(struct ab_stream *s, uint32_t word)
{
	struct frame *f = s->state;
	size_t size = word & ~UNCOMPRESSED;
	const uint8_t *data, *sum;
	int n;

	if (size > f->block_max)
		return AB_CODEC_FAIL(AB_ERR_IMAGE,
				     "a block must be at most as large as the frame says", 0);
	data = take(s, size);
	sum = data == NULL || (f->flags & FLG_BLOCK_CHECKSUM) == 0 ? data : take(s, 4);
	if (sum == NULL)
		return AB_CODEC_FAIL(AB_ERR_IMAGE, AB_CODEC_TRUNCATED, 0);
	if ((f->flags & FLG_BLOCK_CHECKSUM) != 0 && ab_ld_le32(sum) != xxh32(data, size))
		return AB_CODEC_FAIL(AB_ERR_IMAGE, "the block checksum must match", 0);
	if ((word & UNCOMPRESSED) != 0) {
		memcpy(f->end, data, size);
		n = (int)size;
	} else {
		n = unpack(s, data, size);
	}
	if (n < 0)
		return AB_CODEC_FAIL(AB_ERR_IMAGE, AB_CODEC_CORRUPT, 0);
	grow(f, (size_t)n);
	return AB_CODEC_OK;
}

/* Decode as many blocks as fit into what is lent, or else behind the history. */
static struct ab_codec_result frame_read(struct ab_stream *s, struct ab_bytes *out)
{
	struct frame *f = s->state;
	struct ab_codec_result res = AB_CODEC_OK;
	const bool lent = s->to != s->block && s->to_size >= f->block_max;
	uint8_t *start = lent ? s->to : s->block + HISTORY;
	const uint8_t *limit = lent ? s->to + s->to_size : s->block + s->block_size;

	go_on(s, start);
	while (res.err == AB_OK && !s->ended && f->block_max <= (size_t)(limit - f->end)) {
		const uint8_t *word = take(s, 4);

		if (word == NULL)
			return AB_CODEC_FAIL(AB_ERR_IMAGE, AB_CODEC_TRUNCATED, 0);
		if (ab_ld_le32(word) == 0) {
			res = frame_end(s);
			continue;
		}
		res = frame_block(s, ab_ld_le32(word));
	}
	out->data = start;
	out->size = (size_t)(f->end - start);
	return res;
}

const struct ab_decoder ab_decoder_lz4_ = { frame_need, frame_open, frame_read };
#else
typedef int ab_lz4_not_built; /* ISO C forbids an empty file */
#endif
