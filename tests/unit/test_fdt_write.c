/* SPDX-License-Identifier: BSD-2-Clause */
/* The device-tree writer: its bytes against hand-written ones, and every misuse by its name. */
#include "unit.h"

#include <aetherboot/dtb.h>
#include <aetherboot/fdt.h>

#include <libfdt.h>

#include "fdt/fdt_priv.h"

/* / { model = "ab"; n { reg = <1 2>; x; }; }; by DTSPEC 5 */
static const uint8_t tiny[] = {
	0xd0, 0x0d, 0xfe, 0xed, /* 0 magic */
	0,    0,    0,    0x90, /* 4 totalsize */
	0,    0,    0,    0x38, /* 8 off_dt_struct */
	0,    0,    0,    0x84, /* 12 off_dt_strings */
	0,    0,    0,    0x28, /* 16 off_mem_rsvmap */
	0,    0,    0,    17, /* 20 version */
	0,    0,    0,    16, /* 24 last_comp_version */
	0,    0,    0,    0, /* 28 boot_cpuid_phys */
	0,    0,    0,    0x0c, /* 32 size_dt_strings */
	0,    0,    0,    0x4c, /* 36 size_dt_struct */
	0,    0,    0,    0,    0,   0, 0,   0,   0,   0, 0,   0,  0,   0,   0, 0, /* end of
										      reservations
										    */
	0,    0,    0,    1,    0,   0, 0,   0, /* FDT_BEGIN_NODE "" */
	0,    0,    0,    3,    0,   0, 0,   3,   0,   0, 0,   0,  'a', 'b', 0, 0, /* FDT_PROP model
										    */
	0,    0,    0,    1,    'n', 0, 0,   0, /* FDT_BEGIN_NODE "n" */
	0,    0,    0,    3,    0,   0, 0,   8,   0,   0, 0,   6,  0,   0,   0, 1, 0,
	0,    0,    2, /* FDT_PROP reg */
	0,    0,    0,    3,    0,   0, 0,   0,   0,   0, 0,   10, /* FDT_PROP x */
	0,    0,    0,    2,    0,   0, 0,   2,   0,   0, 0,   9, /* FDT_END_NODE twice, FDT_END */
	'm',  'o',  'd',  'e',  'l', 0, 'r', 'e', 'g', 0, 'x', 0, /* strings */
};

static void put_tiny(struct ab_fdt *f)
{
	ab_fdt_string(f, "model", "ab");
	ab_fdt_node(f, "n");
	ab_fdt_cells(f, "reg", (const uint32_t[]){ 1, 2 }, 2);
	ab_fdt_flag(f, "x");
	ab_fdt_end(f);
}

static void test_bytes(void **state)
{
	_Alignas(8) uint8_t got[256];
	struct ab_error why;
	struct ab_fdt f;

	(void)state;
	assert_int_equal(sizeof(tiny), 0x90);
	for (size_t cap = 0; cap <= sizeof(tiny); cap++) {
		struct ab_buf b = ab_buf_over(got, cap);
		enum ab_err err;

		memset(got, 0xa5, sizeof(got));
		ab_fdt_begin(&f, &b);
		put_tiny(&f);
		err = ab_fdt_finish(&f, &why);
		assert_int_equal(b.len, sizeof(tiny));
		for (size_t i = cap; i < sizeof(got); i++)
			assert_int_equal(got[i], 0xa5);
		if (cap == sizeof(tiny))
			assert_ok(err, &why, "tiny");
		else
			assert_error(
			    err, &why,
			    &(struct expected){ AB_ERR_NOSPACE, "device tree", sizeof(tiny), NULL },
			    "one less");
	}
	assert_memory_equal(got, tiny, sizeof(tiny));
}

/* Behind other bytes, offsets still count from the tree's own start. */
static void test_behind_others(void **state)
{
	_Alignas(8) uint8_t got[256];
	struct ab_buf b = ab_buf_over(got, sizeof(got));
	struct ab_error why;
	struct ab_fdt f;

	(void)state;
	ab_put(&b, "AETHERBT", 8);
	ab_fdt_begin(&f, &b);
	put_tiny(&f);
	assert_ok(ab_fdt_finish(&f, &why), &why, "second");
	assert_memory_equal(got + 8, tiny, sizeof(tiny));
}

