/* SPDX-License-Identifier: BSD-2-Clause */
/* Errors: made, named, and as sentences that are cut where the buffer ends. */
#include "unit.h"

#include "base/base_priv.h"

#define AT(...) .index = __VA_ARGS__ /* entry of the list, and perhaps its name */
#define OTHER_AT(i, first) .other_index = (i), .other_value = (first)
#define SIZES(of, other) .size = (of), .other_size = (other)

static const struct {
	struct ab_error why;
	const char *name, *text;
} rows[] = {
	{ { AB_OK, NULL, 0, NULL }, "AB_OK", "no error" },
	{ { AB_OK, "initrd", 1, "hint" }, "AB_OK", "no error" },

	/* fields: their values, decimal or hexadecimal by what they mean */
	{ { AB_ERR_ARG, "machine.n_cpus", 0, "must be 1 to 65536" },
	  "AB_ERR_ARG",
	  "machine.n_cpus: 0 is not valid: must be 1 to 65536" },
	{ { AB_ERR_ARG, "machine.ram[].base", 0x1001, "must be a multiple of 4096", AT(2) },
	  "AB_ERR_ARG",
	  "machine.ram[2].base: 0x1001 is not valid: must be a multiple of 4096" },
	{ { AB_ERR_ARG, "machine.devs[].irq", 5, "must be 32 to 1019", AT(3, "uart-pl011") },
	  "AB_ERR_ARG",
	  "machine.devs[3].irq (uart-pl011): 5 is not valid: must be 32 to 1019" },
	{ { AB_ERR_ARG, "list[].size", UINT64_MAX, NULL, AT(UINT64_MAX) },
	  "AB_ERR_ARG",
	  "list[18446744073709551615].size: 18446744073709551615 is not valid" },
	{ { AB_ERR_ARG, "machine.database", 17, NULL }, /* only whole members count */
	  "AB_ERR_ARG",
	  "machine.database: 17 is not valid" },
	{ { AB_ERR_ARG, "base.size", 17, NULL }, "AB_ERR_ARG", "base.size: 17 is not valid" },
	{ { AB_ERR_ARG, "list[].id", 0, NULL }, "AB_ERR_ARG", "list[0].id: 0x0 is not valid" },
	{ { AB_ERR_UNSUPPORTED, "zero_page.initrd", 16, NULL }, /* an address; others count */
	  "AB_ERR_UNSUPPORTED",
	  "zero_page.initrd: 0x10 is not supported" },
	{ { AB_ERR_ARG, "ab_zero_page.initrd", 16, NULL },
	  "AB_ERR_ARG",
	  "ab_zero_page.initrd: 16 is not valid" },
	{ { AB_ERR_ARG, "my.zero_page.initrd", 16, NULL },
	  "AB_ERR_ARG",
	  "my.zero_page.initrd: 0x10 is not valid" },
	{ { AB_ERR_IMAGE, "elf.e_entry.addr", UINT64_MAX, NULL },
	  "AB_ERR_IMAGE",
	  "elf.e_entry.addr: 0xffffffffffffffff is not valid" },
	{ { AB_ERR_ARG, "machine.smbios.board.serial", 0x1b, NULL }, /* a character */
	  "AB_ERR_ARG",
	  "machine.smbios.board.serial: 0x1b is not valid" },
	{ { AB_ERR_ARG, "kernel.version", 27, NULL }, /* of others it is a number */
	  "AB_ERR_ARG",
	  "kernel.version: 27 is not valid" },
	{ { AB_ERR_UNSUPPORTED, "payload.flags", 0x80, "must be 0" },
	  "AB_ERR_UNSUPPORTED",
	  "payload.flags: 0x80 is not supported: must be 0" },
	{ { AB_ERR_NOSPACE, "machine.n_cpus", 70000, "must be at most 65536" },
	  "AB_ERR_NOSPACE",
	  "machine.n_cpus: 70000 does not fit: must be at most 65536" },
	{ { AB_ERR_ARG, NULL, 7, NULL }, "AB_ERR_ARG", "argument: 7 is not valid" },

	/* things: an offset in them, or the bytes that they need */
	{ { AB_ERR_ARG, "device tree", 64, "a node was not ended" },
	  "AB_ERR_ARG",
	  "device tree is not valid at offset 0x40: a node was not ended" },
	{ { AB_ERR_IMAGE, "xz stream", 0, "must begin with a magic number" },
	  "AB_ERR_IMAGE",
	  "xz stream is not valid: must begin with a magic number" },
	{ { AB_ERR_IMAGE, "machine.fdt.overlays[]", 8, "must have a magic", AT(1, "mine") },
	  "AB_ERR_IMAGE",
	  "machine.fdt.overlays[1] (mine) is not valid at offset 0x8: must have a magic" },
	{ { AB_ERR_UNSUPPORTED, "lzo stream", 8, "must be gzip" },
	  "AB_ERR_UNSUPPORTED",
	  "lzo stream is not supported: must be gzip" },
	{ { AB_ERR_NOSPACE, "work", 0x2000000, NULL },
	  "AB_ERR_NOSPACE",
	  "work needs 33554432 bytes" },
	{ { AB_ERR_NOSPACE, "payload.blobs[]", 1, "no RAM is free below 4 GiB", AT(0, "blob") },
	  "AB_ERR_NOSPACE",
	  "payload.blobs[0] (blob) needs 1 byte: no RAM is free below 4 GiB" },
	{ { AB_ERR_MEM, "initrd", 0x1000, "the sink refused" },
	  "AB_ERR_MEM",
	  "initrd could not be written at 0x1000: the sink refused" },
	{ { AB_ERR_MEM, "initrd", 0, NULL }, "AB_ERR_MEM", "initrd could not be written at 0x0" },
	{ { AB_ERR_MEM, "machine.name", 2, NULL },
	  "AB_ERR_MEM",
	  "machine.name: 2 could not be written" },
	{ { AB_ERR_ARG, "", 1, NULL }, "AB_ERR_ARG", " is not valid at offset 0x1" },

	/* both parties of an overlap */
	{ { AB_ERR_OVERLAP, "payload.blobs[]", 0x5000, "kernel", AT(4, "mine"), OTHER_AT(9, 0x4000),
	    SIZES(2, 0x2000) },
	  "AB_ERR_OVERLAP",
	  "payload.blobs[4] (mine) [0x5000, 0x5002) overlaps kernel [0x4000, 0x6000)" },
	{ { AB_ERR_OVERLAP, "machine.devs[].base", 16, "machine.ram[].base", AT(1, "virtio"),
	    .other_name = "node 0", OTHER_AT(2, 15), SIZES(1, 4096) },
	  "AB_ERR_OVERLAP",
	  "machine.devs[1] (virtio) 0x10 overlaps machine.ram[2] (node 0) [0xf, 0x100f)" },
	{ { AB_ERR_OVERLAP, "a.base.b", 1, ".base", OTHER_AT(0, 1), SIZES(2, 2) }, /* only an end */
	  "AB_ERR_OVERLAP",
	  "a.base.b [1, 3) overlaps  [0x1, 0x3)" },
	{ { AB_ERR_OVERLAP, "machine.devs[].irq", 80, "machine.gic.spi", AT(1), OTHER_AT(0, 64),
	    SIZES(4, 32) },
	  "AB_ERR_OVERLAP",
	  "machine.devs[1].irq [80, 84) overlaps machine.gic.spi [64, 96)" },
	{ { AB_ERR_OVERLAP, "machine.pmu", 23, "machine.timer", OTHER_AT(0, 23), SIZES(1, 1) },
	  "AB_ERR_OVERLAP",
	  "machine.pmu 23 overlaps machine.timer 23" },
	{ { AB_ERR_OVERLAP, "top", UINT64_MAX - 1, "all", SIZES(2, UINT64_MAX) }, /* ends at 2^64 */
	  "AB_ERR_OVERLAP",
	  "top [0xfffffffffffffffe, 2^64) overlaps all [0x0, 0xffffffffffffffff)" },
	{ { AB_ERR_OVERLAP, "blob", 0, NULL }, /* a sink's own error may have no sizes */
	  "AB_ERR_OVERLAP",
	  "blob 0x0 overlaps another range 0x0" },
	{ { AB_ERR_OVERLAP, NULL, 10, NULL },
	  "AB_ERR_OVERLAP",
	  "argument 0xa overlaps another range 0x0" },

	/* what is several things takes another verb */
	{ { AB_ERR_OVERLAP, "page tables", 64, "kernel", OTHER_AT(0, 32), SIZES(16, 64) },
	  "AB_ERR_OVERLAP",
	  "page tables [0x40, 0x50) overlap kernel [0x20, 0x60)" },
	{ { AB_ERR_NOSPACE, "ACPI tables", 64, NULL },
	  "AB_ERR_NOSPACE",
	  "ACPI tables need 64 bytes" },
	{ { AB_ERR_ARG, "ACPI tables", 0, "rule" },
	  "AB_ERR_ARG",
	  "ACPI tables are not valid: rule" },

	/* our own */
	{ { AB_ERR_INTERNAL, "ab_put_le.width", 9, "must be at most 8" },
	  "AB_ERR_INTERNAL",
	  "bug in libaetherboot, please report it: ab_put_le.width: 9 is not valid: "
	  "must be at most 8" },
	{ { AB_ERR_INTERNAL, "initrd", 9, NULL },
	  "AB_ERR_INTERNAL",
	  "bug in libaetherboot, please report it: initrd is not valid at offset 0x9" },
	{ { (enum ab_err)(AB_ERR_INTERNAL + 1), "x.y", 1, NULL },
	  "unknown error",
	  "x.y: 1 failed" },
	{ { (enum ab_err)(AB_ERR_INTERNAL + 1), "x", 1, NULL },
	  "unknown error",
	  "x failed at offset 0x1" },

	/* strings out of files may go to a terminal */
	{ { AB_ERR_ARG, "a\x1b[2J\n", 1, "\x7f~ \xc3\xa4\x1f!", AT(3, "\t\x80\xff") },
	  "AB_ERR_ARG",
	  "a?[2J? (?\?\?) is not valid at offset 0x1: ?~ ?\?\?!" },
	{ { AB_ERR_OVERLAP, "a\x1b", 1, "\x9b[]", .other_name = "\r", OTHER_AT(7, 2) },
	  "AB_ERR_OVERLAP",
	  "a? 0x1 overlaps ?[7] (?) 0x2" },
};

