/* SPDX-License-Identifier: BSD-2-Clause */
/* Reservations, blobs and bridges in any order, many at once: against a judge that compares each
 * with all earlier ones. */
#include "kernels.h"
#include "recorder.h"

#define MANY 20
#define FROM (512 * AB_MiB)

static uint8_t file[0x8000], bytes[3 * 4096];

struct given {
	uint64_t base, size;
	const char *name, *what;
	size_t index;
};

/* The first entry that overlaps an earlier one, and of those the lowest. */
static bool first_overlap(const struct given *g, size_t n, struct given *a, struct given *b)
{
	for (size_t i = 0; i < n; i++) {
		bool found = false;

		for (size_t k = 0; k < i; k++)
			if (g[k].base < g[i].base + g[i].size &&
			    g[i].base < g[k].base + g[k].size && (!found || g[k].base < b->base)) {
				*b = g[k];
				found = true;
			}
		*a = g[i];
		if (found)
			return true;
	}
	return false;
}

static void test_random(void **state)
{
	static const struct ab_ram ram = { 0, 2 * AB_GiB, 0 };
	const struct ab_machine m = { .arch = AB_ARCH_X86_64, .n_cpus = 1, .ram = { &ram, 1 } };
	struct ab_region room[PLAN_ROOM];
	struct ab_plan plan = { .regions = AB_REGIONS(room) };
	struct ab_reserve reserve[MANY];
	struct ab_blob blob[MANY];
	struct given g[2 * MANY], a, b;
	unsigned int bad = 0;
	uint64_t seed = 17;

	(void)state;
	for (unsigned int i = 0; i < 4000; i++) {
		const size_t nr = rnd_below(&seed, MANY), nb = rnd_below(&seed, MANY);
		const uint32_t spread = 1 + rnd_below(&seed, 600);
		const struct ab_payload os = { .kernel = { file, make_elf(file, &elf64) },
					       .reserve = { reserve, nr },
					       .blobs = { blob, nb } };
		struct ab_error why;
		enum ab_err err;
		size_t n = 0;

		for (size_t k = 0; k < nr + nb; k++)
			g[k] = (struct given){ FROM + 4096 * (uint64_t)rnd_below(&seed, spread),
					       1 + rnd_below(&seed, sizeof(bytes)),
					       k < nr ? "reservation" : "blob",
					       k < nr ? "payload.reserve[].base"
						      : "payload.blobs[].base",
					       k < nr ? k : k - nr };
		for (size_t k = 0; k < nr; k++)
			reserve[k] = (struct ab_reserve){ g[k].base, g[k].size, g[k].name };
		for (size_t k = 0; k < nb; k++)
			blob[k] = (struct ab_blob){ { bytes, (size_t)g[nr + k].size },
						    g[nr + k].base,
						    .name = g[nr + k].name };
		err = ab_plan_make(&plan, &m, &os, (struct ab_work){ NULL, 0 }, &why);
		if (!first_overlap(g, nr + nb, &a, &b)) {
			assert_ok(err, &why, "disjoint");
			for (uint32_t k = 1; k < plan.regions.n; k++)
				assert_true(room[k].base >= room[k - 1].base + room[k - 1].size);
			for (uint32_t k = 0; k < plan.regions.n; k++)
				n += room[k].kind == AB_REGION_RESERVED ||
				     room[k].kind == AB_REGION_BLOB;
			assert_int_equal(n, nr + nb);
			continue;
		}
		assert_int_equal(err, AB_ERR_OVERLAP);
		assert_string_equal(why.what, a.what);
		assert_int_equal(why.index, a.index);
		assert_string_equal(why.name, a.name);
		assert_string_equal(why.other, b.name);
		assert_true(why.value == a.base && why.other_value == b.base);
		assert_true(why.size == a.size && why.other_size == b.size);
		bad++;
	}
	assert_in_range(bad, 500, 3500);
}

/* Regions of devices are in the plan and, reserved, in the map, also outside RAM. */
static void test_devices_in_any_order(void **state)
{
	static const struct ab_ram ram = { 0, 2 * AB_GiB, 0 };
	struct ab_dev dev[] = {
		{ AB_DEV_PCIE_ECAM, .base = 0xe0000000, .size = AB_MiB },
		{ AB_DEV_VIRTIO_MMIO, .base = 0xd0000000, .irq = 5 },
		{ AB_DEV_PCIE_ECAM, .base = 0xc0000000, .size = AB_MiB, .pcie.segment = 1 },
		{ AB_DEV_PCIE_ECAM, .base = 0xd8000000, .size = AB_MiB, .pcie.segment = 2 },
		{ AB_DEV_RESERVED, .base = 0xfd00000000, .size = 12 * AB_GiB },
		{ AB_DEV_RESERVED, .base = 0xb0000000, .size = 0x1000 },
	};
	const struct ab_machine m = {
		.arch = AB_ARCH_X86_64, .n_cpus = 1, .ram = { &ram, 1 }, .devs = { dev, COUNT(dev) }
	};
	const struct ab_payload os = { .kernel = { file, make_elf(file, &elf64) } };
	struct ab_region room[PLAN_ROOM];
	struct ab_plan plan = { .regions = AB_REGIONS(room) };
	struct ab_error why;
	uint64_t last = 0, high = 0;
	size_t n = 0, holes = 0, in_map = 0;
	struct ab_memmap map;
	struct ab_memmap_entry e;
	struct ab_memmap_iter it = { 0 };

	(void)state;
	assert_ok(ab_plan_make(&plan, &m, &os, (struct ab_work){ NULL, 0 }, &why), &why, "plan");
	for (uint32_t i = 0; i < plan.regions.n; i++)
		if (room[i].kind == AB_REGION_ECAM || room[i].kind == AB_REGION_HOLE) {
			assert_true(room[i].base > last && room[i].index == 0);
			assert_int_equal(room[i].type, AB_MEM_RESERVED);
			assert_int_equal(room[i].backing, AB_BACKING_NONE);
			last = room[i].base;
			n++;
			holes += room[i].kind == AB_REGION_HOLE;
		}
	assert_int_equal(n, 5);
	assert_int_equal(holes, 2);
	map = ab_plan_memmap(&plan);
	while (ab_memmap_next(&map, &it, &e))
		if (e.type == AB_MEM_RESERVED && e.base >= 2 * AB_GiB) {
			in_map++;
			high = e.base;
		}
	assert_int_equal(in_map, 5);
	assert_true(high == 0xfd00000000);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_random),
		cmocka_unit_test(test_devices_in_any_order),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
