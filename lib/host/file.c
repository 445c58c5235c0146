/* SPDX-License-Identifier: BSD-2-Clause */
/* Map a file to be read. */
#define _GNU_SOURCE
#include <aetherboot/host.h>

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../base/base_priv.h"

static enum ab_err fail(int fd, enum ab_err code, const char *path, uint64_t size, const char *text,
			struct ab_error *why)
{
	if (fd >= 0)
		close(fd);
	return ab_fail_with_(
	    why, &(struct ab_error){
		     .code = code, .what = "file", .value = size, .other = text, .name = path });
}

enum ab_err ab_host_file_map(struct ab_host_file *file, const char *path, struct ab_error *why)
{
	struct stat st;
	void *p;
	int fd = -1;

	*file = (struct ab_host_file){ .fd = -1 };
	/* nothing is done to a device by looking; should it become a FIFO meanwhile, opening does
	 * not wait for its other end */
	if (stat(path, &st) != 0 ||
	    (S_ISREG(st.st_mode) &&
	     ((fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)) < 0 ||
	      fstat(fd, &st) != 0)))
		return fail(fd, AB_ERR_ARG, path, 0, strerror(errno), why);
	if (S_ISDIR(st.st_mode))
		return fail(fd, AB_ERR_ARG, path, 0, "must not be a folder", why);
	if (!S_ISREG(st.st_mode))
		return fail(fd, AB_ERR_ARG, path, 0, "must be a regular file", why);
	if (st.st_size <= 0)
		return fail(fd, AB_ERR_ARG, path, 0, "must not be empty", why);
	if ((uint64_t)st.st_size > SIZE_MAX / 2)
		return fail(fd, AB_ERR_NOSPACE, path, (uint64_t)st.st_size, strerror(EFBIG), why);
	p = mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
	if (p == MAP_FAILED)
		return fail(fd, AB_ERR_NOSPACE, path, (uint64_t)st.st_size, strerror(errno), why);
	*file = (struct ab_host_file){ .bytes = { p, (size_t)st.st_size }, .fd = fd, .path = path };
	return AB_OK;
}

void ab_host_file_unmap(struct ab_host_file *file)
{
	if (file->bytes.size == 0)
		return;
	munmap((void *)(uintptr_t)file->bytes.data, file->bytes.size);
	close(file->fd);
	*file = (struct ab_host_file){ .fd = -1 };
}
