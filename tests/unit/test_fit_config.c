/* SPDX-License-Identifier: BSD-2-Clause */
/* The reader of FITs: configurations by name, and the images that they refer to. */
#include "fit_make.h"

#define ONE "there must be one node of this name"
#define STRING "its size must be that of one string with its NUL"
#define LIST "a property that names images must be one or more strings, each with its NUL"

#define IMAGES                                                                                     \
	NODES({ "kernel-1", PROPS(B("data", "k")), NULL },                                         \
	      { "fdt@1", PROPS(B("data", "f")), NULL }, { "fdt@2", PROPS(B("data", "g")), NULL },  \
	      { "twin-1", PROPS(B("data", "t")), NULL },                                           \
	      { "twin-2", PROPS(B("data", "u")), NULL })

#define CONFIGS                                                                                    \
	NODES({ "web",                                                                             \
		PROPS(S("kernel", "kernel-1"), S("fdt", "fdt@2\0fdt@1\0nothing"),                  \
		      S("ramdisk", "twin-1"), B("loadables", "kernel-1\0fdt@1"), B("script", ""),  \
		      S("firmware", "fdt"), S("fpga", ""), S("acme,cpus", "four")),                \
		NULL },                                                                            \
	      { "db@1", PROPS(S("kernel", "fdt@1")), NULL }, { "two-1", NULL, NULL },              \
	      { "two-2", NULL, NULL })

static struct file make(const struct prop *fallback)
{
	struct file file = make_fit(IMAGES, fallback, CONFIGS, NULL, 0);

	patch(&file, "twin-2", "twin-1", 7);
	patch(&file, "two-2", "two-1", 6);
	return file;
}

static void test_names(void **state)
{
	static const struct {
		const char *name;
		uint64_t nodes;
	} rows[] = {
		{ "web", 1 }, { "db@1", 1 },  { "db", 0 },    { "we", 0 },  { "webs", 0 },
		{ "", 0 },    { "two-1", 2 }, { "two-2", 0 }, { "Web", 0 },
	};
	struct file file = make(NULL);
	struct ab_fit fit = open_fit(&file, "names");
	struct ab_error why;

	(void)state;
	for (size_t k = 0; k < COUNT(rows); k++) {
		const struct expected want = {
			AB_ERR_IMAGE, "fit.configurations", rows[k].nodes, ONE, 0, rows[k].name, 0
		};
		uint32_t config = 1;
		enum ab_err err = ab_fit_config(&fit, rows[k].name, &config, &why);

		if (rows[k].nodes != 1) {
			assert_error(err, &why, &want, rows[k].name);
			assert_int_equal(config, 0);
			continue;
		}
		assert_ok(err, &why, rows[k].name);
		assert_int_equal(config, ab_dtb_child(&fit.dtb, fit.configurations, rows[k].name));
		assert_int_not_equal(config, 0);
	}
	free(file.data);
}

static void test_default(void **state)
{
	const struct {
		const struct prop *prop;
		struct expected want;
	} rows[] = {
		{ PROPS(S("default", "db@1")), { AB_OK, NULL, 0, NULL } },
		{ NULL, { AB_ERR_IMAGE, "fit.configurations.default", 0, STRING } },
		{ PROPS(B("default", "web")),
		  { AB_ERR_IMAGE, "fit.configurations.default", 3, STRING } },
		{ PROPS(S("default", "web\0db@1")),
		  { AB_ERR_IMAGE, "fit.configurations.default", 9, STRING } },
		{ PROPS(S("default", "db")),
		  { AB_ERR_IMAGE, "fit.configurations", 0, ONE, 0, "db", 0 } },
		{ PROPS(S("default", "two-1")),
		  { AB_ERR_IMAGE, "fit.configurations", 2, ONE, 0, "two-1", 0 } },
	};

	(void)state;
	for (size_t k = 0; k < COUNT(rows); k++) {
		struct file file = make(rows[k].prop);
		struct ab_fit fit = open_fit(&file, "default");
		struct ab_error why;
		uint32_t config = 1;
		enum ab_err err = ab_fit_config(&fit, NULL, &config, &why);

		if (rows[k].want.code == AB_OK) {
			assert_ok(err, &why, "default");
			assert_text(ab_dtb_name(&fit.dtb, config), "db@1", "default");
		} else {
			assert_error(err, &why, &rows[k].want, "default");
			assert_int_equal(config, 0);
		}
		free(file.data);
	}
}

