/* SPDX-License-Identifier: BSD-2-Clause */
/* Every way in which devices can contradict themselves, each other and the rest of a machine; and
 * what lies just beside each rejection. */
#include "machine_x86.h"
#include "machine/machine_priv.h"
#include "checked.h"

#define IN_MEMORY "must be in memory, at 0x10000 or above"
#define A_PORT "must be an I/O port, 0x1 to 0xffff"
#define NO_KIND "must be one of enum ab_dev_type"
#define NO_IRQ "must not be 0, as this kind has no usual interrupt"
#define NUMBER                                                                                     \
	"must differ from every other uid of this kind, where 0 stands for the device's place"

static const struct row device_rows[] = {
	{ "kind 0", ONE_DEV(.base = 0x3f8), BAD_DEV(0, NULL, "type", 0, NO_KIND) },
	{ "unknown kind", ONE_DEV(.type = (enum ab_dev_type)(AB_DEV_KINDS), .base = 0x3f8),
	  BAD_DEV(0, NULL, "type", AB_DEV_KINDS, NO_KIND) },
	{ "unknown interrupt flags",
	  ONE_DEV(UART, .base = 0x3f8, .irq_flags = (enum ab_irq_flags)5),
	  BAD_DEV(0, "uart-16550", "irq_flags", 5, "must be one of enum ab_irq_flags") },
	{ "no base", ONE_DEV(UART),
	  BAD_DEV(0, "uart-16550", "base", 0, "must not be 0, as this kind has no usual base") },
	{ "I/O APIC at a port", ONE_DEV(IOAPIC, .base = 0xf000),
	  BAD_DEV(0, "ioapic", "base", 0xf000, IN_MEMORY) },
	{ "HPET at a port", ONE_DEV(.type = AB_DEV_HPET, .base = 0xf000),
	  BAD_DEV(0, "hpet", "base", 0xf000, IN_MEMORY) },
	{ "virtio at a port", ONE_DEV(VIRTIO, .base = 0xf000, .irq = 5),
	  BAD_DEV(0, "virtio-mmio", "base", 0xf000, IN_MEMORY) },
	{ "ECAM at a port", ONE_DEV(ECAM, .base = 0xf000, .size = AB_MiB),
	  BAD_DEV(0, "pcie-ecam", "base", 0xf000, IN_MEMORY) },
	{ "GED at a port", ONE_DEV(.type = AB_DEV_ACPI_GED, .base = 0xf000, .irq = 5),
	  BAD_DEV(0, "acpi-ged", "base", 0xf000, IN_MEMORY) },
	{ "i8042 in memory", ONE_DEV(.type = AB_DEV_I8042, .base = 0x10000000),
	  BAD_DEV(0, "i8042", "base", 0x10000000, A_PORT) },
	{ "RTC in memory", ONE_DEV(.type = AB_DEV_RTC_CMOS, .base = 0x10000000),
	  BAD_DEV(0, "rtc-cmos", "base", 0x10000000, A_PORT) },
	{ "PIC in memory", ONE_DEV(.type = AB_DEV_PIC_8259, .base = 0x10000000),
	  BAD_DEV(0, "pic-8259", "base", 0x10000000, A_PORT) },
	{ "PIT in memory", ONE_DEV(.type = AB_DEV_PIT_8254, .base = 0x10000000),
	  BAD_DEV(0, "pit-8254", "base", 0x10000000, A_PORT) },
	{ "power management in memory", ONE_DEV(.type = AB_DEV_ACPI_PM, .base = 0x10000000),
	  BAD_DEV(0, "acpi-pm", "base", 0x10000000, A_PORT) },
	{ "pvpanic in memory", ONE_DEV(.type = AB_DEV_PVPANIC, .base = 0x10000000),
	  BAD_DEV(0, "pvpanic", "base", 0x10000000, A_PORT) },
	{ "ports beyond the last", ONE_DEV(UART, .base = 0xfff9),
	  BAD_DEV(0, "uart-16550", "base", 0xfff9, PORTS) },
	{ "more ports than there are", ONE_DEV(UART, .base = 0x3f8, .size = 0x10001),
	  BAD_DEV(0, "uart-16550", "size", 0x10001, PORTS) },
	{ "memory beyond 40 bits", ONE_DEV(UART, .base = AB_TiB - 4),
	  BAD_DEV(0, "uart-16550", "base", AB_TiB - 4, PHYS) },
	{ "memory that wraps", ONE_DEV(UART, .base = 0x10000000, .size = UINT64_MAX),
	  BAD_DEV(0, "uart-16550", "size", UINT64_MAX, PHYS) },
	{ "an ECAM beyond 36 bits",
	  { BASE, RAM_1M, .phys_bits = 36,
	    .devs = DEVS({ ECAM, .base = 0x4010000000, .size = 256 * AB_MiB }) },
	  BAD_DEV(0, "pcie-ecam", "base", 0x4010000000, PHYS) },
	{ "GED without an interrupt", ONE_DEV(.type = AB_DEV_ACPI_GED, .base = 0xd0000000),
	  BAD_DEV(0, "acpi-ged", "irq", 0, NO_IRQ) },
	{ "virtio without an interrupt", ONE_DEV(VIRTIO, .base = 0xd0000000),
	  BAD_DEV(0, "virtio-mmio", "irq", 0, NO_IRQ) },
	{ "I/O APIC with an interrupt of its own", ONE_DEV(IOAPIC, .base = 0xfec00000, .irq = 9),
	  BAD_DEV(0, "ioapic", "irq", 9,
		  "must be 0, as an I/O APIC's inputs begin at ioapic.gsi") },
	{ "I/O APIC above 4 GiB", ONE_DEV(IOAPIC, .base = 4 * AB_GiB),
	  BAD_DEV(0, "ioapic", "base", 4 * AB_GiB, "must be below 4 GiB") },
	{ "two I/O APICs of one id",
	  { BASE, RAM_1M,
	    .devs = DEVS({ IOAPIC, .base = 0xfec00000 },
			 { IOAPIC, .base = 0xfec10000, .ioapic.gsi = 24 }) },
	  BAD_DEV(1, "ioapic", "ioapic.apic_id", 0,
		  "must differ from that of every other I/O APIC") },
	{ "two I/O APICs with one range of interrupts",
	  { BASE, RAM_1M,
	    .devs = DEVS({ IOAPIC, .base = 0xfec00000, .ioapic.gsi = 24 },
			 { IOAPIC, .base = 0xfec10000, .ioapic.gsi = 24, .ioapic.apic_id = 1 }) },
	  BAD_DEV(1, "ioapic", "ioapic.gsi", 24, "must differ from that of every other I/O APIC") },
	{ "number given twice",
	  { BASE, RAM_1M,
	    .devs = DEVS({ VIRTIO, .base = 0xd0000000, .irq = 5, .uid = 9 },
			 { VIRTIO, .base = 0xd0001000, .irq = 6, .uid = 9 }) },
	  BAD_DEV(0, "virtio-mmio", "uid", 9, NUMBER) },
	{ "number that is another's place",
	  { BASE, RAM_1M,
	    .devs =
		DEVS({ UART, .base = 0x3f8, .irq = 4, .uid = 1 },
		     { VIRTIO, .base = 0xd0000000, .irq = 5 }, { UART, .base = 0x2f8, .irq = 3 }) },
	  BAD_DEV(0, "uart-16550", "uid", 1, NUMBER) },
	{ "one interrupt, edge and level",
	  { BASE, RAM_1M,
	    .devs =
		DEVS({ UART, .base = 0x3f8, .irq = 4 }, { VIRTIO, .base = 0xd0000000, .irq = 4 }) },
	  BAD_DEV(1, "virtio-mmio", "irq", 4, SHARED) },
	{ "mouse interrupt, edge and level",
	  { BASE, RAM_1M,
	    .devs = DEVS({ VIRTIO, .base = 0xd0000000, .irq = 12 }, { .type = AB_DEV_I8042 }) },
	  BAD_DEV(1, "i8042", "irq", 12, SHARED) },
	{ "PCI pin, low and high",
	  { BASE, RAM_1M,
	    .devs = DEVS({ VIRTIO, .base = 0xd0000000, .irq = 23 },
			 { ECAM, .base = 0xe0000000, .size = AB_MiB,
			   .pcie = { .intx = { 20, 21, 22, 23 } } }) },
	  BAD_DEV(1, "pcie-ecam", "pcie.intx", 23, SHARED) },
	{ "a PL011 on x86",
	  ONE_DEV(.type = AB_DEV_UART_PL011, .base = 0xd0000000, .irq = 5),
	  { AB_ERR_UNSUPPORTED, "machine.devs[].type", AB_DEV_UART_PL011,
	    "must be a kind that x86 has", .name = "uart-pl011" } },
	{ "interrupt 1023, edge and level",
	  { BASE, RAM_1M,
	    .devs = DEVS({ UART, .base = 0x3f8, .irq = 1023 },
			 { VIRTIO, .base = 0xd0000000, .irq = 1023 }) },
	  BAD_DEV(1, "virtio-mmio", "irq", 1023, SHARED) },
	{ "third number that is the second's place",
	  { BASE, RAM_1M,
	    .devs = DEVS({ VIRTIO, .base = 0xd0000000, .irq = 5 },
			 { VIRTIO, .base = 0xd0001000, .irq = 5 },
			 { VIRTIO, .base = 0xd0002000, .irq = 5, .uid = 1 }) },
	  BAD_DEV(2, "virtio-mmio", "uid", 1, NUMBER) },
	{ "second device of a kind that x86 has not",
	  { BASE, RAM_1M,
	    .devs = DEVS({ UART, .base = 0x3f8 }, { .type = AB_DEV_SMMUV3, .base = 0xd0000000 }) },
	  { AB_ERR_UNSUPPORTED, "machine.devs[].type", AB_DEV_SMMUV3, "must be a kind that x86 has",
	    .index = 1, .name = "smmu-v3" } },
	{ "device on an unknown node", ONE_DEV(UART, .base = 0x3f8, .node = 1),
	  BAD_DEV(0, "uart-16550", "node", 1,
		  "must be at most the highest node of RAM, CPUs and distances") },
};

