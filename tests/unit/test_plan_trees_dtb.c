/* SPDX-License-Identifier: BSD-2-Clause */
/* Device trees in UKIs and addons: which one counts, and what a guest gets of it. libfdt makes and
 * reads them. */
#include "arm64_image.h"
#include "make_uki.h"
#include "plan_machines.h"
#include "recorder.h"

#include <libfdt.h>

#define TREE 0x1000u /* room of one */
#define PARTS 8u

struct pe {
	uint8_t at[0x8000];
};

static struct ab_bytes pe(struct pe *f, const struct made_part *list)
{
	return make_uki_of(f->at, sizeof(f->at), 0xaa64, list);
}

/* The sections of @list, and a kernel behind them. */
static struct ab_bytes uki(struct pe *f, const struct made_part *list)
{
	static const struct image_spec spec = { 0, 0x200000, 0xa, 0x3000 };
	static uint8_t image[0x3000];
	struct made_part all[PARTS + 1] = { { NULL, { NULL, 0 } } };
	size_t n = 0;

	for (; list[n].name != NULL; n++)
		all[n] = list[n];
	all[n] = (struct made_part){ ".linux", { image, make_image(image, &spec) } };
	return pe(f, all);
}

#define OURS "linux,dummy-virt"
#define OTHERS "acme,board"

/* What a tree says. */
struct spec {
	const char *compatible; /* with its NULs; NULL: none */
	size_t size; /* of it */
	const char *node; /* a node of its own */
	bool machine; /* it also says what the loader knows, and refers to a phandle */
	bool pool; /* it reserves memory */
};

static struct ab_bytes tree(uint8_t *at, const struct spec *s)
{
	int node, ok;

	ok = fdt_create(at, TREE) | fdt_finish_reservemap(at) | fdt_begin_node(at, "");
	if (s->compatible != NULL)
		ok |= fdt_property(at, "compatible", s->compatible, (int)s->size);
	ok |= fdt_property_u32(at, "#address-cells", 2) | fdt_property_u32(at, "#size-cells", 2);
	if (s->machine)
		ok |= fdt_property_string(at, "model", "A Board") |
		      fdt_property_u32(at, "interrupt-parent", 0x77);
	ok |= fdt_end_node(at) | fdt_finish(at);
	ok |= fdt_open_into(at, at, TREE);
	assert_int_equal(ok, 0);
	if (s->node != NULL)
		assert_true(fdt_add_subnode(at, 0, s->node) > 0);
	if (s->machine) {
		node = fdt_add_subnode(at, 0, "pic");
		ok |= fdt_setprop_u32(at, node, "phandle", 0x77);
		node = fdt_add_subnode(at, 0, "memory"); /* before one with an address */
		assert_true(node > 0);
		node = fdt_add_subnode(at, 0, "memory@80000000");
		ok |= fdt_setprop_u64(at, node, "reg", 0x80000000);
		assert_true(fdt_add_subnode(at, 0, "memory-controller@10") > 0);
		node = fdt_add_subnode(at, 0, "chosen");
		ok |= fdt_setprop_string(at, node, "bootargs", "the board's");
		assert_true(fdt_add_subnode(at, 0, "__symbols__") > 0);
	}
	if (s->pool) {
		static const fdt32_t reg[4] = { 0, 0x4c000000, 0, 0x1000000 };
		fdt32_t cells[4];

		for (size_t i = 0; i < 4; i++)
			cells[i] = cpu_to_fdt32(reg[i]);
		node = fdt_add_subnode(at, 0, "reserved-memory");
		ok |= fdt_setprop_u32(at, node, "#size-cells", 2);
		ok |= fdt_setprop_u32(at, node, "#address-cells", 2);
		node = fdt_add_subnode(at, node, "pool@4c000000");
		ok |= fdt_setprop(at, node, "reg", cells, sizeof(cells));
	}
	assert_int_equal(ok, 0);
	assert_int_equal(fdt_pack(at), 0);
	return (struct ab_bytes){ at, fdt_totalsize(at) };
}

#define COMPATIBLE(text) .compatible = (text), .size = sizeof(text)

