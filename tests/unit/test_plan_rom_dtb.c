/* SPDX-License-Identifier: BSD-2-Clause */
/* Blobs that are ROMs: outside of RAM, written through the sink, and reserved in every map that a
 * guest may read; refused where RAM or a device is. */
#include "arm64_image.h"
#include "recorder.h"

#include <libfdt.h>

static uint8_t vmlinux[0x10000], pvh[0x4000], image[0x3000], rom[0x2345];

static int make_kernels(void **state)
{
	(void)state;
	make_elf(vmlinux, &elf64);
	make_elf(pvh, &elf32_pvh);
	make_image(image, &(struct image_spec){ 0, 0x200000, 10, sizeof(image) });
	for (size_t i = 0; i < sizeof(rom); i++)
		rom[i] = (uint8_t)(i * 7 + 3);
	return 0;
}

#define KERNEL(k) .kernel = { k, sizeof(k) }
#define BLOBS(...) .blobs = AB_LIST(struct ab_blob, __VA_ARGS__)
#define RESERVE(...) .reserve = AB_LIST(struct ab_reserve, __VA_ARGS__)
#define ROM(base)                                                                                  \
	{                                                                                          \
		{ rom, sizeof(rom) }, base, 0, "my rom", AB_BACKING_ROM                            \
	}
#define RAM(...) .ram = AB_LIST(struct ab_ram, __VA_ARGS__)
#define DEVS(...) .devs = AB_LIST(struct ab_dev, __VA_ARGS__)
#define PC .arch = AB_ARCH_X86_64, .n_cpus = 1, RAM({ 0, AB_GiB, 0 }, { 4 * AB_GiB, AB_GiB, 0 })
#define GICV3 .dist = 0x8000000, .redist = AB_LIST(struct ab_range, { 0x80a0000, 0x100000 })
#define VIRT                                                                                       \
	.arch = AB_ARCH_ARM64, .n_cpus = 1,                                                        \
	RAM({ 0x40000000, AB_GiB, 0 }, { 0x100000000, AB_GiB, 0 }), .arm64.gic = { GICV3 }

static const struct ab_machine pc = { PC }, virt = { VIRT },
			       virt_acpi = { VIRT, .tables = AB_TABLES_ACPI };

/* ---- where it is -------------------------------------------------------------------------- */

/* The ROM is a region of its own, and came whole, with zeros to the end of a page if the guest can
 * only reserve pages. */
static void judge_rom(const struct recorder *rec, uint32_t index, uint64_t base, uint64_t size)
{
	static const uint8_t zeros[4096];
	const struct ab_regions *list = &rec->plan->regions;
	uint32_t i = 0;

	while (i < list->n && !(list->at[i].kind == AB_REGION_BLOB && list->at[i].index == index))
		i++;
	assert_true(i < list->n);
	assert_true(list->at[i].base == base && list->at[i].size == size);
	assert_int_equal(list->at[i].backing, AB_BACKING_ROM);
	assert_int_equal(list->at[i].type, AB_MEM_RESERVED);
	assert_string_equal(list->at[i].name, "my rom");
	assert_memory_equal(rec->kept[i], rom, sizeof(rom));
	assert_memory_equal(rec->kept[i] + sizeof(rom), zeros, (size_t)(size - sizeof(rom)));
}

/* Entries of a map that share bytes with a range are of a type, and cover it. */
static void judge_reserved(const struct told *e, size_t n, uint64_t base, uint64_t size)
{
	uint64_t covered = 0;

	for (size_t i = 0; i < n; i++) {
		const uint64_t lo = e[i].base > base ? e[i].base : base;
		const uint64_t end = e[i].base + e[i].size;
		const uint64_t hi = end < base + size ? end : base + size;

		if (lo >= hi)
			continue;
		assert_int_equal(e[i].type, AB_MEM_RESERVED);
		covered += hi - lo;
	}
	assert_true(covered == size);
}

