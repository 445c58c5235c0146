/* SPDX-License-Identifier: BSD-2-Clause */
/* Kinds of devices (kinds.c) and values derived from a machine (derive.c). */
#ifndef AB_MACHINE_MACHINE_PRIV_H
#define AB_MACHINE_MACHINE_PRIV_H

#include <aetherboot/machine.h>

#define AB_DEV_WIRES 4 /* most interrupts that one device has */

/* What a kind of device must have. */
enum ab_kind_flags {
	AB_KIND_MEM = 1, /* lives in memory */
	AB_KIND_PIO = 2, /* lives at ports; neither: at either */
	AB_KIND_SINGLE = 4, /* a machine has one at most */
	AB_KIND_IRQ = 8, /* an interrupt */
	AB_KIND_NOWHERE = 16, /* no address of its own */
};

/* Fields of a device, as errors name them. */
struct ab_dev_fields {
	const char *base, *size, *irq, *flags, *uid;
};

/* A kind of device, and what is usual of it. */
struct ab_dev_kind {
	const char *name;
	struct ab_dev_fields field;
	uint32_t archs; /* bit 1 << enum ab_arch: that has such devices */
	uint32_t must; /* enum ab_kind_flags */
	uint32_t base, size, irq;
	enum ab_irq_flags flags;
	uint32_t align; /* arm64: its base is a multiple, and its size no less than the usual */
};

/* The kind's line of the table; NULL: no such kind. */
const struct ab_dev_kind *ab_machine_kind_(enum ab_dev_type type);

/* Every interrupt of device @d; 0: none. */
void ab_dev_wires_(const struct ab_dev *d, uint32_t irq[AB_DEV_WIRES]);

/* ---- values derived from a machine, for the builders of every table -------------------------- */

/* Widths of the fields of a derived APIC id, in bits. */
struct ab_apic_bits {
	uint32_t thread; /* bits that number threads of a core */
	uint32_t core; /* bits that number cores of a die */
	uint32_t die; /* bits that number dies of a package */
};

/* arm64: upper halves of the stream ids of bridge @d, a PCIE_ECAM of @m with an SMMU: bridges
 * listed before it that have the same. The lower halves are requester ids. */
uint32_t ab_machine_stream_(const struct ab_machine *m, const struct ab_dev *d);

/* Field widths that ab_machine_cpu_id() uses and CPUID reports. */
struct ab_apic_bits ab_machine_apic_bits_(const struct ab_machine *m);

/* NUMA node of CPU @index: from ab_machine.cpus, else CPUs in equal runs over the nodes. */
uint32_t ab_machine_cpu_node_(const struct ab_machine *m, uint32_t index);

/* Number of NUMA nodes: 1 + the highest that RAM, CPUs or distances name; 1 means no NUMA. */
uint32_t ab_machine_nodes_(const struct ab_machine *m);

/* Physical address width: ab_machine.phys_bits, or 40. */
uint32_t ab_machine_phys_bits_(const struct ab_machine *m);

/* Total RAM in bytes. */
uint64_t ab_machine_ram_size_(const struct ab_machine *m);

/* Buses that an ECAM window covers, 1 to 256 (1 MiB a bus). @spec{PCIE, 7.2.2} */
uint32_t ab_dev_buses_(const struct ab_dev *d);

#endif /* AB_MACHINE_MACHINE_PRIV_H */
