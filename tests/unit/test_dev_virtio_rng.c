/* SPDX-License-Identifier: BSD-2-Clause */
/* The entropy device: virtio 1.2 by the specification's own driver steps, then by guests
 * that break its rules. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "devices/virtio_rng.h"

#define RAM 0x10000u /* bytes, at guest-physical BASE */
#define BASE 0x40000000u
#define DESC (BASE + 0x1000)
#define AVAIL (BASE + 0x2000)
#define USED (BASE + 0x3000)
#define DATA (BASE + 0x8000)
#define QUEUE 8u

#define NEXT 1u
#define WRITE 2u
#define INDIRECT 4u

static _Alignas(4096) uint8_t ram[RAM];
static struct ab_span span = { BASE, RAM, ram };
static const struct ab_spans spans = { &span, 1 };
static unsigned int edges;
static size_t n_random; /* bytes that were asked for */
static bool dry; /* there are none */

static void line(void *ctx, uint32_t irq, bool high)
{
	(void)ctx;
	assert_int_equal(irq, 16);
	edges += high;
}

static bool fill(void *ctx, void *buf, size_t n)
{
	assert_ptr_equal(ctx, &n_random);
	if (dry)
		return false;
	n_random += n;
	memset(buf, 0xa5, n);
	return true;
}

static uint8_t *at(uint64_t gpa)
{
	return ram + (gpa - BASE);
}

static uint32_t rd(struct dev_virtio_rng *r, uint64_t reg)
{
	return (uint32_t)dev_virtio_rng_read(r, reg, 4);
}

static void wr(struct dev_virtio_rng *r, uint64_t reg, uint64_t v)
{
	dev_virtio_rng_write(r, reg, 4, v);
}

static void desc(unsigned int i, uint64_t addr, uint32_t len, uint16_t flags, uint16_t next)
{
	ab_st_le64(at(DESC) + 16 * i, addr);
	ab_st_le32(at(DESC) + 16 * i + 8, len);
	ab_st_le16(at(DESC) + 16 * i + 12, flags);
	ab_st_le16(at(DESC) + 16 * i + 14, next);
}

static void offer(uint16_t head)
{
	uint16_t idx = ab_ld_le16(at(AVAIL) + 2);

	ab_st_le16(at(AVAIL) + 4 + 2 * (idx % QUEUE), head);
	ab_st_le16(at(AVAIL) + 2, (uint16_t)(idx + 1));
}

static void fresh(struct dev_virtio_rng *r)
{
	memset(ram, 0, sizeof(ram));
	edges = 0;
	n_random = 0;
	dry = false;
	*r = (struct dev_virtio_rng){
		.line = { line, NULL, 16, false }, .mem = &spans, .random = fill, .ctx = &n_random
	};
}

static void queue(struct dev_virtio_rng *r, uint32_t size, uint64_t d, uint64_t a, uint64_t u)
{
	wr(r, 0x030, 0);
	wr(r, 0x038, size);
	wr(r, 0x080, (uint32_t)d);
	wr(r, 0x084, d >> 32);
	wr(r, 0x090, (uint32_t)a);
	wr(r, 0x094, a >> 32);
	wr(r, 0x0a0, (uint32_t)u);
	wr(r, 0x0a4, u >> 32);
	wr(r, 0x044, 1);
}

/* 3.1.1 driver initialisation */
static void start(struct dev_virtio_rng *r)
{
	fresh(r);
	wr(r, 0x070, 0);
	wr(r, 0x070, 1);
	wr(r, 0x070, 3);
	wr(r, 0x024, 1);
	wr(r, 0x020, 1);
	wr(r, 0x024, 0);
	wr(r, 0x020, 0);
	wr(r, 0x070, 0xb);
	assert_int_equal(rd(r, 0x070), 0xb);
	queue(r, QUEUE, DESC, AVAIL, USED);
	assert_int_equal(rd(r, 0x044), 1);
	wr(r, 0x070, 0xf);
	assert_int_equal(rd(r, 0x070), 0xf);
}

