/* SPDX-License-Identifier: BSD-2-Clause */
/* The named AArch64 machines that golden files are kept of. */
#include "machines.h"

#include <aetherboot/fdt.h>

/* The least that boots: one CPU, GICv2, one UART. */
static const struct ab_machine gicv2 = {
	.arch = AB_ARCH_ARM64,
	.n_cpus = 1,
	.ram = AB_LIST(struct ab_ram, { .base = 0x40000000, .size = 128 * AB_MiB }),
	.arm64.gic = { .version = 2, .dist = 0x08000000, .cpu = 0x08010000 },
	.devs = AB_LIST(struct ab_dev, { AB_DEV_UART_16550, .base = 0x09000000, .irq = 33 }),
};

/* GICv3 with its ITS, every timer, PMU, caches of two levels, virtio and one host bridge. */
static const struct ab_machine gicv3_its = {
	.arch = AB_ARCH_ARM64,
	.n_cpus = 4,
	.topology = { .threads = 2 },
	.ram = AB_LIST(struct ab_ram, { .base = 0x40000000, .size = AB_GiB }),
	.arm64.gic = { .dist = 0x08000000,
		       .redist = AB_LIST(struct ab_range, { 0x080a0000, 0x40000 },
					 { 0x0a000000, 0x40000 }),
		       .its = AB_LIST(struct ab_its, { 0x08080000 }),
		       .maintenance = 25 },
	.arm64.timer = { .hyp_virt = 28 },
	.arm64.pmu = 23,
	.arm64.conduit = AB_CONDUIT_SMC,
	.caches =
	    AB_LIST(struct ab_cache, { .level = 1, .type = AB_CACHE_DATA, 64 * AB_KiB, 64, 4, 2 },
		    { .level = 1, .type = AB_CACHE_INSTRUCTION, 64 * AB_KiB, 64, 4, 2 },
		    { .level = 2, .size = AB_MiB, .line = 64, .ways = 8, .cpus = 4 }),
	.devs = AB_LIST(
	    struct ab_dev, { AB_DEV_UART_PL011, .base = 0x09000000, .irq = 33 },
	    { AB_DEV_VMGENID, .base = 0x09040000, .irq = 40 },
	    { AB_DEV_VIRTIO_MMIO, .base = 0x0c000000, .irq = 48 },
	    { AB_DEV_VIRTIO_MMIO, .base = 0x0c000200, .irq = 49, .irq_flags = AB_IRQ_EDGE_HIGH },
	    { AB_DEV_PCIE_ECAM, .base = 0x3f000000, .size = 16 * AB_MiB,
	      .pcie = { .mmio32 = { 0x10000000, 0x20000000 } } }),
};

#define VIRTIO(i)                                                                                  \
	{                                                                                          \
		AB_DEV_VIRTIO_MMIO, .base = 0x0a000000 + (i)*0x200, .irq = 48 + (i),               \
				    .irq_flags = AB_IRQ_EDGE_HIGH                                  \
	}
#define VIRTIO4(i) VIRTIO(i), VIRTIO(i + 1), VIRTIO(i + 2), VIRTIO(i + 3)

/* Laid out as QEMU's virt machine. */
static const struct ab_machine virt = {
	.arch = AB_ARCH_ARM64,
	.n_cpus = 2,
	.ram = AB_LIST(struct ab_ram, { .base = 0x40000000, .size = AB_GiB }),
	.arm64.gic = { .dist = 0x08000000,
		       .redist = AB_LIST(struct ab_range, { 0x080a0000, 0xf60000 }),
		       .its = AB_LIST(struct ab_its, { 0x08080000 }),
		       .maintenance = 25 },
	.arm64.pmu = 23,
	.devs =
	    AB_LIST(struct ab_dev, { AB_DEV_UART_PL011, .base = 0x09000000, .irq = 33 },
		    { AB_DEV_RTC_PL031, .base = 0x09010000, .irq = 34 },
		    { AB_DEV_GPIO_PL061, .base = 0x09030000, .irq = 39 }, VIRTIO4(0), VIRTIO4(4),
		    VIRTIO4(8), VIRTIO4(12), VIRTIO4(16), VIRTIO4(20), VIRTIO4(24), VIRTIO4(28),
		    { AB_DEV_PCIE_ECAM, .base = 0x4010000000, .size = 256 * AB_MiB,
		      .pcie = { .intx = { 35, 36, 37, 38 },
				.pio = { 0x3eff0000, 0x10000 },
				.mmio32 = { 0x10000000, 0x2eff0000 },
				.mmio64 = { 0x8000000000, 0x8000000000 } } }),
};

