/* SPDX-License-Identifier: BSD-2-Clause */
/* Kinds of regions, and the plan's list of them. */
#include "boot_priv.h"

#include "../base/libc.h"
#include "../fdt/pools.h"
#include "../machine/machine_priv.h"

#define RAM AB_BACKING_RAM
#define NONE AB_BACKING_NONE

static const struct ab_region_trait traits[] = {
	/* kind                    name           type in the map  backing align pages */
	[AB_REGION_KERNEL] = { "kernel", AB_MEM_RAM, RAM, 4096, false },
	[AB_REGION_INITRD] = { "initrd", AB_MEM_RAM, RAM, 4096, false },
	[AB_REGION_CMDLINE] = { "command line", AB_MEM_RAM, RAM, 16, false },
	[AB_REGION_ZERO_PAGE] = { "zero page", AB_MEM_RAM, RAM, 4096, false },
	[AB_REGION_SETUP_DATA] = { "setup_data", AB_MEM_RAM, RAM, 16, false },
	[AB_REGION_GDT] = { "GDT", AB_MEM_RAM, RAM, 16, false },
	[AB_REGION_PAGE_TABLES] = { "page tables", AB_MEM_RAM, RAM, 4096, false },
	[AB_REGION_START_INFO] = { "start_info", AB_MEM_RAM, RAM, 16, false },
	[AB_REGION_MP_POINTER] = { "MP pointer", AB_MEM_RESERVED, RAM, 16, true },
	[AB_REGION_LEGACY] = { "legacy area", AB_MEM_RESERVED, NONE, 4096, false },
	[AB_REGION_RSDP] = { "RSDP", AB_MEM_RESERVED, RAM, 16, true },
	[AB_REGION_ACPI] = { "ACPI tables", AB_MEM_ACPI, RAM, 4096, true },
	[AB_REGION_FACS] = { "FACS", AB_MEM_NVS, RAM, 4096, true },
	[AB_REGION_MP_TABLE] = { "MP table", AB_MEM_RESERVED, RAM, 4096, true },
	[AB_REGION_ECAM] = { "PCIe ECAM", AB_MEM_RESERVED, NONE, 4096, false },
	[AB_REGION_RESERVED] = { "reservation", AB_MEM_RESERVED, NONE, 1, false },
	[AB_REGION_BLOB] = { "blob", AB_MEM_RESERVED, RAM, 4096, false },
	[AB_REGION_RESET_VECTOR] = { "reset vector", AB_MEM_RESERVED, RAM, 16, false },
	[AB_REGION_DTB] = { "device tree", AB_MEM_RAM, RAM, 8, false },
	[AB_REGION_EFI] = { "EFI tables", AB_MEM_ACPI, RAM, 4096, true },
	[AB_REGION_EFI_MAP] = { "EFI memory map", AB_MEM_RAM, RAM, 4096, false },
	[AB_REGION_SMBIOS] = { "SMBIOS", AB_MEM_ACPI, RAM, 4096, true },
	[AB_REGION_HOLE] = { "hole", AB_MEM_RESERVED, NONE, 4096, false },
#ifndef AB_WITHOUT_X86_64
	[AB_REGION_MODULE] = { "module", AB_MEM_RAM, RAM, 4096, false },
	[AB_REGION_BDA] = { "BIOS data area", AB_MEM_RAM, RAM, 16, false },
	[AB_REGION_MULTIBOOT_INFO] = { "Multiboot information", AB_MEM_RAM, RAM, 16, false },
#endif
};

_Static_assert(sizeof(traits) / sizeof(traits[0]) <= 32, "a kind is a bit of AB_BOOT_KIND()");

const struct ab_region_trait *ab_boot_trait_(enum ab_region_kind kind)
{
	return &traits[(size_t)kind < sizeof(traits) / sizeof(traits[0]) ? kind : 0];
}

