/* SPDX-License-Identifier: BSD-2-Clause */
/* EFI zboot images. Linux drivers/firmware/efi/libstub/zboot-header.S. */
#include "image_priv.h"

#include "../base/libc.h"

enum {
	MAGIC = 0x04, /* 4 "zimg" */
	PAYLOAD_OFFSET = 0x08, /* 4 */
	PAYLOAD_SIZE = 0x0c, /* 4, without the words that the build appends */
	COMPRESSION = 0x18, /* 32, NUL-terminated */
};

#define MACHINE_ARM64 0xaa64

bool ab_zboot_is_(struct ab_bytes head)
{
	const uint8_t *p = head.data;

	return ab_pe_is_(head) && memcmp(p + MAGIC, "zimg", 4) == 0;
}

enum ab_err ab_zboot_read_(struct ab_zboot *z, struct ab_bytes file, struct ab_error *why)
{
	const uint8_t *p = file.data;
	uint32_t offset = ab_ld_le32(p + PAYLOAD_OFFSET), size = ab_ld_le32(p + PAYLOAD_SIZE);
	size_t len = 0;
	struct ab_pe pe;
	enum ab_err err = ab_pe_read_(&pe, file, why);

	if (err != AB_OK)
		return err;
	if (pe.machine != MACHINE_ARM64)
		return ab_fail(why, AB_ERR_UNSUPPORTED, "pe.Machine", pe.machine,
			       "must be 0xaa64 (AArch64)");
	while (len < AB_ZBOOT_NAME_SIZE && p[COMPRESSION + len] != '\0')
		len++;
	if (len == 0 || len == AB_ZBOOT_NAME_SIZE)
		return ab_fail(why, AB_ERR_IMAGE, "zboot.compression", ab_ld_le32(p + COMPRESSION),
			       "must be a name that ends in a NUL");
	if (size == 0 || !ab_within(offset, size, file.size))
		return ab_fail(why, AB_ERR_IMAGE,
			       size == 0 ? "zboot.payload_size" : "zboot.payload_offset",
			       size == 0 ? size : offset,
			       size == 0 ? "must not be 0" : "the payload must be within the file");
	z->machine = pe.machine;
	z->compression = (const char *)p + COMPRESSION;
	z->payload.data = p + offset;
	z->payload.size = size;
	return AB_OK;
}