static void test_fail_fills(void **state)
{
	static const char what[] = "field", other[] = "hint";
	struct ab_error why = { AB_ERR_MEM, "old", 1, "old", 1, "old", 1, "old", 1, 1, 1 };

	(void)state;
	assert_int_equal(ab_fail(&why, AB_ERR_ARG, what, UINT64_MAX, other), AB_ERR_ARG);
	assert_int_equal(why.code, AB_ERR_ARG);
	assert_ptr_equal(why.what, what);
	assert_true(why.value == UINT64_MAX);
	assert_ptr_equal(why.other, other);
	assert_int_equal(why.index, 0);
	assert_null(why.name);
	assert_int_equal(why.other_index, 0);
	assert_null(why.other_name);
	assert_int_equal(why.other_value, 0);
	assert_true(why.size == 0 && why.other_size == 0);
	assert_int_equal(ab_fail(&why, AB_OK, NULL, 0, NULL), AB_OK);
	assert_int_equal(why.code, AB_OK);
	assert_null(why.what);
	assert_int_equal(ab_fail(NULL, AB_ERR_MEM, what, 0, NULL), AB_ERR_MEM);
}

/* An entry of a list, and all of an error with two parties. */
static void test_fail_at_and_with(void **state)
{
	static const struct ab_error full = {
		AB_ERR_OVERLAP, "a[]", 1, "b[]", 2, "c", 3, "d", 4, 5, 6
	};
	struct ab_error why = full;

	(void)state;
	assert_int_equal(ab_fail_at_(&why, AB_ERR_ARG, "x[].y", 7, 8, "rule"), AB_ERR_ARG);
	assert_error(AB_ERR_ARG, &why, &(struct expected){ AB_ERR_ARG, "x[].y", 8, "rule" }, "at");
	assert_int_equal(why.index, 7);
	assert_null(why.name);
	assert_int_equal(why.other_index, 0);
	assert_null(why.other_name);
	assert_int_equal(why.other_value, 0);
	assert_true(why.size == 0 && why.other_size == 0);
	assert_int_equal(ab_fail_at_(NULL, AB_ERR_ARG, "x[].y", 7, 8, "rule"), AB_ERR_ARG);

	why = full;
	assert_int_equal(ab_fail_named_(&why, AB_ERR_ARG, "x[].y", 7, "n", 8, "rule"), AB_ERR_ARG);
	assert_whole_error(
	    AB_ERR_ARG, &why,
	    &(struct ab_error){ AB_ERR_ARG, "x[].y", 8, "rule", .index = 7, .name = "n" }, "named");
	assert_true(why.size == 0 && why.other_size == 0);
	assert_int_equal(ab_fail_named_(NULL, AB_ERR_ARG, "x[].y", 7, "n", 8, "rule"), AB_ERR_ARG);

	assert_int_equal(ab_fail_with_(&why, &full), AB_ERR_OVERLAP);
	assert_error(AB_ERR_OVERLAP, &why, &(struct expected){ AB_ERR_OVERLAP, "a[]", 1, "b[]" },
		     "with");
	assert_int_equal(why.index, 2);
	assert_string_equal(why.name, "c");
	assert_int_equal(why.other_index, 3);
	assert_string_equal(why.other_name, "d");
	assert_int_equal(why.other_value, 4);
	assert_int_equal(why.size, 5);
	assert_int_equal(why.other_size, 6);
	assert_int_equal(ab_fail_with_(NULL, &full), AB_ERR_OVERLAP);
}

