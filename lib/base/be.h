/* SPDX-License-Identifier: BSD-2-Clause */
/* Big-endian words, of device trees and of SHA-256; what is public in base.h is little-endian. */
#ifndef AB_BASE_BE_H
#define AB_BASE_BE_H

#include <stdint.h>

/* Put together apart from what lies beside it: compilers that see the bytes of two words stored
 * side by side fail to make either of them one swapped store. */
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
