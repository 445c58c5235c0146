/* SPDX-License-Identifier: BSD-2-Clause */
/** @file kvm.h The group @ref kvm. */
/**
 * @defgroup kvm KVM
 * Helpers for VMMs on a Linux host with KVM, x86 or arm64: they put the entry state of a CPU, and
 * what it reports of itself, into a vCPU. All of them are inline and consist of ioctls, so there is
 * nothing to link but the library, and a VMM may replace one by calls of its own. The rest of the
 * library needs no operating system, so aetherboot.h does not include this header.
 *
 * Create the VM, its memory slots and its interrupt controller, which must be KVM's: on x86 its
 * local APICs at least (KVM_CREATE_IRQCHIP or KVM_CAP_SPLIT_IRQCHIP). Then, for each CPU, and on
 * x86 after one call of ab_kvm_get_cpuid():
 *
 *     x86                           arm64
 *     KVM_CREATE_VCPU: ab_vcpu.id   KVM_CREATE_VCPU: the CPU's index
 *     ab_kvm_set_cpuid()            ab_kvm_init_vcpu()
 *     ab_kvm_set_vcpu()             ab_kvm_set_vcpu()
 *
 * From examples/boot_x86_kvm.c; examples/boot_arm64_kvm.c does the same for arm64:
 * @snippet boot_x86_kvm.c cpu
 *
 * An error names the ioctl in @c what, a register of arm64 in @c name, and has errno in @c value
 * and its text in @c other: "KVM_SET_ONE_REG (pc) is not supported: Invalid argument".
 * @{
 */
#ifndef AETHERBOOT_KVM_H
#define AETHERBOOT_KVM_H

#include <aetherboot/machine.h>
#include <aetherboot/vcpu.h>
#include <aetherboot/x86.h>

#include <errno.h>
#include <linux/kvm.h>
#include <string.h>
#include <sys/ioctl.h>

#if !defined(__x86_64__) && !defined(__i386__) && !defined(__aarch64__)
#error "aetherboot/kvm.h is for x86 and arm64 hosts"
#endif

