/* SPDX-License-Identifier: BSD-2-Clause */
/* Validation of ranges: RAM, devices, their windows and the interrupt controller are disjoint. */
#include "check.h"
#include "pc.h"

/* Names of a range in errors: as the faulty range, and as the other party. */
struct names {
	const char *field; /* path of its base */
	const char *owner; /* path or name of its owner */
};

#define RANGE(path)                                                                                \
	{                                                                                          \
		path ".base", path                                                                 \
	}
#define FRAME(name)                                                                                \
	{                                                                                          \
		name, name                                                                         \
	}

static const struct names ram = RANGE("machine.ram[]");
static const struct names rmr = RANGE("machine.arm64.rmrs[]");
static const struct names redist = RANGE("machine.arm64.gic.redist[]");
static const struct names dev = RANGE("machine.devs[]");
static const struct names mmio32 = RANGE("machine.devs[].pcie.mmio32");
static const struct names mmio64 = RANGE("machine.devs[].pcie.mmio64");
static const struct names pio = RANGE("machine.devs[].pcie.pio");
static const struct names dist = FRAME("machine.arm64.gic.dist");
static const struct names cpu = FRAME("machine.arm64.gic.cpu");
static const struct names its = FRAME("machine.arm64.gic.its");
static const struct names v2m = FRAME("machine.arm64.gic.v2m");
static const struct names lapic = FRAME("local APIC");
static const struct names ioapic = FRAME("I/O APIC");

/* A range of memory or ports with an owner. */
struct claim {
	uint64_t base, size;
	bool pio;
	const struct names *names;
	uint64_t index; /* index of the entry in the named list */
	const char *kind; /* name of the device's kind, or NULL */
};

static struct claim memory(uint64_t base, uint64_t size, const struct names *names, uint64_t index)
{
	return (struct claim){ .base = base, .size = size, .names = names, .index = index };
}

static struct claim ram_at(const struct ab_machine *m, size_t i)
{
	return memory(m->ram.at[i].base, m->ram.at[i].size, &ram, i);
}

static struct claim rmr_at(const struct ab_machine *m, size_t i)
{
	return memory(m->arm64.rmrs.at[i].base, m->arm64.rmrs.at[i].size, &rmr, i);
}

/* Number of claims of device @i. */
static unsigned int claims(const struct ab_machine *m, size_t i)
{
	if (m->devs.at[i].type == AB_DEV_PCIE_ECAM)
		return 4;
	return ab_machine_kind_(m->devs.at[i].type)->base2 != 0 ? 2 : 1;
}

/* The @k-th claim of device @i, which may be empty. */
static struct claim dev_at(const struct ab_machine *m, size_t i, unsigned int k)
{
	const struct ab_dev *d = &m->devs.at[i];
	const struct ab_dev_kind *kind = ab_machine_kind_(d->type);
	struct claim c;

	if (k == 0)
		c = memory(ab_dev_base(d), ab_dev_size(d), &dev, i);
	else if (d->type != AB_DEV_PCIE_ECAM)
		c = memory(kind->base2, kind->size, &dev, i);
	else if (k == 1)
		c = memory(d->pcie.mmio32.base, d->pcie.mmio32.size, &mmio32, i);
	else if (k == 2)
		c = memory(d->pcie.mmio64.base, d->pcie.mmio64.size, &mmio64, i);
	else
		c = memory(d->pcie.pio.base, d->pcie.pio.size, &pio, i);
	c.pio = c.names == &dev ? ab_dev_is_pio(m, d) : c.names == &pio && ab_machine_is_pc_(m);
	c.kind = kind->name;
	return c;
}

/* The @k-th range of the interrupt controller, which is not among the devices. Size 0: this
 * machine lacks the range; names NULL: there are no more ranges. */
static struct claim apic_at(const struct ab_machine *m, size_t k)
{
	const bool listed = ab_machine_dev(m, AB_DEV_IOAPIC, 0) != NULL;

	switch (k) {
	case 0:
		return memory(AB_PC_LAPIC, AB_PC_LAPIC_SIZE, &lapic, 0);
	case 1:
		return memory(AB_PC_IOAPIC, listed ? 0 : AB_PC_IOAPIC_SIZE, &ioapic, 0);
	default:
		return memory(0, 0, NULL, 0);
	}
}

static struct claim gic_at(const struct ab_machine *m, size_t k)
{
	const struct ab_gic *g = &m->arm64.gic;

	switch (k) {
	case 0:
		return memory(g->dist, g->version == 2 ? AB_GICV2_DIST_SIZE : AB_GICV3_DIST_SIZE,
			      &dist, 0);
	case 1:
		return memory(g->cpu, g->cpu != 0 ? AB_GICV2_CPU_SIZE : 0, &cpu, 0);
	case 2:
		return memory(g->its, g->its != 0 ? AB_GICV3_ITS_SIZE : 0, &its, 0);
	case 3:
		return memory(g->v2m, g->v2m != 0 ? AB_GICV2M_SIZE : 0, &v2m, 0);
	default:
		break;
	}
	if (k - 4 < g->redist.n)
		return memory(g->redist.at[k - 4].base, g->redist.at[k - 4].size, &redist, k - 4);
	return memory(0, 0, NULL, 0);
}

static struct claim intc_at(const struct ab_machine *m, size_t k)
{
	return ab_machine_has_gic_(m) ? gic_at(m, k) : apic_at(m, k);
}

static bool clash(const struct claim *a, const struct claim *b)
{
	return a->pio == b->pio && ab_overlaps(a->base, a->size, b->base, b->size);
}

/* A keyboard controller resets the machine by its command 0xfe: its command port may be the reset
 * register, too. */
