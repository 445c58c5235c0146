/* SPDX-License-Identifier: BSD-2-Clause */
/* A guest that manages others: in slot 1 one that listens, in slot 2 one that does not. */
#include "payload.h"
#include "el2/calls.h"
#include "el2/event.h"
#include "el2/guest.h"
#include "el2/libc.h"

#define TALK 1
#define SPIN 2

static void say(const char *name, uint64_t number, uint64_t a, uint64_t b, uint64_t c,
		unsigned int n)
{
	const int64_t status = payload_hyper(number, a, b, c);

	payload_put(name);
	payload_put_hex(" gives ", (uint64_t)status);
	for (unsigned int i = 1; i <= n; i++)
		payload_put_hex(" ", payload_result[i]);
	payload_put("\n");
}

static uint64_t state(uint64_t slot)
{
	(void)payload_hyper(EL2_CALLS_VM_INFO, slot, 0, 0);
	return payload_result[1];
}

static bool by_events; /* wait for something to happen, rather than ask all the time */

static void rest(void)
{
	if (!by_events)
		return;
	/* the line is high until all is taken, so nothing that came before is missed */
	__asm__ volatile("wfi");
	(void)payload_hyper(EL2_CALLS_EVENTS, 0, 0, 0);
}

static void await(uint64_t slot, enum el2_state wanted, uint64_t flags)
{
	uint64_t now;

	while (((now = state(slot)) & 0xff) != wanted || (now & flags) != flags)
		rest();
}

/* Bytes in registers from payload_result[first] on, as text; others than letters as '.'. */
static void put_text(unsigned int first, size_t n)
{
	char text[64];

	for (size_t i = 0; i < n; i++) {
		const char c = (char)(payload_result[first + i / 8] >> i % 8 * 8);

		text[i] = c == '\n' || c == '\r' ? '/' : c >= ' ' && c < 0x7f ? c : '.';
	}
	text[n] = '\0';
	payload_put(text);
}

/* Read the console until there is no more; print it in one line. */
static uint64_t read_console(const char *name, uint64_t slot, uint64_t at)
{
	payload_put(name);
	payload_put(": ");
	while (payload_hyper(EL2_CALLS_CONSOLE_READ, slot, at, 0) == 0 && payload_result[2] != 0) {
		at = payload_result[1] + payload_result[2];
		put_text(3, payload_result[2]);
	}
	payload_put("\n");
	return at;
}

static uint64_t await_console(uint64_t slot, uint64_t at)
{
	while (payload_hyper(EL2_CALLS_CONSOLE_READ, slot, at, 0) == 0 &&
	       (payload_result[2] == 0 || (payload_result[3 + (payload_result[2] - 1) / 8] >>
					       (payload_result[2] - 1) % 8 * 8 &
					   0xff) != '\n'))
		at = payload_result[2] == EL2_CALLS_DATA ? at + 1 : at;
	return at;
}

/* Wait until a VM prints a word, whose first letter is in it once. */
static uint64_t await_word(uint64_t slot, uint64_t at, const char *word)
{
	size_t n = 0;

	while (word[n] != '\0') {
		if (payload_hyper(EL2_CALLS_CONSOLE_READ, slot, at, 0) != 0)
			continue; /* it is EMPTY still */
		at = payload_result[1] + payload_result[2];
		if (payload_result[2] == 0) {
			rest();
			continue;
		}
		for (size_t i = 0; i < payload_result[2] && word[n] != '\0'; i++) {
			const char c = (char)(payload_result[3 + i / 8] >> i % 8 * 8);

			n = c == word[n] ? n + 1 : c == word[0] ? 1 : 0;
		}
	}
	return at;
}

