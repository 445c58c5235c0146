/* SPDX-License-Identifier: BSD-2-Clause */
/* System registers of a guest that trap: an allow-list. Everything else is undefined for it. */
#include "esr.h"
#include "hw.h"
#include "trap.h"

#include <aetherboot/vcpu.h>

#include <stddef.h>

/* A field of 4 bits from bit @lsb on. */
#define F(lsb) (UINT64_C(0xf) << (lsb))
#define IS(lsb, v) ((uint64_t)(v) << (lsb))

/* Identification registers S3_0_C0_C@crm_@op2: the fields that the guest sees as the CPU has them,
 * and those with a value of their own. All other fields, and all other registers of the space, read
 * as 0: what a field without a row means is not known here. A guest has no SVE, SME, MTE, RAS, PMU,
 * trace, nesting, AArch32, nor what only EL2 could enable. DDI0487, D19.2.59 to D19.2.69 */
static const struct id {
	uint8_t crm, op2;
	uint64_t keep; /* fields of the CPU */
	uint64_t set; /* other fields */
} ids[] = {
	/* ID_AA64PFR0_EL1: EL0 and EL1 AArch64 only; GIC system registers; FP, AdvSIMD, DIT, CSV2,
	 * CSV3 */
	{ 4, 0, F(16) | F(20) | F(48) | F(56) | F(60), IS(0, 1) | IS(4, 1) | IS(24, 1) },
	/* ID_AA64PFR1_EL1: BT, SSBS, CSV2_frac */
	{ 4, 1, F(0) | F(4) | F(32), 0 },
	/* ID_AA64DFR0_EL1: DebugVer, BRPs, WRPs, CTX_CMPs, DoubleLock */
	{ 5, 0, F(0) | F(12) | F(20) | F(28) | F(36), 0 },
	/* ID_AA64ISAR0_EL1: AES, SHA1, SHA2, CRC32, Atomic, RDM, SHA3, SM3, SM4, DP, FHM, TS, TLB,
	 * RNDR */
	{ 6, 0,
	  F(4) | F(8) | F(12) | F(16) | F(20) | F(28) | F(32) | F(36) | F(40) | F(44) | F(48) |
	      F(52) | F(56) | F(60),
	  0 },
	/* ID_AA64ISAR1_EL1: DPB, APA, API, JSCVT, FCMA, LRCPC, GPA, GPI, FRINTTS, SB, SPECRES,
	 * BF16, DGH, I8MM */
	{ 6, 1,
	  F(0) | F(4) | F(8) | F(12) | F(16) | F(20) | F(24) | F(28) | F(32) | F(36) | F(40) |
	      F(44) | F(48) | F(52),
	  0 },
	/* ID_AA64ISAR2_EL1: RPRES, GPA3, APA3, BC, PAC_frac */
	{ 6, 2, F(4) | F(8) | F(12) | F(20) | F(24), 0 },
	/* ID_AA64MMFR0_EL1: PARange, ASIDBits, BigEnd, BigEndEL0, TGran16, TGran64, TGran4, ExS */
	{ 7, 0, F(0) | F(4) | F(8) | F(16) | F(20) | F(24) | F(28) | F(44), 0 },
	/* ID_AA64MMFR1_EL1: HAFDBS, HPDS, PAN, ETS, AFP, nTLBPA */
	{ 7, 1, F(0) | F(12) | F(20) | F(36) | F(44) | F(48), 0 },
	/* ID_AA64MMFR2_EL1: CnP, UAO, LSM, IESB, VARange, CCIDX, ST, AT, IDS, TTL, BBM, E0PD */
	{ 7, 2,
	  F(0) | F(4) | F(8) | F(12) | F(16) | F(20) | F(28) | F(32) | F(36) | F(48) | F(52) |
	      F(60),
	  0 },
};

#define ID_MMFR0_CRM 7
#define ID_PARANGE F(0)

