/* SPDX-License-Identifier: BSD-2-Clause */
/* System registers of a guest that trap: an allow-list. Everything else is undefined for it. */
#include "esr.h"
#include "hw.h"
#include "trap.h"

#include <aetherboot/vcpu.h>

#include <stddef.h>

/* Identification registers S3_0_C0_C@crm_@op2. A guest sees each field of 4 bits as the CPU has it,
 * but not more than @most, whose values this program knows: none needs more of EL2 than what
 * HCR_EL2 and its like are set to. 0xf: as the CPU has it, whatever it is; 0: hidden, as is each
 * register that has no row. A guest has no AArch32, SVE, SME, MTE, RAS, PMU, trace, nesting,
 * big-endian data accesses (devices are emulated for little-endian ones), nor what only EL2 could
 * enable. DDI0487, D17.2 */
static const struct id {
	uint8_t crm, op2;
	uint64_t most; /* the highest value of each field */
	uint64_t set; /* fields with a value of their own */
} ids[] = {
	/* ID_AA64PFR0_EL1: CSV3, CSV2 (2 would be SCXTNUM_EL1, which traps), DIT, AdvSIMD, FP. GIC
	 * system registers; EL1 and EL0 are AArch64 only */
	{ 4, 0, UINT64_C(0x1101000000ff0000), 0x01000011 },
	/* ID_AA64PFR1_EL1: SSBS, BT */
	{ 4, 1, 0x21, 0 },
	/* ID_AA64DFR0_EL1: DoubleLock (0xf: none), CTX_CMPs, WRPs, BRPs, DebugVer up to Armv8.8 */
	{ 5, 0, UINT64_C(0x000000f0f0f0f00a), 0 },
	/* ID_AA64ISAR0_EL1: RNDR, TLB, TS, FHM, DP, SM4, SM3, SHA3, RDM, not TME, Atomic, CRC32,
	 * SHA2, SHA1, AES */
	{ 6, 0, UINT64_C(0x1221111110212120), 0 },
	/* ID_AA64ISAR1_EL1: not LS64, not XS, I8MM, DGH, BF16, SPECRES, SB, FRINTTS, GPI, GPA,
	 * LRCPC, FCMA, JSCVT, API, APA, DPB */
	{ 6, 1, UINT64_C(0x0011211111211552), 0 },
	/* ID_AA64ISAR2_EL1: PAC_frac, BC, not MOPS, APA3, GPA3, RPRES, not WFxT */
	{ 6, 2, 0x01105110, 0 },
	/* ID_AA64MMFR0_EL1: ExS, TGran4, TGran64 (0xf: none), TGran16, ASIDBits, PARange */
	{ 7, 0, UINT64_C(0x00001000ff200026), 0 },
	/* ID_AA64MMFR1_EL1: nTLBPA, AFP, ETS, PAN, HPDS, HAFDBS */
	{ 7, 1, UINT64_C(0x0001101000302002), 0 },
	/* ID_AA64MMFR2_EL1: E0PD, BBM, TTL, IDS, AT, ST, CCIDX, VARange, UAO, CnP */
	{ 7, 2, UINT64_C(0x1021001110110011), 0 },
};

#define ID_PFR0_CRM 4
#define ID_GIC (UINT64_C(0xf) << 24) /* system registers of a GICv3 */
#define ID_MMFR0_CRM 7
#define ID_PARANGE UINT64_C(0xf)

/* PARange of a guest: not more than its IPA space has. */
static uint64_t pa_range(const struct el2_vm *vm, uint64_t mmfr0)
{
	static const uint8_t bits[] = { 32, 36, 40, 42, 44, 48, 52 };
	uint64_t range = 0;

	while (range < 6 && bits[range + 1] <= vm->s2.config.ipa_bits)
		range++;
	return range < (mmfr0 & ID_PARANGE) ? range : mmfr0 & ID_PARANGE;
}

static uint64_t at_most(uint64_t v, uint64_t most)
{
	uint64_t result = 0;

	for (unsigned int lsb = 0; lsb < 64; lsb += 4) {
		const uint64_t a = v >> lsb & 15, b = most >> lsb & 15;

		result |= (a < b ? a : b) << lsb;
	}
	return result;
}

