/* SPDX-License-Identifier: BSD-2-Clause */
/* What this build of the library has. These are constants, so a compiler leaves out what is asked
 * for behind one that is false. */
#ifndef AB_BASE_BUILT_H
#define AB_BASE_BUILT_H

#include <stdbool.h>

#ifdef AB_WITHOUT_X86_64
#define AB_X86_64_BUILT false
#else
#define AB_X86_64_BUILT true
#endif
#ifdef AB_WITHOUT_ARM64
#define AB_ARM64_BUILT false
#else
#define AB_ARM64_BUILT true
#endif
/* UKIs and PE addons, PCI host bridges and SMMUs, framebuffers, pools, and properties for nodes */
#ifdef AB_SMALL
#define AB_ALL_BUILT false
#define AB_RULE_SMALL "must be 0: this build (AB_SMALL) leaves it out"
#else
#define AB_ALL_BUILT true
#define AB_RULE_SMALL ""
#endif

#endif /* AB_BASE_BUILT_H */
