/* SPDX-License-Identifier: BSD-2-Clause */
/* Memory for Stage-2 tables at physical addresses of its own, and the operations over it. Judges
 * hang on to the events. Needs S2_FAIL(words), which does not return. */
#ifndef S2_POOL_H
#define S2_POOL_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include <aetherboot/stage2.h>

#define POOL_UNIT UINT64_C(4096)
#define POOL_BYTES (UINT64_C(40) << 20)
#define POOL_UNITS (POOL_BYTES / POOL_UNIT)
#define POOL_ROOT_MOST (UINT64_C(16) << 16) /* the largest root, so PAs of the pool are aligned */

/* Whoever watches. Each may be NULL. */
struct s2_events {
	void (*store)(uint64_t pa, uint64_t old, uint64_t new); /* before it is done */
	void (*alloc)(uint64_t pa, uint64_t size);
	void (*free)(uint64_t pa, uint64_t size);
	void (*clean)(uint64_t pa, uint64_t size);
	void (*tlbi)(uint64_t ipa, uint64_t size, int level);
	void (*barrier)(enum ab_s2_barrier kind);
};

static struct {
	uint64_t word[POOL_BYTES / 8];
	uint8_t used[POOL_UNITS];
	uint64_t base; /* physical address */
	uint64_t next; /* unit where the search begins */
	uint64_t in_use; /* bytes */
	uint64_t allocs, stores, tlbis; /* calls */
	uint64_t left; /* allocations that will succeed */
	struct s2_events on;
} pool;

static inline uint64_t pool_index(uint64_t pa)
{
	if (pa < pool.base || pa - pool.base >= POOL_BYTES || pa % 8 != 0)
		S2_FAIL("an address that is not of a table");
	return (pa - pool.base) / 8;
}

static inline uint64_t pool_load(uint64_t pa)
{
	return ab_ld_le64(&pool.word[pool_index(pa)]);
}

void __real_ab_s2_store_(uint64_t *at, uint64_t d);
void __wrap_ab_s2_store_(uint64_t *at, uint64_t d);

void __wrap_ab_s2_store_(uint64_t *at, uint64_t d)
{
	const uint64_t index = (uint64_t)(at - pool.word);

	if (at < pool.word || index >= POOL_BYTES / 8 || !pool.used[index * 8 / POOL_UNIT])
		S2_FAIL("a store outside of tables");
	pool.stores++;
	if (pool.on.store != NULL)
		pool.on.store(pool.base + index * 8, ab_ld_le64(at), d);
	__real_ab_s2_store_(at, d);
}

static bool pool_fits(uint64_t unit, uint64_t n)
{
	if (unit + n > POOL_UNITS)
		return false;
	for (uint64_t i = 0; i < n; i++)
		if (pool.used[unit + i])
			return false;
	return true;
}

static bool pool_alloc(void *ctx, uint64_t size, uint64_t *pa)
{
	const uint64_t n = size / POOL_UNIT;
	uint64_t unit, tries;

	(void)ctx;
	if (size % POOL_UNIT != 0 || (size & (size - 1)) != 0 || size > POOL_ROOT_MOST)
		S2_FAIL("no size of a table");
	if (pool.left == 0)
		return false;
	unit = (pool.next + n - 1) / n * n;
	for (tries = 0; tries <= POOL_UNITS / n && !pool_fits(unit, n); tries++)
		unit = unit + n < POOL_UNITS ? unit + n : 0;
	if (!pool_fits(unit, n))
		return false;
	memset(&pool.used[unit], 1, (size_t)n);
	memset(&pool.word[unit * POOL_UNIT / 8], 0xa5, (size_t)size); /* valid entries */
	pool.next = (unit + n) % POOL_UNITS;
	pool.in_use += size;
	pool.allocs++;
	pool.left--;
	*pa = pool.base + unit * POOL_UNIT;
	if (pool.on.alloc != NULL)
		pool.on.alloc(*pa, size);
	return true;
}

static void pool_free(void *ctx, uint64_t pa, uint64_t size)
{
	const uint64_t unit = pool_index(pa) * 8 / POOL_UNIT;

	(void)ctx;
	for (uint64_t i = 0; i < size / POOL_UNIT; i++)
		if (!pool.used[unit + i])
			S2_FAIL("memory that is given back twice");
	if (pool.on.free != NULL)
		pool.on.free(pa, size);
	memset(&pool.used[unit], 0, (size_t)(size / POOL_UNIT));
	memset(&pool.word[unit * POOL_UNIT / 8], 0xa5, (size_t)size);
	pool.in_use -= size;
}

static void *pool_at(void *ctx, uint64_t pa)
{
	(void)ctx;
	return &pool.word[pool_index(pa)];
}

static void pool_clean(void *ctx, const void *p, uint64_t size)
{
	(void)ctx;
	if (pool.on.clean != NULL)
		pool.on.clean(pool.base + (uint64_t)((const uint64_t *)p - pool.word) * 8, size);
}

static void pool_tlbi(void *ctx, uint64_t ipa, uint64_t size, int level)
{
	(void)ctx;
	pool.tlbis++;
	if (pool.on.tlbi != NULL)
		pool.on.tlbi(ipa, size, level);
}

static void pool_barrier(void *ctx, enum ab_s2_barrier kind)
{
	(void)ctx;
	if (pool.on.barrier != NULL)
		pool.on.barrier(kind);
}

/* Begin with an empty pool at @base, a multiple of POOL_ROOT_MOST. */
static inline struct ab_s2_ops pool_begin(uint64_t base)
{
	memset(pool.used, 0, sizeof(pool.used));
	memset(&pool.on, 0, sizeof(pool.on));
	pool.base = base;
	pool.next = pool.in_use = pool.allocs = pool.stores = pool.tlbis = 0;
	pool.left = UINT64_MAX;
	return (struct ab_s2_ops){ .alloc = pool_alloc,
				   .free = pool_free,
				   .at = pool_at,
				   .clean = pool_clean,
				   .tlbi = pool_tlbi,
				   .barrier = pool_barrier };
}

#endif /* S2_POOL_H */
