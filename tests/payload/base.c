/* SPDX-License-Identifier: BSD-2-Clause */
/* The payload's output, memory and command line. */
#include "payload.h"

struct given given;

/* ---- output ------------------------------------------------------------------------------ */

static unsigned int failures;

void outb(uint16_t port, uint8_t v)
{
	__asm__ volatile("outb %0, %1" : : "a"(v), "Nd"(port));
}

void say(const char *s)
{
	while (*s != '\0')
		outb(0x3f8, (uint8_t)*s++);
}

void say_hex(uint64_t v)
{
	unsigned int digits = 1;

	while (digits < 16 && v >> (4 * digits) != 0)
		digits++;
	say("0x");
	while (digits-- != 0)
		outb(0x3f8, (uint8_t) "0123456789abcdef"[v >> (4 * digits) & 15]);
}

bool check(const char *name, bool ok, uint64_t value)
{
	say(ok ? "OK " : "FAIL ");
	say(name);
	if (!ok) {
		say(" ");
		say_hex(value);
		failures++;
	}
	say("\n");
	return ok;
}

void check_is(const char *name, uint64_t value, uint64_t want)
{
	check(name, value == want, value);
}

unsigned int failed(void)
{
	return failures;
}

/* ---- memory ------------------------------------------------------------------------------ */

static const volatile uint8_t *at(uint64_t gpa)
{
	return (const volatile uint8_t *)(uintptr_t)gpa;
}

uint32_t ld8(uint64_t a)
{
	return *at(a);
}

uint32_t ld16(uint64_t a)
{
	return *(const volatile uint16_t *)at(a);
}

uint32_t ld32(uint64_t a)
{
	return *(const volatile uint32_t *)at(a);
}

uint64_t ld64(uint64_t a)
{
	return ld32(a) | (uint64_t)ld32(a + 4) << 32;
}

bool reachable(uint64_t a)
{
	return LONG || a <= UINT32_MAX;
}

bool same(uint64_t a, const char *text)
{
	while (*text != '\0')
		if (ld8(a++) != (uint8_t)*text++)
			return false;
	return true;
}

/* ---- command line ------------------------------------------------------------------------ */

static uint64_t number(uint64_t a)
{
	const bool hex = same(a, "0x");
	uint64_t v = 0;

	for (a += hex ? 2 : 0;; a++) {
		const uint32_t c = ld8(a);

		if (c >= '0' && c <= '9')
			v = (hex ? v << 4 : (v << 3) + (v << 1)) + (c - '0');
		else if (hex && c >= 'a' && c <= 'f')
			v = (v << 4) + (c - 'a' + 10);
		else
			return v;
	}
}

uint64_t option(const char *key, uint64_t dflt)
{
	const char *k = key;

	if (given.cmdline == 0 || !reachable(given.cmdline))
		return dflt;
	for (uint64_t a = given.cmdline; ld8(a) != '\0'; a++) {
		k = *k == (char)ld8(a) ? k + 1 : *key == (char)ld8(a) ? key + 1 : key;
		if (*k == '\0')
			return number(a + 1);
	}
	return dflt;
}

/* ---- memory map -------------------------------------------------------------------------- */

uint64_t map_at(uint32_t i)
{
	return given.map + (uint64_t)i * given.map_stride;
}

uint32_t type_of(uint64_t a)
{
	for (uint32_t i = 0; i < given.map_entries; i++)
		if (a >= ld64(map_at(i)) && a - ld64(map_at(i)) < ld64(map_at(i) + 8))
			return ld32(map_at(i) + 16);
	return 0;
}
