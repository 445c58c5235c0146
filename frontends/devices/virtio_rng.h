/* SPDX-License-Identifier: BSD-2-Clause */
/**
 * @file virtio_rng.h
 * The entropy device of virtio. @spec{VIRTIO, 5.4}
 */
#ifndef DEV_VIRTIO_RNG_H
#define DEV_VIRTIO_RNG_H

#include "virtio_mmio.h"

/** An entropy device. On the bus it is dev_virtio_rng.mmio. */
struct dev_virtio_rng {
	struct dev_virtio_mmio mmio; /**< The transport: the frontend fills its line and memory. */
	/** Fills a buffer with random bytes that are fit for cryptography; not NULL.
	 * @param ctx dev_virtio_rng.ctx
	 * @param buf @p n bytes, in guest memory
	 * @param n   bytes, 0 to 65536
	 * @return false when there are none, which makes the device need a reset */
	bool (*random)(void *ctx, void *buf, size_t n);
	void *ctx; /**< The first argument of @c random. */
};

/** Put the device into its reset state. */
void dev_virtio_rng_reset(struct dev_virtio_rng *rng);

#endif /* DEV_VIRTIO_RNG_H */
