/* SPDX-License-Identifier: BSD-2-Clause */
/* Names, data, blocks and named objects of AML against bytes worked out from ACPI 6.3, 20.2. */
#include "aml_build.h"

#define EMIT(fn, ...)                                                                              \
	static void fn(struct ab_aml *a)                                                           \
	{                                                                                          \
		__VA_ARGS__                                                                        \
	}

/* ---- names: Alias takes two, so each is seen before another ------------------------------- */

EMIT(name_1, ab_aml_alias(a, "A", "B");)
EMIT(name_3, ab_aml_alias(a, "RTC", "_S5");)
EMIT(name_root, ab_aml_alias(a, "\\_SB", "\\A1");)
EMIT(name_up, ab_aml_alias(a, "^^ABCD", "^_X");)
EMIT(name_dual, ab_aml_alias(a, "\\_SB.PCI0", "AB.C");)
EMIT(name_multi, ab_aml_alias(a, "^A.B.C", "_SB.PCI0.P000.DEV");)
EMIT(name_alone, ab_aml_end(a, ab_aml_scope(a, "\\")); ab_aml_end(a, ab_aml_scope(a, "^"));)

static void test_names(void **state)
{
	static const struct aml_row rows[] = {
		{ "one character", name_1, "06 415f5f5f 425f5f5f" },
		{ "three characters", name_3, "06 5254435f 5f53355f" },
		{ "root", name_root, "06 5c5f53425f 5c41315f5f" },
		{ "parents", name_up, "06 5e5e41424344 5e5f585f5f" },
		{ "two segments", name_dual, "06 5c2e5f53425f50434930 2e41425f5f435f5f5f" },
		{ "more segments", name_multi,
		  "06 5e2f03415f5f5f425f5f5f435f5f5f 2f045f53425f50434930503030304445565f" },
		{ "prefix alone", name_alone, "10035c00 10035e00" },
	};

	(void)state;
	CHECK_ROWS(rows);
}

/* 255 segments are the most a path can have. */
static void test_longest_path(void **state)
{
	char path[256 * 2 + 1];
	uint8_t got[2048];
	struct ab_buf b = ab_buf_over(got, sizeof(got));
	struct ab_aml a = ab_aml_over(&b);
	struct ab_error why;

	(void)state;
	for (size_t i = 0; i < 256; i++)
		memcpy(path + 2 * i, "A.", 2);
	path[255 * 2 - 1] = '\0';
	ab_aml_name(&a, path);
	ab_aml_int(&a, 0);
	assert_int_equal(ab_aml_finish(&a, "SSDT", NULL), AB_OK);
	assert_int_equal(b.len, 3 + 255 * 4 + 1);
	assert_memory_equal(got,
			    "\x08\x2f\xff"
			    "A___A___",
			    11);
	path[255 * 2 - 1] = '.';
	path[256 * 2 - 1] = '\0';
	b = ab_buf_over(got, sizeof(got));
	a = ab_aml_over(&b);
	ab_aml_name(&a, path);
	ab_aml_int(&a, 0);
	assert_int_equal(ab_aml_finish(&a, "SSDT", &why), AB_ERR_ARG);
	assert_string_equal(why.other, "a path must have at most 255 segments");
}

/* ---- data --------------------------------------------------------------------------------- */

static void put_package(struct ab_aml *a, const uint64_t *v, size_t n)
{
	struct ab_aml_block p;

	ab_aml_name(a, "X");
	p = ab_aml_package(a);
	for (size_t i = 0; i < n; i++)
		ab_aml_int(a, v[i]);
	ab_aml_end(a, p);
}

#define INTS(...)                                                                                  \
	put_package(a, (const uint64_t[]){ __VA_ARGS__ },                                          \
		    sizeof((const uint64_t[]){ __VA_ARGS__ }) / 8)

EMIT(int_small, INTS(0, 1, 2, 0xff);)
EMIT(int_word, INTS(0x100, 0xffff);)
EMIT(int_dword, INTS(0x10000, 0xffffffff);)
EMIT(int_qword, INTS(0x100000000, 0xfffffffffffffffe, 0xffffffffffffffff);)
EMIT(fixed, ab_aml_name(a, "X"); ab_aml_qword(a, 1);)
EMIT(string, ab_aml_name(a, "X"); ab_aml_string(a, "ab\x01\x7f"); ab_aml_name(a, "Y");
     ab_aml_string(a, "");)
