/* SPDX-License-Identifier: BSD-2-Clause */
/* What callers ask for: fixed addresses, reservations, blobs, setup_data. Honoured to the byte, or
 * refused with both parties named; a refused plan writes nothing. */
#include "kernels.h"
#include "recorder.h"

static uint8_t vmlinux[0x8000], pvh32[0x2000], bare[0x4000], bz32[0x4000], low[0x8000];
static size_t n_vmlinux, n_pvh32, n_bare, n_bz32, n_low;

static int make_kernels(void **state)
{
	const struct elf_spec at_640k = { 64, 62,    0x9f000, { { 0x9f000, 0, 0x100, 0x2000 } },
					  0,  false, true };

	(void)state;
	n_vmlinux = make_elf(vmlinux, &elf64);
	n_pvh32 = make_elf(pvh32, &elf32_pvh);
	n_bare = make_bzimage(bare, &bz_bare);
	n_bz32 = make_bzimage(bz32, &bz_32bit);
	n_low = make_elf(low, &at_640k);
	return 0;
}

#define KERNEL(k) .kernel = { k, n_##k }
#define BLOBS(...) .blobs = AB_LIST(struct ab_blob, __VA_ARGS__)
#define RESERVE(...) .reserve = AB_LIST(struct ab_reserve, __VA_ARGS__)
#define FIXED(...) .fixed = AB_LIST(struct ab_fixed, __VA_ARGS__)
#define INITRD .initrds = AB_LIST(struct ab_bytes, { "initrd", 6 })
#define BYTES "0123456789abcdef", 16

static const struct ab_ram ram[] = { { 0, AB_GiB, 0 }, { 4 * AB_GiB, AB_GiB, 0 } };
static const struct ab_dev devs[] = {
	{ .type = AB_DEV_PCIE_ECAM, .base = 0xe0000000, .size = 16 * AB_MiB },
};
static const struct ab_machine machine = {
	.arch = AB_ARCH_X86_64, .n_cpus = 1, .ram = { ram, 2 }, .devs = { devs, 1 }
};

struct row {
	const char *name;
	struct ab_payload os;
	struct expected want;
};

static void refuse(const struct row *rows, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct ab_region room[PLAN_ROOM];
		struct ab_plan plan = { .regions = AB_REGIONS(room) };
		struct recorder rec;
		struct ab_error why;
		enum ab_err err = run(&plan, &machine, &rows[i].os, &rec, &why);

		assert_error(err, &why, &rows[i].want, rows[i].name);
		assert_int_equal(rec.calls, 0);
		/* planning alone says the same */
		err = ab_plan_make(&plan, &machine, &rows[i].os, (struct ab_work){ NULL, 0 }, &why);
		assert_error(err, &why, &rows[i].want, rows[i].name);
	}
}

