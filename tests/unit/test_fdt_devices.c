/* SPDX-License-Identifier: BSD-2-Clause */
/* Devices' nodes, host bridges, a VMM's own nodes and the stub tree, read with libfdt. */
#include "fdt_look.h"
#include "checked.h"

#include <aetherboot/efi.h>

static const struct ab_machine two_cpus = {
	.arch = AB_ARCH_ARM64,
	.n_cpus = 2,
	.ram = AB_LIST(struct ab_ram, { .base = 0x40000000, .size = AB_GiB }),
	.arm64.gic = { .dist = 0x08000000,
		       .redist = AB_LIST(struct ab_range, { 0x20000000, 0x40000 }) },
};

#define DEVS(...) (struct ab_dev_list) AB_LIST(struct ab_dev, __VA_ARGS__)

static void assert_strings(const char *path, const char *name, const char *want, int size)
{
	assert_int_equal(size_of(path, name), size);
	assert_memory_equal(text(path, name), want, (size_t)size);
}

#define STRINGS(path, name, want) assert_strings(path, name, want, (int)sizeof(want))

static void test_uarts(void **state)
{
	struct ab_machine m = two_cpus;

	(void)state;
	m.devs = DEVS({ AB_DEV_UART_16550, .base = 0x9040000, .irq = 40 },
		      { AB_DEV_UART_PL011, .base = 0x9000000, .irq = 33 },
		      { AB_DEV_UART_SBSA, .base = 0x10000000000 - 0x1000, .irq = 34 },
		      { AB_DEV_UART_16550, .base = 0x9050000 });
	build(&m);
	STRINGS("/serial@9040000", "compatible", "ns16550a");
	CELLS("/serial@9040000", "reg", 0, 0x9040000, 0, 8);
	CELLS("/serial@9040000", "interrupts", 0, 8, 1);
	CELLS("/serial@9040000", "clock-frequency", 1843200);
	assert_int_equal(size_of("/serial@9050000", "interrupts"), -1);
	STRINGS("/serial@9000000", "compatible", "arm,pl011\0arm,primecell");
	CELLS("/serial@9000000", "reg", 0, 0x9000000, 0, 0x1000);
	CELLS("/serial@9000000", "interrupts", 0, 1, 4);
	CELLS("/serial@9000000", "clocks", AB_FDT_PHANDLE_CLOCK, AB_FDT_PHANDLE_CLOCK);
	STRINGS("/serial@9000000", "clock-names", "uartclk\0apb_pclk");
	CELLS("/apb-pclk", "phandle", AB_FDT_PHANDLE_CLOCK);
	CELLS("/apb-pclk", "clock-frequency", 24000000);
	CELLS("/apb-pclk", "#clock-cells", 0);
	STRINGS("/apb-pclk", "compatible", "fixed-clock");
	STRINGS("/serial@fffffff000", "compatible", "arm,sbsa-uart");
	CELLS("/serial@fffffff000", "reg", 0xff, 0xfffff000, 0, 0x1000);
	CELLS("/serial@fffffff000", "current-speed", 115200);
	/* the console is the first one listed, and its name leads to it */
	STRINGS("/chosen", "stdout-path", "serial0:115200n8");
	STRINGS("/aliases", "serial0", "/serial@9040000");
	STRINGS("/aliases", "serial1", "/serial@9000000");
	STRINGS("/aliases", "serial2", "/serial@fffffff000");
	STRINGS("/aliases", "serial3", "/serial@9050000");
	assert_int_equal(size_of("/aliases", "serial4"), -1);
	for (int i = 0; i < 4; i++) {
		static const char *const alias[] = { "serial0", "serial1", "serial2", "serial3" };

		assert_true(fdt_path_offset(tree, alias[i]) > 0);
	}
}

