/* SPDX-License-Identifier: BSD-2-Clause */
/* A machine: what it stands for, and every way in which it can contradict itself. */
#include "unit.h"

#include <aetherboot/machine.h>

#define DEVS(...) AB_LIST(struct ab_dev, __VA_ARGS__)
#define RAM(...) AB_LIST(struct ab_ram, __VA_ARGS__)
#define CPUS(...) AB_LIST(struct ab_cpu, __VA_ARGS__)
#define DISTANCES(...) AB_LIST(struct ab_distance, __VA_ARGS__)

/* The smallest machine that is right; rows below change one thing. */
#define BASE .arch = AB_ARCH_X86_64, .n_cpus = 1
#define RAM_1M .ram = RAM({ .base = 0, .size = AB_MiB })
#define RAM_HOLE                                                                                   \
	.ram = RAM({ .base = 0, .size = 3 * AB_GiB }, { .base = 4 * AB_GiB, .size = AB_GiB })
#define ONE_DEV(...)                                                                               \
	{                                                                                          \
		BASE, RAM_1M, .devs = DEVS({ __VA_ARGS__ })                                        \
	}
#define TWO_CPUS .arch = AB_ARCH_X86_64, .n_cpus = 2, RAM_1M

#define UART .type = AB_DEV_UART_16550
#define ECAM .type = AB_DEV_PCIE_ECAM
#define VIRTIO .type = AB_DEV_VIRTIO_MMIO
#define IOAPIC .type = AB_DEV_IOAPIC
#define A_GED .type = AB_DEV_ACPI_GED, .base = 0xd0000000, .irq = 5
#define TOO_LONG "machine.devs.size"

struct row {
	const char *name;
	struct ab_machine m;
	struct expected want;
};

