/* SPDX-License-Identifier: BSD-2-Clause */
/* The machine as data. Interrupts: 4 and 8 as on every PC, from 16 on those that share no ISA line.
 */
#include "machine.h"

static const struct {
	bool with_acpi, without; /* with which tables it is there */
	struct ab_dev dev;
} devices[] = {
	{ false, true, { .type = AB_DEV_PIC_8259, .base = AB_KVM_PIC } },
	{ false, true, { .type = AB_DEV_PIT_8254, .base = AB_KVM_PIT } },
	{ true, true, { .type = AB_DEV_RTC_CMOS, .base = AB_KVM_RTC } },
	{ true, true, { .type = AB_DEV_UART_16550, .base = AB_KVM_UART, .irq = 4 } },
	{ true, true, { .type = AB_DEV_PVPANIC, .base = AB_KVM_PVPANIC } },
	{ true, false, { .type = AB_DEV_ACPI_SLEEP, .base = AB_KVM_SLEEP } },
	{ true, false, { .type = AB_DEV_ACPI_RESET, .base = AB_KVM_RESET, .value = 1 } },
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

void ab_kvm_machine(struct ab_kvm_machine *out, uint64_t memory, uint32_t cpus, uint8_t phys_bits,
		    bool acpi)
{
	uint64_t low = memory < AB_KVM_LOW_RAM ? memory : AB_KVM_LOW_RAM;
	size_t n = 0;

	*out = (struct ab_kvm_machine){
		.ram = { { .base = 0, .size = low }, { .base = 4 * AB_GiB, .size = memory - low } },
	};
	for (size_t i = 0; i < sizeof(devices) / sizeof(devices[0]); i++)
		if (acpi ? devices[i].with_acpi : devices[i].without)
			out->dev[n++] = devices[i].dev;
	out->m = (struct ab_machine){
		.arch = AB_ARCH_X86_64,
		.tables = acpi ? AB_TABLES_ACPI : AB_TABLES_MP,
		.n_cpus = cpus,
		.phys_bits = phys_bits,
		.ram = { out->ram, memory > low ? 2 : 1 },
		.devs = { out->dev, n },
	};
}
