/* SPDX-License-Identifier: BSD-2-Clause */
/* Headers of arm64 Images and EFI zboot files: Debian's own, every field, cut and contradicting
 * themselves. */
#include <stdlib.h>

#include <aetherboot/image.h>

#include "unit.h"

#include "make_image.h"
#include "image/image_priv.h"

/* The first bytes of Debian's vmlinuz-6.1.0-56-cloud-arm64. */
static const uint8_t debian[0x148] = {
	0x4d,           0x5a, 0x40, 0xfa, 0x46, 0x63, 0x4e, 0x14, /* code0, code1 */
	[0x12] = 0xab,  0x01, /* image_size */
	[0x18] = 0x0a, /* flags */
	[0x38] = 0x41,  0x52, 0x4d, 0x64, 0x40, /* magic, PE header's offset */
	[0x40] = 0x50,  0x45, 0x00, 0x00, 0x64, 0xaa, 0x02, 0x00, /* signature, machine, sections */
	[0x54] = 0xa0,  0x00, 0x06, 0x02, 0x0b, 0x02, 0x02, 0x14, /* optional header from 0x58 */
	[0xec] = 0xc0,  0x05, /* the signature's size */
	[0xf8] = 0x2e,  0x74, 0x65, 0x78, 0x74, 0x00, 0x00, 0x00, /* .text */
	0x00,           0x00, 0x44, 0x01, 0x00, 0x00, 0x01, 0x00,
	0x00,           0x00, 0x44, 0x01, 0x00, 0x00, 0x01, 0x00,
	[0x120] = 0x2e, 0x64, 0x61, 0x74, 0x61, 0x00, 0x00, 0x00, /* .data */
	0x00,           0x00, 0x66, 0x00, 0x00, 0x00, 0x45, 0x01,
	0x00,           0x9a, 0x5b, 0x00, 0x00, 0x00, 0x45, 0x01,
};

static enum ab_err read(const uint8_t *file, size_t size, struct ab_arm64_image *arm64,
			struct ab_error *why)
{
	/* its own allocation: sanitizers see what is read past it */
	uint8_t *copy = malloc(size + (size == 0));
	struct ab_error doubt;
	enum ab_err err;

	assert_non_null(copy);
	memcpy(copy, file, size);
	err = ab_arm64_image_read_(arm64, (struct ab_bytes){ copy, size }, &doubt, why);
	free(copy);
	return err;
}

static void test_debians_header(void **state)
{
	struct ab_arm64_image arm64;
	struct ab_error why;

	(void)state;
	assert_int_equal(read(debian, sizeof(debian), &arm64, &why), AB_OK);
	assert_int_equal(arm64.text_offset, 0);
	assert_int_equal(arm64.image_size, 27983872);
	assert_int_equal(arm64.flags, 10);
	assert_int_equal(arm64.page_size, 4096);
	assert_true(arm64.anywhere);
	assert_false(arm64.big_endian);
	assert_int_equal(arm64.file_size, 27303872 - 1472); /* the file, and its signature */
	assert_int_equal(ab_image_detect_((struct ab_bytes){ debian, 60 }), AB_IMAGE_ARM64);
	assert_int_equal(ab_image_detect_((struct ab_bytes){ debian, 59 }), AB_IMAGE_UNKNOWN);
}

