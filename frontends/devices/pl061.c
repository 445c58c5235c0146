/* SPDX-License-Identifier: BSD-2-Clause */
/* PL061 GPIO: register semantics of Arm's PL061 manual (DDI 0190B). Its lines are inputs from
 * here; what the guest drives goes nowhere. */
#include "pl061.h"

#include "primecell.h"

enum {
	REG_DATA_END = 0x400, /* below: data, bits 9:2 of the address mask it */
	REG_DIR = 0x400, /* 1: output */
	REG_IS = 0x404, /* 1: level */
	REG_IBE = 0x408, /* 1: both edges */
	REG_IEV = 0x40c, /* 1: high, rising */
	REG_IE = 0x410,
	REG_RIS = 0x414,
	REG_MIS = 0x418,
	REG_IC = 0x41c,
	REG_AFSEL = 0x420,

	PART = 0x061,
	REVISION = 0,
};

static uint8_t data(const struct dev_pl061 *g)
{
	return (uint8_t)((g->out & g->dir) | (g->in & ~g->dir));
}

/* What interrupts now: edges that came, levels that are. */
static uint8_t raw(const struct dev_pl061 *g)
{
	return (uint8_t)((g->edges & ~g->is) | (~(data(g) ^ g->iev) & g->is));
}

static void update(struct dev_pl061 *g)
{
	const uint8_t now = data(g), changed = now ^ g->seen;

	g->edges |= (uint8_t)(changed & ~g->is & (g->ibe | ~(now ^ g->iev)));
	g->seen = now;
	dev_line_set(&g->line, (raw(g) & g->ie) != 0);
}

void dev_pl061_set(struct dev_pl061 *g, unsigned int pin, bool high)
{
	g->in = (uint8_t)(high ? g->in | 1U << pin : g->in & ~(1U << pin));
	update(g);
}

uint64_t dev_pl061_read(void *dev, uint64_t off, unsigned int len)
{
	const struct dev_pl061 *g = dev;

	(void)len;
	if (off < REG_DATA_END)
		return data(g) & off >> 2;
	switch (off) {
	case REG_DIR:
		return g->dir;
	case REG_IS:
		return g->is;
	case REG_IBE:
		return g->ibe;
	case REG_IEV:
		return g->iev;
	case REG_IE:
		return g->ie;
	case REG_RIS:
		return raw(g);
	case REG_MIS:
		return raw(g) & g->ie;
	case REG_AFSEL:
		return g->afsel;
	}
	return dev_primecell_id(PART, REVISION, off);
}

void dev_pl061_write(void *dev, uint64_t off, unsigned int len, uint64_t v)
{
	struct dev_pl061 *g = dev;
	const uint8_t byte = (uint8_t)v, mask = (uint8_t)(off >> 2);

	(void)len;
	if (off < REG_DATA_END)
		g->out = (uint8_t)((g->out & ~mask) | (byte & mask));
	switch (off) {
	case REG_DIR:
		g->dir = byte;
		break;
	case REG_IS:
		g->is = byte;
		break;
	case REG_IBE:
		g->ibe = byte;
		break;
	case REG_IEV:
		g->iev = byte;
		break;
	case REG_IE:
		g->ie = byte;
		break;
	case REG_IC:
		g->edges &= (uint8_t)~byte;
		break;
	case REG_AFSEL:
		g->afsel = byte;
		break;
	}
	update(g);
}
