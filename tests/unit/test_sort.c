/* SPDX-License-Identifier: BSD-2-Clause */
/* Sorting in place, against the C library's. */
#include "unit.h"

#include "base/base_priv.h"

#include <stdlib.h>

static int order(const void *a, const void *b)
{
	const struct ab_item *x = a, *y = b;

	if (x->key != y->key)
		return x->key < y->key ? -1 : 1;
	return x->at < y->at ? -1 : x->at > y->at;
}

static void judge(struct ab_item *item, size_t n)
{
	struct ab_item *want = malloc((n + 1) * sizeof(*want));

	memcpy(want, item, n * sizeof(*want));
	qsort(want, n, sizeof(*want), order);
	ab_sort_(item, n);
	assert_memory_equal(item, want, n * sizeof(*want));
	free(want);
}

static void test_every_order_of_few(void **state)
{
	(void)state;
	for (unsigned int code = 0; code < 5 * 5 * 5 * 5 * 5; code++) {
		struct ab_item item[6] = { { 7, 7 }, { 0 } };
		unsigned int rest = code;

		for (size_t i = 0; i < 5; i++, rest /= 5)
			item[1 + i] = (struct ab_item){ rest % 5, i };
		for (size_t n = 0; n <= 5; n++) {
			struct ab_item copy[6];

			memcpy(copy, item + 1, sizeof(copy) - sizeof(copy[0]));
			copy[n] = (struct ab_item){ 9, 9 }; /* behind the end */
			judge(copy, n);
			assert_true(copy[n].key == 9 && copy[n].at == 9);
		}
	}
}

static void test_random(void **state)
{
	static struct ab_item item[3000];
	uint64_t seed = 3;

	(void)state;
	for (size_t n = 0; n < COUNT(item); n += 1 + n / 3)
		for (uint32_t range = 1; range < 5000; range *= 7) {
			for (size_t i = 0; i < n; i++)
				item[i] =
				    (struct ab_item){ (uint64_t)rnd_below(&seed, range) << 40, i };
			judge(item, n);
		}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_order_of_few),
		cmocka_unit_test(test_random),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
