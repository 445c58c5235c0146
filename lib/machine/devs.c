/* SPDX-License-Identifier: BSD-2-Clause */
/* Validation of devices: each one's own fields, then every pair of the windows they claim. */
#include "machine.h"

#include "../base/libc.h"

/* One claim on ports or memory. A host bridge makes up to four. */
struct claim {
	uint64_t base, size;
	bool pio;
	const char *name;
};

#define CLAIMS_PER_DEV 4
#define LAPIC_BASE UINT64_C(0xfee00000) /* SDM 11.4.1: 4 KiB of local APIC registers */

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
		return (struct claim){ p->pio.base, p->pio.size, true, "pcie.pio" };
	}
}

static enum ab_err check_pcie(const struct ab_machine *m, const struct ab_dev *d,
			      struct ab_error *why)
{
	const struct ab_pcie *p = &d->pcie;

	if (d->size == 0 || !ab_is_aligned(d->size, AB_MiB) || d->size > 256 * AB_MiB)
		return bad(why, "pcie-ecam.size", d->size, "1 MiB a bus, up to 256 buses");
	if (!ab_is_aligned(d->base, AB_MiB))
		return bad(why, "pcie-ecam.base", d->base, "multiple of 1 MiB");
	if (p->bus + ab_dev_buses(d) > 256)
		return bad(why, "pcie-ecam.pcie.bus", p->bus, "buses end at 255");
	if (d->base < (uint64_t)p->bus << 20)
		return bad(why, "pcie-ecam.base", d->base, "MCFG counts it from bus 0");
	if (p->mmio32.size != 0 && !ab_within(p->mmio32.base, p->mmio32.size, 4 * AB_GiB))
		return bad(why, "pcie-ecam.pcie.mmio32", p->mmio32.base, "ends below 4 GiB");
	if (p->pio.size != 0 && !ab_within(p->pio.base, p->pio.size, 0x10000))
		return bad(why, "pcie-ecam.pcie.pio", p->pio.base, "ends below 64 KiB");
	for (size_t i = 0; &m->devs.at[i] != d; i++) {
		const struct ab_dev *o = &m->devs.at[i];

		if (o->type == d->type && o->pcie.segment == p->segment &&
		    ab_overlaps(o->pcie.bus, ab_dev_buses(o), p->bus, ab_dev_buses(d)))
			return ab_fail(why, AB_ERR_OVERLAP, "pcie-ecam.pcie.bus", p->bus,
				       "pcie-ecam.pcie.bus");
	}
	return AB_OK;
}

/* Kinds of which a machine has one at most. */
static bool is_single(enum ab_dev_type type)
{
	switch (type) {
	case AB_DEV_UART_16550:
	case AB_DEV_IOAPIC:
	case AB_DEV_VIRTIO_MMIO:
	case AB_DEV_PCIE_ECAM:
		return false;
	default:
		return true;
	}
}

/* Kinds that live in memory, and kinds that live at ports; the rest may do either. */
static enum ab_err check_place(const struct ab_machine *m, const struct ab_dev *d,
			       struct ab_error *why)
{
	bool pio = ab_dev_is_pio(m, d);

	if (ab_dev_base(d) == 0 || ab_dev_size(d) == 0)
		return bad(why, "machine.devs.base", ab_dev_base(d), ab_dev_name(d->type));
	switch (d->type) {
	case AB_DEV_IOAPIC:
	case AB_DEV_HPET:
	case AB_DEV_VIRTIO_MMIO:
	case AB_DEV_PCIE_ECAM:
	case AB_DEV_ACPI_GED:
		if (pio)
			return bad(why, "machine.devs.base", d->base, ab_dev_name(d->type));
		break;
	case AB_DEV_I8042:
	case AB_DEV_RTC_CMOS:
	case AB_DEV_PIC_8259:
	case AB_DEV_PIT_8254:
	case AB_DEV_ACPI_PM:
	case AB_DEV_PVPANIC:
		if (!pio)
			return bad(why, "machine.devs.base", d->base, ab_dev_name(d->type));
		break;
	default:
		break;
	}
	return ab_within(ab_dev_base(d), ab_dev_size(d),
			 pio ? 0x10000 : UINT64_C(1) << ab_machine_phys_bits(m))
		   ? AB_OK
		   : bad(why, "machine.devs.size", ab_dev_size(d), ab_dev_name(d->type));
}

