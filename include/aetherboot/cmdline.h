/* SPDX-License-Identifier: BSD-2-Clause */
/** @file cmdline.h The group @ref cmdline. */
/**
 * @defgroup cmdline Command lines
 * @ingroup plan
 * Build a kernel command line word by word. Words that one call adds cannot change the meaning of
 * words that another call added. @spec{KPARAMS, parameter syntax}
 *
 * @snippet test_snippets_boot.c command line
 * @{
 */
#ifndef AETHERBOOT_CMDLINE_H
#define AETHERBOOT_CMDLINE_H

#include <aetherboot/base.h>

#ifdef __cplusplus
extern "C" {
#endif

/** A command line from ab_cmdline_over() to ab_cmdline_finish(). It keeps the first error. The
 *  members are private. */
struct ab_cmdline {
	struct ab_buf buf; /**< writer over the caller's text */
	size_t params; /**< bytes of the kernel's parameters, which init's arguments follow */
};

/** Begin an empty line.
 * @param text buffer for the line and its NUL; NULL: only measure
 * @param cap  bytes at @p text */
AB_API struct ab_cmdline ab_cmdline_over(char *text, size_t cap);

/** Add the words of a string, e.g. of one that a user wrote. Spaces and TABs separate words. The
 *  words after a word "--" are arguments of init, all others are parameters of the kernel.
 * @param c     the line
 * @param words printable ASCII, spaces and TABs. Quotation marks must come in pairs; between a
 *              pair, spaces do not separate words and UTF-8 is allowed. If any character is
 *              invalid, no word is added, and ab_cmdline_finish() reports the error */
AB_API void ab_cmdline_add(struct ab_cmdline *c, const char *words);

/** Add KEY or KEY=VALUE to the kernel's parameters. An invalid key or value adds nothing, and
 *  ab_cmdline_finish() reports the error.
 * @param c     the line
 * @param key   letters, digits and -_.:,/ ; must be neither empty nor "--"
 * @param value text without control characters or quotation marks; it is quoted if it is empty or
 *              contains a space or UTF-8. NULL: no value */
AB_API void ab_cmdline_set(struct ab_cmdline *c, const char *key, const char *value);

/** Add virtio_mmio.device=SIZE\@BASE:IRQ, which only kernels with
 *  CONFIG_VIRTIO_MMIO_CMDLINE_DEVICES understand. Debian's kernels lack it; they find the device by
 *  ACPI.
 * @param c    the line
 * @param base gpa of the device's registers
 * @param size bytes of the device's registers
 * @param irq  its interrupt */
AB_API void ab_cmdline_virtio_mmio(struct ab_cmdline *c, uint64_t base, uint64_t size,
				   uint32_t irq);

/** End the line: append the NUL. After an error the text is undefined.
 * @param c   the line
 * @param max most characters that the kernel accepts, the NUL not counted
 * @param why what: as below; other: the rule that was broken
 * @retval AB_OK
 * @retval AB_ERR_ARG     "cmdline.words", "cmdline.key" or "cmdline.value" is invalid, value: the
 *                        wrong character; or "cmdline.length" exceeds @p max, value: the length
 * @retval AB_ERR_NOSPACE "command line": the buffer is too small; value: bytes needed */
AB_API AB_MUST_CHECK enum ab_err ab_cmdline_finish(struct ab_cmdline *c, size_t max,
						   struct ab_error *why);

#ifdef __cplusplus
}
#endif

/** @} */

#endif /* AETHERBOOT_CMDLINE_H */
