/* SPDX-License-Identifier: BSD-2-Clause */
/* The stub of an x86 guest that QEMU boots: its bytes are CODE of qemu_x86.py. QEMU's firmware enters
 * it as the PVH protocol prescribes, in 32-bit mode, with flat segments, without paging and
 * interrupts. It gives all CPUs their MSRs, puts in place what belongs into memory that the firmware
 * uses, gives CPU 0 its entry state and jumps. It knows no protocol of the guest: what is loaded
 * stands in the data behind the code, which qemu_x86.py writes.
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
	.equ	N_MSRS, 240		/* 4 bytes each */
	.equ	N_COPIES, 244
	.equ	OTHERS, 248		/* CPUs beside this one */
	.equ	DONE, 252		/* how many of them have their MSRs */
	.equ	OWN_GDT, 256		/* 4 descriptors: none, 64-bit code, 32-bit code, data */
	.equ	OWN_GDTR, 288		/* limit of 2 bytes, base of 4; 2 of padding */
	.equ	STACK, 296		/* 64 bytes */
	.equ	LISTS, 360		/* the MSRs: number, low half, high half of 4 bytes each;
					 * then the copies: from, to, size */

	.equ	CODE_64, 0x08
	.equ	CODE_32, 0x10
	.equ	DATA, 0x18

	.equ	APIC_ICR, 0xfee00300
	.equ	INIT_OTHERS, 0xc4500
	.equ	SIPI_OTHERS, 0xc4600	/* and the page in which they begin */
	.equ	PAGE, 8			/* RAM below 640 KiB, of which the firmware needs no more */
	.equ	PATIENCE, 1 << 22	/* for CPUs that QEMU may not have; a second or so */

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

	leal	OWN_GDT(%ebp), %eax
	movl	%eax, OWN_GDTR + 2(%ebp)

	/* The other CPUs get their MSRs, then wait for INIT and SIPI again. */
	cmpl	$0, OTHERS(%ebp)
	je	2f
	movl	%eax, others_gdtr + 2 - end(%ebp)
	leal	others - end(%ebp), %esi
	movl	$PAGE << 12, %edi
	movl	$others_end - others, %ecx
	rep movsb
	movl	$INIT_OTHERS, APIC_ICR
	movl	$SIPI_OTHERS + PAGE, APIC_ICR
	movl	$PATIENCE, %ecx
1:	movl	DONE(%ebp), %eax
	cmpl	OTHERS(%ebp), %eax
	jae	1f
	pause
	decl	%ecx
	jnz	1b
1:	movl	$INIT_OTHERS, APIC_ICR

2:	leal	1f - end(%ebp), %edi
	jmp	set_msrs

	/* The firmware is done, so what it used is the guest's. */
1:	movl	N_COPIES(%ebp), %edx
	jmp	2f
1:	movl	(%ebx), %esi
	movl	4(%ebx), %edi
	movl	8(%ebx), %ecx
	rep movsb
	addl	$12, %ebx
	decl	%edx
2:	testl	%edx, %edx
	jnz	1b

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

	jmp	protected_mode

/* ---- MSRs of a CPU: EBP is the data's address, EDI where to go on; EBX becomes that of the copies */

/* MTRRs and PAT: SDM 12.11.8 wants caches off, and empty before and after. */
set_msrs:
	movl	%cr0, %eax
	orl	$0x40000000, %eax	/* CD */
	andl	$0xdfffffff, %eax	/* NW */
	movl	%eax, %cr0
	wbinvd
	leal	LISTS(%ebp), %ebx
	movl	N_MSRS(%ebp), %esi
	jmp	2f
1:	movl	(%ebx), %ecx
	movl	4(%ebx), %eax
	movl	8(%ebx), %edx
	wrmsr
	addl	$12, %ebx
	decl	%esi
2:	testl	%esi, %esi
	jnz	1b
	wbinvd
	movl	%cr0, %eax
	andl	$0xbfffffff, %eax
	movl	%eax, %cr0
	jmp	*%edi

/* Where the other CPUs begin, copied to its page. */
	.code16
others:
	cli
	lgdtl	%cs:others_gdtr - others
	movl	%cr0, %eax
	orl	$1, %eax
	movl	%eax, %cr0
	ljmpl	$CODE_32, $(PAGE << 12) + 1f - others
	.code32
1:	movl	$DATA, %eax
	movl	%eax, %ds
	movl	(PAGE << 12) + others_gdtr + 2 - others, %ebp
	subl	$OWN_GDT, %ebp
	leal	2f - end(%ebp), %edi
	leal	set_msrs - end(%ebp), %eax
	jmp	*%eax
others_gdtr:
	.word	31
	.long	0			/* the address of OWN_GDT is put in here */
others_end:
2:	lock incl DONE(%ebp)
3:	hlt
	jmp	3b

/* ---- the guest begins in 32-bit mode ---------------------------------------------------------- */

protected_mode:
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
	lgdt	OWN_GDTR(%ebp)
	movl	%ecx, %cr0		/* this code is where the guest's tables map it */
	leal	8f - end(%ebp), %eax
	pushl	$CODE_64
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
