/* SPDX-License-Identifier: BSD-2-Clause */
/* Snippets of the reference manual about files and bytes: what each shows is run here, and judged.
 */
#include "unit.h"

#include "make_elf.h"

#include <aetherboot/aetherboot.h>
#include <aetherboot/host.h>

#include <stdlib.h>
#include <zlib.h>

/* [base] */
/* A builder appends, and checks nothing; the error, if any, is told at the end. */
static enum ab_err greet(struct ab_buf *out, const char *whom, struct ab_error *why)
{
	ab_put_str(out, "hello, ");
	ab_put_str(out, whom);
	ab_put_le(out, 0, 1);
	return ab_buf_finish(out, "greeting", why);
}

static size_t explain(char *text, size_t cap)
{
	struct ab_buf measured = ab_buf_over(NULL, 0), small;
	struct ab_error why;
	char room[8];

	if (greet(&measured, "world", &why) == AB_OK) { /* measured.len is 13: room is too small */
		small = ab_buf_over(room, sizeof(room));
		if (greet(&small, "world", &why) != AB_OK)
			return ab_error_text(&why, text, cap);
	}
	return 0;
}
/* [base] */

static void test_base(void **state)
{
	struct ab_buf out;
	struct ab_error why;
	char text[80], room[16];
	size_t size;

	(void)state;
	out = ab_buf_over(room, sizeof(room));
	assert_int_equal(greet(&out, "world", &why), AB_OK);
	assert_string_equal(room, "hello, world");
	size = explain(text, sizeof(text));
	assert_int_equal(size, strlen(text));
	assert_non_null(strstr(text, "greeting"));
	assert_non_null(strstr(text, "13 bytes"));
}

/* [sha256] */
static void digest_of_parts(const struct ab_bytes *part, size_t n, uint8_t digest[AB_SHA256_SIZE])
{
	struct ab_sha256 sum;

	ab_sha256_init(&sum);
	for (size_t i = 0; i < n; i++)
		ab_sha256_add(&sum, part[i].data, part[i].size);
	ab_sha256_finish(&sum, digest);
}
/* [sha256] */

static void test_sha256(void **state)
{
	static const struct ab_bytes parts[] = { { "a", 1 }, { "bc", 2 } };
	/* FIPS 180-4's example: "abc" */
	static const uint8_t want[] = { 0xba, 0x78, 0x16, 0xbf, 0x8f, 0x01, 0xcf, 0xea };
	uint8_t digest[AB_SHA256_SIZE];

	(void)state;
	digest_of_parts(parts, COUNT(parts), digest);
	assert_memory_equal(digest, want, sizeof(want));
}

/* [image] */
/* What a file is, by its content; a packed one by its first bytes. */
static const char *kind_of(struct ab_bytes file, struct ab_error *why)
{
	const enum ab_codec packed = ab_codec_detect(file);
	struct ab_image image;

	if (packed != AB_CODEC_NONE)
		return ab_codec_name(packed);
	if (ab_image_probe(&image, file, why) != AB_OK)
		return NULL; /* why says what is wrong in which field */
	return ab_image_format_name(image.format);
}
/* [image] */

/* [kernel] */
static enum ab_err take(void *ctx, const void *block, size_t size)
{
	struct ab_buf *out = ctx;

	ab_put(out, block, size);
	return AB_OK;
}

/* The kernel out of a bzImage, an Image.gz, a zboot file. */
static enum ab_err unpack(struct ab_bytes file, struct ab_buf *out, struct ab_error *why)
{
	struct ab_work work = { NULL, 0 };
	enum ab_err err = ab_kernel_work(file, &work.size, why);

	if (err != AB_OK)
		return err;
	work.data = malloc(work.size);
	if (work.data == NULL && work.size != 0)
		return ab_fail(why, AB_ERR_NOSPACE, "malloc", work.size, NULL);
	err = ab_kernel_unpack(file, take, out, work, why);
	free(work.data);
	return err != AB_OK ? err : ab_buf_finish(out, "kernel", why);
}
/* [kernel] */

