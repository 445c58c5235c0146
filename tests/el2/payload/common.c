/* SPDX-License-Identifier: BSD-2-Clause */
/* What every bare guest does: find its machine in its tree, and print. */
#include "payload.h"

struct payload_caught payload_caught;
static uintptr_t uart;

void payload_put(const char *text)
{
	for (; *text != '\0'; text++)
		*(volatile uint32_t *)uart = (uint8_t)*text;
}

static void put_number(const char *text, uint64_t v, bool hex)
{
	char number[24];
	struct ab_buf b = ab_buf_over(number, sizeof(number));

	if (hex)
		ab_put_hex(&b, v, 1);
	else
		ab_put_dec(&b, v);
	ab_put_le(&b, 0, 1);
	payload_put(text);
	payload_put(number);
}

void payload_put_hex(const char *text, uint64_t v)
{
	put_number(text, v, true);
}

void payload_put_dec(const char *text, uint64_t v)
{
	put_number(text, v, false);
}

void payload_main(uint64_t tree)
{
	static struct ab_fdt_cpu cpus[32];
	static struct ab_range memory[4], redist[4];
	static struct ab_fdt_info info = { .cpus = { cpus, 32, 0 },
					   .memory = { memory, 4, 0 },
					   .redist = { redist, 4, 0 } };
	struct ab_error why;

	if (ab_fdt_read((struct ab_bytes){ (const void *)(uintptr_t)tree, 2 * AB_MiB }, &info,
			&why))
		return;
	uart = (uintptr_t)info.uart.reg.base;
	payload_run(&info);
}
