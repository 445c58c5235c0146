/* SPDX-License-Identifier: BSD-2-Clause */
/**
 * @file memory.h
 * Who has which physical memory. Everything is given out before the first guest starts.
 */
#ifndef EL2_MEMORY_H
#define EL2_MEMORY_H

#include "facts.h"

/** Ranges with an owner: the image, the bundle, each reserved range, and each VM's memory. */
#define EL2_RANGES_MAX 64

/** The physical memory of the machine. */
struct el2_memory {
	struct ab_ram ram[EL2_RAMS_MAX]; /**< RAM, ascending */
	size_t n_rams; /**< entries in @c ram */
	struct ab_range reserved[EL2_RAMS_MAX]; /**< what the host's tree reserves */
	size_t n_reserved; /**< entries in @c reserved */
	struct ab_region room[EL2_RANGES_MAX]; /**< entries of @c taken */
	struct ab_regions taken; /**< ranges that have an owner */
};

/** Begin with the RAM of the host's tree; its reserved ranges are taken. They may overlap each
 * other: trees list one twice, as a reservation and as a node, or nested ones. RAM may not.
 * @param m     filled
 * @param facts the machine
 * @param why   names the range that wraps, the RAM that overlaps, or that there are too many
 * @return AB_OK, AB_ERR_ARG, AB_ERR_OVERLAP or AB_ERR_NOSPACE */
enum ab_err el2_memory_init(struct el2_memory *m, const struct el2_facts *facts,
			    struct ab_error *why);

/** Take a certain range, rounded outwards to pages: nobody else gets the rest of the first and last
 * one. The host's tree may reserve it, too, as loaders do with what they load: each reserved range
 * that overlaps it must contain it.
 * @param m    unchanged on error
 * @param base first address
 * @param size bytes; 0 takes nothing
 * @param name its owner, for errors; borrowed
 * @param why  names both owners
 * @return AB_OK, AB_ERR_ARG, AB_ERR_OVERLAP or AB_ERR_NOSPACE */
enum ab_err el2_memory_take(struct el2_memory *m, uint64_t base, uint64_t size, const char *name,
			    struct ab_error *why);

/** Find and take free RAM.
 * @param m     unchanged on error
 * @param size  bytes, a multiple of 4096, not 0
 * @param align a power of two
 * @param name  its owner, for errors; borrowed
 * @param base  filled on AB_OK
 * @param why   names the owner, and the bytes that it cannot get
 * @return AB_OK or AB_ERR_NOSPACE */
enum ab_err el2_memory_find(struct el2_memory *m, uint64_t size, uint64_t align, const char *name,
			    uint64_t *base, struct ab_error *why);

#endif /* EL2_MEMORY_H */