static void test_primecells(void **state)
{
	struct ab_machine m = two_cpus;

	(void)state;
	m.devs = DEVS({ AB_DEV_RTC_PL031, .base = 0x9010000, .irq = 34 },
		      { AB_DEV_GPIO_PL061, .base = 0x9030000, .irq = 39 });
	build(&m);
	STRINGS("/rtc@9010000", "compatible", "arm,pl031\0arm,primecell");
	CELLS("/rtc@9010000", "reg", 0, 0x9010000, 0, 0x1000);
	CELLS("/rtc@9010000", "interrupts", 0, 2, 4);
	CELLS("/rtc@9010000", "clocks", AB_FDT_PHANDLE_CLOCK);
	STRINGS("/rtc@9010000", "clock-names", "apb_pclk");
	STRINGS("/gpio@9030000", "compatible", "arm,pl061\0arm,primecell");
	CELLS("/gpio@9030000", "interrupts", 0, 7, 4);
	CELLS("/gpio@9030000", "#gpio-cells", 2);
	CELLS("/gpio@9030000", "#interrupt-cells", 2);
	CELLS("/gpio@9030000", "clocks", AB_FDT_PHANDLE_CLOCK);
	CELLS("/gpio@9030000", "phandle", AB_FDT_PHANDLE_GPIO);
	assert_int_equal(size_of("/gpio@9030000", "gpio-controller"), 0);
	assert_int_equal(size_of("/gpio@9030000", "interrupt-controller"), 0);
	STRINGS("/gpio-keys", "compatible", "gpio-keys");
	CELLS("/gpio-keys/power-button", "gpios", AB_FDT_PHANDLE_GPIO, 3, 0);
	CELLS("/gpio-keys/power-button", "linux,code", 116);
	CELLS("/apb-pclk", "phandle", AB_FDT_PHANDLE_CLOCK);
}

static void test_others(void **state)
{
	struct ab_machine m = two_cpus;

	(void)state;
	m.devs = DEVS(
	    { AB_DEV_VIRTIO_MMIO, .base = 0xa000200, .irq = 49 },
	    { AB_DEV_VIRTIO_MMIO, .base = 0xa000000, .irq = 48, .irq_flags = AB_IRQ_EDGE_HIGH },
	    { AB_DEV_VMGENID, .base = 0x9100000, .irq = 60 },
	    { AB_DEV_SMMUV3, .base = 0x9050000, .irq = 106 },
	    { AB_DEV_SMMUV3, .base = 0x9080000, .irq = 116 },
	    { AB_DEV_ACPI_GED, .base = 0x9200000, .irq = 70 });
	build(&m);
	STRINGS("/virtio@a000200", "compatible", "virtio,mmio");
	CELLS("/virtio@a000200", "reg", 0, 0xa000200, 0, 0x200);
	CELLS("/virtio@a000200", "interrupts", 0, 17, 4);
	CELLS("/virtio@a000000", "interrupts", 0, 16, 1);
	assert_int_equal(size_of("/virtio@a000000", "dma-coherent"), 0);
	STRINGS("/rng@9100000", "compatible", "microsoft,vmgenid");
	CELLS("/rng@9100000", "reg", 0, 0x9100000, 0, 0x1000);
	CELLS("/rng@9100000", "interrupts", 0, 28, 1);
	STRINGS("/iommu@9050000", "compatible", "arm,smmu-v3");
	CELLS("/iommu@9050000", "reg", 0, 0x9050000, 0, 0x20000);
	/* event queue, global error (the third), command sync (the second) */
	CELLS("/iommu@9050000", "interrupts", 0, 74, 1, 0, 76, 1, 0, 75, 1);
	STRINGS("/iommu@9050000", "interrupt-names", "eventq\0gerror\0cmdq-sync");
	CELLS("/iommu@9050000", "#iommu-cells", 1);
	CELLS("/iommu@9050000", "phandle", AB_FDT_PHANDLE_SMMU);
	CELLS("/iommu@9080000", "phandle", AB_FDT_PHANDLE_SMMU + 1);
	assert_int_equal(size_of("/iommu@9050000", "dma-coherent"), 0);
	assert_true(cell("/cpus/cpu@0", "phandle", 0) > AB_FDT_PHANDLE_SMMU + 1);
	assert_int_equal(size_of("/virtio@a000000", "numa-node-id"), -1);
	assert_true(fdt_path_offset(tree, "/apb-pclk") < 0);
}

