/* SPDX-License-Identifier: BSD-2-Clause */
/* Work memory for an arm64 guest whose kernel is not resolved yet: the most that its tables may
 * need. */
#include "boot_arm64.h"

#include <aetherboot/efi.h>

#include "../fdt/fdt_priv.h"

/* The device tree will also list an initrd and reservations whose addresses are not chosen yet:
 * one entry for each reservation, and one more for each RAM range into which a reservation may
 * extend. */
enum ab_err ab_boot_work_arm64_(const struct ab_plan *plan, size_t *bytes, struct ab_error *why)
{
	static const enum ab_region_kind built[] = { AB_REGION_DTB, AB_REGION_EFI,
						     AB_REGION_SMBIOS };
	const struct ab_payload *p = plan->payload;
	const size_t n = plan->acpi.n_tables != 0 ? sizeof(built) / sizeof(built[0]) : 1;
	const uint64_t reserved = (uint64_t)p->reserve.n + p->blobs.n + plan->machine->ram.n;
	enum ab_err err;

	for (size_t i = 0; i < n; i++) {
		struct ab_buf measure = ab_buf_over(NULL, 0);

		if ((err = ab_boot_build_(plan, built[i], 0, &measure, why)))
			return err;
		ab_boot_at_least_(bytes, (uint64_t)measure.len + AB_FDT_INITRD_MAX +
					     AB_FDT_RESERVED_MAX * (reserved + 1));
	}
	ab_boot_at_least_(bytes, plan->acpi.largest);
	ab_boot_at_least_(bytes, AB_EFI_DESC_SIZE * ab_boot_map_entries_max_(plan));
	return AB_OK;
}
