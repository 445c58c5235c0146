/* SPDX-License-Identifier: BSD-2-Clause */
/* GTDT: the interrupts of arm64's architected timers. */
#include "acpi_priv.h"

#include "../machine/machine_priv.h"

/* ACPI 5.2.25, table 5-123: bit 0 edge, bit 1 active low, bit 2 always on */
#define LEVEL_LOW_ALWAYS_ON 6

static void put_timer(uint32_t gsiv, struct ab_buf *out)
{
	ab_put_le_(out, gsiv, 4);
	ab_put_le_(out, gsiv != 0 ? LEVEL_LOW_ALWAYS_ON : 0, 4); /* 4 Flags */
}

/* ACPI 5.2.25, Generic Timer Description Table */
void ab_acpi_gtdt(const struct ab_machine *m, struct ab_buf *out)
{
	const struct ab_timer t = ab_machine_timer(m);
	size_t start;

	if (!ab_machine_has_gic_(m))
		return;
	start = ab_acpi_begin(m, "GTDT", 3, out);
	ab_put_le_(out, UINT64_MAX, 8); /* 36 CntControlBase: none */
	ab_put_le_(out, 0, 4); /* 44 reserved */
	put_timer(t.secure, out); /* 48 Secure EL1 Timer GSIV */
	put_timer(t.phys, out); /* 56 Non-Secure EL1 Timer GSIV */
	put_timer(t.virt, out); /* 64 Virtual EL1 Timer GSIV */
	put_timer(t.hyp, out); /* 72 EL2 Timer GSIV */
	ab_put_le_(out, UINT64_MAX, 8); /* 80 CntReadBase: none */
	ab_put_le_(out, 0, 8); /* 88 Platform Timer Count; 92 Platform Timer Offset */
	put_timer(t.hyp_virt, out); /* 96 Virtual EL2 Timer GSIV */
	ab_acpi_end(out, start);
}
