/* SPDX-License-Identifier: BSD-2-Clause */
/* x86 CPUs and interrupt controllers of KVM; nothing is decided here. */
#define _GNU_SOURCE
#include "arch.h"

#include <aetherboot/kvm.h>

#include <cpuid.h>
#include <stdlib.h>

#include "end.h"
#include "pit_x86.h"

#define LEAF_ADDRESS 0x80000008u

struct vmm_arch {
	struct ab_kvm_cpuid cpuid; /* what KVM supports */
};

const enum ab_arch vmm_arch_host = AB_ARCH_X86_64;

void vmm_arch_open(struct vmm_vm *vm, struct vmm_config *c)
{
	struct vmm_arch *arch = calloc(1, sizeof(*arch));
	struct ab_error why;

	if (arch == NULL)
		vmm_end_errno("CPUID");
	vm->arch = arch;
	if (ab_kvm_get_cpuid(vm->sys, &arch->cpuid, &why) != AB_OK)
		vmm_end_why(&why);
	for (uint32_t i = 0; i < arch->cpuid.n_host; i++)
		if (arch->cpuid.host[i].leaf == LEAF_ADDRESS)
			c->phys_bits = (uint8_t)arch->cpuid.host[i].eax;
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
	const struct vmm_vm *vm = cpu->vm;
	struct ab_error why;

	if (ab_kvm_set_cpuid(cpu->fd, vm->machine, index, &vm->arch->cpuid, &why) != AB_OK ||
	    ab_kvm_set_vcpu(cpu->fd, state, &why) != AB_OK)
		vmm_end_why(&why);
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
