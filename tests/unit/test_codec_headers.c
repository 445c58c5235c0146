/* SPDX-License-Identifier: BSD-2-Clause */
/* Codecs told apart, and headers that cannot be read: each error names codec and cause. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include "codec/codec_priv.h"
#include "vectors.h"

static void fails(enum ab_codec codec, struct ab_bytes src, enum ab_err err, const char *hint)
{
	struct ab_error why = { AB_OK, NULL, 0, NULL };
	struct ab_bytes block;
	struct ab_stream s;
	size_t need = 0;
	void *work;
	enum ab_err got = ab_codec_work(codec, src, &need, &why);

	if (got == AB_OK) {
		work = malloc(need);
		assert_non_null(work);
		got = ab_stream_open(&s, codec, src, UINT64_MAX, (struct ab_work){ work, need },
				     &why);
		if (got == AB_OK)
			got = ab_stream_read(&s, &block, &why);
		free(work);
	}
	if (got != err || why.code != err || strcmp(why.other, hint) != 0)
		fail_msg("%s, expected \"%s\": %d", ab_codec_name(codec), hint, (int)got);
	assert_stream_named(&why, codec);
	/* opening says the same */
	if (need == 0)
		assert_int_equal(
		    ab_stream_open(&s, codec, src, 1, (struct ab_work){ NULL, 0 }, NULL), err);
}

static void test_names_and_magic_numbers(void **state)
{
	static const char *const names[] = { "none", "gzip", "xz",    "lzma", "lz4-legacy",
					     "lz4",  "zstd", "bzip2", "lzo" };

	(void)state;
	for (int i = AB_CODEC_NONE; i <= AB_CODEC_LZO; i++)
		assert_string_equal(ab_codec_name((enum ab_codec)i), names[i]);
	assert_string_equal(ab_codec_name((enum ab_codec)99), "unknown codec");
	assert_false(ab_codec_built(AB_CODEC_NONE));
	assert_false(ab_codec_built(AB_CODEC_LZO));
	assert_false(ab_codec_built((enum ab_codec)99));
	assert_true(ab_codec_built(AB_CODEC_GZIP));
	for (size_t i = 0; i < N_VECTORS; i++) {
		struct ab_bytes src = vector_load(vectors[i].name);

		src.size = 1;
		assert_int_equal(ab_codec_detect(src), AB_CODEC_NONE);
		free((void *)(uintptr_t)src.data);
	}
	assert_int_equal(ab_codec_detect((struct ab_bytes){ NULL, 0 }), AB_CODEC_NONE);
	assert_int_equal(ab_codec_detect((struct ab_bytes){ "\177ELF\2\1\1", 8 }), AB_CODEC_NONE);
}

struct bad {
	enum ab_codec codec;
	const char *bytes;
	size_t size;
	enum ab_err err;
	const char *hint;
};

