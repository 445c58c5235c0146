/* SPDX-License-Identifier: BSD-2-Clause */
/**
 * @file node.h
 * The machine and everything on it: the hypervisor's variables.
 */
#ifndef EL2_NODE_H
#define EL2_NODE_H

#include "el2/guest.h"
#include "el2/memory.h"

/** The node. */
struct el2_node {
	struct el2_facts facts; /**< the machine */
	struct el2_memory memory; /**< who has which memory */
	struct el2_vm vms[EL2_VMS_MAX]; /**< the VMs by slot */
	struct el2_vcpu vcpus[EL2_CPUS_MAX]; /**< the vCPU of each physical CPU */
};

extern struct el2_node el2_node;

#endif /* EL2_NODE_H */
