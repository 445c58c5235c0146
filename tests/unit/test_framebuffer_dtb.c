/* SPDX-License-Identifier: BSD-2-Clause */
/* A framebuffer: simple-framebuffer in a tree, read by libfdt; screen_info in a zero page, by
 * offsets by hand that are judged against the kernel's header; who is not told; what is wrong. */
#include "arm64_image.h"
#include "checked.h"
#include "recorder.h"

#include <libfdt.h>

#ifdef __x86_64__
#include <asm/bootparam.h>
#endif

static uint8_t image[0x4000], vmlinux[0x8000];

static int make_kernels(void **state)
{
	(void)state;
	make_image(image, &(struct image_spec){ 0, 0x200000, 10, 0x3000 });
	make_elf(vmlinux, &elf64);
	return 0;
}

#define FRAME(at, bytes, ...)                                                                      \
	.devs = AB_LIST(struct ab_dev, { AB_DEV_FRAMEBUFFER, .base = (at), .size = (bytes),        \
					 .framebuffer = { __VA_ARGS__ } })
#define VIRT                                                                                       \
	.arch = AB_ARCH_ARM64, .n_cpus = 1,                                                        \
	.ram = AB_LIST(struct ab_ram, { 0x80000000, 256 * AB_MiB, 0 }),                            \
	.arm64.gic = { .dist = 0x8000000,                                                          \
		       .redist = AB_LIST(struct ab_range, { 0x80a0000, 0x100000 }) }
#define PC                                                                                         \
	.arch = AB_ARCH_X86_64, .n_cpus = 1, .ram = AB_LIST(struct ab_ram, { 0, 256 * AB_MiB, 0 })

/* ---- formats ------------------------------------------------------------------------------ */

/* As Linux's simplefb knows them: bits, then size and position of red, green, blue, alpha. */
static const struct {
	enum ab_pixel_format format;
	const char *name;
	uint8_t bits, field[8];
} formats[] = {
	{ AB_PIXEL_X8R8G8B8, "x8r8g8b8", 32, { 8, 16, 8, 8, 8, 0, 0, 0 } },
	{ AB_PIXEL_A8R8G8B8, "a8r8g8b8", 32, { 8, 16, 8, 8, 8, 0, 8, 24 } },
	{ AB_PIXEL_A8B8G8R8, "a8b8g8r8", 32, { 8, 0, 8, 8, 8, 16, 8, 24 } },
	{ AB_PIXEL_R8G8B8, "r8g8b8", 24, { 8, 16, 8, 8, 8, 0, 0, 0 } },
	{ AB_PIXEL_R5G6B5, "r5g6b5", 16, { 5, 11, 6, 5, 5, 0, 0, 0 } },
	{ AB_PIXEL_X1R5G5B5, "x1r5g5b5", 16, { 5, 10, 5, 5, 5, 0, 0, 0 } },
	{ AB_PIXEL_A1R5G5B5, "a1r5g5b5", 16, { 5, 10, 5, 5, 5, 0, 1, 15 } },
	{ AB_PIXEL_R5G5B5A1, "r5g5b5a1", 16, { 5, 11, 5, 6, 5, 1, 1, 0 } },
	{ AB_PIXEL_X2R10G10B10, "x2r10g10b10", 32, { 10, 20, 10, 10, 10, 0, 0, 0 } },
	{ AB_PIXEL_A2R10G10B10, "a2r10g10b10", 32, { 10, 20, 10, 10, 10, 0, 2, 30 } },
};

/* ---- x86 ---------------------------------------------------------------------------------- */

/* struct screen_info, include/uapi/linux/screen_info.h */
enum { IS_VGA = 0x0f, WIDTH = 0x12, HEIGHT = 0x14, DEPTH = 0x16, BASE = 0x18, SIZE = 0x1c };
enum { LINELENGTH = 0x24, RED_SIZE = 0x26, CAPABILITIES = 0x36, EXT_BASE = 0x3a, END = 0x40 };

