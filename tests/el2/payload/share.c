/* SPDX-License-Identifier: BSD-2-Clause */
/* Two guests that share a window: one asks, one answers; and a guest that has no part in it. */
#include "payload.h"
#include "el2/abi.h"
#include "el2/guest.h"

static volatile uint64_t *window;
static uint64_t bell;

static void say(const char *text, uint64_t v)
{
	payload_put_hex(text, v);
	payload_put("\n");
}

static void ring(void)
{
	__asm__ volatile("dsb sy\n\tstr wzr, [%0]" : : "r"(bell) : "memory");
}

static volatile uint64_t *last(void)
{
	return (volatile uint64_t *)(uintptr_t)(bell - 8);
}

static void begin(void)
{
	window = (volatile uint64_t *)(uintptr_t)payload_find(EL2_SHARED_COMPATIBLE, 0);
	bell = payload_find(EL2_SHARED_COMPATIBLE, 1);
	payload_gic_init();
	payload_gic_enable(EL2_INTID_SHARED, true);
	say("window bytes ", bell - (uintptr_t)window);
}

void payload_ask(void)
{
	begin();
	say("window has ", window[1] | *last());
	payload_caught.esr = 0;
	(void)payload_fetch((uintptr_t)window);
	say("fetch caught ", payload_caught.esr);
	(void)payload_read32(bell);
	say("bell reads ", (uint32_t)payload_read32(bell));
	window[0] = 0x1234;
	*last() = 0x5678;
	for (;;) { /* until the other one is there */
		const uint64_t since = payload_ticks();

		ring();
		do
			if (payload_gic_take() == EL2_INTID_SHARED) {
				say("answer ", window[1]);
				return;
			}
		while (payload_ticks() - since < PAYLOAD_SECOND / 10);
	}
}

void payload_answer(void)
{
	begin();
	for (unsigned int i = 0; i < 2; i++) {
		while (payload_gic_take() != EL2_INTID_SHARED || window[0] == 0)
			;
		payload_put_hex("asked ", window[0]);
		say(" ", *last());
		window[1] = window[0] + 1;
		window[0] = *last() = 0;
		ring();
	}
}

void payload_stranger(void)
{
	const uint64_t at[] = { EL2_IPA_SHARED, EL2_IPA_SHARED + 0x10000 };

	say("window ", payload_find(EL2_SHARED_COMPATIBLE, 0));
	for (unsigned int i = 0; i < 2; i++) {
		payload_caught.esr = 0;
		(void)payload_read32(at[i]);
		(void)payload_write32(at[i]);
		say("nothing there ", payload_caught.esr);
	}
}
