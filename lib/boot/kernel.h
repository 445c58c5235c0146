/* SPDX-License-Identifier: BSD-2-Clause */
/* The kernel that runs, out of its file: an ELF or an arm64 Image, as it is or unpacked. */
#ifndef AB_BOOT_KERNEL_H
#define AB_BOOT_KERNEL_H

#include <aetherboot/codec.h>
#include <aetherboot/image.h>
#include <aetherboot/mem.h>

/* ab_image_probe(), and what it cannot tell: files packed as a whole, of which only the stream's
 * header is looked at. */
AB_MUST_CHECK enum ab_err ab_boot_image_open_(struct ab_image *img, struct ab_bytes file,
					      struct ab_error *why);

/* Work memory that the calls below take for @img, from headers alone: 0 when nothing is packed, and
 * for a bzImage that is not unpacked (@unpack false). What headers show to be impossible (no
 * payload, a codec not built in, LZO) is found here. */
AB_MUST_CHECK enum ab_err ab_boot_kernel_need_(const struct ab_image *img, bool unpack,
					       size_t *bytes, struct ab_error *why);

/* An Image counts as an ELF of one segment at this address + text_offset: a kernel virtual one,
 * as a vmlinux has them, so both may lie wherever 2 MiB boundaries are kept. */
#define AB_BOOT_IMAGE_VA UINT64_C(0xffff800000000000)

/* Program headers of the kernel that runs, decoding no further than they lie; with @want_pvh as
 * far as its notes (elf.has_pvh tells whether the entry was found), and all of an Image that does
 * not say how much of it is in the file. @arm64: header of an Image, else zeros. @passes: how often
 * placing will decode the stream, 0 when it is not packed. */
AB_MUST_CHECK enum ab_err ab_boot_kernel_open_(const struct ab_image *img, bool want_pvh,
					       struct ab_work work, struct ab_elf *elf,
					       struct ab_arm64_image *arm64, enum ab_codec *codec,
					       uint32_t *passes, struct ab_error *why);

/* Decode all of it to nowhere: every check of the stream, and that it is as long as its size word
 * or, where there is none, @elf says. Nothing to do for codec NONE. */
AB_MUST_CHECK enum ab_err ab_boot_kernel_verify_(const struct ab_image *img, enum ab_codec codec,
						 const struct ab_elf *elf, struct ab_work work,
						 struct ab_error *why);

/* Write the whole region @r: segments as far from its base as from elf.base, zeros everywhere
 * else. @r holds at least elf.size bytes. Errors of the stream name codec, offset and region. */
AB_MUST_CHECK enum ab_err ab_boot_kernel_place_(const struct ab_image *img, enum ab_codec codec,
						const struct ab_elf *elf, const struct ab_region *r,
						struct ab_mem mem, struct ab_work work,
						struct ab_error *why);

#endif /* AB_BOOT_KERNEL_H */
