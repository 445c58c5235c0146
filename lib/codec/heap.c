/* SPDX-License-Identifier: BSD-2-Clause */
/* A first-fit heap for codec libraries, which allocate few blocks and free most of them at
 * the end. */
#include "codec_priv.h"

/* A tag precedes each block, at h->base + offset: the size of the block, with the low bit set
 * while the block is in use. It is read and written as bytes, as the library may use the memory
 * around it with any type. */
#define HEADER AB_HEAP_ALIGN
#define IN_USE ((size_t)1)

static size_t tag(const struct ab_heap *h, size_t at)
{
	return (size_t)ab_ld_le64(h->base + at);
}

static void set_tag(const struct ab_heap *h, size_t at, size_t v)
{
	ab_st_le64(h->base + at, v);
}

void ab_heap_init_(struct ab_heap *h, void *base, size_t size)
{
	h->base = base;
	h->size = size;
	h->high = 0;
	h->wanted = 0;
	if (size >= HEADER)
		set_tag(h, 0, size - HEADER);
}

/* Take @size bytes of the free block at @at. The rest, a multiple of the header's size, becomes a
 * free block. */
static void *take(struct ab_heap *h, size_t at, size_t room, size_t size)
{
	size_t end = at + HEADER + size;

	if (room != size)
		set_tag(h, end, room - size - HEADER);
	set_tag(h, at, size | IN_USE);
	if (at + HEADER + size > h->high)
		h->high = at + HEADER + size;
	return h->base + at + HEADER;
}

void *ab_heap_alloc_(struct ab_heap *h, size_t n, size_t size)
{
	uint64_t bytes, padded;
	size_t at = 0, last = 0;

	if (!ab_mul(n, size, &bytes) || !ab_align_up(bytes, AB_HEAP_ALIGN, &padded) ||
	    padded > SIZE_MAX - HEADER) {
		h->wanted = UINT64_MAX;
		return NULL;
	}
	while (h->size - at >= HEADER) {
		size_t room = tag(h, at) & ~IN_USE;

		last = at;
		if ((tag(h, at) & IN_USE) == 0) {
			/* merge free neighbours */
			while (h->size - at - HEADER - room >= HEADER &&
			       (tag(h, at + HEADER + room) & IN_USE) == 0)
				room += HEADER + tag(h, at + HEADER + room);
			set_tag(h, at, room);
			if (room >= padded)
				return take(h, at, room, (size_t)padded);
		} else {
			last = at + HEADER + room;
		}
		at += HEADER + room;
	}
	if (!ab_add(last + HEADER, padded, &h->wanted))
		h->wanted = UINT64_MAX;
	return NULL;
}

void ab_heap_free_(struct ab_heap *h, void *p)
{
	size_t at;

	if (p == NULL)
		return;
	at = (size_t)((uint8_t *)p - h->base) - HEADER;
	set_tag(h, at, tag(h, at) & ~IN_USE);
}
