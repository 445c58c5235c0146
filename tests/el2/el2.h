/* SPDX-License-Identifier: BSD-2-Clause */
/* The program's machine: start.S, link.ld, board.c. */
#ifndef EL2_H
#define EL2_H

#include "el2/libc.h"

#include <aetherboot/aetherboot.h>

#define EL2_READ(reg)                                                                              \
	__extension__({                                                                            \
		uint64_t v_;                                                                       \
		__asm__ volatile("mrs %0, " #reg : "=r"(v_));                                      \
		v_;                                                                                \
	})
#define EL2_WRITE(reg, v) __asm__ volatile("msr " #reg ", %0" : : "r"((uint64_t)(v)))

/* The image and its stack: link.ld. */
extern char _start[], _end[], el2_vectors[];
extern uint64_t el2_stack[], el2_stack_top[];
extern const uint64_t el2_paint; /* content of stack that was never used */

/* Write text to the PL011. */
void el2_print(const char *text);
/* Write "el2: ", @text and @v, and end the line. */
void el2_say(const char *text, uint64_t v);
/* Clean and invalidate [p, p + n) to the point of coherency. */
void el2_clean(const void *p, size_t n);
/* Call PSCI SYSTEM_OFF. */
_Noreturn void el2_off(void);
/* Wait for ever. */
_Noreturn void el2_park(void);
/* Enter EL1 by ELR_EL2 and SPSR_EL2, with x0 to x3. */
_Noreturn void el2_eret(const uint64_t x[4]);

/* Called by start.S. */
_Noreturn void el2_main(const void *tree, uint64_t current_el);
_Noreturn void el2_trap(uint64_t esr, uint64_t elr, uint64_t far);

#endif /* EL2_H */
