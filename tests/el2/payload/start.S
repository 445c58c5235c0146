/* SPDX-License-Identifier: BSD-2-Clause */
/* An arm64 Image without a kernel: entry at EL1, exceptions, and accesses that may fail. */
#include "el2/metal/relocate.S"

	.section .text.start, "ax"
	.global	_start
_start:	b	1f			/* code0 */
	.long	0			/* code1 */
	.quad	0			/* text_offset */
	.quad	_end - _start		/* image_size, with variables and stack */
	.quad	0xa			/* flags: little-endian, 4 KiB pages, anywhere */
	.quad	0, 0, 0
	.ascii	"ARM\x64"
	.long	0

1:	mov	x19, x0			/* the tree */
	relocate
	adrp	x0, bss_start
	add	x0, x0, :lo12:bss_start
	adrp	x1, stack_top
	add	x1, x1, :lo12:stack_top
4:	stp	xzr, xzr, [x0], #16
	cmp	x0, x1
	b.lo	4b
	mov	sp, x1
	adr	x0, vectors
	msr	VBAR_EL1, x0
	isb
	mov	x0, x19
	bl	payload_main
5:	wfi
	b	5b

	/* another CPU, with its number in x0 */
	.global	payload_second
payload_second:
	adrp	x1, payload_stacks
	add	x1, x1, :lo12:payload_stacks
	add	x1, x1, x0, lsl #10
	add	x1, x1, #1024
	mov	sp, x1
	bl	payload_second_run

	.balign	2048
vectors:
	.rept	4			/* never with SP_EL0 */
	b	.
	.balign	128
	.endr
	b	sync
	.balign	128
	.rept	11
	b	payload_irq_entry
	.balign	128
	.endr

/* An exception of EL1: note it, and go on behind the instruction, or, if it was a fetch, at x30. */
sync:	stp	x0, x1, [sp, #-32]!
	stp	x2, x3, [sp, #16]
	adrp	x2, payload_caught
	add	x2, x2, :lo12:payload_caught
	mrs	x0, ESR_EL1
	mrs	x1, FAR_EL1
	stp	x0, x1, [x2]
	mrs	x1, ELR_EL1
	mrs	x3, SPSR_EL1
	stp	x1, x3, [x2, #16]
	add	x1, x1, #4
	ubfx	x0, x0, #26, #6
	cmp	x0, #0x21		/* instruction abort at the same EL */
	csel	x1, x30, x1, eq
	msr	ELR_EL1, x1
	ldp	x2, x3, [sp, #16]
	ldp	x0, x1, [sp], #32
	eret

payload_irq_entry:
	b	.

/* Each does one access at x0. */
	.text
	.global	payload_call
payload_call:
	stp	x29, x30, [sp, #-32]!
	str	x0, [sp, #16]
	mov	x9, x0
	ldp	x0, x1, [x9]
	ldp	x2, x3, [x9, #16]
	ldp	x4, x5, [x9, #32]
	ldp	x6, x7, [x9, #48]
	hvc	#0
	ldr	x9, [sp, #16]
	stp	x0, x1, [x9]
	stp	x2, x3, [x9, #16]
	stp	x4, x5, [x9, #32]
	stp	x6, x7, [x9, #48]
	ldp	x29, x30, [sp], #32
	ret

	.macro	access name, text:vararg
	.global	\name
\name:	\text
	ret
	.endm
	access	payload_read8, ldrb w0, [x0]
	access	payload_read32, ldr w0, [x0]
	access	payload_read64, ldr x0, [x0]
	access	payload_write32, str wzr, [x0]
	access	payload_pair, ldp x1, x2, [x0]
	access	payload_exclusive, ldxr x1, [x0]
	access	payload_zero, dc zva, x0
	access	payload_clean, dc civac, x0
	access	payload_fetch, br x0
	access	payload_smc, smc #0
	access	payload_hvc, hvc #0
	access	payload_hvc1, hvc #1
	access	payload_actlr, mrs x0, ACTLR_EL1
	access	payload_pmcr, mrs x0, PMCR_EL0
	access	payload_zcr, mrs x0, S3_0_C1_C2_0
	access	payload_pfr0, mrs x0, ID_AA64PFR0_EL1
	access	payload_dfr0, mrs x0, ID_AA64DFR0_EL1
	access	payload_unallocated, mrs x0, S3_0_C0_C7_7
	access	payload_impdef, mrs x0, S3_1_C15_C2_1
	access	payload_udf, .inst 0
	access	payload_nothing, nop
