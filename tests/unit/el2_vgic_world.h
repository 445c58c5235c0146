/* SPDX-License-Identifier: BSD-2-Clause */
/* Two VMs on one fake GIC, of fake_version. What VM a has: PPIs 27 and 30, physical SPIs 40 to 55
 * and 1019, the emulated SPIs 33 to 35. What VM b has: the same PPIs, physical SPIs 32 and 56 to
 * 71, and 33 emulated. */
#ifndef EL2_VGIC_WORLD_H
#define EL2_VGIC_WORLD_H

#include <string.h>

#include "el2_fake_gic.h"
#include "el2_fake_hw.h"

enum {
	GICD_CTLR = 0x0,
	GICD_TYPER = 0x4,
	GICD_IIDR = 0x8,
	IGROUPR = 0x80, /* also of SGI_base, as all with a field for each INTID */
	ISENABLER = 0x100,
	ICENABLER = 0x180,
	ISPENDR = 0x200,
	ICPENDR = 0x280,
	ISACTIVER = 0x300,
	ICACTIVER = 0x380,
	IPRIORITYR = 0x400,
	ITARGETSR = 0x800, /* GICv2, as the next ones */
	GICD_SGIR = 0xf00,
	CPENDSGIR = 0xf10,
	SPENDSGIR = 0xf20,
	ICFGR = 0xc00,
	GICD_IROUTER = 0x6000,
	PIDR2 = 0xffe8,
	GICR_CTLR = 0x0,
	GICR_TYPER = 0x8,
	GICR_WAKER = 0x14,
	SGI_BASE = 0x10000,
	REDIST = 0x20000,

	RWP = INT32_MIN, /* GICD_CTLR */
	ENABLE = 3, /* of each version's only group */
};

#define V2 (fake_version == 2)
/* GICD_CTLR of a distributor that is disabled, and enabled */
#define DISABLED (V2 ? 0u : 0x50u)
#define ENABLED (V2 ? 1u : 0x52u)

struct vm {
	struct el2_vgic gic;
	struct el2_vgic_cpu cpu[4];
	unsigned int first; /* its first physical CPU */
};

static struct vm a, b;

/* The guest on vCPU n of a VM is what executes. */
static inline void on(struct vm *vm, unsigned int n)
{
	fake.self = vm->first + n;
	fake.owner = &vm->gic;
}

static inline uint64_t dist_rd(struct vm *vm, unsigned int n, uint32_t off, unsigned int len)
{
	on(vm, n);
	return el2_vgic_dist_read(&vm->gic, &vm->cpu[n], off, len);
}

static inline void dist_wr(struct vm *vm, unsigned int n, uint32_t off, unsigned int len,
			   uint64_t v)
{
	on(vm, n);
	el2_vgic_dist_write(&vm->gic, &vm->cpu[n], off, len, v);
}

/* 32-bit registers of the distributor, by vCPU 0 */
static inline uint32_t rd(struct vm *vm, uint32_t off)
{
	return (uint32_t)dist_rd(vm, 0, off, 4);
}

static inline void wr(struct vm *vm, uint32_t off, uint32_t v)
{
	dist_wr(vm, 0, off, 4, v);
	fake_run();
}

/* 32-bit registers of vCPU @of's redistributor, by vCPU @n */
static inline uint32_t redist_rd(struct vm *vm, unsigned int n, unsigned int of, uint32_t off)
{
	on(vm, n);
	return (uint32_t)el2_vgic_redist_read(&vm->gic, &vm->cpu[n], of * REDIST + off, 4);
}

static inline void redist_wr(struct vm *vm, unsigned int n, unsigned int of, uint32_t off,
			     uint32_t v)
{
	on(vm, n);
	el2_vgic_redist_write(&vm->gic, &vm->cpu[n], of * REDIST + off, 4, v);
	fake_run();
}

/* Registers of vCPU n's private interrupts, by itself */
static inline uint32_t own_rd(struct vm *vm, unsigned int n, uint32_t off)
{
	return V2 ? (uint32_t)dist_rd(vm, n, off, 4) : redist_rd(vm, n, n, SGI_BASE + off);
}

static inline void own_wr(struct vm *vm, unsigned int n, uint32_t off, uint32_t v)
{
	if (!V2) {
		redist_wr(vm, n, n, SGI_BASE + off, v);
		return;
	}
	dist_wr(vm, n, off, 4, v);
	fake_run();
}

/* SGIs become pending for vCPU n, by itself. */
static inline void own_pend(struct vm *vm, unsigned int n, uint32_t sgis)
{
	if (!V2)
		own_wr(vm, n, ISPENDR, sgis);
	for (uint32_t i = 0; V2 && i < 16; i++)
		dist_wr(vm, n, SPENDSGIR + i, 1, (sgis >> i & 1) << n);
	fake_run();
}

/* By vCPU n: send an SPI to vCPU @to, or to nobody. */
static inline void route_spi(struct vm *vm, unsigned int n, uint32_t intid, uint32_t to)
{
	if (V2)
		dist_wr(vm, n, ITARGETSR + intid, 1, to < 8 ? 1u << to : 0);
	else
		dist_wr(vm, n, GICD_IROUTER + 8 * intid, 8, to);
}

static inline void sgi(struct vm *vm, unsigned int n, uint64_t v)
{
	on(vm, n);
	el2_vgic_sgi(&vm->gic, &vm->cpu[n], v);
	fake_run();
}

