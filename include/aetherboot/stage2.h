/* SPDX-License-Identifier: BSD-2-Clause */
/** @file stage2.h The group @ref stage2. */
/**
 * @defgroup stage2 Stage-2 tables
 * Stage-2 translation tables of AArch64: built, changed and read in memory that the caller lends
 * page by page.
 *
 * @snippet s2_tables.c stage 2
 *
 * A change happens in two phases. The first one takes every table that the change needs; it may
 * fail, and then nothing has changed. The second one cannot fail. CPUs may walk the tables during
 * both: a table is linked only after all of it is written, an entry that the architecture does not
 * allow to be replaced at once is made invalid and invalidated in the TLB first (break before
 * make), and a table is given back only after that. During a change a CPU may therefore find a
 * range invalid that is mapped before and after it; the hypervisor must let the guest try again.
 *
 * The functions do not lock. One struct ab_s2 must not be changed by two callers at once, nor read
 * by these functions while it is changed.
 * @{
 */
#ifndef AETHERBOOT_STAGE2_H
#define AETHERBOOT_STAGE2_H

#include <aetherboot/base.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Translation granules: the size of a page and of a table, as its logarithm. */
enum ab_s2_granule {
	AB_S2_4K = 12, /**< 4 KiB; blocks of 2 MiB, 1 GiB and, with LPA2, 512 GiB */
	AB_S2_16K = 14, /**< 16 KiB; blocks of 32 MiB and, with LPA2, 64 GiB */
	AB_S2_64K = 16, /**< 64 KiB; blocks of 512 MiB and, on CPUs with 52-bit addresses, 4 TiB */
};

/** Abilities of CPUs that share tables: what all of them can do. ab_s2_cpu() reads them from ID
 *  registers. */
struct ab_s2_cpu {
	uint8_t pa_bits; /**< width of a physical address: 32, 36, 40, 42, 44, 48 or 52 */
	uint8_t vmid_bits; /**< width of a VMID: 8 or 16 */
	bool granule_4k; /**< Stage 2 has the 4 KiB granule */
	bool granule_16k; /**< Stage 2 has the 16 KiB granule */
	bool granule_64k; /**< Stage 2 has the 64 KiB granule */
	bool lpa2_4k; /**< FEAT_LPA2 for the 4 KiB granule at Stage 2 */
	bool lpa2_16k; /**< FEAT_LPA2 for the 16 KiB granule at Stage 2 */
	bool fwb; /**< FEAT_S2FWB: Stage 2 can force memory to be write-back. Tables are made for
		       CPUs whose HCR_EL2.FWB has this value */
	bool xnx; /**< FEAT_XNX: execution is allowed for EL1 and EL0 separately */
};

/** Read abilities from a CPU's ID registers. Combine several CPUs by the lower numbers and by AND.
 * @param mmfr0 ID_AA64MMFR0_EL1
 * @param mmfr1 ID_AA64MMFR1_EL1
 * @param mmfr2 ID_AA64MMFR2_EL1
 * @return the abilities; a value that the architecture reserves counts as the next lower one
 * @spec{DDI0487, D17.2} */
AB_API struct ab_s2_cpu ab_s2_cpu(uint64_t mmfr0, uint64_t mmfr1, uint64_t mmfr2);

/** Kinds of barriers between stores to tables, walks and TLB invalidations. */
enum ab_s2_barrier {
	AB_S2_STORES = 1, /**< every CPU's walks observe all earlier stores before any later one:
			       DSB ISHST */
	AB_S2_INVALIDATED, /**< all earlier calls of tlbi() have taken effect on every CPU, for
				translations that combine both stages, too: DSB ISH; TLBI VMALLE1IS;
				DSB ISH; ISB. Workarounds for a CPU's errata belong here */
};

/** Level of ab_s2_ops.tlbi(): tables were removed, so entries of every level may be cached. */
#define AB_S2_LEVEL_ANY 4

/** What tables need from their surroundings. Except for alloc(), none may fail. A CPU reads table
 *  memory as little-endian (SCTLR_EL2.EE 0). */
