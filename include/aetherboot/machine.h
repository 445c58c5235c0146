/* SPDX-License-Identifier: BSD-2-Clause */
/**
 * @file machine.h
 * The machine, described once as const data. ACPI tables, device tree, SMBIOS, the memory maps,
 * MP table, MTRRs, CPUID and CPU entry state are all derived from it. Zero means "the usual" in
 * every field.
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
#define AB_NODES_MAX 1024 /**< most NUMA nodes, as Linux has it at most */

#define AB_DISTANCE_WITHIN 10 /**< NUMA distance within a node */
#define AB_DISTANCE_BETWEEN 20 /**< usual NUMA distance between nodes */

/** One CPU, where the derived values do not fit. */
struct ab_cpu {
	uint64_t id; /**< x86: APIC id, 0 to 0xfffffffe; arm64: MPIDR affinity */
	uint32_t node; /**< NUMA node */
};

/** CPUs, in the order of their index. */
struct ab_cpu_list {
	const struct ab_cpu *at; /**< @c n entries */
	size_t n; /**< entries: 0, or the machine's n_cpus */
};

/** How CPUs nest. Unless ab_machine.cpus gives APIC ids, they are derived from it: bit fields for
 *  thread, core, die and package, each as wide as its count needs. */
struct ab_topology {
	uint32_t threads; /**< threads per core; 0: 1 */
	uint32_t cores; /**< cores per die; 0: as many as put all CPUs into one package */
	uint32_t dies; /**< dies per package; 0: 1 */
};

/** Distance between two NUMA nodes in one direction. Each direction may be given once. */
struct ab_distance {
	uint32_t from; /**< node */
	uint32_t to; /**< node */
	uint8_t value; /**< 10 within a node, 11 to 254 between nodes; 255: unreachable. Unlisted
			    pairs have AB_DISTANCE_WITHIN or AB_DISTANCE_BETWEEN */
};

/** NUMA distances. */
struct ab_distance_list {
	const struct ab_distance *at; /**< @c n entries */
	size_t n; /**< entries */
};

/** Kinds of devices. Append-only. */
enum ab_dev_type {
	AB_DEV_UART_16550 = 1, /**< 8 registers at @c base; edge, active high */
	AB_DEV_I8042, /**< ports 0x60 and 0x64; keyboard @c irq (0: 1), mouse 12 */
	AB_DEV_RTC_CMOS, /**< ports 0x70 and 0x71; @c irq (0: 8) */
	AB_DEV_PIC_8259, /**< the PC's pair of interrupt controllers */
	AB_DEV_PIT_8254, /**< the PC's timer; its IRQ 0 arrives at GSI 2 */
	AB_DEV_IOAPIC, /**< memory at @c base, and @c ioapic; no interrupt of its own. An x86
			  machine that lists none has one at 0xfec00000 with GSI 0 and APIC id 0 */
	AB_DEV_HPET, /**< 1 KiB of memory at @c base, and @c hpet */
	AB_DEV_VIRTIO_MMIO, /**< @c size (0: 512) bytes of memory at @c base; level, active high */
	AB_DEV_PCIE_ECAM, /**< host bridge: ECAM window [@c base, @c size), and @c pcie */
	AB_DEV_ACPI_PM, /**< fixed ACPI hardware at I/O port @c base (event block +0, control +4,
			     timer +8, GPE0 block of 4 +0xc); SCI @c irq (0: 9). Makes the
			     FADT a full one; without it, it is hardware-reduced */
	AB_DEV_ACPI_GED, /**< generic event device: 32-bit memory register at @c base reads (and
			     clears) the events: bit 0, power button; @c irq */
	AB_DEV_ACPI_SLEEP, /**< 8-bit sleep control register at @c base, status at base + 1; S5 is
			     type 5 */
	AB_DEV_ACPI_RESET, /**< 8-bit reset register at @c base; @c reset.value resets */
	AB_DEV_PVPANIC, /**< one 8-bit I/O port at @c base, by which the guest reports its panic */
	AB_DEV_UART_PL011, /**< 4 KiB at @c base; level, active high */
	AB_DEV_UART_SBSA, /**< SBSA generic UART, a subset of a PL011; as UART_PL011 */
	AB_DEV_RTC_PL031, /**< 4 KiB at @c base; level, active high. Device tree only: ACPI has
			       no id for it */
	AB_DEV_GPIO_PL061, /**< 4 KiB at @c base; line 3 is the power button; level, active high.
				Device tree only: ACPI has the GED */
	AB_DEV_SMMUV3, /**< 128 KiB at @c base; event queue, command sync and global error have
			    interrupts @c irq, + 1 and + 2; edge, active high */
	AB_DEV_VMGENID, /**< 4 KiB of memory at @c base, outside RAM, that hold the generation id;
			     @c irq signals a change; edge, active high */
	AB_DEV_VMBUS, /**< Hyper-V's bus; @c irq: its PPI; no registers of its own; edge */
	AB_DEV_WINDOW, /**< memory [@c base, @c size), multiples of 4 KiB, from which devices of a
			  bus get their addresses: an ACPI0004 module, a simple-bus; the VMBus uses
			    it */
};

