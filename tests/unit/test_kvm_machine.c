/* SPDX-License-Identifier: BSD-2-Clause */
/* The machines that the VMM describes. */
#include "unit.h"

#include "machine.h"
#include "machine/machine_priv.h"
#include "checked.h"

static void describe(struct vmm_machine *k, const struct vmm_config *c)
{
	struct ab_error why;

	vmm_machine(k, c);
	if (check_machine(&k->m, NULL, &why) != AB_OK)
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
	struct vmm_machine k;

	(void)state;
	for (size_t r = 0; r < sizeof(rows) / sizeof(rows[0]); r++)
		for (size_t i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++)
			for (unsigned int many = 0; many < 2; many++) {
				const struct vmm_config c = { .arch = rows[r].arch,
							      .tables = rows[r].tables,
							      .console = many ? VMM_CONSOLE_VIRTIO
									      : VMM_CONSOLE_UART,
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
	struct vmm_config c = { .arch = AB_ARCH_X86_64,
				.tables = AB_TABLES_ACPI,
				.memory = 3 * AB_GiB + 4096,
				.cpus = 1,
				.phys_bits = 46 };
	struct vmm_machine k;

	(void)state;
	describe(&k, &c);
	assert_int_equal(k.m.ram.n, 2);
	assert_int_equal(k.ram[0].size, 3 * AB_GiB);
	assert_int_equal(k.ram[1].base, 4 * AB_GiB);
	assert_int_equal(k.ram[1].size, 4096);
	assert_null(ab_machine_dev(&k.m, AB_DEV_PIT_8254, 0));
	assert_non_null(ab_machine_dev(&k.m, AB_DEV_ACPI_GED, 0));
	assert_non_null(k.m.smbios);
	c.pc = true;
	describe(&k, &c);
	assert_non_null(ab_machine_dev(&k.m, AB_DEV_PIC_8259, 0));
	assert_non_null(ab_machine_dev(&k.m, AB_DEV_PIT_8254, 0));
	assert_non_null(ab_machine_dev(&k.m, AB_DEV_ACPI_PM, 0));
	assert_non_null(ab_machine_dev(&k.m, AB_DEV_ACPI_RESET, 0));
	assert_non_null(ab_machine_dev(&k.m, AB_DEV_PCIE_ECAM, 0));
	assert_null(ab_machine_dev(&k.m, AB_DEV_ACPI_GED, 0)); /* its power button is fixed, too */
	assert_null(ab_machine_dev(&k.m, AB_DEV_ACPI_SLEEP, 0));
	c.tables = AB_TABLES_MP;
	c.pc = false;
	c.memory = AB_GiB;
	describe(&k, &c);
	assert_int_equal(k.m.ram.n, 1);
	assert_non_null(ab_machine_dev(&k.m, AB_DEV_PIT_8254, 0));
	assert_null(ab_machine_dev(&k.m, AB_DEV_ACPI_GED, 0));
	assert_non_null(k.m.smbios);
}

static void test_machine_of_arm64(void **state)
{
	struct vmm_config c = { .arch = AB_ARCH_ARM64,
				.tables = AB_TABLES_FDT,
				.memory = 8 * AB_GiB,
				.cpus = 20,
				.phys_bits = 44,
				.its = true,
				.pmu = true };
	struct vmm_machine k;

	(void)state;
	describe(&k, &c);
	assert_int_equal(k.m.ram.n, 1);
	assert_int_equal(k.ram[0].base, 2 * AB_GiB);
	assert_int_equal(k.m.arm64.gic.version, 3);
	assert_int_equal(k.m.arm64.gic.redist.n, 1);
	assert_int_equal(k.m.arm64.gic.redist.at[0].size, 20 * 0x20000);
	assert_int_equal(k.m.arm64.gic.its.n, 1);
	assert_int_not_equal(k.m.arm64.gic.its.at[0].base, 0);
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
	assert_int_equal(k.m.arm64.gic.its.n, 0);
	assert_int_equal(k.m.arm64.gic.redist.n, 0);
	assert_int_not_equal(k.m.arm64.gic.cpu, 0);
	assert_int_equal(k.m.arm64.pmu, 0);
	assert_null(ab_machine_dev(&k.m, AB_DEV_RTC_PL031, 0));
	assert_null(ab_machine_dev(&k.m, AB_DEV_GPIO_PL061, 0));
	assert_non_null(ab_machine_dev(&k.m, AB_DEV_ACPI_GED, 0));
	c.gic = 3;
	c.its = false;
	describe(&k, &c);
	assert_int_equal(k.m.arm64.gic.its.n, 0);
}

/* The console is a UART, or a second virtio device, and never both. */
static void test_consoles(void **state)
{
	static const struct {
		enum ab_arch arch;
		enum ab_dev_type uart;
		uint64_t base;
	} rows[] = {
		{ AB_ARCH_X86_64, AB_DEV_UART_16550, VMM_X86_CONSOLE },
		{ AB_ARCH_ARM64, AB_DEV_UART_PL011, VMM_ARM64_CONSOLE },
	};
	struct vmm_machine k;

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		for (int tables = AB_TABLES_USUAL; tables <= AB_TABLES_FDT; tables++)
			for (int virtio = 0; virtio < 2; virtio++) {
				const struct vmm_config c = { .arch = rows[i].arch,
							      .tables = (enum ab_tables)tables,
							      .console = (enum vmm_console)virtio,
							      .memory = AB_GiB,
							      .cpus = 1 };
				const struct ab_dev *d;

				describe(&k, &c);
				d = ab_machine_dev(&k.m, rows[i].uart, 0);
				assert_int_equal(d != NULL, !virtio);
				assert_non_null(ab_machine_dev(&k.m, AB_DEV_VIRTIO_MMIO, 0));
				d = ab_machine_dev(&k.m, AB_DEV_VIRTIO_MMIO, 1);
				assert_int_equal(d != NULL, virtio);
				if (virtio)
					assert_int_equal(d->base, rows[i].base);
			}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_machines_are_right),
		cmocka_unit_test(test_machine_of_x86),
		cmocka_unit_test(test_machine_of_arm64),
		cmocka_unit_test(test_consoles),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
