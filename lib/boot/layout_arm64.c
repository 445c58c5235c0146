/* SPDX-License-Identifier: BSD-2-Clause */
/* Layout of an arm64 guest, by Documentation/arm64/booting.rst: kernel and device tree low, initrd
 * and tables high. */
#include "regions.h"

#include "../base/libc.h"

#define BLOCK (2 * AB_MiB) /* a kernel's boundary, and the most that a device tree may take */
#define TREE_REACH (512 * AB_MiB) /* ARM64BOOT 2, before Linux 4.2: from the kernel's boundary */
#define INITRD_ALIGN AB_GiB /* ARM64BOOT 4: of the window that holds kernel and initrd */
#define INITRD_REACH (32 * AB_GiB) /* and its size */
#define PHYS_END (UINT64_C(1) << 52) /* no physical address is above */

/* A Linux vmlinux has kernel virtual addresses as physical ones: it may lie at any 2 MiB boundary,
 * as an Image may. Other ELF files lie where they say. */
static bool is_movable(const struct ab_elf *elf)
{
	return elf->base >= PHYS_END;
}

static enum ab_err fixed_kernel(const struct ab_plan *plan, const struct ab_fixed *f,
				struct ab_region *r, struct ab_error *why)
{
	if (!is_movable(&plan->elf))
		return ab_fail(why, AB_ERR_ARG, "payload.fixed.base", f->base,
			       "this ELF lies where it is linked");
	if (f->base % BLOCK != plan->elf.base % BLOCK)
		return ab_fail(why, AB_ERR_ARG, "payload.fixed.base", f->base,
			       "not text_offset from a 2 MiB boundary");
	r->base = f->base;
	return AB_OK;
}

/* The lowest boundary: memory below it is lost to the kernels of before Linux 4.6. */
static enum ab_err add_kernel(struct ab_plan *plan, struct ab_error *why)
{
	const struct ab_fixed *f = ab_boot_fixed_(plan, AB_REGION_KERNEL);
	const struct ab_window low = { 0, 0, BLOCK, false };
	const struct ab_elf *elf = &plan->elf;
	struct ab_region r = ab_boot_region_(AB_REGION_KERNEL, elf->base, elf->size);
	struct ab_memmap map = ab_plan_memmap(plan);
	uint64_t offset = elf->base % BLOCK, entry, size;
	enum ab_err err;

	if ((err = ab_boot_elf_entry_(elf, &entry, why)))
		return err;
	if (f != NULL) {
		if ((err = fixed_kernel(plan, f, &r, why)))
			return err;
	} else if (is_movable(elf)) {
		if (!ab_add(r.size, offset, &size) || !ab_memmap_find(&map, size, &low, &r.base))
			return ab_fail(why, AB_ERR_NOSPACE, r.name, r.size, "machine.ram");
		r.base += offset;
	}
	plan->entry = entry - elf->base + r.base;
	return ab_boot_add_ram_(plan, &r, why);
}

/* ---- where things may lie ------------------------------------------------------------------ */

/* ARM64BOOT 4: an initrd above the kernel, or, second, below it. */
static struct ab_window initrd_window(const struct ab_plan *plan, bool below)
{
	const struct ab_region *kernel = ab_plan_region(plan, AB_REGION_KERNEL);
	const uint64_t first = kernel->base & ~(INITRD_ALIGN - 1),
		       end = kernel->base + kernel->size;

	if (!below)
		return (struct ab_window){ first, first + INITRD_REACH, 4096, true };
	return (struct ab_window){ end > INITRD_REACH ? (end - INITRD_REACH + INITRD_ALIGN - 1) &
							    ~(INITRD_ALIGN - 1)
						      : 0,
				   kernel->base, 4096, true };
}

/* High, as kernels take what is low for devices of few address bits; yet near the kernel. */
static struct ab_window tables_window(const struct ab_plan *plan)
{
	return (struct ab_window){ 0, initrd_window(plan, false).hi, 4096, true };
}

static enum ab_err add_initrd(struct ab_plan *plan, struct ab_error *why)
{
	struct ab_region r = ab_boot_region_(AB_REGION_INITRD, 0, 0);
	enum ab_err err;

	if ((err = ab_boot_initrd_size_(plan, &r.size, why)) || r.size == 0)
		return err;
	err = ab_boot_put_(plan, r, initrd_window(plan, false), why);
	if (err != AB_ERR_NOSPACE || ab_boot_fixed_(plan, AB_REGION_INITRD) != NULL)
		return err;
	return ab_boot_put_(plan, r, initrd_window(plan, true), why);
}

/* ARM64BOOT 2: mapped in blocks of 2 MiB, so best in one of its own; and where kernels before
 * Linux 4.2 look for it. */
static enum ab_err add_tree(struct ab_plan *plan, struct ab_error *why)
{
	const struct ab_region *kernel = ab_plan_region(plan, AB_REGION_KERNEL);
	const struct ab_window win[] = {
		{ kernel->base, (kernel->base & ~(BLOCK - 1)) + TREE_REACH, BLOCK, false },
		{ 0, 0, BLOCK, false },
		{ 0, 0, 8, true },
	};
	size_t size;
	enum ab_err err = ab_boot_measure_(plan, AB_REGION_DTB, &size, why);

