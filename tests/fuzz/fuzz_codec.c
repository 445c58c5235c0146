/* SPDX-License-Identifier: BSD-2-Clause */
/* Any bytes as a packed stream, in exactly the work memory that it asks for; what comes out does
 * not depend on the size of the blocks. zlib judges what comes out of gzip. */
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include "codec/codec_priv.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define WORK_MAX ((size_t)48 << 20)
#define LIMIT ((uint64_t)2 << 20)
#define HEAD 300
#define SPARE 3000

static void require(bool holds)
{
	if (!holds)
		abort();
}

/* What a pass gave. */
struct pass {
	enum ab_err err;
	uint64_t size;
	uint32_t crc;
	uint64_t value; /* of the error */
	uint8_t head[HEAD]; /* first bytes of the output */
};

/* Lend for the next block what is left of @lent, or half of that and some bytes behind it. */
static void lend_some(struct ab_stream *s, const struct pass *p, struct ab_work lent, bool half)
{
	s->to = (uint8_t *)lent.data + (size_t)p->size;
	s->to_size = lent.size - (size_t)p->size;
	if (half && s->to_size > 1) {
		s->to_spare = s->to_size / 2;
		s->to_size -= s->to_spare;
		s->to_spare = s->to_spare < SPARE ? s->to_spare : SPARE;
		memset(s->to + s->to_size, 0, s->to_spare);
	}
}

/* Two of three blocks may go to @lent, which begins with the output's first byte. */
static struct pass run_into(enum ab_codec codec, struct ab_bytes src, struct ab_work work,
			    size_t block, uint64_t limit, struct ab_work lent)
{
	struct pass p = { AB_OK, 0, 0, 0, { 0 } };
	struct ab_bytes out = { NULL, 1 };
	struct ab_error why = { AB_OK, NULL, 0, NULL };
	unsigned int reads = 0;
	struct ab_stream s;

	p.err = ab_stream_open(&s, codec, src, limit, work, &why);
	if (block != 0)
		s.to_size = s.block_size = block;
	while (p.err == AB_OK && out.size != 0) {
		const uint8_t *at, *base = work.data, *to = NULL;
		size_t room = 0, spare = 0;

		if (p.size < lent.size && reads++ % 3 != 2) {
			lend_some(&s, &p, lent, reads % 2 == 0);
			to = s.to;
			room = s.to_size;
			spare = s.to_spare;
		}
		p.err = ab_stream_read(&s, &out, &why);
		at = out.data;
		require(p.err == AB_OK || (out.size == 0 && why.code == p.err && why.what != NULL));
		require(out.size == 0 || (at == to && out.size <= room) ||
			(at >= base && at + out.size <= base + work.size));
		for (size_t i = 0; i < spare && p.err == AB_OK; i++)
			require(to[room + i] == 0);
		for (size_t i = 0; i < out.size && p.size + i < HEAD; i++)
			p.head[(size_t)p.size + i] = at[i];
		p.crc = ab_crc32(p.crc, out.data, out.size);
		p.size += out.size;
	}
	require(p.size <= limit);
	p.value = why.value;
	require(p.err != AB_OK || s.produced == p.size);
	for (size_t i = s.used; p.err == AB_OK && i < src.size; i++)
		require(((const uint8_t *)src.data)[i] == 0); /* padding */
	return p;
}

static struct pass run(enum ab_codec codec, struct ab_bytes src, struct ab_work work, size_t block,
		       uint64_t limit)
{
	return run_into(codec, src, work, block, limit, (struct ab_work){ NULL, 0 });
}

/* The output is the same, and the judgement, where some of it is put elsewhere. */
static void lend(enum ab_codec codec, struct ab_bytes src, struct ab_work work,
		 const struct pass *p)
{
	struct ab_work lent = { NULL, (size_t)p->size + (p->err != AB_OK ? 100000 : 0) };
	struct pass again;

	lent.data = malloc(lent.size + 1);
	require(lent.data != NULL);
	again = run_into(codec, src, work, 0, LIMIT, lent);
	require(again.err == p->err);
	require(p->err != AB_OK || (again.size == p->size && again.crc == p->crc));
	free(lent.data);
}

