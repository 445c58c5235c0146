/* SPDX-License-Identifier: BSD-2-Clause */
/* The virtio transport and queue: by the specification's own driver steps, then by guests that
 * break its rules. */
#include "virtio_driver.h"

/* A device that fills what it may write, and keeps an account. */
static struct {
	unsigned int chains, buffers;
	unsigned int queue; /* the last one's */
	unsigned int notified;
	uint32_t read; /* bytes that it may read */
	bool fails;
	unsigned int waits; /* it has no use for chains after so many; 0: it always has */
} account;

static enum dev_virtio_served serve(void *dev, unsigned int queue_of,
				    struct dev_virtio_chain *chain)
{
	struct dev_virtio_buffer b;

	assert_ptr_equal(dev, &account);
	if (account.waits != 0 && account.chains == account.waits)
		return DEV_VIRTIO_LATER;
	account.chains++;
	account.queue = queue_of;
	while (dev_virtio_next(chain, &b)) {
		account.buffers++;
		if (!b.writable) {
			account.read += b.len;
			continue;
		}
		memset(b.at, 0xa5, b.len);
		chain->written += b.len;
	}
	return account.fails ? DEV_VIRTIO_FAILED : DEV_VIRTIO_DONE;
}

static void notified(void *dev)
{
	assert_ptr_equal(dev, &account);
	account.notified++;
}

static const struct dev_virtio_type type = { 0x2a, 1, serve, NULL };
static const struct dev_virtio_type type_of_two = { 0x2b, 2, serve, notified };

static void fresh_of(struct dev_virtio_mmio *d, const struct dev_virtio_type *t)
{
	memset(&account, 0, sizeof(account));
	connect(d);
	d->type = t;
	d->dev = &account;
	dev_virtio_mmio_reset(d);
}

static void fresh(struct dev_virtio_mmio *d)
{
	fresh_of(d, &type);
}

static void start(struct dev_virtio_mmio *d)
{
	fresh(d);
	drive(d);
}

static void test_identity(void **state)
{
	struct dev_virtio_mmio d;

	(void)state;
	fresh(&d);
	assert_int_equal(rd(&d, 0x000), 0x74726976);
	assert_int_equal(rd(&d, 0x004), 2);
	assert_int_equal(rd(&d, 0x008), 0x2a);
	wr(&d, 0x014, 0);
	assert_int_equal(rd(&d, 0x010), 0);
	wr(&d, 0x014, 1);
	assert_int_equal(rd(&d, 0x010), 1); /* VERSION_1 */
	wr(&d, 0x014, 2);
	assert_int_equal(rd(&d, 0x010), 0);
	assert_int_equal(rd(&d, 0x034), DEV_VIRTQUEUE_MAX);
	wr(&d, 0x030, 1); /* there is no second queue */
	assert_int_equal(rd(&d, 0x034), 0);
	assert_int_equal(rd(&d, 0x044), 0);
	assert_int_equal(rd(&d, 0x0b0), UINT32_MAX);
	assert_int_equal(rd(&d, 0x0bc), UINT32_MAX);
	assert_int_equal(rd(&d, 0x0fc), 0);
	assert_int_equal(rd(&d, 0x100), 0);
	assert_int_equal(dev_virtio_mmio_read(&d, 0, 1), 0); /* 32-bit accesses only */
	dev_virtio_mmio_write(&d, 0x070, 1, 1);
	assert_int_equal(rd(&d, 0x070), 0);
}

static void test_features_must_be_right(void **state)
{
	static const uint32_t rows[][2] = { { 0, 0 }, { 1, 1 }, { 0, 3 }, { 2, 1 } };
	struct dev_virtio_mmio d;

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		fresh(&d);
		wr(&d, 0x070, 3);
		wr(&d, 0x024, 0);
		wr(&d, 0x020, rows[i][0]);
		wr(&d, 0x024, 1);
		wr(&d, 0x020, rows[i][1]);
		wr(&d, 0x070, 0xb);
		assert_int_equal(rd(&d, 0x070), 3);
		wr(&d, 0x070, 0xf); /* and it does not work without */
		assert_int_equal(rd(&d, 0x070), 3);
	}
	start(&d);
	wr(&d, 0x024, 0); /* too late */
	wr(&d, 0x020, 7);
	wr(&d, 0x070, 0xf);
	assert_int_equal(rd(&d, 0x070), 0xf);
}

