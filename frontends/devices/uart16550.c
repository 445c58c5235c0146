/* SPDX-License-Identifier: BSD-2-Clause */
/* 16550A UART: register semantics of TI's PC16550D data sheet; sending takes no time. */
#include "uart16550.h"

enum {
	/* registers; DLAB in LCR puts the divisor over the first two */
	REG_DATA = 0,
	REG_IER = 1,
	REG_IIR_FCR = 2,
	REG_LCR = 3,
	REG_MCR = 4,
	REG_LSR = 5,
	REG_MSR = 6,
	REG_SCR = 7,

	IER_RECEIVED = 0x01,
	IER_EMPTY = 0x02,
	IER_ERRORS = 0x04,
	IER_MODEM = 0x08,

	IIR_MODEM = 0x00,
	IIR_NONE = 0x01,
	IIR_EMPTY = 0x02,
	IIR_RECEIVED = 0x04,
	IIR_ERRORS = 0x06,
	IIR_TIMEOUT = 0x0c,
	IIR_FIFO = 0xc0,

	FCR_ENABLE = 0x01,
	FCR_CLEAR_RECEIVED = 0x02,
	FCR_TRIGGER = 0xc0,

	LCR_DLAB = 0x80,

	MCR_DTR = 0x01,
	MCR_RTS = 0x02,
	MCR_OUT1 = 0x04,
	MCR_OUT2 = 0x08,
	MCR_LOOP = 0x10,
	MCR_ALL = 0x1f,

	LSR_READY = 0x01,
	LSR_OVERRUN = 0x02,
	LSR_EMPTY = 0x60, /* holding and shift register */

	MSR_CTS = 0x10,
	MSR_DSR = 0x20,
	MSR_RI = 0x40,
	MSR_DCD = 0x80,
};

static uint8_t depth(const struct dev_uart16550 *u)
{
	return u->fcr & FCR_ENABLE ? sizeof(u->fifo) : 1;
}

/* What the modem inputs show: a peer that is always there, or our own outputs. */
static uint8_t modem(const struct dev_uart16550 *u)
{
	if (!(u->mcr & MCR_LOOP))
		return MSR_CTS | MSR_DSR | MSR_DCD;
	return (uint8_t)((u->mcr & MCR_RTS ? MSR_CTS : 0) | (u->mcr & MCR_DTR ? MSR_DSR : 0) |
			 (u->mcr & MCR_OUT1 ? MSR_RI : 0) | (u->mcr & MCR_OUT2 ? MSR_DCD : 0));
}

/* Highest pending cause, in the data sheet's order of priority. */
static uint8_t cause(const struct dev_uart16550 *u)
{
	static const uint8_t trigger[4] = { 1, 4, 8, 14 };

	if (u->ier & IER_ERRORS && u->errors != 0)
		return IIR_ERRORS;
	if (u->ier & IER_RECEIVED && u->count != 0) {
		if (!(u->fcr & FCR_ENABLE) || u->count >= trigger[u->fcr >> 6])
			return IIR_RECEIVED;
		return IIR_TIMEOUT;
	}
	if (u->ier & IER_EMPTY && u->empty)
		return IIR_EMPTY;
	if (u->ier & IER_MODEM && u->deltas != 0)
		return IIR_MODEM;
	return IIR_NONE;
}

/* On a PC, OUT2 gates the interrupt; loopback holds the pin off. */
static void update(struct dev_uart16550 *u)
{
	dev_line_set(&u->line,
		     cause(u) != IIR_NONE && (u->mcr & (MCR_OUT2 | MCR_LOOP)) == MCR_OUT2);
}

static void tell_room(struct dev_uart16550 *u)
{
	if (u->ready != NULL && dev_uart16550_room(u) != 0)
		u->ready(u->ctx);
}

static void receive(struct dev_uart16550 *u, uint8_t byte)
{
	if (u->count < depth(u)) {
		u->fifo[(u->head + u->count++) % sizeof(u->fifo)] = byte;
		return;
	}
	u->errors |= LSR_OVERRUN;
	if (!(u->fcr & FCR_ENABLE))
		u->fifo[u->head] = byte;
}

