/* SPDX-License-Identifier: BSD-2-Clause */
/* The UART against the register description of the PC16550D data sheet. */
#include "dev_world.h"

#include "devices/uart16550.h"

static void start(struct dev_uart16550 *u, struct world *w)
{
	*w = (struct world){ .irq = 4 };
	memset(u, 0, sizeof(*u));
	u->line = (struct dev_line){ world_line, w, w->irq, false };
	u->out = world_take;
	u->ready = world_ready;
	u->ctx = w;
	dev_uart16550_reset(u);
}

static uint8_t rd(struct dev_uart16550 *u, uint64_t reg)
{
	return (uint8_t)dev_uart16550_read(u, reg, 1);
}

static void wr(struct dev_uart16550 *u, uint64_t reg, uint8_t v)
{
	dev_uart16550_write(u, reg, 1, v);
}

static void type(struct dev_uart16550 *u, const char *s)
{
	while (*s != '\0')
		dev_uart16550_input(u, (uint8_t)*s++);
}

static void test_reset_state(void **state)
{
	struct dev_uart16550 u;
	struct world w;

	(void)state;
	start(&u, &w);
	assert_int_equal(rd(&u, 1), 0x00);
	assert_int_equal(rd(&u, 2), 0x01); /* no interrupt, no FIFO */
	assert_int_equal(rd(&u, 3), 0x00);
	assert_int_equal(rd(&u, 4), 0x00);
	assert_int_equal(rd(&u, 5), 0x60); /* transmitter empty */
	assert_int_equal(rd(&u, 6), 0xb0); /* CTS, DSR, DCD */
	assert_int_equal(rd(&u, 0), 0x00);
	assert_false(u.line.high);
}

static void test_sends(void **state)
{
	struct dev_uart16550 u;
	struct world w;

	(void)state;
	start(&u, &w);
	wr(&u, 0, 'h');
	wr(&u, 0, 'i');
	assert_int_equal(w.n_sent, 2);
	assert_memory_equal(w.sent, "hi", 2);
	assert_int_equal(rd(&u, 5), 0x60);
}

static void test_divisor_hides_data_and_ier(void **state)
{
	struct dev_uart16550 u;
	struct world w;

	(void)state;
	start(&u, &w);
	wr(&u, 1, 0x05);
	wr(&u, 3, 0x83);
	assert_int_equal(rd(&u, 3), 0x83);
	wr(&u, 0, 0x34);
	wr(&u, 1, 0x12);
	assert_int_equal(rd(&u, 0), 0x34);
	assert_int_equal(rd(&u, 1), 0x12);
	wr(&u, 3, 0x03);
	assert_int_equal(rd(&u, 1), 0x05);
	assert_int_equal(w.n_sent, 0);
	wr(&u, 3, 0x80);
	assert_int_equal(rd(&u, 0), 0x34);
}

static void test_unused_bits_read_zero(void **state)
{
	struct dev_uart16550 u;
	struct world w;

	(void)state;
	start(&u, &w);
	wr(&u, 1, 0xff);
	assert_int_equal(rd(&u, 1), 0x0f);
	wr(&u, 4, 0xff);
	assert_int_equal(rd(&u, 4), 0x1f);
	wr(&u, 7, 0xa5);
	assert_int_equal(rd(&u, 7), 0xa5);
	wr(&u, 5, 0xff); /* LSR and MSR are read only */
	wr(&u, 6, 0xff);
	assert_int_equal(rd(&u, 7), 0xa5);
}

/* Linux' probe: IIR shows whether there is a FIFO. */
static void test_fifo_shows_in_iir(void **state)
{
	struct dev_uart16550 u;
	struct world w;

	(void)state;
	start(&u, &w);
	wr(&u, 2, 0x01);
	assert_int_equal(rd(&u, 2), 0xc1);
	wr(&u, 2, 0xc0); /* trigger bits count with the enable bit only */
	assert_int_equal(rd(&u, 2), 0x01);
}

static void test_loopback(void **state)
{
	/* MCR: DTR, RTS, OUT1, OUT2 -> MSR: DSR, CTS, RI, DCD */
	static const uint8_t pairs[][2] = { { 0x11, 0x20 }, { 0x12, 0x10 }, { 0x14, 0x40 },
					    { 0x18, 0x80 }, { 0x1a, 0x90 }, { 0x1f, 0xf0 } };
	struct dev_uart16550 u;
	struct world w;

	(void)state;
	start(&u, &w);
	for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++) {
		wr(&u, 4, pairs[i][0]);
		assert_int_equal(rd(&u, 6) & 0xf0, pairs[i][1]);
	}
	wr(&u, 0, 'x');
	assert_int_equal(w.n_sent, 0);
	assert_int_equal(rd(&u, 5), 0x61);
	assert_int_equal(rd(&u, 0), 'x');
	assert_int_equal(rd(&u, 5), 0x60);
	assert_int_equal(dev_uart16550_room(&u), 0); /* the peer is cut off */
}

