/* SPDX-License-Identifier: BSD-2-Clause */
/* Console, caches, power-off. */
#include "el2.h"

#define PL011 0x09000000 /* of QEMU's virt, as an error may come before the tree is read */
#define UARTDR 0x00
#define UARTFR 0x18
#define UARTFR_TXFF 0x20
#define PSCI_SYSTEM_OFF 0x84000008

static volatile uint32_t *uart(uintptr_t reg)
{
	return (volatile uint32_t *)(PL011 + reg);
}

void el2_print(const char *text)
{
	for (; *text != '\0'; text++) {
		while ((*uart(UARTFR) & UARTFR_TXFF) != 0)
			;
		*uart(UARTDR) = (uint8_t)*text;
	}
}

void el2_say(const char *text, uint64_t v)
{
	char line[80];
	struct ab_buf b = ab_buf_over(line, sizeof(line));

	ab_put_str(&b, "el2: ");
	ab_put_str(&b, text);
	ab_put_hex(&b, v, 1);
	ab_put_le(&b, '\n', 2);
	el2_print(line);
}

void el2_clean(const void *p, size_t n)
{
	uintptr_t line = (uintptr_t)4 << (EL2_READ(CTR_EL0) >> 16 & 15), end = (uintptr_t)p + n;

	for (uintptr_t at = (uintptr_t)p & ~(line - 1); at < end; at += line)
		__asm__ volatile("dc civac, %0" : : "r"(at) : "memory");
	__asm__ volatile("dsb sy" : : : "memory");
}

_Noreturn void el2_off(void)
{
	register uint64_t x0 __asm__("x0") = PSCI_SYSTEM_OFF;

	__asm__ volatile("smc #0" : "+r"(x0) : : "x1", "x2", "x3", "memory");
	el2_park();
}
