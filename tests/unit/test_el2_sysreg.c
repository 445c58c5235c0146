/* SPDX-License-Identifier: BSD-2-Clause */
/* All system registers, by brute force; and what a guest learns of its CPU, field by field. The
 * tables here are written from the architecture, DDI0487, chapter D17.2. */
#include "el2_world.h"

#include "el2/trap.h"

/* ISS of EC 0x18: Op0 21:20, Op2 19:17, Op1 16:14, CRn 13:10, Rt 9:5, CRm 4:1, direction 0. */
static uint32_t iss_of(unsigned int op0, unsigned int op1, unsigned int crn, unsigned int crm,
		       unsigned int op2, unsigned int rt, bool read)
{
	return op0 << 20 | op2 << 17 | op1 << 14 | crn << 10 | rt << 5 | crm << 1 | read;
}

/* ---- which registers there are */

static const struct {
	const char *name;
	unsigned int op0, op1, crn, crm, op2;
	bool read, write;
} exist[] = {
	{ "ACTLR_EL1", 3, 0, 1, 0, 1, true, true },
	{ "REVIDR_EL1", 3, 0, 0, 0, 6, true, false },
	{ "AIDR_EL1", 3, 1, 0, 0, 7, true, false },
	{ "MDRAR_EL1", 2, 0, 1, 0, 0, true, false },
	{ "OSLAR_EL1", 2, 0, 1, 0, 4, false, true },
	{ "OSLSR_EL1", 2, 0, 1, 1, 4, true, false },
	{ "OSDLR_EL1", 2, 0, 1, 3, 4, true, true },
	{ "DBGPRCR_EL1", 2, 0, 1, 4, 4, true, true },
	{ "DC ISW", 1, 0, 7, 6, 2, false, true },
	{ "DC CSW", 1, 0, 7, 10, 2, false, true },
	{ "DC CISW", 1, 0, 7, 14, 2, false, true },
	{ "ICC_ASGI1R_EL1", 3, 0, 12, 11, 6, false, true },
	{ "ICC_SGI0R_EL1", 3, 0, 12, 11, 7, false, true },
	{ "ICC_SGI1R_EL1", 3, 0, 12, 11, 5, false, true },
	{ "ICC_DIR_EL1", 3, 0, 12, 11, 1, false, true },
};

static bool exists(unsigned int op0, unsigned int op1, unsigned int crn, unsigned int crm,
		   unsigned int op2, bool read)
{
	/* identification: S3_0_C0_C1_0 to S3_0_C0_C7_7 */
	if (op0 == 3 && op1 == 0 && crn == 0 && crm >= 1 && crm <= 7)
		return read;
	for (size_t i = 0; i < COUNT(exist); i++)
		if (exist[i].op0 == op0 && exist[i].op1 == op1 && exist[i].crn == crn &&
		    exist[i].crm == crm && exist[i].op2 == op2)
			return read ? exist[i].read : exist[i].write;
	return false;
}

/* The virtual GIC does the work of the two that EL2 must do itself. */
static enum el2_verb verb_of(unsigned int crn, unsigned int crm, unsigned int op2)
{
	return crn == 12 && crm == 11 && (op2 == 5 || op2 == 1) ? EL2_FORWARD : EL2_EMULATE;
}

static void try(struct el2_vcpu *v, unsigned int encoding, unsigned int rt, bool read)
{
	const unsigned int op0 = encoding >> 14, op1 = encoding >> 11 & 7, crn = encoding >> 7 & 15,
			   crm = encoding >> 3 & 15, op2 = encoding & 7;
	const struct el2_vcpu was = *v;
	const enum el2_verb verb =
	    el2_sysreg(v, 0x1c00000 | iss_of(op0, op1, crn, crm, op2, rt, read));

	if (verb != (exists(op0, op1, crn, crm, op2, read) ? verb_of(crn, crm, op2) : EL2_INJECT))
		fail_msg("%s S%u_%u_C%u_C%u_%u: verb %d", read ? "MRS" : "MSR", op0, op1, crn, crm,
			 op2, (int)verb);
	if (verb == EL2_EMULATE && read && rt != 31) {
		if (crn != 0)
			/* OSLSR_EL1: the lock exists, and is open */
			assert_true(v->x[rt] ==
				    (encoding == AB_ARM64_SYSREG(2, 0, 1, 1, 4) ? 8 : 0));
		world_same_registers(&was, v, rt);
		v->x[rt] = was.x[rt];
	}
	if (memcmp(&was, v, sizeof(was)) != 0)
		fail_msg("%s S%u_%u_C%u_C%u_%u changes more", read ? "MRS" : "MSR", op0, op1, crn,
			 crm, op2);
}

