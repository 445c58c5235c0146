/* SPDX-License-Identifier: BSD-2-Clause */
/* The phandles of a tree that is merged. */
#ifndef AB_FDT_PHANDLES_H
#define AB_FDT_PHANDLES_H

#include <aetherboot/dtb.h>

/* Phandles that one walk over the tree finds. dtc numbers them from 1 on, so that few walks find
 * all of them; each look for another one may need a walk of its own if they lie far apart. */
#define AB_FDT_WINDOW 2048

struct ab_fdt_phandles {
	const struct ab_dtb *dtb;
	uint32_t window; /* which phandles the last walk found; UINT32_MAX: there was none */
	uint8_t once[AB_FDT_WINDOW / 8], twice[AB_FDT_WINDOW / 8]; /* a bit for each */
};

/* True if a token is a property that is a phandle. Before DTSPEC, it was called linux,phandle. Some
 * trees have both, for readers of each. */
bool ab_fdt_is_phandle_(const struct ab_dtb_token *t);

/* Number of nodes that have this phandle, which is not 0: 0, 1, or 2 for more than one. */
unsigned int ab_fdt_bearers_(struct ab_fdt_phandles *p, uint32_t phandle);

#endif /* AB_FDT_PHANDLES_H */
