/* SPDX-License-Identifier: BSD-2-Clause */
/* A PC without what is not needed. Interrupts: 4 and 8 as on every PC, from 16 on those that share
 * no ISA line. */
#include "machine.h"

#include <aetherboot/smbios.h>

static const struct ab_smbios identity = { 0 }; /* the usual: on x86, there only if asked for */

static const struct ab_kvm_dev devices[] = {
	{ false, true, { .type = AB_DEV_PIC_8259, .base = AB_KVM_PIC } },
	{ false, true, { .type = AB_DEV_PIT_8254, .base = AB_KVM_PIT } },
	{ true, true, { .type = AB_DEV_RTC_CMOS, .base = AB_KVM_RTC } },
	{ true, true, { .type = AB_DEV_UART_16550, .base = AB_KVM_UART, .irq = 4 } },
	{ true, true, { .type = AB_DEV_PVPANIC, .base = AB_KVM_PVPANIC } },
	{ true, false, { .type = AB_DEV_ACPI_SLEEP, .base = AB_KVM_SLEEP } },
	{ true, false, { .type = AB_DEV_ACPI_RESET, .base = AB_KVM_RESET, .reset.value = 1 } },
	{ true,
	  false,
	  { .type = AB_DEV_PCIE_ECAM,
	    .base = AB_KVM_ECAM,
	    .size = AB_MiB,
	    .pcie = { .mmio32 = { AB_KVM_PCI, 256 * AB_MiB } } } },
	{ true, true, { .type = AB_DEV_VIRTIO_MMIO, .base = AB_KVM_RNG, .irq = 16 } },
	{ true, false, { .type = AB_DEV_ACPI_GED, .base = AB_KVM_GED, .irq = 17 } },
	{ true, true, { .type = AB_DEV_IOAPIC, .base = AB_KVM_IOAPIC } },
};

_Static_assert(sizeof(devices) / sizeof(devices[0]) <=
		   sizeof(((struct ab_kvm_machine *)0)->dev) / sizeof(struct ab_dev),
	       "a machine has room for every device");

const struct ab_kvm_dev *ab_kvm_machine_x86(struct ab_kvm_machine *out,
					    const struct ab_kvm_config *c, size_t *n_devs)
{
	uint64_t low = c->memory < AB_KVM_LOW_RAM ? c->memory : AB_KVM_LOW_RAM;

	out->ram[0] = (struct ab_ram){ .base = 0, .size = low };
	out->ram[1] = (struct ab_ram){ .base = 4 * AB_GiB, .size = c->memory - low };
	out->m.ram = (struct ab_ram_list){ out->ram, c->memory > low ? 2 : 1 };
	out->m.tables = c->tables == AB_TABLES_ACPI ? AB_TABLES_ACPI : AB_TABLES_MP;
	out->m.smbios = &identity;
	*n_devs = sizeof(devices) / sizeof(devices[0]);
	return devices;
}
