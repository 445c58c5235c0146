/* SPDX-License-Identifier: BSD-2-Clause */
/* PCI host bridges of a PC: one reached by ports alone, interrupts by slot and pin, several windows
 * of a kind; and what lies just beside each rejection. */
#include "machine_x86.h"
#include "x86_build.h"

#include "machine/machine_priv.h"

#define PCI .type = AB_DEV_PCI
#define ROUTE "slots are 0 to 31, pins 0 to 3, and each pin of a slot has at most one entry"
#define LIST "must be 0 to 128, and 0 when the pointer beside it is NULL"
#define RANGES(...) AB_LIST(struct ab_range, __VA_ARGS__)

static const struct ab_pci_route many[AB_PCI_LIST_MAX + 1];
static const struct ab_range empty[AB_PCI_LIST_MAX + 1];

static const struct row bad_rows[] = {
	{ "two of them",
	  { BASE, RAM_1M, .devs = DEVS({ PCI }, { PCI, .pcie.bus = 1 }) },
	  BAD_DEV(1, "pci", "type", AB_DEV_PCI,
		  "must be unique, as a machine has at most one of this kind") },
	{ "other ports", ONE_DEV(PCI, .base = 0xcf0),
	  BAD_DEV(0, "pci", "base", 0xcf0, "must be 0xcf8, or 0, as guests know no other ports") },
	{ "fewer ports", ONE_DEV(PCI, .size = 4), BAD_DEV(0, "pci", "size", 4, "must be 8, or 0") },
	{ "another segment", ONE_DEV(PCI, .pcie.segment = 1),
	  BAD_DEV(0, "pci", "pcie.segment", 1, "must be 0, as ports reach no other segment") },
	{ "a bus of an ECAM",
	  { BASE, RAM_1M,
	    .devs =
		DEVS({ ECAM, .base = 0xe0000000, .size = 16 * AB_MiB }, { PCI, .pcie.bus = 15 }) },
	  { AB_ERR_OVERLAP, "machine.devs[].pcie.bus", 15, "machine.devs[].pcie.bus", 1, "pci", 0,
	    "pcie-ecam", 0 } },
	{ "its first bus, with an ECAM",
	  { BASE, RAM_1M,
	    .devs = DEVS({ PCI, .pcie.bus = 3 },
			 { ECAM, .base = 0xe0000000, .size = AB_MiB, .pcie.bus = 3 }) },
	  { AB_ERR_OVERLAP, "machine.devs[].pcie.bus", 3, "machine.devs[].pcie.bus", 1, "pcie-ecam",
	    0, "pci", 3 } },
	{ "its ports in its window",
	  ONE_DEV(PCI, .pcie.pio = { 0xc00, 0x400 }),
	  { AB_ERR_OVERLAP, "machine.devs[].pcie.pio.base", 0xc00, "machine.devs[].base", 0, "pci",
	    0, "pci", 0xcf8 } },
	{ "a device at its ports",
	  { BASE, RAM_1M, .devs = DEVS({ PCI }, { UART, .base = 0xcf0, .size = 9 }) },
	  { AB_ERR_OVERLAP, "machine.devs[].base", 0xcf0, "machine.devs[].base", 1, "uart-16550", 0,
	    "pci", 0xcf8 } },
	{ "a reset register of two ports",
	  { BASE, RAM_1M,
	    .devs = DEVS({ PCI }, { .type = AB_DEV_ACPI_RESET, .base = 0xcf9, .size = 2 }) },
	  { AB_ERR_OVERLAP, "machine.devs[].base", 0xcf9, "machine.devs[].base", 1, "acpi-reset", 0,
	    "pci", 0xcf8 } },
	{ "a reset register at its data",
	  { BASE, RAM_1M, .devs = DEVS({ PCI }, { .type = AB_DEV_ACPI_RESET, .base = 0xcfc }) },
	  { AB_ERR_OVERLAP, "machine.devs[].base", 0xcfc, "machine.devs[].base", 1, "acpi-reset", 0,
	    "pci", 0xcf8 } },
	{ "a reset register where another device is",
	  { BASE, RAM_1M,
	    .devs = DEVS({ UART, .base = 0xcf8 }, { .type = AB_DEV_ACPI_RESET, .base = 0xcf9 }) },
	  { AB_ERR_OVERLAP, "machine.devs[].base", 0xcf9, "machine.devs[].base", 1, "acpi-reset", 0,
	    "uart-16550", 0xcf8 } },
	{ "slot 32", ONE_DEV(PCI, .pcie.routes = ROUTES({ 31, 3, 5 }, { 32, 0, 5 })),
	  BAD_DEV(0, "pci", "pcie.routes.slot", 32, ROUTE) },
	{ "pin 4", ONE_DEV(PCI, .pcie.routes = ROUTES({ 0, 4, 5 })),
	  BAD_DEV(0, "pci", "pcie.routes.slot", 0, ROUTE) },
	{ "a pin twice", ONE_DEV(PCI, .pcie.routes = ROUTES({ 7, 1, 5 }, { 7, 2, 5 }, { 7, 1, 6 })),
	  BAD_DEV(0, "pci", "pcie.routes.slot", 7, ROUTE) },
	{ "routes at NULL", ONE_DEV(PCI, .pcie.routes = { NULL, 1 }),
	  BAD_DEV(0, "pci", "pcie.routes.n", 1, LIST) },
	{ "ports at NULL", ONE_DEV(PCI, .pcie.more_pio = { NULL, 1 }),
	  BAD_DEV(0, "pci", "pcie.more_pio.n", 1, LIST) },
	{ "memory at NULL",
	  ONE_DEV(ECAM, .base = 0xe0000000, .size = AB_MiB, .pcie.more_mmio = { NULL, 1 }),
	  BAD_DEV(0, "pcie-ecam", "pcie.more_mmio.n", 1, LIST) },
	{ "129 routes", ONE_DEV(PCI, .pcie.routes = { many, COUNT(many) }),
	  BAD_DEV(0, "pci", "pcie.routes.n", 129, LIST) },
	{ "129 windows", ONE_DEV(PCI, .pcie.more_mmio = { empty, COUNT(empty) }),
	  BAD_DEV(0, "pci", "pcie.more_mmio.n", 129, LIST) },
	{ "a route to an edge",
	  { BASE, RAM_1M,
	    .devs =
		DEVS({ .type = AB_DEV_RTC_CMOS },
		     { PCI, .pcie = { .intx = { 5, 5, 5, 5 }, .routes = ROUTES({ 1, 0, 8 }) } }) },
	  BAD_SHARING(1, "pci", "pcie.routes.irq", 8, "rtc-cmos") },
	{ "further ports beyond the last",
	  ONE_DEV(PCI, .pcie.more_pio = RANGES({ 0x1000, 16 }, { 0xfff0, 17 })),
	  BAD_DEV(0, "pci", "pcie.more_pio.base", 0xfff0, PORTS) },
	{ "further memory beyond 40 bits",
	  ONE_DEV(PCI, .pcie.more_mmio = RANGES({ 0xd0000000, 16 }, { AB_TiB - 1, 2 })),
	  BAD_DEV(0, "pci", "pcie.more_mmio.base", AB_TiB - 1, PHYS) },
	{ "further memory that wraps",
	  ONE_DEV(PCI, .pcie.more_mmio = RANGES({ AB_GiB, UINT64_MAX })),
	  BAD_DEV(0, "pci", "pcie.more_mmio.base", AB_GiB, PHYS) },
	{ "further memory over the first",
	  ONE_DEV(PCI, .pcie = { .mmio32 = { 0xd0000000, 0x2000 },
				 .more_mmio = RANGES({ 0xe0000000, 1 }, { 0xd0001fff, 1 }) }),
	  { AB_ERR_OVERLAP, "machine.devs[].pcie.more_mmio.base", 0xd0001fff,
	    "machine.devs[].pcie.mmio32.base", 0, "pci", 0, "pci", 0xd0000000 } },
	{ "further ports over each other",
	  ONE_DEV(PCI, .pcie.more_pio = RANGES({ 0x1000, 16 }, { 0x100f, 1 })),
	  { AB_ERR_OVERLAP, "machine.devs[].pcie.more_pio.base", 0x100f,
	    "machine.devs[].pcie.more_pio.base", 0, "pci", 0, "pci", 0x1000 } },
	{ "a device in further memory",
	  { BASE, RAM_1M,
	    .devs = DEVS({ PCI, .pcie.more_mmio = RANGES({ 0xd0000000, 0x1000 }) },
			 { VIRTIO, .base = 0xd0000ffc, .irq = 5 }) },
	  { AB_ERR_OVERLAP, "machine.devs[].base", 0xd0000ffc, "machine.devs[].pcie.more_mmio.base",
	    1, "virtio-mmio", 0, "pci", 0xd0000000 } },
	{ "RAM in further memory",
	  ONE_DEV(PCI, .pcie.more_mmio = RANGES({ AB_MiB - 1, 1 })),
	  { AB_ERR_OVERLAP, "machine.devs[].pcie.more_mmio.base", AB_MiB - 1, "machine.ram[].base",
	    0, "pci" } },
};

