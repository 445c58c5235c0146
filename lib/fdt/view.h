/* SPDX-License-Identifier: BSD-2-Clause */
/* Walking a tree that was checked once. */
#ifndef AB_FDT_VIEW_H
#define AB_FDT_VIEW_H

#include <aetherboot/fdt.h>

/* A tree whose structure block has been checked from end to end. */
struct ab_fdt_view {
	const uint8_t *tree;
	uint32_t rsv, structs, strings;
	uint32_t structs_size, strings_size, rsv_n;
};

/* An open node while walking. */
struct ab_fdt_open_node {
	uint32_t at; /* offset of its properties in the structure block */
	const char *name;
	uint32_t addr_cells, size_cells; /* of its children */
	struct ab_bytes ranges; /* data NULL: its children's addresses are none of above */
	uint32_t irq_parent; /* phandle, inherited; 0: none */
	bool okay; /* it, and all above */
};

struct ab_fdt_walk {
	const struct ab_fdt_view *v;
	uint32_t next; /* offset of the next token */
	uint32_t depth; /* of the node that was met, the root's is 0 */
	struct ab_fdt_open_node node[AB_FDT_DEPTH_MAX];
	uint32_t open; /* nodes open */
};

/* One token of the structure block. */
struct ab_fdt_token {
	uint32_t kind, next;
	const uint8_t *data; /* a node's name, a property's value */
	uint32_t size; /* of the value */
	uint32_t name; /* offset in the strings block */
};

/* Check everything that walking relies on. */
enum ab_err ab_fdt_view_(struct ab_bytes tree, struct ab_fdt_view *v, struct ab_error *why);
/* The token at @at; false: it does not end inside the block. */
bool ab_fdt_token_(const struct ab_fdt_view *v, uint32_t at, struct ab_fdt_token *t);
/* A property's name. */
const char *ab_fdt_name_of_(const struct ab_fdt_view *v, const struct ab_fdt_token *t);
/* Meet the next node: w->node[w->depth], its ancestors before it. False after the last. */
bool ab_fdt_walk_(struct ab_fdt_walk *w);
/* A property of the node; data NULL: it has none such. */
struct ab_bytes ab_fdt_get_(const struct ab_fdt_view *v, const struct ab_fdt_open_node *n,
			    const char *name);
/* A property of one cell, or what it is without. */
uint32_t ab_fdt_get_u32_(const struct ab_fdt_view *v, const struct ab_fdt_open_node *n,
			 const char *name, uint32_t without);
/* True when a list of strings has this one. */
bool ab_fdt_has_(struct ab_bytes list, const char *text);
/* True when both strings are the same. */
bool ab_fdt_same_(const char *a, const char *b);
/* @n cells (0 to 2) as a number. */
uint64_t ab_fdt_number_(const uint8_t *p, uint32_t n);

#endif /* AB_FDT_VIEW_H */
