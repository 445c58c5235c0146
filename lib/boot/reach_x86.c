/* SPDX-License-Identifier: BSD-2-Clause */
/* Checks that the x86 ways share, and the addresses that their kernels can reach. */
#include "boot_x86.h"

#include "../base/libc.h"
#include "../x86/layout.h"
#include "../x86/x86_priv.h"

/* ---- checks ------------------------------------------------------------------------------- */

/* Whether the way has regions of @kind may only be known once the kernel is. */
static bool has_none(const struct ab_plan *plan, enum ab_region_kind kind)
{
	const bool unsettled = ab_boot_unsettled_(plan) && plan->kernel.elf.n_segments == 0;

	return !ab_boot_has_(plan, kind) && !unsettled;
}

static enum ab_err check_setup_data(const struct ab_plan *plan, struct ab_error *why)
{
	const struct ab_payload *p = plan->payload;

	if (p->setup_data.n != 0 && has_none(plan, AB_REGION_SETUP_DATA))
		return ab_fail_named_(why, AB_ERR_UNSUPPORTED, "payload.setup_data.n", 0,
				      ab_protocol_name(plan->protocol), p->setup_data.n,
				      "must be 0: the protocol has no setup_data");
	for (size_t i = 0; i < p->setup_data.n; i++) {
		const struct ab_setup_data *s = &p->setup_data.at[i];

		if (s->type == 0 || s->type == AB_SETUP_E820_EXT || s->type >> 31 != 0)
			return ab_fail_at_(why, AB_ERR_ARG, "payload.setup_data[].type", i, s->type,
					   "must be 2 to 0x7fffffff; the library makes type 1, "
					   "SETUP_E820_EXT");
		if (s->bytes.data == NULL && s->bytes.size != 0)
			return ab_fail_at_(why, AB_ERR_ARG, "payload.setup_data[].bytes.size", i,
					   s->bytes.size, "must be 0 when data is NULL");
		if (s->bytes.size > UINT32_MAX)
			return ab_fail_at_(why, AB_ERR_ARG, "payload.setup_data[].bytes.size", i,
					   s->bytes.size, "must fit into 32 bits");
	}
	return AB_OK;
}

/* True if RAM lies where video memory and ROMs are, which are never RAM for a guest. */
static bool is_in_legacy(enum ab_mem_type type, uint64_t base, uint64_t size)
{
	return type == AB_MEM_RAM && ab_overlaps(base, size, AB_X86_LEGACY, AB_X86_LEGACY_SIZE);
}

enum ab_err ab_boot_check_givens_x86_(const struct ab_payload *p, struct ab_error *why)
{
	struct ab_error e = { .code = AB_OK,
			      .other = ab_boot_trait_(AB_REGION_LEGACY)->name,
			      .other_value = AB_X86_LEGACY,
			      .other_size = AB_X86_LEGACY_SIZE };

	for (size_t i = 0; i < p->blobs.n && e.code == AB_OK; i++) {
		const struct ab_blob *b = &p->blobs.at[i];

		if (b->base != 0 && is_in_legacy(b->type, b->base, b->bytes.size))
			e.code = AB_ERR_OVERLAP;
		e.what = "payload.blobs[].base";
		e.index = i;
		e.name = b->name;
		e.value = b->base;
		e.size = b->bytes.size;
	}
	for (size_t i = 0; i < p->reserve.n && e.code == AB_OK; i++) {
		const struct ab_reserve *r = &p->reserve.at[i];

		if (is_in_legacy(ab_boot_reserve_type_(r), r->base, r->size))
			e.code = AB_ERR_OVERLAP;
		e.what = "payload.reserve[].base";
		e.index = i;
		e.name = r->name;
		e.value = r->base;
		e.size = r->size;
	}
	return e.code != AB_OK ? ab_fail_with_(why, &e) : AB_OK;
}

_Static_assert(AB_MODULES_MAX == 32 && AB_MODULE_CMDLINE_MAX == 4095,
	       "the rules below give these numbers");

static enum ab_err check_module(const struct ab_module *m, size_t i, struct ab_error *why)
{
	const size_t length = m->cmdline != NULL ? strlen(m->cmdline) : 0;

	if (m->bytes.size == 0)
		return ab_fail_at_(why, AB_ERR_ARG, "payload.modules[].bytes.size", i, 0,
				   "must not be 0");
	if (m->bytes.data == NULL)
		return ab_fail_at_(why, AB_ERR_ARG, "payload.modules[].bytes.data", i, 0,
				   "must not be NULL");
	return length <= AB_MODULE_CMDLINE_MAX
		   ? AB_OK
		   : ab_fail_at_(why, AB_ERR_ARG, "payload.modules[].cmdline.length", i, length,
				 "must be at most 4095");
}

static enum ab_err check_modules(const struct ab_plan *plan, struct ab_error *why)
{
	const struct ab_payload *p = plan->payload;
	enum ab_err err = AB_OK;

