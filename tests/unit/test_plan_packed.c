/* SPDX-License-Identifier: BSD-2-Clause */
/* Whole plans of kernel files packed as a whole and of EFI zboot images: which protocol enters
 * them, on which machine, and when it shows that they are damaged. */
#include "arm64_image.h"
#include "codec/codec_priv.h"
#include "kernel/feed.h"
#include "plan_machines.h"
#include "recorder.h"

static uint8_t image[0x4000], elf[0x10000], pvh[0x4000], image_gz[0x5000], elf_gz[0x11000],
    pvh_gz[0x5000], zboot[0x6000], cut[0x5000], most_gz[0x11000], more_gz[0x11000];
static size_t n_image_gz, n_elf_gz, n_pvh_gz, n_zboot, n_cut, n_most_gz, n_more_gz;

/* Headers whose segments, placed in the order of their addresses, take two passes that unpack @end
 * bytes each. Up to @size, zeros follow them. */
static size_t make_bomb(uint8_t *gz, uint64_t end, size_t size)
{
	static const struct elf_spec spec = {
		.bits = 64,
		.machine = 62,
		.entry = 0x1000000,
		.seg = { { 0x1000000, 0x1000000, 1, 0x1000 }, { 0x1001000, 0x1001000, 1, 0x1000 } },
	};
	static uint8_t file[0x20000];

	make_elf(file, &spec);
	put_at(file, 64 + 8, end - 1, 8); /* the first one's p_offset */
	return make_gzip(gz, file, size);
}

static int make_kernels(void **state)
{
	size_t n = make_image(image, &(struct image_spec){ 0, 0x200000, 10, 0x3000 });

	(void)state;
	n_image_gz = make_gzip(image_gz, image, n);
	n_elf_gz = make_gzip(elf_gz, elf, make_elf(elf, &elf64));
	n_pvh_gz = make_gzip(pvh_gz, pvh, make_elf(pvh, &elf32_pvh));
	memcpy(cut, image_gz, n_image_gz);
	n_cut = n_image_gz - 1;
	n_most_gz = make_bomb(most_gz, 2 * AB_GiB, 0x10000); /* all that planning reads */
	n_more_gz = make_bomb(more_gz, 2 * AB_GiB + 1, 0x10000);
	/* zboot-header.S; the payload behind a page */
	memcpy(zboot, "MZ\0\0zimg", 8);
	put_at(zboot, 0x08, 0x1000, 4);
	put_at(zboot, 0x0c, n_image_gz, 4);
	memcpy(zboot + 0x18, "gzip", 5);
	put_at(zboot, 0x3c, 0x40, 4);
	memcpy(zboot + 0x40, "PE\0\0\x64\xaa", 6);
	memcpy(zboot + 0x1000, image_gz, n_image_gz);
	n_zboot = 0x1000 + n_image_gz;
	return 0;
}

#define KERNEL(k) .kernel = { k, n_##k }

