/* SPDX-License-Identifier: BSD-2-Clause */
/* Changes whose steps are known: what is stored, invalidated and ordered, and what is left. Many
 * are defects of other builders, by name. */
#include "s2_unit.h"

#include "s2_judge.h"
#include "s2_ref.h"

#define KiB64 UINT64_C(0x10000)
#define MiB2 UINT64_C(0x200000)

static struct ab_s2 s2;
static struct ab_error why;
static const struct ab_s2_attr ram = { AB_S2_RWX, AB_S2_WB, 0 };
static const struct ab_s2_attr dev = { AB_S2_RW, AB_S2_NGNRE, 9 };

/* ---- what happened, as a text -------------------------------------------------------------- */

static char told[600];
static unsigned int stores;

static void tell(const char *text)
{
	char number[40] = "";

	if (stores != 0)
		(void)snprintf(number, sizeof(number), "%u stored, ", stores);
	stores = 0;
	if (strlen(told) + strlen(number) + strlen(text) < sizeof(told)) /* else nobody asks */
		strcat(strcat(told, number), text);
}

static void log_store(uint64_t pa, uint64_t old, uint64_t new)
{
	stores += TABLE_OF(pa).state == LINKED;
	judge_store(pa, old, new);
}

static void log_free(uint64_t pa, uint64_t size)
{
	judge_free(pa, size);
	tell("freed, ");
}

static void log_tlbi(uint64_t ipa, uint64_t size, int level)
{
	char text[80];

	judge_tlbi(ipa, size, level);
	(void)snprintf(text, sizeof(text), "%#llx + %#llx of level %d invalid, ",
		       (unsigned long long)ipa, (unsigned long long)size, level);
	tell(text);
}

static void log_barrier(enum ab_s2_barrier kind)
{
	judge_barrier(kind);
	tell(kind == AB_S2_STORES ? "ordered, " : "done, ");
}

/* Since the last time. */
static void assert_told(const char *want)
{
	tell("");
	assert_text(told, want, "steps");
	told[0] = '\0';
	judge_check();
}

static void begin(struct ab_s2_config config)
{
	const struct ab_s2_ops ops = judge_begin(UINT64_C(1) << 40);

	if (config.cpu.pa_bits == 0)
		config.cpu = able;
	assert_ok(ab_s2_init(&s2, &config, &ops, &why), &why, "init");
	judge_run(&s2);
	ref_begin(&s2);
	pool.on.store = log_store;
	pool.on.free = log_free;
	pool.on.tlbi = log_tlbi;
	pool.on.barrier = log_barrier;
	told[0] = '\0';
	stores = 0;
}

static void begin_4k(void)
{
	begin((struct ab_s2_config){ .ipa_bits = 39 });
}

static void end(void)
{
	judge_check();
	ab_s2_destroy(&s2);
	assert_true(pool.in_use == 0);
}

static void replace(uint64_t ipa, uint64_t pa, uint64_t size, const struct ab_s2_attr *attr,
		    uint32_t flags)
{
	const struct ab_s2_change c = { AB_S2_MAP, ipa, size, pa, *attr, 0, 0 };

	judge_expect(ipa, size);
	assert_ok(ab_s2_map(&s2, ipa, pa, size, attr, flags, &why), &why, "map");
	ref_change(&c);
	ref_compare(&s2, &judge.hw);
}

static void map(uint64_t ipa, uint64_t pa, uint64_t size, const struct ab_s2_attr *attr)
{
	replace(ipa, pa, size, attr, 0);
}

static void unmap(uint64_t ipa, uint64_t size, uint8_t owner)
{
	const struct ab_s2_change c = { .what = AB_S2_UNMAP, ipa, size, .owner = owner };

	judge_expect(ipa, size);
	assert_ok(ab_s2_unmap(&s2, ipa, size, owner, &why), &why, "unmap");
	ref_change(&c);
	ref_compare(&s2, &judge.hw);
}

static void protect(uint64_t ipa, uint64_t size, uint8_t access, uint8_t software)
{
	const struct ab_s2_change c = {
		.what = AB_S2_PROTECT, ipa, size, .attr = { access, 0, software }
	};

	judge_expect(ipa, size);
	assert_ok(ab_s2_protect(&s2, ipa, size, access, software, &why), &why, "protect");
	ref_change(&c);
	ref_compare(&s2, &judge.hw);
}

