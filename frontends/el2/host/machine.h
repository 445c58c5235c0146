/* SPDX-License-Identifier: BSD-2-Clause */
/**
 * @file machine.h
 * A machine in which nothing happens, for what the hypervisor decides about bundles and the lives
 * of VMs on a host. It notes who is woken, and aborts where a lock would wait for ever.
 */
#ifndef EL2_HOST_MACHINE_H
#define EL2_HOST_MACHINE_H

#include <aetherboot/stage2.h>

/** Ticks of a second. */
#define EL2_HOST_SECOND 1000

/** What was asked of it, and what it has. */
struct el2_host_machine {
	uint64_t woken; /**< CPUs, a bit each */
	unsigned int printed; /**< lines */
	unsigned int held; /**< locks */
	uint64_t ticks; /**< the time, which stands still; a second has EL2_HOST_SECOND */
	uint64_t memory; /**< physical address of memory that VMs have */
	uint8_t *bytes; /**< @c size bytes of it */
	size_t size; /**< its size; what VMs have elsewhere is 64 bytes that are all the same */
	void (*on_flush)(void); /**< called when caches are flushed, if it is not NULL */
};

extern struct el2_host_machine el2_host_machine;

/** Surroundings of Stage-2 tables: memory of this program. */
struct ab_s2_ops el2_host_ops(void);

#endif /* EL2_HOST_MACHINE_H */
