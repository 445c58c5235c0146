/* SPDX-License-Identifier: BSD-2-Clause */
/* The PL031 against the register description of Arm's manual (DDI 0224C, chapter 3). */
#include "dev_world.h"

#include "devices/pl031.h"

enum {
	DR = 0x00,
	MR = 0x04,
	LR = 0x08,
	CR = 0x0c,
	IMSC = 0x10,
	RIS = 0x14,
	MIS = 0x18,
	ICR = 0x1c
};

#define START UINT64_C(1709251198) /* date -u -d '2024-02-29 23:59:58' +%s */

static void start(struct dev_pl031 *r, struct world *w)
{
	memset(r, 0xff, sizeof(*r));
	*w = (struct world){ .irq = 33, .ns = START * SECOND + SECOND / 2 };
	r->line = (struct dev_line){ world_line, w, w->irq, false };
	r->now = world_now;
	r->rearm = world_rearm;
	r->ctx = w;
	dev_pl031_reset(r);
}

static uint32_t rd(struct dev_pl031 *r, uint64_t reg)
{
	return (uint32_t)dev_pl031_read(r, reg, 4);
}

static void wr(struct dev_pl031 *r, uint64_t reg, uint32_t v)
{
	dev_pl031_write(r, reg, 4, v);
}

static void test_tells_time(void **state)
{
	static const uint8_t id[8] = { 0x31, 0x10, 0x04, 0x00, 0x0d, 0xf0, 0x05, 0xb1 };
	struct dev_pl031 r;
	struct world w;

	(void)state;
	start(&r, &w);
	assert_int_equal(rd(&r, DR), START);
	w.ns += SECOND / 2 - 1;
	assert_int_equal(rd(&r, DR), START);
	w.ns += 1;
	assert_int_equal(rd(&r, DR), START + 1);
	wr(&r, DR, 5);
	wr(&r, CR, 0); /* it cannot be stopped */
	assert_int_equal(rd(&r, DR), START + 1);
	assert_int_equal(rd(&r, CR), 1);
	for (uint64_t reg = MR; reg <= 0x20; reg += 4)
		assert_int_equal(rd(&r, reg), reg == CR);
	for (unsigned int i = 0; i < 8; i++)
		assert_int_equal(rd(&r, 0xfe0 + 4 * i), id[i]);
}

static void test_is_set(void **state)
{
	struct dev_pl031 r;
	struct world w;

	(void)state;
	start(&r, &w);
	wr(&r, LR, 1000);
	assert_int_equal(rd(&r, LR), 1000);
	assert_int_equal(rd(&r, DR), 1000);
	w.ns += 3 * SECOND;
	assert_int_equal(rd(&r, DR), 1003);
	assert_int_equal(rd(&r, LR), 1000);
	wr(&r, LR, UINT32_MAX);
	w.ns += 2 * SECOND;
	assert_int_equal(rd(&r, DR), 1); /* around */
}

static void test_alarm(void **state)
{
	struct dev_pl031 r;
	struct world w;

	(void)state;
	start(&r, &w);
	wr(&r, MR, START + 2);
	assert_int_equal(rd(&r, MR), START + 2);
	assert_false(dev_pl031_tick(&r)); /* masked: nobody waits for it */
	assert_int_equal(w.rearmed, 0);
	wr(&r, IMSC, 0xff);
	assert_int_equal(rd(&r, IMSC), 1);
	assert_int_equal(w.rearmed, 1);
	assert_true(dev_pl031_tick(&r));
	w.ns += SECOND;
	assert_true(dev_pl031_tick(&r));
	assert_false(r.line.high);
	w.ns += SECOND;
	assert_false(dev_pl031_tick(&r)); /* it came */
	assert_true(r.line.high);
	assert_int_equal(rd(&r, RIS), 1);
	assert_int_equal(rd(&r, MIS), 1);
	wr(&r, ICR, 1);
	assert_false(r.line.high);
	assert_int_equal(rd(&r, RIS), 0);
	w.ns += SECOND;
	assert_true(dev_pl031_tick(&r)); /* and does not come again */
	assert_int_equal(w.edges, 1);
	wr(&r, IMSC, 0);
	wr(&r, MR, START + 5);
	w.ns += 10 * SECOND; /* nobody looked when it passed */
	assert_int_equal(rd(&r, RIS), 1);
	assert_int_equal(rd(&r, MIS), 0);
	assert_false(r.line.high);
	wr(&r, IMSC, 1);
	assert_true(r.line.high);
}

static void test_alarm_of_this_second(void **state)
{
	struct dev_pl031 r;
	struct world w;

	(void)state;
	start(&r, &w);
	wr(&r, IMSC, 1);
	wr(&r, MR, START - 1); /* over */
	assert_false(r.line.high);
	wr(&r, MR, START);
	assert_true(r.line.high);
}

static void test_time_that_does_not_pass(void **state)
{
	struct dev_pl031 r;
	struct world w;

	(void)state;
	start(&r, &w);
	wr(&r, IMSC, 1);
	wr(&r, MR, START + 100);
	wr(&r, LR, START + 200); /* set over the alarm */
	assert_true(dev_pl031_tick(&r));
	w.ns -= 50 * SECOND; /* the host's clock is set back */
	assert_true(dev_pl031_tick(&r));
	assert_false(r.line.high);
	assert_int_equal(rd(&r, DR), START + 150);
	wr(&r, MR, START + 151);
	w.ns += SECOND;
	assert_false(dev_pl031_tick(&r));
	assert_true(r.line.high);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_tells_time),
		cmocka_unit_test(test_is_set),
		cmocka_unit_test(test_alarm),
		cmocka_unit_test(test_alarm_of_this_second),
		cmocka_unit_test(test_time_that_does_not_pass),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
