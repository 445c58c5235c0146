/* SPDX-License-Identifier: BSD-2-Clause */
/* Caches of an arm64 machine: every way in which they can contradict the CPUs and each other, what
 * lies just beside, and what is doubtful. */
#include "machine_arm64.h"
#include "checked.h"

#define CACHES(...) AB_LIST(struct ab_cache, __VA_ARGS__)
#define ONE_CACHE(...)                                                                             \
	{                                                                                          \
		BASE, .arm64.gic = { GIC3 }, .caches = CACHES({ __VA_ARGS__ })                     \
	}
#define CACHE(l, t, s, b, w)                                                                       \
	.level = (l), .type = (enum ab_cache_type)(t), .size = (s), .line = (b), .ways = (w)
#define L1D CACHE(1, AB_CACHE_DATA, 32768, 64, 4)
#define L1I CACHE(1, AB_CACHE_INSTRUCTION, 32768, 64, 4)
#define L2 CACHE(2, AB_CACHE_UNIFIED, 524288, 64, 8)
#define L3 CACHE(3, AB_CACHE_UNIFIED, 4194304, 64, 16)
#define CACHED(n) ARM(n), RAM, .arm64.gic = { GIC3 }

#define CUTS "must divide, or be a multiple of, the CPUs of a core, of a die and of a package"
#define ALIKE "must be a multiple of that of each lower level, or all CPUs"
#define LEVELS "must be 1 to 7, ascending from 1 without a gap"
#define KINDS "a level must have one unified cache, or at most one each for data and instructions"
#define SETS "must be a multiple of line times ways, and not 0"

