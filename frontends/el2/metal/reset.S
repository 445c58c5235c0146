/* SPDX-License-Identifier: BSD-2-Clause */
/* The only instructions of the hypervisor that name a SIMD register. A write to one zeroes what SVE
 * adds to it, too. */

	.text
	.global	el2_reset_simd
el2_reset_simd:
	.irp	n, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15
	movi	v\n\().2d, #0
	.endr
	.irp	n, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31
	movi	v\n\().2d, #0
	.endr
	msr	FPCR, xzr
	msr	FPSR, xzr
	ret