static void test_x86(void **state)
{
	static const uint64_t bases[] = { 0x40000000,  0xc0000001,
					  0xfff00000,  0xffffd000 - 0x1000,
					  0x140000000, (UINT64_C(1) << 40) - sizeof(rom) };
	const struct ab_bytes kernels[] = { { vmlinux, sizeof(vmlinux) }, { pvh, sizeof(pvh) } };

	(void)state;
	for (size_t i = 0; i < 2 * COUNT(bases); i++) {
		static struct told e[256];
		const uint64_t base = bases[i / 2];
		const struct ab_payload os = { .kernel = kernels[i % 2], BLOBS(ROM(base)) };
		struct ab_region room[PLAN_ROOM];
		struct ab_plan plan = { .regions = AB_REGIONS(room) };
		struct recorder rec;
		struct ab_error why;

		assert_ok(run(&plan, &pc, &os, &rec, &why), &why, "ROM");
		judge(&rec);
		judge_rom(&rec, 0, base, sizeof(rom));
		judge_reserved(e, read_map(&rec, e, COUNT(e)), base, sizeof(rom));
		recorder_free(&rec);
	}
}

static uint64_t be(const uint8_t *p, unsigned int width)
{
	uint64_t v = 0;

	while (width-- != 0)
		v = v << 8 | *p++;
	return v;
}

/* Children of /reserved-memory, each of them unmapped. */
static size_t read_tree(const struct recorder *rec, struct told *e, size_t most)
{
	const void *tree = recorder_kept(rec, AB_REGION_DTB);
	const int parent = fdt_path_offset(tree, "/reserved-memory");
	size_t n = 0;
	int node, len;

	fdt_for_each_subnode(node, tree, parent)
	{
		const uint8_t *reg = fdt_getprop(tree, node, "reg", &len);

		assert_int_equal(len, 16);
		assert_non_null(fdt_getprop(tree, node, "no-map", &len));
		assert_true(n < most);
		e[n++] = (struct told){ be(reg, 8), be(reg + 8, 8), AB_MEM_RESERVED };
	}
	return n;
}

/* UEFI 7.2.3; types 0 and 7 are reserved and conventional memory. Entries must ascend. */
static size_t read_efi_map(const struct recorder *rec, struct told *e, size_t most)
{
	const struct ab_region *r = ab_plan_region(rec->plan, AB_REGION_EFI_MAP);
	const uint8_t *p = recorder_kept(rec, AB_REGION_EFI_MAP);
	const size_t n = (size_t)r->size / 40;

	assert_true(n <= most);
	for (size_t i = 0; i < n; i++, p += 40) {
		e[i] = (struct told){ le(p + 8, 8), le(p + 24, 8) * 4096,
				      le(p, 4) == 0 ? AB_MEM_RESERVED : AB_MEM_RAM };
		assert_true(i == 0 || e[i - 1].base + e[i - 1].size <= e[i].base);
		assert_int_equal(le(p + 32, 8), 8); /* EFI_MEMORY_WB */
	}
	return n;
}

