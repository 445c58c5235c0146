/* SPDX-License-Identifier: BSD-2-Clause */
/* Interface within the boot module: regions, and ways into a kernel. docs/boot.md draws it. Each
 * section names its file; a file calls only files of sections above its own. */
#ifndef AB_BOOT_BOOT_PRIV_H
#define AB_BOOT_BOOT_PRIV_H

#include <aetherboot/plan.h>

#include "../base/base_priv.h"
#include "../kernel/kernel_priv.h"
#include "../mem/mem_priv.h"

/* A set of kinds of regions. */
#define AB_BOOT_KIND(kind) (UINT32_C(1) << (kind))

/* Append the bytes of a region at @base to @out. A writer that only measures gives its size. */
typedef enum ab_err ab_boot_builder(const struct ab_plan *plan, uint64_t base, struct ab_buf *out,
				    struct ab_error *why);

/* A step of a layout: add regions to the plan. */
typedef enum ab_err ab_boot_step(struct ab_plan *plan, struct ab_error *why);

/* A way into a kernel: one protocol on one architecture, with everything in which ways differ.
 * Each way has a file of its own, and a row in ways.c. */
struct ab_boot_way {
	enum ab_arch arch;
	enum ab_protocol protocol;
	enum ab_protocol
	    flat; /* the protocol by which it takes flat binaries; AUTO: it takes none */
	bool unpacks; /* the library unpacks the kernel; false: the file unpacks itself */
	bool no_bzimage; /* a bzImage goes the next way of this protocol */
	bool no_kernel; /* the payload must have no kernel; the members for it are NULL */
	bool pvh_note; /* an ELF note gives the entry */
	bool by_notes; /* AUTO tells this way's kernels by the notes of their ELF */
	bool whole_pages; /* the guest can only reserve pages of 4096 bytes */
	uint32_t kinds; /* AB_BOOT_KIND()s of this way beside those of every guest */
	uint32_t fixable; /* AB_BOOT_KIND()s whose address the caller may choose */
	ab_boot_builder *const *build; /* by kind; NULL: the region is not built */

	/* Reason for which AUTO should take this way, by plan->kernel and the payload's flags;
	 * NULL: it should not. */
	const char *(*suits)(const struct ab_plan *plan);
	/* Check the payload and the headers of the kernel file. */
	enum ab_err (*accepts)(const struct ab_plan *plan, struct ab_error *why);
	/* Check the kernel itself, once it is resolved, unless it is a flat binary, and describe it
	 * in plan->kernel.elf as this way loads it; NULL: neither is needed. */
	enum ab_err (*accepts_kernel)(struct ab_plan *plan, struct ab_error *why);
	/* Compute base and size of the kernel's region, after fixed regions were added. */
	enum ab_err (*kernel)(const struct ab_plan *plan, struct ab_region *r,
			      struct ab_error *why);
	/* Compute the address of the first instruction, after the kernel's region was added. */
	enum ab_err (*first)(const struct ab_plan *plan, uint64_t *entry, struct ab_error *why);
	/* Steps that add every region, in order; NULL ends them. */
	ab_boot_step *const *layout;
	/* Raise *bytes to the most work memory that a layout may need, before the kernel is
	 * resolved. */
	enum ab_err (*work)(const struct ab_plan *plan, size_t *bytes, struct ab_error *why);
	/* Fill the registers that every CPU has alike. Returns the bytes of *cpu up to the last
	 * entry of its list of registers. */
	size_t (*every)(const struct ab_plan *plan, struct ab_vcpu *cpu);
	/* Fill the registers of CPU 0, which has those of every CPU. */
	void (*first_cpu)(const struct ab_plan *plan, struct ab_vcpu *cpu);
};

/* Keep a warning, unless its code is AB_OK. */
static inline void ab_boot_warn_(struct ab_plan *plan, const struct ab_error *e)
{
	if (e->code != AB_OK && plan->n_warnings < AB_PLAN_WARNINGS)
		plan->warnings[plan->n_warnings++] = *e;
}

/* ---- uki.c: addons, and trees of a UKI; a build without UKIs refuses both ------------------ */

#ifdef AB_SMALL
/* Nobody asks for an addon, as there are none; what would be returned does not matter. */
#define AB_BOOT_ADDONS_MAX 0

static inline size_t ab_boot_n_addons_(const struct ab_plan *plan)
{
	(void)plan;
	return 0;
}

static inline struct ab_uki ab_boot_addon_(const struct ab_plan *plan, size_t i)
{
	(void)i;
	return plan->kernel.file.uki;
}

static inline struct ab_bytes ab_boot_addon_tree_(const struct ab_plan *plan, size_t i)
{
	(void)i;
	return plan->tree;
}

static inline size_t ab_boot_uki_pools_(const struct ab_payload *p)
{
	(void)p;
	return 0;
}

static inline void ab_boot_take_trees_(struct ab_plan *plan, bool described)
{
	(void)plan;
	(void)described;
}

static inline enum ab_err ab_boot_check_addons_(struct ab_plan *plan, struct ab_error *why)
{
	(void)plan;
	(void)why;
	return AB_OK;
}
#else
#define AB_BOOT_ADDONS_MAX AB_ADDONS_MAX

