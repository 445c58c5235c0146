/* SPDX-License-Identifier: BSD-2-Clause */
/* The functions of hw_gic.h for the physical distributor, redistributors and CPU interface, of
 * either version. @spec{IHI0069, 12} @spec{IHI0048, 4} */
#include "gic_priv.h"

enum {
	GICD_ITARGETSR = 0x0800,
	GICD_SGIR = 0x0f00,
	GICD_SGIR_LIST = 16, /* shift */
	GICD_ICENABLER_E = 0x1400, /* of extended SPIs */
	GICD_IROUTER = 0x6000,

	GICC_IAR = 0x000c,
	GICC_EOIR = 0x0010,
	GICC_DIR = 0x1000,
	GICC_INTID = 0x3ff,

	SGIS = 16,
	PPIS = 32, /* private ones end here */
	SPI_END = 1020,
	EPPI = 1056, /* the first extended PPI */
	EPPI_END = 1120,
	ESPI = 4096,
	ESPI_END = 5120,
};
#define MIDDLE 0xa0a0a0a0u /* priorities that nobody chose */
#define AFFINITY UINT64_C(0xff00ffffff)

#define ICC_DIR_EL1 "s3_0_c12_c11_1"
#define ICC_SGI1R_EL1 "s3_0_c12_c11_5"
#define ICC_IAR1_EL1 "s3_0_c12_c12_0"
#define ICC_EOIR1_EL1 "s3_0_c12_c12_1"

struct el2_gic_hw el2_gic;

static void set_bits(uintptr_t base, uint32_t off, uint32_t mask, uint32_t v)
{
	*el2_gic_at(base, off) = (*el2_gic_at(base, off) & ~mask) | (v & mask);
}

/* ---- set-up */

void el2_gic_calm(uintptr_t base, uint32_t n)
{
	*el2_gic_at(base, ICPENDR + 4 * n) = UINT32_MAX;
	*el2_gic_at(base, ICACTIVER + 4 * n) = UINT32_MAX;
	for (uint32_t i = 0; i < 32; i += 4)
		*el2_gic_at(base, IPRIORITYR + 32 * n + i) = MIDDLE;
}

void el2_gic_enable_own(uintptr_t base)
{
	const uint32_t maintenance = el2_gic.host->maintenance;

	set_bits(base, IPRIORITYR + 4 * (EL2_GIC_KICK / 4), 0xffu << 8 * (EL2_GIC_KICK % 4), 0);
	set_bits(base, IPRIORITYR + (maintenance & ~3u), 0xffu << 8 * (maintenance % 4), 0);
	*el2_gic_at(base, ISENABLER) = 1u << EL2_GIC_KICK | 1u << maintenance;
}

/* Keep a CPU's affinity, and what is made of it. */
static void know(struct el2_gic_cpu *cpu, uint64_t a)
{
	cpu->affinity = a;
	cpu->kick = (a >> 32 & 0xff) << 48 | (a >> 4 & 15) << 44 | (a >> 16 & 0xff) << 32 |
		    (uint64_t)EL2_GIC_KICK << 24 | (a >> 8 & 0xff) << 16 | UINT64_C(1) << (a & 15);
}

const char *el2_gic_init(const struct ab_fdt_info *host)
{
	if (host->maintenance < SGIS || host->maintenance >= PPIS)
		return "the GIC's maintenance interrupt is not a PPI";
	el2_gic.host = host;
	el2_gic.dist = (uintptr_t)host->gic_dist.base;
	for (size_t i = 0; i < host->cpus.n; i++)
		know(&el2_gic.cpu[i], host->cpus.at[i].mpidr & AFFINITY);
	return host->gic_version == 2 ? el2_gicv2_init_(host) : el2_gicv3_init_(host);
}

bool el2_gic_reaches(uint64_t affinity)
{
	return el2_gic.hyp != 0 || el2_gicv3_reaches_(affinity);
}

const char *el2_gic_cpu_init(unsigned int cpu)
{
	const char *refusal =
	    el2_gic.hyp != 0 ? el2_gicv2_cpu_init_(cpu) : el2_gicv3_cpu_init_(cpu);

	if (refusal == NULL)
		el2_ich_reset();
	return refusal;
}

/* ---- distributor and redistributors */

uint32_t el2_gicd_read(uint32_t off)
{
	return *el2_gic_at(el2_gic.dist, off);
}

void el2_gicd_write(uint32_t off, uint32_t v)
{
	*el2_gic_at(el2_gic.dist, off) = v;
}

void el2_gicd_update(uint32_t off, uint32_t mask, uint32_t v)
{
	el2_lock(&el2_gic.lock);
	set_bits(el2_gic.dist, off, mask, v);
	el2_unlock(&el2_gic.lock);
}

