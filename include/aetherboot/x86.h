/* SPDX-License-Identifier: BSD-2-Clause */
/**
 * @file x86.h
 * What an x86 guest finds in memory and registers besides ACPI: zero page, setup_data, E820,
 * PVH start_info, GDT, identity page tables, MTRRs, CPUID topology, MP table. Each builder
 * appends to an ab_buf, so it measures over NULL; none depends on another having run.
 */
#ifndef AETHERBOOT_X86_H
#define AETHERBOOT_X86_H

#include <aetherboot/base.h>
#include <aetherboot/machine.h>
#include <aetherboot/memmap.h>
#include <aetherboot/vcpu.h>

#ifdef __cplusplus
extern "C" {
#endif

/** setup_data types of our own making; callers may give any other. @spec{X86BOOT, setup_data} */
enum ab_setup_data_type {
	AB_SETUP_E820_EXT = 1, /**< made by us when the map exceeds the zero page */
	AB_SETUP_DTB = 2, /**< device tree */
	AB_SETUP_RNG_SEED = 9, /**< random seed; the guest wipes it */
};

/** One setup_data node. */
struct ab_setup_data {
	uint32_t type; /**< SETUP_*; E820_EXT and INDIRECT are ours */
	bool indirect; /**< wrap it in a SETUP_INDIRECT node */
	struct ab_bytes bytes; /**< its content */
};

/** setup_data nodes, in chain order. */
struct ab_setup_data_list {
	const struct ab_setup_data *at; /**< @c n entries */
	size_t n; /**< entries */
};

/** E820 entries that fit into the zero page; more go into SETUP_E820_EXT. */
#define AB_E820_MAX 128

/** Append the E820 entries [@p first, @p first + @p n) of @p map, 20 bytes each.
 * @return entries appended
 * @spec{ACPI, 15.4 address range types} */
AB_API size_t ab_x86_e820(const struct ab_memmap *map, size_t first, size_t n, struct ab_buf *out);

/** What goes into the zero page. */
struct ab_x86_zero_page {
	struct ab_bytes header; /**< raw setup header from 0x1f1 (ab_bzimage.header); empty: one of
				     protocol 2.15 for a 64-bit ELF kernel is made */
	uint32_t kernel_alignment; /**< made header only; 0: 2 MiB */
	uint64_t cmdline; /**< gpa of the command line; 0: none */
	uint64_t initrd; /**< gpa */
	uint64_t initrd_size; /**< bytes; 0: none */
	uint64_t setup_data; /**< gpa of the chain's first node; 0: none */
	uint64_t rsdp; /**< gpa; 0: none */
	const struct ab_memmap *map; /**< becomes E820, the first AB_E820_MAX entries */
};

/** Append struct boot_params, 4096 bytes. @spec{X86BOOT, zero page} */
AB_API void ab_x86_zero_page(const struct ab_x86_zero_page *in, struct ab_buf *out);

/** Append the setup_data chain: the caller's nodes, then E820_EXT when @p map needs it. The first
 *  node is at @p gpa. Appends nothing when there is none.
 * @param list the caller's nodes
 * @param seed random seed for SETUP_RNG_SEED; size 0: none
 * @param map  the memory map
 * @param gpa  where the first byte appended will be, multiple of 8
 * @param out  writer */
AB_API void ab_x86_setup_data(const struct ab_setup_data_list *list, struct ab_bytes seed,
			      const struct ab_memmap *map, uint64_t gpa, struct ab_buf *out);

/** What goes into PVH's start_info. */
struct ab_x86_start_info {
	uint64_t cmdline; /**< gpa; 0: none */
	uint64_t initrd; /**< gpa of the one module */
	uint64_t initrd_size; /**< bytes; 0: no module */
	uint64_t rsdp; /**< gpa; 0: none */
	const struct ab_memmap *map; /**< becomes the memmap, all entries */
};

/** Append hvm_start_info version 1 at @p gpa, then its module list and memory map.
 * @spec{PVH, start_info} */
AB_API void ab_x86_start_info(const struct ab_x86_start_info *in, uint64_t gpa, struct ab_buf *out);

/** Selectors that the Linux boot protocol asks for. @spec{X86BOOT, 64-bit boot protocol} */
enum ab_x86_selector {
	AB_X86_SEL_CODE = 0x10, /**< __BOOT_CS */
	AB_X86_SEL_DATA = 0x18, /**< __BOOT_DS */
	AB_X86_SEL_TSS = 0x20, /**< task state, for KVM's and VMX's checks; 16 bytes long */
};

/** How the code segment of the boot GDT runs. */
enum ab_x86_mode {
	AB_X86_MODE_32, /**< protected mode, paging off */
	AB_X86_MODE_64, /**< long mode */
};

/** Append the boot GDT: null, null, flat code and data of 4 GiB, TSS; 48 bytes.
 * @spec{SDM, 3.4.5} */
AB_API void ab_x86_gdt(enum ab_x86_mode mode, struct ab_buf *out);

/** Set @p cpu's segments and GDT register to what ab_x86_gdt() put at @p gdt_gpa. */
AB_API void ab_x86_segments(struct ab_vcpu_x86 *cpu, enum ab_x86_mode mode, uint64_t gdt_gpa);

/** Identity page tables. */
struct ab_x86_paging {
	uint32_t levels; /**< 4 or 5 */
	bool huge; /**< 1 GiB pages; false: 2 MiB pages */
	uint64_t limit; /**< maps [0, limit); rounded up to 1 GiB; 4 levels: at most 2^47 */
};

/** Append identity page tables whose root is at @p gpa, a multiple of 4096.
 * @spec{SDM, 4.5} */
AB_API void ab_x86_page_tables(const struct ab_x86_paging *in, uint64_t gpa, struct ab_buf *out);

/** Append PAT and the MTRRs that make RAM write-back and the rest uncached, for each CPU.
 * @param m   machine; RAM, devices and phys_bits count
 * @param cpu entries are appended to @c msr
 * @spec{SDM, 12.11} */
AB_API void ab_x86_memory_types(const struct ab_machine *m, struct ab_vcpu_x86 *cpu);

/** One CPUID leaf of one CPU. */
struct ab_x86_cpuid {
	uint32_t leaf; /**< EAX in */
	uint32_t subleaf; /**< ECX in */
	uint32_t eax, ebx, ecx, edx; /**< registers out */
};

/** Make a CPUID leaf agree with the machine: topology (1, 4, 0xb, 0x1f, 0x80000008, 0x8000001d,
 *  0x8000001e), APIC id, physical address width. Other leaves are left alone.
 * @param m     machine
 * @param index CPU
 * @param c     in: what the host reports; out: what this CPU reports */
AB_API void ab_x86_cpuid(const struct ab_machine *m, uint32_t index, struct ab_x86_cpuid *c);

/** Append the MP configuration table at @p gpa. @spec{MPS, 4.2} */
AB_API void ab_x86_mp_table(const struct ab_machine *m, uint64_t gpa, struct ab_buf *out);

/** Append the 16-byte MP floating pointer to a table at @p gpa. @spec{MPS, 4.1} */
AB_API void ab_x86_mp_pointer(uint64_t gpa, struct ab_buf *out);

#ifdef __cplusplus
}
#endif

#endif /* AETHERBOOT_X86_H */
