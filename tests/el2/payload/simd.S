/* SPDX-License-Identifier: BSD-2-Clause */
/* Registers that C here does not name. */

	.macro	low, do:vararg
	.irp	n, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15
	\do	\n
	.endr
	.endm
	.macro	high, do:vararg
	.irp	n, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31
	\do	\n
	.endr
	.endm
	.macro	gather n
	mov	x1, v\n\().d[0]
	mov	x2, v\n\().d[1]
	orr	x0, x0, x1
	orr	x0, x0, x2
	.endm
	.macro	fill n
	dup	v\n\().2d, x0
	.endm

	.text
	.global	payload_simd
payload_simd:
	mrs	x0, FPCR
	mrs	x1, FPSR
	orr	x0, x0, x1
	low	gather
	high	gather
	ret

	.global	payload_simd_fill
payload_simd_fill:
	low	fill
	high	fill
	mov	x1, #0x03c00000		/* RMode, FZ, DN */
	msr	FPCR, x1
	mov	x1, #0x9f		/* IDC, IXC, UFC, OFC, DZC, IOC */
	msr	FPSR, x1
	ret

	.global	payload_spin_full
payload_spin_full:
	.irp	n, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15
	mov	x\n, x0
	.endr
	.irp	n, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30
	mov	x\n, x0
	.endr
1:	b	1b
