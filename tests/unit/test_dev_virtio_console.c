/* SPDX-License-Identifier: BSD-2-Clause */
/* The console device: bytes in both directions, each once and in order, whatever buffers there are.
 */
#include "virtio_driver.h"

#include "devices/virtio_console.h"

static uint8_t said[0x8000]; /* what the guest sent */
static size_t n_said;
static unsigned int told; /* times that input may go on */

static void out(void *ctx, const void *data, size_t n)
{
	assert_ptr_equal(ctx, &told);
	assert_true(n <= sizeof(said) - n_said);
	memcpy(said + n_said, data, n);
	n_said += n;
}

static void ready(void *ctx)
{
	assert_ptr_equal(ctx, &told);
	told++;
}

static void fresh(struct dev_virtio_console *c)
{
	connect(&c->mmio);
	c->out = out;
	c->ready = ready;
	c->ctx = &told;
	n_said = told = 0;
	dev_virtio_console_reset(c);
}

static void start(struct dev_virtio_console *c)
{
	fresh(c);
	drive(&c->mmio);
}

/* n bytes, each one more than the last */
static void type_in(struct dev_virtio_console *c, size_t n, uint8_t first)
{
	for (size_t i = 0; i < n; i++)
		dev_virtio_console_input(c, (uint8_t)(first + i));
	dev_virtio_console_flush(c);
}

static void expect_bytes(const uint8_t *p, size_t n, uint8_t first)
{
	for (size_t i = 0; i < n; i++)
		assert_int_equal(p[i], (uint8_t)(first + i));
}

static void test_identity(void **state)
{
	struct dev_virtio_console c;

	(void)state;
	fresh(&c);
	assert_int_equal(rd(&c.mmio, 0x008), 3);
	wr(&c.mmio, 0x014, 0);
	assert_int_equal(rd(&c.mmio, 0x010), 0); /* neither size nor ports */
	wr(&c.mmio, 0x030, 1);
	assert_int_equal(rd(&c.mmio, 0x034), DEV_VIRTQUEUE_MAX);
	assert_int_equal(rd(&c.mmio, 0x100), 0);
}

static void test_output(void **state)
{
	struct dev_virtio_console c;

	(void)state;
	start(&c);
	memcpy(at(DATA), "one two three", 13);
	ring = SECOND;
	desc(0, DATA, 4, 0, 0);
	desc(1, DATA + 4, 4, NEXT, 2);
	desc(2, DATA + 0x100, 16, NEXT | WRITE, 3); /* not to be read */
	desc(3, DATA + 8, 0, NEXT, 4);
	desc(4, DATA + 8, 5, 0, 0);
	offer(0);
	offer(1);
	wr(&c.mmio, 0x050, 1);
	assert_int_equal(n_said, 13);
	assert_memory_equal(said, "one two three", 13);
	expect_used(0, 0, 0);
	expect_used(1, 1, 0);
	assert_int_equal(edges, 1);
	assert_true(all(at(DATA) + 0x100, 16, 0));
}

/* Bytes that come together share a buffer; each buffer goes back once. */
static void test_input(void **state)
{
	struct dev_virtio_console c;

	(void)state;
	start(&c);
	for (uint16_t i = 0; i < 4; i++) {
		desc(i, DATA + 0x100u * i, 16, WRITE, 0);
		offer(i);
	}
	wr(&c.mmio, 0x050, 0);
	assert_int_equal(used(), 0);
	assert_int_equal(edges, 0);
	type_in(&c, 5, 'a');
	expect_used(0, 0, 5);
	expect_bytes(at(DATA), 5, 'a');
	assert_true(all(at(DATA) + 5, 0x100 - 5, 0));
	assert_int_equal(edges, 1);
	wr(&c.mmio, 0x064, 1);
	type_in(&c, 20, '0');
	assert_int_equal(used(), 3);
	expect_used(1, 1, 16);
	expect_used(2, 2, 4);
	expect_bytes(at(DATA) + 0x100, 16, '0');
	expect_bytes(at(DATA) + 0x200, 4, '0' + 16);
	assert_int_equal(edges, 2);
	dev_virtio_console_flush(&c);
	assert_int_equal(used(), 3);
	assert_int_equal(n_said, 0);
}

/* A chain of several buffers, some of which are not for the device. */
static void test_input_into_chain(void **state)
{
	struct dev_virtio_console c;

	(void)state;
	start(&c);
	desc(0, DATA, 2, NEXT | WRITE, 1);
	desc(1, DATA + 0x100, 8, NEXT, 2);
	desc(2, DATA + 0x200, 0, NEXT | WRITE, 3);
	desc(3, DATA + 0x300, 8, WRITE, 0);
	desc(4, DATA + 0x400, 8, 0, 0); /* nothing fits */
	desc(5, DATA + 0x500, 8, WRITE, 0);
	offer(0);
	offer(4);
	offer(5);
	type_in(&c, 12, 1);
	expect_used(0, 0, 10);
	expect_used(1, 4, 0);
	expect_used(2, 5, 2);
	expect_bytes(at(DATA), 2, 1);
	assert_true(all(at(DATA) + 0x100, 8, 0));
	expect_bytes(at(DATA) + 0x300, 8, 3);
	assert_true(all(at(DATA) + 0x400, 8, 0));
	expect_bytes(at(DATA) + 0x500, 2, 11);
}

