/* SPDX-License-Identifier: BSD-2-Clause */
/* xxHash of 32 bits: the checksum of LZ4's frame format. xxhash_spec.md 0.1.1. */
#ifndef AB_CODEC_XXH32_H
#define AB_CODEC_XXH32_H

#include <aetherboot/base.h>

#include "../base/libc.h"

#define XXH_P1 2654435761u
#define XXH_P2 2246822519u
#define XXH_P3 3266489917u
#define XXH_P4 668265263u
#define XXH_P5 374761393u

struct xxh {
	uint32_t lane[4];
	uint64_t total;
	uint8_t kept[16]; /* the last total % 16 bytes, which are no full stripe yet */
};

static inline uint32_t rotl(uint32_t v, unsigned int n)
{
	return v << n | v >> (32 - n);
}

static inline void xxh_init(struct xxh *x)
{
	*x = (struct xxh){ .lane = { XXH_P1 + XXH_P2, XXH_P2, 0, 0 - XXH_P1 } };
}

static inline void xxh_stripe(struct xxh *x, const uint8_t *p)
{
	for (unsigned int i = 0; i < 4; i++)
		x->lane[i] = rotl(x->lane[i] + ab_ld_le32(p + 4 * i) * XXH_P2, 13) * XXH_P1;
}

static inline void xxh_add(struct xxh *x, const uint8_t *p, size_t n)
{
	size_t kept = (size_t)(x->total % 16);

	x->total += n;
	if (kept != 0) {
		size_t fill = n < 16 - kept ? n : 16 - kept;

		memcpy(x->kept + kept, p, fill);
		if (kept + fill < 16)
			return;
		xxh_stripe(x, x->kept);
		p += fill;
		n -= fill;
	}
	for (; n >= 16; n -= 16, p += 16)
		xxh_stripe(x, p);
	if (n != 0)
		memcpy(x->kept, p, n);
}

static inline uint32_t xxh_end(const struct xxh *x)
{
	const uint8_t *p = x->kept;
	size_t n = (size_t)(x->total % 16);
	uint32_t h = x->total < 16 ? XXH_P5
				   : rotl(x->lane[0], 1) + rotl(x->lane[1], 7) +
					 rotl(x->lane[2], 12) + rotl(x->lane[3], 18);

	h += (uint32_t)x->total;
	for (; n >= 4; n -= 4, p += 4)
		h = rotl(h + ab_ld_le32(p) * XXH_P3, 17) * XXH_P4;
	for (; n != 0; n--, p++)
		h = rotl(h + *p * XXH_P5, 11) * XXH_P1;
	h = (h ^ h >> 15) * XXH_P2;
	h = (h ^ h >> 13) * XXH_P3;
	return h ^ h >> 16;
}

static inline uint32_t xxh32(const uint8_t *p, size_t n)
{
	struct xxh x;

	xxh_init(&x);
	xxh_add(&x, p, n);
	return xxh_end(&x);
}

#endif /* AB_CODEC_XXH32_H */
