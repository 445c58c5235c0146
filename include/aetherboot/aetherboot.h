/* SPDX-License-Identifier: BSD-2-Clause */
/**
 * @file aetherboot.h
 * Bring a guest to its first instruction in four moves:
 *
 *     describe              plan                place               enter
 *     struct ab_machine --> struct ab_plan  --> guest memory   --> struct ab_vcpu
 *     (you write it)        (pure arithmetic)   (through ab_mem)    (pure data)
 *
 * Nothing here allocates, logs, blocks or keeps global state. A plan borrows its machine and
 * payload; nothing else is kept past a return. Addresses are guest-physical, sizes are bytes,
 * ranges are half-open, zero means "the usual".
 */
#ifndef AETHERBOOT_H
#define AETHERBOOT_H

#include <aetherboot/acpi.h>
#include <aetherboot/aml.h>
#include <aetherboot/base.h>
#include <aetherboot/cmdline.h>
#include <aetherboot/codec.h>
#include <aetherboot/efi.h>
#include <aetherboot/fdt.h>
#include <aetherboot/image.h>
#include <aetherboot/machine.h>
#include <aetherboot/mem.h>
#include <aetherboot/memmap.h>
#include <aetherboot/sha256.h>
#include <aetherboot/smbios.h>
#include <aetherboot/vcpu.h>
#include <aetherboot/version.h>
#include <aetherboot/x86.h>

