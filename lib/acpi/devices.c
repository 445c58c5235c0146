/* SPDX-License-Identifier: BSD-2-Clause */
/* Devices of the DSDT. Each kind is one row of a table. */
#include "acpi_priv.h"

#include "../machine/machine_priv.h"
#include "../machine/pc.h"

/* One device of the machine. */
struct item {
	const struct ab_machine *m;
	const struct ab_dev *d;
	uint32_t n; /* its index among the devices of its kind */
	bool numa; /* the machine has several NUMA nodes */
	const struct kind *kind;
};

/* How the DSDT describes a kind of device. */
struct kind {
	void (*put)(struct ab_aml *aml, const struct item *it); /* NULL: not in the DSDT */
	char name[5]; /* NameSeg; a kind of many devices: the letter before their numbers */
	char hid[9];
};

/* Devices can share a level-triggered interrupt, but not an edge-triggered one. */
static void put_interrupt(struct ab_aml *aml, uint32_t gsi, enum ab_irq_flags flags)
{
	bool edge = flags == AB_IRQ_EDGE_HIGH || flags == AB_IRQ_EDGE_LOW;
	bool low = flags == AB_IRQ_EDGE_LOW || flags == AB_IRQ_LEVEL_LOW;

	ab_aml_res_interrupt(
	    aml, (edge ? AB_AML_IRQ_EDGE : AB_AML_IRQ_SHARED) | (low ? AB_AML_IRQ_LOW : 0), &gsi,
	    1);
}

/* An ISA interrupt of the usual kind in its short form, any other as a global system interrupt */
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
static void put_crs(struct ab_aml *aml, const struct item *it)
{
	const struct ab_dev *d = it->d;
	struct ab_aml_block crs;

	ab_aml_name(aml, "_CRS");
	crs = ab_aml_resources(aml);
	if (ab_dev_is_pio(it->m, d))
		put_ports(aml, ab_dev_base(d), ab_dev_size(d));
	else
		ab_acpi_aml_memory_(aml, ab_dev_base(d), ab_dev_size(d));
	put_irq(aml, ab_dev_irq(d), ab_dev_irq_flags(it->m, d));
	ab_aml_end(aml, crs);
}

static struct ab_aml_block begin(struct ab_aml *aml, const char *name, const char *hid)
{
	struct ab_aml_block dev = ab_aml_device(aml, name);

	ab_acpi_aml_id_(aml, "_HID", hid);
	return dev;
}

static struct ab_aml_block begin_one(struct ab_aml *aml, const struct item *it)
{
	return begin(aml, it->kind->name, it->kind->hid);
}

static struct ab_aml_block begin_numbered(struct ab_aml *aml, const struct item *it)
{
	return ab_acpi_aml_begin_(aml, it->kind->name[0], it->n, it->kind->hid,
				  it->d->uid != 0 ? it->d->uid : it->n);
}

static void put_numbered(struct ab_aml *aml, const struct item *it)
{
	struct ab_aml_block dev = begin_numbered(aml, it);

	ab_acpi_aml_node_(aml, it->numa, it->d->node);
	put_crs(aml, it);
	ab_aml_end(aml, dev);
}

static void put_virtio(struct ab_aml *aml, const struct item *it)
{
	struct ab_aml_block dev = begin_numbered(aml, it);

	ab_acpi_aml_node_(aml, it->numa, it->d->node);
	ab_acpi_aml_coherent_(aml, it->m);
	put_crs(aml, it);
	ab_aml_end(aml, dev);
}

#ifndef AB_SMALL
static void put_bridge(struct ab_aml *aml, const struct item *it)
{
	struct ab_aml_block dev = begin_numbered(aml, it);

	ab_acpi_aml_bridge_(aml, it->m, it->d, it->numa);
	ab_aml_end(aml, dev);
}
#endif

#ifndef AB_WITHOUT_X86_64 /* devices of a PC */
static void put_one(struct ab_aml *aml, const struct item *it)
{
	struct ab_aml_block dev = begin_one(aml, it);

	put_crs(aml, it);
	ab_aml_end(aml, dev);
}

static void put_pci(struct ab_aml *aml, const struct item *it)
{
	struct ab_aml_block dev = begin_one(aml, it);

	ab_acpi_aml_bridge_(aml, it->m, it->d, it->numa);
	ab_aml_end(aml, dev);
}

