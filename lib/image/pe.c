/* SPDX-License-Identifier: BSD-2-Clause */
/* Headers and section table of EFI applications. PE/COFF, 3 and 4. */
#include "image_priv.h"

#include "../base/libc.h"

enum { LFANEW = 0x3c }; /* 4 file offset of the signature */

/* from the signature on */
enum {
	MACHINE = 0x04, /* 2 Machine */
	N_SECTIONS = 0x06, /* 2 NumberOfSections */
	OPTIONAL_SIZE = 0x14, /* 2 SizeOfOptionalHeader */
	OPTIONAL = 0x18,
};

/* a section's header */
enum {
	VIRTUAL_SIZE = 0x08, /* 4 VirtualSize */
	RAW_SIZE = 0x10, /* 4 SizeOfRawData */
	RAW_OFFSET = 0x14, /* 4 PointerToRawData */
	SECTION_SIZE = 0x28,
};

bool ab_pe_is_(struct ab_bytes head)
{
	const uint8_t *p = head.data;

	return head.size >= LFANEW + 4 && memcmp(p, "MZ", 2) == 0 && ab_ld_le32(p + LFANEW) != 0;
}

enum ab_err ab_pe_read_(struct ab_pe *pe, struct ab_bytes head, struct ab_error *why)
{
	const uint8_t *p = head.data;
	uint64_t at = ab_ld_le32(p + LFANEW), table;

	if (!ab_within(at, OPTIONAL, head.size))
		return ab_fail(why, AB_ERR_IMAGE, "pe.e_lfanew", at,
			       "the PE header must be within the file");
	if (memcmp(p + at, "PE\0", 4) != 0)
		return ab_fail(why, AB_ERR_IMAGE, "pe.Signature", ab_ld_le32(p + at),
			       "must be 0x4550 (PE)");
	pe->machine = ab_ld_le16(p + at + MACHINE);
	pe->n_sections = ab_ld_le16(p + at + N_SECTIONS);
	table = at + OPTIONAL + ab_ld_le16(p + at + OPTIONAL_SIZE);
	if (!ab_within(table, (uint64_t)pe->n_sections * SECTION_SIZE, head.size))
		return ab_fail(why, AB_ERR_IMAGE, "pe.NumberOfSections", pe->n_sections,
			       "the section table must be within the file");
	pe->sections = p + table;
	return AB_OK;
}

struct ab_pe_section ab_pe_section_(const struct ab_pe *pe, uint32_t index)
{
	const uint8_t *s = pe->sections + (size_t)index * SECTION_SIZE;

	return (struct ab_pe_section){ s, ab_ld_le32(s + VIRTUAL_SIZE), ab_ld_le32(s + RAW_SIZE),
				       ab_ld_le32(s + RAW_OFFSET) };
}
