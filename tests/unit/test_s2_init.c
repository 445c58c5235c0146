/* SPDX-License-Identifier: BSD-2-Clause */
/* Geometries: those that CPUs take, and the refusal of all others. */
#include "s2_unit.h"

#include "s2_geometry.h"

static const uint8_t widths[] = { 32, 36, 40, 42, 44, 48, 52 };

/* Each number that a description can have, on CPUs of each address width. */
static void test_sweep(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(widths); i++) {
		struct geometry g = { .page = 0 };
		unsigned int legal = 0;

		while (geometry_next(&g)) {
			const struct ab_s2_ops ops = pool_begin(0);
			struct ab_s2_config config = { .cpu = able };
			struct ab_error why;
			struct ab_s2 s2;
			enum ab_err err;

			config.cpu.pa_bits = widths[i];
			config.granule = (enum ab_s2_granule)g.page;
			config.ipa_bits = (uint8_t)g.ipa_bits;
			config.levels = (uint8_t)g.levels;
			config.lpa2 = g.lpa2;
			err = ab_s2_init(&s2, &config, &ops, &why);
			if ((err == AB_OK) != geometry_legal(&g, widths[i]))
				fail_msg("PA %u, page %u, IPA %u, %u levels, LPA2 %d: %s",
					 widths[i], g.page, g.ipa_bits, g.levels, g.lpa2,
					 ab_err_name(err));
			assert_int_equal(why.code, err);
			if (err == AB_OK) {
				assert_int_equal(s2.config.levels, g.levels);
				/* a root entry covers what the levels below it do not */
				assert_true((uint64_t)s2.root_entries
						<< (g.page + (g.page - 3) * (g.levels - 1)) ==
					    UINT64_C(1) << g.ipa_bits);
				assert_true(s2.root % s2.root_size == 0);
				ab_s2_destroy(&s2);
				legal++;
			} else {
				assert_true(why.what != NULL && why.other != NULL);
				assert_true(s2.root_size == 0 && s2.ops.alloc == NULL);
			}
			assert_true(pool.in_use == 0);
		}
		assert_true(legal >= 7);
	}
}

/* 0 levels are the fewest that are legal. */
static void test_fewest_levels(void **state)
{
	(void)state;
	for (unsigned int page = 12; page <= 16; page += 2)
		for (unsigned int bits = 32; bits <= 52; bits++) {
			const struct ab_s2_ops ops = pool_begin(0);
			struct geometry g = { page, bits, 1, bits > 48 && page != 16 };
			struct ab_s2_config config = { .cpu = able };
			struct ab_error why;
			struct ab_s2 s2;

			while (!geometry_legal(&g, 52))
				g.levels++;
			config.granule = (enum ab_s2_granule)page;
			config.ipa_bits = (uint8_t)bits;
			config.lpa2 = g.lpa2;
			assert_ok(ab_s2_init(&s2, &config, &ops, &why), &why, "fewest");
			assert_int_equal(s2.config.levels, g.levels);
			ab_s2_destroy(&s2);
		}
}

