/* SPDX-License-Identifier: BSD-2-Clause */
/* Registers and descriptors by hand, from DDI0487 D8.3 and D17.2. */
#include "s2_unit.h"

struct row {
	const char *name;
	enum ab_s2_granule granule;
	uint8_t ipa_bits, levels, pa_bits, vmid_bits;
	bool lpa2;
	uint16_t vmid;
	uint64_t base; /* of the pool: the root's address */
	int start;
	uint32_t root_entries;
	uint64_t vtcr, vttbr;
};

static const struct row rows[] = {
	/* T0SZ 24, SL0 1 (level 1), IRGN0 1, ORGN0 1, SH0 3, TG0 0, PS 2 (40 bits), RES1 bit 31 */
	{ "4K, 40 bits, two roots", AB_S2_4K, 40, 0, 40, 8, false, 1, 0x80000000, 1, 1024,
	  0x80023558, 0x0001000080000000 },
	/* T0SZ 24, SL0 2 (level 0), PS 5 (48 bits: descriptors have no more) */
	{ "4K, 40 bits, four levels on a CPU with 52", AB_S2_4K, 40, 4, 52, 8, false, 0xff,
	  0x123400000000, 0, 2, 0x80053598, 0x00ff123400000000 },
	/* T0SZ 32, SL0 0 (level 2), PS 0 (32 bits), VS bit 19: what assertions of others trip on */
	{ "4K, 32 bits, four roots of level 2", AB_S2_4K, 32, 0, 32, 16, false, 0x100, 0x40000000,
	  2, 2048, 0x80083520, 0x0100000040000000 },
	/* T0SZ 16, SL0 2 (level 0), PS 5 */
	{ "4K, 48 bits", AB_S2_4K, 48, 0, 48, 8, false, 0, 0x100000, 0, 512, 0x80053590,
	  0x0000000000100000 },
	/* T0SZ 12, SL0 0 and SL2 bit 33 (level -1), PS 6 (52 bits), VS, DS bit 32; BADDR[51:48] of
	 * the root's 0xd in bits 5:2 */
	{ "4K, LPA2, five levels", AB_S2_4K, 52, 5, 52, 16, true, 0x1234, 0xd400000100000, -1, 16,
	  0x3800e350c, 0x1234400000100034 },
	/* T0SZ 12, SL0 2 (level 0), SL2 0, PS 6, DS */
	{ "4K, LPA2, sixteen roots", AB_S2_4K, 52, 0, 52, 8, true, 0, 0x8000000000000, 0, 8192,
	  0x18006358c, 0x0000000000000020 },
	/* T0SZ 24, SL0 1 (level 2), TG0 2 (16 KiB), PS 2 */
	{ "16K, 40 bits, sixteen roots", AB_S2_16K, 40, 0, 40, 8, false, 7, 0x100000, 2, 32768,
	  0x8002b558, 0x0007000000100000 },
	/* T0SZ 24, SL0 2 (level 1), TG0 2, PS 3 (42 bits) */
	{ "16K, 40 bits, three levels", AB_S2_16K, 40, 3, 42, 8, false, 7, 0x100000, 1, 16,
	  0x8003b598, 0x0007000000100000 },
	/* T0SZ 12, SL0 3 (level 0), TG0 2, PS 6, DS */
	{ "16K, LPA2, 52 bits", AB_S2_16K, 52, 0, 52, 8, true, 0, 0x100000, 0, 32, 0x18006b5cc,
	  0x0000000000100000 },
	/* T0SZ 31, SL0 0 (level 3), TG0 1 (64 KiB), PS 2: one level */
	{ "64K, 33 bits, sixteen roots of pages", AB_S2_64K, 33, 0, 40, 8, false, 0, 0x100000, 3,
	  131072, 0x8002751f, 0x0000000000100000 },
	/* T0SZ 12, SL0 2 (level 1), TG0 1, PS 6 */
	{ "64K, 52 bits", AB_S2_64K, 52, 0, 52, 8, false, 0, 0xf000000100000, 1, 1024, 0x8006758c,
	  0x000000000010003c },
	/* T0SZ 24, SL0 1 (level 2), TG0 1, PS 4 (44 bits) */
	{ "64K, 40 bits", AB_S2_64K, 40, 2, 44, 8, false, 0, 0x100000, 2, 2048, 0x80047558,
	  0x0000000000100000 },
};

