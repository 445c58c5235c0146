/* SPDX-License-Identifier: BSD-2-Clause */
/* Sorting in place, in n log n steps for every order, without recursion. */
#include "base_priv.h"

static bool before(const struct ab_item *a, const struct ab_item *b)
{
	return a->key != b->key ? a->key < b->key : a->at < b->at;
}

/* Move the item at @i of a heap of @n down, until none below it is greater. */
static void sift(struct ab_item *item, size_t i, size_t n)
{
	const struct ab_item moved = item[i];

	for (size_t child; (child = 2 * i + 1) < n; i = child) {
		if (child + 1 < n && before(&item[child], &item[child + 1]))
			child++;
		if (!before(&moved, &item[child]))
			break;
		item[i] = item[child];
	}
	item[i] = moved;
}

void ab_sort_(struct ab_item *item, size_t n)
{
	size_t i = 1;

	while (i < n && before(&item[i - 1], &item[i]))
		i++;
	if (i >= n) /* most lists ascend */
		return;
	for (i = n / 2; i-- != 0;)
		sift(item, i, n);
	for (i = n - 1; i != 0; i--) {
		const struct ab_item top = item[0];

		item[0] = item[i];
		item[i] = top;
		sift(item, 0, i);
	}
}
