/* SPDX-License-Identifier: BSD-2-Clause */
/* Tell what a kernel file is, by its content. */
#include "image.h"

#include "../base/libc.h"

static const char *const names[] = {
	[AB_IMAGE_UNKNOWN] = "unknown", [AB_IMAGE_ELF] = "ELF",
	[AB_IMAGE_BZIMAGE] = "bzImage", [AB_IMAGE_ARM64] = "arm64 Image",
	[AB_IMAGE_ZBOOT] = "EFI zboot", [AB_IMAGE_PACKED] = "compressed",
};

const char *ab_image_format_name(enum ab_image_format format)
{
	return (size_t)format < sizeof(names) / sizeof(names[0]) ? names[format]
								 : names[AB_IMAGE_UNKNOWN];
}

static enum ab_err read_elf(struct ab_elf *elf, struct ab_bytes file, struct ab_error *why)
{
	const uint8_t *bytes = file.data;
	enum ab_err err = ab_elf_headers(elf, file, file.size, why);

	if (err != AB_OK)
		return err;
	for (uint32_t i = 0; i < elf->n_notes; i++) {
		const struct ab_elf_note *note = &elf->note[i];
		const struct ab_bytes found = { bytes + note->offset, (size_t)note->size };

		ab_elf_note_pvh(elf, i, found);
	}
	return AB_OK;
}

enum ab_err ab_image_probe(struct ab_image *img, struct ab_bytes file, struct ab_error *why)
{
	enum ab_err err;

	memset(img, 0, sizeof(*img));
	if (file.size >= 4 && memcmp(file.data, "\177ELF", 4) == 0) {
		err = read_elf(&img->elf, file, why);
		img->format = AB_IMAGE_ELF;
	} else if (ab_bzimage_is(file)) {
		err = ab_bzimage_read(&img->bz, file, why);
		img->format = AB_IMAGE_BZIMAGE;
	} else if (ab_arm64_is(file)) {
		err = ab_arm64_image_read(&img->arm64, file, why);
		img->format = AB_IMAGE_ARM64;
	} else {
		return ab_fail(why, AB_ERR_UNSUPPORTED, "image.format",
			       file.size >= 4 ? ab_ld_le32(file.data) : 0,
			       "neither ELF, bzImage nor arm64 Image");
	}
	img->file = file;
	if (err != AB_OK)
		memset(img, 0, sizeof(*img));
	return err;
}
