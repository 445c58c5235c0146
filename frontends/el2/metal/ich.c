/* SPDX-License-Identifier: BSD-2-Clause */
/* The virtual CPU interface of a physical GIC, for hw_gic.h: system registers, or those of a GICv2
 * in memory. @spec{IHI0069, 12.4} @spec{IHI0048, 5.3} */
#include "gic_priv.h"

#define ICH_AP0R_EL2(n) "s3_4_c12_c8_" #n
#define ICH_AP1R_EL2(n) "s3_4_c12_c9_" #n
#define ICH_HCR_EL2 "s3_4_c12_c11_0"
#define ICH_VTR_EL2 "s3_4_c12_c11_1"
#define ICH_VMCR_EL2 "s3_4_c12_c11_7"
#define ICH_LR_EL2(m, n) "s3_4_c12_c" #m "_" #n /* LR0 to 7, 8 to 15 */

enum {
	ICH_VTR_LISTREGS = 0x1f, /* their number less 1 */
	ICH_VTR_PREBITS = 26, /* shift; 3 bits, their number less 1 */
	ICH_VTR_TDS = 0x80000,
	ICH_HCR_TDIR = 0x4000,

	/* their bits are those of ICH_HCR_EL2 and others, as far as they have any */
	GICH_HCR = 0x000,
	GICH_VTR = 0x004,
	GICH_VTR_LISTREGS = 0x3f,
	GICH_VMCR = 0x008,
	GICH_APR = 0x0f0,
	GICH_LR = 0x100,
};

static volatile uint32_t *gich(uint32_t off)
{
	return el2_gic_at(el2_gic.hyp, off);
}

/* A list register: 9:0 INTID; 19:10 physical INTID, or EOI and source; 27:23 priority; 29:28 state;
 * 30 Group 1; 31 HW. ICH_LR_EL2 has these at 0, 32, 51, 62, 60, 61. */
static uint64_t from_gich(uint32_t v)
{
	return (v & 0x3ff) | (uint64_t)(v >> 10 & 0x3ff) << 32 | (uint64_t)(v >> 23 & 0x1f) << 51 |
	       (uint64_t)(v >> 28 & 3) << 62 | (uint64_t)(v >> 30 & 3) << 60;
}

static uint32_t to_gich(uint64_t lr)
{
	return (uint32_t)((lr & 0x3ff) | (lr >> 32 & 0x3ff) << 10 | (lr >> 51 & 0x1f) << 23 |
			  (lr >> 62 & 3) << 28 | (lr >> 60 & 3) << 30);
}

/* GICH_VTR, whose list registers from the 16th on nobody uses. */
static uint32_t gich_vtr(void)
{
	const uint32_t v = *gich(GICH_VTR), last = v & GICH_VTR_LISTREGS;

	return (v & ~(uint32_t)GICH_VTR_LISTREGS) | (last < 15 ? last : 15) | ICH_VTR_TDS;
}

uint32_t el2_ich_vtr(void)
{
	return el2_gic.hyp != 0 ? gich_vtr() : (uint32_t)READ(ICH_VTR_EL2);
}

uint32_t el2_ich_hcr(void)
{
	return el2_gic.hyp != 0 ? *gich(GICH_HCR) : (uint32_t)READ(ICH_HCR_EL2);
}

void el2_ich_set_hcr(uint32_t v)
{
	if (el2_gic.hyp != 0)
		*gich(GICH_HCR) = v & ~(uint32_t)ICH_HCR_TDIR;
	else
		WRITE(ICH_HCR_EL2, v);
}

uint32_t el2_ich_vmcr(void)
{
	return el2_gic.hyp != 0 ? *gich(GICH_VMCR) : (uint32_t)READ(ICH_VMCR_EL2);
}

