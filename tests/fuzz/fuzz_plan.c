/* SPDX-License-Identifier: BSD-2-Clause */
/* Any bytes as machine, payload and kernel: what is planned is right and is written as planned.
 * Input: a number n, n choices, the kernel's bytes; numbers are words of 32 bits, little-endian. */
#include "plan_holds.h"

#include "machine/machine_priv.h"

#include <stdlib.h>
#include <string.h>

#define POOL ((size_t)4 << 20)

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* ---- choices ------------------------------------------------------------------------------ */

struct choices {
	const uint8_t *at;
	size_t n; /* words left; 0 comes after the last */
};

static uint32_t word(struct choices *c)
{
	uint32_t v;

	if (c->n == 0)
		return 0;
	v = ab_ld_le32(c->at);
	c->at += 4;
	c->n--;
	return v;
}

/* 0 to n - 1 */
static uint32_t pick(struct choices *c, uint32_t n)
{
	return word(c) % n;
}

/* Of any magnitude: 26 bits, shifted by the lowest 6. */
static uint64_t number(struct choices *c)
{
	uint32_t v = word(c);

	return (uint64_t)(v >> 6) << (v & 63);
}

static struct ab_range range(struct choices *c)
{
	uint64_t base = number(c);

	return (struct ab_range){ base, number(c) };
}

/* Bytes that are there to be read. */
static struct ab_bytes bytes(struct choices *c)
{
	static const uint8_t pool[POOL];

	return (struct ab_bytes){ pool, (size_t)(number(c) % POOL) };
}

/* A machine and a payload with room for their lists. */
struct sample {
	struct ab_machine m;
	struct ab_payload os;
	struct ab_cpu cpus[16];
	struct ab_ram ram[6];
	struct ab_dev devs[8];
	struct ab_distance distances[3];
	struct ab_range redist[2];
	struct ab_its its;
	struct ab_cache caches[4];
	struct ab_bytes initrds[3];
	struct ab_bytes addons[3];
	struct ab_setup_data nodes[2];
	struct ab_reserve reserve[3];
	struct ab_blob blobs[3];
	struct ab_module modules[4];
	struct ab_fixed fixed[3];
	struct ab_pci_route routes[3]; /* of all bridges */
	struct ab_range more[5];
	char cmdline[3000];
};

static void choose_cpus(struct sample *s, struct choices *c)
{
	s->m.n_cpus = pick(c, 600);
	s->m.topology = (struct ab_topology){ pick(c, 4), pick(c, 9), pick(c, 4) };
	s->m.cpus.n = pick(c, 17);
	for (size_t i = 0; i < s->m.cpus.n; i++) {
		s->cpus[i].id = number(c);
		s->cpus[i].node = pick(c, 4);
	}
	s->m.cpus.at = s->cpus;
	s->m.distances.n = pick(c, 4);
	for (size_t i = 0; i < s->m.distances.n; i++) {
		s->distances[i].from = pick(c, 4);
		s->distances[i].to = pick(c, 4);
		s->distances[i].value = (uint8_t)pick(c, 256);
	}
	s->m.distances.at = s->distances;
}

static void choose_ram(struct sample *s, struct choices *c)
{
	uint64_t at = 0;

	s->m.ram.n = pick(c, 7);
	for (size_t i = 0; i < s->m.ram.n; i++) {
		at += number(c); /* the gap */
		s->ram[i].base = at;
		s->ram[i].size = number(c);
		s->ram[i].node = pick(c, 4);
		at += s->ram[i].size;
	}
	s->m.ram.at = s->ram;
}

