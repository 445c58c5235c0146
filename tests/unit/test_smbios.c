/* SPDX-License-Identifier: BSD-2-Clause */
/* SMBIOS structures, walked and compared field by field with DSP0134 3.3. */
#include "unit.h"

#include <aetherboot/smbios.h>
#include <aetherboot/version.h>

static uint8_t got[1 << 18];
static size_t size;

static const struct ab_ram ram[] = { { 0x40000000, AB_GiB, 0 }, { 0x100000000, 3 * AB_GiB, 0 } };

static struct ab_machine machine(enum ab_arch arch, uint32_t n_cpus)
{
	return (struct ab_machine){ .arch = arch, .n_cpus = n_cpus, .ram = { ram, 2 } };
}

static void build(const struct ab_machine *m, const struct ab_smbios *id)
{
	struct ab_buf none = ab_buf_over(NULL, 0), b = ab_buf_over(got, sizeof(got));

	memset(got, 0xee, sizeof(got));
	ab_smbios_table(m, id, &none);
	ab_smbios_table(m, id, &b);
	assert_int_equal(ab_buf_finish(&b, "smbios", NULL), AB_OK);
	assert_int_equal(b.len, none.len);
	size = b.len;
}

/* 6.1.3: behind what is fixed come strings, and then a NUL; two where there are none. */
static size_t next(size_t at)
{
	at += got[at + 1];
	while (got[at] != 0 || got[at + 1] != 0)
		at++;
	return at + 2;
}

/* The @nth structure of a type, or its end. */
static size_t find(unsigned int type, unsigned int nth)
{
	size_t at = 0;

	while (at < size && !(got[at] == type && nth-- == 0))
		at = next(at);
	return at;
}

static const char *string(size_t at, size_t field)
{
	const char *s = (const char *)got + at + got[at + 1];

	if (got[at + field] == 0)
		return "";
	for (unsigned int i = 1; i < got[at + field]; i++)
		s += strlen(s) + 1;
	return s;
}

static uint64_t le(size_t at, unsigned int width)
{
	uint64_t v = 0;

	while (width-- != 0)
		v = v << 8 | got[at + width];
	return v;
}

/* Handles differ, types ascend, the last one is the end. */
static void check_walk(void)
{
	static uint8_t seen[65536];
	size_t at = 0, last = 0;

	memset(seen, 0, sizeof(seen));
	for (; at < size; at = next(at)) {
		uint16_t handle = (uint16_t)le(at + 2, 2);

		assert_true(at == 0 || got[at] >= got[last]);
		assert_int_equal(seen[handle], 0);
		seen[handle] = 1;
		last = at;
	}
	assert_int_equal(at, size);
	assert_int_equal(got[last], 127);
	assert_int_equal(got[last + 1], 4);
}

static void test_identity(void **state)
{
	static const uint8_t uuid[16] = { 0x33, 0x22, 0x11, 0x00, 0x55, 0x44, 0x77, 0x66,
					  0x88, 0x99, 0xaa, 0xbb, 0xcc, 0xdd, 0xee, 0xff };
	const struct ab_smbios id = { "ACME",
				      "Rocket",
				      "9",
				      "S/N 1",
				      { 0x00, 0x11, 0x22, 0x33, 0x44, 0x55, 0x66, 0x77, 0x88, 0x99,
					0xaa, 0xbb, 0xcc, 0xdd, 0xee, 0xff } };
	const struct ab_machine m = machine(AB_ARCH_ARM64, 2);
	size_t at;

	(void)state;
	build(&m, &id);
	check_walk();
	at = find(1, 0);
	assert_int_equal(got[at + 1], 0x1b);
	assert_string_equal(string(at, 4), "ACME");
	assert_string_equal(string(at, 5), "Rocket");
	assert_string_equal(string(at, 6), "9");
	assert_string_equal(string(at, 7), "S/N 1");
	assert_memory_equal(got + at + 8, uuid, 16); /* 7.2.1: three fields little-endian */
	assert_int_equal(got[at + 0x18], 6); /* power switch */
	assert_int_equal(le(at + 0x19, 2), 0);
	at = find(3, 0);
	assert_int_equal(got[at + 1], 0x16);
	assert_string_equal(string(at, 4), "ACME");
	assert_int_equal(got[at + 5], 1); /* other */
	assert_string_equal(string(at, 6), "9");
	assert_string_equal(string(at, 7), "S/N 1");
	assert_int_equal(le(at + 9, 4), 0x02030303); /* safe, safe, safe; security unknown */
	assert_int_equal(le(at + 0xd, 8) | got[at + 0x15], 0);

	build(&m, NULL);
	check_walk();
	at = find(1, 0);
	assert_string_equal(string(at, 4), "libaetherboot");
	assert_string_equal(string(at, 5), "Virtual Machine");
	assert_int_equal(le(at + 6, 2), 0);
	assert_int_equal(le(at + 8, 8) | le(at + 16, 8), 0);
}

