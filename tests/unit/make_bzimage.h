/* SPDX-License-Identifier: BSD-2-Clause */
/* bzImages for tests, by the offsets of Linux Documentation/arch/x86/boot.rst. */
#ifndef AB_TESTS_MAKE_BZIMAGE_H
#define AB_TESTS_MAKE_BZIMAGE_H

#include <stdint.h>
#include <string.h>

#include <aetherboot/base.h>

/* 0 stands for: version 2.15 with its whole header, 4 setup sectors, payload at once */
struct made_bzimage {
	uint16_t version;
	uint8_t header_length; /* byte 0x201 */
	uint8_t setup_sects; /* as in the file: 0 means 4 */
	uint32_t payload_offset;
	const void *payload; /* with its size word */
	uint32_t payload_length;
	uint32_t more; /* bytes of the kernel behind the payload */
};

/* Write to @file, which is zero before and long enough; returns the file's size. */
static inline size_t make_bzimage(uint8_t *file, const struct made_bzimage *b)
{
	size_t setup = ((b->setup_sects != 0 ? b->setup_sects : 4u) + 1) * 512;
	size_t kernel = (b->payload_offset + (size_t)b->payload_length + b->more + 15) / 16 * 16;

	file[0x1f1] = b->setup_sects;
	ab_st_le32(file + 0x1f4, (uint32_t)(kernel / 16)); /* syssize */
	ab_st_le16(file + 0x1fe, 0xaa55); /* boot_flag */
	file[0x200] = 0xeb; /* jump */
	file[0x201] = b->header_length != 0 ? b->header_length : 0x6a;
	memcpy(file + 0x202, "HdrS", 4);
	ab_st_le16(file + 0x206, b->version != 0 ? b->version : 0x020f);
	file[0x211] = 1; /* loadflags: LOADED_HIGH */
	ab_st_le32(file + 0x22c, 0x7fffffff); /* initrd_addr_max */
	ab_st_le32(file + 0x230, 0x200000); /* kernel_alignment */
	file[0x234] = 1; /* relocatable_kernel */
	ab_st_le16(file + 0x236, 0x7f); /* xloadflags */
	ab_st_le32(file + 0x238, 2047); /* cmdline_size */
	ab_st_le32(file + 0x248, b->payload_offset);
	ab_st_le32(file + 0x24c, b->payload_length);
	ab_st_le64(file + 0x258, 0x1000000); /* pref_address */
	ab_st_le32(file + 0x260, 0x3f98000); /* init_size */
	if (b->payload_length != 0)
		memcpy(file + setup + b->payload_offset, b->payload, b->payload_length);
	return setup + kernel;
}

#endif /* AB_TESTS_MAKE_BZIMAGE_H */