/* An SGI of vCPU n to those of a list, or to all others. */
static inline void send_sgi(struct vm *vm, unsigned int n, uint32_t intid, uint32_t list, bool all)
{
	if (!V2) {
		sgi(vm, n, (uint64_t)all << 40 | intid << 24 | list);
		return;
	}
	dist_wr(vm, n, GICD_SGIR, 4, (all ? 1u << 24 : 0) | list << 16 | intid);
	fake_run();
}

/* The line of an emulated device, whose EL2 code runs on vCPU n. */
static inline void line(struct vm *vm, unsigned int n, uint32_t intid, bool high)
{
	on(vm, n);
	el2_vgic_line(&vm->gic, &vm->cpu[n], intid, high);
	fake_run();
}

/* A device's physical line. */
static inline void raise_irq(struct vm *vm, unsigned int n, uint32_t intid, bool high)
{
	on(vm, n);
	fake_line(vm->first + n, intid, high);
	fake_run();
}

static inline uint32_t ack(struct vm *vm, unsigned int n)
{
	on(vm, n);
	return fake_guest_ack(vm->first + n);
}

static inline void eoi(struct vm *vm, unsigned int n, uint32_t intid)
{
	on(vm, n);
	fake_guest_eoi(vm->first + n, intid);
}

static inline void dir(struct vm *vm, unsigned int n, uint32_t intid)
{
	on(vm, n);
	fake_guest_dir(vm->first + n, intid);
}

static inline void cpu_on(struct vm *vm, unsigned int n)
{
	on(vm, n);
	el2_vgic_cpu_reset(&vm->gic, &vm->cpu[n]);
	fake_guest_interface(vm->first + n, 0xff, true, false);
}

static inline void cpu_off(struct vm *vm, unsigned int n)
{
	on(vm, n);
	el2_vgic_cpu_off(&vm->gic, &vm->cpu[n]);
	fake_run();
}

static inline void make_vm(struct vm *vm, unsigned int first, unsigned int n_cpus)
{
	memset(vm, 0xff, sizeof(*vm));
	vm->first = first;
	vm->gic.n_cpus = n_cpus;
	vm->gic.maintenance = FAKE_MAINTENANCE;
	vm->gic.v2 = V2;
	for (unsigned int n = 0; n < n_cpus; n++) {
		vm->cpu[n].affinity = n;
		vm->cpu[n].cpu = first + n;
		vm->gic.cpus[n] = &vm->cpu[n];
		fake.cpu[first + n].vm = &vm->gic;
		fake.cpu[first + n].vcpu = &vm->cpu[n];
	}
	el2_vgic_init(&vm->gic);
	fake_require(el2_vgic_give(&vm->gic, 27, true));
	fake_require(el2_vgic_give(&vm->gic, 30, true));
	fake_require(el2_vgic_give(&vm->gic, 33, false));
}

static inline void start_vm(struct vm *vm)
{
	on(vm, 0);
	el2_vgic_reset(&vm->gic);
	for (unsigned int n = 0; n < vm->gic.n_cpus; n++)
		cpu_on(vm, n);
}

/* Both VMs run, on 3 and 2 CPUs, with their distributors disabled. */
static inline void start(unsigned int n_lrs)
{
	fake_start(n_lrs);
	make_vm(&a, 0, 3);
	make_vm(&b, 4, 2);
	fake_require(el2_vgic_give(&a.gic, 34, false));
	fake_require(el2_vgic_give(&a.gic, 35, false));
	for (uint32_t i = 0; i < 16; i++) {
		fake_require(el2_vgic_give(&a.gic, 40 + i, true));
		fake_require(el2_vgic_give(&b.gic, 56 + i, true));
	}
	fake_require(el2_vgic_give(&a.gic, 1019, true));
	fake_require(el2_vgic_give(&b.gic, 32, true));
	start_vm(&a);
	start_vm(&b);
}

/* The same with a's distributor and all of its interrupts enabled. */
static inline void start_enabled(unsigned int n_lrs)
{
	start(n_lrs);
	for (unsigned int n = 0; n < 3; n++)
		own_wr(&a, n, ISENABLER, UINT32_MAX);
	wr(&a, ISENABLER + 4, UINT32_MAX);
	wr(&a, ISENABLER + 4 * 31, UINT32_MAX);
	wr(&a, GICD_CTLR, ENABLE);
	fake.irqs = fake.kicks = 0;
}

#ifdef UNIT_H
/* No rule was broken. */
static inline void fine(void)
{
	if (fake.wrong != 0)
		fail_msg("%s, first of %u", fake.rule, fake.wrong);
	assert_int_equal(el2_fake.held, 0);
}

/* Run them on a GICv3, and on a GICv2 all but the first @only. */
static inline int run_both(const struct CMUnitTest *tests, size_t n, size_t only)
{
	int failed;

	fake_version = 3;
	failed = _cmocka_run_group_tests("GICv3", tests, n, NULL, NULL);
	fake_version = 2;
	return failed + _cmocka_run_group_tests("GICv2", tests + only, n - only, NULL, NULL);
}

static inline int stop(void **state)
{
	(void)state;
	fine();
	return 0;
}
#endif

#endif /* EL2_VGIC_WORLD_H */