static const struct row machine_rows[] = {
	{ "no architecture",
	  { .n_cpus = 1, RAM_1M },
	  { AB_ERR_ARG, "machine.arch", 0, "no such architecture" } },
	{ "arm64",
	  { .arch = AB_ARCH_ARM64, .n_cpus = 1, RAM_1M },
	  { AB_ERR_UNSUPPORTED, "machine.arch", AB_ARCH_ARM64, NULL } },
	{ "unknown architecture",
	  { .arch = (enum ab_arch)3, .n_cpus = 1, RAM_1M },
	  { AB_ERR_ARG, "machine.arch", 3, "no such architecture" } },
	{ "unknown tables",
	  { BASE, RAM_1M, .tables = (enum ab_tables)(AB_TABLES_NONE + 1) },
	  { AB_ERR_ARG, "machine.tables", AB_TABLES_NONE + 1, "no such kind" } },
	{ "31 address bits",
	  { BASE, RAM_1M, .phys_bits = 31 },
	  { AB_ERR_ARG, "machine.phys_bits", 31, "32 to 52" } },
	{ "53 address bits",
	  { BASE, RAM_1M, .phys_bits = 53 },
	  { AB_ERR_ARG, "machine.phys_bits", 53, "32 to 52" } },
	{ "no CPU",
	  { .arch = AB_ARCH_X86_64, RAM_1M },
	  { AB_ERR_ARG, "machine.n_cpus", 0, "1 to 65536" } },
	{ "too many CPUs",
	  { .arch = AB_ARCH_X86_64, .n_cpus = 65537, RAM_1M },
	  { AB_ERR_ARG, "machine.n_cpus", 65537, "1 to 65536" } },
	{ "too many threads",
	  { BASE, RAM_1M, .topology = { .threads = 65537 } },
	  { AB_ERR_ARG, "machine.topology.threads", 65537, "at most 65536" } },
	{ "too many cores",
	  { BASE, RAM_1M, .topology = { .cores = 65537 } },
	  { AB_ERR_ARG, "machine.topology.cores", 65537, "at most 65536" } },
	{ "too many dies",
	  { BASE, RAM_1M, .topology = { .dies = 65537 } },
	  { AB_ERR_ARG, "machine.topology.dies", 65537, "at most 65536" } },
	{ "APIC id fields of 32 bits",
	  { BASE, RAM_1M, .topology = { .threads = 65536, .cores = 65536 } },
	  { AB_ERR_ARG, "machine.topology", UINT64_C(1) << 32, "APIC ids exceed 32 bits" } },
	{ "a package too many", /* 31 bits in a package, and ids 0xffffffff are broadcast */
	  { .arch = AB_ARCH_X86_64,
	    .n_cpus = 8,
	    RAM_1M,
	    .topology = { .threads = 2, .cores = 1, .dies = 1 },
	    .cpus = CPUS({ .id = 0 }) },
	  { AB_ERR_ARG, "machine.cpus", 1, "as many as machine.n_cpus, or none" } },
	{ "CPU id beyond 32 bits",
	  { TWO_CPUS, .cpus = CPUS({ .id = 0 }, { .id = 0xffffffff }) },
	  { AB_ERR_ARG, "machine.cpus.id", 0xffffffff, "APIC ids are below 0xffffffff" } },
	{ "CPU id twice",
	  { TWO_CPUS, .cpus = CPUS({ .id = 7 }, { .id = 7 }) },
	  { AB_ERR_ARG, "machine.cpus.id", 7, "given twice" } },
	{ "no RAM", { BASE }, { AB_ERR_ARG, "machine.ram", 0, "at least one range" } },
	{ "RAM base within a page",
	  { BASE, .ram = RAM({ .base = 0x800, .size = AB_MiB }) },
	  { AB_ERR_ARG, "machine.ram.base", 0x800, "multiple of 4096" } },
	{ "RAM of size 0",
	  { BASE, .ram = RAM({ .base = 0, .size = 0 }) },
	  { AB_ERR_ARG, "machine.ram.size", 0, "multiple of 4096, not 0" } },
	{ "RAM ends within a page",
	  { BASE, .ram = RAM({ .base = 0, .size = AB_MiB + 1 }) },
	  { AB_ERR_ARG, "machine.ram.size", AB_MiB + 1, "multiple of 4096, not 0" } },
	{ "RAM beyond the usual 40 bits",
	  { BASE, .ram = RAM({ .base = 0, .size = AB_MiB }, { .base = AB_TiB, .size = 4096 }) },
	  { AB_ERR_ARG, "machine.ram.base", AB_TiB, "beyond machine.phys_bits" } },
	{ "RAM ends beyond 32 bits",
	  { BASE, .phys_bits = 32, .ram = RAM({ .base = 0, .size = 4 * AB_GiB + 4096 }) },
	  { AB_ERR_ARG, "machine.ram.base", 0, "beyond machine.phys_bits" } },
	{ "RAM that wraps",
	  { BASE, .phys_bits = 52,
	    .ram = RAM({ .base = 0, .size = AB_MiB },
		       { .base = 2 * AB_MiB, .size = UINT64_MAX - 4095 }) },
	  { AB_ERR_ARG, "machine.ram.base", 2 * AB_MiB, "beyond machine.phys_bits" } },
	{ "RAM that descends",
	  { BASE, .ram = RAM({ .base = 0, .size = AB_MiB }, { .base = 8 * AB_MiB, .size = AB_MiB },
			     { .base = 4 * AB_MiB, .size = AB_MiB }) },
	  { AB_ERR_ARG, "machine.ram.base", 4 * AB_MiB, "ranges must ascend" } },
	{ "RAM that overlaps",
	  { BASE,
	    .ram = RAM({ .base = 0, .size = AB_MiB + 4096 }, { .base = AB_MiB, .size = AB_MiB }) },
	  { AB_ERR_OVERLAP, "machine.ram", AB_MiB, "machine.ram" } },
	{ "RAM twice",
	  { BASE, .ram = RAM({ .base = 0, .size = AB_MiB }, { .base = 0, .size = AB_MiB }) },
	  { AB_ERR_OVERLAP, "machine.ram", 0, "machine.ram" } },
	{ "no RAM at 0",
	  { BASE, .ram = RAM({ .base = AB_MiB, .size = AB_MiB }) },
	  { AB_ERR_ARG, "machine.ram.base", AB_MiB, "x86 RAM starts at 0" } },
	{ "RAM ends below 1 MiB",
	  { BASE, .ram = RAM({ .base = 0, .size = AB_MiB - 4096 }) },
	  { AB_ERR_ARG, "machine.ram.size", AB_MiB - 4096, "x86 RAM reaches 1 MiB" } },
	{ "RAM over the local APIC",
	  { BASE, .ram = RAM({ .base = 0, .size = AB_MiB }, { .base = 0xfee00000, .size = 4096 }) },
	  { AB_ERR_OVERLAP, "machine.ram", 0xfee00000, "local APIC" } },
	{ "RAM without a hole for the usual I/O APIC",
	  { BASE, .ram = RAM({ .base = 0, .size = 0xfec01000 }) },
	  { AB_ERR_OVERLAP, "machine.ram", 0, "I/O APIC" } },
	{ "node of RAM",
	  { BASE, .ram = RAM({ .base = 0, .size = AB_MiB, .node = 1024 }) },
	  { AB_ERR_ARG, "machine.ram.node", 1024, "below 1024" } },
	{ "node of a CPU",
	  { BASE, RAM_1M, .cpus = CPUS({ .node = 1024 }) },
	  { AB_ERR_ARG, "machine.cpus.node", 1024, "below 1024" } },
	{ "distance from",
	  { BASE, RAM_1M, .distances = DISTANCES({ 1024, 0, 20 }) },
	  { AB_ERR_ARG, "machine.distances.from", 1024, "below 1024" } },
	{ "distance to",
	  { BASE, RAM_1M, .distances = DISTANCES({ 0, 1024, 20 }) },
	  { AB_ERR_ARG, "machine.distances.to", 1024, "below 1024" } },
	{ "distance below 10",
	  { BASE, RAM_1M, .distances = DISTANCES({ 0, 1, 9 }) },
	  { AB_ERR_ARG, "machine.distances.value", 9,
	    "10 within a node, 11 to 255 between nodes" } },
	{ "distance of 10 between nodes",
	  { BASE, RAM_1M, .distances = DISTANCES({ 0, 1, 10 }) },
	  { AB_ERR_ARG, "machine.distances.value", 10,
	    "10 within a node, 11 to 255 between nodes" } },
	{ "distance of 11 within a node",
	  { BASE, RAM_1M, .distances = DISTANCES({ 1, 1, 11 }) },
	  { AB_ERR_ARG, "machine.distances.value", 11,
	    "10 within a node, 11 to 255 between nodes" } },
	{ "empty OEM id",
	  { BASE, RAM_1M, .oem_id = "" },
	  { AB_ERR_ARG, "machine.oem_id", 0, "1 to 6 characters" } },
	{ "long OEM id",
	  { BASE, RAM_1M, .oem_id = "1234567" },
	  { AB_ERR_ARG, "machine.oem_id", 7, "1 to 6 characters" } },
	{ "OEM id with a control character",
	  { BASE, RAM_1M, .oem_id = "ab\x1f" },
	  { AB_ERR_ARG, "machine.oem_id", 0x1f, "printable ASCII" } },
	{ "long OEM table id",
	  { BASE, RAM_1M, .oem_table_id = "123456789" },
	  { AB_ERR_ARG, "machine.oem_table_id", 9, "1 to 8 characters" } },
	{ "OEM table id with DEL",
	  { BASE, RAM_1M, .oem_table_id = "\x7f" },
	  { AB_ERR_ARG, "machine.oem_table_id", 0x7f, "printable ASCII" } },
	{ "OEM table id with UTF-8",
	  { BASE, RAM_1M, .oem_table_id = "\xc3\xa4" },
	  { AB_ERR_ARG, "machine.oem_table_id", 0xc3, "printable ASCII" } },
};

