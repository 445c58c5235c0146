/* SPDX-License-Identifier: BSD-2-Clause */
/* Multiboot headers of both versions. A header that this library cannot follow is no fault of the
 * file, which may have another way in: the reason is kept until that header is to be used. */
#include "image_priv.h"

#include "../base/base_priv.h"
#include "../base/libc.h"

#define HEAD_1 8192u /* MB1 3.1: the header lies within so many bytes */
#define HEAD_2 32768u /* MB2 3.1 */
#define MAGIC_1 0x1badb002u
#define MAGIC_2 0xe85250d6u

/* MB1 3.1.2 */
#define KNOWN_FLAGS 0x7u
#define MANDATORY_FLAGS 0xffffu
#define HAS_ADDRESSES 0x10000u
#define ADDRESSES_END 32u

static uint32_t word(struct ab_bytes head, size_t at)
{
	return ab_ld_le32((const uint8_t *)head.data + at);
}

/* Keep the first reason only. */
static void refuse(struct ab_multiboot *mb, enum ab_err code, const char *what, uint64_t value,
		   const char *rule)
{
	if (mb->refused.code == AB_OK)
		(void)ab_fail(&mb->refused, code, what, value, rule);
}

/* ---- addresses ---------------------------------------------------------------------------- */

/* MB1 3.1.3, MB2 3.1.5: the four words at @at; the paths of their fields are in @names. */
static void read_addresses(struct ab_multiboot *mb, struct ab_bytes head, size_t at,
			   const char *const names[3])
{
	mb->has_load = true;
	mb->header_addr = word(head, at);
	mb->load_addr = word(head, at + 4);
	if (mb->version == 2 && mb->load_addr == UINT32_MAX) /* the file's first byte */
		mb->load_addr = mb->header_addr - mb->offset;
	mb->load_end_addr = word(head, at + 8);
	mb->bss_end_addr = word(head, at + 12);
	if (mb->load_addr > mb->header_addr || mb->header_addr - mb->load_addr > mb->offset)
		refuse(mb, AB_ERR_IMAGE, names[0], mb->load_addr,
		       "must be at most header_addr, and not from before the start of the file");
	if (mb->load_end_addr != 0 && mb->load_end_addr <= mb->load_addr)
		refuse(mb, AB_ERR_IMAGE, names[1], mb->load_end_addr,
		       "must be 0, or above load_addr");
	if (mb->bss_end_addr != 0 && mb->bss_end_addr < mb->load_end_addr)
		refuse(mb, AB_ERR_IMAGE, names[2], mb->bss_end_addr,
		       "must be 0, or not below load_end_addr");
}

/* Check what an ELF can do without. */
static void check_whole(struct ab_multiboot *mb, struct ab_bytes head, const char *load,
			const char *entry)
{
	if (!mb->has_load && !ab_elf_is_(head))
		refuse(mb, AB_ERR_IMAGE, load, mb->flags,
		       "must give load addresses, as the file is no ELF");
	if (mb->has_load && !mb->has_entry)
		refuse(mb, AB_ERR_IMAGE, entry, 0, "must be given with load addresses");
}

/* ---- version 1 ---------------------------------------------------------------------------- */

static void read_1(struct ab_multiboot *mb, struct ab_bytes head)
{
	static const char *const names[] = { "multiboot.load_addr", "multiboot.load_end_addr",
					     "multiboot.bss_end_addr" };

	mb->flags = word(head, mb->offset + 4);
	if ((mb->flags & MANDATORY_FLAGS & ~KNOWN_FLAGS) != 0)
		refuse(mb, AB_ERR_UNSUPPORTED, "multiboot.flags", mb->flags,
		       "of bits 0 to 15 only 0, 1 and 2 have a meaning; a loader must refuse "
		       "others");
	if ((mb->flags & HAS_ADDRESSES) == 0) {
		check_whole(mb, head, "multiboot.flags", NULL);
	} else if (!ab_within(mb->offset, ADDRESSES_END, head.size)) {
		refuse(mb, AB_ERR_IMAGE, "multiboot.offset", mb->offset,
		       "all of the header must be within the file's first 8192 bytes");
	} else {
		mb->has_entry = true;
		mb->entry_addr = word(head, mb->offset + 28);
		read_addresses(mb, head, mb->offset + 12, names);
	}
}

/* ---- version 2 ---------------------------------------------------------------------------- */

#define HEADER_2 16u /* bytes before the first tag */
#define OPTIONAL 1u

/* MB2 3.1.3 */
enum tag {
	TAG_END,
	TAG_REQUEST,
	TAG_ADDRESS,
	TAG_ENTRY,
	TAG_CONSOLE,
	TAG_FRAMEBUFFER,
	TAG_ALIGN_MODULES,
	TAG_EFI_SERVICES,
	TAG_ENTRY_EFI32,
	TAG_ENTRY_EFI64,
	TAG_RELOCATABLE,
	N_TAGS
};

