/* SPDX-License-Identifier: BSD-2-Clause */
/* The registers for off, reset and panic, and the button of the event device. */
#include "unit.h"

#include "devices/power.h"

static unsigned int line_calls;

static void count(void *ctx, uint32_t irq, bool high)
{
	(void)ctx;
	(void)irq;
	(void)high;
	line_calls++;
}

static void test_sleep(void **state)
{
	struct dev_power p = { 0 };

	(void)state;
	assert_int_equal(dev_acpi_sleep_read(&p, 0, 1), 0);
	assert_int_equal(dev_acpi_sleep_read(&p, 1, 1), 0);
	dev_acpi_sleep_write(&p, 0, 1, 0x14); /* S5 without SLP_EN */
	dev_acpi_sleep_write(&p, 0, 1, 0x24); /* S1 */
	dev_acpi_sleep_write(&p, 0, 1, 0x2c); /* S3 */
	dev_acpi_sleep_write(&p, 1, 1, 0x34); /* the status register */
	assert_int_equal(p.end, DEV_GUEST_RUNS);
	dev_acpi_sleep_write(&p, 0, 1, 0x34);
	assert_int_equal(p.end, DEV_GUEST_OFF);
	dev_power_end(&p, DEV_GUEST_RESET); /* the first word counts */
	assert_int_equal(p.end, DEV_GUEST_OFF);
}

static void test_resets(void **state)
{
	struct dev_power p = { .reset_value = 1 };

	(void)state;
	dev_acpi_reset_write(&p, 0, 1, 0);
	dev_acpi_reset_write(&p, 0, 1, 2);
	assert_int_equal(p.end, DEV_GUEST_RUNS);
	dev_acpi_reset_write(&p, 0, 1, 1);
	assert_int_equal(p.end, DEV_GUEST_RESET);
}

static void test_panic(void **state)
{
	struct dev_power p = { 0 };

	(void)state;
	assert_int_equal(dev_pvpanic_read(&p, 0, 1), 1);
	dev_pvpanic_write(&p, 0, 1, 2);
	assert_int_equal(p.end, DEV_GUEST_RUNS);
	dev_pvpanic_write(&p, 0, 1, 1);
	assert_int_equal(p.end, DEV_GUEST_PANIC);
}

static void test_button(void **state)
{
	struct dev_power p = { .line = { count, NULL, 17, false } };

	(void)state;
	line_calls = 0;
	assert_int_equal(dev_ged_read(&p, 0, 4), 0);
	dev_power_button(&p);
	dev_power_button(&p);
	assert_true(p.line.high);
	assert_int_equal(line_calls, 1); /* the controller is told of changes only */
	assert_int_equal(dev_ged_read(&p, 0, 1), 0); /* no part of the register clears it */
	assert_true(p.line.high);
	assert_int_equal(dev_ged_read(&p, 0, 4), 1);
	assert_false(p.line.high);
	assert_int_equal(dev_ged_read(&p, 0, 4), 0);
	assert_int_equal(p.end, DEV_GUEST_RUNS);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_sleep),
		cmocka_unit_test(test_resets),
		cmocka_unit_test(test_panic),
		cmocka_unit_test(test_button),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