/* Away from RAM; right below, right above and between ranges, beside reserved RAM, and a pair. */
static void test_arm64(void **state)
{
	static const uint64_t bases[] = { 0x4000000, 0x3fffd000, 0x80000000, 0xffffd000,
					  0x140000000 };
	static const uint64_t beside[] = { 0x40000000, 0x7ffff000, 0x100000000, 0x13ffff000 };

	(void)state;
	for (size_t i = 0; i < 2 * COUNT(bases); i++) {
		const bool acpi = i % 2 != 0;
		const uint64_t base = bases[i / 2];
		const struct ab_payload os = {
			KERNEL(image), BLOBS(ROM(base), ROM(0xc0000000), ROM(0xc0003000)),
			RESERVE({ beside[0], 4096, "a" }, { beside[1], 4096, "b" },
				{ beside[2], 4096, "c" }, { beside[3], 4096, "d" })
		};
		struct ab_region room[PLAN_ROOM];
		struct ab_plan plan = { .regions = AB_REGIONS(room) };
		struct told e[64];
		struct recorder rec;
		struct ab_error why;
		size_t n;

		assert_ok(run(&plan, acpi ? &virt_acpi : &virt, &os, &rec, &why), &why, "ROM");
		judge_regions(&plan);
		judge_rom(&rec, 0, base, 0x3000);
		judge_rom(&rec, 1, 0xc0000000, 0x3000);
		judge_rom(&rec, 2, 0xc0003000, 0x3000);
		n = acpi ? read_efi_map(&rec, e, COUNT(e)) : read_tree(&rec, e, COUNT(e));
		judge_reserved(e, n, base, 0x3000);
		judge_reserved(e, n, 0xc0000000, 0x6000);
		for (size_t k = 0; k < COUNT(beside); k++)
			judge_reserved(e, n, beside[k], 4096);
		recorder_free(&rec);
	}
}

/* A window of a device is no memory: it stays out of the EFI map and the tree, beside a ROM, too.
 */
static void test_beside_a_bridge(void **state)
{
	static const uint64_t size = 0x3000;
	struct ab_machine m = {
		VIRT, DEVS({ .type = AB_DEV_PCIE_ECAM, .base = 0x10100000, .size = AB_MiB })
	};
	const struct ab_payload os = { KERNEL(image), BLOBS(ROM(0x100fd000), ROM(0x10200000)) };

	(void)state;
	for (int acpi = 0; acpi < 2; acpi++) {
		struct ab_region room[PLAN_ROOM];
		struct ab_plan plan = { .regions = AB_REGIONS(room) };
		struct told e[64];
		struct recorder rec;
		struct ab_error why;
		size_t n;

		m.tables = acpi ? AB_TABLES_ACPI : AB_TABLES_FDT;
		assert_ok(run(&plan, &m, &os, &rec, &why), &why, "bridge");
		n = acpi ? read_efi_map(&rec, e, COUNT(e)) : read_tree(&rec, e, COUNT(e));
		judge_reserved(e, n, 0x100fd000, size);
		judge_reserved(e, n, 0x10200000, size);
		for (size_t i = 0; i < n; i++)
			assert_true(e[i].base + e[i].size <= 0x10100000 || e[i].base >= 0x10200000);
		recorder_free(&rec);
	}
}

/* ---- where it cannot be ------------------------------------------------------------------- */

struct row {
	const char *name;
	struct ab_machine m;
	struct ab_blob blob;
	struct expected want;
};

#define BASE "payload.blobs[].base"
#define ONE(at, bytes, mem_type)                                                                   \
	{                                                                                          \
		{ rom, bytes }, at, mem_type, "my rom", AB_BACKING_ROM                             \
	}

