/* SPDX-License-Identifier: BSD-2-Clause */
/* Reading tables: one address, or all entries of a range. */
#include "stage2_priv.h"

bool ab_s2_query(const struct ab_s2 *s2, uint64_t ipa, struct ab_s2_entry *entry)
{
	uint64_t table = s2->root, d;

	*entry = (struct ab_s2_entry){ .kind = AB_S2_INVALID };
	if (ipa >> s2->config.ipa_bits != 0)
		return false;
	for (int level = 4 - s2->config.levels;; level++) {
		const uint64_t index = ipa >> ab_s2_shift(s2, level);

		d = ab_s2_load_(ab_s2_at(s2, table) + (index & (ab_s2_entries(s2, level) - 1)));
		if (!ab_s2_is_table(d, level)) {
			ab_s2_entry_(s2, level, index << ab_s2_shift(s2, level), d, entry);
			return true;
		}
		table = ab_s2_pa_(s2, d);
	}
}

struct walk {
	const struct ab_s2 *s2;
	uint64_t first, last; /* addresses */
	bool (*visit)(void *ctx, const struct ab_s2_entry *entry);
	void *ctx;
};

static bool walk(const struct walk *w, int level, uint64_t table, uint64_t ipa)
{
	const struct ab_s2_part part = ab_s2_part(w->s2, level, ipa, w->first, w->last);
	const uint64_t *at = ab_s2_at(w->s2, table);

	for (uint32_t i = part.first; i <= part.last; i++) {
		const uint64_t first = ipa + ((uint64_t)i << ab_s2_shift(w->s2, level));
		struct ab_s2_entry entry;

		ab_s2_entry_(w->s2, level, first, ab_s2_load_(at + i), &entry);
		if (!w->visit(w->ctx, &entry))
			return false;
		if (entry.kind == AB_S2_TABLE && !walk(w, level + 1, entry.pa, first))
			return false;
	}
	return true;
}

bool ab_s2_walk(const struct ab_s2 *s2, uint64_t ipa, uint64_t size,
		bool (*visit)(void *ctx, const struct ab_s2_entry *entry), void *ctx)
{
	struct walk w = { s2, ipa, UINT64_MAX, visit, ctx };

	if (size == 0 || ipa >> s2->config.ipa_bits != 0)
		return true;
	if (size - 1 <= UINT64_MAX - ipa)
		w.last = ipa + (size - 1);
	return walk(&w, s2->start, s2->root, 0);
}