static void choose_bridge(struct sample *s, struct ab_pcie *p, struct choices *c)
{
	p->segment = (uint16_t)pick(c, 3);
	p->bus = (uint8_t)pick(c, 256);
	for (unsigned int i = 0; i < 4; i++)
		p->intx[i] = pick(c, 300);
	p->pio = range(c);
	p->mmio32 = range(c);
	p->mmio64 = range(c);
	p->smmu = (uint8_t)pick(c, 3);
	p->probe_only = pick(c, 2) != 0;
	p->routes = (struct ab_pci_route_list){ s->routes, pick(c, 4) };
	p->more_pio = (struct ab_range_list){ s->more, pick(c, 4) };
	p->more_mmio = (struct ab_range_list){ s->more + 2, pick(c, 4) };
	for (size_t i = 0; i < p->routes.n; i++)
		s->routes[i] = (struct ab_pci_route){ (uint8_t)pick(c, 33), (uint8_t)pick(c, 5),
						      pick(c, 300) };
	for (size_t i = 0; i < p->more_pio.n + p->more_mmio.n; i++)
		s->more[i % 5] = range(c);
}

static void choose_devices(struct sample *s, struct choices *c)
{
	s->m.devs.n = pick(c, 9);
	for (size_t i = 0; i < s->m.devs.n; i++) {
		struct ab_dev *d = &s->devs[i];

		d->type = (enum ab_dev_type)pick(c, AB_DEV_KINDS + 1);
		d->base = number(c);
		d->size = number(c);
		d->irq = (uint32_t)number(c);
		d->irq_flags = (enum ab_irq_flags)pick(c, 6);
		d->uid = pick(c, 300);
		d->node = pick(c, 4);
		if (d->type == AB_DEV_PCIE_ECAM || d->type == AB_DEV_PCI)
			choose_bridge(s, &d->pcie, c);
		if (d->type == AB_DEV_IOAPIC) {
			d->ioapic = (struct ab_ioapic){ (uint8_t)d->uid, d->irq };
			d->uid = d->irq = 0;
		}
	}
	s->m.devs.at = s->devs;
}

static void choose_gic(struct sample *s, struct choices *c)
{
	struct ab_gic *g = &s->m.arm64.gic;

	g->version = pick(c, 5);
	g->dist = number(c);
	g->cpu = number(c);
	g->redist.n = pick(c, 3);
	for (size_t i = 0; i < g->redist.n; i++)
		s->redist[i] = range(c);
	g->redist.at = s->redist;
	s->its.base = number(c);
	g->its = (struct ab_its_list){ &s->its, s->its.base != 0 };
	g->v2m = number(c);
	g->v2m_spi = pick(c, 1100);
	g->v2m_spis = pick(c, 1100);
	g->maintenance = pick(c, 40);
	s->m.arm64.timer.virt = pick(c, 40);
	s->m.arm64.timer.hyp_virt = pick(c, 40);
	s->m.arm64.pmu = pick(c, 40);
	s->m.arm64.conduit = (enum ab_conduit)pick(c, 3);
	s->m.caches.n = pick(c, 5);
	for (size_t i = 0; i < s->m.caches.n; i++) {
		s->caches[i].level = (uint8_t)pick(c, 6);
		s->caches[i].type = (enum ab_cache_type)pick(c, 4);
		s->caches[i].size = (uint32_t)number(c);
		s->caches[i].line = (uint32_t)number(c);
		s->caches[i].ways = pick(c, 40);
		s->caches[i].cpus = pick(c, 20);
	}
	s->m.caches.at = s->caches;
}

static void choose_machine(struct sample *s, struct choices *c)
{
	s->m.arch = pick(c, 2) == 0 ? AB_ARCH_X86_64 : AB_ARCH_ARM64;
	s->m.tables = (enum ab_tables)pick(c, AB_TABLES_FDT + 2);
	s->m.phys_bits = (uint8_t)pick(c, 64);
	choose_cpus(s, c);
	choose_ram(s, c);
	choose_devices(s, c);
	if (s->m.arch == AB_ARCH_ARM64)
		choose_gic(s, c);
}

