/* SPDX-License-Identifier: BSD-2-Clause */
/* Memory that a tree of the caller's reserves once it is merged: "reg" of the children of
 * /reserved-memory. DTSPEC, 3.5 */
#include "pools.h"

#include "fdt_priv.h"

#include "../base/libc.h"

void ab_fdt_pools_begin_(struct ab_fdt_pools *p, struct ab_bytes tree)
{
	struct ab_error why; /* merging reports it */

	memset(p, 0, sizeof(*p));
	p->walk.dtb = &p->dtb;
	if (ab_dtb_open(&p->dtb, tree, &why) != AB_OK)
		return; /* a blob without nodes */
}

static bool is_named(const struct ab_fdt_pools *p, uint32_t depth, const char *name)
{
	return ab_fdt_same_(ab_dtb_name(&p->dtb, p->walk.level[depth].node), name);
}

/* In a tree the node is /reserved-memory, in an overlay that of a fragment for the root. */
static bool at_pool(const struct ab_fdt_pools *p)
{
	const uint32_t depth = p->walk.depth;

	return (depth == 2 && is_named(p, 1, "reserved-memory")) ||
	       (depth == 4 && is_named(p, 3, "reserved-memory") && is_named(p, 2, "__overlay__"));
}

/* Read the next entry of "reg". */
static bool read_entry(struct ab_fdt_pools *p, struct ab_fdt_pool *pool)
{
	const struct ab_dtb_level *parent = &p->walk.level[p->walk.depth - 1];
	const size_t at = p->entry * ((size_t)parent->address_cells + parent->size_cells);

	if (!ab_dtb_number(p->walk.reg, at, parent->address_cells, &pool->range.base) ||
	    !ab_dtb_number(p->walk.reg, at + parent->address_cells, parent->size_cells,
			   &pool->range.size) ||
	    parent->address_cells + parent->size_cells == 0)
		return false;
	p->entry++;
	pool->name = ab_dtb_name(&p->dtb, p->walk.level[p->walk.depth].node);
	return true;
}

bool ab_fdt_pools_next_(struct ab_fdt_pools *p, struct ab_fdt_pool *pool)
{
	for (;;) {
		while (p->in_pool && read_entry(p, pool))
			if (pool->range.size != 0)
				return true;
		if (!ab_dtb_next(&p->walk))
			return false;
		p->in_pool = at_pool(p);
		p->entry = 0;
	}
}

size_t ab_fdt_pools_count_(struct ab_bytes tree)
{
	struct ab_fdt_pools pools;
	struct ab_fdt_pool pool;
	size_t n = 0;

	ab_fdt_pools_begin_(&pools, tree);
	while (ab_fdt_pools_next_(&pools, &pool))
		n++;
	return n;
}
