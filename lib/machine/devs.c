/* SPDX-License-Identifier: BSD-2-Clause */
/* Validation of devices: each one's own fields, then every pair of the windows they claim. */
#include "machine_priv.h"

#include "../base/libc.h"

/* One claim on ports or memory. A host bridge makes up to four. */
struct claim {
	uint64_t base, size;
	bool pio;
	const char *name;
};

#define CLAIMS_PER_DEV 4

static enum ab_err bad(struct ab_error *why, const char *what, uint64_t value, const char *hint)
{
	return ab_fail(why, AB_ERR_ARG, what, value, hint);
}

/* The @k-th claim of device @d; size 0 when it makes none there. */
static struct claim claim_at(const struct ab_machine *m, const struct ab_dev *d, unsigned int k)
{
	const struct ab_pcie *p = &d->pcie;

	if (k != 0 && d->type == AB_DEV_PIC_8259)
		return (struct claim){ 0xa0, k == 1 ? 2 : 0, true, ab_dev_name(d->type) };
	if (k != 0 && d->type != AB_DEV_PCIE_ECAM)
		return (struct claim){ 0, 0, false, NULL };
	switch (k) {
	case 0:
		return (struct claim){ ab_dev_base(d), ab_dev_size(d), ab_dev_is_pio(m, d),
				       ab_dev_name(d->type) };
	case 1:
		return (struct claim){ p->mmio32.base, p->mmio32.size, false, "pcie.mmio32" };
	case 2:
		return (struct claim){ p->mmio64.base, p->mmio64.size, false, "pcie.mmio64" };
	default:
		return (struct claim){ p->pio.base, p->pio.size, m->arch == AB_ARCH_X86_64,
				       "pcie.pio" };
	}
}

/* arm64's windows are all in memory, which is mapped by pages. */
static enum ab_err check_pages(const struct ab_pcie *p, struct ab_error *why)
{
	const struct {
		const char *name;
		const struct ab_range *r;
	} windows[] = { { "pcie-ecam.pcie.pio", &p->pio },
			{ "pcie-ecam.pcie.mmio32", &p->mmio32 },
			{ "pcie-ecam.pcie.mmio64", &p->mmio64 } };

	for (size_t i = 0; i < sizeof(windows) / sizeof(windows[0]); i++) {
		const struct ab_range *r = windows[i].r;

		if (r->size != 0 && !(ab_is_aligned(r->base, 4096) && ab_is_aligned(r->size, 4096)))
			return bad(why, windows[i].name, r->base,
				   "base and size: multiples of 4 KiB");
	}
	return AB_OK;
}

static enum ab_err check_pcie(const struct ab_machine *m, const struct ab_dev *d,
			      struct ab_error *why)
{
	const struct ab_pcie *p = &d->pcie;
	enum ab_err err;

	if (!ab_is_aligned(d->size, AB_MiB) || d->size > 256 * AB_MiB)
		return bad(why, "pcie-ecam.size", d->size, "1 MiB a bus, up to 256 buses");
	if (!ab_is_aligned(d->base, AB_MiB))
		return bad(why, "pcie-ecam.base", d->base, "multiple of 1 MiB");
	if (p->bus + ab_dev_buses_(d) > 256)
		return bad(why, "pcie-ecam.pcie.bus", p->bus, "buses end at 255");
	if (d->base < (uint64_t)p->bus << 20)
		return bad(why, "pcie-ecam.base", d->base, "MCFG counts it from bus 0");
	if (p->mmio32.size != 0 && !ab_within(p->mmio32.base, p->mmio32.size, 4 * AB_GiB))
		return bad(why, "pcie-ecam.pcie.mmio32", p->mmio32.base, "ends below 4 GiB");
	if (p->pio.size != 0 && m->arch == AB_ARCH_ARM64 && p->pio.size > 0x10000)
		return bad(why, "pcie-ecam.pcie.pio", p->pio.size, "64 KiB of ports at most");
	if (p->pio.size != 0 && m->arch == AB_ARCH_X86_64 &&
	    !ab_within(p->pio.base, p->pio.size, 0x10000))
		return bad(why, "pcie-ecam.pcie.pio", p->pio.base, "ends below 64 KiB");
	if (m->arch == AB_ARCH_ARM64 && (err = check_pages(p, why)))
		return err;
	for (size_t i = 0; &m->devs.at[i] != d; i++) {
		const struct ab_dev *o = &m->devs.at[i];

		if (o->type == d->type && o->pcie.segment == p->segment &&
		    ab_overlaps(o->pcie.bus, ab_dev_buses_(o), p->bus, ab_dev_buses_(d)))
			return ab_fail(why, AB_ERR_OVERLAP, "pcie-ecam.pcie.bus", p->bus,
				       "pcie-ecam.pcie.bus");
	}
	return AB_OK;
}

