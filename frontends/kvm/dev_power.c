/* SPDX-License-Identifier: BSD-2-Clause */
/* Off, reset and panic: the registers by which a guest ends; and the power button. */
#include "dev.h"

enum {
	SLP_EN = 0x20, /* ACPI 4.8.3.7, sleep control register */
	SLP_TYP = 0x1c,
	SLP_TYP_S5 = 5 << 2,

	PVPANIC_PANICKED = 0x01,

	GED_POWER_BUTTON = 0x01,
};

void ab_power_end(struct ab_power *p, enum ab_guest_end how)
{
	if (p->end == AB_GUEST_RUNS)
		p->end = how;
}

void ab_power_button(struct ab_power *p)
{
	p->events |= GED_POWER_BUTTON;
	ab_line_set(&p->line, true);
}

uint64_t ab_ged_read(void *dev, uint64_t off, unsigned int len)
{
	struct ab_power *p = dev;
	uint32_t events = p->events;

	if (off != 0 || len != 4)
		return 0;
	p->events = 0;
	ab_line_set(&p->line, false);
	return events;
}

uint64_t ab_sleep_read(void *dev, uint64_t off, unsigned int len)
{
	(void)dev;
	(void)off;
	(void)len;
	return 0;
}

void ab_sleep_write(void *dev, uint64_t off, unsigned int len, uint64_t v)
{
	(void)len;
	if (off == 0 && (v & (SLP_EN | SLP_TYP)) == (SLP_EN | SLP_TYP_S5))
		ab_power_end(dev, AB_GUEST_OFF);
}

void ab_reset_write(void *dev, uint64_t off, unsigned int len, uint64_t v)
{
	struct ab_power *p = dev;

	(void)off;
	(void)len;
	if ((uint8_t)v == p->reset_value)
		ab_power_end(p, AB_GUEST_RESET);
}

uint64_t ab_pvpanic_read(void *dev, uint64_t off, unsigned int len)
{
	(void)dev;
	(void)off;
	(void)len;
	return PVPANIC_PANICKED;
}

void ab_pvpanic_write(void *dev, uint64_t off, unsigned int len, uint64_t v)
{
	(void)off;
	(void)len;
	if (v & PVPANIC_PANICKED)
		ab_power_end(dev, AB_GUEST_PANIC);
}
