/* SPDX-License-Identifier: BSD-2-Clause */
/* x86 CPUs: entry state into KVM, CPUID through the library; nothing is decided here. */
#define _GNU_SOURCE
#include "arch.h"

#include <cpuid.h>
#include <errno.h>
#include <linux/kvm.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>

#include "end.h"
#include "pit_x86.h"

#define CPUID_MAX 256 /* KVM's own limit */
#define SUBLEAVES_MAX 8 /* levels of topology that are asked for */

enum {
	LEAF_FEATURES = 1,
	LEAF_TOPOLOGY = 0xb,
	LEAF_TOPOLOGY_2 = 0x1f,
	FEATURE_TSC_DEADLINE = 1 << 24, /* leaf 1 ECX */
};

#define LEAF_ADDRESS 0x80000008u

struct vmm_arch {
	struct kvm_cpuid2 *cpuid; /* what KVM supports */
};

static struct kvm_cpuid2 *cpuid_alloc(void)
{
	struct kvm_cpuid2 *c = calloc(1, sizeof(*c) + CPUID_MAX * sizeof(struct kvm_cpuid_entry2));

	if (c == NULL)
		vmm_end_errno("CPUID");
	c->nent = CPUID_MAX;
	return c;
}

const enum ab_arch vmm_arch_host = AB_ARCH_X86_64;

void vmm_arch_open(struct vmm_vm *vm, struct vmm_config *c)
{
	bool deadline = ioctl(vm->sys, KVM_CHECK_EXTENSION, KVM_CAP_TSC_DEADLINE_TIMER) > 0;
	struct kvm_cpuid2 *cpuid = cpuid_alloc();

	vm->arch = calloc(1, sizeof(*vm->arch));
	if (vm->arch == NULL)
		vmm_end_errno("CPUID");
	vm->arch->cpuid = cpuid;
	if (ioctl(vm->sys, KVM_GET_SUPPORTED_CPUID, cpuid) < 0)
		vmm_end_errno("KVM_GET_SUPPORTED_CPUID");
	for (uint32_t i = 0; i < cpuid->nent; i++) {
		struct kvm_cpuid_entry2 *e = &cpuid->entries[i];

		/* the local APICs are KVM's, and so it leaves the bit to us */
		if (e->function == LEAF_FEATURES && deadline)
			e->ecx |= FEATURE_TSC_DEADLINE;
		if (e->function == LEAF_ADDRESS)
			c->phys_bits = (uint8_t)e->eax;
	}
}

void vmm_arch_guess(struct vmm_config *c)
{
	unsigned int eax, ebx, ecx, edx;

	/* KVM offers the same: what memory encryption takes of it is not taken from guests */
	if (__get_cpuid(LEAF_ADDRESS, &eax, &ebx, &ecx, &edx) != 0)
		c->phys_bits = (uint8_t)eax;
}

void vmm_arch_vm(struct vmm_vm *vm)
{
	const struct ab_machine *m = vm->machine;
	uint64_t identity_map = VMM_X86_IDENTITY_MAP;
	struct kvm_enable_cap wide = { .cap = KVM_CAP_X2APIC_API,
				       .args[0] = KVM_X2APIC_API_USE_32BIT_IDS |
						  KVM_X2APIC_API_DISABLE_BROADCAST_QUIRK };

	if (ioctl(vm->fd, KVM_SET_IDENTITY_MAP_ADDR, &identity_map) < 0 ||
	    ioctl(vm->fd, KVM_SET_TSS_ADDR, (unsigned long)VMM_X86_TSS) < 0)
		vmm_end_errno("KVM_SET_TSS_ADDR");
	if (ioctl(vm->fd, KVM_CREATE_IRQCHIP, 0) < 0)
		vmm_end_errno("KVM_CREATE_IRQCHIP");
	if (ab_machine_dev(m, AB_DEV_PIT_8254, 0) != NULL)
		vmm_x86_pit(vm->fd);
	if (ab_machine_cpu_id(m, m->n_cpus - 1) >= 255 && ioctl(vm->fd, KVM_ENABLE_CAP, &wide) < 0)
		vmm_end_errno("KVM_CAP_X2APIC_API");
}

/* One leaf as this CPU reports it. False: it ends a list of levels. */
static bool add_leaf(struct kvm_cpuid2 *to, const struct kvm_cpuid_entry2 *e,
		     const struct ab_machine *m, uint32_t index)
{
	struct ab_x86_cpuid c = { e->function, e->index, e->eax, e->ebx, e->ecx, e->edx };
	struct kvm_cpuid_entry2 *out = &to->entries[to->nent];

	if (to->nent == CPUID_MAX)
		vmm_end(VMM_EXIT_BOOT, "CPUID: more than %u leaves", CPUID_MAX);
	ab_x86_cpuid(m, index, &c);
	*out = *e;
	out->eax = c.eax;
	out->ebx = c.ebx;
	out->ecx = c.ecx;
	out->edx = c.edx;
	to->nent++;
	return (c.ecx >> 8 & 0xff) != 0;
}

/* KVM lists one level of a topology leaf; a machine has several, the last of type 0. */
static void add_levels(struct kvm_cpuid2 *to, uint32_t leaf, const struct ab_machine *m,
		       uint32_t index)
{
	struct kvm_cpuid_entry2 e = { .function = leaf, .flags = KVM_CPUID_FLAG_SIGNIFCANT_INDEX };

	while (add_leaf(to, &e, m, index) && e.index < SUBLEAVES_MAX)
		e.index++;
}