/** Trigger and polarity of a device's interrupt. A GIC accepts only active-high interrupts, and
 * INTx only as levels. */
enum ab_irq_flags {
	AB_IRQ_USUAL = 0, /**< the usual of the kind, see ab_dev_type */
	AB_IRQ_EDGE_HIGH = 1, /**< edge, active high */
	AB_IRQ_EDGE_LOW = 2, /**< x86: edge, active low */
	AB_IRQ_LEVEL_HIGH = 3, /**< level, active high */
	AB_IRQ_LEVEL_LOW = 4, /**< x86: level, active low */
};

/** The part of a PCIe host bridge that its ECAM window does not give. arm64: bases and sizes of
 *  windows are multiples of 4 KiB. */
struct ab_pcie {
	uint16_t segment; /**< PCI segment group; part of the device id of an ITS */
	uint8_t bus; /**< first bus number; the ECAM window starts with it */
	uint32_t intx[4]; /**< GSIs of the swizzled pins INTA to INTD; all 0: no INTx */
	struct ab_range pio; /**< I/O port window for devices; size 0: none. arm64: guest-physical
				  address of the bus's port 0 */
	struct ab_range mmio32; /**< window below 4 GiB, size 0: none */
	struct ab_range mmio64; /**< window of any address, size 0: none */
	uint8_t smmu; /**< arm64: 1 + the place of its SMMU among AB_DEV_SMMUV3; 0: none. A stream
			 id is the requester id in its low half, in its upper half the number of
			   bridges listed before that have the same SMMU */
	bool probe_only; /**< the guest must keep the bus numbers and resources that are assigned */
};

/** The part of an I/O APIC that its registers' address does not give. */
struct ab_ioapic {
	uint8_t apic_id; /**< APIC id of its own, which no other I/O APIC has */
	uint32_t gsi; /**< GSI of its first input */
};

/** The part of an HPET that its registers' address does not give. */
struct ab_hpet {
	uint32_t caps; /**< low 32 bits of its General Capabilities. @spec{HPET, 2.3.4} */
};

/** The part of a reset register that its address does not give. */
struct ab_reset {
	uint8_t value; /**< the byte that resets the machine when the guest writes it */
};

