/* SPDX-License-Identifier: BSD-2-Clause */
/* Exception vectors of EL2, and the way into a guest and out of it. TPIDR_EL2 is this CPU's struct
 * el2_cpu. While a guest runs, SP_EL2 is its struct el2_vcpu. */
#include "layout.h"

	.text
	.balign	2048
	.global	el2_vectors
el2_vectors:
	/* from EL2 itself, with SP_EL0, then with SP_EL2: defects of this program */
	.irp	kind, 0, 1, 2, 3, 4, 5, 6, 7
	.balign	128
	msr	SP_EL0, x0		/* lost, as this CPU stops */
	msr	TPIDRRO_EL0, x1
	mov	x0, #\kind
	b	fault
	.endr
	/* from a guest in AArch64, then in AArch32: save its registers, take this CPU's stack */
	.rept	2
	.irp	kind, sync, irq, fiq, serror
	.balign	128
	stp	x0, x1, [sp, #EL2_VCPU_X]
	stp	x2, x3, [sp, #EL2_VCPU_X + 16]
	stp	x4, x5, [sp, #EL2_VCPU_X + 32]
	stp	x6, x7, [sp, #EL2_VCPU_X + 48]
	stp	x8, x9, [sp, #EL2_VCPU_X + 64]
	stp	x10, x11, [sp, #EL2_VCPU_X + 80]
	stp	x12, x13, [sp, #EL2_VCPU_X + 96]
	stp	x14, x15, [sp, #EL2_VCPU_X + 112]
	stp	x16, x17, [sp, #EL2_VCPU_X + 128]
	stp	x18, x19, [sp, #EL2_VCPU_X + 144]
	stp	x20, x21, [sp, #EL2_VCPU_X + 160]
	stp	x22, x23, [sp, #EL2_VCPU_X + 176]
	stp	x24, x25, [sp, #EL2_VCPU_X + 192]
	stp	x26, x27, [sp, #EL2_VCPU_X + 208]
	stp	x28, x29, [sp, #EL2_VCPU_X + 224]
	mrs	x1, ELR_EL2
	stp	x30, x1, [sp, #EL2_VCPU_X + 240]
	mrs	x2, SPSR_EL2
	mov	x19, sp
	ldr	x3, [x19, #EL2_VCPU_STACK]
	str	x2, [x19, #EL2_VCPU_PC + 8]
	mov	x0, x19
	mov	sp, x3
	b	\kind
	.endr
	.endr
	.balign	128

sync:	mrs	x1, ESR_EL2
	mrs	x2, FAR_EL2
	mrs	x3, HPFAR_EL2
	stp	x2, x3, [x0, #EL2_VCPU_FAR]
	bl	el2_trap
	cmp	w0, #EL2_TERMINATED
	b.eq	leave
	mov	x0, x19
	b	enter

irq:	bl	el2_guest_irq
	tbz	w0, #0, leave
	mov	x0, x19
	b	enter

fiq:	mov	w1, #1			/* the firmware's, none of EL2 */
	b	lost
serror:	mov	w1, #0
lost:	bl	el2_guest_lost
	/* the guest does not go on: what is on the stack is over */
leave:	mrs	x1, TPIDR_EL2
	ldr	x1, [x1, #EL2_CPU_STACK]
	mov	sp, x1
	bl	el2_stack_forget
	.irp	n, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29
	mov	x\n, #0			/* C saves these: they are its, too */
	.endr
	bl	el2_idle

/* void el2_stack_forget(void): what is below the caller's frame was a guest's, perhaps */
	.global	el2_stack_forget
el2_stack_forget:
	mrs	x0, TPIDR_EL2
	ldr	x0, [x0, #EL2_CPU_STACK]
	sub	x0, x0, #EL2_STACK_SIZE
	mov	x1, sp
1:	stp	xzr, xzr, [x0], #16
	cmp	x0, x1
	b.lo	1b
	ret

/* _Noreturn void el2_resume(struct el2_vcpu *v) */
	.global	el2_resume
el2_resume:
	mrs	x1, TPIDR_EL2
	str	x0, [x1, #EL2_CPU_VCPU]
	ldr	x1, [x1, #EL2_CPU_STACK]
	str	x1, [x0, #EL2_VCPU_STACK]
enter:	ldp	x2, x3, [x0, #EL2_VCPU_PC]
	mov	sp, x0
	msr	ELR_EL2, x2
	msr	SPSR_EL2, x3
	ldp	x2, x3, [x0, #EL2_VCPU_X + 16]
	ldp	x4, x5, [x0, #EL2_VCPU_X + 32]
	ldp	x6, x7, [x0, #EL2_VCPU_X + 48]
	ldp	x8, x9, [x0, #EL2_VCPU_X + 64]
	ldp	x10, x11, [x0, #EL2_VCPU_X + 80]
	ldp	x12, x13, [x0, #EL2_VCPU_X + 96]
	ldp	x14, x15, [x0, #EL2_VCPU_X + 112]
	ldp	x16, x17, [x0, #EL2_VCPU_X + 128]
	ldp	x18, x19, [x0, #EL2_VCPU_X + 144]
	ldp	x20, x21, [x0, #EL2_VCPU_X + 160]
	ldp	x22, x23, [x0, #EL2_VCPU_X + 176]
	ldp	x24, x25, [x0, #EL2_VCPU_X + 192]
	ldp	x26, x27, [x0, #EL2_VCPU_X + 208]
	ldp	x28, x29, [x0, #EL2_VCPU_X + 224]
	ldr	x30, [x0, #EL2_VCPU_X + 240]
	ldp	x0, x1, [x0, #EL2_VCPU_X]
	eret
	dsb	nsh			/* no speculation beyond */
	isb

/* A fault of EL2. x0: which vector; SP_EL0 and TPIDRRO_EL0: the old x0 and x1. The stack may be the
 * fault, so there is another one behind the frame. */
fault:	mrs	x1, TPIDR_EL2
	str	x0, [x1, #EL2_CPU_FRAME + 8 * 36]
	ldr	x0, [x1, #EL2_CPU_FAULTED]
	cbnz	x0, el2_park		/* the report itself is broken */
	str	x1, [x1, #EL2_CPU_FAULTED]
	stp	x2, x3, [x1, #EL2_CPU_FRAME + 8 * 2]
	stp	x4, x5, [x1, #EL2_CPU_FRAME + 8 * 4]
	stp	x6, x7, [x1, #EL2_CPU_FRAME + 8 * 6]
	stp	x8, x9, [x1, #EL2_CPU_FRAME + 8 * 8]
	stp	x10, x11, [x1, #EL2_CPU_FRAME + 8 * 10]
	stp	x12, x13, [x1, #EL2_CPU_FRAME + 8 * 12]
	stp	x14, x15, [x1, #EL2_CPU_FRAME + 8 * 14]
	stp	x16, x17, [x1, #EL2_CPU_FRAME + 8 * 16]
	stp	x18, x19, [x1, #EL2_CPU_FRAME + 8 * 18]
	stp	x20, x21, [x1, #EL2_CPU_FRAME + 8 * 20]
	stp	x22, x23, [x1, #EL2_CPU_FRAME + 8 * 22]
	stp	x24, x25, [x1, #EL2_CPU_FRAME + 8 * 24]
	stp	x26, x27, [x1, #EL2_CPU_FRAME + 8 * 26]
	stp	x28, x29, [x1, #EL2_CPU_FRAME + 8 * 28]
	mov	x2, sp
	stp	x30, x2, [x1, #EL2_CPU_FRAME + 8 * 30]
	mrs	x2, SP_EL0
	mrs	x3, TPIDRRO_EL0
	stp	x2, x3, [x1, #EL2_CPU_FRAME]
	mrs	x2, ELR_EL2
	mrs	x3, SPSR_EL2
	stp	x2, x3, [x1, #EL2_CPU_FRAME + 8 * 32]
	mrs	x2, ESR_EL2
	mrs	x3, FAR_EL2
	stp	x2, x3, [x1, #EL2_CPU_FRAME + 8 * 34]
	add	x0, x1, #EL2_CPU_FRAME
	add	x1, x1, #EL2_CPU_SIZE
	mov	sp, x1
	bl	el2_fault
