/* SPDX-License-Identifier: BSD-2-Clause */
/* Off, reset and panic: the registers by which a guest ends; and the power button. */
#include "power.h"

enum {
	SLP_EN = 0x20, /* ACPI 4.8.3.7, sleep control register */
	SLP_TYP = 0x1c,
	SLP_TYP_S5 = 5 << 2,

	PVPANIC_PANICKED = 0x01,

	GED_POWER_BUTTON = 0x01,
};

void dev_power_end(struct dev_power *p, enum dev_guest_end how)
{
	if (p->end == DEV_GUEST_RUNS)
		p->end = how;
}

void dev_power_button(struct dev_power *p)
{
	p->events |= GED_POWER_BUTTON;
	dev_line_set(&p->line, true);
}

uint64_t dev_ged_read(void *dev, uint64_t off, unsigned int len)
{
	struct dev_power *p = dev;
	uint32_t events = p->events;

	if (off != 0 || len != 4)
		return 0;
	p->events = 0;
	dev_line_set(&p->line, false);
	return events;
}

uint64_t dev_acpi_sleep_read(void *dev, uint64_t off, unsigned int len)
{
	(void)dev;
	(void)off;
	(void)len;
	return 0;
}

void dev_acpi_sleep_write(void *dev, uint64_t off, unsigned int len, uint64_t v)
{
	(void)len;
	if (off == 0 && (v & (SLP_EN | SLP_TYP)) == (SLP_EN | SLP_TYP_S5))
		dev_power_end(dev, DEV_GUEST_OFF);
}

void dev_acpi_reset_write(void *dev, uint64_t off, unsigned int len, uint64_t v)
{
	struct dev_power *p = dev;

	(void)off;
	(void)len;
	if ((uint8_t)v == p->reset_value)
		dev_power_end(p, DEV_GUEST_RESET);
}

uint64_t dev_pvpanic_read(void *dev, uint64_t off, unsigned int len)
{
	(void)dev;
	(void)off;
	(void)len;
	return PVPANIC_PANICKED;
}

void dev_pvpanic_write(void *dev, uint64_t off, unsigned int len, uint64_t v)
{
	(void)off;
	(void)len;
	if (v & PVPANIC_PANICKED)
		dev_power_end(dev, DEV_GUEST_PANIC);
}