static void test_every_field(void **state)
{
	static const struct {
		struct made_image m;
		struct ab_arm64_image want;
	} rows[] = {
		{ { 0, 0x5000, 0, 0 }, { .image_size = 0x5000 } },
		{ { 0x80000, 0x5000, 1, 0 },
		  { .text_offset = 0x80000,
		    .image_size = 0x5000,
		    .flags = 1,
		    .big_endian = true } },
		{ { 0, 1, 2, 0 }, { .image_size = 1, .flags = 2, .page_size = 4096 } },
		{ { 0, 1, 4, 0 }, { .image_size = 1, .flags = 4, .page_size = 16384 } },
		{ { 0, 1, 6, 0 }, { .image_size = 1, .flags = 6, .page_size = 65536 } },
		{ { 0x1ff000, 1, 8, 0 },
		  { .text_offset = 0x1ff000, .image_size = 1, .flags = 8, .anywhere = true } },
		{ { 0, UINT64_C(1) << 46, ~UINT64_C(15), 0 },
		  { .image_size = UINT64_C(1) << 46, .flags = ~UINT64_C(15) } },
		{ { 0, 0x5000, 0, 0x5000 }, { .image_size = 0x5000, .file_size = 0x5000 } },
		/* before 3.17: no other field counts */
		{ { 0x8000000000000, 0, 15, 0 }, { .text_offset = 0x80000 } },
		{ { 0, 0, 0, 0x4000 }, { .text_offset = 0x80000, .file_size = 0x4000 } },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const struct ab_arm64_image *want = &rows[i].want;
		uint8_t file[MAKE_IMAGE_HEADER];
		struct ab_arm64_image got;
		struct ab_error why;

		make_image(file, &rows[i].m);
		memset(&got, 0xa5, sizeof(got));
		assert_int_equal(read(file, sizeof(file), &got, &why), AB_OK);
		assert_int_equal(got.text_offset, want->text_offset);
		assert_int_equal(got.image_size, want->image_size);
		assert_int_equal(got.flags, want->flags);
		assert_int_equal(got.big_endian, want->big_endian);
		assert_int_equal(got.page_size, want->page_size);
		assert_int_equal(got.anywhere, want->anywhere);
		assert_int_equal(got.file_size, want->file_size);
	}
}

/* One field of a file that is right changed, or the file cut. */
static const struct {
	uint32_t at, width;
	uint64_t value;
	size_t size;
	enum ab_err err;
	const char *what;
	uint64_t told;
	const char *rule;
} wrong[] = {
	{ 0x38, 4, 0, 0x148, AB_ERR_UNSUPPORTED, "arm64_image.magic", 0,
	  "must be 0x644d5241 (ARM\\x64)" },
	{ 0x38, 4, 0x644d5241, 59, AB_ERR_UNSUPPORTED, "arm64_image.magic", 0,
	  "must be 0x644d5241 (ARM\\x64)" },
	{ 0x38, 4, 0x644d5241, 63, AB_ERR_IMAGE, "arm64 Image", 63,
	  "must not end in its header of 64 bytes" },
	{ 0x08, 8, 0x200000, 0x148, AB_ERR_IMAGE, "arm64_image.text_offset", 0x200000,
	  "must be a multiple of 4096 below 2 MiB" },
	{ 0x08, 8, 0x80001, 0x148, AB_ERR_IMAGE, "arm64_image.text_offset", 0x80001,
	  "must be a multiple of 4096 below 2 MiB" },
	{ 0x08, 8, 0x80800, 0x148, AB_ERR_IMAGE, "arm64_image.text_offset", 0x80800,
	  "must be a multiple of 4096 below 2 MiB" },
	{ 0x10, 8, 0x400000000001, 0x148, AB_ERR_IMAGE, "arm64_image.image_size", 0x400000000001,
	  "must be at most 2^46" },
	{ 0x3c, 4, 0x148 - 23, 0x148, AB_ERR_IMAGE, "pe.e_lfanew", 0x148 - 23,
	  "the PE header must be within the file" },
	{ 0x3c, 4, 0xffffffff, 0x148, AB_ERR_IMAGE, "pe.e_lfanew", 0xffffffff,
	  "the PE header must be within the file" },
	{ 0x3c, 4, 0, 0x148, AB_OK, NULL, 0 }, /* only looks like it */
	{ 0x40, 4, 0x10004550, 0x148, AB_ERR_IMAGE, "pe.Signature", 0x10004550,
	  "must be 0x4550 (PE)" },
	{ 0x46, 2, 3, 0x148, AB_ERR_IMAGE, "pe.NumberOfSections", 3,
	  "the section table must be within the file" },
	{ 0x46, 2, 0xffff, 0x148, AB_ERR_IMAGE, "pe.NumberOfSections", 0xffff,
	  "the section table must be within the file" },
	{ 0x46, 2, 2, 0x147, AB_ERR_IMAGE, "pe.NumberOfSections", 2,
	  "the section table must be within the file" },
	{ 0x54, 2, 161, 0x148, AB_ERR_IMAGE, "pe.NumberOfSections", 2,
	  "the section table must be within the file" },
	{ 0x54, 2, 160, 0x148, AB_OK, NULL, 0 },
	{ 0x54, 2, 0xffff, 0x148, AB_ERR_IMAGE, "pe.NumberOfSections", 2,
	  "the section table must be within the file" },
	/* sections: the end is the furthest, those without bytes do not count */
};

