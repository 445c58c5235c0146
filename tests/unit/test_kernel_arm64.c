/* SPDX-License-Identifier: BSD-2-Clause */
/* Kernel files packed as a whole and EFI zboot images: what is in them, how far it reaches, and
 * what guest memory then holds. */
#include "make_image.h"
#include "make_kernel.h"

#define SIZE 0x70000u /* several of what is looked at first */

/* An Image's file: its header, and bytes that tell where they are. */
static struct made image_file(const struct made_image *m, size_t size)
{
	struct made f = made_new(size);

	for (size_t i = 0; i < size; i++)
		f.data[i] = made_byte(i);
	make_image(f.data, m);
	return f;
}

/* The packer's stream, without the size word that is not part of it. */
static struct made stream_of(size_t packer, struct made in)
{
	struct made m = packers[packer].pack(in);

	if (strcmp(packers[packer].name, "gzip") != 0)
		m.size -= 4;
	return m;
}

static const char *zboot_name(size_t packer)
{
	const char *name = packers[packer].name;

	return strcmp(name, "xz") == 0 ? "xzkern" : strcmp(name, "lz4-legacy") == 0 ? "lz4" : name;
}

/* Around a stream; words that its build appends follow it. */
static struct made zboot_file(const char *name, struct made stream)
{
	struct made m = made_new(MAKE_ZBOOT_PAYLOAD + stream.size + 12);

	make_zboot(m.data, name, (uint32_t)stream.size);
	memcpy(m.data + MAKE_ZBOOT_PAYLOAD, stream.data, stream.size);
	memset(m.data + m.size - 12, 0x77, 12);
	return m;
}

/* A kernel file with what is needed to open it. */
struct kernel {
	struct made file;
	struct ab_kernel kernel;
	struct ab_work room; /* all of it */
	struct ab_work work; /* as much as is asked for, on an odd address */
	struct ab_error why;
};

static struct kernel kernel_of(struct made file)
{
	struct kernel k = { .file = file };
	size_t need = 0;

	if (ab_kernel_open_(&k.kernel, (struct ab_bytes){ file.data, file.size }, NULL, &k.why) ||
	    ab_kernel_need_(&k.kernel, false, &need, &k.why))
		fail_msg("%s %s", k.why.what, k.why.other);
	k.room = (struct ab_work){ malloc(need + 1), need + 1 };
	k.work = (struct ab_work){ (uint8_t *)k.room.data + 1, need };
	return k;
}

static void drop(struct kernel *k)
{
	free(k->room.data);
	free(k->file.data);
}

static enum ab_err open_kernel(struct kernel *k)
{
	return ab_kernel_resolve_(&k->kernel, false, k->work, &k->why);
}

static enum ab_err verify(struct kernel *k)
{
	return ab_kernel_verify_(&k->kernel, k->work, &k->why);
}

/* Place it @moved bytes from where it counts as linked; the region holds @file's first @used bytes
 * and zeros. */
static void placed(struct kernel *k, struct made file, size_t used)
{
	struct ab_region r = { .base = 0x40200000, .size = k->kernel.elf.size, .name = "kernel" };
	struct recorder rec = recorder_new(&r, k->file);
	uint8_t *want = calloc(1, (size_t)r.size);

	assert_int_equal(
	    ab_kernel_place_(&k->kernel,
			     &(struct ab_cursor){ (struct ab_mem){ record, &rec }, &r, 0 }, k->work,
			     &k->why),
	    AB_OK);
	memcpy(want, file.data, used);
	assert_int_equal(rec.off, r.size);
	assert_memory_equal(rec.memory, want, (size_t)r.size);
	assert_int_equal(rec.in_file, k->kernel.codec == AB_CODEC_NONE ? 1 : 0);
	free(want);
	free(rec.memory);
}

