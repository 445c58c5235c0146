/* SPDX-License-Identifier: BSD-2-Clause */
/* Unified Kernel Images: sections by name, in any order, of any size, cut and contradicting
 * themselves. */
#include <stdlib.h>

#include <aetherboot/image.h>

#include "unit.h"

#include "make_bzimage.h"
#include "make_image.h"
#include "make_uki.h"

#define SIZE 0x4000u

/* Byte i is i >> 4. */
static void start(uint8_t *file, const struct made_section *s, size_t n)
{
	for (uint32_t i = 0; i < SIZE; i++)
		file[i] = (uint8_t)(i >> 4);
	make_uki(file, 0x8664, s, n);
}

/* The stub's own sections, and what it finds beside them. */
static const struct made_section usual[] = {
	{ ".text", 0x100, 0x200, 0x400 },     { ".osrel", 10, 0x200, 0x600 },
	{ ".cmdline", 9, 0x200, 0x800 },      { ".initrd", 0x1ff, 0x200, 0xa00 },
	{ ".linux", 0x1000, 0x1000, 0x1000 }, { ".ucode", 0x200, 0x200, 0xc00 },
};

static void put_linux(uint8_t *file)
{
	const struct made_image m = { 0, 0x2000, 10, 0 };

	make_image(file + 0x1000, &m);
}

static enum ab_err probe(const uint8_t *file, size_t size, struct ab_image *img,
			 struct ab_error *why)
{
	/* its own allocation: sanitizers see what is read past it */
	uint8_t *copy = malloc(size);
	enum ab_err err;

	assert_non_null(copy);
	memcpy(copy, file, size);
	err = ab_image_probe(img, (struct ab_bytes){ copy, size }, why);
	assert_int_equal(img->format == AB_IMAGE_UNKNOWN, err != AB_OK);
	assert_true(err == AB_OK || (!img->is_uki && img->file.data == NULL));
	free(copy);
	return err;
}

static void test_parts_are_found_by_name(void **state)
{
	uint8_t file[SIZE];
	struct ab_error why;
	struct ab_image img;

	(void)state;
	start(file, usual, COUNT(usual));
	put_linux(file);
	memcpy(file + 0x800, "quiet\n\0\n\0ignored", 16);
	assert_int_equal(ab_image_probe(&img, (struct ab_bytes){ file, SIZE }, &why), AB_OK);
	assert_int_equal(img.format, AB_IMAGE_ARM64);
	assert_true(img.is_uki);
	assert_int_equal(img.arm64.image_size, 0x2000);
	assert_ptr_equal(img.file.data, file + 0x1000);
	assert_int_equal(img.file.size, 0x1000);
	assert_ptr_equal(img.uki.initrd.data, file + 0xa00);
	assert_int_equal(img.uki.initrd.size, 0x1ff);
	assert_ptr_equal(img.uki.ucode.data, file + 0xc00);
	assert_int_equal(img.uki.ucode.size, 0x200);
	assert_int_equal(img.uki.cmdline.size, 5);
	assert_memory_equal(img.uki.cmdline.data, "quiet", 5);
}

static void test_parts_may_be_missing_or_empty(void **state)
{
	static const struct made_section least[] = { { ".linux", 0, 0x1000, 0x1000 } };
	static const struct made_section empty[] = { { ".linux", 0x2000, 0x1000, 0x1000 },
						     { ".initrd", 0, 0, 0x4000 },
						     { ".cmdline", 4, 0x200, 0x800 } };
	uint8_t file[SIZE];
	struct ab_error why;
	struct ab_image img;

	(void)state;
	start(file, least, COUNT(least));
	put_linux(file);
	assert_int_equal(ab_image_probe(&img, (struct ab_bytes){ file, 0x2000 }, &why), AB_OK);
	assert_int_equal(img.file.size, 0x1000);
	assert_null(img.uki.initrd.data);
	assert_null(img.uki.ucode.data);
	assert_null(img.uki.cmdline.data);
	start(file, empty, COUNT(empty));
	put_linux(file);
	memset(file + 0x800, 0, 4);
	assert_int_equal(ab_image_probe(&img, (struct ab_bytes){ file, SIZE }, &why), AB_OK);
	assert_int_equal(img.file.size, 0x1000); /* memory has more of it */
	assert_int_equal(img.uki.initrd.size, 0);
	assert_non_null(img.uki.cmdline.data);
	assert_int_equal(img.uki.cmdline.size, 0);
}

