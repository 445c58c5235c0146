/* SPDX-License-Identifier: BSD-2-Clause */
/** @file vm.h A KVM guest: memory slots and CPUs. What goes wrong ends the process. */
#ifndef VMM_VM_H
#define VMM_VM_H

#include <aetherboot/aetherboot.h>

#include "devices.h"

struct kvm_run;
struct kvm_cpuid2;
struct vmm_config;

/** One guest. */
struct vmm_vm {
	int sys; /**< /dev/kvm */
	int fd; /**< the VM */
	size_t run_size; /**< bytes of struct kvm_run and what follows it */
	unsigned long type; /**< of VM, as KVM_CREATE_VM takes it */
	struct kvm_cpuid2 *cpuid; /**< x86: what KVM supports */
	int gic; /**< arm64: the interrupt controller */
	const struct ab_machine *machine; /**< its description */
	int changed; /**< inotify descriptor of files that RAM is mapped from, or -1 */
	struct vmm_devices dev; /**< what its accesses reach */
};

/** One CPU of it. */
struct vmm_cpu {
	struct vmm_vm *vm; /**< whose it is */
	int fd; /**< the vCPU */
	struct kvm_run *run; /**< shared with KVM */
};

/** Open /dev/kvm, learn what it can do, and fit @p c to it. */
void vmm_vm_open(struct vmm_vm *vm, struct vmm_config *c);

/** Make the VM of @p plan over @p ram, its devices and CPUs, and run it to its end. */
_Noreturn void vmm_vm_run(struct vmm_vm *vm, const struct ab_plan *plan,
			  const struct ab_spans *ram);

#endif /* VMM_VM_H */