static const struct row rows[] = {
	{ "no caches",
	  { BASE, .arm64.gic = { GIC3 }, .caches = { NULL, 1 } },
	  { AB_ERR_ARG, "machine.caches.n", 1, NULL_LIST } },
	{ "level 0",
	  ONE_CACHE(CACHE(0, 0, 4096, 64, 4)),
	  { AB_ERR_ARG, "machine.caches[].level", 0, LEVELS, .index = 0 } },
	{ "level 2 first",
	  ONE_CACHE(L2),
	  { AB_ERR_ARG, "machine.caches[].level", 2, LEVELS, .index = 0 } },
	{ "level 2 left out",
	  { CACHED(4), .caches = CACHES({ L1D }, { L3 }) },
	  { AB_ERR_ARG, "machine.caches[].level", 3, LEVELS, .index = 1 } },
	{ "levels descend",
	  { CACHED(4), .caches = CACHES({ L1D }, { L2 }, { L1I }) },
	  { AB_ERR_ARG, "machine.caches[].level", 1, LEVELS, .index = 2 } },
	{ "level 8",
	  { CACHED(4),
	    .caches = CACHES({ L1D }, { L2 }, { L3 }, { CACHE(4, 0, 4096, 64, 4) },
			     { CACHE(5, 0, 4096, 64, 4) }, { CACHE(6, 0, 4096, 64, 4) },
			     { CACHE(7, 0, 4096, 64, 4) }, { CACHE(8, 0, 4096, 64, 4) }) },
	  { AB_ERR_ARG, "machine.caches[].level", 8, LEVELS, .index = 7 } },
	{ "kind of cache",
	  ONE_CACHE(CACHE(1, 3, 4096, 64, 4)),
	  { AB_ERR_ARG, "machine.caches[].type", 3, "must be one of enum ab_cache_type",
	    .index = 0 } },
	{ "line of 0",
	  ONE_CACHE(CACHE(1, 0, 4096, 0, 4)),
	  { AB_ERR_ARG, "machine.caches[].line", 0, "must be a power of two", .index = 0 } },
	{ "line of 48",
	  ONE_CACHE(CACHE(1, 0, 4096, 48, 4)),
	  { AB_ERR_ARG, "machine.caches[].line", 48, "must be a power of two", .index = 0 } },
	{ "no ways",
	  ONE_CACHE(CACHE(1, 0, 4096, 64, 0)),
	  { AB_ERR_ARG, "machine.caches[].ways", 0, "must be at least 1", .index = 0 } },
	{ "no size",
	  ONE_CACHE(CACHE(1, 0, 0, 64, 4)),
	  { AB_ERR_ARG, "machine.caches[].size", 0, SETS, .index = 0 } },
	{ "half a line",
	  ONE_CACHE(CACHE(1, 0, 4096 + 32, 64, 1)),
	  { AB_ERR_ARG, "machine.caches[].size", 4096 + 32, SETS, .index = 0 } },
	{ "half a set",
	  ONE_CACHE(CACHE(1, 0, 4096, 64, 3)),
	  { AB_ERR_ARG, "machine.caches[].size", 4096, SETS, .index = 0 } },
	{ "one kind twice",
	  { CACHED(4), .caches = CACHES({ L1D }, { L1D }) },
	  { AB_ERR_ARG, "machine.caches[].type", AB_CACHE_DATA, KINDS, .index = 1 } },
	{ "unified and instructions",
	  { CACHED(4), .caches = CACHES({ CACHE(1, AB_CACHE_UNIFIED, 4096, 64, 4) }, { L1I }) },
	  { AB_ERR_ARG, "machine.caches[].type", AB_CACHE_INSTRUCTION, KINDS, .index = 1 } },
	{ "data and unified",
	  { CACHED(4), .caches = CACHES({ L1D }, { CACHE(1, AB_CACHE_UNIFIED, 4096, 64, 4) }) },
	  { AB_ERR_ARG, "machine.caches[].type", AB_CACHE_UNIFIED, KINDS, .index = 1 } },
	{ "a cache over 3 of cores of 2 threads",
	  { CACHED(8), .topology = { .threads = 2 }, .caches = CACHES({ L1D, .cpus = 3 }) },
	  { AB_ERR_ARG, "machine.caches[].cpus", 3, CUTS, .index = 0 } },
	{ "a cache over 4 of dies of 6",
	  { CACHED(12), .topology = { .cores = 6, .dies = 2 },
	    .caches = CACHES({ L1D, .cpus = 4 }) },
	  { AB_ERR_ARG, "machine.caches[].cpus", 4, CUTS, .index = 0 } },
	{ "a cache over one and a half packages",
	  { CACHED(12), .topology = { .cores = 4 }, .caches = CACHES({ L1D, .cpus = 6 }) },
	  { AB_ERR_ARG, "machine.caches[].cpus", 6, CUTS, .index = 0 } },
	{ "two dies of packages of three",
	  { CACHED(12), .topology = { .cores = 2, .dies = 3 },
	    .caches = CACHES({ L1D, .cpus = 4 }) },
	  { AB_ERR_ARG, "machine.caches[].cpus", 4, CUTS, .index = 0 } },
	{ "a level shared by fewer than the one below",
	  { CACHED(4), .caches = CACHES({ L1D, .cpus = 2 }, { L2, .cpus = 1 }) },
	  { AB_ERR_ARG, "machine.caches[].cpus", 1, ALIKE, .index = 1 } },
	{ "the halves of a level shared differently",
	  { CACHED(4), .caches = CACHES({ L1D, .cpus = 1 }, { L1I, .cpus = 2 }) },
	  { AB_ERR_ARG, "machine.caches[].cpus", 2, "must be equal for both caches of a level",
	    .index = 1 } },
	{ "groups that cut groups",
	  { CACHED(12), .caches = CACHES({ L1D }, { L2, .cpus = 4 }, { L3, .cpus = 6 }) },
	  { AB_ERR_ARG, "machine.caches[].cpus", 6, ALIKE, .index = 2 } },
};

static void test_bad(void **state)
{
	(void)state;
	judge_bad(rows, COUNT(rows));
}

