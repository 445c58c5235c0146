/* SPDX-License-Identifier: BSD-2-Clause */
/* Snippets of the reference manual about builders: what each shows is run here, and judged. */
#include "unit.h"

#include <aetherboot/aetherboot.h>

static const struct ab_machine machine = {
	.arch = AB_ARCH_X86_64,
	.n_cpus = 2,
	.ram = AB_LIST(struct ab_ram, { .base = 0, .size = 64 * AB_MiB }),
	.devs = AB_LIST(struct ab_dev, { AB_DEV_UART_16550, .base = 0x3f8, .irq = 4 }),
};

/* [acpi] */
/* All tables of a machine, and the RSDP, for a guest that finds them at base. */
static enum ab_err write_acpi(const struct ab_machine *m, uint64_t base, struct ab_buf *tables,
			      struct ab_buf *rsdp, struct ab_error *why)
{
	struct ab_acpi_set set;
	enum ab_err err = ab_acpi_layout(&set, m, why);

	for (size_t i = 0; err == AB_OK && i < ab_acpi_count(&set); i++) {
		while (tables->len < ab_acpi_at(&set, i).offset)
			ab_put_le(tables, 0, 1);
		ab_acpi_write(&set, i, base, 0, tables);
	}
	if (err == AB_OK)
		ab_acpi_rsdp(&set, base, rsdp);
	return err != AB_OK ? err : ab_buf_finish(tables, "ACPI tables", why);
}
/* [acpi] */

static void test_acpi(void **state)
{
	static uint8_t bytes[1 << 16];
	struct ab_buf tables = ab_buf_over(bytes, sizeof(bytes));
	struct ab_acpi_set set;
	uint8_t pointer[36];
	struct ab_buf rsdp = ab_buf_over(pointer, sizeof(pointer));
	struct ab_error why;

	(void)state;
	assert_int_equal(write_acpi(&machine, 0xe0000, &tables, &rsdp, &why), AB_OK);
	assert_int_equal(ab_acpi_layout(&set, &machine, &why), AB_OK);
	for (size_t i = 0; i < ab_acpi_count(&set); i++) {
		const struct ab_acpi_table at = ab_acpi_at(&set, i);

		assert_memory_equal(bytes + at.offset, at.sig, 4);
		assert_int_equal(ab_sum8(bytes + at.offset, at.size), 0);
	}
	assert_memory_equal(pointer, "RSD PTR ", 8);
}

/* [aml] */
/* An SSDT with Device (COM2) { Name (_HID, EISAID ("PNP0501")) }. A writer over NULL measures. */
static enum ab_err write_ssdt(const struct ab_machine *m, struct ab_buf *out, struct ab_error *why)
{
	const size_t start = ab_acpi_begin(m, "SSDT", 2, out);
	struct ab_aml aml = ab_aml_over(out);
	struct ab_aml_block scope = ab_aml_scope(&aml, "\\_SB");
	struct ab_aml_block dev = ab_aml_device(&aml, "COM2");

	ab_aml_name(&aml, "_HID");
	ab_aml_eisa(&aml, "PNP0501");
	ab_aml_end(&aml, dev);
	ab_aml_end(&aml, scope);
	ab_acpi_end(out, start);
	return ab_aml_finish(&aml, "SSDT", why);
}
/* [aml] */

static void test_aml(void **state)
{
	/* Scope (\_SB), Device (COM2), Name (_HID, EISAID) by ACPI 6.5, 20.2 */
	static const uint8_t want[] = { 0x10, 0x17, '\\', '_',  'S',  'B',  '_',  0x5b,
					0x82, 0x0f, 'C',  'O',  'M',  '2',  0x08, '_',
					'H',  'I',  'D',  0x0c, 0x41, 0xd0, 0x05, 0x01 };
	struct ab_buf measured = ab_buf_over(NULL, 0), written;
	struct ab_error why;
	uint8_t bytes[128];

	(void)state;
	written = ab_buf_over(bytes, sizeof(bytes));
	assert_int_equal(write_ssdt(&machine, &measured, &why), AB_OK);
	assert_int_equal(write_ssdt(&machine, &written, &why), AB_OK);
	assert_int_equal(written.len, measured.len);
	assert_int_equal(written.len, 36 + sizeof(want));
	assert_memory_equal(bytes + 36, want, sizeof(want));
	assert_int_equal(ab_sum8(bytes, written.len), 0);
}

/* [fdt] */
static enum ab_err write_tree(struct ab_buf *out, struct ab_error *why)
{
	struct ab_fdt tree;

	ab_fdt_begin(&tree, out);
	ab_fdt_u32(&tree, "#address-cells", 2);
	ab_fdt_u32(&tree, "#size-cells", 2);
	ab_fdt_node_at(&tree, "uart", 0x9000000);
	ab_fdt_string(&tree, "compatible", "arm,pl011");
	ab_fdt_reg(&tree, 0x9000000, 0x1000);
	ab_fdt_end(&tree);
	return ab_fdt_finish(&tree, why);
}
/* [fdt] */