static void test_registers(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const struct row *r = &rows[i];
		struct ab_s2_config config = { .cpu = able };
		const struct ab_s2_ops ops = pool_begin(r->base);
		struct ab_error why;
		struct ab_s2 s2;

		config.cpu.pa_bits = r->pa_bits;
		config.cpu.vmid_bits = r->vmid_bits;
		config.granule = r->granule;
		config.ipa_bits = r->ipa_bits;
		config.levels = r->levels;
		config.lpa2 = r->lpa2;
		config.vmid = r->vmid;
		assert_ok(ab_s2_init(&s2, &config, &ops, &why), &why, r->name);
		if (s2.start != r->start || s2.root_entries != r->root_entries ||
		    s2.config.levels != 4 - r->start || s2.tables != 1)
			fail_msg("%s: level %d, %u entries", r->name, s2.start,
				 (unsigned int)s2.root_entries);
		if (ab_s2_vtcr(&s2) != r->vtcr || ab_s2_vttbr(&s2) != r->vttbr)
			fail_msg("%s: VTCR %#llx, VTTBR %#llx", r->name,
				 (unsigned long long)ab_s2_vtcr(&s2),
				 (unsigned long long)ab_s2_vttbr(&s2));
		assert_int_equal(pool.in_use, s2.root_size);
		ab_s2_destroy(&s2);
		assert_int_equal(pool.in_use, 0);
		assert_int_equal(s2.root_size, 0);
	}
}

