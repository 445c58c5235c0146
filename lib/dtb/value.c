/* SPDX-License-Identifier: BSD-2-Clause */
/* Values of properties: cells and strings. */
#include <aetherboot/dtb.h>

#include "../base/be.h"
#include "../base/libc.h"

bool ab_dtb_number(struct ab_bytes value, size_t at, uint32_t cells, uint64_t *number)
{
	size_t there = value.size / 4;
	const uint8_t *p = value.data;

	if (cells > 2 || at > there || cells > there - at)
		return false;
	*number = 0;
	for (; cells != 0; cells--)
		*number = *number << 32 | ab_ld_be32(p + 4 * at++);
	return true;
}

const char *ab_dtb_string(struct ab_bytes value, size_t nth)
{
	const char *s = value.data;
	size_t from = 0;

	for (size_t i = 0; i < value.size; i++)
		if (s[i] == '\0') {
			if (nth-- == 0)
				return s + from;
			from = i + 1;
		}
	return NULL;
}

bool ab_dtb_has_string(struct ab_bytes value, const char *string)
{
	size_t size = strlen(string) + 1, from = 0;
	const char *s = value.data;

	for (size_t i = 0; i < value.size; i++)
		if (s[i] == '\0') {
			if (i + 1 - from == size && memcmp(s + from, string, size) == 0)
				return true;
			from = i + 1;
		}
	return false;
}