#ifdef __cplusplus
extern "C" {
#endif

/** Put a vCPU into its entry state. It has not run yet.
 *
 * x86: MSRs; general, segment and control registers of a CPU that runs at once; its multiprocessing
 * state, so that the CPU that runs may have any APIC id, and KVM_RUN of one that waits blocks. Its
 * CPUID is set already, because KVM checks registers by it. The local APIC stays as KVM resets it.
 *
 * arm64: the registers of a CPU that runs at once. KVM's PSCI gives one that waits its registers
 * when the guest starts it. Either is initialised already, by ab_kvm_init_vcpu().
 *
 * @param vcpu descriptor of the vCPU
 * @param cpu  state that ab_plan_entry() filled
 * @param why  names the ioctl; of an MSR that KVM refuses "vcpu.msr[].index", of a system register
 *             "vcpu.sysreg[].id", with the number of the register as value
 * @retval AB_OK
 * @retval AB_ERR_ARG         "vcpu.arch" is not that of this host
 * @retval AB_ERR_UNSUPPORTED KVM refuses the state; the vCPU's is undefined */
static inline AB_MUST_CHECK enum ab_err ab_kvm_set_vcpu(int vcpu, const struct ab_vcpu *cpu,
							struct ab_error *why);

/* Fill an error by errno. @name is that of a register, or NULL. */
static inline enum ab_err ab_kvm_fail_(struct ab_error *why, const char *call, const char *name)
{
	const int error = errno;
	const enum ab_err err =
	    ab_fail(why, AB_ERR_UNSUPPORTED, call, (uint64_t)error, strerror(error));

	if (why != NULL)
		why->name = name;
	return err;
}

#if defined(__x86_64__) || defined(__i386__)

/** Most CPUID leaves that KVM has, and that it takes for a CPU. */
#define AB_KVM_CPUID_MAX 256

/** CPUID leaves, as KVM_GET_SUPPORTED_CPUID and KVM_SET_CPUID2 have them: struct kvm_cpuid2, whose
 *  array has no size. */
struct ab_kvm_cpuid_raw {
	uint32_t nent; /**< entries in use, or on input of the former the room */
	uint32_t padding; /**< 0 */
	struct kvm_cpuid_entry2 entries[AB_KVM_CPUID_MAX]; /**< the leaves */
};

/** CPUID of a VM's CPUs: room for two lists of leaves, 24 KiB. One is enough for a VM. */
struct ab_kvm_cpuid {
	uint32_t n_host; /**< entries in @c host */
	uint32_t n_cpu; /**< entries in @c cpu */
	struct ab_x86_cpuid host[AB_KVM_CPUID_MAX]; /**< leaves that KVM supports on this host, by
						       ab_kvm_get_cpuid(); you may change them, e.g.
						       to hide a feature, before a CPU is set */
	struct ab_x86_cpuid cpu[AB_KVM_CPUID_MAX]; /**< leaves of the CPU that was set last */
	struct ab_kvm_cpuid_raw raw; /**< used by the calls */
};

/** Get the CPUID leaves that KVM supports on this host, with the TSC-deadline timer, which KVM
 *  reports elsewhere, as only a VM whose local APICs are KVM's has it.
 * @param kvm descriptor of /dev/kvm
 * @param c   @c host and @c n_host are filled on AB_OK
 * @param why names the ioctl
 * @retval AB_OK
 * @retval AB_ERR_UNSUPPORTED KVM does not tell them, or has more than AB_KVM_CPUID_MAX */
static inline AB_MUST_CHECK enum ab_err ab_kvm_get_cpuid(int kvm, struct ab_kvm_cpuid *c,
							 struct ab_error *why)
{
	memset(&c->raw, 0, sizeof(c->raw));
	c->raw.nent = AB_KVM_CPUID_MAX;
	if (ioctl(kvm, KVM_GET_SUPPORTED_CPUID, &c->raw) < 0)
		return ab_kvm_fail_(why, "KVM_GET_SUPPORTED_CPUID", NULL);
	c->n_host = c->raw.nent;
	for (uint32_t i = 0; i < c->n_host; i++) {
		const struct kvm_cpuid_entry2 *e = &c->raw.entries[i];
		struct ab_x86_cpuid *to = &c->host[i];

		to->leaf = e->function;
		to->subleaf = e->index;
		to->eax = e->eax;
		to->ebx = e->ebx;
		to->ecx = e->ecx;
		to->edx = e->edx;
		to->indexed = (e->flags & KVM_CPUID_FLAG_SIGNIFCANT_INDEX) != 0;
		if (e->function == 1 &&
		    ioctl(kvm, KVM_CHECK_EXTENSION, KVM_CAP_TSC_DEADLINE_TIMER) > 0)
			to->ecx |= UINT32_C(1) << 24;
	}
	return AB_OK;
}

/** Set all CPUID leaves of a vCPU, as ab_x86_cpuid_all() makes them.
 * @param vcpu  descriptor of the vCPU, which has not run yet
 * @param m     machine of the plan
 * @param index index of the CPU
 * @param c     after ab_kvm_get_cpuid(); @c cpu and @c n_cpu are filled on AB_OK
 * @param why   names the ioctl, or what ab_x86_cpuid_all() names
 * @retval AB_OK
 * @retval AB_ERR_ARG         as of ab_x86_cpuid_all()
 * @retval AB_ERR_NOSPACE     as of ab_x86_cpuid_all(): the CPU needs more than AB_KVM_CPUID_MAX
 * @retval AB_ERR_UNSUPPORTED KVM refuses the list */
static inline AB_MUST_CHECK enum ab_err ab_kvm_set_cpuid(int vcpu, const struct ab_machine *m,
							 uint32_t index, struct ab_kvm_cpuid *c,
							 struct ab_error *why)
{
	const struct ab_x86_cpuid_list host = { c->host, c->n_host };
	struct ab_x86_cpuids cpu = { c->cpu, AB_KVM_CPUID_MAX, 0 };
	const enum ab_err err = ab_x86_cpuid_all(m, index, host, &cpu, why);

	c->n_cpu = 0;
	if (err != AB_OK)
		return err;
	memset(&c->raw, 0, sizeof(c->raw));
	c->raw.nent = (uint32_t)cpu.n;
	for (size_t i = 0; i < cpu.n; i++) {
		const struct ab_x86_cpuid *from = &cpu.at[i];
		struct kvm_cpuid_entry2 *e = &c->raw.entries[i];

		e->function = from->leaf;
		e->index = from->subleaf;
		e->flags = from->indexed ? KVM_CPUID_FLAG_SIGNIFCANT_INDEX : 0;
		e->eax = from->eax;
		e->ebx = from->ebx;
		e->ecx = from->ecx;
		e->edx = from->edx;
	}
	if (ioctl(vcpu, KVM_SET_CPUID2, &c->raw) < 0)
		return ab_kvm_fail_(why, "KVM_SET_CPUID2", NULL);
	c->n_cpu = c->raw.nent;
	return AB_OK;
}

/* A segment register in KVM's form. */
static inline struct kvm_segment ab_kvm_segment_(const struct ab_x86_segment *s)
{
	struct kvm_segment k;

	memset(&k, 0, sizeof(k));
	k.base = s->base;
	k.limit = s->limit;
	k.selector = s->selector;
	k.type = s->attr & 15;
	k.s = s->attr >> 4 & 1;
	k.dpl = s->attr >> 5 & 3;
	k.present = s->attr >> 7 & 1;
	k.avl = s->attr >> 12 & 1;
	k.l = s->attr >> 13 & 1;
	k.db = s->attr >> 14 & 1;
	k.g = (s->attr & 0x8000) != 0;
	k.unusable = s->attr == 0;
	return k;
}

/* Segment, descriptor-table and control registers; the base of the local APIC stays as it is. */
static inline AB_MUST_CHECK enum ab_err ab_kvm_set_sregs_(int vcpu, const struct ab_vcpu_x86 *x,
							  struct ab_error *why)
{
	struct kvm_sregs s;

	if (ioctl(vcpu, KVM_GET_SREGS, &s) < 0)
		return ab_kvm_fail_(why, "KVM_GET_SREGS", NULL);
	s.es = ab_kvm_segment_(&x->seg[AB_X86_ES]);
	s.cs = ab_kvm_segment_(&x->seg[AB_X86_CS]);
	s.ss = ab_kvm_segment_(&x->seg[AB_X86_SS]);
	s.ds = ab_kvm_segment_(&x->seg[AB_X86_DS]);
	s.fs = ab_kvm_segment_(&x->seg[AB_X86_FS]);
	s.gs = ab_kvm_segment_(&x->seg[AB_X86_GS]);
	s.tr = ab_kvm_segment_(&x->tr);
	s.ldt = ab_kvm_segment_(&x->ldt);
	s.gdt.base = x->gdt.base;
	s.gdt.limit = x->gdt.limit;
	s.idt.base = x->idt.base;
	s.idt.limit = x->idt.limit;
	s.cr0 = x->cr0;
	s.cr3 = x->cr3;
	s.cr4 = x->cr4;
	s.efer = x->efer;
	return ioctl(vcpu, KVM_SET_SREGS, &s) < 0 ? ab_kvm_fail_(why, "KVM_SET_SREGS", NULL)
						  : AB_OK;
}

/* General registers, instruction pointer and flags. */
static inline AB_MUST_CHECK enum ab_err ab_kvm_set_regs_(int vcpu, const struct ab_vcpu_x86 *x,
							 struct ab_error *why)
{
	struct kvm_regs r;

	memset(&r, 0, sizeof(r));
	r.rax = x->gpr[AB_X86_RAX];
	r.rcx = x->gpr[AB_X86_RCX];
	r.rdx = x->gpr[AB_X86_RDX];
	r.rbx = x->gpr[AB_X86_RBX];
	r.rsp = x->gpr[AB_X86_RSP];
	r.rbp = x->gpr[AB_X86_RBP];
	r.rsi = x->gpr[AB_X86_RSI];
	r.rdi = x->gpr[AB_X86_RDI];
	r.r8 = x->gpr[8];
	r.r9 = x->gpr[9];
	r.r10 = x->gpr[10];
	r.r11 = x->gpr[11];
	r.r12 = x->gpr[12];
	r.r13 = x->gpr[13];
	r.r14 = x->gpr[14];
	r.r15 = x->gpr[15];
	r.rip = x->rip;
	r.rflags = x->rflags;
	return ioctl(vcpu, KVM_SET_REGS, &r) < 0 ? ab_kvm_fail_(why, "KVM_SET_REGS", NULL) : AB_OK;
}

/* MSRs, in one call, which stops at the first that KVM refuses. */
static inline AB_MUST_CHECK enum ab_err ab_kvm_set_msrs_(int vcpu, const struct ab_vcpu_x86 *x,
							 struct ab_error *why)
{
	struct { /* struct kvm_msrs, whose array has no size */
		uint32_t nmsrs;
		uint32_t pad;
		struct kvm_msr_entry entries[AB_X86_MSRS_MAX];
	} msrs;
	enum ab_err err;
	int done;

	memset(&msrs, 0, sizeof(msrs));
	for (; msrs.nmsrs < x->n_msrs && msrs.nmsrs < AB_X86_MSRS_MAX; msrs.nmsrs++) {
		msrs.entries[msrs.nmsrs].index = x->msr[msrs.nmsrs].index;
		msrs.entries[msrs.nmsrs].data = x->msr[msrs.nmsrs].value;
	}
	done = ioctl(vcpu, KVM_SET_MSRS, &msrs);
	if (done < 0)
		return ab_kvm_fail_(why, "KVM_SET_MSRS", NULL);
	if ((uint32_t)done >= msrs.nmsrs)
		return AB_OK;
	err = ab_fail(why, AB_ERR_UNSUPPORTED, "vcpu.msr[].index", msrs.entries[done].index,
		      "KVM_SET_MSRS stops at it");
	if (why != NULL)
		why->index = (uint64_t)done;
	return err;
}

static inline enum ab_err ab_kvm_set_vcpu(int vcpu, const struct ab_vcpu *cpu, struct ab_error *why)
{
	const bool run = cpu->start == AB_VCPU_RUN;
	struct kvm_mp_state state;
	enum ab_err err;

	if (cpu->arch != AB_ARCH_X86_64)
		return ab_fail(why, AB_ERR_ARG, "vcpu.arch", (uint64_t)cpu->arch,
			       "must be that of the host");
	if ((err = ab_kvm_set_msrs_(vcpu, &cpu->x86, why)) != AB_OK)
		return err;
	if (run && ((err = ab_kvm_set_sregs_(vcpu, &cpu->x86, why)) != AB_OK ||
		    (err = ab_kvm_set_regs_(vcpu, &cpu->x86, why)) != AB_OK))
		return err;
	state.mp_state = run ? KVM_MP_STATE_RUNNABLE : KVM_MP_STATE_UNINITIALIZED;
	return ioctl(vcpu, KVM_SET_MP_STATE, &state) < 0
		   ? ab_kvm_fail_(why, "KVM_SET_MP_STATE", NULL)
		   : AB_OK;
}

#endif

#ifdef __aarch64__

/* Fields of MPIDR_EL1 that are the affinity: Aff3, and Aff2 to Aff0. DDI0487 D17.2.101 */
#define AB_KVM_AFFINITY_ UINT64_C(0xff00ffffff)

/* Get a register by KVM's id; the error has its name. */
static inline AB_MUST_CHECK enum ab_err ab_kvm_get_reg_(int vcpu, uint64_t id, const char *name,
							uint64_t *value, struct ab_error *why)
{
	struct kvm_one_reg r;

	r.id = id;
	r.addr = (uintptr_t)value;
	return ioctl(vcpu, KVM_GET_ONE_REG, &r) < 0 ? ab_kvm_fail_(why, "KVM_GET_ONE_REG", name)
						    : AB_OK;
}

/* Set a register by KVM's id; the error has its name. */
static inline AB_MUST_CHECK enum ab_err ab_kvm_set_reg_(int vcpu, uint64_t id, const char *name,
							uint64_t value, struct ab_error *why)
{
	struct kvm_one_reg r;

	r.id = id;
	r.addr = (uintptr_t)&value;
	return ioctl(vcpu, KVM_SET_ONE_REG, &r) < 0 ? ab_kvm_fail_(why, "KVM_SET_ONE_REG", name)
						    : AB_OK;
}

/* KVM's id of a 64-bit core register: its place in struct kvm_regs, in 32-bit words. */
static inline uint64_t ab_kvm_core_(size_t offset)
{
	return KVM_REG_ARM64 | KVM_REG_SIZE_U64 | KVM_REG_ARM_CORE | offset / sizeof(uint32_t);
}

/** Initialise a vCPU as KVM's best imitation of the host's CPU, with PSCI, a PMU if the machine has
 *  one, and switched off if it waits. KVM derives its MPIDR from the number that it was created by.
 *
 * KVM_RUN refuses a vCPU whose PMU is not complete. If ab_machine.arm64.pmu is not 0, you must set,
 * by KVM_SET_DEVICE_ATTR of each vCPU, two attributes of the group KVM_ARM_VCPU_PMU_V3_CTRL: first
 * KVM_ARM_VCPU_PMU_V3_IRQ to that number, as an int, then, once the interrupt controller is
 * initialised, KVM_ARM_VCPU_PMU_V3_INIT.
 *
 * @param vm   descriptor of the VM
 * @param vcpu descriptor of the vCPU
 * @param m    machine of the plan
 * @param cpu  state that ab_plan_entry() filled; @c start and @c id count
 * @param why  names the ioctl
 * @retval AB_OK
 * @retval AB_ERR_UNSUPPORTED KVM lacks a feature, or gives the vCPU another id than "vcpu.id" */
static inline AB_MUST_CHECK enum ab_err ab_kvm_init_vcpu(int vm, int vcpu,
							 const struct ab_machine *m,
							 const struct ab_vcpu *cpu,
							 struct ab_error *why)
{
	struct kvm_vcpu_init init;
	uint64_t mpidr = 0;
	enum ab_err err;

	memset(&init, 0, sizeof(init));
	if (ioctl(vm, KVM_ARM_PREFERRED_TARGET, &init) < 0)
		return ab_kvm_fail_(why, "KVM_ARM_PREFERRED_TARGET", NULL);
	memset(init.features, 0, sizeof(init.features));
	init.features[0] = UINT32_C(1) << KVM_ARM_VCPU_PSCI_0_2;
	if (cpu->start == AB_VCPU_WAIT)
		init.features[0] |= UINT32_C(1) << KVM_ARM_VCPU_POWER_OFF;
	if (m->arm64.pmu != 0)
		init.features[0] |= UINT32_C(1) << KVM_ARM_VCPU_PMU_V3;
	if (ioctl(vcpu, KVM_ARM_VCPU_INIT, &init) < 0)
		return ab_kvm_fail_(why, "KVM_ARM_VCPU_INIT", NULL);
	err = ab_kvm_get_reg_(vcpu, ARM64_SYS_REG(3, 0, 0, 0, 5), "MPIDR_EL1", &mpidr, why);
	if (err != AB_OK || (mpidr & AB_KVM_AFFINITY_) == cpu->id)
		return err;
	return ab_fail(why, AB_ERR_UNSUPPORTED, "vcpu.id", cpu->id,
		       "KVM gives this vCPU another MPIDR_EL1");
}

static inline enum ab_err ab_kvm_set_vcpu(int vcpu, const struct ab_vcpu *cpu, struct ab_error *why)
{
	const struct ab_vcpu_arm64 *a = &cpu->arm64;
	const size_t x = offsetof(struct kvm_regs, regs.regs);
	enum ab_err err = AB_OK;

	if (cpu->arch != AB_ARCH_ARM64)
		return ab_fail(why, AB_ERR_ARG, "vcpu.arch", (uint64_t)cpu->arch,
			       "must be that of the host");
	if (cpu->start != AB_VCPU_RUN)
		return AB_OK;
	for (size_t i = 0; err == AB_OK && i < sizeof(a->x) / sizeof(a->x[0]); i++)
		err = ab_kvm_set_reg_(vcpu, ab_kvm_core_(x + i * sizeof(a->x[0])), "x0 to x30",
				      a->x[i], why);
	if (err != AB_OK ||
	    (err = ab_kvm_set_reg_(vcpu, ab_kvm_core_(offsetof(struct kvm_regs, regs.pc)), "pc",
				   a->pc, why)) != AB_OK ||
	    (err = ab_kvm_set_reg_(vcpu, ab_kvm_core_(offsetof(struct kvm_regs, regs.pstate)),
				   "pstate", a->pstate, why)) != AB_OK)
		return err;
	for (uint32_t i = 0; i < a->n_sysregs && i < AB_ARM64_SYSREGS_MAX; i++) {
		const uint64_t id =
		    KVM_REG_ARM64 | KVM_REG_SIZE_U64 | KVM_REG_ARM64_SYSREG | a->sysreg[i].id;

		if (ab_kvm_set_reg_(vcpu, id, NULL, a->sysreg[i].value, NULL) == AB_OK)
			continue;
		err = ab_fail(why, AB_ERR_UNSUPPORTED, "vcpu.sysreg[].id", a->sysreg[i].id,
			      "KVM_SET_ONE_REG refuses it");
		if (why != NULL)
			why->index = i;
		return err;
	}
	return AB_OK;
}

#endif

#ifdef __cplusplus
}
#endif

/** @} */

#endif /* AETHERBOOT_KVM_H */
