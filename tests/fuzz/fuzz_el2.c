/* SPDX-License-Identifier: BSD-2-Clause */
/* Any traps of a VM, one after another: what EL2 does to its registers, what reaches devices and
 * the firmware, and what is counted fit together. Or, where the bytes begin as a device tree does:
 * the machine of that tree, whose memory is given out. */
#include "unit/el2_fake_gic.h"
#include "unit/el2_fake_hw.h"

#include "devices/pl011.h"
#include "el2/node.h"
#include "el2/esr.h"
#include "el2/life.h"
#include "el2/memory.h"
#include "el2/trap.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static struct el2_node node; /* without a VM: nobody is told of anything */

static void require(bool holds)
{
	if (!holds)
		abort();
}

/* ---- traps */

#define CPUS 3
#define RAM UINT64_C(0x80000000)
#define RAM_SIZE (2 * AB_MiB)
#define DATA UINT64_C(0x90000000) /* not executable, of the same size */
#define GICD UINT64_C(0x10000000)
#define GICR UINT64_C(0x10100000)
#define VECTORS UINT64_C(0xffff000000080800)

/* A range of the bus, which judges what comes to it. */
struct probe {
	uint64_t size;
	unsigned int width, accesses;
};

static struct {
	struct el2_vm vm;
	struct el2_bundle_vm spec;
	struct el2_vcpu cpu[CPUS];
	struct probe probe[3];
	_Alignas(8) uint8_t tables[16 * 4096];
	size_t pages;
} world;

static const uint8_t *in;
static size_t left;

static uint64_t take(unsigned int bytes)
{
	uint64_t v = 0;

	for (unsigned int i = 0; i < bytes; i++) {
		v = v << 8 | (left != 0 ? *in : 0);
		in += left != 0;
		left -= left != 0;
	}
	return v;
}

static bool give_table(void *ctx, uint64_t size, uint64_t *pa)
{
	const size_t n = (size_t)size / 4096, at = (world.pages + n - 1) / n * n;

	(void)ctx;
	require((at + n) * 4096 <= sizeof(world.tables));
	world.pages = at + n;
	*pa = 0x40000000 + at * 4096;
	return true;
}

static void take_table(void *ctx, uint64_t pa, uint64_t size)
{
	(void)ctx;
	(void)pa;
	(void)size;
}

static void *table_at(void *ctx, uint64_t pa)
{
	(void)ctx;
	return &world.tables[pa - 0x40000000];
}

static void tlbi(void *ctx, uint64_t ipa, uint64_t size, int level)
{
	(void)ctx;
	(void)ipa;
	(void)size;
	(void)level;
}

static void barrier(void *ctx, enum ab_s2_barrier kind)
{
	(void)ctx;
	(void)kind;
}

static void judge_access(struct probe *p, uint64_t off, unsigned int len)
{
	require(len == 1 || len == 2 || len == 4 || len == 8);
	require(ab_within(off, len, p->size) && (p->width == 0 || len <= p->width));
	p->accesses++;
}

static uint64_t probe_read(void *dev, uint64_t off, unsigned int len)
{
	judge_access(dev, off, len);
	return UINT64_C(0x8182838485868788);
}

static void probe_write(void *dev, uint64_t off, unsigned int len, uint64_t v)
{
	judge_access(dev, off, len);
	require(len == 8 || v >> 8 * len == 0);
}

static void uart_out(void *ctx, uint8_t byte)
{
	(void)ctx;
	(void)byte;
}

