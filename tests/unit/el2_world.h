/* SPDX-License-Identifier: BSD-2-Clause */
/* A VM of the hypervisor on the fake machine: vCPUs, Stage 2, a virtual GIC, and a device that
 * notes accesses. */
#ifndef EL2_WORLD_H
#define EL2_WORLD_H

#include "el2_fake_gic.h"
#include "el2_fake_hw.h"
#include "unit.h"

#include "el2/node.h"

#define WORLD_CPUS 4
#define WORLD_FIRST 3 /* physical CPU of the first one */
/* what Stage 2 maps, 2 MiB each */
#define WORLD_RAM UINT64_C(0x80000000)
#define WORLD_DATA UINT64_C(0x90000000) /* not executable */
#define WORLD_USER UINT64_C(0xa0000000) /* executable at EL0 only */
#define WORLD_OWN UINT64_C(0x0c000000) /* a device of its own */
#define WORLD_MAPPED (2 * AB_MiB)
/* what is emulated */
#define WORLD_GICD UINT64_C(0x10000000)
#define WORLD_GICR UINT64_C(0x10100000)
#define WORLD_DEVICE UINT64_C(0x11000000)
#define WORLD_DEVICE_SIZE UINT64_C(0x1000)

static struct {
	struct el2_vm vm;
	struct el2_bundle_vm spec;
	struct el2_vcpu cpu[WORLD_CPUS];
	_Alignas(8) uint8_t tables[64 * 4096];
	size_t pages; /* given out */
	/* of the device */
	unsigned int reads, writes;
	uint64_t off, value; /* of the last access; of a read: what it gives */
	unsigned int len;
} world;

static bool world_alloc(void *ctx, uint64_t size, uint64_t *pa)
{
	const size_t n = (size_t)size / 4096, at = (world.pages + n - 1) / n * n;

	(void)ctx;
	if ((at + n) * 4096 > sizeof(world.tables))
		return false;
	world.pages = at + n;
	*pa = 0x40000000 + at * 4096;
	return true;
}

static void world_free(void *ctx, uint64_t pa, uint64_t size)
{
	(void)ctx;
	(void)pa;
	(void)size;
}

static void *world_at(void *ctx, uint64_t pa)
{
	(void)ctx;
	return &world.tables[pa - 0x40000000];
}

static void world_tlbi(void *ctx, uint64_t ipa, uint64_t size, int level)
{
	(void)ctx;
	(void)ipa;
	(void)size;
	(void)level;
}

static void world_barrier(void *ctx, enum ab_s2_barrier kind)
{
	(void)ctx;
	(void)kind;
}

/* Without a VM: nobody is told of anything. */
static struct el2_node world_node;

static uint64_t world_read(void *dev, uint64_t off, unsigned int len)
{
	assert_ptr_equal(dev, &world);
	world.reads++;
	world.off = off;
	world.len = len;
	return world.value;
}

static void world_write(void *dev, uint64_t off, unsigned int len, uint64_t v)
{
	assert_ptr_equal(dev, &world);
	world.writes++;
	world.off = off;
	world.len = len;
	world.value = v;
}

static inline void world_map(uint64_t ipa, uint8_t access, uint8_t memory)
{
	const struct ab_s2_attr attr = { .access = access, .memory = memory };
	struct ab_error why;

	assert_ok(ab_s2_map(&world.vm.s2, ipa, ipa, WORLD_MAPPED, &attr, 0, &why), &why, "map");
}

static inline void world_add(uint64_t base, uint64_t size, unsigned int width)
{
	assert_true(dev_bus_add(&world.vm.bus, &(struct dev_bus_range){ .base = base,
									.size = size,
									.width = width,
									.read = world_read,
									.write = world_write,
									.dev = &world }));
}

