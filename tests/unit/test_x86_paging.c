/* SPDX-License-Identifier: BSD-2-Clause */
/* Page tables walked as a CPU walks them (SDM 4.5), not as they were built. */
#include "x86_build.h"

struct args {
	struct ab_x86_paging in;
	uint64_t gpa;
};

static void tables(const void *arg, struct ab_buf *out)
{
	const struct args *a = arg;

	ab_x86_page_tables(&a->in, a->gpa, out);
}

/* Translate; false: a fault. Every table must lie within the bytes, every entry be well formed. */
static bool walk(const uint8_t *mem, size_t size, uint64_t gpa, unsigned int levels, uint64_t la,
		 uint64_t *pa, uint64_t *page)
{
	uint64_t table = gpa;

	for (unsigned int level = levels; level != 0; level--) {
		const unsigned int shift = 12 + 9 * (level - 1);
		uint64_t e;

		assert_true(ab_is_aligned(table, 4096));
		assert_true(table >= gpa && table - gpa <= size - 4096);
		e = ab_ld_le64(mem + (table - gpa) + 8 * (la >> shift & 511));
		if ((e & 1) == 0) {
			assert_int_equal(e, 0);
			return false;
		}
		/* writable, supervisor, cacheable, accessed, executable; nothing reserved */
		assert_int_equal(e & 0xfff0000000000f3f, 0x23);
		if ((e & 0x80) != 0) {
			assert_true(level == 2 || level == 3);
			assert_int_equal(e & 0x40, 0x40); /* dirty */
			*page = UINT64_C(1) << shift;
			assert_int_equal(e & (*page - 1) & ~UINT64_C(0xfff), 0);
			*pa = (e & ~(*page - 1) & 0x000ffffffffff000) | (la & (*page - 1));
			return true;
		}
		assert_int_equal(e & 0x40, 0);
		table = e & 0x000ffffffffff000;
	}
	fail_msg("4 KiB page");
	return false;
}

static void check_map(unsigned int levels, bool huge, uint64_t limit, uint64_t gpa)
{
	const struct args a = { { levels, huge, limit }, gpa };
	const uint64_t top = UINT64_C(1) << (levels == 5 ? 56 : 47);
	const uint64_t end = (limit + AB_GiB - 1) / AB_GiB * AB_GiB;
	const uint64_t want_page = huge ? AB_GiB : 2 * AB_MiB;
	uint64_t pa, page;
	size_t size;
	uint8_t *mem = build(tables, &a, &size);

	assert_true(size != 0 && size % 4096 == 0);
	for (uint64_t la = 0; la < end; la += want_page) {
		assert_true(walk(mem, size, gpa, levels, la + 0x1234, &pa, &page));
		assert_int_equal(pa, la + 0x1234);
		assert_int_equal(page, want_page);
	}
	assert_true(walk(mem, size, gpa, levels, limit - 1, &pa, &page));
	assert_int_equal(pa, limit - 1);
	for (uint64_t la = end; la < top; la *= 2) {
		assert_false(walk(mem, size, gpa, levels, la, &pa, &page));
		assert_false(walk(mem, size, gpa, levels, top - 1, &pa, &page));
		assert_false(walk(mem, size, gpa, levels, la + want_page, &pa, &page));
	}
	free(mem);
}

static void test_walk(void **state)
{
	static const uint64_t limits[] = {
		1,
		4096,
		AB_GiB - 1,
		AB_GiB,
		AB_GiB + 1,
		4 * AB_GiB,
		5 * AB_GiB - 4096,
		511 * AB_GiB,
		512 * AB_GiB,
		512 * AB_GiB + 1,
		990 * AB_GiB,
	};

	(void)state;
	for (unsigned int levels = 4; levels <= 5; levels++)
		for (unsigned int huge = 0; huge <= 1; huge++)
			for (size_t i = 0; i < COUNT(limits); i++)
				check_map(levels, huge != 0, limits[i], 0x9000);
}

/* Tables may be anywhere, above 4 GiB and above what they map too. */
static void test_anywhere(void **state)
{
	(void)state;
	check_map(4, false, 2 * AB_GiB, 0);
	check_map(4, false, 2 * AB_GiB, 0x123456000);
	check_map(5, true, 2 * AB_GiB, 0x000ffffffff00000);
}

