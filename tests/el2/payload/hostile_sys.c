/* SPDX-License-Identifier: BSD-2-Clause */
/* Each encoding of MSR, MRS, SYS and what shares their space, at EL1 and EL0. */
#include "gic.h"
#include "hostile.h"

/* 1101 0101 00 L op0 op1 CRn CRm op2 Rt. DDI0487, C4.1.87 */
#define SYSTEM 0xd5000000u
#define READS (1u << 21)
#define ENCODING(n) ((uint32_t)(n) << 5) /* op0 op1 CRn CRm op2: 16 bits */
#define NAME(op0, op1, crn, crm, op2) ((op0) << 14 | (op1) << 11 | (crn) << 7 | (crm) << 3 | (op2))

#define MARK UINT64_C(0x5a5a5a5a5a5a5a5a)

/* With what is written here, code would lose its own way: they are written as they are. */
static bool own_goal(uint32_t n, uint64_t *v)
{
	if (n == NAME(3, 0, 1, 0, 0)) /* SCTLR_EL1: stage 1 with tables that are none */
		__asm__ volatile("mrs %0, SCTLR_EL1" : "=r"(*v));
	else if (n == NAME(3, 0, 12, 0, 0)) /* VBAR_EL1: exceptions end nowhere */
		__asm__ volatile("mrs %0, VBAR_EL1" : "=r"(*v));
	else
		return false;
	return true;
}

/* A wait ends when something interrupts: the timer, which is not active still. */
static void alarm(void)
{
	const uint64_t base = gic_private(0);

	*gicd(GICD_CTLR) = gic_v2() ? 1 : 2;
	*(volatile uint32_t *)(uintptr_t)(base + 0x380) = 1u << 27; /* GICR_ICACTIVER0 */
	*(volatile uint32_t *)(uintptr_t)(base + 0x100) = 1u << 27; /* GICR_ISENABLER0 */
	hostile_icc_forget();
	__asm__ volatile("msr CNTV_TVAL_EL0, %0\n\tmsr CNTV_CTL_EL0, %1\n\tisb"
			 :
			 : "r"(UINT64_C(100)), "r"(UINT64_C(1)));
}

/* sys EL0 READ RT FIRST N VALUE: @n encodings by register x1, or xzr. What runs without an
 * exception is named; the others are counted */
void hostile_sys(const uint64_t v[6])
{
	uint64_t ends[HOSTILE_ENDS] = { 0 }, traps = 0;
	const uint32_t rt = v[2] != 0 ? 31 : 1;

	hostile_icc_on();
	for (uint64_t at = v[3]; at < v[3] + v[4]; at += HOSTILE_CODES) {
		for (unsigned int i = 0; i < HOSTILE_CODES; i++)
			hostile_write_code(i, SYSTEM | (v[1] != 0 ? READS : 0) | ENCODING(at + i) |
						  rt);
		hostile_code_ready();
		for (unsigned int i = 0; i < HOSTILE_CODES; i++) {
			const uint32_t n = (uint32_t)at + i;
			enum hostile_end end;

			hostile_try.x[0] = hostile_try.x[2] = hostile_try.x[3] = 0;
			hostile_try.x[1] = v[1] != 0 ? MARK : v[5];
			if (v[0] == 0 && v[1] == 0)
				(void)own_goal(n, &hostile_try.x[1]);
			if (n >> 14 == 0 && rt == 31 && v[1] == 0)
				alarm();
			hostile_run(hostile_code(i), v[0] != 0 ? HOSTILE_EL0 : HOSTILE_EL1);
			end = hostile_end();
			ends[end]++;
			if (end == HOSTILE_DONE)
				SAY("sys", n, hostile_try.x[1]);
			else if (end == HOSTILE_OTHER && hostile_try.esr >> 26 == 0x18)
				traps++; /* from EL0 to EL1: the guest's own choice */
			else if (end != HOSTILE_UNDEFINED)
				SAY("other", n, hostile_try.esr, hostile_try.far);
			if (end == HOSTILE_UNDEFINED)
				continue; /* it changed nothing */
			hostile_calm();
			hostile_icc_on();
		}
	}
	SAY("system", v[0], v[1], ends[HOSTILE_DONE], ends[HOSTILE_UNDEFINED], traps);
}
