/* SPDX-License-Identifier: BSD-2-Clause */
/* The reader of devicetree blobs: hand-written ones, every rule broken once, what libfdt finds. */
#include "fdt_look.h"

#include <aetherboot/dtb.h>

#include <stdlib.h>

static void st32(uint8_t *p, uint32_t v)
{
	p[0] = (uint8_t)(v >> 24);
	p[1] = (uint8_t)(v >> 16);
	p[2] = (uint8_t)(v >> 8);
	p[3] = (uint8_t)v;
}

#define STRUCTS 56 /* behind a header and the end of the reservations */

/* A blob of up to 64 words of structure block and a strings block. DTSPEC 5 */
static uint8_t blob[512];

static size_t put(const uint32_t *word, uint32_t n, const char *strings, size_t strings_size)
{
	const uint32_t size = STRUCTS + 4 * n + (uint32_t)strings_size;
	const uint32_t header[10] = {
		0xd00dfeed, /* 0 magic */
		size, /* 4 totalsize */
		STRUCTS, /* 8 off_dt_struct */
		STRUCTS + 4 * n, /* 12 off_dt_strings */
		40, /* 16 off_mem_rsvmap */
		17, /* 20 version */
		16, /* 24 last_comp_version */
		7, /* 28 boot_cpuid_phys */
		(uint32_t)strings_size, /* 32 size_dt_strings */
		4 * n, /* 36 size_dt_struct */
	};

	assert_true(size <= sizeof(blob));
	memset(blob, 0, sizeof(blob));
	for (size_t i = 0; i < 10; i++)
		st32(blob + 4 * i, header[i]);
	for (size_t i = 0; i < n; i++)
		st32(blob + STRUCTS + 4 * i, word[i]);
	memcpy(blob + STRUCTS + 4 * n, strings, strings_size);
	return size;
}

/* Open a copy of just that size: a reader beyond is seen. */
static enum ab_err open_copy(size_t size, struct ab_dtb *dtb, struct ab_error *why, uint8_t **copy)
{
	*copy = malloc(size != 0 ? size : 1);
	assert_non_null(*copy);
	memcpy(*copy, blob, size);
	return ab_dtb_open(dtb, (struct ab_bytes){ *copy, size }, why);
}

/* ---- rules ---------------------------------------------------------------------------------- */

#define ONE_ROOT "there must be one root node"
#define NAME "a node's name must end within the structure block"
#define PROP "a property must end within the structure block"
#define NO_END "the structure block must end with FDT_END"

/* Structure blocks; the strings are "a". */
static void test_structure(void **state)
{
	static const struct {
		const char *row;
		uint32_t word[8], n;
		uint64_t at; /* 0: it is right */
		const char *rule;
	} rows[] = {
		{ "least", { 1, 0, 2, 9 }, 4, 0, NULL },
		{ "nops", { 4, 1, 0, 4, 2, 4, 9 }, 7, 0, NULL },
		{ "property", { 1, 0, 3, 0, 0, 2, 9 }, 7, 0, NULL },
		{ "name of 3", { 1, 0, 1, 0x61616100, 2, 2, 9 }, 7, 0, NULL },
		{ "more behind", { 1, 0, 2, 9, 1 }, 5, 0, NULL },
		{ "empty", { 0 }, 0, 56, NO_END },
		{ "nothing", { 9 }, 1, 56, ONE_ROOT },
		{ "no end", { 1, 0, 2 }, 3, 68, NO_END },
		{ "name", { 1, 0x61616161 }, 2, 56, NAME },
		{ "name at the end", { 1 }, 1, 56, NAME },
		{ "two roots", { 1, 0, 2, 1, 0, 2, 9 }, 7, 68, ONE_ROOT },
		{ "open", { 1, 0, 9 }, 3, 64, "each node must end before FDT_END" },
		{ "ended", { 2, 9 }, 2, 56, "a node must begin before it ends" },
		{ "token 5", { 1, 0, 5, 2, 9 }, 5, 64, "a token must be 1, 2, 3, 4 or 9" },
		{ "token 0", { 1, 0, 0, 2, 9 }, 5, 64, "a token must be 1, 2, 3, 4 or 9" },
		{ "nowhere", { 3, 0, 0, 9 }, 4, 56, "a property must lie within a node" },
		{ "nameless",
		  { 1, 0, 3, 0, 2, 2, 9 },
		  7,
		  64,
		  "a property's name must lie within the strings block" },
		{ "half", { 1, 0, 3, 0 }, 4, 64, PROP },
		{ "long", { 1, 0, 3, 5, 0, 2 }, 6, 64, PROP },
		{ "longest", { 1, 0, 3, 0xffffffff, 0, 2, 9 }, 7, 64, PROP },
	};

	(void)state;
	for (size_t k = 0; k < COUNT(rows); k++) {
		const struct expected want = { AB_ERR_IMAGE, "device tree", rows[k].at,
					       rows[k].rule };
		struct ab_error why;
		struct ab_dtb dtb;
		uint8_t *copy;
		enum ab_err err =
		    open_copy(put(rows[k].word, rows[k].n, "a", 2), &dtb, &why, &copy);

		if (rows[k].at == 0)
			assert_ok(err, &why, rows[k].row);
		else
			assert_error(err, &why, &want, rows[k].row);
		assert_int_equal(dtb.root != 0, rows[k].at == 0);
		free(copy);
	}
}

