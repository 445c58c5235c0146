/* SPDX-License-Identifier: BSD-2-Clause */
/* Reserved memory regions that overlap for one of their functions. A region is a range of functions
 * and one of memory: a sweep over the functions keeps the memory of the regions that have them. */
#include "check.h"

#include "../base/libc.h"

/* Regions in the order of their bases, where each has a rank. */
struct sweep {
	struct ab_item *rank; /* base, and index in the list */
	struct ab_item *event; /* functions at which regions end, by rank, and begin, by n + rank */
	/* a tree: node i has the children 2i and 2i + 1, leaf n + rank the end of a region whose
	 * functions have begun, or 0; nodes have the highest end below them */
	uint64_t *end;
	size_t n;
};

/* The functions of a region as a range of numbers that no other bridge has. */
static uint64_t functions(const struct ab_rmr *r)
{
	return (uint64_t)r->bridge << 32 | r->rid;
}

static void set_end(struct sweep *s, size_t rank, uint64_t end)
{
	size_t i = s->n + rank;

	s->end[i] = end;
	while ((i /= 2) != 0)
		s->end[i] = s->end[2 * i] > s->end[2 * i + 1] ? s->end[2 * i] : s->end[2 * i + 1];
}

/* The highest end of those whose base is below @base. */
static uint64_t highest_end(const struct sweep *s, uint64_t base)
{
	size_t lo = 0, hi = s->n, mid;
	uint64_t end = 0;

	while (lo < hi) {
		mid = lo + (hi - lo) / 2;
		if (s->rank[mid].key < base)
			lo = mid + 1;
		else
			hi = mid;
	}
	for (lo = s->n, hi += s->n; lo < hi; lo /= 2, hi /= 2) {
		if ((lo & 1) != 0) {
			end = s->end[lo] > end ? s->end[lo] : end;
			lo++;
		}
		if ((hi & 1) != 0) {
			hi--;
			end = s->end[hi] > end ? s->end[hi] : end;
		}
	}
	return end;
}

/* True if two of the first @n regions overlap. @item has room for four each. */
static bool any_overlap(const struct ab_rmr *at, struct ab_item *item, size_t n)
{
	struct sweep s = { item, item + n, (uint64_t *)(void *)(item + 3 * n), n };

	for (size_t i = 0; i < n; i++)
		s.rank[i] = (struct ab_item){ at[i].base, i };
	ab_sort_(s.rank, n);
	for (size_t i = 0; i < n; i++) {
		const struct ab_rmr *r = &at[s.rank[i].at];

		s.event[i] = (struct ab_item){ functions(r) + ab_rmr_rids_(r), i };
		s.event[n + i] = (struct ab_item){ functions(r), n + i };
	}
	ab_sort_(s.event, 2 * n);
	memset(s.end, 0, 2 * n * sizeof(s.end[0]));
	for (size_t i = 0; i < 2 * n; i++) {
		const bool begins = s.event[i].at >= n;
		const size_t rank = (size_t)s.event[i].at - (begins ? n : 0);
		const struct ab_rmr *r = &at[s.rank[rank].at];

		if (begins && highest_end(&s, r->base + r->size) > r->base)
			return true;
		set_end(&s, rank, begins ? r->base + r->size : 0);
	}
	return false;
}

uint64_t ab_first_rmr_(const struct ab_machine *m, struct ab_item *item)
{
	const struct ab_rmr_list *list = &m->arm64.rmrs;
	size_t lo = 0, hi = list->n;

	if (!any_overlap(list->at, item, hi))
		return AB_NOWHERE;
	while (hi - lo > 1) { /* the first @hi overlap, the first @lo do not */
		const size_t mid = lo + (hi - lo) / 2;

		if (any_overlap(list->at, item, mid))
			hi = mid;
		else
			lo = mid;
	}
	return hi - 1;
}
