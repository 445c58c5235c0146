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

#endif /* EL2_ABORT_H */