#define TOTAL "totalsize must be at least 56, below 2 GiB and no more than the bytes given"
#define STRUCT_AT "the structure block must lie at a multiple of 4 between header and end"
#define RSV_AT "the memory reservation block must lie at a multiple of 8 within the tree"
#define RSV_END "the memory reservation block must end with an entry of zeros"

static void test_header(void **state)
{
	static const uint32_t word[8] = { 1, 0, 3, 1, 0, 0x61000000, 2, 9 }; /* / { a = [61]; } */
	static const struct {
		const char *row;
		size_t field;
		uint32_t value;
		enum ab_err err;
		uint64_t at;
		const char *rule;
	} rows[] = {
		{ "magic", 0, 0xd00dfeee, AB_ERR_IMAGE, 0,
		  "must begin with a header, whose magic is 0xd00dfeed" },
		{ "short", 4, 48, AB_ERR_IMAGE, 4, TOTAL },
		{ "above", 4, 0x1000, AB_ERR_IMAGE, 4, TOTAL },
		{ "old", 20, 16, AB_ERR_UNSUPPORTED, 20, "version must be 17 or later" },
		{ "new", 24, 18, AB_ERR_UNSUPPORTED, 24,
		  "last_comp_version must be 17 or earlier" },
		{ "structs odd", 8, 58, AB_ERR_IMAGE, 8, STRUCT_AT },
		{ "structs far", 8, 0x7ffffffc, AB_ERR_IMAGE, 8, STRUCT_AT },
		{ "structs in header", 8, 36, AB_ERR_IMAGE, 8, STRUCT_AT },
		{ "structs long", 36, 0xffffffff, AB_ERR_IMAGE, 8, STRUCT_AT },
		{ "strings far", 12, 0xffffffff, AB_ERR_IMAGE, 12,
		  "the strings block must lie within the tree" },
		{ "strings long", 32, 0x100, AB_ERR_IMAGE, 12,
		  "the strings block must lie within the tree" },
		{ "name cut", 36, 6, AB_ERR_IMAGE, 56, NAME },
		{ "value cut", 36, 21, AB_ERR_IMAGE, 64, PROP },
		{ "end cut", 36, 30, AB_ERR_IMAGE, 84, NO_END },
		{ "strings open", 32, 1, AB_ERR_IMAGE, 88,
		  "the strings block must end with a NUL" },
		{ "rsv odd", 16, 44, AB_ERR_IMAGE, 16, RSV_AT },
		{ "rsv far", 16, 0xfffffff8, AB_ERR_IMAGE, 16, RSV_AT },
		{ "rsv open", 16, 56, AB_ERR_IMAGE, 56, RSV_END },
	};

	(void)state;
	for (size_t k = 0; k < COUNT(rows); k++) {
		const struct expected want = { rows[k].err, "device tree", rows[k].at,
					       rows[k].rule };
		size_t size = put(word, 8, "a", 2);
		struct ab_error why;
		struct ab_dtb dtb;
		uint8_t *copy;

		st32(blob + rows[k].field, rows[k].value);
		assert_error(open_copy(size, &dtb, &why, &copy), &why, &want, rows[k].row);
		assert_int_equal(dtb.root, 0);
		free(copy);
	}
}

