/* SPDX-License-Identifier: BSD-2-Clause */
/* A machine without registers, for what the hypervisor decides about the lives of VMs. It notes who
 * is woken, and aborts where a lock would wait for ever. */
#ifndef EL2_FAKE_MACHINE_H
#define EL2_FAKE_MACHINE_H

#include <stdint.h>

struct fake_machine {
	uint64_t woken; /* CPUs, a bit each */
	unsigned int printed; /* lines */
	unsigned int held; /* locks */
};

extern struct fake_machine fake_machine;

#endif /* EL2_FAKE_MACHINE_H */
