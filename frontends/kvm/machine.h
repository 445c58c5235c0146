/* SPDX-License-Identifier: BSD-2-Clause */
/** @file machine.h The machine that this VMM is: one description, from a few numbers. */
#ifndef AETHERBOOT_KVM_MACHINE_H
#define AETHERBOOT_KVM_MACHINE_H

#include <aetherboot/machine.h>

/** Every fixed address, ascending: ports, then memory. */
enum ab_kvm_address {
	AB_KVM_PIC = 0x20,
	AB_KVM_PIT = 0x40,
	AB_KVM_I8042_DATA = 0x60, /**< has no keyboard, so it is no device that is listed */
	AB_KVM_I8042_COMMAND = 0x64,
	AB_KVM_RTC = 0x70,
	AB_KVM_UART = 0x3f8,
	AB_KVM_PVPANIC = 0x505,
	AB_KVM_SLEEP = 0x600, /**< control, status */
	AB_KVM_RESET = 0x604,
	AB_KVM_PCI_ADDRESS = 0xcf8, /**< the host bridge's, as on every PC */
	AB_KVM_PCI_DATA = 0xcfc,
};

#define AB_KVM_LOW_RAM UINT64_C(0xc0000000) /**< RAM beyond goes to 4 GiB */
#define AB_KVM_PCI UINT64_C(0xc0000000) /**< 256 MiB for PCI memory */
#define AB_KVM_ECAM UINT64_C(0xe0000000) /**< configuration of 1 bus, 1 MiB */
#define AB_KVM_RNG UINT64_C(0xfeb00000) /**< virtio-mmio entropy device */
#define AB_KVM_GED UINT64_C(0xfeb01000) /**< generic event device */
#define AB_KVM_IOAPIC UINT64_C(0xfec00000) /**< KVM has it there */
#define AB_KVM_LAPIC UINT64_C(0xfee00000) /**< KVM has them there */
#define AB_KVM_IDENTITY_MAP UINT64_C(0xfeffc000) /**< a page for KVM on Intel CPUs */
#define AB_KVM_TSS UINT64_C(0xfeffd000) /**< 3 pages for KVM on Intel CPUs */

/** A machine and the lists it points to. Do not copy. */
struct ab_kvm_machine {
	struct ab_machine m; /**< the description */
	struct ab_ram ram[2]; /**< below and above 4 GiB */
	struct ab_dev dev[16]; /**< what there is */
};

/** Describe a machine.
 * @param out       filled
 * @param memory    bytes of RAM, multiple of 4096, not 0
 * @param cpus      CPUs
 * @param phys_bits width of a physical address; 0: the usual
 * @param acpi      ACPI tables describe it; false: an MP table, and a PC's timer with it */
void ab_kvm_machine(struct ab_kvm_machine *out, uint64_t memory, uint32_t cpus, uint8_t phys_bits,
		    bool acpi);

#endif /* AETHERBOOT_KVM_MACHINE_H */