/* ---- the tests ----------------------------------------------------------------------------- */

/* An entry that was invalid is made at once. */
static void test_map_needs_no_invalidation(void **state)
{
	(void)state;
	begin_4k();
	map(0x40000000, 0x80000000, AB_GiB, &ram);
	assert_told("1 stored, ordered, ");
	/* two tables below, linked by one entry: invalid first, until their content is ordered */
	map(0x80000000, 0, 0x1000, &ram);
	assert_told("1 stored, ordered, 1 stored, ordered, ");
	assert_true(s2.tables == 3);
	/* the same again: nothing */
	map(0x80000000, 0, 0x1000, &ram);
	map(0x40201000, 0x80201000, 0x3000, &ram);
	protect(0x40000000, 0x1000, AB_S2_RWX, 0);
	unmap(0xc0000000, 0x1000, 0);
	assert_told("");
	end();
}

/* Bao: a table is published before it is filled. Jailhouse: likewise, and without a break. */
static void test_split_is_published_whole(void **state)
{
	(void)state;
	begin_4k();
	map(0, 0, AB_GiB, &ram);
	assert_told("1 stored, ordered, ");
	unmap(0x5000, 0x1000, 0);
	/* broken, of its level only; then linked, two tables at once */
	assert_told("1 stored, ordered, 0 + 0x40000000 of level 1 invalid, done, 1 stored, "
		    "ordered, ");
	assert_true(s2.tables == 3);
	end();
}

/* Bao: a split gives the rest the usual attributes, those of RAM. */
static void test_split_keeps_attributes(void **state)
{
	struct ab_s2_entry e;

	(void)state;
	begin_4k();
	map(0, AB_GiB, AB_GiB, &dev);
	protect(MiB2, 0x1000, AB_S2_R, 3);
	assert_true(ab_s2_query(&s2, MiB2, &e));
	assert_true(e.attr.access == AB_S2_R && e.attr.software == 3 && e.level == 3);
	assert_true(e.attr.memory == AB_S2_NGNRE);
	for (uint64_t ipa = 0; ipa < AB_GiB; ipa += 0x7f000) {
		if (ipa == MiB2)
			continue;
		assert_true(ab_s2_query(&s2, ipa, &e) && e.kind == AB_S2_LEAF);
		assert_true(e.attr.access == AB_S2_RW && e.attr.software == 9);
		assert_true(e.attr.memory == AB_S2_NGNRE && e.pa == e.ipa + AB_GiB);
	}
	end();
}

/* Hafnium: the loop over pages to invalidate ends after the first. */
static void test_every_page_is_invalidated(void **state)
{
	(void)state;
	begin_4k();
	map(0x1000, 0x7000, 0x3000, &ram);
	told[0] = '\0';
	unmap(0x1000, 0x3000, 0);
	assert_told("3 stored, ordered, 0x1000 + 0x3000 of level 3 invalid, done, ");
	end();
}

/* Bao: unmap invalidates another regime's entries; then a CPU still reads. */
static void test_unmapped_is_gone(void **state)
{
	(void)state;
	begin_4k();
	map(0, 0, 4 * MiB2, &ram);
	for (int i = 0; i < 200; i++)
		tlb_probe();
	unmap(MiB2, MiB2, 7);
	judge_check();
	assert_false(hw_walk(&judge.hw, MiB2).mapped);
	assert_true(hw_walk(&judge.hw, MiB2 - 1).mapped && hw_walk(&judge.hw, 2 * MiB2).mapped);
	end();
}

/* Bao: VTTBR_EL2 loses its address. It is a number of the tables, whatever happens. */
static void test_vttbr_stays(void **state)
{
	uint64_t vttbr;

	(void)state;
	begin((struct ab_s2_config){ .ipa_bits = 40, .vmid = 0xbeef });
	vttbr = ab_s2_vttbr(&s2);
	assert_true(vttbr == (UINT64_C(0xbeef) << 48 | s2.root));
	map(0, 0, AB_GiB, &ram);
	unmap(0x1000, 0x1000, 0);
	ab_s2_coalesce(&s2, 0, UINT64_MAX);
	assert_true(ab_s2_vttbr(&s2) == vttbr);
	end();
}

