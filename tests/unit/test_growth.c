/* SPDX-License-Identifier: BSD-2-Clause */
/* Bytes by which encodings grow with the memory map: planning reserves room by the constants that
 * the encoders' headers export, so each must cover what measuring shows. */
#include "unit.h"

#include <aetherboot/aetherboot.h>
#include <aetherboot/efi.h>
#include <aetherboot/fdt.h>

#include "fdt/fdt_priv.h"
#include "x86/x86_priv.h"

#define N 300 /* entries: past the 128 of a zero page, and past what one more digit changes */

/* RAM with @n reservations in it, a page each: 2 @n + 1 entries; or @n ranges of RAM: @n entries.
 */
static struct ab_region regions[N];
static struct ab_ram ranges[N];

static const struct ab_ram ram = { 0, UINT64_C(1) << 52, 0 };

static struct ab_memmap reserved(size_t n)
{
	for (size_t i = 0; i < n; i++) /* addresses of many digits */
		regions[i] = (struct ab_region){ .base = (uint64_t)(i + 1) << 40 | 0xfff000,
						 .size = 0x1000,
						 .kind = AB_REGION_RESERVED,
						 .type = AB_MEM_RESERVED,
						 .backing = AB_BACKING_NONE,
						 .name = "r" };
	return (struct ab_memmap){ { &ram, 1 }, regions, n };
}

static struct ab_memmap scattered(size_t n)
{
	for (size_t i = 0; i < n; i++)
		ranges[i] = (struct ab_ram){ (uint64_t)i << 32, 0x1000, 0 };
	return (struct ab_memmap){ { ranges, n }, NULL, 0 };
}

/* ---- x86 ---------------------------------------------------------------------------------- */

static size_t setup_data(const struct ab_memmap *map, struct ab_bytes seed)
{
	const struct ab_setup_data_list none = { NULL, 0 };
	struct ab_buf b = ab_buf_over(NULL, 0);

	ab_x86_setup_data(&none, seed, map, 0x1000, &b);
	assert_int_equal(b.error.code, AB_OK);
	return b.len;
}

/* A node appears with the first entry that the zero page has no room for, at a multiple of 8. */
static void test_setup_data(void **state)
{
	static const uint8_t seed[9];
	bool reached = false;

	(void)state;
	for (size_t k = 0; k <= sizeof(seed); k++) {
		const struct ab_bytes s = { seed, k };
		struct ab_memmap map = scattered(1);
		size_t size = setup_data(&map, s);

		assert_int_equal(size, k != 0 ? 16 + k : 0);
		for (size_t n = 2; n <= N; n++) {
			size_t more;

			map = scattered(n);
			assert_int_equal(ab_memmap_count(&map), n);
			more = setup_data(&map, s) - size;
			size += more;
			if (n <= AB_E820_MAX)
				assert_int_equal(more, 0);
			else if (n == AB_E820_MAX + 1)
				assert_true(more <= AB_X86_SETUP_DATA_NODE + AB_X86_E820_ENTRY);
			else
				assert_int_equal(more, AB_X86_E820_ENTRY);
			reached |= more == AB_X86_SETUP_DATA_NODE - 1 + AB_X86_E820_ENTRY;
		}
	}
	assert_true(reached); /* no byte too many: 16 and up to 7 */
}

static size_t start_info(const struct ab_memmap *map, uint64_t initrd_size)
{
	const struct ab_x86_module initrd = { 0x1000, initrd_size, NULL };
	const struct ab_x86_start_info in = { .modules = { &initrd, initrd_size != 0 },
					      .map = map };
	struct ab_buf b = ab_buf_over(NULL, 0);

	ab_x86_start_info(&in, 0x1000, &b);
	assert_int_equal(b.error.code, AB_OK);
	return b.len;
}

static void test_start_info(void **state)
{
	struct ab_memmap map = scattered(1);
	size_t size = start_info(&map, 0);

	(void)state;
	for (size_t n = 2; n <= AB_E820_MAX; n++) {
		map = scattered(n);
		assert_int_equal(start_info(&map, 0) - size, AB_X86_START_INFO_ENTRY);
		size += AB_X86_START_INFO_ENTRY;
		assert_int_equal(start_info(&map, 1) - size, AB_X86_START_INFO_MODULE);
	}
}

static size_t multiboot(uint32_t version, const struct ab_memmap *map, size_t modules,
			bool relocatable)
{
	const struct ab_x86_module initrd = { 0x1000, 1, NULL };
	const struct ab_x86_multiboot in = { .modules = { &initrd, modules },
					     .relocatable = relocatable,
					     .map = map };
	struct ab_buf b = ab_buf_over(NULL, 0);

	if (version == 1)
		ab_x86_multiboot(&in, 0x1000, &b);
	else
		ab_x86_multiboot2(&in, 0x1000, &b);
	assert_int_equal(b.error.code, AB_OK);
	return b.len;
}

