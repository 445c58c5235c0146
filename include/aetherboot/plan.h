/* SPDX-License-Identifier: BSD-2-Clause */
/** @file plan.h The group @ref plan. */
/**
 * @defgroup plan Plans
 * The three calls that prepare a guest: ab_plan_make() chooses an address for every object,
 * ab_plan_place() writes the objects through a sink, and ab_plan_entry() gives the registers of
 * each CPU. aetherboot.h is the introduction.
 *
 * @snippet boot_x86_kvm.c plan
 * @{
 */
#ifndef AETHERBOOT_PLAN_H
#define AETHERBOOT_PLAN_H

#include <aetherboot/acpi.h>
#include <aetherboot/base.h>
#include <aetherboot/kernel.h>
#include <aetherboot/machine.h>
#include <aetherboot/mem.h>
#include <aetherboot/memmap.h>
#include <aetherboot/vcpu.h>
#include <aetherboot/x86.h>

#ifdef __cplusplus
extern "C" {
#endif

struct ab_boot_way;

/** How a kernel is entered. Append-only. */
enum ab_protocol {
	AB_PROTOCOL_AUTO = 0, /**< the first of LINUX, SELF, LINUX32, PVH, MULTIBOOT2 and MULTIBOOT
			       that suits the kernel file; FIRMWARE if there is no kernel. x86:
			       LINUX suits an ELF that has notes of the owner "Linux", LINUX32 an
			       i386 one that has, PVH one with a PVH note; a vmlinux before 4.19 has
			       no such notes, so its protocol must be named */
	AB_PROTOCOL_LINUX, /**< x86: 64-bit boot protocol for an ELF kernel, or for the ELF that is
				unpacked from a bzImage. Fastest; the kernel runs at its link
			      address, without KASLR. arm64: boot protocol for an Image or ELF
			      kernel.
				@spec{X86BOOT, 64-bit boot protocol} @spec{ARM64BOOT, 4} */
	AB_PROTOCOL_SELF, /**< x86: 64-bit entry of a bzImage, whose own decompressor unpacks it.
			       Keeps KASLR and works with any codec, but costs the guest time and
			       memory. @spec{X86BOOT, 64-bit boot protocol} */
	AB_PROTOCOL_PVH, /**< x86: 32-bit PVH entry that an ELF note names. @spec{PVH, ELF note} */
	AB_PROTOCOL_LINUX32, /**< x86: 32-bit entry of a bzImage, whose own decompressor unpacks it,
				or of an i386 ELF (vmlinux), at its e_entry.
				  @spec{X86BOOT, 32-bit boot protocol} */
	AB_PROTOCOL_FIRMWARE, /**< x86: no kernel; the CPU starts in its reset state at 0xfffffff0,
				   which must lie in a blob that is a ROM. The guest gets neither
				   tables nor a memory map: firmware finds both by devices of the
				   VMM. @spec{SDM, 9.1.4} */
	AB_PROTOCOL_MULTIBOOT, /**< x86: 32-bit entry of a kernel with a Multiboot header (version
				    1): an ELF of either class, or a file with load addresses in
				    its header. @spec{MB1, 3.2} */
	AB_PROTOCOL_MULTIBOOT2, /**< x86: the same by a header of version 2. @spec{MB2, 3.3} */
	AB_PROTOCOL_FLAT, /**< a flat binary: ab_payload.kernel is not read, whatever it is, but
				   placed as it is at ab_payload.flat, and entered there as by
				   LINUX. x86: 64-bit code, RSI is the address of the zero page,
				   whose header is a made one; arm64: x0 is that of the device
				   tree. AUTO never takes it */
	AB_PROTOCOL_FLAT32, /**< x86: likewise, entered as by LINUX32: 32-bit code without paging,
				 ESI is the address of the zero page */
};

/** Get the name of a protocol, e.g. "linux"; "unknown protocol" for others. ROM string. */
AB_API const char *ab_protocol_name(enum ab_protocol protocol);

/** Where a flat binary lies; zeros for any other kernel. A bootloader of 1 MiB that is entered at
 *  its first byte, and has 64 KiB of variables behind it:
 * @code{.c}
 * struct ab_payload payload = {
 *	.kernel = { loader, AB_MiB },
 *	.protocol = AB_PROTOCOL_FLAT,
 *	.flat = { .base = 0x60000000, .size = AB_MiB + 64 * AB_KiB },
 * };
 * @endcode */
struct ab_flat {
	uint64_t base; /**< gpa of its first byte, not 0; x86: not in page 0 */
	uint64_t entry; /**< gpa of the first instruction, in the binary; arm64: a multiple of 4. 0:
			     @c base */
	uint64_t size; /**< bytes of RAM that it takes from @c base on, at least its own; those
			  behind it are zeros. With FLAT32 they end at or below 4 GiB. 0: its own */
};

/** Bytes that the caller adds to the guest's memory. */
struct ab_blob {
	struct ab_bytes bytes; /**< content, not empty */
	uint64_t base; /**< guest-physical; arm64: multiple of 4096 unless @c type is RAM. 0: any
			    page of RAM, x86: from 1 MiB to 4 GiB */
	enum ab_mem_type type; /**< type in the guest's memory map; 0: reserved. x86: a blob from
				    0xa0000 to 0xfffff, where kernels scan for tables, must not be
				    RAM */
	const char *name; /**< required: name in the printed plan and in errors */
	enum ab_backing backing; /**< AB_BACKING_RAM: the blob lies in the machine's RAM.
				      AB_BACKING_ROM: it lies at @c base, which must not be 0, and
				      no page of it may be in RAM or a device; the guest's memory
				      map reserves it, and the sink receives its bytes, too */
};

/** Blobs, in any order. */
struct ab_blob_list {
	const struct ab_blob *at; /**< @c n entries */
	size_t n; /**< entries */
};

/** A fixed address for a region. Fixed regions are placed before all others. An entry for a region
 *  of the chosen protocol that this guest does not get, e.g. an initrd, is ignored. */
struct ab_fixed {
	enum ab_region_kind kind; /**< INITRD, ACPI; x86: RSDP, CMDLINE, ZERO_PAGE, SETUP_DATA,
				       START_INFO, GDT, PAGE_TABLES, and KERNEL if the protocol is
				       SELF or LINUX32 and the kernel is relocatable; arm64: DTB,
				       and KERNEL if it is an Image, or an ELF with kernel virtual
				       addresses */
	uint64_t base; /**< guest-physical. A multiple of 16 for RSDP, CMDLINE, SETUP_DATA,
			    START_INFO and GDT; of 8 for DTB; of the kernel's own alignment for
			    KERNEL; of 4096 for others. x86: not in page 0. A kernel that takes no
			    region above 4 GiB needs all but ACPI and RSDP below, INITRD at or below
			    its initrd_addr_max. RSDP takes 4 KiB, and may be among the ROMs, below
			    1 MiB: Multiboot kernels of version 1 and Linux before 5.0 look for it
			    there only, from 0xe0000 on. arm64: INITRD must be in the 32 GiB, from a
			    multiple of 1 GiB on, that contain the kernel */
};

/** Fixed addresses, at most one for each kind. */
struct ab_fixed_list {
	const struct ab_fixed *at; /**< @c n entries */
	size_t n; /**< entries */
};

/** A module: bytes that a kernel gets beside its initrd, with a command line of their own. */
struct ab_module {
	struct ab_bytes bytes; /**< content, not empty */
	const char *cmdline; /**< command line, NUL-terminated, at most AB_MODULE_CMDLINE_MAX
				characters; NULL: none */
};

/** Modules, in the order in which the kernel finds them. */
struct ab_module_list {
	const struct ab_module *at; /**< @c n entries */
	size_t n; /**< entries, at most AB_MODULES_MAX */
};

#define AB_MODULES_MAX 32 /**< most modules of a payload */
#define AB_MODULE_CMDLINE_MAX 4095 /**< most characters of a module's command line */

/** Flags of a payload. */
enum ab_payload_flags {
	AB_VERIFY = 1, /**< ab_plan_make() decodes the whole kernel once to nowhere, so that
			    ab_plan_place() cannot fail in the middle of a stream */
	AB_LA57 = 2, /**< x86: enter with 5-level paging; LINUX and SELF only */
	AB_KASLR = 4, /**< AUTO prefers an entry at which the kernel chooses its own address. x86:
			 SELF or LINUX32 of a relocatable bzImage, for which the guest pays with its
			 own time and memory. arm64: every entry, given @c kaslr_seed. If the kernel
			 has no such entry, the plan warns */
	AB_UKI_TREE = 8, /**< arm64: the .dtb of a UKI describes the machine, whatever machine the
			    tree is for, see ab_plan.tree */
	AB_MODULES_LOW = 16, /**< modules, and the initrd before them, ascend from the first free
				page behind the kernel, for guests whose first page tables map
				little more than the kernel. Without the flag they lie as high as
				they can below 4 GiB, where a guest that takes memory from behind
				its kernel does not overwrite them. Only protocols with modules */
};

#define AB_ADDONS_MAX 32 /**< most addons of a payload */

/** The payload: a kernel and its data. Only @c kernel is required, with FIRMWARE only a blob. The
 * borrowed bytes must not change between ab_plan_make() and the return of ab_plan_place(). A UKI
 * that is to be booted by another of its profiles, with a file that adds to its command line:
 * @code{.c}
 * struct ab_payload payload = {
 *	.kernel = { uki, uki_size },
 *	.profile = "factory-reset",
 *	.addons = { &addon, 1 },
 * };
 * @endcode */
struct ab_payload {
	struct ab_bytes kernel; /**< kernel file: bzImage, arm64 Image, EFI zboot, ELF, an Image or
				     ELF compressed as a whole (Image.gz, vmlinux.xz), or a UKI;
				     recognised by content. Empty for FIRMWARE only; FLAT and
				   FLAT32: any bytes */
	struct ab_flat flat; /**< FLAT and FLAT32 only: where the kernel lies */
	const char *profile; /**< profile of a UKI, but not with FLAT or FLAT32, by number ("@1") or
				id ("recovery"), see ab_image_probe_profile(). NULL: profile 0; the
				kernel may be any */
	struct ab_bytes_list addons; /**< optional: PE addons, at most AB_ADDONS_MAX, applied in
					  this order to a UKI or any other kernel. One for another
					  CPU, or with another .uname than the UKI's, is left out,
					  and the plan warns. Of each, the first .dtbauto that is
					  for the machine, or else the .dtb, becomes one of
					  ab_fdt_chosen.addons. @spec{UKI, PE Addons} */
	struct ab_bytes_list initrds; /**< optional; they follow a UKI's .ucode and .initrd. Each
					   begins at a multiple of 4 bytes, with zeros before it.
					 The .initrd of addons follows them; the .ucode of addons,
					 the last one's first, precedes all */
	struct ab_module_list modules; /**< optional, x86: modules of a kernel that takes them, by
					  PVH or Multiboot. The initrd, if there is one, is the
					  first module that the kernel finds, without a command
					  line. Each module begins at a page of its own. Other
					  protocols refuse modules */
	const char *cmdline; /**< command line, NUL-terminated; NULL: a UKI's own, else none. The
				.cmdline of each addon follows it after a space. All of it is at
				most as long as a bzImage's header says, else 2047 characters */
	enum ab_protocol protocol; /**< protocol by which the kernel is entered */
	uint32_t flags; /**< enum ab_payload_flags */
	struct ab_bytes
	    rng_seed; /**< optional random bytes; 32 seed Linux. x86: SETUP_RNG_SEED, left
			   out with a warning if the kernel's protocol has no setup_data;
			   arm64: rng-seed in /chosen, with ACPI an EFI table */
	uint64_t kaslr_seed; /**< arm64: random number from which the kernel derives its address; 0:
				  it stays at its link address */
	struct ab_setup_data_list setup_data; /**< optional, x86: more setup_data nodes; LINUX,
						 LINUX32, SELF, FLAT and FLAT32 only */
	struct ab_reserve_list reserve; /**< optional: ranges to keep free, and pools for devices
					 */
	struct ab_blob_list blobs; /**< optional: bytes to add */
	struct ab_fixed_list fixed; /**< optional: addresses of regions */
};

/** Size of the array ab_plan.regions that is enough for every machine without PCIe bridges,
 *  reserved addresses and overlays, and every payload without modules, reservations and blobs. */
#define AB_PLAN_REGIONS 32

/** Compute the size of the array ab_plan.regions: AB_PLAN_REGIONS, and more for PCIe bridges,
 *  reserved addresses, modules, reservations, blobs, and memory that device trees of the caller, of
 *  a UKI and of addons reserve.
 * @param machine a machine, checked or not
 * @param payload a payload, checked or not
 * @return entries that are enough for every plan of the two */
AB_API size_t ab_plan_regions(const struct ab_machine *machine, const struct ab_payload *payload);

/** Size of the array ab_plan.warnings, which holds every warning that one plan can have. */
#define AB_PLAN_WARNINGS 20

/** The plan: the address of every object. The caller sets @c regions before ab_plan_make(), which
 *  fills all other members; callers may read them and must not change them. */
struct ab_plan {
	struct ab_regions regions; /**< the ranges that are written or kept free, in the caller's
				      array; all other RAM is free for the guest */
	const struct ab_machine *machine; /**< borrowed until the last ab_plan_entry() */
	const struct ab_payload *payload; /**< borrowed until the last ab_plan_entry(); its bytes
					       until ab_plan_place() returns */
	const struct ab_boot_way *way; /**< the library's own */
	struct ab_bytes tree; /**< arm64, by device tree: the tree of a UKI that describes the
				 machine in place of the library's; size 0: none. It is the first
				 .dtbauto, or else the .dtb, whose first "compatible" is that of the
				 library's tree (ab_fdt_extra.compatible). ab_fdt_chosen.base says
				 what becomes of it. A .dtb for another machine is left out, and the
				 plan warns, unless AB_UKI_TREE is set */
	enum ab_protocol protocol; /**< the chosen protocol */
	const char *protocol_why; /**< reason for this protocol; ROM string */
	bool kaslr; /**< the kernel chooses its own addresses at run time; false for a flat
			 binary, of which that is not known */
	struct ab_kernel kernel; /**< the kernel and its file */
	struct ab_acpi_set acpi; /**< ACPI tables; n_tables 0: none */
	uint64_t entry; /**< address of the first instruction of CPU 0 */
	struct ab_vcpu every; /**< registers that all CPUs have alike; ab_plan_entry() adds those of
				   the CPU */
	size_t every_size; /**< bytes of @c every up to the last entry of its list of registers */
	size_t work; /**< bytes of work memory that ab_plan_place() needs */
	struct ab_error warnings[AB_PLAN_WARNINGS]; /**< reasons why the guest may not behave as
						       described, e.g. caches that CLIDR_EL1
						       contradicts, and what the payload lacks that
						       the plan does without */
	uint32_t n_warnings; /**< entries in @c warnings */
};

/** Compute the work memory that ab_plan_make() and ab_plan_place() need: that of the largest table,
 *  of ab_machine_check(), and for a packed kernel the codec's state, window and block. Reads
 *  headers only, and leaves it to ab_plan_make() to compare the entries of long lists with each
 *  other. The value is exact for a kernel that is not unpacked, and an upper bound for a packed
 *  one, except if that is linked above 4 GiB: it then needs larger page tables, which its headers
 *  do not show. ab_plan.work may exceed the value in this case, and ab_plan_place() needs
 *  ab_plan.work.
 * @param plan    its regions are set; undefined afterwards, until ab_plan_make() fills it
 * @param machine a machine
 * @param payload a payload
 * @param bytes   filled on AB_OK, else undefined
 * @param why     names the field and the value
 * @return as ab_plan_make(), as far as headers show */
AB_API AB_MUST_CHECK enum ab_err ab_plan_work(struct ab_plan *plan,
					      const struct ab_machine *machine,
					      const struct ab_payload *payload, size_t *bytes,
					      struct ab_error *why);

/** Check a machine and a payload, and choose an address for every object. Writes only to @p plan
 *  and @p work. A packed kernel is decoded up to its ELF headers; for PVH, and for AUTO if the
 *  file is compressed as a whole, up to its notes.
 * @param plan    its regions are set; filled, undefined on error
 * @param machine borrowed until the last ab_plan_entry()
 * @param payload borrowed until the last ab_plan_entry(); its bytes until ab_plan_place() returns
 * @param work    at least the bytes that ab_plan_work() gives; in use until the call returns
 * @param why     names the field and its value, for a conflict both parties
 * @retval AB_OK
 * @retval AB_ERR_ARG         a field of the machine or the payload is invalid
 * @retval AB_ERR_NOSPACE     a region fits nowhere in RAM, or @p work or ab_plan.regions is too
 *                            small; value: a size that is enough. Or an address in the payload is
 *                            not in RAM; value: the address
 * @retval AB_ERR_OVERLAP     two regions are fixed to the same bytes
 * @retval AB_ERR_IMAGE       the kernel file is malformed
 * @retval AB_ERR_UNSUPPORTED the kernel, its codec or its protocol is not supported, or AUTO cannot
 *                            tell from an ELF how it is entered; or a tree of the caller's
 *                            reserves memory that is partly in machine.ram */
AB_API AB_MUST_CHECK enum ab_err ab_plan_make(struct ab_plan *plan,
					      const struct ab_machine *machine,
					      const struct ab_payload *payload, struct ab_work work,
					      struct ab_error *why);

/** Write every byte of the plan through @p mem, once, in ascending order.
 * @param plan from ab_plan_make()
 * @param mem  the sink, e.g. ab_mem_spans()
 * @param work at least ab_plan.work bytes; in use until the call returns
 * @param why  names the region and the address that the sink refused, or the compressed stream and
 *             the offset in its output
 * @retval AB_OK
 * @retval AB_ERR_NOSPACE @p work is too small; value: bytes needed
 * @retval AB_ERR_MEM     the sink refused bytes, by whatever error
 * @return AB_OK, one of these, or for a packed kernel an error of ab_stream_read(). After an
 *         error the contents of guest memory are undefined, and the guest must not be entered */
AB_API AB_MUST_CHECK enum ab_err ab_plan_place(const struct ab_plan *plan, struct ab_mem mem,
					       struct ab_work work, struct ab_error *why);

/** Get the registers of a CPU at its first guest instruction.
 * @param plan  from ab_plan_make()
 * @param index CPU, 0 to n_cpus - 1; CPU 0 runs first
 * @param out   filled on AB_OK
 * @param why   names the index
 * @retval AB_OK
 * @retval AB_ERR_ARG @p index is not below n_cpus; @p out is all zeros */
AB_API AB_MUST_CHECK enum ab_err ab_plan_entry(const struct ab_plan *plan, uint32_t index,
					       struct ab_vcpu *out, struct ab_error *why);

/** Find the first region of a kind in a plan.
 * @return the region, or NULL if the plan has none */
AB_API const struct ab_region *ab_plan_region(const struct ab_plan *plan, enum ab_region_kind kind);

/** Get the memory map of a plan. E820, EFI memory map and device tree are encodings of it.
 * @return the map, which points to the plan's machine and regions */
AB_API struct ab_memmap ab_plan_memmap(const struct ab_plan *plan);

/** Append the plan as text: the protocol and its reason, the kernel, the address of the first
 *  instruction, the warnings, then the memory map, one line a range.
 * @param plan from ab_plan_make()
 * @param out  text is appended, without a NUL */
AB_API void ab_plan_text(const struct ab_plan *plan, struct ab_buf *out);

#ifdef __cplusplus
}
#endif

/** @} */

#endif /* AETHERBOOT_PLAN_H */