uint64_t el2_ich_lr(unsigned int n)
{
	if (el2_gic.hyp != 0)
		return from_gich(*gich(GICH_LR + 4 * n));
	switch (n) {
	case 0:
		return READ(ICH_LR_EL2(12, 0));
	case 1:
		return READ(ICH_LR_EL2(12, 1));
	case 2:
		return READ(ICH_LR_EL2(12, 2));
	case 3:
		return READ(ICH_LR_EL2(12, 3));
	case 4:
		return READ(ICH_LR_EL2(12, 4));
	case 5:
		return READ(ICH_LR_EL2(12, 5));
	case 6:
		return READ(ICH_LR_EL2(12, 6));
	case 7:
		return READ(ICH_LR_EL2(12, 7));
	case 8:
		return READ(ICH_LR_EL2(13, 0));
	case 9:
		return READ(ICH_LR_EL2(13, 1));
	case 10:
		return READ(ICH_LR_EL2(13, 2));
	case 11:
		return READ(ICH_LR_EL2(13, 3));
	case 12:
		return READ(ICH_LR_EL2(13, 4));
	case 13:
		return READ(ICH_LR_EL2(13, 5));
	case 14:
		return READ(ICH_LR_EL2(13, 6));
	case 15:
		return READ(ICH_LR_EL2(13, 7));
	}
	return 0;
}

void el2_ich_set_lr(unsigned int n, uint64_t v)
{
	if (el2_gic.hyp != 0) {
		*gich(GICH_LR + 4 * n) = to_gich(v);
		return;
	}
	switch (n) {
	case 0:
		WRITE(ICH_LR_EL2(12, 0), v);
		break;
	case 1:
		WRITE(ICH_LR_EL2(12, 1), v);
		break;
	case 2:
		WRITE(ICH_LR_EL2(12, 2), v);
		break;
	case 3:
		WRITE(ICH_LR_EL2(12, 3), v);
		break;
	case 4:
		WRITE(ICH_LR_EL2(12, 4), v);
		break;
	case 5:
		WRITE(ICH_LR_EL2(12, 5), v);
		break;
	case 6:
		WRITE(ICH_LR_EL2(12, 6), v);
		break;
	case 7:
		WRITE(ICH_LR_EL2(12, 7), v);
		break;
	case 8:
		WRITE(ICH_LR_EL2(13, 0), v);
		break;
	case 9:
		WRITE(ICH_LR_EL2(13, 1), v);
		break;
	case 10:
		WRITE(ICH_LR_EL2(13, 2), v);
		break;
	case 11:
		WRITE(ICH_LR_EL2(13, 3), v);
		break;
	case 12:
		WRITE(ICH_LR_EL2(13, 4), v);
		break;
	case 13:
		WRITE(ICH_LR_EL2(13, 5), v);
		break;
	case 14:
		WRITE(ICH_LR_EL2(13, 6), v);
		break;
	case 15:
		WRITE(ICH_LR_EL2(13, 7), v);
		break;
	}
}

void el2_ich_reset(void)
{
	const uint32_t vtr = el2_ich_vtr(), bits = (vtr >> ICH_VTR_PREBITS & 7) + 1;

	el2_ich_set_hcr(0);
	for (unsigned int n = 0; n <= (vtr & ICH_VTR_LISTREGS); n++)
		el2_ich_set_lr(n, 0);
	if (el2_gic.hyp != 0) {
		*gich(GICH_APR) = 0;
		*gich(GICH_VMCR) = 0;
		return;
	}
	if (bits > 6) {
		WRITE(ICH_AP0R_EL2(3), 0);
		WRITE(ICH_AP0R_EL2(2), 0);
		WRITE(ICH_AP1R_EL2(3), 0);
		WRITE(ICH_AP1R_EL2(2), 0);
	}
	if (bits > 5) {
		WRITE(ICH_AP0R_EL2(1), 0);
		WRITE(ICH_AP1R_EL2(1), 0);
	}
	WRITE(ICH_AP0R_EL2(0), 0);
	WRITE(ICH_AP1R_EL2(0), 0);
	WRITE(ICH_VMCR_EL2, 0);
}