/* Two nodes of 150 CPUs, more than one affinity level numbers, and caches of three levels. */
static const struct ab_machine numa = {
	.arch = AB_ARCH_ARM64,
	.n_cpus = 300,
	.phys_bits = 44,
	.topology = { .cores = 75, .dies = 2 },
	.ram = AB_LIST(struct ab_ram, { .base = 0x80000000, .size = 2 * AB_GiB },
		       { .base = 0x8000000000, .size = 30 * AB_GiB },
		       { .base = 0x10000000000, .size = 32 * AB_GiB, .node = 1 }),
	.arm64.gic = { .dist = 0x08000000,
		       .redist = AB_LIST(struct ab_range, { 0x10000000, 150 * 0x20000 },
					 { 0x20000000, 150 * 0x20000 }) },
	.caches =
	    AB_LIST(struct ab_cache, { .level = 1, .type = AB_CACHE_DATA, 64 * AB_KiB, 64, 4, 1 },
		    { .level = 1, .type = AB_CACHE_INSTRUCTION, 64 * AB_KiB, 64, 4, 1 },
		    { .level = 2, .size = AB_MiB, .line = 64, .ways = 8, .cpus = 5 },
		    { .level = 3, .size = 256 * AB_MiB, .line = 64, .ways = 16, .cpus = 75 }),
	.devs = AB_LIST(struct ab_dev, { AB_DEV_UART_16550, .base = 0x09000000, .irq = 33 },
			{ AB_DEV_VIRTIO_MMIO, .base = 0x0a000200, .irq = 49, .node = 1 },
			{ AB_DEV_VIRTIO_MMIO, .base = 0x0a000000, .irq = 48 }),
	.distances = AB_LIST(struct ab_distance, { 0, 1, 31 }, { 1, 0, 32 }),
};

/* Two PCI segments behind an SMMU each, resources of one assigned already; CPUs of their own ids,
 * one beyond 32 bits. */
static const struct ab_machine smmu = {
	.arch = AB_ARCH_ARM64,
	.n_cpus = 3,
	.cpus =
	    AB_LIST(struct ab_cpu, { .id = 0 }, { .id = 0x100, .node = 1 }, { .id = 0x100020001 }),
	.ram = AB_LIST(struct ab_ram, { .base = 0x80000000, .size = AB_GiB },
		       { .base = 0x100000000, .size = AB_GiB, .node = 1 }),
	.arm64.gic = { .dist = 0x08000000,
		       .redist = AB_LIST(struct ab_range, { 0x080a0000, 0x60000 }),
		       .its = AB_LIST(struct ab_its, { 0x08080000 }) },
	.devs = AB_LIST(struct ab_dev, { AB_DEV_UART_PL011, .base = 0x09000000, .irq = 33 },
			{ AB_DEV_UART_PL011, .base = 0x09040000, .irq = 40 },
			{ AB_DEV_SMMUV3, .base = 0x09050000, .irq = 106 },
			{ AB_DEV_SMMUV3, .base = 0x09070000, .irq = 110, .node = 1 },
			{ AB_DEV_PCIE_ECAM, .base = 0x4010000000, .size = 256 * AB_MiB,
			  .pcie = { .intx = { 35, 36, 37, 38 },
				    .mmio32 = { 0x10000000, 0x20000000 },
				    .smmu = 1,
				    .probe_only = true } },
			{ AB_DEV_PCIE_ECAM, .base = 0x4020000000, .size = 32 * AB_MiB, .node = 1,
			  .pcie = { .segment = 1,
				    .bus = 0x20,
				    .intx = { 41, 41, 42, 42 },
				    .mmio64 = { 0x8000000000, 64 * AB_GiB },
				    .smmu = 2 } }),
};

