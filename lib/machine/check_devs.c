/* SPDX-License-Identifier: BSD-2-Clause */
/* Validation of devices: the fields of each. */
#include "check.h"
#include "gic.h"

enum ab_err ab_bad_dev_(struct ab_error *why, const struct ab_machine *m, const struct ab_dev *d,
			const char *what, uint64_t value, const char *rule)
{
	const struct ab_dev_kind *kind = ab_machine_kind_(d->type);

	return ab_fail_named_(why, AB_ERR_ARG, what, (uint64_t)(d - m->devs.at),
			      kind != NULL ? kind->name : NULL, value, rule);
}

static bool is(const struct ab_dev *d, enum ab_kind_flags flag)
{
	return (ab_machine_kind_(d->type)->is & flag) != 0;
}

/* ---- addresses ---------------------------------------------------------------------------- */

/* Rules by usual size: those of arm64's kinds of more than one byte. */
static const struct {
	uint32_t size;
	char rule[32];
} sizes[] = {
	{ 2, "must be 0 or at least 2" },       { 4, "must be 0 or at least 4" },
	{ 8, "must be 0 or at least 8" },       { 512, "must be 0 or at least 512" },
	{ 4096, "must be 0 or at least 4096" }, { 131072, "must be 0 or at least 131072" },
};

static const char *size_rule(uint32_t size)
{
	size_t i = 0;

	while (i < sizeof(sizes) / sizeof(sizes[0]) - 1 && sizes[i].size != size)
		i++;
	return sizes[i].rule;
}

static const char *align_rule(uint8_t align)
{
	if (align == 2)
		return "must be a multiple of 4";
	return align == 12 ? "must be a multiple of 0x1000" : "must be a multiple of 0x10000";
}

/* A guest maps the usual size of a device's registers, at the usual alignment; and memory by pages.
 */
static enum ab_err check_fit(const struct ab_machine *m, const struct ab_dev *d,
			     struct ab_error *why)
{
	const struct ab_dev_kind *k = ab_machine_kind_(d->type);

	if (ab_dev_size(d) < k->size)
		return ab_bad_dev_(why, m, d, "machine.devs[].size", d->size, size_rule(k->size));
	if (k->size == 0 && !ab_is_aligned(d->size, UINT64_C(1) << k->align))
		return ab_bad_dev_(why, m, d, "machine.devs[].size", d->size, align_rule(k->align));
	if (!ab_is_aligned(ab_dev_base(d), UINT64_C(1) << k->align))
		return ab_bad_dev_(why, m, d, "machine.devs[].base", d->base, align_rule(k->align));
	return AB_OK;
}

static enum ab_err check_nowhere(const struct ab_machine *m, const struct ab_dev *d,
				 struct ab_error *why)
{
	static const char rule[] = "must be 0, as this kind has no registers";

	if (d->base != 0)
		return ab_bad_dev_(why, m, d, "machine.devs[].base", d->base, rule);
	if (d->size != 0)
		return ab_bad_dev_(why, m, d, "machine.devs[].size", d->size, rule);
	return AB_OK;
}

static enum ab_err check_place(const struct ab_machine *m, const struct ab_dev *d,
			       struct ab_error *why)
{
	const uint64_t base = ab_dev_base(d), size = ab_dev_size(d);
	const bool pio = ab_dev_is_pio(m, d);
	const uint64_t limit = pio ? 0x10000 : ab_machine_phys_end_(m);
	const char *const rule = pio ? AB_RULE_PORTS : AB_RULE_PHYS;