/** One device. On x86 a base below 64 KiB is an I/O port, any other base is a memory address. */
struct ab_dev {
	enum ab_dev_type type; /**< its kind */
	uint64_t base; /**< I/O port or guest-physical address. 0: the usual one of I8042, RTC_CMOS,
			    PIC_8259 and PIT_8254; other kinds must have one. arm64: a multiple of
			    4 KiB for kinds with 4 KiB of registers, of 64 KiB for SMMUV3, of 4 for
			    VIRTIO_MMIO and ACPI_GED; UART_16550 and kinds with 8-bit registers may
			    lie anywhere */
	uint64_t size; /**< bytes; 0: the usual of its kind. arm64: no less than the usual */
	uint32_t irq; /**< x86: GSI; arm64: INTID. 0: the usual of its kind, or none. Devices may
			   share an interrupt if they agree on trigger and polarity */
	enum ab_irq_flags irq_flags; /**< trigger and polarity */
	uint32_t uid; /**< unique number among the devices of its kind, the _UID of its ACPI
			   object; 0: its place among them, from 0 */
	uint32_t node; /**< NUMA node */
	struct ab_ioapic ioapic; /**< IOAPIC only */
	struct ab_hpet hpet; /**< HPET only */
	struct ab_reset reset; /**< ACPI_RESET only */
	struct ab_pcie pcie; /**< PCIE_ECAM only */
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

/** arm64: the interrupt controller. */
struct ab_gic {
	uint32_t version; /**< 2 or 3; 0: 3 */
	uint64_t dist; /**< distributor: 4 KiB (v2) or 64 KiB (v3) */
	uint64_t cpu; /**< v2: CPU interface, 8 KiB */
	struct ab_range_list
	    redist; /**< v3: redistributor regions of 128 KiB a CPU, in CPU order */
	uint64_t its; /**< v3: interrupt translation service, 128 KiB; 0: none */
	uint64_t v2m; /**< GICv2m MSI frame, 4 KiB; 0: none, and then no INTIDs of one */
	uint32_t v2m_spi; /**< first INTID of the frame, 32 or above */
	uint32_t v2m_spis; /**< INTIDs of the frame */
	uint32_t maintenance; /**< INTID of the virtualisation maintenance interrupt; 0: none */
};

/** arm64: INTIDs of the architected timers, PPIs 16 to 31; 0: the usual one. Each PPI has one
 *  purpose: the timers', the PMU's, the maintenance interrupt's and the VMBus's must all differ. */
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

/** One level of cache, the same all over the machine. */
struct ab_cache {
	uint8_t level; /**< 1 to 7; no level between may be missing */
	enum ab_cache_type type; /**< its contents */
	uint32_t size; /**< bytes */
	uint32_t line; /**< bytes, a power of two */
	uint32_t ways; /**< associativity */
	uint32_t cpus; /**< number of neighbouring CPUs that share one, at least as many as at the
			    level below; 0: 1. The CPUs that share one must be whole cores, dies or
			    packages of ab_machine.topology, or parts of one */
};

/** Caches, by ascending level. */
struct ab_cache_list {
	const struct ab_cache *at; /**< @c n entries */
	size_t n; /**< entries; 0: the guest reads its CPUs' registers */
};

/** arm64: a reserved memory region (IORT RMR): memory that PCI functions behind an SMMU already
 *  access when the guest starts, e.g. MSI doorbells. The guest must keep it identity-mapped. ACPI
 *  only: a device tree has no nodes for PCI functions, which the guest discovers itself.
 *  @spec{IORTE, 3} */
struct ab_rmr {
	uint32_t bridge; /**< place of the functions' bridge among AB_DEV_PCIE_ECAM, from 0. The
			    bridge must have an SMMU, and @c probe_only, as renumbered buses would
			    change the requester ids */
	uint16_t rid; /**< requester id of the first function: bus << 8 | device << 3 | function */
	uint32_t n_rids; /**< number of requester ids from @c rid on; 0: 1 */
	uint64_t base; /**< multiple of 64 KiB. Must not overlap RAM, a device or a window; it may
			    overlap the GIC's frames, which can be doorbells */
	uint64_t size; /**< bytes, a multiple of 64 KiB */
	bool cached; /**< normal memory, write-back; else device memory, e.g. an MSI doorbell */
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
	uint64_t clidr; /**< CLIDR_EL1 of the CPUs, which ab_machine.caches must agree with; 0: not
			     known. @spec{DDI0487, D19.2.27} */
	struct ab_rmr_list rmrs; /**< reserved memory regions behind an SMMU; ACPI only */
};

/** Which tables describe the machine to its guest. */
enum ab_tables {
	AB_TABLES_USUAL = 0, /**< x86: ACPI; arm64: FDT */
	AB_TABLES_ACPI, /**< ACPI */
	AB_TABLES_MP, /**< x86: MultiProcessor Specification 1.4 table, no ACPI */
	AB_TABLES_NONE, /**< none */
	AB_TABLES_FDT, /**< arm64: device tree */
};

/** Which edition of ACPI the tables follow. Append-only. */
enum ab_acpi_edition {
	AB_ACPI_USUAL = 0, /**< 6.3, which all current guests and tools know */
	AB_ACPI_6_5, /**< 6.5: MADT revision 6; PPTT revision 3, where each cache has its id; SPCR
			  revision 4, with the console's name in the DSDT */
};

/** The ACPI tables: their identity, and the VMM's own additions. */
struct ab_acpi {
	enum ab_acpi_edition edition; /**< edition that the tables follow */
	const char *oem_id; /**< OEM ID of every table and of the MP table, 1 to 6 printable
				 characters; NULL: "AETHER" */
	const char *oem_table_id; /**< OEM Table ID, 1 to 8 printable characters; NULL:
				       "AETHERBT" */
	const char *hypervisor_id; /**< arm64: Hypervisor Vendor Identity of the FADT, 1 to 8
					printable characters; NULL: 0. @spec{ACPI, 5.2.9} */
	/** Append AML inside the DSDT's \\\_SB scope. Must append the same bytes on each call.
	 *  Errors go into the encoder. NULL: none. */
	void (*dsdt)(struct ab_aml *aml, void *ctx);
	void *ctx; /**< handed to @c dsdt */
	struct ab_bytes_list tables; /**< whole tables, each with its header and a right checksum */
};

/** The VMM's own additions to the device tree. Device-tree mode only: any other node in the stub
 *  tree would make Linux ignore ACPI. */
struct ab_fdt_extra {
	/** Append nodes inside the root. Must append the same bytes on each call. Errors go into
	 * the writer. NULL: none. */
	void (*nodes)(struct ab_fdt *fdt, void *ctx);
	void *ctx; /**< handed to @c nodes */
	/** Flattened trees and overlays, merged in this order behind everything else: the root's
	 * children of a tree, those of each fragment's __overlay__ of an overlay (dtc /plugin/,
	 * .dtbo) whose target-path is "/". Their phandles become ones that are free. The rules are
	 * at ab_fdt_machine(). */
	struct ab_bytes_list overlays;
};

/** A machine. Const data that must outlive the calls it is given to. */
struct ab_machine {
	enum ab_arch arch; /**< required */
	enum ab_tables tables; /**< tables that describe it to its guest */
	uint32_t n_cpus; /**< 1 to AB_CPUS_MAX */
	uint8_t
	    phys_bits; /**< width of a physical address as the CPUs report it, 32 to 52; 0: 40 */
	struct ab_topology topology; /**< how CPUs nest */
	struct ab_cpu_list cpus; /**< data of each CPU; empty: derived from the topology */
	struct ab_ram_list ram; /**< required. x86: covers 0 to 1 MiB, and not the APICs */
	struct ab_dev_list devs; /**< devices */
	struct ab_distance_list distances; /**< NUMA distances */
	struct ab_cache_list caches; /**< arm64: cache hierarchy */
	struct ab_arm64 arm64; /**< arm64 only */
	struct ab_acpi acpi; /**< ACPI tables, where @c tables asks for them */
	struct ab_fdt_extra fdt; /**< arm64: the VMM's own nodes and trees */
	const struct ab_smbios *smbios; /**< identity of the machine for SMBIOS. NULL: arm64 with
					   ACPI gets the usual one, x86 no SMBIOS. A guest with a
					   device tree gets none */
};

/** Check every field of a machine, and every pair of fields that must agree. Runs without extra
 *  memory, so sorted input is fastest: one pass if device addresses and CPU ids are monotonic and
 * no device has a uid. Unsorted, 4096 devices or 65536 CPU ids take about 0.1 s; ids scattered over
 * all 32 bits, which no real machine has, take 6 s.
 * @param m       the machine
 * @param warning NULL, or receives what is doubtful in a machine that boots, e.g. caches that
 *                CLIDR_EL1 contradicts; code AB_OK: nothing, or the call failed
 * @param why     names the field and the value, and for an overlap both parties
 * @retval AB_OK the machine can be planned
 * @retval AB_ERR_ARG a field is invalid, or contradicts another
 * @retval AB_ERR_OVERLAP RAM, devices or windows overlap
 * @retval AB_ERR_UNSUPPORTED the architecture has no such device or table */
AB_API AB_MUST_CHECK enum ab_err ab_machine_check(const struct ab_machine *m,
						  struct ab_error *warning, struct ab_error *why);

/** Id of CPU @p index: from ab_machine.cpus, else derived from the topology.
 * @param m     a machine that ab_machine_check() accepts
 * @param index 0 to n_cpus - 1
 * @return x86: APIC id; arm64: MPIDR affinity, derived in clusters of 16 */
AB_API uint64_t ab_machine_cpu_id(const struct ab_machine *m, uint32_t index);

/** Topology with every 0 replaced by what it stands for. */
AB_API struct ab_topology ab_machine_topology(const struct ab_machine *m);

/** arm64: timers with every 0 replaced by the usual INTID; @c hyp_virt stays as it is. */
AB_API struct ab_timer ab_machine_timer(const struct ab_machine *m);

/** Find the @p nth (from 0) device of a kind.
 * @return the device, or NULL when there are fewer */
AB_API const struct ab_dev *ab_machine_dev(const struct ab_machine *m, enum ab_dev_type type,
					   size_t nth);

/** Find the @p nth (from 0) UART of any kind, in the order of the list; the first is the console.
 * @return the device, or NULL when there are fewer */
AB_API const struct ab_dev *ab_machine_uart(const struct ab_machine *m, size_t nth);

/** True when @p d answers at I/O ports on @p m rather than in memory. */
AB_API bool ab_dev_is_pio(const struct ab_machine *m, const struct ab_dev *d);

/** Address of @p d: its base, or the usual of its kind. */
AB_API uint64_t ab_dev_base(const struct ab_dev *d);

/** Bytes that @p d answers to from its base: its size, or the usual of its kind. */
AB_API uint64_t ab_dev_size(const struct ab_dev *d);

/** Interrupt of @p d, or the usual of its kind; 0: none. */
AB_API uint32_t ab_dev_irq(const struct ab_dev *d);

/** Trigger and polarity of @p d on @p m, never AB_IRQ_USUAL. INTx pins of a PCIE_ECAM are active
 * low, and high where they enter a GIC. */
AB_API enum ab_irq_flags ab_dev_irq_flags(const struct ab_machine *m, const struct ab_dev *d);

/** Name of a device kind, e.g. "uart-16550". ROM string. */
AB_API const char *ab_dev_name(enum ab_dev_type type);

#ifdef __cplusplus
}
#endif

#endif /* AETHERBOOT_MACHINE_H */
