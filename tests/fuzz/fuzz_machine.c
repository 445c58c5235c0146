/* SPDX-License-Identifier: BSD-2-Clause */
/* Whole machines that are valid, and a few of their fields that are not what they were: what is
 * planned is right and is written as planned. Input: the machine, the number n of changes, n
 * changes of CHANGE bytes, and bytes for what may be any: an overlay, an ACPI table, an initrd. */
#include "plan_holds.h"

#include <stddef.h>

#include "../golden/machines.h"
#include "../unit/arm64_image.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define CHANGE 8 /* field, entry of its list, how (2), value (4) */
#define CHANGES_MAX 24
#define EACH 4 /* most entries of each list of a bridge */

/* A machine and its payload, with lists that may be changed. */
struct sample {
	struct ab_machine m;
	struct ab_payload os;
	struct ab_smbios smbios;
	const char *oem; /* the only OEM string */
	struct ab_cpu cpus[16];
	struct ab_ram ram[8];
	struct ab_dev devs[24];
	struct ab_distance distances[16];
	struct ab_cache caches[8];
	struct ab_range redist[4];
	struct ab_its its[4];
	struct ab_rmr rmrs[8];
	struct ab_bytes tables[3];
	struct ab_bytes overlays[3];
	struct ab_bytes initrds[1];
	struct ab_fixed fixed[2];
	struct ab_reserve reserve[6];
	/* of each device, so many */
	struct ab_pci_route routes[24 * EACH];
	struct ab_range more_pio[24 * EACH];
	struct ab_range more_mmio[24 * EACH];
};

/* ---- fields --------------------------------------------------------------------------------- */

enum how {
	ANY, /* of any magnitude */
	SMALL, /* 0 to 63 */
	NEAR, /* a little more or less than it was */
	COUNT_, /* of a list: at most as many as it has room for */
	FEW, /* of a list of a device's: likewise */
};

struct field {
	uint32_t offset, width, stride, n;
	enum how how;
};

#define M(member, how)                                                                             \
	{                                                                                          \
		offsetof(struct sample, member), sizeof(((struct sample *)0)->member), 0, 1, (how) \
	}
#define LIST(list, member, how)                                                                    \
	{                                                                                          \
		offsetof(struct sample, list[0].member),                                           \
		    sizeof(((struct sample *)0)->list[0].member),                                  \
		    sizeof(((struct sample *)0)->list[0]),                                         \
		    sizeof(((struct sample *)0)->list) / sizeof(((struct sample *)0)->list[0]),    \
		    how                                                                            \
	}
#define N(list, in)                                                                                \
	{                                                                                          \
		offsetof(struct sample, in.n), sizeof(size_t), 0,                                  \
		    sizeof(((struct sample *)0)->list) / sizeof(((struct sample *)0)->list[0]),    \
		    COUNT_                                                                         \
	}

