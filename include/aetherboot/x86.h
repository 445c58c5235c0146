/* SPDX-License-Identifier: BSD-2-Clause */
/** @file x86.h The group @ref x86. */
/**
 * @defgroup x86 A PC's structures
 * Boot structures and registers of an x86 guest, except ACPI: zero page, setup_data, E820, PVH
 * start_info, GDT, identity page tables, MTRRs, CPUID topology, MP table. Each builder that appends
 * to an ab_buf can measure over NULL. No builder depends on another one.
 *
 * @snippet test_snippets_tables.c x86
 * @{
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

/** Types of setup_data nodes that the library knows. @spec{X86BOOT, setup_data} */
enum ab_setup_data_type {
	AB_SETUP_E820_EXT = 1, /**< E820 entries that the zero page has no room for; only the
				  library makes this node */
	AB_SETUP_DTB = 2, /**< device tree */
	AB_SETUP_RNG_SEED = 9, /**< random seed; Linux overwrites it after use */
};

/** One setup_data node. */
struct ab_setup_data {
	uint32_t type; /**< SETUP_* type, 0 to 0x7fffffff. Must not be AB_SETUP_E820_EXT */
	bool indirect; /**< wrap the content in a SETUP_INDIRECT node; @c type must not be 0 then.
			    Linux keeps the memory of such a node, but looks for its own types (DTB,
			    RNG seed) in direct nodes only */
	struct ab_bytes bytes; /**< content; of a direct node below 4 GiB */
};

/** A list of setup_data nodes in the order of the chain. */
struct ab_setup_data_list {
	const struct ab_setup_data *at; /**< the nodes; may be NULL if @c n is 0 */
	size_t n; /**< number of nodes */
};

/** E820 entries that fit into the zero page. A node AB_SETUP_E820_EXT takes further entries. */
#define AB_E820_MAX 128

/** Contents of the zero page. */
struct ab_x86_zero_page {
	struct ab_bytes header; /**< the image's setup header from 0x1f1 on (ab_bzimage.header);
				     size 0: make a header of protocol 2.15, for a kernel that has
				     none, e.g. an ELF */
	bool kernel_32; /**< a made header is that of a 32-bit kernel */
	uint32_t kernel_alignment; /**< bytes, for a made header; 0: 2 MiB */
	uint64_t kernel; /**< gpa of the protected-mode kernel, for code32_start. 0, or 4 GiB and
			      above: code32_start stays as it is in the header */
	uint64_t cmdline; /**< gpa of the command line; 0: none */
	uint64_t initrd; /**< gpa of the initrd */
	uint64_t initrd_size; /**< bytes of the initrd; 0: none */
	uint64_t setup_data; /**< gpa of the first setup_data node; 0: none */
	uint64_t rsdp; /**< gpa of the RSDP; 0: none */
	const struct ab_memmap *map; /**< memory map, whose first AB_E820_MAX entries become E820 */
	const struct ab_dev *framebuffer; /**< AB_DEV_FRAMEBUFFER that ab_machine_check() accepts,
					     which screen_info describes; NULL: screen_info is 0 */
};

/** Append the zero page, struct boot_params of 4096 bytes. Fields that are not named here are 0,
 *  the sentinel among them.
 *
 *  The image's header is copied, except for the fields that the protocol leaves to the loader:
 *  type_of_loader is 0xff; loadflags loses KASLR_FLAG (the kernel sets it itself), KEEP_SEGMENTS
 *  and CAN_USE_HEAP (there is no real-mode heap); code32_start, ramdisk_image, ramdisk_size,
 *  cmd_line_ptr and, from protocol 2.09 on, setup_data come from @p in. The upper halves of
 *  addresses and sizes go into ext_ramdisk_image, ext_ramdisk_size and ext_cmd_line_ptr. A field is
 *  written if both the header's version and its length cover it. For kernels before 2.6.26, which
 *  read no more of a memory map than these when they are told to, ext_mem_k and alt_mem_k contain
 *  the KiB of RAM from 1 MiB on (protocol before 2.09).
 *
 *  A made header contains the fields that Linux reads after an entry at startup_64, and those that
 *  tools read later: root_flags 1 and vid_mode 0xffff as in Linux's own header, boot_flag, jump,
 *  HdrS, version 0x020f, loadflags LOADED_HIGH, initrd_addr_max 0x7fffffff, kernel_alignment,
 *  xloadflags KERNEL_64 and CAN_BE_LOADED_ABOVE_4G, cmdline_size 2047. relocatable_kernel is 0.
 *  With @c kernel_32, xloadflags is 0, and initrd_addr_max 0x37ffffff, as in the header of a
 *  32-bit Linux.
 *
 * @param in  contents
 * @param out writer. Fails with AB_ERR_IMAGE if "setup_header.header" is not HdrS, or if
 *            "zero_page.header.size" is not 59 (protocol 2.02) to 159 bytes; with
 *            AB_ERR_UNSUPPORTED if there is a "zero_page.cmdline" and the protocol is older than
 *            2.02, or a "zero_page.setup_data" and it is older than 2.09, or if "zero_page.initrd"
 *            or "zero_page.cmdline" reaches 4 GiB and the image does not allow that
 * @spec{X86BOOT, zero page} */