/* Maps one block or page, and compares the entry that describes it. */
static const struct word {
	const char *name;
	enum ab_s2_granule granule;
	bool lpa2, fwb, xnx;
	uint64_t pa, size;
	struct ab_s2_attr attr;
	int level;
	uint64_t d;
} words[] = {
	/* page 0x3, MemAttr 0xf (write-back), S2AP 3, SH 3, AF */
	{ "4K page, RWX, WB",
	  AB_S2_4K,
	  false,
	  false,
	  false,
	  0x87654321f000,
	  0x1000,
	  { AB_S2_RWX, AB_S2_WB, 0 },
	  3,
	  0x000087654321f7ff },
	/* block 0x1, MemAttr 1, S2AP 3, SH 3, AF; XN 2 (neither EL), software 5 */
	{ "2M block, nGnRE",
	  AB_S2_4K,
	  false,
	  false,
	  true,
	  0x40000000,
	  0x200000,
	  { AB_S2_RW, AB_S2_NGNRE, 5 },
	  2,
	  0x02c00000400007c5 },
	/* block, MemAttr 6 (forced write-back), S2AP 1 (read), SH 3, AF; XN 1 (EL0 only) */
	{ "1G block, R and X at EL0, FWB",
	  AB_S2_4K,
	  false,
	  true,
	  true,
	  0x140000000,
	  0x40000000,
	  { AB_S2_R | AB_S2_X_EL0, AB_S2_WB, 0 },
	  1,
	  0x0020000140000759 },
	/* page, MemAttr 7 (the guest decides), S2AP 2 (write), SH 3, AF; XN 3 (EL1 only) */
	{ "4K page, W and X at EL1, FWB",
	  AB_S2_4K,
	  false,
	  true,
	  true,
	  0x1000,
	  0x1000,
	  { AB_S2_W | AB_S2_X_EL1, AB_S2_WB_GUEST, 15 },
	  3,
	  0x07e000000000179f },
	/* block, MemAttr 0xf, S2AP 3, OA[51:50] 2 in 9:8, AF; OA bit 39 */
	{ "512G block, LPA2",
	  AB_S2_4K,
	  true,
	  false,
	  true,
	  0x8008000000000,
	  0x8000000000,
	  { AB_S2_RWX, AB_S2_WB, 0 },
	  0,
	  0x00000080000006fd },
	/* page, MemAttr 5 (non-cacheable), S2AP 1, OA[51:50] 3, AF; OA[49:12] all ones */
	{ "4K page, LPA2, the last one",
	  AB_S2_4K,
	  true,
	  true,
	  true,
	  0xffffffffff000,
	  0x1000,
	  { AB_S2_R | AB_S2_X, AB_S2_NC, 0 },
	  3,
	  0x0003fffffffff757 },
	/* block, MemAttr 0xa (write-through), S2AP 0, SH 3, AF; XN 2 */
	{ "32M block, no access, WT",
	  AB_S2_16K,
	  false,
	  false,
	  true,
	  0x2000000,
	  0x2000000,
	  { 0, AB_S2_WT, 0 },
	  2,
	  0x0040000002000729 },
	/* block, MemAttr 3 (GRE), S2AP 3, OA[51:50] 1, AF; XN 2 */
	{ "64G block, LPA2, GRE",
	  AB_S2_16K,
	  true,
	  true,
	  true,
	  0x4001000000000,
	  0x1000000000,
	  { AB_S2_RW, AB_S2_GRE, 0 },
	  1,
	  0x00400010000005cd },
	/* page, MemAttr 5, OA[51:48] 0xa in 15:12, S2AP 1, SH 3, AF */
	{ "64K page, 52 bits",
	  AB_S2_64K,
	  false,
	  false,
	  true,
	  0xabcdef0120000,
	  0x10000,
	  { AB_S2_R | AB_S2_X, AB_S2_NC, 0 },
	  3,
	  0x0000bcdef012a757 },
	/* block, MemAttr 2 (nGRE), OA[51:48] 0xc, S2AP 2, SH 3, AF; XN 2 */
	{ "4T block, nGRE",
	  AB_S2_64K,
	  false,
	  true,
	  true,
	  0xc040000000000,
	  0x40000000000,
	  { AB_S2_W, AB_S2_NGRE, 0 },
	  1,
	  0x004004000000c789 },
	/* block, MemAttr 0 (nGnRnE), S2AP 1, SH 3, AF; XN 2 */
	{ "512M block, nGnRnE",
	  AB_S2_64K,
	  false,
	  false,
	  false,
	  0x20000000,
	  0x20000000,
	  { AB_S2_R, AB_S2_NGNRNE, 0 },
	  2,
	  0x0040000020000741 },
	/* page, and the contiguous hint, bit 52, on each of sixteen */
	{ "4K pages, a group",
	  AB_S2_4K,
	  false,
	  false,
	  false,
	  0x10000,
	  0x10000,
	  { AB_S2_RWX, AB_S2_WB, 0 },
	  3,
	  0x00100000000107ff },
};

/* The entry of @level that describes address 0. */
static uint64_t entry_of_0(const struct ab_s2 *s2, int level)
{
	uint64_t d = pool_load(s2->root);

	for (int at = s2->start; at < level; at++) {
		/* addresses of this pool have 48 bits, and tables no attributes */
		assert_int_equal(d & ~UINT64_C(0xfffffffff003), 0);
		assert_int_equal(d & 3, 3);
		d = pool_load(d & ~UINT64_C(0xfff));
	}
	return d;
}

static void test_descriptors(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(words); i++) {
		const struct word *w = &words[i];
		struct ab_s2_config config = { .cpu = able };
		const struct ab_s2_ops ops = pool_begin(0x10000000);
		struct ab_s2_entry entry;
		struct ab_error why;
		struct ab_s2 s2;
		uint64_t d;

		config.granule = w->granule;
		config.lpa2 = w->lpa2;
		config.ipa_bits = w->lpa2 || w->granule == AB_S2_64K ? 52 : 48;
		config.cpu.fwb = w->fwb;
		config.cpu.xnx = w->xnx;
		assert_ok(ab_s2_init(&s2, &config, &ops, &why), &why, w->name);
		assert_ok(ab_s2_map(&s2, 0, w->pa, w->size, &w->attr, 0, &why), &why, w->name);
		d = entry_of_0(&s2, w->level);
		if (d != w->d)
			fail_msg("%s: %#018llx", w->name, (unsigned long long)d);
		assert_true(ab_s2_query(&s2, w->size - 1, &entry));
		assert_int_equal(entry.kind, AB_S2_LEAF);
		assert_int_equal(entry.level, w->level);
		assert_int_equal(entry.contiguous, (w->d >> 52 & 1) != 0);
		assert_int_equal(entry.pa - entry.ipa, w->pa);
		assert_int_equal(entry.attr.access, w->attr.access);
		assert_int_equal(entry.attr.memory, w->attr.memory);
		assert_int_equal(entry.attr.software, w->attr.software);
		assert_true(ab_s2_query(&s2, w->size, &entry));
		assert_int_equal(entry.kind, AB_S2_INVALID);
		assert_false(ab_s2_query(&s2, UINT64_C(1) << config.ipa_bits, &entry));
		ab_s2_destroy(&s2);
	}
}

