/* SPDX-License-Identifier: BSD-2-Clause */
/* The VMM's buses, its registers for off, reset and panic, its configuration window, and the
 * machine that it describes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "dev.h"
#include "machine.h"
#include "machine/machine_priv.h"

static uint64_t echo_off, echo_len, echo_value;

static uint64_t echo_read(void *dev, uint64_t off, unsigned int len)
{
	(void)dev;
	echo_off = off;
	echo_len = len;
	return UINT64_C(0x8877665544332211);
}

static void echo_write(void *dev, uint64_t off, unsigned int len, uint64_t v)
{
	(void)dev;
	echo_off = off;
	echo_len = len;
	echo_value = v;
}

static void test_bus(void **state)
{
	struct ab_bus_range r = {
		.base = 0x1000, .size = 0x10, .read = echo_read, .write = echo_write
	};
	struct ab_bus bus = { 0 };
	uint8_t data[9];

	(void)state;
	assert_true(ab_bus_add(&bus, &r));
	for (unsigned int len = 1; len <= 8; len *= 2) {
		memset(data, 0xee, sizeof(data));
		ab_bus_read(&bus, 0x1008, data, len);
		assert_memory_equal(data, "\x11\x22\x33\x44\x55\x66\x77\x88", len);
		assert_int_equal(data[len], 0xee);
		assert_int_equal(echo_off, 8);
		assert_int_equal(echo_len, len);
	}
	ab_bus_write(&bus, 0x1004, "\x01\x02\x03\x04\x05", 4);
	assert_int_equal(echo_value, 0x04030201);
	assert_int_equal(echo_off, 4);
	ab_bus_read(&bus, 0x100d, data, 4); /* leaves the range: halves, and again */
	assert_memory_equal(data, "\x11\x22\x11\xff", 4);
	assert_int_equal(echo_off, 0xf);
	assert_int_equal(echo_len, 1);
	ab_bus_read(&bus, 0xfff, data, 2);
	assert_memory_equal(data, "\xff\x11", 2);
	ab_bus_write(&bus, 0x100e, "\x0a\x0b\x0c\x0d", 4);
	assert_int_equal(echo_off, 0xe);
	assert_int_equal(echo_value, 0x0b0a);
	echo_off = 99;
	ab_bus_read(&bus, 0x2000, data, 4);
	assert_memory_equal(data, "\xff\xff\xff\xff", 4);
	ab_bus_write(&bus, 0x1010, data, 1);
	ab_bus_read(&bus, UINT64_MAX - 6, data, 7);
	assert_int_equal(echo_off, 99);
	r = (struct ab_bus_range){ .base = 0x2000, .size = 1 };
	assert_true(ab_bus_add(&bus, &r)); /* without handlers: as if absent */
	ab_bus_write(&bus, 0x2000, data, 1);
	data[0] = 0;
	ab_bus_read(&bus, 0x2000, data, 1);
	assert_int_equal(data[0], 0xff);
}

static unsigned int log_len;
static uint8_t log_value[8];

static void log_write(void *dev, uint64_t off, unsigned int len, uint64_t v)
{
	(void)dev;
	assert_int_equal(len, 1);
	assert_int_equal(off, log_len);
	log_value[log_len++] = (uint8_t)v;
}

/* As on an ISA bus: a wide access to narrow registers is one to each in turn. */
static void test_bus_splits(void **state)
{
	struct ab_bus_range r = { 0x3f8, 8, 1, echo_read, log_write, NULL };
	struct ab_bus bus = { 0 };
	uint8_t data[8];

	(void)state;
	assert_true(ab_bus_add(&bus, &r));
	ab_bus_write(&bus, 0x3f8, "\x01\x02\x03\x04\x05\x06\x07", 7);
	assert_int_equal(log_len, 7);
	assert_memory_equal(log_value, "\x01\x02\x03\x04\x05\x06\x07", 7);
	ab_bus_read(&bus, 0x3f8, data, 4);
	assert_memory_equal(data, "\x11\x11\x11\x11", 4);
}

