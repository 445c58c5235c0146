/* SPDX-License-Identifier: BSD-2-Clause */
/* The set-up of a physical GICv3, from the host's tree. @spec{IHI0069, 12} */
#include "gic_priv.h"

enum {
	GICD_CTLR = 0x0000,
	GICD_CTLR_ENABLE = 0x02, /* EnableGrp1, in the Non-secure view EnableGrp1A */
	GICD_CTLR_ARE = 0x10, /* in the Non-secure view ARE_NS */
	GICD_TYPER = 0x0004,
	GICD_TYPER_ITLINES = 0x1f,
	GICD_TYPER_ESPI = 0x100,
	GICD_TYPER_ESPI_RANGE = 27, /* shift */
	GICD_ICENABLER_E = 0x1400, /* of extended SPIs */
	GIC_PIDR2 = 0xffe8, /* of both */

	GICR_CTLR = 0x0000,
	GICR_CTLR_ENABLE_LPIS = 0x01,
	GICR_CTLR_RWP = 0x08,
	GICR_TYPER = 0x0008,
	GICR_TYPER_VLPIS = 0x02,
	GICR_TYPER_LAST = 0x10,
	GICR_TYPER_PPINUM = 27, /* shift */
	GICR_WAKER = 0x0014,
	GICR_WAKER_SLEEP = 0x02,
	GICR_WAKER_ASLEEP = 0x04,
	GICV3_REDIST_SIZE = 0x20000,

	IGROUPR = 0x0080, /* of distributor and SGI_base */
	IGRPMODR = 0x0d00,

	ICC_CTLR_EOIMODE = 0x2,
	ICC_SRE_ALL = 0xf, /* Enable, DIB, DFB, SRE */
	ICC_CTLR_PRIBITS = 8, /* shift; 3 bits, their number less 1 */

};
#define GICD_CTLR_RWP 0x80000000u

#define ICC_PMR_EL1 "s3_0_c4_c6_0"
#define ICC_BPR1_EL1 "s3_0_c12_c12_3"
#define ICC_CTLR_EL1 "s3_0_c12_c12_4"
#define ICC_IGRPEN1_EL1 "s3_0_c12_c12_7"
#define ICC_AP1R_EL1(n) "s3_0_c12_c9_" #n
#define ICC_SRE_EL2 "s3_4_c12_c9_5"

/* Wait until the bits are zero.
 * @return whether they are */
static bool clears(uintptr_t base, uint32_t off, uint32_t bits)
{
	for (uint32_t n = 0; n < PATIENCE; n++)
		if (!(*el2_gic_at(base, off) & bits))
			return true;
	return false;
}

/* Registers of 32 INTIDs, which are disabled; a distributor's bank, or an SGI_base. */
static void init_bank(uintptr_t base, uint32_t n)
{
	el2_gic_calm(base, n);
	*el2_gic_at(base, IGROUPR + 4 * n) = UINT32_MAX;
	*el2_gic_at(base, IGRPMODR + 4 * n) = 0;
}

const char *el2_gicv3_init_(const struct ab_fdt_info *host)
{
	const unsigned int boot = el2_gic_self();
	uint32_t typer, n_banks;

	if (host->redist_stride == 0)
		return "no GICv3";
	if ((*el2_gic_at(el2_gic.dist, GIC_PIDR2) >> 4 & 0xf) < 3)
		return "the distributor is not a GICv3's";
	typer = *el2_gic_at(el2_gic.dist, GICD_TYPER);
	n_banks = (typer & GICD_TYPER_ITLINES) + 1;
	*el2_gic_at(el2_gic.dist, GICD_CTLR) = 0;
	if (!clears(el2_gic.dist, GICD_CTLR, GICD_CTLR_RWP))
		return "the distributor does not stop";
	*el2_gic_at(el2_gic.dist, GICD_CTLR) = GICD_CTLR_ARE;
	for (uint32_t n = 1; n < n_banks; n++)
		*el2_gic_at(el2_gic.dist, ICENABLER + 4 * n) = UINT32_MAX;
	if (typer & GICD_TYPER_ESPI)
		for (uint32_t n = 0; n <= typer >> GICD_TYPER_ESPI_RANGE; n++)
			*el2_gic_at(el2_gic.dist, GICD_ICENABLER_E + 4 * n) = UINT32_MAX;
	if (!clears(el2_gic.dist, GICD_CTLR, GICD_CTLR_RWP))
		return "the distributor does not disable interrupts";
	for (uint32_t n = 1; n < n_banks; n++)
		init_bank(el2_gic.dist, n);
	for (uint32_t i = 32; i < 32 * n_banks && i < 1020; i++)
		el2_gic_route(i, boot);
	*el2_gic_at(el2_gic.dist, GICD_CTLR) = GICD_CTLR_ARE | GICD_CTLR_ENABLE;
	return clears(el2_gic.dist, GICD_CTLR, GICD_CTLR_RWP) ? NULL
							      : "the distributor does not start";
}