#define BRIDGE(...) ONE_DEV(ECAM, .base = 0xe0000000, .size = 16 * AB_MiB, .pcie = { __VA_ARGS__ })

static const struct row pcie_rows[] = {
	{ "ECAM of size 0", ONE_DEV(ECAM, .base = 0xe0000000),
	  BAD_DEV(0, "pcie-ecam", "size", 0, "must not be 0, as this kind has no usual size") },
	{ "ECAM of half a bus", ONE_DEV(ECAM, .base = 0xe0000000, .size = AB_MiB / 2),
	  BAD_DEV(0, "pcie-ecam", "size", AB_MiB / 2,
		  "must be 1 MiB for each bus, at most 256 MiB") },
	{ "ECAM of 257 buses", ONE_DEV(ECAM, .base = 0xe0000000, .size = 257 * AB_MiB),
	  BAD_DEV(0, "pcie-ecam", "size", 257 * AB_MiB,
		  "must be 1 MiB for each bus, at most 256 MiB") },
	{ "ECAM base within a bus", ONE_DEV(ECAM, .base = 0xe0080000, .size = AB_MiB),
	  BAD_DEV(0, "pcie-ecam", "base", 0xe0080000, "must be a multiple of 1 MiB") },
	{ "buses beyond 255", BRIDGE(.bus = 241),
	  BAD_DEV(0, "pcie-ecam", "pcie.bus", 241, "bus + size / 1 MiB must be at most 256") },
	{ "bus 0 would lie below 0",
	  ONE_DEV(ECAM, .base = 2 * AB_MiB, .size = AB_MiB, .pcie = { .bus = 3 }),
	  BAD_DEV(
	      0, "pcie-ecam", "base", 2 * AB_MiB,
	      "must be at least pcie.bus times 1 MiB, as the MCFG gives the address of bus 0") },
	{ "32-bit window beyond 4 GiB", BRIDGE(.mmio32 = { 0xfff00000, 2 * AB_MiB }),
	  BAD_DEV(0, "pcie-ecam", "pcie.mmio32.base", 0xfff00000,
		  "base + size must be at most 4 GiB") },
	{ "port window beyond 64 KiB", BRIDGE(.pio = { 0x1000, 0xf001 }),
	  BAD_DEV(0, "pcie-ecam", "pcie.pio.base", 0x1000, PORTS) },
	{ "one port beyond the last", BRIDGE(.pio = { 0x10000, 1 }),
	  BAD_DEV(0, "pcie-ecam", "pcie.pio.base", 0x10000, PORTS) },
	{ "one byte beyond 4 GiB", BRIDGE(.mmio32 = { 4 * AB_GiB, 1 }),
	  BAD_DEV(0, "pcie-ecam", "pcie.mmio32.base", 4 * AB_GiB,
		  "base + size must be at most 4 GiB") },
	{ "64-bit window beyond 40 bits", BRIDGE(.mmio64 = { AB_TiB - AB_GiB, 2 * AB_GiB }),
	  BAD_DEV(0, "pcie-ecam", "pcie.mmio64.base", AB_TiB - AB_GiB, PHYS) },
	{ "64-bit window that wraps", BRIDGE(.mmio64 = { AB_GiB, UINT64_MAX }),
	  BAD_DEV(0, "pcie-ecam", "pcie.mmio64.base", AB_GiB, PHYS) },
	{ "buses twice in one segment",
	  { BASE, RAM_1M,
	    .devs = DEVS({ ECAM, .base = 0xe0000000, .size = 16 * AB_MiB },
			 { ECAM, .base = 0xd0000000, .size = AB_MiB, .pcie = { .bus = 15 } }) },
	  { AB_ERR_OVERLAP, "machine.devs[].pcie.bus", 15, "machine.devs[].pcie.bus", 1,
	    "pcie-ecam", 0, "pcie-ecam", 0 } },
};