/* How much of a file of SIZE bytes is placed, and what it takes in memory. */
static const struct {
	const char *name;
	struct made_image m;
	size_t used;
	uint64_t mem_size;
} images[] = {
	{ "signed", { 0, SIZE + 0x8000, 10, SIZE - 0x600 }, SIZE - 0x600, SIZE + 0x8000 },
	{ "not signed", { 0, SIZE + 0x8000, 10, SIZE }, SIZE, SIZE + 0x8000 },
	{ "no EFI stub", { 0x80000, SIZE + 1, 10, 0 }, SIZE, SIZE + 1 },
	{ "no BSS, bytes behind", { 0, SIZE - 0x1001, 10, 0 }, SIZE - 0x1001, SIZE - 0x1001 },
	{ "padded to its size in memory", { 0, SIZE, 10, SIZE - 0x5000 }, SIZE - 0x5000, SIZE },
	{ "before 3.17", { 0, 0, 0, 0 }, SIZE, SIZE + 16 * AB_MiB },
	{ "before 3.17, EFI", { 0, 0, 0, SIZE - 5 }, SIZE - 5, SIZE - 5 + 16 * AB_MiB },
};

static void check_image(struct kernel *k, struct made file, size_t i, bool packed)
{
	const uint64_t text_offset =
	    images[i].m.image_size != 0 ? images[i].m.text_offset : 0x80000;

	if (open_kernel(k) != AB_OK)
		fail_msg("%s: %s %s", images[i].name, k->why.what, k->why.other);
	assert_int_equal(k->kernel.passes, packed);
	assert_int_equal(k->kernel.arm64.image_size, images[i].m.image_size);
	assert_int_equal(k->kernel.arm64.text_offset, text_offset);
	assert_int_equal(k->kernel.elf.machine, 183);
	assert_int_equal(k->kernel.elf.n_segments, 1);
	assert_true(k->kernel.elf.base == UINT64_C(0xffff800000000000) + text_offset);
	assert_true(k->kernel.elf.entry == k->kernel.elf.base);
	assert_int_equal(k->kernel.elf.size, images[i].mem_size);
	assert_int_equal(k->kernel.elf.segment[0].file_size, images[i].used);
	assert_int_equal(verify(k), AB_OK);
	placed(k, file, images[i].used);
}

static void test_images_in_every_wrapping(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(images); i++) {
		struct made file = image_file(&images[i].m, SIZE);
		struct kernel k;

		k = kernel_of(file);
		assert_int_equal(k.kernel.file.format, AB_IMAGE_ARM64);
		assert_int_equal(k.work.size, 0);
		check_image(&k, file, i, false);
		free(k.room.data);
		for (size_t p = 0; p < COUNT(packers); p++) {
			struct made stream = stream_of(p, file);

			k = kernel_of(zboot_file(zboot_name(p), stream));
			assert_int_equal(k.kernel.file.format, AB_IMAGE_ZBOOT);
			check_image(&k, file, i, true);
			drop(&k);
			k = kernel_of(stream);
			assert_int_equal(k.kernel.file.format, AB_IMAGE_PACKED);
			check_image(&k, file, i, true);
			assert_string_equal(ab_codec_name(k.kernel.codec), packers[p].name);
			drop(&k);
		}
		free(file.data);
	}
}

