/* SPDX-License-Identifier: BSD-2-Clause */
/* A CPU judges Stage-2 tables: in each geometry that it has, the address translations of EL2 are
 * asked for addresses inside, at the edges and outside of what was mapped, and code pages are
 * executed at EL1 and EL0. The order at JOB spoils one word, which must be noticed. */
#include "el2.h"

#include "unit/s2_geometry.h"

#define POOL UINT64_C(0x48000000) /* of QEMU's virt: RAM that nobody else has */
#define POOL_SIZE (UINT64_C(64) << 20)
#define JOB ((const volatile uint64_t *)0x4fff0000)
enum { SPOIL_ADDRESS = 1, SPOIL_READ, SPOIL_MEMORY, SPOIL_XN, SPOIL_VALID, SPOIL_T0SZ, SPOIL_SL0 };

#define HCR_VM (UINT64_C(1) << 0)
#define HCR_DC (UINT64_C(1) << 12)
#define HCR_TID2 (UINT64_C(1) << 17)
#define HCR_RW (UINT64_C(1) << 31)
#define HCR_FWB (UINT64_C(1) << 46)
/* DDI0487 D17.2: RES1; UCT, so that EL0 may read CTR_EL0; stage 1 is off */
#define SCTLR_EL1 UINT64_C(0x30d08800)
#define SPSR_EL1H UINT64_C(0x3c5)
#define SPSR_EL0T UINT64_C(0x3c0)
#define EC_SYSREG 0x18
#define EC_FETCH 0x20

uint64_t s2_enter(uint64_t pc, uint64_t spsr, uint64_t hcr);
extern char s2_vectors[], s2_code[];

static struct ab_s2 s2;
static struct ab_s2_cpu cpu;
static uint64_t pool_next, hcr, checks, failures;

/* ---- table memory --------------------------------------------------------------------------- */

static bool pool_alloc(void *ctx, uint64_t size, uint64_t *pa)
{
	(void)ctx;
	*pa = (pool_next + (size - 1)) & ~(size - 1);
	pool_next = *pa + size;
	return pool_next <= POOL + POOL_SIZE;
}

static void pool_free(void *ctx, uint64_t pa, uint64_t size)
{
	(void)ctx;
	for (uint64_t i = 0; i < size; i += 8) /* what is walked later is noticed */
		*(volatile uint64_t *)(pa + i) = UINT64_MAX;
}

static void *pool_at(void *ctx, uint64_t pa)
{
	(void)ctx;
	return (void *)pa;
}

static void pool_clean(void *ctx, const void *p, uint64_t size)
{
	(void)ctx;
	el2_clean(p, size);
}

static void invalidate(void)
{
	__asm__ volatile("dsb ishst; tlbi vmalls12e1is; dsb ish; ic iallu; dsb ish; isb"
			 :
			 :
			 : "memory");
}

static void pool_tlbi(void *ctx, uint64_t ipa, uint64_t size, int level)
{
	(void)ctx;
	(void)ipa;
	(void)size;
	(void)level;
	invalidate();
}

static void pool_barrier(void *ctx, enum ab_s2_barrier kind)
{
	(void)ctx;
	(void)kind;
	__asm__ volatile("dsb ish; isb" : : : "memory");
}

static const struct ab_s2_ops ops = {
	.alloc = pool_alloc,
	.free = pool_free,
	.at = pool_at,
	.clean = pool_clean,
	.tlbi = pool_tlbi,
	.barrier = pool_barrier,
};

/* ---- judgement ------------------------------------------------------------------------------ */

static void check(bool good, const char *what, uint64_t ipa, uint64_t seen)
{
	checks++;
	if (good)
		return;
	if (failures++ < 8) {
		el2_say(what, ipa);
		el2_say("  saw ", seen);
	}
}

static void require(enum ab_err err, const struct ab_error *why)
{
	char text[160];

	if (err == AB_OK)
		return;
	(void)ab_error_text(why, text, sizeof(text));
	el2_say(text, err);
	el2_off();
}

