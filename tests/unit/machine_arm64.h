/* SPDX-License-Identifier: BSD-2-Clause */
/* The smallest arm64 machine that is right, of which rows of a test change one thing. */
#ifndef MACHINE_ARM64_H
#define MACHINE_ARM64_H

#include "unit.h"

#include <aetherboot/aetherboot.h>

#define DEVS(...) AB_LIST(struct ab_dev, __VA_ARGS__)
#define CPUS(...) AB_LIST(struct ab_cpu, __VA_ARGS__)
#define REDIST(...) AB_LIST(struct ab_range, __VA_ARGS__)

#define ARM(n) .arch = AB_ARCH_ARM64, .n_cpus = (n)
#define RAM .ram = AB_LIST(struct ab_ram, { .base = 0x40000000, .size = AB_MiB })
#define REDISTS .redist = REDIST({ 0x8100000, 0x200000 })
#define GIC3 .dist = 0x8000000, REDISTS
#define GIC2 .version = 2, .dist = 0x8000000, .cpu = 0x8010000
#define BASE ARM(4), RAM
#define ONE_GIC(...)                                                                               \
	{                                                                                          \
		BASE, .arm64.gic = { __VA_ARGS__ }                                                 \
	}
#define ONE_DEV(...)                                                                               \
	{                                                                                          \
		BASE, .arm64.gic = { GIC3 }, .devs = DEVS({ __VA_ARGS__ })                         \
	}
#define UART(at, intid) AB_DEV_UART_PL011, .base = (at), .irq = (intid)
#define ECAM AB_DEV_PCIE_ECAM, .base = 0x10000000, .size = AB_MiB

#define PPI "a PPI, 16 to 31"
#define PAGES "multiple of 4 KiB"
#define SPI "SPIs are 32 to 1019"

struct row {
	const char *name;
	struct ab_machine m;
	struct expected want;
};

static inline void judge_bad(const struct row *rows, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct ab_error why = { AB_OK, NULL, 0, NULL };
		enum ab_err err = ab_machine_check(&rows[i].m, NULL, &why);

		assert_error(err, &why, &rows[i].want, rows[i].name);
		assert_int_equal(ab_machine_check(&rows[i].m, NULL, NULL), err);
	}
}

static inline void judge_good(const struct row *rows, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct ab_error why = { AB_OK, NULL, 0, NULL };

		assert_ok(ab_machine_check(&rows[i].m, NULL, &why), &why, rows[i].name);
	}
}

#endif /* MACHINE_ARM64_H */
