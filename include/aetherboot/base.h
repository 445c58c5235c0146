/* SPDX-License-Identifier: BSD-2-Clause */
/** @file base.h The group @ref base. */
/**
 * @defgroup base Foundation
 * Foundation of every module: errors, ranges, byte order, checked arithmetic and the bounded
 * writer. Needs no operating system and only the C11 freestanding headers.
 *
 * @snippet test_snippets_files.c base
 * @{
 */
#ifndef AETHERBOOT_BASE_H
#define AETHERBOOT_BASE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#if defined(__GNUC__)
#define AB_API __attribute__((visibility("default")))
#define AB_MUST_CHECK __attribute__((warn_unused_result))
#else
#define AB_API
#define AB_MUST_CHECK
#endif

#define AB_KiB (UINT64_C(1) << 10) /**< 1024 bytes */
#define AB_MiB (UINT64_C(1) << 20) /**< 1024 KiB */
#define AB_GiB (UINT64_C(1) << 30) /**< 1024 MiB */
#define AB_TiB (UINT64_C(1) << 40) /**< 1024 GiB */

/** Initialise a list struct (pointer, count) in place, from entries of @p type. Inside a function
 *  the variable must not be static, and the entries live until the block ends. C only: C++ callers
 *  write pointer and count. */
#define AB_LIST(type, ...)                                                                         \
	{                                                                                          \
		(const type[]){ __VA_ARGS__ },                                                     \
		    sizeof((const type[]){ __VA_ARGS__ }) / sizeof(type)                           \
	}

