/* SPDX-License-Identifier: BSD-2-Clause */
/* A packed kernel as bytes that come in order. */
#ifndef AB_KERNEL_FEED_H
#define AB_KERNEL_FEED_H

#include <aetherboot/codec.h>
#include <aetherboot/image.h>

/* The stream in a kernel file that unpacks to the kernel. */
struct ab_packed {
	enum ab_codec codec; /* NONE: there is no stream, the file is the kernel */
	struct ab_bytes stream;
	bool sized; /* a size word gives the unpacked size */
	uint64_t size; /* unpacked size; not sized: the most it may be */
};

/* A stream without a size word may unpack to as many bytes as a size word could give: an ELF's
 * segments and debug information have room, a decompression bomb ends. */
#define AB_KERNEL_UNPACKED_MAX (4 * AB_GiB)

/* Find it by @img's headers. Errors that headers show are found here: no payload, an unknown codec,
 * a codec's name that the stream contradicts. */
AB_MUST_CHECK enum ab_err ab_kernel_packed_(const struct ab_image *img, struct ab_packed *packed,
					    struct ab_error *why);

/* One pass over it. */
struct ab_feed {
	struct ab_stream stream;
	struct ab_bytes block; /* the rest of the last block */
	uint64_t at; /* offset in the output of its first byte */
	bool sized; /* as in struct ab_packed */
	uint64_t size;
	struct ab_error *why;
};

/* Begin a pass. */
AB_MUST_CHECK enum ab_err ab_feed_open_(struct ab_feed *f, const struct ab_packed *packed,
					struct ab_work work, struct ab_error *why);

/* Take up to @most bytes; size 0: the stream has ended, where its size word says. */
AB_MUST_CHECK enum ab_err ab_feed_take_(struct ab_feed *f, uint64_t most, struct ab_bytes *got);

/* Skip to offset @to of the output, or to its end. */
AB_MUST_CHECK enum ab_err ab_feed_skip_(struct ab_feed *f, uint64_t to);

#endif /* AB_KERNEL_FEED_H */
