/* SPDX-License-Identifier: BSD-2-Clause */
/* Devices of the DSDT, one function a kind. */
#include "acpi_priv.h"

static uint32_t uid(const struct ab_dev *d, uint32_t n)
{
	return d->uid != 0 ? d->uid : n;
}

/* A level can be shared, an edge cannot. */
static void put_interrupt(struct ab_aml *aml, uint32_t gsi, enum ab_irq_flags flags)
{
	bool edge = flags == AB_IRQ_EDGE_HIGH || flags == AB_IRQ_EDGE_LOW;
	bool low = flags == AB_IRQ_EDGE_LOW || flags == AB_IRQ_LEVEL_LOW;

	ab_aml_res_interrupt(
	    aml, (edge ? AB_AML_IRQ_EDGE : AB_AML_IRQ_SHARED) | (low ? AB_AML_IRQ_LOW : 0), &gsi,
	    1);
}

/* The usual ISA interrupt in its short form; any other as a global system interrupt. */
static void put_irq(struct ab_aml *aml, uint32_t gsi, enum ab_irq_flags flags)
{
	if (gsi != 0 && gsi < 16 && flags == AB_IRQ_EDGE_HIGH)
		ab_aml_res_irq_no_flags(aml, (uint16_t)(1U << gsi));
	else if (gsi != 0)
		put_interrupt(aml, gsi, flags);
}

static void put_ports(struct ab_aml *aml, uint64_t base, uint64_t size)
{
	if (size <= 0xff)
		ab_aml_res_io(aml, (uint16_t)base, (uint16_t)base, 1, (uint8_t)size);
	else
		ab_aml_res_range(
		    aml, &(struct ab_aml_range){
			     .type = AB_AML_RANGE_IO, .width = 32, .base = base, .size = size });
}

/* _CRS of a device with one window and one interrupt. */
static void put_crs(struct ab_aml *aml, const struct ab_machine *m, const struct ab_dev *d)
{
	struct ab_aml_block crs;

	ab_aml_name(aml, "_CRS");
	crs = ab_aml_resources(aml);
	if (ab_dev_is_pio(m, d))
		put_ports(aml, ab_dev_base(d), ab_dev_size(d));
	else
		ab_acpi_aml_memory_(aml, ab_dev_base(d), ab_dev_size(d));
	put_irq(aml, ab_dev_irq(d), ab_dev_irq_flags(m, d));
	ab_aml_end(aml, crs);
}

/* Kinds of which a machine may have many. */
static void put_numbered(struct ab_aml *aml, const struct ab_machine *m, const struct ab_dev *d,
			 uint32_t n, char letter, const char *hid)
{
	struct ab_aml_block dev = ab_acpi_aml_begin_(aml, letter, n, hid, uid(d, n));

	ab_acpi_aml_node_(aml, m, d->node);
	if (d->type == AB_DEV_VIRTIO_MMIO)
		ab_acpi_aml_coherent_(aml, m);
	put_crs(aml, m, d);
	ab_aml_end(aml, dev);
}

/* Kinds of which a machine has one. */
static void put_single(struct ab_aml *aml, const struct ab_machine *m, const struct ab_dev *d,
		       const char *name, const char *hid)
{
	struct ab_aml_block dev = ab_aml_device(aml, name);

	ab_acpi_aml_id_(aml, "_HID", hid);
	put_crs(aml, m, d);
	ab_aml_end(aml, dev);
}

static void put_i8042(struct ab_aml *aml, const struct ab_machine *m, const struct ab_dev *d)
{
	struct ab_aml_block dev, crs;

	dev = ab_aml_device(aml, "KBD");
	ab_acpi_aml_id_(aml, "_HID", "PNP0303");
	ab_aml_name(aml, "_CRS");
	crs = ab_aml_resources(aml);
	put_ports(aml, ab_dev_base(d), 1); /* data */
	put_ports(aml, ab_dev_base(d) + 4, 1); /* command and status */
	put_irq(aml, ab_dev_irq(d), ab_dev_irq_flags(m, d));
	ab_aml_end(aml, crs);
	ab_aml_end(aml, dev);

	dev = ab_aml_device(aml, "MOUS");
	ab_acpi_aml_id_(aml, "_HID", "PNP0F13");
	ab_aml_name(aml, "_CRS");
	crs = ab_aml_resources(aml);
	put_irq(aml, 12, ab_dev_irq_flags(m, d));
	ab_aml_end(aml, crs);
	ab_aml_end(aml, dev);
}

