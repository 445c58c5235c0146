/* SPDX-License-Identifier: BSD-2-Clause */
/* Random changes in every geometry, compared with a flat reference after each, and judged while
 * they are made. Each is counted before, and fails first for each table that it takes. */
#include "s2_unit.h"

#include "s2_geometry.h"
#include "s2_judge.h"
#include "s2_ref.h"

#define STEPS 16
#define TABLES_MOST 40 /* that a change may take; more are refused */

static uint64_t seed;

/* Where the changes of a geometry are, so that they meet. */
static struct {
	uint64_t ipa[3], delta[5];
} spots;

static void choose_spots(const struct ab_s2 *s2)
{
	const uint64_t end = UINT64_C(1) << s2->config.ipa_bits;
	const int level = s2->start < 1 ? 1 : s2->start;
	const uint64_t block = UINT64_C(1) << hw_shift(&judge.hw, level);
	const uint64_t page = UINT64_C(1) << judge.hw.page;

	spots.ipa[0] = 0;
	spots.ipa[1] = end - (end > 2 * block ? 2 * block : block);
	spots.ipa[2] = (rnd(&seed) & (end - 1)) & ~(block - 1);
	spots.delta[0] = 0;
	spots.delta[1] = block; /* the largest blocks, but for some of their groups */
	spots.delta[2] = 0 - (UINT64_C(1) << hw_shift(&judge.hw, 2));
	spots.delta[3] = page;
	spots.delta[4] = (UINT64_C(1) << s2->pa_bits) - end; /* the highest addresses */
}

/* A range of some blocks or pages of a level, often with a page more or less at an end. */
static void choose_range(const struct ab_s2 *s2, struct ab_s2_change *c)
{
	const uint64_t end = UINT64_C(1) << s2->config.ipa_bits;
	const int level = s2->start + (int)rnd_below(&seed, (uint32_t)(4 - s2->start));
	const uint64_t unit = UINT64_C(1) << hw_shift(&judge.hw, level);
	const uint64_t page = UINT64_C(1) << judge.hw.page;
	const uint32_t group = hw_group(&judge.hw, level);
	const uint32_t most[] = { 1, 3, group, 2 * group + 1 };
	uint64_t first = spots.ipa[rnd_below(&seed, 3)], last;

	first += rnd_below(&seed, 5) * unit;
	last = first + (1 + rnd_below(&seed, most[rnd_below(&seed, 4)])) * unit - 1;
	switch (rnd_below(&seed, 6)) {
	case 0:
		first += page;
		break;
	case 1:
		last += page;
		break;
	case 2:
		last -= last - first > page ? page : 0;
		break;
	default:
		break;
	}
	first &= end - 1;
	last &= end - 1;
	if (first > last) {
		first = 0;
		last = (rnd_below(&seed, 3) + 1) * page - 1;
	}
	if (first > last)
		first = last - (page - 1);
	c->ipa = first;
	c->size = last - first + 1;
}

static void choose(const struct ab_s2 *s2, struct ab_s2_change *c)
{
	static const uint8_t accesses[] = { AB_S2_RWX,
					    AB_S2_RW,
					    AB_S2_R,
					    AB_S2_R | AB_S2_X,
					    0,
					    AB_S2_RW | AB_S2_X_EL0,
					    AB_S2_R | AB_S2_X_EL1 };
	const uint32_t n = s2->config.cpu.xnx ? 7 : 5;

	memset(c, 0, sizeof(*c));
	c->what = (enum ab_s2_what)(1 + rnd_below(&seed, 3));
	choose_range(s2, c);
	c->owner = (uint8_t)(rnd_below(&seed, 2) * rnd_below(&seed, 3));
	c->attr.access = accesses[rnd_below(&seed, n)];
	c->attr.software = (uint8_t)(rnd_below(&seed, 3) == 0 ? rnd_below(&seed, 16) : 0);
	if (c->what != AB_S2_MAP)
		return;
	c->flags = rnd_below(&seed, 3) == 0;
	c->pa = c->ipa + spots.delta[rnd_below(&seed, 5)];
	if (!ab_within(c->pa, c->size, UINT64_C(1) << s2->pa_bits))
		c->pa = c->ipa;
	if (rnd_below(&seed, 3) == 0)
		c->attr.memory = (uint8_t)rnd_below(&seed, AB_S2_GRE + 1);
	if (c->attr.memory == AB_S2_WT && s2->config.cpu.fwb)
		c->attr.memory = AB_S2_NC;
	if (c->attr.memory >= AB_S2_NGNRNE)
		c->attr.access &= AB_S2_RW;
}

static enum ab_err make(struct ab_s2 *s2, const struct ab_s2_change *c, struct ab_error *why)
{
	switch (c->what) {
	case AB_S2_MAP:
		return ab_s2_map(s2, c->ipa, c->pa, c->size, &c->attr, c->flags, why);
	case AB_S2_UNMAP:
		return ab_s2_unmap(s2, c->ipa, c->size, c->owner, why);
	default:
		return ab_s2_protect(s2, c->ipa, c->size, c->attr.access, c->attr.software, why);
	}
}