static void test_headers_that_cannot_be_read(void **state)
{
	/* each from its format's specification; the checksums by Python's zlib and xxhash */
	static const struct bad rows[] = {
		{ AB_CODEC_LZO, "\x89LZO\0\r\n\x1a\n", 9, AB_ERR_UNSUPPORTED,
		  "the library never decodes it" },
		{ AB_CODEC_NONE, "abc", 3, AB_ERR_UNSUPPORTED, "this build has no decoder for it" },
		{ AB_CODEC_GZIP, "\x1f\x8c", 2, AB_ERR_IMAGE, "must begin with its magic number" },
		{ AB_CODEC_GZIP, "\x1f", 1, AB_ERR_IMAGE, "must begin with its magic number" },
		{ AB_CODEC_GZIP, "\x1f\x8b\x07\0\0\0\0\0\0\0", 10, AB_ERR_IMAGE,
		  "the data is corrupt" },
		{ AB_CODEC_BZIP2, "BZh", 3, AB_ERR_IMAGE, "the data ends too early" },
		{ AB_CODEC_BZIP2, "BZh0", 4, AB_ERR_IMAGE, "the block size must be 1 to 9" },
		{ AB_CODEC_BZIP2, "BZh:", 4, AB_ERR_IMAGE, "the block size must be 1 to 9" },
		{ AB_CODEC_ZSTD, "\x28\xb5\x2f\xfd", 4, AB_ERR_IMAGE, "the data ends too early" },
		{ AB_CODEC_ZSTD, "\x28\xb5\x2f\xfd\x08\0\0\0\0", 9, AB_ERR_UNSUPPORTED,
		  "the frame header must be one that libzstd decodes" },
		/* a single segment of 2^63 bytes */
		{ AB_CODEC_ZSTD, "\x28\xb5\x2f\xfd\xe0\0\0\0\0\0\0\0\x80\0", 14, AB_ERR_UNSUPPORTED,
		  "the window must be at most what libzstd decodes" },
		{ AB_CODEC_ZSTD, "\x28\xb5\x2f\xfd\x01\x58\x07\0\0\0\0", 11, AB_ERR_UNSUPPORTED,
		  "must not need a dictionary" },
		{ AB_CODEC_ZSTD, "\x28\xb5\x2f\xfd\0\xf8\0\0\0\0\0", 11, AB_ERR_UNSUPPORTED,
		  "the window must be at most what libzstd decodes" },
		{ AB_CODEC_LZMA, "\x5d\0\0\x80\0\xff", 6, AB_ERR_IMAGE, "the data ends too early" },
		{ AB_CODEC_LZ4, "\x04\x22\x4d\x18\x64\x40", 6, AB_ERR_IMAGE,
		  "the data ends too early" },
		{ AB_CODEC_LZ4, "\x04\x22\x4d\x18\x24\x40\0", 7, AB_ERR_UNSUPPORTED,
		  "the frame must be of version 1 without reserved flags" },
		{ AB_CODEC_LZ4, "\x04\x22\x4d\x18\x66\x40\0", 7, AB_ERR_UNSUPPORTED,
		  "the frame must be of version 1 without reserved flags" },
		{ AB_CODEC_LZ4, "\x04\x22\x4d\x18\x64\xc0\0", 7, AB_ERR_UNSUPPORTED,
		  "the frame must be of version 1 without reserved flags" },
		{ AB_CODEC_LZ4, "\x04\x22\x4d\x18\x64\x41\0", 7, AB_ERR_UNSUPPORTED,
		  "the frame must be of version 1 without reserved flags" },
		{ AB_CODEC_LZ4, "\x04\x22\x4d\x18\x64\x30\0", 7, AB_ERR_IMAGE,
		  "the block size must be 64 KiB to 4 MiB" },
		{ AB_CODEC_LZ4, "\x04\x22\x4d\x18\x65\x40\0\0\0\0\0", 11, AB_ERR_UNSUPPORTED,
		  "must not need a dictionary" },
		{ AB_CODEC_LZ4, "\x04\x22\x4d\x18\x6c\x40\1\0\0\0\0\0\0\0", 14, AB_ERR_IMAGE,
		  "the data ends too early" },
		{ AB_CODEC_LZ4, "\x04\x22\x4d\x18\x64\x40\xa8", 7, AB_ERR_IMAGE,
		  "the header checksum must match" },
		{ AB_CODEC_LZ4, "\x04\x22\x4d\x18\x64\x40\xa7\1\0\1\0", 11, AB_ERR_IMAGE,
		  "a block must be at most as large as the frame says" },
		{ AB_CODEC_LZ4_LEGACY, "\x02\x21\x4c\x18\xff\xff\xff\x7f", 8, AB_ERR_IMAGE,
		  "a block must be at most 8 MiB" },
		{ AB_CODEC_LZ4_LEGACY, "\x02\x21\x4c\x18\0\0\0\0\1", 9, AB_ERR_IMAGE,
		  AB_CODEC_FOLLOWED },
		{ AB_CODEC_XZ, "\xfd\x37zXZ\0\0\1", 8, AB_ERR_IMAGE, "the data ends too early" },
		{ AB_CODEC_XZ, "\xfd\x37zXZ\0\0\1\0\0\0\0", 12, AB_ERR_IMAGE,
		  "the data is corrupt" },
		{ AB_CODEC_XZ, "\xfd\x37zXZ\0\0\1\x69\x22\xde\x36", 12, AB_ERR_IMAGE,
		  "the data ends too early" },
		/* check 2 has no meaning yet */
		{ AB_CODEC_XZ, "\xfd\x37zXZ\0\0\2\xd3\x73\xd7\xaf\0", 13, AB_ERR_UNSUPPORTED,
		  "its integrity check must be one that liblzma knows" },
		/* filter 0x7f has none */
		{ AB_CODEC_XZ,
		  "\xfd\x37zXZ\0\0\1\x69\x22\xde\x36\2\0\x7f\0\0\0\0\0\x00\x67\x73\xdd", 24,
		  AB_ERR_UNSUPPORTED, "its filters must be ones that liblzma decodes" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		if (ab_codec_built(rows[i].codec) || rows[i].err == AB_ERR_UNSUPPORTED)
			fails(rows[i].codec, (struct ab_bytes){ rows[i].bytes, rows[i].size },
			      rows[i].err,
			      ab_codec_built(rows[i].codec) || rows[i].codec == AB_CODEC_LZO
				  ? rows[i].hint
				  : "this build has no decoder for it");
}

#ifdef AB_HAVE_ZSTD
/* Zeros are a header and empty blocks: a file may have a hole of any size. */
static void test_empty_blocks(void **state)
{
	static uint8_t file[256 << 10] = { 0x28, 0xb5, 0x2f, 0xfd };

	(void)state;
	fails(AB_CODEC_ZSTD, (struct ab_bytes){ file, sizeof(file) - 1 }, AB_ERR_IMAGE,
	      "the data ends too early");
	fails(AB_CODEC_ZSTD, (struct ab_bytes){ file, sizeof(file) }, AB_ERR_IMAGE,
	      "must unpack to something in each 256 KiB");
}
#endif

#ifdef AB_HAVE_LZMA
/* A dictionary that a 32-bit host has no pointers for. */
static void test_more_than_this_host_can_hold(void **state)
{
	const struct ab_bytes src = { "\x5d\0\0\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff", 13 };
	struct ab_error why = { AB_OK, NULL, 0, NULL };
	uint64_t needed;
	size_t need = 0;
	enum ab_err err = ab_codec_work(AB_CODEC_LZMA, src, &need, &why);

	(void)state;
	assert_int_equal(err, SIZE_MAX > UINT32_MAX ? AB_OK : AB_ERR_NOSPACE);
	needed = err == AB_OK ? need : why.value;
	assert_in_range(needed >> 20, 4095, 4097);
}
#endif

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_names_and_magic_numbers),
		cmocka_unit_test(test_headers_that_cannot_be_read),
#ifdef AB_HAVE_ZSTD
		cmocka_unit_test(test_empty_blocks),
#endif
#ifdef AB_HAVE_LZMA
		cmocka_unit_test(test_more_than_this_host_can_hold),
#endif
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
