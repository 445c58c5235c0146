/* SPDX-License-Identifier: BSD-2-Clause */
/* Inside the virtual GIC: a bank and whose it is, the queue behind the list registers, and the
 * registers that a distributor and a redistributor have in common. All of it wants the lock. */
#ifndef EL2_VGIC_PRIV_H
#define EL2_VGIC_PRIV_H

#include <stddef.h>

#include "hw_gic.h"
#include "vgic.h"

/* Registers with a bit for each INTID have the number of their 128 bytes in both frames. */
enum {
	GIC_CTLR = 0x0000,
	GIC_CTLR_BLOCK = 0,
	GIC_IGROUPR = 1,
	GIC_ISENABLER = 2,
	GIC_ICENABLER = 3,
	GIC_ISPENDR = 4,
	GIC_ICPENDR = 5,
	GIC_ISACTIVER = 6,
	GIC_ICACTIVER = 7,
	GIC_IPRIORITYR = 0x0400,
	GIC_ITARGETSR = 0x0800,
	GIC_ICFGR = 0x0c00,
	GIC_IGRPMODR = 0x0d00,
	GICD_IROUTER = 0x6000,
	GICR_SGI_BASE = 0x10000,

	GICD_TYPER = 0x4,
	GICD_IIDR = 0x8,
	GICR_CTLR_RWP = 0x08,

	GIC_IIDR_ARM = 0x4100043b, /* ProductID 'A': none that drivers know errata of */
	GIC_BITS_END = 8, /* block behind GIC_ICACTIVER */
	GIC_SGIS = 16, /* INTIDs of SGIs end here */

	GIC_SPI = 32, /* the first one */
	GIC_SPI_END = 1020, /* behind the last one */
};
#define GICD_CTLR_RWP 0x80000000u

/* @spec{IHI0069, 12.4} */
#define ICH_LR_ACTIVE (UINT64_C(1) << 63)
#define ICH_LR_PENDING (UINT64_C(1) << 62)
#define ICH_LR_STATE (ICH_LR_ACTIVE | ICH_LR_PENDING)
#define ICH_LR_HW (UINT64_C(1) << 61)
#define ICH_LR_GROUP1 (UINT64_C(1) << 60)
#define ICH_LR_PRIORITY 48 /* shift */
#define ICH_LR_EOI (UINT64_C(1) << 41) /* HW 0: a maintenance interrupt when it is deactivated */
#define ICH_LR_PINTID 32 /* shift */
#define ICH_LR_SOURCE 32 /* shift; of an SGI on a GICv2: CPUID, 3 bits */

enum {
	ICH_HCR_EN = 0x0001,
	ICH_HCR_LRENPIE = 0x0004, /* an EOI came for what is in no list register */
	ICH_HCR_NPIE = 0x0008, /* none is pending in a list register */
	ICH_HCR_TDIR = 0x4000,
	ICH_HCR_EOICOUNT = 27, /* shift */
	ICH_VTR_LISTREGS = 0x1f, /* their number less 1 */
	ICH_VTR_TDS = 0x80000,
	ICH_VTR_PRIBITS = 29, /* shift; their number less 1 */
	ICH_VMCR_VEOIM = 0x200,
};

/* The bank of an INTID below 1024, as the vCPU sees it. */
static inline struct el2_vgic_bank *el2_vgic_find(struct el2_vgic *vm, struct el2_vgic_cpu *cpu,
						  uint32_t intid)
{
	return intid < GIC_SPI ? &cpu->bank : &vm->spis[intid / 32];
}

/* The lowest bit of @bits, which are not 0. */
static inline unsigned int el2_vgic_lowest(uint32_t bits)
{
	return (unsigned int)__builtin_ctz(bits);
}

/* A word that other CPUs may write: it is read once. */
static inline uint32_t el2_vgic_peek(const uint32_t *word)
{
	return *(const volatile uint32_t *)word;
}

/* What waits, whether or not it may be delivered now. */
static inline uint32_t el2_vgic_waiting(const struct el2_vgic_bank *bank)
{
	return bank->pending | (bank->line & ~bank->edge);
}

/* ---- vgic_phys.c: the bank's registers of the physical GIC, of interrupts that are physical */

