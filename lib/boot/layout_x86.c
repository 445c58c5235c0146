/* SPDX-License-Identifier: BSD-2-Clause */
/* Layout of a PC. Regions that shape the memory map come first, as the sizes of setup_data and
 * start_info depend on its entries. */
#include "boot_x86.h"

#include "../base/libc.h"
#include "../mem/mem_priv.h"
#include "../x86/layout.h"
#include "../x86/x86_priv.h"

#define LOW_MOST (64 * AB_KiB) /* most conventional memory that one region takes */

/* An extra that the kernel cannot take is left out. */
static enum ab_err tell_extras(struct ab_plan *plan, struct ab_error *why)
{
	const size_t size = plan->payload->rng_seed.size;
	struct ab_error e = { .code = AB_OK };

	(void)why;
	if (size != 0 && ab_boot_seed_x86_(plan).size == 0)
		(void)ab_fail(
		    &e, AB_ERR_UNSUPPORTED, "payload.rng_seed.size", size,
		    "the kernel's boot protocol has no field for a seed (before 2.09, pvh "
		    "or multiboot); it is left out");
	ab_boot_warn_(plan, &e);
	return AB_OK;
}

/* ---- below 1 MiB -------------------------------------------------------------------------- */

/* Add the tables that kernels scan for, and the reset vector, by which guests restart. */
static enum ab_err add_scanned(struct ab_plan *plan, struct ab_error *why)
{
	const struct {
		uint64_t base, size;
		enum ab_region_kind kind;
		bool wanted;
	} all[] = {
		{ AB_X86_MP_POINTER, AB_X86_MP_POINTER_SIZE, AB_REGION_MP_POINTER,
		  plan->machine->tables == AB_TABLES_MP },
		{ AB_X86_BDA, AB_X86_BDA_SIZE, AB_REGION_BDA, ab_boot_has_(plan, AB_REGION_BDA) },
		{ AB_X86_RESET, AB_X86_RESET_SIZE, AB_REGION_RESET_VECTOR, true },
	};
	enum ab_err err;

	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++) {
		struct ab_region r = ab_boot_region_(all[i].kind, all[i].base, all[i].size);

		if (!all[i].wanted)
			continue;
		if ((err = ab_boot_add_(plan, &r, why)))
			return err;
		ab_boot_at_least_(&plan->work, all[i].size);
	}
	return AB_OK;
}

/* Add SMBIOS among the ROMs, where kernels scan for it. */
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
		return ab_fail(why, AB_ERR_NOSPACE, r.name, size, "the ROM area has 56 KiB for it");
	return ab_boot_add_(plan, &r, why);
}

/* The free part of the video memory and ROM areas before region @i; size 0: there is none. */
static struct ab_region legacy_gap(const struct ab_region *at, uint32_t i)
{
	const uint64_t before = i != 0 ? at[i - 1].base + at[i - 1].size : 0,
		       base = before > AB_X86_LEGACY ? before : AB_X86_LEGACY;

	return ab_boot_region_(AB_REGION_LEGACY, base, at[i].base > base ? at[i].base - base : 0);
}

/* Reserve every free part of these areas, which are never RAM for a guest. The last region there is
 * the reset vector, at their end. The regions move up once, from the last one on, to let the parts
 * in. */
static enum ab_err add_legacy(struct ab_plan *plan, struct ab_error *why)
{
	struct ab_regions *list = &plan->regions;
	uint32_t low = 0, more = 0;

	for (; low < list->n && list->at[low].base < AB_X86_HIGH; low++)
		more += legacy_gap(list->at, low).size != 0;
	if (more > list->cap - list->n)
		return ab_boot_no_room_(plan, why);
	memmove(list->at + low + more, list->at + low, (list->n - low) * sizeof(list->at[0]));
	list->n += more;
	for (uint32_t i = low; more != 0;) { /* so many parts are still to come, further below */
		const struct ab_region gap = legacy_gap(list->at, --i);

		list->at[i + more] = list->at[i];
		if (gap.size != 0)
			list->at[i + --more] = gap;
	}
	return AB_OK;
}

/* ---- regions with an address of the caller's ---------------------------------------------- */

