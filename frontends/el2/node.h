/* SPDX-License-Identifier: BSD-2-Clause */
/**
 * @file node.h
 * The machine and everything on it: all variables of the hypervisor that any part of it decides by.
 */
#ifndef EL2_NODE_H
#define EL2_NODE_H

#include "facts.h"
#include "memory.h"
#include "vm.h"

/** The node. */
struct el2_node {
	struct el2_lock
	    lock; /**< guards the next three, and el2_vm.events: taken under el2_vm.lock
		       and before that of a virtual GIC. el2_vm.state changes under it, too */
	uint64_t changes; /**< counts changes of the state of any VM */
	bool closing; /**< it shuts down: nothing begins any more */
	bool over; /**< el2_life_over() said so */
	struct el2_facts facts; /**< the machine */
	struct el2_memory memory; /**< who has which memory */
	struct ab_s2_cpu s2_cpu; /**< what Stage 2 of its CPUs can do */
	struct ab_fit fit; /**< the bundle */
	struct el2_bundle bundle; /**< the VMs that it describes */
	uint32_t n_vms; /**< entries of @c vms that are used */
	struct el2_vm vms[EL2_VMS_MAX]; /**< the VMs by slot */
	uint32_t focus; /**< slot of the VM that gets what is typed */
	bool escaped; /**< the escape was typed last */
	struct el2_vcpu vcpus[EL2_CPUS_MAX]; /**< the vCPU of each physical CPU, by its place in the
						  tree */
};

#endif /* EL2_NODE_H */
