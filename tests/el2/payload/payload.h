/* SPDX-License-Identifier: BSD-2-Clause */
/* A bare guest that tries what it was told to, and prints what came of it. */
#ifndef PAYLOAD_H
#define PAYLOAD_H

#include <aetherboot/aetherboot.h>

/* The last exception. */
extern struct payload_caught {
	uint64_t esr, far, pc, pstate;
} payload_caught;

/* start.S: one access each; what it loads is the result */
typedef uint64_t payload_access(uint64_t address);
payload_access payload_read8, payload_read32, payload_read64, payload_write32, payload_pair,
    payload_exclusive, payload_zero, payload_clean, payload_fetch, payload_smc, payload_hvc,
    payload_hvc1, payload_actlr, payload_pmcr, payload_zcr, payload_pfr0, payload_dfr0,
    payload_unallocated, payload_impdef, payload_udf, payload_nothing;

/* A call by HVC: x[0] to x[7] are its registers before and after. */
void payload_call(uint64_t x[8]);

/* simd.S: all bits of the SIMD registers, FPCR and FPSR that are not 0; and a value for each. */
uint64_t payload_simd(void);
void payload_simd_fill(uint64_t v);
/* The same for the general registers, for ever. */
_Noreturn void payload_spin_full(uint64_t v);

/* called by start.S */
void payload_main(uint64_t tree);

/* ---- payload.c */

extern struct ab_fdt_info payload_info; /* the machine */
extern uint64_t payload_tree; /* where its description is */

void payload_put(const char *text);
void payload_put_hex(const char *text, uint64_t v);
void payload_put_dec(const char *text, uint64_t v);

/* The counter. Where QEMU counts instructions, a tick is 16 of them. */
uint64_t payload_ticks(void);
#define PAYLOAD_TICK 16
#define PAYLOAD_SECOND UINT64_C(62500000)

#define PSCI_CPU_OFF 0x84000002u
#define PSCI_CPU_ON 0xc4000003u
#define PSCI_AFFINITY_INFO 0xc4000004u
#define PSCI_SYSTEM_OFF 0x84000008u
int64_t payload_psci(uint32_t function, uint64_t a, uint64_t b, uint64_t c);
_Noreturn void payload_off(void);

/* ---- scenarios: "do=NAME" in the command line; without it, "probe" */

void payload_probe(void);
void payload_manage(void);
void payload_talk(void);
void payload_spin(void);
void payload_wait(void);
void payload_work(void);
void payload_poor(void);
void payload_cost(void);
void payload_dirty(void);
void payload_rounds(void);
void payload_trap(void);
void payload_mailbox(void);
void payload_look(void);
void payload_mailcost(void);
void payload_hostile(void);
void payload_stage(void);

/* ---- cpus.c */

void payload_cpus(void);
void payload_lonely(void);
void payload_clock(void);
extern char payload_second[]; /* start.S: the entry of another CPU */
void payload_second_run(uint64_t index);

/* ---- share.c */

void payload_ask(void);
void payload_answer(void);
void payload_stranger(void);

/* ---- gic.c: no exceptions, each CPU looks for its interrupts by itself */

void payload_gic_init(void); /* for this CPU */
/* Let an SPI be signalled; an edge, or a level */
void payload_gic_enable(unsigned int intid, bool edge);
/* The pending interrupt, which is over then; 1023: none */
unsigned int payload_gic_take(void);

/* ---- mailbox.c */

/* The nth range of the first node of its kind; 0: there is none. Prints its interrupt. */
uint64_t payload_find(const char *compatible, size_t nth);

/* ---- hypercall.c */

#define VENDOR UINT64_C(0xc6000000)

/* Make a call with 3 arguments. The results are in payload_result[1] and further. */
extern uint64_t payload_result[8];
/* Fourth and further arguments; 0 afterwards. */
extern uint64_t payload_more[4];
int64_t payload_hyper(uint64_t number, uint64_t a, uint64_t b, uint64_t c);

#endif /* PAYLOAD_H */
