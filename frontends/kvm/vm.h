/* SPDX-License-Identifier: BSD-2-Clause */
/** @file vm.h A KVM guest: memory slots and CPUs. What goes wrong ends the process. */
#ifndef AETHERBOOT_KVM_VM_H
#define AETHERBOOT_KVM_VM_H

#include <aetherboot/aetherboot.h>

#include "devices.h"

struct kvm_run;
struct kvm_cpuid2;

/** One guest. */
struct ab_vm {
	int sys; /**< /dev/kvm */
	int fd; /**< the VM */
	size_t run_size; /**< bytes of struct kvm_run and what follows it */
	struct kvm_cpuid2 *cpuid; /**< x86: what KVM supports */
	uint8_t phys_bits; /**< width of a physical address */
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

/** Open /dev/kvm and learn what it can do. */
void ab_vm_open(struct ab_vm *vm);

/** Make the VM of @p plan over @p ram, its devices and CPUs, and run it to its end. */
_Noreturn void ab_vm_run(struct ab_vm *vm, const struct ab_plan *plan, const struct ab_spans *ram);

/* ---- per architecture ----------------------------------------------------------------------- */

/** Learn what CPUs KVM offers: @c cpuid, @c phys_bits. */
void ab_arch_open(struct ab_vm *vm);
/** Set up what a VM needs before its first CPU: the interrupt controller. */
void ab_arch_vm(struct ab_vm *vm);
/** Put a CPU into its entry state. */
void ab_arch_vcpu(const struct ab_vm_cpu *cpu, uint32_t index, const struct ab_vcpu *state);
/** Append where a CPU is, for a person. */
void ab_arch_where(const struct ab_vm_cpu *cpu, struct ab_buf *out);

#endif /* AETHERBOOT_KVM_VM_H */
