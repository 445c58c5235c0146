/* SPDX-License-Identifier: BSD-2-Clause */
/* PCIe host bridges. */
#include "fdt_priv.h"
#include "../machine/machine_priv.h"

/* <pci address (3), parent address (2), size (2)>; the first cell tells the space. IEEE 1275's PCI
 * binding, 2.2.1.1, cited by DTSPEC */
static void ranges(struct ab_fdt *f, const struct ab_dev *d)
{
	static const uint32_t space[] = {
		[AB_PCI_IO] = 0x01000000, [AB_PCI_MEM32] = 0x02000000, [AB_PCI_MEM64] = 0x03000000
	};
	size_t n = 0;
	uint8_t *p;

	for (size_t k = 0; k < ab_dev_windows_(d); k++)
		n += ab_dev_window_(d, k).r.size != 0;
	p = ab_fdt_p_(f, AB_P_RANGES, 28 * n);
	for (size_t k = 0; p != NULL && k < ab_dev_windows_(d); k++) {
		const struct ab_pci_window w = ab_dev_window_(d, k);
		const uint64_t v[3] = { w.space == AB_PCI_IO ? 0 : w.r.base, w.r.base, w.r.size };

		if (w.r.size == 0)
			continue;
		ab_st_be32(p, space[w.space]);
		p = ab_fdt_be64s_(p + 4, v, 3);
	}
}

/* Map the pins of each slot; swizzled, those of slots 0 to 3, to which the mask makes all others
 * equal. */
static void interrupt_map(struct ab_fdt *f, const struct ab_machine *m, const struct ab_dev *d)
{
	const uint32_t slots = d->pcie.routes.n != 0 ? 32 : 4;
	const uint32_t mask[4] = { (slots - 1) << 11, 0, 0, 7 };
	/* with MSIs, the GIC's #address-cells are 2, not 0 */
	const size_t cells = m->arm64.gic.its.n != 0 || m->arm64.gic.v2m != 0 ? 10 : 8;
	size_t n = 0;
	uint8_t *p;

	for (uint32_t i = 0; i < slots * 4; i++)
		n += ab_dev_intx_(d, i / 4, i % 4) != 0;
	if (n == 0)
		return;
	ab_fdt_p_u32_(f, AB_P_N_INTERRUPT_CELLS, 1);
	ab_fdt_p_cells_(f, AB_P_INTERRUPT_MAP_MASK, mask, 4);
	p = ab_fdt_p_(f, AB_P_INTERRUPT_MAP, n * cells * 4);
	for (uint32_t i = 0; p != NULL && i < slots * 4; i++) {
		/* phys.hi: device number; pin, where INTA is 1 */
		uint32_t cell[10] = { i / 4 << 11, 0, 0, i % 4 + 1, AB_FDT_PHANDLE_GIC };
		const uint32_t intid = ab_dev_intx_(d, i / 4, i % 4);

		if (intid == 0)
			continue;
		ab_fdt_intid_(m, intid, GIC_LEVEL_HIGH, cell + cells - 3);
		for (size_t k = 0; k < cells; k++, p += 4)
			ab_st_be32(p, cell[k]);
	}
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
	ranges(f, d);
	interrupt_map(f, m, d);
	if (m->arm64.gic.its.n != 0)
		id_map(f, AB_P_MSI_MAP, d, ab_fdt_its_(f, d->pcie.its), d->pcie.segment);
	else if (m->arm64.gic.v2m != 0)
		ab_fdt_p_u32_(f, AB_P_MSI_PARENT, AB_FDT_PHANDLE_MSI);
	if (d->pcie.smmu != 0)
		id_map(f, AB_P_IOMMU_MAP, d, AB_FDT_PHANDLE_SMMU + d->pcie.smmu - 1U, f->nth);
	if (f->nodes > 1)
		ab_fdt_p_u32_(f, AB_P_NUMA_NODE_ID, d->node);
	ab_fdt_end(f);
}
