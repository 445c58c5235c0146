/* SPDX-License-Identifier: BSD-2-Clause */
/**
 * @file lock.h
 * A spinlock. The machine implements it: metal/lock.c, or a test.
 */
#ifndef EL2_LOCK_H
#define EL2_LOCK_H

#include <stdint.h>

/** A lock that CPUs get in the order in which they ask for it. All zero is a free lock. It needs
 *  Normal memory: the MMU is on. */
struct el2_lock {
	uint32_t next; /**< The ticket of the next CPU that asks. */
	uint32_t owner; /**< The ticket of the CPU that has the lock. */
};

/** Take a lock, which the executing CPU must not have. Interrupts stay masked while it does. */
void el2_lock(struct el2_lock *lock);

/** Release a lock, which the executing CPU must have. */
void el2_unlock(struct el2_lock *lock);

#endif /* EL2_LOCK_H */
