/* SPDX-License-Identifier: BSD-2-Clause */
/* Big-endian words, for device trees and SHA-256. Those of base.h are little-endian. */
#ifndef AB_BASE_BE_H
#define AB_BASE_BE_H

#include <stdint.h>

/* Builds the word apart from its neighbours: compilers that see single-byte stores of two adjacent
 * words make a byte-swapped store of neither. */
static inline void ab_st_be32(uint8_t *p, uint32_t v)
{
	const uint8_t word[4] = { (uint8_t)(v >> 24), (uint8_t)(v >> 16), (uint8_t)(v >> 8),
				  (uint8_t)v };

	__builtin_memcpy(p, word, sizeof(word));
}

static inline uint32_t ab_ld_be32(const uint8_t *p)
{
	return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
}

#endif /* AB_BASE_BE_H */
