/* SPDX-License-Identifier: BSD-2-Clause */
/* The machines: QEMU's virt in its variants. Addresses and interrupts are those of the tree that
 * qemu-system-aarch64 -M virt,...,dumpdtb=FILE writes; the rest (topology, caches, nodes, what of
 * RAM is told) is ours to choose, for tables are all that a guest can know it from. */
#include "virt.h"

#define SPI(n) (32 + (n))

#define VIRTIO(i)                                                                                  \
	{                                                                                          \
		AB_DEV_VIRTIO_MMIO, .base = 0x0a000000 + (i)*0x200, .irq = SPI(16 + (i)),          \
				    .irq_flags = AB_IRQ_EDGE_HIGH                                  \
	}
#define VIRTIO8(i)                                                                                 \
	VIRTIO(i), VIRTIO(i + 1), VIRTIO(i + 2), VIRTIO(i + 3), VIRTIO(i + 4), VIRTIO(i + 5),      \
	    VIRTIO(i + 6), VIRTIO(i + 7)

#define UART                                                                                       \
	{                                                                                          \
		AB_DEV_UART_PL011, .base = 0x09000000, .irq = SPI(1)                               \
	}
#define DEVICES                                                                                    \
	{ AB_DEV_RTC_PL031, .base = 0x09010000, .irq = SPI(2) },                                   \
	    { AB_DEV_GPIO_PL061, .base = 0x09030000, .irq = SPI(7) }, VIRTIO8(0), VIRTIO8(8),      \
	    VIRTIO8(16), VIRTIO8(24)

#define PCIE_WINDOWS                                                                               \
	.intx = { SPI(3), SPI(4), SPI(5), SPI(6) }, .pio = { 0x3eff0000, 0x10000 },                \
	.mmio32 = { 0x10000000, 0x2eff0000 }
#define PCIE_HIGH .base = 0x4010000000, .size = 256 * AB_MiB
#define PCIE_FEW .base = 0x4010000000, .size = 16 * AB_MiB
#define PCIE_LOW .base = 0x3f000000, .size = 16 * AB_MiB
#define MMIO64 .mmio64 = { 0x8000000000, 0x8000000000 }

#define GICV3 .dist = 0x08000000, .redist = AB_LIST(struct ab_range, { 0x080a0000, 0xf60000 })
#define ITS .its = AB_LIST(struct ab_its, { 0x08080000 })

/* The least: GICv2 with its MSI frame. No caches told, so the CPUs are asked. */
static const struct ab_machine gicv2 = {
	.arch = AB_ARCH_ARM64,
	.n_cpus = 2,
	.ram = AB_LIST(struct ab_ram, { .base = 0x40000000, .size = 512 * AB_MiB }),
	.arm64.gic = { .version = 2,
		       .dist = 0x08000000,
		       .cpu = 0x08010000,
		       .v2m = 0x08020000,
		       .v2m_spi = 80,
		       .v2m_spis = 64 },
	.arm64.pmu = 23,
	.devs = AB_LIST(struct ab_dev, UART, DEVICES,
			{ AB_DEV_PCIE_ECAM, PCIE_HIGH, .pcie = { PCIE_WINDOWS, MMIO64 } }),
};

/* GICv3 and ITS, two packages of two cores that share their second cache. */
static const struct ab_machine gicv3 = {
	.arch = AB_ARCH_ARM64,
	.n_cpus = 4,
	.topology = { .cores = 2 },
	.ram = AB_LIST(struct ab_ram, { .base = 0x40000000, .size = AB_GiB }),
	.arm64.gic = { GICV3, ITS },
	.arm64.pmu = 23,
	.caches = AB_LIST(struct ab_cache, { 1, AB_CACHE_DATA, 32 * AB_KiB, 64, 2, 1 },
			  { 1, AB_CACHE_INSTRUCTION, 48 * AB_KiB, 64, 3, 1 },
			  { 2, AB_CACHE_UNIFIED, 2 * AB_MiB, 64, 16, 2 }),
	.devs = AB_LIST(struct ab_dev, UART, DEVICES,
			{ AB_DEV_PCIE_ECAM, PCIE_HIGH, .pcie = { PCIE_WINDOWS, MMIO64 } }),
};

/* GICv3 without anything that takes MSIs, everything below 4 GiB, and no PMU told of. */
static const struct ab_machine noits = {
	.arch = AB_ARCH_ARM64,
	.n_cpus = 1,
	.ram = AB_LIST(struct ab_ram, { .base = 0x40000000, .size = 256 * AB_MiB }),
	.arm64.gic = { GICV3 },
	.devs = AB_LIST(struct ab_dev, UART, DEVICES,
			{ AB_DEV_PCIE_ECAM, PCIE_LOW, .pcie = { PCIE_WINDOWS } }),
};

/* The bridge behind an SMMU; two threads of one core. QEMU's SMMU has a line more, for page
 * requests, after the event queue's: its global errors, of which there are none, would come one
 * later. */
static const struct ab_machine smmu = {
	.arch = AB_ARCH_ARM64,
	.n_cpus = 2,
	.topology = { .threads = 2 },
	.ram = AB_LIST(struct ab_ram, { .base = 0x40000000, .size = 512 * AB_MiB }),
	.arm64.gic = { GICV3, ITS },
	.arm64.pmu = 23,
	.caches = AB_LIST(struct ab_cache, { 1, AB_CACHE_DATA, 64 * AB_KiB, 64, 4, 2 },
			  { 1, AB_CACHE_INSTRUCTION, 64 * AB_KiB, 64, 4, 2 },
			  { 2, AB_CACHE_UNIFIED, AB_MiB, 64, 8, 2 }),
	.devs = AB_LIST(
	    struct ab_dev, UART, DEVICES, { AB_DEV_SMMUV3, .base = 0x09050000, .irq = SPI(74) },
	    { AB_DEV_PCIE_ECAM, PCIE_HIGH, .pcie = { PCIE_WINDOWS, MMIO64, .smmu = 1 } }),
};