/* Claims, told by the later one in the list, with the earlier as the other party. */
static const struct row overlap_rows[] = {
	{ "two UARTs",
	  { BASE, RAM_1M,
	    .devs = DEVS({ UART, .base = 0x3f8, .irq = 4 }, { UART, .base = 0x3ff, .irq = 3 }) },
	  { AB_ERR_OVERLAP, "machine.devs[].base", 0x3ff, "machine.devs[]", 1, "uart-16550", 0,
	    "uart-16550", 0x3f8 } },
	{ "the second of two neighbours, ascending",
	  { BASE, RAM_1M,
	    .devs = DEVS({ UART, .base = 0x3f8 }, { UART, .base = 0x400 },
			 { .type = AB_DEV_PVPANIC, .base = 0x404 }) },
	  { AB_ERR_OVERLAP, "machine.devs[].base", 0x404, "machine.devs[]", 2, "pvpanic", 1,
	    "uart-16550", 0x400 } },
	{ "the second of two neighbours, descending",
	  { BASE, RAM_1M,
	    .devs = DEVS({ UART, .base = 0x400 }, { UART, .base = 0x3f8 },
			 { .type = AB_DEV_PVPANIC, .base = 0x3fa }) },
	  { AB_ERR_OVERLAP, "machine.devs[].base", 0x3fa, "machine.devs[]", 2, "pvpanic", 1,
	    "uart-16550", 0x3f8 } },
	{ "first and third",
	  { BASE, RAM_1M,
	    .devs = DEVS({ VIRTIO, .base = 0xd0000000, .irq = 5 },
			 { VIRTIO, .base = 0xd0001000, .irq = 5 },
			 { .type = AB_DEV_HPET, .base = 0xd00001ff }) },
	  { AB_ERR_OVERLAP, "machine.devs[].base", 0xd00001ff, "machine.devs[]", 2, "hpet", 0,
	    "virtio-mmio", 0xd0000000 } },
	{ "second PIC's first port",
	  { BASE, RAM_1M,
	    .devs = DEVS({ .type = AB_DEV_PIC_8259 }, { .type = AB_DEV_PVPANIC, .base = 0xa0 }) },
	  { AB_ERR_OVERLAP, "machine.devs[].base", 0xa0, "machine.devs[]", 1, "pvpanic", 0,
	    "pic-8259", 0xa0 } },
	{ "second PIC's ports",
	  { BASE, RAM_1M,
	    .devs = DEVS({ .type = AB_DEV_PIC_8259 }, { .type = AB_DEV_PVPANIC, .base = 0xa1 }) },
	  { AB_ERR_OVERLAP, "machine.devs[].base", 0xa1, "machine.devs[]", 1, "pvpanic", 0,
	    "pic-8259", 0xa0 } },
	{ "ports between what i8042 uses",
	  { BASE, RAM_1M,
	    .devs = DEVS({ .type = AB_DEV_PVPANIC, .base = 0x64 }, { .type = AB_DEV_I8042 }) },
	  { AB_ERR_OVERLAP, "machine.devs[].base", 0x60, "machine.devs[]", 1, "i8042", 0, "pvpanic",
	    0x64 } },
	{ "a UART in the bridge's ports",
	  { BASE, RAM_1M,
	    .devs = DEVS(
		{ ECAM, .base = 0xe0000000, .size = AB_MiB, .pcie = { .pio = { 0x300, 0xfd00 } } },
		{ UART, .base = 0x3f8, .irq = 4 }) },
	  { AB_ERR_OVERLAP, "machine.devs[].base", 0x3f8, "machine.devs[].pcie.pio", 1,
	    "uart-16550", 0, "pcie-ecam", 0x300 } },
	{ "a window over its own ECAM",
	  BRIDGE(.mmio32 = { 0xe0f00000, AB_MiB }),
	  { AB_ERR_OVERLAP, "machine.devs[].pcie.mmio32.base", 0xe0f00000, "machine.devs[]", 0,
	    "pcie-ecam", 0, "pcie-ecam", 0xe0000000 } },
	{ "one window over the other",
	  BRIDGE(.mmio32 = { 0xd0000000, AB_MiB }, .mmio64 = { 0xd00ff000, 0x2000 }),
	  { AB_ERR_OVERLAP, "machine.devs[].pcie.mmio64.base", 0xd00ff000,
	    "machine.devs[].pcie.mmio32", 0, "pcie-ecam", 0, "pcie-ecam", 0xd0000000 } },
	{ "a device in the 64-bit window",
	  { BASE, RAM_1M,
	    .devs = DEVS({ VIRTIO, .base = 0x800000000, .irq = 5 },
			 { ECAM, .base = 0xe0000000, .size = AB_MiB,
			   .pcie = { .mmio64 = { 0x7ffffff000, 0 } } },
			 { ECAM, .base = 0xf0000000, .size = AB_MiB,
			   .pcie = { .segment = 1, .mmio64 = { 0x7ff000000, 0x1000200 } } }) },
	  { AB_ERR_OVERLAP, "machine.devs[].pcie.mmio64.base", 0x7ff000000, "machine.devs[]", 2,
	    "pcie-ecam", 0, "virtio-mmio", 0x800000000 } },
	{ "a device in RAM",
	  { BASE, RAM_HOLE, .devs = DEVS({ VIRTIO, .base = 3 * AB_GiB - 1, .irq = 5 }) },
	  { AB_ERR_OVERLAP, "machine.devs[].base", 3 * AB_GiB - 1, "machine.ram[]", 0,
	    "virtio-mmio", 0, NULL, 0 } },
	{ "a window over RAM above 4 GiB",
	  { BASE, RAM_HOLE,
	    .devs = DEVS({ ECAM, .base = 0xe0000000, .size = AB_MiB,
			   .pcie = { .mmio64 = { 5 * AB_GiB - 1, 2 } } }) },
	  { AB_ERR_OVERLAP, "machine.devs[].pcie.mmio64.base", 5 * AB_GiB - 1, "machine.ram[]", 0,
	    "pcie-ecam", 1, NULL, 4 * AB_GiB } },
	{ "a device on the local APIC",
	  ONE_DEV(VIRTIO, .base = 0xfee00fff, .irq = 5),
	  { AB_ERR_OVERLAP, "machine.devs[].base", 0xfee00fff, "local APIC", 0, "virtio-mmio", 0,
	    NULL, 0xfee00000 } },
	{ "a window over the local APIC",
	  BRIDGE(.mmio32 = { 0xfee00000, 0x1000 }),
	  { AB_ERR_OVERLAP, "machine.devs[].pcie.mmio32.base", 0xfee00000, "local APIC", 0,
	    "pcie-ecam", 0, NULL, 0xfee00000 } },
	{ "a device on the usual I/O APIC",
	  ONE_DEV(VIRTIO, .base = 0xfec00fff, .irq = 5),
	  { AB_ERR_OVERLAP, "machine.devs[].base", 0xfec00fff, "I/O APIC", 0, "virtio-mmio", 0,
	    NULL, 0xfec00000 } },
	{ "a device on a listed I/O APIC",
	  { BASE, RAM_1M,
	    .devs =
		DEVS({ IOAPIC, .base = 0xfec10000 }, { VIRTIO, .base = 0xfec10fff, .irq = 5 }) },
	  { AB_ERR_OVERLAP, "machine.devs[].base", 0xfec10fff, "machine.devs[]", 1, "virtio-mmio",
	    0, "ioapic", 0xfec10000 } },
};

