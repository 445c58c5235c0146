/* SPDX-License-Identifier: BSD-2-Clause */
/* The first program of a Linux guest: it prints what the virtual counter was when it began, which is
 * what booting cost where QEMU's clock counts instructions. Its standard output is the console. */
	.text
	.global	_start
_start:	mrs	x19, CNTVCT_EL0
	adrp	x20, digits
	add	x20, x20, :lo12:digits
	mov	x21, #16
1:	sub	x21, x21, #1		/* from the last digit on */
	and	x2, x19, #15
	lsr	x19, x19, #4
	add	w3, w2, #'0'
	cmp	x2, #10
	add	w4, w2, #'a' - 10
	csel	w3, w3, w4, lo
	strb	w3, [x20, x21]
	cbnz	x21, 1b
	mov	x0, #1
	adrp	x1, text
	add	x1, x1, :lo12:text
	mov	x2, #text_end - text
	mov	x8, #64			/* write */
	svc	#0
2:	mov	x0, #0			/* ppoll of nothing, without a timeout */
	mov	x1, #0
	mov	x2, #0
	mov	x3, #0
	mov	x8, #73
	svc	#0
	b	2b

	.data
text:	.ascii	"ticks 0x"
digits:	.skip	16
	.ascii	"\n"
text_end:
