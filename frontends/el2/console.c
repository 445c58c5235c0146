/* SPDX-License-Identifier: BSD-2-Clause */
#include "console.h"
#include "hw.h"
#include "libc.h"

#include <stdbool.h>

#define LONG_LINE 256 /* bytes after which a line is cut */

static struct el2_lock lock; /* of the machine's console: a line at a time */
/* CPUs take turns: not before there are several, and not when one says its last words */
static bool shared;

static void take(void)
{
	if (shared)
		el2_lock(&lock);
}

static void release(void)
{
	if (shared)
		el2_unlock(&lock);
}

static void put(const char *text)
{
	for (; *text != '\0'; text++)
		el2_hw_put((uint8_t)*text);
}

/* Print what was written since the last line. */
static void print_line(struct el2_console *c)
{
	take();
	put(c->name);
	put(": ");
	for (; c->printed != c->written; c->printed++) {
		const uint8_t byte = c->ring[c->printed % EL2_CONSOLE_SIZE];

		/* nothing that moves the cursor: a guest's line begins with its name. Terminals
		 * take 0x80 to 0x9f for control characters, too, alone or as UTF-8 */
		if (byte >= ' ' || byte == '\t')
			el2_hw_put(byte < 0x7f ? byte : '?');
	}
	put("\r\n");
	release();
}

/* Whoever reads @written finds the byte in the ring; whoever reads a byte that was overwritten
 * finds that @written has come to it. */
void el2_console_keep(struct el2_console *c, uint8_t byte)
{
	__atomic_thread_fence(__ATOMIC_RELEASE);
	c->ring[c->written % EL2_CONSOLE_SIZE] = byte;
	__atomic_thread_fence(__ATOMIC_RELEASE);
	c->written++;
}

void el2_console_put(struct el2_console *c, uint8_t byte)
{
	el2_console_keep(c, byte);
	if (byte == '\n' || c->written - c->printed >= LONG_LINE)
		print_line(c);
}

void el2_console_flush(struct el2_console *c)
{
	if (c->written != c->printed)
		print_line(c);
}

/* The first byte that is in the ring, but for the one which the next overwrites: that may be on its
 * way before @written says so. */
static uint64_t oldest(const struct el2_console *c, uint64_t written)
{
	const uint64_t first = written >= EL2_CONSOLE_SIZE ? written - EL2_CONSOLE_SIZE + 1 : 0;

	return first > c->forgotten ? first : c->forgotten;
}

size_t el2_console_read(const struct el2_console *c, uint64_t *at, uint8_t *to, size_t n)
{
	const volatile uint64_t *written = &c->written;
	const uint64_t end = *written;
	size_t first;

	__atomic_thread_fence(__ATOMIC_ACQUIRE);
	if (*at < oldest(c, end))
		*at = oldest(c, end);
	if (*at > end)
		*at = end;
	if (n > end - *at)
		n = (size_t)(end - *at);
	first = EL2_CONSOLE_SIZE - *at % EL2_CONSOLE_SIZE;
	if (first > n)
		first = n;
	memcpy(to, &c->ring[*at % EL2_CONSOLE_SIZE], first);
	memcpy(to + first, c->ring, n - first);
	__atomic_thread_fence(__ATOMIC_ACQUIRE);
	/* what was overwritten meanwhile is lost, with what was copied behind it */
	if (*at < oldest(c, *written)) {
		*at = oldest(c, *written);
		return 0;
	}
	return n;
}

void el2_console_forget(struct el2_console *c)
{
	c->forgotten = c->printed = c->written;
	memset(c->ring, 0, sizeof(c->ring));
}

void el2_console_begin(void)
{
	take();
}

void el2_console_end(void)
{
	release();
}

void el2_console_force(void)
{
	shared = false;
}

void el2_console_share(void)
{
	shared = true;
}
