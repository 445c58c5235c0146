/* SPDX-License-Identifier: BSD-2-Clause */
/* Numbers that C, assembler and the linker script share. */
#ifndef EL2_LAYOUT_H
#define EL2_LAYOUT_H

#include "el2/cpus.h"

#define EL2_PAGE 0x1000

/* A stack per CPU, with a page below it that nothing is mapped to. */
#define EL2_STACK_SIZE 0x4000
#define EL2_STACK_STRIDE (EL2_PAGE + EL2_STACK_SIZE)
#define EL2_STACKS_SIZE (EL2_CPUS_MAX * EL2_STACK_STRIDE)

/* SCTLR_EL2: RES1 bits 4, 5, 11, 16, 18, 22, 23, 28, 29. OFF also: A 1. ON: M 0, C 2, SA 3, I 12,
 * WXN
 * 19. DDI0487, D17.2 */
#define EL2_SCTLR_OFF 0x30c50832
#define EL2_SCTLR_ON 0x30cd183d

/* Offsets in struct el2_vcpu and struct el2_cpu, checked in cpu.c. */
#define EL2_VCPU_X 0
#define EL2_VCPU_PC 248
#define EL2_VCPU_FAR 264
#define EL2_VCPU_STACK 280
#define EL2_TERMINATED 4 /* enum el2_verb */
#define EL2_CPU_VCPU 0
#define EL2_CPU_STACK 8
#define EL2_CPU_FAULTED 16
#define EL2_CPU_FRAME 32
#define EL2_CPU_SIZE 2368

#endif /* EL2_LAYOUT_H */
