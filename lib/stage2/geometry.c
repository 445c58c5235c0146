/* SPDX-License-Identifier: BSD-2-Clause */
/* Which geometries there are, and the registers that say them to a CPU. DDI0487 D8.2. */
#include "stage2_priv.h"

#include "../base/base_priv.h"
#include "geometry.h"

#define LEVELS_MOST 5
#define CONCATENATED 4 /* up to 16 roots, as a logarithm */

/* VTCR_EL2: DDI0487 D17.2 */
#define VTCR_SL0 6
#define VTCR_IRGN0_WB (UINT64_C(1) << 8)
#define VTCR_ORGN0_WB (UINT64_C(1) << 10)
#define VTCR_SH0_ISH (UINT64_C(3) << 12)
#define VTCR_TG0 14
#define VTCR_PS 16
#define VTCR_VS (UINT64_C(1) << 19)
#define VTCR_RES1 (UINT64_C(1) << 31)
#define VTCR_DS (UINT64_C(1) << 32)
#define VTCR_SL2 (UINT64_C(1) << 33)
#define VTTBR_VMID 48

/* VTCR_EL2.PS by the width of an address */
static const uint8_t ps_bits[] = { 32, 36, 40, 42, 44, 48, 52 };
#define PS_COUNT (sizeof(ps_bits))

/* What differs between granules. */
struct granule {
	uint8_t bits;
	uint8_t tg0; /* VTCR_EL2.TG0 */
	int8_t sl0_level; /* the level that VTCR_EL2.SL0 0 starts at */
	int8_t gated; /* a start at this level needs addresses of gate_pa bits */
	uint8_t gate_pa;
	int8_t block, block_wide; /* the first level of blocks; with 52-bit addresses */
	uint8_t group[3]; /* contiguous entries of levels 1 to 3, as a logarithm */
};

static const struct granule granules[] = {
	{ AB_S2_4K, 0, 2, 0, 44, 1, 0, { 4, 4, 4 } },
	{ AB_S2_16K, 2, 3, 1, 42, 2, 1, { 0, 5, 7 } },
	{ AB_S2_64K, 1, 3, 1, 44, 2, 1, { 0, 5, 5 } },
};

/* NULL: there is no such granule */
static const struct granule *granule(const struct ab_s2_config *c)
{
	for (size_t i = 0; i < sizeof(granules) / sizeof(granules[0]); i++)
		if (granules[i].bits == (unsigned int)c->granule)
			return &granules[i];
	return NULL;
}

/* Bits of an IPA that index the root when it has this level. */
static int root_bits(const struct ab_s2_config *c, int level)
{
	const int page = (int)c->granule;

	return c->ipa_bits - (page + (page - 3) * (3 - level));
}

/* True if one index into the roots, of which there may be 16, is wide enough, and not empty. */
static bool level_fits(const struct ab_s2_config *c, int level)
{
	const int bits = root_bits(c, level);

	return bits >= 1 && bits <= (int)c->granule - 3 + CONCATENATED;
}

/* True if a CPU takes the level for a start: VTCR_EL2.SL0 */
static bool level_there(const struct ab_s2_config *c, int level)
{
	const struct granule *g = granule(c);

	if (level < g->gated) /* -1 in 4K, 0 in 16K */
		return c->lpa2 && c->cpu.pa_bits == 52;
	return level > g->gated || c->cpu.pa_bits >= g->gate_pa;
}

static enum ab_err check_cpu(const struct ab_s2_config *c, struct ab_error *why)
{
	bool there = false;

	for (size_t i = 0; i < PS_COUNT; i++)
		there |= c->cpu.pa_bits == ps_bits[i];
	if (!there)
		return ab_fail(why, AB_ERR_ARG, "s2_config.cpu.pa_bits", c->cpu.pa_bits,
			       "must be 32, 36, 40, 42, 44, 48 or 52");
	if (c->cpu.vmid_bits != 8 && c->cpu.vmid_bits != 16)
		return ab_fail(why, AB_ERR_ARG, "s2_config.cpu.vmid_bits", c->cpu.vmid_bits,
			       "must be 8 or 16");
	if (c->vmid >> c->cpu.vmid_bits != 0)
		return ab_fail(why, AB_ERR_ARG, "s2_config.vmid", c->vmid,
			       "must have at most cpu.vmid_bits bits");
	return AB_OK;
}

static enum ab_err check_granule(const struct ab_s2_config *c, struct ab_error *why)
{
	const bool there = c->granule == AB_S2_4K    ? c->cpu.granule_4k
			   : c->granule == AB_S2_16K ? c->cpu.granule_16k
						     : c->cpu.granule_64k;

	if (granule(c) == NULL)
		return ab_fail(why, AB_ERR_ARG, "s2_config.granule", (uint64_t)c->granule,
			       "must be AB_S2_4K, AB_S2_16K or AB_S2_64K");
	if (!there)
		return ab_fail(why, AB_ERR_UNSUPPORTED, "s2_config.granule", (uint64_t)c->granule,
			       "must be one that cpu has");
	if (c->lpa2 && c->granule == AB_S2_64K)
		return ab_fail(why, AB_ERR_ARG, "s2_config.lpa2", 1,
			       "must be false with the 64 KiB granule, which needs no other "
			       "descriptors");
	if (c->lpa2 && !(c->granule == AB_S2_4K ? c->cpu.lpa2_4k : c->cpu.lpa2_16k))
		return ab_fail(why, AB_ERR_UNSUPPORTED, "s2_config.lpa2", 1,
			       "must be false, as cpu has no FEAT_LPA2 for this granule");
	return AB_OK;
}

