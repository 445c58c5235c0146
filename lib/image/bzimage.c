/* SPDX-License-Identifier: BSD-2-Clause */
/* The setup header of an x86 bzImage. A field is read only if both the protocol version and the
 * header's length cover it. Linux Documentation/arch/x86/boot.rst. */
#include "image_priv.h"

#include "../base/libc.h"

/* offsets in the file, which are also those in the zero page */
enum {
	SETUP_SECTS = 0x1f1,
	SYSSIZE = 0x1f4,
	BOOT_FLAG = 0x1fe,
	JUMP = 0x200,
	HEADER = 0x202,
	VERSION = 0x206,
	LOADFLAGS = 0x211,
	CODE32_START = 0x214,
	RAMDISK_END = 0x220, /* every version has the fields up to ramdisk_size */
	INITRD_ADDR_MAX = 0x22c,
	KERNEL_ALIGNMENT = 0x230,
	RELOCATABLE = 0x234,
	XLOADFLAGS = 0x236,
	CMDLINE_SIZE = 0x238,
	PAYLOAD_OFFSET = 0x248,
	PAYLOAD_LENGTH = 0x24c,
	PREF_ADDRESS = 0x258,
	INIT_SIZE = 0x260,
};

#define SECTOR 512u
#define SETUP_SECTS_OLD 4u /* meaning of 0 */
#define SIZE_WORD 4u

/* values that boot.rst gives for versions without the field */
#define INITRD_ADDR_MAX_OLD 0x37ffffffu
#define CMDLINE_SIZE_OLD 255u

/* the header that is being read */
struct reader {
	const uint8_t *file;
	size_t end; /* offset of the header's end in the file */
	uint16_t version;
};

static bool has(const struct reader *rd, uint16_t since, size_t at, size_t width)
{
	return rd->version >= since && at + width <= rd->end;
}

static uint64_t field(const struct reader *rd, uint16_t since, size_t at, size_t width,
		      uint64_t absent)
{
	const uint8_t *p = rd->file + at;

	if (!has(rd, since, at, width))
		return absent;
	return width == 1   ? *p
	       : width == 2 ? ab_ld_le16(p)
	       : width == 4 ? ab_ld_le32(p)
			    : ab_ld_le64(p);
}

bool ab_bzimage_is_(struct ab_bytes head)
{
	const uint8_t *p = head.data;

	return head.size >= VERSION + 2 && ab_ld_le16(p + BOOT_FLAG) == 0xaa55 &&
	       memcmp(p + HEADER, "HdrS", 4) == 0;
}

/* What is wrong with syssize, in units of 16 bytes; NULL: nothing. @rest: bytes of the file behind
 * the setup code. That a file is truncated shows in its payload. */
static const char *wrong_syssize(const struct reader *rd, uint64_t units, size_t rest)
{
	const uint64_t length = field(rd, 0x0208, PAYLOAD_LENGTH, 4, 0);
	const uint64_t end = length != 0 ? field(rd, 0x0208, PAYLOAD_OFFSET, 4, 0) + length : 0;

	if (units == 0)
		return "must not be 0; the kernel is taken up to the file's end";
	if (units > ((uint64_t)rest + 15) / 16) /* some images end within the last unit */
		return "the kernel must end within the file; it is taken up to the file's end";
	if (units * 16 < end && end <= rest)
		return "the kernel must contain its payload; it is taken up to the file's end";
	return NULL;
}

/* Find the protected-mode kernel: syssize units of 16 bytes, which a signature may follow. Before
 * 2.04 the field has 16 bits and must not be trusted. Some builds leave it wrong, as most loaders
 * only look at the file's size. */
static enum ab_err find_kernel(const struct reader *rd, struct ab_bzimage *bz, size_t file_size,
			       struct ab_error *doubt, struct ab_error *why)
{
	unsigned int sects = rd->file[SETUP_SECTS] != 0 ? rd->file[SETUP_SECTS] : SETUP_SECTS_OLD;
	size_t setup = (sects + 1) * SECTOR;
	uint64_t units = field(rd, 0x0204, SYSSIZE, 4, 0);
	const char *wrong;

