/* SPDX-License-Identifier: BSD-2-Clause */
/**
 * @file kernel.h
 * The kernel that runs, and the file that it comes out of. A bzImage, an EFI zboot file and a
 * kernel file compressed as a whole hold it packed; ab_kernel_unpack() hands it out. ab_plan_make()
 * fills struct ab_kernel for callers that want to know what they boot.
 */
#ifndef AETHERBOOT_KERNEL_H
#define AETHERBOOT_KERNEL_H

#include <aetherboot/base.h>
#include <aetherboot/codec.h>
#include <aetherboot/image.h>

#ifdef __cplusplus
extern "C" {
#endif

/** A kernel. Members behind @c file describe the kernel that runs, where the library loads it; a
 *  bzImage that unpacks itself leaves them zero. */
struct ab_kernel {
	struct ab_image file; /**< the kernel file */
	enum ab_codec
	    codec; /**< codec by which the kernel is packed in it; NONE: it is not packed */
	uint32_t passes; /**< times that placing decodes the stream; 0: it is not packed */
	struct ab_elf elf; /**< the kernel itself. An arm64 Image counts as an ELF of one segment at
				a kernel virtual address */
	struct ab_arm64_image arm64; /**< header of an arm64 Image; zeros for an ELF */
};

/** Hand out the kernel in a kernel file: the ELF in a bzImage, the Image in an EFI zboot file, or
 *  the content of a compressed file, in order, block by block. A file that is not packed is handed
 *  out whole, in one call.
 * @param kernel a kernel file, as ab_payload.kernel
 * @param take   receives each block; an error that it returns ends the call and becomes its result
 * @param ctx    handed to @p take
 * @param work   at least the bytes that ab_kernel_work() gives; free again on return
 * @param why    on error: the field, or the codec and the offset in its output
 * @retval AB_OK              all of it was handed out, and the stream's checks passed
 * @retval AB_ERR_IMAGE       the file or the stream is malformed; the blocks handed out before may
 *                            be garbage
 * @retval AB_ERR_NOSPACE     @p work is too small; value: bytes needed
 * @retval AB_ERR_UNSUPPORTED the file's format or codec is not supported */
AB_API AB_MUST_CHECK enum ab_err
ab_kernel_unpack(struct ab_bytes kernel,
		 enum ab_err (*take)(void *ctx, const void *block, size_t size), void *ctx,
		 struct ab_work work, struct ab_error *why);

/** Work memory that ab_kernel_unpack() needs, from the file's headers alone.
 * @param kernel a kernel file, as ab_payload.kernel
 * @param bytes  filled on AB_OK; 0: the file is not packed
 * @param why    names the field
 * @retval AB_OK
 * @retval AB_ERR_IMAGE       the file's headers are malformed
 * @retval AB_ERR_UNSUPPORTED the file's format or codec is not supported */
AB_API AB_MUST_CHECK enum ab_err ab_kernel_work(struct ab_bytes kernel, size_t *bytes,
						struct ab_error *why);

#ifdef __cplusplus
}
#endif

#endif /* AETHERBOOT_KERNEL_H */
