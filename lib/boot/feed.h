/* SPDX-License-Identifier: BSD-2-Clause */
/* A packed kernel as bytes that come in order. */
#ifndef AB_BOOT_FEED_H
#define AB_BOOT_FEED_H

#include <aetherboot/codec.h>
#include <aetherboot/image.h>

/* What is packed in a kernel file. */
struct ab_packed {
	enum ab_codec codec; /* NONE: nothing is, the file is the kernel */
	struct ab_bytes stream;
	bool sized; /* a size word says how long it is unpacked */
	uint64_t size; /* so long; else at most */
};

/* A kernel file without a size word is unpacked as far as one could say: an ELF's segments and the
 * debug information behind them have room, a decompression bomb ends. */
#define AB_BOOT_UNPACKED_MAX (4 * AB_GiB)

/* Find it by @img's headers. What they show to be impossible (no payload, an unknown codec, a name
 * that the stream contradicts) is found here. */
AB_MUST_CHECK enum ab_err ab_boot_packed_(const struct ab_image *img, struct ab_packed *packed,
					  struct ab_error *why);

/* One pass over it. */
struct ab_feed {
	struct ab_stream stream;
	struct ab_bytes block; /* what is left of the last one */
	uint64_t at; /* offset in the output of its first byte */
	bool sized; /* as in struct ab_packed */
	uint64_t size;
	struct ab_error *why;
};

/* Begin a pass. */
AB_MUST_CHECK enum ab_err ab_feed_open_(struct ab_feed *f, const struct ab_packed *packed,
					struct ab_work work, struct ab_error *why);

/* Take up to @most bytes; size 0: the end, which is where a size word says. */
AB_MUST_CHECK enum ab_err ab_feed_take_(struct ab_feed *f, uint64_t most, struct ab_bytes *got);

/* Leave out all before offset @to, or to the end. */
AB_MUST_CHECK enum ab_err ab_feed_skip_(struct ab_feed *f, uint64_t to);

#endif /* AB_BOOT_FEED_H */