/* Version 1 takes less for a module, and nothing for the load address. */
static void test_multiboot(void **state)
{
	(void)state;
	for (uint32_t version = 1; version <= 2; version++) {
		struct ab_memmap map = scattered(1);
		size_t size = multiboot(version, &map, 0, false);
		size_t module = multiboot(version, &map, 1, false) - size;
		size_t moved = multiboot(version, &map, 0, true) - size;

		assert_int_equal(module, version == 1 ? 17 : AB_X86_MULTIBOOT_MODULE);
		assert_int_equal(moved, version == 1 ? 0 : AB_X86_MULTIBOOT_BASE);
		for (size_t n = 2; n <= N; n++) {
			map = scattered(n);
			assert_int_equal(multiboot(version, &map, 0, false) - size,
					 AB_X86_MULTIBOOT_ENTRY);
			size += AB_X86_MULTIBOOT_ENTRY;
		}
	}
}

/* ---- arm64 -------------------------------------------------------------------------------- */

static const struct ab_range redist = { 0x80a0000, 0x20000 };
static const struct ab_machine virt = { .arch = AB_ARCH_ARM64,
					.n_cpus = 1,
					.phys_bits = 52,
					.ram = { &ram, 1 },
					.arm64.gic = { .dist = 0x8000000,
						       .redist = { &redist, 1 } } };

static size_t tree(const struct ab_memmap *map, const struct ab_fdt_chosen *chosen)
{
	struct ab_buf b = ab_buf_over(NULL, 0);
	struct ab_error why;

	assert_ok(ab_fdt_machine(&virt, chosen, map, &b, &why), &why, "tree");
	return b.len;
}

/* The first reservation brings the node that contains it: two of the constant. */
static void test_reserved_memory(void **state)
{
	const struct ab_fdt_chosen chosen = { 0 };
	struct ab_memmap map = reserved(0);
	const size_t none = tree(&map, &chosen);
	size_t size = none;

	(void)state;
	for (size_t n = 1; n <= N; n++) {
		size_t now;

		map = reserved(n);
		now = tree(&map, &chosen);
		assert_true(now > size);
		assert_true(now - size <= (n == 1 ? 2 : 1) * AB_FDT_RESERVED_MAX);
		assert_true(now - none <= (n + 1) * AB_FDT_RESERVED_MAX);
		size = now;
	}
}

/* One reservation over many ranges of RAM is a child in each of them. */
static void test_reserved_over_ranges(void **state)
{
	static struct ab_ram parts[N];
	const struct ab_fdt_chosen chosen = { 0 };

	(void)state;
	for (size_t i = 0; i < N; i++)
		parts[i] = (struct ab_ram){ (UINT64_C(1) << 51) + i * 0x1000, 0x1000, 0 };
	for (size_t n = 1; n <= N; n++) {
		const struct ab_region r = { .base = parts[0].base,
					     .size = n * 0x1000,
					     .type = AB_MEM_RESERVED,
					     .name = "r" };
		const struct ab_memmap free = { { parts, n }, NULL, 0 };
		const struct ab_memmap map = { { parts, n }, &r, 1 };

		assert_true(tree(&map, &chosen) - tree(&free, &chosen) <=
			    (n + 1) * AB_FDT_RESERVED_MAX);
	}
}

/* One cell below 4 GiB, two above. */
static void test_initrd(void **state)
{
	static const uint64_t rows[][2] = { { 0x1000, 1 },
					    { 0xffff0000, 0x10000 },
					    { UINT64_C(1) << 51, 1 },
					    { 0x1000, UINT64_C(1) << 51 } };
	const struct ab_memmap map = reserved(0);

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct ab_fdt_chosen chosen = { 0 };
		struct ab_buf before = ab_buf_over(NULL, 0), after = ab_buf_over(NULL, 0);
		const size_t none = tree(&map, &chosen);
		size_t now;

		assert_int_equal(ab_fdt_stub(&chosen, &before, NULL), AB_OK);
		chosen.initrd = rows[i][0];
		chosen.initrd_size = rows[i][1];
		assert_int_equal(ab_fdt_stub(&chosen, &after, NULL), AB_OK);
		now = tree(&map, &chosen);
		assert_true(now > none && now - none <= AB_FDT_INITRD_MAX);
		assert_true(after.len > before.len && after.len - before.len <= AB_FDT_INITRD_MAX);
	}
}

static size_t efi_map(const struct ab_memmap *map)
{
	struct ab_buf b = ab_buf_over(NULL, 0);

	ab_efi_memory_map(map, &b);
	assert_int_equal(b.error.code, AB_OK);
	return b.len;
}

static void test_efi_map(void **state)
{
	(void)state;
	for (size_t n = 1; n <= N; n++) {
		struct ab_memmap map = scattered(n);

		assert_int_equal(efi_map(&map), n * AB_EFI_DESC_SIZE);
		map = reserved(n);
		assert_int_equal(efi_map(&map), (2 * n + 1) * AB_EFI_DESC_SIZE);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_setup_data),
		cmocka_unit_test(test_start_info),
		cmocka_unit_test(test_multiboot),
		cmocka_unit_test(test_reserved_memory),
		cmocka_unit_test(test_reserved_over_ranges),
		cmocka_unit_test(test_initrd),
		cmocka_unit_test(test_efi_map),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
