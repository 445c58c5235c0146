/* SPDX-License-Identifier: BSD-2-Clause */
/** @file inspect.h Looking at a plan instead of booting it. What goes wrong ends the process. */
#ifndef AETHERBOOT_KVM_INSPECT_H
#define AETHERBOOT_KVM_INSPECT_H

#include <aetherboot/aetherboot.h>

/** Print the map and every CPU's entry state. */
void ab_inspect_plan(const struct ab_plan *plan);

/** Write each region and each ACPI table as a file of its own into @p dir, made if need be. */
void ab_inspect_dump(const struct ab_plan *plan, struct ab_work work, const char *dir);

/** Write the ELF in @p kernel to @p path. */
void ab_inspect_extract(struct ab_bytes kernel, const char *path);

/** End the process with what the library says. */
_Noreturn void ab_end_why(const struct ab_error *why);

/** Work memory of @p size bytes, fresh. */
struct ab_work ab_work_map(size_t size);

#endif /* AETHERBOOT_KVM_INSPECT_H */