AB_API void ab_x86_zero_page(const struct ab_x86_zero_page *in, struct ab_buf *out);

/** Append the setup_data chain: the caller's nodes, the seed, then AB_SETUP_E820_EXT if @p map has
 *  more entries than the zero page has room for. Each node is at a multiple of 8, the first one at
 *  @p gpa. Appends nothing if there are no nodes.
 * @param list the caller's nodes
 * @param seed random seed for AB_SETUP_RNG_SEED; size 0: none
 * @param map  the memory map
 * @param gpa  gpa of the first appended byte, a multiple of 8
 * @param out  writer. Fails with AB_ERR_ARG if "setup_data.gpa" is not a multiple of 8, if
 *             "setup_data[].type" is out of range, or if "setup_data[].bytes.size" of a direct node
 *             or "setup_data.seed.size" is 4 GiB or more
 * @spec{X86BOOT, setup_data} */
AB_API void ab_x86_setup_data(const struct ab_setup_data_list *list, struct ab_bytes seed,
			      const struct ab_memmap *map, uint64_t gpa, struct ab_buf *out);

/** A module, as boot structures list it. */
struct ab_x86_module {
	uint64_t base; /**< gpa of its first byte */
	uint64_t size; /**< bytes */
	const char *cmdline; /**< its command line, NUL-terminated; NULL: none */
};

/** Modules, in the order in which the guest finds them. */
struct ab_x86_module_list {
	const struct ab_x86_module *at; /**< @c n entries */
	size_t n; /**< entries */
};

/** Contents of PVH's start_info. */
struct ab_x86_start_info {
	uint64_t cmdline; /**< gpa of the command line; 0: none */
	struct ab_x86_module_list modules; /**< modules; Linux takes the first as its initrd */
	uint64_t rsdp; /**< gpa of the RSDP; 0: none */
	const struct ab_memmap *map; /**< memory map, which becomes the memmap */
};

/** Append hvm_start_info version 1, its module list, its memory map, and the command lines of its
 *  modules.
 * @param in  contents
 * @param gpa gpa of the first appended byte, a multiple of 8
 * @param out writer. Fails with AB_ERR_ARG if "start_info.gpa" is not a multiple of 8; with
 *            AB_ERR_UNSUPPORTED if "start_info.memmap_entries" exceeds AB_E820_MAX, because Linux
 *            would copy the entries past the end of its zero page
 * @spec{PVH, start_info} */
AB_API void ab_x86_start_info(const struct ab_x86_start_info *in, uint64_t gpa, struct ab_buf *out);

/** Contents of Multiboot information. */
struct ab_x86_multiboot {
	struct ab_bytes_list cmdline; /**< pieces of the command line; those that are not empty are
					 joined by spaces. n 0: there is none */
	struct ab_x86_module_list modules; /**< modules, all below 4 GiB */
	struct ab_bytes rsdp; /**< version 2: the RSDP, of which it gets a copy; size 0: none */
	bool relocatable; /**< version 2: the header has a relocatable tag, and is told
			     @c load_base */
	uint64_t load_base; /**< gpa of the kernel's first byte */
	const struct ab_memmap *map; /**< memory map */
};

