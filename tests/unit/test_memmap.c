/* SPDX-License-Identifier: BSD-2-Clause */
/* The neutral memory map, judged by a naive one that knows what each single byte is. */
#include "unit.h"

#include <aetherboot/memmap.h>

#define SPACE 64 /* bytes of the small address space, at the bottom or the top of the large one */

/* A map, and what each byte of it is: 0 nothing, else enum ab_mem_type. */
struct world {
	uint64_t origin; /* 0, or 2^64 - SPACE */
	struct ab_ram ram[SPACE];
	struct ab_region region[SPACE];
	struct ab_memmap map;
	uint8_t is[SPACE];
	bool ram_at[SPACE]; /* in a RAM range */
	bool taken[SPACE]; /* in a region */
};

static void add_ram(struct world *w, uint32_t at, uint32_t size)
{
	w->ram[w->map.ram.n++] = (struct ab_ram){ w->origin + at, size, 0 };
	for (uint32_t i = at; i < at + size; i++) {
		w->is[i] = AB_MEM_RAM;
		w->ram_at[i] = true;
	}
}

static void add_region(struct world *w, uint32_t at, uint32_t size, enum ab_mem_type type)
{
	w->region[w->map.n_regions++] =
	    (struct ab_region){ .base = w->origin + at, .size = size, .type = type };
	for (uint32_t i = at; i < at + size; i++) {
		w->is[i] = (uint8_t)type;
		w->taken[i] = true;
	}
}

/* Random RAM ranges, touching or apart; then random regions, wholly inside or wholly outside. */
static void make_world(struct world *w, uint64_t *seed)
{
	uint32_t at = rnd_below(seed, 3) == 0 ? 0 : rnd_below(seed, 20);

	*w = (struct world){ .origin = rnd_below(seed, 3) == 0 ? 0 - (uint64_t)SPACE : 0 };
	w->map.ram.at = w->ram;
	w->map.region = w->region;
	while (at < SPACE) {
		uint32_t size = 1 + rnd_below(seed, rnd_below(seed, 4) == 0 ? SPACE : 12);

		size = size < SPACE - at ? size : SPACE - at;
		add_ram(w, at, size);
		at += size + (rnd_below(seed, 2) == 0 ? 0 : rnd_below(seed, 12));
	}
	for (at = rnd_below(seed, 16); at < SPACE;) {
		uint32_t size = 1, most = 1 + rnd_below(seed, 12);

		while (size < most && at + size < SPACE && w->ram_at[at + size] == w->ram_at[at])
			size++;
		add_region(w, at, size, (enum ab_mem_type)(1 + rnd_below(seed, 4)));
		if (rnd_below(seed, 8) == 0) /* an empty one is passed over */
			add_region(w, at + size < SPACE ? at + size : at, 0, AB_MEM_NVS);
		at += size + (rnd_below(seed, 3) == 0 ? 0 : rnd_below(seed, 16));
	}
}

static void judge_walk(const struct world *w)
{
	struct ab_memmap_iter it = { 0 };
	struct ab_memmap_entry e;
	uint32_t at = 0;
	size_t n = 0;

	while (ab_memmap_next(&w->map, &it, &e)) {
		uint32_t from, to;

		while (at < SPACE && w->is[at] == 0)
			at++;
		assert_true(at < SPACE);
		for (from = to = at; to < SPACE && w->is[to] == w->is[from]; to++)
			;
		assert_true(e.base == w->origin + from);
		assert_true(e.size == to - from);
		assert_int_equal(e.type, w->is[from]);
		at = to;
		n++;
	}
	while (at < SPACE && w->is[at] == 0)
		at++;
	assert_int_equal(at, SPACE);
	assert_false(ab_memmap_next(&w->map, &it, &e)); /* and stays ended */
	assert_int_equal(ab_memmap_count(&w->map), n);
}

static bool is_free(const struct world *w, uint32_t at, uint32_t size)
{
	for (uint32_t i = at; i < at + size; i++)
		if (i >= SPACE || !w->ram_at[i] || w->taken[i])
			return false;
	return true;
}

