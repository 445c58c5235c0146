/* SPDX-License-Identifier: BSD-2-Clause */
/* The zero page and E820 against the kernel's own header, and against what must stay zero. */
#include "x86_build.h"

#ifdef __x86_64__
#include <asm/bootparam.h>
#endif

/* Every field that is written, by offset and width; judged against asm/bootparam.h below. */
enum {
	EXT_MEM_K = 0x02,
	RSDP = 0x70,
	ALT_MEM_K = 0x1e0,
	EXT_IMAGE = 0xc0,
	EXT_SIZE = 0xc4,
	EXT_CMD = 0xc8,
	N_E820 = 0x1e8
};
enum { SENTINEL = 0x1ef, SECTS = 0x1f1, ROOT_FLAGS = 0x1f2, VID_MODE = 0x1fa };
enum { BOOT_FLAG = 0x1fe, JUMP = 0x200, MAGIC = 0x202, VERSION = 0x206, LOADER = 0x210 };
enum { LOADFLAGS = 0x211, CODE32 = 0x214, IMAGE = 0x218, SIZE = 0x21c, CMD = 0x228 };
enum { INITRD_MAX = 0x22c, ALIGN = 0x230, XLOADFLAGS = 0x236, CMDLINE_SIZE = 0x238 };
enum { SETUP_DATA_AT = 0x250, PREF = 0x258, INIT_SIZE = 0x260, E820 = 0x2d0 };

