/* SPDX-License-Identifier: BSD-2-Clause */
/* IORT: how requester ids become an SMMU's stream ids and an ITS's device ids. */
#include "acpi_priv.h"

#include "../base/libc.h"
#include "../machine/machine_priv.h"

#define NODES_AT 48 /* offset of the first node */
#define ITS_SIZE 24
#define SMMU_SIZE 68
#define ROOT_SIZE 36
#define MAPPING_SIZE 20
#define MAPPINGS_MAX 3273 /* a node has at most 65535 bytes */
#define RMR_SIZE 48 /* with one memory range descriptor */
#define RANGE 1024 /* segments that are met in one walk over the bridges */

/* IORTE 3.1.1.6, Flags; access attributes are bits 9-2 */
#define RMR_REMAP_PERMITTED 1U
#define RMR_WRITE_BACK (5U << 2) /* normal, inner and outer write-back; else device nGnRnE */

/* A table under construction. */
struct iort {
	const struct ab_machine *m;
	struct ab_buf *out;
	size_t start; /* its first byte's offset in out */
	uint32_t nodes; /* nodes begun so far */
	uint32_t at[AB_SMMUS_MAX + 1]; /* offset of the node of SMMU number 1 and so on */
	uint16_t behind[AB_SMMUS_MAX + 1]; /* bridges behind each, those passed so far */
	uint64_t ranges; /* a bit for each range of segments of which there are bridges */
};

/* IORT 3.1, Node format: the head of every node. No node refers to a mapping by index, so the
 * offset of the mappings is 0 if there are none. Issue E.d numbers the nodes; in issue D the field
 * is reserved. */
static void begin(struct iort *t, uint8_t type, uint8_t revision, uint32_t size, uint32_t n)
{
	if (n > MAPPINGS_MAX)
		ab_buf_fail(t->out, AB_ERR_UNSUPPORTED, "machine.devs[].pcie.smmu", n,
			    "must be at most 3273 bridges");
	ab_put_le_(t->out, type, 1); /* 0 Type */
	ab_put_le_(t->out, size + MAPPING_SIZE * n, 2); /* 1 Length */
	ab_put_le_(t->out, revision, 1); /* 3 Revision */
	ab_put_le_(t->out, t->m->arm64.rmrs.n != 0 ? t->nodes : 0, 4); /* 4 Identifier */
	ab_put_le_(t->out, n, 4); /* 8 Number of ID mappings */
	ab_put_le_(t->out, n != 0 ? size : 0, 4); /* 12 Reference to ID Array */
	t->nodes++;
}

/* IORT 3.1.1, ID mapping. It is appended, or put into the place @at that was kept for it. */
static void put_mapping(struct ab_buf *out, size_t at, const uint32_t word[5])
{
	if (at == out->len)
		ab_put(out, NULL, MAPPING_SIZE);
	for (size_t i = 0; i < 5; i++)
		ab_poke_le(out, at + 4 * i, word[i], 4);
}

/* Map all functions of bridge @d. Input and output ids differ in their upper halves only. */
static void map_bridge(struct iort *t, size_t at, const struct ab_dev *d, uint32_t from,
		       uint32_t to, uint32_t node)
{
	const uint32_t first = (uint32_t)d->pcie.bus << 8;
	const uint32_t word[5] = {
		from << 16 | first, /* 0 Input base */
		(ab_dev_buses_(d) << 8) - 1, /* 4 Number of IDs, less one */
		to << 16 | first, /* 8 Output base */
		node, /* 12 Output Reference */
		0, /* 16 Flags: not a single mapping */
	};

	put_mapping(t->out, at, word);
}

/* IORT 3.1.1.2, ITS group: one for each ITS, the first of all nodes */
static void put_its(struct iort *t, uint32_t i)
{
	begin(t, 0, 0, ITS_SIZE, 0);
	ab_put_le_(t->out, 1, 4); /* 16 Number of ITSs */
	ab_put_le_(t->out, i, 4); /* 20 GIC ITS Identifier: the MADT's */
}

/* Offset of the ITS group of bridge @d. */
static uint32_t its_of(const struct ab_dev *d)
{
	return NODES_AT + ITS_SIZE * d->pcie.its;
}

