/* SPDX-License-Identifier: BSD-2-Clause */
/* Bundles of VMs: what their configurations say, and each rule about them broken once. */
#include "fit_make.h"

#include "el2/bundle.h"

#define IMAGES                                                                                     \
	NODES({ "image", PROPS(B("data", "k")), NULL }, { "rd", PROPS(B("data", "r")), NULL },     \
	      { "devs", PROPS(B("data", "d")), NULL })
#define KERNEL S("kernel", "image")
#define CPUS(n) B("aetherboot,cpus", "\0\0\0" n)
#define LIST(literal) B("aetherboot,cpu-list", literal)
#define MEMORY B("aetherboot,memory", "\0\0\0\0\x10\0\0\0")
#define CAPS(literal) S("aetherboot,capabilities", literal)
#define TABLES(literal) S("aetherboot,tables", literal)

static struct el2_bundle bundle;

static void test_facts(void **state)
{
	struct file file = make_fit(
	    IMAGES, PROPS(S("default", "db")),
	    NODES(
		{ "web",
		  PROPS(S("description", "a guest"), KERNEL, S("ramdisk", "rd"), S("fdt", "devs"),
			S("loadables", "nothing"), S("bootargs", "console=ttyAMA0 quiet"),
			LIST("\0\0\0\3\0\0\0\0\0\0\0\x3f"),
			B("aetherboot,memory", "\0\0\0\1\x80\0\x10\0"), TABLES("acpi"),
			B("aetherboot,staging", "\0\0\0\2\0\1\x70\0"),
			S("aetherboot,shared", "a-window"),
			B("aetherboot,shared-size", "\0\0\0\0\1\0\0\0"),
			CAPS("log\0manage\0rtc\0virtio"), B("aetherboot,restarts", "\x80\0\0\5"),
			S("aetherbootx", "x"), S("acme,cpus", "x")),
		  NODES({ "hash-1", PROPS(S("aetherboot,any", "")), NULL }) },
		{ "db,2.a_B+c-d", PROPS(CPUS("\x40"), MEMORY, KERNEL, CAPS("rtc")), NULL },
		{ "c", PROPS(TABLES("fdt"), MEMORY, CPUS("\1"), S("bootargs", ""), KERNEL), NULL }),
	    NULL, 0);
	struct ab_fit fit = open_fit(&file, "facts");
	const struct el2_bundle_vm *vm = bundle.vm;
	struct ab_error why;

	(void)state;
	assert_ok(el2_bundle_read(&bundle, &fit, &why), &why, "facts");
	assert_int_equal(bundle.n, 3);

	assert_text(vm->name, "web", "web");
	assert_int_equal(vm->node, ab_dtb_child(&fit.dtb, fit.configurations, "web"));
	assert_text(vm->kernel.name, "image", "web");
	assert_text(vm->ramdisk.name, "rd", "web");
	assert_text(vm->overlay.name, "devs", "web");
	assert_memory_equal(vm->overlay.data.data, "d", 1);
	assert_true(vm->listed && vm->n_cpus == 3);
	assert_memory_equal(vm->cpu, "\3\0\x3f", 3);
	assert_true(vm->memory == 0x180001000 && vm->staging == 0x200017000);
	assert_text(vm->shared, "a-window", "shared");
	assert_true(vm->shared_size == 0x1000000);
	assert_text(vm->bootargs, "console=ttyAMA0 quiet", "web");
	assert_int_equal(vm->tables, AB_TABLES_ACPI);
	assert_int_equal(vm->capabilities,
			 EL2_CAP_MANAGE | EL2_CAP_VIRTIO | EL2_CAP_RTC | EL2_CAP_LOG);
	assert_true(vm->restarts == 0x80000005);

	vm++;
	assert_text(vm->name, "db,2.a_B+c-d", "db");
	assert_true(vm->kernel.node != 0 && vm->ramdisk.node == 0 && vm->overlay.node == 0);
	assert_true(!vm->listed && vm->n_cpus == 64 && vm->memory == 0x10000000);
	assert_true(vm->staging == 0 && vm->shared == NULL && vm->shared_size == 0 &&
		    vm->bootargs == NULL && vm->tables == AB_TABLES_FDT);
	assert_true(vm->capabilities == EL2_CAP_RTC && vm->restarts == 0);

	vm++;
	assert_text(vm->name, "c", "c");
	assert_true(vm->n_cpus == 1 && vm->tables == AB_TABLES_FDT && vm->capabilities == 0);
	assert_text(vm->bootargs, "", "c");
	free(file.data);
}