/* Each ITS has a node, and each bridge names its own. */
static void test_itses(void **state)
{
	const char *second = "/interrupt-controller@8000000/msi-controller@9080000";
	struct ab_machine m = two_cpus;

	(void)state;
	m.arm64.gic.its =
	    (struct ab_its_list)AB_LIST(struct ab_its, { 0x08080000 }, { 0x09080000 }, { 0x20000 });
	m.devs = DEVS(
	    { AB_DEV_SMMUV3, .base = 0x9050000, .irq = 106 },
	    { AB_DEV_PCIE_ECAM, .base = 0x4000000000, .size = 16 * AB_MiB,
	      .pcie = { .mmio32 = { 0x10000000, 0x1000000 }, .its = 1 } },
	    { AB_DEV_PCIE_ECAM, .base = 0x4010000000, .size = 32 * AB_MiB,
	      .pcie = { .segment = 3, .bus = 0x20, .its = 2, .smmu = 1 } },
	    { AB_DEV_PCIE_ECAM, .base = 0x4020000000, .size = AB_MiB, .pcie = { .segment = 4 } });
	build(&m);
	STRINGS(second, "compatible", "arm,gic-v3-its");
	CELLS(second, "reg", 0, 0x9080000, 0, 0x20000);
	CELLS(second, "#msi-cells", 1);
	assert_int_equal(size_of(second, "msi-controller"), 0);
	/* numbers behind those of the SMMU; CPUs follow */
	CELLS("/interrupt-controller@8000000/msi-controller@8080000", "phandle",
	      AB_FDT_PHANDLE_MSI);
	CELLS(second, "phandle", AB_FDT_PHANDLE_SMMU + 1);
	CELLS("/interrupt-controller@8000000/msi-controller@20000", "phandle",
	      AB_FDT_PHANDLE_SMMU + 2);
	CELLS("/cpus/cpu@0", "phandle", AB_FDT_PHANDLE_SMMU + 3);
	CELLS("/pcie@4000000000", "msi-map", 0, AB_FDT_PHANDLE_SMMU + 1, 0, 0x1000);
	CELLS("/pcie@4010000000", "msi-map", 0x2000, AB_FDT_PHANDLE_SMMU + 2, 0x32000, 0x2000);
	CELLS("/pcie@4020000000", "msi-map", 0, AB_FDT_PHANDLE_MSI, 0x40000, 0x100);
}

/* The binding of a GICv3: extended SPIs are of type 2, and numbered from INTID 4096 on. */
static void test_extended(void **state)
{
	struct ab_machine m = two_cpus;

	(void)state;
	m.devs = DEVS({ AB_DEV_VIRTIO_MMIO, .base = 0xa000000, .irq = 1019 },
		      { AB_DEV_VIRTIO_MMIO, .base = 0xa000200, .irq = 4096 },
		      { AB_DEV_VMGENID, .base = 0x9100000, .irq = 5119 },
		      { AB_DEV_SMMUV3, .base = 0x9050000, .irq = 4100 },
		      { AB_DEV_PCIE_ECAM, .base = 0x4000000000, .size = AB_MiB,
			.pcie = { .intx = { 0, 4200 }, .mmio32 = { 0x10000000, 0x1000000 } } });
	build(&m);
	CELLS("/virtio@a000000", "interrupts", 0, 987, 4);
	CELLS("/virtio@a000200", "interrupts", 2, 0, 4);
	CELLS("/rng@9100000", "interrupts", 2, 1023, 1);
	CELLS("/iommu@9050000", "interrupts", 2, 4, 1, 2, 6, 1, 2, 5, 1);
	/* the first entry: device 0, INTB, no address of the GIC */
	for (int i = 0; i < 8; i++)
		assert_int_equal(
		    cell("/pcie@4000000000", "interrupt-map", i),
		    ((const uint32_t[]){ 0, 0, 0, 2, AB_FDT_PHANDLE_GIC, 2, 104, 4 })[i]);
}

static void test_vmbus(void **state)
{
	struct ab_machine m = two_cpus;
	const char *v = "/bus@f8000000/vmbus@f8000000";

	(void)state;
	m.phys_bits = 44;
	m.devs = DEVS({ AB_DEV_VMBUS, .irq = 18 },
		      { AB_DEV_WINDOW, .base = 0xf8000000, .size = 0x7000000 },
		      { AB_DEV_WINDOW, .base = 0x8000000000, .size = 0x1000000000 });
	build(&m);
	STRINGS("/bus@f8000000", "compatible", "simple-bus");
	CELLS("/bus@f8000000", "ranges", 0, 0xf8000000, 0, 0xf8000000, 0, 0x7000000, 0x80, 0, 0x80,
	      0, 0x10, 0);
	STRINGS(v, "compatible", "microsoft,vmbus");
	CELLS(v, "#address-cells", 2);
	CELLS(v, "#size-cells", 2);
	/* child, parent, size: three numbers a window */
	CELLS(v, "ranges", 0, 0xf8000000, 0, 0xf8000000, 0, 0x7000000, 0x80, 0, 0x80, 0, 0x10, 0);
	CELLS(v, "interrupts", 1, 2, 1);
	assert_int_equal(size_of(v, "dma-coherent"), 0);

	m.devs = DEVS({ AB_DEV_VMBUS, .irq = 18 }, { AB_DEV_VMGENID, .base = 0x9100000 });
	build(&m);
	assert_true(fdt_path_offset(tree, "/rng@9100000") < 0); /* nothing tells of changes */
	assert_int_equal(size_of("/vmbus", "ranges"), 0);
}

/* ---- PCIe ----------------------------------------------------------------------------------- */

static void test_pcie(void **state)
{
	struct ab_machine m = two_cpus;
	const char *p = "/pcie@4010000000";

	(void)state;
	m.arm64.gic.its = (struct ab_its_list)AB_LIST(struct ab_its, { 0x08080000 });
	m.devs = DEVS({ AB_DEV_PCIE_ECAM, .base = 0x4010000000, .size = 256 * AB_MiB,
			.pcie = { .intx = { 35, 36, 37, 38 },
				  .pio = { 0x3eff0000, 0x10000 },
				  .mmio32 = { 0x10000000, 0x0eff0000 },
				  .mmio64 = { 0x8000000000, 0x8000000000 } } });
	build(&m);
	STRINGS(p, "compatible", "pci-host-ecam-generic");
	STRINGS(p, "device_type", "pci");
	CELLS(p, "reg", 0x40, 0x10000000, 0, 0x10000000);
	CELLS(p, "#address-cells", 3);
	CELLS(p, "#size-cells", 2);
	CELLS(p, "#interrupt-cells", 1);
	CELLS(p, "bus-range", 0, 255);
	CELLS(p, "linux,pci-domain", 0);
	CELLS(p, "ranges", /* ports from 0, then memory at its own address */
	      0x01000000, 0, 0, 0, 0x3eff0000, 0, 0x10000, 0x02000000, 0, 0x10000000, 0, 0x10000000,
	      0, 0x0eff0000, 0x03000000, 0x80, 0, 0x80, 0, 0x80, 0);
	assert_int_equal(size_of(p, "dma-coherent"), 0);
	CELLS(p, "msi-map", 0, AB_FDT_PHANDLE_MSI, 0, 0x10000);
	assert_int_equal(size_of(p, "iommu-map"), -1);
	assert_int_equal(size_of(p, "msi-parent"), -1);
	assert_int_equal(size_of("/chosen", "linux,pci-probe-only"), -1);
	/* 16 entries of 10 cells: device, pin, and the pins turned by the device's number */
	CELLS(p, "interrupt-map-mask", 0x1800, 0, 0, 7);
	assert_int_equal(size_of(p, "interrupt-map"), 16 * 40);
	for (int i = 0; i < 16; i++) {
		const uint32_t want[10] = { (uint32_t)i / 4 << 11,
					    0,
					    0,
					    (uint32_t)i % 4 + 1,
					    AB_FDT_PHANDLE_GIC,
					    0,
					    0,
					    0,
					    3 + ((uint32_t)i / 4 + (uint32_t)i % 4) % 4,
					    4 };

		for (int k = 0; k < 10; k++)
			assert_int_equal(cell(p, "interrupt-map", 10 * i + k), want[k]);
	}
}

