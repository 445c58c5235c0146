/* SPDX-License-Identifier: BSD-2-Clause */
/* The machine of the hypervisor's decisions in tests. */
#include "el2_fake_hw.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct el2_fake el2_fake;

static void require(bool holds, const char *rule)
{
	if (holds)
		return;
	fprintf(stderr, "fake machine: %s\n", rule);
	abort();
}

void el2_fake_begin(void)
{
	memset(&el2_fake, 0, sizeof(el2_fake));
}

unsigned int el2_fake_writes(void)
{
	unsigned int n = 0;

	for (size_t i = 0; i < EL2_FAKE_REGISTERS; i++)
		n += el2_fake.writes[i];
	return n;
}

uint64_t el2_hw_read(enum el2_register name)
{
	require((unsigned int)name < EL2_FAKE_REGISTERS, "a register without a name is read");
	el2_fake.reads[name]++;
	return el2_fake.reg[name];
}

void el2_hw_write(enum el2_register name, uint64_t v)
{
	require((unsigned int)name < EL2_FAKE_REGISTERS, "a register without a name is written");
	el2_fake.writes[name]++;
	el2_fake.reg[name] = v;
}

uint64_t el2_hw_id(unsigned int crm, unsigned int op2)
{
	require(crm >= 1 && crm <= 7 && op2 <= 7, "an ID register outside of its space is read");
	el2_fake.id_reads[crm][op2]++;
	return el2_fake.id[crm][op2];
}

uint64_t el2_hw_firmware(uint32_t function, uint64_t x1)
{
	if (el2_fake.calls < EL2_FAKE_CALLS) {
		el2_fake.call[el2_fake.calls].function = function;
		el2_fake.call[el2_fake.calls].x1 = x1;
	}
	el2_fake.calls++;
	return el2_fake.firmware != NULL ? el2_fake.firmware(function, x1) : UINT64_MAX;
}

void el2_hw_wake(uint32_t cpu)
{
	el2_fake.woken = cpu;
	el2_fake.wakes++;
}

void el2_hw_wait(void)
{
	require(el2_fake.held == 0, "a CPU waits with a lock");
	el2_fake.waits++;
}

void *el2_hw_memory(uint64_t pa, size_t n)
{
	require(n != 0 && pa >= el2_fake.memory &&
		    ab_within(pa - el2_fake.memory, n, el2_fake.memory_size),
		"memory that no VM has is asked for");
	el2_fake.asked += n;
	return &el2_fake.cached[pa - el2_fake.memory];
}

uint64_t el2_hw_ticks(void)
{
	return el2_fake.ticks;
}

uint64_t el2_hw_tick_rate(void)
{
	return el2_fake.tick_rate;
}

void el2_hw_device_write(uint64_t pa, uint32_t v)
{
	(void)pa;
	(void)v;
}

void el2_hw_clean(const void *p, size_t n)
{
	const uint8_t *at = p;

	require(at >= el2_fake.cached &&
		    ab_within((uint64_t)(at - el2_fake.cached), n, el2_fake.memory_size),
		"memory that no VM has is cleaned");
	memcpy(&el2_fake.coherent[at - el2_fake.cached], at, n);
	el2_fake.cleaned += n;
	if (el2_fake.after_clean != NULL)
		el2_fake.after_clean();
}

/* Lines that EL2 has written go to memory, others are read from there next. */
void el2_hw_flush(const void *p, size_t n)
{
	const size_t line = 64;
	size_t at = (size_t)((const uint8_t *)p - el2_fake.cached) / line * line;

	require(n == 0 || ab_within((uint64_t)((const uint8_t *)p - el2_fake.cached), n,
				    el2_fake.memory_size),
		"memory that no VM has is flushed");
	require(el2_fake.flushed != NULL, "nobody expects that memory is flushed");
	for (; n != 0 && at < (size_t)((const uint8_t *)p - el2_fake.cached) + n; at += line) {
		uint8_t *cached = &el2_fake.cached[at], *coherent = &el2_fake.coherent[at];

		if (memcmp(cached, &el2_fake.flushed[at], line) != 0)
			memcpy(coherent, cached, line);
		memcpy(cached, coherent, line);
		memcpy(&el2_fake.flushed[at], cached, line);
	}
	if (el2_fake.after_flush != NULL)
		el2_fake.after_flush();
}

void el2_hw_put(uint8_t byte)
{
	require(el2_fake.n_text + 1 < sizeof(el2_fake.text), "the console is full");
	el2_fake.text[el2_fake.n_text++] = (char)byte;
}

bool el2_fake_holds(const struct el2_lock *lock)
{
	for (unsigned int i = 0; i < el2_fake.held; i++)
		if (el2_fake.lock[i] == lock)
			return true;
	return false;
}

static bool is_outer(const struct el2_lock *lock)
{
	for (size_t i = 0; i < EL2_FAKE_OUTER; i++)
		if (el2_fake.outer[i] == lock)
			return true;
	return false;
}

void el2_lock(struct el2_lock *lock)
{
	void (*other)(void) = el2_fake.before_lock;

	el2_fake.before_lock = NULL;
	if (other != NULL)
		other();
	require(lock->next == lock->owner && !el2_fake_holds(lock), "a lock is taken twice");
	require(el2_fake.held == 0 ||
		    (el2_fake.held < EL2_FAKE_LOCKS && is_outer(el2_fake.lock[el2_fake.held - 1])),
		"a lock is taken under another");
	lock->next++;
	el2_fake.lock[el2_fake.held++] = lock;
	el2_fake.locks++;
}

void el2_unlock(struct el2_lock *lock)
{
	void (*other)(void) = el2_fake.after_unlock;

	require(el2_fake.held != 0 && el2_fake.lock[el2_fake.held - 1] == lock,
		"a lock is released that is not the last one that was taken");
	lock->owner++;
	el2_fake.held--;
	el2_fake.after_unlock = NULL;
	if (other != NULL)
		other();
}