static void test_errors(void **state)
{
	static const char levels[] = "must suit ipa_bits and granule, with 1 to 16 roots";
	static const char fewer[] = "must be fewer: the root's level needs a larger cpu.pa_bits, "
				    "or lpa2";
	static const struct {
		const char *name;
		struct ab_s2_config config;
		struct expected want;
	} rows[] = {
		{ "width of addresses",
		  { .cpu = { .pa_bits = 47 }, .ipa_bits = 40 },
		  { AB_ERR_ARG, "s2_config.cpu.pa_bits", 47,
		    "must be 32, 36, 40, 42, 44, 48 or 52" } },
		{ "width of a VMID",
		  { .cpu = { .pa_bits = 48, .vmid_bits = 12 } },
		  { AB_ERR_ARG, "s2_config.cpu.vmid_bits", 12, "must be 8 or 16" } },
		{ "VMIDs run out",
		  { .cpu = { .pa_bits = 48, .vmid_bits = 8 }, .vmid = 256 },
		  { AB_ERR_ARG, "s2_config.vmid", 256, "must have at most cpu.vmid_bits bits" } },
		{ "no granule",
		  { .cpu = { .pa_bits = 48, .vmid_bits = 8 }, .granule = (enum ab_s2_granule)13 },
		  { AB_ERR_ARG, "s2_config.granule", 13,
		    "must be AB_S2_4K, AB_S2_16K or AB_S2_64K" } },
		{ "a granule that the CPU has not",
		  { .cpu = { .pa_bits = 48, .vmid_bits = 8, .granule_4k = true },
		    .granule = AB_S2_16K },
		  { AB_ERR_UNSUPPORTED, "s2_config.granule", 14, "must be one that cpu has" } },
		{ "the usual granule is not there",
		  { .cpu = { .pa_bits = 48, .vmid_bits = 8, .granule_64k = true } },
		  { AB_ERR_UNSUPPORTED, "s2_config.granule", 12, "must be one that cpu has" } },
		{ "LPA2 in 64K",
		  { .cpu = { .pa_bits = 52, .vmid_bits = 8, .granule_64k = true },
		    .granule = AB_S2_64K,
		    .lpa2 = true },
		  { AB_ERR_ARG, "s2_config.lpa2", 1,
		    "must be false with the 64 KiB granule, which needs no other descriptors" } },
		{ "LPA2 of another granule",
		  { .cpu = { .pa_bits = 52, .vmid_bits = 8, .granule_16k = true, .lpa2_4k = true },
		    .granule = AB_S2_16K,
		    .lpa2 = true },
		  { AB_ERR_UNSUPPORTED, "s2_config.lpa2", 1,
		    "must be false, as cpu has no FEAT_LPA2 for this granule" } },
		{ "too small",
		  { .cpu = ABLE, .ipa_bits = 31 },
		  { AB_ERR_ARG, "s2_config.ipa_bits", 31, "must be 32 to 52" } },
		{ "too large",
		  { .cpu = ABLE, .ipa_bits = 53 },
		  { AB_ERR_ARG, "s2_config.ipa_bits", 53, "must be 32 to 52" } },
		{ "52 bits without LPA2",
		  { .cpu = ABLE, .ipa_bits = 49, .granule = AB_S2_16K },
		  { AB_ERR_ARG, "s2_config.ipa_bits", 49,
		    "must be at most 48 without lpa2, or the granule 64 KiB" } },
		{ "more than a physical address",
		  { .cpu = { .pa_bits = 40, .vmid_bits = 8, .granule_4k = true }, .ipa_bits = 41 },
		  { AB_ERR_UNSUPPORTED, "s2_config.ipa_bits", 41, "must be at most cpu.pa_bits" } },
		{ "32 roots",
		  { .cpu = ABLE, .ipa_bits = 44, .levels = 3 },
		  { AB_ERR_ARG, "s2_config.levels", 3, levels } },
		{ "an empty root",
		  { .cpu = ABLE, .ipa_bits = 39, .levels = 4 },
		  { AB_ERR_ARG, "s2_config.levels", 4, levels } },
		{ "six levels",
		  { .cpu = ABLE, .ipa_bits = 52, .levels = 6, .lpa2 = true },
		  { AB_ERR_ARG, "s2_config.levels", 6, levels } },
		{ "all levels",
		  { .cpu = ABLE, .ipa_bits = 52, .levels = 255, .lpa2 = true },
		  { AB_ERR_ARG, "s2_config.levels", 255, levels } },
		{ "level 0 on a CPU of 42 bits",
		  { .cpu = { .pa_bits = 42, .vmid_bits = 8, .granule_4k = true },
		    .ipa_bits = 42,
		    .levels = 4 },
		  { AB_ERR_UNSUPPORTED, "s2_config.levels", 4, fewer } },
		{ "16K, level 0 on a CPU of 48 bits",
		  { .cpu = { .pa_bits = 48, .vmid_bits = 8, .granule_16k = true, .lpa2_16k = true },
		    .ipa_bits = 48,
		    .levels = 4,
		    .granule = AB_S2_16K,
		    .lpa2 = true },
		  { AB_ERR_UNSUPPORTED, "s2_config.levels", 4, fewer } },
		{ "16K, level 0 without LPA2",
		  { .cpu = ABLE, .ipa_bits = 48, .levels = 4, .granule = AB_S2_16K },
		  { AB_ERR_UNSUPPORTED, "s2_config.levels", 4, fewer } },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const struct ab_s2_ops ops = pool_begin(0);
		struct ab_error why;
		struct ab_s2 s2;

		assert_error(ab_s2_init(&s2, &rows[i].config, &ops, &why), &why, &rows[i].want,
			     rows[i].name);
		assert_true(s2.root_size == 0 && pool.allocs == 0);
		assert_int_equal(ab_s2_init(&s2, &rows[i].config, &ops, NULL), rows[i].want.code);
	}
}

/* No root; and one where no register or descriptor can say it is. */
static void test_root(void **state)
{
	static const struct expected want = { AB_ERR_NOSPACE, "s2_ops.alloc", 8192,
					      "must give that many bytes for the root, aligned "
					      "and below 2^pa_bits" };
	struct ab_s2_config config = { .cpu = ABLE, .ipa_bits = 40 };
	struct ab_s2_ops ops = pool_begin(0);
	struct ab_error why;
	struct ab_s2 s2;

	(void)state;
	pool.left = 0;
	assert_error(ab_s2_init(&s2, &config, &ops, &why), &why, &want, "none");
	assert_true(s2.root_size == 0);
	ops = pool_begin(UINT64_C(1) << 48);
	assert_error(ab_s2_init(&s2, &config, &ops, &why), &why, &want, "too high");
	assert_true(pool.allocs == 1 && pool.in_use == 0);
	ops = pool_begin(0x1000); /* the pool aligns to its own beginning */
	assert_error(ab_s2_init(&s2, &config, &ops, &why), &why, &want, "unaligned");
	assert_true(pool.allocs == 1 && pool.in_use == 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_sweep),
		cmocka_unit_test(test_fewest_levels),
		cmocka_unit_test(test_errors),
		cmocka_unit_test(test_root),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
