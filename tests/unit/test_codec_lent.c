/* SPDX-License-Identifier: BSD-2-Clause */
/* Codecs that put their output into lent memory: the same bytes wherever each block goes, nothing
 * outside of what is lent, and the same judgement of streams that are broken. */
#include "unit.h"

#ifdef AB_HAVE_LZ4
#include "codec/lz4.c" /* for its checksum; with it come its decoders */
#endif

#include "codec/codec_priv.h"
#include "vectors.h"

#define FENCE 64
#define FILL 0xa5

static uint8_t *arena;
static size_t arena_size, high; /* bytes that were lent, which differ from FILL */
static uint8_t spare[64 << 10]; /* what is behind them, as it was */

/* What a pass gave. */
struct pass {
	enum ab_err err;
	const char *rule; /* of the error */
	size_t size; /* bytes that were as they must be */
	size_t in_place;
};

/* Lend for the next block: nothing, or memory from the end of the last output on, or apart. */
static size_t lend(struct ab_stream *s, size_t end, uint64_t *seed)
{
	static const size_t sizes[] = { 1, 1000, 65536, 70000, 300000, 5 << 20, 9 << 20 };
	size_t n, at = end;

	if (*seed == 0)
		return end;
	n = sizes[rnd_below(seed, COUNT(sizes))];
	at += rnd_below(seed, 3) == 0 ? rnd_below(seed, 5000) : 0;
	if (rnd_below(seed, 4) == 0 || at + n + sizeof(spare) + FENCE > arena_size)
		return end;
	s->to = arena + at;
	s->to_size = n;
	if (rnd_below(seed, 2) == 0)
		s->to_spare = rnd_below(seed, 2) == 0 ? sizeof(spare) : rnd_below(seed, 5000);
	memcpy(spare, s->to + n, s->to_spare);
	high = at + n + s->to_spare > high ? at + n + s->to_spare : high;
	return at;
}

/* What is spare is as it was, or zero, though output lay there. */
static void judge_spare(const uint8_t *at, size_t n)
{
	for (size_t i = 0; i < n; i++)
		assert_true(at[i] == spare[i] || at[i] == 0);
}

/* One pass over @src by what @seed chooses; 0: nothing is lent. It is told how long @plain is, or
 * not. */
static struct pass run(enum ab_codec codec, struct ab_bytes src, struct ab_bytes plain, bool told,
		       uint64_t seed)
{
	struct ab_error why = { .other = NULL };
	struct pass p = { .err = AB_OK };
	struct ab_bytes block = { NULL, 1 };
	struct ab_stream s;
	struct ab_work work = { NULL, 0 };
	size_t end = 0;

	memset(arena, FILL, high + FENCE);
	high = 0;
	p.err = ab_codec_work(codec, src, &work.size, NULL);
	if (p.err != AB_OK)
		return p;
	work.data = malloc(work.size);
	p.err = ab_stream_open(&s, codec, src, told ? plain.size : UINT64_MAX, work, &why);
	while (p.err == AB_OK && block.size != 0) {
		const size_t at = lend(&s, end, &seed), room = s.to_size, more = s.to_spare;
		const uint8_t *to = s.to;

		p.err = ab_stream_read(&s, &block, &why);
		assert_true(s.ended || s.to_spare == 0);
		if (p.err == AB_OK)
			judge_spare(to + room, more);
		for (size_t i = high; i < high + FENCE; i++)
			assert_int_equal(arena[i], FILL);
		if (block.size != 0 && block.data == arena + at && to == arena + at) {
			assert_true(block.size <= room);
			end = at + block.size;
			p.in_place += block.size;
		}
		if (p.err == AB_OK && block.size <= plain.size - p.size &&
		    (block.size == 0 ||
		     memcmp(block.data, (const uint8_t *)plain.data + p.size, block.size) == 0))
			p.size += block.size;
	}
	free(work.data);
	p.rule = why.other;
	return p;
}

static void begin(struct ab_bytes plain)
{
	arena_size = 2 * plain.size + ((size_t)10 << 20);
	arena = malloc(arena_size);
	high = arena_size - FENCE;
}

static void test_output_is_the_same_wherever_it_goes(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_VECTORS; i++) {
		struct ab_bytes src = vector_load(vectors[i].name);
		struct ab_bytes plain = vector_plain(vectors[i].plain);
		size_t in_place = 0;

		begin(plain);
		for (uint32_t seed = 0; seed < 12 && ab_codec_built(vectors[i].codec); seed++) {
			const struct pass p =
			    run(vectors[i].codec, src, plain, seed % 2 != 0, seed);

			if (p.err != AB_OK || p.size != plain.size)
				fail_msg("%s, %u: %s, %zu bytes", vectors[i].name, seed,
					 ab_err_name(p.err), p.size);
			assert_true(seed != 0 || p.in_place == 0);
			in_place += p.in_place;
		}
		assert_true(in_place != 0 || plain.size == 0 || !ab_codec_built(vectors[i].codec));
		free(arena);
		free((void *)(uintptr_t)src.data);
		free((void *)(uintptr_t)plain.data);
	}
}