#ifdef __cplusplus
extern "C" {
#endif

/** How a kernel is entered. Append-only. */
enum ab_protocol {
	AB_PROTOCOL_AUTO = 0, /**< what the image can do, in the order linux, self, linux32, pvh */
	AB_PROTOCOL_LINUX, /**< x86 64-bit boot protocol: an ELF kernel, or the one unpacked from a
				bzImage. Fastest; the kernel runs at its link address (no KASLR).
				arm64 boot protocol: an Image or ELF kernel, packed or not */
	AB_PROTOCOL_SELF, /**< x86: a bzImage's own decompressor at its 64-bit entry: keeps KASLR,
			     works with any codec, and the guest spends the time and memory */
	AB_PROTOCOL_PVH, /**< x86: 32-bit PVH entry named by an ELF note */
	AB_PROTOCOL_LINUX32, /**< x86: a bzImage's own decompressor at its 32-bit entry */
};

/** Name of a protocol, e.g. "linux"; "unknown protocol" for others. ROM string. */
AB_API const char *ab_protocol_name(enum ab_protocol protocol);

/** A range where nothing may be placed; arm64: of whole pages of 4096 bytes. */
struct ab_reserve {
	uint64_t base; /**< guest-physical */
	uint64_t size; /**< bytes, not 0 */
	const char *name; /**< for the map and for errors */
};

/** Ranges where nothing may be placed, in any order. */
struct ab_reserve_list {
	const struct ab_reserve *at; /**< @c n entries */
	size_t n; /**< entries */
};

/** Bytes of the caller's own that the guest finds in memory. */
struct ab_blob {
	struct ab_bytes bytes; /**< content, not empty */
	uint64_t base; /**< guest-physical; 0: anywhere, page-aligned, x86: from 1 MiB to 4 GiB;
			    arm64: page-aligned where not RAM to the guest */
	enum ab_mem_type type; /**< what the guest is told; 0: reserved. x86: from 0xa0000 to
				  0xfffff, where kernels scan for tables, not RAM */
	const char *name; /**< for the map and for errors */
};

/** Blobs, in any order. */
struct ab_blob_list {
	const struct ab_blob *at; /**< @c n entries */
	size_t n; /**< entries */
};

/** Ask for a fixed address. What is fixed is placed before everything that has a choice. Of a kind
 *  that the guest does not get at all it means nothing. */
struct ab_fixed {
	enum ab_region_kind
	    kind; /**< INITRD, ACPI; x86: CMDLINE, ZERO_PAGE, SETUP_DATA, START_INFO, GDT,
		       PAGE_TABLES, KERNEL (SELF and LINUX32 when relocatable); arm64: DTB,
		       KERNEL (an Image, or an ELF with kernel virtual addresses) */
	uint64_t base; /**< guest-physical, aligned as the kind needs: 16 bytes for CMDLINE,
			    SETUP_DATA, START_INFO and GDT, 8 for DTB, else 4096, KERNEL as its
			    header says. x86: not in page 0, below 4 GiB unless the kernel takes it
			    from above; INITRD: as its header says. arm64: INITRD inside the 32 GiB
			    from a 1 GiB boundary that hold the kernel too */
};

/** Fixed addresses, at most one a kind. */
struct ab_fixed_list {
	const struct ab_fixed *at; /**< @c n entries */
	size_t n; /**< entries */
};

/** Flags of a payload. */
enum ab_payload_flags {
	AB_VERIFY = 1, /**< planning decodes the whole payload once to nowhere: then placing cannot
			    fail in the middle of a stream */
	AB_LA57 = 2, /**< x86: enter with 5-level paging; LINUX and SELF */
};

/** What to boot. Borrowed bytes: must not change between ab_plan_make() and ab_plan_place(). */
struct ab_payload {
	struct ab_bytes kernel; /**< bzImage, arm64 Image, EFI zboot or ELF; an Image or ELF packed
				     as a whole (Image.gz, vmlinux.xz); a UKI. Told apart by
				     content */
	struct ab_bytes_list initrds; /**< optional; behind a UKI's .ucode and .initrd; each on a
					 4-byte boundary, zeros between */
	const char *cmdline; /**< optional, NUL-terminated; replaces a UKI's. As long as a bzImage
				  says that it takes, else at most 2047 characters */
	enum ab_protocol protocol; /**< how to enter it */
	uint32_t flags; /**< enum ab_payload_flags */
	struct ab_bytes rng_seed; /**< optional: random bytes, 32 of which seed Linux; x86:
				       SETUP_RNG_SEED, arm64: rng-seed in /chosen, with ACPI an EFI
				       table */
	uint64_t kaslr_seed; /**< optional, arm64: random number by which the kernel chooses where
				  it runs; 0: it stays at its link address */
	struct ab_setup_data_list setup_data; /**< optional, x86: more setup_data nodes */
	struct ab_reserve_list reserve; /**< optional */
	struct ab_blob_list blobs; /**< optional */
	struct ab_fixed_list fixed; /**< optional */
};

/** Most regions of a plan: ours (at most 16), one a PCIe window, one a reservation or blob. */
#define AB_REGION_MAX 128

/** Where everything goes. Plain numbers: print it, compare it, keep it. */
struct ab_plan {
	const struct ab_machine *machine; /**< borrowed until the last entry was read */
	const struct ab_payload *payload; /**< borrowed as long; the bytes that it points to until
						ab_plan_place() returns */
	enum ab_protocol protocol; /**< the one chosen */
	const char *protocol_why; /**< ROM string: why this one */
	bool kaslr; /**< the kernel chooses its own addresses at run time */
	struct ab_image image; /**< what the kernel file is */
	struct ab_elf elf; /**< LINUX and PVH: the kernel that runs, unpacked; an arm64 Image counts
				as one segment at a kernel virtual address */
	struct ab_arm64_image arm64; /**< arm64: header of the Image that runs; zeros for an ELF */
	enum ab_codec codec; /**< LINUX and PVH: how it is packed; NONE: it is not */
	uint32_t passes; /**< times the stream will be decoded while placing; 0: not packed */
	struct ab_acpi_set acpi; /**< n_tables 0: none */
	struct ab_region region[AB_REGION_MAX]; /**< ascending, disjoint: what is written or kept
						     free; other RAM is the guest's */
	uint32_t n_regions; /**< entries in @c region */
	uint64_t entry; /**< first instruction of CPU 0 */
	size_t work; /**< work memory that ab_plan_place() needs */
	struct ab_error warning; /**< code AB_OK: none; else what will boot but is doubtful, e.g.
				      described caches that CLIDR_EL1 contradicts */
};

/** Work memory, in bytes, that planning and placing need: the largest table, and for a packed
 *  kernel the codec's state, window and block. From headers alone; exact for a kernel that is not
 *  unpacked here. A packed kernel that is linked above 4 GiB needs larger page tables than its
 *  headers show: then ab_plan.work is larger than this, and ab_plan_place() asks for it.
 * @param plan    scratch, so that nothing large lies on the stack; ab_plan_make() fills it
 * @param machine a machine
 * @param payload a payload
 * @param bytes   filled on AB_OK
 * @param why     names the field and value
 * @return as ab_plan_make(), as far as headers show */
AB_API AB_MUST_CHECK enum ab_err ab_plan_work(struct ab_plan *plan,
					      const struct ab_machine *machine,
					      const struct ab_payload *payload, size_t *bytes,
					      struct ab_error *why);

/** Choose an address for everything. Touches nothing but @p plan and @p work. A packed kernel is
 *  decoded as far as its ELF headers (PVH: its notes).
 * @param plan    filled; undefined on error
 * @param machine borrowed until the last entry was read
 * @param payload borrowed as long; the bytes that it points to until ab_plan_place() returns
 * @param work    free again on return
 * @param why     names the field and value, for a conflict both parties
 * @retval AB_OK
 * @retval AB_ERR_ARG         machine or payload contradicts itself
 * @retval AB_ERR_NOSPACE     something fits nowhere (value: its size), or @p work is too small
 *                            (value: what would do)
 * @retval AB_ERR_OVERLAP     two things are fixed to the same bytes
 * @retval AB_ERR_IMAGE       the kernel is malformed
 * @retval AB_ERR_UNSUPPORTED the kernel, its codec or its protocol is not supported */
AB_API AB_MUST_CHECK enum ab_err ab_plan_make(struct ab_plan *plan,
					      const struct ab_machine *machine,
					      const struct ab_payload *payload, struct ab_work work,
					      struct ab_error *why);

/** Write everything through @p mem, each byte once, in ascending order.
 * @param plan from ab_plan_make()
 * @param mem  the sink
 * @param work at least ab_plan.work bytes; free again on return
 * @param why  names codec, region and offset, or what the sink refused
 * @return AB_OK; else the guest memory written so far is undefined and must not be entered */
AB_API AB_MUST_CHECK enum ab_err ab_plan_place(const struct ab_plan *plan, struct ab_mem mem,
					       struct ab_work work, struct ab_error *why);

/** What CPU @p index must hold at its first guest instruction.
 * @param plan  from ab_plan_make()
 * @param index 0 to n_cpus - 1
 * @param out   filled on AB_OK
 * @param why   names the index
 * @retval AB_ERR_ARG no such CPU */
AB_API AB_MUST_CHECK enum ab_err ab_plan_entry(const struct ab_plan *plan, uint32_t index,
					       struct ab_vcpu *out, struct ab_error *why);

/** The region of a kind, or NULL when the plan has none; the first where there are several. */
AB_API const struct ab_region *ab_plan_region(const struct ab_plan *plan, enum ab_region_kind kind);

/** The memory map of a plan, from which every encoding of it is made. */
AB_API struct ab_memmap ab_plan_memmap(const struct ab_plan *plan);

/** The plan as text: protocol and why, then the map, drawn one line a range.
 * @param plan from ab_plan_make()
 * @param out  text is appended, without a NUL */
AB_API void ab_plan_text(const struct ab_plan *plan, struct ab_buf *out);

/** Unpack a kernel: hand out the bytes of the ELF in a bzImage, the Image in an EFI zboot file, or
 *  whatever a compressed file holds, in order, block by block.
 * @param kernel as ab_payload.kernel; what is not packed is handed out whole, in one call
 * @param take   gets each block; an error of its ends the call and is passed on
 * @param ctx    handed to @p take
 * @param work   at least what ab_kernel_work() says
 * @param why    names codec and offset
 * @return AB_OK when all of it was handed out and is right */
AB_API AB_MUST_CHECK enum ab_err
ab_kernel_unpack(struct ab_bytes kernel,
		 enum ab_err (*take)(void *ctx, const void *block, size_t size), void *ctx,
		 struct ab_work work, struct ab_error *why);

/** Work memory, in bytes, that ab_kernel_unpack() needs; 0 for what is not packed. */
AB_API AB_MUST_CHECK enum ab_err ab_kernel_work(struct ab_bytes kernel, size_t *bytes,
						struct ab_error *why);

#ifdef __cplusplus
}
#endif

#endif /* AETHERBOOT_H */
