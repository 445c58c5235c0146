/* SPDX-License-Identifier: BSD-2-Clause */
/**
 * @file pl011.h
 * PL011 UART, revision r1p5. Sending takes no time; baud rate and line format have no effect, and
 * there is no DMA. @spec{DDI0183, 3}
 */
#ifndef DEV_PL011_H
#define DEV_PL011_H

#include "bus.h"

/** A PL011 UART. */
struct dev_pl011 {
	struct dev_line line; /**< The combined interrupt UARTINTR, by level. */
	void (*out)(void *ctx, uint8_t byte); /**< Takes a byte that the guest sends; not NULL. */
	/** Called after guest accesses that may have made room, when dev_pl011_room() is not 0.
	 *  NULL: the frontend asks by itself. */
	void (*ready)(void *ctx);
	void *ctx; /**< The first argument of @c out and @c ready. */

	/* ---- state */
	uint32_t rsr, ilpr, ibrd, fbrd, lcr, cr, ifls, imsc, ris; /**< Registers. */
	uint8_t fifo[32]; /**< The receive FIFO, a ring. */
	uint8_t head; /**< Where the oldest byte of @c fifo is. */
	uint8_t count; /**< The number of bytes in @c fifo. */
	uint8_t polls; /**< Reads of FR that found it empty since the last write. */
};

/** Put the UART into the state in which firmware leaves it: enabled, with FIFOs, 8 bits. Drivers of
 *  the subset that SBSA defines enable nothing themselves. */
void dev_pl011_reset(struct dev_pl011 *u);

/** dev_bus_range.read of a struct dev_pl011: 4 KiB. */
uint64_t dev_pl011_read(void *dev, uint64_t off, unsigned int len);

/** dev_bus_range.write of a struct dev_pl011: 4 KiB. */
void dev_pl011_write(void *dev, uint64_t off, unsigned int len, uint64_t v);

/** The number of bytes that the receiver takes now, 0 to 32. It is 0 unless the guest enables the
 *  receiver without loopback, and unmasks a receive interrupt or polls (DEV_UART_POLLS): Linux
 *  discards all bytes that came before.
 * @param dev a struct dev_pl011 */
size_t dev_pl011_room(const void *dev);

/** Receive a byte. Without room it is lost, and the guest finds an overrun error.
 * @param dev  a struct dev_pl011
 * @param byte the byte */
void dev_pl011_input(void *dev, uint8_t byte);

#endif /* DEV_PL011_H */