/* Pins of their own: the mask tells all slots apart. Further windows, of 32 bits where they can be.
 */
static void test_pcie_lists(void **state)
{
	static const struct ab_pci_route routes[] = { { 31, 3, 40 }, { 2, 1, 0 }, { 5, 0, 4100 } };
	static const struct ab_range more[] = {
		{ 0x30000000, 0x1000 }, { 0, 0 }, { 0xfffff000, 0x1000 }, { 0xfffff000000, 0x2000 }
	};
	struct ab_machine m = two_cpus;
	const char *p = "/pcie@4010000000";
	struct ab_error why;
	int at = 0;

	(void)state;
	m.phys_bits = 44;
	m.devs = DEVS({ AB_DEV_PCIE_ECAM, .base = 0x4010000000, .size = 256 * AB_MiB,
			.pcie = { .intx = { 35, 36, 37, 38 },
				  .routes = { routes, 3 },
				  .mmio32 = { 0x10000000, 0x1000000 },
				  .more_mmio = { more, 4 } } });
	assert_ok(check_machine(&m, NULL, &why), &why, "lists");
	build(&m);
	CELLS(p, "ranges", 0x02000000, 0, 0x10000000, 0, 0x10000000, 0, 0x1000000, 0x02000000, 0,
	      0x30000000, 0, 0x30000000, 0, 0x1000, 0x02000000, 0, 0xfffff000, 0, 0xfffff000, 0,
	      0x1000, 0x03000000, 0xfff, 0xff000000, 0xfff, 0xff000000, 0, 0x2000);
	CELLS(p, "interrupt-map-mask", 0xf800, 0, 0, 7);
	assert_int_equal(size_of(p, "interrupt-map"), 127 * 32);
	for (uint32_t i = 0; i < 128; i++) {
		const uint32_t spi = i == 127 ? 40 : i == 20 ? 4100 : 35 + (i / 4 + i % 4) % 4;
		const uint32_t want[8] = { i / 4 << 11,
					   0,
					   0,
					   i % 4 + 1,
					   AB_FDT_PHANDLE_GIC,
					   spi >= 4096 ? 2 : 0,
					   spi >= 4096 ? spi - 4096 : spi - 32,
					   4 };

		if (i == 9) /* slot 2, INTB */
			continue;
		for (int k = 0; k < 8; k++)
			assert_int_equal(cell(p, "interrupt-map", at++), want[k]);
	}
}