static void test_sizes(void **state)
{
	static const struct {
		struct ab_x86_paging in;
		size_t tables;
	} rows[] = {
		{ { 4, true, 512 * AB_GiB }, 2 },
		{ { 5, true, 512 * AB_GiB }, 3 },
		{ { 4, true, 513 * AB_GiB }, 3 },
		{ { 4, false, 4 * AB_GiB }, 6 },
		{ { 5, false, 4 * AB_GiB }, 7 },
		{ { 4, true, UINT64_C(1) << 46 }, 1 + 128 },
		{ { 4, true, UINT64_C(1) << 47 }, 1 + 256 },
		{ { 5, true, UINT64_C(1) << 48 }, 1 + 1 + 512 },
		{ { 5, true, (UINT64_C(1) << 48) + 1 }, 1 + 2 + 513 },
		{ { 5, true, UINT64_C(1) << 52 }, 1 + 16 + 8192 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const struct args a = { rows[i].in, 0 };
		struct ab_buf b = ab_buf_over(NULL, 0);

		tables(&a, &b);
		assert_int_equal(b.error.code, AB_OK);
		assert_int_equal(b.len, rows[i].tables * 4096);
	}
}

/* The far ends of what 4 and 5 levels can reach. */
static void test_far_ends(void **state)
{
	static const struct {
		unsigned int levels;
		uint64_t limit;
	} rows[] = {
		{ 4, UINT64_C(1) << 46 }, { 4, UINT64_C(1) << 47 },
		{ 5, UINT64_C(1) << 48 }, { 5, (UINT64_C(1) << 48) + 3 * AB_GiB },
		{ 5, UINT64_C(1) << 52 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const uint64_t limit = rows[i].limit;
		const struct args a = { { rows[i].levels, true, limit }, 0x100000 };
		struct ab_buf b = ab_buf_over(NULL, 0);
		uint64_t pa, page;
		uint8_t *mem;

		tables(&a, &b);
		mem = malloc(b.len);
		assert_non_null(mem);
		b = ab_buf_over(mem, b.len);
		tables(&a, &b);
		assert_int_equal(b.error.code, AB_OK);
		for (uint64_t la = 1; la != 0 && la <= limit; la = la * 3 + 7) {
			assert_true(walk(mem, b.len, 0x100000, rows[i].levels, la - 1, &pa, &page));
			assert_int_equal(pa, la - 1);
		}
		assert_true(walk(mem, b.len, 0x100000, rows[i].levels, limit - 1, &pa, &page));
		assert_int_equal(pa, limit - 1);
		if (rows[i].levels == 5 || limit < UINT64_C(1) << 47)
			assert_false(walk(mem, b.len, 0x100000, rows[i].levels, limit, &pa, &page));
		free(mem);
	}
}

static void test_refusals(void **state)
{
	static const char levels[] = "must be 4 or 5";
	static const char limit[] = "must be 1 to 2^47 with 4 levels, 1 to 2^52 with 5";
	static const char gpa[] = "must be a multiple of 4096 below 2^52";
	static const struct {
		struct args a;
		const char *what;
		uint64_t value;
		const char *rule;
	} rows[] = {
		{ { { 3, false, AB_GiB }, 0 }, "paging.levels", 3, levels },
		{ { { 6, false, AB_GiB }, 0 }, "paging.levels", 6, levels },
		{ { { 0, false, AB_GiB }, 0 }, "paging.levels", 0, levels },
		{ { { 4, false, 0 }, 0 }, "paging.limit", 0, limit },
		{ { { 4, true, (UINT64_C(1) << 47) + 1 }, 0 },
		  "paging.limit",
		  (UINT64_C(1) << 47) + 1,
		  limit },
		{ { { 5, true, (UINT64_C(1) << 52) + 1 }, 0 },
		  "paging.limit",
		  (UINT64_C(1) << 52) + 1,
		  limit },
		{ { { 5, true, UINT64_MAX }, 0 }, "paging.limit", UINT64_MAX, limit },
		{ { { 4, true, AB_GiB }, 0x800 }, "paging.gpa", 0x800, gpa },
		{ { { 4, true, AB_GiB }, UINT64_C(1) << 52 },
		  "paging.gpa",
		  UINT64_C(1) << 52,
		  gpa },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		build_fails(tables, &rows[i].a, AB_ERR_ARG, rows[i].what, rows[i].value,
			    rows[i].rule);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_walk),     cmocka_unit_test(test_anywhere),
		cmocka_unit_test(test_sizes),    cmocka_unit_test(test_far_ends),
		cmocka_unit_test(test_refusals),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