static void test_bad_devices(void **state)
{
	(void)state;
	judge_bad(device_rows, COUNT(device_rows));
}

static void test_bad_bridges(void **state)
{
	(void)state;
	judge_bad(pcie_rows, COUNT(pcie_rows));
}

static void test_overlaps(void **state)
{
	(void)state;
	judge_bad(overlap_rows, COUNT(overlap_rows));
}

/* Each kind of which there may be one only, twice at places that would do. */
static void test_singles(void **state)
{
	static const struct {
		enum ab_dev_type type;
		uint64_t base[2];
	} rows[] = {
		{ AB_DEV_I8042, { 0, 0x160 } },
		{ AB_DEV_RTC_CMOS, { 0, 0x170 } },
		{ AB_DEV_PIC_8259, { 0, 0x120 } },
		{ AB_DEV_PIT_8254, { 0, 0x140 } },
		{ AB_DEV_HPET, { 0xd0000000, 0xd0001000 } },
		{ AB_DEV_ACPI_PM, { 0x600, 0x700 } },
		{ AB_DEV_ACPI_GED, { 0xd0000000, 0xd0001000 } },
		{ AB_DEV_ACPI_SLEEP, { 0x600, 0x700 } },
		{ AB_DEV_ACPI_RESET, { 0x600, 0x700 } },
		{ AB_DEV_PVPANIC, { 0x505, 0x506 } },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const struct ab_dev devs[] = {
			{ rows[i].type, .base = rows[i].base[0], .irq = 5 },
			{ rows[i].type, .base = rows[i].base[1], .irq = 5 },
		};
		struct ab_machine m = { BASE, RAM_1M, .devs = { devs, 1 } };
		struct ab_error want = {
			AB_ERR_ARG,   "machine.devs[].type",
			rows[i].type, "must be unique, as a machine has at most one of this kind",
			.index = 1,   .name = ab_dev_name(rows[i].type)
		};
		struct ab_error why;

		assert_ok(check_machine(&m, NULL, &why), &why, ab_dev_name(rows[i].type));
		m.devs.n = 2;
		assert_whole_error(check_machine(&m, NULL, &why), &why, &want,
				   ab_dev_name(rows[i].type));
	}
}

