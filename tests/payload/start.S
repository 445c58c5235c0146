/* SPDX-License-Identifier: BSD-2-Clause */
/* Entries of the payload: save what the CPU was given, take a stack, call payload(). */

#ifdef __x86_64__

	.macro	enter how
	mov	%rax, regs + 0x00(%rip)
	mov	%rcx, regs + 0x08(%rip)
	mov	%rdx, regs + 0x10(%rip)
	mov	%rbx, regs + 0x18(%rip)
	mov	%rsp, regs + 0x20(%rip)
	mov	%rbp, regs + 0x28(%rip)
	mov	%rsi, regs + 0x30(%rip)
	mov	%rdi, regs + 0x38(%rip)
	lea	stack_end(%rip), %rsp
	pushfq
	pop	%rax
	mov	%rax, flags(%rip)
	mov	$\how, %edi
	call	payload
	.endm

	.section .head, "ax"
#ifdef FLAT
	/* a bzImage's 32-bit entry, or the first byte of a flat binary that is entered behind it:
	 * nobody should take it; say so and stop */
	.code32
	mov	$0x3f8, %edx
	mov	$wrong_entry, %esi
	mov	$wrong_entry_end - wrong_entry, %ecx
1:	mov	(%esi), %al
	out	%al, (%dx)
	inc	%esi
	dec	%ecx
	jnz	1b
	mov	$0xfe, %al
	out	%al, $0x64
2:	hlt
	jmp	2b
wrong_entry:
	.ascii	"FAIL entered-at-32-bit-entry\nPAYLOAD FAIL 1\n"
wrong_entry_end:
	.org	0x200
	.code64
#endif
	.globl	start
start:
	enter	1
#ifndef FLAT
	/* what tells a kernel that is entered as Linux is: owner "Linux", LINUX_ELFNOTE_LTO_INFO */
	.section .note.other, "a", @note
	.balign	4
	.long	6, 4, 0x101
	.asciz	"Linux"
	.balign	4
	.long	0
#endif

#else /* i386 */

	.macro	enter how
	mov	%eax, regs + 0x00
	mov	%ecx, regs + 0x04
	mov	%edx, regs + 0x08
	mov	%ebx, regs + 0x0c
	mov	%esp, regs + 0x10
	mov	%ebp, regs + 0x14
	mov	%esi, regs + 0x18
	mov	%edi, regs + 0x1c
	mov	$stack_end, %esp
	pushf
	pop	%eax
	mov	%eax, flags
	push	$\how
	call	payload
	.endm

	.section .head, "ax"
	.globl	start
start:
	enter	1
#ifndef FLAT
pvh_start:
	enter	2

	/* PVH: owner "Xen", type 18, the 32-bit entry; behind another note, as toolchains add */
	.section .note.other, "a", @note
	.balign	4
	.long	5, 3, 1
	.asciz	"Some"
	.balign	4
	.ascii	"abc"
	.balign	4
	.section .note.pvh, "a", @note
	.balign	4
	.long	4, 4, 18
	.asciz	"Xen"
	.long	pvh_start
#endif
#endif

/* What the loader must have copied, word i of which is i * 0x9e3779b1 + 1. */
	.macro	pattern
	.set	i, 0
	.rept	64
	.long	(i * 0x9e3779b1 + 1) & 0xffffffff
	.set	i, i + 1
	.endr
	.endm

	.section .data, "aw"
	.globl	near_pattern
near_pattern:
	pattern
#ifndef FLAT
	.section .far, "aw"
	.globl	far_pattern
far_pattern:
	pattern

	/* a segment without a byte in the file */
	.section .zeros, "aw", @nobits
	.globl	zeros
zeros:
	.skip	0x10000
#endif

	.bss
	.globl	bss_start
bss_start:
	.skip	0x1000

/* Written before anything is checked, so neither in .bss nor where a bzImage's file ends. */
	.section .saved, "aw"
	.balign	16
	.globl	regs
regs:
	.skip	64
	.globl	flags
flags:
	.skip	8
	.skip	0x2000
stack_end:

	.section .note.GNU-stack, "", @progbits
