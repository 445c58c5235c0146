/* SPDX-License-Identifier: BSD-2-Clause */
/* Who has which physical memory, compared with a map of pages. */
#include "unit.h"

#include "el2/memory.h"

#define RESERVED "memory that the host's tree reserves"

static struct el2_facts facts;
static struct el2_memory m;

static void ram(uint64_t base, uint64_t size)
{
	facts.memory[facts.info.memory.n++] = (struct ab_range){ base, size };
}

static void reserved(uint64_t base, uint64_t size)
{
	facts.reserved[facts.info.reserved.n++] = (struct ab_range){ base, size };
}

static void none(void)
{
	memset(&facts, 0, sizeof(facts));
	memset(&m, 0xa5, sizeof(m));
}

static void init(const char *row)
{
	struct ab_error why;

	assert_ok(el2_memory_init(&m, &facts, &why), &why, row);
	for (uint32_t i = 1; i < m.taken.n; i++)
		assert_true(m.room[i - 1].base + m.room[i - 1].size <= m.room[i].base);
	for (uint32_t i = 0; i < m.taken.n; i++)
		assert_true(m.room[i].base % 4096 == 0 && m.room[i].size % 4096 == 0 &&
			    m.room[i].size != 0);
}

static bool taken(uint64_t at)
{
	for (uint32_t i = 0; i < m.taken.n; i++)
		if (at >= m.room[i].base && at - m.room[i].base < m.room[i].size)
			return true;
	return false;
}

/* Ranges in any order, parts of pages left out. */
static void test_ram(void **state)
{
	static const struct ab_range want[] = {
		{ 0x1000, 0x1000 },
		{ 0x40001000, 0x2000 },
		{ 0x80000000, 0x10000000 },
		{ UINT64_C(0xffffffffffffe000), 0x1000 },
	};

	(void)state;
	none();
	ram(0x80000000, 0x10000000);
	ram(UINT64_C(0xffffffffffffe000), 0x1fff);
	ram(0x1000, 0x1000);
	ram(0x40000fff, 0x2fff); /* to 0x40003ffe */
	ram(0x5001, 0x1ffe); /* 0x5001 to 0x6fff: no whole page */
	ram(0x9000, 0xfff);
	init("ram");
	assert_int_equal(m.n_rams, COUNT(want));
	for (size_t i = 0; i < COUNT(want); i++)
		if (m.ram[i].base != want[i].base || m.ram[i].size != want[i].size)
			fail_msg("range %zu: %#llx, %#llx", i, (unsigned long long)m.ram[i].base,
				 (unsigned long long)m.ram[i].size);
	assert_int_equal(m.taken.n, 0);
}

static void test_ram_full(void **state)
{
	(void)state;
	none();
	for (uint64_t i = EL2_RAMS_MAX; i-- > 0;)
		ram(i * 0x2000, 0x1000);
	init("all");
	assert_int_equal(m.n_rams, EL2_RAMS_MAX);
	for (size_t i = 0; i < EL2_RAMS_MAX; i++)
		assert_true(m.ram[i].base == i * 0x2000);
}

static void test_ram_refused(void **state)
{
	static const struct {
		const char *name;
		struct ab_range a, b;
		struct expected want;
	} rows[] = {
		{ "to 2^64",
		  { 0, 0x1000 },
		  { UINT64_C(0xfffffffffffff000), 0x1000 },
		  { AB_ERR_ARG, "fdt_info.memory[].base", UINT64_C(0xfffffffffffff000),
		    "the range must end below 2^64", 1 } },
		{ "beyond",
		  { 0, 0x1000 },
		  { UINT64_C(0xfffffffffffff000), 0x2000 },
		  { AB_ERR_ARG, "fdt_info.memory[].base", UINT64_C(0xfffffffffffff000),
		    "the range must end below 2^64", 1 } },
		{ "the last bytes",
		  { 0, 0x1000 },
		  { UINT64_C(0xfffffffffffff001), 1 },
		  { AB_ERR_ARG, "fdt_info.memory[].base", UINT64_C(0xfffffffffffff001),
		    "the range must end below 2^64", 1 } },
		{ "twice",
		  { 0x1000, 0x1000 },
		  { 0x1000, 0x1000 },
		  { AB_ERR_OVERLAP, "RAM", 0x1000, "RAM", 0, NULL, 0x1000, 0x1000, 0x1000 } },
		{ "overlapping",
		  { 0x2000, 0x2000 },
		  { 0x1000, 0x2000 },
		  { AB_ERR_OVERLAP, "RAM", 0x1000, "RAM", 0, NULL, 0x2000, 0x2000, 0x2000 } },
		{ "nested",
		  { 0x1000, 0x4000 },
		  { 0x2000, 0x1000 },
		  { AB_ERR_OVERLAP, "RAM", 0x1000, "RAM", 0, NULL, 0x2000, 0x4000, 0x1000 } },
	};
	struct ab_error why;

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		none();
		ram(rows[i].a.base, rows[i].a.size);
		ram(rows[i].b.base, rows[i].b.size);
		assert_error(el2_memory_init(&m, &facts, &why), &why, &rows[i].want, rows[i].name);
	}
}

