/* SPDX-License-Identifier: BSD-2-Clause */
/* Multiboot headers, byte by byte after the specifications. */
#ifndef MAKE_MULTIBOOT_H
#define MAKE_MULTIBOOT_H

#include "kernels.h"

/* MB1 3.1.1: the first three words; the caller puts addresses behind them. */
static inline void put_mb1(uint8_t *file, size_t at, uint32_t flags)
{
	put_at(file, at, 0x1badb002, 4);
	put_at(file, at + 4, flags, 4);
	put_at(file, at + 8, 0u - 0x1badb002u - flags, 4);
}

/* MB1 3.1.3: header_addr, load_addr, load_end_addr, bss_end_addr, entry_addr */
static inline void put_mb1_addresses(uint8_t *file, size_t at, const uint32_t a[5])
{
	for (size_t i = 0; i < 5; i++)
		put_at(file, at + 12 + 4 * i, a[i], 4);
}

/* A header of version 2 that grows by tags. MB2 3.1.1, 3.1.3 */
struct mb2 {
	uint8_t *file;
	size_t at, end;
};

static inline struct mb2 mb2_begin(uint8_t *file, size_t at)
{
	return (struct mb2){ file, at, at + 16 };
}

static inline void mb2_tag(struct mb2 *m, uint16_t type, uint16_t flags, const uint32_t *words,
			   size_t n)
{
	put_at(m->file, m->end, type, 2);
	put_at(m->file, m->end + 2, flags, 2);
	put_at(m->file, m->end + 4, 8 + 4 * n, 4);
	for (size_t i = 0; i < n; i++)
		put_at(m->file, m->end + 8 + 4 * i, words[i], 4);
	m->end += (8 + 4 * n + 7) & ~(size_t)7;
}

/* The four words in front, which sum up to 0. */
static inline void mb2_head(const struct mb2 *m, uint32_t architecture, uint32_t length)
{
	put_at(m->file, m->at, 0xe85250d6, 4);
	put_at(m->file, m->at + 4, architecture, 4);
	put_at(m->file, m->at + 8, length, 4);
	put_at(m->file, m->at + 12, 0u - 0xe85250d6u - architecture - length, 4);
}

static inline void mb2_end(struct mb2 *m)
{
	mb2_tag(m, 0, 0, NULL, 0);
	mb2_head(m, 0, (uint32_t)(m->end - m->at));
}

#endif /* MAKE_MULTIBOOT_H */
