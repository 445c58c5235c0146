/* SPDX-License-Identifier: BSD-2-Clause */
/* Packed kernels that are not what they say: who finds it, and what is named. */
#include "make_kernel.h"

static const struct made_segment segments[] = {
	{ PT_LOAD, 0x1000, 0, 0x200000, 300000, 300000, 4096 },
	{ PT_LOAD, 0x50000, 0, 0x260000, 5000, 0x3000, 4096 },
};
static const struct made_elf usual = { .segment = segments, .n = COUNT(segments) };

#define FILE_SIZE 400000u

/* A bzImage with what is needed to open it. */
struct kernel {
	struct made file;
	struct ab_image img;
	struct ab_work work;
	enum ab_codec codec;
	struct ab_elf elf;
	struct ab_arm64_image arm64;
	uint32_t passes;
	struct ab_error why;
};

static struct kernel kernel_of(struct made bz)
{
	struct kernel k = { .file = bz, .img = made_probe(bz) };

	k.work.size = (size_t)16 << 20;
	k.work.data = malloc(k.work.size);
	assert_non_null(k.work.data);
	return k;
}

static struct kernel packed(size_t packer)
{
	struct made elf = made_elf_file(&usual, FILE_SIZE);
	struct made bz = made_packed(packer, elf);

	free(elf.data);
	return kernel_of(bz);
}

static void drop(struct kernel *k)
{
	free(k->work.data);
	free(k->file.data);
}

static enum ab_err open_kernel(struct kernel *k, bool want_pvh)
{
	return ab_boot_kernel_open_(&k->img, want_pvh, k->work, &k->elf, &k->arm64, &k->codec,
				    &k->passes, &k->why);
}

static enum ab_err place(struct kernel *k, uint64_t refuse)
{
	struct ab_region r = { .base = k->elf.base, .size = k->elf.size, .name = "the kernel" };
	struct recorder rec = recorder_new(&r, k->file);
	enum ab_err err;

	rec.refuse = refuse;
	err = ab_boot_kernel_place_(&k->img, k->codec, &k->elf, &r, (struct ab_mem){ record, &rec },
				    k->work, &k->why);
	free(rec.memory);
	return err;
}

/* Planning does not see it; verifying and placing do, and name codec, offset and in which way. */
static void found_in_the_stream(struct kernel *k, size_t packer, uint64_t low, uint64_t high)
{
	const char *hint;

	assert_int_equal(open_kernel(k, false), AB_OK);
	assert_int_equal(ab_boot_kernel_verify_(&k->img, k->codec, &k->elf, k->work, &k->why),
			 AB_ERR_IMAGE);
	assert_string_equal(k->why.what, packers[packer].name);
	assert_in_range(k->why.value, low, high);
	hint = k->why.other;
	assert_non_null(hint);
	assert_int_equal(place(k, 0), AB_ERR_IMAGE);
	assert_string_equal(k->why.what, packers[packer].name);
	assert_string_equal(k->why.other, hint);
	assert_in_range(k->why.value, low, high);
	k->why.code = AB_OK;
	assert_int_equal(ab_boot_kernel_verify_(&k->img, k->codec, &k->elf, k->work, NULL),
			 AB_ERR_IMAGE);
	drop(k);
}

static void test_a_corrupt_end_is_found_by_placing(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(packers); i++) {
		struct kernel k = packed(i);
		uint8_t *p = (uint8_t *)(uintptr_t)k.img.bz.payload.data;
		size_t at = k.img.bz.payload.size - 40;

		memset(p + at, 0xff, 20);
		found_in_the_stream(&k, i, 1, FILE_SIZE);
	}
}

static void test_the_size_word_is_compared(void **state)
{
	static const int32_t off[] = { -1000, -1, 1, 1000 };

	(void)state;
	for (size_t i = 0; i < COUNT(packers); i++)
		for (size_t j = 0; j < COUNT(off); j++) {
			struct kernel k = packed(i);

			k.img.bz.payload_size += (uint32_t)off[j];
			found_in_the_stream(&k, i, 200000, FILE_SIZE);
		}
}