struct ab_s2_ops {
	/** Take memory for a table.
	 * @param ctx  ab_s2_ops.ctx
	 * @param size bytes: a granule, or up to 16 of them for concatenated roots; a power of two
	 * @param pa   physical address of @p size bytes, a multiple of @p size, below
	 *             2^ab_s2.pa_bits: any other is given back as if there was none. Their content
	 *             does not matter
	 * @return false: there is none */
	bool (*alloc)(void *ctx, uint64_t size, uint64_t *pa);
	/** Give back memory that alloc() gave. No CPU can walk it any more. */
	void (*free)(void *ctx, uint64_t pa, uint64_t size);
	/** Return the address at which this program accesses the table memory at @p pa. */
	void *(*at)(void *ctx, uint64_t pa);
	/** Clean the data cache for @p size bytes at @p p to the point of coherency, for walks that
	 *  bypass the caches. NULL: walks are coherent. */
	void (*clean)(void *ctx, const void *p, uint64_t size);
	/** Begin to invalidate cached translations of the tables' VMID on every CPU. VTTBR_EL2 must
	 *  be unchanged afterwards.
	 * @param ctx   ab_s2_ops.ctx
	 * @param ipa   first address
	 * @param size  bytes, a multiple of the entries' size
	 * @param level level of all entries that were changed, -1 to 3: each covers one block or
	 *              page of that level. AB_S2_LEVEL_ANY: entries of any level are to go, and
	 *              caches of table entries, too */
	void (*tlbi)(void *ctx, uint64_t ipa, uint64_t size, int level);
	/** Execute a barrier. */
	void (*barrier)(void *ctx, enum ab_s2_barrier kind);
	void *ctx; /**< handed to each function */
};

/** Geometry of tables. */
struct ab_s2_config {
	struct ab_s2_cpu cpu; /**< abilities of the CPUs that walk the tables */
	enum ab_s2_granule granule; /**< 0: AB_S2_4K */
	uint8_t ipa_bits; /**< width of an IPA, 32 to 52 and at most that of a PA. Above 48: 64 KiB
			       granule, or @c lpa2 */
	uint8_t levels; /**< levels of tables, 1 to 5, the root's included; 0: as few as possible.
			     With fewer levels up to 16 roots are concatenated */
	bool lpa2; /**< descriptors with 52-bit addresses (VTCR_EL2.DS), for 4K and 16K */
	uint16_t vmid; /**< id of the address space; must fit @c cpu.vmid_bits */
};

/** Tables. ab_s2_init() fills them; callers may read the members and must not change them. */
struct ab_s2 {
	struct ab_s2_config config; /**< as given, with the usual value in place of each 0 */
	struct ab_s2_ops ops; /**< as given */
	uint8_t pa_bits; /**< width of output addresses: that of the CPU, at most 48 if descriptors
			      have no more */
	int8_t start; /**< level of the root, -1 to 3 */
	uint32_t root_entries; /**< entries of all concatenated roots */
	uint64_t root; /**< physical address of the root */
	uint64_t root_size; /**< bytes of the root as they were taken by alloc() */
	uint64_t tables; /**< tables in use, concatenated roots counted as one */
};

/** Accesses that Stage 2 allows. */
enum ab_s2_access {
	AB_S2_R = 1, /**< reads */
	AB_S2_W = 2, /**< writes */
	AB_S2_X_EL1 = 4, /**< instruction fetches at EL1 */
	AB_S2_X_EL0 = 8, /**< instruction fetches at EL0 */
	AB_S2_X = AB_S2_X_EL1 | AB_S2_X_EL0, /**< instruction fetches */
	AB_S2_RW = AB_S2_R | AB_S2_W, /**< data */
	AB_S2_RWX = AB_S2_RW | AB_S2_X, /**< all accesses */
};

/** Memory types. The guest's own type, from its stage 1, may make memory weaker; only AB_S2_WB
 *  overrules it, on CPUs with FEAT_S2FWB. @spec{DDI0487, D8.5.5} */
enum ab_s2_memory {
	AB_S2_WB = 0, /**< RAM: normal, write-back. With FEAT_S2FWB it is that even for a guest
			 whose MMU is off, so caches need no cleaning */
	AB_S2_WB_GUEST, /**< normal, write-back at most: the guest decides. Without FEAT_S2FWB it is
			     the same as AB_S2_WB, and ab_s2_query() says AB_S2_WB */
	AB_S2_WT, /**< normal, write-through at most; not with FEAT_S2FWB */
	AB_S2_NC, /**< normal, non-cacheable */
	AB_S2_NGNRNE, /**< device nGnRnE */
	AB_S2_NGNRE, /**< device nGnRE */
	AB_S2_NGRE, /**< device nGRE */
	AB_S2_GRE, /**< device GRE */
};

/** Attributes of mapped memory. */
struct ab_s2_attr {
	uint8_t access; /**< enum ab_s2_access. Device memory must not have AB_S2_X. Without
			   FEAT_XNX both or none of AB_S2_X_EL1 and AB_S2_X_EL0 */
	uint8_t memory; /**< enum ab_s2_memory */
	uint8_t software; /**< 0 to 15: bits for the caller's own use, which no CPU heeds */
};