#ifdef __x86_64__
static void test_offsets_of_the_kernel(void **state)
{
	static const size_t rows[][2] = {
#define SI(ours, field) { ours, offsetof(struct boot_params, screen_info.field) }
		SI(IS_VGA, orig_video_isVGA),
		SI(WIDTH, lfb_width),
		SI(HEIGHT, lfb_height),
		SI(DEPTH, lfb_depth),
		SI(BASE, lfb_base),
		SI(SIZE, lfb_size),
		SI(LINELENGTH, lfb_linelength),
		SI(RED_SIZE, red_size),
		SI(RED_SIZE + 1, red_pos),
		SI(RED_SIZE + 2, green_size),
		SI(RED_SIZE + 3, green_pos),
		SI(RED_SIZE + 4, blue_size),
		SI(RED_SIZE + 5, blue_pos),
		SI(RED_SIZE + 6, rsvd_size),
		SI(RED_SIZE + 7, rsvd_pos),
		SI(CAPABILITIES, capabilities),
		SI(EXT_BASE, ext_lfb_base),
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		assert_int_equal(rows[i][0], rows[i][1]);
	assert_int_equal(VIDEO_TYPE_EFI, 0x70);
	assert_int_equal(VIDEO_CAPABILITY_SKIP_QUIRKS | VIDEO_CAPABILITY_64BIT_BASE, 3);
}
#endif

static void test_screen_info(void **state)
{
	const struct ab_payload os = { .kernel = { vmlinux, sizeof(vmlinux) } };
	static const uint64_t bases[] = { 0xd0000000, 0x12e0000000 };

	(void)state;
	for (size_t i = 0; i < COUNT(formats); i++) {
		const uint64_t base = bases[i % 2];
		const uint32_t stride = i % 3 == 0 ? 4096 : 0;
		const uint32_t line = stride != 0 ? stride : 1000 * formats[i].bits / 8U;
		const struct ab_machine m = { PC, FRAME(base, 0x400000, 1000, 600, stride,
							formats[i].format) };
		struct ab_region room[PLAN_ROOM];
		struct ab_plan plan = { .regions = AB_REGIONS(room) };
		struct ab_error why;
		struct recorder rec;
		uint8_t rest[END];

		assert_ok(run(&plan, &m, &os, &rec, &why), &why, formats[i].name);
		assert_int_equal(plan.n_warnings, 0);
		memcpy(rest, recorder_kept(&rec, AB_REGION_ZERO_PAGE), END);
		assert_int_equal(rest[IS_VGA], 0x70);
		assert_int_equal(ab_ld_le16(rest + WIDTH), 1000);
		assert_int_equal(ab_ld_le16(rest + HEIGHT), 600);
		assert_int_equal(ab_ld_le16(rest + DEPTH), formats[i].bits);
		assert_true((ab_ld_le32(rest + BASE) | (uint64_t)ab_ld_le32(rest + EXT_BASE)
							   << 32) == base);
		assert_int_equal(ab_ld_le32(rest + SIZE), line * 600);
		assert_int_equal(ab_ld_le16(rest + LINELENGTH), line);
		assert_memory_equal(rest + RED_SIZE, formats[i].field, 8);
		assert_int_equal(ab_ld_le32(rest + CAPABILITIES), 3);
		recorder_free(&rec);
	}
}

/* ---- device tree -------------------------------------------------------------------------- */

static uint32_t cell(const void *dtb, int node, const char *name, int i)
{
	int len;
	const uint8_t *p = fdt_getprop(dtb, node, name, &len);

	assert_non_null(p);
	assert_true(len >= 4 * (i + 1));
	p += 4 * i;
	return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
}

static void test_node(void **state)
{
	const struct ab_payload os = { .kernel = { image, sizeof(image) } };

	(void)state;
	for (size_t i = 0; i < COUNT(formats); i++) {
		const struct ab_machine m = { VIRT, FRAME(0x1010000000, 0x400000, 1000, 600, 0,
							  formats[i].format) };
		struct ab_region room[PLAN_ROOM];
		struct ab_plan plan = { .regions = AB_REGIONS(room) };
		struct ab_error why;
		struct recorder rec;
		const void *dtb;
		int chosen, node;

		assert_ok(run(&plan, &m, &os, &rec, &why), &why, formats[i].name);
		assert_int_equal(plan.n_warnings, 0);
		dtb = recorder_kept(&rec, AB_REGION_DTB);
		chosen = fdt_path_offset(dtb, "/chosen");
		node = fdt_path_offset(dtb, "/chosen/framebuffer@1010000000");
		assert_true(node > 0);
		/* an address of a child is one of the CPU */
		assert_int_equal(fdt_address_cells(dtb, chosen), 2);
		assert_int_equal(fdt_size_cells(dtb, chosen), 2);
		assert_non_null(fdt_getprop(dtb, chosen, "ranges", NULL));
		assert_int_equal(fdt_node_check_compatible(dtb, node, "simple-framebuffer"), 0);
		assert_int_equal(cell(dtb, node, "reg", 0), 0x10);
		assert_int_equal(cell(dtb, node, "reg", 1), 0x10000000);
		assert_int_equal(cell(dtb, node, "reg", 3), 0x400000);
		assert_int_equal(cell(dtb, node, "width", 0), 1000);
		assert_int_equal(cell(dtb, node, "height", 0), 600);
		assert_int_equal(cell(dtb, node, "stride", 0), 1000 * formats[i].bits / 8);
		assert_string_equal(fdt_getprop(dtb, node, "format", NULL), formats[i].name);
		recorder_free(&rec);
	}
}

/* ---- who is not told, and what is wrong --------------------------------------------------- */

static void test_not_told(void **state)
{
	static const struct expected warning = {
		AB_ERR_ARG, "machine.devs[]",
		0,          "needs a zero page or a device tree of the machine; it is left out",
		0,          "framebuffer"
	};
	const struct {
		struct ab_machine m;
		enum ab_protocol protocol;
		bool told;
	} rows[] = {
		{ { PC, FRAME(0xd0000000, 0x400000, 640, 480) }, AB_PROTOCOL_PVH, false },
		{ { PC, FRAME(0xd0000000, 0x400000, 640, 480), .tables = AB_TABLES_NONE },
		  AB_PROTOCOL_LINUX,
		  true },
		{ { VIRT, FRAME(0x10000000, 0x400000, 640, 480), .tables = AB_TABLES_ACPI },
		  AB_PROTOCOL_LINUX,
		  false },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const bool pc = rows[i].m.arch == AB_ARCH_X86_64;
		const struct ab_payload os = { .kernel = { pc ? vmlinux : image,
							   pc ? sizeof(vmlinux) : sizeof(image) },
					       .protocol = rows[i].protocol };
		struct ab_region room[PLAN_ROOM];
		struct ab_plan plan = { .regions = AB_REGIONS(room) };
		struct ab_error why;
		struct recorder rec;

		assert_ok(run(&plan, &rows[i].m, &os, &rec, &why), &why, "plan");
		assert_int_equal(plan.n_warnings, !rows[i].told);
		if (!rows[i].told)
			assert_error(plan.warnings[0].code, &plan.warnings[0], &warning, "told");
		recorder_free(&rec);
	}
}

static void test_rules(void **state)
{
	static const char both[] = "machine.devs[].framebuffer",
			  stride[] = "machine.devs[].framebuffer.stride",
			  pixels[] = "width and height must be 1 to 65535",
			  line[] = "must be the bytes of a line at least, and at most 65535",
			  room[] = "must have room for all lines of the framebuffer",
			  unique[] = "must be unique, as a machine has at most one of this kind";
	static const struct ab_dev two[] = {
		{ AB_DEV_FRAMEBUFFER, .base = 0x10000000, .size = 0x1000, .framebuffer = { 1, 1 } },
		{ AB_DEV_FRAMEBUFFER, .base = 0x10001000, .size = 0x1000, .framebuffer = { 1, 1 } },
	};
	const struct {
		struct ab_machine m;
		struct expected want;
	} rows[] = {
		{ { PC, FRAME(0xd0000000, 0x1000, 0, 1) }, { AB_ERR_ARG, both, 0, pixels } },
		{ { PC, FRAME(0xd0000000, 0x1000, 65536, 1) },
		  { AB_ERR_ARG, both, 65536, pixels } },
		{ { PC, FRAME(0xd0000000, 0x1000, 1, 0) }, { AB_ERR_ARG, both, 0, pixels } },
		{ { PC, FRAME(0xd0000000, 0x1000, 1, 65536) },
		  { AB_ERR_ARG, both, 65536, pixels } },
		{ { PC, FRAME(0xd0000000, 0x1000, 100, 1, 399) },
		  { AB_ERR_ARG, stride, 399, line } },
		{ { PC, FRAME(0xd0000000, 0x100000, 100, 1, 65536) },
		  { AB_ERR_ARG, stride, 65536, line } },
		{ { PC, FRAME(0xd0000000, 0x100000, 16384, 1) },
		  { AB_ERR_ARG, stride, 65536, line } },
		{ { PC, FRAME(0xd0000000, 0x1000, 1, 1, 0, AB_PIXEL_A2R10G10B10 + 1) },
		  { AB_ERR_ARG, "machine.devs[].framebuffer.format", AB_PIXEL_A2R10G10B10 + 1,
		    "must be one of enum ab_pixel_format" } },
		{ { PC, FRAME(0xd0000000, 0x3fffff, 1024, 1024) },
		  { AB_ERR_ARG, "machine.devs[].size", 0x3fffff, room } },
		{ { PC, FRAME(0xd0000000, 0, 1024, 1024) },
		  { AB_ERR_ARG, "machine.devs[].size", 0,
		    "must not be 0, as this kind has no usual size" } },
		{ { PC, .devs = { two, 2 } },
		  { AB_ERR_ARG, "machine.devs[].type", AB_DEV_FRAMEBUFFER, unique, 1,
		    "framebuffer" } },
		{ { VIRT, .devs = { two, 2 } },
		  { AB_ERR_ARG, "machine.devs[].type", AB_DEV_FRAMEBUFFER, unique, 1,
		    "framebuffer" } },
		{ { VIRT, FRAME(0x10000800, 0x400000, 1024, 1024) },
		  { AB_ERR_ARG, "machine.devs[].base", 0x10000800,
		    "must be a multiple of 0x1000" } },
	};
	const struct ab_machine exact = { PC, FRAME(0xd0000000, 0x400000, 1024, 1024) };
	const struct ab_machine in_ram = { VIRT, FRAME(0x80000000, 0x400000, 1024, 1024) };
	struct ab_error why;

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		assert_error(check_machine(&rows[i].m, NULL, &why), &why, &rows[i].want,
			     rows[i].want.what);
	assert_ok(check_machine(&exact, NULL, &why), &why, "exact");
	assert_int_equal(check_machine(&in_ram, NULL, &why), AB_ERR_OVERLAP);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#ifdef __x86_64__
		cmocka_unit_test(test_offsets_of_the_kernel),
#endif
		cmocka_unit_test(test_screen_info),
		cmocka_unit_test(test_node),
		cmocka_unit_test(test_not_told),
		cmocka_unit_test(test_rules),
	};

	return cmocka_run_group_tests(tests, make_kernels, NULL);
}
