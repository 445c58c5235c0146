/* SPDX-License-Identifier: BSD-2-Clause */
/* Fixed ACPI hardware: the timer's arithmetic by hand, events and the SCI, the ways to switch off.
 */
#include "dev_world.h"

#include "devices/acpi_pm.h"

#define HALF 8388608 /* 2^23 ticks: the timer's highest bit changes */

static struct world w;
static struct dev_power power;

static void start(struct dev_acpi_pm *p)
{
	w = (struct world){ .ns = 5 * SECOND, .irq = 9 };
	power = (struct dev_power){ .reset_value = 1 };
	memset(p, 0xff, sizeof(*p));
	p->line = (struct dev_line){ world_line, &w, 9, false };
	p->now = world_now;
	p->rearm = world_rearm;
	p->ctx = &w;
	p->power = &power;
	dev_acpi_pm_reset(p);
}

static uint32_t rd(struct dev_acpi_pm *p, uint64_t off, unsigned int len)
{
	return (uint32_t)dev_acpi_pm_read(p, off, len);
}

static void wr(struct dev_acpi_pm *p, uint64_t off, unsigned int len, uint64_t v)
{
	dev_acpi_pm_write(p, off, len, v);
}

/* The first nanosecond at which the timer has made so many ticks. */
static uint64_t at_tick(uint64_t ticks)
{
	return (ticks * SECOND + 3579544) / 3579545;
}

static void test_reset_state(void **state)
{
	struct dev_acpi_pm p;

	(void)state;
	start(&p);
	assert_int_equal(rd(&p, 0, 4), 0);
	assert_int_equal(rd(&p, 4, 4), 1); /* SCI_EN */
	assert_int_equal(rd(&p, 12, 4), 0);
	assert_false(p.line.high);
	assert_int_equal(power.end, DEV_GUEST_RUNS);
	assert_false(dev_acpi_pm_tick(&p));
}

static void test_timer(void **state)
{
	static const struct {
		uint64_t ns;
		uint32_t ticks;
	} rows[] = {
		{ 0, 0 },
		{ 279, 0 },
		{ 280, 1 },
		{ 1000000, 3579 },
		{ SECOND, 3579545 },
		{ 2 * SECOND + 1, 7159090 },
		{ UINT64_C(4686968596), 16777215 }, /* goes round after 4.69 s */
		{ UINT64_C(4686968875), 0 },
		{ UINT64_C(1000000000000000000), 0x2eba00 }, /* 31 years: 3579545 * 10^9 mod 2^24 */
	};
	struct dev_acpi_pm p;

	(void)state;
	start(&p);
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		w.ns = rows[i].ns;
		assert_int_equal(rd(&p, 8, 4), rows[i].ticks);
	}
	w.ns = SECOND; /* 3579545 is 0x369e99 */
	assert_int_equal(rd(&p, 8, 1), 0x99);
	assert_int_equal(rd(&p, 9, 1), 0x9e);
	assert_int_equal(rd(&p, 10, 2), 0x36);
	assert_int_equal(dev_acpi_pm_read(&p, 8, 8), 0x369e99);
	assert_int_equal(dev_acpi_pm_read(&p, 4, 8), UINT64_C(0x369e9900000001));
	wr(&p, 8, 4, 0);
	assert_int_equal(rd(&p, 8, 4), 3579545);
}

static void test_timer_event(void **state)
{
	struct dev_acpi_pm p;

	(void)state;
	start(&p); /* at 5 s: two half periods are over */
	w.ns = at_tick(3 * HALF) - 1;
	assert_int_equal(rd(&p, 8, 4), 0x7fffff);
	assert_int_equal(rd(&p, 0, 2), 0);
	w.ns++;
	assert_int_equal(rd(&p, 8, 4), 0x800000);
	assert_int_equal(rd(&p, 0, 2), 1);
	assert_int_equal(w.edges, 0);
	wr(&p, 2, 2, 1); /* enabled: the SCI, at once */
	assert_int_equal(w.rearmed, 1);
	assert_true(p.line.high);
	wr(&p, 0, 2, 0); /* zeros clear nothing */
	assert_true(p.line.high);
	wr(&p, 0, 2, 1);
	assert_false(p.line.high);
	assert_int_equal(rd(&p, 0, 2), 0);
	wr(&p, 2, 2, 1); /* is no news */
	assert_int_equal(w.rearmed, 1);
	w.ns = at_tick(4 * HALF);
	assert_true(dev_acpi_pm_tick(&p));
	assert_true(p.line.high);
	assert_int_equal(w.edges, 2);
	wr(&p, 2, 2, 0);
	assert_false(p.line.high);
	assert_false(dev_acpi_pm_tick(&p));
	assert_int_equal(rd(&p, 0, 2), 1); /* the status is there without it */
}

