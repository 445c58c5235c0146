/* SPDX-License-Identifier: BSD-2-Clause */
/**
 * @file vgic.h
 * A VM's virtual GIC, of the version that the machine has. The distributor and, of a GICv3, the
 * redistributors are emulated, the CPU interface is the hardware's own, fed by list registers. The
 * VM sees one Security state, and its interrupts are of one group: of Group 1 on a GICv3
 * (GICD_CTLR.DS is 1), of Group 0 on a GICv2, where GICD_IGROUPR reads as zero. There are no LPIs,
 * no ITS and no message-based interrupts. @spec{IHI0069, 12.9} @spec{IHI0048, 4.3}
 *
 * On a GICv2 an SGI of each source is an interrupt of its own. One source of an SGI is in a list
 * register at a time, the lowest first; the next one follows when it ends. GICC_DIR always traps.
 * List registers of a GICv2 do not deactivate physical interrupts, a maintenance interrupt tells
 * EL2 to: one that is pending again by then is not signalled by QEMU's GICv2 otherwise.
 *
 * Every INTID has one owner. A VM owns its SGIs, which are wholly virtual; the PPIs and SPIs that
 * it was given, which are the physical interrupts of the same INTID; and SPIs that emulated devices
 * drive. What a VM writes reaches the physical GIC for its physical interrupts only. Those that it
 * does not own read as zero and ignore writes, as do registers without meaning, and accesses of
 * other widths than the architecture's.
 *
 * A physical interrupt is taken by EL2 and stays active at the physical GIC while it waits here and
 * while it is in a list register: the guest's own deactivation ends it there, too. So an edge that
 * comes while an earlier one waits is an interrupt of its own, and a level that drops while it
 * waits is delivered still.
 *
 * Where the state of an interrupt that is in another vCPU's list register is asked for, it reads as
 * pending and active: only the CPU itself knows which. The answer 0 is always true.
 *
 * The rules of calls and locks:
 *
 * - A vCPU runs on one physical CPU, which runs no other.
 * - @c self is the vCPU whose physical CPU executes. Callers need no lock.
 * - el2_vgic.lock guards struct el2_vgic and each struct el2_vgic_cpu of the VM, and all writes to
 *   the physical GIC for the VM happen under it. The lock of el2_gicd_update() is taken under it.
 * - Registers that are one word of memory are read without the lock.
 * - Only the executing CPU touches its list registers. Who wants a change of another's writes it
 *   into the banks, and kicks that CPU. GICD_CTLR.RWP and GICR_CTLR.RWP read as 1 until an
 *   interrupt that was disabled has left it.
 * - Work per call is bounded by the number of vCPUs, list registers and INTIDs.
 */
#ifndef EL2_VGIC_H
#define EL2_VGIC_H

#include <stdbool.h>
#include <stdint.h>

#include "lock.h"

/** The greatest number of vCPUs of a VM. */
#define EL2_VGIC_CPUS 32
/** Banks of 32 INTIDs: bank 0 is private to a vCPU, the others are SPIs. */
#define EL2_VGIC_BANKS 32
/** The greatest number of list registers that the architecture allows. */
#define EL2_VGIC_LRS 16
/** Bytes of a vCPU's redistributor: RD_base and SGI_base. */
#define EL2_VGIC_REDIST_SIZE 0x20000u
/** Bytes of the distributor. */
#define EL2_VGIC_DIST_SIZE 0x10000u
/** Bytes of a GICv2's. */
#define EL2_VGIC_V2_DIST_SIZE 0x1000u
/** The greatest number of vCPUs of a VM with a GICv2. */
#define EL2_VGIC_V2_CPUS 8
/** No vCPU. */
#define EL2_VGIC_NOBODY 0xffu

/** 32 INTIDs: bit n, or entry n, is INTID 32 * bank + n. */
struct el2_vgic_bank {
	struct el2_vgic_cpu *cpu; /**< Of a private bank the vCPU, else NULL. */
	uint32_t first; /**< The first INTID. */
	uint32_t owned; /**< The VM has this INTID. */
	uint32_t soft; /**< It is not a physical interrupt: an SGI, or an emulated device's SPI. */

