/* SPDX-License-Identifier: BSD-2-Clause */
/* WAET: workarounds for real hardware's faults that an emulated device does not need. */
#include "acpi_priv.h"

/* Windows ACPI Emulated Devices Table 1.0. Bit 0, "RTC good", would promise that interrupts come
 * without register C being read: a plain MC146818 does not do that, so it is never set. */
void ab_acpi_waet(const struct ab_machine *m, struct ab_buf *out)
{
	size_t start;

	if (ab_machine_dev(m, AB_DEV_ACPI_PM, 0) == NULL)
		return;
	start = ab_acpi_begin(m, "WAET", 1, out);
	ab_put_le(out, 1 << 1,
		  4); /* 36 Emulated Device Flags: one read of the PM timer is enough */
	ab_acpi_end(out, start);
}