/* An ELF of any machine, and what follows its segments. */
static void test_packed_elf_files(void **state)
{
	static const struct made_segment segments[] = {
		{ PT_LOAD, 0x1000, 0, 0x200000, 300000, 300000, 4096 },
		{ PT_LOAD, 0x50000, 0, 0x260000, 5000, 0x3000, 4096 },
	};
	static const struct made_elf elves[] = {
		{ .segment = segments, .n = 2 },
		{ .segment = segments, .n = 2, .machine = EM_AARCH64 },
		{ .segment = segments,
		  .n = 2,
		  .machine = EM_AARCH64,
		  .bits = 64,
		  .big_endian = true },
		{ .segment = segments, .n = 2, .bits = 32 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(elves); i++)
		for (size_t p = 0; p < COUNT(packers); p++) {
			struct made file = made_new(0x50000 + 5000 + (i % 2) * 100000);
			struct ab_region r = { .base = 0x40000000, .name = "kernel" };
			struct recorder rec;
			struct kernel k;

			for (size_t at = 0x200; at < file.size; at++)
				file.data[at] = made_byte(at);
			make_elf(file.data, &elves[i]);
			k = kernel_of(stream_of(p, file));
			assert_int_equal(open_kernel(&k), AB_OK);
			assert_int_equal(k.kernel.passes, 1);
			assert_int_equal(k.kernel.arm64.image_size, 0);
			assert_int_equal(k.kernel.elf.machine, elves[i].machine != 0
								   ? elves[i].machine
							       : elves[i].bits == 32 ? EM_386
										     : EM_X86_64);
			assert_int_equal(k.kernel.elf.big_endian, elves[i].big_endian);
			assert_int_equal(verify(&k), AB_OK);
			r.size = k.kernel.elf.size;
			rec = recorder_new(&r, k.file);
			assert_int_equal(
			    ab_kernel_place_(
				&k.kernel,
				&(struct ab_cursor){ (struct ab_mem){ record, &rec }, &r, 0 },
				k.work, &k.why),
			    AB_OK);
			recorder_check(&rec, &elves[i], file, 0x200000);
			free(rec.memory);
			drop(&k);
			free(file.data);
		}
}

/* What else is packed is named. */
static void no_kernel(const struct kernel *k, uint64_t value, const char *name)
{
	const struct expected want = { AB_ERR_UNSUPPORTED, "unpacked_kernel.magic", value,
				       "must be that of an ELF or an arm64 Image" };

	assert_error(k->why.code, &k->why, &want, name);
	assert_text(k->why.name, name, "name");
}

static void test_what_is_packed_but_no_kernel_is_named(void **state)
{
	static const struct {
		const char *bytes;
		size_t size;
		uint64_t value;
		const char *name;
	} rows[] = {
		{ "\x1f\x8b\x08\0", 4, 0x88b1f, "gzip" },
		{ "\x28\xb5\x2f\xfd", 4, 0xfd2fb528, "zstd" },
		{ "070701", 6, 0x37303730, NULL },
		{ "abc", 3, 0, NULL },
		{ "", 0, 0, NULL },
	};
	static const struct expected no_elf = {
		AB_ERR_IMAGE, "unpacked_kernel.magic", 0x5a4d,
		"the bzImage's payload must be an ELF; protocols self and linux32 do not unpack it"
	};
	struct made file = made_new(0x1000), stream;
	struct kernel k;

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const struct made in = { (uint8_t *)(uintptr_t)rows[i].bytes, rows[i].size };

		k = kernel_of(stream_of(0, in));
		assert_int_equal(open_kernel(&k), AB_ERR_UNSUPPORTED);
		no_kernel(&k, rows[i].value, rows[i].name);
		drop(&k);
	}
	/* an Image has no place in a bzImage, whose protocols would not know it */
	make_image(file.data, &images[0].m);
	stream = pack_gzip(file);
	k = kernel_of(made_bzimage_around(stream));
	assert_error(open_kernel(&k), &k.why, &no_elf, "an Image");
	free(stream.data);
	drop(&k);
	make_zboot(file.data, "zstd", 99);
	k = kernel_of(stream_of(0, file));
	assert_int_equal(open_kernel(&k), AB_ERR_UNSUPPORTED);
	no_kernel(&k, 0x5a4d, "EFI zboot");
	drop(&k);
	memset(file.data, 0, file.size);
	make_bzimage(file.data, &(struct made_bzimage){ .payload = "", .setup_sects = 1 });
	k = kernel_of(stream_of(0, file));
	assert_int_equal(open_kernel(&k), AB_ERR_UNSUPPORTED);
	no_kernel(&k, 0, "bzImage");
	drop(&k);
	free(file.data);
}

