/* SPDX-License-Identifier: BSD-2-Clause */
/* Profiles of a Unified Kernel Image: which sections count, by UAPI.5, Multi-Profile UKIs. */
#include <stdlib.h>

#include <aetherboot/image.h>

#include "image/image_priv.h"
#include "unit.h"

#include "make_image.h"
#include "make_uki.h"

/* One section of a file: its name and its text; NULL: an Image. */
struct row {
	const char *name, *text;
};

#define ROOM 0x1000u /* of one section */
#define ROWS 12

static uint8_t file[(2 + ROWS) * ROOM];

/* Lay the sections out one after the other. Returns the size of the file. */
static struct ab_bytes lay(const struct row *rows)
{
	struct made_section s[ROWS];
	uint32_t n = 0;

	for (; n < ROWS && rows[n].name != NULL; n++) {
		const char *text = rows[n].text;
		const uint32_t at = (n + 1) * ROOM,
			       size = text != NULL ? (uint32_t)strlen(text) : ROOM;

		memset(file + at, '#', ROOM); /* behind a section: not its own */
		if (text != NULL)
			memcpy(file + at, text, size);
		else
			make_image(file + at, &(struct made_image){ 0, 0x2000, 10, 0 });
		s[n] = (struct made_section){ rows[n].name, size, size != 0 ? ROOM : 0, at };
	}
	make_uki(file, 0xaa64, s, n);
	return (struct ab_bytes){ file, (n + 1) * ROOM };
}

/* In its own allocation, so that sanitizers see what is read past it. */
static enum ab_err probe(const struct row *rows, const char *profile, struct ab_image *img,
			 struct ab_error *why)
{
	const struct ab_bytes f = lay(rows);
	uint8_t *copy = malloc(f.size);
	enum ab_err err;

	assert_non_null(copy);
	memcpy(copy, f.data, f.size);
	err = ab_image_probe_profile(img, (struct ab_bytes){ copy, f.size }, profile, why);
	free(copy);
	if (err == AB_OK)
		assert_int_equal(
		    ab_image_probe_profile(img, (struct ab_bytes){ file, f.size }, profile, why),
		    AB_OK);
	assert_int_equal(img->format == AB_IMAGE_UNKNOWN, err != AB_OK);
	return err;
}

static void judge(struct ab_bytes got, const char *want, const char *what)
{
	if (want == NULL) {
		assert_null(got.data);
		return;
	}
	if (got.size != strlen(want) || memcmp(got.data, want, got.size) != 0)
		fail_msg("%s: \"%.*s\", must be \"%s\"", what, (int)got.size,
			 (const char *)got.data, want);
}

/* The example of the specification, with sections of the other names, too. */
static const struct row example[] = {
	{ ".linux", NULL },
	{ ".osrel", "ID=os" },
	{ ".cmdline", "quiet" },
	{ ".initrd", "base" },
	{ ".profile", "ID=regular\nTITLE=\"Regular boot\"\n" },
	{ ".profile", "TITLE='Reset'\nID=factory-reset\n" },
	{ ".cmdline", "reset\n" },
	{ ".ucode", "u1" },
	{ ".profile", "ID=\"storagetm\"" },
	{ ".initrd", "i2" },
	{ ".dtb", "d2" },
	{ NULL, NULL },
};

static void test_by_number_and_by_id(void **state)
{
	static const struct {
		const char *profile;
		const char *cmdline, *initrd, *ucode, *dtb;
	} rows[] = {
		{ NULL, "quiet", "base", NULL, NULL },
		{ "@0", "quiet", "base", NULL, NULL },
		{ "@00", "quiet", "base", NULL, NULL },
		{ "regular", "quiet", "base", NULL, NULL },
		{ "@1", "reset", "base", "u1", NULL },
		{ "factory-reset", "reset", "base", "u1", NULL },
		{ "@2", "quiet", "i2", NULL, "d2" },
		{ "storagetm", "quiet", "i2", NULL, "d2" },
	};
	struct ab_image img;
	struct ab_error why;

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		assert_ok(probe(example, rows[i].profile, &img, &why), &why, "probe");
		assert_true(img.is_uki);
		assert_ptr_equal(img.file.data, file + ROOM);
		judge(img.uki.cmdline, rows[i].cmdline, ".cmdline");
		judge(img.uki.initrd, rows[i].initrd, ".initrd");
		judge(img.uki.ucode, rows[i].ucode, ".ucode");
		judge(img.uki.dtb, rows[i].dtb, ".dtb");
	}
}

