/* SPDX-License-Identifier: BSD-2-Clause */
/* Memory that a tree of the caller's reserves once it is merged. */
#ifndef AB_FDT_POOLS_H
#define AB_FDT_POOLS_H

#include <aetherboot/dtb.h>

/* A range that a child of /reserved-memory has in its "reg". It is not empty; it may wrap. */
struct ab_fdt_pool {
	const char *name; /* of the node, in the tree */
	struct ab_range range;
};

/* Position in a tree or an overlay. */
struct ab_fdt_pools {
	struct ab_dtb dtb;
	struct ab_dtb_walk walk;
	size_t entry; /* of "reg" of the node that was met */
	bool in_pool; /* that node is a child of /reserved-memory */
};

/* Begin with the pools of @tree, which may be any bytes; in bytes that are no tree there are
 * none. @p must not be moved. */
void ab_fdt_pools_begin_(struct ab_fdt_pools *p, struct ab_bytes tree);

/* Go on to the next pool; false: there are no more. All calls together take time linear in the
 * tree's size. */
bool ab_fdt_pools_next_(struct ab_fdt_pools *p, struct ab_fdt_pool *pool);

/* Count the pools of @tree, which may be any bytes, or none with any size. */
size_t ab_fdt_pools_count_(struct ab_bytes tree);

#endif /* AB_FDT_POOLS_H */