/* Streams with a broken byte: what is found does not depend on where output goes. */
static void test_broken_streams_are_judged_alike(void **state)
{
	uint64_t seed = 1;

	(void)state;
	for (size_t i = 0; i < N_VECTORS; i++) {
		struct ab_bytes src = vector_load(vectors[i].name);
		struct ab_bytes plain = vector_plain(vectors[i].plain);
		uint8_t *bytes = (uint8_t *)(uintptr_t)src.data;

		begin(plain);
		for (unsigned int k = 0; k < 20 && ab_codec_built(vectors[i].codec); k++) {
			const size_t at = rnd_below(&seed, (uint32_t)src.size);
			const uint8_t was = bytes[at];
			struct pass p, lent;

			bytes[at] ^= (uint8_t)(1 << k % 8);
			p = run(vectors[i].codec, src, plain, k % 2 != 0, 0);
			lent = run(vectors[i].codec, src, plain, k % 2 != 0, k + 1);
			if (p.err != lent.err || p.rule != lent.rule)
				fail_msg("%s, byte %zu: %s %s, lent %s %s", vectors[i].name, at,
					 ab_err_name(p.err), p.rule, ab_err_name(lent.err),
					 lent.rule);
			bytes[at] = was;
		}
		free(arena);
		free((void *)(uintptr_t)src.data);
		free((void *)(uintptr_t)plain.data);
	}
}

#ifdef AB_HAVE_LZ4
/* An lz4 frame of linked blocks, some of one byte and some not packed: matches reach over many of
 * them, and over every change of the place that output goes to. */
static struct ab_bytes linked(struct ab_bytes plain, uint64_t seed)
{
	uint8_t *out = malloc(2 * plain.size + 100000);
	LZ4_stream_t *z = LZ4_createStream();
	size_t at = 7;

	ab_st_le32(out, 0x184d2204);
	out[4] = 0x40; /* version 1, linked, no checksums */
	out[5] = 0x40; /* 64 KiB */
	out[6] = (uint8_t)(xxh32(out + 4, 2) >> 8);
	for (size_t from = 0; from < plain.size;) {
		static const size_t sizes[] = { 1, 10, 700, 20000, 65536 };
		const uint8_t *data = (const uint8_t *)plain.data + from;
		size_t n = sizes[rnd_below(&seed, COUNT(sizes))];
		int got;

		n = n < plain.size - from ? n : plain.size - from;
		got = LZ4_compress_fast_continue(z, (const char *)data, (char *)out + at + 4,
						 (int)n, LZ4_compressBound((int)n), 1);
		assert_true(got > 0);
		ab_st_le32(out + at, (uint32_t)got);
		if (rnd_below(&seed, 5) == 0) {
			memcpy(out + at + 4, data, n);
			got = (int)n;
			ab_st_le32(out + at, (uint32_t)n | UNCOMPRESSED);
		}
		at += 4 + (size_t)got;
		from += n;
	}
	ab_st_le32(out + at, 0);
	LZ4_freeStream(z);
	return (struct ab_bytes){ out, at + 4 };
}

static void test_linked_blocks_of_any_size(void **state)
{
	const struct ab_bytes plain = vector_plain(MIXED);

	(void)state;
	begin(plain);
	for (uint32_t seed = 1; seed <= 60; seed++) {
		const struct ab_bytes src = linked(plain, seed);
		const struct pass p = run(AB_CODEC_LZ4, src, plain, seed % 2 != 0, seed / 4);

		if (p.err != AB_OK || p.size != plain.size)
			fail_msg("%u: %s, %zu bytes", seed, ab_err_name(p.err), p.size);
		free((void *)(uintptr_t)src.data);
	}
	free(arena);
	free((void *)(uintptr_t)plain.data);
}

/* How the last bytes of a stream come, if exactly @n bytes of @plain are lent, and @more behind. */
struct tail {
	size_t in_place, elsewhere;
};

static struct tail tail_of(const char *name, struct ab_bytes plain, size_t beyond, size_t more,
			   uint64_t limit)
{
	const struct ab_bytes src = vector_load(name);
	const size_t n = plain.size - beyond;
	struct ab_work work = { NULL, 0 };
	struct ab_bytes block = { NULL, 1 };
	struct tail t = { 0, 0 };
	struct ab_stream s;
	size_t at = 0;

	memset(arena, 0, n + sizeof(spare));
	assert_int_equal(ab_codec_work(ab_codec_detect(src), src, &work.size, NULL), AB_OK);
	work.data = malloc(work.size);
	assert_int_equal(ab_stream_open(&s, ab_codec_detect(src), src, limit, work, NULL), AB_OK);
	while (block.size != 0) {
		if (at < n) {
			s.to = arena + at;
			s.to_size = n - at < (8 << 20) ? n - at : 8 << 20;
			s.to_spare = more;
		}
		assert_int_equal(ab_stream_read(&s, &block, NULL), AB_OK);
		assert_memory_equal(block.data, (const uint8_t *)plain.data + at, block.size);
		if (block.data == arena + at)
			t.in_place += block.size;
		else
			t.elsewhere += block.size;
		at += block.size;
		for (size_t i = 0; block.data != arena + at - block.size && i < more; i++)
			assert_int_equal(arena[n + i], 0);
	}
	assert_int_equal(at, plain.size);
	for (size_t i = 0; i < more; i++)
		assert_int_equal(arena[n + i], 0);
	free(work.data);
	free((void *)(uintptr_t)src.data);
	return t;
}

