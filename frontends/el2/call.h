/* SPDX-License-Identifier: BSD-2-Clause */
/**
 * @file call.h
 * Results of calls, and the families of calls.
 */
#ifndef EL2_CALL_H
#define EL2_CALL_H

#include "vm.h"

/** Result of a call that does not exist. @spec{SMCCC, Return Codes} */
#define EL2_CALL_UNKNOWN (~UINT64_C(0))

/** Answer a call of the standard services: PSCI 1.1, and nothing else. */
enum el2_verb el2_psci(struct el2_vcpu *v);

#endif /* EL2_CALL_H */
