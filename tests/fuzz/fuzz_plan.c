/* SPDX-License-Identifier: BSD-2-Clause */
/* Any bytes as machine, payload and kernel: what is planned is right and is written as planned.
 * Input: a number n, n choices, the kernel's bytes; numbers are words of 32 bits, little-endian. */
#include <aetherboot/aetherboot.h>

#include "machine/machine_priv.h"

#include <stdlib.h>
#include <string.h>

#define WORK_MAX ((size_t)256 << 20)
#define POOL ((size_t)4 << 20)

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds)
{
	if (!holds)
		abort();
}

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
	struct ab_cache caches[4];
	struct ab_bytes initrds[3];
	struct ab_setup_data nodes[2];
	struct ab_reserve reserve[3];
	struct ab_blob blobs[3];
	struct ab_fixed fixed[3];
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

static void choose_bridge(struct ab_pcie *p, struct choices *c)
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
		if (d->type == AB_DEV_PCIE_ECAM)
			choose_bridge(&d->pcie, c);
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
	g->its = number(c);
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
		s->fixed[i].kind = (enum ab_region_kind)pick(c, AB_REGION_SMBIOS + 2);
		s->fixed[i].base = number(c);
	}
}

static void choose_payload(struct sample *s, struct choices *c)
{
	s->os.protocol = (enum ab_protocol)pick(c, 8);
	s->os.flags = pick(c, 8);
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
}

/* ---- what holds --------------------------------------------------------------------------- */

/* Where placing stands. */
struct placed {
	const struct ab_plan *plan;
	uint32_t region;
	uint64_t off;
	uint32_t crc; /* of all that came, and where it went */
};

static void next_region(struct placed *p)
{
	const struct ab_region *r = p->plan->regions.at;

	if (p->region < p->plan->regions.n && p->off == r[p->region].size) {
		p->region++;
		p->off = 0;
	}
	while (p->region < p->plan->regions.n && r[p->region].backing == AB_BACKING_NONE)
		p->region++;
}

static enum ab_err take(void *ctx, const struct ab_region *r, uint64_t off, const void *src,
			size_t len)
{
	struct placed *p = ctx;
	uint8_t where[24];

	next_region(p);
	require(p->region < p->plan->regions.n && r->base == p->plan->regions.at[p->region].base);
	require(off == p->off && len != 0 && ab_within(off, len, r->size));
	ab_st_le64(where, r->base + off);
	ab_st_le64(where + 8, len);
	ab_st_le64(where + 16, src != NULL);
	p->crc = ab_crc32(p->crc, where, sizeof(where));
	if (src != NULL) { /* all of what is small, of the rest both ends */
		p->crc = ab_crc32(p->crc, src, len < 65536 ? len : 1);
		p->crc = ab_crc32(p->crc, (const uint8_t *)src + len - 1, 1);
	}
	p->off += len;
	return AB_OK;
}

/* Bytes of [base, base + size) that are RAM; it may end at 2^64. */
static uint64_t ram_in(const struct ab_machine *m, uint64_t base, uint64_t size)
{
	uint64_t found = 0;

	for (size_t i = 0; i < m->ram.n; i++) {
		const struct ab_ram *r = &m->ram.at[i];
		uint64_t lo = r->base > base ? r->base : base;
		uint64_t last = r->base + (r->size - 1);

		last = last < base + (size - 1) ? last : base + (size - 1);
		found += ab_overlaps(base, size, r->base, r->size) ? last - lo + 1 : 0;
	}
	return found;
}

static void check_regions(const struct ab_plan *p)
{
	const struct ab_region *kernel = ab_plan_region(p, AB_REGION_KERNEL);
	uint64_t end = 0;

	require(p->regions.n <= ab_plan_regions(p->machine, p->payload));
	for (uint32_t i = 0; i < p->regions.n; i++) {
		const struct ab_region *r = &p->regions.at[i];

		require(r->size != 0 && r->base >= end && r->name != NULL);
		end = r->base + r->size; /* 2^64: nothing follows */
		require(ab_range_ok(r->base, r->size) && (end != 0 || i + 1 == p->regions.n));
		require(r->backing == AB_BACKING_NONE ||
			ram_in(p->machine, r->base, r->size) ==
			    (r->backing == AB_BACKING_RAM ? r->size : 0));
	}
	if (p->protocol == AB_PROTOCOL_FIRMWARE)
		require(kernel == NULL && p->entry == 0xfffffff0);
	else
		require(kernel != NULL && p->entry - kernel->base < kernel->size);
	require(p->protocol_why != NULL);
}

