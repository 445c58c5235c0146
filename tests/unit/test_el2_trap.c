/* SPDX-License-Identifier: BSD-2-Clause */
/* Each exception class: what EL2 does, where the guest goes on, and what is counted. Classes are
 * those of DDI0487, D17.2, table of EC. */
#include "el2_world.h"

#include "el2/esr.h"
#include "el2/trap.h"

#define IL UINT64_C(0x02000000)
#define VECTORS UINT64_C(0xffff800008010800)

/* Why the guest is in EL2, and what becomes of it. */
enum answer { ENDS, UNDEF, HVC, SMC, WFX, SYSREG, FETCH, DATA };

static const enum answer answers[64] = {
	[0x00] = UNDEF, /* unknown reason */
	[0x01] = WFX, /* WFI, WFE, WFIT, WFET */
	[0x03] = UNDEF, /* MCR, MRC to coprocessor 15 */
	[0x04] = UNDEF, /* MCRR, MRRC to coprocessor 15 */
	[0x05] = UNDEF, /* MCR, MRC to coprocessor 14 */
	[0x06] = UNDEF, /* LDC, STC to coprocessor 14 */
	[0x07] = UNDEF, /* SVE, SIMD, FP by CPTR_EL2 */
	[0x08] = UNDEF, /* VMRS */
	[0x09] = UNDEF, /* pointer authentication by HCR_EL2.API */
	[0x0a] = UNDEF, /* LD64B, ST64B */
	[0x0c] = UNDEF, /* MRRC to coprocessor 14 */
	[0x16] = HVC,   [0x17] = SMC, [0x18] = SYSREG, [0x19] = UNDEF, /* SVE by CPTR_EL2.TZ */
	[0x1a] = UNDEF, /* ERET by HCR_EL2.NV */
	[0x1b] = UNDEF, /* TSTART */
	[0x1d] = UNDEF, /* SME */
	[0x20] = FETCH, /* instruction abort from a lower EL */
	[0x24] = DATA, /* data abort from a lower EL */
	/* All others EL2 does not cause: SVC (0x11, 0x15) and HVC, SMC of AArch32 (0x12, 0x13)
	 * without HCR_EL2.TGE, BTI (0x0d), illegal state (0x0e), FPAC (0x1c), alignment of PC and
	 * SP (0x22, 0x26), MOPS (0x27), floating-point (0x28, 0x2c), debug without MDCR_EL2.TDE
	 * (0x30 to 0x3c), SError (0x2f), which is no synchronous one, GPC (0x1e), aborts of EL2
	 * itself (0x21, 0x25) */
};

static struct el2_vcpu *begin(void)
{
	world_begin(2);
	el2_fake.reg[EL2_VBAR_EL1] = VECTORS;
	el2_fake.reg[EL2_SCTLR_EL1] = 1 << 23; /* SPAN */
	world.cpu[0].x[0] = 0x84000000; /* PSCI_VERSION */
	return &world.cpu[0];
}

/* Set by hand: SS (21) and BTYPE (11:10) of an instruction that is skipped are cleared. */
#define BEFORE UINT64_C(0x60200dc5)
#define SKIPPED UINT64_C(0x600001c5)
#define VECTORED UINT64_C(0x600003c5)

static void judge(unsigned int ec, uint64_t iss, const struct el2_vcpu *was,
		  const struct el2_vcpu *v, enum el2_verb verb)
{
	static const struct {
		enum el2_verb verb;
		uint64_t pc, pstate;
		enum el2_exit reason;
	} want[] = {
		[ENDS] = { EL2_TERMINATE, 0x80001000, BEFORE, EL2_EXIT_FATAL },
		[UNDEF] = { EL2_INJECT, VECTORS + 0x200, VECTORED, EL2_EXIT_UNDEFINED },
		[HVC] = { EL2_EMULATE, 0x80001000, BEFORE, EL2_EXIT_CALL },
		[SMC] = { EL2_EMULATE, 0x80001004, SKIPPED, EL2_EXIT_CALL },
		[WFX] = { EL2_EMULATE, 0x80001004, SKIPPED, EL2_EXIT_SYSREG },
		[SYSREG] = { EL2_INJECT, VECTORS + 0x200, VECTORED, EL2_EXIT_UNDEFINED },
		[FETCH] = { EL2_INJECT, VECTORS + 0x200, VECTORED, EL2_EXIT_ABORT },
		[DATA] = { EL2_INJECT, VECTORS + 0x200, VECTORED, EL2_EXIT_ABORT },
	};
	const enum answer a = answers[ec];

	if (verb != want[a].verb || v->pc != want[a].pc || v->pstate != want[a].pstate)
		fail_msg("class %#x, ISS %#llx: verb %d, pc %#llx, PSTATE %#llx", ec,
			 (unsigned long long)iss, (int)verb, (unsigned long long)v->pc,
			 (unsigned long long)v->pstate);
	world_one_exit(was, v, want[a].reason);
	world_same_registers(was, v, a == HVC || a == SMC ? 0 : 31);
	assert_int_equal(world.vm.end != NULL, a == ENDS);
	assert_int_equal(world.vm.state, a == ENDS ? EL2_VM_STOPPING : EL2_VM_RUNNING);
	assert_int_equal(el2_fake.held, 0);
	assert_int_equal(el2_fake.calls, 0);
	assert_int_equal(el2_fake_writes() != 0, verb == EL2_INJECT);
	/* a call by another immediate than 0 does not exist */
	if (a == HVC || a == SMC)
		assert_true(v->x[0] == ((iss & 0xffff) != 0 ? UINT64_MAX : 0x10001));
}

