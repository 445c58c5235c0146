/* SPDX-License-Identifier: BSD-2-Clause */
/**
 * @file admit.h
 * Admission: which VM gets which CPUs and which memory. All of it is decided before any VM starts,
 * and nothing is shared.
 */
#ifndef EL2_ADMIT_H
#define EL2_ADMIT_H

#include "node.h"

/** Give each VM of the bundle its CPUs, memory, interrupts and addresses.
 * @param node the node, whose @c facts, @c memory and @c bundle are filled
 * @param ops  surroundings of Stage-2 tables; @c ctx becomes the tables
 * @param why  names the VM and what it cannot have
 * @return AB_OK, or an error: nothing may be started then */
enum ab_err el2_admit(struct el2_node *node, const struct ab_s2_ops *ops, struct ab_error *why);

#endif /* EL2_ADMIT_H */
