/* SPDX-License-Identifier: BSD-2-Clause */
/* What a VMM adds to tables that its guest does not get is left out, and the plan says so; what it
 * adds to those that the guest gets is there, without a word. */
#include "arm64_image.h"
#include "recorder.h"

#include <aetherboot/aml.h>
#include <aetherboot/fdt.h>

static uint8_t image[0x4000], vmlinux[0x8000];
static uint8_t own[36] = "OWN1\x24\0\0\0\1"; /* a header alone */

static int make_kernels(void **state)
{
	uint8_t sum = 0;

	(void)state;
	make_image(image, &(struct image_spec){ 0, 0x200000, 10, 0x3000 });
	make_elf(vmlinux, &elf64);
	for (size_t i = 0; i < sizeof(own); i++)
		sum = (uint8_t)(sum + own[i]);
	own[9] = (uint8_t)(0 - sum);
	return 0;
}

static unsigned int asked;

static void dsdt(struct ab_aml *aml, void *ctx)
{
	(void)aml;
	(void)ctx;
	asked |= 1;
}

static void nodes(struct ab_fdt *f, void *ctx)
{
	(void)f;
	(void)ctx;
	asked |= 2;
}

#define PC                                                                                         \
	.arch = AB_ARCH_X86_64, .n_cpus = 1, .ram = AB_LIST(struct ab_ram, { 0, 256 * AB_MiB, 0 })
#define VIRT                                                                                       \
	.arch = AB_ARCH_ARM64, .n_cpus = 1,                                                        \
	.ram = AB_LIST(struct ab_ram, { 0x40000000, AB_GiB, 0 }),                                  \
	.arm64.gic = { .dist = 0x8000000,                                                          \
		       .redist = AB_LIST(struct ab_range, { 0x80a0000, 0x100000 }) }
#define AML .acpi.dsdt = dsdt
#define TABLE .acpi.tables = AB_LIST(struct ab_bytes, { own, sizeof(own) })
#define NODES .fdt.nodes = nodes
#define PROPS .fdt.props = AB_LIST(struct ab_fdt_prop, { "/chosen", "acme,vm" })
#define TREES .fdt.overlays = AB_LIST(struct ab_bytes, { "no tree", 7 })

static const char no_aml[] = "must be NULL without ACPI tables; it is left out",
		  no_tables[] = "must be 0 without ACPI tables; they are left out",
		  no_nodes[] = "must be NULL unless a device tree describes the machine; they are "
			       "left out",
		  no_trees[] =
		      "must be 0 unless a device tree describes the machine; they are left "
		      "out",
		  no_frequency[] =
		      "must be 0 unless a device tree describes the machine; it is left out";