/* Reserved ranges are taken as one set of pages, whichever way the tree lists them. */
static void test_reserved(void **state)
{
	static const struct {
		const char *name;
		struct ab_range a, b, c;
		uint64_t pages; /* bit n: page n of the first 32 */
	} rows[] = {
		{ "apart", { 0x1000, 0x1000 }, { 0x4000, 0x2000 }, { 0x8000, 1 }, 0x132 },
		{ "twice", { 0x1000, 0x2000 }, { 0x1000, 0x2000 }, { 0x1000, 0x2000 }, 0x6 },
		{ "nested", { 0x1000, 0x8000 }, { 0x2000, 0x1000 }, { 0x8000, 0x1000 }, 0x1fe },
		{ "around", { 0x2000, 0x1000 }, { 0x4000, 0x1000 }, { 0x1000, 0x6000 }, 0x7e },
		{ "over the end",
		  { 0x2000, 0x2000 },
		  { 0x3000, 0x2000 },
		  { 0x1000, 0x1001 },
		  0x1e },
		{ "one page", { 0x1000, 0x10 }, { 0x1800, 0x10 }, { 0x1ff0, 0x10 }, 0x2 },
		{ "across pages", { 0x1ff0, 0x20 }, { 0x2ff0, 0x20 }, { 0x0, 1 }, 0xf },
		{ "side by side",
		  { 0x3000, 0x1000 },
		  { 0x2000, 0x1000 },
		  { 0x4000, 0x1000 },
		  0x1c },
		{ "the last bytes",
		  { 0x0, 1 },
		  { UINT64_C(0xffffffffffffd000), 0x1fff },
		  { UINT64_C(0xffffffffffffe000), 0x1000 },
		  0x1 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		none();
		ram(0, 0x20000);
		reserved(rows[i].a.base, rows[i].a.size);
		reserved(rows[i].b.base, rows[i].b.size);
		reserved(rows[i].c.base, rows[i].c.size);
		init(rows[i].name);
		for (uint64_t page = 0; page < 32; page++)
			if (taken(page << 12) != (rows[i].pages >> page & 1))
				fail_msg("%s: page %u", rows[i].name, (unsigned int)page);
	}
	assert_true(taken(UINT64_C(0xffffffffffffefff)));
	assert_false(taken(UINT64_C(0xfffffffffffff000)));
	/* up to 2^64 there are no pages to round to */
	none();
	ram(0, 0x20000);
	reserved(UINT64_C(0xfffffffffffff000), 0xfff);
	{
		const struct expected want = { AB_ERR_ARG, "fdt_info.reserved[].base",
					       UINT64_C(0xfffffffffffff000),
					       "the range must end below 2^64" };
		struct ab_error why;

		assert_error(el2_memory_init(&m, &facts, &why), &why, &want, "to 2^64");
		facts.reserved[0].size = 0x2000;
		assert_error(el2_memory_init(&m, &facts, &why), &why, &want, "beyond");
	}
}

/* Any ranges at all: each page of them is taken, and no other. */
static void test_reserved_random(void **state)
{
	uint64_t seed = 4711;

	(void)state;
	for (unsigned int round = 0; round < 3000; round++) {
		bool want[64] = { false };

		none();
		ram(0, 64 * 4096);
		for (uint32_t i = 0; i < EL2_RAMS_MAX; i++) {
			const uint64_t base = rnd_below(&seed, 60 * 4096),
				       size = 1 + rnd_below(&seed, round % 2 ? 4096 : 16384);

			reserved(base, size);
			for (uint64_t p = base >> 12; p <= (base + size - 1) >> 12 && p < 64; p++)
				want[p] = true;
		}
		init("random");
		for (uint64_t p = 0; p < 64; p++)
			if (taken(p << 12) != want[p])
				fail_msg("round %u, page %u", round, (unsigned int)p);
	}
}

/* Nothing has changed. */
static void same(const struct el2_memory *before)
{
	assert_int_equal(before->taken.n, m.taken.n);
	assert_memory_equal(before->room, m.room, m.taken.n * sizeof(m.room[0]));
	assert_memory_equal(before->ram, m.ram, sizeof(m.ram));
}

/* The owner of a page; NULL: none. */
static const char *owner(uint64_t at)
{
	for (uint32_t i = 0; i < m.taken.n; i++)
		if (at >= m.room[i].base && at - m.room[i].base < m.room[i].size)
			return m.room[i].name;
	return NULL;
}

/* A loader reserves what it has loaded: those pages have one owner, the rest of the reserved range
 * stays as it is, and nobody else gets either. */
static void test_take_reserved(void **state)
{
	static const struct {
		const char *name;
		struct ab_range reserved, mine;
		const char *owners; /* of pages 0 to 9: r, m or . */
	} rows[] = {
		{ "exactly", { 0x2000, 0x3000 }, { 0x2000, 0x3000 }, "..mmm....." },
		{ "exactly, parts of pages", { 0x2010, 0x2020 }, { 0x2010, 0x2020 }, "..mmm....." },
		{ "at the beginning", { 0x2000, 0x4000 }, { 0x2000, 0x1001 }, "..mmrr...." },
		{ "at the end", { 0x2000, 0x4000 }, { 0x4fff, 0x1001 }, "..rrmm...." },
		{ "in the middle", { 0x1000, 0x8000 }, { 0x3800, 0x1000 }, ".rrmmrrrr." },
		{ "rounded to more pages", { 0x2800, 0x100 }, { 0x2810, 0x10 }, "..m......." },
		{ "apart", { 0x2000, 0x1000 }, { 0x5000, 0x1000 }, "..r..m...." },
		{ "in one page, apart", { 0x2000, 0x800 }, { 0x2800, 0x1000 }, "..mm......" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		for (unsigned int twice = 0; twice < 2; twice++) {
			struct el2_memory before;
			uint64_t base;
			struct ab_error why;

			none();
			ram(0, 0xa000);
			reserved(rows[i].reserved.base, rows[i].reserved.size);
			if (twice) /* as a reservation and as a node */
				reserved(rows[i].reserved.base, rows[i].reserved.size);
			init(rows[i].name);
			assert_ok(
			    el2_memory_take(&m, rows[i].mine.base, rows[i].mine.size, "mine", &why),
			    &why, rows[i].name);
			for (uint64_t p = 0; p < 10; p++) {
				const char *name = owner(p << 12);
				const char is = name == NULL ? '.' : name[2] == 'n' ? 'm' : 'r';

				if (is != rows[i].owners[p])
					fail_msg("%s: page %u is %c", rows[i].name, (unsigned int)p,
						 is);
			}
			/* the image and the bundle cannot have the same page */
			before = m;
			assert_int_equal(
			    el2_memory_take(&m, rows[i].mine.base, rows[i].mine.size, "one", &why),
			    AB_ERR_OVERLAP);
			assert_text(why.other, "mine", rows[i].name);
			same(&before);
			while (el2_memory_find(&m, 4096, 4096, "one", &base, &why) == AB_OK)
				assert_int_equal(rows[i].owners[base >> 12], '.');
		}
}

static void test_take(void **state)
{
	static const struct {
		const char *name;
		uint64_t base, size;
		struct expected want;
	} rows[] = {
		{ "nothing", 0x2000, 0, { AB_OK, NULL, 0, NULL } },
		{ "free", 0x7001, 1, { AB_OK, NULL, 0, NULL } },
		{ "not RAM", 0x90000000, 0x1000, { AB_OK, NULL, 0, NULL } },
		{ "the same page", 0x7800, 1, { AB_ERR_OVERLAP, "mine", 0x7000, "mine" } },
		{ "up to a reserved range", 0x1800, 0x800, { AB_OK, NULL, 0, NULL } },
		{ "behind one, in its last page", 0x5100, 0x10, { AB_OK, NULL, 0, NULL } },
		{ "reserved, and more behind",
		  0x2000,
		  0x1001,
		  { AB_ERR_OVERLAP, "mine", 0x2000, RESERVED, 0, NULL, 0x2000, 0x1001, 0x1000 } },
		{ "reserved, and more before",
		  0x1fff,
		  2,
		  { AB_ERR_OVERLAP, "mine", 0x1fff, RESERVED, 0, NULL, 0x2000, 2, 0x1000 } },
		{ "around", 0, 0x10000, { AB_ERR_OVERLAP, "mine", 0, RESERVED, 0, NULL, 0x2000 } },
		{ "within one range, across another",
		  0xa800,
		  0x1000,
		  { AB_ERR_OVERLAP, "mine", 0xa800, RESERVED, 0, NULL, 0xb000 } },
		{ "to 2^64",
		  UINT64_C(0xfffffffffffff000),
		  0x1000,
		  { AB_ERR_ARG, "mine", UINT64_C(0xfffffffffffff000), "must end below 2^64" } },
		{ "nearly",
		  UINT64_C(0xfffffffffffff000),
		  1,
		  { AB_ERR_ARG, "mine", UINT64_C(0xfffffffffffff000), "must end below 2^64" } },
		{ "all", 0, UINT64_MAX, { AB_ERR_ARG, "mine", 0, "must end below 2^64" } },
		{ "wrapping",
		  0x3000,
		  UINT64_MAX,
		  { AB_ERR_ARG, "mine", 0x3000, "must end below 2^64" } },
	};
	struct ab_error why = { AB_OK, NULL, 0, NULL, 0, NULL, 0, NULL, 0 };

	(void)state;
	none();
	ram(0, 0x20000);
	reserved(0x2000, 0x1000);
	reserved(0x5000, 0x100);
	reserved(0xa000, 0x4000);
	reserved(0xb000, 0x1000);
	init("take");
	for (size_t i = 0; i < COUNT(rows); i++) {
		const struct el2_memory before = m;
		const enum ab_err err =
		    el2_memory_take(&m, rows[i].base, rows[i].size, "mine", &why);

		if (rows[i].want.code == AB_OK) {
			assert_ok(err, &why, rows[i].name);
			continue;
		}
		assert_error(err, &why, &rows[i].want, rows[i].name);
		same(&before);
	}
	assert_true(taken(0x7000) && taken(0x7fff) && !taken(0x8000) && taken(0x90000fff));
}

/* What is found is RAM, aligned, and free; and when nothing is found, there was nothing. */
static void find(uint64_t size, uint64_t align, bool *used, size_t pages, const bool *is_ram)
{
	uint64_t base = 0, best = UINT64_MAX;
	struct ab_error why;
	enum ab_err err;

	for (uint64_t at = 0; at < pages << 12 && best == UINT64_MAX;
	     at += align < 4096 ? 4096 : align) {
		bool fits = at + size <= pages << 12;

		for (uint64_t p = at >> 12; fits && p < (at + size) >> 12; p++)
			fits = is_ram[p] && !used[p];
		if (fits)
			best = at;
	}
	err = el2_memory_find(&m, size, align, "mine", &base, &why);
	if (best == UINT64_MAX) {
		const struct expected want = { AB_ERR_NOSPACE, "mine", size,
					       "no such piece of RAM is free" };

		assert_error(err, &why, &want, "nothing free");
		return;
	}
	assert_ok(err, &why, "find");
	assert_true(base == best);
	for (uint64_t p = base >> 12; p < (base + size) >> 12; p++)
		used[p] = true;
}

static void test_find(void **state)
{
	uint64_t seed = 99;

	(void)state;
	for (unsigned int round = 0; round < 300; round++) {
		bool used[128] = { false }, is_ram[128] = { false };

		none();
		/* two ranges that touch, and one apart; reserved ones at any place, even outside */
		ram(32 << 12, 32 << 12);
		ram(8 << 12, 24 << 12);
		ram(80 << 12, 32 << 12);
		for (size_t p = 0; p < 128; p++)
			is_ram[p] = (p >= 8 && p < 64) || (p >= 80 && p < 112);
		for (unsigned int i = 0; i < 4; i++) {
			const uint64_t p = rnd_below(&seed, 120), n = 1 + rnd_below(&seed, 8);

			reserved(p << 12, n << 12);
			for (uint64_t k = p; k < p + n && k < 128; k++)
				used[k] = true;
		}
		init("find");
		while (m.taken.n < EL2_RANGES_MAX - 8) {
			const uint64_t size = (UINT64_C(1) + rnd_below(&seed, 8)) << 12;

			find(size, UINT64_C(1) << rnd_below(&seed, 17), used, 128, is_ram);
			if (rnd_below(&seed, 16) == 0)
				break;
		}
		find(1 << 20, 4096, used, 128, is_ram);
	}
}

static void test_exhaustion(void **state)
{
	uint64_t base, n = 0;
	struct ab_error why;
	enum ab_err err;

	(void)state;
	none();
	ram(0x40000000, 16 * AB_MiB);
	init("exhaustion");
	while ((err = el2_memory_find(&m, 2 * AB_MiB, 2 * AB_MiB, "mine", &base, &why)) == AB_OK)
		assert_true(base == 0x40000000 + n++ * 2 * AB_MiB);
	assert_int_equal(err, AB_ERR_NOSPACE);
	assert_int_equal(n, 8);
	/* more than there ever was */
	assert_int_equal(el2_memory_find(&m, UINT64_C(1) << 63, 4096, "mine", &base, &why),
			 AB_ERR_NOSPACE);
	assert_int_equal(el2_memory_find(&m, 4096, UINT64_C(1) << 63, "mine", &base, &why),
			 AB_ERR_NOSPACE);
}

/* More owners than there is room for: an error, in each function. */
static void test_owners(void **state)
{
	const struct expected want = { AB_ERR_NOSPACE, "regions.n", EL2_RANGES_MAX + 1,
				       "regions.cap must be as large" };
	struct el2_memory before;
	uint64_t base = 0;
	struct ab_error why;

	(void)state;
	none();
	ram(0, AB_GiB);
	init("owners");
	for (uint64_t i = 0; i < EL2_RANGES_MAX; i++)
		assert_ok(el2_memory_take(&m, i * 0x2000, 0x1000, "mine", &why), &why, "owner");
	before = m;
	assert_error(el2_memory_take(&m, 0x10001000, 0x1000, "mine", &why), &why, &want, "take");
	assert_error(el2_memory_find(&m, 0x1000, 0x1000, "owner", &base, &why), &why, &want,
		     "find");
	same(&before);
	/* the tree's own ranges always have room: at most 16, each cut by those before it */
	none();
	ram(0, AB_GiB);
	for (uint64_t i = 0; i + 1 < EL2_RAMS_MAX; i++)
		reserved(i * 0x2000, 0x1000);
	reserved(0, 0x100000);
	init("cut into pieces");
	assert_true(m.taken.n < 2 * EL2_RAMS_MAX && m.taken.n < EL2_RANGES_MAX);
	for (uint64_t at = 0; at < 0x100000; at += 0x1000)
		assert_true(taken(at));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_ram),
		cmocka_unit_test(test_ram_full),
		cmocka_unit_test(test_ram_refused),
		cmocka_unit_test(test_reserved),
		cmocka_unit_test(test_reserved_random),
		cmocka_unit_test(test_take_reserved),
		cmocka_unit_test(test_take),
		cmocka_unit_test(test_find),
		cmocka_unit_test(test_exhaustion),
		cmocka_unit_test(test_owners),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
