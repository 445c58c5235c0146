/* SPDX-License-Identifier: BSD-2-Clause */
/* Between the two halves of the machine check. */
#ifndef AB_LIB_MACHINE_H
#define AB_LIB_MACHINE_H

#include <aetherboot/machine.h>

/* What a kind of device must have. */
enum ab_kind_flags {
	AB_KIND_MEM = 1, /* lives in memory */
	AB_KIND_PIO = 2, /* lives at ports; neither: at either */
	AB_KIND_SINGLE = 4, /* a machine has one at most */
	AB_KIND_IRQ = 8, /* an interrupt */
	AB_KIND_NOWHERE = 16, /* no address of its own */
};

/* A kind of device, and what is usual of it. */
struct ab_dev_kind {
	const char *name;
	uint32_t archs; /* bit 1 << enum ab_arch: that has such devices */
	uint32_t must; /* enum ab_kind_flags */
	uint32_t base, size, irq;
	enum ab_irq_flags flags;
};

/* The kind's line of the table; NULL: no such kind. */
const struct ab_dev_kind *ab_machine_kind(enum ab_dev_type type);

/* Devices and their windows; RAM has been checked. */
enum ab_err ab_machine_check_devs(const struct ab_machine *m, struct ab_error *why);

/* arm64: interrupt controller, timers, caches, and what of them devices use. */
enum ab_err ab_machine_check_arm64(const struct ab_machine *m, struct ab_error *why);

#endif /* AB_LIB_MACHINE_H */