static const struct row good_rows[] = {
	{ "one by ports, beside two ECAMs, with a reset register among its ports",
	  { BASE, RAM_1M,
	    .devs = DEVS({ PCI, .base = 0xcf8, .size = 8, .pcie.bus = 16 },
			 { ECAM, .base = 0xe0000000, .size = 16 * AB_MiB },
			 { ECAM, .base = 0xd0000000, .size = AB_MiB, .pcie.segment = 1 },
			 { ECAM, .base = 0xc0000000 + 32 * AB_MiB, .size = AB_MiB, .pcie.bus = 17 },
			 { .type = AB_DEV_ACPI_RESET, .base = 0xcf9, .reset.value = 6 }) },
	  { 0 } },
	{ "a reset register of its own", ONE_DEV(.type = AB_DEV_ACPI_RESET, .base = 0xcf9), { 0 } },
	{ "all pins, all ports, windows that touch",
	  ONE_DEV(PCI, .pcie = { .intx = { 16, 17, 18, 19 },
				 .routes = ROUTES({ 0, 0, 20 }, { 0, 1, 0 }, { 31, 3, 21 }),
				 .pio = { 0x1000, 0xf000 },
				 .more_pio = RANGES({ 0x1, 0xcf7 }, { 0, 0 }, { 0xd00, 0x300 }),
				 .mmio32 = { 0xc0000000, 0x10000000 },
				 .more_mmio = RANGES({ 0xd0000000, 0x10000000 },
						     { AB_TiB - AB_GiB, AB_GiB }, { 0, 0 }) }),
	  { 0 } },
	{ "as many entries as there may be",
	  ONE_DEV(PCI, .pcie = { .more_pio = { empty, AB_PCI_LIST_MAX },
				 .more_mmio = { empty, AB_PCI_LIST_MAX } }),
	  { 0 } },
};