static void set_cpuid(const struct vmm_cpu *cpu, uint32_t index)
{
	const struct kvm_cpuid2 *from = cpu->vm->arch->cpuid;
	struct kvm_cpuid2 *to = cpuid_alloc();

	to->nent = 0;
	for (uint32_t i = 0; i < from->nent; i++) {
		const struct kvm_cpuid_entry2 *e = &from->entries[i];

		if (e->function != LEAF_TOPOLOGY && e->function != LEAF_TOPOLOGY_2)
			add_leaf(to, e, cpu->vm->machine, index);
		else if (e->index == 0)
			add_levels(to, e->function, cpu->vm->machine, index);
	}
	if (ioctl(cpu->fd, KVM_SET_CPUID2, to) < 0)
		vmm_end_errno("KVM_SET_CPUID2");
	free(to);
}

static struct kvm_segment segment(const struct ab_x86_segment *s)
{
	return (struct kvm_segment){
		.base = s->base,
		.limit = s->limit,
		.selector = s->selector,
		.type = s->attr & 15,
		.s = s->attr >> 4 & 1,
		.dpl = s->attr >> 5 & 3,
		.present = s->attr >> 7 & 1,
		.avl = s->attr >> 12 & 1,
		.l = s->attr >> 13 & 1,
		.db = s->attr >> 14 & 1,
		.g = s->attr >> 15 & 1,
		.unusable = s->attr == 0,
	};
}

static void set_sregs(const struct vmm_cpu *cpu, const struct ab_vcpu_x86 *x)
{
	struct kvm_sregs s;

	if (ioctl(cpu->fd, KVM_GET_SREGS, &s) < 0) /* keeps the APIC's base */
		vmm_end_errno("KVM_GET_SREGS");
	s.es = segment(&x->seg[AB_X86_ES]);
	s.cs = segment(&x->seg[AB_X86_CS]);
	s.ss = segment(&x->seg[AB_X86_SS]);
	s.ds = segment(&x->seg[AB_X86_DS]);
	s.fs = segment(&x->seg[AB_X86_FS]);
	s.gs = segment(&x->seg[AB_X86_GS]);
	s.tr = segment(&x->tr);
	s.ldt = segment(&x->ldt);
	s.gdt.base = x->gdt.base;
	s.gdt.limit = x->gdt.limit;
	s.idt.base = x->idt.base;
	s.idt.limit = x->idt.limit;
	s.cr0 = x->cr0;
	s.cr3 = x->cr3;
	s.cr4 = x->cr4;
	s.efer = x->efer;
	if (ioctl(cpu->fd, KVM_SET_SREGS, &s) < 0)
		vmm_end_errno("KVM_SET_SREGS");
}

static void set_regs(const struct vmm_cpu *cpu, const struct ab_vcpu_x86 *x)
{
	const uint64_t *g = x->gpr;
	struct kvm_regs r = {
		.rax = g[AB_X86_RAX],
		.rbx = g[AB_X86_RBX],
		.rcx = g[AB_X86_RCX],
		.rdx = g[AB_X86_RDX],
		.rsi = g[AB_X86_RSI],
		.rdi = g[AB_X86_RDI],
		.rsp = g[AB_X86_RSP],
		.rbp = g[AB_X86_RBP],
		.r8 = g[8],
		.r9 = g[9],
		.r10 = g[10],
		.r11 = g[11],
		.r12 = g[12],
		.r13 = g[13],
		.r14 = g[14],
		.r15 = g[15],
		.rip = x->rip,
		.rflags = x->rflags,
	};

	if (ioctl(cpu->fd, KVM_SET_REGS, &r) < 0)
		vmm_end_errno("KVM_SET_REGS");
}

static void set_msrs(const struct vmm_cpu *cpu, const struct ab_vcpu_x86 *x)
{
	struct kvm_msrs *msrs =
	    calloc(1, sizeof(*msrs) + AB_X86_MSRS_MAX * sizeof(struct kvm_msr_entry));
	int done;

	if (msrs == NULL)
		vmm_end_errno("MSRs");
	msrs->nmsrs = x->n_msrs;
	for (uint32_t i = 0; i < x->n_msrs; i++) {
		msrs->entries[i].index = x->msr[i].index;
		msrs->entries[i].data = x->msr[i].value;
	}
	done = x->n_msrs == 0 ? 0 : ioctl(cpu->fd, KVM_SET_MSRS, msrs);
	free(msrs);
	if (done < 0)
		vmm_end_errno("KVM_SET_MSRS");
	if ((uint32_t)done != x->n_msrs)
		vmm_end(VMM_EXIT_BOOT, "KVM_SET_MSRS: KVM refuses MSR 0x%x", x->msr[done].index);
}

unsigned long vmm_arch_vcpu_id(uint32_t index, const struct ab_vcpu *state)
{
	(void)index;
	return (unsigned long)state->id;
}

uint32_t vmm_arch_irq(uint32_t irq)
{
	return irq;
}

void vmm_arch_vcpu(const struct vmm_cpu *cpu, uint32_t index, const struct ab_vcpu *state)
{
	set_cpuid(cpu, index);
	set_msrs(cpu, &state->x86);
	if (state->start != AB_VCPU_RUN)
		return; /* KVM holds it until INIT and SIPI */
	set_sregs(cpu, &state->x86);
	set_regs(cpu, &state->x86);
}

void vmm_arch_start(const struct vmm_vm *vm, const struct vmm_cpu *cpus)
{
	(void)vm;
	(void)cpus;
}

void vmm_arch_where(const struct vmm_cpu *cpu, struct ab_buf *out)
{
	struct kvm_regs r;

	if (ioctl(cpu->fd, KVM_GET_REGS, &r) < 0)
		return;
	ab_put_str(out, "rip ");
	ab_put_hex(out, r.rip, 16);
	ab_put_str(out, " rsp ");
	ab_put_hex(out, r.rsp, 16);
}
