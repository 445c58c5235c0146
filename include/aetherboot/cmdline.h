/* SPDX-License-Identifier: BSD-2-Clause */
/**
 * @file cmdline.h
 * Build a kernel command line, word by word, so that what one call adds cannot change the
 * meaning of what another added. @spec{KPARAMS, parameter syntax}
 */
#ifndef AETHERBOOT_CMDLINE_H
#define AETHERBOOT_CMDLINE_H

#include <aetherboot/base.h>

#ifdef __cplusplus
extern "C" {
#endif

/** A command line under construction. Its error is sticky; ab_cmdline_finish() tells it. */
struct ab_cmdline {
	struct ab_buf buf; /**< over the caller's text; or measuring */
	size_t params; /**< bytes of kernel parameters; init's arguments follow */
};

/** Begin an empty line.
 * @param text where the line goes, NUL included; NULL measures
 * @param cap  bytes at @p text */
AB_API struct ab_cmdline ab_cmdline_over(char *text, size_t cap);

/** Add words a user wrote, separated by spaces; what follows a word "--" goes to init.
 *  Words may be quoted with ", which must balance; only printable ASCII and TAB are allowed
 *  outside of quotes, and UTF-8 inside. Otherwise none of them is added, and ab_cmdline_finish()
 *  tells. */
AB_API void ab_cmdline_add(struct ab_cmdline *c, const char *words);

/** Add KEY or KEY=VALUE to the kernel's parameters.
 * @param c     the line
 * @param key   letters, digits, and any of -_.:,/ ; neither empty nor "--"
 * @param value NULL: none; quoted when it holds a space; must not hold a quotation mark */
AB_API void ab_cmdline_set(struct ab_cmdline *c, const char *key, const char *value);

/** Add virtio_mmio.device=SIZE\@BASE:IRQ. Only kernels built with
 *  CONFIG_VIRTIO_MMIO_CMDLINE_DEVICES heed it; Debian's are not and find the device by ACPI. */
AB_API void ab_cmdline_virtio_mmio(struct ab_cmdline *c, uint64_t base, uint64_t size,
				   uint32_t irq);

/** End the line: append the NUL.
 * @param c   the line; its text may be used on AB_OK
 * @param max most characters the kernel takes, without the NUL
 * @param why filled on error
 * @retval AB_OK
 * @retval AB_ERR_ARG     "cmdline.words", "cmdline.key" or "cmdline.value" has a character that is
 *                        not allowed (value), or "cmdline.length" (value) exceeds @p max
 * @retval AB_ERR_NOSPACE "command line": the buffer is too small; value: bytes needed */
AB_API AB_MUST_CHECK enum ab_err ab_cmdline_finish(struct ab_cmdline *c, size_t max,
						   struct ab_error *why);

#ifdef __cplusplus
}
#endif

#endif /* AETHERBOOT_CMDLINE_H */
