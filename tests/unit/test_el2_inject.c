/* SPDX-License-Identifier: BSD-2-Clause */
/* Exceptions that EL2 gives a guest: each register as AArch64.TakeException() of DDI0487, J1.1.2
 * leaves it, written here by hand. */
#include "el2_world.h"

#include "el2/trap.h"

#define SPAN (UINT64_C(1) << 23) /* SCTLR_EL1: exceptions leave PAN alone */
#define DSSBS (UINT64_C(1) << 44) /* SCTLR_EL1: SSBS of exceptions */

#define PC UINT64_C(0x0000aaaabbbbcccc)
#define VECTORS UINT64_C(0xffff800008010800)
#define FAR UINT64_C(0xffff800012345678)

static struct el2_vcpu *begin(uint64_t pstate, uint64_t sctlr)
{
	world_begin(1);
	el2_fake.reg[EL2_VBAR_EL1] = VECTORS;
	el2_fake.reg[EL2_SCTLR_EL1] = sctlr;
	el2_fake.reg[EL2_FAR_EL1] = 0x1111;
	world.cpu[0].far = FAR;
	world.cpu[0].hpfar = 0x2222;
	world.cpu[0].pc = PC;
	world.cpu[0].pstate = pstate;
	return &world.cpu[0];
}

/* SPSR_EL2. C5.2.19: N 31, Z 30, C 29, V 28, TCO 25, DIT 24, UAO 23, PAN 22, SS 21, IL 20,
 * ALLINT 13, SSBS 12, BTYPE 11:10, D 9, A 8, I 7, F 6, M 4:0: EL1h 5, EL1t 4, EL0t 0.
 * Of AArch32: Q 27, IT 26:25 and 15:10, DIT 24, SSBS 23, PAN 22, SS 21, IL 20, GE 19:16, E 9, T 5,
 * M 4:0: User 0x10. The new one is EL1h with DAIF masked: 0x3c5, and: */
static const struct row {
	const char *name;
	uint64_t old, sctlr, want, vector;
} rows[] = {
	/* D1.4.1, table of vector offsets */
	{ "EL1h", 0x005, SPAN, 0x3c5, 0x200 },
	{ "EL1h, masked", 0x3c5, SPAN, 0x3c5, 0x200 },
	{ "EL1t", 0x004, SPAN, 0x3c5, 0x000 },
	{ "EL0t", 0x000, SPAN, 0x3c5, 0x400 },
	{ "User", 0x010, SPAN, 0x3c5, 0x600 },
	{ "User, T32", 0x030, SPAN, 0x3c5, 0x600 },
	/* flags stay */
	{ "N", 0x80000005, SPAN, 0x800003c5, 0x200 },
	{ "Z", 0x40000005, SPAN, 0x400003c5, 0x200 },
	{ "C", 0x20000000, SPAN, 0x200003c5, 0x400 },
	{ "V", 0x10000010, SPAN, 0x100003c5, 0x600 },
	/* PAN is set, unless SPAN says that it stays */
	{ "PAN of SPAN 0", 0x005, 0, 0x004003c5, 0x200 },
	{ "PAN of SPAN 0, from EL0", 0x000, 0, 0x004003c5, 0x400 },
	{ "PAN of SPAN 0, from AArch32", 0x010, 0, 0x004003c5, 0x600 },
	{ "PAN 1 stays", 0x00400005, SPAN, 0x004003c5, 0x200 },
	{ "PAN 1 stays, from EL0", 0x00400000, SPAN, 0x004003c5, 0x400 },
	{ "PAN 1 stays, from AArch32", 0x00400010, SPAN, 0x004003c5, 0x600 },
	/* DIT stays */
	{ "DIT", 0x01000005, SPAN, 0x010003c5, 0x200 },
	{ "DIT, from AArch32", 0x01000010, SPAN, 0x010003c5, 0x600 },
	/* SSBS becomes DSSBS */
	{ "SSBS 1 to 0", 0x00001005, SPAN, 0x3c5, 0x200 },
	{ "SSBS 0 to 1", 0x005, SPAN | DSSBS, 0x13c5, 0x200 },
	{ "SSBS stays 1", 0x00001005, SPAN | DSSBS, 0x13c5, 0x200 },
	{ "SSBS 0 to 1, from AArch32", 0x010, SPAN | DSSBS, 0x13c5, 0x600 },
	{ "SSBS of AArch32", 0x00800010, SPAN, 0x3c5, 0x600 },
	/* all else becomes 0 */
	{ "SS, IL", 0x00300005, SPAN, 0x3c5, 0x200 },
	{ "UAO", 0x00800005, SPAN, 0x3c5, 0x200 },
	{ "TCO", 0x02000005, SPAN, 0x3c5, 0x200 },
	{ "BTYPE", 0x00000c05, SPAN, 0x3c5, 0x200 },
	{ "ALLINT", 0x00002005, SPAN, 0x3c5, 0x200 },
	{ "Q, IT, GE, E of AArch32", 0x0e0ffe30, SPAN, 0x3c5, 0x600 },
	{ "all of EL1h", UINT64_C(0xffffffffffffffe5), SPAN, 0xf14003c5, 0x200 },
	{ "all of User", UINT64_C(0xfffffffffffffff0), SPAN, 0xf14003c5, 0x600 },
	{ "all of SCTLR_EL1", 0x005, UINT64_MAX, 0x13c5, 0x200 },
};