/* Two NUMA nodes that every second CPU is of, the bridge at the second one. */
static const struct ab_machine numa = {
	.arch = AB_ARCH_ARM64,
	.n_cpus = 4,
	.cpus = AB_LIST(struct ab_cpu, { 0, 0 }, { 1, 1 }, { 2, 0 }, { 3, 1 }),
	.ram = AB_LIST(struct ab_ram, { .base = 0x40000000, .size = 384 * AB_MiB },
		       { .base = 0x58000000, .size = 640 * AB_MiB, .node = 1 }),
	.distances = AB_LIST(struct ab_distance, { 0, 1, 31 }, { 1, 0, 31 }),
	.arm64.gic = { GICV3, ITS },
	.arm64.pmu = 23,
	.devs =
	    AB_LIST(struct ab_dev, UART, DEVICES,
		    { AB_DEV_PCIE_ECAM, PCIE_HIGH, .node = 1, .pcie = { PCIE_WINDOWS, MMIO64 } }),
};

/* CPUs in two clusters of 16, which are packages, and caches of three levels. */
static const struct ab_machine clusters = {
	.arch = AB_ARCH_ARM64,
	.n_cpus = 18,
	.topology = { .cores = 16 },
	.ram = AB_LIST(struct ab_ram, { .base = 0x40000000, .size = AB_GiB }),
	.arm64.gic = { GICV3, ITS },
	.arm64.pmu = 23,
	.caches = AB_LIST(struct ab_cache, { 1, AB_CACHE_DATA, 32 * AB_KiB, 64, 4, 1 },
			  { 1, AB_CACHE_INSTRUCTION, 32 * AB_KiB, 64, 2, 1 },
			  { 2, AB_CACHE_UNIFIED, 512 * AB_KiB, 64, 8, 4 },
			  { 3, AB_CACHE_UNIFIED, 8 * AB_MiB, 64, 16, 16 }),
	.devs = AB_LIST(struct ab_dev, UART, DEVICES,
			{ AB_DEV_PCIE_ECAM, PCIE_HIGH, .pcie = { PCIE_WINDOWS, MMIO64 } }),
};

/* RAM in two ranges, one beyond 4 GiB, neither of which begins where QEMU's does; the subset UART,
 * 16 buses. */
static const struct ab_machine holes = {
	.arch = AB_ARCH_ARM64,
	.n_cpus = 2,
	.ram = AB_LIST(struct ab_ram, { .base = 0x48000000, .size = 288 * AB_MiB },
		       { .base = 0x100300000, .size = 253 * AB_MiB }),
	.arm64.gic = { GICV3, ITS },
	.arm64.pmu = 23,
	.devs = AB_LIST(struct ab_dev, { AB_DEV_UART_SBSA, .base = 0x09000000, .irq = SPI(1) },
			DEVICES, { AB_DEV_PCIE_ECAM, PCIE_FEW, .pcie = { PCIE_WINDOWS } }),
};

/* Tables of ACPI 6.5, and memory beyond the RAM told of that stays mapped behind the SMMU: for the
 * disk as a device, for the network card as memory that a driver may take over. Linux heeds it only
 * where PCI resources are kept as they are. Generation id and event register are in such memory,
 * too: the guest, who is told where, plays the part of the hardware. */
static const struct ab_machine newer = {
	.arch = AB_ARCH_ARM64,
	.n_cpus = 2,
	.acpi.edition = AB_ACPI_6_5,
	.ram = AB_LIST(struct ab_ram, { .base = 0x40000000, .size = 512 * AB_MiB }),
	.arm64.gic = { GICV3, ITS },
	.arm64.pmu = 23,
	.caches = AB_LIST(struct ab_cache, { 1, AB_CACHE_DATA, 64 * AB_KiB, 64, 4, 1 },
			  { 1, AB_CACHE_INSTRUCTION, 64 * AB_KiB, 64, 4, 1 },
			  { 2, AB_CACHE_UNIFIED, AB_MiB, 64, 8, 2 }),
	.devs = AB_LIST(struct ab_dev, UART, DEVICES,
			{ AB_DEV_SMMUV3, .base = 0x09050000, .irq = SPI(74) },
			{ AB_DEV_VMGENID, .base = 0x78000000, .irq = SPI(60) },
			{ AB_DEV_ACPI_GED, .base = 0x78001000, .irq = SPI(61) },
			{ AB_DEV_PCIE_ECAM, PCIE_HIGH,
			  .pcie = { PCIE_WINDOWS, MMIO64, .smmu = 1, .probe_only = true } }),
	.arm64.rmrs = AB_LIST(
	    struct ab_rmr, { .rid = 1 << 3, .base = 0x0c000000, .size = 0x20000 },
	    { .rid = 2 << 3, .base = 0x70000000, .size = 0x10000, .cached = true, .remap = true }),
};

const struct virt_machine virt_machines[] = {
	{ "gicv2", &gicv2 }, { "gicv3", &gicv3 },       { "noits", &noits }, { "smmu", &smmu },
	{ "numa", &numa },   { "clusters", &clusters }, { "holes", &holes }, { "newer", &newer },
};

const size_t virt_machines_n = sizeof(virt_machines) / sizeof(virt_machines[0]);
