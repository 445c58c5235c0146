/* SPDX-License-Identifier: BSD-2-Clause */
/* Snippets of the reference manual that lead to a boot: what each shows is run here, and judged. */
#include "unit.h"

#include <aetherboot/aetherboot.h>

/* [devices] */
/* A serial port, a PCIe host bridge with 16 buses, and a network card of virtio. */
static const struct ab_dev devs[] = {
	{ AB_DEV_UART_16550, .base = 0x3f8, .irq = 4 },
	{ AB_DEV_PCIE_ECAM, .base = 0xe0000000, .size = 16 * AB_MiB,
	  .pcie = { .mmio32 = { 0xc0000000, 0x20000000 }, .intx = { 16, 17, 18, 19 } } },
	{ AB_DEV_VIRTIO_MMIO, .base = 0xf0000000, .irq = 5 },
};
/* [devices] */

static void test_devices(void **state)
{
	static const struct ab_ram ram = { .base = 0, .size = 512 * AB_MiB };
	const struct ab_machine pc = { .arch = AB_ARCH_X86_64,
				       .n_cpus = 2,
				       .ram = { &ram, 1 },
				       .devs = { devs, COUNT(devs) } };
	struct ab_work work = { NULL, 0 };
	unsigned char room[4096];
	struct ab_error warning, why;

	(void)state;
	work.data = room;
	work.size = sizeof(room);
	assert_true(ab_machine_work(&pc) <= sizeof(room));
	assert_int_equal(ab_machine_check(&pc, work, &warning, &why), AB_OK);
	assert_true(ab_dev_is_pio(&pc, &devs[0]) && !ab_dev_is_pio(&pc, &devs[2]));
	assert_int_equal(ab_dev_size(&devs[2]), 512);
}

/* [tables] */
/* A device of the VMM's own, for which the library has no kind. */
static void add_sensor(struct ab_aml *aml, void *ctx)
{
	struct ab_aml_block dev = ab_aml_device(aml, "SENS");

	(void)ctx;
	ab_aml_name(aml, "_HID");
	ab_aml_string(aml, "ACME0001");
	ab_aml_end(aml, dev);
}

static const struct ab_machine with_sensor = {
	.arch = AB_ARCH_X86_64,
	.n_cpus = 1,
	.ram = AB_LIST(struct ab_ram, { .base = 0, .size = 512 * AB_MiB }),
	.acpi = { .oem_id = "ACME", .dsdt = add_sensor },
};
/* [tables] */

static void test_tables(void **state)
{
	struct ab_acpi_set set;
	struct ab_error why;
	struct ab_buf out;
	char dsdt[4096];
	bool there = false;

	(void)state;
	assert_int_equal(ab_acpi_layout(&set, &with_sensor, &why), AB_OK);
	out = ab_buf_over(dsdt, sizeof(dsdt));
	ab_acpi_dsdt(&with_sensor, &out);
	assert_int_equal(ab_buf_finish(&out, "DSDT", &why), AB_OK);
	assert_memory_equal(dsdt + 10, "ACME", 4);
	for (size_t i = 0; i + 8 <= out.len; i++)
		there = there || memcmp(dsdt + i, "ACME0001", 8) == 0;
	assert_true(there);
}

/* [sink] */
/* A sink that counts. Any other one copies, maps, encrypts or sends the bytes. */
static enum ab_err count(void *ctx, const struct ab_region *r, uint64_t off, const void *src,
			 size_t len)
{
	uint64_t *bytes = ctx;

	(void)r, (void)off, (void)src; /* NULL stands for zero bytes */
	*bytes += len;
	return AB_OK;
}

static enum ab_err place(const struct ab_plan *plan, struct ab_work work, uint64_t *bytes,
			 struct ab_error *why)
{
	const struct ab_mem mem = { .write = count, .ctx = bytes };

	return ab_plan_place(plan, mem, work, why);
}
/* [sink] */