static void test_what_enters_them(void **state)
{
	static const char unpacked[] = "the ELF has notes of Linux";
	const struct {
		const char *name;
		const struct ab_machine *m;
		struct ab_payload os;
		enum ab_protocol protocol;
		const char *why;
		enum ab_image_format format;
		uint64_t entry;
	} rows[] = {
		{ "vmlinux.gz",
		  &pc,
		  { KERNEL(elf_gz) },
		  AB_PROTOCOL_LINUX,
		  unpacked,
		  AB_IMAGE_PACKED,
		  0x1000040 },
		{ "vmlinux.gz by PVH",
		  &pc,
		  { KERNEL(elf_gz), .protocol = AB_PROTOCOL_PVH },
		  AB_PROTOCOL_PVH,
		  "asked for",
		  AB_IMAGE_PACKED,
		  0x1000100 },
		{ "32 bits",
		  &pc,
		  { KERNEL(pvh_gz) },
		  AB_PROTOCOL_PVH,
		  "a note of the ELF gives a PVH entry",
		  AB_IMAGE_PACKED,
		  0x100020 },
		{ "32 bits by PVH",
		  &pc,
		  { KERNEL(pvh_gz), .protocol = AB_PROTOCOL_PVH },
		  AB_PROTOCOL_PVH,
		  "asked for",
		  AB_IMAGE_PACKED,
		  0x100020 },
		{ "Image.gz",
		  &virt,
		  { KERNEL(image_gz), .flags = AB_VERIFY },
		  AB_PROTOCOL_LINUX,
		  "arm64 kernels have one way in",
		  AB_IMAGE_PACKED,
		  0x40000000 },
		{ "zboot",
		  &virt,
		  { KERNEL(zboot), .flags = AB_VERIFY },
		  AB_PROTOCOL_LINUX,
		  "arm64 kernels have one way in",
		  AB_IMAGE_ZBOOT,
		  0x40000000 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct ab_error why = { AB_OK, NULL, 0, NULL };
		struct recorder rec;
		struct ab_region room[PLAN_ROOM];
		struct ab_plan plan = { .regions = AB_REGIONS(room) };

		assert_ok(run(&plan, rows[i].m, &rows[i].os, &rec, &why), &why, rows[i].name);
		judge_regions(&plan);
		assert_int_equal(plan.protocol, rows[i].protocol);
		assert_string_equal(plan.protocol_why, rows[i].why);
		assert_int_equal(plan.kernel.file.format, rows[i].format);
		assert_int_equal(plan.kernel.codec, AB_CODEC_GZIP);
		assert_int_equal(plan.kernel.passes, 1);
		assert_true(plan.entry == rows[i].entry);
		assert_int_equal(plan.kernel.arm64.image_size, rows[i].m == &virt ? 0x200000 : 0);
		recorder_free(&rec);
	}
}

/* Found by headers, by opening, or when all of it is looked at. */
static void test_refused(void **state)
{
	const struct {
		const char *name;
		const struct ab_machine *m;
		struct ab_payload os;
		struct expected want;
	} rows[] = {
		{ "no decompressor of its own",
		  &pc,
		  { KERNEL(elf_gz), .protocol = AB_PROTOCOL_SELF },
		  { AB_ERR_UNSUPPORTED, "payload.protocol", AB_PROTOCOL_SELF,
		    "only a bzImage unpacks itself; auto takes what this kernel offers", 0,
		    "self" } },
		{ "nor at 32 bits",
		  &pc,
		  { KERNEL(elf_gz), .protocol = AB_PROTOCOL_LINUX32 },
		  { AB_ERR_UNSUPPORTED, "elf.e_machine", 62,
		    "must be 3 (i386) for protocol linux32" } },
		{ "32 bits",
		  &pc,
		  { KERNEL(pvh_gz), .protocol = AB_PROTOCOL_LINUX },
		  { AB_ERR_UNSUPPORTED, "elf.e_machine", 3,
		    "must be 62 (x86-64) for protocol linux; linux32 and pvh take 32-bit "
		    "kernels" } },
		{ "arm64 on x86",
		  &pc,
		  { KERNEL(image_gz) },
		  { AB_ERR_UNSUPPORTED, "elf.e_machine", 183, "must be 3 (i386) or 62 (x86-64)" } },
		{ "zboot on x86",
		  &pc,
		  { KERNEL(zboot) },
		  { AB_ERR_UNSUPPORTED, "payload.kernel.format", AB_IMAGE_ZBOOT,
		    "the machine is x86-64, the kernel arm64", 0, "EFI zboot" } },
		{ "x86 on arm64",
		  &virt,
		  { KERNEL(elf_gz) },
		  { AB_ERR_UNSUPPORTED, "elf.e_machine", 62, "must be 183 (AArch64)" } },
		{ "much in two passes, verified",
		  &pc,
		  { KERNEL(most_gz), .protocol = AB_PROTOCOL_LINUX, .flags = AB_VERIFY },
		  { AB_ERR_IMAGE, "gzip stream", 0x10000,
		    "the stream ends before the kernel's headers say" } },
		{ "too much in two passes",
		  &pc,
		  { KERNEL(more_gz) },
		  { AB_ERR_UNSUPPORTED, "plan.kernel.passes", 4 * AB_GiB + 2,
		    "the bytes that all passes over the stream unpack must be at most 4 GiB", 0,
		    "gzip" } },
		{ "cut, verified",
		  &virt,
		  { KERNEL(cut), .flags = AB_VERIFY },
		  { AB_ERR_IMAGE, "gzip stream", 0, "the data ends too early" } },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct ab_error why = { AB_OK, NULL, 0, NULL };
		struct ab_region room[PLAN_ROOM];
		struct ab_plan plan = { .regions = AB_REGIONS(room) };
		struct ab_work work;
		enum ab_err err = make_plan(&plan, rows[i].m, &rows[i].os, &work, &why);

		assert_error(err, &why, &rows[i].want, rows[i].name);
		free(work.data);
	}
}

/* Of two passes, one may read 128 MiB. */
static void test_what_passes_read(void **state)
{
	static const struct expected want = {
		AB_ERR_UNSUPPORTED,
		"plan.kernel.passes",
		2,
		"the passes but one must read at most 128 MiB of the stream in all",
		0,
		"gzip"
	};
	uint8_t *file = calloc(1, AB_KERNEL_READ_MAX + 1);

	(void)state;
	assert_non_null(file);
	(void)make_bomb(file, 2 * AB_GiB, 0x20000); /* planning does not see its end */
	for (size_t more = 0; more < 2; more++) {
		const struct ab_payload os = { .kernel = { file, AB_KERNEL_READ_MAX + more },
					       .protocol = AB_PROTOCOL_LINUX };
		struct ab_error why = { AB_OK, NULL, 0, NULL };
		struct ab_region room[PLAN_ROOM];
		struct ab_plan plan = { .regions = AB_REGIONS(room) };
		struct ab_work work;
		enum ab_err err = make_plan(&plan, &pc, &os, &work, &why);

		if (more == 0)
			assert_ok(err, &why, "128 MiB");
		else
			assert_error(err, &why, &want, "a byte more");
		free(work.data);
	}
	free(file);
}

/* What the first pass unpacks is not left for the last; a size word stands as it is. */
static void test_passes_share_a_limit(void **state)
{
	const struct ab_elf e = {
		.n_segments = 3,
		.segment = { { .offset = 700, .file_size = 300 },
			     { .offset = 400, .file_size = 200 },
			     { .offset = 0, .file_size = 1 } },
	};
	struct ab_packed p = { .size = AB_KERNEL_UNPACKED_MAX };

	(void)state;
	assert_int_equal(ab_kernel_passes_(&e).n, 3);
	assert_int_equal(ab_kernel_passes_(&e).before, 1600);
	ab_packed_limit_(&p, &e);
	assert_true(p.size == AB_KERNEL_UNPACKED_MAX - 1600);
	p = (struct ab_packed){ .sized = true, .size = 1000 };
	ab_packed_limit_(&p, &e);
	assert_int_equal(p.size, 1000);
}

static void test_one_byte_of_work_less_is_refused(void **state)
{
	const struct ab_payload os[] = { { KERNEL(image_gz) }, { KERNEL(zboot) } };
	struct expected want = { AB_ERR_NOSPACE, "work", 0, "to unpack the kernel", 0, "gzip" };

	(void)state;
	for (size_t i = 0; i < COUNT(os); i++) {
		struct ab_error why = { AB_OK, NULL, 0, NULL };
		struct ab_region room[PLAN_ROOM];
		struct ab_plan plan = { .regions = AB_REGIONS(room) };
		size_t need = 0;
		uint8_t *bytes;

		assert_ok(ab_plan_work(&plan, &virt, &os[i], &need, &why), &why, "work");
		bytes = malloc(need);
		assert_int_equal(
		    ab_plan_make(&plan, &virt, &os[i], (struct ab_work){ bytes, need }, &why),
		    AB_OK);
		need = plan.work;
		assert_int_equal(
		    ab_plan_make(&plan, &virt, &os[i], (struct ab_work){ bytes, need - 1 }, &why),
		    AB_ERR_NOSPACE);
		want.value = need;
		assert_error(why.code, &why, &want, "work");
		free(bytes);
	}
}

/* Of gzip, planning holds the window, a block, the kernel's headers and the decoder's state, which
 * differs between hosts but is small: 192 KiB do in all for zlib's, and 224 KiB for ISA-L's, which
 * has two windows. A kernel's tables need less. */
static void test_work_of_gzip(void **state)
{
#ifdef AB_HAVE_ISAL
	static const size_t window = 0x10000, headers = 0x10000, state_most = 0x8000;
	static const size_t in_all = 224 * 1024;
#else
	static const size_t window = 0x8000, headers = 0x10000, state_most = 0x4000;
	static const size_t in_all = 192 * 1024;
#endif
	const struct ab_payload os = { KERNEL(image_gz) };
	struct ab_region room[PLAN_ROOM];
	struct ab_plan plan = { .regions = AB_REGIONS(room) };
	struct ab_error why;
	struct ab_work work;
	size_t codec = 0, need = 0;

	(void)state;
	assert_ok(ab_kernel_work(os.kernel, &codec, &why), &why, "codec");
	assert_true(codec >= AB_CODEC_BLOCK + window &&
		    codec <= AB_CODEC_BLOCK + window + state_most);
	assert_ok(ab_plan_work(&plan, &virt, &os, &need, &why), &why, "work");
	assert_int_equal(need, codec + headers);
	assert_true(need <= in_all);
	work = (struct ab_work){ malloc(need), need };
	assert_ok(ab_plan_make(&plan, &virt, &os, work, &why), &why, "plan");
	assert_int_equal(plan.work, need);
	free(work.data);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_what_enters_them),
		cmocka_unit_test(test_refused),
		cmocka_unit_test(test_what_passes_read),
		cmocka_unit_test(test_passes_share_a_limit),
		cmocka_unit_test(test_one_byte_of_work_less_is_refused),
		cmocka_unit_test(test_work_of_gzip),
	};

	return cmocka_run_group_tests(tests, make_kernels, NULL);
}