/* What a VMM appends: a node that refers to the interrupt controller, and one to that. */
static void own_nodes(struct ab_fdt *f, void *ctx)
{
	static const uint32_t irq[3] = { 0, 60, 4 };
	uint32_t phandle;

	ab_fdt_node_at(f, "mailbox", 0xa0000000);
	ab_fdt_string(f, "compatible", ctx);
	ab_fdt_reg(f, 0xa0000000, 0x1000);
	ab_fdt_cells(f, "interrupts", irq, 3);
	ab_fdt_u32(f, "acme,cells", 0);
	phandle = ab_fdt_phandle(f);
	ab_fdt_end(f);
	ab_fdt_node(f, "client");
	ab_fdt_string(f, "compatible", "acme,client");
	ab_fdt_u32(f, "acme,mailbox", phandle);
	ab_fdt_end(f);
}

/* As Hyper-V's kind lays machines out: VMBus with its windows, SBSA UART, MSI frame; RAM beyond
 * 2^40, and nodes of a VMM's own. */
static const struct ab_machine vmbus = {
	.arch = AB_ARCH_ARM64,
	.n_cpus = 2,
	.phys_bits = 44,
	.ram = AB_LIST(struct ab_ram, { .base = AB_TiB, .size = AB_GiB }),
	.arm64.gic = { .dist = 0xffff0000,
		       .redist = AB_LIST(struct ab_range, { 0xeff68000 & ~0xffffU, 0x40000 }),
		       .v2m = 0xeffe8000,
		       .v2m_spi = 928,
		       .v2m_spis = 64 },
	.arm64.timer = { .virt = 20 },
	.arm64.pmu = 23,
	.devs = AB_LIST(struct ab_dev, { AB_DEV_UART_SBSA, .base = 0xeffec000, .irq = 33 },
			{ AB_DEV_UART_SBSA, .base = 0xeffeb000, .irq = 34 },
			{ AB_DEV_VMBUS, .irq = 18 },
			{ AB_DEV_WINDOW, .base = 0xf8000000, .size = 0x7000000 },
			{ AB_DEV_WINDOW, .base = 0x8000000000, .size = 64 * AB_GiB },
			{ AB_DEV_PCIE_ECAM, .base = 0xe0000000, .size = 16 * AB_MiB,
			  .pcie = { .mmio32 = { 0xc0000000, 0x10000000 }, .probe_only = true } }),
	.fdt = { .nodes = own_nodes, .ctx = "acme,mailbox" },
};

