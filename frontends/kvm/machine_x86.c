/* SPDX-License-Identifier: BSD-2-Clause */
/* A PC without what is not needed. Interrupts: 2, 4, 8 and 9 as on every PC, from 16 on those that
 * share no ISA line. */
#include "machine.h"

#include <aetherboot/smbios.h>

static const struct ab_smbios identity = { 0 }; /* the usual: on x86, there only if asked for */

static const struct vmm_dev devices[] = {
	{ VMM_IN_OTHER | VMM_IN_PC, { .type = AB_DEV_PIC_8259, .base = VMM_X86_PIC } },
	{ VMM_IN_OTHER | VMM_IN_PC, { .type = AB_DEV_PIT_8254, .base = VMM_X86_PIT } },
	{ VMM_IN_ALL, { .type = AB_DEV_RTC_CMOS, .base = VMM_X86_RTC } },
	{ VMM_IN_ALL | VMM_IN_UART, { .type = AB_DEV_UART_16550, .base = VMM_X86_UART, .irq = 4 } },
	{ VMM_IN_ALL, { .type = AB_DEV_PVPANIC, .base = VMM_X86_PVPANIC } },
	{ VMM_IN_ACPI, { .type = AB_DEV_ACPI_SLEEP, .base = VMM_X86_SLEEP } },
	{ VMM_IN_ACPI | VMM_IN_PC,
	  { .type = AB_DEV_ACPI_RESET, .base = VMM_X86_RESET, .reset.value = 1 } },
	{ VMM_IN_PC, { .type = AB_DEV_ACPI_PM, .base = VMM_X86_PM } },
	{ VMM_IN_ACPI | VMM_IN_PC,
	  { .type = AB_DEV_PCIE_ECAM,
	    .base = VMM_X86_ECAM,
	    .size = AB_MiB,
	    .pcie = { .mmio32 = { VMM_X86_PCI, 256 * AB_MiB } } } },
	{ VMM_IN_ALL, { .type = AB_DEV_VIRTIO_MMIO, .base = VMM_X86_RNG, .irq = 16 } },
	{ VMM_IN_ALL | VMM_IN_VIRTIO,
	  { .type = AB_DEV_VIRTIO_MMIO, .base = VMM_X86_CONSOLE, .irq = 18 } },
	{ VMM_IN_ACPI, { .type = AB_DEV_ACPI_GED, .base = VMM_X86_GED, .irq = 17 } },
	{ VMM_IN_ALL, { .type = AB_DEV_IOAPIC, .base = VMM_X86_IOAPIC } },
};

_Static_assert(sizeof(devices) / sizeof(devices[0]) <=
		   sizeof(((struct vmm_machine *)0)->dev) / sizeof(struct ab_dev),
	       "a machine has room for every device");

const struct vmm_dev *vmm_machine_x86(struct vmm_machine *out, const struct vmm_config *c,
				      size_t *n_devs)
{
	uint64_t low = c->memory < VMM_X86_LOW_RAM ? c->memory : VMM_X86_LOW_RAM;

	out->ram[0] = (struct ab_ram){ .base = 0, .size = low };
	out->ram[1] = (struct ab_ram){ .base = 4 * AB_GiB, .size = c->memory - low };
	out->m.ram = (struct ab_ram_list){ out->ram, c->memory > low ? 2 : 1 };
	out->m.tables = c->tables == AB_TABLES_ACPI ? AB_TABLES_ACPI : AB_TABLES_MP;
	out->m.smbios = &identity;
	*n_devs = sizeof(devices) / sizeof(devices[0]);
	return devices;
}