static void test_bus_refuses(void **state)
{
	static const struct ab_bus_range rows[] = {
		{ .base = 0x1000, .size = 0 },     { .base = 0x100f, .size = 1 },
		{ .base = 0xfff, .size = 2 },      { .base = 0x0, .size = 0x2000 },
		{ .base = UINT64_MAX, .size = 2 },
	};
	struct ab_bus_range r = { .base = 0x1000, .size = 0x10 };
	struct ab_bus bus = { 0 };

	(void)state;
	assert_true(ab_bus_add(&bus, &r));
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		assert_false(ab_bus_add(&bus, &rows[i]));
	r.base = UINT64_MAX;
	r.size = 1;
	assert_true(ab_bus_add(&bus, &r));
	for (r.base = 0x2000; bus.n < AB_BUS_RANGES; r.base++)
		assert_true(ab_bus_add(&bus, &r));
	assert_false(ab_bus_add(&bus, &r));
}

static unsigned int line_calls;

static void count(void *ctx, uint32_t gsi, bool high)
{
	(void)ctx;
	(void)gsi;
	(void)high;
	line_calls++;
}

static void test_sleep(void **state)
{
	struct ab_power p = { 0 };

	(void)state;
	assert_int_equal(ab_sleep_read(&p, 0, 1), 0);
	assert_int_equal(ab_sleep_read(&p, 1, 1), 0);
	ab_sleep_write(&p, 0, 1, 0x14); /* S5 without SLP_EN */
	ab_sleep_write(&p, 0, 1, 0x24); /* S1 */
	ab_sleep_write(&p, 0, 1, 0x2c); /* S3 */
	ab_sleep_write(&p, 1, 1, 0x34); /* the status register */
	assert_int_equal(p.end, AB_GUEST_RUNS);
	ab_sleep_write(&p, 0, 1, 0x34);
	assert_int_equal(p.end, AB_GUEST_OFF);
	ab_power_end(&p, AB_GUEST_RESET); /* the first word counts */
	assert_int_equal(p.end, AB_GUEST_OFF);
}

static void test_resets(void **state)
{
	struct ab_power p = { .reset_value = 1 };

	(void)state;
	ab_reset_write(&p, 0, 1, 0);
	ab_reset_write(&p, 0, 1, 2);
	assert_int_equal(p.end, AB_GUEST_RUNS);
	ab_reset_write(&p, 0, 1, 1);
	assert_int_equal(p.end, AB_GUEST_RESET);
}

static uint8_t i8042_ask(struct ab_i8042 *k, uint8_t command)
{
	ab_i8042_command_write(k, 0, 1, command);
	assert_int_equal(ab_i8042_status_read(k, 0, 1), 0x15);
	return (uint8_t)ab_i8042_data_read(k, 0, 1);
}

/* The steps of Linux' driver, and the reset line. */
static void test_keyboard_controller(void **state)
{
	struct ab_power p = { 0 };
	struct ab_i8042 k = { .power = &p };

	(void)state;
	assert_int_equal(ab_i8042_status_read(&k, 0, 1), 0x14); /* ready, nothing to read */
	assert_int_equal(i8042_ask(&k, 0xaa), 0x55);
	assert_int_equal(ab_i8042_status_read(&k, 0, 1), 0x14);
	assert_int_equal(i8042_ask(&k, 0x20), 0x00);
	ab_i8042_command_write(&k, 0, 1, 0x60);
	ab_i8042_data_write(&k, 0, 1, 0x47);
	ab_i8042_data_write(&k, 0, 1, 0xf2); /* for a keyboard: nobody answers */
	assert_int_equal(ab_i8042_status_read(&k, 0, 1), 0x14);
	assert_int_equal(i8042_ask(&k, 0x20), 0x47);
	ab_i8042_command_write(&k, 0, 1, 0xd3);
	ab_i8042_data_write(&k, 0, 1, 0x5a);
	assert_int_equal(ab_i8042_status_read(&k, 0, 1), 0x15); /* not from a mouse */
	assert_int_equal(ab_i8042_data_read(&k, 0, 1), 0x5a);
	ab_i8042_command_write(&k, 0, 1, 0xd2);
	ab_i8042_data_write(&k, 0, 1, 0xa5);
	assert_int_equal(ab_i8042_data_read(&k, 0, 1), 0xa5);
	assert_int_equal(i8042_ask(&k, 0xa9), 0x01);
	assert_int_equal(i8042_ask(&k, 0xab), 0x01);
	ab_i8042_command_write(&k, 0, 1, 0xff);
	assert_int_equal(p.end, AB_GUEST_RUNS);
	ab_i8042_command_write(&k, 0, 1, 0xfe);
	assert_int_equal(p.end, AB_GUEST_RESET);
}