static void test_gives_buffers(void **state)
{
	struct dev_virtio_mmio d;

	(void)state;
	start(&d);
	desc(0, DATA, 64, WRITE, 0);
	desc(3, DATA + 0x100, 16, NEXT | WRITE, 5);
	desc(5, DATA + 0x200, 32, NEXT, 6); /* the driver's own: not writable */
	desc(6, DATA + 0x300, 8, WRITE, 0);
	offer(0);
	offer(3);
	wr(&d, 0x050, 1); /* another queue's */
	assert_int_equal(ab_ld_le16(at(USED) + 2), 0);
	wr(&d, 0x050, 0);
	assert_int_equal(ab_ld_le16(at(USED) + 2), 2);
	expect_used(0, 0, 64);
	expect_used(1, 3, 24);
	assert_int_equal(account.chains, 2);
	assert_int_equal(account.buffers, 4);
	assert_int_equal(account.read, 32);
	assert_true(all(at(DATA), 64, 0xa5));
	assert_true(all(at(DATA) + 64, 0x100 - 64, 0));
	assert_true(all(at(DATA) + 0x100, 16, 0xa5));
	assert_true(all(at(DATA) + 0x110, 0x1f0, 0));
	assert_true(all(at(DATA) + 0x300, 8, 0xa5));
	assert_true(all(at(DATA) + 0x308, 0x100, 0));
	assert_int_equal(edges, 1);
	assert_true(d.line.high);
	assert_int_equal(rd(&d, 0x060), 1);
	wr(&d, 0x064, 1);
	assert_int_equal(rd(&d, 0x060), 0);
	assert_false(d.line.high);
}

static void test_device_fails(void **state)
{
	struct dev_virtio_mmio d;

	(void)state;
	start(&d);
	account.fails = true;
	desc(0, DATA, 64, WRITE, 0);
	offer(0);
	expect_refusal(&d);
	assert_int_equal(ab_ld_le16(at(USED) + 2), 0);
}

static void test_wraps_around_its_rings(void **state)
{
	struct dev_virtio_mmio d;

	(void)state;
	start(&d);
	for (unsigned int i = 0; i < 0x10005; i++) { /* indices run over 16 bits */
		desc(i % QUEUE, DATA, 1 + i % 7, WRITE, 0);
		offer((uint16_t)(i % QUEUE));
		wr(&d, 0x050, 0);
		assert_int_equal(ab_ld_le16(at(USED) + 2), (uint16_t)(i + 1));
		assert_int_equal(ab_ld_le32(at(USED) + 4 + 8 * (i % QUEUE)), i % QUEUE);
		assert_int_equal(ab_ld_le32(at(USED) + 8 + 8 * (i % QUEUE)), 1 + i % 7);
	}
	assert_true(all(at(USED) + 4 + 8 * QUEUE, 64, 0));
}

static void test_interrupt_can_be_suppressed(void **state)
{
	struct dev_virtio_mmio d;

	(void)state;
	start(&d);
	ab_st_le16(at(AVAIL), 1);
	desc(0, DATA, 64, WRITE, 0);
	offer(0);
	wr(&d, 0x050, 0);
	assert_int_equal(ab_ld_le16(at(USED) + 2), 1);
	assert_int_equal(edges, 0);
}

static void test_reset_stops_it(void **state)
{
	struct dev_virtio_mmio d;

	(void)state;
	start(&d);
	desc(0, DATA, 64, WRITE, 0);
	offer(0);
	wr(&d, 0x050, 0);
	assert_true(d.line.high);
	wr(&d, 0x070, 0);
	assert_false(d.line.high);
	assert_int_equal(rd(&d, 0x070), 0);
	assert_int_equal(rd(&d, 0x044), 0);
	assert_int_equal(rd(&d, 0x060), 0);
	offer(0);
	wr(&d, 0x050, 0);
	assert_int_equal(ab_ld_le16(at(USED) + 2), 1);
	assert_ptr_equal(d.mem, &spans);
	assert_ptr_equal(d.dev, &account);
	assert_int_equal(d.line.irq, 16);
}

static void test_longest_chain(void **state)
{
	struct dev_virtio_mmio d;

	(void)state;
	start(&d);
	for (uint16_t i = 0; i < QUEUE; i++)
		desc(i, DATA + 16u * i, 16, i + 1u < QUEUE ? WRITE | NEXT : WRITE, i + 1);
	offer(0);
	wr(&d, 0x050, 0);
	assert_int_equal(rd(&d, 0x070), 0xf);
	assert_int_equal(ab_ld_le32(at(USED) + 8), 16 * QUEUE);
}