static void test_all_encodings(void **state)
{
	static const unsigned int rts[] = { 0, 17, 30, 31 };

	(void)state;
	world_begin(1);
	memset(el2_fake.id, 0xff, sizeof(el2_fake.id));
	for (unsigned int encoding = 0; encoding < 0x10000; encoding++)
		for (size_t i = 0; i < COUNT(rts); i++) {
			try(&world.cpu[0], encoding, rts[i], true);
			try(&world.cpu[0], encoding, rts[i], false);
		}
	assert_int_equal(el2_fake_writes(), 0);
	assert_int_equal(el2_fake.calls, 0);
	/* 4 writes to ICC_SGI1R_EL1, whose values have no target; none to ICC_DIR_EL1 ends anything
	 */
	assert_int_equal(el2_fake.locks, 4);
	assert_int_equal(fake.wrong + fake.kicks, 0);
	assert_null(world.vm.end);
}

static void write_reg(unsigned int op2, unsigned int rt, uint64_t value)
{
	struct el2_vcpu *v = &world.cpu[0], was;

	if (rt != 31)
		v->x[rt] = value;
	was = *v;
	assert_int_equal(el2_sysreg(v, iss_of(3, 0, 12, 11, op2, rt, false)), EL2_FORWARD);
	world_same_registers(&was, v, 31);
}

/* ICC_SGI1R_EL1: INTID 27:24, Aff1 23:16, targets 15:0. IHI0069, 12.2.19 */
static void test_sgi(void **state)
{
	static const struct {
		unsigned int rt;
		uint64_t value;
		uint32_t pending[3]; /* afterwards, of each vCPU */
	} rows[] = {
		{ 4, UINT64_C(0x05010002), { 0, 1 << 5, 0 } },
		{ 30, UINT64_C(0x0f010006), { 0, 1 << 15, 1 << 15 } },
		{ 0, UINT64_C(0x10003000000), { 0, 1 << 3, 1 << 3 } }, /* all but itself */
		{ 0, UINT64_C(0x05020002), { 0, 0, 0 } }, /* of another Aff1 */
		{ 31, 0, { 0, 0, 0 } },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		world_begin(3);
		fake.cpu[WORLD_FIRST].vmcr = 0xff000002;
		write_reg(5, rows[i].rt, rows[i].value);
		for (unsigned int n = 0; n < 3; n++)
			assert_int_equal(world.cpu[n].gic.bank.pending, rows[i].pending[n]);
		assert_int_equal(fake.wrong, 0);
	}
}

/* With a GICv2 there are no such registers, and the ID register says so. */
static void test_gicv2(void **state)
{
	static const unsigned int op2[] = { 1, 5 };
	struct el2_vcpu *v = &world.cpu[0];

	(void)state;
	world_begin(2);
	v->vm->gic.v2 = true;
	for (size_t i = 0; i < COUNT(op2); i++)
		assert_int_equal(el2_sysreg(v, iss_of(3, 0, 12, 11, op2[i], 0, false)), EL2_INJECT);
	v->x[0] = UINT64_MAX;
	assert_int_equal(el2_sysreg(v, iss_of(3, 0, 0, 4, 0, 0, true)), EL2_EMULATE);
	assert_true((v->x[0] & 0x0f0000ff) == 0x11);
}

/* ICC_DIR_EL1: an active interrupt that had to leave its list register ends, here and at the
 * physical GIC. */