static void judge(const struct row *row, const struct el2_vcpu *v, const struct el2_vcpu *was)
{
	if (v->pstate != row->want || v->pc != VECTORS + row->vector)
		fail_msg("%s: PSTATE %#llx, pc %#llx", row->name, (unsigned long long)v->pstate,
			 (unsigned long long)v->pc);
	assert_true(el2_fake.reg[EL2_ELR_EL1] == PC);
	assert_true(el2_fake.reg[EL2_SPSR_EL1] == row->old);
	assert_true(el2_fake.reg[EL2_VBAR_EL1] == VECTORS);
	assert_true(el2_fake.reg[EL2_SCTLR_EL1] == row->sctlr);
	world_same_registers(was, v, 31);
}

static void test_undefined(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct el2_vcpu *v = begin(rows[i].old, rows[i].sctlr), was = *v;

		el2_inject_undefined(v);
		judge(&rows[i], v, &was);
		assert_true(el2_fake.reg[EL2_ESR_EL1] == 0x02000000); /* EC 0, IL, ISS 0 */
		assert_true(el2_fake.reg[EL2_FAR_EL1] == 0x1111);
		assert_int_equal(el2_fake_writes(), 3);
		world_one_exit(&was, v, EL2_EXIT_UNDEFINED);
	}
}

static void test_abort_state(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct el2_vcpu *v = begin(rows[i].old, rows[i].sctlr), was = *v;

		el2_inject_abort(v, 0x92000007);
		judge(&rows[i], v, &was);
		assert_true(el2_fake.reg[EL2_FAR_EL1] == FAR);
		assert_int_equal(el2_fake_writes(), 4);
		world_one_exit(&was, v, EL2_EXIT_ABORT);
	}
}

/* ESR_EL1 of a synchronous external abort, DFSC and IFSC 0x10. EC: 0x24, 0x25 data abort from a
 * lower EL, from the same; 0x20, 0x21 instruction abort likewise. IL (25) is 1, as ISV (24) is 0.
 * CM (8) and WnR (6) are of data aborts only. */
static void test_abort_syndrome(void **state)
{
	static const struct {
		const char *name;
		uint64_t esr, from_el1, from_el0;
	} aborts[] = {
		{ "read, translation, level 3", 0x92000007, 0x96000010, 0x92000010 },
		{ "write", 0x92000047, 0x96000050, 0x92000050 },
		{ "read of 4 bytes to x3, valid", 0x93830007, 0x96000010, 0x92000010 },
		{ "write of 8 bytes from x30, valid", 0x93de8047, 0x96000050, 0x92000050 },
		{ "of 16 bits", 0x90000007, 0x96000010, 0x92000010 },
		{ "permission, level 2", 0x9200000e, 0x96000010, 0x92000010 },
		{ "access flag", 0x9200000b, 0x96000010, 0x92000010 },
		{ "address size", 0x92000000, 0x96000010, 0x92000010 },
		{ "cache instruction", 0x92000147, 0x96000150, 0x92000150 },
		{ "walk of stage 1", 0x92000087, 0x96000010, 0x92000010 },
		{ "walk that writes", 0x920000c7, 0x96000050, 0x92000050 },
		{ "all of ISS", 0x93ffffff, 0x96000150, 0x92000150 },
		{ "all of ISS2", UINT64_C(0x00ffffff92000007), 0x96000010, 0x92000010 },
		{ "fetch", 0x82000007, 0x86000010, 0x82000010 },
		{ "fetch, of 16 bits", 0x80000007, 0x86000010, 0x82000010 },
		{ "fetch, permission", 0x8200000f, 0x86000010, 0x82000010 },
		{ "fetch, walk of stage 1", 0x82000087, 0x86000010, 0x82000010 },
		{ "fetch, all of ISS", 0x83ffffff, 0x86000010, 0x82000010 },
	};
	static const struct {
		uint64_t pstate;
		bool el1;
	} from[] = {
		{ 0x3c5, true },  { 0x004, true },       { 0x000, false },  { 0x010, false },
		{ 0x030, false }, { 0x60000200, false }, { 0x20c05, true },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(aborts); i++)
		for (size_t k = 0; k < COUNT(from); k++) {
			const uint64_t want = from[k].el1 ? aborts[i].from_el1 : aborts[i].from_el0;

			el2_inject_abort(begin(from[k].pstate, 0), aborts[i].esr);
			if (el2_fake.reg[EL2_ESR_EL1] != want)
				fail_msg("%s from %#llx: %#llx", aborts[i].name,
					 (unsigned long long)from[k].pstate,
					 (unsigned long long)el2_fake.reg[EL2_ESR_EL1]);
			assert_true(el2_fake.reg[EL2_FAR_EL1] == FAR);
		}
}

/* Vectors at the end of the address space: nothing overflows that matters. */
static void test_vectors_anywhere(void **state)
{
	struct el2_vcpu *v = begin(0x010, 0);

	(void)state;
	el2_fake.reg[EL2_VBAR_EL1] = UINT64_C(0xfffffffffffff800);
	el2_inject_undefined(v);
	assert_true(v->pc == UINT64_C(0xfffffffffffffe00));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_undefined),
		cmocka_unit_test(test_abort_state),
		cmocka_unit_test(test_abort_syndrome),
		cmocka_unit_test(test_vectors_anywhere),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
