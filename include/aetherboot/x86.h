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
	uint32_t type; /**< SETUP_*, below 0x80000000; not E820_EXT, which is ours */
	bool indirect; /**< wrap it in a SETUP_INDIRECT node; type not 0. Linux keeps such memory,
			    but looks for its own types (DTB, RNG seed) in direct nodes only */
	struct ab_bytes bytes; /**< its content */
};

/** setup_data nodes, in chain order. */
struct ab_setup_data_list {
	const struct ab_setup_data *at; /**< @c n entries */
	size_t n; /**< entries */
};

/** E820 entries that fit into the zero page; more go into SETUP_E820_EXT. */
#define AB_E820_MAX 128

/** What goes into the zero page. */
struct ab_x86_zero_page {
	struct ab_bytes header; /**< raw setup header from 0x1f1 (ab_bzimage.header); empty: one of
				     protocol 2.15 for a 64-bit ELF kernel is made */
	uint32_t kernel_alignment; /**< made header only; 0: 2 MiB */
	uint64_t kernel; /**< gpa of the protected-mode part, for code32_start; 0, or 4 GiB and
			      above: code32_start stays */
	uint64_t cmdline; /**< gpa of the command line; 0: none */
	uint64_t initrd; /**< gpa */
	uint64_t initrd_size; /**< bytes; 0: none */
	uint64_t setup_data; /**< gpa of the chain's first node; 0: none */
	uint64_t rsdp; /**< gpa; 0: none */
	const struct ab_memmap *map; /**< becomes E820, the first AB_E820_MAX entries */
};

/** Append struct boot_params, 4096 bytes. What is not named here is 0, the sentinel too.
 *
 *  The image's header is kept up to its own end but for what the protocol gives to the loader:
 *  type_of_loader 0xff; loadflags without KASLR_FLAG (the kernel's own), KEEP_SEGMENTS and
 *  CAN_USE_HEAP (there is no real-mode heap); code32_start, ramdisk_image, ramdisk_size,
 *  cmd_line_ptr and, from protocol 2.09, setup_data. Upper halves go into ext_ramdisk_image,
 *  ext_ramdisk_size and ext_cmd_line_ptr.
 *
 *  The made header is what Linux reads when entered at startup_64, and enough for tools that
 *  look at it later: root_flags 1 and vid_mode 0xffff as in Linux's own header, boot_flag, jump,
 *  HdrS, version 0x020f, loadflags LOADED_HIGH, initrd_addr_max 0x7fffffff, kernel_alignment,
 *  xloadflags KERNEL_64 and CAN_BE_LOADED_ABOVE_4G, cmdline_size 2047; not relocatable.
 *
 * @param in  content
 * @param out writer; its sticky error may become AB_ERR_IMAGE: "setup_header.header" is not
 *            HdrS, "zero_page.header.size" is less than that of protocol 2.02 or reaches past
 *            0x290; AB_ERR_UNSUPPORTED: "zero_page.setup_data" before
 *            protocol 2.09, "zero_page.initrd" or "zero_page.cmdline" above 4 GiB where the image
 *            does not allow it
 * @spec{X86BOOT, zero page} */
AB_API void ab_x86_zero_page(const struct ab_x86_zero_page *in, struct ab_buf *out);

/** Append the setup_data chain: the caller's nodes, the seed, then E820_EXT when @p map needs it,
 *  each at a multiple of 8. The first node is at @p gpa. Appends nothing when there is none.
 * @param list the caller's nodes
 * @param seed random seed for SETUP_RNG_SEED; size 0: none
 * @param map  the memory map
 * @param gpa  where the first byte appended will be, multiple of 8
 * @param out  writer; its sticky error may become AB_ERR_ARG: "setup_data.gpa" is not a multiple
 *             of 8, "setup_data[].type" is none a caller may give, "setup_data[].bytes.size" of a
 *             direct node or "setup_data.seed.size" is 4 GiB or more
 * @spec{X86BOOT, setup_data} */
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
 * @param in  content
 * @param gpa where the first byte appended will be, multiple of 8
 * @param out writer; its sticky error may become AB_ERR_ARG: "start_info.gpa" is not a multiple
 *            of 8; AB_ERR_UNSUPPORTED: "start_info.memmap_entries" exceeds AB_E820_MAX, which
 *            Linux would copy past the end of its zero page
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

/** Append the boot GDT: null, unused, flat code and data of 4 GiB, busy TSS at 0 of 104 bytes;
 *  48 bytes in all.
 * @param mode how the code segment runs
 * @param out  writer
 * @spec{SDM, 3.4.5} */
AB_API void ab_x86_gdt(enum ab_x86_mode mode, struct ab_buf *out);

/** Identity page tables. */
struct ab_x86_paging {
	uint32_t levels; /**< 4 or 5 */
	bool huge; /**< 1 GiB pages; false: 2 MiB pages */
	uint64_t limit; /**< maps [0, limit), not 0; rounded up to 1 GiB; 4 levels: at most 2^47,
			     5 levels: at most 2^52 */
};

/** Append identity page tables whose root is at @p gpa: supervisor, writable, executable,
 *  accessed and dirty, memory type as the MTRRs say. The CPU has nothing to write in them.
 * @param in  what to map
 * @param gpa where the first byte appended will be, multiple of 4096, below 2^52
 * @param out writer; its sticky error may become AB_ERR_ARG: "paging.levels", "paging.limit" or
 *            "paging.gpa" is out of range
 * @spec{SDM, 4.5} */
