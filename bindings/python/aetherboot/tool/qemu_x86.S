/* SPDX-License-Identifier: BSD-2-Clause */
/* The stub of an x86 guest that QEMU boots: its bytes are CODE of qemu_x86.py. QEMU's firmware enters
 * it as the PVH protocol prescribes, in 32-bit mode, with flat segments, without paging and
 * interrupts. It puts in place what belongs into memory that the firmware uses, gives CPU 0 its
 * entry state and jumps. It knows no protocol of the guest: what is loaded stands in the data behind
 * the code, which qemu_x86.py writes. Of the registers it uses, none is left as it found it.
 *
 * Assembled as 64-bit code: cc -c qemu_x86.S. Nothing of it needs a linker. */

/* The data, from the end of the code on. All numbers are little-endian. */
	.equ	GPR, 0			/* 16 of 8 bytes, by their number in instructions */
	.equ	RIP, 128		/* 8 bytes each */
	.equ	RFLAGS, 136
	.equ	CR0, 144
	.equ	CR3, 152
	.equ	CR4, 160
	.equ	EFER, 168
	.equ	ES, 176			/* selectors, 4 bytes each */
	.equ	CS, 180
	.equ	SS, 184
	.equ	DS, 188
	.equ	FS, 192
	.equ	GS, 196
	.equ	TR, 200
	.equ	LDT, 204
	.equ	GDT, 208		/* limit of 2 bytes, base of 8; 6 of padding */
	.equ	IDT, 224		/* likewise */
	.equ	N_COPIES, 240		/* 4 bytes each */
	.equ	N_MSRS, 244
	.equ	OWN_GDT, 248		/* 2 descriptors: none, and 64-bit code */
	.equ	OWN_GDTR, 264		/* limit of 2 bytes, base of 4; 2 of padding */
	.equ	STACK, 272		/* 64 bytes */
	.equ	LISTS, 336		/* the copies: from, to, size of 4 bytes each; then the
					 * MSRs: number, low half, high half */

	.equ	LONG_MODE, 0x100	/* EFER.LME */
	.equ	ACTIVE, 0x400		/* EFER.LMA, which the CPU sets */

	.text
	.code32
start:
	movl	$0, %ebp		/* the address of the data is put in here */
	cli
	cld
	leal	STACK + 64(%ebp), %esp

	/* Mask both 8259s. The firmware left the timer on, on the vector of the double fault, and a
	 * guest that is told of no 8259 does not touch them. */
	movb	$0xff, %al
	outb	%al, $0x21
	outb	%al, $0xa1

	/* The firmware is done, so what it used is the guest's. */
	leal	LISTS(%ebp), %ebx
	movl	N_COPIES(%ebp), %edx
	jmp	2f
1:	movl	(%ebx), %esi
	movl	4(%ebx), %edi
	movl	8(%ebx), %ecx
	rep movsb
	addl	$12, %ebx
	decl	%edx
2:	testl	%edx, %edx
	jnz	1b

	/* MTRRs and PAT: SDM 12.11.8 wants caches off, and empty before and after. */
	movl	%cr0, %eax
	orl	$0x40000000, %eax	/* CD */
	andl	$0xdfffffff, %eax	/* NW */
	movl	%eax, %cr0
	wbinvd
	movl	N_MSRS(%ebp), %esi
	jmp	4f
3:	movl	(%ebx), %ecx
	movl	4(%ebx), %eax
	movl	8(%ebx), %edx
	wrmsr
	addl	$12, %ebx
	decl	%esi
4:	testl	%esi, %esi
	jnz	3b
	wbinvd

	movl	CR4(%ebp), %eax
	movl	%eax, %cr4
	movl	CR3(%ebp), %eax
	movl	%eax, %cr3
	movl	$0xc0000080, %ecx
	movl	EFER(%ebp), %eax
	andl	$~ACTIVE, %eax
	movl	EFER + 4(%ebp), %edx
	wrmsr
	movl	CR0(%ebp), %ecx
	testl	$LONG_MODE, %eax
	jnz	long_mode

/* ---- the guest begins in 32-bit mode ---------------------------------------------------------- */

	movl	%ecx, %cr0
	lgdt	GDT(%ebp)
	lidt	IDT(%ebp)
	pushl	CS(%ebp)
	leal	5f - end(%ebp), %eax
	pushl	%eax
	lret
