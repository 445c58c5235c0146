/* SPDX-License-Identifier: BSD-2-Clause */
/**
 * @file vcpu.h
 * Entry state as data: what a CPU holds at its first guest instruction. A frontend applies it
 * and computes nothing of it.
 */
#ifndef AETHERBOOT_VCPU_H
#define AETHERBOOT_VCPU_H

#include <aetherboot/base.h>

#ifdef __cplusplus
extern "C" {
#endif

/** How a CPU begins. */
enum ab_vcpu_start {
	AB_VCPU_RUN = 0, /**< runs at once with the given state */
	AB_VCPU_WAIT = 1, /**< x86: waits for INIT and SIPI, only @c msr applies; arm64: is off
			     until PSCI CPU_ON names it, which gives pc and x0;
			     pstate and sctlr_el1 apply */
};

/** An x86 segment register with its hidden part, as the descriptor states it. @spec{SDM, 3.4.5} */
struct ab_x86_segment {
	uint16_t selector; /**< visible part */
	uint64_t base; /**< linear address */
	uint32_t limit; /**< bytes - 1, granularity applied */
	uint16_t attr; /**< descriptor bits 40-47 in bits 0-7, 52-55 in 12-15: type, S, DPL, P, AVL,
			    L, D/B, G. 0: unusable */
};

/** A descriptor-table register. */
struct ab_x86_dtable {
	uint64_t base; /**< linear address */
	uint16_t limit; /**< bytes - 1 */
};

/** A model-specific register and its value. */
struct ab_x86_msr {
	uint32_t index; /**< MSR number */
	uint64_t value; /**< what it holds */
};

/** Most MSRs an entry state names: PAT, MTRRdefType, 11 fixed and 8 pairs of variable MTRRs. */
#define AB_X86_MSRS_MAX 32

/** General registers by their number in instruction encodings. */
enum ab_x86_gpr {
	AB_X86_RAX,
	AB_X86_RCX,
	AB_X86_RDX,
	AB_X86_RBX,
	AB_X86_RSP,
	AB_X86_RBP,
	AB_X86_RSI,
	AB_X86_RDI,
	AB_X86_GPRS = 16,
};

/** x86 entry state. */
struct ab_vcpu_x86 {
	uint64_t gpr[AB_X86_GPRS]; /**< by enum ab_x86_gpr, then r8 to r15 */
	uint64_t rip; /**< first instruction */
	uint64_t rflags; /**< bit 1 is always set; interrupts off */
	uint64_t cr0; /**< control register 0 */
	uint64_t cr3; /**< page-table root, guest-physical; 0 without paging */
	uint64_t cr4; /**< control register 4 */
	uint64_t efer; /**< MSR 0xc0000080 */
	struct ab_x86_segment cs; /**< code */
	struct ab_x86_segment ds; /**< data; es, fs, gs and ss hold the same */
	struct ab_x86_segment tr; /**< task register */
	struct ab_x86_segment ldt; /**< local descriptor table */
	struct ab_x86_dtable gdt; /**< global descriptor table */
	struct ab_x86_dtable idt; /**< interrupt descriptor table */
	struct ab_x86_msr msr[AB_X86_MSRS_MAX]; /**< @c n_msrs entries */
	uint32_t n_msrs; /**< entries in @c msr */
};

/** arm64 entry state, at EL1. @spec{ARM64BOOT, 4} @spec{DDI0487, D1.2} */
struct ab_vcpu_arm64 {
	uint64_t x[4]; /**< x0 to x3: the tree's gpa, 0, 0, 0; the other registers are 0 */
	uint64_t pc; /**< first instruction */
	uint64_t pstate; /**< EL1h, D, A, I and F masked */
	uint64_t sctlr_el1; /**< MMU and caches off, RES1 bits set */
	uint64_t mpidr; /**< affinity fields that the tables name; RES1 bit 31 not included */
};

/** Entry state of one CPU. */
struct ab_vcpu {
	enum ab_arch arch; /**< which member holds it */
	enum ab_vcpu_start start; /**< runs, or waits */
	uint64_t id; /**< x86: APIC id; arm64: MPIDR affinity */
	struct ab_vcpu_x86 x86; /**< AB_ARCH_X86_64 */
	struct ab_vcpu_arm64 arm64; /**< AB_ARCH_ARM64 */
};

/** The state as text, one register a line; for people and golden files.
 * @param cpu state that ab_plan_entry() filled
 * @param out text is appended, without a NUL */
AB_API void ab_vcpu_text(const struct ab_vcpu *cpu, struct ab_buf *out);

#ifdef __cplusplus
}
#endif

#endif /* AETHERBOOT_VCPU_H */
