/* SPDX-License-Identifier: BSD-2-Clause */
/* Cells of several kinds of nodes: interrupt specifiers and 64-bit numbers. */
#include "fdt_priv.h"

#include "../machine/gic.h"

void ab_fdt_intid_(const struct ab_machine *m, uint32_t intid, uint32_t flags, uint32_t cell[3])
{
	const bool ppi = intid < AB_GIC_SPI, spi = intid < AB_GIC_ESPI;

	cell[0] = ppi ? GIC_PPI : spi ? GIC_SPI : GIC_ESPI;
	cell[1] = intid - (ppi ? AB_GIC_PPI : spi ? AB_GIC_SPI : AB_GIC_ESPI);
	/* bits 15-8 of a GICv2's PPI are the mask of its CPUs */
	cell[2] = flags | (ppi && m->arm64.gic.version == 2 ? ((1U << m->n_cpus) - 1) << 8 : 0);
}

uint32_t ab_fdt_irq_flags_(const struct ab_machine *m, const struct ab_dev *d)
{
	return ab_dev_irq_flags(m, d) == AB_IRQ_EDGE_HIGH ? GIC_EDGE_RISING : GIC_LEVEL_HIGH;
}

void ab_fdt_irq_(struct ab_fdt *f, const struct ab_machine *m, const struct ab_dev *d)
{
	uint32_t cell[3];

	if (ab_dev_irq(d) == 0)
		return;
	ab_fdt_intid_(m, ab_dev_irq(d), ab_fdt_irq_flags_(m, d), cell);
	ab_fdt_p_cells_(f, AB_P_INTERRUPTS, cell, 3);
}

uint8_t *ab_fdt_be64s_(uint8_t *p, const uint64_t *v, size_t n)
{
	for (size_t i = 0; i < n; i++, p += 8) {
		ab_st_be32(p, (uint32_t)(v[i] >> 32));
		ab_st_be32(p + 4, (uint32_t)v[i]);
	}
	return p;
}
