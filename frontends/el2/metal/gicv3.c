/* SPDX-License-Identifier: BSD-2-Clause */
/* The physical GICv3: its set-up from the host's tree, and the functions of hw_gic.h.
 * @spec{IHI0069, 12} */
#include "gicv3.h"
#include "gicv3_priv.h"

#include "el2/hw_gic.h"
#include "el2/lock.h"

/* reads of a register until a bit changes: a GIC needs a few */
#define PATIENCE 1000000

enum {
	GICD_CTLR = 0x0000,
	GICD_CTLR_ENABLE = 0x02, /* EnableGrp1, in the Non-secure view EnableGrp1A */
	GICD_CTLR_ARE = 0x10, /* in the Non-secure view ARE_NS */
	GICD_TYPER = 0x0004,
	GICD_TYPER_ITLINES = 0x1f,
	GICD_TYPER_ESPI = 0x100,
	GICD_TYPER_ESPI_RANGE = 27, /* shift */
	GICD_ICENABLER_E = 0x1400, /* of extended SPIs */
	GICD_IROUTER = 0x6000,
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
	GICR_SGI_BASE = 0x10000,
	GICV3_REDIST_SIZE = 0x20000,

	/* of distributor and SGI_base */
	IGROUPR = 0x0080,
	ISENABLER = 0x0100,
	ICENABLER = 0x0180,
	ICPENDR = 0x0280,
	ICACTIVER = 0x0380,
	IPRIORITYR = 0x0400,
	IGRPMODR = 0x0d00,

	ICC_SRE_ALL = 0xf, /* Enable, DIB, DFB, SRE */
	ICC_CTLR_EOIMODE = 0x2,
	ICC_CTLR_PRIBITS = 8, /* shift; 3 bits, their number less 1 */

	ESPI = 4096, /* the first extended SPI */
	ESPI_END = 5120,
	EPPI = 1056,
	EPPI_END = 1120,
};
#define GICD_CTLR_RWP 0x80000000u
#define MIDDLE 0xa0a0a0a0u /* priorities that nobody chose */
#define AFFINITY UINT64_C(0xff00ffffff) /* fields of MPIDR_EL1, as GICD_IROUTER has them */

#define ICC_PMR_EL1 "s3_0_c4_c6_0"
#define ICC_DIR_EL1 "s3_0_c12_c11_1"
#define ICC_SGI1R_EL1 "s3_0_c12_c11_5"
#define ICC_IAR1_EL1 "s3_0_c12_c12_0"
#define ICC_EOIR1_EL1 "s3_0_c12_c12_1"
#define ICC_BPR1_EL1 "s3_0_c12_c12_3"
#define ICC_CTLR_EL1 "s3_0_c12_c12_4"
#define ICC_IGRPEN1_EL1 "s3_0_c12_c12_7"
#define ICC_AP1R_EL1(n) "s3_0_c12_c9_" #n
#define ICC_SRE_EL2 "s3_4_c12_c9_5"

static struct {
	uintptr_t dist;
	const struct ab_fdt_info *host;
	struct el2_lock lock; /* of el2_gicd_update() and el2_gicr_update() */
	struct {
		uintptr_t redist; /* 0: there is no such CPU yet */
		uint64_t affinity;
	} cpu[EL2_GICV3_CPUS];
} gic;

static volatile uint32_t *at(uintptr_t base, uint32_t off)
{
	return (volatile uint32_t *)(base + off);
}

/* Wait until the bits are zero.
 * @return whether they are */
static bool clears(uintptr_t base, uint32_t off, uint32_t bits)
{
	for (uint32_t n = 0; n < PATIENCE; n++)
		if (!(*at(base, off) & bits))
			return true;
	return false;
}

static void set_bits(uintptr_t base, uint32_t off, uint32_t mask, uint32_t v)
{
	*at(base, off) = (*at(base, off) & ~mask) | (v & mask);
}

static uint64_t own_affinity(void)
{
	return READ("mpidr_el1") & AFFINITY;
}

/* ---- set-up */

/* Registers of 32 INTIDs, which are disabled; a distributor's bank, or an SGI_base. */
static void init_bank(uintptr_t base, uint32_t n)
{
	*at(base, ICPENDR + 4 * n) = UINT32_MAX;
	*at(base, ICACTIVER + 4 * n) = UINT32_MAX;
	*at(base, IGROUPR + 4 * n) = UINT32_MAX;
	*at(base, IGRPMODR + 4 * n) = 0;
	for (uint32_t i = 0; i < 32; i += 4)
		*at(base, IPRIORITYR + 32 * n + i) = MIDDLE;
}