/* What a tag demands that nobody here gives; NULL: nothing. The entries for EFI count only with its
 * boot services. */
static const struct {
	uint8_t size; /* least bytes */
	const char *lack;
} tags[N_TAGS] = {
	[TAG_END] = { 8, NULL },
	[TAG_REQUEST] = { 8, NULL },
	[TAG_ADDRESS] = { 24, NULL },
	[TAG_ENTRY] = { 12, NULL },
	[TAG_CONSOLE] = { 12, NULL },
	[TAG_FRAMEBUFFER] = { 20, "must be optional: there is no framebuffer" },
	[TAG_ALIGN_MODULES] = { 8, NULL },
	[TAG_EFI_SERVICES] = { 8, "must be optional: there are no EFI boot services" },
	[TAG_ENTRY_EFI32] = { 12, NULL },
	[TAG_ENTRY_EFI64] = { 12, NULL },
	[TAG_RELOCATABLE] = { 24, NULL },
};

/* MB2 3.1.4: information that a loader knows of must be given if there is any. There is none of
 * BIOS disks, video, APM, EFI, the network and ACPI 1.0; SMBIOS (13) and sections (9) there may be,
 * and they are not given. */
#define INFO_KNOWN (((1u << 22) - 1) & ~(1u << 9 | 1u << 13))

static void read_requests(struct ab_multiboot *mb, struct ab_bytes tag)
{
	for (size_t at = 8; at + 4 <= tag.size; at += 4) {
		const uint32_t type = word(tag, at);

		if (type >= 32 || (INFO_KNOWN >> type & 1) == 0)
			refuse(mb, AB_ERR_UNSUPPORTED, "multiboot2.request", type,
			       "information of this type is not given, and the kernel demands it");
	}
}

static void read_relocatable(struct ab_multiboot *mb, struct ab_bytes tag)
{
	mb->relocatable = true;
	mb->min_addr = word(tag, 8);
	mb->max_addr = word(tag, 12);
	mb->align = word(tag, 16);
	mb->preference = word(tag, 20);
	if ((mb->align & (mb->align - 1)) != 0)
		refuse(mb, AB_ERR_IMAGE, "multiboot2.relocatable.align", mb->align,
		       "must be a power of two, or 0");
	if (mb->preference > 2)
		refuse(mb, AB_ERR_IMAGE, "multiboot2.relocatable.preference", mb->preference,
		       "must be 0, 1 or 2");
}

/* @tag: from its type to its end. */
static void read_tag(struct ab_multiboot *mb, uint16_t type, bool required, struct ab_bytes tag)
{
	static const char *const names[] = { "multiboot2.load_addr", "multiboot2.load_end_addr",
					     "multiboot2.bss_end_addr" };

	if (required && type >= N_TAGS)
		refuse(mb, AB_ERR_UNSUPPORTED, "multiboot2.tag", type,
		       "must be optional: nothing is known of it");
	else if (type < N_TAGS && tag.size < tags[type].size)
		refuse(mb, AB_ERR_IMAGE, "multiboot2.tag", type, "is too short for its type");
	else if (required && type < N_TAGS && tags[type].lack != NULL)
		refuse(mb, AB_ERR_UNSUPPORTED, "multiboot2.tag", type, tags[type].lack);
	else if (required && type == TAG_REQUEST)
		read_requests(mb, tag);
	else if (required && type == TAG_CONSOLE && (word(tag, 8) & 1) != 0)
		refuse(mb, AB_ERR_UNSUPPORTED, "multiboot2.tag", type,
		       "must be optional: there is no console that a header can ask for");
	else if (type == TAG_ADDRESS)
		read_addresses(mb, tag, 8, names);
	else if (type == TAG_RELOCATABLE)
		read_relocatable(mb, tag);
	else if (type == TAG_ENTRY) {
		mb->has_entry = true;
		mb->entry_addr = word(tag, 8);
	}
}

/* Tags begin at multiples of 8 bytes; at most 4096 fit. */
static void read_tags(struct ab_multiboot *mb, struct ab_bytes header)
{
	uint64_t at = HEADER_2;

	while (ab_within(at, 8, header.size)) {
		const uint8_t *p = (const uint8_t *)header.data + at;
		const uint32_t size = ab_ld_le32(p + 4);

		if (size < 8 || !ab_within(at, size, header.size))
			break;
		if (ab_ld_le16(p) == TAG_END)
			return;
		read_tag(mb, ab_ld_le16(p), (ab_ld_le16(p + 2) & OPTIONAL) == 0,
			 (struct ab_bytes){ p, size });
		at = (at + size + 7) & ~UINT64_C(7);
	}
	refuse(mb, AB_ERR_IMAGE, "multiboot2.header_length", header.size,
	       "tags must lie within the header, the last one of type 0");
}