static void test_no_such_profile(void **state)
{
	static const char *const profiles[] = {
		"",    "@",    "@3",  "@65535", "@65536",  "@4294967296", "@18446744073709551616",
		"@1 ", "@-1",  "@+1", "@1x",    "REGULAR", "regula",      "regularx",
		"os",  "Reset"
	};
	static const struct row plain[] = { { ".linux", NULL }, { NULL, NULL } };
	static const struct expected want = {
		AB_ERR_ARG, "profile", 0,
		"must be the number (@0, @1, ...) or the id of a profile of the UKI"
	};
	uint8_t image[ROOM];
	struct ab_image img;
	struct ab_error why;

	(void)state;
	for (size_t i = 0; i < COUNT(profiles); i++) {
		assert_error(probe(example, profiles[i], &img, &why), &why, &want, profiles[i]);
		assert_ptr_equal(why.name, profiles[i]);
	}
	/* without .profile there is the first, by its number */
	assert_ok(probe(plain, "@0", &img, &why), &why, "implied");
	assert_error(probe(plain, "@1", &img, &why), &why, &want, "one");
	assert_error(probe(plain, "regular", &img, &why), &why, &want, "id");
	make_image(image, &(struct made_image){ 0, 0x2000, 10, 0 });
	assert_error(
	    ab_image_probe_profile(&img, (struct ab_bytes){ image, ROOM }, "@0", &why), &why,
	    &(struct expected){ AB_ERR_ARG, "profile", 0, "only a UKI has profiles" }, "an Image");
}

/* The text of .profile is like that of os-release. */
static void test_ids(void **state)
{
	static const struct {
		const char *text, *id;
		bool is;
	} rows[] = {
		{ "ID=a", "a", true },
		{ "TITLE=b\nID=a\n", "a", true },
		{ "TITLE=b\r\nID=a\r\n", "a", true },
		{ "ID=\"a b\"\n", "a b", true },
		{ "ID='a'", "a", true },
		{ "ID=\"a", "a", true },
		{ "  ID=a  ", "a", true },
		{ "ID=a TITLE=\"b\"", "a", true },
		{ "ID=a\nID=b\n", "b", true }, /* as in a shell */
		{ "ID=a\nID=b\n", "a", false },
		{ "ID=\n", "", false },
		{ "ID=\"\"\n", "", false },
		{ "", "", false },
		{ "ID=", "ID=", false },
		{ "#ID=a", "a", false },
		{ "XID=a", "a", false },
		{ "TITLE=ID=a", "a", false },
		{ "ID=ab", "a", false },
		{ "ID=a", "ab", false },
		{ "ID=@1", "@1", false }, /* a number */
		{ "ID=@x", "@x", true },
	};
	struct ab_image img;
	struct ab_error why;

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const struct row s[] = { { ".linux", NULL },
					 { ".profile", rows[i].text },
					 { NULL, NULL } };

		if ((probe(s, rows[i].id, &img, &why) == AB_OK) != rows[i].is)
			fail_msg("\"%s\" must %sbe \"%s\"", rows[i].text, rows[i].is ? "" : "not ",
				 rows[i].id);
	}
	/* nothing behind a NUL; and of two profiles with one id the first */
	{
		const struct row s[] = { { ".linux", NULL },     { ".profile", "ID=b" },
					 { ".profile", "ID=a" }, { ".cmdline", "1" },
					 { ".profile", "ID=a" }, { ".cmdline", "2" },
					 { NULL, NULL } };
		struct ab_bytes f;

		assert_ok(probe(s, "a", &img, &why), &why, "twice");
		judge(img.uki.cmdline, "1", ".cmdline");
		f = lay(s);
		memcpy(file + 2 * ROOM, "\0ID=", 4);
		assert_int_equal(ab_image_probe_profile(&img, f, "b", &why), AB_ERR_ARG);
	}
}

