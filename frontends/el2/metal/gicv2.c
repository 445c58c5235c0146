/* SPDX-License-Identifier: BSD-2-Clause */
/* The set-up of a physical GICv2, from the host's tree. Which group an interrupt is of is left as
 * it is: bit 0 of the control registers enables the one that this Security state has. It may see
 * the bits of one only. @spec{IHI0048, 4} */
#include "gic_priv.h"

enum {
	GICD_CTLR = 0x000,
	GICD_CTLR_ENABLE = 0x1,
	GICD_TYPER = 0x004,
	GICD_TYPER_ITLINES = 0x1f,
	GICD_ITARGETSR = 0x800,

	GICC_CTLR = 0x000,
	GICC_CTLR_ENABLE = 0x1,
	GICC_CTLR_EOIMODE = 0x200,
	GICC_PMR = 0x004,
	GICC_BPR = 0x008,
	GICC_APR = 0x0d0, /* 4 of them */
	GICC_NSAPR = 0x0e0,
};

/* The bit of the executing CPU's interface: its private interrupts go there. Where there is only
 * one, the field is zero. */
static uint32_t number(void)
{
	for (uint32_t i = 0; i < 32; i += 4) {
		const uint32_t v = *el2_gic_at(el2_gic.dist, GICD_ITARGETSR + i);

		if (v != 0)
			return (v | v >> 8 | v >> 16 | v >> 24) & 0xff;
	}
	return el2_gic.host->cpus.n == 1;
}

const char *el2_gicv2_init_(const struct ab_fdt_info *host)
{
	uint32_t n_banks;

	el2_gic.interface = (uintptr_t)host->gic_cpu.base;
	el2_gic.hyp = (uintptr_t)host->gic_hyp.base;
	n_banks = (*el2_gic_at(el2_gic.dist, GICD_TYPER) & GICD_TYPER_ITLINES) + 1;
	*el2_gic_at(el2_gic.dist, GICD_CTLR) = 0;
	el2_gic.cpu[el2_gic_self()].number = number();
	for (uint32_t n = 1; n < n_banks; n++) {
		*el2_gic_at(el2_gic.dist, ICENABLER + 4 * n) = UINT32_MAX;
		el2_gic_calm(el2_gic.dist, n);
		for (uint32_t i = 32 * n; i < 32 * n + 32; i++)
			el2_gic_route(i, el2_gic_self());
	}
	*el2_gic_at(el2_gic.dist, GICD_CTLR) = GICD_CTLR_ENABLE;
	return NULL;
}

const char *el2_gicv2_cpu_init_(unsigned int cpu)
{
	const uint32_t bit = number();

	if (bit == 0 || (bit & (bit - 1)) != 0)
		return "the CPU's GIC interface has no number";
	el2_gic.cpu[cpu].number = bit;
	/* where el2_gicr_read() and others find the private registers of the distributor */
	el2_gic.cpu[cpu].own = el2_gic.dist - GICR_SGI_BASE;
	*el2_gic_at(el2_gic.interface, GICC_CTLR) = 0;
	*el2_gic_at(el2_gic.dist, ICENABLER) = UINT32_MAX;
	el2_gic_calm(el2_gic.dist, 0);
	el2_gic_enable_own(el2_gic.dist);
	for (uint32_t i = 0; i < 16; i += 4) {
		*el2_gic_at(el2_gic.interface, GICC_APR + i) = 0;
		*el2_gic_at(el2_gic.interface, GICC_NSAPR + i) = 0;
	}
	*el2_gic_at(el2_gic.interface, GICC_PMR) = 0xff;
	*el2_gic_at(el2_gic.interface, GICC_BPR) = 0;
	*el2_gic_at(el2_gic.interface, GICC_CTLR) = GICC_CTLR_ENABLE | GICC_CTLR_EOIMODE;
	return NULL;
}