#ifdef __cplusplus
extern "C" {
#endif

/** Guest architectures. The library prepares a guest of each on any host. */
enum ab_arch {
	AB_ARCH_X86_64 = 1, /**< x86-64 */
	AB_ARCH_ARM64 = 2, /**< AArch64 */
};

/** Results of calls. Append-only; each function's documentation lists the results that it may
 *  return. */
enum ab_err {
	AB_OK = 0, /**< success */
	AB_ERR_ARG, /**< a field of the description or an argument is invalid */
	AB_ERR_NOSPACE, /**< memory, a buffer or a window is too small */
	AB_ERR_OVERLAP, /**< two ranges that must be disjoint share a byte */
	AB_ERR_IMAGE, /**< an image or stream is malformed or truncated */
	AB_ERR_UNSUPPORTED, /**< the input is well-formed, but this build cannot handle it */
	AB_ERR_MEM, /**< a sink or a callback of the caller's refused bytes */
	AB_ERR_INTERNAL, /**< a bug in libaetherboot: please report it */
};

/** An error, from which ab_error_text() makes a sentence. Each string is a ROM string, or a string
 *  of the caller's, which must outlive the error. */
struct ab_error {
	enum ab_err code; /**< same as the call's result */
	const char *what; /**< the faulty object. With a dot: path of a field, where [] stands for
			       [@c index], e.g. "machine.ram[].base". Without a dot, or with [] at
			       its end: name of a region, table or stream, e.g. "initrd" or
			       "machine.fdt.overlays[]" */
	uint64_t value; /**< value of the field; for a region, table or stream the offset of the
			     error in it (NOSPACE: bytes needed; MEM: guest-physical address).
			     OVERLAP: first byte of the first range, or first number:
			     interrupts and buses overlap, too */
	const char *other; /**< the broken rule, or a hint; NULL: none. OVERLAP: the second party,
				a path or a name like @c what */
	uint64_t index; /**< index of the entry in the list that @c what names; else 0 */
	const char *name; /**< the entry's own name, e.g. "uart-pl011"; NULL: none */
	uint64_t other_index; /**< OVERLAP: index of the entry in the list that @c other names; else
				   that of a second device, if @c other_name is not NULL */
	const char *other_name; /**< OVERLAP: own name of the second entry; NULL: none. Else name of
				     a second device that the rule is about, an entry of
				     machine.devs; NULL: there is none */
	uint64_t other_value; /**< OVERLAP: first byte or number of the second range */
	uint64_t size; /**< OVERLAP: bytes, or numbers, of the first range; 0: not known */
	uint64_t other_size; /**< OVERLAP: bytes, or numbers, of the second range; 0: not known */
};

/** Fill @p why and return @p code. Sinks and callbacks may use it, too.
 * @param why   filled; members without a parameter here become 0. May be NULL
 * @param code  the error; AB_OK clears @p why
 * @param what  path or name, see ab_error.what; kept by pointer
 * @param value value of the field, or offset, see ab_error.value
 * @param other rule or hint, or NULL; kept by pointer
 * @return @p code */
AB_API enum ab_err ab_fail(struct ab_error *why, enum ab_err code, const char *what, uint64_t value,
			   const char *other);

/** Get the name of an error code, e.g. "AB_ERR_NOSPACE"; "unknown error" for a number that is no
 *  code. ROM string. */
AB_API const char *ab_err_name(enum ab_err code);

/** Make an English sentence of an error, e.g. "machine.n_cpus: 0 is not valid: must be 1 to 65536".
 *  Bytes that are not printable ASCII become '?', so that names from files are safe on a terminal.
 * @param why  an error that a call filled
 * @param text receives the sentence, cut to fit, and a NUL; may be NULL when @p cap is 0
 * @param cap  bytes at @p text
 * @return bytes of the whole sentence without its NUL: it was cut if this is not below @p cap */
AB_API size_t ab_error_text(const struct ab_error *why, char *text, size_t cap);

/** Bytes that belong to the caller and are only read. */
struct ab_bytes {
	const void *data; /**< NULL: a file or a stream has no bytes then, whatever @c size is; in
			     ab_machine and ab_payload, @c size must be 0 */
	size_t size; /**< bytes */
};

/** A list of byte ranges, each as struct ab_bytes. */
struct ab_bytes_list {
	const struct ab_bytes *at; /**< @c n entries */
	size_t n; /**< entries */
};

/** Work memory, which belongs to the caller. A call uses it until it returns, unless its
 *  documentation names another end. */
struct ab_work {
	void *data; /**< any alignment; NULL: there are 0 bytes, whatever @c size is */
	size_t size; /**< bytes */
};

/** Guest-physical range [base, base + size). */
struct ab_range {
	uint64_t base; /**< first byte */
	uint64_t size; /**< bytes */
};

/** A list of guest-physical ranges. */
struct ab_range_list {
	const struct ab_range *at; /**< @c n entries */
	size_t n; /**< entries */
};

/* ---- checked arithmetic ------------------------------------------------------------------ */

/** Add: @p *sum = @p a + @p b.
 * @return false on overflow; @p *sum is then undefined */
static inline AB_MUST_CHECK bool ab_add(uint64_t a, uint64_t b, uint64_t *sum)
{
	*sum = a + b;
	return *sum >= a;
}

/** Multiply: @p *product = @p a * @p b.
 * @return false on overflow; @p *product is then undefined */
static inline AB_MUST_CHECK bool ab_mul(uint64_t a, uint64_t b, uint64_t *product)
{
	*product = a * b;
	return a == 0 || *product / a == b;
}

/** Round @p v up to a multiple of @p align, a power of two.
 * @return false on overflow; @p *out is then undefined */
static inline AB_MUST_CHECK bool ab_align_up(uint64_t v, uint64_t align, uint64_t *out)
{
	*out = (v + (align - 1)) & ~(align - 1);
	return *out >= v;
}

/** Return true if @p align is a power of two and @p v a multiple of it. */
static inline bool ab_is_aligned(uint64_t v, uint64_t align)
{
	return align != 0 && (align & (align - 1)) == 0 && (v & (align - 1)) == 0;
}

/** Return true if [base, base + size) does not wrap. It may end at exactly 2^64. */
static inline bool ab_range_ok(uint64_t base, uint64_t size)
{
	return size == 0 || base + (size - 1) >= base;
}

/** Return true if two ranges share a byte. Neither may wrap; an empty range shares no byte. */
static inline bool ab_overlaps(uint64_t a, uint64_t a_size, uint64_t b, uint64_t b_size)
{
	return a_size != 0 && b_size != 0 && a <= b + (b_size - 1) && b <= a + (a_size - 1);
}

/** Return true if [base, base + size) lies within [0, limit). */
static inline bool ab_within(uint64_t base, uint64_t size, uint64_t limit)
{
	return base <= limit && size <= limit - base;
}

/* ---- bytes in a stated order, at any alignment, on any host ------------------------------- */

/** Load 16 bits, little-endian. */
static inline uint16_t ab_ld_le16(const void *p)
{
	const uint8_t *b = (const uint8_t *)p;

	return (uint16_t)(b[0] | (unsigned int)b[1] << 8);
}

/** Load 32 bits, little-endian. */
static inline uint32_t ab_ld_le32(const void *p)
{
	const uint8_t *b = (const uint8_t *)p;

	return b[0] | (uint32_t)b[1] << 8 | (uint32_t)b[2] << 16 | (uint32_t)b[3] << 24;
}

/** Load 64 bits, little-endian. */
static inline uint64_t ab_ld_le64(const void *p)
{
	return ab_ld_le32(p) | (uint64_t)ab_ld_le32((const uint8_t *)p + 4) << 32;
}

/** Store 16 bits, little-endian. */
static inline void ab_st_le16(void *p, uint16_t v)
{
	uint8_t *b = (uint8_t *)p;

	b[0] = (uint8_t)v;
	b[1] = (uint8_t)(v >> 8);
}

/** Store 32 bits, little-endian. */
static inline void ab_st_le32(void *p, uint32_t v)
{
	ab_st_le16(p, (uint16_t)v);
	ab_st_le16((uint8_t *)p + 2, (uint16_t)(v >> 16));
}

/** Store 64 bits, little-endian. */
static inline void ab_st_le64(void *p, uint64_t v)
{
	ab_st_le32(p, (uint32_t)v);
	ab_st_le32((uint8_t *)p + 4, (uint32_t)(v >> 32));
}

/* ---- the bounded writer ------------------------------------------------------------------- */

/**
 * A writer that appends to the caller's buffer. With @c data NULL it only measures: it counts the
 * bytes. It keeps its first error, so that builders need no check until ab_buf_finish(). @c len
 * also counts bytes that do not fit: after NOSPACE it is the size needed. The writer never touches
 * a byte at or beyond @c cap.
 */
struct ab_buf {
	uint8_t *data; /**< the buffer; NULL: measure only */
	size_t cap; /**< bytes at @c data */
	size_t len; /**< bytes appended so far, those that did not fit included */
	struct ab_error error; /**< first error; code AB_OK: none so far. @c what NULL: the bytes
				    being built, which ab_buf_finish() names */
};

/** Begin a writer over @p size bytes at @p data. With @p data NULL it only measures. */
static inline struct ab_buf ab_buf_over(void *data, size_t size)
{
	struct ab_buf b = {
		(uint8_t *)data, 0, 0, { AB_OK, NULL, 0, NULL, 0, NULL, 0, NULL, 0, 0, 0 }
	};

	b.cap = data != NULL ? size : 0;
	return b;
}

/** Append the @p n bytes at @p src, or @p n zero bytes if @p src is NULL. */
AB_API void ab_put(struct ab_buf *b, const void *src, size_t n);
/** Append the low @p width bytes of @p v, little-endian. @p width is 1 to 8: a larger one records
 *  AB_ERR_INTERNAL. */
AB_API void ab_put_le(struct ab_buf *b, uint64_t v, unsigned int width);
/** Append the string @p s without its NUL. */
AB_API void ab_put_str(struct ab_buf *b, const char *s);
/** Append @p v as text: "0x", then lower-case hexadecimal of at least @p digits digits (at most
 *  16). */
AB_API void ab_put_hex(struct ab_buf *b, uint64_t v, unsigned int digits);
/** Append @p v as decimal text. */
AB_API void ab_put_dec(struct ab_buf *b, uint64_t v);
/** Overwrite the @p width bytes (at most 8) at offset @p at with the low bytes of @p v,
 *  little-endian. Bytes that were not appended before cannot be overwritten: this records
 *  AB_ERR_INTERNAL. */
AB_API void ab_poke_le(struct ab_buf *b, size_t at, uint64_t v, unsigned int width);
/** Record an error in the writer, unless it has one already.
 * @param b     writer of the builder that found the error
 * @param code  not AB_OK
 * @param what  path of the invalid field; kept by pointer. NULL: the bytes being built
 * @param value value of the field, or offset in the bytes being built
 * @param other rule or hint, or NULL; kept by pointer */
AB_API void ab_buf_fail(struct ab_buf *b, enum ab_err code, const char *what, uint64_t value,
			const char *other);
/** Return the first error of a writer.
 * @param b    writer that a builder used
 * @param what name of the bytes that were built, for an error without a field; kept by pointer
 * @param why  filled on error; for a buffer that was too small: @p what and the bytes needed. May
 *             be NULL
 * @return code of the first error; AB_OK: there was none */
AB_API AB_MUST_CHECK enum ab_err ab_buf_finish(const struct ab_buf *b, const char *what,
					       struct ab_error *why);

/** Add @p n bytes modulo 256. The sum of an intact ACPI, MP or SMBIOS structure is 0. */
AB_API uint8_t ab_sum8(const void *data, size_t n);
/** Compute the CRC-32 of EFI, gzip and IGVM (polynomial 0x04c11db7, reflected) of @p n bytes.
 * @param crc  0 for the first bytes, or the result for all bytes before these
 * @param data bytes, at any alignment
 * @param n    number of bytes; 0: the result is @p crc
 * @return the new CRC */
AB_API uint32_t ab_crc32(uint32_t crc, const void *data, size_t n);

#ifdef __cplusplus
}
#endif

/** @} */

#endif /* AETHERBOOT_BASE_H */
