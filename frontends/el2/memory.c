/* SPDX-License-Identifier: BSD-2-Clause */
#include "memory.h"
#include "libc.h"

#define PAGE UINT64_C(4096)

static const char reserved[] = "memory that the host's tree reserves";

/* An error of entry @nth of a list. */
static enum ab_err wraps(const char *what, uint64_t base, size_t nth, struct ab_error *why)
{
	enum ab_err err = ab_fail(why, AB_ERR_ARG, what, base, "the range must end below 2^64");

	if (why != NULL)
		why->index = nth;
	return err;
}

/* Insert by address; a tree may list RAM in any order. Parts of pages are left out. */
static enum ab_err add_ram(struct el2_memory *m, const struct el2_facts *facts, size_t nth,
			   struct ab_error *why)
{
	const struct ab_range *r = &facts->memory[nth];
	uint64_t base = 0, end = 0;
	size_t i = m->n_rams;

	if (!ab_add(r->base, r->size, &end) || !ab_align_up(r->base, PAGE, &base))
		return wraps("fdt_info.memory[].base", r->base, nth, why);
	end &= ~(PAGE - 1);
	if (base >= end)
		return AB_OK;
	while (i != 0 && m->ram[i - 1].base > base) {
		m->ram[i] = m->ram[i - 1];
		i--;
	}
	m->ram[i] = (struct ab_ram){ .base = base, .size = end - base };
	m->n_rams++;
	return AB_OK;
}

/* Add pages with an owner. */
static enum ab_err add(struct el2_memory *m, uint64_t base, uint64_t end, const char *name,
		       struct ab_error *why)
{
	const struct ab_region r = { .base = base,
				     .size = end - base,
				     .kind = AB_REGION_RESERVED,
				     .type = AB_MEM_RESERVED,
				     .backing = AB_BACKING_NONE,
				     .name = name };

	return ab_regions_add(&m->taken, &r, why);
}

/* Take what nobody has yet of a reserved range: trees list ranges twice, nested, or in parts of one
 * page. */
static enum ab_err reserve(struct el2_memory *m, size_t nth, struct ab_error *why)
{
	const struct ab_range *r = &m->reserved[nth];
	uint64_t at = r->base & ~(PAGE - 1), end = 0;
	enum ab_err err;

	if (r->size == 0)
		return AB_OK;
	if (!ab_add(r->base, r->size, &end) || !ab_align_up(end, PAGE, &end))
		return wraps("fdt_info.reserved[].base", r->base, nth, why);
	for (uint32_t i = 0; at < end && i < m->taken.n; i++) {
		const struct ab_region t = m->taken.at[i];

		if (t.base + t.size <= at)
			continue;
		if (t.base > at && (err = add(m, at, t.base < end ? t.base : end, reserved, why)))
			return err;
		at = t.base + t.size;
	}
	return at < end ? add(m, at, end, reserved, why) : AB_OK;
}

#define NOBODY UINT64_C(1) /* no page begins there */

/* Drop the reserved ranges, which always have the same name, and the owner of what begins at @base.
 */
static void drop(struct el2_memory *m, uint64_t base)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < m->taken.n; i++)
		if (m->room[i].name != reserved && m->room[i].base != base)
			m->room[n++] = m->room[i];
	m->taken.n = n;
}

static enum ab_err reserve_all(struct el2_memory *m, struct ab_error *why)
{
	enum ab_err err = AB_OK;

	for (size_t i = 0; i < m->n_reserved && !err; i++)
		err = reserve(m, i, why);
	return err;
}

enum ab_err el2_memory_init(struct el2_memory *m, const struct el2_facts *facts,
			    struct ab_error *why)
{
	const struct ab_fdt_info *info = &facts->info;
	enum ab_err err;

	memset(m, 0, sizeof(*m));
	m->taken = (struct ab_regions)AB_REGIONS(m->room);
	for (size_t i = 0; i < info->memory.n; i++)
		if ((err = add_ram(m, facts, i, why)))
			return err;
	for (size_t i = 1; i < m->n_rams; i++)
		if (m->ram[i - 1].base + m->ram[i - 1].size > m->ram[i].base) {
			err = ab_fail(why, AB_ERR_OVERLAP, "RAM", m->ram[i - 1].base, "RAM");
			if (why != NULL) {
				why->size = m->ram[i - 1].size;
				why->other_value = m->ram[i].base;
				why->other_size = m->ram[i].size;
			}
			return err;
		}
	for (size_t i = 0; i < info->reserved.n; i++)
		m->reserved[m->n_reserved++] = facts->reserved[i];
	return reserve_all(m, why);
}

/* A loader reserves what it has loaded; what overlaps otherwise is somebody else's. */
static enum ab_err within_reserved(const struct el2_memory *m, uint64_t base, uint64_t size,
				   const char *name, struct ab_error *why)
{
	for (size_t i = 0; i < m->n_reserved; i++) {
		const struct ab_range *r = &m->reserved[i];
		enum ab_err err;

		if (!ab_overlaps(base, size, r->base, r->size) ||
		    (base >= r->base && ab_within(base - r->base, size, r->size)))
			continue;
		err = ab_fail(why, AB_ERR_OVERLAP, name, base, reserved);
		if (why != NULL) {
			why->size = size;
			why->other_value = r->base;
			why->other_size = r->size;
		}
		return err;
	}
	return AB_OK;
}

enum ab_err el2_memory_take(struct el2_memory *m, uint64_t base, uint64_t size, const char *name,
			    struct ab_error *why)
{
	const uint64_t first = base & ~(PAGE - 1);
	uint64_t end = 0;
	enum ab_err err;
	bool added;

	if (size == 0)
		return AB_OK;
	if (!ab_add(base, size, &end) || !ab_align_up(end, PAGE, &end))
		return ab_fail(why, AB_ERR_ARG, name, base, "must end below 2^64");
	if ((err = within_reserved(m, base, size, name, why)))
		return err;
	/* the reserved ranges are made again, around it */
	drop(m, NOBODY);
	err = add(m, first, end, name, why);
	added = err == AB_OK;
	if (added)
		err = reserve_all(m, why);
	if (err) {
		drop(m, added ? first : NOBODY);
		(void)reserve_all(m, NULL);
	}
	return err;
}

enum ab_err el2_memory_find(struct el2_memory *m, uint64_t size, uint64_t align, const char *name,
			    uint64_t *base, struct ab_error *why)
{
	const struct ab_memmap map = { { m->ram, m->n_rams }, m->taken.at, m->taken.n };
	const struct ab_window window = { .align = align };

	/* a window of 2 MiB finds no hole of a smaller alignment: its blocks would not fit either
	 */
	if (!ab_memmap_find(&map, size, &window, base))
		return ab_fail(why, AB_ERR_NOSPACE, name, size, "no such piece of RAM is free");
	return el2_memory_take(m, *base, size, name, why);
}
