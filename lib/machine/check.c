/* SPDX-License-Identifier: BSD-2-Clause */
/* Validation of a machine: every field, and every pair of fields that must agree. */
#include "check.h"

#include "../base/libc.h"

#define MPIDR_AFFINITY UINT64_C(0xff00ffffff) /* DDI0487 D19.2.101: Aff3, Aff2, Aff1, Aff0 */

static uint64_t phys_limit(const struct ab_machine *m)
{
	return UINT64_C(1) << ab_machine_phys_bits_(m);
}

static enum ab_err check_ram(const struct ab_machine *m, struct ab_error *why)
{
	uint64_t end = 0;

	if (m->ram.n == 0)
		return ab_bad_(why, "machine.ram", 0, "at least one range");
	for (size_t i = 0; i < m->ram.n; i++) {
		const struct ab_ram *r = &m->ram.at[i];

		if (!ab_is_aligned(r->base, 4096))
			return ab_bad_(why, "machine.ram.base", r->base, "multiple of 4096");
		if (r->size == 0 || !ab_is_aligned(r->size, 4096))
			return ab_bad_(why, "machine.ram.size", r->size, "multiple of 4096, not 0");
		if (!ab_within(r->base, r->size, phys_limit(m)))
			return ab_bad_(why, "machine.ram.base", r->base,
				       "beyond machine.phys_bits");
		if (i != 0 && r->base < m->ram.at[i - 1].base)
			return ab_bad_(why, "machine.ram.base", r->base, "ranges must ascend");
		if (i != 0 && r->base < end)
			return ab_fail(why, AB_ERR_OVERLAP, "machine.ram", r->base, "machine.ram");
		end = r->base + r->size;
	}
	if (m->arch != AB_ARCH_X86_64)
		return AB_OK;
	if (m->ram.at[0].base != 0)
		return ab_bad_(why, "machine.ram.base", m->ram.at[0].base, "x86 RAM starts at 0");
	if (m->ram.at[0].size < AB_MiB)
		return ab_bad_(why, "machine.ram.size", m->ram.at[0].size, "x86 RAM reaches 1 MiB");
	return AB_OK;
}

static uint64_t cpu_key(const struct ab_machine *m, size_t i)
{
	return m->cpus.at[i].id;
}

static uint64_t distance_key(const struct ab_machine *m, size_t i)
{
	return (uint64_t)m->distances.at[i].from * AB_NODES_MAX + m->distances.at[i].to;
}

/* One of @n keys that is there twice, in any order, without memory to sort them in: a bitmap slides
 * over the keys that are there. One pass where they are as dense as ids are; ascending ones need
 * none. */
static bool twice(const struct ab_machine *m, uint64_t (*key)(const struct ab_machine *m, size_t i),
		  size_t n, size_t *found)
{
	uint8_t seen[1024];
	uint64_t lo = 0, next;
	size_t i = 1;

	while (i < n && key(m, i) > key(m, i - 1))
		i++;
	if (i >= n)
		return false;
	for (; lo != UINT64_MAX; lo = next) {
		next = UINT64_MAX;
		memset(seen, 0, sizeof(seen));
		for (i = 0; i < n; i++) {
			uint64_t id = key(m, i), at = id - lo;

			*found = i;
			if (id >= lo && at >= sizeof(seen) * 8) {
				next = id < next ? id : next;
			} else if (id >= lo) {
				if ((seen[at / 8] >> at % 8 & 1) != 0)
					return true;
				seen[at / 8] = (uint8_t)(seen[at / 8] | 1U << at % 8);
			}
		}
	}
	return false;
}

static enum ab_err check_cpu_list(const struct ab_machine *m, struct ab_error *why)
{
	size_t i;

	if (m->cpus.n != m->n_cpus)
		return ab_bad_(why, "machine.cpus", m->cpus.n,
			       "as many as machine.n_cpus, or none");
	for (i = 0; i < m->cpus.n; i++) {
		if (m->arch == AB_ARCH_X86_64 && m->cpus.at[i].id > 0xfffffffe)
			return ab_bad_(why, "machine.cpus.id", m->cpus.at[i].id,
				       "APIC ids are below 0xffffffff");
		if (m->arch == AB_ARCH_ARM64 && (m->cpus.at[i].id & ~MPIDR_AFFINITY) != 0)
			return ab_bad_(why, "machine.cpus.id", m->cpus.at[i].id,
				       "MPIDR affinity is bits 39-32 and 23-0");
	}
	return twice(m, cpu_key, m->cpus.n, &i)
		   ? ab_bad_(why, "machine.cpus.id", m->cpus.at[i].id, "given twice")
		   : AB_OK;
}

