/* SPDX-License-Identifier: BSD-2-Clause */
/* Loads and stores of entries: little-endian words, each by one access. */
#include "stage2_priv.h"

static uint64_t little_endian(uint64_t v)
{
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	return __builtin_bswap64(v);
#else
	return v;
#endif
}

uint64_t ab_s2_load_(const uint64_t *at)
{
	return little_endian(*(const volatile uint64_t *)at);
}

void ab_s2_store_(uint64_t *at, uint64_t d)
{
	*(volatile uint64_t *)at = little_endian(d);
}
