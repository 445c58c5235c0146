/* SPDX-License-Identifier: BSD-2-Clause */
/* The memory map as a BIOS gives it: entries of E820, and sizes of memory. */
#include "x86_priv.h"

#include <aetherboot/x86.h>

uint32_t ab_x86_e820_type_(enum ab_mem_type type)
{
	static const uint8_t e820_type[] = {
		[AB_MEM_RAM] = 1,
		[AB_MEM_RESERVED] = 2,
		[AB_MEM_ACPI] = 3,
		[AB_MEM_NVS] = 4,
	};

	return e820_type[type];
}

size_t ab_x86_e820_(const struct ab_memmap *map, size_t first, size_t n, struct ab_buf *out)
{
	struct ab_memmap_iter it = { 0 };
	struct ab_memmap_entry e;
	size_t done = 0;

	for (size_t i = 0; done < n && ab_memmap_next(map, &it, &e); i++) {
		if (i < first)
			continue;
		ab_put_le(out, e.base, 8); /* 0 address */
		ab_put_le(out, e.size, 8); /* 8 size */
		ab_put_le(out, ab_x86_e820_type_(e.type), 4); /* 16 type */
		done++;
	}
	return done;
}

/* Count KiB of RAM from @base on, up to the first hole, but at most @most. */
static uint32_t kibibytes(const struct ab_memmap *map, uint64_t base, uint32_t most)
{
	struct ab_memmap_iter it = { 0 };
	struct ab_memmap_entry e;
	uint64_t kib = 0;

	while (ab_memmap_next(map, &it, &e))
		if (e.type == AB_MEM_RAM && ab_overlaps(e.base, e.size, base, 1))
			kib = (e.base + e.size - base) / AB_KiB;
	return kib < most ? (uint32_t)kib : most;
}

uint32_t ab_x86_mem_lower_(const struct ab_memmap *map)
{
	return kibibytes(map, 0, 640);
}

uint32_t ab_x86_mem_upper_(const struct ab_memmap *map)
{
	return kibibytes(map, AB_MiB, UINT32_MAX);
}