static void add_devices(void)
{
	/* one behind another, so that what straddles an end would meet the next */
	static const struct {
		uint64_t base, size;
		unsigned int width;
	} ranges[] = {
		{ 0x11001000, 0x10, 4 },
		{ 0x11001010, 3, 0 },
		{ UINT64_C(0xffffffffff000), 0x1000, 0 },
	};

	world.vm.uart.out = uart_out;
	dev_pl011_reset(&world.vm.uart);
	require(dev_bus_add(&world.vm.bus, &(struct dev_bus_range){ .base = 0x11000000,
								    .size = 0x1000,
								    .read = dev_pl011_read,
								    .write = dev_pl011_write,
								    .dev = &world.vm.uart }));
	for (size_t i = 0; i < 3; i++) {
		world.probe[i] = (struct probe){ .size = ranges[i].size, .width = ranges[i].width };
		require(
		    dev_bus_add(&world.vm.bus, &(struct dev_bus_range){ .base = ranges[i].base,
									.size = ranges[i].size,
									.width = ranges[i].width,
									.read = probe_read,
									.write = probe_write,
									.dev = &world.probe[i] }));
	}
}

static uint64_t firmware(uint32_t function, uint64_t x1)
{
	require(function == 0x80000001 || function == 0x80008000 || function == 0x80007fff ||
		function == 0x80003fff);
	require(x1 <= UINT32_MAX);
	return x1 % 3 - 1; /* of the workarounds: -1, 0 and 1 */
}

/* A vCPU runs on the physical CPU of the same number. */
static void self(const struct el2_vcpu *v)
{
	fake.self = v->cpu;
}

static void cpu_on(struct el2_vcpu *v)
{
	self(v);
	v->power = EL2_VCPU_ON;
	v->inside = true;
	el2_vgic_cpu_reset(&world.vm.gic, &v->gic);
	fake_guest_interface(v->cpu, 0xff, true, false);
}

static void add_gic(void)
{
	struct el2_vgic *gic = &world.vm.gic;

	fake_start(4);
	fake.owner = gic;
	gic->n_cpus = CPUS;
	gic->maintenance = FAKE_MAINTENANCE;
	for (uint32_t i = 0; i < CPUS; i++) {
		struct el2_vgic_cpu *c = &world.cpu[i].gic;

		*c = (struct el2_vgic_cpu){ .affinity = i, .cpu = i };
		gic->cpus[i] = c;
		fake.cpu[i].vm = gic;
		fake.cpu[i].vcpu = c;
	}
	el2_vgic_init(gic);
	require(el2_vgic_give(gic, 27, true) && el2_vgic_give(gic, 40, true) &&
		el2_vgic_give(gic, 33, false));
	el2_vgic_reset(gic);
}

static void begin(void)
{
	const struct ab_s2_config config = {
		.cpu = { .pa_bits = 48, .vmid_bits = 8, .granule_4k = true },
		.ipa_bits = 40,
	};
	const struct ab_s2_ops ops = {
		give_table, take_table, table_at, NULL, tlbi, barrier, NULL
	};
	const struct ab_s2_attr rwx = { .access = AB_S2_RWX }, rw = { .access = AB_S2_RW };
	struct ab_error why;

	memset(&world, 0, sizeof(world));
	el2_fake_begin();
	el2_fake.firmware = firmware;
	el2_fake.outer[0] = &world.vm.devices;
	el2_fake.outer[1] = &world.vm.lock;
	el2_fake.outer[2] = &node.lock;
	memset(&node, 0, sizeof(node));
	world.vm.node = &node;
	require(ab_s2_init(&world.vm.s2, &config, &ops, &why) == AB_OK);
	require(ab_s2_map(&world.vm.s2, RAM, RAM, RAM_SIZE, &rwx, 0, &why) == AB_OK);
	require(ab_s2_map(&world.vm.s2, DATA, DATA, RAM_SIZE, &rw, 0, &why) == AB_OK);
	add_devices();
	world.spec.n_cpus = CPUS;
	world.vm.spec = &world.spec;
	world.vm.gicd = GICD;
	world.vm.gicd_size = EL2_VGIC_DIST_SIZE;
	world.vm.gicr = GICR;
	world.vm.gicr_size = CPUS * EL2_VGIC_REDIST_SIZE;
	world.vm.state = EL2_VM_RUNNING;
	for (uint32_t i = 0; i < CPUS; i++) {
		world.cpu[i] = (struct el2_vcpu){
			.vm = &world.vm, .index = i, .cpu = i, .mpidr = i, .pc = RAM, .pstate = 5
		};
		world.vm.vcpu[i] = &world.cpu[i];
	}
	add_gic();
	cpu_on(&world.cpu[0]);
}

