/* SPDX-License-Identifier: BSD-2-Clause */
/* Multiple APIC Description Table: CPUs, I/O APICs, and how ISA interrupts reach them. */
#include "acpi_priv.h"

#include "../machine/machine_priv.h"
#include "../machine/pc.h"

/* ACPI 5.2.12.2 and 5.2.12.12. The UID is the APIC ID. Eight bytes at a time, as there may be many.
 */
static void put_cpu(struct ab_buf *out, uint32_t id, bool later)
{
	const uint32_t flags = later ? 1 << 1 /* online-capable */ : 1 /* enabled */;

	if (id <= AB_PC_LAPIC_ID_MAX) {
		/* 0 Type 0, Processor Local APIC; 1 Length; 2 ACPI Processor UID; 3 APIC ID;
		 * 4 Flags */
		ab_put_le_(out, 0x0800 | id << 16 | id << 24 | (uint64_t)flags << 32, 8);
		return;
	}
	/* 0 Type 9, Processor Local x2APIC; 1 Length; 2 reserved; 4 X2APIC ID */
	ab_put_le_(out, 0x1009 | (uint64_t)id << 32, 8);
	ab_put_le_(out, flags | (uint64_t)id << 32, 8); /* 8 Flags; 12 ACPI Processor UID */
}

/* ACPI 5.2.12.3 */
static void put_ioapic(struct ab_buf *out, const struct ab_dev *d)
{
	ab_put_le_(out, 0x0c01, 2); /* 0 Type 1, I/O APIC; 1 Length */
	ab_put_le_(out, d->ioapic.apic_id, 1); /* 2 I/O APIC ID */
	ab_put_le_(out, 0, 1); /* 3 reserved */
	ab_put_le_(out, d->base, 4); /* 4 I/O APIC Address */
	ab_put_le_(out, d->ioapic.gsi, 4); /* 8 Global System Interrupt Base */
}

/* ACPI 5.2.12.5 */
static void put_override(struct ab_buf *out, uint32_t source, uint32_t gsi, enum ab_irq_flags flags)
{
	/* MPS INTI: bits 1-0 polarity, 3-2 trigger; 01 high or edge, 11 low or level */
	static const uint16_t inti[] = {
		[AB_IRQ_USUAL] = 0x0,      [AB_IRQ_EDGE_HIGH] = 0x5, [AB_IRQ_EDGE_LOW] = 0x7,
		[AB_IRQ_LEVEL_HIGH] = 0xd, [AB_IRQ_LEVEL_LOW] = 0xf,
	};

	ab_put_le_(out, 0x0a02, 2); /* 0 Type 2, Interrupt Source Override; 1 Length */
	ab_put_le_(out, 0, 1); /* 2 Bus: ISA */
	ab_put_le_(out, source, 1); /* 3 Source */
	ab_put_le_(out, gsi, 4); /* 4 Global System Interrupt */
	ab_put_le_(out, inti[flags], 2); /* 8 Flags */
}

/* Append one override for each ISA interrupt that is not edge-triggered and active-high. */
static void put_isa(struct ab_buf *out, uint32_t gsi, enum ab_irq_flags flags, uint16_t *seen)
{
	if (gsi == 0 || gsi > 15 || flags == AB_IRQ_EDGE_HIGH || (*seen >> gsi & 1) != 0)
		return;
	*seen = (uint16_t)(*seen | 1U << gsi);
	put_override(out, gsi, gsi, flags);
}

static void put_overrides(const struct ab_machine *m, struct ab_buf *out)
{
	const struct ab_dev *pit = ab_machine_dev(m, AB_DEV_PIT_8254, 0);
	uint16_t seen = 0;

	if (pit != NULL)
		put_override(out, 0, ab_dev_irq(pit), AB_IRQ_USUAL);
	for (size_t i = 0; i < m->devs.n; i++) {
		const struct ab_dev *d = &m->devs.at[i];

		if (d->type == AB_DEV_PIT_8254)
			continue;
		for (size_t k = 0; k < ab_dev_wires_(d); k++)
			put_isa(out, ab_dev_wire_(d, k), ab_dev_irq_flags(m, d), &seen);
	}
}

static void put_x86(const struct ab_machine *m, struct ab_buf *out)
{
	bool lapic = false, x2apic = false;
	const struct ab_dev *ioapic = NULL;

	ab_put_le_(out, AB_PC_LAPIC, 4); /* 36 Local Interrupt Controller Address */
	ab_put_le_(out, ab_machine_dev(m, AB_DEV_PIC_8259, 0) != NULL, 4); /* 40 PCAT_COMPAT */
	for (uint32_t i = 0; i < m->n_cpus; i++) {
		uint32_t id = (uint32_t)ab_machine_cpu_id(m, i);

		put_cpu(out, id, ab_machine_cpu_is_later_(m, i));
		*(id <= AB_PC_LAPIC_ID_MAX ? &lapic : &x2apic) = true;
	}
	while ((ioapic = ab_machine_next_ioapic_(m, ioapic)) != NULL)
		put_ioapic(out, ioapic);
	put_overrides(m, out);
	if (lapic) { /* ACPI 5.2.12.7 */
		ab_put_le_(out, 0x0604, 2); /* 0 Type 4, Local APIC NMI; 1 Length */
		ab_put_le_(out, 0xff, 1); /* 2 ACPI Processor UID: all */
		ab_put_le_(out, 0, 2); /* 3 Flags: conforms to the bus */
		ab_put_le_(out, 1, 1); /* 5 Local APIC LINT# */
	}
	if (x2apic) { /* ACPI 5.2.12.13 */
		ab_put_le_(out, 0x0c0a, 2); /* 0 Type 0xa, Local x2APIC NMI; 1 Length */
		ab_put_le_(out, 0, 2); /* 2 Flags: conforms to the bus */
		ab_put_le_(out, 0xffffffff, 4); /* 4 ACPI Processor UID: all */
		ab_put_le_(out, 1, 1); /* 8 Local x2APIC LINT# */
		ab_put(out, NULL, 3); /* 9 reserved */
	}
}

/* ACPI 5.2.12, Multiple APIC Description Table */
void ab_acpi_madt(const struct ab_machine *m, struct ab_buf *out)
{
	size_t start = ab_acpi_begin(m, "APIC", m->acpi.edition == AB_ACPI_6_5 ? 6 : 5, out);

	if (ab_machine_has_gic_(m))
		ab_acpi_madt_arm64_(m, out);
	else
		put_x86(m, out);
	ab_acpi_end(out, start);
}
