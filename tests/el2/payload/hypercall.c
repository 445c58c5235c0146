/* SPDX-License-Identifier: BSD-2-Clause */
/* A guest with company: it types back what it is told, or does not listen at all. */
#include "payload.h"
#include "el2/calls.h"
#include "el2/guest.h"

uint64_t payload_result[8], payload_more[4];

int64_t payload_hyper(uint64_t number, uint64_t a, uint64_t b, uint64_t c)
{
	uint64_t *x = payload_result;

	x[0] = VENDOR + number;
	x[1] = a;
	x[2] = b;
	x[3] = c;
	for (unsigned int i = 0; i < 4; i++) {
		x[4 + i] = payload_more[i];
		payload_more[i] = 0;
	}
	payload_call(x);
	return (int64_t)x[0];
}

/* PL011: data, flags with RXFE, mask of interrupts */
#define UART(off) (*(volatile uint32_t *)(uintptr_t)(payload_info.uart.reg.base + (off)))

void payload_talk(void)
{
	char line[80];
	size_t n = 0;

	payload_gic_init();
	payload_gic_enable(EL2_INTID_DOORBELL, true);
	UART(0x38) = 0x50; /* a receiver that nobody waits for takes nothing */
	payload_put("I am listening\n");
	for (;;) {
		while ((UART(0x18) & 0x10) == 0 && n < sizeof(line) - 1) {
			line[n] = (char)UART(0);
			if (line[n++] != '\n')
				continue;
			line[n - 1] = '\0';
			payload_put("heard ");
			payload_put(line);
			payload_put("\n");
			if (line[0] == 'q')
				return;
			n = 0;
		}
		if (payload_gic_take() == EL2_INTID_DOORBELL)
			payload_put("the bell rang\n");
	}
}

void payload_spin(void)
{
	payload_put("I do not listen\n");
	__asm__ volatile("msr DAIFSet, #15");
	for (;;)
		;
}

/* Work that outlasts its manager. */
void payload_work(void)
{
	for (unsigned int i = 0; i < 4; i++) {
		const uint64_t begin = payload_ticks();

		payload_put("I work\n");
		while (payload_ticks() - begin < PAYLOAD_SECOND / 2)
			;
	}
}

void payload_wait(void)
{
	payload_put("I wait\n");
	for (;;)
		__asm__ volatile("wfi");
}

#define NOTHING 0xff /* wait for no state */

static const struct {
	const char *name;
	uint64_t number, a, b, c;
	uint64_t state; /* that VM 1 must be in before */
} costs[] = {
	{ "node", EL2_CALLS_NODE_INFO, 0, 0, 0, EL2_VM_RUNNING },
	{ "list", EL2_CALLS_VM_LIST, 0, 0, 0, NOTHING },
	{ "info", EL2_CALLS_VM_INFO, 1, 0, 0, NOTHING },
	{ "name", EL2_CALLS_VM_TEXT, 1, 0, 0, NOTHING },
	{ "exits", EL2_CALLS_VM_EXITS, 1, 0, 0, NOTHING },
	{ "read", EL2_CALLS_CONSOLE_READ, 0, 0, 0, NOTHING },
	{ "write", EL2_CALLS_CONSOLE_WRITE, 1, 40, 0, NOTHING },
	{ "digest", EL2_CALLS_VM_DIGEST, 1, 0, 0, NOTHING },
	{ "log", EL2_CALLS_LOG_READ, 0, 0, 0, NOTHING },
	{ "raise", EL2_CALLS_RAISE, 1, EL2_INTID_DOORBELL, 0, NOTHING },
	{ "events", EL2_CALLS_EVENTS, 0, 0, 0, NOTHING },
	{ "stop", EL2_CALLS_VM_STOP, 1, 0, 0, NOTHING },
	{ "destroy", EL2_CALLS_VM_DESTROY, 1, 0, 0, EL2_VM_STOPPING },
	{ "create", EL2_CALLS_VM_CREATE, 1, 0, 0, EL2_VM_EMPTY },
	{ "start", EL2_CALLS_VM_START, 1, 0, 0, EL2_VM_READY },
	{ "all", EL2_CALLS_VM_DESTROY, 1, 0, 0, EL2_VM_RUNNING },
	{ "again", EL2_CALLS_VM_CREATE, 1, 0, 0, EL2_VM_EMPTY },
	{ "gone", EL2_CALLS_VM_DESTROY, 1, 0, 0, EL2_VM_READY },
	{ "begin", EL2_CALLS_STAGE_BEGIN, 1, 2, 65536, EL2_VM_EMPTY },
	{ "chunk", EL2_CALLS_STAGE_CHUNK, 1, 0, 65536, NOTHING },
	{ "end", EL2_CALLS_STAGE_END, 1, 0, 0, EL2_VM_EMPTY },
	{ "anew", EL2_CALLS_STAGE_BEGIN, 1, 2, 65536, NOTHING },
	{ "refused", EL2_CALLS_VM_CREATE, 1, 0, 0, EL2_VM_EMPTY },
	{ "unknown", EL2_CALLS_MOST, 0, 0, 0, NOTHING },
};

/* The call itself, with what surrounds it here, is 22 instructions of the sum. */
static uint64_t versions(void)
{
	const uint64_t before = payload_ticks();

	for (unsigned int i = 0; i < 1024; i++) {
		uint64_t x[8];

		x[0] = VENDOR + EL2_CALLS_GET_VERSION;
		payload_call(x);
	}
	return (payload_ticks() - before) * PAYLOAD_TICK;
}

static void await(uint64_t state)
{
	do
		(void)payload_hyper(EL2_CALLS_VM_INFO, 1, 0, 0);
	while (state != NOTHING && (payload_result[1] & (0xff | EL2_CALLS_INFO_STAGING)) != state);
}

void payload_cost(void)
{
	const uint64_t v = versions();

	payload_put_hex(v > UINT64_C(1024) * 150 ? "FAILED: " : "1024 versions: ", v);
	payload_put("\n");
	for (size_t i = 0; i < sizeof(costs) / sizeof(costs[0]); i++) {
		uint64_t x[8] = { VENDOR + costs[i].number, costs[i].a, costs[i].b, costs[i].c };
		uint64_t before, after;

		await(costs[i].state);
		before = payload_ticks();
		payload_call(x);
		after = payload_ticks();
		payload_put(costs[i].name);
		payload_put_hex(" gives ", x[0]);
		payload_put_hex((after - before) * PAYLOAD_TICK > 2000 ? " FAILED: " : " for ",
				(after - before) * PAYLOAD_TICK);
		payload_put("\n");
	}
	(void)payload_hyper(EL2_CALLS_SHUTDOWN, 0, 0, 0);
}

/* Who may not manage. */
void payload_poor(void)
{
	for (uint64_t n = 0; n <= EL2_CALLS_MOST; n++) {
		payload_put_hex("call ", n);
		payload_put_hex(" gives ", (uint64_t)payload_hyper(n, 0, 0, 0));
		payload_put("\n");
	}
}