	if (err != AB_OK)
		return err;
	if (size > BLOCK)
		return ab_fail(why, AB_ERR_NOSPACE, "device tree", size, "more than 2 MiB");
	err = AB_ERR_NOSPACE;
	for (size_t i = 0; err == AB_ERR_NOSPACE && i < sizeof(win) / sizeof(win[0]); i++)
		err = ab_boot_put_(plan, ab_boot_region_(AB_REGION_DTB, 0, size), win[i], why);
	return err;
}

/* ---- ACPI without firmware ----------------------------------------------------------------- */

static enum ab_err put_built(struct ab_plan *plan, enum ab_region_kind kind, struct ab_error *why)
{
	struct ab_region r;
	size_t size;
	enum ab_err err = ab_boot_measure_(plan, kind, &size, why);

	if (err != AB_OK)
		return err;
	r = ab_boot_region_(kind, 0, size);
	if (kind == AB_REGION_RSDP) /* in no legacy area here: kept like what it points to */
		r.type = AB_MEM_ACPI;
	return ab_boot_put_(plan, r, tables_window(plan), why);
}

/* All but the map, which tells of these. */
static enum ab_err add_tables(struct ab_plan *plan, struct ab_error *why)
{
	static const enum ab_region_kind built[] = { AB_REGION_RSDP, AB_REGION_SMBIOS,
						     AB_REGION_EFI };
	const struct ab_acpi_set *acpi = &plan->acpi;
	enum ab_err err;

	if (acpi->n_tables == 0)
		return AB_OK;
	plan->work = acpi->largest > plan->work ? (size_t)acpi->largest : plan->work;
	if ((err = ab_boot_put_(plan, ab_boot_region_(AB_REGION_ACPI, 0, acpi->size),
				tables_window(plan), why)))
		return err;
	for (size_t i = 0; i < sizeof(built) / sizeof(built[0]); i++)
		if ((err = put_built(plan, built[i], why)))
			return err;
	return AB_OK;
}

/* ---- fixed --------------------------------------------------------------------------------- */

/* A tree's size is not known yet: it may come to name an initrd, and blobs that lie anywhere. */
static enum ab_err fixed_tree(struct ab_plan *plan, struct ab_region *r, struct ab_error *why)
{
	size_t size;
	enum ab_err err = ab_boot_measure_(plan, AB_REGION_DTB, &size, why);

	r->size = size + 128 + 96 * plan->payload->blobs.n;
	return err;
}

enum ab_err ab_boot_fixed_arm64_(struct ab_plan *plan, struct ab_region *r, struct ab_error *why)
{
	switch (r->kind) {
	case AB_REGION_INITRD:
		return ab_boot_initrd_size_(plan, &r->size, why);
	case AB_REGION_ACPI:
		*r = ab_boot_region_(r->kind, r->base, plan->acpi.size);
		return AB_OK;
	default:
		return fixed_tree(plan, r, why);
	}
}

static enum ab_err check_initrd(const struct ab_plan *plan, struct ab_error *why)
{
	const struct ab_region *initrd = ab_plan_region(plan, AB_REGION_INITRD);
	const struct ab_region *kernel = ab_plan_region(plan, AB_REGION_KERNEL);
	uint64_t lo, end;

	if (initrd == NULL)
		return AB_OK;
	lo = (initrd->base < kernel->base ? initrd->base : kernel->base) & ~(INITRD_ALIGN - 1);
	end =
	    initrd->base < kernel->base ? kernel->base + kernel->size : initrd->base + initrd->size;
	if (end - lo <= INITRD_REACH)
		return AB_OK;
	return ab_fail(why, AB_ERR_ARG, "payload.fixed.base", initrd->base,
		       "initrd: not within 32 GiB of the kernel");
}

/* ---- what the caller gives ------------------------------------------------------------------ */

/* A guest maps pages, and an EFI memory map tells of pages: what is not RAM to it has whole ones.
 */
static enum ab_err check_pages(const struct ab_plan *plan, struct ab_error *why)
{
	static const char pages[] = "whole pages of 4096 bytes";
	const struct ab_reserve_list *list = &plan->payload->reserve;
	const struct ab_blob_list *blobs = &plan->payload->blobs;

	for (size_t i = 0; i < blobs->n; i++)
		if (blobs->at[i].type != AB_MEM_RAM && !ab_is_aligned(blobs->at[i].base, 4096))
			return ab_fail(why, AB_ERR_ARG, "payload.blobs.base", blobs->at[i].base,
				       pages);
	for (size_t i = 0; i < list->n; i++)
		if (!ab_is_aligned(list->at[i].base | list->at[i].size, 4096))
			return ab_fail(why, AB_ERR_ARG, "payload.reserve", list->at[i].base, pages);
	return AB_OK;
}

/* What RAM is to the guest is settled before what tells of it. */
enum ab_err ab_boot_layout_arm64_(struct ab_plan *plan, struct ab_error *why)
{
	struct ab_window blobs;
	enum ab_err err;

	if ((err = check_pages(plan, why)) || (err = ab_boot_add_windows_(plan, why)) ||
	    (err = ab_boot_add_callers_(plan, why)) || (err = ab_boot_add_fixed_(plan, why)) ||
	    (err = add_kernel(plan, why)) || (err = add_tables(plan, why)))
		return err;
	blobs = tables_window(plan);
	if ((err = ab_boot_add_free_blobs_(plan, &blobs, why)) || (err = add_initrd(plan, why)) ||
	    (err = check_initrd(plan, why)) ||
	    (plan->acpi.n_tables != 0 && (err = put_built(plan, AB_REGION_EFI_MAP, why))))
		return err;
	return add_tree(plan, why);
}
