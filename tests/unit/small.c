/* SPDX-License-Identifier: BSD-2-Clause */
/* A library built with AB_SMALL plans what it has, and refuses by name what it leaves out. */
#include <aetherboot/aetherboot.h>

#include "arm64_image.h"
#include "make_uki.h"
#include "plan_machines.h"
#include "unit.h"

static uint8_t image[0x3000];
static struct ab_payload os = { .kernel = { image, sizeof(image) } };

static enum ab_err plan(const struct ab_machine *m, const struct ab_payload *p,
			struct ab_error *why)
{
	static struct ab_region room[64];
	static uint8_t work[0x40000];
	struct ab_plan plan = { .regions = AB_REGIONS(room) };

	return ab_plan_make(&plan, m, p, (struct ab_work){ work, sizeof(work) }, why);
}

static void test_what_is_there(void **state)
{
	struct ab_machine m = virt;
	struct ab_error why;

	(void)state;
	m.devs = (struct ab_dev_list)AB_LIST(struct ab_dev,
					     { AB_DEV_UART_PL011, .base = 0x9000000, .irq = 33 });
	assert_int_equal(plan(&m, &os, &why), AB_OK);
	m.tables = AB_TABLES_ACPI;
	assert_int_equal(plan(&m, &os, &why), AB_OK);
}

static const struct ab_fdt_prop prop = { "/cpus", "acme,prop", { "1", 2 } };
static const struct ab_rmr rmr = { .base = 0x10000000, .size = 0x10000 };
static const struct ab_dev devs[] = {
	{ AB_DEV_PCIE_ECAM, .base = 0x10000000, .size = AB_MiB },
	{ AB_DEV_SMMUV3, .base = 0x10000000, .irq = 40 },
	{ AB_DEV_FRAMEBUFFER, .base = 0x10000000, .size = AB_MiB,
	  .framebuffer = { .width = 8, .height = 8 } },
	{ AB_DEV_VIRTIO_MMIO, .base = 0x10000000, .irq = 40, .memory_region = "pool" },
};

static void test_machines(void **state)
{
	const struct {
		enum ab_err code;
		const char *what;
		struct ab_machine m;
	} rows[] = {
		{ AB_ERR_ARG, "machine.devs[].type", { .devs = { &devs[0], 1 } } },
		{ AB_ERR_ARG, "machine.devs[].type", { .devs = { &devs[1], 1 } } },
		{ AB_ERR_ARG, "machine.devs[].type", { .devs = { &devs[2], 1 } } },
		{ AB_ERR_UNSUPPORTED, "machine.devs[].memory_region", { .devs = { &devs[3], 1 } } },
		{ AB_ERR_UNSUPPORTED, "machine.fdt.props.n", { .fdt.props = { &prop, 1 } } },
		{ AB_ERR_UNSUPPORTED, "machine.arm64.rmrs.n", { .arm64.rmrs = { &rmr, 1 } } },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct ab_machine m = virt;
		struct ab_error why;
		char text[200];

		m.devs = rows[i].m.devs;
		m.fdt = rows[i].m.fdt;
		m.arm64.rmrs = rows[i].m.arm64.rmrs;
		assert_int_equal(plan(&m, &os, &why), rows[i].code);
		assert_string_equal(why.what, rows[i].what);
		ab_error_text(&why, text, sizeof(text));
		assert_non_null(strstr(text, "this build (AB_SMALL) leaves"));
	}
}

static void test_payloads(void **state)
{
	static const struct ab_reserve pool = { 0x48000000, 0x1000, "pool",
						.compatible = "shared-dma-pool" };
	static uint8_t file[0x8000];
	const struct made_part parts[] = { { ".linux", { image, sizeof(image) } },
					   { NULL, { NULL, 0 } } };
	const struct ab_bytes uki = make_uki_of(file, sizeof(file), 0xaa64, parts);
	struct ab_payload p = os;
	struct ab_error why;

	(void)state;
	p.reserve = (struct ab_reserve_list){ &pool, 1 };
	assert_int_equal(plan(&virt, &p, &why), AB_ERR_UNSUPPORTED);
	assert_string_equal(why.what, "payload.reserve[].compatible");
	p = os;
	p.addons = (struct ab_bytes_list){ &uki, 1 };
	assert_int_equal(plan(&virt, &p, &why), AB_ERR_UNSUPPORTED);
	assert_string_equal(why.what, "payload.addons.n");
	p = (struct ab_payload){ .kernel = uki };
	assert_int_equal(plan(&virt, &p, &why), AB_ERR_UNSUPPORTED);
}

static int make(void **state)
{
	static const struct image_spec spec = { 0, 0x200000, 0xa, sizeof(image) };

	(void)state;
	make_image(image, &spec);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_what_is_there),
		cmocka_unit_test(test_machines),
		cmocka_unit_test(test_payloads),
	};

	return cmocka_run_group_tests(tests, make, NULL);
}
