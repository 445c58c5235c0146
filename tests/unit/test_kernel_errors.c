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
	struct ab_kernel kernel;
	struct ab_work work;
	struct ab_error why;
};

static struct kernel kernel_of(struct made bz)
{
	struct kernel k = { .file = bz, .kernel = made_open(bz) };

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
	return ab_kernel_resolve_(&k->kernel, want_pvh, k->work, &k->why);
}

static enum ab_err place(struct kernel *k, uint64_t refuse)
{
	struct ab_region r = { .base = k->kernel.elf.base,
			       .size = k->kernel.elf.size,
			       .name = "the kernel" };
	struct recorder rec = recorder_new(&r, k->file);
	enum ab_err err;

	rec.refuse = refuse;
	err = ab_kernel_place_(&k->kernel,
			       &(struct ab_cursor){ (struct ab_mem){ record, &rec }, &r, 0 },
			       k->work, &k->why);
	free(rec.memory);
	return err;
}

/* Planning does not see it; verifying and placing do, and name codec, offset and in which way. */
static void found_in_the_stream(struct kernel *k, size_t packer, uint64_t low, uint64_t high)
{
	const char *hint;

	assert_int_equal(open_kernel(k, false), AB_OK);
	assert_int_equal(ab_kernel_verify_(&k->kernel, k->work, &k->why), AB_ERR_IMAGE);
	assert_stream(&k->why, packer);
	assert_in_range(k->why.value, low, high);
	hint = k->why.other;
	assert_non_null(hint);
	assert_int_equal(place(k, 0), AB_ERR_IMAGE);
	assert_stream(&k->why, packer);
	assert_string_equal(k->why.other, hint);
	assert_in_range(k->why.value, low, high);
	k->why.code = AB_OK;
	assert_int_equal(ab_kernel_verify_(&k->kernel, k->work, NULL), AB_ERR_IMAGE);
	drop(k);
}

static void test_a_corrupt_end_is_found_by_placing(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(packers); i++) {
		struct kernel k = packed(i);
		uint8_t *p = (uint8_t *)(uintptr_t)k.kernel.file.bz.payload.data;
		size_t at = k.kernel.file.bz.payload.size - 40;

		memset(p + at, 0xff, 20);
		found_in_the_stream(&k, i, 1, FILE_SIZE);
	}
}

#ifdef AB_HAVE_LZ4
/* Planning decodes no more of the first block than the kernel's headers. */
static void test_a_corrupt_first_block_is_found_by_placing(void **state)
{
	const size_t i = COUNT(packers) - 1;
	struct kernel k = packed(i);
	uint8_t *p = (uint8_t *)(uintptr_t)k.kernel.file.bz.payload.data;

	(void)state;
	assert_int_equal(k.kernel.begins, AB_CODEC_LZ4_LEGACY);
	memset(p + 8 + ab_ld_le32(p + 4) - 40, 0xff, 20);
	found_in_the_stream(&k, i, 0, 0);
	/* of a broken header it says the same as ever */
	k = packed(i);
	p = (uint8_t *)(uintptr_t)k.kernel.file.bz.payload.data;
	memset(p + 8, 0xff, 20);
	assert_int_equal(open_kernel(&k, false), AB_ERR_IMAGE);
	assert_stream(&k.why, i);
	assert_string_equal(k.why.other, "the data is corrupt");
	drop(&k);
}
#endif

static void test_the_size_word_is_compared(void **state)
{
	static const int32_t off[] = { -1000, -1, 1, 1000 };

	(void)state;
	for (size_t i = 0; i < COUNT(packers); i++)
		for (size_t j = 0; j < COUNT(off); j++) {
			struct kernel k = packed(i);

			k.kernel.file.bz.payload_size += (uint32_t)off[j];
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
			struct ab_bytes *payload = &k.kernel.file.bz.payload;
			const uint8_t *end = (const uint8_t *)payload->data + payload->size;

			k.file.data[end - k.file.data] = 0x55; /* zeros would be padding */
			payload->size += (size_t)more;
			found_in_the_stream(&k, i, 1, FILE_SIZE);
		}
}

static void test_a_truncated_stream_is_called_so(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(packers); i++) {
		struct kernel k = packed(i);

		k.kernel.file.bz.payload.size -= 1000;
		assert_int_equal(open_kernel(&k, false), AB_OK);
		assert_int_equal(place(&k, 0), AB_ERR_IMAGE);
		assert_stream(&k.why, i);
		assert_string_equal(k.why.other, "the data ends too early");
		drop(&k);
	}
}

static void test_a_size_word_below_the_segments_is_found_by_opening(void **state)
{
	struct kernel k = packed(0);

	(void)state;
	k.kernel.file.bz.payload_size = 0x50000 + 4999;
	assert_int_equal(open_kernel(&k, true), AB_ERR_IMAGE);
	assert_string_equal(k.why.what, "elf.phdr[].p_offset");
	k.kernel.file.bz.payload_size = 0;
	assert_int_equal(open_kernel(&k, true), AB_ERR_IMAGE);
	assert_string_equal(k.why.what, "gzip stream");
	drop(&k);
}

