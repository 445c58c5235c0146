/* SPDX-License-Identifier: BSD-2-Clause */
/**
 * @file plan.h
 * The pipeline: ab_plan_make() chooses an address for everything, ab_plan_place() writes it through
 * a sink, ab_plan_entry() gives the registers of each CPU. aetherboot.h tells the story.
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
	AB_PROTOCOL_AUTO = 0, /**< the first of linux, self, linux32 and pvh that suits the kernel
			       file; firmware if there is no kernel */
	AB_PROTOCOL_LINUX, /**< x86: 64-bit boot protocol for an ELF kernel, or for the ELF that is
				unpacked from a bzImage. Fastest; the kernel runs at its link
			      address, without KASLR. arm64: boot protocol for an Image or ELF
			      kernel.
				@spec{X86BOOT, 64-bit boot protocol} @spec{ARM64BOOT, 4} */
	AB_PROTOCOL_SELF, /**< x86: 64-bit entry of a bzImage, whose own decompressor unpacks it.
			       Keeps KASLR and works with any codec, but costs the guest time and
			       memory. @spec{X86BOOT, 64-bit boot protocol} */
	AB_PROTOCOL_PVH, /**< x86: 32-bit PVH entry that an ELF note names. @spec{PVH, ELF note} */
	AB_PROTOCOL_LINUX32, /**< x86: 32-bit entry of a bzImage, whose own decompressor unpacks it.
				  @spec{X86BOOT, 32-bit boot protocol} */
	AB_PROTOCOL_FIRMWARE, /**< x86: no kernel; the CPU starts in its reset state at 0xfffffff0,
				   which must lie in a blob that is a ROM. The guest gets neither
				   tables nor a memory map: firmware finds both by devices of the
				   VMM. @spec{SDM, 9.1.4} */
};

/** Name of a protocol, e.g. "linux"; "unknown protocol" for others. ROM string. */
AB_API const char *ab_protocol_name(enum ab_protocol protocol);

/** A range in which the pipeline places nothing. The guest's memory map reserves it. */
struct ab_reserve {
	uint64_t base; /**< guest-physical; arm64: multiple of 4096 */
	uint64_t size; /**< bytes, not 0; arm64: multiple of 4096 */
	const char *name; /**< required: name in the printed plan and in errors */
};

/** Reserved ranges, in any order. */
struct ab_reserve_list {
	const struct ab_reserve *at; /**< @c n entries */
	size_t n; /**< entries */
};

/** Bytes of the caller's own that the guest finds in memory. */
struct ab_blob {
	struct ab_bytes bytes; /**< content, not empty */
	uint64_t base; /**< guest-physical; arm64: multiple of 4096 unless @c type is RAM. 0: any
			    page of RAM, x86: from 1 MiB to 4 GiB */
	enum ab_mem_type type; /**< type in the guest's memory map; 0: reserved. x86: a blob from
				    0xa0000 to 0xfffff, where kernels scan for tables, must not be
				    RAM */
	const char *name; /**< required: name in the printed plan and in errors */
	enum ab_backing backing; /**< AB_BACKING_RAM: the blob lies in the machine's RAM.
				      AB_BACKING_ROM: it lies at @c base, which must not be 0, its
				      pages outside of RAM and devices; the guest's memory map
				      reserves it, and the sink receives it all the same */
};

/** Blobs, in any order. */
struct ab_blob_list {
	const struct ab_blob *at; /**< @c n entries */
	size_t n; /**< entries */
};

/** A fixed address for a region. Fixed regions are placed before all others. An entry for a region
 *  that this guest does not get is ignored. */
