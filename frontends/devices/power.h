/* SPDX-License-Identifier: BSD-2-Clause */
/**
 * @file power.h
 * The registers by which a guest switches off, resets or reports its panic, and the power button of
 * ACPI's generic event device (GED).
 */
#ifndef DEV_POWER_H
#define DEV_POWER_H

#include "bus.h"

/** How a guest ended. */
enum dev_guest_end {
	DEV_GUEST_RUNS = 0, /**< It did not end. */
	DEV_GUEST_OFF, /**< It switched itself off. */
	DEV_GUEST_RESET, /**< It asked for a reset. */
	DEV_GUEST_PANIC, /**< It reported its panic. */
};

/** The state behind all registers of this file. Its reset state is all zero but for @c line and
 *  @c reset_value. */
struct dev_power {
	struct dev_line line; /**< The interrupt of the event device, by level. */
	uint8_t reset_value; /**< The byte that the guest writes to the reset register to reset
			      *   itself: FADT's RESET_VALUE. */

	/* ---- state */
	/** How the guest ended. The first end counts. The frontend must read it after each call
	 *  that writes a register, and then end or reset the guest. */
	enum dev_guest_end end;
	uint32_t events; /**< Pending events of the event device; bit 0 is the power button. */
};

/** End the guest, unless it has ended already. */
void dev_power_end(struct dev_power *p, enum dev_guest_end how);

/** Press the power button. */
void dev_power_button(struct dev_power *p);

/** dev_bus_range.read of a struct dev_power: the event register of 4 bytes. A read clears it and
 *  the interrupt; an access of another width reads as 0. @spec{ACPI, 5.6.9} */
uint64_t dev_ged_read(void *dev, uint64_t off, unsigned int len);

/** dev_bus_range.read of a struct dev_power: sleep control and sleep status register of hardware-
 *  reduced ACPI, a byte each. @spec{ACPI, 4.8.3.7} */
uint64_t dev_acpi_sleep_read(void *dev, uint64_t off, unsigned int len);

/** dev_bus_range.write of a struct dev_power: SLP_EN with the type of S5 switches the guest off. */
void dev_acpi_sleep_write(void *dev, uint64_t off, unsigned int len, uint64_t v);

/** dev_bus_range.write of a struct dev_power: the reset register, a byte.
 *  @spec{ACPI, 4.8.3.6} */
void dev_acpi_reset_write(void *dev, uint64_t off, unsigned int len, uint64_t v);

/** dev_bus_range.read of a struct dev_power: the events that pvpanic supports, a byte. */
uint64_t dev_pvpanic_read(void *dev, uint64_t off, unsigned int len);

/** dev_bus_range.write of a struct dev_power: bit 0 reports a panic. */
void dev_pvpanic_write(void *dev, uint64_t off, unsigned int len, uint64_t v);

#endif /* DEV_POWER_H */
