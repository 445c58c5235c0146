/* SPDX-License-Identifier: BSD-2-Clause */
/* Calls of a guest by the SMC calling convention, through HVC or SMC: x0 names the function and
 * receives the result. Nothing reaches the firmware but the workarounds of the architecture. */
#include "call.h"
#include "hw.h"
#include "trap.h"

#include <stddef.h>

/* Owning entities: bits 29:24 of the function id. SMCCC, Owning Entity Numbers */
#define OWNER(id) ((id) >> 24 & 0x3f)
#define OWNER_ARCH 0
#define OWNER_STANDARD 4

#define ARCH_VERSION 0x80000000u
#define ARCH_FEATURES 0x80000001u

/* Workarounds for speculation, which a guest may call at any time. SMCCC, SMCCC_ARCH_WORKAROUND_1
 * to 3 */
static bool is_workaround(uint32_t id)
{
	return id == 0x80008000u || id == 0x80007fffu || id == 0x80003fffu;
}

static uint64_t arch_features(uint32_t id)
{
	if (id == ARCH_VERSION || id == ARCH_FEATURES)
		return 0;
	/* a call of 32 bits: what the firmware leaves above its result is nobody's */
	return is_workaround(id) ? (uint64_t)(int32_t)el2_hw_firmware(ARCH_FEATURES, id)
				 : EL2_CALL_UNKNOWN;
}

enum el2_verb el2_call(struct el2_vcpu *v)
{
	const uint32_t id = (uint32_t)v->x[0];
	uint64_t result = EL2_CALL_UNKNOWN;

	if (OWNER(id) == OWNER_STANDARD)
		return el2_psci(v);
	if (id == ARCH_VERSION)
		result = 0x10001; /* 1.1 */
	else if (id == ARCH_FEATURES)
		result = arch_features((uint32_t)v->x[1]);
	else if (is_workaround(id) && (int64_t)arch_features(id) >= 0) {
		/* not negative: it is there, needed by this CPU or not */
		el2_hw_firmware(id, (uint32_t)v->x[1]);
		result = 0;
		v->x[0] = result;
		return EL2_FORWARD;
	}
	v->x[0] = result;
	return EL2_EMULATE;
}