/* Start a guest. Returns its tree, which the caller frees with the recorder. */
static const void *start(struct ab_plan *plan, const struct ab_payload *os, struct recorder *rec)
{
	static struct ab_region room[PLAN_ROOM];
	struct ab_error why = { AB_OK, NULL, 0, NULL };
	const void *got;

	plan->regions = (struct ab_regions)AB_REGIONS(room);
	assert_ok(run(plan, &virt, os, rec, &why), &why, "plan");
	judge_regions(plan);
	got = recorder_kept(rec, AB_REGION_DTB);
	assert_int_equal(fdt_check_full(got, (size_t)ab_plan_region(plan, AB_REGION_DTB)->size), 0);
	return got;
}

static uint8_t trees[PARTS][TREE];
static struct pe file, addon_file[2];

static const struct spec ours = { COMPATIBLE(OURS), .node = "ours" };
static const struct spec others = { COMPATIBLE(OTHERS), .node = "others" };
static const struct spec second = { COMPATIBLE(OTHERS "\0" OURS), .node = "second" };
static const struct spec board = { COMPATIBLE(OURS "\0" OTHERS), .node = "board", .machine = true };
static const struct spec none = { .node = "none" };

static void test_which_one(void **state)
{
	static const struct {
		const char *name[4];
		const struct spec *spec[4];
		uint32_t flags;
		const char *want; /* a node of the one that counts; NULL: the library's own */
		bool warns;
	} rows[] = {
		{ { ".dtb" }, { &ours }, 0, "ours", false },
		{ { ".dtb" }, { &others }, 0, NULL, true },
		{ { ".dtb" }, { &others }, AB_UKI_TREE, "others", false },
		{ { ".dtb" }, { &second }, 0, NULL, true },
		{ { ".dtb" }, { &none }, 0, NULL, true },
		{ { ".dtb" }, { &none }, AB_UKI_TREE, "none", false },
		{ { ".dtbauto", ".dtbauto", ".dtbauto" },
		  { &others, &second, &ours },
		  0,
		  "ours",
		  false },
		{ { ".dtbauto", ".dtbauto" }, { &others, &second }, AB_UKI_TREE, NULL, false },
		{ { ".dtbauto", ".dtb" }, { &others, &ours }, 0, "ours", false },
		{ { ".dtb", ".dtbauto" }, { &others, &ours }, 0, "ours", false },
		{ { ".dtb", ".dtbauto" }, { &others, &ours }, AB_UKI_TREE, "ours", false },
		{ { ".dtb", ".dtb" }, { &others, &ours }, 0, NULL, true }, /* the first counts */
		{ { ".dtb", ".profile", ".dtb" }, { &others, NULL, &ours }, 0, "ours", false },
		{ { ".dtb", ".profile", ".dtb" }, { &ours, NULL, &others }, 0, NULL, true },
		{ { ".dtbauto", ".profile", ".dtbauto" },
		  { &ours, NULL, &board },
		  0,
		  "board",
		  false },
		{ { ".dtbauto", ".profile", ".dtbauto" },
		  { &ours, NULL, &others },
		  0,
		  "ours",
		  false },
		{ { NULL }, { NULL }, AB_UKI_TREE, NULL, false },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct made_part list[PARTS] = { { NULL, { NULL, 0 } } };
		struct ab_payload os = { .flags = rows[i].flags };
		struct recorder rec;
		struct ab_plan plan;
		const void *got;

		for (size_t j = 0; j < 4 && rows[i].name[j] != NULL; j++)
			list[j] = (struct made_part){ rows[i].name[j],
						      rows[i].spec[j] != NULL
							  ? tree(trees[j], rows[i].spec[j])
							  : (struct ab_bytes){ "", 0 } };
		os.kernel = uki(&file, list);
		got = start(&plan, &os, &rec);
		assert_int_equal(plan.n_warnings, rows[i].warns);
		if (rows[i].warns)
			assert_string_equal(plan.warnings[0].what, "uki.dtb.size");
		assert_int_equal(plan.tree.size != 0, rows[i].want != NULL);
		assert_int_equal(fdt_subnode_offset(got, 0, "cpus") > 0, rows[i].want == NULL);
		if (rows[i].want != NULL)
			assert_true(fdt_subnode_offset(got, 0, rows[i].want) > 0);
		assert_true(fdt_subnode_offset(got, 0, "chosen") > 0);
		recorder_free(&rec);
	}
}

