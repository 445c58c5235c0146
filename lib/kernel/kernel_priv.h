/* SPDX-License-Identifier: BSD-2-Clause */
/* The steps that bring a kernel from its file into the guest: open, need, resolve, verify,
 * place. */
#ifndef AB_KERNEL_KERNEL_PRIV_H
#define AB_KERNEL_KERNEL_PRIV_H

#include <aetherboot/kernel.h>

#include "../mem/mem_priv.h"

/* Like ab_image_probe_profile(), but recognise files compressed as a whole, too, without reading
 * their streams. @begins: the codec of the stream, if there is one. */
AB_MUST_CHECK enum ab_err ab_kernel_file_(struct ab_image *img, enum ab_codec *begins,
					  struct ab_bytes file, const char *profile,
					  struct ab_error *why);

struct ab_packed; /* feed.h */

/* Find the stream in a kernel file by ab_kernel_file_(). */
AB_MUST_CHECK enum ab_err ab_kernel_find_(struct ab_bytes file, struct ab_packed *packed,
					  struct ab_error *why);

/* Fill @k->file and @k->begins by ab_kernel_file_(), and @k->elf by an ELF file. All other members
 * become 0. */
AB_MUST_CHECK enum ab_err ab_kernel_open_(struct ab_kernel *k, struct ab_bytes file,
					  const char *profile, struct ab_error *why);

/* Fill @k->file by a flat binary, which becomes an ELF of one segment. @entry 0: its first byte.
 * @size 0: it takes no more memory than its own bytes. Every other member must be 0. */
void ab_kernel_open_flat_(struct ab_kernel *k, struct ab_bytes file, uint64_t base, uint64_t entry,
			  uint64_t size);

/* Compute the work memory of the calls below from headers only; 0: the kernel is not packed.
 * Reports each error that headers show, e.g. no payload, or a codec that is not built in. */
AB_MUST_CHECK enum ab_err ab_kernel_need_(const struct ab_kernel *k, bool want_notes, size_t *bytes,
					  struct ab_error *why);

/* An Image is described as an ELF of one segment at this address + text_offset. Like the addresses
 * of a vmlinux, it is a kernel virtual address, so both may be loaded at any multiple of 2 MiB. */
#define AB_KERNEL_IMAGE_VA UINT64_C(0xffff800000000000)

/* Fill the other members of @k. Decodes the stream up to the end of the program headers; with
 * @want_notes up to that of the notes (elf.is_linux, elf.has_pvh); to its end for an Image
 * whose header does not give its size in the file. */
AB_MUST_CHECK enum ab_err ab_kernel_resolve_(struct ab_kernel *k, bool want_notes,
					     struct ab_work work, struct ab_error *why);

/* Decode the whole stream and discard the output, to make every check of it. Its length must agree
 * with its size word or, without one, with @k->elf. Does nothing for codec NONE. */
AB_MUST_CHECK enum ab_err ab_kernel_verify_(const struct ab_kernel *k, struct ab_work work,
					    struct ab_error *why);

/* Write the whole region of @c, which must be at its start. Each segment is as far from the
 * region's base as from elf.base; all other bytes are zero. */
AB_MUST_CHECK enum ab_err ab_kernel_place_(const struct ab_kernel *k, struct ab_cursor *c,
					   struct ab_work work, struct ab_error *why);

/* Compute the physical address of e_entry, which is physical in Linux's ELF, and virtual in those
 * of other kernels. */
AB_MUST_CHECK enum ab_err ab_kernel_entry_(const struct ab_elf *elf, uint64_t *entry,
					   struct ab_error *why);

#endif /* AB_KERNEL_KERNEL_PRIV_H */
