/* SPDX-License-Identifier: BSD-2-Clause */
/* The entropy device: each buffer that it may write gets random bytes, and no more than a few. */
#include "virtio_driver.h"

#include "devices/virtio_rng.h"

static size_t n_random; /* bytes that were asked for */
static bool dry; /* there are none */

static bool fill(void *ctx, void *buf, size_t n)
{
	assert_ptr_equal(ctx, &n_random);
	if (dry)
		return false;
	n_random += n;
	memset(buf, 0xa5, n);
	return true;
}

static void start(struct dev_virtio_rng *r)
{
	n_random = 0;
	dry = false;
	connect(&r->mmio);
	r->random = fill;
	r->ctx = &n_random;
	dev_virtio_rng_reset(r);
	drive(&r->mmio);
}

static void test_identity(void **state)
{
	struct dev_virtio_rng r;

	(void)state;
	start(&r);
	assert_int_equal(rd(&r.mmio, 0x008), 4);
	assert_int_equal(rd(&r.mmio, 0x034), 64);
}

static void test_fills_buffers(void **state)
{
	struct dev_virtio_rng r;

	(void)state;
	start(&r);
	desc(0, DATA, 64, WRITE, 0);
	desc(3, DATA + 0x100, 16, NEXT | WRITE, 5);
	desc(5, DATA + 0x200, 32, NEXT, 6); /* the driver's own: left alone */
	desc(6, DATA + 0x300, 8, WRITE, 0);
	offer(0);
	offer(3);
	wr(&r.mmio, 0x050, 0);
	expect_used(0, 0, 64);
	expect_used(1, 3, 24);
	assert_int_equal(n_random, 64 + 16 + 8);
	assert_true(all(at(DATA), 64, 0xa5));
	assert_true(all(at(DATA) + 64, 0x100 - 64, 0));
	assert_true(all(at(DATA) + 0x100, 16, 0xa5));
	assert_true(all(at(DATA) + 0x110, 0x1f0, 0));
	assert_true(all(at(DATA) + 0x300, 8, 0xa5));
	assert_true(all(at(DATA) + 0x308, 0x100, 0));
}

/* The driver's reset is not the end. */
static void test_reset(void **state)
{
	struct dev_virtio_rng r;

	(void)state;
	start(&r);
	wr(&r.mmio, 0x070, 0);
	drive(&r.mmio);
	desc(0, DATA, 64, WRITE, 0);
	offer(0);
	wr(&r.mmio, 0x050, 0);
	expect_used(0, 0, 64);
	assert_int_equal(n_random, 64);
}

/* Better no random bytes than some that are not. */
static void test_without_random_bytes(void **state)
{
	struct dev_virtio_rng r;

	(void)state;
	start(&r);
	dry = true;
	desc(0, DATA, 64, WRITE, 0);
	offer(0);
	expect_refusal(&r.mmio);
	assert_true(all(at(DATA), 64, 0));
}

/* A chain gets 64 KiB at most, whatever it asks for. */
static void test_work_is_bounded(void **state)
{
	static _Alignas(4096) uint8_t more[0x20000];
	struct ab_span two[2] = { span, { 0x80000000, sizeof(more), more } };
	struct ab_spans both = { two, 2 };
	struct dev_virtio_rng r;

	(void)state;
	start(&r);
	r.mmio.mem = &both;
	desc(0, 0x80000000, 0x8000, WRITE | NEXT, 1);
	desc(1, 0x80010000, 0x10000, WRITE, 0);
	offer(0);
	wr(&r.mmio, 0x050, 0);
	expect_used(0, 0, 0x10000);
	assert_true(all(more, 0x8000, 0xa5));
	assert_true(all(more + 0x8000, 0x8000, 0));
	assert_true(all(more + 0x10000, 0x8000, 0xa5));
	assert_true(all(more + 0x18000, 0x8000, 0));
	assert_int_equal(n_random, 0x10000);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_identity),        cmocka_unit_test(test_fills_buffers),
		cmocka_unit_test(test_reset),           cmocka_unit_test(test_without_random_bytes),
		cmocka_unit_test(test_work_is_bounded),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
