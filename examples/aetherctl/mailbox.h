/* SPDX-License-Identifier: BSD-2-Clause */
/** @file mailbox.h The group @ref mailbox. */
/**
 * @defgroup mailbox The hypervisor's mailbox
 * @ingroup el2abi
 * Client of the hypervisor's mailbox: how a program in the guest that may manage others calls the
 * hypervisor. The calls and their numbers are those of el2/abi.h.
 *
 * A program finds and maps the mailbox by mailbox_open(), and then makes calls:
 *
 * @snippet aetherctl/vm.c call
 *
 * Any number of processes may call at the same time: mailbox_call() claims the mailbox, and
 * releases it. What lies in the window belongs to whoever has the mailbox, so a program that stages
 * an image must keep it until the VM's CPU has copied the chunk, which is after the call: it calls
 * by mailbox_hold(), and then mailbox_release().
 *
 * Threads of one process may share a struct mailbox. Nothing here keeps state beside it.
 * @{
 */
#ifndef AETHERCTL_MAILBOX_H
#define AETHERCTL_MAILBOX_H

#include "el2/abi.h"

#include <stddef.h>
#include <stdint.h>

/** Milliseconds that a call waits for others to release the mailbox. */
#define MAILBOX_PATIENCE 5000

/** What went wrong before, or instead of, an answer of the hypervisor: a status as those of enum
 * el2_calls_error, of which it never gives these. */
enum mailbox_error {
	MAILBOX_NONE = -101, /**< neither device tree nor ACPI names a mailbox */
	MAILBOX_NO_ACCESS = -102, /**< the mailbox cannot be mapped; @c errno says why */
	MAILBOX_FOREIGN = -103, /**< no mailbox of this version of the calls is at that address */
	MAILBOX_ARGUMENT = -104, /**< more bytes than the mailbox takes; no call was made */
	MAILBOX_BUSY = -105, /**< others had the mailbox for MAILBOX_PATIENCE; no call was made */
	MAILBOX_LOST = -106, /**< the mailbox was given to another one before the answer was read,
				  or between two calls of a turn: this process was held up too
				  long. Nobody can tell whether the call was made, nor what the
				  window had in it since the call before */
};

/** A mapped mailbox. */
struct mailbox {
	volatile void *base; /**< its registers; request page and window are behind them */
};

/** A call, and its answer. Zero in a field that the call does not use. */
struct mailbox_call {
	uint32_t number; /**< enum el2_calls_number */
	uint64_t arg[7]; /**< arguments */
	const void *send; /**< text or bytes that the call takes; borrowed during the call */
	size_t n_send; /**< bytes of it, at most EL2_MAILBOX_DATA_SIZE */
	const void *window; /**< bytes for the window; borrowed during the call */
	size_t n_window; /**< bytes of it, at most EL2_MAILBOX_WINDOW_SIZE */
	void *data; /**< filled with text or bytes that the call gives; the caller's buffer */
	size_t n_data; /**< bytes of it to fill, at most EL2_MAILBOX_DATA_SIZE */
	uint64_t result[7]; /**< filled with the results; unchanged unless the call is done */
};

/**
 * Find the mailbox that the machine's device tree or its ACPI tables name, as Linux shows them.
 * @param root    folder in which @c sys and @c proc are; "" on a running system
 * @param address filled with the physical address
 * @retval 0            found
 * @retval MAILBOX_NONE there is none; @p address is unchanged
 */
int64_t mailbox_find(const char *root, uint64_t *address);

/**
 * Map the mailbox of the running system through /dev/mem, for which a process needs to be root.
 * @param m filled
 * @retval 0                 mapped, until the process ends; @p m can be used
 * @retval MAILBOX_NONE      the machine has none
 * @retval MAILBOX_NO_ACCESS it cannot be mapped; @c errno says why
 * @retval MAILBOX_FOREIGN   what is mapped is none, or speaks another version
 */
int64_t mailbox_open(struct mailbox *m);

/**
 * Check that a mailbox of this version of the calls is at @c base.
 * @param m the mailbox
 * @retval 0               it is
 * @retval MAILBOX_FOREIGN it is not
 */
int64_t mailbox_check(const struct mailbox *m);

/**
 * Make a call, read its answer and keep the mailbox: calls with the same ticket are one turn, and
 * nobody else makes a call or changes the window between them. Others wait meanwhile, at most for
 * MAILBOX_PATIENCE. The turn ends by mailbox_release(), which must follow whatever is returned, or
 * by itself a second after its last call.
 * @param m      the mailbox
 * @param c      the call; its results are filled
 * @param ticket 0: the mailbox is claimed, and this is filled. Otherwise the call is one more of
 * the turn that this began
 * @retval 0                done
 * @retval MAILBOX_ARGUMENT a number of bytes in @p c is too great
 * @retval MAILBOX_BUSY     others have it; another try may succeed
 * @retval MAILBOX_LOST     the answer is lost, or the turn had ended
 * @return or one of enum el2_calls_error, by which the hypervisor refuses the call
 */
int64_t mailbox_hold(const struct mailbox *m, struct mailbox_call *c, uint64_t *ticket);

/**
 * Release the mailbox.
 * @param m      the mailbox
 * @param ticket of the turn; one that has ended, or 0, changes nothing
 */
void mailbox_release(const struct mailbox *m, uint64_t ticket);

/**
 * Claim the mailbox, make a call, read its answer and release the mailbox.
 * @param m the mailbox
 * @param c the call; its results are filled
 * @retval 0                done
 * @retval MAILBOX_ARGUMENT a number of bytes in @p c is too great
 * @retval MAILBOX_BUSY     others have it; another try may succeed
 * @retval MAILBOX_LOST     the answer is lost
 * @return or one of enum el2_calls_error, by which the hypervisor refuses the call
 */
int64_t mailbox_call(const struct mailbox *m, struct mailbox_call *c);

/**
 * Describe a status.
 * @param status of a call, or of a function above
 * @return a clause in English, without a full stop. ROM string
 */
const char *mailbox_text(int64_t status);

/** @} */

#endif /* AETHERCTL_MAILBOX_H */