static void test_known_names(void **state)
{
#define TEXT(id, text) text,
	static const char *const names[] = { AB_FDT_NAMES(TEXT) };

	(void)state;
	for (size_t i = 0; i < COUNT(names); i++) {
		assert_in_range(strlen(names[i]), 1, 31);
		if (i != 0)
			assert_true(strcmp(names[i - 1], names[i]) < 0);
	}
}

/* Each known name and 64 others, given as text, are found again under just that name. */
static void test_names(void **state)
{
#define TEXT(id, text) text,
	static const char *const names[] = { AB_FDT_NAMES(TEXT) };
	static char own[AB_FDT_NAMES_MAX][16];
	static _Alignas(8) uint8_t got[16384];
	struct ab_buf b = ab_buf_over(got, sizeof(got));
	struct ab_error why;
	struct ab_fdt f;
	int len;

	(void)state;
	ab_fdt_begin(&f, &b);
	for (int round = 0; round < 2; round++) {
		ab_fdt_node(&f, round == 0 ? "a" : "b");
		for (uint32_t i = 0; i < COUNT(names); i++)
			if (strstr(names[i], "phandle") == NULL)
				ab_fdt_u32(&f, names[i], i);
		for (uint32_t i = 0; i < COUNT(own); i++) {
			snprintf(own[i], sizeof(own[i]), "acme,n%u", (unsigned int)i);
			ab_fdt_u32(&f, own[i], 1000 + i);
		}
		ab_fdt_end(&f);
	}
	assert_ok(ab_fdt_finish(&f, &why), &why, "names");
	assert_int_equal(fdt_check_full(got, b.len), 0);
	for (uint32_t i = 0; i < COUNT(names) + COUNT(own); i++) {
		const char *name = i < COUNT(names) ? names[i] : own[i - COUNT(names)];
		uint32_t want = i < COUNT(names) ? i : 1000 + i - (uint32_t)COUNT(names);
		const uint8_t *p;

		if (strstr(name, "phandle") != NULL) /* by whatever name */
			continue;
		for (int round = 0; round < 2; round++) {
			int node = fdt_path_offset(got, round == 0 ? "/a" : "/b");

			p = fdt_getprop(got, node, name, &len);
			assert_non_null(p);
			assert_int_equal(len, 4);
			assert_int_equal((uint32_t)p[2] << 8 | p[3], want);
		}
	}
}

/* ---- values --------------------------------------------------------------------------------- */

static void test_values(void **state)
{
	static const char *const list[] = { "one", "", "three" };
	_Alignas(8) uint8_t got[1024];
	struct ab_buf b = ab_buf_over(got, sizeof(got));
	const struct {
		const char *name;
		const void *want;
		int size;
	} row[] = {
		{ "bytes", "\1\2\3\4\5", 5 },
		{ "zeros", "\0\0\0", 3 },
		{ "flag", "", 0 },
		{ "string", "text", 5 },
		{ "strings", "one\0\0three", 11 },
		{ "none", "", 0 },
		{ "cells", "\1\2\3\4\xff\xfe\xfd\xfc", 8 },
		{ "u32", "\x12\x34\x56\x78", 4 },
		{ "u64", "\x12\x34\x56\x78\x9a\xbc\xde\xf0", 8 },
		{ "reg", "\0\0\1\0\x12\x34\x50\0\0\0\0\2\0\0\x10\0", 16 },
		{ "phandle", "\0\0\0\1", 4 },
	};
	struct ab_error why;
	struct ab_fdt f;
	int len;

	(void)state;
	ab_fdt_begin(&f, &b);
	ab_fdt_bytes(&f, "bytes", "\1\2\3\4\5", 5);
	ab_fdt_bytes(&f, "zeros", NULL, 3);
	ab_fdt_flag(&f, "flag");
	ab_fdt_string(&f, "string", "text");
	ab_fdt_strings(&f, "strings", list, 3);
	ab_fdt_strings(&f, "none", NULL, 0);
	ab_fdt_cells(&f, "cells", (const uint32_t[]){ 0x01020304, 0xfffefdfc }, 2);
	ab_fdt_u32(&f, "u32", 0x12345678);
	ab_fdt_u64(&f, "u64", 0x123456789abcdef0);
	ab_fdt_reg(&f, 0x10012345000, 0x200001000);
	assert_int_equal(ab_fdt_phandle(&f), 1);
	ab_fdt_node_at(&f, "n", 0);
	assert_int_equal(ab_fdt_phandle(&f), 2);
	ab_fdt_end(&f);
	ab_fdt_node_at(&f, "n", UINT64_MAX);
	ab_fdt_end(&f);
	ab_fdt_node_at(&f, "n", 0x10203abcdef);
	ab_fdt_end(&f);
	assert_ok(ab_fdt_finish(&f, &why), &why, "values");
	assert_int_equal(fdt_check_full(got, b.len), 0);
	for (size_t i = 0; i < COUNT(row); i++) {
		const void *p = fdt_getprop(got, 0, row[i].name, &len);

		assert_non_null(p);
		assert_int_equal(len, row[i].size);
		assert_memory_equal(p, row[i].want, (size_t)len);
	}
	assert_int_equal(b.len % 8, 0);
	assert_true(fdt_path_offset(got, "/n@0") > 0);
	assert_true(fdt_path_offset(got, "/n@ffffffffffffffff") > 0);
	assert_true(fdt_path_offset(got, "/n@10203abcdef") > 0);
}

