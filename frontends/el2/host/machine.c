/* SPDX-License-Identifier: BSD-2-Clause */
/* Its registers read as 0, and what is written to them is lost. */
#include "machine.h"

#include "el2/hw.h"
#include "el2/hw_gic.h"
#include "el2/lock.h"

#include <stdlib.h>

struct el2_host_machine el2_host_machine;

/* ---- one thread: a lock that is taken twice would wait for ever */

void el2_lock(struct el2_lock *lock)
{
	if (lock->next != lock->owner)
		abort();
	lock->next++;
	el2_host_machine.held++;
}

void el2_unlock(struct el2_lock *lock)
{
	if (lock->next != lock->owner + 1)
		abort();
	lock->owner++;
	el2_host_machine.held--;
}

/* ---- registers, devices */

uint64_t el2_hw_read(enum el2_register name)
{
	(void)name;
	return 0;
}

void el2_hw_write(enum el2_register name, uint64_t v)
{
	(void)name;
	(void)v;
}

uint64_t el2_hw_id(unsigned int crm, unsigned int op2)
{
	(void)crm;
	(void)op2;
	return 0;
}

uint64_t el2_hw_firmware(uint32_t function, uint64_t x1)
{
	(void)function;
	(void)x1;
	return ~UINT64_C(0);
}

void el2_hw_wake(uint32_t cpu)
{
	el2_host_machine.woken |= UINT64_C(1) << cpu;
}

void el2_hw_wait(void)
{
}

void *el2_hw_memory(uint64_t pa, size_t n)
{
	static uint8_t memory[64];
	const struct el2_host_machine *m = &el2_host_machine;

	if (pa >= m->memory && ab_within(pa - m->memory, n, m->size))
		return &m->bytes[pa - m->memory];
	if (n > sizeof(memory))
		abort();
	return memory;
}

uint64_t el2_hw_ticks(void)
{
	return el2_host_machine.ticks;
}

uint64_t el2_hw_tick_rate(void)
{
	return EL2_HOST_SECOND;
}

void el2_hw_device_write(uint64_t pa, uint32_t v)
{
	(void)pa;
	(void)v;
}

void el2_hw_clean(const void *p, size_t n)
{
	(void)p;
	(void)n;
}

void el2_hw_flush(const void *p, size_t n)
{
	(void)p;
	(void)n;
	if (el2_host_machine.on_flush != NULL)
		el2_host_machine.on_flush();
}

void el2_hw_put(uint8_t byte)
{
	el2_host_machine.printed += byte == '\n';
}

int el2_hw_get(void)
{
	return -1;
}

/* ---- a GIC in which nothing happens */

uint32_t el2_gicd_read(uint32_t off)
{
	(void)off;
	return 0;
}

void el2_gicd_write(uint32_t off, uint32_t v)
{
	(void)off;
	(void)v;
}

void el2_gic_route(uint32_t intid, unsigned int cpu)
{
	(void)intid;
	(void)cpu;
}

void el2_gicd_update(uint32_t off, uint32_t mask, uint32_t v)
{
	(void)off;
	(void)mask;
	(void)v;
}

uint32_t el2_gicr_read(unsigned int cpu, uint32_t off)
{
	(void)cpu;
	(void)off;
	return 0;
}

void el2_gicr_write(unsigned int cpu, uint32_t off, uint32_t v)
{
	(void)cpu;
	(void)off;
	(void)v;
}

void el2_gicr_update(unsigned int cpu, uint32_t off, uint32_t mask, uint32_t v)
{
	(void)cpu;
	(void)off;
	(void)mask;
	(void)v;
}

uint32_t el2_gic_ack(void)
{
	return EL2_GIC_NONE;
}

void el2_gic_drop(uint32_t intid)
{
	(void)intid;
}

void el2_gic_deactivate(uint32_t intid)
{
	(void)intid;
}

void el2_gic_mask(uint32_t intid)
{
	(void)intid;
}

void el2_gic_kick(unsigned int cpu)
{
	el2_host_machine.woken |= UINT64_C(1) << cpu;
}

uint32_t el2_ich_vtr(void)
{
	return 3; /* four list registers */
}

uint32_t el2_ich_hcr(void)
{
	return 0;
}

void el2_ich_set_hcr(uint32_t v)
{
	(void)v;
}

uint32_t el2_ich_vmcr(void)
{
	return 0;
}

uint64_t el2_ich_lr(unsigned int n)
{
	(void)n;
	return 0;
}

void el2_ich_set_lr(unsigned int n, uint64_t v)
{
	(void)n;
	(void)v;
}

void el2_ich_reset(void)
{
}

/* ---- tables: a physical address is an offset in one block */

#define POOL ((uint64_t)4 << 20)

static uint8_t *pool;
static uint64_t used;

static bool take(void *ctx, uint64_t size, uint64_t *pa)
{
	uint64_t at = 0;

	(void)ctx;
	if (pool == NULL && (pool = aligned_alloc(0x10000, POOL)) == NULL)
		return false;
	if (!ab_align_up(used, size, &at) || at + size > POOL)
		return false;
	used = at + size;
	*pa = at;
	return true;
}

static void give_back(void *ctx, uint64_t pa, uint64_t size)
{
	(void)ctx;
	(void)pa;
	(void)size; /* the program ends soon */
}

static void *at_pa(void *ctx, uint64_t pa)
{
	(void)ctx;
	return pool + pa;
}

static void tlbi(void *ctx, uint64_t ipa, uint64_t size, int level)
{
	(void)ctx;
	(void)ipa;
	(void)size;
	(void)level;
}

static void barrier(void *ctx, enum ab_s2_barrier kind)
{
	(void)ctx;
	(void)kind;
}

struct ab_s2_ops el2_host_ops(void)
{
	return (struct ab_s2_ops){
		.alloc = take, .free = give_back, .at = at_pa, .tlbi = tlbi, .barrier = barrier
	};
}
