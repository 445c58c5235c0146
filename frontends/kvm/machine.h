/* SPDX-License-Identifier: BSD-2-Clause */
/** @file machine.h The machines that this VMM is: one description each, from a few numbers. */
#ifndef AETHERBOOT_KVM_MACHINE_H
#define AETHERBOOT_KVM_MACHINE_H

#include <aetherboot/machine.h>

/* ---- x86-64 --------------------------------------------------------------------------------- */

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

/* ---- arm64 ---------------------------------------------------------------------------------- */

/** Every fixed address, ascending: devices, and from 2 GiB on RAM in one piece. */
enum ab_kvm_arm64_address {
	AB_KVM_ARM64_GIC_DIST = 0x08000000, /**< distributor, 64 KiB */
	AB_KVM_ARM64_GIC_CPU = 0x08010000, /**< GICv2: CPU interface, 8 KiB */
	AB_KVM_ARM64_ITS = 0x08020000, /**< GICv3: interrupt translation service, 128 KiB */
	AB_KVM_ARM64_UART = 0x09000000,
	AB_KVM_ARM64_RTC = 0x09010000,
	AB_KVM_ARM64_GPIO = 0x09020000,
	AB_KVM_ARM64_GED = 0x09030000, /**< generic event device */
	AB_KVM_ARM64_RNG = 0x09040000, /**< virtio-mmio entropy device */
	AB_KVM_ARM64_REDIST = 0x40000000, /**< GICv3: redistributors, up to 8192 of 128 KiB */
};

#define AB_KVM_ARM64_RAM UINT64_C(0x80000000) /**< RAM, without an end */

/* ---- both ----------------------------------------------------------------------------------- */

/** The few numbers. */
struct ab_kvm_config {
	enum ab_arch arch; /**< which machine */
	enum ab_tables tables; /**< AB_TABLES_ACPI; else x86: an MP table, and a PC's timer and
				    interrupt controllers with it; arm64: a device tree */
	uint64_t memory; /**< bytes of RAM, multiple of 4096, not 0 */
	uint32_t cpus; /**< CPUs */
	uint8_t phys_bits; /**< width of a physical address; 0: the usual */
	uint32_t gic; /**< arm64: 2 or 3; 0: 3 */
	bool its; /**< arm64: an ITS with a GICv3 */
	bool pmu; /**< arm64: CPUs count events */
};

/** A machine and the lists it points to. Do not copy. */
struct ab_kvm_machine {
	struct ab_machine m; /**< the description */
	struct ab_ram ram[2]; /**< x86: below and above 4 GiB; arm64: one piece */
	struct ab_dev dev[16]; /**< what there is */
	struct ab_range redist; /**< arm64: GICv3's redistributors */
};

/** Describe a machine. */
void ab_kvm_machine(struct ab_kvm_machine *out, const struct ab_kvm_config *c);

/* ---- how an architecture describes its own -------------------------------------------------- */

/** A device of an architecture's machine. */
struct ab_kvm_dev {
	bool with_acpi; /**< there when ACPI describes the machine */
	bool without; /**< there when anything else does */
	struct ab_dev dev; /**< what it is */
};

/** ab_kvm_machine() of x86-64, but for the devices. */
const struct ab_kvm_dev *ab_kvm_machine_x86(struct ab_kvm_machine *out,
					    const struct ab_kvm_config *c, size_t *n_devs);
/** ab_kvm_machine() of arm64, but for the devices. */
const struct ab_kvm_dev *ab_kvm_machine_arm64(struct ab_kvm_machine *out,
					      const struct ab_kvm_config *c, size_t *n_devs);

#endif /* AETHERBOOT_KVM_MACHINE_H */