static bool all(const uint8_t *p, size_t n, uint8_t v)
{
	while (n != 0 && *p == v) {
		p++;
		n--;
	}
	return n == 0;
}

static void test_identity(void **state)
{
	struct dev_virtio_rng r;

	(void)state;
	fresh(&r);
	assert_int_equal(rd(&r, 0x000), 0x74726976);
	assert_int_equal(rd(&r, 0x004), 2);
	assert_int_equal(rd(&r, 0x008), 4);
	wr(&r, 0x014, 0);
	assert_int_equal(rd(&r, 0x010), 0);
	wr(&r, 0x014, 1);
	assert_int_equal(rd(&r, 0x010), 1); /* VERSION_1 */
	wr(&r, 0x014, 2);
	assert_int_equal(rd(&r, 0x010), 0);
	assert_int_equal(rd(&r, 0x034), DEV_VIRTIO_RNG_QUEUE);
	wr(&r, 0x030, 1); /* there is no second queue */
	assert_int_equal(rd(&r, 0x034), 0);
	assert_int_equal(rd(&r, 0x044), 0);
	assert_int_equal(rd(&r, 0x0b0), UINT32_MAX);
	assert_int_equal(rd(&r, 0x0bc), UINT32_MAX);
	assert_int_equal(rd(&r, 0x0fc), 0);
	assert_int_equal(rd(&r, 0x100), 0);
	assert_int_equal(dev_virtio_rng_read(&r, 0, 1), 0); /* 32-bit accesses only */
	dev_virtio_rng_write(&r, 0x070, 1, 1);
	assert_int_equal(rd(&r, 0x070), 0);
}

static void test_features_must_be_right(void **state)
{
	static const uint32_t rows[][2] = { { 0, 0 }, { 1, 1 }, { 0, 3 }, { 2, 1 } };
	struct dev_virtio_rng r;

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		fresh(&r);
		wr(&r, 0x070, 3);
		wr(&r, 0x024, 0);
		wr(&r, 0x020, rows[i][0]);
		wr(&r, 0x024, 1);
		wr(&r, 0x020, rows[i][1]);
		wr(&r, 0x070, 0xb);
		assert_int_equal(rd(&r, 0x070), 3);
		wr(&r, 0x070, 0xf); /* and it does not work without */
		assert_int_equal(rd(&r, 0x070), 3);
	}
	start(&r);
	wr(&r, 0x024, 0); /* too late */
	wr(&r, 0x020, 7);
	wr(&r, 0x070, 0xf);
	assert_int_equal(rd(&r, 0x070), 0xf);
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
	wr(&r, 0x050, 1); /* another queue's */
	assert_int_equal(ab_ld_le16(at(USED) + 2), 0);
	wr(&r, 0x050, 0);
	assert_int_equal(ab_ld_le16(at(USED) + 2), 2);
	assert_int_equal(ab_ld_le32(at(USED) + 4), 0);
	assert_int_equal(ab_ld_le32(at(USED) + 8), 64);
	assert_int_equal(ab_ld_le32(at(USED) + 12), 3);
	assert_int_equal(ab_ld_le32(at(USED) + 16), 24);
	assert_true(all(at(DATA), 64, 0xa5));
	assert_true(all(at(DATA) + 64, 0x100 - 64, 0));
	assert_true(all(at(DATA) + 0x100, 16, 0xa5));
	assert_true(all(at(DATA) + 0x110, 0x1f0, 0));
	assert_true(all(at(DATA) + 0x300, 8, 0xa5));
	assert_true(all(at(DATA) + 0x308, 0x100, 0));
	assert_int_equal(n_random, 64 + 16 + 8);
	assert_int_equal(edges, 1);
	assert_true(r.line.high);
	assert_int_equal(rd(&r, 0x060), 1);
	wr(&r, 0x064, 1);
	assert_int_equal(rd(&r, 0x060), 0);
	assert_false(r.line.high);
}