/* Two PCI segments; two of three bridges share an SMMU, one of them a segment with the third. */
static const struct ab_machine shared = {
	.arch = AB_ARCH_ARM64,
	.n_cpus = 2,
	.phys_bits = 44,
	.ram = AB_LIST(struct ab_ram, { .base = 0x80000000, .size = 2 * AB_GiB }),
	.arm64.gic = { .dist = 0x08000000,
		       .redist = AB_LIST(struct ab_range, { 0x08100000, 2 * 0x20000 }),
		       .its = AB_LIST(struct ab_its, { 0x08080000 }) },
	.devs = AB_LIST(
	    struct ab_dev, { AB_DEV_UART_PL011, .base = 0x09000000, .irq = 33 },
	    { AB_DEV_SMMUV3, .base = 0x09050000, .irq = 106 },
	    { AB_DEV_SMMUV3, .base = 0x09080000, .irq = 109 },
	    { AB_DEV_PCIE_ECAM, .base = 0x10000000, .size = 64 * AB_MiB,
	      .pcie = { .mmio32 = { 0x20000000, 128 * AB_MiB }, .smmu = 1 } },
	    { AB_DEV_PCIE_ECAM, .base = 0x4020000000, .size = 128 * AB_MiB,
	      .pcie = { .segment = 1, .mmio64 = { 512 * AB_GiB, 64 * AB_GiB }, .smmu = 1 } },
	    { AB_DEV_PCIE_ECAM, .base = 0x30000000, .size = 32 * AB_MiB,
	      .pcie = { .bus = 0x80, .mmio32 = { 0x38000000, 64 * AB_MiB }, .smmu = 2 } }),
};

/* As OpenVMM builds one: RAM from 0, devices below 4 GiB, the VMBus and its windows. */
static const struct ab_machine openvmm = {
	.arch = AB_ARCH_ARM64,
	.n_cpus = 4,
	.ram = AB_LIST(struct ab_ram, { .base = 0, .size = 2 * AB_GiB }),
	.arm64.gic = { .dist = 0xffff0000,
		       .redist =
			   AB_LIST(struct ab_range, { 0xeffe0000 - 4 * 0x20000, 4 * 0x20000 }),
		       .v2m = 0xeffe8000,
		       .v2m_spi = 64,
		       .v2m_spis = 64 },
	.arm64.timer = { .virt = 20 },
	.arm64.pmu = 23,
	.acpi.hypervisor_id = "MsHyperV",
	.devs = AB_LIST(struct ab_dev, { AB_DEV_UART_PL011, .base = 0xeffec000, .irq = 33 },
			{ AB_DEV_UART_PL011, .base = 0xeffeb000, .irq = 34 },
			{ AB_DEV_VMBUS, .irq = 18 },
			{ AB_DEV_WINDOW, .base = 0xf8000000, .size = 96 * AB_MiB },
			{ AB_DEV_WINDOW, .base = 0xfe0000000, .size = 512 * AB_MiB },
			{ AB_DEV_VMGENID, .base = 0xeffe9000, .irq = 35 },
			{ AB_DEV_ACPI_GED, .base = 0xeffea000, .irq = 36 }),
};

/* Dies and threads, 16550s, sleep and reset registers, caches of every kind of sharing. */
static const struct ab_machine threads = {
	.arch = AB_ARCH_ARM64,
	.n_cpus = 20,
	.topology = { .threads = 2, .cores = 4, .dies = 2 },
	.ram = AB_LIST(struct ab_ram, { .base = 0x40000000, .size = 512 * AB_MiB }),
	.arm64.gic = { .dist = 0x08000000,
		       .redist = AB_LIST(struct ab_range, { 0x08200000, 20 * 0x20000 }),
		       .v2m = 0x08020000,
		       .v2m_spi = 512,
		       .v2m_spis = 256 },
	.arm64.timer = { .secure = 16, .phys = 17, .virt = 18, .hyp = 19, .hyp_virt = 20 },
	.caches = AB_LIST(struct ab_cache, { 1, AB_CACHE_DATA, 32 * AB_KiB, 64, 8, 2 },
			  { 1, AB_CACHE_INSTRUCTION, 48 * AB_KiB, 64, 3, 2 },
			  { 2, AB_CACHE_UNIFIED, 512 * AB_KiB, 128, 8, 2 },
			  { 3, AB_CACHE_UNIFIED, 4 * AB_MiB, 64, 16, 4 },
			  { 4, AB_CACHE_UNIFIED, 64 * AB_MiB, 64, 512, 64 }),
	.devs = AB_LIST(struct ab_dev, { AB_DEV_UART_16550, .base = 0x09000000, .irq = 33 },
			{ AB_DEV_UART_16550, .base = 0x09001000, .irq = 34, .uid = 5 },
			{ AB_DEV_ACPI_SLEEP, .base = 0x09002000 },
			{ AB_DEV_ACPI_RESET, .base = 0x09003000, .reset.value = 0x5a },
			{ AB_DEV_VMGENID, .base = 0x1000000000 }),
};

