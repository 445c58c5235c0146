/* SPDX-License-Identifier: BSD-2-Clause */
/* What a change asks for: its arguments checked, and the fate of each entry. */
#include "stage2_priv.h"

#include "../base/base_priv.h"

enum member { IPA, SIZE, ACCESS, SOFTWARE, MEMBERS };

/* Paths for errors: MAP, UNMAP, PROTECT. */
static const char *const paths[][MEMBERS] = {
	{ "s2_map.ipa", "s2_map.size", "s2_map.attr.access", "s2_map.attr.software" },
	{ "s2_unmap.ipa", "s2_unmap.size", NULL, NULL },
	{ "s2_protect.ipa", "s2_protect.size", "s2_protect.access", "s2_protect.software" },
};

static const char *path(const struct ab_s2_change *c, enum member member)
{
	return paths[c->what - AB_S2_MAP][member];
}

static const char unaligned[] = "must be a multiple of the granule";

static enum ab_err check_range(const struct ab_s2 *s2, const struct ab_s2_change *c,
			       struct ab_error *why)
{
	const uint64_t granule = ab_s2_granule(s2), end = UINT64_C(1) << s2->config.ipa_bits;

	if (!ab_is_aligned(c->ipa, granule))
		return ab_fail(why, AB_ERR_ARG, path(c, IPA), c->ipa, unaligned);
	if (c->ipa >= end)
		return ab_fail(why, AB_ERR_ARG, path(c, IPA), c->ipa, "must be below 2^ipa_bits");
	if (c->size == 0 || !ab_is_aligned(c->size, granule))
		return ab_fail(why, AB_ERR_ARG, path(c, SIZE), c->size,
			       "must be a multiple of the granule, and not 0");
	if (!ab_within(c->ipa, c->size, end))
		return ab_fail(why, AB_ERR_ARG, path(c, SIZE), c->size,
			       "must end within 2^ipa_bits");
	return AB_OK;
}

static enum ab_err check_access(const struct ab_s2 *s2, const struct ab_s2_change *c,
				struct ab_error *why)
{
	const unsigned int access = c->attr.access, x = access & AB_S2_X;

	if (access > AB_S2_RWX)
		return ab_fail(why, AB_ERR_ARG, path(c, ACCESS), access,
			       "must be bits of enum ab_s2_access");
	if (!s2->config.cpu.xnx && x != 0 && x != AB_S2_X)
		return ab_fail(why, AB_ERR_UNSUPPORTED, path(c, ACCESS), access,
			       "must have both or none of AB_S2_X_EL1 and AB_S2_X_EL0, as cpu has "
			       "no FEAT_XNX");
	if (c->attr.software > 15)
		return ab_fail(why, AB_ERR_ARG, path(c, SOFTWARE), c->attr.software,
			       "must be at most 15");
	return AB_OK;
}

static enum ab_err check_map(const struct ab_s2 *s2, const struct ab_s2_change *c,
			     struct ab_error *why)
{
	if (!ab_is_aligned(c->pa, ab_s2_granule(s2)))
		return ab_fail(why, AB_ERR_ARG, "s2_map.pa", c->pa, unaligned);
	if (!ab_within(c->pa, c->size, UINT64_C(1) << s2->pa_bits))
		return ab_fail(why, AB_ERR_ARG, "s2_map.pa", c->pa,
			       "must leave room for the size below 2^pa_bits");
	if (c->flags > AB_S2_REPLACE)
		return ab_fail(why, AB_ERR_ARG, "s2_map.flags", c->flags,
			       "must be 0 or AB_S2_REPLACE");
	if (c->attr.memory > AB_S2_GRE)
		return ab_fail(why, AB_ERR_ARG, "s2_map.attr.memory", c->attr.memory,
			       "must be of enum ab_s2_memory");
	if (c->attr.memory == AB_S2_WT && s2->config.cpu.fwb)
		return ab_fail(why, AB_ERR_UNSUPPORTED, "s2_map.attr.memory", c->attr.memory,
			       "must be another type than AB_S2_WT, as cpu has FEAT_S2FWB");
	if (c->attr.memory >= AB_S2_NGNRNE && (c->attr.access & AB_S2_X) != 0)
		return ab_fail(why, AB_ERR_ARG, path(c, ACCESS), c->attr.access,
			       "must be without AB_S2_X for device memory");
	return AB_OK;
}

/* The first level whose blocks suit the distance of the addresses; it may be above the root's. */
static int first_level(const struct ab_s2 *s2, uint64_t delta)
{
	int level = ab_s2_first_leaf_(s2);

	while ((delta & (ab_s2_span(s2, level) - 1)) != 0)
		level++;
	return level;
}

enum ab_err ab_s2_job_(const struct ab_s2 *s2, const struct ab_s2_change *c, struct ab_s2_job *job,
		       struct ab_error *why)
{
	enum ab_err err;

	if (c->what < AB_S2_MAP || c->what > AB_S2_PROTECT)
		return ab_fail(why, AB_ERR_ARG, "s2_change.what", (uint64_t)c->what,
			       "must be of enum ab_s2_what");
	*job = (struct ab_s2_job){ .s2 = s2, .what = c->what, .first = c->ipa, .top = s2->start };
	if ((err = check_range(s2, c, why)) != AB_OK ||
	    (c->what != AB_S2_UNMAP && (err = check_access(s2, c, why)) != AB_OK) ||
	    (c->what == AB_S2_MAP && (err = check_map(s2, c, why)) != AB_OK))
		return err;
	job->last = c->ipa + (c->size - 1);
	if (c->what == AB_S2_MAP) {
		job->replace = (c->flags & AB_S2_REPLACE) != 0;
		job->delta = c->pa - c->ipa;
		job->bits = ab_s2_attr_(s2, &c->attr);
		job->top = first_level(s2, job->delta);
	} else if (c->what == AB_S2_PROTECT) {
		job->bits = ab_s2_permissions_(c->attr.access, c->attr.software);
	} else if (c->owner != 0) {
		job->bits = D_OWNED | (uint64_t)c->owner << D_OWNER;
	}
	return AB_OK;
}

/* The entry in place of @d, were all of it in the range. */
static uint64_t changed(const struct ab_s2_job *job, int level, uint64_t ipa, uint64_t d)
{
	if (job->what == AB_S2_MAP)
		return job->bits | ab_s2_oa_(job->s2, ipa + job->delta) | ab_s2_leaf_kind(level);
	if (job->what == AB_S2_PROTECT)
		return (d & ~D_PERMISSIONS) | job->bits;
	return job->bits;
}

enum ab_s2_fate ab_s2_fate_(const struct ab_s2_job *job, int level, uint64_t ipa, uint64_t d,
			    uint64_t *next)
{
	const uint64_t last = ipa + (ab_s2_span(job->s2, level) - 1);
	const bool whole = ipa >= job->first && last <= job->last;
	uint64_t wanted;

	if (ab_s2_is_leaf(d, level))
		d &= ~D_CONTIGUOUS;
	*next = d;
	if (ipa > job->last || last < job->first)
		return FATE_SET;
	if (ab_s2_is_table(d, level) && (!whole || level < job->top || job->what == AB_S2_PROTECT))
		return FATE_DESCEND;
	if (level < job->top)
		return FATE_SPLIT;
	wanted = changed(job, level, ipa, d);
	if (!whole && wanted != d)
		return FATE_SPLIT;
	*next = wanted;
	return FATE_SET;
}
