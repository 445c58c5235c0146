/* SPDX-License-Identifier: BSD-2-Clause */
/* What a guest gets of PE addons, and of a profile: command lines and initrds in their order, by
 * UAPI.5, PE Addons. */
#include "arm64_image.h"
#include "make_uki.h"
#include "plan_machines.h"
#include "recorder.h"

#include <libfdt.h>

#define SECTIONS 8 /* with the end of the list */

/* Sections of a PE file: name and text; name NULL ends them. */
struct text {
	const char *name, *text;
};

struct pe {
	uint8_t at[1 << 17];
};

static const struct ab_bytes none = { NULL, 0 };

/* Make a PE file of a kernel, unless it is empty, and of @list. */
static struct ab_bytes pe(struct pe *f, uint16_t machine, struct ab_bytes kernel,
			  const struct text *list)
{
	struct made_part parts[SECTIONS + 2] = { { ".linux", kernel } };
	size_t n = kernel.size != 0;

	for (; list->name != NULL; list++) {
		assert_true(n < COUNT(parts) - 1);
		parts[n++] = (struct made_part){ list->name, { list->text, strlen(list->text) } };
	}
	parts[n].name = NULL;
	return make_uki_of(f->at, sizeof(f->at), machine, parts);
}

static const struct image_spec image = { 0, 0x200000, 0xa, 0x3000 };

/* A machine, its kernel and the number of its PE files. */
static const struct {
	const struct ab_machine *machine;
	uint16_t pe;
} guests[] = { { &pc, 0x8664 }, { &virt, 0xaa64 } };

static struct ab_bytes kernel_of(size_t guest)
{
	static uint8_t at[1 << 16];

	return (struct ab_bytes){ at, guest == 0 ? make_bzimage(at, &bz_packed)
						 : make_image(at, &image) };
}

/* A kernel in a UKI of these sections. */
static struct ab_bytes uki(size_t guest, const struct text *list)
{
	static struct pe f;

	return pe(&f, guests[guest].pe, kernel_of(guest), list);
}

struct row {
	struct text uki[SECTIONS];
	const char *profile, *cmdline; /* the caller's */
	const char *initrd; /* the caller's */
	struct text addon[2][SECTIONS];
	const char *want_cmdline; /* NULL: none */
	const char *want_initrd;
	size_t want_size;
};

#define ONE                                                                                        \
	{                                                                                          \
		{ ".cmdline", "a1\n" }, { ".ucode", "u1" },                                        \
		{                                                                                  \
			".initrd", "i1"                                                            \
		}                                                                                  \
	}
#define TWO                                                                                        \
	{                                                                                          \
		{ ".initrd", "i2" }, { ".ucode", "u2" },                                           \
		{                                                                                  \
			".cmdline", "b2"                                                           \
		}                                                                                  \
	}
#define OWN                                                                                        \
	{ ".cmdline", "quiet" }, { ".ucode", "uc" },                                               \
	{                                                                                          \
		".initrd", "in"                                                                    \
	}

static const struct row rows[] = {
	{ { OWN },
	  NULL,
	  NULL,
	  "mine",
	  { ONE, TWO },
	  "quiet a1 b2",
	  "u2\0\0u1\0\0uc\0\0in\0\0minei1\0\0i2",
	  26 },
	{ { OWN },
	  NULL,
	  "x",
	  NULL,
	  { TWO, ONE },
	  "x b2 a1",
	  "u1\0\0u2\0\0uc\0\0in\0\0i2\0\0i1",
	  22 },
	{ { { NULL, NULL } }, NULL, NULL, NULL, { ONE, TWO }, "a1 b2", "u2\0\0u1\0\0i1\0\0i2", 14 },
	{ { { NULL, NULL } },
	  NULL,
	  "",
	  NULL,
	  { { { ".cmdline", "\n" } }, { { ".cmdline", "b" } } },
	  "b",
	  NULL,
	  0 },
	{ { { NULL, NULL } },
	  NULL,
	  NULL,
	  NULL,
	  { { { ".cmdline", "" } }, { { ".initrd", "i" } } },
	  "",
	  "i",
	  1 },
	{ { { NULL, NULL } },
	  NULL,
	  NULL,
	  NULL,
	  { { { ".ucode", "u" } }, { { ".initrd", "" } } },
	  NULL,
	  "u\0\0", /* an empty one begins at 4 */
	  4 },
	{ { OWN, { ".profile", "ID=one" }, { ".profile", "ID=two" }, { ".cmdline", "p" } },
	  NULL,
	  NULL,
	  NULL,
	  { ONE, { { ".cmdline", "" } } },
	  "quiet a1",
	  "u1\0\0uc\0\0in\0\0i1",
	  14 },
	{ { OWN, { ".profile", "ID=one" }, { ".profile", "ID=two" }, { ".cmdline", "p" } },
	  "two",
	  NULL,
	  NULL,
	  { ONE, TWO },
	  "p a1 b2",
	  "u2\0\0u1\0\0uc\0\0in\0\0i1\0\0i2",
	  22 },
};