/* What AT S12E1R or S12E1W finds: PAR_EL1. */
static uint64_t translate(uint64_t ipa, bool write, bool dc)
{
	EL2_WRITE(HCR_EL2, hcr | (dc ? HCR_DC : 0));
	__asm__ volatile("isb" : : : "memory");
	if (write)
		__asm__ volatile("at s12e1w, %0; isb" : : "r"(ipa) : "memory");
	else
		__asm__ volatile("at s12e1r, %0; isb" : : "r"(ipa) : "memory");
	return EL2_READ(PAR_EL1);
}

/* DDI0487 D17.2, PAR_EL1 after a fault of stage 2: FST, S, RES1, F. */
static uint64_t fault(unsigned int kind, int level)
{
	/* translation faults of level -1 have a code of their own */
	const uint64_t fst = level < 0 ? 0x2b : kind | (unsigned int)level;

	return UINT64_C(1) << 11 | UINT64_C(1) << 9 | fst << 1 | 1;
}
enum { TRANSLATION = 0x04, PERMISSION = 0x0c };

/* PAR_EL1.ATTR of each memory type, where stage 1 says write-back and device: DDI0487 D8.5.5. */
static const struct {
	uint8_t wb, device;
} attrs[2][AB_S2_GRE + 1] = {
	{ { 0xff, 0x00 },
	  { 0xff, 0x00 },
	  { 0xbb, 0x00 },
	  { 0x44, 0x00 },
	  { 0x00, 0x00 },
	  { 0x04, 0x00 },
	  { 0x08, 0x00 },
	  { 0x0c, 0x00 } },
	{ { 0xff, 0xff },
	  { 0xff, 0x00 },
	  { 0, 0 },
	  { 0x44, 0x00 },
	  { 0x00, 0x00 },
	  { 0x04, 0x04 },
	  { 0x08, 0x08 },
	  { 0x0c, 0x0c } },
};

/* The address must be mapped to @pa; @level of the entry that maps it. */
static void is_mapped(uint64_t ipa, uint64_t pa, const struct ab_s2_attr *attr, int level)
{
	for (unsigned int way = 0; way < 4; way++) {
		const bool write = (way & 1) != 0, dc = (way & 2) != 0;
		const bool allowed = (attr->access & (write ? AB_S2_W : AB_S2_R)) != 0;
		const uint64_t par = translate(ipa, write, dc);
		const uint8_t type = dc ? attrs[s2.config.cpu.fwb][attr->memory].wb
					: attrs[s2.config.cpu.fwb][attr->memory].device;

		if (!allowed) {
			check(par == fault(PERMISSION, level), "no permission fault at ", ipa, par);
			continue;
		}
		check((par & 1) == 0, "fault at ", ipa, par);
		check((par & UINT64_C(0x000ffffffffff000)) == (pa & ~UINT64_C(0xfff)),
		      "other address at ", ipa, par);
		check(par >> 56 == type, "other memory type at ", ipa, par);
		if (dc && type > 0x44) /* inner shareable, by the descriptor or by VTCR_EL2 */
			check((par >> 7 & 3) == 3, "other shareability at ", ipa, par);
	}
}

static void is_unmapped(uint64_t ipa)
{
	struct ab_s2_entry e;

	check(ab_s2_query(&s2, ipa, &e) && e.kind == AB_S2_INVALID, "query at ", ipa, e.kind);
	for (unsigned int way = 0; way < 4; way++) {
		const uint64_t par = translate(ipa, (way & 1) != 0, (way & 2) != 0);

		check(par == fault(TRANSLATION, e.level), "no fault at ", ipa, par);
	}
}