/* New ones go to the end: kept inputs name fields by their place. */
static const struct field fields[] = {
	M(m.tables, SMALL),
	M(m.n_cpus, SMALL),
	M(m.n_cpus, NEAR),
	M(m.phys_bits, SMALL),
	M(m.topology.threads, SMALL),
	M(m.topology.cores, SMALL),
	M(m.topology.dies, SMALL),
	N(cpus, m.cpus),
	LIST(cpus, id, ANY),
	LIST(cpus, id, NEAR),
	LIST(cpus, node, SMALL),
	N(ram, m.ram),
	LIST(ram, base, ANY),
	LIST(ram, size, ANY),
	LIST(ram, size, NEAR),
	LIST(ram, node, SMALL),
	N(devs, m.devs),
	LIST(devs, type, SMALL),
	LIST(devs, base, ANY),
	LIST(devs, base, NEAR),
	LIST(devs, size, ANY),
	LIST(devs, irq, ANY),
	LIST(devs, irq, NEAR),
	LIST(devs, irq_flags, SMALL),
	LIST(devs, uid, SMALL),
	LIST(devs, node, SMALL),
	LIST(devs, ioapic.apic_id, ANY),
	LIST(devs, ioapic.gsi, ANY),
	LIST(devs, hpet.caps, ANY),
	LIST(devs, reset.value, ANY),
	LIST(devs, pcie.segment, SMALL),
	LIST(devs, pcie.bus, ANY),
	LIST(devs, pcie.intx[0], ANY),
	LIST(devs, pcie.intx[3], SMALL),
	LIST(devs, pcie.pio.base, ANY),
	LIST(devs, pcie.pio.size, ANY),
	LIST(devs, pcie.mmio32.base, NEAR),
	LIST(devs, pcie.mmio32.size, ANY),
	LIST(devs, pcie.mmio64.base, ANY),
	LIST(devs, pcie.mmio64.size, ANY),
	LIST(devs, pcie.smmu, SMALL),
	N(distances, m.distances),
	LIST(distances, from, SMALL),
	LIST(distances, to, SMALL),
	LIST(distances, value, ANY),
	N(caches, m.caches),
	LIST(caches, level, SMALL),
	LIST(caches, type, SMALL),
	LIST(caches, size, ANY),
	LIST(caches, line, SMALL),
	LIST(caches, ways, SMALL),
	LIST(caches, cpus, SMALL),
	M(m.arm64.gic.version, SMALL),
	M(m.arm64.gic.dist, ANY),
	M(m.arm64.gic.cpu, ANY),
	LIST(its, base, ANY),
	M(m.arm64.gic.v2m, ANY),
	M(m.arm64.gic.v2m_spi, ANY),
	M(m.arm64.gic.v2m_spis, SMALL),
	M(m.arm64.gic.maintenance, SMALL),
	N(redist, m.arm64.gic.redist),
	LIST(redist, base, ANY),
	LIST(redist, size, ANY),
	M(m.arm64.timer.virt, SMALL),
	M(m.arm64.timer.hyp_virt, SMALL),
	M(m.arm64.pmu, SMALL),
	M(m.arm64.conduit, SMALL),
	M(m.arm64.clidr, ANY),
	N(rmrs, m.arm64.rmrs),
	LIST(rmrs, bridge, SMALL),
	LIST(rmrs, rid, ANY),
	LIST(rmrs, n_rids, SMALL),
	LIST(rmrs, base, NEAR),
	LIST(rmrs, size, ANY),
	M(m.acpi.edition, SMALL),
	M(os.protocol, SMALL),
	M(os.flags, SMALL),
	M(os.kaslr_seed, ANY),
	M(os.rng_seed.size, SMALL),
	N(fixed, os.fixed),
	LIST(fixed, kind, SMALL),
	LIST(fixed, base, ANY),
	N(tables, m.acpi.tables),
	N(overlays, m.fdt.overlays),
	M(smbios.uuid[0], ANY),
	M(m.n_cpus_later, SMALL),
	N(its, m.arm64.gic.its),
	LIST(devs, pcie.its, SMALL),
	LIST(devs, pcie.routes.n, FEW),
	LIST(devs, pcie.more_pio.n, FEW),
	LIST(devs, pcie.more_mmio.n, FEW),
	LIST(routes, slot, SMALL),
	LIST(routes, pin, SMALL),
	LIST(routes, irq, ANY),
	LIST(more_pio, base, ANY),
	LIST(more_pio, size, ANY),
	LIST(more_mmio, base, ANY),
	LIST(more_mmio, base, NEAR),
	LIST(more_mmio, size, ANY),
	LIST(devs, framebuffer.width, ANY),
	LIST(devs, framebuffer.height, ANY),
	LIST(devs, framebuffer.stride, ANY),
	LIST(devs, framebuffer.format, SMALL),
	M(m.arm64.timer_frequency, ANY),
	M(m.acpi.firmware_revision, ANY),
	M(os.flat.base, ANY),
	M(os.flat.entry, ANY),
	M(os.flat.size, ANY),
	N(reserve, os.reserve),
	LIST(reserve, base, ANY),
	LIST(reserve, base, NEAR),
	LIST(reserve, size, ANY),
	LIST(reserve, type, SMALL),
	LIST(reserve, flags, SMALL),
};

#define N_FIELDS (sizeof(fields) / sizeof(fields[0]))

/* What is not a number: each value of the table below is one choice. */
static void nodes(struct ab_fdt *f, void *ctx)
{
	(void)ctx;
	ab_fdt_node(f, "own");
	ab_fdt_u32(f, "acme,n", ab_fdt_phandle(f));
	ab_fdt_reg(f, 0x12345000, 0x1000);
	ab_fdt_end(f);
}

