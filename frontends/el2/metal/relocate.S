/* SPDX-License-Identifier: BSD-2-Clause */
/* For other files: add the load address where a variable holds an address. The image is linked at 0,
 * and its linker script names the entries. Changes x0 to x5 and the flags. */
	.macro	relocate
	adrp	x0, _start
	add	x0, x0, :lo12:_start
	adrp	x1, rela_start
	add	x1, x1, :lo12:rela_start
	adrp	x2, rela_end
	add	x2, x2, :lo12:rela_end
	b	.Lrela_next\@
.Lrela\@:
	ldp	x3, x4, [x1], #16	/* r_offset, r_info: R_AARCH64_RELATIVE, as a lint knows */
	ldr	x5, [x1], #8		/* r_addend */
	add	x5, x5, x0
	str	x5, [x0, x3]
.Lrela_next\@:
	cmp	x1, x2
	b.lo	.Lrela\@
	.endm
