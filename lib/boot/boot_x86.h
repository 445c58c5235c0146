/* SPDX-License-Identifier: BSD-2-Clause */
/* What the x86 ways share. Each section names its file, which calls only files above it. */
#ifndef AB_BOOT_BOOT_X86_H
#define AB_BOOT_BOOT_X86_H

#include "boot_priv.h"

/* Regions of the ways that begin with a zero page, and addresses that any way lets be chosen. */
#define AB_BOOT_ZERO_PAGE_KINDS                                                                    \
	(AB_BOOT_KIND(AB_REGION_ZERO_PAGE) | AB_BOOT_KIND(AB_REGION_SETUP_DATA))
#define AB_BOOT_FIXABLE_X86                                                                        \
	(AB_BOOT_KIND(AB_REGION_INITRD) | AB_BOOT_KIND(AB_REGION_ACPI) |                           \
	 AB_BOOT_KIND(AB_REGION_CMDLINE) | AB_BOOT_KIND(AB_REGION_ZERO_PAGE) |                     \
	 AB_BOOT_KIND(AB_REGION_SETUP_DATA) | AB_BOOT_KIND(AB_REGION_START_INFO) |                 \
	 AB_BOOT_KIND(AB_REGION_GDT) | AB_BOOT_KIND(AB_REGION_PAGE_TABLES) |                       \
	 AB_BOOT_KIND(AB_REGION_KERNEL))

/* ---- reach_x86.c: checks that all of them need, and the addresses that a kernel can reach ------
 */

/* A 64-bit entry: with paging. The others are flat 32-bit ones without. */
static inline bool ab_boot_is_long_mode_(const struct ab_plan *plan)
{
	return ab_boot_has_(plan, AB_REGION_PAGE_TABLES);
}

/* Way members: check file and payload; check the machine of an unpacked kernel. */
enum ab_err ab_boot_accepts_x86_(const struct ab_plan *plan, struct ab_error *why);
enum ab_err ab_boot_accepts_elf_x86_(const struct ab_plan *plan, struct ab_error *why);

/* Region of an unpacked kernel: where it is linked. */
enum ab_err ab_boot_linked_(const struct ab_plan *plan, struct ab_region *r, struct ab_error *why);

/* Regions whose address the kernel takes must end at or below this; 0: no limit. */
uint64_t ab_boot_reach_x86_(const struct ab_plan *plan);

/* Identity tables map all regions that the kernel is entered with; it maps initrds and tables
 * itself. */
bool ab_boot_is_mapped_(enum ab_region_kind kind);
uint64_t ab_boot_paging_limit_(const struct ab_plan *plan);

/* ---- build_x86.c, entry_x86.c, layout_x86.c, work_x86.c ----------------------------------------
 */

extern ab_boot_builder *const ab_boot_build_x86_[];
void ab_boot_entry_x86_(const struct ab_plan *plan, uint32_t index, struct ab_vcpu *cpu);
extern ab_boot_step *const ab_boot_layout_x86_[];
enum ab_err ab_boot_work_x86_(const struct ab_plan *plan, size_t *bytes, struct ab_error *why);

/* ---- linux_x86.c, self_x86.c, pvh.c ------------------------------------------------------------
 */

extern const struct ab_boot_way ab_boot_linux_x86_, ab_boot_self_x86_, ab_boot_linux32_x86_,
    ab_boot_pvh_, ab_boot_firmware_x86_;

#endif /* AB_BOOT_BOOT_X86_H */
