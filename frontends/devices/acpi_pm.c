/* SPDX-License-Identifier: BSD-2-Clause */
/* Fixed ACPI hardware: PM1 registers and PM timer (ACPI 4.8.3). */
#include "acpi_pm.h"

#define HZ 3579545 /* 4.8.2.1 */
#define NS_PER_SECOND UINT64_C(1000000000)
#define TIMER_MASK 0xffffff
#define HALF_PERIOD_BITS 23 /* the event is a change of the highest bit */

enum {
	PM1_STATUS = 0,
	PM1_ENABLE = 2,
	PM1_CONTROL = 4,
	PM_TIMER = 8,

	EVENT_TIMER = 1 << 0, /* of status and enable */
	EVENT_BUTTON = 1 << 8,
	/* What can be enabled: global lock, sleep button and clock, too, which raise nothing here.
	 * Guests read the bits back to see whether that worked. */
	EVENTS = EVENT_TIMER | 1 << 5 | EVENT_BUTTON | 1 << 9 | 1 << 10,

	SCI_EN = 1 << 0, /* of control */
	SLP_TYP = 7 << 10,
	SLP_TYP_S5 = 5 << 10,
	SLP_EN = 1 << 13,
};

static uint64_t ticks(const struct dev_acpi_pm *p)
{
	const uint64_t ns = p->now(p->ctx);

	return ns / NS_PER_SECOND * HZ + ns % NS_PER_SECOND * HZ / NS_PER_SECOND;
}

static void update(struct dev_acpi_pm *p)
{
	const uint64_t half = ticks(p) >> HALF_PERIOD_BITS;

	if (half != p->half)
		p->status |= EVENT_TIMER;
	p->half = half;
	dev_line_set(&p->line, (p->status & p->enable) != 0);
}

void dev_acpi_pm_reset(struct dev_acpi_pm *p)
{
	p->status = p->enable = p->control = 0;
	p->half = ticks(p) >> HALF_PERIOD_BITS;
	update(p);
}

void dev_acpi_pm_button(struct dev_acpi_pm *p)
{
	p->status |= EVENT_BUTTON;
	update(p);
}

bool dev_acpi_pm_tick(void *dev)
{
	struct dev_acpi_pm *p = dev;

	update(p);
	return (p->enable & EVENT_TIMER) != 0;
}

uint64_t dev_acpi_pm_read(void *dev, uint64_t off, unsigned int len)
{
	struct dev_acpi_pm *p = dev;
	uint8_t bytes[DEV_ACPI_PM_SIZE] = { 0 };
	uint64_t v = 0;

	update(p);
	ab_st_le16(bytes + PM1_STATUS, p->status);
	ab_st_le16(bytes + PM1_ENABLE, p->enable);
	ab_st_le16(bytes + PM1_CONTROL, p->control | SCI_EN);
	ab_st_le32(bytes + PM_TIMER, (uint32_t)(ticks(p) & TIMER_MASK));
	for (unsigned int i = 0; i < len; i++)
		v |= (uint64_t)bytes[off + i] << 8 * i;
	return v;
}

/* Bits [shift, shift + 8) of a register. */
static void set_byte(uint16_t *reg, unsigned int shift, uint8_t byte, uint16_t mask)
{
	*reg = (uint16_t)((*reg & ~(0xffU << shift)) | ((uint32_t)byte << shift & mask));
}

void dev_acpi_pm_write(void *dev, uint64_t off, unsigned int len, uint64_t v)
{
	struct dev_acpi_pm *p = dev;
	const uint16_t before = p->enable;

	update(p);
	for (unsigned int i = 0; i < len; i++) {
		const uint8_t byte = (uint8_t)(v >> 8 * i);
		const unsigned int shift = (off + i) % 2 * 8;

		switch ((off + i) & ~UINT64_C(1)) {
		case PM1_STATUS: /* ones clear */
			p->status &= (uint16_t) ~((uint32_t)byte << shift);
			break;
		case PM1_ENABLE:
			set_byte(&p->enable, shift, byte, EVENTS);
			break;
		case PM1_CONTROL:
			set_byte(&p->control, shift, byte, SLP_TYP | SLP_EN);
			break;
		}
	}
	if ((p->control & (SLP_EN | SLP_TYP)) == (SLP_EN | SLP_TYP_S5))
		dev_power_end(p->power, DEV_GUEST_OFF);
	p->control &= (uint16_t)~SLP_EN; /* reads as 0 */
	update(p);
	if (p->enable & ~before & EVENT_TIMER && p->rearm != NULL)
		p->rearm(p->ctx);
}
