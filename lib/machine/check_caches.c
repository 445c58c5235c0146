/* SPDX-License-Identifier: BSD-2-Clause */
/* Validation of the cache hierarchy: its levels, sizes, and the CPUs that share a cache. */
#include "check.h"

#include "../base/base_priv.h"

/* Groups of @a and of @b CPUs, from CPU 0 on: none of the larger ones cuts a smaller one. */
static bool nests(const struct ab_machine *m, uint64_t a, uint64_t b)
{
	const uint64_t large = a > b ? a : b, small = a > b ? b : a;

	return large >= m->n_cpus || (small != 0 && large % small == 0);
}

/* Who shares a cache is a level of the CPUs' hierarchy: it fits into the others. */
static enum ab_err check_sharing(const struct ab_machine *m, size_t i, struct ab_error *why)
{
	const struct ab_cache *c = &m->caches.at[i];
	const struct ab_topology t = ab_machine_topology(m);
	const uint64_t n = c->cpus != 0 ? c->cpus : 1;
	const uint64_t die = (uint64_t)t.threads * t.cores;

	if (!nests(m, n, t.threads) || !nests(m, n, die) || !nests(m, n, die * t.dies))
		return ab_bad_(why, "machine.caches.cpus", c->cpus, "cuts a core, die or package");
	for (size_t k = 0; k < i; k++) {
		const struct ab_cache *o = &m->caches.at[k];
		const uint64_t less = o->cpus != 0 ? o->cpus : 1;

		if (o->level == c->level ? n != less : n < less || !nests(m, less, n))
			return ab_bad_(why, "machine.caches.cpus", c->cpus,
				       "a level is shared alike, by no fewer than the one below");
	}
	return AB_OK;
}

enum ab_err ab_machine_check_caches_(const struct ab_machine *m, struct ab_error *why)
{
	enum ab_err err;

	for (size_t i = 0; i < m->caches.n; i++) {
		const struct ab_cache *c = &m->caches.at[i];
		unsigned int below = i != 0 ? c[-1].level : 0;

		if (c->level > 7 || c->level > below + 1 || c->level < (i != 0 ? below : 1))
			return ab_bad_(why, "machine.caches.level", c->level,
				       "1 to 7, ascending, none left out");
		if ((unsigned int)c->type > AB_CACHE_INSTRUCTION)
			return ab_bad_(why, "machine.caches.type", c->type, "no such kind");
		if (c->line == 0 || (c->line & (c->line - 1)) != 0)
			return ab_bad_(why, "machine.caches.line", c->line, "a power of two");
		if (c->ways == 0 || c->size == 0 || c->size % c->line != 0 ||
		    c->size / c->line % c->ways != 0)
			return ab_bad_(why, "machine.caches.size", c->size,
				       "sets times ways times line");
		for (size_t k = 0; k < i; k++)
			if (m->caches.at[k].level == c->level &&
			    (m->caches.at[k].type == c->type ||
			     m->caches.at[k].type == AB_CACHE_UNIFIED ||
			     c->type == AB_CACHE_UNIFIED))
				return ab_bad_(why, "machine.caches.type", c->type,
					       "level given twice");
		if ((err = check_sharing(m, i, why)))
			return err;
	}
	return AB_OK;
}

/* DDI0487 D19.2.27, CLIDR_EL1.Ctype<n> */
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
	size_t first[8] = { 0 }; /* entry of a level */

	for (size_t i = m->caches.n; i-- != 0;) {
		types[m->caches.at[i].level] |= bits[m->caches.at[i].type];
		first[m->caches.at[i].level] = i;
	}
	for (unsigned int level = 1; level <= 7 && m->caches.n != 0; level++) {
		if (clidr_types(m, level) == 0)
			return;
		if (types[level] == 0) {
			(void)ab_fail_at_(warning, AB_ERR_ARG, "machine.caches[].level",
					  m->caches.n - 1, level - 1,
					  "must not be the last level, as machine.arm64.clidr has "
					  "more: Linux ignores all caches");
			return;
		}
		if (types[level] != clidr_types(m, level)) {
			(void)ab_fail_at_(warning, AB_ERR_ARG, "machine.caches[].level",
					  first[level], level,
					  "must have the cache types that machine.arm64.clidr has "
					  "there: Linux ignores all caches");
			return;
		}
	}
}