static const struct row good[] = {
	{ "caches that nest",
	  { CACHED(16), .topology = { .threads = 2, .cores = 4, .dies = 2 },
	    .caches =
		CACHES({ L1D, .cpus = 2 }, { L1I, .cpus = 2 }, { L2, .cpus = 4 }, { L3, .cpus = 8 },
		       { CACHE(4, AB_CACHE_UNIFIED, 4096, 64, 1), .cpus = 16 }) },
	  { 0 } },
	{ "the last group is smaller",
	  { CACHED(7), .caches = CACHES({ L1D, .cpus = 2 }, { L2, .cpus = 4 }, { L3, .cpus = 7 }) },
	  { 0 } },
	{ "one cache for more CPUs than there are",
	  { CACHED(6), .topology = { .cores = 3 }, .caches = CACHES({ L1D }, { L2, .cpus = 64 }) },
	  { 0 } },
};

static void test_good(void **state)
{
	(void)state;
	judge_good(good, COUNT(good));
}

#define CPU(...) CACHED(4), .caches = CACHES(__VA_ARGS__), .arm64.clidr
#define LAST "must not be the last level, as machine.arm64.clidr has more: Linux ignores all caches"
#define TYPES                                                                                      \
	"must have the cache types that machine.arm64.clidr has there: Linux ignores all caches"
#define DOUBT(level, at, rule)                                                                     \
	{                                                                                          \
		AB_ERR_ARG, "machine.caches[].level", level, rule, .index = at                     \
	}

/* CLIDR_EL1: three bits a level: 1 instruction, 2 data, 3 both, 4 unified */
static const struct {
	const char *name;
	struct ab_machine m;
	struct ab_error want;
} doubts[] = {
	{ "no caches", { CACHED(4), .arm64.clidr = 04 }, { AB_OK } },
	{ "no CLIDR", { CPU({ L1D }, { L1I }, { L2 }) = 0 }, { AB_OK } },
	{ "the same", { CPU({ L1D }, { L1I }, { L2 }) = 043 }, { AB_OK } },
	{ "a cache outside of the CPU", { CPU({ L1D }, { L1I }, { L2 }) = 03 }, { AB_OK } },
	{ "a level more", { CPU({ L1D }, { L1I }, { L2 }) = 0443 }, DOUBT(2, 2, LAST) },
	{ "two levels more", { CPU({ L1D }, { L1I }) = 0443 }, DOUBT(1, 1, LAST) },
	{ "unified", { CPU({ L1D }, { L1I }, { L2 }) = 044 }, DOUBT(1, 0, TYPES) },
	{ "no instructions", { CPU({ L1D }, { L2 }) = 043 }, DOUBT(1, 0, TYPES) },
	{ "no data", { CPU({ L1I }, { L2 }) = 042 }, DOUBT(1, 0, TYPES) },
	{ "not unified", { CPU({ L1D }, { L1I }, { L2 }) = 033 }, DOUBT(2, 2, TYPES) },
	{ "other fields of CLIDR",
	  { CPU({ L1D }, { L1I }, { L2 }) = 0xa0000023 | 030 },
	  DOUBT(2, 2, TYPES) },
};

static void test_doubts(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(doubts); i++) {
		struct ab_error why,
		    warning = { AB_ERR_MEM, "old", 1, "old", 1, "old", 1, "old", 1 };

		assert_ok(check_machine(&doubts[i].m, &warning, &why), &why, doubts[i].name);
		assert_whole_error(warning.code, &warning, &doubts[i].want, doubts[i].name);
		assert_ok(check_machine(&doubts[i].m, NULL, NULL), &why, doubts[i].name);
	}
}

/* A machine that is refused is not doubtful as well. */
static void test_no_doubt_of_the_refused(void **state)
{
	const struct ab_machine m = { CPU({ L1D }, { L1I }, { L2 }) = 033, .arm64.pmu = 1 };
	struct ab_error warning = { AB_ERR_MEM, "old", 1, NULL };

	(void)state;
	assert_int_equal(check_machine(&m, &warning, NULL), AB_ERR_ARG);
	assert_int_equal(warning.code, AB_OK);
	assert_null(warning.what);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_bad),
		cmocka_unit_test(test_good),
		cmocka_unit_test(test_doubts),
		cmocka_unit_test(test_no_doubt_of_the_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