/** Append Multiboot information of version 1, and all that it points to but the modules: their
 *  list, the memory map, strings. The command line is the caller's, with no file's name before it.
 * @param in  contents
 * @param gpa gpa of the first appended byte, a multiple of 8 below 4 GiB
 * @param out writer. Fails with AB_ERR_ARG if "multiboot_info.gpa" is not so
 * @spec{MB1, 3.3} */
AB_API void ab_x86_multiboot(const struct ab_x86_multiboot *in, uint64_t gpa, struct ab_buf *out);

/** Append Multiboot information of version 2: tags of command line, loader name, modules, memory
 *  and its map, RSDP of ACPI 2.0, load address.
 * @param in  contents
 * @param gpa gpa of the first appended byte, a multiple of 8 below 4 GiB
 * @param out writer. Fails as that of ab_x86_multiboot()
 * @spec{MB2, 3.6} */
AB_API void ab_x86_multiboot2(const struct ab_x86_multiboot *in, uint64_t gpa, struct ab_buf *out);

/** Bytes of the BIOS data area, which begins at 0x400. */
#define AB_X86_BDA_SIZE 256

/** Append a BIOS data area, AB_X86_BDA_SIZE bytes: what kernels for a BIOS read of it without a
 *  call. All other fields are 0.
 * @param m         a checked machine: its first four 16550 at ports are COM1 to COM4
 * @param mem_lower KiB of base memory, at most 640
 * @param out       writer
 * @spec{MB1, 3.3} */
AB_API void ab_x86_bda(const struct ab_machine *m, uint32_t mem_lower, struct ab_buf *out);

/** Selectors of the boot GDT, as the Linux boot protocol requires them.
 *  @spec{X86BOOT, 64-bit boot protocol} */
enum ab_x86_selector {
	AB_X86_SEL_CODE = 0x10, /**< code segment, __BOOT_CS */
	AB_X86_SEL_DATA = 0x18, /**< data segments, __BOOT_DS */
	AB_X86_SEL_TSS = 0x20, /**< task state segment, whose descriptor takes 16 bytes; KVM and VMX
				  require one */
};

/** Mode that the code segment of the boot GDT runs in. */
enum ab_x86_mode {
	AB_X86_MODE_32, /**< 32-bit protected mode, paging off */
	AB_X86_MODE_64, /**< long mode */
};

/** Append the boot GDT, 48 bytes: a null descriptor, an unused one, flat 4 GiB code and data
 *  segments, and a busy TSS of 104 bytes at address 0.
 * @param mode mode of the code segment
 * @param out  writer
 * @spec{SDM, 3.4.5} */
AB_API void ab_x86_gdt(enum ab_x86_mode mode, struct ab_buf *out);

/** Shape of identity page tables. */
struct ab_x86_paging {
	uint32_t levels; /**< paging levels, 4 or 5 */
	bool huge; /**< 1 GiB pages; false: 2 MiB pages */
	uint64_t limit; /**< end of the mapped addresses, which begin at 0; rounded up to a multiple
			     of 1 GiB. 1 to 2^47 with 4 levels, 1 to 2^52 with 5 */
};

/** Append identity page tables, the root first. Pages are supervisor, writable and executable.
 *  Accessed and dirty bits are preset, so the CPU never writes to the tables; memory types come
 *  from the MTRRs.
 * @param in  shape of the tables
 * @param gpa gpa of the first appended byte, a multiple of 4096 below 2^52
 * @param out writer. Fails with AB_ERR_ARG, and appends nothing, if "paging.levels", "paging.limit"
 *            or "paging.gpa" is out of range
 * @spec{SDM, 4.5} */
AB_API void ab_x86_page_tables(const struct ab_x86_paging *in, uint64_t gpa, struct ab_buf *out);