static void test_rules(void **state)
{
	(void)state;
	judge_bad(bad_rows, COUNT(bad_rows));
	judge_good(good_rows, COUNT(good_rows));
}

/* Buses of the bridge by ports end before the next of its segment, or at 255. */
static void test_buses(void **state)
{
	static const struct ab_dev devs[] = {
		{ ECAM, .base = 0xe0000000, .size = 16 * AB_MiB, .pcie.bus = 0x40 },
		{ PCI, .pcie.bus = 2 },
		{ ECAM, .base = 0xd0000000, .size = 16 * AB_MiB, .pcie.bus = 0x80 },
		{ ECAM, .base = 0xc0000000, .size = AB_MiB, .pcie.bus = 0 },
		{ ECAM, .base = 0xc8000000, .size = AB_MiB, .pcie = { .segment = 1, .bus = 5 } },
	};
	struct ab_machine m = { BASE, RAM_1M, .devs = { devs, COUNT(devs) } };

	(void)state;
	assert_int_equal(check_machine(&m, NULL, NULL), AB_OK);
	assert_int_equal(ab_machine_buses_(&m, &devs[1]), 0x3e);
	assert_int_equal(ab_machine_buses_(&m, &devs[0]), 16);
	m.devs = (struct ab_dev_list){ &devs[1], 2 };
	assert_int_equal(ab_machine_buses_(&m, &devs[1]), 0x7e);
	m.devs = (struct ab_dev_list){ &devs[1], 1 };
	assert_int_equal(ab_machine_buses_(&m, &devs[1]), 254);
}

/* ---- tables ------------------------------------------------------------------------------- */

static void mcfg(const void *m, struct ab_buf *out)
{
	ab_acpi_mcfg(m, out);
}

