/* SPDX-License-Identifier: BSD-2-Clause */
/* The ways "multiboot" and "multiboot2": the 32-bit entry of a kernel with a Multiboot header. */
#include "boot_x86.h"

#include "../image/image_priv.h"
#include "../x86/layout.h"

/* MB1 3.2, MB2 3.3: EAX at the entry */
#define MAGIC_1 0x2badb002u
#define MAGIC_2 0x36d76289u

#define FLAG_VIDEO 0x4u /* MB1 3.1.2 */

/* The header of the way's version. */
static const struct ab_multiboot *header(const struct ab_plan *plan)
{
	return &plan->kernel.multiboot[plan->protocol == AB_PROTOCOL_MULTIBOOT2];
}

/* Both are asked one after the other. */
static bool is_best(const struct ab_plan *plan, const struct ab_multiboot *mb)
{
	return ab_multiboot_best_(plan->kernel.multiboot) == mb;
}

static const char *suits_1(const struct ab_plan *plan)
{
	return is_best(plan, &plan->kernel.multiboot[0]) ? "the kernel has a Multiboot header"
							 : NULL;
}

static const char *suits_2(const struct ab_plan *plan)
{
	return is_best(plan, &plan->kernel.multiboot[1]) ? "the kernel has a Multiboot2 header"
							 : NULL;
}

/* ---- checks ------------------------------------------------------------------------------- */

static enum ab_err check_header(const struct ab_plan *plan, struct ab_error *why)
{
	const struct ab_multiboot *mb = header(plan);

	if (mb->version == 0)
		return ab_fail_named_(why, AB_ERR_UNSUPPORTED, "kernel", 0,
				      ab_protocol_name(plan->protocol), 0,
				      "must have a Multiboot header of this version");
	return mb->refused.code != AB_OK ? ab_fail_with_(why, &mb->refused) : AB_OK;
}

static enum ab_err accepts(const struct ab_plan *plan, struct ab_error *why)
{
	const enum ab_image_format format = plan->kernel.file.format;
	enum ab_err err;

	if (format != AB_IMAGE_ELF && format != AB_IMAGE_MULTIBOOT && format != AB_IMAGE_PACKED)
		return ab_fail_named_(why, AB_ERR_UNSUPPORTED, "payload.kernel.format", 0,
				      ab_image_format_name(format), format,
				      "has entries of its own, and no Multiboot header is read");
	if ((err = ab_boot_accepts_x86_(plan, why)))
		return err;
	return format != AB_IMAGE_PACKED ? check_header(plan, why) : AB_OK;
}

/* The entry is 32-bit code, and all that it is told has 32 bits. */
static enum ab_err accepts_kernel(struct ab_plan *plan, struct ab_error *why)
{
	struct ab_kernel *k = &plan->kernel;
	const uint64_t size = k->file.format == AB_IMAGE_PACKED ? UINT64_MAX : k->file.file.size;
	struct ab_error e = { .code = AB_OK };
	enum ab_err err;

	if ((err = check_header(plan, why)) ||
	    (err = ab_multiboot_elf_(header(plan), size, &k->elf, why)) ||
	    (err = ab_boot_accepts_elf_x86_(plan, why)))
		return err;
	if (!ab_within(k->elf.base, k->elf.size, 4 * AB_GiB))
		return ab_fail_at_(why, AB_ERR_UNSUPPORTED, "elf.phdr[].p_paddr",
				   k->elf.header[k->elf.n_segments - 1],
				   k->elf.segment[k->elf.n_segments - 1].paddr,
				   "the segment must end at or below 4 GiB, as the entry is 32-bit "
				   "code");
	if (header(plan)->has_load && k->passes != 0)
		k->passes = 1; /* one segment, not the ELF's */
	if ((header(plan)->flags & FLAG_VIDEO) != 0)
		(void)ab_fail(&e, AB_ERR_UNSUPPORTED, "multiboot.flags", header(plan)->flags,
			      "wishes for a video mode (bit 2): there is none, and the kernel is "
			      "told of none");
	ab_boot_warn_(plan, &e);
	return AB_OK;
}

/* ---- addresses ---------------------------------------------------------------------------- */

/* MB2 3.1.13. No part of the image comes to lie below 1 MiB. */
static enum ab_err relocated(const struct ab_plan *plan, const struct ab_multiboot *mb,
			     struct ab_region *r, struct ab_error *why)
{
	const struct ab_memmap map = ab_plan_memmap(plan);
	const struct ab_elf *elf = &plan->kernel.elf;
	struct ab_window win = { mb->min_addr, (uint64_t)mb->max_addr + 1,
				 mb->align > 4096 ? mb->align : 4096, mb->preference == 2 };

	win.lo = win.lo > AB_X86_HIGH ? win.lo : AB_X86_HIGH;
	r->size = elf->size;
	if (mb->preference == 0 && elf->base >= win.lo && ab_is_aligned(elf->base, win.align)) {
		struct ab_window linked = win;

		linked.lo = elf->base;
		if (ab_memmap_find(&map, r->size, &linked, &r->base) && r->base == elf->base)
			return AB_OK;
	}
	return ab_memmap_find(&map, r->size, &win, &r->base) ? AB_OK : ab_boot_nowhere_(r, why);
}

static enum ab_err kernel(const struct ab_plan *plan, struct ab_region *r, struct ab_error *why)
{
	const struct ab_multiboot *mb = header(plan);

	return mb->relocatable && ab_boot_fixed_(plan, AB_REGION_KERNEL) == NULL
		   ? relocated(plan, mb, r, why)
		   : ab_boot_linked_(plan, r, why);
}

static enum ab_err first(const struct ab_plan *plan, uint64_t *entry, struct ab_error *why)
{
	const enum ab_err err = ab_kernel_entry_(&plan->kernel.elf, entry, why);

	*entry += ab_boot_gpa_(plan, AB_REGION_KERNEL) - plan->kernel.elf.base;
	return err;
}

/* ---- registers ---------------------------------------------------------------------------- */

static void first_cpu(const struct ab_plan *plan, struct ab_vcpu *cpu)
{
	ab_boot_first_cpu_x86_(plan, cpu);
	cpu->x86.gpr[AB_X86_RAX] = plan->protocol == AB_PROTOCOL_MULTIBOOT2 ? MAGIC_2 : MAGIC_1;
	cpu->x86.gpr[AB_X86_RBX] = ab_boot_gpa_(plan, AB_REGION_MULTIBOOT_INFO);
}

#define WAY                                                                                        \
	AB_BOOT_OWN_WAY_X86,                                                                       \
	    .unpacks = true,                                                                       \
	    .kinds = AB_BOOT_KIND(AB_REGION_ACPI) | AB_BOOT_KIND(AB_REGION_MODULE) |               \
		     AB_BOOT_KIND(AB_REGION_BDA) | AB_BOOT_KIND(AB_REGION_MULTIBOOT_INFO),         \
	    .accepts = accepts, .accepts_kernel = accepts_kernel, .kernel = kernel,                \
	    .first = first, .first_cpu = first_cpu

const struct ab_boot_way ab_boot_multiboot_ = {
	.protocol = AB_PROTOCOL_MULTIBOOT,
	.suits = suits_1,
	WAY,
};

const struct ab_boot_way ab_boot_multiboot2_ = {
	.protocol = AB_PROTOCOL_MULTIBOOT2,
	.suits = suits_2,
	WAY,
};
