/* SPDX-License-Identifier: BSD-2-Clause */
/* The keyboard controller without a keyboard, by the steps of Linux' driver. */
#include "unit.h"

#include "devices/i8042.h"

static uint8_t i8042_ask(struct dev_i8042 *k, uint8_t command)
{
	dev_i8042_command_write(k, 0, 1, command);
	assert_int_equal(dev_i8042_status_read(k, 0, 1), 0x15);
	return (uint8_t)dev_i8042_data_read(k, 0, 1);
}

/* The steps of Linux' driver, and the reset line. */
static void test_keyboard_controller(void **state)
{
	struct dev_power p = { 0 };
	struct dev_i8042 k = { .power = &p };

	(void)state;
	assert_int_equal(dev_i8042_status_read(&k, 0, 1), 0x14); /* ready, nothing to read */
	assert_int_equal(i8042_ask(&k, 0xaa), 0x55);
	assert_int_equal(dev_i8042_status_read(&k, 0, 1), 0x14);
	assert_int_equal(i8042_ask(&k, 0x20), 0x00);
	dev_i8042_command_write(&k, 0, 1, 0x60);
	dev_i8042_data_write(&k, 0, 1, 0x47);
	dev_i8042_data_write(&k, 0, 1, 0xf2); /* for a keyboard: nobody answers */
	assert_int_equal(dev_i8042_status_read(&k, 0, 1), 0x14);
	assert_int_equal(i8042_ask(&k, 0x20), 0x47);
	dev_i8042_command_write(&k, 0, 1, 0xd3);
	dev_i8042_data_write(&k, 0, 1, 0x5a);
	assert_int_equal(dev_i8042_status_read(&k, 0, 1), 0x15); /* not from a mouse */
	assert_int_equal(dev_i8042_data_read(&k, 0, 1), 0x5a);
	dev_i8042_command_write(&k, 0, 1, 0xd2);
	dev_i8042_data_write(&k, 0, 1, 0xa5);
	assert_int_equal(dev_i8042_data_read(&k, 0, 1), 0xa5);
	assert_int_equal(i8042_ask(&k, 0xa9), 0x01);
	assert_int_equal(i8042_ask(&k, 0xab), 0x01);
	dev_i8042_command_write(&k, 0, 1, 0xff);
	assert_int_equal(p.end, DEV_GUEST_RUNS);
	dev_i8042_command_write(&k, 0, 1, 0xfe);
	assert_int_equal(p.end, DEV_GUEST_RESET);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_keyboard_controller),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