static bool pulses(const struct ab_machine *m, const struct claim *reset, const struct claim *kbd)
{
	const struct ab_dev *r, *k;

	if (reset->names != &dev || kbd->names != &dev)
		return false;
	r = &m->devs.at[reset->index];
	k = &m->devs.at[kbd->index];
	return r->type == AB_DEV_ACPI_RESET && k->type == AB_DEV_I8042 && reset->size == 1 &&
	       r->reset.value == 0xfe && reset->base == kbd->base + 4;
}

static enum ab_err overlap(struct ab_error *why, const struct claim *a, const struct claim *b)
{
	return ab_fail_with_(why, &(struct ab_error){ .code = AB_ERR_OVERLAP,
						      .what = a->names->field,
						      .value = a->base,
						      .index = a->index,
						      .name = a->kind,
						      .other = b->names->owner,
						      .other_index = b->index,
						      .other_name = b->kind,
						      .other_value = b->base });
}

/* Find the RAM that @c overlaps. */
static bool find_ram(const struct ab_machine *m, const struct claim *c, struct claim *found)
{
	for (size_t i = 0; i < m->ram.n; i++) {
		*found = ram_at(m, i);
		if (clash(c, found))
			return true;
	}
	return false;
}

/* Find the claim that @c overlaps: of the devices before @end, and of the first @k claims of
 * device @end. */
static bool find_dev(const struct ab_machine *m, const struct claim *c, size_t end, unsigned int k,
		     struct claim *found)
{
	for (size_t i = 0; i < end || (i == end && k != 0); i++)
		for (unsigned int n = 0; n < (i == end ? k : claims(m, i)); n++) {
			*found = dev_at(m, i, n);
			if (clash(c, found) && !pulses(m, c, found) && !pulses(m, found, c))
				return true;
		}
	return false;
}

/* First byte and end of all claims so far. */
struct extent {
	uint64_t lo, hi;
};

/* Check the claims of a device. A claim outside of the extent of all earlier claims overlaps none
 * of them, so an ascending or descending list, as long lists usually are, takes one pass. */
static enum ab_err check_dev(const struct ab_machine *m, size_t i, struct extent extent[2],
			     struct ab_error *why)
{
	struct claim other;

	for (unsigned int k = 0; k < claims(m, i); k++) {
		const struct claim c = dev_at(m, i, k);
		struct extent *e = &extent[c.pio];

		if (c.size == 0)
			continue;
		if (find_ram(m, &c, &other) ||
		    (c.base < e->hi && c.base + c.size > e->lo && find_dev(m, &c, i, k, &other)))
			return overlap(why, &c, &other);
		e->lo = c.base < e->lo ? c.base : e->lo;
		e->hi = c.base + c.size > e->hi ? c.base + c.size : e->hi;
	}
	return AB_OK;
}

static enum ab_err check_intc(const struct ab_machine *m, size_t k, struct ab_error *why)
{
	const struct claim c = intc_at(m, k);
	struct claim other;

	if (!ab_within(c.base, c.size, ab_machine_phys_end_(m)))
		return ab_bad_at_(why, c.names->field, c.index, c.base, AB_RULE_PHYS);
	if (find_ram(m, &c, &other) || find_dev(m, &c, m->devs.n, 0, &other))
		return overlap(why, &other, &c);
	for (size_t i = 0; i < k; i++) {
		other = intc_at(m, i);
		if (clash(&c, &other))
			return overlap(why, &c, &other);
	}
	return AB_OK;
}

/* True if two entries give the same region to the same function. */
static bool same_function(const struct ab_rmr *a, const struct ab_rmr *b)
{
	return a->bridge == b->bridge &&
	       ab_overlaps(a->rid, ab_rmr_rids_(a), b->rid, ab_rmr_rids_(b));
}

/* Check a reserved memory region. It may overlap frames of the GIC, which can be doorbells. */
static enum ab_err check_rmr(const struct ab_machine *m, size_t i, struct ab_error *why)
{
	const struct claim c = rmr_at(m, i);
	struct claim other;

	if (find_ram(m, &c, &other) || find_dev(m, &c, m->devs.n, 0, &other))
		return overlap(why, &c, &other);
	for (size_t k = 0; k < i; k++) {
		other = rmr_at(m, k);
		if (clash(&c, &other) && same_function(&m->arm64.rmrs.at[i], &m->arm64.rmrs.at[k]))
			return overlap(why, &c, &other);
	}
	return AB_OK;
}

enum ab_err ab_machine_check_overlaps_(const struct ab_machine *m, struct ab_error *why)
{
	struct extent extent[2] = { { UINT64_MAX, 0 }, { UINT64_MAX, 0 } };
	enum ab_err err;

	for (size_t i = 0; i < m->devs.n; i++)
		if ((err = check_dev(m, i, extent, why)))
			return err;
	for (size_t k = 0; intc_at(m, k).names != NULL; k++)
		if ((err = check_intc(m, k, why)))
			return err;
	for (size_t i = 0; i < m->arm64.rmrs.n && ab_machine_has_gic_(m); i++)
		if ((err = check_rmr(m, i, why)))
			return err;
	return AB_OK;
}

/* ---- ranges of others --------------------------------------------------------------------- */

bool ab_machine_claims_(const struct ab_machine *m, uint64_t base, uint64_t size,
			struct ab_error *overlap)
{
	const struct claim range = memory(base, size, NULL, 0);
	struct claim found;
	bool any = find_dev(m, &range, m->devs.n, 0, &found);

	for (size_t k = 0; !any && intc_at(m, k).names != NULL; k++) {
		found = intc_at(m, k);
		any = clash(&range, &found);
	}
	if (any) {
		overlap->other = found.names->owner;
		overlap->other_index = found.index;
		overlap->other_name = found.kind;
		overlap->other_value = found.base;
	}
	return any;
}
