/* SPDX-License-Identifier: BSD-2-Clause */
/* The list of regions: ascending, disjoint, in the caller's array. */
#include "mem_priv.h"

#include "../base/base_priv.h"
#include "../base/libc.h"

/* Index of the first region that ends above @base: a region that begins at @base belongs there. */
static uint32_t place_of(const struct ab_regions *list, uint64_t base)
{
	uint32_t lo = 0, hi = list->n;

	while (lo < hi) {
		const uint32_t mid = lo + (hi - lo) / 2;
		const struct ab_region *r = &list->at[mid];

		if (r->base + (r->size - 1) < base)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

enum ab_err ab_regions_clash_(const struct ab_region *r, const struct ab_region *other,
			      struct ab_error *why)
{
	return ab_fail_with_(why, &(struct ab_error){ .code = AB_ERR_OVERLAP,
						      .what = r->name,
						      .value = r->base,
						      .other = other->name,
						      .other_value = other->base,
						      .size = r->size,
						      .other_size = other->size });
}

enum ab_err ab_regions_add(struct ab_regions *list, const struct ab_region *r, struct ab_error *why)
{
	const struct ab_region *next;
	uint32_t at;

	if (r->size == 0 || !ab_range_ok(r->base, r->size))
		return ab_fail_named_(why, AB_ERR_ARG, "region.size", 0, r->name, r->size,
				      "must not be 0, and base + size must not wrap");
	at = place_of(list, r->base);
	next = at < list->n ? &list->at[at] : NULL;
	if (next != NULL && ab_overlaps(r->base, r->size, next->base, next->size))
		return ab_regions_clash_(r, next, why);
	if (list->at == NULL || list->n >= list->cap)
		return ab_fail(why, AB_ERR_NOSPACE, "regions.n", (uint64_t)list->n + 1,
			       "regions.cap must be as large");
	memmove(&list->at[at + 1], &list->at[at], (list->n - at) * sizeof(list->at[0]));
	list->at[at] = *r;
	list->n++;
	return AB_OK;
}

const struct ab_region *ab_regions_find(const struct ab_regions *list, enum ab_region_kind kind)
{
	for (uint32_t i = 0; i < list->n; i++)
		if (list->at[i].kind == kind)
			return &list->at[i];
	return NULL;
}

void ab_regions_drop(struct ab_regions *list, enum ab_region_kind kind)
{
	uint32_t to = 0;

	for (uint32_t i = 0; i < list->n; i++)
		if (list->at[i].kind != kind)
			list->at[to++] = list->at[i];
	list->n = to;
}

/* Move the region at @i of a heap of @n down, until none below it has a higher base. */
static void sift(struct ab_region *at, size_t i, size_t n)
{
	const struct ab_region moved = at[i];

	for (size_t child; (child = 2 * i + 1) < n; i = child) {
		if (child + 1 < n && at[child].base < at[child + 1].base)
			child++;
		if (moved.base >= at[child].base)
			break;
		at[i] = at[child];
	}
	at[i] = moved;
}

void ab_regions_sort_(struct ab_regions *list)
{
	struct ab_region *at = list->at;
	size_t i = 1;

	while (i < list->n && at[i - 1].base <= at[i].base)
		i++;
	if (i >= list->n)
		return;
	for (i = list->n / 2; i-- != 0;)
		sift(at, i, list->n);
	for (i = list->n - 1; i != 0; i--) {
		const struct ab_region top = at[0];

		at[0] = at[i];
		at[i] = top;
		sift(at, 0, i);
	}
}
