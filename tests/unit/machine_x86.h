/* SPDX-License-Identifier: BSD-2-Clause */
/* The smallest PC that is right, of which the machine tests' rows change one thing. */
#ifndef MACHINE_X86_H
#define MACHINE_X86_H

#include "machine_rows.h"

#define RAM(...) AB_LIST(struct ab_ram, __VA_ARGS__)
#define DISTANCES(...) AB_LIST(struct ab_distance, __VA_ARGS__)

/* The smallest machine that is right; rows below change one thing. */
#define BASE .arch = AB_ARCH_X86_64, .n_cpus = 1
#define RAM_1M .ram = RAM({ .base = 0, .size = AB_MiB })
#define RAM_HOLE                                                                                   \
	.ram = RAM({ .base = 0, .size = 3 * AB_GiB }, { .base = 4 * AB_GiB, .size = AB_GiB })
#define ONE_DEV(...)                                                                               \
	{                                                                                          \
		BASE, RAM_1M, .devs = DEVS({ __VA_ARGS__ })                                        \
	}
#define TWO_CPUS .arch = AB_ARCH_X86_64, .n_cpus = 2, RAM_1M

#define UART .type = AB_DEV_UART_16550
#define ECAM .type = AB_DEV_PCIE_ECAM
#define VIRTIO .type = AB_DEV_VIRTIO_MMIO
#define IOAPIC .type = AB_DEV_IOAPIC
#define A_GED .type = AB_DEV_ACPI_GED, .base = 0xd0000000, .irq = 5

#endif /* MACHINE_X86_H */