static struct pe addon_file[2];

static struct ab_payload payload_of(size_t guest, const struct row *r, struct ab_bytes *addons,
				    struct ab_bytes *initrd)
{
	struct ab_payload os = { .kernel = uki(guest, r->uki),
				 .profile = r->profile,
				 .cmdline = r->cmdline,
				 .addons = { addons, 2 },
				 .initrds = { initrd, r->initrd != NULL } };

	for (size_t i = 0; i < 2; i++)
		addons[i] = pe(&addon_file[i], guests[guest].pe, none, r->addon[i]);
	if (r->initrd != NULL)
		*initrd = (struct ab_bytes){ r->initrd, strlen(r->initrd) };
	return os;
}

/* The command line that a guest finds; NULL: none. */
static const char *line_of(const struct recorder *rec, int *len)
{
	const struct ab_region *line = ab_plan_region(rec->plan, AB_REGION_CMDLINE);
	const void *tree = recorder_kept(rec, AB_REGION_DTB);

	if (tree != NULL)
		return fdt_getprop(tree, fdt_path_offset(tree, "/chosen"), "bootargs", len);
	*len = line != NULL ? (int)line->size : 0;
	return line != NULL ? (const char *)recorder_kept(rec, AB_REGION_CMDLINE) : NULL;
}

static void judge_guest(const struct recorder *rec, const struct row *r)
{
	const struct ab_region *initrd = ab_plan_region(rec->plan, AB_REGION_INITRD);
	const char *line;
	int len = 0;

	assert_int_equal(rec->plan->n_warnings, 0);
	line = line_of(rec, &len);
	assert_text(line, r->want_cmdline, "command line");
	assert_true(line == NULL || len == (int)strlen(line) + 1);
	assert_int_equal(initrd != NULL, r->want_size != 0);
	if (initrd == NULL)
		return;
	assert_int_equal(initrd->size, r->want_size);
	assert_memory_equal(recorder_kept(rec, AB_REGION_INITRD), r->want_initrd, r->want_size);
}

static void test_in_their_order(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(rows) * COUNT(guests); i++) {
		const struct row *r = &rows[i / COUNT(guests)];
		const size_t guest = i % COUNT(guests);
		struct ab_error why = { AB_OK, NULL, 0, NULL };
		struct ab_bytes addons[2], initrd;
		struct ab_payload os = payload_of(guest, r, addons, &initrd);
		struct recorder rec;
		struct ab_region room[PLAN_ROOM];
		struct ab_plan plan = { .regions = AB_REGIONS(room) };

		assert_ok(run(&plan, guests[guest].machine, &os, &rec, &why), &why, "plan");
		judge_regions(&plan);
		judge_guest(&rec, r);
		recorder_free(&rec);
	}
}

/* An addon for another CPU, or for another release of the kernel, is left out, and the plan says
 * which. */