static const struct row device_rows[] = {
	{ "kind 0",
	  ONE_DEV(.base = 0x3f8),
	  { AB_ERR_ARG, "machine.devs.type", 0, "no such kind" } },
	{ "unknown kind",
	  ONE_DEV(.type = (enum ab_dev_type)(AB_DEV_PVPANIC + 1), .base = 0x3f8),
	  { AB_ERR_ARG, "machine.devs.type", AB_DEV_PVPANIC + 1, "no such kind" } },
	{ "unknown interrupt flags",
	  ONE_DEV(UART, .base = 0x3f8, .irq_flags = (enum ab_irq_flags)5),
	  { AB_ERR_ARG, "machine.devs.irq_flags", 5, "uart-16550" } },
	{ "no base", ONE_DEV(UART), { AB_ERR_ARG, "machine.devs.base", 0, "uart-16550" } },
	{ "I/O APIC at a port",
	  ONE_DEV(IOAPIC, .base = 0xf000),
	  { AB_ERR_ARG, "machine.devs.base", 0xf000, "ioapic" } },
	{ "HPET at a port",
	  ONE_DEV(.type = AB_DEV_HPET, .base = 0xf000),
	  { AB_ERR_ARG, "machine.devs.base", 0xf000, "hpet" } },
	{ "virtio at a port",
	  ONE_DEV(VIRTIO, .base = 0xf000, .irq = 5),
	  { AB_ERR_ARG, "machine.devs.base", 0xf000, "virtio-mmio" } },
	{ "ECAM at a port",
	  ONE_DEV(ECAM, .base = 0xf000, .size = AB_MiB),
	  { AB_ERR_ARG, "machine.devs.base", 0xf000, "pcie-ecam" } },
	{ "GED at a port",
	  ONE_DEV(.type = AB_DEV_ACPI_GED, .base = 0xf000, .irq = 5),
	  { AB_ERR_ARG, "machine.devs.base", 0xf000, "acpi-ged" } },
	{ "i8042 in memory",
	  ONE_DEV(.type = AB_DEV_I8042, .base = 0x10000000),
	  { AB_ERR_ARG, "machine.devs.base", 0x10000000, "i8042" } },
	{ "RTC in memory",
	  ONE_DEV(.type = AB_DEV_RTC_CMOS, .base = 0x10000000),
	  { AB_ERR_ARG, "machine.devs.base", 0x10000000, "rtc-cmos" } },
	{ "PIC in memory",
	  ONE_DEV(.type = AB_DEV_PIC_8259, .base = 0x10000000),
	  { AB_ERR_ARG, "machine.devs.base", 0x10000000, "pic-8259" } },
	{ "PIT in memory",
	  ONE_DEV(.type = AB_DEV_PIT_8254, .base = 0x10000000),
	  { AB_ERR_ARG, "machine.devs.base", 0x10000000, "pit-8254" } },
	{ "power management in memory",
	  ONE_DEV(.type = AB_DEV_ACPI_PM, .base = 0x10000000),
	  { AB_ERR_ARG, "machine.devs.base", 0x10000000, "acpi-pm" } },
	{ "pvpanic in memory",
	  ONE_DEV(.type = AB_DEV_PVPANIC, .base = 0x10000000),
	  { AB_ERR_ARG, "machine.devs.base", 0x10000000, "pvpanic" } },
	{ "ports beyond the last",
	  ONE_DEV(UART, .base = 0xfff9),
	  { AB_ERR_ARG, TOO_LONG, 8, "uart-16550" } },
	{ "memory beyond 40 bits",
	  ONE_DEV(UART, .base = AB_TiB - 4),
	  { AB_ERR_ARG, TOO_LONG, 8, "uart-16550" } },
	{ "memory that wraps",
	  ONE_DEV(UART, .base = 0x10000000, .size = UINT64_MAX),
	  { AB_ERR_ARG, TOO_LONG, UINT64_MAX, "uart-16550" } },
	{ "GED without an interrupt",
	  ONE_DEV(.type = AB_DEV_ACPI_GED, .base = 0xd0000000),
	  { AB_ERR_ARG, "acpi-ged.irq", 0, "events need an interrupt" } },
	{ "virtio without an interrupt",
	  ONE_DEV(VIRTIO, .base = 0xd0000000),
	  { AB_ERR_ARG, "virtio-mmio.irq", 0, "virtio needs an interrupt" } },
	{ "I/O APIC id of 9 bits",
	  ONE_DEV(IOAPIC, .base = 0xfec00000, .id = 256),
	  { AB_ERR_ARG, "ioapic.id", 256, "below 256" } },
	{ "I/O APIC above 4 GiB",
	  ONE_DEV(IOAPIC, .base = 4 * AB_GiB),
	  { AB_ERR_ARG, "ioapic.base", 4 * AB_GiB, "below 4 GiB" } },
	{ "two I/O APICs of one id",
	  { BASE, RAM_1M,
	    .devs =
		DEVS({ IOAPIC, .base = 0xfec00000 }, { IOAPIC, .base = 0xfec10000, .irq = 24 }) },
	  { AB_ERR_ARG, "machine.devs.id", 0, "ioapic" } },
	{ "two I/O APICs with one range of interrupts",
	  { BASE, RAM_1M,
	    .devs = DEVS({ IOAPIC, .base = 0xfec00000, .irq = 24 },
			 { IOAPIC, .base = 0xfec10000, .irq = 24, .id = 1 }) },
	  { AB_ERR_ARG, "ioapic.irq", 24, "two begin with this interrupt" } },
	{ "number given twice",
	  { BASE, RAM_1M,
	    .devs = DEVS({ VIRTIO, .base = 0xd0000000, .irq = 5, .id = 9 },
			 { VIRTIO, .base = 0xd0001000, .irq = 6, .id = 9 }) },
	  { AB_ERR_ARG, "machine.devs.id", 9, "virtio-mmio" } },
	{ "number that is another's place",
	  { BASE, RAM_1M,
	    .devs =
		DEVS({ UART, .base = 0x3f8, .irq = 4, .id = 1 },
		     { VIRTIO, .base = 0xd0000000, .irq = 5 }, { UART, .base = 0x2f8, .irq = 3 }) },
	  { AB_ERR_ARG, "machine.devs.id", 1, "uart-16550" } },
	{ "one interrupt, edge and level",
	  { BASE, RAM_1M,
	    .devs =
		DEVS({ UART, .base = 0x3f8, .irq = 4 }, { VIRTIO, .base = 0xd0000000, .irq = 4 }) },
	  { AB_ERR_ARG, "machine.devs.irq", 4,
	    "shared by devices of different trigger or polarity" } },
	{ "mouse interrupt, edge and level",
	  { BASE, RAM_1M,
	    .devs = DEVS({ VIRTIO, .base = 0xd0000000, .irq = 12 }, { .type = AB_DEV_I8042 }) },
	  { AB_ERR_ARG, "machine.devs.irq", 12,
	    "shared by devices of different trigger or polarity" } },
	{ "PCI pin, low and high",
	  { BASE, RAM_1M,
	    .devs = DEVS({ VIRTIO, .base = 0xd0000000, .irq = 23 },
			 { ECAM, .base = 0xe0000000, .size = AB_MiB,
			   .pcie = { .intx = { 20, 21, 22, 23 } } }) },
	  { AB_ERR_ARG, "machine.devs.irq", 23,
	    "shared by devices of different trigger or polarity" } },
	{ "interrupt 255, edge and level",
	  { BASE, RAM_1M,
	    .devs = DEVS({ UART, .base = 0x3f8, .irq = 255 },
			 { VIRTIO, .base = 0xd0000000, .irq = 255 }) },
	  { AB_ERR_ARG, "machine.devs.irq", 255,
	    "shared by devices of different trigger or polarity" } },
	{ "device on an unknown node",
	  ONE_DEV(UART, .base = 0x3f8, .node = 1),
	  { AB_ERR_ARG, "machine.devs.node", 1, "neither RAM nor CPUs name it" } },
};

