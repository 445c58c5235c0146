/* SPDX-License-Identifier: BSD-2-Clause */
/* A guest that starts all of its CPUs, and lets each two of them interrupt each other; one that
 * must not hear of it; and one whose CPUs take turns, with one clock. MMUs are off, so memory is
 * what each CPU sees at once. */
#include "gic.h"

#define MOST 32

enum {
	ANSWER = 0, /* SGIs */
	ALL = 15,
	NONE = 1023,
};

_Alignas(16) uint8_t payload_stacks[MOST][1024];
static volatile uint32_t ready[MOST], got[MOST];

/* This CPU listens for all SGIs. */
static void listen(uint64_t index)
{
	payload_gic_init();
	*(volatile uint32_t *)(uintptr_t)(gic_private(index) + GICD_ISENABLER) = 0xffff;
	__asm__ volatile("dsb sy");
}

static void send(uint32_t list, uint64_t v)
{
	__asm__ volatile("dsb sy");
	if (gic_v2())
		*gicd(GICD_SGIR) = list;
	else
		__asm__ volatile("msr " ICC_SGI1R_EL1 ", %0\n\tisb" : : "r"(v));
}

static void send_to(uint64_t index, uint64_t sgi)
{
	const uint64_t a = payload_info.cpus.at[index].mpidr;

	send((uint32_t)(UINT64_C(1) << (16 + index % 8) | sgi),
	     (a >> 16 & 0xff) << 32 | (a >> 4 & 15) << 44 | sgi << 24 | (a >> 8 & 0xff) << 16 |
		 UINT64_C(1) << (a & 15));
}

/* ---- CPUs that switch each other on */

static volatile uint32_t turns; /* 0: no CPU does so */
static uint64_t seen; /* the counter when the last turn ended */

/* Wait for the CPU before, look at the clock, and let the next one go on; the last one ends all. */
static _Noreturn void take_turn(uint64_t index)
{
	const uint64_t mpidr = payload_info.cpus.at[!index].mpidr;
	uint64_t now;

	while (turns != 1 && payload_psci(PSCI_AFFINITY_INFO, mpidr, 0, 0) != 1)
		;
	now = payload_ticks();
	if (now < seen || now - seen > PAYLOAD_SECOND / 1000) {
		payload_put_hex("FAILED: the clock was ", seen);
		payload_put_hex(", and is ", now);
		payload_put("\n");
	}
	seen = now;
	if (turns++ == 6) {
		payload_put("one clock\n");
		payload_off();
	}
	if (payload_psci(PSCI_CPU_ON, mpidr, (uintptr_t)payload_second, !index) != 0)
		payload_put("FAILED: CPU_ON\n");
	for (;;)
		(void)payload_psci(PSCI_CPU_OFF, 0, 0, 0);
}

void payload_clock(void)
{
	turns = 1;
	take_turn(0);
}

/* start.S comes here: it answers each SGI but those to all. */
void payload_second_run(uint64_t index)
{
	if (turns != 0)
		take_turn(index);
	listen(index);
	ready[index] = 1;
	for (;;) {
		const unsigned int intid = payload_gic_take();

		if (intid == NONE)
			continue;
		got[index] += intid == ALL ? 100 : intid == 1 + index % 14 ? 1 : 10000;
		if (intid != ALL)
			send_to(0, ANSWER);
	}
}

/* Each CPU's count is that. */
static void counted(size_t from, size_t to, uint32_t want)
{
	for (size_t i = from; i < to; i++)
		if (got[i] != want) {
			payload_put_hex("FAILED: CPU ", i);
			payload_put_hex(" counts ", got[i]);
			payload_put("\n");
		}
}

void payload_cpus(void)
{
	const size_t n = payload_info.cpus.n;

	listen(0);
	for (size_t i = 1; i < n; i++) {
		const uint64_t mpidr = payload_info.cpus.at[i].mpidr;

		if (payload_psci(PSCI_AFFINITY_INFO, mpidr, 0, 0) != 1 ||
		    payload_psci(PSCI_CPU_ON, mpidr, (uintptr_t)payload_second, i) != 0)
			payload_put("FAILED: CPU_ON\n");
		while (ready[i] == 0)
			;
		if (payload_psci(PSCI_AFFINITY_INFO, mpidr, 0, 0) != 0)
			payload_put("FAILED: AFFINITY_INFO\n");
	}
	for (size_t i = 1; i < n; i++) {
		send_to(i, 1 + i % 14);
		while (payload_gic_take() != ANSWER)
			;
		counted(1, i + 1, 1);
		counted(i + 1, n, 0);
	}
	send(1u << 24 | ALL, UINT64_C(1) << 40 | (uint64_t)ALL << 24);
	for (size_t i = 1; i < n; i++)
		while (got[i] == 1)
			;
	counted(1, n, 101);
	if (payload_gic_take() != NONE)
		payload_put("FAILED: one more\n");
	payload_put_hex("CPUs ", n);
	payload_put_hex(", the last is ", payload_info.cpus.at[n - 1].mpidr);
	payload_put("\n");
}

void payload_lonely(void)
{
	const uint64_t begin = payload_ticks();

	listen(0);
	do
		if (payload_gic_take() != NONE)
			payload_put("FAILED: somebody rang\n");
	while (payload_ticks() - begin < 2 * PAYLOAD_SECOND);
	payload_put("nobody rang\n");
}
