/* SPDX-License-Identifier: BSD-2-Clause */
/* E820: the memory map in the encoding of the zero page. */
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