/* Limit at or below which initrds must end. */
static uint64_t initrd_limit(const struct ab_plan *plan)
{
	const struct ab_image *file = &plan->kernel.file;

	if (!ab_boot_has_(plan, AB_REGION_ZERO_PAGE))
		return 4 * AB_GiB;
	if (file->format == AB_IMAGE_BZIMAGE)
		return (uint64_t)file->bz.initrd_addr_max + 1;
	return ab_boot_is_long_mode_(plan) ? 4 * AB_GiB : AB_X86_INITRD_MAX_32 + UINT64_C(1);
}

/* True if the plan will have a region of a kind. INITRD and SETUP_DATA may still turn out empty. */
static bool applies(const struct ab_plan *plan, enum ab_region_kind kind)
{
	bool given;

	switch (kind) {
	case AB_REGION_CMDLINE: /* Multiboot information contains it */
		(void)ab_boot_cmdline_size_(plan, &given);
		return given && !ab_boot_has_(plan, AB_REGION_MULTIBOOT_INFO);
	case AB_REGION_ZERO_PAGE:
	case AB_REGION_SETUP_DATA:
	case AB_REGION_START_INFO:
	case AB_REGION_MULTIBOOT_INFO:
	case AB_REGION_PAGE_TABLES:
		return ab_boot_has_(plan, kind);
	case AB_REGION_ACPI:
	case AB_REGION_RSDP:
		return plan->acpi.n_tables != 0;
	default:
		return true;
	}
}

/* Compute the bytes that a fixed region may need. Tables and blobs may still be added to the
 * memory map, with two entries each. */
static enum ab_err fixed_size(struct ab_plan *plan, enum ab_region_kind kind, uint64_t *size,
			      struct ab_error *why)
{
	const struct ab_memmap map = ab_plan_memmap(plan);
	const size_t more = 2 * (3 + plan->payload->blobs.n);
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
		*size += more * AB_X86_START_INFO_ENTRY;
	else if (kind == AB_REGION_SETUP_DATA && ab_memmap_count(&map) + more > AB_E820_MAX)
		*size += AB_X86_SETUP_DATA_NODE + more * AB_X86_E820_ENTRY;
	return AB_OK;
}

/* Check that the kernel can take the address. ACPI tables may lie anywhere: every way finds them
 * by 64-bit pointers, or a copy of the RSDP, or by a scan. */
static enum ab_err fit(struct ab_plan *plan, struct ab_region *r, struct ab_error *why)
{
	const uint64_t limit = r->kind == AB_REGION_INITRD ? initrd_limit(plan) : 4 * AB_GiB;
	uint64_t size;
	enum ab_err err = fixed_size(plan, r->kind, &size, why);

	if (err != AB_OK || size == 0)
		return err;
	*r = ab_boot_region_(r->kind, r->base, size);
	if (ab_boot_reach_x86_(plan) == 0 || r->kind == AB_REGION_ACPI ||
	    r->kind == AB_REGION_RSDP || ab_within(r->base, r->size, limit))
		return AB_OK;
	return ab_boot_bad_fixed_(plan, ab_boot_fixed_(plan, r->kind),
				  "must be where the kernel can reach it", why);
}

static enum ab_err fit_rsdp(struct ab_plan *plan, struct ab_region *r, struct ab_error *why)
{
	return r->kind == AB_REGION_RSDP ? fit(plan, r, why) : AB_OK;
}

static enum ab_err fit_others(struct ab_plan *plan, struct ab_region *r, struct ab_error *why)
{
	return r->kind != AB_REGION_RSDP ? fit(plan, r, why) : AB_OK;
}

/* Add the RSDP where kernels scan for it, unless the caller says where. MB1 3.3: the information
 * has no field for it. */
static enum ab_err add_rsdp(struct ab_plan *plan, struct ab_error *why)
{
	const struct ab_fixed *f = ab_boot_fixed_(plan, AB_REGION_RSDP);
	struct ab_region r = ab_boot_region_(AB_REGION_RSDP, AB_X86_RSDP, AB_X86_RSDP_SIZE);
	struct ab_error e = { .code = AB_OK };

