/* SPDX-License-Identifier: BSD-2-Clause */
/* CRC-32: published answers; a bit-by-bit division and zlib as second opinions. */
#include "unit.h"

#include <zlib.h>

static uint32_t slowly(const uint8_t *p, size_t n)
{
	uint32_t crc = 0xffffffff;

	for (size_t i = 0; i < n; i++)
		for (unsigned int bit = 0; bit < 8; bit++) {
			uint32_t odd = (crc ^ (uint32_t)p[i] >> bit) & 1;

			crc = crc >> 1 ^ (odd != 0 ? 0xedb88320 : 0);
		}
	return ~crc;
}

static void test_known_answers(void **state)
{
	static const struct {
		const char *text;
		uint32_t crc;
	} rows[] = {
		{ "", 0 },
		{ "a", 0xe8b7be43 },
		{ "abc", 0x352441c2 },
		{ "123456789", 0xcbf43926 },
		{ "The quick brown fox jumps over the lazy dog", 0x414fa339 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		assert_int_equal(ab_crc32(0, rows[i].text, strlen(rows[i].text)), rows[i].crc);
	assert_int_equal(
	    ab_crc32(0, "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 32),
	    0x190a55ad);
}

static void test_every_byte_value(void **state)
{
	(void)state;
	for (unsigned int v = 0; v < 256; v++) {
		uint8_t byte = (uint8_t)v;

		assert_int_equal(ab_crc32(0, &byte, 1), slowly(&byte, 1));
	}
}

static void test_in_chunks(void **state)
{
	uint64_t seed = 0x243f6a8885a308d3;
	uint8_t data[300];

	(void)state;
	for (size_t i = 0; i < sizeof(data); i++)
		data[i] = (uint8_t)rnd(&seed);
	for (size_t cut = 0; cut <= sizeof(data); cut++) {
		uint32_t crc = ab_crc32(0, data, cut);

		assert_int_equal(ab_crc32(crc, data + cut, sizeof(data) - cut),
				 slowly(data, sizeof(data)));
	}
}

/* Every length from every alignment, as steps and what is left of them fall. */
static void test_every_length(void **state)
{
	uint64_t seed = 1;
	uint8_t data[8 + 80];

	(void)state;
	for (size_t i = 0; i < sizeof(data); i++)
		data[i] = (uint8_t)rnd(&seed);
	for (size_t at = 0; at < 8; at++)
		for (size_t n = 0; n <= sizeof(data) - 8; n++)
			assert_int_equal(ab_crc32(0, data + at, n), slowly(data + at, n));
}

static void test_random(void **state)
{
	static uint8_t data[1 << 18];
	uint64_t seed = 2;
	uint32_t crc = 0;

	(void)state;
	for (size_t i = 0; i < sizeof(data); i++)
		data[i] = (uint8_t)rnd(&seed);
	for (unsigned int i = 0; i < 1000; i++) {
		uint32_t n = rnd_below(&seed, i < 990 ? 5000 : sizeof(data));
		uint32_t at = rnd_below(&seed, (uint32_t)sizeof(data) - n + 1);
		uint32_t want = (uint32_t)crc32(crc, data + at, n);

		assert_int_equal(ab_crc32(0, data + at, n), slowly(data + at, n));
		/* the previous result as a start */
		crc = ab_crc32(crc, data + at, n);
		assert_int_equal(crc, want);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_known_answers), cmocka_unit_test(test_every_byte_value),
		cmocka_unit_test(test_in_chunks),     cmocka_unit_test(test_every_length),
		cmocka_unit_test(test_random),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
