/* SPDX-License-Identifier: BSD-2-Clause */
/* The five C library functions that lib/ may use. A freestanding program must provide them. */
#ifndef AB_BASE_LIBC_H
#define AB_BASE_LIBC_H

#include <stddef.h>

void *memcpy(void *restrict dst, const void *restrict src, size_t n);
void *memmove(void *dst, const void *src, size_t n);
void *memset(void *dst, int c, size_t n);
int memcmp(const void *a, const void *b, size_t n);
size_t strlen(const char *s);

/* With -ffreestanding the compiler must not assume the meaning of these names. It then calls
 * memcmp() even for a signature of four bytes and strlen() for a literal, and firmware often
 * implements them as loops over bytes. It knows the builtins: it inlines them where this is faster
 * (clang: except memcmp()), and else calls the functions above. Headers from outside may declare
 * these names, so they must be included before. */
#define memcpy(dst, src, n) __builtin_memcpy(dst, src, n)
#define memmove(dst, src, n) __builtin_memmove(dst, src, n)
#define memset(dst, c, n) __builtin_memset(dst, c, n)
#define memcmp(a, b, n) __builtin_memcmp(a, b, n)
#define strlen(s) __builtin_strlen(s)

#endif /* AB_BASE_LIBC_H */
