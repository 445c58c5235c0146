/* SPDX-License-Identifier: BSD-2-Clause */
/* Runs code that may do anything to its CPU, and comes back by an exception. */

	.text
	.global	hostile_run
hostile_run:
	adrp	x9, frame
	add	x9, x9, :lo12:frame
	stp	x19, x20, [x9]
	stp	x21, x22, [x9, #16]
	stp	x23, x24, [x9, #32]
	stp	x25, x26, [x9, #48]
	stp	x27, x28, [x9, #64]
	stp	x29, x30, [x9, #80]
	mov	x10, sp
	str	x10, [x9, #96]
	msr	ELR_EL1, x0
	msr	SPSR_EL1, x1
	adrp	x9, hostile_try
	add	x9, x9, :lo12:hostile_try
	ldp	x0, x1, [x9]
	ldp	x2, x3, [x9, #16]
	isb
	eret

	.balign	2048
	.global	hostile_vectors
hostile_vectors:
	.irp	kind, 0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3
	.balign	128
	stp	x0, x1, [sp, #-16]!
	mov	x1, #\kind		/* 1: IRQ, 2: FIQ, 3: SError */
	b	back
	.endr
	.balign	128

back:	mrs	x0, MPIDR_EL1
	tst	x0, #0xff
	b.ne	other
	adrp	x0, hostile_try
	add	x0, x0, :lo12:hostile_try
	stp	x2, x3, [x0, #16]
	mrs	x2, ESR_EL1
	cmp	x1, #0
	csinv	x2, x2, xzr, eq		/* what is no synchronous exception has none */
	mrs	x3, FAR_EL1
	stp	x2, x3, [x0, #32]
	mrs	x3, ELR_EL1
	str	x3, [x0, #48]
	ldp	x2, x3, [sp]
	stp	x2, x3, [x0]
	adrp	x9, frame
	add	x9, x9, :lo12:frame
	ldp	x19, x20, [x9]
	ldp	x21, x22, [x9, #16]
	ldp	x23, x24, [x9, #32]
	ldp	x25, x26, [x9, #48]
	ldp	x27, x28, [x9, #64]
	ldp	x29, x30, [x9, #80]
	ldr	x10, [x9, #96]
	mov	sp, x10
	ret

	/* another CPU has no business here: it says so by its x1, and waits for its end */
other:	adrp	x0, hostile_strays
	add	x0, x0, :lo12:hostile_strays
	mrs	x1, ESR_EL1
	str	x1, [x0]
1:	wfi
	b	1b

	.global	hostile_second
hostile_second:
	mov	sp, x0
	adrp	x0, hostile_vectors
	add	x0, x0, :lo12:hostile_vectors
	msr	VBAR_EL1, x0
	isb
	bl	hostile_other
1:	wfi
	b	1b

	.macro	access name, text:vararg
	.section .rodata.names, "a"
.Lname\@:	.asciz	"\name"
	.section .data.rel.ro.accesses, "aw"
	.balign	8
	.quad	.Lcode\@, .Lname\@
	.text
.Lcode\@:	\text
	svc	#0
	.endm

	.section .data.rel.ro.accesses, "aw"
	.balign	8
	.global	hostile_accesses
hostile_accesses:
	.arch	armv8.2-a
	access	read8, ldrb w1, [x0]
	access	read16, ldrsh x1, [x0]
	access	read32, ldr w1, [x0]
	access	read64, ldr x1, [x0]
	access	read-user, ldtr x1, [x0]
	access	read-acquire, ldar w1, [x0]
	access	read-back, ldr x1, [x0], #8
	access	pair, ldp x1, x4, [x0]
	access	pair-before, ldp x1, x4, [x0, #-8]
	access	across, ldur x1, [x0, #-1]
	access	vector, ldr q0, [x0]
	access	vectors, ld4 {v0.16b, v1.16b, v2.16b, v3.16b}, [x0]
	access	exclusive, ldxr x1, [x0]
	access	exclusive-pair, ldaxp x1, x4, [x0]
	access	write8, strb w2, [x0]
	access	write16, strh w2, [x0]
	access	write32, str w2, [x0]
	access	write64, str x2, [x0]
	access	write-user, sttr x2, [x0]
	access	write-release, stlr w2, [x0]
	access	write-back, str x2, [x0], #8
	access	write-pair, stp x2, x3, [x0]
	access	write-across, stur x2, [x0, #-1]
	access	write-vector, str q0, [x0]
	access	write-vectors, st4 {v0.16b, v1.16b, v2.16b, v3.16b}, [x0]
	access	add, ldadd x2, x1, [x0]
	access	swap, swp w2, w1, [x0]
	access	compare, cas x1, x2, [x0]
	access	zero, dc zva, x0
	access	run, br x0
	/* these need not reach memory */
	access	-exclusive-store, stxr w1, x2, [x0]
	access	-prefetch, prfm pldl1keep, [x0]
	access	-prefetch-store, prfm pstl1keep, [x0]
	access	-clean, dc cvac, x0
	access	-clean-to-unification, dc cvau, x0
	access	-clean-invalidate, dc civac, x0
	access	-invalidate, dc ivac, x0
	access	-invalidate-code, ic ivau, x0
	access	-translate, at s1e1r, x0
	access	-translate-write, at s1e1w, x0
	access	-translate-user, at s1e0r, x0
	.section .data.rel.ro.accesses, "aw"
	.global	hostile_accesses_end
hostile_accesses_end:

	.bss
	.balign	16
frame:	.space	112
	.global	hostile_strays
hostile_strays:
	.space	16
