/* SPDX-License-Identifier: BSD-2-Clause */
/* The named machines that golden files are kept of. */
#include "machines.h"

#include <aetherboot/aml.h>

#include <string.h>

/* One CPU, RAM, and not one device. */
static const struct ab_machine minimal = {
	.arch = AB_ARCH_X86_64,
	.n_cpus = 1,
	.ram = AB_LIST(struct ab_ram, { .size = 64 * AB_MiB }),
};

/* Hardware-reduced: virtio-mmio, generic events, one host bridge without INTx. */
static const struct ab_machine microvm = {
	.arch = AB_ARCH_X86_64,
	.n_cpus = 4,
	.ram = AB_LIST(struct ab_ram, { .size = 512 * AB_MiB }),
	.devs = AB_LIST(struct ab_dev, { AB_DEV_UART_16550, .base = 0x3f8, .irq = 4 },
			{ AB_DEV_ACPI_GED, .base = 0xfe000000, .irq = 9 },
			{ AB_DEV_ACPI_SLEEP, .base = 0xfe001000 },
			{ AB_DEV_ACPI_RESET, .base = 0xfe001002, .reset.value = 0x42 },
			{ AB_DEV_VIRTIO_MMIO, .base = 0xfe002000, .irq = 5 },
			{ AB_DEV_VIRTIO_MMIO, .base = 0xfe002200, .irq = 16 },
			{ AB_DEV_PCIE_ECAM, .base = 0xe0000000, .size = AB_MiB,
			  .pcie = { .mmio32 = { 0xc0000000, 256 * AB_MiB } } },
			{ AB_DEV_PVPANIC, .base = 0x505 }),
};

/* A PC with all that a chipset of old has, RAM around the hole below 4 GiB, INTx. */
static const struct ab_machine pc = {
	.arch = AB_ARCH_X86_64,
	.n_cpus = 4,
	.topology = { .threads = 2 },
	.ram = AB_LIST(struct ab_ram, { .size = 2 * AB_GiB },
		       { .base = 4 * AB_GiB, .size = 2 * AB_GiB }),
	.devs = AB_LIST(
	    struct ab_dev, { AB_DEV_IOAPIC, .base = 0xfec00000, .ioapic.apic_id = 4 },
	    { .type = AB_DEV_PIC_8259 }, { .type = AB_DEV_PIT_8254 }, { .type = AB_DEV_RTC_CMOS },
	    { .type = AB_DEV_I8042 }, { AB_DEV_HPET, .base = 0xfed00000, .hpet.caps = 0x8086a201 },
	    { AB_DEV_UART_16550, .base = 0x3f8, .irq = 4 },
	    { AB_DEV_UART_16550, .base = 0x2f8, .irq = 3 }, { AB_DEV_ACPI_PM, .base = 0x600 },
	    { AB_DEV_ACPI_RESET, .base = 0xcf9, .reset.value = 0x0f },
	    { AB_DEV_PVPANIC, .base = 0x505 },
	    { AB_DEV_PCIE_ECAM, .base = 0xb0000000, .size = 256 * AB_MiB,
	      .pcie = { .intx = { 16, 17, 18, 19 },
			.pio = { 0x1000, 0xf000 },
			.mmio32 = { 0xc0000000, 0x3ec00000 },
			.mmio64 = { 256 * AB_GiB, 256 * AB_GiB } } }),
};

/* More CPUs than an 8-bit APIC id numbers, four nodes, RAM of a node in two ranges. */
static const struct ab_machine numa300 = {
	.arch = AB_ARCH_X86_64,
	.n_cpus = 300,
	.phys_bits = 46,
	.topology = { .threads = 2, .cores = 38 },
	.ram = AB_LIST(struct ab_ram, { .size = 3 * AB_GiB },
		       { .base = 4 * AB_GiB, .size = 61 * AB_GiB },
		       { .base = 65 * AB_GiB, .size = 64 * AB_GiB, .node = 1 },
		       { .base = 129 * AB_GiB, .size = 64 * AB_GiB, .node = 2 },
		       { .base = 193 * AB_GiB, .size = 64 * AB_GiB, .node = 3 }),
	.devs =
	    AB_LIST(struct ab_dev, { AB_DEV_UART_16550, .base = 0x3f8, .irq = 4 },
		    { AB_DEV_IOAPIC, .base = 0xfec00000 },
		    { AB_DEV_IOAPIC, .base = 0xfec01000, .ioapic.gsi = 24, .ioapic.apic_id = 1 },
		    { AB_DEV_VIRTIO_MMIO, .base = 0xd0000000, .irq = 24, .node = 3 },
		    { AB_DEV_ACPI_GED, .base = 0xd0001000, .irq = 25 }),
	.distances = AB_LIST(struct ab_distance, { 0, 3, 31 }, { 3, 0, 31 }, { 1, 2, 255 }),
};

