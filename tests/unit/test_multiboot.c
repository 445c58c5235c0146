/* SPDX-License-Identifier: BSD-2-Clause */
/* Multiboot headers: where they are found, what they say, and which of them cannot be followed. */
#include "make_multiboot.h"
#include "unit.h"

#include <aetherboot/image.h>

#include "image/image_priv.h"

static uint8_t file[0x9000];
static struct ab_multiboot mb[2];

static bool read(size_t size)
{
	return ab_image_multiboot(mb, (struct ab_bytes){ file, size });
}

static void clear(void)
{
	memset(file, 0, sizeof(file));
}

/* A file that is an ELF by its first bytes needs no addresses. */
static void clear_elf(void)
{
	clear();
	memcpy(file, "\177ELF", 4);
}

/* ---- where -------------------------------------------------------------------------------- */

/* Version 1 may end at 8192, version 2 at 32768, and both must end within the file. */
static void test_where(void **state)
{
	enum found { YES, NO, CUT }; /* CUT: four words are within, the header is not */
	const struct {
		uint32_t version;
		size_t at, size;
		enum found found;
	} rows[] = {
		{ 1, 4, 0x9000, YES },     { 1, 8180, 8192, YES },    { 1, 8180, 0x9000, YES },
		{ 1, 8184, 0x9000, NO },   { 1, 8180, 8191, NO },     { 1, 6, 0x9000, NO },
		{ 2, 8, 0x9000, YES },     { 2, 32744, 0x9000, YES }, { 2, 32744, 32767, CUT },
		{ 2, 32752, 0x9000, CUT }, { 2, 32760, 0x9000, NO },  { 2, 12, 0x9000, NO },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const uint32_t version = rows[i].version;
		struct mb2 m = mb2_begin(file, rows[i].at);

		clear_elf();
		if (version == 1)
			put_mb1(file, rows[i].at, 0);
		else
			mb2_end(&m);
		assert_int_equal(read(rows[i].size), rows[i].found != NO);
		assert_int_equal(mb[version - 1].version, rows[i].found != NO ? version : 0);
		assert_int_equal(mb[version - 1].offset, rows[i].found != NO ? rows[i].at : 0);
		assert_int_equal(mb[2 - version].version, 0);
		if (rows[i].found == CUT)
			assert_string_equal(mb[1].refused.what, "multiboot2.header_length");
		else
			assert_int_equal(mb[version - 1].refused.code, AB_OK);
	}
}

/* Words that only look like a header are passed over. */
static void test_checksum(void **state)
{
	struct mb2 m;

	(void)state;
	clear_elf();
	put_mb1(file, 8, 3);
	put_at(file, 16, 0, 4);
	put_mb1(file, 64, 3);
	m = mb2_begin(file, 128);
	mb2_end(&m);
	put_at(file, 128 + 12, 0, 4);
	m = mb2_begin(file, 256);
	mb2_end(&m);
	assert_true(read(sizeof(file)));
	assert_int_equal(mb[0].offset, 64);
	assert_int_equal(mb[0].flags, 3);
	assert_int_equal(mb[1].offset, 256);
	clear();
	assert_false(read(sizeof(file)));
	assert_false(read(0));
}

/* ---- what they say ------------------------------------------------------------------------ */

static void test_addresses(void **state)
{
	static const uint32_t a[5] = { 0x100040, 0x100000, 0x102000, 0x105000, 0x100080 };
	struct mb2 m;

	(void)state;
	clear();
	put_mb1(file, 0x40, 0x10000);
	put_mb1_addresses(file, 0x40, a);
	m = mb2_begin(file, 0x80);
	mb2_tag(&m, 2, 0, (const uint32_t[]){ 0x200080, 0x200010, 0, 0 }, 4);
	mb2_tag(&m, 3, 0, (const uint32_t[]){ 0x200020 }, 1);
	mb2_tag(&m, 10, 0, (const uint32_t[]){ 0x100000, 0x7fffffff, 0x200000, 2 }, 4);
	mb2_end(&m);
	assert_true(read(sizeof(file)));
	for (size_t i = 0; i < 2; i++) {
		assert_int_equal(mb[i].version, i + 1);
		assert_int_equal(mb[i].refused.code, AB_OK);
		assert_true(mb[i].has_load && mb[i].has_entry);
	}
	assert_int_equal(mb[0].header_addr, 0x100040);
	assert_int_equal(mb[0].load_addr, 0x100000);
	assert_int_equal(mb[0].load_end_addr, 0x102000);
	assert_int_equal(mb[0].bss_end_addr, 0x105000);
	assert_int_equal(mb[0].entry_addr, 0x100080);
	assert_false(mb[0].relocatable);
	assert_int_equal(mb[1].load_addr, 0x200010);
	assert_int_equal(mb[1].entry_addr, 0x200020);
	assert_true(mb[1].relocatable);
	assert_int_equal(mb[1].min_addr, 0x100000);
	assert_int_equal(mb[1].max_addr, 0x7fffffff);
	assert_int_equal(mb[1].align, 0x200000);
	assert_int_equal(mb[1].preference, 2);
}

