/* SPDX-License-Identifier: BSD-2-Clause */
/* A sink over fresh memory that reads or maps what lies in files, and copies the rest. */
#define _GNU_SOURCE
#include <aetherboot/host.h>

#include <errno.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "../base/base_priv.h"
#include "../mem/mem_priv.h"

#define PAGE ((size_t)4096) /* a mapping begins at a multiple of it, here and in the guest */

/* Bytes that are populated before they are filled. Fewer than four pages cost less by faults; more
 * than a CPU's cache are gone from it when they are filled. */
#define FEW (4 * PAGE)
#define CHUNK ((size_t)AB_MiB)

#ifndef MADV_POPULATE_WRITE
#define MADV_POPULATE_WRITE 23 /* Linux 5.14; a kernel that does not know it says EINVAL */
#endif

/* The file at distance @n from the last one in which something was found: that itself, the next,
 * the one before, and so on, around the list. */
static size_t nearest(const struct ab_host_sink *s, size_t n)
{
	const size_t last = s->last < s->n_files ? s->last : 0, step = (n + 1) / 2;
	const size_t i = last + (n % 2 != 0 ? step : s->n_files - step);

	return i < s->n_files ? i : i - s->n_files;
}

/* The file that [src, src + len) is a mapping of, and the offset in it; NULL when none is. Files
 * are mostly read whole, in their order or from the last to the first, and what is in none of them
 * lies together. */
static const struct ab_host_file *file_of(struct ab_host_sink *s, const void *src, size_t len,
					  uint64_t *offset)
{
	const uintptr_t at = (uintptr_t)src;
	uintptr_t from = 0, to = UINTPTR_MAX; /* no file begins or ends between them */

	if (at >= s->none_from && at < s->none_to)
		return NULL;
	for (size_t n = 0; n < s->n_files; n++) {
		const size_t i = nearest(s, n);
		const struct ab_bytes *f = &s->file[i].bytes;
		const uintptr_t base = (uintptr_t)f->data, end = base + f->size;

		*offset = at - base;
		if (at >= base && ab_within(*offset, len, f->size)) {
			s->last = (uint32_t)i;
			return &s->file[i];
		}
		if (end > at)
			to = base < to ? base : to;
		else
			from = end > from ? end : from;
	}
	s->none_from = from;
	s->none_to = to;
	return NULL;
}

/* A wish: where it is not granted, pages come by faults. */
static void populate(uint8_t *host, size_t len)
{
	const size_t head = (uintptr_t)host & (PAGE - 1);

	if (len >= FEW)
		(void)madvise(host - head, head + len, MADV_POPULATE_WRITE);
}

static enum ab_err refuse(struct ab_host_sink *s, const struct ab_host_file *file, uint64_t offset,
			  const char *rule)
{
	(void)ab_fail_with_(&s->why, &(struct ab_error){ .code = AB_ERR_ARG,
							 .what = "file",
							 .name = file->path,
							 .value = offset,
							 .other = rule });
	return AB_ERR_MEM;
}

static enum ab_err fetch(struct ab_host_sink *s, const struct ab_host_file *file, uint64_t offset,
			 uint8_t *to, size_t len)
{
	while (len != 0) {
		const ssize_t n = pread(file->fd, to, len, (off_t)offset);

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return refuse(s, file, offset,
				      n < 0 ? strerror(errno)
					    : "must not be truncated while it is read");
		to += n;
		offset += (uint64_t)n;
		len -= (size_t)n;
	}
	return AB_OK;
}

/* Fill [gpa, gpa + len) from the file, or from @src where that is NULL; with neither it is zero. */
static enum ab_err fill(struct ab_host_sink *s, uint64_t gpa, const struct ab_host_file *file,
			uint64_t offset, const uint8_t *src, size_t len)
{
	enum ab_err err = AB_OK;

	while (err == AB_OK && len != 0) {
		uint8_t *host = NULL;
		const uint64_t room = ab_spans_at_(s->ram, gpa, &host);
		size_t n = room < len ? (size_t)room : len;

		if (n == 0)
			return AB_ERR_MEM;
		if (src != NULL && src != host) { /* it may have been lent */
			n = n < CHUNK ? n : CHUNK;
			populate(host, n);
			if (file != NULL)
				err = fetch(s, file, offset, host, n);
			else
				memcpy(host, src, n);
		}
		src = src != NULL ? src + n : NULL;
		offset += n;
		gpa += n;
		len -= n;
	}
	return err;
}

/* Map what can be mapped of the file at [gpa, gpa + len): *head bytes before it remain to be read,
 * and all after the result, which is 0 when nothing was mapped. */
static size_t map(const struct ab_host_sink *s, uint64_t gpa, const struct ab_host_file *file,
		  uint64_t offset, size_t len, size_t *head)
{
	uint8_t *host = NULL;
	size_t middle;

	*head = (size_t)(-gpa & (PAGE - 1));
	if (((offset ^ gpa) & (PAGE - 1)) != 0 || len < *head + PAGE)
		return 0;
	middle = (len - *head) & ~(PAGE - 1);
	if (ab_spans_at_(s->ram, gpa + *head, &host) < middle ||
	    mmap(host, middle, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_FIXED, file->fd,
		 (off_t)(offset + *head)) == MAP_FAILED)
		return 0;
	return middle;
}

static enum ab_err take(void *ctx, const struct ab_region *r, uint64_t off, const void *src,
			size_t len)
{
	struct ab_host_sink *s = ctx;
	const uint64_t gpa = r->base + off;
	const uint8_t *from = src;
	const struct ab_host_file *file = NULL;
	uint64_t offset = 0;
	size_t head = 0, middle = 0;
	enum ab_err err;

	if (src != NULL)
		file = file_of(s, src, len, &offset);
	if (file != NULL && s->map)
		middle = map(s, gpa, file, offset, len, &head);
	if (middle == 0)
		return fill(s, gpa, file, offset, from, len);
	s->mapped += middle;
	if ((err = fill(s, gpa, file, offset, from, head)))
		return err;
	head += middle;
	return fill(s, gpa + head, file, offset + head, from + head, len - head);
}

static void *lend(void *ctx, const struct ab_region *r, uint64_t off, size_t len)
{
	const struct ab_host_sink *s = ctx;
	uint8_t *host = NULL;

	if (ab_spans_at_(s->ram, r->base + off, &host) < len)
		return NULL;
	populate(host, len);
	return host;
}

struct ab_mem ab_host_mem(struct ab_host_sink *sink)
{
	sink->none_from = sink->none_to = 0;
	return (struct ab_mem){ take, sink, lend };
}
