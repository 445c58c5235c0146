/* SPDX-License-Identifier: BSD-2-Clause */
/* Comparison of all entries of a list with each other, in n log n steps: the entries are sorted in
 * work memory, and neighbours compared. */
#include "check.h"

uint64_t ab_first_repeated_(const struct ab_item *item, size_t n)
{
	uint64_t first = AB_NOWHERE;

	for (size_t i = 1; i < n; i++)
		if (item[i].key == item[i - 1].key && item[i].at < first)
			first = item[i].at;
	return first;
}

/* True if two of the ranges at places below @limit share a byte. If any two do, then so do two
 * neighbours. */
static bool any_clash(const struct ab_machine *m, const struct ab_item *item, size_t n,
		      uint64_t (*size)(const struct ab_machine *m, uint64_t at), uint64_t limit)
{
	uint64_t end = 0;

	for (size_t i = 0; i < n; i++) {
		if (item[i].at >= limit)
			continue;
		if (item[i].key < end)
			return true;
		end = item[i].key + size(m, item[i].at);
	}
	return false;
}

uint64_t ab_first_clash_(const struct ab_machine *m, const struct ab_item *item, size_t n,
			 uint64_t (*size)(const struct ab_machine *m, uint64_t at))
{
	uint64_t lo = 0, hi = 0;

	if (!any_clash(m, item, n, size, AB_NOWHERE))
		return AB_NOWHERE;
	for (size_t i = 0; i < n; i++)
		hi = item[i].at >= hi ? item[i].at + 1 : hi;
	while (hi - lo > 1) { /* a clash below @hi, none below @lo */
		const uint64_t mid = lo + (hi - lo) / 2;

		if (any_clash(m, item, n, size, mid))
			hi = mid;
		else
			lo = mid;
	}
	return hi - 1;
}
