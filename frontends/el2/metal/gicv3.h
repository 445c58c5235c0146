/* SPDX-License-Identifier: BSD-2-Clause */
/**
 * @file gicv3.h
 * The physical GICv3: what must happen before the functions of hw_gic.h work.
 */
#ifndef EL2_METAL_GICV3_H
#define EL2_METAL_GICV3_H

#include <aetherboot/fdt.h>

/** The greatest number of physical CPUs. */
#define EL2_GICV3_CPUS 64

/** Set up the distributor: affinity routing, all SPIs disabled, inactive, not pending and of
 *  Group 1. Once, by one CPU, with the GIC mapped as Device memory at its own addresses.
 * @param host what the host's tree says; its lists must stay where they are
 * @return NULL, or why the machine cannot be used; ROM string */
const char *el2_gicv3_init(const struct ab_fdt_info *host);

/** Whether a CPU has a redistributor in the regions of the host's tree, after el2_gicv3_init().
 * @param affinity affinity fields of its MPIDR_EL1 */
bool el2_gicv3_has_redist(uint64_t affinity);

/** Set up the executing CPU's redistributor and CPU interface: all of its SGIs and PPIs disabled,
 *  inactive and not pending, but for EL2's kick and the maintenance interrupt, which are enabled
 *  with the highest priority. Virtual interrupts are off. Once on each CPU, after
 *  el2_gicv3_init(). Interrupts are masked by PSTATE still.
 * @param cpu the number that this CPU has from now on, below EL2_GICV3_CPUS
 * @return NULL, or why the CPU cannot be used; ROM string */
const char *el2_gicv3_cpu_init(unsigned int cpu);

#endif /* EL2_METAL_GICV3_H */
