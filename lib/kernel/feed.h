/* SPDX-License-Identifier: BSD-2-Clause */
/* The stream of a packed kernel, and passes over its output. */
#ifndef AB_KERNEL_FEED_H
#define AB_KERNEL_FEED_H

#include <aetherboot/codec.h>
#include <aetherboot/image.h>

/* The stream in a kernel file. Its output is the kernel. */
struct ab_packed {
	enum ab_codec codec; /* NONE: @stream is the kernel itself */
	struct ab_bytes stream;
	bool sized; /* a size word gives the unpacked size */
	uint64_t size; /* unpacked size; if not @sized, the largest allowed */
};

/* Most bytes that all passes over a stream unpack: as many as a size word can give. An ELF with
 * debug information fits; a decompression bomb is stopped. */
#define AB_KERNEL_UNPACKED_MAX (4 * AB_GiB)

/* Most bytes of a stream that all passes but one read: small blocks may cost much and unpack to
 * next to nothing. Kernels of distributions take one pass. */
#define AB_KERNEL_READ_MAX (128 * AB_MiB)

/* Find the stream of @img by its headers. Reports each error that headers show: no payload, an
 * unknown codec, or a codec's name that the stream contradicts.
 * @param begins the codec that the stream begins like. Who may see the file change reads it once.
 */
AB_MUST_CHECK enum ab_err ab_kernel_packed_(const struct ab_image *img, enum ab_codec begins,
					    struct ab_packed *packed, struct ab_error *why);

/* The passes that placing takes. It writes segments in order of address; each segment that begins
 * before the end of its predecessor in the file needs a new pass. */
struct ab_passes {
	uint32_t n;
	uint64_t before; /* bytes that all but the last one unpack */
};

struct ab_passes ab_kernel_passes_(const struct ab_elf *elf);

/* Let the last pass unpack only what those before it leave of AB_KERNEL_UNPACKED_MAX. */
void ab_packed_limit_(struct ab_packed *packed, const struct ab_elf *elf);

/* One pass over the output of a stream. */
struct ab_feed {
	struct ab_stream stream;
	struct ab_bytes block; /* unused rest of the last block */
	uint64_t at; /* offset of its first byte in the output */
	bool sized; /* as in struct ab_packed */
	uint64_t size;
	struct ab_error *why;
};

/* Begin a pass. */
AB_MUST_CHECK enum ab_err ab_feed_open_(struct ab_feed *f, const struct ab_packed *packed,
					struct ab_work work, struct ab_error *why);

/* Take up to @most bytes. Size 0: the stream has ended, and its length agrees with its
 * size word. */
AB_MUST_CHECK enum ab_err ab_feed_take_(struct ab_feed *f, uint64_t most, struct ab_bytes *got);

/* Skip to offset @to of the output, or to its end. */
AB_MUST_CHECK enum ab_err ab_feed_skip_(struct ab_feed *f, uint64_t to);

#endif /* AB_KERNEL_FEED_H */