/* Two PCI segments, one wholly above 4 GiB and in another node; CPUs with ids of their own. */
static const struct ab_machine segments = {
	.arch = AB_ARCH_X86_64,
	.n_cpus = 3,
	.cpus = AB_LIST(struct ab_cpu, { .id = 2 }, { .id = 0x100, .node = 1 }, { .id = 254 }),
	.ram = AB_LIST(struct ab_ram, { .size = AB_GiB },
		       { .base = 4 * AB_GiB, .size = AB_GiB, .node = 1 }),
	.devs = AB_LIST(
	    struct ab_dev, { AB_DEV_UART_16550, .base = 0xfe000000, .irq = 20, .uid = 7 },
	    { AB_DEV_PCIE_ECAM, .base = 0xe0000000, .size = 16 * AB_MiB,
	      .pcie = { .intx = { 10, 11, 10, 11 }, .mmio32 = { 0x80000000, AB_GiB } } },
	    { AB_DEV_PCIE_ECAM, .base = 64 * AB_GiB + 32 * AB_MiB, .size = 32 * AB_MiB, .node = 1,
	      .pcie = { .segment = 1,
			.bus = 0x20,
			.pio = { 0x8000, 0x1000 },
			.mmio64 = { 128 * AB_GiB, 64 * AB_GiB } } }),
};

/* CPUs and memory that come later, VGA, fixed hardware of QEMU's kind. */
static const struct ab_machine hotplug = {
	.arch = AB_ARCH_X86_64,
	.n_cpus = 4,
	.n_cpus_later = 2,
	.ram = AB_LIST(struct ab_ram, { .size = AB_GiB }),
	.devs = AB_LIST(struct ab_dev, { AB_DEV_UART_16550, .base = 0x3f8, .irq = 4 },
			{ .type = AB_DEV_VGA },
			{ AB_DEV_ACPI_PM, .base = 0x600, .acpi_pm.s5 = AB_SLP_TYP_0 },
			{ AB_DEV_HOTPLUG_RAM, .base = 4 * AB_GiB, .size = 16 * AB_GiB }),
};

/* An older PC: a host bridge by ports alone, its slots with interrupts of their own, windows around
 * the ports of other devices; AMD's hole; and what a disk of the VMM's own uses. */
static const struct ab_machine ports = {
	.arch = AB_ARCH_X86_64,
	.n_cpus = 1,
	.ram = AB_LIST(struct ab_ram, { .size = AB_GiB }),
	.devs = AB_LIST(
	    struct ab_dev, { .type = AB_DEV_PIC_8259 }, { .type = AB_DEV_PIT_8254 },
	    { .type = AB_DEV_RTC_CMOS, .irq = AB_IRQ_NONE },
	    { AB_DEV_UART_16550, .base = 0x3f8, .irq = 4 }, { AB_DEV_ACPI_PM, .base = 0x600 },
	    { AB_DEV_ACPI_RESET, .base = 0xcf9, .reset.value = 0x06 },
	    { .type = AB_DEV_PCI,
	      .pcie = { .intx = { 16, 17, 18, 19 },
			.routes =
			    AB_LIST(struct ab_pci_route, { 1, 0, 10 }, { 1, 1, 0 }, { 31, 3, 23 }),
			.pio = { 0x1000, 0xf000 },
			.mmio32 = { 0xc0000000, 0x10000000 },
			.more_pio = AB_LIST(struct ab_range, { 0x100, 0x2f8 }, { 0xd00, 0x300 }),
			.more_mmio = AB_LIST(struct ab_range, { 0xd0000000, 0x1000000 },
					     { 512 * AB_GiB, 128 * AB_GiB }) } },
	    { AB_DEV_PCIE_ECAM, .base = 0xe0000000, .size = 16 * AB_MiB,
	      .pcie = { .bus = 0x80, .routes = AB_LIST(struct ab_pci_route, { 0, 0, 23 }) } },
	    { AB_DEV_RESERVED, .base = 0xfd00000000, .size = 12 * AB_GiB },
	    { AB_DEV_OTHER, .base = 0xfe000000, .size = 0x1000, .irq = 8,
	      .irq_flags = AB_IRQ_LEVEL_HIGH },
	    { AB_DEV_OTHER, .base = 0x500, .size = 4 }),
};

