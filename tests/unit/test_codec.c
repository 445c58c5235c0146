/* SPDX-License-Identifier: BSD-2-Clause */
/* Codecs against streams that the command-line tools packed. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include "codec/codec_priv.h"
#include "vectors.h"

#ifdef AB_HAVE_ZSTD
#define ZSTD_STATIC_LINKING_ONLY
#include <zstd.h>
#endif

/* What one pass gave. */
struct pass {
	enum ab_err err;
	struct ab_error why;
	uint8_t *data; /* caller frees */
	size_t size, room;
	size_t high, heap; /* of the heap */
};

/* How to make it. */
struct how {
	size_t shift; /* of the work pointer off a 16-byte boundary */
	size_t block_size; /* 0: the codec's */
	uint64_t limit;
	bool dirty; /* work memory is not zero before */
	size_t padding; /* zeros behind the stream */
};

static const struct how usual = { 0, 0, UINT64_MAX, false, 0 };

static void keep(struct pass *p, struct ab_bytes block)
{
	if (p->size + block.size >= p->room) {
		p->room = 2 * (p->size + block.size) + 1;
		p->data = realloc(p->data, p->room);
		assert_non_null(p->data);
	}
	if (block.size != 0)
		memcpy(p->data + p->size, block.data, block.size);
	p->size += block.size;
}

/* Work memory of exactly @need bytes and 16 to shift it by; kept while the size stays. */
static uint8_t *room_of(size_t need)
{
	static uint8_t *room;
	static size_t size;

	if (size != need) {
		free(room);
		room = malloc(need + 16);
		size = need;
	}
	assert_non_null(room);
	return room;
}

static struct pass run(enum ab_codec codec, struct ab_bytes src, struct how how)
{
	struct pass p = { .err = AB_OK };
	struct ab_bytes block = { NULL, 1 };
	struct ab_stream s;
	uint8_t *base;
	size_t need = 0;

	p.err = ab_codec_work(codec, src, &need, &p.why);
	if (p.err != AB_OK)
		return p;
	base = room_of(need);
	if (how.dirty)
		memset(base, 0xaa, need + 16);
	memset(base, 0xaa, how.shift);
	memset(base + how.shift + need, 0xaa, 16 - how.shift);
	p.err = ab_stream_open(&s, codec, src, how.limit,
			       (struct ab_work){ base + how.shift, need }, &p.why);
	if (p.err == AB_OK && how.block_size != 0)
		s.block_size = how.block_size;
	while (p.err == AB_OK && block.size != 0) {
		p.err = ab_stream_read(&s, &block, &p.why);
		if (p.err != AB_OK)
			assert_int_equal(block.size, 0);
		if (block.size != 0) {
			const uint8_t *at = block.data;

			assert_true(at >= base + how.shift);
			assert_true(at + block.size <= base + how.shift + need);
		}
		keep(&p, block);
	}
	if (p.err == AB_OK) {
		assert_true(s.ended);
		assert_int_equal(s.used, src.size - how.padding);
		assert_int_equal(s.produced, p.size);
		assert_int_equal(ab_stream_read(&s, &block, NULL), AB_OK);
		assert_int_equal(block.size, 0);
		p.high = ((struct ab_heap *)s.state)->high;
		p.heap = ((struct ab_heap *)s.state)->size;
	}
	for (size_t i = 0; i < how.shift; i++)
		assert_int_equal(base[i], 0xaa);
	for (size_t i = how.shift + need; i < need + 16; i++)
		assert_int_equal(base[i], 0xaa);
	return p;
}

static void fails(enum ab_codec codec, struct ab_bytes src, enum ab_err err, const char *hint)
{
	struct pass p = run(codec, src, usual);

	assert_int_equal(p.err, err);
	assert_int_equal(p.why.code, err);
	assert_stream_named(&p.why, codec);
	assert_string_equal(p.why.other, hint);
	free(p.data);
}

/* Do @check for each vector whose codec is there. */
static void each(void (*check)(const struct vector *v, struct ab_bytes src, struct ab_bytes plain))
{
	for (size_t i = 0; i < N_VECTORS; i++) {
		struct ab_bytes src = vector_load(vectors[i].name);
		struct ab_bytes plain = vector_plain(vectors[i].plain);

		assert_int_equal(ab_codec_detect(src), vectors[i].codec);
		if (ab_codec_built(vectors[i].codec))
			check(&vectors[i], src, plain);
		else
			fails(vectors[i].codec, src, AB_ERR_UNSUPPORTED,
			      "this build has no decoder for it");
		free((void *)(uintptr_t)src.data);
		free((void *)(uintptr_t)plain.data);
	}
}

static void same(const struct vector *v, struct pass p, struct ab_bytes plain)
{
	if (p.err != AB_OK)
		fail_msg("%s: %s %s", v->name, p.why.what, p.why.other);
	assert_int_equal(p.size, plain.size);
	if (plain.size != 0)
		assert_memory_equal(p.data, plain.data, plain.size);
	free(p.data);
}

static void check_decodes(const struct vector *v, struct ab_bytes src, struct ab_bytes plain)
{
	for (size_t shift = 0; shift < 16; shift += 1 + shift)
		same(v, run(v->codec, src, (struct how){ shift, 0, plain.size, shift == 0 }),
		     plain);
}

static void test_unpacks_what_the_tools_packed(void **state)
{
	(void)state;
	each(check_decodes);
}

/* LZ4 decodes whole blocks: there is no other size for those. */
static void check_chunks(const struct vector *v, struct ab_bytes src, struct ab_bytes plain)
{
	static const size_t sizes[] = { 1, 7, 4096, 65537 };

	if (v->codec == AB_CODEC_LZ4 || v->codec == AB_CODEC_LZ4_LEGACY)
		return;
	for (size_t i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++)
		same(v, run(v->codec, src, (struct how){ 0, sizes[i], plain.size, false }), plain);
}

static void test_output_does_not_depend_on_the_block_size(void **state)
{
	(void)state;
	each(check_chunks);
}

/* The allocations of the library fill the heap: exactly where its sizes can be known, and for
 * liblzma up to the allowance that its own count of memory has. */
static void check_high_water(const struct vector *v, struct ab_bytes src, struct ab_bytes plain)
{
	struct pass p =
	    run(v->codec, src, (struct how){ 3, v->codec == AB_CODEC_GZIP, UINT64_MAX, false });

	(void)plain;
	assert_int_equal(p.err, AB_OK);
	free(p.data);
	if (v->plain == EMPTY || v->codec == AB_CODEC_ZSTD)
		return; /* not all of it is asked for; libzstd: see its own test */
	assert_true(p.high <= p.heap);
	if (v->codec == AB_CODEC_XZ || v->codec == AB_CODEC_LZMA)
		assert_true(p.heap - p.high < (size_t)40 << 10);
	else
		assert_int_equal(p.high, p.heap);
}

static void test_need_is_what_the_library_takes(void **state)
{
	(void)state;
	each(check_high_water);
}

static void check_one_less(const struct vector *v, struct ab_bytes src, struct ab_bytes plain)
{
	struct ab_error why = { AB_OK, NULL, 0, NULL };
	struct ab_stream s;
	size_t need = 0;
	uint8_t *work;

	(void)plain;
	assert_int_equal(ab_codec_work(v->codec, src, &need, NULL), AB_OK);
	work = malloc(need);
	assert_non_null(work);
	assert_int_equal(
	    ab_stream_open(&s, v->codec, src, UINT64_MAX, (struct ab_work){ work, need - 1 }, &why),
	    AB_ERR_NOSPACE);
	assert_int_equal(why.value, need);
	assert_stream_named(&why, v->codec);
	free(work);
}

static void test_one_byte_less_is_refused(void **state)
{
	(void)state;
	each(check_one_less);
}