static void test_modem_deltas(void **state)
{
	struct dev_uart16550 u;
	struct world w;

	(void)state;
	start(&u, &w);
	rd(&u, 6);
	wr(&u, 4, 0x10); /* all inputs fall */
	assert_int_equal(rd(&u, 6), 0x0b); /* DCTS, DDSR, DDCD */
	assert_int_equal(rd(&u, 6), 0x00); /* a read clears them */
	wr(&u, 4, 0x14);
	assert_int_equal(rd(&u, 6), 0x40); /* RI: its leading edge does not count */
	wr(&u, 4, 0x10);
	assert_int_equal(rd(&u, 6), 0x04);
	wr(&u, 1, 0x08);
	wr(&u, 4, 0x08); /* inputs come back */
	assert_int_equal(rd(&u, 2), 0x00); /* modem status */
	assert_true(u.line.high);
	assert_int_equal(rd(&u, 6), 0xbb);
	assert_int_equal(rd(&u, 2), 0x01);
	assert_false(u.line.high);
}

static void test_out2_gates_the_interrupt(void **state)
{
	struct dev_uart16550 u;
	struct world w;

	(void)state;
	start(&u, &w);
	wr(&u, 1, 0x02);
	assert_false(u.line.high);
	wr(&u, 4, 0x08);
	assert_true(u.line.high);
	wr(&u, 4, 0x18); /* loopback holds the pin */
	assert_false(u.line.high);
	wr(&u, 4, 0x08);
	assert_int_equal(w.edges, 2);
}

static void test_transmitter_empty_interrupt(void **state)
{
	struct dev_uart16550 u;
	struct world w;

	(void)state;
	start(&u, &w);
	wr(&u, 4, 0x08);
	wr(&u, 1, 0x02); /* enabling it while empty raises it */
	assert_true(u.line.high);
	assert_int_equal(rd(&u, 2), 0x02); /* reading IIR takes it */
	assert_int_equal(rd(&u, 2), 0x01);
	assert_false(u.line.high);
	wr(&u, 0, 'a');
	assert_true(u.line.high);
	assert_int_equal(rd(&u, 2), 0x02);
	assert_false(u.line.high);
	wr(&u, 1, 0x02); /* already enabled: nothing new */
	assert_false(u.line.high);
	wr(&u, 1, 0x00);
	wr(&u, 1, 0x02);
	assert_true(u.line.high);
	wr(&u, 1, 0x00);
	assert_false(u.line.high);
}

static void test_receives_one_without_fifo(void **state)
{
	struct dev_uart16550 u;
	struct world w;

	(void)state;
	start(&u, &w);
	assert_int_equal(dev_uart16550_room(&u), 0); /* RTS is low */
	wr(&u, 4, 0x0a);
	assert_int_equal(w.ready, 1);
	assert_int_equal(dev_uart16550_room(&u), 1);
	wr(&u, 1, 0x05);
	type(&u, "a");
	assert_int_equal(dev_uart16550_room(&u), 0);
	assert_true(u.line.high);
	assert_int_equal(rd(&u, 2), 0x04);
	assert_int_equal(rd(&u, 5), 0x61);
	type(&u, "b"); /* overruns: the newer one stays */
	assert_int_equal(rd(&u, 2), 0x06);
	assert_int_equal(rd(&u, 5), 0x63);
	assert_int_equal(rd(&u, 5), 0x61);
	assert_int_equal(rd(&u, 2), 0x04);
	w.ready = 0;
	assert_int_equal(rd(&u, 0), 'b');
	assert_int_equal(w.ready, 1);
	assert_false(u.line.high);
	assert_int_equal(rd(&u, 5), 0x60);
}

/* A guest that reads the status again and again waits for input, and gets it without raising
 * RTS. One that reads it to send does not. */
static void test_polled(void **state)
{
	struct dev_uart16550 u;
	struct world w;

	(void)state;
	start(&u, &w);
	for (int i = 0; i < 50; i++) {
		(void)rd(&u, 5);
		wr(&u, 0, 'x');
		(void)rd(&u, 5);
		assert_int_equal(dev_uart16550_room(&u), 0);
	}
	wr(&u, 0, 'x');
	for (int i = 0; i < 15; i++)
		(void)rd(&u, 5);
	assert_int_equal(dev_uart16550_room(&u), 0);
	assert_int_equal(w.ready, 0);
	(void)rd(&u, 5);
	assert_int_equal(w.ready, 1);
	assert_int_equal(dev_uart16550_room(&u), 1);
	type(&u, "a");
	assert_int_equal(rd(&u, 5), 0x61);
	assert_int_equal(rd(&u, 0), 'a');
	assert_int_equal(dev_uart16550_room(&u), 1); /* it polls still */
	wr(&u, 4, 0x10);
	for (int i = 0; i < 16; i++)
		(void)rd(&u, 5);
	assert_int_equal(dev_uart16550_room(&u), 0); /* loopback: the peer is cut off */
	wr(&u, 4, 0);
	for (int i = 0; i < 16; i++)
		(void)rd(&u, 5);
	assert_int_equal(dev_uart16550_room(&u), 1);
	dev_uart16550_reset(&u);
	assert_int_equal(dev_uart16550_room(&u), 0);
}

