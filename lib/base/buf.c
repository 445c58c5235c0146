/* SPDX-License-Identifier: BSD-2-Clause */
/* The bounded writer: one code path measures and writes. */
#include <aetherboot/base.h>

#include "libc.h"
#include "base_priv.h"

#if defined(__GNUC__)
#define COLD __attribute__((noinline, cold))
#else
#define COLD
#endif

/* Out of line, so that bytes that fit save no registers for those that do not. */
COLD static void no_space(struct ab_buf *b)
{
	ab_buf_fail(b, AB_ERR_NOSPACE, NULL, 0, NULL);
}

COLD static void misuse(struct ab_buf *b, const char *what, uint64_t value, const char *rule)
{
	ab_buf_fail(b, AB_ERR_INTERNAL, what, value, rule);
}

/* Grow len by n and return the address for the bytes; NULL: there are none to write. len never
 * wraps: a builder that would exceed size_t fails instead. */
static uint8_t *grow(struct ab_buf *b, size_t n)
{
	size_t at = b->len;

	if (n > SIZE_MAX - at) {
		no_space(b);
		b->len = SIZE_MAX;
		return NULL;
	}
	b->len = at + n;
	if (b->data == NULL)
		return NULL;
	if (b->len > b->cap) {
		no_space(b);
		return NULL;
	}
	return n != 0 ? b->data + at : NULL;
}

void ab_put(struct ab_buf *b, const void *src, size_t n)
{
	uint8_t *to = grow(b, n);

	if (to == NULL)
		return;
	if (src != NULL)
		memcpy(to, src, n);
	else
		memset(to, 0, n);
}

/* Builders call this most, so the usual widths are stored directly. */
static void store(uint8_t *to, uint64_t v, unsigned int width)
{
	switch (width) {
	case 1:
		*to = (uint8_t)v;
		break;
	case 2:
		ab_st_le16(to, (uint16_t)v);
		break;
	case 4:
		ab_st_le32(to, (uint32_t)v);
		break;
	case 8:
		ab_st_le64(to, v);
		break;
	default:
		for (; width != 0; width--) {
			*to++ = (uint8_t)v;
			v >>= 8;
		}
	}
}

/* Out of line, so that the usual case saves no registers for it: there is no room, or misuse. */
COLD static void refuse_le(struct ab_buf *b, unsigned int width)
{
	if (width > 8)
		misuse(b, "ab_put_le.width", width, "must be at most 8");
	else
		(void)grow(b, width);
}

void ab_put_le(struct ab_buf *b, uint64_t v, unsigned int width)
{
	const size_t at = b->len;

	if (width > 8 || at > SIZE_MAX - 8 || (b->data != NULL && at + width > b->cap)) {
		refuse_le(b, width);
		return;
	}
	b->len = at + width;
	if (b->data != NULL)
		store(b->data + at, v, width);
}

void ab_put_align_(struct ab_buf *b, size_t align)
{
	if (align == 0 || (align & (align - 1)) != 0)
		misuse(b, "ab_put_align_.align", align, "must be a power of 2");
	else
		ab_put(b, NULL, (0 - b->len) & (align - 1));
}

void ab_put_str(struct ab_buf *b, const char *s)
{
	ab_put(b, s, strlen(s));
}

void ab_put_printable_(struct ab_buf *b, const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++)
		ab_put(b, s[i] >= 0x20 && s[i] <= 0x7e ? &s[i] : "?", 1);
}

void ab_put_hex(struct ab_buf *b, uint64_t v, unsigned int digits)
{
	char text[2 + 16];
	size_t at = sizeof(text);

	for (unsigned int i = 0; i < 16 && (i == 0 || i < digits || v != 0); i++) {
		text[--at] = "0123456789abcdef"[v & 15];
		v >>= 4;
	}
	text[--at] = 'x';
	text[--at] = '0';
	ab_put(b, text + at, sizeof(text) - at);
}

void ab_put_dec(struct ab_buf *b, uint64_t v)
{
	char text[20];
	size_t at = sizeof(text);

	do {
		text[--at] = (char)('0' + v % 10);
		v /= 10;
	} while (v != 0);
	ab_put(b, text + at, sizeof(text) - at);
}

void ab_insert_(struct ab_buf *b, size_t at, const void *src, size_t n)
{
	if (at > b->len) {
		misuse(b, "ab_insert_.at", at, "must not be past the end");
		return;
	}
	if (grow(b, n) == NULL)
		return;
	memmove(b->data + at + n, b->data + at, b->len - n - at);
	memcpy(b->data + at, src, n);
}

void ab_poke_le(struct ab_buf *b, size_t at, uint64_t v, unsigned int width)
{
	if (width > 8 || at > b->len || width > b->len - at) {
		misuse(b, "ab_poke_le.at", at, "must have been appended");
		return;
	}
	if (b->data != NULL && at <= b->cap && width <= b->cap - at)
		store(b->data + at, v, width);
}

void ab_buf_fail(struct ab_buf *b, enum ab_err code, const char *what, uint64_t value,
		 const char *other)
{
	ab_buf_fail_with_(
	    b, &(struct ab_error){ .code = code, .what = what, .value = value, .other = other });
}

void ab_buf_fail_with_(struct ab_buf *b, const struct ab_error *error)
{
	if (b->error.code == AB_OK)
		(void)ab_fail_with_(&b->error, error);
}

enum ab_err ab_buf_finish(const struct ab_buf *b, const char *what, struct ab_error *why)
{
	struct ab_error e = b->error;

	if (e.code == AB_OK)
		return AB_OK;
	if (e.what == NULL && e.code == AB_ERR_NOSPACE && e.other == NULL)
		e.value = b->len;
	if (e.what == NULL)
		e.what = what;
	return ab_fail_with_(why, &e);
}

/* Sixteen bytes at a time, in four sums of 16 bits, of which the lower 8 count. */
uint8_t ab_sum8(const void *data, size_t n)
{
	const uint64_t even = UINT64_C(0x00ff00ff00ff00ff);
	const uint8_t *p = data;
	uint64_t sums = 0;
	unsigned int sum = 0;

	for (; n >= 16; n -= 16, p += 16) {
		const uint64_t a = ab_ld_le64(p), b = ab_ld_le64(p + 8);

		sums = (sums & even) + (a & even) + (a >> 8 & even) + (b & even) + (b >> 8 & even);
	}
	while (n-- != 0)
		sum += *p++;
	for (; sums != 0; sums >>= 16)
		sum += (unsigned int)(sums & 0xff);
	return (uint8_t)sum;
}
