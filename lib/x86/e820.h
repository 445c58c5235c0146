/* SPDX-License-Identifier: BSD-2-Clause */
/* Address range types of the memory maps that x86 kernels are handed. */
#ifndef AB_LIB_X86_E820_H
#define AB_LIB_X86_E820_H

#include <aetherboot/mem.h>

/* ACPI 15.4, address range types */
uint32_t ab_x86_e820_type(enum ab_mem_type type);

#endif /* AB_LIB_X86_E820_H */