static void test_pcie_maps(void **state)
{
	struct ab_machine m = two_cpus;

	(void)state;
	m.arm64.gic.its = (struct ab_its_list)AB_LIST(struct ab_its, { 0x08080000 });
	m.devs = DEVS({ AB_DEV_SMMUV3, .base = 0x9050000, .irq = 106 },
		      { AB_DEV_SMMUV3, .base = 0x9080000, .irq = 116 },
		      { AB_DEV_PCIE_ECAM, .base = 0x4000000000, .size = 16 * AB_MiB,
			.pcie = { .mmio32 = { 0x10000000, 0x1000000 }, .smmu = 2 } },
		      { AB_DEV_PCIE_ECAM, .base = 0x4010000000, .size = 32 * AB_MiB,
			.pcie = { .segment = 3,
				  .bus = 0x20,
				  .mmio32 = { 0x11000000, 0x1000000 },
				  .smmu = 2,
				  .probe_only = true } },
		      { AB_DEV_PCIE_ECAM, .base = 0x4020000000, .size = 256 * AB_MiB,
			.pcie = { .segment = 4, .mmio32 = { 0x12000000, 0x1000000 }, .smmu = 1 } });
	build(&m);
	CELLS("/pcie@4000000000", "bus-range", 0, 15);
	CELLS("/pcie@4000000000", "iommu-map", 0, AB_FDT_PHANDLE_SMMU + 1, 0, 0x1000);
	CELLS("/pcie@4010000000", "bus-range", 0x20, 0x3f);
	CELLS("/pcie@4010000000", "linux,pci-domain", 3);
	CELLS("/pcie@4010000000", "msi-map", 0x2000, AB_FDT_PHANDLE_MSI, 0x32000, 0x2000);
	/* the second behind this SMMU: stream ids of its own */
	CELLS("/pcie@4010000000", "iommu-map", 0x2000, AB_FDT_PHANDLE_SMMU + 1, 0x12000, 0x2000);
	CELLS("/pcie@4020000000", "iommu-map", 0, AB_FDT_PHANDLE_SMMU, 0, 0x10000);
	CELLS("/chosen", "linux,pci-probe-only", 1);
	assert_int_equal(size_of("/pcie@4000000000", "interrupt-map"), -1);
	assert_int_equal(size_of("/pcie@4000000000", "#interrupt-cells"), -1);

	m.arm64.gic.its.n = 0;
	m.arm64.gic.v2m = 0x08020000;
	m.arm64.gic.v2m_spi = 200;
	m.arm64.gic.v2m_spis = 64;
	build(&m);
	CELLS("/pcie@4010000000", "msi-parent", AB_FDT_PHANDLE_MSI);
	assert_int_equal(size_of("/pcie@4010000000", "msi-map"), -1);

	/* a GIC with a frame below it has addresses: they are part of the map, cells 5 and 6 */
	m.devs = DEVS({ AB_DEV_PCIE_ECAM, .base = 0x4000000000, .size = AB_MiB,
			.pcie = { .intx = { 35 }, .mmio32 = { 0x10000000, 0x1000000 } } });
	build(&m);
	assert_int_equal(size_of("/pcie@4000000000", "interrupt-map"), 4 * 40);
	for (int i = 0; i < 7; i++)
		assert_int_equal(cell("/pcie@4000000000", "interrupt-map", i),
				 ((const uint32_t[]){ 0, 0, 0, 1, AB_FDT_PHANDLE_GIC, 0, 0 })[i]);
	assert_int_equal(cell("/interrupt-controller@8000000", "#address-cells", 0), 2);

	m.arm64.gic.v2m = 0; /* no MSIs; the GIC's addresses are not part of the map then */
	m.arm64.gic.v2m_spi = m.arm64.gic.v2m_spis = 0;
	m.devs = DEVS({ AB_DEV_PCIE_ECAM, .base = 0x4000000000, .size = AB_MiB,
			.pcie = { .intx = { 0, 36 }, .mmio32 = { 0x10000000, 0x1000000 } } });
	build(&m);
	assert_int_equal(size_of("/pcie@4000000000", "msi-parent"), -1);
	assert_int_equal(size_of("/pcie@4000000000", "interrupt-map"), 4 * 32);
	for (uint32_t i = 0; i < 4; i++) /* pin B of device 0, A of 1, D of 2, C of 3 */
		assert_int_equal(cell("/pcie@4000000000", "interrupt-map", 8 * (int)i + 3),
				 (1 + 4 - i) % 4 + 1);
}

/* ---- a VMM's own ---------------------------------------------------------------------------- */

static void own(struct ab_fdt *f, void *ctx)
{
	uint32_t *phandle = ctx;

	ab_fdt_node_at(f, "mailbox", 0xa0000000);
	ab_fdt_string(f, "compatible", "acme,mailbox");
	*phandle = ab_fdt_phandle(f);
	ab_fdt_end(f);
}

