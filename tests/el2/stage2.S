/* SPDX-License-Identifier: BSD-2-Clause */
/* Into a guest's code page and back: each exception that it takes to EL2 ends it. */

/* uint64_t s2_enter(uint64_t pc, uint64_t spsr, uint64_t hcr): ESR_EL2 of what ended it. */
	.text
	.global	s2_enter
s2_enter:
	stp	x19, x20, [sp, #-96]!
	stp	x21, x22, [sp, #16]
	stp	x23, x24, [sp, #32]
	stp	x25, x26, [sp, #48]
	stp	x27, x28, [sp, #64]
	stp	x29, x30, [sp, #80]
	mrs	x3, HCR_EL2
	mov	x19, x3
	msr	ELR_EL2, x0
	msr	SPSR_EL2, x1
	msr	HCR_EL2, x2
	isb
	eret

/* From the vector: the guest changed no register. */
back:	msr	HCR_EL2, x19
	isb
	mrs	x0, ESR_EL2
	ldp	x29, x30, [sp, #80]
	ldp	x27, x28, [sp, #64]
	ldp	x25, x26, [sp, #48]
	ldp	x23, x24, [sp, #32]
	ldp	x21, x22, [sp, #16]
	ldp	x19, x20, [sp], #96
	ret

bad:	mrs	x0, ESR_EL2
	mrs	x1, ELR_EL2
	mrs	x2, FAR_EL2
	bl	el2_trap

	.balign	2048
	.global	s2_vectors
s2_vectors:
	.rept	8
	b	bad
	.balign	128
	.endr
	b	back			/* synchronous, from a lower EL in AArch64 */
	.balign	128
	.rept	7
	b	bad
	.balign	128
	.endr

/* The code page: an instruction that HCR_EL2.TID2 traps to EL2 from EL1 and EL0. */
	.global	s2_code
s2_code:
	mrs	x9, CTR_EL0
	b	s2_code
