/* SPDX-License-Identifier: BSD-2-Clause */
/* Reservations with properties: pools have nodes of their own, by which devices name them. Judged
 * by libfdt. */
#include "arm64_image.h"
#include "recorder.h"

#include <libfdt.h>

#define RAM_BASE UINT64_C(0x80000000)
#define RAM_SIZE (256 * AB_MiB)
#define TOP (RAM_BASE + RAM_SIZE)
#define MiB AB_MiB

static uint8_t image[0x4000], vmlinux[0x8000];

static int make_kernels(void **state)
{
	(void)state;
	make_image(image, &(struct image_spec){ 0, 0x200000, 10, 0x3000 });
	make_elf(vmlinux, &elf64);
	return 0;
}

#define VIRTIO(at, region)                                                                         \
	{                                                                                          \
		AB_DEV_VIRTIO_MMIO, .base = (at), .irq = 48, .memory_region = (region)             \
	}
#define VIRT                                                                                       \
	.arch = AB_ARCH_ARM64, .n_cpus = 2,                                                        \
	.ram = AB_LIST(struct ab_ram, { RAM_BASE, RAM_SIZE, 0 }),                                  \
	.arm64.gic = { .dist = 0x8000000,                                                          \
		       .redist = AB_LIST(struct ab_range, { 0x80a0000, 0x100000 }),                \
		       .its = AB_LIST(struct ab_its, { 0x8080000 }, { 0x8060000 }) }
#define PC .arch = AB_ARCH_X86_64, .n_cpus = 1, .ram = AB_LIST(struct ab_ram, { 0, RAM_SIZE, 0 })

#define RESTRICTED .name = "dma", .compatible = "restricted-dma-pool"
#define SHARED .name = "cma", .compatible = "shared-dma-pool", .flags = AB_RESERVE_REUSABLE
#define BUFFER .name = "buffer", .flags = AB_RESERVE_NO_MAP

/* pools between plain reservations, in no order; the last one is no RAM at all */
static const struct ab_reserve many[] = {
	{ TOP - 4 * MiB, 2 * MiB, .name = "high" },
	{ TOP - 8 * MiB, 4 * MiB, SHARED },
	{ TOP - 10 * MiB, MiB, RESTRICTED },
	{ TOP - 9 * MiB, MiB, .name = "between" },
	{ TOP + AB_GiB, MiB, BUFFER },
};

static int node_at(const void *dtb, const char *path)
{
	const int node = fdt_path_offset(dtb, path);

	if (node < 0)
		fail_msg("no node %s", path);
	return node;
}

/* True if a node has a property of @size bytes. */
static bool has(const void *dtb, const char *path, const char *name, int size)
{
	int len;

	return fdt_getprop(dtb, node_at(dtb, path), name, &len) != NULL && len == size;
}

static uint64_t number(const void *dtb, const char *path, const char *name, int at, int width)
{
	const uint8_t *p = fdt_getprop(dtb, node_at(dtb, path), name, NULL);
	uint64_t v = 0;

	assert_non_null(p);
	for (int i = 0; i < width; i++)
		v = v << 8 | p[at + i];
	return v;
}

static void judge_pool(const void *dtb, const char *path, const struct ab_reserve *r, uint64_t size)
{
	const char *compatible = fdt_getprop(dtb, node_at(dtb, path), "compatible", NULL);

	assert_true(number(dtb, path, "reg", 0, 8) == r->base);
	assert_true(number(dtb, path, "reg", 8, 8) == size);
	assert_true(has(dtb, path, "reg", 16));
	assert_text(compatible, r->compatible, path);
	assert_int_equal(has(dtb, path, "reusable", 0), r->flags == AB_RESERVE_REUSABLE);
	assert_int_equal(has(dtb, path, "no-map", 0),
			 r->compatible == NULL || r->flags == AB_RESERVE_NO_MAP);
	assert_int_equal(has(dtb, path, "phandle", 4), r->compatible != NULL || r->flags != 0);
}

/* The node that a device's memory-region names. */
static void judge_region(const void *dtb, const char *dev, const char *want)
{
	const uint32_t phandle = (uint32_t)number(dtb, dev, "memory-region", 0, 4);

	assert_true(has(dtb, dev, "memory-region", 4));
	assert_int_equal(fdt_node_offset_by_phandle(dtb, phandle), node_at(dtb, want));
}

