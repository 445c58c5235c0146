/* SPDX-License-Identifier: BSD-2-Clause */
/* gzip by ISA-L: one member. RFC 1952. ISA-L inflates and sums; header and trailer are judged here
 * as zlib judges them, so that a file is refused alike in every build. One thing differs: ISA-L
 * decodes a block whose codes are fewer than its bits could tell apart, which no packer writes. */
#ifdef AB_HAVE_ISAL
#include "codec_priv.h"

#include <isa-l/igzip_lib.h>

struct state {
	struct ab_heap heap; /* first; of no bytes, as ISA-L allocates nothing */
	bool begun; /* the member's header is read */
	struct inflate_state z; /* with the window */
};

#define FIXED 10 /* bytes of a header without its optional fields */
#define DEFLATE 8 /* the only method */

/* flags of the header */
#define FHCRC 0x02
#define FEXTRA 0x04
#define FNAME 0x08
#define FCOMMENT 0x10
#define RESERVED 0xe0

static struct ab_codec_result isal_need(struct ab_bytes src, struct ab_codec_parts *parts)
{
	(void)src;
	*parts = (struct ab_codec_parts){ .state = sizeof(struct state), .block = AB_CODEC_BLOCK };
	return AB_CODEC_OK;
}

static struct ab_codec_result isal_open(struct ab_stream *s)
{
	struct state *st = s->state;

	isal_inflate_init(&st->z);
	st->z.crc_flag = ISAL_GZIP_NO_HDR;
	return AB_CODEC_OK;
}

/* The offset behind a text that ends in NUL; beyond the end if it does not. */
static size_t skip_text(struct ab_bytes src, size_t at)
{
	const uint8_t *p = src.data;

	while (at < src.size && p[at] != 0)
		at++;
	return at + 1;
}

/* Find the end of the header. Of its optional fields only their order counts. */
static struct ab_codec_result skip_header(struct ab_bytes src, size_t *end)
{
	const uint8_t *p = src.data;
	size_t at = FIXED;

	if (src.size < 4)
		return AB_CODEC_FAIL(AB_ERR_IMAGE, AB_CODEC_TRUNCATED, 0);
	if (p[2] != DEFLATE || (p[3] & RESERVED) != 0)
		return AB_CODEC_FAIL(AB_ERR_IMAGE, AB_CODEC_CORRUPT, 0);
	if ((p[3] & FEXTRA) != 0)
		at += 2 + (src.size < at + 2 ? (size_t)0 : ab_ld_le16(p + at));
	if ((p[3] & FNAME) != 0)
		at = skip_text(src, at);
	if ((p[3] & FCOMMENT) != 0)
		at = skip_text(src, at);
	*end = at + ((p[3] & FHCRC) != 0 ? 2 : 0);
	if (src.size < *end)
		return AB_CODEC_FAIL(AB_ERR_IMAGE, AB_CODEC_TRUNCATED, 0);
	if (*end != at && ab_ld_le16(p + at) != (ab_crc32(0, p, at) & 0xffff))
		return AB_CODEC_FAIL(AB_ERR_IMAGE, AB_CODEC_CORRUPT, 0);
	return AB_CODEC_OK;
}

/* Compare the sum and the size, which follow the last block, with those of the output. */
static struct ab_codec_result end_member(struct ab_stream *s, uint64_t produced)
{
	struct state *st = s->state;
	const uint8_t *src = s->src.data, *p;
	size_t left;

	/* what it took beyond the last block is still in its register of bits */
	s->used -= (size_t)st->z.read_in_length / 8;
	p = src + s->used;
	left = s->src.size - s->used;
	if (left >= 4 && ab_ld_le32(p) != st->z.crc)
		return AB_CODEC_FAIL(AB_ERR_IMAGE, AB_CODEC_CORRUPT, 0);
	if (left < 8)
		return AB_CODEC_FAIL(AB_ERR_IMAGE, AB_CODEC_TRUNCATED, 0);
	if (ab_ld_le32(p + 4) != (uint32_t)produced)
		return AB_CODEC_FAIL(AB_ERR_IMAGE, AB_CODEC_CORRUPT, 0);
	s->used += 8;
	s->ended = true;
	return AB_CODEC_OK;
}

static struct ab_codec_result isal_read(struct ab_stream *s, struct ab_bytes *out)
{
	struct state *st = s->state;
	struct inflate_state *z = &st->z;
	uint8_t *src = (uint8_t *)(uintptr_t)s->src.data; /* which ISA-L only reads */
	struct ab_codec_result res = AB_CODEC_OK;

	if (!st->begun && (res = skip_header(s->src, &s->used)).err != AB_OK)
		return res;
	st->begun = true;
	z->next_out = s->block;
	z->avail_out = (uint32_t)s->block_size;
	while (z->avail_out != 0 && z->block_state != ISAL_BLOCK_FINISH) {
		const size_t left = s->src.size - s->used, used = s->used;
		const uint32_t room = z->avail_out;

		z->next_in = src + used;
		z->avail_in = left < UINT32_MAX ? (uint32_t)left : UINT32_MAX;
		if (isal_inflate(z) < 0)
			return AB_CODEC_FAIL(AB_ERR_IMAGE, AB_CODEC_CORRUPT, 0);
		s->used = (size_t)(z->next_in - src);
		/* it calls an end of the input no error, and would be called for ever */
		if (s->used == used && z->avail_out == room && z->block_state != ISAL_BLOCK_FINISH)
			return AB_CODEC_FAIL(AB_ERR_IMAGE,
					     left == 0 ? AB_CODEC_TRUNCATED : AB_CODEC_CORRUPT, 0);
	}
	out->data = s->block;
	out->size = s->block_size - z->avail_out;
	return z->block_state == ISAL_BLOCK_FINISH ? end_member(s, s->produced + out->size) : res;
}

const struct ab_decoder ab_decoder_isal_ = { isal_need, isal_open, isal_read };
#else
typedef int ab_isal_not_built; /* ISO C forbids an empty file */
#endif