static void test_wraps_around_its_rings(void **state)
{
	struct dev_virtio_rng r;

	(void)state;
	start(&r);
	for (unsigned int i = 0; i < 0x10005; i++) { /* indices run over 16 bits */
		desc(i % QUEUE, DATA, 1 + i % 7, WRITE, 0);
		offer((uint16_t)(i % QUEUE));
		wr(&r, 0x050, 0);
		assert_int_equal(ab_ld_le16(at(USED) + 2), (uint16_t)(i + 1));
		assert_int_equal(ab_ld_le32(at(USED) + 4 + 8 * (i % QUEUE)), i % QUEUE);
		assert_int_equal(ab_ld_le32(at(USED) + 8 + 8 * (i % QUEUE)), 1 + i % 7);
	}
	assert_true(all(at(USED) + 4 + 8 * QUEUE, 64, 0));
}

static void test_interrupt_can_be_suppressed(void **state)
{
	struct dev_virtio_rng r;

	(void)state;
	start(&r);
	ab_st_le16(at(AVAIL), 1);
	desc(0, DATA, 64, WRITE, 0);
	offer(0);
	wr(&r, 0x050, 0);
	assert_int_equal(ab_ld_le16(at(USED) + 2), 1);
	assert_int_equal(edges, 0);
}

static void test_reset_stops_it(void **state)
{
	struct dev_virtio_rng r;

	(void)state;
	start(&r);
	desc(0, DATA, 64, WRITE, 0);
	offer(0);
	wr(&r, 0x050, 0);
	assert_true(r.line.high);
	wr(&r, 0x070, 0);
	assert_false(r.line.high);
	assert_int_equal(rd(&r, 0x070), 0);
	assert_int_equal(rd(&r, 0x044), 0);
	assert_int_equal(rd(&r, 0x060), 0);
	offer(0);
	wr(&r, 0x050, 0);
	assert_int_equal(ab_ld_le16(at(USED) + 2), 1);
	assert_ptr_equal(r.mem, &spans);
	assert_ptr_equal(r.random, fill);
	assert_ptr_equal(r.ctx, &n_random);
	assert_int_equal(r.line.irq, 16);
}

static void test_longest_chain(void **state)
{
	struct dev_virtio_rng r;

	(void)state;
	start(&r);
	for (uint16_t i = 0; i < QUEUE; i++)
		desc(i, DATA + 16u * i, 16, i + 1u < QUEUE ? WRITE | NEXT : WRITE, i + 1);
	offer(0);
	wr(&r, 0x050, 0);
	assert_int_equal(rd(&r, 0x070), 0xf);
	assert_int_equal(ab_ld_le32(at(USED) + 8), 16 * QUEUE);
}

static void test_queue_starts_over(void **state)
{
	struct dev_virtio_rng r;

	(void)state;
	start(&r);
	desc(0, DATA, 64, WRITE, 0);
	offer(0);
	wr(&r, 0x050, 0);
	wr(&r, 0x044, 0);
	memset(at(AVAIL), 0, 0x2000);
	wr(&r, 0x044, 1);
	offer(0);
	wr(&r, 0x050, 0);
	assert_int_equal(ab_ld_le16(at(USED) + 2), 1);
}

static void test_not_before_driver_ok(void **state)
{
	struct dev_virtio_rng r;

	(void)state;
	start(&r);
	wr(&r, 0x070, 0xb);
	desc(0, DATA, 64, WRITE, 0);
	offer(0);
	wr(&r, 0x050, 0);
	assert_int_equal(ab_ld_le16(at(USED) + 2), 0);
}

static void test_queue_in_use_is_fixed(void **state)
{
	struct dev_virtio_rng r;

	(void)state;
	start(&r);
	wr(&r, 0x038, 0xffff);
	wr(&r, 0x080, 0xdead0000);
	wr(&r, 0x0a4, 0xffffffff);
	assert_int_equal(r.size, QUEUE);
	assert_int_equal(r.desc, DESC);
	assert_int_equal(r.used, USED);
	wr(&r, 0x044, 0);
	assert_int_equal(rd(&r, 0x044), 0);
	desc(0, DATA, 64, WRITE, 0);
	offer(0);
	wr(&r, 0x050, 0);
	assert_int_equal(ab_ld_le16(at(USED) + 2), 0);
}

