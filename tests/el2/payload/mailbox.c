/* SPDX-License-Identifier: BSD-2-Clause */
/* The mailbox: a manager that calls by it, what it costs, and a guest that looks for one. */
#include "payload.h"
#include "el2/abi.h"
#include "el2/libc.h"

#include <aetherboot/dtb.h>

static uint64_t mailbox; /* its address */

uint64_t payload_find(const char *compatible, size_t nth)
{
	const struct ab_bytes blob = { (const void *)(uintptr_t)payload_tree, 2 * AB_MiB };
	struct ab_dtb dtb;
	struct ab_error why;
	uint64_t at = 0;

	if (ab_dtb_open(&dtb, blob, &why))
		return 0;
	for (uint32_t node = 0; (node = ab_dtb_next_child(&dtb, dtb.root, node)) != 0;) {
		const struct ab_bytes name = ab_dtb_prop(&dtb, node, "compatible");
		const struct ab_bytes interrupts = ab_dtb_prop(&dtb, node, "interrupts");
		uint64_t spi, trigger;

		if (name.size != strlen(compatible) + 1 ||
		    memcmp(name.data, compatible, name.size) != 0)
			continue;
		(void)ab_dtb_number(ab_dtb_prop(&dtb, node, "reg"), 4 * nth, 2, &at);
		if (ab_dtb_number(interrupts, 1, 1, &spi) &&
		    ab_dtb_number(interrupts, 2, 1, &trigger)) {
			payload_put(compatible);
			payload_put_hex(" has interrupt ", spi);
			payload_put_hex(" ", trigger);
			payload_put("\n");
		}
	}
	return at;
}

static uint32_t load32(uint64_t off)
{
	return (uint32_t)payload_read32(mailbox + off);
}

static uint64_t load(uint64_t off)
{
	return payload_read64(mailbox + off);
}

static void store(uint64_t off, uint64_t v)
{
	__asm__ volatile("dsb sy\n\tstr %1, [%0]\n\tdsb sy"
			 :
			 : "r"(mailbox + off), "r"(v)
			 : "memory");
}

static volatile uint64_t *field(uint64_t off)
{
	return (volatile uint64_t *)(uintptr_t)(mailbox + EL2_MAILBOX_REQUEST + off);
}

#define SENTINEL 0x5a5a

static void prepare(uint64_t number, uint64_t a, uint64_t b)
{
	*field(EL2_MAILBOX_NUMBER) = number;
	*field(EL2_MAILBOX_STATUS) = SENTINEL;
	*field(EL2_MAILBOX_ARGS) = a;
	*field(EL2_MAILBOX_ARGS + 8) = b;
}

static void say(const char *name, unsigned int n)
{
	payload_put(name);
	payload_put_hex(" gives ", *field(EL2_MAILBOX_STATUS));
	for (unsigned int i = 0; i < n; i++)
		payload_put_hex(" ", *field(EL2_MAILBOX_RESULTS + 8 * (uint64_t)i));
	payload_put("\n");
}

static void call(const char *name, uint64_t ticket, uint64_t number, uint64_t a, uint64_t b,
		 unsigned int n)
{
	prepare(number, a, b);
	store(EL2_MAILBOX_DOORBELL, ticket);
	say(name, n);
}

/* The first bytes of data, in a line. */
static void put_data(size_t n)
{
	const volatile char *data = (const volatile char *)field(EL2_MAILBOX_DATA);
	char text[64];

	for (size_t i = 0; i < n; i++)
		text[i] = data[i] == '\n' || data[i] == '\r' ? '/' : data[i];
	text[n] = '\0';
	payload_put(text);
	payload_put("\n");
}

static void put_register(const char *name, uint64_t v)
{
	payload_put(name);
	payload_put_hex(" ", v);
	payload_put("\n");
}

static void try_access(const char *name, payload_access *access, uint64_t off)
{
	uint64_t result;

	payload_caught = (struct payload_caught){ 0, 0, 0, 0 };
	result = access(mailbox + off);
	payload_put(name);
	if (payload_caught.esr != 0 && payload_caught.far == mailbox + off)
		payload_put_hex(" caught ", payload_caught.esr);
	else
		payload_put_hex(" = ", result);
	payload_put("\n");
}

