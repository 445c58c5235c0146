/* SPDX-License-Identifier: BSD-2-Clause */
/* The way "linux" on arm64: the boot protocol into an Image, an ELF kernel or a flat binary. */
#include "boot_arm64.h"

#define PHYS_END (UINT64_C(1) << 52) /* end of all physical addresses */

static const char *suits(const struct ab_plan *plan)
{
	(void)plan;
	return "arm64 kernels have one way in";
}

/* ---- checks ------------------------------------------------------------------------------- */

/* Check that memory which is not RAM for the guest consists of whole pages: the guest maps pages,
 * and an EFI memory map lists pages. */
static enum ab_err check_pages(const struct ab_payload *p, struct ab_error *why)
{
	static const char rule[] = "must be a multiple of 4096";

	for (size_t i = 0; i < p->blobs.n; i++)
		if (p->blobs.at[i].type != AB_MEM_RAM && !ab_is_aligned(p->blobs.at[i].base, 4096))
			return ab_fail_at_(why, AB_ERR_ARG, "payload.blobs[].base", i,
					   p->blobs.at[i].base, rule);
	for (size_t i = 0; i < p->reserve.n; i++) {
		if (!ab_is_aligned(p->reserve.at[i].base, 4096))
			return ab_fail_at_(why, AB_ERR_ARG, "payload.reserve[].base", i,
					   p->reserve.at[i].base, rule);
		if (!ab_is_aligned(p->reserve.at[i].size, 4096))
			return ab_fail_at_(why, AB_ERR_ARG, "payload.reserve[].size", i,
					   p->reserve.at[i].size, rule);
	}
	return AB_OK;
}

static enum ab_err accepts(const struct ab_plan *plan, struct ab_error *why)
{
	const struct ab_payload *p = plan->payload;
	const enum ab_image_format format = plan->kernel.file.format;
	const struct {
		const char *what;
		uint64_t value;
	} x86[] = {
		{ "payload.flags", p->flags & (AB_LA57 | AB_MODULES_LOW) },
		{ "payload.setup_data.n", p->setup_data.n },
		{ "payload.modules.n", p->modules.n },
	};

	if (format == AB_IMAGE_BZIMAGE || format == AB_IMAGE_MULTIBOOT)
		return ab_fail_named_(why, AB_ERR_UNSUPPORTED, "payload.kernel.format", 0,
				      ab_image_format_name(format), format,
				      "the machine is arm64, the kernel x86");
	if (ab_boot_is_flat_(plan) && plan->kernel.file.elf.entry % 4 != 0)
		return ab_fail(why, AB_ERR_ARG, "payload.flat.entry", plan->kernel.file.elf.entry,
			       "must be a multiple of 4");
	for (size_t i = 0; i < sizeof(x86) / sizeof(x86[0]); i++)
		if (x86[i].value != 0)
			return ab_fail(why, AB_ERR_UNSUPPORTED, x86[i].what, x86[i].value,
				       "only x86 kernels take it");
	return check_pages(p, why);
}

static enum ab_err accepts_kernel(struct ab_plan *plan, struct ab_error *why)
{
	const struct ab_elf *elf = &plan->kernel.elf;

	if (elf->machine != AB_EM_AARCH64)
		return ab_fail(why, AB_ERR_UNSUPPORTED, "elf.e_machine", elf->machine,
			       "must be 183 (AArch64)");
	if (elf->bits != 64)
		return ab_fail(why, AB_ERR_UNSUPPORTED, "elf.ei_class", 1, "must be 2 (64-bit)");
	return AB_OK;
}

/* ---- the kernel's address ----------------------------------------------------------------- */

/* True if the kernel may be loaded at any multiple of 2 MiB, like an Image: the physical addresses
 * of a Linux vmlinux are kernel virtual addresses. Other ELF files, and flat binaries, whose
 * machine nobody knows, have a fixed address. */
static bool is_movable(const struct ab_elf *elf)
{
	return elf->base >= PHYS_END && elf->machine != 0;
}

/* Choose the lowest multiple of 2 MiB: kernels before Linux 4.6 cannot use the RAM below it. */
static enum ab_err kernel(const struct ab_plan *plan, struct ab_region *r, struct ab_error *why)
{
	const struct ab_fixed *f = ab_boot_fixed_(plan, AB_REGION_KERNEL);
	const struct ab_window low = { 0, 0, AB_BOOT_BLOCK_ARM64, false };
	const struct ab_elf *elf = &plan->kernel.elf;
	const struct ab_memmap map = ab_plan_memmap(plan);
	const uint64_t offset = elf->base % AB_BOOT_BLOCK_ARM64;
	uint64_t size;

	r->base = elf->base;
	r->size = elf->size;
	if (f != NULL) {
		if (!is_movable(elf))
			return ab_boot_bad_fixed_(plan, f,
						  "this kernel must lie where it is linked", why);
		if (f->base % AB_BOOT_BLOCK_ARM64 != offset)
			return ab_boot_bad_fixed_(
			    plan, f, "must be text_offset above a multiple of 2 MiB", why);
		r->base = f->base;
	} else if (is_movable(elf)) {
		if (!ab_add(r->size, offset, &size) || !ab_memmap_find(&map, size, &low, &r->base))
			return ab_fail(why, AB_ERR_NOSPACE, r->name, r->size,
				       "machine.ram has no free range as large");
		r->base += offset;
	}
	return AB_OK;
}

static enum ab_err first(const struct ab_plan *plan, uint64_t *entry, struct ab_error *why)
{
	const struct ab_elf *elf = &plan->kernel.elf;
	enum ab_err err = ab_kernel_entry_(elf, entry, why);

	if (err != AB_OK)
		return err;
	*entry += ab_boot_gpa_(plan, AB_REGION_KERNEL) - elf->base;
	return *entry % 4 == 0 ? AB_OK
			       : ab_fail(why, AB_ERR_IMAGE, "elf.e_entry", elf->entry,
					 "must lie at a multiple of 4 in memory");
}

const struct ab_boot_way ab_boot_linux_arm64_ = {
	.arch = AB_ARCH_ARM64,
	.protocol = AB_PROTOCOL_LINUX,
	.flat = AB_PROTOCOL_FLAT,
	.unpacks = true,
	.whole_pages = true,
	.kinds = AB_BOOT_KIND(AB_REGION_ACPI) | AB_BOOT_KIND(AB_REGION_DTB),
	.fixable = AB_BOOT_KIND(AB_REGION_INITRD) | AB_BOOT_KIND(AB_REGION_ACPI) |
		   AB_BOOT_KIND(AB_REGION_DTB) | AB_BOOT_KIND(AB_REGION_KERNEL),
	.build = ab_boot_build_arm64_,
	.suits = suits,
	.accepts = accepts,
	.accepts_kernel = accepts_kernel,
	.kernel = kernel,
	.first = first,
	.layout = ab_boot_layout_arm64_,
	.work = ab_boot_work_arm64_,
	.every = ab_boot_every_arm64_,
	.first_cpu = ab_boot_first_cpu_arm64_,
};
