/* SPDX-License-Identifier: BSD-2-Clause */
/* EFI's system table and memory map, by hand from UEFI 2.9, 4.3, 4.6 and 7.2.3. */
#include "unit.h"

#include <aetherboot/efi.h>

#include <zlib.h>

static uint8_t got[4096];

static size_t system_table(const struct ab_efi_tables *in, uint64_t gpa)
{
	struct ab_buf none = ab_buf_over(NULL, 0), b = ab_buf_over(got, sizeof(got));

	memset(got, 0xee, sizeof(got));
	ab_efi_system_table(in, gpa, &none);
	ab_efi_system_table(in, gpa, &b);
	assert_int_equal(ab_buf_finish(&b, "efi", NULL), AB_OK);
	assert_int_equal(b.len, none.len);
	assert_int_equal(got[b.len], 0xee);
	return b.len;
}

/* The CRC of the header is that of the table with the CRC as 0, by another implementation. */
static void check_crc(void)
{
	uint8_t t[120];

	memcpy(t, got, sizeof(t));
	memset(t + 16, 0, 4);
	assert_int_equal(ab_ld_le32(got + 16), crc32(0, t, sizeof(t)));
}

static const uint8_t head[16] = { 'I',  'B', 'I', ' ', 'S', 'Y', 'S', 'T', /* Signature */
				  0x46, 0,   2,   0,   120, 0,   0,   0 }; /* 2.70; HeaderSize */
static const uint8_t vendor[28] = { 'l', 0,   'i', 0,   'b', 0,   'a', 0,   'e', 0,   't', 0,   'h',
				    0,   'e', 0,   'r', 0,   'b', 0,   'o', 0,   'o', 0,   't', 0 };
/* 8868e871-e4f1-11d3-bc22-0080c73c8881 */
static const uint8_t acpi[16] = { 0x71, 0xe8, 0x68, 0x88, 0xf1, 0xe4, 0xd3, 0x11,
				  0xbc, 0x22, 0,    0x80, 0xc7, 0x3c, 0x88, 0x81 };
/* f2fd1544-9794-4a2c-992e-e5bbcf20e394 */
static const uint8_t smbios[16] = { 0x44, 0x15, 0xfd, 0xf2, 0x94, 0x97, 0x2c, 0x4a,
				    0x99, 0x2e, 0xe5, 0xbb, 0xcf, 0x20, 0xe3, 0x94 };
/* eb66918a-7eef-402a-842e-931d21c38ae9 */
static const uint8_t properties[16] = { 0x8a, 0x91, 0x66, 0xeb, 0xef, 0x7e, 0x2a, 0x40,
					0x84, 0x2e, 0x93, 0x1d, 0x21, 0xc3, 0x8a, 0xe9 };
/* LINUX_EFI_MEMRESERVE_TABLE_GUID of linux/efi.h: 888eb0c6-8ede-4ff5-a8f0-9aee5cb977c2 */
static const uint8_t memreserve[16] = { 0xc6, 0xb0, 0x8e, 0x88, 0xde, 0x8e, 0xf5, 0x4f,
					0xa8, 0xf0, 0x9a, 0xee, 0x5c, 0xb9, 0x77, 0xc2 };
/* 1ce1e5bc-7ceb-42f2-81e5-8aadf180f57b */
static const uint8_t seed[16] = { 0xbc, 0xe5, 0xe1, 0x1c, 0xeb, 0x7c, 0xf2, 0x42,
				  0x81, 0xe5, 0x8a, 0xad, 0xf1, 0x80, 0xf5, 0x7b };

static void check_table(uint64_t gpa, uint64_t n)
{
	static const uint8_t zero[64];

	assert_memory_equal(got, head, sizeof(head));
	check_crc();
	assert_int_equal(ab_ld_le32(got + 20), 0); /* reserved */
	assert_true(ab_ld_le64(got + 24) == gpa + 120);
	assert_int_equal(ab_ld_le64(got + 32), 1); /* FirmwareRevision, padding */
	assert_memory_equal(got + 40, zero, 64); /* consoles, standard error, services */
	assert_int_equal(ab_ld_le64(got + 104), n);
	assert_true(ab_ld_le64(got + 112) == gpa + 152);
	assert_memory_equal(got + 120, vendor, sizeof(vendor));
	assert_memory_equal(got + 148, zero, 4);
}

