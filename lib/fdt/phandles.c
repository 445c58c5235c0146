/* SPDX-License-Identifier: BSD-2-Clause */
/* The phandles of a tree that is merged: how many nodes have each. */
#include "phandles.h"

#include "fdt_priv.h"

#include "../base/libc.h"

bool ab_fdt_is_phandle_(const struct ab_dtb_token *t)
{
	return t->kind == AB_DTB_PROP && t->value.size == 4 &&
	       (ab_fdt_same_(t->name, "phandle") || ab_fdt_same_(t->name, "linux,phandle"));
}

/* Find the nodes that have the phandles of a window. A node that has one by both names has it once.
 */
static void look(struct ab_fdt_phandles *p, uint32_t window)
{
	struct ab_dtb_token t;
	uint32_t own = 0; /* this node's first */

	p->window = window;
	memset(p->once, 0, sizeof(p->once));
	memset(p->twice, 0, sizeof(p->twice));
	for (uint32_t at = p->dtb->structs; ab_dtb_token(p->dtb, at, &t) && t.kind != AB_DTB_END;
	     at = t.next) {
		uint32_t phandle;

		own = t.kind == AB_DTB_BEGIN_NODE ? 0 : own;
		if (!ab_fdt_is_phandle_(&t))
			continue;
		phandle = ab_ld_be32(t.value.data);
		if (phandle / AB_FDT_WINDOW == window && phandle != own) {
			const uint32_t byte = phandle % AB_FDT_WINDOW / 8;
			const uint8_t bit = (uint8_t)(1U << phandle % 8);

			p->twice[byte] |= p->once[byte] & bit;
			p->once[byte] |= bit;
		}
		own = own != 0 ? own : phandle;
	}
}

unsigned int ab_fdt_bearers_(struct ab_fdt_phandles *p, uint32_t phandle)
{
	const uint32_t byte = phandle % AB_FDT_WINDOW / 8, bit = phandle % 8;

	if (p->window != phandle / AB_FDT_WINDOW)
		look(p, phandle / AB_FDT_WINDOW);
	return (p->once[byte] >> bit & 1U) + (p->twice[byte] >> bit & 1U);
}
