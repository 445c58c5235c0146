/* SPDX-License-Identifier: BSD-2-Clause */
/* A device tree at an address of the caller's: it gets its room before initrd and blobs are placed,
 * and must not outgrow it. */
#include "arm64_image.h"
#include "recorder.h"

#define INITRD_BASE UINT64_C(0x50000000)
#define PAGES 200 /* ranges of RAM, a page each, that touch */

static uint8_t image[0x3000], content[2 * 4096];

static int make_kernels(void **state)
{
	(void)state;
	make_image(image, &(struct image_spec){ 0, 0x200000, 10, sizeof(image) });
	return 0;
}

/* A tree right below an initrd, both of them fixed: either the two are in each other's way when
 * they are fixed, or there is room for the tree to the end. */
static void judge_gaps(const struct ab_machine *m, const struct ab_blob *blobs, size_t n,
		       uint64_t least)
{
	uint32_t good = 0, refused = 0;

	for (uint64_t gap = least; gap <= least + 32768; gap += 8) {
		const struct ab_fixed fixed[] = { { AB_REGION_DTB, INITRD_BASE - gap },
						  { AB_REGION_INITRD, INITRD_BASE } };
		const struct expected want = {
			AB_ERR_OVERLAP, "payload.fixed[].base", INITRD_BASE, "device tree", 1,
			"initrd",       INITRD_BASE - gap
		};
		const struct ab_payload os = {
			.kernel = { image, sizeof(image) },
			.initrds = AB_LIST(struct ab_bytes, { "initrd", 6 }),
			.blobs = { blobs, n },
			.fixed = { fixed, 2 },
		};
		struct ab_region room[PLAN_ROOM];
		struct ab_plan plan = { .regions = AB_REGIONS(room) };
		struct recorder rec;
		struct ab_error why;
		const enum ab_err err = run(&plan, m, &os, &rec, &why);

		if (err == AB_OK) {
			judge_regions(&plan);
			good++;
		} else {
			assert_error(err, &why, &want, "gap");
			assert_int_equal(good, 0);
			refused++;
		}
		recorder_free(&rec);
	}
	assert_true(good > 100 && refused > 10);
}

#define VIRT                                                                                       \
	.arch = AB_ARCH_ARM64, .n_cpus = 1,                                                        \
	.arm64.gic = { .dist = 0x8000000,                                                          \
		       .redist = AB_LIST(struct ab_range, { 0x80a0000, 0x100000 }) }

static void test_blobs_without_an_address(void **state)
{
	const struct ab_machine m = { VIRT,
				      .ram = AB_LIST(struct ab_ram, { 0x40000000, AB_GiB, 0 }) };
	static const struct ab_blob blobs[] = { { { content, 100 }, 0, 0, "a" },
						{ { content, 100 }, 0, AB_MEM_NVS, "b" },
						{ { content, 100 }, 0, AB_MEM_ACPI, "c" } };

	(void)state;
	for (size_t n = 0; n <= COUNT(blobs); n++)
		judge_gaps(&m, blobs, n, 8);
}

/* A blob is a reservation in each range of RAM that it reaches into. */
static void test_a_blob_over_many_ranges(void **state)
{
	static struct ab_ram ram[1 + PAGES];
	static uint8_t large[(PAGES - 4) * 4096];
	const struct ab_machine m = { VIRT, .ram = { ram, COUNT(ram) } };
	const struct ab_blob blob = { { large, sizeof(large) }, 0, 0, "a" };
	const uint64_t top = 0x60000000;

	(void)state;
	ram[0] = (struct ab_ram){ 0x40000000, top - 0x40000000, 0 };
	for (size_t i = 0; i < PAGES; i++)
		ram[1 + i] = (struct ab_ram){ top + i * 4096, 4096, 0 };
	judge_gaps(&m, &blob, 1, 8192);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_blobs_without_an_address),
		cmocka_unit_test(test_a_blob_over_many_ranges),
	};

	return cmocka_run_group_tests(tests, make_kernels, NULL);
}