/** Most of ab_s2_change.owner. */
#define AB_S2_OWNER_MAX 255

/** Flag of ab_s2_map(): also replace memory that is mapped to another physical address, and ranges
 *  that have an owner. */
#define AB_S2_REPLACE 1

/** What a change does. */
enum ab_s2_what {
	AB_S2_MAP = 1, /**< ab_s2_map() */
	AB_S2_UNMAP, /**< ab_s2_unmap() */
	AB_S2_PROTECT, /**< ab_s2_protect() */
};

/** A change as data, for ab_s2_pages_needed(): the arguments of the function that makes it. */
struct ab_s2_change {
	enum ab_s2_what what; /**< the function */
	uint64_t ipa; /**< first address */
	uint64_t size; /**< bytes */
	uint64_t pa; /**< MAP: first physical address */
	struct ab_s2_attr attr; /**< MAP: attributes; PROTECT: access and software bits */
	uint32_t flags; /**< MAP: 0 or AB_S2_REPLACE */
	uint8_t owner; /**< UNMAP: owner */
};

/** Begin tables that map nothing. Takes the root.
 * @param s2     filled; all zeros after an error
 * @param config geometry; copied
 * @param ops    surroundings; copied
 * @param why    what: "s2_config" and the member; value; the rule
 * @retval AB_OK
 * @retval AB_ERR_ARG         a member is out of range, or the members contradict each other
 * @retval AB_ERR_UNSUPPORTED the CPUs do not have that granule, address width or number of levels
 * @retval AB_ERR_NOSPACE     alloc() gave no root; value: bytes needed
 * @spec{DDI0487, D8.2} */
AB_API AB_MUST_CHECK enum ab_err ab_s2_init(struct ab_s2 *s2, const struct ab_s2_config *config,
					    const struct ab_s2_ops *ops, struct ab_error *why);

/** Invalidate all translations of the VMID and give back all tables. No CPU may use them any more.
 *  @p s2 is all zeros afterwards. */
AB_API void ab_s2_destroy(struct ab_s2 *s2);

/** Get the value of VTCR_EL2: T0SZ, SL0, SL2, DS, TG0, PS, VS, SH0, ORGN0, IRGN0 and RES1.
 * @spec{DDI0487, D17.2} */
AB_API uint64_t ab_s2_vtcr(const struct ab_s2 *s2);

/** Get the value of VTTBR_EL2: VMID and BADDR; CnP is 0. @spec{DDI0487, D17.2} */
AB_API uint64_t ab_s2_vttbr(const struct ab_s2 *s2);

/** Map [ipa, ipa + size) to [pa, pa + size) with the largest blocks that fit, and set the
 * contiguous hint where a whole group is mapped. Memory that is already mapped to the same
 * addresses gets the new attributes.
 * @param s2    the tables; unchanged on error
 * @param ipa   first address; a multiple of the granule, as @p pa and @p size are
 * @param pa    first physical address
 * @param size  bytes, not 0; both ranges must end within their address space
 * @param attr  attributes
 * @param flags 0 or AB_S2_REPLACE
 * @param why   names the argument ("s2_map.ipa"), or both ranges: the one to be mapped, and the
 *              entry of the tables that is in the way
 * @retval AB_OK
 * @retval AB_ERR_ARG         an argument is not aligned, out of range or empty; device memory with
 *                            AB_S2_X; or a reserved value
 * @retval AB_ERR_UNSUPPORTED the CPUs have not the memory type, or only one X for both ELs
 * @retval AB_ERR_OVERLAP     without AB_S2_REPLACE: an address is mapped to another physical one,
 *                            or has an owner
 * @retval AB_ERR_NOSPACE     alloc() gave too few tables; value: tables needed
 * @spec{DDI0487, D8.3} */
AB_API AB_MUST_CHECK enum ab_err ab_s2_map(struct ab_s2 *s2, uint64_t ipa, uint64_t pa,
					   uint64_t size, const struct ab_s2_attr *attr,
					   uint32_t flags, struct ab_error *why);

