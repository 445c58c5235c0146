/* SPDX-License-Identifier: BSD-2-Clause */
/* What holds of every plan, for the targets that make plans. */
#ifndef PLAN_HOLDS_H
#define PLAN_HOLDS_H

#include <aetherboot/aetherboot.h>

#include <stdlib.h>
#include <string.h>

#define WORK_MAX ((size_t)256 << 20)

static void require(bool holds)
{
	if (!holds)
		abort();
}

/* Where placing stands. */
struct placed {
	const struct ab_plan *plan;
	uint32_t region;
	uint64_t off;
	uint32_t crc; /* of all that came, and where it went */
	uint32_t kernel; /* CRC of the kernel's bytes, if it is packed */
	uint8_t *lent; /* exactly the memory of the kernel's region, which is lent; NULL: none is */
};

static void next_region(struct placed *p)
{
	const struct ab_region *r = p->plan->regions.at;

	if (p->region < p->plan->regions.n && p->off == r[p->region].size) {
		p->region++;
		p->off = 0;
	}
	while (p->region < p->plan->regions.n && r[p->region].backing == AB_BACKING_NONE)
		p->region++;
}

static enum ab_err take(void *ctx, const struct ab_region *r, uint64_t off, const void *src,
			size_t len)
{
	struct placed *p = ctx;
	uint8_t where[24];

	next_region(p);
	require(p->region < p->plan->regions.n && r->base == p->plan->regions.at[p->region].base);
	require(off == p->off && len != 0 && ab_within(off, len, r->size));
	ab_st_le64(where, r->base + off);
	ab_st_le64(where + 8, len);
	ab_st_le64(where + 16, src != NULL);
	p->crc = ab_crc32(p->crc, where, sizeof(where));
	if (src != NULL) { /* all of what is small, of the rest both ends */
		p->crc = ab_crc32(p->crc, src, len < 65536 ? len : 1);
		p->crc = ab_crc32(p->crc, (const uint8_t *)src + len - 1, 1);
	}
	if (src != NULL && r->kind == AB_REGION_KERNEL && p->plan->kernel.codec != AB_CODEC_NONE)
		p->kernel = ab_crc32(p->kernel, src, len);
	p->off += len;
	return AB_OK;
}

static void *lend(void *ctx, const struct ab_region *r, uint64_t off, size_t len)
{
	struct placed *p = ctx;

	next_region(p);
	require(r->kind == AB_REGION_KERNEL && p->plan->kernel.codec != AB_CODEC_NONE);
	require(off == p->off && len != 0 && ab_within(off, len, r->size));
	return p->lent != NULL ? p->lent + off : NULL;
}

/* Bytes of [base, base + size) that are RAM; it may end at 2^64. */
static uint64_t ram_in(const struct ab_machine *m, uint64_t base, uint64_t size)
{
	uint64_t found = 0;

	for (size_t i = 0; i < m->ram.n; i++) {
		const struct ab_ram *r = &m->ram.at[i];
		uint64_t lo = r->base > base ? r->base : base;
		uint64_t last = r->base + (r->size - 1);

		last = last < base + (size - 1) ? last : base + (size - 1);
		found += ab_overlaps(base, size, r->base, r->size) ? last - lo + 1 : 0;
	}
	return found;
}

static void check_regions(const struct ab_plan *p)
{
	const struct ab_region *kernel = ab_plan_region(p, AB_REGION_KERNEL);
	uint64_t end = 0;

	require(p->regions.n <= ab_plan_regions(p->machine, p->payload));
	for (uint32_t i = 0; i < p->regions.n; i++) {
		const struct ab_region *r = &p->regions.at[i];

		require(r->size != 0 && r->base >= end && r->name != NULL);
		end = r->base + r->size; /* 2^64: nothing follows */
		require(ab_range_ok(r->base, r->size) && (end != 0 || i + 1 == p->regions.n));
		require(r->backing == AB_BACKING_NONE ||
			ram_in(p->machine, r->base, r->size) ==
			    (r->backing == AB_BACKING_RAM ? r->size : 0));
	}
	if (p->protocol == AB_PROTOCOL_FIRMWARE)
		require(kernel == NULL && p->entry == 0xfffffff0);
	else
		require(kernel != NULL && p->entry - kernel->base < kernel->size);
	require(p->protocol_why != NULL);
}

/* The map ascends, neighbours differ, and what it tells of RAM is all of it. */
static void check_map(const struct ab_plan *p)
{
	const struct ab_memmap map = ab_plan_memmap(p);
	struct ab_memmap_iter it = { 0 };
	struct ab_memmap_entry e, last = { 0, 0, 0 };
	uint64_t ram = 0, total = 0;

	while (ab_memmap_next(&map, &it, &e)) {
		uint64_t end = last.base + last.size;

		require(e.size != 0 && e.base >= end && (e.base > end || e.type != last.type));
		require(e.type == AB_MEM_RESERVED || ram_in(p->machine, e.base, e.size) == e.size);
		ram += ram_in(p->machine, e.base, e.size);
		last = e;
	}
	for (size_t i = 0; i < map.ram.n; i++)
		total += map.ram.at[i].size;
	require(ram == total);
}