static void test_conflicts_name_both(void **state)
{
	const struct row rows[] = {
		{ "reservation, kernel",
		  { KERNEL(vmlinux), RESERVE({ 0x100cfff, 1, "my range" }) },
		  { AB_ERR_OVERLAP, "kernel", 0x1000000, "my range" } },
		{ "reservation, ECAM",
		  { KERNEL(vmlinux), RESERVE({ 0xe0ffffff, 1, "my range" }) },
		  { AB_ERR_OVERLAP, "payload.reserve[].base", 0xe0ffffff, "PCIe ECAM", 0,
		    "my range", 0xe0000000 } },
		{ "reservations",
		  { KERNEL(vmlinux), RESERVE({ 0x5000, 2, "one" }, { 0x5001, 1, "two" }) },
		  { AB_ERR_OVERLAP, "payload.reserve[].base", 0x5001, "one", 1, "two", 0x5000 } },
		{ "reservation, reset vector",
		  { KERNEL(vmlinux), RESERVE({ 0xfffff, 2, "my range" }) },
		  { AB_ERR_OVERLAP, "payload.reserve[].base", 0xfffff, "reset vector", 0,
		    "my range", 0xffff0 } },
		{ "blob that is RAM, legacy area",
		  { KERNEL(vmlinux), BLOBS({ { BYTES }, 0x9fff1, AB_MEM_RAM, "my blob" }) },
		  { AB_ERR_OVERLAP, "payload.blobs[].base", 0x9fff1, "legacy area", 0, "my blob",
		    0xa0000 } },
		{ "blob that is RAM, end of the legacy area",
		  { KERNEL(vmlinux), BLOBS({ { BYTES }, 0xfffff, AB_MEM_RAM, "my blob" }) },
		  { AB_ERR_OVERLAP, "payload.blobs[].base", 0xfffff, "legacy area", 0, "my blob",
		    0xa0000 } },
		{ "blob, RSDP",
		  { KERNEL(vmlinux), BLOBS({ { BYTES }, 0xe0ff8, 0, "my blob" }) },
		  { AB_ERR_OVERLAP, "payload.blobs[].base", 0xe0ff8, "RSDP", 0, "my blob",
		    0xe0000 } },
		{ "blob, reservation",
		  { KERNEL(vmlinux), RESERVE({ 0x5000, 16, "my range" }),
		    BLOBS({ { BYTES }, 0x4ff1, 0, "my blob" }) },
		  { AB_ERR_OVERLAP, "payload.blobs[].base", 0x4ff1, "my range", 0, "my blob",
		    0x5000 } },
		{ "blobs",
		  { KERNEL(vmlinux),
		    BLOBS({ { BYTES }, 0x5000, 0, "one" }, { { BYTES }, 0x500f, 0, "two" }) },
		  { AB_ERR_OVERLAP, "payload.blobs[].base", 0x500f, "one", 1, "two", 0x5000 } },
		{ "blob, kernel",
		  { KERNEL(vmlinux), BLOBS({ { BYTES }, 0x1000000, 0, "my blob" }) },
		  { AB_ERR_OVERLAP, "kernel", 0x1000000, "my blob" } },
		{ "blob in no RAM",
		  { KERNEL(vmlinux), BLOBS({ { BYTES }, 0x40000000, 0, "my blob" }) },
		  { AB_ERR_NOSPACE, "payload.blobs[].base", 0x40000000,
		    "machine.ram must cover all of it", 0, "my blob" } },
		{ "blob half in RAM",
		  { KERNEL(vmlinux), BLOBS({ { BYTES }, 0x3ffffff8, 0, "my blob" }) },
		  { AB_ERR_NOSPACE, "payload.blobs[].base", 0x3ffffff8,
		    "machine.ram must cover all of it", 0, "my blob" } },
		{ "blob that wraps",
		  { KERNEL(vmlinux), BLOBS({ { BYTES }, UINT64_MAX - 7, 0, "my blob" }) },
		  { AB_ERR_NOSPACE, "payload.blobs[].base", 0xfffffffffffffff8,
		    "machine.ram must cover all of it", 0, "my blob" } },
		{ "kernel, legacy area",
		  { KERNEL(low) },
		  { AB_ERR_OVERLAP, "kernel", 0x9f000, "legacy area" } },
		{ "fixed initrd, kernel",
		  { KERNEL(vmlinux), INITRD, FIXED({ AB_REGION_INITRD, 0x1001000 }) },
		  { AB_ERR_OVERLAP, "kernel", 0x1000000, "initrd" } },
		{ "fixed zero page, fixed command line",
		  { KERNEL(vmlinux), .cmdline = "quiet",
		    FIXED({ AB_REGION_ZERO_PAGE, 0x8000 }, { AB_REGION_CMDLINE, 0x8ff0 }) },
		  { AB_ERR_OVERLAP, "payload.fixed[].base", 0x8ff0, "zero page", 1, "command line",
		    0x8000 } },
		{ "fixed ACPI, kernel",
		  { KERNEL(vmlinux), FIXED({ AB_REGION_ACPI, 0x1006000 }) },
		  { AB_ERR_OVERLAP, "kernel", 0x1000000, "ACPI tables" } },
		{ "fixed RSDP, reset vector",
		  { KERNEL(vmlinux), FIXED({ AB_REGION_RSDP, 0xff800 }) },
		  { AB_ERR_OVERLAP, "payload.fixed[].base", 0xff800, "reset vector", 0, "RSDP",
		    0xffff0 } },
		{ "fixed RSDP, blob",
		  { KERNEL(vmlinux), BLOBS({ { BYTES }, 0x5000, 0, "my blob" }),
		    FIXED({ AB_REGION_RSDP, 0x4010 }) },
		  { AB_ERR_OVERLAP, "payload.blobs[].base", 0x5000, "RSDP", 0, "my blob",
		    0x4010 } },
		{ "fixed RSDP, kernel",
		  { KERNEL(vmlinux), FIXED({ AB_REGION_RSDP, 0x1006000 }) },
		  { AB_ERR_OVERLAP, "kernel", 0x1000000, "RSDP" } },
		{ "fixed RSDP in no RAM",
		  { KERNEL(vmlinux),
		    FIXED({ AB_REGION_GDT, 0x4000 }, { AB_REGION_RSDP, 0x3ffff010 }) },
		  { AB_ERR_NOSPACE, "payload.fixed[].base", 0x3ffff010,
		    "machine.ram must cover all of it", 1, "RSDP" } },
		{ "fixed page tables, legacy area",
		  { KERNEL(vmlinux), FIXED({ AB_REGION_PAGE_TABLES, 0x9d000 }) },
		  { AB_ERR_OVERLAP, "payload.fixed[].base", 0x9d000, "legacy area", 0,
		    "page tables", 0xa0000 } },
		{ "fixed GDT in no RAM",
		  { KERNEL(vmlinux), FIXED({ AB_REGION_GDT, 0x50000000 }) },
		  { AB_ERR_NOSPACE, "payload.fixed[].base", 0x50000000,
		    "machine.ram must cover all of it", 0, "GDT" } },
		{ "fixed kernel, reservation",
		  { KERNEL(bare), FIXED({ AB_REGION_KERNEL, 0x2000000 }),
		    RESERVE({ 0x23fffff, 1, "my range" }) },
		  { AB_ERR_OVERLAP, "payload.fixed[].base", 0x2000000, "my range", 0, "kernel",
		    0x23fffff } },
	};

	(void)state;
	refuse(rows, COUNT(rows));
}

