/* SPDX-License-Identifier: BSD-2-Clause */
/**
 * @file console.h
 * The consoles of the VMs on the one console of the machine: whole lines where possible, each with
 * its VM's name in front. Of what a guest writes, only ASCII is printed, without control
 * characters; who reads it by a call gets each byte.
 */
#ifndef EL2_CONSOLE_H
#define EL2_CONSOLE_H

#include "lock.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** Bytes of the ring in which a VM's last output is kept. One less can be read. */
#define EL2_CONSOLE_SIZE 4096
/** Bytes of its input that may wait. */
#define EL2_CONSOLE_INPUT 128

/** A VM's console. */
struct el2_console {
	const char *name; /**< the VM's name */
	uint64_t
	    written; /**< bytes that were ever written; the last EL2_CONSOLE_SIZE are in @c ring */
	uint64_t forgotten; /**< bytes of them that nobody may read any more */
	uint64_t printed; /**< bytes of them that were printed */
	uint64_t typed; /**< bytes that were ever typed; guarded by el2_vm.devices, as the next */
	uint64_t taken; /**< bytes of them that the UART has taken */
	uint8_t input[EL2_CONSOLE_INPUT]; /**< byte n is at n % EL2_CONSOLE_INPUT */
	uint8_t ring[EL2_CONSOLE_SIZE]; /**< byte n is at n % EL2_CONSOLE_SIZE */
};

/** Append a byte that is not printed. One CPU at a time may append, while others read. */
void el2_console_keep(struct el2_console *c, uint8_t byte);

/** Append a byte. It is printed with the rest of its line, when that ends or is long. Other CPUs
 * may do so for other VMs at the same time. */
void el2_console_put(struct el2_console *c, uint8_t byte);

/** Print a line that has not ended: its VM has. */
void el2_console_flush(struct el2_console *c);

/** Read what a VM printed, as far as it is still there.
 * @param c  the console
 * @param at offset in all that was ever written; becomes that of the first byte read, which is
 *           greater if bytes before it are lost, or smaller if there are not as many yet
 * @param to filled
 * @param n  bytes at @p to
 * @return bytes read. 0 with an offset that did not grow: there are no more yet; with one that did:
 *         bytes were lost, some perhaps while they were copied, and there may be more */
size_t el2_console_read(const struct el2_console *c, uint64_t *at, uint8_t *to, size_t n);

/** Erase what was printed; offsets go on. */
void el2_console_forget(struct el2_console *c);

/** Begin a line of EL2's own: no VM prints until el2_console_end(). */
void el2_console_begin(void);

/** End what el2_console_begin() began. The line must be ended. */
void el2_console_end(void);

/** From now on several CPUs print: each waits until the line of another one ends. Needs Normal
 *  memory, as locks do. */
void el2_console_share(void);

/** Print although another CPU may do so: for the last words of a CPU. */
void el2_console_force(void);

#endif /* EL2_CONSOLE_H */
