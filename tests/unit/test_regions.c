/* SPDX-License-Identifier: BSD-2-Clause */
/* The list of regions: ascending and disjoint whatever is added, against a list that compares every
 * pair. */
#include "unit.h"

#include <aetherboot/mem.h>

#define ROOM 24
#define TOP (UINT64_MAX - 0xfff) /* the last page */

static struct ab_region region(uint64_t base, uint64_t size, enum ab_region_kind kind,
			       const char *name)
{
	return (struct ab_region){ .base = base, .size = size, .kind = kind, .name = name };
}

static enum ab_err add(struct ab_regions *list, uint64_t base, uint64_t size, const char *name,
		       struct ab_error *why)
{
	const struct ab_region r = region(base, size, AB_REGION_BLOB, name);

	return ab_regions_add(list, &r, why);
}

static void assert_bases(const struct ab_regions *list, const uint64_t *want, size_t n)
{
	assert_int_equal(list->n, n);
	for (size_t i = 0; i < n; i++)
		if (list->at[i].base != want[i])
			fail_msg("region %u: %#llx instead of %#llx", (unsigned int)i,
				 (unsigned long long)list->at[i].base, (unsigned long long)want[i]);
}

/* ---- by hand ------------------------------------------------------------------------------ */

static void test_order(void **state)
{
	static const uint64_t bases[] = { 0x3000, 0x1000, TOP, 0, 0x2000, 0x9000 };
	static const uint64_t sorted[] = { 0, 0x1000, 0x2000, 0x3000, 0x9000, TOP };
	struct ab_region at[ROOM];
	struct ab_regions list = AB_REGIONS(at);
	struct ab_region r = { 0x5000, 0x1000, AB_REGION_INITRD, AB_MEM_NVS, AB_BACKING_ROM,
			       7,      "mine" };
	struct ab_error why;

	(void)state;
	assert_int_equal(list.cap, ROOM);
	assert_int_equal(list.n, 0);
	for (size_t i = 0; i < COUNT(bases); i++)
		assert_ok(add(&list, bases[i], 0x1000, "r", &why), &why, "add");
	assert_bases(&list, sorted, COUNT(sorted));
	/* every member is kept, and the caller's copy is his own */
	assert_ok(ab_regions_add(&list, &r, &why), &why, "members");
	memset(&r, 0, sizeof(r));
	assert_true(list.at[4].base == 0x5000 && list.at[4].size == 0x1000);
	assert_int_equal(list.at[4].kind, AB_REGION_INITRD);
	assert_int_equal(list.at[4].type, AB_MEM_NVS);
	assert_int_equal(list.at[4].backing, AB_BACKING_ROM);
	assert_int_equal(list.at[4].index, 7);
	assert_string_equal(list.at[4].name, "mine");
}

static void test_overlap_names_both(void **state)
{
	static const struct {
		const char *name;
		uint64_t base, size;
		const char *other; /* NULL: none */
		uint64_t other_base;
	} rows[] = {
		{ "first byte", 0x1000, 1, "low", 0x1000 },
		{ "last byte", 0x1fff, 1, "low", 0x1000 },
		{ "over its start", 0xfff, 2, "low", 0x1000 },
		{ "over its end", 0x1fff, 2, "low", 0x1000 },
		{ "the same", 0x1000, 0x1000, "low", 0x1000 },
		{ "around it", 0, 0x3000, "low", 0x1000 },
		{ "around both: the lower", 0x800, 0x8000, "low", 0x1000 },
		{ "over the second's start", 0x2000, 0x2001, "high", 0x4000 },
		{ "all there is", 0, UINT64_MAX, "low", 0x1000 },
		{ "before the first", 0, 0x1000, NULL, 0 },
		{ "between them", 0x2000, 0x2000, NULL, 0 },
		{ "behind the last", 0x5000, UINT64_MAX - 0x5000, NULL, 0 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const struct expected want = { AB_ERR_OVERLAP,    "mine", rows[i].base,
					       rows[i].other,     0,      NULL,
					       rows[i].other_base };
		struct ab_region at[ROOM];
		struct ab_regions list = AB_REGIONS(at);
		struct ab_error why;
		enum ab_err err;

		assert_ok(add(&list, 0x4000, 0x1000, "high", &why), &why, "high");
		assert_ok(add(&list, 0x1000, 0x1000, "low", &why), &why, "low");
		err = add(&list, rows[i].base, rows[i].size, "mine", &why);
		if (rows[i].other == NULL) {
			assert_ok(err, &why, rows[i].name);
			assert_int_equal(list.n, 3);
			continue;
		}
		assert_error(err, &why, &want, rows[i].name);
		assert_bases(&list, (const uint64_t[]){ 0x1000, 0x4000 }, 2);
		assert_int_equal(add(&list, rows[i].base, rows[i].size, "mine", NULL),
				 AB_ERR_OVERLAP);
	}
}

static void test_empty_and_wrapping(void **state)
{
	static const uint64_t rows[][2] = { { 0x1000, 0 },     { 0, 0 },          { UINT64_MAX, 0 },
					    { UINT64_MAX, 2 }, { 2, UINT64_MAX }, { TOP, 0x1001 } };
	struct ab_region at[ROOM];
	struct ab_regions list = AB_REGIONS(at);
	struct ab_error why;

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const struct expected want = {
			AB_ERR_ARG, "region.size",
			rows[i][1], "must not be 0, and base + size must not wrap",
			0,          "mine"
		};

		assert_error(add(&list, rows[i][0], rows[i][1], "mine", &why), &why, &want, "size");
		assert_int_equal(list.n, 0);
	}
}

