/* SPDX-License-Identifier: BSD-2-Clause */
/* Setup headers of every version, cut and contradicting themselves. */
#include <stdlib.h>

#include <aetherboot/image.h>

#include "unit.h"

#include "make_bzimage.h"

static uint8_t file[256 * 512 + 8192];

/* 16 bytes of stream and the size word behind it */
static const char packed[] = "\xfd\x37zXZ\0stream....\x78\x56\x34\x12";
static const struct made_bzimage usual = {
	.setup_sects = 4, .payload_offset = 0x2c, .payload = packed, .payload_length = 20
};

static size_t start(const struct made_bzimage *b)
{
	memset(file, 0, sizeof(file));
	return make_bzimage(file, b);
}

static enum ab_err probe(size_t size, struct ab_image *img, struct ab_error *why)
{
	/* its own allocation: sanitizers see what is read past it */
	uint8_t *copy = malloc(size + (size == 0));
	enum ab_err err;

	assert_non_null(copy);
	memcpy(copy, file, size);
	err = ab_image_probe(img, (struct ab_bytes){ copy, size }, why);
	assert_int_equal(img->format, err == AB_OK ? AB_IMAGE_BZIMAGE : AB_IMAGE_UNKNOWN);
	if (err == AB_OK) {
		const uint8_t *kernel = img->bz.kernel.data, *payload = img->bz.payload.data;

		assert_true(kernel + img->bz.kernel.size <= copy + size);
		assert_true((const uint8_t *)img->bz.header.data == copy + 0x1f1);
		assert_true(0x1f1 + img->bz.header.size <= size);
		assert_true(img->bz.payload.size == 0 ||
			    (payload >= kernel &&
			     payload + img->bz.payload.size <= kernel + img->bz.kernel.size));
	}
	free(copy);
	return err;
}

static void test_a_whole_header(void **state)
{
	struct ab_error why;
	struct ab_image img;
	size_t size = start(&usual);

	(void)state;
	assert_int_equal(probe(size, &img, &why), AB_OK);
	assert_int_equal(img.bz.version, 0x020f);
	assert_int_equal(img.bz.header.size, 0x26c - 0x1f1);
	assert_int_equal(img.bz.loadflags, 1);
	assert_int_equal(img.bz.xloadflags, 0x7f);
	assert_int_equal(img.bz.initrd_addr_max, 0x7fffffff);
	assert_int_equal(img.bz.kernel_alignment, 0x200000);
	assert_true(img.bz.relocatable);
	assert_int_equal(img.bz.cmdline_size, 2047);
	assert_int_equal(img.bz.pref_address, 0x1000000);
	assert_int_equal(img.bz.init_size, 0x3f98000);
	assert_int_equal(img.bz.kernel.size, size - 5 * 512);
	assert_int_equal(img.bz.payload.size, 16);
	assert_ptr_equal(img.bz.payload.data, (const uint8_t *)img.bz.kernel.data + 0x2c);
	assert_int_equal(img.bz.payload_size, 0x12345678);
}

/* Fields appear with the version that brought them (boot.rst, "The Real-Mode Kernel Header"). */
static void test_every_version_to_its_own_end(void **state)
{
	(void)state;
	for (unsigned int version = 0x0200; version <= 0x0210; version++) {
		struct made_bzimage b = usual;
		struct ab_error why;
		struct ab_image img;

		b.version = (uint16_t)version;
		assert_int_equal(probe(start(&b), &img, &why), AB_OK);
		assert_int_equal(img.bz.version, version);
		assert_int_equal(img.bz.loadflags, 1);
		assert_int_equal(img.bz.initrd_addr_max,
				 version >= 0x0203 ? 0x7fffffff : 0x37ffffff);
		assert_int_equal(img.bz.kernel_alignment, version >= 0x0205 ? 0x200000 : 0);
		assert_int_equal(img.bz.relocatable, version >= 0x0205);
		assert_int_equal(img.bz.cmdline_size, version >= 0x0206 ? 2047 : 255);
		assert_int_equal(img.bz.payload.size, version >= 0x0208 ? 16 : 0);
		assert_int_equal(img.bz.payload_size, version >= 0x0208 ? 0x12345678 : 0);
		assert_int_equal(img.bz.pref_address, version >= 0x020a ? 0x1000000 : 0);
		assert_int_equal(img.bz.init_size, version >= 0x020a ? 0x3f98000 : 0);
		assert_int_equal(img.bz.xloadflags, version >= 0x020c ? 0x7f : 0);
	}
}

