/* SPDX-License-Identifier: BSD-2-Clause */
/* Inside of the image module: one reader a format. */
#ifndef AB_IMAGE_IMAGE_H
#define AB_IMAGE_IMAGE_H

#include <aetherboot/image.h>

/* ---- formats: told by their magic numbers, then read ------------------------------------- */

bool ab_bzimage_is(struct ab_bytes head); /* boot flag and signature of a setup header */
bool ab_arm64_is(struct ab_bytes head);
bool ab_zboot_is(struct ab_bytes head);

AB_MUST_CHECK enum ab_err ab_bzimage_read(struct ab_bzimage *bz, struct ab_bytes file,
					  struct ab_error *why);
AB_MUST_CHECK enum ab_err ab_zboot_read(struct ab_zboot *z, struct ab_bytes file,
					struct ab_error *why);

/* Read a PE file of no format above: @kernel is its .linux. */
AB_MUST_CHECK enum ab_err ab_uki_read(struct ab_uki *uki, struct ab_bytes file,
				      struct ab_bytes *kernel, struct ab_error *why);

/* ---- PE/COFF headers ---------------------------------------------------------------------- */

struct ab_pe {
	uint16_t machine;
	uint16_t n_sections;
	const uint8_t *sections; /* the table: all of it is there */
};

struct ab_pe_section {
	const uint8_t *name; /* 8 bytes, padded with NULs */
	uint32_t virtual_size; /* in memory */
	uint32_t raw_size; /* in the file, perhaps rounded up */
	uint32_t raw_offset; /* there */
};

/* True when @head begins as every EFI application does, and says where the headers are. */
bool ab_pe_is(struct ab_bytes head);

/* Read the headers of @head, which begins as a PE file. */
AB_MUST_CHECK enum ab_err ab_pe_read(struct ab_pe *pe, struct ab_bytes head, struct ab_error *why);

struct ab_pe_section ab_pe_section(const struct ab_pe *pe, uint32_t index);

#endif /* AB_IMAGE_IMAGE_H */
