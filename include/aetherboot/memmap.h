/* SPDX-License-Identifier: BSD-2-Clause */
/**
 * @file memmap.h
 * The neutral memory map: RAM with regions cut out of it. E820, PVH memmap and any other
 * encoding walk this one, so they cannot disagree. Nothing is stored: it is a merge of two
 * ascending lists.
 */
#ifndef AETHERBOOT_MEMMAP_H
#define AETHERBOOT_MEMMAP_H

#include <aetherboot/base.h>
#include <aetherboot/mem.h>

#ifdef __cplusplus
extern "C" {
#endif

/** The two lists that make the map. */
struct ab_memmap {
	struct ab_ram_list ram; /**< ascending, disjoint */
	const struct ab_region
	    *region; /**< ascending, disjoint; each inside RAM or wholly outside */
	size_t n_regions; /**< entries in @c region */
};

/** One entry of the map. */
struct ab_memmap_entry {
	uint64_t base; /**< guest-physical */
	uint64_t size; /**< bytes, not 0 */
	enum ab_mem_type type; /**< what the guest is told */
};

/** Where a walk stands. Start from zero. */
struct ab_memmap_iter {
	size_t ram; /**< RAM range */
	size_t region; /**< region */
	uint64_t at; /**< first address not told yet */
	bool done; /**< the map ends at 2^64 and has been told */
};

/** Next entry: ascending, disjoint, neighbours of one type merged. Regions of type
 *  AB_MEM_RAM are told as RAM: the guest may have them back once it was booted.
 * @param map   the map
 * @param it    { 0 } to begin
 * @param entry filled when true
 * @return false after the last */
AB_API bool ab_memmap_next(const struct ab_memmap *map, struct ab_memmap_iter *it,
			   struct ab_memmap_entry *entry);

/** Number of entries that a walk gives. */
AB_API size_t ab_memmap_count(const struct ab_memmap *map);

/** Where a free range may lie. */
struct ab_window {
	uint64_t lo; /**< lowest first byte */
	uint64_t hi; /**< the range ends at or below this; 0: no limit */
	uint64_t align; /**< power of two */
	bool top; /**< the highest place that fits, not the lowest */
};

/** Find @p size bytes of RAM that no region covers, within one RAM range or adjacent ones.
 * @param map  the map
 * @param size bytes, not 0
 * @param win  where
 * @param base filled when true, untouched else
 * @return true when found */
AB_API bool ab_memmap_find(const struct ab_memmap *map, uint64_t size, const struct ab_window *win,
			   uint64_t *base);

/** True when [base, base + size) is RAM throughout, regions not considered. */
AB_API bool ab_memmap_is_ram(const struct ab_memmap *map, uint64_t base, uint64_t size);

#ifdef __cplusplus
}
#endif

#endif /* AETHERBOOT_MEMMAP_H */
