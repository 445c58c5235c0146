/* SPDX-License-Identifier: BSD-2-Clause */
/* The reader of FITs: the facts of images, data within the tree and behind it, each rule broken. */
#include "fit_make.h"

#define NO_CONFIGS NODES({ "c", NULL, NULL })
#define STRING "its size must be that of one string with its NUL"

/* The image of a FIT that has one. */
static struct ab_fit_image only(const struct ab_fit *fit, const char *row)
{
	uint32_t node = ab_dtb_next_child(&fit->dtb, fit->images, 0);
	struct ab_fit_image image;
	struct ab_error why;

	assert_int_not_equal(node, 0);
	assert_int_equal(ab_dtb_next_child(&fit->dtb, fit->images, node), 0);
	assert_ok(ab_fit_image(fit, node, &image, &why), &why, row);
	assert_int_equal(image.node, node);
	return image;
}

static void test_facts(void **state)
{
	static const struct {
		enum ab_fit_algo algo;
		const char *node, *name, *value;
		size_t size;
	} want[] = {
		{ AB_FIT_ALGO_CRC32, "hash-1", "crc32", "\1\2\3\4", 4 },
		{ AB_FIT_ALGO_SHA256, "hash@2", "sha256", "0123456789abcdef0123456789abcdef", 32 },
		{ AB_FIT_ALGO_OTHER, "hash", "sha1", "abcdefghijklmnopqrst", 20 },
		{ AB_FIT_ALGO_OTHER, "hash-x", "sha2", NULL, 0 },
	};
	const struct file file = make_fit(
	    NODES({ "kernel-1",
		    PROPS(S("description", "a kernel"), B("data", "abcde"), S("type", "kernel"),
			  S("arch", "arm64"), S("os", "linux"), S("compression", "gzip"),
			  B("load", "\1\2\3\4"), B("entry", "\0\0\0\5\6\7\x08\x09"),
			  B("data-size", "\0\0\0\x7f")),
		    NODES({ "hash-1", PROPS(S("algo", "crc32"), B("value", "\1\2\3\4")), NULL },
			  { "has-1", NULL, NULL },
			  { "hash@2",
			    PROPS(B("value", "0123456789abcdef0123456789abcdef"),
				  S("algo", "sha256")),
			    NULL },
			  { "signature-1", PROPS(S("algo", "sha256,rsa2048")), NULL },
			  { "hash", PROPS(S("algo", "sha1"), B("value", "abcdefghijklmnopqrst")),
			    NULL },
			  { "hash-x", PROPS(S("algo", "sha2")), NULL }) }),
	    NULL, NO_CONFIGS, NULL, 0);
	struct ab_fit fit = open_fit(&file, "facts");
	struct ab_fit_image image = only(&fit, "facts");
	struct ab_fit_hash hash = { .node = 0 };

	(void)state;
	assert_int_equal(ab_dtb_find(&fit.dtb, "/images"), fit.images);
	assert_int_equal(ab_dtb_find(&fit.dtb, "/configurations"), fit.configurations);
	assert_true(fit.file.data == file.data && fit.file.size == file.size);
	assert_text(image.name, "kernel-1", "name");
	assert_text(image.description, "a kernel", "description");
	assert_text(image.type, "kernel", "type");
	assert_text(image.arch, "arm64", "arch");
	assert_text(image.os, "linux", "os");
	assert_text(image.compression, "gzip", "compression");
	assert_true(image.has_load && image.load == 0x01020304);
	assert_true(image.has_entry && image.entry == 0x0000000506070809);
	assert_int_equal(image.data.size, 5); /* "data-size" is of external data */
	assert_memory_equal(image.data.data, "abcde", 5);
	assert_int_equal(image.n_hashes, COUNT(want));
	for (size_t i = 0; i < COUNT(want); i++) {
		assert_true(ab_fit_next_hash(&fit, &image, &hash));
		assert_int_equal(hash.algo, want[i].algo);
		assert_text(ab_dtb_name(&fit.dtb, hash.node), want[i].node, "hash");
		assert_text(hash.algo_name, want[i].name, "algo");
		assert_int_equal(hash.value.size, want[i].size);
		if (want[i].size != 0)
			assert_memory_equal(hash.value.data, want[i].value, want[i].size);
	}
	assert_false(ab_fit_next_hash(&fit, &image, &hash));
	assert_true(hash.node == 0 && hash.algo == AB_FIT_ALGO_OTHER && hash.algo_name == NULL &&
		    hash.value.data == NULL);
	free(file.data);
}