	if (has_none(plan, AB_REGION_MODULE) && p->modules.n != 0)
		return ab_fail_named_(why, AB_ERR_UNSUPPORTED, "payload.modules.n", 0,
				      ab_protocol_name(plan->protocol), p->modules.n,
				      "must be 0, as the protocol has no modules");
	if (has_none(plan, AB_REGION_MODULE) && (p->flags & AB_MODULES_LOW) != 0)
		return ab_fail_named_(why, AB_ERR_UNSUPPORTED, "payload.flags", 0,
				      ab_protocol_name(plan->protocol), p->flags,
				      "must not have AB_MODULES_LOW, as the protocol has no "
				      "modules");
	if (p->modules.n > AB_MODULES_MAX)
		return ab_fail(why, AB_ERR_ARG, "payload.modules.n", p->modules.n,
			       "must be at most 32");
	for (size_t i = 0; err == AB_OK && i < p->modules.n; i++)
		err = check_module(&p->modules.at[i], i, why);
	return err;
}

/* A way needs an entry that the header announces, and a compressed kernel if it unpacks one. */
static enum ab_err check_bzimage(const struct ab_plan *plan, struct ab_error *why)
{
	const struct ab_bzimage *bz = &plan->kernel.file.bz;
	const bool la57 = (plan->payload->flags & AB_LA57) != 0;

	if (ab_boot_is_long_mode_(plan) && (bz->xloadflags & AB_XLF_KERNEL_64) == 0)
		return ab_fail(why, AB_ERR_UNSUPPORTED, "setup_header.xloadflags", bz->xloadflags,
			       "must have XLF_KERNEL_64 for a 64-bit entry; linux32 needs none");
	if (la57 && (bz->xloadflags & AB_XLF_5LEVEL) == 0)
		return ab_fail(why, AB_ERR_UNSUPPORTED, "setup_header.xloadflags", bz->xloadflags,
			       "must have XLF_5LEVEL for AB_LA57");
	if (!plan->way->unpacks && (bz->loadflags & 1) == 0)
		return ab_fail(why, AB_ERR_UNSUPPORTED, "setup_header.loadflags", bz->loadflags,
			       "must have LOADED_HIGH: a zImage is not supported");
	if (plan->way->unpacks && bz->payload.size == 0)
		return ab_fail(why, AB_ERR_UNSUPPORTED, "setup_header.payload_offset", 0,
			       "must give a payload to unpack; self and linux32 need none");
	return AB_OK;
}

static enum ab_err check_file(const struct ab_plan *plan, struct ab_error *why)
{
	const enum ab_image_format format = plan->kernel.file.format;

	if (format == AB_IMAGE_ARM64 || format == AB_IMAGE_ZBOOT)
		return ab_fail_named_(why, AB_ERR_UNSUPPORTED, "payload.kernel.format", 0,
				      ab_image_format_name(format), format,
				      "the machine is x86-64, the kernel arm64");
	if (format == AB_IMAGE_BZIMAGE)
		return check_bzimage(plan, why);
	if (format == AB_IMAGE_MULTIBOOT && !ab_boot_has_(plan, AB_REGION_MULTIBOOT_INFO))
		return ab_fail_named_(why, AB_ERR_UNSUPPORTED, "payload.protocol", 0,
				      ab_protocol_name(plan->protocol), plan->protocol,
				      "the kernel has a Multiboot header, and nothing else");
	if (plan->way->unpacks)
		return AB_OK;
	return ab_fail_named_(why, AB_ERR_UNSUPPORTED, "payload.protocol", 0,
			      ab_protocol_name(plan->protocol), plan->protocol,
			      "only a bzImage unpacks itself; auto takes what this kernel offers");
}

/* A flat binary must leave page 0 empty, and 32-bit code must lie where it can run. */
static enum ab_err check_flat(const struct ab_plan *plan, struct ab_error *why)
{
	const uint64_t base = plan->kernel.file.elf.base, size = plan->kernel.file.elf.size,
		       reach = ab_boot_reach_x86_(plan);
	const struct ab_memmap map = ab_plan_memmap(plan);

	if (base < AB_X86_LOW)
		return ab_fail(why, AB_ERR_ARG, "payload.flat.base", base,
			       "page 0 must stay empty");
	if (reach != 0 && !ab_within(base, size, reach))
		return ab_fail(why, AB_ERR_ARG, "payload.flat.base", base,
			       "32-bit code must end at or below 4 GiB");
	return ab_memmap_is_ram(&map, base, size)
		   ? AB_OK
		   : ab_fail(why, AB_ERR_NOSPACE, "payload.flat.base", base,
			     "machine.ram must cover all of it");
}

enum ab_err ab_boot_accepts_x86_(const struct ab_plan *plan, struct ab_error *why)
{
	const struct ab_payload *p = plan->payload;
	enum ab_err err;