static inline size_t ab_boot_n_addons_(const struct ab_plan *plan)
{
	return plan->payload->addons.n;
}

/* Get the sections of an addon; zeros: it is left out. */
struct ab_uki ab_boot_addon_(const struct ab_plan *plan, size_t i);

/* Get the device tree of an addon; size 0: there is none. */
struct ab_bytes ab_boot_addon_tree_(const struct ab_plan *plan, size_t i);

/* Get the most ranges of memory that trees of the payload may reserve. It may not be checked. */
size_t ab_boot_uki_pools_(const struct ab_payload *p);

/* Choose plan->tree, and warn of trees that are left out. @described: the guest gets a device tree
 * of the machine. */
void ab_boot_take_trees_(struct ab_plan *plan, bool described);

/* Check every addon, and warn of those that are left out. */
enum ab_err ab_boot_check_addons_(struct ab_plan *plan, struct ab_error *why);
#endif

/* ---- given.c: what the caller gave, with a UKI's parts merged in -------------------------- */

/* True if the way must be chosen again once the kernel is resolved: what an ELF that is packed as a
 * whole offers is in its stream. */
#ifdef AB_WITHOUT_X86_64
static inline bool ab_boot_unsettled_(const struct ab_plan *plan)
{
	(void)plan;
	return false;
}
#else
bool ab_boot_unsettled_(const struct ab_plan *plan);
#endif

/* Get a piece of the command line, 0 to ab_boot_n_addons_(): the caller's or else a UKI's, then
 * those of addons. Pieces that are not empty have a space between them. data NULL: none. */
struct ab_bytes ab_boot_cmdline_(const struct ab_plan *plan, size_t piece);
/* Get the size of them all, without a NUL. *@given (or NULL): there is a command line, maybe empty.
 */
size_t ab_boot_cmdline_size_(const struct ab_plan *plan, bool *given);
enum ab_err ab_boot_check_cmdline_(const struct ab_plan *plan, struct ab_error *why);

/* True if the command line contains the word, as kernels find it in their early code. */
bool ab_boot_has_word_(const struct ab_plan *plan, const char *word);

/* True if AUTO should prefer an entry at which the kernel chooses its own address. */
bool ab_boot_wants_kaslr_(const struct ab_plan *plan);

/* Initrds in their order: microcode of addons, the last first; those of a UKI, the caller's, and
 * those of addons. Some may be empty. */
size_t ab_boot_n_initrds_(const struct ab_plan *plan);
struct ab_bytes ab_boot_initrd_(const struct ab_plan *plan, size_t index);

/* Bytes from the start of the first initrd to the end of the last. */
enum ab_err ab_boot_initrd_size_(const struct ab_plan *plan, uint64_t *size, struct ab_error *why);

/* True if the kernel is a flat binary. */
static inline bool ab_boot_is_flat_(const struct ab_plan *plan)
{
	return plan->payload->protocol == AB_PROTOCOL_FLAT ||
	       plan->payload->protocol == AB_PROTOCOL_FLAT32;
}

/* Find the caller's fixed address for a kind, or NULL. */
const struct ab_fixed *ab_boot_fixed_(const struct ab_plan *plan, enum ab_region_kind kind);

/* True if the plan's way uses regions of this kind. */
static inline bool ab_boot_has_(const struct ab_plan *plan, enum ab_region_kind kind)
{
	return (plan->way->kinds & AB_BOOT_KIND(kind)) != 0;
}

/* ---- regions.c: kinds of regions, and the plan's list of them ----------------------------- */

/* Properties of all regions of a kind. */
struct ab_region_trait {
	const char *name;
	enum ab_mem_type type;
	enum ab_backing backing;
	uint32_t align; /* of its base */
	bool whole_pages; /* the size is rounded up to whole pages, the unit of memory maps */
};

const struct ab_region_trait *ab_boot_trait_(enum ab_region_kind kind);

/* Make a region of a kind, without adding it to the plan. */
struct ab_region ab_boot_region_(enum ab_region_kind kind, uint64_t base, uint64_t size);

/* Get the address or size of the region of a kind; 0: the plan has none. */
uint64_t ab_boot_gpa_(const struct ab_plan *plan, enum ab_region_kind kind);
uint64_t ab_boot_size_(const struct ab_plan *plan, enum ab_region_kind kind);

/* Fail because a region fits nowhere. */
enum ab_err ab_boot_nowhere_(const struct ab_region *r, struct ab_error *why);

/* Fail because the caller's array of regions is full. */
enum ab_err ab_boot_no_room_(const struct ab_plan *plan, struct ab_error *why);

/* Add a region at its base. With backing RAM, all of it must be RAM. */
enum ab_err ab_boot_add_(struct ab_plan *plan, const struct ab_region *r, struct ab_error *why);

/* Add a region at the end of the list, to be sorted later. */
enum ab_err ab_boot_append_(struct ab_plan *plan, const struct ab_region *r, struct ab_error *why);

/* Sort the list, and check that no regions overlap. Regions of @kind have indices 0 to @n - 1; the
 * first of them that overlaps an earlier one, or one of another kind, has the index *@bad. */
