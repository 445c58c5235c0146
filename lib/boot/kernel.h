/* SPDX-License-Identifier: BSD-2-Clause */
/* The kernel that runs, out of its file: an ELF as it is, or unpacked from a bzImage. */
#ifndef AB_BOOT_KERNEL_H
#define AB_BOOT_KERNEL_H

#include <aetherboot/codec.h>
#include <aetherboot/image.h>
#include <aetherboot/mem.h>

/* Work memory that the calls below take for @img, from headers alone: 0 for an ELF, and for a
 * bzImage that is not unpacked (@unpack false). What headers show to be impossible (no payload,
 * a codec not built in, LZO) is found here. */
AB_MUST_CHECK enum ab_err ab_boot_kernel_need(const struct ab_image *img, bool unpack,
					      size_t *bytes, struct ab_error *why);

/* Program headers of the kernel that runs, decoding no further than they lie; with @want_pvh as
 * far as its notes (elf.has_pvh tells whether the entry was found). @passes: how often placing
 * will decode the stream, 0 when it is not packed. */
AB_MUST_CHECK enum ab_err ab_boot_kernel_open(const struct ab_image *img, bool want_pvh,
					      struct ab_work work, struct ab_elf *elf,
					      enum ab_codec *codec, uint32_t *passes,
					      struct ab_error *why);

/* Decode all of it to nowhere: every check of the stream, and that the ELF's segments are there.
 * Nothing to do for codec NONE. */
AB_MUST_CHECK enum ab_err ab_boot_kernel_verify(const struct ab_image *img, enum ab_codec codec,
						const struct ab_elf *elf, struct ab_work work,
						struct ab_error *why);

/* Write the whole region @r: segments at their paddr, zeros everywhere else. @r must cover
 * [elf.base, elf.base + elf.size). Errors of the stream name codec, offset and region. */
AB_MUST_CHECK enum ab_err ab_boot_kernel_place(const struct ab_image *img, enum ab_codec codec,
					       const struct ab_elf *elf, const struct ab_region *r,
					       struct ab_mem mem, struct ab_work work,
					       struct ab_error *why);

#endif /* AB_BOOT_KERNEL_H */