/* A region may end at 2^64, which no number says. */
static void test_up_to_2_64(void **state)
{
	const struct expected want = { AB_ERR_OVERLAP, "mine", UINT64_MAX, "last", 0, NULL, TOP };
	struct ab_region at[ROOM];
	struct ab_regions list = AB_REGIONS(at);
	struct ab_error why;

	(void)state;
	assert_ok(add(&list, TOP, 0x1000, "last", &why), &why, "last");
	assert_error(add(&list, UINT64_MAX, 1, "mine", &why), &why, &want, "its last byte");
	assert_ok(add(&list, TOP - 1, 1, "mine", &why), &why, "right before");
	assert_ok(add(&list, 0, TOP - 1, "mine", &why), &why, "all the rest");
	assert_bases(&list, (const uint64_t[]){ 0, TOP - 1, TOP }, 3);
	list.n = 0;
	assert_ok(add(&list, 1, UINT64_MAX, "all but 0", &why), &why, "all but 0");
	assert_ok(add(&list, 0, 1, "0", &why), &why, "0");
	for (uint64_t base = 0; base < 3; base++)
		assert_int_equal(add(&list, base, 1, "mine", &why), AB_ERR_OVERLAP);
}

static void test_full(void **state)
{
	struct expected want = { AB_ERR_NOSPACE, "regions.n", 0, "regions.cap must be as large" };
	struct ab_region at[ROOM + 1];
	struct ab_error why;

	(void)state;
	for (uint32_t cap = 0; cap < ROOM; cap++) {
		struct ab_regions list = { cap != 0 ? at : NULL, cap, 0 };

		memset(at, 0x5a, sizeof(at));
		for (uint32_t i = 0; i < cap; i++)
			assert_ok(add(&list, (cap - i) * 0x1000, 1, "r", &why), &why, "fits");
		want.value = cap + 1;
		assert_error(add(&list, 0x800, 1, "mine", &why), &why, &want, "full");
		assert_int_equal(list.n, cap);
		assert_int_equal(at[cap].base, 0x5a5a5a5a5a5a5a5a);
		if (cap != 0) /* who it is comes before room */
			assert_int_equal(add(&list, 0x1000, 1, "mine", &why), AB_ERR_OVERLAP);
	}
}

/* No array has no room, whatever its size is said to be. */
static void test_no_array(void **state)
{
	const struct expected want = { AB_ERR_NOSPACE, "regions.n", 1,
				       "regions.cap must be as large" };
	struct ab_regions list = { NULL, 5, 0 };
	struct ab_error why;

	(void)state;
	assert_error(add(&list, 0x1000, 1, "mine", &why), &why, &want, "NULL");
	assert_int_equal(list.n, 0);
	assert_null(ab_regions_find(&list, AB_REGION_BLOB));
	ab_regions_drop(&list, AB_REGION_BLOB);
}

static void test_find_and_drop(void **state)
{
	static const enum ab_region_kind kinds[] = { AB_REGION_BLOB, AB_REGION_ECAM, AB_REGION_BLOB,
						     AB_REGION_GDT, AB_REGION_BLOB };
	struct ab_region at[ROOM];
	struct ab_regions list = AB_REGIONS(at);
	struct ab_error why;

	(void)state;
	assert_null(ab_regions_find(&list, AB_REGION_BLOB));
	ab_regions_drop(&list, AB_REGION_BLOB);
	for (size_t i = COUNT(kinds); i-- != 0;) {
		const struct ab_region r = region(0x1000 * (i + 1), 16, kinds[i], "r");

		assert_ok(ab_regions_add(&list, &r, &why), &why, "add");
	}
	assert_ptr_equal(ab_regions_find(&list, AB_REGION_BLOB), &at[0]); /* the lowest */
	assert_ptr_equal(ab_regions_find(&list, AB_REGION_GDT), &at[3]);
	assert_null(ab_regions_find(&list, AB_REGION_KERNEL));
	ab_regions_drop(&list, AB_REGION_KERNEL);
	assert_int_equal(list.n, 5);
	ab_regions_drop(&list, AB_REGION_BLOB);
	assert_bases(&list, (const uint64_t[]){ 0x2000, 0x4000 }, 2);
	assert_null(ab_regions_find(&list, AB_REGION_BLOB));
	ab_regions_drop(&list, AB_REGION_ECAM);
	ab_regions_drop(&list, AB_REGION_GDT);
	assert_int_equal(list.n, 0);
	assert_int_equal(list.cap, ROOM);
}

