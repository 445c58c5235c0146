/* SPDX-License-Identifier: BSD-2-Clause */
/* What CPUs hold at their first instruction: values by hand from X86BOOT (64-bit and 32-bit boot
 * protocol), PVH (docs/misc/pvh.pandoc of Xen) and the SDM. */
#include "kernels.h"
#include "recorder.h"

static uint8_t vmlinux[0x8000], reversed[0x8000], pvh32[0x2000], packed[0x10000], bare[0x4000],
    bz32[0x4000];
static size_t n_vmlinux, n_reversed, n_pvh32, n_packed, n_bare, n_bz32;

static int make_kernels(void **state)
{
	(void)state;
	n_vmlinux = make_elf(vmlinux, &elf64);
	n_reversed = make_elf(reversed, &elf64_reversed);
	n_pvh32 = make_elf(pvh32, &elf32_pvh);
	n_packed = make_bzimage(packed, &bz_packed);
	n_bare = make_bzimage(bare, &bz_bare);
	n_bz32 = make_bzimage(bz32, &bz_32bit);
	return 0;
}

static const struct ab_ram ram[] = { { 0, 256 * AB_MiB, 0 } };
static const struct ab_machine machine = {
	.arch = AB_ARCH_X86_64,
	.n_cpus = 3,
	.ram = { ram, 1 },
	.cpus = AB_LIST(struct ab_cpu, { .id = 4 }, { .id = 0x123 }, { .id = 2 }),
};

static bool same_segment(const struct ab_x86_segment *a, const struct ab_x86_segment *b)
{
	return a->selector == b->selector && a->base == b->base && a->limit == b->limit &&
	       a->attr == b->attr;
}

/* What all protocols share: flat segments of 4 GiB, a busy TSS, interrupts off. */
static void judge_common(const struct ab_plan *plan, const struct ab_vcpu *cpu, bool long_mode)
{
	const struct ab_x86_segment cs = { 0, 0xffffffff, 0x10, long_mode ? 0xa09b : 0xc09b };
	const struct ab_x86_segment ds = { 0, 0xffffffff, 0x18, 0xc093 };
	const struct ab_vcpu_x86 *c = &cpu->x86;

	assert_int_equal(cpu->arch, AB_ARCH_X86_64);
	assert_int_equal(cpu->start, AB_VCPU_RUN);
	assert_int_equal(cpu->id, 4);
	assert_int_equal(c->rflags, 2);
	assert_true(same_segment(&c->seg[AB_X86_CS], &cs) && same_segment(&c->seg[AB_X86_DS], &ds));
	assert_true(c->tr.base == 0 && c->tr.limit == 0x67 && c->tr.attr == 0x8b);
	assert_true(c->ldt.attr == 0);
	assert_true(c->gdt.base == ab_plan_region(plan, AB_REGION_GDT)->base);
	assert_int_equal(c->gdt.limit, 47);
	assert_true(c->idt.base == 0 && c->idt.limit == 0);
	assert_true(c->n_msrs != 0 && c->n_msrs <= AB_X86_MSRS_MAX);
}

/* Every general register is zero but the one that points to the parameters. */
static void judge_gprs(const struct ab_vcpu_x86 *c, enum ab_x86_gpr pointer, uint64_t value)
{
	for (unsigned int i = 0; i < AB_X86_GPRS; i++)
		assert_true(c->gpr[i] == (i == pointer ? value : 0));
	assert_true(value != 0);
}

