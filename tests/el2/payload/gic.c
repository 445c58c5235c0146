/* SPDX-License-Identifier: BSD-2-Clause */
/* The interrupt controller of a guest whose CPUs look for interrupts by themselves. */
#include "gic.h"

enum {
	ENABLE_GRP0 = 1, /* that of a GICv2 */
	ENABLE_GRP1 = 2,
};

void payload_gic_init(void)
{
	if (gic_v2()) {
		*gicd(GICD_CTLR) = ENABLE_GRP0;
		*gicc(GICC_PMR) = 0xff;
		*gicc(GICC_CTLR) = ENABLE_GRP0;
		return;
	}
	*gicd(GICD_CTLR) |= ENABLE_GRP1;
	__asm__ volatile("msr " ICC_PMR_EL1 ", %0\n\tmsr " ICC_IGRPEN1_EL1 ", %1\n\tisb"
			 :
			 : "r"((uint64_t)0xff), "r"((uint64_t)1));
}

void payload_gic_enable(unsigned int intid, bool edge)
{
	const uint32_t bit = 2u << intid % 16 * 2;
	const uint32_t old = *gicd(GICD_ICFGR + intid / 16 * 4);

	*gicd(GICD_ICFGR + intid / 16 * 4) = edge ? old | bit : old & ~bit;
	*gicd(GICD_ISENABLER + intid / 32 * 4) = 1u << intid % 32;
}

unsigned int payload_gic_take(void)
{
	uint64_t intid;

	if (gic_v2()) {
		intid = *gicc(GICC_IAR);
		__asm__ volatile("dsb sy" : : : "memory");
		if ((intid & 0x3ff) < 1020)
			*gicc(GICC_EOIR) = (uint32_t)intid;
		return (unsigned int)intid & 0x3ff; /* without the source of an SGI */
	}
	__asm__ volatile("mrs %0, " ICC_IAR1_EL1 "\n\tdsb sy" : "=r"(intid) : : "memory");
	if (intid < 1020)
		__asm__ volatile("msr " ICC_EOIR1_EL1 ", %0\n\tisb" : : "r"(intid) : "memory");
	return (unsigned int)intid;
}