/* The header's own length decides, whatever version it claims. */
static void test_every_header_length(void **state)
{
	(void)state;
	for (unsigned int length = 0; length <= 255; length++) {
		struct expected want = { AB_ERR_IMAGE, "setup_header.jump", 0,
					 "the header must end at 0x220 or later" };
		size_t end = 0x202 + length;
		struct ab_error why;
		struct ab_image img;
		size_t size = start(&usual);

		file[0x201] = (uint8_t)length;
		if (end < 0x220) {
			want.value = length;
			assert_error(probe(size, &img, &why), &why, &want, "short");
			continue;
		}
		assert_int_equal(probe(size, &img, &why), AB_OK);
		assert_int_equal(img.bz.header.size, end - 0x1f1);
		assert_int_equal(img.bz.initrd_addr_max, end >= 0x230 ? 0x7fffffff : 0x37ffffff);
		assert_int_equal(img.bz.kernel_alignment, end >= 0x234 ? 0x200000 : 0);
		assert_int_equal(img.bz.relocatable, end >= 0x235);
		assert_int_equal(img.bz.xloadflags, end >= 0x238 ? 0x7f : 0);
		assert_int_equal(img.bz.cmdline_size, end >= 0x23c ? 2047 : 255);
		assert_int_equal(img.bz.payload.size, end >= 0x250 ? 16 : 0);
		assert_int_equal(img.bz.pref_address, end >= 0x260 ? 0x1000000 : 0);
		assert_int_equal(img.bz.init_size, end >= 0x264 ? 0x3f98000 : 0);
	}
}

static const char begins[] = "the kernel must begin within the file";
static const char zero[] = "must not be 0; the kernel is taken up to the file's end";
static const char holds[] = "the kernel must contain its payload; it is taken up to the file's end";
static const char ends[] = "the kernel must end within the file; it is taken up to the file's end";

/* A header of 0x24 bytes that claims version 2.06, in a file of 600 bytes. */
static void test_a_short_header_in_a_short_file(void **state)
{
	struct made_bzimage b = usual;
	struct ab_error why;
	struct ab_image img;

	(void)state;
	b.version = 0x0206;
	b.header_length = 0x24;
	b.setup_sects = 0;
	start(&b);
	assert_error(probe(600, &img, &why), &why,
		     &(struct expected){ AB_ERR_IMAGE, "setup_header.setup_sects", 4, begins },
		     "no kernel");
	/* the same in a file that has a kernel */
	assert_int_equal(probe(start(&b), &img, &why), AB_OK);
	assert_int_equal(img.bz.header.size, 0x226 - 0x1f1);
	assert_int_equal(img.bz.cmdline_size, 255);
	assert_int_equal(img.bz.kernel_alignment, 0);
}

static void test_setup_sects(void **state)
{
	static const uint8_t sects[] = { 0, 1, 4, 39, 255 };

	(void)state;
	for (size_t i = 0; i < COUNT(sects); i++) {
		struct made_bzimage b = usual;
		struct ab_error why;
		struct ab_image img;
		size_t setup = ((sects[i] != 0 ? sects[i] : 4u) + 1) * 512;

		b.setup_sects = sects[i];
		assert_int_equal(probe(start(&b), &img, &why), AB_OK);
		assert_int_equal(
		    (const uint8_t *)img.bz.kernel.data - (const uint8_t *)img.file.data, setup);
		assert_error(probe(setup, &img, &why), &why,
			     &(struct expected){ AB_ERR_IMAGE, "setup_header.setup_sects",
						 setup / 512 - 1, begins },
			     "no kernel");
	}
}

static const char inside[] = "must be within the kernel";
static const char payload[] = "the payload must end within the kernel";
static const char magic[] = "must be that of ELF, bzImage, arm64 Image or EFI zboot";

