/* SPDX-License-Identifier: BSD-2-Clause */
/** @file device.h The group @ref devices. */
/**
 * @defgroup devices Devices
 * @ingroup machine
 * The devices of a machine: their kinds, addresses and interrupts. In every field that is not
 * required, zero means the usual value, or the meaning that its comment gives.
 *
 * @snippet test_snippets_boot.c devices
 * @{
 */
#ifndef AETHERBOOT_DEVICE_H
#define AETHERBOOT_DEVICE_H

#include <aetherboot/base.h>
#include <aetherboot/mem.h>

#ifdef __cplusplus
extern "C" {
#endif

struct ab_machine; /* machine.h */

/** Kinds of devices. Append-only. "Edge" and "level" are usual triggers, active high. */
enum ab_dev_type {
	AB_DEV_UART_16550 = 1, /**< 8 registers at @c base; edge */
	AB_DEV_I8042, /**< ports 0x60 and 0x64, and @c i8042; keyboard @c irq (0: 1); edge */
	AB_DEV_RTC_CMOS, /**< ports 0x70 and 0x71; @c irq (0: 8); edge */
	AB_DEV_PIC_8259, /**< the PC's pair of interrupt controllers, at 0x20 and 0xa0 */
	AB_DEV_PIT_8254, /**< the PC's timer, at 0x40; its IRQ 0 arrives at GSI 2 */
	AB_DEV_IOAPIC, /**< 4 KiB of memory at @c base, and @c ioapic; has no interrupt of its own.
			  A PC that lists none has one at 0xfec00000, with GSI 0 and APIC id 0 */
	AB_DEV_HPET, /**< 1 KiB of memory at @c base, and @c hpet */
	AB_DEV_VIRTIO_MMIO, /**< @c size (0: 512) bytes of memory at @c base; level */
	AB_DEV_PCIE_ECAM, /**< host bridge: its ECAM window is [@c base, @c base + @c size), 1 MiB a
			     bus; everything else is in @c pcie; INTx are levels, active low */
	AB_DEV_ACPI_PM, /**< fixed ACPI hardware at I/O port @c base: event block at + 0, control at
			   + 4, timer at + 8, GPE0 block of 4 bytes at + 0xc; SCI @c irq (0: 9);
			   level; and @c acpi_pm. Without it, ACPI is hardware-reduced, see
			   machine.h */
	AB_DEV_ACPI_GED, /**< generic event device: a read of the 32-bit memory register at @c base
			    returns the events and clears them, see @c acpi_ged; @c irq signals
			    events; edge */
	AB_DEV_ACPI_SLEEP, /**< 8-bit sleep control register at @c base, status register at
			      @c base + 1; S5 is sleep type 5. With an ACPI_PM guests do not use
			      it */
	AB_DEV_ACPI_RESET, /**< 8-bit reset register at @c base; writing @c reset.value resets. It
			      may be the command port of an I8042, 0x64, with the value 0xfe, or
			      0xcf9 beside a PCI, with any value */
	AB_DEV_PVPANIC, /**< 8-bit I/O port at @c base, by which the guest reports its panic */
	AB_DEV_UART_PL011, /**< 4 KiB of memory at @c base; level */
	AB_DEV_UART_SBSA, /**< SBSA generic UART, a subset of UART_PL011: same size and trigger */
	AB_DEV_RTC_PL031, /**< 4 KiB of memory at @c base; level. Device tree only: no ACPI id */
	AB_DEV_GPIO_PL061, /**< 4 KiB of memory at @c base; its line 3 is the power button; level.
			      Device tree only: with ACPI, ACPI_GED has the button */
	AB_DEV_SMMUV3, /**< 128 KiB of memory at @c base; @c irq is the event queue's, the next two
			  those of command sync and global errors; edge */
	AB_DEV_VMGENID, /**< 4 KiB of memory at @c base, outside RAM, which contain the generation
			   id; @c irq signals a change; edge */
	AB_DEV_VMBUS, /**< Hyper-V's bus: has a PPI, @c irq, and no registers; edge */
	AB_DEV_WINDOW, /**< memory [@c base, @c base + @c size), multiples of 4 KiB, from which
			  devices of a bus get their addresses, e.g. those on a VMBus. ACPI: an
			  ACPI0004 module; device tree: a simple-bus */
	AB_DEV_HOTPLUG_RAM, /**< memory [@c base, @c base + @c size), multiples of 4 KiB, where RAM
			  may be added to @c node while the guest runs; it is none when the guest
			  starts. The SRAT says so, and MTRRs make it write-back; the devices that
			  add it (PNP0C80) are in the VMM's own AML. ACPI only: device trees and MP
			  tables cannot tell of it. With AB_TABLES_NONE the caller's tables do */
	AB_DEV_VGA, /**< VGA's registers, ports 0x3c0 to 0x3df. Without it, the FADT tells guests
		       not to probe for VGA */
	AB_DEV_OTHER, /**< what a device of the VMM's own uses, which its own AML or nodes describe:
			 ports or memory [@c base, @c base + @c size), outside RAM, and @c irq with
			 @c irq_flags, either of which may be missing; of a device that uses more,
			 an entry for each. No table of the library's describes the device, but
			 nothing else may use its range, users of its interrupt must agree on the
			 trigger, and the MADT, the MP table and MTRRs take it into account */
	AB_DEV_RESERVED, /**< addresses [@c base, @c base + @c size), multiples of 4 KiB, outside
			    RAM, where nothing may be, e.g. the 12 GiB at 0xfd00000000 that AMD's
			    HyperTransport has. Memory maps have them as reserved, and ACPI claims
			    them by a PNP0C02 device. A device tree does not name them: they are in
			    no memory node and in no "ranges", where alone a guest looks for
			    memory and gives out addresses */
	AB_DEV_PCI, /**< host bridge with @c pcie, of segment 0, whose configuration space guests
		       reach by ports 0xcf8 to 0xcff alone. Its buses end at 255, or before the
		       first bus of another bridge of the segment; INTx are levels, active low */
	AB_DEV_FRAMEBUFFER, /**< memory [@c base, @c base + @c size), outside RAM, whose content is
			       shown, and @c framebuffer. Device tree: a simple-framebuffer in
			       /chosen; x86: screen_info in the zero page. A guest that gets
			       neither, e.g. one entered by PVH, is not told of it, and its plan
			       warns */
};

/** Trigger and polarity of a device's interrupt. arm64: must be active high, as a GIC has no other
 *  inputs; INTx must be levels. */
enum ab_irq_flags {
	AB_IRQ_USUAL = 0, /**< the usual trigger of the kind, see ab_dev_type */
	AB_IRQ_EDGE_HIGH = 1, /**< edge, active high */
	AB_IRQ_EDGE_LOW = 2, /**< x86: edge, active low */
	AB_IRQ_LEVEL_HIGH = 3, /**< level, active high */
	AB_IRQ_LEVEL_LOW = 4, /**< x86: level, active low */
};

/** An interrupt that a device does not have, where 0 means the usual one. For ab_dev.irq and
 *  ab_i8042.mouse. These kinds must have an interrupt: PIT_8254, VIRTIO_MMIO, ACPI_PM, ACPI_GED,
 *  UART_PL011, UART_SBSA, RTC_PL031, GPIO_PL061, SMMUV3, VMBUS. An IOAPIC must have 0 instead. */
#define AB_IRQ_NONE UINT32_MAX

/** A keyboard controller, except for its ports and the keyboard's interrupt. */
struct ab_i8042 {
	uint32_t mouse; /**< GSI of the mouse; 0: 12; AB_IRQ_NONE: there is no mouse */
};

/** A PC's clock, except for its ports and its interrupt. */
struct ab_rtc {
	uint8_t century; /**< index of the register that holds the century, 0xe to 0x7f, usually
			      0x32; 0: none. The FADT names it. @spec{ACPI, 5.2.9} */
};

/** Sleep type 0, where 0 means the usual one. For ab_acpi_pm.s5. */
#define AB_SLP_TYP_0 8

/** Fixed ACPI hardware, except for its ports and its interrupt. */
struct ab_acpi_pm {
	uint8_t s5; /**< SLP_TYP that powers the machine off, the type of S5: 1 to 7, or
			 AB_SLP_TYP_0, which QEMU has; 0: 5. @spec{ACPI, 4.8.3.2.1} */
};

/** A generic event device, except for its register and its interrupt. @spec{ACPI, 5.6.9} */
struct ab_acpi_ged {
	uint32_t power_button; /**< the bit of its register that tells of the power button, as a
				    mask of that bit; 0: the usual, 0x1. QEMU's has 0x2 */
};

#define AB_PCI_LIST_MAX 128 /**< most entries of each list of a host bridge */

/** The interrupt of one pin of a slot on a host bridge's first bus. */
struct ab_pci_route {
	uint8_t slot; /**< device number, 0 to 31 */
	uint8_t pin; /**< 0 to 3: INTA to INTD */
	uint32_t irq; /**< as in ab_pcie.intx */
};

/** Interrupts of pins, of each at most one. */
struct ab_pci_route_list {
	const struct ab_pci_route *at; /**< @c n entries */
	size_t n; /**< entries */
};

/** A PCI host bridge, except for its configuration space. arm64: bases and sizes of windows must be
 *  multiples of 4 KiB. */
struct ab_pcie {
	uint16_t segment; /**< PCI segment group; part of the device ids of an ITS */
	uint8_t bus; /**< number of the first bus, with which an ECAM window starts. Bridges of one
			  segment must not share a bus */
	uint32_t intx[4]; /**< of the swizzled pins INTA to INTD, as in ab_dev.irq; 0: none */
	struct ab_pci_route_list routes; /**< pins whose interrupt is not the swizzled one */
	struct ab_range pio; /**< I/O port window for devices; size 0: none. x86: ports; arm64: at
				  most 64 KiB of memory, which are the bus's ports from 0 on */
	struct ab_range mmio32; /**< memory window that ends at or below 4 GiB; size 0: none */
	struct ab_range mmio64; /**< memory window at any address; size 0: none */
	struct ab_range_list more_pio; /**< x86: further windows of ports */
	struct ab_range_list more_mmio; /**< further memory windows; of 32 bits below 4 GiB */
	uint32_t its; /**< arm64: the ITS that functions send their MSIs to: its place in
			   ab_gic.its, from 0. Must be 0 without an ITS */
	uint8_t smmu; /**< arm64: the SMMU that functions are behind: 1 for the first AB_DEV_SMMUV3
			 in the list, 2 for the second; 0: none. The stream id of a function
			 is its requester id + 0x10000 * n: n earlier bridges in the list have
			 the same SMMU */
	bool probe_only; /**< the guest must keep the bus numbers and resources that are assigned */
};

/** An I/O APIC, except for its address. */
struct ab_ioapic {
	uint8_t apic_id; /**< its APIC id; must differ from that of every other I/O APIC */
	uint32_t gsi; /**< GSI of its first input; no GSI may be an input of two I/O APICs */
	uint8_t inputs; /**< its inputs, at most 240; 0: the usual, 24, as those of KVM and QEMU
			     have. Each interrupt of a device must arrive at an input */
};

/** An HPET, except for its address. */
struct ab_hpet {
	uint32_t caps; /**< low 32 bits of its General Capabilities. @spec{HPET, 2.3.4} */
};

/** Formats of a pixel: its fields from the highest bit down with their widths, as Linux and the
 *  binding simple-framebuffer name them. Append-only. */
enum ab_pixel_format {
	AB_PIXEL_X8R8G8B8 = 0, /**< 32 bits, 8 of them unused */
	AB_PIXEL_A8R8G8B8, /**< 32 bits, 8 of them alpha */
	AB_PIXEL_A8B8G8R8, /**< 32 bits, red in the lowest */
	AB_PIXEL_R8G8B8, /**< 24 bits */
	AB_PIXEL_R5G6B5, /**< 16 bits */
	AB_PIXEL_X1R5G5B5, /**< 16 bits, the highest of them unused */
	AB_PIXEL_A1R5G5B5, /**< 16 bits, the highest of them alpha */
	AB_PIXEL_R5G5B5A1, /**< 16 bits, the lowest of them alpha */
	AB_PIXEL_X2R10G10B10, /**< 32 bits, 2 of them unused */
	AB_PIXEL_A2R10G10B10, /**< 32 bits, 2 of them alpha */
};

/** A framebuffer, except for its memory, which must have room for all lines. */
struct ab_framebuffer {
	uint32_t width; /**< pixels of a line, 1 to 65535 */
	uint32_t height; /**< lines, 1 to 65535 */
	uint32_t stride; /**< bytes from one line to the next, at most 65535; 0: those of a line's
			      pixels */
	enum ab_pixel_format format; /**< format of its pixels, which are little-endian */
};

/** A reset register, except for its address. */
struct ab_reset {
	uint8_t value; /**< the byte that resets the machine when the guest writes it */
};

/** One device. On x86 a base below 64 KiB is an I/O port, any other base is a memory address. */
struct ab_dev {
	enum ab_dev_type type; /**< its kind */
	uint64_t base; /**< I/O port or guest-physical address. 0: the usual one of PC kinds that
			    have one, of OTHER port or address 0; VMBUS has none; other kinds must
			    have one. arm64: must be a multiple of 4 KiB for kinds with 4 KiB of
			    registers, of 64 KiB for SMMUV3, of 4 for VIRTIO_MMIO and ACPI_GED;
			    others may be anywhere */
	uint64_t size; /**< bytes; 0: the usual, of OTHER none. arm64: no less than the usual */
	uint32_t irq; /**< x86: GSI; arm64: INTID of an SPI, 32 to 1019, with a GICv3 also of an
			   extended SPI, 4096 to 5119, which not every GICv3 has; of VMBUS a PPI,
			   16 to 31. 0: the usual of its kind, or none; AB_IRQ_NONE: none, although
			 its kind usually has one. Devices may share an interrupt if they agree on
			 trigger and polarity */
	enum ab_irq_flags irq_flags; /**< trigger and polarity; OTHER has no usual ones */
	uint32_t uid; /**< _UID of its ACPI object; must be unique among the devices of its kind. 0:
			   the device's place among them, from 0 */
	uint32_t node; /**< NUMA node, at most the highest one of RAM, CPUs and distances */
	const char *memory_region; /**< memory that the device's driver must use, e.g. for DMA: the
				      name of a pool, an entry of ab_payload.reserve with
				      @c compatible or @c flags; NULL: none. Device tree only: it is
				      an error where the guest gets no tree of the library's, or
				      the kind has no node in it */
	struct ab_i8042 i8042; /**< I8042 only */
	struct ab_rtc rtc; /**< RTC_CMOS only */
	struct ab_acpi_pm acpi_pm; /**< ACPI_PM only */
	struct ab_acpi_ged acpi_ged; /**< ACPI_GED only */
	struct ab_ioapic ioapic; /**< IOAPIC only */
	struct ab_hpet hpet; /**< HPET only */
	struct ab_reset reset; /**< ACPI_RESET only */
	struct ab_framebuffer framebuffer; /**< FRAMEBUFFER only */
	struct ab_pcie pcie; /**< PCIE_ECAM and PCI only */
};

/** Devices, in any order. */
struct ab_dev_list {
	const struct ab_dev *at; /**< @c n entries */
	size_t n; /**< entries */
};

/** Return true if the registers of @p d are I/O ports on @p m, false if they are memory. */
AB_API bool ab_dev_is_pio(const struct ab_machine *m, const struct ab_dev *d);

/** Get the address of @p d: its base, or the usual address of its kind. */
AB_API uint64_t ab_dev_base(const struct ab_dev *d);

/** Get the bytes of the registers of @p d: its size, or the usual size of its kind. */
AB_API uint64_t ab_dev_size(const struct ab_dev *d);

/** Get the interrupt of @p d: its irq, or the usual one of its kind; 0: none, also for
 *  AB_IRQ_NONE. */
AB_API uint32_t ab_dev_irq(const struct ab_dev *d);

/** Get trigger and polarity of @p d on @p m, never AB_IRQ_USUAL. The usual INTx of a host bridge
 * are active low on x86, and active high on arm64, where a GIC has no other inputs. */
AB_API enum ab_irq_flags ab_dev_irq_flags(const struct ab_machine *m, const struct ab_dev *d);

/** Get the name of a device kind, e.g. "uart-16550". ROM string. */
AB_API const char *ab_dev_name(enum ab_dev_type type);

#ifdef __cplusplus
}
#endif

/** @} */

#endif /* AETHERBOOT_DEVICE_H */