/* Its GIC: the timers' interrupts 27 and 30, 40 of a device of its own, 33 of an emulated one. */
static inline void world_gic(uint32_t n)
{
	struct el2_vgic *gic = &world.vm.gic;

	fake_start(4);
	fake.self = WORLD_FIRST;
	fake.owner = gic;
	gic->n_cpus = n;
	gic->maintenance = FAKE_MAINTENANCE;
	for (uint32_t i = 0; i < n; i++) {
		struct el2_vgic_cpu *c = &world.cpu[i].gic;

		c->affinity = 0x100 + i;
		c->cpu = WORLD_FIRST + i;
		gic->cpus[i] = c;
		fake.cpu[WORLD_FIRST + i].vm = gic;
		fake.cpu[WORLD_FIRST + i].vcpu = c;
	}
	el2_vgic_init(gic);
	assert_true(el2_vgic_give(gic, 27, true) && el2_vgic_give(gic, 30, true) &&
		    el2_vgic_give(gic, 40, true) && el2_vgic_give(gic, 33, false));
	el2_vgic_reset(gic);
	el2_vgic_cpu_reset(gic, &world.cpu[0].gic);
}

/* A running VM of @n vCPUs with affinities 0x100, 0x101..., of which the first runs; the physical
 * CPUs are WORLD_FIRST and those after it. */
static inline void world_begin(uint32_t n)
{
	const struct ab_s2_config config = {
		.cpu = { .pa_bits = 52, .vmid_bits = 16, .granule_4k = true, .xnx = true },
		.ipa_bits = 40,
		.vmid = 1,
	};
	const struct ab_s2_ops ops = { .alloc = world_alloc,
				       .free = world_free,
				       .at = world_at,
				       .tlbi = world_tlbi,
				       .barrier = world_barrier };
	struct ab_error why;

	memset(&world, 0, sizeof(world));
	el2_fake_begin();
	el2_fake.outer[0] = &world.vm.devices;
	el2_fake.outer[1] = &world.vm.lock;
	el2_fake.outer[2] = &world_node.lock;
	memset(&world_node, 0, sizeof(world_node));
	world.vm.node = &world_node;
	assert_ok(ab_s2_init(&world.vm.s2, &config, &ops, &why), &why, "stage 2");
	world_map(WORLD_RAM, AB_S2_RWX, AB_S2_WB);
	world_map(WORLD_DATA, AB_S2_RW, AB_S2_WB);
	world_map(WORLD_USER, AB_S2_RW | AB_S2_X_EL0, AB_S2_WB);
	world_map(WORLD_OWN, AB_S2_RW, AB_S2_NGNRE);
	world_add(WORLD_DEVICE, WORLD_DEVICE_SIZE, 0);
	world.spec.n_cpus = n;
	world.vm.spec = &world.spec;
	world.vm.gicd = WORLD_GICD;
	world.vm.gicd_size = EL2_VGIC_DIST_SIZE;
	world.vm.gicr = WORLD_GICR;
	world.vm.gicr_size = n * (uint64_t)EL2_VGIC_REDIST_SIZE;
	world.vm.state = EL2_VM_RUNNING;
	for (uint32_t i = 0; i < WORLD_CPUS; i++) {
		world.vm.vcpu[i] = &world.cpu[i];
		world.cpu[i] = (struct el2_vcpu){
			.vm = &world.vm,
			.index = i,
			.cpu = WORLD_FIRST + i,
			.mpidr = 0x100 + i,
			.pc = 0x80001000,
			.pstate = 0x3c5,
			.power = i == 0 ? EL2_VCPU_ON : EL2_VCPU_OFF,
			.inside = i == 0,
		};
		for (uint64_t r = 0; r < 31; r++)
			world.cpu[i].x[r] = UINT64_C(0xa5a5000000000000) | (uint64_t)i << 8 | r;
	}
	world_gic(n);
	el2_fake.locks = 0;
}

/* All but x[@but] is as in @was; 31: all. */
static inline void world_same_registers(const struct el2_vcpu *was, const struct el2_vcpu *is,
					unsigned int but)
{
	for (unsigned int r = 0; r < 31; r++)
		if (r != but && is->x[r] != was->x[r])
			fail_msg("x%u is %#llx", r, (unsigned long long)is->x[r]);
}

/* One exit more than in @was, for the reason. */
static inline void world_one_exit(const struct el2_vcpu *was, const struct el2_vcpu *is,
				  enum el2_exit reason)
{
	for (unsigned int e = 0; e < EL2_EXITS; e++)
		if (is->exits[e] != was->exits[e] + (e == (unsigned int)reason))
			fail_msg("exits of reason %u: %llu", e, (unsigned long long)is->exits[e]);
}

#endif /* EL2_WORLD_H */
