/* SPDX-License-Identifier: BSD-2-Clause */
/** @file host.h The group @ref host. */
/**
 * @defgroup host POSIX hosts
 * Helpers for programs on a POSIX host: they map a file to be read, and memory for a guest, and
 * bring the one into the other. The rest of the library needs no operating system, so aetherboot.h
 * does not include this header.
 *
 * @snippet test_snippets_files.c host
 * @{
 */
#ifndef AETHERBOOT_HOST_H
#define AETHERBOOT_HOST_H

#include <aetherboot/base.h>
#include <aetherboot/mem.h>

#ifdef __cplusplus
extern "C" {
#endif

/** A file that is mapped to be read, e.g. for ab_payload.kernel. */
struct ab_host_file {
	struct ab_bytes bytes; /**< the mapped content; size 0: no file is mapped. Writes by other
				    processes become visible; after a truncation, reading a lost
				    page raises SIGBUS */
	int fd; /**< descriptor of the file, open for reading; -1: none */
	const char *path; /**< name that it was opened by, borrowed; NULL: none */
};

/** Map a regular file to be read. No page of it is read yet.
 * @param file filled on AB_OK; on error it holds no file, and may be unmapped all the same
 * @param path name of the file, borrowed until it is unmapped; the error points to it
 * @param why  what is "file", name is @p path, other is the rule or the text of the system's error
 * @retval AB_OK
 * @retval AB_ERR_ARG     the file cannot be opened, is no regular file, or is empty
 * @retval AB_ERR_NOSPACE the file does not fit into the address space; value: its bytes */
AB_API AB_MUST_CHECK enum ab_err ab_host_file_map(struct ab_host_file *file, const char *path,
						  struct ab_error *why);

/** Unmap and close a file. Afterwards @p file holds none; a call without a file does nothing. */
AB_API void ab_host_file_unmap(struct ab_host_file *file);

/** Map memory for each RAM range of a guest: private and zero, as ab_mem_fresh_spans() wants it. No
 *  page is touched or committed. Each mapping begins at a multiple of 2 MiB, so that huge pages can
 *  back it.
 * @param span one entry for each range, in the same order; filled on AB_OK, else undefined
 * @param ram  RAM ranges, e.g. ab_machine.ram
 * @param why  what is "machine.ram[]", index is that of the range, other is the text of the
 *             system's error
 * @retval AB_OK
 * @retval AB_ERR_NOSPACE the range does not fit into the address space; value: its bytes. Nothing
 *                        stays mapped */
AB_API AB_MUST_CHECK enum ab_err ab_host_ram_map(struct ab_span *span, struct ab_ram_list ram,
						 struct ab_error *why);

/** Unmap all memory that ab_host_ram_map() mapped.
 * @param spans the entries that it filled */
AB_API void ab_host_ram_unmap(const struct ab_spans *spans);

/** What a sink over fresh memory of this process fills, and from where. */
struct ab_host_sink {
	const struct ab_spans *ram; /**< the guest's memory: all zero, e.g. by ab_host_ram_map(); of
				       whole pages if @c map is set */
	const struct ab_host_file *file; /**< the files that the payload's bytes may lie in, @c
					      n_files entries; they stay mapped while the sink is
					    used */
	size_t n_files; /**< entries in @c file; 0: no byte lies in a file */
	bool map; /**< true: whole pages of a file become private mappings of it, where they line up
		       with pages of @c ram. Such a page needs its file for ever: after a
		     truncation, the guest lacks it. False: no page of @c ram depends on a file */
	uint32_t last; /**< entry of @c file that a byte was last found in, where the sink looks
			    first; it sets it, and any value will do */
	uint64_t none_from; /**< addresses of this process up to @c none_to, in which no file lies,
			       where the sink looks first, too; it sets both, and any
			       value will do */
	uint64_t none_to; /**< see @c none_from */
	uint64_t mapped; /**< bytes that were mapped so far; the sink adds to it */
	struct ab_error why; /**< set by the sink when it refuses bytes because of a file: what is
				"file", name its path, value the offset of the first byte that
				  cannot be read, other the rule or the text of the system's error.
				  Code AB_OK: no file was the reason */
};

/** Make a sink that moves each byte once. Bytes that lie in one of the files are read from there
 *  straight into guest memory, as read() would do it: a file that was truncated is an error and no
 *  signal. All others are copied. Before more than a few pages are filled, they are populated in
 *  one call where the system can do so (MADV_POPULATE_WRITE, Linux 5.14 or later), because small
 *  pages cost most of the time when each has a page fault of its own. Zero bytes are there already:
 *  no page is touched for them.
 * @param sink borrowed as long as the result is used. The result refuses bytes with AB_ERR_MEM if
 *             no span backs them or a file cannot be read, and then sets @c why. A write may cross
 *             adjacent spans
 * @return the sink */
AB_API struct ab_mem ab_host_mem(struct ab_host_sink *sink);

#ifdef __cplusplus
}
#endif

/** @} */

#endif /* AETHERBOOT_HOST_H */