	if (is(d, AB_KIND_NOWHERE))
		return check_nowhere(m, d, why);
	if (is(d, AB_KIND_FREE) && (base | size) == 0)
		return AB_OK;
	if (base == 0 && !is(d, AB_KIND_FREE))
		return ab_bad_dev_(why, m, d, "machine.devs[].base", 0,
				   "must not be 0, as this kind has no usual base");
	if (size == 0)
		return ab_bad_dev_(why, m, d, "machine.devs[].size", 0,
				   "must not be 0, as this kind has no usual size");
	if (is(d, AB_KIND_MEM) && pio)
		return ab_bad_dev_(why, m, d, "machine.devs[].base", base,
				   "must be in memory, at 0x10000 or above");
	if (is(d, AB_KIND_PIO) && !pio)
		return ab_bad_dev_(why, m, d, "machine.devs[].base", base,
				   "must be an I/O port, 0x1 to 0xffff");
	if (size > limit)
		return ab_bad_dev_(why, m, d, "machine.devs[].size", size, rule);
	if (!ab_within(base, size, limit))
		return ab_bad_dev_(why, m, d, "machine.devs[].base", base, rule);
	return ab_machine_has_gic_(m) || d->type == AB_DEV_HOTPLUG_RAM || d->type == AB_DEV_RESERVED
		   ? check_fit(m, d, why)
		   : AB_OK;
}

/* ---- arm64: interrupts and SMMUs ---------------------------------------------------------- */

#define FIRST_SPI "must be the first of the device's SPIs, all of them 32 to 1019"

/* Check the interrupts [@irq, @irq + @n) of the field @what of device @d. */
static enum ab_err check_spis(const struct ab_machine *m, const struct ab_dev *d, const char *what,
			      uint32_t irq, uint32_t n, struct ab_error *why)
{
	const struct ab_gic *g = &m->arm64.gic;
	const bool v2 = g->version == 2;
	const uint32_t end = irq < AB_GIC_ESPI || v2 ? AB_GIC_SPI_END : AB_GIC_ESPI_END;

	if (irq < AB_GIC_SPI || !ab_within(irq, n, end))
		return ab_bad_dev_(why, m, d, what, irq,
				   v2      ? n > 1 ? FIRST_SPI ", as a GICv2 has no others"
						   : AB_RULE_SPI ", as a GICv2 has no others"
				   : n > 1 ? FIRST_SPI ", or all of them 4096 to 5119"
					   : AB_RULE_SPI " or 4096 to 5119");
	if (g->v2m == 0 || !ab_overlaps(irq, n, g->v2m_spi, g->v2m_spis))
		return AB_OK;
	return ab_fail_with_(why, &(struct ab_error){ .code = AB_ERR_OVERLAP,
						      .what = what,
						      .value = irq,
						      .index = (uint64_t)(d - m->devs.at),
						      .name = ab_dev_name(d->type),
						      .other = "machine.arm64.gic.v2m_spi",
						      .other_value = g->v2m_spi,
						      .size = n,
						      .other_size = g->v2m_spis });
}

static enum ab_err check_wires(const struct ab_machine *m, const struct ab_dev *d,
			       struct ab_error *why)
{
	const uint32_t irq = ab_dev_irq(d), n = ab_machine_kind_(d->type)->irqs;
	enum ab_err err;

	if (d->type == AB_DEV_VMBUS) /* has a PPI */
		return AB_OK;
	if (!ab_dev_is_bridge_(d))
		return irq == 0 ? AB_OK
				: check_spis(m, d, "machine.devs[].irq", irq, n != 0 ? n : 1, why);
	for (size_t k = 0; k < ab_dev_wires_(d); k++) {
		const uint32_t wire = ab_dev_wire_(d, k);

		if (wire != 0 &&
		    (err = check_spis(m, d, ab_dev_wire_field_(d, wire), wire, 1, why)))
			return err;
	}
	return AB_OK;
}

/* ---- rules of one kind -------------------------------------------------------------------- */

/* arm64: every window is in memory, which guests map by pages. */
static enum ab_err check_windows(const struct ab_machine *m, const struct ab_dev *d,
				 struct ab_error *why)
{
	const struct ab_pcie *p = &d->pcie;
	const bool arm64 = ab_machine_has_gic_(m);

