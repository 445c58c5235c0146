/* SPDX-License-Identifier: BSD-2-Clause */
/* Entropy device (Virtual I/O Device 1.2: 5.4): each writable buffer gets random bytes. */
#include "virtio_rng.h"

#define DEVICE_ENTROPY 4
#define CHAIN_BYTES_MAX (64 * AB_KiB) /* the driver may get less than it asks for */

static enum dev_virtio_served serve(void *dev, unsigned int queue, struct dev_virtio_chain *chain)
{
	const struct dev_virtio_rng *rng = dev;
	struct dev_virtio_buffer b;

	(void)queue;
	while (dev_virtio_next(chain, &b)) {
		uint64_t n = CHAIN_BYTES_MAX - chain->written;

		if (!b.writable)
			continue;
		n = b.len < n ? b.len : n;
		if (!rng->random(rng->ctx, b.at, (size_t)n))
			return DEV_VIRTIO_FAILED;
		chain->written += (uint32_t)n;
	}
	return DEV_VIRTIO_DONE;
}

static const struct dev_virtio_type type = { DEVICE_ENTROPY, 1, serve, NULL };

void dev_virtio_rng_reset(struct dev_virtio_rng *rng)
{
	rng->mmio.type = &type;
	rng->mmio.dev = rng;
	dev_virtio_mmio_reset(&rng->mmio);
}
