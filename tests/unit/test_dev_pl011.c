/* SPDX-License-Identifier: BSD-2-Clause */
/* The PL011 against the register description of Arm's manual (DDI 0183G, chapter 3). */
#include "dev_world.h"

#include "devices/pl011.h"

enum {
	DR = 0x00,
	RSR = 0x04,
	FR = 0x18,
	LCR_H = 0x2c,
	CR = 0x30,
	IFLS = 0x34,
	IMSC = 0x38,
	RIS = 0x3c,
	MIS = 0x40,
	ICR = 0x44
};

static void start(struct dev_pl011 *u, struct world *w)
{
	*w = (struct world){ .irq = 32 };
	memset(u, 0xff, sizeof(*u));
	u->line = (struct dev_line){ world_line, w, w->irq, false };
	u->out = world_take;
	u->ready = world_ready;
	u->ctx = w;
	dev_pl011_reset(u);
}

static uint32_t rd(struct dev_pl011 *u, uint64_t reg)
{
	return (uint32_t)dev_pl011_read(u, reg, 4);
}

static void wr(struct dev_pl011 *u, uint64_t reg, uint32_t v)
{
	dev_pl011_write(u, reg, 4, v);
}

static void type(struct dev_pl011 *u, unsigned int n)
{
	for (unsigned int i = 0; i < n; i++)
		dev_pl011_input(u, (uint8_t)('a' + i));
}

static void test_reset_state(void **state)
{
	static const uint32_t want[][2] = {
		{ DR, 0 },    { RSR, 0 },      { FR, 0x97 },  { 0x20, 0 },    { 0x24, 0 },
		{ 0x28, 0 },  { LCR_H, 0x70 }, { CR, 0x301 }, { IFLS, 0x12 }, { IMSC, 0 },
		{ RIS, 0 },   { MIS, 0 },      { ICR, 0 },    { 0x48, 0 },    { 0x08, 0 },
		{ 0xfdc, 0 }, { 0x19, 0 },     { 0x1000, 0 },
	};
	struct dev_pl011 u;
	struct world w;

	(void)state;
	start(&u, &w);
	for (size_t i = 0; i < COUNT(want); i++)
		if (rd(&u, want[i][0]) != want[i][1])
			fail_msg("%#x: %#x", want[i][0], rd(&u, want[i][0]));
	assert_false(u.line.high);
}

/* By these bytes Linux' AMBA bus finds its driver, and the driver how long the FIFO is. */
static void test_identification(void **state)
{
	static const uint8_t want[8] = { 0x11, 0x10, 0x34, 0x00, 0x0d, 0xf0, 0x05, 0xb1 };
	struct dev_pl011 u;
	struct world w;

	(void)state;
	start(&u, &w);
	for (unsigned int i = 0; i < 8; i++)
		assert_int_equal(rd(&u, 0xfe0 + 4 * i), want[i]);
	assert_int_equal(rd(&u, 0xfe1), 0);
}

static void test_registers_keep_their_bits(void **state)
{
	static const uint32_t want[][2] = { { 0x20, 0xff },  { 0x24, 0xffff }, { 0x28, 0x3f },
					    { LCR_H, 0xff }, { CR, 0xff87 },   { IFLS, 0x3f },
					    { IMSC, 0x7ff } };
	struct dev_pl011 u;
	struct world w;

	(void)state;
	start(&u, &w);
	for (size_t i = 0; i < COUNT(want); i++) {
		wr(&u, want[i][0], UINT32_MAX);
		assert_int_equal(rd(&u, want[i][0]), want[i][1]);
	}
	wr(&u, FR, 0xff);
	wr(&u, RIS, 0xff);
	assert_int_equal(rd(&u, FR), 0x97);
	assert_int_equal(rd(&u, RIS), 0);
}

static void test_sends(void **state)
{
	struct dev_pl011 u;
	struct world w;

	(void)state;
	start(&u, &w);
	dev_pl011_write(&u, DR, 1, 'h');
	wr(&u, DR, 0xf00 | 'i');
	assert_int_equal(w.n_sent, 2);
	assert_memory_equal(w.sent, "hi", 2);
	assert_int_equal(rd(&u, FR) & 0xa8, 0x80); /* neither busy nor full, but empty */
	assert_int_equal(rd(&u, RIS), 0x20);
	assert_false(u.line.high);
	wr(&u, IMSC, 0x20); /* what it became before it was asked for counts */
	assert_true(u.line.high);
	assert_int_equal(rd(&u, MIS), 0x20);
	wr(&u, ICR, 0x20);
	assert_false(u.line.high);
	wr(&u, DR, '!');
	assert_true(u.line.high);
	wr(&u, IMSC, 0x10);
	assert_false(u.line.high);
	assert_int_equal(rd(&u, MIS), 0);
	wr(&u, CR, 0x300); /* not enabled */
	wr(&u, DR, 'x');
	wr(&u, CR, 0x201); /* no transmitter */
	wr(&u, DR, 'x');
	assert_int_equal(w.n_sent, 3);
}

