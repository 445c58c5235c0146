/* SPDX-License-Identifier: BSD-2-Clause */
/* The bounded writer: measures what it writes, and touches nothing past its end. */
#include "unit.h"
#include "base/base_priv.h"

/* Every kind of append once, with an insertion and a back-fill: 64 bytes or so. */
static void build(struct ab_buf *b)
{
	size_t start;

	ab_put(b, "abc", 3);
	ab_put_le(b, 0x1122334455667788, 8);
	ab_put_align_(b, 16);
	start = b->len;
	ab_put_str(b, "text");
	ab_put_hex(b, 0xbeef, 6);
	ab_put_dec(b, 18446744073709551615u);
	ab_put(b, NULL, 3);
	ab_insert_(b, start, "<>", 2);
	ab_poke_le(b, 0, 0x5a59, 2);
}

/* The same, by hand. */
static const char built[] = "YZc\x88\x77\x66\x55\x44\x33\x22\x11\0\0\0\0\0"
			    "<>text0x00beef18446744073709551615\0\0";

static void test_known_bytes(void **state)
{
	uint8_t out[128];
	struct ab_buf b = ab_buf_over(out, sizeof(out));

	(void)state;
	build(&b);
	assert_int_equal(b.error.code, AB_OK);
	assert_int_equal(b.len, sizeof(built));
	assert_memory_equal(out, built, sizeof(built));
}

static void test_measures_what_it_writes(void **state)
{
	struct ab_buf b = ab_buf_over(NULL, 0);
	struct ab_error why;

	(void)state;
	build(&b);
	assert_int_equal(b.len, sizeof(built));
	assert_int_equal(ab_buf_finish(&b, "it", &why), AB_OK);
	b = ab_buf_over(NULL, 99); /* a size without memory is none */
	assert_int_equal(b.cap, 0);
}

/* At each capacity below the need: the need is told, and no byte at or past the end changes. */
static void test_every_capacity(void **state)
{
	uint8_t out[sizeof(built) + 16];

	(void)state;
	for (size_t cap = 0; cap <= sizeof(built) + 1; cap++) {
		struct ab_buf b = ab_buf_over(out, cap);
		struct ab_error why = { AB_OK, NULL, 0, NULL };
		struct expected want = { AB_ERR_NOSPACE, "it", sizeof(built), NULL };
		enum ab_err err;

		memset(out, 0xaa, sizeof(out));
		build(&b);
		err = ab_buf_finish(&b, "it", &why);
		if (cap < sizeof(built))
			assert_error(err, &why, &want, "capacity");
		else
			assert_memory_equal(out, built, sizeof(built));
		assert_int_equal(err, cap < sizeof(built) ? AB_ERR_NOSPACE : AB_OK);
		for (size_t i = cap; i < sizeof(out); i++)
			assert_int_equal(out[i], 0xaa);
		assert_int_equal(ab_buf_finish(&b, "it", NULL), err); /* nobody asked why */
	}
}

/* What was written before the end was reached stays; what crosses it is left out whole. */
static void test_crossing_the_end(void **state)
{
	uint8_t out[8];
	struct ab_buf b = ab_buf_over(out, 6);

	(void)state;
	memset(out, 0xaa, sizeof(out));
	ab_put(&b, "abcd", 4);
	ab_put(&b, "efg", 3);
	ab_put(&b, "h", 1); /* would fit on its own, but its place is past the end */
	ab_put(&b, "", 0);
	assert_memory_equal(out, "abcd\xaa\xaa\xaa\xaa", 8);
	assert_int_equal(b.len, 8);
	assert_int_equal(b.error.code, AB_ERR_NOSPACE);
}

