/* SPDX-License-Identifier: BSD-2-Clause */
/* The interrupt controller, with its ITS or GICv2m frame. */
#include "fdt_priv.h"

static void maintenance(struct ab_fdt *f, const struct ab_machine *m)
{
	uint32_t cell[3];

	if (m->arm64.gic.maintenance == 0)
		return;
	ab_fdt_intid_(m, m->arm64.gic.maintenance, GIC_LEVEL_HIGH, cell);
	ab_fdt_p_cells_(f, AB_P_INTERRUPTS, cell, 3);
}

static void put_range(uint8_t *p, uint64_t base, uint64_t size)
{
	ab_st_be32(p, (uint32_t)(base >> 32));
	ab_st_be32(p + 4, (uint32_t)base);
	ab_st_be32(p + 8, (uint32_t)(size >> 32));
	ab_st_be32(p + 12, (uint32_t)size);
}

static void gicv2(struct ab_fdt *f, const struct ab_machine *m)
{
	uint8_t *p;

	AB_FDT_TEXT(f, AB_P_COMPATIBLE, "arm,cortex-a15-gic");
	p = ab_fdt_p_(f, AB_P_REG, 32);
	if (p != NULL) {
		put_range(p, m->arm64.gic.dist, AB_GICV2_DIST_SIZE);
		put_range(p + 16, m->arm64.gic.cpu, AB_GICV2_CPU_SIZE);
	}
}

static void gicv3(struct ab_fdt *f, const struct ab_machine *m)
{
	const struct ab_range_list *r = &m->arm64.gic.redist;
	uint8_t *p;

	AB_FDT_TEXT(f, AB_P_COMPATIBLE, "arm,gic-v3");
	p = ab_fdt_p_(f, AB_P_REG, 16 + 16 * r->n);
	if (p != NULL)
		put_range(p, m->arm64.gic.dist, AB_GICV3_DIST_SIZE);
	for (size_t i = 0; p != NULL && i < r->n; i++)
		put_range(p + 16 + 16 * i, r->at[i].base, r->at[i].size);
	if (r->n > 1)
		ab_fdt_p_u32_(f, AB_P_N_REDISTRIBUTOR_REGIONS, (uint32_t)r->n);
}

static void its(struct ab_fdt *f, const struct ab_its_list *list)
{
	for (size_t i = 0; i < list->n; i++) {
		AB_FDT_OPEN_AT(f, "msi-controller", list->at[i].base);
		AB_FDT_TEXT(f, AB_P_COMPATIBLE, "arm,gic-v3-its");
		ab_fdt_reg(f, list->at[i].base, AB_GICV3_ITS_SIZE);
		ab_fdt_p_bytes_(f, AB_P_MSI_CONTROLLER, NULL, 0);
		ab_fdt_p_u32_(f, AB_P_N_MSI_CELLS, 1);
		ab_fdt_p_u32_(f, AB_P_PHANDLE, ab_fdt_its_(f, (uint32_t)i));
		ab_fdt_end(f);
	}
}

static void v2m(struct ab_fdt *f, const struct ab_gic *g)
{
	AB_FDT_OPEN_AT(f, "v2m", g->v2m);
	AB_FDT_TEXT(f, AB_P_COMPATIBLE, "arm,gic-v2m-frame");
	ab_fdt_reg(f, g->v2m, AB_GICV2M_SIZE);
	ab_fdt_p_bytes_(f, AB_P_MSI_CONTROLLER, NULL, 0);
	ab_fdt_p_u32_(f, AB_P_ARM_MSI_BASE_SPI, g->v2m_spi);
	ab_fdt_p_u32_(f, AB_P_ARM_MSI_NUM_SPIS, g->v2m_spis);
	ab_fdt_p_u32_(f, AB_P_PHANDLE, AB_FDT_PHANDLE_MSI);
	ab_fdt_end(f);
}

void ab_fdt_gic_(struct ab_fdt *f, const struct ab_machine *m)
{
	const struct ab_gic *g = &m->arm64.gic;
	bool child = g->its.n != 0 || g->v2m != 0;

	AB_FDT_OPEN_AT(f, "interrupt-controller", g->dist);
	if (g->version == 2)
		gicv2(f, m);
	else
		gicv3(f, m);
	ab_fdt_p_bytes_(f, AB_P_INTERRUPT_CONTROLLER, NULL, 0);
	ab_fdt_p_u32_(f, AB_P_N_INTERRUPT_CELLS, 3);
	maintenance(f, m);
	ab_fdt_p_u32_(f, AB_P_PHANDLE, AB_FDT_PHANDLE_GIC);
	ab_fdt_p_u32_(f, AB_P_N_ADDRESS_CELLS, child ? 2 : 0);
	if (child) {
		ab_fdt_p_u32_(f, AB_P_N_SIZE_CELLS, 2);
		ab_fdt_p_bytes_(f, AB_P_RANGES, NULL, 0);
	}
	its(f, &g->its);
	if (g->v2m != 0)
		v2m(f, g);
	ab_fdt_end(f);
}