	uint32_t enabled; /**< As the guest wrote it. */
	uint32_t pending; /**< Waits here; a physical one is active at the physical GIC. */
	uint32_t active; /**< Active, but in no list register. */
	uint32_t in_lr; /**< In a list register of @c holder, as far as is known. */
	uint32_t line; /**< Soft: the level of the device's line. */
	uint32_t edge; /**< Soft: edge-triggered. */
	uint32_t drop; /**< Asks the holder to make it not pending. */
	uint32_t undo; /**< Asks the holder to make it not active. */
	uint8_t priority[32]; /**< As the guest wrote it. */
	uint8_t target[32]; /**< SPIs: index of the vCPU of @c affinity, or EL2_VGIC_NOBODY. */
	uint8_t holder[32]; /**< Index of the vCPU whose it is while @c in_lr or @c active. */
};

/** A vCPU's part of the virtual GIC. */
struct el2_vgic_cpu {
	uint32_t affinity; /**< GICv3: Aff3.Aff2.Aff1.Aff0 that the guest sees, 8 bits each. */
	unsigned int cpu; /**< Number of the physical CPU, for el2_gicr_read() and others. */

	/* ---- state */
	struct el2_vgic_bank bank; /**< SGIs and PPIs. */
	uint8_t index; /**< Its place in el2_vgic.cpus; GICv2: its interface number. */
	uint8_t sources[16]; /**< GICv2: vCPUs whose SGI of that INTID waits, one bit each. */
	bool on; /**< Between el2_vgic_cpu_reset() and el2_vgic_cpu_off(). */
	bool look; /**< Something changed that it must look at. */
	bool rwp; /**< Something was disabled that may be in its list registers. */
	uint8_t n_lrs; /**< List registers that it has. */
	bool tdir; /**< Its ICH_HCR_EL2.TDIR works. */
	uint32_t used; /**< List registers in use, one bit each. */
	uint32_t hcr; /**< ICH_HCR_EL2 as written. */
	uint32_t n_active; /**< Interrupts of which it is the holder, and which are active here. */
	uint16_t lr[EL2_VGIC_LRS]; /**< INTID in each list register in use. */
	uint32_t latched; /**< List registers whose interrupt was el2_vgic_bank.pending, one bit
			   *   each; else a line was high. */
};

/** A VM's virtual GIC. */
struct el2_vgic {
	struct el2_vgic_cpu *cpus[EL2_VGIC_CPUS]; /**< The vCPUs; each stays where it is. */
	unsigned int n_cpus; /**< The number of @c cpus: 1 to EL2_VGIC_CPUS. */
	uint32_t maintenance; /**< The physical INTID of the maintenance interrupt: 16 to 31. */
	bool v2; /**< It is a GICv2, and so is the physical one. */

	/* ---- state */
	struct el2_lock lock; /**< See above. */
	uint32_t ppis; /**< The PPIs that each vCPU has, bits 16 to 31. */
	struct el2_vgic_bank spis[EL2_VGIC_BANKS]; /**< SPIs; entry 0 stays empty. */
	uint32_t router[EL2_VGIC_BANKS * 32]; /**< GICD_IROUTER of each SPI: its affinity; GICv2:
					       * its byte of GICD_ITARGETSR. */
	uint32_t busy; /**< Banks in which an SPI may be pending, one bit each. */
	uint32_t typer; /**< GICD_TYPER */
	uint32_t n_rwp; /**< vCPUs with el2_vgic_cpu.rwp. */
	uint32_t strays; /**< Physical interrupts that came and nobody owns; they are disabled. */
	uint8_t priority_mask; /**< Bits of a priority that the hardware implements. */
	bool enabled; /**< GICD_CTLR.EnableGrp1; GICv2: EnableGrp0. */
};

/** Make a VM's virtual GIC without PPIs and SPIs, from the fields of @p vm and its vCPUs before the
 *  comments "state". Like el2_vgic_give(), only before the VM starts for the first time. */
void el2_vgic_init(struct el2_vgic *vm);

/** Give a VM an interrupt. The caller sees to it that no physical one has two owners, and that
 *  EL2's own, such as the maintenance interrupt and the EL2 timers, are given to nobody.
 * @param vm       the VM
 * @param intid    16 to 31: this PPI of each of its CPUs; 32 to 1019: an SPI
 * @param physical whether it is the physical interrupt of that INTID, which PPIs must be; else an
 *                 emulated device drives it by el2_vgic_line()
 * @return whether it could be given */
bool el2_vgic_give(struct el2_vgic *vm, uint32_t intid, bool physical);

