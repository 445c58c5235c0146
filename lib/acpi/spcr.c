/* SPDX-License-Identifier: BSD-2-Clause */
/* SPCR: the serial port that is the console. */
#include "priv.h"

/* Serial Port Console Redirection Table, revision 2 */
void ab_acpi_spcr(const struct ab_machine *m, struct ab_buf *out)
{
	const struct ab_dev *d = ab_machine_dev(m, AB_DEV_UART_16550, 0);
	bool pic = ab_machine_dev(m, AB_DEV_PIC_8259, 0) != NULL;
	uint32_t gsi;
	size_t start;

	if (d == NULL)
		return;
	gsi = ab_dev_irq(d);
	pic = pic && gsi != 0 && gsi < 16;
	start = ab_acpi_begin(m, "SPCR", 2, out);
	ab_put_le(out, 0, 1); /* 36 Interface Type: 16550 compatible */
	ab_put_le(out, 0, 3); /* 37 reserved */
	ab_acpi_gas(&(struct ab_acpi_gas){ ab_dev_is_pio(m, d) ? 1 : 0, 8, 1, d->base },
		    out); /* 40 Base Address */
	ab_put_le(out, (gsi != 0 ? 2U : 0) | (pic ? 1U : 0), 1); /* 52 Interrupt Type: APIC, 8259 */
	ab_put_le(out, pic ? gsi : 0, 1); /* 53 IRQ */
	ab_put_le(out, gsi, 4); /* 54 Global System Interrupt */
	ab_put_le(out, 7, 1); /* 58 Configured Baud Rate: 115200 */
	ab_put_le(out, 0, 1); /* 59 Parity: none */
	ab_put_le(out, 1, 1); /* 60 Stop Bits */
	ab_put_le(out, 0, 1); /* 61 Flow Control: none */
	ab_put_le(out, 3, 1); /* 62 Terminal Type: ANSI */
	ab_put_le(out, 0, 1); /* 63 reserved */
	ab_put_le(out, 0xffff, 2); /* 64 PCI Device ID: not PCI */
	ab_put_le(out, 0xffff, 2); /* 66 PCI Vendor ID: not PCI */
	ab_put_le(out, 0, 1); /* 68 PCI Bus Number */
	ab_put_le(out, 0, 1); /* 69 PCI Device Number */
	ab_put_le(out, 0, 1); /* 70 PCI Function Number */
	ab_put_le(out, 0, 4); /* 71 PCI Flags */
	ab_put_le(out, 0, 1); /* 75 PCI Segment */
	ab_put_le(out, 0, 4); /* 76 reserved */
	ab_acpi_end(out, start);
}