/* ---- misuse --------------------------------------------------------------------------------- */

static void node(struct ab_fdt *f, const char *name)
{
	ab_fdt_node(f, name);
	ab_fdt_end(f);
}

static void after_child(struct ab_fdt *f)
{
	node(f, "a");
	ab_fdt_u32(f, "x", 1);
}

static void after_grandchild(struct ab_fdt *f)
{
	ab_fdt_node(f, "a");
	node(f, "b");
	ab_fdt_reg(f, 0, 1);
	ab_fdt_end(f);
}

static void twice_known(struct ab_fdt *f)
{
	ab_fdt_u32(f, "reg", 1);
	ab_fdt_reg(f, 0, 1);
}

static void twice_own(struct ab_fdt *f)
{
	static const char other[] = "acme,x"; /* not the same pointer */

	ab_fdt_flag(f, "acme,y");
	ab_fdt_flag(f, "acme,x");
	ab_fdt_flag(f, other);
}

static void twice_phandle(struct ab_fdt *f)
{
	(void)ab_fdt_phandle(f);
	(void)ab_fdt_phandle(f);
}

static void own_phandle(struct ab_fdt *f)
{
	ab_fdt_u32(f, "phandle", 7);
}

static void own_phandle_of_old(struct ab_fdt *f)
{
	ab_fdt_u32(f, "linux,phandle", 1);
}

static void own_phandle_of_ibm(struct ab_fdt *f)
{
	ab_fdt_bytes(f, "ibm,phandle", "\0\0\0\1", 4);
}

static void own_phandle_bytes(struct ab_fdt *f)
{
	ab_fdt_bytes(f, "phandle", "\0\0\0\7", 4);
}

static void own_phandle_strings(struct ab_fdt *f)
{
	static const char *const list[] = { "abc" };

	ab_fdt_strings(f, "phandle", list, 1);
}

static void own_phandle_wide(struct ab_fdt *f)
{
	ab_fdt_u64(f, "phandle", 7);
}

static void left_open(struct ab_fdt *f)
{
	ab_fdt_node(f, "a");
}

static void ended_twice(struct ab_fdt *f)
{
	node(f, "a");
	ab_fdt_end(f);
}

static void same_node(struct ab_fdt *f)
{
	node(f, "a@1");
	node(f, "a@2");
	ab_fdt_node_at(f, "a", 1);
	ab_fdt_end(f);
}

/* A node of ours with the name of a caller's, and the other way round. */
static void same_as_callers(struct ab_fdt *f)
{
	node(f, "a16");
	ab_fdt_open_nth_(f, "a", 1, 16);
	ab_fdt_end(f);
}

static void same_as_ours(struct ab_fdt *f)
{
	for (uint32_t i = 15; i < 18; i++) {
		ab_fdt_open_nth_(f, "a", 1, i);
		ab_fdt_open_nth_(f, "a", 1, i);
		ab_fdt_end(f);
		ab_fdt_end(f);
	}
	node(f, "a17");
}

static void same_last(struct ab_fdt *f)
{
	node(f, "l3-cache");
	node(f, "l3-cache");
}

static void same_deep(struct ab_fdt *f)
{
	node(f, "z");
	ab_fdt_node(f, "a");
	node(f, "c2");
	node(f, "c10"); /* in order: shorter numbers first */
	node(f, "b");
	node(f, "b");
	ab_fdt_end(f);
}

static void too_deep(struct ab_fdt *f)
{
	for (int i = 0; i < AB_FDT_DEPTH_MAX; i++)
		ab_fdt_node(f, "a");
	for (int i = 0; i < AB_FDT_DEPTH_MAX; i++)
		ab_fdt_end(f);
}