static uint64_t read_id(const struct el2_vm *vm, unsigned int crm, unsigned int op2)
{
	for (size_t i = 0; i < sizeof(ids) / sizeof(ids[0]); i++) {
		uint64_t v;

		if (ids[i].crm != crm || ids[i].op2 != op2)
			continue;
		v = at_most(el2_hw_id(crm, op2), ids[i].most) | ids[i].set;
		if (crm == ID_MMFR0_CRM && op2 == 0)
			v = (v & ~ID_PARANGE) | pa_range(vm, v);
		if (crm == ID_PFR0_CRM && op2 == 0 && vm->gic.v2)
			v &= ~ID_GIC;
		return v;
	}
	return 0;
}

/* ISS of EC 0x18: Op0 21:20, Op2 19:17, Op1 16:14, CRn 13:10, Rt 9:5, CRm 4:1, 1: a read */
static uint32_t name(uint32_t iss)
{
	return AB_ARM64_SYSREG(iss >> 20 & 3, iss >> 14 & 7, iss >> 10 & 15, iss >> 1 & 15,
			       iss >> 17 & 7);
}

enum { READ = 1, WRITE = 2 };

/* Registers that a guest may read, and then finds @value in, or may write to no effect. */
static const struct allowed {
	uint32_t name;
	uint32_t may;
	uint64_t value;
} allowed[] = {
	{ AB_ARM64_SYSREG(3, 0, 1, 0, 1), READ | WRITE, 0 }, /* ACTLR_EL1 */
	/* these trap with SMIDR_EL1: a CPU that has SME says nothing more of its revision */
	{ AB_ARM64_SYSREG(3, 0, 0, 0, 6), READ, 0 }, /* REVIDR_EL1 */
	{ AB_ARM64_SYSREG(3, 1, 0, 0, 7), READ, 0 }, /* AIDR_EL1 */
	/* the OS lock and the debug ROM: what they control would stop EL2, too */
	{ AB_ARM64_SYSREG(2, 0, 1, 0, 0), READ, 0 }, /* MDRAR_EL1 */
	{ AB_ARM64_SYSREG(2, 0, 1, 0, 4), WRITE, 0 }, /* OSLAR_EL1 */
	{ AB_ARM64_SYSREG(2, 0, 1, 1, 4), READ,
	  8 }, /* OSLSR_EL1: OSLM: the lock exists, and is open */
	{ AB_ARM64_SYSREG(2, 0, 1, 3, 4), READ | WRITE, 0 }, /* OSDLR_EL1 */
	{ AB_ARM64_SYSREG(2, 0, 1, 4, 4), READ | WRITE, 0 }, /* DBGPRCR_EL1 */
	/* by set and way they say nothing about one's own memory: EL2 cleans what it hands over */
	{ AB_ARM64_SYSREG(1, 0, 7, 6, 2), WRITE, 0 }, /* DC ISW */
	{ AB_ARM64_SYSREG(1, 0, 7, 10, 2), WRITE, 0 }, /* DC CSW */
	{ AB_ARM64_SYSREG(1, 0, 7, 14, 2), WRITE, 0 }, /* DC CISW */
	/* interrupts of group 0 and of the other security state: nobody has any */
	{ AB_ARM64_SYSREG(3, 0, 12, 11, 6), WRITE, 0 }, /* ICC_ASGI1R_EL1 */
	{ AB_ARM64_SYSREG(3, 0, 12, 11, 7), WRITE, 0 }, /* ICC_SGI0R_EL1 */
};

#define ICC_SGI1R AB_ARM64_SYSREG(3, 0, 12, 11, 5)
#define ICC_DIR AB_ARM64_SYSREG(3, 0, 12, 11, 1)
/* those that HCR_EL2.TID3 traps: CRm 1 to 7 */
#define IS_ID(n) ((n) >= AB_ARM64_SYSREG(3, 0, 0, 1, 0) && (n) <= AB_ARM64_SYSREG(3, 0, 0, 7, 7))

enum el2_verb el2_sysreg(struct el2_vcpu *v, uint32_t iss)
{
	const uint32_t reg = name(iss), rt = iss >> 5 & 31;
	const bool read = (iss & 1) != 0;
	uint64_t value = 0;
	size_t i;

	if (!read && (reg == ICC_SGI1R || reg == ICC_DIR) && !v->vm->gic.v2) {
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
			if (allowed[i].name == reg && (allowed[i].may & (read ? READ : WRITE)) != 0)
				break;
		if (i == sizeof(allowed) / sizeof(allowed[0]))
			return EL2_INJECT;
		value = allowed[i].value;
	}
	if (read && rt != 31)
		v->x[rt] = value;
	return EL2_EMULATE;
}
