/* SPDX-License-Identifier: BSD-2-Clause */
/* A guest whose CPU shuts down at its second instruction: there is no handler for its fault. */
	.globl	_start
_start:
	lidt	none(%rip)
	ud2
none:
	.skip	10
	/* entered as Linux is: see examples/hello.S */
	.section .note.Linux, "a", %note
	.long	6, 4, 0x101
	.asciz	"Linux"
	.balign	4
	.long	0
	.section .note.GNU-stack, "", %progbits
