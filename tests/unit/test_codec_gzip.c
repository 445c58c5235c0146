/* SPDX-License-Identifier: BSD-2-Clause */
/* gzip, by whichever library unpacks it, against zlib itself: each stream, each cut and each
 * changed byte gets the same verdict, and the same bytes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <zlib.h>

#include "codec/codec_priv.h"
#include "vectors.h"

#define ROOM ((size_t)1 << 19)
#define BLOCK ((size_t)64 << 10) /* what one read gives */

/* What came of a stream. */
struct verdict {
	enum ab_err err;
	const char *rule;
	uint64_t at; /* of an error: where in the output */
	bool odd_codes; /* zlib: codes that it refuses and ISA-L may decode */
	size_t size;
	uint8_t *out; /* ROOM bytes */
};

static uint8_t their_out[ROOM], our_out[ROOM];
static struct verdict theirs, ours;

/* Tell what zlib thinks of one member, a block of output after the other. */
static void by_zlib(const uint8_t *src, size_t size)
{
	struct verdict *v = &theirs;
	z_stream z = { .next_in = (uint8_t *)(uintptr_t)src, .avail_in = (uInt)size };
	int res = Z_OK;

	*v = (struct verdict){ .err = AB_OK, .out = their_out };
	assert_int_equal(inflateInit2(&z, 15 + 16), Z_OK);
	while (res == Z_OK) {
		z.next_out = v->out + v->size;
		z.avail_out = BLOCK;
		while (res == Z_OK && z.avail_out != 0)
			res = inflate(&z, Z_NO_FLUSH);
		if (res == Z_OK || res == Z_STREAM_END)
			v->size += BLOCK - z.avail_out;
		assert_true(v->size + BLOCK <= ROOM);
	}
	if (res != Z_STREAM_END) {
		v->err = AB_ERR_IMAGE;
		v->rule = res == Z_BUF_ERROR ? AB_CODEC_TRUNCATED : AB_CODEC_CORRUPT;
		v->odd_codes = z.msg != NULL && strstr(z.msg, "s set") != NULL &&
			       strstr(z.msg, "header") == NULL;
	} else if (z.avail_in != 0) {
		v->err = AB_ERR_IMAGE;
		v->rule = AB_CODEC_FOLLOWED;
		v->size -= BLOCK - z.avail_out; /* the last block is not handed out */
	}
	v->at = v->size;
	inflateEnd(&z);
}

static void by_us(const uint8_t *src, size_t size)
{
	struct verdict *v = &ours;
	uint8_t *copy = malloc(size + 1); /* sanitizers see what is read beyond it */
	struct ab_bytes block = { NULL, 1 };
	struct ab_work work = { NULL, 0 };
	struct ab_error why;
	struct ab_stream s;

	*v = (struct verdict){ .err = AB_OK, .out = our_out };
	assert_non_null(copy);
	memcpy(copy, src, size);
	copy = realloc(copy, size + (size == 0));
	assert_non_null(copy);
	v->err = ab_codec_work(AB_CODEC_GZIP, (struct ab_bytes){ copy, size }, &work.size, &why);
	if (v->err == AB_OK) {
		work.data = malloc(work.size);
		assert_non_null(work.data);
		v->err = ab_stream_open(&s, AB_CODEC_GZIP, (struct ab_bytes){ copy, size },
					UINT64_MAX, work, &why);
	}
	while (v->err == AB_OK && block.size != 0) {
		v->err = ab_stream_read(&s, &block, &why);
		assert_true(v->size + block.size <= ROOM);
		if (block.size != 0)
			memcpy(v->out + v->size, block.data, block.size);
		v->size += block.size;
	}
	if (v->err != AB_OK) {
		v->rule = why.other;
		v->at = why.value;
	}
	free(work.data);
	free(copy);
}

/* Both, of the same bytes. Where the output ends with a block, the read of that block may find what
 * is wrong behind it, or the next one. */
static void compare(const uint8_t *src, size_t size, const char *what, size_t at)
{
	by_zlib(src, size);
	by_us(src, size);
	if (theirs.odd_codes)
		return;
	if (ours.err != theirs.err)
		fail_msg("%s at %zu: %d, zlib has %d (%s)", what, at, (int)ours.err,
			 (int)theirs.err, theirs.rule);
	if (theirs.err != AB_OK) {
		if (strcmp(ours.rule, theirs.rule) != 0)
			fail_msg("%s at %zu: \"%s\", zlib has \"%s\"", what, at, ours.rule,
				 theirs.rule);
		assert_int_equal(ours.at, ours.size);
		assert_true(ours.at == theirs.at || ours.at + BLOCK == theirs.at);
	} else {
		assert_int_equal(ours.size, theirs.size);
	}
	assert_memory_equal(ours.out, theirs.out, ours.size);
}

/* Optional fields of a header. */
enum { EXTRA = 1, NAME = 2, COMMENT = 4, SUM = 8, FIELDS = 16 };

static size_t pack(uint8_t *to, const uint8_t *plain, size_t size, int level, int strategy,
		   unsigned int fields)
{
	gz_header header = { .extra = (fields & EXTRA) != 0 ? (uint8_t *)"\1\2\3\0\5" : NULL,
			     .extra_len = 5,
			     .name = (fields & NAME) != 0 ? (uint8_t *)"Image" : NULL,
			     .comment = (fields & COMMENT) != 0 ? (uint8_t *)"" : NULL,
			     .hcrc = (fields & SUM) != 0 };
	z_stream z = { .next_in = (uint8_t *)(uintptr_t)plain, .avail_in = (uInt)size };

	assert_int_equal(deflateInit2(&z, level, Z_DEFLATED, 15 + 16, 9, strategy), Z_OK);
	assert_int_equal(deflateSetHeader(&z, &header), Z_OK);
	z.next_out = to;
	z.avail_out = (uInt)ROOM;
	assert_int_equal(deflate(&z, Z_FINISH), Z_STREAM_END);
	deflateEnd(&z);
	return ROOM - z.avail_out;
}

static const struct {
	int level, strategy;
} ways[] = { { 0, Z_DEFAULT_STRATEGY },
	     { 1, Z_DEFAULT_STRATEGY },
	     { 9, Z_DEFAULT_STRATEGY },
	     { 6, Z_HUFFMAN_ONLY },
	     { 6, Z_RLE },
	     { 6, Z_FIXED } };

#define WAYS (sizeof(ways) / sizeof(ways[0]))

static uint8_t plain[4 * BLOCK + 2], packed[ROOM], changed[ROOM];

/* Words that repeat at every distance, with noise between them. */
static void fill(void)
{
	noise_fill(plain, sizeof(plain));
	for (size_t i = 0; i < sizeof(plain); i++)
		if (plain[i] < 200)
			plain[i] = (uint8_t)("aetherboot unpacks "[i % 19] + (int)(i >> 13));
}

static void test_streams_of_every_kind(void **state)
{
	static const size_t sizes[] = { 0,         1,         300,       BLOCK - 1,    BLOCK,
					BLOCK + 1, 2 * BLOCK, 3 * BLOCK, sizeof(plain) };

	(void)state;
	for (size_t i = 0; i < WAYS * (sizeof(sizes) / sizeof(sizes[0])); i++) {
		const size_t size = sizes[i / WAYS];
		const size_t n = pack(packed, plain, size, ways[i % WAYS].level,
				      ways[i % WAYS].strategy, (unsigned int)i % FIELDS);

		compare(packed, n, "whole", size);
		assert_int_equal(ours.err, AB_OK);
		assert_int_equal(ours.size, size);
		assert_memory_equal(ours.out, plain, size);
		packed[n] = 1;
		compare(packed, n + 1, "followed", size);
		/* its end, where sum and size lie */
		for (size_t less = 1; less < 20 && less < n; less++) {
			compare(packed, n - less, "cut", less);
			packed[n - less] ^= 0x10;
			compare(packed, n, "changed", less);
			packed[n - less] ^= 0x10;
		}
	}
}

