/* SPDX-License-Identifier: BSD-2-Clause */
/* Machines as QEMU's virt machine type builds them, told to the library. */
#ifndef VIRT_H
#define VIRT_H

#include <stdio.h>

#include <aetherboot/aetherboot.h>

struct virt_machine {
	const char *name;
	const struct ab_machine *machine;
};

extern const struct virt_machine virt_machines[];
extern const size_t virt_machines_n;

/* A machine's fields as JSON, as they were given: 0 where the usual is meant. */
void virt_describe(const struct ab_machine *m, FILE *out);

/* A plan's regions as JSON. */
void virt_describe_regions(const struct ab_region *at, size_t n, FILE *out);

#endif /* VIRT_H */