/* [entry state] */
/* CPU 0 runs at once; the others wait, until the guest starts them. */
static enum ab_err prepare_cpus(const struct ab_plan *plan, uint32_t n_cpus, uint64_t *first,
				struct ab_error *why)
{
	for (uint32_t i = 0; i < n_cpus; i++) {
		struct ab_vcpu cpu;
		enum ab_err err = ab_plan_entry(plan, i, &cpu, why);

		if (err != AB_OK)
			return err;
		if (cpu.start == AB_VCPU_RUN)
			*first = cpu.x86.rip;
		/* now create the vCPU of cpu.id, and load its registers: ab_kvm_set_vcpu() */
	}
	return AB_OK;
}
/* [entry state] */

static const struct ab_machine m = {
	.arch = AB_ARCH_X86_64,
	.n_cpus = 2,
	.ram = AB_LIST(struct ab_ram, { .base = 0, .size = 64 * AB_MiB }),
};

static void test_plan(void **state)
{
	static const unsigned char code[64] = { 0xf4 };
	const struct ab_payload os = { .kernel = { code, sizeof(code) },
				       .protocol = AB_PROTOCOL_FLAT,
				       .flat.base = 0x100000 };
	static unsigned char room[1 << 16];
	const struct ab_work work = { room, sizeof(room) };
	struct ab_region regions[AB_PLAN_REGIONS];
	struct ab_plan plan = { .regions = AB_REGIONS(regions) };
	uint64_t bytes = 0, want = 0, first = 0;
	struct ab_error why = { AB_OK };

	(void)state;
	if (ab_plan_make(&plan, &m, &os, work, &why) != AB_OK)
		fail_msg("%s: %s", why.what, why.other != NULL ? why.other : "");
	assert_int_equal(place(&plan, work, &bytes, &why), AB_OK);
	for (size_t i = 0; i < plan.regions.n; i++)
		if (regions[i].backing != AB_BACKING_NONE)
			want += regions[i].size;
	assert_true(bytes != 0);
	assert_int_equal(bytes, want);
	assert_int_equal(prepare_cpus(&plan, m.n_cpus, &first, &why), AB_OK);
	assert_int_equal(first, ab_regions_find(&plan.regions, AB_REGION_KERNEL)->base);
}

/* [memory map] */
static uint64_t usable(const struct ab_memmap *map)
{
	struct ab_memmap_iter it = { 0 };
	struct ab_memmap_entry entry;
	uint64_t bytes = 0;

	while (ab_memmap_next(map, &it, &entry))
		if (entry.type == AB_MEM_RAM)
			bytes += entry.size;
	return bytes;
}
/* [memory map] */

static void test_memmap(void **state)
{
	static const struct ab_ram ram[] = { { .base = 0, .size = 0x10000 },
					     { .base = 0x20000, .size = 0x10000 } };
	static const struct ab_region kept = { .base = 0x4000,
					       .size = 0x1000,
					       .type = AB_MEM_RESERVED };
	const struct ab_memmap map = { { ram, COUNT(ram) }, &kept, 1 };

	(void)state;
	assert_int_equal(usable(&map), 0x1f000);
}

/* [command line] */
static enum ab_err command_line(char *text, size_t cap, const char *users, struct ab_error *why)
{
	struct ab_cmdline line = ab_cmdline_over(text, cap);

	ab_cmdline_add(&line, users);
	ab_cmdline_set(&line, "console", "ttyS0");
	ab_cmdline_set(&line, "greeting", "two words");
	return ab_cmdline_finish(&line, 2047, why);
}
/* [command line] */

static void test_command_line(void **state)
{
	struct ab_error why;
	char text[80];

	(void)state;
	assert_int_equal(command_line(text, sizeof(text), "quiet -- single", &why), AB_OK);
	assert_string_equal(text, "quiet console=ttyS0 greeting=\"two words\" -- single");
	assert_int_equal(command_line(text, sizeof(text), "a=\"", &why), AB_ERR_ARG);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_devices),      cmocka_unit_test(test_tables),
		cmocka_unit_test(test_plan),         cmocka_unit_test(test_memmap),
		cmocka_unit_test(test_command_line),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
