/* SPDX-License-Identifier: BSD-2-Clause */
/* Which protocol enters which image, and why. */
#include "boot.h"

#include "../base/libc.h"

#define EM_386 3
#define EM_X86_64 62

static const struct ab_boot_protocol protocols[] = {
	/*                        name      unpacked zero_page long_mode */
	[AB_PROTOCOL_LINUX] = { "linux", true, true, true },
	[AB_PROTOCOL_SELF] = { "self", false, true, true },
	[AB_PROTOCOL_PVH] = { "pvh", true, false, false },
	[AB_PROTOCOL_LINUX32] = { "linux32", false, true, false },
};

const struct ab_boot_protocol *ab_boot_protocol(enum ab_protocol protocol)
{
	return &protocols[(size_t)protocol < sizeof(protocols) / sizeof(protocols[0]) ? protocol
										      : 0];
}

const char *ab_protocol_name(enum ab_protocol protocol)
{
	const char *name = ab_boot_protocol(protocol)->name;

	return name != NULL ? name : protocol == AB_PROTOCOL_AUTO ? "auto" : "unknown protocol";
}

static bool can_unpack(const struct ab_bzimage *bz)
{
	return bz->payload.size != 0 && ab_codec_built(ab_codec_detect(bz->payload));
}

static enum ab_protocol choose_bzimage(const struct ab_bzimage *bz, const char **reason)
{
	if ((bz->xloadflags & AB_XLF_KERNEL_64) == 0) {
		*reason = "the bzImage has no 64-bit entry";
		return AB_PROTOCOL_LINUX32;
	}
	if (can_unpack(bz)) {
		*reason = "the bzImage's payload is unpacked here, faster than by the guest";
		return AB_PROTOCOL_LINUX;
	}
	*reason = bz->payload.size == 0 ? "the bzImage does not say where its payload is"
					: "no decoder for the bzImage's payload is built in";
	return AB_PROTOCOL_SELF;
}

static enum ab_protocol choose_elf(const struct ab_elf *elf, const char **reason)
{
	if (elf->bits == 64 && elf->machine == EM_X86_64) {
		*reason = "the kernel is a 64-bit ELF file";
		return AB_PROTOCOL_LINUX;
	}
	*reason = "the kernel is a 32-bit ELF file";
	return AB_PROTOCOL_PVH;
}

static enum ab_err check_bzimage(const struct ab_plan *plan, struct ab_error *why)
{
	const struct ab_bzimage *bz = &plan->image.bz;
	const struct ab_boot_protocol *p = ab_boot_protocol(plan->protocol);

	if (p->long_mode && (bz->xloadflags & AB_XLF_KERNEL_64) == 0)
		return ab_fail(why, AB_ERR_UNSUPPORTED, "setup_header.xloadflags", bz->xloadflags,
			       "no 64-bit entry (XLF_KERNEL_64): use linux32");
	if (p->long_mode && (plan->payload->flags & AB_LA57) != 0 &&
	    (bz->xloadflags & AB_XLF_5LEVEL) == 0)
		return ab_fail(why, AB_ERR_UNSUPPORTED, "setup_header.xloadflags", bz->xloadflags,
			       "does not know 5-level paging (XLF_5LEVEL)");
	if (!p->unpacked && (bz->loadflags & 1) == 0)
		return ab_fail(why, AB_ERR_UNSUPPORTED, "setup_header.loadflags", bz->loadflags,
			       "a zImage, not loaded high");
	if (p->unpacked && bz->payload.size == 0)
		return ab_fail(why, AB_ERR_UNSUPPORTED, "setup_header.payload_offset", 0,
			       "no payload to unpack: use self or linux32");
	return AB_OK;
}

static enum ab_err check_elf_image(const struct ab_plan *plan, struct ab_error *why)
{
	if (!ab_boot_protocol(plan->protocol)->unpacked)
		return ab_fail(why, AB_ERR_UNSUPPORTED, "payload.protocol", plan->protocol,
			       "an ELF file has no decompressor of its own: use linux or pvh");
	return AB_OK;
}

enum ab_err ab_boot_check_elf(const struct ab_plan *plan, struct ab_error *why)
{
	const struct ab_elf *elf = &plan->elf;

	if (elf->big_endian || (elf->machine != EM_386 && elf->machine != EM_X86_64))
		return ab_fail(why, AB_ERR_UNSUPPORTED, "elf.e_machine", elf->machine,
			       "not an x86 kernel");
	if (ab_boot_protocol(plan->protocol)->long_mode &&
	    (elf->bits != 64 || elf->machine != EM_X86_64))
		return ab_fail(why, AB_ERR_UNSUPPORTED, "elf.e_machine", elf->machine,
			       "not a 64-bit kernel: use pvh");
	return AB_OK;
}