EMIT(buffer, ab_aml_name(a, "X"); ab_aml_buffer(a, "\x01\x02\x03", 3);)
EMIT(buffer_empty, ab_aml_name(a, "X"); ab_aml_buffer(a, NULL, 0);)
EMIT(buffer_zero, ab_aml_name(a, "X"); ab_aml_buffer(a, NULL, 2);)
EMIT(eisa, ab_aml_name(a, "_HID"); ab_aml_eisa(a, "PNP0A08"); ab_aml_name(a, "_CID");
     ab_aml_eisa(a, "ABCDEF0"); ab_aml_name(a, "_HID"); ab_aml_eisa(a, "PNP0000");)
EMIT(uuid, ab_aml_name(a, "X"); ab_aml_uuid(a, "33db4d5b-1ff7-401c-9657-7441C03DD766");)
EMIT(uuid_low, ab_aml_name(a, "X"); ab_aml_uuid(a, "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e100");)
EMIT(raw, ab_aml_raw(a, "\xa3", 1); ab_aml_name(a, "X"); ab_aml_raw(a, "\x0a\x05", 2);)

static void test_data(void **state)
{
	static const struct aml_row rows[] = {
		{ "small integers", int_small, "08585f5f5f 1208 04 00 01 0a02 0aff" },
		{ "words", int_word, "08585f5f5f 1208 02 0b0001 0bffff" },
		{ "dwords", int_dword, "08585f5f5f 120c 02 0c00000100 0cffffffff" },
		{ "qwords", int_qword,
		  "08585f5f5f 1215 03 0e0000000001000000 0efeffffffffffffff ff" },
		{ "fixed width", fixed, "08585f5f5f 0e0100000000000000" },
		{ "strings", string, "08585f5f5f 0d6162017f00 08595f5f5f 0d00" },
		{ "buffer", buffer, "08585f5f5f 1106 0a03 010203" },
		{ "empty buffer", buffer_empty, "08585f5f5f 1102 00" },
		{ "zeroed buffer", buffer_zero, "08585f5f5f 1105 0a02 0000" },
		/* PNP is 10000 01110 10000, ABC 00001 00010 00011; iasl shortens what it can */
		{ "EISA ids", eisa,
		  "085f484944 0c41d00a08 085f434944 0c0443def0 085f484944 0b41d0" },
		{ "UUID", uuid, "08585f5f5f 1113 0a10 5b4ddb33 f71f 1c40 9657 7441c03dd766" },
		{ "every digit of a UUID", uuid_low,
		  "08585f5f5f 1113 0a10 3c2d1e0f 5a4b 7869 8796 a5b4c3d2e100" },
		{ "raw", raw, "a3 08585f5f5f 0a05" },
	};

	(void)state;
	CHECK_ROWS(rows);
}

/* ---- blocks ------------------------------------------------------------------------------- */

EMIT(scope, ab_aml_end(a, ab_aml_scope(a, "\\_SB"));)
EMIT(device, ab_aml_end(a, ab_aml_device(a, "D"));)
EMIT(method_0, ab_aml_end(a, ab_aml_method(a, "M", 0, false, 0));)
EMIT(method_7, ab_aml_end(a, ab_aml_method(a, "M", 7, true, 15));)
EMIT(processor, ab_aml_end(a, ab_aml_processor(a, "C", 3, 0x12345678, 6));)
EMIT(power, ab_aml_end(a, ab_aml_power_resource(a, "P", 5, 0x1234));)
EMIT(thermal, ab_aml_end(a, ab_aml_thermal_zone(a, "T"));)
EMIT(nested, struct ab_aml_block s = ab_aml_scope(a, "S");
     struct ab_aml_block d = ab_aml_device(a, "D"); ab_aml_name(a, "X"); ab_aml_int(a, 7);
     ab_aml_end(a, d); ab_aml_name(a, "Y"); ab_aml_int(a, 8); ab_aml_end(a, s);)
EMIT(if_else, struct ab_aml_block b = ab_aml_if(a); ab_aml_op(a, AB_AML_LEQUAL); ab_aml_local(a, 0);
     ab_aml_arg(a, 1); ab_aml_op(a, AB_AML_NOOP); ab_aml_end(a, b); b = ab_aml_else(a);
     ab_aml_op(a, AB_AML_STORE); ab_aml_int(a, 1); ab_aml_local(a, 7); ab_aml_end(a, b);)
