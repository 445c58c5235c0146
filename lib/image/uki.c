/* SPDX-License-Identifier: BSD-2-Clause */
/* Unified Kernel Images: a kernel and what it is started with in one EFI application. */
#include "image_priv.h"

#include "../base/libc.h"

#define NAME_SIZE 8

static bool is_named(const struct ab_pe_section *s, const char *name)
{
	size_t n = strlen(name);

	return memcmp(s->name, name, n) == 0 && (n == NAME_SIZE || s->name[n] == '\0');
}

/* The file's part of a section: what rounds it up there is not its own, and what memory has more
 * of is zeros. */
static enum ab_err contents(const struct ab_pe_section *s, const char *name, struct ab_bytes file,
			    struct ab_bytes *bytes, struct ab_error *why)
{
	const uint8_t *p = file.data;
	uint32_t size = s->raw_size;

	if (s->virtual_size != 0 && s->virtual_size < size)
		size = s->virtual_size;
	if (!ab_within(s->raw_offset, s->raw_size, file.size))
		return ab_fail(why, AB_ERR_IMAGE, name, s->raw_offset, "past the file's end");
	if (bytes->data != NULL)
		return ab_fail(why, AB_ERR_IMAGE, name, s->raw_offset, "a second one");
	bytes->data = p + s->raw_offset;
	bytes->size = size;
	return AB_OK;
}

/* One part of a UKI, and where it goes. */
struct part {
	const char *name;
	struct ab_bytes *bytes;
};

#define N_PARTS 4

static enum ab_err check_overlap(const struct part *parts, const uint8_t *file,
				 struct ab_error *why)
{
	for (size_t i = 0; i < N_PARTS; i++)
		for (size_t j = 0; j < i; j++) {
			const struct ab_bytes *a = parts[i].bytes, *b = parts[j].bytes;
			uint64_t at =
			    a->data != NULL ? (uint64_t)((const uint8_t *)a->data - file) : 0;
			uint64_t to =
			    b->data != NULL ? (uint64_t)((const uint8_t *)b->data - file) : 0;

			if (ab_overlaps(at, a->size, to, b->size))
				return ab_fail(why, AB_ERR_OVERLAP, parts[j].name,
					       at > to ? at : to, parts[i].name);
		}
	return AB_OK;
}

/* Up to a NUL, and without the line ends before it. */
static void trim(struct ab_bytes *text)
{
	const uint8_t *p = text->data;
	size_t size = 0;

	while (size < text->size && p[size] != '\0')
		size++;
	while (size != 0 && (p[size - 1] == '\n' || p[size - 1] == '\r'))
		size--;
	text->size = size;
}

enum ab_err ab_uki_read_(struct ab_uki *uki, struct ab_bytes file, struct ab_bytes *kernel,
			 struct ab_error *why)
{
	const struct part parts[N_PARTS] = { { ".linux", kernel },
					     { ".initrd", &uki->initrd },
					     { ".ucode", &uki->ucode },
					     { ".cmdline", &uki->cmdline } };
	struct ab_pe pe;
	enum ab_err err = ab_pe_read_(&pe, file, why);

	*kernel = (struct ab_bytes){ NULL, 0 };
	for (uint32_t i = 0; err == AB_OK && i < pe.n_sections; i++) {
		const struct ab_pe_section s = ab_pe_section_(&pe, i);

		if (is_named(&s, ".profile"))
			break;
		for (size_t j = 0; err == AB_OK && j < N_PARTS; j++)
			if (is_named(&s, parts[j].name))
				err = contents(&s, parts[j].name, file, parts[j].bytes, why);
	}
	if (err != AB_OK || (err = check_overlap(parts, file.data, why)))
		return err;
	if (kernel->data == NULL)
		return ab_fail(why, AB_ERR_UNSUPPORTED, "image.format", pe.machine,
			       "an EFI application without a .linux section");
	trim(&uki->cmdline);
	return AB_OK;
}
