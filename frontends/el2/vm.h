/* SPDX-License-Identifier: BSD-2-Clause */
/**
 * @file vm.h
 * A virtual machine and its CPUs. vCPUs are pinned: each has a physical CPU of its own, so there is
 * no scheduler, and the registers of a running guest stay in its CPU.
 */
#ifndef EL2_VM_H
#define EL2_VM_H

#include "lock.h"

#include "devices/bus.h"

#include <aetherboot/stage2.h>

#define EL2_VMS_MAX 8 /**< virtual machines of a node */

/** Why a guest came to EL2, for its statistics. */
enum el2_exit {
	EL2_EXIT_IRQ, /**< a physical interrupt */
	EL2_EXIT_CALL, /**< HVC or SMC */
	EL2_EXIT_SYSREG, /**< a system register */
	EL2_EXIT_DEVICE, /**< an emulated device's register */
	EL2_EXIT_ABORT, /**< an address that the VM does not have */
	EL2_EXIT_UNDEFINED, /**< an instruction that the VM does not have */
	EL2_EXIT_FATAL, /**< nothing that the VM can go on after */
	EL2_EXITS, /**< number of reasons */
};

/** How EL2 answers a trap. */
enum el2_verb {
	EL2_EMULATE = 1, /**< EL2 does the instruction's work */
	EL2_FORWARD, /**< EL2 checks what the guest asks for, and hardware does it */
	EL2_INJECT, /**< the guest gets an exception */
	EL2_TERMINATE, /**< the VM ends */
};

/** State of a vCPU, as PSCI sees it. @spec{PSCI, AFFINITY_INFO} */
enum el2_power {
	EL2_VCPU_OFF, /**< it waits for CPU_ON */
	EL2_VCPU_PENDING, /**< CPU_ON was called, it has not begun yet */
	EL2_VCPU_ON, /**< it runs */
};

/** What a VM wants when it ends by itself. */
enum el2_wish {
	EL2_WISH_OFF, /**< nothing */
	EL2_WISH_RESET, /**< to start again */
};

struct el2_vm;

/** A virtual CPU. The first three members are at offsets that vectors.S knows. */
struct el2_vcpu {
	uint64_t x[31]; /**< x0 to x30 while EL2 runs */
	uint64_t pc; /**< ELR_EL2: where it goes on */
	uint64_t pstate; /**< SPSR_EL2: its PSTATE there */
	struct el2_vm *vm; /**< the VM that it is of */
	uint32_t index; /**< its place in the VM */
	uint32_t cpu; /**< physical CPU that it is pinned to */
	uint64_t mpidr; /**< affinity fields of VMPIDR_EL2 */
	enum el2_power power; /**< guarded by el2_vm.lock */
	uint64_t entry; /**< PENDING: pc with which it begins */
	uint64_t context; /**< PENDING: x0 with which it begins */
	uint64_t exits[EL2_EXITS]; /**< traps by reason */
};

/** A virtual machine. */
struct el2_vm {
	const char *name; /**< its name in messages */
	uint32_t slot; /**< its place in the node; its VMID is @c slot + 1 */
	uint32_t n_vcpus; /**< entries in @c vcpu that are used */
	struct el2_vcpu *vcpu; /**< its CPUs */
	struct dev_bus bus; /**< emulated devices by IPA */
	struct ab_s2 s2; /**< what it can reach */
	struct el2_lock lock; /**< guards @c end, @c wish, and the power of all vCPUs */
	const char *end; /**< why it ended; NULL: it has not */
	enum el2_wish wish; /**< what it wants then */
};

#endif /* EL2_VM_H */