/* What has no buffer yet waits; who waits with more is told when there is room. */
static void test_input_waits(void **state)
{
	struct dev_virtio_console c;

	(void)state;
	fresh(&c);
	assert_int_equal(dev_virtio_console_room(&c), 0);
	prepare(&c.mmio);
	assert_int_equal(dev_virtio_console_room(&c), 0);
	assert_int_equal(told, 0);
	wr(&c.mmio, 0x070, 0xf);
	assert_int_equal(told, 1);
	assert_int_equal(dev_virtio_console_room(&c), DEV_VIRTIO_CONSOLE_ROOM);
	type_in(&c, 10, 0);
	assert_int_equal(dev_virtio_console_room(&c), DEV_VIRTIO_CONSOLE_ROOM - 10);
	type_in(&c, DEV_VIRTIO_CONSOLE_ROOM - 10, 10);
	assert_int_equal(dev_virtio_console_room(&c), 0);
	dev_virtio_console_input(&c, 0xff); /* is lost */
	wr(&c.mmio, 0x050, 1);
	assert_int_equal(told, 1);
	for (unsigned int i = 0; i < 3; i++) { /* the ring of bytes goes round */
		desc(0, DATA, 200, WRITE, 0);
		offer(0);
		wr(&c.mmio, 0x050, 0);
		assert_int_equal(told, 2 + i);
		expect_used(i, 0, 200);
		expect_bytes(at(DATA), 200, (uint8_t)(200 * i));
		assert_int_equal(dev_virtio_console_room(&c), 200);
		type_in(&c, 200, (uint8_t)(200 * i));
	}
}

/* A driver's reset loses nothing of what it was not given. */
static void test_reset_by_driver(void **state)
{
	struct dev_virtio_console c;

	(void)state;
	start(&c);
	type_in(&c, 3, 'x');
	wr(&c.mmio, 0x070, 0);
	assert_int_equal(dev_virtio_console_room(&c), 0);
	dev_virtio_console_flush(&c);
	memset(ram, 0, sizeof(ram));
	prepare(&c.mmio);
	desc(0, DATA, 16, WRITE, 0);
	offer(0);
	wr(&c.mmio, 0x070, 0xf);
	expect_used(0, 0, 3);
	expect_bytes(at(DATA), 3, 'x');
	dev_virtio_console_reset(&c); /* ours does */
	assert_int_equal(c.count, 0);
}

static void test_works_alone(void **state)
{
	struct dev_virtio_console c;

	(void)state;
	fresh(&c);
	c.ready = NULL;
	drive(&c.mmio);
	wr(&c.mmio, 0x050, 0);
	assert_int_equal(told, 0);
}

static void test_hostile_chains(void **state)
{
	static _Alignas(4096) uint8_t more[DEV_VIRTIO_CONSOLE_CHAIN_MAX];
	struct ab_span two[2] = { span, { 0x80000000, sizeof(more), more } };
	struct ab_spans both = { two, 2 };
	struct dev_virtio_console c;

	(void)state;
	start(&c);
	ring = SECOND; /* more than a chain may have */
	desc(0, DATA, 64, NEXT, 1);
	desc(1, 0x80000000, DEV_VIRTIO_CONSOLE_CHAIN_MAX - 63, 0, 0);
	c.mmio.mem = &both;
	offer(0);
	expect_refusal(&c.mmio);
	assert_int_equal(n_said, 64);
	start(&c);
	ring = SECOND; /* a loop */
	desc(0, DATA, 8, NEXT, 0);
	offer(0);
	expect_refusal(&c.mmio);
	assert_int_equal(n_said, 8 * QUEUE);
	start(&c); /* a buffer that is not there, once there is something for it */
	desc(0, BASE + RAM - 1, 2, WRITE, 0);
	offer(0);
	wr(&c.mmio, 0x050, 0);
	assert_int_equal(rd(&c.mmio, 0x070), 0xf);
	type_in(&c, 2, 0);
	assert_int_equal(rd(&c.mmio, 0x070), 0x4f);
	assert_int_equal(used(), 0);
	assert_int_equal(dev_virtio_console_room(&c), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_identity),    cmocka_unit_test(test_output),
		cmocka_unit_test(test_input),       cmocka_unit_test(test_input_into_chain),
		cmocka_unit_test(test_input_waits), cmocka_unit_test(test_reset_by_driver),
		cmocka_unit_test(test_works_alone), cmocka_unit_test(test_hostile_chains),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