/* What a VMM appends to the DSDT. */
static void own_aml(struct ab_aml *aml, void *ctx)
{
	struct ab_aml_block dev, method;

	dev = ab_aml_device(aml, "VGEN");
	ab_aml_name(aml, "_HID");
	ab_aml_string(aml, ctx);
	ab_aml_name(aml, "_CID");
	ab_aml_string(aml, "VM_Gen_Counter");
	ab_aml_name(aml, "_DDN");
	ab_aml_string(aml, "VM_Gen_Counter");
	method = ab_aml_method(aml, "_STA", 0, false, 0);
	ab_aml_op(aml, AB_AML_RETURN);
	ab_aml_int(aml, 0xf);
	ab_aml_end(aml, method);
	ab_aml_end(aml, dev);
}

/* Two SSDTs and a table of data, whole: ids "ACME", checksums right. */
static const uint8_t ssdt1[] = {
	'S',  'S',  'D', 'T', 44,  0,   0,    0,    2,   0x05, 'A', 'C',
	'M',  'E',  0,   0,   'E', 'X', 'T',  'R',  'A', 0,    0,   0,
	1,    0,    0,   0,   'A', 'E', 'B',  'T',  1,   0,    0,   0, /* header */
	0x08, '\\', 'X', 'T', 'R', 'A', 0x0a, 0x2a, /* Name (\XTRA, 0x2A) */
};
static const uint8_t ssdt2[] = {
	'S',  'S',  'D', 'T', 47,  0,   0,    0,   2,   0xac, 'A', 'C',
	'M',  'E',  0,   0,   'E', 'X', 'T',  'R', 'A', '2',  0,   0,
	1,    0,    0,   0,   'A', 'E', 'B',  'T', 1,   0,    0,   0, /* header */
	0x08, '\\', 'X', 'T', 'R', '2', 0x0d, 't', 'w', 'o',  0, /* Name (\XTR2, "two") */
};
static const uint8_t uefi[] = {
	'U', 'E', 'F', 'I', 54, 0, 0, 0, 1, 0x3a, 'A', 'C', 'M', 'E', 0,  0,  'N', 'V',
	'R', 'A', 'M', 0,   0,  0, 1, 0, 0, 0,    'A', 'E', 'B', 'T', 1,  0,  0,   0, /* header */
	0,   1,   2,   3,   4,  5, 6, 7, 8, 9,    10,  11,  12,  13,  14, 15, /* identifier */
	54,  0, /* data offset: no data */
};

static const struct ab_machine extras = {
	.arch = AB_ARCH_X86_64,
	.n_cpus = 2,
	.ram = AB_LIST(struct ab_ram, { .size = 256 * AB_MiB }),
	.devs =
	    AB_LIST(struct ab_dev, { AB_DEV_UART_16550, .base = 0x2f8, .irq = 3 },
		    { AB_DEV_ACPI_PM, .base = 0x1000, .irq = 11, .irq_flags = AB_IRQ_LEVEL_LOW },
		    { AB_DEV_ACPI_GED, .base = 0xfe000000, .irq = 17 },
		    { AB_DEV_FRAMEBUFFER, .base = 0xd0000000, .size = 4 * AB_MiB,
		      .framebuffer = { 1024, 768, .stride = 4096 } }),
	.acpi = { .dsdt = own_aml,
		  .ctx = "ACME0001",
		  .tables = AB_LIST(struct ab_bytes, { ssdt1, sizeof(ssdt1) },
				    { uefi, sizeof(uefi) }, { ssdt2, sizeof(ssdt2) }) },
	.acpi.oem_id = "ACME",
	.acpi.oem_table_id = "ROCKET",
};

const struct golden_machine golden_machines[] = {
	{ "minimal", &minimal }, { "microvm", &microvm },   { "pc", &pc },
	{ "numa300", &numa300 }, { "segments", &segments }, { "extras", &extras },
	{ "hotplug", &hotplug }, { "ports", &ports },
};

const size_t golden_machines_n = sizeof(golden_machines) / sizeof(golden_machines[0]);

const struct ab_machine *golden_machine(const char *name)
{
	for (size_t i = 0; i < golden_machines_n; i++)
		if (strcmp(golden_machines[i].name, name) == 0)
			return golden_machines[i].machine;
	return NULL;
}
