/* SPDX-License-Identifier: BSD-2-Clause */
/* The neutral memory map: a merge of two ascending lists, RAM ranges and regions. */
#include "mem_priv.h"

#include <aetherboot/memmap.h>

/* Address of the last byte: unlike the end, it does not wrap for a range that ends at 2^64. */
static uint64_t last(uint64_t base, uint64_t size)
{
	return base + (size - 1);
}

/* Get the next piece of one type, without merging neighbours. A region has its own type; the part
 * of a RAM range before the next region is free RAM. */
static bool next_piece(const struct ab_memmap *map, struct ab_memmap_iter *it,
		       struct ab_memmap_entry *e, bool *is_free)
{
	const struct ab_region *g;
	const struct ab_ram *r;
	uint64_t end;

	while (!it->done && it->region < map->n_regions && map->region[it->region].size == 0)
		it->region++;
	while (!it->done && it->ram < map->ram.n &&
	       (map->ram.at[it->ram].size == 0 ||
		last(map->ram.at[it->ram].base, map->ram.at[it->ram].size) < it->at))
		it->ram++;
	r = it->ram < map->ram.n ? &map->ram.at[it->ram] : NULL;
	g = it->region < map->n_regions ? &map->region[it->region] : NULL;
	if (it->done || (r == NULL && g == NULL))
		return false;
	*is_free = g == NULL || (r != NULL && g->base > (r->base > it->at ? r->base : it->at));
	if (!*is_free) {
		*e = (struct ab_memmap_entry){ g->base, g->size, g->type };
		it->region++;
	} else {
		e->base = r->base > it->at ? r->base : it->at;
		end = last(r->base, r->size);
		if (g != NULL && g->base <= end)
			end = g->base - 1;
		e->size = end - e->base + 1;
		e->type = AB_MEM_RAM;
	}
	it->at = e->base + e->size;
	it->done = it->at == 0;
	return true;
}

bool ab_memmap_next(const struct ab_memmap *map, struct ab_memmap_iter *it,
		    struct ab_memmap_entry *entry)
{
	struct ab_memmap_iter ahead;
	struct ab_memmap_entry more;
	bool is_free;

	if (!next_piece(map, it, entry, &is_free))
		return false;
	for (;;) {
		ahead = *it;
		if (!next_piece(map, &ahead, &more, &is_free) || more.type != entry->type ||
		    more.base != entry->base + entry->size || more.size > UINT64_MAX - entry->size)
			return true;
		entry->size += more.size;
		*it = ahead;
	}
}

size_t ab_memmap_count(const struct ab_memmap *map)
{
	struct ab_memmap_iter it = { 0 };
	struct ab_memmap_entry e;
	size_t n = 0;

	while (ab_memmap_next(map, &it, &e))
		n++;
	return n;
}

/* Place size bytes into the part of the free run [lo, lo + n) that lies in the window. */
static bool fit(uint64_t lo, uint64_t n, uint64_t size, const struct ab_window *win, uint64_t *base)
{
	uint64_t end = last(lo, n), at;

	lo = lo > win->lo ? lo : win->lo;
	end = win->hi != 0 && end >= win->hi ? win->hi - 1 : end;
	if (lo > end || end - lo < size - 1)
		return false;
	end -= size - 1; /* the last place */
	if (win->top)
		at = end & ~(win->align - 1);
	else if (!ab_align_up(lo, win->align, &at))
		return false;
	if (at < lo || at > end)
		return false;
	*base = at;
	return true;
}

/* A free run grows over adjacent RAM ranges and is tried after each growth. The first address that
 * fits is the lowest of the whole run, and the last one is the highest. */
bool ab_memmap_find(const struct ab_memmap *map, uint64_t size, const struct ab_window *win,
		    uint64_t *base)
{
	struct ab_memmap_iter it = { 0 };
	uint64_t run = 0, run_size = 0;
	struct ab_memmap_entry e;
	bool found = false, is_free;

	while (next_piece(map, &it, &e, &is_free) && !(found && !win->top) &&
	       e.base <= win->hi - 1) { /* 0: the end of memory */
		if (!is_free)
			continue;
		if (run_size == 0 || run + run_size != e.base) {
			run = e.base;
			run_size = 0;
		}
		run_size += e.size;
		found |= fit(run, run_size, size, win, base);
	}
	return found;
}

size_t ab_ram_at_(const struct ab_ram_list *ram, uint64_t base)
{
	size_t lo = 0, hi = ram->n;

	while (lo < hi) {
		const size_t mid = lo + (hi - lo) / 2;
		const struct ab_ram *r = &ram->at[mid];

		if (r->size != 0 ? last(r->base, r->size) < base : r->base <= base)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

bool ab_memmap_is_ram(const struct ab_memmap *map, uint64_t base, uint64_t size)
{
	if (!ab_range_ok(base, size))
		return false;
	for (size_t i = ab_ram_at_(&map->ram, base); i < map->ram.n && size != 0; i++) {
		const struct ab_ram *r = &map->ram.at[i];
		uint64_t n;

		if (base < r->base)
			return false;
		n = r->size - (base - r->base);
		n = n < size ? n : size;
		base += n;
		size -= n;
	}
	return size == 0;
}