/* The tree as it is, phandles included, but for what only the loader knows. */
static void test_what_becomes_of_it(void **state)
{
	struct made_part list[PARTS] = { { ".dtb", tree(trees[0], &board) } };
	const struct ab_payload os = { .kernel = uki(&file, list), .cmdline = "mine" };
	struct recorder rec;
	struct ab_plan plan;
	const fdt32_t *reg;
	const void *got;
	int len, node;

	(void)state;
	got = start(&plan, &os, &rec);
	assert_int_equal(plan.n_warnings, 0);
	assert_int_equal(fdt_stringlist_search(got, 0, "compatible", OTHERS), 1);
	assert_string_equal(fdt_getprop(got, 0, "model", NULL), "A Board");
	reg = fdt_getprop(got, 0, "interrupt-parent", &len);
	assert_int_equal(fdt32_to_cpu(*reg), 0x77);
	assert_int_equal(fdt_node_offset_by_phandle(got, 0x77), fdt_path_offset(got, "/pic"));
	assert_true(fdt_path_offset(got, "/memory-controller@10") > 0);
	assert_true(fdt_path_offset(got, "/__symbols__") < 0);
	assert_true(fdt_path_offset(got, "/interrupt-controller@8000000") < 0);
	node = fdt_path_offset(got, "/chosen");
	assert_string_equal(fdt_getprop(got, node, "bootargs", NULL), "mine");
	node = fdt_path_offset(got, "/memory@40000000");
	reg = fdt_getprop(got, node, "reg", &len);
	assert_int_equal(len, 16);
	assert_int_equal(fdt32_to_cpu(reg[1]), 0x40000000);
	assert_int_equal(fdt32_to_cpu(reg[3]), AB_GiB);
	assert_true(fdt_path_offset(got, "/memory@80000000") < 0);
	fdt_for_each_subnode(node, got, 0)
	    assert_string_not_equal(fdt_get_name(got, node, NULL), "memory");
	recorder_free(&rec);
}

static void test_what_it_reserves(void **state)
{
	static const struct spec pool = { COMPATIBLE(OURS), .pool = true };
	static const struct spec fix = { .pool = true };
	struct made_part list[PARTS] = { { ".dtb", tree(trees[0], &pool) } };
	struct made_part more[PARTS] = { { ".dtb", tree(trees[1], &fix) } };
	struct ab_bytes addon = pe(&addon_file[0], more);
	/* what the guest has to reserve besides: a pool, too, and memory beside it */
	const struct ab_reserve mine[] = {
		{ 0x4d000000, 0x1000, .name = "mine", .compatible = "acme,memory" },
		{ 0x4d001000, 0x1000, .name = "beside" },
	};
	struct ab_payload os = { .kernel = uki(&file, list), .reserve = { mine, 2 } };

	(void)state;
	for (int i = 0; i < 2; i++) {
		const struct ab_region *r;
		struct recorder rec;
		struct ab_plan plan;
		const void *got;

		assert_true(ab_plan_regions(&virt, &os) > AB_PLAN_REGIONS);
		got = start(&plan, &os, &rec);
		r = ab_plan_region(&plan, AB_REGION_RESERVED);
		assert_non_null(r);
		assert_int_equal(r->base, 0x4c000000);
		assert_string_equal(r->name, "pool@4c000000");
		assert_true(fdt_path_offset(got, "/reserved-memory/pool@4c000000") > 0);
		assert_true(fdt_path_offset(got, "/reserved-memory/reserved@4d000000") > 0);
		assert_true(fdt_path_offset(got, "/reserved-memory/reserved@4d001000") > 0);
		recorder_free(&rec);
		list[0].name = ".dtb0";
		os.kernel = uki(&file, list);
		os.addons = (struct ab_bytes_list){ &addon, 1 };
	}
}

