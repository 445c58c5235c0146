/* SPDX-License-Identifier: BSD-2-Clause */
/**
 * @file guest.h
 * The machine that a guest finds, and how its memory is filled and erased.
 */
#ifndef EL2_GUEST_H
#define EL2_GUEST_H

#include "vm.h"

/** Bytes of GICC and GICV before the page that has GICC_DIR. */
#define EL2_GICC_PAGE UINT64_C(0x1000)
/** The address space of a VM whose IPAs are not physical addresses. */
#define EL2_IPA_GICD UINT64_C(0x10000000)
#define EL2_IPA_GICR UINT64_C(0x10100000)
#define EL2_IPA_GICC UINT64_C(0x10010000)
#define EL2_IPA_UART UINT64_C(0x11000000)
#define EL2_IPA_SHARED UINT64_C(0x20000000)
#define EL2_IPA_RAM UINT64_C(0x80000000)
/** The emulated UART's interrupt. */
#define EL2_INTID_UART 32

/** Describe a VM's machine and what it boots, from its spec. */
void el2_guest_describe(struct el2_vm *vm);

/** Fill the VM's memory, from the bundle, and compute the first registers of its CPUs. Gives up
 *  when el2_life_cancelled().
 * @return NULL, or why not. ROM string; the whole sentence is on the console */
const char *el2_guest_load(struct el2_vm *vm);

/** Erase memory of VMs, past the caches.
 * @param pa   physical address
 * @param size bytes */
void el2_guest_erase(uint64_t pa, uint64_t size);

/** Erase the VM's memory, and put its interrupts and devices into their first state. */
void el2_guest_scrub(struct el2_vm *vm);

#endif /* EL2_GUEST_H */
