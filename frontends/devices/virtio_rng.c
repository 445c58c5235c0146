/* SPDX-License-Identifier: BSD-2-Clause */
/* virtio entropy device on the MMIO transport (Virtual I/O Device 1.2: 4.2, 2.7 and 5.4). The
 * rings are the guest's to change at any time: each field is read once and checked after. */
#include "virtio_rng.h"

enum {
	/* 4.2.2 MMIO device register layout */
	REG_MAGIC = 0x000,
	REG_VERSION = 0x004,
	REG_DEVICE_ID = 0x008,
	REG_VENDOR_ID = 0x00c,
	REG_DEVICE_FEATURES = 0x010,
	REG_DEVICE_FEATURES_SEL = 0x014,
	REG_DRIVER_FEATURES = 0x020,
	REG_DRIVER_FEATURES_SEL = 0x024,
	REG_QUEUE_SEL = 0x030,
	REG_QUEUE_NUM_MAX = 0x034,
	REG_QUEUE_NUM = 0x038,
	REG_QUEUE_READY = 0x044,
	REG_QUEUE_NOTIFY = 0x050,
	REG_INTERRUPT_STATUS = 0x060,
	REG_INTERRUPT_ACK = 0x064,
	REG_STATUS = 0x070,
	REG_DESC = 0x080, /* low half, then high half */
	REG_DRIVER = 0x090,
	REG_DEVICE = 0x0a0,
	REG_SHM_LEN = 0x0b0, /* 0xb0 to 0xbc: all ones, there is no shared memory */
	REG_SHM_END = 0x0c0,

	MAGIC = 0x74726976, /* "virt" */
	DEVICE_ENTROPY = 4,
	VENDOR = 0x54454241, /* "ABET" */

	STATUS_DRIVER_OK = 0x04,
	STATUS_FEATURES_OK = 0x08,
	STATUS_NEEDS_RESET = 0x40,

	ISR_USED = 1,
	ISR_CONFIG = 2,

	/* 2.7.5 descriptor table, 2.7.6 available ring, 2.7.8 used ring */
	DESC_SIZE = 16,
	DESC_NEXT = 1,
	DESC_WRITE = 2,
	DESC_INDIRECT = 4,
	AVAIL_NO_INTERRUPT = 1,
	RING_IDX = 2, /* offset of the index; entries follow at 4 */
	RING_AT = 4,
	USED_SIZE = 8,
};

#define FEATURE_VERSION_1 (UINT64_C(1) << 32)
#define CHAIN_BYTES_MAX (64 * AB_KiB) /* the driver may get less than it asks for */

/* [gpa, gpa + len) in this process, or NULL where it is not all memory of one span. */
static uint8_t *at(const struct dev_virtio_rng *r, uint64_t gpa, uint64_t len)
{
	for (size_t i = 0; i < r->mem->n; i++) {
		const struct ab_span *s = &r->mem->at[i];

		if (gpa >= s->gpa && ab_within(gpa - s->gpa, len, s->size))
			return (uint8_t *)s->host + (gpa - s->gpa);
	}
	return NULL;
}

/* A ring's 16-bit field: whole, and ordered before what is read after or after what was written
 * before. set_ready() saw to its alignment. */
static uint16_t ring_load(const uint8_t *p)
{
	uint16_t v = __atomic_load_n((const uint16_t *)(const void *)p, __ATOMIC_ACQUIRE);

	return ab_ld_le16(&v);
}

static void ring_store(uint8_t *p, uint16_t v)
{
	uint16_t le;

	ab_st_le16(&le, v);
	__atomic_store_n((uint16_t *)(void *)p, le, __ATOMIC_SEQ_CST);
}

/* A descriptor, each byte read once. */
static void desc_load(uint8_t *to, const volatile uint8_t *from)
{
	for (size_t i = 0; i < DESC_SIZE; i++)
		to[i] = from[i];
}

static void interrupt(struct dev_virtio_rng *r, uint32_t why)
{
	r->isr |= why;
	dev_line_set(&r->line, r->isr != 0);
}

/* 2.1.2: the driver did what the specification forbids; nothing works until it resets us. */
static void refuse(struct dev_virtio_rng *r)
{
	r->ready = false;
	r->status |= STATUS_NEEDS_RESET;
	if (r->status & STATUS_DRIVER_OK)
		interrupt(r, ISR_CONFIG);
}

/* Fill a chain's buffers. False when the chain breaks the rules; it ends after as many
 * descriptors as the table has, so a loop is one that breaks them. */
static bool serve(struct dev_virtio_rng *r, uint16_t head, uint32_t *written)
{
	uint16_t index = head;

	*written = 0;
	for (uint32_t n = 0; n < r->size; n++) {
		uint8_t desc[DESC_SIZE];
		uint64_t len;
		uint16_t flags;
		uint8_t *p;

		if (index >= r->size)
			return false;
		desc_load(desc, r->desc_at + (size_t)index * DESC_SIZE);
		len = ab_ld_le32(desc + 8);
		flags = ab_ld_le16(desc + 12);
		p = at(r, ab_ld_le64(desc), len);
		if (flags & DESC_INDIRECT || p == NULL)
			return false;
		if (flags & DESC_WRITE) {
			uint64_t left = CHAIN_BYTES_MAX - *written;

			len = len < left ? len : left;
			if (!r->random(r->ctx, p, (size_t)len))
				return false;
			*written += (uint32_t)len;
		}
		if (!(flags & DESC_NEXT))
			return true;
		index = ab_ld_le16(desc + 14);
	}
	return false;
}