EMIT(loop, struct ab_aml_block b = ab_aml_while(a); ab_aml_int(a, 1);
     struct ab_aml_block i = ab_aml_if(a); ab_aml_arg(a, 6); ab_aml_op(a, AB_AML_BREAK);
     ab_aml_end(a, i); ab_aml_op(a, AB_AML_CONTINUE); ab_aml_end(a, b);)
EMIT(package, struct ab_aml_block p, q; ab_aml_name(a, "X"); p = ab_aml_package(a);
     ab_aml_int(a, 0); q = ab_aml_package(a); ab_aml_path(a, "Y"); ab_aml_int(a, 1);
     ab_aml_end(a, q); ab_aml_string(a, "z"); ab_aml_end(a, p);)
EMIT(var_package, struct ab_aml_block p; ab_aml_name(a, "X"); p = ab_aml_var_package(a);
     ab_aml_op(a, AB_AML_ADD); ab_aml_int(a, 1); ab_aml_local(a, 0); ab_aml_int(a, 0);
     ab_aml_string(a, "z"); ab_aml_end(a, p);)

static void test_blocks(void **state)
{
	static const struct aml_row rows[] = {
		{ "Scope", scope, "1006 5c5f53425f" },
		{ "Device", device, "5b8205 445f5f5f" },
		{ "Method of none", method_0, "1406 4d5f5f5f 00" },
		{ "Method of seven", method_7, "1406 4d5f5f5f ff" },
		{ "Processor", processor, "5b830b 435f5f5f 03 78563412 06" },
		{ "PowerResource", power, "5b8408 505f5f5f 05 3412" },
		{ "ThermalZone", thermal, "5b8505 545f5f5f" },
		{ "nested", nested, "101a 535f5f5f 5b820c 445f5f5f 08585f5f5f0a07 08595f5f5f0a08" },
		{ "If, Else", if_else, "a005 93 60 69 a3 a104 70 01 67" },
		{ "While", loop, "a207 01 a003 6e a5 9f" },
		{ "Package", package, "08585f5f5f 120e 03 00 1207 02 595f5f5f 01 0d7a00" },
		{ "Package of variable size", var_package, "08585f5f5f 1308 72 01 60 00 0d7a00" },
	};

	(void)state;
	CHECK_ROWS(rows);
}

/* ACPI 20.2.4: lengths where PkgLength gets another byte. Scope (\) holds @body bytes. */
static void test_pkglength(void **state)
{
	static const struct {
		size_t body;
		const char *head;
	} rows[] = {
		{ 0, "1003" },
		{ 60, "103f" },
		{ 61, "104104" },
		{ 4091, "104fff" },
		{ 4092, "10810001" },
		{ 1048570, "108fffff" },
		{ 1048571, "10c1000001" },
	};
	uint8_t *got = malloc(1 << 21), head[8];

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		size_t n = from_hex(head, rows[i].head);
		struct ab_buf b = ab_buf_over(got, 1 << 21);
		struct ab_aml a = ab_aml_over(&b);
		struct ab_aml_block s = ab_aml_scope(&a, "\\");

		ab_aml_raw(&a, NULL, rows[i].body);
		ab_aml_end(&a, s);
		ab_aml_raw(&a, "\xa3", 1);
		assert_int_equal(ab_aml_finish(&a, "SSDT", NULL), AB_OK);
		assert_int_equal(b.len, n + 2 + rows[i].body + 1);
		assert_memory_equal(got, head, n);
		assert_memory_equal(got + n, "\x5c\x00", 2);
		assert_int_equal(got[n + 2 + rows[i].body], 0xa3);
	}
	free(got);
}

/* The longest block has 2^28 - 1 bytes, its PkgLength included. */
static void test_pkglength_limit(void **state)
{
	(void)state;
	for (size_t over = 0; over < 2; over++) {
		struct ab_buf b = ab_buf_over(NULL, 0);
		struct ab_aml a = ab_aml_over(&b);
		struct ab_aml_block s = ab_aml_scope(&a, "\\");
		struct ab_error why;

		ab_aml_raw(&a, NULL, (1 << 28) - 1 - 4 - 2 + over);
		ab_aml_end(&a, s);
		assert_int_equal(ab_aml_finish(&a, "SSDT", &why), over ? AB_ERR_ARG : AB_OK);
		if (over)
			assert_string_equal(why.other, "a block must be shorter than 2^28 bytes");
		else
			assert_int_equal(b.len, 1 << 28);
	}
}

