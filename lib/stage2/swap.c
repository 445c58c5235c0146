/* SPDX-License-Identifier: BSD-2-Clause */
/* Replaces entries that CPUs walk: break before make, and each table written before it is linked.
 * DDI0487 D8.13.1. */
#include "stage2_priv.h"

static bool is_broken(uint64_t d)
{
	return d != 0 && (d & (D_VALID | D_OWNED)) == 0;
}

/* What a CPU may find at once in place of @old, so that no CPU finds what is forbidden. */
static uint64_t first_step(struct ab_s2_swap *w, uint64_t old, uint64_t next)
{
	if (ab_s2_is_table(old, w->level)) {
		w->retiring = true;
		return (old & ~D_VALID) | D_RETIRED;
	}
	if ((next & D_VALID) == 0) /* nothing to make */
		return next;
	/* valid entries of a contiguous group must be alike at any time: each is broken first */
	if (((old | next) & D_CONTIGUOUS) == 0) {
		if ((old & D_VALID) == 0 && !ab_s2_is_table(next, w->level))
			return next; /* nothing to break, nothing to wait for */
		if ((old & D_VALID) != 0 && ((old ^ next) & ~D_PERMISSIONS) == 0)
			return next;
	}
	w->making = true;
	return next & ~D_VALID;
}

void ab_s2_swap_put_(struct ab_s2_swap *w, uint32_t i, uint64_t old, uint64_t next)
{
	ab_s2_store_(w->at + i, first_step(w, old, next));
	if (w->first > i)
		w->first = i;
	w->last = i;
	if ((old & D_VALID) == 0)
		return;
	if (!w->broken)
		w->stale_first = i;
	w->stale_last = i;
	w->broken = true;
}

static void invalidate(const struct ab_s2_swap *w)
{
	const unsigned int shift = ab_s2_shift(w->s2, w->level);
	const uint64_t n = (uint64_t)w->stale_last - w->stale_first + 1;
	const struct ab_s2_ops *ops = &w->s2->ops;

	ops->tlbi(ops->ctx, w->ipa + ((uint64_t)w->stale_first << shift), n << shift,
		  w->retiring ? AB_S2_LEVEL_ANY : w->level);
	ops->barrier(ops->ctx, AB_S2_INVALIDATED);
}

void ab_s2_swap_end_(const struct ab_s2_swap *w, bool *open,
		     uint64_t (*leaf)(const struct ab_s2_swap *w, const void *ctx, uint32_t i,
				      uint64_t old),
		     const void *ctx)
{
	const uint64_t n = (uint64_t)w->last - w->first + 1;

	if (w->first > w->last)
		return;
	ab_s2_clean_(w->s2, w->at + w->first, n);
	*open = w->making || w->retiring || !w->broken;
	if (!w->making && !w->broken)
		return;
	w->s2->ops.barrier(w->s2->ops.ctx, AB_S2_STORES);
	if (w->broken)
		invalidate(w);
	if (!w->making && !w->retiring)
		return;
	for (uint32_t i = w->first; i <= w->last; i++) {
		const uint64_t d = ab_s2_load_(w->at + i);

		if (!is_broken(d))
			continue;
		if ((d & D_RETIRED) == 0) {
			ab_s2_store_(w->at + i, d | D_VALID);
			continue;
		}
		ab_s2_store_(w->at + i, leaf(w, ctx, i, d));
		ab_s2_release_(w->s2, ab_s2_pa_(w->s2, d), w->level + 1);
	}
	ab_s2_clean_(w->s2, w->at + w->first, n);
}
