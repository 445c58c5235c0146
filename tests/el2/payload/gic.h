/* SPDX-License-Identifier: BSD-2-Clause */
/* Registers of a guest's interrupt controller, of either version. @spec{IHI0069, 12.2}
 * @spec{IHI0048, 4.3} */
#ifndef PAYLOAD_GIC_H
#define PAYLOAD_GIC_H

#include "payload.h"

enum {
	GICD_CTLR = 0x0,
	GICD_ISENABLER = 0x100,
	GICD_ICFGR = 0xc00,
	GICD_SGIR = 0xf00,

	GICC_CTLR = 0x0,
	GICC_PMR = 0x4,
	GICC_IAR = 0xc,
	GICC_EOIR = 0x10,
	GICC_HPPIR = 0x18,
	GICC_APR = 0xd0,
	GICC_DIR = 0x1000,
};

#define ICC_PMR_EL1 "S3_0_C4_C6_0"
#define ICC_AP1R0_EL1 "S3_0_C12_C9_0"
#define ICC_DIR_EL1 "S3_0_C12_C11_1"
#define ICC_SGI1R_EL1 "S3_0_C12_C11_5"
#define ICC_ASGI1R_EL1 "S3_0_C12_C11_6"
#define ICC_SGI0R_EL1 "S3_0_C12_C11_7"
#define ICC_IAR1_EL1 "S3_0_C12_C12_0"
#define ICC_EOIR1_EL1 "S3_0_C12_C12_1"
#define ICC_HPPIR1_EL1 "S3_0_C12_C12_2"
#define ICC_IGRPEN1_EL1 "S3_0_C12_C12_7"

static inline bool gic_v2(void)
{
	return payload_info.gic_version == 2;
}

/* Where the SGIs and PPIs of the VM's @nth CPU are, at the offsets of GICD. Of a GICv2: those of
 * the CPU that looks. */
static inline uint64_t gic_private(uint64_t nth)
{
	return gic_v2() ? payload_info.gic_dist.base
			: payload_info.redist.at[0].base + nth * 0x20000 + 0x10000;
}

static inline volatile uint32_t *gicd(uint32_t off)
{
	return (volatile uint32_t *)(uintptr_t)(payload_info.gic_dist.base + off);
}

static inline volatile uint32_t *gicc(uint32_t off)
{
	return (volatile uint32_t *)(uintptr_t)(payload_info.gic_cpu.base + off);
}

#endif /* PAYLOAD_GIC_H */
