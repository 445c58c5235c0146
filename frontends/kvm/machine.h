/* SPDX-License-Identifier: BSD-2-Clause */
/** @file machine.h The machines that this VMM is: one description each, from a few numbers. */
#ifndef VMM_MACHINE_H
#define VMM_MACHINE_H

#include <aetherboot/machine.h>

/* ---- x86-64 --------------------------------------------------------------------------------- */

/** Every fixed address, ascending: ports, then memory. */
enum vmm_x86_address {
	VMM_X86_PIC = 0x20,
	VMM_X86_PIT = 0x40,
	VMM_X86_I8042_DATA = 0x60, /**< has no keyboard, so it is no device that is listed */
	VMM_X86_I8042_COMMAND = 0x64,
	VMM_X86_RTC = 0x70,
	VMM_X86_UART = 0x3f8,
	VMM_X86_PVPANIC = 0x505,
	VMM_X86_SLEEP = 0x600, /**< control, status */
	VMM_X86_RESET = 0x604,
	VMM_X86_PCI_ADDRESS = 0xcf8, /**< the host bridge's, as on every PC */
	VMM_X86_PCI_DATA = 0xcfc,
};

#define VMM_X86_LOW_RAM UINT64_C(0xc0000000) /**< RAM beyond goes to 4 GiB */
#define VMM_X86_PCI UINT64_C(0xc0000000) /**< 256 MiB for PCI memory */
#define VMM_X86_ECAM UINT64_C(0xe0000000) /**< configuration of 1 bus, 1 MiB */
#define VMM_X86_RNG UINT64_C(0xfeb00000) /**< virtio-mmio entropy device */
#define VMM_X86_GED UINT64_C(0xfeb01000) /**< generic event device */
#define VMM_X86_IOAPIC UINT64_C(0xfec00000) /**< KVM has it there */
#define VMM_X86_LAPIC UINT64_C(0xfee00000) /**< KVM has them there */
#define VMM_X86_IDENTITY_MAP UINT64_C(0xfeffc000) /**< a page for KVM on Intel CPUs */
#define VMM_X86_TSS UINT64_C(0xfeffd000) /**< 3 pages for KVM on Intel CPUs */

/* ---- arm64 ---------------------------------------------------------------------------------- */

/** Every fixed address, ascending: devices, and from 2 GiB on RAM in one piece. */
enum vmm_arm64_address {
	VMM_ARM64_GIC_DIST = 0x08000000, /**< distributor, 64 KiB */
	VMM_ARM64_GIC_CPU = 0x08010000, /**< GICv2: CPU interface, 8 KiB */
	VMM_ARM64_ITS = 0x08020000, /**< GICv3: interrupt translation service, 128 KiB */
	VMM_ARM64_UART = 0x09000000,
	VMM_ARM64_RTC = 0x09010000,
	VMM_ARM64_GPIO = 0x09020000,
	VMM_ARM64_GED = 0x09030000, /**< generic event device */
	VMM_ARM64_RNG = 0x09040000, /**< virtio-mmio entropy device */
	VMM_ARM64_REDIST = 0x40000000, /**< GICv3: redistributors, up to 8192 of 128 KiB */
};

#define VMM_ARM64_RAM UINT64_C(0x80000000) /**< RAM, without an end */

/* ---- both ----------------------------------------------------------------------------------- */

/** The few numbers. */
struct vmm_config {
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
struct vmm_machine {
	struct ab_machine m; /**< the description */
	struct ab_ram ram[2]; /**< x86: below and above 4 GiB; arm64: one piece */
	struct ab_dev dev[16]; /**< what there is */
	struct ab_range redist; /**< arm64: GICv3's redistributors */
};

/** Describe a machine. */
void vmm_machine(struct vmm_machine *out, const struct vmm_config *c);

/* ---- how an architecture describes its own -------------------------------------------------- */

/** A device of an architecture's machine. */
struct vmm_dev {
	bool with_acpi; /**< there when ACPI describes the machine */
	bool without; /**< there when anything else does */
	struct ab_dev dev; /**< what it is */
};

/** vmm_machine() of x86-64, but for the devices. */
const struct vmm_dev *vmm_machine_x86(struct vmm_machine *out, const struct vmm_config *c,
				      size_t *n_devs);
/** vmm_machine() of arm64, but for the devices. */
const struct vmm_dev *vmm_machine_arm64(struct vmm_machine *out, const struct vmm_config *c,
					size_t *n_devs);

#endif /* VMM_MACHINE_H */
