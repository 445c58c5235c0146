/* SPDX-License-Identifier: BSD-2-Clause */
/* Descriptors: addresses, attributes. DDI0487 D8.3, D8.4.1 and D8.5.5. */
#include "stage2_priv.h"

#define LOW_48 UINT64_C(0x0000ffffffffffff)
#define LOW_50 UINT64_C(0x0003ffffffffffff)

/* MemAttr[3:0] of each memory type; NONE: there is no such type. */
#define NONE 0xff
static const uint8_t memattr[2][AB_S2_GRE + 1] = {
	{ [AB_S2_WB] = 0xf,
	  [AB_S2_WB_GUEST] = 0xf,
	  [AB_S2_WT] = 0xa,
	  [AB_S2_NC] = 0x5,
	  [AB_S2_NGNRNE] = 0x0,
	  [AB_S2_NGNRE] = 0x1,
	  [AB_S2_NGRE] = 0x2,
	  [AB_S2_GRE] = 0x3 },
	/* FEAT_S2FWB */
	{ [AB_S2_WB] = 0x6,
	  [AB_S2_WB_GUEST] = 0x7,
	  [AB_S2_WT] = NONE,
	  [AB_S2_NC] = 0x5,
	  [AB_S2_NGNRNE] = 0x0,
	  [AB_S2_NGNRE] = 0x1,
	  [AB_S2_NGRE] = 0x2,
	  [AB_S2_GRE] = 0x3 },
};

/* XN[1:0], by whether EL1 and EL0 may execute. Without FEAT_XNX only the first and the last are
 * used, so that bit 53 is 0. */
static const uint8_t xn[] = { 2, 3, 1, 0 };

_Static_assert(AB_S2_X_EL1 == 4 && AB_S2_X_EL0 == 8, "as xn[] is indexed");

uint64_t ab_s2_oa_(const struct ab_s2 *s2, uint64_t pa)
{
	if (s2->config.lpa2) /* OA[51:50] in 9:8 */
		return (pa & LOW_50) | (pa >> 50 & 3) << 8;
	/* OA[51:48] in 15:12, which only addresses in the 64 KiB granule can have */
	return (pa & LOW_48) | (pa >> 48 & 0xf) << 12;
}

uint64_t ab_s2_pa_(const struct ab_s2 *s2, uint64_t d)
{
	const uint64_t in_page = ab_s2_granule(s2) - 1;

	if (s2->config.lpa2)
		return (d & LOW_50 & ~in_page) | (d >> 8 & 3) << 50;
	if (s2->config.granule == AB_S2_64K)
		return (d & LOW_48 & ~in_page) | (d >> 12 & 0xf) << 48;
	return d & LOW_48 & ~in_page;
}

uint64_t ab_s2_moved_(const struct ab_s2 *s2, uint64_t d, uint64_t pa)
{
	return (d & ~ab_s2_oa_(s2, ~(ab_s2_granule(s2) - 1))) | ab_s2_oa_(s2, pa);
}

uint64_t ab_s2_permissions_(uint8_t access, uint8_t software)
{
	return ((access & AB_S2_R) != 0 ? D_READ : 0) | ((access & AB_S2_W) != 0 ? D_WRITE : 0) |
	       (uint64_t)xn[access >> 2 & 3] << D_XN | (uint64_t)software << D_SOFTWARE;
}

uint64_t ab_s2_attr_(const struct ab_s2 *s2, const struct ab_s2_attr *attr)
{
	return D_AF | (s2->config.lpa2 ? 0 : D_ISH) |
	       (uint64_t)memattr[s2->config.cpu.fwb][attr->memory] << D_MEMATTR |
	       ab_s2_permissions_(attr->access, attr->software);
}

struct ab_s2_attr ab_s2_attr_of_(const struct ab_s2 *s2, uint64_t d)
{
	struct ab_s2_attr attr = { .software = d >> D_SOFTWARE & 0xf };
	const unsigned int never = d >> D_XN & 3;
	unsigned int row = 0;

	while (xn[row] != never)
		row++;
	attr.access = (uint8_t)(row << 2 | ((d & D_READ) != 0 ? AB_S2_R : 0) |
				((d & D_WRITE) != 0 ? AB_S2_W : 0));
	while (attr.memory < AB_S2_GRE &&
	       memattr[s2->config.cpu.fwb][attr.memory] != (d >> D_MEMATTR & 0xf))
		attr.memory++;
	return attr;
}

void ab_s2_entry_(const struct ab_s2 *s2, int level, uint64_t ipa, uint64_t d,
		  struct ab_s2_entry *entry)
{
	*entry = (struct ab_s2_entry){
		.ipa = ipa,
		.size = ab_s2_span(s2, level),
		.level = (int8_t)level,
	};
	if ((d & D_VALID) == 0) {
		entry->owner = (uint8_t)(d >> D_OWNER);
		return;
	}
	entry->pa = ab_s2_pa_(s2, d);
	entry->kind = AB_S2_TABLE;
	if (ab_s2_is_table(d, level))
		return;
	entry->kind = AB_S2_LEAF;
	entry->contiguous = (d & D_CONTIGUOUS) != 0;
	entry->attr = ab_s2_attr_of_(s2, d);
}
