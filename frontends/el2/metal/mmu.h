/* SPDX-License-Identifier: BSD-2-Clause */
/**
 * @file mmu.h
 * EL2's own address space: physical addresses under their own numbers, 4 KiB pages, nothing that is
 * both writable and executable. Mappings are only added.
 */
#ifndef EL2_MMU_H
#define EL2_MMU_H

#include <aetherboot/base.h>

/** What a range is for, from which its access and memory type follow. */
enum el2_map {
	EL2_MAP_CODE = 1, /**< read, execute */
	EL2_MAP_CONST, /**< read */
	EL2_MAP_DATA, /**< read, write; write-back memory */
	EL2_MAP_DEVICE, /**< read, write; device nGnRE */
};

/** Add [base, base + size), rounded outwards to pages. Pages that are mapped already keep their
 *  mapping.
 * @return false: above 2^48, above what the CPU has, or there are too many tables; a part may then
 *         be mapped */
AB_MUST_CHECK bool el2_map(uint64_t base, uint64_t size, enum el2_map what);

/** Map the image and a page of the early console at @p uart, and turn on MMU and caches. */
void el2_mmu_start(uint64_t uart);

/** Turn on MMU and caches of another CPU, which then has the same mappings. */
void el2_mmu_join(void);

#endif /* EL2_MMU_H */
