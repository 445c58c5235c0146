/* SPDX-License-Identifier: BSD-2-Clause */
/* The array of a plan's regions: ab_plan_regions() is always enough, and one that is too small is
 * refused by name. */
#include "arm64_image.h"
#include "recorder.h"

#include <aetherboot/smbios.h>

static uint8_t vmlinux[0x10000], packed[0x10000], image[0x4000];

static int make_kernels(void **state)
{
	(void)state;
	make_elf(vmlinux, &elf64);
	make_bzimage(packed, &bz_packed);
	make_image(image, &(struct image_spec){ 0, 0x200000, 10, 0x3000 });
	return 0;
}

#define KERNEL(k) .kernel = { k, sizeof(k) }
#define RESERVE(...) .reserve = AB_LIST(struct ab_reserve, __VA_ARGS__)
#define BLOBS(...) .blobs = AB_LIST(struct ab_blob, __VA_ARGS__)
#define INITRD .initrds = AB_LIST(struct ab_bytes, { "initrd", 6 })
#define BYTES                                                                                      \
	{                                                                                          \
		"0123456789abcdef", 16                                                             \
	}
#define MODULES .modules = AB_LIST(struct ab_module, { BYTES, "one" }, { BYTES, NULL })
#define PC .arch = AB_ARCH_X86_64, .n_cpus = 1, .ram = AB_LIST(struct ab_ram, { 0, AB_GiB, 0 })
#define VIRT                                                                                       \
	.arch = AB_ARCH_ARM64, .n_cpus = 1,                                                        \
	.ram = AB_LIST(struct ab_ram, { 0x40000000, AB_GiB, 0 }),                                  \
	.arm64.gic = { .dist = 0x8000000,                                                          \
		       .redist = AB_LIST(struct ab_range, { 0x80a0000, 0x100000 }) }

static const struct ab_smbios smbios = { .serial = "1" };

struct row {
	const char *name;
	struct ab_machine m;
	struct ab_payload os;
	uint32_t n; /* regions */
};

/* The most that a usual plan has; ranges in the legacy area, each of which cuts it once more. */
static const struct row rows[] = {
	{ "the least: no tables", { PC, .tables = AB_TABLES_NONE }, { KERNEL(vmlinux) }, 6 },
	{ "x86, everything",
	  { PC, .smbios = &smbios },
	  { KERNEL(vmlinux), INITRD, .cmdline = "quiet", .rng_seed = BYTES },
	  14 },
	{ "x86, MP tables, out of a bzImage",
	  { PC, .smbios = &smbios, .tables = AB_TABLES_MP },
	  { KERNEL(packed), INITRD, .cmdline = "quiet", .rng_seed = BYTES },
	  13 },
	{ "blobs and reservations among the legacy ones",
	  { PC, .smbios = &smbios },
	  { KERNEL(vmlinux), INITRD, .cmdline = "quiet", .rng_seed = BYTES,
	    BLOBS({ BYTES, 0xc0000, 0, "a" }, { BYTES, 0xc8000, 0, "b" }, { BYTES, 0, 0, "c" }),
	    RESERVE({ 0xa8000, 16, "d" }, { 0xe8000, 1, "e" }, { 0x5000, 1, "f" }) },
	  14 + 6 + 4 },
	{ "modules",
	  { PC },
	  { KERNEL(vmlinux), .protocol = AB_PROTOCOL_PVH, .cmdline = "quiet", MODULES },
	  11 },
	{ "modules behind the kernel",
	  { PC },
	  { KERNEL(vmlinux), .protocol = AB_PROTOCOL_PVH, .cmdline = "quiet", MODULES,
	    .flags = AB_MODULES_LOW },
	  11 },
	{ "bridges",
	  { PC, .devs = AB_LIST(struct ab_dev,
				{ .type = AB_DEV_PCIE_ECAM, .base = 0xe0000000, .size = AB_MiB },
				{ .type = AB_DEV_PCIE_ECAM,
				  .base = 0xe1000000,
				  .size = AB_MiB,
				  .pcie = { .segment = 1 } }) },
	  { KERNEL(vmlinux) },
	  11 },
	{ "reserved addresses",
	  { PC, .devs = AB_LIST(struct ab_dev,
				{ AB_DEV_RESERVED, .base = 0xfd00000000, .size = 12 * AB_GiB },
				{ AB_DEV_RESERVED, .base = 0xe0000000, .size = 0x1000 }) },
	  { KERNEL(vmlinux) },
	  11 },
	{ "arm64", { VIRT }, { KERNEL(image), INITRD }, 3 },
	{ "arm64, ACPI",
	  { VIRT, .tables = AB_TABLES_ACPI, .smbios = &smbios },
	  { KERNEL(image), INITRD, BLOBS({ BYTES, 0, 0, "a" }) },
	  9 },
};