static void test_boot_cpu(void **state)
{
	const struct {
		struct ab_bytes kernel;
		enum ab_protocol protocol;
		uint32_t flags;
		bool long_mode;
		uint64_t rip, cr0, cr4, efer;
	} rows[] = {
		{ { vmlinux, n_vmlinux },
		  AB_PROTOCOL_LINUX,
		  0,
		  true,
		  0x1000040,
		  0x80000011,
		  0x20,
		  0x500 },
		{ { vmlinux, n_vmlinux },
		  AB_PROTOCOL_LINUX,
		  AB_LA57,
		  true,
		  0x1000040,
		  0x80000011,
		  0x1020,
		  0x500 },
		{ { reversed, n_reversed },
		  AB_PROTOCOL_LINUX,
		  0,
		  true,
		  0x1000040,
		  0x80000011,
		  0x20,
		  0x500 }, /* e_entry is virtual */
		{ { packed, n_packed },
		  AB_PROTOCOL_LINUX,
		  AB_LA57,
		  true,
		  0x1000040,
		  0x80000011,
		  0x1020,
		  0x500 },
		{ { packed, n_packed },
		  AB_PROTOCOL_SELF,
		  0,
		  true,
		  0x1000200,
		  0x80000011,
		  0x20,
		  0x500 },
		{ { bare, n_bare }, AB_PROTOCOL_SELF, 0, true, 0x1000200, 0x80000011, 0x20, 0x500 },
		{ { bz32, n_bz32 }, AB_PROTOCOL_LINUX32, 0, false, 0x100000, 0x11, 0, 0 },
		{ { packed, n_packed }, AB_PROTOCOL_LINUX32, 0, false, 0x1000000, 0x11, 0, 0 },
		{ { pvh32, n_pvh32 }, AB_PROTOCOL_PVH, 0, false, 0x100020, 0x11, 0, 0 },
		{ { pvh32, n_pvh32 }, AB_PROTOCOL_LINUX32, 0, false, 0x100000, 0x11, 0, 0 },
		{ { vmlinux, n_vmlinux }, AB_PROTOCOL_PVH, 0, false, 0x1000100, 0x11, 0, 0 },
		{ { packed, n_packed }, AB_PROTOCOL_PVH, 0, false, 0x1000100, 0x11, 0, 0 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const struct ab_payload os = { .kernel = rows[i].kernel,
					       .protocol = rows[i].protocol,
					       .flags = rows[i].flags };
		const bool pvh = rows[i].protocol == AB_PROTOCOL_PVH;
		struct recorder rec;
		struct ab_region room[PLAN_ROOM];
		struct ab_plan plan = { .regions = AB_REGIONS(room) };
		struct ab_error why;
		struct ab_vcpu cpu;
		uint64_t cr3 = 0;

		assert_ok(run(&plan, &machine, &os, &rec, &why), &why, "plan");
		judge(&rec);
		memset(&cpu, 0xaa, sizeof(cpu));
		assert_ok(ab_plan_entry(&plan, 0, &cpu, &why), &why, "entry");
		judge_common(&plan, &cpu, rows[i].long_mode);
		judge_gprs(
		    &cpu.x86, pvh ? AB_X86_RBX : AB_X86_RSI,
		    ab_plan_region(&plan, pvh ? AB_REGION_START_INFO : AB_REGION_ZERO_PAGE)->base);
		if (rows[i].long_mode)
			cr3 = ab_plan_region(&plan, AB_REGION_PAGE_TABLES)->base;
		else
			assert_null(ab_plan_region(&plan, AB_REGION_PAGE_TABLES));
		assert_true(cpu.x86.rip == rows[i].rip && plan.entry == rows[i].rip);
		assert_true(cpu.x86.cr0 == rows[i].cr0);
		assert_true(cpu.x86.cr3 == cr3);
		assert_true(cpu.x86.cr4 == rows[i].cr4);
		assert_true(cpu.x86.efer == rows[i].efer);
		recorder_free(&rec);
	}
}

/* The GDT that was placed holds what the hidden parts say. SDM 3.4.5, by hand. */
static void test_gdt_agrees(void **state)
{
	static const uint8_t gdt64[48] = {
		[0x10] = 0xff, 0xff, 0, 0,    0, 0x9b, 0xaf, 0, 0xff, 0xff, 0, 0, 0,
		0x93,          0xcf, 0, 0x67, 0, 0,    0,    0, 0x8b, 0,    0,
	};
	uint8_t gdt32[48];
	const struct ab_bytes kernels[] = { { vmlinux, n_vmlinux }, { pvh32, n_pvh32 } };

	(void)state;
	memcpy(gdt32, gdt64, sizeof(gdt32));
	gdt32[0x16] = 0xcf;
	for (size_t i = 0; i < 2; i++) {
		const struct ab_payload os = { .kernel = kernels[i] };
		struct recorder rec;
		struct ab_region room[PLAN_ROOM];
		struct ab_plan plan = { .regions = AB_REGIONS(room) };
		struct ab_error why;

		assert_ok(run(&plan, &machine, &os, &rec, &why), &why, "plan");
		assert_memory_equal(recorder_kept(&rec, AB_REGION_GDT), i == 0 ? gdt64 : gdt32, 48);
		recorder_free(&rec);
	}
}

/* The others wait; only their MSRs are given, and they are those of the first. */
static void test_other_cpus(void **state)
{
	static const uint64_t ids[] = { 4, 0x123, 2 };
	const struct ab_payload os = { .kernel = { vmlinux, n_vmlinux } };
	struct recorder rec;
	struct ab_region room[PLAN_ROOM];
	struct ab_plan plan = { .regions = AB_REGIONS(room) };
	struct ab_error why;
	struct ab_vcpu first, cpu;

	(void)state;
	assert_ok(run(&plan, &machine, &os, &rec, &why), &why, "plan");
	assert_ok(ab_plan_entry(&plan, 0, &first, &why), &why, "entry");
	for (uint32_t i = 1; i < 3; i++) {
		memset(&cpu, 0xaa, sizeof(cpu));
		assert_ok(ab_plan_entry(&plan, i, &cpu, &why), &why, "entry");
		assert_int_equal(cpu.start, AB_VCPU_WAIT);
		assert_int_equal(cpu.arch, AB_ARCH_X86_64);
		assert_true(cpu.id == ids[i]);
		assert_true(cpu.x86.rip == 0 && cpu.x86.cr0 == 0 && cpu.x86.gpr[AB_X86_RSI] == 0);
		assert_int_equal(cpu.x86.n_msrs, first.x86.n_msrs);
		assert_memory_equal(cpu.x86.msr, first.x86.msr,
				    first.x86.n_msrs * sizeof(cpu.x86.msr[0]));
	}
	recorder_free(&rec);
}

static void test_no_such_cpu(void **state)
{
	const struct ab_payload os = { .kernel = { vmlinux, n_vmlinux } };
	const struct ab_vcpu none = { .start = AB_VCPU_RUN };
	struct recorder rec;
	struct ab_region room[PLAN_ROOM];
	struct ab_plan plan = { .regions = AB_REGIONS(room) };
	struct ab_error why;
	struct ab_vcpu cpu;

	(void)state;
	assert_ok(run(&plan, &machine, &os, &rec, &why), &why, "plan");
	for (uint32_t i = 3; i != 1; i = i == 3 ? UINT32_MAX : 1) {
		struct expected want = { AB_ERR_ARG, "ab_plan_entry.index", i,
					 "must be below machine.n_cpus" };

		memset(&cpu, 0xaa, sizeof(cpu));
		assert_error(ab_plan_entry(&plan, i, &cpu, &why), &why, &want, "index");
		assert_int_equal(cpu.arch, none.arch);
		assert_int_equal(cpu.x86.n_msrs, 0);
		assert_true(cpu.x86.rip == 0 && cpu.x86.cr0 == 0);
	}
	recorder_free(&rec);
}

/* Each CPU of a large machine, by its derived id. */
static void test_ids_of_many_cpus(void **state)
{
	const struct ab_machine m = { .arch = AB_ARCH_X86_64,
				      .n_cpus = 600,
				      .topology = { .threads = 2, .cores = 6 },
				      .ram = { ram, 1 } };
	const struct ab_payload os = { .kernel = { vmlinux, n_vmlinux } };
	struct recorder rec;
	struct ab_region room[PLAN_ROOM];
	struct ab_plan plan = { .regions = AB_REGIONS(room) };
	struct ab_error why;
	struct ab_vcpu cpu;

	(void)state;
	assert_ok(run(&plan, &m, &os, &rec, &why), &why, "plan");
	judge(&rec);
	for (uint32_t i = 0; i < m.n_cpus; i++) {
		assert_ok(ab_plan_entry(&plan, i, &cpu, &why), &why, "entry");
		assert_true(cpu.id == i / 12 * 16 + i % 12);
		assert_int_equal(cpu.start, i == 0 ? AB_VCPU_RUN : AB_VCPU_WAIT);
	}
	recorder_free(&rec);
}

/* What PVH's start_info and Linux's zero page say of where things are. */
static void test_parameters_point_to_what_is_there(void **state)
{
	const struct ab_bytes kernels[] = { { vmlinux, n_vmlinux }, { pvh32, n_pvh32 } };

	(void)state;
	for (size_t i = 0; i < 2; i++) {
		const struct ab_payload os = { .kernel = kernels[i],
					       .cmdline = "quiet",
					       .initrds =
						   AB_LIST(struct ab_bytes, { "abcdef", 6 }) };
		const struct ab_region *initrd, *info;
		struct recorder rec;
		struct ab_region room[PLAN_ROOM];
		struct ab_plan plan = { .regions = AB_REGIONS(room) };
		struct ab_error why;
		const uint8_t *p, *mod;

		assert_ok(run(&plan, &machine, &os, &rec, &why), &why, "plan");
		judge(&rec);
		initrd = ab_plan_region(&plan, AB_REGION_INITRD);
		assert_memory_equal(recorder_kept(&rec, AB_REGION_CMDLINE), "quiet", 6);
		assert_memory_equal(recorder_kept(&rec, AB_REGION_INITRD), "abcdef", 6);
		if (i == 0) {
			p = recorder_kept(&rec, AB_REGION_ZERO_PAGE);
			assert_int_equal(p[0x1ef], 0); /* sentinel */
			assert_int_equal(p[0x210], 0xff); /* type_of_loader */
			assert_true(le(p + 0x228, 4) ==
				    ab_plan_region(&plan, AB_REGION_CMDLINE)->base);
			assert_true(le(p + 0x070, 8) == 0xe0000); /* acpi_rsdp_addr */
			assert_true(le(p + 0x218, 4) == initrd->base);
		} else {
			p = recorder_kept(&rec, AB_REGION_START_INFO);
			info = ab_plan_region(&plan, AB_REGION_START_INFO);
			assert_true(le(p, 4) == 0x336ec578 && le(p + 4, 4) == 1);
			assert_true(le(p + 24, 8) ==
				    ab_plan_region(&plan, AB_REGION_CMDLINE)->base);
			assert_true(le(p + 32, 8) == 0xe0000); /* rsdp_paddr */
			assert_int_equal(le(p + 12, 4), 1);
			mod = p + (le(p + 16, 8) - info->base);
			assert_true(le(mod, 8) == initrd->base && le(mod + 8, 8) == 6);
		}
		p = recorder_kept(&rec, AB_REGION_RSDP);
		assert_memory_equal(p, "RSD PTR ", 8);
		recorder_free(&rec);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_boot_cpu),
		cmocka_unit_test(test_gdt_agrees),
		cmocka_unit_test(test_other_cpus),
		cmocka_unit_test(test_no_such_cpu),
		cmocka_unit_test(test_ids_of_many_cpus),
		cmocka_unit_test(test_parameters_point_to_what_is_there),
	};

	return cmocka_run_group_tests(tests, make_kernels, NULL);
}