/* The redistributor of an affinity, in the regions that the tree names; 0: there is none. */
static uintptr_t find_redist(uint64_t affinity)
{
	const struct ab_fdt_info *host = el2_gic.host;
	const uint32_t a =
	    (uint32_t)((affinity >> 32 & 0xff) << 24) | (uint32_t)(affinity & 0xffffff);

	for (size_t i = 0; i < host->redist.n && i < host->redist.cap; i++) {
		const struct ab_range *r = &host->redist.at[i];
		uint64_t off = 0;
		uint32_t typer = 0;

		while (!(typer & GICR_TYPER_LAST) && r->size - off >= GICV3_REDIST_SIZE) {
			const uintptr_t base = (uintptr_t)(r->base + off);

			if ((*el2_gic_at(base, GIC_PIDR2) >> 4 & 0xf) < 3)
				break;
			typer = *el2_gic_at(base, GICR_TYPER);
			if (*el2_gic_at(base, GICR_TYPER + 4) == a)
				return base;
			/* a GICv4 has two frames more, which a stride includes */
			off += host->redist_stride;
			if (typer & GICR_TYPER_VLPIS && host->redist_stride == GICV3_REDIST_SIZE)
				off += GICV3_REDIST_SIZE;
			if (off > r->size)
				break;
		}
	}
	return 0;
}

bool el2_gicv3_reaches_(uint64_t affinity)
{
	return find_redist(affinity) != 0;
}

static bool init_redist(uintptr_t base)
{
	const uintptr_t sgi = base + GICR_SGI_BASE;
	const uint32_t n_eppis = *el2_gic_at(base, GICR_TYPER) >> GICR_TYPER_PPINUM;

	*el2_gic_at(base, GICR_WAKER) &= ~(uint32_t)GICR_WAKER_SLEEP;
	if (!clears(base, GICR_WAKER, GICR_WAKER_ASLEEP))
		return false;
	*el2_gic_at(base, GICR_CTLR) &= ~(uint32_t)GICR_CTLR_ENABLE_LPIS;
	*el2_gic_at(sgi, ICENABLER) = UINT32_MAX;
	for (uint32_t n = 1; n <= n_eppis && n <= 2; n++)
		*el2_gic_at(sgi, ICENABLER + 4 * n) = UINT32_MAX;
	if (!clears(base, GICR_CTLR, GICR_CTLR_RWP))
		return false;
	init_bank(sgi, 0);
	el2_gic_enable_own(sgi);
	return true;
}

/* The CPU interface: every priority passes, and EL2 deactivates apart from priority drop. */
static void init_interface(void)
{
	uint64_t bits;

	WRITE(ICC_SRE_EL2, ICC_SRE_ALL);
	ISB();
	WRITE(ICC_IGRPEN1_EL1, 0);
	WRITE(ICC_PMR_EL1, 0xff);
	WRITE(ICC_BPR1_EL1, 0);
	WRITE(ICC_CTLR_EL1, ICC_CTLR_EOIMODE);
	ISB();
	bits = (READ(ICC_CTLR_EL1) >> ICC_CTLR_PRIBITS & 7) + 1;
	/* what was active before is not any more; there is a register for 5 bits, 2 for 6, 4 */
	if (bits > 6) {
		WRITE(ICC_AP1R_EL1(3), 0);
		WRITE(ICC_AP1R_EL1(2), 0);
	}
	if (bits > 5)
		WRITE(ICC_AP1R_EL1(1), 0);
	WRITE(ICC_AP1R_EL1(0), 0);
	ISB();
	WRITE(ICC_IGRPEN1_EL1, 1);
	ISB();
}

const char *el2_gicv3_cpu_init_(unsigned int cpu)
{
	const uintptr_t redist = find_redist(el2_gic.cpu[cpu].affinity);

	if (redist == 0)
		return "the CPU has no redistributor";
	if (!init_redist(redist))
		return "the redistributor does not answer";
	el2_gic.cpu[cpu].own = redist;
	init_interface();
	return NULL;
}
