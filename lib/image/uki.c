/* SPDX-License-Identifier: BSD-2-Clause */
/* Unified Kernel Images: a kernel, its initrds and its command line in one EFI application. */
#include "image_priv.h"

#include "../base/base_priv.h"
#include "../base/libc.h"

#define NAME_SIZE 8

static bool is_named(const struct ab_pe_section *s, const char *name)
{
	size_t n = strlen(name);

	return memcmp(s->name, name, n) == 0 && (n == NAME_SIZE || s->name[n] == '\0');
}

/* A section that the library reads. */
struct part {
	const char *name;
	struct ab_bytes *bytes;
	uint32_t section; /* index in the section table */
};

#define N_PARTS 4

/* Get the contents of a section: its bytes in the file, without the padding that rounds up their
 * number, and without the zeros that follow them in memory. */
static enum ab_err contents(struct part *part, const struct ab_pe_section *s, uint32_t section,
			    struct ab_bytes file, struct ab_error *why)
{
	const uint8_t *p = file.data;
	uint32_t size = s->raw_size;
	struct ab_error e = { .code = AB_ERR_IMAGE, .index = section, .name = part->name };

	if (s->virtual_size != 0 && s->virtual_size < size)
		size = s->virtual_size;
	if (!ab_within(s->raw_offset, s->raw_size, file.size)) {
		e.what = "pe.section[].PointerToRawData";
		e.value = s->raw_offset;
		e.other = "the section must be within the file";
		return ab_fail_with_(why, &e);
	}
	if (part->bytes->data != NULL) {
		e.what = "pe.section[]";
		e.other = "must be the only one of its name";
		return ab_fail_with_(why, &e);
	}
	*part->bytes = (struct ab_bytes){ p + s->raw_offset, size };
	part->section = section;
	return AB_OK;
}

static enum ab_err check_overlap(const struct part *parts, const uint8_t *file,
				 struct ab_error *why)
{
	for (size_t i = 0; i < N_PARTS; i++)
		for (size_t j = 0; j < i; j++) {
			const struct part *a = &parts[j], *b = &parts[i];
			const uint8_t *ap = a->bytes->data, *bp = b->bytes->data;
			uint64_t at = ap != NULL ? (uint64_t)(ap - file) : 0;
			uint64_t to = bp != NULL ? (uint64_t)(bp - file) : 0;

			if (!ab_overlaps(at, a->bytes->size, to, b->bytes->size))
				continue;
			return ab_fail_with_(why, &(struct ab_error){ .code = AB_ERR_OVERLAP,
								      .what = "pe.section[]",
								      .index = a->section,
								      .name = a->name,
								      .value = at,
								      .other = "pe.section[]",
								      .other_index = b->section,
								      .other_name = b->name,
								      .other_value = to });
		}
	return AB_OK;
}

/* Cut a text at its NUL, then remove trailing line ends. */
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
	struct part parts[N_PARTS] = { { ".linux", kernel, 0 },
				       { ".initrd", &uki->initrd, 0 },
				       { ".ucode", &uki->ucode, 0 },
				       { ".cmdline", &uki->cmdline, 0 } };
	struct ab_pe pe;
	enum ab_err err = ab_pe_read_(&pe, file, why);

	*kernel = (struct ab_bytes){ NULL, 0 };
	for (uint32_t i = 0; err == AB_OK && i < pe.n_sections; i++) {
		const struct ab_pe_section s = ab_pe_section_(&pe, i);

		if (is_named(&s, ".profile"))
			break;
		for (size_t j = 0; err == AB_OK && j < N_PARTS; j++)
			if (is_named(&s, parts[j].name))
				err = contents(&parts[j], &s, i, file, why);
	}
	if (err != AB_OK || (err = check_overlap(parts, file.data, why)))
		return err;
	if (kernel->data == NULL)
		return ab_fail(why, AB_ERR_UNSUPPORTED, "kernel", 0,
			       "an EFI application must have a .linux section");
	trim(&uki->cmdline);
	return AB_OK;
}