static void test_panic(void **state)
{
	struct ab_power p = { 0 };

	(void)state;
	assert_int_equal(ab_pvpanic_read(&p, 0, 1), 1);
	ab_pvpanic_write(&p, 0, 1, 2);
	assert_int_equal(p.end, AB_GUEST_RUNS);
	ab_pvpanic_write(&p, 0, 1, 1);
	assert_int_equal(p.end, AB_GUEST_PANIC);
}

static void test_button(void **state)
{
	struct ab_power p = { .line = { count, NULL, 17, false } };

	(void)state;
	line_calls = 0;
	assert_int_equal(ab_ged_read(&p, 0, 4), 0);
	ab_power_button(&p);
	ab_power_button(&p);
	assert_true(p.line.high);
	assert_int_equal(line_calls, 1); /* the controller is told of changes only */
	assert_int_equal(ab_ged_read(&p, 0, 1), 0); /* no part of the register clears it */
	assert_true(p.line.high);
	assert_int_equal(ab_ged_read(&p, 0, 4), 1);
	assert_false(p.line.high);
	assert_int_equal(ab_ged_read(&p, 0, 4), 0);
	assert_int_equal(p.end, AB_GUEST_RUNS);
}

static void test_ecam(void **state)
{
	(void)state;
	assert_int_equal(ab_ecam_read(NULL, 0, 4), 0x00081b36);
	assert_int_equal(ab_ecam_read(NULL, 0, 2), 0x1b36);
	assert_int_equal(ab_ecam_read(NULL, 2, 2), 0x0008);
	assert_int_equal(ab_ecam_read(NULL, 8, 4), 0x06000000);
	assert_int_equal(ab_ecam_read(NULL, 11, 1), 0x06);
	assert_int_equal(ab_ecam_read(NULL, 0xe, 1), 0); /* header type 0 */
	assert_int_equal(ab_ecam_read(NULL, 0x10, 4), 0); /* no BAR */
	assert_int_equal(ab_ecam_read(NULL, 0x34, 1), 0); /* no capability */
	assert_int_equal(ab_ecam_read(NULL, 0x100, 4), 0); /* no extended one */
	assert_int_equal(ab_ecam_read(NULL, 0xffc, 4), 0);
	assert_int_equal((uint32_t)ab_ecam_read(NULL, 0x1000, 4), UINT32_MAX); /* 00:00.1 */
	assert_int_equal((uint32_t)ab_ecam_read(NULL, 0x8000, 4), UINT32_MAX); /* 00:01.0 */
	assert_int_equal((uint32_t)ab_ecam_read(NULL, 0xffffc, 4), UINT32_MAX);
}

