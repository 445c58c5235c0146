/* SPDX-License-Identifier: BSD-2-Clause */
/* Blobs without an address: each in its turn lies at the highest page where it fits, as a search
 * through every end of free memory finds it. */
#include "arm64_image.h"
#include "kernels.h"
#include "unit.h"

#include <aetherboot/aetherboot.h>

#define ROUNDS 400
#define BLOBS 24
#define RESERVES 12
#define RANGES 6
#define PAGE UINT64_C(4096)

static uint8_t vmlinux[0x8000], image[0x3000], bytes[16 * 4096], work_room[1 << 20];
static size_t n_vmlinux, n_image;

static int make_kernels(void **state)
{
	(void)state;
	n_vmlinux = make_elf(vmlinux, &elf64);
	n_image = make_image(image, &(struct image_spec){ 0, 0x10000, 0xa, 0x3000 });
	return 0;
}

struct sample {
	struct ab_machine m;
	struct ab_payload os;
	struct ab_ram ram[RANGES];
	struct ab_reserve reserve[RESERVES];
	struct ab_blob blobs[BLOBS];
	struct ab_range redist;
};

/* RAM that is nearly full of reservations, of which some touch; on x86 they may end anywhere. */
static void draw(struct sample *s, enum ab_arch arch, uint64_t *seed)
{
	const bool x86 = arch == AB_ARCH_X86_64;
	uint64_t at = x86 ? 0 : AB_GiB;
	size_t n = 1 + rnd_below(seed, RESERVES);

	*s = (struct sample){ .m = { .arch = arch, .n_cpus = 1, .phys_bits = 40 } };
	s->redist = (struct ab_range){ 0x20000000, 0x20000 };
	s->m.arm64.gic.dist = x86 ? 0 : 0x08000000;
	s->m.arm64.gic.redist =
	    x86 ? (struct ab_range_list){ NULL, 0 } : (struct ab_range_list){ &s->redist, 1 };
	for (size_t i = 0; i < RANGES; i++) {
		const uint64_t size = i == 0 ? 32 * AB_MiB : (1 + rnd_below(seed, 40)) * PAGE;

		s->ram[i] = (struct ab_ram){ at, size, 0 };
		at += size + rnd_below(seed, 2) * rnd_below(seed, 3) * PAGE;
	}
	s->m.ram = (struct ab_ram_list){ s->ram, RANGES };
	at = s->ram[1].base - 16 * PAGE;
	for (size_t i = 0; i < n; i++) {
		const uint64_t unit = x86 ? 1 : PAGE;
		const uint64_t size = (1 + rnd_below(seed, (uint32_t)(20 * PAGE / unit))) * unit;

		at += rnd_below(seed, (uint32_t)(8 * PAGE / unit)) * unit;
		s->reserve[i] = (struct ab_reserve){ at, size, "kept" };
		at += size;
	}
	for (size_t i = 0; i < BLOBS; i++) {
		const uint32_t most = rnd_below(seed, 3) == 0 ? sizeof(bytes) - PAGE : 6000;
		const uint32_t pages = rnd_below(seed, 2);

		s->blobs[i] = (struct ab_blob){
			.bytes = { bytes, (size_t)(1 + pages * PAGE + rnd_below(seed, most)) },
			.type = rnd_below(seed, 2) == 0 ? AB_MEM_RAM : 0,
			.name = "blob",
		};
	}
	s->os.kernel =
	    x86 ? (struct ab_bytes){ vmlinux, n_vmlinux } : (struct ab_bytes){ image, n_image };
	s->os.reserve = (struct ab_reserve_list){ s->reserve, n };
	s->os.blobs = (struct ab_blob_list){ s->blobs, BLOBS };
}

/* True if all bytes are RAM in which none of the @n regions lies. */
static bool is_free(const struct sample *s, const struct ab_range *used, size_t n, uint64_t base,
		    uint64_t size)
{
	uint64_t at = base;

	for (size_t i = 0; i < RANGES; i++)
		if (at >= s->ram[i].base && at < s->ram[i].base + s->ram[i].size)
			at = s->ram[i].base + s->ram[i].size;
	for (size_t i = 0; i < n; i++)
		if (ab_overlaps(base, size, used[i].base, used[i].size))
			return false;
	return at >= base + size;
}

/* The highest page from @lo on where @size bytes fit; 0: none. */
static uint64_t highest(const struct sample *s, const struct ab_range *used, size_t n, uint64_t lo,
			uint64_t size)
{
	uint64_t best = 0;

	for (size_t i = 0; i < n + RANGES; i++) {
		const uint64_t end = i < n ? used[i].base : s->ram[i - n].base + s->ram[i - n].size;
		const uint64_t at = end >= size ? (end - size) & ~(PAGE - 1) : 0;

		if (at >= lo && at > best && is_free(s, used, n, at, size))
			best = at;
	}
	return best;
}

/* The regions that were placed before blobs without an address. */
static size_t earlier(const struct ab_plan *plan, struct ab_range *used)
{
	size_t n = 0;

	for (uint32_t i = 0; i < plan->regions.n; i++) {
		const struct ab_region *r = &plan->regions.at[i];

		if (r->kind == AB_REGION_RESERVED || r->kind == AB_REGION_KERNEL ||
		    r->kind == AB_REGION_LEGACY || r->kind == AB_REGION_ACPI ||
		    r->kind == AB_REGION_FACS)
			used[n++] = (struct ab_range){ r->base, r->size };
	}
	return n;
}

