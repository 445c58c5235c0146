/* SPDX-License-Identifier: BSD-2-Clause */
/* The ways "self" and "linux32": the 64-bit and the 32-bit entry of a bzImage, which unpacks
 * itself. */
#include "boot_x86.h"

#include "../base/libc.h"
#include "../x86/layout.h"

#define ENTRY_64 0x200 /* X86BOOT, 64-bit boot protocol: offset of startup_64 */

/* A header before protocol 2.10 does not give the memory that decompression needs. Assume the size
 * of the file, and of a kernel packed at the best ratio of the codecs of that time. */
#define OLD_INIT_RATIO 8

/* ---- the kernel's region ------------------------------------------------------------------ */

/* Compute the bytes that decompression uses from the load address on. Even a relocatable kernel is
 * never unpacked below pref_address. */
static enum ab_err room(const struct ab_bzimage *bz, uint64_t load, uint64_t *size,
			struct ab_error *why)
{
	const uint64_t file = bz->kernel.size;
	const uint64_t init = bz->init_size != 0 ? bz->init_size : file * OLD_INIT_RATIO;
	const uint64_t gap = bz->pref_address > load ? bz->pref_address - load : 0;

	if (!ab_add(init, gap, size))
		return ab_fail(why, AB_ERR_IMAGE, "setup_header.pref_address", bz->pref_address,
			       "pref_address + init_size must not wrap");
	*size = *size > file ? *size : file;
	return AB_OK;
}

/* Compute the addresses of a relocatable kernel: its preferred address, or any free one above. */
static enum ab_err window(const struct ab_bzimage *bz, struct ab_window *win, struct ab_error *why)
{
	win->align = bz->kernel_alignment > 4096 ? bz->kernel_alignment : 4096;
	if (!ab_is_aligned(0, win->align))
		return ab_fail(why, AB_ERR_IMAGE, "setup_header.kernel_alignment", win->align,
			       "must be a power of 2");
	if (!ab_align_up(bz->pref_address > win->lo ? bz->pref_address : win->lo, win->align,
			 &win->lo))
		return ab_fail(why, AB_ERR_IMAGE, "setup_header.pref_address", bz->pref_address,
			       "must not wrap when it is aligned");
	return AB_OK;
}

static enum ab_err fixed(const struct ab_plan *plan, const struct ab_fixed *f,
			 const struct ab_window *win, struct ab_region *r, struct ab_error *why)
{
	const struct ab_bzimage *bz = &plan->kernel.file.bz;
	enum ab_err err;

	if (!bz->relocatable)
		return ab_boot_bad_fixed_(plan, f, "the kernel must be relocatable", why);
	if (!ab_is_aligned(f->base, win->align))
		return ab_boot_bad_fixed_(
		    plan, f, "must be a multiple of setup_header.kernel_alignment", why);
	r->base = f->base;
	if ((err = room(bz, r->base, &r->size, why)))
		return err;
	if (win->hi != 0 && !ab_within(r->base, r->size, win->hi))
		return ab_boot_bad_fixed_(plan, f, "the kernel must end below 4 GiB", why);
	return AB_OK;
}

static enum ab_err kernel(const struct ab_plan *plan, struct ab_region *r, struct ab_error *why)
{
	const struct ab_bzimage *bz = &plan->kernel.file.bz;
	const struct ab_fixed *f = ab_boot_fixed_(plan, AB_REGION_KERNEL);
	const struct ab_memmap map = ab_plan_memmap(plan);
	struct ab_window win = { AB_X86_HIGH, ab_boot_reach_x86_(plan), 4096, false };
	enum ab_err err;

	if (bz->relocatable && (err = window(bz, &win, why)))
		return err;
	if (f != NULL)
		return fixed(plan, f, &win, r, why);
	r->base = win.lo;
	if ((err = room(bz, r->base, &r->size, why)))
		return err;
	if (!bz->relocatable || ab_memmap_find(&map, r->size, &win, &r->base))
		return AB_OK;
	return ab_fail(why, AB_ERR_NOSPACE, r->name, r->size,
		       "machine.ram has no free range as large where it may lie");
}

