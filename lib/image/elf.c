/* SPDX-License-Identifier: BSD-2-Clause */
/* ELF and program headers of either class and byte order. System V gABI, Object Files. */
#include <aetherboot/image.h>

#include "../base/base_priv.h"
#include "../base/libc.h"
#include "image_priv.h"

enum { ET_EXEC = 2, ET_DYN = 3, PT_LOAD = 1, PT_NOTE = 4, PN_XNUM = 0xffff };

/* Offsets of a field in each class, and its width in bytes; 0: as wide as an address. */
struct place {
	uint8_t at32;
	uint8_t at64;
	uint8_t width;
};

/* Elf32_Ehdr, Elf64_Ehdr */
static const struct place e_type = { 0x10, 0x10, 2 };
static const struct place e_machine = { 0x12, 0x12, 2 };
static const struct place e_version = { 0x14, 0x14, 4 };
static const struct place e_entry = { 0x18, 0x18, 0 };
static const struct place e_phoff = { 0x1c, 0x20, 0 };
static const struct place e_phentsize = { 0x2a, 0x36, 2 };
static const struct place e_phnum = { 0x2c, 0x38, 2 };

/* Elf32_Phdr, Elf64_Phdr */
static const struct place p_type = { 0x00, 0x00, 4 };
static const struct place p_offset = { 0x04, 0x08, 0 };
static const struct place p_vaddr = { 0x08, 0x10, 0 };
static const struct place p_paddr = { 0x0c, 0x18, 0 };
static const struct place p_filesz = { 0x10, 0x20, 0 };
static const struct place p_memsz = { 0x14, 0x28, 0 };
static const struct place p_align = { 0x1c, 0x30, 0 };

#define EHDR_SIZE(elf) ((elf)->bits == 64 ? 64u : 52u)
#define PHDR_SIZE(elf) ((elf)->bits == 64 ? 56u : 32u)

/* State of reading program headers. */
struct reader {
	struct ab_elf *elf;
	uint64_t size; /* bytes of the file */
	uint32_t n_loads; /* PT_LOADs seen, empty ones too */
	uint32_t index; /* of the program header being read */
	struct ab_error *why;
};

/* Report a program header that is malformed, or one too many. */
static enum ab_err bad_header(const struct reader *rd, enum ab_err code, const char *what,
			      uint64_t value, const char *rule)
{
	return ab_fail_at_(rd->why, code, what, rd->index, value, rule);
}

static uint64_t load(const struct ab_elf *elf, const uint8_t *p, unsigned int width)
{
	uint64_t v = 0;

	for (unsigned int i = 0; i < width; i++)
		v = v << 8 | p[elf->big_endian ? i : width - 1 - i];
	return v;
}

static uint64_t get(const struct ab_elf *elf, const uint8_t *header, struct place f)
{
	bool wide = elf->bits == 64;

	return load(elf, header + (wide ? f.at64 : f.at32), f.width != 0 ? f.width : wide ? 8 : 4);
}

/* True if [base, base + size) is within the class's address space. It may end at exactly 2^64, as
 * kernels do in virtual addresses; check_load() allows no physical address this. */
static bool addressable(const struct ab_elf *elf, uint64_t base, uint64_t size)
{
	return elf->bits == 64 ? ab_range_ok(base, size) : ab_within(base, size, UINT64_C(1) << 32);
}

static enum ab_err check_load(const struct reader *rd, const struct ab_elf_segment *s)
{
	uint64_t end;

