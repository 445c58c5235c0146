/* SPDX-License-Identifier: BSD-2-Clause */
/* MMIO transport and split virtqueue (Virtual I/O Device 1.2: 4.2 and 2.7). The rings are the
 * guest's to change at any time: each field is read once and checked after. */
#include "virtio_mmio.h"

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
	VENDOR = 0x54454241, /* "ABET" */

	STATUS_DRIVER_OK = 0x04,
	STATUS_FEATURES_OK = 0x08,
	STATUS_NEEDS_RESET = 0x40,

	INTERRUPT_USED = 1,
	INTERRUPT_CONFIG = 2,

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

/* [gpa, gpa + len) in this program, or NULL where it is not all memory of one span. */
static uint8_t *memory_at(const struct ab_spans *mem, uint64_t gpa, uint64_t len)
{
	for (size_t i = 0; i < mem->n; i++) {
		const struct ab_span *s = &mem->at[i];

		if (gpa >= s->gpa && ab_within(gpa - s->gpa, len, s->size))
			return (uint8_t *)s->host + (gpa - s->gpa);
	}
	return NULL;
}

/* A ring's 16-bit field, in one access; set_ready() saw to its alignment. In the one order of these
 * accesses the used index is stored before the flags are loaded: else the driver could ask for an
 * interrupt after we looked, and look for the index before it was there (2.7.7). */
static uint16_t ring_load(const uint8_t *p)
{
	uint16_t v = __atomic_load_n((const uint16_t *)(const void *)p, __ATOMIC_SEQ_CST);

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

bool dev_virtio_next(struct dev_virtio_chain *chain, struct dev_virtio_buffer *b)
{
	uint8_t desc[DESC_SIZE];
	uint16_t flags;

	if (!chain->more)
		return false;
	chain->more = false;
	chain->broken = true; /* until all is checked */
	if (chain->left == 0 || chain->index >= chain->queue->size)
		return false;
	desc_load(desc, chain->queue->desc_at + (size_t)chain->index * DESC_SIZE);
	flags = ab_ld_le16(desc + 12);
	b->len = ab_ld_le32(desc + 8);
	b->at = memory_at(chain->mem, ab_ld_le64(desc), b->len);
	b->writable = (flags & DESC_WRITE) != 0;
	if (flags & DESC_INDIRECT || b->at == NULL)
		return false;
	chain->left--;
	chain->index = ab_ld_le16(desc + 14);
	chain->more = (flags & DESC_NEXT) != 0;
	chain->broken = false;
	return true;
}

static void interrupt(struct dev_virtio_mmio *v, uint32_t why)
{
	v->interrupt_status |= why;
	dev_line_set(&v->line, v->interrupt_status != 0);
}

/* 2.1.2: the driver did what the specification forbids; nothing works until it resets us. */
static void refuse(struct dev_virtio_mmio *v)
{
	v->status |= STATUS_NEEDS_RESET;
	if (v->status & STATUS_DRIVER_OK)
		interrupt(v, INTERRUPT_CONFIG);
}

/* Serve the next chain, and give it back to the driver. */
static enum dev_virtio_served serve(struct dev_virtio_mmio *v, unsigned int queue)
{
	struct dev_virtqueue *q = &v->queue[queue];
	const size_t slot = q->next % q->size;
	const uint16_t head = ring_load(q->avail_at + RING_AT + 2 * slot);
	uint8_t *used = q->used_at + RING_AT + USED_SIZE * slot;
	struct dev_virtio_chain chain = {
		.mem = v->mem, .queue = q, .left = q->size, .index = head, .more = true
	};
	const enum dev_virtio_served served = v->type->serve(v->dev, queue, &chain);

	if (served == DEV_VIRTIO_LATER)
		return served;
	if (served != DEV_VIRTIO_DONE || chain.broken)
		return DEV_VIRTIO_FAILED;
	ab_st_le32(used, head);
	ab_st_le32(used + 4, chain.written);
	ring_store(q->used_at + RING_IDX, ++q->next);
	return DEV_VIRTIO_DONE;
}

bool dev_virtio_mmio_ready(const struct dev_virtio_mmio *v, unsigned int queue)
{
	return v->queue[queue].ready &&
	       (v->status & (STATUS_DRIVER_OK | STATUS_NEEDS_RESET)) == STATUS_DRIVER_OK;
}

void dev_virtio_mmio_serve(struct dev_virtio_mmio *v, unsigned int queue)
{
	const struct dev_virtqueue *q = &v->queue[queue];
	enum dev_virtio_served served = DEV_VIRTIO_DONE;
	uint32_t todo, all;

	if (!dev_virtio_mmio_ready(v, queue))
		return;
	all = todo = (uint16_t)(ring_load(q->avail_at + RING_IDX) - q->next);
	if (todo > q->size)
		served = DEV_VIRTIO_FAILED;
	while (todo != 0 && served == DEV_VIRTIO_DONE) {
		served = serve(v, queue);
		todo -= served == DEV_VIRTIO_DONE;
	}
	if (served == DEV_VIRTIO_FAILED)
		refuse(v);
	else if (todo != all && !(ring_load(q->avail_at) & AVAIL_NO_INTERRUPT))
		interrupt(v, INTERRUPT_USED);
}

/* The driver made chains of some queues available. */
static void notified(struct dev_virtio_mmio *v, unsigned int first, unsigned int end)
{
	for (unsigned int i = first; i < end; i++)
		dev_virtio_mmio_serve(v, i);
	if (v->type->notified != NULL)
		v->type->notified(v->dev);
}

/* The rings must lie in memory, aligned as 2.7 has it, and stay there. */
static void set_ready(const struct dev_virtio_mmio *v, struct dev_virtqueue *q, bool ready)
{
	q->ready = false;
	if (!ready)
		return;
	if (q->size == 0 || !ab_is_aligned(q->size, q->size) || q->size > DEV_VIRTQUEUE_MAX ||
	    !ab_is_aligned(q->desc, 16) || !ab_is_aligned(q->avail, 2) ||
	    !ab_is_aligned(q->used, 4))
		return;
	q->desc_at = memory_at(v->mem, q->desc, (uint64_t)DESC_SIZE * q->size);
	q->avail_at = memory_at(v->mem, q->avail, RING_AT + 2 * (uint64_t)q->size);
	q->used_at = memory_at(v->mem, q->used, RING_AT + USED_SIZE * (uint64_t)q->size);
	q->ready = q->desc_at != NULL && q->avail_at != NULL && q->used_at != NULL;
	q->next = 0;
}

void dev_virtio_mmio_reset(struct dev_virtio_mmio *v)
{
	*v = (struct dev_virtio_mmio){
		.line = v->line, .mem = v->mem, .type = v->type, .dev = v->dev
	};
	dev_line_set(&v->line, false);
}

static void set_status(struct dev_virtio_mmio *v, uint32_t status)
{
	const uint32_t old = v->status;

	if (status == 0) {
		dev_virtio_mmio_reset(v);
		return;
	}
	if (status & STATUS_FEATURES_OK && v->features != FEATURE_VERSION_1)
		status &= ~(uint32_t)STATUS_FEATURES_OK;
	if (!(status & STATUS_FEATURES_OK))
		status &= ~(uint32_t)STATUS_DRIVER_OK;
	v->status = (status & 0xff) | (old & STATUS_NEEDS_RESET);
	if (v->status & ~old & STATUS_DRIVER_OK) /* the rings may be filled already */
		notified(v, 0, v->type->n_queues);
}

/* The queue that the registers show, or NULL. */
static struct dev_virtqueue *selected(struct dev_virtio_mmio *v)
{
	return v->queue_sel < v->type->n_queues ? &v->queue[v->queue_sel] : NULL;
}

static void set_half(uint64_t *word, bool high, uint32_t v)
{
	*word =
	    high ? (*word & UINT32_MAX) | (uint64_t)v << 32 : (*word & ~(uint64_t)UINT32_MAX) | v;
}

uint64_t dev_virtio_mmio_read(void *dev, uint64_t off, unsigned int len)
{
	struct dev_virtio_mmio *v = dev;
	const struct dev_virtqueue *q = selected(v);

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
		return v->type->id;
	case REG_VENDOR_ID:
		return VENDOR;
	case REG_DEVICE_FEATURES:
		return v->device_features_sel == 1 ? FEATURE_VERSION_1 >> 32 : 0;
	case REG_QUEUE_NUM_MAX:
		return q != NULL ? DEV_VIRTQUEUE_MAX : 0;
	case REG_QUEUE_READY:
		return q != NULL && q->ready;
	case REG_INTERRUPT_STATUS:
		return v->interrupt_status;
	case REG_STATUS:
		return v->status;
	}
	return 0;
}

