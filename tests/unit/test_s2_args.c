/* SPDX-License-Identifier: BSD-2-Clause */
/* Arguments that are refused, by each function and by ab_s2_pages_needed(); and ranges to walk. */
#include "s2_unit.h"

static struct ab_s2 s2;
static struct ab_error why;

#define TOP (UINT64_C(1) << 40)
#define RAM                                                                                        \
	{                                                                                          \
		AB_S2_RWX, AB_S2_WB, 0                                                             \
	}
#define WITH(...)                                                                                  \
	{                                                                                          \
		__VA_ARGS__                                                                        \
	}

static const char unaligned[] = "must be a multiple of the granule";
static const char no_size[] = "must be a multiple of the granule, and not 0";
static const char no_bits[] = "must be bits of enum ab_s2_access";
static const char one_x[] = "must have both or none of AB_S2_X_EL1 and AB_S2_X_EL0, as cpu has no "
			    "FEAT_XNX";
static const char no_dev[] = "must be without AB_S2_X for device memory";
static const char no_room[] = "must leave room for the size below 2^pa_bits";

/* A CPU without FEAT_XNX and, in the second half, with FEAT_S2FWB; 44-bit addresses. A page of RAM
 * is mapped at 0x10000, one of a device at 0x12000. */
static const struct {
	struct ab_s2_change c;
	struct expected want;
	bool fwb;
} rows[] = {
	{ { AB_S2_MAP, 0x1001, 0x1000, 0, RAM }, { AB_ERR_ARG, "s2_map.ipa", 0x1001, unaligned } },
	{ { AB_S2_MAP, TOP, 0x1000, 0, RAM },
	  { AB_ERR_ARG, "s2_map.ipa", TOP, "must be below 2^ipa_bits" } },
	{ { AB_S2_MAP, 0, 0, 0, RAM }, { AB_ERR_ARG, "s2_map.size", 0, no_size } },
	{ { AB_S2_MAP, 0, 0x1800, 0, RAM }, { AB_ERR_ARG, "s2_map.size", 0x1800, no_size } },
	{ { AB_S2_MAP, TOP - 0x1000, 0x2000, 0, RAM },
	  { AB_ERR_ARG, "s2_map.size", 0x2000, "must end within 2^ipa_bits" } },
	{ { AB_S2_MAP, 0x1000, 0 - UINT64_C(0x1000), 0, RAM },
	  { AB_ERR_ARG, "s2_map.size", 0 - UINT64_C(0x1000), "must end within 2^ipa_bits" } },
	{ { AB_S2_MAP, 0, 0x1000, 0x800, RAM }, { AB_ERR_ARG, "s2_map.pa", 0x800, unaligned } },
	{ { AB_S2_MAP, 0, 0x2000, (TOP << 4) - 0x1000, RAM },
	  { AB_ERR_ARG, "s2_map.pa", (TOP << 4) - 0x1000, no_room } },
	{ { AB_S2_MAP, 0, 0x1000, 0 - UINT64_C(0x1000), RAM },
	  { AB_ERR_ARG, "s2_map.pa", 0 - UINT64_C(0x1000), no_room } },
	{ { AB_S2_MAP, 0, 0x1000, 0, RAM, 2 },
	  { AB_ERR_ARG, "s2_map.flags", 2, "must be 0 or AB_S2_REPLACE" } },
	{ { AB_S2_MAP, 0, 0x1000, 0, WITH(16, AB_S2_WB, 0) },
	  { AB_ERR_ARG, "s2_map.attr.access", 16, no_bits } },
	{ { AB_S2_MAP, 0, 0x1000, 0, WITH(AB_S2_RW | AB_S2_X_EL1, AB_S2_WB, 0) },
	  { AB_ERR_UNSUPPORTED, "s2_map.attr.access", 7, one_x } },
	{ { AB_S2_MAP, 0, 0x1000, 0, WITH(AB_S2_X_EL0, AB_S2_WB, 0) },
	  { AB_ERR_UNSUPPORTED, "s2_map.attr.access", 8, one_x } },
	{ { AB_S2_MAP, 0, 0x1000, 0, WITH(AB_S2_RW, 8, 0) },
	  { AB_ERR_ARG, "s2_map.attr.memory", 8, "must be of enum ab_s2_memory" } },
	{ { AB_S2_MAP, 0, 0x1000, 0, WITH(AB_S2_RWX, AB_S2_NGNRNE, 0) },
	  { AB_ERR_ARG, "s2_map.attr.access", 15, no_dev } },
	{ { AB_S2_MAP, 0, 0x1000, 0, WITH(AB_S2_R | AB_S2_X, AB_S2_GRE, 0) },
	  { AB_ERR_ARG, "s2_map.attr.access", 13, no_dev } },
	{ { AB_S2_MAP, 0, 0x1000, 0, WITH(AB_S2_RW, AB_S2_WB, 16) },
	  { AB_ERR_ARG, "s2_map.attr.software", 16, "must be at most 15" } },
	{ { AB_S2_MAP, 0x10000, 0x1000, 0x5000, RAM },
	  { AB_ERR_OVERLAP, "s2_map.ipa", 0x10000, "mapped memory", .other_value = 0x10000 } },
	{ { .what = AB_S2_UNMAP, 0x800, 0x1000 },
	  { AB_ERR_ARG, "s2_unmap.ipa", 0x800, unaligned } },
	{ { .what = AB_S2_UNMAP, 0x1000, 0 }, { AB_ERR_ARG, "s2_unmap.size", 0, no_size } },
	{ { .what = AB_S2_UNMAP, 0x1000, TOP },
	  { AB_ERR_ARG, "s2_unmap.size", TOP, "must end within 2^ipa_bits" } },
	{ { .what = AB_S2_PROTECT, 1, 0x1000 }, { AB_ERR_ARG, "s2_protect.ipa", 1, unaligned } },
	{ { .what = AB_S2_PROTECT, TOP * 2, 0x1000 },
	  { AB_ERR_ARG, "s2_protect.ipa", TOP * 2, "must be below 2^ipa_bits" } },
	{ { .what = AB_S2_PROTECT, 0, 0x1001 },
	  { AB_ERR_ARG, "s2_protect.size", 0x1001, no_size } },
	{ { .what = AB_S2_PROTECT, 0x10000, 0x1000, .attr = WITH(255) },
	  { AB_ERR_ARG, "s2_protect.access", 255, no_bits } },
	{ { .what = AB_S2_PROTECT, 0x10000, 0x1000, .attr = WITH(AB_S2_X_EL1) },
	  { AB_ERR_UNSUPPORTED, "s2_protect.access", 4, one_x } },
	{ { .what = AB_S2_PROTECT, 0x10000, 0x1000, .attr = WITH(AB_S2_R, 0, 77) },
	  { AB_ERR_ARG, "s2_protect.software", 77, "must be at most 15" } },
	{ { .what = AB_S2_PROTECT, 0x10000, 0x2000, .attr = WITH(AB_S2_R) },
	  { AB_ERR_ARG, "s2_protect.ipa", 0x11000, "must be mapped, like all of the range" } },
	{ { .what = AB_S2_PROTECT, 0x800000, 0x2000, .attr = WITH(AB_S2_R) },
	  { AB_ERR_ARG, "s2_protect.ipa", 0x800000, "must be mapped, like all of the range" } },
	{ { .what = AB_S2_PROTECT, 0x12000, 0x1000, .attr = WITH(AB_S2_RWX) },
	  { AB_ERR_ARG, "s2_protect.access", 15, no_dev } },
	{ { AB_S2_MAP, 0, 0x1000, 0, WITH(AB_S2_RW, AB_S2_WT, 0) },
	  { AB_ERR_UNSUPPORTED, "s2_map.attr.memory", AB_S2_WT,
	    "must be another type than AB_S2_WT, as cpu has FEAT_S2FWB" },
	  true },
};

