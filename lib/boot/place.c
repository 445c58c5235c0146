/* SPDX-License-Identifier: BSD-2-Clause */
/* Placing: write every planned byte through the sink, once, in ascending order. */
#include "boot_priv.h"

#include "../acpi/acpi_priv.h"

static enum ab_err place_initrds(const struct ab_plan *plan, struct ab_cursor *c,
				 struct ab_error *why)
{
	enum ab_err err = AB_OK;

	for (size_t i = 0; err == AB_OK && i < ab_boot_n_initrds_(plan); i++) {
		const struct ab_bytes initrd = ab_boot_initrd_(plan, i);

		if (initrd.size != 0 &&
		    (err = ab_emit_zeros_(c, (c->off + 3) & ~UINT64_C(3), why)) == AB_OK)
			err = ab_emit_(c, initrd.data, initrd.size, why);
	}
	return err;
}

/* Build one table at a time, so that work memory need only fit the largest. */
static enum ab_err place_acpi(const struct ab_plan *plan, struct ab_cursor *c, struct ab_work work,
			      struct ab_error *why)
{
	const uint64_t facs = ab_boot_gpa_(plan, AB_REGION_FACS);
	const size_t n = ab_acpi_count(&plan->acpi);
	enum ab_err err;

	for (size_t i = 0; i < n; i++) {
		struct ab_buf b = ab_buf_over(work.data, work.size);

		ab_acpi_write(&plan->acpi, i, c->r->base, facs, &b);
		if ((err = ab_buf_finish(&b, c->r->name, why)) ||
		    (err = ab_emit_zeros_(c, ab_acpi_next_(c->off), why)) ||
		    (err = ab_emit_(c, work.data, b.len, why)))
			return err;
	}
	return AB_OK;
}

static enum ab_err place_built(const struct ab_plan *plan, struct ab_cursor *c, struct ab_work work,
			       struct ab_error *why)
{
	struct ab_buf b = ab_buf_over(work.data, work.size);
	enum ab_err err;

	if ((err = ab_boot_build_(plan, c->r->kind, c->r->base, &b, why)))
		return err;
	return ab_emit_(c, work.data, b.len, why);
}

/* A kernel that unpacks itself is written as it is: the protected-mode kernel of the bzImage. */
static enum ab_err place_kernel(const struct ab_plan *plan, struct ab_cursor *c,
				struct ab_work work, struct ab_error *why)
{
	const struct ab_bytes *self = &plan->kernel.file.bz.kernel;

	if (!plan->way->unpacks)
		return ab_emit_(c, self->data, self->size, why);
	return ab_kernel_place_(&plan->kernel, c, work, why);
}

static enum ab_err place_one(const struct ab_plan *plan, struct ab_cursor *c, struct ab_work work,
			     struct ab_error *why)
{
	const struct ab_bytes *bytes;

	switch (c->r->kind) {
	case AB_REGION_KERNEL:
		return place_kernel(plan, c, work, why);
	case AB_REGION_INITRD:
		return place_initrds(plan, c, why);
	case AB_REGION_ACPI:
		return place_acpi(plan, c, work, why);
	case AB_REGION_BLOB:
		bytes = &plan->payload->blobs.at[c->r->index].bytes;
		return ab_emit_(c, bytes->data, bytes->size, why);
	case AB_REGION_MODULE:
		bytes = &plan->payload->modules.at[c->r->index].bytes;
		return ab_emit_(c, bytes->data, bytes->size, why);
	default:
		return place_built(plan, c, work, why);
	}
}

enum ab_err ab_plan_place(const struct ab_plan *plan, struct ab_mem mem, struct ab_work work,
			  struct ab_error *why)
{
	enum ab_err err;

	if (work.data == NULL)
		work.size = 0;
	if (work.size < plan->work)
		return ab_fail(why, AB_ERR_NOSPACE, "work", plan->work, "see ab_plan.work");
	for (uint32_t i = 0; i < plan->regions.n; i++) {
		struct ab_cursor c = { mem, &plan->regions.at[i], 0 };

		if (c.r->backing == AB_BACKING_NONE)
			continue;
		if ((err = place_one(plan, &c, work, why)) ||
		    (err = ab_emit_zeros_(&c, c.r->size, why)))
			return err;
	}
	return AB_OK;
}