static void many_names(struct ab_fdt *f)
{
	static char name[AB_FDT_NAMES_MAX + 1][16];

	for (int i = 0; i <= AB_FDT_NAMES_MAX; i++) {
		snprintf(name[i], sizeof(name[i]), "n%d", i);
		ab_fdt_flag(f, name[i]);
	}
}

static void long_prop(struct ab_fdt *f)
{
	ab_fdt_flag(f, "a23456789012345678901234567890123");
}

static void empty_prop(struct ab_fdt *f)
{
	ab_fdt_flag(f, "");
}

static void odd_prop(struct ab_fdt *f)
{
	ab_fdt_flag(f, "a b");
}

static void slash_prop(struct ab_fdt *f)
{
	ab_fdt_flag(f, "a/b");
}

static void big_prop(struct ab_fdt *f)
{
	ab_fdt_bytes(f, "x", NULL, (size_t)INT32_MAX + 1);
}

static void big_cells(struct ab_fdt *f)
{
	ab_fdt_cells(f, "x", NULL, SIZE_MAX / 4 + 2);
}

#define BAD_NODE(id, text)                                                                         \
	static void id(struct ab_fdt *f)                                                           \
	{                                                                                          \
		node(f, text);                                                                     \
	}
BAD_NODE(empty_node, "")
BAD_NODE(digit_node, "1a")
BAD_NODE(odd_node, "a b")
BAD_NODE(hash_node, "a#b")
BAD_NODE(slash_node, "a/b")
BAD_NODE(long_node, "a2345678901234567890123456789012")
BAD_NODE(empty_unit, "a@")
BAD_NODE(odd_unit, "a@1/")
BAD_NODE(two_units, "a@1@2")
BAD_NODE(long_unit, "a@12345678901234567890123456789012")

static void unit_in_stem(struct ab_fdt *f)
{
	ab_fdt_node_at(f, "a@1", 2);
	ab_fdt_end(f);
}

static void long_stem(struct ab_fdt *f)
{
	ab_fdt_node_at(f, "a2345678901234567890123456789012", 2);
	ab_fdt_end(f);
}

#define NODE_NAME "a node's name must be 1 to 31 of 0-9 a-z A-Z , . _ + - and begin with a letter"
#define UNIT "a unit address must be 1 to 31 of 0-9 a-z A-Z , . _ + -"
#define PROPERTY_NAME "a property's name must be 1 to 31 of 0-9 a-z A-Z , . _ + ? # -"