static const struct ab_dev by_ports[] = {
	{ PCI, .pcie = { .routes = ROUTES({ 31, 3, 300 }, { 2, 0, 11 }),
			 .more_mmio = RANGES({ 0xc0000000, 0x1000 }) } },
};
static const struct ab_machine ports = { BASE, RAM_1M, .devs = { by_ports, 1 } };

/* clang-format off */
/* The whole device. ACPI 6.2.13, 6.4, 20.2 */
static const uint8_t bridge[] = {
	0x5b, 0x82, 0x4b, 0x07, 'P', 'C', 'I', '_', /* Device */
	0x08, '_', 'H', 'I', 'D', 0x0c, 0x41, 0xd0, 0x0a, 0x03, /* PNP0A03 */
	0x08, '_', 'S', 'E', 'G', 0x00, 0x08, '_', 'B', 'B', 'N', 0x00,
	0x08, '_', 'C', 'R', 'S', 0x11, 0x37, 0x0a, 0x34, /* 52 bytes */
	0x88, 13, 0, 2, 0x0c, 0, 0, 0, 0, 0, 255, 0, 0, 0, 0, 1, /* buses 0 to 255 */
	0x47, 1, 0xf8, 0x0c, 0xf8, 0x0c, 1, 8, /* the ports, which it keeps */
	0x87, 23, 0, 0, 0x0c, 1, /* DWord memory, handed on */
	0, 0, 0, 0, 0, 0, 0, 0xc0, 0xff, 0x0f, 0, 0xc0, 0, 0, 0, 0, 0, 0x10, 0, 0,
	0x79, 0, /* end */
	0x08, '_', 'P', 'R', 'T', 0x12, 0x1c, 2,
	0x12, 0x0b, 4, 0x0c, 0xff, 0xff, 2, 0, 0x00, 0x00, 0x0a, 11, /* slot 2, INTA */
	0x12, 0x0d, 4, 0x0c, 0xff, 0xff, 31, 0, 0x0a, 3, 0x00, 0x0b, 0x2c, 1, /* slot 31, INTD */
};
/* clang-format on */

static void test_acpi(void **state)
{
	static const uint8_t override[] = { 2, 10, 0, 11, 11, 0, 0, 0, 0xf, 0 };
	size_t size;
	uint8_t *bytes = build(dsdt, &ports, &size);

	(void)state;
	assert_memory_equal(bytes + size - sizeof(bridge), bridge, sizeof(bridge));
	free(bytes);
	free(build(mcfg, &ports, &size));
	assert_int_equal(size, 0); /* no MCFG */
	bytes = build(madt, &ports, &size); /* GSI 11 is a level, active low */
	assert_memory_equal(bytes + 64, override, sizeof(override));
	free(bytes);
}

/* Every window is uncached when RAM is what the default covers. */
static void test_mtrr(void **state)
{
	const struct ab_dev devs[] = {
		{ PCI, .pcie.more_mmio = RANGES({ 8 * AB_GiB, AB_GiB }, { 16 * AB_GiB, AB_GiB }) },
	};
	const struct ab_machine m = { BASE, .ram = RAM({ 0, 511 * AB_MiB, 0 }),
				      .devs = { devs, 1 } };
	struct ab_vcpu_x86 cpu = { 0 };
	unsigned int found = 0; /* bit n: the n-th window */

	(void)state;
	assert_int_equal(check_machine(&m, NULL, NULL), AB_OK);
	assert_true(ab_x86_memory_types(&m, &cpu));
	for (uint32_t i = 0; i + 1 < cpu.n_msrs; i++) {
		const uint64_t base = cpu.msr[i].value, mask = cpu.msr[i + 1].value;

		if (cpu.msr[i].index < 0x200 || cpu.msr[i].index >= 0x210 ||
		    cpu.msr[i].index % 2 != 0)
			continue;
		assert_int_equal(base & 0xff, 0);
		for (unsigned int n = 0; n < 2; n++)
			if (((8 * (n + 1) * AB_GiB ^ base) & mask & ~UINT64_C(0xfff)) == 0)
				found |= 1U << n;
	}
	assert_int_equal(found, 3);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rules),
		cmocka_unit_test(test_buses),
		cmocka_unit_test(test_acpi),
		cmocka_unit_test(test_mtrr),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
