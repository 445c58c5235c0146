/* SPDX-License-Identifier: BSD-2-Clause */
/* The 64-byte header of an arm64 Image. An Image with an EFI stub is also a PE file. Linux
 * Documentation/arm64/booting.rst, 4. */
#include "image_priv.h"

#include "../base/libc.h"

enum {
	TEXT_OFFSET = 0x08, /* 8 text_offset */
	IMAGE_SIZE = 0x10, /* 8 image_size */
	FLAGS = 0x18, /* 8 flags */
	MAGIC = 0x38, /* 4 magic, "ARM\x64" */
};

#define FLAG_BIG_ENDIAN 0x1
#define FLAG_PAGE_SHIFT 1 /* two bits: unspecified, 4K, 16K, 64K */
#define FLAG_ANYWHERE 0x8

#define TEXT_OFFSET_OLD 0x80000 /* if image_size is 0, whatever text_offset is */
#define TEXT_OFFSET_MAX (2 * AB_MiB)
#define TEXT_OFFSET_ALIGN 4096 /* the kernel's own head.S refuses to be built with less */

#define IMAGE_SIZE_MAX (UINT64_C(1) << 46) /* half of a kernel's 48-bit address space */

bool ab_arm64_is_(struct ab_bytes head)
{
	const uint8_t *p = head.data;

	return head.size >= MAGIC + 4 && memcmp(p + MAGIC, "ARM\x64", 4) == 0;
}

/* Get the end of the last section: the file ends there, unless a signature was appended. */
static enum ab_err file_size(struct ab_bytes head, uint64_t *size, struct ab_error *why)
{
	struct ab_pe pe;
	enum ab_err err;

	*size = 0;
	if (!ab_pe_is_(head))
		return AB_OK;
	if ((err = ab_pe_read_(&pe, head, why)))
		return err;
	for (uint32_t i = 0; i < pe.n_sections; i++) {
		const struct ab_pe_section s = ab_pe_section_(&pe, i);
		uint64_t end = (uint64_t)s.raw_offset + s.raw_size;

		if (s.raw_size != 0 && end > *size)
			*size = end;
	}
	return AB_OK;
}

enum ab_err ab_arm64_image_read_(struct ab_arm64_image *arm64, struct ab_bytes head,
				 struct ab_error *doubt, struct ab_error *why)
{
	static const uint32_t page_size[4] = { 0, 4096, 16384, 65536 };
	const uint8_t *p = head.data;
	enum ab_err err;

	if (!ab_arm64_is_(head))
		return ab_fail(why, AB_ERR_UNSUPPORTED, "arm64_image.magic",
			       head.size >= MAGIC + 4 ? ab_ld_le32(p + MAGIC) : 0,
			       "must be 0x644d5241 (ARM\\x64)");
	if (head.size < AB_ARM64_HEADER_SIZE)
		return ab_fail(why, AB_ERR_IMAGE, "arm64 Image", head.size,
			       "must not end in its header of 64 bytes");
	memset(arm64, 0, sizeof(*arm64));
	if ((err = file_size(head, &arm64->file_size, why)))
		return err;
	arm64->image_size = ab_ld_le64(p + IMAGE_SIZE);
	if (arm64->image_size ==
	    0) { /* before Linux 3.17, the other fields have the kernel's byte order */
		arm64->text_offset = TEXT_OFFSET_OLD;
		return AB_OK;
	}
	arm64->text_offset = ab_ld_le64(p + TEXT_OFFSET);
	arm64->flags = ab_ld_le64(p + FLAGS);
	arm64->big_endian = (arm64->flags & FLAG_BIG_ENDIAN) != 0;
	arm64->page_size = page_size[arm64->flags >> FLAG_PAGE_SHIFT & 3];
	arm64->anywhere = (arm64->flags & FLAG_ANYWHERE) != 0;
	if (arm64->text_offset >= TEXT_OFFSET_MAX || arm64->text_offset % TEXT_OFFSET_ALIGN != 0)
		return ab_fail(why, AB_ERR_IMAGE, "arm64_image.text_offset", arm64->text_offset,
			       "must be a multiple of 4096 below 2 MiB");
	if (arm64->image_size > IMAGE_SIZE_MAX)
		return ab_fail(why, AB_ERR_IMAGE, "arm64_image.image_size", arm64->image_size,
			       "must be at most 2^46");
	if (arm64->file_size > arm64->image_size) {
		arm64->file_size = arm64->image_size;
		(void)ab_fail(doubt, AB_ERR_IMAGE, "arm64_image.image_size", arm64->image_size,
			      "must be at least the end of the PE sections; no more bytes than "
			      "this are loaded");
	}
	return AB_OK;
}