static void test_button(void **state)
{
	struct dev_acpi_pm p;

	(void)state;
	start(&p);
	dev_acpi_pm_button(&p);
	assert_int_equal(rd(&p, 0, 2), 0x100);
	assert_false(p.line.high);
	wr(&p, 3, 1, 0x01); /* the high byte of the enable register */
	assert_int_equal(rd(&p, 2, 2), 0x100);
	assert_int_equal(w.rearmed, 0);
	assert_true(p.line.high);
	wr(&p, 0, 2, 1); /* another event's */
	assert_true(p.line.high);
	wr(&p, 1, 1, 0x01);
	assert_false(p.line.high);
	dev_acpi_pm_button(&p);
	assert_true(p.line.high);
	wr(&p, 0, 4, 0x01000100); /* both registers at once */
	assert_false(p.line.high);
	assert_int_equal(rd(&p, 0, 4), 0x01000000);
	wr(&p, 2, 2, 0xffff); /* all events of ACPI 4.8.3.1.2, and nothing else */
	assert_int_equal(rd(&p, 2, 2), 0x721);
	assert_int_equal(rd(&p, 0, 2), 0);
	assert_int_equal(w.edges, 2);
}

static void test_off(void **state)
{
	static const struct {
		uint64_t off, v;
		unsigned int len;
		bool ends;
		uint32_t control; /* read then */
	} rows[] = {
		{ 4, 0x1400, 2, false, 0x1401 }, /* the type alone */
		{ 4, 0x2000, 2, false, 0x0001 }, /* S0 */
		{ 4, 0x3000, 2, false, 0x1001 },     { 4, 0x3c00, 2, false, 0x1c01 },
		{ 4, 0x3400, 2, true, 0x1401 },      { 5, 0x34, 1, true, 0x1401 },
		{ 4, 0x34, 1, false, 0x0001 },       { 4, 0x123434ff, 4, true, 0x1401 },
		{ 0, 0x34000000, 4, false, 0x0001 }, { 12, 0x3400, 2, false, 0x0001 },
	};
	struct dev_acpi_pm p;

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		start(&p);
		wr(&p, rows[i].off, rows[i].len, rows[i].v);
		assert_int_equal(power.end, rows[i].ends ? DEV_GUEST_OFF : DEV_GUEST_RUNS);
		assert_int_equal(rd(&p, 4, 2), rows[i].control);
	}
	start(&p); /* in two steps */
	wr(&p, 4, 2, 0x1400);
	wr(&p, 5, 1, 0x34);
	assert_int_equal(power.end, DEV_GUEST_OFF);
}

static void test_reset_clears(void **state)
{
	struct dev_acpi_pm p;

	(void)state;
	start(&p);
	wr(&p, 2, 2, 0x101);
	dev_acpi_pm_button(&p);
	wr(&p, 4, 2, 0x1400);
	w.ns += 60 * SECOND;
	dev_acpi_pm_reset(&p);
	assert_int_equal(rd(&p, 0, 4), 0);
	assert_int_equal(rd(&p, 4, 2), 1);
	assert_false(p.line.high);
	p.rearm = NULL;
	wr(&p, 2, 2, 1);
	assert_int_equal(w.rearmed, 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_reset_state), cmocka_unit_test(test_timer),
		cmocka_unit_test(test_timer_event), cmocka_unit_test(test_button),
		cmocka_unit_test(test_off),         cmocka_unit_test(test_reset_clears),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