static void test_malformed_headers_in_a_stream(void **state)
{
	static const struct made_segment past[] = {
		{ PT_LOAD, 0xffffffff, 0, 0x200000, 2, 2, 1 },
	};
	static const struct made_segment cut[] = {
		{ PT_LOAD, 0x1000, 0, 0x200000, 0x2001, 0x2001, 1 },
	};
	struct made_image m = { 0, SIZE, 10, SIZE };
	struct made_elf e = { .segment = past, .n = 1 };
	struct made file = image_file(&m, SIZE);
	struct kernel k = kernel_of(stream_of(0, file));

	(void)state;
	assert_int_equal(open_kernel(&k), AB_OK);
	drop(&k);
	ab_st_le64(file.data + 8, 0x200000);
	k = kernel_of(stream_of(0, file));
	assert_int_equal(open_kernel(&k), AB_ERR_IMAGE);
	assert_string_equal(k.why.what, "arm64_image.text_offset");
	drop(&k);
	/* less in memory than in the file: not an error, but told */
	make_image(file.data, &(struct made_image){ 0, SIZE - 1, 10, SIZE });
	k = kernel_of(stream_of(0, file));
	assert_int_equal(open_kernel(&k), AB_OK);
	assert_int_equal(k.kernel.elf.file_end, SIZE - 1);
	assert_string_equal(k.kernel.file.doubt.what, "arm64_image.image_size");
	drop(&k);
	free(file.data);
	/* 4 GiB and a byte */
	file = made_elf_file(&e, 0x3000);
	k = kernel_of(stream_of(0, file));
	assert_int_equal(open_kernel(&k), AB_ERR_IMAGE);
	assert_string_equal(k.why.what, "elf.phdr[].p_offset");
	drop(&k);
	free(file.data);
	/* the stream ends a byte too early: in sight, and out of it */
	for (int i = 0; i < 2; i++) {
		e.segment = cut;
		file = made_elf_file(&e, 0x3000);
		k = kernel_of(stream_of(0, file));
		assert_int_equal(open_kernel(&k), AB_ERR_IMAGE);
		assert_string_equal(k.why.what, "elf.phdr[].p_offset");
		drop(&k);
		file.size = 40; /* in the file header */
		k = kernel_of(stream_of(0, file));
		assert_int_equal(open_kernel(&k), AB_ERR_IMAGE);
		assert_string_equal(k.why.what, "ELF file");
		drop(&k);
		free(file.data);
	}
}

/* An Image cut before it was packed: its PE sections go on. */
static void test_a_stream_shorter_than_its_headers_say(void **state)
{
	const struct made_image m = { 0, SIZE + 0x8000, 10, SIZE };
	struct ab_region r = { .base = 0x40200000, .name = "kernel" };

	(void)state;
	for (size_t p = 0; p < COUNT(packers); p++) {
		struct made file = image_file(&m, SIZE - 1);
		struct kernel k = kernel_of(stream_of(p, file));
		struct recorder rec;

		assert_int_equal(open_kernel(&k), AB_OK);
		assert_int_equal(verify(&k), AB_ERR_IMAGE);
		assert_stream(&k.why, p);
		assert_int_equal(k.why.value, SIZE - 1);
		r.size = k.kernel.elf.size;
		rec = recorder_new(&r, k.file);
		assert_int_equal(
		    ab_kernel_place_(&k.kernel,
				     &(struct ab_cursor){ (struct ab_mem){ record, &rec }, &r, 0 },
				     k.work, &k.why),
		    AB_ERR_IMAGE);
		assert_stream(&k.why, p);
		assert_string_equal(k.why.other, "the stream ends before the kernel's headers say");
		assert_int_equal(k.why.value, SIZE - 1);
		free(rec.memory);
		drop(&k);
		free(file.data);
	}
}

/* A stream cut or followed by other bytes (an appended device tree), and the last checksum. */
static void test_streams_are_judged_to_their_end(void **state)
{
	const struct made_image m = { 0, SIZE + 0x8000, 10, SIZE };

	(void)state;
	for (size_t p = 0; p < COUNT(packers); p++)
		for (int more = -1; more <= 4; more += 5) {
			struct made file = image_file(&m, SIZE);
			struct made stream = stream_of(p, file), longer = made_new(stream.size + 4);
			struct kernel k;

			memcpy(longer.data, stream.data, stream.size);
			memset(longer.data + stream.size, 0x5a, 4);
			longer.size = stream.size + (size_t)more;
			k = kernel_of(longer);
			assert_int_equal(open_kernel(&k), AB_OK);
			assert_int_equal(verify(&k), AB_ERR_IMAGE);
			assert_stream(&k.why, p);
			drop(&k);
			free(stream.data);
			free(file.data);
		}
}