/* No two nodes have the same phandle. */
static void judge_phandles(const void *dtb)
{
	int node = -1;

	while ((node = fdt_next_node(dtb, node, NULL)) >= 0) {
		const uint32_t phandle = fdt_get_phandle(dtb, node);

		if (phandle != 0)
			assert_int_equal(fdt_node_offset_by_phandle(dtb, phandle), node);
	}
}

static int children(const void *dtb, const char *path)
{
	int node, n = 0;

	fdt_for_each_subnode(node, dtb, node_at(dtb, path)) n++;
	return n;
}

static void test_every_pool_has_its_node(void **state)
{
	const struct ab_machine m = {
		VIRT,
		.devs = AB_LIST(struct ab_dev, VIRTIO(0xa000000, "dma"), VIRTIO(0xa000200, NULL),
				VIRTIO(0xa000400, "cma"),
				{ AB_DEV_VMBUS, .irq = 18, .memory_region = "buffer" },
				{ AB_DEV_PCIE_ECAM, .base = 0x10000000, .size = AB_MiB,
				  .memory_region = "dma" }),
	};
	const struct ab_payload os = { .kernel = { image, sizeof(image) },
				       .reserve = { many, COUNT(many) } };
	struct ab_region room[PLAN_ROOM];
	struct ab_plan plan = { .regions = AB_REGIONS(room) };
	struct ab_error why;
	struct recorder rec;
	const void *dtb;

	(void)state;
	assert_ok(run(&plan, &m, &os, &rec, &why), &why, "plan");
	judge_regions(&plan);
	assert_int_equal(plan.n_warnings, 0);
	dtb = recorder_kept(&rec, AB_REGION_DTB);
	judge_pool(dtb, "/reserved-memory/reserved@8fc00000", &many[0], 2 * MiB);
	judge_pool(dtb, "/reserved-memory/reserved@8f800000", &many[1], 4 * MiB);
	judge_pool(dtb, "/reserved-memory/reserved@8f600000", &many[2], MiB);
	judge_pool(dtb, "/reserved-memory/reserved@8f700000", &many[3], MiB);
	judge_pool(dtb, "/reserved-memory/reserved@d0000000", &many[4], MiB);
	assert_int_equal(children(dtb, "/reserved-memory"), 5);
	judge_phandles(dtb);
	judge_region(dtb, "/virtio@a000000", "/reserved-memory/reserved@8f600000");
	judge_region(dtb, "/virtio@a000400", "/reserved-memory/reserved@8f800000");
	judge_region(dtb, "/vmbus", "/reserved-memory/reserved@d0000000");
	judge_region(dtb, "/pcie@10000000", "/reserved-memory/reserved@8f600000");
	assert_null(fdt_getprop(dtb, node_at(dtb, "/virtio@a000200"), "memory-region", NULL));
	/* all of RAM is in the memory nodes, also what may be reused */
	assert_true(number(dtb, "/memory@80000000", "reg", 8, 8) == RAM_SIZE);
	recorder_free(&rec);
}

/* A pool within a range that the map reserves, at its start, in it and at its end; and all of it.
 */
static void test_pools_are_cut_out(void **state)
{
	static const struct {
		uint64_t at, size;
		int nodes;
	} rows[] = { { 0, MiB, 2 }, { MiB, MiB, 3 }, { 3 * MiB, MiB, 2 }, { 0, 4 * MiB, 1 } };
	const struct ab_machine m = { VIRT };
	const struct ab_region taken = { RAM_BASE,        4 * MiB,         AB_REGION_RESERVED,
					 AB_MEM_RESERVED, AB_BACKING_NONE, 0,
					 "taken" };
	const struct ab_memmap map = { m.ram, &taken, 1 };

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const struct ab_reserve pool = { RAM_BASE + rows[i].at, rows[i].size, RESTRICTED };
		const struct ab_fdt_chosen chosen = { .reserve = { &pool, 1 } };
		static _Alignas(8) uint8_t dtb[0x4000];
		struct ab_buf b = ab_buf_over(dtb, sizeof(dtb));
		struct ab_error why;
		uint64_t sum = 0;
		int node;

		assert_ok(ab_fdt_machine(&m, &chosen, &map, &b, &why), &why, "tree");
		assert_int_equal(children(dtb, "/reserved-memory"), rows[i].nodes);
		fdt_for_each_subnode(node, dtb, node_at(dtb, "/reserved-memory"))
		{
			const uint8_t *reg = fdt_getprop(dtb, node, "reg", NULL);

			assert_non_null(reg);
			sum += (uint64_t)reg[12] << 24 | (uint64_t)reg[13] << 16 |
			       (uint64_t)reg[14] << 8 | reg[15];
		}
		assert_true(sum == 4 * MiB);
	}
}