static void queries(void)
{
	uint64_t x[8] = { 0x8600ff01 };

	payload_call(x);
	payload_put_hex("uid ", x[0]);
	for (unsigned int i = 1; i < 4; i++)
		payload_put_hex(" ", x[i]);
	payload_put("\n");
	say("version", EL2_CALLS_GET_VERSION, 0, 0, 0, 3);
	say("node", EL2_CALLS_NODE_INFO, 0, 0, 0, 3);
	say("list", EL2_CALLS_VM_LIST, 0, 0, 0, 1);
	say("info", EL2_CALLS_VM_INFO, TALK, 0, 0, 4);
	say("name", EL2_CALLS_VM_TEXT, TALK, EL2_CALLS_TEXT_NAME, 0, 2);
	say("end", EL2_CALLS_VM_TEXT, TALK, EL2_CALLS_TEXT_END, 0, 0);
	say("text", EL2_CALLS_VM_TEXT, TALK, 2, 0, 0);
	say("digest", EL2_CALLS_VM_DIGEST, TALK, EL2_CALLS_IMAGE_KERNEL, 0, 4);
	say("none", EL2_CALLS_VM_DIGEST, TALK, EL2_CALLS_IMAGE_RAMDISK, 0, 4);
	say("nobody", EL2_CALLS_VM_INFO, 3, 0, 0, 0);
	say("high", EL2_CALLS_VM_INFO, UINT64_C(1) << 32, 0, 0, 0);
	say("last", EL2_CALLS_MOST - 1, 0, 0, 0, 0);
	say("more", EL2_CALLS_MOST, 0, 0, 0, 0);
	say("raise", EL2_CALLS_RAISE, TALK, EL2_INTID_UART, 0, 0);
	say("long", EL2_CALLS_CONSOLE_WRITE, TALK, EL2_CALLS_DATA + 1, 0, 0);
	say("log", EL2_CALLS_LOG_READ, 0, 0, 0, 2);
	put_text(3, payload_result[2]);
	payload_put("\n");
}

static void talking(void)
{
	uint64_t at;

	(void)await_word(TALK, 0, "listening\n");
	at = read_console("talk", TALK, 0);
	say("past", EL2_CALLS_CONSOLE_READ, TALK, UINT64_C(1) << 60, 0, 2);
	say("write", EL2_CALLS_CONSOLE_WRITE, TALK, 3, 0x0a6968, 1); /* "hi" */
	(void)await_console(TALK, at);
	at = read_console("talk", TALK, at);
	say("ring", EL2_CALLS_RAISE, TALK, EL2_INTID_DOORBELL, 0, 0);
	(void)await_console(TALK, at);
	at = read_console("talk", TALK, at);
	say("exits", EL2_CALLS_VM_EXITS, TALK, 0, 0, 0);
	payload_put(payload_result[1 + EL2_EXIT_DEVICE] > 40 ? "devices\n" : "FAILED devices\n");
	/* what nobody takes waits, up to a limit */
	for (unsigned int i = 0; i < 5; i++)
		say("spin", EL2_CALLS_CONSOLE_WRITE, SPIN, EL2_CALLS_DATA, 0, 1);
}

static void every(const char *name, uint64_t slot)
{
	payload_put(name);
	payload_put("\n");
	say("exits", EL2_CALLS_VM_EXITS, slot, 0, 0, 0);
	say("start", EL2_CALLS_VM_START, slot, 0, 0, 0);
	say("stop", EL2_CALLS_VM_STOP, slot, 0, 0, 0);
	say("read", EL2_CALLS_CONSOLE_READ, slot, 0, 0, 0);
	say("write", EL2_CALLS_CONSOLE_WRITE, slot, 1, 0, 0);
	say("raise", EL2_CALLS_RAISE, slot, EL2_INTID_DOORBELL, 0, 0);
}

static void lives(void)
{
	every("running", SPIN); /* refuses no stop: it spins with all interrupts masked */
	await(SPIN, EL2_VM_STOPPING, EL2_CALLS_INFO_STOPPED);
	every("stopped", SPIN);
	say("create", EL2_CALLS_VM_CREATE, SPIN, 0, 0, 0);
	say("destroy", EL2_CALLS_VM_DESTROY, SPIN, 0, 0, 0);
	await(SPIN, EL2_VM_EMPTY, 0);
	every("destroyed", SPIN);
	say("destroy", EL2_CALLS_VM_DESTROY, SPIN, 0, 0, 0);
	say("create", EL2_CALLS_VM_CREATE, SPIN, 0, 0, 0);
	await(SPIN, EL2_VM_READY, 0);
	say("create", EL2_CALLS_VM_CREATE, SPIN, 0, 0, 0);
	say("start", EL2_CALLS_VM_START, SPIN, 0, 0, 0);
	say("start", EL2_CALLS_VM_START, SPIN, 0, 0, 0);
	(void)await_console(SPIN, 0);
	say("info", EL2_CALLS_VM_INFO, SPIN, 0, 0, 4);
	say("destroy", EL2_CALLS_VM_DESTROY, SPIN, 0, 0, 0);
	await(SPIN, EL2_VM_EMPTY, 0);
	/* one that ends by itself */
	say("quit", EL2_CALLS_CONSOLE_WRITE, TALK, 2, 0x0a71, 1);
	await(TALK, EL2_VM_EMPTY, EL2_CALLS_INFO_ENDED);
	every("ended", TALK);
	say("end", EL2_CALLS_VM_TEXT, TALK, EL2_CALLS_TEXT_END, 0, 1);
	put_text(2, payload_result[1]);
	payload_put("\n");
	say("destroy", EL2_CALLS_VM_DESTROY, TALK, 0, 0, 0);
	every("forgotten", TALK);
}

