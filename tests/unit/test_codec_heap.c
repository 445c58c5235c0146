/* SPDX-License-Identifier: BSD-2-Clause */
/* The heap that codec libraries allocate from. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "codec/codec_priv.h"

static _Alignas(16) uint8_t room[1024];

static struct ab_heap fresh(size_t size)
{
	struct ab_heap h;

	memset(room, 0xaa, sizeof(room));
	ab_heap_init_(&h, room, size);
	return h;
}

static void test_blocks_are_aligned_disjoint_and_inside(void **state)
{
	struct ab_heap h = fresh(512);
	uint8_t *a = ab_heap_alloc_(&h, 1, 1);
	uint8_t *b = ab_heap_alloc_(&h, 3, 5);
	uint8_t *c = ab_heap_alloc_(&h, 0, 0);
	uint8_t *d = ab_heap_alloc_(&h, 1, 100);

	(void)state;
	assert_ptr_equal(a, room + 16);
	assert_ptr_equal(b, a + 16 + 16);
	assert_ptr_equal(c, b + 16 + 16);
	assert_ptr_equal(d, c + 16);
	assert_int_equal(h.high, 16 + 16 + 16 + 16 + 16 + 16 + 112);
	assert_int_equal(ab_heap_cost(1), 32);
	assert_int_equal(ab_heap_cost(15), 32);
	assert_int_equal(ab_heap_cost(0), 16);
	assert_int_equal(ab_heap_cost(100), 128);
	memset(d, 0x55, 100);
	for (size_t i = 512; i < sizeof(room); i++)
		assert_int_equal(room[i], 0xaa);
}

static void test_exact_fit_and_one_more(void **state)
{
	struct ab_heap h = fresh(256);

	(void)state;
	assert_null(ab_heap_alloc_(&h, 1, 241));
	assert_int_equal(h.wanted, 16 + 256);
	assert_non_null(ab_heap_alloc_(&h, 1, 240));
	assert_int_equal(h.high, 256);
	assert_null(ab_heap_alloc_(&h, 1, 1));
	assert_int_equal(h.wanted, 256 + 32);
	h = fresh(0);
	assert_null(ab_heap_alloc_(&h, 1, 1));
	assert_int_equal(h.wanted, 32);
}

static void test_what_is_given_back_is_used_again(void **state)
{
	struct ab_heap h = fresh(512);
	uint8_t *a = ab_heap_alloc_(&h, 1, 64);
	uint8_t *b = ab_heap_alloc_(&h, 1, 64);
	uint8_t *c = ab_heap_alloc_(&h, 1, 64);
	uint8_t *d = ab_heap_alloc_(&h, 1, 64);
	size_t high = h.high;

	(void)state;
	ab_heap_free_(&h, NULL);
	memset(b, 0xff, 64);
	ab_heap_free_(&h, a);
	assert_ptr_equal(ab_heap_alloc_(&h, 1, 16), a);
	assert_ptr_equal(ab_heap_alloc_(&h, 1, 32), a + 32);
	for (size_t i = 0; i < 64; i++)
		assert_int_equal(b[i], 0xff);
	ab_heap_free_(&h, c);
	ab_heap_free_(&h, b);
	assert_ptr_equal(ab_heap_alloc_(&h, 1, 144), b); /* neighbours became one */
	assert_int_equal(h.high, high);
	ab_heap_free_(&h, d);
	assert_non_null(ab_heap_alloc_(&h, 1, 512 - 4 * 80 - 16 + 64));
	assert_int_equal(h.high, 512 - 16 + 0);
}

static void test_sizes_that_wrap(void **state)
{
	struct ab_heap h = fresh(256);

	(void)state;
	assert_null(ab_heap_alloc_(&h, SIZE_MAX, SIZE_MAX));
	assert_int_not_equal(h.wanted, 0);
	assert_null(ab_heap_alloc_(&h, 1, SIZE_MAX));
	assert_null(ab_heap_alloc_(&h, 1, SIZE_MAX - 8));
	assert_null(ab_heap_alloc_(&h, 1, SIZE_MAX - 32));
	assert_int_equal(h.high, 0);
	assert_non_null(ab_heap_alloc_(&h, 1, 16));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_blocks_are_aligned_disjoint_and_inside),
		cmocka_unit_test(test_exact_fit_and_one_more),
		cmocka_unit_test(test_what_is_given_back_is_used_again),
		cmocka_unit_test(test_sizes_that_wrap),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