/* [codec] */
/* How many bytes a stream unpacks to: one pass, block by block. */
static enum ab_err unpacked_size(struct ab_bytes src, struct ab_work work, uint64_t *size,
				 struct ab_error *why)
{
	const enum ab_codec codec = ab_codec_detect(src);
	struct ab_bytes block = { NULL, 1 };
	struct ab_stream stream;
	enum ab_err err = ab_stream_open(&stream, codec, src, 1 * AB_GiB, work, why);

	for (*size = 0; err == AB_OK && block.size != 0; *size += block.size)
		err = ab_stream_read(&stream, &block, why);
	return err;
}
/* [codec] */

static size_t pack(uint8_t *to, size_t cap, const void *data, size_t size)
{
	z_stream z = { 0 };

	assert_int_equal(deflateInit2(&z, 9, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY), Z_OK);
	z.next_in = (z_const Bytef *)(uintptr_t)data;
	z.avail_in = (uInt)size;
	z.next_out = to;
	z.avail_out = (uInt)cap;
	assert_int_equal(deflate(&z, Z_FINISH), Z_STREAM_END);
	deflateEnd(&z);
	return z.total_out;
}

static void test_kernel(void **state)
{
	static const struct made_segment segment = { PT_LOAD, 0x1000, 0x1000000, 0x1000000,
						     0x1000,  0x2000, 0x1000 };
	const struct made_elf elf = { .entry = 0x1000000, .segment = &segment, .n = 1 };
	static uint8_t file[0x2000], packed[0x2000], room[0x2000];
	const struct ab_bytes plain = { file, sizeof(file) };
	struct ab_bytes gzip = { packed, 0 };
	struct ab_buf out = ab_buf_over(room, sizeof(room));
	struct ab_work work = { NULL, 0 };
	struct ab_error why;
	uint64_t size;

	(void)state;
	memset(file, 0, sizeof(file));
	memcpy(file, "\177ELF\2\1\1", 7);
	make_elf64(file, &elf);
	gzip.size = pack(packed, sizeof(packed), file, sizeof(file));
	assert_string_equal(kind_of(plain, &why), "ELF");
	assert_string_equal(kind_of(gzip, &why), "gzip");
	assert_int_equal(unpack(gzip, &out, &why), AB_OK);
	assert_int_equal(out.len, sizeof(file));
	assert_memory_equal(room, file, sizeof(file));
	assert_int_equal(ab_codec_work(AB_CODEC_GZIP, gzip, &work.size, &why), AB_OK);
	work.data = malloc(work.size);
	assert_non_null(work.data);
	assert_int_equal(unpacked_size(gzip, work, &size, &why), AB_OK);
	assert_int_equal(size, sizeof(file));
	free(work.data);
}

/* [host] */
/* A file and memory for a guest, of this process; nothing of either is read or touched yet. */
static enum ab_err prepare(const char *path, struct ab_ram_list ram, struct ab_host_file *kernel,
			   struct ab_span *span, struct ab_error *why)
{
	enum ab_err err = ab_host_file_map(kernel, path, why);

	return err != AB_OK ? err : ab_host_ram_map(span, ram, why);
}
/* [host] */

static void test_host(void **state)
{
	static const struct ab_ram ram = { .base = 0, .size = 4 * AB_MiB };
	struct ab_host_file file;
	struct ab_error why;
	struct ab_span span;
	const struct ab_spans spans = { &span, 1 };

	(void)state;
	assert_int_equal(prepare("/dev/null", (struct ab_ram_list){ &ram, 1 }, &file, &span, &why),
			 AB_ERR_ARG);
	assert_int_equal(
	    prepare(AB_SOURCE_DIR "/LICENSE", (struct ab_ram_list){ &ram, 1 }, &file, &span, &why),
	    AB_OK);
	assert_memory_equal(file.bytes.data, "BSD 2-Clause", 12);
	assert_int_equal(span.size, ram.size);
	assert_int_equal(((unsigned char *)span.host)[ram.size - 1], 0);
	ab_host_ram_unmap(&spans);
	ab_host_file_unmap(&file);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_base),
		cmocka_unit_test(test_sha256),
		cmocka_unit_test(test_kernel),
		cmocka_unit_test(test_host),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