/* Types 2 and 11 are there if they are given, with every string; else not. */
static void test_board_and_oem_strings(void **state)
{
	static const char *const strings[] = {
		"io.systemd.credential:a=b", "two", "3", "4", "5", "six", "7"
	};
	static const struct ab_smbios id = {
		.manufacturer = "ACME",
		.product = "Rocket",
		.version = "9",
		.serial = "S/N 1",
		.sku = "SKU 7",
		.family = "Rockets",
		.asset_tag = "tag 3",
		.board = { "Boards & Co", "B550", "1.1", "S/N B", "tag B" },
		.oem = { strings, COUNT(strings) },
	};
	static const struct ab_smbios tag_only = { .board = { .asset_tag = "tag B" } };
	const struct ab_machine m = machine(AB_ARCH_X86_64, 2);
	size_t at;

	(void)state;
	build(&m, &id);
	check_walk();
	at = find(1, 0);
	assert_string_equal(string(at, 0x19), "SKU 7");
	assert_string_equal(string(at, 0x1a), "Rockets");
	assert_string_equal(string(at, 7), "S/N 1");
	at = find(2, 0);
	assert_int_equal(got[at + 1], 0xf);
	assert_string_equal(string(at, 4), "Boards & Co");
	assert_string_equal(string(at, 5), "B550");
	assert_string_equal(string(at, 6), "1.1");
	assert_string_equal(string(at, 7), "S/N B");
	assert_string_equal(string(at, 8), "tag B");
	assert_int_equal(got[at + 9], 1); /* a hosting board */
	assert_int_equal(got[at + 0xa], 0);
	assert_int_equal(le(at + 0xb, 2), le(find(3, 0) + 2, 2)); /* the chassis' handle */
	assert_int_equal(got[at + 0xd], 0xa); /* motherboard */
	assert_int_equal(got[at + 0xe], 0);
	assert_string_equal(string(find(3, 0), 8), "tag 3");
	at = find(11, 0);
	assert_int_equal(got[at + 1], 5);
	assert_int_equal(got[at + 4], COUNT(strings));
	at += 5;
	for (size_t i = 0; i < COUNT(strings); at += strlen(strings[i++]) + 1)
		assert_string_equal((const char *)got + at, strings[i]);
	assert_int_equal(got[at], 0);

	build(&m, &tag_only);
	check_walk();
	assert_string_equal(string(find(2, 0), 4), "");
	assert_string_equal(string(find(2, 0), 8), "tag B");
	build(&m, NULL);
	assert_int_equal(find(2, 0), size);
	assert_int_equal(find(11, 0), size);
}

static void test_most_oem_strings(void **state)
{
	const char *many[AB_SMBIOS_OEM_MAX + 1];
	const struct ab_machine m = machine(AB_ARCH_ARM64, 1);
	struct ab_smbios id = { .oem = { many, AB_SMBIOS_OEM_MAX } };

	(void)state;
	for (size_t i = 0; i < COUNT(many); i++)
		many[i] = "x";
	build(&m, &id);
	check_walk();
	assert_int_equal(got[find(11, 0) + 4], 255);
}

static void test_bios(void **state)
{
	const struct ab_machine m = machine(AB_ARCH_X86_64, 1);
	char version[24];

	(void)state;
	build(&m, NULL);
	snprintf(version, sizeof(version), "%d.%d", AB_VERSION_MAJOR, AB_VERSION_MINOR);
	assert_string_equal(string(0, 5), version);
	assert_int_equal(le(0x14, 1), AB_VERSION_MAJOR);
	assert_int_equal(le(0x15, 1), AB_VERSION_MINOR);
	assert_int_equal(got[0], 0);
	assert_int_equal(got[1], 0x1a);
	assert_string_equal(string(0, 4), "libaetherboot");
	assert_int_equal(strlen(string(0, 8)), 10); /* mm/dd/yyyy */
	assert_int_equal(le(6, 2), 0);
	assert_int_equal(le(0xa, 8), 1 << 3); /* characteristics are not supported */
	assert_int_equal(le(0x12, 2), 0x1000); /* a virtual machine */
	assert_int_equal(le(0x16, 2), 0xffff);
	assert_int_equal(le(0x18, 2), 0);
}

