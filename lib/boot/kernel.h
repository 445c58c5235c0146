/* SPDX-License-Identifier: BSD-2-Clause */
/* Inside of the pipeline: the kernel that runs, streamed out of whatever packs it. */
#ifndef AB_LIB_BOOT_KERNEL_H
#define AB_LIB_BOOT_KERNEL_H

#include <aetherboot/codec.h>
#include <aetherboot/image.h>
#include <aetherboot/mem.h>

/* Work memory for the calls below, from headers alone; unpack false: the image is placed as it is
 * and needs none. */
enum ab_err ab_boot_kernel_need(const struct ab_image *img, bool unpack, size_t *bytes,
				struct ab_error *why);

/* The ELF that runs: an ELF image's own, or that in a bzImage's payload, decoded only as far as
 * its program headers, or with want_pvh its notes. codec NONE and passes 0: not packed. */
enum ab_err ab_boot_kernel_open(const struct ab_image *img, bool want_pvh, struct ab_work work,
				struct ab_elf *elf, enum ab_codec *codec, uint32_t *passes,
				struct ab_error *why);

/* Decode all of it to nowhere. */
enum ab_err ab_boot_kernel_verify(const struct ab_image *img, enum ab_codec codec,
				  const struct ab_elf *elf, struct ab_work work,
				  struct ab_error *why);

/* Write the whole region r: segments at their addresses, zeros between and after. */
enum ab_err ab_boot_kernel_place(const struct ab_image *img, enum ab_codec codec,
				 const struct ab_elf *elf, const struct ab_region *r,
				 struct ab_mem mem, struct ab_work work, struct ab_error *why);

#endif /* AB_LIB_BOOT_KERNEL_H */
