/* SPDX-License-Identifier: BSD-2-Clause */
/* Layout of an arm64 guest, by ARM64BOOT: kernel and device tree low, initrd and tables high.
 * Regions in RAM come before the tables that list them. */
#include "boot_arm64.h"

#include "../fdt/fdt_priv.h"
#include "../fdt/pools.h"
#include "../mem/mem_priv.h"

#define TREE_REACH                                                                                 \
	(512 * AB_MiB) /* ARM64BOOT 2, before Linux 4.2: bytes from the kernel's boundary */
#define INITRD_ALIGN AB_GiB /* ARM64BOOT 4: alignment of the window with kernel and initrd */
#define INITRD_REACH (32 * AB_GiB) /* and its size */

/* ---- windows ------------------------------------------------------------------------------ */

/* ARM64BOOT 4: the window for an initrd above the kernel, or below it as second choice. */
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

/* High, as kernels need low memory for devices with few address bits, yet near the kernel. */
static struct ab_window tables_window(const struct ab_plan *plan)
{
	return (struct ab_window){ 0, initrd_window(plan, false).hi, 4096, true };
}

/* ---- memory that the caller's trees reserve ----------------------------------------------- */

/* The guest learns of it from the merged tree itself, so the map has it as RAM where it is. While
 * the list is not sorted, its index continues those of the payload's list. */
static enum ab_err add_pool(struct ab_plan *plan, const struct ab_fdt_pool *pool, const char *what,
			    size_t index, size_t *n, struct ab_error *why)
{
	const struct ab_ram_list *ram = &plan->machine->ram;
	const struct ab_memmap map = ab_plan_memmap(plan);
	struct ab_region r =
	    ab_boot_region_(AB_REGION_RESERVED, pool->range.base, pool->range.size);
	const size_t i = ab_ram_at_(ram, r.base);
	bool outside;

	if (!ab_range_ok(r.base, r.size))
		return ab_fail_named_(why, AB_ERR_IMAGE, what, index, pool->name, 0,
				      "reg of reserved memory must not wrap");
	outside = i == ram->n || !ab_overlaps(r.base, r.size, ram->at[i].base, ram->at[i].size);
	if (!outside && !ab_memmap_is_ram(&map, r.base, r.size))
		return ab_fail_named_(why, AB_ERR_UNSUPPORTED, what, index, pool->name, r.base,
				      "memory that a tree reserves must lie wholly in machine.ram, "
				      "or outside of it");
	r.name = pool->name;
	r.index = (uint32_t)(*n)++;
	r.type = outside ? AB_MEM_RESERVED : AB_MEM_RAM; /* what is no RAM is never told to be */
	return ab_boot_append_(plan, &r, why);
}

static enum ab_err add_tree_pools(struct ab_plan *plan, struct ab_bytes tree, const char *what,
				  size_t index, size_t *n, struct ab_error *why)
{
	struct ab_fdt_pools pools;
	struct ab_fdt_pool pool;
	enum ab_err err;

	ab_fdt_pools_begin_(&pools, tree);
	while (ab_fdt_pools_next_(&pools, &pool))
		if ((err = add_pool(plan, &pool, what, index, n, why)))
			return err;
	return AB_OK;
}

static enum ab_err add_pools(struct ab_plan *plan, struct ab_error *why)
{
	const struct ab_bytes_list *trees = &plan->machine->fdt.overlays;
	const size_t first = plan->payload->reserve.n;
	enum ab_err err = AB_OK;
	size_t n = first, bad;

	if (plan->acpi.n_tables != 0)
		return AB_OK;
	for (size_t i = 0; err == AB_OK && plan->tree.size == 0 && i < trees->n; i++)
		err = add_tree_pools(plan, trees->at[i], "machine.fdt.overlays[]", i, &n, why);
	if (err == AB_OK && plan->tree.size != 0)
		err = add_tree_pools(plan, plan->tree, "UKI's device tree", 0, &n, why);
	for (size_t i = 0; err == AB_OK && i < ab_boot_n_addons_(plan); i++)
		err = add_tree_pools(plan, ab_boot_addon_tree_(plan, i), AB_FDT_ADDON, i, &n, why);
	if (err != AB_OK || n == first ||
	    (err = ab_boot_sort_(plan, AB_REGION_RESERVED, n, &bad, why)))
		return err;
	for (uint32_t i = 0; i < plan->regions.n; i++)
		if (plan->regions.at[i].kind == AB_REGION_RESERVED &&
		    plan->regions.at[i].index >= first)
			plan->regions.at[i].index = UINT32_MAX; /* in no list of the payload's */
	return AB_OK;
}

/* ---- regions with an address of the caller's ---------------------------------------------- */

/* The size of the device tree is not final: it may still get an initrd and the node of
 * reservations, with an entry for each blob, and one more for each RAM range into which a blob may
 * extend. */
static enum ab_err fit(struct ab_plan *plan, struct ab_region *r, struct ab_error *why)
{
	const uint64_t blobs = plan->payload->blobs.n;
	size_t size;
	enum ab_err err;