/* Fix-ups to either tree, in their order. */
static void test_addons(void **state)
{
	static const struct spec fix[] = { { .node = "one" }, { .node = "two" } };
	static const struct spec there = { .node = "board" };
	struct made_part list[PARTS] = { { ".dtb", tree(trees[0], &board) } };
	struct made_part more[PARTS] = { { NULL, { NULL, 0 } } };
	struct ab_bytes addons[2];
	struct ab_payload os = { .kernel = uki(&file, list), .addons = { addons, 2 } };
	struct ab_error why = { AB_OK, NULL, 0, NULL };
	struct recorder rec;
	struct ab_plan plan;
	const void *got;

	(void)state;
	for (size_t i = 0; i < 2; i++) {
		more[0] = (struct made_part){ ".dtb", tree(trees[1], &fix[i]) };
		addons[i] = pe(&addon_file[i], more);
	}
	for (int own = 0; own < 2; own++) {
		got = start(&plan, &os, &rec);
		assert_int_equal(fdt_path_offset(got, "/board") > 0, own == 0);
		assert_int_equal(fdt_path_offset(got, "/cpus") > 0, own == 1);
		assert_true(fdt_path_offset(got, "/one") > 0);
		assert_true(fdt_path_offset(got, "/one") < fdt_path_offset(got, "/two"));
		recorder_free(&rec);
		list[0].name = ".dtb0";
		os.kernel = uki(&file, list);
	}
	/* a node that is there already */
	list[0].name = ".dtb";
	os.kernel = uki(&file, list);
	more[0] = (struct made_part){ ".dtb", tree(trees[1], &there) };
	addons[1] = pe(&addon_file[1], more);
	assert_int_equal(plan_only(&plan, &virt, &os, &why), AB_ERR_ARG);
	assert_string_equal(why.what, "payload.addons[]");
	assert_string_equal(why.other, "sibling nodes must have different names");
	assert_int_equal(why.index, 1);
	assert_string_equal(why.name, "board");
	/* a whole machine is no fix-up */
	more[0] = (struct made_part){ ".dtb", tree(trees[1], &others) };
	addons[1] = pe(&addon_file[1], more);
	assert_int_equal(plan_only(&plan, &virt, &os, &why), AB_ERR_UNSUPPORTED);
	assert_string_equal(why.name, "compatible");
	/* without a tree of the machine they are left out, and the plan says so */
	{
		struct ab_machine acpi = virt;

		acpi.tables = AB_TABLES_ACPI;
		assert_ok(plan_only(&plan, &acpi, &os, &why), &why, "ACPI");
		assert_int_equal(plan.n_warnings, 2);
		assert_string_equal(plan.warnings[0].what, "uki.dtb.size");
		assert_string_equal(plan.warnings[1].what, "payload.addons[].dtb.size");
		assert_int_equal(plan.tree.size, 0);
	}
}

/* A label stands for a node of the library's tree, and a fix-up may not have a node of it. */
static void test_addons_of_the_own_tree(void **state)
{
	static const struct spec fix = { .node = "one" }, there = { .node = "timer" };
	struct made_part list[PARTS] = { { ".dtb0", tree(trees[0], &board) } };
	struct made_part more[PARTS] = { { ".dtb", { NULL, 0 } } };
	struct ab_bytes addon;
	struct ab_payload os = { .kernel = uki(&file, list), .addons = { &addon, 1 } };
	struct ab_error why = { AB_OK, NULL, 0, NULL };
	struct ab_plan plan;
	int node, ok;

	(void)state;
	more[0].bytes = tree(trees[1], &there);
	addon = pe(&addon_file[0], more);
	assert_int_equal(plan_only(&plan, &virt, &os, &why), AB_ERR_ARG);
	assert_string_equal(why.name, "timer");
	(void)tree(trees[1], &fix);
	ok = fdt_open_into(trees[1], trees[1], TREE);
	ok |= fdt_setprop_u32(trees[1], fdt_path_offset(trees[1], "/one"), "parent", UINT32_MAX);
	node = fdt_add_subnode(trees[1], 0, "__fixups__");
	ok |= fdt_setprop_string(trees[1], node, "gic", "/one:parent:0") | fdt_pack(trees[1]);
	assert_int_equal(ok, 0);
	more[0].bytes = (struct ab_bytes){ trees[1], fdt_totalsize(trees[1]) };
	addon = pe(&addon_file[0], more);
	assert_ok(plan_only(&plan, &virt, &os, &why), &why, "the library's");
	list[0].name = ".dtb";
	os.kernel = uki(&file, list);
	assert_int_equal(plan_only(&plan, &virt, &os, &why), AB_ERR_UNSUPPORTED);
	assert_string_equal(why.what, "payload.addons[]");
	assert_string_equal(why.name, "gic");
}