static void registers(void)
{
	uint64_t ticket;

	put_register("magic", load32(EL2_MAILBOX_MAGIC));
	put_register("version", load32(EL2_MAILBOX_VERSION));
	try_access("narrow", payload_read32, EL2_MAILBOX_CLAIM);
	try_access("wide", payload_read64, EL2_MAILBOX_MAGIC);
	try_access("bell", payload_write32, EL2_MAILBOX_DOORBELL);
	try_access("pair", payload_pair, EL2_MAILBOX_MAGIC);
	try_access("nothing", payload_read8, 0xfff);
	try_access("gap", payload_read64, EL2_MAILBOX_REQUEST + 0x1000);
	try_access("below", payload_read64, EL2_MAILBOX_WINDOW - 8);
	try_access("code", payload_fetch, EL2_MAILBOX_REQUEST);
	try_access("far code", payload_fetch, EL2_MAILBOX_WINDOW);
	try_access("end", payload_read64, EL2_MAILBOX_SIZE - 8);
	try_access("behind", payload_read64, EL2_MAILBOX_SIZE);
	put_register("ticket", load(EL2_MAILBOX_TICKET));
	put_register("claim", ticket = load(EL2_MAILBOX_CLAIM));
	put_register("claim", load(EL2_MAILBOX_CLAIM));
	put_register("ticket", load(EL2_MAILBOX_TICKET));
	call("wrong", ticket + 1, EL2_CALLS_GET_VERSION, 0, 0, 3);
	call("right", ticket, EL2_CALLS_GET_VERSION, 0, 0, 3);
	store(EL2_MAILBOX_TICKET, ticket + 1);
	put_register("kept", load(EL2_MAILBOX_TICKET));
	store(EL2_MAILBOX_TICKET, ticket);
	put_register("released", load(EL2_MAILBOX_TICKET));
	call("late", ticket, EL2_CALLS_GET_VERSION, 0, 0, 0);
	call("zero", 0, EL2_CALLS_GET_VERSION, 0, 0, 0);
}

static void expiry(void)
{
	const uint64_t ticket = load(EL2_MAILBOX_CLAIM);
	const uint64_t begin = payload_ticks();
	uint64_t rate;

	__asm__ volatile("mrs %0, CNTFRQ_EL0" : "=r"(rate));
	while (payload_ticks() - begin <= rate + rate / 16)
		;
	put_register("expired", load(EL2_MAILBOX_TICKET));
	call("expired", ticket, EL2_CALLS_GET_VERSION, 0, 0, 0);
}

static void calls(void)
{
	static const char text[] = "hello by mail\n";
	const uint64_t t = load(EL2_MAILBOX_CLAIM);
	const volatile char *data = (const volatile char *)field(EL2_MAILBOX_DATA);
	uint64_t n;

	put_register("claim", t);
	call("list", t, EL2_CALLS_VM_LIST, 0, 0, 1);
	call("name", t, EL2_CALLS_VM_TEXT, 1, EL2_CALLS_TEXT_NAME, 2);
	put_data(4);
	call("digest", t, EL2_CALLS_VM_DIGEST, 1, EL2_CALLS_IMAGE_KERNEL, 4);
	call("nobody", t, EL2_CALLS_VM_INFO, 9, 0, 7);
	call("unknown", t, EL2_CALLS_MOST, 0, 0, 7);
	call("long", t, EL2_CALLS_CONSOLE_WRITE, 1, EL2_MAILBOX_DATA_SIZE + 1, 1);
	do { /* until it listens */
		prepare(EL2_CALLS_CONSOLE_READ, 1, 0);
		store(EL2_MAILBOX_DOORBELL, t);
	} while (*field(EL2_MAILBOX_RESULTS + 8) < 30);
	say("read", 2);
	put_data(30);
	for (size_t i = 0; i < sizeof(text) - 1; i++)
		((volatile char *)field(EL2_MAILBOX_DATA))[i] = text[i];
	call("write", t, EL2_CALLS_CONSOLE_WRITE, 1, sizeof(text) - 1, 1);
	do {
		prepare(EL2_CALLS_CONSOLE_READ, 1, 30);
		store(EL2_MAILBOX_DOORBELL, t);
	} while (*field(EL2_MAILBOX_RESULTS + 8) < sizeof("heard hello by mail\n") - 1);
	say("read", 2);
	put_data(19);
	call("log", t, EL2_CALLS_LOG_READ, 0, 0, 2);
	put_data(28);
	do { /* until it has looked everywhere, and waits */
		prepare(EL2_CALLS_CONSOLE_READ, 2, 0);
		store(EL2_MAILBOX_DOORBELL, t);
		n = *field(EL2_MAILBOX_RESULTS + 8);
	} while (n < 2 || data[n - 2] != 't');
	call("full", t, EL2_CALLS_CONSOLE_WRITE, 2, EL2_MAILBOX_DATA_SIZE, 1);
	call("shutdown", t, EL2_CALLS_SHUTDOWN, 0, 0, 0);
}

