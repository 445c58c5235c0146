/* SPDX-License-Identifier: BSD-2-Clause */
/* The second phase: one engine for map, unmap and protect. */
#include "stage2_priv.h"

#include "../base/base_priv.h"

/* A table whose entries become others: one that is in use, or one that takes the place of an entry
 * and is not linked yet. */
struct table {
	uint64_t *at; /* where its entries are, or are built */
	uint64_t ipa; /* that entry 0 covers */
	uint64_t parent; /* the entry whose place it takes; 0 or with an owner: that of its own */
	int level;
	unsigned int group; /* entries of a contiguous group, as their logarithm */
	bool linked;
};

/* Entry @i before the change. What takes the place of a block is as contiguous as can be. */
static uint64_t before(const struct ab_s2_job *job, const struct table *t, uint32_t i)
{
	const uint64_t d = t->parent;

	if (t->linked)
		return ab_s2_load_(t->at + i);
	if ((d & D_VALID) == 0)
		return d;
	return ab_s2_moved_(job->s2, d & ~D_CONTIGUOUS,
			    ab_s2_pa_(job->s2, d) + i * ab_s2_span(job->s2, t->level)) |
	       ab_s2_leaf_kind(t->level) | (t->group != 0 ? D_CONTIGUOUS : 0);
}

static uint64_t ipa_of(const struct ab_s2_job *job, const struct table *t, uint32_t i)
{
	return t->ipa + ((uint64_t)i << ab_s2_shift(job->s2, t->level));
}

/* Whether the range contains all of the contiguous group of @size bytes that has @ipa. */
static bool group_whole(const struct ab_s2_job *job, uint64_t ipa, uint64_t size)
{
	ipa &= ~(size - 1);
	return ipa >= job->first && ipa + (size - 1) <= job->last;
}

/* Whether the group that begins at entry @first has the hint and loses it, as only some of its
 * entries change. */
static bool group_cut(const struct ab_s2_job *job, const struct table *t, uint32_t first)
{
	const uint32_t n = UINT32_C(1) << t->group;
	uint64_t d = before(job, t, first), next;

	if (!ab_s2_is_leaf(d, t->level) || (d & D_CONTIGUOUS) == 0 ||
	    group_whole(job, ipa_of(job, t, first), n * ab_s2_span(job->s2, t->level)))
		return false;
	for (uint32_t i = first; i < first + n; i++) {
		d = before(job, t, i);
		if (ab_s2_fate_(job, t->level, ipa_of(job, t, i), d, &next) != FATE_SET ||
		    next != (d & ~D_CONTIGUOUS))
			return true;
	}
	return false;
}

/* Add the contiguous hint to @next, which takes the place of @d at @ipa. */
static uint64_t hinted(const struct ab_s2_job *job, int level, unsigned int group, uint64_t ipa,
		       uint64_t d, uint64_t next, bool cut)
{
	const uint64_t size = ab_s2_span(job->s2, level) << group;

	if (group == 0 || !ab_s2_is_leaf(next, level))
		return next;
	if (!group_whole(job, ipa, size)) /* the same: it keeps the hint, if it has it */
		return !cut && next == (d & ~D_CONTIGUOUS) ? d : next;
	if (job->what == AB_S2_MAP)
		return next | ((job->delta & (size - 1)) == 0 ? D_CONTIGUOUS : 0);
	return next | (d & D_CONTIGUOUS);
}

/* ---- the engine: the job, and the tables for it ---------------------------------------------- */

struct engine {
	const struct ab_s2_job *job;
	struct ab_s2 *s2;
	uint64_t spare, n_spare; /* tables taken and not used yet; each links the next */
	bool open; /* stores were made that no barrier followed */
};

static uint64_t build(struct engine *e, int level, uint64_t ipa, uint64_t parent);

/* What takes the place of entry @i, which is @d; the same where a table stays. */
static uint64_t after(struct engine *e, const struct table *t, uint32_t i, uint64_t d, bool cut)
{
	const uint64_t ipa = ipa_of(e->job, t, i);
	uint64_t next;

	switch (ab_s2_fate_(e->job, t->level, ipa, d, &next)) {
	case FATE_SPLIT:
		return build(e, t->level + 1, ipa, d);
	case FATE_SET:
		return hinted(e->job, t->level, t->group, ipa, d, next, cut);
	default:
		return d;
	}
}

/* Build a table of @level in a spare page, with all tables below it, in place of the block or
 * invalid entry @parent. Returns the entry that links it. */
static uint64_t build(struct engine *e, int level, uint64_t ipa, uint64_t parent)
{
	const uint32_t n = ab_s2_entries(e->s2, level);
	const uint64_t pa = e->spare;
	const struct table t = { .at = ab_s2_at(e->s2, pa),
				 .ipa = ipa,
				 .parent = parent,
				 .level = level,
				 .group = ab_s2_group_(e->s2, level) };
	const uint32_t group = UINT32_C(1) << t.group;
	bool cut = false;

	e->spare = ab_s2_load_(t.at);
	e->n_spare--;
	for (uint32_t i = 0; i < n; i++) {
		if (i % group == 0)
			cut = group_cut(e->job, &t, i);
		ab_s2_store_(t.at + i, after(e, &t, i, before(e->job, &t, i), cut));
	}
	ab_s2_clean_(e->s2, t.at, n);
	return ab_s2_table(e->s2, pa);
}