/* A number that means something, or any. */
static uint64_t number(void)
{
	static const uint64_t likely[] = {
		0,
		1,
		2,
		3,
		RAM,
		RAM + RAM_SIZE - 4,
		RAM + RAM_SIZE,
		DATA,
		0x11000000,
		0x80000001,
		0x80008000,
		0x80007fff,
		0x84000000,
		0x84000003,
		0xc4000003,
		0xc4000004,
		0xc4000001,
		0x8400000a,
	};
	const uint64_t kind = take(1);

	if (kind < sizeof(likely) / sizeof(likely[0]))
		return likely[kind];
	if (kind < 0x40)
		return 0x84000000 | (take(1) & 0x1f) | (kind & 1) << 30;
	return kind < 0xc0 ? take((unsigned int)(kind & 7) + 1) : ~take(2);
}

static uint64_t address(void)
{
	static const uint64_t bases[] = { 0x11000000, 0x11001000, 0x11001010,
					  UINT64_C(0xffffffffff000) };
	static const uint64_t gic[] = { GICD, GICD + 0x8000, GICR, GICR + 0x10000, GICR + 0x50000 };
	const uint64_t kind = take(1);

	if (kind >= 0xe0)
		return gic[kind % 5] + (take(2) & 0x7fff) - 0x20;
	return kind < 0xc0 ? bases[kind & 3] + (take(2) & 0x1fff) - 0x20 : number();
}

static uint64_t sum(const struct el2_vcpu *v)
{
	uint64_t n = 0;

	for (unsigned int e = 0; e < EL2_EXITS; e++)
		n += v->exits[e];
	return n;
}

static unsigned int accesses(void)
{
	return world.probe[0].accesses + world.probe[1].accesses + world.probe[2].accesses;
}

/* How the reason that was counted fits what was done. */
static void judge_count(const struct el2_vcpu *was, const struct el2_vcpu *v, enum el2_verb verb)
{
	unsigned int reason = 0;

	require(sum(v) == sum(was) + 1);
	while (v->exits[reason] == was->exits[reason])
		reason++;
	switch (reason) {
	case EL2_EXIT_CALL:
		require(verb == EL2_EMULATE || verb == EL2_FORWARD || verb == EL2_TERMINATE);
		break;
	case EL2_EXIT_SYSREG:
		require(verb == EL2_EMULATE || verb == EL2_FORWARD);
		break;
	case EL2_EXIT_DEVICE:
		require(verb == EL2_EMULATE);
		break;
	case EL2_EXIT_ABORT:
	case EL2_EXIT_UNDEFINED:
		require(verb == EL2_INJECT);
		break;
	default:
		require(reason == EL2_EXIT_FATAL && verb == EL2_TERMINATE);
	}
	require((verb == EL2_TERMINATE) == el2_life_leaves(v));
}

static void judge_registers(const struct el2_vcpu *was, const struct el2_vcpu *v,
			    enum el2_verb verb)
{
	unsigned int changed = 0;

	for (unsigned int r = 0; r < 31; r++)
		changed += v->x[r] != was->x[r];
	if (verb == EL2_INJECT) {
		const uint64_t off = v->pc - VECTORS;

		require(off % 0x200 == 0 && off <= 0x600 && changed == 0);
		require(el2_fake.reg[EL2_ELR_EL1] == was->pc);
		require(el2_fake.reg[EL2_SPSR_EL1] == was->pstate);
		require((v->pstate & 0x3df) == 0x3c5);
		return;
	}
	require(v->pc == was->pc || v->pc == was->pc + 4);
	require(v->pc == was->pc ? v->pstate == was->pstate
				 : v->pstate == (was->pstate & ~UINT64_C(0x200c00)));
	require(changed <= 1);
}