static void test_left_out(void **state)
{
	static const struct {
		struct text uki[SECTIONS], addon[SECTIONS];
		uint16_t pe; /* 0: the machine's */
		bool out;
	} cases[] = {
		{ { { NULL, NULL } }, { { ".cmdline", "nokaslr" } }, 0, false },
		{ { { NULL, NULL } }, { { ".cmdline", "nokaslr" } }, 0x8664, true },
		{ { { NULL, NULL } }, { { ".cmdline", "nokaslr" } }, 0x14c, true },
		{ { { ".uname", "6.1" } }, { { ".cmdline", "nokaslr" } }, 0, false },
		{ { { NULL, NULL } },
		  { { ".cmdline", "nokaslr" }, { ".uname", "6.1" } },
		  0,
		  false },
		{ { { ".uname", "6.1\n" } },
		  { { ".cmdline", "nokaslr" }, { ".uname", "6.1" } },
		  0,
		  false },
		{ { { ".uname", "6.1" } },
		  { { ".cmdline", "nokaslr" }, { ".uname", "6.2" } },
		  0,
		  true },
		{ { { ".uname", "6.1" } },
		  { { ".cmdline", "nokaslr" }, { ".uname", "6" } },
		  0,
		  true },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct ab_error why = { AB_OK, NULL, 0, NULL };
		struct ab_bytes addons[2];
		struct ab_payload os = { .kernel = uki(1, cases[i].uki), .kaslr_seed = 7 };
		struct ab_plan plan;

		addons[0] = pe(&addon_file[0], 0xaa64, none,
			       (const struct text[]){ { ".initrd", "x" }, { NULL, NULL } });
		addons[1] = pe(&addon_file[1], cases[i].pe != 0 ? cases[i].pe : 0xaa64, none,
			       cases[i].addon);
		os.addons = (struct ab_bytes_list){ addons, 2 };
		assert_ok(plan_only(&plan, &virt, &os, &why), &why, "plan");
		assert_int_equal(plan.n_warnings, cases[i].out);
		assert_int_equal(plan.kaslr, cases[i].out); /* no word of it is seen */
		if (!cases[i].out)
			continue;
		assert_int_equal(plan.warnings[0].index, 1);
		assert_string_equal(plan.warnings[0].what, cases[i].pe != 0
							       ? "payload.addons[].pe.Machine"
							       : "payload.addons[]");
	}
}