	if ((p->flags & AB_LA57) != 0 && !ab_boot_is_long_mode_(plan))
		return ab_fail(why, AB_ERR_UNSUPPORTED, "payload.flags", p->flags,
			       "AB_LA57 needs paging, without which this protocol is entered");
	if ((err = check_file(plan, why)) ||
	    (ab_boot_is_flat_(plan) && (err = check_flat(plan, why))))
		return err;
	if (p->kaslr_seed != 0)
		return ab_fail(why, AB_ERR_UNSUPPORTED, "payload.kaslr_seed", p->kaslr_seed,
			       "only arm64 kernels take one");
	if ((p->flags & AB_UKI_TREE) != 0)
		return ab_fail(why, AB_ERR_UNSUPPORTED, "payload.flags", p->flags,
			       "AB_UKI_TREE needs a device tree, which only arm64 kernels get");
	for (size_t i = 0; i < p->fixed.n; i++)
		if (p->fixed.at[i].base < AB_X86_LOW)
			return ab_boot_bad_fixed_(plan, &p->fixed.at[i], "page 0 must stay empty",
						  why);
	if ((err = check_modules(plan, why)))
		return err;
	err = check_setup_data(plan, why);
	return err != AB_OK ? err : ab_boot_check_givens_x86_(p, why);
}

enum ab_err ab_boot_accepts_elf_x86_(struct ab_plan *plan, struct ab_error *why)
{
	const struct ab_elf *elf = &plan->kernel.elf;

	if (elf->machine != AB_EM_386 && elf->machine != AB_EM_X86_64)
		return ab_fail(why, AB_ERR_UNSUPPORTED, "elf.e_machine", elf->machine,
			       "must be 3 (i386) or 62 (x86-64)");
	if (elf->big_endian)
		return ab_fail(why, AB_ERR_UNSUPPORTED, "elf.ei_data", 2,
			       "must be 1 (little-endian)");
	if (ab_boot_is_long_mode_(plan) && elf->machine != AB_EM_X86_64)
		return ab_fail(
		    why, AB_ERR_UNSUPPORTED, "elf.e_machine", elf->machine,
		    "must be 62 (x86-64) for protocol linux; linux32 and pvh take 32-bit kernels");
	if (ab_boot_is_long_mode_(plan) && elf->bits != 64)
		return ab_fail(
		    why, AB_ERR_UNSUPPORTED, "elf.ei_class", 1,
		    "must be 2 (64-bit) for protocol linux; linux32 and pvh take 32-bit kernels");
	return AB_OK;
}

struct ab_bytes ab_boot_seed_x86_(const struct ab_plan *plan)
{
	const struct ab_image *file = &plan->kernel.file;
	const struct ab_bytes none = { NULL, 0 };

	if (!ab_boot_has_(plan, AB_REGION_SETUP_DATA) ||
	    (file->format == AB_IMAGE_BZIMAGE && !ab_x86_has_setup_data_(file->bz.header)))
		return none;
	return plan->payload->rng_seed;
}

/* ---- reach -------------------------------------------------------------------------------- */

enum ab_err ab_boot_linked_(const struct ab_plan *plan, struct ab_region *r, struct ab_error *why)
{
	const struct ab_fixed *f = ab_boot_fixed_(plan, AB_REGION_KERNEL);
	const struct ab_memmap map = ab_plan_memmap(plan);

	if (f != NULL)
		return ab_boot_bad_fixed_(plan, f, "an unpacked kernel must lie where it is linked",
					  why);
	for (uint32_t i = 0; i < plan->kernel.elf.n_segments; i++) {
		const struct ab_elf_segment *s = &plan->kernel.elf.segment[i];

		if (!ab_memmap_is_ram(&map, s->paddr, s->mem_size))
			return ab_fail_at_(why, AB_ERR_NOSPACE, "elf.phdr[].p_paddr",
					   plan->kernel.elf.header[i], s->paddr,
					   "machine.ram must cover all of the segment");
	}
	r->base = plan->kernel.elf.base;
	r->size = plan->kernel.elf.size;
	return AB_OK;
}

uint64_t ab_boot_reach_x86_(const struct ab_plan *plan)
{
	const struct ab_image *file = &plan->kernel.file;

	if (!ab_boot_is_long_mode_(plan))
		return 4 * AB_GiB;
	if (file->format != AB_IMAGE_BZIMAGE)
		return 0;
	return (file->bz.xloadflags & AB_XLF_CAN_BE_LOADED_ABOVE_4G) != 0 ? 0 : 4 * AB_GiB;
}

bool ab_boot_is_mapped_(enum ab_region_kind kind)
{
	const uint32_t mapped = AB_BOOT_KIND(AB_REGION_KERNEL) | AB_BOOT_KIND(AB_REGION_CMDLINE) |
				AB_BOOT_ZERO_PAGE_KINDS | AB_BOOT_KIND(AB_REGION_GDT);

	return (mapped & AB_BOOT_KIND(kind)) != 0;
}

uint64_t ab_boot_paging_limit_(const struct ab_plan *plan)
{
	const uint64_t kernel = plan->kernel.elf.base + plan->kernel.elf.size;
	uint64_t limit = 4 * AB_GiB;

	limit = kernel > limit ? kernel : limit;
	for (uint32_t i = 0; i < plan->regions.n; i++) {
		const struct ab_region *r = &plan->regions.at[i];

		if (ab_boot_is_mapped_(r->kind) && r->base + r->size > limit)
			limit = r->base + r->size;
	}
	return limit;
}