/* What waits to begin may begin there. */
static void judge_power(void)
{
	for (unsigned int i = 0; i < CPUS; i++)
		require(world.cpu[i].power != EL2_VCPU_PENDING ||
			(world.cpu[i].entry % 4 == 0 && world.cpu[i].entry >= RAM &&
			 world.cpu[i].entry < RAM + RAM_SIZE));
}

static void one_trap(void)
{
	static const uint8_t classes[] = { 0x16, 0x17, 0x18, 0x24, 0x24, 0x20, 0x01, 0x00 };
	const uint64_t control = take(1);
	struct el2_vcpu *v = &world.cpu[control % CPUS], was;
	const uint64_t ec = control & 0x80 ? take(1) & 0x3f : classes[control >> 3 & 7];
	const uint64_t ipa = address(), iss = take(4) & 0x3ffffff;
	const unsigned int before = accesses();
	enum el2_verb verb;

	self(v);
	if (v->power != EL2_VCPU_ON) { /* its own CPU begins */
		cpu_on(v);
		v->pc = v->entry;
		v->x[0] = v->context;
	}
	if ((control & 0x40) != 0) {
		v->pstate = take(4);
		v->pc = number();
	}
	for (unsigned int i = 0; i < 4; i++)
		v->x[i] = number();
	v->hpfar = ipa >> 12 << 4;
	v->far = (take(1) << 56) | (ipa & 0xfff);
	el2_fake.reg[EL2_SCTLR_EL1] = take(1) << 20;
	el2_fake.reg[EL2_VBAR_EL1] = VECTORS;
	was = *v;
	verb = el2_trap(v, ec << 26 | iss);
	judge_count(&was, v, verb);
	judge_registers(&was, v, verb);
	judge_power();
	require(el2_fake.held == 0);
	require(accesses() == before || (ec == EL2_EC_DATA_LOWER && verb == EL2_EMULATE));
	require(v->vm == &world.vm && v->mpidr == was.mpidr && v->cpu == was.cpu);
	if (v->power == EL2_VCPU_OFF)
		el2_vgic_cpu_off(&world.vm.gic, &v->gic);
	fake_run();
	require(fake.wrong == 0);
}

/* ---- trees */

static void tree(const uint8_t *data, size_t size)
{
	static struct el2_facts facts;
	static struct el2_memory m;
	struct ab_error why;
	enum ab_err err = el2_facts_read(&facts, (struct ab_bytes){ data, size }, 0, &why);
	uint64_t base;

	require(err == AB_OK || why.code == err);
	if (err != AB_OK)
		return;
	err = el2_memory_init(&m, &facts, &why);
	require(err == AB_OK || err == AB_ERR_ARG || err == AB_ERR_OVERLAP);
	if (err == AB_OK) { /* the bundle, which the tree may reserve */
		err = el2_memory_take(&m, facts.info.initrd.base, facts.info.initrd.size, "mine",
				      &why);
		require(err == AB_OK || err == AB_ERR_ARG || err == AB_ERR_OVERLAP);
	}
	for (unsigned int i = 0; i < 100 && err == AB_OK; i++) {
		const uint64_t align = UINT64_C(1) << (12 + i % 10);

		err = el2_memory_find(&m, (1 + i % 7) * 4096, align, "VM", &base, &why);
		require(err == AB_OK || err == AB_ERR_NOSPACE);
		require(err != AB_OK || base % align == 0);
	}
	for (uint32_t i = 1; i < m.taken.n; i++)
		require(m.room[i - 1].base + m.room[i - 1].size <= m.room[i].base);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	if (size >= 4 && memcmp(data, "\xd0\x0d\xfe\xed", 4) == 0) {
		tree(data, size);
		return 0;
	}
	in = data;
	left = size;
	begin();
	for (unsigned int i = 0; i < 256 && left != 0; i++) {
		one_trap();
		if (world.vm.state != EL2_VM_RUNNING)
			begin();
	}
	return 0;
}
