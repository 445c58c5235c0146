/* SPDX-License-Identifier: BSD-2-Clause */
/* Hashes of images in FITs: known answers, in pieces of any size; each bit counts. */
#include "fit_make.h"

/* CRC-32 of "123456789", which its definitions give; FIPS 180, examples: SHA-256 of "abc" */
#define CRC_9 "\xcb\xf4\x39\x26"
#define SHA_ABC                                                                                    \
	"\xba\x78\x16\xbf\x8f\x01\xcf\xea\x41\x41\x40\xde\x5d\xae\x22\x23"                         \
	"\xb0\x03\x61\xa3\x96\x17\x7a\x9c\xb4\x10\xff\x61\xf2\x00\x15\xad"
/* of "123456789" and of "", by sha256sum */
#define SHA_9                                                                                      \
	"\x15\xe2\xb0\xd3\xc3\x38\x91\xeb\xb0\xf1\xef\x60\x9e\xc4\x19\x42"                         \
	"\x0c\x20\xe3\x20\xce\x94\xc6\x5f\xbc\x8c\x33\x12\x44\x8e\xb2\x25"
#define SHA_0                                                                                      \
	"\xe3\xb0\xc4\x42\x98\xfc\x1c\x14\x9a\xfb\xf4\xc8\x99\x6f\xb9\x24"                         \
	"\x27\xae\x41\xe4\x64\x9b\x93\x4c\xa4\x95\x99\x1b\x78\x52\xb8\x55"

#define HASH(name, algo, value)                                                                    \
	{                                                                                          \
		name, PROPS(S("algo", algo), B("value", value)), NULL                              \
	}
#define WRONG "must be the hash of the image's data"

static struct ab_fit_image only(const struct ab_fit *fit)
{
	struct ab_fit_image image;
	struct ab_error why;

	assert_ok(ab_fit_image(fit, ab_dtb_next_child(&fit->dtb, fit->images, 0), &image, &why),
		  &why, "image");
	return image;
}

/* Verify in pieces; the number of calls must be as small as they allow. */
static enum ab_err verify(struct ab_fit_verify *v, size_t most, struct ab_error *why)
{
	size_t calls = 0, size = v->image->data.size;
	enum ab_err err;

	do {
		assert_true(!v->finished && v->verified == 0 && v->unsupported == 0);
		err = ab_fit_verify(v, most, why);
		calls++;
		assert_int_equal(v->done, size / most < calls ? size : most * calls);
	} while (err == AB_OK && !v->finished);
	assert_int_equal(calls, size == 0 ? 1 : (size - 1) / most + 1);
	return err;
}

static void test_right(void **state)
{
	const struct {
		const struct prop *prop;
		const struct node *hash;
		uint32_t verified, unsupported;
	} rows[] = {
		{ PROPS(B("data", "123456789")), NODES(HASH("hash-1", "crc32", CRC_9)), 1, 0 },
		{ PROPS(B("data", "abc")), NODES(HASH("hash", "sha256", SHA_ABC)), 1, 0 },
		{ PROPS(B("data", "123456789")),
		  NODES(HASH("hash-1", "crc32", CRC_9), HASH("hash-2", "sha1", "wrong"),
			HASH("hash-3", "sha256", SHA_9), HASH("hash-4", "crc32", CRC_9),
			HASH("hash-5", "CRC32", "")),
		  3, 2 },
		{ PROPS(B("data", "")),
		  NODES(HASH("hash-1", "crc32", "\0\0\0\0"), HASH("hash-2", "sha256", SHA_0)), 2,
		  0 },
		{ PROPS(B("data", "123456789")), NODES(HASH("hash-1", "md5", "wrong")), 0, 1 },
		{ PROPS(B("data", "123456789")),
		  NODES(HASH("signature-1", "crc32", "wrong"), { "Hash-1", NULL, NULL }), 0, 0 },
		{ PROPS(B("data", "")), NULL, 0, 0 },
	};
	static const size_t pieces[] = { 1, 2, 3, 4, 8, 9, 10, SIZE_MAX };

	(void)state;
	for (size_t k = 0; k < COUNT(rows) * COUNT(pieces); k++) {
		size_t row = k / COUNT(pieces);
		struct file file =
		    make_fit(NODES({ "a", rows[row].prop, rows[row].hash }), NULL, NULL, NULL, 0);
		struct ab_fit fit = open_fit(&file, "right");
		struct ab_fit_image image = only(&fit);
		struct ab_fit_verify v = { .fit = &fit, .image = &image };
		struct ab_error why;

		assert_int_equal(image.n_hashes, rows[row].verified + rows[row].unsupported);
		assert_ok(verify(&v, pieces[k % COUNT(pieces)], &why), &why, "right");
		for (int again = 0; again < 2; again++) {
			assert_int_equal(v.verified, rows[row].verified);
			assert_int_equal(v.unsupported, rows[row].unsupported);
			assert_ok(ab_fit_verify(&v, 1, &why), &why, "again");
			assert_true(v.finished);
		}
		free(file.data);
	}
}

