/* SPDX-License-Identifier: BSD-2-Clause */
/**
 * @file pl061.h
 * PL061 GPIO controller. Its eight pins are inputs from the frontend; levels that the guest drives
 * have no effect outside. @spec{DDI0190, 3}
 */
#ifndef DEV_PL061_H
#define DEV_PL061_H

#include "bus.h"

/** The pin of the power button in the library's device trees. */
#define DEV_PL061_BUTTON 3

/** A PL061 GPIO controller. Its reset state is all zero but for @c line. */
struct dev_pl061 {
	struct dev_line line; /**< The combined interrupt GPIOINTR, by level. */

	/* ---- state */
	uint8_t in; /**< The levels from outside, a bit a pin. */
	uint8_t out; /**< The levels that the guest drives. */
	uint8_t dir, is, ibe, iev, ie, afsel; /**< Registers. */
	uint8_t seen; /**< The levels up to which edges are known. */
	uint8_t edges; /**< The pins whose edge is pending. */
};

/** dev_bus_range.read of a struct dev_pl061: 4 KiB. */
uint64_t dev_pl061_read(void *dev, uint64_t off, unsigned int len);

/** dev_bus_range.write of a struct dev_pl061: 4 KiB. */
void dev_pl061_write(void *dev, uint64_t off, unsigned int len, uint64_t v);

/** Drive a pin from outside.
 * @param g    the controller
 * @param pin  0 to 7
 * @param high the level */
void dev_pl061_set(struct dev_pl061 *g, unsigned int pin, bool high);

#endif /* DEV_PL061_H */