	if (p->pio.size > 0x10000)
		return ab_bad_dev_(why, m, d, "machine.devs[].pcie.pio.size", p->pio.size,
				   "must be 0 to 65536");
	if (arm64 && p->more_pio.n != 0)
		return ab_bad_dev_(why, m, d, "machine.devs[].pcie.more_pio.n", p->more_pio.n,
				   "must be 0 on arm64");
	for (size_t k = 0; k < ab_dev_windows_(d); k++) {
		const struct ab_pci_window w = ab_dev_window_(d, k);
		const bool ports = w.space == AB_PCI_IO && !arm64, low = k == AB_PCI_MEM32;
		const uint64_t end = ports ? 0x10000 : low ? 4 * AB_GiB : ab_machine_phys_end_(m);

		if (w.r.size == 0)
			continue;
		if (!ab_within(w.r.base, w.r.size, end))
			return ab_bad_dev_(why, m, d, w.name, w.r.base,
					   ports ? AB_RULE_PORTS
					   : low ? "base + size must be at most 4 GiB"
						 : AB_RULE_PHYS);
		if (arm64 && !ab_is_aligned(w.r.base | w.r.size, 4096))
			return ab_bad_dev_(why, m, d, w.name, w.r.base,
					   "base and size must be multiples of 0x1000");
	}
	return AB_OK;
}

static enum ab_err check_routes(const struct ab_machine *m, const struct ab_dev *d,
				struct ab_error *why)
{
	const struct ab_pci_route_list *l = &d->pcie.routes;
	uint8_t pins[32] = { 0 };

	for (size_t i = 0; i < l->n; i++) {
		const uint8_t slot = l->at[i].slot, pin = l->at[i].pin;

		if (slot > 31 || pin > 3 || (pins[slot] >> pin & 1) != 0)
			return ab_bad_dev_(why, m, d, "machine.devs[].pcie.routes.slot", slot,
					   "slots are 0 to 31, pins 0 to 3, and each pin of a slot "
					   "has at most one entry");
		pins[slot] = (uint8_t)(pins[slot] | 1U << pin);
	}
	return AB_OK;
}

static enum ab_err check_bridge(const struct ab_machine *m, const struct ab_dev *d,
				struct ab_error *why)
{
	enum ab_err err = check_routes(m, d, why);

	return err != AB_OK ? err : check_windows(m, d, why);
}

static enum ab_err check_pcie(const struct ab_machine *m, const struct ab_dev *d,
			      struct ab_error *why)
{
	const struct ab_pcie *p = &d->pcie;

	if (!ab_is_aligned(d->size, AB_MiB) || d->size > 256 * AB_MiB)
		return ab_bad_dev_(why, m, d, "machine.devs[].size", d->size,
				   "must be 1 MiB for each bus, at most 256 MiB");
	if (!ab_is_aligned(d->base, AB_MiB))
		return ab_bad_dev_(why, m, d, "machine.devs[].base", d->base,
				   "must be a multiple of 1 MiB");
	if (p->bus + ab_dev_buses_(d) > 256)
		return ab_bad_dev_(why, m, d, "machine.devs[].pcie.bus", p->bus,
				   "bus + size / 1 MiB must be at most 256");
	if (d->base < (uint64_t)p->bus << 20)
		return ab_bad_dev_(why, m, d, "machine.devs[].base", d->base,
				   "must be at least pcie.bus times 1 MiB, as the MCFG gives the "
				   "address of bus 0");
	return check_bridge(m, d, why);
}

static enum ab_err check_framebuffer(const struct ab_machine *m, const struct ab_dev *d,
				     struct ab_error *why)
{
	const struct ab_framebuffer *fb = &d->framebuffer;
	uint32_t stride, pos;

	if ((unsigned int)fb->format >= AB_PIXEL_FORMATS)
		return ab_bad_dev_(why, m, d, "machine.devs[].framebuffer.format", fb->format,
				   "must be one of enum ab_pixel_format");
	if (fb->width - 1 >= 65535 || fb->height - 1 >= 65535)
		return ab_bad_dev_(why, m, d, "machine.devs[].framebuffer",
				   fb->width - 1 >= 65535 ? fb->width : fb->height,
				   "width and height must be 1 to 65535");
	stride = ab_dev_stride_(d);
	if (stride < fb->width * ab_pixel_field_(fb->format, '*', &pos) / 8 || stride > 65535)
		return ab_bad_dev_(why, m, d, "machine.devs[].framebuffer.stride", stride,
				   "must be the bytes of a line at least, and at most 65535");
	if (d->size < (uint64_t)stride * fb->height)
		return ab_bad_dev_(why, m, d, "machine.devs[].size", d->size,
				   "must have room for all lines of the framebuffer");
	return AB_OK;
}

