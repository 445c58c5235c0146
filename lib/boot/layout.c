/* SPDX-License-Identifier: BSD-2-Clause */
/* Layout: an address for everything, from one list of regions. */
#include "boot.h"

#include "../base/libc.h"

#define LOW_MOST (64 * AB_KiB) /* of conventional memory, for one thing */

static enum ab_err add(struct ab_plan *plan, const struct ab_region *r, struct ab_error *why)
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

/* A region that holds bytes must be RAM throughout. */
static enum ab_err add_ram(struct ab_plan *plan, const struct ab_region *r, struct ab_error *why)
{
	struct ab_memmap map = ab_plan_memmap(plan);

	if (!ab_memmap_is_ram(&map, r->base, r->size))
		return ab_fail(why, AB_ERR_NOSPACE, r->name, r->size,
			       "machine.ram does not reach over its place");
	return add(plan, r, why);
}

const struct ab_fixed *ab_boot_fixed(const struct ab_plan *plan, enum ab_region_kind kind)
{
	const struct ab_fixed_list *f = &plan->payload->fixed;

	for (size_t i = 0; i < f->n; i++)
		if (f->at[i].kind == kind)
			return &f->at[i];
	return NULL;
}

static struct ab_region make(enum ab_region_kind kind, uint64_t base, uint64_t size)
{
	const struct ab_region_trait *t = ab_boot_trait(kind);

	if (t->pages) /* tables: sizes that cannot wrap */
		size = (size + 4095) & ~UINT64_C(4095);
	return (struct ab_region){ base, size, kind, t->type, t->written, 0, t->name };
}

/* Where initrds end, unless they may lie anywhere. */
static uint64_t initrd_limit(const struct ab_plan *plan)
{
	return plan->image.format == AB_IMAGE_BZIMAGE && ab_boot_protocol(plan->protocol)->zero_page
		   ? (uint64_t)plan->image.bz.initrd_addr_max + 1
		   : 4 * AB_GiB;
}

/* What is fixed must be where the kernel can be told of it; ACPI tables it finds by 64-bit
 * pointers on any way in. */
static enum ab_err check_fixed(const struct ab_plan *plan, const struct ab_region *r,
			       struct ab_error *why)
{
	uint64_t limit = r->kind == AB_REGION_INITRD ? initrd_limit(plan) : 4 * AB_GiB;

	if (ab_boot_reach(plan) == 0 || r->kind == AB_REGION_ACPI ||
	    ab_within(r->base, r->size, limit))
		return AB_OK;
	return ab_fail(why, AB_ERR_ARG, "payload.fixed.base", r->base, "beyond the kernel's reach");
}

/* Take a kind's region out again. */
static void drop(struct ab_plan *plan, enum ab_region_kind kind)
{
	uint32_t to = 0;

	for (uint32_t i = 0; i < plan->n_regions; i++)
		if (plan->region[i].kind != kind)
			plan->region[to++] = plan->region[i];
	plan->n_regions = to;
}

/* Add a region of size bytes where the window has room. One that is there has been fixed: it gets
 * its size. */
static enum ab_err put(struct ab_plan *plan, enum ab_region_kind kind, uint64_t size,
		       struct ab_window win, struct ab_error *why)
{
	const struct ab_region *held = ab_plan_region(plan, kind);
	struct ab_region r = make(kind, held != NULL ? held->base : 0, size);
	struct ab_memmap map;

	if (held != NULL) {
		drop(plan, kind);
		return add_ram(plan, &r, why);
	}
	map = ab_plan_memmap(plan);
	win.align = ab_boot_trait(kind)->align;
	if (!ab_memmap_find(&map, r.size, &win, &r.base))
		return ab_fail(why, AB_ERR_NOSPACE, r.name, r.size, "machine.ram");
	return add_ram(plan, &r, why);
}

/* The lowest place: conventional memory first, then above 1 MiB. What is large goes there at once:
 * the kernel needs conventional memory of its own to start other CPUs. */
static enum ab_err put_low(struct ab_plan *plan, enum ab_region_kind kind, uint64_t size,
			   struct ab_error *why)
{
	uint64_t lo = size <= LOW_MOST ? AB_X86_LOW : AB_X86_HIGH;