static void test_what_is_wrong(void **state)
{
	static const struct text good[] = { { ".cmdline", "a" }, { NULL, NULL } };
	static const struct text twice[] = { { ".cmdline", "a" },
					     { ".cmdline", "b" },
					     { NULL, NULL } };
	static const struct text nothing[] = { { ".text", "a" }, { NULL, NULL } };
	static const struct text profiles[] = { { ".profile", "ID=a" }, { NULL, NULL } };
	struct ab_bytes many[AB_ADDONS_MAX + 1];
	struct ab_error why = { AB_OK, NULL, 0, NULL };
	struct ab_payload os = { .kernel = uki(0, good), .addons = { many, 2 } };
	struct ab_plan plan;
	static struct pe whole;

	(void)state;
	for (size_t i = 0; i < COUNT(many); i++)
		many[i] = pe(&addon_file[0], 0x8664, none, good);
	many[1] = pe(&addon_file[1], 0x8664, none, twice);
	assert_error(plan_only(&plan, &pc, &os, &why), &why,
		     &(struct expected){ AB_ERR_IMAGE, "payload.addons[]", 0,
					 "must be the only one of its name", 1 },
		     "twice");
	assert_string_equal(why.name, ".cmdline");
	many[1] = pe(&addon_file[1], 0x8664, none, nothing);
	assert_error(plan_only(&plan, &pc, &os, &why), &why,
		     &(struct expected){ AB_ERR_UNSUPPORTED, "payload.addons[]", 0,
					 "must have a section .cmdline, .dtb, .initrd or .ucode",
					 1 },
		     "nothing");
	many[1] = pe(&whole, 0x8664, kernel_of(0), good);
	assert_error(plan_only(&plan, &pc, &os, &why), &why,
		     &(struct expected){ AB_ERR_UNSUPPORTED, "payload.addons[]", 0,
					 "must not have a .linux section: it is a UKI", 1 },
		     "a UKI");
	many[1] = (struct ab_bytes){ "#!/bin/sh", 9 };
	assert_error(
	    plan_only(&plan, &pc, &os, &why), &why,
	    &(struct expected){ AB_ERR_IMAGE, "payload.addons[]", 0, "must be a PE file", 1 },
	    "a script");
	many[1] = (struct ab_bytes){ NULL, 0x1000 };
	assert_error(
	    plan_only(&plan, &pc, &os, &why), &why,
	    &(struct expected){ AB_ERR_IMAGE, "payload.addons[]", 0, "must be a PE file", 1 },
	    "no bytes");
	many[1] = (struct ab_bytes){ addon_file[0].at, 0x90 };
	assert_error(plan_only(&plan, &pc, &os, &why), &why,
		     &(struct expected){ AB_ERR_IMAGE, "payload.addons[]", 0x80,
					 "the PE header must be within the file", 1 },
		     "cut");
	assert_string_equal(why.name, "pe.e_lfanew");
	os.addons.n = COUNT(many);
	assert_error(
	    plan_only(&plan, &pc, &os, &why), &why,
	    &(struct expected){ AB_ERR_ARG, "payload.addons.n", COUNT(many), "must be at most 32" },
	    "many");
	os.addons = (struct ab_bytes_list){ NULL, 1 };
	assert_int_equal(plan_only(&plan, &pc, &os, &why), AB_ERR_ARG);
	os.addons.n = 0;
	os.profile = "b";
	os.kernel = uki(0, profiles);
	assert_int_equal(plan_only(&plan, &pc, &os, &why), AB_ERR_ARG);
	assert_string_equal(why.what, "payload.profile");
	os.profile = "a";
	assert_ok(plan_only(&plan, &pc, &os, &why), &why, "there");
	/* a file that is packed as a whole has none either */
	os.kernel = (struct ab_bytes){ "\x1f\x8b\x08\0\0\0\0\0\0\0\0\0", 12 };
	assert_int_equal(plan_only(&plan, &pc, &os, &why), AB_ERR_ARG);
	assert_string_equal(why.other, "only a UKI has profiles");
}

/* As many as there may be, and a command line as long as it may be; one more is too many. */
static void test_the_most(void **state)
{
	static char text[2][64];
	struct ab_bytes many[AB_ADDONS_MAX];
	struct ab_error why = { AB_OK, NULL, 0, NULL };
	const struct text no_more[] = { { NULL, NULL } };

	(void)state;
	memset(text[0], 'a', 63); /* with its space 64: 2047 in all */
	memset(text[1], 'b', 63);
	for (int more = 0; more < 2; more++)
		for (size_t guest = 0; guest < COUNT(guests); guest++) {
			struct ab_payload os = { .kernel = uki(guest, no_more),
						 .addons = { many, COUNT(many) } };
			struct recorder rec;
			struct ab_region room[PLAN_ROOM];
			struct ab_plan plan = { .regions = AB_REGIONS(room) };
			const struct text one[] = { { ".cmdline", text[0] }, { NULL, NULL } };
			const char *line;
			int len;

			for (size_t i = 0; i < COUNT(many); i++)
				many[i] = pe(&addon_file[0], guests[guest].pe, none, one);
			if (more != 0) {
				os.cmdline = "c";
				assert_error(plan_only(&plan, guests[guest].machine, &os, &why),
					     &why,
					     &(struct expected){
						 AB_ERR_ARG, "payload.addons.cmdline.length", 2049,
						 "must not be longer than the kernel takes" },
					     "more");
				continue;
			}
			assert_ok(run(&plan, guests[guest].machine, &os, &rec, &why), &why, "most");
			line = line_of(&rec, &len);
			assert_int_equal(len, 2048);
			assert_int_equal(strspn(line, "a "), 2047);
			recorder_free(&rec);
		}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_in_their_order),
		cmocka_unit_test(test_left_out),
		cmocka_unit_test(test_what_is_wrong),
		cmocka_unit_test(test_the_most),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