/* An address that the kernel could not be told of is refused, not cut to 32 bits. */
static void test_reach(void **state)
{
	const struct row rows[] = {
		{ "32-bit zero page",
		  { KERNEL(bz32), FIXED({ AB_REGION_ZERO_PAGE, 4 * AB_GiB }) },
		  { AB_ERR_ARG, "payload.fixed[].base", 4 * AB_GiB,
		    "must be where the kernel can reach it", 0, "zero page" } },
		{ "32-bit GDT",
		  { KERNEL(bz32), FIXED({ AB_REGION_GDT, 4 * AB_GiB }) },
		  { AB_ERR_ARG, "payload.fixed[].base", 4 * AB_GiB,
		    "must be where the kernel can reach it", 0, "GDT" } },
		{ "start_info",
		  { KERNEL(pvh32), FIXED({ AB_REGION_START_INFO, 4 * AB_GiB }) },
		  { AB_ERR_ARG, "payload.fixed[].base", 4 * AB_GiB,
		    "must be where the kernel can reach it", 0, "start_info" } },
		{ "PVH initrd",
		  { KERNEL(pvh32), INITRD, FIXED({ AB_REGION_INITRD, 4 * AB_GiB }) },
		  { AB_ERR_ARG, "payload.fixed[].base", 4 * AB_GiB,
		    "must be where the kernel can reach it", 0, "initrd" } },
		{ "command line of a kernel without ext_cmd_line_ptr",
		  { KERNEL(bare), .cmdline = "x", FIXED({ AB_REGION_CMDLINE, 4 * AB_GiB }) },
		  { AB_ERR_ARG, "payload.fixed[].base", 4 * AB_GiB,
		    "must be where the kernel can reach it", 0, "command line" } },
		{ "initrd beyond initrd_addr_max",
		  { KERNEL(bz32), INITRD, FIXED({ AB_REGION_INITRD, 0x38000000 }) },
		  { AB_ERR_ARG, "payload.fixed[].base", 0x38000000,
		    "must be where the kernel can reach it", 0, "initrd" } },
	};

	(void)state;
	refuse(rows, COUNT(rows));
}