static enum ab_err plan_in(struct ab_region *at, uint32_t cap, const struct row *row,
			   struct ab_plan *plan, struct ab_error *why)
{
	struct ab_work work = { malloc(AMPLE), AMPLE };
	enum ab_err err;

	plan->regions = (struct ab_regions){ at, cap, 99 }; /* what was in it is nothing */
	err = ab_plan_make(plan, &row->m, &row->os, work, why);
	free(work.data);
	return err;
}

/* Of the heap, so that one entry too many shows under ASan. */
static void test_enough(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const size_t most = ab_plan_regions(&rows[i].m, &rows[i].os);
		struct ab_region *at = malloc(most * sizeof(*at));
		struct ab_plan plan;
		struct ab_error why;

		assert_ok(plan_in(at, (uint32_t)most, &rows[i], &plan, &why), &why, rows[i].name);
		assert_true(plan.regions.n <= most);
		assert_int_equal(plan.regions.cap, most);
		assert_ptr_equal(plan.regions.at, at);
		assert_int_equal(plan.regions.n, rows[i].n);
		free(at);
	}
}

static void test_each_too_small(void **state)
{
	struct expected want = { AB_ERR_NOSPACE, "plan.regions.n", 0,
				 "plan.regions.cap must be as large, which is always enough" };

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct ab_plan plan;
		struct ab_error why;
		uint32_t cap;

		for (cap = 0;; cap++) {
			struct ab_region *at = malloc((cap + 1) * sizeof(*at));
			struct ab_region *const exact = cap != 0 ? at + 1 : NULL;
			const enum ab_err err = plan_in(exact, cap, &rows[i], &plan, &why);
			const uint32_t n = plan.regions.n;

			free(at);
			if (err == AB_OK) {
				assert_int_equal(n, cap);
				break;
			}
			want.value = ab_plan_regions(&rows[i].m, &rows[i].os);
			assert_error(err, &why, &want, rows[i].name);
			assert_true(n <= cap); /* those that come together are all in or out */
		}
		assert_true(cap != 0 && cap <= ab_plan_regions(&rows[i].m, &rows[i].os));
		/* no array at all, whatever its size is said to be */
		want.value = ab_plan_regions(&rows[i].m, &rows[i].os);
		assert_error(plan_in(NULL, 1000, &rows[i], &plan, &why), &why, &want, "NULL");
		want.value = 0;
	}
}

/* So many that the room which a usual plan leaves does not do: bridges are a region each, and each
 * reservation cuts the legacy area in two. */
