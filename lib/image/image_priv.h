/* SPDX-License-Identifier: BSD-2-Clause */
/* Interface within the image module: a reader for each format. */
#ifndef AB_IMAGE_IMAGE_PRIV_H
#define AB_IMAGE_IMAGE_PRIV_H

#include <aetherboot/image.h>

/* ---- readers of a file's first bytes: of a packed kernel, no more are unpacked ------------ */

/* Read ELF and program headers.
 * @param elf  filled on AB_OK
 * @param head the file's first bytes, which must contain all program headers
 * @param size bytes of the whole file; UINT64_MAX: not known yet
 * @param why  names the field, e.g. "elf.phdr[].p_offset"; for an overlap both program headers
 * @retval AB_OK              no note was read
 * @retval AB_ERR_IMAGE       malformed or truncated, or an address wraps
 * @retval AB_ERR_OVERLAP     two PT_LOADs share a byte of memory: "elf.phdr[]" and their indices
 * @retval AB_ERR_NOSPACE     @head is too short for the program headers; value: bytes needed
 * @retval AB_ERR_UNSUPPORTED there are more segments or notes than AB_ELF_*_MAX, or the file is not
 *                            executable
 * @spec{ELF, program header} */
AB_MUST_CHECK enum ab_err ab_elf_headers_(struct ab_elf *elf, struct ab_bytes head, uint64_t size,
					  struct ab_error *why);

/* Most bytes of all PT_NOTEs that are read. */
#define AB_ELF_NOTES_SIZE ((size_t)64 << 10)

/* Bytes of PT_NOTE @index that are read if those before it took @used. */
static inline size_t ab_elf_note_size_(const struct ab_elf *elf, uint32_t index, size_t used)
{
	const uint64_t size = elf->note[index].size, rest = AB_ELF_NOTES_SIZE - used;

	return (size_t)(size < rest ? size : rest);
}

/* Look for a kernel's marks in the bytes of one PT_NOTE: the PVH entry (owner "Xen", type 18, 4- or
 * 8-byte value), and any note of the owner "Linux". A malformed note ends the search; a value that
 * is no 32-bit address is ignored.
 * @param elf   from ab_elf_headers_(); is_linux is set if such a note is found, has_pvh and
 *              pvh_entry if an entry is found, unless an earlier call has found one
 * @param index PT_NOTE, 0 to n_notes - 1
 * @param bytes the bytes of this PT_NOTE, or its first ones if no more are available
 * @spec{PVH, ELF note} */
void ab_elf_note_(struct ab_elf *elf, uint32_t index, struct ab_bytes bytes);

/* Read the header of an arm64 Image, and the PE section table of an Image with an EFI stub.
 * @param arm64 filled on AB_OK
 * @param head  the file's first bytes, which must contain both
 * @param doubt see ab_image.doubt; changed only if there is one
 * @param why   names the field
 * @retval AB_OK
 * @retval AB_ERR_UNSUPPORTED not an arm64 Image: the magic number is missing
 * @retval AB_ERR_IMAGE       truncated, an address wraps, or the two contradict each other
 * @spec{ARM64BOOT, 4} @spec{PECOFF, Section Table} */
AB_MUST_CHECK enum ab_err ab_arm64_image_read_(struct ab_arm64_image *arm64, struct ab_bytes head,
					       struct ab_error *doubt, struct ab_error *why);

#ifdef AB_WITHOUT_X86_64
static inline bool ab_multiboot_is_(struct ab_bytes head)
{
	(void)head;
	return false;
}
#else
/* True if a file's first bytes contain a Multiboot header. */
bool ab_multiboot_is_(struct ab_bytes head);

/* Get the header by which a kernel is entered: the second version before the first, and one that
 * the library can follow before one that it cannot. NULL: there is none. */
const struct ab_multiboot *ab_multiboot_best_(const struct ab_multiboot mb[2]);

/* Describe a kernel as its header has it loaded and entered.
 * @param mb   a header
 * @param size bytes of the whole file; UINT64_MAX: not known
 * @param elf  the ELF's headers, which the header may replace; zeros if the file is no ELF
 * @param why  names the field of the header
 * @return AB_OK, the header's own refusal, or AB_ERR_IMAGE: the file is shorter than it says */
AB_MUST_CHECK enum ab_err ab_multiboot_elf_(const struct ab_multiboot *mb, uint64_t size,
					    struct ab_elf *elf, struct ab_error *why);
#endif

/* Recognise a format by a file's first bytes, of which 520 are enough. Never returns PACKED
 * or MULTIBOOT. */
enum ab_image_format ab_image_detect_(struct ab_bytes head);

/* ---- formats: recognised by their magic numbers, then read ------------------------------- */

bool ab_elf_is_(struct ab_bytes head);
bool ab_bzimage_is_(struct ab_bytes head); /* boot flag and signature of a setup header */
bool ab_arm64_is_(struct ab_bytes head);
bool ab_zboot_is_(struct ab_bytes head);

AB_MUST_CHECK enum ab_err ab_bzimage_read_(struct ab_bzimage *bz, struct ab_bytes file,
					   struct ab_error *doubt, struct ab_error *why);
AB_MUST_CHECK enum ab_err ab_zboot_read_(struct ab_zboot *z, struct ab_bytes file,
					 struct ab_error *why);

/* ---- UKIs and addons: PE files of none of the formats above ------------------------------- */

#define AB_UKI_DTBAUTO ".dtbauto"

/* Read a UKI; *@kernel becomes its .linux section. @profile: see ab_image_probe_profile(). */
AB_MUST_CHECK enum ab_err ab_uki_read_(struct ab_uki *uki, struct ab_bytes file,
				       const char *profile, struct ab_bytes *kernel,
				       struct ab_error *why);

/* Read a PE addon. *@machine becomes the Machine of its header.
 * @retval AB_ERR_UNSUPPORTED it has a .linux section, or none that counts */
AB_MUST_CHECK enum ab_err ab_addon_read_(struct ab_uki *addon, struct ab_bytes file,
					 uint16_t *machine, struct ab_error *why);

/* Get the next .dtbauto section, those of the profile first; false: there are no more. Begin with
 * *@position 0. All calls together take time linear in the number of sections, and the trees have
 * no more bytes than the file. */
bool ab_uki_dtbauto_(const struct ab_uki *uki, uint32_t *position, struct ab_bytes *tree);

/* ---- PE/COFF headers ---------------------------------------------------------------------- */

struct ab_pe {
	uint16_t machine;
	uint16_t n_sections;
	const uint8_t *sections; /* section table, all of it within the file */
};

struct ab_pe_section {
	const uint8_t *name; /* 8 bytes, padded with NULs */
	uint32_t virtual_size; /* bytes in memory */
	uint32_t raw_size; /* bytes in the file, which may be rounded up */
	uint32_t raw_offset; /* offset in the file */
};

/* True if @head begins like an EFI application: with "MZ", and an offset of the PE headers. */
bool ab_pe_is_(struct ab_bytes head);

/* Read the PE headers in @head, for which ab_pe_is_() must be true. */
AB_MUST_CHECK enum ab_err ab_pe_read_(struct ab_pe *pe, struct ab_bytes head, struct ab_error *why);

struct ab_pe_section ab_pe_section_(const struct ab_pe *pe, uint32_t index);

#endif /* AB_IMAGE_IMAGE_PRIV_H */
