/* SPDX-License-Identifier: BSD-2-Clause */
/* Fewer tables, larger blocks, more hints, for the same mappings. */
#include "stage2_priv.h"

/* The entry that can replace the table @at of @level + 1, in a table of @level; 1, a block without
 * attributes, which no entry is: none can. */
#define NONE D_VALID

static uint64_t folded(const struct ab_s2 *s2, int level, const uint64_t *at)
{
	const uint64_t first = ab_s2_load_(at), pa = ab_s2_pa_(s2, first);
	const bool valid = (first & D_VALID) != 0;

	if (valid && (!ab_s2_is_leaf(first, level + 1) || level < ab_s2_first_leaf_(s2) ||
		      (pa & (ab_s2_span(s2, level) - 1)) != 0))
		return NONE;
	for (uint32_t i = 1; i < ab_s2_entries(s2, level + 1); i++) {
		const uint64_t d = ab_s2_load_(at + i);

		if (!valid && d != first)
			return NONE;
		if (valid && ((d ^ ab_s2_moved_(s2, first, pa + i * ab_s2_span(s2, level + 1))) &
			      ~D_CONTIGUOUS) != 0)
			return NONE;
	}
	return valid ? first & ~(D_CONTIGUOUS | D_TABLE) : first;
}

/* As ab_s2_swap_end_() wants it. */
static uint64_t leaf(const struct ab_s2_swap *w, const void *ctx, uint32_t i, uint64_t old)
{
	(void)ctx;
	(void)i;
	return folded(w->s2, w->level, ab_s2_at(w->s2, ab_s2_pa_(w->s2, old)));
}

static void fold(struct ab_s2_swap *w, struct ab_s2_part part)
{
	for (uint32_t i = part.first; i <= part.last; i++) {
		const uint64_t d = ab_s2_load_(w->at + i);
		uint64_t next = NONE;

		if (ab_s2_is_table(d, w->level))
			next = folded(w->s2, w->level, ab_s2_at(w->s2, ab_s2_pa_(w->s2, d)));
		if (next != NONE)
			ab_s2_swap_put_(w, i, d, next);
	}
}

/* Whether @n entries, a group without the hint, may have it. */
static bool alike(const struct ab_s2 *s2, int level, const uint64_t *at, uint32_t n)
{
	const uint64_t first = ab_s2_load_(at), pa = ab_s2_pa_(s2, first);
	const uint64_t size = ab_s2_span(s2, level);

	if (!ab_s2_is_leaf(first, level) || (first & D_CONTIGUOUS) != 0 ||
	    (pa & (size * n - 1)) != 0)
		return false;
	for (uint32_t i = 1; i < n; i++)
		if (ab_s2_load_(at + i) != ab_s2_moved_(s2, first, pa + i * size))
			return false;
	return true;
}

struct range {
	uint64_t first, last; /* addresses */
	bool open; /* stores were made that no barrier followed */
};

/* Give the hint to groups of the table at @pa. */
static void hint(struct ab_s2 *s2, struct range *range, int level, uint64_t pa, uint64_t ipa)
{
	const struct ab_s2_part part = ab_s2_part(s2, level, ipa, range->first, range->last);
	const uint32_t n = UINT32_C(1) << ab_s2_group_(s2, level);
	struct ab_s2_swap w = ab_s2_swap(s2, ab_s2_at(s2, pa), ipa, level);

	if (n == 1)
		return;
	for (uint32_t first = part.first & ~(n - 1); first <= part.last; first += n) {
		if (!alike(s2, level, w.at + first, n))
			continue;
		for (uint32_t i = first; i < first + n; i++) {
			const uint64_t d = ab_s2_load_(w.at + i);

			ab_s2_swap_put_(&w, i, d, d | D_CONTIGUOUS);
		}
	}
	ab_s2_swap_end_(&w, &range->open, leaf, NULL);
}

/* Fold the tables below the one at @pa, and give hints in those that are left. */
static void coalesce(struct ab_s2 *s2, struct range *range, int level, uint64_t pa, uint64_t ipa)
{
	const struct ab_s2_part part = ab_s2_part(s2, level, ipa, range->first, range->last);
	struct ab_s2_swap w = ab_s2_swap(s2, ab_s2_at(s2, pa), ipa, level);

	for (int pass = 0; pass < 2; pass++) {
		for (uint32_t i = part.first; i <= part.last; i++) {
			const uint64_t d = ab_s2_load_(w.at + i);

			if (ab_s2_is_table(d, level))
				(pass == 0 ? coalesce
					   : hint)(s2, range, level + 1, ab_s2_pa_(s2, d),
						   ipa + ((uint64_t)i << ab_s2_shift(s2, level)));
		}
		if (pass == 0) {
			fold(&w, part);
			ab_s2_swap_end_(&w, &range->open, leaf, NULL);
		}
	}
}

void ab_s2_coalesce(struct ab_s2 *s2, uint64_t ipa, uint64_t size)
{
	struct range range = { .first = ipa, .last = UINT64_MAX };

	if (size == 0 || ipa >> s2->config.ipa_bits != 0)
		return;
	if (size - 1 <= UINT64_MAX - ipa)
		range.last = ipa + (size - 1);
	coalesce(s2, &range, s2->start, s2->root, 0);
	hint(s2, &range, s2->start, s2->root, 0);
	if (range.open)
		s2->ops.barrier(s2->ops.ctx, AB_S2_STORES);
}
