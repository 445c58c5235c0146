/* SPDX-License-Identifier: BSD-2-Clause */
/**
 * @file acpi_pm.h
 * Fixed ACPI hardware of a PC, always in ACPI mode: the PM1 event and control registers with power
 * button and S5, and the 24-bit PM timer. It has no general-purpose events. @spec{ACPI, 4.8.3}
 */
#ifndef DEV_ACPI_PM_H
#define DEV_ACPI_PM_H

#include "bus.h"
#include "power.h"

/** The bytes of its registers: PM1 status at 0, enable at 2, control at 4, PM timer at 8, GPE0
 *  status at 0xc, enable at 0xe. */
#define DEV_ACPI_PM_SIZE 16

/** Fixed ACPI hardware. */
struct dev_acpi_pm {
	struct dev_line line; /**< The SCI, by level. */
	/** Gives nanoseconds that never go back; not NULL.
	 * @param ctx dev_acpi_pm.ctx */
	uint64_t (*now)(void *ctx);
	/** Called when the guest enables the timer's event: from then on the frontend must call
	 *  dev_acpi_pm_tick() each second. NULL: it does so anyway. */
	void (*rearm)(void *ctx);
	void *ctx; /**< The first argument of @c now and @c rearm. */
	struct dev_power *power; /**< Takes the end of the guest; not NULL. */

	/* ---- state */
	uint16_t status, enable, control; /**< PM1 registers, but for what only reads show. */
	uint64_t half; /**< Half periods of the timer that the status knows of. */
};

/** Put the registers into their reset state. */
void dev_acpi_pm_reset(struct dev_acpi_pm *p);

/** Press the power button. */
void dev_acpi_pm_button(struct dev_acpi_pm *p);

/** Bring the timer's event and the SCI up to @c now.
 * @param dev a struct dev_acpi_pm
 * @return true when it must be called at the next second, too */
bool dev_acpi_pm_tick(void *dev);

/** dev_bus_range.read of a struct dev_acpi_pm: #DEV_ACPI_PM_SIZE bytes, any width. */
uint64_t dev_acpi_pm_read(void *dev, uint64_t off, unsigned int len);

/** dev_bus_range.write of a struct dev_acpi_pm. SLP_EN with the type of S5 switches the guest off;
 *  with other types it has no effect. */
void dev_acpi_pm_write(void *dev, uint64_t off, unsigned int len, uint64_t v);

#endif /* DEV_ACPI_PM_H */
