/* SPDX-License-Identifier: BSD-2-Clause */
/* Between the two halves of the machine check. */
#ifndef AB_LIB_MACHINE_H
#define AB_LIB_MACHINE_H

#include <aetherboot/machine.h>

#define AB_DEV_WIRES 4 /* most interrupts that one device has */

/* What a kind of device must have. */
enum ab_kind_flags {
	AB_KIND_MEM = 1, /* lives in memory */
	AB_KIND_PIO = 2, /* lives at ports; neither: at either */
	AB_KIND_SINGLE = 4, /* a machine has one at most */
	AB_KIND_IRQ = 8, /* an interrupt */
	AB_KIND_NOWHERE = 16, /* no address of its own */
};

/* Fields of a device, as errors name them. */
struct ab_dev_fields {
	const char *base, *size, *irq, *flags, *id;
};

/* A kind of device, and what is usual of it. */
struct ab_dev_kind {
	const char *name;
	struct ab_dev_fields field;
	uint32_t archs; /* bit 1 << enum ab_arch: that has such devices */
	uint32_t must; /* enum ab_kind_flags */
	uint32_t base, size, irq;
	enum ab_irq_flags flags;
	uint32_t align; /* arm64: its base is a multiple, and its size no less than the usual */
};

/* The kind's line of the table; NULL: no such kind. */
const struct ab_dev_kind *ab_machine_kind(enum ab_dev_type type);

/* Devices and their windows; RAM has been checked. */
enum ab_err ab_machine_check_devs(const struct ab_machine *m, struct ab_error *why);

/* arm64: interrupt controller, timers, caches, memory that stays mapped. */
enum ab_err ab_machine_check_arm64(const struct ab_machine *m, struct ab_error *why);

/* arm64: what of these device @d uses. */
enum ab_err ab_machine_check_wires(const struct ab_machine *m, const struct ab_dev *d,
				   struct ab_error *why);

/* Every interrupt of device @d; 0: none. */
void ab_dev_wires(const struct ab_dev *d, uint32_t irq[AB_DEV_WIRES]);

#endif /* AB_LIB_MACHINE_H */
