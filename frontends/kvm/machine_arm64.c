/* SPDX-License-Identifier: BSD-2-Clause */
/* What KVM has on arm64 (PSCI, GIC, timers, PMU) and a few PrimeCells. */
#include "machine.h"

#define REDIST_SIZE UINT64_C(0x20000) /* IHI0069 12.10: of one CPU */
#define PPI_PMU 23 /* where servers have it */

static const struct vmm_dev devices[] = {
	{ VMM_IN_ALL | VMM_IN_UART,
	  { .type = AB_DEV_UART_PL011, .base = VMM_ARM64_UART, .irq = 32 } },
	{ VMM_IN_OTHER, { .type = AB_DEV_RTC_PL031, .base = VMM_ARM64_RTC, .irq = 33 } },
	{ VMM_IN_OTHER, { .type = AB_DEV_GPIO_PL061, .base = VMM_ARM64_GPIO, .irq = 34 } },
	{ VMM_IN_ACPI, { .type = AB_DEV_ACPI_GED, .base = VMM_ARM64_GED, .irq = 35 } },
	{ VMM_IN_ALL, { .type = AB_DEV_VIRTIO_MMIO, .base = VMM_ARM64_RNG, .irq = 36 } },
	{ VMM_IN_ALL | VMM_IN_VIRTIO,
	  { .type = AB_DEV_VIRTIO_MMIO, .base = VMM_ARM64_CONSOLE, .irq = 37 } },
};

_Static_assert(sizeof(devices) / sizeof(devices[0]) <=
		   sizeof(((struct vmm_machine *)0)->dev) / sizeof(struct ab_dev),
	       "a machine has room for every device");

const struct vmm_dev *vmm_machine_arm64(struct vmm_machine *out, const struct vmm_config *c,
					size_t *n_devs)
{
	out->ram[0] = (struct ab_ram){ .base = VMM_ARM64_RAM, .size = c->memory };
	out->m.ram = (struct ab_ram_list){ out->ram, 1 };
	out->m.tables = c->tables == AB_TABLES_ACPI ? AB_TABLES_ACPI : AB_TABLES_FDT;
	out->m.arm64.pmu = c->pmu ? PPI_PMU : 0;
	out->m.arm64.gic =
	    (struct ab_gic){ .version = c->gic == 2 ? 2 : 3, .dist = VMM_ARM64_GIC_DIST };
	if (out->m.arm64.gic.version == 2) {
		out->m.arm64.gic.cpu = VMM_ARM64_GIC_CPU;
	} else {
		out->redist = (struct ab_range){ VMM_ARM64_REDIST, c->cpus * REDIST_SIZE };
		out->m.arm64.gic.redist = (struct ab_range_list){ &out->redist, 1 };
		out->its = (struct ab_its){ VMM_ARM64_ITS };
		out->m.arm64.gic.its = (struct ab_its_list){ &out->its, c->its };
	}
	*n_devs = sizeof(devices) / sizeof(devices[0]);
	return devices;
}
