/* SPDX-License-Identifier: BSD-2-Clause */
/* A machine for the hypervisor, the VMs of a bundle, and memory for their Stage-2 tables. */
#ifndef EL2_NODE_WORLD_H
#define EL2_NODE_WORLD_H

#include "el2_fake_gic.h"
#include "el2_fake_hw.h"
#include "unit.h"

#include "el2/admit.h"

/* the machine's */
#define NODE_RAM UINT64_C(0x40000000)
#define NODE_GICD UINT64_C(0x8000000)
#define NODE_GICR UINT64_C(0x80a0000)
#define NODE_UART UINT64_C(0x9000000)
#define NODE_RTC UINT64_C(0x9010000)
#define NODE_VIRTIO UINT64_C(0xa000000) /* 0x200 bytes each */
#define NODE_MAINTENANCE 25
#define NODE_PHYS 30
#define NODE_VIRT 27
#define NODE_VIRTIO_IRQ 48
/* what a worker finds */
#define WORKER_GICD UINT64_C(0x10000000)
#define WORKER_GICR UINT64_C(0x10100000)
#define WORKER_UART UINT64_C(0x11000000)
#define WORKER_RAM UINT64_C(0x80000000)

static struct el2_node node;

static struct {
	_Alignas(8) uint8_t pages[512 * 4096];
	size_t used, most; /* pages */
} node_tables;

static bool node_alloc(void *ctx, uint64_t size, uint64_t *pa)
{
	const size_t n = (size_t)size / 4096, at = (node_tables.used + n - 1) / n * n;

	assert_true(ctx >= (void *)node.vms && ctx < (void *)(node.vms + EL2_VMS_MAX));
	if (at + n > node_tables.most)
		return false;
	node_tables.used = at + n;
	*pa = 0x10000000 + at * 4096;
	return true;
}

static void node_free(void *ctx, uint64_t pa, uint64_t size)
{
	(void)ctx;
	(void)pa;
	(void)size;
}

static void *node_at(void *ctx, uint64_t pa)
{
	(void)ctx;
	return &node_tables.pages[pa - 0x10000000];
}

static void node_tlbi(void *ctx, uint64_t ipa, uint64_t size, int level)
{
	(void)ctx;
	(void)ipa;
	(void)size;
	(void)level;
}

static void node_barrier(void *ctx, enum ab_s2_barrier kind)
{
	(void)ctx;
	(void)kind;
}

static const struct ab_s2_ops node_ops = { .alloc = node_alloc,
					   .free = node_free,
					   .at = node_at,
					   .tlbi = node_tlbi,
					   .barrier = node_barrier };

/* A machine with @cpus CPUs, which boots on the first, @ram bytes, an RTC and @virtios devices. */
static inline void node_begin(uint32_t cpus, uint64_t ram, uint32_t virtios)
{
	struct el2_facts *f = &node.facts;
	struct ab_fdt_info *i = &f->info;

	memset(&node, 0, sizeof(node));
	memset(&node_tables, 0xa5, sizeof(node_tables));
	node_tables.used = 0;
	node_tables.most = sizeof(node_tables.pages) / 4096;
	el2_fake_begin();
	el2_fake.outer[3] = &node.lock;
	for (unsigned int slot = 0; slot < 2; slot++) {
		el2_fake.outer[4 + slot] = &node.vms[slot].lock;
		el2_fake.outer[6 + slot] = &node.vms[slot].devices;
	}
	fake_start(4);
	i->cpus = (struct ab_fdt_cpus){ f->cpus, EL2_CPUS_MAX, cpus };
	for (uint32_t n = 0; n < cpus; n++)
		f->cpus[n] = (struct ab_fdt_cpu){ .mpidr = UINT64_C(0x100000000) + n * 0x100,
						  .okay = true,
						  .psci = true };
	i->memory = (struct ab_fdt_ranges){ f->memory, EL2_RAMS_MAX, 1 };
	f->memory[0] = (struct ab_range){ NODE_RAM, ram };
	i->redist = (struct ab_fdt_ranges){ f->redist, EL2_RAMS_MAX, 1 };
	f->redist[0] = (struct ab_range){ NODE_GICR, cpus * 0x20000 };
	i->gic_version = 3;
	i->gic_dist = (struct ab_range){ NODE_GICD, 0x10000 };
	i->maintenance = NODE_MAINTENANCE;
	i->timer.phys = NODE_PHYS;
	i->timer.virt = NODE_VIRT;
	i->uart.reg = (struct ab_range){ NODE_UART, 0x1000 };
	i->rtc.reg = (struct ab_range){ NODE_RTC, 0x1000 };
	i->rtc.intid = 34;
	i->virtio = (struct ab_fdt_devs){ f->virtio, EL2_VIRTIOS_MAX, virtios };
	for (uint32_t n = 0; n < virtios; n++) {
		f->virtio[n].reg = (struct ab_range){ NODE_VIRTIO + n * 0x200, 0x200 };
		f->virtio[n].intid = NODE_VIRTIO_IRQ + n;
		f->virtio[n].irq_flags = 1;
	}
	node.s2_cpu =
	    (struct ab_s2_cpu){ .pa_bits = 44, .vmid_bits = 8, .granule_4k = true, .xnx = true };
}

#define NODE_GICC UINT64_C(0x8011000)
#define NODE_GICH UINT64_C(0x8031000)
#define NODE_GICV UINT64_C(0x8041000)
#define WORKER_GICC UINT64_C(0x10010000)

/* The machine has a GICv2. */
static inline void node_gicv2(void)
{
	struct ab_fdt_info *i = &node.facts.info;

	i->redist.n = 0;
	i->gic_version = 2;
	i->gic_cpu = (struct ab_range){ NODE_GICC, 0x2000 };
	i->gic_vcpu = (struct ab_range){ NODE_GICV, 0x2000 };
}

/* One more VM in the bundle. */
static inline struct el2_bundle_vm *node_vm(const char *name, uint32_t cpus, uint64_t memory,
					    uint32_t capabilities)
{
	struct el2_bundle_vm *vm = &node.bundle.vm[node.bundle.n++];

	*vm = (struct el2_bundle_vm){ .name = name,
				      .n_cpus = cpus,
				      .memory = memory,
				      .tables = AB_TABLES_FDT,
				      .capabilities = capabilities };
	return vm;
}

static inline enum ab_err node_admit(struct ab_error *why)
{
	const enum ab_err err = el2_memory_init(&node.memory, &node.facts, why);

	return err ? err : el2_admit(&node, &node_ops, why);
}

#endif /* EL2_NODE_WORLD_H */
