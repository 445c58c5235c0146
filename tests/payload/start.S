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

	/* a tag of a Multiboot2 header, which 8 bytes align; MB2 3.1.3 */
	.macro	tag type flags words:vararg
	.balign	8
8:	.short	\type, \flags
	.long	9f - 8b, \words
9:
	.endm

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
#ifdef MULTIBOOT
	/* e_entry of the ELF is that of version 1; version 2 and load addresses say their own */
	.globl	mb_start
mb_start:
	enter	3
mb2_start:
	enter	4

	.balign	8
mb_header: /* MB1 3.1 */
#ifdef FLAT
	.set	mb_flags, 0x10003
#else
	.set	mb_flags, 0x3
#endif
	.long	0x1badb002, mb_flags, -(0x1badb002 + mb_flags)
#ifdef FLAT
	.long	mb_header, start, image_end, image_end + 0x3000, mb_start
#endif

	.balign	8
mb2_header: /* MB2 3.1 */
	.long	0xe85250d6, 0, mb2_end - mb2_header, -(0xe85250d6 + mb2_end - mb2_header)
	tag	1 0 1, 2, 3, 4, 6, 14, 15, 21 /* information that must be known */
	tag	4 1 3 /* consoles, if there are any */
	tag	5 1 640, 480, 32 /* a framebuffer, likewise */
	.balign	8
	.short	6, 0 /* modules on pages */
	.long	8
	tag	99 1 0 /* not known to anybody */
#ifdef FLAT
	tag	2 0 mb2_header, start, image_end, image_end + 0x3000
#endif
	tag	3 0 mb2_start
	.balign	8
	.short	0, 0
	.long	8
mb2_end:
#endif
#if !defined(FLAT) && !defined(MULTIBOOT)
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
