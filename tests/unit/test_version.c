/* SPDX-License-Identifier: BSD-2-Clause */
/* The version of the headers is the version that CMake read from them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include <aetherboot/aetherboot.h>

static void test_same_version(void **state)
{
	char text[32];

	(void)state;
	snprintf(text, sizeof(text), "%d.%d.%d", AB_VERSION_MAJOR, AB_VERSION_MINOR,
		 AB_VERSION_PATCH);
	assert_string_equal(text, AB_CMAKE_VERSION);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_same_version),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
