/* SPDX-License-Identifier: BSD-2-Clause */
/* Descriptors, geometry, and the steps of a change. */
#ifndef AB_STAGE2_STAGE2_PRIV_H
#define AB_STAGE2_STAGE2_PRIV_H

#include <aetherboot/stage2.h>

/* ---- descriptors: DDI0487 D8.3, stage 2 ---------------------------------------------------- */

#define D_VALID UINT64_C(1)
#define D_TABLE UINT64_C(2) /* a table; at level 3 a page */
#define D_MEMATTR 2 /* shift, 4 bits */
#define D_READ (UINT64_C(1) << 6) /* S2AP */
#define D_WRITE (UINT64_C(1) << 7)
#define D_ISH (UINT64_C(3) << 8) /* SH: inner shareable. With VTCR_EL2.DS: OA[51:50] */
#define D_AF (UINT64_C(1) << 10)
#define D_CONTIGUOUS (UINT64_C(1) << 52)
#define D_XN 53 /* shift, 2 bits */
#define D_SOFTWARE 55 /* shift, 4 bits */

/* What may change in a valid entry without a break. */
#define D_PERMISSIONS (D_READ | D_WRITE | UINT64_C(3) << D_XN | UINT64_C(0xf) << D_SOFTWARE)

/* A CPU ignores the other bits of an entry that is not valid. Such an entry is 0, or it has an
 * owner. During a change it may also be one that was broken: without its bit 0 it is what it will
 * be, or, with D_RETIRED, the table that it was. */
#define D_OWNED (UINT64_C(1) << 63)
#define D_OWNER 2 /* shift, 8 bits */
#define D_RETIRED (UINT64_C(1) << 62)

static inline bool ab_s2_is_table(uint64_t d, int level)
{
	return (d & (D_VALID | D_TABLE)) == (D_VALID | D_TABLE) && level < 3;
}

static inline bool ab_s2_is_leaf(uint64_t d, int level)
{
	return (d & D_VALID) != 0 && !ab_s2_is_table(d, level);
}

/* Encode an address, of a table or of memory. */
uint64_t ab_s2_oa_(const struct ab_s2 *s2, uint64_t pa);
/* Decode it. */
uint64_t ab_s2_pa_(const struct ab_s2 *s2, uint64_t d);
/* Encode the block, page or table @d with another address. */
uint64_t ab_s2_moved_(const struct ab_s2 *s2, uint64_t d, uint64_t pa);
/* Encode a block or page without address and kind. */
uint64_t ab_s2_attr_(const struct ab_s2 *s2, const struct ab_s2_attr *attr);
/* Encode what D_PERMISSIONS covers. */
uint64_t ab_s2_permissions_(uint8_t access, uint8_t software);
/* Decode a block or page. */
struct ab_s2_attr ab_s2_attr_of_(const struct ab_s2 *s2, uint64_t d);

/* Bits by which a block, or at level 3 a page, differs from an entry that is not valid. */
static inline uint64_t ab_s2_leaf_kind(int level)
{
	return level == 3 ? D_VALID | D_TABLE : D_VALID;
}

static inline uint64_t ab_s2_table(const struct ab_s2 *s2, uint64_t pa)
{
	return ab_s2_oa_(s2, pa) | D_TABLE | D_VALID;
}

/* ---- geometry ------------------------------------------------------------------------------ */

/* The size of what an entry covers, as its logarithm. */
static inline unsigned int ab_s2_shift(const struct ab_s2 *s2, int level)
{
	const unsigned int page = (unsigned int)s2->config.granule;

	return page + (page - 3) * (unsigned int)(3 - level);
}

static inline uint64_t ab_s2_span(const struct ab_s2 *s2, int level)
{
	return UINT64_C(1) << ab_s2_shift(s2, level);
}

static inline uint64_t ab_s2_granule(const struct ab_s2 *s2)
{
	return UINT64_C(1) << s2->config.granule;
}

/* Entries of a table, or of all roots. */
static inline uint32_t ab_s2_entries(const struct ab_s2 *s2, int level)
{
	return level == s2->start ? s2->root_entries : UINT32_C(1) << (s2->config.granule - 3);
}

/* Entries of a table that cover a part of a range. */
struct ab_s2_part {
	uint32_t first, last;
};

/* Those of the table whose entry 0 covers @ipa, which must share an address with the range from
 * @first to @last. */
static inline struct ab_s2_part ab_s2_part(const struct ab_s2 *s2, int level, uint64_t ipa,
					   uint64_t first, uint64_t last)
{
	const unsigned int shift = ab_s2_shift(s2, level);
	const uint64_t end = (last - ipa) >> shift, most = ab_s2_entries(s2, level) - 1;

	return (struct ab_s2_part){
		.first = first > ipa ? (uint32_t)((first - ipa) >> shift) : 0,
		.last = (uint32_t)(end < most ? end : most),
	};
}