/* As deep as a tree may be, and one deeper. */
static void test_deep(void **state)
{
	(void)state;
	for (uint32_t depth = AB_DTB_DEPTH_MAX; depth <= AB_DTB_DEPTH_MAX + 1; depth++) {
		const struct expected want = { AB_ERR_IMAGE, "device tree",
					       STRUCTS + 8 * (depth - 1),
					       "nodes must not nest deeper than 16 levels" };
		uint32_t word[64] = { 0 };
		struct ab_error why;
		struct ab_dtb dtb;
		uint8_t *copy;
		enum ab_err err;

		for (uint32_t i = 0; i < depth; i++) {
			word[2 * i] = 1;
			word[2 * depth + i] = 2;
		}
		word[3 * depth] = 9;
		err = open_copy(put(word, 3 * depth + 1, "", 1), &dtb, &why, &copy);
		if (depth == AB_DTB_DEPTH_MAX) {
			struct ab_dtb_walk w = { .dtb = &dtb };
			uint32_t met = 0;

			assert_ok(err, &why, "deep");
			while (ab_dtb_next(&w))
				assert_int_equal(w.depth, met++);
			assert_int_equal(met, depth);
			assert_false(ab_dtb_next(&w));
		} else {
			assert_error(err, &why, &want, "deeper");
		}
		free(copy);
	}
}

static void test_reservations(void **state)
{
	/* magic to size_dt_struct, three entries, of which the last one ends the block */
	static const uint32_t word[10 + 12 + 4] = {
		0xd00dfeed, 104,        88, 104,    40, 17, 16,   0,          0, 16, /* header */
		0x12,       0x34567000, 0,  0x1000, 0,  0,  0xfe, 0xdcba9876, 0, 0,
		0,          0, /* entries */
		1,          0,          2,  9, /* / { }; */
	};
	struct ab_range r = { 1, 2 };
	struct ab_error why;
	struct ab_dtb dtb;

	(void)state;
	for (size_t i = 0; i < COUNT(word); i++)
		st32(blob + 4 * i, word[i]);
	assert_ok(ab_dtb_open(&dtb, (struct ab_bytes){ blob, sizeof(blob) }, &why), &why, "rsv");
	assert_int_equal(dtb.size, 104);
	assert_int_equal(dtb.n_reservations, 2);
	assert_true(ab_dtb_reservation(&dtb, 0, &r));
	assert_true(r.base == 0x1234567000 && r.size == 0x1000);
	assert_true(ab_dtb_reservation(&dtb, 1, &r));
	assert_true(r.base == 0 && r.size == 0xfedcba9876);
	assert_false(ab_dtb_reservation(&dtb, 2, &r));
	assert_false(ab_dtb_reservation(&dtb, SIZE_MAX, &r));
	assert_true(r.base == 0 && r.size == 0xfedcba9876);
}

/* ---- nodes, properties and values ----------------------------------------------------------- */

/* / { p = <1 2>; aliases { x = "/b@1/d"; y = "b"; }; a { }; b@1 { p; q = "s", "", "tu"; d@2 { }; };
 * b { e { }; }; }; with a word taken out in four places */
