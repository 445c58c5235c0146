/* SPDX-License-Identifier: BSD-2-Clause */
/* All nodes in order, with inherited properties and the addresses of registers. The properties of a
 * level that rule its children are read once, when the level begins. If each child read them,
 * hostile trees would take time that grows with the square of their size. */
#include <aetherboot/dtb.h>

static void enter(struct ab_dtb_walk *w, uint32_t node)
{
	struct ab_dtb_level *l = &w->level[w->open];
	const struct ab_dtb_level *up = w->open != 0 ? l - 1 : NULL;
	struct ab_bytes status = ab_dtb_prop(w->dtb, node, "status");

	*l = (struct ab_dtb_level){ .node = node };
	l->address_cells = ab_dtb_u32(w->dtb, node, "#address-cells", 2); /* DTSPEC 2.3.5 */
	l->size_cells = ab_dtb_u32(w->dtb, node, "#size-cells", 1);
	l->interrupt_parent =
	    ab_dtb_u32(w->dtb, node, "interrupt-parent", up != NULL ? up->interrupt_parent : 0);
	l->ranges = ab_dtb_prop(w->dtb, node, "ranges");
	l->okay = (up == NULL || up->okay) &&
		  (status.data == NULL || ab_dtb_has_string(status, "okay") ||
		   ab_dtb_has_string(status, "ok")); /* as in Linux, for old trees */
	w->reg = ab_dtb_prop(w->dtb, node, "reg");
	w->depth = w->open++;
}

bool ab_dtb_next(struct ab_dtb_walk *w)
{
	uint32_t at = w->next != 0 ? w->next : w->dtb->structs;
	struct ab_dtb_token t;

	for (; ab_dtb_token(w->dtb, at, &t) && t.kind != AB_DTB_END; at = t.next) {
		w->next = t.next;
		if (t.kind == AB_DTB_END_NODE)
			w->open--;
		if (t.kind == AB_DTB_BEGIN_NODE) {
			enter(w, at);
			return true;
		}
	}
	return false;
}

/* ---- addresses ---------------------------------------------------------------------------- */

/* Translate a range by one bus: from addresses of the children of level @depth to addresses of its
 * siblings. */
static bool up(const struct ab_dtb_walk *w, uint32_t depth, struct ab_range *range)
{
	const struct ab_dtb_level *bus = &w->level[depth];
	uint32_t ac = bus->address_cells, pc = bus[-1].address_cells, sc = bus->size_cells;
	uint64_t child, parent, size;
	size_t step;

	if (bus->ranges.data == NULL)
		return false;
	if (bus->ranges.size == 0) /* both have the same addresses */
		return true;
	if (ac > 2 || pc > 2 || sc > 2)
		return false;
	step = (size_t)ac + pc + sc;
	for (size_t i = 0; i < AB_DTB_RANGES_MAX; i++) {
		if (!ab_dtb_number(bus->ranges, i * step, ac, &child) ||
		    !ab_dtb_number(bus->ranges, i * step + ac, pc, &parent) ||
		    !ab_dtb_number(bus->ranges, i * step + ac + pc, sc, &size))
			return false;
		if (range->base >= child && ab_within(range->base - child, range->size, size))
			return ab_add(parent, range->base - child, &range->base);
	}
	return false;
}

/* The parent of the node that was met, if its #address-cells and #size-cells are 1 or 2; else
 * NULL. */
static const struct ab_dtb_level *parent_of(const struct ab_dtb_walk *w)
{
	const struct ab_dtb_level *l = w->depth != 0 ? &w->level[w->depth - 1] : NULL;

	if (l == NULL || l->address_cells == 0 || l->address_cells > 2 || l->size_cells == 0 ||
	    l->size_cells > 2)
		return NULL;
	return l;
}

size_t ab_dtb_n_regs(const struct ab_dtb_walk *w)
{
	const struct ab_dtb_level *l = parent_of(w);

	return l != NULL ? w->reg.size / (4 * (size_t)(l->address_cells + l->size_cells)) : 0;
}

bool ab_dtb_reg(const struct ab_dtb_walk *w, size_t nth, struct ab_range *range)
{
	const struct ab_dtb_level *l = parent_of(w);
	size_t at;

	if (nth >= ab_dtb_n_regs(w))
		return false;
	at = nth * (l->address_cells + l->size_cells);
	(void)ab_dtb_number(w->reg, at, l->address_cells, &range->base);
	(void)ab_dtb_number(w->reg, at + l->address_cells, l->size_cells, &range->size);
	for (uint32_t depth = w->depth - 1; depth != 0; depth--)
		if (!up(w, depth, range))
			return false;
	return ab_range_ok(range->base, range->size);
}
