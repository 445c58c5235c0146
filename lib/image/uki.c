/* SPDX-License-Identifier: BSD-2-Clause */
/* Unified Kernel Images: a kernel, its initrds and its command line in one EFI application, in more
 * than one profile; and PE addons, which are the same without a kernel. */
#include "image_priv.h"

#include "../base/base_priv.h"
#include "../base/libc.h"

#define NAME_SIZE 8

/* The name of a section as a word, for quick comparison: a file may have 65,535 sections, and is
 * read again and again. */
static uint64_t word_of(const char *name)
{
	uint8_t bytes[NAME_SIZE] = { 0 };

	memcpy(bytes, name, strlen(name));
	return ab_ld_le64(bytes);
}

/* What is behind a NUL in a name does not count. */
static uint64_t name_of(const struct ab_pe_section *s)
{
	const uint64_t word = ab_ld_le64(s->name);
	uint64_t mask = UINT64_MAX;

	for (unsigned int i = 0; i < NAME_SIZE; i++)
		if (s->name[i] == '\0') {
			mask = (UINT64_C(1) << 8 * i) - 1;
			break;
		}
	return word & mask;
}

static enum ab_err fail_at(uint32_t section, const char *name, const char *what, uint64_t value,
			   const char *rule, struct ab_error *why)
{
	return ab_fail_named_(why, AB_ERR_IMAGE, what, section, name, value, rule);
}

/* Get the contents of a section: its bytes in the file, without the padding that rounds up their
 * number, and without the zeros that follow them in memory. */
static enum ab_err contents(const struct ab_pe_section *s, uint32_t section, const char *name,
			    struct ab_bytes file, struct ab_bytes *bytes, struct ab_error *why)
{
	const uint8_t *p = file.data;
	uint32_t size = s->raw_size;

	if (s->virtual_size != 0 && s->virtual_size < size)
		size = s->virtual_size;
	if (!ab_within(s->raw_offset, s->raw_size, file.size))
		return fail_at(section, name, "pe.section[].PointerToRawData", s->raw_offset,
			       "the section must be within the file", why);
	*bytes = (struct ab_bytes){ p + s->raw_offset, size };
	return AB_OK;
}

/* Count the bytes of sections that may occur often. More than the file has would be read again and
 * again. */
static enum ab_err count(uint64_t *sum, uint32_t section, const char *name, struct ab_bytes bytes,
			 struct ab_bytes file, struct ab_error *why)
{
	*sum += bytes.size;
	return *sum <= file.size
		   ? AB_OK
		   : fail_at(section, name, "pe.section[].SizeOfRawData", bytes.size,
			     "sections of this name must not share bytes of the file", why);
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

/* ---- profiles: .profile begins one, and says what it is ----------------------------------- */

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r';
}

/* Get the value of a line "ID=value" without its quotes; size 0: it is another line. */
static struct ab_bytes id_in(const char *line, size_t size)
{
	size_t at = 0, end;
	char quote = '\0';

	while (at < size && is_blank(line[at]))
		at++;
	if (size - at < 4 || memcmp(line + at, "ID=", 3) != 0)
		return (struct ab_bytes){ NULL, 0 };
	at += 3;
	if (line[at] == '"' || line[at] == '\'')
		quote = line[at++];
	end = at;
	while (end < size && (quote != '\0' ? line[end] != quote : !is_blank(line[end])))
		end++;
	return (struct ab_bytes){ line + at, end - at };
}

/* True if a profile's text gives it this id. As in a shell, the last assignment counts. */
static bool has_id(struct ab_bytes text, const char *id)
{
	struct ab_bytes found = { NULL, 0 };
	const char *p = text.data;

	trim(&text);
	for (size_t at = 0, len; at < text.size; at += len + 1) {
		struct ab_bytes value;

		for (len = 0; at + len < text.size && p[at + len] != '\n';)
			len++;
		value = id_in(p + at, len);
		found = value.data != NULL ? value : found;
	}
	return found.size != 0 && found.size == strlen(id) &&
	       memcmp(found.data, id, found.size) == 0;
}

/* True for the number of a profile, "@0" on; NULL is the first. A larger number than sections has
 * the result UINT32_MAX. */
