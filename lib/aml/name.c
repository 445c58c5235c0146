/* SPDX-License-Identifier: BSD-2-Clause */
/* Names, EISA ids and UUIDs: text that has a form of its own in AML. */
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

/* One segment of @n characters, padded with underscores. ACPI 20.2.2: NameSeg */
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

/* Two segments or more. */
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
		ab_aml_fail(a, "a path must have a segment, a prefix or a root");
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

/* Most names are one segment: those go with their opcode at once. */
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

static int hex_digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'A' && c <= 'F')
		return c - 'A' + 10;
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	return -1;
}

/* ACPI 19.6.36: three letters of 5 bits, four digits, big-endian */
void ab_aml_eisa(struct ab_aml *a, const char *id)
{
	bool good = id != NULL && strlen(id) == 7;
	uint32_t v = 0;

	for (size_t i = 0; good && i < 3; i++) {
		good = id[i] >= 'A' && id[i] <= 'Z';
		v = v << 5 | (uint32_t)((id[i] - '@') & 0x1f);
	}
	for (size_t i = 3; good && i < 7; i++) {
		good = hex_digit(id[i]) >= 0;
		v = v << 4 | (uint32_t)(hex_digit(id[i]) & 0xf);
	}
	if (!good)
		ab_aml_fail(a, "an EISA id must be three letters A-Z and four hexadecimal digits");
	ab_aml_int(a, v << 24 | (v & 0xff00) << 8 | (v >> 8 & 0xff00) | v >> 24);
}

/* ACPI 19.6.142: the first three groups are little-endian */
void ab_aml_uuid(struct ab_aml *a, const char *uuid)
{
	/* where in "aabbccdd-eeff-gghh-iijj-kkllmmnnoopp" each byte is */
	static const uint8_t at[16] = { 6, 4, 2, 0, 11, 9, 16, 14, 19, 21, 24, 26, 28, 30, 32, 34 };
	bool good = uuid != NULL && strlen(uuid) == 36 && uuid[8] == '-' && uuid[13] == '-' &&
		    uuid[18] == '-' && uuid[23] == '-';
	uint8_t bytes[16] = { 0 };

	for (size_t i = 0; good && i < 16; i++) {
		int hi = hex_digit(uuid[at[i]]), lo = hex_digit(uuid[at[i] + 1]);

		good = hi >= 0 && lo >= 0;
		bytes[i] = (uint8_t)((hi & 0xf) << 4 | (lo & 0xf));
	}
	if (!good)
		ab_aml_fail(a, "a UUID must have the form 01234567-89ab-cdef-0123-456789abcdef");
	ab_aml_buffer(a, bytes, sizeof(bytes));
}