/* Map, and judge the edges, and an address in between. */
static void map(uint64_t ipa, uint64_t pa, uint64_t size, const struct ab_s2_attr *attr, int level)
{
	const uint64_t at[] = { 0, size / 2 + 8, size - 1 };
	struct ab_error why;

	require(ab_s2_map(&s2, ipa, pa, size, attr, 0, &why), &why);
	for (unsigned int i = 0; i < 3; i++) {
		struct ab_s2_entry e;

		check(ab_s2_query(&s2, ipa + at[i], &e) && e.level == level, "level at ",
		      ipa + at[i], (uint64_t)e.level);
		is_mapped(ipa + at[i], pa + at[i], attr, level);
	}
}

/* ---- what is mapped ------------------------------------------------------------------------- */

static uint64_t span(int level)
{
	const unsigned int page = (unsigned int)s2.config.granule;

	return UINT64_C(1) << (page + (page - 3) * (unsigned int)(3 - level));
}

/* A physical address for a block, with bits up to the highest. */
static uint64_t some_pa(uint64_t size)
{
	return UINT64_C(0xa5a5a5a5a5a5a5a5) & ((UINT64_C(1) << s2.pa_bits) - 1) & ~(size - 1);
}

static int first_block(void)
{
	switch (s2.config.granule) {
	case AB_S2_4K:
		return s2.config.lpa2 ? 0 : 1;
	case AB_S2_16K:
		return s2.config.lpa2 ? 1 : 2;
	default:
		return s2.pa_bits == 52 ? 1 : 2;
	}
}

/* A block of each size, at the second entry of its level; pages at both ends of everything. */
static void blocks(void)
{
	const struct ab_s2_attr ram = { AB_S2_RWX, AB_S2_WB, 0 };
	const uint64_t end = UINT64_C(1) << s2.config.ipa_bits, page = span(3);
	struct ab_error why;

	map(0, some_pa(page), page, &ram, 3);
	map(end - page, (UINT64_C(1) << s2.pa_bits) - page, page, &ram, 3);
	for (int level = 3; level >= first_block() && level >= s2.start; level--) {
		if (2 * span(level) >= end)
			continue;
		map(span(level), some_pa(span(level)), span(level), &ram, level);
		if (3 * span(level) < end)
			is_unmapped(2 * span(level));
	}
	is_unmapped(end - page - 1);
	if (s2.config.ipa_bits < cpu.pa_bits) {
		const uint64_t par = translate(end, false, false);

		check(par == fault(TRANSLATION, 0), "no fault beyond the end ", end, par);
	}
	/* a split of the 2 MiB, 32 MiB or 512 MiB */
	if (2 * span(2) >= end || s2.start > 2)
		return;
	require(ab_s2_unmap(&s2, span(2) + 3 * page, page, 5, &why), &why);
	require(ab_s2_protect(&s2, span(2) + 5 * page, page, AB_S2_R, 0, &why), &why);
	is_unmapped(span(2) + 3 * page);
	is_mapped(span(2) + 4 * page - 1 + page, some_pa(span(2)) + 5 * page - 1, &ram, 3);
	is_mapped(span(2) + 5 * page, some_pa(span(2)) + 5 * page,
		  &(struct ab_s2_attr){ AB_S2_R, AB_S2_WB, 0 }, 3);
	is_mapped(2 * span(2) - 1, some_pa(span(2)) + (span(2) - 1), &ram, 3);
	/* and back */
	require(ab_s2_map(&s2, span(2), some_pa(span(2)), span(2), &ram, AB_S2_REPLACE, &why),
		&why);
	is_mapped(span(2) + 3 * page, some_pa(span(2)) + 3 * page, &ram, 2);
}

/* Every memory type, with each access to data; a contiguous group. */
static void attributes(void)
{
	const uint64_t page = span(3);
	uint64_t ipa = 16 * page;

	for (unsigned int memory = AB_S2_WB; memory <= AB_S2_GRE; memory++)
		for (unsigned int access = 0; access <= AB_S2_RW; access++, ipa += page) {
			struct ab_s2_attr a = { (uint8_t)access, (uint8_t)memory, 10 };

			if (memory != AB_S2_WT || !s2.config.cpu.fwb)
				map(ipa, some_pa(page) ^ ipa, page, &a, 3);
		}
	map(256 * page, some_pa(128 * page), 128 * page, &(struct ab_s2_attr){ AB_S2_RW, 0, 0 }, 3);
}

