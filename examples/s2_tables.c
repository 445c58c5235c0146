/* SPDX-License-Identifier: BSD-2-Clause */
/* Build a guest's Stage-2 tables in memory of this process, and print what a hypervisor would give
 * to the CPU: s2_tables. Nobody walks these tables, so its functions print what they shall do. */
#define _POSIX_C_SOURCE 200809L
#include <aetherboot/stage2.h>

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define POOL (UINT64_C(1) << 20)
#define POOL_PA UINT64_C(0x48000000)

struct pool {
	unsigned char *memory;
	uint64_t used;
};

static bool alloc(void *ctx, uint64_t size, uint64_t *pa)
{
	struct pool *pool = ctx;
	uint64_t at;

	if (!ab_align_up(pool->used, size, &at) || !ab_within(at, size, POOL))
		return false;
	pool->used = at + size;
	*pa = POOL_PA + at;
	return true;
}

static void give_back(void *ctx, uint64_t pa, uint64_t size)
{
	(void)ctx; /* this pool only grows */
	printf("table at 0x%" PRIx64 " given back, %" PRIu64 " bytes\n", pa, size);
}

static void *at(void *ctx, uint64_t pa)
{
	return ((struct pool *)ctx)->memory + (pa - POOL_PA);
}

static void tlbi(void *ctx, uint64_t ipa, uint64_t size, int level)
{
	(void)ctx;
	printf("TLBI IPAS2E1IS of 0x%" PRIx64 " and 0x%" PRIx64 " bytes, level %d\n", ipa, size,
	       level);
}

static void barrier(void *ctx, enum ab_s2_barrier kind)
{
	(void)ctx;
	puts(kind == AB_S2_STORES ? "DSB ISHST" : "DSB ISH; TLBI VMALLE1IS; DSB ISH; ISB");
}

static bool print(void *ctx, const struct ab_s2_entry *e)
{
	(void)ctx;
	if (e->kind == AB_S2_LEAF)
		printf("0x%010" PRIx64 " to 0x%010" PRIx64 ", 0x%" PRIx64 " bytes%s\n", e->ipa,
		       e->pa, e->size, e->contiguous ? ", contiguous" : "");
	return true;
}

int main(void)
{
	const struct ab_s2_config config = { .cpu = ab_s2_cpu(0x1124, 0, 0), /* a Cortex-A57 */
					     .ipa_bits = 40,
					     .vmid = 1 };
	struct pool pool = { .used = 0 };
	const struct ab_s2_ops ops = { .alloc = alloc,
				       .free = give_back,
				       .at = at,
				       .tlbi = tlbi,
				       .barrier = barrier,
				       .ctx = &pool };
	const struct ab_s2_attr ram = { .access = AB_S2_RWX };
	const struct ab_s2_attr uart = { .access = AB_S2_RW, .memory = AB_S2_NGNRE };
	struct ab_error why = { .code = AB_OK };
	struct ab_s2 s2;
	char text[160];

	if (posix_memalign((void **)&pool.memory, 1 << 16, POOL) != 0)
		return 1;
	/* [stage 2] */
	if (ab_s2_init(&s2, &config, &ops, &why) == AB_OK) {
		if (ab_s2_map(&s2, 0x40000000, 0x80000000, 0x04001000, &ram, 0, &why) == AB_OK &&
		    ab_s2_map(&s2, 0x09000000, 0x09000000, 0x1000, &uart, 0, &why) == AB_OK &&
		    ab_s2_unmap(&s2, 0x40200000, 0x200000, 0, &why) == AB_OK)
			(void)ab_s2_walk(&s2, 0, UINT64_MAX, print, NULL);
		printf("VTCR_EL2 0x%" PRIx64 ", VTTBR_EL2 0x%" PRIx64 ", %" PRIu64 " tables\n",
		       ab_s2_vtcr(&s2), ab_s2_vttbr(&s2), s2.tables);
		ab_s2_destroy(&s2);
	}
	/* [stage 2] */
	if (why.code != AB_OK) {
		(void)ab_error_text(&why, text, sizeof(text));
		fprintf(stderr, "s2_tables: %s\n", text);
	}
	free(pool.memory);
	return why.code != AB_OK;
}
