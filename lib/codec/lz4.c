/* SPDX-License-Identifier: BSD-2-Clause */
/* LZ4 by liblz4's block decoder: legacy frames, and the frame format 1.6.3 with its checksums. */
#ifdef AB_HAVE_LZ4
#include "codec_priv.h"

#include <lz4.h>

#include "../base/libc.h"
#include "xxh32.h"

/* ---- blocks in lent memory ---------------------------------------------------------------- */

/* Bytes of lent memory, at most @most, that the next block may take; 0: it goes to s->block. Where
 * there are less than @most the block must be the last one to be tried, as others are @most bytes
 * long, and it is not tried if the limit shows that it may be longer. */
static size_t lent_room(const struct ab_stream *s, size_t most, bool last)
{
	const uint64_t left = s->limit - s->produced;
	const size_t room = s->to_size + s->to_spare;

	if (s->to == s->block)
		return 0;
	if (room >= most)
		return most;
	return last && (left <= room || left > most) ? room : 0;
}

/* End the use of @room bytes of lent memory, of which output took @got: keep at @kept what lies
 * beyond s->to_size, and clear that. Returns the bytes that are kept. */
static size_t leave_spare(struct ab_stream *s, size_t room, size_t got, uint8_t *kept)
{
	const size_t over = got > s->to_size ? got - s->to_size : 0;

	if (over != 0)
		memcpy(kept, s->to + s->to_size, over);
	if (room > s->to_size)
		memset(s->to + s->to_size, 0, room - s->to_size);
	return over;
}

/* Decode the first @size bytes of a block. False: it is shorter, or corrupt up to there. */
static bool unpack_head(const void *data, size_t packed, uint8_t *to, size_t size)
{
	return LZ4_decompress_safe_partial(data, (char *)to, (int)packed, (int)size, (int)size) ==
	       (int)size;
}

/* ---- legacy frames: magic, then blocks of 8 MiB behind their compressed sizes ------------- */

#define LEGACY_MAGIC 0x184c2102u
#define LEGACY_BLOCK ((size_t)8 << 20)

struct legacy {
	struct ab_heap heap; /* first; empty: liblz4's block decoder allocates nothing */
	size_t kept; /* bytes at the block that are yet to be handed out */
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

/* Take the next block, unless the stream has ended. A frame ends at the end of the file, at the
 * magic number of another frame, or at zeros. */
static struct ab_codec_result legacy_block(struct ab_stream *s, struct ab_bytes *block)
{
	const uint8_t *src = s->src.data;
	uint32_t size = LEGACY_MAGIC;

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
	*block = (struct ab_bytes){ src + s->used, size };
	s->used += size;
	return AB_CODEC_OK;
}

/* Blocks are apart from each other: one that does not fit into lent memory begins anew. */
static struct ab_codec_result legacy_read(struct ab_stream *s, struct ab_bytes *out)
{
	struct legacy *l = s->state;
	struct ab_bytes block;
	struct ab_codec_result res;
	size_t room;
	int got = -1;

