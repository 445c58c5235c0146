/* SPDX-License-Identifier: BSD-2-Clause */
/** @file vm.h A KVM guest: memory slots and CPUs. What goes wrong ends the process. */
#ifndef AETHERBOOT_KVM_VM_H
#define AETHERBOOT_KVM_VM_H

#include <aetherboot/aetherboot.h>

#include "devices.h"

struct kvm_run;
struct kvm_cpuid2;
struct ab_kvm_config;

/** One guest. */
struct ab_vm {
	int sys; /**< /dev/kvm */
	int fd; /**< the VM */
	size_t run_size; /**< bytes of struct kvm_run and what follows it */
	unsigned long type; /**< of VM, as KVM_CREATE_VM takes it */
	struct kvm_cpuid2 *cpuid; /**< x86: what KVM supports */
	int gic; /**< arm64: the interrupt controller */
	const struct ab_machine *machine; /**< its description */
	int changed; /**< inotify descriptor of files that RAM is mapped from, or -1 */
	struct ab_devices dev; /**< what its accesses reach */
};

/** One CPU of it. */
struct ab_vm_cpu {
	struct ab_vm *vm; /**< whose it is */
	int fd; /**< the vCPU */
	struct kvm_run *run; /**< shared with KVM */
};

/** Open /dev/kvm, learn what it can do, and fit @p c to it. */
void ab_vm_open(struct ab_vm *vm, struct ab_kvm_config *c);

/** Make the VM of @p plan over @p ram, its devices and CPUs, and run it to its end. */
_Noreturn void ab_vm_run(struct ab_vm *vm, const struct ab_plan *plan, const struct ab_spans *ram);

#endif /* AETHERBOOT_KVM_VM_H */