	if (setup >= file_size)
		return ab_fail(why, AB_ERR_IMAGE, "setup_header.setup_sects", sects,
			       "the kernel must begin within the file");
	bz->kernel.data = rd->file + setup;
	bz->kernel.size = file_size - setup;
	if (rd->version < 0x0204)
		return AB_OK;
	wrong = wrong_syssize(rd, units, bz->kernel.size);
	if (wrong != NULL)
		(void)ab_fail(doubt, AB_ERR_IMAGE, "setup_header.syssize", units, wrong);
	else if (units * 16 < bz->kernel.size)
		bz->kernel.size = (size_t)(units * 16);
	return AB_OK;
}

/* Find the compressed kernel. The kernel's build appends the unpacked size to the stream. A gzip
 * stream already ends with it (ISIZE), so there the word is part of the stream. Linux
 * scripts/Makefile.lib, size_append. */
static enum ab_err find_payload(const struct reader *rd, struct ab_bzimage *bz,
				struct ab_error *why)
{
	const uint8_t *kernel = bz->kernel.data;
	uint64_t offset = field(rd, 0x0208, PAYLOAD_OFFSET, 4, 0);
	uint64_t length = field(rd, 0x0208, PAYLOAD_LENGTH, 4, 0);
	bool gzip;

	if (length == 0)
		return AB_OK;
	if (offset > bz->kernel.size)
		return ab_fail(why, AB_ERR_IMAGE, "setup_header.payload_offset", offset,
			       "must be within the kernel");
	if (length > bz->kernel.size - offset || length <= SIZE_WORD)
		return ab_fail(why, AB_ERR_IMAGE, "setup_header.payload_length", length,
			       length <= SIZE_WORD ? "must be more than 4"
						   : "the payload must end within the kernel");
	bz->payload.data = kernel + offset;
	bz->payload.size = (size_t)length;
	bz->payload_size = ab_ld_le32(kernel + offset + length - SIZE_WORD);
	gzip = kernel[offset] == 0x1f && kernel[offset + 1] == 0x8b;
	if (!gzip)
		bz->payload.size -= SIZE_WORD;
	return AB_OK;
}

enum ab_err ab_bzimage_read_(struct ab_bzimage *bz, struct ab_bytes file, struct ab_error *doubt,
			     struct ab_error *why)
{
	const uint8_t *p = file.data;
	struct reader rd = { p, (size_t)HEADER + p[JUMP + 1], ab_ld_le16(p + VERSION) };
	enum ab_err err;

	if (rd.version < 0x0200)
		return ab_fail(why, AB_ERR_UNSUPPORTED, "setup_header.version", rd.version,
			       "must be 0x200 or later");
	if (p[JUMP] != 0xeb) /* JMP rel8: its displacement is the header's length */
		return ab_fail(why, AB_ERR_IMAGE, "setup_header.jump", p[JUMP],
			       "must be 0xeb (JMP rel8)");
	if (rd.end < RAMDISK_END || rd.end > file.size)
		return ab_fail(why, AB_ERR_IMAGE, "setup_header.jump", p[JUMP + 1],
			       rd.end < RAMDISK_END ? "the header must end at 0x220 or later"
						    : "the header must end within the file");
	bz->version = rd.version;
	bz->header.data = p + SETUP_SECTS;
	bz->header.size = rd.end - SETUP_SECTS;
	bz->loadflags = p[LOADFLAGS];
	bz->code32_start = ab_ld_le32(p + CODE32_START);
	bz->initrd_addr_max = (uint32_t)field(&rd, 0x0203, INITRD_ADDR_MAX, 4, INITRD_ADDR_MAX_OLD);
	bz->kernel_alignment = (uint32_t)field(&rd, 0x0205, KERNEL_ALIGNMENT, 4, 0);
	bz->relocatable = field(&rd, 0x0205, RELOCATABLE, 1, 0) != 0;
	bz->cmdline_size = (uint32_t)field(&rd, 0x0206, CMDLINE_SIZE, 4, CMDLINE_SIZE_OLD);
	bz->pref_address = field(&rd, 0x020a, PREF_ADDRESS, 8, 0);
	bz->init_size = (uint32_t)field(&rd, 0x020a, INIT_SIZE, 4, 0);
	bz->xloadflags = (uint16_t)field(&rd, 0x020c, XLOADFLAGS, 2, 0);
	if ((err = find_kernel(&rd, bz, file.size, doubt, why)))
		return err;
	return find_payload(&rd, bz, why);
}
