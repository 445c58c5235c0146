/* SPDX-License-Identifier: BSD-2-Clause */
/* Pass the kernel in a kernel file to a callback, block by block. */
#include "feed.h"
#include "kernel_priv.h"

enum ab_err ab_kernel_work(struct ab_bytes kernel, size_t *bytes, struct ab_error *why)
{
	struct ab_packed packed;
	enum ab_err err;

	*bytes = 0;
	if ((err = ab_kernel_find_(kernel, &packed, why)) || packed.codec == AB_CODEC_NONE)
		return err;
	return ab_codec_work(packed.codec, packed.stream, bytes, why);
}

enum ab_err ab_kernel_unpack(struct ab_bytes kernel,
			     enum ab_err (*take)(void *ctx, const void *block, size_t size),
			     void *ctx, struct ab_work work, struct ab_error *why)
{
	static const char name[] = "unpacked kernel", refused[] = "the callback refused the block";
	struct ab_packed packed;
	struct ab_bytes got = { NULL, 1 };
	struct ab_feed f;
	enum ab_err err;

	if ((err = ab_kernel_find_(kernel, &packed, why)))
		return err;
	if (packed.codec == AB_CODEC_NONE) {
		return take(ctx, packed.stream.data, packed.stream.size) == AB_OK
			   ? AB_OK
			   : ab_fail(why, AB_ERR_MEM, name, 0, refused);
	}
	if ((err = ab_feed_open_(&f, &packed, work, why)))
		return err;
	while (got.size != 0) {
		const uint64_t at = f.at;

		if ((err = ab_feed_take_(&f, UINT64_MAX, &got)))
			return err;
		if (got.size != 0 && take(ctx, got.data, got.size) != AB_OK)
			return ab_fail(why, AB_ERR_MEM, name, at, refused);
	}
	return AB_OK;
}
