/* SPDX-License-Identifier: BSD-2-Clause */
/* What a guest is started with from a Unified Kernel Image: its own parts, then the caller's. */
#include "arm64_image.h"
#include "make_uki.h"
#include "plan_machines.h"
#include "recorder.h"

#include <libfdt.h>

static uint8_t file[1 << 17], kernel[1 << 16];

/* What is in the UKI; NULL: no such section. */
struct parts {
	const char *cmdline, *initrd, *ucode;
};

/* Around the first @n bytes of kernel[]. */
static struct ab_bytes wrap(const struct parts *p, size_t n)
{
	const struct {
		const char *name, *text;
	} rest[3] = { { ".cmdline", p->cmdline },
		      { ".initrd", p->initrd },
		      { ".ucode", p->ucode } };
	struct made_part parts[5] = { { ".linux", { kernel, n } } };
	size_t count = 1;

	for (size_t i = 0; i < 3; i++)
		if (rest[i].text != NULL)
			parts[count++] =
			    (struct made_part){ rest[i].name,
						{ rest[i].text, strlen(rest[i].text) } };
	return make_uki_of(file, sizeof(file), 0x8664, parts);
}

struct row {
	struct parts parts;
	const char *cmdline; /* the caller's */
	const char *initrds[2];
	const char *want_cmdline; /* NULL: none */
	const char *want_initrd;
	size_t want_size; /* of it */
};

static const struct row rows[] = {
	{ { NULL, NULL, NULL }, NULL, { NULL }, NULL, NULL, 0 },
	{ { "quiet\n", NULL, NULL }, NULL, { NULL }, "quiet", NULL, 0 },
	{ { "quiet\n", NULL, NULL }, "debug", { NULL }, "debug", NULL, 0 },
	{ { "quiet\n", NULL, NULL }, "", { NULL }, "", NULL, 0 },
	{ { "\n", NULL, NULL }, NULL, { NULL }, "", NULL, 0 },
	{ { NULL, "initrd", NULL }, NULL, { NULL }, NULL, "initrd", 6 },
	{ { NULL, NULL, "uc" }, NULL, { NULL }, NULL, "uc", 2 },
	{ { "a b", "initrd", "ucode" }, NULL, { NULL }, "a b", "ucode\0\0\0initrd", 14 },
	{ { NULL, "initrd", "ucode" },
	  "x",
	  { "mine", "z" },
	  "x",
	  "ucode\0\0\0initrd\0\0minez",
	  21 },
	{ { NULL, "", NULL }, NULL, { "m", "n" }, NULL, "m\0\0\0n", 5 },
};

static struct ab_payload payload_of(const struct row *r, size_t n, struct ab_bytes *initrds)
{
	struct ab_payload os = { .kernel = wrap(&r->parts, n), .cmdline = r->cmdline };

	for (; os.initrds.n < 2 && r->initrds[os.initrds.n] != NULL; os.initrds.n++) {
		const char *text = r->initrds[os.initrds.n];

		initrds[os.initrds.n] = (struct ab_bytes){ text, strlen(text) };
	}
	os.initrds.at = initrds;
	return os;
}

static void judge_initrd(const struct recorder *rec, const struct row *r)
{
	const struct ab_region *initrd = ab_plan_region(rec->plan, AB_REGION_INITRD);

	assert_int_equal(initrd != NULL, r->want_size != 0);
	if (initrd == NULL)
		return;
	assert_int_equal(initrd->size, r->want_size);
	assert_memory_equal(recorder_kept(rec, AB_REGION_INITRD), r->want_initrd, r->want_size);
}

static void test_x86(void **state)
{
	static const enum ab_protocol protocols[] = { AB_PROTOCOL_LINUX, AB_PROTOCOL_SELF,
						      AB_PROTOCOL_PVH };

	(void)state;
	for (size_t i = 0; i < COUNT(rows) * COUNT(protocols); i++) {
		const struct row *r = &rows[i / COUNT(protocols)];
		struct ab_error why = { AB_OK, NULL, 0, NULL };
		const struct ab_region *line;
		struct ab_bytes initrds[2];
		struct ab_payload os;
		struct recorder rec;
		struct ab_region room[PLAN_ROOM];
		struct ab_plan plan = { .regions = AB_REGIONS(room) };

		os = payload_of(r, make_bzimage(kernel, &bz_packed), initrds);
		os.protocol = protocols[i % COUNT(protocols)];
		assert_ok(run(&plan, &pc, &os, &rec, &why), &why, "plan");
		assert_int_equal(plan.kernel.file.format, AB_IMAGE_BZIMAGE);
		judge_regions(&plan);
		judge_initrd(&rec, r);
		line = ab_plan_region(&plan, AB_REGION_CMDLINE);
		assert_int_equal(line != NULL, r->want_cmdline != NULL);
		if (line != NULL) {
			assert_int_equal(line->size, strlen(r->want_cmdline) + 1);
			assert_string_equal((const char *)recorder_kept(&rec, AB_REGION_CMDLINE),
					    r->want_cmdline);
		}
		recorder_free(&rec);
	}
}