#define WHERE "fit.configurations[]."
#define STRING "its size must be that of one string with its NUL"
#define ONE "must name one image"
#define EITHER "must be one of aetherboot,cpus and aetherboot,cpu-list"
#define LIST_SIZE "its size must be 4 bytes for each CPU, which are 1 to 64"
#define BYTES4 "its size must be 4 bytes"
#define PAGES "must be a multiple of 4096, not 0"
#define KNOWN "must be manage, virtio, rtc or log"
#define STRINGS "must be one or more strings, each with its NUL"
#define NAME "a name must be 1 to 31 of 0-9 a-z A-Z , . _ + -"
#define WINDOW "must be a multiple of 4096, not 0, at most 16 MiB"
#define BOTH "must be there if, and only if, aetherboot,shared is"
#define ONCE "must be there once"

/* 65 CPUs */
#define X16 "0123456789abcdef"
#define X64 X16 X16 X16 X16

/* The second of three VMs breaks a rule. */
static void test_rules(void **state)
{
#define ROW(what, value, rule, name, ...)                                                          \
	{                                                                                          \
		PROPS(__VA_ARGS__),                                                                \
		{                                                                                  \
			AB_ERR_ARG, WHERE what, value, rule, 1, name, 0                            \
		}                                                                                  \
	}
	const struct {
		const struct prop *prop;
		struct expected want;
	} rows[] = {
		ROW("kernel", 0, ONE, "vm", MEMORY, CPUS("\1")),
		ROW("kernel", 2, ONE, "vm", MEMORY, CPUS("\1"), S("kernel", "image\0rd")),
		ROW("ramdisk", 2, ONE, "vm", KERNEL, S("ramdisk", "rd\0rd")),
		ROW("fdt", 2, ONE, "vm", KERNEL, S("fdt", "devs\0rd\0none")),
		ROW("bootargs", 5, STRING, "vm", KERNEL, B("bootargs", "quiet")),
		ROW("bootargs", 4, STRING, "vm", KERNEL, S("bootargs", "a\0b")),
		ROW("bootargs", 0, STRING, "vm", KERNEL, B("bootargs", "")),
		ROW("aetherboot,cpus", 0, EITHER, "vm", KERNEL, MEMORY),
		ROW("aetherboot,cpus", 4, EITHER, "vm", LIST("\0\0\0\0"), CPUS("\1")),
		ROW("aetherboot,cpu-list", 4, EITHER, "vm", CPUS("\1"), LIST("\0\0\0\0")),
		ROW("aetherboot,cpus", 0, "must be 1 to 64", "vm", CPUS("\0")),
		ROW("aetherboot,cpus", 65, "must be 1 to 64", "vm", CPUS("\x41")),
		ROW("aetherboot,cpus", 0xffffffff, "must be 1 to 64", "vm",
		    B("aetherboot,cpus", "\xff\xff\xff\xff")),
		ROW("aetherboot,cpus", 3, BYTES4, "vm", B("aetherboot,cpus", "\0\0\1")),
		ROW("aetherboot,cpus", 8, BYTES4, "vm", B("aetherboot,cpus", "\0\0\0\1\0\0\0\1")),
		ROW("aetherboot,cpu-list", 0, LIST_SIZE, "vm", LIST("")),
		ROW("aetherboot,cpu-list", 5, LIST_SIZE, "vm", LIST("\0\0\0\0\0")),
		ROW("aetherboot,cpu-list", 260, LIST_SIZE, "vm", LIST(X64 X64 X64 X64 "0123")),
		ROW("aetherboot,cpu-list", 64, "must be indices from 0 to 63", "vm",
		    LIST("\0\0\0\1\0\0\0\x40")),
		ROW("aetherboot,cpu-list", 0x100000000 - 1, "must be indices from 0 to 63", "vm",
		    LIST("\xff\xff\xff\xff")),
		ROW("aetherboot,cpu-list", 63, "must not name a CPU twice", "vm",
		    LIST("\0\0\0\x3f\0\0\0\0\0\0\0\x3f")),
		ROW("aetherboot,memory", 0, "must be there", "vm", KERNEL, CPUS("\1")),
		ROW("aetherboot,memory", 0, PAGES, "vm",
		    B("aetherboot,memory", "\0\0\0\0\0\0\0\0")),
		ROW("aetherboot,memory", 0x100000800, PAGES, "vm",
		    B("aetherboot,memory", "\0\0\0\1\0\0\x08\0")),
		ROW("aetherboot,memory", 4, "its size must be 8 bytes", "vm",
		    B("aetherboot,memory", "\x10\0\0\0")),
		ROW("aetherboot,memory", 12, "its size must be 8 bytes", "vm",
		    B("aetherboot,memory", "\0\0\0\0\x10\0\0\0\0\0\0\0")),
		ROW("aetherboot,staging", 0x800, "must be a multiple of 4096", "vm",
		    B("aetherboot,staging", "\0\0\0\0\0\0\x08\0")),
		ROW("aetherboot,staging", 4, "its size must be 8 bytes", "vm",
		    B("aetherboot,staging", "\0\0\x10\0")),
		ROW("aetherboot,shared", 4, NAME, "vm", S("aetherboot,shared", "a/b")),
		ROW("aetherboot,shared", 1, NAME, "vm", S("aetherboot,shared", "")),
		ROW("aetherboot,shared", 4, STRING, "vm", S("aetherboot,shared", "a\0b")),
		ROW("aetherboot,shared-size", 0, WINDOW, "vm",
		    B("aetherboot,shared-size", "\0\0\0\0\0\0\0\0")),
		ROW("aetherboot,shared-size", 0x1800, WINDOW, "vm",
		    B("aetherboot,shared-size", "\0\0\0\0\0\0\x18\0")),
		ROW("aetherboot,shared-size", 0x1001000, WINDOW, "vm",
		    B("aetherboot,shared-size", "\0\0\0\0\1\0\x10\0")),
		ROW("aetherboot,shared-size", 4, "its size must be 8 bytes", "vm",
		    B("aetherboot,shared-size", "\0\1\0\0")),
		ROW("aetherboot,shared-size", 0, BOTH, "vm", KERNEL, MEMORY, CPUS("\1"),
		    S("aetherboot,shared", "w")),
		ROW("aetherboot,shared-size", 0x1000, BOTH, "vm", KERNEL, MEMORY, CPUS("\1"),
		    B("aetherboot,shared-size", "\0\0\0\0\0\0\x10\0")),
		ROW("aetherboot,tables", 0, "must be fdt or acpi", "mp", TABLES("mp")),
		ROW("aetherboot,tables", 0, "must be fdt or acpi", "", TABLES("")),
		ROW("aetherboot,tables", 0, "must be fdt or acpi", "acpi2", TABLES("acpi2")),
		ROW("aetherboot,tables", 9, STRING, "vm", TABLES("fdt\0acpi")),
		ROW("aetherboot,capabilities", 1, KNOWN, "vritio", CAPS("manage\0vritio\0rtc")),
		ROW("aetherboot,capabilities", 0, KNOWN, "", CAPS("")),
		ROW("aetherboot,capabilities", 1, KNOWN, "lo", CAPS("log\0lo")),
		ROW("aetherboot,capabilities", 2, ONCE, "rtc", CAPS("rtc\0log\0rtc")),
		ROW("aetherboot,capabilities", 0, STRINGS, "vm", B("aetherboot,capabilities", "")),
		ROW("aetherboot,capabilities", 7, STRINGS, "vm",
		    B("aetherboot,capabilities", "rtc\0log")),
		ROW("aetherboot,restarts", 0, BYTES4, "vm", B("aetherboot,restarts", "")),
		ROW("aetherboot,restarts", 8, BYTES4, "vm",
		    B("aetherboot,restarts", "\0\0\0\0\0\0\0\0")),
	};
#undef ROW

	(void)state;
	for (size_t k = 0; k < COUNT(rows); k++) {
		struct file file =
		    make_fit(IMAGES, NULL,
			     NODES({ "fine", PROPS(KERNEL, MEMORY, CPUS("\1")), NULL },
				   { "vm", rows[k].prop, NULL },
				   { "fine-2", PROPS(KERNEL, MEMORY, CPUS("\1")), NULL }),
			     NULL, 0);
		struct ab_fit fit = open_fit(&file, "rules");
		struct ab_error why;
		char row[32];

		snprintf(row, sizeof(row), "rule %zu", k);
		assert_error(el2_bundle_read(&bundle, &fit, &why), &why, &rows[k].want, row);
		assert_int_equal(bundle.n, 0);
		assert_int_equal(el2_bundle_read(&bundle, &fit, NULL), AB_ERR_ARG);
		free(file.data);
	}
}

