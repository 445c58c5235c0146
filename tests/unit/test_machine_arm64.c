/* SPDX-License-Identifier: BSD-2-Clause */
/* An arm64 machine: every way in which it can contradict itself, and what lies just beside. */
#include "machine_arm64.h"

#define ECAMS                                                                                      \
	.devs = DEVS({ ECAM }, { AB_DEV_SMMUV3, .base = 0x9050000, .irq = 106 },                   \
		     { AB_DEV_PCIE_ECAM, .base = 0x20000000, .size = 2 * AB_MiB,                   \
		       .pcie = { .bus = 0x20, .smmu = 1, .probe_only = true } })
#define RMR_MACHINE(of, ...)                                                                       \
	{                                                                                          \
		BASE, .arm64.gic = { GIC3 }, .tables = (of), ECAMS,                                \
		      .arm64.rmrs = AB_LIST(struct ab_rmr, __VA_ARGS__)                            \
	}
#define RMRS(...) RMR_MACHINE(AB_TABLES_ACPI, __VA_ARGS__)
#define RMR(id, n, at, bytes)                                                                      \
	{                                                                                          \
		.bridge = 1, .rid = (id), .n_rids = (n), .base = (at), .size = (bytes)             \
	}

#define NULL_LIST "at is NULL, n is not 0"

#define NO_NODES "device trees have no nodes for functions: AB_TABLES_ACPI"
#define BEYOND_BUSES "beyond the bridge's buses"
#define BY_64K "base and size: multiples of 64 KiB, size not 0"