	if (s->file_size > s->mem_size)
		return bad_header(rd, AB_ERR_IMAGE, "elf.phdr[].p_filesz", s->file_size,
				  "must be at most p_memsz");
	if (s->file_size != 0 && !ab_within(s->offset, s->file_size, rd->size))
		return bad_header(rd, AB_ERR_IMAGE, "elf.phdr[].p_offset", s->offset,
				  "the segment must be within the file");
	if (!addressable(rd->elf, s->paddr, s->mem_size) || !ab_add(s->paddr, s->mem_size, &end))
		return bad_header(rd, AB_ERR_IMAGE, "elf.phdr[].p_paddr", s->paddr,
				  "p_paddr + p_memsz must not wrap");
	if (!addressable(rd->elf, s->vaddr, s->mem_size))
		return bad_header(rd, AB_ERR_IMAGE, "elf.phdr[].p_vaddr", s->vaddr,
				  "p_vaddr + p_memsz must not wrap");
	return AB_OK;
}

/* Insert by paddr; neighbours must not overlap. */
static enum ab_err add_load(struct reader *rd, const uint8_t *ph)
{
	struct ab_elf *elf = rd->elf;
	const struct ab_elf_segment s = {
		.paddr = get(elf, ph, p_paddr),
		.vaddr = get(elf, ph, p_vaddr),
		.offset = get(elf, ph, p_offset),
		.file_size = get(elf, ph, p_filesz),
		.mem_size = get(elf, ph, p_memsz),
	};
	uint32_t at = elf->n_segments;
	enum ab_err err = check_load(rd, &s);

	if (err != AB_OK)
		return err;
	if (rd->n_loads == AB_ELF_SEGMENTS_MAX)
		return bad_header(rd, AB_ERR_UNSUPPORTED, "elf.phdr[].p_type", PT_LOAD,
				  "at most 32 program headers may be 1 (PT_LOAD)");
	rd->n_loads++;
	if (s.mem_size == 0)
		return AB_OK;
	for (uint32_t i = 0; i < elf->n_segments; i++) {
		const struct ab_elf_segment *o = &elf->segment[i];

		if (ab_overlaps(s.paddr, s.mem_size, o->paddr, o->mem_size))
			return ab_fail_with_(rd->why,
					     &(struct ab_error){ .code = AB_ERR_OVERLAP,
								 .what = "elf.phdr[]",
								 .index = elf->header[i],
								 .value = o->paddr,
								 .other = "elf.phdr[]",
								 .other_index = rd->index,
								 .other_value = s.paddr,
								 .size = o->mem_size,
								 .other_size = s.mem_size });
	}
	for (; at != 0 && elf->segment[at - 1].paddr > s.paddr; at--) {
		elf->segment[at] = elf->segment[at - 1];
		elf->header[at] = elf->header[at - 1];
	}
	elf->segment[at] = s;
	elf->header[at] = (uint16_t)rd->index; /* e_phnum has 16 bits */
	elf->n_segments++;
	return AB_OK;
}

static enum ab_err add_note(struct reader *rd, const uint8_t *ph)
{
	struct ab_elf *elf = rd->elf;
	const struct ab_elf_note note = {
		.offset = get(elf, ph, p_offset),
		.size = get(elf, ph, p_filesz),
		.align = get(elf, ph, p_align) == 8 ? 8 : 4,
	};

	if (note.size == 0)
		return AB_OK;
	if (!ab_within(note.offset, note.size, rd->size))
		return bad_header(rd, AB_ERR_IMAGE, "elf.phdr[].p_offset", note.offset,
				  "the note must be within the file");
	if (elf->n_notes == AB_ELF_NOTES_MAX)
		return bad_header(rd, AB_ERR_UNSUPPORTED, "elf.phdr[].p_type", PT_NOTE,
				  "at most 8 program headers may be 4 (PT_NOTE)");
	elf->note[elf->n_notes++] = note;
	return AB_OK;
}

/* Read the file header. The program headers are [*phoff, *phoff + *phlen). */
static enum ab_err read_ehdr(struct reader *rd, const uint8_t *eh, uint64_t *phoff, uint64_t *phlen)
{
	struct ab_elf *elf = rd->elf;
	struct ab_error *why = rd->why;
	uint64_t type = get(elf, eh, e_type);
	uint64_t phnum = get(elf, eh, e_phnum);

