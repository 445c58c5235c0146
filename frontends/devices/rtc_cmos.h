/* SPDX-License-Identifier: BSD-2-Clause */
/**
 * @file rtc_cmos.h
 * CMOS real-time clock of a PC: the register semantics of Motorola's MC146818 data sheet, with a
 * century at 0x32. It knows 24-hour mode, update and alarm interrupts; no periodic interrupt, and
 * no daylight saving.
 */
#ifndef DEV_RTC_CMOS_H
#define DEV_RTC_CMOS_H

#include "bus.h"

/** A CMOS real-time clock. */
struct dev_rtc_cmos {
	struct dev_line line; /**< The interrupt, by level; reading register C clears it. */
	uint64_t (*now)(void *ctx); /**< Gives nanoseconds since 1970, UTC; not NULL. */
	/** Called when the guest enables an interrupt: from then on the frontend must call
	 *  dev_rtc_cmos_tick() each second. NULL: it does so anyway. */
	void (*rearm)(void *ctx);
	void *ctx; /**< The first argument of @c now and @c rearm. */

	/* ---- state */
	int64_t offset; /**< Seconds by which the guest set the clock ahead. */
	int64_t last; /**< The second, since 1970, up to which the flags are known. */
	uint8_t index; /**< The register that the data port reaches. */
	uint8_t reg[128]; /**< The registers and the battery-backed bytes. */
};

/** Put the clock into its reset state: it shows @c now, and battery-backed bytes are 0. */
void dev_rtc_cmos_reset(struct dev_rtc_cmos *rtc);

/** dev_bus_range.read of a struct dev_rtc_cmos: index port, data port. dev_bus_range.width must be
 *  1. */
uint64_t dev_rtc_cmos_read(void *dev, uint64_t off, unsigned int len);

/** dev_bus_range.write of a struct dev_rtc_cmos: index port, data port. dev_bus_range.width must be
 *  1. */
void dev_rtc_cmos_write(void *dev, uint64_t off, unsigned int len, uint64_t v);

/** Bring flags and interrupt up to @c now. A call that is at most a minute late finds the alarm
 *  that it missed.
 * @param dev a struct dev_rtc_cmos
 * @return true when it must be called at the next second, too */
bool dev_rtc_cmos_tick(void *dev);

#endif /* DEV_RTC_CMOS_H */
