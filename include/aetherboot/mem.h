/* SPDX-License-Identifier: BSD-2-Clause */
/** @file mem.h The group @ref mem. */
/**
 * @defgroup mem Guest memory
 * @ingroup plan
 * Regions of guest memory, and the sink, through which the library writes every byte of them.
 *
 * @snippet test_snippets_boot.c sink
 * @{
 */
#ifndef AETHERBOOT_MEM_H
#define AETHERBOOT_MEM_H

#include <aetherboot/base.h>

#ifdef __cplusplus
extern "C" {
#endif

/** One range of RAM. */
struct ab_ram {
	uint64_t base; /**< guest-physical, multiple of 4096 */
	uint64_t size; /**< bytes, multiple of 4096, not 0 */
	uint32_t node; /**< NUMA node, below AB_NODES_MAX */
};

/** RAM ranges, ascending and disjoint. */
struct ab_ram_list {
	const struct ab_ram *at; /**< @c n entries */
	size_t n; /**< entries; at least one */
};

/** Type of a range in the guest's memory map. @spec{ACPI, 15.4 address range types} */
enum ab_mem_type {
	AB_MEM_RAM = 1, /**< usable RAM */
	AB_MEM_RESERVED, /**< the guest must not touch it */
	AB_MEM_ACPI, /**< ACPI tables; usable once the guest has read them */
	AB_MEM_NVS, /**< memory of the firmware, which the guest must preserve over sleep */
};

/** What a guest may do with memory that is reserved for a driver. @spec{DTSPEC, 3.5} */
enum ab_reserve_flags {
	AB_RESERVE_NO_MAP = 1, /**< no-map: it must not map the memory with the rest of RAM, nor
				    access it speculatively; the driver maps it */
	AB_RESERVE_REUSABLE = 2, /**< reusable: it may use the memory until the driver reclaims it.
				      Linux takes such a pool only if base and size are multiples
				      of 4 MiB */
};

#define AB_POOLS_MAX 32 /**< most reservations of a payload that have @c compatible or @c flags */

/** A range in which the library places no region. The guest's memory map reserves it, unless its
 *  type is another one.
 *
 *  With @c compatible or @c flags it is a pool: a device tree has a node of its own for it, by
 *  which devices can refer to it (ab_dev.memory_region). A guest that gets no device tree learns
 *  the type only, and its plan warns. A pool for devices that can access no other memory:
 * @code{.c}
 * static const struct ab_reserve swiotlb = {
 *	.base = 0x8c000000,
 *	.size = 16 * AB_MiB,
 *	.name = "swiotlb",
 *	.compatible = "restricted-dma-pool",
 * };
 * @endcode */
struct ab_reserve {
	uint64_t base; /**< guest-physical; arm64: multiple of 4096 */
	uint64_t size; /**< bytes, not 0; arm64: multiple of 4096 */
	const char *name; /**< required: name in the printed plan, in errors, and for devices. Pools
			     must have different names */
	enum ab_mem_type type; /**< type in the guest's memory map; 0: reserved, with
				    AB_RESERVE_REUSABLE RAM, which is then the only one. If it is
				    not reserved, all of the range must be in the machine's RAM.
				  x86: RAM must be none from 0xa0000 to 0xfffff */
	const char *compatible; /**< binding of the memory, e.g. "shared-dma-pool"; NULL: none. With
				   "restricted-dma-pool" there must be no flags */
	uint32_t flags; /**< 0, or one of enum ab_reserve_flags. A pool without AB_RESERVE_NO_MAP
			     must be in the machine's RAM */
};

/** Reserved ranges, in any order. */
struct ab_reserve_list {
	const struct ab_reserve *at; /**< @c n entries */
	size_t n; /**< entries */
};

/** Memory behind a region. */
enum ab_backing {
	AB_BACKING_RAM = 0, /**< RAM of the machine; the pipeline writes all of it */
	AB_BACKING_ROM, /**< memory outside of the machine's RAM that the VMM provides and the guest
			     reads; the pipeline writes all of it */
	AB_BACKING_NONE, /**< any or no memory; the pipeline writes nothing */
};

/** Contents of a region. Append-only. */
enum ab_region_kind {
	AB_REGION_KERNEL = 1, /**< the kernel, its BSS and the space that its header asks for */
	AB_REGION_INITRD, /**< all initrds, each on a 4-byte boundary */
	AB_REGION_CMDLINE, /**< command line with its NUL */
	AB_REGION_ZERO_PAGE, /**< x86: struct boot_params */
	AB_REGION_SETUP_DATA, /**< x86: chain of setup_data nodes */
	AB_REGION_GDT, /**< x86: global descriptor table */
	AB_REGION_PAGE_TABLES, /**< x86: page tables that map addresses to themselves */
	AB_REGION_START_INFO, /**< x86: PVH start_info with its module and memory lists */
	AB_REGION_MP_POINTER, /**< x86: MP floating pointer, in the range that kernels scan */
	AB_REGION_LEGACY, /**< x86: a part of 0xa0000 to 0xfffff that no other region covers;
			      nothing is written */
	AB_REGION_RSDP, /**< ACPI root pointer; x86: in the range that kernels scan, unless fixed */
	AB_REGION_ACPI, /**< ACPI tables, the XSDT last */
	AB_REGION_FACS, /**< ACPI firmware control structure */
	AB_REGION_MP_TABLE, /**< x86: MP configuration table */
	AB_REGION_ECAM, /**< PCIe configuration window; nothing is written */
	AB_REGION_RESERVED, /**< an entry of ab_payload.reserve, with its type; arm64: or memory
			       that a tree of ab_fdt_extra.overlays reserves, whose type is
			       AB_MEM_RAM in RAM, as the guest learns of it from that tree. Nothing
			       is written */
	AB_REGION_BLOB, /**< an entry of ab_payload.blobs */
	AB_REGION_RESET_VECTOR, /**< x86: code at F000:FFF0 that resets the machine */
	AB_REGION_DTB, /**< arm64: device tree. With ACPI it only points to the EFI tables */
	AB_REGION_EFI, /**< arm64 with ACPI: EFI system table and the tables that it points to */
	AB_REGION_EFI_MAP, /**< arm64 with ACPI: EFI memory map */
	AB_REGION_SMBIOS, /**< SMBIOS entry point, on x86 in the range that kernels scan, and its
			       structures from offset 32 on */
	AB_REGION_HOLE, /**< addresses of an AB_DEV_RESERVED; nothing is written */
	AB_REGION_MODULE, /**< x86: an entry of ab_payload.modules */
	AB_REGION_BDA, /**< x86: BIOS data area at 0x400, of Multiboot kernels: base addresses of
			  serial ports, size of base memory */
	AB_REGION_MULTIBOOT_INFO, /**< x86: Multiboot information, with all that it points to but
				     modules */
};

/** A range of guest-physical address space with its purpose. */
struct ab_region {
	uint64_t base; /**< guest-physical */
	uint64_t size; /**< bytes */
	enum ab_region_kind kind; /**< its contents */
	enum ab_mem_type type; /**< type in the guest's memory map */
	enum ab_backing backing; /**< memory behind it, which decides whether it is written */
	uint32_t index; /**< BLOB, MODULE, RESERVED by ab_payload.reserve: index in the payload's
			   list; RESERVED by a tree: UINT32_MAX; else 0 */
	const char *name; /**< name in texts and errors: BLOB, RESERVED: the caller's, or that of
			       the tree's node, borrowed; else a ROM string */
};

/** Regions, ascending and disjoint, in an array that the caller provides. */
struct ab_regions {
	struct ab_region *at; /**< array of @c cap entries; NULL: none fits */
	uint32_t cap; /**< entries that the array has room for */
	uint32_t n; /**< entries in use */
};

/** Initialise a struct ab_regions without entries over an array (not a pointer). */
#define AB_REGIONS(array)                                                                          \
	{                                                                                          \
		(array), sizeof(array) / sizeof((array)[0]), 0                                     \
	}

/** Insert a region by its base.
 * @param list the regions; unchanged on error
 * @param r    copied
 * @param why  names the region, for an overlap both regions
 * @retval AB_OK
 * @retval AB_ERR_ARG     @p r is empty or wraps
 * @retval AB_ERR_OVERLAP @p r shares bytes with a region of @p list
 * @retval AB_ERR_NOSPACE the array is full; value: entries needed */
AB_API AB_MUST_CHECK enum ab_err ab_regions_add(struct ab_regions *list, const struct ab_region *r,
						struct ab_error *why);

/** Find the first region of a kind.
 * @return the region, or NULL if there is none */
AB_API const struct ab_region *ab_regions_find(const struct ab_regions *list,
					       enum ab_region_kind kind);

/** Remove all regions of a kind. */
AB_API void ab_regions_drop(struct ab_regions *list, enum ab_region_kind kind);

/**
 * The sink: the library writes guest memory only through it, and reads none but its own output in
 * memory that the sink lends. Regions arrive in ascending order. Calls for one region begin at its
 * first byte, leave no gap and end at its last byte, so each byte arrives exactly once. An initrd,
 * a blob or a segment of a kernel that is not unpacked arrives in one call, as a pointer into the
 * payload: a sink may map it instead of copying it.
 */
struct ab_mem {
	/** Write bytes of a region.
	 * @param ctx ab_mem.ctx
	 * @param r   the region; valid during the call
	 * @param off offset of the first byte in the region
	 * @param src @p len bytes, valid during the call; NULL: @p len zero bytes
	 * @param len bytes, not 0
	 * @return AB_OK, or any error, which ends placing with AB_ERR_MEM */
	enum ab_err (*write)(void *ctx, const struct ab_region *r, uint64_t off, const void *src,
			     size_t len);
	void *ctx; /**< handed to @c write and @c lend */
	/** Lend the memory behind bytes that are to be written next, so that a packed kernel is
	 *  unpacked where it belongs and not copied there; NULL: the sink lends none. No CPU of the
	 *  guest runs yet, and nobody else may use the memory. The library fills it in any order,
	 *  and may read what it has put there until placing ends, as a codec's matches refer to
	 *  earlier output. It touches no byte around it. Then the same bytes arrive by @c write as
	 *  all others do: with a @c src that points to where they belong, if they are there. What
	 *  was zero is zero still when @c write is told that it must be. After an error, what was
	 *  lent has undefined contents.
	 * @param ctx ab_mem.ctx
	 * @param r   the region; valid during the call
	 * @param off offset of the first byte in the region: that of the next write
	 * @param len bytes, not 0, at most up to the region's end
	 * @return memory for all @p len bytes, which stays there until placing ends; NULL: not lent
	 */
	void *(*lend)(void *ctx, const struct ab_region *r, uint64_t off, size_t len);
};

/** Host memory that backs a range of guest memory. */
struct ab_span {
	uint64_t gpa; /**< guest-physical address of the first byte */
	uint64_t size; /**< bytes at @c host */
	void *host; /**< address of the first byte in this process */
};

/** All memory of a guest: disjoint spans that are not empty, ascending by @c gpa. */
struct ab_spans {
	const struct ab_span *at; /**< @c n entries */
	size_t n; /**< entries */
};

/** Make a sink that copies into host memory, and lends it. It checks bounds: a byte that no span
 *  backs is refused with AB_ERR_MEM.
 * @param spans the guest's memory; borrowed as long as the sink is used. A write may cross adjacent
 *              spans
 * @return the sink */
AB_API struct ab_mem ab_mem_spans(const struct ab_spans *spans);

/** Make a sink like ab_mem_spans() for memory that is all zero, e.g. fresh from mmap(). It does not
 *  write zero bytes, so pages that need none are never touched. */
AB_API struct ab_mem ab_mem_fresh_spans(const struct ab_spans *spans);

#ifdef __cplusplus
}
#endif

/** @} */

#endif /* AETHERBOOT_MEM_H */
