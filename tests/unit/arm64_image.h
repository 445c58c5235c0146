/* SPDX-License-Identifier: BSD-2-Clause */
/* arm64 Images made byte by byte, by Documentation/arm64/booting.rst. */
#ifndef ARM64_IMAGE_H
#define ARM64_IMAGE_H

#include "kernels.h"

struct image_spec {
	uint64_t text_offset, image_size, flags;
	size_t size; /* of the file, at least 64 */
};

/* Returns the file's size. */
static inline size_t make_image(uint8_t *out, const struct image_spec *s)
{
	for (size_t i = 64; i < s->size; i++)
		out[i] = seg_byte(0, (uint32_t)i);
	memset(out, 0, 64);
	put_at(out, 0x00, 0x91005a4d, 4); /* code0: add x13, x18, #0x16, or "MZ" */
	put_at(out, 0x04, 0x14000010, 4); /* code1: b +64 */
	put_at(out, 0x08, s->text_offset, 8);
	put_at(out, 0x10, s->image_size, 8);
	put_at(out, 0x18, s->flags, 8);
	put_at(out, 0x38, 0x644d5241, 4); /* "ARM\x64" */
	return s->size;
}

#endif /* ARM64_IMAGE_H */
