/* SPDX-License-Identifier: BSD-2-Clause */
/* The way "linux" on x86: the 64-bit boot protocol into an ELF kernel, or into that of a
 * bzImage. */
#include "boot_x86.h"

static const char *suits(const struct ab_plan *plan)
{
	const struct ab_bzimage *bz = &plan->kernel.file.bz;
	const struct ab_elf *elf = &plan->kernel.elf;

	if (plan->kernel.file.format == AB_IMAGE_BZIMAGE) {
		if (ab_boot_wants_kaslr_(plan) && bz->relocatable)
			return NULL;
		if ((bz->xloadflags & AB_XLF_KERNEL_64) == 0 || bz->payload.size == 0 ||
		    !ab_codec_built(plan->kernel.begins))
			return NULL;
		return "the bzImage's payload is unpacked here, faster than by the guest";
	}
	if (plan->kernel.file.format == AB_IMAGE_MULTIBOOT)
		return NULL;
	if (elf->n_segments == 0) /* not yet resolved, or refused by name */
		return "the kernel is unpacked here";
	return elf->is_linux && elf->bits == 64 ? "the ELF has notes of Linux" : NULL;
}

static enum ab_err first(const struct ab_plan *plan, uint64_t *entry, struct ab_error *why)
{
	return ab_kernel_entry_(&plan->kernel.elf, entry, why);
}

const struct ab_boot_way ab_boot_linux_x86_ = {
	.arch = AB_ARCH_X86_64,
	.protocol = AB_PROTOCOL_LINUX,
	.unpacks = true,
	.by_notes = true,
	.kinds = AB_BOOT_KIND(AB_REGION_ACPI) | AB_BOOT_ZERO_PAGE_KINDS |
		 AB_BOOT_KIND(AB_REGION_PAGE_TABLES),
	.fixable = AB_BOOT_FIXABLE_X86,
	.build = ab_boot_build_x86_,
	.suits = suits,
	.accepts = ab_boot_accepts_x86_,
	.accepts_kernel = ab_boot_accepts_elf_x86_,
	.kernel = ab_boot_linked_,
	.first = first,
	.layout = ab_boot_layout_x86_,
	.work = ab_boot_work_x86_,
	.every = ab_boot_every_x86_,
	.first_cpu = ab_boot_first_cpu_x86_,
};
