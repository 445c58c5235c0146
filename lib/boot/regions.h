/* SPDX-License-Identifier: BSD-2-Clause */
/* The list of regions while a layout grows it. */
#ifndef AB_BOOT_REGIONS_H
#define AB_BOOT_REGIONS_H

#include "boot_priv.h"

/* A region of a kind, as its trait says, not added yet. */
struct ab_region ab_boot_region_(enum ab_region_kind kind, uint64_t base, uint64_t size);

/* Add a region at its base; one that holds bytes must be RAM throughout. */
enum ab_err ab_boot_add_(struct ab_plan *plan, const struct ab_region *r, struct ab_error *why);
enum ab_err ab_boot_add_ram_(struct ab_plan *plan, const struct ab_region *r, struct ab_error *why);

/* Add @r where the window has room. One of its kind that is there has been fixed: it gets its
 * size. */
enum ab_err ab_boot_put_(struct ab_plan *plan, struct ab_region r, struct ab_window win,
			 struct ab_error *why);

/* Take a kind's region out again. */
void ab_boot_drop_(struct ab_plan *plan, enum ab_region_kind kind);

/* Bytes that a built region comes to; plan->work is raised to them. */
enum ab_err ab_boot_measure_(struct ab_plan *plan, enum ab_region_kind kind, size_t *size,
			     struct ab_error *why);

/* What has an address of the caller's comes before what goes where there is room. */
enum ab_err ab_boot_add_fixed_(struct ab_plan *plan, struct ab_error *why);

/* Fill in the bytes that a fixed region comes to, at most, 0 when the plan has none; and tell
 * whether its base will do. */
enum ab_err ab_boot_fixed_x86_(struct ab_plan *plan, struct ab_region *r, struct ab_error *why);
enum ab_err ab_boot_fixed_arm64_(struct ab_plan *plan, struct ab_region *r, struct ab_error *why);

/* Reservations, and blobs with an address of their own; then the other blobs, into a window. */
enum ab_err ab_boot_add_callers_(struct ab_plan *plan, struct ab_error *why);
enum ab_err ab_boot_add_free_blobs_(struct ab_plan *plan, const struct ab_window *win,
				    struct ab_error *why);

/* PCIe configuration windows. */
enum ab_err ab_boot_add_windows_(struct ab_plan *plan, struct ab_error *why);

#endif /* AB_BOOT_REGIONS_H */
