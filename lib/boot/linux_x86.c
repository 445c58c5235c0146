/* SPDX-License-Identifier: BSD-2-Clause */
/* The Linux/x86 boot protocols: where the kernel lies, where it is entered, what it is given. */
#include "boot_priv.h"

#include "../x86/layout.h"

#define ENTRY_64 0x200 /* X86BOOT, 64-bit boot protocol: offset of startup_64 */

/* A decompressor older than protocol 2.10 does not say what it needs: room for its file, and for
 * a kernel at the best ratio the codecs of that time reach. */
#define OLD_INIT_RATIO 8

/* COMMAND_LINE_SIZE less its NUL, for kernels without a header to ask; and X86BOOT's limit for
 * protocols before 2.06, which probing fills in. */
#define ELF_CMDLINE_MAX 2047

uint32_t ab_boot_cmdline_max_(const struct ab_plan *plan)
{
	return plan->image.format == AB_IMAGE_BZIMAGE ? plan->image.bz.cmdline_size
						      : ELF_CMDLINE_MAX;
}

/* Bytes that the bzImage's own decompressor uses from where it was loaded. It never unpacks below
 * pref_address, relocatable or not. */
static enum ab_err self_size(const struct ab_bzimage *bz, uint64_t load, uint64_t *size,
			     struct ab_error *why)
{
	uint64_t file = bz->kernel.size;
	uint64_t room = bz->init_size != 0 ? bz->init_size : file * OLD_INIT_RATIO;
	uint64_t gap = bz->pref_address > load ? bz->pref_address - load : 0;

	if (!ab_add(room, gap, size))
		return ab_fail(why, AB_ERR_IMAGE, "setup_header.pref_address", bz->pref_address,
			       "wraps");
	*size = *size > file ? *size : file;
	return AB_OK;
}

static enum ab_err self_region(const struct ab_plan *plan, struct ab_region *r,
			       struct ab_error *why)
{
	const struct ab_bzimage *bz = &plan->image.bz;
	const struct ab_fixed *f = ab_boot_fixed_(plan, AB_REGION_KERNEL);
	struct ab_memmap map = ab_plan_memmap(plan);
	struct ab_window win = { AB_X86_HIGH, ab_boot_reach_(plan), 4096, false };
	enum ab_err err;

	if (bz->relocatable) {
		win.align = bz->kernel_alignment > 4096 ? bz->kernel_alignment : 4096;
		if (!ab_is_aligned(0, win.align))
			return ab_fail(why, AB_ERR_IMAGE, "setup_header.kernel_alignment",
				       win.align, "not a power of two");
		if (!ab_align_up(bz->pref_address > win.lo ? bz->pref_address : win.lo, win.align,
				 &win.lo))
			return ab_fail(why, AB_ERR_IMAGE, "setup_header.pref_address",
				       bz->pref_address, "wraps");
	} else if (f != NULL) {
		return ab_fail(why, AB_ERR_ARG, "payload.fixed.base", f->base,
			       "the kernel is not relocatable");
	}
	if (f != NULL && !ab_is_aligned(f->base, win.align))
		return ab_fail(why, AB_ERR_ARG, "payload.fixed.base", f->base,
			       "setup_header.kernel_alignment");
	r->base = f != NULL ? f->base : win.lo;
	if ((err = self_size(bz, r->base, &r->size, why)))
		return err;
	if (f != NULL && win.hi != 0 && !ab_within(r->base, r->size, win.hi))
		return ab_fail(why, AB_ERR_ARG, "payload.fixed.base", f->base,
			       "beyond the kernel's reach");
	if (f != NULL || !bz->relocatable || ab_memmap_find(&map, r->size, &win, &r->base))
		return AB_OK;
	return ab_fail(why, AB_ERR_NOSPACE, r->name, r->size, "machine.ram");
}

enum ab_err ab_boot_kernel_region_(const struct ab_plan *plan, struct ab_region *r,
				   struct ab_error *why)
{
	const struct ab_fixed *f = ab_boot_fixed_(plan, AB_REGION_KERNEL);

	if (!ab_boot_protocol_(plan->protocol)->unpacked)
		return self_region(plan, r, why);
	if (f != NULL)
		return ab_fail(why, AB_ERR_ARG, "payload.fixed.base", f->base,
			       "an unpacked kernel lies where it is linked");
	r->base = plan->elf.base;
	r->size = plan->elf.size;
	return AB_OK;
}

static enum ab_err pvh_entry(const struct ab_elf *elf, uint64_t *entry, struct ab_error *why)
{
	if (!elf->has_pvh)
		return ab_fail(why, AB_ERR_UNSUPPORTED, "elf.pt_note", elf->n_notes,
			       "no PVH entry (owner Xen, type 18)");
	for (uint32_t i = 0; i < elf->n_segments; i++)
		if (elf->pvh_entry >= elf->segment[i].paddr &&
		    elf->pvh_entry - elf->segment[i].paddr < elf->segment[i].mem_size) {
			*entry = elf->pvh_entry;
			return AB_OK;
		}
	return ab_fail(why, AB_ERR_IMAGE, "elf.pvh_entry", elf->pvh_entry, "in no segment");
}

enum ab_err ab_boot_entry_address_(const struct ab_plan *plan, uint64_t *entry,
				   struct ab_error *why)
{
	const struct ab_region *kernel = ab_plan_region(plan, AB_REGION_KERNEL);

	switch (plan->protocol) {
	case AB_PROTOCOL_LINUX:
		return ab_boot_elf_entry_(&plan->elf, entry, why);
	case AB_PROTOCOL_PVH:
		return pvh_entry(&plan->elf, entry, why);
	case AB_PROTOCOL_SELF:
		if (plan->image.bz.kernel.size <= ENTRY_64)
			return ab_fail(why, AB_ERR_IMAGE, "setup_header.syssize",
				       plan->image.bz.kernel.size / 16,
				       "the kernel ends before its entry at 0x200");
		*entry = kernel->base + ENTRY_64;
		return AB_OK;
	default:
		*entry = kernel->base;
		return AB_OK;
	}
}

bool ab_boot_is_mapped_(enum ab_region_kind kind)
{
	return kind == AB_REGION_KERNEL || kind == AB_REGION_CMDLINE ||
	       kind == AB_REGION_ZERO_PAGE || kind == AB_REGION_SETUP_DATA || kind == AB_REGION_GDT;
}

uint64_t ab_boot_paging_limit_(const struct ab_plan *plan)
{
	uint64_t limit = 4 * AB_GiB, kernel = plan->elf.base + plan->elf.size;

	limit = kernel > limit ? kernel : limit;
	for (uint32_t i = 0; i < plan->n_regions; i++) {
		const struct ab_region *r = &plan->region[i];

		if (ab_boot_is_mapped_(r->kind) && r->base + r->size > limit)
			limit = r->base + r->size;
	}
	return limit;
}

uint64_t ab_boot_reach_(const struct ab_plan *plan)
{
	if (!ab_boot_protocol_(plan->protocol)->long_mode)
		return 4 * AB_GiB;
	if (plan->image.format != AB_IMAGE_BZIMAGE)
		return 0;
	return (plan->image.bz.xloadflags & AB_XLF_CAN_BE_LOADED_ABOVE_4G) != 0 ? 0 : 4 * AB_GiB;
}
