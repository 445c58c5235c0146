/* SPDX-License-Identifier: BSD-2-Clause */
/* Errors: made, named, and told in a line that is cut where the buffer ends. */
#include "unit.h"

static const struct {
	struct ab_error why;
	const char *name, *text;
} rows[] = {
	{ { AB_OK, NULL, 0, NULL }, "AB_OK", "call no error: 0x0" },
	{ { AB_ERR_ARG, "machine.ram.base", 0x1001, "multiple of 4096" },
	  "AB_ERR_ARG",
	  "machine.ram.base contradicts itself: 0x1001 (multiple of 4096)" },
	{ { AB_ERR_ARG, NULL, 7, NULL }, "AB_ERR_ARG", "call contradicts itself: 0x7" },
	{ { AB_ERR_NOSPACE, "work", 0x2000000, NULL },
	  "AB_ERR_NOSPACE",
	  "work does not fit, needed: 0x2000000" },
	{ { AB_ERR_NOSPACE, "work", 1, "the codec" },
	  "AB_ERR_NOSPACE",
	  "work does not fit, needed: 0x1 (the codec)" },
	{ { AB_ERR_OVERLAP, "blob", 0xfee00000, "kernel" },
	  "AB_ERR_OVERLAP",
	  "blob overlaps with kernel at 0xfee00000" },
	{ { AB_ERR_OVERLAP, "blob", 0, NULL }, "AB_ERR_OVERLAP", "blob overlaps at 0x0" },
	{ { AB_ERR_IMAGE, "elf.p_offset", UINT64_MAX, NULL },
	  "AB_ERR_IMAGE",
	  "elf.p_offset is malformed: 0xffffffffffffffff" },
	{ { AB_ERR_UNSUPPORTED, "codec", 8, "lzo" },
	  "AB_ERR_UNSUPPORTED",
	  "codec is not supported: 0x8 (lzo)" },
	{ { AB_ERR_MEM, "initrd", 0x1000, "the sink" },
	  "AB_ERR_MEM",
	  "initrd could not be written to guest memory: 0x1000 (the sink)" },
	{ { AB_ERR_INTERNAL, "ab_put_le width", 9, NULL },
	  "AB_ERR_INTERNAL",
	  "ab_put_le width is a bug in libaetherboot: 0x9" },
	{ { (enum ab_err)(AB_ERR_INTERNAL + 1), "x", 1, NULL }, "unknown error", "x failed: 0x1" },
};

static void test_fail_fills(void **state)
{
	static const char what[] = "field", other[] = "hint";
	struct ab_error why = { AB_ERR_MEM, "old", 1, "old" };

	(void)state;
	assert_int_equal(ab_fail(&why, AB_ERR_ARG, what, UINT64_MAX, other), AB_ERR_ARG);
	assert_int_equal(why.code, AB_ERR_ARG);
	assert_ptr_equal(why.what, what);
	assert_true(why.value == UINT64_MAX);
	assert_ptr_equal(why.other, other);
	assert_int_equal(ab_fail(&why, AB_OK, NULL, 0, NULL), AB_OK);
	assert_int_equal(why.code, AB_OK);
	assert_null(why.what);
	assert_int_equal(ab_fail(NULL, AB_ERR_MEM, what, 0, NULL), AB_ERR_MEM);
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
		char text[128];

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
	static char what[701], other[401], text[1200], want[1200];
	struct ab_error why = { AB_ERR_OVERLAP, what, 0x10, other };

	(void)state;
	memset(what, 'w', sizeof(what) - 1);
	memset(other, 'o', sizeof(other) - 1);
	snprintf(want, sizeof(want), "%s overlaps with %s at 0x10", what, other);
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
		cmocka_unit_test(test_every_code_has_a_name),
		cmocka_unit_test(test_text),
		cmocka_unit_test(test_text_cut_at_every_capacity),
		cmocka_unit_test(test_text_of_long_names),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
