/* SPDX-License-Identifier: BSD-2-Clause */
/* Lines on the console. */
#include "el2_fake_hw.h"
#include "unit.h"

#include "el2/console.h"
#include "el2/log.h"

static void test_lines(void **state)
{
	const struct ab_error why = {
		AB_ERR_ARG, "machine.n_cpus", 0, "must be 1 to 65536", 0, NULL, 0, NULL, 0
	};

	(void)state;
	el2_fake_begin();
	el2_console_share();
	EL2_LOG({ "pc ", 0x80000000 }, { ", x0 ", 0 }, { ", all ", UINT64_MAX });
	el2_log_words(NULL, 0);
	el2_log_text("ready", NULL, NULL);
	el2_log_text("VM 0", " ended", NULL);
	el2_log_text("VM 0", " ended: ", "it powered off");
	el2_log_text("two\nlines", "", "");
	el2_log_error("VM 0", &why);
	assert_string_equal(el2_fake.text,
			    "el2: pc 0x80000000, x0 0x0, all 0xffffffffffffffff\r\n"
			    "el2: \r\n"
			    "el2: ready\r\n"
			    "el2: VM 0 ended\r\n"
			    "el2: VM 0 ended: it powered off\r\n"
			    "el2: two\r\nlines\r\n"
			    "el2: VM 0: machine.n_cpus: 0 is not valid: must be 1 to 65536\r\n");
	/* each line is printed under the lock of the console */
	assert_int_equal(el2_fake.locks, 7);
	assert_int_equal(el2_fake.held, 0);
}

/* A sentence without end is cut; a name from outside cannot drive a terminal. */
static void test_hostile_error(void **state)
{
	char name[600];
	struct ab_error why = { .code = AB_ERR_OVERLAP, .what = name, .other = "x\x1b[2Jy" };

	(void)state;
	memset(name, 'a', sizeof(name) - 1);
	name[sizeof(name) - 1] = '\0';
	el2_fake_begin();
	el2_log_error("memory", &why);
	assert_int_equal(el2_fake.n_text, strlen("el2: memory: ") + 239 + 2);
	assert_true(el2_fake.text[el2_fake.n_text - 1] == '\n');
	why.what = "y";
	el2_fake_begin();
	el2_log_error("memory", &why);
	assert_null(strchr(el2_fake.text, 0x1b));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_lines),
		cmocka_unit_test(test_hostile_error),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
