/* SPDX-License-Identifier: BSD-2-Clause */
/** @file vcpu.h The group @ref vcpu. */
/**
 * @defgroup vcpu Entry state
 * @ingroup plan
 * Entry state as data: the registers of a CPU at its first guest instruction. A VMM must load all
 * of them, and has none to compute; on KVM, ab_kvm_set_vcpu() in kvm.h does so. Only firmware may
 * look for the CPUID signature in EDX, which a VMM may set. x86: CPUID leaves are separate, see
 * ab_x86_cpuid_all() in x86.h.
 *
 * @snippet test_snippets_boot.c entry state
 * @{
 */
#ifndef AETHERBOOT_VCPU_H
#define AETHERBOOT_VCPU_H

#include <aetherboot/base.h>

#ifdef __cplusplus
extern "C" {
#endif

/** How a CPU begins. */
enum ab_vcpu_start {
	AB_VCPU_RUN = 0, /**< it runs at once, with all of the given state */
	/** x86: it waits for INIT and SIPI; only @c msr applies. arm64: it is off until PSCI
	 *  CPU_ON gives pc and x0; pstate and sysreg apply.
	 *
	 *  KVM holds such a CPU inside of KVM_RUN: on x86 if the local APICs are KVM's and its
	 *  state is KVM_MP_STATE_UNINITIALIZED, which KVM refuses without them; on arm64 if it
	 *  was initialised with KVM_ARM_VCPU_POWER_OFF. On x86, KVM_RUN blocks until INIT
	 *  arrives, and fails with EAGAIN; called again, it blocks until SIPI arrives, and runs
	 *  the CPU. On arm64 it blocks until CPU_ON, and runs the CPU. A signal makes it fail
	 *  with EINTR. So each CPU's thread may call KVM_RUN at once, and calls it again after
	 *  either error. */
	AB_VCPU_WAIT = 1,
};

/** An x86 segment register with its hidden part, as the descriptor gives it. @spec{SDM, 3.4.5} */
struct ab_x86_segment {
	uint64_t base; /**< linear address */
	uint32_t limit; /**< bytes - 1, granularity applied */
	uint16_t selector; /**< visible part */
	uint16_t attr; /**< attributes of the descriptor: bits 0-3 type, 4 S, 5-6 DPL, 7
			    P, 12 AVL, 13 L, 14 D/B, 15 G. 0: the segment is unusable */
};

/** A descriptor-table register. */
struct ab_x86_dtable {
	uint64_t base; /**< linear address */
	uint16_t limit; /**< bytes - 1 */
};

/** A model-specific register and its value. */
struct ab_x86_msr {
	uint32_t index; /**< MSR number */
	uint64_t value; /**< its value */
};

/** Most MSRs of an entry state: PAT, MTRRdefType, 11 fixed MTRRs and 8 pairs of variable MTRRs. */
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
	AB_X86_GPRS = 16, /**< number of registers; r8 to r15 have the numbers 8 to 15 */
};

/** Segment registers by their number in instruction encodings. */
enum ab_x86_seg {
	AB_X86_ES,
	AB_X86_CS,
	AB_X86_SS,
	AB_X86_DS,
	AB_X86_FS,
	AB_X86_GS,
	AB_X86_SEGS, /**< number of segment registers */
};

/** x86 entry state. */
struct ab_vcpu_x86 {
	uint64_t gpr[AB_X86_GPRS]; /**< general registers by enum ab_x86_gpr, then r8 to r15 */
	uint64_t rip; /**< first instruction: offset in CS, whose base is 0 but after reset */
	uint64_t rflags; /**< 2: interrupts are off */
	uint64_t cr0; /**< control register 0 */
	uint64_t cr3; /**< page-table root, guest-physical; 0 without paging */
	uint64_t cr4; /**< control register 4 */
	uint64_t efer; /**< EFER, MSR 0xc0000080, which is not in @c msr */
	struct ab_x86_segment seg[AB_X86_SEGS]; /**< segment registers by enum ab_x86_seg */
	struct ab_x86_segment tr; /**< task register */
	struct ab_x86_segment ldt; /**< local descriptor table */
	struct ab_x86_dtable gdt; /**< global descriptor table */
	struct ab_x86_dtable idt; /**< interrupt descriptor table */
	uint32_t n_msrs; /**< entries in @c msr */
	struct ab_x86_msr msr[AB_X86_MSRS_MAX]; /**< @c n_msrs entries; the rest is undefined */
};

/** Id of an arm64 system register: op0, op1, CRn, CRm and op2 as in the encoding of MSR, 16 bits.
 *  The low 16 bits of KVM's register ids are the same. @spec{DDI0487, C5.2} */
#define AB_ARM64_SYSREG(op0, op1, crn, crm, op2)                                                   \
	((uint32_t)(op0) << 14 | (op1) << 11 | (crn) << 7 | (crm) << 3 | (op2))

/** Id of SCTLR_EL1, in ab_arm64_sysreg.id. */
#define AB_ARM64_SCTLR_EL1 AB_ARM64_SYSREG(3, 0, 1, 0, 0)

/** An arm64 system register and its value. */
struct ab_arm64_sysreg {
	uint32_t id; /**< AB_ARM64_SYSREG() */
	uint64_t value; /**< its value */
};

/** Most system registers of an entry state. */
#define AB_ARM64_SYSREGS_MAX 16

/** arm64 entry state, at EL1. @spec{ARM64BOOT, 4} @spec{DDI0487, D1.2} */
struct ab_vcpu_arm64 {
	uint64_t x[31]; /**< x0 to x30. Linux: x0 is the gpa of the device tree, the others are 0 */
	uint64_t pc; /**< first instruction */
	uint64_t pstate; /**< EL1h; D, A, I and F are masked */
	uint32_t n_sysregs; /**< entries in @c sysreg */
	struct ab_arm64_sysreg sysreg[AB_ARM64_SYSREGS_MAX]; /**< @c n_sysregs entries; the rest is
								  undefined */
};

/** Entry state of one CPU. */
struct ab_vcpu {
	enum ab_arch arch; /**< architecture, which names the member that contains the state */
	enum ab_vcpu_start start; /**< the CPU runs at once, or waits */
	uint64_t id; /**< id that the CPU must have. x86: APIC id; arm64: affinity fields of
			  MPIDR_EL1 */
	union {
		struct ab_vcpu_x86 x86; /**< state if @c arch is AB_ARCH_X86_64 */
		struct ab_vcpu_arm64 arm64; /**< state if @c arch is AB_ARCH_ARM64 */
	};
};

/** Append the state as text, one register a line.
 * @param cpu state that ab_plan_entry() filled
 * @param out text is appended, without a NUL */
AB_API void ab_vcpu_text(const struct ab_vcpu *cpu, struct ab_buf *out);

#ifdef __cplusplus
}
#endif

/** @} */

#endif /* AETHERBOOT_VCPU_H */