static enum ab_err check_cpus(const struct ab_machine *m, struct ab_error *why)
{
	struct ab_apic_bits b;
	uint64_t packages, per_package;
	struct ab_topology t;

	if (m->n_cpus == 0 || m->n_cpus > AB_CPUS_MAX)
		return ab_bad_(why, "machine.n_cpus", m->n_cpus, "1 to 65536");
	if (m->topology.threads > AB_CPUS_MAX)
		return ab_bad_(why, "machine.topology.threads", m->topology.threads,
			       "at most 65536");
	if (m->topology.cores > AB_CPUS_MAX)
		return ab_bad_(why, "machine.topology.cores", m->topology.cores, "at most 65536");
	if (m->topology.dies > AB_CPUS_MAX)
		return ab_bad_(why, "machine.topology.dies", m->topology.dies, "at most 65536");
	if (m->cpus.n != 0)
		return check_cpu_list(m, why);
	if (m->arch != AB_ARCH_X86_64)
		return AB_OK;
	t = ab_machine_topology(m);
	b = ab_machine_apic_bits_(m);
	per_package = (uint64_t)t.threads * t.cores * t.dies;
	packages = (m->n_cpus - 1) / per_package;
	if (b.thread + b.core + b.die > 31 ||
	    packages > UINT64_C(0xfffffffe) >> (b.thread + b.core + b.die))
		return ab_bad_(why, "machine.topology", per_package, "APIC ids exceed 32 bits");
	return AB_OK;
}

static enum ab_err check_distances(const struct ab_machine *m, struct ab_error *why)
{
	size_t i;

	for (i = 0; i < m->distances.n; i++) {
		const struct ab_distance *d = &m->distances.at[i];

		if (d->from >= AB_NODES_MAX)
			return ab_bad_(why, "machine.distances.from", d->from, "below 1024");
		if (d->to >= AB_NODES_MAX)
			return ab_bad_(why, "machine.distances.to", d->to, "below 1024");
		if (d->value < 10 || (d->from == d->to) != (d->value == 10))
			return ab_bad_(why, "machine.distances.value", d->value,
				       "10 within a node, 11 to 255 between nodes");
	}
	return twice(m, distance_key, m->distances.n, &i)
		   ? ab_bad_(why, "machine.distances", i, "from and to given before")
		   : AB_OK;
}

static enum ab_err check_numa(const struct ab_machine *m, struct ab_error *why)
{
	enum ab_err err = check_distances(m, why);
	uint32_t nodes;

	if (err != AB_OK)
		return err;
	for (size_t i = 0; i < m->ram.n; i++)
		if (m->ram.at[i].node >= AB_NODES_MAX)
			return ab_bad_(why, "machine.ram.node", m->ram.at[i].node, "below 1024");
	for (size_t i = 0; i < m->cpus.n; i++)
		if (m->cpus.at[i].node >= AB_NODES_MAX)
			return ab_bad_(why, "machine.cpus.node", m->cpus.at[i].node, "below 1024");
	nodes = ab_machine_nodes_(m);
	for (size_t i = 0; i < m->devs.n; i++)
		if (m->devs.at[i].node >= nodes)
			return ab_bad_(why, "machine.devs.node", m->devs.at[i].node,
				       "neither RAM nor CPUs name it");
	return AB_OK;
}

static enum ab_err check_id(const char *what, const char *text, size_t most, const char *hint,
			    struct ab_error *why)
{
	if (text == NULL)
		return AB_OK;
	if (text[0] == '\0' || strlen(text) > most)
		return ab_bad_(why, what, strlen(text), hint);
	for (; *text != '\0'; text++)
		if (*text < 0x20 || *text > 0x7e)
			return ab_bad_(why, what, (uint8_t)*text, "printable ASCII");
	return AB_OK;
}

/* MPS 4.3.1: an entry's local APIC id has 8 bits, 255 is everybody. */
static enum ab_err check_mp(const struct ab_machine *m, struct ab_error *why)
{
	for (uint32_t i = 0; m->tables == AB_TABLES_MP && i < m->n_cpus; i++)
		if (ab_machine_cpu_id(m, i) > 254)
			return ab_fail(why, AB_ERR_UNSUPPORTED, "machine.tables",
				       ab_machine_cpu_id(m, i), "MP tables end at APIC id 254");
	return AB_OK;
}

