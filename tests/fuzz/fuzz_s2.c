/* SPDX-License-Identifier: BSD-2-Clause */
/* Any sequence of changes to Stage-2 tables of any geometry, by the judges of the unit tests: a
 * flat reference, break before make, a TLB. A change takes the tables that were counted, and fails
 * without a trace when there is one too few. */
#include <stdio.h>
#include <stdlib.h>

static _Noreturn void s2_fail(const char *words)
{
	fprintf(stderr, "%s\n", words);
	abort();
}
#define S2_FAIL(words) s2_fail(words)

#include "unit/s2_geometry.h"
#include "unit/s2_judge.h"
#include "unit/s2_ref.h"

#define TABLES_MOST 12 /* that a change may take */
#define ROOT_MOST 4096 /* entries: larger ones are slow, and differ by their number only */
#define CHANGES_MOST 48

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds, const char *words)
{
	if (!holds)
		s2_fail(words);
}

/* Bytes of the input; zeros behind its end. */
struct input {
	const uint8_t *p;
	size_t left;
};

static unsigned int byte(struct input *in)
{
	if (in->left == 0)
		return 0;
	in->left--;
	return *in->p++;
}

/* An address near a boundary: a multiple of a level's span and some pages, up to 2^@bits. */
static uint64_t address(struct input *in, unsigned int bits)
{
	const unsigned int level = byte(in) % 5;
	const uint64_t spans = byte(in), pages = byte(in);
	const unsigned int shift = judge.hw.page + level * (judge.hw.page - 3);
	uint64_t v = shift < 64 ? spans << shift : 0;

	if ((spans & 0x80) != 0) /* from the end */
		v = (UINT64_C(1) << bits) - ((0x100 - spans) << (shift < 48 ? shift : 47));
	v += (uint64_t)(int64_t)(int8_t)pages << judge.hw.page;
	return v & ((UINT64_C(1) << bits) - 1);
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

static void decode(struct input *in, const struct ab_s2 *s2, struct ab_s2_change *c)
{
	const unsigned int kind = byte(in);
	uint64_t end;

	memset(c, 0, sizeof(*c));
	c->what = (enum ab_s2_what)(kind & 3);
	c->flags = kind >> 2 & 1;
	c->attr.memory = kind >> 3 & 15;
	c->attr.access = (uint8_t)byte(in);
	c->attr.software = c->attr.access >> 4 & 1;
	c->attr.access &= 15;
	c->owner = c->attr.access & 3;
	c->ipa = address(in, s2->config.ipa_bits);
	end = address(in, s2->config.ipa_bits);
	c->size = end - c->ipa;
	if (end < c->ipa) {
		c->size = c->ipa - end;
		c->ipa = end;
	}
	c->pa = (kind & 0x80) != 0 ? c->ipa : address(in, s2->pa_bits);
}

static void change(struct ab_s2 *s2, const struct ab_s2_change *c)
{
	const uint64_t stores = judge.visible_stores, in_use = pool.in_use, tables = s2->tables;
	const uint64_t allocs = pool.allocs;
	struct ab_error why;
	uint64_t n, at;
	enum ab_err err = ab_s2_pages_needed(s2, c, &n, &why);

	if (err != AB_OK) {
		require(why.code == err && why.other != NULL && n == 0, "an error says nothing");
		if (c->what >= AB_S2_MAP && c->what <= AB_S2_PROTECT)
			require(make(s2, c, &why) == err, "a change has another error");
		require(judge.visible_stores == stores && pool.allocs == allocs,
			"an error leaves traces");
		return;
	}
	require(ref_allows(c, &at) == AB_OK, "a change is allowed that must not be");
	if (n != 0) {
		pool.left = n > TABLES_MOST ? 3 : n - 1;
		require(make(s2, c, &why) == AB_ERR_NOSPACE && why.value == n, "too few tables");
		require(judge.visible_stores == stores && pool.in_use == in_use &&
			    s2->tables == tables,
			"a failure leaves traces");
	}
	pool.left = UINT64_MAX;
	if (n > TABLES_MOST || ref.n > REF_MOST - 4)
		return;
	judge_expect(c->ipa, c->size);
	n += pool.allocs;
	require(make(s2, c, &why) == AB_OK, "a change fails");
	require(pool.allocs == n, "a change takes another number of tables");
	ref_change(c);
}

static void coalesce(struct ab_s2 *s2, const struct ab_s2_change *c)
{
	const uint64_t allocs = pool.allocs, tables = s2->tables;

	judge_expect(c->ipa, c->size);
	ab_s2_coalesce(s2, c->ipa, c->size);
	require(pool.allocs == allocs && s2->tables <= tables, "ab_s2_coalesce() takes tables");
}

/* Whether there are tables to change. */
static bool begin(struct input *in, struct ab_s2 *s2)
{
	static const unsigned int widths[] = { 32, 36, 40, 42, 44, 48, 52, 52 };
	struct ab_s2_config config = { .cpu = { .vmid_bits = 16,
						.granule_4k = true,
						.granule_16k = true,
						.granule_64k = true,
						.lpa2_4k = true,
						.lpa2_16k = true } };
	const unsigned int cpu = byte(in), kind = byte(in);
	struct geometry g = { 12 + kind % 3 * 2, byte(in), 0, (kind & 4) != 0 };
	struct ab_s2_ops ops;
	struct ab_error why;
	enum ab_err err;

	g.levels = kind >> 3 & 7;
	config.cpu.pa_bits = (uint8_t)widths[cpu & 7];
	config.cpu.fwb = (cpu & 8) != 0;
	config.cpu.xnx = (cpu & 16) != 0;
	config.granule = (enum ab_s2_granule)g.page;
	config.ipa_bits = (uint8_t)g.ipa_bits;
	config.levels = (uint8_t)g.levels;
	config.lpa2 = g.lpa2;
	ops = judge_begin((cpu & 32) != 0 ? UINT64_C(3) << (config.cpu.pa_bits - 2) : 0);
	err = ab_s2_init(s2, &config, &ops, &why);
	if (err == AB_ERR_NOSPACE) /* the pool is beyond what descriptors can say */
		return false;
	if (g.levels != 0)
		require((err == AB_OK) == geometry_legal(&g, config.cpu.pa_bits),
			"a geometry is wrongly judged");
	if (err != AB_OK)
		return false;
	judge_run(s2);
	if (s2->root_entries <= ROOT_MOST)
		return true;
	ab_s2_destroy(s2);
	return false;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct input in = { data, size };
	struct ab_error why;
	struct ab_s2 s2;

	if (!begin(&in, &s2))
		return 0;
	ref_begin(&s2);
	for (int i = 0; i < CHANGES_MOST && in.left != 0; i++) {
		struct ab_s2_change c;

		decode(&in, &s2, &c);
		if (c.what == 0 && (c.flags != 0 || c.attr.memory == 0))
			coalesce(&s2, &c);
		else
			change(&s2, &c);
		judge_check();
		ref_compare(&s2, &judge.hw);
	}
	ref_compare_all(&s2);
	pool.left = 0;
	require(ab_s2_unmap(&s2, 0, UINT64_C(1) << s2.config.ipa_bits, 0, &why) == AB_OK,
		"tables are needed to unmap everything");
	judge_check();
	require(s2.tables == 1, "tables are left");
	ab_s2_destroy(&s2);
	require(pool.in_use == 0, "memory is left");
	return 0;
}
