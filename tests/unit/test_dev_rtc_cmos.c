/* SPDX-License-Identifier: BSD-2-Clause */
/* The CMOS clock against the register description of the MC146818 data sheet. */
#define _GNU_SOURCE
#include <time.h>

#include "dev_world.h"

#include "devices/rtc_cmos.h"

/* date -u -d '2024-02-29 23:59:58' +%s; a Thursday */
#define LEAP_DAY UINT64_C(1709251198)

static void start(struct dev_rtc_cmos *r, struct world *w)
{
	memset(r, 0, sizeof(*r));
	*w = (struct world){ .irq = 8, .ns = LEAP_DAY * SECOND };
	r->line = (struct dev_line){ world_line, w, w->irq, false };
	r->now = world_now;
	r->rearm = world_rearm;
	r->ctx = w;
	dev_rtc_cmos_reset(r);
}

static uint8_t rd(struct dev_rtc_cmos *r, uint8_t reg)
{
	dev_rtc_cmos_write(r, 0, 1, reg);
	return (uint8_t)dev_rtc_cmos_read(r, 1, 1);
}

static void wr(struct dev_rtc_cmos *r, uint8_t reg, uint8_t v)
{
	dev_rtc_cmos_write(r, 0, 1, reg);
	dev_rtc_cmos_write(r, 1, 1, v);
}

static void expect_time(struct dev_rtc_cmos *r, const uint8_t want[8])
{
	/* century, year, month, day, weekday, hour, minute, second */
	static const uint8_t regs[8] = { 0x32, 9, 8, 7, 6, 4, 2, 0 };

	for (size_t i = 0; i < sizeof(regs); i++)
		assert_int_equal(rd(r, regs[i]), want[i]);
}

static void test_tells_time_in_bcd(void **state)
{
	static const uint8_t want[8] = { 0x20, 0x24, 0x02, 0x29, 5, 0x23, 0x59, 0x58 };
	static const uint8_t next[8] = { 0x20, 0x24, 0x03, 0x01, 6, 0x00, 0x00, 0x00 };
	struct dev_rtc_cmos r;
	struct world w;

	(void)state;
	start(&r, &w);
	assert_int_equal(rd(&r, 11), 0x02); /* BCD, 24 hours */
	assert_int_equal(rd(&r, 13), 0x80); /* battery is good */
	assert_int_equal(rd(&r, 10), 0x26);
	expect_time(&r, want);
	w.ns += 2 * SECOND;
	expect_time(&r, next);
	assert_int_equal(dev_rtc_cmos_read(&r, 0, 1), 0xff);
}

static void test_tells_time_in_binary(void **state)
{
	static const uint8_t want[8] = { 20, 24, 2, 29, 5, 23, 59, 58 };
	struct dev_rtc_cmos r;
	struct world w;

	(void)state;
	start(&r, &w);
	wr(&r, 11, 0x04);
	assert_int_equal(rd(&r, 11), 0x06); /* there is no 12-hour mode */
	expect_time(&r, want);
}

static void test_update_in_progress(void **state)
{
	struct dev_rtc_cmos r;
	struct world w;

	(void)state;
	start(&r, &w);
	w.ns += 997 * SECOND / 1000;
	assert_int_equal(rd(&r, 10), 0x26);
	w.ns += 1 * SECOND / 1000;
	assert_int_equal(rd(&r, 10), 0xa6);
	wr(&r, 11, 0x80); /* no update while the clock stands */
	assert_int_equal(rd(&r, 10), 0x26);
	wr(&r, 10, 0xff);
	assert_int_equal(rd(&r, 10), 0x7f);
}

