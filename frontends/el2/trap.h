/* SPDX-License-Identifier: BSD-2-Clause */
/**
 * @file trap.h
 * What EL2 does when a guest traps.
 */
#ifndef EL2_TRAP_H
#define EL2_TRAP_H

#include "esr.h"
#include "vm.h"

/** Answer a synchronous exception of a guest.
 * @param v   the vCPU; its registers are saved in it, and are changed as the guest finds them
 *            @c far and @c hpfar are set
 * @param esr ESR_EL2
 * @return what was done. EL2_TERMINATE: this vCPU does not go on. Else it does; whoever stops the
 * VM meanwhile interrupts this CPU */
enum el2_verb el2_trap(struct el2_vcpu *v, uint64_t esr);

/** Answer a trapped access to a system register.
 * @param v   the vCPU
 * @param iss ISS of ESR_EL2, EC 0x18. @spec{DDI0487, D17.2}
 * @return what was done; EL2_INJECT: nothing yet, the caller injects */
enum el2_verb el2_sysreg(struct el2_vcpu *v, uint32_t iss);

/** Answer an HVC or SMC with the immediate 0, by the SMC calling convention.
 * @return what was done */
enum el2_verb el2_call(struct el2_vcpu *v);

/** Put the pc behind an instruction of 4 bytes that EL2 has emulated. */
static inline void el2_skip(struct el2_vcpu *v)
{
	v->pc += 4;
	v->pstate &= ~(uint64_t)EL2_PSTATE_SS;
	v->pstate &= ~(uint64_t)EL2_PSTATE_BTYPE;
}

/** Give the guest the exception that an undefined instruction causes.
 * @param v the vCPU, whose pc is on the instruction */
void el2_inject_undefined(struct el2_vcpu *v);

/** Give the guest a synchronous external abort in place of an abort that its Stage 2 caused.
 * @param v   the vCPU, whose pc is on the instruction
 * @param esr ESR_EL2 of a data or instruction abort from a lower EL */
void el2_inject_abort(struct el2_vcpu *v, uint64_t esr);

#endif /* EL2_TRAP_H */
