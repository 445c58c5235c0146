/* SPDX-License-Identifier: BSD-2-Clause */
/* Layout of a PC: an address for everything, from one list of regions. */
#include "regions.h"

#include "../x86/layout.h"

#define LOW_MOST (64 * AB_KiB) /* of conventional memory, for one thing */

/* Where initrds end, unless they may lie anywhere. */
static uint64_t initrd_limit(const struct ab_plan *plan)
{
	return plan->image.format == AB_IMAGE_BZIMAGE &&
		       ab_boot_protocol_(plan->protocol)->zero_page
		   ? (uint64_t)plan->image.bz.initrd_addr_max + 1
		   : 4 * AB_GiB;
}

/* The lowest place: conventional memory first, then above 1 MiB. What is large goes there at once:
 * the kernel needs conventional memory of its own to start other CPUs. */
static enum ab_err put_low(struct ab_plan *plan, enum ab_region_kind kind, uint64_t size,
			   struct ab_error *why)
{
	uint64_t lo = size <= LOW_MOST ? AB_X86_LOW : AB_X86_HIGH;

	return ab_boot_put_(plan, ab_boot_region_(kind, 0, size),
			    (struct ab_window){ lo, 4 * AB_GiB, 1, false }, why);
}

/* Does a plan have a region of a kind? INITRD and SETUP_DATA: unless it turns out empty. */
static bool applies(const struct ab_plan *plan, enum ab_region_kind kind)
{
	const struct ab_boot_protocol *p = ab_boot_protocol_(plan->protocol);

	switch (kind) {
	case AB_REGION_CMDLINE:
		return ab_boot_cmdline_(plan).data != NULL;
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
	if ((err = ab_boot_measure_(plan, kind, &size, why)))
		return err;
	if (size != 0)
		return put_low(plan, kind, size, why);
	ab_boot_drop_(plan, kind);
	return AB_OK;
}

/* Bytes that a fixed region comes to. Where that depends on the map, as it may yet grow: by tables
 * and blobs, each two entries. */
static enum ab_err fixed_size(struct ab_plan *plan, enum ab_region_kind kind, uint64_t *size,
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
		return ab_boot_initrd_size_(plan, size, why);
	if (kind == AB_REGION_ACPI) {
		*size = plan->acpi.size;
		return AB_OK;
	}
	if ((err = ab_boot_measure_(plan, kind, &built, why)))
		return err;
	*size = built;
	if (kind == AB_REGION_START_INFO)
		*size += 24 * more;
	else if (kind == AB_REGION_SETUP_DATA && ab_memmap_count(&map) + more > AB_E820_MAX)
		*size += 24 + 20 * more;
	return AB_OK;
}

/* What is fixed must be where the kernel can be told of it; ACPI tables it finds by 64-bit
 * pointers on any way in. */
enum ab_err ab_boot_fixed_x86_(struct ab_plan *plan, struct ab_region *r, struct ab_error *why)
{
	uint64_t limit = r->kind == AB_REGION_INITRD ? initrd_limit(plan) : 4 * AB_GiB;
	uint64_t size;
	enum ab_err err = fixed_size(plan, r->kind, &size, why);

	if (err != AB_OK || size == 0)
		return err;
	*r = ab_boot_region_(r->kind, r->base, size);
	if (ab_boot_reach_(plan) == 0 || r->kind == AB_REGION_ACPI ||
	    ab_within(r->base, r->size, limit))
		return AB_OK;
	return ab_fail(why, AB_ERR_ARG, "payload.fixed.base", r->base, "beyond the kernel's reach");
}

/* A blob may lie among the ROMs, where kernels scan for more than is made here; it is not RAM
 * there. */
static enum ab_err check_blobs(const struct ab_plan *plan, struct ab_error *why)
{
	const struct ab_blob_list *blobs = &plan->payload->blobs;

	for (size_t i = 0; i < blobs->n; i++) {
		const struct ab_blob *b = &blobs->at[i];

		if (b->base != 0 && b->type == AB_MEM_RAM &&
		    ab_overlaps(b->base, b->bytes.size, AB_X86_LEGACY, AB_X86_LEGACY_SIZE))
			return ab_fail(why, AB_ERR_OVERLAP, b->name, b->base,
				       ab_boot_trait_(AB_REGION_LEGACY)->name);
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
		struct ab_region r = ab_boot_region_(all[i].kind, all[i].base, all[i].size);

		if (all[i].wanted && (err = ab_boot_add_(plan, &r, why)))
			return err;
	}
	return AB_OK;
}

/* Among the ROMs, too, if it is asked for. */
static enum ab_err add_smbios(struct ab_plan *plan, struct ab_error *why)
{
	struct ab_region r;
	size_t size;
	enum ab_err err;

	if (plan->machine->smbios == NULL)
		return AB_OK;
	if ((err = ab_boot_measure_(plan, AB_REGION_SMBIOS, &size, why)))
		return err;
	r = ab_boot_region_(AB_REGION_SMBIOS, AB_X86_SMBIOS, size);
	r.type = AB_MEM_RESERVED;
	if (r.size > AB_X86_SMBIOS_SIZE)
		return ab_fail(why, AB_ERR_NOSPACE, r.name, size,
			       "more than 56 KiB of the ROM area");
	return ab_boot_add_(plan, &r, why);
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
		struct ab_region gap = ab_boot_region_(AB_REGION_LEGACY, at, end - at);

		if (next <= at) /* all of it below */
			continue;
		if (at < end) {
			if ((err = ab_boot_add_(plan, &gap, why)))
				return err;
			i++; /* r has moved up */
		}
		at = next;
	}
	return AB_OK;
}