static void test_dir(void **state)
{
	struct el2_vgic_cpu *c = &world.cpu[0].gic;

	(void)state;
	world_begin(1);
	fake.cpu[WORLD_FIRST].vmcr = 0xff000202; /* EOImode */
	fake.cpu[WORLD_FIRST].own[27].active = true;
	c->bank.active = 1u << 27;
	c->n_active = 1;
	write_reg(1, 31, 0);
	assert_int_equal(c->bank.active, 1u << 27);
	write_reg(1, 9, 27);
	assert_int_equal(c->bank.active, 0);
	assert_false(fake.cpu[WORLD_FIRST].own[27].active);
	assert_int_equal(fake.wrong, 0);
}

/* ---- what identification registers say */

/* A field of 4 bits. */
enum see {
	HIDE, /* reads as 0 */
	KEEP, /* as the CPU has it, up to @n */
	RAW, /* as the CPU has it: 0xf is less than 0, or it counts */
	FORCE, /* reads as @n */
	PA, /* that of the IPA space, up to the CPU's */
};

struct field {
	const char *name;
	enum see see;
	unsigned int n;
	const char *why;
};

/* Bits 63:60 first, as the architecture draws them. */
static const struct reg {
	const char *name;
	unsigned int crm, op2;
	struct field field[16];
} regs[] = {
	{ "ID_AA64PFR0_EL1",
	  4,
	  0,
	  {
	      { "CSV3", KEEP, 1, "says what speculation cannot do" },
	      { "CSV2", KEEP, 1,
		"likewise; 2 and 3 have SCXTNUM_EL1, for which HCR_EL2.EnSCXT is 0" },
	      { "RME", HIDE, 0, "EL3's" },
	      { "DIT", KEEP, 1, "PSTATE only" },
	      { "AMU", HIDE, 0, "traps by CPTR_EL2.TAM" },
	      { "MPAM", HIDE, 0, "partitions are of no guest" },
	      { "SEL2", HIDE, 0, "Secure state" },
	      { "SVE", HIDE, 0, "traps by CPTR_EL2.TZ" },
	      { "RAS", HIDE, 0, "traps by HCR_EL2.TERR" },
	      { "GIC", FORCE, 1, "the virtual CPU interface of a GICv3" },
	      { "AdvSIMD", RAW, 0, "registers are the guest's; 0xf: none" },
	      { "FP", RAW, 0, "likewise" },
	      { "EL3", HIDE, 0, "a guest has none" },
	      { "EL2", HIDE, 0, "no nesting" },
	      { "EL1", FORCE, 1, "AArch64 only: HCR_EL2.RW" },
	      { "EL0", FORCE, 1, "AArch64 only" },
	  } },
	{ "ID_AA64PFR1_EL1",
	  4,
	  1,
	  {
	      { "PFAR", HIDE, 0, "unknown" },
	      { "DF2", HIDE, 0, "unknown" },
	      { "MTEX", HIDE, 0, "no MTE" },
	      { "THE", HIDE, 0, "unknown" },
	      { "GCS", HIDE, 0, "unknown" },
	      { "MTE_frac", HIDE, 0, "no MTE" },
	      { "NMI", HIDE, 0, "injected exceptions know no ALLINT" },
	      { "CSV2_frac", HIDE, 0, "2 has SCXTNUM_EL1" },
	      { "RNDR_trap", HIDE, 0, "EL3's" },
	      { "SME", HIDE, 0, "traps by CPTR_EL2.TSM" },
	      { "RES0", HIDE, 0, "unknown" },
	      { "MPAM_frac", HIDE, 0, "no MPAM" },
	      { "RAS_frac", HIDE, 0, "no RAS" },
	      { "MTE", HIDE, 0, "HCR_EL2.ATA is 0" },
	      { "SSBS", KEEP, 2, "PSTATE and SCTLR_EL1 only; injected exceptions know it" },
	      { "BT", KEEP, 1, "PSTATE and SCTLR_EL1 only" },
	  } },
	{ "ID_AA64DFR0_EL1",
	  5,
	  0,
	  {
	      { "HPMN0", HIDE, 0, "no PMU" },
	      { "ExtTrcBuff", HIDE, 0, "no trace" },
	      { "BRBE", HIDE, 0, "no branch records" },
	      { "MTPMU", HIDE, 0, "no PMU" },
	      { "TraceBuffer", HIDE, 0, "no trace" },
	      { "TraceFilt", HIDE, 0, "no trace" },
	      { "DoubleLock", RAW, 0, "0 is that it is there" },
	      { "PMSVer", HIDE, 0, "no profiling" },
	      { "CTX_CMPs", RAW, 0, "a number less 1; the registers are the guest's" },
	      { "SEBEP", HIDE, 0, "no PMU" },
	      { "WRPs", RAW, 0, "likewise" },
	      { "PMSS", HIDE, 0, "no PMU" },
	      { "BRPs", RAW, 0, "likewise" },
	      { "PMUVer", HIDE, 0, "traps by MDCR_EL2.TPM" },
	      { "TraceVer", HIDE, 0, "traps by CPTR_EL2.TTA" },
	      { "DebugVer", KEEP, 10, "Armv8.8; the next one has banks of breakpoints" },
	  } },
	{ "ID_AA64ISAR0_EL1",
	  6,
	  0,
	  {
	      { "RNDR", KEEP, 1, "an instruction" },
	      { "TLB", KEEP, 2, "of the guest's own VMID" },
	      { "TS", KEEP, 2, "instructions" },
	      { "FHM", KEEP, 1, "instructions" },
	      { "DP", KEEP, 1, "instructions" },
	      { "SM4", KEEP, 1, "instructions" },
	      { "SM3", KEEP, 1, "instructions" },
	      { "SHA3", KEEP, 1, "instructions" },
	      { "RDM", KEEP, 1, "instructions" },
	      { "TME", HIDE, 0, "no transactions" },
	      { "Atomic", KEEP, 2, "instructions; a device gets none, as they have no ISV" },
	      { "CRC32", KEEP, 1, "instructions" },
	      { "SHA2", KEEP, 2, "instructions" },
	      { "SHA1", KEEP, 1, "instructions" },
	      { "AES", KEEP, 2, "instructions" },
	      { "RES0", HIDE, 0, "unknown" },
	  } },
	{ "ID_AA64ISAR1_EL1",
	  6,
	  1,
	  {
	      { "LS64", HIDE, 0, "HCRX_EL2.EnALS and its like are 0" },
	      { "XS", HIDE, 0, "HCRX_EL2.FnXS and its like" },
	      { "I8MM", KEEP, 1, "instructions" },
	      { "DGH", KEEP, 1, "a hint" },
	      { "BF16", KEEP, 2, "instructions, FPCR.EBF" },
	      { "SPECRES", KEEP, 1, "instructions, of the guest's own VMID" },
	      { "SB", KEEP, 1, "a barrier" },
	      { "FRINTTS", KEEP, 1, "instructions" },
	      { "GPI", KEEP, 1, "pointer authentication: HCR_EL2.API, APK" },
	      { "GPA", KEEP, 1, "likewise" },
	      { "LRCPC", KEEP, 2, "instructions" },
	      { "FCMA", KEEP, 1, "instructions" },
	      { "JSCVT", KEEP, 1, "instructions" },
	      { "API", KEEP, 5, "pointer authentication; faults go to EL1" },
	      { "APA", KEEP, 5, "likewise" },
	      { "DPB", KEEP, 2, "instructions" },
	  } },
	{ "ID_AA64ISAR2_EL1",
	  6,
	  2,
	  {
	      { "ATS1A", HIDE, 0, "unknown" },
	      { "LUT", HIDE, 0, "unknown" },
	      { "CSSC", HIDE, 0, "unknown" },
	      { "RPRFM", HIDE, 0, "unknown" },
	      { "RES0", HIDE, 0, "unknown" },
	      { "PRFMSLC", HIDE, 0, "unknown" },
	      { "SYSINSTR_128", HIDE, 0, "unknown" },
	      { "SYSREG_128", HIDE, 0, "unknown" },
	      { "CLRBHB", HIDE, 0, "unknown" },
	      { "PAC_frac", KEEP, 1, "of pointer authentication" },
	      { "BC", KEEP, 1, "a branch" },
	      { "MOPS", HIDE, 0, "HCRX_EL2.MSCEn is 0" },
	      { "APA3", KEEP, 5, "pointer authentication" },
	      { "GPA3", KEEP, 1, "likewise" },
	      { "RPRES", KEEP, 1, "instructions" },
	      { "WFxT", HIDE, 0, "out" },
	  } },
	{ "ID_AA64MMFR0_EL1",
	  7,
	  0,
	  {
	      { "ECV", HIDE, 0, "out" },
	      { "FGT", HIDE, 0, "EL2's" },
	      { "RES0", HIDE, 0, "unknown" },
	      { "RES0", HIDE, 0, "unknown" },
	      { "ExS", KEEP, 1, "SCTLR_EL1 only" },
	      { "TGran4_2", HIDE, 0, "Stage 2: no nesting" },
	      { "TGran64_2", HIDE, 0, "likewise" },
	      { "TGran16_2", HIDE, 0, "likewise" },
	      { "TGran4", RAW, 0, "stage 1 is the guest's; 0xf: none" },
	      { "TGran64", RAW, 0, "likewise" },
	      { "TGran16", KEEP, 2, "stage 1 is the guest's" },
	      { "BigEndEL0", HIDE, 0, "devices are emulated for little-endian accesses" },
	      { "SNSMem", HIDE, 0, "a guest has no Secure memory" },
	      { "BigEnd", HIDE, 0, "as BigEndEL0" },
	      { "ASIDBits", KEEP, 2, "stage 1 is the guest's" },
	      { "PARange", PA, 6, "physical addresses are IPAs" },
	  } },
	{ "ID_AA64MMFR1_EL1",
	  7,
	  1,
	  {
	      { "ECBHB", HIDE, 0, "unknown" },
	      { "CMOW", HIDE, 0, "unknown" },
	      { "TIDCP1", HIDE, 0, "unknown" },
	      { "nTLBPA", KEEP, 1, "says what TLBs do not keep" },
	      { "AFP", KEEP, 1, "FPCR only" },
	      { "HCX", HIDE, 0, "EL2's" },
	      { "ETS", KEEP, 1, "says what the CPU orders" },
	      { "TWED", HIDE, 0, "EL2's" },
	      { "XNX", HIDE, 0, "Stage 2: no nesting" },
	      { "SpecSEI", HIDE, 0, "a guest gets no SError: HCR_EL2.AMO" },
	      { "PAN", KEEP, 3, "PSTATE and SCTLR_EL1; injected exceptions know it" },
	      { "LO", HIDE, 0, "traps by HCR_EL2.TLOR" },
	      { "HPDS", KEEP, 2, "stage 1 is the guest's" },
	      { "VH", HIDE, 0, "no nesting" },
	      { "VMIDBits", HIDE, 0, "no nesting" },
	      { "HAFDBS", KEEP, 2, "stage 1 is the guest's" },
	  } },
	{ "ID_AA64MMFR2_EL1",
	  7,
	  2,
	  {
	      { "E0PD", KEEP, 1, "stage 1 is the guest's" },
	      { "EVT", HIDE, 0, "EL2's" },
	      { "BBM", KEEP, 2, "stage 1 is the guest's" },
	      { "TTL", KEEP, 1, "stage 1 is the guest's" },
	      { "RES0", HIDE, 0, "unknown" },
	      { "FWB", HIDE, 0, "EL2's" },
	      { "IDS", KEEP, 1, "a class of exceptions to EL1" },
	      { "AT", KEEP, 1, "says what accesses are atomic" },
	      { "ST", KEEP, 1, "stage 1 is the guest's" },
	      { "NV", HIDE, 0, "no nesting" },
	      { "CCIDX", KEEP, 1, "how CCSIDR_EL1 is read, which does not trap" },
	      { "VARange", KEEP, 1, "stage 1 is the guest's" },
	      { "IESB", HIDE, 0, "of RAS" },
	      { "LSM", HIDE, 0, "of AArch32" },
	      { "UAO", KEEP, 1, "PSTATE only" },
	      { "CnP", KEEP, 1, "stage 1 is the guest's" },
	  } },
};

