/* SPDX-License-Identifier: BSD-2-Clause */
/* PE files for tests: headers by the offsets of the PE format, 3 and 4. */
#ifndef AB_TESTS_MAKE_UKI_H
#define AB_TESTS_MAKE_UKI_H

#include <stdint.h>
#include <string.h>

#include <aetherboot/base.h>

struct made_section {
	const char *name;
	uint32_t virtual_size, raw_size, raw_offset;
};

#define MAKE_UKI_HEADER 0x400u /* all of it is before */

/* The contents are the caller's. */
static inline void make_uki(uint8_t *file, uint16_t machine, const struct made_section *s, size_t n)
{
	memset(file, 0, MAKE_UKI_HEADER);
	memcpy(file, "MZ", 2);
	ab_st_le32(file + 0x3c, 0x80); /* e_lfanew */
	memcpy(file + 0x80, "PE\0", 4);
	ab_st_le16(file + 0x84, machine); /* Machine */
	ab_st_le16(file + 0x86, (uint16_t)n); /* NumberOfSections */
	ab_st_le16(file + 0x94, 0xf0); /* SizeOfOptionalHeader */
	for (size_t i = 0; i < n; i++) {
		uint8_t *at = file + 0x188 + 40 * i;

		memcpy(at, s[i].name, strlen(s[i].name));
		ab_st_le32(at + 8, s[i].virtual_size);
		ab_st_le32(at + 16, s[i].raw_size);
		ab_st_le32(at + 20, s[i].raw_offset);
	}
}

#endif /* AB_TESTS_MAKE_UKI_H */