static const uint32_t small[] = {
	4, /* 56 FDT_NOP */
	1, 0, /* 60 FDT_BEGIN_NODE "" */
	4, /* 68 FDT_NOP */
	3, 8,          0,          1,          2, /* 72 FDT_PROP p */
	1, 0x616c6961, 0x73657300, /* 92 FDT_BEGIN_NODE "aliases" */
	3, 7,          4,          0x2f624031, 0x2f640000, /* 104 FDT_PROP x "/b@1/d" */
	3, 2,          6,          0x62000000, /* 124 FDT_PROP y "b" */
	2, /* 140 FDT_END_NODE */
	4, /* 144 FDT_NOP */
	1, 0x61000000, /* 148 FDT_BEGIN_NODE "a" */
	2, /* 156 FDT_END_NODE */
	1, 0x62403100, /* 160 FDT_BEGIN_NODE "b@1" */
	3, 0,          0, /* 168 FDT_PROP p */
	3, 6,          2,          0x73000074, 0x75000000, /* 180 FDT_PROP q "s", "", "tu" */
	1, 0x64403200, /* 200 FDT_BEGIN_NODE "d@2" */
	2, /* 208 FDT_END_NODE */
	4, /* 212 FDT_NOP */
	2, /* 216 FDT_END_NODE */
	1, 0x62000000, /* 220 FDT_BEGIN_NODE "b" */
	1, 0x65000000, /* 228 FDT_BEGIN_NODE "e" */
	2, /* 236 FDT_END_NODE */
	2, /* 240 FDT_END_NODE */
	2, /* 244 FDT_END_NODE of the root */
	9, /* 248 FDT_END */
};
static const char small_strings[] = "p\0q\0x\0y";

enum {
	ROOT = 60,
	ALIASES = 92,
	NODE_A = 148,
	NODE_B1 = 160,
	NODE_D = 200,
	NODE_B = 220,
	NODE_E = 228
};

static struct ab_dtb open_small(void)
{
	size_t size = put(small, COUNT(small), small_strings, sizeof(small_strings));
	struct ab_error why;
	struct ab_dtb dtb;

	assert_ok(ab_dtb_open(&dtb, (struct ab_bytes){ blob, size }, &why), &why, "small");
	assert_int_equal(dtb.root, ROOT);
	assert_int_equal(dtb.boot_cpu, 7);
	assert_int_equal(dtb.n_reservations, 0);
	return dtb;
}

static void test_tokens(void **state)
{
	static const struct {
		uint32_t at;
		enum ab_dtb_kind kind;
		const char *name;
		size_t size;
	} want[] = {
		{ 56, AB_DTB_NOP, NULL, 0 },
		{ 60, AB_DTB_BEGIN_NODE, "", 0 },
		{ 68, AB_DTB_NOP, NULL, 0 },
		{ 72, AB_DTB_PROP, "p", 8 },
		{ 92, AB_DTB_BEGIN_NODE, "aliases", 0 },
		{ 104, AB_DTB_PROP, "x", 7 },
		{ 124, AB_DTB_PROP, "y", 2 },
		{ 140, AB_DTB_END_NODE, NULL, 0 },
		{ 144, AB_DTB_NOP, NULL, 0 },
		{ 148, AB_DTB_BEGIN_NODE, "a", 0 },
		{ 156, AB_DTB_END_NODE, NULL, 0 },
		{ 160, AB_DTB_BEGIN_NODE, "b@1", 0 },
		{ 168, AB_DTB_PROP, "p", 0 },
		{ 180, AB_DTB_PROP, "q", 6 },
		{ 200, AB_DTB_BEGIN_NODE, "d@2", 0 },
		{ 208, AB_DTB_END_NODE, NULL, 0 },
		{ 212, AB_DTB_NOP, NULL, 0 },
		{ 216, AB_DTB_END_NODE, NULL, 0 },
		{ 220, AB_DTB_BEGIN_NODE, "b", 0 },
		{ 228, AB_DTB_BEGIN_NODE, "e", 0 },
		{ 236, AB_DTB_END_NODE, NULL, 0 },
		{ 240, AB_DTB_END_NODE, NULL, 0 },
		{ 244, AB_DTB_END_NODE, NULL, 0 },
		{ 248, AB_DTB_END, NULL, 0 },
	};
	struct ab_dtb dtb = open_small();
	struct ab_dtb_token t = { .next = dtb.structs };

	(void)state;
	for (size_t i = 0; i < COUNT(want); i++) {
		assert_int_equal(t.next, want[i].at);
		assert_true(ab_dtb_token(&dtb, t.next, &t));
		assert_int_equal(t.kind, want[i].kind);
		assert_text(t.name, want[i].name, "name");
		assert_int_equal(t.value.size, want[i].size);
		assert_int_equal(t.value.data != NULL, want[i].kind == AB_DTB_PROP);
	}
	assert_int_equal(t.next, 252);
	assert_false(ab_dtb_token(&dtb, t.next, &t));
	assert_true(t.kind == 0 && t.next == 0 && t.name == NULL && t.value.data == NULL);
}