static void test_bare(void **state)
{
	const struct file file =
	    make_fit(NODES({ "a", PROPS(B("data", "")), NULL }), NULL, NO_CONFIGS, NULL, 0);
	struct ab_fit fit = open_fit(&file, "bare");
	struct ab_fit_image image = only(&fit, "bare");
	struct ab_fit_hash hash = { .node = 0 };

	(void)state;
	assert_text(image.name, "a", "name");
	assert_true(image.description == NULL && image.type == NULL && image.arch == NULL &&
		    image.os == NULL && image.compression == NULL);
	assert_true(!image.has_load && !image.has_entry && image.load == 0 && image.entry == 0);
	assert_true(image.data.data != NULL && image.data.size == 0 && image.n_hashes == 0);
	assert_false(ab_fit_next_hash(&fit, &image, &hash));
	free(file.data);
}

static void test_addresses(void **state)
{
	const struct file file = make_fit(
	    NODES({ "a",
		    PROPS(B("data", ""), B("load", "\1\2\3\4\5\6\7\x08"), B("entry", "\xf0\0\0\1")),
		    NULL }),
	    NULL, NO_CONFIGS, NULL, 0);
	struct ab_fit fit = open_fit(&file, "addresses");
	struct ab_fit_image image = only(&fit, "addresses");

	(void)state;
	assert_true(image.has_load && image.load == 0x0102030405060708);
	assert_true(image.has_entry && image.entry == 0xf0000001);
	free(file.data);
}

/* ---- data behind the tree ------------------------------------------------------------------- */

#define AT(value) B("data-offset", value)
#define POSITION(value) B("data-position", value)
#define SIZE(value) B("data-size", value)

/* Trees whose sizes have each remainder modulo 4; the file begins at an odd address. */
static void test_offset(void **state)
{
	const struct file file =
	    make_fit(NODES({ "a", PROPS(AT("\0\0\0\0"), SIZE("\0\0\0\3")), NULL },
			   { "b", PROPS(AT("\0\0\0\4"), SIZE("\0\0\0\5")), NULL },
			   { "c", PROPS(AT("\0\0\0\x0c"), SIZE("\0\0\0\0")), NULL }),
		     NULL, NO_CONFIGS, "abcdefghijkl", 12);
	static const size_t at[] = { 0, 4, 12 }, size[] = { 3, 5, 0 };

	(void)state;
	assert_int_equal(file.tree % 4, 0);
	for (size_t spare = 0; spare <= 4; spare++) {
		size_t from = file.tree + (spare != 0 ? 4 : 0), all = from + 12, i = 0;
		uint8_t *odd = malloc(1 + all);
		struct ab_fit_image image;
		struct ab_error why;
		struct ab_fit fit;
		uint32_t node = 0;

		assert_non_null(odd);
		memset(odd, 0, 1 + all);
		memcpy(odd + 1, file.data, file.tree);
		memcpy(odd + 1 + from, "abcdefghijkl", 12);
		odd[1 + 6] = (uint8_t)((file.tree + spare) >> 8); /* totalsize */
		odd[1 + 7] = (uint8_t)(file.tree + spare);
		assert_ok(ab_fit_open(&fit, (struct ab_bytes){ odd + 1, all }, &why), &why,
			  "offset");
		assert_int_equal(fit.dtb.size, file.tree + spare);
		for (; (node = ab_dtb_next_child(&fit.dtb, fit.images, node)) != 0; i++) {
			assert_ok(ab_fit_image(&fit, node, &image, &why), &why, "offset");
			assert_ptr_equal(image.data.data, odd + 1 + from + at[i]);
			assert_int_equal(image.data.size, size[i]);
		}
		assert_int_equal(i, 3);
		/* one byte less */
		assert_int_equal(ab_fit_open(&fit, (struct ab_bytes){ odd + 1, all - 1 }, &why),
				 AB_ERR_IMAGE);
		free(odd);
	}
	free(file.data);
}