static void own_twice(struct ab_fdt *f, void *ctx)
{
	(void)ctx;
	ab_fdt_node(f, "psci");
	ab_fdt_end(f);
}

static void own_cpus(struct ab_fdt *f, void *ctx)
{
	(void)ctx;
	ab_fdt_node(f, "cpus"); /* found when ours follows */
	ab_fdt_end(f);
}

static void own_open(struct ab_fdt *f, void *ctx)
{
	(void)ctx;
	ab_fdt_node(f, "a");
}

static void own_end(struct ab_fdt *f, void *ctx)
{
	(void)ctx;
	ab_fdt_end(f); /* the root is not his */
}

static void own_root(struct ab_fdt *f, void *ctx)
{
	(void)ctx;
	ab_fdt_flag(f, "acme,root");
}

static void test_own(void **state)
{
	static const struct {
		void (*nodes)(struct ab_fdt *f, void *ctx);
		const char *rule;
	} bad[] = {
		{ own_twice, "sibling nodes must have different names" },
		{ own_cpus, "sibling nodes must have different names" },
		{ own_open, "each node must end" },
		{ own_end, "a node must begin before it ends" },
		{ own_root, "a property must come before child nodes" },
	};
	struct ab_machine m = two_cpus;
	const struct ab_memmap map = { m.ram, NULL, 0 };
	uint32_t phandle = 0;

	(void)state;
	m.fdt = (struct ab_fdt_extra){ .nodes = own, .ctx = &phandle };
	build(&m);
	CELLS("/mailbox@a0000000", "phandle", phandle);
	assert_int_equal(fdt_node_offset_by_phandle(tree, phandle), at("/mailbox@a0000000"));
	assert_true(phandle > cell("/cpus/cpu@1", "phandle", 0));
	for (size_t i = 0; i < COUNT(bad); i++) {
		struct ab_buf b = ab_buf_over(tree, sizeof(tree));
		struct ab_error why;
		enum ab_err err;

		m.fdt = (struct ab_fdt_extra){ .nodes = bad[i].nodes };
		err = ab_fdt_machine(&m, &(struct ab_fdt_chosen){ 0 }, &map, &b, &why);
		assert_error(
		    err, &why,
		    &(struct expected){ AB_ERR_ARG, "device tree", why.value, bad[i].rule }, "own");
		assert_string_equal(why.name, "machine.fdt.nodes");
	}
}

/* ---- the stub ------------------------------------------------------------------------------- */

static void test_stub(void **state)
{
	const struct ab_fdt_chosen c = {
		.cmdline = "acpi=on",
		.initrd = 0x44000000,
		.initrd_size = 0x1000,
		.rng_seed = { "\1\2\3", 3 },
		.efi_system_table = 0x147ff0000,
		.efi_memory_map = 0x47fe0000,
		.efi_memory_map_size = 120,
	};
	struct ab_buf none = ab_buf_over(NULL, 0), b = ab_buf_over(tree, sizeof(tree));
	struct ab_error why;
	int node, n = 0;

	(void)state;
	assert_ok(ab_fdt_stub(&c, &none, &why), &why, "measure");
	assert_ok(ab_fdt_stub(&c, &b, &why), &why, "write");
	assert_int_equal(none.len, b.len);
	assert_int_equal(fdt_check_full(tree, b.len), 0);
	fdt_for_each_subnode(node, tree, 0) n++;
	assert_int_equal(n, 1);
	STRINGS("/chosen", "bootargs", "acpi=on");
	CELLS("/chosen", "linux,initrd-start", 0x44000000);
	CELLS("/chosen", "linux,initrd-end", 0x44001000);
	CELLS("/chosen", "linux,uefi-system-table", 1, 0x47ff0000);
	CELLS("/chosen", "linux,uefi-mmap-start", 0, 0x47fe0000);
	CELLS("/chosen", "linux,uefi-mmap-size", 120);
	CELLS("/chosen", "linux,uefi-mmap-desc-size", AB_EFI_DESC_SIZE);
	CELLS("/chosen", "linux,uefi-mmap-desc-ver", AB_EFI_DESC_VERSION);
	CELLS("/chosen", "linux,uefi-secure-boot", 2);
	assert_int_equal(size_of("/chosen", "rng-seed"), 3);
	assert_int_equal(size_of("/chosen", "stdout-path"), -1);
	for (size_t cap = 0; cap < none.len; cap++) {
		b = ab_buf_over(tree, cap);
		assert_int_equal(ab_fdt_stub(&c, &b, &why), AB_ERR_NOSPACE);
		assert_int_equal(why.value, none.len);
	}
}