/* Whole tables where no emulated CPU looks: all words that are not 0, the root's table first.
 * Tables follow the root in the pool; the last one is used first. */
static const struct image {
	const char *name;
	enum ab_s2_granule granule;
	uint8_t ipa_bits, levels;
	bool lpa2, fwb;
	uint64_t base, ipa, pa, size;
	struct ab_s2_attr attr;
	unsigned int n; /* words; the last is repeated */
	struct {
		uint64_t at, d; /* at: offset in the pool */
	} word[5];
	unsigned int repeated; /* pages of a contiguous group */
} images[] = {
	/* tables: OA[51:50] 3 in 9:8. Indices: IPA[51:47] 31, then 11 bits of ones three times.
	 * Page, MemAttr 5, S2AP 3, OA[51:50] 3, AF, OA[49:14] all ones; XN 2 */
	{ "16K, 52 bits, the last page",
	  AB_S2_16K,
	  52,
	  4,
	  true,
	  true,
	  0xc000000000000,
	  0xfffffffffc000,
	  0xfffffffffc000,
	  0x4000,
	  { AB_S2_RW, AB_S2_NC, 0 },
	  4,
	  { { 31 * 8, 0xc303 },
	    { 0xfff8, 0x8303 },
	    { 0xbff8, 0x4303 },
	    { 0x7ff8, 0x0043ffffffffc7d7 } } },
	/* a root of level -1 with two entries; tables: OA[51:50] 1. Page, MemAttr 0xf, S2AP 3, AF
	 */
	{ "4K, 49 bits, five levels",
	  AB_S2_4K,
	  49,
	  5,
	  true,
	  false,
	  0x4000000000000,
	  0x1000000000000,
	  0,
	  0x1000,
	  { AB_S2_RWX, AB_S2_WB, 0 },
	  5,
	  { { 8, 0x4103 },
	    { 0x4000, 0x3103 },
	    { 0x3000, 0x2103 },
	    { 0x2000, 0x1103 },
	    { 0x1000, 0x04ff } } },
	/* tables: OA[51:48] 2 in 15:12. Pages, MemAttr 0xf, OA[51:48] 3, S2AP 1, SH 3, AF; bit 52
	 */
	{ "64K, 52 bits, a group",
	  AB_S2_64K,
	  52,
	  3,
	  false,
	  false,
	  0x2000000000000,
	  0,
	  0x3000000200000,
	  0x200000,
	  { AB_S2_R | AB_S2_X, AB_S2_WB, 0 },
	  3,
	  { { 0, 0x22003 }, { 0x20000, 0x12003 }, { 0x10000, 0x001000000020377f } },
	  32 },
};

