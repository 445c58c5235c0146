/* SPDX-License-Identifier: BSD-2-Clause */
/* SRAT and SLIT: the NUMA node of each CPU and RAM range, and the distances between nodes. */
#include "acpi_priv.h"

#include "../machine/machine_priv.h"
#include "../machine/pc.h"

/* ACPI 5.2.16.4, GICC Affinity Structure */
static void put_gicc(struct ab_buf *out, uint32_t uid, uint32_t node)
{
	ab_put_le_(out, 0x1203, 2); /* 0 Type 3, GICC; 1 Length */
	ab_put_le_(out, node, 4); /* 2 Proximity Domain */
	ab_put_le_(out, uid, 4); /* 6 ACPI Processor UID */
	ab_put_le_(out, 1, 4); /* 10 Flags: enabled */
	ab_put_le_(out, 0, 4); /* 14 Clock Domain */
}

/* ACPI 5.2.16.1 and 5.2.16.3. Eight bytes at a time, as there may be many. */
static void put_cpu(struct ab_buf *out, uint32_t id, uint32_t node)
{
	if (id <= AB_PC_LAPIC_ID_MAX) {
		/* 0 Type 0, Processor Local APIC; 1 Length; 2 Proximity Domain, bits 7-0;
		 * 3 APIC ID; 4 Flags: enabled */
		ab_put_le_(out, 0x1000 | (node & 0xff) << 16 | id << 24 | UINT64_C(1) << 32, 8);
		/* 8 Local SAPIC EID; 9 Proximity Domain, bits 31-8; 12 Clock Domain */
		ab_put_le_(out, node - (node & 0xff), 8);
		return;
	}
	/* 0 Type 2, Processor Local x2APIC; 1 Length; 2 reserved; 4 Proximity Domain */
	ab_put_le_(out, 0x1802 | (uint64_t)node << 32, 8);
	ab_put_le_(out, id | UINT64_C(1) << 32, 8); /* 8 X2APIC ID; 12 Flags: enabled */
	ab_put_le_(out, 0, 8); /* 16 Clock Domain; 20 reserved */
}

/* ACPI 5.2.16.2 */
static void put_memory(struct ab_buf *out, const struct ab_ram *r, uint32_t flags)
{
	ab_put_le_(out, 0x2801, 2); /* 0 Type 1, Memory; 1 Length */
	ab_put_le_(out, r->node, 4); /* 2 Proximity Domain */
	ab_put_le_(out, 0, 2); /* 6 reserved */
	ab_put_le_(out, r->base, 8); /* 8 Base Address */
	ab_put_le_(out, r->size, 8); /* 16 Length */
	ab_put_le_(out, 0, 4); /* 24 reserved */
	ab_put_le_(out, flags, 4); /* 28 Flags */
	ab_put_le_(out, 0, 8); /* 32 reserved */
}

/* ACPI 5.2.16, System Resource Affinity Table */
void ab_acpi_srat(const struct ab_machine *m, struct ab_buf *out)
{
	const uint32_t nodes = ab_machine_nodes_(m);
	const struct ab_dev *d = NULL;
	size_t start;

	if (nodes == 1 && ab_machine_dev(m, AB_DEV_HOTPLUG_RAM, 0) == NULL)
		return;
	start = ab_acpi_begin(m, "SRAT", 3, out);
	ab_put_le_(out, 1, 4); /* 36 reserved, 1 for compatibility */
	ab_put_le_(out, 0, 8); /* 40 reserved */
	for (uint32_t i = 0; i < m->n_cpus; i++)
		(ab_machine_has_gic_(m) ? put_gicc : put_cpu)(out, ab_acpi_cpu_uid_(m, i),
							      ab_machine_cpu_node_(m, nodes, i));
	for (size_t i = 0; i < m->ram.n; i++)
		put_memory(out, &m->ram.at[i], 1 /* enabled */);
	while ((d = ab_machine_next_(m, AB_DEV_HOTPLUG_RAM, d)) != NULL)
		put_memory(out, &(struct ab_ram){ d->base, d->size, d->node },
			   3 /* enabled, hot-pluggable */);
	ab_acpi_end(out, start);
}

/* ACPI 5.2.17, System Locality Information Table */
void ab_acpi_slit(const struct ab_machine *m, struct ab_buf *out)
{
	uint32_t nodes = ab_machine_nodes_(m);
	size_t start, matrix;

	if (nodes == 1)
		return;
	start = ab_acpi_begin(m, "SLIT", 1, out);
	ab_put_le_(out, nodes, 8); /* 36 Number of System Localities */
	matrix = out->len;
	for (uint32_t from = 0; from < nodes; from++)
		for (uint32_t to = 0; to < nodes; to++)
			ab_put_le_(out, from == to ? AB_DISTANCE_WITHIN : AB_DISTANCE_BETWEEN,
				   1); /* 44 Entry[from][to] */
	for (size_t i = 0; i < m->distances.n; i++) {
		const struct ab_distance *d = &m->distances.at[i];

		ab_poke_le(out, matrix + (size_t)d->from * nodes + d->to, d->value, 1);
	}
	ab_acpi_end(out, start);
}
