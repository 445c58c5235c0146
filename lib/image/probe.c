/* SPDX-License-Identifier: BSD-2-Clause */
/* Recognise a kernel file by its content. */
#include "image_priv.h"

#include "../base/base_priv.h"
#include "../base/libc.h"

static const char *const names[] = {
	[AB_IMAGE_UNKNOWN] = "unknown",     [AB_IMAGE_ELF] = "ELF",
	[AB_IMAGE_BZIMAGE] = "bzImage",     [AB_IMAGE_ARM64] = "arm64 Image",
	[AB_IMAGE_ZBOOT] = "EFI zboot",     [AB_IMAGE_PACKED] = "compressed",
	[AB_IMAGE_MULTIBOOT] = "multiboot", [AB_IMAGE_FLAT] = "flat",
};

const char *ab_image_format_name(enum ab_image_format format)
{
	return (size_t)format < sizeof(names) / sizeof(names[0]) ? names[format]
								 : names[AB_IMAGE_UNKNOWN];
}

static enum ab_err read_elf(struct ab_elf *elf, struct ab_bytes file, struct ab_error *why)
{
	const uint8_t *bytes = file.data;
	size_t used = 0;
	enum ab_err err = ab_elf_headers_(elf, file, file.size, why);

	if (err != AB_OK)
		return err;
	for (uint32_t i = 0; i < elf->n_notes; i++) {
		const size_t size = ab_elf_note_size_(elf, i, used);

		ab_elf_note_(elf, i, (struct ab_bytes){ bytes + elf->note[i].offset, size });
		used += size;
	}
	return AB_OK;
}

static enum ab_err read_arm64(struct ab_arm64_image *arm64, struct ab_bytes file,
			      struct ab_error *doubt, struct ab_error *why)
{
	enum ab_err err = ab_arm64_image_read_(arm64, file, doubt, why);

	if (err == AB_OK && file.size < arm64->file_size)
		return ab_fail(why, AB_ERR_IMAGE, "arm64 Image", file.size,
			       "must not end before its PE sections do");
	return err;
}

enum ab_image_format ab_image_detect_(struct ab_bytes head)
{
	if (ab_elf_is_(head))
		return AB_IMAGE_ELF;
	if (ab_zboot_is_(head))
		return AB_IMAGE_ZBOOT;
	if (ab_bzimage_is_(head))
		return AB_IMAGE_BZIMAGE;
	return ab_arm64_is_(head) ? AB_IMAGE_ARM64 : AB_IMAGE_UNKNOWN;
}

/* Read a kernel of any format but a UKI. */
static enum ab_err read_kernel(struct ab_image *img, struct ab_error *why)
{
	const struct ab_bytes file = img->file;

	img->format = ab_image_detect_(file);
	switch (img->format) {
	case AB_IMAGE_ELF:
		return read_elf(&img->elf, file, why);
	case AB_IMAGE_BZIMAGE:
#ifdef AB_WITHOUT_X86_64
		return AB_OK; /* no way in takes it, and each says so by its name */
#else
		return ab_bzimage_read_(&img->bz, file, &img->doubt, why);
#endif
	case AB_IMAGE_ARM64:
		return read_arm64(&img->arm64, file, &img->doubt, why);
	case AB_IMAGE_ZBOOT:
		return ab_zboot_read_(&img->zboot, file, why);
	default:
		if (ab_multiboot_is_(file)) {
			img->format = AB_IMAGE_MULTIBOOT;
			return AB_OK;
		}
		return ab_fail_named_(why, AB_ERR_UNSUPPORTED, "kernel.magic", 0,
				      img->is_uki ? ".linux" : NULL,
				      file.size >= 4 ? ab_ld_le32(file.data) : 0,
				      "must be that of ELF, bzImage, arm64 Image or EFI zboot");
	}
}

static enum ab_err read_uki(struct ab_image *img, struct ab_bytes file, const char *profile,
			    struct ab_error *why)
{
#ifdef AB_SMALL
	(void)img;
	(void)file;
	(void)profile;
	return ab_fail(why, AB_ERR_UNSUPPORTED, "Unified Kernel Image", 0, "this build reads none");
#else
	return ab_uki_read_(&img->uki, file, profile, &img->file, why);
#endif
}

enum ab_err ab_image_probe_profile(struct ab_image *img, struct ab_bytes file, const char *profile,
				   struct ab_error *why)
{
	enum ab_err err = AB_OK;

	if (file.data == NULL)
		file.size = 0;
	memset(img, 0, sizeof(*img));
	img->file = file;
	img->is_uki = ab_image_detect_(file) == AB_IMAGE_UNKNOWN && ab_pe_is_(file);
	if (img->is_uki)
		err = read_uki(img, file, profile, why);
	else if (profile != NULL)
		err = ab_fail_named_(why, AB_ERR_ARG, "profile", 0, profile, 0,
				     "only a UKI has profiles");
	if (err == AB_OK)
		err = read_kernel(img, why);
	if (err != AB_OK)
		memset(img, 0, sizeof(*img));
	return err;
}

enum ab_err ab_image_probe(struct ab_image *img, struct ab_bytes file, struct ab_error *why)
{
	return ab_image_probe_profile(img, file, NULL, why);
}
