/* SPDX-License-Identifier: BSD-2-Clause */
/* The frames of registers that a GICv3 has: distributor, and two for each vCPU's redistributor.
 * @spec{IHI0069, 12.9} @spec{IHI0069, 12.11} */
#include "vgic_priv.h"

enum {
	IIDR = 0x4, /* of GICR_IIDR; GICD_IIDR is at 0x8 */
	GICR_TYPER = 0x8,
	GIC_PIDR2 = 0xffe8,

	GIC_VERSION_3 = 0x3b, /* ArchRev 3; JEP106 code of Arm, as its number in IIDR */

	GICR_TYPER_LAST = 0x10,
	GICR_TYPER_NUMBER = 8, /* shift */

	GICD_CTLR_ENABLE_GRP1 = 0x02,
	GICD_CTLR_ARE = 0x10,
	GICD_CTLR_DS = 0x40,
};

/* ---- the distributor */

static uint32_t ctlr(struct el2_vgic *vm)
{
	const uint32_t rwp = el2_vgic_peek(&vm->n_rwp);

	return GICD_CTLR_DS | GICD_CTLR_ARE | (vm->enabled ? GICD_CTLR_ENABLE_GRP1 : 0) |
	       (rwp != 0 ? GICD_CTLR_RWP : el2_gicd_read(GIC_CTLR) & GICD_CTLR_RWP);
}

/* GICD_IROUTER, whole or a half of it. */
static uint64_t router(const struct el2_vgic *vm, uint32_t off, unsigned int len)
{
	const uint32_t affinity = el2_vgic_peek(&vm->router[(off - GICD_IROUTER) / 8]);

	if (len == 8)
		return (uint64_t)(affinity >> 24) << 32 | (affinity & 0xffffff);
	if (len == 4)
		return off & 4 ? affinity >> 24 : affinity & 0xffffff;
	return 0;
}

static void set_router(struct el2_vgic *vm, struct el2_vgic_cpu *self, uint32_t off,
		       unsigned int len, uint64_t v)
{
	const uint32_t intid = (off - GICD_IROUTER) / 8, bit = 1u << intid % 32;
	struct el2_vgic_bank *bank = &vm->spis[intid / 32];
	uint32_t affinity;

	if (!(bank->owned & bit) || len < 4)
		return;
	el2_lock(&vm->lock);
	affinity = vm->router[intid];
	if (len == 8 || off & 4)
		affinity = (affinity & 0xffffff) | (uint32_t)(len == 8 ? v >> 32 & 0xff : v & 0xff)
						       << 24;
	if (len == 8 || !(off & 4))
		affinity = (affinity & 0xff000000) | (v & 0xffffff);
	el2_vgic_route(vm, intid, affinity);
	el2_vgic_recall(vm, self, bank, bit, false);
	el2_vgic_announce(vm, self, bank, bit);
	el2_vgic_leave(vm, self);
}

uint64_t el2_vgic_v3_read(struct el2_vgic *vm, struct el2_vgic_cpu *self, uint64_t off,
			  unsigned int len)
{
	const uint32_t at = (uint32_t)off;

	if (off >= EL2_VGIC_DIST_SIZE)
		return 0;
	if (at >= 1 << 7 && at < 0x1000)
		return el2_vgic_bank_read(vm, self, &vm->spis[el2_vgic_bank_of(at)], at, len);
	if (at >= GICD_IROUTER && at < GICD_IROUTER + 8 * 32 * EL2_VGIC_BANKS)
		return router(vm, at, len);
	if (len != 4)
		return 0;
	switch (at) {
	case GIC_CTLR:
		return ctlr(vm);
	case GICD_TYPER:
		return vm->typer;
	case GICD_IIDR:
		return GIC_IIDR_ARM;
	case GIC_PIDR2:
		return GIC_VERSION_3;
	}
	return 0;
}

void el2_vgic_v3_write(struct el2_vgic *vm, struct el2_vgic_cpu *self, uint64_t off,
		       unsigned int len, uint64_t v)
{
	const uint32_t at = (uint32_t)off;

	if (off >= EL2_VGIC_DIST_SIZE)
		return;
	if (at >= 1 << 7 && at < 0x1000)
		el2_vgic_bank_write(vm, self, &vm->spis[el2_vgic_bank_of(at)], at, len,
				    (uint32_t)v);
	else if (at >= GICD_IROUTER && at < GICD_IROUTER + 8 * 32 * EL2_VGIC_BANKS)
		set_router(vm, self, at, len, v);
	else if (at == GIC_CTLR && len == 4)
		el2_vgic_enable(vm, self, v & GICD_CTLR_ENABLE_GRP1);
}

/* ---- the redistributors */

static uint64_t redist_typer(const struct el2_vgic *vm, const struct el2_vgic_cpu *cpu)
{
	return (uint64_t)cpu->affinity << 32 | (uint32_t)cpu->index << GICR_TYPER_NUMBER |
	       (cpu->index + 1u == vm->n_cpus ? GICR_TYPER_LAST : 0);
}

static uint32_t redist_ctlr(const struct el2_vgic_cpu *cpu)
{
	if (*(const volatile bool *)&cpu->rwp)
		return GICR_CTLR_RWP;
	return el2_gicr_read(cpu->cpu, GIC_CTLR) & GICR_CTLR_RWP;
}

uint64_t el2_vgic_redist_read(struct el2_vgic *vm, struct el2_vgic_cpu *self, uint64_t off,
			      unsigned int len)
{
	const uint32_t at = off % EL2_VGIC_REDIST_SIZE;
	struct el2_vgic_cpu *cpu;

	if (off / EL2_VGIC_REDIST_SIZE >= vm->n_cpus || at & (len - 1))
		return 0;
	cpu = vm->cpus[off / EL2_VGIC_REDIST_SIZE];
	if (at >= GICR_SGI_BASE + (1 << 7)) {
		const uint32_t reg = at - GICR_SGI_BASE;

		if (reg >= 0x1000 || el2_vgic_bank_of(reg) != 0)
			return 0;
		return el2_vgic_bank_read(vm, self, &cpu->bank, reg, len);
	}
	if (len == 8)
		return at == GICR_TYPER ? redist_typer(vm, cpu) : 0;
	if (len != 4)
		return 0;
	switch (at) {
	case GIC_CTLR:
		return redist_ctlr(cpu);
	case IIDR:
		return GIC_IIDR_ARM;
	case GICR_TYPER:
		return redist_typer(vm, cpu) & UINT32_MAX;
	case GICR_TYPER + 4:
		return cpu->affinity;
	case GIC_PIDR2:
		return GIC_VERSION_3;
	}
	return 0;
}

void el2_vgic_redist_write(struct el2_vgic *vm, struct el2_vgic_cpu *self, uint64_t off,
			   unsigned int len, uint64_t v)
{
	const uint32_t reg = (uint32_t)(off % EL2_VGIC_REDIST_SIZE) - GICR_SGI_BASE;

	/* in RD_base there is nothing to write: no LPIs, and it is always awake */
	if (off / EL2_VGIC_REDIST_SIZE >= vm->n_cpus || off & (len - 1) || reg < 1 << 7 ||
	    reg >= 0x1000 || el2_vgic_bank_of(reg) != 0)
		return;
	el2_vgic_bank_write(vm, self, &vm->cpus[off / EL2_VGIC_REDIST_SIZE]->bank, reg, len,
			    (uint32_t)v);
}