/**
 * Append the PAT, with its reset value, and MTRRs that make RAM write-back, also where it may be
 * added later (AB_DEV_HOTPLUG_RAM), and device addresses uncached. Appends at most 29 MSRs, which
 * are the same for each CPU; IA32_MTRR_DEF_TYPE is the last.
 *
 * Below 1 MiB the fixed ranges rule: uncached from 0xa0000 to 0xbffff, write-back elsewhere. That
 * includes 0xc0000 to 0xfffff, which is RAM and contains the tables that guests scan for.
 *
 * Above 1 MiB the variable ranges rule, of which the function uses at most 8. If 8 can cover RAM
 * exactly, and each range where it may be added, they make these write-back over an uncached
 * default. Else they cover every device (local APIC, IOAPICs, memory-mapped devices, ECAM and PCI
 * windows) by blocks without RAM and make them uncached over a write-back default.
 *
 * @param m   machine that ab_machine_check() accepts; its RAM, devices and phys_bits count
 * @param cpu state whose @c msr list must have room for 29 more entries
 * @return false if 8 variable ranges cannot cover all devices either, because they interleave with
 *         RAM. RAM is write-back then, and so are the devices after the first 8 blocks; the page
 *         attributes that every kernel sets for devices still make them uncached
 * @spec{SDM, 12.11} */
AB_API bool ab_x86_memory_types(const struct ab_machine *m, struct ab_vcpu_x86 *cpu);

/** One subleaf of CPUID, as one CPU reports it. */
struct ab_x86_cpuid {
	uint32_t leaf; /**< EAX on input */
	uint32_t subleaf; /**< ECX on input */
	uint32_t eax; /**< EAX of the result */
	uint32_t ebx; /**< EBX of the result */
	uint32_t ecx; /**< ECX of the result */
	uint32_t edx; /**< EDX of the result */
	bool indexed; /**< the leaf has subleaves; false: each ECX gives this result */
};

/** CPUID leaves, as the host reports them. */
struct ab_x86_cpuid_list {
	const struct ab_x86_cpuid *at; /**< @c n entries */
	size_t n; /**< entries */
};

/** CPUID leaves, as one CPU reports them, in an array that the caller provides. */
struct ab_x86_cpuids {
	struct ab_x86_cpuid *at; /**< array of @c cap entries; NULL: none fits */
	size_t cap; /**< entries that the array has room for */
	size_t n; /**< entries in use */
};

/**
 * Make a CPUID leaf agree with the machine. These leaves change, and of them only these fields:
 *
 *  - 0: the highest leaf is raised to 0xb, or to 0x1f if packages have several dies
 *  - 1: initial APIC ID (its low 8 bits), addressable IDs of a package (at most 255), HTT,
 *    hypervisor bit
 *  - 4 and 0x8000001d, for a cache that exists: the number of IDs that share it, which is that of
 *    a core for levels 1 and 2, and that of a die for others; in leaf 4 also the cores of a
 *    package. The numbers are powers of two, because an ID consists of bit fields
 *  - 0xb: levels of threads and cores, where the shift of the cores gives the package; 0x1f: levels
 *    of threads, cores and, if there are several, dies. Both: x2APIC ID. Further subleaves have the
 *    level type "invalid"
 *  - 0x80000008: physical address width, threads of a package, width of an ID within a package
 *  - 0x8000001e: extended APIC ID, core ID, threads of a core, die as node ID, dies of a package
 *  - 0x80000026: zeros, because it describes levels of the host; guests then read 0x1f or 0xb
 *
 * @param m     machine that ab_machine_check() accepts
 * @param index index of the CPU, below ab_machine.n_cpus
 * @param c     on input the values that the host reports for @c leaf and @c subleaf; on output
 *              the values that this CPU must report
 * @spec{SDM, 2A CPUID}
 * @spec{APM, 3 appendix E.4} */
AB_API void ab_x86_cpuid(const struct ab_machine *m, uint32_t index, struct ab_x86_cpuid *c);

/** Most entries that ab_x86_cpuid_all() adds to those of the host. */
#define AB_X86_CPUID_ADDED 7

