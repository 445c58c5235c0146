/* SPDX-License-Identifier: BSD-2-Clause */
/**
 * @file machine.h
 * The machine, described once as const data. ACPI tables, device tree, SMBIOS, the memory maps,
 * MP table, MTRRs, CPUID and CPU entry state are all derived from it. In every field that is not
 * required, zero means the usual value, or the meaning that its comment gives.
 *
 * An x86 machine without AB_DEV_ACPI_PM has hardware-reduced ACPI. Its guest then uses neither PIC
 * nor PIT nor PM timer, also where they are described, and must know its clock's frequency from the
 * hypervisor (kvmclock) or from CPUID leaves 0x15 and 0x16, which Linux reads on Intel CPUs only.
 * Guests that calibrate by a timer want a whole PC, from examples/dump_acpi.c:
 * @snippet dump_acpi.c whole PC
 */
#ifndef AETHERBOOT_MACHINE_H
#define AETHERBOOT_MACHINE_H

#include <aetherboot/base.h>
#include <aetherboot/mem.h>

#ifdef __cplusplus
extern "C" {
#endif

struct ab_aml; /* aml.h */
struct ab_fdt; /* fdt.h */
struct ab_smbios; /* smbios.h */

#define AB_CPUS_MAX 65536 /**< most CPUs of a machine */
#define AB_NODES_MAX 1024 /**< most NUMA nodes; Linux supports no more */

#define AB_DISTANCE_WITHIN 10 /**< NUMA distance within a node */
#define AB_DISTANCE_BETWEEN 20 /**< usual NUMA distance between nodes */

/** One CPU of a machine whose ids or nodes cannot be derived. */
struct ab_cpu {
	uint64_t id; /**< unique. x86: APIC id, 0 to 0xfffffffe; arm64: affinity of the MPIDR, bits
			  39 to 32 and 23 to 0 */
	uint32_t node; /**< NUMA node, below AB_NODES_MAX */
};

/** CPUs, in the order of their index. */
struct ab_cpu_list {
	const struct ab_cpu *at; /**< @c n entries */
	size_t n; /**< entries: 0, or the machine's n_cpus */
};

/** How CPUs nest. x86: APIC ids are derived from these counts, unless ab_machine.cpus gives them. A
 *  derived id has bit fields for thread, core, die and package, each as wide as its count needs. */
struct ab_topology {
	uint32_t threads; /**< threads per core; 0: 1 */
	uint32_t cores; /**< cores per die; 0: enough for all CPUs in one package */
	uint32_t dies; /**< dies per package; 0: 1 */
};

/** Distance between two NUMA nodes in one direction. Each direction may be given once; directions
 *  that are not given have AB_DISTANCE_WITHIN or AB_DISTANCE_BETWEEN. */
struct ab_distance {
	uint32_t from; /**< node, below AB_NODES_MAX */
	uint32_t to; /**< node, below AB_NODES_MAX */
	uint8_t value; /**< 10 within a node, 11 to 254 between nodes; 255: unreachable */
};

/** NUMA distances. */
struct ab_distance_list {
	const struct ab_distance *at; /**< @c n entries */
	size_t n; /**< entries */
};

/** Kinds of devices. Append-only. "Edge" and "level" are usual triggers, active high. */
enum ab_dev_type {
	AB_DEV_UART_16550 = 1, /**< 8 registers at @c base; edge */
	AB_DEV_I8042, /**< ports 0x60 and 0x64, and @c i8042; keyboard @c irq (0: 1); edge */
	AB_DEV_RTC_CMOS, /**< ports 0x70 and 0x71; @c irq (0: 8); edge */
	AB_DEV_PIC_8259, /**< the PC's pair of interrupt controllers, at 0x20 and 0xa0 */
	AB_DEV_PIT_8254, /**< the PC's timer, at 0x40; its IRQ 0 arrives at GSI 2 */
	AB_DEV_IOAPIC, /**< 4 KiB of memory at @c base, and @c ioapic; has no interrupt of its own.
			  An x86 machine that lists none has one at 0xfec00000 with GSI 0 and APIC
			  id 0 */
	AB_DEV_HPET, /**< 1 KiB of memory at @c base, and @c hpet */
	AB_DEV_VIRTIO_MMIO, /**< @c size (0: 512) bytes of memory at @c base; level */
	AB_DEV_PCIE_ECAM, /**< host bridge: its ECAM window is [@c base, @c base + @c size), 1 MiB a
			     bus; everything else is in @c pcie; INTx are levels, active low */
	AB_DEV_ACPI_PM, /**< fixed ACPI hardware at I/O port @c base: event block at + 0, control at
			   + 4, timer at + 8, GPE0 block of 4 bytes at + 0xc; SCI @c irq (0: 9);
			   level. Without this device, the FADT is a hardware-reduced one, and
			   guests use neither PIC nor PIT nor PM timer, described or not */
	AB_DEV_ACPI_GED, /**< generic event device: a read of the 32-bit memory register at @c base
			    returns the events and clears them (bit 0: power button); @c irq signals
			    events; edge */
	AB_DEV_ACPI_SLEEP, /**< 8-bit sleep control register at @c base, status register at
			      @c base + 1; S5 is sleep type 5 */
	AB_DEV_ACPI_RESET, /**< 8-bit reset register at @c base; writing @c reset.value resets. It
			      may be the command port of an I8042, 0x64, with the value 0xfe, or
			      0xcf9 beside a PCI, with any value */
	AB_DEV_PVPANIC, /**< 8-bit I/O port at @c base, by which the guest reports its panic */
	AB_DEV_UART_PL011, /**< 4 KiB of memory at @c base; level */
	AB_DEV_UART_SBSA, /**< SBSA generic UART, a subset of UART_PL011: same size and trigger */
	AB_DEV_RTC_PL031, /**< 4 KiB of memory at @c base; level. Device tree only: ACPI has no id
			     for it */
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
			  may be added to @c node while the guest runs. The SRAT says so, and MTRRs
			  make it write-back; the devices that add it (PNP0C80) are in the VMM's own
			  AML. ACPI only: device trees have no binding for it */
	AB_DEV_VGA, /**< ports 0x3c0 to 0x3df; without it, the FADT says not to probe for VGA */
	AB_DEV_OTHER, /**< what a device uses that the VMM's own AML or nodes describe: ports or
			 memory [@c base, @c base + @c size), outside RAM, and @c irq; either may
			 be missing. The library describes nothing of it, but checks it like any
			 device; MADT, MP table and MTRRs heed it */
	AB_DEV_RESERVED, /**< addresses [@c base, @c base + @c size), multiples of 4 KiB, outside
			    RAM, where nothing may be, e.g. AMD's 12 GiB at 0xfd00000000. Memory
			    maps reserve them, a PNP0C02 device claims them; a device tree needs no
			    node for what is in no memory node and no "ranges" */
	AB_DEV_PCI, /**< host bridge with @c pcie, of segment 0, whose configuration space guests
		       reach by ports 0xcf8 to 0xcff alone. Its buses end at 255, or before the
		       first bus of another bridge of the segment; INTx are levels, active low */
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
	uint32_t intx[4]; /**< interrupts of the swizzled pins INTA to INTD, x86: GSIs, arm64:
			       INTIDs, as in ab_dev.irq; 0: the pin has none */
	struct ab_pci_route_list routes; /**< pins whose interrupt is not the swizzled one */
	struct ab_range pio; /**< I/O port window for devices; size 0: none. x86: ports; arm64: at
				  most 64 KiB of memory, which are the bus's ports from 0 on */
	struct ab_range mmio32; /**< memory window that ends at or below 4 GiB; size 0: none */
	struct ab_range mmio64; /**< memory window at any address; size 0: none */
	struct ab_range_list more_pio; /**< x86: further windows of ports */
	struct ab_range_list more_mmio; /**< further memory windows; those that end at or below
					     4 GiB are for addresses of 32 bits */
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
	uint32_t gsi; /**< GSI of its first input; must differ from that of every other I/O APIC */
};

/** An HPET, except for its address. */
struct ab_hpet {
	uint32_t caps; /**< low 32 bits of its General Capabilities. @spec{HPET, 2.3.4} */
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
	uint64_t size; /**< bytes; 0: the usual of its kind, of OTHER none. arm64: no less than the
			    usual */
	uint32_t irq; /**< x86: GSI; arm64: INTID of an SPI, 32 to 1019, with a GICv3 also of an
			   extended SPI, 4096 to 5119, which not every GICv3 has; of VMBUS a PPI,
			   16 to 31. 0: the usual of its kind, or none; AB_IRQ_NONE: none, although
			 its kind usually has one. Devices may share an interrupt if they agree on
			 trigger and polarity */
	enum ab_irq_flags irq_flags; /**< trigger and polarity; OTHER has no usual ones */
	uint32_t uid; /**< _UID of its ACPI object; must be unique among the devices of its kind. 0:
			   the device's place among them, from 0 */
	uint32_t node; /**< NUMA node, at most the highest one of RAM, CPUs and distances */
	struct ab_i8042 i8042; /**< I8042 only */
	struct ab_rtc rtc; /**< RTC_CMOS only */
	struct ab_ioapic ioapic; /**< IOAPIC only */
	struct ab_hpet hpet; /**< HPET only */
	struct ab_reset reset; /**< ACPI_RESET only */
	struct ab_pcie pcie; /**< PCIE_ECAM and PCI only */
};

/** Devices, in any order. */
struct ab_dev_list {
	const struct ab_dev *at; /**< @c n entries */
	size_t n; /**< entries */
};

#define AB_GICV2_DIST_SIZE 0x1000 /**< bytes of a GICv2's distributor */
#define AB_GICV2_CPU_SIZE 0x2000 /**< bytes of a GICv2's CPU interface */
#define AB_GICV2M_SIZE 0x1000 /**< bytes of an MSI frame */
#define AB_GICV3_DIST_SIZE 0x10000 /**< bytes of a GICv3's distributor */
#define AB_GICV3_REDIST_SIZE 0x20000 /**< bytes of one CPU's redistributor */
#define AB_GICV3_ITS_SIZE 0x20000 /**< bytes of an ITS */

/** arm64: an ITS, which receives the MSIs of PCI functions. Its id is its place in the list. */
struct ab_its {
	uint64_t base; /**< 128 KiB of memory; a multiple of 64 KiB, and not 0 */
};

/** ITSes. */
struct ab_its_list {
	const struct ab_its *at; /**< @c n entries */
	size_t n; /**< entries */
};

/** arm64: the interrupt controller. */
struct ab_gic {
	uint32_t version; /**< 2 or 3; 0: 3 */
	uint64_t dist; /**< distributor, a multiple of its size: 4 KiB (v2) or 64 KiB (v3) */
	uint64_t cpu; /**< v2: CPU interface, 8 KiB; a multiple of 4 KiB */
	/** v3: redistributors, 128 KiB for each CPU, in CPU order. Bases must be
	 *  multiples of 64 KiB, sizes of 128 KiB. */
	struct ab_range_list redist;
	struct ab_its_list its; /**< v3: ITSes; @c n 0: none */
	uint64_t v2m; /**< MSI frame of a GICv2m, 4 KiB; a multiple of 4 KiB; 0: none. Must be 0
			 with an ITS */
	uint32_t v2m_spi; /**< first SPI of the frame, 32 to 1019; devices must not use the frame's
			       SPIs */
	uint32_t v2m_spis; /**< number of SPIs of the frame */
	uint32_t maintenance; /**< INTID of the virtualisation maintenance interrupt; 0: none */
};

/** arm64: INTIDs of the architected timers, PPIs, 16 to 31; 0: the usual one, but for @c hyp_virt.
 *  A PPI has one purpose: those of timers, PMU, maintenance interrupt and VMBus must all differ. */
struct ab_timer {
	uint32_t secure; /**< usually 29 */
	uint32_t phys; /**< non-secure EL1, usually 30 */
	uint32_t virt; /**< usually 27 */
	uint32_t hyp; /**< EL2, usually 26 */
	uint32_t hyp_virt; /**< EL2 virtual, usually 28; 0: the guest gets none */
};

/** Kinds of caches. */
enum ab_cache_type {
	AB_CACHE_UNIFIED = 0, /**< data and instructions */
	AB_CACHE_DATA, /**< data */
	AB_CACHE_INSTRUCTION, /**< instructions */
};

/** One cache of a level; all CPUs of the machine have the same. */
struct ab_cache {
	uint8_t level; /**< 1 to 7. A level has one unified cache, or at most one each for data and
			    instructions; no level below the highest may be missing */
	enum ab_cache_type type; /**< its contents */
	uint32_t size; /**< bytes, a multiple of @c line times @c ways */
	uint32_t line; /**< bytes, a power of two */
	uint32_t ways; /**< associativity, at least 1 */
	uint32_t cpus; /**< number of neighbouring CPUs that share one; 0: 1. It must be a multiple
			    of the number of the level below. A cache must lie within one core or
			    contain whole cores, and likewise for dies and packages of
			    ab_machine.topology. A number from @c n_cpus on means all CPUs */
};

/** Caches, by ascending level. */
struct ab_cache_list {
	const struct ab_cache *at; /**< @c n entries */
	size_t n; /**< entries; 0: the guest finds caches by its CPUs' registers only */
};

/** arm64: a reserved memory region (IORT RMR): memory that PCI functions behind an SMMU already
 *  access when the guest starts, e.g. MSI doorbells. The guest must keep it identity-mapped. ACPI
 *  only: a device tree has no nodes for PCI functions. @spec{IORTE, 3} */
struct ab_rmr {
	uint32_t bridge; /**< the functions' bridge: its place among AB_DEV_PCIE_ECAM, from 0. It
			    must have @c smmu, and @c probe_only, as renumbered buses would change
			    the requester ids */
	uint16_t rid; /**< requester id of the first function: bus << 8 | device << 3 | function */
	uint32_t n_rids; /**< number of requester ids from @c rid on, all on the bridge's buses;
			      0: 1 */
	uint64_t base; /**< a multiple of 64 KiB. The region must not overlap RAM, a device or a
			    window; it may overlap the GIC's frames, which can be doorbells */
	uint64_t size; /**< bytes, a multiple of 64 KiB */
	bool cached; /**< true: write-back memory; false: device memory, e.g. an MSI doorbell */
	bool remap; /**< the guest may unmap it once a driver has bound the function */
};

/** Reserved memory regions. */
struct ab_rmr_list {
	const struct ab_rmr *at; /**< @c n entries */
	size_t n; /**< entries */
};

/** arm64: the instruction that calls PSCI. */
enum ab_conduit {
	AB_CONDUIT_HVC = 0, /**< HVC, which a hypervisor handles */
	AB_CONDUIT_SMC, /**< SMC, which firmware handles, or a hypervisor that traps it */
};

/** The part of a machine that only arm64 has. */
struct ab_arm64 {
	struct ab_gic gic; /**< interrupt controller; required */
	struct ab_timer timer; /**< INTIDs of the architected timers */
	uint32_t pmu; /**< INTID of the PMU's PPI, usually 23; 0: the guest gets no PMU */
	enum ab_conduit conduit; /**< instruction that calls PSCI */
	uint64_t clidr; /**< CLIDR_EL1 of the CPUs, by which ab_machine_check() warns of described
			     caches that Linux would ignore; 0: not known.
			     @spec{DDI0487, D17.2} */
	struct ab_rmr_list rmrs; /**< reserved memory regions behind an SMMU; ACPI only */
};

/** Tables that describe the machine to its guest. */
enum ab_tables {
	AB_TABLES_USUAL = 0, /**< x86: ACPI; arm64: FDT */
	AB_TABLES_ACPI, /**< ACPI */
	AB_TABLES_MP, /**< x86: MultiProcessor Specification 1.4 table, no ACPI */
	AB_TABLES_NONE, /**< none */
	AB_TABLES_FDT, /**< arm64: device tree */
};

/** Edition of ACPI that the tables follow. Append-only. */
enum ab_acpi_edition {
	AB_ACPI_USUAL = 0, /**< 6.3, which all current guests and tools know */
	AB_ACPI_6_5, /**< 6.5: MADT revision 6; PPTT revision 3, where each cache has its id; SPCR
			  revision 4, with the console's name in the DSDT */
};

/** The ACPI tables: their identity, and the VMM's own additions. A guest that gets no ACPI tables
 * gets none of these, and its plan warns of @c dsdt and @c tables. */
struct ab_acpi {
	enum ab_acpi_edition edition; /**< edition that the tables follow */
	const char *oem_id; /**< OEM ID of each ACPI table and of the MP table, 1 to 6 printable
				 characters; NULL: "AETHER" */
	const char *oem_table_id; /**< OEM Table ID of each ACPI table and product ID of the MP
				     table, 1 to 8 printable characters; NULL: "AETHERBT" */
	const char *hypervisor_id; /**< arm64: Hypervisor Vendor Identity of the FADT, 1 to 8
					printable characters; NULL: 0. @spec{ACPI, 5.2.9} */
	/** Append AML inside the DSDT's \\\_SB scope. Must append the same bytes on each call.
	 *  Errors go into the encoder. NULL: none. */
	void (*dsdt)(struct ab_aml *aml, void *ctx);
	void *ctx; /**< handed to @c dsdt */
	struct ab_bytes_list tables; /**< the VMM's own tables, each whole, with its header and a
					correct checksum */
};

/** The VMM's own additions to the device tree. A guest that gets no tree, or with ACPI one that has
 * nothing but /chosen, gets none of them, and its plan warns: any other node would make Linux
 * ignore ACPI. */
struct ab_fdt_extra {
	/** Append nodes inside the root. Must append the same bytes on each call. Errors go into
	 * the writer. NULL: none. */
	void (*nodes)(struct ab_fdt *fdt, void *ctx);
	void *ctx; /**< handed to @c nodes */
	/** Device trees and overlays (dtc /plugin/, .dtbo), merged in this order after all other
	 * nodes. A tree adds the children of its root; an overlay adds those of the __overlay__ of
	 * each of its fragments, whose target-path must be "/". Their phandles are replaced by free
	 * ones. A plan keeps the memory free that their /reserved-memory reserves by "reg", and
	 * lists it. ab_fdt_machine() gives the rules. */
	struct ab_bytes_list overlays;
};

/** A machine. It must stay valid and unchanged as long as a plan of it is in use. */
struct ab_machine {
	enum ab_arch arch; /**< required */
	enum ab_tables tables; /**< tables that describe it to its guest */
	uint32_t n_cpus; /**< 1 to AB_CPUS_MAX */
	uint32_t n_cpus_later; /**< how many of these, the last ones, are not there when the guest
				    starts, but may be enabled while it runs: the MADT calls them
				    online-capable, and their objects in the DSDT, Cnnn, are left to
				    the VMM's own AML. Less than @c n_cpus. ACPI only, on arm64 that
				    of AB_ACPI_6_5 */
	uint8_t phys_bits; /**< width of a physical address as the CPUs report it, 32 to 52; 0: 40.
				RAM, devices and windows must end at or below 2^phys_bits. x86:
				ab_x86_cpuid() puts it into leaf 0x80000008; it must be no more than
				the host's own CPUs have there */
	struct ab_topology topology; /**< how CPUs nest */
	struct ab_cpu_list cpus; /**< id and node of each CPU; empty: derived */
	struct ab_ram_list ram; /**< required. x86: the first range must cover 0 to 1 MiB, and none
				     may cover an APIC */
	struct ab_dev_list devs; /**< devices */
	struct ab_distance_list distances; /**< NUMA distances */
	struct ab_cache_list caches; /**< arm64: cache hierarchy */
	struct ab_arm64 arm64; /**< arm64 only */
	struct ab_acpi acpi; /**< ACPI tables, where @c tables asks for them */
	struct ab_fdt_extra fdt; /**< arm64: the VMM's own nodes and trees */
	const struct ab_smbios *smbios; /**< identity of the machine for SMBIOS. NULL: on arm64 with
					   ACPI the usual identity, on x86 no SMBIOS. A guest with a
					   device tree never gets SMBIOS */
};

/** Compute the work memory that ab_machine_check() needs, in which it sorts lists: 16 bytes for
 *  each entry of the longest one, of which the ranges of all devices are one.
 * @param m a machine, checked or not
 * @return bytes */
AB_API size_t ab_machine_work(const struct ab_machine *m);

/** Check every field of a machine, and every pair of fields that must agree. Lists may be in any
 *  order: n entries take n log n steps, and n if they ascend. But n reserved memory regions (RMRs)
 *  may take n^2 steps if two of them overlap.
 * @param m       the machine
 * @param work    at least the bytes that ab_machine_work() gives; in use until the call returns
 * @param warning NULL, or receives a doubt about a valid machine, e.g. caches that CLIDR_EL1
 *                contradicts; code AB_OK: no doubt, or the call failed
 * @param why     path, entry, value and rule of the invalid field; for an overlap both parties
 * @retval AB_OK              the machine can be planned
 * @retval AB_ERR_ARG         a field is invalid, or contradicts another
 * @retval AB_ERR_OVERLAP     two of RAM, devices, windows, interrupt controller and reserved
 *                            regions overlap, or two users of a PPI, an SPI or a bus
 * @retval AB_ERR_NOSPACE     @p work is too small; value: bytes needed
 * @retval AB_ERR_UNSUPPORTED the architecture has no device of a listed kind, or not the chosen
 *                            tables; or the tables cannot describe the machine */
AB_API AB_MUST_CHECK enum ab_err ab_machine_check(const struct ab_machine *m, struct ab_work work,
						  struct ab_error *warning, struct ab_error *why);

/** Get the id of a CPU: from ab_machine.cpus, else derived.
 * @param m     a machine that ab_machine_check() accepts
 * @param index 0 to n_cpus - 1
 * @return x86: APIC id, derived from the topology; arm64: affinity of the MPIDR, derived in
 *         clusters of 16 */
AB_API uint64_t ab_machine_cpu_id(const struct ab_machine *m, uint32_t index);

/** Get the topology of @p m, with the derived number in place of each 0. */
AB_API struct ab_topology ab_machine_topology(const struct ab_machine *m);

/** arm64: get the timers of @p m, with the usual INTID in place of each 0 except in @c hyp_virt. */
AB_API struct ab_timer ab_machine_timer(const struct ab_machine *m);

/** Find the @p nth (from 0) device of a kind.
 * @return the device, or NULL when there are fewer */
AB_API const struct ab_dev *ab_machine_dev(const struct ab_machine *m, enum ab_dev_type type,
					   size_t nth);

/** Find the @p nth (from 0) UART of any kind, in the order of the list; the first is the console.
 * @return the device, or NULL when there are fewer */
AB_API const struct ab_dev *ab_machine_uart(const struct ab_machine *m, size_t nth);

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

#endif /* AETHERBOOT_MACHINE_H */
