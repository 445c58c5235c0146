/* SPDX-License-Identifier: BSD-2-Clause */
/* Sinks that copy into host memory and check bounds. */
#include "mem_priv.h"

#include "../base/libc.h"

uint64_t ab_spans_at_(const struct ab_spans *spans, uint64_t gpa, uint8_t **host)
{
	const struct ab_span *s;
	size_t lo = 0, hi = spans->n;

	while (lo < hi) { /* the last span that does not begin above gpa */
		const size_t mid = lo + (hi - lo) / 2;

		if (spans->at[mid].gpa <= gpa)
			lo = mid + 1;
		else
			hi = mid;
	}
	s = lo != 0 ? &spans->at[lo - 1] : NULL;
	if (s == NULL || gpa - s->gpa >= s->size)
		return 0;
	*host = (uint8_t *)s->host + (gpa - s->gpa);
	return s->size - (gpa - s->gpa);
}

static enum ab_err copy(const struct ab_spans *spans, uint64_t gpa, const void *src, size_t len,
			bool skip_zeros)
{
	const uint8_t *from = src;
	uint8_t *host = NULL;

	while (len != 0) {
		uint64_t room = ab_spans_at_(spans, gpa, &host);
		size_t n = room < len ? (size_t)room : len;

		if (n == 0)
			return AB_ERR_MEM;
		if (from == NULL && !skip_zeros)
			memset(host, 0, n);
		else if (from != NULL && from != host) /* it may have been lent */
			memcpy(host, from, n);
		from = from != NULL ? from + n : NULL;
		gpa += n;
		len -= n;
	}
	return AB_OK;
}

static enum ab_err write_all(void *ctx, const struct ab_region *r, uint64_t off, const void *src,
			     size_t len)
{
	return copy(ctx, r->base + off, src, len, false);
}

static enum ab_err write_fresh(void *ctx, const struct ab_region *r, uint64_t off, const void *src,
			       size_t len)
{
	return copy(ctx, r->base + off, src, len, true);
}

static void *lend(void *ctx, const struct ab_region *r, uint64_t off, size_t len)
{
	uint8_t *host = NULL;

	return ab_spans_at_(ctx, r->base + off, &host) < len ? NULL : host;
}

/* ab_mem.ctx is not const, as other sinks need it; these sinks only read the list. */
static struct ab_mem sink(const struct ab_spans *spans,
			  enum ab_err (*write)(void *, const struct ab_region *, uint64_t,
					       const void *, size_t))
{
	union {
		const struct ab_spans *from;
		void *to;
	} ctx = { .from = spans };

	return (struct ab_mem){ write, ctx.to, lend };
}

struct ab_mem ab_mem_spans(const struct ab_spans *spans)
{
	return sink(spans, write_all);
}

struct ab_mem ab_mem_fresh_spans(const struct ab_spans *spans)
{
	return sink(spans, write_fresh);
}
