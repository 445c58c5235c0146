/* SPDX-License-Identifier: BSD-2-Clause */
/* Kinds of devices (kinds.c) and values derived from a machine (derive.c). */
#ifndef AB_MACHINE_MACHINE_PRIV_H
#define AB_MACHINE_MACHINE_PRIV_H

#include <aetherboot/machine.h>

#include "../base/built.h"

/* One past the last kind: the size of an array by kind. */
#define AB_DEV_KINDS (AB_DEV_FRAMEBUFFER + 1)
#define AB_DEV_WIRES 4 /* interrupts of one device, some of which may be 0, without routes */
#define AB_SMMUS_MAX 255 /* most SMMUs that ab_pcie.smmu can name */

/* Properties of a kind of device. */
enum ab_kind_flags {
	AB_KIND_MEM = 1, /* its registers must be memory */
	AB_KIND_PIO = 2, /* its registers must be ports; without both flags: either */
	AB_KIND_SINGLE = 4, /* a machine may have only one */
	AB_KIND_IRQ = 8, /* must have an interrupt */
	AB_KIND_NOWHERE = 16, /* no registers, and therefore no address */
	AB_KIND_UART = 32, /* may be the console */
	AB_KIND_FREE = 64, /* any range or none, any interrupt or none, nothing of them usual */
};

/* A kind of device with its usual values. */
struct ab_dev_kind {
	char name[12];
	uint32_t size; /* usual value, as base, irq and flags; 0: none */
	uint16_t base; /* of a PC's port */
	uint8_t archs; /* bits 1 << enum ab_arch: architectures with this kind */
	uint8_t is; /* enum ab_kind_flags */
	uint8_t irq;
	uint8_t flags; /* enum ab_irq_flags */
	uint8_t irqs; /* number of consecutive interrupts, from its own on; 0: 1 */
	uint8_t align; /* arm64: of the base, and of a size without usual value: 1 << align */
};

/* Properties of architectures. In a build for one of them they are constants, so that no code asks
 * for them: ab_machine_check() refuses every other machine. */

/* RAM from 0 on, I/O ports, APICs with derived ids */
static inline bool ab_machine_is_pc_(const struct ab_machine *m)
{
	return AB_X86_64_BUILT && (!AB_ARM64_BUILT || m->arch == AB_ARCH_X86_64);
}

/* GIC, architected timers, PSCI; devices lie in memory, in pages */
static inline bool ab_machine_has_gic_(const struct ab_machine *m)
{
	return AB_ARM64_BUILT && (!AB_X86_64_BUILT || m->arch == AB_ARCH_ARM64);
}

/* Properties of all machines of an architecture, beside these. */
struct ab_arch_trait {
	uint64_t cpu_ids; /* bits that a CPU's id may contain */
	uint32_t tables; /* bit 1 << enum ab_tables: those that can describe it */
	uint32_t acpi; /* likewise: those that are ACPI */
	uint16_t pe_machine; /* Machine of its EFI applications */
	enum ab_acpi_edition later_since; /* edition whose MADT has CPUs that come later */
	uint32_t ioapic_inputs; /* those of an I/O APIC that does not say; 0: it has no I/O APICs */
	const char *tables_rule, *ids_rule, *kinds_rule; /* for other tables, ids and devices */
};

/* Get the row of a machine's architecture; a row of zeros if it is unknown. */
const struct ab_arch_trait *ab_machine_arch_(const struct ab_machine *m);

/* Get the row of a kind; NULL: the kind is unknown. */
const struct ab_dev_kind *ab_machine_kind_(enum ab_dev_type type);

/* The parts of ab_machine_check(): every field, for which no memory is needed; then the entries of
 * each list with each other; then doubts. */
enum ab_err ab_machine_check_fields_(const struct ab_machine *m, struct ab_error *why);
enum ab_err ab_machine_check_pairs_(const struct ab_machine *m, struct ab_work work,
				    struct ab_error *why);
void ab_machine_doubt_(const struct ab_machine *m, struct ab_error *warning);

/* Ranges of the devices, their windows and the interrupt controller, sorted. */
struct ab_claims {
	const struct ab_item *item;
	size_t n;
};

/* Sort them into @work, of ab_machine_work() bytes. The machine must have been checked. */
struct ab_claims ab_machine_sort_claims_(const struct ab_machine *m, struct ab_work work);

/* True if [@base, @base + @size) shares memory with one of them, or with RAM. */
bool ab_machine_is_claimed_(const struct ab_machine *m, const struct ab_claims *claims,
			    uint64_t base, uint64_t size);

/* Likewise without the list: each range is looked at. Fills the second party of @overlap. */
bool ab_machine_claims_(const struct ab_machine *m, uint64_t base, uint64_t size,
			struct ab_error *overlap);

#define AB_PIXEL_FORMATS (AB_PIXEL_A2R10G10B10 + 1)

/* Get the name of a format, which gives its fields, e.g. "x8r8g8b8". */
const char *ab_pixel_name_(enum ab_pixel_format format);

