/* SPDX-License-Identifier: BSD-2-Clause */
/* PS/2 keyboard controller without keyboard and mouse (IBM PS/2 Hardware Interface, 8042). */
#include "i8042.h"

enum {
	STATUS_FULL = 0x01, /* output buffer */
	STATUS_SYSTEM = 0x04, /* passed its self-test */
	STATUS_UNLOCKED = 0x10,

	READ_CONFIG = 0x20,
	WRITE_CONFIG = 0x60,
	TEST_MOUSE = 0xa9,
	TEST_SELF = 0xaa,
	TEST_KEYBOARD = 0xab,
	LOOP_KEYBOARD = 0xd2,
	LOOP_MOUSE = 0xd3,
	PULSE_RESET = 0xfe,

	PASSED = 0x55,
	LINE_STUCK = 0x01, /* test of a port: clock line stuck low */
};

static void put(struct dev_i8042 *k, uint8_t v)
{
	k->out = v;
	k->full = true;
}

uint64_t dev_i8042_data_read(void *dev, uint64_t off, unsigned int len)
{
	struct dev_i8042 *k = dev;

	(void)off;
	(void)len;
	k->full = false;
	return k->out;
}

void dev_i8042_data_write(void *dev, uint64_t off, unsigned int len, uint64_t v)
{
	struct dev_i8042 *k = dev;

	(void)off;
	(void)len;
	if (k->command == WRITE_CONFIG)
		k->config = (uint8_t)v;
	else if (k->command == LOOP_KEYBOARD || k->command == LOOP_MOUSE)
		put(k, (uint8_t)v); /* as from the keyboard: there is no mouse port */
	k->command = 0;
}

uint64_t dev_i8042_status_read(void *dev, uint64_t off, unsigned int len)
{
	const struct dev_i8042 *k = dev;

	(void)off;
	(void)len;
	return STATUS_UNLOCKED | STATUS_SYSTEM | (k->full ? STATUS_FULL : 0);
}

void dev_i8042_command_write(void *dev, uint64_t off, unsigned int len, uint64_t v)
{
	struct dev_i8042 *k = dev;

	(void)off;
	(void)len;
	k->command = (uint8_t)v;
	switch (k->command) {
	case READ_CONFIG:
		put(k, k->config);
		break;
	case TEST_SELF:
		put(k, PASSED);
		break;
	case TEST_KEYBOARD:
	case TEST_MOUSE:
		put(k, LINE_STUCK);
		break;
	case PULSE_RESET:
		dev_power_end(k->power, DEV_GUEST_RESET);
		break;
	}
}