static enum ab_err check_ipa(const struct ab_s2_config *c, struct ab_error *why)
{
	if (c->ipa_bits < 32 || c->ipa_bits > 52)
		return ab_fail(why, AB_ERR_ARG, "s2_config.ipa_bits", c->ipa_bits,
			       "must be 32 to 52");
	if (c->ipa_bits > 48 && !c->lpa2 && c->granule != AB_S2_64K)
		return ab_fail(why, AB_ERR_ARG, "s2_config.ipa_bits", c->ipa_bits,
			       "must be at most 48 without lpa2, or the granule 64 KiB");
	if (c->ipa_bits > c->cpu.pa_bits)
		return ab_fail(why, AB_ERR_UNSUPPORTED, "s2_config.ipa_bits", c->ipa_bits,
			       "must be at most cpu.pa_bits");
	return AB_OK;
}

/* Checks the number of levels, or chooses it. */
static enum ab_err check_levels(struct ab_s2_config *c, struct ab_error *why)
{
	int level = 4 - c->levels;

	if (c->levels == 0)
		for (level = 3; !level_fits(c, level) || !level_there(c, level);)
			level--;
	if (c->levels > LEVELS_MOST || !level_fits(c, level))
		return ab_fail(why, AB_ERR_ARG, "s2_config.levels", c->levels,
			       "must suit ipa_bits and granule, with 1 to 16 roots");
	if (!level_there(c, level))
		return ab_fail(why, AB_ERR_UNSUPPORTED, "s2_config.levels", c->levels,
			       "must be fewer: the root's level needs a larger cpu.pa_bits, or "
			       "lpa2");
	c->levels = (uint8_t)(4 - level);
	return AB_OK;
}

enum ab_err ab_s2_geometry_(struct ab_s2 *s2, const struct ab_s2_config *config,
			    struct ab_error *why)
{
	struct ab_s2_config *c = &s2->config;
	enum ab_err err;
	uint64_t bytes;

	*c = *config;
	if (c->granule == 0)
		c->granule = AB_S2_4K;
	if ((err = check_cpu(c, why)) != AB_OK || (err = check_granule(c, why)) != AB_OK ||
	    (err = check_ipa(c, why)) != AB_OK || (err = check_levels(c, why)) != AB_OK)
		return err;
	s2->pa_bits = c->cpu.pa_bits;
	if (s2->pa_bits > 48 && !c->lpa2 && c->granule != AB_S2_64K)
		s2->pa_bits = 48;
	s2->start = (int8_t)(4 - c->levels);
	s2->root_entries = UINT32_C(1) << root_bits(c, s2->start);
	bytes = (uint64_t)s2->root_entries * 8;
	s2->root_size = bytes > ab_s2_granule(s2) ? bytes : ab_s2_granule(s2);
	return AB_OK;
}

int ab_s2_first_leaf_(const struct ab_s2 *s2)
{
	const struct granule *g = granule(&s2->config);
	const bool wide = s2->config.lpa2 || (g->bits == AB_S2_64K && s2->pa_bits == 52);

	return wide ? g->block_wide : g->block;
}

unsigned int ab_s2_group_(const struct ab_s2 *s2, int level)
{
	const unsigned int group = level < 1 ? 0 : granule(&s2->config)->group[level - 1];

	/* a group reaches beyond a small address space */
	return UINT32_C(1) << group > ab_s2_entries(s2, level) ? 0 : group;
}

uint64_t ab_s2_vtcr(const struct ab_s2 *s2)
{
	const struct granule *g = granule(&s2->config);
	uint64_t vtcr = VTCR_RES1 | VTCR_SH0_ISH | VTCR_ORGN0_WB | VTCR_IRGN0_WB |
			(uint64_t)g->tg0 << VTCR_TG0 | (64 - (uint64_t)s2->config.ipa_bits);
	uint64_t ps = 0;

	while (ps_bits[ps] != s2->pa_bits)
		ps++;
	vtcr |= ps << VTCR_PS;
	if (s2->config.cpu.vmid_bits == 16)
		vtcr |= VTCR_VS;
	if (s2->config.lpa2)
		vtcr |= VTCR_DS;
	if (s2->start < 0)
		vtcr |= VTCR_SL2; /* with SL0 0 */
	else
		vtcr |= (uint64_t)(g->sl0_level - s2->start) << VTCR_SL0;
	return vtcr;
}

uint64_t ab_s2_vttbr(const struct ab_s2 *s2)
{
	/* BADDR[51:48] in 5:2, which only 52-bit addresses have */
	return (uint64_t)s2->config.vmid << VTTBR_VMID | (s2->root & UINT64_C(0x0000fffffffff000)) |
	       (s2->root >> 48 & 0xf) << 2;
}
