/* SPDX-License-Identifier: BSD-2-Clause */
/* A sink that trusts nobody: each byte of each written region once, ascending, nothing else. It
 * keeps what small regions hold, and a sum over everything. */
#ifndef RECORDER_H
#define RECORDER_H

#include "unit.h"

#include <stdlib.h>

#include <aetherboot/aetherboot.h>

#define KEPT_MOST 0x40000
#define AMPLE ((size_t)4 << 20) /* work memory for any kernel of the tests */

struct recorder {
	const struct ab_plan *plan;
	uint32_t region; /* the one being written */
	uint64_t off; /* the next byte of it */
	uint32_t calls;
	uint32_t fail_at; /* 1: the first call; 0: none */
	uint32_t crc; /* of all that came, and where it went */
	uint8_t *kept[PLAN_ROOM]; /* content of regions up to KEPT_MOST */
};

static inline void recorder_next(struct recorder *rec)
{
	const struct ab_plan *p = rec->plan;

	if (rec->region < p->regions.n && rec->off == p->regions.at[rec->region].size) {
		rec->region++;
		rec->off = 0;
	}
	while (rec->region < p->regions.n && p->regions.at[rec->region].backing == AB_BACKING_NONE)
		rec->region++;
}

static inline enum ab_err recorder_write(void *ctx, const struct ab_region *r, uint64_t off,
					 const void *src, size_t len)
{
	struct recorder *rec = ctx;
	uint8_t where[24];

	rec->calls++;
	if (rec->calls == rec->fail_at)
		return AB_ERR_MEM;
	assert_true(rec->fail_at == 0 || rec->calls < rec->fail_at); /* none after a refusal */
	recorder_next(rec);
	assert_true(rec->region < rec->plan->regions.n);
	assert_true(r->base == rec->plan->regions.at[rec->region].base);
	assert_int_equal(r->kind, rec->plan->regions.at[rec->region].kind);
	assert_true(off == rec->off);
	assert_true(len != 0 && len <= r->size - off);
	ab_st_le64(where, r->base + off);
	ab_st_le64(where + 8, len);
	ab_st_le64(where + 16, src != NULL);
	rec->crc = ab_crc32(rec->crc, where, sizeof(where));
	if (src != NULL && len <= 2 * KEPT_MOST)
		rec->crc = ab_crc32(rec->crc, src, len);
	if (r->size <= KEPT_MOST) {
		uint8_t **kept = &rec->kept[rec->region];

		if (*kept == NULL)
			*kept = calloc(1, (size_t)r->size);
		if (src != NULL)
			memcpy(*kept + off, src, len);
	}
	rec->off += len;
	return AB_OK;
}

static inline struct ab_mem recorder_over(struct recorder *rec, const struct ab_plan *plan)
{
	*rec = (struct recorder){ .plan = plan };
	return (struct ab_mem){ recorder_write, rec };
}

static inline void recorder_free(struct recorder *rec)
{
	for (uint32_t i = 0; i < PLAN_ROOM; i++)
		free(rec->kept[i]);
}

/* Everything that was planned came. */
static inline void recorder_judge(struct recorder *rec)
{
	recorder_next(rec);
	assert_int_equal(rec->region, rec->plan->regions.n);
}

/* What came for a region, or NULL when the plan has none of the kind. */
static inline const uint8_t *recorder_kept(const struct recorder *rec, enum ab_region_kind kind)
{
	for (uint32_t i = 0; i < rec->plan->regions.n; i++)
		if (rec->plan->regions.at[i].kind == kind)
			return rec->kept[i];
	return NULL;
}

/* ---- the pipeline in one call ------------------------------------------------------------- */

/* Plan with work memory that is as much as planning asks for and not a byte more. Free *work. */
static inline enum ab_err make_plan(struct ab_plan *plan, const struct ab_machine *m,
				    const struct ab_payload *os, struct ab_work *work,
				    struct ab_error *why)
{
	size_t need = 0;
	enum ab_err err = ab_plan_work(plan, m, os, &need, why);

	*work = (struct ab_work){ NULL, 0 };
	if (err != AB_OK) { /* asking refuses nothing that planning would take */
		struct ab_work more = { malloc(AMPLE), AMPLE };
		struct ab_error ignored;

		assert_int_not_equal(ab_plan_make(plan, m, os, more, &ignored), AB_OK);
		free(more.data);
		return err;
	}
	*work = (struct ab_work){ malloc(need + 1), need };
	err = ab_plan_make(plan, m, os, *work, why);
	if (err == AB_OK)
		assert_true(plan->work <= need);
	return err;
}

/* Plan only, with room for the regions until the next one is made so. */
static inline enum ab_err plan_only(struct ab_plan *plan, const struct ab_machine *m,
				    const struct ab_payload *os, struct ab_error *why)
{
	static struct ab_region room[PLAN_ROOM];
	struct ab_work work;
	enum ab_err err;

	plan->regions = (struct ab_regions)AB_REGIONS(room);
	err = make_plan(plan, m, os, &work, why);
	free(work.data);
	return err;
}

/* Plan and place into a recorder, which judges; the plan stays. */
static inline enum ab_err run(struct ab_plan *plan, const struct ab_machine *m,
			      const struct ab_payload *os, struct recorder *rec,
			      struct ab_error *why)
{
	struct ab_work work;
	enum ab_err err = make_plan(plan, m, os, &work, why);
	struct ab_mem mem = recorder_over(rec, plan);