/* Names of properties and configurations that the writer would refuse. */
static void test_names(void **state)
{
	static const struct {
		const char *from, *to;
		size_t n;
		struct expected want;
	} rows[] = {
		{ "aetherboot,cpu-list",
		  "aetherboot,cpu-lost",
		  20,
		  { AB_ERR_ARG, "fit.configurations[]", 0,
		    "must be one of the properties in docs/bundle.md", 1, "aetherboot,cpu-lost" } },
		{ "aetherboot,restarts",
		  "aetherboot,",
		  12,
		  { AB_ERR_ARG, "fit.configurations[]", 0,
		    "must be one of the properties in docs/bundle.md", 1, "aetherboot," } },
		{ "aetherboot,restarts",
		  "aetherboot,memory\0",
		  19,
		  { AB_ERR_ARG, WHERE "aetherboot,memory", 4, ONCE, 1, "vm" } },
		{ "firmware", "kernel\0", 8, { AB_ERR_ARG, WHERE "kernel", 3, ONCE, 1, "vm" } },
		{ "vm\0",
		  "one",
		  4,
		  { AB_ERR_ARG, "fit.configurations[]", 0, "must be the only one of its name", 1,
		    "one" } },
		{ "vm\0",
		  "v@1",
		  4,
		  { AB_ERR_ARG, "fit.configurations[]", 0,
		    "a name must be 1 to 31 of 0-9 a-z A-Z , . _ + -", 1, "v@1" } },
		{ "vm\0",
		  "\x1b[m",
		  4,
		  { AB_ERR_ARG, "fit.configurations[]", 0,
		    "a name must be 1 to 31 of 0-9 a-z A-Z , . _ + -", 1, "\x1b[m" } },
		{ "vm\0",
		  "\0m\0",
		  4,
		  { AB_ERR_ARG, "fit.configurations[]", 0,
		    "a name must be 1 to 31 of 0-9 a-z A-Z , . _ + -", 1, "" } },
	};

	(void)state;
	for (size_t k = 0; k < COUNT(rows); k++) {
		struct file file =
		    make_fit(IMAGES, NULL,
			     NODES({ "one", PROPS(KERNEL, MEMORY, CPUS("\1")), NULL },
				   { "vm",
				     PROPS(KERNEL, MEMORY, LIST("\0\0\0\0"), S("firmware", "rd"),
					   B("aetherboot,restarts", "\0\0\0\0")),
				     NULL }),
			     NULL, 0);
		struct ab_fit fit = open_fit(&file, "names");
		struct expected want = rows[k].want;
		struct ab_error why;

		assert_ok(el2_bundle_read(&bundle, &fit, &why), &why, "names");
		want.value = want.value != 0 ? want.value : bundle.vm[1].node;
		patch(&file, rows[k].from, rows[k].to, rows[k].n);
		fit = open_fit(&file, rows[k].to);
		assert_int_equal(el2_bundle_read(&bundle, &fit, &why), AB_ERR_ARG);
		if (k < 2) { /* the offset is that of the property */
			assert_in_range(why.value, want.value + 8, file.size);
			want.value = why.value;
		}
		assert_error(why.code, &why, &want, rows[k].to);
		free(file.data);
	}
}