/* Each bit of the data and of the hashes. */
static void test_wrong(void **state)
{
	struct file file =
	    make_fit(NODES({ "first", PROPS(B("data", "")), NULL },
			   { "second", PROPS(B("data", "123456789")),
			     NODES(HASH("hash-1", "md5", ""), HASH("hash-2", "crc32", CRC_9)) },
			   { "third", PROPS(B("data", "123456789")),
			     NODES(HASH("hash-1", "sha256", SHA_9)) }),
		     NULL, NULL, NULL, 0);
	struct ab_fit fit = open_fit(&file, "wrong");
	size_t refused = 0;

	(void)state;
	for (uint32_t node = 0; (node = ab_dtb_next_child(&fit.dtb, fit.images, node)) != 0;) {
		struct expected want = { AB_ERR_IMAGE, "fit.images.hash", 0, WRONG };
		struct ab_fit_hash hash = { .node = 0 };
		struct ab_fit_image image;
		struct ab_error why;

		assert_ok(ab_fit_image(&fit, node, &image, &why), &why, "wrong");
		want.name = image.name;
		while (ab_fit_next_hash(&fit, &image, &hash) && hash.algo == AB_FIT_ALGO_OTHER)
			;
		for (size_t i = 0; i < 8 * (image.data.size + hash.value.size); i++) {
			struct ab_bytes part = i / 8 < image.data.size ? image.data : hash.value;
			size_t at = i / 8 < image.data.size ? i / 8 : i / 8 - image.data.size;
			uint8_t *byte = file.data + ((const uint8_t *)part.data - file.data) + at;
			const uint8_t *value = hash.value.data;
			struct ab_fit_verify v = { .fit = &fit, .image = &image };

			*byte ^= (uint8_t)(1U << i % 8);
			want.value = (uint64_t)value[0] << 24 | (uint64_t)value[1] << 16 |
				     (uint64_t)value[2] << 8 | value[3];
			assert_error(verify(&v, 4, &why), &why, &want, "wrong");
			assert_int_equal(ab_fit_verify(&v, 4, NULL), AB_ERR_IMAGE);
			assert_false(v.finished);
			*byte ^= (uint8_t)(1U << i % 8);
			refused++;
		}
	}
	assert_int_equal(refused, 8 * (9 + 4 + 9 + 32));
	free(file.data);
}

/* A right hash does not outweigh a wrong one, wherever it is. */
static void test_both(void **state)
{
	const struct node *const hashes[] = {
		NODES(HASH("hash-1", "crc32", CRC_9), HASH("hash-2", "crc32", "\1\2\3\4")),
		NODES(HASH("hash-1", "crc32", "\1\2\3\4"), HASH("hash-2", "sha256", SHA_9)),
	};
	const struct expected want = {
		AB_ERR_IMAGE, "fit.images.hash", 0x01020304, WRONG, 0, "a", 0
	};

	(void)state;
	for (size_t k = 0; k < COUNT(hashes); k++) {
		struct file file = make_fit(
		    NODES({ "a", PROPS(B("data", "123456789")), hashes[k] }), NULL, NULL, NULL, 0);
		struct ab_fit fit = open_fit(&file, "both");
		struct ab_fit_image image = only(&fit);
		struct ab_fit_verify v = { .fit = &fit, .image = &image };
		struct ab_error why;

		assert_error(verify(&v, SIZE_MAX, &why), &why, &want, "both");
		free(file.data);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_right),
		cmocka_unit_test(test_wrong),
		cmocka_unit_test(test_both),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