/* Of an addon's overlays, too, the first that is for the machine counts, and a .dtb if none is. */
static void test_addons_for_machines(void **state)
{
	static const char *const names[] = { "first", "second", "third" };
	static const struct {
		const struct spec *spec[2];
		const char *want;
	} rows[] = { { { &others, &ours }, "second" },
		     { { &ours, &ours }, "first" },
		     { { &others, &others }, "third" } };
	struct made_part own[PARTS] = { { NULL, { NULL, 0 } } };

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct made_part list[PARTS] = { { ".dtbauto", { NULL, 0 } },
						 { ".dtbauto", { NULL, 0 } },
						 { ".dtb", { NULL, 0 } } };
		struct ab_bytes addon;
		struct ab_payload os = { .kernel = uki(&file, own), .addons = { &addon, 1 } };
		struct recorder rec;
		struct ab_plan plan;
		const void *got;
		int node, ok = 0;

		for (size_t j = 0; j < 3; j++) {
			(void)tree(trees[j], j < 2 ? rows[i].spec[j] : &others);
			ok |= fdt_open_into(trees[j], trees[j], TREE);
			node = fdt_first_subnode(trees[j], 0);
			ok |= fdt_setprop_string(trees[j], node, "target-path", "/");
			node = fdt_add_subnode(trees[j], node, "__overlay__");
			assert_true(fdt_add_subnode(trees[j], node, names[j]) > 0);
			ok |= fdt_pack(trees[j]);
			assert_int_equal(ok, 0);
			list[j].bytes = (struct ab_bytes){ trees[j], fdt_totalsize(trees[j]) };
		}
		addon = pe(&addon_file[0], list);
		got = start(&plan, &os, &rec);
		for (size_t j = 0; j < 3; j++)
			assert_int_equal(fdt_subnode_offset(got, 0, names[j]) > 0,
					 strcmp(names[j], rows[i].want) == 0);
		recorder_free(&rec);
	}
}

/* A machine that is told to be another one gets the trees of that one. */
static void test_by_the_machines_own_compatible(void **state)
{
	struct made_part list[PARTS] = { { ".dtbauto", tree(trees[0], &ours) },
					 { ".dtbauto", tree(trees[1], &second) } };
	struct ab_payload os = { .kernel = uki(&file, list) };
	struct ab_error why = { AB_OK, NULL, 0, NULL };
	struct ab_machine m = virt;
	struct ab_plan plan;

	(void)state;
	m.fdt.compatible =
	    (struct ab_text_list)AB_LIST(char *const, OTHERS, OURS); /* the first one counts */
	assert_ok(plan_only(&plan, &m, &os, &why), &why, "plan");
	assert_int_equal(plan.tree.size, list[1].bytes.size);
	assert_memory_equal(plan.tree.data, list[1].bytes.data, plan.tree.size);
	m.fdt.compatible.at++;
	m.fdt.compatible.n--;
	assert_ok(plan_only(&plan, &m, &os, &why), &why, "plan");
	assert_int_equal(plan.tree.size, list[0].bytes.size);
	assert_memory_equal(plan.tree.data, list[0].bytes.data, plan.tree.size);
}

