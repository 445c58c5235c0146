/* SPDX-License-Identifier: BSD-2-Clause */
/* The codec table as it is built where no optional library was found. */
#undef AB_HAVE_ISAL
#undef AB_HAVE_ZLIB
#undef AB_HAVE_LZMA
#undef AB_HAVE_LZ4
#undef AB_HAVE_ZSTD
#undef AB_HAVE_BZIP2
#include "codec/codec.c"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

static void test_each_codec_left_out_is_named(void **state)
{
	static const struct {
		const char magic[8];
		const char *name;
	} rows[] = {
		{ "\x1f\x8b\x08\0\0", "gzip" },
		{ "\xfd\x37zXZ\0", "xz" },
		{ "\x5d\0\0\0\4", "lzma" },
		{ "\x02\x21\x4c\x18", "lz4-legacy" },
		{ "\x04\x22\x4d\x18", "lz4" },
		{ "\x28\xb5\x2f\xfd", "zstd" },
		{ "BZh9", "bzip2" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		const struct ab_bytes src = { rows[i].magic, 6 };
		enum ab_codec codec = ab_codec_detect(src);
		struct ab_error why;
		struct ab_stream s;
		char text[96];
		size_t need;

		assert_false(ab_codec_built(codec));
		assert_int_equal(ab_codec_work(codec, src, &need, &why), AB_ERR_UNSUPPORTED);
		assert_memory_equal(why.what, rows[i].name, strlen(rows[i].name));
		assert_string_equal(why.what + strlen(rows[i].name), " stream");
		assert_string_equal(why.other, "this build has no decoder for it");
		assert_int_equal(
		    ab_stream_open(&s, codec, src, 1, (struct ab_work){ NULL, 0 }, &why),
		    AB_ERR_UNSUPPORTED);
		ab_error_text(&why, text, sizeof(text));
		assert_memory_equal(text, why.what, strlen(why.what));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_each_codec_left_out_is_named),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
