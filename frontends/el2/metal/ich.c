/* SPDX-License-Identifier: BSD-2-Clause */
/* The virtual CPU interface of a physical GICv3, for hw_gic.h. @spec{IHI0069, 12.4} */
#include "gicv3_priv.h"

#include "el2/hw_gic.h"

#define ICH_AP0R_EL2(n) "s3_4_c12_c8_" #n
#define ICH_AP1R_EL2(n) "s3_4_c12_c9_" #n
#define ICH_HCR_EL2 "s3_4_c12_c11_0"
#define ICH_VTR_EL2 "s3_4_c12_c11_1"
#define ICH_VMCR_EL2 "s3_4_c12_c11_7"
#define ICH_LR_EL2(m, n) "s3_4_c12_c" #m "_" #n /* LR0 to 7, 8 to 15 */

enum {
	ICH_VTR_LISTREGS = 0x1f, /* their number less 1 */
	ICH_VTR_PREBITS = 26, /* shift; 3 bits, their number less 1 */
};

uint32_t el2_ich_vtr(void)
{
	return (uint32_t)READ(ICH_VTR_EL2);
}

uint32_t el2_ich_hcr(void)
{
	return (uint32_t)READ(ICH_HCR_EL2);
}

void el2_ich_set_hcr(uint32_t v)
{
	WRITE(ICH_HCR_EL2, v);
}

uint32_t el2_ich_vmcr(void)
{
	return (uint32_t)READ(ICH_VMCR_EL2);
}

uint64_t el2_ich_lr(unsigned int n)
{
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

	WRITE(ICH_HCR_EL2, 0);
	for (unsigned int n = 0; n <= (vtr & ICH_VTR_LISTREGS); n++)
		el2_ich_set_lr(n, 0);
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
