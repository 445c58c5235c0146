/* SPDX-License-Identifier: BSD-2-Clause */
/* Places of many regions without an address, each in its turn at the highest page where it fits.
 * Memory is filled from its end on: what fits where is decided for all of them in their order,
 * before the next lower run of free memory is looked at. */
#include "boot_priv.h"

#define PAGE UINT64_C(4096)

/* ---- the regions that have no place yet --------------------------------------------------- */

/* A tree over the regions, in their order. Nodes 1 to n - 1 have the children 2i and 2i + 1; nodes
 * n to 2n - 1 are regions. It lies in the plan's free regions: region i has in @size the least size
 * below node i, and in @base and @index the place and the number of the region that is node n + i.
 * @name is NULL until this region has a place. */
struct waiting {
	const struct ab_plan *plan;
	ab_boot_given_at *get;
	struct ab_region *at;
	size_t n;
};

static uint64_t least(const struct waiting *w, size_t node)
{
	const struct ab_region *r;

	if (node < w->n)
		return w->at[node].size;
	r = &w->at[node - w->n];
	return r->name == NULL ? w->get(w->plan, r->index).size : UINT64_MAX;
}

static void update(struct waiting *w, size_t node)
{
	const uint64_t a = least(w, 2 * node), b = least(w, 2 * node + 1);

	w->at[node].size = a < b ? a : b;
}

/* The first region of at most @room bytes after the region @node, or from the first one on if that
 * is 0; 0: none. */
static size_t next_fit(const struct waiting *w, size_t node, uint64_t room)
{
	size_t to = 1;

	if (node != 0) {
		while (node > 1 && ((node & 1) != 0 || least(w, node + 1) > room))
			node /= 2;
		to = node + 1;
	}
	if (node == 1 || least(w, to) > room) /* there is none behind, or none at all */
		return 0;
	while (to < w->n)
		to = 2 * to + (least(w, 2 * to) > room);
	return to;
}

/* ---- free memory, from its end on --------------------------------------------------------- */

/* What is left of the memory below @end: as many ranges of RAM and regions. */
struct below {
	uint64_t end;
	size_t ram;
	uint32_t regions;
};

/* Get the highest run of free RAM in [@lo, @b->end). */
static bool next_run(const struct ab_plan *plan, struct below *b, uint64_t lo, struct ab_range *run)
{
	while (b->ram != 0 && b->end > lo) {
		const struct ab_ram *first = plan->machine->ram.at, *r = &first[b->ram - 1];
		const struct ab_region *g =
		    b->regions != 0 ? &plan->regions.at[b->regions - 1] : NULL;
		const uint64_t end = r->base + r->size < b->end ? r->base + r->size : b->end;
		uint64_t base = r->base;

		if (base >= b->end) {
			b->ram--;
		} else if (g != NULL && g->base >= b->end) {
			b->regions--;
		} else if (g != NULL && g->base + (g->size - 1) >= end - 1) {
			b->end = g->base;
		} else {
			if (g != NULL && g->base + g->size > lo)
				lo = g->base + g->size;
			while (base > lo && r != first && r[-1].base + r[-1].size == base)
				base = (--r)->base;
			b->end = base > lo ? base : lo;
			*run = (struct ab_range){ b->end, end - b->end };
			return true;
		}
	}
	return false;
}

/* Give places in a run to all regions that fit, in their order and each as high as possible. Only
 * the first may leave a page above it, as the run need not end where a page does. */
static void fill(struct waiting *w, struct ab_range run)
{
	const uint64_t lo = (run.base + PAGE - 1) & ~(PAGE - 1);
	uint64_t end = run.base + run.size, above = 0, above_room = 0;
	size_t node = 0;

	for (;;) {
		const uint64_t room = end > lo ? end - lo : 0;
		struct ab_region r;

		node = next_fit(w, node, room > above_room ? room : above_room);
		if (node == 0)
			return;
		r = w->get(w->plan, w->at[node - w->n].index);
		if (r.size <= above_room) {
			r.base = above;
			above_room = 0;
		} else {
			const uint64_t behind = end & ~(PAGE - 1);

			r.base = (end - r.size) & ~(PAGE - 1);
			if (r.base + r.size <= behind && behind < end) {
				above = behind;
				above_room = end - behind;
			}
			end = r.base;
		}
		r.size = w->at[node - w->n].size;
		w->at[node - w->n] = r;
		for (size_t up = node / 2; up != 0; up /= 2)
			update(w, up);
	}
}

/* ---- all of them -------------------------------------------------------------------------- */

/* List the regions as leaves of a tree, in their order. The leaves of its lowest row come first. */
static void list_waiting(struct waiting *w, size_t n)
{
	size_t row = 1;

	while (row < w->n)
		row *= 2;
	for (size_t i = 0, leaf = row - w->n; i < n; i++) {
		if (w->get(w->plan, i).size == 0)
			continue;
		w->at[leaf] = (struct ab_region){ .index = (uint32_t)i };
		leaf = leaf + 1 < w->n ? leaf + 1 : 0;
	}
	for (size_t node = w->n - 1; node != 0; node--)
		update(w, node);
}

enum ab_err ab_boot_put_high_(struct ab_plan *plan, size_t n, ab_boot_given_at *get, uint64_t lo,
			      uint64_t hi, size_t *bad, struct ab_error *why)
{
	struct ab_regions *list = &plan->regions;
	struct waiting w = { plan, get, list->at + list->n, 0 };
	struct below b = { hi, plan->machine->ram.n, list->n };
	struct ab_range run;

	*bad = n;
	for (size_t i = 0; i < n; i++)
		w.n += get(plan, i).size != 0;
	if (w.n == 0)
		return AB_OK;
	if (w.n > list->cap - list->n)
		return ab_boot_no_room_(plan, why);
	list_waiting(&w, n);
	while (least(&w, 1) != UINT64_MAX && next_run(plan, &b, lo, &run))
		fill(&w, run);
	for (size_t i = 0; i < w.n; i++) {
		w.at[i].size = get(plan, w.at[i].index).size;
		if (w.at[i].name == NULL && w.at[i].index < *bad)
			*bad = w.at[i].index;
	}
	if (*bad != n)
		return AB_ERR_NOSPACE;
	list->n += (uint32_t)w.n;
	ab_regions_sort_(list);
	return AB_OK;
}