	return put(plan, kind, size, (struct ab_window){ lo, 4 * AB_GiB, 1, false }, why);
}

static enum ab_err measure_built(const struct ab_plan *plan, enum ab_region_kind kind, size_t *size,
				 struct ab_error *why)
{
	struct ab_buf measure = ab_buf_over(NULL, 0);

	ab_boot_build(plan, kind, 0, &measure);
	*size = measure.len;
	return ab_buf_end(&measure, ab_boot_trait(kind)->name, why);
}

/* Does a plan have a region of a kind? INITRD and SETUP_DATA: unless it turns out empty. */
static bool applies(const struct ab_plan *plan, enum ab_region_kind kind)
{
	const struct ab_boot_protocol *p = ab_boot_protocol(plan->protocol);

	switch (kind) {
	case AB_REGION_CMDLINE:
		return plan->payload->cmdline != NULL;
	case AB_REGION_ZERO_PAGE:
	case AB_REGION_SETUP_DATA:
		return p->zero_page;
	case AB_REGION_START_INFO:
		return !p->zero_page;
	case AB_REGION_PAGE_TABLES:
		return p->long_mode;
	case AB_REGION_ACPI:
		return plan->acpi.n_tables != 0;
	default:
		return true;
	}
}

/* Measure a built region and give it the lowest place. */
static enum ab_err put_built(struct ab_plan *plan, enum ab_region_kind kind, struct ab_error *why)
{
	size_t size;
	enum ab_err err;

	if (!applies(plan, kind))
		return AB_OK;
	if ((err = measure_built(plan, kind, &size, why)))
		return err;
	plan->work = size > plan->work ? size : plan->work;
	if (size != 0)
		return put_low(plan, kind, size, why);
	drop(plan, kind);
	return AB_OK;
}

/* Bytes that a fixed region comes to. Where that depends on the map, as it may yet grow: by tables
 * and blobs, each two entries. */
static enum ab_err fixed_size(const struct ab_plan *plan, enum ab_region_kind kind, uint64_t *size,
			      struct ab_error *why)
{
	struct ab_memmap map = ab_plan_memmap(plan);
	size_t more = 2 * (3 + plan->payload->blobs.n);
	size_t built = 0;
	enum ab_err err;

	*size = 0;
	if (!applies(plan, kind))
		return AB_OK;
	if (kind == AB_REGION_INITRD)
		return ab_boot_initrd_size(plan->payload, size, why);
	if (kind == AB_REGION_ACPI) {
		*size = plan->acpi.size;
		return AB_OK;
	}
	if ((err = measure_built(plan, kind, &built, why)))
		return err;
	*size = built;
	if (kind == AB_REGION_START_INFO)
		*size += 24 * more;
	else if (kind == AB_REGION_SETUP_DATA && ab_memmap_count(&map) + more > AB_E820_MAX)
		*size += 24 + 20 * more;
	return AB_OK;
}

/* What has an address of the caller's comes before what goes where there is room. */
static enum ab_err add_fixed(struct ab_plan *plan, struct ab_error *why)
{
	const struct ab_fixed_list *f = &plan->payload->fixed;
	struct ab_region r;
	uint64_t size;
	enum ab_err err;

	for (size_t i = 0; i < f->n; i++) {
		if (f->at[i].kind == AB_REGION_KERNEL)
			continue;
		if ((err = fixed_size(plan, f->at[i].kind, &size, why)))
			return err;
		r = make(f->at[i].kind, f->at[i].base, size);
		if (size != 0 &&
		    ((err = check_fixed(plan, &r, why)) || (err = add_ram(plan, &r, why))))
			return err;
	}
	return AB_OK;
}

static struct ab_region blob_region(const struct ab_plan *plan, size_t i)
{
	const struct ab_blob *b = &plan->payload->blobs.at[i];
	struct ab_region r = make(AB_REGION_BLOB, b->base, b->bytes.size);

	r.name = b->name;
	r.index = (uint32_t)i;
	r.type = b->type != 0 ? b->type : r.type;
	return r;
}

/* Reservations, and blobs with an address of their own. A blob may lie among the ROMs, where
 * kernels scan for more than is made here; it is not RAM there. */
static enum ab_err add_callers(struct ab_plan *plan, struct ab_error *why)
{
	const struct ab_payload *p = plan->payload;
	enum ab_err err;