/* Rings that are not there cannot be made ready. */
static void test_bad_rings(void **state)
{
	static const struct {
		uint32_t size;
		uint64_t desc, avail, used;
	} rows[] = {
		{ 0, DESC, AVAIL, USED },
		{ 3, DESC, AVAIL, USED },
		{ DEV_VIRTIO_RNG_QUEUE * 2, DESC, AVAIL, USED },
		{ 0x80000000, DESC, AVAIL, USED },
		{ QUEUE, DESC + 8, AVAIL, USED },
		{ QUEUE, DESC, AVAIL + 1, USED },
		{ QUEUE, DESC, AVAIL, USED + 2 },
		{ QUEUE, BASE - 16, AVAIL, USED },
		{ QUEUE, BASE + RAM - 16 * (QUEUE - 1), AVAIL, USED },
		{ QUEUE, DESC, BASE + RAM - 2 - 2 * QUEUE, USED },
		{ QUEUE, DESC, AVAIL, BASE + RAM - 8 * QUEUE },
		{ QUEUE, UINT64_MAX - 15, AVAIL, USED },
		{ QUEUE, DESC, UINT64_MAX - 1, USED },
		{ QUEUE, DESC, AVAIL, UINT64_MAX - 3 },
		{ QUEUE, 0, 0, 0 },
	};
	struct dev_virtio_rng r;

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		start(&r);
		wr(&r, 0x044, 0);
		queue(&r, rows[i].size, rows[i].desc, rows[i].avail, rows[i].used);
		assert_int_equal(rd(&r, 0x044), 0);
		wr(&r, 0x050, 0);
	}
	start(&r); /* the last place that fits */
	wr(&r, 0x044, 0);
	queue(&r, QUEUE, BASE + RAM - 16 * QUEUE, AVAIL, USED);
	assert_int_equal(rd(&r, 0x044), 1);
}

static void expect_refusal(struct dev_virtio_rng *r)
{
	uint16_t used = ab_ld_le16(at(USED) + 2);

	wr(r, 0x050, 0);
	assert_int_equal(rd(r, 0x070), 0x4f); /* DEVICE_NEEDS_RESET */
	assert_int_equal(rd(r, 0x060) & 2, 2);
	assert_true(r->line.high);
	wr(r, 0x070, 0xf); /* stays until a reset */
	assert_int_equal(rd(r, 0x070), 0x4f);
	desc(0, DATA, 64, WRITE, 0);
	offer(0);
	wr(r, 0x050, 0);
	assert_true(ab_ld_le16(at(USED) + 2) <= used + 1);
	wr(r, 0x070, 0);
	assert_int_equal(rd(r, 0x070), 0);
}

static void test_hostile_chains(void **state)
{
	static const struct {
		uint64_t addr;
		uint32_t len;
		uint16_t flags, next;
	} rows[] = {
		{ DATA, 64, WRITE | INDIRECT, 0 }, /* not negotiated */
		{ DATA, 64, WRITE | NEXT, QUEUE }, /* beyond the table */
		{ DATA, 64, WRITE | NEXT, 0xffff },
		{ DATA, 64, WRITE | NEXT, 1 }, /* a loop: entry 1 is it */
		{ BASE + RAM, 1, WRITE, 0 }, /* outside memory */
		{ BASE - 1, 2, WRITE, 0 },
		{ BASE + RAM - 63, 64, WRITE, 0 },
		{ DATA, UINT32_MAX, WRITE, 0 },
		{ UINT64_MAX, 1, WRITE, 0 },
		{ UINT64_MAX - 63, 64, WRITE, 0 },
		{ UINT64_MAX, UINT32_MAX, WRITE, 0 },
		{ 0, 64, 0, 0 },
	};
	struct dev_virtio_rng r;

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		start(&r);
		desc(QUEUE, DATA, 64, WRITE, 0); /* beyond the table, and inviting */
		desc(1, rows[i].addr, rows[i].len, rows[i].flags, rows[i].next);
		offer(1);
		expect_refusal(&r);
	}
}

