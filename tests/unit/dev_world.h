/* SPDX-License-Identifier: BSD-2-Clause */
/* All that a device sees of the world, and all that it did there. */
#ifndef DEV_WORLD_H
#define DEV_WORLD_H

#include "unit.h"

#define SECOND UINT64_C(1000000000)

struct world {
	uint64_t ns; /* the time */
	unsigned int rearmed; /* calls of rearm() */
	uint8_t sent[64];
	size_t n_sent;
	unsigned int ready; /* times it was told to go on */
	uint32_t irq; /* of the device, which may change the level of no other */
	unsigned int edges; /* rising ones of the interrupt */
};

static inline uint64_t world_now(void *ctx)
{
	return ((struct world *)ctx)->ns;
}

static inline void world_rearm(void *ctx)
{
	((struct world *)ctx)->rearmed++;
}

static inline void world_take(void *ctx, uint8_t byte)
{
	struct world *w = ctx;

	assert_true(w->n_sent < sizeof(w->sent));
	w->sent[w->n_sent++] = byte;
}

static inline void world_ready(void *ctx)
{
	((struct world *)ctx)->ready++;
}

static inline void world_line(void *ctx, uint32_t irq, bool high)
{
	struct world *w = ctx;

	assert_int_equal(irq, w->irq);
	w->edges += high;
}

#endif /* DEV_WORLD_H */