static bool must(const struct ab_dev *d, enum ab_kind_flags flag)
{
	return (ab_machine_kind_(d->type)->must & flag) != 0;
}

/* What has registers has all of them: a guest maps so many, at such a place. */
static enum ab_err check_fit(const struct ab_dev *d, struct ab_error *why)
{
	const struct ab_dev_kind *k = ab_machine_kind_(d->type);

	if (ab_dev_size(d) < k->size)
		return bad(why, k->field.size, d->size, "too small; 0: the usual");
	if (k->size == 0 && !ab_is_aligned(d->size, k->align))
		return bad(why, k->field.size, d->size, "multiple of 4 KiB");
	if (!ab_is_aligned(ab_dev_base(d), k->align))
		return bad(why, k->field.base, d->base,
			   k->align == 0x10000 ? "multiple of 64 KiB"
			   : k->align == 4     ? "multiple of 4"
					       : "multiple of 4 KiB");
	return AB_OK;
}

static enum ab_err check_place(const struct ab_machine *m, const struct ab_dev *d,
			       struct ab_error *why)
{
	const struct ab_dev_fields *f = &ab_machine_kind_(d->type)->field;
	const uint64_t base = ab_dev_base(d), size = ab_dev_size(d);
	const bool pio = ab_dev_is_pio(m, d);
	const uint64_t limit = pio ? 0x10000 : UINT64_C(1) << ab_machine_phys_bits_(m);
	const char *beyond = pio ? "ends below 64 KiB" : "beyond machine.phys_bits";

	if (must(d, AB_KIND_NOWHERE) && base != 0)
		return bad(why, f->base, base, "it has none");
	if (must(d, AB_KIND_NOWHERE))
		return size == 0 ? AB_OK : bad(why, f->size, size, "it has none");
	if (base == 0)
		return bad(why, f->base, 0, "required");
	if (size == 0)
		return bad(why, f->size, 0, "required");
	if (must(d, AB_KIND_MEM) && pio)
		return bad(why, f->base, base, "in memory, from 64 KiB on");
	if (must(d, AB_KIND_PIO) && !pio)
		return bad(why, f->base, base, "an I/O port, below 64 KiB");
	if (size > limit)
		return bad(why, f->size, size, beyond);
	if (!ab_within(base, size, limit))
		return bad(why, f->base, base, beyond);
	return m->arch == AB_ARCH_ARM64 ? check_fit(d, why) : AB_OK;
}

/* Numbers that tell devices of one kind apart. */
static uint64_t number(const struct ab_dev *d, uint32_t place)
{
	return d->uid != 0 ? d->uid : place;
}

/* A number of the caller's must be nobody else's. */
static enum ab_err check_number(const struct ab_machine *m, const struct ab_dev *d,
				struct ab_error *why)
{
	uint32_t place = 0;

	if (must(d, AB_KIND_SINGLE) || d->uid == 0)
		return AB_OK;
	for (size_t i = 0; i < m->devs.n; i++) {
		const struct ab_dev *o = &m->devs.at[i];

		if (o->type != d->type)
			continue;
		if (o != d && number(o, place) == d->uid)
			return bad(why, ab_machine_kind_(d->type)->field.uid, d->uid,
				   "another's number, or place where that has none");
		place++;
	}
	return AB_OK;
}

