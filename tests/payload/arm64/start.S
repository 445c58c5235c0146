/* SPDX-License-Identifier: BSD-2-Clause */
/* A flat binary that is entered behind its first bytes: save what the CPU was given, take a stack,
 * call payload(). */
	.section .head, "ax"
	/* the first byte, where nobody should enter: a letter that is no verdict, and a stop */
	mov	x1, #0x9000000
	mov	w2, #'F'
	str	w2, [x1]
1:	wfi
	b	1b

	.org	0x40
	.globl	start
start:
	msr	tpidr_el1, x1
	adr	x1, regs
	str	x0, [x1], #8
	mrs	x0, tpidr_el1
	str	x0, [x1], #8
	stp	x2, x3, [x1], #16
	stp	x4, x5, [x1], #16
	stp	x6, x7, [x1], #16
	stp	x8, x9, [x1], #16
	stp	x10, x11, [x1], #16
	stp	x12, x13, [x1], #16
	stp	x14, x15, [x1], #16
	stp	x16, x17, [x1], #16
	stp	x18, x19, [x1], #16
	stp	x20, x21, [x1], #16
	stp	x22, x23, [x1], #16
	stp	x24, x25, [x1], #16
	stp	x26, x27, [x1], #16
	stp	x28, x29, [x1], #16
	str	x30, [x1]
	adr	x0, start
	adrp	x1, stack_end
	add	x1, x1, #:lo12:stack_end
	mov	sp, x1
	bl	payload
	movz	w0, #0x8400, lsl #16	/* PSCI: SYSTEM_OFF */
	movk	w0, #8
	hvc	#0
2:	wfi
	b	2b

	.section .saved, "aw"
	.balign	16
	.globl	regs
regs:
	.skip	31 * 8
	.balign	16
	.skip	0x2000
stack_end:

	/* the file's last bytes, word i of which is i * 0x9e3779b1 + 1 */
	.section .last, "aw"
	.globl	last_words
last_words:
	.set	i, 0
	.rept	64
	.long	(i * 0x9e3779b1 + 1) & 0xffffffff
	.set	i, i + 1
	.endr

	.section .note.GNU-stack, "", @progbits