/* A position right behind the tree, and at the beginning for data of no bytes. */
static void test_position(void **state)
{
	char at[4] = { 0 };
	const struct prop props[] = { { "data-position", at, 4 },
				      SIZE("\0\0\0\4"),
				      { NULL, NULL, 0 } };
	const struct node images[] = { { "a", props, NULL }, { NULL, NULL, NULL } };
	const struct file probe =
	    make_fit(NODES({ "a", PROPS(POSITION("\0\0\0\0"), SIZE("\0\0\0\0")), NULL }), NULL,
		     NO_CONFIGS, NULL, 0);
	struct ab_fit fit = open_fit(&probe, "nothing at 0");
	struct ab_fit_image image = only(&fit, "nothing at 0");
	struct file file;

	(void)state;
	assert_true(image.data.data == probe.data && image.data.size == 0);
	at[2] = (char)((probe.tree + 3) / 4 * 4 >> 8);
	at[3] = (char)((probe.tree + 3) / 4 * 4);
	file = make_fit(images, NULL, NO_CONFIGS, "abcd", 4);
	assert_int_equal(file.tree, probe.tree);
	fit = open_fit(&file, "position");
	image = only(&fit, "position");
	assert_ptr_equal(image.data.data, file.data + file.size - 4);
	assert_int_equal(image.data.size, 4);
	free(probe.data);
	free(file.data);
}

/* ---- rules ---------------------------------------------------------------------------------- */

#define DATA B("data", "x")
#define WHICH "must be one of data, data-offset and data-position"
#define CELL "its size must be 4 bytes, or 8 for an address"
#define NO_SIZE "its size must be 4 bytes"
#define WITHIN "the data must lie within the file"
#define ALIGNED "must be a multiple of 4"
#define HASH(...) NODES({ "hash-9", PROPS(__VA_ARGS__), NULL })
#define VALUE "its size must be 4 bytes for crc32, 32 for sha256"
#define IMG "fit.images."

