/* SPDX-License-Identifier: BSD-2-Clause */
/* CMOS clock: register semantics of Motorola's MC146818 data sheet, 24-hour mode. */
#include "rtc_cmos.h"

enum {
	REG_SECOND = 0,
	REG_SECOND_ALARM = 1,
	REG_MINUTE = 2,
	REG_MINUTE_ALARM = 3,
	REG_HOUR = 4,
	REG_HOUR_ALARM = 5,
	REG_WEEKDAY = 6, /* Sunday: 1 */
	REG_DAY = 7,
	REG_MONTH = 8,
	REG_YEAR = 9,
	REG_A = 10,
	REG_B = 11,
	REG_C = 12,
	REG_D = 13,
	REG_CENTURY = 0x32,

	A_UPDATING = 0x80,
	A_USUAL = 0x26, /* 32768 Hz, 1024 Hz periodic rate */

	B_SET = 0x80, /* the clock stands while it is set */
	B_ALARM = 0x20,
	B_UPDATE = 0x10,
	B_BINARY = 0x04,
	B_24H = 0x02,

	C_ANY = 0x80,
	C_ALARM = 0x20,
	C_UPDATE = 0x10,

	D_VALID = 0x80,

	ALARM_ANY = 0xc0, /* an alarm byte from here on matches every value */
};

#define NS_PER_SECOND UINT64_C(1000000000)
#define DAY INT64_C(86400) /* seconds */
#define DAYS_TO_1970 719468 /* from 1 March of the year 0 */
#define DAYS_OF_400_YEARS 146097
#define NS_UPDATING UINT64_C(2228000) /* 244 us before the update and 1984 us of it */

static uint8_t encode(const struct dev_rtc_cmos *rtc, int v)
{
	return (uint8_t)(rtc->reg[REG_B] & B_BINARY ? v : v / 10 * 16 + v % 10);
}

static int decode(const struct dev_rtc_cmos *rtc, uint8_t reg)
{
	uint8_t v = rtc->reg[reg];

	return rtc->reg[REG_B] & B_BINARY ? v : (v >> 4) * 10 + (v & 15);
}

static int64_t second(const struct dev_rtc_cmos *rtc)
{
	return (int64_t)(rtc->now(rtc->ctx) / NS_PER_SECOND) + rtc->offset;
}

/* Rounds down; b is positive. */
static int64_t floor_div(int64_t a, int64_t b)
{
	return a / b - (a % b < 0);
}

static int floor_mod(int64_t a, int64_t b)
{
	return (int)(a - floor_div(a, b) * b);
}

/* Days from 1 March of the year 0 to the first of a month of the Gregorian calendar. Years are
 * counted from March, so that the leap day is a year's last; from March and from August on, five
 * months have 153 days. Any month is one of some year: 13 is the January of the next. */
static int64_t days_before(int64_t year, int64_t month)
{
	const int64_t months = year * 12 + month - 3, y = floor_div(months, 12);

	return y * 365 + floor_div(y, 4) - floor_div(y, 100) + floor_div(y, 400) +
	       (153 * floor_mod(months, 12) + 2) / 5;
}

/* Time into the registers. */
static void latch(struct dev_rtc_cmos *rtc, int64_t at)
{
	const int64_t days = floor_div(at, DAY), day = days + DAYS_TO_1970;
	const int s = floor_mod(at, DAY);
	int64_t year = floor_div(day * 400, DAYS_OF_400_YEARS), month = 3; /* 3 to 14 */

	while (days_before(year, 3) > day) /* the mean year is off by two days at most */
		year--;
	while (days_before(year + 1, 3) <= day)
		year++;
	while (days_before(year, month + 1) <= day)
		month++;
	rtc->reg[REG_SECOND] = encode(rtc, s % 60);
	rtc->reg[REG_MINUTE] = encode(rtc, s / 60 % 60);
	rtc->reg[REG_HOUR] = encode(rtc, s / 3600);
	/* 1 January 1970 was a Thursday */
	rtc->reg[REG_WEEKDAY] = encode(rtc, floor_mod(days + 4, 7) + 1);
	rtc->reg[REG_DAY] = encode(rtc, (int)(day - days_before(year, month)) + 1);
	year += month > 12;
	rtc->reg[REG_MONTH] = encode(rtc, (int)(month > 12 ? month - 12 : month));
	rtc->reg[REG_YEAR] = encode(rtc, floor_mod(year, 100));
	rtc->reg[REG_CENTURY] = encode(rtc, (int)floor_div(year, 100));
}

/* Registers into the time; any bytes give some time. */
static void apply(struct dev_rtc_cmos *rtc)
{
	const int64_t year = decode(rtc, REG_CENTURY) * 100 + decode(rtc, REG_YEAR);
	const int64_t days =
	    days_before(year, decode(rtc, REG_MONTH)) - DAYS_TO_1970 + decode(rtc, REG_DAY) - 1;
	const int64_t at = days * DAY + decode(rtc, REG_HOUR) * 3600 +
			   decode(rtc, REG_MINUTE) * 60 + decode(rtc, REG_SECOND);

	rtc->offset += at - second(rtc);
	rtc->last = second(rtc);
}

