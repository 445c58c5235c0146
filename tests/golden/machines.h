/* SPDX-License-Identifier: BSD-2-Clause */
/* The named machines that golden files are kept of. */
#ifndef GOLDEN_MACHINES_H
#define GOLDEN_MACHINES_H

#include <aetherboot/machine.h>

struct golden_machine {
	const char *name; /* also the name of its folder under expected/ */
	const struct ab_machine *machine;
	struct ab_reserve_list reserve; /* pools that its devices name */
};

extern const struct golden_machine golden_machines[];
extern const size_t golden_machines_n;

/* AArch64 ones, in machines_arm64.c */
extern const struct golden_machine golden_arm64[];
extern const size_t golden_arm64_n;

/* Those whose ACPI tables need newer tools. */
extern const struct golden_machine golden_newer[];
extern const size_t golden_newer_n;

/* The largest ones, which golden_large_make() fills in; plans of theirs are kept as CRCs. */
extern const struct golden_machine golden_large[];
extern const size_t golden_large_n;
void golden_large_make(void);

/* The machine of a name, or NULL. */
const struct ab_machine *golden_machine(const char *name);

#endif /* GOLDEN_MACHINES_H */
