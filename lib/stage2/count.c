/* SPDX-License-Identifier: BSD-2-Clause */
/* The first phase: whether a change is allowed, and how many tables it takes. */
#include "stage2_priv.h"

#include "../base/base_priv.h"

struct count {
	const struct ab_s2_job *job;
	struct ab_error *why;
	uint64_t n; /* tables */
};

/* Tables in place of an entry of @level that lies in the range and stands above its blocks. */
static uint64_t whole(const struct count *c, int level)
{
	uint64_t n = 0;

	for (int below = c->job->top - 1; below >= level; below--)
		n = n * ab_s2_entries(c->job->s2, below + 1) + 1;
	return n;
}

/* Tables in place of the entry of @level that covers @ipa: of the table's own entries, those at the
 * edges of the range may be covered in part. */
static uint64_t split(const struct count *c, int level, uint64_t ipa)
{
	const int below = level + 1;
	const struct ab_s2_part part =
	    ab_s2_part(c->job->s2, below, ipa, c->job->first, c->job->last);
	const uint64_t size = ab_s2_span(c->job->s2, below), first = ipa + part.first * size,
		       last = ipa + part.last * size;
	uint64_t n = 1, wholes = (uint64_t)part.last - part.first + 1;

	if (first < c->job->first || first + (size - 1) > c->job->last) {
		n += split(c, below, first);
		wholes--;
	}
	if (last != first && last + (size - 1) > c->job->last) {
		n += split(c, below, last);
		wholes--;
	}
	return n + wholes * whole(c, below);
}

/* Tell that the range has an entry of @level at @ipa, which is somebody else's. */
static enum ab_err overlap(const struct count *c, int level, uint64_t ipa, const char *other)
{
	const struct ab_s2_job *job = c->job;
	const struct ab_error e = { .code = AB_ERR_OVERLAP,
				    .what = "s2_map.ipa",
				    .value = job->first,
				    .other = other,
				    .other_value = ipa,
				    .size = job->last - job->first + 1,
				    .other_size = ab_s2_span(job->s2, level) };

	return ab_fail_with_(c->why, &e);
}

/* Whether the entry, no table, may be changed. */
static enum ab_err allowed(const struct count *c, int level, uint64_t ipa, uint64_t d)
{
	const struct ab_s2_job *job = c->job;
	const uint64_t at = ipa > job->first ? ipa : job->first;
	const char *other = NULL;
	uint8_t access;

	if (job->what == AB_S2_MAP && !job->replace) {
		if ((d & D_VALID) != 0 && ab_s2_pa_(c->job->s2, d) - ipa != job->delta)
			other = "mapped memory";
		else if ((d & D_OWNED) != 0)
			other = "owned memory";
		if (other != NULL)
			return overlap(c, level, ipa, other);
	}
	if (job->what != AB_S2_PROTECT)
		return AB_OK;
	if (!ab_s2_is_leaf(d, level))
		return ab_fail(c->why, AB_ERR_ARG, "s2_protect.ipa", at,
			       "must be mapped, like all of the range");
	access = ab_s2_attr_of_(c->job->s2, job->bits).access;
	if (ab_s2_attr_of_(c->job->s2, d).memory >= AB_S2_NGNRNE && (access & AB_S2_X) != 0)
		return ab_fail(c->why, AB_ERR_ARG, "s2_protect.access", access,
			       "must be without AB_S2_X for device memory");
	return AB_OK;
}

static enum ab_err count(struct count *c, int level, uint64_t table, uint64_t ipa)
{
	const struct ab_s2_part part =
	    ab_s2_part(c->job->s2, level, ipa, c->job->first, c->job->last);
	const uint64_t *at = ab_s2_at(c->job->s2, table);
	const bool look = c->job->what == AB_S2_MAP && !c->job->replace;
	enum ab_err err = AB_OK;

	for (uint32_t i = part.first; err == AB_OK && i <= part.last; i++) {
		const uint64_t d = ab_s2_load_(at + i),
			       first = ipa + ((uint64_t)i << ab_s2_shift(c->job->s2, level));
		uint64_t next;
		const enum ab_s2_fate fate = ab_s2_fate_(c->job, level, first, d, &next);

		if (!ab_s2_is_table(d, level))
			err = allowed(c, level, first, d);
		else if (fate == FATE_DESCEND || look)
			err = count(c, level + 1, ab_s2_pa_(c->job->s2, d), first);
		if (fate == FATE_SPLIT)
			c->n += split(c, level, first);
	}
	return err;
}

enum ab_err ab_s2_count_(const struct ab_s2_job *job, uint64_t *n, struct ab_error *why)
{
	struct count c = { .job = job, .why = why };
	const enum ab_err err = count(&c, job->s2->start, job->s2->root, 0);

	*n = err == AB_OK ? c.n : 0;
	return err;
}

enum ab_err ab_s2_pages_needed(const struct ab_s2 *s2, const struct ab_s2_change *change,
			       uint64_t *pages, struct ab_error *why)
{
	struct ab_s2_job job;
	enum ab_err err;

	*pages = 0;
	if ((err = ab_s2_job_(s2, change, &job, why)) != AB_OK ||
	    (err = ab_s2_count_(&job, pages, why)) != AB_OK)
		return err;
	return ab_fail(why, AB_OK, NULL, 0, NULL);
}
