/* SPDX-License-Identifier: BSD-2-Clause */
/* How many instructions the hypervisor takes for a trap. QEMU's -icount makes each instruction take
 * 1 ns, and the counter counts one for 16 of them. */
#include "payload.h"

#define TIMES 1600
#define SMCCC_VERSION 0x80000000
#define UARTDR 0x00
#define UARTFR 0x18
#define GICD_ISENABLER1 0x104

static uint64_t now(void)
{
	uint64_t v;

	__asm__ volatile("isb\n\tmrs %0, CNTVCT_EL0" : "=r"(v));
	return v;
}

/* Instructions of one of TIMES accesses, without those of the loop. */
static uint64_t cost(payload_access *access, uint64_t address)
{
	uint64_t empty, full, start;

	start = now();
	for (unsigned int i = 0; i < TIMES; i++)
		(void)payload_nothing(address);
	empty = now() - start;
	start = now();
	for (unsigned int i = 0; i < TIMES; i++)
		(void)access(address);
	full = now() - start;
	/* 100 TIMES and 16 instructions a tick: hundredths */
	return (full - empty) * 16 / (TIMES / 100);
}

static const struct {
	const char *name;
	payload_access *access;
	uint64_t off; /* from the base */
	int base; /* 0: none, 1: UART, 2: distributor */
} costs[] = {
	{ "version", payload_hvc, SMCCC_VERSION, 0 },
	{ "isenabler1", payload_read32, GICD_ISENABLER1, 2 },
	{ "character", payload_write32, UARTDR, 1 },
	{ "flags", payload_read32, UARTFR, 1 },
	{ "pfr0", payload_pfr0, 0, 0 },
	{ "abort", payload_read32, 0x40200000, 0 },
};

void payload_trap(void)
{
	const uint64_t bases[] = { 0, payload_info.uart.reg.base, payload_info.gic_dist.base };
	uint64_t hundredths[sizeof(costs) / sizeof(costs[0])];
	const size_t n = sizeof(costs) / sizeof(costs[0]);

	for (size_t i = 0; i < n; i++)
		hundredths[i] = cost(costs[i].access, bases[costs[i].base] + costs[i].off);
	payload_put("\n");
	for (size_t i = 0; i < n; i++) {
		payload_put("cost ");
		payload_put(costs[i].name);
		payload_put_dec(" ", hundredths[i]);
		payload_put("\n");
	}
}