static void execute(uint64_t ipa, unsigned int access, unsigned int el)
{
	const bool allowed = (access & (el == 1 ? AB_S2_X_EL1 : AB_S2_X_EL0)) != 0;
	const uint64_t esr = s2_enter(ipa, el == 1 ? SPSR_EL1H : SPSR_EL0T, hcr | HCR_TID2);
	const uint64_t ec = esr >> 26;

	if (allowed)
		check(ec == EC_SYSREG, el == 1 ? "not executed at EL1 " : "not executed at EL0 ",
		      ipa, esr);
	else /* IFSC: permission fault of level 3 */
		check(ec == EC_FETCH && (esr & 0x3f) == (PERMISSION | 3),
		      el == 1 ? "executed at EL1 " : "executed at EL0 ", ipa, esr);
}

static void fetches(void)
{
	static const uint8_t x[] = { 0, AB_S2_X, AB_S2_X_EL1, AB_S2_X_EL0 };
	const uint64_t page = span(3), code = POOL + POOL_SIZE; /* a page behind the tables */

	*(volatile uint64_t *)code = *(const uint64_t *)(const void *)s2_code;
	el2_clean((const void *)code, 8);
	for (unsigned int i = 0; i < (s2.config.cpu.xnx ? 4 : 2); i++) {
		const uint64_t ipa = (64 + i) * page;
		const struct ab_s2_attr a = { (uint8_t)(AB_S2_R | x[i]), AB_S2_WB, 0 };

		map(ipa, code, page, &a, 3);
		for (unsigned int el = 0; el < 2; el++)
			execute(ipa, a.access, el);
	}
}

/* ---- the controls --------------------------------------------------------------------------- */

/* The entry of the code page that may not be executed, after all was judged: judge it again. */
static void spoil(uint64_t order)
{
	static const uint64_t bits[] = {
		[SPOIL_ADDRESS] = UINT64_C(1) << 20, [SPOIL_READ] = UINT64_C(1) << 6,
		[SPOIL_MEMORY] = UINT64_C(1) << 2,   [SPOIL_XN] = UINT64_C(1) << 54,
		[SPOIL_VALID] = UINT64_C(1) << 0,
	};
	const uint64_t ipa = 64 * span(3), pa = POOL + POOL_SIZE;
	const struct ab_s2_attr a = { AB_S2_R, AB_S2_WB, 0 };
	uint64_t table = s2.root, *at;
	int level = s2.start;

	while (at = (uint64_t *)(table + (ipa / span(level) & (span(2) / span(3) - 1)) * 8),
	       level++ < 3)
		table = *at & UINT64_C(0x0000fffffffff000);
	if (order < SPOIL_T0SZ)
		*at ^= bits[order];
	else
		EL2_WRITE(VTCR_EL2, ab_s2_vtcr(&s2) ^ (order == SPOIL_T0SZ ? 8 : 0x40));
	invalidate();
	is_mapped(ipa, pa, &a, 3);
	execute(ipa, AB_S2_R, 1);
}

/* ---- all geometries ------------------------------------------------------------------------- */

static void judge(const struct geometry *g, bool fwb)
{
	struct ab_s2_config config = { .cpu = cpu, .vmid = 3 };
	struct ab_error why;

	config.cpu.fwb = fwb;
	config.granule = (enum ab_s2_granule)g->page;
	config.ipa_bits = (uint8_t)g->ipa_bits;
	config.levels = (uint8_t)g->levels;
	config.lpa2 = g->lpa2;
	pool_next = POOL;
	require(ab_s2_init(&s2, &config, &ops, &why), &why);
	hcr = HCR_RW | HCR_VM | (fwb ? HCR_FWB : 0);
	EL2_WRITE(VTCR_EL2, ab_s2_vtcr(&s2));
	EL2_WRITE(VTTBR_EL2, ab_s2_vttbr(&s2));
	EL2_WRITE(HCR_EL2, hcr);
	check(EL2_READ(VTCR_EL2) == ab_s2_vtcr(&s2), "VTCR_EL2 ", ab_s2_vtcr(&s2),
	      EL2_READ(VTCR_EL2));
	check(EL2_READ(VTTBR_EL2) == ab_s2_vttbr(&s2), "VTTBR_EL2 ", ab_s2_vttbr(&s2),
	      EL2_READ(VTTBR_EL2));
	invalidate();
	blocks();
	attributes();
	fetches();
	if (*JOB != 0)
		spoil(*JOB);
	ab_s2_destroy(&s2);
	EL2_WRITE(HCR_EL2, HCR_RW);
	__asm__ volatile("isb" : : : "memory");
}