/* What is decoded as a stream's head is what its output begins with, if it has any. */
static void judge_head(enum ab_codec codec, struct ab_bytes src, struct ab_work work,
		       const struct pass *p)
{
	uint8_t head[HEAD];
	struct ab_stream s;

	for (size_t n = 1; n <= HEAD; n += n == 1 ? 20 : 93)
		if (ab_stream_open(&s, codec, src, LIMIT, work, NULL) == AB_OK &&
		    ab_codec_head_(&s, head, n)) {
			require(p->size >= n || p->err != AB_OK);
			require(p->size < n || memcmp(head, p->head, n) == 0);
		}
}

/* A stream that asks for more than its header announced says how much: that is enough, or it asks
 * for more again, but not for ever. */
static struct pass follow(enum ab_codec codec, struct ab_bytes src, struct ab_work *work)
{
	struct pass p = run(codec, src, *work, 0, LIMIT);

	for (unsigned int i = 0; p.err == AB_ERR_NOSPACE; i++) {
		require(p.value > work->size && i < 16);
		if (p.value > WORK_MAX)
			break;
		work->size = (size_t)p.value;
		p = run(codec, src, *work, 0, LIMIT);
	}
	return p;
}

/* One byte less of work memory, or of room for the output, is refused. */
static void bounds(enum ab_codec codec, struct ab_bytes src, struct ab_work work, size_t need,
		   const struct pass *p)
{
	const struct pass less = run(codec, src, (struct ab_work){ work.data, need - 1 }, 0, LIMIT);

	require(less.err == AB_ERR_NOSPACE && less.value == need && less.size == 0);
	if (p->err != AB_OK || p->size == 0)
		return;
	require(run(codec, src, work, 0, p->size).err == AB_OK);
	require(run(codec, src, work, 0, p->size - 1).err == AB_ERR_IMAGE);
}

/* zlib has the same bytes of a gzip stream, or refuses it, too. Only codes that leave bits without
 * a meaning may be decoded where zlib refuses them. */
static void judge_gzip(struct ab_bytes src, const struct pass *p)
{
	z_stream z = { .next_in = (uint8_t *)(uintptr_t)src.data, .avail_in = (uInt)src.size };
	static uint8_t out[64 << 10];
	struct pass zlib = { AB_OK, 0, 0, 0, { 0 } };
	int res = Z_OK;

	require(inflateInit2(&z, 15 + 16) == Z_OK);
	while (res == Z_OK && zlib.size <= LIMIT) {
		z.next_out = out;
		z.avail_out = sizeof(out);
		res = inflate(&z, Z_NO_FLUSH);
		zlib.crc = ab_crc32(zlib.crc, out, sizeof(out) - z.avail_out);
		zlib.size += sizeof(out) - z.avail_out;
	}
	if (p->err == AB_OK)
		require(z.msg != NULL
			    ? strstr(z.msg, "s set") != NULL && strstr(z.msg, "header") == NULL
			    : res == Z_STREAM_END && zlib.size == p->size && zlib.crc == p->crc);
	else /* more than zeros follow it, or it is too long */
		require(res != Z_STREAM_END || z.avail_in != 0 || zlib.size > LIMIT);
	inflateEnd(&z);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const struct ab_bytes src = { data, size };
	enum ab_codec codec = ab_codec_detect(src);
	static uint8_t *room;
	struct ab_work work;
	struct pass p, again;
	size_t need = 0;

	if (codec == AB_CODEC_NONE || ab_codec_work(codec, src, &need, NULL) != AB_OK ||
	    need > WORK_MAX)
		return 0;
	if (room == NULL)
		room = malloc(WORK_MAX + 1);
	work = (struct ab_work){ room + 1, need };
	p = follow(codec, src, &work);
	bounds(codec, src, work, need, &p);
	if (codec == AB_CODEC_GZIP)
		judge_gzip(src, &p);
	lend(codec, src, work, &p);
	judge_head(codec, src, work, &p);
	if (codec == AB_CODEC_LZ4 || codec == AB_CODEC_LZ4_LEGACY)
		return 0;
	again = run(codec, src, work, 4093, LIMIT);
	require(again.err == p.err);
	require(p.err != AB_OK || (again.size == p.size && again.crc == p.crc));
	return 0;
}
