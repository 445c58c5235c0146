/* SPDX-License-Identifier: BSD-2-Clause */
/* The kinds of devices, their usual values, and the values of a device that follow. */
#include "machine_priv.h"

#define X86 (1U << AB_ARCH_X86_64)
#define ARM (1U << AB_ARCH_ARM64)

#define MEM AB_KIND_MEM
#define PIO AB_KIND_PIO
#define ONE AB_KIND_SINGLE
#define IRQ AB_KIND_IRQ
#define NOWHERE AB_KIND_NOWHERE
#define UART AB_KIND_UART
#define FREE AB_KIND_FREE

#define EDGE AB_IRQ_EDGE_HIGH
#define LEVEL AB_IRQ_LEVEL_HIGH

#define MOUSE 12 /* the usual interrupt of a PC's mouse */

/* Name, architectures, flags; usual base, size, interrupt and trigger; then members of few
 * kinds. */
#define KIND(n, a, f, b, s, i, ...)                                                                \
	{                                                                                          \
		.name = n, .archs = (a), .is = (f), .base = (b), .size = (s), .irq = (i),          \
		.flags = __VA_ARGS__                                                               \
	}

/* A new kind is a row here, AB_DEV_KINDS, and a function in each module that describes it. */
static const struct ab_dev_kind kinds[AB_DEV_KINDS] = {
	[AB_DEV_UART_16550] = KIND("uart-16550", X86 | ARM, UART, 0, 8, 0, EDGE),
	[AB_DEV_I8042] = KIND("i8042", X86, PIO | ONE, 0x60, 5, 1, EDGE),
	[AB_DEV_RTC_CMOS] = KIND("rtc-cmos", X86, PIO | ONE, 0x70, 2, 8, EDGE),
	[AB_DEV_PIC_8259] = KIND("pic-8259", X86, PIO | ONE, 0x20, 2, 0, EDGE),
	[AB_DEV_PIT_8254] = KIND("pit-8254", X86, PIO | ONE | IRQ, 0x40, 4, 2, EDGE),
	[AB_DEV_IOAPIC] = KIND("ioapic", X86, MEM, 0, 4096, 0, EDGE),
	[AB_DEV_HPET] = KIND("hpet", X86, MEM | ONE, 0, 1024, 0, EDGE),
	[AB_DEV_VIRTIO_MMIO] =
	    KIND("virtio-mmio", X86 | ARM, MEM | IRQ, 0, 512, 0, LEVEL, .align = 2),
	[AB_DEV_ACPI_PM] = KIND("acpi-pm", X86, PIO | ONE | IRQ, 0, 16, 9, LEVEL),
	[AB_DEV_ACPI_GED] = KIND("acpi-ged", X86 | ARM, MEM | ONE | IRQ, 0, 4, 0, EDGE, .align = 2),
	[AB_DEV_ACPI_SLEEP] = KIND("acpi-sleep", X86 | ARM, ONE, 0, 2, 0, EDGE),
	[AB_DEV_ACPI_RESET] = KIND("acpi-reset", X86 | ARM, ONE, 0, 1, 0, EDGE),
	[AB_DEV_PVPANIC] = KIND("pvpanic", X86, PIO | ONE, 0, 1, 0, EDGE),
	[AB_DEV_UART_PL011] =
	    KIND("uart-pl011", ARM, MEM | IRQ | UART, 0, 4096, 0, LEVEL, .align = 12),
	[AB_DEV_UART_SBSA] =
	    KIND("uart-sbsa", ARM, MEM | IRQ | UART, 0, 4096, 0, LEVEL, .align = 12),
	[AB_DEV_RTC_PL031] =
	    KIND("rtc-pl031", ARM, MEM | ONE | IRQ, 0, 4096, 0, LEVEL, .align = 12),
	[AB_DEV_GPIO_PL061] =
	    KIND("gpio-pl061", ARM, MEM | ONE | IRQ, 0, 4096, 0, LEVEL, .align = 12),
	[AB_DEV_VMGENID] = KIND("vmgenid", X86 | ARM, MEM | ONE, 0, 4096, 0, EDGE, .align = 12),
	[AB_DEV_VMBUS] = KIND("vmbus", ARM, NOWHERE | ONE | IRQ, 0, 0, 0, EDGE),
	[AB_DEV_WINDOW] = KIND("window", ARM, MEM, 0, 0, 0, EDGE, .align = 12),
	[AB_DEV_HOTPLUG_RAM] = KIND("hotplug-ram", X86 | ARM, MEM, 0, 0, 0, EDGE, .align = 12),
	[AB_DEV_VGA] = KIND("vga", X86, PIO | ONE, 0x3c0, 32, 0, EDGE),
	[AB_DEV_OTHER] = KIND("other", X86 | ARM, FREE, 0, 0, 0, EDGE),
	[AB_DEV_PCI] = KIND("pci", X86, PIO | ONE, 0xcf8, 8, 0, AB_IRQ_LEVEL_LOW),
	[AB_DEV_RESERVED] = KIND("reserved", X86 | ARM, MEM, 0, 0, 0, EDGE, .align = 12),
#ifndef AB_SMALL
	[AB_DEV_PCIE_ECAM] = KIND("pcie-ecam", X86 | ARM, MEM, 0, 0, 0, AB_IRQ_LEVEL_LOW),
	[AB_DEV_SMMUV3] =
	    KIND("smmu-v3", ARM, MEM | IRQ, 0, 131072, 0, EDGE, .irqs = 3, .align = 16),
	[AB_DEV_FRAMEBUFFER] =
	    KIND("framebuffer", X86 | ARM, MEM | ONE, 0, 0, 0, EDGE, .align = 12),
#endif
};