	switch (r->kind) {
	case AB_REGION_INITRD:
		return ab_boot_initrd_size_(plan, &r->size, why);
	case AB_REGION_ACPI:
		*r = ab_boot_region_(r->kind, r->base, plan->acpi.size);
		return AB_OK;
	default:
		err = ab_boot_measure_(plan, AB_REGION_DTB, &size, why);
		r->size = size + AB_FDT_INITRD_MAX;
		if (blobs != 0)
			r->size += AB_FDT_RESERVED_MAX * (1 + blobs + plan->machine->ram.n);
		return err;
	}
}

static enum ab_err add_fixed(struct ab_plan *plan, struct ab_error *why)
{
	return ab_boot_layout_fixed_(plan, fit, why);
}

/* ---- ACPI without firmware ---------------------------------------------------------------- */

static enum ab_err put_built(struct ab_plan *plan, enum ab_region_kind kind, struct ab_error *why)
{
	const struct ab_window win = tables_window(plan);
	struct ab_region r;
	size_t size;
	enum ab_err err = ab_boot_measure_(plan, kind, &size, why);

	if (err != AB_OK)
		return err;
	r = ab_boot_region_(kind, 0, size);
	if (kind == AB_REGION_RSDP) /* not in an x86 legacy area: reserved like the tables */
		r.type = AB_MEM_ACPI;
	return ab_boot_put_(plan, r, &win, 1, why);
}

/* Add all tables but the EFI memory map, which lists them. */
static enum ab_err add_tables(struct ab_plan *plan, struct ab_error *why)
{
	static const enum ab_region_kind built[] = { AB_REGION_RSDP, AB_REGION_SMBIOS,
						     AB_REGION_EFI };
	const struct ab_window win = tables_window(plan);
	const struct ab_acpi_set *acpi = &plan->acpi;
	enum ab_err err;

	if (acpi->n_tables == 0)
		return AB_OK;
	ab_boot_at_least_(&plan->work, acpi->largest);
	if ((err =
		 ab_boot_put_(plan, ab_boot_region_(AB_REGION_ACPI, 0, acpi->size), &win, 1, why)))
		return err;
	for (size_t i = 0; i < sizeof(built) / sizeof(built[0]); i++)
		if ((err = put_built(plan, built[i], why)))
			return err;
	return AB_OK;
}

static enum ab_err add_efi_map(struct ab_plan *plan, struct ab_error *why)
{
	return plan->acpi.n_tables != 0 ? put_built(plan, AB_REGION_EFI_MAP, why) : AB_OK;
}

/* ---- the others --------------------------------------------------------------------------- */

static enum ab_err add_free_blobs(struct ab_plan *plan, struct ab_error *why)
{
	return ab_boot_layout_free_(plan, 0, tables_window(plan).hi, why);
}

static enum ab_err add_initrd(struct ab_plan *plan, struct ab_error *why)
{
	const struct ab_window win[] = { initrd_window(plan, false), initrd_window(plan, true) };
	struct ab_region r = ab_boot_region_(AB_REGION_INITRD, 0, 0);
	enum ab_err err;

	if ((err = ab_boot_initrd_size_(plan, &r.size, why)) || r.size == 0)
		return err;
	return ab_boot_put_(plan, r, win, sizeof(win) / sizeof(win[0]), why);
}

static enum ab_err check_initrd(struct ab_plan *plan, struct ab_error *why)
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
	return ab_boot_bad_fixed_(plan, ab_boot_fixed_(plan, AB_REGION_INITRD),
				  "must be in one window of 32 GiB with the kernel", why);
}

/* Add the device tree. ARM64BOOT 2: the kernel maps it in blocks of 2 MiB, so it should have a
 * block of its own, which kernels before Linux 4.2 can reach. */
static enum ab_err add_tree(struct ab_plan *plan, struct ab_error *why)
{
	const struct ab_region *kernel = ab_plan_region(plan, AB_REGION_KERNEL);
	const struct ab_window win[] = {
		{ kernel->base, (kernel->base & ~(AB_BOOT_BLOCK_ARM64 - 1)) + TREE_REACH,
		  AB_BOOT_BLOCK_ARM64, false },
		{ 0, 0, AB_BOOT_BLOCK_ARM64, false },
		{ 0, 0, 8, true },
	};
	size_t size;
	enum ab_err err = ab_boot_measure_(plan, AB_REGION_DTB, &size, why);

	if (err != AB_OK)
		return err;
	if (size > AB_BOOT_BLOCK_ARM64)
		return ab_fail(why, AB_ERR_NOSPACE, "device tree", size,
			       "a tree must not be larger than 2 MiB");
	return ab_boot_put_(plan, ab_boot_region_(AB_REGION_DTB, 0, size), win,
			    sizeof(win) / sizeof(win[0]), why);
}

ab_boot_step *const ab_boot_layout_arm64_[] = {
	ab_boot_layout_devs_,
	ab_boot_layout_callers_,
	add_pools,
	add_fixed,
	ab_boot_layout_kernel_,
	add_tables,
	add_free_blobs,
	add_initrd,
	check_initrd,
	add_efi_map,
	add_tree,
	NULL,
};