/* ---- beside trees that reserve memory, too ------------------------------------------------ */

/* An overlay with a pool, and a device that names it; @cells: #size-cells of the pools. */
static struct ab_bytes overlay(uint32_t cells)
{
	static uint8_t t[1024];
	const fdt32_t reg[4] = { 0, cpu_to_fdt32(0x88000000), 0, cpu_to_fdt32(0x1000000) };
	const fdt32_t at = 0;
	int ok = fdt_create(t, sizeof(t)) | fdt_finish_reservemap(t) | fdt_begin_node(t, "");

	ok |= fdt_begin_node(t, "fragment@0") | fdt_property_string(t, "target-path", "/");
	ok |= fdt_begin_node(t, "__overlay__");
	ok |= fdt_begin_node(t, "reserved-memory");
	ok |= fdt_property_u32(t, "#address-cells", 2) | fdt_property_u32(t, "#size-cells", cells);
	ok |= fdt_property(t, "ranges", NULL, 0) | fdt_begin_node(t, "pool@88000000");
	ok |= fdt_property(t, "reg", reg, 8 + 4 * (int)cells) | fdt_property_u32(t, "phandle", 1);
	ok |= fdt_end_node(t) | fdt_end_node(t) | fdt_begin_node(t, "device");
	ok |= fdt_property_u32(t, "memory-region", 1) | fdt_end_node(t);
	ok |= fdt_end_node(t) | fdt_end_node(t);
	ok |= fdt_begin_node(t, "__local_fixups__") | fdt_begin_node(t, "fragment@0");
	ok |= fdt_begin_node(t, "__overlay__") | fdt_begin_node(t, "device");
	ok |= fdt_property(t, "memory-region", &at, 4);
	for (int i = 0; i < 5; i++)
		ok |= fdt_end_node(t);
	assert_int_equal(ok | fdt_finish(t), 0);
	return (struct ab_bytes){ t, fdt_totalsize(t) };
}

static void test_one_node_for_both(void **state)
{
	static const struct expected cells = { AB_ERR_UNSUPPORTED,
					       "machine.fdt.overlays[]",
					       0,
					       "must have #address-cells and #size-cells of 2",
					       0,
					       "reserved-memory" };
	struct ab_bytes tree = overlay(2);
	const struct ab_machine m = { VIRT,
				      .devs = AB_LIST(struct ab_dev, VIRTIO(0xa000000, "dma")),
				      .fdt.overlays = { &tree, 1 } };
	const struct ab_machine none = { VIRT, .fdt.overlays = { &tree, 1 } };
	struct ab_payload os = { .kernel = { image, sizeof(image) },
				 .reserve = { many, COUNT(many) } };
	struct ab_region room[PLAN_ROOM];
	struct ab_plan plan = { .regions = AB_REGIONS(room) };
	struct ab_error why;
	struct recorder rec;
	const void *dtb;

	(void)state;
	assert_ok(run(&plan, &m, &os, &rec, &why), &why, "plan");
	dtb = recorder_kept(&rec, AB_REGION_DTB);
	assert_int_equal(children(dtb, "/reserved-memory"), 6);
	judge_phandles(dtb);
	judge_region(dtb, "/device", "/reserved-memory/pool@88000000");
	judge_region(dtb, "/virtio@a000000", "/reserved-memory/reserved@8f600000");
	recorder_free(&rec);
	tree = overlay(1); /* in which ours would mean something else */
	assert_int_equal(run(&plan, &m, &os, &rec, &why), AB_ERR_UNSUPPORTED);
	why.value = 0; /* an offset */
	assert_error(why.code, &why, &cells, "cells");
	os.reserve.n = 0;
	assert_ok(run(&plan, &none, &os, &rec, &why), &why, "none of ours");
	dtb = recorder_kept(&rec, AB_REGION_DTB);
	assert_int_equal(children(dtb, "/reserved-memory"), 1);
	recorder_free(&rec);
}