static void test_every_cut_and_every_change(void **state)
{
	(void)state;
	for (size_t i = 0; i < WAYS; i++) {
		const size_t n = pack(packed, plain + 37 * i, 333, ways[i].level, ways[i].strategy,
				      i % 2 == 0 ? FIELDS - 1 : 0);

		for (size_t at = 2; at < n; at++) { /* behind the magic number */
			compare(packed, at, "cut", at);
			memcpy(changed, packed, n);
			for (unsigned int bit = 0; bit < 9; bit++) {
				changed[at] = packed[at] ^ (uint8_t)(bit < 8 ? 1u << bit : 0xff);
				compare(changed, n, "changed", at);
			}
		}
	}
}

/* A header's flags and fields, with nothing right behind them. */
static void test_headers_without_a_stream(void **state)
{
	uint8_t header[] = { 0x1f, 0x8b, 8, 0,   0, 0,   0, 0, 0, 3, 2,
			     0,    0,    7, 'n', 0, 'c', 0, 0, 0, 3, 0 };

	(void)state;
	for (unsigned int flags = 0; flags < 256; flags++)
		for (size_t n = 2; n <= sizeof(header); n++) {
			header[3] = (uint8_t)flags;
			compare(header, n, "header", flags);
		}
	header[3] = 0;
	for (unsigned int method = 0; method < 256; method++)
		for (size_t n = 2; n < 5; n++) {
			header[2] = (uint8_t)method;
			compare(header, n, "method", method);
		}
}

/* Blocks that say nothing: what they take is bounded by their length. */
static void test_blocks_of_nothing(void **state)
{
	static const uint8_t stored[] = { 0, 0, 0, 0xff, 0xff };
	size_t n = pack(packed, plain, 0, 0, Z_DEFAULT_STRATEGY, 0) - 8 - sizeof(stored);

	(void)state;
	for (size_t i = 0; i < 20000; i++, n += sizeof(stored))
		memcpy(packed + n, stored, sizeof(stored));
	compare(packed, n, "blocks", 0);
	assert_string_equal(ours.rule, AB_CODEC_TRUNCATED);
	packed[n] = 1; /* the last one */
	memcpy(packed + n + 1, stored + 1, 4);
	memset(packed + n + 5, 0, 8);
	compare(packed, n + 13, "blocks", 1);
	assert_int_equal(ours.err, AB_OK);
}

static void test_the_library_is_named(void **state)
{
	const char *version = "";

	(void)state;
	assert_null(ab_codec_library(AB_CODEC_LZO, &version));
	assert_null(version);
#if defined(AB_HAVE_ISAL)
	assert_string_equal(ab_codec_library(AB_CODEC_GZIP, &version), "ISA-L");
	assert_int_equal(strncmp(version, "2.", 2), 0);
#else
	assert_string_equal(ab_codec_library(AB_CODEC_GZIP, &version), "zlib");
	assert_string_equal(version, zlibVersion());
#endif
	for (int codec = AB_CODEC_NONE; codec <= AB_CODEC_LZO; codec++) {
		const char *library = ab_codec_library((enum ab_codec)codec, &version);

		assert_int_equal(library != NULL, ab_codec_built((enum ab_codec)codec));
		assert_int_equal(version != NULL, library != NULL);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_streams_of_every_kind),
		cmocka_unit_test(test_every_cut_and_every_change),
		cmocka_unit_test(test_headers_without_a_stream),
		cmocka_unit_test(test_blocks_of_nothing),
		cmocka_unit_test(test_the_library_is_named),
	};

	fill();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