uint32_t el2_vgic_phys_bits(struct el2_vgic_bank *bank, unsigned int block);
void el2_vgic_phys(struct el2_vgic_bank *bank, unsigned int block, uint32_t bits);
/* GIC_ICFGR: @half 0 or 1 of the bank */
uint32_t el2_vgic_phys_config(struct el2_vgic_bank *bank, unsigned int half);
void el2_vgic_phys_set_config(struct el2_vgic_bank *bank, unsigned int half, uint32_t v);
/* GIC_IPRIORITYR of the bank's interrupts from @first on, a multiple of 4; @mask: those to change
 */
void el2_vgic_phys_set_priority(struct el2_vgic_bank *bank, uint32_t first, uint32_t mask,
				uint32_t v);
/* All of the bank's are as after a reset. */
void el2_vgic_phys_quiet(struct el2_vgic_bank *bank);

/* ---- vgic_queue.c */

/* The vCPU must look at its list registers and at what waits. */
void el2_vgic_post(struct el2_vgic_cpu *self, struct el2_vgic_cpu *cpu);
/* Until it has looked, the guest sees RWP. */
void el2_vgic_await(struct el2_vgic *vm, struct el2_vgic_cpu *cpu);
/* The same for holders of those of @bits that are in list registers; @rwp: the guest sees when it
 * is done. */
void el2_vgic_recall(struct el2_vgic *vm, struct el2_vgic_cpu *self, struct el2_vgic_bank *bank,
		     uint32_t bits, bool rwp);
/* Of @bits some may have become deliverable: tell their vCPUs. */
void el2_vgic_announce(struct el2_vgic *vm, struct el2_vgic_cpu *self, struct el2_vgic_bank *bank,
		       uint32_t bits);
/* Active interrupts of the bank, in no list register, become inactive. */
void el2_vgic_deactivate(struct el2_vgic *vm, struct el2_vgic_cpu *self, struct el2_vgic_bank *bank,
			 uint32_t bits);
/* Take everything out of the vCPU's list registers. */
void el2_vgic_empty(struct el2_vgic *vm, struct el2_vgic_cpu *self);
/* Release the lock; @self, if not NULL, has looked before. */
void el2_vgic_leave(struct el2_vgic *vm, struct el2_vgic_cpu *self);

/* ---- vgic.c */

/* An SPI goes to the vCPU of that affinity, or to none; GICv2: to the lowest of those vCPUs. */
void el2_vgic_route(struct el2_vgic *vm, uint32_t intid, uint32_t to);
/* Enable or disable the distributor. */
void el2_vgic_enable(struct el2_vgic *vm, struct el2_vgic_cpu *self, bool enable);

/* ---- vgic_bank.c: registers with a field for each INTID, at offsets from 0x80 to 0xfff in each
 * frame. They lock where they must. */

/* The bank that the register is of. */
uint32_t el2_vgic_bank_of(uint32_t off);
uint32_t el2_vgic_bank_read(struct el2_vgic *vm, struct el2_vgic_cpu *self,
			    struct el2_vgic_bank *bank, uint32_t off, unsigned int len);
void el2_vgic_bank_write(struct el2_vgic *vm, struct el2_vgic_cpu *self, struct el2_vgic_bank *bank,
			 uint32_t off, unsigned int len, uint32_t v);
/* Deactivate what the guest says. */
void el2_vgic_clear_active(struct el2_vgic *vm, struct el2_vgic_cpu *self,
			   struct el2_vgic_bank *bank, uint32_t bits);

/* ---- vgic_v2.c, vgic_v3.c: the distributor, at offsets that are multiples of the width */

uint64_t el2_vgic_v2_read(struct el2_vgic *vm, struct el2_vgic_cpu *self, uint64_t off,
			  unsigned int len);
void el2_vgic_v2_write(struct el2_vgic *vm, struct el2_vgic_cpu *self, uint64_t off,
		       unsigned int len, uint32_t v);
uint64_t el2_vgic_v3_read(struct el2_vgic *vm, struct el2_vgic_cpu *self, uint64_t off,
			  unsigned int len);
void el2_vgic_v3_write(struct el2_vgic *vm, struct el2_vgic_cpu *self, uint64_t off,
		       unsigned int len, uint64_t v);

#endif /* EL2_VGIC_PRIV_H */
