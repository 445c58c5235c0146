/* SPDX-License-Identifier: BSD-2-Clause */
/* HPET: the high precision event timer. */
#include "acpi_priv.h"

/* IA-PC HPET 1.0a, 3.2.4 */
void ab_acpi_hpet(const struct ab_machine *m, struct ab_buf *out)
{
	const struct ab_dev *d = ab_machine_dev(m, AB_DEV_HPET, 0);
	size_t start;

	if (d == NULL)
		return;
	start = ab_acpi_begin(m, "HPET", 1, out);
	ab_put_le_(out, d->hpet.caps, 4); /* 36 Event Timer Block ID */
	ab_acpi_gas_(&(struct ab_acpi_gas){ 0, 64, 0, d->base }, out); /* 40 Base Address */
	ab_put_le_(out, 0, 1); /* 52 HPET Number */
	ab_put_le_(out, 100, 2); /* 53 Main Counter Minimum Clock Tick */
	ab_put_le_(out, 0, 1); /* 55 Page Protection: none */
	ab_acpi_end(out, start);
}