/* A relocation table's last byte missing, or bytes between the stream and the size word. */
static void test_the_payload_is_consumed_exactly(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(packers); i++)
		for (int more = -1; more <= 1; more += 2) {
			struct kernel k = packed(i);

			k.img.bz.payload.size += (size_t)more;
			found_in_the_stream(&k, i, 1, FILE_SIZE);
		}
}

static void test_a_truncated_stream_is_called_so(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(packers); i++) {
		struct kernel k = packed(i);

		k.img.bz.payload.size -= 1000;
		assert_int_equal(open_kernel(&k, false), AB_OK);
		assert_int_equal(place(&k, 0), AB_ERR_IMAGE);
		assert_string_equal(k.why.what, packers[i].name);
		assert_string_equal(k.why.other, "truncated");
		drop(&k);
	}
}

static void test_a_size_word_below_the_segments_is_found_by_opening(void **state)
{
	struct kernel k = packed(0);

	(void)state;
	k.img.bz.payload_size = 0x50000 + 4999;
	assert_int_equal(open_kernel(&k, true), AB_ERR_IMAGE);
	assert_string_equal(k.why.what, "elf.p_offset");
	k.img.bz.payload_size = 0;
	assert_int_equal(open_kernel(&k, true), AB_ERR_IMAGE);
	assert_string_equal(k.why.what, "gzip");
	drop(&k);
}

static void test_one_byte_of_work_less_is_refused(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(packers); i++) {
		struct kernel k = packed(i);
		size_t need, codec_need;

		assert_int_equal(ab_boot_kernel_need_(&k.img, true, &need, &k.why), AB_OK);
		assert_int_equal(ab_kernel_work((struct ab_bytes){ k.file.data, k.file.size },
						&codec_need, &k.why),
				 AB_OK);
		assert_true(need > codec_need);
		k.work.size = need - 1;
		assert_int_equal(open_kernel(&k, false), AB_ERR_NOSPACE);
		assert_int_equal(k.why.value, need);
		k.work.size = need;
		assert_int_equal(open_kernel(&k, false), AB_OK);
		k.work.size = codec_need - 1;
		assert_int_equal(place(&k, 0), AB_ERR_NOSPACE);
		assert_int_equal(k.why.value, codec_need);
		assert_int_equal(ab_boot_kernel_verify_(&k.img, k.codec, &k.elf, k.work, &k.why),
				 AB_ERR_NOSPACE);
		k.work.size = codec_need;
		assert_int_equal(place(&k, 0), AB_OK);
		drop(&k);
	}
}