/* A UKI whose command line lies in profile 0: min-uki-p0-cmdline. */
static void test_profile_0_overrides_the_base(void **state)
{
	static const struct row p0[] = { { ".linux", NULL },
					 { ".profile", "ID=main\n" },
					 { ".cmdline", "root=/dev/vda rw" },
					 { ".profile", "ID=other\n" },
					 { ".cmdline", "debug" },
					 { NULL, NULL } };
	static const struct row both[] = {
		{ ".cmdline", "b" }, { ".initrd", "b" }, { ".ucode", "b" },   { ".dtb", "b" },
		{ ".linux", "b" },   { ".profile", "" }, { ".cmdline", "p" }, { ".initrd", "p" },
		{ ".ucode", "p" },   { ".dtb", "p" },    { ".linux", NULL },  { NULL, NULL }
	};
	static const struct row empty[] = { { ".linux", NULL },   { ".cmdline", "b" },
					    { ".initrd", "b" },   { ".profile", "" },
					    { ".cmdline", "\n" }, { ".initrd", "" },
					    { NULL, NULL } };
	struct ab_image img;
	struct ab_error why;

	(void)state;
	assert_ok(probe(p0, NULL, &img, &why), &why, "p0");
	judge(img.uki.cmdline, "root=/dev/vda rw", ".cmdline");
	assert_ok(probe(p0, "other", &img, &why), &why, "other");
	judge(img.uki.cmdline, "debug", ".cmdline");
	assert_ok(probe(both, NULL, &img, &why), &why, "both");
	assert_ptr_equal(img.file.data, file + 11 * ROOM);
	judge(img.uki.cmdline, "p", ".cmdline");
	judge(img.uki.initrd, "p", ".initrd");
	judge(img.uki.ucode, "p", ".ucode");
	judge(img.uki.dtb, "p", ".dtb");
	/* an empty section is one, too */
	assert_ok(probe(empty, NULL, &img, &why), &why, "empty");
	judge(img.uki.cmdline, "", ".cmdline");
	assert_int_equal(img.uki.initrd.size, 0);
}

/* A UKI whose first section is .profile: min-uki-profile-first. */
static void test_profile_comes_first(void **state)
{
	static const struct row s[] = {
		{ ".profile", "ID=only\n" }, { ".cmdline", "c" }, { ".linux", NULL }, { NULL, NULL }
	};
	static const struct row later[] = { { ".profile", "ID=only\n" },
					    { ".cmdline", "c" },
					    { ".profile", "" },
					    { ".linux", NULL },
					    { NULL, NULL } };
	struct ab_image img;
	struct ab_error why;

	(void)state;
	assert_ok(probe(s, NULL, &img, &why), &why, "first");
	assert_ptr_equal(img.file.data, file + 3 * ROOM);
	judge(img.uki.cmdline, "c", ".cmdline");
	assert_error(probe(later, NULL, &img, &why), &why,
		     &(struct expected){ AB_ERR_UNSUPPORTED, "kernel", 0,
					 "an EFI application must have a .linux section" },
		     "no kernel in it");
	assert_ok(probe(later, "@1", &img, &why), &why, "later");
	judge(img.uki.cmdline, NULL, ".cmdline");
}

