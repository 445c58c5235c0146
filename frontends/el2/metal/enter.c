/* SPDX-License-Identifier: BSD-2-Clause */
/* EL2's own registers, and the state in which a vCPU begins. */
#include "enter.h"
#include "metal.h"
#include "reset.h"
#include "el2/log.h"

/* HCR_EL2. DDI0487, D17.2 */
#define HCR_VM (UINT64_C(1) << 0) /* Stage 2 is on */
#define HCR_SWIO (UINT64_C(1) << 1) /* invalidation by set and way cleans, too */
#define HCR_PTW (UINT64_C(1) << 2) /* no walk of stage 1 reads a device */
#define HCR_FMO (UINT64_C(1) << 3) /* interrupts and SErrors come to EL2 */
#define HCR_IMO (UINT64_C(1) << 4)
#define HCR_AMO (UINT64_C(1) << 5)
#define HCR_FB (UINT64_C(1) << 9) /* TLB maintenance is broadcast */
#define HCR_BSU_IS (UINT64_C(1) << 10) /* barriers are at least inner shareable */
#define HCR_TID1 (UINT64_C(1) << 16) /* revisions, and identification of SME */
#define HCR_TID3 (UINT64_C(1) << 18) /* identification registers trap */
#define HCR_TSC (UINT64_C(1) << 19) /* SMC */
#define HCR_TIDCP (UINT64_C(1) << 20) /* registers of the implementation */
#define HCR_TACR (UINT64_C(1) << 21) /* ACTLR_EL1 */
#define HCR_TSW (UINT64_C(1) << 22) /* cache maintenance by set and way */
#define HCR_RW (UINT64_C(1) << 31) /* EL1 is AArch64 */
#define HCR_TLOR (UINT64_C(1) << 35) /* limited ordering regions */
#define HCR_TERR (UINT64_C(1) << 36) /* error records */
#define HCR_APK (UINT64_C(1) << 40) /* keys and instructions of pointer authentication do not */
#define HCR_API (UINT64_C(1) << 41)
#define HCR_FWB (UINT64_C(1) << 46) /* Stage 2 decides about caches */
#define HCR_TID5 (UINT64_C(1) << 58) /* identification of memory tags */

#define HCR                                                                                        \
	(HCR_VM | HCR_SWIO | HCR_PTW | HCR_FMO | HCR_IMO | HCR_AMO | HCR_FB | HCR_BSU_IS |         \
	 HCR_TID3 | HCR_TSC | HCR_TIDCP | HCR_TACR | HCR_TSW | HCR_RW)

/* CPTR_EL2, E2H 0: RES1 13, 9, 7:0; SVE (8), SME (12) and trace (20) trap, FP (10) does not.
 * DDI0487, D17.2 */
#define CPTR (0x33ff | 1 << 20)
#define CPTR_TAM (1 << 30) /* activity monitors trap */
/* CNTHCTL_EL2, E2H 0: EL1PCTEN, EL1PCEN: a guest owns the timers of its CPU. DDI0487, D17 */
#define CNTHCTL 3
/* MDCR_EL2: the PMU, statistical profiling and trace filters trap. DDI0487, D17 */
#define MDCR_TPMCR (1 << 5)
#define MDCR_TDOSA (1 << 10) /* the OS lock traps: with it, breakpoints could stop EL2, too */
#define MDCR_TDRA (1 << 11)
#define MDCR_TPM (1 << 6)
#define MDCR_TPMS (1 << 14)
#define MDCR_TTRF (1 << 19)

/* ID_AA64ISAR1_EL1: APA, API, GPA, GPI; ID_AA64PFR0_EL1: RAS; ID_AA64PFR1_EL1: MTE, SME */
#define ISAR1_PAUTH UINT64_C(0xff000ff0)
#define PFR0_RAS (UINT64_C(0xf) << 28)
#define PFR1_MTE (UINT64_C(0xf) << 8)
#define PFR1_SME (UINT64_C(0xf) << 24)

