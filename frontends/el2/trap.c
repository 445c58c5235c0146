/* SPDX-License-Identifier: BSD-2-Clause */
/* The table of synchronous exceptions from a guest. What is not in it ends the VM. */
#include "trap.h"
#include "abort.h"
#include "esr.h"
#include "life.h"

typedef enum el2_verb answer(struct el2_vcpu *v, uint64_t esr);

/* SMC traps with the pc on the instruction, HVC with the pc behind it. DDI0487, D1.3.1 */
static enum el2_verb hvc(struct el2_vcpu *v, uint64_t esr)
{
	v->exits[EL2_EXIT_CALL]++;
	if ((EL2_ESR_ISS(esr) & 0xffff) != 0) {
		v->x[0] = ~UINT64_C(0); /* NOT_SUPPORTED: the convention has no other immediate */
		return EL2_EMULATE;
	}
	return el2_call(v);
}

static enum el2_verb smc(struct el2_vcpu *v, uint64_t esr)
{
	el2_skip(v);
	return hvc(v, esr);
}

static enum el2_verb sysreg(struct el2_vcpu *v, uint64_t esr)
{
	enum el2_verb verb = el2_sysreg(v, EL2_ESR_ISS(esr));

	if (verb == EL2_INJECT) {
		el2_inject_undefined(v);
		return verb;
	}
	v->exits[EL2_EXIT_SYSREG]++;
	el2_skip(v);
	return verb;
}

static enum el2_verb undefined(struct el2_vcpu *v, uint64_t esr)
{
	(void)esr;
	el2_inject_undefined(v);
	return EL2_INJECT;
}

/* An early wake-up is always allowed. EL2 lets none trap, least of all those of AArch32, where an
 * instruction may have 2 bytes and its conditions would have to go on, too. */
static enum el2_verb wfx(struct el2_vcpu *v, uint64_t esr)
{
	if ((v->pstate & EL2_PSTATE_32) != 0)
		return undefined(v, esr);
	v->exits[EL2_EXIT_SYSREG]++;
	el2_skip(v);
	return EL2_EMULATE;
}

static enum el2_verb fetch_abort(struct el2_vcpu *v, uint64_t esr)
{
	el2_inject_abort(v, esr);
	return EL2_INJECT;
}

/* By exception class. DDI0487, D17.2, table of EC */
static answer *const answers[64] = {
	[EL2_EC_UNKNOWN] = undefined,
	[EL2_EC_WFX] = wfx,
	[0x03] = undefined, /* AArch32 at EL0: MCR, MRC to cp15 */
	[0x04] = undefined, /* MCRR, MRRC to cp15 */
	[0x05] = undefined, /* MCR, MRC to cp14 */
	[0x06] = undefined, /* LDC, STC to cp14 */
	[0x07] = undefined, /* SVE, SIMD, FP */
	[0x08] = undefined, /* VMRS */
	[0x09] = undefined, /* pointer authentication */
	[0x0a] = undefined, /* LD64B, ST64B */
	[0x0c] = undefined, /* MRRC to cp14 */
	[EL2_EC_HVC] = hvc,
	[EL2_EC_SMC] = smc,
	[EL2_EC_SYSREG] = sysreg,
	[0x19] = undefined, /* SVE */
	[0x1a] = undefined, /* ERET */
	[0x1b] = undefined, /* TSTART */
	[0x1d] = undefined, /* SME */
	[EL2_EC_FETCH_LOWER] = fetch_abort,
	[EL2_EC_DATA_LOWER] = el2_data_abort,
};

enum el2_verb el2_trap(struct el2_vcpu *v, uint64_t esr)
{
	answer *a = answers[EL2_ESR_EC(esr)];

	if (a != NULL)
		return a(v, esr);
	v->exits[EL2_EXIT_FATAL]++;
	el2_life_end(v->vm, "an exception that has no meaning here", EL2_WISH_FAIL);
	return EL2_TERMINATE;
}