static void test_nodes(void **state)
{
	static const struct {
		uint32_t node, skip, child[5];
		const char *name;
	} rows[] = {
		{ ROOT, 248, { ALIASES, NODE_A, NODE_B1, NODE_B, 0 }, "" },
		{ ALIASES, 144, { 0 }, "aliases" },
		{ NODE_A, 160, { 0 }, "a" },
		{ NODE_B1, 220, { NODE_D, 0 }, "b@1" },
		{ NODE_D, 212, { 0 }, "d@2" },
		{ NODE_B, 244, { NODE_E, 0 }, "b" },
		{ 0, 0, { 0 }, "" },
		{ 56, 0, { 0 }, "" }, /* FDT_NOP */
		{ 72, 0, { 0 }, "" }, /* a property */
		{ 140, 0, { 0 }, "" }, /* an end */
		{ 248, 0, { 0 }, "" },
		{ UINT32_MAX, 0, { 0 }, "" },
	};
	struct ab_dtb dtb = open_small();

	(void)state;
	for (size_t k = 0; k < COUNT(rows); k++) {
		uint32_t node = 0;
		size_t i = 0;

		assert_string_equal(ab_dtb_name(&dtb, rows[k].node), rows[k].name);
		assert_int_equal(ab_dtb_skip(&dtb, rows[k].node), rows[k].skip);
		do {
			node = ab_dtb_next_child(&dtb, rows[k].node, node);
			assert_int_equal(node, rows[k].child[i++]);
			if (node != 0)
				assert_int_equal(
				    ab_dtb_child(&dtb, rows[k].node, ab_dtb_name(&dtb, node)),
				    node);
		} while (node != 0);
		assert_int_equal(ab_dtb_child(&dtb, rows[k].node, "c"), 0);
		assert_int_equal(ab_dtb_child(&dtb, rows[k].node, ""), 0);
	}
	assert_int_equal(ab_dtb_child(&dtb, ROOT, "b@"), 0);
	assert_int_equal(ab_dtb_child(&dtb, ROOT, "b@12"), 0);
}

static void test_find(void **state)
{
	static const struct {
		const char *path;
		uint32_t node;
	} rows[] = {
		{ "/", ROOT },
		{ "//", ROOT },
		{ "/:", ROOT },
		{ "/a", NODE_A },
		{ "/a/", NODE_A },
		{ "/a:115200", NODE_A },
		{ "/aliases", ALIASES },
		{ "/alias", 0 },
		{ "/b@1", NODE_B1 },
		{ "/b", NODE_B }, /* just that name */
		{ "/b@", 0 },
		{ "/b@2", 0 },
		{ "/b@1/d", NODE_D },
		{ "/b@1/d@2", NODE_D },
		{ "//b@1//d//", NODE_D },
		{ "/b/d", 0 },
		{ "/b/e", NODE_E },
		{ "/a/d", 0 },
		{ "/d", 0 },
		{ "x", NODE_D },
		{ "x:8n1", NODE_D },
		{ "x/", NODE_D },
		{ "x/d", 0 },
		{ "y", 0 }, /* no absolute path */
		{ "p", 0 },
		{ "", 0 },
		{ ":", 0 },
	};
	struct ab_dtb dtb = open_small(), none = { .data = NULL };

	(void)state;
	for (size_t k = 0; k < COUNT(rows); k++) {
		if (ab_dtb_find(&dtb, rows[k].path) != rows[k].node)
			fail_msg("%s: %u", rows[k].path,
				 (unsigned int)ab_dtb_find(&dtb, rows[k].path));
		assert_int_equal(ab_dtb_find(&none, rows[k].path), 0);
	}
}