/* The first level that has blocks or pages: DDI0487 D8.3.1. */
int ab_s2_first_leaf_(const struct ab_s2 *s2);
/* Entries of a contiguous group, as their logarithm; 0: the level has none. */
unsigned int ab_s2_group_(const struct ab_s2 *s2, int level);

/* ---- table memory -------------------------------------------------------------------------- */

/* Entries of the table at @pa. */
static inline uint64_t *ab_s2_at(const struct ab_s2 *s2, uint64_t pa)
{
	return s2->ops.at(s2->ops.ctx, pa);
}

uint64_t ab_s2_load_(const uint64_t *at);
/* The only store into a table: 64 bits at once. */
void ab_s2_store_(uint64_t *at, uint64_t d);
void ab_s2_clean_(const struct ab_s2 *s2, const uint64_t *at, uint64_t entries);
/* Take a table; false: there is none. */
bool ab_s2_take_(const struct ab_s2 *s2, uint64_t size, uint64_t *pa);
/* Give back a table of @level and those below it, which no CPU can walk any more. */
void ab_s2_release_(struct ab_s2 *s2, uint64_t pa, int level);

/* ---- replacing entries of a table that CPUs walk ------------------------------------------- */

/* Entries of one table that are replaced together: first all of ab_s2_swap_put_(), then one
 * ab_s2_swap_end_(). Break before make is kept here and nowhere else. */
struct ab_s2_swap {
	struct ab_s2 *s2;
	uint64_t *at; /* the table */
	uint64_t ipa; /* that its entry 0 covers */
	int level;
	bool making; /* some are to be made valid */
	bool retiring; /* some were tables */
	bool broken; /* some were valid: the TLB may have them */
	uint32_t first, last; /* that were stored */
	uint32_t stale_first, stale_last; /* that the TLB may have */
};

static inline struct ab_s2_swap ab_s2_swap(struct ab_s2 *s2, uint64_t *at, uint64_t ipa, int level)
{
	return (struct ab_s2_swap){
		.s2 = s2, .at = at, .ipa = ipa, .level = level, .first = UINT32_MAX
	};
}

/* Begin to replace entry @i, which is @old, by @next, which differs. In place of a table comes no
 * other table. */
void ab_s2_swap_put_(struct ab_s2_swap *w, uint32_t i, uint64_t old, uint64_t next);
/* Finish it. @leaf gives the @next that was put in place of the table @old. *@open: stores were
 * made that no barrier followed. */
void ab_s2_swap_end_(const struct ab_s2_swap *w, bool *open,
		     uint64_t (*leaf)(const struct ab_s2_swap *w, const void *ctx, uint32_t i,
				      uint64_t old),
		     const void *ctx);

/* ---- a change ------------------------------------------------------------------------------ */

struct ab_s2_job {
	const struct ab_s2 *s2;
	enum ab_s2_what what;
	bool replace; /* MAP: AB_S2_REPLACE */
	uint64_t first, last; /* addresses */
	uint64_t delta; /* MAP: physical address - IPA, modulo 2^64 */
	uint64_t bits; /* MAP: attributes; PROTECT: permissions; UNMAP: the whole entry */
	int top; /* the first level whose entries may be what was asked for */
};

/* What becomes of an entry. */
enum ab_s2_fate {
	FATE_SET, /* another one, or the same */
	FATE_DESCEND, /* the table stays; its entries change */
	FATE_SPLIT, /* a new table */
};

/* Check the arguments of a change, and describe it. */
enum ab_err ab_s2_job_(const struct ab_s2 *s2, const struct ab_s2_change *change,
		       struct ab_s2_job *job, struct ab_error *why);
/* The fate of the entry @d that covers @ipa and what follows; with FATE_SET also @next, without the
 * contiguous hint. */
enum ab_s2_fate ab_s2_fate_(const struct ab_s2_job *job, int level, uint64_t ipa, uint64_t d,
			    uint64_t *next);
/* Check the change against what is mapped, and count the tables that it takes. */
enum ab_err ab_s2_count_(const struct ab_s2_job *job, uint64_t *n, struct ab_error *why);

/* ---- reading ------------------------------------------------------------------------------- */

void ab_s2_entry_(const struct ab_s2 *s2, int level, uint64_t ipa, uint64_t d,
		  struct ab_s2_entry *entry);

#endif /* AB_STAGE2_STAGE2_PRIV_H */