/* Registers of the queue; a driver may not change what is in use. */
static void write_queue(struct dev_virtio_mmio *v, uint64_t off, uint32_t word)
{
	struct dev_virtqueue *q = selected(v);

	if (q == NULL)
		return;
	if (off == REG_QUEUE_READY) {
		set_ready(v, q, (word & 1) != 0);
		return;
	}
	if (q->ready)
		return;
	switch (off & ~UINT64_C(4)) {
	case REG_DESC:
		set_half(&q->desc, (off & 4) != 0, word);
		break;
	case REG_DRIVER:
		set_half(&q->avail, (off & 4) != 0, word);
		break;
	case REG_DEVICE:
		set_half(&q->used, (off & 4) != 0, word);
		break;
	case REG_QUEUE_NUM:
		if (off == REG_QUEUE_NUM)
			q->size = word;
		break;
	}
}

void dev_virtio_mmio_write(void *dev, uint64_t off, unsigned int len, uint64_t value)
{
	struct dev_virtio_mmio *v = dev;
	const uint32_t word = (uint32_t)value;

	if (len != 4)
		return;
	switch (off) {
	case REG_DEVICE_FEATURES_SEL:
		v->device_features_sel = word;
		break;
	case REG_DRIVER_FEATURES_SEL:
		v->driver_features_sel = word;
		break;
	case REG_DRIVER_FEATURES:
		if (!(v->status & STATUS_FEATURES_OK) && v->driver_features_sel <= 1)
			set_half(&v->features, v->driver_features_sel == 1, word);
		break;
	case REG_QUEUE_SEL:
		v->queue_sel = word;
		break;
	case REG_QUEUE_NOTIFY:
		if (word < v->type->n_queues)
			notified(v, word, word + 1);
		break;
	case REG_INTERRUPT_ACK:
		v->interrupt_status &= ~word;
		dev_line_set(&v->line, v->interrupt_status != 0);
		break;
	case REG_STATUS:
		set_status(v, word);
		break;
	default:
		write_queue(v, off, word);
	}
}