/* ---- guests without a tree ---------------------------------------------------------------- */

static void test_types_in_the_map(void **state)
{
	static const struct ab_reserve low[] = {
		{ 96 * MiB, MiB, .name = "nvs", .type = AB_MEM_NVS },
		{ 64 * MiB, 4 * MiB, SHARED },
		{ 80 * MiB, MiB, RESTRICTED },
		{ 112 * MiB, MiB, .name = "ours", .type = AB_MEM_RAM },
		{ AB_TiB, MiB, .name = "hole" },
	};
	static const enum ab_mem_type types[] = { AB_MEM_NVS, AB_MEM_RAM, AB_MEM_RESERVED,
						  AB_MEM_RAM, AB_MEM_RESERVED };
	static const struct expected warning = {
		AB_ERR_ARG,
		"payload.reserve[]",
		0,
		"must have no compatible and no flags unless a device tree describes the machine; "
		"those of all pools are left out",
		1,
		"cma"
	};
	const struct ab_machine pc = { PC };
	const struct ab_payload os = { .kernel = { vmlinux, sizeof(vmlinux) },
				       .reserve = { low, COUNT(low) } };
	struct ab_region room[PLAN_ROOM];
	struct ab_plan plan = { .regions = AB_REGIONS(room) };
	static char text[8192];
	struct ab_buf out = ab_buf_over(text, sizeof(text));
	struct ab_error why;
	struct recorder rec;

	(void)state;
	assert_ok(run(&plan, &pc, &os, &rec, &why), &why, "plan");
	judge_regions(&plan);
	assert_int_equal(plan.n_warnings, 1);
	assert_error(plan.warnings[0].code, &plan.warnings[0], &warning, "pools");
	for (size_t i = 0; i < COUNT(low); i++) {
		struct ab_memmap_iter it = { 0 };
		struct ab_memmap_entry e;
		const struct ab_memmap map = ab_plan_memmap(&plan);

		do
			assert_true(ab_memmap_next(&map, &it, &e));
		while (!ab_overlaps(e.base, e.size, low[i].base, low[i].size));
		assert_int_equal(e.type, types[i]);
	}
	ab_plan_text(&plan, &out);
	ab_put(&out, NULL, 1);
	assert_non_null(strstr(text, "RAM       cma\n"));
	assert_non_null(strstr(text, "RAM       ours\n"));
	assert_non_null(strstr(text, "NVS       nvs\n"));
	recorder_free(&rec);
}

/* ---- what is wrong ------------------------------------------------------------------------ */