/* Try every place, from the end where the window wants it. */
static uint32_t find(const struct world *w, uint32_t size, uint32_t lo, uint32_t hi, uint32_t align,
		     bool top)
{
	for (uint32_t i = 0; i < SPACE; i++) {
		uint32_t at = top ? SPACE - 1 - i : i;

		if (at % align == 0 && at >= lo && at + size <= hi && is_free(w, at, size))
			return at;
	}
	return SPACE;
}

static void judge_find(const struct world *w, uint64_t *seed)
{
	for (unsigned int i = 0; i < 40; i++) {
		uint32_t size = 1 + rnd_below(seed, i < 20 ? 6 : SPACE + 2);
		uint32_t lo = rnd_below(seed, 2) == 0 ? 0 : rnd_below(seed, SPACE);
		uint32_t hi = rnd_below(seed, 2) == 0 ? SPACE : 1 + rnd_below(seed, SPACE);
		struct ab_window win = { w->origin + lo, hi == SPACE ? 0 : w->origin + hi,
					 UINT64_C(1) << rnd_below(seed, 6),
					 rnd_below(seed, 2) == 0 };
		uint32_t want = find(w, size, lo, hi, (uint32_t)win.align, win.top);
		uint64_t base = 0x1234;

		assert_int_equal(ab_memmap_find(&w->map, size, &win, &base), want != SPACE);
		assert_true(base == (want != SPACE ? w->origin + want : 0x1234));
	}
}

static void judge_is_ram(const struct world *w)
{
	for (uint32_t at = 0; at < SPACE; at++) {
		bool ram = true;

		assert_true(ab_memmap_is_ram(&w->map, w->origin + at, 0));
		for (uint32_t size = 1; size <= SPACE - at + 1; size++) {
			ram = ram && at + size <= SPACE && w->ram_at[at + size - 1];
			assert_int_equal(ab_memmap_is_ram(&w->map, w->origin + at, size), ram);
		}
	}
}

static void test_random_maps(void **state)
{
	uint64_t seed = 0xa4093822299f31d0;
	static struct world w;

	(void)state;
	for (unsigned int i = 0; i < 4000; i++) {
		make_world(&w, &seed);
		judge_walk(&w);
		judge_find(&w, &seed);
		judge_is_ram(&w);
	}
}

static void test_nothing_at_all(void **state)
{
	const struct ab_memmap map = { { NULL, 0 }, NULL, 0 };
	const struct ab_window win = { 0, 0, 1, false };
	struct ab_memmap_iter it = { 0 };
	struct ab_memmap_entry e;
	uint64_t base = 7;

	(void)state;
	assert_false(ab_memmap_next(&map, &it, &e));
	assert_int_equal(ab_memmap_count(&map), 0);
	assert_false(ab_memmap_find(&map, 1, &win, &base));
	assert_int_equal(base, 7);
	assert_false(ab_memmap_is_ram(&map, 0, 1));
	assert_true(ab_memmap_is_ram(&map, 0, 0));
}