/* Several trees, for several machines: uki-arm64-dtb. */
static void test_several_trees(void **state)
{
	static const struct row s[] = { { ".dtb", "dtb1" },   { ".dtb", "dtb2" },
					{ ".linux", NULL },   { ".dtbauto", "b1" },
					{ ".dtbauto", "b2" }, { ".profile", "" },
					{ ".dtbauto", "p1" }, { ".dtbauto", "p2" },
					{ ".profile", "" },   { ".dtbauto", "x" },
					{ ".dtb", "dtb3" },   { NULL, NULL } };
	static const char *const first[] = { "p1", "p2", "b1", "b2" };
	static const char *const second[] = { "x", "b1", "b2" };
	struct ab_image img;
	struct ab_error why;
	struct ab_bytes tree;
	uint32_t at = 0;

	(void)state;
	assert_ok(probe(s, NULL, &img, &why), &why, "trees");
	judge(img.uki.dtb, "dtb1", ".dtb");
	for (size_t i = 0; i < COUNT(first); i++) {
		assert_true(ab_uki_dtbauto_(&img.uki, &at, &tree));
		judge(tree, first[i], ".dtbauto");
	}
	assert_false(ab_uki_dtbauto_(&img.uki, &at, &tree));
	assert_false(ab_uki_dtbauto_(&img.uki, &at, &tree));
	assert_ok(probe(s, "@1", &img, &why), &why, "trees");
	judge(img.uki.dtb, "dtb3", ".dtb");
	at = 0;
	for (size_t i = 0; i < COUNT(second); i++) {
		assert_true(ab_uki_dtbauto_(&img.uki, &at, &tree));
		judge(tree, second[i], ".dtbauto");
	}
	assert_false(ab_uki_dtbauto_(&img.uki, &at, &tree));
}

static void test_what_contradicts_itself(void **state)
{
	static const struct row twice[] = { { ".linux", NULL },  { ".profile", "" },
					    { ".initrd", "1" },  { ".initrd", "2" },
					    { ".profile", "" },  { ".cmdline", "1" },
					    { ".cmdline", "2" }, { NULL, NULL } };
	static const char within[] = "the section must be within the file";
	const struct expected only = { AB_ERR_IMAGE, "pe.section[]", 0,
				       "must be the only one of its name" };
	struct ab_image img;
	struct ab_error why;
	struct ab_bytes f;

	(void)state;
	assert_error(probe(twice, NULL, &img, &why), &why, &only, "@0");
	assert_int_equal(why.index, 3);
	assert_string_equal(why.name, ".initrd");
	assert_error(probe(twice, "@1", &img, &why), &why, &only, "@1");
	assert_int_equal(why.index, 6);
	/* what is not chosen may be anything; an id is looked for in what is there */
	f = lay(example);
	ab_st_le32(file + 0x188 + 40 * 6 + 20, 0xfffffff0); /* .cmdline of @1 */
	assert_ok(ab_image_probe_profile(&img, f, "@2", &why), &why, "@2");
	assert_int_equal(ab_image_probe_profile(&img, f, "@1", &why), AB_ERR_IMAGE);
	f = lay(example);
	ab_st_le32(file + 0x188 + 40 * 5 + 20, 0xfffffff0); /* .profile of @1 */
	assert_ok(ab_image_probe_profile(&img, f, "@1", &why), &why, "@1");
	assert_ok(ab_image_probe_profile(&img, f, "regular", &why), &why, "@0");
	assert_error(
	    ab_image_probe_profile(&img, f, "storagetm", &why), &why,
	    &(struct expected){ AB_ERR_IMAGE, "pe.section[].PointerToRawData", 0xfffffff0, within },
	    "an id behind it");
	assert_int_equal(why.index, 5);
	/* a section of the base with one of the profile */
	f = lay(example);
	ab_st_le32(file + 0x188 + 40 * 7 + 20, ROOM); /* .ucode of @1 in .linux */
	assert_ok(ab_image_probe_profile(&img, f, NULL, &why), &why, "@0");
	assert_int_equal(ab_image_probe_profile(&img, f, "@1", &why), AB_ERR_OVERLAP);
	assert_string_equal(why.other_name, ".ucode");
	assert_int_equal(why.other_index, 7);
}

#define MANY 65535u