/* ---- self --------------------------------------------------------------------------------- */

/* True if the 64-bit entry that xloadflags promises has code: kernels that copied the flags without
 * having the entry begin with zeros there, which are no useful instruction. */
static bool has_entry_64(const struct ab_bytes *kernel)
{
	static const uint8_t zeros[16];

	return kernel->size < ENTRY_64 + sizeof(zeros) ||
	       memcmp((const uint8_t *)kernel->data + ENTRY_64, zeros, sizeof(zeros)) != 0;
}

static const char *suits_64(const struct ab_plan *plan)
{
	const struct ab_image *file = &plan->kernel.file;

	if (file->format != AB_IMAGE_BZIMAGE || (file->bz.xloadflags & AB_XLF_KERNEL_64) == 0 ||
	    !has_entry_64(&file->bz.kernel))
		return NULL;
	if (ab_boot_wants_kaslr_(plan) && file->bz.relocatable)
		return "the kernel is to choose its own address";
	return file->bz.payload.size == 0 ? "the bzImage does not say where its payload is"
					  : "no decoder for the bzImage's payload is built in";
}

static enum ab_err first_64(const struct ab_plan *plan, uint64_t *entry, struct ab_error *why)
{
	const size_t size = plan->kernel.file.bz.kernel.size;

	if (size <= ENTRY_64)
		return ab_fail(why, AB_ERR_IMAGE, "setup_header.syssize", size / 16,
			       "the kernel must reach beyond its 64-bit entry at 0x200");
	if (!has_entry_64(&plan->kernel.file.bz.kernel))
		return ab_fail(
		    why, AB_ERR_IMAGE, "setup_header.xloadflags", plan->kernel.file.bz.xloadflags,
		    "must not have XLF_KERNEL_64, as there are zeros at the 64-bit entry; "
		    "linux32 needs none");
	*entry = ab_boot_gpa_(plan, AB_REGION_KERNEL) + ENTRY_64;
	return AB_OK;
}

const struct ab_boot_way ab_boot_self_x86_ = {
	AB_BOOT_WAY_X86,
	.protocol = AB_PROTOCOL_SELF,
	.kinds = AB_BOOT_KIND(AB_REGION_ACPI) | AB_BOOT_ZERO_PAGE_KINDS |
		 AB_BOOT_KIND(AB_REGION_PAGE_TABLES),
	.suits = suits_64,
	.kernel = kernel,
	.first = first_64,
};

/* ---- linux32 ------------------------------------------------------------------------------ */

static const char *suits_32(const struct ab_plan *plan)
{
	return plan->kernel.file.format == AB_IMAGE_BZIMAGE ? "the bzImage has no 64-bit entry"
							    : NULL;
}

/* A header that moves the entry within the kernel is believed. */
static enum ab_err first_32(const struct ab_plan *plan, uint64_t *entry, struct ab_error *why)
{
	const struct ab_bzimage *bz = &plan->kernel.file.bz;
	const uint64_t at = bz->code32_start != 0 ? bz->code32_start : AB_X86_HIGH;

	if (at < AB_X86_HIGH || at - AB_X86_HIGH >= bz->kernel.size)
		return ab_fail(
		    why, AB_ERR_UNSUPPORTED, "setup_header.code32_start", at,
		    "must be 0x100000, where the kernel's first byte is loaded, or lie in "
		    "the kernel behind");
	*entry = ab_boot_gpa_(plan, AB_REGION_KERNEL) + (at - AB_X86_HIGH);
	return AB_OK;
}

const struct ab_boot_way ab_boot_linux32_x86_ = {
	AB_BOOT_WAY_X86,
	.protocol = AB_PROTOCOL_LINUX32,
	.kinds = AB_BOOT_KIND(AB_REGION_ACPI) | AB_BOOT_ZERO_PAGE_KINDS,
	.suits = suits_32,
	.kernel = kernel,
	.first = first_32,
};
