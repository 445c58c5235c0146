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
 * @param o    the folder is @c dump, which is made if need be; files of the same names are
 * replaced, once all are complete */
void vmm_inspect_dump(const struct ab_plan *plan, struct ab_work work, const struct vmm_options *o);

/** Write the kernel as it is after unpacking.
 * @param kernel a kernel file
 * @param o      the file to write is @c extract, which is replaced once it is complete */
void vmm_inspect_extract(struct ab_bytes kernel, const struct vmm_options *o);

/** Map work memory, which is zero. More than --work-memory allows ends the process: a kernel's
 * file, which nobody knows, says how much its codec wants.
 * @param size   bytes; 0 maps nothing
 * @param o      the command line
 * @param kernel the content of the kernel's file
 * @return the memory, which munmap() frees */
struct ab_work vmm_work_map(size_t size, const struct vmm_options *o, struct ab_bytes kernel);

#endif /* VMM_INSPECT_H */
