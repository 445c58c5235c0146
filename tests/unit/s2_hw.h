/* SPDX-License-Identifier: BSD-2-Clause */
/* A CPU's walk of Stage-2 tables, from the registers and the memory alone: DDI0487 D8.2, D8.3. */
#ifndef S2_HW_H
#define S2_HW_H

#include "s2_pool.h"

struct hw {
	uint64_t vtcr, vttbr;
	unsigned int page; /* the granule, as a logarithm */
	unsigned int ipa_bits, pa_bits;
	int start;
	bool ds;
};

struct hw_walk {
	bool mapped;
	int level; /* where the walk ended */
	uint64_t d; /* the entry there */
	uint64_t ipa, size; /* that it covers */
	uint64_t pa; /* of ipa */
	uint64_t table[5]; /* at each level that was read, from that of the root */
};

static inline struct hw hw_of(uint64_t vtcr, uint64_t vttbr)
{
	static const unsigned int pages[] = { 12, 16, 14, 0 }; /* TG0 */
	static const unsigned int widths[] = { 32, 36, 40, 42, 44, 48, 52, 0 }; /* PS */
	const int sl0 = (int)(vtcr >> 6 & 3);
	struct hw h = { .vtcr = vtcr, .vttbr = vttbr };

	h.page = pages[vtcr >> 14 & 3];
	h.pa_bits = widths[vtcr >> 16 & 7];
	h.ipa_bits = 64 - (unsigned int)(vtcr & 63);
	h.ds = (vtcr >> 32 & 1) != 0;
	if (h.page == 12)
		h.start = (vtcr >> 33 & 1) != 0 ? -1 - sl0 : sl0 == 3 ? 3 : 2 - sl0;
	else
		h.start = 3 - sl0;
	if (h.page == 0 || h.start < -1)
		S2_FAIL("VTCR_EL2 has reserved values");
	return h;
}

static inline unsigned int hw_shift(const struct hw *h, int level)
{
	return h->page + (unsigned int)(3 - level) * (h->page - 3);
}

/* Entries that share the contiguous hint; 1: the hint means nothing. */
static inline unsigned int hw_group(const struct hw *h, int level)
{
	if (h->page == 12)
		return level >= 1 ? 16 : 1;
	if (h->page == 14)
		return level == 3 ? 128 : level == 2 ? 32 : 1;
	return level >= 2 ? 32 : 1;
}

static inline uint64_t hw_bits(uint64_t v, unsigned int high, unsigned int low)
{
	return v >> low & ((UINT64_C(2) << (high - low)) - 1);
}

/* The address in a descriptor, whose low bits below @low are not part of it. */
static inline uint64_t hw_oa(const struct hw *h, uint64_t d, unsigned int low)
{
	if (h->ds)
		return hw_bits(d, 9, 8) << 50 | hw_bits(d, 49, low) << low;
	if (h->page == 16 && h->pa_bits == 52)
		return hw_bits(d, 15, 12) << 48 | hw_bits(d, 47, low) << low;
	return hw_bits(d, 47, low) << low;
}

static inline uint64_t hw_root(const struct hw *h)
{
	if (h->ds || (h->page == 16 && h->pa_bits == 52))
		return hw_bits(h->vttbr, 5, 2) << 48 | hw_bits(h->vttbr, 47, 6) << 6;
	return hw_bits(h->vttbr, 47, 1) << 1;
}

static inline bool hw_block_allowed(const struct hw *h, int level)
{
	switch (h->page) {
	case 12:
		return level >= (h->ds ? 0 : 1);
	case 14:
		return level >= (h->ds ? 1 : 2);
	default:
		return level >= (h->pa_bits == 52 ? 1 : 2);
	}
}

/* Begin at @table of @level, which a walk of the same address may have cached. */
static inline struct hw_walk hw_from(const struct hw *h, uint64_t ipa, int level, uint64_t table)
{
	struct hw_walk w = { .mapped = false };

	for (;; level++) {
		const unsigned int shift = hw_shift(h, level);
		const unsigned int wide = level == h->start ? h->ipa_bits - shift : h->page - 3;
		const uint64_t at = table + hw_bits(ipa, shift + wide - 1, shift) * 8;

		w.table[level + 1] = table;
		w.level = level;
		w.ipa = ipa >> shift << shift;
		w.size = UINT64_C(1) << shift;
		w.d = pool_load(at);
		if (!pool.used[(at - pool.base) / POOL_UNIT])
			S2_FAIL("a walk reads a table that was given back");
		if ((w.d & 1) == 0)
			return w;
		if ((w.d & 2) != 0 && level < 3) {
			table = hw_oa(h, w.d, h->page);
			continue;
		}
		if (level == 3 ? (w.d & 2) == 0 : !hw_block_allowed(h, level))
			S2_FAIL("a walk finds a reserved descriptor");
		w.pa = hw_oa(h, w.d, shift);
		w.mapped = true;
		if (w.pa >> h->pa_bits != 0 || (w.d >> 10 & 1) == 0)
			S2_FAIL("a walk finds an address of too many bits, or AF 0");
		if ((w.d >> 52 & 1) != 0 && hw_group(h, level) == 1)
			S2_FAIL("an entry has the contiguous hint that can have none");
		if ((w.d >> 52 & 1) != 0 && w.size * hw_group(h, level) >> h->ipa_bits > 1)
			S2_FAIL("a contiguous group is larger than the address space");
		return w;
	}
}

static inline struct hw_walk hw_walk(const struct hw *h, uint64_t ipa)
{
	return hw_from(h, ipa, h->start, hw_root(h));
}

/* What the entry allows, as enum ab_s2_access: DDI0487 D8.4.1. */
static inline unsigned int hw_access(uint64_t d, bool xnx)
{
	const unsigned int xn = (unsigned int)(d >> 53 & 3);
	unsigned int access = (unsigned int)(d >> 6 & 3);

	if (xnx ? xn == 0 || xn == 3 : xn < 2)
		access |= AB_S2_X_EL1;
	if (xnx ? xn < 2 : xn < 2)
		access |= AB_S2_X_EL0;
	return access;
}

/* Its memory type, as enum ab_s2_memory: DDI0487 D8.5.5. */
static inline unsigned int hw_memory(uint64_t d, bool fwb)
{
	const unsigned int attr = (unsigned int)(d >> 2 & 15);

	if (attr < 4)
		return AB_S2_NGNRNE + attr;
	if (attr == 5)
		return AB_S2_NC;
	if (fwb && attr == 6)
		return AB_S2_WB;
	if (fwb && attr == 7)
		return AB_S2_WB_GUEST;
	if (!fwb && attr == 10)
		return AB_S2_WT;
	if (!fwb && attr == 15)
		return AB_S2_WB;
	S2_FAIL("a reserved memory type");
	return 0;
}

#endif /* S2_HW_H */