static void put_pic(struct ab_aml *aml, const struct ab_dev *d)
{
	struct ab_aml_block dev, crs;

	dev = ab_aml_device(aml, "PIC");
	ab_acpi_aml_id_(aml, "_HID", "PNP0000");
	ab_aml_name(aml, "_CRS");
	crs = ab_aml_resources(aml);
	put_ports(aml, ab_dev_base(d), ab_dev_size(d));
	put_ports(aml, 0xa0, 2); /* the second one */
	ab_aml_end(aml, crs);
	ab_aml_end(aml, dev);
}

static void put_pit(struct ab_aml *aml, const struct ab_dev *d)
{
	struct ab_aml_block dev, crs;

	dev = ab_aml_device(aml, "TIMR");
	ab_acpi_aml_id_(aml, "_HID", "PNP0100");
	ab_aml_name(aml, "_CRS");
	crs = ab_aml_resources(aml);
	put_ports(aml, ab_dev_base(d), ab_dev_size(d));
	ab_aml_res_irq_no_flags(aml, 1 << 0); /* ISA interrupt 0, which the MADT overrides */
	ab_aml_end(aml, crs);
	ab_aml_end(aml, dev);
}

static void put_power_button(struct ab_aml *aml)
{
	struct ab_aml_block dev = ab_aml_device(aml, "PWRB");

	ab_acpi_aml_id_(aml, "_HID", "PNP0C0C");
	ab_aml_end(aml, dev);
}

/* Method (_EVT, 1, Serialized): tell whose event it was. ACPI 5.6.9.3 */
static void put_evt(struct ab_aml *aml)
{
	struct ab_aml_block evt, pressed;

	evt = ab_aml_method(aml, "_EVT", 1, true, 0);
	ab_aml_op(aml, AB_AML_STORE); /* Local0 = ESEL, which clears it */
	ab_aml_path(aml, "ESEL");
	ab_aml_local(aml, 0);
	pressed = ab_aml_if(aml); /* Local0 & 1 */
	ab_aml_op(aml, AB_AML_AND);
	ab_aml_local(aml, 0);
	ab_aml_int(aml, 1);
	ab_aml_int(aml, 0);
	ab_aml_op(aml, AB_AML_NOTIFY);
	ab_aml_path(aml, "PWRB");
	ab_aml_int(aml, 0x80); /* pressed */
	ab_aml_end(aml, pressed);
	ab_aml_end(aml, evt);
}

static void put_ged(struct ab_aml *aml, const struct ab_machine *m, const struct ab_dev *d)
{
	struct ab_aml_block dev, crs, field;

	put_power_button(aml);
	dev = ab_aml_device(aml, "GED");
	ab_acpi_aml_id_(aml, "_HID", "ACPI0013");
	ab_aml_name(aml, "_CRS");
	crs = ab_aml_resources(aml);
	put_interrupt(aml, ab_dev_irq(d), ab_dev_irq_flags(m, d)); /* ACPI 5.6.9.2: no other form */
	ab_aml_end(aml, crs);
	ab_aml_region(aml, "EREG", AB_AML_SYSTEM_MEMORY);
	ab_aml_int(aml, d->base);
	ab_aml_int(aml, 4);
	field = ab_aml_field(aml, "EREG", AB_AML_DWORD_ACC | AB_AML_WRITE_AS_ZEROS);
	ab_aml_field_unit(aml, "ESEL", 32);
	ab_aml_end(aml, field);
	put_evt(aml);
	ab_aml_end(aml, dev);
}

/* Virtual Machine Generation ID: where it is, and an event device that tells of changes. */
static void put_vmgenid(struct ab_aml *aml, const struct ab_machine *m, const struct ab_dev *d)
{
	struct ab_aml_block dev, block;

	dev = ab_aml_device(aml, "VMID");
	ab_acpi_aml_id_(aml, "_HID", "AEBT0001"); /* each hypervisor has one of its own */
	ab_acpi_aml_id_(aml, "_CID", "VM_Gen_Counter");
	ab_acpi_aml_id_(aml, "_DDN", "VM_Gen_Counter");
	ab_aml_name(aml, "ADDR");
	block = ab_aml_package(aml);
	ab_aml_int(aml, d->base & 0xffffffff);
	ab_aml_int(aml, d->base >> 32);
	ab_aml_end(aml, block);
	ab_aml_end(aml, dev);
	if (ab_dev_irq(d) == 0)
		return;
	dev = ab_aml_device(aml, "VMIE");
	ab_acpi_aml_id_(aml, "_HID", "ACPI0013");
	ab_acpi_aml_int_(aml, "_UID", 1); /* GED has none */
	ab_aml_name(aml, "_CRS");
	block = ab_aml_resources(aml);
	put_interrupt(aml, ab_dev_irq(d), ab_dev_irq_flags(m, d));
	ab_aml_end(aml, block);
	block = ab_aml_method(aml, "_EVT", 1, true, 0);
	ab_aml_op(aml, AB_AML_NOTIFY);
	ab_aml_path(aml, "VMID");
	ab_aml_int(aml, 0x80); /* changed */
	ab_aml_end(aml, block);
	ab_aml_end(aml, dev);
}

