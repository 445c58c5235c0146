/* SPDX-License-Identifier: BSD-2-Clause */
/* The only code that calls a sink: in order, without gaps, never past the region's end. */
#include "mem_priv.h"

enum ab_err ab_emit_(struct ab_cursor *c, const void *src, uint64_t len, struct ab_error *why)
{
	while (len != 0) {
		const size_t n = len < SIZE_MAX ? (size_t)len : SIZE_MAX;

		if (n > c->r->size - c->off)
			return ab_fail(why, AB_ERR_INTERNAL, c->r->name, c->off, "past its end");
		if (c->mem.write(c->mem.ctx, c->r, c->off, src, n) != AB_OK)
			return ab_fail(why, AB_ERR_MEM, c->r->name, c->r->base + c->off,
				       "the sink refused the bytes");
		c->off += n;
		if (src != NULL)
			src = (const uint8_t *)src + n;
		len -= n;
	}
	return AB_OK;
}

enum ab_err ab_emit_zeros_(struct ab_cursor *c, uint64_t to, struct ab_error *why)
{
	return ab_emit_(c, NULL, to - c->off, why);
}
