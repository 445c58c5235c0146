/* SPDX-License-Identifier: BSD-2-Clause */
/** @file kernel.h The group @ref kernel. */
/**
 * @defgroup kernel Kernels, unpacked
 * @ingroup image
 * The kernel that runs, and the file that contains it. A bzImage, an EFI zboot file and a kernel
 * file compressed as a whole contain it packed; ab_kernel_unpack() unpacks it. ab_plan_make() fills
 * struct ab_kernel in a plan, which describes the kernel to the caller.
 *
 * @snippet test_snippets_files.c kernel
 * @{
 */
#ifndef AETHERBOOT_KERNEL_H
#define AETHERBOOT_KERNEL_H

#include <aetherboot/base.h>
#include <aetherboot/codec.h>
#include <aetherboot/image.h>

#ifdef __cplusplus
extern "C" {
#endif

/** A kernel. All members but @c file describe the kernel that runs. They are 0 for a bzImage that
 *  unpacks itself. */
struct ab_kernel {
	struct ab_image file; /**< the kernel file */
	enum ab_codec begins; /**< codec that the file's stream begins like, whoever unpacks it;
				   AB_CODEC_NONE: there is no stream of a known codec */
	enum ab_codec codec; /**< codec of the stream that ab_plan_place() unpacks;
				  AB_CODEC_NONE: it unpacks none */
	uint32_t passes; /**< number of times that ab_plan_place() decodes the stream; 0: the kernel
			      is not packed */
	struct ab_elf elf; /**< headers of the kernel. An arm64 Image is described as an ELF of one
				segment at a kernel virtual address, and so is a kernel
				that a Multiboot header gives load addresses for, at these; a flat
				binary is one at its own, for no machine */
	struct ab_arm64_image arm64; /**< header of an arm64 Image; zeros for an ELF */
	struct ab_multiboot multiboot[2]; /**< headers by ab_image_multiboot() of an ELF, of a file
					     of AB_IMAGE_MULTIBOOT, or of what is compressed as
					     a whole; else zeros, as with a file that certainly
					     goes another way */
};

/** Unpack a kernel file: pass the ELF of a bzImage, the Image of an EFI zboot file, or the content
 *  of a compressed file to a callback, block by block, in order. A file that is not packed is
 *  passed whole, in one call.
 * @param kernel a kernel file, as ab_payload.kernel
 * @param take   receives each block, which is valid during its call; any error that it returns ends
 *               unpacking with AB_ERR_MEM
 * @param ctx    handed to @p take
 * @param work   at least the bytes that ab_kernel_work() gives; in use until the call returns
 * @param why    names the field, or the compressed stream and the offset in its output
 * @retval AB_OK              the whole kernel was passed, and the stream's own checks passed
 * @retval AB_ERR_IMAGE       the file or the stream is malformed; blocks passed before may be wrong
 * @retval AB_ERR_MEM         @p take refused a block; value: the offset of its first byte
 * @retval AB_ERR_NOSPACE     @p work is too small; value: bytes needed
 * @retval AB_ERR_UNSUPPORTED the file's format or codec is not supported */
AB_API AB_MUST_CHECK enum ab_err
ab_kernel_unpack(struct ab_bytes kernel,
		 enum ab_err (*take)(void *ctx, const void *block, size_t size), void *ctx,
		 struct ab_work work, struct ab_error *why);

/** Compute the work memory that ab_kernel_unpack() needs. Reads headers only.
 * @param kernel a kernel file, as ab_payload.kernel
 * @param bytes  filled on AB_OK; 0: the file is not packed
 * @param why    names the field and its value
 * @retval AB_OK
 * @retval AB_ERR_IMAGE       the file's headers are malformed
 * @retval AB_ERR_UNSUPPORTED the file's format or codec is not supported */
AB_API AB_MUST_CHECK enum ab_err ab_kernel_work(struct ab_bytes kernel, size_t *bytes,
						struct ab_error *why);

#ifdef __cplusplus
}
#endif

/** @} */

#endif /* AETHERBOOT_KERNEL_H */
