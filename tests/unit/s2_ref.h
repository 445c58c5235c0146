/* SPDX-License-Identifier: BSD-2-Clause */
/* What Stage-2 tables should map: a flat list of ranges, changed in the obvious way, and compared
 * with what a walk by hand and the library's own readers find. */
#ifndef S2_REF_H
#define S2_REF_H

#include "s2_hw.h"

#define REF_MOST 400

struct ref_range {
	uint64_t ipa, size, pa;
	bool mapped;
	uint8_t owner;
	struct ab_s2_attr attr;
};

static struct {
	struct ref_range at[REF_MOST]; /* ascending, without gaps */
	size_t n;
	bool fwb, xnx;
} ref;

static inline void ref_begin(const struct ab_s2 *s2)
{
	ref.fwb = s2->config.cpu.fwb;
	ref.xnx = s2->config.cpu.xnx;
	ref.n = 1;
	ref.at[0] = (struct ref_range){ .size = UINT64_C(1) << s2->config.ipa_bits };
}

static bool ref_same_attr(const struct ab_s2_attr *a, const struct ab_s2_attr *b)
{
	return a->access == b->access && a->memory == b->memory && a->software == b->software;
}

/* Let a range begin at @ipa. Returns its number. */
static size_t ref_split(uint64_t ipa)
{
	size_t i = 0;

	while (i < ref.n && ref.at[i].ipa + ref.at[i].size <= ipa)
		i++;
	if (i == ref.n || ref.at[i].ipa == ipa)
		return i;
	if (ref.n == REF_MOST)
		S2_FAIL("the reference has no room");
	memmove(&ref.at[i + 1], &ref.at[i], (ref.n - i) * sizeof(ref.at[0]));
	ref.n++;
	ref.at[i].size = ipa - ref.at[i].ipa;
	ref.at[i + 1].size -= ref.at[i].size;
	ref.at[i + 1].ipa = ipa;
	if (ref.at[i + 1].mapped)
		ref.at[i + 1].pa += ref.at[i].size;
	return i + 1;
}

/* Whether one range may follow another as a part of the same. */
static bool ref_joins(const struct ref_range *a, const struct ref_range *b)
{
	if (a->ipa + a->size != b->ipa || a->mapped != b->mapped)
		return false;
	if (!a->mapped)
		return a->owner == b->owner;
	return a->pa + a->size == b->pa && ref_same_attr(&a->attr, &b->attr);
}

static void ref_join(void)
{
	size_t n = 1;

	for (size_t i = 1; i < ref.n; i++)
		if (ref_joins(&ref.at[n - 1], &ref.at[i]))
			ref.at[n - 1].size += ref.at[i].size;
		else
			ref.at[n++] = ref.at[i];
	ref.n = n;
}

/* Whether the change is allowed; else *@at is the first address that forbids it. */
static inline enum ab_err ref_allows(const struct ab_s2_change *c, uint64_t *at)
{
	for (size_t i = 0; i < ref.n; i++) {
		const struct ref_range *r = &ref.at[i];

		*at = r->ipa > c->ipa ? r->ipa : c->ipa;
		if (!ab_overlaps(r->ipa, r->size, c->ipa, c->size))
			continue;
		if (c->what == AB_S2_MAP && c->flags == 0 &&
		    (r->mapped ? r->pa - r->ipa != c->pa - c->ipa : r->owner != 0))
			return AB_ERR_OVERLAP;
		if (c->what == AB_S2_PROTECT && !r->mapped)
			return AB_ERR_ARG;
		if (c->what == AB_S2_PROTECT && r->attr.memory >= AB_S2_NGNRNE &&
		    (c->attr.access & AB_S2_X) != 0) {
			*at = c->attr.access;
			return AB_ERR_ARG;
		}
	}
	return AB_OK;
}

static inline void ref_change(const struct ab_s2_change *c)
{
	const size_t first = ref_split(c->ipa);
	const size_t end = ref_split(c->ipa + c->size);

	for (size_t i = first; i < end; i++) {
		struct ref_range *r = &ref.at[i];

		if (c->what == AB_S2_PROTECT) {
			r->attr.access = c->attr.access;
			r->attr.software = c->attr.software;
			continue;
		}
		r->mapped = c->what == AB_S2_MAP;
		r->owner = r->mapped ? 0 : c->owner;
		r->pa = r->mapped ? c->pa + (r->ipa - c->ipa) : 0;
		r->attr = c->attr;
		if (r->attr.memory == AB_S2_WB_GUEST && !ref.fwb)
			r->attr.memory = AB_S2_WB;
	}
	ref_join();
}