/* One field changed; the kernel has 64 bytes, the payload lies in [0x2c, 0x40). */
static void test_contradictions_are_named(void **state)
{
	static const struct {
		const char *what; /* NULL: fine */
		enum ab_err err;
		size_t at;
		uint32_t value;
		unsigned int width;
		const char *rule;
		uint32_t told; /* the error's value; 0: that one */
	} rows[] = {
		{ "setup_header.version", AB_ERR_UNSUPPORTED, 0x206, 0x01ff, 2,
		  "must be 0x200 or later" },
		{ "setup_header.jump", AB_ERR_IMAGE, 0x200, 0xe9, 1, "must be 0xeb (JMP rel8)" },
		{ NULL, AB_OK, 0x1f4, 0, 4 },
		{ NULL, AB_OK, 0x1f4, 5, 4 },
		{ NULL, AB_OK, 0x1f4, UINT32_MAX, 4 },
		{ NULL, AB_OK, 0x1f4, 3, 4 },
		{ NULL, AB_OK, 0x1f4, 2, 4 },
		{ "setup_header.payload_offset", AB_ERR_IMAGE, 0x248, 0x41, 4, inside },
		{ "setup_header.payload_offset", AB_ERR_IMAGE, 0x248, UINT32_MAX, 4, inside },
		{ "setup_header.payload_length", AB_ERR_IMAGE, 0x248, 0x2d, 4, payload, 20 },
		{ "setup_header.payload_length", AB_ERR_IMAGE, 0x248, 0x40, 4, payload, 20 },
		{ "setup_header.payload_length", AB_ERR_IMAGE, 0x24c, 21, 4, payload },
		{ "setup_header.payload_length", AB_ERR_IMAGE, 0x24c, UINT32_MAX, 4, payload },
		{ "setup_header.payload_length", AB_ERR_IMAGE, 0x24c, 4, 4, "must be more than 4" },
		{ "setup_header.payload_length", AB_ERR_IMAGE, 0x24c, 1, 4, "must be more than 4" },
		{ "kernel.magic", AB_ERR_UNSUPPORTED, 0x1fe, 0xaa54, 2, magic },
		{ "kernel.magic", AB_ERR_UNSUPPORTED, 0x202, 0, 4, magic },
		{ NULL, AB_OK, 0x24c, 5, 4 },
		{ NULL, AB_OK, 0x24c, 0, 4 },
		{ NULL, AB_OK, 0x206, 0xffff, 2 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		size_t size = start(&usual);
		struct expected want = { rows[i].err, rows[i].what, 0, rows[i].rule };
		struct ab_error why;
		struct ab_image img;
		enum ab_err err;

		for (unsigned int j = 0; j < rows[i].width; j++)
			file[rows[i].at + j] = (uint8_t)(rows[i].value >> (8 * j));
		err = probe(size, &img, &why);
		if (rows[i].err == AB_OK) {
			assert_ok(err, &why, "fine");
			continue;
		}
		want.value = rows[i].told != 0 ? rows[i].told : rows[i].value;
		if (rows[i].rule == magic) /* the file's first bytes */
			want.value = ab_ld_le32(file);
		assert_error(err, &why, &want, rows[i].what);
	}
}

/* As one kernel ships it, and as loaders take it, which look at the file's size. */
static void test_syssize_that_is_0_or_too_large(void **state)
{
	static const struct {
		uint32_t value;
		const char *doubt; /* NULL: none */
	} rows[] = { { 0, zero }, { 5, ends }, { UINT32_MAX, ends }, { 4, NULL }, { 3, NULL } };

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct expected want = { AB_ERR_IMAGE, "setup_header.syssize", rows[i].value,
					 rows[i].doubt };
		struct made_bzimage b = usual;
		struct ab_error why;
		struct ab_image img;
		size_t size;

		b.payload_length = 0;
		b.more = 20;
		size = start(&b);
		ab_st_le32(file + 0x1f4, rows[i].value);
		assert_ok(probe(size, &img, &why), &why, "taken");
		assert_int_equal(img.bz.kernel.size, rows[i].value == 3 ? 48 : 64);
		if (rows[i].doubt != NULL)
			assert_error(img.doubt.code, &img.doubt, &want, "doubt");
		else
			assert_int_equal(img.doubt.code, AB_OK);
	}
}

/* A kernel that ends before its payload does is as wrong, if the file has the payload. Without one
 * nothing can be told, as something else may follow the kernel. */
static void test_syssize_that_is_too_small(void **state)
{
	static const struct {
		uint32_t syssize, offset, length, taken;
		const char *doubt; /* NULL: none */
	} rows[] = {
		{ 4, 0x2c, 20, 64, NULL }, { 3, 0x2c, 20, 96, holds }, { 1, 0x2c, 20, 96, holds },
		{ 3, 0x1c, 20, 48, NULL }, { 3, 0x1d, 20, 96, holds }, { 3, 0x4c, 20, 96, holds },
		{ 3, 0x40, 0, 48, NULL },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct expected want = { AB_ERR_IMAGE, "setup_header.syssize", rows[i].syssize,
					 rows[i].doubt };
		struct made_bzimage b = usual;
		struct ab_error why;
		struct ab_image img;
		size_t size;

		b.more = 32;
		size = start(&b);
		ab_st_le32(file + 0x1f4, rows[i].syssize);
		ab_st_le32(file + 0x248, rows[i].offset);
		ab_st_le32(file + 0x24c, rows[i].length);
		assert_ok(probe(size, &img, &why), &why, "taken");
		assert_int_equal(img.bz.kernel.size, rows[i].taken);
		if (rows[i].doubt != NULL)
			assert_error(img.doubt.code, &img.doubt, &want, "doubt");
		else
			assert_int_equal(img.doubt.code, AB_OK);
	}
}

