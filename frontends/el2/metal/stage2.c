/* SPDX-License-Identifier: BSD-2-Clause */
/* What Stage-2 tables need of the machine: a pool of pages, caches, TLB and barriers. */
#include "stage2.h"
#include "metal.h"
#include "el2/hw.h"
#include "el2/lock.h"
#include "el2/tlbi.h"

#define PAGES 192 /* for the tables of all VMs */

static EL2_NOINIT _Alignas(0x10000) uint8_t pool[PAGES][EL2_PAGE];
static uint8_t taken[PAGES];
static struct el2_lock lock;

/* First fit, as tables are taken when a VM is made, not while it runs. */
static bool take(void *ctx, uint64_t size, uint64_t *pa)
{
	const unsigned int n = (unsigned int)(size / EL2_PAGE);
	unsigned int i = 0, j;

	(void)ctx;
	el2_lock(&lock);
	for (; i + n <= PAGES; i += n) {
		for (j = 0; j < n && taken[i + j] == 0; j++)
			;
		if (j == n)
			break;
	}
	if (i + n <= PAGES) {
		for (j = 0; j < n; j++)
			taken[i + j] = 1;
		*pa = (uintptr_t)pool[i];
	}
	el2_unlock(&lock);
	return i + n <= PAGES;
}

static void give_back(void *ctx, uint64_t pa, uint64_t size)
{
	const size_t first = (size_t)(pa - (uintptr_t)pool) / EL2_PAGE;

	(void)ctx;
	el2_lock(&lock);
	for (size_t i = 0; i < size / EL2_PAGE; i++)
		taken[first + i] = 0;
	el2_unlock(&lock);
}

static void *at(void *ctx, uint64_t pa)
{
	(void)ctx;
	return (void *)(uintptr_t)pa;
}

static void clean(void *ctx, const void *p, uint64_t size)
{
	(void)ctx;
	el2_hw_clean(p, (size_t)size);
}

/* The VMID of the invalidation is that of VTTBR_EL2. */
static void tlbi(void *ctx, uint64_t ipa, uint64_t size, int level)
{
	const struct ab_s2 *s2 = ctx;
	const uint64_t old = EL2_READ(VTTBR_EL2), own = ab_s2_vttbr(s2);
	const struct el2_tlbi t = el2_tlbi(ipa, size, level, s2->config.granule);

	if (old != own) {
		EL2_WRITE(VTTBR_EL2, own);
		__asm__ volatile("isb");
	}
	if (t.n == 0)
		__asm__ volatile("tlbi vmalls12e1is" : : : "memory");
	for (uint64_t i = 0; i < t.n; i++)
		__asm__ volatile("tlbi ipas2e1is, %0" : : "r"(t.operand + i * t.step) : "memory");
	/* stage 1 and 2 together are cached by VA; BARRIER_INVALIDATED would see another VMID */
	__asm__ volatile("dsb ish\n\ttlbi vmalle1is\n\tdsb ish\n\tisb" : : : "memory");
	if (old != own) {
		EL2_WRITE(VTTBR_EL2, old);
		__asm__ volatile("isb");
	}
}

static void barrier(void *ctx, enum ab_s2_barrier kind)
{
	(void)ctx;
	if (kind == AB_S2_STORES)
		__asm__ volatile("dsb ishst" : : : "memory");
	else
		__asm__ volatile("dsb ish\n\tisb" : : : "memory");
}

struct ab_s2_ops el2_s2_ops(void)
{
	return (struct ab_s2_ops){ .alloc = take,
				   .free = give_back,
				   .at = at,
				   .clean = clean,
				   .tlbi = tlbi,
				   .barrier = barrier };
}