5:	movl	LDT(%ebp), %eax
	lldt	%ax
	movl	TR(%ebp), %eax
	testl	%eax, %eax
	jz	6f
	movl	GDT + 2(%ebp), %ecx
	andb	$0xfd, 5(%ecx, %eax)	/* ltr refuses a busy one, and makes it busy */
	ltr	%ax
6:	movl	ES(%ebp), %eax
	movl	%eax, %es
	movl	DS(%ebp), %eax
	movl	%eax, %ds
	movl	FS(%ebp), %eax
	movl	%eax, %fs
	movl	GS(%ebp), %eax
	movl	%eax, %gs
	movl	SS(%ebp), %eax
	movl	%eax, %ss
	movl	RIP(%ebp), %eax		/* the target of the last instruction, which uses no register */
	leal	7f - end(%ebp), %ecx
	subl	%ecx, %eax
	movl	%eax, 7f - 4 - end(%ebp)
	pushl	RFLAGS(%ebp)
	popfl				/* no instruction behind it changes a flag */
	movl	GPR + 1 * 8(%ebp), %ecx
	movl	GPR + 2 * 8(%ebp), %edx
	movl	GPR + 3 * 8(%ebp), %ebx
	movl	GPR + 4 * 8(%ebp), %esp
	movl	GPR + 6 * 8(%ebp), %esi
	movl	GPR + 7 * 8(%ebp), %edi
	movl	GPR + 0 * 8(%ebp), %eax
	movl	GPR + 5 * 8(%ebp), %ebp
	.byte	0xe9			/* jmp */
	.long	0
7:

/* ---- the guest begins in 64-bit mode ---------------------------------------------------------- */

long_mode:
	leal	OWN_GDT(%ebp), %eax
	movl	%eax, OWN_GDTR + 2(%ebp)
	lgdt	OWN_GDTR(%ebp)
	movl	%ecx, %cr0		/* this code is where the guest's tables map it */
	leal	8f - end(%ebp), %eax
	pushl	$8
	pushl	%eax
	lret
	.code64
8:	movl	%ebp, %ebp		/* the high halves are undefined */
	movl	%esp, %esp
	lgdt	GDT(%rbp)
	lidt	IDT(%rbp)
	movl	CS(%rbp), %eax
	pushq	%rax
	leaq	9f - end(%rbp), %rax
	pushq	%rax
	lretq
9:	movl	LDT(%rbp), %eax
	lldt	%ax
	movl	TR(%rbp), %eax
	testl	%eax, %eax
	jz	10f
	movq	GDT + 2(%rbp), %rcx
	andb	$0xfd, 5(%rcx, %rax)
	ltr	%ax
10:	movl	ES(%rbp), %eax
	movl	%eax, %es
	movl	DS(%rbp), %eax
	movl	%eax, %ds
	movl	FS(%rbp), %eax
	movl	%eax, %fs
	movl	GS(%rbp), %eax
	movl	%eax, %gs
	movl	SS(%rbp), %eax
	movl	%eax, %ss
	pushq	RFLAGS(%rbp)
	popfq
	movq	GPR + 0 * 8(%rbp), %rax
	movq	GPR + 1 * 8(%rbp), %rcx
	movq	GPR + 2 * 8(%rbp), %rdx
	movq	GPR + 3 * 8(%rbp), %rbx
	movq	GPR + 4 * 8(%rbp), %rsp
	movq	GPR + 6 * 8(%rbp), %rsi
	movq	GPR + 7 * 8(%rbp), %rdi
	movq	GPR + 8 * 8(%rbp), %r8
	movq	GPR + 9 * 8(%rbp), %r9
	movq	GPR + 10 * 8(%rbp), %r10
	movq	GPR + 11 * 8(%rbp), %r11
	movq	GPR + 12 * 8(%rbp), %r12
	movq	GPR + 13 * 8(%rbp), %r13
	movq	GPR + 14 * 8(%rbp), %r14
	movq	GPR + 15 * 8(%rbp), %r15
	movq	GPR + 5 * 8(%rbp), %rbp
	jmp	*end + RIP(%rip)

	.balign	16, 0
end:
