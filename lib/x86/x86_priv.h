/* SPDX-License-Identifier: BSD-2-Clause */
/* Between the x86 builders, and for the pipeline. */
#ifndef AB_X86_X86_PRIV_H
#define AB_X86_X86_PRIV_H

#include <aetherboot/x86.h>

/* Sizes by which encodings of the memory map grow; tests measure them. */
#define AB_X86_E820_ENTRY 20 /* of E820: in the zero page, and in setup_data */
#define AB_X86_SETUP_DATA_NODE 24 /* a node's head, and the most that aligns it */
#define AB_X86_START_INFO_ENTRY 24
#define AB_X86_START_INFO_MODULE 32

/* ACPI 15.4, address range types */
uint32_t ab_x86_e820_type_(enum ab_mem_type type);

/* Append the E820 entries [@first, @first + @n) of @map, 20 bytes each.
 * @param map   the memory map
 * @param first entries to skip
 * @param n     most entries to append
 * @param out   writer
 * @return entries appended, less than @n at the end of the map
 * @spec{ACPI, 15.4 address range types} */
size_t ab_x86_e820_(const struct ab_memmap *map, size_t first, size_t n, struct ab_buf *out);

/* Set @cpu's segments, descriptor table registers and task register to what ab_x86_gdt() put
 * at @gdt_gpa; LDT unusable, IDT empty. Nothing else of @cpu changes.
 * @param cpu     state
 * @param mode    as given to ab_x86_gdt()
 * @param gdt_gpa guest-physical address of the GDT
 * @spec{X86BOOT, 64-bit boot protocol} */
void ab_x86_segments_(struct ab_vcpu_x86 *cpu, enum ab_x86_mode mode, uint64_t gdt_gpa);

/* Subleaves, from 0, that @leaf must have besides those a host reports, the closing one
 * included: make an empty entry for each and give it to ab_x86_cpuid().
 * @param m    machine
 * @param leaf EAX in
 * @return 3 for 0xb; 4 for 0x1f where packages have several dies; else 0 */
uint32_t ab_x86_cpuid_subleaves_(const struct ab_machine *m, uint32_t leaf);

#endif /* AB_X86_X86_PRIV_H */
