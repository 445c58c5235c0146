/* SPDX-License-Identifier: BSD-2-Clause */
/* arm64 CPUs and interrupt controller of KVM; nothing is decided here but what to do without when
 * KVM lacks it. */
#define _GNU_SOURCE
#include "arch.h"

#include <aetherboot/kvm.h>

#include <stdlib.h>
#include <unistd.h>

#include "end.h"

#define CORE_REG(member)                                                                           \
	(KVM_REG_ARM64 | KVM_REG_SIZE_U64 | KVM_REG_ARM_CORE |                                     \
	 offsetof(struct kvm_regs, regs.member) / 4)

#define REDIST_SIZE 0x20000 /* IHI0069 12.10: of one CPU */
#define REDIST_COUNT 52 /* KVM_VGIC_V3_ADDR_TYPE_REDIST_REGION: count, base, index */

struct vmm_arch {
	int gic; /* the interrupt controller */
};

const enum ab_arch vmm_arch_host = AB_ARCH_ARM64;

/* A device of KVM's own, or -1. */
static int create_device(int vm, uint32_t type, uint32_t flags)
{
	struct kvm_create_device d = { .type = type, .flags = flags };

	return ioctl(vm, KVM_CREATE_DEVICE, &d) < 0 ? -1 : (int)d.fd;
}

static void set_attr(int fd, uint32_t group, uint64_t attr, const void *value, const char *what)
{
	const struct kvm_device_attr a = { .group = group, .attr = attr, .addr = (uintptr_t)value };

	if (ioctl(fd, KVM_SET_DEVICE_ATTR, &a) < 0)
		vmm_end_errno(what);
}

static uint32_t gic_type(uint32_t version)
{
	return version == 2 ? KVM_DEV_TYPE_ARM_VGIC_V2 : KVM_DEV_TYPE_ARM_VGIC_V3;
}

/* What KVM has of the interrupt controllers. */
static void ask_devices(int vm, struct vmm_config *c)
{
	bool gic[4] = { false };

	for (uint32_t version = 2; version <= 3; version++)
		gic[version] = create_device(vm, gic_type(version), KVM_CREATE_DEVICE_TEST) >= 0;
	if (c->gic == 0)
		c->gic = gic[3] || !gic[2] ? 3 : 2;
	if (!gic[c->gic])
		vmm_end(VMM_EXIT_BOOT, "KVM has no GICv%u here%s", c->gic,
			!gic[5 - c->gic] ? ""
			: c->gic == 2    ? ": --gic 3"
					 : ": --gic 2");
	c->its = create_device(vm, KVM_DEV_TYPE_ARM_VGIC_ITS, KVM_CREATE_DEVICE_TEST) >= 0;
}

void vmm_arch_open(struct vmm_vm *vm, struct vmm_config *c)
{
	const int bits = ioctl(vm->sys, KVM_CHECK_EXTENSION, KVM_CAP_ARM_VM_IPA_SIZE);

	vm->arch = calloc(1, sizeof(*vm->arch));
	if (vm->arch == NULL)
		vmm_end_errno("GIC");
	if (bits > 0) {
		vm->type = KVM_VM_TYPE_ARM_IPA_SIZE((unsigned long)bits);
		c->phys_bits = (uint8_t)bits;
	}
	c->pmu = ioctl(vm->sys, KVM_CHECK_EXTENSION, KVM_CAP_ARM_PMU_V3) > 0;
	/* the rest only a VM can tell: it is asked of one that never runs */
	vm->fd = ioctl(vm->sys, KVM_CREATE_VM, vm->type);
	if (vm->fd < 0)
		vmm_end_errno("KVM_CREATE_VM");
	ask_devices(vm->fd, c);
	close(vm->fd);
}

static void set_redistributors(int gic, const struct ab_range_list *regions)
{
	for (size_t i = 0; i < regions->n; i++) {
		const struct ab_range *r = &regions->at[i];
		const uint64_t region = r->size / REDIST_SIZE << REDIST_COUNT | r->base | i;

		set_attr(gic, KVM_DEV_ARM_VGIC_GRP_ADDR, KVM_VGIC_V3_ADDR_TYPE_REDIST_REGION,
			 &region, "GICv3's redistributors");
	}
}

void vmm_arch_guess(struct vmm_config *c)
{
	(void)c; /* KVM alone tells */
}