/* A block takes the place of tables: entries of all levels go, and then the tables. */
static void test_map_block_replaces_table(void **state)
{
	(void)state;
	begin_4k();
	map(0x1000, 0x1000, 0x1000, &ram);
	map(MiB2, MiB2, 0x1000, &ram);
	assert_true(s2.tables == 4);
	told[0] = '\0';
	map(0, 0, AB_GiB, &ram);
	assert_told("1 stored, ordered, 0 + 0x40000000 of level 4 invalid, done, 1 stored, freed, "
		    "freed, freed, ordered, ");
	assert_true(s2.tables == 1);
	end();
}

static void test_protect_without_break(void **state)
{
	(void)state;
	begin_4k();
	map(0, 0, 2 * MiB2, &ram);
	told[0] = '\0';
	protect(0, 2 * MiB2, AB_S2_R, 0);
	assert_told("2 stored, ordered, 0 + 0x400000 of level 2 invalid, done, ");
	protect(0, MiB2, AB_S2_RW, 1);
	assert_told("1 stored, ordered, 0 + 0x200000 of level 2 invalid, done, ");
	end();
}

/* ---- the contiguous hint ------------------------------------------------------------------- */

static unsigned int hints(uint64_t ipa, unsigned int n, uint64_t size)
{
	struct ab_s2_entry e;
	unsigned int found = 0;

	for (unsigned int i = 0; i < n; i++) {
		assert_true(ab_s2_query(&s2, ipa + i * size, &e));
		found += e.contiguous;
	}
	return found;
}

static void test_group_is_broken_whole(void **state)
{
	(void)state;
	begin_4k();
	map(0, 0, 3 * KiB64, &ram);
	assert_int_equal(hints(0, 48, 0x1000), 48);
	told[0] = '\0';
	/* all 16 are broken, and 15 made again without the hint; the groups beside it stay */
	unmap(KiB64 + 0x5000, 0x1000, 0);
	assert_told("16 stored, ordered, 0x10000 + 0x10000 of level 3 invalid, done, 15 stored, "
		    "ordered, ");
	assert_int_equal(hints(0, 48, 0x1000), 32);
	map(KiB64 + 0x5000, KiB64 + 0x5000, 0x1000, &ram);
	assert_int_equal(hints(0, 48, 0x1000), 32);
	ab_s2_coalesce(&s2, KiB64, 1);
	assert_int_equal(hints(0, 48, 0x1000), 48);
	/* a range that begins in a group and changes nothing of it */
	told[0] = '\0';
	map(KiB64 * 2 + 0x8000, KiB64 * 2 + 0x8000, 0x9000, &ram);
	assert_told("1 stored, ordered, ");
	assert_int_equal(hints(0, 49, 0x1000), 48);
	/* a change of permissions cuts a group at each end, and keeps the one between them */
	protect(0xf000, KiB64 + 0x2000, AB_S2_R, 0);
	judge_check();
	assert_int_equal(hints(0, 48, 0x1000), 16);
	end();
}

static void test_group_is_protected_whole(void **state)
{
	(void)state;
	begin_4k();
	map(0, 0, 2 * KiB64, &ram);
	told[0] = '\0';
	protect(0, KiB64, AB_S2_R, 0);
	assert_told("16 stored, ordered, 0 + 0x10000 of level 3 invalid, done, 16 stored, "
		    "ordered, ");
	assert_int_equal(hints(0, 32, 0x1000), 32);
	end();
}

/* Pages that were there first have no hint; with it all of the group is broken. */
static void test_group_beside_pages(void **state)
{
	(void)state;
	begin_4k();
	map(0x8000, 0x8000, 0x4000, &ram);
	told[0] = '\0';
	map(0, 0, KiB64, &ram);
	assert_told("16 stored, ordered, 0x8000 + 0x4000 of level 3 invalid, done, 16 stored, "
		    "ordered, ");
	assert_int_equal(hints(0, 16, 0x1000), 16);
	map(KiB64, KiB64, 0xf000, &ram); /* one too few */
	map(KiB64 * 2, KiB64 * 2 + 0x1000, KiB64, &ram); /* not aligned */
	assert_int_equal(hints(KiB64, 32, 0x1000), 0);
	end();
}

