/* SPDX-License-Identifier: BSD-2-Clause */
/**
 * @file abort.h
 * Accesses that Stage 2 stopped.
 */
#ifndef EL2_ABORT_H
#define EL2_ABORT_H

#include "trap.h"

/** Answer a data abort of a guest: emulate a device, or inject an external abort. */
enum el2_verb el2_data_abort(struct el2_vcpu *v, uint64_t esr);

/** The IPA of an abort whose ESR_EL2 is @p esr, from HPFAR_EL2 and FAR_EL2. */
uint64_t el2_fault_ipa(uint64_t esr);

#endif /* EL2_ABORT_H */