/* Words that were taken out in place; and a list without strings, after a byte that is 0. */
static void test_gaps(void **state)
{
	const struct expected want = { AB_ERR_ARG, WHERE "aetherboot,capabilities", 0, STRINGS };
	struct file file = make_fit(
	    IMAGES, NULL,
	    NODES(
		{ "vm", PROPS(KERNEL, B("acme", ""), CPUS("\1"), B("acme,2", ""), MEMORY), NULL }),
	    NULL, 0);
	struct ab_fit fit = open_fit(&file, "gaps");
	struct ab_dtb_token t = { .next = fit.configurations };
	struct ab_error why;
	size_t gaps = 0;

	(void)state;
	for (uint32_t at = t.next; ab_dtb_token(&fit.dtb, at, &t); at = t.next)
		if (t.kind == AB_DTB_PROP && t.value.size == 0) {
			memcpy(file.data + at, "\0\0\0\4\0\0\0\4\0\0\0\4", 12);
			gaps++;
		}
	assert_int_equal(gaps, 2);
	fit = open_fit(&file, "gaps");
	assert_ok(el2_bundle_read(&bundle, &fit, &why), &why, "gaps");
	assert_true(bundle.vm[0].n_cpus == 1 && bundle.vm[0].memory == 0x10000000);
	free(file.data);

	/* its name is the first one of the strings block */
	file = make_fit(NULL, PROPS(CAPS("rtc")),
			NODES({ "vm", PROPS(B("aetherboot,capabilities", "")), NULL }), NULL, 0);
	fit = open_fit(&file, "no strings");
	assert_error(el2_bundle_read(&bundle, &fit, &why), &why, &want, "no strings");
	free(file.data);
}

