/* SPDX-License-Identifier: BSD-2-Clause */
/** @file sha256.h The group @ref sha256. */
/**
 * @defgroup sha256 SHA-256
 * @ingroup base
 * SHA-256 of a message given at once or in pieces. The pieces' sizes and alignment do not change
 * the digest, and neither does the host. No call can fail. @spec{FIPS180, 6.2}
 *
 * @snippet test_snippets_files.c sha256
 * @{
 */
#ifndef AETHERBOOT_SHA256_H
#define AETHERBOOT_SHA256_H

#include <aetherboot/base.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Bytes of a digest. */
#define AB_SHA256_SIZE 32

/** A digest under construction. The caller owns it and must not change its fields. A copy may
 *  continue with other bytes: two messages with a common beginning need to digest it only once. */
struct ab_sha256 {
	uint32_t h[8]; /**< hash value of all complete blocks */
	uint64_t size; /**< bytes of the message so far, at most 2^61 - 1 */
	uint8_t block[64]; /**< the last @c size mod 64 bytes, a block that is not complete */
};

/** Begin a digest.
 * @param s filled; its old content does not matter */
AB_API void ab_sha256_init(struct ab_sha256 *s);

/** Append bytes to the message.
 * @param s    from ab_sha256_init()
 * @param data bytes, at any alignment; may be NULL when @p n is 0
 * @param n    bytes at @p data. The whole message must be at most 2^61 - 1 bytes long: the digest
 *             of a longer one is undefined */
AB_API void ab_sha256_add(struct ab_sha256 *s, const void *data, size_t n);

/** End the message and get its digest.
 * @param s      from ab_sha256_init(); undefined afterwards, so only ab_sha256_init() may follow
 * @param digest filled, in the byte order of the standard and of `sha256sum` */
AB_API void ab_sha256_finish(struct ab_sha256 *s, uint8_t digest[AB_SHA256_SIZE]);

/** Get the digest of a message in one call.
 * @param data   the whole message, at any alignment; may be NULL when @p n is 0
 * @param n      bytes at @p data, at most 2^61 - 1
 * @param digest filled, as by ab_sha256_finish(); may lie within @p data */
AB_API void ab_sha256(const void *data, size_t n, uint8_t digest[AB_SHA256_SIZE]);

#ifdef __cplusplus
}
#endif

/** @} */

#endif /* AETHERBOOT_SHA256_H */
