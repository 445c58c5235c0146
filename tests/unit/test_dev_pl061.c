/* SPDX-License-Identifier: BSD-2-Clause */
/* The PL061 against the register description of Arm's manual (DDI 0190B, chapter 3). */
#include "unit.h"

#include "devices/pl061.h"

enum {
	DATA = 0x3fc,
	DIR = 0x400,
	IS = 0x404,
	IBE = 0x408,
	IEV = 0x40c,
	IE = 0x410,
	RIS = 0x414,
	MIS = 0x418,
	IC = 0x41c,
	AFSEL = 0x420
};

static unsigned int edges;

static void line(void *ctx, uint32_t irq, bool high)
{
	(void)ctx;
	assert_int_equal(irq, 34);
	edges += high;
}

static void start(struct dev_pl061 *g)
{
	*g = (struct dev_pl061){ .line = { line, NULL, 34, false } };
	edges = 0;
}

static uint32_t rd(struct dev_pl061 *g, uint64_t reg)
{
	return (uint32_t)dev_pl061_read(g, reg, 4);
}

static void wr(struct dev_pl061 *g, uint64_t reg, uint32_t v)
{
	dev_pl061_write(g, reg, 4, v);
}

static void test_reset_state(void **state)
{
	static const uint8_t id[8] = { 0x61, 0x10, 0x04, 0x00, 0x0d, 0xf0, 0x05, 0xb1 };
	struct dev_pl061 g;

	(void)state;
	start(&g);
	for (uint64_t reg = 0; reg < 0x430; reg += 4)
		/* no line is high, so a level for "low" would be there: edges are the reset state
		 */
		assert_int_equal(rd(&g, reg), 0);
	for (unsigned int i = 0; i < 8; i++)
		assert_int_equal(rd(&g, 0xfe0 + 4 * i), id[i]);
	for (uint64_t reg = DIR; reg <= AFSEL; reg += 4)
		wr(&g, reg, 0x15a);
	for (uint64_t reg = DIR; reg <= AFSEL; reg += 4)
		if (reg != RIS && reg != MIS && reg != IC)
			assert_int_equal(rd(&g, reg), 0x5a);
}

static void test_data_is_masked_by_its_address(void **state)
{
	struct dev_pl061 g;

	(void)state;
	start(&g);
	wr(&g, DIR, 0xf0);
	wr(&g, DATA, 0xff);
	assert_int_equal(rd(&g, DATA), 0xf0); /* inputs show what is outside */
	wr(&g, 0x20 << 2, 0);
	assert_int_equal(rd(&g, DATA), 0xd0);
	assert_int_equal(rd(&g, 0x50 << 2), 0x50);
	dev_pl061_set(&g, 1, true);
	dev_pl061_set(&g, 6, true); /* an output: not seen */
	wr(&g, 0x40 << 2, 0);
	assert_int_equal(rd(&g, DATA), 0x92);
	assert_int_equal(rd(&g, 0x02 << 2), 0x02);
	dev_pl061_set(&g, 1, false);
	assert_int_equal(rd(&g, DATA), 0x90);
	wr(&g, DIR, 0);
	assert_int_equal(rd(&g, DATA), 0x40);
}

/* As Linux' gpio-keys has it: press and release. */
static void test_both_edges(void **state)
{
	struct dev_pl061 g;

	(void)state;
	start(&g);
	wr(&g, IBE, 0x08);
	wr(&g, IE, 0x08);
	dev_pl061_set(&g, DEV_PL061_BUTTON, true);
	assert_true(g.line.high);
	assert_int_equal(rd(&g, MIS), 0x08);
	wr(&g, IC, 0xf7); /* others */
	assert_true(g.line.high);
	wr(&g, IC, 0x08);
	assert_false(g.line.high);
	assert_int_equal(rd(&g, 0x08 << 2), 0x08);
	dev_pl061_set(&g, DEV_PL061_BUTTON, true); /* it is already */
	assert_false(g.line.high);
	dev_pl061_set(&g, DEV_PL061_BUTTON, false);
	assert_true(g.line.high);
	assert_int_equal(edges, 2);
}

static void test_one_edge(void **state)
{
	struct dev_pl061 g;

	(void)state;
	for (uint32_t rising = 0; rising < 2; rising++) {
		start(&g);
		wr(&g, IEV, rising << 3);
		dev_pl061_set(&g, 3, true);
		assert_int_equal(rd(&g, RIS), rising << 3);
		assert_int_equal(rd(&g, MIS), 0);
		assert_false(g.line.high);
		wr(&g, IC, 0xff);
		dev_pl061_set(&g, 3, false);
		assert_int_equal(rd(&g, RIS), !rising << 3);
		wr(&g, IE, 0x08); /* what came before is not lost */
		assert_int_equal(g.line.high, !rising);
	}
}

static void test_levels(void **state)
{
	struct dev_pl061 g;

	(void)state;
	start(&g);
	wr(&g, IS, 0x09);
	wr(&g, IEV, 0x08);
	assert_int_equal(rd(&g, RIS), 0x01); /* line 0: low is what it waits for */
	wr(&g, IE, 0x08);
	assert_false(g.line.high);
	dev_pl061_set(&g, 3, true);
	assert_true(g.line.high);
	wr(&g, IC, 0xff); /* a level stays */
	assert_true(g.line.high);
	dev_pl061_set(&g, 3, false);
	assert_false(g.line.high);
	dev_pl061_set(&g, 0, true);
	assert_int_equal(rd(&g, RIS), 0);
	dev_pl061_set(&g, 3, true);
	wr(&g, IS, 0); /* no edge was waited for */
	assert_int_equal(rd(&g, RIS), 0);
	dev_pl061_set(&g, 3, false);
	dev_pl061_set(&g, 3, true);
	assert_int_equal(rd(&g, RIS), 0x08);
	wr(&g, IEV, 0);
	wr(&g, IS, 0x08); /* nor an edge that came, now */
	assert_int_equal(rd(&g, RIS), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_reset_state),
		cmocka_unit_test(test_data_is_masked_by_its_address),
		cmocka_unit_test(test_both_edges),
		cmocka_unit_test(test_one_edge),
		cmocka_unit_test(test_levels),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
