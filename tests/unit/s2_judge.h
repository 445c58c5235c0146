/* SPDX-License-Identifier: BSD-2-Clause */
/* Judges of how tables change, while they change.
 *
 * Break before make: each entry that CPUs can find is in a state. One that was valid must be made
 * invalid, the store ordered, its addresses invalidated and that completed, before it may be valid
 * with another address, size, type or hint. A table must be cleaned and ordered before it is
 * linked, and is given back only after no CPU can have an entry that leads to it.
 *
 * A TLB that keeps whatever it walked into, at any moment, and forgets only what it is told to. */
#ifndef S2_JUDGE_H
#define S2_JUDGE_H

#include "s2_hw.h"

/* States of an entry; CLEAN: nobody remembers another one. */
enum { CLEAN, BROKEN, BROKEN_ORDERED, PERMITTED, PERMITTED_ORDERED, INVALIDATING };
/* States of a table; UNLINKED: no CPU knows it. RETIRED: one may remember it. */
enum { NO_TABLE, UNLINKED, LINKED, RETIRED, FORGOTTEN };

#define JUDGE_PENDING (1 << 18)
#define TLB_ENTRIES 64

struct judge_pending {
	uint64_t pa, ipa, size;
	uint64_t child; /* the table that it led to */
	int level;
	bool table;
};

struct tlb_entry {
	uint64_t ipa, size; /* size 0: empty */
	uint64_t pa; /* of ipa; or of a table */
	uint64_t d; /* without address and kind */
	int level;
	bool table; /* a table at level + 1 */
};

static struct {
	struct hw hw;
	uint8_t state[POOL_BYTES / 8];
	uint8_t dirty[POOL_BYTES / 8]; /* stored, not cleaned */
	uint64_t n_dirty; /* of linked tables */
	struct {
		uint64_t pa, size, ipa;
		uint64_t stored; /* epoch of the last store, before it was linked */
		int level;
		uint8_t state;
	} table[POOL_UNITS];
	uint32_t first[POOL_UNITS]; /* first unit of a unit's table */
	struct judge_pending pending[JUDGE_PENDING];
	size_t n_pending;
	uint64_t epoch; /* barriers so far */
	bool made; /* an entry became valid since the last barrier */
	bool over; /* all was invalidated, for good */
	uint64_t visible_stores; /* into linked tables */
	struct tlb_entry tlb[TLB_ENTRIES];
	struct tlb_entry told[16]; /* ipa, size, level of invalidations that did not complete */
	size_t n_told;
	uint64_t seed, event, near, near_size; /* where to probe */
	bool running; /* the geometry is known: CPUs walk */
} judge;

#define TABLE_OF(pa) judge.table[judge.first[((pa)-pool.base) / POOL_UNIT]]
#define PERMISSION_BITS (UINT64_C(0xc0) | UINT64_C(0x3f) << 53)

static uint64_t judge_rnd(void)
{
	judge.seed ^= judge.seed << 13;
	judge.seed ^= judge.seed >> 7;
	judge.seed ^= judge.seed << 17;
	return judge.seed;
}

/* ---- the TLB ------------------------------------------------------------------------------ */

static void tlb_keep(const struct tlb_entry *e)
{
	judge.tlb[judge_rnd() % TLB_ENTRIES] = *e;
}

/* The TLB's own form of a leaf; a contiguous group as a whole. */
static struct tlb_entry tlb_leaf(const struct hw_walk *w)
{
	const uint64_t n = (w->d >> 52 & 1) != 0 ? hw_group(&judge.hw, w->level) : 1;
	struct tlb_entry e = { .ipa = w->ipa & ~(w->size * n - 1), .size = w->size * n };

	e.pa = w->pa - (w->ipa - e.ipa);
	e.level = w->level;
	e.d = w->d & (UINT64_C(0xfff) << 52 | 0x4fc); /* SH, with VTCR_EL2.DS an address, apart */
	return e;
}

static void tlb_walk(uint64_t ipa, int level, uint64_t table)
{
	const struct hw_walk w = hw_from(&judge.hw, ipa, level, table);

	for (int at = level; at < w.level; at++) {
		const uint64_t size = UINT64_C(1) << hw_shift(&judge.hw, at);
		const struct tlb_entry e = { .ipa = ipa & ~(size - 1),
					     .size = size,
					     .pa = w.table[at + 2],
					     .level = at,
					     .table = true };

		tlb_keep(&e);
	}
	if (w.mapped) {
		const struct tlb_entry e = tlb_leaf(&w);

		tlb_keep(&e);
	}
}