/* Eight bytes are behind the tree. */
static void test_rules(void **state)
{
	const struct {
		const struct prop *prop;
		const struct node *child;
		struct expected want;
	} rows[] = {
		{ PROPS(S("type", "kernel")), NULL, { AB_ERR_IMAGE, IMG "data", 0, WHICH } },
		{ PROPS(DATA, AT("\0\0\0\0"), SIZE("\0\0\0\4")),
		  NULL,
		  { AB_ERR_IMAGE, IMG "data", 2, WHICH } },
		{ PROPS(DATA, POSITION("\0\0\0\0"), SIZE("\0\0\0\4")),
		  NULL,
		  { AB_ERR_IMAGE, IMG "data", 2, WHICH } },
		{ PROPS(AT("\0\0\0\0"), POSITION("\0\0\0\0"), SIZE("\0\0\0\4")),
		  NULL,
		  { AB_ERR_IMAGE, IMG "data", 2, WHICH } },
		{ PROPS(DATA, AT("\0\0\0\0"), POSITION("\0\0\0\0")),
		  NULL,
		  { AB_ERR_IMAGE, IMG "data", 3, WHICH } },
		{ PROPS(DATA, B("description", "")),
		  NULL,
		  { AB_ERR_IMAGE, IMG "description", 0, STRING } },
		{ PROPS(DATA, B("type", "kernel")), NULL, { AB_ERR_IMAGE, IMG "type", 6, STRING } },
		{ PROPS(DATA, S("arch", "arm64\0x86")),
		  NULL,
		  { AB_ERR_IMAGE, IMG "arch", 10, STRING } },
		{ PROPS(DATA, S("os", "linux\0")), NULL, { AB_ERR_IMAGE, IMG "os", 7, STRING } },
		{ PROPS(DATA, B("compression", "a\0b")),
		  NULL,
		  { AB_ERR_IMAGE, IMG "compression", 3, STRING } },
		{ PROPS(DATA, B("load", "")), NULL, { AB_ERR_IMAGE, IMG "load", 0, CELL } },
		{ PROPS(DATA, B("load", "\0\0\0")), NULL, { AB_ERR_IMAGE, IMG "load", 3, CELL } },
		{ PROPS(DATA, B("entry", "\0\0\0\0\0\0\0\0\0\0\0\0")),
		  NULL,
		  { AB_ERR_IMAGE, IMG "entry", 12, CELL } },
		{ PROPS(AT("\0\0\0\0\0\0\0\0"), SIZE("\0\0\0\4")),
		  NULL,
		  { AB_ERR_IMAGE, IMG "data-offset", 8, CELL } },
		{ PROPS(POSITION(""), SIZE("\0\0\0\4")),
		  NULL,
		  { AB_ERR_IMAGE, IMG "data-position", 0, CELL } },
		{ PROPS(AT("\0\0\0\0")), NULL, { AB_ERR_IMAGE, IMG "data-size", 0, NO_SIZE } },
		{ PROPS(AT("\0\0\0\0"), SIZE("\0\0\0\0\0\0\0\4")),
		  NULL,
		  { AB_ERR_IMAGE, IMG "data-size", 8, CELL } },
		{ PROPS(AT("\0\0\0\2"), SIZE("\0\0\0\4")),
		  NULL,
		  { AB_ERR_IMAGE, IMG "data-offset", 2, ALIGNED } },
		{ PROPS(POSITION("\0\0\0\1"), SIZE("\0\0\0\0")),
		  NULL,
		  { AB_ERR_IMAGE, IMG "data-position", 1, ALIGNED } },
		{ PROPS(AT("\0\0\0\0"), SIZE("\0\0\0\x09")),
		  NULL,
		  { AB_ERR_IMAGE, IMG "data-offset", 0, WITHIN } },
		{ PROPS(AT("\0\0\0\x08"), SIZE("\0\0\0\1")),
		  NULL,
		  { AB_ERR_IMAGE, IMG "data-offset", 8, WITHIN } },
		{ PROPS(AT("\xff\xff\xff\xfc"), SIZE("\xff\xff\xff\xff")),
		  NULL,
		  { AB_ERR_IMAGE, IMG "data-offset", 0xfffffffc, WITHIN } },
		{ PROPS(AT("\xff\xff\xff\xfc"), SIZE("\0\0\0\4")),
		  NULL,
		  { AB_ERR_IMAGE, IMG "data-offset", 0xfffffffc, WITHIN } },
		{ PROPS(POSITION("\xff\xff\xff\xfc"), SIZE("\0\0\0\4")),
		  NULL,
		  { AB_ERR_IMAGE, IMG "data-position", 0xfffffffc, WITHIN } },
		{ PROPS(POSITION("\0\0\0\0"), SIZE("\0\0\0\1")),
		  NULL,
		  { AB_ERR_OVERLAP, IMG "data-position", 0, "device tree", .size = 1 } },
		{ PROPS(POSITION("\0\0\0\x28"), SIZE("\0\0\0\x10")),
		  NULL,
		  { AB_ERR_OVERLAP, IMG "data-position", 40, "device tree", .size = 16 } },
		{ PROPS(DATA),
		  HASH(B("value", "\0\0\0\0")),
		  { AB_ERR_IMAGE, IMG "hash.algo", 0, STRING } },
		{ PROPS(DATA),
		  HASH(B("algo", "crc32"), B("value", "\0\0\0\0")),
		  { AB_ERR_IMAGE, IMG "hash.algo", 5, STRING } },
		{ PROPS(DATA),
		  HASH(S("algo", "crc32\0sha256"), B("value", "\0\0\0\0")),
		  { AB_ERR_IMAGE, IMG "hash.algo", 13, STRING } },
		{ PROPS(DATA),
		  HASH(S("algo", "crc32")),
		  { AB_ERR_IMAGE, IMG "hash.value", 0, VALUE } },
		{ PROPS(DATA),
		  HASH(S("algo", "crc32"), B("value", "\0\0\0\0\0")),
		  { AB_ERR_IMAGE, IMG "hash.value", 5, VALUE } },
		{ PROPS(DATA),
		  HASH(S("algo", "sha256"), B("value", "\0\0\0\0")),
		  { AB_ERR_IMAGE, IMG "hash.value", 4, VALUE } },
		/* the first of two */
		{ PROPS(B("type", "x"), AT("\0\0\0\2")),
		  NULL,
		  { AB_ERR_IMAGE, IMG "type", 1, STRING } },
	};

	(void)state;
	for (size_t k = 0; k < COUNT(rows); k++) {
		const struct file file = make_fit(NODES({ "fine", PROPS(DATA), NULL },
							{ "broken", rows[k].prop, rows[k].child },
							{ "fine-2", PROPS(DATA), NULL }),
						  NULL, NO_CONFIGS, "01234567", 8);
		struct expected want = rows[k].want;
		struct ab_fit_image image;
		struct ab_error why;
		struct ab_fit fit;
		char row[32];

		want.name = "broken";
		snprintf(row, sizeof(row), "rule %zu", k);
		assert_error(ab_fit_open(&fit, bytes_of(&file), &why), &why, &want, row);
		assert_closed(&fit);
		assert_int_equal(ab_fit_open(&fit, bytes_of(&file), NULL), want.code);

		/* and by itself */
		fit.file = bytes_of(&file);
		assert_int_equal(ab_dtb_open(&fit.dtb, fit.file, &why), AB_OK);
		fit.images = ab_dtb_find(&fit.dtb, "/images");
		assert_error(
		    ab_fit_image(&fit, ab_dtb_child(&fit.dtb, fit.images, "broken"), &image, &why),
		    &why, &want, row);
		assert_true(image.node == 0 && image.name == NULL && image.data.data == NULL &&
			    image.n_hashes == 0);
		free(file.data);
	}
}