static void check_entry(size_t index, const uint8_t guid[16], uint64_t gpa)
{
	assert_memory_equal(got + 152 + 24 * index, guid, 16);
	assert_true(ab_ld_le64(got + 152 + 24 * index + 16) == gpa);
}

static void test_all(void **state)
{
	/* runtime properties; struct linux_efi_memreserve: size, count, next; seed */
	static const uint8_t tail[] = { 1, 0, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
					0, 0, 0, 0, 0, 0, 0, 5, 0, 0, 0, 1, 2, 3, 4, 5 };
	static const uint8_t bits[] = { 1, 2, 3, 4, 5 };
	const uint64_t gpa = 0x123456789000;
	const struct ab_efi_tables in = { 0xfeedf00d00, 0xcafe0000, { bits, 5 } };

	(void)state;
	assert_int_equal(system_table(&in, gpa), 152 + 5 * 24 + sizeof(tail));
	check_table(gpa, 5);
	check_entry(0, acpi, 0xfeedf00d00);
	check_entry(1, smbios, 0xcafe0000);
	check_entry(2, properties, gpa + 152 + 120);
	check_entry(3, memreserve, gpa + 152 + 120 + 8);
	check_entry(4, seed, gpa + 152 + 120 + 8 + 16);
	assert_memory_equal(got + 272, tail, sizeof(tail));
}

static void test_least(void **state)
{
	static const uint8_t tail[24] = { 1, 0, 8 };
	const struct ab_efi_tables in = { 0 };

	(void)state;
	assert_int_equal(system_table(&in, 0x1008), 152 + 48 + 24);
	check_table(0x1008, 2);
	check_entry(0, properties, 0x1008 + 152 + 48);
	check_entry(1, memreserve, 0x1008 + 152 + 48 + 8);
	assert_memory_equal(got + 200, tail, sizeof(tail));
}

static void test_errors(void **state)
{
	const struct ab_efi_tables in = { .rsdp = 1 };
	const struct expected gpa = { AB_ERR_ARG, "efi_tables.gpa", 0x1004,
				      "must be a multiple of 8" };
	const struct expected large = { AB_ERR_ARG, "efi_tables.rng_seed.size", UINT64_C(1) << 32,
					"must be below 2^32" };
	struct ab_buf b = ab_buf_over(NULL, 0);
	struct ab_error why;

	(void)state;
	ab_efi_system_table(&in, 0x1004, &b);
	assert_error(ab_buf_finish(&b, "EFI tables", &why), &why, &gpa, "gpa");
	if (sizeof(size_t) > 4) {
		const struct ab_efi_tables huge = { .rng_seed = { NULL, (size_t)UINT32_MAX + 1 } };

		b = ab_buf_over(NULL, 0);
		ab_efi_system_table(&huge, 0x1000, &b);
		assert_error(ab_buf_finish(&b, "EFI tables", &why), &why, &large, "seed");
	}
}

/* UEFI 7.2.3: type, padding, start, virtual start, pages, attribute */
static void test_memory_map(void **state)
{
	static const uint64_t want[][4] = {
		{ 7, 0x40000000, 0x100, 8 },    { 9, 0x40100000, 2, 8 }, { 7, 0x40102000, 0xfe, 8 },
		{ 10, 0x40200000, 1, 8 },       { 0, 0x40201000, 1, 8 }, { 7, 0x40202000, 0xfe, 8 },
		{ 7, 0x8000000000, 0x1000, 8 },
	};
	static const struct ab_region regions[] = {
		{ .name = "mmio", .base = 0x9000000, .size = 0x1000, .type = AB_MEM_RESERVED },
		{ .name = "kernel", .base = 0x40080000, .size = 0x1000, .type = AB_MEM_RAM },
		{ .name = "acpi", .base = 0x40100000, .size = 0x1000, .type = AB_MEM_ACPI },
		{ .name = "smbios", .base = 0x40101000, .size = 0x1000, .type = AB_MEM_ACPI },
		{ .name = "facs", .base = 0x40200000, .size = 0x1000, .type = AB_MEM_NVS },
		{ .name = "hold", .base = 0x40201000, .size = 0x1000, .type = AB_MEM_RESERVED },
	};
	const struct ab_memmap map = { AB_LIST(struct ab_ram, { 0x40000000, 0x300000, 0 },
					       { 0x8000000000, 0x1000000, 0 }),
				       regions, COUNT(regions) };
	struct ab_buf b = ab_buf_over(got, sizeof(got));

	(void)state;
	ab_efi_memory_map(&map, &b);
	assert_int_equal(ab_buf_finish(&b, "map", NULL), AB_OK);
	assert_int_equal(AB_EFI_DESC_SIZE, 40);
	assert_int_equal(AB_EFI_DESC_VERSION, 1);
	assert_int_equal(b.len, COUNT(want) * AB_EFI_DESC_SIZE);
	for (size_t i = 0; i < COUNT(want); i++) {
		const uint8_t *d = got + i * 40;

		assert_int_equal(ab_ld_le64(d), want[i][0]);
		assert_true(ab_ld_le64(d + 8) == want[i][1]);
		assert_int_equal(ab_ld_le64(d + 16), 0);
		assert_int_equal(ab_ld_le64(d + 24), want[i][2]);
		assert_int_equal(ab_ld_le64(d + 32), want[i][3]);
	}
}

