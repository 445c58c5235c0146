/* SPDX-License-Identifier: BSD-2-Clause */
/* Where the variables of el2_node and of a CPU are that a guest's actions may change: for whoever
 * compares the memory of EL2 from outside. What has no row stays as it is after the start. */
#include "gic_priv.h"
#include "el2/node.h"

struct row {
	char what[40];
	uint64_t offset, size; /* bytes; of the first one, and of each */
	uint64_t stride, n; /* of an array of @n */
};

#define ROW(what, type, first, last, stride, n)                                                    \
	{                                                                                          \
		what, offsetof(type, first),                                                       \
		    offsetof(type, last) + sizeof(((type *)0)->last) - offsetof(type, first),      \
		    stride, n                                                                      \
	}
#define NODE(first, last) ROW("node: " #first, struct el2_node, first, last, 0, 1)
#define EACH_VM(first, last)                                                                       \
	ROW("vms: " #first, struct el2_node, vms[0].first, vms[0].last, sizeof(struct el2_vm),     \
	    EL2_VMS_MAX)
#define EACH_VCPU(first, last)                                                                     \
	ROW("vcpus: " #first, struct el2_node, vcpus[0].first, vcpus[0].last,                      \
	    sizeof(struct el2_vcpu), EL2_CPUS_MAX)
#define EACH_CPU(first, last)                                                                      \
	ROW("cpu: " #first, struct el2_cpu, first, last, sizeof(struct el2_cpu), EL2_CPUS_MAX)
/* all banks of a VM */
#define SPIS(n)                                                                                    \
	ROW("bank: " #n, struct el2_node, vms[n].gic.spis[0].enabled, vms[n].gic.spis[0].holder,   \
	    sizeof(struct el2_vgic_bank), EL2_VGIC_BANKS)
/* where a VM begins: its memory, and what its kernel is unpacked in */
#define PLACE(member)                                                                              \
	ROW("place: " #member, struct el2_node, vms[0].member, vms[0].member,                      \
	    sizeof(struct el2_vm), EL2_VMS_MAX)

extern const struct row rows[];
const struct row rows[] = {
	NODE(lock, over),
	NODE(focus, escaped),
	EACH_VM(verified, digest),
	EACH_VM(devices, devices),
	EACH_VM(uart.rsr, uart.polls),
	EACH_VM(console.written, console.ring),
	EACH_VM(guest.payload, guest.ticks),
	EACH_VM(lock, events),
	EACH_VM(gic.lock, gic.lock),
	EACH_VM(gic.router, gic.busy),
	EACH_VM(gic.n_rwp, gic.strays),
	EACH_VM(gic.enabled, gic.enabled),
	SPIS(0),
	SPIS(1),
	SPIS(2),
	SPIS(3),
	SPIS(4),
	SPIS(5),
	SPIS(6),
	SPIS(7),
	EACH_VCPU(x, hpfar),
	EACH_VCPU(power, context),
	EACH_VCPU(gic.bank.enabled, gic.bank.holder),
	EACH_VCPU(gic.sources, gic.latched),
	EACH_VCPU(exits, exits),
	EACH_CPU(vcpu, vcpu),
	ROW("gic: lock", struct el2_gic_hw, lock, lock, 0, 1),
	ROW("gic: sgi", struct el2_gic_hw, cpu[0].sgi, cpu[0].sgi, sizeof(el2_gic.cpu[0]),
	    EL2_CPUS_MAX),
	PLACE(pa),
	PLACE(work.data),
	{ "size: vm", offsetof(struct el2_node, vms), sizeof(struct el2_vm), 0, 1 },
	{ "size: vcpu", offsetof(struct el2_node, vcpus), sizeof(struct el2_vcpu), 0, 1 },
	{ "stack: all but its guard page", EL2_PAGE, EL2_STACK_SIZE, EL2_STACK_STRIDE,
	  EL2_CPUS_MAX },
};