#define BRIDGE(...) ONE_DEV(ECAM, .base = 0xe0000000, .size = 16 * AB_MiB, .pcie = { __VA_ARGS__ })

static const struct row pcie_rows[] = {
	{ "ECAM of size 0",
	  ONE_DEV(ECAM, .base = 0xe0000000),
	  { AB_ERR_ARG, "machine.devs.size", 0, "pcie-ecam" } },
	{ "ECAM of half a bus",
	  ONE_DEV(ECAM, .base = 0xe0000000, .size = AB_MiB / 2),
	  { AB_ERR_ARG, "pcie-ecam.size", AB_MiB / 2, "1 MiB a bus, up to 256 buses" } },
	{ "ECAM of 257 buses",
	  ONE_DEV(ECAM, .base = 0xe0000000, .size = 257 * AB_MiB),
	  { AB_ERR_ARG, "pcie-ecam.size", 257 * AB_MiB, "1 MiB a bus, up to 256 buses" } },
	{ "ECAM base within a bus",
	  ONE_DEV(ECAM, .base = 0xe0080000, .size = AB_MiB),
	  { AB_ERR_ARG, "pcie-ecam.base", 0xe0080000, "multiple of 1 MiB" } },
	{ "buses beyond 255",
	  BRIDGE(.bus = 241),
	  { AB_ERR_ARG, "pcie-ecam.pcie.bus", 241, "buses end at 255" } },
	{ "bus 0 would lie below 0",
	  ONE_DEV(ECAM, .base = 2 * AB_MiB, .size = AB_MiB, .pcie = { .bus = 3 }),
	  { AB_ERR_ARG, "pcie-ecam.base", 2 * AB_MiB, "MCFG counts it from bus 0" } },
	{ "32-bit window beyond 4 GiB",
	  BRIDGE(.mmio32 = { 0xfff00000, 2 * AB_MiB }),
	  { AB_ERR_ARG, "pcie-ecam.pcie.mmio32", 0xfff00000, "ends below 4 GiB" } },
	{ "port window beyond 64 KiB",
	  BRIDGE(.pio = { 0x1000, 0xf001 }),
	  { AB_ERR_ARG, "pcie-ecam.pcie.pio", 0x1000, "ends below 64 KiB" } },
	{ "64-bit window beyond 40 bits",
	  BRIDGE(.mmio64 = { AB_TiB - AB_GiB, 2 * AB_GiB }),
	  { AB_ERR_ARG, "pcie.mmio64", AB_TiB - AB_GiB, "beyond machine.phys_bits" } },
	{ "64-bit window that wraps",
	  BRIDGE(.mmio64 = { AB_GiB, UINT64_MAX }),
	  { AB_ERR_ARG, "pcie.mmio64", AB_GiB, "beyond machine.phys_bits" } },
	{ "buses twice in one segment",
	  { BASE, RAM_1M,
	    .devs = DEVS({ ECAM, .base = 0xe0000000, .size = 16 * AB_MiB },
			 { ECAM, .base = 0xd0000000, .size = AB_MiB, .pcie = { .bus = 15 } }) },
	  { AB_ERR_OVERLAP, "pcie-ecam.pcie.bus", 15, "pcie-ecam.pcie.bus" } },
};