enum ab_err ab_boot_sort_(struct ab_plan *plan, enum ab_region_kind kind, size_t n, size_t *bad,
			  struct ab_error *why);

/* Get the @i-th region of a kind, at the address that the caller gave; size 0: there is none. */
typedef struct ab_region ab_boot_given_at(const struct ab_plan *plan, size_t i);

/* Add the @n regions of a kind of which the plan has none, in any order. If one fails, *@bad is its
 * number. */
enum ab_err ab_boot_add_all_(struct ab_plan *plan, enum ab_region_kind kind, size_t n,
			     ab_boot_given_at *at, size_t *bad, struct ab_error *why);

/* Add @r in the first of @n windows with enough free RAM. If the plan has a region of its kind
 * already, the caller fixed the address: that region gets the size of @r. */
enum ab_err ab_boot_put_(struct ab_plan *plan, struct ab_region r, const struct ab_window *win,
			 size_t n, struct ab_error *why);

/* Fail because of a fixed address. */
enum ab_err ab_boot_bad_fixed_(const struct ab_plan *plan, const struct ab_fixed *f,
			       const char *rule, struct ab_error *why);

/* ---- high.c: places of many regions ------------------------------------------------------- */

/* Add the @n regions of a kind of which the plan has none, each in its turn at the highest page in
 * [@lo, @hi) where it fits. *@bad is the number of the first that fits nowhere, which the caller
 * tells, or @n. */
enum ab_err ab_boot_put_high_(struct ab_plan *plan, size_t n, ab_boot_given_at *get, uint64_t lo,
			      uint64_t hi, size_t *bad, struct ab_error *why);

/* ---- build.c: builders that all ways share, and measuring by any builder ------------------ */

ab_boot_builder ab_boot_build_cmdline_, ab_boot_build_rsdp_, ab_boot_build_facs_,
    ab_boot_build_smbios_;

/* Build a region by the way's builder. */
enum ab_err ab_boot_build_(const struct ab_plan *plan, enum ab_region_kind kind, uint64_t base,
			   struct ab_buf *out, struct ab_error *why);

/* Get the size of a built region, and raise plan->work to it. */
enum ab_err ab_boot_measure_(struct ab_plan *plan, enum ab_region_kind kind, size_t *size,
			     struct ab_error *why);

/* Raise *most to @bytes, or to SIZE_MAX if @bytes is larger. */
static inline void ab_boot_at_least_(size_t *most, uint64_t bytes)
{
	if (bytes > *most)
		*most = bytes < SIZE_MAX ? (size_t)bytes : SIZE_MAX;
}

/* Most entries that the memory map may get: one for each RAM range, two more for each region. */
uint64_t ab_boot_map_entries_max_(const struct ab_plan *plan);

/* ---- layout.c: steps that all ways share -------------------------------------------------- */

ab_boot_step ab_boot_layout_devs_; /* PCIe configuration windows, and what is reserved */
ab_boot_step ab_boot_layout_callers_; /* reservations, and blobs with an address */
ab_boot_step ab_boot_layout_kernel_; /* the kernel, and the first instruction */

/* Make the region of blob @i of the payload, at the address that the caller gave, or at 0. */
struct ab_region ab_boot_blob_(const struct ab_plan *plan, size_t i);

/* Add the blobs without an address, each in its turn at the highest page in [@lo, @hi) where it
 * fits. */
enum ab_err ab_boot_layout_free_(struct ab_plan *plan, uint64_t lo, uint64_t hi,
				 struct ab_error *why);

/* Add the regions with a fixed address. @fit checks the base of a region and sets its size to the
 * most that it may need; 0: the plan has no region of this kind. */
enum ab_err ab_boot_layout_fixed_(struct ab_plan *plan,
				  enum ab_err (*fit)(struct ab_plan *plan, struct ab_region *r,
						     struct ab_error *why),
				  struct ab_error *why);

/* Get the type of a reservation in the memory map. */
static inline enum ab_mem_type ab_boot_reserve_type_(const struct ab_reserve *r)
{
	if (r->type != 0)
		return r->type;
	return r->flags == AB_RESERVE_REUSABLE ? AB_MEM_RAM : AB_MEM_RESERVED;
}

/* ---- payload.c: checks of the payload that hold for every way ----------------------------- */

enum ab_err ab_boot_check_payload_(const struct ab_plan *plan, struct ab_error *why);
/* Check that ROMs are outside of RAM and devices, by whole pages: the VMM provides, and the guest
 * maps, pages. @work as for ab_machine_check(). */
enum ab_err ab_boot_check_roms_(const struct ab_plan *plan, struct ab_work work,
				struct ab_error *why);
enum ab_err ab_boot_check_fixed_(const struct ab_plan *plan, struct ab_error *why);

/* ---- ways.c: the table of ways ------------------------------------------------------------ */

/* Choose the way: plan->way, protocol and protocol_why. */
enum ab_err ab_boot_choose_(struct ab_plan *plan, struct ab_error *why);

#endif /* AB_BOOT_BOOT_PRIV_H */
