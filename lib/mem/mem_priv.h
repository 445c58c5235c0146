/* SPDX-License-Identifier: BSD-2-Clause */
/* Writing of a region through a sink. */
#ifndef AB_MEM_MEM_PRIV_H
#define AB_MEM_MEM_PRIV_H

#include <aetherboot/mem.h>

#include "../base/built.h"

/* Position in the region that is being written. */
struct ab_cursor {
	struct ab_mem mem;
	const struct ab_region *r;
	uint64_t off; /* offset of the next byte in the region */
};

/* Write @len bytes of @src, or @len zeros if it is NULL. */
AB_MUST_CHECK enum ab_err ab_emit_(struct ab_cursor *c, const void *src, uint64_t len,
				   struct ab_error *why);

/* Most bytes that are lent at once: as many as the largest block of any codec. */
#define AB_LENT_MAX ((uint64_t)8 << 20)

/* Let *@to and *@size become the memory that the sink lends for the next bytes: up to @most, which
 * the region must have. They stay if it lends none. What ends up there is then written by
 * ab_emit_() with its address. *@spare bytes behind @most, or as many as the region has, are lent
 * too; they must be zero or as they were in the end, as a sink may know that they are zero. */
static inline void ab_lend_(const struct ab_cursor *c, uint64_t most, uint8_t **to, size_t *size,
			    size_t *spare)
{
	const size_t n = (size_t)(most < AB_LENT_MAX ? most : AB_LENT_MAX);
	const uint64_t rest = c->r->size - c->off - n;
	const size_t more = rest < *spare ? (size_t)rest : *spare;
	void *lent;

	if (c->mem.lend != NULL &&
	    (lent = c->mem.lend(c->mem.ctx, c->r, c->off, n + more)) != NULL) {
		*to = lent;
		*size = n;
		*spare = more;
	}
}

/* Write zeros up to offset @to, which must not be below that of the cursor. */
AB_MUST_CHECK enum ab_err ab_emit_zeros_(struct ab_cursor *c, uint64_t to, struct ab_error *why);

/* True if a device tree has a node of its own for a reservation. */
static inline bool ab_reserve_is_pool_(const struct ab_reserve *r)
{
	return AB_ALL_BUILT && (r->compatible != NULL || r->flags != 0);
}

/* Tell that @r overlaps @other. */
enum ab_err ab_regions_clash_(const struct ab_region *r, const struct ab_region *other,
			      struct ab_error *why);

/* Sort regions by base, in n log n steps. Their order was any; they may overlap. */
void ab_regions_sort_(struct ab_regions *list);

/* Index of the first range of RAM that ends above @base; n: none does. */
size_t ab_ram_at_(const struct ab_ram_list *ram, uint64_t base);

/* Find the host memory at @gpa. Returns the bytes that its span backs from there on; 0: none. */
uint64_t ab_spans_at_(const struct ab_spans *spans, uint64_t gpa, uint8_t **host);

#endif /* AB_MEM_MEM_PRIV_H */
