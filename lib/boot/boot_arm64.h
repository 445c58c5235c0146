/* SPDX-License-Identifier: BSD-2-Clause */
/* Parts of the arm64 way. Each section names its file, which calls only files above it. */
#ifndef AB_BOOT_BOOT_ARM64_H
#define AB_BOOT_BOOT_ARM64_H

#include "boot_priv.h"

#define AB_BOOT_BLOCK_ARM64                                                                        \
	(2 * AB_MiB) /* alignment of a kernel, and largest size of a device tree */

/* ---- build_arm64.c, entry_arm64.c, layout_arm64.c, work_arm64.c --------------------------- */

extern ab_boot_builder *const ab_boot_build_arm64_[];
size_t ab_boot_every_arm64_(const struct ab_plan *plan, struct ab_vcpu *cpu);
void ab_boot_first_cpu_arm64_(const struct ab_plan *plan, struct ab_vcpu *cpu);
extern ab_boot_step *const ab_boot_layout_arm64_[];
enum ab_err ab_boot_work_arm64_(const struct ab_plan *plan, size_t *bytes, struct ab_error *why);

/* ---- linux_arm64.c ------------------------------------------------------------------------ */

extern const struct ab_boot_way ab_boot_linux_arm64_;

#endif /* AB_BOOT_BOOT_ARM64_H */