	if (!applies(plan, AB_REGION_RSDP))
		return AB_OK;
	ab_boot_at_least_(&plan->work, AB_X86_RSDP_SIZE);
	if (f == NULL)
		return ab_boot_add_(plan, &r, why);
	if (plan->protocol == AB_PROTOCOL_MULTIBOOT &&
	    (f->base < AB_X86_RSDP || f->base >= AB_X86_HIGH))
		(void)ab_fail_named_(&e, AB_ERR_UNSUPPORTED, "payload.fixed[].base",
				     (uint64_t)(f - plan->payload->fixed.at), r.name, f->base,
				     "kernels entered by multiboot look for it from 0xe0000 to "
				     "0xfffff only");
	ab_boot_warn_(plan, &e);
	return ab_boot_layout_fixed_(plan, fit_rsdp, why);
}

static enum ab_err add_fixed(struct ab_plan *plan, struct ab_error *why)
{
	return ab_boot_layout_fixed_(plan, fit_others, why);
}

/* ---- the others --------------------------------------------------------------------------- */

/* Add the tables at the top of RAM below 4 GiB, where firmware places them, too. */
static enum ab_err add_tables(struct ab_plan *plan, struct ab_error *why)
{
	const struct ab_window top = { AB_X86_HIGH, 4 * AB_GiB, 1, true };
	const struct ab_acpi_set *acpi = &plan->acpi;
	size_t size;
	enum ab_err err;

	if (plan->machine->tables == AB_TABLES_MP) {
		if ((err = ab_boot_measure_(plan, AB_REGION_MP_TABLE, &size, why)))
			return err;
		return ab_boot_put_(plan, ab_boot_region_(AB_REGION_MP_TABLE, 0, size), &top, 1,
				    why);
	}
	if (acpi->n_tables == 0)
		return AB_OK;
	ab_boot_at_least_(&plan->work, acpi->largest);
	if (acpi->has_facs) {
		if ((err = ab_boot_measure_(plan, AB_REGION_FACS, &size, why)) ||
		    (err = ab_boot_put_(plan, ab_boot_region_(AB_REGION_FACS, 0, size), &top, 1,
					why)))
			return err;
	}
	return ab_boot_put_(plan, ab_boot_region_(AB_REGION_ACPI, 0, acpi->size), &top, 1, why);
}

enum ab_err ab_boot_layout_free_x86_(struct ab_plan *plan, struct ab_error *why)
{
	return ab_boot_layout_free_(plan, AB_X86_HIGH, 4 * AB_GiB, why);
}

/* Measure a built region and add it at the lowest free address. A large region must be above 1
 * MiB, as the kernel needs conventional memory to start other CPUs. */
static enum ab_err put_built(struct ab_plan *plan, enum ab_region_kind kind, struct ab_error *why)
{
	struct ab_window low = { AB_X86_LOW, 4 * AB_GiB, 1, false };
	size_t size;
	enum ab_err err;

	if (!applies(plan, kind))
		return AB_OK;
	if ((err = ab_boot_measure_(plan, kind, &size, why)))
		return err;
	if (size == 0) {
		ab_regions_drop(&plan->regions, kind);
		return AB_OK;
	}
	if (size > LOW_MOST)
		low.lo = AB_X86_HIGH;
	return ab_boot_put_(plan, ab_boot_region_(kind, 0, size), &low, 1, why);
}

static enum ab_err add_low(struct ab_plan *plan, struct ab_error *why)
{
	static const enum ab_region_kind kinds[] = { AB_REGION_GDT, AB_REGION_CMDLINE,
						     AB_REGION_ZERO_PAGE, AB_REGION_SETUP_DATA };
	enum ab_err err;

	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if ((err = put_built(plan, kinds[i], why)))
			return err;
	return AB_OK;
}

/* The window of AB_MODULES_LOW: everything behind the kernel. */
static struct ab_window low_window(const struct ab_plan *plan)
{
	const struct ab_region *kernel = ab_plan_region(plan, AB_REGION_KERNEL);

	return (struct ab_window){ kernel->base + kernel->size, 4 * AB_GiB, 4096, false };
}

/* Add the initrd at the highest address below the limit; else at the lowest above 4 GiB, if the
 * kernel takes it from there. */
static enum ab_err add_initrd(struct ab_plan *plan, struct ab_error *why)
{
	const struct ab_window win[] = { { AB_X86_HIGH, initrd_limit(plan), 1, true },
					 { 4 * AB_GiB, 0, 1, false } };
	const struct ab_window low = low_window(plan);
	struct ab_region r = ab_boot_region_(AB_REGION_INITRD, 0, 0);
	enum ab_err err;

