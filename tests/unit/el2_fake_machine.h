/* SPDX-License-Identifier: BSD-2-Clause */
/* A machine without registers, for what the hypervisor decides about the lives of VMs. It notes who
 * is woken, and aborts where a lock would wait for ever. */
#ifndef EL2_FAKE_MACHINE_H
#define EL2_FAKE_MACHINE_H

#include "el2/abi.h"

#include <stdint.h>

#define FAKE_TICK_RATE 1000
#define FAKE_MAILBOX UINT64_C(0x40000) /* its physical address */

struct fake_machine {
	uint64_t woken; /* CPUs, a bit each */
	unsigned int printed; /* lines */
	unsigned int held; /* locks */
	uint64_t ticks; /* the time */
	uint8_t mailbox[EL2_MAILBOX_SIZE]; /* memory of the manager's mailbox */
	void (*on_flush)(void); /* what others do when caches are flushed */
};

extern struct fake_machine fake_machine;

#endif /* EL2_FAKE_MACHINE_H */
