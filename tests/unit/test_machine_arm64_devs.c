/* SPDX-License-Identifier: BSD-2-Clause */
/* Devices of an arm64 machine: what each has of its own, their interrupts, and whom they overlap.
 */
#include "machine_arm64.h"
#include "checked.h"

#define HIGH                                                                                       \
	"must be AB_IRQ_EDGE_HIGH or AB_IRQ_LEVEL_HIGH on arm64, as a GIC has no active-low "      \
	"inputs"
#define WINDOW_4K "base and size must be multiples of 0x1000"
#define NO_IRQ "must not be 0, as this kind has no usual interrupt"

static const struct row rows[] = {
	/* interrupts of devices */
	{ "a UART's PPI", ONE_DEV(UART(0x9000000, 31)), BAD_DEV(0, "uart-pl011", "irq", 31, SPI3) },
	{ "a UART beyond the last SPI", ONE_DEV(UART(0x9000000, 1020)),
	  BAD_DEV(0, "uart-pl011", "irq", 1020, SPI3) },
	{ "an SMMU whose third interrupt is beyond",
	  ONE_DEV(AB_DEV_SMMUV3, .base = 0x9000000, .irq = 1018),
	  BAD_DEV(0, "smmu-v3", "irq", 1018, FIRST_SPI ", or all of them 4096 to 5119") },
	{ "an SMMU whose third interrupt is beyond the extended SPIs",
	  ONE_DEV(AB_DEV_SMMUV3, .base = 0x9000000, .irq = 5118),
	  BAD_DEV(0, "smmu-v3", "irq", 5118, FIRST_SPI ", or all of them 4096 to 5119") },
	{ "a UART below the extended SPIs", ONE_DEV(UART(0x9000000, 4095)),
	  BAD_DEV(0, "uart-pl011", "irq", 4095, SPI3) },
	{ "a UART beyond the extended SPIs", ONE_DEV(UART(0x9000000, 5120)),
	  BAD_DEV(0, "uart-pl011", "irq", 5120, SPI3) },
	{ "a UART's extended PPI", ONE_DEV(UART(0x9000000, 1056)),
	  BAD_DEV(0, "uart-pl011", "irq", 1056, SPI3) },
	{ "a pin beyond the extended SPIs", ONE_DEV(ECAM, .pcie = { .intx = { 0, 5120, 0, 0 } }),
	  BAD_DEV(0, "pcie-ecam", "pcie.intx", 5120, SPI3) },
	{ "a GICv2's extended SPI",
	  { BASE, .arm64.gic = { GIC2 }, .devs = DEVS({ UART(0x9000000, 4096) }) },
	  BAD_DEV(0, "uart-pl011", "irq", 4096, SPI2) },
	{ "a pin at a GICv2's extended SPI",
	  { BASE, .arm64.gic = { GIC2 },
	    .devs = DEVS({ ECAM, .pcie = { .intx = { 0, 0, 5119, 0 } } }) },
	  BAD_DEV(0, "pcie-ecam", "pcie.intx", 5119, SPI2) },
	{ "an SMMU at a GICv2's extended SPIs",
	  { BASE, .arm64.gic = { GIC2 },
	    .devs = DEVS({ AB_DEV_SMMUV3, .base = 0x9000000, .irq = 4096 }) },
	  BAD_DEV(0, "smmu-v3", "irq", 4096, FIRST_SPI ", as a GICv2 has no others") },
	{ "a VMBus with an extended SPI", ONE_DEV(AB_DEV_VMBUS, .irq = 4096),
	  BAD_DEV(0, "vmbus", "irq", 4096, PPI) },
	{ "a VMBus with an SPI", ONE_DEV(AB_DEV_VMBUS, .irq = 32),
	  BAD_DEV(0, "vmbus", "irq", 32, PPI) },
	{ "a VMBus with an SGI", ONE_DEV(AB_DEV_VMBUS, .irq = 15),
	  BAD_DEV(0, "vmbus", "irq", 15, PPI) },
	{ "a pin below the SPIs", ONE_DEV(ECAM, .pcie = { .intx = { 32, 31, 0, 0 } }),
	  BAD_DEV(0, "pcie-ecam", "pcie.intx", 31, SPI3) },
	{ "a pin beyond the SPIs", ONE_DEV(ECAM, .pcie = { .intx = { 0, 0, 0, 1020 } }),
	  BAD_DEV(0, "pcie-ecam", "pcie.intx", 1020, SPI3) },
	{ "a bridge behind an SMMU that is not there",
	  { BASE, .arm64.gic = { GIC3 },
	    .devs = DEVS({ ECAM, .pcie = { .smmu = 2 } },
			 { AB_DEV_SMMUV3, .base = 0x9000000, .irq = 40 }) },
	  BAD_DEV(0, "pcie-ecam", "pcie.smmu", 2,
		  "must be 0, or 1 to the number of AB_DEV_SMMUV3") },
	{ "a bridge at the second of one ITS",
	  { BASE, .arm64.gic = { GIC3, .its = AB_LIST(struct ab_its, { 0x8080000 }) },
	    .devs = DEVS({ ECAM, .pcie = { .its = 1 } }) },
	  BAD_DEV(0, "pcie-ecam", "pcie.its", 1, "must be 0, or below machine.arm64.gic.its.n") },
	{ "the second bridge at the second of no ITS",
	  { BASE, .arm64.gic = { GIC3 },
	    .devs = DEVS({ ECAM }, { AB_DEV_PCIE_ECAM, .base = 0x20000000, .size = AB_MiB,
				     .pcie = { .segment = 1, .its = 1 } }) },
	  BAD_DEV(1, "pcie-ecam", "pcie.its", 1, "must be 0, or below machine.arm64.gic.its.n") },
	/* devices */
	{ "a UART without an interrupt", ONE_DEV(AB_DEV_UART_PL011, .base = 0x9000000),
	  BAD_DEV(0, "uart-pl011", "irq", 0, NO_IRQ) },
	{ "a VMBus without an interrupt", ONE_DEV(.type = AB_DEV_VMBUS),
	  BAD_DEV(0, "vmbus", "irq", 0, NO_IRQ) },
	{ "a VMBus with an address", ONE_DEV(AB_DEV_VMBUS, .base = 0x9000000, .irq = 18),
	  BAD_DEV(0, "vmbus", "base", 0x9000000, "must be 0, as this kind has no registers") },
	{ "a window of size 0", ONE_DEV(AB_DEV_WINDOW, .base = 0x9000000),
	  BAD_DEV(0, "window", "size", 0, "must not be 0, as this kind has no usual size") },
	{ "an x86 device",
	  ONE_DEV(.type = AB_DEV_I8042, .base = 0x60, .irq = 33),
	  { AB_ERR_UNSUPPORTED, "machine.devs[].type", AB_DEV_I8042,
	    "must be a kind that arm64 has", .name = "i8042" } },
	{ "a window of half a page", ONE_DEV(AB_DEV_WINDOW, .base = 0x9000000, .size = 0x1800),
	  BAD_DEV(0, "window", "size", 0x1800, "must be a multiple of 0x1000") },
	{ "a window within a page", ONE_DEV(AB_DEV_WINDOW, .base = 0x9000800, .size = 0x1000),
	  BAD_DEV(0, "window", "base", 0x9000800, "must be a multiple of 0x1000") },
	{ "ports within a page", ONE_DEV(ECAM, .pcie = { .pio = { 0x20000800, 0x1000 } }),
	  BAD_DEV(0, "pcie-ecam", "pcie.pio.base", 0x20000800, WINDOW_4K) },
	{ "a 32-bit window of a byte", ONE_DEV(ECAM, .pcie = { .mmio32 = { 0x20000000, 1 } }),
	  BAD_DEV(0, "pcie-ecam", "pcie.mmio32.base", 0x20000000, WINDOW_4K) },
	{ "a 64-bit window that ends within a page",
	  ONE_DEV(ECAM, .pcie = { .mmio64 = { 0x8000000000, 0x1800 } }),
	  BAD_DEV(0, "pcie-ecam", "pcie.mmio64.base", 0x8000000000, WINDOW_4K) },
	{ "a further window of half a page",
	  ONE_DEV(ECAM, .pcie.more_mmio = REDIST({ 0x20000000, 0x1000 }, { 0x30000000, 0x800 })),
	  BAD_DEV(0, "pcie-ecam", "pcie.more_mmio.base", 0x30000000, WINDOW_4K) },
	{ "a second window of ports",
	  ONE_DEV(ECAM, .pcie.more_pio = REDIST({ 0x20000000, 0x1000 })),
	  BAD_DEV(0, "pcie-ecam", "pcie.more_pio.n", 1, "must be 0 on arm64") },
	{ "a route to no SPI", ONE_DEV(ECAM, .pcie.routes = ROUTES({ 31, 3, 31 })),
	  BAD_DEV(0, "pcie-ecam", "pcie.routes.irq", 31, SPI3) },
	{ "a route to an edge",
	  { BASE, .arm64.gic = { GIC3 },
	    .devs = DEVS({ AB_DEV_UART_16550, .base = 0x9000000, .irq = 35 },
			 { ECAM, .pcie = { .intx = { 36 }, .routes = ROUTES({ 3, 0, 35 }) } }) },
	  BAD_SHARING(1, "pcie-ecam", "pcie.routes.irq", 35, "uart-16550") },
	{ "a bridge by ports",
	  ONE_DEV(.type = AB_DEV_PCI),
	  { AB_ERR_UNSUPPORTED, "machine.devs[].type", AB_DEV_PCI, "must be a kind that arm64 has",
	    .name = "pci" } },
	{ "64 KiB of ports and one", ONE_DEV(ECAM, .pcie = { .pio = { 0x20000000, 0x10001 } }),
	  BAD_DEV(0, "pcie-ecam", "pcie.pio.size", 0x10001, "must be 0 to 65536") },
	{ "an active low level", ONE_DEV(UART(0x9000000, 33), .irq_flags = AB_IRQ_LEVEL_LOW),
	  BAD_DEV(0, "uart-pl011", "irq_flags", AB_IRQ_LEVEL_LOW, HIGH) },
	{ "a falling edge", ONE_DEV(AB_DEV_VMBUS, .irq = 18, .irq_flags = AB_IRQ_EDGE_LOW),
	  BAD_DEV(0, "vmbus", "irq_flags", AB_IRQ_EDGE_LOW, HIGH) },
	{ "pins that are active low", ONE_DEV(ECAM, .irq_flags = AB_IRQ_LEVEL_LOW),
	  BAD_DEV(0, "pcie-ecam", "irq_flags", AB_IRQ_LEVEL_LOW, HIGH) },
	{ "pins that are edges", ONE_DEV(ECAM, .irq_flags = AB_IRQ_EDGE_HIGH),
	  BAD_DEV(0, "pcie-ecam", "irq_flags", AB_IRQ_EDGE_HIGH,
		  "must be AB_IRQ_LEVEL_HIGH on arm64, as INTx is a level") },
	{ "own node without a trigger", ONE_DEV(AB_DEV_OTHER, .irq = 35),
	  BAD_DEV(0, "other", "irq_flags", 0,
		  "must not be AB_IRQ_USUAL, as this kind has no usual trigger") },
	{ "own node with a PPI", ONE_DEV(AB_DEV_OTHER, .irq = 18, .irq_flags = AB_IRQ_EDGE_HIGH),
	  BAD_DEV(0, "other", "irq", 18, SPI3) },
	{ "own node at an edge",
	  { BASE, .arm64.gic = { GIC3 },
	    .devs = DEVS({ AB_DEV_UART_16550, .base = 0x9000000, .irq = 35 },
			 { AB_DEV_OTHER, .irq = 35, .irq_flags = AB_IRQ_LEVEL_HIGH }) },
	  BAD_SHARING(1, "other", "irq", 35, "uart-16550") },
	{ "own node at the GIC",
	  ONE_DEV(AB_DEV_OTHER, .base = 0x8000fff, .size = 2),
	  { AB_ERR_OVERLAP, "machine.devs[].base", 0x8000fff, "machine.arm64.gic.dist", 0, "other",
	    0, NULL, 0x8000000 } },
	{ "an edge at a pin",
	  { BASE, .arm64.gic = { GIC3 },
	    .devs = DEVS({ ECAM, .pcie = { .intx = { 0, 0, 35, 0 } } },
			 { AB_DEV_UART_16550, .base = 0x9000000, .irq = 35 }) },
	  BAD_SHARING(1, "uart-16550", "irq", 35, "pcie-ecam") },
	{ "a pin at an edge",
	  { BASE, .arm64.gic = { GIC3 },
	    .devs = DEVS({ AB_DEV_UART_16550, .base = 0x9000000, .irq = 35 },
			 { ECAM, .pcie = { .intx = { 0, 0, 35, 0 } } }) },
	  BAD_SHARING(1, "pcie-ecam", "pcie.intx", 35, "uart-16550") },
	{ "a level at an SMMU's second interrupt",
	  { BASE, .arm64.gic = { GIC3 },
	    .devs =
		DEVS({ AB_DEV_SMMUV3, .base = 0x9050000, .irq = 40 }, { UART(0x9000000, 41) }) },
	  BAD_SHARING(1, "uart-pl011", "irq", 41, "smmu-v3") },
	{ "an SMMU whose third interrupt is a level's",
	  { BASE, .arm64.gic = { GIC3 },
	    .devs =
		DEVS({ UART(0x9000000, 42) }, { AB_DEV_SMMUV3, .base = 0x9050000, .irq = 40 }) },
	  BAD_SHARING(1, "smmu-v3", "irq", 42, "uart-pl011") },
	{ "an edge at a pin that is an extended SPI",
	  { BASE, .arm64.gic = { GIC3 },
	    .devs = DEVS({ ECAM, .pcie = { .intx = { 0, 0, 5119, 0 } } },
			 { AB_DEV_UART_16550, .base = 0x9000000, .irq = 5119 }) },
	  BAD_SHARING(1, "uart-16550", "irq", 5119, "pcie-ecam") },
	{ "a level at an SMMU's first extended SPI",
	  { BASE, .arm64.gic = { GIC3 },
	    .devs = DEVS({ AB_DEV_SMMUV3, .base = 0x9050000, .irq = 4096 },
			 { UART(0x9000000, 4096) }) },
	  BAD_SHARING(1, "uart-pl011", "irq", 4096, "smmu-v3") },
	{ "a UART beyond 36 bits",
	  { BASE, .phys_bits = 36, .arm64.gic = { GIC3 },
	    .devs = DEVS({ UART(0x4010000000, 33) }) },
	  BAD_DEV(0, "uart-pl011", "base", 0x4010000000, PHYS) },
	{ "a VMBus with a size", ONE_DEV(AB_DEV_VMBUS, .size = 0x1000, .irq = 18),
	  BAD_DEV(0, "vmbus", "size", 0x1000, "must be 0, as this kind has no registers") },
	{ "the second UART's PPI",
	  { BASE, .arm64.gic = { GIC3 },
	    .devs = DEVS({ UART(0x9000000, 33) }, { UART(0x9001000, 16) }) },
	  BAD_DEV(1, "uart-pl011", "irq", 16, SPI3) },
	{ "the second bridge's SMMU",
	  { BASE, .arm64.gic = { GIC3 },
	    .devs = DEVS({ ECAM }, { AB_DEV_PCIE_ECAM, .base = 0x20000000, .size = AB_MiB,
				     .pcie = { .segment = 1, .smmu = 1 } }) },
	  BAD_DEV(1, "pcie-ecam", "pcie.smmu", 1,
		  "must be 0, or 1 to the number of AB_DEV_SMMUV3") },
	{ "the second bridge's buses",
	  { BASE, .arm64.gic = { GIC3 },
	    .devs = DEVS(
		{ UART(0x9000000, 33) },
		{ AB_DEV_PCIE_ECAM, .base = 0x30000000, .size = 2 * AB_MiB, .pcie = { .bus = 16 } },
		{ AB_DEV_PCIE_ECAM, .base = 0x20000000, .size = AB_MiB, .pcie = { .bus = 17 } }) },
	  { AB_ERR_OVERLAP, "machine.devs[].pcie.bus", 17, "machine.devs[].pcie.bus", 2,
	    "pcie-ecam", 1, "pcie-ecam", 16, 1, 2 } },
	{ "the second UART at an MSI's",
	  { BASE, .arm64.gic = { GIC3, .v2m = 0x8020000, .v2m_spi = 64, .v2m_spis = 8 },
	    .devs = DEVS({ UART(0x9000000, 63) }, { UART(0x9001000, 71) }) },
	  { AB_ERR_OVERLAP, "machine.devs[].irq", 71, "machine.arm64.gic.v2m_spi", 1, "uart-pl011",
	    0, NULL, 64, 1, 8 } },
	{ "the VMBus, second, at the PMU's",
	  { BASE, .arm64 = { .gic = { GIC3 }, .pmu = 23 },
	    .devs = DEVS({ UART(0x9000000, 33) }, { AB_DEV_VMBUS, .irq = 23 }) },
	  { AB_ERR_OVERLAP, "machine.devs[].irq", 23, "machine.arm64.pmu", 1, "vmbus", 0, NULL, 23,
	    1, 1 } },
	{ "a VMBus, second, with an SPI",
	  { BASE, .arm64.gic = { GIC3 },
	    .devs = DEVS({ UART(0x9000000, 33) }, { AB_DEV_VMBUS, .irq = 34 }) },
	  BAD_DEV(1, "vmbus", "irq", 34, PPI) },
	/* overlaps */
	{ "ports on a device",
	  { BASE, .arm64.gic = { GIC3 },
	    .devs = DEVS({ UART(0x2000f000, 33) },
			 { ECAM, .pcie = { .pio = { 0x20000000, 0x10000 } } }) },
	  { AB_ERR_OVERLAP, "machine.devs[].pcie.pio.base", 0x20000000, "machine.devs[].base", 1,
	    "pcie-ecam", 0, "uart-pl011", 0x2000f000 } },
	{ "a device on the distributor",
	  ONE_DEV(UART(0x800f000, 33)),
	  { AB_ERR_OVERLAP, "machine.devs[].base", 0x800f000, "machine.arm64.gic.dist", 0,
	    "uart-pl011", 0, NULL, 0x8000000 } },
	{ "a device on a redistributor",
	  ONE_DEV(UART(0x82ff000, 33)),
	  { AB_ERR_OVERLAP, "machine.devs[].base", 0x82ff000, "machine.arm64.gic.redist[].base", 0,
	    "uart-pl011", 0, NULL, 0x8100000 } },
	{ "the second device on a second redistributor region",
	  { BASE,
	    .arm64.gic = { .dist = 0x8000000,
			   .redist = REDIST({ 0x8100000, 0x20000 }, { 0x8200000, 0x80000 }) },
	    .devs = DEVS({ UART(0x9000000, 33) }, { UART(0x827f000, 34) }) },
	  { AB_ERR_OVERLAP, "machine.devs[].base", 0x827f000, "machine.arm64.gic.redist[].base", 1,
	    "uart-pl011", 1, NULL, 0x8200000 } },
	{ "a device on the ITS",
	  { BASE, .arm64.gic = { GIC3, .its = AB_LIST(struct ab_its, { 0x8080000 }) },
	    .devs = DEVS({ UART(0x809f000, 33) }) },
	  { AB_ERR_OVERLAP, "machine.devs[].base", 0x809f000, "machine.arm64.gic.its[].base", 0,
	    "uart-pl011", 0, NULL, 0x8080000 } },
	{ "a device on the MSI frame",
	  { BASE, .arm64.gic = { GIC3, .v2m = 0x8020000, .v2m_spi = 64, .v2m_spis = 8 },
	    .devs = DEVS({ UART(0x8020000, 33) }) },
	  { AB_ERR_OVERLAP, "machine.devs[].base", 0x8020000, "machine.arm64.gic.v2m", 0,
	    "uart-pl011", 0, NULL, 0x8020000 } },
	{ "a device on the CPU interface",
	  { BASE, .arm64.gic = { GIC2 }, .devs = DEVS({ UART(0x8011000, 33) }) },
	  { AB_ERR_OVERLAP, "machine.devs[].base", 0x8011000, "machine.arm64.gic.cpu", 0,
	    "uart-pl011", 0, NULL, 0x8010000 } },
	{ "ITS on the distributor",
	  ONE_GIC(GIC3, .its = AB_LIST(struct ab_its, { 0x8000000 })),
	  { AB_ERR_OVERLAP, "machine.arm64.gic.its[].base", 0x8000000, "machine.arm64.gic.dist",
	    .other_value = 0x8000000 } },
	{ "the third ITS on the second",
	  ONE_GIC(GIC3, .its = AB_LIST(struct ab_its, { 0x8060000 }, { 0x8080000 }, { 0x8090000 })),
	  { AB_ERR_OVERLAP, "machine.arm64.gic.its[].base", 0x8090000,
	    "machine.arm64.gic.its[].base", 2, NULL, 1, NULL, 0x8080000 } },
	{ "the last redistributors on the second ITS",
	  ONE_GIC(.dist = 0x8000000, .its = AB_LIST(struct ab_its, { 0x8040000 }, { 0x8080000 }),
		  .redist = REDIST({ 0x8100000, 0x80000 }, { 0x8060000, 0x40000 })),
	  { AB_ERR_OVERLAP, "machine.arm64.gic.redist[].base", 0x8060000,
	    "machine.arm64.gic.its[].base", 1, NULL, 1, NULL, 0x8080000 } },
	{ "the second ITS beyond 40 bits",
	  ONE_GIC(GIC3, .its = AB_LIST(struct ab_its, { 0x8080000 }, { AB_TiB - 0x10000 })),
	  { AB_ERR_ARG, "machine.arm64.gic.its[].base", AB_TiB - 0x10000, PHYS, 1 } },
	{ "RAM on the second ITS",
	  ONE_GIC(GIC3, .its = AB_LIST(struct ab_its, { 0x8080000 }, { 0x40080000 })),
	  { AB_ERR_OVERLAP, "machine.ram[].base", 0x40000000, "machine.arm64.gic.its[].base", 0,
	    NULL, 1, NULL, 0x40080000 } },
	{ "redistributors on redistributors",
	  ONE_GIC(.dist = 0x8000000,
		  .redist = REDIST({ 0x8100000, 0x40000 }, { 0x8120000, 0x40000 })),
	  { AB_ERR_OVERLAP, "machine.arm64.gic.redist[].base", 0x8120000,
	    "machine.arm64.gic.redist[].base", 1, NULL, 0, NULL, 0x8100000 } },
	{ "RAM on a redistributor",
	  { BASE, .arm64.gic = { .dist = 0x8000000, .redist = REDIST({ 0x400f0000, 0x80000 }) } },
	  { AB_ERR_OVERLAP, "machine.ram[].base", 0x40000000, "machine.arm64.gic.redist[].base", 0,
	    NULL, 0, NULL, 0x400f0000 } },
	{ "redistributors beyond 40 bits",
	  ONE_GIC(.dist = 0x8000000, .redist = REDIST({ AB_TiB - 0x20000, 0x80000 })),
	  { AB_ERR_ARG, "machine.arm64.gic.redist[].base", AB_TiB - 0x20000, PHYS } },
};

