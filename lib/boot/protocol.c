/* SPDX-License-Identifier: BSD-2-Clause */
/* Which protocol enters which image, and why. */
#include "boot_priv.h"

#define EM_386 3
#define EM_X86_64 62
#define EM_AARCH64 183

static const struct ab_boot_protocol protocols[] = {
	/*                        name      unpacked zero_page long_mode */
	[AB_PROTOCOL_LINUX] = { "linux", true, true, true },
	[AB_PROTOCOL_SELF] = { "self", false, true, true },
	[AB_PROTOCOL_PVH] = { "pvh", true, false, false },
	[AB_PROTOCOL_LINUX32] = { "linux32", false, true, false },
};

const struct ab_boot_protocol *ab_boot_protocol_(enum ab_protocol protocol)
{
	return &protocols[(size_t)protocol < sizeof(protocols) / sizeof(protocols[0]) ? protocol
										      : 0];
}

const char *ab_protocol_name(enum ab_protocol protocol)
{
	const char *name = ab_boot_protocol_(protocol)->name;

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

static enum ab_err check_machine(const struct ab_plan *plan, struct ab_error *why)
{
	const bool arm64 = plan->machine->arch == AB_ARCH_ARM64;
	const enum ab_image_format format = plan->image.format;

	if (arm64 ? format == AB_IMAGE_BZIMAGE
		  : format == AB_IMAGE_ARM64 || format == AB_IMAGE_ZBOOT)
		return ab_fail(why, AB_ERR_UNSUPPORTED, "image.format", format,
			       arm64 ? "an x86 kernel, the machine is arm64"
				     : "an arm64 kernel, the machine is x86-64");
	if (arm64 && plan->protocol != AB_PROTOCOL_LINUX)
		return ab_fail(why, AB_ERR_UNSUPPORTED, "payload.protocol", plan->protocol,
			       "x86 only: arm64 kernels have linux");
	return AB_OK;
}

static enum ab_err check_bzimage(const struct ab_plan *plan, struct ab_error *why)
{
	const struct ab_bzimage *bz = &plan->image.bz;
	const struct ab_boot_protocol *p = ab_boot_protocol_(plan->protocol);

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
	if (!ab_boot_protocol_(plan->protocol)->unpacked)
		return ab_fail(why, AB_ERR_UNSUPPORTED, "payload.protocol", plan->protocol,
			       "the kernel has no decompressor of its own: use linux or pvh");
	return AB_OK;
}

enum ab_err ab_boot_check_elf_(const struct ab_plan *plan, struct ab_error *why)
{
	const struct ab_elf *elf = &plan->elf;

	if (plan->machine->arch == AB_ARCH_ARM64)
		return elf->machine == EM_AARCH64 && elf->bits == 64
			   ? AB_OK
			   : ab_fail(why, AB_ERR_UNSUPPORTED, "elf.e_machine", elf->machine,
				     "not an arm64 kernel");
	if (elf->big_endian || (elf->machine != EM_386 && elf->machine != EM_X86_64))
		return ab_fail(why, AB_ERR_UNSUPPORTED, "elf.e_machine", elf->machine,
			       "not an x86 kernel");
	if (ab_boot_protocol_(plan->protocol)->long_mode &&
	    (elf->bits != 64 || elf->machine != EM_X86_64))
		return ab_fail(why, AB_ERR_UNSUPPORTED, "elf.e_machine", elf->machine,
			       "not a 64-bit kernel: use pvh");
	return AB_OK;
}

static enum ab_protocol choose(const struct ab_plan *plan, const char **reason)
{
	const struct ab_image *img = &plan->image;

	if (plan->machine->arch == AB_ARCH_ARM64) {
		*reason = "arm64 kernels have one way in";
		return AB_PROTOCOL_LINUX;
	}
	if (img->format == AB_IMAGE_BZIMAGE)
		return choose_bzimage(&img->bz, reason);
	if (img->format == AB_IMAGE_ELF)
		return choose_elf(&img->elf, reason);
	*reason = "the kernel is unpacked here";
	return AB_PROTOCOL_LINUX;
}

enum ab_err ab_boot_choose_(struct ab_plan *plan, struct ab_error *why)
{
	enum ab_err err;

	plan->protocol = plan->payload->protocol;
	plan->protocol_why = "asked for";
	if ((unsigned int)plan->protocol > AB_PROTOCOL_LINUX32)
		return ab_fail(why, AB_ERR_ARG, "payload.protocol", plan->protocol,
			       "no such protocol");
	if (plan->protocol == AB_PROTOCOL_AUTO)
		plan->protocol = choose(plan, &plan->protocol_why);
	if ((err = check_machine(plan, why)))
		return err;
	if (!ab_boot_protocol_(plan->protocol)->long_mode && (plan->payload->flags & AB_LA57) != 0)
		return ab_fail(why, AB_ERR_UNSUPPORTED, "payload.flags", plan->payload->flags,
			       "AB_LA57, but linux32 and pvh enter without paging");
	return plan->image.format == AB_IMAGE_BZIMAGE ? check_bzimage(plan, why)
						      : check_elf_image(plan, why);
}
