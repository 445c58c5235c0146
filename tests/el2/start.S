/* SPDX-License-Identifier: BSD-2-Clause */
/* Entry at EL2 by the arm64 boot protocol, the exception vectors, and the way into the guest. */

	.section .text.start, "ax"
	.global	_start
/* An arm64 Image: loaders then hand over a device tree. */
_start:	b	1f			/* code0 */
	.long	0			/* code1 */
	.quad	0			/* text_offset */
	.quad	_end - _start		/* image_size, with variables and stack */
	.quad	2			/* flags: little-endian, 4 KiB pages, near the start of RAM */
	.quad	0, 0, 0
	.ascii	"ARM\x64"
	.long	0

/* x0: the tree. A cache may hold dirty lines of variables and stack, which are in no file. They are
 * written back first; later they would overwrite stores that bypass the caches. */
1:	adrp	x1, bss_start
	add	x1, x1, :lo12:bss_start
	adrp	x2, el2_stack_top
	add	x2, x2, :lo12:el2_stack_top
	mrs	x3, CTR_EL0
	ubfx	x3, x3, #16, #4		/* DminLine: words, as a power of two */
	mov	x4, #4
	lsl	x4, x4, x3
	mov	x3, x1
2:	dc	civac, x3
	add	x3, x3, x4
	cmp	x3, x2
	b.lo	2b
	dsb	sy

	adrp	x3, el2_stack
	add	x3, x3, :lo12:el2_stack
3:	stp	xzr, xzr, [x1], #16	/* clear the variables */
	cmp	x1, x3
	b.lo	3b
	ldr	x4, el2_paint
4:	stp	x4, x4, [x1], #16	/* paint the stack */
	cmp	x1, x2
	b.lo	4b

	mov	sp, x2
	mrs	x1, CurrentEL
	bl	el2_main

	.global	el2_park
el2_park:
	wfi
	b	el2_park

/* Enter EL1 with x0 to x3 from [x0] and 0 in the other registers. */
	.global	el2_eret
el2_eret:
	ldp	x2, x3, [x0, #16]
	ldp	x0, x1, [x0]
	.irp	n, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30
	mov	x\n, xzr
	.endr
	eret

	.balign	8
	.global	el2_paint
el2_paint:
	.quad	0x5ac3a53c5ac3a53c

	.balign	2048
	.global	el2_vectors
el2_vectors:
	.rept	16
	b	trap
	.balign	128
	.endr

/* An exception is an error and does not return: the stack begins again. */
trap:	adrp	x0, el2_stack_top
	add	x0, x0, :lo12:el2_stack_top
	mov	sp, x0
	mrs	x0, ESR_EL2
	mrs	x1, ELR_EL2
	mrs	x2, FAR_EL2
	bl	el2_trap