static void test_queue_starts_over(void **state)
{
	struct dev_virtio_mmio d;

	(void)state;
	start(&d);
	desc(0, DATA, 64, WRITE, 0);
	offer(0);
	wr(&d, 0x050, 0);
	wr(&d, 0x044, 0);
	memset(at(AVAIL), 0, 0x2000);
	wr(&d, 0x044, 1);
	offer(0);
	wr(&d, 0x050, 0);
	assert_int_equal(ab_ld_le16(at(USED) + 2), 1);
}

static void test_not_before_driver_ok(void **state)
{
	struct dev_virtio_mmio d;

	(void)state;
	start(&d);
	wr(&d, 0x070, 0xb);
	desc(0, DATA, 64, WRITE, 0);
	offer(0);
	wr(&d, 0x050, 0);
	assert_int_equal(ab_ld_le16(at(USED) + 2), 0);
}

static void test_queue_in_use_is_fixed(void **state)
{
	struct dev_virtio_mmio d;

	(void)state;
	start(&d);
	wr(&d, 0x038, 0xffff);
	wr(&d, 0x080, 0xdead0000);
	wr(&d, 0x0a4, 0xffffffff);
	assert_int_equal(d.queue[0].size, QUEUE);
	assert_int_equal(d.queue[0].desc, DESC);
	assert_int_equal(d.queue[0].used, USED);
	wr(&d, 0x044, 0);
	assert_int_equal(rd(&d, 0x044), 0);
	desc(0, DATA, 64, WRITE, 0);
	offer(0);
	wr(&d, 0x050, 0);
	assert_int_equal(ab_ld_le16(at(USED) + 2), 0);
}

/* Two queues know nothing of each other, but that both stand after a broken rule. */
static void test_two_queues(void **state)
{
	struct dev_virtio_mmio d;

	(void)state;
	fresh_of(&d, &type_of_two);
	wr(&d, 0x030, 1);
	assert_int_equal(rd(&d, 0x034), DEV_VIRTQUEUE_MAX);
	wr(&d, 0x030, 2);
	assert_int_equal(rd(&d, 0x034), 0);
	wr(&d, 0x044, 1);
	assert_int_equal(rd(&d, 0x044), 0);
	drive(&d);
	ring = SECOND;
	desc(0, DATA, 64, WRITE, 0);
	offer(0);
	wr(&d, 0x050, 0);
	wr(&d, 0x050, 2);
	wr(&d, 0x050, UINT32_MAX);
	assert_int_equal(used(), 0);
	wr(&d, 0x050, 1);
	assert_int_equal(used(), 1);
	assert_int_equal(account.queue, 1);
	expect_used(0, 0, 64);
	ring = 0;
	assert_int_equal(used(), 0);
	desc(3, DATA, 16, WRITE, 0);
	offer(3);
	wr(&d, 0x050, 0);
	assert_int_equal(account.queue, 0);
	expect_used(0, 3, 16);
	offer(QUEUE);
	wr(&d, 0x050, 0);
	assert_int_equal(rd(&d, 0x070), 0x4f);
	ring = SECOND;
	offer(0);
	wr(&d, 0x050, 1);
	assert_int_equal(used(), 1);
	assert_false(dev_virtio_mmio_ready(&d, 0) || dev_virtio_mmio_ready(&d, 1));
}

/* A chain for which the device has no use yet waits until it has, and no interrupt tells of it. */
static void test_chains_wait(void **state)
{
	struct dev_virtio_mmio d;

	(void)state;
	fresh_of(&d, &type_of_two);
	drive(&d);
	account.waits = 2;
	for (uint16_t i = 0; i < 4; i++) {
		desc(i, DATA, 1u + i, WRITE, 0);
		offer(i);
	}
	wr(&d, 0x050, 0);
	assert_int_equal(used(), 2);
	assert_int_equal(rd(&d, 0x060), 1);
	wr(&d, 0x064, 1);
	wr(&d, 0x050, 0);
	assert_int_equal(used(), 2);
	assert_int_equal(rd(&d, 0x060), 0);
	account.waits = 3;
	dev_virtio_mmio_serve(&d, 0);
	assert_int_equal(used(), 3);
	expect_used(2, 2, 3);
	assert_int_equal(rd(&d, 0x060), 1);
	account.waits = 0;
	dev_virtio_mmio_serve(&d, 0);
	expect_used(3, 3, 4);
	assert_int_equal(edges, 2);
}