	if (get(elf, eh, e_version) != 1)
		return ab_fail(why, AB_ERR_IMAGE, "elf.e_version", get(elf, eh, e_version),
			       "must be 1");
	if (type != ET_EXEC && type != ET_DYN)
		return ab_fail(why, AB_ERR_UNSUPPORTED, "elf.e_type", type,
			       "must be 2 (ET_EXEC) or 3 (ET_DYN)");
	if (phnum == 0)
		return ab_fail(why, AB_ERR_IMAGE, "elf.e_phnum", phnum, "must not be 0");
	if (phnum == PN_XNUM)
		return ab_fail(why, AB_ERR_UNSUPPORTED, "elf.e_phnum", phnum,
			       "must be below 65535");
	if (get(elf, eh, e_phentsize) != PHDR_SIZE(elf))
		return ab_fail(why, AB_ERR_IMAGE, "elf.e_phentsize", get(elf, eh, e_phentsize),
			       "must be 32 in ELF32, 56 in ELF64");
	elf->machine = (uint16_t)get(elf, eh, e_machine);
	elf->entry = get(elf, eh, e_entry);
	*phoff = get(elf, eh, e_phoff);
	*phlen = phnum * PHDR_SIZE(elf);
	if (!ab_within(*phoff, *phlen, rd->size))
		return ab_fail(why, AB_ERR_IMAGE, "elf.e_phoff", *phoff,
			       "the program headers must be within the file");
	return AB_OK;
}

/* Check that the head contains @len bytes from @off on. NOSPACE: only the file is long enough. */
static enum ab_err need_head(const struct reader *rd, struct ab_bytes head, uint64_t off,
			     uint64_t len)
{
	if (ab_within(off, len, head.size))
		return AB_OK;
	if (!ab_within(off, len, rd->size))
		return ab_fail(rd->why, AB_ERR_IMAGE, "ELF file", rd->size,
			       "must not end in its headers");
	return ab_fail(rd->why, AB_ERR_NOSPACE, "ELF file", off + len,
		       "its headers must be read first");
}

bool ab_elf_is_(struct ab_bytes head)
{
	return head.size >= 4 && memcmp(head.data, "\177ELF", 4) == 0;
}

static enum ab_err read_ident(struct reader *rd, const uint8_t *ident)
{
	if (!ab_elf_is_((struct ab_bytes){ ident, 4 }))
		return ab_fail(rd->why, AB_ERR_IMAGE, "elf.e_ident", ab_ld_le32(ident),
			       "must be 0x464c457f (\\177ELF)");
	if (ident[4] != 1 && ident[4] != 2)
		return ab_fail(rd->why, AB_ERR_IMAGE, "elf.ei_class", ident[4],
			       "must be 1 (32-bit) or 2 (64-bit)");
	if (ident[5] != 1 && ident[5] != 2)
		return ab_fail(rd->why, AB_ERR_IMAGE, "elf.ei_data", ident[5],
			       "must be 1 (little-endian) or 2 (big-endian)");
	if (ident[6] != 1)
		return ab_fail(rd->why, AB_ERR_IMAGE, "elf.ei_version", ident[6], "must be 1");
	rd->elf->bits = ident[4] == 2 ? 64 : 32;
	rd->elf->big_endian = ident[5] == 2;
	return AB_OK;
}

/* Compute the range that the sorted segments span. */
static void measure(struct ab_elf *elf)
{
	const struct ab_elf_segment *last = &elf->segment[elf->n_segments - 1];

	elf->base = elf->segment[0].paddr;
	elf->size = last->paddr + last->mem_size - elf->base;
	for (uint32_t i = 0; i < elf->n_segments; i++) {
		const struct ab_elf_segment *s = &elf->segment[i];

		if (s->file_size != 0 && s->offset + s->file_size > elf->file_end)
			elf->file_end = s->offset + s->file_size;
	}
}

