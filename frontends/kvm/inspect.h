/* SPDX-License-Identifier: BSD-2-Clause */
/**
 * @file inspect.h
 * What --plan, --dump and --extract give instead of a boot. An error ends the process.
 */
#ifndef VMM_INSPECT_H
#define VMM_INSPECT_H

#include <aetherboot/aetherboot.h>

#include "options.h"

/** Print the chosen protocol, the memory map and the entry state of each CPU to stdout.
 * @param plan   the plan
 * @param format VMM_PLAN_TEXT or VMM_PLAN_JSON */
void vmm_inspect_plan(const struct ab_plan *plan, enum vmm_plan format);

/** Append the same as JSON: docs/plan.schema.json describes it. */
void vmm_inspect_json(const struct ab_plan *plan, struct ab_buf *out);

/** Write each region and each ACPI table as a file of its own.
 * @param plan the plan
 * @param work as ab_plan_place() wants it
 * @param dir  the folder, which is made if need be; files of the same names are replaced, once all
 * are complete */
void vmm_inspect_dump(const struct ab_plan *plan, struct ab_work work, const char *dir);

/** Write the kernel as it is after unpacking.
 * @param kernel a kernel file
 * @param path   the file to write, which is replaced once it is complete
 * @param most   as vmm_work_map() takes it */
void vmm_inspect_extract(struct ab_bytes kernel, const char *path, uint64_t most);

/** Map work memory, which is zero. More than @p most ends the process: a kernel's file, which
 * nobody knows, says how much its codec wants.
 * @param size   bytes; 0 maps nothing
 * @param most   bytes that --work-memory allows
 * @param kernel the kernel's file
 * @return the memory, which munmap() frees */
struct ab_work vmm_work_map(size_t size, uint64_t most, struct ab_bytes kernel);

#endif /* VMM_INSPECT_H */