static bool alarm_at(struct dev_rtc_cmos *rtc, int64_t at)
{
	static const uint8_t regs[3] = { REG_SECOND, REG_MINUTE, REG_HOUR };

	latch(rtc, at);
	for (size_t i = 0; i < sizeof(regs); i++) {
		uint8_t alarm = rtc->reg[regs[i] + 1];

		if (alarm < ALARM_ANY && alarm != rtc->reg[regs[i]])
			return false;
	}
	return true;
}

static void update(struct dev_rtc_cmos *rtc)
{
	bool any = (rtc->reg[REG_B] & rtc->reg[REG_C] & (B_ALARM | B_UPDATE)) != 0;

	rtc->reg[REG_C] = (uint8_t)((rtc->reg[REG_C] & ~C_ANY) | (any ? C_ANY : 0));
	dev_line_set(&rtc->line, any);
}

bool dev_rtc_cmos_tick(void *dev)
{
	struct dev_rtc_cmos *rtc = dev;
	uint8_t b = rtc->reg[REG_B];
	int64_t to = second(rtc);

	if (b & B_SET)
		return false;
	if (to > rtc->last)
		rtc->reg[REG_C] |= C_UPDATE;
	if (to - rtc->last > 60) /* nobody asked for long: its alarms are history */
		rtc->last = to - 1;
	while (b & B_ALARM && rtc->last < to)
		if (alarm_at(rtc, ++rtc->last))
			rtc->reg[REG_C] |= C_ALARM;
	rtc->last = to;
	update(rtc);
	return (b & (B_ALARM | B_UPDATE)) != 0;
}

void dev_rtc_cmos_reset(struct dev_rtc_cmos *rtc)
{
	for (size_t i = 0; i < sizeof(rtc->reg); i++)
		rtc->reg[i] = 0;
	rtc->reg[REG_A] = A_USUAL;
	rtc->reg[REG_B] = B_24H;
	rtc->index = 0;
	rtc->offset = 0;
	rtc->last = second(rtc);
	update(rtc);
}

static bool is_time(uint8_t reg)
{
	return reg == REG_SECOND || reg == REG_MINUTE || reg == REG_HOUR ||
	       (reg >= REG_WEEKDAY && reg <= REG_YEAR) || reg == REG_CENTURY;
}

uint64_t dev_rtc_cmos_read(void *dev, uint64_t off, unsigned int len)
{
	struct dev_rtc_cmos *rtc = dev;
	uint8_t v;

	(void)len;
	if (off == 0)
		return 0xff; /* the index port cannot be read */
	if (is_time(rtc->index) && !(rtc->reg[REG_B] & B_SET))
		latch(rtc, second(rtc));
	v = rtc->reg[rtc->index];
	switch (rtc->index) {
	case REG_A:
		if (!(rtc->reg[REG_B] & B_SET) &&
		    rtc->now(rtc->ctx) % NS_PER_SECOND >= NS_PER_SECOND - NS_UPDATING)
			v |= A_UPDATING;
		break;
	case REG_C:
		dev_rtc_cmos_tick(rtc);
		v = rtc->reg[REG_C];
		rtc->reg[REG_C] = 0;
		update(rtc);
		break;
	case REG_D:
		v = D_VALID;
		break;
	}
	return v;
}

static void write_time(struct dev_rtc_cmos *rtc, uint8_t v)
{
	bool stands = (rtc->reg[REG_B] & B_SET) != 0;

	if (!stands)
		latch(rtc, second(rtc));
	rtc->reg[rtc->index] = v;
	if (!stands)
		apply(rtc);
}

static void write_b(struct dev_rtc_cmos *rtc, uint8_t v)
{
	uint8_t before = rtc->reg[REG_B];

	dev_rtc_cmos_tick(rtc);
	if (v & ~before & B_SET)
		latch(rtc, second(rtc));
	rtc->reg[REG_B] = (uint8_t)((v & (B_SET | B_ALARM | B_UPDATE | B_BINARY)) | B_24H);
	if (before & ~v & B_SET)
		apply(rtc);
	update(rtc);
	if (v & (B_ALARM | B_UPDATE) && rtc->rearm != NULL)
		rtc->rearm(rtc->ctx);
}

void dev_rtc_cmos_write(void *dev, uint64_t off, unsigned int len, uint64_t v)
{
	struct dev_rtc_cmos *rtc = dev;
	uint8_t byte = (uint8_t)v;

	(void)len;
	if (off == 0)
		rtc->index = byte & 0x7f; /* bit 7 masks NMIs */
	else if (rtc->index == REG_A)
		rtc->reg[REG_A] = byte & (uint8_t)~A_UPDATING;
	else if (rtc->index == REG_B)
		write_b(rtc, byte);
	else if (is_time(rtc->index))
		write_time(rtc, byte);
	else if (rtc->index != REG_C && rtc->index != REG_D)
		rtc->reg[rtc->index] = byte;
}
