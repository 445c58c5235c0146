/* SPDX-License-Identifier: BSD-2-Clause */
/* IORT: how requester ids become an SMMU's stream ids and an ITS's device ids. */
#include "acpi_priv.h"
#include "../machine/machine_priv.h"

#define NODES_AT 48 /* offset of the first node */
#define ITS_SIZE 24
#define SMMU_SIZE 68
#define ROOT_SIZE 36
#define MAPPING_SIZE 20
#define RMR_SIZE 48 /* with one memory range descriptor */

/* IORTE 3.1.1.6, Flags; access attributes are bits 9-2 */
#define RMR_REMAP_PERMITTED 1U
#define RMR_WRITE_BACK (5U << 2) /* normal, inner and outer write-back; else device nGnRnE */

/* A table under construction. */
struct iort {
	const struct ab_machine *m;
	struct ab_buf *out;
	uint32_t nodes; /* nodes begun so far */
};

/* IORT 3.1, Node format: the head of every node. No node refers to a mapping by index, so the
 * offset of the mappings is 0 if there are none. Issue E.d numbers the nodes; in issue D the field
 * is reserved. */
static void begin(struct iort *t, uint8_t type, uint8_t revision, uint32_t size, uint32_t n)
{
	ab_put_le(t->out, type, 1); /* 0 Type */
	ab_put_le(t->out, size + MAPPING_SIZE * n, 2); /* 1 Length */
	ab_put_le(t->out, revision, 1); /* 3 Revision */
	ab_put_le(t->out, t->m->arm64.rmrs.n != 0 ? t->nodes : 0, 4); /* 4 Identifier */
	ab_put_le(t->out, n, 4); /* 8 Number of ID mappings */
	ab_put_le(t->out, n != 0 ? size : 0, 4); /* 12 Reference to ID Array */
	t->nodes++;
}

/* IORT 3.1.1, ID mapping */
static void put_mapping(struct iort *t, uint32_t from, uint64_t n, uint32_t to, uint64_t node)
{
	ab_put_le(t->out, from, 4); /* 0 Input base */
	ab_put_le(t->out, n - 1, 4); /* 4 Number of IDs, less one */
	ab_put_le(t->out, to, 4); /* 8 Output base */
	ab_put_le(t->out, node, 4); /* 12 Output Reference */
	ab_put_le(t->out, 0, 4); /* 16 Flags: not a single mapping */
}

/* Map all functions of bridge @d. Input and output ids differ in their upper halves only. */
static void map_bridge(struct iort *t, const struct ab_dev *d, uint32_t from, uint32_t to,
		       uint64_t node)
{
	uint32_t first = (uint32_t)d->pcie.bus << 8;

	put_mapping(t, from << 16 | first, (uint64_t)ab_dev_buses_(d) << 8, to << 16 | first, node);
}

/* IORT 3.1.1.2, ITS group */
static void put_its(struct iort *t)
{
	begin(t, 0, 0, ITS_SIZE, 0);
	ab_put_le(t->out, 1, 4); /* 16 Number of ITSs */
	ab_put_le(t->out, 0, 4); /* 20 GIC ITS Identifier: the MADT's */
}

/* Number of bridges behind SMMU number @nth, from 1. */
static uint32_t behind(const struct ab_machine *m, uint32_t nth)
{
	uint32_t n = 0;

	for (size_t i = 0; i < m->devs.n; i++)
		n += m->devs.at[i].type == AB_DEV_PCIE_ECAM && m->devs.at[i].pcie.smmu == nth;
	return n;
}

static uint32_t smmu_mappings(const struct ab_machine *m, uint32_t nth)
{
	return m->arm64.gic.its != 0 ? behind(m, nth) : 0;
}

/* IORT 3.1.1.4, SMMUv3 node. Revision 0, because later revisions require a mapping for the SMMU's
 * own MSIs if an interrupt is 0, as that of page requests is here. */
static void put_smmu(struct iort *t, const struct ab_dev *d, uint32_t nth)
{
	const struct ab_machine *m = t->m;
	struct ab_buf *out = t->out;
	uint32_t irq = ab_dev_irq(d), n = smmu_mappings(m, nth);

	begin(t, 4, 0, SMMU_SIZE, n);
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
			map_bridge(t, p, ab_machine_stream_(m, p), p->pcie.segment, NODES_AT);
	}
}

