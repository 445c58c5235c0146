/* SPDX-License-Identifier: BSD-2-Clause */
/* The functions of the C library that a freestanding program provides by itself: metal/libc.c. */
#ifndef EL2_LIBC_H
#define EL2_LIBC_H

#include <stddef.h>

void *memcpy(void *restrict dst, const void *restrict src, size_t n);
void *memmove(void *dst, const void *src, size_t n);
void *memset(void *dst, int c, size_t n);
int memcmp(const void *a, const void *b, size_t n);
size_t strlen(const char *s);

#endif /* EL2_LIBC_H */
