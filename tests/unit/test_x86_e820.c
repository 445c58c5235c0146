/* SPDX-License-Identifier: BSD-2-Clause */
/* E820 in the zero page: exact entries, counts around its limit, and not a byte of RAM lost. */
#include "x86_build.h"
#include "x86/x86_priv.h"

enum { N_E820 = 0x1e8, E820 = 0x2d0 }; /* test_x86_zeropage.c judges these offsets */

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

#define RAMS_MAX 300
static struct ab_ram rams[RAMS_MAX];

/* n entries that cannot merge: 1 MiB of RAM in every 2 */
static struct ab_memmap many(size_t n)
{
	for (size_t i = 0; i < n; i++)
		rams[i] = (struct ab_ram){ i * 2 * AB_MiB, AB_MiB, 0 };
	return (struct ab_memmap){ { rams, n }, NULL, 0 };
}

static void test_e820_exact(void **state)
{
	static const struct {
		uint64_t base, end;
		uint32_t type;
	} want[] = {
		{ 0x0, 0x9fc00, 1 },           { 0x9fc00, 0x100000, 2 },
		{ 0x100000, 0x110000, 3 },     { 0x110000, 0x200000, 1 },
		{ 0x200000, 0x201000, 4 },     { 0x201000, 0x20000000, 1 },
		{ 0xe0000000, 0xf0000000, 2 },
	};
	const struct ab_x86_zero_page in = { .map = &small_map };
	uint8_t *p = page_of(&in);

	(void)state;
	assert_int_equal(p[N_E820], COUNT(want));
	for (size_t i = 0; i < COUNT(want); i++) {
		const uint8_t *e = p + E820 + 20 * i;

		assert_int_equal(ab_ld_le64(e), want[i].base);
		assert_int_equal(ab_ld_le64(e) + ab_ld_le64(e + 8), want[i].end);
		assert_int_equal(ab_ld_le32(e + 16), want[i].type);
	}
	free(p);
}

static void test_e820_counts(void **state)
{
	static const size_t counts[] = { 1, 127, 128, 129, 200 };

	(void)state;
	for (size_t i = 0; i < COUNT(counts); i++) {
		const size_t n = counts[i];
		const struct ab_memmap map = many(n);
		const struct ab_x86_zero_page in = { .map = &map };
		const size_t here = n < 128 ? n : 128;
		uint8_t *p = page_of(&in);

		assert_int_equal(p[N_E820], here);
		for (size_t k = 0; k < 128; k++) {
			const uint8_t *e = p + E820 + 20 * k;

			assert_int_equal(ab_ld_le64(e), k < here ? k * 2 * AB_MiB : 0);
			assert_int_equal(ab_ld_le64(e + 8), k < here ? AB_MiB : 0);
			assert_int_equal(ab_ld_le32(e + 16), k < here ? 1 : 0);
		}
		for (size_t k = E820 + 20 * 128; k < 4096; k++)
			assert_int_equal(p[k], 0);
		free(p);
	}
}

static void test_e820_slices(void **state)
{
	const struct ab_memmap map = many(10);
	uint8_t data[400];
	struct ab_buf b = ab_buf_over(data, sizeof(data));

	(void)state;
	assert_int_equal(ab_x86_e820_(&map, 3, 4, &b), 4);
	assert_int_equal(b.len, 80);
	assert_int_equal(ab_ld_le64(data), 6 * AB_MiB);
	assert_int_equal(ab_ld_le64(data + 60), 12 * AB_MiB);
	assert_int_equal(ab_x86_e820_(&map, 8, 100, &b), 2);
	assert_int_equal(ab_x86_e820_(&map, 10, 100, &b), 0);
	assert_int_equal(ab_x86_e820_(&map, 11, 1, &b), 0);
	assert_int_equal(ab_x86_e820_(&map, 0, 0, &b), 0);
	assert_int_equal(b.len, 120);
}

/* RAM of every awkward size around the hole and 4 GiB: not a byte lost, none twice. */
static void test_e820_ram_is_whole(void **state)
{
	static const uint64_t sizes[] = {
		16 * AB_MiB, 3 * AB_GiB - 4096, 3 * AB_GiB,   3 * AB_GiB + 4096, 4 * AB_GiB - 4096,
		4 * AB_GiB,  4 * AB_GiB + 4096, 990 * AB_GiB, 60 * AB_TiB,
	};

	(void)state;
	for (size_t i = 0; i < COUNT(sizes); i++) {
		const uint64_t low = sizes[i] < 3 * AB_GiB ? sizes[i] : 3 * AB_GiB;
		const struct ab_ram two[] = {
			{ 0, low, 0 },
			{ 4 * AB_GiB, sizes[i] - low, 0 },
		};
		const struct ab_memmap map = { { two, sizes[i] > low ? 2 : 1 }, low_regions, 2 };
		const struct ab_x86_zero_page in = { .map = &map };
		uint8_t *p = page_of(&in);
		uint64_t ram = 0, all = 0, at = 0;

		for (size_t k = 0; k < p[N_E820]; k++) {
			const uint8_t *e = p + E820 + 20 * k;

			assert_true(ab_ld_le64(e) >= at);
			at = ab_ld_le64(e) + ab_ld_le64(e + 8);
			all += ab_ld_le64(e + 8);
			ram += ab_ld_le32(e + 16) == 1 ? ab_ld_le64(e + 8) : 0;
		}
		assert_int_equal(all, sizes[i]);
		assert_int_equal(ram, sizes[i] - 0x60400); /* EBDA, legacy hole */
		free(p);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_e820_exact),
		cmocka_unit_test(test_e820_counts),
		cmocka_unit_test(test_e820_slices),
		cmocka_unit_test(test_e820_ram_is_whole),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