static void test_is_set(void **state)
{
	static const uint8_t want[8] = { 0x19, 0x99, 0x12, 0x31, 6, 0x23, 0x59, 0x59 };
	static const uint8_t next[8] = { 0x20, 0x00, 0x01, 0x01, 7, 0x00, 0x00, 0x00 };
	static const uint8_t regs[8] = { 0x32, 9, 8, 7, 6, 4, 2, 0 };
	struct dev_rtc_cmos r;
	struct world w;

	(void)state;
	start(&r, &w);
	wr(&r, 11, 0x82);
	for (size_t i = 0; i < 8; i++)
		wr(&r, regs[i], want[i]);
	w.ns += 5 * SECOND; /* it stands */
	expect_time(&r, want);
	assert_int_equal(rd(&r, 12), 0x00);
	wr(&r, 11, 0x02);
	expect_time(&r, want);
	w.ns += SECOND;
	expect_time(&r, next);
	wr(&r, 2, 0x30); /* one register of a running clock */
	assert_int_equal(rd(&r, 2), 0x30);
	assert_int_equal(rd(&r, 4), 0x00);
}

static void test_any_bytes_are_some_time(void **state)
{
	struct dev_rtc_cmos r;
	struct world w;

	(void)state;
	start(&r, &w);
	for (unsigned int v = 0; v < 256; v += 5)
		for (uint8_t reg = 0; reg < 10; reg++) {
			wr(&r, 11, v & 8 ? 0x86 : 0x82);
			wr(&r, reg, (uint8_t)v);
			wr(&r, 0x32, (uint8_t)v);
			wr(&r, 11, v & 8 ? 0x06 : 0x02);
			w.ns += SECOND;
			(void)rd(&r, 12);
			assert_true(rd(&r, 0) <= 0x59);
		}
}

/* Time as the C library has it, whose time_t may have 32 bits. */
static void expect_calendar(struct dev_rtc_cmos *r, int64_t at)
{
	time_t t = (time_t)at;
	uint8_t want[8];
	struct tm tm;

	if (t != at)
		return;
	assert_non_null(gmtime_r(&t, &tm));
	want[0] = (uint8_t)((tm.tm_year + 1900) / 100);
	want[1] = (uint8_t)((tm.tm_year + 1900) % 100);
	want[2] = (uint8_t)(tm.tm_mon + 1);
	want[3] = (uint8_t)tm.tm_mday;
	want[4] = (uint8_t)(tm.tm_wday + 1);
	want[5] = (uint8_t)tm.tm_hour;
	want[6] = (uint8_t)tm.tm_min;
	want[7] = (uint8_t)tm.tm_sec;
	expect_time(r, want);
}

/* Every day that nanoseconds since 1970 reach. */
static void test_calendar(void **state)
{
	struct dev_rtc_cmos r;
	struct world w;

	(void)state;
	start(&r, &w);
	wr(&r, 11, 0x04);
	for (uint64_t s = 0; s < UINT64_MAX / SECOND; s += 86399) {
		w.ns = s * SECOND;
		expect_calendar(&r, (int64_t)s);
	}
}

/* Set to any bytes, it goes on from the time that timegm() makes of them. */
static void test_calendar_is_set(void **state)
{
	static const uint8_t regs[7] = { 0x32, 9, 8, 7, 4, 2, 0 };
	uint32_t seed = 1;
	struct dev_rtc_cmos r;
	struct world w;

	(void)state;
	start(&r, &w);
	for (unsigned int i = 0; i < 50000; i++) {
		uint8_t v[7];
		struct tm tm = { 0 };
		int64_t at;

		wr(&r, 11, 0x84);
		for (size_t j = 0; j < sizeof(regs); j++) {
			seed = seed * 1664525 + 1013904223;
			v[j] = (uint8_t)(seed >> 24);
			wr(&r, regs[j], v[j]);
		}
		wr(&r, 11, 0x04);
		tm.tm_year = v[0] * 100 + v[1] - 1900;
		tm.tm_mon = v[2] - 1;
		tm.tm_mday = v[3];
		tm.tm_hour = v[4];
		tm.tm_min = v[5];
		tm.tm_sec = v[6];
		at = (int64_t)timegm(&tm);
		if (sizeof(time_t) < 8 && at == -1)
			continue;
		assert_int_equal((int64_t)LEAP_DAY + r.offset, at);
		if (v[0] != 0 || v[1] != 0) /* the year 0 may become the one before it */
			expect_calendar(&r, at);
	}
}