/* Tables lie at the top of RAM below 4 GiB, as firmware puts them. */
static enum ab_err add_tables(struct ab_plan *plan, struct ab_error *why)
{
	const struct ab_window top = { AB_X86_HIGH, 4 * AB_GiB, 1, true };
	const struct ab_acpi_set *acpi = &plan->acpi;
	size_t size;
	enum ab_err err;

	if (plan->machine->tables == AB_TABLES_MP) {
		if ((err = ab_boot_measure_(plan, AB_REGION_MP_TABLE, &size, why)))
			return err;
		return ab_boot_put_(plan, ab_boot_region_(AB_REGION_MP_TABLE, 0, size), top, why);
	}
	if (acpi->n_tables == 0)
		return AB_OK;
	plan->work = acpi->largest > plan->work ? (size_t)acpi->largest : plan->work;
	if (acpi->has_facs &&
	    (err = ab_boot_put_(plan, ab_boot_region_(AB_REGION_FACS, 0, 64), top, why)))
		return err;
	return ab_boot_put_(plan, ab_boot_region_(AB_REGION_ACPI, 0, acpi->size), top, why);
}

/* Highest place below the limit; else, where the kernel takes it from there, the lowest above
 * 4 GiB. */
static enum ab_err add_initrd(struct ab_plan *plan, struct ab_error *why)
{
	const struct ab_window above = { 4 * AB_GiB, 0, 1, false };
	const struct ab_window win = { AB_X86_HIGH, initrd_limit(plan), 1, true };
	struct ab_region r = ab_boot_region_(AB_REGION_INITRD, 0, 0);
	enum ab_err err;

	if ((err = ab_boot_initrd_size_(plan, &r.size, why)) || r.size == 0)
		return err;
	err = ab_boot_put_(plan, r, win, why);
	if (err != AB_ERR_NOSPACE || ab_boot_reach_(plan) != 0 ||
	    ab_boot_fixed_(plan, AB_REGION_INITRD) != NULL)
		return err;
	return ab_boot_put_(plan, r, above, why);
}

/* SDM 4.5: the lower half of linear addresses, and with five levels all physical ones. */
static enum ab_err put_page_tables(struct ab_plan *plan, struct ab_error *why)
{
	bool la57 = (plan->payload->flags & AB_LA57) != 0;
	uint64_t limit = ab_boot_paging_limit_(plan);

	if (applies(plan, AB_REGION_PAGE_TABLES) && !la57 && limit > UINT64_C(1) << 47)
		return ab_fail(why, AB_ERR_ARG, "page tables", limit,
			       "more than four levels map: set AB_LA57");
	return put_built(plan, AB_REGION_PAGE_TABLES, why);
}

/* What RAM is to the guest is settled first, as maps count their entries; then what lies in it. */
enum ab_err ab_boot_layout_x86_(struct ab_plan *plan, struct ab_error *why)
{
	static const enum ab_region_kind first[] = { AB_REGION_GDT, AB_REGION_CMDLINE,
						     AB_REGION_ZERO_PAGE, AB_REGION_SETUP_DATA };
	const struct ab_window blobs = { AB_X86_HIGH, 4 * AB_GiB, 4096, true };
	struct ab_region kernel = ab_boot_region_(AB_REGION_KERNEL, 0, 0);
	size_t size;
	enum ab_err err;

	if ((err = ab_boot_add_windows_(plan, why)) || (err = add_scanned(plan, why)) ||
	    (err = add_smbios(plan, why)) || (err = check_blobs(plan, why)) ||
	    (err = ab_boot_add_callers_(plan, why)) || (err = add_legacy(plan, why)) ||
	    (err = ab_boot_add_fixed_(plan, why)) ||
	    (err = ab_boot_kernel_region_(plan, &kernel, why)) ||
	    (err = ab_boot_add_ram_(plan, &kernel, why)) || (err = add_tables(plan, why)) ||
	    (err = ab_boot_add_free_blobs_(plan, &blobs, why)))
		return err;
	for (size_t i = 0; i < sizeof(first) / sizeof(first[0]); i++)
		if ((err = put_built(plan, first[i], why)))
			return err;
	if ((err = add_initrd(plan, why)) || (err = put_built(plan, AB_REGION_START_INFO, why)) ||
	    (err = put_page_tables(plan, why)))
		return err;
	/* now that every address is known: an old header may have no place for one of them */
	if (applies(plan, AB_REGION_ZERO_PAGE) &&
	    (err = ab_boot_measure_(plan, AB_REGION_ZERO_PAGE, &size, why)))
		return err;
	return ab_boot_entry_address_(plan, &plan->entry, why);
}