/* The last block is shorter than others. It is decoded where memory is lent if it fits there, with
 * what is spare; if no limit tells its size, this is tried. */
static void test_the_last_block_goes_where_it_belongs(void **state)
{
	static const struct {
		const char *name;
		enum plain plain;
		size_t last; /* bytes of the last block */
	} rows[] = {
		{ "kernel-legacy.lz4", PLAIN, 0 }, { "big-legacy.lz4", BIG, 8 << 20 },
		{ "linked.lz4", MIXED, 64 << 10 }, { "independent.lz4", PLAIN, 64 << 10 },
		{ "large.lz4", PLAIN, 0 },         { "sized.lz4", PLAIN, 64 << 10 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const struct ab_bytes plain = vector_plain(rows[i].plain);
		const size_t last = rows[i].last != 0 ? plain.size % rows[i].last : plain.size;

		begin(plain);
		assert_true(last > 3000);
		for (unsigned int k = 0; k < 2; k++) {
			const uint64_t limit = k != 0 ? plain.size : UINT64_MAX;
			struct tail t = tail_of(rows[i].name, plain, 0, 0, limit);

			assert_int_equal(t.elsewhere, 0);
			t = tail_of(rows[i].name, plain, 3000, 3000, limit);
			assert_int_equal(t.elsewhere, 3000);
			t = tail_of(rows[i].name, plain, 3000, 65536, limit);
			assert_int_equal(t.elsewhere, 3000);
			t = tail_of(rows[i].name, plain, 3000, 2999, limit);
			assert_int_equal(t.elsewhere, last);
			if (k != 0) /* nothing is tried that cannot succeed */
				assert_int_equal(arena[plain.size - last], 0);
		}
		free(arena);
		free((void *)(uintptr_t)plain.data);
	}
}

/* The head of @src is what @plain begins with, unless it is to be read; the stream stays at its
 * start. */
static bool head_is_right(struct ab_bytes src, struct ab_bytes plain, size_t size, uint64_t limit)
{
	struct ab_work work = { NULL, 0 };
	struct ab_stream s, as_opened;
	uint8_t *head = malloc(size);
	bool found;

	assert_int_equal(ab_codec_work(ab_codec_detect(src), src, &work.size, NULL), AB_OK);
	work.data = malloc(work.size);
	assert_int_equal(ab_stream_open(&s, ab_codec_detect(src), src, limit, work, NULL), AB_OK);
	as_opened = s;
	found = ab_codec_head_(&s, head, size);
	assert_memory_equal(&s, &as_opened, sizeof(s));
	if (found)
		assert_memory_equal(head, plain.data, size);
	free(work.data);
	free(head);
	return found;
}

static void test_only_the_head_is_decoded(void **state)
{
	const size_t most = 64 << 10;

	(void)state;
	for (size_t i = 0; i < N_VECTORS; i++) {
		const struct ab_bytes src = vector_load(vectors[i].name);
		const struct ab_bytes plain = vector_plain(vectors[i].plain);
		const bool lz4 =
		    vectors[i].codec == AB_CODEC_LZ4_LEGACY || vectors[i].codec == AB_CODEC_LZ4;
		uint8_t *bytes = (uint8_t *)(uintptr_t)src.data;

		if (ab_codec_built(vectors[i].codec) && plain.size >= most) {
			/* but a block with a checksum is read whole */
			const bool can = lz4 && (vectors[i].codec == AB_CODEC_LZ4_LEGACY ||
						 (bytes[4] & FLG_BLOCK_CHECKSUM) == 0);

			assert_int_equal(head_is_right(src, plain, most, UINT64_MAX), can);
			assert_int_equal(head_is_right(src, plain, 1, 1), can);
			assert_false(head_is_right(src, plain, most, most - 1));
			assert_false(head_is_right(src, plain, plain.size + 1, UINT64_MAX));
			if (can) { /* no block, or none that is whole */
				memset(bytes + src.size / 2, 0, src.size - src.size / 2);
				head_is_right(src, plain, 1, UINT64_MAX);
				memset(bytes + (vectors[i].codec == AB_CODEC_LZ4 ? 7 : 4), 0, 4);
				if (strcmp(vectors[i].name, "sized.lz4") != 0)
					assert_false(head_is_right(src, plain, 1, UINT64_MAX));
			}
		}
		free(bytes);
		free((void *)(uintptr_t)plain.data);
	}
}
#endif

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_output_is_the_same_wherever_it_goes),
		cmocka_unit_test(test_broken_streams_are_judged_alike),
#ifdef AB_HAVE_LZ4
		cmocka_unit_test(test_linked_blocks_of_any_size),
		cmocka_unit_test(test_the_last_block_goes_where_it_belongs),
		cmocka_unit_test(test_only_the_head_is_decoded),
#endif
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
