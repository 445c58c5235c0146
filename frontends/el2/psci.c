/* SPDX-License-Identifier: BSD-2-Clause */
/* PSCI 1.1 for guests: a state machine per vCPU, under the lock of its VM. */
#include "call.h"
#include "hw.h"
#include "life.h"

#include <stddef.h>

#define SUCCESS UINT64_C(0)
#define INVALID_PARAMETERS ((uint64_t)INT64_C(-2))
#define DENIED ((uint64_t)INT64_C(-3))
#define ALREADY_ON ((uint64_t)INT64_C(-4))
#define ON_PENDING ((uint64_t)INT64_C(-5))
#define INVALID_ADDRESS ((uint64_t)INT64_C(-9))

#define FUNCTION(id) ((id)&0xffff)
#define IS_64(id) (((id) >> 30 & 1) != 0)
#define SMCCC_VERSION 0x80000000u

/* Parameters that the specification gives 32 bits are cut to them, in calls of 64 bits, too. */
typedef uint64_t function(struct el2_vcpu *v, const uint64_t args[3]);

static uint64_t version(struct el2_vcpu *v, const uint64_t args[3])
{
	(void)v;
	(void)args;
	return 0x10001; /* 1.1 */
}

/* Only standby: there is no power to save that the guest would see. It may return at once. */
static uint64_t cpu_suspend(struct el2_vcpu *v, const uint64_t args[3])
{
	(void)v;
	if (((uint32_t)args[0] & ~UINT32_C(0xffff)) != 0)
		return INVALID_PARAMETERS;
	return SUCCESS;
}

static uint64_t cpu_off(struct el2_vcpu *v, const uint64_t args[3])
{
	struct el2_vm *vm = v->vm;
	bool any = false;

	(void)args;
	el2_lock(&vm->lock);
	v->power = EL2_VCPU_OFF;
	for (uint32_t i = 0; i < vm->spec->n_cpus; i++)
		any = any || vm->vcpu[i]->power != EL2_VCPU_OFF;
	el2_unlock(&vm->lock);
	if (!any)
		el2_life_end(vm, "all of its CPUs are off", EL2_WISH_OFF);
	return SUCCESS;
}

static struct el2_vcpu *find(const struct el2_vm *vm, uint64_t mpidr)
{
	for (uint32_t i = 0; i < vm->spec->n_cpus; i++)
		if (vm->vcpu[i]->mpidr == mpidr)
			return vm->vcpu[i];
	return NULL;
}

/* A VM that ends gets no more CPUs: one that is out of the guest already would begin in the VM's
 * next life. The caller has the VM's lock. */
static uint64_t switch_on(struct el2_vcpu *target, uint64_t entry, uint64_t context)
{
	if (target->vm->state != EL2_VM_RUNNING)
		return DENIED;
	if (target->power == EL2_VCPU_ON)
		return ALREADY_ON;
	if (target->power == EL2_VCPU_PENDING)
		return ON_PENDING;
	target->entry = entry;
	target->context = context;
	target->power = EL2_VCPU_PENDING;
	return SUCCESS;
}

static uint64_t cpu_on(struct el2_vcpu *v, const uint64_t args[3])
{
	struct el2_vm *vm = v->vm;
	struct el2_vcpu *target = find(vm, args[0]);
	struct ab_s2_entry e;
	uint64_t result;

	if (target == NULL)
		return INVALID_PARAMETERS;
	if ((args[1] & 3) != 0 || !ab_s2_query(&vm->s2, args[1], &e) || e.kind != AB_S2_LEAF ||
	    (e.attr.access & AB_S2_X_EL1) == 0)
		return INVALID_ADDRESS;
	el2_lock(&vm->lock);
	result = switch_on(target, args[1], args[2]);
	el2_unlock(&vm->lock);
	if (result == SUCCESS)
		el2_hw_wake(target->cpu);
	return result;
}

static uint64_t affinity_info(struct el2_vcpu *v, const uint64_t args[3])
{
	static const uint64_t info[] = {
		[EL2_VCPU_ON] = 0, [EL2_VCPU_OFF] = 1, [EL2_VCPU_PENDING] = 2
	};
	const struct el2_vcpu *target = find(v->vm, args[0]);
	uint64_t result;

	if (target == NULL || (uint32_t)args[1] != 0) /* level 0 is the CPUs themselves */
		return INVALID_PARAMETERS;
	el2_lock(&v->vm->lock);
	result = info[target->power];
	el2_unlock(&v->vm->lock);
	return result;
}

static uint64_t migrate_info_type(struct el2_vcpu *v, const uint64_t args[3])
{
	(void)v;
	(void)args;
	return 2; /* no Trusted OS that would have to migrate */
}

static uint64_t system_off(struct el2_vcpu *v, const uint64_t args[3])
{
	(void)args;
	el2_life_end(v->vm, "it powered off", EL2_WISH_OFF);
	return SUCCESS;
}

static uint64_t system_reset(struct el2_vcpu *v, const uint64_t args[3])
{
	(void)args;
	el2_life_end(v->vm, "it reset itself", EL2_WISH_RESET);
	return SUCCESS;
}

static uint64_t features(struct el2_vcpu *v, const uint64_t args[3]);

/* By the function's number; those with a 64-bit form have @wide. PSCI, Functions */
static const struct {
	function *call;
	bool wide;
} functions[] = {
	[0x00] = { version, false },      [0x01] = { cpu_suspend, true },
	[0x02] = { cpu_off, false },      [0x03] = { cpu_on, true },
	[0x04] = { affinity_info, true }, [0x06] = { migrate_info_type, false },
	[0x08] = { system_off, false },   [0x09] = { system_reset, false },
	[0x0a] = { features, false },
};

static function *lookup(uint32_t id)
{
	const uint32_t n = FUNCTION(id);

	/* fast calls of the standard services, whose reserved bits are 0 */
	if ((id & 0xbfff0000u) != 0x84000000u || n >= sizeof(functions) / sizeof(functions[0]) ||
	    (IS_64(id) && !functions[n].wide))
		return NULL;
	return functions[n].call;
}

static uint64_t features(struct el2_vcpu *v, const uint64_t args[3])
{
	(void)v;
	/* of CPU_SUSPEND: the original format of power_state, platform-coordinated */
	return (uint32_t)args[0] == SMCCC_VERSION || lookup((uint32_t)args[0]) != NULL
		   ? SUCCESS
		   : EL2_CALL_UNKNOWN;
}

enum el2_verb el2_psci(struct el2_vcpu *v)
{
	const uint32_t id = (uint32_t)v->x[0];
	const uint64_t mask = IS_64(id) ? ~UINT64_C(0) : UINT32_MAX;
	const uint64_t args[3] = { v->x[1] & mask, v->x[2] & mask, v->x[3] & mask };
	function *call = lookup(id);

	v->x[0] = call != NULL ? call(v, args) : EL2_CALL_UNKNOWN;
	return el2_life_leaves(v) ? EL2_TERMINATE : EL2_EMULATE;
}
