/* SPDX-License-Identifier: BSD-2-Clause */
/* WAET: faults of real hardware that the emulated devices do not have. */
#include "acpi_priv.h"

/* Windows ACPI Emulated Devices Table 1.0. Bit 0, "RTC good", is never set: it would promise
 * interrupts without a read of register C, which a plain MC146818 requires. */
void ab_acpi_waet(const struct ab_machine *m, struct ab_buf *out)
{
	size_t start;

	if (ab_machine_dev(m, AB_DEV_ACPI_PM, 0) == NULL)
		return;
	start = ab_acpi_begin(m, "WAET", 1, out);
	ab_put_le_(out, 1 << 1,
		   4); /* 36 Emulated Device Flags: one read of the PM timer is enough */
	ab_acpi_end(out, start);
}
