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

/* ---- siblings ----------------------------------------------------------------------------- */

/* The names of siblings are found by a tree of links: each sibling has two, for the bits 0 and 1
 * that its successors' names have at its depth. Its links take the place of two words that are
 * known and adjacent, until the parent ends: the end of the sibling before it, and its own
 * beginning. Those of the first sibling are in the level. */
static uint8_t *links_of(uint8_t *tree, struct ab_fdt_level *l, uint32_t node)
{
	return node == l->first ? l->link : tree + node - 4;
}

/* Bit @nth of a name, whose last characters differ most: zeros precede its first. */
static unsigned int bit_of(const char *name, size_t len, size_t nth)
{
	return nth / 8 < len ? (unsigned char)name[len - 1 - nth / 8] >> nth % 8 & 1 : 0;
}

/* Add a child to the tree of names. Returns false if one has its name. */
static bool link_child(uint8_t *tree, struct ab_fdt_level *l, uint32_t node)
{
	const char *name = (const char *)tree + node + 4;
	const size_t len = strlen(name);
	uint32_t at = l->first;

	memset(links_of(tree, l, node), 0, 8);
	for (size_t nth = 0; at != node; nth++) {
		uint8_t *link;

		if (ab_fdt_same_((const char *)tree + at + 4, name))
			return false;
		link = links_of(tree, l, at) + 4 * bit_of(name, len, nth);
		at = ab_ld_be32(link);
		if (at == 0) {
			ab_st_be32(link, node);
			at = node;
		}
	}
	return true;
}

/* Offset of the end of a child. This writer wrote the bytes, so they are well-formed; where a link
 * has taken the place of the end, it is neither of the other words. */
static uint32_t end_of(const uint8_t *tree, uint32_t node)
{
	uint32_t word = AB_DTB_BEGIN_NODE;

	for (uint32_t depth = 0;; word = ab_ld_be32(tree + node)) {
		if (word == AB_DTB_BEGIN_NODE) {
			depth++;
			node += 4 + (((uint32_t)strlen((const char *)tree + node + 4) + 4) & ~3U);
		} else if (word == AB_DTB_PROP) {
			node += 12 + ((ab_ld_be32(tree + node + 4) + 3) & ~3U);
		} else if (--depth == 0) {
			return node;
		} else {
			node += 4;
		}
	}
}

void ab_fdt_unlink_(struct ab_fdt *f)
{
	const struct ab_fdt_level *l = &f->level[f->depth];
	uint8_t *tree;

	if (!l->linked || f->out->error.code != AB_OK)
		return;
	tree = f->out->data + f->start; /* not NULL: names that were only measured are not linked */
	for (uint32_t at = l->first; at < f->out->len - f->start; at += 4) {
		ab_st_be32(tree + at, AB_DTB_BEGIN_NODE);
		at = end_of(tree, at);
		ab_st_be32(tree + at, AB_DTB_END_NODE);
	}
}

/* Take account of a child whose name has just been written at @name. From the first name on that
 * the library does not know to be new, all siblings are linked. */
static void note_child(struct ab_fdt *f, struct ab_fdt_level *l, const uint8_t *name, bool check)
{
	uint8_t *tree = f->out->data + f->start;
	const uint32_t node = (uint32_t)(name - tree) - 4;

	if (l->first == 0)
		l->first = node;
	if (check && !l->linked) {
		l->linked = true;
		for (uint32_t at = l->first; at != node;) {
			(void)link_child(tree, l, at);
			at = end_of(tree, at) + 4;
		}
	}
	if (l->linked && !link_child(tree, l, node))
		ab_fdt_misuse_(f, "sibling nodes must have different names");
}

/* ---- nodes -------------------------------------------------------------------------------- */

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

/* Open the node after its name was written. @check: a sibling may have it. */
static inline void opened(struct ab_fdt *f, const uint8_t *name, bool check)
{
	if (name != NULL && f->out->error.code == AB_OK)
		note_child(f, &f->level[f->depth], name, check);
	if (f->depth < AB_FDT_DEPTH_MAX)
		f->depth++;
	f->level[f->depth] = (struct ab_fdt_level){ .first = 0 };
	f->closed = false;
	f->seen[0] = f->seen[1] = f->seen[2] = 0;
}

static void open_named(struct ab_fdt *f, const char *name, size_t len, bool check)
{
	uint8_t *p = begin(f, len);

	if (p != NULL)
		memcpy(p, name, len);
	opened(f, p, check);
}

void ab_fdt_open_(struct ab_fdt *f, const char *name, size_t len)
{
	open_named(f, name, len, false);
}

void ab_fdt_open_any_(struct ab_fdt *f, const char *name, size_t len)
{
	open_named(f, name, len, true);
}

static void open_at(struct ab_fdt *f, const char *name, size_t len, uint64_t unit, bool check)
{
	size_t n = len + 2;
	uint8_t *p;

	for (uint64_t rest = unit >> 4; rest != 0; rest >>= 4)
		n++;
	p = begin(f, n);
	if (p != NULL) {
		memcpy(p, name, len);
		p[len] = '@';
		for (size_t i = n; i != len + 1; unit >>= 4)
			p[--i] = (uint8_t) "0123456789abcdef"[unit & 15];
	}
	opened(f, p, check);
}

void ab_fdt_open_at_(struct ab_fdt *f, const char *name, size_t len, uint64_t unit)
{
	open_at(f, name, len, unit, false);
}

void ab_fdt_open_nth_(struct ab_fdt *f, const char *name, size_t len, uint32_t nth)
{
	size_t n = len + 1;
	uint8_t *p;

	for (uint32_t rest = nth / 10; rest != 0; rest /= 10)
		n++;
	p = begin(f, n);
	if (p != NULL) {
		memcpy(p, name, len);
		for (size_t i = n; i != len; nth /= 10)
			p[--i] = (uint8_t)('0' + nth % 10);
	}
	opened(f, p, false);
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
	ab_fdt_open_any_(f, name, ab_fdt_name_len_(f, name));
}

void ab_fdt_node_at(struct ab_fdt *f, const char *name, uint64_t unit)
{
	size_t n = check_name(f, name);

	if (name[n] != '\0')
		ab_fdt_misuse_(f, NAME_RULE);
	open_at(f, name, n, unit, true);
}

void ab_fdt_end(struct ab_fdt *f)
{
	uint8_t *p;

	if (f->depth <= 1) { /* ab_fdt_finish() ends the root */
		ab_fdt_misuse_(f, "a node must begin before it ends");
		return;
	}
	ab_fdt_unlink_(f);
	p = ab_fdt_room_(f, 4);
	if (p != NULL)
		ab_st_be32(p, AB_DTB_END_NODE);
	f->depth--;
	f->closed = true;
}