static void test_first_error_sticks(void **state)
{
	uint8_t out[4];
	struct ab_buf b = ab_buf_over(out, 2);
	struct ab_error why;
	struct expected named = { AB_ERR_ARG, "first", UINT64_MAX, "its rule" };

	(void)state;
	ab_buf_fail(&b, AB_ERR_ARG, "first", UINT64_MAX, "its rule");
	ab_put(&b, "abc", 3);
	ab_buf_fail(&b, AB_ERR_IMAGE, "second", 2, NULL);
	assert_error(ab_buf_finish(&b, "it", &why), &why, &named, "sticky");
}

/* An error of the bytes being built: ab_buf_finish() names them, and nothing else is changed. */
static void test_finish_names_the_bytes(void **state)
{
	static const struct expected rows[] = {
		{ AB_ERR_ARG, NULL, 2, "must be even" },
		{ AB_ERR_IMAGE, NULL, 0, NULL },
		{ AB_ERR_NOSPACE, NULL, 7, "must be at most 6 bytes" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct ab_buf b = ab_buf_over(NULL, 0);
		struct expected want = rows[i];
		struct ab_error why;

		ab_put(&b, "abc", 3);
		ab_buf_fail(&b, rows[i].code, rows[i].what, rows[i].value, rows[i].other);
		want.what = "table";
		assert_error(ab_buf_finish(&b, "table", &why), &why, &want, "named");
		want.what = "other table";
		assert_error(ab_buf_finish(&b, "other table", &why), &why, &want, "named again");
		assert_int_equal(ab_buf_finish(&b, "table", NULL), rows[i].code);
		assert_null(b.error.what);
	}
}

static void test_length_never_wraps(void **state)
{
	uint8_t out[4] = { 0xaa, 0xaa, 0xaa, 0xaa };
	struct ab_buf b = ab_buf_over(out, 4);
	struct ab_error why;
	struct expected want = { AB_ERR_NOSPACE, "it", SIZE_MAX, NULL };

	(void)state;
	b.len = SIZE_MAX - 3;
	ab_put(&b, NULL, 3);
	assert_int_equal(b.len, SIZE_MAX);
	ab_put(&b, "x", 1); /* would be byte 0 had it wrapped */
	ab_insert_(&b, 0, "y", 1);
	assert_int_equal(b.len, SIZE_MAX);
	assert_error(ab_buf_finish(&b, "it", &why), &why, &want, "wrap");
	assert_memory_equal(out, "\xaa\xaa\xaa\xaa", 4);

	for (size_t from = SIZE_MAX - 9; from != 0; from++) { /* numbers, in both writers */
		b = ab_buf_over(from % 2 != 0 ? out : NULL, 4);
		b.len = from;
		ab_put_le(&b, 1, 8);
		assert_int_equal(b.len, from < SIZE_MAX - 8 ? from + 8 : SIZE_MAX);
		assert_int_equal(b.error.code == AB_OK, b.data == NULL && from <= SIZE_MAX - 8);
	}

	b = ab_buf_over(NULL, 0); /* a measuring writer says so too */
	ab_put(&b, NULL, SIZE_MAX);
	assert_int_equal(b.error.code, AB_OK);
	ab_put(&b, NULL, 1);
	assert_int_equal(b.error.code, AB_ERR_NOSPACE);
	assert_int_equal(b.len, SIZE_MAX);

	b = ab_buf_over(NULL, 0); /* in one leap, and never back from there */
	ab_put(&b, NULL, 5);
	ab_put(&b, NULL, SIZE_MAX);
	ab_put(&b, NULL, 1);
	assert_int_equal(b.len, SIZE_MAX);
}

static void test_insert_everywhere(void **state)
{
	static const char text[] = "0123456789";

	(void)state;
	for (size_t at = 0; at <= 10; at++)
		for (size_t cap = 10; cap <= 14; cap++) {
			char out[16], want[16];
			struct ab_buf b = ab_buf_over(out, cap);

			memset(out, '#', sizeof(out));
			memset(want, '#', sizeof(want));
			memcpy(want, text, 10);
			if (cap >= 13) {
				memcpy(want + at, "abc", 3);
				memcpy(want + at + 3, text + at, 10 - at);
			}
			ab_put(&b, text, 10);
			ab_insert_(&b, at, "abc", 3);
			assert_memory_equal(out, want, sizeof(out));
			assert_int_equal(b.len, 13);
			assert_int_equal(b.error.code, cap < 13 ? AB_ERR_NOSPACE : AB_OK);
			ab_insert_(&b, at, "", 0);
			assert_memory_equal(out, want, sizeof(out));
		}
}

static void test_insert_beyond(void **state)
{
	uint8_t out[8];
	struct ab_buf b = ab_buf_over(out, sizeof(out));
	struct ab_error why;
	struct expected want = { AB_ERR_INTERNAL, "ab_insert_.at", 3, "must not be past the end" };

	(void)state;
	ab_put(&b, "ab", 2);
	ab_insert_(&b, 3, "c", 1);
	assert_error(ab_buf_finish(&b, "it", &why), &why, &want, "insert");
}

static void test_poke_everywhere(void **state)
{
	(void)state;
	for (unsigned int width = 0; width <= 9; width++)
		for (size_t at = 0; at <= 11; at++) {
			uint8_t out[24], want[24];
			struct ab_buf b = ab_buf_over(out, sizeof(out));
			struct ab_buf m = ab_buf_over(NULL, 0);
			bool ok = width <= 8 && at + width <= 10;

			memset(out, 0xaa, sizeof(out));
			memset(want, 0xaa, sizeof(want));
			ab_put(&b, want, 10);
			ab_put(&m, want, 10);
			for (unsigned int i = 0; ok && i < width; i++)
				want[at + i] = (uint8_t)(0x11 * (i + 1));
			ab_poke_le(&b, at, 0x8877665544332211, width);
			ab_poke_le(&m, at, 0x8877665544332211, width);
			assert_memory_equal(out, want, sizeof(out));
			assert_int_equal(b.error.code, ok ? AB_OK : AB_ERR_INTERNAL);
			assert_int_equal(m.error.code, b.error.code);
			assert_int_equal(b.error.value, ok ? 0 : at);
			assert_int_equal(b.len, 10);
		}
}

/* A field that straddles the end was counted but never written: poking it must not either. */
static void test_poke_past_capacity(void **state)
{
	uint8_t out[8];
	struct ab_buf b = ab_buf_over(out, 6);

	(void)state;
	memset(out, 0xaa, sizeof(out));
	ab_put_le(&b, 0, 4);
	ab_put_le(&b, 0, 4);
	ab_poke_le(&b, 4, 0, 4);
	ab_poke_le(&b, 6, 0, 2);
	ab_poke_le(&b, 3, 0x0102, 2); /* inside */
	assert_memory_equal(out, "\0\0\0\x02\x01\xaa\xaa\xaa", 8);
	assert_int_equal(b.error.code, AB_ERR_NOSPACE);
}

static void test_little_endian_widths(void **state)
{
	static const uint8_t all[8] = { 0x88, 0x77, 0x66, 0x55, 0x44, 0x33, 0x22, 0x11 };

	(void)state;
	for (unsigned int width = 0; width <= 9; width++) {
		uint8_t out[10] = { 0 };
		struct ab_buf b = ab_buf_over(out, sizeof(out));

		ab_put_le(&b, 0x1122334455667788, width);
		assert_int_equal(b.error.code, width <= 8 ? AB_OK : AB_ERR_INTERNAL);
		assert_int_equal(b.error.value, width <= 8 ? 0 : width);
		assert_int_equal(b.len, width <= 8 ? width : 0);
		assert_memory_equal(out, all, b.len);
		assert_int_equal(out[b.len], 0);
	}
}

static void test_align(void **state)
{
	static const struct {
		size_t len, align, to;
	} rows[] = {
		{ 0, 8, 0 },  { 1, 8, 8 }, { 7, 8, 8 },    { 8, 8, 8 },
		{ 9, 8, 16 }, { 5, 1, 5 }, { 17, 64, 64 }, { 65, 64, 128 },
	};
	uint8_t out[128];

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct ab_buf b = ab_buf_over(out, sizeof(out));

		memset(out, 0xaa, sizeof(out));
		b.len = rows[i].len;
		ab_put_align_(&b, rows[i].align);
		assert_int_equal(b.len, rows[i].to);
		assert_int_equal(b.error.code, AB_OK);
		for (size_t k = 0; k < sizeof(out); k++)
			assert_int_equal(out[k], k >= rows[i].len && k < rows[i].to ? 0 : 0xaa);
	}
	for (size_t align = 0; align <= 6; align += 3) {
		struct ab_buf b = ab_buf_over(out, sizeof(out));

		ab_put_align_(&b, align);
		assert_int_equal(b.error.code, AB_ERR_INTERNAL);
		assert_int_equal(b.error.value, align);
		assert_int_equal(b.len, 0);
	}
}