/* Get the width of the field @which ('r', 'g', 'b', 'a') of a pixel, and in *@pos its lowest bit;
 * zeros: it has none. With '*' the width is that of a pixel, and *@pos 0. */
uint32_t ab_pixel_field_(enum ab_pixel_format format, char which, uint32_t *pos);

/* Get the bytes from one line of a framebuffer to the next. */
uint32_t ab_dev_stride_(const struct ab_dev *d);

/* Number of interrupts of device @d; and its @k-th, 0: it has none there. */
size_t ab_dev_wires_(const struct ab_dev *d);
uint32_t ab_dev_wire_(const struct ab_dev *d, size_t k);

/* Get the path of the field that gives device @d the interrupt @irq, one of ab_dev_wire_(). */
const char *ab_dev_wire_field_(const struct ab_dev *d, uint32_t irq);

/* ---- PCI host bridges (bridge.c) ---------------------------------------------------------- */

enum ab_pci_space { AB_PCI_IO, AB_PCI_MEM32, AB_PCI_MEM64 };

/* Addresses that a host bridge hands on. */
struct ab_pci_window {
	struct ab_range r; /* size 0: none */
	enum ab_pci_space space;
	const char *name; /* path of its base */
};

static inline bool ab_dev_is_ecam_(const struct ab_dev *d)
{
	return AB_ALL_BUILT && d->type == AB_DEV_PCIE_ECAM;
}

static inline bool ab_dev_is_bridge_(const struct ab_dev *d)
{
	return ab_dev_is_ecam_(d) || (AB_X86_64_BUILT && d->type == AB_DEV_PCI);
}

/* Buses of bridge @d, 1 to 256: those that an ECAM window covers (1 MiB a bus), or those up to the
 * next bridge. @spec{PCIE, 7.2.2} */
uint32_t ab_dev_buses_(const struct ab_dev *d); /* of a PCIE_ECAM */
uint32_t ab_machine_buses_(const struct ab_machine *m, const struct ab_dev *d);

/* Number of windows of device @d; and its @k-th: pio, mmio32, mmio64, then the further ones. */
size_t ab_dev_windows_(const struct ab_dev *d);
struct ab_pci_window ab_dev_window_(const struct ab_dev *d, size_t k);

/* Get the interrupt of a pin (0 to 3) of a slot on the first bus of bridge @d; 0: none. */
uint32_t ab_dev_intx_(const struct ab_dev *d, uint32_t slot, uint32_t pin);

/* ---- values derived from a machine, for the builders of every table ----------------------- */

/* Get the next device of a kind after @after; NULL: the first one. Returns NULL after the last. */
const struct ab_dev *ab_machine_next_(const struct ab_machine *m, enum ab_dev_type type,
				      const struct ab_dev *after);

/* Likewise for I/O APICs; a machine that lists none has the usual one. */
const struct ab_dev *ab_machine_next_ioapic_(const struct ab_machine *m,
					     const struct ab_dev *after);

/* OEM ID and OEM Table ID of the tables, with the usual ones filled in. */
const char *ab_machine_oem_id_(const struct ab_machine *m);
const char *ab_machine_oem_table_id_(const struct ab_machine *m);

/* Widths of the fields of a derived APIC id, in bits. */
struct ab_apic_bits {
	uint32_t thread; /* bits that number threads of a core */
	uint32_t core; /* bits that number cores of a die */
	uint32_t die; /* bits that number dies of a package */
};

/* Field widths that ab_machine_cpu_id() uses and CPUID reports. */
struct ab_apic_bits ab_machine_apic_bits_(const struct ab_machine *m);

/* Number of NUMA nodes: 1 + the highest that RAM, CPUs or distances name; 1 means no NUMA. It walks
 * all of them, so builders ask once. */
uint32_t ab_machine_nodes_(const struct ab_machine *m);

/* True if CPU @index may be enabled later only. */
static inline bool ab_machine_cpu_is_later_(const struct ab_machine *m, uint32_t index)
{
	return index >= m->n_cpus - m->n_cpus_later;
}

/* NUMA node of CPU @index of a machine with @nodes: from ab_machine.cpus, else CPUs in equal runs
 * over the nodes. */
uint32_t ab_machine_cpu_node_(const struct ab_machine *m, uint32_t nodes, uint32_t index);

/* Physical address width: ab_machine.phys_bits, or 40. */
uint32_t ab_machine_phys_bits_(const struct ab_machine *m);

/* End of the physical address space: 2^ab_machine_phys_bits_(). */
uint64_t ab_machine_phys_end_(const struct ab_machine *m);

/* Total RAM in bytes. */
uint64_t ab_machine_ram_size_(const struct ab_machine *m);

/* Requester ids of @r, at least 1. */
uint32_t ab_rmr_rids_(const struct ab_rmr *r);

#endif /* AB_MACHINE_MACHINE_PRIV_H */