static void test_text_is_trimmed_at_its_end_only(void **state)
{
	static const struct {
		const char *text;
		size_t size, want;
	} rows[] = {
		{ "a b\r\n", 5, 3 },  { " a ", 3, 3 }, { "\na\n", 3, 2 },
		{ "a\n\0b\0", 5, 1 }, { "\n", 1, 0 },  { "a", 1, 1 },
	};
	uint8_t file[SIZE];
	struct ab_error why;
	struct ab_image img;

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct made_section s[] = { usual[4],
					    { ".cmdline", (uint32_t)rows[i].size, 512, 0x800 } };

		start(file, s, COUNT(s));
		put_linux(file);
		memcpy(file + 0x800, rows[i].text, rows[i].size);
		assert_int_equal(ab_image_probe(&img, (struct ab_bytes){ file, SIZE }, &why),
				 AB_OK);
		assert_int_equal(img.uki.cmdline.size, rows[i].want);
	}
}

/* What is in .linux: any kernel that firmware could start, but no further UKI. */
static void test_kernels_inside(void **state)
{
	struct expected unknown = { AB_ERR_UNSUPPORTED, "kernel.magic", 0,
				    "must be that of ELF, bzImage, arm64 Image or EFI zboot" };
	uint8_t file[2 * SIZE];
	struct ab_error why;
	struct ab_image img;

	(void)state;
	start(file, usual, COUNT(usual));
	make_zboot(file + 0x1000, "gzip", 100);
	assert_int_equal(probe(file, SIZE, &img, &why), AB_OK);
	assert_int_equal(img.format, AB_IMAGE_ZBOOT);
	start(file, usual, COUNT(usual));
	memset(file + 0x1000, 0, 0x1000);
	make_bzimage(file + 0x1000, &(struct made_bzimage){ .setup_sects = 1,
							    .payload = "0123456789",
							    .payload_length = 10 });
	assert_int_equal(probe(file, SIZE, &img, &why), AB_OK);
	assert_int_equal(img.format, AB_IMAGE_BZIMAGE);
	assert_int_equal(img.bz.payload.size, 6);
	assert_true(img.is_uki);
	start(file, usual, COUNT(usual));
	/* 0x1000 >> 4 is 0x100 */
	assert_error(probe(file, SIZE, &img, &why), &why, &unknown, "zeros");
	assert_string_equal(why.name, ".linux");
	start(file + 0x1000, usual, 1);
	unknown.value = 0x5a4d;
	assert_error(probe(file, 0x2000, &img, &why), &why, &unknown, "a UKI in a UKI");
	assert_string_equal(why.name, ".linux");
	/* truncated where its own headers tell */
	start(file, usual, COUNT(usual));
	make_image(file + 0x1000, &(struct made_image){ 0, 0x3000, 10, 0x2801 });
	assert_error(probe(file, SIZE, &img, &why), &why,
		     &(struct expected){ AB_ERR_IMAGE, "arm64 Image", 0x1000,
					 "must not end before its PE sections do" },
		     "cut");
}

static const char within[] = "the section must be within the file";
static const char only[] = "must be the only one of its name";
static const char none[] = "an EFI application must have a .linux section";

#define LINUX                                                                                      \
	{                                                                                          \
		".linux", 0x1000, 0x1000, 0x1000                                                   \
	}

