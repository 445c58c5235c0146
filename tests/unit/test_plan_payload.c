/* SPDX-License-Identifier: BSD-2-Clause */
/* Payloads that contradict themselves: refused by field and value, and nothing is written. */
#include "kernels.h"
#include "recorder.h"

static uint8_t vmlinux[0x8000], bare[0x4000];
static size_t n_vmlinux, n_bare;

static int make_kernels(void **state)
{
	(void)state;
	n_vmlinux = make_elf(vmlinux, &elf64);
	n_bare = make_bzimage(bare, &bz_bare);
	return 0;
}

#define KERNEL(k) .kernel = { k, n_##k }
#define BLOBS(...) .blobs = AB_LIST(struct ab_blob, __VA_ARGS__)
#define RESERVE(...) .reserve = AB_LIST(struct ab_reserve, __VA_ARGS__)
#define FIXED(...) .fixed = AB_LIST(struct ab_fixed, __VA_ARGS__)
#define SETUP(...) .setup_data = AB_LIST(struct ab_setup_data, __VA_ARGS__)
#define BYTES "0123456789abcdef", 16

static const struct ab_ram ram[] = { { 0, AB_GiB, 0 } };
static const struct ab_machine machine = { .arch = AB_ARCH_X86_64, .n_cpus = 1, .ram = { ram, 1 } };

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

static void test_contradictions(void **state)
{
	const struct row rows[] = {
		{ "no kernel",
		  { .cmdline = "x" },
		  { AB_ERR_ARG, "payload.kernel.size", 0, "must not be 0" } },
		{ "empty kernel",
		  { .kernel = { vmlinux, 0 } },
		  { AB_ERR_ARG, "payload.kernel.size", 0, "must not be 0" } },
		{ "unknown flag",
		  { KERNEL(vmlinux), .flags = 1u << 31 },
		  { AB_ERR_ARG, "payload.flags", 1u << 31,
		    "must be a sum of enum ab_payload_flags" } },
		{ "unknown protocol",
		  { KERNEL(vmlinux), .protocol = (enum ab_protocol)99 },
		  { AB_ERR_ARG, "payload.protocol", 99, "must be one of enum ab_protocol" } },
		{ "reservation of size 0",
		  { KERNEL(vmlinux), RESERVE({ 0x5000, 0, "r" }) },
		  { AB_ERR_ARG, "payload.reserve[].size", 0,
		    "must not be 0, and base + size must not wrap" } },
		{ "reservation without a name",
		  { KERNEL(vmlinux), RESERVE({ 0x5000, 1, NULL }) },
		  { AB_ERR_ARG, "payload.reserve[].name", 0, "must not be NULL" } },
		{ "reservation that wraps",
		  { KERNEL(vmlinux), RESERVE({ 2, UINT64_MAX, "r" }) },
		  { AB_ERR_ARG, "payload.reserve[].size", 0xffffffffffffffff,
		    "must not be 0, and base + size must not wrap" } },
		{ "blob without a name",
		  { KERNEL(vmlinux), BLOBS({ { BYTES }, 0, 0, "ok" }, { { BYTES }, 0, 0, NULL }) },
		  { AB_ERR_ARG, "payload.blobs[].name", 0, "must not be NULL", 1 } },
		{ "empty blob",
		  { KERNEL(vmlinux), BLOBS({ { "", 0 }, 0, 0, "b" }) },
		  { AB_ERR_ARG, "payload.blobs[].bytes.size", 0, "must not be 0", 0, "b" } },
		{ "blob without bytes",
		  { KERNEL(vmlinux), BLOBS({ { NULL, 5 }, 0, 0, "b" }) },
		  { AB_ERR_ARG, "payload.blobs[].bytes.data", 0, "must not be NULL", 0, "b" } },
		{ "blob of unknown type",
		  { KERNEL(vmlinux), BLOBS({ { BYTES }, 0, (enum ab_mem_type)5, "b" }) },
		  { AB_ERR_ARG, "payload.blobs[].type", 5, "must be one of enum ab_mem_type, or 0",
		    0, "b" } },
		{ "setup_data of type 0",
		  { KERNEL(vmlinux), SETUP({ 0, false, { BYTES } }) },
		  { AB_ERR_ARG, "payload.setup_data[].type", 0,
		    "must be 2 to 0x7fffffff; the library makes type 1, SETUP_E820_EXT" } },
		{ "setup_data E820_EXT",
		  { KERNEL(vmlinux), SETUP({ 1, false, { BYTES } }) },
		  { AB_ERR_ARG, "payload.setup_data[].type", 1,
		    "must be 2 to 0x7fffffff; the library makes type 1, SETUP_E820_EXT" } },
		{ "setup_data INDIRECT",
		  { KERNEL(vmlinux), SETUP({ 0x80000000, false, { BYTES } }) },
		  { AB_ERR_ARG, "payload.setup_data[].type", 0x80000000,
		    "must be 2 to 0x7fffffff; the library makes type 1, SETUP_E820_EXT" } },
		{ "setup_data without bytes",
		  { KERNEL(vmlinux), SETUP({ 2, false, { NULL, 5 } }) },
		  { AB_ERR_ARG, "payload.setup_data[].bytes.size", 5,
		    "must be 0 when data is NULL" } },
		{ "fixed kind 0",
		  { KERNEL(vmlinux), FIXED({ (enum ab_region_kind)0, 0x1000 }) },
		  { AB_ERR_ARG, "payload.fixed[].kind", 0,
		    "the address of this kind cannot be fixed" } },
		{ "fixed unknown kind",
		  { KERNEL(vmlinux), FIXED({ (enum ab_region_kind)99, 0x1000 }) },
		  { AB_ERR_ARG, "payload.fixed[].kind", 99,
		    "the address of this kind cannot be fixed" } },
		{ "fixed FACS",
		  { KERNEL(vmlinux), FIXED({ AB_REGION_FACS, 0xf1000 }) },
		  { AB_ERR_ARG, "payload.fixed[].kind", AB_REGION_FACS,
		    "the address of this kind cannot be fixed", 0, "FACS" } },
		{ "fixed twice",
		  { KERNEL(vmlinux), FIXED({ AB_REGION_GDT, 0x3000 }, { AB_REGION_ACPI, 0x200000 },
					   { AB_REGION_GDT, 0x4000 }) },
		  { AB_ERR_ARG, "payload.fixed[].kind", AB_REGION_GDT, "must not be given twice", 2,
		    "GDT" } },
		{ "fixed in page 0",
		  { KERNEL(vmlinux), FIXED({ AB_REGION_CMDLINE, 0xff0 }) },
		  { AB_ERR_ARG, "payload.fixed[].base", 0xff0, "page 0 must stay empty", 0,
		    "command line" } },
		{ "fixed unpacked kernel",
		  { KERNEL(vmlinux), FIXED({ AB_REGION_KERNEL, 0x2000000 }) },
		  { AB_ERR_ARG, "payload.fixed[].base", 0x2000000,
		    "an unpacked kernel must lie where it is linked", 0, "kernel" } },
	};

	(void)state;
	refuse(rows, COUNT(rows));
}