struct ab_fixed {
	enum ab_region_kind
	    kind; /**< INITRD, ACPI; x86: CMDLINE, ZERO_PAGE, SETUP_DATA, START_INFO,
		       GDT, PAGE_TABLES, and KERNEL if the protocol is SELF or LINUX32
		       and the kernel is relocatable; arm64: DTB, and KERNEL if it is
		       an Image, or an ELF with kernel virtual addresses */
	uint64_t base; /**< guest-physical. Must be a multiple of 16 for CMDLINE, SETUP_DATA,
			    START_INFO and GDT, of 8 for DTB, for KERNEL as its header says, else of
			    4096. x86: not in page 0, and below 4 GiB unless the kernel takes the
			    region from above; INITRD: as the kernel's header says. arm64: the
			  window of 32 GiB from a 1 GiB boundary that contains INITRD must contain
			  the kernel, too */
};

/** Fixed addresses, at most one for each kind. */
struct ab_fixed_list {
	const struct ab_fixed *at; /**< @c n entries */
	size_t n; /**< entries */
};

/** Flags of a payload. */
enum ab_payload_flags {
	AB_VERIFY = 1, /**< ab_plan_make() decodes the whole kernel once to nowhere, so that
			    ab_plan_place() cannot fail in the middle of a stream */
	AB_LA57 = 2, /**< x86: enter with 5-level paging; LINUX and SELF only */
};

/** The payload: a kernel and its data. The borrowed bytes must not change between ab_plan_make()
 * and ab_plan_place(). */
struct ab_payload {
	struct ab_bytes kernel; /**< kernel file: bzImage, arm64 Image, EFI zboot, ELF, an Image or
				     ELF compressed as a whole (Image.gz, vmlinux.xz), or a UKI;
				     recognised by content. Empty for FIRMWARE only */
	struct ab_bytes_list initrds; /**< optional; they follow a UKI's .ucode and .initrd. Each
					   begins at a multiple of 4 bytes, with zeros before it */
	const char *cmdline; /**< command line, NUL-terminated; NULL: a UKI's own, else none. At
				most as long as a bzImage's header says, else 2047 characters */
	enum ab_protocol protocol; /**< how the kernel is entered */
	uint32_t flags; /**< enum ab_payload_flags */
	struct ab_bytes rng_seed; /**< optional random bytes; 32 seed Linux. x86: SETUP_RNG_SEED;
				       arm64: rng-seed in /chosen, with ACPI an EFI table */
	uint64_t kaslr_seed; /**< arm64: random number from which the kernel derives its address; 0:
				  it stays at its link address */
	struct ab_setup_data_list setup_data; /**< optional, x86: more setup_data nodes */
	struct ab_reserve_list reserve; /**< optional */
	struct ab_blob_list blobs; /**< optional */
	struct ab_fixed_list fixed; /**< optional */
};

/** Regions of a plan without bridges, reservations and blobs: a size for ab_plan.regions that does
 *  for most. */
#define AB_PLAN_REGIONS 32

/** Entries of ab_plan.regions that a plan may need: at most AB_PLAN_REGIONS, and more for PCIe
 *  bridges, reservations and blobs. */
AB_API size_t ab_plan_regions(const struct ab_machine *machine, const struct ab_payload *payload);

/** The plan: where everything goes. Only @c regions must be set before ab_plan_make(). */
struct ab_plan {
	struct ab_regions regions; /**< array of the caller's, filled: the ranges that are written
				      or kept free; all other RAM is free for the guest */
	const struct ab_machine *machine; /**< borrowed until the last ab_plan_entry() */
	const struct ab_payload *payload; /**< borrowed until the last ab_plan_entry(); its bytes
					       until ab_plan_place() returns */
	const struct ab_boot_way *way; /**< the library's own */
	enum ab_protocol protocol; /**< the chosen protocol */
	const char *protocol_why; /**< reason for this protocol; ROM string */
	bool kaslr; /**< the kernel chooses its own addresses at run time */
	struct ab_kernel kernel; /**< the kernel and its file */
	struct ab_acpi_set acpi; /**< ACPI tables; n_tables 0: none */
	uint64_t entry; /**< address of the first instruction of CPU 0 */
	size_t work; /**< bytes of work memory that ab_plan_place() needs */
	struct ab_error warning; /**< code AB_OK: none; else the reason why the guest may not behave
				    as described, e.g. caches that CLIDR_EL1 contradicts */
};

