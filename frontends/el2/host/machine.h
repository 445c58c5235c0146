/* SPDX-License-Identifier: BSD-2-Clause */
/**
 * @file machine.h
 * The hypervisor's decisions on a host.
 */
#ifndef EL2_HOST_MACHINE_H
#define EL2_HOST_MACHINE_H

#include <aetherboot/stage2.h>

/** Surroundings of Stage-2 tables: memory of this program. */
struct ab_s2_ops el2_host_ops(void);

#endif /* EL2_HOST_MACHINE_H */
