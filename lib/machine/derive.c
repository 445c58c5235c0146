/* SPDX-License-Identifier: BSD-2-Clause */
/* Values derived from a machine, with the usual value in place of each 0. */
#include "machine_priv.h"
#include "pc.h"

const struct ab_dev *ab_machine_dev(const struct ab_machine *m, enum ab_dev_type type, size_t nth)
{
	for (size_t i = 0; i < m->devs.n; i++)
		if (m->devs.at[i].type == type && nth-- == 0)
			return &m->devs.at[i];
	return NULL;
}

const struct ab_dev *ab_machine_uart(const struct ab_machine *m, size_t nth)
{
	for (size_t i = 0; i < m->devs.n; i++) {
		const struct ab_dev_kind *kind = ab_machine_kind_(m->devs.at[i].type);

		if (kind != NULL && (kind->is & AB_KIND_UART) != 0 && nth-- == 0)
			return &m->devs.at[i];
	}
	return NULL;
}

const struct ab_dev *ab_machine_next_(const struct ab_machine *m, enum ab_dev_type type,
				      const struct ab_dev *after)
{
	/* by number: the list may be NULL, from which nothing is counted */
	for (size_t i = after != NULL ? (size_t)(after - m->devs.at) + 1 : 0; i < m->devs.n; i++)
		if (m->devs.at[i].type == type)
			return &m->devs.at[i];
	return NULL;
}

const struct ab_dev *ab_machine_next_ioapic_(const struct ab_machine *m, const struct ab_dev *after)
{
	static const struct ab_dev usual = { .type = AB_DEV_IOAPIC, .base = AB_PC_IOAPIC };
	const struct ab_dev *d;

	if (after == &usual)
		return NULL;
	d = ab_machine_next_(m, AB_DEV_IOAPIC, after);
	return d == NULL && after == NULL ? &usual : d;
}

const char *ab_machine_oem_id_(const struct ab_machine *m)
{
	return m->acpi.oem_id != NULL ? m->acpi.oem_id : "AETHER";
}

const char *ab_machine_oem_table_id_(const struct ab_machine *m)
{
	return m->acpi.oem_table_id != NULL ? m->acpi.oem_table_id : "AETHERBT";
}

uint32_t ab_machine_phys_bits_(const struct ab_machine *m)
{
	return m->phys_bits != 0 ? m->phys_bits : 40;
}

uint64_t ab_machine_phys_end_(const struct ab_machine *m)
{
	return UINT64_C(1) << ab_machine_phys_bits_(m);
}

static uint32_t or_usual(uint32_t intid, uint32_t usual)
{
	return intid != 0 ? intid : usual;
}

struct ab_timer ab_machine_timer(const struct ab_machine *m)
{
	const struct ab_timer *t = &m->arm64.timer;

	return (struct ab_timer){ or_usual(t->secure, 29), or_usual(t->phys, 30),
				  or_usual(t->virt, 27), or_usual(t->hyp, 26), t->hyp_virt };
}

uint32_t ab_rmr_rids_(const struct ab_rmr *r)
{
	return r->n_rids != 0 ? r->n_rids : 1;
}

uint64_t ab_machine_ram_size_(const struct ab_machine *m)
{
	uint64_t sum = 0;

	for (size_t i = 0; i < m->ram.n; i++)
		sum += m->ram.at[i].size;
	return sum;
}

uint32_t ab_machine_nodes_(const struct ab_machine *m)
{
	uint32_t top = 0;

	for (size_t i = 0; i < m->ram.n; i++)
		top = m->ram.at[i].node > top ? m->ram.at[i].node : top;
	for (size_t i = 0; i < m->cpus.n; i++)
		top = m->cpus.at[i].node > top ? m->cpus.at[i].node : top;
	for (size_t i = 0; i < m->distances.n; i++) {
		top = m->distances.at[i].from > top ? m->distances.at[i].from : top;
		top = m->distances.at[i].to > top ? m->distances.at[i].to : top;
	}
	return top + 1;
}

/* Static, so that it can be inlined, unlike an exported function: each CPU's id needs it. */
static struct ab_topology topology(const struct ab_machine *m)
{
	struct ab_topology t = m->topology;
	uint64_t rest;

	t.threads = t.threads != 0 ? t.threads : 1;
	t.dies = t.dies != 0 ? t.dies : 1;
	if (t.cores == 0) {
		rest = (uint64_t)t.threads * t.dies;
		t.cores = rest == 1 ? m->n_cpus : (uint32_t)((m->n_cpus + rest - 1) / rest);
	}
	return t;
}

struct ab_topology ab_machine_topology(const struct ab_machine *m)
{
	return topology(m);
}

/* Number of bits that can number @n things; @n must be at least 1. */
static uint32_t bits_for(uint32_t n)
{
	uint32_t bits = 0;

	for (uint32_t rest = n - 1; rest != 0; rest >>= 1)
		bits++;
	return bits;
}

struct ab_apic_bits ab_machine_apic_bits_(const struct ab_machine *m)
{
	const struct ab_topology t = topology(m);

	return (struct ab_apic_bits){ bits_for(t.threads), bits_for(t.cores), bits_for(t.dies) };
}

/* Append a field that can number @n things to an id. */
static inline uint64_t with_field(uint64_t id, uint32_t n, uint32_t value)
{
	return id << bits_for(n) | value;
}

/* Out of line, so that the usual ids save no registers for it. */
#if defined(__GNUC__)
__attribute__((noinline))
#endif
static uint64_t
apic_id(const struct ab_machine *m, uint32_t index)
{
	const struct ab_topology t = topology(m);
	const uint32_t core = index / t.threads, die = core / t.cores, package = die / t.dies;
	const uint64_t dies = with_field(package, t.dies, die % t.dies);

	return with_field(with_field(dies, t.cores, core % t.cores), t.threads, index % t.threads);
}

/* Builders ask for each CPU's: the usual ids come first. */
uint64_t ab_machine_cpu_id(const struct ab_machine *m, uint32_t index)
{
	if (m->cpus.n != 0)
		return m->cpus.at[index].id;
	if (ab_machine_has_gic_(m)) /* clusters of 16 CPUs, the size of a GICv3 SGI's target list */
		return (uint64_t)(index >> 12) << 16 | (index >> 4 & 0xff) << 8 | (index & 15);
	if (m->topology.threads <= 1 && m->topology.dies <= 1 && m->topology.cores == 0)
		return index; /* one package of single-threaded cores, the usual topology */
	return apic_id(m, index);
}

uint32_t ab_machine_cpu_node_(const struct ab_machine *m, uint32_t nodes, uint32_t index)
{
	if (m->cpus.n != 0)
		return m->cpus.at[index].node;
	return (uint32_t)((uint64_t)index * nodes / m->n_cpus);
}