/* Zeros that round up the file are not one of them, and are told. */
static void test_zeros_behind_a_stream(void **state)
{
	static const size_t sizes[] = { 0, 3, 16, 4096 };
	const struct made_image m = { 0, SIZE + 0x8000, 10, SIZE };

	(void)state;
	for (size_t p = 0; p < COUNT(packers); p++)
		for (size_t i = 0; i < COUNT(sizes); i++) {
			const size_t more = sizes[i];
			struct made file = image_file(&m, SIZE);
			struct made stream = stream_of(p, file);
			struct made longer = made_new(stream.size + more);
			struct kernel k;

			memcpy(longer.data, stream.data, stream.size);
			k = kernel_of(longer);
			assert_ok(open_kernel(&k), &k.why, packers[p].name);
			assert_ok(verify(&k), &k.why, packers[p].name);
			if (more == 0)
				assert_int_equal(k.kernel.file.doubt.code, AB_OK);
			if (more >= 16)
				assert_error(
				    k.kernel.file.doubt.code, &k.kernel.file.doubt,
				    &(struct expected){ AB_ERR_IMAGE, "kernel.size", longer.size,
							"must not have zeros behind the compressed "
							"kernel; they are ignored" },
				    "padded");
			drop(&k);
			free(stream.data);
			free(file.data);
		}
}

static void test_one_byte_of_work_less_is_refused(void **state)
{
	const struct made_image m = { 0, SIZE + 0x8000, 10, SIZE };

	(void)state;
	for (size_t p = 0; p < COUNT(packers); p++) {
		struct made file = image_file(&m, SIZE), stream = stream_of(p, file);
		struct kernel k = kernel_of(zboot_file(zboot_name(p), stream));
		size_t need = k.work.size;

		k.work.size--;
		assert_int_equal(open_kernel(&k), AB_ERR_NOSPACE);
		assert_string_equal(k.why.what, "work");
		assert_int_equal(k.why.value, need);
		drop(&k);
		free(stream.data);
		free(file.data);
	}
}

/* Four bytes as a file has them. */
static const uint8_t *le32_bytes(uint64_t value)
{
	static uint8_t bytes[4];

	ab_st_le32(bytes, (uint32_t)value);
	return bytes;
}

