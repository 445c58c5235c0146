/* SPDX-License-Identifier: BSD-2-Clause */
/* The steps by which a kernel comes out of its file into the guest: open, work, resolve, place. */
#ifndef AB_KERNEL_KERNEL_PRIV_H
#define AB_KERNEL_KERNEL_PRIV_H

#include <aetherboot/kernel.h>

#include "../mem/mem_priv.h"

/* Like ab_image_probe(), but recognises files compressed as a whole, too: only the stream's header
 * is read of those. */
AB_MUST_CHECK enum ab_err ab_kernel_file_(struct ab_image *img, struct ab_bytes file,
					  struct ab_error *why);

/* Fill @k->file by ab_kernel_file_(); the other members become zero. */
AB_MUST_CHECK enum ab_err ab_kernel_open_(struct ab_kernel *k, struct ab_bytes file,
					  struct ab_error *why);

/* Work memory that the calls below need, from headers alone; 0 when nothing is packed. Errors that
 * headers show (no payload, a codec that is not built in) are found here. */
AB_MUST_CHECK enum ab_err ab_kernel_need_(const struct ab_kernel *k, bool want_pvh, size_t *bytes,
					  struct ab_error *why);

/* An Image counts as an ELF of one segment at this address + text_offset: a kernel virtual address,
 * as a vmlinux has it, so both may lie at any 2 MiB boundary. */
#define AB_KERNEL_IMAGE_VA UINT64_C(0xffff800000000000)

/* Fill the members behind @k->file. Decodes the stream as far as the program headers reach, with
 * @want_pvh as far as the notes (elf.has_pvh says whether the entry was found), and to its end for
 * an Image that does not say how much of it is in the file. */
AB_MUST_CHECK enum ab_err ab_kernel_resolve_(struct ab_kernel *k, bool want_pvh,
					     struct ab_work work, struct ab_error *why);

/* Decode the whole stream to nowhere: every check of it, and that it is as long as its size word
 * or, where there is none, @k->elf says. Nothing to do for codec NONE. */
AB_MUST_CHECK enum ab_err ab_kernel_verify_(const struct ab_kernel *k, struct ab_work work,
					    struct ab_error *why);

/* Write the whole region under @c, which stands at its start: segments as far from its base as from
 * elf.base, zeros everywhere else. */
AB_MUST_CHECK enum ab_err ab_kernel_place_(const struct ab_kernel *k, struct ab_cursor *c,
					   struct ab_work work, struct ab_error *why);

/* e_entry as a physical address: Linux has a physical one in its ELF, other kernels a virtual one.
 */
AB_MUST_CHECK enum ab_err ab_kernel_entry_(const struct ab_elf *elf, uint64_t *entry,
					   struct ab_error *why);

#endif /* AB_KERNEL_KERNEL_PRIV_H */
