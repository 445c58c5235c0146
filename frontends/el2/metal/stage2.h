/* SPDX-License-Identifier: BSD-2-Clause */
/**
 * @file stage2.h
 * Surroundings of Stage-2 tables on the machine.
 */
#ifndef EL2_STAGE2_H
#define EL2_STAGE2_H

#include <aetherboot/stage2.h>

/** The operations of tables. The caller sets ab_s2_ops.ctx, to the tables themselves. */
struct ab_s2_ops el2_s2_ops(void);

#endif /* EL2_STAGE2_H */