static void test_hostile_indices(void **state)
{
	struct dev_virtio_rng r;

	(void)state;
	start(&r);
	desc(0, DATA, 64, WRITE, 0);
	ab_st_le16(at(AVAIL) + 2, QUEUE + 1); /* more than the ring holds */
	expect_refusal(&r);
	start(&r);
	ab_st_le16(at(AVAIL) + 2, 0xffff); /* backwards */
	expect_refusal(&r);
	start(&r);
	desc(QUEUE, DATA, 64, WRITE, 0);
	offer(QUEUE); /* a head beyond the table */
	expect_refusal(&r);
	start(&r);
	desc(0, DATA, 64, WRITE, 0);
	for (unsigned int i = 0; i < QUEUE; i++) /* a full ring is right */
		offer(0);
	wr(&r, 0x050, 0);
	assert_int_equal(ab_ld_le16(at(USED) + 2), QUEUE);
	assert_int_equal(rd(&r, 0x070), 0xf);
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
	expect_refusal(&r);
	assert_true(all(at(DATA), 64, 0));
}

/* The rings may lie over the buffers and over each other: whatever is read is checked. */
static void test_rings_over_themselves(void **state)
{
	struct dev_virtio_rng r;

	(void)state;
	start(&r);
	desc(0, DESC, 16 * QUEUE, WRITE, 0);
	offer(0);
	offer(0);
	wr(&r, 0x050, 0);
	start(&r);
	wr(&r, 0x044, 0);
	queue(&r, QUEUE, DESC, DESC, DESC);
	desc(0, DATA, 4, WRITE, 0);
	wr(&r, 0x050, 0);
}

/* One kick is bounded work: a chain gets 64 KiB at most, whatever it asks for. */
static void test_work_is_bounded(void **state)
{
	static _Alignas(4096) uint8_t more[0x20000];
	struct ab_span two[2] = { span, { 0x80000000, sizeof(more), more } };
	struct ab_spans both = { two, 2 };
	struct dev_virtio_rng r;

	(void)state;
	start(&r);
	r.mem = &both;
	desc(0, 0x80000000, 0x8000, WRITE | NEXT, 1);
	desc(1, 0x80010000, 0x10000, WRITE, 0);
	offer(0);
	wr(&r, 0x050, 0);
	assert_int_equal(ab_ld_le32(at(USED) + 8), 0x10000);
	assert_true(all(more, 0x8000, 0xa5));
	assert_true(all(more + 0x8000, 0x8000, 0));
	assert_true(all(more + 0x10000, 0x8000, 0xa5));
	assert_true(all(more + 0x18000, 0x8000, 0));
	assert_int_equal(n_random, 0x10000);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_identity),
		cmocka_unit_test(test_features_must_be_right),
		cmocka_unit_test(test_fills_buffers),
		cmocka_unit_test(test_wraps_around_its_rings),
		cmocka_unit_test(test_interrupt_can_be_suppressed),
		cmocka_unit_test(test_reset_stops_it),
		cmocka_unit_test(test_longest_chain),
		cmocka_unit_test(test_queue_starts_over),
		cmocka_unit_test(test_not_before_driver_ok),
		cmocka_unit_test(test_queue_in_use_is_fixed),
		cmocka_unit_test(test_bad_rings),
		cmocka_unit_test(test_hostile_chains),
		cmocka_unit_test(test_hostile_indices),
		cmocka_unit_test(test_without_random_bytes),
		cmocka_unit_test(test_rings_over_themselves),
		cmocka_unit_test(test_work_is_bounded),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
