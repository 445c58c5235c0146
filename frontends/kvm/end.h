/* SPDX-License-Identifier: BSD-2-Clause */
/** @file end.h The ways this process ends, and the terminal that each of them gives back. */
#ifndef VMM_END_H
#define VMM_END_H

#include <stdbool.h>

/** Exit codes. Append-only. */
enum vmm_exit {
	VMM_EXIT_OFF = 0, /**< the guest switched itself off */
	VMM_EXIT_BOOT = 1, /**< it could not be started */
	VMM_EXIT_USAGE = 2, /**< the command line makes no sense */
	VMM_EXIT_RESET = 3, /**< the guest asked for a reset */
	VMM_EXIT_TRIPLE_FAULT = 4, /**< a CPU shut down */
	VMM_EXIT_KVM = 5, /**< KVM could not go on */
	VMM_EXIT_PANIC = 6, /**< the guest told of its panic */
	VMM_EXIT_MEMORY = 7, /**< guest memory is gone: a mapped file was changed, or RAM failed */
	VMM_EXIT_SIGNAL = 128, /**< plus the signal's number */
};

/** Give the terminal back, say why on stderr (unless @p format is NULL), and end the process
 *  with @p code. The first of several threads decides. */
_Noreturn void vmm_end(int code, const char *format, ...) __attribute__((format(printf, 2, 3)));

/** Like vmm_end(VMM_EXIT_BOOT), with what errno says about @p what. */
_Noreturn void vmm_end_errno(const char *what);

/** Same from a signal handler: @p text is written as it is. */
_Noreturn void vmm_end_async(int code, const char *text);

/** Make a terminal on stdin raw, until the process ends.
 * @return true when there is one and it is ours */
bool vmm_term_raw(void);

#endif /* VMM_END_H */