bool el2_has_pauth(void)
{
	return (EL2_READ(ID_AA64ISAR1_EL1) & ISAR1_PAUTH) != 0 ||
	       (EL2_READ(S3_0_C0_C6_2) & 0xff00) != 0;
}

uint64_t el2_hcr(const struct ab_s2 *s2)
{
	const uint64_t pfr0 = EL2_READ(ID_AA64PFR0_EL1), pfr1 = EL2_READ(ID_AA64PFR1_EL1);
	const uint64_t mmfr1 = EL2_READ(ID_AA64MMFR1_EL1);
	uint64_t hcr = HCR;

	if (el2_has_pauth())
		hcr |= HCR_API | HCR_APK;
	if ((pfr0 & PFR0_RAS) != 0)
		hcr |= HCR_TERR;
	if ((pfr1 & PFR1_MTE) != 0)
		hcr |= HCR_TID5;
	if ((pfr1 & PFR1_SME) != 0)
		hcr |= HCR_TID1;
	if ((mmfr1 >> 16 & 15) != 0) /* LO */
		hcr |= HCR_TLOR;
	if (s2->config.cpu.fwb)
		hcr |= HCR_FWB;
	return hcr;
}

/* Registers that only some CPUs have, by their encoding: assemblers know them by name or not. */
#define HCRX_EL2 S3_4_C1_C2_2
#define HFGRTR_EL2 S3_4_C1_C1_4
#define HFGWTR_EL2 S3_4_C1_C1_5
#define HFGITR_EL2 S3_4_C1_C1_6
#define HDFGRTR_EL2 S3_4_C3_C1_4
#define HDFGWTR_EL2 S3_4_C3_C1_5
#define HAFGRTR_EL2 S3_4_C3_C1_6
#define MPAM2_EL2 S3_4_C10_C5_0
#define WRITE(reg, v) EL2_WRITE(reg, v)
#define FIELD(id, lsb) ((id) >> (lsb)&15)

/* What firmware may have left open, and features that a guest does not have. In the registers of
 * fine-grained traps 0 traps what came after them, and nothing else. */
static void close_features(uint64_t pfr0, uint64_t mmfr0, uint64_t mmfr1)
{
	if (FIELD(mmfr1, 40) != 0) /* HCX */
		WRITE(HCRX_EL2, 0);
	if (FIELD(mmfr0, 56) != 0) { /* FGT */
		WRITE(HFGRTR_EL2, 0);
		WRITE(HFGWTR_EL2, 0);
		WRITE(HFGITR_EL2, 0);
		WRITE(HDFGRTR_EL2, 0);
		WRITE(HDFGWTR_EL2, 0);
		if (FIELD(pfr0, 44) != 0) /* AMU */
			WRITE(HAFGRTR_EL2, 0);
	}
	if (FIELD(pfr0, 40) != 0) /* MPAM: TRAPMPAM0EL1, TRAPMPAM1EL1 */
		WRITE(MPAM2_EL2, UINT64_C(3) << 48);
}

/* MDCR_EL2: the bits that this CPU has. HPMN gives EL1 all counters, of which it can use none. */
static uint64_t mdcr(uint64_t dfr0)
{
	uint64_t v = MDCR_TDOSA | MDCR_TDRA;

	if (FIELD(dfr0, 8) != 0 && FIELD(dfr0, 8) != 15) /* PMUVer */
		v |= MDCR_TPM | MDCR_TPMCR | (EL2_READ(PMCR_EL0) >> 11 & 31);
	if (FIELD(dfr0, 32) != 0) /* PMSVer */
		v |= MDCR_TPMS;
	if (FIELD(dfr0, 40) != 0) /* TraceFilt */
		v |= MDCR_TTRF;
	return v;
}