	*out = (struct ab_bytes){ s->block, l->kept };
	l->kept = 0;
	if (out->size != 0)
		return AB_CODEC_OK;
	res = legacy_block(s, &block);
	if (res.err != AB_OK || s->ended)
		return res;
	room = lent_room(s, LEGACY_BLOCK, ab_codec_at_padding_(s));
	if (room != 0) {
		got = LZ4_decompress_safe(block.data, (char *)s->to, (int)block.size, (int)room);
		l->kept = leave_spare(s, room, got > 0 ? (size_t)got : 0, s->block);
		*out = (struct ab_bytes){ s->to, (size_t)got - l->kept };
	}
	if (got < 0) {
		got = LZ4_decompress_safe(block.data, (char *)s->block, (int)block.size,
					  (int)LEGACY_BLOCK);
		*out = (struct ab_bytes){ s->block, (size_t)got };
	}
	return got > 0 ? AB_CODEC_OK : AB_CODEC_FAIL(AB_ERR_IMAGE, AB_CODEC_CORRUPT, 0);
}

static bool legacy_head(struct ab_stream *s, uint8_t *to, size_t size)
{
	struct ab_bytes block;

	return legacy_block(s, &block).err == AB_OK && !s->ended &&
	       unpack_head(block.data, block.size, to, size);
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
	size_t kept; /* bytes at the block's offset HISTORY that are yet to be handed out */
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

static int unpack(struct ab_stream *s, const uint8_t *data, size_t size, size_t room)
{
	struct frame *f = s->state;
	const uint8_t *match;

	if (f->near != 0 && f->far != 0) /* liblz4 takes one piece */
		gather(s);
	match = f->near != 0 ? f->end - f->near : s->block + HISTORY - f->far;
	return LZ4_decompress_safe_usingDict((const char *)data, (char *)f->end, (int)size,
					     (int)room, (const char *)match,
					     (int)(f->near + f->far));
}

/* Decode a block of @size bytes into @room bytes. Less than 0: it is corrupt, or does not fit. */
static int put(struct ab_stream *s, uint32_t word, const uint8_t *data, size_t size, size_t room)
{
	const struct frame *f = s->state;

	if ((word & UNCOMPRESSED) == 0)
		return unpack(s, data, size, room);
	if (size > room)
		return -1;
	memcpy(f->end, data, size);
	return (int)size;
}

/* Let output go to the block, as nothing is lent, or not enough. */
static void use_block(struct ab_stream *s)
{
	s->to = s->block + HISTORY;
	s->to_size = s->block_size - HISTORY;
	s->to_spare = 0;
	go_on(s, s->to);
}

/* Bytes that the next block may take at f->end. */
static size_t frame_room(const struct ab_stream *s)
{
	const struct frame *f = s->state;
	const size_t all = s->to_size + s->to_spare;

	return all < f->block_max ? all : f->block_max;
}

/* Decode one block. If it does not fit into lent memory, it goes elsewhere. */
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
	n = put(s, word, data, size, frame_room(s));
	if (n < 0 && s->to_size < f->block_max) {
		(void)leave_spare(s, frame_room(s), 0, NULL);
		use_block(s);
		n = put(s, word, data, size, f->block_max);
	}
	if (n < 0)
		return AB_CODEC_FAIL(AB_ERR_IMAGE, AB_CODEC_CORRUPT, 0);
	grow(f, (size_t)n);
	return AB_CODEC_OK;
}

/* True if the frame ends behind the next block. */
static bool is_last(const struct ab_stream *s)
{
	const struct frame *f = s->state;
	const uint8_t *p = (const uint8_t *)s->src.data + s->used;
	const size_t left = s->src.size - s->used;
	uint64_t size = (f->flags & FLG_BLOCK_CHECKSUM) != 0 ? 8 : 4;

	if (left < 4)
		return false;
	size += ab_ld_le32(p) & ~UNCOMPRESSED;
	return ab_within(size, 4, left) && ab_ld_le32(p + size) == 0;
}

/* Decode as many blocks as surely fit into what is lent, or one that ends there, or else as many
 * as fit behind the history. */
static struct ab_codec_result frame_read(struct ab_stream *s, struct ab_bytes *out)
{
	struct frame *f = s->state;
	struct ab_codec_result res;

	*out = (struct ab_bytes){ s->block + HISTORY, f->kept };
	f->kept = 0;
	if (out->size != 0)
		return AB_CODEC_OK;
	if (s->to != s->block &&
	    (s->to_size >= f->block_max || (is_last(s) && lent_room(s, f->block_max, true) != 0)))
		go_on(s, s->to);
	else
		use_block(s);
	do {
		const uint8_t *word = take(s, 4);

		if (word == NULL)
			return AB_CODEC_FAIL(AB_ERR_IMAGE, AB_CODEC_TRUNCATED, 0);
		res = ab_ld_le32(word) == 0 ? frame_end(s) : frame_block(s, ab_ld_le32(word));
		out->size = (size_t)(f->end - s->to);
	} while (res.err == AB_OK && !s->ended &&
		 (out->size == 0 || out->size + f->block_max <= s->to_size));
	out->data = s->to;
	if (s->to_size < f->block_max) { /* the last block: nothing matches what is kept */
		f->kept = leave_spare(s, frame_room(s), out->size, s->block + HISTORY);
		out->size -= f->kept;
	}
	return res;
}

/* A block's checksum is of all of it, so such blocks are read. */
static bool frame_head(struct ab_stream *s, uint8_t *to, size_t size)
{
	const struct frame *f = s->state;
	const uint8_t *p = take(s, 4);
	const uint32_t word = p != NULL ? ab_ld_le32(p) : UNCOMPRESSED;

	if ((f->flags & FLG_BLOCK_CHECKSUM) != 0 || (word & UNCOMPRESSED) != 0 ||
	    word > f->block_max || (p = take(s, word)) == NULL)
		return false;
	return unpack_head(p, word, to, size);
}

const struct ab_decoder ab_decoder_lz4_ = { frame_need, frame_open, frame_read };

/* ---- the head of either ------------------------------------------------------------------- */

bool ab_lz4_head_(const struct ab_stream *s, uint8_t *to, size_t size)
{
	struct ab_stream copy = *s;

	if (size > s->limit)
		return false;
	if (s->codec == AB_CODEC_LZ4_LEGACY)
		return legacy_head(&copy, to, size);
	return s->codec == AB_CODEC_LZ4 && frame_head(&copy, to, size);
}
#else
typedef int ab_lz4_not_built; /* ISO C forbids an empty file */
#endif