/* Configurations of the FIT, and properties of one. */
static void test_visit(void **state)
{
	static const char *const names[] = { "web", "db@1", "two-1", "two-1" };
	struct file file = make(NULL);
	struct ab_fit fit = open_fit(&file, "visit");
	uint32_t config = 0;

	(void)state;
	for (size_t i = 0; i < COUNT(names); i++) {
		config = ab_dtb_next_child(&fit.dtb, fit.configurations, config);
		assert_text(ab_dtb_name(&fit.dtb, config), names[i], "visit");
	}
	assert_int_equal(ab_dtb_next_child(&fit.dtb, fit.configurations, config), 0);
	config = ab_dtb_child(&fit.dtb, fit.configurations, "web");
	assert_text(ab_dtb_string(ab_dtb_prop(&fit.dtb, config, "acme,cpus"), 0), "four", "cpus");
	free(file.data);
}

static void test_images(void **state)
{
	static const struct {
		const char *config, *property;
		size_t nth;
		const char *data; /* of the image; NULL: none, or an error */
		struct expected want;
	} rows[] = {
		{ "web", "kernel", 0, "k", { AB_OK, NULL, 0, NULL } },
		{ "web", "kernel", 1, NULL, { AB_OK, NULL, 0, NULL } },
		{ "web", "kernel", SIZE_MAX, NULL, { AB_OK, NULL, 0, NULL } },
		{ "web", "fdt", 0, "g", { AB_OK, NULL, 0, NULL } },
		{ "web", "fdt", 1, "f", { AB_OK, NULL, 0, NULL } },
		{ "web", "fdt", 2, NULL, { AB_ERR_IMAGE, "fit.images", 0, ONE, 0, "nothing", 0 } },
		{ "web", "fdt", 3, NULL, { AB_OK, NULL, 0, NULL } },
		{ "web",
		  "ramdisk",
		  0,
		  NULL,
		  { AB_ERR_IMAGE, "fit.images", 2, ONE, 0, "twin-1", 0 } },
		{ "web",
		  "loadables",
		  0,
		  NULL,
		  { AB_ERR_IMAGE, "FIT", 1, LIST, 0, "loadables", 0 } },
		{ "web", "script", 0, NULL, { AB_ERR_IMAGE, "FIT", 1, LIST, 0, "script", 0 } },
		{ "web", "firmware", 0, NULL, { AB_ERR_IMAGE, "fit.images", 0, ONE, 0, "fdt", 0 } },
		{ "web", "fpga", 0, NULL, { AB_ERR_IMAGE, "fit.images", 0, ONE, 0, "", 0 } },
		{ "web", "fpg", 0, NULL, { AB_OK, NULL, 0, NULL } },
		{ "db@1", "kernel", 0, "f", { AB_OK, NULL, 0, NULL } },
		{ "db@1", "ramdisk", 0, NULL, { AB_OK, NULL, 0, NULL } },
		{ "none", "kernel", 0, NULL, { AB_OK, NULL, 0, NULL } },
	};
	struct file file = make(NULL);
	struct ab_fit fit = open_fit(&file, "images");

	(void)state;
	for (size_t k = 0; k < COUNT(rows); k++) {
		uint32_t config = ab_dtb_child(&fit.dtb, fit.configurations, rows[k].config);
		struct ab_fit_image image = { .node = 1, .name = "x" };
		struct expected want = rows[k].want;
		struct ab_error why;
		enum ab_err err =
		    ab_fit_config_image(&fit, config, rows[k].property, rows[k].nth, &image, &why);

		if (want.code == AB_OK) {
			assert_ok(err, &why, rows[k].property);
		} else {
			want.value = strcmp(want.what, "FIT") == 0 ? config : want.value;
			assert_error(err, &why, &want, rows[k].property);
		}
		assert_int_equal(image.node != 0, rows[k].data != NULL);
		assert_int_equal(image.name != NULL, rows[k].data != NULL);
		if (rows[k].data != NULL) {
			assert_int_equal(image.data.size, 1);
			assert_memory_equal(image.data.data, rows[k].data, 1);
		}
	}
	free(file.data);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_names),
		cmocka_unit_test(test_default),
		cmocka_unit_test(test_visit),
		cmocka_unit_test(test_images),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