static void put_i8042(struct ab_aml *aml, const struct item *it)
{
	const uint32_t keyboard = ab_dev_wire_(it->d, 0), mouse = ab_dev_wire_(it->d, 1);
	struct ab_aml_block dev, crs;

	dev = begin_one(aml, it);
	ab_aml_name(aml, "_CRS");
	crs = ab_aml_resources(aml);
	put_ports(aml, ab_dev_base(it->d), 1); /* data */
	put_ports(aml, ab_dev_base(it->d) + 4, 1); /* command and status */
	put_irq(aml, keyboard, ab_dev_irq_flags(it->m, it->d));
	ab_aml_end(aml, crs);
	ab_aml_end(aml, dev);
	if (mouse == 0)
		return;

	dev = begin(aml, "MOUS", "PNP0F13");
	ab_aml_name(aml, "_CRS");
	crs = ab_aml_resources(aml);
	put_irq(aml, mouse, ab_dev_irq_flags(it->m, it->d));
	ab_aml_end(aml, crs);
	ab_aml_end(aml, dev);
}

static void put_pic(struct ab_aml *aml, const struct item *it)
{
	struct ab_aml_block dev, crs;

	dev = begin_one(aml, it);
	ab_aml_name(aml, "_CRS");
	crs = ab_aml_resources(aml);
	put_ports(aml, ab_dev_base(it->d), ab_dev_size(it->d));
	put_ports(aml, AB_PC_PIC2, AB_PC_PIC2_SIZE);
	ab_aml_end(aml, crs);
	ab_aml_end(aml, dev);
}

static void put_pit(struct ab_aml *aml, const struct item *it)
{
	struct ab_aml_block dev, crs;

	dev = begin_one(aml, it);
	ab_aml_name(aml, "_CRS");
	crs = ab_aml_resources(aml);
	put_ports(aml, ab_dev_base(it->d), ab_dev_size(it->d));
	ab_aml_res_irq_no_flags(aml, 1 << 0); /* ISA interrupt 0, which the MADT overrides */
	ab_aml_end(aml, crs);
	ab_aml_end(aml, dev);
}

#endif

static void put_power_button(struct ab_aml *aml)
{
	ab_aml_end(aml, begin(aml, "PWRB", "PNP0C0C"));
}

/* Method (_EVT, 1, Serialized): notify the device whose event it was. ACPI 5.6.9.3 */
static void put_evt(struct ab_aml *aml, uint32_t button)
{
	struct ab_aml_block evt, pressed;

	evt = ab_aml_method(aml, "_EVT", 1, true, 0);
	ab_aml_op(aml, AB_AML_STORE); /* Local0 = ESEL, which clears it */
	ab_aml_path(aml, "ESEL");
	ab_aml_local(aml, 0);
	pressed = ab_aml_if(aml); /* Local0 & button */
	ab_aml_op(aml, AB_AML_AND);
	ab_aml_local(aml, 0);
	ab_aml_int(aml, button);
	ab_aml_int(aml, 0);
	ab_aml_op(aml, AB_AML_NOTIFY);
	ab_aml_path(aml, "PWRB");
	ab_aml_int(aml, 0x80); /* pressed */
	ab_aml_end(aml, pressed);
	ab_aml_end(aml, evt);
}

static void put_ged(struct ab_aml *aml, const struct item *it)
{
	struct ab_aml_block dev, crs, field;

	put_power_button(aml);
	dev = begin_one(aml, it);
	ab_aml_name(aml, "_CRS");
	crs = ab_aml_resources(aml);
	/* ACPI 5.6.9.2 allows no short form */
	put_interrupt(aml, ab_dev_irq(it->d), ab_dev_irq_flags(it->m, it->d));
	ab_aml_end(aml, crs);
	ab_aml_region(aml, "EREG", AB_AML_SYSTEM_MEMORY);
	ab_aml_int(aml, it->d->base);
	ab_aml_int(aml, 4);
	field = ab_aml_field(aml, "EREG", AB_AML_DWORD_ACC | AB_AML_WRITE_AS_ZEROS);
	ab_aml_field_unit(aml, "ESEL", 32);
	ab_aml_end(aml, field);
	put_evt(aml, it->d->acpi_ged.power_button != 0 ? it->d->acpi_ged.power_button : 1);
	ab_aml_end(aml, dev);
}