static const struct {
	const char *row;
	void (*put)(struct ab_fdt *f);
	enum ab_err err;
	const char *what, *rule;
	uint64_t value; /* 0: not looked at */
	bool blind; /* measuring does not see it */
} misuse[] = {
	{ "after_child", after_child, AB_ERR_ARG, "device tree",
	  "a property must come before child nodes", 76, 0 },
	{ "after_grandchild", after_grandchild, AB_ERR_ARG, "device tree",
	  "a property must come before child nodes", 84, 0 },
	{ "twice_known", twice_known, AB_ERR_ARG, "device tree",
	  "a node must not have two properties of the same name", 80, 0 },
	{ "twice_own", twice_own, AB_ERR_ARG, "device tree",
	  "a node must not have two properties of the same name", 88, 0 },
	{ "twice_phandle", twice_phandle, AB_ERR_ARG, "device tree",
	  "a node must not have two properties of the same name", 80, 0 },
	{ "own_phandle", own_phandle, AB_ERR_ARG, "device tree",
	  "only ab_fdt_phandle() may add a phandle", 64, 0 },
	{ "own_phandle_of_old", own_phandle_of_old, AB_ERR_ARG, "device tree",
	  "only ab_fdt_phandle() may add a phandle", 64, 0 },
	{ "own_phandle_of_ibm", own_phandle_of_ibm, AB_ERR_ARG, "device tree",
	  "only ab_fdt_phandle() may add a phandle", 64, 0 },
	{ "own_phandle_bytes", own_phandle_bytes, AB_ERR_ARG, "device tree",
	  "only ab_fdt_phandle() may add a phandle", 64, 0 },
	{ "own_phandle_strings", own_phandle_strings, AB_ERR_ARG, "device tree",
	  "only ab_fdt_phandle() may add a phandle", 64, 0 },
	{ "own_phandle_wide", own_phandle_wide, AB_ERR_ARG, "device tree",
	  "only ab_fdt_phandle() may add a phandle", 64, 0 },
	{ "left_open", left_open, AB_ERR_ARG, "device tree", "each node must end", 72, 0 },
	{ "ended_twice", ended_twice, AB_ERR_ARG, "device tree", "a node must begin before it ends",
	  76, 0 },
	{ "same_node", same_node, AB_ERR_ARG, "device tree",
	  "sibling nodes must have different names", 0, 1 },
	{ "same_as_callers", same_as_callers, AB_ERR_ARG, "device tree",
	  "sibling nodes must have different names", 0, 1 },
	{ "same_as_ours", same_as_ours, AB_ERR_ARG, "device tree",
	  "sibling nodes must have different names", 0, 1 },
	{ "same_last", same_last, AB_ERR_ARG, "device tree",
	  "sibling nodes must have different names", 0, 1 },
	{ "same_deep", same_deep, AB_ERR_ARG, "device tree",
	  "sibling nodes must have different names", 0, 1 },
	{ "too_deep", too_deep, AB_ERR_ARG, "device tree",
	  "nodes must not nest deeper than 16 levels", 64 + 15 * 8, 0 },
	{ "many_names", many_names, AB_ERR_ARG, "device tree",
	  "at most 64 names of properties may be the caller's own", 64 + 64 * 12, 0 },
	{ "long_prop", long_prop, AB_ERR_ARG, "device tree", PROPERTY_NAME, 64, 0 },
	{ "empty_prop", empty_prop, AB_ERR_ARG, "device tree", PROPERTY_NAME, 64, 0 },
	{ "odd_prop", odd_prop, AB_ERR_ARG, "device tree", PROPERTY_NAME, 64, 0 },
	{ "slash_prop", slash_prop, AB_ERR_ARG, "device tree", PROPERTY_NAME, 64, 0 },
	{ "big_prop", big_prop, AB_ERR_NOSPACE, "device tree", "must be below 2 GiB",
	  (uint64_t)INT32_MAX + 1, 0 },
	{ "big_cells", big_cells, AB_ERR_NOSPACE, "device tree", "must be below 2 GiB", 0, 0 },
	{ "empty_node", empty_node, AB_ERR_ARG, "device tree", NODE_NAME, 64, 0 },
	{ "digit_node", digit_node, AB_ERR_ARG, "device tree", NODE_NAME, 64, 0 },
	{ "odd_node", odd_node, AB_ERR_ARG, "device tree", NODE_NAME, 64, 0 },
	{ "hash_node", hash_node, AB_ERR_ARG, "device tree", NODE_NAME, 64, 0 },
	{ "slash_node", slash_node, AB_ERR_ARG, "device tree", NODE_NAME, 64, 0 },
	{ "long_node", long_node, AB_ERR_ARG, "device tree", NODE_NAME, 64, 0 },
	{ "long_stem", long_stem, AB_ERR_ARG, "device tree", NODE_NAME, 64, 0 },
	{ "unit_in_stem", unit_in_stem, AB_ERR_ARG, "device tree", NODE_NAME, 64, 0 },
	{ "empty_unit", empty_unit, AB_ERR_ARG, "device tree", UNIT, 64, 0 },
	{ "odd_unit", odd_unit, AB_ERR_ARG, "device tree", UNIT, 64, 0 },
	{ "two_units", two_units, AB_ERR_ARG, "device tree", UNIT, 64, 0 },
	{ "long_unit", long_unit, AB_ERR_ARG, "device tree", UNIT, 64, 0 },
};

static void test_misuse(void **state)
{
	static _Alignas(8) uint8_t got[8192];

	(void)state;
	for (size_t i = 0; i < COUNT(misuse); i++)
		for (int measure = 0; measure < 2; measure++) {
			struct ab_buf b = ab_buf_over(measure ? NULL : got, sizeof(got));
			struct ab_error why;
			struct ab_fdt f;
			enum ab_err err;

			ab_fdt_begin(&f, &b);
			misuse[i].put(&f);
			err = ab_fdt_finish(&f, &why);
			if (measure && misuse[i].blind) {
				assert_ok(err, &why, misuse[i].row);
				continue;
			}
			assert_error(
			    err, &why,
			    &(struct expected){ misuse[i].err, misuse[i].what,
						misuse[i].value != 0 ? misuse[i].value : why.value,
						misuse[i].rule },
			    misuse[i].row);
		}
}