static void test_every_pair(void **state)
{
	const struct {
		const char *name;
		struct ab_machine m;
		unsigned int asks; /* the callbacks that are called */
		struct expected want[5];
	} rows[] = {
		{ "PC with ACPI", { PC, AML, TABLE }, 1, { { 0 } } },
		{ "PC with an MP table",
		  { PC, AML, TABLE, .tables = AB_TABLES_MP },
		  0,
		  { { AB_ERR_ARG, "machine.acpi.dsdt", 1, no_aml },
		    { AB_ERR_ARG, "machine.acpi.tables.n", 1, no_tables } } },
		{ "PC without tables",
		  { PC, AML, .tables = AB_TABLES_NONE },
		  0,
		  { { AB_ERR_ARG, "machine.acpi.dsdt", 1, no_aml } } },
		{ "PC, which has no tree",
		  { PC, NODES, TREES, PROPS },
		  0,
		  { { AB_ERR_ARG, "machine.fdt.nodes", 1, no_nodes },
		    { AB_ERR_ARG, "machine.fdt.overlays.n", 1, no_trees },
		    { AB_ERR_ARG, "machine.fdt.props.n", 1, no_trees } } },
		{ "arm64 with a tree",
		  { VIRT, NODES, PROPS, .arm64.timer_frequency = 1 },
		  2,
		  { { 0 } } },
		{ "arm64 with a tree, and AML",
		  { VIRT, NODES, AML, TABLE },
		  2,
		  { { AB_ERR_ARG, "machine.acpi.dsdt", 1, no_aml },
		    { AB_ERR_ARG, "machine.acpi.tables.n", 1, no_tables } } },
		{ "arm64 with ACPI, and nodes",
		  { VIRT, NODES, TREES, AML, TABLE, PROPS, .arm64.timer_frequency = 62500000,
		    .tables = AB_TABLES_ACPI },
		  1,
		  { { AB_ERR_ARG, "machine.fdt.nodes", 1, no_nodes },
		    { AB_ERR_ARG, "machine.fdt.overlays.n", 1, no_trees },
		    { AB_ERR_ARG, "machine.fdt.props.n", 1, no_trees },
		    { AB_ERR_ARG, "machine.arm64.timer_frequency", 62500000, no_frequency } } },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const bool x86 = rows[i].m.arch == AB_ARCH_X86_64;
		const struct ab_payload os = {
			.kernel = { x86 ? vmlinux : image, x86 ? sizeof(vmlinux) : sizeof(image) }
		};
		struct ab_region room[PLAN_ROOM];
		struct ab_plan plan = { .regions = AB_REGIONS(room) };
		struct ab_error why;
		struct recorder rec;
		uint32_t n = 0;

		asked = 0;
		assert_ok(run(&plan, &rows[i].m, &os, &rec, &why), &why, rows[i].name);
		assert_int_equal(asked, rows[i].asks);
		for (; rows[i].want[n].what != NULL; n++) {
			assert_true(n < plan.n_warnings);
			assert_error(plan.warnings[n].code, &plan.warnings[n], &rows[i].want[n],
				     rows[i].name);
		}
		assert_int_equal(plan.n_warnings, n);
		recorder_free(&rec);
	}
}

/* A property that finds no node is told before a byte is placed. */
static void test_a_property_without_a_node(void **state)
{
	static const struct expected want = { AB_ERR_ARG, "machine.fdt.props[]",
					      0,          "the tree must have a node of this path",
					      0,          "/choosen" };
	const struct ab_machine m = { VIRT, .fdt.props = AB_LIST(struct ab_fdt_prop,
								 { "/choosen", "acme,vm" }) };
	const struct ab_payload os = { .kernel = { image, sizeof(image) } };
	struct ab_region room[PLAN_ROOM];
	struct ab_plan plan = { .regions = AB_REGIONS(room) };
	struct ab_work work;
	struct ab_error why;

	(void)state;
	assert_error(make_plan(&plan, &m, &os, &work, &why), &why, &want, "property");
	free(work.data);
}

/* The EFI system table has the owner's name. */
static void test_firmware_vendor(void **state)
{
	static const uint8_t acme[] = { 'A', 0, 'C', 0, 'M', 0, 'E', 0, 0, 0 };
	const struct ab_machine m = { VIRT, .tables = AB_TABLES_ACPI,
				      .acpi = { .firmware_vendor = "ACME",
						.firmware_revision = 7 } };
	const struct ab_payload os = { .kernel = { image, sizeof(image) } };
	struct ab_region room[PLAN_ROOM];
	struct ab_plan plan = { .regions = AB_REGIONS(room) };
	struct recorder rec;
	struct ab_error why;
	const uint8_t *efi;

	(void)state;
	assert_ok(run(&plan, &m, &os, &rec, &why), &why, "plan");
	efi = recorder_kept(&rec, AB_REGION_EFI);
	assert_memory_equal(efi + 120, acme, sizeof(acme));
	assert_int_equal(ab_ld_le32(efi + 32), 7);
	recorder_free(&rec);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_pair),
		cmocka_unit_test(test_a_property_without_a_node),
		cmocka_unit_test(test_firmware_vendor),
	};

	return cmocka_run_group_tests(tests, make_kernels, NULL);
}
