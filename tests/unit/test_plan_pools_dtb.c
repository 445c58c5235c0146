/* SPDX-License-Identifier: BSD-2-Clause */
/* Memory that a merged tree reserves: no region of ours lies in it, the plan lists it, and the tree
 * tells the guest. Trees are written by libfdt. */
#include "arm64_image.h"
#include "recorder.h"

#include <libfdt.h>

#define RAM_BASE UINT64_C(0x80000000)
#define RAM_SIZE (256 * AB_MiB)
#define TOP (RAM_BASE + RAM_SIZE)

static uint8_t image[0x4000], initrd[0x10000], blob[4096];

static int make_kernels(void **state)
{
	(void)state;
	make_image(image, &(struct image_spec){ 0, 0x200000, 10, 0x3000 });
	return 0;
}

struct range {
	uint64_t base, size;
};

static void put64(uint8_t *p, uint64_t v)
{
	for (int i = 0; i < 8; i++)
		p[i] = (uint8_t)(v >> (56 - 8 * i));
}

/* A tree or an overlay whose /reserved-memory has a pool of @n ranges; or @apart a pool for each.
 */
static struct ab_bytes make_pools(bool overlay, const char *name, const struct range *r, int n,
				  bool apart)
{
	static uint8_t tree[2][2048];
	uint8_t *t = tree[overlay], reg[32];

	for (int i = 0; i < n; i++) {
		put64(reg + 16 * i, r[i].base);
		put64(reg + 16 * i + 8, r[i].size);
	}
	assert_int_equal(fdt_create(t, sizeof(tree[0])), 0);
	assert_int_equal(fdt_finish_reservemap(t), 0);
	fdt_begin_node(t, "");
	if (overlay) {
		fdt_begin_node(t, "fragment@0");
		fdt_property_string(t, "target-path", "/");
		fdt_begin_node(t, "__overlay__");
	} else {
		fdt_property_u32(t, "#address-cells", 2);
		fdt_property_u32(t, "#size-cells", 2);
	}
	fdt_begin_node(t, "reserved-memory");
	fdt_property_u32(t, "#address-cells", 2);
	fdt_property_u32(t, "#size-cells", 2);
	fdt_property(t, "ranges", NULL, 0);
	for (int i = 0; i < (apart ? n : 1); i++) {
		fdt_begin_node(t, i == 0 ? name : "pool@1");
		fdt_property_string(t, "compatible", "restricted-dma-pool");
		fdt_property(t, "reg", reg + 16 * i, apart ? 16 : 16 * n);
		fdt_end_node(t);
	}
	fdt_end_node(t);
	if (overlay) {
		fdt_end_node(t);
		fdt_end_node(t);
	}
	fdt_end_node(t);
	assert_int_equal(fdt_finish(t), 0);
	return (struct ab_bytes){ t, fdt_totalsize(t) };
}

static struct ab_bytes make_tree(bool overlay, const char *name, const struct range *r, int n)
{
	return make_pools(overlay, name, r, n, false);
}

static struct ab_machine machine_with(const struct ab_bytes *tree)
{
	/* of which the machine has only the first */
	static const struct ab_ram ram[] = { { RAM_BASE, RAM_SIZE, 0 },
					     { TOP + AB_GiB, AB_GiB, 0 } };
	static const struct ab_range redist[] = { { 0x80a0000, 0x100000 } };

	return (struct ab_machine){ .arch = AB_ARCH_ARM64,
				    .n_cpus = 1,
				    .ram = { ram, 1 },
				    .arm64.gic = { .dist = 0x8000000, .redist = { redist, 1 } },
				    .fdt.overlays = { tree, 1 } };
}

static const struct ab_payload os = {
	.kernel = { image, sizeof(image) },
	.initrds = AB_LIST(struct ab_bytes, { initrd, sizeof(initrd) }),
	.blobs = AB_LIST(struct ab_blob, { { blob, sizeof(blob) }, 0, AB_MEM_RAM, "blob" }),
};

