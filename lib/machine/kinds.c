/* SPDX-License-Identifier: BSD-2-Clause */
/* The kinds of devices: what is usual of each, and the values of a device that follow from it. */
#include "machine_priv.h"

#include "../base/libc.h"

#define X86 (1U << AB_ARCH_X86_64)
#define ARM (1U << AB_ARCH_ARM64)
#define MEM AB_KIND_MEM
#define PIO AB_KIND_PIO
#define ONE AB_KIND_SINGLE
#define IRQ AB_KIND_IRQ
#define NAMES(n)                                                                                   \
	n,                                                                                         \
	{                                                                                          \
		n ".base", n ".size", n ".irq", n ".irq_flags", n ".uid"                           \
	}
#define KIND(name, archs, must, base, size, irq, flags, align)                                     \
	{                                                                                          \
		NAMES(name), archs, must, base, size, irq, AB_IRQ_##flags, align                   \
	}

/* What each kind of device is; the only place that knows. */
static const struct ab_dev_kind kinds[] = {
	/* name, where, what it must have; usual base, size, irq, flags; arm64: alignment */
	[AB_DEV_UART_16550] = KIND("uart-16550", X86 | ARM, 0, 0, 8, 0, EDGE_HIGH, 1),
	[AB_DEV_I8042] = KIND("i8042", X86, PIO | ONE, 0x60, 5, 1, EDGE_HIGH, 1),
	[AB_DEV_RTC_CMOS] = KIND("rtc-cmos", X86, PIO | ONE, 0x70, 2, 8, EDGE_HIGH, 1),
	[AB_DEV_PIC_8259] = KIND("pic-8259", X86, PIO | ONE, 0x20, 2, 0, EDGE_HIGH, 1),
	[AB_DEV_PIT_8254] = KIND("pit-8254", X86, PIO | ONE, 0x40, 4, 2, EDGE_HIGH, 1),
	[AB_DEV_IOAPIC] = KIND("ioapic", X86, MEM, 0, 0x1000, 0, EDGE_HIGH, 1),
	[AB_DEV_HPET] = KIND("hpet", X86, MEM | ONE, 0, 0x400, 0, EDGE_HIGH, 1),
	[AB_DEV_VIRTIO_MMIO] =
	    KIND("virtio-mmio", X86 | ARM, MEM | IRQ, 0, 0x200, 0, LEVEL_HIGH, 4),
	[AB_DEV_PCIE_ECAM] = KIND("pcie-ecam", X86 | ARM, MEM, 0, 0, 0, LEVEL_LOW, 1),
	[AB_DEV_ACPI_PM] = KIND("acpi-pm", X86, PIO | ONE, 0, 0x10, 9, LEVEL_HIGH, 1),
	[AB_DEV_ACPI_GED] = KIND("acpi-ged", X86 | ARM, MEM | ONE | IRQ, 0, 4, 0, EDGE_HIGH, 4),
	[AB_DEV_ACPI_SLEEP] = KIND("acpi-sleep", X86 | ARM, ONE, 0, 2, 0, EDGE_HIGH, 1),
	[AB_DEV_ACPI_RESET] = KIND("acpi-reset", X86 | ARM, ONE, 0, 1, 0, EDGE_HIGH, 1),
	[AB_DEV_PVPANIC] = KIND("pvpanic", X86, PIO | ONE, 0, 1, 0, EDGE_HIGH, 1),
	[AB_DEV_UART_PL011] = KIND("uart-pl011", ARM, MEM | IRQ, 0, 0x1000, 0, LEVEL_HIGH, 0x1000),
	[AB_DEV_UART_SBSA] = KIND("uart-sbsa", ARM, MEM | IRQ, 0, 0x1000, 0, LEVEL_HIGH, 0x1000),
	[AB_DEV_RTC_PL031] =
	    KIND("rtc-pl031", ARM, MEM | ONE | IRQ, 0, 0x1000, 0, LEVEL_HIGH, 0x1000),
	[AB_DEV_GPIO_PL061] =
	    KIND("gpio-pl061", ARM, MEM | ONE | IRQ, 0, 0x1000, 0, LEVEL_HIGH, 0x1000),
	[AB_DEV_SMMUV3] = KIND("smmu-v3", ARM, MEM | IRQ, 0, 0x20000, 0, EDGE_HIGH, 0x10000),
	[AB_DEV_VMGENID] = KIND("vmgenid", X86 | ARM, MEM | ONE, 0, 0x1000, 0, EDGE_HIGH, 0x1000),
	[AB_DEV_VMBUS] = KIND("vmbus", ARM, AB_KIND_NOWHERE | ONE | IRQ, 0, 0, 0, EDGE_HIGH, 1),
	[AB_DEV_WINDOW] = KIND("window", ARM, MEM, 0, 0, 0, EDGE_HIGH, 0x1000),
};

const struct ab_dev_kind *ab_machine_kind_(enum ab_dev_type type)
{
	bool known = (size_t)type < sizeof(kinds) / sizeof(kinds[0]) && kinds[type].name != NULL;

	return known ? &kinds[type] : NULL;
}

static const struct ab_dev_kind *kind_or_none(enum ab_dev_type type)
{
	static const struct ab_dev_kind none = { .name = "unknown device" };
	const struct ab_dev_kind *kind = ab_machine_kind_(type);

	return kind != NULL ? kind : &none;
}

const char *ab_dev_name(enum ab_dev_type type)
{
	return kind_or_none(type)->name;
}

uint64_t ab_dev_base(const struct ab_dev *d)
{
	return d->base != 0 ? d->base : kind_or_none(d->type)->base;
}

uint64_t ab_dev_size(const struct ab_dev *d)
{
	return d->size != 0 ? d->size : kind_or_none(d->type)->size;
}

uint32_t ab_dev_irq(const struct ab_dev *d)
{
	return d->irq != 0 ? d->irq : kind_or_none(d->type)->irq;
}

enum ab_irq_flags ab_dev_irq_flags(const struct ab_machine *m, const struct ab_dev *d)
{
	enum ab_irq_flags flags = kind_or_none(d->type)->flags;

	if (d->irq_flags != AB_IRQ_USUAL)
		return d->irq_flags;
	/* PCI's pins are active low; on their way into a GIC, which knows no such, they turn */
	return m->arch == AB_ARCH_ARM64 && flags == AB_IRQ_LEVEL_LOW ? AB_IRQ_LEVEL_HIGH : flags;
}

void ab_dev_wires_(const struct ab_dev *d, uint32_t irq[AB_DEV_WIRES])
{
	uint32_t first = ab_dev_irq(d);

	memset(irq, 0, sizeof(*irq) * AB_DEV_WIRES);
	switch (d->type) {
	case AB_DEV_PCIE_ECAM:
		memcpy(irq, d->pcie.intx, sizeof(*irq) * AB_DEV_WIRES);
		return;
	case AB_DEV_I8042:
		irq[1] = 12;
		break;
	case AB_DEV_SMMUV3:
		irq[1] = first + 1;
		irq[2] = first + 2;
		break;
	default:
		break;
	}
	irq[0] = first;
}

bool ab_dev_is_pio(const struct ab_machine *m, const struct ab_dev *d)
{
	return m->arch == AB_ARCH_X86_64 && ab_dev_base(d) < 0x10000;
}

uint32_t ab_dev_buses_(const struct ab_dev *d)
{
	uint64_t buses = d->size >> 20;

	return buses > 256 ? 256 : (uint32_t)buses;
}
