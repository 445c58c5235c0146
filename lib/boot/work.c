/* SPDX-License-Identifier: BSD-2-Clause */
/* Work memory for a kernel that is yet to be unpacked: what is built for it, at most. The codec's
 * is more than 128 KiB, so what is always smaller is not looked at: MP table, zero page, GDT. */
#include "boot_priv.h"

#include "../base/libc.h"
#include "../x86/layout.h"

static void at_least(size_t *need, uint64_t bytes)
{
	if (bytes > *need)
		*need = bytes < SIZE_MAX ? (size_t)bytes : SIZE_MAX;
}

/* The map has one entry a RAM range, and each region cut out of it adds two at most. */
static uint64_t map_entries_max(const struct ab_plan *plan)
{
	return (uint64_t)plan->machine->ram.n + UINT64_C(2) * AB_REGION_MAX;
}

static uint64_t setup_data_max(const struct ab_plan *plan)
{
	const struct ab_setup_data_list *list = &plan->payload->setup_data;
	uint64_t sum = 64 + plan->payload->rng_seed.size + 20 * map_entries_max(plan);

	for (size_t i = 0; i < list->n; i++)
		sum += 64 + list->at[i].bytes.size;
	return sum;
}

/* Where identity tables may have to reach: a fixed address, and what lies there is not larger than
 * most bytes. */
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

#define RESERVED_NODE 96 /* of a tree: begin, name, reg, no-map, end */
#define TREE_MORE 256 /* the node around those, and the initrd's address and names */

/* A tree or an EFI map tells of regions that have no place yet: of each, and once more for each RAM
 * range that one may reach into. */
static enum ab_err arm64_max(const struct ab_plan *plan, size_t *bytes, struct ab_error *why)
{
	static const enum ab_region_kind built[] = { AB_REGION_DTB, AB_REGION_EFI,
						     AB_REGION_SMBIOS };
	const struct ab_payload *p = plan->payload;
	const size_t n = plan->acpi.n_tables != 0 ? sizeof(built) / sizeof(built[0]) : 1;
	enum ab_err err;

	for (size_t i = 0; i < n; i++) {
		struct ab_buf measure = ab_buf_over(NULL, 0);

		if ((err = ab_boot_build_(plan, built[i], 0, &measure, why)))
			return err;
		at_least(bytes, (uint64_t)measure.len + TREE_MORE +
				    RESERVED_NODE * ((uint64_t)p->reserve.n + p->blobs.n +
						     plan->machine->ram.n));
	}
	at_least(bytes, plan->acpi.largest);
	at_least(bytes, AB_EFI_DESC_SIZE * map_entries_max(plan));
	return AB_OK;
}

enum ab_err ab_boot_work_max_(const struct ab_plan *plan, size_t *bytes, struct ab_error *why)
{
	const struct ab_payload *p = plan->payload;
	struct ab_x86_paging paging = { (p->flags & AB_LA57) != 0 ? 5 : 4, false, 0 };
	struct ab_buf measure = ab_buf_over(NULL, 0);
	enum ab_err err;

	if (plan->machine->arch == AB_ARCH_ARM64)
		return arm64_max(plan, bytes, why);
	at_least(bytes, plan->acpi.largest);
	at_least(bytes, plan->machine->smbios != NULL ? AB_X86_SMBIOS_SIZE : 0);
	at_least(bytes, setup_data_max(plan));
	at_least(bytes, 128 + 24 * map_entries_max(plan)); /* start_info, a module, its memmap */
	at_least(bytes, (uint64_t)ab_boot_cmdline_(plan).size + 1);
	paging.limit = paging_limit_max(plan, *bytes);
	ab_x86_page_tables(&paging, 0, &measure);
	if ((err = ab_buf_finish(&measure, "page tables", why)))
		return err;
	at_least(bytes, measure.len);
	return AB_OK;
}
