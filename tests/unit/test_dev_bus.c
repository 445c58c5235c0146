/* SPDX-License-Identifier: BSD-2-Clause */
/* Interrupt lines, and accesses that hit, split and miss. */
#include "unit.h"

#include "devices/bus.h"

static uint64_t echo_off, echo_len, echo_value;

static uint64_t echo_read(void *dev, uint64_t off, unsigned int len)
{
	(void)dev;
	echo_off = off;
	echo_len = len;
	return UINT64_C(0x8877665544332211);
}

static void echo_write(void *dev, uint64_t off, unsigned int len, uint64_t v)
{
	(void)dev;
	echo_off = off;
	echo_len = len;
	echo_value = v;
}

static void test_bus(void **state)
{
	struct dev_bus_range r = {
		.base = 0x1000, .size = 0x10, .read = echo_read, .write = echo_write
	};
	struct dev_bus bus = { 0 };
	uint8_t data[9];

	(void)state;
	assert_true(dev_bus_add(&bus, &r));
	for (unsigned int len = 1; len <= 8; len *= 2) {
		memset(data, 0xee, sizeof(data));
		dev_bus_read(&bus, 0x1008, data, len);
		assert_memory_equal(data, "\x11\x22\x33\x44\x55\x66\x77\x88", len);
		assert_int_equal(data[len], 0xee);
		assert_int_equal(echo_off, 8);
		assert_int_equal(echo_len, len);
	}
	dev_bus_write(&bus, 0x1004, "\x01\x02\x03\x04\x05", 4);
	assert_int_equal(echo_value, 0x04030201);
	assert_int_equal(echo_off, 4);
	dev_bus_read(&bus, 0x100d, data, 4); /* leaves the range: halves, and again */
	assert_memory_equal(data, "\x11\x22\x11\xff", 4);
	assert_int_equal(echo_off, 0xf);
	assert_int_equal(echo_len, 1);
	dev_bus_read(&bus, 0xfff, data, 2);
	assert_memory_equal(data, "\xff\x11", 2);
	dev_bus_write(&bus, 0x100e, "\x0a\x0b\x0c\x0d", 4);
	assert_int_equal(echo_off, 0xe);
	assert_int_equal(echo_value, 0x0b0a);
	echo_off = 99;
	dev_bus_read(&bus, 0x2000, data, 4);
	assert_memory_equal(data, "\xff\xff\xff\xff", 4);
	dev_bus_write(&bus, 0x1010, data, 1);
	dev_bus_read(&bus, UINT64_MAX - 6, data, 7);
	assert_int_equal(echo_off, 99);
	r = (struct dev_bus_range){ .base = 0x2000, .size = 1 };
	assert_true(dev_bus_add(&bus, &r)); /* without handlers: as if absent */
	dev_bus_write(&bus, 0x2000, data, 1);
	data[0] = 0;
	dev_bus_read(&bus, 0x2000, data, 1);
	assert_int_equal(data[0], 0xff);
}

static unsigned int log_len;
static uint8_t log_value[8];

static void log_write(void *dev, uint64_t off, unsigned int len, uint64_t v)
{
	(void)dev;
	assert_int_equal(len, 1);
	assert_int_equal(off, log_len);
	log_value[log_len++] = (uint8_t)v;
}

/* As on an ISA bus: a wide access to narrow registers is one to each in turn. */
static void test_bus_splits(void **state)
{
	struct dev_bus_range r = { 0x3f8, 8, 1, echo_read, log_write, NULL };
	struct dev_bus bus = { 0 };
	uint8_t data[8];

	(void)state;
	assert_true(dev_bus_add(&bus, &r));
	dev_bus_write(&bus, 0x3f8, "\x01\x02\x03\x04\x05\x06\x07", 7);
	assert_int_equal(log_len, 7);
	assert_memory_equal(log_value, "\x01\x02\x03\x04\x05\x06\x07", 7);
	dev_bus_read(&bus, 0x3f8, data, 4);
	assert_memory_equal(data, "\x11\x11\x11\x11", 4);
}

static void test_bus_refuses(void **state)
{
	static const struct dev_bus_range rows[] = {
		{ .base = 0x1000, .size = 0 },     { .base = 0x100f, .size = 1 },
		{ .base = 0xfff, .size = 2 },      { .base = 0x0, .size = 0x2000 },
		{ .base = UINT64_MAX, .size = 2 },
	};
	struct dev_bus_range r = { .base = 0x1000, .size = 0x10 };
	struct dev_bus bus = { 0 };

	(void)state;
	assert_true(dev_bus_add(&bus, &r));
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		assert_false(dev_bus_add(&bus, &rows[i]));
	r.base = UINT64_MAX;
	r.size = 1;
	assert_true(dev_bus_add(&bus, &r));
	for (r.base = 0x2000; bus.n < DEV_BUS_RANGES; r.base++)
		assert_true(dev_bus_add(&bus, &r));
	assert_false(dev_bus_add(&bus, &r));
}

static unsigned int changes;
static bool level;

static void set(void *ctx, uint32_t irq, bool high)
{
	assert_ptr_equal(ctx, &changes);
	assert_int_equal(irq, 17);
	changes++;
	level = high;
}

/* The interrupt controller hears of changes only. */
static void test_line(void **state)
{
	struct dev_line line = { set, &changes, 17, false };
	struct dev_line loose = { 0 };

	(void)state;
	dev_line_set(&line, false);
	assert_int_equal(changes, 0);
	dev_line_set(&line, true);
	dev_line_set(&line, true);
	assert_int_equal(changes, 1);
	assert_true(level);
	dev_line_set(&line, false);
	assert_int_equal(changes, 2);
	assert_false(level);
	dev_line_set(&loose, true);
	assert_true(loose.high);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_bus),
		cmocka_unit_test(test_bus_refuses),
		cmocka_unit_test(test_bus_splits),
		cmocka_unit_test(test_line),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
