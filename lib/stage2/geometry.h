/* SPDX-License-Identifier: BSD-2-Clause */
/* What makes tables of a description. */
#ifndef AB_STAGE2_GEOMETRY_H
#define AB_STAGE2_GEOMETRY_H

#include <aetherboot/stage2.h>

/* Check a description, and fill what follows from it: config, pa_bits, start, root_entries,
 * root_size. */
enum ab_err ab_s2_geometry_(struct ab_s2 *s2, const struct ab_s2_config *config,
			    struct ab_error *why);

#endif /* AB_STAGE2_GEOMETRY_H */
