/* SPDX-License-Identifier: BSD-2-Clause */
/* The five functions of the C library that the library needs. While the MMU is off, each access
 * must be aligned to its size: only long copies rely on unaligned ones, and none is made by then.
 */
#include "el2/libc.h"

#include <stdint.h>

#ifndef EL2_LONG_COPY /* a program whose MMU is never on has none */
#define EL2_LONG_COPY 64 /* bytes from which on a copy is a long one */
#endif

void *memcpy(void *restrict dst, const void *restrict src, size_t n)
{
	uint8_t *d = dst;
	const uint8_t *s = src;

	if (n >= EL2_LONG_COPY) {
		size_t whole = n & ~(size_t)63;
		const uint8_t *end = s + whole;

		__asm__ volatile("1: ldp x2, x3, [%1]\n\t"
				 "ldp x4, x5, [%1, #16]\n\t"
				 "ldp x6, x7, [%1, #32]\n\t"
				 "ldp x8, x9, [%1, #48]\n\t"
				 "stp x2, x3, [%0]\n\t"
				 "stp x4, x5, [%0, #16]\n\t"
				 "stp x6, x7, [%0, #32]\n\t"
				 "stp x8, x9, [%0, #48]\n\t"
				 "add %1, %1, #64\n\t"
				 "add %0, %0, #64\n\t"
				 "cmp %1, %2\n\t"
				 "b.ne 1b"
				 : "+r"(d), "+r"(s)
				 : "r"(end)
				 : "x2", "x3", "x4", "x5", "x6", "x7", "x8", "x9", "cc", "memory");
		n -= whole;
	}
	if ((((uintptr_t)d ^ (uintptr_t)s) & 7) == 0) {
		for (; n != 0 && ((uintptr_t)d & 7) != 0; n--)
			*d++ = *s++;
		for (; n >= 8; n -= 8, d += 8, s += 8)
			*(uint64_t *)(void *)d = *(const uint64_t *)(const void *)s;
	}
	for (; n != 0; n--)
		*d++ = *s++;
	return dst;
}

void *memmove(void *dst, const void *src, size_t n)
{
	uint8_t *d = dst;
	const uint8_t *s = src;

	if (d <= s || d >= s + n) {
		/* ascending; a long copy may read what it has written only if the two are close */
		if (d >= s + n || s - d >= 64)
			return memcpy(dst, src, n);
		while (n-- != 0)
			*d++ = *s++;
		return dst;
	}
	while (n-- != 0)
		d[n] = s[n];
	return dst;
}

void *memset(void *dst, int c, size_t n)
{
	uint8_t *d = dst;
	uint64_t word = (uint8_t)c * UINT64_C(0x0101010101010101);

	for (; n != 0 && ((uintptr_t)d & 7) != 0; n--)
		*d++ = (uint8_t)c;
	for (; n >= 64; n -= 64, d += 64)
		__asm__ volatile("stp %1, %1, [%0]\n\t"
				 "stp %1, %1, [%0, #16]\n\t"
				 "stp %1, %1, [%0, #32]\n\t"
				 "stp %1, %1, [%0, #48]"
				 :
				 : "r"(d), "r"(word)
				 : "memory");
	for (; n >= 8; n -= 8, d += 8)
		*(uint64_t *)(void *)d = word;
	for (; n != 0; n--)
		*d++ = (uint8_t)c;
	return dst;
}

int memcmp(const void *a, const void *b, size_t n)
{
	const uint8_t *x = a, *y = b;

	for (; n != 0; n--, x++, y++)
		if (*x != *y)
			return *x - *y;
	return 0;
}

size_t strlen(const char *s)
{
	size_t n = 0;

	while (s[n] != '\0')
		n++;
	return n;
}