void el2_gic_route(uint32_t intid, unsigned int cpu)
{
	/* of one that has not begun yet nobody knows the number: it will in a moment */
	for (uint32_t n = 0; el2_gic.hyp != 0 && n < PATIENCE; n++)
		if (*(volatile uint32_t *)&el2_gic.cpu[cpu].number != 0)
			break;
	if (el2_gic.hyp != 0)
		*(volatile uint8_t *)(el2_gic.dist + GICD_ITARGETSR + intid) =
		    (uint8_t)el2_gic.cpu[cpu].number;
	else
		*(volatile uint64_t *)(el2_gic.dist + GICD_IROUTER + 8 * intid) =
		    el2_gic.cpu[cpu].affinity;
}

/* A private register of a CPU; NULL: it has none, or has not begun. */
static volatile uint32_t *own(unsigned int cpu, uint32_t off)
{
	const uintptr_t base = el2_gic.cpu[cpu].own;

	if (base == 0 || (el2_gic.hyp != 0 && off < GICR_SGI_BASE))
		return NULL;
	return el2_gic_at(base, off);
}

uint32_t el2_gicr_read(unsigned int cpu, uint32_t off)
{
	const volatile uint32_t *p = own(cpu, off);

	return p != NULL ? *p : 0;
}

void el2_gicr_write(unsigned int cpu, uint32_t off, uint32_t v)
{
	volatile uint32_t *p = own(cpu, off);

	if (p != NULL)
		*p = v;
}

void el2_gicr_update(unsigned int cpu, uint32_t off, uint32_t mask, uint32_t v)
{
	if (own(cpu, off) == NULL)
		return;
	el2_lock(&el2_gic.lock);
	set_bits(el2_gic.cpu[cpu].own, off, mask, v);
	el2_unlock(&el2_gic.lock);
}

/* ---- the CPU interface */

uint32_t el2_gic_ack(void)
{
	uint32_t intid;

	if (el2_gic.hyp != 0) {
		intid = *el2_gic_at(el2_gic.interface, GICC_IAR);
		/* an SGI ends by all of the value, which has its source */
		if ((intid & GICC_INTID) < SGIS)
			el2_gic.cpu[el2_gic_self()].sgi = intid;
		intid &= GICC_INTID;
	} else {
		intid = (uint32_t)READ(ICC_IAR1_EL1) & 0xffffff;
	}
	/* what the device wrote before it interrupted is seen from here on */
	__asm__ volatile("dsb sy" : : : "memory");
	return intid;
}

/* What GICC_EOIR and GICC_DIR want. */
static uint32_t acknowledged(uint32_t intid)
{
	return intid < SGIS ? el2_gic.cpu[el2_gic_self()].sgi : intid;
}

void el2_gic_drop(uint32_t intid)
{
	if (el2_gic.hyp != 0) {
		*el2_gic_at(el2_gic.interface, GICC_EOIR) = acknowledged(intid);
		return;
	}
	WRITE(ICC_EOIR1_EL1, intid);
	ISB();
}

void el2_gic_deactivate(uint32_t intid)
{
	if (el2_gic.hyp != 0) {
		*el2_gic_at(el2_gic.interface, GICC_DIR) = acknowledged(intid);
		return;
	}
	ISB(); /* list registers are written, so a maintenance interrupt has no reason any more */
	WRITE(ICC_DIR_EL1, intid);
	ISB();
}

void el2_gic_mask(uint32_t intid)
{
	const uint32_t bit = 1u << intid % 32;
	uint32_t private = GICR_SGI_BASE + ICENABLER; /* of SGIs and PPIs, or of extended PPIs */

	if (intid >= ESPI && intid < ESPI_END)
		el2_gicd_write(GICD_ICENABLER_E + (intid - ESPI) / 32 * 4, bit);
	else if (intid >= PPIS && intid < SPI_END)
		el2_gicd_write(ICENABLER + intid / 32 * 4, bit);
	if (intid >= EPPI && intid < EPPI_END)
	private += 4 * ((intid - EPPI) / 32 + 1);
	else if (intid >= PPIS) return;
	el2_gicr_write(el2_gic_self(), private, bit);
}

void el2_gic_kick(unsigned int cpu)
{
	const struct el2_gic_cpu *to = &el2_gic.cpu[cpu];

	if (to->own == 0)
		return;
	__asm__ volatile("dsb ishst" : : : "memory");
	if (el2_gic.hyp != 0) {
		el2_gicd_write(GICD_SGIR, to->number << GICD_SGIR_LIST | EL2_GIC_KICK);
		return;
	}
	WRITE(ICC_SGI1R_EL1, to->kick);
	ISB();
}
