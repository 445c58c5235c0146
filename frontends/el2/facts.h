/* SPDX-License-Identifier: BSD-2-Clause */
/**
 * @file facts.h
 * What EL2 knows of its machine: everything comes from the device tree that the loader handed over.
 */
#ifndef EL2_FACTS_H
#define EL2_FACTS_H

#include "vm.h"

#include <aetherboot/aetherboot.h>

#define EL2_RAMS_MAX 16 /**< ranges of RAM, and likewise of reserved memory */
#define EL2_SEED_MAX 64 /**< bytes of the host's seed that are kept */

/** The machine. After el2_facts_read() nothing in it points into the tree. */
struct el2_facts {
	struct ab_fdt_info info; /**< the tree's facts; @c bootargs, @c rng_seed and @c kaslr_seed
				      are empty */
	struct ab_fdt_cpu cpus[EL2_CPUS_MAX]; /**< entries of @c info.cpus */
	struct ab_range memory[EL2_RAMS_MAX]; /**< entries of @c info.memory */
	struct ab_range reserved[EL2_RAMS_MAX]; /**< entries of @c info.reserved */
	struct ab_range redist[EL2_RAMS_MAX]; /**< entries of @c info.redist */
	struct ab_fdt_dev virtio[EL2_VIRTIOS_MAX]; /**< entries of @c info.virtio */
	uint8_t seed[EL2_SEED_MAX]; /**< the host's rng-seed */
	uint32_t boot; /**< index in @c cpus of the CPU that el2_facts_read() runs on */
	size_t seed_size; /**< bytes in @c seed; 0: the host gave none */
};

/** Read the tree, and refuse a machine that EL2 does not support.
 * @param facts filled; undefined after an error
 * @param tree  the blob; it may be larger than its totalsize
 * @param mpidr affinity fields of the CPU that executes
 * @param why   as ab_fdt_read(), or names the property that the machine lacks
 * @return AB_OK, an error of ab_fdt_read(), or AB_ERR_UNSUPPORTED */
enum ab_err el2_facts_read(struct el2_facts *facts, struct ab_bytes tree, uint64_t mpidr,
			   struct ab_error *why);

#endif /* EL2_FACTS_H */