static void test_receives(void **state)
{
	struct dev_pl011 u;
	struct world w;

	(void)state;
	start(&u, &w);
	wr(&u, IMSC, 0x50);
	assert_int_equal(dev_pl011_room(&u), 32);
	type(&u, 3);
	assert_int_equal(dev_pl011_room(&u), 29);
	assert_int_equal(rd(&u, FR) & 0x50, 0);
	assert_int_equal(rd(&u, RIS), 0x40); /* below the level: by timeout */
	assert_true(u.line.high);
	assert_int_equal(w.edges, 1);
	assert_int_equal(rd(&u, DR), 'a');
	assert_int_equal(rd(&u, DR), 'b');
	assert_true(u.line.high);
	assert_int_equal(rd(&u, DR), 'c');
	assert_false(u.line.high);
	assert_int_equal(rd(&u, FR) & 0x10, 0x10);
	assert_int_equal(rd(&u, DR), 0);
	type(&u, 1);
	wr(&u, ICR, 0x40); /* told, and not read yet */
	assert_false(u.line.high);
	assert_int_equal(rd(&u, DR), 'a');
}

static void test_levels(void **state)
{
	/* by IFLS bits 5:3 */
	static const unsigned int level[5] = { 4, 8, 16, 24, 28 };
	struct dev_pl011 u;
	struct world w;

	(void)state;
	for (uint32_t i = 0; i < 5; i++) {
		start(&u, &w);
		wr(&u, IFLS, i << 3 | 1);
		wr(&u, IMSC, 0x10);
		type(&u, level[i] - 1);
		assert_int_equal(rd(&u, RIS), 0x40);
		assert_false(u.line.high);
		type(&u, 1);
		assert_int_equal(rd(&u, RIS), 0x50);
		assert_true(u.line.high);
		type(&u, 1);
		assert_int_equal(rd(&u, DR), 'a');
		assert_int_equal(rd(&u, RIS), 0x50); /* as many as the level still */
		(void)rd(&u, DR);
		assert_int_equal(rd(&u, RIS), 0x40);
		assert_false(u.line.high);
	}
	start(&u, &w); /* without FIFO */
	wr(&u, LCR_H, 0x60);
	wr(&u, IMSC, 0x10);
	assert_int_equal(dev_pl011_room(&u), 1);
	type(&u, 1);
	assert_int_equal(dev_pl011_room(&u), 0);
	assert_int_equal(rd(&u, RIS), 0x50);
	assert_int_equal(rd(&u, FR) & 0x50, 0x40);
	assert_int_equal(rd(&u, DR), 'a');
	assert_int_equal(rd(&u, RIS), 0);
}

static void test_order_around_the_end(void **state)
{
	struct dev_pl011 u;
	struct world w;
	uint8_t in = 0, out = 0;

	(void)state;
	start(&u, &w);
	wr(&u, IMSC, 0x50);
	for (unsigned int round = 0; round < 20; round++) {
		while (dev_pl011_room(&u) != 0)
			dev_pl011_input(&u, in++);
		assert_int_equal(rd(&u, FR) & 0x50, 0x40);
		for (unsigned int i = 0; i <= round; i++)
			assert_int_equal(rd(&u, DR), out++);
	}
}

static void test_overrun(void **state)
{
	struct dev_pl011 u;
	struct world w;

	(void)state;
	start(&u, &w);
	wr(&u, IMSC, 0x400);
	type(&u, 32);
	assert_false(u.line.high);
	type(&u, 1); /* lost */
	assert_true(u.line.high);
	assert_int_equal(rd(&u, RSR), 0x08);
	assert_int_equal(rd(&u, DR), 0x800 | 'a');
	wr(&u, RSR, 0xff);
	wr(&u, ICR, 0x400);
	assert_int_equal(rd(&u, RSR), 0);
	assert_false(u.line.high);
	for (unsigned int i = 1; i < 32; i++)
		assert_int_equal(rd(&u, DR), 'a' + i);
	assert_int_equal(rd(&u, FR) & 0x10, 0x10);
}