static void test_numbers(void **state)
{
	static const struct {
		uint64_t v;
		unsigned int digits;
		const char *hex, *dec;
	} rows[] = {
		{ 0, 0, "0x0", "0" },
		{ 0, 1, "0x0", "0" },
		{ 9, 2, "0x09", "9" },
		{ 10, 1, "0xa", "10" },
		{ 0x1234, 3, "0x1234", "4660" },
		{ 0x1234, 12, "0x000000001234", "4660" },
		{ UINT64_MAX, 1, "0xffffffffffffffff", "18446744073709551615" },
		{ 1, 16, "0x0000000000000001", "1" },
		{ 1, 17, "0x0000000000000001", "1" },
		{ 10000000000000000000u, 1, "0x8ac7230489e80000", "10000000000000000000" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		char out[64] = { 0 };
		struct ab_buf b = ab_buf_over(out, sizeof(out));

		ab_put_hex(&b, rows[i].v, rows[i].digits);
		assert_string_equal(out, rows[i].hex);
		memset(out, 0, sizeof(out));
		b = ab_buf_over(out, sizeof(out));
		ab_put_dec(&b, rows[i].v);
		assert_string_equal(out, rows[i].dec);
	}
}

static void test_sum8(void **state)
{
	uint64_t seed = 19;
	uint8_t bytes[300];

	(void)state;
	assert_int_equal(ab_sum8("", 0), 0);
	assert_int_equal(ab_sum8("\x01\x02\xff", 3), 2);
	assert_int_equal(ab_sum8("\xff\xff\x02", 3), 0);
	for (size_t i = 0; i < sizeof(bytes); i++)
		bytes[i] = (uint8_t)(rnd(&seed) >> 20);
	for (size_t at = 0; at < 9; at++)
		for (size_t n = 0; n < sizeof(bytes) - at; n++) {
			unsigned int sum = 0;

			for (size_t i = 0; i < n; i++)
				sum += bytes[at + i];
			assert_int_equal(ab_sum8(bytes + at, n), sum & 0xff);
		}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_known_bytes),
		cmocka_unit_test(test_measures_what_it_writes),
		cmocka_unit_test(test_every_capacity),
		cmocka_unit_test(test_crossing_the_end),
		cmocka_unit_test(test_first_error_sticks),
		cmocka_unit_test(test_finish_names_the_bytes),
		cmocka_unit_test(test_length_never_wraps),
		cmocka_unit_test(test_insert_everywhere),
		cmocka_unit_test(test_insert_beyond),
		cmocka_unit_test(test_poke_everywhere),
		cmocka_unit_test(test_poke_past_capacity),
		cmocka_unit_test(test_little_endian_widths),
		cmocka_unit_test(test_align),
		cmocka_unit_test(test_numbers),
		cmocka_unit_test(test_sum8),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