static void drain(struct dev_virtio_rng *r)
{
	uint16_t avail, todo;

	if (!r->ready || !(r->status & STATUS_DRIVER_OK))
		return;
	avail = ring_load(r->avail_at + RING_IDX);
	todo = (uint16_t)(avail - r->next);
	if (todo > r->size) {
		refuse(r);
		return;
	}
	for (; todo != 0; todo--) {
		size_t slot = r->next % r->size;
		uint16_t head = ring_load(r->avail_at + RING_AT + 2 * slot);
		uint8_t *used = r->used_at + RING_AT + USED_SIZE * slot;
		uint32_t written;

		if (!serve(r, head, &written)) {
			refuse(r);
			return;
		}
		ab_st_le32(used, head);
		ab_st_le32(used + 4, written);
		ring_store(r->used_at + RING_IDX, ++r->next);
	}
	if (!(ring_load(r->avail_at) & AVAIL_NO_INTERRUPT))
		interrupt(r, ISR_USED);
}

/* The rings must lie in memory, aligned as 2.7 has it, and stay there. */
static void set_ready(struct dev_virtio_rng *r, bool ready)
{
	r->ready = false;
	if (!ready)
		return;
	if (r->size == 0 || !ab_is_aligned(r->size, r->size) || r->size > DEV_VIRTIO_RNG_QUEUE ||
	    !ab_is_aligned(r->desc, 16) || !ab_is_aligned(r->avail, 2) ||
	    !ab_is_aligned(r->used, 4))
		return;
	r->desc_at = at(r, r->desc, (uint64_t)DESC_SIZE * r->size);
	r->avail_at = at(r, r->avail, RING_AT + 2 * (uint64_t)r->size);
	r->used_at = at(r, r->used, RING_AT + USED_SIZE * (uint64_t)r->size);
	r->ready = r->desc_at != NULL && r->avail_at != NULL && r->used_at != NULL;
	r->next = 0;
}

static void reset(struct dev_virtio_rng *r)
{
	*r = (struct dev_virtio_rng){
		.line = r->line, .mem = r->mem, .random = r->random, .ctx = r->ctx
	};
	dev_line_set(&r->line, false);
}

static void set_status(struct dev_virtio_rng *r, uint32_t v)
{
	if (v == 0) {
		reset(r);
		return;
	}
	if (v & STATUS_FEATURES_OK && r->features != FEATURE_VERSION_1)
		v &= ~(uint32_t)STATUS_FEATURES_OK;
	if (!(v & STATUS_FEATURES_OK))
		v &= ~(uint32_t)STATUS_DRIVER_OK;
	r->status = (v & 0xff) | (r->status & STATUS_NEEDS_RESET);
}

static void set_half(uint64_t *word, bool high, uint32_t v)
{
	*word =
	    high ? (*word & UINT32_MAX) | (uint64_t)v << 32 : (*word & ~(uint64_t)UINT32_MAX) | v;
}

uint64_t dev_virtio_rng_read(void *dev, uint64_t off, unsigned int len)
{
	struct dev_virtio_rng *r = dev;

	if (len != 4) /* 4.2.2.2: 32-bit accesses only; there is no configuration space */
		return 0;
	if (off >= REG_SHM_LEN && off < REG_SHM_END)
		return UINT32_MAX;
	switch (off) {
	case REG_MAGIC:
		return MAGIC;
	case REG_VERSION:
		return 2;
	case REG_DEVICE_ID:
		return DEVICE_ENTROPY;
	case REG_VENDOR_ID:
		return VENDOR;
	case REG_DEVICE_FEATURES:
		return r->device_sel == 1 ? FEATURE_VERSION_1 >> 32 : 0;
	case REG_QUEUE_NUM_MAX:
		return r->queue == 0 ? DEV_VIRTIO_RNG_QUEUE : 0;
	case REG_QUEUE_READY:
		return r->queue == 0 && r->ready;
	case REG_INTERRUPT_STATUS:
		return r->isr;
	case REG_STATUS:
		return r->status;
	}
	return 0;
}

/* Registers of the queue; a driver may not change what is in use. */
static void write_queue(struct dev_virtio_rng *r, uint64_t off, uint32_t v)
{
	if (r->queue != 0)
		return;
	if (off == REG_QUEUE_READY) {
		set_ready(r, (v & 1) != 0);
		return;
	}
	if (r->ready)
		return;
	switch (off & ~UINT64_C(4)) {
	case REG_DESC:
		set_half(&r->desc, (off & 4) != 0, v);
		break;
	case REG_DRIVER:
		set_half(&r->avail, (off & 4) != 0, v);
		break;
	case REG_DEVICE:
		set_half(&r->used, (off & 4) != 0, v);
		break;
	case REG_QUEUE_NUM:
		if (off == REG_QUEUE_NUM)
			r->size = v;
		break;
	}
}

void dev_virtio_rng_write(void *dev, uint64_t off, unsigned int len, uint64_t v)
{
	struct dev_virtio_rng *r = dev;
	uint32_t word = (uint32_t)v;

	if (len != 4)
		return;
	switch (off) {
	case REG_DEVICE_FEATURES_SEL:
		r->device_sel = word;
		break;
	case REG_DRIVER_FEATURES_SEL:
		r->driver_sel = word;
		break;
	case REG_DRIVER_FEATURES:
		if (!(r->status & STATUS_FEATURES_OK) && r->driver_sel <= 1)
			set_half(&r->features, r->driver_sel == 1, word);
		break;
	case REG_QUEUE_SEL:
		r->queue = word;
		break;
	case REG_QUEUE_NOTIFY:
		if (word == 0)
			drain(r);
		break;
	case REG_INTERRUPT_ACK:
		r->isr &= ~word;
		dev_line_set(&r->line, r->isr != 0);
		break;
	case REG_STATUS:
		set_status(r, word);
		break;
	default:
		write_queue(r, off, word);
	}
}
