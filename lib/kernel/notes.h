/* SPDX-License-Identifier: BSD-2-Clause */
/* Notes of a packed ELF. */
#ifndef AB_KERNEL_NOTES_H
#define AB_KERNEL_NOTES_H

#include "feed.h"

#include "../image/image_priv.h"

/* Look for a kernel's marks in the notes of @elf. @head is the start of the ELF; @f continues
 * behind it, so one pass reads both. @room must have AB_ELF_NOTES_SIZE bytes. */
AB_MUST_CHECK enum ab_err ab_kernel_notes_(struct ab_feed *f, struct ab_bytes head, uint8_t *room,
					   struct ab_elf *elf);

#endif /* AB_KERNEL_NOTES_H */
