/* SPDX-License-Identifier: BSD-2-Clause */
/** @file memmap.h The group @ref memmap. */
/**
 * @defgroup memmap Memory maps
 * @ingroup plan
 * The neutral memory map: RAM with regions cut out of it. E820, the EFI memory map and all other
 * encodings walk this map, so they cannot disagree. The map is not stored: each walk merges two
 * ascending lists.
 *
 * @snippet test_snippets_boot.c memory map
 * @{
 */
#ifndef AETHERBOOT_MEMMAP_H
#define AETHERBOOT_MEMMAP_H

#include <aetherboot/base.h>
#include <aetherboot/mem.h>

/** Bytes of an EFI_MEMORY_DESCRIPTOR, which ab_efi_memory_map() appends and the device tree
 *  announces. @spec{UEFI, 7.2.3} */
#define AB_EFI_DESC_SIZE 40
/** Version of an EFI_MEMORY_DESCRIPTOR. @spec{UEFI, 7.2.3} */
#define AB_EFI_DESC_VERSION 1

#ifdef __cplusplus
extern "C" {
#endif

/** The two lists that a walk merges. */
struct ab_memmap {
	struct ab_ram_list ram; /**< ascending, disjoint */
	const struct ab_region *region; /**< ascending, disjoint; each must lie wholly inside or
					     outside RAM */
	size_t n_regions; /**< entries in @c region */
};

/** One entry of the map. */
struct ab_memmap_entry {
	uint64_t base; /**< guest-physical */
	uint64_t size; /**< bytes, not 0 */
	enum ab_mem_type type; /**< type in the guest's memory map */
};

/** Position of a walk. { 0 } begins one. */
struct ab_memmap_iter {
	size_t ram; /**< index of the current RAM range */
	size_t region; /**< index of the next region */
	uint64_t at; /**< first address that no entry has covered yet */
	bool done; /**< the last entry ended at 2^64 */
};

/** Get the next entry of a walk. Entries are ascending and disjoint; neighbours of one type are
 *  merged. A region of type AB_MEM_RAM becomes RAM: the guest may reuse it once it has booted.
 * @param map   the map
 * @param it    position; { 0 } begins a walk
 * @param entry filled if true is returned
 * @return true; false after the last entry */
AB_API bool ab_memmap_next(const struct ab_memmap *map, struct ab_memmap_iter *it,
			   struct ab_memmap_entry *entry);

/** Count the entries that a walk gives. */
AB_API size_t ab_memmap_count(const struct ab_memmap *map);

/** Limits for the address of a free range. */
struct ab_window {
	uint64_t lo; /**< lowest address of the first byte */
	uint64_t hi; /**< the range must end at or below this address; 0: no limit */
	uint64_t align; /**< alignment of the first byte, a power of two */
	bool top; /**< true: choose the highest address that fits; false: the lowest */
};

/** Find a range of RAM that no region covers. It may span adjacent RAM ranges.
 * @param map  the map
 * @param size bytes, not 0
 * @param win  limits for its address
 * @param base address of its first byte if true is returned, else unchanged
 * @return true if a range was found */
AB_API bool ab_memmap_find(const struct ab_memmap *map, uint64_t size, const struct ab_window *win,
			   uint64_t *base);

/** Return true if every byte of [base, base + size) is RAM, whether a region covers it or not. */
AB_API bool ab_memmap_is_ram(const struct ab_memmap *map, uint64_t base, uint64_t size);

#ifdef __cplusplus
}
#endif

/** @} */

#endif /* AETHERBOOT_MEMMAP_H */