static void test_what_contradicts_itself(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(wrong); i++) {
		const struct made_image m = { 0, 0x5000, 0, 0x5000 };
		const struct expected want = { wrong[i].err, wrong[i].what, wrong[i].told,
					       wrong[i].rule };
		struct ab_error why;
		enum ab_err err;
		uint8_t file[MAKE_IMAGE_HEADER];
		struct ab_arm64_image got;

		make_image(file, &m);
		for (uint32_t b = 0; b < wrong[i].width; b++)
			file[wrong[i].at + b] = (uint8_t)(wrong[i].value >> 8 * b);
		err = read(file, wrong[i].size, &got, &why);
		if (wrong[i].err == AB_OK)
			assert_ok(err, &why, "fine");
		else
			assert_error(err, &why, &want, wrong[i].what);
	}
}

/* Sections: the end is the furthest, those without bytes do not count. What lies behind image_size
 * is not loaded, and the reader says so. */
static void test_sections_beyond_image_size(void **state)
{
	static const struct {
		size_t at;
		uint32_t width;
		uint64_t value, size;
		bool doubt;
	} rows[] = {
		{ 0x10, 8, 0x4fff, 0x4fff, true },
		{ 0x10, 8, 0x5000, 0x5000, false },
		{ 0x10, 8, 0x5001, 0x5000, false },
		{ 0xf8 + 16, 4, 0xffffffff, 0x5000, true },
		{ 0xf8 + 20, 4, 0x4001, 0x5000, true },
		{ 0xf8 + 20, 4, 0x4000, 0x5000, false },
		{ 0xf8 + 16, 8, 0xffffffff00000000, 0x5000, false },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const struct made_image m = { 0, 0x5000, 0, 0x5000 };
		struct expected want = {
			AB_ERR_IMAGE, "arm64_image.image_size", rows[i].size,
			"must be at least the end of the PE sections; no more bytes than this are "
			"loaded"
		};
		struct ab_error why;
		struct ab_image img;
		uint8_t *file = calloc(1, 0x5000);

		make_image(file, &m);
		for (uint32_t b = 0; b < rows[i].width; b++)
			file[rows[i].at + b] = (uint8_t)(rows[i].value >> 8 * b);
		assert_ok(ab_image_probe(&img, (struct ab_bytes){ file, 0x5000 }, &why), &why,
			  "row");
		assert_int_equal(img.arm64.file_size, rows[i].size);
		if (rows[i].doubt)
			assert_error(img.doubt.code, &img.doubt, &want, "doubt");
		else
			assert_int_equal(img.doubt.code, AB_OK);
		free(file);
	}
}

static void test_probing_finds_truncated_images(void **state)
{
	const struct made_image efi = { 0, 0x6000, 0, 0x5000 }, plain = { 0, 0x6000, 0, 0 };
	struct ab_error why;
	struct ab_image img;
	uint8_t *file = calloc(1, 0x5000);

	(void)state;
	make_image(file, &efi);
	assert_int_equal(ab_image_probe(&img, (struct ab_bytes){ file, 0x5000 }, &why), AB_OK);
	assert_int_equal(img.format, AB_IMAGE_ARM64);
	assert_ptr_equal(img.file.data, file);
	assert_int_equal(img.arm64.file_size, 0x5000);
	assert_error(ab_image_probe(&img, (struct ab_bytes){ file, 0x4fff }, &why), &why,
		     &(struct expected){ AB_ERR_IMAGE, "arm64 Image", 0x4fff,
					 "must not end before its PE sections do" },
		     "cut");
	assert_int_equal(img.format, AB_IMAGE_UNKNOWN);
	make_image(file, &plain);
	assert_int_equal(ab_image_probe(&img, (struct ab_bytes){ file, 64 }, &why), AB_OK);
	assert_int_equal(ab_image_probe(&img, (struct ab_bytes){ file, 63 }, &why), AB_ERR_IMAGE);
	free(file);
}

