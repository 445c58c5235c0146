/* SPDX-License-Identifier: BSD-2-Clause */
/* Multiboot information of both versions against bytes written out by hand from the
 * specifications. */
#include "x86_build.h"

static const struct ab_ram rams[] = {
	{ 0, 512 * AB_MiB, 0 },
	{ 4 * AB_GiB, 64 * AB_GiB, 0 },
};
static const struct ab_region regions[] = {
	{ .base = 0xa0000, .size = 0x60000, .type = AB_MEM_RESERVED },
	{ .base = 0x1ffff000, .size = 0x1000, .type = AB_MEM_ACPI },
};
static const struct ab_memmap map = { { rams, 2 }, regions, 2 };
static const struct ab_memmap none = { { NULL, 0 }, NULL, 0 };

static const struct ab_x86_module modules[] = { { 0x1f000000, 0x1234567, "one two" },
						{ 0x5000, 1, NULL } };
static const struct ab_bytes pieces[] = { { "a=1", 3 }, { "", 0 }, { "b", 1 } };

struct args {
	struct ab_x86_multiboot in;
	uint64_t gpa;
	uint32_t version;
};

static void info(const void *arg, struct ab_buf *out)
{
	const struct args *a = arg;

	if (a->version == 1)
		ab_x86_multiboot(&a->in, a->gpa, out);
	else
		ab_x86_multiboot2(&a->in, a->gpa, out);
}

/* Five entries, with what each version has before and behind them. */
#define MMAP(size, rest)                                                                           \
	size "00 00 00 00 00 00 00 00 00 00 0a 00 00 00 00 00 01 00 00 00" rest "\n" size          \
	     "00 00 0a 00 00 00 00 00 00 00 06 00 00 00 00 00 02 00 00 00" rest "\n" size          \
	     "00 00 10 00 00 00 00 00 00 f0 ef 1f 00 00 00 00 01 00 00 00" rest "\n" size          \
	     "00 f0 ff 1f 00 00 00 00 00 10 00 00 00 00 00 00 03 00 00 00" rest "\n" size          \
	     "00 00 00 00 01 00 00 00 00 00 00 00 10 00 00 00 01 00 00 00" rest "\n"

static void test_version_1(void **state)
{
	const struct args a = {
		{ .cmdline = { pieces, 3 }, .modules = { modules, 2 }, .map = &map }, 0x6008, 1
	};
	size_t size;
	uint8_t *data = build(info, &a, &size);

	(void)state;
	assert_hex(data, size,
		   "4d 02 00 00 # flags: mem, cmdline, mods, mmap, boot_loader_name\n"
		   "80 02 00 00 # mem_lower: 640\n"
		   "fc fb 07 00 # mem_upper: 511 MiB less a page\n"
		   "00 00 00 00 # boot_device\n"
		   "2c 61 00 00 # cmdline\n"
		   "02 00 00 00 # mods_count\n"
		   "80 60 00 00 # mods_addr: 0x6008 + 120\n"
		   "00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 # syms\n"
		   "78 00 00 00 # mmap_length: five entries of 24 bytes\n"
		   "a0 60 00 00 # mmap_addr\n"
		   "00 00 00 00 00 00 00 00 00 00 00 00 # drives, config_table\n"
		   "18 61 00 00 # boot_loader_name\n"
		   "00 00 00 00 00 00 00 00 00 00 00 00 # apm_table, VBE\n"
		   "00 00 00 00 00 00 00 00\n"
		   "00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 # framebuffer\n"
		   "00 00 00 00 00 00 00 00 00 00 00 00\n"
		   "00 00 00 00 # up to 120\n"
		   "00 00 00 1f 67 45 23 20 23 61 00 00 00 00 00 00 # modules\n"
		   "00 50 00 00 01 50 00 00 2b 61 00 00 00 00 00 00\n" MMAP(
		       "14 00 00 00 ", "") "61 65 74 68 65 72 62 6f 6f 74 00 # loader\n"
					   "6f 6e 65 20 74 77 6f 00 00 # words of modules\n"
					   "61 3d 31 20 62 00\n");
	free(data);
}