static bool is_number(const char *profile, uint32_t *number)
{
	*number = 0;
	if (profile == NULL)
		return true;
	if (profile[0] != '@' || profile[1] == '\0')
		return false;
	for (size_t i = 1; profile[i] != '\0'; i++) {
		if (profile[i] < '0' || profile[i] > '9')
			return false;
		*number =
		    *number < UINT16_MAX ? *number * 10 + (uint32_t)(profile[i] - '0') : UINT32_MAX;
	}
	return true;
}

/* Find the sections of the base, and those of the profile. */
static enum ab_err find_profile(struct ab_uki *uki, const struct ab_pe *pe, const char *profile,
				struct ab_error *why)
{
	static const char name[] = ".profile";
	const uint64_t word = word_of(name);
	uint32_t number, nth = 0;
	const bool by_number = is_number(profile, &number);
	bool found = false;
	uint64_t sum = 0;
	enum ab_err err;

	uki->base_end = uki->first = uki->end = pe->n_sections;
	for (uint32_t i = 0; i < pe->n_sections; i++) {
		const struct ab_pe_section s = ab_pe_section_(pe, i);
		struct ab_bytes text = { NULL, 0 };

		if (name_of(&s) != word)
			continue;
		if (found) {
			uki->end = (uint16_t)i;
			break;
		}
		if (nth == 0)
			uki->base_end = (uint16_t)i;
		if (!by_number && ((err = contents(&s, i, name, uki->file, &text, why)) ||
				   (err = count(&sum, i, name, text, uki->file, why))))
			return err;
		found = by_number ? nth == number : has_id(text, profile);
		if (found)
			uki->first = (uint16_t)(i + 1);
		nth++;
	}
	/* a UKI without profiles is its profile 0 */
	if (found || (nth == 0 && by_number && number == 0))
		return AB_OK;
	return ab_fail_named_(why, AB_ERR_ARG, "profile", 0, profile, 0,
			      "must be the number (@0, @1, ...) or the id of a profile of the UKI");
}

/* ---- sections that count ------------------------------------------------------------------ */

/* A section that the library reads. */
struct part {
	const char *name;
	struct ab_bytes *bytes;
	uint64_t word; /* its name */
	uint32_t section; /* index in the section table */
	uint32_t seen; /* 1 + the first section of the base or profile that had the name last */
};

#define N_PARTS 6
#define DTB 5 /* the part of which the first one counts */

/* Take the sections from @first to @end; those that an earlier call took are replaced. */
static enum ab_err collect(struct part *parts, const struct ab_pe *pe, struct ab_bytes file,
			   uint32_t first, uint32_t end, uint64_t *sum, struct ab_error *why)
{
	const uint64_t dtbauto = word_of(AB_UKI_DTBAUTO);
	enum ab_err err;

	for (uint32_t i = first; i < end; i++) {
		const struct ab_pe_section s = ab_pe_section_(pe, i);
		const uint64_t word = name_of(&s);
		struct ab_bytes tree = { NULL, 0 };

		if (word == dtbauto && ((err = contents(&s, i, AB_UKI_DTBAUTO, file, &tree, why)) ||
					(err = count(sum, i, AB_UKI_DTBAUTO, tree, file, why))))
			return err;
		for (size_t j = 0; j < N_PARTS; j++) {
			struct part *part = &parts[j];

			if (word != part->word || (j == DTB && part->seen == first + 1))
				continue;
			if ((err = contents(&s, i, part->name, file, part->bytes, why)))
				return err;
			if (part->seen == first + 1)
				return fail_at(i, part->name, "pe.section[]", 0,
					       "must be the only one of its name", why);
			part->section = i;
			part->seen = first + 1;
		}
	}
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
			return ab_fail_with_(why,
					     &(struct ab_error){ .code = AB_ERR_OVERLAP,
								 .what = "pe.section[]",
								 .index = a->section,
								 .name = a->name,
								 .value = at,
								 .other = "pe.section[]",
								 .other_index = b->section,
								 .other_name = b->name,
								 .other_value = to,
								 .size = a->bytes->size,
								 .other_size = b->bytes->size });
		}
	return AB_OK;
}