static void test_images(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(images); i++) {
		const struct image *m = &images[i];
		struct ab_s2_config config = { .cpu = able };
		const struct ab_s2_ops ops = pool_begin(m->base);
		unsigned int n = 0, found = 0;
		struct ab_error why;
		struct ab_s2 s2;

		config.granule = m->granule;
		config.ipa_bits = m->ipa_bits;
		config.levels = m->levels;
		config.lpa2 = m->lpa2;
		config.cpu.fwb = m->fwb;
		assert_ok(ab_s2_init(&s2, &config, &ops, &why), &why, m->name);
		assert_true(s2.root == m->base);
		assert_ok(ab_s2_map(&s2, m->ipa, m->pa, m->size, &m->attr, 0, &why), &why, m->name);
		for (uint64_t at = 0; at < pool.in_use; at += 8)
			found += pool_load(m->base + at) != 0;
		for (unsigned int k = 0; k < m->n; k++)
			for (unsigned int r = 0; r == 0 || (k + 1 == m->n && r < m->repeated);
			     r++) {
				const uint64_t d = pool_load(m->base + m->word[k].at + r * 8);

				if (d != m->word[k].d + ((uint64_t)r << m->granule))
					fail_msg("%s, word %u: %#llx", m->name, n,
						 (unsigned long long)d);
				n++;
			}
		assert_int_equal(found, n);
		ab_s2_destroy(&s2);
	}
}

/* An entry that is not valid, with an owner: ours alone to define, and no CPU finds bit 0. */
static void test_owner(void **state)
{
	const struct ab_s2_config config = { .cpu = able, .ipa_bits = 39 };
	const struct ab_s2_ops ops = pool_begin(0);
	struct ab_s2_entry entry;
	struct ab_error why;
	struct ab_s2 s2;

	(void)state;
	assert_ok(ab_s2_init(&s2, &config, &ops, &why), &why, "init");
	assert_ok(ab_s2_unmap(&s2, 0, AB_GiB, 0x42, &why), &why, "owner");
	assert_int_equal(pool_load(s2.root), UINT64_C(0x8000000000000108));
	assert_true(ab_s2_query(&s2, 12345, &entry));
	assert_int_equal(entry.kind, AB_S2_INVALID);
	assert_int_equal(entry.owner, 0x42);
	assert_int_equal(entry.size, AB_GiB);
	assert_ok(ab_s2_unmap(&s2, 0, AB_GiB, 0, &why), &why, "none");
	assert_int_equal(pool_load(s2.root), 0);
	ab_s2_destroy(&s2);
}

/* ID registers of real CPUs, and those of QEMU's. */
static void test_cpus(void **state)
{
	static const struct {
		const char *name;
		uint64_t mmfr0, mmfr1, mmfr2;
		struct ab_s2_cpu cpu;
	} cpus[] = {
		/* PARange 4 (44 bits), TGran16 0 (none), TGran4 and TGran64 0 */
		{ "cortex-a57", 0x00001124, 0, 0, { 44, 8, true, false, true } },
		/* PARange 6; TGran16 2, TGran4 1; TGran16_2 3, TGran64_2 2, TGran4_2 3; VMIDBits 2,
		 * XNX 1; FWB 1 */
		{ "max",
		  0x0000032310201126,
		  0x0000000010312122 | 0x20,
		  0x0000010010001001,
		  { 52, 16, true, true, true, true, true, true, true } },
		/* TGran4 1 (52 bits), TGran16 2, and the same for stage 2 */
		{ "both stages alike",
		  0x0000000010201126,
		  0,
		  0,
		  { 52, 8, true, true, true, true, true } },
		/* Stage 2 has no granule but 16 KiB, which has no LPA2 there */
		{ "odd", 0x0000011200200005, 0, 0, { 48, 8, false, true, false } },
		/* no granule at all: TGran4 and TGran64 0xf, TGran16 0 */
		{ "none", 0xff000000, 0, 0, { 32, 8, false, false, false } },
		/* reserved values count as the next lower one */
		{ "reserved",
		  0x00000f4f1730000f,
		  0x00000000f0000010,
		  0,
		  { 52, 8, true, true, true, true, true, false, true } },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cpus); i++) {
		const struct ab_s2_cpu cpu = ab_s2_cpu(cpus[i].mmfr0, cpus[i].mmfr1, cpus[i].mmfr2);

		if (memcmp(&cpu, &cpus[i].cpu, sizeof(cpu)) != 0)
			fail_msg("%s", cpus[i].name);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_registers), cmocka_unit_test(test_descriptors),
		cmocka_unit_test(test_images),    cmocka_unit_test(test_owner),
		cmocka_unit_test(test_cpus),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