static enum ab_err check_ioapic(const struct ab_machine *m, const struct ab_dev *d,
				struct ab_error *why)
{
	if (d->irq != 0)
		return bad(why, "ioapic.irq", d->irq,
			   "it has none; its inputs begin at ioapic.gsi");
	if (d->base >> 32 != 0)
		return bad(why, "ioapic.base", d->base, "below 4 GiB");
	for (const struct ab_dev *o = m->devs.at; o != d; o++) {
		if (o->type != d->type)
			continue;
		if (o->ioapic.apic_id == d->ioapic.apic_id)
			return bad(why, "ioapic.ioapic.apic_id", d->ioapic.apic_id,
				   "another I/O APIC has it");
		if (o->ioapic.gsi == d->ioapic.gsi)
			return bad(why, "ioapic.ioapic.gsi", d->ioapic.gsi,
				   "another I/O APIC begins with it");
	}
	return AB_OK;
}

/* IHI0069 1.2.1: an SPI is a level, active high, or a rising edge. */
static enum ab_err check_flags(const struct ab_machine *m, const struct ab_dev *d,
			       struct ab_error *why)
{
	const char *what = ab_machine_kind_(d->type)->field.flags;
	const enum ab_irq_flags flags = d->irq_flags;

	if ((unsigned int)flags > AB_IRQ_LEVEL_LOW)
		return bad(why, what, flags, "no such trigger");
	if (m->arch != AB_ARCH_ARM64)
		return AB_OK;
	if (flags == AB_IRQ_EDGE_LOW || flags == AB_IRQ_LEVEL_LOW)
		return bad(why, what, flags, "a GIC's are active high");
	if (flags == AB_IRQ_EDGE_HIGH && d->type == AB_DEV_PCIE_ECAM)
		return bad(why, what, flags, "INTx is a level");
	return AB_OK;
}

static enum ab_err check_one(const struct ab_machine *m, const struct ab_dev *d,
			     struct ab_error *why)
{
	enum ab_err err;

	if (ab_machine_kind_(d->type) == NULL)
		return bad(why, "machine.devs.type", d->type, "no such kind");
	if ((ab_machine_kind_(d->type)->archs & 1U << m->arch) == 0)
		return ab_fail(why, AB_ERR_UNSUPPORTED, "machine.devs.type", d->type,
			       ab_dev_name(d->type));
	if ((err = check_flags(m, d, why)) || (err = check_place(m, d, why)) ||
	    (err = check_number(m, d, why)))
		return err;
	if (must(d, AB_KIND_SINGLE) && ab_machine_dev(m, d->type, 1) != NULL)
		return bad(why, "machine.devs.type", d->type, "at most one of its kind");
	if (must(d, AB_KIND_IRQ) && ab_dev_irq(d) == 0)
		return bad(why, ab_machine_kind_(d->type)->field.irq, 0, "required");
	if (m->arch == AB_ARCH_ARM64 && (err = ab_machine_check_wires_(m, d, why)))
		return err;
	if (d->type == AB_DEV_IOAPIC)
		return check_ioapic(m, d, why);
	return d->type == AB_DEV_PCIE_ECAM ? check_pcie(m, d, why) : AB_OK;
}

#define IRQS 1024 /* all of a GIC's, and more than I/O APICs commonly have */

/* Interrupts may be shared, but not by an edge and a level, nor by high and low. Machines number
 * them from 0, so what lies beyond the table is rare enough to be taken on trust. */
static bool irq_agrees(uint8_t mode[IRQS], uint32_t gsi, enum ab_irq_flags flags)
{
	if (gsi == 0 || gsi >= IRQS || mode[gsi] == (uint8_t)flags)
		return true;
	if (mode[gsi] != AB_IRQ_USUAL)
		return false;
	mode[gsi] = (uint8_t)flags;
	return true;
}

