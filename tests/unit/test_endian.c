/* SPDX-License-Identifier: BSD-2-Clause */
/* Loads and stores in a stated order at any alignment, and arithmetic that says when it wraps. */
#include "unit.h"

static void test_load_and_store(void **state)
{
	static const uint8_t bytes[8] = { 0xf8, 0x07, 0xf6, 0x05, 0xf4, 0x03, 0xf2, 0x81 };
	uint8_t at[24];

	(void)state;
	for (size_t off = 0; off < 8; off++) {
		memset(at, 0xaa, sizeof(at));
		memcpy(at + off, bytes, 8);
		assert_int_equal(ab_ld_le16(at + off), 0x07f8);
		assert_int_equal(ab_ld_le32(at + off), 0x05f607f8);
		assert_true(ab_ld_le64(at + off) == 0x81f203f405f607f8);

		memset(at, 0xaa, sizeof(at));
		ab_st_le16(at + off, 0x07f8);
		assert_memory_equal(at + off, bytes, 2);
		assert_int_equal(at[off + 2], 0xaa);
		ab_st_le32(at + off, 0x05f607f8);
		assert_memory_equal(at + off, bytes, 4);
		assert_int_equal(at[off + 4], 0xaa);
		ab_st_le64(at + off, 0x81f203f405f607f8);
		assert_memory_equal(at + off, bytes, 8);
		assert_int_equal(at[off + 8], 0xaa);
		for (size_t i = 0; i < off; i++)
			assert_int_equal(at[i], 0xaa);
	}
}

static void test_add(void **state)
{
	uint64_t sum;

	(void)state;
	assert_true(ab_add(0, 0, &sum) && sum == 0);
	assert_true(ab_add(UINT64_MAX - 5, 5, &sum) && sum == UINT64_MAX);
	assert_false(ab_add(UINT64_MAX - 5, 6, &sum));
	assert_false(ab_add(UINT64_MAX, UINT64_MAX, &sum));
}

static void test_mul(void **state)
{
	uint64_t product;

	(void)state;
	assert_true(ab_mul(0, UINT64_MAX, &product) && product == 0);
	assert_true(ab_mul(UINT64_MAX, 0, &product) && product == 0);
	assert_true(ab_mul(UINT64_MAX, 1, &product) && product == UINT64_MAX);
	assert_true(ab_mul(1u << 31, UINT64_C(1) << 32, &product) && product == UINT64_C(1) << 63);
	assert_false(ab_mul(UINT64_C(1) << 32, UINT64_C(1) << 32, &product));
	assert_false(ab_mul(UINT64_MAX, 2, &product));
}

static void test_align_up(void **state)
{
	static const struct {
		uint64_t v, align, to;
		bool ok;
	} rows[] = {
		{ 0, 4096, 0, true },
		{ 1, 4096, 4096, true },
		{ 4096, 4096, 4096, true },
		{ 4097, 4096, 8192, true },
		{ 5, 1, 5, true },
		{ UINT64_MAX, 1, UINT64_MAX, true },
		{ UINT64_MAX - 4095, 4096, UINT64_MAX - 4095, true },
		{ UINT64_MAX - 4094, 4096, 0, false },
		{ UINT64_MAX, 2, 0, false },
		{ 1, UINT64_C(1) << 63, UINT64_C(1) << 63, true },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		uint64_t out;

		assert_int_equal(ab_align_up(rows[i].v, rows[i].align, &out), rows[i].ok);
		if (rows[i].ok)
			assert_true(out == rows[i].to);
	}
}

static void test_is_aligned(void **state)
{
	(void)state;
	assert_true(ab_is_aligned(0, 1) && ab_is_aligned(7, 1) && ab_is_aligned(0, 4096));
	assert_true(ab_is_aligned(8192, 4096) && !ab_is_aligned(8191, 4096));
	assert_false(ab_is_aligned(0, 0) || ab_is_aligned(6, 3) || ab_is_aligned(12, 12));
}

static void test_ranges(void **state)
{
	static const struct {
		uint64_t a, a_size, b, b_size;
		bool overlap;
	} rows[] = {
		{ 0, 16, 16, 16, false },
		{ 0, 17, 16, 16, true },
		{ 4, 4, 0, 16, true },
		{ 4, 0, 0, 16, false },
		{ 0, 16, 4, 0, false },
		{ 0, UINT64_MAX, UINT64_MAX - 1, 1, true },
		{ 0, UINT64_MAX, UINT64_MAX, 1, false },
		{ UINT64_MAX, 1, UINT64_MAX, 1, true },
		{ UINT64_MAX - 7, 8, 0, UINT64_MAX - 7, false }, /* both end where they may */
		{ UINT64_MAX - 7, 8, 0, UINT64_MAX - 6, true },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		assert_int_equal(ab_overlaps(rows[i].a, rows[i].a_size, rows[i].b, rows[i].b_size),
				 rows[i].overlap);
		assert_int_equal(ab_overlaps(rows[i].b, rows[i].b_size, rows[i].a, rows[i].a_size),
				 rows[i].overlap);
	}
	assert_true(ab_range_ok(UINT64_MAX, 0) && ab_range_ok(UINT64_MAX, 1));
	assert_true(ab_range_ok(0, UINT64_MAX) && ab_range_ok(1, UINT64_MAX));
	assert_false(ab_range_ok(2, UINT64_MAX) || ab_range_ok(UINT64_MAX, 2));
	assert_true(ab_within(0, 16, 16) && ab_within(16, 0, 16) && ab_within(15, 1, 16));
	assert_false(ab_within(17, 0, 16) || ab_within(15, 2, 16) || ab_within(1, UINT64_MAX, 16));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_load_and_store),
		cmocka_unit_test(test_add),
		cmocka_unit_test(test_mul),
		cmocka_unit_test(test_align_up),
		cmocka_unit_test(test_is_aligned),
		cmocka_unit_test(test_ranges),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