/* CPUs walk where they like, by tables that they remember, too. */
static void tlb_probe(void)
{
	const uint64_t most = (UINT64_C(1) << judge.hw.ipa_bits) - 1;
	const struct tlb_entry *e = &judge.tlb[judge_rnd() % TLB_ENTRIES];
	uint64_t ipa = judge_rnd() & most;

	if (!judge.running)
		return;
	switch (judge_rnd() % 4) {
	case 0:
		ipa = judge.near + (judge_rnd() % (judge.near_size | 1));
		break;
	case 1:
		ipa = judge.near - 1 - (judge_rnd() & 0x3ffff);
		break;
	case 2:
		ipa = judge.near + judge.near_size + (judge_rnd() & 0x3ffff);
		break;
	default:
		break;
	}
	if (e->table && e->size != 0)
		tlb_walk(e->ipa + (ipa & (e->size - 1)), e->level + 1, e->pa);
	else
		tlb_walk(ipa & most, judge.hw.start, hw_root(&judge.hw));
}

static void tlb_forget(const struct tlb_entry *told)
{
	for (size_t i = 0; i < TLB_ENTRIES; i++) {
		struct tlb_entry *e = &judge.tlb[i];

		if (e->size != 0 && e->ipa < told->ipa + told->size &&
		    told->ipa < e->ipa + e->size &&
		    (told->level == AB_S2_LEVEL_ANY || (!e->table && e->level == told->level)))
			e->size = 0;
	}
}

/* Whatever the TLB has is what a walk finds now. */
static void tlb_check(void)
{
	for (size_t i = 0; i < TLB_ENTRIES; i++) {
		const struct tlb_entry *e = &judge.tlb[i];
		struct tlb_entry now;
		struct hw_walk w;

		if (e->size == 0)
			continue;
		w = hw_walk(&judge.hw, e->ipa + judge_rnd() % e->size);
		if (e->table) {
			if (w.level <= e->level || w.table[e->level + 2] != e->pa)
				S2_FAIL("the TLB has a table that is not there any more");
			continue;
		}
		now = tlb_leaf(&w);
		if (!w.mapped || now.ipa != e->ipa || now.size != e->size || now.pa != e->pa ||
		    now.level != e->level || now.d != e->d)
			S2_FAIL("the TLB has an entry that is not there any more");
	}
}

/* ---- break before make -------------------------------------------------------------------- */

/* Call @what for the table at @pa and those below it. */
static void judge_tables(uint64_t pa, int level, uint64_t ipa,
			 void (*what)(uint64_t pa, int level, uint64_t ipa))
{
	const uint64_t n = TABLE_OF(pa).size / 8;

	what(pa, level, ipa);
	for (uint64_t i = 0; level < 3 && i < n; i++) {
		const uint64_t d = pool_load(pa + i * 8);

		if ((d & 3) == 3)
			judge_tables(hw_oa(&judge.hw, d, judge.hw.page), level + 1,
				     ipa + (i << hw_shift(&judge.hw, level)), what);
	}
}

static void judge_link(uint64_t pa, int level, uint64_t ipa)
{
	if (TABLE_OF(pa).state != UNLINKED || TABLE_OF(pa).pa != pa)
		S2_FAIL("a table is linked twice");
	if (TABLE_OF(pa).stored >= judge.epoch)
		S2_FAIL("a table is linked before its content is ordered");
	for (uint64_t i = 0; i < TABLE_OF(pa).size / 8; i++)
		if (judge.dirty[(pa - pool.base) / 8 + i])
			S2_FAIL("a table is linked before its content is cleaned");
	TABLE_OF(pa).state = LINKED;
	TABLE_OF(pa).level = level;
	TABLE_OF(pa).ipa = ipa;
}

static void judge_retire(uint64_t pa, int level, uint64_t ipa)
{
	(void)level;
	(void)ipa;
	TABLE_OF(pa).state = RETIRED;
}

static void judge_forget(uint64_t pa, int level, uint64_t ipa)
{
	(void)level;
	(void)ipa;
	TABLE_OF(pa).state = FORGOTTEN;
}

static void judge_wait(uint64_t pa, uint64_t old, uint8_t state)
{
	struct judge_pending *p = &judge.pending[judge.n_pending++];
	const int level = TABLE_OF(pa).level;

	if (judge.n_pending == JUDGE_PENDING)
		S2_FAIL("the judge has no room");
	*p = (struct judge_pending){ .pa = pa, .level = level };
	p->size = UINT64_C(1) << hw_shift(&judge.hw, level);
	p->ipa = TABLE_OF(pa).ipa + (pa - TABLE_OF(pa).pa) / 8 * p->size;
	p->table = (old & 3) == 3 && level < 3;
	if (p->table) {
		p->child = hw_oa(&judge.hw, old, judge.hw.page);
		judge_tables(p->child, level + 1, p->ipa, judge_retire);
	}
	judge.state[(pa - pool.base) / 8] = state;
}