static void test_rules(void **state)
{
	static const char type[] = "must be one of enum ab_mem_type that the flags allow, or 0",
			  ram[] = "machine.ram must cover all of it",
			  flags[] = "must be one of enum ab_reserve_flags, or 0, as it must be "
				    "with restricted-dma-pool";
	static const struct ab_reserve twice = { RAM_BASE, MiB, RESTRICTED };
	const struct {
		struct ab_reserve r;
		struct expected want;
	} rows[] = {
		{ { RAM_BASE, MiB, NULL, .flags = 4 },
		  { AB_ERR_ARG, "payload.reserve[].name", 0, "must not be NULL", 1 } },
		{ { RAM_BASE, 0, "a" },
		  { AB_ERR_ARG, "payload.reserve[].size", 0,
		    "must not be 0, and base + size must not wrap", 1, "a" } },
		{ { RAM_BASE, MiB, "a", .type = AB_MEM_NVS + 1 },
		  { AB_ERR_ARG, "payload.reserve[].type", AB_MEM_NVS + 1, type, 1, "a" } },
		{ { RAM_BASE, MiB, "a", .type = AB_MEM_RESERVED, .flags = AB_RESERVE_REUSABLE },
		  { AB_ERR_ARG, "payload.reserve[].type", AB_MEM_RESERVED, type, 1, "a" } },
		{ { RAM_BASE, MiB, "a", .type = AB_MEM_RAM, .flags = AB_RESERVE_NO_MAP },
		  { AB_ERR_ARG, "payload.reserve[].type", AB_MEM_RAM, type, 1, "a" } },
		{ { RAM_BASE, MiB, "a", .flags = AB_RESERVE_REUSABLE | AB_RESERVE_NO_MAP },
		  { AB_ERR_ARG, "payload.reserve[].flags", 3, flags, 1, "a" } },
		{ { RAM_BASE, MiB, RESTRICTED, .flags = AB_RESERVE_NO_MAP },
		  { AB_ERR_ARG, "payload.reserve[].flags", 1, flags, 1, "dma" } },
		{ { TOP, MiB, SHARED }, { AB_ERR_ARG, "payload.reserve[].base", TOP, ram, 1 } },
		{ { TOP - 4096, 8192, .name = "a", .compatible = "acme,memory" },
		  { AB_ERR_ARG, "payload.reserve[].base", TOP - 4096, ram, 1 } },
		{ { TOP, MiB, "a", .type = AB_MEM_NVS },
		  { AB_ERR_ARG, "payload.reserve[].base", TOP, ram, 1 } },
		{ { RAM_BASE, MiB, "a", .compatible = "" },
		  { AB_ERR_ARG, "payload.reserve[].compatible", 0, "must not be empty", 1 } },
		{ { RAM_BASE + MiB, MiB, RESTRICTED },
		  { AB_ERR_ARG, "payload.reserve[]", 0, "must not have the name of an earlier pool",
		    1, "dma" } },
	};
	const struct ab_machine m = { VIRT };

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const struct ab_reserve list[2] = { twice, rows[i].r };
		const struct ab_payload os = { .kernel = { image, sizeof(image) },
					       .reserve = { list, 2 } };
		struct ab_region room[PLAN_ROOM];
		struct ab_plan plan = { .regions = AB_REGIONS(room) };
		struct ab_error why;
		struct recorder rec;

		assert_error(run(&plan, &m, &os, &rec, &why), &why, &rows[i].want,
			     rows[i].want.what);
	}
}

static void test_most_pools(void **state)
{
	static char names[AB_POOLS_MAX + 1][4];
	struct ab_reserve list[AB_POOLS_MAX + 1];
	const struct ab_machine m = { VIRT, .devs = AB_LIST(struct ab_dev,
							    VIRTIO(0xa000000, names[31])) };
	struct ab_payload os = { .kernel = { image, sizeof(image) },
				 .reserve = { list, AB_POOLS_MAX } };
	static const struct expected most = { AB_ERR_ARG, "payload.reserve[]", 0,
					      "at most 32 entries may have compatible or flags",
					      AB_POOLS_MAX };
	struct ab_region room[PLAN_ROOM];
	struct ab_plan plan = { .regions = AB_REGIONS(room) };
	struct ab_error why;
	struct recorder rec;

	(void)state;
	for (size_t i = 0; i <= AB_POOLS_MAX; i++) {
		names[i][0] = (char)('a' + i / 26);
		names[i][1] = (char)('a' + i % 26);
		list[i] = (struct ab_reserve){ TOP - (1 + i) * 4096, 4096, .name = names[i],
					       .compatible = "acme,memory" };
	}
	assert_ok(run(&plan, &m, &os, &rec, &why), &why, "most");
	judge_region(recorder_kept(&rec, AB_REGION_DTB), "/virtio@a000000",
		     "/reserved-memory/reserved@8ffe0000");
	recorder_free(&rec);
	os.reserve.n++;
	assert_error(run(&plan, &m, &os, &rec, &why), &why, &most, "one more");
}