static uint8_t take(struct dev_uart16550 *u)
{
	uint8_t byte;

	if (u->count == 0)
		return 0;
	byte = u->fifo[u->head];
	u->head = (uint8_t)((u->head + 1) % sizeof(u->fifo));
	u->count--;
	return byte;
}

void dev_uart16550_reset(struct dev_uart16550 *u)
{
	u->ier = u->fcr = u->lcr = u->mcr = u->scr = 0;
	u->dll = 12; /* 9600 baud */
	u->dlm = 0;
	u->errors = u->deltas = 0;
	u->empty = false;
	u->head = u->count = u->polls = 0;
	update(u);
}

size_t dev_uart16550_room(const void *dev)
{
	const struct dev_uart16550 *u = dev;

	if (u->mcr & MCR_LOOP || (!(u->mcr & MCR_RTS) && u->polls < DEV_UART_POLLS))
		return 0;
	return (size_t)(depth(u) - u->count);
}

void dev_uart16550_input(void *dev, uint8_t byte)
{
	receive(dev, byte);
	update(dev);
}

static void send(struct dev_uart16550 *u, uint8_t byte)
{
	if (u->mcr & MCR_LOOP)
		receive(u, byte);
	else
		u->out(u->ctx, byte);
	u->empty = true;
}

static void set_fifo(struct dev_uart16550 *u, uint8_t v)
{
	uint8_t fcr = v & FCR_ENABLE ? v & (FCR_ENABLE | FCR_TRIGGER) : 0;

	if ((fcr ^ u->fcr) & FCR_ENABLE || (fcr != 0 && v & FCR_CLEAR_RECEIVED))
		u->head = u->count = 0;
	u->fcr = fcr;
	tell_room(u);
}

static void set_modem(struct dev_uart16550 *u, uint8_t v)
{
	uint8_t before = modem(u), after;

	u->mcr = v & MCR_ALL;
	after = modem(u);
	u->deltas |= (uint8_t)(((before ^ after) & (MSR_CTS | MSR_DSR | MSR_DCD)) >> 4);
	u->deltas |= (uint8_t)((before & ~after & MSR_RI) >> 4); /* trailing edge only */
	tell_room(u);
}

uint64_t dev_uart16550_read(void *dev, uint64_t off, unsigned int len)
{
	struct dev_uart16550 *u = dev;
	uint8_t v = 0;

	(void)len;
	switch (off) {
	case REG_DATA:
		if (u->lcr & LCR_DLAB)
			return u->dll;
		v = take(u);
		tell_room(u);
		break;
	case REG_IER:
		return u->lcr & LCR_DLAB ? u->dlm : u->ier;
	case REG_IIR_FCR:
		v = cause(u);
		if (v == IIR_EMPTY)
			u->empty = false;
		v |= u->fcr & FCR_ENABLE ? IIR_FIFO : 0;
		break;
	case REG_LCR:
		return u->lcr;
	case REG_MCR:
		return u->mcr;
	case REG_LSR:
		v = (uint8_t)(LSR_EMPTY | u->errors | (u->count != 0 ? LSR_READY : 0));
		u->errors = 0;
		if (u->count == 0 && u->polls < DEV_UART_POLLS && ++u->polls == DEV_UART_POLLS)
			tell_room(u);
		break;
	case REG_MSR:
		v = modem(u) | u->deltas;
		u->deltas = 0;
		break;
	case REG_SCR:
		return u->scr;
	}
	update(u);
	return v;
}

void dev_uart16550_write(void *dev, uint64_t off, unsigned int len, uint64_t v)
{
	struct dev_uart16550 *u = dev;
	uint8_t byte = (uint8_t)v;

	(void)len;
	u->polls = 0;
	switch (off) {
	case REG_DATA:
		if (u->lcr & LCR_DLAB)
			u->dll = byte;
		else
			send(u, byte);
		break;
	case REG_IER:
		if (u->lcr & LCR_DLAB) {
			u->dlm = byte;
			break;
		}
		if (byte & ~u->ier & IER_EMPTY)
			u->empty = true;
		u->ier = byte & 0x0f;
		break;
	case REG_IIR_FCR:
		set_fifo(u, byte);
		break;
	case REG_LCR:
		u->lcr = byte;
		break;
	case REG_MCR:
		set_modem(u, byte);
		break;
	case REG_SCR:
		u->scr = byte;
		break;
	}
	update(u);
}