const char *el2_gicv3_init(const struct ab_fdt_info *host)
{
	const uint64_t here = own_affinity();
	uint32_t typer, n_banks;

	if (host->gic_version != 3 || host->gic_dist.base == 0 || host->redist_stride == 0)
		return "no GICv3";
	if (host->maintenance < 16 || host->maintenance > 31)
		return "the GIC's maintenance interrupt is not a PPI";
	gic.host = host;
	gic.dist = (uintptr_t)host->gic_dist.base;
	if ((*at(gic.dist, GIC_PIDR2) >> 4 & 0xf) < 3)
		return "the distributor is not a GICv3's";
	typer = *at(gic.dist, GICD_TYPER);
	n_banks = (typer & GICD_TYPER_ITLINES) + 1;
	*at(gic.dist, GICD_CTLR) = 0;
	if (!clears(gic.dist, GICD_CTLR, GICD_CTLR_RWP))
		return "the distributor does not stop";
	*at(gic.dist, GICD_CTLR) = GICD_CTLR_ARE;
	for (uint32_t n = 1; n < n_banks; n++)
		*at(gic.dist, ICENABLER + 4 * n) = UINT32_MAX;
	if (typer & GICD_TYPER_ESPI)
		for (uint32_t n = 0; n <= typer >> GICD_TYPER_ESPI_RANGE; n++)
			*at(gic.dist, GICD_ICENABLER_E + 4 * n) = UINT32_MAX;
	if (!clears(gic.dist, GICD_CTLR, GICD_CTLR_RWP))
		return "the distributor does not disable interrupts";
	for (uint32_t n = 1; n < n_banks; n++)
		init_bank(gic.dist, n);
	for (uint32_t i = 32; i < 32 * n_banks && i < 1020; i++)
		el2_gicd_write64(GICD_IROUTER + 8 * i, here);
	*at(gic.dist, GICD_CTLR) = GICD_CTLR_ARE | GICD_CTLR_ENABLE;
	return clears(gic.dist, GICD_CTLR, GICD_CTLR_RWP) ? NULL : "the distributor does not start";
}

