/* SPDX-License-Identifier: BSD-2-Clause */
/* The way "pvh": the 32-bit entry that a note of an ELF kernel gives. */
#include "boot_x86.h"

static const char *suits(const struct ab_plan *plan)
{
	return plan->kernel.elf.has_pvh ? "a note of the ELF gives a PVH entry" : NULL;
}

static enum ab_err accepts_kernel(struct ab_plan *plan, struct ab_error *why)
{
	enum ab_err err = ab_boot_accepts_elf_x86_(plan, why);

	if (err != AB_OK || plan->kernel.elf.has_pvh)
		return err;
	return ab_fail(why, AB_ERR_UNSUPPORTED, "kernel", 0,
		       "protocol pvh needs an ELF note that names the entry (owner Xen, type 18)");
}

static enum ab_err first(const struct ab_plan *plan, uint64_t *entry, struct ab_error *why)
{
	const struct ab_elf *elf = &plan->kernel.elf;

	for (uint32_t i = 0; i < elf->n_segments; i++)
		if (elf->pvh_entry >= elf->segment[i].paddr &&
		    elf->pvh_entry - elf->segment[i].paddr < elf->segment[i].mem_size) {
			*entry = elf->pvh_entry;
			return AB_OK;
		}
	return ab_fail(why, AB_ERR_IMAGE, "elf.pvh_entry", elf->pvh_entry, "must lie in a segment");
}

const struct ab_boot_way ab_boot_pvh_ = {
	AB_BOOT_WAY_X86,
	.protocol = AB_PROTOCOL_PVH,
	.unpacks = true,
	.pvh_note = true,
	.kinds = AB_BOOT_KIND(AB_REGION_ACPI) | AB_BOOT_KIND(AB_REGION_START_INFO) |
		 AB_BOOT_KIND(AB_REGION_MODULE),
	.suits = suits,
	.accepts_kernel = accepts_kernel,
	.kernel = ab_boot_linked_,
	.first = first,
};
