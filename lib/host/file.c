/* SPDX-License-Identifier: BSD-2-Clause */
/* A file as borrowed bytes. */
#define _GNU_SOURCE
#include <aetherboot/host.h>

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

static enum ab_err fail(int fd, enum ab_err code, const char *path, int error, const char *text,
			struct ab_error *why)
{
	if (fd >= 0)
		close(fd);
	return ab_fail(why, code, path, (uint64_t)error, text);
}

enum ab_err ab_host_file_map(struct ab_host_file *file, const char *path, struct ab_error *why)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	struct stat st;
	void *p;

	*file = (struct ab_host_file){ .fd = -1 };
	if (fd < 0 || fstat(fd, &st) != 0)
		return fail(fd, AB_ERR_ARG, path, errno, strerror(errno), why);
	if (S_ISDIR(st.st_mode))
		return fail(fd, AB_ERR_ARG, path, EISDIR, strerror(EISDIR), why);
	if (!S_ISREG(st.st_mode))
		return fail(fd, AB_ERR_ARG, path, EINVAL, "not a regular file", why);
	if (st.st_size <= 0)
		return fail(fd, AB_ERR_ARG, path, EINVAL, "an empty file", why);
	if ((uint64_t)st.st_size > SIZE_MAX / 2)
		return fail(fd, AB_ERR_NOSPACE, path, EFBIG, strerror(EFBIG), why);
	p = mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
	if (p == MAP_FAILED)
		return fail(fd, AB_ERR_NOSPACE, path, errno, strerror(errno), why);
	*file = (struct ab_host_file){ .bytes = { p, (size_t)st.st_size }, .fd = fd };
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
