/* SPDX-License-Identifier: BSD-2-Clause */
/* A device tree that libfdt made reaches the guest whole, by the chain as Linux walks it. */
#include "x86_build.h"

#include <libfdt.h>

static _Alignas(8) uint8_t tree[256];

static void test_tree_arrives(void **state)
{
	const uint64_t gpa = 0x7000;
	static _Alignas(8) uint8_t chain[1024];
	struct ab_setup_data node = { .type = AB_SETUP_DTB };
	const struct ab_setup_data_list list = { &node, 1 };
	const struct ab_memmap map = { 0 };
	struct ab_buf out = ab_buf_over(chain, sizeof(chain));

	(void)state;
	assert_int_equal(fdt_create_empty_tree(tree, sizeof(tree)), 0);
	assert_int_equal(fdt_setprop_string(tree, 0, "model", "aether"), 0);
	assert_int_equal(fdt_pack(tree), 0);
	node.bytes = (struct ab_bytes){ tree, fdt_totalsize(tree) };
	ab_x86_setup_data(&list, (struct ab_bytes){ NULL, 0 }, &map, gpa, &out);
	assert_int_equal(out.error.code, AB_OK);

	/* struct setup_data: next at 0, type at 8, len at 12, data at 16 */
	assert_int_equal(ab_ld_le64(chain), 0);
	assert_int_equal(ab_ld_le32(chain + 8), 2);
	assert_int_equal(ab_ld_le32(chain + 12), fdt_totalsize(tree));
	assert_int_equal(fdt_check_full(chain + 16, ab_ld_le32(chain + 12)), 0);
	assert_string_equal(fdt_getprop(chain + 16, 0, "model", NULL), "aether");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_tree_arrives),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
