/* SPDX-License-Identifier: BSD-2-Clause */
/* Steps of a layout that all ways share. */
#include "boot_priv.h"

#include "../machine/machine_priv.h"

enum ab_err ab_boot_layout_bridges_(struct ab_plan *plan, struct ab_error *why)
{
	const struct ab_dev *d = NULL;
	enum ab_err err;

	while ((d = ab_machine_next_(plan->machine, AB_DEV_PCIE_ECAM, d)) != NULL) {
		const struct ab_region r = ab_boot_region_(AB_REGION_ECAM, d->base, d->size);

		if ((err = ab_boot_add_(plan, &r, why)))
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
	r.backing = b->backing;
	if (plan->way->whole_pages && r.type != AB_MEM_RAM)
		r.size = (r.size + 4095) & ~UINT64_C(4095);
	return r;
}

/* Add a region at an address that the caller gave: an error names the field with this address. */
static enum ab_err add_given(struct ab_plan *plan, const struct ab_region *r, const char *what,
			     size_t i, struct ab_error *why)
{
	struct ab_error e;
	enum ab_err err = ab_boot_add_(plan, r, &e);

	if (err == AB_OK)
		return err;
	if (e.what == r->name) {
		e.what = what;
		e.index = i;
		e.name = r->name;
		e.value = r->base;
		if (err == AB_ERR_NOSPACE)
			e.other = "machine.ram must cover all of it";
	}
	return ab_fail_with_(why, &e);
}

enum ab_err ab_boot_layout_callers_(struct ab_plan *plan, struct ab_error *why)
{
	const struct ab_payload *p = plan->payload;
	enum ab_err err;

	for (size_t i = 0; i < p->reserve.n; i++) {
		const struct ab_reserve *given = &p->reserve.at[i];
		struct ab_region r = ab_boot_region_(AB_REGION_RESERVED, given->base, given->size);

		r.name = given->name;
		r.index = (uint32_t)i;
		if ((err = add_given(plan, &r, "payload.reserve[].base", i, why)))
			return err;
	}
	for (size_t i = 0; i < p->blobs.n; i++) {
		const struct ab_region r = blob_region(plan, i);

		if (r.base != 0 && (err = add_given(plan, &r, "payload.blobs[].base", i, why)))
			return err;
	}
	return AB_OK;
}

enum ab_err ab_boot_layout_free_blobs_(struct ab_plan *plan, const struct ab_window *win,
				       struct ab_error *why)
{
	enum ab_err err;

	for (size_t i = 0; i < plan->payload->blobs.n; i++) {
		struct ab_region r = blob_region(plan, i);
		const struct ab_memmap map = ab_plan_memmap(plan);

		if (r.base != 0)
			continue;
		if (!ab_memmap_find(&map, r.size, win, &r.base))
			return ab_fail(why, AB_ERR_NOSPACE, r.name, r.size,
				       "machine.ram has no free range as large where it may lie");
		if ((err = ab_boot_add_(plan, &r, why)))
			return err;
	}
	return AB_OK;
}

enum ab_err ab_boot_layout_fixed_(struct ab_plan *plan,
				  enum ab_err (*fit)(struct ab_plan *plan, struct ab_region *r,
						     struct ab_error *why),
				  struct ab_error *why)
{
	const struct ab_fixed_list *f = &plan->payload->fixed;
	enum ab_err err;

	for (size_t i = 0; i < f->n; i++) {
		struct ab_region r = ab_boot_region_(f->at[i].kind, f->at[i].base, 0);

		if (r.kind == AB_REGION_KERNEL)
			continue;
		if ((err = fit(plan, &r, why)) ||
		    (r.size != 0 && (err = add_given(plan, &r, "payload.fixed[].base", i, why))))
			return err;
	}
	return AB_OK;
}

enum ab_err ab_boot_layout_kernel_(struct ab_plan *plan, struct ab_error *why)
{
	const struct ab_fixed *f = ab_boot_fixed_(plan, AB_REGION_KERNEL);
	struct ab_region r = ab_boot_region_(AB_REGION_KERNEL, 0, 0);
	enum ab_err err;

	if ((err = plan->way->kernel(plan, &r, why)))
		return err;
	err = f == NULL ? ab_boot_add_(plan, &r, why)
			: add_given(plan, &r, "payload.fixed[].base",
				    (size_t)(f - plan->payload->fixed.at), why);
	if (err != AB_OK)
		return err;
	return plan->way->first(plan, &plan->entry, why);
}