/* The map ascends, neighbours differ, and what it tells of RAM is all of it. */
static void check_map(const struct ab_plan *p)
{
	const struct ab_memmap map = ab_plan_memmap(p);
	struct ab_memmap_iter it = { 0 };
	struct ab_memmap_entry e, last = { 0, 0, 0 };
	uint64_t ram = 0, total = 0;

	while (ab_memmap_next(&map, &it, &e)) {
		uint64_t end = last.base + last.size;

		require(e.size != 0 && e.base >= end && (e.base > end || e.type != last.type));
		require(e.type == AB_MEM_RESERVED || ram_in(p->machine, e.base, e.size) == e.size);
		ram += ram_in(p->machine, e.base, e.size);
		last = e;
	}
	for (size_t i = 0; i < map.ram.n; i++)
		total += map.ram.at[i].size;
	require(ram == total);
}

static void check_cpus(const struct ab_plan *p)
{
	const uint32_t n = p->machine->n_cpus;
	const uint32_t some[] = { 0, n / 2, n - 1 };
	struct ab_error why;
	struct ab_vcpu cpu;

	for (size_t i = 0; i < 3; i++) {
		require(ab_plan_entry(p, some[i], &cpu, &why) == AB_OK);
		require(cpu.arch == p->machine->arch);
		require(cpu.id == ab_machine_cpu_id(p->machine, some[i]));
	}
	require(ab_plan_entry(p, n, &cpu, &why) == AB_ERR_ARG && why.value == n);
}

static void check_text(const struct ab_plan *p)
{
	struct ab_buf measured = ab_buf_over(NULL, 0), written;
	char *text;

	ab_plan_text(p, &measured);
	text = malloc(measured.len);
	require(measured.error.code == AB_OK && text != NULL);
	written = ab_buf_over(text, measured.len);
	ab_plan_text(p, &written);
	require(written.error.code == AB_OK && written.len == measured.len);
	free(text);
}

/* Only a stream's content can fail now, and not when it was verified. Returns what was told. */
static enum ab_err place(const struct ab_plan *plan, struct ab_work work, uint32_t *crc)
{
	const bool stream =
	    plan->kernel.codec != AB_CODEC_NONE && (plan->payload->flags & AB_VERIFY) == 0;
	struct placed p = { plan, 0, 0, 0 };
	struct ab_error why = { AB_OK, NULL, 0, NULL };
	enum ab_err err = ab_plan_place(plan, (struct ab_mem){ take, &p }, work, &why);

	require(err == AB_OK || (stream && err != AB_ERR_INTERNAL && why.what != NULL));
	next_region(&p);
	require(err != AB_OK || p.region == plan->regions.n);
	*crc = p.crc;
	return err;
}

static bool told(enum ab_err err, const struct ab_error *why)
{
	char text[300];

	if (err == AB_OK)
		return false;
	require(why->code == err && why->what != NULL && err != AB_ERR_INTERNAL);
	require(strcmp(why->what, "plan.regions.n") != 0); /* ab_plan_regions() is enough */
	ab_error_text(why, text, sizeof(text));
	return true;
}

static void run_in(struct ab_plan *plan, const struct sample *s)
{
	struct ab_error why = { AB_OK, NULL, 0, NULL };
	struct ab_work work = { NULL, 0 };
	uint32_t crc, again;

	if (told(ab_plan_work(plan, &s->m, &s->os, &work.size, &why), &why) || work.size > WORK_MAX)
		return;
	work.data = malloc(work.size); /* no byte more */
	if (!told(ab_plan_make(plan, &s->m, &s->os, work, &why), &why)) {
		check_regions(plan);
		check_map(plan);
		check_cpus(plan);
		check_text(plan);
		if (plan->work > work.size && plan->work <= WORK_MAX) {
			free(work.data);
			work = (struct ab_work){ malloc(plan->work), plan->work };
		}
		if (plan->work <= work.size && place(plan, work, &crc) == AB_OK)
			require(place(plan, work, &again) == AB_OK && again == crc);
	}
	free(work.data);
}

static void run(const struct sample *s)
{
	static struct ab_plan plan;
	struct ab_region *room;

	plan.regions.cap = (uint32_t)ab_plan_regions(&s->m, &s->os);
	room = malloc(plan.regions.cap * sizeof(*room)); /* no entry more */
	plan.regions.at = room;
	run_in(&plan, s);
	free(room);
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
	run(&s);
	return 0;
}