static void test_alignment_of_fixed(void **state)
{
	static const struct {
		enum ab_region_kind kind;
		const char *name;
		uint32_t align;
	} rows[] = {
		{ AB_REGION_KERNEL, "kernel", 4096 },
		{ AB_REGION_INITRD, "initrd", 4096 },
		{ AB_REGION_CMDLINE, "command line", 16 },
		{ AB_REGION_ZERO_PAGE, "zero page", 4096 },
		{ AB_REGION_SETUP_DATA, "setup_data", 16 },
		{ AB_REGION_GDT, "GDT", 16 },
		{ AB_REGION_PAGE_TABLES, "page tables", 4096 },
		{ AB_REGION_START_INFO, "start_info", 16 },
		{ AB_REGION_ACPI, "ACPI tables", 4096 },
		{ AB_REGION_RSDP, "RSDP", 16 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const uint64_t base = 0x2000000 + rows[i].align / 2;
		const struct row row[] = {
			{ rows[i].name,
			  { KERNEL(bare), FIXED({ rows[i].kind, base }) },
			  { AB_ERR_ARG, "payload.fixed[].base", base,
			    rows[i].align == 16 ? "must be a multiple of 16"
						: "must be a multiple of 4096",
			    0, rows[i].name } },
		};

		refuse(row, 1);
	}
}

/* Nothing else has an address that can be chosen. */
static void test_kinds_that_cannot_be_fixed(void **state)
{
	static const struct {
		enum ab_region_kind kind;
		const char *name;
	} rows[] = {
		{ AB_REGION_MP_POINTER, "MP pointer" },
		{ AB_REGION_LEGACY, "legacy area" },
		{ AB_REGION_FACS, "FACS" },
		{ AB_REGION_MP_TABLE, "MP table" },
		{ AB_REGION_ECAM, "PCIe ECAM" },
		{ AB_REGION_RESERVED, "reservation" },
		{ AB_REGION_BLOB, "blob" },
		{ AB_REGION_RESET_VECTOR, "reset vector" },
		{ AB_REGION_DTB, "device tree" },
		{ AB_REGION_EFI, "EFI tables" },
		{ AB_REGION_EFI_MAP, "EFI memory map" },
		{ AB_REGION_SMBIOS, "SMBIOS" },
		{ AB_REGION_HOLE, "hole" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const struct row row[] = {
			{ "kind",
			  { KERNEL(vmlinux), FIXED({ rows[i].kind, 0x3000000 }) },
			  { AB_ERR_ARG, "payload.fixed[].kind", rows[i].kind,
			    "the address of this kind cannot be fixed", 0, rows[i].name } },
		};

		refuse(row, 1);
	}
}

/* The machine is checked first, by everyone who plans. */
static void test_machine_is_checked(void **state)
{
	static const struct ab_machine none = { .arch = AB_ARCH_X86_64, .n_cpus = 1 };
	const struct ab_payload os = { KERNEL(vmlinux) };
	struct expected want = { AB_ERR_ARG, "machine.ram.n", 0, "must be at least 1" };
	struct recorder rec;
	struct ab_region room[PLAN_ROOM];
	struct ab_plan plan = { .regions = AB_REGIONS(room) };
	struct ab_error why;
	size_t need;

	(void)state;
	assert_error(run(&plan, &none, &os, &rec, &why), &why, &want, "plan");
	assert_int_equal(rec.calls, 0);
	assert_error(ab_plan_work(&plan, &none, &os, &need, &why), &why, &want, "work");
	assert_int_equal(ab_plan_make(&plan, &none, &os, (struct ab_work){ NULL, 0 }, NULL),
			 AB_ERR_ARG);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_contradictions),
		cmocka_unit_test(test_alignment_of_fixed),
		cmocka_unit_test(test_kinds_that_cannot_be_fixed),
		cmocka_unit_test(test_machine_is_checked),
	};

	return cmocka_run_group_tests(tests, make_kernels, NULL);
}