static void summary(const struct geometry *g, bool fwb, uint64_t n)
{
	char line[120];
	struct ab_buf b = ab_buf_over(line, sizeof(line));

	ab_put_dec(&b, UINT64_C(1) << (g->page - 10));
	ab_put_str(&b, "K, IPA ");
	ab_put_dec(&b, g->ipa_bits);
	ab_put_str(&b, ", levels ");
	ab_put_dec(&b, g->levels);
	ab_put_str(&b, g->lpa2 ? ", LPA2" : "");
	ab_put_str(&b, fwb ? ", FWB: " : ": ");
	ab_put_dec(&b, n);
	ab_put_str(&b, " checks");
	ab_put_le(&b, '\n', 2);
	el2_print(line);
}

/* Whether the CPU has it, and its judge: the walker of QEMU 7.2 begins at level -1 for 52 bits
 * only, and never at level 0 with 16 KiB. */
static bool there(const struct geometry *g)
{
	if (g->page == 12   ? !cpu.granule_4k || (g->lpa2 && !cpu.lpa2_4k)
	    : g->page == 14 ? !cpu.granule_16k || (g->lpa2 && !cpu.lpa2_16k)
			    : !cpu.granule_64k)
		return false;
	if ((g->levels == 5 && g->ipa_bits < 52) || (g->page == 14 && g->levels == 4))
		return false;
	return geometry_legal(g, cpu.pa_bits);
}

static void total(const char *verdict, uint64_t geometries)
{
	char line[120];
	struct ab_buf b = ab_buf_over(line, sizeof(line));

	ab_put_str(&b, verdict);
	ab_put_dec(&b, geometries);
	ab_put_str(&b, " geometries, ");
	ab_put_dec(&b, checks);
	ab_put_str(&b, " checks, ");
	ab_put_dec(&b, failures);
	ab_put_str(&b, " failures");
	ab_put_le(&b, '\n', 2);
	el2_print(line);
}

void el2_main(const void *tree, uint64_t current_el)
{
	struct geometry g = { .page = 0 };
	uint64_t geometries = 0;

	(void)tree;
	if (current_el != 8) {
		el2_print("not at EL2\n");
		el2_off();
	}
	EL2_WRITE(VBAR_EL2, s2_vectors);
	EL2_WRITE(SCTLR_EL1, SCTLR_EL1);
	cpu = ab_s2_cpu(EL2_READ(ID_AA64MMFR0_EL1), EL2_READ(ID_AA64MMFR1_EL1),
			EL2_READ(ID_AA64MMFR2_EL1));
	while (geometry_next(&g) && (*JOB == 0 || failures == 0))
		for (unsigned int fwb = 0; there(&g) && fwb <= cpu.fwb && failures < 8; fwb++) {
			const uint64_t before = checks;

			judge(&g, fwb != 0);
			summary(&g, fwb != 0, checks - before);
			geometries++;
		}
	total(failures == 0 ? "PASS " : "FAIL ", geometries);
	el2_off();
}

void el2_trap(uint64_t esr, uint64_t elr, uint64_t far)
{
	el2_say("exception, ESR ", esr);
	el2_say("ELR ", elr);
	el2_say("FAR ", far);
	el2_off();
}
