/* SPDX-License-Identifier: BSD-2-Clause */
/* The first instructions, by the arm64 boot protocol: MMU off, x0 is the host's device tree. The
 * image runs where it was loaded, at any multiple of 4 KiB. */
#include "layout.h"
#include "relocate.S"

	.section .text.start, "ax"
	.global	_start
/* Header of an arm64 Image, ARM64BOOT 4. */
_start:	b	start			/* code0 */
	.long	0			/* code1 */
	.quad	0			/* text_offset */
	.quad	_end - _start		/* image_size, with variables and stacks */
	.quad	0xa			/* flags: little-endian, 4 KiB pages, anywhere in RAM */
	.quad	0, 0, 0
	.ascii	"ARM\x64"
	.long	0

start:	mov	x20, x0
	/* an exception before the vectors are there is at least a loop that a debugger finds */
	mrs	x19, CurrentEL
	cmp	x19, #2 << 2
	b.ne	wrong_level

	/* E2H 0 decides the layout of other registers; RES1 of SCTLR_EL2, A; MMU and caches off */
	mov	x0, #1 << 31		/* RW */
	msr	HCR_EL2, x0
	ldr	w0, =EL2_SCTLR_OFF
	msr	SCTLR_EL2, x0
	isb

	/* A cache may hold dirty lines of the image. They are written back first: later they would
	 * overwrite stores that bypass the caches. */
	adrp	x0, _start
	add	x0, x0, :lo12:_start
	adrp	x1, _end
	add	x1, x1, :lo12:_end
	bl	clean_invalidate
	relocate
	adrp	x0, bss_start
	add	x0, x0, :lo12:bss_start
	adrp	x1, bss_end
	add	x1, x1, :lo12:bss_end
1:	stp	xzr, xzr, [x0], #16
	cmp	x0, x1
	b.lo	1b

	adrp	x0, el2_stacks
	add	x0, x0, :lo12:el2_stacks
	add	x0, x0, #EL2_STACK_STRIDE
	mov	sp, x0
	mov	x0, x20
	b	el2_start

/* Another CPU, by CPU_ON: x0 is the number of its stack, and from bit 8 on its place in the tree.
 * Its caches hold nothing of EL2's yet. */
	.global	el2_secondary_start
el2_secondary_start:
	mrs	x1, CurrentEL
	cmp	x1, #2 << 2
	b.ne	el2_park
	mov	x1, #1 << 31		/* RW */
	msr	HCR_EL2, x1
	ldr	w1, =EL2_SCTLR_OFF
	msr	SCTLR_EL2, x1
	isb
	adrp	x1, el2_stacks
	add	x1, x1, :lo12:el2_stacks
	ldr	w2, =EL2_STACK_STRIDE
	and	x3, x0, #0xff
	add	x3, x3, #1
	madd	x1, x2, x3, x1
	mov	sp, x1
	b	el2_secondary

/* Clean and invalidate [x0, x1) to the point of coherency. */
clean_invalidate:
	mrs	x2, CTR_EL0
	ubfx	x2, x2, #16, #4		/* DminLine: words, as a power of two */
	mov	x3, #4
	lsl	x3, x3, x2
	sub	x2, x3, #1
	bic	x0, x0, x2
1:	dc	civac, x0
	add	x0, x0, x3
	cmp	x0, x1
	b.lo	1b
	dsb	sy
	ret

/* At EL1 or EL3, nothing of EL2 may be touched. */
wrong_level:
	adrp	x0, el2_stacks
	add	x0, x0, :lo12:el2_stacks
	add	x0, x0, #EL2_STACK_STRIDE
	mov	sp, x0
	ubfx	x0, x19, #2, #2
	bl	el2_wrong_level

	.global	el2_park
el2_park:
	wfi
	b	el2_park

/* void el2_mmu_on(uint64_t mair, uint64_t tcr, uint64_t ttbr): turn on MMU and caches. */
	.text
	.global	el2_mmu_on
el2_mmu_on:
	msr	MAIR_EL2, x0
	msr	TCR_EL2, x1
	msr	TTBR0_EL2, x2
	dsb	sy
	tlbi	alle2
	ic	iallu
	dsb	nsh
	isb
	ldr	w3, =EL2_SCTLR_ON
	msr	SCTLR_EL2, x3
	isb
	ret
