/* SPDX-License-Identifier: BSD-2-Clause */
/* Builders that all ways share, and measuring by any builder. */
#include "boot_priv.h"

#include <aetherboot/smbios.h>

enum ab_err ab_boot_build_cmdline_(const struct ab_plan *plan, uint64_t base, struct ab_buf *out,
				   struct ab_error *why)
{
	const size_t start = out->len;

	(void)base;
	for (size_t i = 0; i <= ab_boot_n_addons_(plan); i++) {
		const struct ab_bytes piece = ab_boot_cmdline_(plan, i);

		if (piece.size != 0 && out->len != start)
			ab_put_str(out, " ");
		ab_put(out, piece.data, piece.size);
	}
	ab_put(out, NULL, 1);
	return ab_buf_finish(out, "command line", why);
}

enum ab_err ab_boot_build_rsdp_(const struct ab_plan *plan, uint64_t base, struct ab_buf *out,
				struct ab_error *why)
{
	(void)base;
	ab_acpi_rsdp(&plan->acpi, ab_boot_gpa_(plan, AB_REGION_ACPI), out);
	return ab_buf_finish(out, "RSDP", why);
}

enum ab_err ab_boot_build_facs_(const struct ab_plan *plan, uint64_t base, struct ab_buf *out,
				struct ab_error *why)
{
	(void)plan;
	(void)base;
	ab_acpi_facs(out);
	return ab_buf_finish(out, "FACS", why);
}

#define SMBIOS_TABLE 32 /* offset of the structures, behind the entry point of 24 bytes */

enum ab_err ab_boot_build_smbios_(const struct ab_plan *plan, uint64_t base, struct ab_buf *out,
				  struct ab_error *why)
{
	const struct ab_machine *m = plan->machine;
	struct ab_buf measure = ab_buf_over(NULL, 0);
	const size_t start = out->len;

	ab_smbios_table(m, m->smbios, &measure);
	ab_smbios_entry(base + SMBIOS_TABLE, (uint32_t)measure.len, out);
	ab_put(out, NULL, SMBIOS_TABLE - (out->len - start));
	ab_smbios_table(m, m->smbios, out);
	return ab_buf_finish(out, "SMBIOS", why);
}

/* ---- by kind ------------------------------------------------------------------------------ */

enum ab_err ab_boot_build_(const struct ab_plan *plan, enum ab_region_kind kind, uint64_t base,
			   struct ab_buf *out, struct ab_error *why)
{
	return plan->way->build[kind](plan, base, out, why);
}

enum ab_err ab_boot_measure_(struct ab_plan *plan, enum ab_region_kind kind, size_t *size,
			     struct ab_error *why)
{
	struct ab_buf measure = ab_buf_over(NULL, 0);
	enum ab_err err = ab_boot_build_(plan, kind, 0, &measure, why);

	*size = measure.len;
	if (err == AB_OK)
		ab_boot_at_least_(&plan->work, *size);
	return err;
}

uint64_t ab_boot_map_entries_max_(const struct ab_plan *plan)
{
	return (uint64_t)plan->machine->ram.n +
	       2 * (uint64_t)ab_plan_regions(plan->machine, plan->payload);
}