/* Each kind at an address of the caller's choice, below and above 4 GiB where that can be. */
static void test_fixed_is_honoured(void **state)
{
	static const enum ab_region_kind kinds[] = {
		AB_REGION_INITRD,     AB_REGION_CMDLINE,     AB_REGION_ZERO_PAGE,
		AB_REGION_SETUP_DATA, AB_REGION_PAGE_TABLES, AB_REGION_ACPI,
		AB_REGION_GDT,        AB_REGION_START_INFO,  AB_REGION_RSDP,
	};
	static const uint64_t bases[] = { 0x1000, 0x3000000, 4 * AB_GiB, 4 * AB_GiB + 0x12345000 };
	const struct ab_bytes kernels[] = { { vmlinux, n_vmlinux }, { pvh32, n_pvh32 } };

	(void)state;
	for (size_t i = 0; i < COUNT(kinds) * COUNT(bases) * 2; i++) {
		const enum ab_region_kind kind = kinds[i % COUNT(kinds)];
		const uint64_t base = bases[i / COUNT(kinds) % COUNT(bases)];
		const bool pvh = i >= COUNT(kinds) * COUNT(bases);
		const struct ab_payload os = { .kernel = kernels[pvh],
					       .cmdline = "a b c",
					       INITRD,
					       .rng_seed = { BYTES },
					       FIXED({ kind, base }) };
		struct ab_region room[PLAN_ROOM];
		struct ab_plan plan = { .regions = AB_REGIONS(room) };
		struct recorder rec;
		struct ab_error why;
		struct ab_vcpu cpu;
		const struct ab_region *r;

		if (pvh && base >= 4 * AB_GiB && kind != AB_REGION_ACPI && kind != AB_REGION_RSDP)
			continue;
		assert_ok(run(&plan, &machine, &os, &rec, &why), &why, "fixed");
		judge(&rec);
		assert_ok(ab_plan_entry(&plan, 0, &cpu, &why), &why, "entry");
		r = ab_plan_region(&plan, kind);
		if (r != NULL) /* PVH has no zero page, linux no start_info */
			assert_true(r->base == base);
		else
			assert_int_equal(pvh, kind != AB_REGION_START_INFO);
		if (kind == AB_REGION_ZERO_PAGE && !pvh)
			assert_true(cpu.x86.gpr[AB_X86_RSI] == base);
		if (kind == AB_REGION_START_INFO && pvh)
			assert_true(cpu.x86.gpr[AB_X86_RBX] == base);
		if (kind == AB_REGION_PAGE_TABLES && !pvh)
			assert_true(cpu.x86.cr3 == base);
		if (kind == AB_REGION_GDT)
			assert_true(cpu.x86.gdt.base == base);
		recorder_free(&rec);
	}
}

/* Wherever the RSDP is, kernels are told of it, what takes its usual place may, and the rest of the
 * area of ROMs stays reserved. */