/* A package of 255 is the longest; each nested one counts its own. */
static void test_package_count(void **state)
{
	uint8_t got[1024];

	(void)state;
	for (size_t n = 254; n <= 256; n++) {
		struct ab_buf b = ab_buf_over(got, sizeof(got));
		struct ab_aml a = ab_aml_over(&b);
		struct ab_aml_block p;
		struct ab_error why;

		ab_aml_name(&a, "X");
		p = ab_aml_package(&a);
		for (size_t i = 0; i < n; i++)
			ab_aml_int(&a, 1);
		ab_aml_end(&a, p);
		assert_int_equal(ab_aml_finish(&a, "SSDT", &why), n > 255 ? AB_ERR_ARG : AB_OK);
		if (n > 255)
			assert_string_equal(why.other, "a package must have at most 255 elements");
		else
			assert_int_equal(got[8], n);
	}
}

/* ---- named objects ------------------------------------------------------------------------ */

EMIT(external, ab_aml_external(a, "\\X", AB_AML_OBJECT_METHOD, 7);
     ab_aml_external(a, "Y", AB_AML_OBJECT_BUFFER_FIELD, 0);)
EMIT(mutex, ab_aml_mutex(a, "M", 15); ab_aml_event(a, "E");)
EMIT(region, ab_aml_region(a, "R", AB_AML_SYSTEM_IO); ab_aml_int(a, 0x505); ab_aml_int(a, 1);)
EMIT(data_region, ab_aml_data_region(a, "R"); ab_aml_string(a, "OEM1"); ab_aml_string(a, "");
     ab_aml_string(a, "");)
EMIT(field,
     struct ab_aml_block f = ab_aml_field(a, "R",
					  AB_AML_BYTE_ACC | AB_AML_LOCK | AB_AML_WRITE_AS_ONES);
     ab_aml_field_unit(a, "A", 1); ab_aml_field_unit(a, NULL, 63); ab_aml_field_unit(a, "B", 64);
     ab_aml_field_access(a, AB_AML_WORD_ACC, 9); ab_aml_field_unit(a, "C", 4095);
     ab_aml_field_unit(a, "D", 4096); ab_aml_field_unit(a, "E", 1048575);
     ab_aml_field_unit(a, "F", 1048576); ab_aml_field_unit(a, "G", 268435455); ab_aml_end(a, f);)
EMIT(index_field,
     struct ab_aml_block f = ab_aml_index_field(a, "I", "D",
						AB_AML_BUFFER_ACC | AB_AML_WRITE_AS_ZEROS);
     ab_aml_field_unit(a, "ABCD", 8); ab_aml_end(a, f);)
EMIT(bank_field, struct ab_aml_block f = ab_aml_bank_field(a, "R", "B", 2, AB_AML_DWORD_ACC);
     ab_aml_field_unit(a, "ABCD", 8); ab_aml_end(a, f);)

static void test_objects(void **state)
{
	static const struct aml_row rows[] = {
		{ "External", external, "15 5c585f5f5f 08 07 15 595f5f5f 0e 00" },
		{ "Mutex, Event", mutex, "5b01 4d5f5f5f 0f 5b02 455f5f5f" },
		{ "OperationRegion", region, "5b80 525f5f5f 01 0b0505 01" },
		{ "DataTableRegion", data_region, "5b88 525f5f5f 0d4f454d3100 0d00 0d00" },
		{ "Field", field,
		  "5b813a 525f5f5f 31 415f5f5f01 003f 425f5f5f4004 010209 435f5f5f4fff "
		  "445f5f5f800001 455f5f5f8fffff 465f5f5fc0000001 475f5f5fcfffffff" },
		{ "IndexField", index_field, "5b860f 495f5f5f 445f5f5f 45 4142434408" },
		{ "BankField", bank_field, "5b8711 525f5f5f 425f5f5f 0a02 03 4142434408" },
	};

	(void)state;
	CHECK_ROWS(rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_names),     cmocka_unit_test(test_longest_path),
		cmocka_unit_test(test_data),      cmocka_unit_test(test_blocks),
		cmocka_unit_test(test_pkglength), cmocka_unit_test(test_pkglength_limit),
		cmocka_unit_test(test_objects),   cmocka_unit_test(test_package_count),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
