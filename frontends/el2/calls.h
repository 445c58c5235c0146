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

#include "abi.h"
#include "vm.h"

#include <stddef.h>

/** A call. */
struct el2_request {
	uint32_t number; /**< enum el2_calls_number */
	uint64_t arg[7]; /**< its arguments; those that it does not have do not matter */
	int64_t status; /**< filled: 0, or enum el2_calls_error */
	uint32_t n; /**< filled: entries in @c result: 3 or 7, or 0 if it has none or failed */
	uint64_t result[7]; /**< filled: its results, and zeros */
	uint8_t *data; /**< bytes that it takes, or where it puts those that it gives, which others
			  may change meanwhile. NULL: they are packed into @c arg and @c result */
	size_t room; /**< bytes at @c data, at least EL2_CALLS_TEXT */
	size_t given; /**< filled: bytes that it has put there; 0 if it failed */
};

/** Answer a call. Takes at most 2000 instructions, and waits for nobody who takes longer.
 * @param caller the VM that calls; it may be the one that the call is about
 * @param r      the call */
void el2_calls(struct el2_vm *caller, struct el2_request *r);

#endif /* EL2_CALLS_H */