static bool has_its(const struct iort *t)
{
	return t->m->arm64.gic.its.n != 0;
}

/* Count the bridges behind each SMMU, and see which segments there are. */
static void count(struct iort *t)
{
	const struct ab_dev *d = NULL;

	while ((d = ab_machine_next_(t->m, AB_DEV_PCIE_ECAM, d)) != NULL) {
		t->behind[d->pcie.smmu]++;
		t->ranges |= UINT64_C(1) << d->pcie.segment / RANGE;
	}
}

/* IORT 3.1.1.4, SMMUv3 node. Revision 0, because later revisions require a mapping for the SMMU's
 * own MSIs if an interrupt is 0, as that of page requests is here. */
static void put_smmu(struct iort *t, const struct ab_dev *d, uint32_t nth)
{
	const bool mapped = nth <= AB_SMMUS_MAX && has_its(t);
	struct ab_buf *out = t->out;
	uint32_t irq = ab_dev_irq(d), n = mapped ? t->behind[nth] : 0;

	begin(t, 4, 0, SMMU_SIZE, n);
	ab_put_le_(out, d->base, 8); /* 16 Base Address */
	ab_put_le_(out, 1, 8); /* 24 Flags: table walks are coherent; 28 reserved */
	ab_put(out, NULL, 12); /* 32 VATOS Address; 40 Model: generic */
	ab_put_le_(out, irq, 4); /* 44 Event interrupt GSIV */
	ab_put_le_(out, 0, 4); /* 48 PRI interrupt GSIV */
	ab_put_le_(out, irq + 2, 4); /* 52 GERR interrupt GSIV */
	ab_put_le_(out, irq + 1, 4); /* 56 Sync interrupt GSIV */
	/* 60 Proximity Domain: none; 64 Device ID mapping index; mappings, until the bridges are
	 * passed */
	ab_put(out, NULL, 8 + (size_t)MAPPING_SIZE * n);
}

static void put_smmus(struct iort *t)
{
	const struct ab_dev *d = NULL;

	for (uint32_t nth = 1; (d = ab_machine_next_(t->m, AB_DEV_SMMUV3, d)) != NULL; nth++) {
		if (nth <= AB_SMMUS_MAX)
			t->at[nth] = (uint32_t)(t->out->len - t->start);
		put_smmu(t, d, nth);
	}
	memset(t->behind, 0, sizeof(t->behind));
	while (has_its(t) && (d = ab_machine_next_(t->m, AB_DEV_PCIE_ECAM, d)) != NULL) {
		const uint8_t smmu = d->pcie.smmu;
		const uint32_t stream = t->behind[smmu]++;

		if (smmu != 0)
			map_bridge(t, t->start + t->at[smmu] + SMMU_SIZE + MAPPING_SIZE * stream, d,
				   stream, d->pcie.segment, its_of(d));
	}
	memset(t->behind, 0, sizeof(t->behind));
}

/* ---- nodes whose order is not that of the list ------------------------------------------- */

/* The end of the next @size bytes of the table, where items lie that say what will be there. Each
 * is read before the one before it is written, and these bytes are 20 or more for each. NULL:
 * nothing is written, as there is no room, or only sizes are wanted. */
static struct ab_item *end_of_items(const struct iort *t, size_t size)
{
	const struct ab_buf *out = t->out;
	uint8_t *end;

	if (out->data == NULL || out->len > out->cap || size > out->cap - out->len)
		return NULL;
	end = out->data + out->len + size;
	return (struct ab_item *)(void *)(end - (uintptr_t)end % _Alignof(struct ab_item));
}

/* An item's @at: the place of a bridge among the devices, and the upper half of its stream ids. */
static uint64_t pack(const struct iort *t, const struct ab_dev *d, uint32_t stream)
{
	return (uint64_t)(d - t->m->devs.at) << 16 | (stream & 0xffff);
}

static const struct ab_dev *dev_of(const struct iort *t, uint64_t at)
{
	return &t->m->devs.at[at >> 16];
}

static bool is_mapped(const struct iort *t, const struct ab_dev *d)
{
	return d->pcie.smmu != 0 || has_its(t);
}

