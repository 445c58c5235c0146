/* SPDX-License-Identifier: BSD-2-Clause */
/* The checks of a machine, a file each. They stand on kinds.c and derive.c. */
#ifndef AB_MACHINE_CHECK_H
#define AB_MACHINE_CHECK_H

#include "machine_priv.h"

/* AB_ERR_ARG for the field @what: @rule says what it must be. */
static inline enum ab_err ab_bad_(struct ab_error *why, const char *what, uint64_t value,
				  const char *rule)
{
	return ab_fail(why, AB_ERR_ARG, what, value, rule);
}

/* Each device by itself, and the interrupts that devices share. */
enum ab_err ab_machine_check_devs_(const struct ab_machine *m, struct ab_error *why);

/* Ranges of memory and ports; each by itself has been checked. */
enum ab_err ab_machine_check_overlaps_(const struct ab_machine *m, struct ab_error *why);

/* arm64: interrupt controller, timers, reserved memory regions. */
enum ab_err ab_machine_check_arm64_(const struct ab_machine *m, struct ab_error *why);

/* arm64: interrupts of device @d, and its SMMU. */
enum ab_err ab_machine_check_wires_(const struct ab_machine *m, const struct ab_dev *d,
				    struct ab_error *why);

/* arm64: cache hierarchy. */
enum ab_err ab_machine_check_caches_(const struct ab_machine *m, struct ab_error *why);

/* arm64: caches that are valid, but that Linux ignores. @warning is untouched if there are none. */
void ab_machine_doubt_caches_(const struct ab_machine *m, struct ab_error *warning);

#endif /* AB_MACHINE_CHECK_H */
