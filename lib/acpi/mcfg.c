/* SPDX-License-Identifier: BSD-2-Clause */
/* MCFG: the addresses of PCI Express configuration space. */
#include "acpi_priv.h"
#include "../machine/machine_priv.h"

/* PCI Firmware 3.3, 4.1.2: the base address is that of bus 0, even if the window begins later */
void ab_acpi_mcfg(const struct ab_machine *m, struct ab_buf *out)
{
	size_t start;

	if (!AB_ALL_BUILT || ab_machine_dev(m, AB_DEV_PCIE_ECAM, 0) == NULL)
		return;
	start = ab_acpi_begin(m, "MCFG", 1, out);
	ab_put_le_(out, 0, 8); /* 36 reserved */
	for (size_t i = 0; i < m->devs.n; i++) {
		const struct ab_dev *d = &m->devs.at[i];

		if (d->type != AB_DEV_PCIE_ECAM)
			continue;
		ab_put_le_(out, d->base - ((uint64_t)d->pcie.bus << 20), 8); /* 0 Base Address */
		ab_put_le_(out, d->pcie.segment, 2); /* 8 PCI Segment Group Number */
		ab_put_le_(out, d->pcie.bus, 1); /* 10 Start Bus Number */
		ab_put_le_(out, d->pcie.bus + ab_dev_buses_(d) - 1, 1); /* 11 End Bus Number */
		ab_put_le_(out, 0, 4); /* 12 reserved */
	}
	ab_acpi_end(out, start);
}
