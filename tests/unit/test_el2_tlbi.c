/* SPDX-License-Identifier: BSD-2-Clause */
/* The operands of invalidations of Stage 2, compared with numbers by hand from DDI0487: bits 35:0
 * of the operand are IPA[47:12], whatever the granule. */
#include "unit.h"

#include "el2/tlbi.h"

static const struct {
	uint64_t ipa, size;
	int level;
	unsigned int granule;
	uint64_t operand, step, n;
} rows[] = {
	/* a page of each granule */
	{ 0x80001000, 0x1000, 3, 12, 0x80001, 0x1, 1 },
	{ 0x80004000, 0x4000, 3, 14, 0x80004, 0x4, 1 },
	{ 0x80010000, 0x10000, 3, 16, 0x80010, 0x10, 1 },
	/* a block of each level */
	{ 0x80200000, 0x200000, 2, 12, 0x80200, 0x200, 1 },
	{ 0x1c0000000, 0x40000000, 1, 12, 0x1c0000, 0x40000, 1 },
	{ 0x8000000000, 0x8000000000, 0, 12, 0x8000000, 0x8000000, 1 },
	{ 0x82000000, 0x2000000, 2, 14, 0x82000, 0x2000, 1 },
	{ 0x1000000000, 0x1000000000, 1, 14, 0x1000000, 0x1000000, 1 },
	{ 0xa0000000, 0x20000000, 2, 16, 0xa0000, 0x20000, 1 },
	/* a contiguous group, entry by entry */
	{ 0x80010000, 0x10000, 3, 12, 0x80010, 0x1, 16 },
	{ 0x80200000, 0x200000, 3, 14, 0x80200, 0x4, 128 },
	/* what was a table may have been walked to entries of any size: the smallest */
	{ 0x80200000, 0x200000, AB_S2_LEVEL_ANY, 12, 0x80200, 0x1, 512 },
	{ 0x80200000, 0x201000, AB_S2_LEVEL_ANY, 12, 0x80200, 0x1, 0 },
	{ 0x80000000, 0x40000000, AB_S2_LEVEL_ANY, 16, 0x80000, 0x10, 0 },
	/* the highest address of 48 bits */
	{ 0xfffffffff000, 0x1000, 3, 12, 0xfffffffff, 0x1, 1 },
};

static void test_operands(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const struct el2_tlbi t =
		    el2_tlbi(rows[i].ipa, rows[i].size, rows[i].level, rows[i].granule);

		assert_int_equal(t.n, rows[i].n);
		assert_int_equal(t.operand, rows[i].operand);
		assert_int_equal(t.step, rows[i].step);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_operands) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