static void begin(bool fwb)
{
	static const struct ab_s2_attr ram = RAM, dev = { AB_S2_RW, AB_S2_NGNRE, 0 };
	struct ab_s2_config config = { .cpu = ABLE, .ipa_bits = 40 };
	const struct ab_s2_ops ops = pool_begin(0);

	config.cpu.pa_bits = 44;
	config.cpu.xnx = false;
	config.cpu.fwb = fwb;
	assert_ok(ab_s2_init(&s2, &config, &ops, &why), &why, "init");
	assert_ok(ab_s2_map(&s2, 0x10000, 0x10000, 0x1000, &ram, 0, &why), &why, "ram");
	assert_ok(ab_s2_map(&s2, 0x12000, 0x12000, 0x1000, &dev, 0, &why), &why, "dev");
}

static enum ab_err make(const struct ab_s2_change *c, struct ab_error *w)
{
	if (c->what == AB_S2_MAP)
		return ab_s2_map(&s2, c->ipa, c->pa, c->size, &c->attr, c->flags, w);
	if (c->what == AB_S2_UNMAP)
		return ab_s2_unmap(&s2, c->ipa, c->size, c->owner, w);
	return ab_s2_protect(&s2, c->ipa, c->size, c->attr.access, c->attr.software, w);
}

static void test_refused(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		uint64_t n = 1, stores;
		char name[20];

		(void)snprintf(name, sizeof(name), "row %zu", i);
		begin(rows[i].fwb);
		stores = pool.stores;
		assert_error(make(&rows[i].c, &why), &why, &rows[i].want, name);
		assert_error(ab_s2_pages_needed(&s2, &rows[i].c, &n, &why), &why, &rows[i].want,
			     name);
		assert_true(n == 0 && pool.stores == stores);
		assert_int_equal(make(&rows[i].c, NULL), rows[i].want.code);
		ab_s2_destroy(&s2);
		assert_true(pool.in_use == 0);
	}
}