/* One address, as a CPU walks and as the library answers. */
static void ref_compare_at(const struct ab_s2 *s2, const struct hw *hw, const struct ref_range *r,
			   uint64_t ipa)
{
	const struct hw_walk w = hw_walk(hw, ipa);
	struct ab_s2_entry e;

	if (w.mapped != r->mapped)
		S2_FAIL(r->mapped ? "an address is not mapped" : "an address is mapped");
	if (w.mapped && w.pa - w.ipa != r->pa - r->ipa)
		S2_FAIL("an address is mapped elsewhere");
	if (w.mapped &&
	    (hw_access(w.d, ref.xnx) != r->attr.access ||
	     hw_memory(w.d, ref.fwb) != r->attr.memory || (w.d >> 55 & 15) != r->attr.software))
		S2_FAIL("an address has other attributes");
	if (w.mapped && !hw->ds && (w.d >> 8 & 3) != 3)
		S2_FAIL("an address is not inner shareable");
	if (!ab_s2_query(s2, ipa, &e) || e.ipa != w.ipa || e.size != w.size || e.level != w.level)
		S2_FAIL("ab_s2_query() finds another entry");
	if (e.kind != (w.mapped ? AB_S2_LEAF : AB_S2_INVALID) || e.owner != r->owner ||
	    e.pa != w.pa || e.contiguous != (w.mapped && (w.d >> 52 & 1) != 0) ||
	    (w.mapped && !ref_same_attr(&e.attr, &r->attr)))
		S2_FAIL("ab_s2_query() answers wrongly");
}

/* The edges of each range, and an address in it. */
static inline void ref_compare(const struct ab_s2 *s2, const struct hw *hw)
{
	for (size_t i = 0; i < ref.n; i++) {
		const struct ref_range *r = &ref.at[i];

		ref_compare_at(s2, hw, r, r->ipa);
		ref_compare_at(s2, hw, r, r->ipa + r->size / 3);
		ref_compare_at(s2, hw, r, r->ipa + (r->size - 1));
	}
}

struct ref_walk {
	struct ref_range seen; /* so far */
	size_t n; /* of the reference that were seen whole */
	uint64_t tables;
};

static void ref_see(struct ref_walk *w, const struct ref_range *r)
{
	if (w->seen.size != 0 && ref_joins(&w->seen, r)) {
		w->seen.size += r->size;
		return;
	}
	if (w->seen.size != 0) {
		const struct ref_range *want = &ref.at[w->n++];

		if (w->n > ref.n || w->seen.ipa != want->ipa || w->seen.size != want->size ||
		    w->seen.mapped != want->mapped)
			S2_FAIL("a walk finds other ranges");
		if (want->mapped
			? w->seen.pa != want->pa || !ref_same_attr(&w->seen.attr, &want->attr)
			: w->seen.owner != want->owner)
			S2_FAIL("a walk finds other mappings");
	}
	if (r->ipa != w->seen.ipa + w->seen.size)
		S2_FAIL("a walk leaves addresses out");
	w->seen = *r;
}

static bool ref_visit(void *ctx, const struct ab_s2_entry *e)
{
	const struct ref_range r = {
		e->ipa, e->size, e->pa, e->kind == AB_S2_LEAF, (uint8_t)e->owner, e->attr
	};
	struct ref_walk *w = ctx;

	if (e->kind == AB_S2_TABLE)
		w->tables++;
	else
		ref_see(w, &r);
	return true;
}

/* Everything, by ab_s2_walk(). */
static inline void ref_compare_all(const struct ab_s2 *s2)
{
	const uint64_t end = UINT64_C(1) << s2->config.ipa_bits;
	const struct ref_range none = { .ipa = end, .size = 1, .mapped = true, .pa = 1 };
	struct ref_walk w = { .n = 0 };

	if (!ab_s2_walk(s2, 0, UINT64_MAX, ref_visit, &w))
		S2_FAIL("a walk ends early");
	ref_see(&w, &none);
	if (w.n != ref.n || w.tables + 1 != s2->tables)
		S2_FAIL("a walk does not find everything");
}

#endif /* S2_REF_H */
