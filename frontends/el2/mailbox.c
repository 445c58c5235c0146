/* SPDX-License-Identifier: BSD-2-Clause */
#include "mailbox.h"
#include "calls.h"
#include "hw.h"
#include "libc.h"

/* Of the request page: what the caller writes, and with what is filled. */
#define TAKEN EL2_MAILBOX_RESULTS
#define WORDS (EL2_MAILBOX_RESULTS + 7 * 8)

/* A claim ends by itself: its program may have been killed. */
static bool is_held(const struct el2_mailbox *m)
{
	return m->holder != 0 && el2_hw_ticks() - m->since <= el2_hw_tick_rate();
}

/* The guest maps the page as it likes, as a rule past the caches. So no line of it stays in them,
 * neither before it is read or partly written, nor after. Each word is copied once, and nothing is
 * decided by the page afterwards; bytes of data are copied once by the call that takes them. */
static void ring(struct el2_vm *vm)
{
	uint8_t *page = el2_hw_memory(vm->mailbox.pa + EL2_MAILBOX_REQUEST,
				      EL2_MAILBOX_DATA + EL2_MAILBOX_DATA_SIZE);
	uint8_t *data = page + EL2_MAILBOX_DATA;
	struct el2_request r = { .data = data, .room = EL2_MAILBOX_DATA_SIZE };
	_Alignas(8) uint8_t words[WORDS];

	el2_hw_flush(page, WORDS);
	el2_hw_flush(data, EL2_MAILBOX_DATA_SIZE);
	memcpy(words, page, TAKEN);
	__atomic_signal_fence(__ATOMIC_SEQ_CST); /* no compiler reads it again instead */
	r.number = ab_ld_le32(words + EL2_MAILBOX_NUMBER);
	for (unsigned int i = 0; i < 7; i++)
		r.arg[i] = ab_ld_le64(words + EL2_MAILBOX_ARGS + 8 * (size_t)i);
	el2_calls(vm, &r);
	ab_st_le64(words + EL2_MAILBOX_STATUS, (uint64_t)r.status);
	for (unsigned int i = 0; i < 7; i++)
		ab_st_le64(words + EL2_MAILBOX_RESULTS + 8 * (size_t)i, r.result[i]);
	memcpy(page + EL2_MAILBOX_STATUS, words + EL2_MAILBOX_STATUS, 8);
	memcpy(page + TAKEN, words + TAKEN, WORDS - TAKEN);
	el2_hw_flush(page, WORDS);
	/* all: a console that was overtaken gives none of the bytes that were copied */
	el2_hw_flush(data, EL2_MAILBOX_DATA_SIZE);
}

static uint64_t read_register(struct el2_mailbox *m, uint64_t off)
{
	switch (off) {
	case EL2_MAILBOX_MAGIC:
		return EL2_MAILBOX_MAGIC_VALUE;
	case EL2_MAILBOX_VERSION:
		return EL2_CALLS_VERSION;
	case EL2_MAILBOX_CLAIM:
		if (is_held(m))
			return 0;
		m->holder = ++m->given;
		m->since = el2_hw_ticks();
		return m->holder;
	case EL2_MAILBOX_TICKET:
		return is_held(m) ? m->holder : 0;
	default:
		return 0;
	}
}

static void write_register(struct el2_vm *vm, uint64_t off, uint64_t ticket)
{
	struct el2_mailbox *m = &vm->mailbox;

	if (!is_held(m) || ticket != m->holder)
		return;
	if (off == EL2_MAILBOX_TICKET)
		m->holder = 0;
	if (off != EL2_MAILBOX_DOORBELL)
		return;
	ring(vm);
	m->since = el2_hw_ticks();
}

/* Whether an access is one of a register, or of where there is none. */
static bool has_width(uint64_t off, unsigned int len)
{
	switch (off) {
	case EL2_MAILBOX_MAGIC:
	case EL2_MAILBOX_VERSION:
		return len == 4;
	case EL2_MAILBOX_CLAIM:
	case EL2_MAILBOX_TICKET:
	case EL2_MAILBOX_DOORBELL:
		return len == 8;
	default:
		return off + len <= EL2_MAILBOX_REGISTERS;
	}
}

bool el2_mailbox_access(struct el2_vm *vm, uint64_t off, unsigned int len, bool write,
			uint64_t *value)
{
	if (!has_width(off, len))
		return false;
	el2_lock(&vm->mailbox.lock);
	if (write)
		write_register(vm, off, *value);
	else
		*value = read_register(&vm->mailbox, off);
	el2_unlock(&vm->mailbox.lock);
	return true;
}

void el2_mailbox_reset(struct el2_vm *vm)
{
	el2_lock(&vm->mailbox.lock);
	vm->mailbox.holder = 0;
	el2_unlock(&vm->mailbox.lock);
}