/* As many sections as a file can have. If all have the same bytes, these are read once only. */
static void test_sections_without_end(void **state)
{
	const uint32_t table = 0x188, size = table + 40 * MANY + ROOM, at = size - ROOM;
	static const char shared[] = "sections of this name must not share bytes of the file";
	const struct expected want = { AB_ERR_IMAGE, "pe.section[].SizeOfRawData", at, shared };
	uint8_t *big = calloc(1, size);
	const struct ab_bytes f = { big, size };
	struct ab_image img;
	struct ab_error why;

	(void)state;
	assert_non_null(big);
	make_uki(big, 0xaa64, &(struct made_section){ ".linux", ROOM, ROOM, at }, 1);
	make_image(big + at, &(struct made_image){ 0, 0x2000, 10, 0 });
	ab_st_le16(big + 0x86, MANY);
	for (uint32_t i = 1; i < MANY; i++)
		memcpy(big + table + 40 * i, ".profile", 8);
	assert_ok(ab_image_probe_profile(&img, f, "@65533", &why), &why, "the last");
	assert_int_equal(ab_image_probe_profile(&img, f, "@65534", &why), AB_ERR_ARG);
	assert_int_equal(ab_image_probe_profile(&img, f, "x", &why), AB_ERR_ARG);
	for (uint32_t i = 1; i < MANY; i++)
		ab_st_le32(big + table + 40 * i + 16, at); /* SizeOfRawData */
	assert_ok(ab_image_probe_profile(&img, f, "@65533", &why), &why, "the last");
	assert_error(ab_image_probe_profile(&img, f, "x", &why), &why, &want, "shared");
	assert_int_equal(why.index, 2);
	for (uint32_t i = 1; i < MANY; i++)
		memcpy(big + table + 40 * i, AB_UKI_DTBAUTO, 8);
	assert_error(ab_image_probe(&img, f, &why), &why, &want, "shared");
	assert_string_equal(why.name, AB_UKI_DTBAUTO);
	free(big);
}

static void test_addons(void **state)
{
	static const struct row all[] = { { ".text", "code" },    { ".cmdline", "c\n\0" },
					  { ".dtb", "d" },        { ".initrd", "i" },
					  { ".ucode", "u" },      { ".uname", "6.1\n" },
					  { ".profile", "ID=x" }, { ".cmdline", "p" },
					  { NULL, NULL } };
	static const struct {
		struct row s[3];
		enum ab_err err;
	} rows[] = {
		{ { { ".cmdline", "" } }, AB_OK },
		{ { { ".dtb", "d" } }, AB_OK },
		{ { { ".dtbauto", "d" } }, AB_OK },
		{ { { ".initrd", "i" } }, AB_OK },
		{ { { ".ucode", "u" } }, AB_OK },
		{ { { ".text", "t" }, { ".uname", "u" } }, AB_ERR_UNSUPPORTED },
		{ { { ".cmdline", "c" }, { ".linux", NULL } }, AB_ERR_UNSUPPORTED },
		{ { { ".cmdline", "c" }, { ".cmdline", "c" } }, AB_ERR_IMAGE },
		{ { { NULL, NULL } }, AB_ERR_UNSUPPORTED },
	};
	struct ab_uki a;
	struct ab_error why;
	uint16_t machine;

	(void)state;
	assert_ok(ab_addon_read_(&a, lay(all), &machine, &why), &why, "all");
	assert_int_equal(machine, 0xaa64);
	judge(a.cmdline, "p", ".cmdline");
	judge(a.dtb, "d", ".dtb");
	judge(a.initrd, "i", ".initrd");
	judge(a.ucode, "u", ".ucode");
	judge(a.uname, "6.1", ".uname");
	for (size_t i = 0; i < COUNT(rows); i++)
		if (ab_addon_read_(&a, lay(rows[i].s), &machine, &why) != rows[i].err)
			fail_msg("addon %zu: %s", i, ab_err_name(why.code));
	assert_error(ab_addon_read_(&a, (struct ab_bytes){ NULL, 0 }, &machine, &why), &why,
		     &(struct expected){ AB_ERR_IMAGE, "addon", 0, "must be a PE file" },
		     "nothing");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_by_number_and_by_id),
		cmocka_unit_test(test_no_such_profile),
		cmocka_unit_test(test_ids),
		cmocka_unit_test(test_profile_0_overrides_the_base),
		cmocka_unit_test(test_profile_comes_first),
		cmocka_unit_test(test_several_trees),
		cmocka_unit_test(test_what_contradicts_itself),
		cmocka_unit_test(test_sections_without_end),
		cmocka_unit_test(test_addons),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
