/* SPDX-License-Identifier: BSD-2-Clause */
/* Properties that the caller adds to nodes of the finished tree: one walk finds the nodes, then the
 * bytes between their places move once. */
#include "fdt_priv.h"

#include "../base/base_priv.h"
#include "../base/libc.h"

_Static_assert(AB_FDT_PROPS_MAX == 64, "a set of properties has a bit for each");

struct props {
	struct ab_fdt *f;
	const struct ab_fdt_prop *list;
	size_t n;
	uint32_t name[AB_FDT_PROPS_MAX]; /* offset in the strings block */
	uint32_t at[AB_FDT_PROPS_MAX]; /* offset in the tree where it goes; 0: not known yet */
};

static void bad(const struct props *p, size_t i, const char *name, const char *rule)
{
	ab_buf_fail_with_(p->f->out, &(struct ab_error){ .code = AB_ERR_ARG,
							 .what = "machine.fdt.props[]",
							 .index = i,
							 .name = name,
							 .other = rule });
}

/* Bytes of a property whose value has @size. */
static uint32_t size_of(size_t size)
{
	return 12 + (uint32_t)ab_fdt_align4_(size);
}

/* Component number @depth of a path, behind its slash; NULL: there is none. Number 0 is the root's,
 * before the first slash. */
static const char *component(const char *path, uint32_t depth)
{
	for (; depth != 0; path++) {
		if (*path == '\0')
			return NULL;
		depth -= *path == '/';
	}
	return *path != '\0' ? path : NULL;
}

/* Of the properties @from, those whose path goes on with @name; *@here: those whose path ends. */
static uint64_t matching(const struct props *p, uint64_t from, uint32_t depth, const char *name,
			 uint64_t *here)
{
	uint64_t match = 0;

	*here = 0;
	for (size_t i = 0; i < p->n && from >> i != 0; i++) {
		const uint64_t bit = from & UINT64_C(1) << i;
		const char *s = bit != 0 ? component(p->list[i].node, depth) : NULL;
		size_t n = 0;

		while (s != NULL && name[n] != '\0' && s[n] == name[n])
			n++;
		if (s == NULL || name[n] != '\0' || (s[n] != '/' && s[n] != '\0'))
			continue;
		match |= bit;
		if (component(s + n, 1) == NULL)
			*here |= bit;
	}
	return match;
}

/* Put the properties @here at the end of those of a node; one that it has already is an error. */
static void settle(struct props *p, uint64_t here, uint32_t first, uint32_t end)
{
	const uint8_t *tree = p->f->out->data + p->f->start;

	for (size_t i = 0; i < p->n && here >> i != 0; i++) {
		bool taken = false;

		if ((here >> i & 1) == 0)
			continue;
		for (uint32_t at = first; at < end; at += size_of(ab_ld_be32(tree + at + 4)))
			taken |= ab_ld_be32(tree + at + 8) == p->name[i];
		for (size_t k = 0; k < i; k++)
			taken |= p->at[k] == end && p->name[k] == p->name[i];
		if (taken)
			bad(p, i, p->list[i].name,
			    "the node must not have this property otherwise");
		p->at[i] = end;
	}
}

/* Find the place of each property in a tree of this writer's, which is well-formed: where the
 * properties of a node end. */
static void find(struct props *p)
{
	const uint8_t *tree = p->f->out->data + p->f->start;
	const uint32_t end = (uint32_t)(p->f->out->len - p->f->start);
	uint64_t match[AB_FDT_DEPTH_MAX + 1] = { UINT64_MAX }, here = 0;
	uint32_t depth = 0, first = 0, at = AB_FDT_STRUCT_AT;

	while (at < end) {
		const uint32_t token = ab_ld_be32(tree + at);
		const char *name = (const char *)tree + at + 4;

		if (token == AB_DTB_PROP) {
			at += size_of(ab_ld_be32(tree + at + 4));
			continue;
		}
		settle(p, here, first, at);
		here = 0;
		at += 4;
		if (token != AB_DTB_BEGIN_NODE) {
			depth--;
			continue;
		}
		at += (uint32_t)ab_fdt_align4_(strlen(name) + 1);
		match[depth + 1] = matching(p, match[depth], depth, name, &here);
		depth++;
		first = at;
	}
}

/* Write them from the last place to the first, and move what is behind each. @more: their size. */
static void insert(struct props *p, size_t more)
{
	uint8_t *tree = p->f->out->data + p->f->start;
	size_t end = p->f->out->len - p->f->start - more;

	for (size_t left = p->n; left != 0; left--) {
		const struct ab_bytes *v;
		size_t last = 0, at, size;
		uint8_t *to;

		for (size_t i = 1; i < p->n; i++)
			if (p->at[i] != 0 && p->at[i] >= p->at[last])
				last = i;
		v = &p->list[last].value;
		at = p->at[last];
		size = size_of(v->size);
		p->at[last] = 0;
		memmove(tree + at + more, tree + at, end - at);
		end = at;
		more -= size;
		to = tree + at + more;
		memset(to, 0, size);
		ab_st_be32(to, AB_DTB_PROP);
		ab_st_be32(to + 4, (uint32_t)v->size);
		ab_st_be32(to + 8, p->name[last]);
		if (v->size != 0)
			memcpy(to + 12, v->data, v->size);
	}
}

/* Check what needs no tree, and count bytes. */
static size_t measure(struct props *p)
{
	struct ab_error *e = &p->f->out->error;
	size_t more = 0;

	/* a buffer that is too small already must still tell the size of all */
	for (size_t i = 0; i < p->n && (e->code == AB_OK || e->code == AB_ERR_NOSPACE); i++) {
		const struct ab_fdt_prop *prop = &p->list[i];
		const size_t size = prop->value.size;

		if (prop->node == NULL || prop->name == NULL ||
		    (prop->value.data == NULL && size != 0)) {
			bad(p, i, prop->name, "node, name and value.data must not be NULL");
			break;
		}
		p->name[i] = ab_fdt_name_at_(p->f, prop->name);
		if (e->code == AB_ERR_ARG) { /* the name broke a rule */
			e->code = AB_OK;
			bad(p, i, prop->name, e->other);
		}
		if (size > INT32_MAX)
			ab_fdt_too_large_(p->f, size);
		else
			more += size_of(size);
	}
	return more;
}

void ab_fdt_props_(struct ab_fdt *f, const struct ab_fdt_prop_list *list)
{
	struct props p = { .f = f, .list = list->at, .n = list->n };
	const struct ab_error *e = &f->out->error;
	const bool writes = f->out->data != NULL;
	size_t more = measure(&p);

	if (list->n == 0 || (e->code != AB_OK && e->code != AB_ERR_NOSPACE))
		return;
	ab_fdt_unlink_(f);
	f->level[f->depth].linked = false;
	if (writes && e->code == AB_OK)
		find(&p);
	for (size_t i = 0; writes && e->code == AB_OK && i < p.n; i++)
		if (p.at[i] == 0)
			bad(&p, i, p.list[i].node, "the tree must have a node of this path");
	if (ab_fdt_room_(f, more) != NULL && e->code == AB_OK)
		insert(&p, more);
}