static void test_the_file_may_be_longer_than_syssize_or_end_in_its_last_unit(void **state)
{
	size_t size = start(&usual);
	struct ab_error why;
	struct ab_image img;

	(void)state;
	assert_int_equal(probe(size + 1472, &img, &why), AB_OK); /* a signature follows */
	assert_int_equal(img.bz.kernel.size, 64);
	ab_st_le32(file + 0x24c, 5);
	assert_int_equal(probe(size - 15, &img, &why), AB_OK);
	assert_int_equal(img.bz.kernel.size, 49);
	assert_int_equal(img.doubt.code, AB_OK);
	assert_error(probe(size - 16, &img, &why), &why,
		     &(struct expected){ AB_ERR_IMAGE, "setup_header.payload_length", 5,
					 "the payload must end within the kernel" },
		     "cut");
	/* before 2.04 its upper half is another field: the file decides */
	ab_st_le16(file + 0x206, 0x0203);
	ab_st_le32(file + 0x1f4, UINT32_MAX);
	assert_int_equal(probe(size + 1472, &img, &why), AB_OK);
	assert_int_equal(img.bz.kernel.size, 64 + 1472);
}

/* gzip ends in the size itself: the word stays, and is what is compared. */
static void test_size_word_of_gzip_is_part_of_the_stream(void **state)
{
	struct made_bzimage b = usual;
	struct ab_error why;
	struct ab_image img;

	(void)state;
	b.payload = "\x1f\x8b\x08stream of gz\x21\x43\x65\x87";
	b.payload_length = 19;
	assert_int_equal(probe(start(&b), &img, &why), AB_OK);
	assert_int_equal(img.bz.payload.size, 19);
	assert_int_equal(img.bz.payload_size, 0x87654321);
}

/* A gzip header in the setup code is not the payload. */
static void test_a_decoy_is_not_the_payload(void **state)
{
	struct ab_error why;
	struct ab_image img;
	size_t size = start(&usual);

	(void)state;
	memcpy(file + 0x300, "\x1f\x8b\x08\0\0\0\0\0\2\3", 10);
	memcpy(file + 5 * 512, "\x1f\x8b\x08\0\0\0\0\0\2\3", 10);
	assert_int_equal(probe(size, &img, &why), AB_OK);
	assert_ptr_equal(img.bz.payload.data, (const uint8_t *)img.file.data + 5 * 512 + 0x2c);
	assert_int_equal(img.bz.payload.size, 16);
}

static void test_every_truncation(void **state)
{
	size_t size = start(&usual);

	(void)state;
	for (size_t n = 0; n < size - 11; n++) {
		struct ab_error why = { AB_OK, NULL, 0, NULL };
		struct ab_image img;
		enum ab_err err = probe(n, &img, &why);

		assert_int_equal(err, n < 0x208 ? AB_ERR_UNSUPPORTED : AB_ERR_IMAGE);
		assert_int_equal(why.code, err);
		if (n >= 0x208 && n < 0x26c)
			assert_error(err, &why,
				     &(struct expected){ AB_ERR_IMAGE, "setup_header.jump", 0x6a,
							 "the header must end within the file" },
				     "cut");
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_a_whole_header),
		cmocka_unit_test(test_every_version_to_its_own_end),
		cmocka_unit_test(test_every_header_length),
		cmocka_unit_test(test_a_short_header_in_a_short_file),
		cmocka_unit_test(test_setup_sects),
		cmocka_unit_test(test_contradictions_are_named),
		cmocka_unit_test(test_syssize_that_is_0_or_too_large),
		cmocka_unit_test(test_syssize_that_is_too_small),
		cmocka_unit_test(test_the_file_may_be_longer_than_syssize_or_end_in_its_last_unit),
		cmocka_unit_test(test_size_word_of_gzip_is_part_of_the_stream),
		cmocka_unit_test(test_a_decoy_is_not_the_payload),
		cmocka_unit_test(test_every_truncation),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
