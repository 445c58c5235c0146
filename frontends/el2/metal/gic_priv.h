/* SPDX-License-Identifier: BSD-2-Clause */
/* The physical GIC, of either version. System registers are named by their encodings, as assemblers
 * know the names of some only. */
#ifndef EL2_METAL_GIC_PRIV_H
#define EL2_METAL_GIC_PRIV_H

#include "gic.h"
#include "metal.h"
#include "el2/hw_gic.h"
#include "el2/lock.h"

#define READ(reg)                                                                                  \
	__extension__({                                                                            \
		uint64_t v_;                                                                       \
		__asm__ volatile("mrs %0, " reg : "=r"(v_));                                       \
		v_;                                                                                \
	})
#define WRITE(reg, v) __asm__ volatile("msr " reg ", %0" : : "r"((uint64_t)(v)) : "memory")
#define ISB() __asm__ volatile("isb" : : : "memory")

/* reads of a register until a bit changes: a GIC needs a few */
#define PATIENCE 1000000

/* of distributor and SGI_base */
enum {
	GICR_SGI_BASE = 0x10000,
	ISENABLER = 0x0100,
	ICENABLER = 0x0180,
	ICPENDR = 0x0280,
	ICACTIVER = 0x0380,
	IPRIORITYR = 0x0400,
};

struct el2_gic_cpu {
	uintptr_t own; /* its redistributor; what stands for it on a GICv2; 0: none yet */
	uint64_t affinity; /* fields of MPIDR_EL1, as GICD_IROUTER has them */
	uint64_t kick; /* ICC_SGI1R_EL1: interrupt it for EL2 */
	uint32_t number; /* GICv2: the bit of its interface */
	uint32_t sgi; /* GICv2: GICC_IAR of the SGI that it acknowledged last */
};

struct el2_gic_hw {
	uintptr_t dist;
	uintptr_t interface; /* GICC of a GICv2; else 0 */
	uintptr_t hyp; /* GICH of a GICv2; else 0 */
	const struct ab_fdt_info *host;
	struct el2_lock lock; /* of el2_gicd_update() and el2_gicr_update() */
	struct el2_gic_cpu cpu[EL2_CPUS_MAX];
};
extern struct el2_gic_hw el2_gic;

/* The executing CPU's number. */
static inline unsigned int el2_gic_self(void)
{
	return (unsigned int)el2_this_cpu()->index;
}

static inline volatile uint32_t *el2_gic_at(uintptr_t base, uint32_t off)
{
	return (volatile uint32_t *)(base + off);
}

/* Bank @n of a distributor, or an SGI_base: not pending, not active, of a priority that nobody
 * chose. */
void el2_gic_calm(uintptr_t base, uint32_t n);
/* Enable EL2's own private interrupts, with the highest priority. */
void el2_gic_enable_own(uintptr_t base);

/* gicv2.c, gicv3.c: what el2_gic_init() and el2_gic_cpu_init() leave to them */
const char *el2_gicv2_init_(const struct ab_fdt_info *host);
const char *el2_gicv2_cpu_init_(unsigned int cpu);
const char *el2_gicv3_init_(const struct ab_fdt_info *host);
const char *el2_gicv3_cpu_init_(unsigned int cpu);
bool el2_gicv3_reaches_(uint64_t affinity);

#endif /* EL2_METAL_GIC_PRIV_H */
