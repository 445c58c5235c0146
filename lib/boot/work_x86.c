/* SPDX-License-Identifier: BSD-2-Clause */
/* Work memory for an x86 guest whose kernel is not resolved yet: the most that its tables may need.
 * The codec needs more than 64 KiB, so smaller tables do not count: MP table, zero page, GDT. */
#include "boot_x86.h"

#include "../x86/layout.h"
#include "../x86/x86_priv.h"

/* Count a region that lists the memory map: its present size, and all entries that may be added. */
static enum ab_err with_map(const struct ab_plan *plan, enum ab_region_kind kind, uint64_t more,
			    size_t *bytes, struct ab_error *why)
{
	struct ab_buf measure = ab_buf_over(NULL, 0);
	enum ab_err err = ab_boot_build_(plan, kind, 0, &measure, why);

	if (err == AB_OK)
		ab_boot_at_least_(bytes, (uint64_t)measure.len + more);
	return err;
}

/* Count Multiboot information: its present size in either version, the initrd, a load address that
 * the header may ask for, and entries that may be added. */
static enum ab_err multiboot_max(const struct ab_plan *plan, uint64_t entries, size_t *bytes,
				 struct ab_error *why)
{
	enum ab_err err = AB_OK;

	for (uint32_t version = 1; err == AB_OK && version <= 2; version++) {
		struct ab_buf measure = ab_buf_over(NULL, 0);

		err = ab_boot_multiboot_info_(plan, version, 0, &measure, why);
		ab_boot_at_least_(bytes, (uint64_t)measure.len + AB_X86_MULTIBOOT_MODULE +
					     AB_X86_MULTIBOOT_BASE +
					     entries * AB_X86_MULTIBOOT_ENTRY);
	}
	return err;
}

/* Compute the limit of the page tables. They may have to map a region at a fixed address, of at
 * most @most bytes. */
static uint64_t paging_limit_max(const struct ab_plan *plan, size_t most)
{
	const struct ab_fixed_list *f = &plan->payload->fixed;
	uint64_t limit = ab_boot_paging_limit_(plan), end;

	for (size_t i = 0; i < f->n; i++)
		if (ab_boot_is_mapped_(f->at[i].kind) && ab_add(f->at[i].base, most, &end) &&
		    end > limit)
			limit = end;
	return limit;
}

enum ab_err ab_boot_work_x86_(const struct ab_plan *plan, size_t *bytes, struct ab_error *why)
{
	const uint64_t entries = ab_boot_map_entries_max_(plan);
	struct ab_x86_paging paging = { (plan->payload->flags & AB_LA57) != 0 ? 5 : 4, false, 0 };
	struct ab_buf measure = ab_buf_over(NULL, 0);
	enum ab_err err;

	ab_boot_at_least_(bytes, plan->acpi.largest);
	ab_boot_at_least_(bytes, plan->machine->smbios != NULL ? AB_X86_SMBIOS_SIZE : 0);
	ab_boot_at_least_(bytes, (uint64_t)ab_boot_cmdline_size_(plan, NULL) + 1);
	if (ab_boot_has_(plan, AB_REGION_SETUP_DATA) &&
	    (err = with_map(plan, AB_REGION_SETUP_DATA,
			    AB_X86_SETUP_DATA_NODE + entries * AB_X86_E820_ENTRY, bytes, why)))
		return err;
	if ((ab_boot_has_(plan, AB_REGION_START_INFO) || ab_boot_unsettled_(plan)) &&
	    (err = with_map(plan, AB_REGION_START_INFO,
			    AB_X86_START_INFO_MODULE + entries * AB_X86_START_INFO_ENTRY, bytes,
			    why)))
		return err;
	if ((ab_boot_has_(plan, AB_REGION_MULTIBOOT_INFO) || ab_boot_unsettled_(plan)) &&
	    (err = multiboot_max(plan, entries, bytes, why)))
		return err;
	paging.limit = paging_limit_max(plan, *bytes);
	ab_x86_page_tables(&paging, 0, &measure);
	if ((err = ab_buf_finish(&measure, "page tables", why)))
		return err;
	ab_boot_at_least_(bytes, measure.len);
	return AB_OK;
}