static void check_cpus(const struct ab_plan *p)
{
	const uint32_t n = p->machine->n_cpus;
	const uint32_t some[] = { 0, n / 2, n - 1 };
	struct ab_error why;
	struct ab_vcpu cpu;

	for (size_t i = 0; i < 3; i++) {
		require(ab_plan_entry(p, some[i], &cpu, &why) == AB_OK);
		require(cpu.arch == p->machine->arch);
		require(cpu.id == ab_machine_cpu_id(p->machine, some[i]));
	}
	require(ab_plan_entry(p, n, &cpu, &why) == AB_ERR_ARG && why.value == n);
}

static void check_text(const struct ab_plan *p)
{
	struct ab_buf measured = ab_buf_over(NULL, 0), written;
	char *text;

	ab_plan_text(p, &measured);
	text = malloc(measured.len);
	require(measured.error.code == AB_OK && text != NULL);
	written = ab_buf_over(text, measured.len);
	ab_plan_text(p, &written);
	require(written.error.code == AB_OK && written.len == measured.len);
	free(text);
}

/* Only a stream's content can fail now, and not when it was verified. Returns what was told. */
static enum ab_err place(const struct ab_plan *plan, struct ab_work work, struct placed *p)
{
	const bool stream =
	    plan->kernel.codec != AB_CODEC_NONE && (plan->payload->flags & AB_VERIFY) == 0;
	struct ab_error why = { AB_OK, NULL, 0, NULL };
	enum ab_err err;

	p->plan = plan;
	err = ab_plan_place(plan, (struct ab_mem){ take, p, lend }, work, &why);

	require(err == AB_OK || (stream && err != AB_ERR_INTERNAL && why.what != NULL));
	next_region(p);
	require(err != AB_OK || p->region == plan->regions.n);
	return err;
}

#define LENT_MAX (16 * AB_MiB)

/* Place twice, and a packed kernel once more into lent memory: it is the same each time. */
static void place_all(const struct ab_plan *plan, struct ab_work work)
{
	const struct ab_region *kernel = ab_plan_region(plan, AB_REGION_KERNEL);
	struct placed first = { .lent = NULL }, again = first, lent = first;
	const enum ab_err err = place(plan, work, &first);

	if (err == AB_OK)
		require(place(plan, work, &again) == AB_OK && again.crc == first.crc);
	if (plan->kernel.codec == AB_CODEC_NONE || kernel == NULL || kernel->size > LENT_MAX)
		return;
	lent.lent = malloc((size_t)kernel->size);
	require(lent.lent != NULL && place(plan, work, &lent) == err);
	require(err != AB_OK || lent.kernel == first.kernel);
	free(lent.lent);
}

static bool told(enum ab_err err, const struct ab_error *why)
{
	char text[300];

	if (err == AB_OK)
		return false;
	require(why->code == err && why->what != NULL && err != AB_ERR_INTERNAL);
	require(strcmp(why->what, "plan.regions.n") != 0); /* ab_plan_regions() is enough */
	ab_error_text(why, text, sizeof(text));
	return true;
}

static bool run_in(struct ab_plan *plan, const struct ab_machine *m, const struct ab_payload *os)
{
	struct ab_error why = { AB_OK, NULL, 0, NULL };
	struct ab_work work = { NULL, 0 };
	bool planned;

	if (told(ab_plan_work(plan, m, os, &work.size, &why), &why) || work.size > WORK_MAX)
		return false;
	work.data = malloc(work.size); /* no byte more */
	planned = !told(ab_plan_make(plan, m, os, work, &why), &why);
	if (planned) {
		check_regions(plan);
		check_map(plan);
		check_cpus(plan);
		check_text(plan);
		if (plan->work > work.size && plan->work <= WORK_MAX) {
			free(work.data);
			work = (struct ab_work){ malloc(plan->work), plan->work };
		}
		if (plan->work <= work.size)
			place_all(plan, work);
	}
	free(work.data);
	return planned;
}

/* Plan, place twice, and judge. Returns whether there was a plan. */
static bool run(const struct ab_machine *m, const struct ab_payload *os)
{
	static struct ab_plan plan;
	struct ab_region *room;
	bool planned;

	plan.regions.cap = (uint32_t)ab_plan_regions(m, os);
	room = malloc(plan.regions.cap * sizeof(*room)); /* no entry more */
	plan.regions.at = room;
	planned = run_in(&plan, m, os);
	free(room);
	return planned;
}

#endif /* PLAN_HOLDS_H */
