/* SPDX-License-Identifier: BSD-2-Clause */
/* Exceptions that EL2 gives a guest at EL1, as the CPU would take them. DDI0487, D1.3.1 */
#include "esr.h"
#include "hw.h"
#include "trap.h"

#define SCTLR_SPAN (UINT64_C(1) << 23)
#define SCTLR_DSSBS (UINT64_C(1) << 44)

/* Offset from VBAR_EL1: by the level that the exception comes from. */
static uint64_t vector(uint64_t pstate)
{
	if ((pstate & EL2_PSTATE_32) != 0)
		return 0x600;
	if (EL2_PSTATE_EL(pstate) == 0)
		return 0x400;
	return (pstate & EL2_PSTATE_SP) != 0 ? 0x200 : 0;
}

static void inject(struct el2_vcpu *v, uint64_t esr)
{
	const uint64_t sctlr = el2_hw_read(EL2_SCTLR_EL1), old = v->pstate;
	/* DIT and PAN stay, and are where they are for AArch32, too. All else becomes 0 */
	uint64_t pstate = (old & (EL2_PSTATE_NZCV | EL2_PSTATE_DIT | EL2_PSTATE_PAN)) |
			  EL2_PSTATE_DAIF | EL2_PSTATE_EL1H;

	if ((sctlr & SCTLR_SPAN) == 0)
		pstate |= EL2_PSTATE_PAN;
	if ((sctlr & SCTLR_DSSBS) != 0)
		pstate |= EL2_PSTATE_SSBS;
	el2_hw_write(EL2_ESR_EL1, esr);
	el2_hw_write(EL2_ELR_EL1, v->pc);
	el2_hw_write(EL2_SPSR_EL1, old);
	v->pc = el2_hw_read(EL2_VBAR_EL1) + vector(old);
	v->pstate = pstate;
}

void el2_inject_undefined(struct el2_vcpu *v)
{
	v->exits[EL2_EXIT_UNDEFINED]++;
	inject(v, (uint64_t)EL2_EC_UNKNOWN << 26 | EL2_ESR_IL);
}

void el2_inject_abort(struct el2_vcpu *v, uint64_t esr)
{
	const uint32_t iss = EL2_ESR_ISS(esr);
	const bool lower = (v->pstate & EL2_PSTATE_32) != 0 || EL2_PSTATE_EL(v->pstate) == 0;
	const bool fetch = EL2_ESR_EC(esr) == EL2_EC_FETCH_LOWER;
	uint64_t class = fetch ? EL2_EC_FETCH_LOWER : EL2_EC_DATA_LOWER;

	v->exits[EL2_EXIT_ABORT]++;
	if (!lower)
		class += 1; /* from the same EL */
	/* also for a walk of stage 1, whose level Stage 2 does not tell */
	el2_hw_write(EL2_FAR_EL1, v->far);
	/* without ISV, IL is 1 whatever the instruction's size */
	inject(v, class << 26 | EL2_ESR_IL | (fetch ? 0 : iss & (EL2_ISS_CM | EL2_ISS_WNR)) |
		      EL2_FSC_SEA);
}
