/* SPDX-License-Identifier: BSD-2-Clause */
/**
 * @file life.h
 * The life of a VM. Its own CPUs do all the work that takes time: whoever asks for a change only
 * changes the state and wakes them.
 *
 *     EMPTY -> LOADING -> READY -> RUNNING -> STOPPING -> SCRUBBING -> EMPTY, LOADING or FAILED
 *
 * A VM is stopped in LOADING, READY and RUNNING alike. FAILED can be loaded again, as EMPTY. With
 * EL2_WISH_KEEP it stays in STOPPING until it is destroyed.
 */
#ifndef EL2_LIFE_H
#define EL2_LIFE_H

#include "vm.h"

/** What a physical CPU has to do for its vCPU, outside of the guest. */
enum el2_task {
	EL2_TASK_WAIT, /**< nothing, until it is woken */
	EL2_TASK_LOAD, /**< el2_guest_load(), then el2_life_loaded() */
	EL2_TASK_ENTER, /**< enter the guest at @c entry with @c context in x0 */
	EL2_TASK_SCRUB, /**< el2_guest_scrub(), then el2_life_scrubbed() */
	EL2_TASK_STAGE, /**< el2_stage_work() */
};

/** Get the next task of a CPU that is not in its guest. */
enum el2_task el2_life_task(struct el2_vcpu *v);

/** Begin a VM's first life: erase what was in its memory before it, then load and start it. */
void el2_life_begin(struct el2_vm *vm);

/** Load an EMPTY or FAILED VM, for which nothing is being staged.
 * @param vm  the VM
 * @param run start it as soon as it is READY
 * @return false: it is neither, or something is, or the node shuts down */
bool el2_life_create(struct el2_vm *vm, bool run);

/** Start a READY VM.
 * @return false: it is not READY */
bool el2_life_start(struct el2_vm *vm);

/** Stop a VM that is LOADING, READY or RUNNING, and, but for EL2_WISH_KEEP, erase it.
 * @param vm   the VM
 * @param why  reason; ROM string
 * @param wish what comes then
 * @return false: it is in no such state, or is being stopped already */
bool el2_life_stop(struct el2_vm *vm, const char *why, enum el2_wish wish);

/** Stop a VM in any state, and erase it and all that is known about how it ended: it will be EMPTY.
 * @param vm  the VM
 * @param why reason, for the log; ROM string
 * @return false: there is nothing to destroy, or it is being destroyed already */
bool el2_life_destroy(struct el2_vm *vm, const char *why);

/** Destroy all VMs, and let none begin again. */
void el2_life_shutdown(struct el2_node *node);

/** Stop a VM that ended by itself: like el2_life_stop(), but it begins again if it asked for that,
 *  or has restarts left. */
void el2_life_end(struct el2_vm *vm, const char *why, enum el2_wish wish);

/** Whether a vCPU whose CPU is in EL2 must not go back into the guest. */
bool el2_life_leaves(const struct el2_vcpu *v);

/** Whether a VM that is LOADING should give up. */
bool el2_life_cancelled(const struct el2_vm *vm);

/** The VM is loaded, or was not: @p failure says why. ROM string; NULL: it is. */
void el2_life_loaded(struct el2_vm *vm, const char *failure);

/** The VM is erased. */
void el2_life_scrubbed(struct el2_vm *vm);

/** Whether no VM of the node runs or will run by itself. Says so once. */
bool el2_life_over(struct el2_node *node);

#endif /* EL2_LIFE_H */
