/* SPDX-License-Identifier: BSD-2-Clause */
/* A guest that attacks: it does what is typed, a line each, and prints what came of it. */
#ifndef HOSTILE_H
#define HOSTILE_H

#include "payload.h"

#define WRITE(reg, v) __asm__ volatile("msr " reg ", %0" : : "r"((uint64_t)(v)) : "memory")

/* ---- hostile.S: code that may do anything to the registers of its CPU */

/* Registers x0 to x3 before and after, and the exception that ended it: SVC is no failure. */
extern struct hostile_try {
	uint64_t x[4];
	uint64_t esr, far, elr;
} hostile_try;

enum { HOSTILE_EL1 = 0x3c5, HOSTILE_EL0 = 0x3c0 }; /* PSTATE, all exceptions masked */

/* Run code that ends with SVC, on the first CPU only. Whatever it does to PSTATE, to general
 * registers and to what hostile_calm() writes is undone. */
void hostile_run(uintptr_t code, uint64_t pstate);

extern char hostile_vectors[];
/* Where another CPU begins: x0 is the end of its stack. It calls hostile_other() */
extern char hostile_second[];
void hostile_other(void);

/* Codes of accesses to [x0], with data in x2 and x3; each with its name. */
extern const struct hostile_access {
	uintptr_t code;
	const char *name;
} hostile_accesses[], hostile_accesses_end[];

/* ---- hostile.c */

uint64_t hostile_random(void); /* xorshift, the same numbers in each run */
/* A line "NAME a b ...": @n numbers */
void hostile_say(const char *name, unsigned int n, const uint64_t *v);
#define SAY(name, ...)                                                                             \
	hostile_say(name, sizeof((uint64_t[]){ __VA_ARGS__ }) / 8,                                 \
		    (const uint64_t[]){ __VA_ARGS__ })

/* What an exception is: how a try ended. */
enum hostile_end {
	HOSTILE_DONE, /* SVC: the code ran to its end */
	HOSTILE_ABORT, /* a synchronous external abort, as where nothing answers */
	HOSTILE_UNDEFINED,
	HOSTILE_OWN, /* what its own stage 1 does not allow, or an alignment that it needs */
	HOSTILE_OTHER,
	HOSTILE_ENDS
};
enum hostile_end hostile_end(void);

/* Registers that the guest needs, as it had them. */
void hostile_calm(void);

/* Code that is made: each is an instruction, followed by SVC. hostile_code_ready() comes between
 * the last that is written and the first that is run. */
#define HOSTILE_CODES 1024
uintptr_t hostile_code(unsigned int nth);
/* Write the @nth instruction, followed by SVC. */
void hostile_write_code(unsigned int nth, uint32_t instruction);
void hostile_code_ready(void);

/* ---- hostile_icc.c: the CPU interface of either version */

/* No priority is masked, and group 1, or the only group of a GICv2, is enabled. */
void hostile_icc_on(void);
void hostile_icc_off(void);
/* What was pending and is active now; of a GICv2 the source of an SGI is above the INTID. */
uint64_t hostile_icc_take(void);
uint64_t hostile_icc_intid(uint64_t taken);
uint64_t hostile_icc_pending(void);
void hostile_icc_end(uint64_t taken);
void hostile_icc_deactivate(uint64_t taken);
void hostile_icc_forget(void); /* all priorities that are active */
void hostile_icc_send(uint32_t cpu, uint64_t sgi);
void hostile_icc_send_others(uint64_t sgi);
/* To none of the VM's CPUs, which are so many; each @nth is another one. */
void hostile_icc_send_astray(uint32_t cpus, uint64_t nth);
void hostile_icc_trap(void); /* a write that EL2 emulates, and that changes nothing */

typedef void hostile_command(const uint64_t v[6]);
/* hostile_memory.c, hostile_calls.c, hostile_sys.c, hostile_gic.c, hostile_icc.c */
hostile_command hostile_touch, hostile_walk, hostile_dma, hostile_hvcs, hostile_ids, hostile_sys,
    hostile_gic, hostile_sgis, hostile_psci, hostile_print, hostile_trap, hostile_storm,
    hostile_stand, hostile_call, hostile_bound, hostile_icc;

#endif /* HOSTILE_H */