#define ONE "there must be one node of this name"

static void test_roots(void **state)
{
	static const struct {
		const char *from, *to; /* 8 bytes of a node's name */
		struct expected want;
	} rows[] = {
		{ "images\0\0",
		  "imagex\0\0",
		  { AB_ERR_IMAGE, "fit.root", 0, ONE, 0, "images", 0 } },
		{ "imagez\0\0",
		  "images\0\0",
		  { AB_ERR_IMAGE, "fit.root", 2, ONE, 0, "images", 0 } },
		{ "configur",
		  "konfigur",
		  { AB_ERR_IMAGE, "fit.root", 0, ONE, 0, "configurations", 0 } },
	};
	struct ab_error why;
	struct ab_fit fit;

	(void)state;
	for (size_t k = 0; k < COUNT(rows); k++) {
		struct file file = make_file(
		    &(struct node){ "", NULL,
				    NODES({ "images", NULL, NULL }, { "imagez", NULL, NULL },
					  { "configurations", NULL, NULL }) },
		    NULL, 0);

		assert_int_equal(open_fit(&file, "roots").dtb.size, file.size);
		patch(&file, rows[k].from, rows[k].to, 8);
		assert_error(ab_fit_open(&fit, bytes_of(&file), &why), &why, &rows[k].want,
			     rows[k].to);
		assert_closed(&fit);
		free(file.data);
	}
}

/* What ab_dtb_open() reports comes through. */
static void test_no_tree(void **state)
{
	struct file file = make_fit(NULL, NULL, NO_CONFIGS, "0123", 4);
	struct expected want = { AB_ERR_IMAGE, "device tree", 4,
				 "totalsize must be at least 56, below 2 GiB and no more than the "
				 "bytes given" };
	struct ab_error why;
	struct ab_fit fit;

	(void)state;
	assert_error(ab_fit_open(&fit, (struct ab_bytes){ file.data, file.tree - 1 }, &why), &why,
		     &want, "cut");
	assert_closed(&fit);
	assert_int_equal(ab_fit_open(&fit, (struct ab_bytes){ NULL, 0 }, &why), AB_ERR_IMAGE);
	assert_closed(&fit);
	file.data[23] = 16; /* version */
	assert_int_equal(ab_fit_open(&fit, bytes_of(&file), &why), AB_ERR_UNSUPPORTED);
	assert_closed(&fit);
	free(file.data);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_facts),     cmocka_unit_test(test_bare),
		cmocka_unit_test(test_addresses), cmocka_unit_test(test_offset),
		cmocka_unit_test(test_position),  cmocka_unit_test(test_rules),
		cmocka_unit_test(test_roots),     cmocka_unit_test(test_no_tree),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
