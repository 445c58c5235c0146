/* SPDX-License-Identifier: BSD-2-Clause */
/* Fixed addresses of a PC, as kernels and specifications have them. */
#include "x86_build.h"

#include "x86/layout.h"

static void test_addresses(void **state)
{
	(void)state;
	/* MPS 4: kernels scan 0xf0000 to 0xfffff in steps of 16; the first is found at once */
	assert_int_equal(AB_X86_MP_POINTER, 0xf0000);
	assert_int_equal(AB_X86_RESET, 0xffff0);
	/* SMBIOS 5.2.2: 16-byte boundaries of 0xf0000 to 0xfffff */
	assert_in_range(AB_X86_SMBIOS, 0xf0000, 0xfffff);
	assert_int_equal(AB_X86_SMBIOS % 16, 0);
	assert_int_equal(AB_X86_LEGACY + AB_X86_LEGACY_SIZE, 1024 * 1024);
	/* ACPI 5.2.5.1: 16-byte boundaries of 0xe0000 to 0xfffff; the first is found at once */
	assert_int_equal(AB_X86_RSDP, 0xe0000);
	assert_int_equal(AB_X86_HIGH, 0x100000);
	assert_int_equal(AB_PC_IOAPIC, 0xfec00000);
	assert_int_equal(AB_PC_LAPIC, 0xfee00000);
	/* page 0, and with it the BIOS data area's words 0x40e and 0x413, is never given away */
	assert_int_equal(AB_X86_LOW, 4096);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_addresses),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