static void test_configuration_by_ports(void **state)
{
	struct ab_pci p = { 0 };

	(void)state;
	assert_int_equal((uint32_t)ab_pci_data_read(&p, 0, 4), UINT32_MAX); /* not enabled */
	ab_pci_address_write(&p, 0, 4, 0x80000000); /* Linux' probe */
	assert_int_equal(ab_pci_address_read(&p, 0, 4), 0x80000000);
	assert_int_equal(ab_pci_data_read(&p, 0, 4), 0x00081b36);
	assert_int_equal(ab_pci_data_read(&p, 2, 2), 0x0008);
	ab_pci_address_write(&p, 0, 4, 0x8000000b); /* bits 1:0 read as zero */
	assert_int_equal(ab_pci_address_read(&p, 0, 4), 0x80000008);
	assert_int_equal(ab_pci_data_read(&p, 3, 1), 0x06);
	ab_pci_address_write(&p, 0, 1, 0); /* other widths are other registers */
	ab_pci_address_write(&p, 1, 1, 6);
	assert_int_equal(ab_pci_address_read(&p, 0, 4), 0x80000008);
	assert_int_equal((uint8_t)ab_pci_address_read(&p, 1, 1), 0xff);
	ab_pci_address_write(&p, 0, 4, 0x80000800); /* 00:01.0 */
	assert_int_equal((uint32_t)ab_pci_data_read(&p, 0, 4), UINT32_MAX);
	ab_pci_address_write(&p, 0, 4, 0x80000100); /* 00:00.1 */
	assert_int_equal((uint32_t)ab_pci_data_read(&p, 0, 4), UINT32_MAX);
	ab_pci_address_write(&p, 0, 4, 0x80010000); /* 01:00.0 */
	assert_int_equal((uint32_t)ab_pci_data_read(&p, 0, 4), UINT32_MAX);
}

static void describe(struct ab_kvm_machine *k, const struct ab_kvm_config *c)
{
	struct ab_error why;

	ab_kvm_machine(k, c);
	if (ab_machine_check(&k->m, NULL, &why) != AB_OK)
		fail_msg("%s %#llx (%s)", why.what, (unsigned long long)why.value, why.other);
	assert_int_equal(ab_machine_ram_size_(&k->m), c->memory);
	assert_int_equal(k->m.n_cpus, c->cpus);
	assert_int_equal(k->m.phys_bits, c->phys_bits);
	assert_int_equal(k->m.arch, c->arch);
}

static void test_machines_are_right(void **state)
{
	static const uint64_t sizes[] = { 16 * AB_MiB, 3 * AB_GiB, 3 * AB_GiB + 4096, 64 * AB_GiB };
	static const struct {
		enum ab_arch arch;
		enum ab_tables tables, want;
		uint32_t gic, cpus;
	} rows[] = {
		{ AB_ARCH_X86_64, AB_TABLES_ACPI, AB_TABLES_ACPI, 0, 300 },
		{ AB_ARCH_X86_64, AB_TABLES_MP, AB_TABLES_MP, 0, 255 },
		{ AB_ARCH_ARM64, AB_TABLES_FDT, AB_TABLES_FDT, 0, 4096 },
		{ AB_ARCH_ARM64, AB_TABLES_FDT, AB_TABLES_FDT, 2, 8 },
		{ AB_ARCH_ARM64, AB_TABLES_MP, AB_TABLES_FDT, 3, 4096 },
		{ AB_ARCH_ARM64, AB_TABLES_ACPI, AB_TABLES_ACPI, 3, 4096 },
		{ AB_ARCH_ARM64, AB_TABLES_ACPI, AB_TABLES_ACPI, 2, 8 },
	};
	struct ab_kvm_machine k;

	(void)state;
	for (size_t r = 0; r < sizeof(rows) / sizeof(rows[0]); r++)
		for (size_t i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++)
			for (unsigned int many = 0; many < 2; many++) {
				const struct ab_kvm_config c = { .arch = rows[r].arch,
								 .tables = rows[r].tables,
								 .memory = sizes[i],
								 .cpus = many ? rows[r].cpus : 1,
								 .gic = rows[r].gic,
								 .its = true,
								 .pmu = true };

				describe(&k, &c);
				assert_int_equal(k.m.tables, rows[r].want);
			}
}