void el2_registers_init(void)
{
	const uint64_t pfr0 = EL2_READ(ID_AA64PFR0_EL1);

	/* interrupts wake a CPU that has no guest yet, too */
	EL2_WRITE(HCR_EL2, HCR_RW | HCR_FMO | HCR_IMO | HCR_AMO);
	EL2_WRITE(OSLAR_EL1, 0);
	EL2_WRITE(OSDLR_EL1, 0);
	EL2_WRITE(CPTR_EL2, CPTR | (FIELD(pfr0, 44) != 0 ? CPTR_TAM : 0));
	EL2_WRITE(CNTHCTL_EL2, CNTHCTL);
	EL2_WRITE(CNTVOFF_EL2, 0);
	EL2_WRITE(HSTR_EL2, 0);
	EL2_WRITE(MDCR_EL2, mdcr(EL2_READ(ID_AA64DFR0_EL1)));
	close_features(pfr0, EL2_READ(ID_AA64MMFR0_EL1), EL2_READ(ID_AA64MMFR1_EL1));
	__asm__ volatile("isb");
}

/* Of the VM in VTTBR_EL2, on this CPU: no other one has any. */
static void forget_translations(void)
{
	__asm__ volatile("isb\n\t"
			 "tlbi vmalls12e1\n\t"
			 "dsb nsh\n\t"
			 "ic iallu\n\t"
			 "dsb nsh\n\t"
			 "isb"
			 :
			 :
			 : "memory");
}

void el2_enter(struct el2_vcpu *v)
{
	const struct ab_s2 *s2 = &v->vm->s2;
	const struct ab_vcpu_arm64 *first = &v->vm->guest.entry.arm64;
	/* once a start: its clock goes on, and it does not write the log, when a guest switches its
	 * CPUs on and off */
	const bool begins = v->index == 0 && v->vm->starts_entered != v->vm->starts;

	el2_reset();
	for (uint32_t i = 0; i < first->n_sysregs; i++)
		if (first->sysreg[i].id == AB_ARM64_SCTLR_EL1)
			EL2_WRITE(SCTLR_EL1, first->sysreg[i].value);
	memset(v->x, 0, sizeof(v->x));
	v->x[0] = v->context;
	v->pc = v->entry;
	v->pstate = first->pstate;
	if (begins) {
		v->vm->starts_entered = v->vm->starts;
		v->vm->offset = EL2_READ(CNTPCT_EL0);
	}
	EL2_WRITE(CNTVOFF_EL2, v->vm->offset);
	EL2_WRITE(VPIDR_EL2, EL2_READ(MIDR_EL1));
	EL2_WRITE(VMPIDR_EL2, v->mpidr | UINT64_C(1) << 31);
	EL2_WRITE(VTCR_EL2, ab_s2_vtcr(s2));
	EL2_WRITE(VTTBR_EL2, ab_s2_vttbr(s2));
	EL2_WRITE(HCR_EL2, el2_hcr(s2));
	forget_translations();
	if (!begins)
		return;
	EL2_LOG({ "VM ", v->vm->slot }, { " vCPU ", v->index }, { " on CPU ", v->cpu },
		{ ": VTCR_EL2 ", EL2_READ(VTCR_EL2) }, { ", VTTBR_EL2 ", EL2_READ(VTTBR_EL2) },
		{ ", HCR_EL2 ", EL2_READ(HCR_EL2) }, { ", pc ", v->pc });
}

void el2_leave(void)
{
	/* what the guest stored is there before its memory is erased */
	__asm__ volatile("dsb sy" : : : "memory");
	el2_reset();
	forget_translations();
	/* physical interrupts still come to EL2 */
	EL2_WRITE(HCR_EL2, HCR_RW | HCR_FMO | HCR_IMO | HCR_AMO);
	EL2_WRITE(VTTBR_EL2, 0);
	__asm__ volatile("isb");
	el2_this_cpu()->vcpu = NULL;
}