static void test_every_code_has_a_name(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		assert_string_equal(ab_err_name(rows[i].why.code), rows[i].name);
	for (int code = 0; code <= AB_ERR_INTERNAL; code++) /* the table above knows them all */
		assert_int_equal(strncmp(ab_err_name((enum ab_err)code), "AB_", 3), 0);
	assert_string_equal(ab_err_name((enum ab_err) - 1), "unknown error");
}

static void test_text(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		char text[160];

		assert_int_equal(ab_error_text(&rows[i].why, text, sizeof(text)),
				 strlen(rows[i].text));
		assert_string_equal(text, rows[i].text);
	}
}

static void test_text_cut_at_every_capacity(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		size_t n = strlen(rows[i].text);

		for (size_t cap = 0; cap <= n + 2; cap++) {
			size_t kept = cap == 0 ? 0 : cap - 1 < n ? cap - 1 : n;
			char text[160];

			memset(text, '#', sizeof(text));
			assert_int_equal(ab_error_text(&rows[i].why, text, cap), n);
			assert_memory_equal(text, rows[i].text, kept);
			if (cap != 0)
				assert_int_equal(text[kept++], '\0');
			for (; kept < sizeof(text); kept++)
				assert_int_equal(text[kept], '#');
		}
	}
	assert_int_equal(ab_error_text(&rows[1].why, NULL, 0), strlen(rows[1].text));
}

/* Names are the caller's and may be of any length: nothing is lost while there is room. */
static void test_text_of_long_names(void **state)
{
	static char what[401], name[301], other[401], text[1200], want[1200];
	struct ab_error why = { AB_ERR_OVERLAP, what, 0x10, other, AT(0, name), SIZES(2, 0x20) };

	(void)state;
	memset(what, 'w', sizeof(what) - 1);
	memset(name, 'n', sizeof(name) - 1);
	memset(other, 'o', sizeof(other) - 1);
	snprintf(want, sizeof(want), "%s (%s) [0x10, 0x12) overlaps %s [0x0, 0x20)", what, name,
		 other);
	assert_int_equal(ab_error_text(&why, text, sizeof(text)), strlen(want));
	assert_string_equal(text, want);
	assert_int_equal(ab_error_text(&why, text, 900), strlen(want));
	assert_int_equal(strlen(text), 899);
	assert_memory_equal(text, want, 899);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_fail_fills),
		cmocka_unit_test(test_fail_at_and_with),
		cmocka_unit_test(test_every_code_has_a_name),
		cmocka_unit_test(test_text),
		cmocka_unit_test(test_text_cut_at_every_capacity),
		cmocka_unit_test(test_text_of_long_names),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