struct ab_region ab_boot_region_(enum ab_region_kind kind, uint64_t base, uint64_t size)
{
	const struct ab_region_trait *t = ab_boot_trait_(kind);

	if (t->whole_pages) /* only tables, whose sizes cannot wrap */
		size = (size + 4095) & ~UINT64_C(4095);
	return (struct ab_region){ base, size, kind, t->type, t->backing, 0, t->name };
}

struct ab_memmap ab_plan_memmap(const struct ab_plan *plan)
{
	return (struct ab_memmap){ plan->machine->ram, plan->regions.at, plan->regions.n };
}

const struct ab_region *ab_plan_region(const struct ab_plan *plan, enum ab_region_kind kind)
{
	return ab_regions_find(&plan->regions, kind);
}

uint64_t ab_boot_gpa_(const struct ab_plan *plan, enum ab_region_kind kind)
{
	const struct ab_region *r = ab_plan_region(plan, kind);

	return r != NULL ? r->base : 0;
}

uint64_t ab_boot_size_(const struct ab_plan *plan, enum ab_region_kind kind)
{
	const struct ab_region *r = ab_plan_region(plan, kind);

	return r != NULL ? r->size : 0;
}

enum ab_err ab_boot_nowhere_(const struct ab_region *r, struct ab_error *why)
{
	return ab_fail(why, AB_ERR_NOSPACE, r->name, r->size,
		       "machine.ram has no free range as large where it may lie");
}

enum ab_err ab_boot_no_room_(const struct ab_plan *plan, struct ab_error *why)
{
	return ab_fail(why, AB_ERR_NOSPACE, "plan.regions.n",
		       ab_plan_regions(plan->machine, plan->payload),
		       "plan.regions.cap must be as large, which is always enough");
}

static enum ab_err check_backing(const struct ab_plan *plan, const struct ab_region *r,
				 struct ab_error *why)
{
	const struct ab_memmap map = ab_plan_memmap(plan);

	return r->backing == AB_BACKING_RAM && !ab_memmap_is_ram(&map, r->base, r->size)
		   ? ab_fail(why, AB_ERR_NOSPACE, r->name, r->size,
			     "machine.ram does not cover its place")
		   : AB_OK;
}

enum ab_err ab_boot_add_(struct ab_plan *plan, const struct ab_region *r, struct ab_error *why)
{
	enum ab_err err;

	if ((err = check_backing(plan, r, why)))
		return err;
	err = ab_regions_add(&plan->regions, r, why);
	return err == AB_ERR_NOSPACE ? ab_boot_no_room_(plan, why) : err;
}

/* ---- many at once ------------------------------------------------------------------------- */

/* A region of @kind counts if its number is below @n; others count always. */
static bool counts(const struct ab_region *r, enum ab_region_kind kind, size_t n)
{
	return r->kind != kind || r->index < n;
}

/* True if two of the regions that count share a byte: then so do two neighbours. */
static bool any_clash(const struct ab_regions *list, enum ab_region_kind kind, size_t n)
{
	const struct ab_region *before = NULL;

	for (uint32_t i = 0; i < list->n; i++) {
		const struct ab_region *r = &list->at[i];

		if (!counts(r, kind, n))
			continue;
		if (before != NULL && r->base - before->base < before->size)
			return true;
		before = r;
	}
	return false;
}

/* Tell the first of @n regions that overlaps an earlier one. One does. */
static enum ab_err bad_region(const struct ab_plan *plan, enum ab_region_kind kind, size_t n,
			      size_t *bad, struct ab_error *why)
{
	const struct ab_region *r = plan->regions.at, *other = r;
	size_t lo = 0;

	while (n - lo > 1) { /* a clash of the first @n, none of the first @lo */
		const size_t mid = lo + (n - lo) / 2;

		if (any_clash(&plan->regions, kind, mid))
			n = mid;
		else
			lo = mid;
	}
	*bad = n - 1;
	while (r->kind != kind || r->index != *bad)
		r++;
	while (!counts(other, kind, *bad) ||
	       !ab_overlaps(r->base, r->size, other->base, other->size))
		other++;
	return ab_regions_clash_(r, other, why);
}

