/* SPDX-License-Identifier: BSD-2-Clause */
/* A model of a CPU's registers, of its firmware, memory and console, for the decisions of the
 * hypervisor: it implements hw.h and lock.h, and notes what is done. Where a rule of theirs is
 * broken, it aborts the program. The GIC of the same machine is in el2_fake_gic.h. */
#ifndef EL2_FAKE_HW_H
#define EL2_FAKE_HW_H

#include <stdbool.h>
#include <stddef.h>

#include "el2/hw.h"
#include "el2/lock.h"

#define EL2_FAKE_REGISTERS 6 /* names of enum el2_register */
#define EL2_FAKE_CALLS 16
#define EL2_FAKE_LOCKS 3
#define EL2_FAKE_OUTER 8

struct el2_fake {
	uint64_t reg[EL2_FAKE_REGISTERS];
	unsigned int reads[EL2_FAKE_REGISTERS], writes[EL2_FAKE_REGISTERS];
	uint64_t id[8][8]; /* S3_0_C0_C<crm>_<op2> */
	unsigned int id_reads[8][8];
	/* NULL: the firmware knows no call */
	uint64_t (*firmware)(uint32_t function, uint64_t x1);
	struct {
		uint32_t function;
		uint64_t x1;
	} call[EL2_FAKE_CALLS];
	unsigned int calls; /* all; the first of them are in @call */
	unsigned int wakes, waits;
	uint32_t woken; /* the last CPU */

	/* memory of VMs. What EL2 writes into @cached is in @coherent once it was cleaned. */
	uint8_t *cached, *coherent;
	uint64_t memory; /* its physical address */
	size_t memory_size;
	size_t asked, cleaned; /* bytes of el2_hw_memory() and el2_hw_clean() */
	void (*after_clean)(void);
	/* @cached as of the last el2_hw_flush(): what differs from it was written by EL2. NULL: no
	 * such call is expected */
	uint8_t *flushed;
	void (*after_flush)(void);
	uint64_t ticks, tick_rate; /* the time, and the ticks of a second */

	char text[4096]; /* of the console, with a NUL */
	size_t n_text;
	const struct el2_lock *lock[EL2_FAKE_LOCKS]; /* those that are held, the last one last */
	unsigned int held; /* their number */
	const struct el2_lock *outer[EL2_FAKE_OUTER]; /* those under which another may be taken */
	unsigned int locks; /* times that one was taken */
	void (*before_lock)(void); /* what another CPU does while this one waits; once */
	void (*after_unlock)(void); /* what it does as soon as it can; once */
};

extern struct el2_fake el2_fake;

/* Begin with registers of 0, nothing noted, and a firmware that knows no call. */
void el2_fake_begin(void);

/* Whether the lock is held. */
bool el2_fake_holds(const struct el2_lock *lock);

/* Times that any register was written. */
unsigned int el2_fake_writes(void);

#endif /* EL2_FAKE_HW_H */
