/* SPDX-License-Identifier: BSD-2-Clause */
/* Every geometry that DDI0487 D8.2 allows, and no other. */
#ifndef S2_GEOMETRY_H
#define S2_GEOMETRY_H

#include <stdbool.h>
#include <stdint.h>

struct geometry {
	unsigned int page; /* the granule, as a logarithm */
	unsigned int ipa_bits, levels;
	bool lpa2;
};

/* Whether a CPU with addresses of @pa_bits takes it: a start of each level resolves this many bits
 * with 1 root of 2 entries, up to 16 whole ones. */
static inline bool geometry_legal(const struct geometry *g, unsigned int pa_bits)
{
	static const struct {
		unsigned int page, levels, least, most, pa_bits;
		bool lpa2;
	} rows[] = {
		{ 12, 2, 22, 34, 0, false },  { 12, 3, 31, 43, 0, false },
		{ 12, 4, 40, 52, 44, false }, { 12, 5, 49, 61, 52, true },
		{ 14, 2, 26, 40, 0, false },  { 14, 3, 37, 51, 42, false },
		{ 14, 4, 48, 62, 52, true },  { 16, 1, 17, 33, 0, false },
		{ 16, 2, 30, 46, 0, false },  { 16, 3, 43, 59, 44, false },
	};

	if (g->ipa_bits < 32 || g->ipa_bits > 52 || g->ipa_bits > pa_bits)
		return false;
	if (g->lpa2 ? g->page == 16 : g->page != 16 && g->ipa_bits > 48)
		return false;
	for (unsigned int i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		if (rows[i].page == g->page && rows[i].levels == g->levels &&
		    rows[i].least <= g->ipa_bits && g->ipa_bits <= rows[i].most)
			return pa_bits >= rows[i].pa_bits && (g->lpa2 || !rows[i].lpa2);
	return false;
}

/* Step to the next of all that can be written down; false after the last. Begin with zeros. */
static inline bool geometry_next(struct geometry *g)
{
	if (g->page == 0) {
		*g = (struct geometry){ 12, 32, 1, false };
		return true;
	}
	if (!g->lpa2) {
		g->lpa2 = true;
		return true;
	}
	g->lpa2 = false;
	if (++g->levels <= 5)
		return true;
	g->levels = 1;
	if (++g->ipa_bits <= 52)
		return true;
	g->ipa_bits = 32;
	g->page += 2;
	return g->page <= 16;
}

#endif /* S2_GEOMETRY_H */