/* The redistributor of an affinity, in the regions that the tree names; 0: there is none. */
static uintptr_t find_redist(uint64_t affinity)
{
	const struct ab_fdt_info *host = gic.host;
	const uint32_t a =
	    (uint32_t)((affinity >> 32 & 0xff) << 24) | (uint32_t)(affinity & 0xffffff);

	for (size_t i = 0; i < host->redist.n && i < host->redist.cap; i++) {
		const struct ab_range *r = &host->redist.at[i];
		uint64_t off = 0;
		uint32_t typer = 0;

		while (!(typer & GICR_TYPER_LAST) && r->size - off >= GICV3_REDIST_SIZE) {
			const uintptr_t base = (uintptr_t)(r->base + off);

			if ((*at(base, GIC_PIDR2) >> 4 & 0xf) < 3)
				break;
			typer = *at(base, GICR_TYPER);
			if (*at(base, GICR_TYPER + 4) == a)
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

bool el2_gicv3_has_redist(uint64_t affinity)
{
	return find_redist(affinity) != 0;
}

static bool init_redist(uintptr_t base)
{
	const uintptr_t sgi = base + GICR_SGI_BASE;
	const uint32_t maintenance = gic.host->maintenance;
	const uint32_t n_eppis = *at(base, GICR_TYPER) >> GICR_TYPER_PPINUM;

	*at(base, GICR_WAKER) &= ~(uint32_t)GICR_WAKER_SLEEP;
	if (!clears(base, GICR_WAKER, GICR_WAKER_ASLEEP))
		return false;
	*at(base, GICR_CTLR) &= ~(uint32_t)GICR_CTLR_ENABLE_LPIS;
	*at(sgi, ICENABLER) = UINT32_MAX;
	for (uint32_t n = 1; n <= n_eppis && n <= 2; n++)
		*at(sgi, ICENABLER + 4 * n) = UINT32_MAX;
	if (!clears(base, GICR_CTLR, GICR_CTLR_RWP))
		return false;
	init_bank(sgi, 0);
	set_bits(sgi, IPRIORITYR + 4 * (EL2_GIC_KICK / 4), 0xffu << 8 * (EL2_GIC_KICK % 4), 0);
	set_bits(sgi, IPRIORITYR + (maintenance & ~3u), 0xffu << 8 * (maintenance % 4), 0);
	*at(sgi, ISENABLER) = 1u << EL2_GIC_KICK | 1u << maintenance;
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

const char *el2_gicv3_cpu_init(unsigned int cpu)
{
	const uint64_t affinity = own_affinity();
	const uintptr_t redist = find_redist(affinity);

	if (cpu >= EL2_GICV3_CPUS)
		return "too many CPUs";
	if (redist == 0)
		return "the CPU has no redistributor";
	if (!init_redist(redist))
		return "the redistributor does not answer";
	gic.cpu[cpu].affinity = affinity;
	gic.cpu[cpu].redist = redist;
	init_interface();
	el2_ich_reset();
	return NULL;
}

/* ---- hw_gic.h: distributor and redistributors */

uint32_t el2_gicd_read(uint32_t off)
{
	return *at(gic.dist, off);
}

void el2_gicd_write(uint32_t off, uint32_t v)
{
	*at(gic.dist, off) = v;
}

void el2_gicd_write64(uint32_t off, uint64_t v)
{
	*(volatile uint64_t *)(gic.dist + off) = v;
}

void el2_gicd_update(uint32_t off, uint32_t mask, uint32_t v)
{
	el2_lock(&gic.lock);
	set_bits(gic.dist, off, mask, v);
	el2_unlock(&gic.lock);
}

uint32_t el2_gicr_read(unsigned int cpu, uint32_t off)
{
	if (cpu >= EL2_GICV3_CPUS || gic.cpu[cpu].redist == 0)
		return 0;
	return *at(gic.cpu[cpu].redist, off);
}

void el2_gicr_write(unsigned int cpu, uint32_t off, uint32_t v)
{
	if (cpu < EL2_GICV3_CPUS && gic.cpu[cpu].redist != 0)
		*at(gic.cpu[cpu].redist, off) = v;
}

void el2_gicr_update(unsigned int cpu, uint32_t off, uint32_t mask, uint32_t v)
{
	if (cpu >= EL2_GICV3_CPUS || gic.cpu[cpu].redist == 0)
		return;
	el2_lock(&gic.lock);
	set_bits(gic.cpu[cpu].redist, off, mask, v);
	el2_unlock(&gic.lock);
}

/* ---- the CPU interface */

uint32_t el2_gic_ack(void)
{
	const uint32_t intid = (uint32_t)READ(ICC_IAR1_EL1) & 0xffffff;

	/* what the device wrote before it interrupted is seen from here on */
	__asm__ volatile("dsb sy" : : : "memory");
	return intid;
}

void el2_gic_drop(uint32_t intid)
{
	WRITE(ICC_EOIR1_EL1, intid);
	ISB();
}

void el2_gic_deactivate(uint32_t intid)
{
	ISB(); /* list registers are written, so a maintenance interrupt has no reason any more */
	WRITE(ICC_DIR_EL1, intid);
	ISB();
}

void el2_gic_mask(uint32_t intid)
{
	const uint64_t here = own_affinity();
	const uint32_t bit = 1u << intid % 32;
	uint32_t private = ICENABLER; /* that of SGIs and PPIs, or of extended PPIs */

	if (intid >= ESPI && intid < ESPI_END)
		el2_gicd_write(GICD_ICENABLER_E + (intid - ESPI) / 32 * 4, bit);
	else if (intid >= 32 && intid < 1020)
		el2_gicd_write(ICENABLER + intid / 32 * 4, bit);
	if (intid >= EPPI && intid < EPPI_END)
	private += 4 * ((intid - EPPI) / 32 + 1);
	else if (intid >= 32) return;
	for (unsigned int n = 0; n < EL2_GICV3_CPUS; n++)
		if (gic.cpu[n].redist != 0 && gic.cpu[n].affinity == here)
			el2_gicr_write(n, GICR_SGI_BASE + private, bit);
}

void el2_gic_kick(unsigned int cpu)
{
	uint64_t a;

	if (cpu >= EL2_GICV3_CPUS || gic.cpu[cpu].redist == 0)
		return;
	a = gic.cpu[cpu].affinity;
	__asm__ volatile("dsb ishst" : : : "memory");
	WRITE(ICC_SGI1R_EL1, (a >> 32 & 0xff) << 48 | (a >> 4 & 15) << 44 | (a >> 16 & 0xff) << 32 |
				 (uint64_t)EL2_GIC_KICK << 24 | (a >> 8 & 0xff) << 16 |
				 UINT64_C(1) << (a & 15));
	ISB();
}