static const struct row rows[] = {
	{ "nowhere",
	  { PC },
	  ONE(0, 16, 0),
	  { AB_ERR_ARG, BASE, 0, "must not be 0 with AB_BACKING_ROM", 1, "my rom" } },
	{ "RAM to the guest",
	  { PC },
	  ONE(0xc0000000, 16, AB_MEM_RAM),
	  { AB_ERR_ARG, "payload.blobs[].type", AB_MEM_RAM,
	    "must be AB_MEM_RESERVED, or 0, with AB_BACKING_ROM", 1, "my rom" } },
	{ "NVS",
	  { PC },
	  ONE(0xc0000000, 16, AB_MEM_NVS),
	  { AB_ERR_ARG, "payload.blobs[].type", AB_MEM_NVS,
	    "must be AB_MEM_RESERVED, or 0, with AB_BACKING_ROM", 1, "my rom" } },
	{ "no backing at all",
	  { PC },
	  { { rom, 16 }, 0xc0000000, 0, "my rom", AB_BACKING_NONE },
	  { AB_ERR_ARG, "payload.blobs[].backing", AB_BACKING_NONE,
	    "must be AB_BACKING_RAM or AB_BACKING_ROM", 1, "my rom" } },
	{ "beyond phys_bits",
	  { PC, .phys_bits = 36 },
	  ONE((UINT64_C(1) << 36) - 15, 16, 0),
	  { AB_ERR_ARG, BASE, (UINT64_C(1) << 36) - 15,
	    "must end within the addresses of machine.phys_bits", 1, "my rom" } },
	{ "wraps",
	  { PC, .phys_bits = 52 },
	  ONE(UINT64_MAX - 7, 16, 0),
	  { AB_ERR_ARG, BASE, UINT64_MAX - 7, "must end within the addresses of machine.phys_bits",
	    1, "my rom" } },
	{ "in RAM",
	  { PC },
	  ONE(0x100000, 16, 0),
	  { AB_ERR_OVERLAP, BASE, 0x100000, "machine.ram[].base", 1, "my rom" } },
	{ "where RAM ends",
	  { PC },
	  ONE(0x3fffffff, 16, 0),
	  { AB_ERR_OVERLAP, BASE, 0x3ffff000, "machine.ram[].base", 1, "my rom" } },
	{ "where RAM begins",
	  { PC },
	  ONE(0xfffffff1, 16, 0),
	  { AB_ERR_OVERLAP, BASE, 0xfffff000, "machine.ram[].base", 1, "my rom", 0x100000000,
	    0x2000, AB_GiB } },
	{ "among the legacy ROMs, which lie in RAM",
	  { PC },
	  ONE(0xf0000, 16, 0),
	  { AB_ERR_OVERLAP, BASE, 0xf0000, "machine.ram[].base", 1, "my rom" } },
	{ "local APIC",
	  { PC },
	  ONE(0xfee00fff, 1, 0),
	  { AB_ERR_OVERLAP, BASE, 0xfee00000, "local APIC", 1, "my rom", 0xfee00000 } },
	{ "I/O APIC",
	  { PC },
	  ONE(0xfebfffff, 2, 0),
	  { AB_ERR_OVERLAP, BASE, 0xfebff000, "I/O APIC", 1, "my rom", 0xfec00000 } },
	{ "listed I/O APIC",
	  { PC, DEVS({ .type = AB_DEV_IOAPIC, .base = 0xfec10000 }) },
	  ONE(0xfec10000, 1, 0),
	  { AB_ERR_OVERLAP, BASE, 0xfec10000, "machine.devs[].base", 1, "my rom", 0xfec10000 } },
	{ "page of a device",
	  { PC, DEVS({ .type = AB_DEV_UART_16550, .base = 0x3f8, .irq = 4 },
		     { .type = AB_DEV_HPET, .base = 0xfed00000 }) },
	  ONE(0xfed00800, 16, 0),
	  { AB_ERR_OVERLAP, BASE, 0xfed00000, "machine.devs[].base", 1, "my rom", 0xfed00000,
	    0x1000, 0x400 } },
	{ "bridge",
	  { PC, DEVS({ .type = AB_DEV_PCIE_ECAM, .base = 0xe0000000, .size = AB_MiB }) },
	  ONE(0xe00fffff, 1, 0),
	  { AB_ERR_OVERLAP, BASE, 0xe00ff000, "machine.devs[].base", 1, "my rom", 0xe0000000 } },
	{ "bridge's 64-bit window",
	  { PC, DEVS({ .type = AB_DEV_PCIE_ECAM,
		       .base = 0xe0000000,
		       .size = AB_MiB,
		       .pcie = { .mmio32 = { 0xd8000000, AB_MiB },
				 .mmio64 = { 0x200000000, AB_GiB } } }) },
	  ONE(0x200000000, 1, 0),
	  { AB_ERR_OVERLAP, BASE, 0x200000000, "machine.devs[].pcie.mmio64.base", 1, "my rom",
	    0x200000000 } },
	{ "GIC's distributor",
	  { VIRT },
	  ONE(0x800f000, 1, 0),
	  { AB_ERR_OVERLAP, BASE, 0x800f000, "machine.arm64.gic.dist", 1, "my rom", 0x8000000 } },
	{ "GIC's redistributors",
	  { VIRT },
	  ONE(0x819f000, 1, 0),
	  { AB_ERR_OVERLAP, BASE, 0x819f000, "machine.arm64.gic.redist[].base", 1, "my rom",
	    0x80a0000 } },
	{ "GIC's ITS",
	  { VIRT, .arm64.gic.its = AB_LIST(struct ab_its, { 0x8080000 }) },
	  ONE(0x8080000, 1, 0),
	  { AB_ERR_OVERLAP, BASE, 0x8080000, "machine.arm64.gic.its[].base", 1, "my rom",
	    0x8080000 } },
	{ "arm64 RAM",
	  { VIRT },
	  ONE(0x3fffe000, 0x2001, 0),
	  { AB_ERR_OVERLAP, BASE, 0x3fffe000, "machine.ram[].base", 1, "my rom", 0x40000000 } },
	{ "from inside a page",
	  { VIRT },
	  ONE(0x10000800, 16, 0),
	  { AB_ERR_ARG, BASE, 0x10000800, "must be a multiple of 4096", 1 } },
	{ "another ROM",
	  { PC },
	  ONE(0xd000000f, 16, 0),
	  { AB_ERR_OVERLAP, BASE, 0xd000000f, "first", 1, "my rom", 0xd0000000 } },
	{ "another ROM, the same page",
	  { VIRT },
	  ONE(0xd0000000, 16, 0),
	  { AB_ERR_OVERLAP, BASE, 0xd0000000, "first", 1, "my rom", 0xd0000000 } },
};