/* All valid entries of a group agree, if one has the hint. */
static void judge_group(uint64_t pa, uint64_t d)
{
	const int level = TABLE_OF(pa).level;
	const uint64_t n = hw_group(&judge.hw, level), first = TABLE_OF(pa).pa;
	const uint64_t at = (pa - first) / 8, size = UINT64_C(1) << hw_shift(&judge.hw, level);

	for (uint64_t i = at & ~(n - 1); i < (at | (n - 1)) + 1 && i < TABLE_OF(pa).size / 8; i++) {
		const uint64_t other = pool_load(first + i * 8);

		if (i == at || (other & 1) == 0 || ((d | other) >> 52 & 1) == 0)
			continue;
		if (((d ^ other) & (UINT64_C(0xfff) << 52 | 0x4ff)) != 0 ||
		    hw_oa(&judge.hw, other, judge.hw.page) - hw_oa(&judge.hw, d, judge.hw.page) !=
			(i - at) * size)
			S2_FAIL("entries of a contiguous group differ");
	}
}

static void judge_visible_store(uint64_t pa, uint64_t old, uint64_t new)
{
	const uint64_t word = (pa - pool.base) / 8;
	const uint8_t state = judge.state[word];

	judge.visible_stores++;
	if ((old & 1) != 0 && (new & 1) == 0) {
		judge_wait(pa, old, BROKEN);
	} else if ((old & 1) != 0) {
		if (((old ^ new) & ~PERMISSION_BITS) != 0)
			S2_FAIL("a valid entry is replaced without a break");
		if (((old | new) >> 52 & 1) != 0)
			S2_FAIL("an entry of a contiguous group changes alone");
		judge_wait(pa, old, PERMITTED);
		judge.made = true;
	} else if ((new & 1) != 0) {
		if (state != CLEAN)
			S2_FAIL("an entry is made before its break is complete");
		if ((new & 2) != 0 && TABLE_OF(pa).level < 3)
			judge_tables(hw_oa(&judge.hw, new, judge.hw.page), TABLE_OF(pa).level + 1,
				     TABLE_OF(pa).ipa + ((pa - TABLE_OF(pa).pa) / 8 << hw_shift(
							     &judge.hw, TABLE_OF(pa).level)),
				     judge_link);
		judge.made = true;
	}
	if ((new & 1) != 0)
		judge_group(pa, new);
}

static void judge_store(uint64_t pa, uint64_t old, uint64_t new)
{
	const uint64_t word = (pa - pool.base) / 8;

	judge.n_dirty += TABLE_OF(pa).state == LINKED && !judge.dirty[word];
	judge.dirty[word] = 1;
	if (TABLE_OF(pa).state == UNLINKED)
		TABLE_OF(pa).stored = judge.epoch;
	else if (TABLE_OF(pa).state == LINKED)
		judge_visible_store(pa, old, new);
	else
		S2_FAIL("a store into a table that is no more in use");
	if (judge.event++ < 200 || judge.event % 256 == 0)
		tlb_probe(); /* finds what was there before the store */
}

static void judge_alloc(uint64_t pa, uint64_t size)
{
	const uint64_t unit = (pa - pool.base) / POOL_UNIT;

	for (uint64_t i = 0; i < size / POOL_UNIT; i++)
		judge.first[unit + i] = (uint32_t)unit;
	memset(&judge.state[(pa - pool.base) / 8], CLEAN, (size_t)(size / 8));
	judge.table[unit].pa = pa;
	judge.table[unit].size = size;
	judge.table[unit].stored = judge.epoch;
	judge.table[unit].state = UNLINKED;
}

static void judge_free(uint64_t pa, uint64_t size)
{
	const uint8_t state = TABLE_OF(pa).state;

	if (TABLE_OF(pa).pa != pa || TABLE_OF(pa).size != size)
		S2_FAIL("memory is given back in other pieces than it was taken");
	if (state != UNLINKED && state != FORGOTTEN && !judge.over)
		S2_FAIL("a table is given back that a CPU may remember");
	TABLE_OF(pa).state = NO_TABLE;
	memset(&judge.dirty[(pa - pool.base) / 8], 0, (size_t)(size / 8));
}

static void judge_clean(uint64_t pa, uint64_t size)
{
	uint8_t *dirty = &judge.dirty[(pa - pool.base) / 8];

	for (uint64_t i = 0; TABLE_OF(pa).state == LINKED && i < size / 8; i++)
		judge.n_dirty -= dirty[i];
	memset(dirty, 0, (size_t)(size / 8));
}