/* Claims, told by the later one in the list, with the earlier as the other party. */
static const struct row overlap_rows[] = {
	{ "two UARTs",
	  { BASE, RAM_1M,
	    .devs = DEVS({ UART, .base = 0x3f8, .irq = 4 }, { UART, .base = 0x3ff, .irq = 3 }) },
	  { AB_ERR_OVERLAP, "uart-16550", 0x3ff, "uart-16550" } },
	{ "first and third",
	  { BASE, RAM_1M,
	    .devs = DEVS({ VIRTIO, .base = 0xd0000000, .irq = 5 },
			 { VIRTIO, .base = 0xd0001000, .irq = 5 },
			 { .type = AB_DEV_HPET, .base = 0xd00001ff }) },
	  { AB_ERR_OVERLAP, "hpet", 0xd00001ff, "virtio-mmio" } },
	{ "second PIC's ports",
	  { BASE, RAM_1M,
	    .devs = DEVS({ .type = AB_DEV_PIC_8259 }, { .type = AB_DEV_PVPANIC, .base = 0xa1 }) },
	  { AB_ERR_OVERLAP, "pvpanic", 0xa1, "pic-8259" } },
	{ "ports between what i8042 uses",
	  { BASE, RAM_1M,
	    .devs = DEVS({ .type = AB_DEV_PVPANIC, .base = 0x64 }, { .type = AB_DEV_I8042 }) },
	  { AB_ERR_OVERLAP, "i8042", 0x60, "pvpanic" } },
	{ "a UART in the bridge's ports",
	  { BASE, RAM_1M,
	    .devs = DEVS(
		{ ECAM, .base = 0xe0000000, .size = AB_MiB, .pcie = { .pio = { 0x300, 0xfd00 } } },
		{ UART, .base = 0x3f8, .irq = 4 }) },
	  { AB_ERR_OVERLAP, "uart-16550", 0x3f8, "pcie.pio" } },
	{ "a window over its own ECAM",
	  BRIDGE(.mmio32 = { 0xe0f00000, AB_MiB }),
	  { AB_ERR_OVERLAP, "pcie.mmio32", 0xe0f00000, "pcie-ecam" } },
	{ "one window over the other",
	  BRIDGE(.mmio32 = { 0xd0000000, AB_MiB }, .mmio64 = { 0xd00ff000, 0x2000 }),
	  { AB_ERR_OVERLAP, "pcie.mmio64", 0xd00ff000, "pcie.mmio32" } },
	{ "a device in the 64-bit window",
	  { BASE, RAM_1M,
	    .devs = DEVS({ VIRTIO, .base = 0x800000000, .irq = 5 },
			 { ECAM, .base = 0xe0000000, .size = AB_MiB,
			   .pcie = { .mmio64 = { 0x7ffffff000, 0 } } },
			 { ECAM, .base = 0xf0000000, .size = AB_MiB,
			   .pcie = { .segment = 1, .mmio64 = { 0x7ff000000, 0x1000200 } } }) },
	  { AB_ERR_OVERLAP, "pcie.mmio64", 0x7ff000000, "virtio-mmio" } },
	{ "a device in RAM",
	  { BASE, RAM_HOLE, .devs = DEVS({ VIRTIO, .base = 3 * AB_GiB - 1, .irq = 5 }) },
	  { AB_ERR_OVERLAP, "virtio-mmio", 3 * AB_GiB - 1, "machine.ram" } },
	{ "a window over RAM above 4 GiB",
	  { BASE, RAM_HOLE,
	    .devs = DEVS({ ECAM, .base = 0xe0000000, .size = AB_MiB,
			   .pcie = { .mmio64 = { 5 * AB_GiB - 1, 2 } } }) },
	  { AB_ERR_OVERLAP, "pcie.mmio64", 5 * AB_GiB - 1, "machine.ram" } },
	{ "a device on the local APIC",
	  ONE_DEV(VIRTIO, .base = 0xfee00fff, .irq = 5),
	  { AB_ERR_OVERLAP, "virtio-mmio", 0xfee00fff, "local APIC" } },
	{ "a window over the local APIC",
	  BRIDGE(.mmio32 = { 0xfee00000, 0x1000 }),
	  { AB_ERR_OVERLAP, "pcie.mmio32", 0xfee00000, "local APIC" } },
	{ "a device on the usual I/O APIC",
	  ONE_DEV(VIRTIO, .base = 0xfec00fff, .irq = 5),
	  { AB_ERR_OVERLAP, "virtio-mmio", 0xfec00fff, "I/O APIC" } },
	{ "a device on a listed I/O APIC",
	  { BASE, RAM_1M,
	    .devs =
		DEVS({ IOAPIC, .base = 0xfec10000 }, { VIRTIO, .base = 0xfec10fff, .irq = 5 }) },
	  { AB_ERR_OVERLAP, "virtio-mmio", 0xfec10fff, "ioapic" } },
};

static void judge(const struct row *rows, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct ab_error why = { AB_OK, NULL, 0, NULL };
		enum ab_err err = ab_machine_check(&rows[i].m, &why);

		assert_error(err, &why, &rows[i].want, rows[i].name);
		assert_int_equal(ab_machine_check(&rows[i].m, NULL), err);
	}
}

static void test_bad_machines(void **state)
{
	(void)state;
	judge(machine_rows, COUNT(machine_rows));
}

static void test_bad_devices(void **state)
{
	(void)state;
	judge(device_rows, COUNT(device_rows));
}

static void test_bad_bridges(void **state)
{
	(void)state;
	judge(pcie_rows, COUNT(pcie_rows));
}