/* MB2 3.1.5: -1 loads the file from its beginning, if there are addresses for it. */
static void test_whole_file(void **state)
{
	(void)state;
	for (uint32_t at = 0x7f; at <= 0x80; at++) {
		struct mb2 m = mb2_begin(file, 0x80);

		clear();
		mb2_tag(&m, 2, 0, (const uint32_t[]){ at, UINT32_MAX, 0, 0 }, 4);
		mb2_tag(&m, 3, 0, &at, 1);
		mb2_end(&m);
		assert_true(read(sizeof(file)) && mb[1].load_addr == at - 0x80);
		assert_int_equal(mb[1].refused.code, at < 0x80 ? AB_ERR_IMAGE : AB_OK);
	}
}

static void test_as_elf(void **state)
{
	const struct {
		uint32_t a[5];
		uint64_t size; /* of the file */
		uint64_t offset, file_size, mem_size;
	} rows[] = {
		{ { 0x100040, 0x100000, 0x102000, 0x105000, 0x100080 }, 0x9000, 0, 0x2000, 0x5000 },
		{ { 0x100040, 0x100030, 0x102000, 0, 0x100080 }, 0x9000, 0x30, 0x1fd0, 0x1fd0 },
		{ { 0x100040, 0x100000, 0, 0, 0x100080 }, 0x9000, 0, 0x9000, 0x9000 },
		{ { 0x100040, 0x100000, 0, 0x100001, 0x100080 }, 0x9000, 0, 0x9000, 0x9000 },
		{ { 0x100040, 0x100000, 0x102000, 0x105000, 1 }, UINT64_MAX, 0, 0x2000, 0x5000 },
		{ { 0xffffffff, 0xffffffbf, 0, 0, 1 }, 0x9000, 0, 0x9000, 0x9000 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct ab_elf elf = { .n_segments = 3, .entry = 99 };
		struct ab_error why;

		clear();
		put_mb1(file, 0x40, 0x10000);
		put_mb1_addresses(file, 0x40, rows[i].a);
		assert_true(read(sizeof(file)));
		assert_ok(ab_multiboot_elf_(&mb[0], rows[i].size, &elf, &why), &why, "elf");
		assert_int_equal(elf.machine, AB_EM_386);
		assert_int_equal(elf.bits, 32);
		assert_int_equal(elf.entry, rows[i].a[4]);
		assert_int_equal(elf.n_segments, 1);
		assert_int_equal(elf.segment[0].paddr, rows[i].a[1]);
		assert_int_equal(elf.segment[0].offset, rows[i].offset);
		assert_int_equal(elf.segment[0].file_size, rows[i].file_size);
		assert_int_equal(elf.segment[0].mem_size, rows[i].mem_size);
		assert_int_equal(elf.base, rows[i].a[1]);
		assert_int_equal(elf.size, rows[i].mem_size);
		assert_int_equal(elf.file_end, rows[i].offset + rows[i].file_size);
	}
}

static void test_not_as_elf(void **state)
{
	static const uint32_t long_[5] = { 0x100040, 0x100000, 0x10a000, 0, 1 },
			      open_[5] = { 0x100040, 0x100000, 0, 0, 1 };
	const struct expected beyond = { AB_ERR_IMAGE, "multiboot.load_end_addr", 0x10a000,
					 "the segment must be within the file" },
			      packed = { AB_ERR_IMAGE, "multiboot.load_end_addr", 0,
					 "must not be 0 in a packed kernel, whose length is not "
					 "known" };
	struct ab_elf elf;
	struct ab_error why;

	(void)state;
	clear();
	put_mb1(file, 0x40, 0x10000);
	put_mb1_addresses(file, 0x40, long_);
	assert_true(read(sizeof(file)));
	assert_error(ab_multiboot_elf_(&mb[0], 0x9fff, &elf, &why), &why, &beyond, "long");
	put_mb1_addresses(file, 0x40, open_);
	assert_true(read(sizeof(file)));
	assert_error(ab_multiboot_elf_(&mb[0], UINT64_MAX, &elf, &why), &why, &packed, "open");
}

/* An entry without addresses is that of an ELF. */
static void test_entry_of_an_elf(void **state)
{
	struct ab_elf elf = { .n_segments = 3, .entry = 99 };
	struct ab_error why;
	struct mb2 m;

	(void)state;
	clear_elf();
	put_mb1(file, 0x40, 0);
	m = mb2_begin(file, 0x80);
	mb2_tag(&m, 3, 0, (const uint32_t[]){ 0x200020 }, 1);
	mb2_end(&m);
	assert_true(read(sizeof(file)));
	assert_ok(ab_multiboot_elf_(&mb[0], sizeof(file), &elf, &why), &why, "version 1");
	assert_int_equal(elf.entry, 99);
	assert_ok(ab_multiboot_elf_(&mb[1], sizeof(file), &elf, &why), &why, "version 2");
	assert_int_equal(elf.entry, 0x200020);
	assert_int_equal(elf.n_segments, 3);
}

/* ---- refused ------------------------------------------------------------------------------ */

#define FLAGS "multiboot.flags"
#define LOAD "multiboot.load_addr"

static void test_version_1_refused(void **state)
{
	static const char unknown[] = "of bits 0 to 15 only 0, 1 and 2 have a meaning; a loader "
				      "must refuse others";
	static const char before[] =
	    "must be at most header_addr, and not from before the start of the file";
	const struct {
		size_t at;
		uint32_t flags;
		uint32_t a[5];
		struct expected want;
	} rows[] = {
		{ 0x40, 8, { 0 }, { AB_ERR_UNSUPPORTED, FLAGS, 8, unknown } },
		{ 0x40, 0x18000, { 0 }, { AB_ERR_UNSUPPORTED, FLAGS, 0x18000, unknown } },
		{ 0x40,
		  3,
		  { 0 },
		  { AB_ERR_IMAGE, FLAGS, 3, "must give load addresses, as the file is no ELF" } },
		{ 8164,
		  0x10000,
		  { 0 },
		  { AB_ERR_IMAGE, "multiboot.offset", 8164,
		    "all of the header must be within the file's first 8192 bytes" } },
		{ 0x40, 0x10000, { 0x100000, ~0U }, { AB_ERR_IMAGE, LOAD, ~0U, before } },
		{ 0x40, 0x10000, { 0x100041, 0x100000 }, { AB_ERR_IMAGE, LOAD, 0x100000, before } },
		{ 0x40,
		  0x10000,
		  { 0x100040, 0x100000, 0x100000 },
		  { AB_ERR_IMAGE, "multiboot.load_end_addr", 0x100000,
		    "must be 0, or above load_addr" } },
		{ 0x40,
		  0x10000,
		  { 0x100040, 0x100000, 0x101000, 0x100fff },
		  { AB_ERR_IMAGE, "multiboot.bss_end_addr", 0x100fff,
		    "must be 0, or not below load_end_addr" } },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		char row[16];

		snprintf(row, sizeof(row), "row %zu", i);
		clear();
		put_mb1(file, rows[i].at, rows[i].flags);
		put_mb1_addresses(file, rows[i].at, rows[i].a);
		assert_true(read(sizeof(file)));
		assert_error(mb[0].refused.code, &mb[0].refused, &rows[i].want, row);
	}
}

/* A row's tag, then END; optional tags of the same kind are no fault. */
static void test_version_2_refused(void **state)
{
	static const char short_[] = "is too short for its type";
	static const char request[] =
	    "information of this type is not given, and the kernel demands it";
	const struct {
		uint16_t type;
		uint32_t words[4];
		size_t n;
		struct expected want;
		bool always; /* even if it is optional */
	} rows[] = {
		{ 1, { 1, 9 }, 2, { AB_ERR_UNSUPPORTED, "multiboot2.request", 9, request }, false },
		{ 1, { 13 }, 1, { AB_ERR_UNSUPPORTED, "multiboot2.request", 13, request }, false },
		{ 1, { 22 }, 1, { AB_ERR_UNSUPPORTED, "multiboot2.request", 22, request }, false },
		{ 1, { 32 }, 1, { AB_ERR_UNSUPPORTED, "multiboot2.request", 32, request }, false },
		{ 2, { 0 }, 3, { AB_ERR_IMAGE, "multiboot2.tag", 2, short_ }, true },
		{ 3, { 0 }, 0, { AB_ERR_IMAGE, "multiboot2.tag", 3, short_ }, true },
		{ 10, { 0 }, 3, { AB_ERR_IMAGE, "multiboot2.tag", 10, short_ }, true },
		{ 4,
		  { 1 },
		  1,
		  { AB_ERR_UNSUPPORTED, "multiboot2.tag", 4,
		    "must be optional: there is no console that a header can ask for" },
		  false },
		{ 5,
		  { 0 },
		  3,
		  { AB_ERR_UNSUPPORTED, "multiboot2.tag", 5,
		    "must be optional: there is no framebuffer" },
		  false },
		{ 7,
		  { 0 },
		  0,
		  { AB_ERR_UNSUPPORTED, "multiboot2.tag", 7,
		    "must be optional: there are no EFI boot services" },
		  false },
		{ 11,
		  { 0 },
		  0,
		  { AB_ERR_UNSUPPORTED, "multiboot2.tag", 11,
		    "must be optional: nothing is known of it" },
		  false },
		{ 2,
		  { 0x100080, 0x100000, 0, 0 },
		  4,
		  { AB_ERR_IMAGE, "multiboot2.entry_addr", 0, "must be given with load addresses" },
		  true },
		{ 2,
		  { 0x100081, 0x100000, 0, 0 },
		  4,
		  { AB_ERR_IMAGE, "multiboot2.load_addr", 0x100000,
		    "must be at most header_addr, and not from before the start of the file" },
		  true },
		{ 10,
		  { 0, 0, 3, 0 },
		  4,
		  { AB_ERR_IMAGE, "multiboot2.relocatable.align", 3,
		    "must be a power of two, or 0" },
		  true },
		{ 10,
		  { 0, 0, 1, 3 },
		  4,
		  { AB_ERR_IMAGE, "multiboot2.relocatable.preference", 3, "must be 0, 1 or 2" },
		  true },
	};

	(void)state;
	for (size_t i = 0; i < 2 * COUNT(rows); i++) {
		const bool optional = i >= COUNT(rows);
		const size_t k = i % COUNT(rows);
		struct mb2 m = mb2_begin(file, 0x80);
		char row[24];

		snprintf(row, sizeof(row), "row %zu%s", k, optional ? ", optional" : "");
		clear_elf();
		mb2_tag(&m, rows[k].type, optional, rows[k].words, rows[k].n);
		mb2_end(&m);
		assert_true(read(sizeof(file)));
		if (optional && !rows[k].always)
			assert_int_equal(mb[1].refused.code, AB_OK);
		else
			assert_error(mb[1].refused.code, &mb[1].refused, &rows[k].want, row);
	}
}

/* What nobody has is no fault of a kernel that asks for it: MB2 3.1.4. */
static void test_requests(void **state)
{
	struct mb2 m = mb2_begin(file, 0x80);

	(void)state;
	clear_elf();
	mb2_tag(&m, 1, 0,
		(const uint32_t[]){ 1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 14, 15, 16, 17, 18, 19, 20,
				    21 },
		19);
	mb2_tag(&m, 4, 0, (const uint32_t[]){ 2 }, 1);
	mb2_tag(&m, 6, 0, NULL, 0);
	mb2_tag(&m, 8, 0, (const uint32_t[]){ 1 }, 1);
	mb2_tag(&m, 9, 0, (const uint32_t[]){ 1 }, 1);
	mb2_end(&m);
	assert_true(read(sizeof(file)));
	assert_int_equal(mb[1].refused.code, AB_OK);
}

/* The header's own length and its tags must agree. */
static void test_version_2_length(void **state)
{
	static const char tags[] = "tags must lie within the header, the last one of type 0";
	static const char whole[] = "all of the header must be within the file's first 32768 bytes";
	const struct {
		uint32_t architecture, length, size; /* of the only tag */
		struct expected want;
	} rows[] = {
		{ 4,
		  24,
		  8,
		  { AB_ERR_UNSUPPORTED, "multiboot2.architecture", 4, "must be 0 (i386)" } },
		{ 0, 15, 8, { AB_ERR_IMAGE, "multiboot2.header_length", 15, whole } },
		{ 0, 0x7f81, 8, { AB_ERR_IMAGE, "multiboot2.header_length", 0x7f81, whole } },
		{ 0,
		  UINT32_MAX,
		  8,
		  { AB_ERR_IMAGE, "multiboot2.header_length", UINT32_MAX, whole } },
		{ 0, 16, 8, { AB_ERR_IMAGE, "multiboot2.header_length", 16, tags } },
		{ 0, 23, 8, { AB_ERR_IMAGE, "multiboot2.header_length", 23, tags } },
		{ 0, 24, 7, { AB_ERR_IMAGE, "multiboot2.header_length", 24, tags } },
		{ 0, 24, 0, { AB_ERR_IMAGE, "multiboot2.header_length", 24, tags } },
		{ 0, 24, 9, { AB_ERR_IMAGE, "multiboot2.header_length", 24, tags } },
		{ 0, 24, UINT32_MAX, { AB_ERR_IMAGE, "multiboot2.header_length", 24, tags } },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct mb2 m = mb2_begin(file, 0x80);
		char row[16];

		snprintf(row, sizeof(row), "row %zu", i);
		clear_elf();
		mb2_tag(&m, 0, 0, NULL, 0);
		put_at(file, 0x80 + 20, rows[i].size, 4);
		mb2_head(&m, rows[i].architecture, rows[i].length);
		assert_true(read(sizeof(file)));
		assert_error(mb[1].refused.code, &mb[1].refused, &rows[i].want, row);
	}
}

/* Of two headers the second version counts, unless only the first can be followed. */
static void test_best(void **state)
{
	const struct ab_multiboot none = { 0 }, good1 = { .version = 1 }, good2 = { .version = 2 },
				  bad1 = { .version = 1, .refused.code = AB_ERR_IMAGE },
				  bad2 = { .version = 2, .refused.code = AB_ERR_IMAGE };
	const struct {
		struct ab_multiboot mb[2];
		int best;
	} rows[] = {
		{ { none, none }, -1 },  { { good1, none }, 0 }, { { none, good2 }, 1 },
		{ { good1, good2 }, 1 }, { { good1, bad2 }, 0 }, { { bad1, good2 }, 1 },
		{ { bad1, none }, 0 },   { { none, bad2 }, 1 },  { { bad1, bad2 }, 1 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		assert_ptr_equal(ab_multiboot_best_(rows[i].mb),
				 rows[i].best < 0 ? NULL : &rows[i].mb[rows[i].best]);
}

/* ---- in a kernel file --------------------------------------------------------------------- */

static void test_probe(void **state)
{
	static const uint32_t a[5] = { 0x100040, 0x100000, 0, 0, 0x100080 };
	static uint8_t bz[0x3000];
	const size_t n = make_bzimage(bz, &bz_bare);
	struct ab_image img;
	struct ab_error why;

	(void)state;
	clear();
	put_mb1(file, 0x40, 0x10000);
	put_mb1_addresses(file, 0x40, a);
	assert_ok(ab_image_probe(&img, (struct ab_bytes){ file, 0x100 }, &why), &why, "flat");
	assert_int_equal(img.format, AB_IMAGE_MULTIBOOT);
	assert_string_equal(ab_image_format_name(img.format), "multiboot");
	assert_ptr_equal(img.file.data, file);
	put_at(file, 0x48, 0, 4);
	assert_int_equal(ab_image_probe(&img, (struct ab_bytes){ file, 0x100 }, &why),
			 AB_ERR_UNSUPPORTED);
	assert_string_equal(why.what, "kernel.magic");
	put_mb1(bz, 0x400, 0x10000); /* another format comes first */
	assert_ok(ab_image_probe(&img, (struct ab_bytes){ bz, n }, &why), &why, "bzImage");
	assert_int_equal(img.format, AB_IMAGE_BZIMAGE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_where),
		cmocka_unit_test(test_checksum),
		cmocka_unit_test(test_addresses),
		cmocka_unit_test(test_whole_file),
		cmocka_unit_test(test_as_elf),
		cmocka_unit_test(test_not_as_elf),
		cmocka_unit_test(test_entry_of_an_elf),
		cmocka_unit_test(test_version_1_refused),
		cmocka_unit_test(test_version_2_refused),
		cmocka_unit_test(test_requests),
		cmocka_unit_test(test_version_2_length),
		cmocka_unit_test(test_best),
		cmocka_unit_test(test_probe),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