static void test_machine_of_x86(void **state)
{
	struct ab_kvm_config c = { .arch = AB_ARCH_X86_64,
				   .tables = AB_TABLES_ACPI,
				   .memory = 3 * AB_GiB + 4096,
				   .cpus = 1,
				   .phys_bits = 46 };
	struct ab_kvm_machine k;

	(void)state;
	describe(&k, &c);
	assert_int_equal(k.m.ram.n, 2);
	assert_int_equal(k.ram[0].size, 3 * AB_GiB);
	assert_int_equal(k.ram[1].base, 4 * AB_GiB);
	assert_int_equal(k.ram[1].size, 4096);
	assert_null(ab_machine_dev(&k.m, AB_DEV_PIT_8254, 0));
	assert_non_null(ab_machine_dev(&k.m, AB_DEV_ACPI_GED, 0));
	assert_non_null(k.m.smbios);
	c.tables = AB_TABLES_MP;
	c.memory = AB_GiB;
	describe(&k, &c);
	assert_int_equal(k.m.ram.n, 1);
	assert_non_null(ab_machine_dev(&k.m, AB_DEV_PIT_8254, 0));
	assert_null(ab_machine_dev(&k.m, AB_DEV_ACPI_GED, 0));
	assert_non_null(k.m.smbios);
}

static void test_machine_of_arm64(void **state)
{
	struct ab_kvm_config c = { .arch = AB_ARCH_ARM64,
				   .tables = AB_TABLES_FDT,
				   .memory = 8 * AB_GiB,
				   .cpus = 20,
				   .phys_bits = 44,
				   .its = true,
				   .pmu = true };
	struct ab_kvm_machine k;

	(void)state;
	describe(&k, &c);
	assert_int_equal(k.m.ram.n, 1);
	assert_int_equal(k.ram[0].base, 2 * AB_GiB);
	assert_int_equal(k.m.arm64.gic.version, 3);
	assert_int_equal(k.m.arm64.gic.redist.n, 1);
	assert_int_equal(k.m.arm64.gic.redist.at[0].size, 20 * 0x20000);
	assert_int_not_equal(k.m.arm64.gic.its, 0);
	assert_int_equal(k.m.arm64.pmu, 23);
	assert_int_equal(k.m.arm64.conduit, AB_CONDUIT_HVC);
	assert_int_equal(ab_machine_cpu_id(&k.m, 19), 0x103); /* as KVM numbers them */
	assert_non_null(ab_machine_dev(&k.m, AB_DEV_UART_PL011, 0));
	assert_non_null(ab_machine_dev(&k.m, AB_DEV_VIRTIO_MMIO, 0));
	assert_non_null(ab_machine_dev(&k.m, AB_DEV_RTC_PL031, 0));
	assert_non_null(ab_machine_dev(&k.m, AB_DEV_GPIO_PL061, 0));
	assert_null(ab_machine_dev(&k.m, AB_DEV_ACPI_GED, 0));
	c.tables = AB_TABLES_ACPI;
	c.gic = 2;
	c.cpus = 8;
	c.pmu = false;
	describe(&k, &c);
	assert_int_equal(k.m.arm64.gic.its, 0);
	assert_int_equal(k.m.arm64.gic.redist.n, 0);
	assert_int_not_equal(k.m.arm64.gic.cpu, 0);
	assert_int_equal(k.m.arm64.pmu, 0);
	assert_null(ab_machine_dev(&k.m, AB_DEV_RTC_PL031, 0));
	assert_null(ab_machine_dev(&k.m, AB_DEV_GPIO_PL061, 0));
	assert_non_null(ab_machine_dev(&k.m, AB_DEV_ACPI_GED, 0));
	c.gic = 3;
	c.its = false;
	describe(&k, &c);
	assert_int_equal(k.m.arm64.gic.its, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_bus),
		cmocka_unit_test(test_bus_refuses),
		cmocka_unit_test(test_bus_splits),
		cmocka_unit_test(test_configuration_by_ports),
		cmocka_unit_test(test_sleep),
		cmocka_unit_test(test_resets),
		cmocka_unit_test(test_keyboard_controller),
		cmocka_unit_test(test_panic),
		cmocka_unit_test(test_button),
		cmocka_unit_test(test_ecam),
		cmocka_unit_test(test_machines_are_right),
		cmocka_unit_test(test_machine_of_x86),
		cmocka_unit_test(test_machine_of_arm64),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
