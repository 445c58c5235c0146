/* SPDX-License-Identifier: BSD-2-Clause */
/* The pipeline's inside: what a region and a way into a kernel are. docs/boot.md draws it. Each
 * section names its file; a file calls only files of sections above its own. */
#ifndef AB_BOOT_BOOT_PRIV_H
#define AB_BOOT_BOOT_PRIV_H

#include <aetherboot/plan.h>

#include "../base/base_priv.h"
#include "../kernel/kernel_priv.h"
#include "../mem/mem_priv.h"

/* A set of kinds of regions. */
#define AB_BOOT_KIND(kind) (UINT32_C(1) << (kind))

/* Append the bytes of a region at @base to @out. The same code over a measuring writer gives its
 * size. */
typedef enum ab_err ab_boot_builder(const struct ab_plan *plan, uint64_t base, struct ab_buf *out,
				    struct ab_error *why);

/* One step of a layout: adds regions to the plan. */
typedef enum ab_err ab_boot_step(struct ab_plan *plan, struct ab_error *why);

/* A way into a kernel: one protocol on one architecture. All of what differs between them; each has
 * a file of its own, and a row in ways.c. */
struct ab_boot_way {
	enum ab_arch arch;
	enum ab_protocol protocol;
	const char *name;
	bool unpacks; /* the library unpacks and loads the kernel; else the file's own code does */
	bool no_kernel; /* the payload must have no kernel; the members for it are NULL */
	bool pvh_note; /* the entry is in an ELF note */
	bool whole_pages; /* the guest can only reserve pages of 4096 bytes */
	uint32_t kinds; /* regions that this way has beside those of every guest */
	uint32_t fixable; /* kinds whose address the caller may choose */
	ab_boot_builder *const *build; /* by kind; NULL: the region is not built */

	/* Why AUTO should take this way for the kernel file; NULL: it should not. */
	const char *(*suits)(const struct ab_image *file);
	/* Check payload and kernel file, whose headers have been read. */
	enum ab_err (*accepts)(const struct ab_plan *plan, struct ab_error *why);
	/* Check the kernel itself, which has been resolved; NULL: nothing to check. */
	enum ab_err (*accepts_kernel)(const struct ab_plan *plan, struct ab_error *why);
	/* Place and size of the kernel's region; fixed addresses are in the plan. */
	enum ab_err (*kernel)(const struct ab_plan *plan, struct ab_region *r,
			      struct ab_error *why);
	/* Address of the first instruction; the kernel has its region. */
	enum ab_err (*first)(const struct ab_plan *plan, uint64_t *entry, struct ab_error *why);
	/* Steps that add every region, in order; NULL ends them. */
	ab_boot_step *const *layout;
	/* Raise *bytes to the most work memory that a layout may need, before the kernel is
	 * resolved. */
	enum ab_err (*work)(const struct ab_plan *plan, size_t *bytes, struct ab_error *why);
	/* Registers of CPU @index, beside cpu->id and cpu->start. */
	void (*entry)(const struct ab_plan *plan, uint32_t index, struct ab_vcpu *cpu);
};

/* ---- given.c: what the caller gave, with a UKI's parts merged in ------------------------------
 */

/* The command line without its NUL: the caller's, else a UKI's; data NULL: none. */
struct ab_bytes ab_boot_cmdline_(const struct ab_plan *plan);
enum ab_err ab_boot_check_cmdline_(const struct ab_plan *plan, struct ab_error *why);

/* True when the command line has the word, as kernels look for it before they parse anything. */
bool ab_boot_has_word_(const struct ab_plan *plan, const char *word);

/* Initrds in order: a UKI's, then the caller's; some may be empty. */
size_t ab_boot_n_initrds_(const struct ab_plan *plan);
struct ab_bytes ab_boot_initrd_(const struct ab_plan *plan, size_t index);

/* Bytes from the start of the first initrd to the end of the last. */
enum ab_err ab_boot_initrd_size_(const struct ab_plan *plan, uint64_t *size, struct ab_error *why);

/* The address that the caller fixed, or NULL. */
const struct ab_fixed *ab_boot_fixed_(const struct ab_plan *plan, enum ab_region_kind kind);