static void test_properties(void **state)
{
	struct ab_dtb dtb = open_small();
	struct ab_bytes b = ab_dtb_prop(&dtb, ROOT, "p");
	uint64_t v = 5;

	(void)state;
	assert_ptr_equal(b.data, blob + 84);
	assert_int_equal(b.size, 8);
	assert_true(ab_dtb_number(b, 0, 0, &v) && v == 0);
	assert_true(ab_dtb_number(b, 0, 1, &v) && v == 1);
	assert_true(ab_dtb_number(b, 1, 1, &v) && v == 2);
	assert_true(ab_dtb_number(b, 0, 2, &v) && v == 0x100000002);
	assert_true(ab_dtb_number(b, 2, 0, &v) && v == 0);
	v = 5;
	assert_false(ab_dtb_number(b, 1, 2, &v));
	assert_false(ab_dtb_number(b, 2, 1, &v));
	assert_false(ab_dtb_number(b, 3, 0, &v));
	assert_false(ab_dtb_number(b, SIZE_MAX, 1, &v));
	assert_false(ab_dtb_number(b, 0, 3, &v));
	b.size = 7;
	assert_false(ab_dtb_number(b, 0, 2, &v));
	assert_false(ab_dtb_number((struct ab_bytes){ NULL, 0 }, 0, 1, &v));
	assert_int_equal(v, 5);

	b = ab_dtb_prop(&dtb, NODE_B1, "p");
	assert_non_null(b.data);
	assert_int_equal(b.size, 0);
	b = ab_dtb_prop(&dtb, NODE_B1, "q");
	assert_string_equal(ab_dtb_string(b, 0), "s");
	assert_string_equal(ab_dtb_string(b, 1), "");
	assert_string_equal(ab_dtb_string(b, 2), "tu");
	assert_null(ab_dtb_string(b, 3));
	assert_true(ab_dtb_has_string(b, "s") && ab_dtb_has_string(b, "") &&
		    ab_dtb_has_string(b, "tu"));
	assert_false(ab_dtb_has_string(b, "t") || ab_dtb_has_string(b, "u") ||
		     ab_dtb_has_string(b, "tuv"));
	b.size = 5; /* without its NUL it is no string */
	assert_null(ab_dtb_string(b, 2));
	assert_false(ab_dtb_has_string(b, "tu"));
	assert_false(ab_dtb_has_string((struct ab_bytes){ NULL, 0 }, ""));

	assert_null(ab_dtb_prop(&dtb, NODE_D, "p").data);
	assert_null(ab_dtb_prop(&dtb, NODE_B, "p").data); /* nor what a child has */
	assert_null(ab_dtb_prop(&dtb, ROOT, "x").data);
	assert_null(ab_dtb_prop(&dtb, 72, "p").data);
	assert_null(ab_dtb_prop(&dtb, 0, "p").data);
	assert_int_equal(ab_dtb_u32(&dtb, ROOT, "p", 9), 9); /* two cells */
	assert_int_equal(ab_dtb_u32(&dtb, ALIASES, "x", 9), 9);
}

/* Any number as a node or a token: no more is asked than that nothing outside is read. */
static void test_any_number(void **state)
{
	size_t size = put(small, COUNT(small), small_strings, sizeof(small_strings));
	struct ab_dtb_token t;
	struct ab_error why;
	struct ab_dtb dtb;
	uint8_t *copy;

	(void)state;
	assert_ok(open_copy(size, &dtb, &why, &copy), &why, "copy");
	for (uint32_t at = 0; at < size + 8; at++) {
		(void)ab_dtb_name(&dtb, at);
		(void)ab_dtb_skip(&dtb, at);
		(void)ab_dtb_prop(&dtb, at, "p");
		(void)ab_dtb_child(&dtb, at, "d");
		(void)ab_dtb_next_child(&dtb, ROOT, at);
		if (ab_dtb_token(&dtb, at, &t))
			assert_true(t.next > at && t.next <= size);
	}
	free(copy);
}

/* ---- registers ------------------------------------------------------------------------------ */

static void cells(const char *name, const uint32_t *v, size_t n)
{
	uint8_t b[256];

	for (size_t i = 0; i < n; i++)
		st32(b + 4 * i, v[i]);
	assert_int_equal(fdt_property(tree, name, b, (int)(4 * n)), 0);
}

