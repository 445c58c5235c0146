/* SPDX-License-Identifier: BSD-2-Clause */
/**
 * @file mem.h
 * Regions of guest memory, and the one way out through which every byte of them leaves.
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
	uint32_t node; /**< NUMA node */
};

/** RAM ranges, ascending and disjoint. */
struct ab_ram_list {
	const struct ab_ram *at; /**< @c n entries */
	size_t n; /**< entries; at least one */
};

/** Type of a range in the memory map that the guest gets. @spec{ACPI, 15.4 address range types} */
enum ab_mem_type {
	AB_MEM_RAM = 1, /**< usable */
	AB_MEM_RESERVED, /**< the guest must not touch it */
	AB_MEM_ACPI, /**< ACPI tables; usable once the guest has read them */
	AB_MEM_NVS, /**< firmware's, which the guest must preserve over sleep */
};

/** What is behind a region. */
enum ab_backing {
	AB_BACKING_RAM = 0, /**< RAM of the machine, all of which the pipeline writes */
	AB_BACKING_ROM, /**< memory outside of the machine's RAM that the VMM provides and the guest
			     reads; the pipeline writes all of it */
	AB_BACKING_NONE, /**< nothing is written, whether there is RAM or not */
};

/** Contents of a region. Append-only. */
enum ab_region_kind {
	AB_REGION_KERNEL = 1, /**< the kernel with its BSS and the room it asks for */
	AB_REGION_INITRD, /**< all initrds, each on a 4-byte boundary */
	AB_REGION_CMDLINE, /**< command line with its NUL */
	AB_REGION_ZERO_PAGE, /**< x86 boot_params */
	AB_REGION_SETUP_DATA, /**< x86 setup_data chain */
	AB_REGION_GDT, /**< x86 descriptor table */
	AB_REGION_PAGE_TABLES, /**< x86 identity page tables */
	AB_REGION_START_INFO, /**< PVH start_info with its module and memory lists */
	AB_REGION_MP_POINTER, /**< MP floating pointer, where kernels scan for it */
	AB_REGION_LEGACY, /**< x86: what nothing else takes of 0xa0000 to 0xfffff; nothing is
			      written */
	AB_REGION_RSDP, /**< ACPI root pointer; x86: where kernels scan for it */
	AB_REGION_ACPI, /**< ACPI tables, the XSDT last */
	AB_REGION_FACS, /**< ACPI firmware control structure */
	AB_REGION_MP_TABLE, /**< MP configuration table */
	AB_REGION_ECAM, /**< PCIe configuration window; nothing is written */
	AB_REGION_RESERVED, /**< the caller's reservation; nothing is written */
	AB_REGION_BLOB, /**< the caller's bytes */
	AB_REGION_RESET_VECTOR, /**< x86 legacy: code at F000:FFF0 that resets the machine */
	AB_REGION_DTB, /**< arm64: device tree; with ACPI, the stub that names the EFI tables */
	AB_REGION_EFI, /**< arm64 with ACPI: EFI system table and what it leads to */
	AB_REGION_EFI_MAP, /**< arm64 with ACPI: EFI memory map */
	AB_REGION_SMBIOS, /**< SMBIOS entry point, x86: where kernels scan for it; and from +32 the
			       structures */
};

/** One tagged range of guest-physical address space. */
struct ab_region {
	uint64_t base; /**< guest-physical */
	uint64_t size; /**< bytes */
	enum ab_region_kind kind; /**< its contents */
	enum ab_mem_type type; /**< type in the guest's memory map */
	enum ab_backing backing; /**< memory behind it, and thereby whether it is written */
	uint32_t index; /**< RESERVED, BLOB: entry of the caller's list; else 0 */
	const char *name; /**< for people: ROM string, or the caller's for RESERVED and BLOB */
};

/** Regions, ascending and disjoint, in an array of the caller's. */
struct ab_regions {
	struct ab_region *at; /**< @c n entries in use of @c cap; NULL: there is room for none */
	uint32_t cap; /**< entries that fit */
	uint32_t n; /**< entries */
};

/** Initialise an empty ab_regions over an array. */
#define AB_REGIONS(array)                                                                          \
	{                                                                                          \
		(array), sizeof(array) / sizeof((array)[0]), 0                                     \
	}

/** Insert a region at its place.
 * @param list the regions
 * @param r    copied
 * @param why  names the region and its base, for an overlap both regions
 * @retval AB_OK
 * @retval AB_ERR_ARG     @p r is empty or wraps; @p list is unchanged
 * @retval AB_ERR_OVERLAP it shares bytes with a region of @p list, which is unchanged
 * @retval AB_ERR_NOSPACE the array is full; value: entries needed; @p list is unchanged */
AB_API AB_MUST_CHECK enum ab_err ab_regions_add(struct ab_regions *list, const struct ab_region *r,
						struct ab_error *why);

/** The first region of a kind, or NULL. */
AB_API const struct ab_region *ab_regions_find(const struct ab_regions *list,
					       enum ab_region_kind kind);

/** Remove all regions of a kind. */
AB_API void ab_regions_drop(struct ab_regions *list, enum ab_region_kind kind);

/**
 * The only way out. Regions arrive in ascending order; within one, @p off starts at 0, has no
 * gaps and reaches the region's size: each byte exactly once, none read back. @p src NULL means
 * @p len zero bytes. Payload bytes come as pointers into the caller's own payload, a segment in
 * one call, so a sink that knows how the payload is mapped may map instead of copying.
 */
struct ab_mem {
	/** Take bytes.
	 * @param ctx ab_mem.ctx
	 * @param r   the region being written; valid during the call
	 * @param off offset in the region
	 * @param src @p len bytes, or NULL for zeros; valid during the call
	 * @param len bytes, not 0
	 * @return AB_OK, or an error that ends placing and is passed on */
	enum ab_err (*write)(void *ctx, const struct ab_region *r, uint64_t off, const void *src,
			     size_t len);
	void *ctx; /**< the sink's own */
};

/** Host memory that backs a range of guest memory. */
struct ab_span {
	uint64_t gpa; /**< guest-physical */
	uint64_t size; /**< bytes at @c host */
	void *host; /**< where it is in this process */
};

/** All of a guest's memory, in any order, disjoint. */
struct ab_spans {
	const struct ab_span *at; /**< @c n entries */
	size_t n; /**< entries */
};

/** Sink that copies into host memory, bounds checked: AB_ERR_MEM for a byte that no span backs.
 * @param spans borrowed while the sink is used; a write may cross adjacent spans */
AB_API struct ab_mem ab_mem_spans(const struct ab_spans *spans);

/** Like ab_mem_spans(), but the memory is known to be zero: zero bytes are not written. */
AB_API struct ab_mem ab_mem_fresh_spans(const struct ab_spans *spans);

#ifdef __cplusplus
}
#endif

#endif /* AETHERBOOT_MEM_H */
