/* SPDX-License-Identifier: BSD-2-Clause */
/**
 * @file virtio_mmio.h
 * The MMIO transport of virtio, version 2, with split virtqueues. A device type supplies the
 * rest. The transport offers VIRTIO_F_VERSION_1 and no other feature, and it has no configuration
 * space, as no device here needs more. @spec{VIRTIO, 4.2}
 *
 * The driver may write all of guest memory at any time, the rings and descriptors too: each field
 * is read once, and checked after it was read. A driver that breaks a rule finds
 * DEVICE_NEEDS_RESET in the status, and the queues stand until the driver resets the device.
 */
#ifndef DEV_VIRTIO_MMIO_H
#define DEV_VIRTIO_MMIO_H

#include <aetherboot/mem.h>

#include "bus.h"

/** The greatest queue size, QueueNumMax. */
#define DEV_VIRTQUEUE_MAX 64

/** The greatest number of queues that a device type has. */
#define DEV_VIRTIO_QUEUES 2

/** A split virtqueue. @spec{VIRTIO, 2.7} */
struct dev_virtqueue {
	/* ---- state */
	uint32_t size; /**< The number of descriptors; a power of two while @c ready. */
	bool ready; /**< The driver may use the queue, and the three pointers are valid. */
	uint64_t desc, avail, used; /**< Guest-physical addresses of the three areas. */
	uint8_t *desc_at; /**< The descriptor table: @c size times 16 bytes. */
	uint8_t *avail_at; /**< The available ring: 4 bytes and @c size times 2. */
	uint8_t *used_at; /**< The used ring: 4 bytes and @c size times 8. */
	uint16_t next; /**< The available index up to which chains were served. */
};

/** A descriptor chain that the device goes through. */
struct dev_virtio_chain {
	/** The bytes that the device wrote. dev_virtio_type.serve must count them. */
	uint32_t written;

	/* ---- state */
	const struct ab_spans *mem; /**< Guest memory. */
	const struct dev_virtqueue *queue; /**< The queue that the chain is of. */
	uint32_t left; /**< The descriptors that may follow: a chain of more than the table holds
			*   is a loop. */
	uint16_t index; /**< The next descriptor, not checked yet. */
	bool more; /**< There is a next descriptor. */
	bool broken; /**< The driver broke a rule. */
};

/** A buffer in guest memory. */
struct dev_virtio_buffer {
	uint8_t *at; /**< The first byte; the guest may write the bytes at any time. */
	uint32_t len; /**< Bytes, all of them in guest memory; may be 0. */
	bool writable; /**< True: the device may write the buffer, and must not read it. False: the
			*   device may read it, and must not write it. */
};

/** Go on to the next buffer of a chain.
 * @param chain the chain
 * @param b     filled, if there is one
 * @return false after the last buffer, and where the chain breaks a rule; the transport tells these
 *         apart */
AB_MUST_CHECK bool dev_virtio_next(struct dev_virtio_chain *chain, struct dev_virtio_buffer *b);

/** What becomes of a chain. */
enum dev_virtio_served {
	DEV_VIRTIO_DONE, /**< It goes back to the driver. */
	DEV_VIRTIO_LATER, /**< The device has no use for it yet: it waits with those behind it. No
			   *   buffer of it may have been looked at. */
	DEV_VIRTIO_FAILED, /**< The device cannot serve it, and needs a reset. */
};

/** A device type: the part of a device behind the transport. */
struct dev_virtio_type {
	uint32_t id; /**< The device ID. @spec{VIRTIO, 5} */
	uint32_t n_queues; /**< The number of queues, 1 to #DEV_VIRTIO_QUEUES. */
	/** Serves a chain that the driver made available: goes through its buffers by
	 *  dev_virtio_next() and does bounded work for each.
	 * @param dev   dev_virtio_mmio.dev
	 * @param queue the number of its queue
	 * @param chain the chain, at its first buffer
	 * @return what becomes of it */
	enum dev_virtio_served (*serve)(void *dev, unsigned int queue,
					struct dev_virtio_chain *chain);
	/** Called after the driver made chains available, and those that could be were served.
	 *  NULL: the device need not know.
	 * @param dev dev_virtio_mmio.dev */
	void (*notified)(void *dev);
};

/** The transport of one device. */
struct dev_virtio_mmio {
	struct dev_line line; /**< The interrupt, by level. */
	/** Guest memory, where this program may access it; not NULL, and the same as long as the
	 *  guest runs. Spans must begin at even addresses, the guest's and this program's. */
	const struct ab_spans *mem;
	const struct dev_virtio_type *type; /**< The device type; its reset function sets it. */
	void *dev; /**< The device: the first argument of dev_virtio_type.serve. */

	/* ---- state */
	uint32_t status; /**< Status. */
	uint32_t interrupt_status; /**< InterruptStatus. */
	uint32_t device_features_sel, driver_features_sel; /**< Which half the registers show. */
	uint64_t features; /**< The features that the driver accepted. */
	uint32_t queue_sel; /**< The queue that the registers show. */
	struct dev_virtqueue queue[DEV_VIRTIO_QUEUES]; /**< The queues that the type has. */
};

/** Put the transport into its reset state. */
void dev_virtio_mmio_reset(struct dev_virtio_mmio *v);

/** True when the driver has started the device and a queue of it, and neither stands. */
bool dev_virtio_mmio_ready(const struct dev_virtio_mmio *v, unsigned int queue);

/** Serve the chains of a queue that wait, at most #DEV_VIRTQUEUE_MAX: the device has got what it
 *  has waited for. dev_virtio_type.notified is not called.
 * @param v     the transport
 * @param queue less than dev_virtio_type.n_queues */
void dev_virtio_mmio_serve(struct dev_virtio_mmio *v, unsigned int queue);

/** dev_bus_range.read of a struct dev_virtio_mmio: 512 bytes. Accesses of other than 4 bytes read
 *  as 0. */
uint64_t dev_virtio_mmio_read(void *dev, uint64_t off, unsigned int len);

/** dev_bus_range.write of a struct dev_virtio_mmio: 512 bytes. Accesses of other than 4 bytes are
 *  ignored. A notification serves at most #DEV_VIRTQUEUE_MAX chains before it returns, and
 *  DRIVER_OK as many of each queue. */
void dev_virtio_mmio_write(void *dev, uint64_t off, unsigned int len, uint64_t value);

#endif /* DEV_VIRTIO_MMIO_H */
