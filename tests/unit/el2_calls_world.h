/* SPDX-License-Identifier: BSD-2-Clause */
/* A node with three VMs, and their CPUs as the loop of the hypervisor moves them: one that may
 * manage, one with two CPUs, and one that may do nothing. */
#ifndef EL2_CALLS_WORLD_H
#define EL2_CALLS_WORLD_H

#include <stdlib.h>
#include <string.h>

#include "el2/event.h"
#include "el2/guest.h"
#include "el2/host/machine.h"
#include "el2/life.h"
#include "el2/node.h"

enum { BOSS, WORKER, POOR, N_VMS };

static struct el2_node node;

/* memory of the mailbox of the one that may manage, and in which images of WORKER are staged */
#define MAILBOX UINT64_C(0x40000)
#ifndef STAGING
#define STAGING (16 * 4096)
#endif
static struct {
	uint8_t mailbox[EL2_MAILBOX_SIZE], staging[STAGING];
} memory;

static const struct el2_bundle_vm specs[N_VMS] = {
	{ .name = "boss",
	  .n_cpus = 1,
	  .memory = 4 << 20,
	  .capabilities = EL2_CAP_MANAGE | EL2_CAP_LOG },
	{ .name = "worker", .n_cpus = 2, .restarts = 1, .staging = STAGING },
	{ .name = "poor", .n_cpus = 1, .capabilities = EL2_CAP_VIRTIO | EL2_CAP_RTC },
};

static inline void world_require(bool holds)
{
	if (!holds)
		abort();
}

/* One step of a vCPU's physical CPU, as metal/loop.c does it. Returns whether it had one. */
static inline bool step(struct el2_vcpu *v, const char *failure)
{
	if (v->inside && v->power == EL2_VCPU_ON && !el2_life_leaves(v))
		return false;
	switch (el2_life_task(v)) {
	case EL2_TASK_LOAD:
		el2_life_loaded(v->vm, failure);
		return true;
	case EL2_TASK_SCRUB:
		el2_life_scrubbed(v->vm);
		return true;
	case EL2_TASK_STAGE:
		el2_stage_work(v->vm);
		return true;
	case EL2_TASK_ENTER:
		return true;
	case EL2_TASK_WAIT:
		break;
	}
	return false;
}

static inline void settle(struct el2_vm *vm, const char *failure)
{
	bool any = true;

	while (any) {
		any = false;
		for (uint32_t i = 0; i < vm->spec->n_cpus; i++)
			any = step(vm->vcpu[i], failure) || any;
	}
}

static inline void begin(void)
{
	uint32_t cpu = 0;

	memset(&node, 0, sizeof(node));
	memset(&el2_host_machine, 0, sizeof(el2_host_machine));
	node.n_vms = N_VMS;
	node.facts.info.cpus.n = 5;
	for (uint32_t i = 0; i < N_VMS; i++) {
		struct el2_vm *vm = &node.vms[i];

		vm->node = &node;
		vm->slot = i;
		vm->spec = &specs[i];
		vm->console.name = specs[i].name;
		vm->gic.n_cpus = specs[i].n_cpus;
		for (uint32_t n = 0; n < specs[i].n_cpus; n++, cpu++) {
			vm->vcpu[n] = &node.vcpus[cpu];
			*vm->vcpu[n] = (struct el2_vcpu){ .vm = vm, .index = n, .cpu = cpu };
			vm->gic.cpus[n] = &vm->vcpu[n]->gic;
		}
		el2_vgic_init(&vm->gic);
		world_require(el2_vgic_give(&vm->gic, EL2_INTID_DOORBELL, false));
	}
	node.vms[BOSS].mailbox.pa = el2_host_machine.memory = MAILBOX;
	node.vms[WORKER].stage.pa = MAILBOX + sizeof(memory.mailbox);
	memset(&memory, 0, sizeof(memory));
	el2_host_machine.bytes = memory.mailbox;
	el2_host_machine.size = sizeof(memory);
	world_require(el2_vgic_give(&node.vms[BOSS].gic, EL2_INTID_EVENT, false));
	world_require(el2_life_create(&node.vms[BOSS], true));
	settle(&node.vms[BOSS], NULL);
	world_require(node.vms[BOSS].state == EL2_VM_RUNNING);
}

#endif /* EL2_CALLS_WORLD_H */
