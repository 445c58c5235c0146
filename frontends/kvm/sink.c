/* SPDX-License-Identifier: BSD-2-Clause */
/* A sink over guest memory that reads or maps what lies in the payload's files and copies the rest.
 */
#define _GNU_SOURCE
#include "sink.h"

#include <errno.h>
#include <sys/mman.h>
#include <unistd.h>

#define PAGE UINT64_C(4096)

/* The file that [src, src + len) is a mapping of, and the offset in it; NULL when none is. */
static const struct ab_host_file *file_of(const struct vmm_sink *s, const void *src, size_t len,
					  uint64_t *offset)
{
	for (size_t i = 0; i < s->n_files; i++) {
		uintptr_t base = (uintptr_t)s->file[i].bytes.data;

		*offset = (uintptr_t)src - base;
		if ((uintptr_t)src >= base && ab_within(*offset, len, s->file[i].bytes.size))
			return &s->file[i];
	}
	return NULL;
}

static uint8_t *host_of(const struct ab_spans *ram, uint64_t gpa, uint64_t len)
{
	for (size_t i = 0; i < ram->n; i++)
		if (gpa >= ram->at[i].gpa && ab_within(gpa - ram->at[i].gpa, len, ram->at[i].size))
			return (uint8_t *)ram->at[i].host + (gpa - ram->at[i].gpa);
	return NULL;
}

/* Map what can be mapped of [gpa, gpa + len): *head bytes before it remain to be copied, and all
 * after the result, which is 0 when nothing was mapped. */
static size_t map(const struct vmm_sink *s, uint64_t gpa, const void *src, size_t len, size_t *head)
{
	uint64_t offset = 0;
	const struct ab_host_file *file = file_of(s, src, len, &offset);
	size_t middle;
	uint8_t *host;

	*head = (size_t)(-gpa & (PAGE - 1));
	if (file == NULL || ((offset ^ gpa) & (PAGE - 1)) != 0 || len < *head + PAGE)
		return 0;
	middle = (len - *head) & ~(size_t)(PAGE - 1);
	host = host_of(s->ram, gpa + *head, middle);
	if (host == NULL || mmap(host, middle, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_FIXED,
				 file->fd, (off_t)(offset + *head)) == MAP_FAILED)
		return 0;
	return middle;
}

/* Read rather than copied from its mapping: small fresh pages are faulted in at less cost by the
 * kernel, and a file that was cut meanwhile is an error, not a signal. */
static enum ab_err fetch(const struct ab_host_file *file, uint64_t offset, uint8_t *to, size_t len)
{
	while (len != 0) {
		ssize_t n = pread(file->fd, to, len, (off_t)offset);

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return AB_ERR_MEM;
		to += n;
		offset += (uint64_t)n;
		len -= (size_t)n;
	}
	return AB_OK;
}

static enum ab_err copy(struct vmm_sink *s, const struct ab_region *r, uint64_t off,
			const void *src, size_t len)
{
	struct ab_mem mem = ab_mem_fresh_spans(s->ram);
	const struct ab_host_file *file = NULL;
	uint8_t *host = NULL;
	uint64_t offset = 0;

	if (len == 0)
		return AB_OK;
	if (src != NULL) {
		s->copied += len;
		file = file_of(s, src, len, &offset);
		host = host_of(s->ram, r->base + off, len);
	}
	return file != NULL && host != NULL ? fetch(file, offset, host, len)
					    : mem.write(mem.ctx, r, off, src, len);
}

static enum ab_err take(void *ctx, const struct ab_region *r, uint64_t off, const void *src,
			size_t len)
{
	struct vmm_sink *s = ctx;
	size_t head = 0, middle = 0, done;
	enum ab_err err;

	if (s->map && src != NULL)
		middle = map(s, r->base + off, src, len, &head);
	if (middle == 0)
		return copy(s, r, off, src, len);
	s->mapped += middle;
	done = head + middle;
	err = copy(s, r, off, src, head);
	if (err != AB_OK)
		return err;
	return copy(s, r, off + done, (const uint8_t *)src + done, len - done);
}

struct ab_mem vmm_sink_mem(struct vmm_sink *sink)
{
	return (struct ab_mem){ take, sink };
}
