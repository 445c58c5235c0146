/* SPDX-License-Identifier: BSD-2-Clause */
/* The writer's nodes: names, nesting, and the check that siblings have different names. */
#include "fdt_priv.h"

#include "../base/libc.h"

#define NAME_RULE "a node's name must be 1 to 31 of 0-9 a-z A-Z , . _ + - and begin with a letter"
#define UNIT_RULE "a unit address must be 1 to 31 of 0-9 a-z A-Z , . _ + -"

_Static_assert(AB_FDT_DEPTH_MAX == 16, "as begin() says");

void ab_fdt_misuse_(struct ab_fdt *f, const char *rule)
{
	ab_buf_fail(f->out, AB_ERR_ARG, NULL, f->out->len - f->start, rule);
}

void ab_fdt_too_large_(struct ab_fdt *f, uint64_t need)
{
	ab_buf_fail(f->out, AB_ERR_NOSPACE, NULL, need, "must be below 2 GiB");
}

/* A name as siblings are ordered: by the characters before its number, then by the length of the
 * number, then by its digits, so that ascending numbers are in order. A name that comes after all
 * its siblings need not be compared with each of them. */
struct key {
	const char *text;
	size_t len, stem;
};

bool ab_fdt_same_(const char *a, const char *b)
{
	for (; *a != '\0' && *a == *b; a++)
		b++;
	return *a == *b;
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static int order(size_t a, size_t b)
{
	return (a > b) - (a < b);
}

static int compare(const struct key *a, const struct key *b)
{
	size_t n = a->stem < b->stem ? a->stem : b->stem, i = 0;
	int by;

	while (i < n && a->text[i] == b->text[i])
		i++; /* faster than memcmp(): most differ in the first few */
	by = i < n ? order((uint8_t)a->text[i], (uint8_t)b->text[i]) : order(a->stem, b->stem);
	by = by != 0 ? by : order(a->len, b->len);
	return by != 0 ? by : memcmp(a->text + a->stem, b->text + b->stem, a->len - a->stem);
}

/* True if one of the siblings in [@from, @to) of the tree has the name. This writer wrote the
 * bytes, so they are well-formed. */
static bool is_there(const uint8_t *tree, uint32_t from, size_t to, const char *text, size_t len)
{
	unsigned int depth = 0;
	size_t at = from, n;

	while (at < to) {
		switch (ab_ld_be32(tree + at)) {
		case AB_DTB_BEGIN_NODE:
			n = strlen((const char *)tree + at + 4);
			if (depth++ == 0 && n == len && memcmp(tree + at + 4, text, len) == 0)
				return true;
			at += 4 + ((n + 4) & ~(size_t)3);
			break;
		case AB_DTB_PROP:
			at += 12 + (((size_t)ab_ld_be32(tree + at + 4) + 3) & ~(size_t)3);
			break;
		default: /* AB_DTB_END_NODE */
			depth--;
			at += 4;
		}
	}
	return false;
}

/* Name of a node that begins. Within a series of names, the numbers alone give the order. */
struct name {
	const char *series; /* NULL: any name */
	uint64_t nth;
	size_t len, stem; /* stem: of a series only */
	bool only; /* no sibling has the name, so the search is left out */
};

/* Offset of the name's number: hexadecimal digits after an @, else decimal digits at the end. */
static size_t stem_of(const char *text, const struct name *n)
{
	size_t stem = n->len;

	if (n->series != NULL)
		return n->stem;
	while (stem != 0 &&
	       (is_digit(text[stem - 1]) || (text[stem - 1] >= 'a' && text[stem - 1] <= 'f')))
		stem--;
	if (stem == 0 || text[stem - 1] != '@')
		for (stem = n->len; stem != 0 && is_digit(text[stem - 1]);)
			stem--;
	return stem;
}

/* Take account of a child whose name has just been written at @at. */
static void note_child(struct ab_fdt *f, struct ab_fdt_level *l, const uint8_t *at,
		       const struct name *n)
{
	const uint8_t *tree = f->out->data + f->start;
	uint32_t offset = (uint32_t)(at - tree);
	size_t stem = n->stem;

	if (n->series == NULL || n->series != l->series || n->nth <= l->nth) {
		struct key is = { (const char *)at, n->len, stem_of((const char *)at, n) };
		struct key top = { (const char *)tree + l->top, l->len, l->stem };

		if (l->first == 0)
			l->first = offset - 4;
		else if (compare(&is, &top) <= 0) {
			if (!n->only && is_there(tree, l->first, offset - 4, is.text, n->len))
				ab_fdt_misuse_(f, "sibling nodes must have different names");
			return;
		}
		stem = is.stem;
	}
	*l = (struct ab_fdt_level){ l->first, offset,        n->series,
				    n->nth,   (uint8_t)stem, (uint8_t)n->len };
}

/* DTSPEC 5.4.1 FDT_BEGIN_NODE: token, name, padding. Returns the place of the name's @len
 * characters, or NULL. */
static inline uint8_t *begin(struct ab_fdt *f, size_t len)
{
	size_t size = 4 + ((len + 4) & ~(size_t)3);
	uint8_t *p;

	if (f->depth == AB_FDT_DEPTH_MAX)
		ab_fdt_misuse_(f, "nodes must not nest deeper than 16 levels");
	if (f->out->len - f->start > INT32_MAX)
		ab_fdt_too_large_(f, f->out->len - f->start);
	p = ab_fdt_room_(f, size);
	if (p == NULL)
		return NULL;
	ab_st_be32(p, AB_DTB_BEGIN_NODE);
	ab_st_be32(p + size - 4, 0);
	return p + 4;
}

/* Open the node after its name was written. */
static inline void opened(struct ab_fdt *f, const uint8_t *at, const struct name *n)
{
	if (at != NULL && f->out->error.code == AB_OK)
		note_child(f, &f->level[f->depth], at, n);
	if (f->depth < AB_FDT_DEPTH_MAX)
		f->depth++;
	f->level[f->depth] = (struct ab_fdt_level){ .first = 0 };
	f->closed = false;
	f->seen[0] = f->seen[1] = f->seen[2] = 0;
}

static void open_named(struct ab_fdt *f, const char *name, size_t len, bool only)
{
	uint8_t *p = begin(f, len);

	if (p != NULL)
		memcpy(p, name, len);
	opened(f, p, &(struct name){ NULL, 0, len, 0, only });
}

void ab_fdt_open_(struct ab_fdt *f, const char *name, size_t len)
{
	open_named(f, name, len, false);
}

void ab_fdt_open_only_(struct ab_fdt *f, const char *name, size_t len)
{
	open_named(f, name, len, true);
}

static void open_at(struct ab_fdt *f, const char *name, size_t len, uint64_t unit, bool only)
{
	struct name n = { name, unit, len + 2, len + 1, only };
	uint8_t *p;

	for (uint64_t rest = unit >> 4; rest != 0; rest >>= 4)
		n.len++;
	p = begin(f, n.len);
	if (p != NULL) {
		memcpy(p, name, len);
		p[len] = '@';
		for (size_t i = n.len; i != len + 1; unit >>= 4)
			p[--i] = (uint8_t) "0123456789abcdef"[unit & 15];
	}
	opened(f, p, &n);
}

void ab_fdt_open_at_(struct ab_fdt *f, const char *name, size_t len, uint64_t unit)
{
	open_at(f, name, len, unit, true);
}

void ab_fdt_open_nth_(struct ab_fdt *f, const char *name, size_t len, uint32_t nth)
{
	struct name n = { name, nth, len + 1, len, false };
	uint8_t *p;

	for (uint32_t rest = nth / 10; rest != 0; rest /= 10)
		n.len++;
	p = begin(f, n.len);
	if (p != NULL) {
		memcpy(p, name, len);
		for (size_t i = n.len; i != len; nth /= 10)
			p[--i] = (uint8_t)('0' + nth % 10);
	}
	opened(f, p, &n);
}

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* DTSPEC tables 2.1 and 2.2 */
size_t ab_fdt_run_(const char *s, bool prop)
{
	size_t n = 0;

	while (is_letter(s[n]) || is_digit(s[n]) || s[n] == ',' || s[n] == '.' || s[n] == '_' ||
	       s[n] == '+' || s[n] == '-' || (prop && (s[n] == '?' || s[n] == '#')))
		n++;
	return n;
}

/* Length of a node's name without unit address; 0: it is malformed. */
static size_t check_name(struct ab_fdt *f, const char *name)
{
	size_t n = ab_fdt_run_(name, false);

	if (n != 0 && n <= 31 && is_letter(name[0]) && (name[n] == '\0' || name[n] == '@'))
		return n;
	ab_fdt_misuse_(f, NAME_RULE);
	return 0;
}

size_t ab_fdt_name_len_(struct ab_fdt *f, const char *name)
{
	size_t n = check_name(f, name), unit;

	if (n == 0 || name[n] == '\0')
		return n;
	unit = ab_fdt_run_(name + n + 1, false);
	if (unit != 0 && unit <= 31 && name[n + 1 + unit] == '\0')
		return n + 1 + unit;
	ab_fdt_misuse_(f, UNIT_RULE);
	return 0;
}

void ab_fdt_node(struct ab_fdt *f, const char *name)
{
	ab_fdt_open_(f, name, ab_fdt_name_len_(f, name));
}

void ab_fdt_node_at(struct ab_fdt *f, const char *name, uint64_t unit)
{
	size_t n = check_name(f, name);

	if (name[n] != '\0')
		ab_fdt_misuse_(f, NAME_RULE);
	open_at(f, name, n, unit, false);
	f->level[f->depth - 1].series = NULL; /* the caller may reuse the memory of the name */
}

void ab_fdt_end(struct ab_fdt *f)
{
	uint8_t *p;

	if (f->depth <= 1) { /* ab_fdt_finish() ends the root */
		ab_fdt_misuse_(f, "a node must begin before it ends");
		return;
	}
	p = ab_fdt_room_(f, 4);
	if (p != NULL)
		ab_st_be32(p, AB_DTB_END_NODE);
	f->depth--;
	f->closed = true;
}