static enum ab_err check_irqs(const struct ab_machine *m, struct ab_error *why)
{
	uint8_t mode[IRQS] = { 0 };

	for (size_t i = 0; i < m->devs.n; i++) {
		const struct ab_dev *d = &m->devs.at[i];
		const char *what = ab_machine_kind_(d->type)->field.irq;
		uint32_t irq[AB_DEV_WIRES];

		ab_dev_wires_(d, irq);
		for (size_t k = 0; k < AB_DEV_WIRES; k++)
			if (!irq_agrees(mode, irq[k], ab_dev_irq_flags(m, d)))
				return bad(
				    why, d->type == AB_DEV_PCIE_ECAM ? "pcie-ecam.pcie.intx" : what,
				    irq[k], "shared by devices of different trigger or polarity");
	}
	return AB_OK;
}

static bool clash(const struct claim *a, const struct claim *b)
{
	return a->pio == b->pio && ab_overlaps(a->base, a->size, b->base, b->size);
}

static enum ab_err overlap(struct ab_error *why, const struct claim *c, const char *other)
{
	return ab_fail(why, AB_ERR_OVERLAP, c->name, c->base, other);
}

/* A claim against what is not a device. */
static enum ab_err check_claim(const struct ab_machine *m, const struct claim *c,
			       struct ab_error *why)
{
	if (c->pio)
		return AB_OK;
	if (!ab_within(c->base, c->size, UINT64_C(1) << ab_machine_phys_bits_(m)))
		return bad(why, c->name, c->base, "beyond machine.phys_bits");
	for (size_t i = 0; i < m->ram.n; i++)
		if (ab_overlaps(c->base, c->size, m->ram.at[i].base, m->ram.at[i].size))
			return overlap(why, c, "machine.ram");
	return AB_OK;
}

/* A claim against those of the devices before d, and the first k of d itself. */
static enum ab_err check_pairs(const struct ab_machine *m, const struct claim *c,
			       const struct ab_dev *d, unsigned int k, struct ab_error *why)
{
	for (const struct ab_dev *o = m->devs.at; o <= d; o++)
		for (unsigned int i = 0; i < (o == d ? k : CLAIMS_PER_DEV); i++) {
			struct claim other = claim_at(m, o, i);

			if (clash(c, &other))
				return overlap(why, c, other.name);
			if (other.size == 0 && o->type != AB_DEV_PCIE_ECAM)
				break;
		}
	return AB_OK;
}

/* Claims of one kind so far lie in [lo, hi). */
struct extent {
	uint64_t lo, hi;
};

/* What lies outside of all claims so far need not be compared with each: lists that ascend or
 * descend, as long ones do, take one pass. */
static enum ab_err check_claims(const struct ab_machine *m, const struct ab_dev *d,
				struct extent extent[2], struct ab_error *why)
{
	enum ab_err err;

	for (unsigned int k = 0; k < CLAIMS_PER_DEV; k++) {
		struct claim c = claim_at(m, d, k);
		struct extent *e = &extent[c.pio];

		if (c.size == 0)
			continue;
		if ((err = check_claim(m, &c, why)))
			return err;
		if (c.base < e->hi && c.base + c.size > e->lo &&
		    (err = check_pairs(m, &c, d, k, why)))
			return err;
		e->lo = c.base < e->lo ? c.base : e->lo;
		e->hi = c.base + c.size > e->hi ? c.base + c.size : e->hi;
	}
	return AB_OK;
}

/* The @k-th claim of what a machine has without listing it; name NULL: there are no more. The
 * x86 I/O APIC gives way to listed ones. */