/* The bridges that a node or a mapping is made for. */
struct roots {
	struct ab_item *item; /* by segment; NULL: they are counted */
	size_t n;
	size_t first; /* those that are the first of their segment, which has one node */
	size_t mapped;
};

/* List them, of one range of segments. */
static void list_range(struct iort *t, uint32_t range, struct roots *r)
{
	const struct ab_dev *d = NULL;
	uint8_t met[RANGE / 8] = { 0 };

	memset(t->behind, 0, sizeof(t->behind));
	while ((d = ab_machine_next_(t->m, AB_DEV_PCIE_ECAM, d)) != NULL) {
		const uint32_t segment = d->pcie.segment, stream = t->behind[d->pcie.smmu]++;
		uint8_t *byte = &met[segment % RANGE / 8], bit = (uint8_t)(1U << segment % 8);

		if (segment / RANGE != range || ((*byte & bit) != 0 && !is_mapped(t, d)))
			continue;
		if (r->item != NULL)
			r->item[r->n] = (struct ab_item){ segment, pack(t, d, stream) };
		r->n++;
		r->first += (*byte & bit) == 0;
		r->mapped += is_mapped(t, d);
		*byte |= bit;
	}
}

static struct roots list_roots(struct iort *t, struct ab_item *item)
{
	struct roots r = { .item = item };

	for (uint32_t range = 0; range < 64; range++)
		if ((t->ranges >> range & 1) != 0)
			list_range(t, range, &r);
	return r;
}

/* Sort them by the first bridge of their segment. */
static void sort_roots(const struct roots *r)
{
	uint64_t segment, first = 0;

	ab_sort_(r->item, r->n);
	for (size_t i = 0; i < r->n; i++) {
		if (i == 0 || r->item[i].key != segment)
			first = r->item[i].at;
		segment = r->item[i].key;
		r->item[i].key = first;
	}
	ab_sort_(r->item, r->n);
}

/* IORT 3.1.1.3, Root complex node of the segment of bridge @d, with @n mappings */
static void put_root(struct iort *t, const struct ab_dev *d, uint32_t n)
{
	struct ab_buf *out = t->out;

	begin(t, 2, 1, ROOT_SIZE, n);
	AB_PUT_FIXED(out, 1, 0, 0, 0, /* 16 Cache Coherent Attribute: fully */
		     0, /* 20 Allocation Hints */
		     AB_BYTES2(0), /* 21 reserved */
		     3, /* 23 Memory Access Flags: coherent path to memory, cacheable */
		     0, 0, 0, 0); /* 24 ATS Attribute: not supported */
	ab_put_le_(out, d->pcie.segment, 4); /* 28 PCI Segment number */
	ab_put_le_(out, 64, 4); /* 32 Memory address size limit: none; 33 reserved */
}

/* Append the mapping of a bridge to its root complex. */
static void put_bridge(struct iort *t, const struct ab_dev *d, uint32_t stream)
{
	if (d->pcie.smmu != 0)
		map_bridge(t, t->out->len, d, 0, stream, t->at[d->pcie.smmu]);
	else if (is_mapped(t, d))
		map_bridge(t, t->out->len, d, 0, d->pcie.segment, its_of(d));
}

/* Append the root complexes, in the order of their first bridges. */
static void put_roots(struct iort *t)
{
	struct roots r = list_roots(t, NULL);
	const size_t size = ROOT_SIZE * r.first + MAPPING_SIZE * r.mapped;
	struct ab_item *end = end_of_items(t, size), next;

	if (end == NULL || r.n == 0) {
		ab_put(t->out, NULL, size);
		return;
	}
	r = list_roots(t, end - r.n);
	sort_roots(&r);
	next = r.item[0];
	for (size_t i = 0; i < r.n; i++) {
		const struct ab_item this = next;
		uint32_t n = 0;

		for (size_t k = i; k < r.n && this.key == this.at && r.item[k].key == this.key; k++)
			n += is_mapped(t, dev_of(t, r.item[k].at));
		next = i + 1 < r.n ? r.item[i + 1] : next;
		if (this.key == this.at)
			put_root(t, dev_of(t, this.at), n);
		put_bridge(t, dev_of(t, this.at), (uint32_t)this.at & 0xffff);
	}
}