static void put_vmbus(struct ab_aml *aml, const struct ab_machine *m, const struct ab_dev *d)
{
	struct ab_aml_block dev = ab_aml_device(aml, "VMBS"), crs;

	ab_acpi_aml_id_(aml, "_HID", "MSFT1000");
	ab_acpi_aml_id_(aml, "_CID", "VMBUS"); /* which is no well-formed _HID */
	ab_acpi_aml_int_(aml, "_UID", 0);
	ab_acpi_aml_coherent_(aml, m);
	ab_aml_name(aml, "_CRS");
	crs = ab_aml_resources(aml);
	put_interrupt(aml, ab_dev_irq(d), ab_dev_irq_flags(m, d));
	ab_aml_end(aml, crs);
	ab_aml_end(aml, dev);
}

void ab_acpi_aml_module_(struct ab_aml *aml, const struct ab_machine *m)
{
	const struct ab_dev *vmbus = ab_machine_dev(m, AB_DEV_VMBUS, 0), *w;
	struct ab_aml_block dev, crs;

	if (vmbus == NULL && ab_machine_dev(m, AB_DEV_WINDOW, 0) == NULL)
		return;
	dev = ab_aml_device(aml, "VMOD");
	ab_acpi_aml_id_(aml, "_HID", "ACPI0004");
	ab_acpi_aml_int_(aml, "_UID", 0);
	ab_aml_name(aml, "_CRS");
	crs = ab_aml_resources(aml);
	for (size_t i = 0; (w = ab_machine_dev(m, AB_DEV_WINDOW, i)) != NULL; i++)
		ab_aml_res_range(aml, &(struct ab_aml_range){ .type = AB_AML_RANGE_MEMORY,
							      .width = 64,
							      .flags = AB_AML_RANGE_PRODUCER,
							      .base = w->base,
							      .size = w->size });
	ab_aml_end(aml, crs);
	if (vmbus != NULL)
		put_vmbus(aml, m, vmbus);
	ab_aml_end(aml, dev);
}

void ab_acpi_aml_dev_(struct ab_aml *aml, const struct ab_machine *m, const struct ab_dev *d,
		      uint32_t n)
{
	switch (d->type) {
	case AB_DEV_UART_16550:
		put_numbered(aml, m, d, n, 'U', "PNP0501");
		break;
	case AB_DEV_I8042:
		put_i8042(aml, m, d);
		break;
	case AB_DEV_RTC_CMOS:
		put_single(aml, m, d, "RTC", "PNP0B00");
		break;
	case AB_DEV_PIC_8259:
		put_pic(aml, d);
		break;
	case AB_DEV_PIT_8254:
		put_pit(aml, d);
		break;
	case AB_DEV_HPET:
		put_single(aml, m, d, "HPET", "PNP0103");
		break;
	case AB_DEV_VIRTIO_MMIO:
		put_numbered(aml, m, d, n, 'V', "LNRO0005");
		break;
	case AB_DEV_PCIE_ECAM:
		ab_acpi_aml_bridge_(aml, m, d, n);
		break;
	case AB_DEV_ACPI_GED:
		put_ged(aml, m, d);
		break;
	case AB_DEV_PVPANIC:
		put_single(aml, m, d, "PVPN", "QEMU0001");
		break;
	case AB_DEV_UART_PL011:
		put_numbered(aml, m, d, n, 'A', "ARMH0011");
		break;
	case AB_DEV_UART_SBSA:
		put_numbered(aml, m, d, n, 'S', "ARMHB000");
		break;
	case AB_DEV_VMGENID:
		put_vmgenid(aml, m, d);
		break;
	case AB_DEV_VMBUS: /* in the module, as are windows */
	case AB_DEV_WINDOW:
	case AB_DEV_SMMUV3: /* in the IORT */
	case AB_DEV_RTC_PL031: /* device tree only, as the next one */
	case AB_DEV_GPIO_PL061:
	case AB_DEV_IOAPIC: /* in the MADT */
	case AB_DEV_ACPI_PM: /* in the FADT, as the two below */
	case AB_DEV_ACPI_SLEEP:
	case AB_DEV_ACPI_RESET:
		break;
	}
}
