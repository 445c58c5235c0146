/* SPDX-License-Identifier: BSD-2-Clause */
/* The ways "linux" and "linux32" of an ELF on x86: the 64-bit boot protocol, for which the ELF may
 * also be unpacked from a bzImage, and the 32-bit one. A flat binary goes them, too. */
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
	AB_BOOT_WAY_X86,
	.protocol = AB_PROTOCOL_LINUX,
	.flat = AB_PROTOCOL_FLAT,
	.unpacks = true,
	.by_notes = true,
	.kinds = AB_BOOT_KIND(AB_REGION_ACPI) | AB_BOOT_ZERO_PAGE_KINDS |
		 AB_BOOT_KIND(AB_REGION_PAGE_TABLES),
	.suits = suits,
	.accepts_kernel = ab_boot_accepts_elf_x86_,
	.kernel = ab_boot_linked_,
	.first = first,
};

/* ---- linux32 ------------------------------------------------------------------------------ */

static const char *suits_32(const struct ab_plan *plan)
{
	const struct ab_elf *elf = &plan->kernel.elf;

	return elf->is_linux && elf->machine == AB_EM_386 ? "the i386 ELF has notes of Linux"
							  : NULL;
}

static enum ab_err accepts_kernel_32(struct ab_plan *plan, struct ab_error *why)
{
	const enum ab_err err = ab_boot_accepts_elf_x86_(plan, why);

	if (err != AB_OK || plan->kernel.elf.machine == AB_EM_386)
		return err;
	return ab_fail(why, AB_ERR_UNSUPPORTED, "elf.e_machine", plan->kernel.elf.machine,
		       "must be 3 (i386) for protocol linux32");
}

const struct ab_boot_way ab_boot_linux32_elf_x86_ = {
	AB_BOOT_WAY_X86,
	.protocol = AB_PROTOCOL_LINUX32,
	.flat = AB_PROTOCOL_FLAT32,
	.unpacks = true,
	.no_bzimage = true,
	.kinds = AB_BOOT_KIND(AB_REGION_ACPI) | AB_BOOT_ZERO_PAGE_KINDS,
	.suits = suits_32,
	.accepts_kernel = accepts_kernel_32,
	.kernel = ab_boot_linked_,
	.first = first,
};