/* Nodes and overlays of the machine are for the library's tree. */
static void test_own_nodes_are_left_out(void **state)
{
	static const struct spec fix = { .node = "mine" };
	struct ab_bytes overlay = tree(trees[1], &fix);
	struct made_part list[PARTS] = { { ".dtb", tree(trees[0], &board) } };
	const struct ab_payload os = { .kernel = uki(&file, list) };
	struct ab_error why = { AB_OK, NULL, 0, NULL };
	struct ab_machine m = virt;
	struct ab_plan plan;

	(void)state;
	m.fdt.overlays = (struct ab_bytes_list){ &overlay, 1 };
	assert_ok(plan_only(&plan, &m, &os, &why), &why, "plan");
	assert_int_equal(plan.n_warnings, 1);
	assert_string_equal(plan.warnings[0].what, "machine.fdt.overlays.n");
}

/* Trees that are none, as in uki-arm64-dtb, or more than the library takes. */
static void test_what_is_wrong(void **state)
{
	static const char garbage[] = "dtb1";
	struct made_part list[PARTS] = { { ".dtb", { garbage, 4 } }, { ".dtb", { "dtb2", 4 } } };
	struct ab_payload os = { .kernel = uki(&file, list) };
	struct ab_error why = { AB_OK, NULL, 0, NULL };
	struct ab_plan plan;
	int node;

	(void)state;
	assert_ok(plan_only(&plan, &virt, &os, &why), &why, "garbage");
	assert_int_equal(plan.n_warnings, 1);
	assert_string_equal(plan.warnings[0].what, "uki.dtb.size");
	assert_int_equal(plan.warnings[0].value, 4);
	assert_ptr_equal(plan.kernel.file.uki.dtb.data, file.at + MAKE_UKI_HEADER);
	os.flags = AB_UKI_TREE;
	assert_int_equal(plan_only(&plan, &virt, &os, &why), AB_ERR_IMAGE);
	assert_string_equal(why.what, "UKI's device tree");
	/* cells that are not the library's */
	list[0].bytes = tree(trees[0], &board);
	list[1].name = NULL;
	assert_int_equal(fdt_setprop_inplace_u32(trees[0], 0, "#size-cells", 1), 0);
	os.kernel = uki(&file, list);
	assert_int_equal(plan_only(&plan, &virt, &os, &why), AB_ERR_UNSUPPORTED);
	assert_string_equal(why.name, "#size-cells");
	/* an overlay */
	(void)tree(trees[0], &none);
	assert_int_equal(fdt_open_into(trees[0], trees[0], TREE), 0);
	node = fdt_path_offset(trees[0], "/none");
	assert_true(fdt_add_subnode(trees[0], node, "__overlay__") > 0);
	list[0].bytes = (struct ab_bytes){ trees[0], fdt_totalsize(trees[0]) };
	os.kernel = uki(&file, list);
	assert_int_equal(plan_only(&plan, &virt, &os, &why), AB_ERR_UNSUPPORTED);
	assert_string_equal(why.what, "UKI's device tree");
	assert_string_equal(why.other, "an overlay cannot describe a machine alone");
	/* its pool where the guest has other things to reserve, which cells of 1 cannot say */
	{
		static const struct spec pool = { COMPATIBLE(OURS), .pool = true };
		const struct ab_reserve mine = { 0x4d000000, 0x1000, .name = "mine" };

		list[0].bytes = tree(trees[0], &pool);
		node = fdt_path_offset(trees[0], "/reserved-memory");
		assert_int_equal(fdt_setprop_inplace_u32(trees[0], node, "#size-cells", 1), 0);
		os.kernel = uki(&file, list);
		os.reserve = (struct ab_reserve_list){ &mine, 1 };
		assert_int_equal(plan_only(&plan, &virt, &os, &why), AB_ERR_UNSUPPORTED);
		assert_string_equal(why.what, "UKI's device tree");
		assert_string_equal(why.name, "reserved-memory");
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_which_one),
		cmocka_unit_test(test_what_becomes_of_it),
		cmocka_unit_test(test_what_it_reserves),
		cmocka_unit_test(test_addons),
		cmocka_unit_test(test_addons_of_the_own_tree),
		cmocka_unit_test(test_addons_for_machines),
		cmocka_unit_test(test_by_the_machines_own_compatible),
		cmocka_unit_test(test_own_nodes_are_left_out),
		cmocka_unit_test(test_what_is_wrong),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