/* What lies just beside each rejection is right. */
static const struct row good_rows[] = {
	{ "smallest", { BASE, RAM_1M }, { 0 } },
	{ "32 bits", { BASE, .phys_bits = 32, .ram = RAM({ 0, 0xfec00000, 0 }) }, { 0 } },
	{ "52 bits",
	  { BASE, .phys_bits = 52,
	    .ram = RAM({ 0, AB_MiB, 0 }, { (UINT64_C(1) << 52) - 4096, 4096, 0 }) },
	  { 0 } },
	{ "RAM beside the APICs",
	  { BASE, .ram = RAM({ 0, 0xfec00000, 0 }, { 0xfec01000, 0x1ff000, 0 },
			     { 0xfee01000, 0x11ff000, 0 }) },
	  { 0 } },
	{ "RAM where a listed I/O APIC is not",
	  { BASE, .ram = RAM({ 0, 0xfee00000, 0 }),
	    .devs = DEVS({ IOAPIC, .base = 0x100000000 - 0x1000 }) },
	  { 0 } },
	{ "adjacent RAM ranges",
	  { BASE, .ram = RAM({ 0, AB_MiB, 0 }, { AB_MiB, 4096, 0 }) },
	  { 0 } },
	{ "65536 CPUs", { .arch = AB_ARCH_X86_64, .n_cpus = 65536, RAM_1M }, { 0 } },
	{ "31 bits of APIC id",
	  { TWO_CPUS, .topology = { .threads = 32768, .cores = 65536, .dies = 1 } },
	  { 0 } },
	{ "highest APIC id", { TWO_CPUS, .cpus = CPUS({ 0xfffffffe, 0 }, { 0, 1023 }) }, { 0 } },
	{ "MP table for 255 CPUs",
	  { .arch = AB_ARCH_X86_64, .n_cpus = 255, RAM_1M, .tables = AB_TABLES_MP },
	  { 0 } },
	{ "ACPI and none for any id",
	  { TWO_CPUS, .tables = AB_TABLES_NONE, .cpus = CPUS({ .id = 255 }, { .id = 0 }) },
	  { 0 } },
	{ "node 1023",
	  { BASE, .ram = RAM({ 0, AB_MiB, 1023 }),
	    .devs = DEVS({ UART, .base = 0x3f8, .irq = 4, .node = 1023 }) },
	  { 0 } },
	{ "distances whose nodes have digits alike",
	  { BASE, RAM_1M, .distances = DISTANCES({ 1, 0, 20 }, { 0, 1000, 20 }) },
	  { 0 } },
	{ "distances",
	  { BASE, RAM_1M, .distances = DISTANCES({ 0, 0, 10 }, { 0, 1, 11 }, { 1, 0, 255 }) },
	  { 0 } },
	{ "OEM ids of every length",
	  { BASE, RAM_1M, .acpi.oem_id = " ", .acpi.oem_table_id = "~" },
	  { 0 } },
	{ "triggers of every kind",
	  { BASE, RAM_1M,
	    .devs = DEVS({ UART, .base = 0x3f8, .irq = 4, .irq_flags = AB_IRQ_EDGE_LOW },
			 { UART, .base = 0x2f8, .irq = 3, .irq_flags = AB_IRQ_LEVEL_LOW },
			 { ECAM, .base = 0xe0000000, .size = AB_MiB, .irq_flags = AB_IRQ_EDGE_HIGH,
			   .pcie = { .intx = { 16, 17, 18, 19 } } }) },
	  { 0 } },
	{ "registers of any size, anywhere", /* arm64 alone asks for pages */
	  { BASE, RAM_1M,
	    .devs = DEVS({ VIRTIO, .base = 0xd0000001, .size = 0x100, .irq = 5 },
			 { .type = AB_DEV_VMGENID, .base = 0xd0000800, .size = 16 }) },
	  { 0 } },
	{ "longest OEM ids",
	  { BASE, RAM_1M, .acpi.oem_id = "123456", .acpi.oem_table_id = "12345678" },
	  { 0 } },
	{ "last port, last byte",
	  { BASE, RAM_1M, .devs = DEVS({ UART, .base = 0xfff8 }, { UART, .base = AB_TiB - 8 }) },
	  { 0 } },
	{ "256 buses",
	  ONE_DEV(ECAM, .base = 0xe0000000, .size = 256 * AB_MiB,
		  .pcie = { .mmio32 = { 0xf0000000, 0xec00000 },
			    .mmio64 = { AB_TiB - AB_GiB, AB_GiB },
			    .pio = { 0x1000, 0xf000 } }),
	  { 0 } },
	{ "last bus",
	  ONE_DEV(ECAM, .base = 255 * AB_MiB, .size = AB_MiB, .pcie = { .bus = 255 }),
	  { 0 } },
	{ "the same buses of two segments",
	  { BASE, RAM_1M,
	    .devs = DEVS({ ECAM, .base = 0xe0000000, .size = AB_MiB },
			 { ECAM, .base = 0xd0000000, .size = AB_MiB, .pcie = { .segment = 1 } },
			 { ECAM, .base = 0xd0100000, .size = AB_MiB, .pcie = { .bus = 1 } }) },
	  { 0 } },
	{ "neighbours in both address spaces",
	  { BASE, RAM_1M,
	    .devs = DEVS({ UART, .base = 0x3f8, .irq = 4 }, { UART, .base = 0x3f0, .irq = 3 },
			 { UART, .base = 0x400, .irq = 4 }, { .type = AB_DEV_PIC_8259 },
			 { .type = AB_DEV_PVPANIC, .base = 0x9f },
			 { VIRTIO, .base = 0xd0000200, .irq = 5 },
			 { VIRTIO, .base = 0xd0000000, .irq = 5 },
			 { VIRTIO, .base = 0xd0000400, .irq = 5 }) },
	  { 0 } },
	{ "numbers of their own",
	  { BASE, RAM_1M,
	    .devs = DEVS({ VIRTIO, .base = 0xd0000000, .irq = 5, .uid = 1 },
			 { VIRTIO, .base = 0xd0001000, .irq = 5, .uid = 2 },
			 { UART, .base = 0x3f8, .irq = 4, .uid = 2 },
			 { IOAPIC, .base = 0xfec00000, .ioapic.apic_id = 255 },
			 { IOAPIC, .base = 0xfec10000, .ioapic.gsi = 24 }) },
	  { 0 } },
	{ "shared interrupts",
	  { BASE, RAM_1M,
	    .devs =
		DEVS({ IOAPIC, .base = 0xfec00000, .ioapic.gsi = 4 },
		     { VIRTIO, .base = 0xd0000000, .irq = 4, .irq_flags = AB_IRQ_EDGE_HIGH },
		     { UART, .base = 0x3f8, .irq = 4 }, { VIRTIO, .base = 0xd0001000, .irq = 1024 },
		     { UART, .base = 0x2f8, .irq = 1024 }, { .type = AB_DEV_I8042 },
		     { ECAM, .base = 0xe0000000, .size = AB_MiB,
		       .pcie = { .intx = { 16, 16, 17, 17 } } }) },
	  { 0 } },
	{ "every other kind",
	  { BASE, RAM_1M,
	    .devs = DEVS({ A_GED }, { .type = AB_DEV_ACPI_SLEEP, .base = 0xd0000004 },
			 { .type = AB_DEV_ACPI_RESET, .base = 0x600 }, { .type = AB_DEV_PIT_8254 },
			 { .type = AB_DEV_RTC_CMOS }, { .type = AB_DEV_ACPI_PM, .base = 0x610 },
			 { .type = AB_DEV_HPET, .base = 0xfed00000 }) },
	  { 0 } },
};

static void test_good_machines(void **state)
{
	(void)state;
	judge_good(good_rows, COUNT(good_rows));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_bad_devices),   cmocka_unit_test(test_bad_bridges),
		cmocka_unit_test(test_overlaps),      cmocka_unit_test(test_singles),
		cmocka_unit_test(test_good_machines),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