static void test_unaligned(void **state)
{
	_Alignas(8) uint8_t got[256];
	struct ab_buf b = ab_buf_over(got, sizeof(got));
	struct ab_error why;
	struct ab_fdt f;

	(void)state;
	ab_put(&b, NULL, 4);
	ab_fdt_begin(&f, &b);
	assert_error(ab_fdt_finish(&f, &why), &why,
		     &(struct expected){ AB_ERR_ARG, "device tree", 0,
					 "a tree must begin at a multiple of 8 bytes" },
		     "at 4");
}

/* What is allowed at the edges. */
static void test_edges(void **state)
{
	static _Alignas(8) uint8_t got[4096];
	struct ab_buf b = ab_buf_over(got, sizeof(got)), none = ab_buf_over(NULL, 0);
	struct ab_error why;

	(void)state;
	for (int measure = 1; measure >= 0; measure--) {
		struct ab_fdt f;

		ab_fdt_begin(&f, measure ? &none : &b);
		ab_fdt_flag(&f, "a234567890123456789012345678901");
		ab_fdt_flag(&f, "0,._+?#-Az");
		node(&f, "a234567890123456789012345678901");
		node(&f, "Az09,._+-@0,._+-Az");
		node(&f, "a@1");
		node(&f, "b@1");
		node(&f, "a1");
		node(&f, "a01");
		node(&f, "a@01");
		node(&f, "a");
		node(&f, "ab");
		for (int i = 1; i < AB_FDT_DEPTH_MAX; i++)
			ab_fdt_node(&f, "deep"); /* a child is no sibling */
		for (int i = 1; i < AB_FDT_DEPTH_MAX; i++)
			ab_fdt_end(&f);
		assert_ok(ab_fdt_finish(&f, &why), &why, "edges");
	}
}

/* Every child of the root, and of each child, is where it was written. */
static void assert_children(const struct ab_buf *b, char (*names)[12], size_t n)
{
	struct ab_error why;
	struct ab_dtb dtb;
	uint32_t at = 0;

	assert_ok(ab_dtb_open(&dtb, (struct ab_bytes){ b->data, b->len }, &why), &why, "siblings");
	for (size_t i = 0; i < n; i++) {
		uint32_t child;

		at = ab_dtb_next_child(&dtb, dtb.root, at);
		assert_string_equal(ab_dtb_name(&dtb, at), names[i]);
		assert_true(ab_dtb_prop(&dtb, at, "reg").size == 4);
		child = ab_dtb_next_child(&dtb, at, 0);
		assert_string_equal(ab_dtb_name(&dtb, child), "a2");
		child = ab_dtb_next_child(&dtb, at, child);
		assert_string_equal(ab_dtb_name(&dtb, child), "a1");
		assert_int_equal(ab_dtb_next_child(&dtb, at, child), 0);
	}
	assert_int_equal(ab_dtb_next_child(&dtb, dtb.root, at), 0);
}

/* Names in any order: those given twice are found, and only those. */
static void test_siblings(void **state)
{
	static _Alignas(8) uint8_t got[65536];
	uint64_t seed = 7;

	(void)state;
	for (int round = 0; round < 300; round++) {
		struct ab_buf b = ab_buf_over(got, sizeof(got));
		char names[40][12];
		bool twice = false;
		struct ab_error why;
		struct ab_fdt f;

		ab_fdt_begin(&f, &b);
		for (size_t i = 0; i < 40; i++) {
			static const char *const form[] = { "a%u", "a@%x", "b@%x", "ab%u", "a%u-" };

			snprintf(names[i], sizeof(names[i]), form[rnd_below(&seed, 5)],
				 (unsigned int)rnd_below(&seed, 600));
			for (size_t k = 0; k < i; k++)
				twice = twice || strcmp(names[i], names[k]) == 0;
			ab_fdt_node(&f, names[i]);
			ab_fdt_u32(&f, "reg", (uint32_t)i);
			node(&f, "a2");
			node(&f, "a1");
			ab_fdt_end(&f);
		}
		assert_int_equal(ab_fdt_finish(&f, &why), twice ? AB_ERR_ARG : AB_OK);
		if (!twice)
			assert_children(&b, names, 40);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_bytes),       cmocka_unit_test(test_behind_others),
		cmocka_unit_test(test_known_names), cmocka_unit_test(test_names),
		cmocka_unit_test(test_values),      cmocka_unit_test(test_misuse),
		cmocka_unit_test(test_unaligned),   cmocka_unit_test(test_edges),
		cmocka_unit_test(test_siblings),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