static void test_bad(void **state)
{
	(void)state;
	judge_bad(rows, COUNT(rows));
}

static const struct row good[] = {
	{ "the last SPI",
	  { BASE, .arm64.gic = { GIC3 },
	    .devs = DEVS(
		{ UART(0x9000000, 1019) },
		{ AB_DEV_SMMUV3, .base = 0x9100000, .irq = 1017, .irq_flags = AB_IRQ_LEVEL_HIGH },
		{ AB_DEV_VMBUS, .irq = 31 },
		{ ECAM, .pcie = { .intx = { 32, 32, 32, 32 },
				  .pio = { 0x20000000, 0x10000 },
				  .smmu = 1 } }) },
	  { 0 } },
	{ "the first and the last extended SPI",
	  { BASE, .arm64.gic = { GIC3 },
	    .devs = DEVS({ UART(0x9000000, 4096) }, { UART(0x9001000, 5119) },
			 { AB_DEV_SMMUV3, .base = 0x9100000, .irq = 5116 },
			 { ECAM, .pcie = { .intx = { 4096, 5119, 4097, 32 }, .smmu = 1 } }) },
	  { 0 } },
	{ "an edge and a level whose numbers differ by 4096 less 32",
	  { BASE, .arm64.gic = { GIC3 },
	    .devs = DEVS({ UART(0x9000000, 32) }, { UART(0x9001000, 1019) },
			 { AB_DEV_UART_16550, .base = 0x9002000, .irq = 4096 },
			 { AB_DEV_UART_16550, .base = 0x9003000, .irq = 4096 + 32 },
			 { AB_DEV_UART_16550, .base = 0x9004000, .irq = 4096 + 1019 }) },
	  { 0 } },
	{ "bridges at the first ITS and the last",
	  { BASE,
	    .arm64.gic = { GIC3, .its = AB_LIST(struct ab_its, { 0x8060000 }, { 0x8040000 },
						{ AB_TiB - 0x20000 }) },
	    .devs = DEVS({ ECAM }, { AB_DEV_PCIE_ECAM, .base = 0x20000000, .size = AB_MiB,
				     .pcie = { .segment = 1, .its = 2 } }) },
	  { 0 } },
	{ "a level at a pin",
	  { BASE, .arm64.gic = { GIC3 },
	    .devs = DEVS(
		{ UART(0x9000000, 35) }, { AB_DEV_SMMUV3, .base = 0x9050000, .irq = 40 },
		{ ECAM, .irq_flags = AB_IRQ_LEVEL_HIGH, .pcie = { .intx = { 36, 35, 0, 43 } } },
		{ UART(0x9001000, 39) }) },
	  { 0 } },
	{ "neighbours of the controller",
	  { BASE, .arm64.gic = { GIC3, .its = AB_LIST(struct ab_its, { 0x8010000 }) },
	    .devs =
		DEVS({ UART(0x8030000, 33) }, { UART(0x80ff000, 34) }, { UART(0x8300000, 35) },
		     { AB_DEV_VMGENID, .base = 0x7fff000 }, { AB_DEV_UART_16550, .base = 0x100 }) },
	  { 0 } },
	{ "windows",
	  { BASE, .arm64.gic = { GIC3 },
	    .devs = DEVS({ AB_DEV_WINDOW, .base = 0x20000000, .size = 0x1000 },
			 { AB_DEV_WINDOW, .base = 0x20001000, .size = 0x3000 }) },
	  { 0 } },
};

