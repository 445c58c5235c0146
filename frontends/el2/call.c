/* SPDX-License-Identifier: BSD-2-Clause */
/* Calls of a guest by the SMC calling convention, through HVC or SMC: x0 names the function and
 * receives the result. Nothing reaches the firmware but the workarounds of the architecture. */
#include "call.h"
#include "calls.h"
#include "hw.h"
#include "trap.h"

#include <stddef.h>

/* Owning entities: bits 29:24 of the function id. SMCCC, Owning Entity Numbers */
#define OWNER(id) ((id) >> 24 & 0x3f)
#define OWNER_ARCH 0
#define OWNER_STANDARD 4
#define OWNER_HYPERVISOR 6

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

/* Calls of the hypervisor itself: fast calls with 64-bit arguments, and who it is. SMCCC, General
 * service queries */
#define CALLS_FIRST 0xc6000000u
#define CALLS_UID 0x8600ff01u
#define CALLS_REVISION 0x8600ff03u

/* UUID 6ac5f3d1-27be-4c0f-9e58-1b90d2c7443e, 4 bytes a register, the first in bits 7:0 */
static const uint32_t uid[4] = { 0xd1f3c56a, 0x0f4cbe27, 0x901b589e, 0x3e44c7d2 };

/* What the caller does not get stays as it is. SMCCC, Register use */
static void give(uint64_t *x, const struct el2_request *r)
{
	x[0] = (uint64_t)r->status;
	if (r->n == 0)
		return;
	x[1] = r->result[0];
	x[2] = r->result[1];
	x[3] = r->result[2];
	if (r->n <= 3)
		return;
	x[4] = r->result[3];
	x[5] = r->result[4];
	x[6] = r->result[5];
	x[7] = r->result[6];
}

static void vendor(struct el2_vcpu *v, uint32_t id)
{
	uint64_t *const x = v->x;

	if (id - CALLS_FIRST < EL2_CALLS_MOST) {
		struct el2_request r = { .number = id - CALLS_FIRST,
					 .arg = { x[1], x[2], x[3], x[4], x[5], x[6], x[7] } };

		el2_calls(v->vm, &r);
		give(x, &r);
	} else if (id == CALLS_UID) {
		for (unsigned int i = 0; i < 4; i++)
			x[i] = uid[i];
	} else if (id == CALLS_REVISION) {
		x[0] = EL2_CALLS_VERSION >> 16;
		x[1] = EL2_CALLS_VERSION & 0xffff;
	} else {
		x[0] = EL2_CALL_UNKNOWN;
	}
}

enum el2_verb el2_call(struct el2_vcpu *v)
{
	const uint32_t id = (uint32_t)v->x[0];
	uint64_t result = EL2_CALL_UNKNOWN;

	/* by this one guests measure what a call costs: nothing that it does not need */
	if (id == CALLS_FIRST + EL2_CALLS_GET_VERSION) {
		v->x[0] = 0;
		v->x[1] = EL2_CALLS_VERSION;
		v->x[2] = v->vm->spec->capabilities;
		v->x[3] = v->vm->slot;
		return EL2_EMULATE;
	}
	if (OWNER(id) == OWNER_STANDARD)
		return el2_psci(v);
	if (OWNER(id) == OWNER_HYPERVISOR) {
		vendor(v, id);
		return v->vm->state != EL2_VM_RUNNING ? EL2_TERMINATE : EL2_EMULATE;
	}
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
