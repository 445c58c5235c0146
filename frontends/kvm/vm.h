/* SPDX-License-Identifier: BSD-2-Clause */
/**
 * @file vm.h
 * A KVM guest: memory slots, devices and CPUs. An error ends the process.
 */
#ifndef VMM_VM_H
#define VMM_VM_H

#include <aetherboot/aetherboot.h>

#include "devices.h"

struct kvm_run;
struct vmm_arch;
struct vmm_config;

/** One guest. */
struct vmm_vm {
	int sys; /**< The descriptor of /dev/kvm. */
	int fd; /**< The descriptor of the VM, from vmm_vm_run() on. */
	size_t run_size; /**< Bytes of a CPU's struct kvm_run and of the pages that follow it. */
	unsigned long type; /**< The type of VM, as KVM_CREATE_VM takes it. */
	struct vmm_arch *arch; /**< The data that only this architecture has: see arch.h. */
	const struct ab_machine *machine; /**< The machine that the guest is given. */
	/** An inotify descriptor that becomes readable when a file changes that RAM is mapped from,
	 *  which ends the guest; -1: there is none. */
	int changed;
	unsigned int grace; /**< Seconds that the guest may run on after a SIGTERM. */
	struct vmm_devices dev; /**< The devices that the guest's accesses reach. */
};

/** One CPU of a guest. */
struct vmm_cpu {
	struct vmm_vm *vm; /**< The guest. */
	int fd; /**< The descriptor of the vCPU. */
	struct kvm_run *run; /**< What this process shares with KVM. */
};

/** Open /dev/kvm, ask KVM for its abilities, and fit @p c to them.
 * @param vm filled; @c changed is the caller's to set afterwards
 * @param c  what was asked for; see vmm_arch_open() */
void vmm_vm_open(struct vmm_vm *vm, struct vmm_config *c);

/** Make the VM, its devices and its CPUs, and run it until it ends.
 * @param vm   opened
 * @param plan the plan, which is placed; its machine must outlive the guest
 * @param ram  guest memory, page-aligned: one slot a span */
_Noreturn void vmm_vm_run(struct vmm_vm *vm, const struct ab_plan *plan,
			  const struct ab_spans *ram);

#endif /* VMM_VM_H */
