/* SPDX-License-Identifier: BSD-2-Clause */
/* Functions that the x86 builders and lib/boot share. */
#ifndef AB_X86_X86_PRIV_H
#define AB_X86_X86_PRIV_H

#include <aetherboot/x86.h>

/* Bytes by which encodings grow with each entry; tests measure them. */
#define AB_X86_E820_ENTRY 20 /* an E820 entry in the zero page or in setup_data */
#define AB_X86_SETUP_DATA_NODE 24 /* a node's head of 16 bytes, and padding before it */
#define AB_X86_START_INFO_ENTRY 24
#define AB_X86_START_INFO_MODULE 32
#define AB_X86_MULTIBOOT_ENTRY 24
#define AB_X86_MULTIBOOT_MODULE 24 /* without a command line: 17 bytes, or 17 and padding */
#define AB_X86_MULTIBOOT_BASE 16 /* version 2: the load address of a relocatable kernel */
#define AB_X86_INITRD_MAX_32 0x37ffffff /* initrd_addr_max of a 32-bit Linux */

/* E820 type of a region. ACPI 15.4, address range types */
uint32_t ab_x86_e820_type_(enum ab_mem_type type);

/* KiB of RAM up to the first hole: from 0 on, at most 640; from 1 MiB on, at most 2^32 - 1. */
uint32_t ab_x86_mem_lower_(const struct ab_memmap *map);
uint32_t ab_x86_mem_upper_(const struct ab_memmap *map);

/* True if a setup header, from 0x1f1 on, has the field setup_data: by its version and its length.
 */
bool ab_x86_has_setup_data_(struct ab_bytes header);

/* Append entries of the memory map as E820, 20 bytes each.
 * @param map   the memory map
 * @param first entries to skip
 * @param n     most entries to append
 * @param out   writer
 * @return the number of entries appended, which is less than @n at the end of the map
 * @spec{ACPI, 15.4 address range types} */
size_t ab_x86_e820_(const struct ab_memmap *map, size_t first, size_t n, struct ab_buf *out);

/* Set the segment, descriptor table and task registers of a CPU to agree with the GDT that
 * ab_x86_gdt() made. The LDT is unusable, the IDT empty. Other registers do not change.
 * @param cpu     state
 * @param mode    as given to ab_x86_gdt()
 * @param gdt_gpa gpa of the GDT
 * @spec{X86BOOT, 64-bit boot protocol} */
void ab_x86_segments_(struct ab_vcpu_x86 *cpu, enum ab_x86_mode mode, uint64_t gdt_gpa);

#endif /* AB_X86_X86_PRIV_H */
