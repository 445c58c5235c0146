/* SPDX-License-Identifier: BSD-2-Clause */
/* What a machine stands for once every usual is filled in. */
#include "machine_x86.h"
#include "machine/machine_priv.h"
#include "checked.h"

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
		struct ab_apic_bits bits = ab_machine_apic_bits_(&m);
		struct ab_error why;

		assert_ok(check_machine(&m, NULL, &why), &why, "topology");
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
		struct ab_apic_bits b = ab_machine_apic_bits_(&m);
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
	assert_ok(check_machine(&m, NULL, &why), &why, "65536 packages of one");
	m.topology = (struct ab_topology){ 16384, 3, 65536 };
	m.n_cpus = 65536; /* all in one package, of 14 + 2 + 16 bits */
	assert_int_equal(check_machine(&m, NULL, &why), AB_ERR_ARG);
	m.topology = (struct ab_topology){ 8192, 3, 65536 }; /* 31 bits */
	assert_ok(check_machine(&m, NULL, &why), &why, "31 bits");
	m.topology = (struct ab_topology){ 1, 2, 16384 }; /* 1 + 14 bits, 3 packages */
	assert_ok(check_machine(&m, NULL, &why), &why, "3 packages");
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
	assert_int_equal(ab_machine_cpu_node_(&m, 3, 1), 2);
	assert_int_equal(ab_machine_cpu_node_(&m, 3, 2), 1);
	assert_int_equal(ab_machine_nodes_(&m), 3);
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
	assert_int_equal(ab_machine_nodes_(&one), 1);
	assert_int_equal(ab_machine_cpu_node_(&one, 1, 0), 0);
	assert_int_equal(ab_machine_nodes_(&by_ram), 3);
	assert_int_equal(ab_machine_nodes_(&by_distance), 6);
	for (uint32_t i = 0; i < 8; i++) /* 8 CPUs over 3 nodes: 3, 3, 2 */
		assert_int_equal(ab_machine_cpu_node_(&by_ram, 3, i), i / 3);
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
		{ AB_DEV_UART_PL011, "uart-pl011", 0, 4096, 0, AB_IRQ_LEVEL_HIGH },
		{ AB_DEV_UART_SBSA, "uart-sbsa", 0, 4096, 0, AB_IRQ_LEVEL_HIGH },
		{ AB_DEV_RTC_PL031, "rtc-pl031", 0, 4096, 0, AB_IRQ_LEVEL_HIGH },
		{ AB_DEV_GPIO_PL061, "gpio-pl061", 0, 4096, 0, AB_IRQ_LEVEL_HIGH },
		{ AB_DEV_SMMUV3, "smmu-v3", 0, 128 * 1024, 0, AB_IRQ_EDGE_HIGH },
		{ AB_DEV_VMGENID, "vmgenid", 0, 4096, 0, AB_IRQ_EDGE_HIGH },
		{ AB_DEV_VMBUS, "vmbus", 0, 0, 0, AB_IRQ_EDGE_HIGH },
		{ AB_DEV_WINDOW, "window", 0, 0, 0, AB_IRQ_EDGE_HIGH },
		{ AB_DEV_HOTPLUG_RAM, "hotplug-ram", 0, 0, 0, AB_IRQ_EDGE_HIGH },
		{ AB_DEV_VGA, "vga", 0x3c0, 32, 0, AB_IRQ_EDGE_HIGH },
		{ AB_DEV_OTHER, "other", 0, 0, 0, AB_IRQ_EDGE_HIGH },
		{ AB_DEV_PCI, "pci", 0xcf8, 8, 0, AB_IRQ_LEVEL_LOW },
		{ AB_DEV_RESERVED, "reserved", 0, 0, 0, AB_IRQ_EDGE_HIGH },
		{ AB_DEV_FRAMEBUFFER, "framebuffer", 0, 0, 0, AB_IRQ_EDGE_HIGH },
	};

	const struct ab_machine x86 = { .arch = AB_ARCH_X86_64 };
	const struct ab_machine arm = { .arch = AB_ARCH_ARM64 };

	(void)state;
	assert_int_equal(COUNT(rows), AB_DEV_KINDS - 1);
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
		assert_int_equal(ab_dev_irq_flags(&x86, &usual), rows[i].flags);
		assert_int_equal(ab_dev_irq_flags(&arm, &usual), rows[i].flags == AB_IRQ_LEVEL_LOW
								     ? AB_IRQ_LEVEL_HIGH
								     : rows[i].flags);
		given.irq = AB_IRQ_NONE;
		assert_int_equal(ab_dev_irq(&given), 0);
		given.irq = 99;
		assert_int_equal(ab_dev_base(&given), 0x1230000);
		assert_int_equal(ab_dev_size(&given), 0x77);
		assert_int_equal(ab_dev_irq(&given), 99);
		assert_int_equal(ab_dev_irq_flags(&x86, &given), AB_IRQ_EDGE_LOW);
		assert_int_equal(ab_dev_irq_flags(&arm, &given), AB_IRQ_EDGE_LOW);
	}
	for (size_t i = 0; i < 3; i++) {
		static const int types[] = { 0, AB_DEV_KINDS, 99 };
		struct ab_dev d = { .type = (enum ab_dev_type)types[i] };

		assert_string_equal(ab_dev_name(d.type), "unknown device");
		assert_int_equal(ab_dev_size(&d) + ab_dev_irq(&d) + ab_dev_irq_flags(&x86, &d), 0);
	}
}