static void test_one_byte_of_work_less_is_refused(void **state)
{
	struct expected want = { AB_ERR_NOSPACE, "work", 0, "to unpack the kernel" };

	(void)state;
	for (size_t i = 0; i < COUNT(packers); i++) {
		struct kernel k = packed(i);
		size_t need, need_pvh, codec_need;

		assert_int_equal(ab_kernel_need_(&k.kernel, true, &need_pvh, &k.why), AB_OK);
		assert_int_equal(ab_kernel_need_(&k.kernel, false, &need, &k.why), AB_OK);
		assert_int_equal(ab_kernel_work((struct ab_bytes){ k.file.data, k.file.size },
						&codec_need, &k.why),
				 AB_OK);
		assert_int_equal(need, codec_need + 0x10000); /* headers */
		assert_int_equal(need_pvh, need + 0x10000); /* notes */
		for (int pvh = 0; pvh <= 1; pvh++) {
			want.value = pvh ? need_pvh : need;
			want.name = packers[i].name;
			k.work.size = (size_t)want.value - 1;
			assert_error(open_kernel(&k, pvh), &k.why, &want, "one less");
			k.work.size++;
			assert_int_equal(open_kernel(&k, pvh), AB_OK);
		}
		k.work.size = codec_need - 1;
		assert_int_equal(place(&k, 0), AB_ERR_NOSPACE);
		assert_int_equal(k.why.value, codec_need);
		assert_int_equal(ab_kernel_verify_(&k.kernel, k.work, &k.why), AB_ERR_NOSPACE);
		k.work.size = codec_need;
		assert_int_equal(place(&k, 0), AB_OK);
		drop(&k);
	}
}

static void test_payloads_that_cannot_be_read(void **state)
{
	static const char no_codec[] = "must be that of gzip, xz, lzma, lz4, zstd or bzip2";
	const struct {
		const char *bytes, *what, *other;
		uint32_t length;
		uint64_t value;
	} rows[] = {
		{ "\x89LZO\0\r\n\x1a\n....", "lzo stream", "the library never decodes it", 13, 0 },
		{ "\177ELF\2\1\1\0....", "setup_header.payload.magic", no_codec, 12, 0x464c457f },
		{ "12345678", "setup_header.payload.magic", no_codec, 8, 0x34333231 },
		{ "12345", "setup_header.payload.magic", no_codec, 5, 0 },
		{ "", "setup_header.payload_length",
		  "the bzImage does not give the place of its payload", 0, 0 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct made payload = { (uint8_t *)(uintptr_t)rows[i].bytes, rows[i].length };
		struct kernel k = kernel_of(made_bzimage_around(payload));
		size_t need = 99;

		assert_int_equal(ab_kernel_need_(&k.kernel, true, &need, &k.why),
				 AB_ERR_UNSUPPORTED);
		assert_string_equal(k.why.what, rows[i].what);
		assert_string_equal(k.why.other, rows[i].other);
		assert_int_equal(k.why.value, rows[i].value);
		assert_int_equal(
		    ab_kernel_work((struct ab_bytes){ k.file.data, k.file.size }, &need, &k.why),
		    AB_ERR_UNSUPPORTED);
		assert_int_equal(open_kernel(&k, false), AB_ERR_UNSUPPORTED);
		assert_string_equal(k.why.what, rows[i].what);
		drop(&k);
	}
}

/* Packed, but not a kernel, or one whose headers are out of reach. */
static void test_what_is_packed_must_be_an_elf(void **state)
{
	static const struct expected no_elf[] = {
		{ AB_ERR_IMAGE, "unpacked_kernel.magic", 0,
		  "the bzImage's payload must be an ELF; protocols self and linux32 do not unpack "
		  "it" },
		{ AB_ERR_IMAGE, "unpacked_kernel.magic", 0x77656620, /* " few" */
		  "the bzImage's payload must be an ELF; protocols self and linux32 do not unpack "
		  "it" },
	};
	static const struct made_elf far = { .segment = segments, .n = 2, .phoff = 0x10000 - 111 };
	static const struct made_elf near = { .segment = segments, .n = 2, .phoff = 0x10000 - 112 };

	(void)state;
	for (size_t i = 0; i < COUNT(packers); i++) {
		struct made text = made_new(1000), few = made_new(9);
		struct made elf = made_elf_file(&far, FILE_SIZE);
		struct kernel k = kernel_of(made_packed(i, text));

		memcpy(few.data, " few", 4);
		assert_error(open_kernel(&k, false), &k.why, &no_elf[0], "zeros");
		drop(&k);
		k = kernel_of(made_packed(i, few));
		assert_error(open_kernel(&k, false), &k.why, &no_elf[1], "few bytes");
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
	r.size = k.kernel.elf.size - 1;
	assert_int_equal(
	    ab_kernel_place_(&k.kernel, &(struct ab_cursor){ mem, &r, 0 }, k.work, &k.why),
	    AB_ERR_INTERNAL);
	k.kernel.elf.segment[1].offset = FILE_SIZE - 4999;
	assert_int_equal(place(&k, 0), AB_ERR_IMAGE);
	assert_string_equal(k.why.what, "gzip stream");
	assert_string_equal(k.why.other, "the stream ends before the kernel's headers say");
	assert_int_equal(k.why.value, FILE_SIZE);
	drop(&k);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_a_corrupt_end_is_found_by_placing),
#ifdef AB_HAVE_LZ4
		cmocka_unit_test(test_a_corrupt_first_block_is_found_by_placing),
#endif
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
