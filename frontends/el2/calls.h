/* SPDX-License-Identifier: BSD-2-Clause */
/**
 * @file calls.h
 * The calls by which a VM watches and changes others. docs/el2-calls.md describes each.
 *
 * A call is numbers only, in struct el2_request. It knows neither how it came here nor any register
 * of the machine, so a program on a host can make the same calls on a node of its own.
 */
#ifndef EL2_CALLS_H
#define EL2_CALLS_H

#include "vm.h"

/** Version of the calls: major in bits 31:16, minor in bits 15:0. */
#define EL2_CALLS_VERSION 0x00010000u
/** Bytes of text or data that one call takes or gives. */
#define EL2_CALLS_TEXT 48
#define EL2_CALLS_DATA 40

/** Numbers of the calls. */
enum el2_calls_number {
	EL2_CALLS_GET_VERSION = 0,
	EL2_CALLS_NODE_INFO = 1,
	EL2_CALLS_VM_LIST = 2,
	EL2_CALLS_VM_INFO = 3,
	EL2_CALLS_VM_TEXT = 4,
	EL2_CALLS_VM_EXITS = 5,
	EL2_CALLS_VM_CREATE = 6,
	EL2_CALLS_VM_START = 7,
	EL2_CALLS_VM_STOP = 8,
	EL2_CALLS_VM_DESTROY = 9,
	EL2_CALLS_CONSOLE_READ = 10,
	EL2_CALLS_CONSOLE_WRITE = 11,
	EL2_CALLS_LOG_READ = 12,
	EL2_CALLS_RAISE = 13,
	EL2_CALLS_EVENTS = 14,
	EL2_CALLS_SHUTDOWN = 15,
	EL2_CALLS_VM_DIGEST = 16,
	EL2_CALLS_MOST = 20, /**< numbers from here on are never used */
};

/** Status of a call: 0, or one of these, as negative numbers of 64 bits. */
enum el2_calls_error {
	EL2_CALLS_UNKNOWN = -1, /**< there is no such call */
	EL2_CALLS_DENIED = -2, /**< the caller does not have the capability */
	EL2_CALLS_INVALID = -3, /**< an argument has no meaning, or names no VM */
	EL2_CALLS_STATE = -4, /**< the VM's state does not allow it */
	EL2_CALLS_FULL = -5, /**< there is no room now */
};

/** Bits of what EL2_CALLS_VM_INFO gives first, above the state in bits 7:0. */
enum el2_calls_info {
	EL2_CALLS_INFO_ON = 8, /**< shift: CPUs that are on, 8 bits */
	EL2_CALLS_INFO_STOPPED = 1
				 << 16, /**< STOPPING: its CPUs have left it, it can be destroyed */
	EL2_CALLS_INFO_ENDED = 1 << 17, /**< it ended before, and that is still on record */
};

/** Texts of EL2_CALLS_VM_TEXT. */
enum el2_calls_text {
	EL2_CALLS_TEXT_NAME = 0, /**< the VM's name */
	EL2_CALLS_TEXT_END = 1, /**< why it ended last */
};

/** Images of EL2_CALLS_VM_DIGEST. */
enum el2_calls_image {
	EL2_CALLS_IMAGE_KERNEL = 0,
	EL2_CALLS_IMAGE_RAMDISK = 1,
	EL2_CALLS_IMAGE_OVERLAY = 2,
};

/** A call. */
struct el2_request {
	uint32_t number; /**< enum el2_calls_number */
	uint64_t arg[7]; /**< its arguments; those that it does not have do not matter */
	int64_t status; /**< filled: 0, or enum el2_calls_error */
	uint32_t n; /**< filled: entries in @c result: 3 or 7, or 0 if it has none or failed */
	uint64_t result[7]; /**< filled: its results, and zeros */
};

/** Answer a call. Takes at most 2000 instructions, and waits for nobody who takes longer.
 * @param caller the VM that calls; it may be the one that the call is about
 * @param r      the call */
void el2_calls(struct el2_vm *caller, struct el2_request *r);

#endif /* EL2_CALLS_H */