/* Without a command line, its flag is clear; an empty one is one. */
static void test_version_1_bare(void **state)
{
	static const struct ab_bytes empty = { "", 0 };
	struct args a = { { .map = &none }, 0x6000, 1 };
	size_t size;
	uint8_t *data = build(info, &a, &size);

	(void)state;
	assert_int_equal(size, 120 + 11);
	assert_int_equal(ab_ld_le32(data), 0x249);
	for (size_t at = 4; at < 24; at += 4) /* memory, boot_device, cmdline, mods_count */
		assert_int_equal(ab_ld_le32(data + at), 0);
	assert_int_equal(ab_ld_le32(data + 44), 0);
	free(data);
	a.in.cmdline = (struct ab_bytes_list){ &empty, 1 };
	data = build(info, &a, &size);
	assert_int_equal(size, 120 + 12);
	assert_int_equal(ab_ld_le32(data), 0x24d);
	assert_int_equal(ab_ld_le32(data + 16), 0x6000 + 120 + 11);
	assert_int_equal(data[120 + 11], 0);
	free(data);
}

static void test_version_2(void **state)
{
	static const uint8_t rsdp[36] = { 'R', 'S', 'D', ' ', 'P', 'T', 'R', ' ', [35] = 7 };
	const struct args a = { { .cmdline = { pieces, 3 },
				  .modules = { modules, 2 },
				  .rsdp = { rsdp, sizeof(rsdp) },
				  .relocatable = true,
				  .load_base = 0x1fc00000,
				  .map = &map },
				0x6008,
				2 };
	size_t size;
	uint8_t *data = build(info, &a, &size);

	(void)state;
	assert_hex(
	    data, size,
	    "40 01 00 00 00 00 00 00 # total_size, reserved\n"
	    "01 00 00 00 0e 00 00 00 61 3d 31 20 62 00 00 00 # command line\n"
	    "02 00 00 00 13 00 00 00 61 65 74 68 65 72 62 6f 6f 74 00 00 00 00 00 00\n"
	    "03 00 00 00 18 00 00 00 00 00 00 1f 67 45 23 20 6f 6e 65 20 74 77 6f 00\n"
	    "03 00 00 00 11 00 00 00 00 50 00 00 01 50 00 00 00 00 00 00 00 00 00 00\n"
	    "04 00 00 00 10 00 00 00 80 02 00 00 fc fb 07 00 # basic memory\n"
	    "06 00 00 00 88 00 00 00 18 00 00 00 00 00 00 00 # memory map\n" MMAP(
		"",
		" 00 00 00 00") "0f 00 00 00 2c 00 00 00 52 53 44 20 50 54 52 20 # new RSDP\n"
				"00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00\n"
				"00 00 00 00 00 00 00 00 00 00 00 07 00 00 00 00\n"
				"15 00 00 00 0c 00 00 00 00 00 c0 1f 00 00 00 00 # load address\n"
				"00 00 00 00 08 00 00 00\n");
	free(data);
}

/* What there is none of has no tag; a command line has always one. */
static void test_version_2_bare(void **state)
{
	const struct args a = { { .map = &none }, 0x6000, 2 };
	size_t size;
	uint8_t *data = build(info, &a, &size);

	(void)state;
	assert_hex(data, size,
		   "58 00 00 00 00 00 00 00\n"
		   "01 00 00 00 09 00 00 00 00 00 00 00 00 00 00 00\n"
		   "02 00 00 00 13 00 00 00 61 65 74 68 65 72 62 6f 6f 74 00 00 00 00 00 00\n"
		   "04 00 00 00 10 00 00 00 00 00 00 00 00 00 00 00\n"
		   "06 00 00 00 10 00 00 00 18 00 00 00 00 00 00 00\n"
		   "00 00 00 00 08 00 00 00\n");
	free(data);
}

