/* SPDX-License-Identifier: BSD-2-Clause */
/** @file inspect.h Looking at a plan instead of booting it. What goes wrong ends the process. */
#ifndef VMM_INSPECT_H
#define VMM_INSPECT_H

#include <aetherboot/aetherboot.h>

/** Print the map and every CPU's entry state. */
void vmm_inspect_plan(const struct ab_plan *plan);

/** Write each region and each ACPI table as a file of its own into @p dir, made if need be. */
void vmm_inspect_dump(const struct ab_plan *plan, struct ab_work work, const char *dir);

/** Write the ELF in @p kernel to @p path. */
void vmm_inspect_extract(struct ab_bytes kernel, const char *path);

/** End the process with what the library says. */
_Noreturn void vmm_end_why(const struct ab_error *why);

/** Work memory of @p size bytes, fresh. */
struct ab_work vmm_work_map(size_t size);

#endif /* VMM_INSPECT_H */