/* Reserved RAM is told of where a reserved window touches it, from below, above or between. */
static void test_beside_windows(void **state)
{
	static const uint64_t want[][4] = {
		{ 0, 0x40000000, 0x10, 8 },  { 7, 0x40010000, 0xe0, 8 }, { 0, 0x400f0000, 0x10, 8 },
		{ 0, 0x40200000, 0x100, 8 }, { 7, 0x40300000, 0x90, 8 }, { 0, 0x40390000, 0x70, 8 },
	};
	static const struct ab_region regions[] = {
		{ .name = "ECAM", .base = 0x3f000000, .size = 0x1000000, .type = AB_MEM_RESERVED },
		{ .name = "low", .base = 0x40000000, .size = 0x10000, .type = AB_MEM_RESERVED },
		{ .name = "high", .base = 0x400f0000, .size = 0x10000, .type = AB_MEM_RESERVED },
		{ .name = "gap", .base = 0x40100000, .size = 0x100000, .type = AB_MEM_RESERVED },
		{ .name = "next", .base = 0x40200000, .size = 0x100000, .type = AB_MEM_RESERVED },
		{ .name = "end", .base = 0x40390000, .size = 0x70000, .type = AB_MEM_RESERVED },
		{ .name = "PCI", .base = 0x40400000, .size = 0x1000, .type = AB_MEM_RESERVED },
	};
	const struct ab_memmap map = { AB_LIST(struct ab_ram, { 0x40000000, 0x100000, 0 },
					       { 0x40200000, 0x200000, 0 }),
				       regions, COUNT(regions) };
	struct ab_buf b = ab_buf_over(got, sizeof(got));

	(void)state;
	ab_efi_memory_map(&map, &b);
	assert_int_equal(ab_buf_finish(&b, "map", NULL), AB_OK);
	assert_int_equal(b.len, COUNT(want) * AB_EFI_DESC_SIZE);
	for (size_t i = 0; i < COUNT(want); i++)
		for (size_t k = 0; k < 4; k++)
			assert_true(ab_ld_le64(got + i * 40 + (size_t[]){ 0, 8, 24, 32 }[k]) ==
				    want[i][k]);
}

/* What the owner says in place of the library's name; the tables behind it stay aligned. */
static void test_firmware(void **state)
{
	static const struct {
		const char *vendor;
		uint64_t config; /* offset of the configuration table */
	} rows[] = { { "A", 128 }, { "ACM", 128 }, { "ACME", 136 }, { "ACME Ltd", 144 } };

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const struct ab_efi_tables in = { .firmware_vendor = rows[i].vendor,
						  .firmware_revision = 0x20026 };
		const size_t n = strlen(rows[i].vendor);

		(void)system_table(&in, 0x1000);
		check_crc();
		assert_int_equal(ab_ld_le32(got + 32), 0x20026);
		assert_int_equal(ab_ld_le64(got + 24), 0x1000 + 120);
		for (size_t k = 0; k <= n; k++)
			assert_int_equal(ab_ld_le16(got + 120 + 2 * k), rows[i].vendor[k]);
		assert_int_equal(ab_ld_le64(got + 112), 0x1000 + rows[i].config);
		assert_memory_equal(got + rows[i].config, properties, 16);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_firmware),   cmocka_unit_test(test_all),
		cmocka_unit_test(test_least),      cmocka_unit_test(test_errors),
		cmocka_unit_test(test_memory_map), cmocka_unit_test(test_beside_windows),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
