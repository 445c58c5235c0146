/* SPDX-License-Identifier: BSD-2-Clause */
/* The ready-made sink: host memory in pieces, and nothing written outside of them. */
#include "unit.h"

#include <aetherboot/mem.h>

static uint8_t a[32], b[32], c[32];

static const struct ab_span pieces[] = {
	{ 0x1000, 16, a + 8 },
	{ 0x1010, 16, c + 8 }, /* goes on where a ends */
	{ 0x2000, 16, b + 8 },
};
static const struct ab_spans spans = { pieces, 3 };

static void fill(uint8_t byte)
{
	memset(a, byte, sizeof(a));
	memset(b, byte, sizeof(b));
	memset(c, byte, sizeof(c));
}

static enum ab_err put(struct ab_mem mem, uint64_t base, uint64_t off, const char *src, size_t len)
{
	struct ab_region r = { .base = base, .size = 0x1000 };

	return mem.write(mem.ctx, &r, off, src, len);
}

/* What the three pieces hold of [gpa, gpa + n), byte by byte. */
static uint8_t at(uint64_t gpa)
{
	return gpa < 0x1010   ? a[8 + gpa - 0x1000]
	       : gpa < 0x2000 ? c[8 + gpa - 0x1010]
			      : b[8 + gpa - 0x2000];
}

/* Bytes around the pieces, which no write may touch. */
static void assert_fences(uint8_t byte)
{
	for (size_t i = 0; i < 8; i++) {
		assert_int_equal(a[i], byte);
		assert_int_equal(b[i], byte);
		assert_int_equal(c[i], byte);
		assert_int_equal(a[24 + i], byte);
		assert_int_equal(b[24 + i], byte);
		assert_int_equal(c[24 + i], byte);
	}
}

/* Every write that can be made within and around the two adjacent pieces. */
static void test_every_place(void **state)
{
	static const char text[] = "0123456789abcdefghijklmnopqrstuvwxyzABCD";
	struct ab_mem mem = ab_mem_spans(&spans);

	(void)state;
	for (uint64_t off = 0; off < 36; off++)
		for (size_t len = 1; len < 40; len++) {
			enum ab_err want = off + len <= 32 ? AB_OK : AB_ERR_MEM;

			fill(0xaa);
			assert_int_equal(put(mem, 0x1000, off, text, len), want);
			assert_fences(0xaa);
			for (uint64_t i = 0; want == AB_OK && i < 32; i++)
				assert_int_equal(at(0x1000 + i),
						 i >= off && i < off + len ? text[i - off] : 0xaa);
		}
}

static void test_outside(void **state)
{
	static const struct {
		uint64_t base, off;
		size_t len;
	} rows[] = {
		{ 0xfff, 0, 1 },   { 0xfff, 0, 2 },      { 0x1020, 0, 1 }, { 0x1fff, 0, 1 },
		{ 0x200f, 0, 2 },  { 0x2010, 0, 1 },     { 0, 0, 1 },      { UINT64_MAX, 0, 1 },
		{ 0x1000, 32, 1 }, { UINT64_MAX, 1, 1 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		for (unsigned int fresh = 0; fresh < 2; fresh++) {
			struct ab_mem mem =
			    fresh ? ab_mem_fresh_spans(&spans) : ab_mem_spans(&spans);

			fill(0xaa);
			assert_int_equal(put(mem, rows[i].base, rows[i].off, "xx", rows[i].len),
					 AB_ERR_MEM);
			assert_int_equal(put(mem, rows[i].base, rows[i].off, NULL, rows[i].len),
					 AB_ERR_MEM);
			assert_fences(0xaa);
		}
}

static void test_no_spans(void **state)
{
	static const struct ab_spans none = { NULL, 0 };

	(void)state;
	assert_int_equal(put(ab_mem_spans(&none), 0, 0, "x", 1), AB_ERR_MEM);
}

/* Zeros are written, unless the memory is known to hold them. */
static void test_zeros(void **state)
{
	(void)state;
	fill(0xaa);
	assert_int_equal(put(ab_mem_spans(&spans), 0x1000, 8, NULL, 16), AB_OK);
	for (uint64_t i = 0; i < 32; i++)
		assert_int_equal(at(0x1000 + i), i >= 8 && i < 24 ? 0 : 0xaa);
	assert_fences(0xaa);

	fill(0xaa);
	assert_int_equal(put(ab_mem_fresh_spans(&spans), 0x1000, 8, NULL, 16), AB_OK);
	for (uint64_t i = 0; i < 32; i++)
		assert_int_equal(at(0x1000 + i), 0xaa);
	assert_int_equal(put(ab_mem_fresh_spans(&spans), 0x1000, 12, "\0abcdefg", 8), AB_OK);
	for (uint64_t i = 0; i < 32; i++)
		assert_int_equal(at(0x1000 + i), i >= 12 && i < 20 ? "\0abcdefg"[i - 12] : 0xaa);
}

/* What lies in one piece is lent, and stays what it is when it is written from there. */
static void test_lending(void **state)
{
	static const struct {
		uint64_t base, off;
		size_t len;
		uint8_t *lent;
	} rows[] = {
		{ 0x1000, 0, 1, a + 8 },   { 0x1000, 0, 16, a + 8 },   { 0x1000, 3, 13, a + 11 },
		{ 0x1000, 15, 2, NULL }, /* it adjoins, in the guest only */
		{ 0x1000, 16, 16, c + 8 }, { 0x1000, 16, 17, NULL },   { 0x2000, 1, 15, b + 9 },
		{ 0x2000, 1, 16, NULL },   { 0xfff, 0, 1, NULL },      { 0xfff, 1, 1, a + 8 },
		{ 0x2010, 0, 1, NULL },    { UINT64_MAX, 0, 1, NULL },
	};
	struct ab_mem mem[2] = { ab_mem_spans(&spans), ab_mem_fresh_spans(&spans) };

	(void)state;
	for (size_t i = 0; i < 2 * COUNT(rows); i++) {
		const struct ab_region r = { .base = rows[i / 2].base, .size = 0x1000 };
		const struct ab_mem *m = &mem[i % 2];
		uint8_t *lent;

		fill(0xaa);
		lent = m->lend(m->ctx, &r, rows[i / 2].off, rows[i / 2].len);
		assert_ptr_equal(lent, rows[i / 2].lent);
		if (lent != NULL) {
			memset(lent, 0x11, rows[i / 2].len);
			assert_int_equal(
			    m->write(m->ctx, &r, rows[i / 2].off, lent, rows[i / 2].len), AB_OK);
			assert_int_equal(lent[rows[i / 2].len - 1], 0x11);
		}
		assert_fences(0xaa);
	}
}

/* A piece may end where addresses do; a write does not go on at 0. */
static void test_top_of_the_address_space(void **state)
{
	static const struct ab_span both[] = { { 0 - UINT64_C(16), 16, a + 8 } };
	static const struct ab_spans top = { both, 1 };

	(void)state;
	fill(0xaa);
	assert_int_equal(put(ab_mem_spans(&top), 0 - UINT64_C(16), 12, "abcd", 4), AB_OK);
	assert_memory_equal(a + 8 + 12, "abcd\xaa", 5);
	assert_int_equal(put(ab_mem_spans(&top), 0 - UINT64_C(16), 12, "abcde", 5), AB_ERR_MEM);
	assert_fences(0xaa);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_place), cmocka_unit_test(test_outside),
		cmocka_unit_test(test_no_spans),    cmocka_unit_test(test_zeros),
		cmocka_unit_test(test_lending),     cmocka_unit_test(test_top_of_the_address_space),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