static void test_fdt(void **state)
{
	uint8_t bytes[512];
	struct ab_buf out = ab_buf_over(bytes, sizeof(bytes));
	struct ab_error why;
	struct ab_dtb dtb;
	struct ab_bytes reg;

	(void)state;
	assert_int_equal(write_tree(&out, &why), AB_OK);
	assert_int_equal(ab_dtb_open(&dtb, (struct ab_bytes){ bytes, out.len }, &why), AB_OK);
	reg = ab_dtb_prop(&dtb, ab_dtb_find(&dtb, "/uart@9000000"), "reg");
	assert_int_equal(reg.size, 16);
	assert_memory_equal(reg.data, "\0\0\0\0\x09\0\0\0\0\0\0\0\0\0\x10\0", 16);
}

/* [x86] */
/* What a 64-bit kernel needs besides its tables: GDT, page tables, and the zero page. */
static enum ab_err write_x86(const struct ab_memmap *map, uint64_t cmdline, uint64_t gpa,
			     struct ab_buf *out, struct ab_error *why)
{
	const struct ab_x86_paging paging = { .levels = 4, .limit = 4 * AB_GiB };
	const struct ab_x86_zero_page zero_page = { .cmdline = cmdline, .map = map };

	ab_x86_page_tables(&paging, gpa, out);
	ab_x86_zero_page(&zero_page, out);
	ab_x86_gdt(AB_X86_MODE_64, out);
	return ab_buf_finish(out, "boot structures", why);
}
/* [x86] */

static const struct ab_ram ram[] = { { .base = 0, .size = 64 * AB_MiB } };
static const struct ab_memmap memmap = { { ram, 1 }, NULL, 0 };

static void test_x86(void **state)
{
	static uint8_t bytes[10 * 4096];
	struct ab_buf out = ab_buf_over(bytes, sizeof(bytes));
	const uint8_t *zero_page, *e820;
	struct ab_error why;

	(void)state;
	assert_int_equal(write_x86(&memmap, 0x20000, 0x100000, &out, &why), AB_OK);
	/* the root, a table of 4 entries, 4 of 512 pages of 2 MiB; then both structures */
	assert_int_equal(out.len, 6 * 4096 + 4096 + 48);
	assert_int_equal(ab_ld_le64(bytes) & ~UINT64_C(0xfff), 0x101000);
	zero_page = bytes + 6 * 4096;
	assert_memory_equal(zero_page + 0x202, "HdrS", 4);
	assert_int_equal(ab_ld_le32(zero_page + 0x228), 0x20000);
	e820 = zero_page + 0x2d0;
	assert_int_equal(zero_page[0x1e8], 1);
	assert_int_equal(ab_ld_le64(e820 + 8), 64 * AB_MiB);
}

/* [efi] */
static enum ab_err write_efi(uint64_t rsdp, uint64_t gpa, const struct ab_memmap *map,
			     struct ab_buf *out, struct ab_error *why)
{
	const struct ab_efi_tables tables = { .rsdp = rsdp };

	ab_efi_system_table(&tables, gpa, out);
	ab_efi_memory_map(map, out);
	return ab_buf_finish(out, "EFI", why);
}
/* [efi] */

static void test_efi(void **state)
{
	uint8_t bytes[4096];
	struct ab_buf out = ab_buf_over(bytes, sizeof(bytes));
	struct ab_error why;
	const uint8_t *map;

	(void)state;
	assert_int_equal(write_efi(0xe0000, 0x10000, &memmap, &out, &why), AB_OK);
	assert_memory_equal(bytes, "IBI SYST", 8);
	map = bytes + out.len - AB_EFI_DESC_SIZE;
	assert_int_equal(ab_ld_le32(map), 7); /* EfiConventionalMemory */
	assert_int_equal(ab_ld_le64(map + 24), 64 * AB_MiB / 4096);
}

/* [smbios] */
static enum ab_err write_smbios(const struct ab_machine *m, uint64_t gpa, struct ab_buf *entry,
				struct ab_buf *table, struct ab_error *why)
{
	const struct ab_smbios id = { .manufacturer = "Acme", .product = "Model 1" };
	enum ab_err err;

	ab_smbios_table(m, &id, table);
	err = ab_buf_finish(table, "SMBIOS", why);
	ab_smbios_entry(gpa, (uint32_t)table->len, entry);
	return err;
}
/* [smbios] */

static void test_smbios(void **state)
{
	uint8_t bytes[2048], anchor[24];
	struct ab_buf table = ab_buf_over(bytes, sizeof(bytes));
	struct ab_buf entry = ab_buf_over(anchor, sizeof(anchor));
	struct ab_error why;
	bool there = false;

	(void)state;
	assert_int_equal(write_smbios(&machine, 0xf1000, &entry, &table, &why), AB_OK);
	assert_memory_equal(anchor, "_SM3_", 5);
	assert_int_equal(ab_sum8(anchor, 24), 0);
	assert_int_equal(ab_ld_le64(anchor + 16), 0xf1000);
	for (size_t i = 0; i + 5 <= table.len; i++)
		there = there || memcmp(bytes + i, "Acme", 5) == 0;
	assert_true(there);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_acpi), cmocka_unit_test(test_aml),
		cmocka_unit_test(test_fdt),  cmocka_unit_test(test_x86),
		cmocka_unit_test(test_efi),  cmocka_unit_test(test_smbios),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
