/* SPDX-License-Identifier: BSD-2-Clause */
/* IORT: how requester ids become an SMMU's stream ids and an ITS's device ids. */
#include "priv.h"

#define NODES_AT 48 /* offset of the first node */
#define ITS_SIZE 24
#define SMMU_SIZE 68
#define ROOT_SIZE 36
#define MAPPING_SIZE 20

/* IORT 3.1, Node format: what every node begins with. Nodes name no mapping by index, so where
 * there are none their offset is 0. */
static void begin(struct ab_buf *out, uint8_t type, uint8_t revision, uint32_t size, uint32_t n)
{
	ab_put_le(out, type, 1); /* 0 Type */
	ab_put_le(out, size + MAPPING_SIZE * n, 2); /* 1 Length */
	ab_put_le(out, revision, 1); /* 3 Revision */
	ab_put_le(out, 0, 4); /* 4 reserved */
	ab_put_le(out, n, 4); /* 8 Number of ID mappings */
	ab_put_le(out, n != 0 ? size : 0, 4); /* 12 Reference to ID Array */
}

/* IORT 3.1.1, ID mapping: all functions of bridge @d */
static void put_mapping(const struct ab_dev *d, uint32_t from, uint32_t to, uint64_t node,
			struct ab_buf *out)
{
	uint32_t first = (uint32_t)d->pcie.bus << 8;

	ab_put_le(out, from << 16 | first, 4); /* 0 Input base */
	ab_put_le(out, (ab_dev_buses(d) << 8) - 1, 4); /* 4 Number of IDs, less one */
	ab_put_le(out, to << 16 | first, 4); /* 8 Output base */
	ab_put_le(out, node, 4); /* 12 Output Reference */
	ab_put_le(out, 0, 4); /* 16 Flags: not a single mapping */
}

/* The upper half of stream ids of @d: bridges before it that have the same SMMU. */
static uint32_t stream_high(const struct ab_machine *m, const struct ab_dev *d)
{
	uint32_t n = 0;

	for (const struct ab_dev *o = m->devs.at; o < d; o++)
		n += o->type == AB_DEV_PCIE_ECAM && o->pcie.smmu == d->pcie.smmu;
	return n;
}

/* IORT 3.1.1.2, ITS group */
static void put_its(struct ab_buf *out)
{
	begin(out, 0, 0, ITS_SIZE, 0);
	ab_put_le(out, 1, 4); /* 16 Number of ITSs */
	ab_put_le(out, 0, 4); /* 20 GIC ITS Identifier: the MADT's */
}

/* Bridges behind SMMU number @nth, from 1. */
static uint32_t behind(const struct ab_machine *m, uint32_t nth)
{
	uint32_t n = 0;

	for (size_t i = 0; i < m->devs.n; i++)
		n += m->devs.at[i].type == AB_DEV_PCIE_ECAM && m->devs.at[i].pcie.smmu == nth;
	return n;
}

static uint32_t smmu_mappings(const struct ab_machine *m, uint32_t nth)
{
	return m->gic.its != 0 ? behind(m, nth) : 0;
}

/* IORT 3.1.1.4, SMMUv3 node. Revision 0: later ones take a mapping for the SMMU's own MSIs when an
 * interrupt is 0, and ours has no page requests. */
static void put_smmu(const struct ab_machine *m, const struct ab_dev *d, uint32_t nth,
		     struct ab_buf *out)
{
	uint32_t irq = ab_dev_irq(d), n = smmu_mappings(m, nth);

	begin(out, 4, 0, SMMU_SIZE, n);
	ab_put_le(out, d->base, 8); /* 16 Base Address */
	ab_put_le(out, 1, 4); /* 24 Flags: table walks are coherent */
	ab_put_le(out, 0, 4); /* 28 reserved */
	ab_put_le(out, 0, 8); /* 32 VATOS Address */
	ab_put_le(out, 0, 4); /* 40 Model: generic */
	ab_put_le(out, irq, 4); /* 44 Event interrupt GSIV */
	ab_put_le(out, 0, 4); /* 48 PRI interrupt GSIV */
	ab_put_le(out, irq + 2, 4); /* 52 GERR interrupt GSIV */
	ab_put_le(out, irq + 1, 4); /* 56 Sync interrupt GSIV */
	ab_put_le(out, 0, 4); /* 60 Proximity Domain: none */
	ab_put_le(out, 0, 4); /* 64 Device ID mapping index */
	for (size_t i = 0; n != 0 && i < m->devs.n; i++) {
		const struct ab_dev *p = &m->devs.at[i];

		if (p->type == AB_DEV_PCIE_ECAM && p->pcie.smmu == nth)
			put_mapping(p, stream_high(m, p), p->pcie.segment, NODES_AT, out);
	}
}

