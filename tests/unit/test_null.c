/* SPDX-License-Identifier: BSD-2-Clause */
/* Work memory and files with a length and no bytes: there are none then. */
#include <aetherboot/aetherboot.h>

#include "make_kernel.h"
#include "plan_machines.h"

static const struct ab_work no_work = { NULL, 64 * AB_MiB };
static const struct ab_bytes no_file = { NULL, 64 * AB_KiB };

static enum ab_err take(void *ctx, const void *block, size_t size)
{
	(void)ctx;
	(void)block;
	(void)size;
	return AB_OK;
}

static enum ab_err swallow(void *ctx, const struct ab_region *r, uint64_t off, const void *src,
			   size_t len)
{
	(void)ctx;
	(void)r;
	(void)off;
	(void)src;
	(void)len;
	return AB_OK;
}

/* The machine's check, streams, kernels, plans. */
static void test_work(void **state)
{
	static uint8_t room[0x100000];
	static const struct made_segment segment = { PT_LOAD, 0x1000, 0,   0x200000,
						     0x1000,  0x1000, 4096 };
	const struct made_elf e = { .bits = 64, .entry = 0x200000, .segment = &segment, .n = 1 };
	const struct made elf = made_elf_file(&e, 0x4000), packed = pack_gzip(elf);
	const struct ab_bytes kernel = { packed.data, packed.size };
	const struct ab_payload os = { .kernel = kernel, .protocol = AB_PROTOCOL_LINUX };
	struct ab_region regions[AB_PLAN_REGIONS];
	struct ab_plan plan = { .regions = AB_REGIONS(regions) };
	struct ab_stream s;
	struct ab_error why;

	(void)state;
	assert_int_equal(ab_machine_check(&pc, no_work, NULL, &why), AB_ERR_NOSPACE);
	assert_int_equal(ab_stream_open(&s, AB_CODEC_GZIP, kernel, AB_MiB, no_work, &why),
			 AB_ERR_NOSPACE);
	assert_int_equal(ab_kernel_unpack(kernel, take, NULL, no_work, &why), AB_ERR_NOSPACE);
	assert_int_equal(ab_plan_make(&plan, &pc, &os, no_work, &why), AB_ERR_NOSPACE);
	assert_int_equal(
	    ab_plan_make(&plan, &pc, &os, (struct ab_work){ room, sizeof(room) }, &why), AB_OK);
	assert_int_equal(ab_plan_place(&plan, (struct ab_mem){ .write = swallow }, no_work, &why),
			 AB_ERR_NOSPACE);
	free(elf.data);
	free(packed.data);
}

static void test_files(void **state)
{
	struct ab_multiboot mb[2];
	struct ab_fdt_info info = { .memory.at = NULL };
	struct ab_image img;
	struct ab_stream s;
	struct ab_error why;
	struct ab_dtb dtb;
	struct ab_fit fit;
	size_t n;

	(void)state;
	assert_int_equal(ab_codec_detect(no_file), AB_CODEC_NONE);
	assert_int_equal(ab_codec_work(AB_CODEC_GZIP, no_file, &n, &why), AB_ERR_IMAGE);
	assert_int_not_equal(ab_stream_open(&s, AB_CODEC_GZIP, no_file, 1, no_work, &why), AB_OK);
	assert_int_equal(ab_image_probe(&img, no_file, &why), AB_ERR_UNSUPPORTED);
	assert_int_equal(ab_image_probe_profile(&img, no_file, "@1", &why), AB_ERR_ARG);
	assert_false(ab_image_multiboot(mb, no_file));
	assert_int_equal(ab_kernel_work(no_file, &n, &why), AB_ERR_UNSUPPORTED);
	assert_int_equal(ab_kernel_unpack(no_file, take, NULL, no_work, &why), AB_ERR_UNSUPPORTED);
	assert_int_equal(ab_dtb_open(&dtb, no_file, &why), AB_ERR_IMAGE);
	assert_int_equal(ab_fit_open(&fit, no_file, &why), AB_ERR_IMAGE);
	assert_int_equal(ab_fdt_read(no_file, &info, &why), AB_ERR_IMAGE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_work),
		cmocka_unit_test(test_files),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
