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
			assert_int_equal(n, cap);
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

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_enough),
		cmocka_unit_test(test_each_too_small),
		cmocka_unit_test(test_many),
	};

	return cmocka_run_group_tests(tests, make_kernels, NULL);
}
