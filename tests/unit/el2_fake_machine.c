/* SPDX-License-Identifier: BSD-2-Clause */
#include "el2_fake_machine.h"

#include <stdlib.h>
#include <string.h>

#include "el2/hw.h"
#include "el2/hw_gic.h"
#include "el2/lock.h"

struct fake_machine fake_machine;

static uint8_t memory[64];

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
	fake_machine.woken |= UINT64_C(1) << cpu;
}

void el2_hw_wait(void)
{
}

void *el2_hw_memory(uint64_t pa, size_t n)
{
	if (pa >= FAKE_MAILBOX && pa - FAKE_MAILBOX < sizeof(fake_machine.mailbox))
		return &fake_machine.mailbox[pa - FAKE_MAILBOX];
	if (n > sizeof(memory))
		abort();
	return memory;
}

uint64_t el2_hw_ticks(void)
{
	return fake_machine.ticks;
}

uint64_t el2_hw_tick_rate(void)
{
	return FAKE_TICK_RATE;
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
	if (fake_machine.on_flush != NULL)
		fake_machine.on_flush();
}

void el2_hw_put(uint8_t byte)
{
	fake_machine.printed += byte == '\n';
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

void el2_gicd_write64(uint32_t off, uint64_t v)
{
	(void)off;
	(void)v;
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
	fake_machine.woken |= UINT64_C(1) << cpu;
}

uint32_t el2_ich_vtr(void)
{
	return 3;
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

/* ---- one thread: a lock that is taken twice would wait for ever */

void el2_lock(struct el2_lock *lock)
{
	if (lock->next != lock->owner)
		abort();
	lock->next++;
	fake_machine.held++;
}

void el2_unlock(struct el2_lock *lock)
{
	if (lock->next != lock->owner + 1)
		abort();
	lock->owner++;
	fake_machine.held--;
}

int el2_hw_get(void)
{
	return -1;
}
