/* SPDX-License-Identifier: BSD-2-Clause */
/* How many nodes have a phandle, by a count of all nodes: for phandles in any order, near and far,
 * which nodes have by one name or by both. */
#include "unit.h"

#include "fdt/phandles.h"

#include <libfdt.h>

#define NODES 24

static uint8_t tree[8192];

static uint32_t draw(uint64_t *seed)
{
	static const uint32_t near[] = { 1, AB_FDT_WINDOW - 2, 3 * AB_FDT_WINDOW - 2, 0x10000,
					 UINT32_MAX - 5 };

	return near[rnd_below(seed, COUNT(near))] + rnd_below(seed, 5);
}

static void make(const uint32_t *phandle, uint64_t *seed)
{
	char name[8];

	assert_int_equal(fdt_create(tree, sizeof(tree)), 0);
	assert_int_equal(fdt_finish_reservemap(tree), 0);
	assert_int_equal(fdt_begin_node(tree, ""), 0);
	for (unsigned int i = 0; i < NODES; i++) {
		const uint32_t names = 1 + rnd_below(seed, 3);

		(void)snprintf(name, sizeof(name), "n%u", i);
		assert_int_equal(fdt_begin_node(tree, name), 0);
		if (phandle[i] != 0 && (names & 1) != 0)
			assert_int_equal(fdt_property_u32(tree, "phandle", phandle[i]), 0);
		assert_int_equal(fdt_property_u32(tree, "value", 1), 0);
		if (phandle[i] != 0 && (names & 2) != 0)
			assert_int_equal(fdt_property_u32(tree, "linux,phandle", phandle[i]), 0);
		assert_int_equal(fdt_end_node(tree), 0);
	}
	assert_int_equal(fdt_end_node(tree), 0);
	assert_int_equal(fdt_finish(tree), 0);
}

static void test_any(void **state)
{
	uint64_t seed = 31;

	(void)state;
	for (size_t round = 0; round < 300; round++) {
		uint32_t phandle[NODES];
		struct ab_dtb dtb;
		struct ab_fdt_phandles p = { .dtb = &dtb, .window = UINT32_MAX };
		struct ab_error why;

		for (size_t i = 0; i < NODES; i++)
			phandle[i] = rnd_below(&seed, 4) != 0 ? draw(&seed) : 0;
		make(phandle, &seed);
		assert_int_equal(
		    ab_dtb_open(&dtb, (struct ab_bytes){ tree, fdt_totalsize(tree) }, &why), AB_OK);
		for (size_t i = 0; i < 60; i++) {
			const uint32_t wanted = draw(&seed);
			unsigned int n = 0;

			for (size_t k = 0; k < NODES; k++)
				n += phandle[k] == wanted;
			assert_int_equal(ab_fdt_bearers_(&p, wanted), n < 2 ? n : 2);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_any) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
