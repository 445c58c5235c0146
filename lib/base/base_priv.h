/* SPDX-License-Identifier: BSD-2-Clause */
/* Operations of the writer that only encoders of this library need. */
#ifndef AB_BASE_BASE_PRIV_H
#define AB_BASE_BASE_PRIV_H

#include <aetherboot/base.h>

/* Insert @n bytes of @src at offset @at (<= len), moving the tail up. */
void ab_insert_(struct ab_buf *b, size_t at, const void *src, size_t n);

/* Append zero bytes until len is a multiple of @align, a power of two. */
void ab_put_align_(struct ab_buf *b, size_t align);

#endif /* AB_BASE_BASE_PRIV_H */