static void nodes_misused(struct ab_fdt *f, void *ctx)
{
	(void)ctx;
	ab_fdt_node(f, "own");
}

static void dsdt(struct ab_aml *aml, void *ctx)
{
	(void)ctx;
	ab_aml_int(aml, 7); /* misuse: no term of a list */
}

static void choose(struct sample *s, uint32_t value)
{
	static const char *const texts[] = { NULL,       "",          "A",        "ABCDEF",
					     "ABCDEFGH", "ABCDEFGHI", "\x1b[31m", "J\xc3\xbcrgen" };
	const char *text = texts[value >> 8 & 7];

	switch (value & 15) {
	case 0:
		s->m.acpi.oem_id = text;
		break;
	case 1:
		s->m.acpi.oem_table_id = text;
		break;
	case 2:
		s->m.acpi.hypervisor_id = text;
		break;
	case 3:
		s->smbios.manufacturer = text;
		break;
	case 4:
		s->smbios.serial = text;
		break;
	case 5:
		s->m.smbios = value & 0x100 ? &s->smbios : NULL;
		break;
	case 6:
		s->m.fdt.nodes = value & 0x100 ? nodes : value & 0x200 ? nodes_misused : NULL;
		break;
	case 7:
		s->m.acpi.dsdt = value & 0x100 ? dsdt : NULL;
		break;
	case 8:
		s->os.cmdline = text;
		break;
	case 9:
		s->os.initrds = (struct ab_bytes_list){ s->initrds, value >> 8 & 1 };
		break;
	case 10:
		s->smbios.board.product = text;
		break;
	case 11:
		s->oem = text;
		s->smbios.oem = (struct ab_smbios_oem){ &s->oem, value >> 11 & 1 };
		break;
	default:
		s->m.caches.at = s->caches;
	}
}

static void change(struct sample *s, const uint8_t *c)
{
	const struct field *f = &fields[c[0] % N_FIELDS];
	uint8_t *at = (uint8_t *)s + f->offset + (size_t)f->stride * (c[1] % f->n);
	const uint32_t raw = ab_ld_le32(c + 4);
	uint64_t v;

	if (c[0] >= N_FIELDS) {
		choose(s, raw);
		return;
	}
	switch (f->how) {
	case ANY:
		v = (uint64_t)(raw >> 6) << (raw & 63);
		break;
	case SMALL:
		v = raw & 63;
		break;
	case NEAR: /* host's byte order: the fields are its own */
		v = (f->width == 8 ? *(uint64_t *)(void *)at : *(uint32_t *)(void *)at) +
		    ((uint64_t)(int64_t)(int8_t)c[2] << (c[3] % 32));
		break;
	case FEW:
		v = raw % (EACH + 1);
		break;
	default:
		v = raw % (f->n + 1);
	}
	if (f->width == 8)
		memcpy(at, &v, 8);
	else if (f->width == 4)
		memcpy(at, &(uint32_t){ (uint32_t)v }, 4);
	else if (f->width == 2)
		memcpy(at, &(uint16_t){ (uint16_t)v }, 2);
	else
		*at = (uint8_t)v;
}

/* ---- a machine ------------------------------------------------------------------------------ */

#define OWN(list, in)                                                                              \
	do {                                                                                       \
		const size_t most = sizeof(s->list) / sizeof(s->list[0]);                          \
		if (s->in.n <= most) {                                                             \
			if (s->in.n != 0)                                                          \
				memcpy(s->list, s->in.at, s->in.n * sizeof(s->list[0]));           \
			s->in.at = s->list;                                                        \
		}                                                                                  \
	} while (0)

/* Give each device lists of its own, as long as they were. */
static void own_lists(struct sample *s)
{
	for (size_t i = 0; i < sizeof(s->devs) / sizeof(s->devs[0]); i++) {
		struct ab_pcie *p = &s->devs[i].pcie;

		require(p->routes.n <= EACH && p->more_pio.n <= EACH && p->more_mmio.n <= EACH);
		if (p->routes.n != 0)
			memcpy(s->routes + i * EACH, p->routes.at,
			       p->routes.n * sizeof(s->routes[0]));
		if (p->more_pio.n != 0)
			memcpy(s->more_pio + i * EACH, p->more_pio.at,
			       p->more_pio.n * sizeof(s->more_pio[0]));
		if (p->more_mmio.n != 0)
			memcpy(s->more_mmio + i * EACH, p->more_mmio.at,
			       p->more_mmio.n * sizeof(s->more_mmio[0]));
		p->routes.at = s->routes + i * EACH;
		p->more_pio.at = s->more_pio + i * EACH;
		p->more_mmio.at = s->more_mmio + i * EACH;
	}
}