enum ab_err ab_boot_append_(struct ab_plan *plan, const struct ab_region *r, struct ab_error *why)
{
	struct ab_regions *list = &plan->regions;
	enum ab_err err;

	if ((err = check_backing(plan, r, why)))
		return err;
	if (list->at == NULL || list->n >= list->cap)
		return ab_boot_no_room_(plan, why);
	list->at[list->n++] = *r;
	return AB_OK;
}

enum ab_err ab_boot_sort_(struct ab_plan *plan, enum ab_region_kind kind, size_t n, size_t *bad,
			  struct ab_error *why)
{
	ab_regions_sort_(&plan->regions);
	return any_clash(&plan->regions, kind, n) ? bad_region(plan, kind, n, bad, why) : AB_OK;
}

enum ab_err ab_boot_add_all_(struct ab_plan *plan, enum ab_region_kind kind, size_t n,
			     ab_boot_given_at *at, size_t *bad, struct ab_error *why)
{
	enum ab_err err;

	for (*bad = 0; *bad < n; ++*bad) {
		const struct ab_region r = at(plan, *bad);

		if (r.size != 0 && (err = ab_boot_append_(plan, &r, why)))
			return err;
	}
	return ab_boot_sort_(plan, kind, n, bad, why);
}

enum ab_err ab_boot_put_(struct ab_plan *plan, struct ab_region r, const struct ab_window *win,
			 size_t n, struct ab_error *why)
{
	const struct ab_region *held = ab_plan_region(plan, r.kind);
	const uint32_t align = ab_boot_trait_(r.kind)->align;
	struct ab_memmap map;

	if (held != NULL) {
		r.base = held->base;
		ab_regions_drop(&plan->regions, r.kind);
		return ab_boot_add_(plan, &r, why);
	}
	map = ab_plan_memmap(plan);
	for (size_t i = 0; i < n; i++) {
		struct ab_window w = win[i];

		w.align = w.align > align ? w.align : align;
		if (ab_memmap_find(&map, r.size, &w, &r.base))
			return ab_boot_add_(plan, &r, why);
	}
	return ab_boot_nowhere_(&r, why);
}

enum ab_err ab_boot_bad_fixed_(const struct ab_plan *plan, const struct ab_fixed *f,
			       const char *rule, struct ab_error *why)
{
	return ab_fail_named_(why, AB_ERR_ARG, "payload.fixed[].base",
			      (uint64_t)(f - plan->payload->fixed.at),
			      ab_boot_trait_(f->kind)->name, f->base, rule);
}

/* Kinds of which a plan has one region, and the parts of the x86 legacy area between four
 * of them. */
_Static_assert(AB_REGION_MODULE + 5 <= AB_PLAN_REGIONS, "a usual plan has room");

/* Ranges that the caller's trees reserve; the machine may not be checked yet. */
static size_t count_pools(const struct ab_machine *machine)
{
	const struct ab_bytes_list *trees = &machine->fdt.overlays;
	size_t n = 0;

	for (size_t i = 0; trees->at != NULL && i < trees->n; i++)
		n += ab_fdt_pools_count_(trees->at[i]);
	return n;
}

size_t ab_plan_regions(const struct ab_machine *machine, const struct ab_payload *payload)
{
	size_t n = AB_PLAN_REGIONS;

	/* each range of the caller's may split a part of the legacy area, too */
	n += 2 * (payload->reserve.n + payload->blobs.n) + count_pools(machine);
	n += ab_boot_uki_pools_(payload) + payload->modules.n;
	for (size_t i = 0; i < machine->devs.n && machine->devs.at != NULL; i++)
		n += ab_dev_is_ecam_(&machine->devs.at[i]) ||
		     machine->devs.at[i].type == AB_DEV_RESERVED;
	return n;
}
