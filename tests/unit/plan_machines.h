/* SPDX-License-Identifier: BSD-2-Clause */
/* A machine of each architecture with nothing but a CPU and RAM, for tests of what is booted. */
#ifndef PLAN_MACHINES_H
#define PLAN_MACHINES_H

#include <aetherboot/machine.h>

static const struct ab_machine pc = { .arch = AB_ARCH_X86_64,
				      .n_cpus = 1,
				      .ram = AB_LIST(struct ab_ram, { 0, 128 * AB_MiB, 0 }) };

static const struct ab_machine virt = {
	.arch = AB_ARCH_ARM64,
	.n_cpus = 1,
	.ram = AB_LIST(struct ab_ram, { 0x40000000, AB_GiB, 0 }),
	.arm64.gic = { .dist = 0x8000000,
		       .redist = AB_LIST(struct ab_range, { 0x80a0000, 0x100000 }) },
};

#endif /* PLAN_MACHINES_H */