static const struct ab_region *region_of(const struct ab_plan *plan, uint32_t blob)
{
	for (uint32_t i = 0; i < plan->regions.n; i++)
		if (plan->regions.at[i].kind == AB_REGION_BLOB && plan->regions.at[i].index == blob)
			return &plan->regions.at[i];
	return NULL;
}

static enum ab_err plan_of(const struct sample *s, struct ab_plan *plan, struct ab_error *why)
{
	const struct ab_work work = { work_room, sizeof(work_room) };

	return ab_plan_make(plan, &s->m, &s->os, work, why);
}

static void judge(const struct sample *s, const struct ab_plan *plan)
{
	const bool x86 = s->m.arch == AB_ARCH_X86_64;
	struct ab_range used[RESERVES + BLOBS + 8];
	size_t n = earlier(plan, used);

	for (uint32_t i = 0; i < BLOBS; i++) {
		const struct ab_region *r = region_of(plan, i);

		assert_non_null(r);
		assert_int_equal(r->base, highest(s, used, n, x86 ? AB_MiB : 0, r->size));
		assert_true(r->size >= s->blobs[i].bytes.size);
		assert_string_equal(r->name, "blob");
		used[n++] = (struct ab_range){ r->base, r->size };
	}
}

static void test_places(void **state)
{
	struct ab_region room[AB_PLAN_REGIONS + 2 * (BLOBS + RESERVES)];
	uint64_t seed = 11;

	(void)state;
	for (size_t round = 0; round < ROUNDS; round++) {
		struct ab_plan plan = { .regions = AB_REGIONS(room) };
		struct ab_error why;
		struct sample s;

		draw(&s, round % 2 == 0 ? AB_ARCH_X86_64 : AB_ARCH_ARM64, &seed);
		assert_ok(plan_of(&s, &plan, &why), &why, "plan");
		judge(&s, &plan);
	}
}

/* Nothing lies where the kernel may not find it: on x86 above 4 GiB, on arm64 32 GiB and more above
 * the kernel. */
static void test_reach(void **state)
{
	static const struct {
		enum ab_arch arch;
		struct ab_ram ram[2];
		uint64_t end;
	} rows[] = {
		{ AB_ARCH_X86_64,
		  { { 0, 64 * AB_MiB, 0 }, { 4 * AB_GiB, AB_GiB, 0 } },
		  64 * AB_MiB },
		{ AB_ARCH_ARM64,
		  { { AB_GiB, 40 * AB_GiB, 0 }, { 64 * AB_GiB, AB_GiB, 0 } },
		  33 * AB_GiB },
		{ AB_ARCH_ARM64,
		  { { AB_GiB, 40 * AB_MiB, 0 }, { 32 * AB_GiB, 3 * AB_GiB, 0 } },
		  33 * AB_GiB },
	};
	struct ab_region room[AB_PLAN_REGIONS + 2 * (BLOBS + RESERVES)];
	uint64_t seed = 14;

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct ab_plan plan = { .regions = AB_REGIONS(room) };
		struct ab_error why;
		struct sample s;

		draw(&s, rows[i].arch, &seed);
		s.m.tables = rows[i].arch == AB_ARCH_X86_64 ? AB_TABLES_NONE : AB_TABLES_FDT;
		s.m.ram = (struct ab_ram_list){ rows[i].ram, 2 };
		s.os.reserve.n = 0;
		assert_ok(plan_of(&s, &plan, &why), &why, "reach");
		assert_int_equal(region_of(&plan, 0)->base,
				 rows[i].end -
				     ((region_of(&plan, 0)->size + PAGE - 1) & ~(PAGE - 1)));
	}
}

/* The first blob in their order that fits nowhere is told, though smaller ones behind it fit. */
static void test_no_room(void **state)
{
	static const enum ab_arch archs[] = { AB_ARCH_X86_64, AB_ARCH_ARM64 };
	struct ab_region room[AB_PLAN_REGIONS + 2 * (BLOBS + RESERVES)];
	uint64_t seed = 12;

	(void)state;
	for (size_t i = 0; i < COUNT(archs); i++) {
		struct ab_plan plan = { .regions = AB_REGIONS(room) };
		struct ab_error why;
		struct sample s;

		draw(&s, archs[i], &seed);
		s.blobs[5].bytes.size = 64 * AB_MiB;
		s.blobs[5].name = "first";
		s.blobs[9].bytes.size = 65 * AB_MiB;
		s.blobs[9].name = "second";
		assert_int_equal(plan_of(&s, &plan, &why), AB_ERR_NOSPACE);
		assert_string_equal(why.what, "first");
		assert_int_equal(why.value, 64 * AB_MiB);
	}
}

/* Regions for which the caller's array has no room are told, too. */
static void test_short_array(void **state)
{
	static const enum ab_arch archs[] = { AB_ARCH_X86_64, AB_ARCH_ARM64 };
	struct ab_region room[BLOBS];
	uint64_t seed = 13;

	(void)state;
	for (size_t i = 0; i < COUNT(archs); i++) {
		struct ab_plan plan = { .regions = AB_REGIONS(room) };
		struct ab_error why;
		struct sample s;

		draw(&s, archs[i], &seed);
		assert_int_equal(plan_of(&s, &plan, &why), AB_ERR_NOSPACE);
		assert_string_equal(why.what, "plan.regions.n");
		assert_int_equal(why.value, ab_plan_regions(&s.m, &s.os));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_places),
		cmocka_unit_test(test_reach),
		cmocka_unit_test(test_no_room),
		cmocka_unit_test(test_short_array),
	};

	return cmocka_run_group_tests(tests, make_kernels, NULL);
}