/* What only arm64 has: usual timers, UARTs of three kinds, stream ids of bridges that share. */
static void test_arm64(void **state)
{
	const struct ab_machine usual = { .arch = AB_ARCH_ARM64 };
	const struct ab_machine m = {
		.arch = AB_ARCH_ARM64,
		.arm64.timer = { 16, 17, 18, 19, 20 },
		.devs = DEVS({ .type = AB_DEV_SMMUV3 }, { .type = AB_DEV_UART_SBSA },
			     { .type = AB_DEV_UART_PL011 }),
	};
	const struct ab_timer t = ab_machine_timer(&usual), own = ab_machine_timer(&m);

	(void)state;
	assert_int_equal(t.secure, 29);
	assert_int_equal(t.phys, 30);
	assert_int_equal(t.virt, 27);
	assert_int_equal(t.hyp, 26);
	assert_int_equal(t.hyp_virt, 0);
	assert_int_equal(own.secure, 16);
	assert_int_equal(own.phys, 17);
	assert_int_equal(own.virt, 18);
	assert_int_equal(own.hyp, 19);
	assert_int_equal(own.hyp_virt, 20);
	assert_ptr_equal(ab_machine_uart(&m, 0), &m.devs.at[1]);
	assert_ptr_equal(ab_machine_uart(&m, 1), &m.devs.at[2]);
	assert_null(ab_machine_uart(&m, 2));
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
	assert_true(ab_machine_ram_size_(&m) == 8 * AB_GiB);
	assert_int_equal(ab_machine_phys_bits_(&m), 40);
	assert_int_equal(ab_machine_phys_bits_(&arm), 48);
	assert_ptr_equal(ab_machine_dev(&m, AB_DEV_UART_16550, 0), &m.devs.at[0]);
	assert_ptr_equal(ab_machine_dev(&m, AB_DEV_UART_16550, 1), &m.devs.at[2]);
	assert_ptr_equal(ab_machine_dev(&m, AB_DEV_VIRTIO_MMIO, 0), &m.devs.at[1]);
	assert_null(ab_machine_dev(&m, AB_DEV_UART_16550, 3));
	assert_null(ab_machine_dev(&m, AB_DEV_HPET, 0));
	assert_ptr_equal(ab_machine_uart(&m, 0), &m.devs.at[0]);
	assert_ptr_equal(ab_machine_uart(&m, 1), &m.devs.at[2]);
	assert_ptr_equal(ab_machine_uart(&m, 2), &m.devs.at[3]);
	assert_null(ab_machine_uart(&m, 3));
	assert_true(ab_dev_is_pio(&m, &m.devs.at[2]));
	assert_false(ab_dev_is_pio(&m, &m.devs.at[3]));
	assert_false(ab_dev_is_pio(&arm, &m.devs.at[0]));
	assert_int_equal(ab_dev_buses_(&ecam), 17);
	assert_int_equal(ab_dev_buses_(&huge), 256);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_derived_ids),
		cmocka_unit_test(test_derived_ids_of_many_topologies),
		cmocka_unit_test(test_package_beyond_32_bits),
		cmocka_unit_test(test_cpus_as_given),
		cmocka_unit_test(test_nodes),
		cmocka_unit_test(test_usuals),
		cmocka_unit_test(test_arm64),
		cmocka_unit_test(test_lookups),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
