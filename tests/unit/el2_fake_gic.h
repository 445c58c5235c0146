/* SPDX-License-Identifier: BSD-2-Clause */
/* A physical GICv3, or GICv2, with the CPU interfaces of its CPUs, physical and virtual, for the
 * virtual GIC of frontends/el2: states of interrupts as the architecture (IHI 0069, IHI 0048) has
 * them. What breaks a rule of hw_gic.h, or reaches an interrupt that the VM does not own, is
 * counted. Its locks are those of el2_fake_hw.h. */
#ifndef EL2_FAKE_GIC_H
#define EL2_FAKE_GIC_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "el2/hw_gic.h"
#include "el2/vgic.h"

#define FAKE_CPUS 8
#define FAKE_MAINTENANCE 25
#define FAKE_NOWHERE 0xff

struct fake_irq {
	bool enabled, latch, active, line, edge;
	uint8_t priority;
	unsigned int taken; /* times that EL2 acknowledged it */
};

struct fake_cpu {
	struct fake_irq own[32]; /* SGIs and PPIs */
	uint32_t taken[16]; /* acknowledged, priority not dropped */
	unsigned int n_taken;

	/* the virtual CPU interface; the guest's own registers are in vmcr */
	unsigned int n_lrs;
	uint64_t lr[16];
	uint32_t hcr, vmcr;
	uint32_t ap1r; /* bit n: priority 8n is active */
	unsigned int source; /* GICv2: of the SGI that the guest acknowledged last */

	struct el2_vgic *vm; /* what runs on it */
	struct el2_vgic_cpu *vcpu;
};

struct fake_gic {
	struct fake_irq spi[1020];
	uint8_t router[1020]; /* number of a CPU, or FAKE_NOWHERE */
	struct fake_cpu cpu[FAKE_CPUS];
	unsigned int self; /* the executing CPU */
	uint32_t vtr; /* but for the number of list registers */
	bool rwp; /* of the distributor */
	bool counts_drops; /* EOIcount counts EOIs with EOImode 1, too, as QEMU 7.2's does */
	uint32_t odd; /* an INTID above 1023 that is pending, or 0 */

	const struct el2_vgic *owner; /* writes are for this VM; NULL: nobody looks */
	unsigned int wrong; /* accesses against a rule */
	const char *rule; /* the first one */
	unsigned int odds; /* those that were masked */
	unsigned int kicks, irqs, maintenances, writes;
};

extern struct fake_gic fake;

/* 2 or 3: what fake_start() makes */
extern unsigned int fake_version;

/* It is wrong unless it holds. */
void fake_require(bool holds);
/* MPIDR's affinity fields of physical CPU @cpu. */
uint32_t fake_affinity(unsigned int cpu);
/* A GIC as EL2 has set it up: everything disabled but for EL2's own. */
void fake_start(unsigned int n_lrs);
/* Interrupt @intid, of CPU @cpu if it is private. */
struct fake_irq *fake_irq(unsigned int cpu, uint32_t intid);
/* A device's interrupt line changes. */
void fake_line(unsigned int cpu, uint32_t intid, bool high);
/* Let each CPU that has a physical interrupt take it, until none has. */
void fake_run(void);
/* The conditions of ICH_MISR_EL2. */
uint32_t fake_misr(unsigned int cpu);

/* The guest on CPU @cpu: ICC_IAR1_EL1, ICC_EOIR1_EL1, ICC_DIR_EL1. EL2 takes what comes of it. */
uint32_t fake_guest_ack(unsigned int cpu);
void fake_guest_eoi(unsigned int cpu, uint32_t intid);
void fake_guest_dir(unsigned int cpu, uint32_t intid);
/* Its ICC_PMR_EL1, ICC_IGRPEN1_EL1 and ICC_CTLR_EL1.EOImode. */
void fake_guest_interface(unsigned int cpu, uint8_t pmr, bool enable, bool split);
/* Whether a virtual interrupt is signalled to the guest. */
bool fake_guest_irq(unsigned int cpu);

#endif /* EL2_FAKE_GIC_H */