/* ACPI 6.5, and what stays mapped behind an SMMU: an MSI doorbell for all functions of a bridge, a
 * buffer for one. */
static const struct ab_machine newer = {
	.arch = AB_ARCH_ARM64,
	.tables = AB_TABLES_ACPI,
	.acpi.edition = AB_ACPI_6_5,
	.n_cpus = 3,
	.topology = { .cores = 2 },
	.ram = AB_LIST(struct ab_ram, { .base = 0x40000000, .size = AB_GiB }),
	.arm64.gic = { .dist = 0x08000000,
		       .redist = AB_LIST(struct ab_range, { 0x080a0000, 0x60000 }),
		       .its = AB_LIST(struct ab_its, { 0x08080000 }) },
	.arm64.timer = { .hyp_virt = 28 },
	.arm64.pmu = 23,
	.caches = AB_LIST(struct ab_cache, { 1, AB_CACHE_DATA, 64 * AB_KiB, 64, 4, 1 },
			  { 1, AB_CACHE_INSTRUCTION, 64 * AB_KiB, 64, 4, 1 },
			  { 2, AB_CACHE_UNIFIED, AB_MiB, 64, 8, 1 },
			  { 3, AB_CACHE_UNIFIED, 8 * AB_MiB, 64, 16, 2 }),
	.arm64.rmrs = AB_LIST(
	    struct ab_rmr, { .bridge = 0, .n_rids = 0x10000, .base = 0x08080000, .size = 0x20000 },
	    { .bridge = 1,
	      .rid = 0x2010,
	      .base = 0x80000000,
	      .size = 0x400000,
	      .cached = true,
	      .remap = true }),
	.devs = AB_LIST(
	    struct ab_dev, { AB_DEV_UART_PL011, .base = 0x09000000, .irq = 33 },
	    { AB_DEV_SMMUV3, .base = 0x09050000, .irq = 106 },
	    { AB_DEV_SMMUV3, .base = 0x09080000, .irq = 109 },
	    { AB_DEV_PCIE_ECAM, .base = 0x4010000000, .size = 256 * AB_MiB,
	      .pcie = { .mmio32 = { 0x10000000, 0x20000000 }, .smmu = 1, .probe_only = true } },
	    { AB_DEV_PCIE_ECAM, .base = 0x4020000000, .size = 32 * AB_MiB,
	      .pcie = { .segment = 1,
			.bus = 0x20,
			.mmio64 = { 0x8000000000, 64 * AB_GiB },
			.smmu = 2,
			.probe_only = true } }),
};

/* A large GICv3: several ITSes, each for a bridge or two, one behind an SMMU; most interrupts are
 * extended SPIs, the first and the last one among them. */