static void test_no_change(void **state)
{
	static const unsigned int kinds[] = { 0, 4 };

	(void)state;
	begin(false);
	for (size_t i = 0; i < COUNT(kinds); i++) {
		const struct ab_s2_change c = { .what = (enum ab_s2_what)kinds[i] };
		const struct expected want = { AB_ERR_ARG, "s2_change.what", kinds[i],
					       "must be of enum ab_s2_what" };
		uint64_t n = 1;

		assert_error(ab_s2_pages_needed(&s2, &c, &n, &why), &why, &want, "what");
		assert_true(n == 0);
	}
	ab_s2_destroy(&s2);
}

/* The sentences that a person reads. */
static void test_sentences(void **state)
{
	const struct ab_s2_attr ram = RAM;
	char text[200];

	(void)state;
	begin(false);
	assert_int_equal(ab_s2_map(&s2, 0xf000, 0, 0x2000, &ram, 0, &why), AB_ERR_OVERLAP);
	(void)ab_error_text(&why, text, sizeof(text));
	assert_string_equal(
	    text, "s2_map.ipa [0xf000, 0x11000) overlaps mapped memory [0x10000, 0x11000)");
	pool.left = 1;
	assert_int_equal(ab_s2_map(&s2, AB_TiB / 2, 0, 0x1000, &ram, 0, &why), AB_ERR_NOSPACE);
	(void)ab_error_text(&why, text, sizeof(text));
	assert_string_equal(text,
			    "s2_ops.alloc: 2 does not fit: must give that many tables, aligned "
			    "and below 2^pa_bits");
	ab_s2_destroy(&s2);
}

/* ---- walks --------------------------------------------------------------------------------- */

struct seen {
	unsigned int n, stop;
	struct ab_s2_entry at[8];
};

static bool see(void *ctx, const struct ab_s2_entry *entry)
{
	struct seen *seen = ctx;

	assert_true(seen->n < COUNT(seen->at));
	seen->at[seen->n++] = *entry;
	return seen->n != seen->stop;
}

static void test_walk(void **state)
{
	struct seen seen = { 0 };

	(void)state;
	begin(false);
	/* a table before its own entries, those at the edges whole */
	assert_true(ab_s2_walk(&s2, 0x10800, 0x2000, see, &seen));
	assert_int_equal(seen.n, 5);
	for (unsigned int i = 0; i < 5; i++) {
		static const struct {
			uint64_t ipa, size;
			enum ab_s2_kind kind;
			int level;
		} want[] = {
			{ 0, AB_GiB, AB_S2_TABLE, 1 },      { 0, 2 * AB_MiB, AB_S2_TABLE, 2 },
			{ 0x10000, 0x1000, AB_S2_LEAF, 3 }, { 0x11000, 0x1000, AB_S2_INVALID, 3 },
			{ 0x12000, 0x1000, AB_S2_LEAF, 3 },
		};
		const struct ab_s2_entry *e = &seen.at[i];

		assert_true(e->ipa == want[i].ipa && e->size == want[i].size);
		assert_true(e->kind == want[i].kind && e->level == want[i].level);
		assert_true(e->contiguous == false && e->owner == 0);
	}
	assert_true(seen.at[2].pa == 0x10000 && seen.at[2].attr.access == AB_S2_RWX);
	assert_true(seen.at[3].pa == 0 && seen.at[3].attr.access == 0);
	assert_true(seen.at[4].attr.memory == AB_S2_NGNRE);
	/* the visitor ends it, in a table below, too */
	for (unsigned int stop = 1; stop <= 5; stop++) {
		seen = (struct seen){ .stop = stop };
		assert_false(ab_s2_walk(&s2, 0x10800, 0x2000, see, &seen));
		assert_int_equal(seen.n, stop);
	}
	/* what lies beyond is ignored */
	seen = (struct seen){ 0 };
	assert_true(ab_s2_walk(&s2, TOP - 1, UINT64_MAX, see, &seen));
	assert_true(seen.n == 1 && seen.at[0].ipa == TOP - AB_GiB && seen.at[0].level == 1);
	assert_true(ab_s2_walk(&s2, TOP, 1, see, &seen) && seen.n == 1);
	assert_true(ab_s2_walk(&s2, UINT64_MAX, UINT64_MAX, see, &seen) && seen.n == 1);
	assert_true(ab_s2_walk(&s2, 0, 0, see, &seen) && seen.n == 1);
	ab_s2_destroy(&s2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_refused),
		cmocka_unit_test(test_no_change),
		cmocka_unit_test(test_sentences),
		cmocka_unit_test(test_walk),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
