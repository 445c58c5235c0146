/* SPDX-License-Identifier: BSD-2-Clause */
/* PL011 UART: register semantics of Arm's PL011 r1p5 manual (DDI 0183G); sending takes no time. */
#include "pl011.h"

#include "primecell.h"

enum {
	REG_DR = 0x00,
	REG_RSR = 0x04, /* receive status; a write clears it */
	REG_FR = 0x18,
	REG_ILPR = 0x20,
	REG_IBRD = 0x24,
	REG_FBRD = 0x28,
	REG_LCR_H = 0x2c,
	REG_CR = 0x30,
	REG_IFLS = 0x34,
	REG_IMSC = 0x38,
	REG_RIS = 0x3c,
	REG_MIS = 0x40,
	REG_ICR = 0x44,
	REG_DMACR = 0x48,

	DR_OVERRUN = 0x800,
	RSR_OVERRUN = 0x08,

	FR_CTS = 0x001,
	FR_DSR = 0x002,
	FR_DCD = 0x004,
	FR_RX_EMPTY = 0x010,
	FR_RX_FULL = 0x040,
	FR_TX_EMPTY = 0x080,

	LCR_FIFO = 0x10,
	LCR_8_BITS = 0x60,
	LCR_ALL = 0xff,

	CR_ENABLE = 0x001,
	CR_LOOP = 0x080,
	CR_TX = 0x100,
	CR_RX = 0x200,
	CR_ALL = 0xff87,

	IFLS_HALF = 0x12, /* both levels */
	IFLS_ALL = 0x3f,

	INT_RX = 0x010,
	INT_TX = 0x020,
	INT_TIMEOUT = 0x040,
	INT_OVERRUN = 0x400,
	INT_ALL = 0x7ff,

	PART = 0x011,
	REVISION = 3, /* r1p5: FIFOs of 32 */
};

static uint8_t depth(const struct dev_pl011 *u)
{
	return u->lcr & LCR_FIFO ? sizeof(u->fifo) : 1;
}

/* Bytes at which the receive interrupt comes. */
static uint8_t level(const struct dev_pl011 *u)
{
	static const uint8_t eighths[8] = { 1, 2, 4, 6, 7, 4, 4, 4 }; /* 5 to 7 are reserved */

	return u->lcr & LCR_FIFO ? (uint8_t)(eighths[u->ifls >> 3 & 7] * sizeof(u->fifo) / 8) : 1;
}

static void update(struct dev_pl011 *u)
{
	dev_line_set(&u->line, (u->ris & u->imsc) != 0);
}

static void tell_room(struct dev_pl011 *u)
{
	if (u->ready != NULL && dev_pl011_room(u) != 0)
		u->ready(u->ctx);
}

static void receive(struct dev_pl011 *u, uint8_t byte)
{
	if (u->count == depth(u)) {
		u->rsr |= RSR_OVERRUN;
		u->ris |= INT_OVERRUN;
		return;
	}
	u->fifo[(u->head + u->count++) % sizeof(u->fifo)] = byte;
	/* the line's silence of 32 bits is over at once */
	u->ris |= INT_TIMEOUT | (u->count >= level(u) ? INT_RX : 0);
}

static uint32_t take(struct dev_pl011 *u)
{
	uint32_t v;

	if (u->count == 0)
		return 0;
	v = u->fifo[u->head] | (u->rsr & RSR_OVERRUN ? DR_OVERRUN : 0);
	u->head = (uint8_t)((u->head + 1) % sizeof(u->fifo));
	u->count--;
	if (u->count < level(u))
		u->ris &= ~(uint32_t)INT_RX;
	if (u->count == 0)
		u->ris &= ~(uint32_t)INT_TIMEOUT;
	tell_room(u);
	return v;
}

static void empty(struct dev_pl011 *u)
{
	u->head = u->count = 0;
	u->ris &= ~(uint32_t)(INT_RX | INT_TIMEOUT);
}

void dev_pl011_reset(struct dev_pl011 *u)
{
	u->rsr = u->ilpr = u->ibrd = u->fbrd = u->imsc = u->ris = 0;
	u->lcr = LCR_8_BITS | LCR_FIFO;
	u->cr = CR_ENABLE | CR_TX | CR_RX;
	u->ifls = IFLS_HALF;
	u->polls = 0;
	empty(u);
	update(u);
}

size_t dev_pl011_room(const void *dev)
{
	const struct dev_pl011 *u = dev;
	const uint32_t on = CR_ENABLE | CR_RX;

	if ((u->cr & (on | CR_LOOP)) != on ||
	    (!(u->imsc & (INT_RX | INT_TIMEOUT)) && u->polls < DEV_UART_POLLS))
		return 0;
	return (size_t)(depth(u) - u->count);
}

void dev_pl011_input(void *dev, uint8_t byte)
{
	receive(dev, byte);
	update(dev);
}

static void send(struct dev_pl011 *u, uint8_t byte)
{
	if ((u->cr & (CR_ENABLE | CR_TX)) != (CR_ENABLE | CR_TX))
		return;
	if (u->cr & CR_LOOP)
		receive(u, byte);
	else
		u->out(u->ctx, byte);
	u->ris |= INT_TX; /* filled, and empty again */
}

static uint32_t flags(struct dev_pl011 *u)
{
	if (u->count == 0 && u->polls < DEV_UART_POLLS && ++u->polls == DEV_UART_POLLS)
		tell_room(u);
	return (uint32_t)(FR_CTS | FR_DSR | FR_DCD | FR_TX_EMPTY |
			  (u->count == 0 ? FR_RX_EMPTY : 0) |
			  (u->count == depth(u) ? FR_RX_FULL : 0));
}

uint64_t dev_pl011_read(void *dev, uint64_t off, unsigned int len)
{
	struct dev_pl011 *u = dev;
	uint32_t v;

	(void)len;
	switch (off) {
	case REG_DR:
		v = take(u);
		update(u);
		return v;
	case REG_RSR:
		return u->rsr;
	case REG_FR:
		return flags(u);
	case REG_ILPR:
		return u->ilpr;
	case REG_IBRD:
		return u->ibrd;
	case REG_FBRD:
		return u->fbrd;
	case REG_LCR_H:
		return u->lcr;
	case REG_CR:
		return u->cr;
	case REG_IFLS:
		return u->ifls;
	case REG_IMSC:
		return u->imsc;
	case REG_RIS:
		return u->ris;
	case REG_MIS:
		return u->ris & u->imsc;
	}
	return dev_primecell_id(PART, REVISION, off);
}

void dev_pl011_write(void *dev, uint64_t off, unsigned int len, uint64_t v)
{
	struct dev_pl011 *u = dev;

	(void)len;
	u->polls = 0;
	switch (off) {
	case REG_DR:
		send(u, (uint8_t)v);
		break;
	case REG_RSR:
		u->rsr = 0;
		break;
	case REG_ILPR:
		u->ilpr = v & 0xff;
		break;
	case REG_IBRD:
		u->ibrd = v & 0xffff;
		break;
	case REG_FBRD:
		u->fbrd = v & 0x3f;
		break;
	case REG_LCR_H:
		if ((v ^ u->lcr) & LCR_FIFO)
			empty(u);
		u->lcr = v & LCR_ALL;
		break;
	case REG_CR:
		u->cr = v & CR_ALL;
		break;
	case REG_IFLS:
		u->ifls = v & IFLS_ALL;
		break;
	case REG_IMSC:
		u->imsc = v & INT_ALL;
		break;
	case REG_ICR:
		u->ris &= ~(uint32_t)v;
		break;
	}
	tell_room(u);
	update(u);
}