	for (size_t i = 0; i < p->reserve.n; i++) {
		struct ab_region r =
		    make(AB_REGION_RESERVED, p->reserve.at[i].base, p->reserve.at[i].size);

		r.name = p->reserve.at[i].name;
		r.index = (uint32_t)i;
		if ((err = add(plan, &r, why)))
			return err;
	}
	for (size_t i = 0; i < p->blobs.n; i++) {
		struct ab_region r = blob_region(plan, i);

		if (r.type == AB_MEM_RAM &&
		    ab_overlaps(r.base, r.size, AB_X86_LEGACY, AB_X86_LEGACY_SIZE))
			return ab_fail(why, AB_ERR_OVERLAP, r.name, r.base,
				       ab_boot_trait(AB_REGION_LEGACY)->name);
		if (r.base != 0 && (err = add_ram(plan, &r, why)))
			return err;
	}
	return AB_OK;
}

/* Blobs that may lie anywhere come after everything with an address of its own. */
static enum ab_err add_free_blobs(struct ab_plan *plan, struct ab_error *why)
{
	const struct ab_window win = { AB_X86_HIGH, 4 * AB_GiB, 4096, true };
	enum ab_err err;

	for (size_t i = 0; i < plan->payload->blobs.n; i++) {
		struct ab_region r = blob_region(plan, i);
		struct ab_memmap map = ab_plan_memmap(plan);

		if (r.base != 0)
			continue;
		if (!ab_memmap_find(&map, r.size, &win, &r.base))
			return ab_fail(why, AB_ERR_NOSPACE, r.name, r.size, "machine.ram");
		if ((err = add(plan, &r, why)))
			return err;
	}
	return AB_OK;
}

static enum ab_err add_windows(struct ab_plan *plan, struct ab_error *why)
{
	const struct ab_machine *m = plan->machine;
	enum ab_err err;

	for (size_t i = 0; i < m->devs.n; i++) {
		struct ab_region r = make(AB_REGION_ECAM, m->devs.at[i].base, m->devs.at[i].size);

		if (m->devs.at[i].type == AB_DEV_PCIE_ECAM && (err = add(plan, &r, why)))
			return err;
	}
	return AB_OK;
}

/* What kernels scan for, and where guests jump to restart. */
static enum ab_err add_scanned(struct ab_plan *plan, struct ab_error *why)
{
	const struct {
		uint64_t base, size;
		enum ab_region_kind kind;
		bool wanted;
	} all[] = {
		{ AB_X86_RSDP, AB_X86_RSDP_SIZE, AB_REGION_RSDP, plan->acpi.n_tables != 0 },
		{ AB_X86_MP_POINTER, AB_X86_MP_POINTER_SIZE, AB_REGION_MP_POINTER,
		  plan->machine->tables == AB_TABLES_MP },
		{ AB_X86_RESET, AB_X86_RESET_SIZE, AB_REGION_RESET_VECTOR, true },
	};
	enum ab_err err;

	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++) {
		struct ab_region r = make(all[i].kind, all[i].base, all[i].size);

		if (all[i].wanted && (err = add(plan, &r, why)))
			return err;
	}
	return AB_OK;
}

/* Video memory and ROM areas are never RAM to a guest: whatever is still free of them. */
static enum ab_err add_legacy(struct ab_plan *plan, struct ab_error *why)
{
	uint64_t at = AB_X86_LEGACY;
	enum ab_err err;

	for (uint32_t i = 0; at < AB_X86_HIGH; i++) {
		const struct ab_region *r = i < plan->n_regions ? &plan->region[i] : NULL;
		uint64_t end = r != NULL && r->base < AB_X86_HIGH ? r->base : AB_X86_HIGH;
		uint64_t next = end < AB_X86_HIGH ? end + r->size : AB_X86_HIGH;
		struct ab_region gap = make(AB_REGION_LEGACY, at, end - at);

		if (next <= at) /* all of it below */
			continue;
		if (at < end) {
			if ((err = add(plan, &gap, why)))
				return err;
			i++; /* r has moved up */
		}
		at = next;
	}
	return AB_OK;
}