/* What takes the place of a table: all that the entry covers is in the range. */
static uint64_t leaf(const struct ab_s2_swap *w, const void *ctx, uint32_t i, uint64_t old)
{
	const struct ab_s2_job *job = ctx;
	const uint64_t ipa = w->ipa + ((uint64_t)i << ab_s2_shift(w->s2, w->level));
	uint64_t next;

	(void)ab_s2_fate_(job, w->level, ipa, old, &next);
	return hinted(job, w->level, ab_s2_group_(w->s2, w->level), ipa, old, next, true);
}

/* Change a table in use, those below it first. */
static void change(struct engine *e, int level, uint64_t pa, uint64_t ipa)
{
	const struct table t = { .at = ab_s2_at(e->s2, pa),
				 .ipa = ipa,
				 .level = level,
				 .group = ab_s2_group_(e->s2, level),
				 .linked = true };
	const uint32_t group = UINT32_C(1) << t.group;
	struct ab_s2_part part = ab_s2_part(e->s2, level, ipa, e->job->first, e->job->last);
	struct ab_s2_swap w = ab_s2_swap(e->s2, t.at, ipa, level);
	bool cut = false;
	uint64_t next;

	for (uint32_t i = part.first; i <= part.last; i++) {
		const uint64_t d = ab_s2_load_(t.at + i), first = ipa_of(e->job, &t, i);

		if (ab_s2_fate_(e->job, level, first, d, &next) == FATE_DESCEND)
			change(e, level + 1, ab_s2_pa_(e->s2, d), first);
	}
	/* a group that is cut changes beyond the range */
	part.first &= ~(group - 1);
	part.last |= group - 1;
	for (uint32_t i = part.first; i <= part.last; i++) {
		const uint64_t d = ab_s2_load_(t.at + i);

		if (i % group == 0)
			cut = group_cut(e->job, &t, i);
		next = after(e, &t, i, d, cut);
		if (next != d)
			ab_s2_swap_put_(&w, i, d, next);
	}
	ab_s2_swap_end_(&w, &e->open, leaf, e->job);
}

static void give_back(struct engine *e)
{
	for (; e->n_spare != 0; e->n_spare--) {
		const uint64_t pa = e->spare;

		e->spare = ab_s2_load_(ab_s2_at(e->s2, pa));
		e->s2->ops.free(e->s2->ops.ctx, pa, ab_s2_granule(e->s2));
	}
}

static enum ab_err take(struct engine *e, uint64_t n, struct ab_error *why)
{
	while (e->n_spare != n) {
		uint64_t pa;

		if (!ab_s2_take_(e->s2, ab_s2_granule(e->s2), &pa)) {
			give_back(e);
			return ab_fail(why, AB_ERR_NOSPACE, "s2_ops.alloc", n,
				       "must give that many tables, aligned and below 2^pa_bits");
		}
		ab_s2_store_(ab_s2_at(e->s2, pa), e->spare);
		e->spare = pa;
		e->n_spare++;
	}
	e->s2->tables += n;
	return AB_OK;
}

static enum ab_err make(struct ab_s2 *s2, const struct ab_s2_change *c, struct ab_error *why)
{
	struct ab_s2_job job;
	struct engine e = { .job = &job, .s2 = s2 };
	enum ab_err err;
	uint64_t n;

	if ((err = ab_s2_job_(s2, c, &job, why)) != AB_OK ||
	    (err = ab_s2_count_(&job, &n, why)) != AB_OK || (err = take(&e, n, why)) != AB_OK)
		return err;
	change(&e, s2->start, s2->root, 0);
	if (e.open)
		s2->ops.barrier(s2->ops.ctx, AB_S2_STORES);
	return ab_fail(why, AB_OK, NULL, 0, NULL);
}

enum ab_err ab_s2_map(struct ab_s2 *s2, uint64_t ipa, uint64_t pa, uint64_t size,
		      const struct ab_s2_attr *attr, uint32_t flags, struct ab_error *why)
{
	const struct ab_s2_change c = {
		.what = AB_S2_MAP, .ipa = ipa, .size = size, .pa = pa, .attr = *attr, .flags = flags
	};

	return make(s2, &c, why);
}

enum ab_err ab_s2_unmap(struct ab_s2 *s2, uint64_t ipa, uint64_t size, uint8_t owner,
			struct ab_error *why)
{
	const struct ab_s2_change c = {
		.what = AB_S2_UNMAP, .ipa = ipa, .size = size, .owner = owner
	};

	return make(s2, &c, why);
}

enum ab_err ab_s2_protect(struct ab_s2 *s2, uint64_t ipa, uint64_t size, uint8_t access,
			  uint8_t software, struct ab_error *why)
{
	const struct ab_s2_change c = { .what = AB_S2_PROTECT,
					.ipa = ipa,
					.size = size,
					.attr = { .access = access, .software = software } };

	return make(s2, &c, why);
}
