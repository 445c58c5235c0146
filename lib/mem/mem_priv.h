/* SPDX-License-Identifier: BSD-2-Clause */
/* The one place that calls a sink. */
#ifndef AB_MEM_MEM_PRIV_H
#define AB_MEM_MEM_PRIV_H

#include <aetherboot/mem.h>

/* Where the next byte of a region goes. */
struct ab_cursor {
	struct ab_mem mem;
	const struct ab_region *r;
	uint64_t off; /* in the region: bytes written so far */
};

/* Hand @len bytes of @src, or zeros where it is NULL, to the sink. */
AB_MUST_CHECK enum ab_err ab_emit_(struct ab_cursor *c, const void *src, uint64_t len,
				   struct ab_error *why);

/* Hand zeros to the sink up to offset @to, which is not behind the cursor. */
AB_MUST_CHECK enum ab_err ab_emit_zeros_(struct ab_cursor *c, uint64_t to, struct ab_error *why);

#endif /* AB_MEM_MEM_PRIV_H */