/* Tables lie at the top of RAM below 4 GiB, as firmware puts them. */
static enum ab_err add_tables(struct ab_plan *plan, bool mp, struct ab_error *why)
{
	struct ab_window top = { AB_X86_HIGH, 4 * AB_GiB, 4096, true };
	struct ab_buf measure = ab_buf_over(NULL, 0);
	enum ab_err err;

	if (mp) {
		ab_x86_mp_table(plan->machine, 0, &measure);
		if ((err = ab_buf_end(&measure, "MP table", why)))
			return err;
		plan->work = measure.len > plan->work ? measure.len : plan->work;
		return put(plan, AB_REGION_MP_TABLE, measure.len, top, why);
	}
	if (plan->acpi.n_tables == 0)
		return AB_OK;
	plan->work = plan->acpi.largest > plan->work ? (size_t)plan->acpi.largest : plan->work;
	if (plan->acpi.has_facs && (err = put(plan, AB_REGION_FACS, 64, top, why)))
		return err;
	return put(plan, AB_REGION_ACPI, plan->acpi.size, top, why);
}

/* Highest place below the limit; else, where the kernel takes it from there, the lowest above
 * 4 GiB. */
static enum ab_err add_initrd(struct ab_plan *plan, struct ab_error *why)
{
	const struct ab_window above = { 4 * AB_GiB, 0, 4096, false };
	const struct ab_window win = { AB_X86_HIGH, initrd_limit(plan), 4096, true };
	uint64_t size;
	enum ab_err err;

	if ((err = ab_boot_initrd_size(plan->payload, &size, why)) || size == 0)
		return err;
	err = put(plan, AB_REGION_INITRD, size, win, why);
	if (err != AB_ERR_NOSPACE || ab_boot_reach(plan) != 0 ||
	    ab_boot_fixed(plan, AB_REGION_INITRD) != NULL)
		return err;
	return put(plan, AB_REGION_INITRD, size, above, why);
}

/* Now that every address is known: a header of old may have no place for one of them. */
static enum ab_err check_zero_page(const struct ab_plan *plan, struct ab_error *why)
{
	size_t size;

	return measure_built(plan, AB_REGION_ZERO_PAGE, &size, why);
}

/* SDM 4.5: the lower half of linear addresses, and with five levels all physical ones. */
static enum ab_err put_page_tables(struct ab_plan *plan, struct ab_error *why)
{
	bool la57 = (plan->payload->flags & AB_LA57) != 0;
	uint64_t limit = ab_boot_paging_limit(plan);

	if (applies(plan, AB_REGION_PAGE_TABLES) && !la57 && limit > UINT64_C(1) << 47)
		return ab_fail(why, AB_ERR_ARG, "page tables", limit,
			       "more than four levels map: set AB_LA57");
	return put_built(plan, AB_REGION_PAGE_TABLES, why);
}

/* What RAM is to the guest is settled first, as maps count their entries; then what lies in it. */
enum ab_err ab_boot_layout(struct ab_plan *plan, struct ab_error *why)
{
	static const enum ab_region_kind first[] = { AB_REGION_GDT, AB_REGION_CMDLINE,
						     AB_REGION_ZERO_PAGE, AB_REGION_SETUP_DATA };
	bool mp = plan->machine->tables == AB_TABLES_MP;
	struct ab_region kernel = make(AB_REGION_KERNEL, 0, 0);
	enum ab_err err;

	if ((err = add_windows(plan, why)) || (err = add_scanned(plan, why)) ||
	    (err = add_callers(plan, why)) || (err = add_legacy(plan, why)) ||
	    (err = add_fixed(plan, why)) || (err = ab_boot_kernel_region(plan, &kernel, why)) ||
	    (err = add_ram(plan, &kernel, why)) || (err = add_tables(plan, mp, why)) ||
	    (err = add_free_blobs(plan, why)))
		return err;
	for (size_t i = 0; i < sizeof(first) / sizeof(first[0]); i++)
		if ((err = put_built(plan, first[i], why)))
			return err;
	if ((err = add_initrd(plan, why)) || (err = put_built(plan, AB_REGION_START_INFO, why)) ||
	    (err = put_page_tables(plan, why)))
		return err;
	return applies(plan, AB_REGION_ZERO_PAGE) ? check_zero_page(plan, why) : AB_OK;
}