static const struct row rows[] = {
	{ "edition of ACPI",
	  { BASE, .arm64.gic = { GIC3 }, .acpi.edition = (enum ab_acpi_edition)(AB_ACPI_6_5 + 1) },
	  { AB_ERR_ARG, "machine.acpi.edition", 2, "no such edition" } },
	/* memory that stays mapped */
	{ "RMR in the usual tree",
	  RMR_MACHINE(AB_TABLES_USUAL, RMR(0x2000, 1, 0, 0x10000)),
	  { AB_ERR_UNSUPPORTED, "machine.arm64.rmrs", 1, NO_NODES } },
	{ "RMR in a tree",
	  RMR_MACHINE(AB_TABLES_FDT, RMR(0x2000, 1, 0, 0x10000)),
	  { AB_ERR_UNSUPPORTED, "machine.arm64.rmrs", 1, NO_NODES } },
	{ "RMR without SMMU",
	  RMRS({ .bridge = 0, .size = 0x10000 }),
	  { AB_ERR_ARG, "machine.arm64.rmrs.bridge", 0, "has no SMMU" } },
	{ "RMR whose bridge may number its buses anew",
	  { BASE, .arm64.gic = { GIC3 }, .tables = AB_TABLES_ACPI,
	    .devs = DEVS({ ECAM, .pcie = { .smmu = 1 } },
			 { AB_DEV_SMMUV3, .base = 0x9050000, .irq = 106 }),
	    .arm64.rmrs = AB_LIST(struct ab_rmr, { .bridge = 0, .size = 0x10000 }) },
	  { AB_ERR_ARG, "machine.arm64.rmrs.bridge", 0, "needs its probe_only" } },
	{ "RMR without bridge",
	  RMRS({ .bridge = 2, .size = 0x10000 }),
	  { AB_ERR_ARG, "machine.arm64.rmrs.bridge", 2, "no such bridge" } },
	{ "RMR before the bridge's buses",
	  RMRS(RMR(0x1fff, 1, 0, 0x10000)),
	  { AB_ERR_ARG, "machine.arm64.rmrs.rid", 0x1fff, BEYOND_BUSES } },
	{ "RMR behind them",
	  RMRS(RMR(0x2200, 0, 0, 0x10000)),
	  { AB_ERR_ARG, "machine.arm64.rmrs.rid", 0x2200, BEYOND_BUSES } },
	{ "RMR into what is behind them",
	  RMRS(RMR(0x2001, 0x200, 0, 0x10000)),
	  { AB_ERR_ARG, "machine.arm64.rmrs.rid", 0x2001, BEYOND_BUSES } },
	{ "RMR base",
	  RMRS(RMR(0x2000, 1, 0x8000, 0x10000)),
	  { AB_ERR_ARG, "machine.arm64.rmrs.base", 0x8000, BY_64K } },
	{ "RMR size",
	  RMRS(RMR(0x2000, 1, 0x10000, 0x18000)),
	  { AB_ERR_ARG, "machine.arm64.rmrs.base", 0x10000, BY_64K } },
	{ "RMR of nothing",
	  RMRS(RMR(0x2000, 1, 0x10000, 0)),
	  { AB_ERR_ARG, "machine.arm64.rmrs.base", 0x10000, BY_64K } },
	{ "RMR beyond what CPUs address",
	  RMRS(RMR(0x2000, 1, UINT64_C(0xffffff0000), 0x20000)),
	  { AB_ERR_ARG, "machine.arm64.rmrs.base", UINT64_C(0xffffff0000),
	    "beyond machine.phys_bits" } },
	{ "RMR in RAM",
	  RMRS(RMR(0x2000, 1, 0x3fff0000, 0x20000)),
	  { AB_ERR_OVERLAP, "machine.arm64.rmrs", 0x3fff0000, "machine.ram" } },
	{ "RMR on a UART",
	  { BASE, .arm64.gic = { GIC3 }, .tables = AB_TABLES_ACPI,
	    .devs = DEVS({ ECAM, .pcie = { .smmu = 1, .probe_only = true } },
			 { AB_DEV_SMMUV3, .base = 0x9050000, .irq = 106 }, { UART(0x901f000, 33) }),
	    .arm64.rmrs = AB_LIST(struct ab_rmr, { .size = 0x10000 },
				  { .base = 0x9010000, .size = 0x10000 }) },
	  { AB_ERR_OVERLAP, "machine.arm64.rmrs", 0x9010000, "uart-pl011" } },
	{ "RMR in a window",
	  { BASE, .arm64.gic = { GIC3 }, .tables = AB_TABLES_ACPI,
	    .devs = DEVS(
		{ ECAM,
		  .pcie = { .smmu = 1, .probe_only = true, .mmio32 = { 0x20000000, 0x1000 } } },
		{ AB_DEV_SMMUV3, .base = 0x9050000, .irq = 106 }),
	    .arm64.rmrs = AB_LIST(struct ab_rmr, { .base = 0x20000000, .size = 0x10000 }) },
	  { AB_ERR_OVERLAP, "machine.arm64.rmrs", 0x20000000, "pcie.mmio32" } },
	{ "RMR twice",
	  RMRS(RMR(0x2000, 2, 0, 0x20000), RMR(0x2001, 1, 0x10000, 0x10000)),
	  { AB_ERR_OVERLAP, "machine.arm64.rmrs", 0x10000, "machine.arm64.rmrs" } },
	{ "MP table",
	  { BASE, .arm64.gic = { GIC3 }, .tables = AB_TABLES_MP },
	  { AB_ERR_UNSUPPORTED, "machine.tables", AB_TABLES_MP, "not on this architecture" } },
	{ "no tables",
	  { BASE, .arm64.gic = { GIC3 }, .tables = AB_TABLES_NONE },
	  { AB_ERR_UNSUPPORTED, "machine.tables", AB_TABLES_NONE, "not on this architecture" } },
	{ "MPIDR with U",
	  { ARM(1), RAM, .arm64.gic = { GIC3 }, .cpus = CPUS({ .id = 1 << 30 }) },
	  { AB_ERR_ARG, "machine.cpus.id", 1 << 30, "MPIDR affinity is bits 39-32 and 23-0" } },
	{ "MPIDR beyond Aff3",
	  { ARM(1), RAM, .arm64.gic = { GIC3 }, .cpus = CPUS({ .id = UINT64_C(1) << 40 }) },
	  { AB_ERR_ARG, "machine.cpus.id", UINT64_C(1) << 40,
	    "MPIDR affinity is bits 39-32 and 23-0" } },
	{ "MPIDR twice",
	  { ARM(2), RAM, .arm64.gic = { GIC3 }, .cpus = CPUS({ .id = 0x100 }, { .id = 0x100 }) },
	  { AB_ERR_ARG, "machine.cpus.id", 0x100, "given twice" } },
	{ "empty hypervisor id",
	  { BASE, .arm64.gic = { GIC3 }, .acpi.hypervisor_id = "" },
	  { AB_ERR_ARG, "machine.acpi.hypervisor_id", 0, "1 to 8 characters" } },
	{ "long hypervisor id",
	  { BASE, .arm64.gic = { GIC3 }, .acpi.hypervisor_id = "123456789" },
	  { AB_ERR_ARG, "machine.acpi.hypervisor_id", 9, "1 to 8 characters" } },
	/* the interrupt controller */
	{ "GIC 1",
	  ONE_GIC(GIC3, .version = 1),
	  { AB_ERR_ARG, "machine.arm64.gic.version", 1, "2 or 3" } },
	{ "GIC 4",
	  ONE_GIC(GIC3, .version = 4),
	  { AB_ERR_ARG, "machine.arm64.gic.version", 4, "2 or 3" } },
	{ "no GIC", { BASE }, { AB_ERR_ARG, "machine.arm64.gic.dist", 0, "required and aligned" } },
	{ "GICv3 distributor within 64 KiB",
	  ONE_GIC(REDISTS, .dist = 0x8001000),
	  { AB_ERR_ARG, "machine.arm64.gic.dist", 0x8001000, "required and aligned" } },
	{ "GICv2 distributor within 4 KiB",
	  ONE_GIC(.version = 2, .dist = 0x8000800),
	  { AB_ERR_ARG, "machine.arm64.gic.dist", 0x8000800, "required and aligned" } },
	{ "GICv2 for 9 CPUs",
	  { ARM(9), RAM, .arm64.gic = { GIC2 } },
	  { AB_ERR_ARG, "machine.n_cpus", 9, "a GICv2 has 8 CPU interfaces" } },
	{ "GICv2 without CPU interface",
	  ONE_GIC(.version = 2, .dist = 0x8000000),
	  { AB_ERR_ARG, "machine.arm64.gic.cpu", 0, "required with GICv2, page-aligned" } },
	{ "CPU interface within a page",
	  ONE_GIC(.version = 2, .dist = 0x8000000, .cpu = 0x8010800),
	  { AB_ERR_ARG, "machine.arm64.gic.cpu", 0x8010800, "required with GICv2, page-aligned" } },
	{ "GICv2 with redistributors",
	  ONE_GIC(GIC2, .redist = REDIST({ 0x8100000, 0x80000 })),
	  { AB_ERR_ARG, "machine.arm64.gic.redist", 1, "GICv3 only" } },
	{ "GICv2 with ITS",
	  ONE_GIC(GIC2, .its = 0x8080000),
	  { AB_ERR_ARG, "machine.arm64.gic.its", 0x8080000, "GICv3 only" } },
	{ "GICv3 with CPU interface",
	  ONE_GIC(GIC3, .cpu = 0x8010000),
	  { AB_ERR_ARG, "machine.arm64.gic.cpu", 0x8010000, "GICv2 only" } },
	{ "ITS within 64 KiB",
	  ONE_GIC(GIC3, .its = 0x8088000),
	  { AB_ERR_ARG, "machine.arm64.gic.its", 0x8088000, "multiple of 64 KiB" } },
	{ "redistributors within 64 KiB",
	  ONE_GIC(.dist = 0x8000000, .redist = REDIST({ 0x8108000, 0x80000 })),
	  { AB_ERR_ARG, "machine.arm64.gic.redist.base", 0x8108000, "multiple of 64 KiB" } },
	{ "redistributor region of size 0",
	  ONE_GIC(.dist = 0x8000000, .redist = REDIST({ 0x8100000, 0 })),
	  { AB_ERR_ARG, "machine.arm64.gic.redist.size", 0, "128 KiB a CPU" } },
	{ "half a redistributor",
	  ONE_GIC(.dist = 0x8000000, .redist = REDIST({ 0x8100000, 0x90000 })),
	  { AB_ERR_ARG, "machine.arm64.gic.redist.size", 0x90000, "128 KiB a CPU" } },
	{ "a redistributor too few",
	  ONE_GIC(.dist = 0x8000000,
		  .redist = REDIST({ 0x8100000, 0x40000 }, { 0x8200000, 0x20000 })),
	  { AB_ERR_ARG, "machine.arm64.gic.redist", 3, "fewer than n_cpus" } },
	{ "no redistributor",
	  ONE_GIC(.dist = 0x8000000),
	  { AB_ERR_ARG, "machine.arm64.gic.redist", 0, "fewer than n_cpus" } },
	{ "MSI frame within a page",
	  ONE_GIC(GIC3, .v2m = 0x8020800, .v2m_spi = 64, .v2m_spis = 8),
	  { AB_ERR_ARG, "machine.arm64.gic.v2m", 0x8020800, "page-aligned" } },
	{ "MSIs at PPIs",
	  ONE_GIC(GIC3, .v2m = 0x8020000, .v2m_spi = 31, .v2m_spis = 8),
	  { AB_ERR_ARG, "machine.arm64.gic.v2m_spi", 31, SPI } },
	{ "no MSI",
	  ONE_GIC(GIC3, .v2m = 0x8020000, .v2m_spi = 64),
	  { AB_ERR_ARG, "machine.arm64.gic.v2m_spi", 64, SPI } },
	{ "MSIs beyond the last SPI",
	  ONE_GIC(GIC3, .v2m = 0x8020000, .v2m_spi = 1000, .v2m_spis = 21),
	  { AB_ERR_ARG, "machine.arm64.gic.v2m_spi", 1000, SPI } },
	{ "MSIs of no frame",
	  ONE_GIC(GIC3, .v2m_spi = 64),
	  { AB_ERR_ARG, "machine.arm64.gic.v2m", 0, "required with v2m_spi and v2m_spis" } },
	{ "as many MSIs of no frame",
	  ONE_GIC(GIC2, .v2m_spis = 8),
	  { AB_ERR_ARG, "machine.arm64.gic.v2m", 0, "required with v2m_spi and v2m_spis" } },
	{ "MSI frame and ITS",
	  ONE_GIC(GIC3, .its = 0x8080000, .v2m = 0x8020000, .v2m_spi = 64, .v2m_spis = 8),
	  { AB_ERR_ARG, "machine.arm64.gic.v2m", 0x8020000, "MSIs go to it or to the ITS" } },
	{ "maintenance at an SGI",
	  ONE_GIC(GIC3, .maintenance = 15),
	  { AB_ERR_ARG, "machine.arm64.gic.maintenance", 15, PPI } },
	{ "maintenance at an SPI",
	  ONE_GIC(GIC3, .maintenance = 32),
	  { AB_ERR_ARG, "machine.arm64.gic.maintenance", 32, PPI } },
	/* PPIs */
	{ "secure timer",
	  { BASE, .arm64.gic = { GIC3 }, .arm64.timer = { .secure = 15 } },
	  { AB_ERR_ARG, "machine.arm64.timer.secure", 15, PPI } },
	{ "physical timer",
	  { BASE, .arm64.gic = { GIC3 }, .arm64.timer = { .phys = 32 } },
	  { AB_ERR_ARG, "machine.arm64.timer.phys", 32, PPI } },
	{ "virtual timer",
	  { BASE, .arm64.gic = { GIC3 }, .arm64.timer = { .virt = 1 } },
	  { AB_ERR_ARG, "machine.arm64.timer.virt", 1, PPI } },
	{ "EL2 timer",
	  { BASE, .arm64.gic = { GIC3 }, .arm64.timer = { .hyp = 33 } },
	  { AB_ERR_ARG, "machine.arm64.timer.hyp", 33, PPI } },
	{ "EL2 virtual timer",
	  { BASE, .arm64.gic = { GIC3 }, .arm64.timer = { .hyp_virt = 12 } },
	  { AB_ERR_ARG, "machine.arm64.timer.hyp_virt", 12, PPI } },
	{ "PMU",
	  { BASE, .arm64.gic = { GIC3 }, .arm64.pmu = 7 },
	  { AB_ERR_ARG, "machine.arm64.pmu", 7, PPI } },
	{ "the virtual timer at the physical one's",
	  { BASE, .arm64.gic = { GIC3 }, .arm64.timer = { .phys = 20, .virt = 20 } },
	  { AB_ERR_OVERLAP, "machine.arm64.timer.virt", 20, "machine.arm64.timer.phys" } },
	{ "a timer at another's usual one",
	  { BASE, .arm64.gic = { GIC3 }, .arm64.timer = { .phys = 26 } },
	  { AB_ERR_OVERLAP, "machine.arm64.timer.hyp", 26, "machine.arm64.timer.phys" } },
	{ "physical timer at the secure one's",
	  { BASE, .arm64.gic = { GIC3 }, .arm64.timer = { .phys = 29 } },
	  { AB_ERR_OVERLAP, "machine.arm64.timer.phys", 29, "machine.arm64.timer.secure" } },
	{ "EL2's timers at one",
	  { BASE, .arm64.gic = { GIC3 }, .arm64.timer = { .hyp_virt = 26 } },
	  { AB_ERR_OVERLAP, "machine.arm64.timer.hyp_virt", 26, "machine.arm64.timer.hyp" } },
	{ "the PMU at the virtual timer's",
	  { BASE, .arm64.gic = { GIC3 }, .arm64.pmu = 27 },
	  { AB_ERR_OVERLAP, "machine.arm64.pmu", 27, "machine.arm64.timer.virt" } },
	{ "the PMU at EL2's virtual timer's",
	  { BASE, .arm64.gic = { GIC3 }, .arm64.pmu = 28, .arm64.timer = { .hyp_virt = 28 } },
	  { AB_ERR_OVERLAP, "machine.arm64.pmu", 28, "machine.arm64.timer.hyp_virt" } },
	{ "maintenance at the PMU's",
	  { BASE, .arm64.gic = { GIC2, .maintenance = 23 }, .arm64.pmu = 23 },
	  { AB_ERR_OVERLAP, "machine.arm64.gic.maintenance", 23, "machine.arm64.pmu" } },
	{ "maintenance at a timer's",
	  ONE_GIC(GIC3, .maintenance = 30),
	  { AB_ERR_OVERLAP, "machine.arm64.gic.maintenance", 30, "machine.arm64.timer.phys" } },
	{ "the VMBus at a timer's",
	  ONE_DEV(AB_DEV_VMBUS, .irq = 29),
	  { AB_ERR_OVERLAP, "vmbus.irq", 29, "machine.arm64.timer.secure" } },
	{ "the VMBus at virtualisation's",
	  { BASE, .arm64.gic = { GIC3, .maintenance = 25 },
	    .devs = DEVS({ AB_DEV_VMBUS, .irq = 25 }) },
	  { AB_ERR_OVERLAP, "vmbus.irq", 25, "machine.arm64.gic.maintenance" } },
	{ "conduit",
	  { BASE, .arm64.gic = { GIC3 }, .arm64.conduit = (enum ab_conduit)2 },
	  { AB_ERR_ARG, "machine.arm64.conduit", 2, "AB_CONDUIT_HVC or AB_CONDUIT_SMC" } },
	{ "no redistributors where there are said to be",
	  ONE_GIC(.dist = 0x8000000, .redist = { NULL, 1 }),
	  { AB_ERR_ARG, "machine.arm64.gic.redist", 1, NULL_LIST } },
	{ "no RMRs",
	  { BASE, .arm64.gic = { GIC3 }, .arm64.rmrs = { NULL, 1 } },
	  { AB_ERR_ARG, "machine.arm64.rmrs", 1, NULL_LIST } },
	{ "no overlays",
	  { BASE, .arm64.gic = { GIC3 }, .fdt = { .overlays = { NULL, 1 } } },
	  { AB_ERR_ARG, "machine.fdt.overlays", 1, NULL_LIST } },
	{ "an overlay that is not there",
	  { BASE, .arm64.gic = { GIC3 },
	    .fdt = { .overlays = AB_LIST(struct ab_bytes, { NULL, 40 }) } },
	  { AB_ERR_ARG, "machine.fdt.overlays", 0, "data is NULL, size is not 0" } },
};

