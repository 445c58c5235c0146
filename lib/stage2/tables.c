/* SPDX-License-Identifier: BSD-2-Clause */
/* Memory of tables: taken, cleaned, given back. */
#include "stage2_priv.h"

#include "../base/base_priv.h"
#include "geometry.h"

void ab_s2_clean_(const struct ab_s2 *s2, const uint64_t *at, uint64_t entries)
{
	if (s2->ops.clean != NULL)
		s2->ops.clean(s2->ops.ctx, at, entries * 8);
}

bool ab_s2_take_(const struct ab_s2 *s2, uint64_t size, uint64_t *pa)
{
	if (!s2->ops.alloc(s2->ops.ctx, size, pa))
		return false;
	if ((*pa & (size - 1)) == 0 && *pa >> s2->pa_bits == 0)
		return true;
	s2->ops.free(s2->ops.ctx, *pa, size); /* descriptors cannot name it */
	return false;
}

void ab_s2_release_(struct ab_s2 *s2, uint64_t pa, int level)
{
	const uint64_t *at = ab_s2_at(s2, pa);

	for (uint32_t i = 0; level < 3 && i < ab_s2_entries(s2, level); i++) {
		const uint64_t d = ab_s2_load_(at + i);

		if (ab_s2_is_table(d, level))
			ab_s2_release_(s2, ab_s2_pa_(s2, d), level + 1);
	}
	s2->ops.free(s2->ops.ctx, pa, level == s2->start ? s2->root_size : ab_s2_granule(s2));
	s2->tables--;
}

enum ab_err ab_s2_init(struct ab_s2 *s2, const struct ab_s2_config *config,
		       const struct ab_s2_ops *ops, struct ab_error *why)
{
	struct ab_s2 made = { .ops = *ops, .tables = 1 };
	const enum ab_err err = ab_s2_geometry_(&made, config, why);

	*s2 = (struct ab_s2){ .tables = 0 };
	if (err != AB_OK)
		return err;
	if (!ab_s2_take_(&made, made.root_size, &made.root))
		return ab_fail(why, AB_ERR_NOSPACE, "s2_ops.alloc", made.root_size,
			       "must give that many bytes for the root, aligned and below "
			       "2^pa_bits");
	*s2 = made;
	for (uint64_t i = 0; i < s2->root_size / 8; i++)
		ab_s2_store_(ab_s2_at(s2, s2->root) + i, 0);
	ab_s2_clean_(s2, ab_s2_at(s2, s2->root), s2->root_size / 8);
	s2->ops.barrier(s2->ops.ctx, AB_S2_STORES);
	return ab_fail(why, AB_OK, NULL, 0, NULL);
}

void ab_s2_destroy(struct ab_s2 *s2)
{
	s2->ops.tlbi(s2->ops.ctx, 0, UINT64_C(1) << s2->config.ipa_bits, AB_S2_LEVEL_ANY);
	s2->ops.barrier(s2->ops.ctx, AB_S2_INVALIDATED);
	ab_s2_release_(s2, s2->root, s2->start);
	*s2 = (struct ab_s2){ .tables = 0 };
}