/* Names that kernels have written, and what they must not stand before. */
static void test_zboot_names(void **state)
{
	static const char other_magic[] = "must be that of the codec in zboot.compression",
			  no_name[] = "must be a name that Linux uses, e.g. gzip or zstd";
	const struct {
		const char *name, *magic;
		enum ab_err err;
		const char *what, *other;
	} rows[] = {
		{ "gzip", "\x1f\x8b\x08\0", AB_OK, NULL, NULL },
		{ "lzo", "\x89LZO", AB_ERR_UNSUPPORTED, "lzo stream",
		  "the library never decodes it" },
		{ "gzip", "\x28\xb5\x2f\xfd", AB_ERR_IMAGE, "zboot.payload.magic", other_magic },
		{ "zstd", "\x1f\x8b\x08\0", AB_ERR_IMAGE, "zboot.payload.magic", other_magic },
		{ "zstd22", "\x1f\x8b\x08\0", AB_ERR_IMAGE, "zboot.payload.magic", other_magic },
		{ "xzkern", "\x1f\x8b\x08\0", AB_ERR_IMAGE, "zboot.payload.magic", other_magic },
		{ "lzma", "\x1f\x8b\x08\0", AB_ERR_IMAGE, "zboot.payload.magic", other_magic },
		{ "lz4", "\x04\x22\x4d\x18", AB_ERR_IMAGE, "zboot.payload.magic", other_magic },
		{ "lzo", "\x1f\x8b\x08\0", AB_ERR_IMAGE, "zboot.payload.magic", other_magic },
		{ "gzip", "MZ\0\0", AB_ERR_IMAGE, "zboot.payload.magic", other_magic },
		{ "xz", "\xfd\x37zX", AB_ERR_UNSUPPORTED, "zboot.compression", no_name },
		{ "zstd2", "\x28\xb5\x2f\xfd", AB_ERR_UNSUPPORTED, "zboot.compression", no_name },
		{ "zstd222", "\x28\xb5\x2f\xfd", AB_ERR_UNSUPPORTED, "zboot.compression", no_name },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct made stream = { (uint8_t *)(uintptr_t)rows[i].magic, 4 };
		struct made z = zboot_file(rows[i].name, stream);
		const struct ab_bytes file = { z.data, z.size };
		struct ab_error why = { AB_OK, NULL, 0, NULL };
		struct ab_kernel k;
		size_t need;

		assert_int_equal(ab_kernel_open_(&k, file, NULL, &why), AB_OK);
		assert_int_equal(ab_kernel_need_(&k, true, &need, &why), rows[i].err);
		assert_int_equal(ab_kernel_work(file, &need, &why), rows[i].err);
		if (rows[i].err != AB_OK) {
			assert_string_equal(why.what, rows[i].what);
			assert_string_equal(why.other, rows[i].other);
			if (rows[i].other == other_magic)
				assert_memory_equal(rows[i].magic, le32_bytes(why.value), 4);
			if (rows[i].other == no_name)
				assert_memory_equal(rows[i].name, le32_bytes(why.value), 2);
		}
		free(z.data);
	}
}

struct taken {
	struct made whole;
	size_t at;
};

static enum ab_err take(void *ctx, const void *block, size_t size)
{
	struct taken *t = ctx;

	assert_true(size != 0 && t->at + size <= t->whole.size);
	assert_memory_equal(block, t->whole.data + t->at, size);
	t->at += size;
	return AB_OK;
}

/* Unpacking hands out the whole file that was packed, signature and all. */
static void test_unpacking_hands_out_the_image(void **state)
{
	const struct made_image m = { 0, SIZE + 0x8000, 10, SIZE - 0x600 };
	struct made file = image_file(&m, SIZE);

	(void)state;
	for (size_t p = 0; p < COUNT(packers) * 2 + 1; p++) {
		struct made stream = stream_of(p % COUNT(packers), file);
		struct made packed = p / COUNT(packers) == 0   ? zboot_file(zboot_name(p), stream)
				     : p / COUNT(packers) == 1 ? stream
							       : file;
		const struct ab_bytes kernel = { packed.data, packed.size };
		struct taken t = { .whole = file };
		struct ab_error why = { AB_OK, NULL, 0, NULL };
		size_t need = 99;
		uint8_t *room;

		assert_int_equal(ab_kernel_work(kernel, &need, &why), AB_OK);
		assert_int_equal(need == 0, packed.data == file.data);
		room = malloc(need + 1);
		assert_int_equal(
		    ab_kernel_unpack(kernel, take, &t, (struct ab_work){ room, need }, &why),
		    AB_OK);
		assert_int_equal(t.at, file.size);
		free(room);
		if (packed.data != stream.data && packed.data != file.data)
			free(packed.data);
		free(stream.data);
	}
	free(file.data);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_images_in_every_wrapping),
		cmocka_unit_test(test_packed_elf_files),
		cmocka_unit_test(test_what_is_packed_but_no_kernel_is_named),
		cmocka_unit_test(test_malformed_headers_in_a_stream),
		cmocka_unit_test(test_a_stream_shorter_than_its_headers_say),
		cmocka_unit_test(test_streams_are_judged_to_their_end),
		cmocka_unit_test(test_zeros_behind_a_stream),
		cmocka_unit_test(test_one_byte_of_work_less_is_refused),
		cmocka_unit_test(test_zboot_names),
		cmocka_unit_test(test_unpacking_hands_out_the_image),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
