/* SPDX-License-Identifier: BSD-2-Clause */
/* Validation of the cache hierarchy: its levels, sizes, and the CPUs that share a cache. */
#include "check.h"

static uint64_t cpus_of(const struct ab_cache *c)
{
	return c->cpus != 0 ? c->cpus : 1;
}

/* True if groups of @a and groups of @b CPUs, both from CPU 0 on, nest: no boundary of the larger
 * groups splits a smaller one. */
static bool nests(const struct ab_machine *m, uint64_t a, uint64_t b)
{
	const uint64_t large = a > b ? a : b, small = a > b ? b : a;

	return large >= m->n_cpus || (small != 0 && large % small == 0);
}

/* Check that the CPUs which share a cache nest with cores, dies, packages and other caches. */
static enum ab_err check_sharing(const struct ab_machine *m, size_t i, struct ab_error *why)
{
	static const char what[] = "machine.caches[].cpus";
	const struct ab_cache *c = &m->caches.at[i];
	const struct ab_topology t = ab_machine_topology(m);
	const uint64_t n = cpus_of(c), die = (uint64_t)t.threads * t.cores;

	if (!nests(m, n, t.threads) || !nests(m, n, die) || !nests(m, n, die * t.dies))
		return ab_bad_at_(why, what, i, c->cpus,
				  "must divide, or be a multiple of, the CPUs of a core, of a die "
				  "and of a package");
	for (size_t k = 0; k < i; k++) {
		const struct ab_cache *o = &m->caches.at[k];

		if (o->level == c->level && cpus_of(o) != n)
			return ab_bad_at_(why, what, i, c->cpus,
					  "must be equal for both caches of a level");
		if (o->level != c->level && (n < cpus_of(o) || !nests(m, cpus_of(o), n)))
			return ab_bad_at_(
			    why, what, i, c->cpus,
			    "must be a multiple of that of each lower level, or all CPUs");
	}
	return AB_OK;
}

/* A level has one unified cache, or at most one each for data and instructions. */
static enum ab_err check_type(const struct ab_machine *m, size_t i, struct ab_error *why)
{
	static const char what[] = "machine.caches[].type";
	const struct ab_cache *c = &m->caches.at[i];

	if ((unsigned int)c->type > AB_CACHE_INSTRUCTION)
		return ab_bad_at_(why, what, i, c->type, "must be one of enum ab_cache_type");
	for (size_t k = 0; k < i; k++) {
		const struct ab_cache *o = &m->caches.at[k];

		if (o->level == c->level && (o->type == c->type || o->type == AB_CACHE_UNIFIED ||
					     c->type == AB_CACHE_UNIFIED))
			return ab_bad_at_(
			    why, what, i, c->type,
			    "a level must have one unified cache, or at most one each "
			    "for data and instructions");
	}
	return AB_OK;
}

enum ab_err ab_machine_check_caches_(const struct ab_machine *m, struct ab_error *why)
{
	enum ab_err err;

	for (size_t i = 0; i < m->caches.n; i++) {
		const struct ab_cache *c = &m->caches.at[i];
		const unsigned int below = i != 0 ? c[-1].level : 0;

		if (c->level > 7 || c->level > below + 1 || c->level < (i != 0 ? below : 1))
			return ab_bad_at_(why, "machine.caches[].level", i, c->level,
					  "must be 1 to 7, ascending from 1 without a gap");
		if (c->line == 0 || (c->line & (c->line - 1)) != 0)
			return ab_bad_at_(why, "machine.caches[].line", i, c->line,
					  "must be a power of two");
		if (c->ways == 0)
			return ab_bad_at_(why, "machine.caches[].ways", i, 0, "must be at least 1");
		if (c->size == 0 || c->size % c->line != 0 || c->size / c->line % c->ways != 0)
			return ab_bad_at_(why, "machine.caches[].size", i, c->size,
					  "must be a multiple of line times ways, and not 0");
		if ((err = check_type(m, i, why)) || (err = check_sharing(m, i, why)))
			return err;
	}
	return AB_OK;
}

/* DDI0487 D17.2, CLIDR_EL1.Ctype<n> */
static unsigned int clidr_types(const struct ab_machine *m, unsigned int level)
{
	return m->arm64.clidr >> 3 * (level - 1) & 7;
}

/* Linux ignores all described caches unless they have every level of CLIDR_EL1, with its types.
 * Further levels may be caches outside of the CPUs. */
void ab_machine_doubt_caches_(const struct ab_machine *m, struct ab_error *warning)
{
	static const unsigned int bits[] = {
		[AB_CACHE_UNIFIED] = 4, [AB_CACHE_DATA] = 2, [AB_CACHE_INSTRUCTION] = 1
	};
	unsigned int types[8] = { 0 };
	size_t first[8] = { 0 }; /* index of a level's first entry */

	for (size_t i = m->caches.n; i-- != 0;) {
		types[m->caches.at[i].level] |= bits[m->caches.at[i].type];
		first[m->caches.at[i].level] = i;
	}
	for (unsigned int level = 1; level <= 7 && m->caches.n != 0; level++) {
		if (clidr_types(m, level) == 0)
			return;
		if (types[level] == 0) {
			(void)ab_bad_at_(warning, "machine.caches[].level", m->caches.n - 1,
					 level - 1,
					 "must not be the last level, as machine.arm64.clidr has "
					 "more: Linux ignores all caches");
			return;
		}
		if (types[level] != clidr_types(m, level)) {
			(void)ab_bad_at_(warning, "machine.caches[].level", first[level], level,
					 "must have the cache types that machine.arm64.clidr has "
					 "there: Linux ignores all caches");
			return;
		}
	}
}