	if (err == AB_OK && (err = ab_plan_place(plan, mem, work, why)) == AB_OK)
		recorder_judge(rec);
	free(work.data);
	return err;
}

static inline uint64_t le(const uint8_t *p, unsigned int width)
{
	uint64_t v = 0;

	while (width-- != 0)
		v = v << 8 | p[width];
	return v;
}

/* ---- what must be true of every plan ------------------------------------------------------ */

/* Bytes of [base, base + size) that are RAM. */
static inline uint64_t ram_bytes(const struct ab_machine *m, uint64_t base, uint64_t size)
{
	uint64_t found = 0;

	for (size_t i = 0; i < m->ram.n; i++) {
		uint64_t lo = m->ram.at[i].base, hi = lo + m->ram.at[i].size;

		lo = lo > base ? lo : base;
		hi = hi < base + size ? hi : base + size;
		found += hi > lo ? hi - lo : 0;
	}
	return found;
}

/* Regions ascend, are apart, and hold bytes in RAM, or as ROMs outside of it; the entry is in the
 * kernel. */
static inline void judge_regions(const struct ab_plan *p)
{
	const struct ab_region *kernel = ab_plan_region(p, AB_REGION_KERNEL);
	uint64_t end = 0;

	for (uint32_t i = 0; i < p->regions.n; i++) {
		const struct ab_region *r = &p->regions.at[i];

		assert_true(r->size != 0 && r->base >= end);
		assert_true(r->size <= UINT64_MAX - r->base);
		end = r->base + r->size;
		assert_true(r->backing == AB_BACKING_NONE ||
			    ram_bytes(p->machine, r->base, r->size) ==
				(r->backing == AB_BACKING_RAM ? r->size : 0));
		assert_non_null(r->name);
	}
	assert_non_null(kernel);
	assert_true(p->entry >= kernel->base && p->entry - kernel->base < kernel->size);
	assert_non_null(p->protocol_why);
}

/* One entry of a map as a guest reads it. */
struct told {
	uint64_t base, size;
	uint32_t type;
};

/* Entries ascend and are apart; those inside RAM cover it exactly, those outside are reserved;
 * the video and ROM area is never RAM, and what must not be overwritten is told so. */
static inline void judge_map(const struct ab_plan *p, const struct told *e, size_t n)
{
	const struct ab_machine *m = p->machine;
	uint64_t end = 0, ram = 0, total = 0;

	for (size_t i = 0; i < m->ram.n; i++)
		total += m->ram.at[i].size;
	for (size_t i = 0; i < n; i++) {
		assert_true(e[i].size != 0 && e[i].base >= end);
		end = e[i].base + e[i].size;
		assert_true(i == 0 || e[i - 1].type != e[i].type ||
			    e[i - 1].base + e[i - 1].size < e[i].base); /* merged */
		assert_true(e[i].type >= 1 && e[i].type <= 4);
		ram += ram_bytes(m, e[i].base, e[i].size);
		assert_true(e[i].type == 2 || ram_bytes(m, e[i].base, e[i].size) == e[i].size);
		if (e[i].type == 1)
			assert_true(end <= 0xa0000 || e[i].base >= 0x100000);
	}
	assert_true(ram == total);
	for (uint32_t i = 0; i < p->regions.n; i++) {
		const struct ab_region *r = &p->regions.at[i];
		bool told = false;

		for (size_t k = 0; k < n; k++)
			told |= e[k].type == (uint32_t)r->type && e[k].base <= r->base &&
				e[k].base + e[k].size >= r->base + r->size;
		assert_true(told);
	}
}

/* The map as Linux collects it: zero page, then E820_EXT nodes; or PVH's. */
static inline size_t read_map(const struct recorder *rec, struct told *e, size_t most)
{
	const struct ab_region *chain = ab_plan_region(rec->plan, AB_REGION_SETUP_DATA);
	const uint8_t *zp = recorder_kept(rec, AB_REGION_ZERO_PAGE), *at;
	const struct ab_region *si = ab_plan_region(rec->plan, AB_REGION_START_INFO);
	size_t n = 0;

	if (zp == NULL) {
		at = recorder_kept(rec, AB_REGION_START_INFO);
		assert_non_null(at);
		n = (size_t)le(at + 48, 4);
		at += le(at + 40, 8) - si->base;
		assert_true(n <= most);
		for (size_t i = 0; i < n; i++, at += 24)
			e[i] = (struct told){ le(at, 8), le(at + 8, 8), (uint32_t)le(at + 16, 4) };
		return n;
	}
	for (; n < zp[0x1e8]; n++) {
		at = zp + 0x2d0 + 20 * n;
		e[n] = (struct told){ le(at, 8), le(at + 8, 8), (uint32_t)le(at + 16, 4) };
	}
	for (uint64_t node = le(zp + 0x250, 8); node != 0;) {
		const uint8_t *d = recorder_kept(rec, AB_REGION_SETUP_DATA) + (node - chain->base);

		for (size_t i = 0; le(d + 8, 4) == 1 && i < le(d + 12, 4); i += 20) {
			assert_true(n < most);
			at = d + 16 + i;
			e[n++] =
			    (struct told){ le(at, 8), le(at + 8, 8), (uint32_t)le(at + 16, 4) };
		}
		node = le(d, 8);
	}
	return n;
}

/* All of the above. */
static inline void judge(struct recorder *rec)
{
	static struct told e[2048];

	judge_regions(rec->plan);
	judge_map(rec->plan, e, read_map(rec, e, COUNT(e)));
}

#endif /* RECORDER_H */