static struct claim builtin_at(const struct ab_machine *m, size_t k)
{
	const struct ab_gic *g = &m->arm64.gic;
	bool v3 = g->version != 2;
	const struct claim x86[] = {
		{ 0xfee00000, 0x1000, false, "local APIC" }, /* SDM 11.4.1 */
		{ 0xfec00000, ab_machine_dev(m, AB_DEV_IOAPIC, 0) == NULL ? 0x1000 : 0, false,
		  "I/O APIC" },
	};
	const struct claim gic[] = {
		{ g->dist, v3 ? AB_GICV3_DIST_SIZE : AB_GICV2_DIST_SIZE, false,
		  "machine.arm64.gic.dist" },
		{ g->cpu, v3 ? 0 : AB_GICV2_CPU_SIZE, false, "machine.arm64.gic.cpu" },
		{ g->its, g->its != 0 ? AB_GICV3_ITS_SIZE : 0, false, "machine.arm64.gic.its" },
		{ g->v2m, g->v2m != 0 ? AB_GICV2M_SIZE : 0, false, "machine.arm64.gic.v2m" },
	};
	const size_t n = sizeof(gic) / sizeof(gic[0]);

	if (m->arch == AB_ARCH_X86_64)
		return k < sizeof(x86) / sizeof(x86[0]) ? x86[k] : (struct claim){ .name = NULL };
	if (k < n)
		return gic[k];
	if (v3 && k - n < g->redist.n)
		return (struct claim){ g->redist.at[k - n].base, g->redist.at[k - n].size, false,
				       "machine.arm64.gic.redist" };
	return (struct claim){ .name = NULL };
}

static enum ab_err check_builtin(const struct ab_machine *m, size_t index, struct ab_error *why)
{
	struct claim b = builtin_at(m, index);

	if (!ab_within(b.base, b.size, UINT64_C(1) << ab_machine_phys_bits_(m)))
		return bad(why, b.name, b.base, "beyond machine.phys_bits");
	for (size_t i = 0; i < m->ram.n; i++)
		if (ab_overlaps(b.base, b.size, m->ram.at[i].base, m->ram.at[i].size))
			return ab_fail(why, AB_ERR_OVERLAP, "machine.ram", m->ram.at[i].base,
				       b.name);
	for (size_t i = 0; i < m->devs.n; i++)
		for (unsigned int k = 0; k < CLAIMS_PER_DEV; k++) {
			struct claim c = claim_at(m, &m->devs.at[i], k);

			if (clash(&c, &b))
				return overlap(why, &c, b.name);
		}
	for (size_t i = 0; i < index; i++) {
		struct claim c = builtin_at(m, i);

		if (clash(&b, &c))
			return overlap(why, &b, c.name);
	}
	return AB_OK;
}

/* Memory that stays mapped is not a device's: but the GIC's frames may be doorbells. */
static enum ab_err check_rmr(const struct ab_machine *m, const struct ab_rmr *r,
			     struct ab_error *why)
{
	for (size_t i = 0; i < m->devs.n; i++)
		for (unsigned int k = 0; k < CLAIMS_PER_DEV; k++) {
			struct claim c = claim_at(m, &m->devs.at[i], k);

			if (ab_overlaps(r->base, r->size, c.base, c.size))
				return ab_fail(why, AB_ERR_OVERLAP, "machine.arm64.rmrs", r->base,
					       c.name);
		}
	return AB_OK;
}

enum ab_err ab_machine_check_devs_(const struct ab_machine *m, struct ab_error *why)
{
	struct extent extent[2] = { { UINT64_MAX, 0 }, { UINT64_MAX, 0 } };
	enum ab_err err;

	for (size_t i = 0; i < m->devs.n; i++)
		if ((err = check_one(m, &m->devs.at[i], why)))
			return err;
	for (size_t i = 0; i < m->devs.n; i++)
		if ((err = check_claims(m, &m->devs.at[i], extent, why)))
			return err;
	for (size_t i = 0; builtin_at(m, i).name != NULL; i++)
		if ((err = check_builtin(m, i, why)))
			return err;
	for (size_t i = 0; i < m->arm64.rmrs.n && m->arch == AB_ARCH_ARM64; i++)
		if ((err = check_rmr(m, &m->arm64.rmrs.at[i], why)))
			return err;
	return check_irqs(m, why);
}
