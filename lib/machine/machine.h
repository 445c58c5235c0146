/* SPDX-License-Identifier: BSD-2-Clause */
/* Between the two halves of the machine check. */
#ifndef AB_LIB_MACHINE_H
#define AB_LIB_MACHINE_H

#include <aetherboot/machine.h>

/* Devices and their windows; RAM has been checked. */
enum ab_err ab_machine_check_devs(const struct ab_machine *m, struct ab_error *why);

#endif /* AB_LIB_MACHINE_H */
