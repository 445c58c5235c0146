/* SPDX-License-Identifier: BSD-2-Clause */
/** @file machine.h The group @ref machine. */
/**
 * @defgroup machine Machines
 * The machine, described once as const data. ACPI tables, device tree, SMBIOS, the memory maps,
 * MP table, MTRRs, CPUID and CPU entry state are all derived from it. In every field that is not
 * required, zero means the usual value, or the meaning that its comment gives.
 *
 * An x86 machine without AB_DEV_ACPI_PM has hardware-reduced ACPI, whose guests use no PIC, no PIT
 * and no PM timer (docs/architecture.md). Those that calibrate a clock by one want a whole PC:
 * @snippet dump_acpi.c whole PC
 * @{
 */
#ifndef AETHERBOOT_MACHINE_H
#define AETHERBOOT_MACHINE_H

#include <aetherboot/base.h>
#include <aetherboot/device.h>
#include <aetherboot/mem.h>
#include <aetherboot/tables.h>

#ifdef __cplusplus
extern "C" {
#endif

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
	uint32_t timer_frequency; /**< Hz of the architected timers, for guests whose CNTFRQ_EL0 no
				       firmware has set; 0: CNTFRQ_EL0 has it. Device tree only:
				       ACPI has no field for it, and the plan warns */
	uint32_t pmu; /**< INTID of the PMU's PPI, usually 23; 0: the guest gets no PMU */
	enum ab_conduit conduit; /**< instruction that calls PSCI */
	uint64_t clidr; /**< CLIDR_EL1 of the CPUs, by which ab_machine_check() warns of described
			     caches that Linux would ignore; 0: not known.
			     @spec{DDI0487, D17.2} */
	struct ab_rmr_list rmrs; /**< reserved memory regions behind an SMMU; ACPI only */
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
	struct ab_fdt_extra fdt; /**< arm64: device tree, where @c tables asks for it */
	const struct ab_smbios *smbios; /**< identity of the machine for SMBIOS. NULL: on arm64 with
					   ACPI the usual identity, on x86 no SMBIOS. A guest with a
					   device tree never gets SMBIOS */
};

/** Compute the work memory that ab_machine_check() needs, in which it sorts lists: 16 bytes for
 *  each entry of the longest one, of which the ranges of all devices are one, and their
 *  interrupts another; 64 for each reserved memory region (RMR).
 * @param m a machine, checked or not
 * @return bytes */
AB_API size_t ab_machine_work(const struct ab_machine *m);

/** Check every field of a machine, and every pair of fields that must agree. Lists may be in any
 *  order: n entries take n log n steps, and n if they ascend.
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

#ifdef __cplusplus
}
#endif

/** @} */

#endif /* AETHERBOOT_MACHINE_H */