/* IORTE 3.1.1.6, Reserved Memory Range node. Its mapping has no input; its output is the SMMU's. */
static void put_rmr(struct iort *t, const struct ab_rmr *r, const struct ab_dev *d, uint32_t stream)
{
	struct ab_buf *out = t->out;
	const uint32_t word[5] = { 0, ab_rmr_rids_(r) - 1, stream << 16 | r->rid,
				   t->at[d->pcie.smmu], 0 };

	begin(t, 6, 3, RMR_SIZE, 1);
	ab_put_le_(out, (r->remap ? RMR_REMAP_PERMITTED : 0U) | (r->cached ? RMR_WRITE_BACK : 0U),
		   4); /* 16 Flags */
	AB_PUT_FIXED(out, 1, 0, 0, 0, /* 20 Number of Memory Range Descriptors */
		     28, 0, 0, 0); /* 24 Reference to Memory Range Descriptors */
	ab_put_le_(out, r->base, 8); /* 28 Physical Range offset */
	ab_put_le_(out, r->size, 8); /* 36 Physical Range length */
	ab_put_le_(out, 0, 4); /* 44 reserved */
	put_mapping(out, out->len, word);
}

/* Find the bridges that the entries name: sorted by bridge, in one walk over these. */
static void find_bridges(struct iort *t, struct ab_item *item, size_t n)
{
	const struct ab_dev *d = ab_machine_next_(t->m, AB_DEV_PCIE_ECAM, NULL);
	uint64_t nth = 0;

	memset(t->behind, 0, sizeof(t->behind));
	ab_sort_(item, n);
	for (size_t i = 0; i < n; i++) {
		for (; nth < item[i].key; nth++) {
			t->behind[d->pcie.smmu]++;
			d = ab_machine_next_(t->m, AB_DEV_PCIE_ECAM, d);
		}
		item[i] = (struct ab_item){ item[i].at, pack(t, d, t->behind[d->pcie.smmu]) };
	}
	ab_sort_(item, n);
}

/* Append reserved memory, in the order of the list. */
static void put_rmrs(struct iort *t)
{
	const struct ab_rmr_list *list = &t->m->arm64.rmrs;
	const size_t each = RMR_SIZE + MAPPING_SIZE,
		     size = list->n <= SIZE_MAX / each ? list->n * each : SIZE_MAX;
	struct ab_item *item = end_of_items(t, size);

	if (item == NULL) {
		ab_put(t->out, NULL, size);
		return;
	}
	item -= list->n;
	for (size_t i = 0; i < list->n; i++)
		item[i] = (struct ab_item){ list->at[i].bridge, i };
	find_bridges(t, item, list->n);
	for (size_t i = 0; i < list->n; i++) {
		const uint64_t at = item[i].at;

		put_rmr(t, &list->at[i], dev_of(t, at), (uint32_t)at & 0xffff);
	}
}

/* IORT 3, IO Remapping Table: ITSes, SMMUs, root complexes, reserved memory. Linux reads reserved
 * memory only in a table of issue E.d or later, where it accepts older revisions of other nodes. */
void ab_acpi_iort(const struct ab_machine *m, struct ab_buf *out)
{
	struct iort t = { .m = m, .out = out };
	size_t nodes;

	if (!AB_ALL_BUILT || !ab_machine_has_gic_(m) ||
	    (ab_machine_dev(m, AB_DEV_SMMUV3, 0) == NULL &&
	     (!has_its(&t) || ab_machine_dev(m, AB_DEV_PCIE_ECAM, 0) == NULL)))
		return;
	count(&t);
	t.start = ab_acpi_begin(m, "IORT", m->arm64.rmrs.n != 0 ? 5 : 0, out);
	nodes = out->len;
	ab_put_le_(out, 0, 4); /* 36 Number of IORT Nodes, for now */
	ab_put_le_(out, NODES_AT, 8); /* 40 Offset to Array of IORT Nodes; 44 reserved */
	for (uint32_t i = 0; i < m->arm64.gic.its.n; i++)
		put_its(&t, i);
	put_smmus(&t);
	put_roots(&t);
	put_rmrs(&t);
	ab_poke_le(out, nodes, t.nodes, 4);
	ab_acpi_end(out, t.start);
}