/* The call fails at its allocation @k, and nobody has noticed. */
static void fail_at(struct ab_s2 *s2, const struct ab_s2_change *c, uint64_t k, uint64_t n)
{
	const uint64_t in_use = pool.in_use, stores = judge.visible_stores, tables = s2->tables;
	const uint64_t allocs = pool.allocs;
	struct ab_error why;

	pool.left = k;
	assert_int_equal(make(s2, c, &why), AB_ERR_NOSPACE);
	pool.left = UINT64_MAX;
	assert_text(why.what, "s2_ops.alloc", "failure");
	assert_true(why.value == n);
	assert_true(pool.in_use == in_use && pool.allocs == allocs + k);
	assert_true(judge.visible_stores == stores && s2->tables == tables);
}

/* The first address that forbids the change: of an overlap, where both ranges are. */
static uint64_t forbidden(const struct ab_s2_change *c, const struct ab_error *why)
{
	if (why->code != AB_ERR_OVERLAP)
		return why->value;
	assert_true(why->value == c->ipa && why->size == c->size);
	return why->other_value > c->ipa ? why->other_value : c->ipa;
}

static void step(struct ab_s2 *s2)
{
	uint64_t n, allocs, at = 0, tables = s2->tables;
	struct ab_s2_change c;
	struct ab_error why;
	enum ab_err err;

	choose(s2, &c);
	err = ab_s2_pages_needed(s2, &c, &n, &why);
	assert_int_equal(err, ref_allows(&c, &at));
	assert_int_equal(why.code, err);
	judge_expect(c.ipa, c.size);
	if (err != AB_OK) {
		const uint64_t stores = pool.stores;

		assert_true(forbidden(&c, &why) == at && n == 0);
		assert_int_equal(make(s2, &c, &why), err);
		assert_true(forbidden(&c, &why) == at && pool.stores == stores);
		return;
	}
	if (n > TABLES_MOST) {
		fail_at(s2, &c, 2, n);
		return;
	}
	for (uint64_t k = 0; k < n; k += n <= 16 ? 1 : n / 8)
		fail_at(s2, &c, k, n);
	allocs = pool.allocs;
	pool.left = n;
	assert_ok(make(s2, &c, &why), &why, "change");
	pool.left = UINT64_MAX;
	assert_true(pool.allocs == allocs + n && s2->tables <= tables + n);
	ref_change(&c);
	judge_check();
	ref_compare(s2, &judge.hw);
	if (rnd_below(&seed, 4) == 0) {
		tables = s2->tables;
		judge_expect(c.ipa, c.size);
		ab_s2_coalesce(s2, c.ipa, c.size);
		judge_check();
		ref_compare(s2, &judge.hw);
		assert_true(s2->tables <= tables && pool.allocs == allocs + n);
	}
}

/* The last steps: nothing is left to do, then nothing is left. */
static void finish(struct ab_s2 *s2)
{
	const uint64_t end = UINT64_C(1) << s2->config.ipa_bits;
	struct ab_error why;
	uint64_t stores;

	judge_expect(0, end);
	ab_s2_coalesce(s2, 0, end);
	judge_check();
	ref_compare_all(s2);
	stores = pool.stores;
	ab_s2_coalesce(s2, 0, UINT64_MAX);
	assert_true(pool.stores == stores);
	pool.left = 0;
	assert_ok(ab_s2_unmap(s2, 0, end, 0, &why), &why, "unmap all");
	judge_check();
	assert_true(s2->tables == 1 && pool.in_use == s2->root_size);
	ab_s2_destroy(s2);
	assert_true(pool.in_use == 0);
}

static void run(const struct geometry *g, bool fwb, bool xnx)
{
	/* tables as high as descriptors can say */
	const bool wide = g->lpa2 || g->page == 16;
	const uint64_t base = UINT64_C(1) << (wide ? 51 : 47) | UINT64_C(3) << 30;
	const struct ab_s2_ops ops = judge_begin(base);
	struct ab_s2_config config = { .cpu = able };
	struct ab_error why;
	struct ab_s2 s2;

	config.cpu.fwb = fwb;
	config.cpu.xnx = xnx;
	config.granule = (enum ab_s2_granule)g->page;
	config.ipa_bits = (uint8_t)g->ipa_bits;
	config.levels = (uint8_t)g->levels;
	config.lpa2 = g->lpa2;
	assert_ok(ab_s2_init(&s2, &config, &ops, &why), &why, "init");
	judge_run(&s2);
	ref_begin(&s2);
	choose_spots(&s2);
	for (int i = 0; i < STEPS; i++)
		step(&s2);
	finish(&s2);
}

/* With and without FEAT_S2FWB and FEAT_XNX; a large root, which takes its time, in one way. */
static void test_every_geometry(void **state)
{
	struct geometry g = { .page = 0 };
	unsigned int n = 0;

	(void)state;
	while (geometry_next(&g)) {
		const unsigned int below = g.page + (g.page - 3) * (g.levels - 1);
		const bool large = g.ipa_bits > below + 12;

		if (!geometry_legal(&g, 52))
			continue;
		n++;
		for (unsigned int i = large ? n % 4 : 0; i < 4; i += large ? 4 : 1) {
			seed = UINT64_C(0x243f6a8885a308d3) + n * 4 + i;
			run(&g, (i & 1) != 0, (i & 2) != 0);
		}
	}
	/* 4K: 24, with LPA2 32; 16K: 21, 29; 64K: 27 */
	assert_int_equal(n, 133);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_every_geometry) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