static void test_zboot_headers(void **state)
{
	static const char within[] = "the payload must be within the file";
	static const struct {
		uint32_t at, width, value;
		enum ab_err err;
		const char *what;
		uint64_t told;
		const char *rule;
	} rows[] = {
		{ 12, 4, 100, AB_OK, NULL, 0 },
		{ 12, 4, 101, AB_ERR_IMAGE, "zboot.payload_offset", MAKE_ZBOOT_PAYLOAD, within },
		{ 12, 4, 0, AB_ERR_IMAGE, "zboot.payload_size", 0, "must not be 0" },
		{ 8, 4, MAKE_ZBOOT_PAYLOAD + 2, AB_ERR_IMAGE, "zboot.payload_offset",
		  MAKE_ZBOOT_PAYLOAD + 2, within },
		{ 8, 4, MAKE_ZBOOT_PAYLOAD + 1, AB_OK, NULL, 0 },
		{ 8, 4, 0xffffffff, AB_ERR_IMAGE, "zboot.payload_offset", 0xffffffff, within },
		{ 24, 1, 0, AB_ERR_IMAGE, "zboot.compression", 0x64747300,
		  "must be a name that ends in a NUL" },
		{ 0x44, 2, 0x5064, AB_ERR_UNSUPPORTED, "pe.Machine", 0x5064,
		  "must be 0xaa64 (AArch64)" }, /* RISC-V 64 */
		{ 0x44, 2, 0x6264, AB_ERR_UNSUPPORTED, "pe.Machine", 0x6264,
		  "must be 0xaa64 (AArch64)" }, /* LoongArch 64 */
		{ 0x44, 2, 0x01c2, AB_ERR_UNSUPPORTED, "pe.Machine", 0x01c2,
		  "must be 0xaa64 (AArch64)" }, /* 32-bit Arm */
		{ 0x40, 1, 0, AB_ERR_IMAGE, "pe.Signature", 0x4500, "must be 0x4550 (PE)" },
		{ 4, 1, 'Z', AB_ERR_UNSUPPORTED, "kernel", 0,
		  "an EFI application must have a .linux section" }, /* a UKI? */
		{ 0, 1, 'm', AB_ERR_UNSUPPORTED, "kernel.magic", 0x5a6d,
		  "must be that of ELF, bzImage, arm64 Image or EFI zboot" },
	};
	uint8_t file[MAKE_ZBOOT_PAYLOAD + 100];
	struct ab_error why;
	struct ab_image img;
	enum ab_err err;

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		make_zboot(file, "zstd", 99);
		for (uint32_t b = 0; b < rows[i].width; b++)
			file[rows[i].at + b] = (uint8_t)(rows[i].value >> 8 * b);
		err = ab_image_probe(&img, (struct ab_bytes){ file, sizeof(file) }, &why);
		if (rows[i].err == AB_OK) {
			assert_ok(err, &why, "fine");
			continue;
		}
		assert_error(
		    err, &why,
		    &(struct expected){ rows[i].err, rows[i].what, rows[i].told, rows[i].rule },
		    rows[i].what);
		assert_int_equal(img.format, AB_IMAGE_UNKNOWN);
	}
	make_zboot(file, "1234567890123456789012345678901", 99);
	assert_int_equal(ab_image_probe(&img, (struct ab_bytes){ file, sizeof(file) }, &why),
			 AB_OK);
	assert_int_equal(img.format, AB_IMAGE_ZBOOT);
	assert_int_equal(img.zboot.machine, 0xaa64);
	assert_string_equal(img.zboot.compression, "1234567890123456789012345678901");
	assert_ptr_equal(img.zboot.payload.data, file + MAKE_ZBOOT_PAYLOAD);
	assert_int_equal(img.zboot.payload.size, 99);
	assert_string_equal(ab_image_format_name(img.format), "EFI zboot");
	make_zboot(file, "12345678901234567890123456789012", 99);
	assert_error(ab_image_probe(&img, (struct ab_bytes){ file, sizeof(file) }, &why), &why,
		     &(struct expected){ AB_ERR_IMAGE, "zboot.compression", 0x34333231,
					 "must be a name that ends in a NUL" },
		     "no NUL");
	/* as short as its magic numbers */
	make_zboot(file, "zstd", 99);
	assert_int_equal(ab_image_probe(&img, (struct ab_bytes){ file, 64 }, &why), AB_ERR_IMAGE);
	assert_int_equal(ab_image_detect_((struct ab_bytes){ file, 63 }), AB_IMAGE_UNKNOWN);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_debians_header),
		cmocka_unit_test(test_every_field),
		cmocka_unit_test(test_what_contradicts_itself),
		cmocka_unit_test(test_sections_beyond_image_size),
		cmocka_unit_test(test_probing_finds_truncated_images),
		cmocka_unit_test(test_zboot_headers),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
