/* SPDX-License-Identifier: BSD-2-Clause */
#include "console.h"
#include "hw.h"
#include "lock.h"

#include <stdbool.h>

#define LONG_LINE 256 /* bytes after which a line is cut */

static struct el2_lock lock; /* of the machine's console: a line at a time */
static bool forced; /* a CPU says its last words: nobody waits for anybody any more */

static void take(void)
{
	if (!forced)
		el2_lock(&lock);
}

static void release(void)
{
	if (!forced)
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

		/* nothing that moves the cursor: a guest's line begins with its name */
		if (byte >= ' ' || byte == '\t')
			el2_hw_put(byte != 0x7f ? byte : '?');
	}
	put("\r\n");
	release();
}

void el2_console_put(struct el2_console *c, uint8_t byte)
{
	c->ring[c->written % EL2_CONSOLE_SIZE] = byte;
	c->written++;
	if (byte == '\n' || c->written - c->printed >= LONG_LINE)
		print_line(c);
}

void el2_console_flush(struct el2_console *c)
{
	if (c->written != c->printed)
		print_line(c);
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
	forced = true;
}
