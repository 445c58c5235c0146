/* SPDX-License-Identifier: BSD-2-Clause */
/**
 * @file pl031.h
 * PL031 real-time clock, revision r1p3. It counts seconds in 32 bits, and has one alarm.
 * @spec{DDI0224, 3}
 */
#ifndef DEV_PL031_H
#define DEV_PL031_H

#include "bus.h"

/** A PL031 real-time clock. */
struct dev_pl031 {
	struct dev_line line; /**< The interrupt RTCINTR, by level. */
	uint64_t (*now)(void *ctx); /**< Gives nanoseconds since 1970, UTC; not NULL. */
	/** Called when the guest enables the alarm: from then on the frontend must call
	 *  dev_pl031_tick() each second. NULL: it does so anyway. */
	void (*rearm)(void *ctx);
	void *ctx; /**< The first argument of @c now and @c rearm. */

	/* ---- state */
	uint32_t offset; /**< Seconds by which the guest set the clock ahead, modulo 2^32. */
	uint32_t last; /**< The second up to which alarms are known. */
	uint32_t mr, lr, imsc, ris; /**< Registers. */
};

/** Put the clock into its reset state: it shows @c now. */
void dev_pl031_reset(struct dev_pl031 *r);

/** dev_bus_range.read of a struct dev_pl031: 4 KiB. */
uint64_t dev_pl031_read(void *dev, uint64_t off, unsigned int len);

/** dev_bus_range.write of a struct dev_pl031: 4 KiB. */
void dev_pl031_write(void *dev, uint64_t off, unsigned int len, uint64_t v);

/** Bring alarm and interrupt up to @c now. A late call finds the alarms that it missed.
 * @param dev a struct dev_pl031
 * @return true when it must be called at the next second, too */
bool dev_pl031_tick(void *dev);

#endif /* DEV_PL031_H */
