/* SPDX-License-Identifier: BSD-2-Clause */
/* arm64 Images and EFI zboot files for tests, by the offsets of Linux arch/arm64/kernel/head.S,
 * efi-header.S and drivers/firmware/efi/libstub/zboot-header.S. */
#ifndef AB_TESTS_MAKE_IMAGE_H
#define AB_TESTS_MAKE_IMAGE_H

#include <stdint.h>
#include <string.h>

#include <aetherboot/base.h>

/* A PE header at @at: signature, machine, an optional header of 160 bytes, and .text and .data that
 * reach from 0x1000 to @end in the file. */
static inline void make_pe(uint8_t *file, uint32_t at, uint16_t machine, uint32_t end)
{
	uint8_t *p = file + at, *s = p + 24 + 160;

	memcpy(file, "MZ", 2);
	ab_st_le32(file + 0x3c, at);
	memcpy(p, "PE\0", 4);
	ab_st_le16(p + 4, machine);
	ab_st_le16(p + 6, 2); /* NumberOfSections */
	ab_st_le16(p + 20, 160); /* SizeOfOptionalHeader */
	ab_st_le16(p + 24, 0x20b); /* PE32+ */
	memcpy(s, ".text", 5);
	ab_st_le32(s + 8, 0x1000); /* VirtualSize */
	ab_st_le32(s + 12, 0x1000); /* VirtualAddress */
	ab_st_le32(s + 16, 0x1000); /* SizeOfRawData */
	ab_st_le32(s + 20, 0x1000); /* PointerToRawData */
	memcpy(s + 40, ".data", 5);
	ab_st_le32(s + 48, end - 0x2000 + 0x800);
	ab_st_le32(s + 52, 0x2000);
	ab_st_le32(s + 56, end - 0x2000);
	ab_st_le32(s + 60, 0x2000);
}

/* An arm64 Image's header. */
struct made_image {
	uint64_t text_offset, image_size, flags;
	uint32_t pe_end; /* 0: no EFI stub; else where its last section ends */
};

#define MAKE_IMAGE_HEADER 0x200u /* all of it is before */

static inline void make_image(uint8_t *file, const struct made_image *m)
{
	memset(file, 0, MAKE_IMAGE_HEADER);
	ab_st_le32(file + 4, 0x14000000); /* code1: b */
	ab_st_le64(file + 8, m->text_offset);
	ab_st_le64(file + 16, m->image_size);
	ab_st_le64(file + 24, m->flags);
	memcpy(file + 56, "ARM\x64", 4);
	if (m->pe_end != 0)
		make_pe(file, 0x40, 0xaa64, m->pe_end);
}

#define MAKE_ZBOOT_PAYLOAD 0x200u /* where it is */

/* An EFI zboot file's header; the payload of @size bytes is the caller's. */
static inline void make_zboot(uint8_t *file, const char *compression, uint32_t size)
{
	memset(file, 0, MAKE_ZBOOT_PAYLOAD);
	make_pe(file, 0x40, 0xaa64, 0x3000);
	memcpy(file + 4, "zimg", 4);
	ab_st_le32(file + 8, MAKE_ZBOOT_PAYLOAD);
	ab_st_le32(file + 12, size);
	memcpy(file + 24, compression, strlen(compression));
}

#endif /* AB_TESTS_MAKE_IMAGE_H */
