/* SPDX-License-Identifier: BSD-2-Clause */
/**
 * @file cpu.h
 * A physical CPU.
 */
#ifndef EL2_CPU_H
#define EL2_CPU_H

#include "el2/vm.h"

/** Registers at a fault of EL2 itself. */
struct el2_frame {
	uint64_t x[31]; /**< x0 to x30 */
	uint64_t sp; /**< SP_EL2 */
	uint64_t pc; /**< ELR_EL2 */
	uint64_t pstate; /**< SPSR_EL2 */
	uint64_t esr; /**< ESR_EL2 */
	uint64_t far; /**< FAR_EL2 */
	uint64_t vector; /**< 0 to 7: which vector */
};

/** A physical CPU. TPIDR_EL2 points to its own; vectors.S knows the offsets. */
struct el2_cpu {
	struct el2_vcpu *vcpu; /**< the vCPU that runs here; NULL: none */
	uint64_t stack_top; /**< end of its stack */
	uint64_t faulted; /**< not 0: EL2 had a fault here */
	uint64_t mpidr; /**< its affinity */
	struct el2_frame frame; /**< registers at the fault */
	uint64_t index; /**< its place in the host's tree */
	uint8_t fault_stack[2032]; /**< stack of el2_fault() */
};

/** Begin on the CPU that executes this: stack, vectors. Its place in the tree is not known yet.
 * @param stack number of its stack: each CPU has another one */
void el2_cpu_init(unsigned int stack);

/** The CPU that executes this. */
static inline struct el2_cpu *el2_this_cpu(void)
{
	struct el2_cpu *c;

	__asm__ volatile("mrs %0, TPIDR_EL2" : "=r"(c));
	return c;
}

#endif /* EL2_CPU_H */
