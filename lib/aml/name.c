/* SPDX-License-Identifier: BSD-2-Clause */
/* Names: segments, paths, calls. */
#include "aml_priv.h"

#include "../base/libc.h"

static bool lead_char(char c)
{
	return (c >= 'A' && c <= 'Z') || c == '_';
}

static bool name_char(char c)
{
	return lead_char(c) || (c >= '0' && c <= '9');
}

/* Make a NameSeg of @n characters, padded with underscores. ACPI 20.2.2 */
static void make_seg(struct ab_aml *a, uint8_t seg[4], const char *s, size_t n)
{
	bool good = n >= 1 && n <= 4 && lead_char(s[0]);

	for (size_t i = 0; i < 4; i++) {
		seg[i] = '_';
		if (good && i < n) {
			good = name_char(s[i]);
			seg[i] = (uint8_t)s[i];
		}
	}
	if (!good)
		ab_aml_fail(
		    a, "a name segment must be 1 to 4 of A-Z, 0-9 and _, and begin with no digit");
}

static void put_seg(struct ab_aml *a, const char *s, size_t n)
{
	uint8_t seg[4];

	make_seg(a, seg, s, n);
	ab_put(a->out, seg, 4);
}

void ab_aml_nameseg_(struct ab_aml *a, const char *name)
{
	if (name == NULL)
		ab_aml_fail(
		    a, "a name segment must be 1 to 4 of A-Z, 0-9 and _, and begin with no digit");
	else
		put_seg(a, name, strlen(name));
}

static size_t seg_length(const char *s)
{
	size_t n = 0;

	while (s[n] != '.' && s[n] != '\0')
		n++;
	return n;
}

/* Append a path of two segments or more. */
static void put_segs(struct ab_aml *a, const char *s)
{
	size_t n = 1;

	for (const char *c = s; *c != '\0'; c++)
		n += *c == '.';
	if (n > 255)
		ab_aml_fail(a, "a path must have at most 255 segments");
	if (n == 2)
		ab_aml_byte_(a, 0x2e); /* DualNamePrefix */
	else
		ab_put_le(a->out, 0x2f | n << 8, 2); /* MultiNamePrefix, SegCount */
	for (; n != 0; n--) {
		size_t length = seg_length(s);

		put_seg(a, s, length);
		s += length + 1;
	}
}

/* ACPI 20.2.2: NameString */
void ab_aml_namestring_(struct ab_aml *a, const char *path)
{
	const char *s = path;
	size_t length;

	if (s == NULL || *s == '\0') {
		ab_aml_fail(a, "a path must not be empty");
		return;
	}
	if (*s == '\\')
		ab_aml_byte_(a, (uint8_t)*s++); /* RootChar */
	else
		while (*s == '^')
			ab_aml_byte_(a, (uint8_t)*s++); /* ParentPrefixChar */
	length = seg_length(s);
	if (s[length] != '\0')
		put_segs(a, s);
	else if (length != 0)
		put_seg(a, s, length);
	else
		ab_aml_byte_(a, 0x00); /* NullName */
}

/* Most names are one segment. For speed, one call appends such a name together with its opcode. */
void ab_aml_opcode_name_(struct ab_aml *a, unsigned int opcode, unsigned int width,
			 const char *path)
{
	uint8_t bytes[4 + 4];
	size_t length = path != NULL ? seg_length(path) : 0;

	if (length == 0 || path[length] != '\0' || *path == '\\' || *path == '^') {
		ab_put_le(a->out, opcode, width);
		ab_aml_namestring_(a, path);
		return;
	}
	ab_st_le32(bytes, opcode);
	make_seg(a, bytes + width, path, length);
	ab_put(a->out, bytes, width + 4);
}

void ab_aml_path(struct ab_aml *a, const char *path)
{
	ab_aml_value_(a);
	ab_aml_namestring_(a, path);
}

void ab_aml_call(struct ab_aml *a, const char *path, unsigned int args)
{
	if (args > 7)
		ab_aml_fail(a, "a method must have at most 7 arguments");
	ab_aml_expression_(a, args);
	ab_aml_namestring_(a, path);
}