#ifndef AB_WITHOUT_X86_64
static enum ab_err check_rtc(const struct ab_machine *m, const struct ab_dev *d,
			     struct ab_error *why)
{
	const uint8_t century = d->rtc.century;

	if (century != 0 && (century < 0xe || century > 0x7f))
		return ab_bad_dev_(why, m, d, "machine.devs[].rtc.century", century,
				   "must be 14 to 127, a register behind those of the clock, or 0");
	return AB_OK;
}

/* ACPI 4.8.3.2.1: three bits */
static enum ab_err check_pm(const struct ab_machine *m, const struct ab_dev *d,
			    struct ab_error *why)
{
	return d->acpi_pm.s5 <= AB_SLP_TYP_0
		   ? AB_OK
		   : ab_bad_dev_(why, m, d, "machine.devs[].acpi_pm.s5", d->acpi_pm.s5,
				 "must be 0 for the usual type, 1 to 7, or 8 (AB_SLP_TYP_0) for "
				 "type 0");
}

/* Its register tells of up to 240: the index of the last has 8 bits, and the register select
 * reaches 0xef. 82093AA 3.1.1, 3.2.2 */
#define IOAPIC_INPUTS_MAX 240

/* PCI 2.3, 3.2.2.3.2 */
static enum ab_err check_pci(const struct ab_machine *m, const struct ab_dev *d,
			     struct ab_error *why)
{
	if (ab_dev_base(d) != 0xcf8)
		return ab_bad_dev_(why, m, d, "machine.devs[].base", d->base,
				   "must be 0xcf8, or 0, as guests know no other ports");
	if (ab_dev_size(d) != 8)
		return ab_bad_dev_(why, m, d, "machine.devs[].size", d->size, "must be 8, or 0");
	if (d->pcie.segment != 0)
		return ab_bad_dev_(why, m, d, "machine.devs[].pcie.segment", d->pcie.segment,
				   "must be 0, as ports reach no other segment");
	return check_bridge(m, d, why);
}

static enum ab_err check_ioapic(const struct ab_machine *m, const struct ab_dev *d,
				struct ab_error *why)
{
	if (d->irq != 0)
		return ab_bad_dev_(why, m, d, "machine.devs[].irq", d->irq,
				   "must be 0, as an I/O APIC's inputs begin at ioapic.gsi");
	if (d->base >> 32 != 0)
		return ab_bad_dev_(why, m, d, "machine.devs[].base", d->base,
				   "must be below 4 GiB");
	if (d->ioapic.inputs > IOAPIC_INPUTS_MAX)
		return ab_bad_dev_(why, m, d, "machine.devs[].ioapic.inputs", d->ioapic.inputs,
				   "must be 0 for the usual number, or 1 to 240");
	return AB_OK;
}
#endif

static enum ab_err check_ged(const struct ab_machine *m, const struct ab_dev *d,
			     struct ab_error *why)
{
	const uint32_t bit = d->acpi_ged.power_button;

	return (bit & (bit - 1)) == 0
		   ? AB_OK
		   : ab_bad_dev_(why, m, d, "machine.devs[].acpi_ged.power_button", bit,
				 "must be one bit, or 0 for the usual one");
}

/* ---- each device -------------------------------------------------------------------------- */

/* IHI0069 1.2.1: an SPI is a level, active high, or a rising edge. */
static enum ab_err check_flags(const struct ab_machine *m, const struct ab_dev *d,
			       struct ab_error *why)
{
	static const char what[] = "machine.devs[].irq_flags";
	const enum ab_irq_flags flags = d->irq_flags;