static void test_need_follows_the_header(void **state)
{
	static const struct {
		const char *name;
		size_t low, high;
	} rows[] = {
#ifdef AB_HAVE_ISAL
		{ "plain.gz", 140 << 10, 160 << 10 },
#else
		{ "plain.gz", 96 << 10, 118 << 10 },
#endif
		{ "kernel.xz", 32 << 20, 33 << 20 },
		{ "blocks.xz", 128 << 10, 288 << 10 },
		{ "kernel.lzma", 64 << 20, 65 << 20 },
		{ "kernel-legacy.lz4", 8 << 20, (8 << 20) + 256 },
		{ "independent.lz4", 128 << 10, 138 << 10 },
		{ "large.lz4", (1 << 20) + (64 << 10), (1 << 20) + (66 << 10) },
		{ "long.zst", 128 << 20, 129 << 20 },
		{ "small.zst", 64 << 10, 258 << 10 },
		{ "kernel.bz2", 3600000, 4200000 },
		{ "blocks.bz2", 400000, 704000 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct ab_bytes src = vector_load(rows[i].name);
		enum ab_codec codec = ab_codec_detect(src);
		size_t need = 0;

		if (ab_codec_built(codec)) {
			assert_int_equal(ab_codec_work(codec, src, &need, NULL), AB_OK);
			assert_in_range(need, rows[i].low, rows[i].high);
		}
		free((void *)(uintptr_t)src.data);
	}
}

static void check_limit(const struct vector *v, struct ab_bytes src, struct ab_bytes plain)
{
	struct pass p;

	if (plain.size == 0)
		return;
	for (int one_byte = 0; one_byte < 2; one_byte++) {
		bool whole = v->codec == AB_CODEC_LZ4 || v->codec == AB_CODEC_LZ4_LEGACY;

		p = run(v->codec, src,
			(struct how){ 0, whole ? 0 : one_byte != 0, plain.size - 1, false });
		assert_int_equal(p.err, AB_ERR_IMAGE);
		assert_string_equal(p.why.other, "must not be longer than expected when unpacked");
		assert_true(p.size <= plain.size - 1);
		assert_int_equal(p.why.value, p.size);
		free(p.data);
	}
}

static void test_output_is_bounded_by_the_limit(void **state)
{
	(void)state;
	each(check_limit);
}

static void check_truncated(const struct vector *v, struct ab_bytes src, struct ab_bytes plain)
{
	size_t step = src.size > 2000 ? src.size / 23 : v->plain == EMPTY ? 1 : 97;

	for (size_t n = 0; n < src.size; n += n < 40 || n + 40 > src.size ? 1 : step) {
		/* its own allocation: sanitizers see what is read past it */
		uint8_t *cut = malloc(n + (n == 0));
		struct pass p;

		assert_non_null(cut);
		memcpy(cut, src.data, n);
		p = run(v->codec, (struct ab_bytes){ cut, n }, usual);
		/* legacy frames may end between blocks: the size word is what tells then */
		if (p.err != AB_ERR_IMAGE &&
		    (v->codec != AB_CODEC_LZ4_LEGACY || p.size == plain.size))
			fail_msg("%s cut to %zu bytes: %d", v->name, n, (int)p.err);
		free(p.data);
		free(cut);
	}
}

static void test_truncated_streams_are_errors(void **state)
{
	(void)state;
	each(check_truncated);
}

static void check_followed(const struct vector *v, struct ab_bytes src, struct ab_bytes plain)
{
	size_t size = src.size;
	uint8_t *both = malloc(2 * size);
	struct pass p;

	assert_non_null(both);
	memcpy(both, src.data, size);
	memcpy(both + size, src.data, size);
	p = run(v->codec, (struct ab_bytes){ both, size + 1 }, usual);
	assert_int_equal(p.err, AB_ERR_IMAGE);
	if (v->codec != AB_CODEC_LZ4_LEGACY)
		assert_string_equal(p.why.other, AB_CODEC_FOLLOWED);
	free(p.data);
	p = run(v->codec, (struct ab_bytes){ both, 2 * size }, usual);
	if (v->codec == AB_CODEC_LZ4_LEGACY) /* the next frame's magic number goes on */
		assert_int_equal(p.size, 2 * plain.size);
	else
		assert_int_equal(p.err, AB_ERR_IMAGE);
	free(p.data);
	free(both);
}

static void test_bytes_after_the_end_are_errors(void **state)
{
	(void)state;
	each(check_followed);
}

/* What rounds a file up to a page is no error; more may be a hole of any size. */
static void check_padded(const struct vector *v, struct ab_bytes src, struct ab_bytes plain)
{
	uint8_t *file = calloc(1, src.size + AB_CODEC_PADDING + 1);

	assert_non_null(file);
	memcpy(file, src.data, src.size);
	for (size_t more = AB_CODEC_PADDING; more <= AB_CODEC_PADDING + 1; more++) {
		const struct how how = { .limit = UINT64_MAX, .padding = more };
		struct pass p = run(v->codec, (struct ab_bytes){ file, src.size + more }, how);

		assert_int_equal(p.err, more > AB_CODEC_PADDING ? AB_ERR_IMAGE : AB_OK);
		if (p.err == AB_OK)
			assert_int_equal(p.size, plain.size);
		else
			assert_string_equal(p.why.other, AB_CODEC_FOLLOWED);
		free(p.data);
	}
	free(file);
}

static void test_zeros_after_the_end(void **state)
{
	(void)state;
	each(check_padded);
}

/* A changed bit gives an error or, where it says nothing, the same bytes: with a checksum. */
static void check_corrupt(const struct vector *v, struct ab_bytes src, struct ab_bytes plain)
{
	size_t step = src.size > 2000 ? src.size / 61 : 1;
	uint8_t *bad = malloc(src.size);

	assert_non_null(bad);
	if (v->plain == BIG)
		step = src.size / 5;
	for (size_t at = 0; at < src.size; at += at < 32 ? 1 : step) {
		size_t need = 0;
		struct pass p = { .err = AB_ERR_IMAGE };

		memcpy(bad, src.data, src.size);
		bad[at] ^= (uint8_t)(1u << (at % 8));
		/* as a caller with bounds of its own would: no gigabytes for a test */
		if (ab_codec_work(v->codec, (struct ab_bytes){ bad, src.size }, &need, NULL) ==
			AB_OK &&
		    need < (size_t)256 << 20)
			p = run(v->codec, (struct ab_bytes){ bad, src.size },
				(struct how){ 0, 0, plain.size, false });
		assert_true(p.size <= plain.size);
		if (p.err == AB_OK && v->checked) {
			assert_int_equal(p.size, plain.size);
			assert_memory_equal(p.data, plain.data, plain.size);
		}
		free(p.data);
	}
	free(bad);
}

static void test_corrupt_streams_do_no_harm(void **state)
{
	(void)state;
	each(check_corrupt);
}

#ifdef AB_HAVE_LZMA
static void test_xz_block_that_outgrows_the_first_needs_the_work_that_is_named(void **state)
{
	struct ab_bytes src = vector_load("grows.xz");
	struct pass p = run(AB_CODEC_XZ, src, usual);
	size_t would_do = (size_t)p.why.value;
	uint8_t *room = malloc(would_do);

	(void)state;
	assert_int_equal(p.err, AB_ERR_NOSPACE);
	assert_string_equal(p.why.what, "xz stream");
	assert_string_equal(p.why.other, "the work memory is smaller");
	assert_in_range(would_do, 32 << 20, 34 << 20);
	for (size_t less = 0; less < 2; less++) {
		struct ab_work work = { room, would_do - less };
		struct ab_bytes block = { NULL, 1 };
		struct ab_error why;
		struct ab_stream s;
		enum ab_err err;

		err = ab_stream_open(&s, AB_CODEC_XZ, src, UINT64_MAX, work, &why);
		while (err == AB_OK && block.size != 0)
			err = ab_stream_read(&s, &block, &why);
		assert_int_equal(err, less != 0 ? AB_ERR_NOSPACE : AB_OK);
		if (less != 0)
			assert_int_equal(why.value, would_do);
		else
			assert_int_equal(s.produced, 300000);
	}
	free(room);
	free(p.data);
	free((void *)(uintptr_t)src.data);
}
#endif

#ifdef AB_HAVE_ZSTD
/* What libzstd itself refuses to work in is one byte less than what is asked for. */
static void test_zstd_need_is_libzstds_own_least(void **state)
{
	static const char *const names[] = { "kernel.zst", "small.zst" };

	(void)state;
	for (size_t i = 0; i < 2; i++) {
		struct ab_bytes src = vector_load(names[i]);
		struct pass p = run(AB_CODEC_ZSTD, src, usual);
		size_t heap = p.heap;

		free(p.data);

		for (size_t less = 0; less <= 64; less += 64) {
			uint8_t out[100];
			ZSTD_inBuffer in = { src.data, src.size, 0 };
			ZSTD_outBuffer to = { out, sizeof(out), 0 };
			void *room = malloc(heap);
			ZSTD_DStream *z = ZSTD_initStaticDStream(room, heap - less);

			assert_non_null(z);
			assert_int_equal(ZSTD_isError(ZSTD_decompressStream(z, &to, &in)),
					 less != 0);
			free(room);
		}
		free((void *)(uintptr_t)src.data);
	}
}
#endif

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_unpacks_what_the_tools_packed),
		cmocka_unit_test(test_output_does_not_depend_on_the_block_size),
		cmocka_unit_test(test_need_is_what_the_library_takes),
		cmocka_unit_test(test_one_byte_less_is_refused),
		cmocka_unit_test(test_need_follows_the_header),
		cmocka_unit_test(test_output_is_bounded_by_the_limit),
		cmocka_unit_test(test_truncated_streams_are_errors),
		cmocka_unit_test(test_bytes_after_the_end_are_errors),
		cmocka_unit_test(test_zeros_after_the_end),
		cmocka_unit_test(test_corrupt_streams_do_no_harm),
#ifdef AB_HAVE_LZMA
		cmocka_unit_test(
		    test_xz_block_that_outgrows_the_first_needs_the_work_that_is_named),
#endif
#ifdef AB_HAVE_ZSTD
		cmocka_unit_test(test_zstd_need_is_libzstds_own_least),
#endif
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
