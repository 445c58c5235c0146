/* SPDX-License-Identifier: BSD-2-Clause */
/* The physical console: a PL011 at a fixed address until the host's tree names one. */
#include "metal.h"
#include "el2/hw.h"

/* The one address that is built in. EL2_EARLY_PL011=... at build time for another machine. */
#ifndef EL2_EARLY_PL011
#define EL2_EARLY_PL011 0x09000000
#endif

/* DDI0183, 3.3 */
#define PL011_DR 0x00
#define PL011_FR 0x18
#define PL011_FR_TXFF 0x20
#define PL011_FR_RXFE 0x10
#define PL011_LCR 0x2c
#define PL011_LCR_FEN 0x10
#define PL011_CR 0x30
#define PL011_CR_ON 0x301 /* RXE, TXE, UARTEN */
#define PL011_IMSC 0x38
#define PL011_RX 0x50 /* RT, RX */

/* Reads of a flag; each takes 100 ns and more. At 1200 baud a byte takes 8 ms. */
#define PATIENCE 0x100000

#define UART16550_LSR 5
#define UART16550_LSR_THRE 0x20
#define UART16550_LSR_DR 0x01
#define UART16550_IER 1
#define UART16550_IER_RX 0x01

static struct {
	uintptr_t base;
	enum ab_dev_type type;
	uint32_t shift, width;
} uart = { EL2_EARLY_PL011, AB_DEV_UART_PL011, 0, 4 };

static uint32_t get(uint32_t off, uint32_t width)
{
	uintptr_t p = uart.base + off;

	if (width == 1)
		return *(volatile uint8_t *)p;
	return width == 2 ? *(volatile uint16_t *)p : *(volatile uint32_t *)p;
}

static void set(uint32_t off, uint32_t width, uint8_t v)
{
	uintptr_t p = uart.base + off;

	if (width == 1)
		*(volatile uint8_t *)p = v;
	else if (width == 2)
		*(volatile uint16_t *)p = v;
	else
		*(volatile uint32_t *)p = v;
}

static bool has_room(void)
{
	if (uart.type == AB_DEV_UART_16550)
		return (get(UART16550_LSR << uart.shift, uart.width) & UART16550_LSR_THRE) != 0;
	return (get(PL011_FR, 4) & PL011_FR_TXFF) == 0;
}

/* A UART that takes nothing any more is waited for once; then each byte is offered to it once, and
 * is lost if there is no room. Who prints has the lock that all others wait for. */
void el2_hw_put(uint8_t byte)
{
	static uint32_t patience = PATIENCE;

	for (uint32_t n = 0; n < patience; n++)
		if (has_room()) {
			set(uart.type == AB_DEV_UART_16550 ? 0 : PL011_DR,
			    uart.type == AB_DEV_UART_16550 ? uart.width : 4, byte);
			patience = PATIENCE;
			return;
		}
	patience = 1;
}

int el2_hw_get(void)
{
	if (uart.type == AB_DEV_UART_16550)
		return (get(UART16550_LSR << uart.shift, uart.width) & UART16550_LSR_DR) != 0
			   ? (int)(get(0, uart.width) & 0xff)
			   : -1;
	return (get(PL011_FR, 4) & PL011_FR_RXFE) != 0 ? -1 : (int)(get(PL011_DR, 4) & 0xff);
}

void el2_uart_listen(void)
{
	if (uart.type == AB_DEV_UART_16550) {
		set(UART16550_IER << uart.shift, uart.width, UART16550_IER_RX);
		return;
	}
	if (uart.type == AB_DEV_UART_PL011) {
		*(volatile uint32_t *)(uart.base + PL011_LCR) |= PL011_LCR_FEN;
		*(volatile uint32_t *)(uart.base + PL011_CR) |= PL011_CR_ON;
	}
	*(volatile uint32_t *)(uart.base + PL011_IMSC) = PL011_RX;
}

void el2_uart_set(const struct ab_fdt_info *info)
{
	uart.base = info->uart.reg.base;
	uart.type = info->uart_type;
	uart.shift = info->uart_shift;
	uart.width = info->uart_width != 0 ? info->uart_width : 1;
}

uint64_t el2_uart_early(void)
{
	return EL2_EARLY_PL011;
}