#define C(name, ...)                                                                               \
	cells(name, (const uint32_t[]){ __VA_ARGS__ },                                             \
	      sizeof((const uint32_t[]){ __VA_ARGS__ }) / 4)
#define BEGIN(name) assert_int_equal(fdt_begin_node(tree, name), 0)
#define END() assert_int_equal(fdt_end_node(tree), 0)

static void leaf(const char *name)
{
	BEGIN(name);
	C("reg", 0, 0x1000, 0, 0x10);
	END();
}

static void flag(const char *name)
{
	assert_int_equal(fdt_property(tree, name, NULL, 0), 0);
}

static void put_buses(void)
{
	leaf("top");
	BEGIN("usual"); /* 2 address cells, 1 size cell: 3 entries and a cell too many */
	flag("ranges");
	BEGIN("triples");
	C("reg", 1, 2, 3, 0xffffffff, 0xfffff000, 0x1000, 0xffffffff, 0xfffff000, 0x1001, 7);
	END();
	END();
	BEGIN("none"); /* no ranges */
	C("#size-cells", 2);
	leaf("none.leaf");
	END();
	BEGIN("down"); /* 0x1000 to 0x1fff there is 0x500000000 to 0x500000fff here */
	C("#address-cells", 1);
	C("#size-cells", 1);
	C("ranges", 0x8000, 4, 0, 0x100, 0x1000, 5, 0, 0x1000);
	BEGIN("down.leaf");
	C("reg", 0x1000, 0x10, 0x1ff0, 0x10, 0x1ff0, 0x11, 0xff0, 0x11, 0x80ff, 1, 0x8100, 1);
	END();
	END();
	BEGIN("wraps"); /* the last entry of it lies at 2^64 */
	C("#address-cells", 1);
	C("#size-cells", 1);
	C("ranges", 0, 0xffffffff, 0xfffff000, 0x2000);
	BEGIN("wraps.leaf");
	C("reg", 0xff0, 0x10, 0xff0, 0x20, 0x1000, 0x10);
	END();
	END();
	BEGIN("pci"); /* addresses of three cells are no numbers */
	C("#address-cells", 3);
	C("#size-cells", 2);
	C("ranges", 0, 0, 0, 0, 0, 1, 0);
	BEGIN("pci.leaf");
	C("reg", 0, 0, 0, 0, 0x10);
	END();
	END();
	BEGIN("cpus"); /* no sizes */
	C("#address-cells", 1);
	C("#size-cells", 0);
	flag("ranges");
	BEGIN("cpu");
	C("reg", 1);
	END();
	END();
}

static void test_reg(void **state)
{
	static const struct {
		const char *node;
		size_t n, nth;
		bool there;
		uint64_t base, size;
	} rows[] = {
		{ "", 0, 0, false, 0, 0 },
		{ "top", 1, 0, true, 0x1000, 0x10 },
		{ "top", 1, 1, false, 0, 0 },
		{ "top", 1, SIZE_MAX, false, 0, 0 },
		{ "triples", 3, 0, true, 0x100000002, 3 },
		{ "triples", 3, 1, true, UINT64_C(0xfffffffffffff000), 0x1000 },
		{ "triples", 3, 2, false, 0, 0 },
		{ "triples", 3, 3, false, 0, 0 },
		{ "none", 0, 0, false, 0, 0 },
		{ "none.leaf", 1, 0, false, 0, 0 },
		{ "down.leaf", 6, 0, true, 0x500000000, 0x10 },
		{ "down.leaf", 6, 1, true, 0x500000ff0, 0x10 },
		{ "down.leaf", 6, 2, false, 0, 0 },
		{ "down.leaf", 6, 3, false, 0, 0 },
		{ "down.leaf", 6, 4, true, 0x4000000ff, 1 },
		{ "down.leaf", 6, 5, false, 0, 0 },
		{ "wraps.leaf", 3, 0, true, UINT64_C(0xfffffffffffffff0), 0x10 },
		{ "wraps.leaf", 3, 1, false, 0, 0 },
		{ "wraps.leaf", 3, 2, false, 0, 0 },
		{ "pci.leaf", 0, 0, false, 0, 0 },
		{ "cpu", 0, 0, false, 0, 0 },
	};
	struct ab_error why;
	struct ab_dtb dtb;

	(void)state;
	assert_int_equal(fdt_create(tree, sizeof(tree)), 0);
	assert_int_equal(fdt_finish_reservemap(tree), 0);
	BEGIN("");
	C("#address-cells", 2);
	C("#size-cells", 2);
	put_buses();
	END();
	assert_int_equal(fdt_finish(tree), 0);
	assert_ok(ab_dtb_open(&dtb, (struct ab_bytes){ tree, sizeof(tree) }, &why), &why, "buses");
	for (size_t k = 0; k < COUNT(rows); k++) {
		struct ab_dtb_walk w = { .dtb = &dtb };
		struct ab_range r;
		bool there;

		while (ab_dtb_next(&w) &&
		       strcmp(ab_dtb_name(&dtb, w.level[w.depth].node), rows[k].node) != 0)
			;
		there = ab_dtb_reg(&w, rows[k].nth, &r);
		if (ab_dtb_n_regs(&w) != rows[k].n || there != rows[k].there ||
		    (there && (r.base != rows[k].base || r.size != rows[k].size)))
			fail_msg("%s, entry %zu of %zu: %#llx, %#llx bytes", rows[k].node,
				 rows[k].nth, ab_dtb_n_regs(&w), (unsigned long long)r.base,
				 (unsigned long long)r.size);
	}
}