/* A split keeps what it can: groups of the block apart from the change have the hint. */
static void test_split_has_groups(void **state)
{
	(void)state;
	begin_4k();
	map(0, 0, MiB2, &ram);
	unmap(KiB64 * 3 + 0x1000, 0x1000, 0);
	assert_int_equal(hints(0, 512, 0x1000), 512 - 16);
	end();
}

static void test_group_sizes(void **state)
{
	static const struct {
		enum ab_s2_granule granule;
		uint8_t ipa_bits, levels;
		uint64_t block;
		unsigned int group; /* 0: none, or none fits */
		bool lpa2;
	} rows[] = {
		{ AB_S2_4K, 39, 0, UINT64_C(1) << 12, 16 },
		{ AB_S2_4K, 39, 0, UINT64_C(1) << 21, 16 },
		{ AB_S2_4K, 39, 0, UINT64_C(1) << 30, 16 },
		{ AB_S2_16K, 40, 0, UINT64_C(1) << 14, 128 },
		{ AB_S2_16K, 40, 0, UINT64_C(1) << 25, 32 },
		{ AB_S2_64K, 40, 0, UINT64_C(1) << 16, 32 },
		{ AB_S2_64K, 40, 0, UINT64_C(1) << 29, 32 },
		{ AB_S2_64K, 33, 1, UINT64_C(1) << 16, 32 },
		/* larger than the address space */
		{ AB_S2_4K, 33, 3, UINT64_C(1) << 30, 0 },
		{ AB_S2_64K, 33, 2, UINT64_C(1) << 29, 0 },
		/* the bit is RES0 */
		{ AB_S2_4K, 48, 4, UINT64_C(1) << 39, 0, true },
		{ AB_S2_16K, 48, 3, UINT64_C(1) << 36, 0, true },
		{ AB_S2_64K, 52, 3, UINT64_C(1) << 42, 0 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const unsigned int group = rows[i].group;
		const uint64_t all = UINT64_C(1) << rows[i].ipa_bits;
		const uint64_t size = group != 0 ? rows[i].block * group : all;

		begin((struct ab_s2_config){ .granule = rows[i].granule,
					     .ipa_bits = rows[i].ipa_bits,
					     .levels = rows[i].levels,
					     .lpa2 = rows[i].lpa2 });
		map(0, 0, size, &ram);
		assert_int_equal(hints(0, (unsigned int)(size / rows[i].block), rows[i].block),
				 group);
		if (group != 0) {
			unmap(size - rows[i].block, rows[i].block, 0);
			assert_int_equal(hints(0, group, rows[i].block), 0);
		}
		end();
	}
}

/* Blocks of each size, and none of the size that only others have. */
static void test_block_sizes(void **state)
{
	static const struct {
		enum ab_s2_granule granule;
		uint8_t pa_bits;
		bool lpa2;
		uint8_t block; /* the largest, as a logarithm */
	} rows[] = {
		{ AB_S2_4K, 48, false, 30 },  { AB_S2_4K, 48, true, 39 },
		{ AB_S2_4K, 52, false, 30 },  { AB_S2_16K, 48, false, 25 },
		{ AB_S2_16K, 48, true, 36 },  { AB_S2_64K, 48, false, 29 },
		{ AB_S2_64K, 52, false, 42 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct ab_s2_config config = { .cpu = ABLE, .ipa_bits = 48 };
		struct ab_s2_entry e;

		config.cpu.pa_bits = rows[i].pa_bits;
		config.granule = rows[i].granule;
		config.lpa2 = rows[i].lpa2;
		begin(config);
		map(0, 0, UINT64_C(1) << 43, &ram);
		assert_true(ab_s2_query(&s2, 0, &e));
		assert_true(e.size == UINT64_C(1) << rows[i].block);
		end();
	}
}

/* ---- overlaps, owners ---------------------------------------------------------------------- */

static void refuse_map(uint64_t ipa, uint64_t pa, uint64_t size, struct expected want)
{
	const uint64_t before = pool.stores;
	const struct ab_s2_change c = { AB_S2_MAP, ipa, size, pa, ram, 0, 0 };
	uint64_t n = 1;

	assert_error(ab_s2_map(&s2, ipa, pa, size, &ram, 0, &why), &why, &want, "map");
	assert_error(ab_s2_pages_needed(&s2, &c, &n, &why), &why, &want, "pages_needed");
	assert_true(pool.stores == before && n == 0);
	ref_compare(&s2, &judge.hw);
}

static void test_cannot_overmap(void **state)
{
	(void)state;
	begin_4k();
	map(MiB2, MiB2, MiB2, &ram);
	map(AB_GiB, AB_GiB, 0x1000, &ram);
	/* within a block, over it, and at the end of a range: no partial success */
	refuse_map(MiB2 + 0x1000, MiB2, 0x1000,
		   (struct expected){ AB_ERR_OVERLAP, "s2_map.ipa", MiB2 + 0x1000, "mapped memory",
				      .other_value = MiB2, .size = 0x1000, .other_size = MiB2 });
	refuse_map(0, AB_GiB, AB_GiB,
		   (struct expected){ AB_ERR_OVERLAP, "s2_map.ipa", 0, "mapped memory",
				      .other_value = MiB2, .size = AB_GiB, .other_size = MiB2 });
	refuse_map(2 * MiB2, 3 * MiB2, AB_GiB,
		   (struct expected){ AB_ERR_OVERLAP, "s2_map.ipa", 2 * MiB2, "mapped memory",
				      .other_value = AB_GiB, .size = AB_GiB,
				      .other_size = 0x1000 });
	/* the same addresses get other attributes */
	map(0, 0, 2 * MiB2, &dev);
	replace(0, AB_GiB, AB_GiB, &ram, AB_S2_REPLACE);
	assert_true(hw_walk(&judge.hw, MiB2).pa == AB_GiB && s2.tables == 3);
	end();
}

static void test_owners(void **state)
{
	struct ab_s2_entry e;

	(void)state;
	begin_4k();
	unmap(0, AB_GiB, 255);
	refuse_map(0x5000, 0x5000, 0x1000,
		   (struct expected){ AB_ERR_OVERLAP, "s2_map.ipa", 0x5000, "owned memory",
				      .size = 0x1000, .other_size = AB_GiB });
	/* a split keeps the owner of the rest */
	replace(0x5000, 0x5000, 0x1000, &ram, AB_S2_REPLACE);
	assert_true(ab_s2_query(&s2, 0x4000, &e) && e.owner == 255 && e.level == 3);
	assert_true(ab_s2_query(&s2, MiB2, &e) && e.owner == 255 && e.level == 2);
	assert_true(s2.tables == 3);
	/* tables of one owner are not needed; of two they are */
	unmap(0x5000, 0x1000, 1);
	ab_s2_coalesce(&s2, 0, AB_GiB);
	assert_true(s2.tables == 3);
	unmap(0x5000, 0x1000, 255);
	ab_s2_coalesce(&s2, 0x5000, 1);
	assert_true(s2.tables == 1);
	assert_true(ab_s2_query(&s2, 0, &e) && e.owner == 255 && e.level == 1);
	end();
}

/* ---- counting ------------------------------------------------------------------------------ */

static uint64_t needed(uint64_t ipa, uint64_t pa, uint64_t size)
{
	const struct ab_s2_change c = { AB_S2_MAP, ipa, size, pa, ram, 0, 0 };
	uint64_t n;

	assert_ok(ab_s2_pages_needed(&s2, &c, &n, &why), &why, "pages_needed");
	return n;
}

/* Sums by hand. A count that walks every page would take years for the last ones. */
static void test_pages_needed(void **state)
{
	const uint64_t all = UINT64_C(1) << 52;

	(void)state;
	begin((struct ab_s2_config){ .ipa_bits = 52, .levels = 5, .lpa2 = true });
	assert_true(needed(0, 0, all) == 16); /* blocks of 512 GiB */
	assert_true(needed(0, 0, 0x1000) == 4); /* levels 0 to 3 */
	assert_true(needed(0, 0, AB_GiB) == 2); /* levels 0 and 1 */
	assert_true(needed(0x1000, 0x1000, AB_GiB - 0x2000) == 5); /* two of level 3 */
	assert_true(needed(0, 0x1000, AB_GiB) == 2 + 1 + 512);
	/* a page at both sides of the middle of everything */
	assert_true(needed(all / 2 - 0x1000, 0, 0x2000) == 8);
	/* levels 0, 1, 2, 3: each resolves 9 bits more */
	assert_true(needed(0, 0x1000, all - 0x1000) == 16 + 8192 + 4194304 + 2147483648);
	assert_true(needed(0, MiB2, all - MiB2) == 16 + 8192 + 4194304);
	pool.left = 5;
	assert_int_equal(ab_s2_map(&s2, 0, 0x1000, all - 0x1000, &ram, 0, &why), AB_ERR_NOSPACE);
	assert_true(why.value == 2151686160 && pool.allocs == 1 + 5);
	assert_true(pool.in_use == s2.root_size);
	end();
}

static void test_unfit_table(void **state)
{
	static const struct expected want = {
		AB_ERR_NOSPACE, "s2_ops.alloc", 2,
		"must give that many tables, aligned and below 2^pa_bits"
	};

	(void)state;
	begin_4k();
	s2.pa_bits = 40; /* the pool is above */
	assert_error(ab_s2_map(&s2, 0, 0, 0x1000, &ram, 0, &why), &why, &want, "unfit");
	assert_true(pool.in_use == s2.root_size);
	s2.pa_bits = 48;
	end();
}

/* Tables that move: their own memory needs no cleaning where walks are coherent. */
static void test_without_clean(void **state)
{
	const struct ab_s2_config config = { .cpu = able, .ipa_bits = 32 };
	struct ab_s2_ops ops = pool_begin(0);

	(void)state;
	ops.clean = NULL;
	assert_ok(ab_s2_init(&s2, &config, &ops, &why), &why, "init");
	assert_ok(ab_s2_map(&s2, 0x1000, 0, 0x1000, &ram, 0, &why), &why, "map");
	ab_s2_destroy(&s2);
	assert_true(pool.in_use == 0);
}

/* ---- back to the beginning ----------------------------------------------------------------- */

/* After changes and their reverse, tables and hints are those of a fresh map. */
static void test_coalesce_is_fresh(void **state)
{
	static const enum ab_s2_granule granules[] = { AB_S2_4K, AB_S2_16K, AB_S2_64K };
	uint64_t seed = 0x13198a2e03707344;

	(void)state;
	for (size_t i = 0; i < 3 * 8; i++) {
		const uint64_t page = UINT64_C(1) << granules[i % 3];
		/* 4 GiB and some pages, aligned as blocks, groups, pages */
		const uint64_t ipa = AB_GiB * 4 + page * rnd_below(&seed, 3);
		const uint64_t pa = ipa + (AB_GiB * 4 >> rnd_below(&seed, 2) * 16);
		const uint64_t size = AB_GiB / 2 + page * rnd_below(&seed, 200);
		uint64_t tables, leaves;

		begin((struct ab_s2_config){ .granule = granules[i % 3], .ipa_bits = 44 });
		map(ipa, pa, size, &ram);
		tables = s2.tables;
		leaves = 0;
		for (struct ab_s2_entry e = { .ipa = ipa }; e.ipa < ipa + size; e.ipa += e.size)
			leaves += ab_s2_query(&s2, e.ipa, &e) ? 2 + e.contiguous : 0;
		for (int k = 0; k < 6; k++) {
			const uint64_t at = ipa + page * rnd_below(&seed, (uint32_t)(size / page));
			const uint64_t most = (ipa + size - at) / page;
			const uint64_t n = page * (1 + rnd_below(&seed, (uint32_t)most));

			if (k % 2 == 0) {
				unmap(at, n, (uint8_t)k);
				replace(at, at - ipa + pa, n, &ram, AB_S2_REPLACE);
			} else {
				protect(at, n, AB_S2_R, 5);
				protect(at, n, AB_S2_RWX, 0);
			}
		}
		ab_s2_coalesce(&s2, ipa, size);
		judge_check();
		assert_true(s2.tables == tables);
		for (struct ab_s2_entry e = { .ipa = ipa }; e.ipa < ipa + size; e.ipa += e.size)
			leaves -= ab_s2_query(&s2, e.ipa, &e) ? 2 + e.contiguous : 0;
		assert_true(leaves == 0);
		unmap(ipa, size, 0);
		ab_s2_coalesce(&s2, 0, UINT64_MAX);
		assert_true(s2.tables == 1);
		end();
	}
}

static void test_coalesce_steps(void **state)
{
	(void)state;
	begin_4k();
	map(0, 0, AB_GiB, &ram);
	unmap(0x5000, 0x1000, 0);
	map(0x5000, 0x5000, 0x1000, &ram);
	assert_true(s2.tables == 3);
	told[0] = '\0';
	/* an address in the middle: only its own tables, and no hint in one that goes */
	ab_s2_coalesce(&s2, 0x5000, 1);
	assert_told("1 stored, ordered, 0 + 0x200000 of level 4 invalid, done, 1 stored, freed, "
		    "1 stored, ordered, 0 + 0x40000000 of level 4 invalid, done, 1 stored, freed, "
		    "ordered, ");
	assert_true(s2.tables == 1);
	ab_s2_coalesce(&s2, UINT64_C(1) << 39, 1);
	ab_s2_coalesce(&s2, 0, 0);
	assert_told("");
	end();
}

/* Tables before and behind the range stay. */
static void test_coalesce_range(void **state)
{
	(void)state;
	begin_4k();
	for (uint64_t ipa = 0; ipa < 3 * AB_GiB; ipa += AB_GiB) {
		map(ipa, ipa, AB_GiB, &ram);
		unmap(ipa, 0x1000, 0);
		map(ipa, ipa, 0x1000, &ram);
	}
	assert_true(s2.tables == 1 + 3 * 2);
	ab_s2_coalesce(&s2, AB_GiB, AB_GiB);
	assert_true(s2.tables == 1 + 2 * 2);
	assert_true(hw_walk(&judge.hw, 0).level == 3);
	assert_true(hw_walk(&judge.hw, AB_GiB).level == 1);
	assert_true(hw_walk(&judge.hw, 2 * AB_GiB).level == 3);
	end();
}

/* A group of the root, whose entries came one by one. */
static void test_coalesce_root(void **state)
{
	(void)state;
	begin_4k();
	for (uint64_t i = 0; i < 16; i++)
		map((16 + i) * AB_GiB, (32 + i) * AB_GiB, AB_GiB, &ram);
	assert_int_equal(hints(16 * AB_GiB, 16, AB_GiB), 0);
	told[0] = '\0';
	ab_s2_coalesce(&s2, 31 * AB_GiB, 1);
	assert_told("16 stored, ordered, 0x400000000 + 0x400000000 of level 1 invalid, done, "
		    "16 stored, ordered, ");
	assert_int_equal(hints(16 * AB_GiB, 16, AB_GiB), 16);
	end();
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_map_needs_no_invalidation),
		cmocka_unit_test(test_split_is_published_whole),
		cmocka_unit_test(test_split_keeps_attributes),
		cmocka_unit_test(test_every_page_is_invalidated),
		cmocka_unit_test(test_unmapped_is_gone),
		cmocka_unit_test(test_vttbr_stays),
		cmocka_unit_test(test_map_block_replaces_table),
		cmocka_unit_test(test_protect_without_break),
		cmocka_unit_test(test_group_is_broken_whole),
		cmocka_unit_test(test_group_is_protected_whole),
		cmocka_unit_test(test_group_beside_pages),
		cmocka_unit_test(test_split_has_groups),
		cmocka_unit_test(test_group_sizes),
		cmocka_unit_test(test_block_sizes),
		cmocka_unit_test(test_cannot_overmap),
		cmocka_unit_test(test_owners),
		cmocka_unit_test(test_pages_needed),
		cmocka_unit_test(test_unfit_table),
		cmocka_unit_test(test_without_clean),
		cmocka_unit_test(test_coalesce_is_fresh),
		cmocka_unit_test(test_coalesce_steps),
		cmocka_unit_test(test_coalesce_range),
		cmocka_unit_test(test_coalesce_root),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