/* One structure a package, counts beyond a byte in the words behind. */
static void test_cpus(void **state)
{
	static const struct {
		uint32_t n;
		struct ab_topology t;
		uint32_t packages, cores, threads, last_cores, last_threads;
	} rows[] = {
		{ 1, { 0 }, 1, 1, 1, 1, 1 },
		{ 254, { 0 }, 1, 254, 254, 254, 254 },
		{ 255, { 0 }, 1, 255, 255, 255, 255 },
		{ 300, { 0 }, 1, 300, 300, 300, 300 },
		{ 10, { 2, 2, 1 }, 3, 2, 4, 1, 2 },
		{ 9, { 2, 2, 1 }, 3, 2, 4, 1, 1 },
		{ 600, { 2, 100, 2 }, 2, 200, 400, 100, 200 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct ab_machine m =
		    machine(i % 2 == 0 ? AB_ARCH_ARM64 : AB_ARCH_X86_64, rows[i].n);
		uint32_t n = 0;
		size_t at;

		m.topology = rows[i].t;
		build(&m, NULL);
		check_walk();
		for (; (at = find(4, n)) < size; n++) {
			bool last = n + 1 == rows[i].packages;
			uint32_t cores = last ? rows[i].last_cores : rows[i].cores;
			uint32_t threads = last ? rows[i].last_threads : rows[i].threads;

			assert_int_equal(got[at + 1], 0x30);
			assert_int_equal(got[at + 5], 3); /* central */
			assert_int_equal(got[at + 6], i % 2 == 0 ? 0xfe : 1);
			assert_int_equal(le(at + 0x28, 2), i % 2 == 0 ? 0x101 : 1); /* ARMv8 */
			assert_int_equal(got[at + 0x18], 0x41);
			assert_true(le(at + 0x1a, 6) == 0xffffffffffff);
			assert_int_equal(got[at + 0x23], cores < 256 ? cores : 255);
			assert_int_equal(got[at + 0x24], cores < 256 ? cores : 255);
			assert_int_equal(got[at + 0x25], threads < 256 ? threads : 255);
			assert_int_equal(le(at + 0x26, 2), 4);
			assert_int_equal(le(at + 0x2a, 2), cores);
			assert_int_equal(le(at + 0x2c, 2), cores);
			assert_int_equal(le(at + 0x2e, 2), threads);
		}
		assert_int_equal(n, rows[i].packages);
	}
}

static void test_memory(void **state)
{
	struct ab_machine m = machine(AB_ARCH_ARM64, 1);
	size_t array, at;

	(void)state;
	build(&m, NULL);
	array = find(16, 0);
	assert_int_equal(got[array + 1], 0x17);
	assert_int_equal(le(array + 4, 3), 0x060301); /* other place, system memory, ECC */
	assert_int_equal(le(array + 7, 4), 4 << 20); /* KiB */
	assert_int_equal(le(array + 0xb, 4), 0x1fffe); /* no error handle, one device */
	assert_int_equal(le(array + 0xf, 8), 0);
	at = find(17, 0);
	assert_int_equal(got[at + 1], 0x5c);
	assert_int_equal(le(at + 4, 2), le(array + 2, 2));
	assert_int_equal(le(at + 6, 2), 0xfffe);
	assert_int_equal(le(at + 8, 4), 0xffffffff); /* widths unknown */
	assert_int_equal(le(at + 0xc, 2), 4096); /* MiB */
	assert_int_equal(got[at + 0xe], 9); /* DIMM */
	assert_int_equal(got[at + 0x12], 7); /* RAM */
	assert_int_equal(le(at + 0x13, 2), 2); /* other */
	assert_int_equal(le(at + 0x1c, 4), 0);
	assert_int_equal(le(at + 0x20, 8), 0); /* speed and voltages unknown */
	assert_int_equal(le(at + 0x28, 4), 0x00000802); /* technology unknown, volatile */
	assert_int_equal(le(at + 0x2c, 8), 0);
	assert_int_equal(le(at + 0x34, 8), 0); /* non-volatile */
	assert_true(le(at + 0x3c, 8) == 4 * AB_GiB);
	assert_int_equal(le(at + 0x44, 8) | le(at + 0x4c, 8) | le(at + 0x54, 8), 0);
	assert_string_equal(string(at, 0x10), "DIMM 0"); /* right behind what is fixed */
	at = find(19, 0);
	assert_int_equal(got[at + 1], 0x1f);
	assert_int_equal(le(at + 4, 4), 0x100000); /* KiB */
	assert_int_equal(le(at + 8, 4), 0x1fffff);
	assert_int_equal(le(at + 0xc, 2), le(array + 2, 2));
	assert_int_equal(got[at + 0xe], 1);
	assert_int_equal(le(at + 0xf, 8) | le(at + 0x17, 8), 0);
	at = find(19, 1);
	assert_int_equal(le(at + 4, 4), 0x400000);
	assert_int_equal(le(at + 8, 4), 0x6fffff);
	assert_int_equal(find(19, 2), size);
	at = find(32, 0);
	assert_int_equal(got[at + 1], 0xb);
	assert_int_equal(le(at + 4, 7), 0);
}

/* Where the fields of old end, those behind begin. */
static void test_large_memory(void **state)
{
	static const struct {
		uint64_t base, bytes;
		uint32_t kib, mib, more;
		bool extended;
	} rows[] = {
		{ 0, 32766 * AB_MiB, 32766 << 10, 32766, 0, false },
		{ 0, 32767 * AB_MiB, 32767 << 10, 32767, 32767, false },
		{ 0, 2 * AB_TiB - AB_MiB, 0x7ffffc00, 32767, 0x1fffff, false },
		{ 0, 2 * AB_TiB, 0x80000000, 32767, 0x200000, false },
		{ 4 * AB_TiB - 8192, 4096, 4, 0, 0, false },
		{ 4 * AB_TiB - 4096, 4096, 4, 0, 0, true },
		{ 8 * AB_TiB, AB_GiB, 1 << 20, 1024, 0, true },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const struct ab_ram one = { rows[i].base, rows[i].bytes, 0 };
		const uint64_t end = one.base + one.size - 1;
		struct ab_machine m = machine(AB_ARCH_ARM64, 1);
		size_t at;

		m.ram = (struct ab_ram_list){ &one, 1 };
		build(&m, NULL);
		at = find(16, 0);
		assert_int_equal(le(at + 7, 4), rows[i].kib);
		assert_int_equal(le(at + 0xf, 8), rows[i].kib >> 31 != 0 ? one.size : 0);
		at = find(17, 0);
		assert_int_equal(le(at + 0xc, 2), rows[i].mib);
		assert_int_equal(le(at + 0x1c, 4), rows[i].more);
		assert_true(le(at + 0x3c, 8) == one.size);
		at = find(19, 0);
		assert_int_equal(le(at + 4, 4), rows[i].extended ? 0xffffffff : one.base >> 10);
		assert_int_equal(le(at + 8, 4), rows[i].extended ? 0xffffffff : end >> 10);
		assert_int_equal(le(at + 0xf, 8), rows[i].extended ? one.base : 0);
		assert_int_equal(le(at + 0x17, 8), rows[i].extended ? end : 0);
	}
}

/* As many packages and ranges as are told one by one, and more. */
static void test_many(void **state)
{
	static struct ab_ram many[600];
	struct ab_machine m = machine(AB_ARCH_X86_64, 600);

	(void)state;
	for (uint32_t i = 0; i < 600; i++)
		many[i] = (struct ab_ram){ (uint64_t)i * AB_MiB * 2, AB_MiB, 0 };
	m.topology = (struct ab_topology){ 1, 1, 1 };
	m.ram = (struct ab_ram_list){ many, 600 };
	build(&m, NULL);
	check_walk();
	assert_true(find(4, 511) < size);
	assert_int_equal(find(4, 512), size);
	assert_true(find(19, 511) < size);
	assert_int_equal(find(19, 512), size);
}

/* 5.2.2 */
static void test_entry(void **state)
{
	static const uint8_t want[24] = { '_',  'S',  'M',  '3',  '_',  0,    24,   3,
					  3,    0,    1,    0,    0x78, 0x56, 0x34, 0x12,
					  0xf0, 0xde, 0xbc, 0x9a, 0x78, 0x56, 0x34, 0x12 };
	struct ab_buf b = ab_buf_over(got, sizeof(got));
	unsigned int sum = 0;

	(void)state;
	ab_smbios_entry(0x123456789abcdef0, 0x12345678, &b);
	assert_int_equal(b.len, 24);
	for (size_t i = 0; i < 24; i++)
		sum += got[i];
	assert_int_equal(sum & 0xff, 0);
	got[5] = 0;
	assert_memory_equal(got, want, 24);
}

/* 6.1.3: text, of any language but without control characters. */
static void test_text(void **state)
{
	static const char printable[] = "must have no control character, 0x0 to 0x1f or 0x7f";
	static const char *const spoiled[] = { "good", "a\nb", "", NULL };
	static const struct {
		struct ab_smbios id;
		struct expected want;
	} rows[] = {
		{ { .manufacturer = "\n" },
		  { AB_ERR_ARG, "machine.smbios.manufacturer", '\n', printable } },
		{ { .product = "a\x1f" },
		  { AB_ERR_ARG, "machine.smbios.product", 0x1f, printable } },
		{ { .version = "1\x7f" },
		  { AB_ERR_ARG, "machine.smbios.version", 0x7f, printable } },
		{ { .serial = "\x01\x02" }, { AB_ERR_ARG, "machine.smbios.serial", 1, printable } },
		{ { .sku = "\t" }, { AB_ERR_ARG, "machine.smbios.sku", '\t', printable } },
		{ { .family = "\t" }, { AB_ERR_ARG, "machine.smbios.family", '\t', printable } },
		{ { .asset_tag = "\t" },
		  { AB_ERR_ARG, "machine.smbios.asset_tag", '\t', printable } },
		{ { .board.manufacturer = "\t" },
		  { AB_ERR_ARG, "machine.smbios.board.manufacturer", '\t', printable } },
		{ { .board.product = "\t" },
		  { AB_ERR_ARG, "machine.smbios.board.product", '\t', printable } },
		{ { .board.version = "\t" },
		  { AB_ERR_ARG, "machine.smbios.board.version", '\t', printable } },
		{ { .board.serial = "\t" },
		  { AB_ERR_ARG, "machine.smbios.board.serial", '\t', printable } },
		{ { .board.asset_tag = "\t" },
		  { AB_ERR_ARG, "machine.smbios.board.asset_tag", '\t', printable } },
		{ { .oem = { spoiled, 2 } }, { AB_ERR_ARG, "machine.smbios.oem[]", 1, printable } },
		{ { .oem = { spoiled, 3 } }, { AB_ERR_ARG, "machine.smbios.oem[]", 1, printable } },
		{ { .oem = { spoiled + 2, 1 } },
		  { AB_ERR_ARG, "machine.smbios.oem[]", 0, "must be a string, and not empty" } },
		{ { .oem = { spoiled + 3, 1 } },
		  { AB_ERR_ARG, "machine.smbios.oem[]", 0, "must be a string, and not empty" } },
		{ { .oem = { spoiled, 256 } },
		  { AB_ERR_ARG, "machine.smbios.oem.n", 256, "must be 0 to 255" } },
		{ { .oem = { NULL, 1 } },
		  { AB_ERR_ARG, "machine.smbios.oem.n", 1,
		    "must be 0 when the pointer beside it is NULL" } },
		{ { .product = " ~\xc3\xa4\x80\xff", .serial = "" }, { AB_OK, NULL, 0, NULL } },
	};
	const struct ab_machine m = machine(AB_ARCH_ARM64, 1);

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct ab_buf b = ab_buf_over(got, sizeof(got));
		struct ab_error why = { AB_OK, NULL, 0, NULL };
		enum ab_err err;

		ab_smbios_table(&m, &rows[i].id, &b);
		err = ab_buf_finish(&b, "smbios", &why);
		if (rows[i].want.code == AB_OK)
			assert_ok(err, &why, "text");
		else
			assert_error(err, &why, &rows[i].want, "text");
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_board_and_oem_strings),
		cmocka_unit_test(test_most_oem_strings),
		cmocka_unit_test(test_identity),
		cmocka_unit_test(test_bios),
		cmocka_unit_test(test_cpus),
		cmocka_unit_test(test_memory),
		cmocka_unit_test(test_large_memory),
		cmocka_unit_test(test_many),
		cmocka_unit_test(test_entry),
		cmocka_unit_test(test_text),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