static void choose_own(struct sample *s, struct choices *c)
{
	s->os.reserve = (struct ab_reserve_list){ s->reserve, pick(c, 4) };
	for (size_t i = 0; i < s->os.reserve.n; i++) {
		const struct ab_range r = range(c);

		s->reserve[i] = (struct ab_reserve){ r.base, r.size, "reservation" };
	}
	s->os.blobs = (struct ab_blob_list){ s->blobs, pick(c, 4) };
	for (size_t i = 0; i < s->os.blobs.n; i++) {
		uint32_t kind;

		s->blobs[i].bytes = bytes(c);
		s->blobs[i].base = number(c);
		kind = pick(c, 24);
		s->blobs[i].type = (enum ab_mem_type)(kind % 6);
		s->blobs[i].backing = (enum ab_backing)(kind / 6);
		s->blobs[i].name = "blob";
	}
	s->os.fixed = (struct ab_fixed_list){ s->fixed, pick(c, 4) };
	for (size_t i = 0; i < s->os.fixed.n; i++) {
		s->fixed[i].kind = (enum ab_region_kind)pick(c, AB_REGION_MULTIBOOT_INFO + 2);
		s->fixed[i].base = number(c);
	}
}

/* A profile, and pieces of the kernel file as addons. */
static void choose_parts(struct sample *s, struct choices *c)
{
	static const char *const profiles[] = { NULL, "@0", "@1", "@2", "a", "b" };
	const struct ab_bytes file = s->os.kernel;

	s->os.profile = profiles[pick(c, sizeof(profiles) / sizeof(profiles[0]))];
	s->os.addons = (struct ab_bytes_list){ s->addons, pick(c, 4) };
	for (size_t i = 0; i < s->os.addons.n; i++) {
		const size_t at = (size_t)(number(c) % (file.size + 1));

		s->addons[i].data = (const uint8_t *)file.data + at;
		s->addons[i].size = (size_t)(number(c) % (file.size - at + 1));
	}
	s->os.kernel.size -= (size_t)(number(c) % (file.size + 1)); /* addons may be behind it */
}

/* Where a flat binary lies: an entry a little behind, and more memory. */
static void choose_flat(struct sample *s, struct choices *c)
{
	struct ab_flat *f = &s->os.flat;
	uint64_t entry, size;

	f->base = number(c);
	entry = number(c);
	size = number(c);
	f->entry = entry != 0 ? f->base + entry : 0;
	f->size = size != 0 ? s->os.kernel.size + size - 1 : 0;
}

static void choose_payload(struct sample *s, struct choices *c)
{
	s->os.protocol = (enum ab_protocol)pick(c, AB_PROTOCOL_FLAT32 + 2);
	s->os.flags = pick(c, 32);
	memset(s->cmdline, 'c', pick(c, sizeof(s->cmdline)));
	s->os.cmdline = s->cmdline[0] != '\0' ? s->cmdline : NULL;
	s->os.rng_seed = bytes(c);
	s->os.initrds = (struct ab_bytes_list){ s->initrds, pick(c, 4) };
	for (size_t i = 0; i < s->os.initrds.n; i++)
		s->initrds[i] = bytes(c);
	s->os.setup_data = (struct ab_setup_data_list){ s->nodes, pick(c, 3) };
	for (size_t i = 0; i < s->os.setup_data.n; i++) {
		s->nodes[i].type = (uint32_t)number(c);
		s->nodes[i].indirect = pick(c, 2) != 0;
		s->nodes[i].bytes = bytes(c);
	}
	choose_own(s, c);
	choose_parts(s, c);
	s->os.modules = (struct ab_module_list){ s->modules, pick(c, 5) };
	for (size_t i = 0; i < s->os.modules.n; i++) {
		s->modules[i].bytes = bytes(c);
		s->modules[i].cmdline = pick(c, 2) != 0 ? s->cmdline : NULL;
	}
	choose_flat(s, c);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct sample s;
	struct choices c;

	if (size < 4)
		return 0;
	c = (struct choices){ data + 4, ab_ld_le32(data) };
	if (c.n > (size - 4) / 4)
		return 0;
	memset(&s, 0, sizeof(s));
	s.os.kernel = (struct ab_bytes){ data + 4 + 4 * c.n, size - 4 - 4 * c.n };
	choose_machine(&s, &c);
	choose_payload(&s, &c);
	(void)run(&s.m, &s.os);
	return 0;
}
