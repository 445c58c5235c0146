/* SPDX-License-Identifier: BSD-2-Clause */
/** @file virtio_rng.h The virtio entropy device on the MMIO transport. */
#ifndef DEV_VIRTIO_RNG_H
#define DEV_VIRTIO_RNG_H

#include <aetherboot/mem.h>

#include "bus.h"

/** Most entries of its one queue. */
#define DEV_VIRTIO_RNG_QUEUE 64

/** virtio 1.x entropy device on the MMIO transport, version 2. */
struct dev_virtio_rng {
	struct dev_line line; /**< its interrupt, level */
	const struct ab_spans *mem; /**< guest memory; the guest may write it at any time */
	bool (*random)(void *ctx, void *buf, size_t n); /**< fills @c buf; false: it cannot */
	void *ctx; /**< handed to @c random */
	uint32_t status; /**< device status */
	uint32_t isr; /**< interrupt status */
	uint32_t device_sel, driver_sel; /**< which half of the features */
	uint64_t features; /**< what the driver accepted */
	uint32_t queue; /**< which queue the registers show; only 0 exists */
	uint32_t size; /**< entries */
	bool ready; /**< rings are in use: the pointers below are valid */
	uint64_t desc, avail, used; /**< guest-physical */
	uint8_t *desc_at, *avail_at, *used_at; /**< in this process */
	uint16_t next; /**< available index up to which it has looked */
};

/** dev_bus_range.read of its registers. */
uint64_t dev_virtio_rng_read(void *dev, uint64_t off, unsigned int len);
/** dev_bus_range.write of its registers. */
void dev_virtio_rng_write(void *dev, uint64_t off, unsigned int len, uint64_t v);

#endif /* DEV_VIRTIO_RNG_H */