/* What nodes inherit. */
static void test_inherited(void **state)
{
	static const struct {
		const char *node;
		uint32_t address_cells, size_cells, interrupt_parent;
		bool okay;
	} rows[] = {
		{ "", 2, 1, 0, true },      { "a", 1, 0, 7, true },    { "a.off", 2, 1, 7, false },
		{ "a.on", 2, 1, 9, false }, { "a.ok", 2, 1, 7, true }, { "b", 2, 1, 0, true },
	};
	struct ab_dtb_walk w;
	struct ab_error why;
	struct ab_dtb dtb;
	size_t k = 0;

	(void)state;
	assert_int_equal(fdt_create(tree, sizeof(tree)), 0);
	assert_int_equal(fdt_finish_reservemap(tree), 0);
	BEGIN("");
	BEGIN("a");
	C("#address-cells", 1);
	C("#size-cells", 0);
	C("interrupt-parent", 7);
	BEGIN("a.off");
	assert_int_equal(fdt_property_string(tree, "status", "disabled"), 0);
	BEGIN("a.on");
	assert_int_equal(fdt_property_string(tree, "status", "okay"), 0);
	C("interrupt-parent", 9);
	END();
	END();
	BEGIN("a.ok");
	assert_int_equal(fdt_property_string(tree, "status", "ok"), 0);
	END();
	END();
	BEGIN("b");
	END();
	END();
	assert_int_equal(fdt_finish(tree), 0);
	assert_ok(ab_dtb_open(&dtb, (struct ab_bytes){ tree, sizeof(tree) }, &why), &why, "tree");
	for (w = (struct ab_dtb_walk){ .dtb = &dtb }; ab_dtb_next(&w); k++) {
		const struct ab_dtb_level *l = &w.level[w.depth];

		assert_true(k < COUNT(rows));
		assert_string_equal(ab_dtb_name(&dtb, l->node), rows[k].node);
		assert_int_equal(l->address_cells, rows[k].address_cells);
		assert_int_equal(l->size_cells, rows[k].size_cells);
		assert_int_equal(l->interrupt_parent, rows[k].interrupt_parent);
		assert_int_equal(l->okay, rows[k].okay);
	}
	assert_int_equal(k, COUNT(rows));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_structure),  cmocka_unit_test(test_header),
		cmocka_unit_test(test_deep),       cmocka_unit_test(test_reservations),
		cmocka_unit_test(test_tokens),     cmocka_unit_test(test_nodes),
		cmocka_unit_test(test_find),       cmocka_unit_test(test_properties),
		cmocka_unit_test(test_any_number), cmocka_unit_test(test_reg),
		cmocka_unit_test(test_inherited),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