void payload_mailbox(void)
{
	(void)payload_find(EL2_DOORBELL_COMPATIBLE, 0);
	mailbox = payload_find(EL2_MAILBOX_COMPATIBLE, 0);
	put_register("window", payload_find(EL2_MAILBOX_COMPATIBLE, 1) - mailbox);
	registers();
	expiry();
	calls();
	for (;;)
		;
}

/* ---- a guest without one, which has its RAM elsewhere: wherever there is one, nothing answers */

void payload_look(void)
{
	static payload_access *const accesses[] = { payload_read32, payload_read64,
						    payload_write32 };
	static const uint64_t offs[] = { EL2_MAILBOX_MAGIC, EL2_MAILBOX_CLAIM, EL2_MAILBOX_DOORBELL,
					 EL2_MAILBOX_REQUEST, EL2_MAILBOX_WINDOW };
	uint64_t caught = 0, n = 0;

	(void)payload_find(EL2_DOORBELL_COMPATIBLE, 0);
	put_register("mailbox", payload_find(EL2_MAILBOX_COMPATIBLE, 0));
	for (uint64_t at = 0x40000000; at < 0x80000000; at += EL2_MAILBOX_SIZE)
		for (unsigned int i = 0; i < 15; i++, n++) {
			payload_caught.esr = 0;
			(void)accesses[i % 3](at + offs[i / 3]);
			caught += payload_caught.esr >> 26 == 0x25;
		}
	put_register("accesses", n);
	put_register("caught", caught);
	payload_wait();
}

/* ---- costs */

void payload_mailcost(void)
{
	/* @a: the first offset is so that the bytes are not aligned, and go round the end of the
	 * ring */
	static const struct {
		const char *name;
		uint64_t number, a, b;
	} rows[] = {
		{ "version", EL2_CALLS_GET_VERSION, 0, 0 },
		{ "info", EL2_CALLS_VM_INFO, 1, 0 },
		{ "read", EL2_CALLS_CONSOLE_READ, 0, 4096 - 255 },
		{ "read", EL2_CALLS_CONSOLE_READ, 0, 4096 - 63 },
		{ "read", EL2_CALLS_CONSOLE_READ, 0, 4096 + 1 },
		{ "log", EL2_CALLS_LOG_READ, 0, 1 },
		{ "write", EL2_CALLS_CONSOLE_WRITE, 1, EL2_MAILBOX_DATA_SIZE },
		{ "destroy", EL2_CALLS_VM_DESTROY, 1, 0 },
	};
	uint64_t ticket;

	mailbox = payload_find(EL2_MAILBOX_COMPATIBLE, 0);
	for (unsigned int i = 0; i < 5200 / 64; i++)
		payload_put("123456789012345678901234567890123456789012345678901234567890123\n");
	ticket = load(EL2_MAILBOX_CLAIM);
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		uint64_t before, after;

		prepare(rows[i].number, rows[i].a, rows[i].b);
		before = payload_ticks();
		store(EL2_MAILBOX_DOORBELL, ticket);
		after = payload_ticks();
		payload_put(rows[i].name);
		payload_put_hex(" gives ", *field(EL2_MAILBOX_STATUS));
		payload_put_hex(" ", *field(EL2_MAILBOX_RESULTS + 8));
		payload_put_hex((after - before) * PAYLOAD_TICK > 2000 ? " FAILED: " : " for ",
				(after - before) * PAYLOAD_TICK);
		payload_put("\n");
	}
	prepare(EL2_CALLS_SHUTDOWN, 0, 0);
	store(EL2_MAILBOX_DOORBELL, ticket);
}