static void read_2(struct ab_multiboot *mb, struct ab_bytes head)
{
	const uint32_t length = word(head, mb->offset + 8);

	if (word(head, mb->offset + 4) != 0) {
		refuse(mb, AB_ERR_UNSUPPORTED, "multiboot2.architecture",
		       word(head, mb->offset + 4), "must be 0 (i386)");
	} else if (length < HEADER_2 || !ab_within(mb->offset, length, head.size)) {
		refuse(mb, AB_ERR_IMAGE, "multiboot2.header_length", length,
		       "all of the header must be within the file's first 32768 bytes");
	} else {
		read_tags(mb, (struct ab_bytes){ (const uint8_t *)head.data + mb->offset, length });
		check_whole(mb, head, "multiboot2.load_addr", "multiboot2.entry_addr");
	}
}

/* ---- both --------------------------------------------------------------------------------- */

/* The header's words sum up to 0: three of them in version 1, four in version 2. */
static bool find(struct ab_multiboot *mb, struct ab_bytes *head, uint32_t version)
{
	const uint32_t magic = version == 1 ? MAGIC_1 : MAGIC_2, n = version + 2;
	const size_t most = version == 1 ? HEAD_1 : HEAD_2;

	head->size = head->size < most ? head->size : most;
	for (size_t at = 0; ab_within(at, 4 * n, head->size); at += 4 * version) {
		uint32_t sum = 0;

		if (word(*head, at) != magic)
			continue;
		for (uint32_t i = 0; i < n; i++)
			sum += word(*head, at + 4 * i);
		if (sum != 0)
			continue;
		mb->version = version;
		mb->offset = (uint32_t)at;
		return true;
	}
	return false;
}

bool ab_image_multiboot(struct ab_multiboot mb[2], struct ab_bytes head)
{
	struct ab_bytes head_1, head_2;

	if (head.data == NULL)
		head.size = 0;
	head_1 = head_2 = head;
	memset(mb, 0, 2 * sizeof(*mb));
	if (find(&mb[0], &head_1, 1))
		read_1(&mb[0], head_1);
	if (find(&mb[1], &head_2, 2))
		read_2(&mb[1], head_2);
	return mb[0].version != 0 || mb[1].version != 0;
}

bool ab_multiboot_is_(struct ab_bytes head)
{
	struct ab_multiboot mb[2];

	return ab_image_multiboot(mb, head);
}

const struct ab_multiboot *ab_multiboot_best_(const struct ab_multiboot mb[2])
{
	const bool first = mb[0].version != 0 && mb[0].refused.code == AB_OK;
	const bool second = mb[1].version != 0 && mb[1].refused.code == AB_OK;

	if (first || second)
		return &mb[second];
	return mb[1].version != 0 ? &mb[1] : mb[0].version != 0 ? &mb[0] : NULL;
}

/* ---- as an ELF ---------------------------------------------------------------------------- */

static enum ab_err bad_end(const struct ab_multiboot *mb, const char *rule, struct ab_error *why)
{
	return ab_fail(why, AB_ERR_IMAGE,
		       mb->version == 1 ? "multiboot.load_end_addr" : "multiboot2.load_end_addr",
		       mb->load_end_addr, rule);
}

/* One segment, whose addresses have 32 bits. */
static enum ab_err loaded(const struct ab_multiboot *mb, uint64_t size, struct ab_elf *elf,
			  struct ab_error *why)
{
	struct ab_elf_segment s = { .paddr = mb->load_addr,
				    .vaddr = mb->load_addr,
				    .offset = mb->offset - (mb->header_addr - mb->load_addr) };

	if (mb->load_end_addr == 0 && size == UINT64_MAX)
		return bad_end(mb, "must not be 0 in a packed kernel, whose length is not known",
			       why);
	s.file_size = mb->load_end_addr != 0 ? mb->load_end_addr - mb->load_addr : size - s.offset;
	if (!ab_within(s.offset, s.file_size, size))
		return bad_end(mb, "the segment must be within the file", why);
	s.mem_size = s.file_size;
	if (mb->bss_end_addr > mb->load_addr && mb->bss_end_addr - mb->load_addr > s.mem_size)
		s.mem_size = mb->bss_end_addr - mb->load_addr;
	memset(elf, 0, sizeof(*elf));
	elf->bits = 32;
	elf->machine = AB_EM_386;
	elf->base = s.paddr;
	elf->size = s.mem_size;
	elf->file_end = s.offset + s.file_size;
	elf->segment[0] = s;
	elf->n_segments = 1;
	return AB_OK;
}

enum ab_err ab_multiboot_elf_(const struct ab_multiboot *mb, uint64_t size, struct ab_elf *elf,
			      struct ab_error *why)
{
	enum ab_err err;

	if (mb->refused.code != AB_OK)
		return ab_fail_with_(why, &mb->refused);
	if (mb->has_load && (err = loaded(mb, size, elf, why)))
		return err;
	if (mb->has_entry)
		elf->entry = mb->entry_addr;
	return AB_OK;
}
