/* SPDX-License-Identifier: BSD-2-Clause */
/** @file codec.h The group @ref codec. */
/**
 * @defgroup codec Codecs
 * @ingroup image
 * Streaming decompressors behind one interface. They allocate nothing: the codec's state, its
 * window and one output block lie in the caller's work memory. Output arrives block by block. A
 * stream may be opened again, for another pass.
 *
 * @snippet test_snippets_files.c codec
 * @{
 */
#ifndef AETHERBOOT_CODEC_H
#define AETHERBOOT_CODEC_H

#include <aetherboot/base.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Compressed formats of kernel files. Append-only. */
enum ab_codec {
	AB_CODEC_NONE = 0, /**< not compressed, or not recognised */
	AB_CODEC_GZIP, /**< gzip, RFC 1952 */
	AB_CODEC_XZ, /**< .xz, with any filters that liblzma supports, e.g. x86 BCJ */
	AB_CODEC_LZMA, /**< .lzma ("alone") */
	AB_CODEC_LZ4_LEGACY, /**< LZ4 legacy format, magic number 0x184c2102, 8 MiB blocks */
	AB_CODEC_LZ4, /**< LZ4 frame format */
	AB_CODEC_ZSTD, /**< Zstandard, RFC 8878 */
	AB_CODEC_BZIP2, /**< .bz2 */
	AB_CODEC_LZO, /**< recognised, so that errors can name it; never decoded */
};

/** Recognise a compressed format by the first bytes of a file.
 * @param src the file, or at least its first 6 bytes
 * @return the format; AB_CODEC_NONE: not recognised. A .lzma file is recognised only with the
 *         parameters of kernel files: lc 3, lp 0, pb 2 */
AB_API enum ab_codec ab_codec_detect(struct ab_bytes src);

/** Get the name of a codec, e.g. "xz"; "unknown codec" for others. ROM string. */
AB_API const char *ab_codec_name(enum ab_codec codec);

/** Return true if this build can decode @p codec. */
AB_API bool ab_codec_built(enum ab_codec codec);

/** Get the library that decodes @p codec in this build, e.g. "liblzma". ROM string.
 * @param codec   a format
 * @param version filled: what the library calls its version, e.g. "5.8.1", where the program finds
 *                it; of ISA-L, which tells none, that of its header. NULL: there is no library
 * @return NULL: this build cannot decode @p codec */
AB_API const char *ab_codec_library(enum ab_codec codec, const char **version);

/** Compute the work memory that decoding takes: state, window and block. Reads only the stream's
 *  header.
 * @param codec format of the stream
 * @param src   the stream, from its first byte
 * @param need  filled on AB_OK: bytes that ab_stream_open() requires
 * @param why   names the stream, e.g. "xz stream"
 * @retval AB_OK
 * @retval AB_ERR_UNSUPPORTED the codec is LZO or not built in, or the stream uses a feature that
 *                            its decoder does not support
 * @retval AB_ERR_IMAGE       the stream's header is malformed or truncated
 * @retval AB_ERR_NOSPACE     the amount does not fit into size_t; value: bytes needed */
AB_API AB_MUST_CHECK enum ab_err ab_codec_work(enum ab_codec codec, struct ab_bytes src,
					       size_t *need, struct ab_error *why);

/** One pass over a compressed stream. ab_stream_open() fills it; callers must not change it. */
struct ab_stream {
	enum ab_codec codec; /**< format of the stream */
	struct ab_bytes src; /**< borrowed until the last read */
	size_t used; /**< bytes of @c src consumed */
	uint64_t produced; /**< bytes handed out */
	uint64_t limit; /**< most bytes it may produce */
	void *state; /**< state of the decoder, and its heap; in work memory */
	uint8_t *block; /**< output block; in work memory */
	size_t block_size; /**< bytes at @c block */
	uint8_t *to; /**< memory for the next block: @c block, or lent by the sink */
	size_t to_size; /**< bytes at @c to */
	size_t to_spare; /**< bytes behind those, lent too, that a decoder may use for what a block
			      has beyond them; it clears what it used */
	bool ended; /**< the stream has ended, and its checks passed */
};

/** Begin a pass over a stream. No call closes it: the caller may stop reading at any point, and the
 *  work memory is then free again.
 * @param s     filled
 * @param codec format of the stream
 * @param src   the stream; borrowed until the last read
 * @param limit most bytes that it may produce; a longer output is AB_ERR_IMAGE
 * @param work  at least the bytes that ab_codec_work() gives. More help a stream that asks for more
 *              than its header announces. Borrowed until the last read
 * @param why   names the stream, e.g. "xz stream"
 * @return as ab_codec_work(); AB_ERR_NOSPACE also if @p work is too small, value: bytes needed. On
 *         error nothing may be read */
AB_API AB_MUST_CHECK enum ab_err ab_stream_open(struct ab_stream *s, enum ab_codec codec,
						struct ab_bytes src, uint64_t limit,
						struct ab_work work, struct ab_error *why);

/** Read the next block of output. After an error the caller must not read on.
 * @param s     from ab_stream_open()
 * @param block filled: bytes in work memory, valid until the next read. Size 0: the stream has
 *              ended, its own checks passed, and at most 64 KiB of zeros follow it in
 *              ab_stream.src
 * @param why   names the stream, e.g. "xz stream"; IMAGE: value is the offset in the output
 * @retval AB_OK
 * @retval AB_ERR_IMAGE       the stream is malformed, truncated or longer than the limit, or more
 *                            than 64 KiB of zeros or other bytes follow it, e.g. a second stream
 * @retval AB_ERR_NOSPACE     the stream asks for more memory than its header announced; value:
 *                            bytes of work memory needed
 * @retval AB_ERR_UNSUPPORTED the stream uses a feature that its decoder does not support */
AB_API AB_MUST_CHECK enum ab_err ab_stream_read(struct ab_stream *s, struct ab_bytes *block,
						struct ab_error *why);

#ifdef __cplusplus
}
#endif

/** @} */

#endif /* AETHERBOOT_CODEC_H */
