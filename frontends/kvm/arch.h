/* SPDX-License-Identifier: BSD-2-Clause */
/** @file arch.h What KVM has otherwise on each architecture; vcpu_ARCH.c is the host's. What goes
 *  wrong ends the process. */
#ifndef VMM_ARCH_H
#define VMM_ARCH_H

#include "machine.h"
#include "vm.h"

/** The architecture of the guests that this host runs. */
extern const enum ab_arch vmm_arch_host;

/** Learn what KVM offers, and fit the machine to it.
 * @param vm  its @c type and @c cpuid are set
 * @param c   what is wished for: what KVM lacks is left out, or ends the process when asked for */
void vmm_arch_open(struct vmm_vm *vm, struct vmm_config *c);
/** Fit a machine that is only planned to this host, as far as it is known without KVM.
 * @param c phys_bits is set where the CPUs tell it */
void vmm_arch_guess(struct vmm_config *c);
/** Set up what a VM needs before its first CPU: the interrupt controller. */
void vmm_arch_vm(struct vmm_vm *vm);
/** What KVM calls the CPU: the number that it is created by. */
unsigned long vmm_arch_vcpu_id(uint32_t index, const struct ab_vcpu *state);
/** Put a CPU into its entry state. */
void vmm_arch_vcpu(const struct vmm_cpu *cpu, uint32_t index, const struct ab_vcpu *state);
/** Set up what waits for the last CPU. */
void vmm_arch_start(const struct vmm_vm *vm, const struct vmm_cpu *cpus);
/** A device's interrupt, as KVM_IRQ_LINE has it. */
uint32_t vmm_arch_irq(uint32_t irq);
/** Append where a CPU is, for a person. */
void vmm_arch_where(const struct vmm_cpu *cpu, struct ab_buf *out);

#endif /* VMM_ARCH_H */
