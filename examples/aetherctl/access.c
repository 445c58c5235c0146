/* SPDX-License-Identifier: BSD-2-Clause */
/* Linux maps the mailbox as Device memory: nothing may be unaligned. The hypervisor emulates the
 * registers from the syndrome of the trap, which describes neither pairs nor addresses that are
 * updated; compilers may make such accesses of a volatile one, so the instructions are written
 * down. On other CPUs there is no mailbox, and the same code serves a model of it. */
#include "access.h"

static volatile void *at(const struct mailbox *m, uint32_t off)
{
	return (volatile uint8_t *)m->base + off;
}

#ifdef __aarch64__

uint32_t access_read32(const struct mailbox *m, uint32_t off)
{
	uint32_t v;

	__asm__ volatile("ldr %w0, [%1]" : "=r"(v) : "r"(at(m, off)) : "memory");
	return v;
}

uint64_t access_read64(const struct mailbox *m, uint32_t off)
{
	uint64_t v;

	__asm__ volatile("ldr %0, [%1]" : "=r"(v) : "r"(at(m, off)) : "memory");
	return v;
}

void access_write32(const struct mailbox *m, uint32_t off, uint32_t v)
{
	__asm__ volatile("str %w0, [%1]" : : "r"(v), "r"(at(m, off)) : "memory");
}

void access_write64(const struct mailbox *m, uint32_t off, uint64_t v)
{
	__asm__ volatile("str %0, [%1]" : : "r"(v), "r"(at(m, off)) : "memory");
}

void access_barrier(void)
{
	__asm__ volatile("dsb sy" : : : "memory");
}

#else

uint32_t access_read32(const struct mailbox *m, uint32_t off)
{
	return *(volatile uint32_t *)at(m, off);
}

uint64_t access_read64(const struct mailbox *m, uint32_t off)
{
	return *(volatile uint64_t *)at(m, off);
}

void access_write32(const struct mailbox *m, uint32_t off, uint32_t v)
{
	*(volatile uint32_t *)at(m, off) = v;
}

void access_write64(const struct mailbox *m, uint32_t off, uint64_t v)
{
	*(volatile uint64_t *)at(m, off) = v;
}

void access_barrier(void)
{
	__atomic_thread_fence(__ATOMIC_SEQ_CST);
}

#endif
