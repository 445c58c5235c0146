/* SPDX-License-Identifier: BSD-2-Clause */
/* Steps of a layout that all ways share. */
#include "boot_priv.h"

#include "../machine/machine_priv.h"

/* The region of device @i, if it has one. None overlaps another, as ab_machine_check() saw. */
static struct ab_region dev_region(const struct ab_plan *plan, size_t i)
{
	const struct ab_dev *d = &plan->machine->devs.at[i];
	const bool hole = d->type == AB_DEV_RESERVED;

	return ab_boot_region_(hole ? AB_REGION_HOLE : AB_REGION_ECAM, d->base,
			       hole || ab_dev_is_ecam_(d) ? d->size : 0);
}

enum ab_err ab_boot_layout_devs_(struct ab_plan *plan, struct ab_error *why)
{
	size_t bad;

	return ab_boot_add_all_(plan, AB_REGION_ECAM, plan->machine->devs.n, dev_region, &bad, why);
}

static struct ab_region reserved_region(const struct ab_plan *plan, size_t i)
{
	const struct ab_reserve *given = &plan->payload->reserve.at[i];
	struct ab_region r = ab_boot_region_(AB_REGION_RESERVED, given->base, given->size);

	r.name = given->name;
	r.index = (uint32_t)i;
	r.type = ab_boot_reserve_type_(given);
	return r;
}

struct ab_region ab_boot_blob_(const struct ab_plan *plan, size_t i)
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

/* A blob that the caller gave an address. */
static struct ab_region placed_blob(const struct ab_plan *plan, size_t i)
{
	struct ab_region r = ab_boot_blob_(plan, i);

	r.size = r.base != 0 ? r.size : 0;
	return r;
}

/* A blob that the caller gave none. */
static struct ab_region free_blob(const struct ab_plan *plan, size_t i)
{
	struct ab_region r = ab_boot_blob_(plan, i);

	r.size = r.base == 0 ? r.size : 0;
	return r;
}

/* Tell an error about a region at an address that the caller gave: it names the field with this
 * address. */
static enum ab_err bad_given(struct ab_error *e, const struct ab_region *r, const char *what,
			     size_t i, struct ab_error *why)
{
	if (e->what == r->name) {
		e->what = what;
		e->index = i;
		e->name = r->name;
		e->value = r->base;
		if (e->code == AB_ERR_NOSPACE)
			e->other = "machine.ram must cover all of it";
	}
	return ab_fail_with_(why, e);
}

static enum ab_err add_given(struct ab_plan *plan, const struct ab_region *r, const char *what,
			     size_t i, struct ab_error *why)
{
	struct ab_error e;
	enum ab_err err = ab_boot_add_(plan, r, &e);

	return err == AB_OK ? err : bad_given(&e, r, what, i, why);
}

static enum ab_err add_list(struct ab_plan *plan, enum ab_region_kind kind, size_t n,
			    ab_boot_given_at *at, const char *what, struct ab_error *why)
{
	struct ab_region r;
	struct ab_error e;
	size_t i;

	if (ab_boot_add_all_(plan, kind, n, at, &i, &e) == AB_OK)
		return AB_OK;
	r = at(plan, i);
	return bad_given(&e, &r, what, i, why);
}

enum ab_err ab_boot_layout_callers_(struct ab_plan *plan, struct ab_error *why)
{
	const struct ab_payload *p = plan->payload;
	enum ab_err err;

	if ((err = add_list(plan, AB_REGION_RESERVED, p->reserve.n, reserved_region,
			    "payload.reserve[].base", why)))
		return err;
	return add_list(plan, AB_REGION_BLOB, p->blobs.n, placed_blob, "payload.blobs[].base", why);
}

enum ab_err ab_boot_layout_free_(struct ab_plan *plan, uint64_t lo, uint64_t hi,
				 struct ab_error *why)
{
	const size_t n = plan->payload->blobs.n;
	struct ab_region r;
	enum ab_err err;
	size_t bad;

	if ((err = ab_boot_put_high_(plan, n, free_blob, lo, hi, &bad, why)) == AB_OK || bad == n)
		return err;
	r = free_blob(plan, bad);
	return ab_boot_nowhere_(&r, why);
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
	if (f != NULL || ab_boot_is_flat_(plan))
		err = add_given(plan, &r, f != NULL ? "payload.fixed[].base" : "payload.flat.base",
				f != NULL ? (size_t)(f - plan->payload->fixed.at) : 0, why);
	else
		err = ab_boot_add_(plan, &r, why);
	if (err != AB_OK)
		return err;
	return plan->way->first(plan, &plan->entry, why);
}
