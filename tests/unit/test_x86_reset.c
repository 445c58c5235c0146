/* SPDX-License-Identifier: BSD-2-Clause */
/* The reset vector's code, assembled by hand. */
#include "x86_build.h"

static void vector(const void *arg, struct ab_buf *out)
{
	ab_x86_reset_vector(arg, out);
}

static void expect(const struct ab_machine *m, const char *hex)
{
	size_t size;
	uint8_t *data = build(vector, m, &size);

	assert_hex(data, size, hex);
	free(data);
}

static const struct ab_machine by_port = {
	.arch = AB_ARCH_X86_64,
	.n_cpus = 1,
	.devs = AB_LIST(struct ab_dev,
			{ .type = AB_DEV_ACPI_RESET, .base = 0x604, .reset.value = 0x5a }),
};

static const struct ab_machine by_memory = {
	.arch = AB_ARCH_X86_64,
	.n_cpus = 1,
	.devs = AB_LIST(struct ab_dev,
			{ .type = AB_DEV_ACPI_RESET, .base = 0xfe000000, .reset.value = 1 }),
};

static const struct ab_machine without = { .arch = AB_ARCH_X86_64, .n_cpus = 1 };

static void test_by_port(void **state)
{
	(void)state;
	expect(&by_port, "b0 5a # mov al, 0x5a\n"
			 "ba 04 06 # mov dx, 0x604\n"
			 "ee # out dx, al\n"
			 "f4 eb fd # hlt; jmp to it\n"
			 "00 00 00 00 00 00 00\n");
}

static void test_by_triple_fault(void **state)
{
	static const char code[] = "2e 0f 01 1e fa ff # lidt cs:[0xfffa]\n"
				   "cc # int3\n"
				   "00 00 00\n"
				   "00 00 00 00 00 00 # limit, base\n";

	(void)state;
	expect(&without, code);
	expect(&by_memory, code); /* real mode does not reach it */
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_by_port),
		cmocka_unit_test(test_by_triple_fault),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