static void test_bad(void **state)
{
	(void)state;
	judge_bad(rows, COUNT(rows));
}

static const struct row good[] = {
	{ "smallest", { ARM(1), RAM, .arm64.gic = { GIC3 } }, { 0 } },
	{ "RAM from 0", { BASE, .arm64.gic = { GIC3 }, .tables = AB_TABLES_FDT }, { 0 } },
	{ "ACPI", { BASE, .arm64.gic = { GIC3, .version = 3 }, .tables = AB_TABLES_ACPI }, { 0 } },
	{ "GICv2 for 8", { ARM(8), RAM, .arm64.gic = { GIC2, .maintenance = 16 } }, { 0 } },
	{ "GICv2 in the next pages",
	  { BASE, .arm64.gic = { .version = 2, .dist = 0x8001000, .cpu = 0x8002000 } },
	  { 0 } },
	{ "as many redistributors as CPUs",
	  { ARM(16), RAM, .arm64.gic = { GIC3, .its = 0x8080000, .maintenance = 31 } },
	  { 0 } },
	{ "the last MSI", ONE_GIC(GIC3, .v2m = 0x8020000, .v2m_spi = 1000, .v2m_spis = 20), { 0 } },
	{ "the first MSI", ONE_GIC(GIC2, .v2m = 0x8020000, .v2m_spi = 32, .v2m_spis = 1), { 0 } },
	{ "PPIs of every kind",
	  { BASE, .arm64.gic = { GIC3 }, .arm64.pmu = 30, .arm64.timer = { 16, 31, 17, 18, 19 },
	    .acpi.hypervisor_id = "12345678" },
	  { 0 } },
	{ "MPIDRs", /* all of Aff3 to Aff0 */
	  { ARM(2), RAM, .arm64.gic = { GIC3 },
	    .cpus = CPUS({ .id = UINT64_C(0xff00ffffff) }, { .id = 0 }) },
	  { 0 } },
	{ "RMRs, all of a bridge and at the edges",
	  RMRS(RMR(0x2000, 0x200, 0x3fff0000, 0x10000), RMR(0x21ff, 0, 0x40100000, 0x10000)),
	  { 0 } },
	{ "RMR that is the ITS's doorbell, and one beside a device",
	  { BASE, .arm64.gic = { GIC3, .its = 0x8080000 }, .tables = AB_TABLES_ACPI,
	    .devs = DEVS({ ECAM, .pcie = { .smmu = 1, .probe_only = true } },
			 { AB_DEV_SMMUV3, .base = 0x9050000, .irq = 106 }),
	    .arm64.rmrs = AB_LIST(struct ab_rmr, { .base = 0x8090000, .size = 0x10000 },
				  { .base = 0x9070000, .size = 0x10000 },
				  { .base = 0x9040000, .size = 0x10000 }) },
	  { 0 } },
	{ "RMRs, functions share one, and ranges are neighbours",
	  RMRS(RMR(0x2000, 1, 0, 0x10000), RMR(0x2001, 1, 0, 0x10000),
	       RMR(0x2000, 1, 0x10000, 0x10000)),
	  { 0 } },
	{ "RMRs, functions of two bridges share one",
	  { BASE, .arm64.gic = { GIC3 }, .tables = AB_TABLES_ACPI,
	    .devs = DEVS({ ECAM, .pcie = { .smmu = 1, .probe_only = true } },
			 { AB_DEV_SMMUV3, .base = 0x9050000, .irq = 106 },
			 { AB_DEV_PCIE_ECAM, .base = 0x20000000, .size = AB_MiB,
			   .pcie = { .segment = 1, .smmu = 1, .probe_only = true } }),
	    .arm64.rmrs = AB_LIST(struct ab_rmr, { .bridge = 0, .size = 0x10000 },
				  { .bridge = 1, .size = 0x10000 }) },
	  { 0 } },
};

static void test_good(void **state)
{
	(void)state;
	judge_good(good, COUNT(good));
}

/* Clusters of 16, which is what an SGI's target list reaches; 256 clusters an Aff2. */
static void test_mpidrs(void **state)
{
	static const struct {
		uint32_t cpu;
		uint64_t id;
	} at[] = { { 0, 0 },        { 15, 15 },       { 16, 0x100 },     { 17, 0x101 },
		   { 299, 0x120b }, { 4095, 0xff0f }, { 4096, 0x10000 }, { 65535, 0xfff0f } };
	const struct ab_machine m = { ARM(65536), .topology = { .threads = 2, .cores = 3 } };

	(void)state;
	for (size_t i = 0; i < COUNT(at); i++)
		assert_int_equal(ab_machine_cpu_id(&m, at[i].cpu), at[i].id);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_bad),
		cmocka_unit_test(test_good),
		cmocka_unit_test(test_mpidrs),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
