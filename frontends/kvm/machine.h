/* SPDX-License-Identifier: BSD-2-Clause */
/**
 * @file machine.h
 * The machines of this VMM: a description each, made from a few numbers. They are data, so every
 * build has all of them.
 */
#ifndef VMM_MACHINE_H
#define VMM_MACHINE_H

#include <aetherboot/machine.h>

/* ---- x86-64 --------------------------------------------------------------------------------- */

/** The fixed I/O ports, ascending. */
enum vmm_x86_port {
	VMM_X86_PIC = 0x20,
	VMM_X86_PIT = 0x40,
	VMM_X86_I8042_DATA = 0x60, /**< not listed as a device: it has no keyboard */
	VMM_X86_I8042_COMMAND = 0x64,
	VMM_X86_RTC = 0x70,
	VMM_X86_UART = 0x3f8,
	VMM_X86_PVPANIC = 0x505,
	VMM_X86_SLEEP = 0x600, /**< sleep control, sleep status */
	VMM_X86_RESET = 0x604,
	VMM_X86_PM = 0x610, /**< fixed ACPI hardware, with the PM timer */
	VMM_X86_PCI_ADDRESS = 0xcf8, /**< not listed as a device: every PC has it */
	VMM_X86_PCI_DATA = 0xcfc,
};

#define VMM_X86_LOW_RAM UINT64_C(0xc0000000) /**< the end of RAM below 4 GiB */
#define VMM_X86_PCI UINT64_C(0xc0000000) /**< window for PCI memory, 256 MiB */
#define VMM_X86_ECAM UINT64_C(0xe0000000) /**< PCI configuration of bus 0, 1 MiB */
#define VMM_X86_RNG UINT64_C(0xfeb00000) /**< virtio-mmio entropy device */
#define VMM_X86_GED UINT64_C(0xfeb01000) /**< generic event device */
#define VMM_X86_CONSOLE UINT64_C(0xfeb02000) /**< virtio-mmio console */
#define VMM_X86_IOAPIC UINT64_C(0xfec00000) /**< where KVM has it */
#define VMM_X86_LAPIC UINT64_C(0xfee00000) /**< where KVM has them */
#define VMM_X86_IDENTITY_MAP UINT64_C(0xfeffc000) /**< a page that KVM uses on Intel CPUs */
#define VMM_X86_TSS UINT64_C(0xfeffd000) /**< 3 pages that KVM uses on Intel CPUs */

/* ---- arm64 ---------------------------------------------------------------------------------- */

/** The fixed addresses of devices, ascending. */
enum vmm_arm64_address {
	VMM_ARM64_GIC_DIST = 0x08000000, /**< distributor, 64 KiB */
	VMM_ARM64_GIC_CPU = 0x08010000, /**< GICv2: CPU interface, 8 KiB */
	VMM_ARM64_ITS = 0x08020000, /**< GICv3: interrupt translation service, 128 KiB */
	VMM_ARM64_UART = 0x09000000,
	VMM_ARM64_RTC = 0x09010000,
	VMM_ARM64_GPIO = 0x09020000,
	VMM_ARM64_GED = 0x09030000, /**< generic event device */
	VMM_ARM64_RNG = 0x09040000, /**< virtio-mmio entropy device */
	VMM_ARM64_CONSOLE = 0x09050000, /**< virtio-mmio console */
	VMM_ARM64_REDIST = 0x40000000, /**< GICv3: redistributors, up to 8192 of 128 KiB */
};

#define VMM_ARM64_RAM UINT64_C(0x80000000) /**< one range of RAM, of any size */

/* ---- both ----------------------------------------------------------------------------------- */

/** What the guest's console is. */
enum vmm_console {
	VMM_CONSOLE_UART, /**< A 16550, or on arm64 a PL011. */
	VMM_CONSOLE_VIRTIO, /**< A console device of virtio; there is no UART. */
};

/** The numbers that a user or KVM decides. */
struct vmm_config {
	enum ab_arch arch; /**< The architecture. */
	/** AB_TABLES_ACPI, or any other for the description without ACPI: on x86 an MP table, and
	 *  the machine has a PC's timer and interrupt controllers then; on arm64 a device tree. */
	enum ab_tables tables;
	enum vmm_console console; /**< The console. */
	/** x86 with ACPI: the machine has a PC's timer, interrupt controllers and fixed ACPI
	 *  hardware. Without it, its ACPI is hardware-reduced. */
	bool pc;
	uint64_t memory; /**< Bytes of RAM; a multiple of 4096, not 0. */
	uint32_t cpus; /**< The number of CPUs; not 0. */
	uint8_t phys_bits; /**< The width of physical addresses in bits; 0: the library's usual. */
	uint32_t gic; /**< arm64: the version of the GIC, 2 or 3; 0: 3. */
	bool its; /**< arm64: a GICv3 has an ITS. */
	bool pmu; /**< arm64: the CPUs have a PMU. */
};

/** A machine and the lists to which its description points. It must not be copied. */
struct vmm_machine {
	struct ab_machine m; /**< The description. */
	struct ab_ram ram[2]; /**< RAM. x86: below and above 4 GiB; arm64: one range. */
	struct ab_dev dev[16]; /**< The devices. */
	struct ab_range redist; /**< arm64: the redistributors of a GICv3. */
	struct ab_its its; /**< arm64: its ITS. */
};

/** Describe a machine. ab_machine_check() accepts it, if it accepts the numbers.
 * @param out filled
 * @param c   the numbers */
void vmm_machine(struct vmm_machine *out, const struct vmm_config *c);

/* ---- how an architecture describes its own -------------------------------------------------- */

/** Machines that have a device: a sum of these. */
enum vmm_in {
	VMM_IN_ACPI = 1, /**< Those with hardware-reduced ACPI. */
	VMM_IN_PC = 2, /**< Those with ACPI that are PCs. */
	VMM_IN_OTHER = 4, /**< Those without ACPI. */
	VMM_IN_ALL = VMM_IN_ACPI | VMM_IN_PC | VMM_IN_OTHER,
	VMM_IN_UART = 8, /**< Of these, only those with such a console. */
	VMM_IN_VIRTIO = 16, /**< Likewise. */
};

/** A device that machines of an architecture may have. */
struct vmm_dev {
	unsigned int in; /**< The machines, as enum vmm_in has them. */
	struct ab_dev dev; /**< The device. */
};

/** Fill the description of an x86-64 machine, but for its devices.
 * @param out    architecture, CPUs and width of addresses are set
 * @param c      the numbers
 * @param n_devs filled: the number of devices
 * @return the devices to choose from */
const struct vmm_dev *vmm_machine_x86(struct vmm_machine *out, const struct vmm_config *c,
				      size_t *n_devs);

/** Like vmm_machine_x86(), but for arm64. */
const struct vmm_dev *vmm_machine_arm64(struct vmm_machine *out, const struct vmm_config *c,
					size_t *n_devs);

#endif /* VMM_MACHINE_H */
