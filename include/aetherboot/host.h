/* SPDX-License-Identifier: BSD-2-Clause */
/**
 * @file host.h
 * Helpers for programs on a POSIX host: files as borrowed bytes, fresh memory for a guest.
 * Nothing else of the library needs an operating system.
 */
#ifndef AETHERBOOT_HOST_H
#define AETHERBOOT_HOST_H

#include <aetherboot/base.h>
#include <aetherboot/mem.h>

#ifdef __cplusplus
extern "C" {
#endif

/** A file, mapped to be read. */
struct ab_host_file {
	struct ab_bytes bytes; /**< its content: what another process writes or cuts off later
				    shows, or faults */
	int fd; /**< open for reading */
};

/** Map a regular file; nothing is read yet.
 * @param file filled on AB_OK, empty else
 * @param path its name; the error borrows it
 * @param why  "file", its name is @p path; other: the rule, or the system's text
 * @retval AB_OK
 * @retval AB_ERR_ARG     it cannot be opened, or is no regular file, or is empty
 * @retval AB_ERR_NOSPACE it does not fit into this process; value: bytes */
AB_API AB_MUST_CHECK enum ab_err ab_host_file_map(struct ab_host_file *file, const char *path,
						  struct ab_error *why);

/** Unmap and close; @p file is empty then. An empty one is left alone. */
AB_API void ab_host_file_unmap(struct ab_host_file *file);

/** Map fresh zeroed private memory for each RAM range. No page of it is touched or committed;
 *  it starts on a 2 MiB boundary, so that huge pages can back it.
 * @param span filled on AB_OK, one entry a range, in the same order
 * @param ram  RAM ranges
 * @param why  "machine.ram[]" and its index; other: the system's text
 * @retval AB_OK
 * @retval AB_ERR_NOSPACE there is no room; value: bytes of the range; nothing is mapped */
AB_API AB_MUST_CHECK enum ab_err ab_host_ram_map(struct ab_span *span, struct ab_ram_list ram,
						 struct ab_error *why);

/** Unmap what ab_host_ram_map() mapped. */
AB_API void ab_host_ram_unmap(const struct ab_spans *spans);

#ifdef __cplusplus
}
#endif

#endif /* AETHERBOOT_HOST_H */
