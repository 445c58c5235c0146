/* SPDX-License-Identifier: BSD-2-Clause */
/* An i386 ELF by the 32-bit boot protocol: where it is entered, what its zero page says, and what
 * it can reach. */
#include "kernels.h"
#include "recorder.h"

/* A 32-bit Linux of sorts: linked at PAGE_OFFSET, loaded at 16 MiB, its entry a physical address.
 */
static const struct elf_spec linux_386 = {
	32,
	3,
	0x1000040,
	{ { 0x1000000, 0xc1000000, 0x2345, 0x3000 }, { 0x1006000, 0xc1006000, 0x1001, 0x8000 } },
	0,
	false,
	true,
};

static uint8_t vmlinux[0x8000];
static size_t n_vmlinux;

static int make_kernels(void **state)
{
	(void)state;
	n_vmlinux = make_elf(vmlinux, &linux_386);
	return 0;
}

static struct ab_machine machine(const struct ab_ram *ram, size_t n)
{
	return (struct ab_machine){ .arch = AB_ARCH_X86_64, .n_cpus = 1, .ram = { ram, n } };
}

/* The segments lie at their physical addresses, with zeros behind and between. */
static void judge_kernel(const struct recorder *rec)
{
	const struct ab_region *r = ab_plan_region(rec->plan, AB_REGION_KERNEL);
	const uint8_t *k = recorder_kept(rec, AB_REGION_KERNEL);

	assert_int_equal(r->base, 0x1000000);
	assert_int_equal(r->size, 0xe000);
	for (uint32_t i = 0; i < 0xe000; i++) {
		uint8_t want = 0;

		if (i < 0x2345)
			want = seg_byte(0, i);
		else if (i >= 0x6000 && i < 0x7001)
			want = seg_byte(1, i - 0x6000);
		assert_int_equal(k[i], want);
	}
}

/* X86BOOT, zero-page.rst, and the header that a 32-bit Linux has in its bzImage. */
static void judge_zero_page(const struct recorder *rec)
{
	const uint8_t *zp = recorder_kept(rec, AB_REGION_ZERO_PAGE);
	const struct ab_region *initrd = ab_plan_region(rec->plan, AB_REGION_INITRD);

	assert_memory_equal(zp + 0x202, "HdrS", 4);
	assert_int_equal(ab_ld_le32(zp + 0x22c), 0x37ffffff); /* initrd_addr_max */
	assert_int_equal(ab_ld_le16(zp + 0x236), 0); /* xloadflags */
	assert_int_equal(ab_ld_le32(zp + 0x218), initrd->base);
	assert_int_equal(ab_ld_le32(zp + 0x21c), initrd->size);
	assert_int_equal(ab_ld_le32(zp + 0x228),
			 ab_plan_region(rec->plan, AB_REGION_CMDLINE)->base);
}

/* Whatever the RAM, the initrd ends at or below what a 32-bit kernel takes. */
static void test_entry_and_reach(void **state)
{
	static const struct ab_ram ram[] = { { 0, 3 * AB_GiB, 0 }, { 4 * AB_GiB, AB_GiB, 0 } };
	static uint8_t initrd[5000];
	const struct ab_machine m = machine(ram, 2);

	(void)state;
	for (int named = 0; named < 2; named++) {
		const struct ab_payload os = {
			.kernel = { vmlinux, n_vmlinux },
			.cmdline = "quiet",
			.initrds = AB_LIST(struct ab_bytes, { initrd, sizeof(initrd) }),
			.protocol = named ? AB_PROTOCOL_LINUX32 : AB_PROTOCOL_AUTO,
		};
		struct ab_region room[PLAN_ROOM];
		struct ab_plan plan = { .regions = AB_REGIONS(room) };
		struct recorder rec;
		struct ab_error why;
		struct ab_vcpu cpu;

		assert_ok(run(&plan, &m, &os, &rec, &why), &why, "plan");
		assert_int_equal(plan.protocol, AB_PROTOCOL_LINUX32);
		assert_false(plan.kaslr);
		assert_int_equal(ab_plan_region(&plan, AB_REGION_INITRD)->base, 0x37ffe000);
		assert_null(ab_plan_region(&plan, AB_REGION_PAGE_TABLES));
		judge_kernel(&rec);
		judge_zero_page(&rec);
		assert_ok(ab_plan_entry(&plan, 0, &cpu, &why), &why, "entry");
		assert_int_equal(cpu.x86.rip, 0x1000040);
		assert_int_equal(cpu.x86.cr0, 0x11);
		assert_int_equal(cpu.x86.gpr[AB_X86_RSI],
				 ab_plan_region(&plan, AB_REGION_ZERO_PAGE)->base);
		recorder_free(&rec);
	}
}

static void test_refusals(void **state)
{
	static uint8_t file[0x1000], big[0x38000000 - 0x100000];
	static const struct ab_ram gig = { 0, 3 * AB_GiB, 0 }, small = { 0, 16 * AB_MiB, 0 };
	const struct elf_spec virtual = {
		32, 3, 0xc1000000, { { 0xc1000000, 0xc1000000, 16, 16 } }, 0, false, true
	};
	const struct {
		const char *name;
		struct ab_payload os;
		const struct ab_ram *ram;
		struct expected want;
	} rows[] = {
		{ "a physical address that is a virtual one",
		  { .kernel = { file, make_elf(file, &virtual) } },
		  &small,
		  { AB_ERR_NOSPACE, "elf.phdr[].p_paddr", 0xc1000000,
		    "machine.ram must cover all of the segment" } },
		{ "an initrd that ends too high",
		  { .kernel = { vmlinux, n_vmlinux },
		    .initrds = AB_LIST(struct ab_bytes, { big, 5000 }),
		    .fixed = AB_LIST(struct ab_fixed, { AB_REGION_INITRD, 0x37fff000 }) },
		  &gig,
		  { AB_ERR_ARG, "payload.fixed[].base", 0x37fff000,
		    "must be where the kernel can reach it", 0, "initrd" } },
		{ "one for which there is no room below",
		  { .kernel = { vmlinux, n_vmlinux },
		    .initrds = AB_LIST(struct ab_bytes, { big, sizeof(big) }) },
		  &gig,
		  { AB_ERR_NOSPACE, "initrd", sizeof(big),
		    "machine.ram has no free range as large where it may lie" } },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const struct ab_machine m = machine(rows[i].ram, 1);
		struct ab_plan plan;
		struct ab_error why;

		assert_error(plan_only(&plan, &m, &rows[i].os, &why), &why, &rows[i].want,
			     rows[i].name);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_entry_and_reach),
		cmocka_unit_test(test_refusals),
	};

	return cmocka_run_group_tests(tests, make_kernels, NULL);
}