static void test_what_contradicts_itself(void **state)
{
	static const struct {
		struct made_section s[3];
		size_t n;
		struct expected want; /* AB_OK: none */
		const char *name;
		uint64_t index;
		const char *other_name;
		uint64_t other_index, other_value;
	} rows[] = {
		{ { { ".linux", 1, 0x1000, 0x3001 } },
		  1,
		  { AB_ERR_IMAGE, "pe.section[].PointerToRawData", 0x3001, within },
		  ".linux" },
		{ { { ".linux", 0x1000, 0x1000, 0xfffff000 } },
		  1,
		  { AB_ERR_IMAGE, "pe.section[].PointerToRawData", 0xfffff000, within },
		  ".linux" },
		{ { { ".text", 1, 1, 0 }, { ".linux", 0x1000, 0xffffffff, 0x1000 } },
		  2,
		  { AB_ERR_IMAGE, "pe.section[].PointerToRawData", 0x1000, within },
		  ".linux",
		  1 },
		{ { LINUX, { ".text", 1, 1, 0 }, { ".linux", 1, 1, 0x3000 } },
		  3,
		  { AB_ERR_IMAGE, "pe.section[]", 0, only },
		  ".linux",
		  2 },
		{ { LINUX, { ".initrd", 2, 2, 0xfff } },
		  2,
		  { AB_ERR_OVERLAP, "pe.section[]", 0x1000, "pe.section[]", .size = 0x1000,
		    .other_size = 2 },
		  ".linux",
		  0,
		  ".initrd",
		  1,
		  0xfff },
		{ { { ".cmdline", 2, 512, 0x1fff }, { ".text", 1, 1, 0 }, LINUX },
		  3,
		  { AB_ERR_OVERLAP, "pe.section[]", 0x1000, "pe.section[]" },
		  ".linux",
		  2,
		  ".cmdline",
		  0,
		  0x1fff },
		{ { LINUX, { ".cmdline", 2, 512, 0x2000 } }, 2, { AB_OK } },
		{ { { ".text", 0x1000, 0x1000, 0x1000 } },
		  1,
		  { AB_ERR_UNSUPPORTED, "kernel", 0, none } },
		{ { { ".linuxx", 1, 1, 0x1000 }, { ".linu", 1, 1, 0x1000 } },
		  2,
		  { AB_ERR_UNSUPPORTED, "kernel", 0, none } },
		{ { { "", 0, 0, 0 } }, 0, { AB_ERR_UNSUPPORTED, "kernel", 0, none } },
	};
	uint8_t file[SIZE];
	struct ab_image img;

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct ab_error why;
		enum ab_err err;

		start(file, rows[i].s, rows[i].n);
		put_linux(file);
		err = probe(file, SIZE, &img, &why);
		if (rows[i].want.code == AB_OK) {
			assert_ok(err, &why, "disjoint");
			continue;
		}
		assert_error(err, &why, &rows[i].want, rows[i].want.what);
		assert_text(why.name, rows[i].name, "name");
		assert_int_equal(why.index, rows[i].index);
		assert_text(why.other_name, rows[i].other_name, "other name");
		assert_int_equal(why.other_index, rows[i].other_index);
		assert_int_equal(why.other_value, rows[i].other_value);
	}
}

/* However short the file is: an error, or a UKI that is all there. */
static void test_every_truncation(void **state)
{
	uint8_t file[SIZE];
	struct ab_error why;
	struct ab_image img;

	(void)state;
	start(file, usual, COUNT(usual));
	put_linux(file);
	for (size_t size = 1; size < 0x2000; size += size < 0x400 ? 1 : 255)
		assert_true(probe(file, size, &img, &why) != AB_OK);
	assert_int_equal(probe(file, 0x2000, &img, &why), AB_OK);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_parts_are_found_by_name),
		cmocka_unit_test(test_parts_may_be_missing_or_empty),
		cmocka_unit_test(test_text_is_trimmed_at_its_end_only),
		cmocka_unit_test(test_kernels_inside),
		cmocka_unit_test(test_what_contradicts_itself),
		cmocka_unit_test(test_every_truncation),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
