/* SPDX-License-Identifier: BSD-2-Clause */
/**
 * @file i8042.h
 * i8042 keyboard controller of a PC, with neither keyboard nor mouse. Its purpose is the reset
 * line; the other commands keep a kernel that probes for it from waiting. It has no interrupt.
 */
#ifndef DEV_I8042_H
#define DEV_I8042_H

#include "power.h"

/** An i8042 keyboard controller. Its reset state is all zero but for @c power. */
struct dev_i8042 {
	struct dev_power *power; /**< What the reset line resets; not NULL. */

	/* ---- state */
	uint8_t command; /**< The command whose data byte is to come, or 0. */
	uint8_t config; /**< The command byte, which is also known as configuration byte. */
	uint8_t out; /**< The output buffer. */
	bool full; /**< The guest has not read the output buffer yet. */
};

/** dev_bus_range.read of a struct dev_i8042: the output buffer, port 0x60. */
uint64_t dev_i8042_data_read(void *dev, uint64_t off, unsigned int len);

/** dev_bus_range.write of a struct dev_i8042: the data of a command, port 0x60. A byte for the
 *  keyboard has no effect. */
void dev_i8042_data_write(void *dev, uint64_t off, unsigned int len, uint64_t v);

/** dev_bus_range.read of a struct dev_i8042: the status register, port 0x64. */
uint64_t dev_i8042_status_read(void *dev, uint64_t off, unsigned int len);

/** dev_bus_range.write of a struct dev_i8042: a command, port 0x64. */
void dev_i8042_command_write(void *dev, uint64_t off, unsigned int len, uint64_t v);

#endif /* DEV_I8042_H */
