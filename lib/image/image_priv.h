/* SPDX-License-Identifier: BSD-2-Clause */
/* Inside of the image module: one reader a format. */
#ifndef AB_IMAGE_IMAGE_PRIV_H
#define AB_IMAGE_IMAGE_PRIV_H

#include <aetherboot/image.h>

/* ---- a file's first bytes, which may be all that is unpacked yet --------------------------- */

/* Read ELF and program headers.
 * @param elf  filled on AB_OK
 * @param head the file's first bytes, which must hold all program headers
 * @param size bytes of the whole file, or UINT64_MAX when not known yet
 * @param why  names the field, e.g. "elf.phdr[].p_offset"; for an overlap both program headers
 * @retval AB_OK              understood; notes were not looked at yet
 * @retval AB_ERR_IMAGE       malformed, truncated or wrapped
 * @retval AB_ERR_OVERLAP     two PT_LOADs share a byte of memory: "elf.phdr[]" and their indices
 * @retval AB_ERR_NOSPACE     @head is too short for the program headers; value: bytes needed
 * @retval AB_ERR_UNSUPPORTED more segments or notes than AB_ELF_*_MAX, or not executable
 * @spec{ELF, program header} */
AB_MUST_CHECK enum ab_err ab_elf_headers_(struct ab_elf *elf, struct ab_bytes head, uint64_t size,
					  struct ab_error *why);

/* Look for the PVH entry (owner "Xen", type 18, 4- or 8-byte value) in one PT_NOTE's bytes.
 * The first one found counts; elf.has_pvh tells. A malformed note ends the search of these
 * bytes; a value that is no 32-bit address is passed over.
 * @param elf   from ab_elf_headers_()
 * @param index 0 to n_notes - 1
 * @param bytes that note's size bytes, or as many of its first ones as there are
 * @spec{PVH, ELF note} */
void ab_elf_note_pvh_(struct ab_elf *elf, uint32_t index, struct ab_bytes bytes);

/* Read the header of an arm64 Image, and its PE section table where it has one.
 * @param arm64 filled on AB_OK
 * @param head  the file's first bytes, which must hold both
 * @param why   names the field
 * @retval AB_OK              understood
 * @retval AB_ERR_UNSUPPORTED no such Image: its magic number is not there
 * @retval AB_ERR_IMAGE       truncated, an address wraps, or the two contradict each other
 * @spec{ARM64BOOT, 4} @spec{PECOFF, Section Table} */
AB_MUST_CHECK enum ab_err ab_arm64_image_read_(struct ab_arm64_image *arm64, struct ab_bytes head,
					       struct ab_error *why);

/* Tell a format by a file's first bytes: PACKED never, UNKNOWN for anything else. 520 bytes are
 * enough. */
enum ab_image_format ab_image_detect_(struct ab_bytes head);

/* ---- formats: told by their magic numbers, then read ------------------------------------- */

bool ab_bzimage_is_(struct ab_bytes head); /* boot flag and signature of a setup header */
bool ab_arm64_is_(struct ab_bytes head);
bool ab_zboot_is_(struct ab_bytes head);

AB_MUST_CHECK enum ab_err ab_bzimage_read_(struct ab_bzimage *bz, struct ab_bytes file,
					   struct ab_error *why);
AB_MUST_CHECK enum ab_err ab_zboot_read_(struct ab_zboot *z, struct ab_bytes file,
					 struct ab_error *why);

/* Read a PE file of no format above: @kernel is its .linux. */
AB_MUST_CHECK enum ab_err ab_uki_read_(struct ab_uki *uki, struct ab_bytes file,
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
bool ab_pe_is_(struct ab_bytes head);

/* Read the headers of @head, which begins as a PE file. */
AB_MUST_CHECK enum ab_err ab_pe_read_(struct ab_pe *pe, struct ab_bytes head, struct ab_error *why);

struct ab_pe_section ab_pe_section_(const struct ab_pe *pe, uint32_t index);

#endif /* AB_IMAGE_IMAGE_PRIV_H */
