/* SPDX-License-Identifier: BSD-2-Clause */
/* Make sentences of errors: the field, its value and the broken rule. */
#include <aetherboot/base.h>

#include "base_priv.h"
#include "libc.h"

/* ---- words -------------------------------------------------------------------------------- */

static void put_text(struct ab_buf *b, const char *s)
{
	ab_put_printable_(b, s, strlen(s));
}

static void put_number(struct ab_buf *b, uint64_t value, bool hex)
{
	char text[20 + 1];
	struct ab_buf digits = ab_buf_over(text, sizeof(text) - 1);

	if (hex)
		ab_put_hex(&digits, value, 1);
	else
		ab_put_dec(&digits, value);
	text[digits.len] = '\0';
	put_text(b, text);
}

/* Append @n characters of a path, with the index of the entry in its []. */
static void put_path(struct ab_buf *b, const char *path, size_t n, uint64_t index)
{
	for (; n != 0; path++, n--) {
		ab_put_printable_(b, path, 1);
		if (path[0] == '[' && path[1] == ']')
			put_number(b, index, false);
	}
}

static void put_name(struct ab_buf *b, const char *name)
{
	if (name == NULL)
		return;
	put_text(b, " (");
	put_text(b, name);
	put_text(b, ")");
}

/* ---- numbers: addresses, ids and bits are hexadecimal to a person, others decimal --------- */

/* Return what is before @end in @text, which must end in it; SIZE_MAX: it does not. */
static size_t before(const char *text, const char *end)
{
	const size_t length = strlen(text), n = strlen(end);

	return length >= n && memcmp(text + length - n, end, n) == 0 ? length - n : SIZE_MAX;
}

/* True for the name of a region, a table or a stream, and for a text, which has no number; false
 * for the path of any other field. */
static bool is_thing(const char *path)
{
	const char *dot = path;

#ifndef AB_SMALL
	if (before(path, ".profile") != SIZE_MAX)
		return true;
#endif
	while (*dot != '\0' && *dot != '.')
		dot++;
	return *dot == '\0' || before(path, "]") != SIZE_MAX;
}

/* Ends of the paths of hexadecimal values, each with a NUL: the name of a member, or more of the
 * path if a count elsewhere has the same name. */
static const char ends[] =
    /* of any struct */
    "addr\0base\0entry\0flags\0gpa\0id\0ipa\0limit\0magic\0pa\0"
    /* of a machine */
    "clidr\0cpu\0dist\0rid\0v2m\0cmdline.value\0reset.value\0"
    /* addresses */
    "fdt_chosen.initrd\0elf.e_entry\0p_paddr\0p_vaddr\0arm64_image.text_offset\0"
    /* offsets in files */
    "data-offset\0data-position\0elf.e_phoff\0p_offset\0payload_offset\0pe.e_lfanew\0"
    /* magic numbers, types and hashes */
    "elf.e_ident\0fit.images.hash\0pe.Machine\0pe.Signature\0zboot.compression\0"
    /* characters */
    "cmdline.key\0cmdline.words\0"
    "asset_tag\0family\0manufacturer\0product\0serial\0sku\0board.version\0smbios.version\0"
#ifndef AB_SMALL
    "PointerToRawData\0"
#endif
#ifndef AB_WITHOUT_X86_64
    "load_addr\0load_end_addr\0bss_end_addr\0multiboot.offset\0"
    "zero_page.cmdline\0zero_page.initrd\0zero_page.setup_data\0elf.pvh_entry\0"
    "setup_data[].type\0setup_header.header\0setup_header.jump\0setup_header.kernel_alignment\0"
    "setup_header.loadflags\0setup_header.pref_address\0setup_header.version\0"
    "setup_header.xloadflags\0setup_header.code32_start\0msr[].index\0"
#endif
    ;

/* Fields of enums whose error has the value's name. */
static const char named[] = "payload.kernel.format\0payload.protocol\0payload.fixed[].kind\0"
			    "machine.devs[].type\0";

/* True if @path is one of @list, or ends in a dot and one of it. */
static bool is_in(const char *path, const char *list)
{
	for (const char *end = list; *end != '\0'; end += strlen(end) + 1) {
		const size_t n = before(path, end);

		if (n == 0 || (n != SIZE_MAX && path[n - 1] == '.'))
			return true;
	}
	return false;
}

static bool is_hex(const char *path)
{
	return is_in(path, ends);
}

/* ---- sentences ---------------------------------------------------------------------------- */

/* Choose the form of a verb: a plural name, e.g. "page tables", takes @plural. */
static const char *verb_of(const char *what, const char *singular, const char *plural)
{
	return before(what, "tables") != SIZE_MAX ? plural : singular;
}