enum ab_err ab_elf_headers_(struct ab_elf *elf, struct ab_bytes head, uint64_t size,
			    struct ab_error *why)
{
	struct reader rd = { .elf = elf, .size = size, .why = why };
	const uint8_t *bytes = head.data;
	uint64_t phoff = 0, phlen = 0;
	enum ab_err err;

	memset(elf, 0, sizeof(*elf));
	if ((err = need_head(&rd, head, 0, 16)) || (err = read_ident(&rd, bytes)) ||
	    (err = need_head(&rd, head, 0, EHDR_SIZE(elf))) ||
	    (err = read_ehdr(&rd, bytes, &phoff, &phlen)) ||
	    (err = need_head(&rd, head, phoff, phlen)))
		return err;
	for (uint64_t at = phoff; at != phoff + phlen; at += PHDR_SIZE(elf), rd.index++) {
		const uint8_t *ph = bytes + at;
		uint64_t type = get(elf, ph, p_type);

		if ((type == PT_LOAD && (err = add_load(&rd, ph))) ||
		    (type == PT_NOTE && (err = add_note(&rd, ph))))
			return err;
	}
	if (elf->n_segments == 0)
		return ab_fail(why, AB_ERR_IMAGE, "elf.e_phnum", rd.index,
			       "one program header must be a PT_LOAD that is not empty");
	measure(elf);
	return AB_OK;
}

/* ---- notes: gABI, Note Section; each header, name and descriptor from an aligned offset --- */

#define XEN_ELFNOTE_PHYS32_ENTRY 18u /* xen/include/public/elfnote.h */

struct note {
	const uint8_t *name;
	uint64_t name_size;
	uint64_t type;
	const uint8_t *desc;
	uint64_t desc_size;
};

static bool owned_by(const struct note *n, const char *owner, size_t size)
{
	return n->name_size == size && memcmp(n->name, owner, size) == 0;
}

/* Linux include/linux/elfnote.h: every kernel since 4.19 has notes of this owner. */
static void take(struct ab_elf *elf, const struct note *n)
{
	uint64_t value;

	if (owned_by(n, "Linux", 6))
		elf->is_linux = true;
	if (elf->has_pvh || n->type != XEN_ELFNOTE_PHYS32_ENTRY || !owned_by(n, "Xen", 4) ||
	    (n->desc_size != 4 && n->desc_size != 8))
		return;
	value = load(elf, n->desc, (unsigned int)n->desc_size);
	elf->has_pvh = value <= UINT32_MAX;
	elf->pvh_entry = elf->has_pvh ? (uint32_t)value : 0;
}

static void take_all(struct ab_elf *elf, struct ab_bytes bytes, uint64_t align)
{
	const uint8_t *p = bytes.data;
	uint64_t at = 0;

	while (ab_within(at, 12, bytes.size)) {
		struct note n = { .name = p + at + 12,
				  .name_size = load(elf, p + at, 4),
				  .type = load(elf, p + at + 8, 4),
				  .desc_size = load(elf, p + at + 4, 4) };
		uint64_t desc = (at + 12 + n.name_size + align - 1) & ~(align - 1);

		if (!ab_within(at + 12, n.name_size, bytes.size) ||
		    !ab_within(desc, n.desc_size, bytes.size))
			return;
		n.desc = p + desc;
		take(elf, &n);
		at = (desc + n.desc_size + align - 1) & ~(align - 1);
	}
}

/* Linkers merge notes of 4 bytes' alignment into a PT_NOTE of 8 without moving them. If nothing is
 * found where the header says, the notes may lie so. */
void ab_elf_note_(struct ab_elf *elf, uint32_t index, struct ab_bytes bytes)
{
	const bool had_pvh = elf->has_pvh, was_linux = elf->is_linux;

	elf->is_linux = false;
	take_all(elf, bytes, elf->note[index].align);
	if (elf->note[index].align == 8 && elf->has_pvh == had_pvh && !elf->is_linux)
		take_all(elf, bytes, 4);
	elf->is_linux |= was_linux;
}
