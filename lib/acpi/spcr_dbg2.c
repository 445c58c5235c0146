/* SPDX-License-Identifier: BSD-2-Clause */
/* SPCR and DBG2: the serial port of the console, and all serial ports that a debugger may use. */
#include "acpi_priv.h"

#include "../machine/machine_priv.h"

/* A kind of UART, as both tables number it, and how its registers are accessed. DBG2, table 3 */
struct uart {
	enum ab_dev_type type;
	uint8_t subtype;
	uint8_t bits; /* of a register, and of each access by the guest's driver */
};

static const struct uart *uart_of(const struct ab_dev *d)
{
	static const struct uart kinds[] = {
		{ AB_DEV_UART_16550, 0x0, 8 }, /* 16550 compatible */
		{ AB_DEV_UART_PL011, 0x3, 32 }, /* Arm PL011 */
		{ AB_DEV_UART_SBSA, 0xe, 32 }, /* Arm SBSA generic */
	};

	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (kinds[i].type == d->type)
			return &kinds[i];
	return NULL;
}

static void put_address(const struct ab_machine *m, const struct ab_dev *d, const struct uart *u,
			struct ab_buf *out)
{
	ab_acpi_gas_(&(struct ab_acpi_gas){ ab_dev_is_pio(m, d) ? 1 : 0, u->bits,
					    u->bits == 32 ? 3 : 1, d->base },
		     out);
}

/* SPCR: Interrupt Type, IRQ, Global System Interrupt */
static void put_interrupt(const struct ab_machine *m, uint32_t gsi, struct ab_buf *out)
{
	bool pic = ab_machine_dev(m, AB_DEV_PIC_8259, 0) != NULL && gsi != 0 && gsi < 16;
	uint32_t by = ab_machine_has_gic_(m) ? 1U << 3 : 1U << 1; /* GIC; I/O APIC */

	ab_put_le_(out, (gsi != 0 ? by : 0) | (pic ? 1U : 0), 1); /* 52 Interrupt Type; 1: 8259 */
	ab_put_le_(out, pic ? gsi : 0, 1); /* 53 IRQ */
	ab_put_le_(out, gsi, 4); /* 54 Global System Interrupt */
}

#define PATH_SIZE 10 /* "\_SB.U000" and its NUL */

/* Append the path in the DSDT of the device that is number @place of its kind. */
static void put_path(enum ab_dev_type type, uint32_t place, struct ab_buf *out)
{
	char name[5];

	ab_acpi_dev_name_(name, type, place);
	ab_put_str(out, "\\_SB.");
	ab_put(out, name, sizeof(name));
}

/* Append the fields that revision 4 added. The console is the first device of its kind. */
static void put_rest(const struct ab_dev *d, struct ab_buf *out)
{
	ab_put_le_(out, 115200, 4); /* 80 Precise Baud Rate */
	ab_put_le_(out, PATH_SIZE, 2); /* 84 NamespaceStringLength */
	ab_put_le_(out, 88, 2); /* 86 NamespaceStringOffset */
	put_path(d->type, 0, out); /* 88 NamespaceString */
}

/* Serial Port Console Redirection Table */
void ab_acpi_spcr(const struct ab_machine *m, struct ab_buf *out)
{
	const bool newer = m->acpi.edition == AB_ACPI_6_5;
	const struct ab_dev *d = ab_machine_uart(m, 0);
	size_t start;

	if (d == NULL)
		return;
	start = ab_acpi_begin(m, "SPCR", newer ? 4 : 2, out);
	ab_put_le_(out, uart_of(d)->subtype, 1); /* 36 Interface Type */
	ab_put_le_(out, 0, 3); /* 37 reserved */
	put_address(m, d, uart_of(d), out); /* 40 Base Address */
	put_interrupt(m, ab_dev_irq(d), out);
	AB_PUT_FIXED(out, 7, /* 58 Configured Baud Rate: 115200 */
		     0, /* 59 Parity: none */
		     1, /* 60 Stop Bits */
		     0, /* 61 Flow Control: none */
		     3, /* 62 Terminal Type: ANSI */
		     0, /* 63 Language: none */
		     AB_BYTES2(0xffff), /* 64 PCI Device ID: not PCI */
		     AB_BYTES2(0xffff), /* 66 PCI Vendor ID: not PCI */
		     0, /* 68 PCI Bus Number */
		     0, /* 69 PCI Device Number */
		     0, /* 70 PCI Function Number */
		     0, 0, 0, 0, /* 71 PCI Flags */
		     0, /* 75 PCI Segment */
		     0, 0, 0, 0); /* 76 UART Clock Frequency: unknown */
	if (newer)
		put_rest(d, out);
	ab_acpi_end(out, start);
}

#define PATH_AT 38
#define DEVICE_SIZE (PATH_AT + PATH_SIZE)

/* Microsoft Debug Port Table 2, table 2, Debug Device Information */
static void put_device(const struct ab_machine *m, const struct ab_dev *d, uint32_t place,
		       struct ab_buf *out)
{
	const struct uart *u = uart_of(d);

	AB_PUT_FIXED(out, 0, /* 0 Revision */
		     AB_BYTES2(DEVICE_SIZE), /* 1 Length */
		     1, /* 3 Number of Generic Address Registers */
		     AB_BYTES2(PATH_SIZE), /* 4 Namespace String Length */
		     AB_BYTES2(PATH_AT), /* 6 Namespace String Offset */
		     AB_BYTES2(0), /* 8 OEM Data Length */
		     AB_BYTES2(0), /* 10 OEM Data Offset */
		     AB_BYTES2(0x8000)); /* 12 Port Type: serial */
	ab_put_le_(out, u->subtype, 2); /* 14 Port Subtype */
	AB_PUT_FIXED(out, AB_BYTES2(0), /* 16 reserved */
		     AB_BYTES2(22), /* 18 Base Address Register Offset */
		     AB_BYTES2(34)); /* 20 Address Size Offset */
	put_address(m, d, u, out); /* 22 Base Address Register */
	ab_put_le_(out, ab_dev_size(d), 4); /* 34 Address Size */
	put_path(d->type, place, out); /* 38 Namespace String */
}

/* Microsoft Debug Port Table 2, table 1 */
void ab_acpi_dbg2(const struct ab_machine *m, struct ab_buf *out)
{
	uint32_t place[AB_DEV_KINDS] = { 0 }, n = 0;
	size_t start, count;

	if (!ab_machine_has_gic_(m) || ab_machine_uart(m, 0) == NULL)
		return;
	start = ab_acpi_begin(m, "DBG2", 0, out);
	ab_put_le_(out, 44, 4); /* 36 OffsetDbgDeviceInfo */
	count = out->len;
	ab_put_le_(out, 0, 4); /* 40 NumberDbgDeviceInfo, for now */
	for (size_t i = 0; i < m->devs.n; i++) {
		const struct ab_dev *d = &m->devs.at[i];

		if (uart_of(d) == NULL)
			continue;
		put_device(m, d, place[d->type]++, out);
		n++;
	}
	ab_poke_le(out, count, n, 4);
	ab_acpi_end(out, start);
}