/** Work memory that planning and placing need: the largest table, and for a packed kernel the
 * codec's state, window and block. Uses headers only; exact for a kernel that is not unpacked here.
 * The headers of a packed kernel do not show that it is linked above 4 GiB, where it needs larger
 * page tables: then ab_plan.work exceeds this value, and ab_plan_place() needs that.
 * @param plan    its regions are set; scratch, as ab_plan_make() fills it again
 * @param machine a machine
 * @param payload a payload
 * @param bytes   filled on AB_OK
 * @param why     names the field and the value
 * @return as ab_plan_make(), as far as headers show */
AB_API AB_MUST_CHECK enum ab_err ab_plan_work(struct ab_plan *plan,
					      const struct ab_machine *machine,
					      const struct ab_payload *payload, size_t *bytes,
					      struct ab_error *why);

/** Choose an address for everything. Writes nothing but @p plan and @p work. A packed kernel is
 *  decoded as far as its ELF headers, for PVH as far as its notes.
 * @param plan    its regions are set; filled, undefined on error
 * @param machine borrowed until the last ab_plan_entry()
 * @param payload borrowed until the last ab_plan_entry(); its bytes until ab_plan_place() returns
 * @param work    at least the bytes that ab_plan_work() gives; free again on return
 * @param why     names the field and the value, for a conflict both parties
 * @retval AB_OK
 * @retval AB_ERR_ARG         a field of the machine or the payload is invalid
 * @retval AB_ERR_NOSPACE     a region fits nowhere in RAM, or @p work or ab_plan.regions is too
 *                            small; value: what would do. Or an address of the payload is not
 *                            that of RAM; value: the address
 * @retval AB_ERR_OVERLAP     two regions are fixed to the same bytes
 * @retval AB_ERR_IMAGE       the kernel file is malformed
 * @retval AB_ERR_UNSUPPORTED the kernel, its codec or its protocol is not supported */
AB_API AB_MUST_CHECK enum ab_err ab_plan_make(struct ab_plan *plan,
					      const struct ab_machine *machine,
					      const struct ab_payload *payload, struct ab_work work,
					      struct ab_error *why);

/** Write every byte of the plan through @p mem, once, in ascending order.
 * @param plan from ab_plan_make()
 * @param mem  the sink
 * @param work at least ab_plan.work bytes; free again on return
 * @param why  names the region and the address that the sink refused, or the codec and the offset
 * @return AB_OK; on error the guest memory written so far is undefined, and the guest must not be
 *         entered */
AB_API AB_MUST_CHECK enum ab_err ab_plan_place(const struct ab_plan *plan, struct ab_mem mem,
					       struct ab_work work, struct ab_error *why);

/** Registers of a CPU at its first guest instruction.
 * @param plan  from ab_plan_make()
 * @param index 0 to n_cpus - 1
 * @param out   filled on AB_OK
 * @param why   names the index
 * @retval AB_OK
 * @retval AB_ERR_ARG the machine has no such CPU */
AB_API AB_MUST_CHECK enum ab_err ab_plan_entry(const struct ab_plan *plan, uint32_t index,
					       struct ab_vcpu *out, struct ab_error *why);

/** The first region of a kind, or NULL if the plan has none. */
AB_API const struct ab_region *ab_plan_region(const struct ab_plan *plan, enum ab_region_kind kind);

/** The memory map of a plan, of which E820, EFI map and device tree are encodings. */
AB_API struct ab_memmap ab_plan_memmap(const struct ab_plan *plan);

/** Append the plan as text: the protocol and its reason, then the memory map, one line a range.
 * @param plan from ab_plan_make()
 * @param out  text is appended, without a NUL */
AB_API void ab_plan_text(const struct ab_plan *plan, struct ab_buf *out);

#ifdef __cplusplus
}
#endif

#endif /* AETHERBOOT_PLAN_H */
