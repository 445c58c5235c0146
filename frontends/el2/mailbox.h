/* SPDX-License-Identifier: BSD-2-Clause */
/**
 * @file mailbox.h
 * The mailbox of a VM that may manage: registers by which its programs take turns, a page with a
 * call, and a window of memory. docs/el2-calls.md describes it.
 *
 * Its registers are emulated, so they are no memory of the VM. The other pages are, which the VM
 * maps as it likes: EL2 believes nothing that it reads there twice.
 */
#ifndef EL2_MAILBOX_H
#define EL2_MAILBOX_H

#include "abi.h"
#include "lock.h"

#include <stdbool.h>

struct el2_vm;

/** Bytes of its registers. */
#define EL2_MAILBOX_REGISTERS EL2_MAILBOX_REQUEST

/** A mailbox. */
struct el2_mailbox {
	uint64_t pa; /**< physical address, which is its IPA, too */
	struct el2_lock lock; /**< guards what follows. It is taken before any other */
	uint64_t given; /**< the last ticket that was given */
	uint64_t holder; /**< the ticket that has the mailbox; 0: none */
	uint64_t since; /**< time from which on the claim of @c holder lasts */
};

/** Read or write one of its registers. A doorbell makes its call.
 * @param vm    the VM, which may manage
 * @param off   offset of the access, below EL2_MAILBOX_REGISTERS
 * @param len   bytes, 1 to 8
 * @param write whether it is a write
 * @param value what is written, or filled with what is read
 * @return false: a register has another width, or the access leaves the registers. Nothing was
 *         done */
bool el2_mailbox_access(struct el2_vm *vm, uint64_t off, unsigned int len, bool write,
			uint64_t *value);

/** Nobody has it any more: its VM has ended. */
void el2_mailbox_reset(struct el2_vm *vm);

#endif /* EL2_MAILBOX_H */
