/* SPDX-License-Identifier: BSD-2-Clause */
/**
 * @file virtio_console.h
 * The console device of virtio: one port, without VIRTIO_CONSOLE_F_MULTIPORT and without a size.
 * @spec{VIRTIO, 5.3}
 */
#ifndef DEV_VIRTIO_CONSOLE_H
#define DEV_VIRTIO_CONSOLE_H

#include "virtio_mmio.h"

/** The most bytes of input that wait for the driver's buffers. */
#define DEV_VIRTIO_CONSOLE_ROOM 256

/** The most bytes that a chain of output may have. A longer one makes the device need a reset. */
#define DEV_VIRTIO_CONSOLE_CHAIN_MAX (1024 * 1024)

/** A console device. On the bus it is dev_virtio_console.mmio. */
struct dev_virtio_console {
	/** The transport: the frontend fills its line and memory. It is the first member: a pointer
	 *  to it is one to the device, too. */
	struct dev_virtio_mmio mmio;
	/** Takes bytes that the guest sends; not NULL.
	 * @param ctx  dev_virtio_console.ctx
	 * @param data @p n bytes in guest memory, which may change meanwhile
	 * @param n    bytes, up to #DEV_VIRTIO_CONSOLE_CHAIN_MAX */
	void (*out)(void *ctx, const void *data, size_t n);
	/** Called after guest accesses that may have made room, when dev_virtio_console_room() is
	 *  not 0. NULL: the frontend asks by itself. */
	void (*ready)(void *ctx);
	void *ctx; /**< The first argument of @c out and @c ready. */

	/* ---- state */
	uint8_t
	    fifo[DEV_VIRTIO_CONSOLE_ROOM]; /**< Input, a ring. A reset by the driver keeps it. */
	uint16_t head; /**< Where the oldest byte of @c fifo is. */
	uint16_t count; /**< The number of bytes in @c fifo. */
};

/** Put the device into its reset state. */
void dev_virtio_console_reset(struct dev_virtio_console *c);

/** The number of bytes that the device takes now: 0 until the driver has started it.
 * @param dev a struct dev_virtio_console */
size_t dev_virtio_console_room(const void *dev);

/** Take a byte of input. Without room it is lost.
 * @param dev  a struct dev_virtio_console
 * @param byte the byte */
void dev_virtio_console_input(void *dev, uint8_t byte);

/** Pass on what was taken, as far as the driver has buffers; the rest follows when it has.
 * @param dev a struct dev_virtio_console */
void dev_virtio_console_flush(void *dev);

#endif /* DEV_VIRTIO_CONSOLE_H */