static void test_fixed_rsdp(void **state)
{
	static const uint64_t bases[] = { 0x1000,
					  0x9f010,
					  0x9fff0,
					  0xa0000,
					  0xe0010,
					  0xe8000,
					  0xfeff0,
					  0x6000000,
					  0x6000010,
					  AB_GiB - 0x1000,
					  5 * AB_GiB - 0x1000 };
	const struct ab_payload kernels[] = {
		{ KERNEL(vmlinux) }, { KERNEL(pvh32) }, { KERNEL(bare) }, { KERNEL(bz32) }
	};

	(void)state;
	for (size_t i = 0; i < COUNT(bases) * COUNT(kernels); i++) {
		const uint64_t base = bases[i / COUNT(kernels)];
		const bool away = base < 0xdf000 || base >= 0xe1000;
		const struct ab_payload os = { .kernel = kernels[i % COUNT(kernels)].kernel,
					       .blobs = { (const struct ab_blob[]){
							      { { BYTES }, 0xe0000, 0, "b" } },
							  away },
					       FIXED({ AB_REGION_RSDP, base }) };
		struct ab_region room[PLAN_ROOM];
		struct ab_plan plan = { .regions = AB_REGIONS(room) };
		const struct ab_region *r;
		struct recorder rec;
		struct ab_error why;
		const uint8_t *p;

		assert_ok(run(&plan, &machine, &os, &rec, &why), &why, "RSDP");
		judge(&rec);
		r = ab_plan_region(&plan, AB_REGION_RSDP);
		assert_true(r->base == base);
		assert_int_equal(r->type, AB_MEM_RESERVED);
		assert_memory_equal(recorder_kept(&rec, AB_REGION_RSDP), "RSD PTR ", 8);
		p = recorder_kept(&rec, AB_REGION_ZERO_PAGE);
		if (p != NULL)
			assert_true(le(p + 0x70, 8) == base);
		else
			assert_true(le(recorder_kept(&rec, AB_REGION_START_INFO) + 32, 8) == base);
		assert_int_equal(plan.n_warnings, 0);
		recorder_free(&rec);
	}
}

/* Without ACPI there is none, and its place stays free. */
static void test_no_rsdp_to_fix(void **state)
{
	const struct ab_payload os = { KERNEL(vmlinux), BLOBS({ { BYTES }, 0x9f000, 0, "b" }),
				       FIXED({ AB_REGION_RSDP, 0x9f000 }) };
	struct ab_machine m = machine;
	struct ab_region room[PLAN_ROOM];
	struct ab_plan plan = { .regions = AB_REGIONS(room) };
	struct recorder rec;
	struct ab_error why;

	(void)state;
	m.tables = AB_TABLES_MP;
	assert_ok(run(&plan, &m, &os, &rec, &why), &why, "MP");
	assert_null(ab_plan_region(&plan, AB_REGION_RSDP));
	recorder_free(&rec);
}

