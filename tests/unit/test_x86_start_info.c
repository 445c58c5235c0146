/* SPDX-License-Identifier: BSD-2-Clause */
/* PVH start_info against bytes written out by hand from Xen's start_info.h. */
#include "x86_build.h"

static const struct ab_ram rams[] = {
	{ 0, 512 * AB_MiB, 0 },
	{ 4 * AB_GiB, 64 * AB_GiB, 0 },
};
static const struct ab_region regions[] = {
	{ .base = 0xa0000, .size = 0x60000, .type = AB_MEM_RESERVED },
	{ .base = 0x100000, .size = 0x1000, .type = AB_MEM_NVS },
	{ .base = 0x101000, .size = 0x1000, .type = AB_MEM_ACPI },
};
static const struct ab_memmap map = { { rams, 2 }, regions, 3 };

struct args {
	struct ab_x86_start_info in;
	uint64_t gpa;
};

static void start_info(const void *arg, struct ab_buf *out)
{
	const struct args *a = arg;

	ab_x86_start_info(&a->in, a->gpa, out);
}

#define MEMMAP                                                                                     \
	"00 00 00 00 00 00 00 00 00 00 0a 00 00 00 00 00 01 00 00 00 00 00 00 00\n"                \
	"00 00 0a 00 00 00 00 00 00 00 06 00 00 00 00 00 02 00 00 00 00 00 00 00\n"                \
	"00 00 10 00 00 00 00 00 00 10 00 00 00 00 00 00 04 00 00 00 00 00 00 00\n"                \
	"00 10 10 00 00 00 00 00 00 10 00 00 00 00 00 00 03 00 00 00 00 00 00 00\n"                \
	"00 20 10 00 00 00 00 00 00 e0 ef 1f 00 00 00 00 01 00 00 00 00 00 00 00\n"                \
	"00 00 00 00 01 00 00 00 00 00 00 00 10 00 00 00 01 00 00 00 00 00 00 00\n"

static const struct ab_x86_module initrd = { 0x1f000000, 0x1234567, NULL };

static void test_with_module(void **state)
{
	const struct args a = {
		{ 0x20000, { &initrd, 1 }, 0xe0000, &map },
		0x6000,
	};
	size_t size;
	uint8_t *data = build(start_info, &a, &size);

	(void)state;
	assert_hex(data, size,
		   "78 c5 6e 33 # magic: xEn3, the E with bit 7\n"
		   "01 00 00 00 # version\n"
		   "00 00 00 00 # flags\n"
		   "01 00 00 00 # nr_modules\n"
		   "38 60 00 00 00 00 00 00 # modlist_paddr: right behind\n"
		   "00 00 02 00 00 00 00 00 # cmdline_paddr\n"
		   "00 00 0e 00 00 00 00 00 # rsdp_paddr\n"
		   "58 60 00 00 00 00 00 00 # memmap_paddr: behind the module\n"
		   "06 00 00 00 # memmap_entries\n"
		   "00 00 00 00 # reserved\n"
		   "00 00 00 1f 00 00 00 00 # module paddr\n"
		   "67 45 23 01 00 00 00 00 # size\n"
		   "00 00 00 00 00 00 00 00 # cmdline_paddr\n"
		   "00 00 00 00 00 00 00 00 # reserved\n" MEMMAP);
	free(data);
}

/* Command lines lie behind everything that has an alignment; no command line is no pointer. */
static void test_with_modules(void **state)
{
	static const struct ab_x86_module three[] = { { 0x1f000000, 0x1234567, NULL },
						      { 0x123456000, 0x1000, "one" },
						      { 0x5000, 1, "" } };
	const struct ab_memmap none = { { NULL, 0 }, NULL, 0 };
	const struct args a = { { 0, { three, 3 }, 0, &none }, 0x6008 };
	size_t size;
	uint8_t *data = build(start_info, &a, &size);

	(void)state;
	assert_hex(data, size,
		   "78 c5 6e 33 01 00 00 00 00 00 00 00\n"
		   "03 00 00 00 # nr_modules\n"
		   "40 60 00 00 00 00 00 00 # modlist_paddr\n"
		   "00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00\n"
		   "00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00\n"
		   "00 00 00 1f 00 00 00 00 67 45 23 01 00 00 00 00\n"
		   "00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 # none\n"
		   "00 60 45 23 01 00 00 00 00 10 00 00 00 00 00 00\n"
		   "a0 60 00 00 00 00 00 00 00 00 00 00 00 00 00 00 # 0x6008 + 56 + 96\n"
		   "00 50 00 00 00 00 00 00 01 00 00 00 00 00 00 00\n"
		   "a4 60 00 00 00 00 00 00 00 00 00 00 00 00 00 00\n"
		   "6f 6e 65 00 00\n");
	free(data);
}

/* Nothing to point to: the pointer is 0. */
static void test_bare(void **state)
{
	const struct args a = { { 0, { &initrd, 0 }, 0, &map }, 0x123456008 };
	size_t size;
	uint8_t *data = build(start_info, &a, &size);

	(void)state;
	assert_hex(data, size,
		   "78 c5 6e 33 01 00 00 00 00 00 00 00 00 00 00 00\n"
		   "00 00 00 00 00 00 00 00 # no modlist\n"
		   "00 00 00 00 00 00 00 00 # no cmdline\n"
		   "00 00 00 00 00 00 00 00 # no rsdp\n"
		   "40 60 45 23 01 00 00 00 # memmap_paddr 0x123456040\n"
		   "06 00 00 00 00 00 00 00\n" MEMMAP);
	free(data);
}

static void test_no_memmap(void **state)
{
	const struct ab_memmap none = { { NULL, 0 }, NULL, 0 };
	const struct args a = { { 0, { NULL, 0 }, 0, &none }, 0x8000 };
	size_t size;
	uint8_t *data = build(start_info, &a, &size);

	(void)state;
	assert_int_equal(size, 56);
	assert_int_equal(ab_ld_le64(data + 40), 0);
	assert_int_equal(ab_ld_le32(data + 48), 0);
	free(data);
}

/* Linux copies all entries into its zero page and looks at no limit. */
static void test_128_entries_and_no_more(void **state)
{
	static struct ab_ram many[129];
	const struct ab_memmap m128 = { { many, 128 }, NULL, 0 };
	const struct ab_memmap m129 = { { many, 129 }, NULL, 0 };
	struct args a = { { 0, { NULL, 0 }, 0, &m128 }, 0x8000 };
	size_t size;

	(void)state;
	for (size_t i = 0; i < 129; i++)
		many[i] = (struct ab_ram){ i * 2 * AB_MiB, AB_MiB, 0 };
	free(build(start_info, &a, &size));
	assert_int_equal(size, 56 + 128 * 24);
	a.in.map = &m129;
	build_fails(start_info, &a, AB_ERR_UNSUPPORTED, "start_info.memmap_entries", 129,
		    "must be at most 128, as kernels read no more");
}

static void test_misaligned(void **state)
{
	const struct args a = { { 0, { NULL, 0 }, 0, &map }, 0x6004 };

	(void)state;
	build_fails(start_info, &a, AB_ERR_ARG, "start_info.gpa", 0x6004,
		    "must be a multiple of 8");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_with_module),
		cmocka_unit_test(test_with_modules),
		cmocka_unit_test(test_bare),
		cmocka_unit_test(test_no_memmap),
		cmocka_unit_test(test_128_entries_and_no_more),
		cmocka_unit_test(test_misaligned),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
