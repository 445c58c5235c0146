/* SPDX-License-Identifier: BSD-2-Clause */
/* ab_put_le() in place, for builders of tables with an entry for each CPU: with a width that is a
 * constant, few instructions are left of it. */
#ifndef AB_BASE_PUT_H
#define AB_BASE_PUT_H

#include <aetherboot/base.h>

static inline void ab_put_le_(struct ab_buf *b, uint64_t v, unsigned int width)
{
#if defined(__OPTIMIZE__) && !defined(__OPTIMIZE_SIZE__)
	const size_t at = b->len;
	uint8_t *to = b->data;

	if (to != NULL && width <= 8 && width <= b->cap && at <= b->cap - width) {
		b->len = at + width;
		for (unsigned int i = 0; i < width; i++)
			to[at + i] = (uint8_t)(v >> 8 * i);
		return;
	}
	if (to == NULL && at <= SIZE_MAX - 8 && width <= 8) {
		b->len = at + width;
		return;
	}
#endif
	ab_put_le(b, v, width); /* there is no room, or a wrong width; or code is to be short */
}

#endif /* AB_BASE_PUT_H */
