/* SPDX-License-Identifier: BSD-2-Clause */
/* Errors with all members, and operations of the writer that only this library's encoders need. */
#ifndef AB_BASE_BASE_PRIV_H
#define AB_BASE_BASE_PRIV_H

#include <aetherboot/base.h>

/* Copy *@error to @why, which may be NULL, and return its code. For errors that name two parties.
 */
enum ab_err ab_fail_with_(struct ab_error *why, const struct ab_error *error);

/* Like ab_fail(), but for entry @index of the list that @what names. */
enum ab_err ab_fail_at_(struct ab_error *why, enum ab_err code, const char *what, uint64_t index,
			uint64_t value, const char *other);

/* Like ab_fail_at_(), but for an entry that has a name. */
enum ab_err ab_fail_named_(struct ab_error *why, enum ab_err code, const char *what, uint64_t index,
			   const char *name, uint64_t value, const char *other);

/* Like ab_buf_fail(), but for errors that name an entry of a list or two parties: record *@error,
 * unless the writer has an error already. */
void ab_buf_fail_with_(struct ab_buf *b, const struct ab_error *error);

/* Append fields that are the same in each machine, byte by byte. */
#define AB_PUT_FIXED(b, ...)                                                                       \
	do {                                                                                       \
		static const uint8_t fixed_[] = { __VA_ARGS__ };                                   \
		ab_put(b, fixed_, sizeof(fixed_));                                                 \
	} while (0)
#define AB_BYTES2(v) (uint8_t)((v)&0xff), (uint8_t)((v) >> 8)

/* Insert @n bytes of @src at offset @at, which must be at most len. Moves the bytes behind it. */
void ab_insert_(struct ab_buf *b, size_t at, const void *src, size_t n);

/* Append @n characters of a name that may come from a file, a byte a call, so that the writer cuts
 * within a word. What is not printable ASCII becomes '?': a terminal may obey it. */
void ab_put_printable_(struct ab_buf *b, const char *s, size_t n);

/* Append zero bytes until len is a multiple of @align, a power of two. */
void ab_put_align_(struct ab_buf *b, size_t align);

/* An entry of a list that is to be sorted. */
struct ab_item {
	uint64_t key;
	uint64_t at; /* its place in the list: decides between equal keys */
};

/* Sort @n items by key, then by place. Takes n steps if they ascend, else n log n. */
void ab_sort_(struct ab_item *item, size_t n);

#endif /* AB_BASE_BASE_PRIV_H */
