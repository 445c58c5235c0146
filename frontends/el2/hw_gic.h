/* SPDX-License-Identifier: BSD-2-Clause */
/**
 * @file hw_gic.h
 * What the virtual GIC wants of the physical one. The machine implements these functions:
 * metal/gic.c, or a test. Offsets, INTIDs and values are those of the GIC architecture.
 * @spec{IHI0069, 12}
 *
 * A CPU's number is the hypervisor's own number of a physical CPU.
 */
#ifndef EL2_HW_GIC_H
#define EL2_HW_GIC_H

#include <stdint.h>

/** The SGI by which EL2 makes another CPU look at what changed. No guest has a physical SGI. */
#define EL2_GIC_KICK 0u
/** What el2_gic_ack() returns when nothing is pending; INTIDs from 1020 up to this one are no
 *  interrupts. */
#define EL2_GIC_NONE 1023u

/* ---- the distributor and the redistributors */

/** Read a register of the distributor.
 * @param off offset of a 32-bit register */
uint32_t el2_gicd_read(uint32_t off);

/** Write a register of the distributor. An access happens in program order with all others to the
 *  GIC; nobody waits for GICD_CTLR.RWP.
 * @param off offset of a 32-bit register
 * @param v   the value */
void el2_gicd_write(uint32_t off, uint32_t v);

/** Send an SPI to a CPU: GICD_IROUTER, or GICD_ITARGETSR of a GICv2.
 * @param intid an SPI
 * @param cpu   its number */
void el2_gic_route(uint32_t intid, unsigned int cpu);

/** Change some bits of a register of the distributor, of which other CPUs may change other bits at
 *  the same time: GICD_IPRIORITYR and GICD_ICFGR.
 * @param off  offset of a 32-bit register
 * @param mask the bits that change
 * @param v    their values */
void el2_gicd_update(uint32_t off, uint32_t mask, uint32_t v);

/** Like el2_gicd_read(), but of the redistributor of @p cpu. Offsets from 0x10000 on are those of
 *  its SGI_base frame. On a GICv2 these are the distributor's registers of private interrupts,
 * which are the executing CPU's: @p cpu must be that one. Others read as 0 there. */
uint32_t el2_gicr_read(unsigned int cpu, uint32_t off);

/** Like el2_gicd_write(), but to the redistributor of @p cpu. */
void el2_gicr_write(unsigned int cpu, uint32_t off, uint32_t v);

/** Like el2_gicd_update(), but of the redistributor of @p cpu. */
void el2_gicr_update(unsigned int cpu, uint32_t off, uint32_t mask, uint32_t v);

/* ---- the CPU interface of the executing CPU, with EOImode 1 */

/** Acknowledge the pending interrupt of highest priority: ICC_IAR1_EL1, GICC_IAR. On a GICv2 an SGI
 *  must be deactivated before the next one is acknowledged.
 * @return its INTID, or 1020 to EL2_GIC_NONE */
uint32_t el2_gic_ack(void);

/** Drop the priority of an interrupt, which stays active: ICC_EOIR1_EL1, GICC_EOIR. */
void el2_gic_drop(uint32_t intid);

/** Deactivate an interrupt whose priority was dropped: ICC_DIR_EL1, GICC_DIR. */
void el2_gic_deactivate(uint32_t intid);

/** Disable an interrupt at the distributor, or at the executing CPU's redistributor. It may be one
 *  of the extended ranges, too. An LPI stays enabled. */
void el2_gic_mask(uint32_t intid);

/** Send EL2_GIC_KICK to another CPU, which sees all that was written to memory before.
 * @param cpu its number */
void el2_gic_kick(unsigned int cpu);

/* ---- the virtual CPU interface of the executing CPU: ICH_*_EL2. The registers of a GICv2, GICH_*,
 * are translated: GICC_DIR always traps, so TDS is 1 and TDIR without effect; the bits of a list
 * register from 32 on have the source of an SGI. */

/** ICH_VTR_EL2 */
uint32_t el2_ich_vtr(void);

/** ICH_HCR_EL2, with EOIcount in bits 31 to 27 */
uint32_t el2_ich_hcr(void);

/** Write ICH_HCR_EL2. */
void el2_ich_set_hcr(uint32_t v);

/** ICH_VMCR_EL2 */
uint32_t el2_ich_vmcr(void);

/** Read a list register: ICH_LRn_EL2.
 * @param n its number, up to ICH_VTR_EL2.ListRegs */
uint64_t el2_ich_lr(unsigned int n);

/** Write a list register. */
void el2_ich_set_lr(unsigned int n, uint64_t v);

/** Put the virtual CPU interface into its reset state: all list registers, active priorities,
 *  ICH_VMCR_EL2 and ICH_HCR_EL2 are zero. */
void el2_ich_reset(void);

#endif /* EL2_HW_GIC_H */