void vmm_arch_vm(struct vmm_vm *vm)
{
	const struct ab_gic *g = &vm->machine->arm64.gic;
	struct kvm_enable_cap undecoded = { .cap = KVM_CAP_ARM_NISV_TO_USER };
	int gic;

	/* older KVMs end KVM_RUN with ENOSYS, which tells no address */
	(void)ioctl(vm->fd, KVM_ENABLE_CAP, &undecoded);
	gic = create_device(vm->fd, gic_type(g->version), 0);
	if (gic < 0)
		vmm_end_errno("KVM_CREATE_DEVICE of the GIC");
	vm->arch->gic = gic;
	set_attr(gic, KVM_DEV_ARM_VGIC_GRP_ADDR,
		 g->version == 2 ? KVM_VGIC_V2_ADDR_TYPE_DIST : KVM_VGIC_V3_ADDR_TYPE_DIST,
		 &g->dist, "the GIC's distributor");
	if (g->version == 2)
		set_attr(gic, KVM_DEV_ARM_VGIC_GRP_ADDR, KVM_VGIC_V2_ADDR_TYPE_CPU, &g->cpu,
			 "GICv2's CPU interface");
	else
		set_redistributors(gic, &g->redist);
}

unsigned long vmm_arch_vcpu_id(uint32_t index, const struct ab_vcpu *state)
{
	(void)state;
	return index; /* from which KVM makes the MPIDR */
}

uint32_t vmm_arch_irq(uint32_t irq)
{
	return KVM_ARM_IRQ_TYPE_SPI << KVM_ARM_IRQ_TYPE_SHIFT | irq;
}

void vmm_arch_vcpu(const struct vmm_cpu *cpu, uint32_t index, const struct ab_vcpu *state)
{
	const struct vmm_vm *vm = cpu->vm;
	struct ab_error why;

	(void)index;
	if (ab_kvm_init_vcpu(vm->fd, cpu->fd, vm->machine, state, &why) != AB_OK ||
	    ab_kvm_set_vcpu(cpu->fd, state, &why) != AB_OK)
		vmm_end_why(&why);
}

static void start_its(const struct vmm_vm *vm)
{
	const int its = create_device(vm->fd, KVM_DEV_TYPE_ARM_VGIC_ITS, 0);

	if (its < 0)
		vmm_end_errno("KVM_CREATE_DEVICE of the ITS");
	set_attr(its, KVM_DEV_ARM_VGIC_GRP_ADDR, KVM_VGIC_ITS_ADDR_TYPE,
		 &vm->machine->arm64.gic.its.at->base, "the ITS");
	set_attr(its, KVM_DEV_ARM_VGIC_GRP_CTRL, KVM_DEV_ARM_VGIC_CTRL_INIT, NULL, "the ITS");
}

void vmm_arch_start(const struct vmm_vm *vm, const struct vmm_cpu *cpus)
{
	const struct ab_machine *m = vm->machine;
	const int pmu = (int)m->arm64.pmu;

	set_attr(vm->arch->gic, KVM_DEV_ARM_VGIC_GRP_CTRL, KVM_DEV_ARM_VGIC_CTRL_INIT, NULL,
		 "the GIC");
	if (m->arm64.gic.its.n != 0)
		start_its(vm);
	for (uint32_t i = 0; pmu != 0 && i < m->n_cpus; i++) {
		set_attr(cpus[i].fd, KVM_ARM_VCPU_PMU_V3_CTRL, KVM_ARM_VCPU_PMU_V3_IRQ, &pmu,
			 "the PMU's interrupt");
		set_attr(cpus[i].fd, KVM_ARM_VCPU_PMU_V3_CTRL, KVM_ARM_VCPU_PMU_V3_INIT, NULL,
			 "the PMU");
	}
}

void vmm_arch_where(const struct vmm_cpu *cpu, struct ab_buf *out)
{
	static const struct {
		const char *name;
		uint64_t id;
	} regs[] = {
		{ "pc ", CORE_REG(pc) },
		{ " lr ", CORE_REG(regs[30]) },
		{ " pstate ", CORE_REG(pstate) },
	};

	for (size_t i = 0; i < sizeof(regs) / sizeof(regs[0]); i++) {
		uint64_t value = 0;
		const struct kvm_one_reg r = { .id = regs[i].id, .addr = (uintptr_t)&value };

		(void)ioctl(cpu->fd, KVM_GET_ONE_REG, &r);
		ab_put_str(out, regs[i].name);
		ab_put_hex(out, value, 16);
	}
}