enum ab_err ab_boot_choose(struct ab_plan *plan, struct ab_error *why)
{
	const struct ab_image *img = &plan->image;
	bool elf = img->format == AB_IMAGE_ELF;

	plan->protocol = plan->payload->protocol;
	plan->protocol_why = "asked for";
	if ((unsigned int)plan->protocol > AB_PROTOCOL_LINUX32)
		return ab_fail(why, AB_ERR_ARG, "payload.protocol", plan->protocol,
			       "no such protocol");
	if (plan->protocol == AB_PROTOCOL_AUTO)
		plan->protocol = elf ? choose_elf(&img->elf, &plan->protocol_why)
				     : choose_bzimage(&img->bz, &plan->protocol_why);
	if (!ab_boot_protocol(plan->protocol)->long_mode && (plan->payload->flags & AB_LA57) != 0)
		return ab_fail(why, AB_ERR_UNSUPPORTED, "payload.flags", plan->payload->flags,
			       "AB_LA57, but linux32 and pvh enter without paging");
	return elf ? check_elf_image(plan, why) : check_bzimage(plan, why);
}

enum ab_err ab_boot_check_payload(const struct ab_payload *p, struct ab_error *why)
{
	if (p->kernel.data == NULL || p->kernel.size == 0)
		return ab_fail(why, AB_ERR_ARG, "payload.kernel", 0, "required");
	if ((p->flags & ~(uint32_t)(AB_VERIFY | AB_LA57)) != 0)
		return ab_fail(why, AB_ERR_ARG, "payload.flags", p->flags, "unknown flag");
	for (size_t i = 0; i < p->setup_data.n; i++) {
		const struct ab_setup_data *s = &p->setup_data.at[i];

		if (s->type == 0 || s->type == AB_SETUP_E820_EXT || s->type >> 31 != 0)
			return ab_fail(why, AB_ERR_ARG, "payload.setup_data.type", s->type,
				       "none, or one that is made here");
		if (s->bytes.size > UINT32_MAX)
			return ab_fail(why, AB_ERR_ARG, "payload.setup_data.bytes", s->bytes.size,
				       "its length is 32 bits");
	}
	if (p->rng_seed.size > UINT32_MAX)
		return ab_fail(why, AB_ERR_ARG, "payload.rng_seed", p->rng_seed.size,
			       "its length is 32 bits");
	for (size_t i = 0; i < p->reserve.n; i++)
		if (p->reserve.at[i].size == 0 || p->reserve.at[i].name == NULL ||
		    !ab_range_ok(p->reserve.at[i].base, p->reserve.at[i].size))
			return ab_fail(why, AB_ERR_ARG, "payload.reserve", p->reserve.at[i].base,
				       "needs a name and a size that does not wrap");
	for (size_t i = 0; i < p->blobs.n; i++) {
		const struct ab_blob *b = &p->blobs.at[i];

		if (b->bytes.size == 0 || b->bytes.data == NULL || b->name == NULL)
			return ab_fail(why, AB_ERR_ARG, "payload.blobs", i,
				       "needs a name and content");
		if ((unsigned int)b->type > AB_MEM_NVS)
			return ab_fail(why, AB_ERR_ARG, "payload.blobs.type", b->type, b->name);
	}
	for (size_t i = 0; i < p->fixed.n; i++) {
		const struct ab_fixed *f = &p->fixed.at[i];
		const struct ab_region_trait *t = ab_boot_trait(f->kind);

		if (!t->may_fix)
			return ab_fail(why, AB_ERR_ARG, "payload.fixed.kind", f->kind,
				       "its address cannot be chosen");
		if (!ab_is_aligned(f->base, t->align))
			return ab_fail(why, AB_ERR_ARG, "payload.fixed.base", f->base, t->name);
		if (f->base < AB_X86_LOW)
			return ab_fail(why, AB_ERR_ARG, "payload.fixed.base", f->base,
				       "page 0 stays empty");
		for (size_t j = 0; j < i; j++)
			if (p->fixed.at[j].kind == f->kind)
				return ab_fail(why, AB_ERR_ARG, "payload.fixed.kind", f->kind,
					       "given twice");
	}
	return AB_OK;
}

enum ab_err ab_boot_initrd_size(const struct ab_payload *p, uint64_t *size, struct ab_error *why)
{
	uint64_t sum = 0;

	for (size_t i = 0; i < p->initrds.n; i++) {
		if (p->initrds.at[i].size != 0 && p->initrds.at[i].data == NULL)
			return ab_fail(why, AB_ERR_ARG, "payload.initrds", i, "no data");
		if (!ab_align_up(sum, 4, &sum) || !ab_add(sum, p->initrds.at[i].size, &sum))
			return ab_fail(why, AB_ERR_NOSPACE, "initrd", UINT64_MAX, "machine.ram");
	}
	*size = sum;
	return AB_OK;
}