/* ---- against a model ---------------------------------------------------------------------- */

/* Regions in the order in which they came. */
struct model {
	struct ab_region at[ROOM];
	uint32_t n;
};

static uint64_t last(const struct ab_region *r)
{
	return r->base + (r->size - 1);
}

/* The lowest that shares a byte. */
static const struct ab_region *model_clash(const struct model *m, const struct ab_region *r)
{
	const struct ab_region *found = NULL;

	for (uint32_t i = 0; i < m->n; i++) {
		const struct ab_region *o = &m->at[i];

		if (o->base <= last(r) && r->base <= last(o) &&
		    (found == NULL || o->base < found->base))
			found = o;
	}
	return found;
}

static enum ab_err model_add(struct model *m, uint32_t cap, const struct ab_region *r)
{
	if (r->size == 0 || last(r) < r->base)
		return AB_ERR_ARG;
	if (model_clash(m, r) != NULL)
		return AB_ERR_OVERLAP;
	if (m->n == cap)
		return AB_ERR_NOSPACE;
	m->at[m->n++] = *r;
	return AB_OK;
}

static void model_drop(struct model *m, enum ab_region_kind kind)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < m->n; i++)
		if (m->at[i].kind != kind)
			m->at[n++] = m->at[i];
	m->n = n;
}

/* The same regions, and these in order. */
static void model_judge(const struct model *m, const struct ab_regions *list)
{
	assert_int_equal(list->n, m->n);
	for (uint32_t i = 0; i < list->n; i++) {
		const struct ab_region *r = &list->at[i];
		uint32_t k = 0;

		assert_true(i == 0 || r->base > last(r - 1));
		while (k < m->n && memcmp(r, &m->at[k], sizeof(*r)) != 0)
			k++;
		assert_true(k < m->n);
	}
	for (int kind = AB_REGION_KERNEL; kind <= AB_REGION_SMBIOS; kind++) {
		const struct ab_region *got = ab_regions_find(list, (enum ab_region_kind)kind);
		const struct ab_region *want = NULL;

		for (uint32_t k = 0; k < m->n; k++)
			if ((int)m->at[k].kind == kind &&
			    (want == NULL || m->at[k].base < want->base))
				want = &m->at[k];
		assert_int_equal(got != NULL, want != NULL);
		assert_true(got == NULL || got->base == want->base);
	}
}

/* From a small space, at one of its ends, so that everything touches; or from all there is. */
static struct ab_region any_region(uint64_t *seed)
{
	uint64_t base = rnd_below(seed, 64), size = rnd_below(seed, 9);
	struct ab_region r;

	if (rnd_below(seed, 8) == 0) {
		base = rnd(seed) >> rnd_below(seed, 64);
		size = rnd(seed) >> rnd_below(seed, 64);
	} else if (rnd_below(seed, 3) == 0) {
		base += UINT64_MAX - 63;
	}
	memset(&r, 0, sizeof(r)); /* the padding, too: regions are compared by bytes */
	r.base = base;
	r.size = size;
	r.kind = (enum ab_region_kind)(AB_REGION_KERNEL + (int)rnd_below(seed, AB_REGION_SMBIOS));
	r.index = (uint32_t)rnd(seed);
	r.name = "r";
	return r;
}

static void test_against_a_model(void **state)
{
	uint64_t seed = 0x9e3779b97f4a7c15;
	uint32_t results[AB_ERR_INTERNAL + 1] = { 0 };

	(void)state;
	for (uint32_t round = 0; round < 4000; round++) {
		struct ab_region at[ROOM];
		struct ab_regions list = { at, rnd_below(&seed, ROOM + 1), 0 };
		struct model m = { .n = 0 };

		memset(at, 0, sizeof(at));
		for (uint32_t i = 0; i < 40; i++) {
			const struct ab_region r = any_region(&seed);
			const struct ab_region *other = model_clash(&m, &r);
			struct ab_error why = { .code = AB_OK };
			enum ab_err err, want;

			if (rnd_below(&seed, 16) == 0) {
				ab_regions_drop(&list, r.kind);
				model_drop(&m, r.kind);
				continue;
			}
			want = model_add(&m, list.cap, &r);
			err = ab_regions_add(&list, &r, &why);
			assert_int_equal(err, want);
			results[err]++;
			if (err == AB_ERR_OVERLAP)
				assert_true(why.value == r.base && why.other_value == other->base &&
					    why.size == r.size && why.other_size == other->size);
			model_judge(&m, &list);
		}
	}
	assert_true(results[AB_OK] > 10000 && results[AB_ERR_ARG] > 1000);
	assert_true(results[AB_ERR_OVERLAP] > 10000 && results[AB_ERR_NOSPACE] > 1000);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_order),
		cmocka_unit_test(test_overlap_names_both),
		cmocka_unit_test(test_empty_and_wrapping),
		cmocka_unit_test(test_up_to_2_64),
		cmocka_unit_test(test_full),
		cmocka_unit_test(test_no_array),
		cmocka_unit_test(test_find_and_drop),
		cmocka_unit_test(test_against_a_model),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
