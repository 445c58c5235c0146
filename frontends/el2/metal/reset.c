/* SPDX-License-Identifier: BSD-2-Clause */
#include "reset.h"
#include "enter.h"
#include "metal.h"

/* SCTLR_EL1: RES1 bits 11, 20, 22, 23, 28, 29; MMU and caches are off. DDI0487, D17.2 */
#define SCTLR 0x30d00800

/* booting.rst wants each register that EL1 can write to be known. */
static void system_registers(void)
{
	EL2_WRITE(SCTLR_EL1, SCTLR);
	EL2_WRITE(CSSELR_EL1, 0);
	EL2_WRITE(CPACR_EL1, 0);
	EL2_WRITE(TTBR0_EL1, 0);
	EL2_WRITE(TTBR1_EL1, 0);
	EL2_WRITE(TCR_EL1, 0);
	EL2_WRITE(ESR_EL1, 0);
	EL2_WRITE(AFSR0_EL1, 0);
	EL2_WRITE(AFSR1_EL1, 0);
	EL2_WRITE(FAR_EL1, 0);
	EL2_WRITE(MAIR_EL1, 0);
	EL2_WRITE(VBAR_EL1, 0);
	EL2_WRITE(CONTEXTIDR_EL1, 0);
	EL2_WRITE(AMAIR_EL1, 0);
	EL2_WRITE(PAR_EL1, 0);
	EL2_WRITE(TPIDR_EL1, 0);
	EL2_WRITE(SP_EL1, 0);
	EL2_WRITE(ELR_EL1, 0);
	EL2_WRITE(SPSR_EL1, 0);
	EL2_WRITE(TPIDR_EL0, 0);
	EL2_WRITE(TPIDRRO_EL0, 0);
	EL2_WRITE(SP_EL0, 0);
}

static void timers(void)
{
	EL2_WRITE(CNTV_CTL_EL0, 0);
	EL2_WRITE(CNTV_CVAL_EL0, 0);
	EL2_WRITE(CNTP_CTL_EL0, 0);
	EL2_WRITE(CNTP_CVAL_EL0, 0);
	EL2_WRITE(CNTKCTL_EL1, 0);
}

#define POINT(n)                                                                                   \
	if ((n) <= breakpoints) {                                                                  \
		EL2_WRITE(DBGBCR##n##_EL1, 0);                                                     \
		EL2_WRITE(DBGBVR##n##_EL1, 0);                                                     \
	}                                                                                          \
	if ((n) <= watchpoints) {                                                                  \
		EL2_WRITE(DBGWCR##n##_EL1, 0);                                                     \
		EL2_WRITE(DBGWVR##n##_EL1, 0);                                                     \
	}

/* Claim tags stay: they say which of two debuggers uses the CPU, and nothing of a guest. */
static void debug_registers(void)
{
	const uint64_t dfr0 = EL2_READ(ID_AA64DFR0_EL1);
	const int breakpoints = dfr0 >> 12 & 15, watchpoints = dfr0 >> 20 & 15;

	EL2_WRITE(MDSCR_EL1, 0);
	EL2_WRITE(MDCCINT_EL1, 0);
	EL2_WRITE(OSLAR_EL1, 0);
	EL2_WRITE(OSDLR_EL1, 0);
	POINT(0)
	POINT(1)
	POINT(2)
	POINT(3)
	POINT(4)
	POINT(5)
	POINT(6)
	POINT(7)
	POINT(8)
	POINT(9)
	POINT(10)
	POINT(11)
	POINT(12)
	POINT(13)
	POINT(14)
	POINT(15)
}

/* What only some CPUs have. */
static void extensions(void)
{
	const uint64_t pfr0 = EL2_READ(ID_AA64PFR0_EL1), pfr1 = EL2_READ(ID_AA64PFR1_EL1);

	if (el2_has_pauth()) {
		EL2_WRITE(S3_0_C2_C1_0, 0); /* APIAKeyLo_EL1, Hi */
		EL2_WRITE(S3_0_C2_C1_1, 0);
		EL2_WRITE(S3_0_C2_C1_2, 0); /* APIB */
		EL2_WRITE(S3_0_C2_C1_3, 0);
		EL2_WRITE(S3_0_C2_C2_0, 0); /* APDA */
		EL2_WRITE(S3_0_C2_C2_1, 0);
		EL2_WRITE(S3_0_C2_C2_2, 0); /* APDB */
		EL2_WRITE(S3_0_C2_C2_3, 0);
		EL2_WRITE(S3_0_C2_C3_0, 0); /* APGA */
		EL2_WRITE(S3_0_C2_C3_1, 0);
	}
	if ((pfr0 >> 28 & 15) != 0) { /* RAS: a guest's DISR_EL1 is VDISR_EL2 */
		EL2_WRITE(S3_4_C12_C1_1, 0);
		EL2_WRITE(S3_4_C5_C2_3, 0); /* VSESR_EL2 */
	}
	if ((pfr0 >> 56 & 15) >= 2) { /* CSV2_2 */
		EL2_WRITE(S3_3_C13_C0_7, 0); /* SCXTNUM_EL0 */
		EL2_WRITE(S3_0_C13_C0_7, 0); /* SCXTNUM_EL1 */
	}
	if ((pfr1 >> 24 & 15) != 0) { /* SME */
		EL2_WRITE(S3_3_C13_C0_5, 0); /* TPIDR2_EL0 */
		EL2_WRITE(S3_0_C1_C2_4, 0); /* SMPRI_EL1 */
	}
}

void el2_reset(void)
{
	el2_reset_simd();
	system_registers();
	timers();
	debug_registers();
	extensions();
	__asm__ volatile("isb");
}