static void test_many(void **state)
{
	static struct ab_dev bridges[24];
	static struct ab_reserve reserve[40];
	struct row row = rows[1];
	const uint32_t n = row.n + COUNT(bridges) + 2 * COUNT(reserve);
	struct ab_region at[32 + COUNT(bridges) + 2 * COUNT(reserve)];
	struct ab_plan plan;
	struct ab_error why;

	(void)state;
	for (size_t i = 0; i < COUNT(bridges); i++)
		bridges[i] = (struct ab_dev){ .type = AB_DEV_PCIE_ECAM,
					      .base = 0xe0000000 + i * AB_MiB,
					      .size = AB_MiB,
					      .pcie = { .segment = (uint16_t)i } };
	for (size_t i = 0; i < COUNT(reserve); i++)
		reserve[i] = (struct ab_reserve){ 0xa0010 + i * 0x1000, 1, "r" };
	row.m.devs = (struct ab_dev_list){ bridges, COUNT(bridges) };
	row.os.reserve = (struct ab_reserve_list){ reserve, COUNT(reserve) };
	assert_int_equal(AB_PLAN_REGIONS, 32);
	assert_int_equal(ab_plan_regions(&row.m, &row.os), COUNT(at));
	assert_ok(plan_in(at, COUNT(at), &row, &plan, &why), &why, "many");
	assert_int_equal(plan.regions.n, n);
}

/* ---- video memory and ROMs ---------------------------------------------------------------- */

/* Each byte of them is in one region, and no two parts of what nothing else takes touch. */
static void judge_legacy(const struct ab_plan *plan)
{
	const struct ab_region *before = NULL;
	uint64_t at = 0xa0000;

	for (uint32_t i = 0; i < plan->regions.n; i++) {
		const struct ab_region *r = &plan->regions.at[i];

		assert_true(before == NULL || r->base >= before->base + before->size);
		if (r->base + r->size > 0xa0000 && r->base < 0x100000) {
			assert_true(r->base <= at);
			at = r->base + r->size;
		}
		if (r->kind == AB_REGION_LEGACY) {
			assert_true(r->base >= 0xa0000 && at <= 0x100000 && r->size != 0);
			assert_true(before == NULL || before->kind != AB_REGION_LEGACY);
			assert_true(r->type == AB_MEM_RESERVED);
		}
		before = r;
	}
	assert_true(at >= 0x100000);
}

/* Reservations that begin before these areas, end behind them, or cut them. */
static size_t draw(struct ab_reserve *kept, size_t n, uint64_t *seed)
{
	uint64_t at = 0x9c000 + rnd_below(seed, 0x8000);

	for (size_t i = 0; i < n; i++) {
		const bool last = i + 1 == n && rnd_below(seed, 2) != 0;

		if (!last && at > 0xd8000)
			return i;
		at = last ? 0xfc000 + rnd_below(seed, 0x3000) : at;
		kept[i] = (struct ab_reserve){ .base = at, .name = "kept" };
		kept[i].size = 1 + rnd_below(seed, last ? 0x0f00 : 0x4000);
		at += kept[i].size + rnd_below(seed, 2) * rnd_below(seed, 0x3000);
	}
	return n;
}

static void test_legacy(void **state)
{
	static const uint64_t odd[][2] = { { 0x9f000, 0x60ff0 }, { 0xa0000, 0x5fff0 },
					   { 0xa0001, 0x5ff00 }, { 0x100000, 0x10 },
					   { 0x9ffff, 1 },       { 0xf0000, 0xfff0 } };
	struct row row = { "legacy", { PC, .tables = AB_TABLES_NONE }, { KERNEL(vmlinux) }, 0 };
	uint64_t seed = 3;

	(void)state;
	for (size_t round = 0; round < 500; round++) {
		struct ab_reserve kept[24];
		struct ab_region at[32 + 2 * COUNT(kept)];
		struct ab_plan plan;
		struct ab_error why;

		if (round < COUNT(odd))
			kept[0] =
			    (struct ab_reserve){ odd[round][0], odd[round][1], .name = "kept" };
		row.os.reserve.at = kept;
		row.os.reserve.n = round < COUNT(odd) ? 1 : draw(kept, round % 25, &seed);
		assert_ok(plan_in(at, COUNT(at), &row, &plan, &why), &why, "legacy");
		judge_legacy(&plan);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_enough),
		cmocka_unit_test(test_each_too_small),
		cmocka_unit_test(test_many),
		cmocka_unit_test(test_legacy),
	};

	return cmocka_run_group_tests(tests, make_kernels, NULL);
}
