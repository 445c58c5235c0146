/* SPDX-License-Identifier: BSD-2-Clause */
/* Entry state as text: every register, each with a value of its own. */
#include "unit.h"

#include <aetherboot/vcpu.h>

static void fill(struct ab_vcpu *cpu)
{
	*cpu = (struct ab_vcpu){ .arch = AB_ARCH_X86_64, .start = AB_VCPU_RUN, .id = 0x1ff };
	cpu->x86 = (struct ab_vcpu_x86){
		.rip = 0x1000200,
		.rflags = 2,
		.cr0 = 0x80000011,
		.cr3 = 0x9000,
		.cr4 = 0x1020,
		.efer = 0x500,
		.seg = { [AB_X86_CS] = { 1, 0xffffffff, 0x10, 0xa09b },
			 [AB_X86_DS] = { 2, 0xffff, 0x18, 0xc093 },
			 [AB_X86_ES] = { 3, 0xffff, 0x18, 0xc093 },
			 [AB_X86_FS] = { 2, 0xfffe, 0x18, 0xc093 },
			 [AB_X86_GS] = { 2, 0xffff, 0x18, 0xc092 },
			 [AB_X86_SS] = { 2, 0xffff, 0x18, 0xc093 } },
		.tr = { 0xfffffffffffff000, 0x67, 0x20, 0x8b },
		.ldt = { 0, 0, 0, 0 },
		.gdt = { 0x2000, 0x2f },
		.idt = { 0x3000, 0xfff },
		.msr = { { 0x277, 0x0007040600070406 }, { 0x2ff, 0xc06 }, { 0xdead, 1 } },
		.n_msrs = 2,
	};
	for (unsigned int i = 0; i < AB_X86_GPRS; i++)
		cpu->x86.gpr[i] = 0xa0 + i;
}

static const char running[] = "cpu 0x1ff\n"
			      "rip 0x1000200\n"
			      "rflags 0x2\n"
			      "rax 0xa0\nrcx 0xa1\nrdx 0xa2\nrbx 0xa3\n"
			      "rsp 0xa4\nrbp 0xa5\nrsi 0xa6\nrdi 0xa7\n"
			      "r8 0xa8\nr9 0xa9\nr10 0xaa\nr11 0xab\n"
			      "r12 0xac\nr13 0xad\nr14 0xae\nr15 0xaf\n"
			      "cr0 0x80000011\n"
			      "cr3 0x9000\n"
			      "cr4 0x1020\n"
			      "efer 0x500\n"
			      "cs 0x0010 base 0x1 limit 0xffffffff attr 0xa09b\n"
			      "ds 0x0018 base 0x2 limit 0x0000ffff attr 0xc093\n"
			      "es 0x0018 base 0x3 limit 0x0000ffff attr 0xc093\n"
			      "fs 0x0018 base 0x2 limit 0x0000fffe attr 0xc093\n"
			      "gs 0x0018 base 0x2 limit 0x0000ffff attr 0xc092\n"
			      "tr 0x0020 base 0xfffffffffffff000 limit 0x00000067 attr 0x008b\n"
			      "ldt 0x0000 base 0x0 limit 0x00000000 attr 0x0000\n"
			      "gdt base 0x2000 limit 0x002f\n"
			      "idt base 0x3000 limit 0x0fff\n"
			      "msr 0x00000277 0x0007040600070406\n"
			      "msr 0x000002ff 0x0000000000000c06\n";

static const char waiting[] = "cpu 0x1ff\n"
			      "waits for INIT and SIPI\n"
			      "msr 0x00000277 0x0007040600070406\n"
			      "msr 0x000002ff 0x0000000000000c06\n";

static void judge(const struct ab_vcpu *cpu, const char *want)
{
	char text[2048] = { 0 };
	struct ab_buf measure = ab_buf_over(NULL, 0), b = ab_buf_over(text, sizeof(text));

	ab_vcpu_text(cpu, &b);
	assert_string_equal(text, want);
	ab_vcpu_text(cpu, &measure);
	assert_int_equal(measure.len, strlen(want));
}

static void test_running(void **state)
{
	struct ab_vcpu cpu;

	(void)state;
	fill(&cpu);
	judge(&cpu, running);
}

static void test_waiting(void **state)
{
	struct ab_vcpu cpu;

	(void)state;
	fill(&cpu);
	cpu.start = AB_VCPU_WAIT;
	judge(&cpu, waiting);
}

/* A count that no entry state has reads nothing past the list. */
static void test_msr_count_is_bounded(void **state)
{
	struct ab_vcpu cpu;
	struct ab_buf b = ab_buf_over(NULL, 0);

	(void)state;
	fill(&cpu);
	cpu.start = AB_VCPU_WAIT;
	cpu.x86.n_msrs = UINT32_MAX;
	ab_vcpu_text(&cpu, &b);
	assert_int_equal(b.len,
			 strlen("cpu 0x1ff\nwaits for INIT and SIPI\n") +
			     AB_X86_MSRS_MAX * strlen("msr 0x00000277 0x0007040600070406\n"));
}

static void test_arm64(void **state)
{
	struct ab_vcpu cpu = {
		.arch = AB_ARCH_ARM64,
		.id = 0x102,
		.arm64 = { .x = { [0] = 0x40000000, [4] = 5, [30] = 0x1234 },
			   .pc = 0x40200000,
			   .pstate = 0x3c5,
			   .sysreg = { { AB_ARM64_SCTLR_EL1, 0x30d00800 },
				       { AB_ARM64_SYSREG(3, 0, 12, 0, 0), 0x800 } },
			   .n_sysregs = 2 },
	};

	(void)state;
	judge(&cpu, "cpu 0x102\npc 0x40200000\nx0 0x40000000\nx1 0x0\nx2 0x0\nx3 0x0\nx4 0x5\n"
		    "x30 0x1234\npstate 0x3c5\nsctlr_el1 0x30d00800\nsysreg 0xc600 0x800\n");
	cpu.start = AB_VCPU_WAIT;
	judge(&cpu, "cpu 0x102\nis off until PSCI CPU_ON gives pc and x0\npstate 0x3c5\n"
		    "sctlr_el1 0x30d00800\nsysreg 0xc600 0x800\n");
	cpu.arm64.n_sysregs = UINT32_MAX;
	ab_vcpu_text(&cpu, &(struct ab_buf){ .data = NULL });
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_running),
		cmocka_unit_test(test_waiting),
		cmocka_unit_test(test_msr_count_is_bounded),
		cmocka_unit_test(test_arm64),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
