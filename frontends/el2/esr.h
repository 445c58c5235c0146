/* SPDX-License-Identifier: BSD-2-Clause */
/* ESR_ELx: exception classes and the fields of their syndromes. DDI0487, D17.2 */
#ifndef EL2_ESR_H
#define EL2_ESR_H

#include <stdint.h>

#define EL2_ESR_EC(esr) ((unsigned int)((esr) >> 26 & 0x3f))
#define EL2_ESR_IL (UINT64_C(1) << 25) /* the instruction has 32 bits */
#define EL2_ESR_ISS(esr) ((uint32_t)((esr)&0x1ffffff))

enum el2_class {
	EL2_EC_UNKNOWN = 0x00,
	EL2_EC_WFX = 0x01,
	EL2_EC_HVC = 0x16,
	EL2_EC_SMC = 0x17,
	EL2_EC_SYSREG = 0x18,
	EL2_EC_FETCH_LOWER = 0x20, /* instruction abort from a lower EL */
	EL2_EC_FETCH_SAME = 0x21,
	EL2_EC_DATA_LOWER = 0x24, /* data abort from a lower EL */
	EL2_EC_DATA_SAME = 0x25,
	EL2_EC_SERROR = 0x2f,
};

/* Syndrome of aborts. */
#define EL2_ISS_ISV (1u << 24) /* SAS, SSE, SRT, SF are valid */
#define EL2_ISS_SAS(iss) (1u << ((iss) >> 22 & 3)) /* bytes of the access */
#define EL2_ISS_SAS_MASK (3u << 22)
#define EL2_ISS_SAS_32 (2u << 22) /* 4 bytes */
#define EL2_ISS_SSE (1u << 21) /* the value is sign-extended */
#define EL2_ISS_SRT(iss) ((iss) >> 16 & 31) /* register that is loaded or stored */
#define EL2_ISS_SF (1u << 15) /* that register has 64 bits */
#define EL2_ISS_FNV (1u << 10) /* FAR is not valid */
#define EL2_ISS_CM (1u << 8) /* a cache instruction */
#define EL2_ISS_S1PTW (1u << 7) /* a walk of stage 1 */
#define EL2_ISS_WNR (1u << 6) /* a write */
#define EL2_ISS_FSC(iss) ((iss)&0x3f) /* fault status code */
#define EL2_FSC_TYPE 0x3c /* without the level */
#define EL2_FSC_TRANSLATION 0x04 /* nothing is mapped; + level */
#define EL2_FSC_TRANSLATION_M1 0x2b /* the same, at level -1 */
#define EL2_FSC_PERMISSION 0x0c /* the access is not allowed; + level */
#define EL2_FSC_SEA 0x10 /* synchronous external abort, not on a walk */

/* PSTATE as SPSR_ELx holds it. DDI0487, C5.2.18 */
#define EL2_PSTATE_NZCV 0xf0000000u
#define EL2_PSTATE_DIT (1u << 24)
#define EL2_PSTATE_PAN (1u << 22)
#define EL2_PSTATE_SS (1u << 21) /* software step */
#define EL2_PSTATE_SSBS (1u << 12)
#define EL2_PSTATE_BTYPE (3u << 10)
#define EL2_PSTATE_DAIF 0x3c0u
#define EL2_PSTATE_32 (1u << 4) /* AArch32 */
#define EL2_PSTATE_EL(p) ((p) >> 2 & 3)
#define EL2_PSTATE_SP (1u << 0) /* SP_ELx, not SP_EL0 */
#define EL2_PSTATE_EL1H 5u

#endif /* EL2_ESR_H */
