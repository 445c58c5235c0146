/* SPDX-License-Identifier: BSD-2-Clause */
/* Kernels made byte by byte: ELF of either class with a PVH note, and bzImages with an ELF in a
 * gzip stream of stored blocks, so that no compressor is needed. */
#ifndef KERNELS_H
#define KERNELS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <aetherboot/base.h>

#define SEGS_MAX 4

/* One PT_LOAD. */
struct seg {
	uint64_t paddr, vaddr;
	uint32_t file_size, mem_size;
};

struct elf_spec {
	unsigned int bits; /* 32 or 64 */
	uint16_t machine;
	uint64_t entry;
	struct seg seg[SEGS_MAX]; /* mem_size 0 ends the list */
	uint32_t pvh; /* entry in a note; 0: no note */
	bool reversed; /* segments' bytes lie in the file in descending order */
	bool marked; /* a note of the owner "Linux" */
};

struct bz_spec {
	uint16_t version; /* 0: 0x020f */
	uint16_t xloadflags;
	bool zimage; /* not loaded high */
	bool relocatable;
	uint32_t alignment; /* 0: 2 MiB */
	uint64_t pref;
	uint32_t init_size;
	uint32_t initrd_addr_max; /* 0: 0x7fffffff */
	uint32_t cmdline_size; /* 0: 2047 */
	const struct elf_spec *elf; /* payload; NULL: none */
};

/* File byte @i of segment @n. */
static inline uint8_t seg_byte(uint32_t n, uint32_t i)
{
	return (uint8_t)(i * 7 + i / 251 + n * 31 + 1);
}

static inline void put_at(uint8_t *p, size_t at, uint64_t v, unsigned int width)
{
	for (unsigned int i = 0; i < width; i++)
		p[at + i] = (uint8_t)(v >> 8 * i);
}

/* Headers at 0, the note at 0x200, segments from 0x400 on. Returns the file's size. */
static inline size_t make_elf(uint8_t *out, const struct elf_spec *s)
{
	const bool wide = s->bits == 64;
	const unsigned int addr = wide ? 8 : 4, ehdr = wide ? 64 : 52, phdr = wide ? 56 : 32;
	size_t at = 0x400, n = 0, count = 0;

	memset(out, 0, 0x400);
	while (count < SEGS_MAX && s->seg[count].mem_size != 0)
		at += s->seg[count++].file_size;
	memcpy(out, "\177ELF", 4);
	out[4] = wide ? 2 : 1;
	out[5] = out[6] = 1;
	put_at(out, 0x10, 2, 2); /* ET_EXEC */
	put_at(out, 0x12, s->machine, 2);
	put_at(out, 0x14, 1, 4);
	put_at(out, 0x18, s->entry, addr);
	put_at(out, 0x18 + addr, ehdr, addr); /* e_phoff */
	put_at(out, 0x1c + 3 * addr, ehdr, 2);
	put_at(out, 0x1e + 3 * addr, phdr, 2);
	put_at(out, 0x20 + 3 * addr, count + (s->pvh != 0 || s->marked), 2);
	for (size_t k = 0, pos = s->reversed ? at : 0x400; k < count; k++, n++) {
		uint8_t *ph = out + ehdr + n * phdr;
		const struct seg *g = &s->seg[k];

		pos -= s->reversed ? g->file_size : 0;
		put_at(ph, 0, 1, 4); /* PT_LOAD */
		put_at(ph, addr, pos, addr);
		put_at(ph, 2 * addr, g->vaddr, addr);
		put_at(ph, 3 * addr, g->paddr, addr);
		put_at(ph, 4 * addr, g->file_size, addr);
		put_at(ph, 5 * addr, g->mem_size, addr);
		for (uint32_t i = 0; i < g->file_size; i++)
			out[pos + i] = seg_byte((uint32_t)k, i);
		pos += s->reversed ? 0 : g->file_size;
	}
	if (s->pvh != 0 || s->marked) {
		uint8_t *ph = out + ehdr + n * phdr;
		const size_t note = s->pvh != 0 ? 0x314 : 0x300;
		const size_t size = note - 0x300 + (s->marked ? 24 : 0);

		put_at(ph, 0, 4, 4); /* PT_NOTE */
		put_at(ph, addr, 0x300, addr);
		put_at(ph, 4 * addr, size, addr);
		put_at(ph, 5 * addr, size, addr);
		put_at(ph, wide ? 0x30 : 0x1c, 4, addr);
		if (s->pvh != 0) {
			put_at(out, 0x300, 4, 4);
			put_at(out, 0x304, 4, 4);
			put_at(out, 0x308, 18, 4); /* XEN_ELFNOTE_PHYS32_ENTRY */
			memcpy(out + 0x30c, "Xen", 4);
			put_at(out, 0x310, s->pvh, 4);
		}
		if (s->marked) {
			put_at(out, note, 6, 4);
			put_at(out, note + 4, 4, 4);
			put_at(out, note + 8, 0x101, 4); /* LINUX_ELFNOTE_LTO_INFO */
			memcpy(out + note + 12, "Linux", 6);
		}
	}
	return at;
}