/* Append the range of a party of an overlap, or its only number. */
static void put_range(struct ab_buf *b, uint64_t first, uint64_t size, bool hex)
{
	const uint64_t end = first + size;

	put_text(b, size > 1 ? " [" : " ");
	put_number(b, first, hex);
	if (size <= 1)
		return;
	put_text(b, ", ");
	if (end < first)
		put_text(b, "2^64");
	else
		put_number(b, end, hex);
	put_text(b, ")");
}

/* Append a party of an overlap. Its range tells more than that @path names its base. */
static void put_party(struct ab_buf *b, const char *path, uint64_t index, const char *name,
		      uint64_t first, uint64_t size)
{
	const size_t n = before(path, ".base");

	put_path(b, path, n != SIZE_MAX ? n : strlen(path), index);
	put_name(b, name);
	put_range(b, first, size, is_thing(path) || is_hex(path));
}

static void put_overlap(struct ab_buf *b, const struct ab_error *e, const char *what)
{
	const char *other = e->other != NULL ? e->other : "another range";

	put_party(b, what, e->index, e->name, e->value, e->size);
	put_text(b, verb_of(what, " overlaps ", " overlap "));
	put_party(b, other, e->other_index, e->other_name, e->other_value, e->other_size);
}

static void put_rule(struct ab_buf *b, const struct ab_error *e)
{
	if (e->other == NULL)
		return;
	put_text(b, ": ");
	put_text(b, e->other);
	if (e->other_name != NULL) { /* a device that has the same interrupt */
		static const char with[] = ", here with machine.devs[]";

		put_path(b, with, sizeof(with) - 1, e->other_index);
		put_name(b, e->other_name);
	}
}

/* Append an error of a region, table or stream, whose value is an offset in it, a size or an
 * address. */
static void put_thing(struct ab_buf *b, const struct ab_error *e, const char *verb)
{
	put_name(b, e->name);
	put_text(b, " ");
	if (e->code == AB_ERR_NOSPACE) {
		put_text(b, verb_of(e->what, "needs ", "need "));
		put_number(b, e->value, false);
		put_text(b, e->value == 1 ? " byte" : " bytes");
		put_rule(b, e);
		return;
	}
	if (memcmp(verb, "is ", 3) == 0) {
		put_text(b, verb_of(e->what, "is ", "are "));
		verb += 3;
	}
	put_text(b, verb);
	if (e->code == AB_ERR_MEM || (e->code != AB_ERR_UNSUPPORTED && e->value != 0)) {
		put_text(b, e->code == AB_ERR_MEM ? " at " : " at offset ");
		put_number(b, e->value, true);
	}
	put_rule(b, e);
}

static void put_field(struct ab_buf *b, const struct ab_error *e, const char *verb)
{
	put_name(b, e->name);
	if (e->name == NULL || e->what == NULL || !is_in(e->what, named)) {
		put_text(b, ": ");
		put_number(b, e->value, e->what != NULL && is_hex(e->what));
	}
	put_text(b, " ");
	put_text(b, verb);
	put_rule(b, e);
}

/* What stands between the value and the rule. */
static const char *verb_for(enum ab_err code)
{
	switch (code) {
	case AB_ERR_ARG:
	case AB_ERR_IMAGE:
	case AB_ERR_INTERNAL:
		return "is not valid";
	case AB_ERR_NOSPACE:
		return "does not fit";
	case AB_ERR_UNSUPPORTED:
		return "is not supported";
	case AB_ERR_MEM:
		return "could not be written";
	default:
		return "failed";
	}
}

static void put_sentence(struct ab_buf *b, const struct ab_error *e)
{
	const char *verb = verb_for(e->code);
	const char *what = e->what != NULL ? e->what : "argument";

	if (e->code == AB_OK) {
		put_text(b, "no error");
		return;
	}
	if (e->code == AB_ERR_INTERNAL)
		put_text(b, "bug in libaetherboot, please report it: ");
	if (e->code == AB_ERR_OVERLAP) {
		put_overlap(b, e, what);
		return;
	}
	put_path(b, what, strlen(what), e->index);
	if (e->what != NULL && is_thing(what))
		put_thing(b, e, verb);
	else
		put_field(b, e, verb);
}

size_t ab_error_text(const struct ab_error *why, char *text, size_t cap)
{
	/* one byte is kept for the NUL */
	struct ab_buf b = ab_buf_over(cap != 0 ? text : NULL, cap != 0 ? cap - 1 : 0);

	put_sentence(&b, why);
	if (cap != 0)
		text[b.len < cap ? b.len : cap - 1] = '\0';
	return b.len;
}
