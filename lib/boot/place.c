/* SPDX-License-Identifier: BSD-2-Clause */
/* Placing: every planned byte leaves through the sink, once, in ascending order. */
#include "boot_priv.h"
#include "kernel.h"

#include "../base/libc.h"

/* Where a region's next byte goes. */
struct cursor {
	struct ab_mem mem;
	const struct ab_region *r;
	uint64_t off;
};

static enum ab_err emit(struct cursor *c, const void *src, uint64_t len, struct ab_error *why)
{
	enum ab_err err;

	while (len != 0) {
		size_t n = len < SIZE_MAX ? (size_t)len : SIZE_MAX;

		if (n > c->r->size - c->off)
			return ab_fail(why, AB_ERR_INTERNAL, c->r->name, c->off, "past its end");
		err = c->mem.write(c->mem.ctx, c->r, c->off, src, n);
		if (err != AB_OK)
			return ab_fail(why, err, c->r->name, c->r->base + c->off, "the sink");
		c->off += n;
		len -= n;
	}
	return AB_OK;
}

static enum ab_err pad(struct cursor *c, uint64_t to, struct ab_error *why)
{
	return emit(c, NULL, to - c->off, why);
}

static enum ab_err place_initrds(const struct ab_plan *plan, struct cursor *c, struct ab_error *why)
{
	enum ab_err err = AB_OK;

	for (size_t i = 0; err == AB_OK && i < ab_boot_n_initrds_(plan); i++) {
		const struct ab_bytes initrd = ab_boot_initrd_(plan, i);

		if (initrd.size != 0 && (err = pad(c, (c->off + 3) & ~UINT64_C(3), why)) == AB_OK)
			err = emit(c, initrd.data, initrd.size, why);
	}
	return err;
}

/* One table at a time, so work memory is that of the largest. */
static enum ab_err place_acpi(const struct ab_plan *plan, struct cursor *c, struct ab_work work,
			      struct ab_error *why)
{
	const struct ab_region *facs = ab_plan_region(plan, AB_REGION_FACS);
	size_t n = ab_acpi_count(&plan->acpi);
	enum ab_err err;

	for (size_t i = 0; i < n; i++) {
		struct ab_acpi_table t = ab_acpi_at(&plan->acpi, i);
		struct ab_buf b = ab_buf_over(work.data, work.size);

		ab_acpi_write(&plan->acpi, i, c->r->base, facs != NULL ? facs->base : 0, &b);
		if ((err = ab_buf_finish(&b, c->r->name, why)) || (err = pad(c, t.offset, why)) ||
		    (err = emit(c, work.data, b.len, why)))
			return err;
	}
	return AB_OK;
}

static enum ab_err place_built(const struct ab_plan *plan, struct cursor *c, struct ab_work work,
			       struct ab_error *why)
{
	struct ab_buf b = ab_buf_over(work.data, work.size);
	enum ab_err err;

	if ((err = ab_boot_build_(plan, c->r->kind, c->r->base, &b, why)))
		return err;
	return emit(c, work.data, b.len, why);
}

/* The bzImage's protected-mode part as it is; its decompressor makes the rest. */
static enum ab_err place_kernel(const struct ab_plan *plan, struct cursor *c, struct ab_work work,
				struct ab_error *why)
{
	const struct ab_bytes *self = &plan->image.bz.kernel;

	if (!ab_boot_protocol_(plan->protocol)->unpacked)
		return emit(c, self->data, self->size, why);
	c->off = c->r->size;
	return ab_boot_kernel_place_(&plan->image, plan->codec, &plan->elf, c->r, c->mem, work,
				     why);
}

static enum ab_err place_one(const struct ab_plan *plan, struct cursor *c, struct ab_work work,
			     struct ab_error *why)
{
	const struct ab_bytes *blob;

	switch (c->r->kind) {
	case AB_REGION_KERNEL:
		return place_kernel(plan, c, work, why);
	case AB_REGION_INITRD:
		return place_initrds(plan, c, why);
	case AB_REGION_ACPI:
		return place_acpi(plan, c, work, why);
	case AB_REGION_BLOB:
		blob = &plan->payload->blobs.at[c->r->index].bytes;
		return emit(c, blob->data, blob->size, why);
	default:
		return place_built(plan, c, work, why);
	}
}

enum ab_err ab_plan_place(const struct ab_plan *plan, struct ab_mem mem, struct ab_work work,
			  struct ab_error *why)
{
	enum ab_err err;

	if (work.size < plan->work)
		return ab_fail(why, AB_ERR_NOSPACE, "work", plan->work, NULL);
	for (uint32_t i = 0; i < plan->n_regions; i++) {
		struct cursor c = { mem, &plan->region[i], 0 };

		if (!c.r->written)
			continue;
		if ((err = place_one(plan, &c, work, why)) || (err = pad(&c, c.r->size, why)))
			return err;
	}
	return AB_OK;
}
