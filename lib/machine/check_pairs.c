/* SPDX-License-Identifier: BSD-2-Clause */
/* Entries of a list that must differ from all others, or agree with them: ids of CPUs, distances,
 * buses, I/O APICs, uids; interrupts that devices share. */
#include "check.h"
#include "pc.h"

static enum ab_err check_cpu_ids(const struct ab_machine *m, struct ab_item *item,
				 struct ab_error *why)
{
	uint64_t i;

	for (i = 0; i < m->cpus.n; i++)
		item[i] = (struct ab_item){ m->cpus.at[i].id, i };
	ab_sort_(item, m->cpus.n);
	i = ab_first_repeated_(item, m->cpus.n);
	return i == AB_NOWHERE ? AB_OK
			       : ab_bad_at_(why, "machine.cpus[].id", i, m->cpus.at[i].id,
					    "must differ from the id of every other CPU");
}

static enum ab_err check_distances(const struct ab_machine *m, struct ab_item *item,
				   struct ab_error *why)
{
	uint64_t i;

	for (i = 0; i < m->distances.n; i++)
		item[i] = (struct ab_item){
			(uint64_t)m->distances.at[i].from * AB_NODES_MAX + m->distances.at[i].to, i
		};
	ab_sort_(item, m->distances.n);
	i = ab_first_repeated_(item, m->distances.n);
	return i == AB_NOWHERE
		   ? AB_OK
		   : ab_bad_at_(why, "machine.distances[].to", i, m->distances.at[i].to,
				"must differ from every other entry with the same from");
}

/* Segment and bus of a bridge as one number. A bridge's buses end where the next segment's begin.
 */
static uint64_t bus_of(const struct ab_dev *d)
{
	return (uint64_t)d->pcie.segment << 8 | d->pcie.bus;
}

static uint64_t buses_at(const struct ab_machine *m, uint64_t at)
{
	return ab_machine_buses_(m, &m->devs.at[at]);
}

/* Bridges of one segment must not share a bus. */
static enum ab_err check_buses(const struct ab_machine *m, struct ab_item *item,
			       struct ab_error *why)
{
	const struct ab_dev *d, *o;
	size_t n = 0;
	uint64_t first;

	for (size_t i = 0; i < m->devs.n; i++)
		if (ab_dev_is_bridge_(&m->devs.at[i]))
			item[n++] = (struct ab_item){ bus_of(&m->devs.at[i]), i };
	ab_sort_(item, n);
	first = ab_first_clash_(m, item, n, buses_at);
	if (first == AB_NOWHERE)
		return AB_OK;
	d = &m->devs.at[first];
	for (o = m->devs.at;
	     !ab_dev_is_bridge_(o) ||
	     !ab_overlaps(bus_of(o), ab_machine_buses_(m, o), bus_of(d), ab_machine_buses_(m, d));)
		o++;
	return ab_fail_with_(why, &(struct ab_error){ .code = AB_ERR_OVERLAP,
						      .what = "machine.devs[].pcie.bus",
						      .value = d->pcie.bus,
						      .index = first,
						      .name = ab_dev_name(d->type),
						      .other = "machine.devs[].pcie.bus",
						      .other_index = (uint64_t)(o - m->devs.at),
						      .other_name = ab_dev_name(o->type),
						      .other_value = o->pcie.bus,
						      .size = ab_machine_buses_(m, d),
						      .other_size = ab_machine_buses_(m, o) });
}

/* Return the GSI behind the last input of an I/O APIC. */
static uint64_t inputs_end(const struct ab_dev *d)
{
	return (uint64_t)d->ioapic.gsi +
	       (d->ioapic.inputs != 0 ? d->ioapic.inputs : AB_PC_IOAPIC_INPUTS);
}

/* Sort the I/O APICs by id, or by first GSI. Return how many there are. */
static size_t sort_ioapics(const struct ab_machine *m, struct ab_item *item, bool gsi)
{
	const struct ab_dev *d = NULL;
	size_t n = 0;

	while ((d = ab_machine_next_(m, AB_DEV_IOAPIC, d)) != NULL)
		item[n++] = (struct ab_item){ gsi ? d->ioapic.gsi : d->ioapic.apic_id,
					      (uint64_t)(d - m->devs.at) };
	ab_sort_(item, n);
	return n;
}

/* Find the first I/O APIC in the list whose first GSI is an input of another one. */
static uint64_t shared_inputs(const struct ab_machine *m, struct ab_item *item)
{
	const size_t n = sort_ioapics(m, item, true);
	uint64_t first = AB_NOWHERE;

	for (size_t i = 1; i < n; i++)
		if (item[i].at < first && item[i].key < inputs_end(&m->devs.at[item[i - 1].at]))
			first = item[i].at;
	return first;
}