#ifdef __x86_64__
static void test_offsets_of_the_kernel(void **state)
{
	static const struct {
		size_t ours, theirs;
	} rows[] = {
#define BP(ours, field) { ours, offsetof(struct boot_params, field) }
		BP(EXT_MEM_K, screen_info.ext_mem_k),
		BP(RSDP, acpi_rsdp_addr),
		BP(ALT_MEM_K, alt_mem_k),
		BP(EXT_IMAGE, ext_ramdisk_image),
		BP(EXT_SIZE, ext_ramdisk_size),
		BP(EXT_CMD, ext_cmd_line_ptr),
		BP(N_E820, e820_entries),
		BP(SENTINEL, sentinel),
		BP(SECTS, hdr),
		BP(ROOT_FLAGS, hdr.root_flags),
		BP(VID_MODE, hdr.vid_mode),
		BP(BOOT_FLAG, hdr.boot_flag),
		BP(JUMP, hdr.jump),
		BP(MAGIC, hdr.header),
		BP(VERSION, hdr.version),
		BP(LOADER, hdr.type_of_loader),
		BP(LOADFLAGS, hdr.loadflags),
		BP(CODE32, hdr.code32_start),
		BP(IMAGE, hdr.ramdisk_image),
		BP(SIZE, hdr.ramdisk_size),
		BP(CMD, hdr.cmd_line_ptr),
		BP(INITRD_MAX, hdr.initrd_addr_max),
		BP(ALIGN, hdr.kernel_alignment),
		BP(XLOADFLAGS, hdr.xloadflags),
		BP(CMDLINE_SIZE, hdr.cmdline_size),
		BP(SETUP_DATA_AT, hdr.setup_data),
		BP(PREF, hdr.pref_address),
		BP(INIT_SIZE, hdr.init_size),
		BP(E820, e820_table),
		{ 4096, sizeof(struct boot_params) },
		{ 0x26c, offsetof(struct boot_params, hdr) + sizeof(struct setup_header) },
		{ 20, sizeof(struct boot_e820_entry) },
		{ 8, offsetof(struct boot_e820_entry, size) },
		{ 16, offsetof(struct boot_e820_entry, type) },
		{ AB_E820_MAX, E820_MAX_ENTRIES_ZEROPAGE },
#undef BP
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		assert_int_equal(rows[i].ours, rows[i].theirs);
	assert_int_equal(AB_SETUP_E820_EXT, SETUP_E820_EXT);
	assert_int_equal(AB_SETUP_DTB, SETUP_DTB);
	assert_int_equal(AB_SETUP_RNG_SEED, SETUP_RNG_SEED);
}
#endif

static const struct ab_ram one_ram = { .base = 0, .size = 512 * AB_MiB };
#define REGION(b, s, t)                                                                            \
	{                                                                                          \
		.base = (b), .size = (s), .type = (t)                                              \
	}
static const struct ab_region low_regions[] = {
	REGION(0x9fc00, 0x400, AB_MEM_RESERVED),         REGION(0xa0000, 0x60000, AB_MEM_RESERVED),
	REGION(0x100000, 0x10000, AB_MEM_ACPI),          REGION(0x200000, 0x1000, AB_MEM_NVS),
	REGION(0xe0000000, 0x10000000, AB_MEM_RESERVED),
};
static const struct ab_memmap small_map = { { &one_ram, 1 }, low_regions, COUNT(low_regions) };

static void zero_page(const void *arg, struct ab_buf *out)
{
	ab_x86_zero_page(arg, out);
}

static uint8_t *page_of(const struct ab_x86_zero_page *in)
{
	size_t size;
	uint8_t *page = build(zero_page, in, &size);

	assert_int_equal(size, 4096);
	return page;
}

/* All bytes that are not listed are zero. Clears what is listed. */
static void assert_rest_zero(uint8_t *page, const uint16_t (*fields)[2], size_t n)
{
	for (size_t i = 0; i < n; i++)
		memset(page + fields[i][0], 0, fields[i][1]);
	for (size_t i = 0; i < 4096; i++)
		if (page[i] != 0)
			fail_msg("zero page byte 0x%zx is 0x%02x", i, page[i]);
}

/* A header in which every byte is marked, as an image of some version would have it. */
static struct ab_bytes marked_header(uint8_t *raw, uint16_t version, size_t end,
				     uint16_t xloadflags)
{
	for (size_t i = SECTS; i < end; i++)
		raw[i] = (uint8_t)(i * 3 + 1);
	ab_st_le16(raw + BOOT_FLAG, 0xaa55);
	raw[JUMP] = 0xeb;
	raw[JUMP + 1] = (uint8_t)(end - MAGIC);
	memcpy(raw + MAGIC, "HdrS", 4);
	ab_st_le16(raw + VERSION, version);
	if (end >= CMDLINE_SIZE)
		ab_st_le16(raw + XLOADFLAGS, xloadflags);
	return (struct ab_bytes){ raw + SECTS, end - SECTS };
}

static void test_header_made_for_an_elf(void **state)
{
	static const uint16_t written[][2] = {
		{ RSDP, 8 },       { N_E820, 1 },       { ROOT_FLAGS, 2 },    { VID_MODE, 2 },
		{ BOOT_FLAG, 2 },  { JUMP, 2 },         { MAGIC, 4 },         { VERSION, 2 },
		{ LOADER, 1 },     { LOADFLAGS, 1 },    { CODE32, 4 },        { IMAGE, 4 },
		{ SIZE, 4 },       { CMD, 4 },          { INITRD_MAX, 4 },    { ALIGN, 4 },
		{ XLOADFLAGS, 2 }, { CMDLINE_SIZE, 4 }, { SETUP_DATA_AT, 8 }, { E820, 20 * 7 },
	};
	const struct ab_x86_zero_page in = {
		.cmdline = 0x20000,
		.initrd = 0x1f000000,
		.initrd_size = 0x123,
		.setup_data = 0x30008,
		.rsdp = 0xe0000,
		.kernel = 0x1000000,
		.map = &small_map,
	};
	uint8_t *p = page_of(&in);

	(void)state;
	assert_int_equal(ab_ld_le64(p + RSDP), 0xe0000);
	assert_int_equal(p[SENTINEL], 0);
	assert_int_equal(ab_ld_le16(p + ROOT_FLAGS), 1);
	assert_int_equal(ab_ld_le16(p + VID_MODE), 0xffff);
	assert_int_equal(ab_ld_le16(p + BOOT_FLAG), 0xaa55);
	assert_int_equal(p[JUMP], 0xeb);
	assert_int_equal(p[JUMP + 1] + MAGIC, 0x26c);
	assert_memory_equal(p + MAGIC, "HdrS", 4);
	assert_int_equal(ab_ld_le16(p + VERSION), 0x20f);
	assert_int_equal(p[LOADER], 0xff); /* 0 would make Linux ignore the initrd */
	assert_int_equal(p[LOADFLAGS], 0x01);
	assert_int_equal(ab_ld_le32(p + CODE32), 0x1000000);
	assert_int_equal(ab_ld_le32(p + IMAGE), 0x1f000000);
	assert_int_equal(ab_ld_le32(p + SIZE), 0x123);
	assert_int_equal(ab_ld_le32(p + CMD), 0x20000);
	assert_int_equal(ab_ld_le32(p + INITRD_MAX), 0x7fffffff);
	assert_int_equal(ab_ld_le32(p + ALIGN), 0x200000);
	assert_int_equal(ab_ld_le16(p + XLOADFLAGS), 0x0003);
	assert_int_equal(ab_ld_le32(p + CMDLINE_SIZE), 2047);
	assert_int_equal(ab_ld_le64(p + SETUP_DATA_AT), 0x30008);
	assert_int_equal(p[N_E820], 7);
	assert_rest_zero(p, written, COUNT(written));
	free(p);
}

static void test_alignment_given(void **state)
{
	const struct ab_x86_zero_page in = { .kernel_alignment = 0x1000000, .map = &small_map };
	uint8_t *p = page_of(&in);

	(void)state;
	assert_int_equal(ab_ld_le32(p + ALIGN), 0x1000000);
	assert_int_equal(ab_ld_le32(p + CODE32), 0);
	free(p);
}

/* 32-bit kernels have no 64-bit entry, and take nothing above their directly mapped memory. */
static void test_header_of_32_bits(void **state)
{
	struct ab_x86_zero_page in = { .kernel_32 = true, .initrd = 0xfffff000, .map = &small_map };
	uint8_t *p = page_of(&in);

	(void)state;
	assert_int_equal(ab_ld_le16(p + XLOADFLAGS), 0);
	assert_int_equal(ab_ld_le32(p + INITRD_MAX), 0x37ffffff);
	free(p);
	in.initrd_size = 0x1001;
	build_fails(zero_page, &in, AB_ERR_UNSUPPORTED, "zero_page.initrd", in.initrd,
		    "must end below 4 GiB: the kernel's xloadflags allow no more");
}

/* Only the setup header is taken, whatever its length; nothing of it changes but the loader's
 * fields. cmdline_size above all: loaders that wrote it broke kernels. */
static void test_header_of_the_image_kept(void **state)
{
	static const struct {
		uint16_t version;
		size_t end;
	} rows[] = {
		{ 0x202, 0x22c }, { 0x203, 0x230 }, { 0x204, 0x230 }, { 0x205, 0x236 },
		{ 0x206, 0x23c }, { 0x207, 0x248 }, { 0x208, 0x250 }, { 0x209, 0x258 },
		{ 0x20a, 0x264 }, { 0x20c, 0x268 }, { 0x20f, 0x26c }, { 0x2ff, 0x281 },
		{ 0x2ff, 0x290 },
	};
	static const uint16_t loaders[][2] = {
		{ LOADER, 1 }, { LOADFLAGS, 1 }, { CODE32, 4 },
		{ IMAGE, 4 },  { SIZE, 4 },      { CMD, 4 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		uint8_t raw[0x290] = { 0 };
		const size_t end = rows[i].end;
		const bool sd = end >= 0x258;
		const struct ab_x86_zero_page in = {
			.header = marked_header(raw, rows[i].version, end, 0x3),
			.kernel_alignment = 0x777, /* made header only */
			.cmdline = 0x20000,
			.initrd = 0x2000000,
			.initrd_size = 5,
			.setup_data = sd ? 0x30000 : 0,
			.map = &small_map,
		};
		uint8_t *p = page_of(&in);

		assert_int_equal(p[SENTINEL], 0);
		assert_int_equal(p[LOADER], 0xff);
		assert_int_equal(ab_ld_le32(p + CODE32), ab_ld_le32(raw + CODE32));
		assert_int_equal(ab_ld_le32(p + IMAGE), 0x2000000);
		assert_int_equal(ab_ld_le32(p + SIZE), 5);
		assert_int_equal(ab_ld_le32(p + CMD), 0x20000);
		if (sd) {
			assert_int_equal(ab_ld_le64(p + SETUP_DATA_AT), 0x30000);
			memcpy(p + SETUP_DATA_AT, raw + SETUP_DATA_AT, 8);
		}
		for (size_t k = 0; k < COUNT(loaders); k++)
			memcpy(p + loaders[k][0], raw + loaders[k][0], loaders[k][1]);
		assert_memory_equal(p + SECTS, raw + SECTS, end - SECTS);
		memset(p + SECTS, 0, end - SECTS);
		memset(p + E820, 0, 140);
		p[N_E820] = 0; /* ext_mem_k, alt_mem_k: RAM ends at 1 MiB on this map */
		assert_rest_zero(p, NULL, 0);
		free(p);
	}
}

static void test_setup_data_cleared_when_there_is_none(void **state)
{
	uint8_t raw[0x290] = { 0 };
	const struct ab_x86_zero_page in = {
		.header = marked_header(raw, 0x20f, 0x26c, 0),
		.map = &small_map,
	};
	uint8_t *p = page_of(&in);

	(void)state;
	assert_int_equal(ab_ld_le64(p + SETUP_DATA_AT), 0);
	assert_int_equal(ab_ld_le32(p + IMAGE), 0);
	assert_int_equal(ab_ld_le32(p + SIZE), 0);
	assert_int_equal(ab_ld_le32(p + CMD), 0);
	free(p);
}

/* zero-page.rst, 0x002 and 0x1e0: kernels before 2.6.26 read them where E820 does not suit them. */
static void test_sizes_for_old_kernels(void **state)
{
	static const struct ab_ram small = { 0, 16 * AB_MiB, 0 }, huge = { 0, 5 * AB_TiB, 0 };
	static const struct ab_ram split[] = { { 0, 2 * AB_MiB, 0 }, { 16 * AB_MiB, AB_GiB, 0 } };
	static const struct ab_region top[] = { REGION(0xa0000, 0x60000, AB_MEM_RESERVED),
						REGION(0x1fff0000, 0x10000, AB_MEM_ACPI) };
	static const struct ab_region low[] = { REGION(0xa0000, 0x60000, AB_MEM_RESERVED) };
	static const struct {
		uint16_t version;
		struct ab_memmap map;
		uint32_t ext, alt;
	} rows[] = {
		{ 0x204, { { &one_ram, 1 }, top, 2 }, 0xffff, (0x1fff0000 - 0x100000) / 1024 },
		{ 0x203, { { &small, 1 }, low, 1 }, 15 * 1024, 15 * 1024 },
		{ 0x208, { { split, 2 }, low, 1 }, 1024, 1024 },
		{ 0x202, { { &huge, 1 }, low, 1 }, 0xffff, UINT32_MAX },
		{ 0x208, { { &one_ram, 1 }, low_regions, COUNT(low_regions) }, 0, 0 },
		{ 0x209, { { &small, 1 }, low, 1 }, 0, 0 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		uint8_t raw[0x290] = { 0 };
		const struct ab_x86_zero_page in = {
			.header = marked_header(raw, rows[i].version, 0x258, 0),
			.map = &rows[i].map,
		};
		uint8_t *p = page_of(&in);

		assert_int_equal(ab_ld_le16(p + EXT_MEM_K), rows[i].ext);
		assert_int_equal(ab_ld_le32(p + ALT_MEM_K), rows[i].alt);
		free(p);
	}
}

/* A field needs the version and the length: a long header of an old version has other bytes there.
 */
static void test_fields_that_the_version_does_not_have(void **state)
{
	uint8_t raw[0x290] = { 0 };
	struct ab_x86_zero_page in = { .map = &small_map };
	uint8_t *p;

	(void)state;
	in.header = marked_header(raw, 0x201, 0x26c, 0x2);
	p = page_of(&in);
	assert_int_equal(ab_ld_le32(p + CMD), ab_ld_le32(raw + CMD));
	assert_true(ab_ld_le64(p + SETUP_DATA_AT) == ab_ld_le64(raw + SETUP_DATA_AT));
	free(p);
	in.cmdline = 0x20000;
	build_fails(zero_page, &in, AB_ERR_UNSUPPORTED, "zero_page.cmdline", 0x20000,
		    "must be 0: the setup header has none (protocol before 2.02)");
	in.header = marked_header(raw, 0x208, 0x26c, 0x2);
	in.setup_data = 0x1000;
	build_fails(zero_page, &in, AB_ERR_UNSUPPORTED, "zero_page.setup_data", 0x1000,
		    "must be 0: the setup header has none (protocol before 2.09)");
	in.setup_data = 0;
	in.header = marked_header(raw, 0x20b, 0x26c, 0x2);
	in.cmdline = 0x100000000;
	build_fails(zero_page, &in, AB_ERR_UNSUPPORTED, "zero_page.cmdline", in.cmdline,
		    "must be below 4 GiB: the kernel's xloadflags allow no more");
}

static void test_loadflags(void **state)
{
	static const uint8_t rows[][2] = {
		{ 0x01, 0x01 }, /* LOADED_HIGH stays */
		{ 0x21, 0x21 }, /* QUIET_FLAG stays */
		{ 0xff, 0x3d }, /* KASLR_FLAG, KEEP_SEGMENTS, CAN_USE_HEAP go */
		{ 0x00, 0x00 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		uint8_t raw[0x290] = { 0 };
		struct ab_x86_zero_page in = { .map = &small_map, .kernel = 0x4000000 };
		uint8_t *p;

		in.header = marked_header(raw, 0x20f, 0x26c, 0);
		raw[LOADFLAGS] = rows[i][0];
		p = page_of(&in);
		assert_int_equal(p[LOADFLAGS], rows[i][1]);
		assert_int_equal(ab_ld_le32(p + CODE32), 0x4000000);
		free(p);
	}
}

static void test_above_4g(void **state)
{
	uint8_t raw[0x290] = { 0 };
	const struct ab_x86_zero_page in = {
		.header = marked_header(raw, 0x20f, 0x26c, 0x2),
		.kernel = 0x100000000, /* code32_start cannot say it */
		.cmdline = 0x0000001200034560,
		.initrd = 0x00000ab1fffff000,
		.initrd_size = 0x0000000300000007,
		.rsdp = 0x123456789abcdef0,
		.map = &small_map,
	};
	uint8_t *p = page_of(&in);

	(void)state;
	assert_int_equal(ab_ld_le32(p + IMAGE), 0xfffff000);
	assert_int_equal(ab_ld_le32(p + EXT_IMAGE), 0xab1);
	assert_int_equal(ab_ld_le32(p + SIZE), 7);
	assert_int_equal(ab_ld_le32(p + EXT_SIZE), 3);
	assert_int_equal(ab_ld_le32(p + CMD), 0x00034560);
	assert_int_equal(ab_ld_le32(p + EXT_CMD), 0x12);
	assert_int_equal(ab_ld_le64(p + RSDP), 0x123456789abcdef0);
	assert_int_equal(ab_ld_le32(p + CODE32), ab_ld_le32(raw + CODE32));
	free(p);
}

/* A header that ends with xloadflags has it. */
static void test_shortest_header_that_allows_above_4g(void **state)
{
	uint8_t raw[0x290] = { 0 };
	const struct ab_x86_zero_page in = {
		.header = marked_header(raw, 0x20c, 0x238, 0x2),
		.cmdline = 0x0000001200034560,
		.map = &small_map,
	};
	uint8_t *p;

	(void)state;
	ab_st_le16(raw + XLOADFLAGS, 0x2);
	p = page_of(&in);
	assert_int_equal(ab_ld_le32(p + EXT_CMD), 0x12);
	free(p);
}

/* ext_* stay 0 below 4 GiB: garbage there broke 5-level kernels. */
static void test_ext_fields_zero_below_4g(void **state)
{
	uint8_t raw[0x290] = { 0 };
	const struct ab_x86_zero_page in = {
		.header = marked_header(raw, 0x20f, 0x26c, 0x0),
		.cmdline = 0xffffffff,
		.initrd = 0xfffff000,
		.initrd_size = 0x1000, /* ends at 4 GiB exactly */
		.map = &small_map,
	};
	uint8_t *p = page_of(&in);

	(void)state;
	for (size_t i = EXT_IMAGE; i < EXT_CMD + 4; i++)
		assert_int_equal(p[i], 0);
	assert_int_equal(ab_ld_le32(p + CMD), 0xffffffff);
	free(p);
}

static void test_no_initrd_no_address(void **state)
{
	const struct ab_x86_zero_page in = { .initrd = 0x500001000, .map = &small_map };
	uint8_t *p = page_of(&in);

	(void)state;
	assert_int_equal(ab_ld_le32(p + IMAGE), 0);
	assert_int_equal(ab_ld_le32(p + EXT_IMAGE), 0);
	free(p);
}

static void test_refusals(void **state)
{
	uint8_t raw[0x2a0] = { 0 };
	struct ab_x86_zero_page in = { .map = &small_map };

	(void)state;
	in.header = marked_header(raw, 0x201, 0x22b, 0); /* no cmd_line_ptr */
	build_fails(zero_page, &in, AB_ERR_IMAGE, "zero_page.header.size", 0x22b - 0x1f1,
		    "must be 59 to 159 bytes, from 0x1f1 on");
	in.header.size = 3;
	build_fails(zero_page, &in, AB_ERR_IMAGE, "zero_page.header.size", 3,
		    "must be 59 to 159 bytes, from 0x1f1 on");
	in.header = marked_header(raw, 0x20f, 0x291, 0); /* would reach into edd_mbr_sig_buffer */
	build_fails(zero_page, &in, AB_ERR_IMAGE, "zero_page.header.size", 0x291 - 0x1f1,
		    "must be 59 to 159 bytes, from 0x1f1 on");
	in.header = marked_header(raw, 0x20f, 0x26c, 0);
	raw[MAGIC] = 'h';
	build_fails(zero_page, &in, AB_ERR_IMAGE, "setup_header.header", 0x53726468,
		    "must be 0x53726448 (HdrS)");

	in.header = marked_header(raw, 0x208, 0x257, 0);
	in.setup_data = 0x1000;
	build_fails(zero_page, &in, AB_ERR_UNSUPPORTED, "zero_page.setup_data", 0x1000,
		    "must be 0: the setup header has none (protocol before 2.09)");
	in.setup_data = 0;

	in.header = marked_header(raw, 0x20f, 0x26c, 0xfffd); /* all but ABOVE_4G */
	in.initrd = 0xfffff000;
	in.initrd_size = 0x1001;
	build_fails(zero_page, &in, AB_ERR_UNSUPPORTED, "zero_page.initrd", in.initrd,
		    "must end below 4 GiB: the kernel's xloadflags allow no more");
	in.initrd = 0x100000000;
	in.initrd_size = 1;
	build_fails(zero_page, &in, AB_ERR_UNSUPPORTED, "zero_page.initrd", in.initrd,
		    "must end below 4 GiB: the kernel's xloadflags allow no more");
	in.initrd = 0x200000000;
	build_fails(zero_page, &in, AB_ERR_UNSUPPORTED, "zero_page.initrd", in.initrd,
		    "must end below 4 GiB: the kernel's xloadflags allow no more");
	in.initrd = 1;
	in.initrd_size = UINT64_MAX;
	build_fails(zero_page, &in, AB_ERR_UNSUPPORTED, "zero_page.initrd", in.initrd,
		    "must end below 4 GiB: the kernel's xloadflags allow no more");
	in.initrd_size = 0;
	in.cmdline = 0x100000000;
	build_fails(zero_page, &in, AB_ERR_UNSUPPORTED, "zero_page.cmdline", in.cmdline,
		    "must be below 4 GiB: the kernel's xloadflags allow no more");
	/* xloadflags is not in a header that ends before it, whatever follows in memory */
	memset(raw, 0xff, sizeof(raw));
	in.header = marked_header(raw, 0x205, 0x236, 0);
	build_fails(zero_page, &in, AB_ERR_UNSUPPORTED, "zero_page.cmdline", in.cmdline,
		    "must be below 4 GiB: the kernel's xloadflags allow no more");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#ifdef __x86_64__
		cmocka_unit_test(test_offsets_of_the_kernel),
#endif
		cmocka_unit_test(test_header_made_for_an_elf),
		cmocka_unit_test(test_alignment_given),
		cmocka_unit_test(test_header_of_32_bits),
		cmocka_unit_test(test_header_of_the_image_kept),
		cmocka_unit_test(test_setup_data_cleared_when_there_is_none),
		cmocka_unit_test(test_sizes_for_old_kernels),
		cmocka_unit_test(test_fields_that_the_version_does_not_have),
		cmocka_unit_test(test_loadflags),
		cmocka_unit_test(test_above_4g),
		cmocka_unit_test(test_shortest_header_that_allows_above_4g),
		cmocka_unit_test(test_ext_fields_zero_below_4g),
		cmocka_unit_test(test_no_initrd_no_address),
		cmocka_unit_test(test_refusals),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