static void copy(struct sample *s, const struct golden_machine *g)
{
	const struct ab_machine *m = g->machine;

	s->m = *m;
	s->os.reserve = g->reserve;
	if (m->smbios != NULL)
		s->smbios = *m->smbios;
	OWN(cpus, m.cpus);
	OWN(ram, m.ram);
	OWN(devs, m.devs);
	OWN(distances, m.distances);
	OWN(caches, m.caches);
	OWN(redist, m.arm64.gic.redist);
	OWN(its, m.arm64.gic.its);
	OWN(rmrs, m.arm64.rmrs);
	OWN(tables, m.acpi.tables);
	OWN(overlays, m.fdt.overlays);
	OWN(reserve, os.reserve);
	for (size_t i = s->os.reserve.n; i < sizeof(s->reserve) / sizeof(s->reserve[0]); i++)
		s->reserve[i].name = "reservation";
	own_lists(s);
	s->os.fixed.at = s->fixed;
}

/* A list that was too long to be copied keeps its length: it has no other. */
static void keep_lists(struct sample *s, const struct ab_machine *m)
{
	if (s->m.cpus.at == m->cpus.at)
		s->m.cpus.n = m->cpus.n;
	if (s->m.devs.at == m->devs.at)
		s->m.devs.n = m->devs.n;
	if (s->m.distances.at == m->distances.at)
		s->m.distances.n = m->distances.n;
	if (s->m.ram.at == m->ram.at)
		s->m.ram.n = m->ram.n;
}

static const struct golden_machine *machine(uint8_t n)
{
	size_t i = n % (golden_machines_n + golden_arm64_n + golden_newer_n);

	if (i < golden_machines_n)
		return &golden_machines[i];
	i -= golden_machines_n;
	return i < golden_arm64_n ? &golden_arm64[i] : &golden_newer[i - golden_arm64_n];
}

static struct ab_bytes kernel(enum ab_arch arch)
{
	static uint8_t elf[0x4000], image[0x1000];
	static struct ab_bytes made[2];

	if (made[0].size == 0) {
		made[0] = (struct ab_bytes){ elf, make_elf(elf, &elf64) };
		made[1] = (struct ab_bytes){
			image, make_image(image, &(struct image_spec){ 0, 0x10000, 2, 0x1000 })
		};
	}
	return made[arch == AB_ARCH_ARM64];
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct sample s;
	static uint8_t *any;
	const struct golden_machine *g;
	const struct ab_machine *m;
	size_t n;

	if (size < 2)
		return 0;
	n = data[1] % (CHANGES_MAX + 1);
	if (size - 2 < n * CHANGE)
		return 0;
	g = machine(data[0]);
	m = g->machine;
	memset(&s, 0, sizeof(s));
	copy(&s, g);
	any = malloc(size - 2 - n * CHANGE + 1);
	require(any != NULL);
	memcpy(any, data + 2 + n * CHANGE, size - 2 - n * CHANGE);
	for (size_t i = 0; i < 3; i++) {
		const struct ab_bytes b = { any, size - 2 - n * CHANGE };

		s.tables[i] = i < s.m.acpi.tables.n ? s.tables[i] : b;
		s.overlays[i] = i < s.m.fdt.overlays.n ? s.overlays[i] : b;
		s.initrds[0] = b;
	}
	s.os.kernel = kernel(m->arch);
	s.os.rng_seed.data = any;
	s.os.cmdline = "quiet";
	for (size_t i = 0; i < n; i++)
		change(&s, data + 2 + i * CHANGE);
	keep_lists(&s, m);
	s.os.rng_seed = s.os.rng_seed.size <= size - 2 - n * CHANGE ? s.os.rng_seed
								    : (struct ab_bytes){ any, 0 };
	require(run(&s.m, &s.os) || n != 0); /* without a change each is valid */
	free(any);
	return 0;
}