static enum ab_err check_ioapics(const struct ab_machine *m, struct ab_item *item,
				 struct ab_error *why)
{
	const uint64_t id = ab_first_repeated_(item, sort_ioapics(m, item, false));
	const uint64_t gsi = shared_inputs(m, item);

	if (id != AB_NOWHERE && id <= gsi)
		return ab_bad_dev_(why, m, &m->devs.at[id], "machine.devs[].ioapic.apic_id",
				   m->devs.at[id].ioapic.apic_id,
				   "must differ from that of every other I/O APIC");
	if (gsi != AB_NOWHERE)
		return ab_bad_dev_(why, m, &m->devs.at[gsi], "machine.devs[].ioapic.gsi",
				   m->devs.at[gsi].ioapic.gsi,
				   "must not be an input of another I/O APIC");
	return AB_OK;
}

/* A uid of the caller's must differ from every other one of its kind. */
static enum ab_err check_uids(const struct ab_machine *m, struct ab_item *item,
			      struct ab_error *why)
{
	uint32_t place[AB_DEV_KINDS] = { 0 };
	uint64_t first = AB_NOWHERE;
	size_t n = 0;

	for (size_t i = 0; i < m->devs.n; i++) {
		const struct ab_dev *d = &m->devs.at[i];
		const uint32_t usual = place[d->type]++;

		if ((ab_machine_kind_(d->type)->is & AB_KIND_SINGLE) == 0)
			item[n++] = (struct ab_item){
				(uint64_t)d->type << 32 | (d->uid != 0 ? d->uid : usual), i
			};
	}
	ab_sort_(item, n);
	for (size_t i = 1; i < n; i++) {
		const size_t given = m->devs.at[item[i - 1].at].uid != 0 ? i - 1 : i;

		if (item[i].key == item[i - 1].key && item[given].at < first)
			first = item[given].at;
	}
	return first == AB_NOWHERE
		   ? AB_OK
		   : ab_bad_dev_(
			 why, m, &m->devs.at[first], "machine.devs[].uid", m->devs.at[first].uid,
			 "must differ from every other uid of this kind, where 0 stands for "
			 "the device's place");
}

/* ---- interrupts that devices share -------------------------------------------------------- */

#define WIRE_BITS 8 /* of a place, below those of the device */

_Static_assert(AB_DEV_WIRES + AB_PCI_LIST_MAX <= 1 << WIRE_BITS, "a place has each wire");

/* Most interrupts of all devices, which may not be checked yet. */
static size_t irqs_max(const struct ab_machine *m)
{
	size_t n = 0;

	for (size_t i = 0; i < m->devs.n && m->devs.at != NULL; i++) {
		const struct ab_dev *d = &m->devs.at[i];

		for (size_t k = 0; k < AB_DEV_WIRES; k++)
			n += ab_dev_wire_(d, k) != 0;
		n += ab_dev_wires_(d) - AB_DEV_WIRES + (d->type == AB_DEV_IOAPIC);
	}
	return n;
}

/* Tell the device at the place @at, which uses an interrupt otherwise than the one at @with. */
static enum ab_err bad_sharing(const struct ab_machine *m, uint64_t at, uint64_t with,
			       struct ab_error *why)
{
	const struct ab_dev *d = &m->devs.at[at >> WIRE_BITS], *o = &m->devs.at[with >> WIRE_BITS];
	const uint32_t irq = ab_dev_wire_(d, at % (1 << WIRE_BITS));

	return ab_fail_with_(
	    why, &(struct ab_error){ .code = AB_ERR_ARG,
				     .what = ab_dev_wire_field_(d, irq),
				     .value = irq,
				     .other = "devices that share an interrupt must agree on "
					      "trigger and polarity",
				     .index = at >> WIRE_BITS,
				     .name = ab_dev_name(d->type),
				     .other_index = with >> WIRE_BITS,
				     .other_name = ab_dev_name(o->type) });
}

static enum ab_irq_flags flags_at(const struct ab_machine *m, uint64_t at)
{
	return ab_dev_irq_flags(m, &m->devs.at[at >> WIRE_BITS]);
}

#define WIRE_IOAPIC ((1U << WIRE_BITS) - 1) /* in a place: not a wire, but the I/O APIC itself */

_Static_assert(AB_DEV_WIRES + AB_PCI_LIST_MAX <= WIRE_IOAPIC, "no wire has its number");