/* RFC 1952 around RFC 1951's stored blocks. */
static inline size_t make_gzip(uint8_t *out, const uint8_t *data, size_t size)
{
	static const uint8_t head[10] = { 0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff };
	size_t at = sizeof(head);

	memcpy(out, head, sizeof(head));
	for (size_t done = 0, n; done < size; done += n) {
		n = size - done < 0xffff ? size - done : 0xffff;
		out[at] = done + n == size; /* final */
		put_at(out, at + 1, n, 2);
		put_at(out, at + 3, ~n, 2);
		memcpy(out + at + 5, data + done, n);
		at += 5 + n;
	}
	put_at(out, at, ab_crc32(0, data, size), 4);
	put_at(out, at + 4, size, 4);
	return at + 8;
}

/* One setup sector after the boot sector; then the kernel, its payload at 0x400. */
static inline size_t make_bzimage(uint8_t *out, const struct bz_spec *s)
{
	static uint8_t elf[1 << 20];
	uint8_t *kernel = out + 1024;
	size_t size = 0x1000;

	memset(out, 0, 1024 + size);
	for (size_t i = 0; i < size; i++)
		kernel[i] = (uint8_t)(i * 5 + 3);
	if (s->elf != NULL) {
		size_t n = make_gzip(kernel + 0x400, elf, make_elf(elf, s->elf));

		put_at(out, 0x248, 0x400, 4);
		put_at(out, 0x24c, n, 4);
		size = (0x400 + n + 0x5f) & ~(size_t)0x1f;
		memset(kernel + 0x400 + n, 0x77, size - 0x400 - n);
	}
	out[0x1f1] = 1;
	put_at(out, 0x1f4, size / 16, 4);
	put_at(out, 0x1fe, 0xaa55, 2);
	put_at(out, 0x200, 0xeb | 0x6a << 8, 2);
	memcpy(out + 0x202, "HdrS", 4);
	put_at(out, 0x206, s->version != 0 ? s->version : 0x020f, 2);
	out[0x211] = s->zimage ? 0 : 1;
	put_at(out, 0x22c, s->initrd_addr_max != 0 ? s->initrd_addr_max : 0x7fffffff, 4);
	put_at(out, 0x230, s->alignment != 0 ? s->alignment : 0x200000, 4);
	out[0x234] = s->relocatable;
	put_at(out, 0x236, s->xloadflags, 2);
	put_at(out, 0x238, s->cmdline_size != 0 ? s->cmdline_size : 2047, 4);
	put_at(out, 0x258, s->pref, 8);
	put_at(out, 0x260, s->init_size, 4);
	return 1024 + size;
}

/* ---- a choice of them --------------------------------------------------------------------- */

#define XLF_64 0x01
#define XLF_ABOVE_4G 0x02
#define XLF_5LEVEL 0x20

/* A Linux of sorts: text with BSS behind, data in the middle, BSS alone at the end. */
static const struct elf_spec elf64 = {
	64,
	62,
	0x1000040,
	{ { 0x1000000, 0xffffffff81000000, 0x2345, 0x3000 },
	  { 0x1006000, 0xffffffff81006000, 0x1001, 0x1001 },
	  { 0x1008000, 0, 0, 0x5000 } },
	0x1000100,
	false,
	true,
};

/* The same, file order against address order: two runs to decode. */
static const struct elf_spec elf64_reversed = {
	64,
	62,
	0xffffffff81000040, /* virtual, as some link it */
	{ { 0x1000000, 0xffffffff81000000, 0x2345, 0x3000 },
	  { 0x1006000, 0xffffffff81006000, 0x1001, 0x1001 } },
	0,
	true,
	true,
};

static const struct elf_spec elf32_pvh = {
	32, 3, 0x100000, { { 0x100000, 0x100000, 0x100, 0x2000 } }, 0x100020, false,
};

static const struct bz_spec bz_packed = {
	.xloadflags = XLF_64 | XLF_ABOVE_4G | XLF_5LEVEL,
	.relocatable = true,
	.pref = 0x1000000,
	.init_size = 0x800000,
	.elf = &elf64,
};

static const struct bz_spec bz_bare = {
	.xloadflags = XLF_64,
	.relocatable = true,
	.pref = 0x1000000,
	.init_size = 0x400000,
};

static const struct bz_spec bz_32bit = {
	.pref = 0x1000000,
	.init_size = 0x600000,
	.initrd_addr_max = 0x37ffffff,
};

#endif /* KERNELS_H */