static const struct image_spec efi = { 0, 0x200000, 0xa, 0x3000 };

static void test_arm64(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct ab_error why = { AB_OK, NULL, 0, NULL };
		struct ab_bytes initrds[2];
		struct ab_payload os;
		struct recorder rec;
		struct ab_region room[PLAN_ROOM];
		struct ab_plan plan = { .regions = AB_REGIONS(room) };
		const char *args;
		const void *tree;
		int len = 0;

		os = payload_of(&rows[i], make_image(kernel, &efi), initrds);
		assert_ok(run(&plan, &virt, &os, &rec, &why), &why, "plan");
		assert_int_equal(plan.kernel.file.format, AB_IMAGE_ARM64);
		judge_regions(&plan);
		judge_initrd(&rec, &rows[i]);
		assert_memory_equal(recorder_kept(&rec, AB_REGION_DTB), "\xd0\x0d\xfe\xed", 4);
		tree = recorder_kept(&rec, AB_REGION_DTB);
		assert_int_equal(fdt_check_header(tree), 0);
		args = fdt_getprop(tree, fdt_path_offset(tree, "/chosen"), "bootargs", &len);
		assert_text(args, rows[i].want_cmdline, "bootargs");
		assert_true(args == NULL || len == (int)strlen(args) + 1);
		recorder_free(&rec);
	}
}

/* Words of its command line count as the caller's would. */
static void test_nokaslr_in_a_uki(void **state)
{
	static const struct {
		const char *uki, *mine;
		bool kaslr;
	} lines[] = {
		{ NULL, NULL, true },
		{ "a nokaslr\n", NULL, false },
		{ "nokaslr", "quiet", true },
		{ "quiet", "nokaslr", false },
		{ "nokaslrs nokasl", NULL, true },
		{ "nokaslr b", NULL, false },
		{ "\tnokaslr", NULL, false },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(lines); i++) {
		const struct parts parts = { lines[i].uki, NULL, NULL };
		struct ab_error why = { AB_OK, NULL, 0, NULL };
		struct ab_payload os = { .cmdline = lines[i].mine, .kaslr_seed = 7 };
		struct ab_work work;
		struct ab_region room[PLAN_ROOM];
		struct ab_plan plan = { .regions = AB_REGIONS(room) };

		os.kernel = wrap(&parts, make_image(kernel, &efi));
		assert_ok(make_plan(&plan, &virt, &os, &work, &why), &why, "plan");
		assert_int_equal(plan.kaslr, lines[i].kaslr);
		free(work.data);
	}
}

static void test_a_line_too_long_is_told_by_whose_it_is(void **state)
{
	static const struct ab_bytes initrds[2] = { { "a", 1 }, { NULL, 5 } };
	static const struct expected too_long[] = {
		{ AB_ERR_IMAGE, "uki.cmdline.length", 2048,
		  "must not be longer than the kernel takes" },
		{ AB_ERR_ARG, "payload.cmdline.length", 2048,
		  "must not be longer than the kernel takes" },
	};
	static const struct expected no_data = { AB_ERR_ARG, "payload.initrds[].size", 5,
						 "must be 0 when data is NULL", 1 };
	static char longest[2049];
	const struct parts parts = { longest, NULL, NULL };
	struct ab_payload os = { .cmdline = NULL };
	struct ab_error why = { AB_OK, NULL, 0, NULL };
	struct ab_work work;
	struct ab_region room[PLAN_ROOM];
	struct ab_plan plan = { .regions = AB_REGIONS(room) };

	(void)state;
	for (size_t n = 2047; n <= 2048; n++) {
		const enum ab_err want = n == 2047 ? AB_OK : AB_ERR_IMAGE;

		memset(longest, 'a', n);
		os.kernel = wrap(&parts, make_image(kernel, &efi));
		assert_int_equal(make_plan(&plan, &virt, &os, &work, &why), want);
		free(work.data);
	}
	assert_error(why.code, &why, &too_long[0], "the UKI's");
	os.cmdline = longest;
	assert_int_equal(make_plan(&plan, &virt, &os, &work, &why), AB_ERR_ARG);
	assert_error(why.code, &why, &too_long[1], "the caller's");
	os.cmdline = "short";
	assert_ok(make_plan(&plan, &virt, &os, &work, &why), &why, "plan");
	free(work.data);
	/* the caller's initrds are counted from the first of them */
	os.initrds = (struct ab_bytes_list){ initrds, 2 };
	assert_int_equal(make_plan(&plan, &virt, &os, &work, &why), AB_ERR_ARG);
	assert_error(why.code, &why, &no_data, "initrds");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_x86),
		cmocka_unit_test(test_arm64),
		cmocka_unit_test(test_nokaslr_in_a_uki),
		cmocka_unit_test(test_a_line_too_long_is_told_by_whose_it_is),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
