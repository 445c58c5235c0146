/* SPDX-License-Identifier: BSD-2-Clause */
/* Identity page tables, the root first. All tables of a level form one run of entries. */
#include <aetherboot/x86.h>

#define TABLE 4096 /* bytes of a table, 512 entries */
#define LEVEL4_LIMIT (UINT64_C(1) << 47) /* the lower half of 48-bit linear addresses */
#define LEVEL5_LIMIT (UINT64_C(1) << 52) /* physical addresses have at most 52 bits */

/* SDM 4.5.4. Accessed and dirty are preset, so that the CPU never writes to the tables. */
#define TO_TABLE 0x23 /* P, R/W, A */
#define TO_PAGE 0xe3 /* P, R/W, A, D, PS */

static uint64_t tables(uint64_t n_entries)
{
	return (n_entries + 511) / 512;
}

/* Append @n entries, for @base, @base + @step and so on, and zeros up to the end of their table. */
static void entries(uint64_t n, uint64_t base, uint64_t step, uint64_t flags, struct ab_buf *out)
{
	const uint64_t all = tables(n) * TABLE;
	const size_t at = out->len;

	ab_put(out, NULL, all <= SIZE_MAX ? (size_t)all : SIZE_MAX);
	if (out->data == NULL || out->len > out->cap) /* only the size counts */
		return;
	for (uint64_t i = 0; i < n; i++)
		ab_st_le64(out->data + at + 8 * i, (base + i * step) | flags);
}

static bool refused(const struct ab_x86_paging *in, uint64_t gpa, struct ab_buf *out)
{
	if (in->levels != 4 && in->levels != 5)
		ab_buf_fail(out, AB_ERR_ARG, "paging.levels", in->levels, "must be 4 or 5");
	else if (in->limit == 0 || in->limit > (in->levels == 5 ? LEVEL5_LIMIT : LEVEL4_LIMIT))
		ab_buf_fail(out, AB_ERR_ARG, "paging.limit", in->limit,
			    "must be 1 to 2^47 with 4 levels, 1 to 2^52 with 5");
	else if (!ab_is_aligned(gpa, TABLE) || gpa >= LEVEL5_LIMIT)
		ab_buf_fail(out, AB_ERR_ARG, "paging.gpa", gpa,
			    "must be a multiple of 4096 below 2^52");
	else
		return false;
	return true;
}

void ab_x86_page_tables(const struct ab_x86_paging *in, uint64_t gpa, struct ab_buf *out)
{
	const uint64_t gibs = (in->limit + (AB_GiB - 1)) / AB_GiB;
	const uint64_t pdpts = tables(gibs);
	const uint64_t pml4s = tables(pdpts);

	if (refused(in, gpa, out))
		return;
	if (in->levels == 5) {
		gpa += TABLE;
		entries(pml4s, gpa, TABLE, TO_TABLE, out); /* PML5 */
	}
	gpa += pml4s * TABLE;
	entries(pdpts, gpa, TABLE, TO_TABLE, out); /* PML4 */
	gpa += pdpts * TABLE;
	if (in->huge) {
		entries(gibs, 0, AB_GiB, TO_PAGE, out); /* page-directory pointers */
		return;
	}
	entries(gibs, gpa, TABLE, TO_TABLE, out); /* page-directory pointers */
	entries(gibs * 512, 0, 2 * AB_MiB, TO_PAGE, out); /* page directories */
}