static void test_update_interrupt(void **state)
{
	struct dev_rtc_cmos r;
	struct world w;

	(void)state;
	start(&r, &w);
	assert_false(dev_rtc_cmos_tick(&r));
	wr(&r, 11, 0x12);
	assert_int_equal(w.rearmed, 1);
	assert_true(dev_rtc_cmos_tick(&r));
	assert_false(r.line.high); /* the second is the same */
	w.ns += SECOND;
	assert_true(dev_rtc_cmos_tick(&r));
	assert_true(r.line.high);
	assert_int_equal(rd(&r, 12), 0x90);
	assert_false(r.line.high);
	assert_int_equal(rd(&r, 12), 0x00);
	w.ns += SECOND;
	dev_rtc_cmos_tick(&r);
	assert_int_equal(w.edges, 2);
	wr(&r, 11, 0x02);
	assert_false(r.line.high);
	assert_false(dev_rtc_cmos_tick(&r));
	w.ns += SECOND; /* the flag is told without the interrupt, too */
	assert_int_equal(rd(&r, 12), 0x10);
}

static void test_alarm(void **state)
{
	struct dev_rtc_cmos r;
	struct world w;

	(void)state;
	start(&r, &w); /* 23:59:58 */
	wr(&r, 1, 0x01);
	wr(&r, 3, 0x00);
	wr(&r, 5, 0xff); /* every hour */
	wr(&r, 11, 0x22);
	for (unsigned int i = 1; i <= 5; i++) {
		w.ns += SECOND;
		assert_true(dev_rtc_cmos_tick(&r));
		assert_int_equal(r.line.high, i >= 3); /* 00:00:01 */
	}
	assert_int_equal(rd(&r, 12), 0xb0);
	assert_int_equal(rd(&r, 1), 0x01);
	w.ns += 3603 * SECOND; /* late by more than it looks back */
	dev_rtc_cmos_tick(&r);
	assert_int_equal(rd(&r, 12), 0x10);
	w.ns += 3590 * SECOND + 5 * SECOND;
	dev_rtc_cmos_tick(&r);
	w.ns += 10 * SECOND;
	(void)rd(&r, 12);
	wr(&r, 1, 0xc0); /* the lowest byte that means any */
	wr(&r, 3, 0xff);
	w.ns += SECOND;
	dev_rtc_cmos_tick(&r);
	assert_int_equal(rd(&r, 12), 0xb0);
}

static void test_late_tick_sees_the_alarm_it_passed(void **state)
{
	struct dev_rtc_cmos r;
	struct world w;

	(void)state;
	start(&r, &w);
	wr(&r, 1, 0x30);
	wr(&r, 3, 0xff);
	wr(&r, 5, 0xff);
	wr(&r, 11, 0x22);
	w.ns += 40 * SECOND;
	dev_rtc_cmos_tick(&r);
	assert_int_equal(rd(&r, 12), 0xb0);
}

static void test_battery_backed_bytes(void **state)
{
	struct dev_rtc_cmos r;
	struct world w;

	(void)state;
	start(&r, &w);
	wr(&r, 0x0f, 0x5a);
	wr(&r, 0xff, 0xa5); /* bit 7 masks NMIs: register 0x7f */
	assert_int_equal(rd(&r, 0x0f), 0x5a);
	assert_int_equal(rd(&r, 0x7f), 0xa5);
	wr(&r, 12, 0xff); /* read only */
	wr(&r, 13, 0x00);
	assert_int_equal(rd(&r, 12), 0x00);
	assert_int_equal(rd(&r, 13), 0x80);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_tells_time_in_bcd),
		cmocka_unit_test(test_tells_time_in_binary),
		cmocka_unit_test(test_update_in_progress),
		cmocka_unit_test(test_is_set),
		cmocka_unit_test(test_any_bytes_are_some_time),
		cmocka_unit_test(test_calendar),
		cmocka_unit_test(test_calendar_is_set),
		cmocka_unit_test(test_update_interrupt),
		cmocka_unit_test(test_alarm),
		cmocka_unit_test(test_late_tick_sees_the_alarm_it_passed),
		cmocka_unit_test(test_battery_backed_bytes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