/* Virtual Machine Generation ID: its address, and an event device that notifies of changes */
static void put_vmgenid(struct ab_aml *aml, const struct item *it)
{
	struct ab_aml_block dev, block;

	dev = begin_one(aml, it);
	ab_acpi_aml_id_(aml, "_CID", "VM_Gen_Counter");
	ab_acpi_aml_id_(aml, "_DDN", "VM_Gen_Counter");
	ab_aml_name(aml, "ADDR");
	block = ab_aml_package(aml);
	ab_aml_int(aml, it->d->base & 0xffffffff);
	ab_aml_int(aml, it->d->base >> 32);
	ab_aml_end(aml, block);
	ab_aml_end(aml, dev);
	if (ab_dev_irq(it->d) == 0)
		return;
	dev = begin(aml, "VMIE", "ACPI0013");
	ab_acpi_aml_int_(aml, "_UID", 1); /* GED, with the same _HID, has no _UID */
	ab_aml_name(aml, "_CRS");
	block = ab_aml_resources(aml);
	put_interrupt(aml, ab_dev_irq(it->d), ab_dev_irq_flags(it->m, it->d));
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
	struct ab_aml_block dev = begin(aml, "VMBS", "MSFT1000"), crs;

	ab_acpi_aml_id_(aml, "_CID", "VMBUS"); /* not well-formed as a _HID */
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
	const struct ab_dev *vmbus = ab_machine_dev(m, AB_DEV_VMBUS, 0), *w = NULL;
	struct ab_aml_block dev, crs;

	if (vmbus == NULL && ab_machine_dev(m, AB_DEV_WINDOW, 0) == NULL)
		return;
	dev = begin(aml, "VMOD", "ACPI0004");
	ab_acpi_aml_int_(aml, "_UID", 0);
	ab_aml_name(aml, "_CRS");
	crs = ab_aml_resources(aml);
	while ((w = ab_machine_next_(m, AB_DEV_WINDOW, w)) != NULL)
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

/* Absent kinds are described elsewhere: AB_DEV_VMBUS and AB_DEV_WINDOW in the module above,
 * AB_DEV_SMMUV3 in the IORT, AB_DEV_IOAPIC in the MADT, AB_DEV_ACPI_PM, AB_DEV_ACPI_SLEEP and
 * AB_DEV_ACPI_RESET in the FADT, AB_DEV_RTC_PL031 and AB_DEV_GPIO_PL061 only in a device tree. */
static const struct kind kinds[] = {
	/* function; name or letter; _HID */
	[AB_DEV_UART_16550] = { put_numbered, "U", "PNP0501" },
#ifndef AB_WITHOUT_X86_64
	[AB_DEV_I8042] = { put_i8042, "KBD", "PNP0303" },
	[AB_DEV_RTC_CMOS] = { put_one, "RTC", "PNP0B00" },
	[AB_DEV_PIC_8259] = { put_pic, "PIC", "PNP0000" },
	[AB_DEV_PIT_8254] = { put_pit, "TIMR", "PNP0100" },
	[AB_DEV_HPET] = { put_one, "HPET", "PNP0103" },
	[AB_DEV_PVPANIC] = { put_one, "PVPN", "QEMU0001" },
	[AB_DEV_PCI] = { put_pci, "PCI", "PNP0A03" }, /* no number has its "_" */
#endif
	[AB_DEV_VIRTIO_MMIO] = { put_virtio, "V", "LNRO0005" },
#ifndef AB_SMALL
	[AB_DEV_PCIE_ECAM] = { put_bridge, "P", "PNP0A08" },
#endif
	[AB_DEV_ACPI_GED] = { put_ged, "GED", "ACPI0013" },
	[AB_DEV_UART_PL011] = { put_numbered, "A", "ARMH0011" },
	[AB_DEV_UART_SBSA] = { put_numbered, "S", "ARMHB000" },
	/* each hypervisor has a _HID of its own */
	[AB_DEV_VMGENID] = { put_vmgenid, "VMID", "AEBT0001" },
};

void ab_acpi_dev_name_(char name[5], enum ab_dev_type type, uint32_t n)
{
	ab_acpi_place_name_(name, kinds[type].name[0], n);
}

void ab_acpi_aml_dev_(struct ab_aml *aml, const struct ab_machine *m, const struct ab_dev *d,
		      uint32_t n, bool numa)
{
	bool known = (size_t)d->type < sizeof(kinds) / sizeof(kinds[0]);

	if (known && kinds[d->type].put != NULL)
		kinds[d->type].put(aml, &(struct item){ m, d, n, numa, &kinds[d->type] });
}
