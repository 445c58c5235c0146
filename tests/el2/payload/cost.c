/* SPDX-License-Identifier: BSD-2-Clause */
/* How many instructions the hypervisor takes for a trap, by QEMU's -icount. */
#include "gic.h"

#define TIMES 1600
#define SMCCC_VERSION 0x80000000
#define UARTDR 0x00
#define UARTFR 0x18
#define GICD_ISENABLER1 0x104

/* Instructions of one of TIMES accesses, without those of the loop. */
static uint64_t cost(payload_access *access, uint64_t address)
{
	uint64_t empty, full, start;

	start = payload_ticks();
	for (unsigned int i = 0; i < TIMES; i++)
		(void)payload_nothing(address);
	empty = payload_ticks() - start;
	start = payload_ticks();
	for (unsigned int i = 0; i < TIMES; i++)
		(void)access(address);
	full = payload_ticks() - start;
	/* of 100 TIMES: hundredths */
	return (full - empty) * PAYLOAD_TICK / (TIMES / 100);
}

/* ---- interrupts, which the guest looks for by itself */

#define SGI 1

static void enable_interrupts(void)
{
	payload_gic_init();
	*(volatile uint32_t *)(uintptr_t)(gic_private(0) + GICD_ISENABLER) =
	    1u << SGI | 1u << payload_info.timer.virt;
}

/* Wait for an interrupt, quiet who sends it, and end it. */
static uint64_t take(uint64_t wanted)
{
	uint64_t intid;

	do
		__asm__ volatile("mrs %0, " ICC_IAR1_EL1 "\n\tdsb sy" : "=r"(intid) : : "memory");
	while (intid != wanted);
	__asm__ volatile("msr CNTV_CTL_EL0, xzr\n\tisb\n\tmsr " ICC_EOIR1_EL1 ", %0\n\tisb"
			 :
			 : "r"(intid)
			 : "memory");
	return intid;
}

/* An SGI to the CPU itself, whose affinity is 0. */
static uint64_t ipi(uint64_t address)
{
	(void)address;
	__asm__ volatile("msr " ICC_SGI1R_EL1 ", %0\n\tisb" : : "r"((uint64_t)SGI << 24 | 1));
	return take(SGI);
}

static uint64_t timer(uint64_t address)
{
	(void)address;
	__asm__ volatile("msr CNTV_CVAL_EL0, xzr\n\tmsr CNTV_CTL_EL0, %0\n\tisb"
			 :
			 : "r"((uint64_t)1));
	return take(payload_info.timer.virt);
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
	{ "ipi", ipi, 0, 0 },
	{ "timer", timer, 0, 0 },
};

void payload_trap(void)
{
	const uint64_t bases[] = { 0, payload_info.uart.reg.base, payload_info.gic_dist.base };
	uint64_t hundredths[sizeof(costs) / sizeof(costs[0])];
	const size_t n = sizeof(costs) / sizeof(costs[0]);

	enable_interrupts();
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
