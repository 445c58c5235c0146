/* SPDX-License-Identifier: BSD-2-Clause */
/* Work memory for a kernel that is yet to be unpacked: what is built for it, at most. The codec's
 * is more than 128 KiB, so what is always smaller is not looked at: MP table, zero page, GDT. */
#include "boot.h"

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
	uint64_t limit = ab_boot_paging_limit(plan), end;

	for (size_t i = 0; i < f->n; i++)
		if (ab_boot_is_mapped(f->at[i].kind) && ab_add(f->at[i].base, most, &end) &&
		    end > limit)
			limit = end;
	return limit;
}

/* A layout without the kernel: what lies elsewhere later may take a few more entries and cells. */
static enum ab_err arm64_max(struct ab_plan *plan, size_t *bytes, struct ab_error *why)
{
	enum ab_err err = ab_boot_layout_arm64(plan, why);

	if (err != AB_OK)
		return err;
	at_least(bytes, (uint64_t)plan->work + 512 + 128 * (uint64_t)plan->payload->blobs.n);
	return AB_OK;
}

enum ab_err ab_boot_work_max(struct ab_plan *plan, size_t *bytes, struct ab_error *why)
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
	at_least(bytes, (uint64_t)ab_boot_cmdline(plan).size + 1);
	paging.limit = paging_limit_max(plan, *bytes);
	ab_x86_page_tables(&paging, 0, &measure);
	if ((err = ab_buf_end(&measure, "page tables", why)))
		return err;
	at_least(bytes, measure.len);
	return AB_OK;
}