static void events(void)
{
	payload_gic_init();
	payload_gic_enable(EL2_INTID_EVENT, false);
	say("events", EL2_CALLS_EVENTS, 0, 0, 0, 0);
	(void)payload_gic_take(); /* it may have been on its way */
	(void)payload_hyper(EL2_CALLS_EVENTS, 0, 0, 0); /* what this one prints is told, too */
	payload_put_hex("quiet ", payload_gic_take());
	payload_put("\n");
	(void)payload_hyper(EL2_CALLS_EVENTS, 0, 0, 0);
	(void)payload_hyper(EL2_CALLS_VM_CREATE, TALK, 0, 0);
	while (payload_gic_take() != EL2_INTID_EVENT)
		;
	await(TALK, EL2_VM_READY, 0);
	say("told", EL2_CALLS_EVENTS, 0, 0, 0, 1);
}

void payload_manage(void)
{
	await(TALK, EL2_VM_RUNNING, 0); /* they are loaded at the same time as this one */
	await(SPIN, EL2_VM_RUNNING, 0);
	queries();
	talking();
	lives();
	events();
	say("shutdown", EL2_CALLS_SHUTDOWN, 0, 0, 0, 0);
	for (;;)
		;
}

/* The number behind "n=" in the command line. */
static uint64_t number(void)
{
	const char *text = (const char *)payload_info.bootargs.data;
	const size_t size = payload_info.bootargs.size;
	uint64_t n = 0;
	size_t i = 2;

	while (i < size && (text[i - 2] != 'n' || text[i - 1] != '='))
		i++;
	for (; i < size && text[i] >= '0' && text[i] <= '9'; i++)
		n = 10 * n + (uint64_t)(text[i] - '0');
	return n;
}

void payload_rounds(void)
{
	/* "linux" is what the other VM is */
	const struct ab_bytes args = payload_info.bootargs;
	const bool is_linux =
	    args.size > 5 && memcmp((const char *)args.data + args.size - 5, "linux", 5) == 0;
	uint64_t at = 0;

	payload_gic_init();
	payload_gic_enable(EL2_INTID_EVENT, false);
	by_events = true;
	for (uint64_t i = number(); i != 0; i--) {
		at = await_word(TALK, at, is_linux ? "linux: checked" : "dirty\n");
		for (unsigned int n = 0; n < 1000; n++) /* it fills what it prints with, too */
			(void)payload_hyper(EL2_CALLS_GET_VERSION, 0, 0, 0);
		if (i % 3 != 0) {
			(void)payload_hyper(EL2_CALLS_VM_STOP, TALK, 0, 0);
			await(TALK, EL2_VM_STOPPING, EL2_CALLS_INFO_STOPPED);
		}
		(void)payload_hyper(EL2_CALLS_VM_DESTROY, TALK, 0, 0);
		await(TALK, EL2_VM_EMPTY, 0);
		if (i == 1)
			break;
		(void)payload_hyper(EL2_CALLS_VM_CREATE, TALK, 0, 0);
		await(TALK, EL2_VM_READY, 0);
		(void)payload_hyper(EL2_CALLS_VM_START, TALK, 0, 0);
	}
	say("rounds", EL2_CALLS_VM_INFO, TALK, 0, 0, 4);
	for (;;)
		__asm__ volatile("wfi");
}