static void test_payloads_that_cannot_be_read(void **state)
{
	static const struct {
		const char *bytes, *what, *other;
		uint32_t length;
	} rows[] = {
		{ "\x89LZO\0\r\n\x1a\n....", "lzo", "never decoded here", 13 },
		{ "\177ELF\2\1\1\0....", "bzImage payload", "unknown compression", 12 },
		{ "12345", "bzImage payload", "unknown compression", 5 },
		{ "", "setup_header.payload_length",
		  "the bzImage does not say where its payload is", 0 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct made payload = { (uint8_t *)(uintptr_t)rows[i].bytes, rows[i].length };
		struct kernel k = kernel_of(made_bzimage_around(payload));
		size_t need = 99;

		assert_int_equal(ab_boot_kernel_need_(&k.img, true, &need, &k.why),
				 AB_ERR_UNSUPPORTED);
		assert_string_equal(k.why.what, rows[i].what);
		assert_string_equal(k.why.other, rows[i].other);
		assert_int_equal(
		    ab_kernel_work((struct ab_bytes){ k.file.data, k.file.size }, &need, &k.why),
		    AB_ERR_UNSUPPORTED);
		assert_int_equal(open_kernel(&k, false), AB_ERR_UNSUPPORTED);
		assert_string_equal(k.why.what, rows[i].what);
		/* as it is, it can be placed by its own decompressor */
		assert_int_equal(ab_boot_kernel_need_(&k.img, false, &need, &k.why), AB_OK);
		assert_int_equal(need, 0);
		drop(&k);
	}
}

/* Packed, but not a kernel, or one whose headers are out of reach. */
static void test_what_is_packed_must_be_an_elf(void **state)
{
	static const char no_elf[] = "not an ELF in the bzImage: use self or linux32";
	static const struct made_elf far = { .segment = segments, .n = 2, .phoff = 0x10000 - 111 };
	static const struct made_elf near = { .segment = segments, .n = 2, .phoff = 0x10000 - 112 };

	(void)state;
	for (size_t i = 0; i < COUNT(packers); i++) {
		struct made text = made_new(1000), few = made_new(9);
		struct made elf = made_elf_file(&far, FILE_SIZE);
		struct kernel k = kernel_of(made_packed(i, text));

		memcpy(few.data, " few", 4);
		assert_int_equal(open_kernel(&k, false), AB_ERR_IMAGE);
		assert_string_equal(k.why.what, "elf.e_ident");
		assert_int_equal(k.why.value, 0);
		assert_string_equal(k.why.other, no_elf);
		drop(&k);
		k = kernel_of(made_packed(i, few));
		assert_int_equal(open_kernel(&k, false), AB_ERR_IMAGE);
		assert_string_equal(k.why.what, "elf.e_ident");
		assert_int_equal(k.why.value, 0x77656620); /* " few" */
		assert_string_equal(k.why.other, no_elf);
		drop(&k);
		k = kernel_of(made_packed(i, elf));
		assert_int_equal(open_kernel(&k, false), AB_ERR_UNSUPPORTED);
		assert_string_equal(k.why.what, "elf.e_phoff");
		drop(&k);
		free(elf.data);
		elf = made_elf_file(&near, FILE_SIZE);
		k = kernel_of(made_packed(i, elf));
		assert_int_equal(open_kernel(&k, false), AB_OK);
		drop(&k);
		free(elf.data);
		free(text.data);
		free(few.data);
	}
}

static void test_a_sink_that_refuses_ends_placing(void **state)
{
	static const uint64_t refuse[] = { 1, 100000, 300001, 0x60000 + 100, 0x60000 + 5001 };

	(void)state;
	for (size_t i = 0; i < COUNT(refuse); i++) {
		struct kernel k = packed(0);

		assert_int_equal(open_kernel(&k, false), AB_OK);
		assert_int_equal(place(&k, refuse[i]), AB_ERR_MEM);
		assert_string_equal(k.why.what, "the kernel");
		assert_in_range(k.why.value, 0x200000, 0x200000 + refuse[i]);
		drop(&k);
	}
}

static void test_a_region_too_small_or_headers_of_another_kernel(void **state)
{
	struct kernel k = packed(0);
	struct ab_region r = { .base = 0x200000, .name = "the kernel" };
	const struct ab_mem mem = { record, NULL };

	(void)state;
	assert_int_equal(open_kernel(&k, false), AB_OK);
	r.size = k.elf.size - 1;
	assert_int_equal(ab_boot_kernel_place_(&k.img, k.codec, &k.elf, &r, mem, k.work, &k.why),
			 AB_ERR_INTERNAL);
	k.elf.segment[1].offset = FILE_SIZE - 4999;
	assert_int_equal(place(&k, 0), AB_ERR_IMAGE);
	assert_string_equal(k.why.what, "gzip");
	assert_string_equal(k.why.other, "shorter than the kernel's headers say");
	assert_int_equal(k.why.value, FILE_SIZE);
	drop(&k);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_a_corrupt_end_is_found_by_placing),
		cmocka_unit_test(test_the_size_word_is_compared),
		cmocka_unit_test(test_the_payload_is_consumed_exactly),
		cmocka_unit_test(test_a_truncated_stream_is_called_so),
		cmocka_unit_test(test_a_size_word_below_the_segments_is_found_by_opening),
		cmocka_unit_test(test_one_byte_of_work_less_is_refused),
		cmocka_unit_test(test_payloads_that_cannot_be_read),
		cmocka_unit_test(test_what_is_packed_must_be_an_elf),
		cmocka_unit_test(test_a_sink_that_refuses_ends_placing),
		cmocka_unit_test(test_a_region_too_small_or_headers_of_another_kernel),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