static void judge_tlbi(uint64_t ipa, uint64_t size, int level)
{
	const bool all =
	    level == AB_S2_LEVEL_ANY && ipa == 0 && size == UINT64_C(1) << judge.hw.ipa_bits;
	bool useful = judge.n_pending == 0 && all; /* at the end */

	if (level < -1 || level > AB_S2_LEVEL_ANY || size == 0 ||
	    (level != AB_S2_LEVEL_ANY &&
	     ((ipa | size) & ((UINT64_C(1) << hw_shift(&judge.hw, level)) - 1)) != 0))
		S2_FAIL("an invalidation that nobody can do");
	for (size_t i = 0; i < judge.n_pending; i++) {
		const struct judge_pending *p = &judge.pending[i];
		uint8_t *state = &judge.state[(p->pa - pool.base) / 8];

		if (p->ipa < ipa || p->ipa + (p->size - 1) > ipa + (size - 1) ||
		    (level != AB_S2_LEVEL_ANY && (p->table || p->level != level)))
			continue;
		if (*state == BROKEN_ORDERED || *state == PERMITTED_ORDERED)
			*state = INVALIDATING;
		useful = true;
	}
	if (!useful)
		S2_FAIL("an invalidation without need");
	judge.told[judge.n_told++ % 16] =
	    (struct tlb_entry){ .ipa = ipa, .size = size, .level = level };
	tlb_probe();
	judge.over = judge.n_pending == 0;
	judge.running = !judge.over;
}

static void judge_barrier(enum ab_s2_barrier kind)
{
	size_t left = 0;

	if (judge.n_dirty != 0)
		S2_FAIL("stores are ordered that were not cleaned");
	tlb_probe();
	judge.epoch += kind == AB_S2_STORES;
	judge.made &= kind != AB_S2_STORES;
	for (size_t i = 0; i < judge.n_pending; i++) {
		const struct judge_pending *p = &judge.pending[i];
		uint8_t *state = &judge.state[(p->pa - pool.base) / 8];

		if (kind == AB_S2_STORES && (*state == BROKEN || *state == PERMITTED))
			*state = *state == BROKEN ? BROKEN_ORDERED : PERMITTED_ORDERED;
		if (kind == AB_S2_INVALIDATED && *state == INVALIDATING) {
			*state = CLEAN;
			if (p->table)
				judge_tables(p->child, p->level + 1, p->ipa, judge_forget);
			continue;
		}
		judge.pending[left++] = *p;
	}
	judge.n_pending = left;
	for (; kind == AB_S2_INVALIDATED && judge.n_told != 0; judge.n_told--)
		tlb_forget(&judge.told[(judge.n_told - 1) % 16]);
}

/* ---- for tests ---------------------------------------------------------------------------- */

/* Before ab_s2_init(). */
static inline struct ab_s2_ops judge_begin(uint64_t base)
{
	const struct ab_s2_ops ops = pool_begin(base);

	memset(judge.table, 0, sizeof(judge.table));
	memset(judge.tlb, 0, sizeof(judge.tlb));
	judge.n_dirty = judge.epoch = judge.visible_stores = judge.event = 0;
	judge.n_pending = judge.n_told = 0;
	judge.made = judge.over = judge.running = false;
	judge.near = judge.near_size = 0;
	judge.seed = UINT64_C(0x9e3779b97f4a7c15);
	pool.on = (struct s2_events){ .store = judge_store,
				      .alloc = judge_alloc,
				      .free = judge_free,
				      .clean = judge_clean,
				      .tlbi = judge_tlbi,
				      .barrier = judge_barrier };
	return ops;
}

/* After ab_s2_init(): CPUs begin to walk. */
static inline void judge_run(const struct ab_s2 *s2)
{
	judge.hw = hw_of(ab_s2_vtcr(s2), ab_s2_vttbr(s2));
	if (hw_root(&judge.hw) != s2->root)
		S2_FAIL("VTTBR_EL2 does not lead to the root");
	judge_tables(s2->root, judge.hw.start, 0, judge_link);
	judge.running = true;
}

/* Before a change: probe near this range. */
static inline void judge_expect(uint64_t ipa, uint64_t size)
{
	judge.near = ipa;
	judge.near_size = size;
	judge.event = 0;
	for (int i = 0; i < 8; i++)
		tlb_probe();
}

/* After a change. */
static inline void judge_check(void)
{
	if (judge.n_pending != 0)
		S2_FAIL("an invalidation is missing at the end");
	if (judge.made)
		S2_FAIL("a barrier is missing at the end");
	if (judge.n_dirty != 0)
		S2_FAIL("a clean is missing at the end");
	tlb_check();
	for (int i = 0; i < 4; i++)
		tlb_probe();
}

#endif /* S2_JUDGE_H */