static bool has_tables(const struct ab_machine *m)
{
	switch (m->tables) {
	case AB_TABLES_MP:
		return m->arch == AB_ARCH_X86_64;
	case AB_TABLES_FDT:
		return m->arch == AB_ARCH_ARM64;
	case AB_TABLES_NONE: /* without any, an arm64 guest finds nothing at all */
		return m->arch == AB_ARCH_X86_64;
	default:
		return true;
	}
}

static enum ab_err check_bytes(const char *what, const struct ab_bytes_list *l,
			       struct ab_error *why)
{
	for (size_t i = 0; i < l->n; i++)
		if (l->at[i].data == NULL && l->at[i].size != 0)
			return ab_bad_(why, what, i, "data is NULL, size is not 0");
	return AB_OK;
}

/* Lists are where they say they are. */
static enum ab_err check_lists(const struct ab_machine *m, struct ab_error *why)
{
	const struct {
		const char *name;
		const void *at;
		size_t n;
	} lists[] = {
		{ "machine.cpus", m->cpus.at, m->cpus.n },
		{ "machine.ram", m->ram.at, m->ram.n },
		{ "machine.devs", m->devs.at, m->devs.n },
		{ "machine.distances", m->distances.at, m->distances.n },
		{ "machine.acpi.tables", m->acpi.tables.at, m->acpi.tables.n },
		{ "machine.arm64.gic.redist", m->arm64.gic.redist.at, m->arm64.gic.redist.n },
		{ "machine.caches", m->caches.at, m->caches.n },
		{ "machine.arm64.rmrs", m->arm64.rmrs.at, m->arm64.rmrs.n },
		{ "machine.fdt.overlays", m->fdt.overlays.at, m->fdt.overlays.n },
	};
	enum ab_err err;

	for (size_t i = 0; i < sizeof(lists) / sizeof(lists[0]); i++)
		if (lists[i].n != 0 && lists[i].at == NULL)
			return ab_bad_(why, lists[i].name, lists[i].n, "at is NULL, n is not 0");
	err = check_bytes("machine.acpi.tables", &m->acpi.tables, why);
	return err != AB_OK ? err : check_bytes("machine.fdt.overlays", &m->fdt.overlays, why);
}

static enum ab_err check(const struct ab_machine *m, struct ab_error *why)
{
	enum ab_err err;

	if ((err = check_lists(m, why)))
		return err;
	if (m->arch != AB_ARCH_X86_64 && m->arch != AB_ARCH_ARM64)
		return ab_bad_(why, "machine.arch", m->arch, "no such architecture");
	if ((unsigned int)m->tables > AB_TABLES_FDT)
		return ab_bad_(why, "machine.tables", m->tables, "no such kind");
	if (!has_tables(m))
		return ab_fail(why, AB_ERR_UNSUPPORTED, "machine.tables", m->tables,
			       "not on this architecture");
	if ((unsigned int)m->acpi.edition > AB_ACPI_6_5)
		return ab_bad_(why, "machine.acpi.edition", m->acpi.edition, "no such edition");
	if (m->phys_bits != 0 && (m->phys_bits < 32 || m->phys_bits > 52))
		return ab_bad_(why, "machine.phys_bits", m->phys_bits, "32 to 52");
	if ((err = check_cpus(m, why)) || (err = check_mp(m, why)) || (err = check_ram(m, why)) ||
	    (err = check_numa(m, why)) ||
	    (err = check_id("machine.acpi.hypervisor_id", m->acpi.hypervisor_id, 8,
			    "1 to 8 characters", why)) ||
	    (err = check_id("machine.acpi.oem_id", m->acpi.oem_id, 6, "1 to 6 characters", why)) ||
	    (err = check_id("machine.acpi.oem_table_id", m->acpi.oem_table_id, 8,
			    "1 to 8 characters", why)))
		return err;
	if (m->arch == AB_ARCH_ARM64 && (err = ab_machine_check_arm64_(m, why)))
		return err;
	err = ab_machine_check_devs_(m, why);
	return err != AB_OK ? err : ab_machine_check_overlaps_(m, why);
}

enum ab_err ab_machine_check(const struct ab_machine *m, struct ab_error *warning,
			     struct ab_error *why)
{
	enum ab_err err;

	(void)ab_fail(warning, AB_OK, NULL, 0, NULL);
	err = check(m, why);
	if (err == AB_OK && m->arch == AB_ARCH_ARM64)
		ab_machine_doubt_caches_(m, warning);
	return err;
}
