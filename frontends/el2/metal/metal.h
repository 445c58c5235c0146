/* SPDX-License-Identifier: BSD-2-Clause */
/**
 * @file metal.h
 * The part of EL2 that knows registers and instructions.
 */
#ifndef EL2_METAL_H
#define EL2_METAL_H

#include "cpu.h"
#include "layout.h"
#include "el2/libc.h"
#include "el2/node.h"

#include <aetherboot/aetherboot.h>

#define EL2_READ(reg)                                                                              \
	__extension__({                                                                            \
		uint64_t v_;                                                                       \
		__asm__ volatile("mrs %0, " #reg : "=r"(v_));                                      \
		v_;                                                                                \
	})
#define EL2_WRITE(reg, v) __asm__ volatile("msr " #reg ", %0" : : "r"((uint64_t)(v)) : "memory")

/* ---- link.ld */

extern char _start[], rodata_start[], data_start[], _end[];

/** A stack per CPU, each behind its guard page: cpu.c. */
extern uint8_t el2_stacks[EL2_STACKS_SIZE];

/** Put a variable into memory that nobody clears. */
#define EL2_NOINIT __attribute__((section(".noinit")))

/* ---- start.S, vectors.S */

extern char el2_vectors[], el2_secondary_start[];
void el2_mmu_on(uint64_t mair, uint64_t tcr, uint64_t ttbr);
_Noreturn void el2_park(void);
/** Enter the guest on this CPU: what is on the stack is over. */
_Noreturn void el2_resume(struct el2_vcpu *v);

/** Erase the stack of this CPU below the caller's frame. */
void el2_stack_forget(void);

/* ---- called by them */

_Noreturn void el2_start(uint64_t tree);
_Noreturn void el2_wrong_level(unsigned int level);
_Noreturn void el2_fault(const struct el2_frame *frame);
_Noreturn void el2_secondary(uint64_t context);
/** A guest was interrupted: return whether it goes on. A synchronous exception of a guest calls
 * el2_trap(). */
bool el2_guest_irq(struct el2_vcpu *v);
/** A guest was interrupted by what nobody here asked for: end its VM. */
void el2_guest_lost(struct el2_vcpu *v, bool fiq);
/** Work for this CPU's vCPU until it runs again. */
_Noreturn void el2_idle(void);

/* ---- C */

/** Say why, and stop this CPU. */
_Noreturn void el2_halt(const char *why);
/** What follows the start: each program has its own. */
_Noreturn void el2_launch(void);

/** Address of the console that is built in. */
uint64_t el2_uart_early(void);
/** Let the console interrupt when something is typed. */
void el2_uart_listen(void);
/** Use the console of the host's tree. */
void el2_uart_set(const struct ab_fdt_info *info);

/** The hypervisor's variables. */
extern struct el2_node el2_node;

/** Call PSCI of the firmware. */
int64_t el2_firmware(uint32_t function, uint64_t a, uint64_t b, uint64_t c);

#endif /* EL2_METAL_H */
