/* SPDX-License-Identifier: BSD-2-Clause */
/* Fixed numbers of a GIC and of the CPUs that it interrupts. */
#ifndef AB_MACHINE_GIC_H
#define AB_MACHINE_GIC_H

#include <stdint.h>

/* First INTIDs of PPIs, SPIs and extended SPIs, and the ends of both. SGIs begin at 0. IHI0069
 * 2.2.1. */
#define AB_GIC_PPI 16
#define AB_GIC_SPI 32
#define AB_GIC_SPI_END 1020
#define AB_GIC_ESPI 4096
#define AB_GIC_ESPI_END 5120

#define AB_GICV2_CPUS 8 /* IHI0048 4.1.2: CPU interfaces */

#define AB_MPIDR_AFFINITY UINT64_C(0xff00ffffff) /* DDI0487 D17.2.101: Aff3, Aff2 to Aff0 */

#endif /* AB_MACHINE_GIC_H */