/* Addresses as machines have them: a hole below 4 GiB, a window in it, RAM above. */
static void test_machine_like(void **state)
{
	static const struct ab_ram ram[] = {
		{ 0, 3 * AB_GiB, 0 },
		{ 4 * AB_GiB, AB_GiB, 0 },
		{ 5 * AB_GiB, AB_GiB, 1 }, /* another node, no gap */
	};
	static const struct ab_region region[] = {
		{ .base = 0xa0000, .size = 0x60000, .type = AB_MEM_RESERVED },
		{ .base = 0x1000000, .size = 0x800000, .type = AB_MEM_RAM },
		{ .base = 3 * AB_GiB - 0x2000, .size = 0x1000, .type = AB_MEM_NVS },
		{ .base = 3 * AB_GiB - 0x1000, .size = 0x1000, .type = AB_MEM_ACPI },
		{ .base = 0xe0000000, .size = 256 * AB_MiB, .type = AB_MEM_RESERVED },
	};
	static const struct ab_memmap_entry want[] = {
		{ 0, 0xa0000, AB_MEM_RAM },
		{ 0xa0000, 0x60000, AB_MEM_RESERVED },
		{ 0x100000, 0xbfefe000, AB_MEM_RAM },
		{ 0xbfffe000, 0x1000, AB_MEM_NVS },
		{ 0xbffff000, 0x1000, AB_MEM_ACPI },
		{ 0xe0000000, 0x10000000, AB_MEM_RESERVED },
		{ 0x100000000, 0x80000000, AB_MEM_RAM },
	};
	const struct ab_memmap map = { { ram, COUNT(ram) }, region, COUNT(region) };
	static const struct {
		uint64_t size;
		struct ab_window win;
		uint64_t base; /* 0: none */
	} finds[] = {
		{ 0x1000, { 0x1000, 0, 0x1000, false }, 0x1000 },
		{ 0x9f000, { 0x1000, 0, 0x1000, false }, 0x1000 },
		{ 0xa0000, { 0x1000, 0, 0x1000, false }, 0x100000 },
		{ 0xf00001, { 0x1000, 0, 0x1000, false }, 0x1800000 },
		{ 0x1000, { 0x100000, 4 * AB_GiB, 0x1000, true }, 0xbfffd000 },
		{ 0x1000, { 0x100000, 4 * AB_GiB, 0x200000, true }, 0xbfe00000 },
		{ 0x1000, { 0x100000, 0xbfffd001, 0x1000, true }, 0xbfffc000 },
		{ 0x1000, { 0x100000, 0, 0x1000, true }, 0x17ffff000 },
		{ 0x80000000, { 4 * AB_GiB, 0, 0x1000, false }, 0x100000000 }, /* both nodes */
		{ 0x80000001, { 4 * AB_GiB, 0, 0x1000, false }, 0 },
		{ 0x1000, { 0, 0, UINT64_C(1) << 63, true }, 0 }, /* at 0, hence told as 0 */
		{ 0x1000, { 1, 0, UINT64_C(1) << 63, true }, 0 },
		{ UINT64_MAX, { 0, 0, 1, false }, 0 },
		{ 0x1000, { 8 * AB_GiB, 0, 0x1000, false }, 0 },
		{ 0x1000, { UINT64_MAX, 0, 0x1000, false }, 0 },
		{ 1, { 5, 5, 1, false }, 0 },
	};
	struct ab_memmap_iter it = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(want); i++) {
		struct ab_memmap_entry e;

		assert_true(ab_memmap_next(&map, &it, &e));
		assert_true(e.base == want[i].base && e.size == want[i].size);
		assert_int_equal(e.type, want[i].type);
	}
	assert_int_equal(ab_memmap_count(&map), COUNT(want));
	for (size_t i = 0; i < COUNT(finds); i++) {
		uint64_t base = 0;

		ab_memmap_find(&map, finds[i].size, &finds[i].win, &base);
		if (base != finds[i].base)
			fail_msg("row %zu: %#llx", i, (unsigned long long)base);
	}
}

/* Sizes that do not fit into 64 bits together stay apart, so that none is told as 0. */
static void test_whole_address_space(void **state)
{
	static const struct ab_ram ram[] = { { 0, UINT64_C(1) << 63, 0 },
					     { UINT64_C(1) << 63, UINT64_C(1) << 63, 0 } };
	const struct ab_memmap map = { { ram, 2 }, NULL, 0 };
	struct ab_memmap_iter it = { 0 };
	struct ab_memmap_entry e;

	(void)state;
	for (uint64_t i = 0; i < 2; i++) {
		assert_true(ab_memmap_next(&map, &it, &e));
		assert_true(e.base == i << 63 && e.size == UINT64_C(1) << 63);
	}
	assert_false(ab_memmap_next(&map, &it, &e));
	assert_true(ab_memmap_is_ram(&map, 0, UINT64_MAX));
	assert_true(ab_memmap_is_ram(&map, 1, UINT64_MAX));
	assert_false(ab_memmap_is_ram(&map, 2, UINT64_MAX));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_random_maps),
		cmocka_unit_test(test_nothing_at_all),
		cmocka_unit_test(test_machine_like),
		cmocka_unit_test(test_whole_address_space),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
