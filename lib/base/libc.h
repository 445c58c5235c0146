/* SPDX-License-Identifier: BSD-2-Clause */
/* The five C library functions lib/ may use; a freestanding build supplies them itself. */
#ifndef AB_BASE_LIBC_H
#define AB_BASE_LIBC_H

#include <stddef.h>

void *memcpy(void *restrict dst, const void *restrict src, size_t n);
void *memmove(void *dst, const void *src, size_t n);
void *memset(void *dst, int c, size_t n);
int memcmp(const void *a, const void *b, size_t n);
size_t strlen(const char *s);

#endif /* AB_BASE_LIBC_H */