/** Start or restart a VM, while all of its vCPUs are off: its distributor and SPIs are disabled,
 *  inactive, not pending, of priority 0 and routed to vCPU 0, here and at the physical GIC; what is
 *  private to its vCPUs is so since they are off. The executing CPU may be any. */
void el2_vgic_reset(struct el2_vgic *vm);

/** Switch a vCPU on: SGIs, PPIs and CPU interface are in the reset state. */
void el2_vgic_cpu_reset(struct el2_vgic *vm, struct el2_vgic_cpu *self);

/** Switch a vCPU off. SPIs that wait for it are delivered where the guest routes them, or when it
 *  is on again; SGIs and PPIs are gone. */
void el2_vgic_cpu_off(struct el2_vgic *vm, struct el2_vgic_cpu *self);

/* ---- the guest's accesses */

/** Read a register of the distributor.
 * @param vm   the VM
 * @param self the vCPU that reads
 * @param off  offset; any
 * @param len  bytes: 1, 2, 4 or 8
 * @return the value, 0 for a register without meaning */
uint64_t el2_vgic_dist_read(struct el2_vgic *vm, struct el2_vgic_cpu *self, uint64_t off,
			    unsigned int len);

/** Write a register of the distributor. Like el2_vgic_dist_read(), with the value @p v. */
void el2_vgic_dist_write(struct el2_vgic *vm, struct el2_vgic_cpu *self, uint64_t off,
			 unsigned int len, uint64_t v);

/** Read a register of any vCPU's redistributor, of a GICv3. Like el2_vgic_dist_read(), but vCPU n's
 * begins at n * EL2_VGIC_REDIST_SIZE. */
uint64_t el2_vgic_redist_read(struct el2_vgic *vm, struct el2_vgic_cpu *self, uint64_t off,
			      unsigned int len);

/** Write a register of any vCPU's redistributor. Like el2_vgic_redist_read(). */
void el2_vgic_redist_write(struct el2_vgic *vm, struct el2_vgic_cpu *self, uint64_t off,
			   unsigned int len, uint64_t v);

/** Send SGIs on a GICv3: the guest wrote ICC_SGI1R_EL1. Writes to ICC_SGI0R_EL1 and ICC_ASGI1R_EL1
 * generate Group 0 interrupts, of which there are none, so a trap ignores them.
 * @param vm   the VM
 * @param self the vCPU that sends
 * @param v    the register's value */
void el2_vgic_sgi(struct el2_vgic *vm, struct el2_vgic_cpu *self, uint64_t v);

/** Deactivate an interrupt: the guest wrote ICC_DIR_EL1, which traps only while an active interrupt
 *  had to leave its list register; or GICC_DIR of a GICv2, which always traps.
 * @param vm   the VM
 * @param self the vCPU that writes
 * @param v    the register's value */
void el2_vgic_dir(struct el2_vgic *vm, struct el2_vgic_cpu *self, uint64_t v);

/* ---- devices and hardware */

/** Set the line of an SPI that an emulated device drives. An edge-triggered one becomes pending
 *  when the line rises, a level-sensitive one is pending while the line is high.
 * @param vm    the VM
 * @param self  the vCPU whose physical CPU executes, or NULL: it is not one of this VM's
 * @param intid an SPI that was given as not physical; others are ignored
 * @param high  the line's level */
void el2_vgic_line(struct el2_vgic *vm, struct el2_vgic_cpu *self, uint32_t intid, bool high);

/** Result of el2_vgic_irq(): EL2_GIC_KICK was among the interrupts. */
#define EL2_VGIC_KICKED 1u
/** Result of el2_vgic_irq(): the caller's own interrupt was. */
#define EL2_VGIC_OWN 2u

/** Take the physical interrupts of the executing CPU: up to 32, as the rest stays pending. Those of
 *  the VM wait for their vCPU, or go into a list register at once. Those that nobody owns are
 *  disabled at the physical GIC and counted.
 * @param vm   the VM; NULL: the CPU has none
 * @param self the vCPU, on or off; NULL: the CPU has none
 * @param own  an INTID that the caller deals with; 0: none. It stays active until the caller calls
 *             el2_gic_deactivate()
 * @return EL2_VGIC_KICKED, EL2_VGIC_OWN, both or 0 */
unsigned int el2_vgic_irq(struct el2_vgic *vm, struct el2_vgic_cpu *self, uint32_t own);

#endif /* EL2_VGIC_H */
