/* SPDX-License-Identifier: BSD-2-Clause */
/* A virtio driver that does the specification's steps, and the memory of its guest. */
#ifndef VIRTIO_DRIVER_H
#define VIRTIO_DRIVER_H

#include "unit.h"

#include "devices/virtio_mmio.h"

#define RAM 0x10000u /* bytes, at guest-physical BASE */
#define BASE 0x40000000u
#define DESC (BASE + 0x1000)
#define AVAIL (BASE + 0x2000)
#define USED (BASE + 0x3000)
#define DATA (BASE + 0x8000)
#define QUEUE 8u
#define SECOND 0x3000u /* from queue 0's rings to queue 1's */

#define NEXT 1u
#define WRITE 2u
#define INDIRECT 4u

static _Alignas(4096) uint8_t ram[RAM];
static const struct ab_span span = { BASE, RAM, ram };
static const struct ab_spans spans = { &span, 1 };
static unsigned int edges; /* rising edges of the interrupt */
static unsigned int ring; /* of which queue desc(), offer() and expect_used() are: 0 or SECOND */

static inline void line(void *ctx, uint32_t irq, bool high)
{
	(void)ctx;
	assert_int_equal(irq, 16);
	edges += high;
}

/* Fresh memory, and a device that is connected to it. */
static inline void connect(struct dev_virtio_mmio *d)
{
	memset(ram, 0, sizeof(ram));
	edges = ring = 0;
	memset(d, 0xff, sizeof(*d));
	d->line = (struct dev_line){ line, NULL, 16, false };
	d->mem = &spans;
}

static inline uint8_t *at(uint64_t gpa)
{
	return ram + (gpa - BASE);
}

static inline uint32_t rd(struct dev_virtio_mmio *d, uint64_t reg)
{
	return (uint32_t)dev_virtio_mmio_read(d, reg, 4);
}

static inline void wr(struct dev_virtio_mmio *d, uint64_t reg, uint64_t v)
{
	dev_virtio_mmio_write(d, reg, 4, v);
}

static inline void desc(unsigned int i, uint64_t addr, uint32_t len, uint16_t flags, uint16_t next)
{
	ab_st_le64(at(DESC + ring) + 16 * i, addr);
	ab_st_le32(at(DESC + ring) + 16 * i + 8, len);
	ab_st_le16(at(DESC + ring) + 16 * i + 12, flags);
	ab_st_le16(at(DESC + ring) + 16 * i + 14, next);
}

static inline void offer(uint16_t head)
{
	uint16_t idx = ab_ld_le16(at(AVAIL + ring) + 2);

	ab_st_le16(at(AVAIL + ring) + 4 + 2 * (idx % QUEUE), head);
	ab_st_le16(at(AVAIL + ring) + 2, (uint16_t)(idx + 1));
}

static inline void queue(struct dev_virtio_mmio *d, uint32_t size, uint64_t desc_gpa,
			 uint64_t avail_gpa, uint64_t used_gpa)
{
	wr(d, 0x030, ring == SECOND);
	wr(d, 0x038, size);
	wr(d, 0x080, (uint32_t)desc_gpa);
	wr(d, 0x084, desc_gpa >> 32);
	wr(d, 0x090, (uint32_t)avail_gpa);
	wr(d, 0x094, avail_gpa >> 32);
	wr(d, 0x0a0, (uint32_t)used_gpa);
	wr(d, 0x0a4, used_gpa >> 32);
	wr(d, 0x044, 1);
}

/* 3.1.1 driver initialisation, up to its last step */
static inline void prepare(struct dev_virtio_mmio *d)
{
	wr(d, 0x070, 0);
	wr(d, 0x070, 1);
	wr(d, 0x070, 3);
	wr(d, 0x024, 1);
	wr(d, 0x020, 1);
	wr(d, 0x024, 0);
	wr(d, 0x020, 0);
	wr(d, 0x070, 0xb);
	assert_int_equal(rd(d, 0x070), 0xb);
	queue(d, QUEUE, DESC, AVAIL, USED);
	assert_int_equal(rd(d, 0x044), 1);
	if (d->type->n_queues == 1)
		return;
	ring = SECOND;
	queue(d, QUEUE, DESC + SECOND, AVAIL + SECOND, USED + SECOND);
	assert_int_equal(rd(d, 0x044), 1);
	ring = 0;
}

static inline void drive(struct dev_virtio_mmio *d)
{
	prepare(d);
	wr(d, 0x070, 0xf);
	assert_int_equal(rd(d, 0x070), 0xf);
}

static inline unsigned int used(void)
{
	return ab_ld_le16(at(USED + ring) + 2);
}

/* The chain's buffers are given back, the i-th one used: its head and the bytes written. */
static inline void expect_used(unsigned int i, uint32_t head, uint32_t written)
{
	assert_int_equal(ab_ld_le32(at(USED + ring) + 4 + 8 * (i % QUEUE)), head);
	assert_int_equal(ab_ld_le32(at(USED + ring) + 8 + 8 * (i % QUEUE)), written);
}

static inline bool all(const uint8_t *p, size_t n, uint8_t v)
{
	while (n != 0 && *p == v) {
		p++;
		n--;
	}
	return n == 0;
}

/* DEVICE_NEEDS_RESET, which a reset alone ends. */
static inline void expect_refusal(struct dev_virtio_mmio *d)
{
	const unsigned int before = used();

	wr(d, 0x050, ring == SECOND);
	assert_int_equal(rd(d, 0x070), 0x4f);
	assert_int_equal(rd(d, 0x060) & 2, 2);
	assert_true(d->line.high);
	wr(d, 0x070, 0xf);
	assert_int_equal(rd(d, 0x070), 0x4f);
	desc(0, DATA, 64, WRITE, 0);
	offer(0);
	wr(d, 0x050, ring == SECOND);
	assert_true(used() <= before + 1);
	wr(d, 0x044, 1);
	wr(d, 0x050, ring == SECOND); /* nor does a queue that is made ready again */
	assert_true(used() <= before + 1);
	wr(d, 0x070, 0);
	assert_int_equal(rd(d, 0x070), 0);
}

#endif /* VIRTIO_DRIVER_H */
