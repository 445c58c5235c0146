/* SPDX-License-Identifier: BSD-2-Clause */
/* The list of regions: adding, finding room, and what every architecture lays out alike. */
#include "regions.h"

#include "../base/libc.h"

enum ab_err ab_boot_add_(struct ab_plan *plan, const struct ab_region *r, struct ab_error *why)
{
	uint32_t at = plan->n_regions;

	if (r->size == 0 || !ab_range_ok(r->base, r->size))
		return ab_fail(why, AB_ERR_ARG, r->name, r->base, "empty or wrapping");
	for (uint32_t i = 0; i < plan->n_regions; i++)
		if (ab_overlaps(r->base, r->size, plan->region[i].base, plan->region[i].size))
			return ab_fail(why, AB_ERR_OVERLAP, r->name, r->base, plan->region[i].name);
	if (plan->n_regions == AB_REGION_MAX)
		return ab_fail(why, AB_ERR_NOSPACE, "plan.region", AB_REGION_MAX + 1, r->name);
	while (at != 0 && plan->region[at - 1].base > r->base) {
		plan->region[at] = plan->region[at - 1];
		at--;
	}
	plan->region[at] = *r;
	plan->n_regions++;
	return AB_OK;
}

enum ab_err ab_boot_add_ram_(struct ab_plan *plan, const struct ab_region *r, struct ab_error *why)
{
	struct ab_memmap map = ab_plan_memmap(plan);

	if (!ab_memmap_is_ram(&map, r->base, r->size))
		return ab_fail(why, AB_ERR_NOSPACE, r->name, r->size,
			       "machine.ram does not reach over its place");
	return ab_boot_add_(plan, r, why);
}

const struct ab_fixed *ab_boot_fixed_(const struct ab_plan *plan, enum ab_region_kind kind)
{
	const struct ab_fixed_list *f = &plan->payload->fixed;

	for (size_t i = 0; i < f->n; i++)
		if (f->at[i].kind == kind)
			return &f->at[i];
	return NULL;
}

struct ab_region ab_boot_region_(enum ab_region_kind kind, uint64_t base, uint64_t size)
{
	const struct ab_region_trait *t = ab_boot_trait_(kind);

	if (t->pages) /* tables: sizes that cannot wrap */
		size = (size + 4095) & ~UINT64_C(4095);
	return (struct ab_region){ base, size, kind, t->type, t->written, 0, t->name };
}

void ab_boot_drop_(struct ab_plan *plan, enum ab_region_kind kind)
{
	uint32_t to = 0;

	for (uint32_t i = 0; i < plan->n_regions; i++)
		if (plan->region[i].kind != kind)
			plan->region[to++] = plan->region[i];
	plan->n_regions = to;
}

enum ab_err ab_boot_put_(struct ab_plan *plan, struct ab_region r, struct ab_window win,
			 struct ab_error *why)
{
	const struct ab_region *held = ab_plan_region(plan, r.kind);
	const uint32_t align = ab_boot_trait_(r.kind)->align;
	struct ab_memmap map;

	if (held != NULL) {
		r.base = held->base;
		ab_boot_drop_(plan, r.kind);
		return ab_boot_add_ram_(plan, &r, why);
	}
	map = ab_plan_memmap(plan);
	win.align = win.align > align ? win.align : align;
	if (!ab_memmap_find(&map, r.size, &win, &r.base))
		return ab_fail(why, AB_ERR_NOSPACE, r.name, r.size, "machine.ram");
	return ab_boot_add_ram_(plan, &r, why);
}

enum ab_err ab_boot_measure_(struct ab_plan *plan, enum ab_region_kind kind, size_t *size,
			     struct ab_error *why)
{
	struct ab_buf measure = ab_buf_over(NULL, 0);
	enum ab_err err = ab_boot_build_(plan, kind, 0, &measure, why);

	*size = measure.len;
	if (err == AB_OK && *size > plan->work)
		plan->work = *size;
	return err;
}

/* ---- what the caller gives ------------------------------------------------------------------ */

enum ab_err ab_boot_add_fixed_(struct ab_plan *plan, struct ab_error *why)
{
	const struct ab_fixed_list *f = &plan->payload->fixed;
	const bool arm64 = plan->machine->arch == AB_ARCH_ARM64;
	enum ab_err err;

	for (size_t i = 0; i < f->n; i++) {
		struct ab_region r = ab_boot_region_(f->at[i].kind, f->at[i].base, 0);

		if (r.kind == AB_REGION_KERNEL)
			continue;
		err =
		    arm64 ? ab_boot_fixed_arm64_(plan, &r, why) : ab_boot_fixed_x86_(plan, &r, why);
		if (err != AB_OK || (r.size != 0 && (err = ab_boot_add_ram_(plan, &r, why))))
			return err;
	}
	return AB_OK;
}

static struct ab_region blob_region(const struct ab_plan *plan, size_t i)
{
	const struct ab_blob *b = &plan->payload->blobs.at[i];
	struct ab_region r = ab_boot_region_(AB_REGION_BLOB, b->base, b->bytes.size);

	r.name = b->name;
	r.index = (uint32_t)i;
	r.type = b->type != 0 ? b->type : r.type;
	if (plan->machine->arch == AB_ARCH_ARM64 && r.type != AB_MEM_RAM)
		r.size = (r.size + 4095) & ~UINT64_C(4095); /* what its guests can tell apart */
	return r;
}

enum ab_err ab_boot_add_callers_(struct ab_plan *plan, struct ab_error *why)
{
	const struct ab_payload *p = plan->payload;
	enum ab_err err;

	for (size_t i = 0; i < p->reserve.n; i++) {
		struct ab_region r = ab_boot_region_(AB_REGION_RESERVED, p->reserve.at[i].base,
						     p->reserve.at[i].size);

		r.name = p->reserve.at[i].name;
		r.index = (uint32_t)i;
		if ((err = ab_boot_add_(plan, &r, why)))
			return err;
	}
	for (size_t i = 0; i < p->blobs.n; i++) {
		struct ab_region r = blob_region(plan, i);

		if (r.base != 0 && (err = ab_boot_add_ram_(plan, &r, why)))
			return err;
	}
	return AB_OK;
}

enum ab_err ab_boot_add_free_blobs_(struct ab_plan *plan, const struct ab_window *win,
				    struct ab_error *why)
{
	enum ab_err err;

	for (size_t i = 0; i < plan->payload->blobs.n; i++) {
		struct ab_region r = blob_region(plan, i);
		struct ab_memmap map = ab_plan_memmap(plan);

		if (r.base != 0)
			continue;
		if (!ab_memmap_find(&map, r.size, win, &r.base))
			return ab_fail(why, AB_ERR_NOSPACE, r.name, r.size, "machine.ram");
		if ((err = ab_boot_add_(plan, &r, why)))
			return err;
	}
	return AB_OK;
}

enum ab_err ab_boot_add_windows_(struct ab_plan *plan, struct ab_error *why)
{
	const struct ab_machine *m = plan->machine;
	enum ab_err err;

	for (size_t i = 0; i < m->devs.n; i++) {
		struct ab_region r =
		    ab_boot_region_(AB_REGION_ECAM, m->devs.at[i].base, m->devs.at[i].size);

		if (m->devs.at[i].type == AB_DEV_PCIE_ECAM && (err = ab_boot_add_(plan, &r, why)))
			return err;
	}
	return AB_OK;
}