static void judge_free(const struct ab_plan *plan, const struct range *r, const char *name)
{
	unsigned int listed = 0;

	for (uint32_t i = 0; i < plan->regions.n; i++) {
		const struct ab_region *g = &plan->regions.at[i];

		if (g->kind != AB_REGION_RESERVED || g->base != r->base || g->size != r->size) {
			assert_false(ab_overlaps(g->base, g->size, r->base, r->size));
			continue;
		}
		assert_int_equal(g->index, UINT32_MAX); /* no entry of the payload's */
		assert_string_equal(g->name, name);
		listed++; /* RAM that the tree reserves, or no RAM at all */
		assert_int_equal(g->type, g->base < TOP ? AB_MEM_RAM : AB_MEM_RESERVED);
	}
	assert_int_equal(listed, 1);
}

static void test_pools_stay_free(void **state)
{
	static const struct {
		const char *name;
		struct range r[2];
		int n;
		bool apart;
	} rows[] = {
		{ "at the top, where the initrd would be",
		  { { TOP - 16 * AB_MiB, 16 * AB_MiB } },
		  1 },
		{ "at the start, where the kernel would be", { { RAM_BASE, 4 * AB_MiB } }, 1 },
		{ "two ranges", { { RAM_BASE, 4096 }, { TOP - AB_MiB, AB_MiB } }, 2 },
		{ "two pools", { { RAM_BASE, 4096 }, { TOP - AB_MiB, AB_MiB } }, 2, true },
		{ "outside of RAM", { { TOP + AB_GiB, AB_MiB } }, 1 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		for (int overlay = 0; overlay < 2; overlay++) {
			const struct ab_bytes tree =
			    make_pools(overlay != 0, "pool@0", rows[i].r, rows[i].n, rows[i].apart);
			const struct ab_machine m = machine_with(&tree);
			struct ab_region room[PLAN_ROOM];
			struct ab_plan plan = { .regions = AB_REGIONS(room) };
			static char text[8192];
			struct ab_buf out = ab_buf_over(text, sizeof(text));
			struct ab_error why;
			struct recorder rec;
			const void *dtb;

			assert_ok(run(&plan, &m, &os, &rec, &why), &why, rows[i].name);
			judge_regions(&plan);
			for (int k = 0; k < rows[i].n; k++)
				judge_free(&plan, &rows[i].r[k],
					   rows[i].apart && k != 0 ? "pool@1" : "pool@0");
			dtb = recorder_kept(&rec, AB_REGION_DTB);
			assert_true(fdt_path_offset(dtb, "/reserved-memory/pool@0") > 0);
			ab_plan_text(&plan, &out);
			ab_put(&out, NULL, 1);
			assert_non_null(strstr(text, rows[i].r[0].base < TOP
							 ? "RAM       pool@0\n"
							 : "reserved  pool@0\n"));
			assert_true(ab_plan_regions(&m, &os) >=
				    AB_PLAN_REGIONS + 2 + (size_t)rows[i].n);
			recorder_free(&rec);
		}
}

static void test_pools_that_cannot_be_kept(void **state)
{
	static const struct range half = { TOP - AB_MiB, 2 * AB_MiB };
	static const struct range high = { TOP - 16 * AB_MiB, 16 * AB_MiB };
	/* two pools, of which the second goes a byte beyond the last address */
	static const struct range beyond[] = { { TOP - AB_MiB, AB_MiB },
					       { RAM_BASE + 14 * AB_MiB,
						 UINT64_MAX - RAM_BASE - 14 * AB_MiB + 2 } };
	static const struct expected wraps = { AB_ERR_IMAGE,
					       "machine.fdt.overlays[]",
					       0,
					       "reg of reserved memory must not wrap",
					       0,
					       "pool@1" };
	static const struct range front = { RAM_BASE - AB_MiB, 2 * AB_MiB };
	static const struct expected begins = { AB_ERR_UNSUPPORTED,
						"machine.fdt.overlays[]",
						RAM_BASE - AB_MiB,
						"memory that a tree reserves must lie wholly in "
						"machine.ram, or outside of it",
						0,
						"pool@0" };
	static const struct expected wrong = { AB_ERR_UNSUPPORTED,
					       "machine.fdt.overlays[]",
					       TOP - AB_MiB,
					       "memory that a tree reserves must lie wholly in "
					       "machine.ram, or outside of it",
					       0,
					       "pool@0" };
	struct ab_payload fixed = os;
	struct ab_bytes tree = make_tree(true, "pool@0", &half, 1);
	struct ab_machine m = machine_with(&tree);
	struct ab_region room[PLAN_ROOM];
	struct ab_plan plan = { .regions = AB_REGIONS(room) };
	struct ab_error why;
	struct recorder rec;

	(void)state;
	assert_error(run(&plan, &m, &os, &rec, &why), &why, &wrong, "half in RAM");
	tree = make_tree(true, "pool@0", &front, 1);
	assert_error(run(&plan, &m, &os, &rec, &why), &why, &begins, "its other half in RAM");
	for (int overlay = 0; overlay < 2; overlay++) {
		tree = make_pools(overlay != 0, "pool@0", beyond, 2, true);
		assert_error(run(&plan, &m, &os, &rec, &why), &why, &wraps, "beyond 2^64");
	}
	tree = make_tree(true, "pool@0", &high, 1);
	fixed.fixed =
	    (struct ab_fixed_list)AB_LIST(struct ab_fixed, { AB_REGION_INITRD, TOP - AB_MiB });
	assert_int_equal(run(&plan, &m, &fixed, &rec, &why), AB_ERR_OVERLAP);
	assert_string_equal(why.what, "payload.fixed[].base");
	assert_string_equal(why.other, "pool@0");
}

/* A name of unknown origin must not command a terminal: neither in an error, as of this node, nor
 * in a plan, as of this reservation. */
static void test_names_are_shown_as_text(void **state)
{
	static const struct range high = { TOP - AB_MiB, AB_MiB };
	const struct ab_bytes tree = make_tree(true, "p\x1b[31m@0", &high, 1);
	const struct ab_payload reserving = {
		.kernel = { image, sizeof(image) },
		.reserve =
		    AB_LIST(struct ab_reserve, { TOP - AB_MiB, AB_MiB, "r\x1b[31m\xc3\x7f" }),
	};
	struct ab_machine m = machine_with(&tree);
	struct ab_region room[PLAN_ROOM];
	struct ab_plan plan = { .regions = AB_REGIONS(room) };
	static char text[8192];
	struct ab_buf out = ab_buf_over(text, sizeof(text));
	struct ab_work work;
	struct ab_error why;
	char sentence[256];

	(void)state;
	assert_int_not_equal(make_plan(&plan, &m, &os, &work, &why), AB_OK);
	free(work.data);
	(void)ab_error_text(&why, sentence, sizeof(sentence));
	assert_non_null(strstr(sentence, "(p?[31m@0)"));
	m.fdt.overlays.n = 0;
	assert_ok(make_plan(&plan, &m, &reserving, &work, &why), &why, "reservation");
	free(work.data);
	ab_plan_text(&plan, &out);
	ab_put(&out, NULL, 1);
	assert_non_null(strstr(text, "reserved  r?[31m??\n"));
}

/* A pool, and a device that names it, both by one overlay: dtc numbers the pool 1, which is the
 * phandle of another node in the tree, and lists the reference. */
static struct ab_bytes make_user(const char *device, const struct range *r)
{
	static uint8_t t[2048];
	uint8_t reg[16];

	put64(reg, r->base);
	put64(reg + 8, r->size);
	assert_int_equal(fdt_create(t, sizeof(t)), 0);
	assert_int_equal(fdt_finish_reservemap(t), 0);
	fdt_begin_node(t, "");
	fdt_begin_node(t, "fragment@0");
	fdt_property_string(t, "target-path", "/");
	fdt_begin_node(t, "__overlay__");
	fdt_begin_node(t, "reserved-memory");
	fdt_property_u32(t, "#address-cells", 2);
	fdt_property_u32(t, "#size-cells", 2);
	fdt_property(t, "ranges", NULL, 0);
	fdt_begin_node(t, "pool@0");
	fdt_property_string(t, "compatible", "restricted-dma-pool");
	fdt_property(t, "reg", reg, sizeof(reg));
	fdt_property_u32(t, "phandle", 1);
	fdt_end_node(t);
	fdt_end_node(t);
	fdt_begin_node(t, device);
	fdt_property_u32(t, "memory-region", 1);
	for (int i = 0; i < 3; i++)
		fdt_end_node(t);
	fdt_begin_node(t, "__local_fixups__");
	fdt_begin_node(t, "fragment@0");
	fdt_begin_node(t, "__overlay__");
	fdt_begin_node(t, device);
	fdt_property_u32(t, "memory-region", 0);
	for (int i = 0; i < 5; i++)
		fdt_end_node(t);
	assert_int_equal(fdt_finish(t), 0);
	return (struct ab_bytes){ t, fdt_totalsize(t) };
}

static void test_devices_that_name_a_pool(void **state)
{
	static const struct range r = { TOP - AB_MiB, AB_MiB };
	static const struct ab_dev dev[] = { { AB_DEV_VIRTIO_MMIO, .base = 0x9040000, .irq = 40 } };
	static const struct expected taken = {
		AB_ERR_ARG, "machine.fdt.overlays[]", 0, "sibling nodes must have different names",
		0,          "virtio@9040000"
	};
	const struct ab_bytes tree = make_user("virtio@9040000", &r);
	struct ab_machine m = machine_with(&tree);
	struct ab_region room[PLAN_ROOM];
	struct ab_plan plan = { .regions = AB_REGIONS(room) };
	struct expected want = taken;
	struct ab_work work;
	struct ab_error why;
	struct recorder rec;
	const void *dtb;
	int pool, user;

	(void)state;
	assert_ok(run(&plan, &m, &os, &rec, &why), &why, "a device of the overlay's");
	judge_regions(&plan);
	judge_free(&plan, &r, "pool@0");
	dtb = recorder_kept(&rec, AB_REGION_DTB);
	pool = fdt_path_offset(dtb, "/reserved-memory/pool@0");
	user = fdt_path_offset(dtb, "/virtio@9040000");
	assert_true(pool > 0 && user > 0);
	assert_true(fdt_get_phandle(dtb, pool) > 1);
	assert_int_equal(fdt32_ld(fdt_getprop(dtb, user, "memory-region", NULL)),
			 fdt_get_phandle(dtb, pool));
	assert_int_equal(fdt_node_offset_by_phandle(dtb, fdt_get_phandle(dtb, pool)), pool);
	recorder_free(&rec);
	/* a device of ours names its pool by ab_dev.memory_region: an overlay only adds nodes */
	m.devs = (struct ab_dev_list){ dev, 1 };
	assert_int_equal(make_plan(&plan, &m, &os, &work, &why), AB_ERR_ARG);
	want.value = why.value; /* the offset of the node */
	assert_error(why.code, &why, &want, "a device of ours");
	free(work.data);
}

/* The array of regions is sized before anything is checked: a length may have no bytes. */
static void test_nothing_is_read_without_a_pointer(void **state)
{
	const struct ab_bytes lost = { NULL, 4096 };
	const struct ab_machine m[] = {
		{ .arch = AB_ARCH_ARM64, .fdt.overlays = { NULL, 1 } },
		{ .arch = AB_ARCH_ARM64, .fdt.overlays = { &lost, 1 } },
		{ .arch = AB_ARCH_ARM64, .devs = { NULL, 1 } },
	};
	const struct ab_payload p[] = {
		{ .kernel = lost },
		{ .addons = { NULL, 1 } },
		{ .addons = { &lost, 1 } },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(m); i++)
		for (size_t j = 0; j < COUNT(p); j++)
			assert_int_equal(ab_plan_regions(&m[i], &p[j]), AB_PLAN_REGIONS);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_pools_stay_free),
		cmocka_unit_test(test_pools_that_cannot_be_kept),
		cmocka_unit_test(test_names_are_shown_as_text),
		cmocka_unit_test(test_devices_that_name_a_pool),
		cmocka_unit_test(test_nothing_is_read_without_a_pointer),
	};

	return cmocka_run_group_tests(tests, make_kernels, NULL);
}
