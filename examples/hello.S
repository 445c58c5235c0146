/* SPDX-License-Identifier: BSD-2-Clause */
/* The smallest guest: print the command line that the zero page points to, and switch the machine
 * off. rsi: the zero page. */
	.globl	_start
_start:
	mov	$0x3f8, %dx		/* the 16550 of the examples' machine */
	lea	text(%rip), %rbx
1:	mov	(%rbx), %al
	inc	%rbx
	test	%al, %al
	jz	2f
	out	%al, %dx
	jmp	1b
2:	mov	0x228(%rsi), %ebx	/* cmd_line_ptr */
3:	mov	(%rbx), %al
	inc	%rbx
	test	%al, %al
	jz	4f
	out	%al, %dx
	jmp	3b
4:	mov	$'\n', %al
	out	%al, %dx
	mov	$0x600, %dx		/* its sleep control register */
	mov	$0x34, %al		/* SLP_EN and sleep type 5 */
	out	%al, %dx
5:	hlt
	jmp	5b
text:
	.asciz	"hello from the guest: "
	/* entered as Linux is, it has a note of that owner, by which AB_PROTOCOL_AUTO knows it */
	.section .note.Linux, "a", %note
	.long	6, 4, 0x101		/* sizes of owner and content; type LINUX_ELFNOTE_LTO_INFO */
	.asciz	"Linux"
	.balign	4
	.long	0
	.section .note.GNU-stack, "", %progbits
