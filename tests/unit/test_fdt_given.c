/* SPDX-License-Identifier: BSD-2-Clause */
/* What the machine's owner says beside the hardware: the tree's identity, and properties for any of
 * its nodes. Read with libfdt. */
#include "fdt_look.h"

#define BASE                                                                                       \
	.arch = AB_ARCH_ARM64, .n_cpus = 3,                                                        \
	.ram = AB_LIST(struct ab_ram, { .base = 0x40000000, .size = AB_GiB }),                     \
	.arm64.gic = { .dist = 0x08000000,                                                         \
		       .redist = AB_LIST(struct ab_range, { 0x20000000, 3 * 0x20000 }) }
#define UART .devs = AB_LIST(struct ab_dev, { AB_DEV_UART_PL011, .base = 0x09000000, .irq = 33 })

static void test_identity(void **state)
{
	static const char list[] = "acme,board-2\0acme,board";
	const struct ab_machine m = {
		BASE,
		.fdt = { .model = "A Board",
			 .compatible = AB_LIST(char *const, "acme,board-2", "acme,board"),
			 .cpu_compatible = "arm,cortex-a57" },
		.arm64.timer_frequency = 62500000,
	};
	struct ab_machine plain = { BASE };

	(void)state;
	build(&m);
	assert_string_equal(text("/", "model"), "A Board");
	assert_int_equal(size_of("/", "compatible"), sizeof(list));
	assert_memory_equal(text("/", "compatible"), list, sizeof(list));
	for (int i = 0; i < 3; i++) {
		char path[16];

		(void)snprintf(path, sizeof(path), "/cpus/cpu@%d", i);
		assert_string_equal(text(path, "compatible"), "arm,cortex-a57");
	}
	CELLS("/timer", "clock-frequency", 62500000);
	build(&plain);
	assert_string_equal(text("/cpus/cpu@2", "compatible"), "arm,armv8");
	assert_int_equal(size_of("/timer", "clock-frequency"), -1);
}

/* ---- properties --------------------------------------------------------------------------- */

static void own(struct ab_fdt *f, void *ctx)
{
	(void)ctx;
	ab_fdt_node(f, "mine");
	ab_fdt_u32(f, "cells", 1);
	ab_fdt_node(f, "child");
	ab_fdt_end(f);
	ab_fdt_end(f);
}

#define CELL(v) .value = { (v), 4 }

static void test_every_node(void **state)
{
	static const uint8_t one[4] = { 0, 0, 0, 1 }, odd[3] = { 7, 8, 9 };
	/* in no order; two of one node, a flag, names of ours and of the caller's */
	static const struct ab_fdt_prop list[] = {
		{ "/timer", "arm,no-tick-in-suspend" },
		{ "/cpus/cpu@2", "capacity-dmips-mhz", CELL(one) },
		{ "/", "serial-number", { "1234", 5 } },
		{ "/cpus/cpu@0", "capacity-dmips-mhz", CELL(one) },
		{ "/mine/child", "odd", { odd, 3 } },
		{ "/serial@9000000", "status", { "okay", 5 } },
		{ "/mine", "label", { "own", 4 } },
		{ "/cpus", "acme,last", CELL(one) },
		{ "/", "chassis-type", { "vm", 3 } },
		{ "/cpus/cpu-map/cluster0/core1", "acme,deep", CELL(one) },
	};
	const struct ab_machine m = { BASE, UART,
				      .fdt = { .nodes = own, .props = { list, COUNT(list) } } };
	const struct ab_machine without = { BASE, UART, .fdt.nodes = own };
	static _Alignas(8) uint8_t was[0x4000];
	int node = -1, nodes = 0, props = 0, len, prop;
	char path[64];

	(void)state;
	memcpy(was, tree, build(&without));
	build(&m);
	for (size_t i = 0; i < COUNT(list); i++) {
		const void *p = fdt_getprop(tree, at(list[i].node), list[i].name, &len);

		assert_non_null(p);
		assert_int_equal(len, list[i].value.size);
		assert_memory_equal(p, list[i].value.data, (size_t)len);
	}
	/* everything else is as it was */
	while ((node = fdt_next_node(was, node, NULL)) >= 0) {
		nodes++;
		assert_int_equal(fdt_get_path(was, node, path, sizeof(path)), 0);
		fdt_for_each_property_offset(prop, was, node)
		{
			const char *name;
			const void *v = fdt_getprop_by_offset(was, prop, &name, &len), *now;
			int size;

			now = fdt_getprop(tree, at(path), name, &size);
			assert_non_null(now);
			assert_int_equal(size, len);
			assert_memory_equal(now, v, (size_t)len);
			props++;
		}
	}
	for (node = -1; (node = fdt_next_node(tree, node, NULL)) >= 0; nodes--)
		fdt_for_each_property_offset(prop, tree, node) props--;
	assert_int_equal(nodes, 0);
	assert_int_equal(-props, COUNT(list));
}

static void test_most(void **state)
{
	static struct ab_fdt_prop list[AB_FDT_PROPS_MAX];
	static char names[AB_FDT_PROPS_MAX][8];
	const struct ab_machine m = { BASE, .fdt.props = { list, AB_FDT_PROPS_MAX } };
	int prop, n = 0;

	(void)state;
	for (size_t i = 0; i < AB_FDT_PROPS_MAX; i++) {
		(void)snprintf(names[i], sizeof(names[i]), "acme,%d", (int)i);
		list[i] = (struct ab_fdt_prop){ "/chosen", names[i], { names[i], 7 } };
	}
	build(&m);
	for (size_t i = 0; i < AB_FDT_PROPS_MAX; i++)
		assert_memory_equal(fdt_getprop(tree, at("/chosen"), names[i], NULL), names[i], 7);
	fdt_for_each_property_offset(prop, tree, at("/chosen")) /* in the order of the list */
	{
		const char *name;

		assert_non_null(fdt_getprop_by_offset(tree, prop, &name, NULL));
		assert_string_equal(name, names[n++]);
	}
}

static void test_what_is_wrong(void **state)
{
	static const char node[] = "the tree must have a node of this path",
			  twice[] = "the node must not have this property otherwise",
			  null[] = "node, name and value.data must not be NULL",
			  name[] = "a property's name must be 1 to 31 of 0-9 a-z A-Z , . _ + ? # -";
	static const struct {
		struct ab_fdt_prop prop;
		const char *name, *rule;
	} rows[] = {
		{ { "/cpu", "a" }, "/cpu", node },
		{ { "/cpus/cpu", "a" }, "/cpus/cpu", node },
		{ { "/cpus/cpu@00", "a" }, "/cpus/cpu@00", node },
		{ { "cpus", "a" }, "cpus", node },
		{ { "", "a" }, "", node },
		{ { "//cpus", "a" }, "//cpus", node },
		{ { "/cpus//cpu@0", "a" }, "/cpus//cpu@0", node },
		{ { "/cpus/cpu@0/x", "a" }, "/cpus/cpu@0/x", node },
		{ { "/", "model" }, "model", twice },
		{ { "/cpus/cpu@2", "device_type" }, "device_type", twice },
		{ { "/cpus/cpu@2", "reg" }, "reg", twice },
		{ { "/timer", "acme,first" }, "acme,first", twice },
		{ { NULL, "a" }, "a", null },
		{ { "/", NULL }, NULL, null },
		{ { "/", "a", { NULL, 1 } }, "a", null },
		{ { "/", "" }, "", name },
		{ { "/", "a b" }, "a b", name },
		{ { "/", "a23456789012345678901234567890123" },
		  "a23456789012345678901234567890123",
		  name },
		{ { "/", "phandle" }, "phandle", "only ab_fdt_phandle() may add a phandle" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const struct ab_fdt_prop list[2] = { { "/timer", "acme,first" }, rows[i].prop };
		const struct ab_machine m = { BASE, .fdt.props = { list, 2 } };
		const struct ab_memmap map = { m.ram, NULL, 0 };
		const struct expected want = { AB_ERR_ARG, "machine.fdt.props[]", 0, rows[i].rule,
					       1,          rows[i].name };
		struct ab_buf b = ab_buf_over(tree, sizeof(tree));
		struct ab_error why;

		assert_error(ab_fdt_machine(&m, &(struct ab_fdt_chosen){ 0 }, &map, &b, &why), &why,
			     &want, rows[i].rule);
	}
}

/* A byte less than measured is too few, and no byte behind is touched. */
static void test_too_small(void **state)
{
	static const struct ab_fdt_prop list[] = { { "/timer", "acme,first", { "value", 6 } } };
	const struct ab_machine m = { BASE, .fdt.props = { list, 1 } };
	const struct ab_memmap map = { m.ram, NULL, 0 };
	const size_t size = build(&m);

	(void)state;
	for (size_t cap = size - 1; cap > 7; cap -= cap > size - 200 ? 1 : 7) {
		struct ab_buf b = ab_buf_over(tree, cap);
		struct ab_error why;

		tree[cap] = 0xee;
		assert_int_equal(ab_fdt_machine(&m, &(struct ab_fdt_chosen){ 0 }, &map, &b, &why),
				 AB_ERR_NOSPACE);
		assert_int_equal(why.value, size);
		assert_int_equal(tree[cap], 0xee);
	}
}

static void test_rules_of_texts(void **state)
{
	static const char long_text[] =
	    "a2345678901234567890123456789012345678901234567890123456789012345";
	static const char length[] = "length must be 1 to 64",
			  printable[] = "each character must be printable ASCII, 32 to 126";
	const struct {
		struct ab_machine m;
		struct expected want;
	} rows[] = {
		{ { BASE, .fdt.model = "" }, { AB_ERR_ARG, "machine.fdt.model", 0, length } },
		{ { BASE, .fdt.model = long_text },
		  { AB_ERR_ARG, "machine.fdt.model", 65, length } },
		{ { BASE, .fdt.cpu_compatible = "a\n" },
		  { AB_ERR_ARG, "machine.fdt.cpu_compatible", '\n', printable } },
		{ { BASE, .fdt.compatible = AB_LIST(char *const, "a", "") },
		  { AB_ERR_ARG, "machine.fdt.compatible", 0, length } },
		{ { BASE, .fdt.compatible = AB_LIST(char *const, NULL) },
		  { AB_ERR_ARG, "machine.fdt.compatible", 0, length } },
		{ { BASE, .fdt.compatible = { NULL, 1 } },
		  { AB_ERR_ARG, "machine.fdt.compatible.n", 1,
		    "must be 0 when the pointer beside it is NULL" } },
		{ { BASE, .fdt.props = { NULL, 1 } },
		  { AB_ERR_ARG, "machine.fdt.props.n", 1,
		    "must be 0 when the pointer beside it is NULL" } },
		{ { BASE, .fdt.props = { (const struct ab_fdt_prop *)long_text, 65 } },
		  { AB_ERR_ARG, "machine.fdt.props.n", 65, "must be at most 64" } },
		{ { BASE, .acpi.firmware_vendor = long_text },
		  { AB_ERR_ARG, "machine.acpi.firmware_vendor", 65, length } },
	};
	const struct ab_machine longest = { BASE, .fdt.model = long_text + 1 };
	struct ab_error why;

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		assert_error(check_machine(&rows[i].m, NULL, &why), &why, &rows[i].want,
			     rows[i].want.what);
	assert_ok(check_machine(&longest, NULL, &why), &why, "longest");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_identity),  cmocka_unit_test(test_every_node),
		cmocka_unit_test(test_most),      cmocka_unit_test(test_what_is_wrong),
		cmocka_unit_test(test_too_small), cmocka_unit_test(test_rules_of_texts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
