/* SPDX-License-Identifier: BSD-2-Clause */
/* Inside of the image module: one reader a format. */
#ifndef AB_IMAGE_IMAGE_H
#define AB_IMAGE_IMAGE_H

#include <aetherboot/image.h>

/* Read a setup header; @file has its signature. */
AB_MUST_CHECK enum ab_err ab_bzimage_read(struct ab_bzimage *bz, struct ab_bytes file,
					  struct ab_error *why);

/* True when @file has a setup header's boot flag and signature. */
bool ab_bzimage_is(struct ab_bytes file);

/* True when @file has the magic number of an arm64 Image. */
bool ab_arm64_is(struct ab_bytes file);

#endif /* AB_IMAGE_IMAGE_H */