/* Of each kind that has registers: how many, and what their place is a multiple of. */
static void test_sizes(void **state)
{
	static const struct {
		enum ab_dev_type type;
		uint64_t size, align;
		const char *name, *size_rule, *base_rule;
	} kinds[] = {
#define KIND(type, size, align, name)                                                              \
	{ type, size, align, name, "must be 0 or at least " #size, "must be a multiple of " #align }
		KIND(AB_DEV_UART_16550, 8, 1, "uart-16550"),
		KIND(AB_DEV_VIRTIO_MMIO, 512, 4, "virtio-mmio"),
		KIND(AB_DEV_ACPI_GED, 4, 4, "acpi-ged"),
		KIND(AB_DEV_ACPI_SLEEP, 2, 1, "acpi-sleep"),
		KIND(AB_DEV_UART_PL011, 4096, 0x1000, "uart-pl011"),
		KIND(AB_DEV_UART_SBSA, 4096, 0x1000, "uart-sbsa"),
		KIND(AB_DEV_RTC_PL031, 4096, 0x1000, "rtc-pl031"),
		KIND(AB_DEV_GPIO_PL061, 4096, 0x1000, "gpio-pl061"),
		KIND(AB_DEV_VMGENID, 4096, 0x1000, "vmgenid"),
		KIND(AB_DEV_SMMUV3, 131072, 0x10000, "smmu-v3"),
	};

	(void)state;
	for (size_t i = 0; i < COUNT(kinds); i++) {
		struct ab_dev dev = { kinds[i].type, .irq = 40 };
		const struct ab_machine m = { BASE, .arm64.gic = { GIC3 }, .devs = { &dev, 1 } };
		struct ab_error small =
		    BAD_DEV(0, kinds[i].name, "size", kinds[i].size - 1, kinds[i].size_rule);
		struct ab_error odd = BAD_DEV(0, kinds[i].name, "base",
					      0x9000000 + kinds[i].align / 2, kinds[i].base_rule);
		struct ab_error why;

		dev.base = 0x9000000 + kinds[i].align;
		assert_ok(check_machine(&m, NULL, &why), &why, kinds[i].name);
		dev.size = kinds[i].size;
		assert_ok(check_machine(&m, NULL, &why), &why, kinds[i].name);
		dev.size = 16 * kinds[i].size;
		assert_ok(check_machine(&m, NULL, &why), &why, kinds[i].name);
		dev.size = kinds[i].size - 1;
		assert_whole_error(check_machine(&m, NULL, &why), &why, &small, kinds[i].name);
		dev.size = 0;
		dev.base = odd.value;
		if (kinds[i].align != 1)
			assert_whole_error(check_machine(&m, NULL, &why), &why, &odd,
					   kinds[i].name);
	}
}

static void test_good(void **state)
{
	(void)state;
	judge_good(good, COUNT(good));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_bad),
		cmocka_unit_test(test_sizes),
		cmocka_unit_test(test_good),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