/* Bits of a physical address by PARange, and the IPA space's. */
static unsigned int pa_range(unsigned int ipa_bits, unsigned int cpu)
{
	static const unsigned int bits[] = { 32, 36, 40, 42, 44, 48, 52 };
	unsigned int best = 0;

	for (unsigned int i = 0; i < COUNT(bits); i++)
		if (bits[i] <= ipa_bits && i <= cpu)
			best = i;
	return best;
}

static uint64_t read_id(const struct reg *r, uint64_t cpu)
{
	struct el2_vcpu *v = &world.cpu[0];

	el2_fake.id[r->crm][r->op2] = cpu;
	assert_int_equal(el2_sysreg(v, iss_of(3, 0, 0, r->crm, r->op2, 6, true)), EL2_EMULATE);
	return v->x[6];
}

static void judge(const struct reg *r, uint64_t cpu)
{
	const uint64_t got = read_id(r, cpu);

	for (unsigned int i = 0; i < 16; i++) {
		const struct field *f = &r->field[i];
		const unsigned int has = cpu >> (60 - 4 * i) & 15, is = got >> (60 - 4 * i) & 15;
		const unsigned int want[] = {
			[HIDE] = 0,
			[KEEP] = has < f->n ? has : f->n,
			[RAW] = has,
			[FORCE] = f->n,
			[PA] = pa_range(world.vm.s2.config.ipa_bits, has),
		};

		if (is != want[f->see])
			fail_msg("%s.%s of a CPU that has %#x: %#x, not %#x: %s", r->name, f->name,
				 has, is, want[f->see], f->why);
	}
}