/* 31 characters, and 32. */
static void test_long_name(void **state)
{
	const struct prop *const props = PROPS(KERNEL, MEMORY, CPUS("\1"));
	struct file file = make_fit(
	    IMAGES, NULL,
	    NODES({ "abcdefghijklmnopqrstuvwxyz01234", props, NULL }, { "b@12345", props, NULL }),
	    NULL, 0);
	struct ab_fit fit = open_fit(&file, "long");
	struct ab_error why;

	(void)state;
	assert_int_equal(el2_bundle_read(&bundle, &fit, &why), AB_ERR_ARG);
	assert_text(why.name, "b@12345", "the second is at fault");
	free(file.data);

	file = make_fit(IMAGES, NULL, NODES({ "abcdefghijklmnopqrstuvwxyz0123@5", props, NULL }),
			NULL, 0);
	patch(&file, "3@5", "345", 3);
	fit = open_fit(&file, "long");
	assert_int_equal(el2_bundle_read(&bundle, &fit, &why), AB_ERR_ARG);
	assert_text(why.name, "abcdefghijklmnopqrstuvwxyz012345", "long");
	free(file.data);
}

static void test_number(void **state)
{
	static const char names[][2] = { "a", "b", "c", "d", "e", "f", "g", "h", "i" };
	const struct prop *const props = PROPS(KERNEL, MEMORY, CPUS("\1"));

	(void)state;
	for (size_t n = 0; n <= COUNT(names); n++) {
		const struct expected want = { AB_ERR_ARG, "fit.configurations", n,
					       "must be 1 to 8" };
		struct node configs[COUNT(names) + 1] = { { NULL, NULL, NULL } };
		struct file file;
		struct ab_error why;
		struct ab_fit fit;
		enum ab_err err;

		for (size_t i = 0; i < n; i++)
			configs[i] = (struct node){ names[i], props, NULL };
		file = make_fit(IMAGES, NULL, configs, NULL, 0);
		fit = open_fit(&file, "number");
		err = el2_bundle_read(&bundle, &fit, &why);
		if (n == 0 || n > EL2_BUNDLE_VMS) {
			assert_error(err, &why, &want, "number");
			assert_int_equal(bundle.n, 0);
		} else {
			assert_ok(err, &why, "number");
			assert_int_equal(bundle.n, n);
			assert_text(bundle.vm[n - 1].name, names[n - 1], "number");
		}
		free(file.data);
	}
}

/* Errors about images are those of the reader of FITs; and what a person reads. */
static void test_sentences(void **state)
{
	const struct {
		const char *sentence;
		const struct prop *prop;
	} rows[] = {
		{ "fit.images (none): 0 is not valid: there must be one node of this name",
		  PROPS(S("kernel", "none"), MEMORY, CPUS("\1")) },
		{ "FIT (fdt) is not valid at offset 0x", /* and so on */
		  PROPS(KERNEL, MEMORY, CPUS("\1"), B("fdt", "devs")) },
		{ "fit.configurations[0].aetherboot,cpus (vm): 65 is not valid: must be 1 to 64",
		  PROPS(KERNEL, CPUS("\x41")) },
		{ "fit.configurations[0].aetherboot,capabilities (vritio): 1 is not valid: " KNOWN,
		  PROPS(KERNEL, CAPS("rtc\0vritio")) },
	};
	char text[256];

	(void)state;
	for (size_t k = 0; k < COUNT(rows); k++) {
		struct file file =
		    make_fit(IMAGES, NULL, NODES({ "vm", rows[k].prop, NULL }), NULL, 0);
		struct ab_fit fit = open_fit(&file, "sentences");
		struct ab_error why;

		assert_int_equal(el2_bundle_read(&bundle, &fit, &why),
				 k < 2 ? AB_ERR_IMAGE : AB_ERR_ARG);
		assert_int_equal(bundle.n, 0);
		ab_error_text(&why, text, sizeof(text));
		if (k == 1)
			text[strlen(rows[k].sentence)] = '\0';
		assert_string_equal(text, rows[k].sentence);
		free(file.data);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_facts),     cmocka_unit_test(test_rules),
		cmocka_unit_test(test_names),     cmocka_unit_test(test_gaps),
		cmocka_unit_test(test_long_name), cmocka_unit_test(test_number),
		cmocka_unit_test(test_sentences),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
