/* SPDX-License-Identifier: BSD-2-Clause */
/**
 * @file arch.h
 * The part of KVM that differs between architectures. The build compiles vcpu_ARCH.c of its host,
 * which defines all of this. An error ends the process.
 */
#ifndef VMM_ARCH_H
#define VMM_ARCH_H

#include "machine.h"
#include "vm.h"

/** The data of a guest that only one architecture has; vcpu_ARCH.c alone knows its fields. */
struct vmm_arch;

/** The architecture of the guests that this host runs. */
extern const enum ab_arch vmm_arch_host;

/** Ask KVM for its abilities, and fit the machine to them.
 * @param vm @c sys is open; @c arch and @c type are set
 * @param c  what was asked for. What KVM lacks is left out of it, or ends the process if the user
 *           asked for it by name; phys_bits becomes what KVM has */
void vmm_arch_open(struct vmm_vm *vm, struct vmm_config *c);

/** Fit a machine that is only planned to this host, as far as that is possible without KVM.
 * @param c phys_bits is set where the CPU reports it */
void vmm_arch_guess(struct vmm_config *c);

/** Create the interrupt controller, which KVM wants before the first CPU. The memory slots are
 *  there already. */
void vmm_arch_vm(struct vmm_vm *vm);

/** The number by which KVM creates a CPU.
 * @param index the CPU's place in the machine
 * @param state its entry state */
unsigned long vmm_arch_vcpu_id(uint32_t index, const struct ab_vcpu *state);

/** Put a CPU into its entry state.
 * @param cpu   created
 * @param index the CPU's place in the machine
 * @param state its entry state */
void vmm_arch_vcpu(const struct vmm_cpu *cpu, uint32_t index, const struct ab_vcpu *state);

/** Finish what KVM wants after the last CPU.
 * @param vm   the guest
 * @param cpus all CPUs of its machine */
void vmm_arch_start(const struct vmm_vm *vm, const struct vmm_cpu *cpus);

/** The number of a device's interrupt in KVM_IRQ_LINE.
 * @param irq its number in the machine's description: x86: GSI; arm64: INTID of an SPI */
uint32_t vmm_arch_irq(uint32_t irq);

/** Append the registers that show a person where a CPU is.
 * @param cpu not running
 * @param out text without a line's end; a register that KVM does not give is left out, or 0 */
void vmm_arch_where(const struct vmm_cpu *cpu, struct ab_buf *out);

#endif /* VMM_ARCH_H */