/* Offset of the node of SMMU number @nth, from 1. */
static uint64_t smmu_at(const struct ab_machine *m, uint32_t nth)
{
	uint64_t at = NODES_AT + (m->arm64.gic.its != 0 ? ITS_SIZE : 0U);

	for (uint32_t i = 1; i < nth; i++)
		at += SMMU_SIZE + MAPPING_SIZE * (uint64_t)smmu_mappings(m, i);
	return at;
}

static bool same_segment(const struct ab_dev *d, const struct ab_dev *o)
{
	return o->type == d->type && o->pcie.segment == d->pcie.segment;
}

/* True if the device is the first bridge of its segment: a segment has one node. */
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
	return d->pcie.smmu != 0 || m->arm64.gic.its != 0;
}

/* IORT 3.1.1.3, Root complex node of a segment */
static void put_root(struct iort *t, const struct ab_dev *first)
{
	const struct ab_machine *m = t->m;
	struct ab_buf *out = t->out;
	const struct ab_dev *end = m->devs.at + m->devs.n;
	uint32_t n = 0;

	for (const struct ab_dev *d = first; d < end; d++)
		n += same_segment(first, d) && is_mapped(m, d);
	begin(t, 2, 1, ROOT_SIZE, n);
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
			map_bridge(t, d, 0, ab_machine_stream_(m, d), smmu_at(m, d->pcie.smmu));
		else
			map_bridge(t, d, 0, d->pcie.segment, NODES_AT);
	}
}

/* IORTE 3.1.1.6, Reserved Memory Range node. Its mapping has no input; its output is the SMMU's. */
static void put_rmr(struct iort *t, const struct ab_rmr *r)
{
	const struct ab_dev *d = ab_machine_dev(t->m, AB_DEV_PCIE_ECAM, r->bridge);
	struct ab_buf *out = t->out;

	begin(t, 6, 3, RMR_SIZE, 1);
	ab_put_le(out, (r->remap ? RMR_REMAP_PERMITTED : 0U) | (r->cached ? RMR_WRITE_BACK : 0U),
		  4); /* 16 Flags */
	ab_put_le(out, 1, 4); /* 20 Number of Memory Range Descriptors */
	ab_put_le(out, 28, 4); /* 24 Reference to Memory Range Descriptors */
	ab_put_le(out, r->base, 8); /* 28 Physical Range offset */
	ab_put_le(out, r->size, 8); /* 36 Physical Range length */
	ab_put_le(out, 0, 4); /* 44 reserved */
	put_mapping(t, 0, ab_rmr_rids_(r), ab_machine_stream_(t->m, d) << 16 | r->rid,
		    smmu_at(t->m, d->pcie.smmu));
}

/* IORT 3, IO Remapping Table: the ITS, SMMUs, root complexes, reserved memory. Linux reads reserved
 * memory only in a table of issue E.d or later, where it accepts older revisions of other nodes. */
void ab_acpi_iort(const struct ab_machine *m, struct ab_buf *out)
{
	struct iort t = { m, out, 0 };
	const struct ab_dev *smmu;
	size_t start, count;

	if (!ab_machine_has_gic_(m) ||
	    (ab_machine_dev(m, AB_DEV_SMMUV3, 0) == NULL &&
	     (m->arm64.gic.its == 0 || ab_machine_dev(m, AB_DEV_PCIE_ECAM, 0) == NULL)))
		return;
	start = ab_acpi_begin(m, "IORT", m->arm64.rmrs.n != 0 ? 5 : 0, out);
	count = out->len;
	ab_put_le(out, 0, 4); /* 36 Number of IORT Nodes, for now */
	ab_put_le(out, NODES_AT, 4); /* 40 Offset to Array of IORT Nodes */
	ab_put_le(out, 0, 4); /* 44 reserved */
	if (m->arm64.gic.its != 0)
		put_its(&t);
	for (uint32_t i = 0; (smmu = ab_machine_dev(m, AB_DEV_SMMUV3, i)) != NULL; i++)
		put_smmu(&t, smmu, i + 1);
	for (size_t i = 0; i < m->devs.n; i++)
		if (is_root(m, &m->devs.at[i]))
			put_root(&t, &m->devs.at[i]);
	for (size_t i = 0; i < m->arm64.rmrs.n; i++)
		put_rmr(&t, &m->arm64.rmrs.at[i]);
	ab_poke_le(out, count, t.nodes, 4);
	ab_acpi_end(out, start);
}
