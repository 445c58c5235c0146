/* SPDX-License-Identifier: BSD-2-Clause */
/* PCIe host bridges. */
#include "fdt_priv.h"
#include "../machine/machine_priv.h"

/* phys.hi of an address in the three spaces. IEEE 1275's PCI binding, 2.2.1.1, cited by DTSPEC */
#define PCI_IO 0x01000000
#define PCI_MEM32 0x02000000
#define PCI_MEM64 0x03000000

/* <pci address (3), parent address (2), size (2)> */
static uint32_t *window(uint32_t *cell, uint32_t space, uint64_t pci, const struct ab_range *r)
{
	if (r->size == 0)
		return cell;
	*cell++ = space;
	cell = ab_fdt_put64_(cell, pci);
	cell = ab_fdt_put64_(cell, r->base);
	return ab_fdt_put64_(cell, r->size);
}

static void ranges(struct ab_fdt *f, const struct ab_pcie *p)
{
	uint32_t cell[21], *end = cell;

	end = window(end, PCI_IO, 0, &p->pio);
	end = window(end, PCI_MEM32, p->mmio32.base, &p->mmio32);
	end = window(end, PCI_MEM64, p->mmio64.base, &p->mmio64);
	ab_fdt_p_cells_(f, AB_P_RANGES, cell, (size_t)(end - cell));
}

/* Map the swizzled pins of devices 0 to 3. The mask makes the other devices equal to these. */
static void interrupt_map(struct ab_fdt *f, const struct ab_machine *m, const struct ab_dev *d)
{
	static const uint32_t mask[4] = { 3 << 11, 0, 0, 7 };
	uint32_t cell[16 * 10], *at = cell;
	bool wide = m->arm64.gic.its.n != 0 ||
		    m->arm64.gic.v2m != 0; /* the GIC's #address-cells are 2, not 0 */

	for (uint32_t i = 0; i < 16; i++) {
		uint32_t slot = i / 4, pin = i % 4, intid = d->pcie.intx[(slot + pin) % 4];

		if (intid == 0)
			continue;
		*at++ = slot << 11; /* phys.hi: device number */
		*at++ = 0;
		*at++ = 0;
		*at++ = pin + 1; /* INTA is 1 */
		*at++ = AB_FDT_PHANDLE_GIC;
		if (wide)
			at = ab_fdt_put64_(at, 0);
		ab_fdt_intid_(m, intid, GIC_LEVEL_HIGH, at);
		at += 3;
	}
	if (at == cell)
		return;
	ab_fdt_p_u32_(f, AB_P_N_INTERRUPT_CELLS, 1);
	ab_fdt_p_cells_(f, AB_P_INTERRUPT_MAP_MASK, mask, 4);
	ab_fdt_p_cells_(f, AB_P_INTERRUPT_MAP, cell, (size_t)(at - cell));
}

/* <first requester id, phandle of the other device, first id there, number of ids> */
static void id_map(struct ab_fdt *f, enum ab_fdt_name id, const struct ab_dev *d, uint32_t phandle,
		   uint32_t high)
{
	uint32_t first = (uint32_t)d->pcie.bus << 8;
	const uint32_t cell[4] = { first, phandle, high << 16 | first, ab_dev_buses_(d) << 8 };

	ab_fdt_p_cells_(f, id, cell, 4);
}

void ab_fdt_pcie_(struct ab_fdt *f, const struct ab_machine *m, const struct ab_dev *d)
{
	const uint32_t buses[2] = { d->pcie.bus, d->pcie.bus + ab_dev_buses_(d) - 1 };

	AB_FDT_OPEN_AT(f, "pcie", d->base);
	AB_FDT_TEXT(f, AB_P_COMPATIBLE, "pci-host-ecam-generic");
	AB_FDT_TEXT(f, AB_P_DEVICE_TYPE, "pci");
	ab_fdt_p_u32_(f, AB_P_N_ADDRESS_CELLS, 3);
	ab_fdt_p_u32_(f, AB_P_N_SIZE_CELLS, 2);
	ab_fdt_reg(f, d->base, d->size);
	ab_fdt_p_cells_(f, AB_P_BUS_RANGE, buses, 2);
	ab_fdt_p_u32_(f, AB_P_LINUX_PCI_DOMAIN, d->pcie.segment);
	ab_fdt_p_bytes_(f, AB_P_DMA_COHERENT, NULL, 0);
	ranges(f, &d->pcie);
	interrupt_map(f, m, d);
	if (m->arm64.gic.its.n != 0)
		id_map(f, AB_P_MSI_MAP, d, ab_fdt_its_(f, d->pcie.its), d->pcie.segment);
	else if (m->arm64.gic.v2m != 0)
		ab_fdt_p_u32_(f, AB_P_MSI_PARENT, AB_FDT_PHANDLE_MSI);
	if (d->pcie.smmu != 0)
		id_map(f, AB_P_IOMMU_MAP, d, AB_FDT_PHANDLE_SMMU + d->pcie.smmu - 1U, f->nth);
	if (f->nodes > 1)
		ab_fdt_p_u32_(f, AB_P_NUMA_NODE_ID, d->node);
}