/* What a machine may not claim, that trees of others did. */
static void test_rules(void **state)
{
	const struct {
		const char *row;
		struct ab_dev dev;
		struct ab_error want;
	} rows[] = {
		{ "MSI's",
		  { AB_DEV_UART_PL011, .base = 0x9000000, .irq = 80 },
		  { AB_ERR_OVERLAP, "machine.devs[].irq", 80, "machine.arm64.gic.v2m_spi", 0,
		    "uart-pl011", 0, NULL, 80 } },
		{ "SMMU's third",
		  { AB_DEV_SMMUV3, .base = 0x9000000, .irq = 78 },
		  { AB_ERR_OVERLAP, "machine.devs[].irq", 78, "machine.arm64.gic.v2m_spi", 0,
		    "smmu-v3", 0, NULL, 80 } },
		{ "INTx",
		  { AB_DEV_PCIE_ECAM, .base = 0x30000000, .size = AB_MiB,
		    .pcie = { .intx = { 35, 143 } } },
		  { AB_ERR_OVERLAP, "machine.devs[].pcie.intx", 143, "machine.arm64.gic.v2m_spi", 0,
		    "pcie-ecam", 0, NULL, 80 } },
		{ "before", { AB_DEV_UART_PL011, .base = 0x9000000, .irq = 79 }, { 0, 0, 0, 0 } },
		{ "behind", { AB_DEV_UART_PL011, .base = 0x9000000, .irq = 144 }, { 0, 0, 0, 0 } },
		{ "ports in RAM",
		  { AB_DEV_PCIE_ECAM, .base = 0x30000000, .size = AB_MiB,
		    .pcie = { .pio = { 0x40000000, 0x1000 } } },
		  { AB_ERR_OVERLAP, "machine.devs[].pcie.pio.base", 0x40000000,
		    "machine.ram[].base", 0, "pcie-ecam", 0, NULL, 0x40000000 } },
		{ "ports",
		  { AB_DEV_PCIE_ECAM, .base = 0x30000000, .size = AB_MiB,
		    .pcie = { .pio = { 0x3eff0000, 0x10001 } } },
		  { AB_ERR_ARG, "machine.devs[].pcie.pio.size", 0x10001, "must be 0 to 65536",
		    .name = "pcie-ecam" } },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct ab_machine m = two_cpus;
		struct ab_error why;
		enum ab_err err;

		m.arm64.gic.v2m = 0x08020000;
		m.arm64.gic.v2m_spi = 80;
		m.arm64.gic.v2m_spis = 64;
		m.devs = (struct ab_dev_list){ &rows[i].dev, 1 };
		err = check_machine(&m, NULL, &why);
		if (rows[i].want.code == AB_OK)
			assert_ok(err, &why, rows[i].row);
		else
			assert_whole_error(err, &why, &rows[i].want, rows[i].row);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_uarts),     cmocka_unit_test(test_primecells),
		cmocka_unit_test(test_others),    cmocka_unit_test(test_vmbus),
		cmocka_unit_test(test_pcie),      cmocka_unit_test(test_pcie_lists),
		cmocka_unit_test(test_pcie_maps), cmocka_unit_test(test_own),
		cmocka_unit_test(test_stub),      cmocka_unit_test(test_rules),
		cmocka_unit_test(test_extended),  cmocka_unit_test(test_itses),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
