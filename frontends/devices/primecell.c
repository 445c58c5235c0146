/* SPDX-License-Identifier: BSD-2-Clause */
/* What all of Arm's PrimeCells have: identification registers. */
#include "primecell.h"

uint64_t dev_primecell_id(uint32_t part, uint32_t revision, uint64_t off)
{
	const uint32_t id = part | 0x41000 /* Arm */ | revision << 20;
	const uint32_t cell = 0xb105f00d; /* every PrimeCell's */
	const unsigned int shift = (unsigned int)(off & 0xc) * 2;

	if (off % 4 != 0 || off < 0xfe0 || off > 0xffc)
		return 0;
	return (off < 0xff0 ? id : cell) >> shift & 0xff;
}