/* With every value of the class, syndromes of zeros and of ones, and of each bit alone. ISV is left
 * out: what it does is of test_el2_abort. So are system registers that exist. */
static void test_classes(void **state)
{
	static const uint64_t isses[] = { 0, 1, 0xffff, 0x10000, 0x8000, 0xffffff };

	(void)state;
	for (unsigned int ec = 0; ec < 64; ec++)
		for (size_t i = 0; i < COUNT(isses); i++)
			for (uint64_t il = 0; il <= IL; il += IL) {
				struct el2_vcpu *v = begin(), was;

				v->pstate = BEFORE;
				was = *v;
				judge(ec, isses[i], &was, v,
				      el2_trap(v, (uint64_t)ec << 26 | il | isses[i]));
			}
}

/* ESR_EL2.ISS2, bits 55 to 32, and what lies above do not matter. */
static void test_upper_syndrome(void **state)
{
	(void)state;
	for (unsigned int ec = 0; ec < 64; ec++) {
		struct el2_vcpu *v = begin(), was;

		v->pstate = BEFORE;
		was = *v;
		judge(ec, 0, &was, v, el2_trap(v, UINT64_C(0xffffffff) << 32 | (uint64_t)ec << 26));
	}
}

/* A register that exists: what is in sysreg.c's table is of test_el2_sysreg. */
static void test_sysreg(void **state)
{
	/* MRS X5, ACTLR_EL1: Op0 3, CRn 1, Op2 1, Rt 5, a read */
	const uint64_t esr = UINT64_C(0x18) << 26 | IL | 3 << 20 | 1 << 17 | 1 << 10 | 5 << 5 | 1;
	struct el2_vcpu *v = begin(), was;

	(void)state;
	v->pstate = BEFORE;
	was = *v;
	assert_int_equal(el2_trap(v, esr), EL2_EMULATE);
	assert_int_equal(v->x[5], 0);
	assert_true(v->pc == was.pc + 4 && v->pstate == SKIPPED);
	world_same_registers(&was, v, 5);
	world_one_exit(&was, v, EL2_EXIT_SYSREG);
}

/* AArch32 at EL0: its instructions have two sizes and conditions, so none is skipped. */
static void test_aarch32(void **state)
{
	(void)state;
	for (unsigned int ec = 0; ec < 0x16; ec++) {
		struct el2_vcpu *v = begin(), was;

		if (answers[ec] == ENDS)
			continue;
		v->pstate = 0x60000030; /* User, T32 */
		was = *v;
		assert_int_equal(el2_trap(v, (uint64_t)ec << 26), EL2_INJECT);
		assert_true(v->pc == VECTORS + 0x600);
		assert_true(el2_fake.reg[EL2_ELR_EL1] == was.pc);
		world_one_exit(&was, v, EL2_EXIT_UNDEFINED);
	}
}

/* An exception without a meaning ends the VM: for good, or to begin again while it may. */
static void test_reasons(void **state)
{
	struct el2_vcpu *v = begin();

	(void)state;
	assert_int_equal(el2_trap(v, UINT64_C(0x3f) << 26), EL2_TERMINATE);
	assert_string_equal(v->vm->end, "an exception that has no meaning here");
	assert_int_equal(v->vm->wish, EL2_WISH_FAIL);
	assert_int_equal(el2_fake.locks, 2);
	assert_int_equal(el2_fake.wakes, 2); /* each of its CPUs leaves the guest */
	/* who comes late changes nothing */
	v->vm->end = "the first";
	v->vm->wish = EL2_WISH_OFF;
	v->vm->restarts = 1;
	assert_int_equal(el2_trap(&world.cpu[1], UINT64_C(0x2f) << 26), EL2_TERMINATE);
	assert_string_equal(v->vm->end, "the first");
	assert_int_equal(v->vm->wish, EL2_WISH_OFF);
	assert_int_equal(v->vm->restarts, 1);
	assert_int_equal(el2_fake.wakes, 2);
	v = begin();
	v->vm->restarts = 1;
	assert_int_equal(el2_trap(v, UINT64_C(0x3f) << 26), EL2_TERMINATE);
	assert_int_equal(v->vm->wish, EL2_WISH_RESET);
	assert_int_equal(v->vm->restarts, 0);
}

/* At the end of the address space: as the CPU, it goes on at 0. */
static void test_skip_wraps(void **state)
{
	struct el2_vcpu *v = begin();

	(void)state;
	v->pc = UINT64_C(0xfffffffffffffffc);
	v->pstate = UINT64_C(0xffffffff00000005);
	el2_skip(v);
	assert_true(v->pc == 0);
	assert_true(v->pstate == UINT64_C(0xffffffff00000005));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_classes), cmocka_unit_test(test_upper_syndrome),
		cmocka_unit_test(test_sysreg),  cmocka_unit_test(test_aarch32),
		cmocka_unit_test(test_reasons), cmocka_unit_test(test_skip_wraps),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
