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

/* common.c: print */
void payload_put(const char *text);
void payload_put_hex(const char *text, uint64_t v);
void payload_put_dec(const char *text, uint64_t v);

/* called by start.S */
void payload_main(uint64_t tree);
/* what this guest does; its machine is @info */
void payload_run(const struct ab_fdt_info *info);

#endif /* PAYLOAD_H */