static void test_refused(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const bool x86 = rows[i].m.arch == AB_ARCH_X86_64;
		const struct ab_blob blobs[] = {
			{ { rom, 16 }, 0xd0000000, 0, "first", AB_BACKING_ROM }, rows[i].blob
		};
		const struct ab_payload os = {
			.kernel = { x86 ? vmlinux : image, x86 ? sizeof(vmlinux) : sizeof(image) },
			.blobs = { blobs, 2 },
		};
		struct ab_region room[PLAN_ROOM];
		struct ab_plan plan = { .regions = AB_REGIONS(room) };
		struct recorder rec;
		struct ab_error why;

		assert_error(run(&plan, &rows[i].m, &os, &rec, &why), &why, &rows[i].want,
			     rows[i].name);
		if (why.other != NULL && strcmp(why.other, "machine.ram[].base") == 0)
			assert_int_equal(why.other_index, why.other_value != 0 && x86);
		assert_int_equal(rec.calls, 0);
		assert_int_equal(
		    ab_plan_make(&plan, &rows[i].m, &os, (struct ab_work){ NULL, 0 }, NULL),
		    rows[i].want.code);
	}
}

/* A ROM may be where a blob in RAM may not, and the other way round: nothing changes for that. */
static void test_ram_is_the_usual(void **state)
{
	const struct ab_payload os = { KERNEL(vmlinux),
				       BLOBS({ { rom, 16 }, 0xc0000000, 0, "my blob" }) };
	const struct expected want = {
		AB_ERR_NOSPACE, BASE, 0xc0000000, "machine.ram must cover all of it", 0, "my blob"
	};
	struct ab_region room[PLAN_ROOM];
	struct ab_plan plan = { .regions = AB_REGIONS(room) };
	struct recorder rec;
	struct ab_error why;

	(void)state;
	assert_error(run(&plan, &pc, &os, &rec, &why), &why, &want, "RAM");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_x86),
		cmocka_unit_test(test_arm64),
		cmocka_unit_test(test_beside_a_bridge),
		cmocka_unit_test(test_refused),
		cmocka_unit_test(test_ram_is_the_usual),
	};

	return cmocka_run_group_tests(tests, make_kernels, NULL);
}
