/* SPDX-License-Identifier: BSD-2-Clause */
/**
 * @file enter.h
 * Registers that decide what a guest may do, and those with which it begins.
 */
#ifndef EL2_ENTER_H
#define EL2_ENTER_H

#include "el2/vm.h"

#include <aetherboot/vcpu.h>

/** Set EL2's registers of the CPU that executes: what traps, and who owns the timers. */
void el2_registers_init(void);

/** Whether this CPU has pointer authentication, by any algorithm. */
bool el2_has_pauth(void);

/** HCR_EL2 of a guest with the tables @p s2 on this CPU. */
uint64_t el2_hcr(const struct ab_s2 *s2);

/** Give the vCPU, on the CPU that executes, its first state: that of el2_guest.entry, with
 *  el2_vcpu.entry and el2_vcpu.context. el2_resume() enters it. */
void el2_enter(struct el2_vcpu *v);

/** Take the CPU that executes out of its guest: no Stage 2, no interrupts, no registers of it. */
void el2_leave(void);

#endif /* EL2_ENTER_H */
