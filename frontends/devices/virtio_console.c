/* SPDX-License-Identifier: BSD-2-Clause */
/* Console device (Virtual I/O Device 1.2: 5.3). */
#include "virtio_console.h"

#define DEVICE_CONSOLE 3

enum { RECEIVE, TRANSMIT, QUEUES };

/* Input into as many buffers as it fills. */
static enum dev_virtio_served receive(struct dev_virtio_console *c, struct dev_virtio_chain *chain)
{
	struct dev_virtio_buffer b;

	if (c->count == 0)
		return DEV_VIRTIO_LATER;
	while (c->count != 0 && dev_virtio_next(chain, &b))
		for (uint32_t i = 0; b.writable && i < b.len && c->count != 0; i++) {
			b.at[i] = c->fifo[c->head];
			c->head = (uint16_t)((c->head + 1) % sizeof(c->fifo));
			c->count--;
			chain->written++;
		}
	return DEV_VIRTIO_DONE;
}

static enum dev_virtio_served transmit(const struct dev_virtio_console *c,
				       struct dev_virtio_chain *chain)
{
	uint32_t left = DEV_VIRTIO_CONSOLE_CHAIN_MAX;
	struct dev_virtio_buffer b;

	while (dev_virtio_next(chain, &b)) {
		if (b.writable)
			continue;
		if (b.len > left)
			return DEV_VIRTIO_FAILED;
		left -= b.len;
		c->out(c->ctx, b.at, b.len);
	}
	return DEV_VIRTIO_DONE;
}

static enum dev_virtio_served serve(void *dev, unsigned int queue, struct dev_virtio_chain *chain)
{
	return queue == RECEIVE ? receive(dev, chain) : transmit(dev, chain);
}

static void notified(void *dev)
{
	struct dev_virtio_console *c = dev;

	if (c->ready != NULL && dev_virtio_console_room(c) != 0)
		c->ready(c->ctx);
}

static const struct dev_virtio_type type = { DEVICE_CONSOLE, QUEUES, serve, notified };

void dev_virtio_console_reset(struct dev_virtio_console *c)
{
	c->mmio.type = &type;
	c->mmio.dev = c;
	c->head = c->count = 0;
	dev_virtio_mmio_reset(&c->mmio);
}

size_t dev_virtio_console_room(const void *dev)
{
	const struct dev_virtio_console *c = dev;

	return dev_virtio_mmio_ready(&c->mmio, RECEIVE) ? sizeof(c->fifo) - c->count : 0;
}

void dev_virtio_console_input(void *dev, uint8_t byte)
{
	struct dev_virtio_console *c = dev;

	if (c->count < sizeof(c->fifo))
		c->fifo[(c->head + c->count++) % sizeof(c->fifo)] = byte;
}

void dev_virtio_console_flush(void *dev)
{
	struct dev_virtio_console *c = dev;

	dev_virtio_mmio_serve(&c->mmio, RECEIVE);
}