static void test_overlaps(void **state)
{
	(void)state;
	judge(overlap_rows, COUNT(overlap_rows));
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
		struct expected want = { AB_ERR_ARG, "machine.devs.type", rows[i].type,
					 "at most one of its kind" };
		struct ab_error why;

		assert_ok(ab_machine_check(&m, &why), &why, ab_dev_name(rows[i].type));
		m.devs.n = 2;
		assert_error(ab_machine_check(&m, &why), &why, &want, ab_dev_name(rows[i].type));
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
	{ "node 1023",
	  { BASE, .ram = RAM({ 0, AB_MiB, 1023 }),
	    .devs = DEVS({ UART, .base = 0x3f8, .irq = 4, .node = 1023 }) },
	  { 0 } },
	{ "distances",
	  { BASE, RAM_1M, .distances = DISTANCES({ 0, 0, 10 }, { 0, 1, 11 }, { 1, 0, 255 }) },
	  { 0 } },
	{ "OEM ids of every length", { BASE, RAM_1M, .oem_id = " ", .oem_table_id = "~" }, { 0 } },
	{ "longest OEM ids",
	  { BASE, RAM_1M, .oem_id = "123456", .oem_table_id = "12345678" },
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
	    .devs = DEVS({ VIRTIO, .base = 0xd0000000, .irq = 5, .id = 1 },
			 { VIRTIO, .base = 0xd0001000, .irq = 5, .id = 2 },
			 { UART, .base = 0x3f8, .irq = 4, .id = 2 },
			 { IOAPIC, .base = 0xfec00000, .id = 255 },
			 { IOAPIC, .base = 0xfec10000, .irq = 24 }) },
	  { 0 } },
	{ "shared interrupts",
	  { BASE, RAM_1M,
	    .devs =
		DEVS({ IOAPIC, .base = 0xfec00000, .irq = 4 },
		     { VIRTIO, .base = 0xd0000000, .irq = 4, .irq_flags = AB_IRQ_EDGE_HIGH },
		     { UART, .base = 0x3f8, .irq = 4 }, { VIRTIO, .base = 0xd0001000, .irq = 256 },
		     { UART, .base = 0x2f8, .irq = 256 }, { .type = AB_DEV_I8042 },
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
	for (size_t i = 0; i < COUNT(good_rows); i++) {
		struct ab_error why = { AB_OK, NULL, 0, NULL };

		assert_ok(ab_machine_check(&good_rows[i].m, &why), &why, good_rows[i].name);
	}
}

/* APIC ids by hand: threads, cores, dies and packages each in a field as wide as its count. */
static void test_derived_ids(void **state)
{
	static const struct {
		uint32_t n_cpus;
		struct ab_topology in, full;
		struct ab_apic_bits bits;
		struct {
			uint32_t cpu, id;
		} at[6];
	} rows[] = {
		{ 1, { 0, 0, 0 }, { 1, 1, 1 }, { 0, 0, 0 }, { { 0, 0 } } },
		{ 4, { 0, 0, 0 }, { 1, 4, 1 }, { 0, 2, 0 }, { { 1, 1 }, { 3, 3 } } },
		{ 5, { 0, 0, 0 }, { 1, 5, 1 }, { 0, 3, 0 }, { { 4, 4 } } },
		{ 5, { 2, 0, 0 }, { 2, 3, 1 }, { 1, 2, 0 }, { { 3, 3 }, { 4, 4 } } },
		{ 8, { 2, 2, 1 }, { 2, 2, 1 }, { 1, 1, 0 }, { { 3, 3 }, { 4, 4 }, { 7, 7 } } },
		{ 12,
		  { 1, 3, 1 },
		  { 1, 3, 1 },
		  { 0, 2, 0 },
		  { { 2, 2 }, { 3, 4 }, { 5, 6 }, { 6, 8 }, { 11, 14 } } },
		{ 36,
		  { 3, 3, 2 },
		  { 3, 3, 2 },
		  { 2, 2, 1 },
		  { { 2, 2 }, { 3, 4 }, { 8, 10 }, { 9, 16 }, { 18, 32 }, { 35, 58 } } },
		{ 7, { 0, 0, 3 }, { 1, 3, 3 }, { 0, 2, 2 }, { { 2, 2 }, { 3, 4 }, { 6, 8 } } },
		{ 6, { 1, 1, 1 }, { 1, 1, 1 }, { 0, 0, 0 }, { { 5, 5 } } },
		{ 300, { 2, 0, 0 }, { 2, 150, 1 }, { 1, 8, 0 }, { { 255, 255 }, { 299, 299 } } },
		{ 65536,
		  { 2, 48, 4 },
		  { 2, 48, 4 },
		  { 1, 6, 2 },
		  { { 95, 95 }, { 96, 128 }, { 384, 512 }, { 65535, 0x1553f } } },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct ab_machine m = { .arch = AB_ARCH_X86_64,
					.n_cpus = rows[i].n_cpus,
					RAM_1M,
					.topology = rows[i].in };
		struct ab_topology t = ab_machine_topology(&m);
		struct ab_apic_bits bits = ab_machine_apic_bits(&m);
		struct ab_error why;

		assert_ok(ab_machine_check(&m, &why), &why, "topology");
		assert_memory_equal(&t, &rows[i].full, sizeof(t));
		assert_memory_equal(&bits, &rows[i].bits, sizeof(bits));
		for (size_t k = 0; k < COUNT(rows[i].at); k++)
			assert_int_equal(ab_machine_cpu_id(&m, rows[i].at[k].cpu),
					 rows[i].at[k].id);
	}
}

/* Ids of any topology differ, and their fields say where a CPU is. */
static void test_derived_ids_of_many_topologies(void **state)
{
	(void)state;
	for (uint32_t shape = 0; shape < 8 * 8 * 8; shape++) {
		struct ab_topology t = { shape % 8, shape / 8 % 8, shape / 64 };
		struct ab_machine m = { .arch = AB_ARCH_X86_64, .n_cpus = 200, .topology = t };
		struct ab_apic_bits b = ab_machine_apic_bits(&m);
		uint64_t last = 0;

		t = ab_machine_topology(&m);
		assert_true(t.threads <= 1u << b.thread && t.threads * 2 > 1u << b.thread);
		assert_true(t.cores <= 1u << b.core && t.cores * 2 > 1u << b.core);
		assert_true(t.dies <= 1u << b.die && t.dies * 2 > 1u << b.die);
		for (uint32_t i = 0; i < m.n_cpus; i++) {
			uint64_t id = ab_machine_cpu_id(&m, i);
			uint64_t thread = id & ((1u << b.thread) - 1);
			uint64_t core = id >> b.thread & ((1u << b.core) - 1);
			uint64_t die = id >> (b.thread + b.core) & ((1u << b.die) - 1);
			uint64_t package = id >> (b.thread + b.core + b.die);

			assert_true(i == 0 ? id == 0 : id > last);
			assert_true(i == ((package * t.dies + die) * t.cores + core) * t.threads +
					     thread);
			last = id;
		}
	}
}

/* A package beyond what 32 bits hold: 2^31 ids a package, the second of which would hold the
 * broadcast id. */
static void test_package_beyond_32_bits(void **state)
{
	struct ab_machine m = { .arch = AB_ARCH_X86_64,
				.n_cpus = 65536,
				RAM_1M,
				.topology = { .threads = 1, .cores = 1, .dies = 1 } };
	struct ab_error why;

	(void)state;
	assert_ok(ab_machine_check(&m, &why), &why, "65536 packages of one");
	m.topology = (struct ab_topology){ 16384, 3, 65536 };
	m.n_cpus = 65536; /* all in one package, of 14 + 2 + 16 bits */
	assert_int_equal(ab_machine_check(&m, &why), AB_ERR_ARG);
	m.topology = (struct ab_topology){ 8192, 3, 65536 }; /* 31 bits */
	assert_ok(ab_machine_check(&m, &why), &why, "31 bits");
	m.topology = (struct ab_topology){ 1, 2, 16384 }; /* 1 + 14 bits, 3 packages */
	assert_ok(ab_machine_check(&m, &why), &why, "3 packages");
}

static uint64_t scattered(uint32_t i)
{
	return (uint64_t)i * 2654435761u % 0xfffffffbu; /* a prime step in a prime field */
}

/* Ids in any order, near together or far apart: the one given twice is found. */
static void test_ids_given_twice(void **state)
{
	static struct ab_cpu cpus[1000];
	struct ab_machine m = {
		.arch = AB_ARCH_X86_64, .n_cpus = COUNT(cpus), RAM_1M, .cpus = { cpus, COUNT(cpus) }
	};
	uint64_t seed = 0x13198a2e03707344;
	struct ab_error why;

	(void)state;
	for (unsigned int order = 0; order < 4; order++) {
		for (uint32_t i = 0; i < COUNT(cpus); i++)
			cpus[i].id = order == 0   ? i * 3
				     : order == 1 ? (COUNT(cpus) - i) * 5
				     : order == 2 ? scattered(i)
						  : (i + 1) % COUNT(cpus) + 8191 * 8;
		assert_ok(ab_machine_check(&m, &why), &why, "distinct");
		for (unsigned int round = 0; round < 40; round++) {
			uint32_t a = rnd_below(&seed, COUNT(cpus));
			uint32_t b = rnd_below(&seed, COUNT(cpus));
			uint64_t was = cpus[b].id;
			struct expected want = { AB_ERR_ARG, "machine.cpus.id", cpus[a].id,
						 "given twice" };

			cpus[b].id = cpus[a].id;
			if (a != b)
				assert_error(ab_machine_check(&m, &why), &why, &want, "twice");
			cpus[b].id = was;
		}
	}
}

static void test_cpus_as_given(void **state)
{
	const struct ab_machine m = { .arch = AB_ARCH_X86_64,
				      .n_cpus = 3,
				      RAM_1M,
				      .cpus = CPUS({ 9, 0 }, { 0xfffffffe, 2 }, { 4, 1 }) };

	(void)state;
	assert_int_equal(ab_machine_cpu_id(&m, 0), 9);
	assert_true(ab_machine_cpu_id(&m, 1) == 0xfffffffe);
	assert_int_equal(ab_machine_cpu_id(&m, 2), 4);
	assert_int_equal(ab_machine_cpu_node(&m, 1), 2);
	assert_int_equal(ab_machine_cpu_node(&m, 2), 1);
	assert_int_equal(ab_machine_nodes(&m), 3);
}

static void test_nodes(void **state)
{
	const struct ab_machine one = { BASE, RAM_1M };
	const struct ab_machine by_ram = { .n_cpus = 8,
					   .ram = RAM({ 0, AB_MiB, 2 }, { AB_MiB, 4096, 0 }) };
	const struct ab_machine by_distance = { .n_cpus = 8,
						.distances =
						    DISTANCES({ 1, 0, 20 }, { 0, 5, 20 }) };

	(void)state;
	assert_int_equal(ab_machine_nodes(&one), 1);
	assert_int_equal(ab_machine_cpu_node(&one, 0), 0);
	assert_int_equal(ab_machine_nodes(&by_ram), 3);
	assert_int_equal(ab_machine_nodes(&by_distance), 6);
	for (uint32_t i = 0; i < 8; i++) /* 8 CPUs over 3 nodes: 3, 3, 2 */
		assert_int_equal(ab_machine_cpu_node(&by_ram, i), i / 3);
}

static void test_usuals(void **state)
{
	static const struct {
		enum ab_dev_type type;
		const char *name;
		uint64_t base, size;
		uint32_t irq;
		enum ab_irq_flags flags;
	} rows[] = {
		{ AB_DEV_UART_16550, "uart-16550", 0, 8, 0, AB_IRQ_EDGE_HIGH },
		{ AB_DEV_I8042, "i8042", 0x60, 5, 1, AB_IRQ_EDGE_HIGH },
		{ AB_DEV_RTC_CMOS, "rtc-cmos", 0x70, 2, 8, AB_IRQ_EDGE_HIGH },
		{ AB_DEV_PIC_8259, "pic-8259", 0x20, 2, 0, AB_IRQ_EDGE_HIGH },
		{ AB_DEV_PIT_8254, "pit-8254", 0x40, 4, 2, AB_IRQ_EDGE_HIGH },
		{ AB_DEV_IOAPIC, "ioapic", 0, 4096, 0, AB_IRQ_EDGE_HIGH },
		{ AB_DEV_HPET, "hpet", 0, 1024, 0, AB_IRQ_EDGE_HIGH },
		{ AB_DEV_VIRTIO_MMIO, "virtio-mmio", 0, 512, 0, AB_IRQ_LEVEL_HIGH },
		{ AB_DEV_PCIE_ECAM, "pcie-ecam", 0, 0, 0, AB_IRQ_LEVEL_LOW },
		{ AB_DEV_ACPI_PM, "acpi-pm", 0, 16, 9, AB_IRQ_LEVEL_HIGH },
		{ AB_DEV_ACPI_GED, "acpi-ged", 0, 4, 0, AB_IRQ_EDGE_HIGH },
		{ AB_DEV_ACPI_SLEEP, "acpi-sleep", 0, 2, 0, AB_IRQ_EDGE_HIGH },
		{ AB_DEV_ACPI_RESET, "acpi-reset", 0, 1, 0, AB_IRQ_EDGE_HIGH },
		{ AB_DEV_PVPANIC, "pvpanic", 0, 1, 0, AB_IRQ_EDGE_HIGH },
	};

	(void)state;
	assert_int_equal(COUNT(rows), AB_DEV_PVPANIC);
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct ab_dev usual = { .type = rows[i].type };
		struct ab_dev given = { .type = rows[i].type,
					.base = 0x1230000,
					.size = 0x77,
					.irq = 99,
					.irq_flags = AB_IRQ_EDGE_LOW };

		assert_string_equal(ab_dev_name(rows[i].type), rows[i].name);
		assert_int_equal(ab_dev_base(&usual), rows[i].base);
		assert_int_equal(ab_dev_size(&usual), rows[i].size);
		assert_int_equal(ab_dev_irq(&usual), rows[i].irq);
		assert_int_equal(ab_dev_irq_flags(&usual), rows[i].flags);
		assert_int_equal(ab_dev_base(&given), 0x1230000);
		assert_int_equal(ab_dev_size(&given), 0x77);
		assert_int_equal(ab_dev_irq(&given), 99);
		assert_int_equal(ab_dev_irq_flags(&given), AB_IRQ_EDGE_LOW);
	}
	for (int type = 0; type <= 99; type += 99) {
		struct ab_dev d = { .type = (enum ab_dev_type)type };

		assert_string_equal(ab_dev_name(d.type), "unknown device");
		assert_int_equal(ab_dev_size(&d) + ab_dev_irq(&d) + ab_dev_irq_flags(&d), 0);
	}
}

static void test_lookups(void **state)
{
	const struct ab_machine m = {
		BASE,
		.ram = RAM({ 0, 3 * AB_GiB, 0 }, { 4 * AB_GiB, 5 * AB_GiB, 0 }),
		.devs = DEVS({ UART, .base = 0x3f8 }, { VIRTIO, .base = 0xd0000000, .irq = 5 },
			     { UART, .base = 0xffff }, { UART, .base = 0x10000 }),
	};
	const struct ab_machine arm = { .arch = AB_ARCH_ARM64, .phys_bits = 48 };
	const struct ab_dev ecam = { ECAM, .size = 17 * AB_MiB + AB_MiB / 2 };
	const struct ab_dev huge = { ECAM, .size = UINT64_C(1) << 53 };

	(void)state;
	assert_true(ab_machine_ram_size(&m) == 8 * AB_GiB);
	assert_int_equal(ab_machine_phys_bits(&m), 40);
	assert_int_equal(ab_machine_phys_bits(&arm), 48);
	assert_ptr_equal(ab_machine_dev(&m, AB_DEV_UART_16550, 0), &m.devs.at[0]);
	assert_ptr_equal(ab_machine_dev(&m, AB_DEV_UART_16550, 1), &m.devs.at[2]);
	assert_ptr_equal(ab_machine_dev(&m, AB_DEV_VIRTIO_MMIO, 0), &m.devs.at[1]);
	assert_null(ab_machine_dev(&m, AB_DEV_UART_16550, 3));
	assert_null(ab_machine_dev(&m, AB_DEV_HPET, 0));
	assert_true(ab_dev_is_pio(&m, &m.devs.at[2]));
	assert_false(ab_dev_is_pio(&m, &m.devs.at[3]));
	assert_false(ab_dev_is_pio(&arm, &m.devs.at[0]));
	assert_int_equal(ab_dev_buses(&ecam), 17);
	assert_int_equal(ab_dev_buses(&huge), 256);
}

/* As many CPUs and devices as there can be. Comparing each with each takes 2^31 steps: what this
 * fails by is the time limit of tests, on slow hosts first. */
static void test_many_of_everything(void **state)
{
	static struct ab_dev devs[65536];
	static struct ab_cpu cpus[65536];
	struct ab_machine m = { .arch = AB_ARCH_X86_64,
				.n_cpus = COUNT(cpus),
				.ram = RAM({ 0, AB_GiB, 0 }),
				.cpus = { cpus, COUNT(cpus) },
				.devs = { devs, COUNT(devs) } };
	struct expected want = { AB_ERR_OVERLAP, "virtio-mmio", 0x90000000, "virtio-mmio" };
	struct ab_error why;

	(void)state;
	for (uint32_t i = 0; i < COUNT(cpus); i++)
		cpus[i].id = (COUNT(cpus) - i) * 2;
	for (uint32_t i = 0; i < COUNT(devs); i++)
		devs[i] = (struct ab_dev){ .type = AB_DEV_VIRTIO_MMIO,
					   .base = 0x90000000 + (uint64_t)i * 0x1000,
					   .irq = 16 + i % 8 };
	assert_ok(ab_machine_check(&m, &why), &why, "ascending");
	devs[COUNT(devs) - 1].base = 0x90000000;
	assert_error(ab_machine_check(&m, &why), &why, &want, "the last on the first");
	for (uint32_t i = 0; i < COUNT(devs) / 2; i++) {
		uint64_t base = devs[i].base;

		devs[i].base = devs[COUNT(devs) - 1 - i].base;
		devs[COUNT(devs) - 1 - i].base = base;
	}
	devs[0].base = devs[1].base + 0x1000;
	assert_ok(ab_machine_check(&m, &why), &why, "descending");
	m.devs.n = 1024;
	for (uint32_t i = 0; i < m.devs.n; i++)
		devs[i].base = 0x90000000 + (uint64_t)(i * 5 % 1024) * 0x1000;
	assert_ok(ab_machine_check(&m, &why), &why, "shuffled");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_bad_machines),
		cmocka_unit_test(test_bad_devices),
		cmocka_unit_test(test_bad_bridges),
		cmocka_unit_test(test_overlaps),
		cmocka_unit_test(test_singles),
		cmocka_unit_test(test_good_machines),
		cmocka_unit_test(test_derived_ids),
		cmocka_unit_test(test_derived_ids_of_many_topologies),
		cmocka_unit_test(test_package_beyond_32_bits),
		cmocka_unit_test(test_ids_given_twice),
		cmocka_unit_test(test_cpus_as_given),
		cmocka_unit_test(test_nodes),
		cmocka_unit_test(test_usuals),
		cmocka_unit_test(test_lookups),
		cmocka_unit_test(test_many_of_everything),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