/* True when the way of the plan has regions of this kind. */
static inline bool ab_boot_has_(const struct ab_plan *plan, enum ab_region_kind kind)
{
	return (plan->way->kinds & AB_BOOT_KIND(kind)) != 0;
}

/* ---- regions.c: kinds of regions, and the plan's list of them ---------------------------------
 */

/* What holds for every region of a kind. */
struct ab_region_trait {
	const char *name;
	enum ab_mem_type type;
	enum ab_backing backing;
	uint32_t align; /* of its base */
	bool whole_pages; /* its size is rounded up to pages, as the memory map lists pages */
};

const struct ab_region_trait *ab_boot_trait_(enum ab_region_kind kind);

/* A region of a kind, not added yet. */
struct ab_region ab_boot_region_(enum ab_region_kind kind, uint64_t base, uint64_t size);

/* Address and size of the region of a kind; 0 when the plan has none. */
uint64_t ab_boot_gpa_(const struct ab_plan *plan, enum ab_region_kind kind);
uint64_t ab_boot_size_(const struct ab_plan *plan, enum ab_region_kind kind);

/* Add a region at its base; all of it must be RAM if that is its backing. */
enum ab_err ab_boot_add_(struct ab_plan *plan, const struct ab_region *r, struct ab_error *why);

/* Add @r in the first of @n windows that has room. If the plan has one of its kind, its address
 * was fixed: it gets the size of @r. */
enum ab_err ab_boot_put_(struct ab_plan *plan, struct ab_region r, const struct ab_window *win,
			 size_t n, struct ab_error *why);

/* An error about a fixed address. */
enum ab_err ab_boot_bad_fixed_(const struct ab_plan *plan, const struct ab_fixed *f,
			       const char *rule, struct ab_error *why);

/* ---- build.c: builders that all ways share, and measuring by any builder -----------------------
 */

ab_boot_builder ab_boot_build_cmdline_, ab_boot_build_rsdp_, ab_boot_build_facs_,
    ab_boot_build_smbios_;

/* Build a region by the way's builder. */
enum ab_err ab_boot_build_(const struct ab_plan *plan, enum ab_region_kind kind, uint64_t base,
			   struct ab_buf *out, struct ab_error *why);

/* Size of a built region; plan->work is raised to it. */
enum ab_err ab_boot_measure_(struct ab_plan *plan, enum ab_region_kind kind, size_t *size,
			     struct ab_error *why);

/* Raise *most to @bytes, or to SIZE_MAX where size_t ends. */
static inline void ab_boot_at_least_(size_t *most, uint64_t bytes)
{
	if (bytes > *most)
		*most = bytes < SIZE_MAX ? (size_t)bytes : SIZE_MAX;
}

/* Entries that the memory map may get at most: one a RAM range, two more a region. */
uint64_t ab_boot_map_entries_max_(const struct ab_plan *plan);

/* ---- layout.c: steps that all ways share -------------------------------------------------------
 */

ab_boot_step ab_boot_layout_bridges_; /* PCIe configuration windows */
ab_boot_step ab_boot_layout_callers_; /* reservations, and blobs with an address */
ab_boot_step ab_boot_layout_kernel_; /* the kernel, and the first instruction */

/* Blobs without an address, into a window. */
enum ab_err ab_boot_layout_free_blobs_(struct ab_plan *plan, const struct ab_window *win,
				       struct ab_error *why);

/* Regions with an address of the caller's. @fit gives the region the most bytes that it may need, 0
 * when the plan has none, and checks its base. */
enum ab_err ab_boot_layout_fixed_(struct ab_plan *plan,
				  enum ab_err (*fit)(struct ab_plan *plan, struct ab_region *r,
						     struct ab_error *why),
				  struct ab_error *why);

/* ---- payload.c: checks of the payload that hold for every way ---------------------------------
 */

enum ab_err ab_boot_check_payload_(const struct ab_plan *plan, struct ab_error *why);
enum ab_err ab_boot_check_fixed_(const struct ab_plan *plan, struct ab_error *why);

/* ---- ways.c: the table of ways -----------------------------------------------------------------
 */

/* Choose the way: plan->way, protocol and protocol_why. */
enum ab_err ab_boot_choose_(struct ab_plan *plan, struct ab_error *why);

#endif /* AB_BOOT_BOOT_PRIV_H */