/* Collect interrupts, and I/O APICs before what may arrive there. Return how many there are. */
static size_t collect(const struct ab_machine *m, struct ab_item *item)
{
	size_t n = 0;

	for (size_t i = 0; i < m->devs.n; i++) {
		const struct ab_dev *d = &m->devs.at[i];

		if (d->type == AB_DEV_IOAPIC)
			item[n++] = (struct ab_item){ (uint64_t)d->ioapic.gsi << 1,
						      (uint64_t)i << WIRE_BITS | WIRE_IOAPIC };
		for (size_t k = 0; k < ab_dev_wires_(d); k++) {
			const uint32_t irq = ab_dev_wire_(d, k);

			if (irq != 0)
				item[n++] = (struct ab_item){ (uint64_t)irq << 1 | 1,
							      (uint64_t)i << WIRE_BITS | k };
		}
	}
	ab_sort_(item, n);
	return n;
}

/* Each interrupt must arrive at an input of an I/O APIC. */
static enum ab_err check_inputs(const struct ab_machine *m, const struct ab_item *item, size_t n,
				struct ab_error *why)
{
	const struct ab_dev *d;
	const uint64_t usual = ab_machine_arch_(m)->ioapic_inputs;
	uint64_t bad = AB_NOWHERE, end = ab_machine_dev(m, AB_DEV_IOAPIC, 0) == NULL ? usual : 0;
	uint32_t irq;

	if (usual == 0)
		return AB_OK;
	for (size_t i = 0; i < n; i++)
		if ((item[i].key & 1) == 0)
			end = inputs_end(&m->devs.at[item[i].at >> WIRE_BITS]);
		else if (item[i].key >> 1 >= end && item[i].at < bad)
			bad = item[i].at;
	if (bad == AB_NOWHERE)
		return AB_OK;
	d = &m->devs.at[bad >> WIRE_BITS];
	irq = ab_dev_wire_(d, bad % (1 << WIRE_BITS));
	return ab_bad_dev_(why, m, d, ab_dev_wire_field_(d, irq), irq,
			   "must be an input of an I/O APIC");
}

/* All users of an interrupt must agree with the first. */
static enum ab_err check_irqs(const struct ab_machine *m, struct ab_item *item,
			      struct ab_error *why)
{
	const size_t n = collect(m, item);
	const enum ab_err err = check_inputs(m, item, n, why);
	uint64_t bad = AB_NOWHERE, with = 0;

	if (err != AB_OK)
		return err;
	for (size_t i = 0, first = 0; i < n; i++) {
		first = item[i].key == item[first].key ? first : i;
		if (item[i].at < bad && flags_at(m, item[i].at) != flags_at(m, item[first].at)) {
			bad = item[i].at;
			with = item[first].at;
		}
	}
	return bad == AB_NOWHERE ? AB_OK : bad_sharing(m, bad, with, why);
}

/* ---- all of them -------------------------------------------------------------------------- */

/* Entries for reserved memory regions, four for each; so many at most that no memory has room for
 * them. */
static size_t rmr_items(const struct ab_machine *m)
{
	const size_t most = SIZE_MAX / sizeof(struct ab_item) / 4 - 1;

	return m->arm64.rmrs.n < most ? 4 * m->arm64.rmrs.n : 4 * most;
}

/* Most entries of a list that is sorted. */
static size_t items(const struct ab_machine *m)
{
	const size_t irqs = irqs_max(m), rmrs = AB_ALL_BUILT ? rmr_items(m) : 0;
	size_t n = ab_machine_claims_max_(m);

	n = m->cpus.n > n ? m->cpus.n : n;
	n = m->distances.n > n ? m->distances.n : n;
	n = irqs > n ? irqs : n;
	return rmrs > n ? rmrs : n;
}

size_t ab_machine_work(const struct ab_machine *m)
{
	return items(m) * sizeof(struct ab_item) + (_Alignof(struct ab_item) - 1);
}

enum ab_err ab_machine_check_pairs_(const struct ab_machine *m, struct ab_work work,
				    struct ab_error *why)
{
	const size_t need = ab_machine_work(m);
	struct ab_item *item;
	enum ab_err err;

	if (work.data == NULL || work.size < need)
		return ab_fail(why, AB_ERR_NOSPACE, "work", need, "see ab_machine_work()");
	item = ab_machine_items_(work);
	if ((err = check_cpu_ids(m, item, why)) || (err = check_distances(m, item, why)) ||
	    (err = check_buses(m, item, why)) || (err = check_ioapics(m, item, why)) ||
	    (err = check_uids(m, item, why)) || (err = check_irqs(m, item, why)))
		return err;
	return ab_machine_check_overlaps_(m, item, why);
}