/* Offset of the node of SMMU number @nth, from 1. */
static uint64_t smmu_at(const struct ab_machine *m, uint32_t nth)
{
	uint64_t at = NODES_AT + (m->gic.its != 0 ? ITS_SIZE : 0U);

	for (uint32_t i = 1; i < nth; i++)
		at += SMMU_SIZE + MAPPING_SIZE * (uint64_t)smmu_mappings(m, i);
	return at;
}

static bool same_segment(const struct ab_dev *d, const struct ab_dev *o)
{
	return o->type == d->type && o->pcie.segment == d->pcie.segment;
}

/* A segment has one node, at its first bridge. */
static bool is_root(const struct ab_machine *m, const struct ab_dev *d)
{
	if (d->type != AB_DEV_PCIE_ECAM)
		return false;
	for (const struct ab_dev *o = m->devs.at; o < d; o++)
		if (same_segment(d, o))
			return false;
	return true;
}

static bool is_mapped(const struct ab_machine *m, const struct ab_dev *d)
{
	return d->pcie.smmu != 0 || m->gic.its != 0;
}

/* IORT 3.1.1.3, Root complex node of a segment */
static void put_root(const struct ab_machine *m, const struct ab_dev *first, struct ab_buf *out)
{
	const struct ab_dev *end = m->devs.at + m->devs.n;
	uint32_t n = 0;

	for (const struct ab_dev *d = first; d < end; d++)
		n += same_segment(first, d) && is_mapped(m, d);
	begin(out, 2, 1, ROOT_SIZE, n);
	ab_put_le(out, 1, 4); /* 16 Cache Coherent Attribute: fully */
	ab_put_le(out, 0, 1); /* 20 Allocation Hints */
	ab_put_le(out, 0, 2); /* 21 reserved */
	ab_put_le(out, 3, 1); /* 23 Memory Access Flags: coherent path to memory, cacheable */
	ab_put_le(out, 0, 4); /* 24 ATS Attribute: not supported */
	ab_put_le(out, first->pcie.segment, 4); /* 28 PCI Segment number */
	ab_put_le(out, 64, 1); /* 32 Memory address size limit: none */
	ab_put_le(out, 0, 3); /* 33 reserved */
	for (const struct ab_dev *d = first; d < end; d++) {
		if (!same_segment(first, d) || !is_mapped(m, d))
			continue;
		if (d->pcie.smmu != 0)
			put_mapping(d, 0, stream_high(m, d), smmu_at(m, d->pcie.smmu), out);
		else
			put_mapping(d, 0, d->pcie.segment, NODES_AT, out);
	}
}

/* IORT 3, IO Remapping Table: the ITS, SMMUs, root complexes */
void ab_acpi_iort(const struct ab_machine *m, struct ab_buf *out)
{
	const bool its = m->gic.its != 0;
	const struct ab_dev *smmu;
	size_t start, count;
	uint32_t n = 0;

	if (m->arch != AB_ARCH_ARM64 || (ab_machine_dev(m, AB_DEV_SMMUV3, 0) == NULL &&
					 (!its || ab_machine_dev(m, AB_DEV_PCIE_ECAM, 0) == NULL)))
		return;
	start = ab_acpi_begin(m, "IORT", 0, out);
	count = out->len;
	ab_put_le(out, 0, 4); /* 36 Number of IORT Nodes, for now */
	ab_put_le(out, NODES_AT, 4); /* 40 Offset to Array of IORT Nodes */
	ab_put_le(out, 0, 4); /* 44 reserved */
	if (its)
		put_its(out);
	while ((smmu = ab_machine_dev(m, AB_DEV_SMMUV3, n)) != NULL)
		put_smmu(m, smmu, ++n, out);
	n += its;
	for (size_t i = 0; i < m->devs.n; i++)
		if (is_root(m, &m->devs.at[i])) {
			put_root(m, &m->devs.at[i], out);
			n++;
		}
	ab_poke_le(out, count, n, 4);
	ab_acpi_end(out, start);
}
