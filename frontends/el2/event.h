/* SPDX-License-Identifier: BSD-2-Clause */
/**
 * @file event.h
 * What changed on the node: counters, and bits with an interrupt for the VMs that manage it.
 */
#ifndef EL2_EVENT_H
#define EL2_EVENT_H

#include "vm.h"

/** Count a change of a VM, and tell the managers. The caller has el2_node.lock. */
void el2_event_change(struct el2_vm *vm);

/** A VM printed: tell the managers, unless they know already. */
void el2_event_printed(struct el2_vm *vm);

/** Take the events that a manager has not taken yet. Its interrupt ends.
 * @return their bits */
uint64_t el2_event_take(struct el2_vm *manager);

/** Number of changes of the node so far. */
uint64_t el2_event_changes(struct el2_node *node);

#endif /* EL2_EVENT_H */
