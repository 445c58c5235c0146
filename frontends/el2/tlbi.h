/* SPDX-License-Identifier: BSD-2-Clause */
/**
 * @file tlbi.h
 * Which TLB entries of Stage 2 an invalidation names. Here are numbers only, so that hosts test
 * them: an emulated CPU has no stale entries that would show an error.
 */
#ifndef EL2_TLBI_H
#define EL2_TLBI_H

#include <aetherboot/stage2.h>

#define EL2_TLBI_MOST 512 /**< entries beyond which all of the VM are cheaper */

/** TLBI IPAS2E1IS once for each of @c n operands, or TLBI VMALLS12E1IS. */
struct el2_tlbi {
	uint64_t operand; /**< the first operand */
	uint64_t step; /**< distance of the operands */
	uint64_t n; /**< operands; 0: everything of the VM is invalidated */
};

/** Name the entries that map a range.
 * @param ipa     first address, a multiple of the size of an entry
 * @param size    bytes
 * @param level   of the entries, -1 to 3; AB_S2_LEVEL_ANY: of any level
 * @param granule log2 of the bytes of a page: 12, 14 or 16
 * @return whose operands are IPA >> 12 for every granule. @spec{DDI0487, C5.5 TLBI IPAS2E1IS} */
static inline struct el2_tlbi el2_tlbi(uint64_t ipa, uint64_t size, int level, unsigned int granule)
{
	uint64_t step = UINT64_C(1) << granule;

	if (level >= 0 && level < AB_S2_LEVEL_ANY)
		step <<= (unsigned int)(3 - level) * (granule - 3);
	return (struct el2_tlbi){ .operand = ipa >> 12,
				  .step = step >> 12,
				  .n = size / step > EL2_TLBI_MOST ? 0 : (size + step - 1) / step };
}

#endif /* EL2_TLBI_H */