/* The device hears of what the driver did, once it works; chains may have been there before. */
static void test_device_is_told(void **state)
{
	struct dev_virtio_mmio d;

	(void)state;
	fresh_of(&d, &type_of_two);
	prepare(&d);
	for (ring = 0; ring <= SECOND; ring += SECOND) {
		desc(0, DATA, 64, WRITE, 0);
		offer(0);
	}
	assert_false(dev_virtio_mmio_ready(&d, 0));
	assert_int_equal(account.notified, 0);
	wr(&d, 0x070, 0xf);
	assert_true(dev_virtio_mmio_ready(&d, 0) && dev_virtio_mmio_ready(&d, 1));
	assert_int_equal(account.notified, 1);
	assert_int_equal(account.chains, 2);
	wr(&d, 0x070, 0xf); /* no news */
	assert_int_equal(account.notified, 1);
	wr(&d, 0x050, 0);
	wr(&d, 0x050, 1);
	assert_int_equal(account.notified, 3);
	dev_virtio_mmio_serve(&d, 0); /* is its own doing */
	assert_int_equal(account.notified, 3);
	ring = 0;
	wr(&d, 0x030, 0);
	wr(&d, 0x044, 0);
	assert_false(dev_virtio_mmio_ready(&d, 0));
	wr(&d, 0x070, 0);
	assert_false(dev_virtio_mmio_ready(&d, 1));
	assert_int_equal(account.notified, 3);
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
		{ DEV_VIRTQUEUE_MAX * 2, DESC, AVAIL, USED },
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
	struct dev_virtio_mmio d;

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		start(&d);
		wr(&d, 0x044, 0);
		queue(&d, rows[i].size, rows[i].desc, rows[i].avail, rows[i].used);
		assert_int_equal(rd(&d, 0x044), 0);
		wr(&d, 0x050, 0);
	}
	start(&d); /* the last place that fits */
	wr(&d, 0x044, 0);
	queue(&d, QUEUE, BASE + RAM - 16 * QUEUE, AVAIL, USED);
	assert_int_equal(rd(&d, 0x044), 1);
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
	struct dev_virtio_mmio d;

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		start(&d);
		desc(QUEUE, DATA, 64, WRITE, 0); /* beyond the table, and inviting */
		desc(1, rows[i].addr, rows[i].len, rows[i].flags, rows[i].next);
		offer(1);
		expect_refusal(&d);
	}
}

static void test_hostile_indices(void **state)
{
	struct dev_virtio_mmio d;

	(void)state;
	start(&d);
	desc(0, DATA, 64, WRITE, 0);
	ab_st_le16(at(AVAIL) + 2, QUEUE + 1); /* more than the ring holds */
	expect_refusal(&d);
	start(&d);
	ab_st_le16(at(AVAIL) + 2, 0xffff); /* backwards */
	expect_refusal(&d);
	start(&d);
	desc(QUEUE, DATA, 64, WRITE, 0);
	offer(QUEUE); /* a head beyond the table */
	expect_refusal(&d);
	start(&d);
	desc(0, DATA, 64, WRITE, 0);
	for (unsigned int i = 0; i < QUEUE; i++) /* a full ring is right */
		offer(0);
	wr(&d, 0x050, 0);
	assert_int_equal(ab_ld_le16(at(USED) + 2), QUEUE);
	assert_int_equal(rd(&d, 0x070), 0xf);
}

/* The rings may lie over the buffers and over each other: whatever is read is checked. */
static void test_rings_over_themselves(void **state)
{
	struct dev_virtio_mmio d;

	(void)state;
	start(&d);
	desc(0, DESC, 16 * QUEUE, WRITE, 0);
	offer(0);
	offer(0);
	wr(&d, 0x050, 0);
	start(&d);
	wr(&d, 0x044, 0);
	queue(&d, QUEUE, DESC, DESC, DESC);
	desc(0, DATA, 4, WRITE, 0);
	wr(&d, 0x050, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_identity),
		cmocka_unit_test(test_features_must_be_right),
		cmocka_unit_test(test_gives_buffers),
		cmocka_unit_test(test_wraps_around_its_rings),
		cmocka_unit_test(test_interrupt_can_be_suppressed),
		cmocka_unit_test(test_reset_stops_it),
		cmocka_unit_test(test_longest_chain),
		cmocka_unit_test(test_queue_starts_over),
		cmocka_unit_test(test_not_before_driver_ok),
		cmocka_unit_test(test_queue_in_use_is_fixed),
		cmocka_unit_test(test_two_queues),
		cmocka_unit_test(test_chains_wait),
		cmocka_unit_test(test_device_is_told),
		cmocka_unit_test(test_bad_rings),
		cmocka_unit_test(test_hostile_chains),
		cmocka_unit_test(test_hostile_indices),
		cmocka_unit_test(test_rings_over_themselves),
		cmocka_unit_test(test_device_fails),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
