/* SPDX-License-Identifier: BSD-2-Clause */
/**
 * @file end.h
 * The ways in which this process ends. Each of them gives the terminal back.
 */
#ifndef VMM_END_H
#define VMM_END_H

#include <aetherboot/base.h>

#include <stdbool.h>

/** Exit codes. Append-only: scripts rely on them. */
enum vmm_exit {
	VMM_EXIT_OFF = 0, /**< The guest switched itself off. */
	VMM_EXIT_BOOT = 1, /**< The guest could not be started. */
	VMM_EXIT_USAGE = 2, /**< The command line makes no sense. */
	VMM_EXIT_RESET = 3, /**< The guest asked for a reset. */
	VMM_EXIT_TRIPLE_FAULT = 4, /**< A CPU shut down. */
	VMM_EXIT_KVM = 5, /**< KVM could not go on. */
	VMM_EXIT_PANIC = 6, /**< The guest reported its panic. */
	VMM_EXIT_MEMORY = 7, /**< Guest memory is lost: a mapped file was changed, or RAM failed. */
	VMM_EXIT_OUTPUT = 8, /**< The guest's console is gone: its output cannot be written. */
	VMM_EXIT_SIGNAL = 128, /**< A signal came; its number is added. */
};

/** Give the terminal back, say why on stderr, and end the process. Any thread may call it; the
 *  first call decides.
 * @param code   exit code
 * @param format the reason, without a line's end; NULL: nothing is said */
_Noreturn void vmm_end(int code, const char *format, ...) __attribute__((format(printf, 2, 3)));

/** Like vmm_end() with VMM_EXIT_BOOT; the reason is errno.
 * @param what what failed */
_Noreturn void vmm_end_errno(const char *what);

/** Like vmm_end() with VMM_EXIT_BOOT; the reason is an error of the library.
 * @param why the error */
_Noreturn void vmm_end_why(const struct ab_error *why);

/** Like vmm_end(), but may be called from a signal handler.
 * @param code exit code
 * @param text the whole line for stderr */
_Noreturn void vmm_end_async(int code, const char *text);

/** Catch a signal, with all others blocked meanwhile; one that was ignored when this process began,
 *  as nohup and shells' background jobs have it, stays ignored. The handler may end the process by
 *  vmm_end_async().
 * @param number  the signal
 * @param handler what it calls */
void vmm_end_catch(int number, void (*handler)(int number));

/** Make the terminal on stdin raw until the process ends.
 * @return false, and nothing is changed, when stdin is no terminal, or one that another job has */
bool vmm_term_raw(void);

#endif /* VMM_END_H */
