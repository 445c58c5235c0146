/* SPDX-License-Identifier: BSD-2-Clause */
/* A manager that stages its own ramdisk as the kernel of the guest in slot 1, whose own is none. */
#include "payload.h"
#include "el2/abi.h"
#include "el2/libc.h"
#include "el2/vm.h"

#include <aetherboot/sha256.h>

#define WORKER 1

static struct ab_bytes image;
static uint8_t *window;

static void say(const char *name, int64_t status)
{
	payload_put(name);
	payload_put_hex(" gives ", (uint64_t)status);
	payload_put("\n");
}

static uint64_t info(void)
{
	(void)payload_hyper(EL2_CALLS_VM_INFO, WORKER, 0, 0);
	return payload_result[1];
}

/* Wait until the worker is in a state, and nothing is copied for it. */
static void await(enum el2_state state)
{
	while ((info() & (0xff | EL2_CALLS_INFO_STAGING)) != (uint64_t)state)
		;
}

static void say_end(void)
{
	char text[49] = { 0 };

	(void)payload_hyper(EL2_CALLS_VM_TEXT, WORKER, EL2_CALLS_TEXT_END, 0);
	for (size_t i = 0; i < 48 && i < payload_result[1]; i++)
		text[i] = (char)(payload_result[2 + i / 8] >> i % 8 * 8);
	payload_put(text);
	payload_put("\n");
}

static int64_t begin(uint64_t which, uint64_t bytes)
{
	return payload_hyper(EL2_CALLS_STAGE_BEGIN, WORKER, which, bytes);
}

/* Append a chunk, which is changed at once when it was copied. */
static int64_t chunk(size_t at, size_t n)
{
	const size_t off = at * 7 % (EL2_MAILBOX_WINDOW_SIZE - n + 1);
	int64_t status;

	memcpy(window + off, (const uint8_t *)image.data + at, n);
	__asm__ volatile("dsb sy" : : : "memory");
	status = payload_hyper(EL2_CALLS_STAGE_CHUNK, WORKER, off, n);
	while ((info() & EL2_CALLS_INFO_STAGING) != 0)
		;
	memset(window + off, 0x5a, n);
	return status;
}

static int64_t end(uint8_t flip)
{
	uint8_t digest[AB_SHA256_SIZE];

	ab_sha256(image.data, image.size, digest);
	digest[31] ^= flip;
	for (unsigned int i = 2; i < 4; i++)
		payload_more[i - 2] = ab_ld_le64(&digest[8 * i]);
	return payload_hyper(EL2_CALLS_STAGE_END, WORKER, ab_ld_le64(digest),
			     ab_ld_le64(&digest[8]));
}

/* All of it in chunks of @n bytes; their number. */
static uint64_t chunks(size_t n)
{
	uint64_t done = 0;

	for (size_t at = 0; at < image.size; at += n, done++)
		if (chunk(at, image.size - at < n ? image.size - at : n) != 0)
			return 0;
	return done;
}

static void create(enum el2_state state)
{
	say("create", payload_hyper(EL2_CALLS_VM_CREATE, WORKER, 0, 0));
	await(state);
}

static void errors(void)
{
	say("no image", begin(3, 1));
	say("early", payload_hyper(EL2_CALLS_STAGE_CHUNK, WORKER, 0, 1));
	say("large", begin(0, UINT64_C(1) << 40));
	say("begin", begin(0, image.size));
	say("create", payload_hyper(EL2_CALLS_VM_CREATE, WORKER, 0, 0));
	say("long", payload_hyper(EL2_CALLS_STAGE_CHUNK, WORKER, 1, EL2_MAILBOX_WINDOW_SIZE));
	say("end", end(0));
}

/* It runs what was staged, again when it begins again. */
static void run(void)
{
	say("start", payload_hyper(EL2_CALLS_VM_START, WORKER, 0, 0));
	while ((payload_hyper(EL2_CALLS_VM_INFO, WORKER, 0, 0), payload_result[4] < 2) ||
	       (payload_result[1] & EL2_CALLS_INFO_ENDED) == 0 ||
	       (payload_result[1] & 0xff) != EL2_VM_EMPTY)
		;
	say("digest", payload_hyper(EL2_CALLS_VM_DIGEST, WORKER, 0, 0));
	for (unsigned int i = 1; i <= 4; i++)
		payload_put_hex(i == 1 ? "" : " ", payload_result[i]);
	payload_put("\n");
}

void payload_stage(void)
{
	image = (struct ab_bytes){ (const void *)(uintptr_t)payload_info.initrd.base,
				   (size_t)payload_info.initrd.size };
	window = (uint8_t *)(uintptr_t)payload_find(EL2_MAILBOX_COMPATIBLE, 1);
	await(EL2_VM_FAILED);
	say_end();
	errors();
	/* in 1000 chunks, with a wrong digest */
	payload_put(chunks((image.size + 999) / 1000) > 900 ? "chunks\n" : "FAILED\n");
	say("end", end(1));
	create(EL2_VM_FAILED);
	say_end();
	/* in few, with the right one; the last try is erased before */
	say("begin", begin(0, image.size));
	await(EL2_VM_FAILED);
	payload_put(chunks(EL2_MAILBOX_WINDOW_SIZE) != 0 ? "chunks\n" : "FAILED\n");
	say("end", end(0));
	create(EL2_VM_READY);
	say("late", begin(0, 1));
	run();
	/* it stays when the VM is destroyed, until it is taken back */
	say("destroy", payload_hyper(EL2_CALLS_VM_DESTROY, WORKER, 0, 0));
	create(EL2_VM_READY);
	say("destroy", payload_hyper(EL2_CALLS_VM_DESTROY, WORKER, 0, 0));
	await(EL2_VM_EMPTY);
	say("back", begin(0, 0));
	await(EL2_VM_EMPTY);
	create(EL2_VM_FAILED);
	say_end();
	(void)payload_hyper(EL2_CALLS_SHUTDOWN, 0, 0, 0);
	for (;;)
		;
}