/* mem_lower ends at the first hole, at most at 640 KiB; mem_upper has 32 bits. */
static void test_memory(void **state)
{
	static const struct ab_ram parts[] = { { 0, 0x9f000, 0 },
					       { 0x100000, 0x100000, 0 },
					       { 0x300000, 0x100000, 0 } },
				   whole = { 0, UINT64_C(1) << 45, 0 }, four = { 0, 0x400000, 0 };
	const struct ab_memmap holes = { { parts, 3 }, NULL, 0 }, huge = { { &whole, 1 }, NULL, 0 },
			       small = { { &four, 1 }, NULL, 0 };
	struct args a = { { .map = &holes }, 0x6000, 1 };
	size_t size;
	uint8_t *data = build(info, &a, &size);

	(void)state;
	assert_int_equal(ab_ld_le32(data + 4), 636);
	assert_int_equal(ab_ld_le32(data + 8), 1024);
	free(data);
	a.in.map = &huge;
	data = build(info, &a, &size);
	assert_int_equal(ab_ld_le32(data + 4), 640);
	assert_int_equal(ab_ld_le32(data + 8), UINT32_MAX);
	free(data);
	a.in.map = &small;
	data = build(info, &a, &size);
	assert_int_equal(ab_ld_le32(data + 8), 3072);
	free(data);
}

static void test_where(void **state)
{
	static const char rule[] = "must be a multiple of 8 below 4 GiB";
	struct args a = { { .map = &map }, 0, 0 };

	(void)state;
	for (a.version = 1; a.version <= 2; a.version++) {
		a.gpa = 0x6004;
		build_fails(info, &a, AB_ERR_ARG, "multiboot_info.gpa", 0x6004, rule);
		a.gpa = 4 * AB_GiB;
		build_fails(info, &a, AB_ERR_ARG, "multiboot_info.gpa", 4 * AB_GiB, rule);
	}
}

/* ---- BIOS data area ----------------------------------------------------------------------- */

struct bda {
	struct ab_machine m;
	uint32_t mem_lower;
};

static void write_bda(const void *arg, struct ab_buf *out)
{
	const struct bda *a = arg;

	ab_x86_bda(&a->m, a->mem_lower, out);
}

static void test_bda(void **state)
{
	static const struct ab_dev devs[] = {
		{ .type = AB_DEV_UART_16550, .base = 0x2f8 },
		{ .type = AB_DEV_RTC_CMOS, .base = 0x70 },
		{ .type = AB_DEV_UART_16550, .base = 0xfe000000 }, /* no port */
		{ .type = AB_DEV_UART_16550, .base = 0x3f8 },
		{ .type = AB_DEV_UART_16550, .base = 0x3e8 },
		{ .type = AB_DEV_UART_16550, .base = 0x2e8 },
		{ .type = AB_DEV_UART_16550, .base = 0x4f8 }, /* a fifth */
	};
	static const uint8_t first[0x16] = { 0xf8, 2, 0xf8, 3, 0xe8, 3, 0xe8, 2, [0x13] = 0x7f, 2 };
	static const uint8_t zeros[AB_X86_BDA_SIZE];
	struct bda a = { { .arch = AB_ARCH_X86_64, .devs = { devs, COUNT(devs) } }, 639 };
	size_t size;
	uint8_t *data = build(write_bda, &a, &size);

	(void)state;
	assert_int_equal(size, AB_X86_BDA_SIZE);
	assert_memory_equal(data, first, sizeof(first));
	assert_memory_equal(data + sizeof(first), zeros, size - sizeof(first));
	free(data);
	a.m.devs.n = 0;
	a.mem_lower = 0;
	data = build(write_bda, &a, &size);
	assert_memory_equal(data, zeros, size);
	free(data);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_version_1), cmocka_unit_test(test_version_1_bare),
		cmocka_unit_test(test_version_2), cmocka_unit_test(test_version_2_bare),
		cmocka_unit_test(test_memory),    cmocka_unit_test(test_where),
		cmocka_unit_test(test_bda),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
