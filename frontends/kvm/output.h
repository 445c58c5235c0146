/* SPDX-License-Identifier: BSD-2-Clause */
/**
 * @file output.h
 * Files that --dump and --extract write. Each is a temporary one until all are complete, so a file
 * is there whole or not at all; an end of the process by an error or a signal removes what is not.
 */
#ifndef VMM_OUTPUT_H
#define VMM_OUTPUT_H

#include <stddef.h>

/** Remember a file that this process reads: no output takes its place.
 * @param fd descriptor of the file */
void vmm_output_keep(int fd);

/** Open the folder for the files that follow, and make it if need be. */
void vmm_output_folder(const char *path);

/** Begin a file. An error ends the process: an existing one must be a regular file, not a link, and
 *  none that is read.
 * @param name name in the folder; without one, a path
 * @return its descriptor, which vmm_output_done() closes */
int vmm_output_begin(const char *name);

/** Append to the file begun last, or to stdout if none is. An error ends the process.
 * @param fd its descriptor
 * @param data @p size bytes
 * @param size bytes
 * @param name for the error */
void vmm_output_put(int fd, const void *data, size_t size, const char *name);

/** End the process because of errno.
 * @param name as for vmm_output_begin(); the sentence has the folder before it */
_Noreturn void vmm_output_errno(const char *name);

/** Give all files their names. */
void vmm_output_done(void);

/** Remove what has not got its name. May be called from a signal handler. */
void vmm_output_drop(void);

#endif /* VMM_OUTPUT_H */