	if ((err = ab_boot_initrd_size_(plan, &r.size, why)) || r.size == 0)
		return err;
	if ((plan->payload->flags & AB_MODULES_LOW) != 0)
		return ab_boot_put_(plan, r, &low, 1, why);
	return ab_boot_put_(plan, r, win, ab_boot_reach_x86_(plan) != 0 ? 1 : 2, why);
}

static struct ab_region module_region(const struct ab_plan *plan, size_t i)
{
	struct ab_region r =
	    ab_boot_region_(AB_REGION_MODULE, 0, plan->payload->modules.at[i].bytes.size);

	r.index = (uint32_t)i;
	return r;
}

/* Add each module at the lowest free page behind the one before, and sort them in when all have
 * places: none is searched for among the others. *@bad: as of ab_boot_put_high_(). */
static enum ab_err put_modules_low(struct ab_plan *plan, size_t *bad, struct ab_error *why)
{
	const size_t n = plan->payload->modules.n;
	const struct ab_memmap map = ab_plan_memmap(plan);
	struct ab_window win = low_window(plan);
	enum ab_err err;

	for (*bad = 0; *bad < n; ++*bad) {
		struct ab_region r = module_region(plan, *bad);

		if (!ab_memmap_find(&map, r.size, &win, &r.base))
			return AB_ERR_NOSPACE;
		if ((err = ab_boot_append_(plan, &r, why))) {
			*bad = n;
			return err;
		}
		win.lo = r.base + r.size;
	}
	ab_regions_sort_(&plan->regions);
	return AB_OK;
}

/* Add modules, each at the highest free address below 4 GiB; with AB_MODULES_LOW at the lowest
 * behind the one before. */
static enum ab_err add_modules(struct ab_plan *plan, struct ab_error *why)
{
	const struct ab_module_list *list = &plan->payload->modules;
	size_t bad;
	enum ab_err err;

	if ((plan->payload->flags & AB_MODULES_LOW) != 0)
		err = put_modules_low(plan, &bad, why);
	else
		err = ab_boot_put_high_(plan, list->n, module_region, AB_X86_HIGH, 4 * AB_GiB, &bad,
					why);
	if (bad == list->n)
		return err;
	return ab_fail_at_(why, AB_ERR_NOSPACE, "payload.modules[].bytes.size", bad,
			   list->at[bad].bytes.size,
			   "machine.ram has no free range as large where modules may lie");
}

/* What tells of modules and the memory map. */
static enum ab_err add_info(struct ab_plan *plan, struct ab_error *why)
{
	const enum ab_err err = put_built(plan, AB_REGION_START_INFO, why);

	return err != AB_OK ? err : put_built(plan, AB_REGION_MULTIBOOT_INFO, why);
}

/* SDM 4.5: four levels map the lower half of linear addresses, five all physical ones. */
static enum ab_err add_page_tables(struct ab_plan *plan, struct ab_error *why)
{
	const bool la57 = (plan->payload->flags & AB_LA57) != 0;
	const uint64_t limit = ab_boot_paging_limit_(plan);

	if (applies(plan, AB_REGION_PAGE_TABLES) && !la57 && limit > UINT64_C(1) << 47)
		return ab_fail(why, AB_ERR_ARG, "payload.flags", plan->payload->flags,
			       "must have AB_LA57, as a region ends above 2^47");
	return put_built(plan, AB_REGION_PAGE_TABLES, why);
}

/* Check that the zero page can be built, now that every address is known: an old header may have
 * no field for one of them. */
static enum ab_err check_zero_page(struct ab_plan *plan, struct ab_error *why)
{
	size_t size;

	return applies(plan, AB_REGION_ZERO_PAGE)
		   ? ab_boot_measure_(plan, AB_REGION_ZERO_PAGE, &size, why)
		   : AB_OK;
}

ab_boot_step *const ab_boot_layout_x86_[] = {
	tell_extras,
	ab_boot_layout_devs_,
	add_scanned,
	add_smbios,
	add_rsdp,
	ab_boot_layout_callers_,
	add_legacy,
	add_fixed,
	ab_boot_layout_kernel_,
	add_tables,
	ab_boot_layout_free_x86_,
	add_low,
	add_initrd,
	add_modules,
	add_info,
	add_page_tables,
	check_zero_page,
	NULL,
};
