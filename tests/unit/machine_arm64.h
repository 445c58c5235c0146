/* SPDX-License-Identifier: BSD-2-Clause */
/* The smallest arm64 machine that is right, of which rows of a test change one thing. */
#ifndef MACHINE_ARM64_H
#define MACHINE_ARM64_H

#include "machine_rows.h"

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

#define PPI "must be a PPI, 16 to 31"
#define SPI "must be an SPI, 32 to 1019"
#define SPI3 SPI " or 4096 to 5119" /* of a GICv3 */
#define SPI2 SPI ", as a GICv2 has no others"
#define FIRST_SPI "must be the first of the device's SPIs, all of them 32 to 1019"
#define BY_4K "must be a multiple of 0x1000"
#define BY_64K "must be a multiple of 0x10000"

#endif /* MACHINE_ARM64_H */