AB_API void ab_x86_page_tables(const struct ab_x86_paging *in, uint64_t gpa, struct ab_buf *out);

/**
 * Append PAT (its reset value) and the MTRRs that make RAM write-back and what devices answer to
 * uncached: at most 29 entries, the same for each CPU, MTRRdefType last.
 *
 * Fixed ranges, which rule below 1 MiB: uncached from 0xa0000 to 0xbffff, write-back elsewhere
 * (0xc0000 to 0xfffff too: it is RAM, and the tables that guests scan for lie there). Above,
 * variable ranges by the first of two covers that fits into 8 pairs: RAM exactly, over an
 * uncached default; else every device (local APIC, IOAPICs, memory-mapped devices, ECAM and PCI
 * windows) by blocks that hold no RAM, over a write-back default.
 *
 * @param m   machine that ab_machine_check() accepts; RAM, devices and phys_bits count
 * @param cpu entries are appended to @c msr, which needs room for 29
 * @return true; false when devices so interleave with RAM that 8 pairs do not do: then RAM is
 *         write-back and devices beyond the first 8 blocks are, too (page attributes, which
 *         every kernel sets for them, still make them uncached)
 * @spec{SDM, 12.11} */
AB_API bool ab_x86_memory_types(const struct ab_machine *m, struct ab_vcpu_x86 *cpu);

/** One CPUID leaf of one CPU. */
struct ab_x86_cpuid {
	uint32_t leaf; /**< EAX in */
	uint32_t subleaf; /**< ECX in */
	uint32_t eax; /**< EAX out */
	uint32_t ebx; /**< EBX out */
	uint32_t ecx; /**< ECX out */
	uint32_t edx; /**< EDX out */
};

/**
 * Make a CPUID leaf agree with the machine. Fields not named, and other leaves, are left alone.
 *
 *  - 0: the highest leaf is at least 0xb, 0x1f where packages have several dies
 *  - 1: initial APIC id (its low 8 bits), addressable ids of a package (at most 255), HTT,
 *    hypervisor bit
 *  - 4 and 0x8000001d, for a cache that exists: ids that share it (levels 1 and 2: a core's,
 *    others: a die's); leaf 4 also cores of a package. Powers of two, as ids are fields of bits
 *  - 0xb: threads, cores (with the package's shift); 0x1f: threads, cores, and dies where
 *    there are several; x2APIC id. Further subleaves say "invalid level"
 *  - 0x80000008: physical address width, threads of a package, width of the package-local id
 *  - 0x8000001e: extended APIC id, core, threads of a core, die as node, dies of a package
 *  - 0x80000026: cleared, as it tells the host's levels; guests then read 0x1f or 0xb
 *
 * @param m     machine that ab_machine_check() accepts
 * @param index CPU, below n_cpus
 * @param c     in: what the host reports for @c leaf and @c subleaf; out: what this CPU reports
 * @spec{SDM, 2A CPUID}
 * @spec{APM, 3 appendix E.4} */
AB_API void ab_x86_cpuid(const struct ab_machine *m, uint32_t index, struct ab_x86_cpuid *c);

/**
 * Append the MP configuration table: processors, ISA bus (and root PCI buses of segment 0 that
 * have INTx), IOAPICs, interrupts, local NMI, and ExtINT where there is a PIC.
 *
 * ISA interrupts 1 and 3 to 15 arrive at the GSI of their number, 0 at GSI 2 where there is a
 * PIT; those that INTx uses are left out. A GSI from 16 up that a device uses is told as an ISA
 * interrupt of that number, which Linux understands. INTx of root bus slots is swizzled:
 * pin p of slot s is intx[(s + p) mod 4].
 *
 * @param m   machine that ab_machine_check() accepts
 * @param gpa where the first byte appended will be; the table must end below 4 GiB
 * @param out writer; its sticky error may become AB_ERR_UNSUPPORTED: "machine.cpus[].id" is above
 *            254; "machine.devs[].irq", "machine.devs[].pcie.intx" or, of an ISA interrupt that
 *            no device has, "mp_table.irq" is a GSI that no IOAPIC has or that is above 255;
 *            AB_ERR_ARG: "mp_table.gpa" is too high
 * @spec{MPS, 4.2} */
AB_API void ab_x86_mp_table(const struct ab_machine *m, uint64_t gpa, struct ab_buf *out);

/** Append the 16-byte MP floating pointer to a table at @p gpa. It belongs on a 16-byte boundary
 *  in the first KiB of the EBDA, the last KiB of base memory or the BIOS ROM.
 * @param gpa guest-physical address of what ab_x86_mp_table() made
 * @param out writer; its sticky error may become AB_ERR_ARG: "mp_table.gpa" is 4 GiB or more
 * @spec{MPS, 4.1} */
AB_API void ab_x86_mp_pointer(uint64_t gpa, struct ab_buf *out);

/** Append the 16 bytes of real-mode code that belong at F000:FFF0. Kernels jump there to restart
 *  a PC (Linux does on hardware-reduced ACPI, before it tries any other way), and a machine
 *  without firmware has nothing there. The code resets through the machine's AB_DEV_ACPI_RESET
 *  where that is an I/O port, and else by a triple fault.
 * @param m   machine that ab_machine_check() accepts
 * @param out writer
 * @spec{SDM, 10.1.4} */
AB_API void ab_x86_reset_vector(const struct ab_machine *m, struct ab_buf *out);

#ifdef __cplusplus
}
#endif

#endif /* AETHERBOOT_X86_H */
