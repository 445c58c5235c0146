/* SPDX-License-Identifier: BSD-2-Clause */
/* PE files for tests: headers by the offsets of the PE format, 3 and 4. */
#ifndef AB_TESTS_MAKE_UKI_H
#define AB_TESTS_MAKE_UKI_H

#include "unit.h"

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

/* A section and its bytes; a list of them ends with a name of NULL. */
struct made_part {
	const char *name;
	struct ab_bytes bytes;
};

/* Lay sections out one after the other. What is behind the bytes of each is '#', and not its own.
 * @return the file */
static inline struct ab_bytes make_uki_of(uint8_t *file, size_t room, uint16_t machine,
					  const struct made_part *parts)
{
	struct made_section s[(MAKE_UKI_HEADER - 0x188) / 40];
	size_t n = 0, at = MAKE_UKI_HEADER;

	for (; parts[n].name != NULL; n++) {
		const size_t len = parts[n].bytes.size, raw = (len + 0x1ff) & ~(size_t)0x1ff;

		assert_true(n < COUNT(s) && raw <= room - at);
		memset(file + at, '#', raw);
		if (len != 0)
			memcpy(file + at, parts[n].bytes.data, len);
		s[n] = (struct made_section){ parts[n].name, (uint32_t)len, (uint32_t)raw,
					      (uint32_t)at };
		at += raw;
	}
	make_uki(file, machine, s, n);
	return (struct ab_bytes){ file, at };
}

#endif /* AB_TESTS_MAKE_UKI_H */
