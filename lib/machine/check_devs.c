/* SPDX-License-Identifier: BSD-2-Clause */
/* Validation of devices: the fields of each, and the interrupts that they share. */
#include "check.h"

#include "../base/libc.h"

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
			return ab_bad_(why, windows[i].name, r->base,
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
		return ab_bad_(why, "pcie-ecam.size", d->size, "1 MiB a bus, up to 256 buses");
	if (!ab_is_aligned(d->base, AB_MiB))
		return ab_bad_(why, "pcie-ecam.base", d->base, "multiple of 1 MiB");
	if (p->bus + ab_dev_buses_(d) > 256)
		return ab_bad_(why, "pcie-ecam.pcie.bus", p->bus, "buses end at 255");
	if (d->base < (uint64_t)p->bus << 20)
		return ab_bad_(why, "pcie-ecam.base", d->base, "MCFG counts it from bus 0");
	if (p->mmio32.size != 0 && !ab_within(p->mmio32.base, p->mmio32.size, 4 * AB_GiB))
		return ab_bad_(why, "pcie-ecam.pcie.mmio32", p->mmio32.base, "ends below 4 GiB");
	if (p->pio.size != 0 && m->arch == AB_ARCH_ARM64 && p->pio.size > 0x10000)
		return ab_bad_(why, "pcie-ecam.pcie.pio", p->pio.size, "64 KiB of ports at most");
	if (p->pio.size != 0 && m->arch == AB_ARCH_X86_64 &&
	    !ab_within(p->pio.base, p->pio.size, 0x10000))
		return ab_bad_(why, "pcie-ecam.pcie.pio", p->pio.base, "ends below 64 KiB");
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

static bool is(const struct ab_dev *d, enum ab_kind_flags flag)
{
	return (ab_machine_kind_(d->type)->is & flag) != 0;
}

/* What has registers has all of them: a guest maps so many, at such a place. */
static enum ab_err check_fit(const struct ab_dev *d, struct ab_error *why)
{
	const struct ab_dev_kind *k = ab_machine_kind_(d->type);

	if (ab_dev_size(d) < k->size)
		return ab_bad_(why, k->field.size, d->size, k->size_rule);
	if (k->align == 0)
		return AB_OK;
	if (k->size == 0 && !ab_is_aligned(d->size, k->align))
		return ab_bad_(why, k->field.size, d->size, k->align_rule);
	if (!ab_is_aligned(ab_dev_base(d), k->align))
		return ab_bad_(why, k->field.base, d->base, k->align_rule);
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

	if (is(d, AB_KIND_NOWHERE) && base != 0)
		return ab_bad_(why, f->base, base, "it has none");
	if (is(d, AB_KIND_NOWHERE))
		return size == 0 ? AB_OK : ab_bad_(why, f->size, size, "it has none");
	if (base == 0)
		return ab_bad_(why, f->base, 0, "required");
	if (size == 0)
		return ab_bad_(why, f->size, 0, "required");
	if (is(d, AB_KIND_MEM) && pio)
		return ab_bad_(why, f->base, base, "in memory, from 64 KiB on");
	if (is(d, AB_KIND_PIO) && !pio)
		return ab_bad_(why, f->base, base, "an I/O port, below 64 KiB");
	if (size > limit)
		return ab_bad_(why, f->size, size, beyond);
	if (!ab_within(base, size, limit))
		return ab_bad_(why, f->base, base, beyond);
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

	if (is(d, AB_KIND_SINGLE) || d->uid == 0)
		return AB_OK;
	for (size_t i = 0; i < m->devs.n; i++) {
		const struct ab_dev *o = &m->devs.at[i];

		if (o->type != d->type)
			continue;
		if (o != d && number(o, place) == d->uid)
			return ab_bad_(why, ab_machine_kind_(d->type)->field.uid, d->uid,
				       "another's number, or place where that has none");
		place++;
	}
	return AB_OK;
}

static enum ab_err check_ioapic(const struct ab_machine *m, const struct ab_dev *d,
				struct ab_error *why)
{
	if (d->irq != 0)
		return ab_bad_(why, "ioapic.irq", d->irq,
			       "it has none; its inputs begin at ioapic.gsi");
	if (d->base >> 32 != 0)
		return ab_bad_(why, "ioapic.base", d->base, "below 4 GiB");
	for (const struct ab_dev *o = m->devs.at; o != d; o++) {
		if (o->type != d->type)
			continue;
		if (o->ioapic.apic_id == d->ioapic.apic_id)
			return ab_bad_(why, "ioapic.ioapic.apic_id", d->ioapic.apic_id,
				       "another I/O APIC has it");
		if (o->ioapic.gsi == d->ioapic.gsi)
			return ab_bad_(why, "ioapic.ioapic.gsi", d->ioapic.gsi,
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
		return ab_bad_(why, what, flags, "no such trigger");
	if (m->arch != AB_ARCH_ARM64)
		return AB_OK;
	if (flags == AB_IRQ_EDGE_LOW || flags == AB_IRQ_LEVEL_LOW)
		return ab_bad_(why, what, flags, "a GIC's are active high");
	if (flags == AB_IRQ_EDGE_HIGH && d->type == AB_DEV_PCIE_ECAM)
		return ab_bad_(why, what, flags, "INTx is a level");
	return AB_OK;
}

static enum ab_err check_one(const struct ab_machine *m, const struct ab_dev *d,
			     struct ab_error *why)
{
	enum ab_err err;

	if (ab_machine_kind_(d->type) == NULL)
		return ab_bad_(why, "machine.devs.type", d->type, "no such kind");
	if ((ab_machine_kind_(d->type)->archs & 1U << m->arch) == 0)
		return ab_fail(why, AB_ERR_UNSUPPORTED, "machine.devs.type", d->type,
			       ab_dev_name(d->type));
	if ((err = check_flags(m, d, why)) || (err = check_place(m, d, why)) ||
	    (err = check_number(m, d, why)))
		return err;
	if (is(d, AB_KIND_SINGLE) && ab_machine_dev(m, d->type, 1) != NULL)
		return ab_bad_(why, "machine.devs.type", d->type, "at most one of its kind");
	if (is(d, AB_KIND_IRQ) && ab_dev_irq(d) == 0)
		return ab_bad_(why, ab_machine_kind_(d->type)->field.irq, 0, "required");
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
				return ab_bad_(
				    why, d->type == AB_DEV_PCIE_ECAM ? "pcie-ecam.pcie.intx" : what,
				    irq[k], "shared by devices of different trigger or polarity");
	}
	return AB_OK;
}

enum ab_err ab_machine_check_devs_(const struct ab_machine *m, struct ab_error *why)
{
	enum ab_err err;

	for (size_t i = 0; i < m->devs.n; i++)
		if ((err = check_one(m, &m->devs.at[i], why)))
			return err;
	return check_irqs(m, why);
}