/* Nobody types before the guest listens: what Linux finds in the FIFO it throws away. */
static void test_room(void **state)
{
	static const struct {
		uint32_t cr, imsc;
		size_t room;
	} rows[] = {
		{ 0x301, 0, 0 },     { 0x301, 0x20, 0 },  { 0x301, 0x10, 32 },
		{ 0x301, 0x40, 32 }, { 0x201, 0x50, 32 }, { 0x101, 0x50, 0 },
		{ 0x300, 0x50, 0 },  { 0x381, 0x50, 0 },  { 0x8301, 0x7ff, 32 },
	};
	struct dev_pl011 u;
	struct world w;

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		start(&u, &w);
		wr(&u, CR, rows[i].cr);
		assert_int_equal(w.ready, 0);
		wr(&u, IMSC, rows[i].imsc);
		assert_int_equal(dev_pl011_room(&u), rows[i].room);
		assert_int_equal(w.ready != 0, rows[i].room != 0);
	}
	start(&u, &w);
	wr(&u, IMSC, 0x50);
	type(&u, 32);
	w.ready = 0;
	rd(&u, DR);
	assert_int_equal(w.ready, 1); /* room again */
}

/* A guest that reads the flags again and again waits for input, and gets it without an interrupt.
 * One that reads them to send does not. */
static void test_polled(void **state)
{
	struct dev_pl011 u;
	struct world w;

	(void)state;
	start(&u, &w);
	for (int i = 0; i < 50; i++) {
		(void)rd(&u, FR);
		wr(&u, DR, 'x');
		(void)rd(&u, FR);
		assert_int_equal(dev_pl011_room(&u), 0);
	}
	wr(&u, DR, 'x');
	for (int i = 0; i < 15; i++)
		(void)rd(&u, FR);
	assert_int_equal(dev_pl011_room(&u), 0);
	assert_int_equal(w.ready, 0);
	(void)rd(&u, FR);
	assert_int_equal(w.ready, 1);
	assert_int_equal(dev_pl011_room(&u), 32);
	type(&u, 2);
	assert_int_equal(rd(&u, FR) & 0x10, 0);
	assert_int_equal(rd(&u, DR), 'a');
	assert_int_equal(rd(&u, DR), 'b');
	assert_false(u.line.high);
	assert_int_equal(dev_pl011_room(&u), 32); /* it polls still */
	wr(&u, DR, 'a');
	assert_int_equal(dev_pl011_room(&u), 0);
	for (int i = 0; i < 16; i++)
		(void)rd(&u, FR);
	dev_pl011_reset(&u);
	assert_int_equal(dev_pl011_room(&u), 0);
}

static void test_loop(void **state)
{
	struct dev_pl011 u;
	struct world w;

	(void)state;
	start(&u, &w);
	wr(&u, CR, 0x381);
	wr(&u, DR, 'x');
	assert_int_equal(w.n_sent, 0);
	assert_int_equal(rd(&u, RIS), 0x60);
	assert_int_equal(rd(&u, DR), 'x');
	for (unsigned int i = 0; i < 33; i++)
		wr(&u, DR, i);
	assert_int_equal(rd(&u, RSR), 0x08);
}

static void test_fifo_switch_empties(void **state)
{
	struct dev_pl011 u;
	struct world w;

	(void)state;
	start(&u, &w);
	wr(&u, IMSC, 0x50);
	type(&u, 20);
	wr(&u, LCR_H, 0x71); /* the same */
	assert_int_equal(dev_pl011_room(&u), 12);
	wr(&u, LCR_H, 0x61);
	assert_int_equal(dev_pl011_room(&u), 1);
	assert_int_equal(rd(&u, RIS), 0);
	assert_false(u.line.high);
	assert_int_equal(rd(&u, FR) & 0x10, 0x10);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_reset_state),
		cmocka_unit_test(test_identification),
		cmocka_unit_test(test_registers_keep_their_bits),
		cmocka_unit_test(test_sends),
		cmocka_unit_test(test_receives),
		cmocka_unit_test(test_levels),
		cmocka_unit_test(test_order_around_the_end),
		cmocka_unit_test(test_overrun),
		cmocka_unit_test(test_room),
		cmocka_unit_test(test_polled),
		cmocka_unit_test(test_loop),
		cmocka_unit_test(test_fifo_switch_empties),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
