/* SPDX-License-Identifier: BSD-2-Clause */
/**
 * @file shared.h
 * A window of memory that two VMs share, and a register by which each interrupts the other.
 * docs/bundle.md has its properties, docs/el2.md what its guests find.
 */
#ifndef EL2_SHARED_H
#define EL2_SHARED_H

#include "lock.h"

#include <aetherboot/base.h>
#include <aetherboot/stage2.h>

struct el2_node;
struct el2_vm;

/** Bytes behind the window: a write there interrupts the other VM. */
#define EL2_SHARED_DOORBELL UINT64_C(0x1000)

/** A window. It is part of the VM with the lower slot. */
struct el2_shared {
	uint64_t pa; /**< physical address; the page behind it belongs to nobody */
	struct el2_lock lock; /**< guards @c loaded, and the window while it is erased. Taken under
				 no other one */
	uint32_t loaded; /**< slots of the VMs that are loaded, one bit each */
};

/** Find out who shares with the VM, and map the window; the VM with the lower slot gets memory for
 * it first.
 * @param node the node, of which the VMs with lower slots were admitted
 * @param vm   the VM; one that shares with nobody stays as it is
 * @param why  names the property that the other VM must have, too
 * @return AB_OK, AB_ERR_ARG, or as el2_memory_find() and ab_s2_map() */
enum ab_err el2_shared_admit(struct el2_node *node, struct el2_vm *vm, struct ab_error *why);

/** The VM's memory is filled: from now on it finds what the other one writes, and is interrupted.
 */
void el2_shared_join(struct el2_vm *vm);

/** The VM's memory is erased: and the window, unless the other VM is loaded. */
void el2_shared_leave(struct el2_vm *vm);

#endif /* EL2_SHARED_H */