static void test_fifo_order_and_overrun(void **state)
{
	struct dev_uart16550 u;
	struct world w;

	(void)state;
	start(&u, &w);
	wr(&u, 4, 0x0a);
	wr(&u, 2, 0x07);
	assert_int_equal(dev_uart16550_room(&u), 16);
	type(&u, "01234");
	for (char c = '0'; c < '5'; c++)
		assert_int_equal(rd(&u, 0), c);
	type(&u, "0123456789abcdef"); /* wraps inside */
	assert_int_equal(dev_uart16550_room(&u), 0);
	type(&u, "X"); /* overruns: the FIFO stays */
	assert_int_equal(rd(&u, 5), 0x63);
	for (const char *c = "0123456789abcdef"; *c != '\0'; c++)
		assert_int_equal(rd(&u, 0), *c);
	assert_int_equal(rd(&u, 5), 0x60);
	assert_int_equal(rd(&u, 0), 0);
}

static void test_trigger_levels(void **state)
{
	static const struct {
		uint8_t fcr, level;
	} rows[] = { { 0x01, 1 }, { 0x41, 4 }, { 0x81, 8 }, { 0xc1, 14 } };

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct dev_uart16550 u;
		struct world w;

		start(&u, &w);
		wr(&u, 4, 0x0a);
		wr(&u, 2, rows[i].fcr);
		wr(&u, 1, 0x01);
		for (uint8_t n = 1; n <= 16; n++) {
			dev_uart16550_input(&u, n);
			/* below the trigger the character timeout tells */
			assert_int_equal(rd(&u, 2), n < rows[i].level ? 0xcc : 0xc4);
			assert_true(u.line.high);
		}
	}
}

static void test_fifo_control_clears(void **state)
{
	struct dev_uart16550 u;
	struct world w;

	(void)state;
	start(&u, &w);
	wr(&u, 4, 0x0a);
	wr(&u, 2, 0x01);
	type(&u, "abc");
	wr(&u, 2, 0x05); /* transmitter's only */
	assert_int_equal(rd(&u, 0), 'a');
	wr(&u, 2, 0x03);
	assert_int_equal(rd(&u, 5), 0x60);
	type(&u, "abc");
	wr(&u, 2, 0x00); /* a change of mode clears */
	assert_int_equal(rd(&u, 5), 0x60);
	type(&u, "a");
	wr(&u, 2, 0x02); /* nothing does without the enable bit */
	assert_int_equal(rd(&u, 5), 0x61);
	w.ready = 0;
	wr(&u, 2, 0x01);
	assert_int_equal(w.ready, 1); /* there is room again */
	wr(&u, 2, 0x00);
	assert_int_equal(rd(&u, 2), 0x01);
}

static void test_priority(void **state)
{
	struct dev_uart16550 u;
	struct world w;

	(void)state;
	start(&u, &w);
	wr(&u, 4, 0x0a);
	wr(&u, 1, 0x0f); /* transmitter is empty */
	wr(&u, 4, 0x1a); /* modem inputs change */
	wr(&u, 4, 0x0a);
	type(&u, "ab");
	assert_int_equal(rd(&u, 2), 0x06);
	assert_int_equal(rd(&u, 2), 0x06); /* only the LSR clears it */
	rd(&u, 5);
	assert_int_equal(rd(&u, 2), 0x04);
	rd(&u, 0);
	assert_int_equal(rd(&u, 2), 0x02);
	assert_int_equal(rd(&u, 2), 0x00);
	rd(&u, 6);
	assert_int_equal(rd(&u, 2), 0x01);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_reset_state),
		cmocka_unit_test(test_sends),
		cmocka_unit_test(test_divisor_hides_data_and_ier),
		cmocka_unit_test(test_unused_bits_read_zero),
		cmocka_unit_test(test_fifo_shows_in_iir),
		cmocka_unit_test(test_loopback),
		cmocka_unit_test(test_modem_deltas),
		cmocka_unit_test(test_out2_gates_the_interrupt),
		cmocka_unit_test(test_transmitter_empty_interrupt),
		cmocka_unit_test(test_receives_one_without_fifo),
		cmocka_unit_test(test_polled),
		cmocka_unit_test(test_fifo_order_and_overrun),
		cmocka_unit_test(test_trigger_levels),
		cmocka_unit_test(test_fifo_control_clears),
		cmocka_unit_test(test_priority),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