static enum ab_err check_one(const struct ab_machine *m, const struct ab_dev *d,
			     struct ab_error *why)
{
	enum ab_err err;

	if (d->type == 0 || (unsigned int)d->type > AB_DEV_PVPANIC)
		return bad(why, "machine.devs.type", d->type, "no such kind");
	if ((unsigned int)d->irq_flags > AB_IRQ_LEVEL_LOW)
		return bad(why, "machine.devs.irq_flags", d->irq_flags, ab_dev_name(d->type));
	if ((err = check_place(m, d, why)))
		return err;
	if (is_single(d->type) && ab_machine_dev(m, d->type, 1) != NULL)
		return bad(why, "machine.devs.type", d->type, "at most one of its kind");
	if (d->type == AB_DEV_ACPI_GED && ab_dev_irq(d) == 0)
		return bad(why, "acpi-ged.irq", 0, "events need an interrupt");
	if (d->type == AB_DEV_VIRTIO_MMIO && ab_dev_irq(d) == 0)
		return bad(why, "virtio-mmio.irq", 0, "virtio needs an interrupt");
	if (d->type == AB_DEV_IOAPIC && (d->id > 0xff || d->base >> 32 != 0))
		return bad(why, "ioapic.id", d->id, "id below 256, base below 4 GiB");
	return d->type == AB_DEV_PCIE_ECAM ? check_pcie(m, d, why) : AB_OK;
}

static enum ab_err check_claim(const struct ab_machine *m, const struct claim *c,
			       struct ab_error *why)
{
	if (!c->pio) {
		if (!ab_within(c->base, c->size, UINT64_C(1) << ab_machine_phys_bits(m)))
			return bad(why, c->name, c->base, "beyond machine.phys_bits");
		for (size_t i = 0; i < m->ram.n; i++)
			if (ab_overlaps(c->base, c->size, m->ram.at[i].base, m->ram.at[i].size))
				return ab_fail(why, AB_ERR_OVERLAP, c->name, c->base,
					       "machine.ram");
		if (ab_overlaps(c->base, c->size, LAPIC_BASE, 0x1000))
			return ab_fail(why, AB_ERR_OVERLAP, c->name, c->base, "local APIC");
	}
	return AB_OK;
}

static bool clash(const struct claim *a, const struct claim *b)
{
	return a->pio == b->pio && ab_overlaps(a->base, a->size, b->base, b->size);
}

enum ab_err ab_machine_check_devs(const struct ab_machine *m, struct ab_error *why)
{
	enum ab_err err;

	for (size_t i = 0; i < m->devs.n; i++)
		if ((err = check_one(m, &m->devs.at[i], why)))
			return err;
	for (size_t i = 0; i < m->devs.n * CLAIMS_PER_DEV; i++) {
		struct claim a = claim_at(m, &m->devs.at[i / CLAIMS_PER_DEV],
					  (unsigned int)(i % CLAIMS_PER_DEV));

		if (a.size == 0)
			continue;
		if ((err = check_claim(m, &a, why)))
			return err;
		for (size_t j = 0; j < i; j++) {
			struct claim b = claim_at(m, &m->devs.at[j / CLAIMS_PER_DEV],
						  (unsigned int)(j % CLAIMS_PER_DEV));

			if (clash(&a, &b))
				return ab_fail(why, AB_ERR_OVERLAP, a.name, a.base, b.name);
		}
	}
	return AB_OK;
}