	if ((unsigned int)flags > AB_IRQ_LEVEL_LOW)
		return ab_bad_dev_(why, m, d, what, flags, "must be one of enum ab_irq_flags");
	if (flags == AB_IRQ_USUAL && is(d, AB_KIND_FREE) && ab_dev_irq(d) != 0)
		return ab_bad_dev_(why, m, d, what, flags,
				   "must not be AB_IRQ_USUAL, as this kind has no usual trigger");
	if (!ab_machine_has_gic_(m))
		return AB_OK;
	if (flags == AB_IRQ_EDGE_LOW || flags == AB_IRQ_LEVEL_LOW)
		return ab_bad_dev_(why, m, d, what, flags,
				   "must be AB_IRQ_EDGE_HIGH or AB_IRQ_LEVEL_HIGH on arm64, as a "
				   "GIC has no active-low inputs");
	if (flags == AB_IRQ_EDGE_HIGH && d->type == AB_DEV_PCIE_ECAM)
		return ab_bad_dev_(why, m, d, what, flags,
				   "must be AB_IRQ_LEVEL_HIGH on arm64, as INTx is a level");
	return AB_OK;
}

static enum ab_err check_type(const struct ab_machine *m, const struct ab_dev *d,
			      struct ab_error *why)
{
	static const char what[] = "machine.devs[].type";
	const struct ab_dev_kind *kind = ab_machine_kind_(d->type);

	if (kind == NULL)
		return ab_bad_dev_(why, m, d, what, d->type,
				   AB_ALL_BUILT ? "must be one of enum ab_dev_type"
						: "must be one of enum ab_dev_type, of which "
						  "this build (AB_SMALL) leaves some out");
	if ((kind->archs & 1U << m->arch) == 0)
		return ab_fail_named_(why, AB_ERR_UNSUPPORTED, what, (uint64_t)(d - m->devs.at),
				      kind->name, d->type, ab_machine_arch_(m)->kinds_rule);
	if (d->type == AB_DEV_HOTPLUG_RAM && (ab_machine_arch_(m)->acpi >> m->tables & 1) == 0 &&
	    m->tables != AB_TABLES_NONE) /* whose caller has tables of its own */
		return ab_fail_named_(why, AB_ERR_UNSUPPORTED, what, (uint64_t)(d - m->devs.at),
				      kind->name, d->type, "needs ACPI, whose SRAT tells of it");
	if (is(d, AB_KIND_SINGLE) && ab_machine_dev(m, d->type, 0) != d)
		return ab_bad_dev_(why, m, d, what, d->type,
				   "must be unique, as a machine has at most one of this kind");
	return AB_OK;
}

static enum ab_err check_one(const struct ab_machine *m, const struct ab_dev *d,
			     struct ab_error *why)
{
	enum ab_err err;

	if ((err = check_type(m, d, why)) || (err = check_flags(m, d, why)) ||
	    (err = check_place(m, d, why)))
		return err;
	if (is(d, AB_KIND_IRQ) && ab_dev_irq(d) == 0)
		return ab_bad_dev_(why, m, d, "machine.devs[].irq", d->irq,
				   d->irq == AB_IRQ_NONE
				       ? "must not be AB_IRQ_NONE, as this kind needs an interrupt"
				       : "must not be 0, as this kind has no usual interrupt");
	if (ab_machine_has_gic_(m) && (err = check_wires(m, d, why)))
		return err;
	switch (d->type) {
#ifndef AB_WITHOUT_X86_64
	case AB_DEV_RTC_CMOS:
		return check_rtc(m, d, why);
	case AB_DEV_ACPI_PM:
		return check_pm(m, d, why);
	case AB_DEV_IOAPIC:
		return check_ioapic(m, d, why);
	case AB_DEV_PCI:
		return check_pci(m, d, why);
#endif
	case AB_DEV_ACPI_GED:
		return check_ged(m, d, why);
	case AB_DEV_PCIE_ECAM:
		return AB_ALL_BUILT ? check_pcie(m, d, why) : AB_OK;
	case AB_DEV_FRAMEBUFFER:
		return AB_ALL_BUILT ? check_framebuffer(m, d, why) : AB_OK;
	default:
		return AB_OK;
	}
}

enum ab_err ab_machine_check_devs_(const struct ab_machine *m, struct ab_error *why)
{
	enum ab_err err;

	for (size_t i = 0; i < m->devs.n; i++)
		if ((err = check_one(m, &m->devs.at[i], why)))
			return err;
	return AB_OK;
}