/* Each field with each value, the others with all, none and any. */
static void test_fields(void **state)
{
	uint64_t seed = 77;

	(void)state;
	world_begin(1);
	for (size_t i = 0; i < COUNT(regs); i++) {
		judge(&regs[i], UINT64_MAX);
		judge(&regs[i], 0);
		for (unsigned int lsb = 0; lsb < 64; lsb += 4)
			for (uint64_t n = 0; n < 16; n++) {
				judge(&regs[i], n << lsb);
				judge(&regs[i], ~(n << lsb));
				judge(&regs[i], (rnd(&seed) & ~(UINT64_C(15) << lsb)) | n << lsb);
			}
	}
}

/* A whole register, so that the drawing above is the right way round: what Linux finds first. */
static void test_whole(void **state)
{
	(void)state;
	world_begin(1);
	/* an invented CPU with everything, and 40 bits of IPA */
	assert_true(read_id(&regs[0], UINT64_C(0x1301112132112222)) ==
		    UINT64_C(0x1101000001110011));
	assert_true(read_id(&regs[6], UINT64_C(0x1100100000201126)) ==
		    UINT64_C(0x0000100000200022));
}

static void test_pa_range(void **state)
{
	(void)state;
	world_begin(1);
	for (unsigned int bits = 32; bits <= 52; bits++) {
		world.vm.s2.config.ipa_bits = (uint8_t)bits;
		for (uint64_t has = 0; has < 16; has++)
			judge(&regs[6], has);
	}
}

/* All others of the space read as 0, whatever the CPU has. */
static void test_others(void **state)
{
	(void)state;
	world_begin(1);
	memset(el2_fake.id, 0xff, sizeof(el2_fake.id));
	for (unsigned int crm = 1; crm < 8; crm++)
		for (unsigned int op2 = 0; op2 < 8; op2++) {
			size_t i = 0;

			while (i < COUNT(regs) && (regs[i].crm != crm || regs[i].op2 != op2))
				i++;
			assert_int_equal(
			    el2_sysreg(&world.cpu[0], iss_of(3, 0, 0, crm, op2, 1, true)),
			    EL2_EMULATE);
			assert_int_equal(world.cpu[0].x[1] == 0, i == COUNT(regs));
			assert_int_equal(el2_fake.id_reads[crm][op2], i != COUNT(regs));
		}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_all_encodings), cmocka_unit_test(test_sgi),
		cmocka_unit_test(test_dir),           cmocka_unit_test(test_gicv2),
		cmocka_unit_test(test_fields),        cmocka_unit_test(test_whole),
		cmocka_unit_test(test_pa_range),      cmocka_unit_test(test_others),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