/* Read a PE file with @uki->file; *@kernel gets its .linux section. */
static enum ab_err read(struct ab_uki *uki, const char *profile, struct ab_bytes *kernel,
			uint16_t *machine, struct ab_error *why)
{
	struct part parts[N_PARTS] = { { .name = ".linux", .bytes = kernel },
				       { .name = ".initrd", .bytes = &uki->initrd },
				       { .name = ".ucode", .bytes = &uki->ucode },
				       { .name = ".cmdline", .bytes = &uki->cmdline },
				       { .name = ".uname", .bytes = &uki->uname },
				       [DTB] = { .name = ".dtb", .bytes = &uki->dtb } };
	const struct ab_bytes file = uki->file;
	struct ab_pe pe;
	uint64_t sum = 0;
	enum ab_err err;

	*kernel = (struct ab_bytes){ NULL, 0 };
	for (size_t i = 0; i < N_PARTS; i++)
		parts[i].word = word_of(parts[i].name);
	if ((err = ab_pe_read_(&pe, file, why)) || (err = find_profile(uki, &pe, profile, why)))
		return err;
	*machine = pe.machine;
	if ((err = collect(parts, &pe, file, 0, uki->base_end, &sum, why)) ||
	    (err = collect(parts, &pe, file, uki->first, uki->end, &sum, why)) ||
	    (err = check_overlap(parts, file.data, why)))
		return err;
	trim(&uki->cmdline);
	trim(&uki->uname);
	return AB_OK;
}

enum ab_err ab_uki_read_(struct ab_uki *uki, struct ab_bytes file, const char *profile,
			 struct ab_bytes *kernel, struct ab_error *why)
{
	uint16_t machine;
	enum ab_err err;

	uki->file = file;
	err = read(uki, profile, kernel, &machine, why);
	if (err == AB_OK && kernel->data == NULL)
		return ab_fail(why, AB_ERR_UNSUPPORTED, "kernel", 0,
			       "an EFI application must have a .linux section");
	return err;
}

enum ab_err ab_addon_read_(struct ab_uki *addon, struct ab_bytes file, uint16_t *machine,
			   struct ab_error *why)
{
	struct ab_bytes kernel;
	uint32_t section = 0;
	struct ab_bytes tree;
	enum ab_err err;

	if (file.data == NULL)
		file.size = 0;
	memset(addon, 0, sizeof(*addon));
	addon->file = file;
	if (!ab_pe_is_(file))
		return ab_fail(why, AB_ERR_IMAGE, "addon", 0, "must be a PE file");
	if ((err = read(addon, NULL, &kernel, machine, why)))
		return err;
	if (kernel.data != NULL)
		return ab_fail(why, AB_ERR_UNSUPPORTED, "addon", 0,
			       "must not have a .linux section: it is a UKI");
	if (addon->cmdline.data == NULL && addon->initrd.data == NULL &&
	    addon->ucode.data == NULL && addon->dtb.data == NULL &&
	    !ab_uki_dtbauto_(addon, &section, &tree))
		return ab_fail(why, AB_ERR_UNSUPPORTED, "addon", 0,
			       "must have a section .cmdline, .dtb, .initrd or .ucode");
	return AB_OK;
}

/* ---- device trees that are chosen by what they are for ------------------------------------ */

bool ab_uki_dtbauto_(const struct ab_uki *uki, uint32_t *position, struct ab_bytes *tree)
{
	const uint32_t own = (uint32_t)uki->end - uki->first, n = own + uki->base_end;
	const uint64_t dtbauto = word_of(AB_UKI_DTBAUTO);
	struct ab_pe pe;
	struct ab_error e;

	if (uki->file.size == 0 || ab_pe_read_(&pe, uki->file, &e) != AB_OK)
		return false;
	while (*position < n) {
		const uint32_t at = (*position)++, i = at < own ? uki->first + at : at - own;
		const struct ab_pe_section s = ab_pe_section_(&pe, i);

		if (name_of(&s) == dtbauto)
			return contents(&s, i, AB_UKI_DTBAUTO, uki->file, tree, &e) == AB_OK;
	}
	return false;
}