static const struct ab_machine itses = {
	.arch = AB_ARCH_ARM64,
	.n_cpus = 2,
	.phys_bits = 44,
	.ram = AB_LIST(struct ab_ram, { .base = 0x80000000, .size = 2 * AB_GiB }),
	.arm64.gic = { .dist = 0x08000000,
		       .redist = AB_LIST(struct ab_range, { 0x08100000, 2 * 0x20000 }),
		       .its =
			   AB_LIST(struct ab_its, { 0x08080000 }, { 0x0a000000 }, { 0x08060000 }) },
	.devs = AB_LIST(
	    struct ab_dev, { AB_DEV_UART_PL011, .base = 0x09000000, .irq = 4096 },
	    { AB_DEV_SMMUV3, .base = 0x09080000, .irq = 4108 },
	    { AB_DEV_VMGENID, .base = 0x09100000, .irq = 4099 },
	    { AB_DEV_ACPI_GED, .base = 0x09110000, .irq = 4098 },
	    { AB_DEV_VIRTIO_MMIO, .base = 0x0c000000, .irq = 5119 },
	    { AB_DEV_VIRTIO_MMIO, .base = 0x0c000200, .irq = 1019 },
	    { AB_DEV_PCIE_ECAM, .base = 0x10000000, .size = 64 * AB_MiB,
	      .pcie = { .intx = { 4100, 4101, 4102, 4103 },
			.mmio32 = { 0x20000000, 128 * AB_MiB },
			.its = 1 } },
	    { AB_DEV_PCIE_ECAM, .base = 0x30000000, .size = 32 * AB_MiB,
	      .pcie = { .bus = 0x80, .mmio32 = { 0x38000000, 64 * AB_MiB }, .its = 2, .smmu = 1 } },
	    { AB_DEV_PCIE_ECAM, .base = 0x4020000000, .size = 128 * AB_MiB,
	      .pcie = { .segment = 1,
			.intx = { 35, 4101, 35, 4101 },
			.mmio64 = { 512 * AB_GiB, 64 * AB_GiB } } }),
};

/* Interrupts of slots, further windows, reserved addresses, a device of the VMM's own node. */
static const struct ab_machine routes = {
	.arch = AB_ARCH_ARM64,
	.n_cpus = 1,
	.ram = AB_LIST(struct ab_ram, { .base = 0x40000000, .size = AB_GiB }),
	.arm64.gic = { .dist = 0x08000000,
		       .redist = AB_LIST(struct ab_range, { 0x080a0000, 0x20000 }),
		       .v2m = 0x08020000,
		       .v2m_spi = 80,
		       .v2m_spis = 64 },
	.devs = AB_LIST(struct ab_dev, { AB_DEV_UART_PL011, .base = 0x09000000, .irq = 33 },
			{ AB_DEV_ACPI_GED, .base = 0x09010000, .irq = 34 },
			{ AB_DEV_PCIE_ECAM, .base = 0x10000000, .size = 16 * AB_MiB,
			  .pcie = { .intx = { 40, 41, 42, 43 },
				    .routes = AB_LIST(struct ab_pci_route, { 1, 0, 44 },
						      { 1, 1, 0 }, { 31, 3, 45 }),
				    .pio = { 0x3eff0000, 0x10000 },
				    .mmio32 = { 0x20000000, 0x10000000 },
				    .more_mmio = AB_LIST(struct ab_range, { 0x30000000, 0x1000000 },
							 { 512 * AB_GiB, 64 * AB_GiB }) } },
			{ AB_DEV_RESERVED, .base = 0xfd00000000, .size = 12 * AB_GiB },
			{ AB_DEV_OTHER, .base = 0x0a000000, .size = 0x200, .irq = 48,
			  .irq_flags = AB_IRQ_LEVEL_HIGH }),
};

const struct golden_machine golden_arm64[] = {
	{ "arm64-1cpu-gicv2", &gicv2 },      { "arm64-gicv3-its-4cpu", &gicv3_its },
	{ "arm64-virt-like", &virt },        { "arm64-numa-2x150cpu", &numa },
	{ "arm64-smmu-2seg", &smmu },        { "arm64-vmbus-2to40", &vmbus },
	{ "arm64-smmu-shared", &shared },    { "arm64-openvmm-like", &openvmm },
	{ "arm64-threads-16550", &threads }, { "arm64-3its-extended", &itses },
	{ "arm64-routes", &routes },
};

const size_t golden_arm64_n = sizeof(golden_arm64) / sizeof(golden_arm64[0]);

const struct golden_machine golden_newer[] = { { "arm64-newer", &newer } };
const size_t golden_newer_n = sizeof(golden_newer) / sizeof(golden_newer[0]);