/** Make [ipa, ipa + size) invalid, whatever it was, and note its owner. A block that the range
 *  covers in part is split, which may take tables; the rest of it keeps its attributes.
 * @param s2    the tables; unchanged on error
 * @param ipa   first address, a multiple of the granule
 * @param size  bytes, a multiple of the granule, not 0
 * @param owner 0: none; else a number up to AB_S2_OWNER_MAX that ab_s2_query() gives back
 * @param why   names the argument
 * @retval AB_OK
 * @retval AB_ERR_ARG     an argument is not aligned, out of range or empty
 * @retval AB_ERR_NOSPACE alloc() gave too few tables; value: tables needed */
AB_API AB_MUST_CHECK enum ab_err ab_s2_unmap(struct ab_s2 *s2, uint64_t ipa, uint64_t size,
					     uint8_t owner, struct ab_error *why);

/** Change access and software bits of [ipa, ipa + size), all of which must be mapped. Addresses and
 *  memory types stay. If no block has to be split and no entry is of a contiguous group, no CPU
 *  ever finds the range invalid.
 * @param s2       the tables; unchanged on error
 * @param ipa      first address, a multiple of the granule
 * @param size     bytes, a multiple of the granule, not 0
 * @param access   enum ab_s2_access
 * @param software 0 to 15
 * @param why      names the argument, or the first address that is not mapped
 * @retval AB_OK
 * @retval AB_ERR_ARG         an argument is not aligned, out of range or empty; a part is not
 *                            mapped; or device memory would get AB_S2_X
 * @retval AB_ERR_UNSUPPORTED the CPUs have only one X for both ELs
 * @retval AB_ERR_NOSPACE     alloc() gave too few tables; value: tables needed */
AB_API AB_MUST_CHECK enum ab_err ab_s2_protect(struct ab_s2 *s2, uint64_t ipa, uint64_t size,
					       uint8_t access, uint8_t software,
					       struct ab_error *why);

/** Give back tables that are not needed: those whose entries one block can replace, and those that
 *  map nothing. Sets the contiguous hint where a whole group allows it. Never fails, takes nothing.
 *  Entries that are partly in the range are looked at as a whole.
 * @param s2   the tables
 * @param ipa  first address
 * @param size bytes; what lies beyond the address space is ignored */
AB_API void ab_s2_coalesce(struct ab_s2 *s2, uint64_t ipa, uint64_t size);

/** Count the tables that a change would take by alloc() now. Takes time that grows with the tables
 *  in use in the range, not with its size.
 * @param s2     the tables
 * @param change the change
 * @param pages  filled on AB_OK: calls of alloc(), each for one granule; else 0
 * @param why    as the function that makes the change
 * @return as the function that makes the change, but never AB_ERR_NOSPACE */
AB_API AB_MUST_CHECK enum ab_err ab_s2_pages_needed(const struct ab_s2 *s2,
						    const struct ab_s2_change *change,
						    uint64_t *pages, struct ab_error *why);

/** Kinds of entries. */
enum ab_s2_kind {
	AB_S2_INVALID = 0, /**< nothing is mapped */
	AB_S2_LEAF, /**< a block or a page */
	AB_S2_TABLE, /**< a table of the next level */
};

/** An entry of a table. */
struct ab_s2_entry {
	uint64_t ipa; /**< first address that it covers */
	uint64_t size; /**< bytes that it covers */
	enum ab_s2_kind kind; /**< its kind */
	int8_t level; /**< level of the table it is in, -1 to 3 */
	bool contiguous; /**< LEAF: it has the contiguous hint */
	uint8_t owner; /**< INVALID: its owner; 0: none */
	uint64_t pa; /**< LEAF: first physical address; TABLE: address of the table */
	struct ab_s2_attr attr; /**< LEAF: its attributes */
};

/** Find the entry that decides about an address, by the walk that a CPU makes.
 * @param s2    the tables
 * @param ipa   any address
 * @param entry filled on true: LEAF or INVALID
 * @return false: the address is beyond the address space */
AB_API bool ab_s2_query(const struct ab_s2 *s2, uint64_t ipa, struct ab_s2_entry *entry);

/** Visit the entries that cover [ipa, ipa + size), ascending, a table before its own entries.
 * @param s2    the tables
 * @param ipa   first address
 * @param size  bytes; what lies beyond the address space is ignored
 * @param visit called for each entry, the one at the range's edges whole; must not change the
 *              tables. It returns false to end the walk
 * @param ctx   handed to @p visit
 * @return false: @p visit ended the walk */
AB_API bool ab_s2_walk(const struct ab_s2 *s2, uint64_t ipa, uint64_t size,
		       bool (*visit)(void *ctx, const struct ab_s2_entry *entry), void *ctx);

#ifdef __cplusplus
}
#endif

/** @} */

#endif /* AETHERBOOT_STAGE2_H */