static void test_regions_that_cannot_be_told(void **state)
{
	static const char unknown[] = "memory_region must be the name of a pool in "
				      "payload.reserve, and the device of a kind that may have one",
			  no_tree[] = "memory_region must be NULL unless a device tree describes "
				      "the machine";
	static const struct ab_reserve rom[] = { { RAM_BASE, 4096, RESTRICTED },
						 { RAM_BASE + MiB, 4096, .name = "plain" } };
	const struct {
		struct ab_machine m;
		enum ab_err code;
		const char *name, *rule;
	} rows[] = {
		{ { VIRT, .devs = AB_LIST(struct ab_dev, VIRTIO(0xa000000, "dm")) },
		  AB_ERR_ARG,
		  "dm",
		  unknown },
		{ { VIRT, .devs = AB_LIST(struct ab_dev, VIRTIO(0xa000000, "plain")) },
		  AB_ERR_ARG,
		  "plain",
		  unknown },
		{ { VIRT, .devs = AB_LIST(struct ab_dev, { AB_DEV_ACPI_GED, .base = 0xa000000,
							   .irq = 40, .memory_region = "dma" }) },
		  AB_ERR_ARG,
		  "dma",
		  unknown },
		{ { VIRT, .devs = AB_LIST(struct ab_dev, { AB_DEV_VMGENID, .base = 0xa000000,
							   .memory_region = "dma" }) },
		  AB_ERR_ARG,
		  "dma",
		  unknown },
		{ { VIRT, .tables = AB_TABLES_ACPI,
		    .devs = AB_LIST(struct ab_dev, VIRTIO(0xa000000, "dma")) },
		  AB_ERR_UNSUPPORTED,
		  "dma",
		  no_tree },
		{ { PC, .devs = AB_LIST(struct ab_dev, { AB_DEV_VIRTIO_MMIO, .base = 0xd0000000,
							 .irq = 5, .memory_region = "dma" }) },
		  AB_ERR_UNSUPPORTED,
		  "dma",
		  no_tree },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const bool pc = rows[i].m.arch == AB_ARCH_X86_64;
		struct ab_reserve list[2] = { rom[0], rom[1] };
		const struct ab_payload os = { .kernel = { pc ? vmlinux : image,
							   pc ? sizeof(vmlinux) : sizeof(image) },
					       .reserve = { list, 2 } };
		const struct expected want = { rows[i].code, "machine.devs[]", 0, rows[i].rule, 0,
					       rows[i].name };
		struct ab_region room[PLAN_ROOM];
		struct ab_plan plan = { .regions = AB_REGIONS(room) };
		struct ab_error why;
		struct recorder rec;

		list[0].base -= pc ? RAM_BASE - 64 * MiB : 0;
		list[1].base -= pc ? RAM_BASE - 64 * MiB : 0;
		assert_error(run(&plan, &rows[i].m, &os, &rec, &why), &why, &want, "region");
	}
}

/* Nothing of a PC's video memory and ROMs is RAM for a guest. */
static void test_legacy_is_no_ram(void **state)
{
	static const struct ab_reserve list[] = {
		{ 0x90000, 0x10000, .name = "below", .type = AB_MEM_RAM },
		{ 0xb0000, 0x1000, .name = "video", .flags = AB_RESERVE_REUSABLE },
	};
	const struct ab_machine pc = { PC };
	struct ab_payload os = { .kernel = { vmlinux, sizeof(vmlinux) }, .reserve = { list, 2 } };
	struct ab_region room[PLAN_ROOM];
	struct ab_plan plan = { .regions = AB_REGIONS(room) };
	struct ab_error why;
	struct recorder rec;

	(void)state;
	assert_int_equal(run(&plan, &pc, &os, &rec, &why), AB_ERR_OVERLAP);
	assert_string_equal(why.what, "payload.reserve[].base");
	assert_string_equal(why.name, "video");
	assert_int_equal(why.index, 1);
	assert_string_equal(why.other, "legacy area");
	os.reserve.n = 1;
	assert_ok(run(&plan, &pc, &os, &rec, &why), &why, "below");
	recorder_free(&rec);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_pool_has_its_node),
		cmocka_unit_test(test_pools_are_cut_out),
		cmocka_unit_test(test_one_node_for_both),
		cmocka_unit_test(test_types_in_the_map),
		cmocka_unit_test(test_rules),
		cmocka_unit_test(test_most_pools),
		cmocka_unit_test(test_regions_that_cannot_be_told),
		cmocka_unit_test(test_legacy_is_no_ram),
	};

	return cmocka_run_group_tests(tests, make_kernels, NULL);
}
