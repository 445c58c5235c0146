/* SPDX-License-Identifier: BSD-2-Clause */
/**
 * @file codec.h
 * Streaming decompressors behind one interface. Nothing is allocated: the codec's state, its
 * window and one output block live in the caller's work memory. Output is handed out block by
 * block, and a stream can be opened as often as its output is wanted.
 */
#ifndef AETHERBOOT_CODEC_H
#define AETHERBOOT_CODEC_H

#include <aetherboot/base.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Compressed formats that kernels are shipped in. Append-only. */
enum ab_codec {
	AB_CODEC_NONE = 0, /**< not compressed, or not recognised */
	AB_CODEC_GZIP, /**< RFC 1952 */
	AB_CODEC_XZ, /**< .xz, with any filters that the library knows, e.g. x86 BCJ */
	AB_CODEC_LZMA, /**< .lzma ("alone") */
	AB_CODEC_LZ4_LEGACY, /**< magic 0x184c2102, 8 MiB blocks */
	AB_CODEC_LZ4, /**< LZ4 frame format */
	AB_CODEC_ZSTD, /**< RFC 8878 */
	AB_CODEC_BZIP2, /**< .bz2 */
	AB_CODEC_LZO, /**< recognised to be named in an error; never decoded */
};

/** Tell a format by its first bytes; AB_CODEC_NONE for anything else, ".lzma" files other than
 *  the kernel's (lc 3, lp 0, pb 2) included. */
AB_API enum ab_codec ab_codec_detect(struct ab_bytes src);

/** Name of a codec, e.g. "xz"; ROM string. */
AB_API const char *ab_codec_name(enum ab_codec codec);

/** True when this build can decode @p codec. */
AB_API bool ab_codec_built(enum ab_codec codec);

/** Work memory that decoding @p src takes, from the stream's header: state, window and block.
 * @param codec its format
 * @param src   the stream, from its first byte
 * @param need  bytes, filled on AB_OK
 * @param why   names the stream, e.g. "xz stream"
 * @retval AB_OK              @p need is exact: one byte less is refused
 * @retval AB_ERR_UNSUPPORTED the codec is not built in, is LZO, or the stream uses a feature no
 *                            decoder here has
 * @retval AB_ERR_IMAGE       the stream's header is malformed or truncated
 * @retval AB_ERR_NOSPACE     no pointer of this host reaches so far; value: bytes */
AB_API AB_MUST_CHECK enum ab_err ab_codec_work(enum ab_codec codec, struct ab_bytes src,
					       size_t *need, struct ab_error *why);

/** One pass over a compressed stream. Filled by ab_stream_open(); the members are its own. */
struct ab_stream {
	enum ab_codec codec; /**< its format */
	struct ab_bytes src; /**< borrowed until the last read */
	size_t used; /**< bytes of @c src consumed */
	uint64_t produced; /**< bytes handed out */
	uint64_t limit; /**< most bytes it may produce */
	void *state; /**< the decoder's and its heap, in work memory */
	uint8_t *block; /**< output block, in work memory */
	size_t block_size; /**< bytes at @c block */
	bool ended; /**< the end was reached and is right */
};

/** Begin a pass. There is nothing to close: the work memory is free again when the caller stops
 *  reading, at any point.
 * @param s     filled
 * @param codec its format
 * @param src   the stream; borrowed until the last read
 * @param limit most bytes it may produce; more is AB_ERR_IMAGE
 * @param work  at least what ab_codec_work() says, more is used where the stream asks for it;
 *              borrowed until the last read
 * @param why   names the stream, e.g. "xz stream"; NOSPACE: value is the work memory needed
 * @return as ab_codec_work(), or AB_ERR_NOSPACE */
AB_API AB_MUST_CHECK enum ab_err ab_stream_open(struct ab_stream *s, enum ab_codec codec,
						struct ab_bytes src, uint64_t limit,
						struct ab_work work, struct ab_error *why);

/** Next block of output.
 * @param s     from ab_stream_open()
 * @param block filled: bytes in work memory, valid until the next read; size 0 at the end, when
 *              the stream's own checks passed and @c src was consumed exactly
 * @param why   names the stream, e.g. "xz stream"; IMAGE: value is the offset in the output
 * @retval AB_OK           bytes, or the end
 * @retval AB_ERR_IMAGE    malformed, truncated, followed by other bytes (a second stream is such),
 *                         or longer than the limit; after an error nothing more is to be read
 * @retval AB_ERR_NOSPACE  the stream asks for more memory than its header said; value: work
 *                         memory that would have done
 * @retval AB_ERR_UNSUPPORTED a feature no decoder here has */
AB_API AB_MUST_CHECK enum ab_err ab_stream_read(struct ab_stream *s, struct ab_bytes *block,
						struct ab_error *why);

#ifdef __cplusplus
}
#endif

#endif /* AETHERBOOT_CODEC_H */
