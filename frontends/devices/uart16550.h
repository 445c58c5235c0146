/* SPDX-License-Identifier: BSD-2-Clause */
/**
 * @file uart16550.h
 * 16550A UART: the register semantics of TI's PC16550D data sheet. Sending takes no time, so the
 * transmitter is always empty; baud rate and line format have no effect.
 */
#ifndef DEV_UART16550_H
#define DEV_UART16550_H

#include "bus.h"

/** A 16550A UART. */
struct dev_uart16550 {
	/** The interrupt, by level. As on a PC, it is low while the guest clears OUT2. */
	struct dev_line line;
	void (*out)(void *ctx, uint8_t byte); /**< Takes a byte that the guest sends; not NULL. */
	/** Called after guest accesses that may have made room, when dev_uart16550_room() is not 0.
	 *  NULL: the frontend asks by itself. */
	void (*ready)(void *ctx);
	void *ctx; /**< The first argument of @c out and @c ready. */

	/* ---- state */
	uint8_t ier, fcr, lcr, mcr, scr, dll, dlm; /**< Registers, as the guest wrote them. */
	uint8_t errors; /**< The error bits of LSR, which a read of LSR clears. */
	uint8_t deltas; /**< The delta bits of MSR, which a read of MSR clears. */
	bool empty; /**< The interrupt "transmitter empty" is pending. */
	uint8_t fifo[16]; /**< The receive FIFO, a ring. */
	uint8_t head; /**< Where the oldest byte of @c fifo is. */
	uint8_t count; /**< The number of bytes in @c fifo. */
	uint8_t polls; /**< Reads of LSR that found no byte since the last write. */
};

/** Put the UART into its reset state. */
void dev_uart16550_reset(struct dev_uart16550 *u);

/** dev_bus_range.read of a struct dev_uart16550: 8 registers of a byte. dev_bus_range.width must be
 *  1. */
uint64_t dev_uart16550_read(void *dev, uint64_t off, unsigned int len);

/** dev_bus_range.write of a struct dev_uart16550: 8 registers of a byte. dev_bus_range.width must
 * be 1. */
void dev_uart16550_write(void *dev, uint64_t off, unsigned int len, uint64_t v);

/** The number of bytes that the receiver takes now, 0 to 16. It is 0 with loopback, and unless
 *  the guest raises RTS, as a peer with hardware flow control would wait, too, or polls
 *  (DEV_UART_POLLS), as other peers do not.
 * @param dev a struct dev_uart16550 */
size_t dev_uart16550_room(const void *dev);

/** Receive a byte. Without room it is lost, and the guest finds an overrun error.
 * @param dev  a struct dev_uart16550
 * @param byte the byte */
void dev_uart16550_input(void *dev, uint8_t byte);

#endif /* DEV_UART16550_H */
