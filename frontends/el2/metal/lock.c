/* SPDX-License-Identifier: BSD-2-Clause */
#include "el2/lock.h"

/* A ticket is taken by an exclusive pair, which waits for nothing but other takers. The owner's
 * word is released with a store that wakes those who wait for it. DDI0487, K13.2 */
void el2_lock(struct el2_lock *lock)
{
	uint32_t ticket = 0, next = 0, failed = 0;

	do {
		__asm__ volatile("ldaxr %w0, %3\n\t"
				 "add %w1, %w0, #1\n\t"
				 "stxr %w2, %w1, %3"
				 : "=&r"(ticket), "=&r"(next), "=&r"(failed), "+Q"(lock->next)
				 :
				 : "memory");
	} while (failed != 0);
	__asm__ volatile("sevl\n"
			 "1: wfe\n\t"
			 "ldaxr %w0, %1\n\t"
			 "cmp %w0, %w2\n\t"
			 "b.ne 1b"
			 : "=&r"(next)
			 : "Q"(lock->owner), "r"(ticket)
			 : "memory", "cc");
}

void el2_unlock(struct el2_lock *lock)
{
	__asm__ volatile("stlr %w1, %0" : "=Q"(lock->owner) : "r"(lock->owner + 1) : "memory");
}