/**
 * Make the list of all CPUID leaves that a CPU must report: each of the host's, through
 * ab_x86_cpuid() and in the host's order, and the levels of the topology. Whatever the host reports
 * of leaf 0xb or 0x1f, the list has all levels of the machine in its place, the closing one
 * included. If the host reports nothing of it, they are at the end: those of 0xb always, those of
 * 0x1f if packages have several dies.
 *
 * Other leaves that the host reports twice are in the list twice; a CPU reports the first one.
 *
 * @param m     machine that ab_machine_check() accepts
 * @param index index of the CPU
 * @param host  leaves that the host supports, e.g. those of KVM_GET_SUPPORTED_CPUID
 * @param out   its array, which must not be that of @p host, is filled. @c n becomes the number of
 *              leaves, or 0 on error; the array is then undefined
 * @param why   names the argument
 * @retval AB_OK
 * @retval AB_ERR_ARG     "ab_x86_cpuid_all.index" is not below ab_machine.n_cpus; or
 *                        "ab_x86_cpuid_all.host.n": @p host lacks leaf 0 or 1, which every CPU
 *                        has, or has entries without an array. Value: the index, or the number of
 *                        its entries
 * @retval AB_ERR_NOSPACE "ab_x86_cpuid_all.out.n": value: the entries that @p out needs. Those of
 *                        @p host and AB_X86_CPUID_ADDED more are always enough
 * @spec{SDM, 2A CPUID} */
AB_API AB_MUST_CHECK enum ab_err ab_x86_cpuid_all(const struct ab_machine *m, uint32_t index,
						  struct ab_x86_cpuid_list host,
						  struct ab_x86_cpuids *out, struct ab_error *why);

/**
 * Append the MP configuration table: processors, the root PCI buses of segment 0, the ISA bus,
 * IOAPICs, interrupts, the local NMI and, if there is a PIC, the local ExtINT.
 *
 * ISA interrupts 1 and 3 to 15 arrive at the GSI of the same number. ISA interrupt 0 arrives at GSI
 * 2, if there is a PIT; if there is none, ISA interrupt 2 arrives there, if a device uses it.
 * Interrupts that INTx uses are left out. A GSI from 16 on that a device uses is listed as an ISA
 * interrupt of that number, which Linux understands. Pin p of slot s of a root bus has the
 * interrupt of its entry in ab_dev.pcie.routes, else ab_dev.pcie.intx[(s + p) mod 4]; if that is 0,
 * the pin is not listed.
 *
 * @param m   machine that ab_machine_check() accepts
 * @param gpa gpa of the first appended byte; the table must end below 4 GiB
 * @param out writer. Fails with AB_ERR_UNSUPPORTED if "machine.cpus[].id" is above 254; if
 *            "machine.devs[].irq", "machine.devs[].i8042.mouse", "machine.devs[].pcie.intx",
 *            "machine.devs[].pcie.routes.irq" or, for an ISA interrupt that no device uses,
 *            "mp_table.irq" is not one of the first 256 inputs of an IOAPIC, or is an ISA
 *            interrupt above 255; or if "mp_table.size" is above 65535, as of some 60 bridges
 *            whose slots all have INTx. Fails with AB_ERR_ARG if the table at "mp_table.gpa"
 *            does not end below 4 GiB
 * @spec{MPS, 4.2} */
AB_API void ab_x86_mp_table(const struct ab_machine *m, uint64_t gpa, struct ab_buf *out);

/** Append the MP floating pointer structure, 16 bytes. The caller must put it on a 16-byte boundary
 *  in the first KiB of the EBDA, the last KiB of base memory, or the BIOS ROM area.
 * @param gpa gpa of the table that ab_x86_mp_table() made
 * @param out writer. Fails with AB_ERR_ARG if "mp_table.gpa" is 4 GiB or more
 * @spec{MPS, 4.1} */
AB_API void ab_x86_mp_pointer(uint64_t gpa, struct ab_buf *out);

/** Append the real-mode code of the reset vector, 16 bytes, which the caller must put at F000:FFF0.
 *  Kernels jump there to restart a PC, Linux on hardware-reduced ACPI before it tries any other
 *  way, and without firmware the place would be empty. The code resets through the machine's
 *  AB_DEV_ACPI_RESET if that is an I/O port, else by a triple fault.
 * @param m   machine that ab_machine_check() accepts
 * @param out writer
 * @spec{SDM, 10.1.4} */
AB_API void ab_x86_reset_vector(const struct ab_machine *m, struct ab_buf *out);

#ifdef __cplusplus
}
#endif

/** @} */

#endif /* AETHERBOOT_X86_H */