/* Tables map all that the kernel is entered with, wherever that was fixed. */
static void test_identity_map_reaches(void **state)
{
	static const struct {
		enum ab_region_kind kind;
		uint64_t base;
		uint64_t gibs; /* that are mapped */
	} rows[] = {
		{ AB_REGION_ZERO_PAGE, 0x5000, 4 },
		{ AB_REGION_ZERO_PAGE, 4 * AB_GiB, 5 },
		{ AB_REGION_CMDLINE, 5 * AB_GiB - 16, 5 },
		{ AB_REGION_GDT, 4 * AB_GiB + 0x8000000, 5 },
		{ AB_REGION_SETUP_DATA, 4 * AB_GiB + 0x8000000, 5 },
		{ AB_REGION_INITRD, 4 * AB_GiB, 4 },
		{ AB_REGION_ACPI, 4 * AB_GiB, 4 },
		{ AB_REGION_PAGE_TABLES, 4 * AB_GiB, 4 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const struct ab_payload os = { KERNEL(vmlinux), .cmdline = "a", INITRD,
					       .rng_seed = { BYTES },
					       FIXED({ rows[i].kind, rows[i].base }) };
		struct ab_region room[PLAN_ROOM];
		struct ab_plan plan = { .regions = AB_REGIONS(room) };
		struct recorder rec;
		struct ab_error why;

		assert_ok(run(&plan, &machine, &os, &rec, &why), &why, "identity map");
		judge(&rec);
		assert_true(ab_plan_region(&plan, AB_REGION_PAGE_TABLES)->size ==
			    4096 * (2 + rows[i].gibs));
		recorder_free(&rec);
	}
}

/* A fixed region that grows with the map keeps room for it: what goes behind it goes further. */
static void grow(struct ab_bytes kernel, enum ab_region_kind kind, size_t least, size_t most)
{
	static struct ab_reserve reserve[64];
	static const struct ab_blob blobs[] = { { { BYTES }, 0, AB_MEM_ACPI, "a" },
						{ { BYTES }, 0, AB_MEM_NVS, "b" },
						{ { BYTES }, 0, AB_MEM_ACPI, "c" },
						{ { BYTES }, 0, AB_MEM_NVS, "d" } };

	for (size_t i = 0; i < COUNT(reserve); i++)
		reserve[i] = (struct ab_reserve){ 0x4000000 + i * 0x2000, 0x1000, "r" };
	for (size_t n = least; n <= most; n++) {
		const struct ab_payload os = {
			.kernel = kernel,
			.cmdline = "quiet",
			.reserve = { reserve, n },
			.blobs = { blobs, 4 },
			FIXED({ kind, 0x1000 }),
		};
		struct ab_region room[PLAN_ROOM];
		struct ab_plan plan = { .regions = AB_REGIONS(room) };
		struct recorder rec;
		struct ab_error why;

		assert_ok(run(&plan, &machine, &os, &rec, &why), &why, "grows");
		judge(&rec);
		recorder_free(&rec);
	}
}

static void test_fixed_region_grows(void **state)
{
	(void)state;
	grow((struct ab_bytes){ pvh32, n_pvh32 }, AB_REGION_START_INFO, 0, 50);
	grow((struct ab_bytes){ vmlinux, n_vmlinux }, AB_REGION_SETUP_DATA, 50, 64);
}

/* ---- reservations and blobs --------------------------------------------------------------- */

/* Everything moves out of the way; reservations are told as reserved, to the byte. */
static void test_reservations(void **state)
{
	const struct ab_payload os = {
		KERNEL(vmlinux),
		.cmdline = "quiet",
		INITRD,
		RESERVE({ 0x1000, 0x9e000, "low" }, { 0x3fff0001, 0xfffe, "top" },
			{ 0x100000, 0x1234, "high" }, { 0xd0000000, 0x1000, "device" }),
	};
	struct ab_region room[PLAN_ROOM];
	struct ab_plan plan = { .regions = AB_REGIONS(room) };
	struct recorder rec;
	struct ab_error why;
	const struct ab_region *r;

	(void)state;
	assert_ok(run(&plan, &machine, &os, &rec, &why), &why, "reservations");
	judge(&rec);
	assert_true(ab_plan_region(&plan, AB_REGION_GDT)->base == 0x9f000);
	assert_true(ab_plan_region(&plan, AB_REGION_ZERO_PAGE)->base == 0x102000);
	assert_true(ab_plan_region(&plan, AB_REGION_ACPI)->base <= 0x3ffef000);
	r = ab_plan_region(&plan, AB_REGION_RESERVED);
	assert_string_equal(r->name, "low");
	assert_int_equal(r->index, 0);
	assert_int_equal(r[1].kind, AB_REGION_GDT);
	recorder_free(&rec);
}

static void test_blobs(void **state)
{
	static const struct {
		uint64_t base;
		enum ab_mem_type type, told;
	} rows[] = {
		{ 0, 0, AB_MEM_RESERVED },
		{ 0, AB_MEM_RAM, AB_MEM_RAM },
		{ 0, AB_MEM_ACPI, AB_MEM_ACPI },
		{ 0, AB_MEM_NVS, AB_MEM_NVS },
		{ 0x7001, 0, AB_MEM_RESERVED },
		{ 0x1fff, AB_MEM_RAM, AB_MEM_RAM },
		{ 4 * AB_GiB, 0, AB_MEM_RESERVED },
		{ 0x400, 0, AB_MEM_RESERVED },
		{ 5 * AB_GiB - 16, 0, AB_MEM_RESERVED },
		{ 0xa0000, 0, AB_MEM_RESERVED },
		{ 0x9fff8, 0, AB_MEM_RESERVED },
		{ 0xf0000, 0, AB_MEM_RESERVED },
		{ 0xdfff0, AB_MEM_NVS, AB_MEM_NVS },
		{ 0xe1000, 0, AB_MEM_RESERVED },
		{ 0xfffe0, AB_MEM_ACPI, AB_MEM_ACPI },
		{ 0x9fff0, AB_MEM_RAM, AB_MEM_RAM },
		{ 0x100000, AB_MEM_RAM, AB_MEM_RAM },
		{ 0xfe123, 0, AB_MEM_RESERVED },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const struct ab_payload os = {
			KERNEL(vmlinux),
			.cmdline = "quiet",
			BLOBS({ { "other", 5 }, 0x8000, 0, "other" },
			      { { BYTES }, rows[i].base, rows[i].type, "my blob" }),
		};
		const struct ab_region *r = NULL;
		struct ab_region room[PLAN_ROOM];
		struct ab_plan plan = { .regions = AB_REGIONS(room) };
		struct recorder rec;
		struct ab_error why;
		uint32_t at;

		assert_ok(run(&plan, &machine, &os, &rec, &why), &why, "blob");
		judge(&rec);
		for (at = 0; at < plan.regions.n; at++)
			if (plan.regions.at[at].kind == AB_REGION_BLOB &&
			    plan.regions.at[at].index == 1)
				break;
		r = &plan.regions.at[at];
		assert_string_equal(r->name, "my blob");
		assert_int_equal(r->type, rows[i].told);
		assert_memory_equal(rec.kept[at], "0123456789abcdef", 16);
		if (rows[i].base != 0)
			assert_true(r->base == rows[i].base);
		else
			assert_true(r->base % 4096 == 0 && r->base >= AB_MiB && r->base < AB_GiB);
		recorder_free(&rec);
	}
}

/* As many as a plan has regions for; one more is told with the number. */
static void test_many_reservations(void **state)
{
	static struct ab_reserve list[PLAN_ROOM + 1];
	struct ab_payload os = { KERNEL(vmlinux), .reserve = { list, 0 } };
	struct expected want = { AB_ERR_NOSPACE, "plan.regions.n", 0,
				 "plan.regions.cap must be as large, which is always enough" };
	struct ab_region room[PLAN_ROOM];
	struct ab_plan plan = { .regions = AB_REGIONS(room) };
	struct recorder rec;
	struct ab_error why;
	uint32_t ours;

	(void)state;
	for (uint32_t i = 0; i < COUNT(list); i++) /* in an order of its own */
		list[i] =
		    (struct ab_reserve){ 0x3000000 + (uint64_t)(i * 50 % COUNT(list)) * 0x2000,
					 0x1000, "r" };
	assert_ok(run(&plan, &machine, &os, &rec, &why), &why, "none");
	ours = plan.regions.n + 1; /* and setup_data, for so long a map */
	recorder_free(&rec);
	os.reserve.n = PLAN_ROOM - ours;
	assert_ok(run(&plan, &machine, &os, &rec, &why), &why, "full");
	assert_int_equal(plan.regions.n, PLAN_ROOM);
	judge(&rec);
	recorder_free(&rec);
	for (; os.reserve.n < COUNT(list);) {
		os.reserve.n++;
		want.value = ab_plan_regions(&machine, &os);
		assert_error(run(&plan, &machine, &os, &rec, &why), &why, &want, "one more");
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_conflicts_name_both),
		cmocka_unit_test(test_reach),
		cmocka_unit_test(test_fixed_is_honoured),
		cmocka_unit_test(test_fixed_rsdp),
		cmocka_unit_test(test_no_rsdp_to_fix),
		cmocka_unit_test(test_identity_map_reaches),
		cmocka_unit_test(test_fixed_region_grows),
		cmocka_unit_test(test_reservations),
		cmocka_unit_test(test_blobs),
		cmocka_unit_test(test_many_reservations),
	};

	return cmocka_run_group_tests(tests, make_kernels, NULL);
}
