/* SPDX-License-Identifier: BSD-2-Clause */
/**
 * @file guest.h
 * The machine that a guest finds, as the library wants it described, and the plan of its start.
 */
#ifndef EL2_GUEST_H
#define EL2_GUEST_H

#include "facts.h"
#include "vm.h"

/** The address space of a VM whose IPAs are not physical addresses. */
#define EL2_IPA_GICD UINT64_C(0x10000000)
#define EL2_IPA_GICR UINT64_C(0x10100000)
#define EL2_IPA_UART UINT64_C(0x11000000)
#define EL2_IPA_RAM UINT64_C(0x80000000)
/** The emulated UART's interrupt. */
#define EL2_INTID_UART 32

/** Everything that the plan of a guest borrows. */
struct el2_guest {
	struct ab_machine machine; /**< the machine */
	struct ab_ram ram; /**< its RAM */
	struct ab_range redist; /**< its redistributors */
	struct ab_dev devs[1]; /**< its devices */
	struct ab_payload payload; /**< what it boots */
	struct ab_bytes initrd; /**< entry of @c payload.initrds */
	struct ab_region room[AB_PLAN_REGIONS]; /**< regions of @c plan */
	struct ab_plan plan; /**< filled by ab_plan_make() */
};

/** Describe a VM's machine. What it boots is left empty.
 * @param g      filled
 * @param facts  the physical machine: the guest's timers have its interrupts
 * @param n_cpus vCPUs
 * @param memory bytes of RAM
 * @param tables AB_TABLES_FDT or AB_TABLES_ACPI */
void el2_guest_describe(struct el2_guest *g, const struct el2_facts *facts, uint32_t n_cpus,
			uint64_t memory, enum ab_tables tables);

#endif /* EL2_GUEST_H */
