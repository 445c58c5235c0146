/* SPDX-License-Identifier: BSD-2-Clause */
/**
 * @file gic.h
 * The physical GIC: what must happen before the functions of hw_gic.h work.
 */
#ifndef EL2_METAL_GIC_H
#define EL2_METAL_GIC_H

#include <aetherboot/fdt.h>

/** Set up the distributor: all SPIs disabled, inactive, not pending; of a GICv3 with affinity
 *  routing and of Group 1. Once, by one CPU, with the GIC mapped as Device memory at its own
 *  addresses.
 * @param host what the host's tree says, which el2_facts_read() accepted; its lists must stay where
 *             they are
 * @return NULL, or why the machine cannot be used; ROM string */
const char *el2_gic_init(const struct ab_fdt_info *host);

/** Whether a CPU can be interrupted: a GICv3 must have a redistributor for it in the regions of the
 *  host's tree. After el2_gic_init().
 * @param affinity affinity fields of its MPIDR_EL1 */
bool el2_gic_reaches(uint64_t affinity);

/** Set up the executing CPU's private interrupts and CPU interface: all of its SGIs and PPIs
 *  disabled, inactive and not pending, but for EL2's kick and the maintenance interrupt, which are
 *  enabled with the highest priority. Virtual interrupts are off. Once on each CPU, after
 *  el2_gic_init(). Interrupts are masked by PSTATE still.
 * @param cpu the number that this CPU has from now on, below EL2_CPUS_MAX
 * @return NULL, or why the CPU cannot be used; ROM string */
const char *el2_gic_cpu_init(unsigned int cpu);

#endif /* EL2_METAL_GIC_H */
