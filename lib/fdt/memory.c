/* SPDX-License-Identifier: BSD-2-Clause */
/* Memory: its ranges, those that the guest must not use, and the distances of NUMA nodes. */
#include "fdt_priv.h"
#include "../machine/machine_priv.h"

/* Append a node for reserved memory. Binding: reserved-memory */
static void reservation(struct ab_fdt *f, const struct ab_reserve *r, uint32_t phandle,
			bool *opened)
{
	if (!*opened) {
		AB_FDT_OPEN(f, "reserved-memory");
		ab_fdt_cells_(f);
		*opened = true;
	}
	AB_FDT_OPEN_AT(f, "reserved", r->base);
	if (r->compatible != NULL)
		ab_fdt_p_string_(f, AB_P_COMPATIBLE, r->compatible);
	ab_fdt_reg(f, r->base, r->size);
	if (r->flags != 0)
		ab_fdt_p_bytes_(f, r->flags == AB_RESERVE_NO_MAP ? AB_P_NO_MAP : AB_P_REUSABLE,
				NULL, 0);
	if (phandle != 0)
		ab_fdt_p_u32_(f, AB_P_PHANDLE, phandle);
	ab_fdt_end(f);
}

/* The first pool that shares a byte with [@base, @last]; NULL: none. */
static const struct ab_reserve *pool_in(const struct ab_fdt *f, uint64_t base, uint64_t last)
{
	const struct ab_reserve *first = NULL;

	for (uint32_t i = 0; i < f->n_pools; i++)
		if (f->pool[i]->base <= last && f->pool[i]->base + (f->pool[i]->size - 1) >= base &&
		    (first == NULL || f->pool[i]->base < first->base))
			first = f->pool[i];
	return first;
}

/* Reserve the part of a range of memory that lies in an entry of the map. The entry may also
 * contain windows of devices, which must not be reserved, and pools, which have their own nodes. */
static void reserve(struct ab_fdt *f, uint64_t base, uint64_t size, const struct ab_memmap_entry *e,
		    bool *opened)
{
	uint64_t e_last = e->base + (e->size - 1), last = base + (size - 1);

	base = e->base > base ? e->base : base;
	last = e_last < last ? e_last : last;
	while (e->type != AB_MEM_RAM && base <= last) {
		const struct ab_reserve *pool = pool_in(f, base, last);
		struct ab_reserve r = { .base = base, .flags = AB_RESERVE_NO_MAP };

		r.size = (pool != NULL ? pool->base : last + 1) - base;
		if (pool == NULL || pool->base > base)
			reservation(f, &r, 0, opened);
		if (pool == NULL || pool->base + (pool->size - 1) >= last)
			return;
		base = pool->base + pool->size;
	}
}

void ab_fdt_reservations_(struct ab_fdt *f, bool *opened)
{
	const struct ab_memmap *map = f->map;
	struct ab_memmap_iter it = { 0 };
	struct ab_memmap_entry e;
	size_t first = 0, rom = 0;

	f->map = NULL;
	while (map != NULL && ab_memmap_next(map, &it, &e)) {
		while (first < map->ram.n &&
		       map->ram.at[first].base + (map->ram.at[first].size - 1) < e.base)
			first++;
		for (size_t i = first;
		     i < map->ram.n && map->ram.at[i].base <= e.base + (e.size - 1); i++)
			reserve(f, map->ram.at[i].base, map->ram.at[i].size, &e, opened);
		for (; rom < map->n_regions && map->region[rom].base <= e.base + (e.size - 1);
		     rom++)
			if (map->region[rom].backing == AB_BACKING_ROM &&
			    map->region[rom].size != 0)
				reserve(f, map->region[rom].base, map->region[rom].size, &e,
					opened);
	}
	for (uint32_t i = 0; map != NULL && i < f->n_pools; i++)
		reservation(f, f->pool[i], f->pools != 0 ? f->pools + i : 0, opened);
}

void ab_fdt_reserved_(struct ab_fdt *f)
{
	bool opened = false;

	ab_fdt_reservations_(f, &opened);
	if (opened)
		ab_fdt_end(f);
}

/* Binding numa-distance-map-v1: <from to distance>, ascending */
void ab_fdt_distances_(struct ab_fdt *f, const struct ab_machine *m)
{
	const uint32_t n = f->nodes;
	uint8_t *p, *cell;

	if (n < 2)
		return;
	AB_FDT_OPEN(f, "distance-map");
	AB_FDT_TEXT(f, AB_P_COMPATIBLE, "numa-distance-map-v1");
	p = ab_fdt_p_(f, AB_P_DISTANCE_MATRIX, (size_t)n * n * 12);
	cell = p;
	for (uint32_t from = 0; p != NULL && from < n; from++)
		for (uint32_t to = 0; to < n; to++, cell += 12) {
			ab_st_be32(cell, from);
			ab_st_be32(cell + 4, to);
			ab_st_be32(cell + 8, from == to ? AB_DISTANCE_WITHIN : AB_DISTANCE_BETWEEN);
		}
	for (size_t i = 0; p != NULL && i < m->distances.n; i++) {
		const struct ab_distance *d = &m->distances.at[i];

		ab_st_be32(p + ((size_t)d->from * n + d->to) * 12 + 8, d->value);
	}
	ab_fdt_end(f);
}

void ab_fdt_memory_(struct ab_fdt *f, const struct ab_memmap *map)
{
	for (size_t i = 0; i < map->ram.n; i++) {
		const struct ab_ram *r = &map->ram.at[i];

		AB_FDT_OPEN_AT(f, "memory", r->base);
		AB_FDT_TEXT(f, AB_P_DEVICE_TYPE, "memory");
		ab_fdt_reg(f, r->base, r->size);
		if (f->nodes > 1)
			ab_fdt_p_u32_(f, AB_P_NUMA_NODE_ID, r->node);
		ab_fdt_end(f);
	}
}