/* PARange of a guest: not more than its IPA space has. */
static uint64_t pa_range(const struct el2_vm *vm, uint64_t mmfr0)
{
	static const uint8_t bits[] = { 32, 36, 40, 42, 44, 48, 52 };
	uint64_t range = 0;

	while (range < 6 && bits[range + 1] <= vm->s2.config.ipa_bits)
		range++;
	return range < (mmfr0 & ID_PARANGE) ? range : mmfr0 & ID_PARANGE;
}

static uint64_t read_id(const struct el2_vm *vm, unsigned int crm, unsigned int op2)
{
	for (size_t i = 0; i < sizeof(ids) / sizeof(ids[0]); i++) {
		uint64_t v;

		if (ids[i].crm != crm || ids[i].op2 != op2)
			continue;
		v = (el2_hw_id(crm, op2) & ids[i].keep) | ids[i].set;
		if (crm == ID_MMFR0_CRM && op2 == 0)
			v = (v & ~ID_PARANGE) | pa_range(vm, v);
		return v;
	}
	return 0;
}

/* What a trapped register does. */
enum kind {
	KIND_ZERO = 1, /* reads as 0, ignores writes */
	KIND_IGNORE, /* write only: ignored */
};

/* ISS of EC 0x18: Op0 21:20, Op2 19:17, Op1 16:14, CRn 13:10, Rt 9:5, CRm 4:1, 1: a read */
static uint32_t name(uint32_t iss)
{
	return AB_ARM64_SYSREG(iss >> 20 & 3, iss >> 14 & 7, iss >> 10 & 15, iss >> 1 & 15,
			       iss >> 17 & 7);
}

static const struct allowed {
	uint32_t name;
	enum kind kind;
} allowed[] = {
	{ AB_ARM64_SYSREG(3, 0, 1, 0, 1), KIND_ZERO }, /* ACTLR_EL1 */
	/* by set and way they say nothing about one's own memory: EL2 cleans what it hands over */
	{ AB_ARM64_SYSREG(1, 0, 7, 6, 2), KIND_IGNORE }, /* DC ISW */
	{ AB_ARM64_SYSREG(1, 0, 7, 10, 2), KIND_IGNORE }, /* DC CSW */
	{ AB_ARM64_SYSREG(1, 0, 7, 14, 2), KIND_IGNORE }, /* DC CISW */
	/* interrupts of group 0 and of the other security state: nobody has any */
	{ AB_ARM64_SYSREG(3, 0, 12, 11, 6), KIND_IGNORE }, /* ICC_ASGI1R_EL1 */
	{ AB_ARM64_SYSREG(3, 0, 12, 11, 7), KIND_IGNORE }, /* ICC_SGI0R_EL1 */
};

#define ICC_SGI1R AB_ARM64_SYSREG(3, 0, 12, 11, 5)
#define ICC_DIR AB_ARM64_SYSREG(3, 0, 12, 11, 1)
#define IS_ID(n) (((n) & ~UINT32_C(0x3f)) == AB_ARM64_SYSREG(3, 0, 0, 0, 0))

enum el2_verb el2_sysreg(struct el2_vcpu *v, uint32_t iss)
{
	const uint32_t reg = name(iss), rt = iss >> 5 & 31;
	const bool read = (iss & 1) != 0;
	uint64_t value = 0;
	size_t i;

	if (!read && (reg == ICC_SGI1R || reg == ICC_DIR)) {
		value = rt != 31 ? v->x[rt] : 0;
		if (reg == ICC_SGI1R)
			el2_vgic_sgi(&v->vm->gic, &v->gic, value);
		else
			el2_vgic_dir(&v->vm->gic, &v->gic, value);
		return EL2_FORWARD;
	}
	if (IS_ID(reg) && read) {
		value = read_id(v->vm, reg >> 3 & 15, reg & 7);
	} else {
		for (i = 0; i < sizeof(allowed) / sizeof(allowed[0]); i++)
			if (allowed[i].name == reg && (!read || allowed[i].kind == KIND_ZERO))
				break;
		if (i == sizeof(allowed) / sizeof(allowed[0]))
			return EL2_INJECT;
	}
	if (read && rt != 31)
		v->x[rt] = value;
	return EL2_EMULATE;
}