const struct ab_dev_kind *ab_machine_kind_(enum ab_dev_type type)
{
	bool known = (size_t)type < AB_DEV_KINDS && kinds[type].name[0] != '\0';

	return known ? &kinds[type] : NULL;
}

static const struct ab_dev_kind *kind_or_none(enum ab_dev_type type)
{
	const struct ab_dev_kind *kind = ab_machine_kind_(type);

	return kind != NULL ? kind : &kinds[0]; /* no kind has number 0 */
}

const char *ab_dev_name(enum ab_dev_type type)
{
	const struct ab_dev_kind *kind = ab_machine_kind_(type);

	return kind != NULL ? kind->name : "unknown device";
}

uint64_t ab_dev_base(const struct ab_dev *d)
{
	return d->base != 0 ? d->base : kind_or_none(d->type)->base;
}

uint64_t ab_dev_size(const struct ab_dev *d)
{
	return d->size != 0 ? d->size : kind_or_none(d->type)->size;
}

static uint32_t or_usual(uint32_t irq, uint32_t usual)
{
	return irq == AB_IRQ_NONE ? 0 : irq != 0 ? irq : usual;
}

uint32_t ab_dev_irq(const struct ab_dev *d)
{
	return or_usual(d->irq, kind_or_none(d->type)->irq);
}

enum ab_irq_flags ab_dev_irq_flags(const struct ab_machine *m, const struct ab_dev *d)
{
	enum ab_irq_flags flags = kind_or_none(d->type)->flags;

	if (d->irq_flags != AB_IRQ_USUAL)
		return d->irq_flags;
	/* a GIC has no active low inputs, so a board inverts INTx, which is active low */
	return ab_machine_has_gic_(m) && flags == AB_IRQ_LEVEL_LOW ? AB_IRQ_LEVEL_HIGH : flags;
}

size_t ab_dev_wires_(const struct ab_dev *d)
{
	return ab_dev_is_bridge_(d) ? AB_DEV_WIRES + d->pcie.routes.n : AB_DEV_WIRES;
}

uint32_t ab_dev_wire_(const struct ab_dev *d, size_t k)
{
	if (ab_dev_is_bridge_(d))
		return k < AB_DEV_WIRES ? d->pcie.intx[k] : d->pcie.routes.at[k - AB_DEV_WIRES].irq;
	if (AB_X86_64_BUILT && d->type == AB_DEV_I8042 && k == 1)
		return or_usual(d->i8042.mouse, MOUSE);
	return k == 0 || k < kind_or_none(d->type)->irqs ? ab_dev_irq(d) + (uint32_t)k : 0;
}

const char *ab_dev_wire_field_(const struct ab_dev *d, uint32_t irq)
{
	size_t k = 0;

	if (ab_dev_is_bridge_(d)) {
		while (k < AB_DEV_WIRES && d->pcie.intx[k] != irq)
			k++;
		return k < AB_DEV_WIRES ? "machine.devs[].pcie.intx"
					: "machine.devs[].pcie.routes.irq";
	}
	return AB_X86_64_BUILT && d->type == AB_DEV_I8042 && irq != ab_dev_irq(d)
		   ? "machine.devs[].i8042.mouse"
		   : "machine.devs[].irq";
}

bool ab_dev_is_pio(const struct ab_machine *m, const struct ab_dev *d)
{
	return ab_machine_is_pc_(m) && ab_dev_base(d) < 0x10000;
}

/* ---- pixels ------------------------------------------------------------------------------- */

static const char pixels[AB_PIXEL_FORMATS][12] = {
	[AB_PIXEL_X8R8G8B8] = "x8r8g8b8",       [AB_PIXEL_A8R8G8B8] = "a8r8g8b8",
	[AB_PIXEL_A8B8G8R8] = "a8b8g8r8",       [AB_PIXEL_R8G8B8] = "r8g8b8",
	[AB_PIXEL_R5G6B5] = "r5g6b5",           [AB_PIXEL_X1R5G5B5] = "x1r5g5b5",
	[AB_PIXEL_A1R5G5B5] = "a1r5g5b5",       [AB_PIXEL_R5G5B5A1] = "r5g5b5a1",
	[AB_PIXEL_X2R10G10B10] = "x2r10g10b10", [AB_PIXEL_A2R10G10B10] = "a2r10g10b10",
};

const char *ab_pixel_name_(enum ab_pixel_format format)
{
	return pixels[format];
}

uint32_t ab_pixel_field_(enum ab_pixel_format format, char which, uint32_t *pos)
{
	uint32_t found = 0, all = 0, below = 0;

	for (const char *s = pixels[format]; *s != '\0';) {
		const char field = *s++;
		uint32_t width = 0;

		for (; *s >= '0' && *s <= '9'; s++)
			width = width * 10 + (uint32_t)(*s - '0');
		all += width;
		if (field == which) {
			found = width;
			below = all;
		}
	}
	*pos = found != 0 ? all - below : 0;
	return which == '*' ? all : found;
}

uint32_t ab_dev_stride_(const struct ab_dev *d)
{
	const struct ab_framebuffer *fb = &d->framebuffer;
	uint32_t pos;

	return fb->stride != 0 ? fb->stride
			       : fb->width * ab_pixel_field_(fb->format, '*', &pos) / 8;
}
