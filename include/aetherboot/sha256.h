/* SPDX-License-Identifier: BSD-2-Clause */
/**
 * @file sha256.h
 * SHA-256 of bytes that come at once or piece by piece. The digest is the same at any alignment, in
 * any pieces and on any host. No call can fail. @spec{FIPS180, 6.2}
 */
#ifndef AETHERBOOT_SHA256_H
#define AETHERBOOT_SHA256_H

#include <aetherboot/base.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Bytes of a digest. */
#define AB_SHA256_SIZE 32

/** A digest under construction. The caller owns it and may copy it, to go on in two ways from what
 *  both have in common; it must not change the fields. */
struct ab_sha256 {
	uint32_t h[8]; /**< hash value of the whole blocks so far */
	uint64_t size; /**< bytes so far, at most 2^61 - 1 */
	uint8_t block[64]; /**< the last @c size mod 64 of them, which wait for more */
};

/** Begin a digest.
 * @param s filled, whatever it held */
AB_API void ab_sha256_init(struct ab_sha256 *s);

/** Append bytes to the message.
 * @param s    from ab_sha256_init()
 * @param data bytes, at any alignment; may be NULL when @p n is 0
 * @param n    how many. The whole message must not be longer than 2^61 - 1 bytes: the digest of a
 *             longer one is undefined */
AB_API void ab_sha256_add(struct ab_sha256 *s, const void *data, size_t n);

/** End the message.
 * @param s      from ab_sha256_init(); undefined afterwards: only ab_sha256_init() may follow
 * @param digest filled, in the byte order in which the standard and `sha256sum` print it */
AB_API void ab_sha256_finish(struct ab_sha256 *s, uint8_t digest[AB_SHA256_SIZE]);

/** Like ab_sha256_init(), ab_sha256_add() and ab_sha256_finish(), but in one call.
 * @param data   the whole message, at any alignment; may be NULL when @p n is 0
 * @param n      bytes at @p data, at most 2^61 - 1
 * @param digest filled; it may lie within @p data */
AB_API void ab_sha256(const void *data, size_t n, uint8_t digest[AB_SHA256_SIZE]);

#ifdef __cplusplus
}
#endif

#endif /* AETHERBOOT_SHA256_H */
