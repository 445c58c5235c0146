/* SPDX-License-Identifier: BSD-2-Clause */
/**
 * @file vm.h
 * A virtual machine and its CPUs. vCPUs are pinned: each has a physical CPU of its own, so there is
 * no scheduler, and the registers of a running guest stay in its CPU.
 */
#ifndef EL2_VM_H
#define EL2_VM_H

#include "abi.h"
#include "bundle.h"
#include "console.h"
#include "cpus.h"
#include "lock.h"
#include "mailbox.h"
#include "shared.h"
#include "stage.h"
#include "vgic.h"

#include "devices/bus.h"
#include "devices/pl011.h"

#include <aetherboot/aetherboot.h>

#define EL2_VMS_MAX EL2_BUNDLE_VMS /**< virtual machines of a node */
#define EL2_VIRTIOS_MAX 32 /**< virtio-mmio devices of a node */

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

/** What happens with a VM after it was erased. */
enum el2_wish {
	EL2_WISH_OFF, /**< it stays empty */
	EL2_WISH_RESET, /**< it is loaded and started again */
	EL2_WISH_FAIL, /**< it is FAILED */
	EL2_WISH_KEEP, /**< it is not erased before it is destroyed */
};

struct el2_vm;
struct el2_node;

/** A virtual CPU. The first members are at offsets that vectors.S knows. */
struct el2_vcpu {
	_Alignas(16) uint64_t x[31]; /**< x0 to x30 while EL2 runs */
	uint64_t pc; /**< ELR_EL2: where it goes on */
	uint64_t pstate; /**< SPSR_EL2: its PSTATE there */
	uint64_t far; /**< FAR_EL2 of its last synchronous exception */
	uint64_t hpfar; /**< HPFAR_EL2 of it */
	uint64_t stack; /**< end of the stack of its physical CPU */
	struct el2_vm *vm; /**< the VM that it is of; NULL: the physical CPU has none */
	uint32_t index; /**< its place in the VM */
	uint32_t cpu; /**< physical CPU that it is pinned to */
	uint64_t mpidr; /**< affinity fields of VMPIDR_EL2 */
	enum el2_power power; /**< guarded by el2_vm.lock */
	bool inside; /**< its physical CPU runs the guest; guarded by el2_vm.lock */
	uint64_t entry; /**< PENDING: pc with which it begins */
	uint64_t context; /**< PENDING: x0 with which it begins */
	struct el2_vgic_cpu gic; /**< its interrupts */
	uint64_t exits[EL2_EXITS]; /**< traps by reason */
};

/** Everything that the plan of a guest borrows. */
struct el2_guest {
	struct ab_machine machine; /**< the machine */
	struct ab_ram ram; /**< its RAM */
	struct ab_range redist; /**< its redistributors */
	struct ab_dev devs[2 + EL2_VIRTIOS_MAX]; /**< its devices */
	struct ab_payload payload; /**< what it boots */
	struct ab_bytes initrd; /**< entry of @c payload.initrds */
	struct ab_bytes overlay; /**< entry of @c machine.fdt.overlays */
	struct ab_region room[AB_PLAN_REGIONS]; /**< regions of @c plan */
	struct ab_plan plan; /**< filled by ab_plan_make() */
	struct ab_vcpu entry; /**< first registers of its CPUs: pc and x0 are those of the first */
	uint8_t seed[32]; /**< rng-seed */
	uint64_t ticks; /**< time that the last placing took */
};

/** A virtual machine. */
struct el2_vm {
	struct el2_node *node; /**< the node */
	uint32_t slot; /**< its place in the node; its VMID is @c slot + 1 */
	const struct el2_bundle_vm *spec; /**< what it is made of, in the bundle */
	bool verified; /**< the hashes of its images were compared since the last one was staged,
			    and @c digest is filled; changes under @c lock */
	uint8_t digest[EL2_CALLS_IMAGES][AB_SHA256_SIZE]; /**< SHA-256 of each; zeros: it has
							     none */
	struct el2_vcpu *vcpu[EL2_CPUS_MAX]; /**< its CPUs: @c spec->n_cpus entries */
	uint64_t ipa; /**< IPA of its RAM */
	uint64_t pa; /**< physical address of its RAM */
	struct ab_work work; /**< memory in which its kernel is unpacked */
	struct ab_s2 s2; /**< what it can reach */
	struct el2_vgic gic; /**< its interrupt controller */
	uint64_t console_ipa; /**< IPA of its UART */
	uint64_t gicd; /**< IPA of its distributor */
	uint64_t gicd_size; /**< bytes of it */
	uint64_t gicr; /**< IPA of its redistributors; GICv2: of GICC_DIR, behind GICC's page */
	uint64_t gicr_size; /**< bytes of them */
	struct el2_shared *shared; /**< the window that it shares; NULL: none. Of the pair of VMs
				      it is @c window of the one with the lower slot */
	struct el2_shared window; /**< see @c shared */
	struct el2_vm *sharer; /**< the other VM that has the window */
	uint64_t shared_ipa; /**< IPA of the window */
	struct el2_lock devices; /**< guards @c bus and the devices on it */
	struct dev_bus bus; /**< other emulated devices by IPA */
	struct dev_pl011 uart; /**< its console's UART */
	struct el2_console console; /**< what it printed */
	struct el2_mailbox mailbox; /**< how its programs call, if it may manage */
	struct el2_guest guest; /**< how it is loaded */

	struct el2_lock lock; /**< guards what follows, and the power of all vCPUs */
	enum el2_state state; /**< where it is in its life; only life.c changes it */
	enum el2_wish wish; /**< what comes after SCRUBBING */
	bool run; /**< READY becomes RUNNING at once */
	bool stopped; /**< STOPPING: all CPUs have left it, and it waits to be destroyed */
	bool destroyed; /**< nothing about it is kept when it is EMPTY */
	const char *end; /**< why it ended last; NULL: it never did, or was destroyed. ROM string */
	uint64_t offset; /**< CNTVOFF_EL2 of its CPUs: the time of its start */
	uint32_t starts; /**< how often it was started */
	uint32_t starts_entered; /**< the start that was entered last */
	uint32_t restarts; /**< restarts by itself that are left */
	uint64_t changes; /**< counts changes of its state, and of what is staged for it */
	struct el2_stage stage; /**< images in place of those of @c spec */
	bool told; /**< managers know that it printed. Guarded by el2_node.lock, as the next */
	uint64_t events; /**< what a manager has not taken yet: event.h. Guarded by el2_node.lock */
};

/** Whether a VM may manage others: it has a mailbox, and what is typed goes to it first. */
static inline bool el2_manages(const struct el2_vm *vm)
{
	return (vm->spec->capabilities & EL2_CAP_MANAGE) != 0;
}

#endif /* EL2_VM_H */
