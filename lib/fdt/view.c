/* SPDX-License-Identifier: BSD-2-Clause */
/* Reading: a tree is checked from end to end once, then walked node by node. */
#include "view.h"

#include "fdt_priv.h"

#include "../base/libc.h"

static enum ab_err bad(struct ab_error *why, uint64_t at, const char *hint)
{
	return ab_fail(why, AB_ERR_IMAGE, "fdt", at, hint);
}

bool ab_fdt_token_(const struct ab_fdt_view *v, uint32_t at, struct ab_fdt_token *t)
{
	const uint8_t *p = v->tree + v->structs;
	uint32_t size = v->structs_size, end;

	if (size < 4 || at > size - 4)
		return false;
	t->kind = ab_ld_be32(p + at);
	t->next = at + 4;
	if (t->kind == TAG_BEGIN_NODE) {
		t->data = p + t->next;
		for (end = t->next; end < size && p[end] != 0; end++)
			;
		if (end == size)
			return false;
		t->next = (end + 4) & ~UINT32_C(3);
	} else if (t->kind == TAG_PROP) {
		if (size - t->next < 8)
			return false;
		t->size = ab_ld_be32(p + t->next);
		t->name = ab_ld_be32(p + t->next + 4);
		t->data = p + t->next + 8;
		if (t->size > size - t->next - 8)
			return false;
		t->next += 8 + (uint32_t)ab_fdt_align4(t->size);
	}
	return t->next <= size;
}

static enum ab_err check_structs(const struct ab_fdt_view *v, struct ab_error *why)
{
	uint32_t at = 0, depth = 0, roots = 0;
	struct ab_fdt_token t;

	do {
		if (!ab_fdt_token_(v, at, &t))
			return bad(why, v->structs + at, "structure block is cut");
		if (t.kind == TAG_BEGIN_NODE && depth == 0 && roots++ != 0)
			return bad(why, v->structs + at, "two roots");
		if (t.kind == TAG_BEGIN_NODE && ++depth > AB_FDT_DEPTH_MAX)
			return bad(why, v->structs + at, "nodes nest too deep");
		if (t.kind == TAG_PROP && (depth == 0 || t.name >= v->strings_size))
			return bad(why, v->structs + at, "property without name or node");
		if (t.kind == TAG_END_NODE && depth-- == 0)
			return bad(why, v->structs + at, "node ended but not begun");
		if (t.kind < TAG_BEGIN_NODE || (t.kind > TAG_NOP && t.kind != TAG_END) ||
		    (t.kind == TAG_END && depth != 0))
			return bad(why, v->structs + at, "token");
		at = t.next;
	} while (t.kind != TAG_END);
	return roots != 0 ? AB_OK : bad(why, v->structs, "no root");
}

/* DTSPEC 5.3: pairs of numbers until one of zeros */
static enum ab_err check_reservations(struct ab_fdt_view *v, uint32_t size, struct ab_error *why)
{
	for (uint32_t at = v->rsv; at <= size - 16; at += 16, v->rsv_n++) {
		const uint8_t *p = v->tree + at;

		if (ab_fdt_number_(p, 2) == 0 && ab_fdt_number_(p + 8, 2) == 0)
			return AB_OK;
		if (size - at < 32)
			break;
	}
	return bad(why, v->rsv, "memory reservations have no end");
}

enum ab_err ab_fdt_view_(struct ab_bytes tree, struct ab_fdt_view *v, struct ab_error *why)
{
	const uint8_t *p = tree.data;
	uint32_t size;

	*v = (struct ab_fdt_view){ .tree = p };
	if (tree.size < 40 || ab_ld_be32(p) != 0xd00dfeed)
		return bad(why, 0, "no device tree");
	size = ab_ld_be32(p + 4);
	if (size > tree.size || size < 56 || size > INT32_MAX)
		return bad(why, 4, "totalsize");
	if (ab_ld_be32(p + 20) < 17 || ab_ld_be32(p + 24) > 17)
		return ab_fail(why, AB_ERR_UNSUPPORTED, "fdt", ab_ld_be32(p + 20), "version");
	v->structs = ab_ld_be32(p + 8);
	v->strings = ab_ld_be32(p + 12);
	v->rsv = ab_ld_be32(p + 16);
	v->strings_size = ab_ld_be32(p + 32);
	v->structs_size = ab_ld_be32(p + 36);
	if (v->structs % 4 != 0 || !ab_within(v->structs, v->structs_size, size))
		return bad(why, 8, "structure block");
	if (!ab_within(v->strings, v->strings_size, size) ||
	    (v->strings_size != 0 && p[v->strings + v->strings_size - 1] != 0))
		return bad(why, 12, "strings block");
	if (v->rsv % 8 != 0)
		return bad(why, 16, "memory reservations");
	if (check_reservations(v, size, why) != AB_OK)
		return AB_ERR_IMAGE;
	return check_structs(v, why);
}

bool ab_fdt_same_(const char *a, const char *b)
{
	while (*a != '\0' && *a == *b) {
		a++;
		b++;
	}
	return *a == *b;
}

const char *ab_fdt_name_of_(const struct ab_fdt_view *v, const struct ab_fdt_token *t)
{
	return (const char *)v->tree + v->strings + t->name;
}

struct ab_bytes ab_fdt_get_(const struct ab_fdt_view *v, const struct ab_fdt_open_node *n,
			    const char *name)
{
	struct ab_fdt_token t;

	for (uint32_t at = n->at; ab_fdt_token_(v, at, &t); at = t.next) {
		if (t.kind != TAG_PROP && t.kind != TAG_NOP)
			break;
		if (t.kind == TAG_PROP && ab_fdt_same_(ab_fdt_name_of_(v, &t), name))
			return (struct ab_bytes){ t.data, t.size };
	}
	return (struct ab_bytes){ NULL, 0 };
}

uint32_t ab_fdt_get_u32_(const struct ab_fdt_view *v, const struct ab_fdt_open_node *n,
			 const char *name, uint32_t without)
{
	struct ab_bytes b = ab_fdt_get_(v, n, name);

	return b.size == 4 ? ab_ld_be32(b.data) : without;
}

bool ab_fdt_has_(struct ab_bytes list, const char *text)
{
	const char *s = list.data;
	size_t size = strlen(text) + 1, from = 0;

	for (size_t i = 0; i < list.size; i++) {
		if (s[i] != '\0')
			continue;
		if (i + 1 - from == size && memcmp(s + from, text, size) == 0)
			return true;
		from = i + 1;
	}
	return false;
}

uint64_t ab_fdt_number_(const uint8_t *p, uint32_t n)
{
	if (n == 0)
		return 0;
	return n == 1 ? ab_ld_be32(p) : (uint64_t)ab_ld_be32(p) << 32 | ab_ld_be32(p + 4);
}

static void enter(struct ab_fdt_walk *w, const struct ab_fdt_token *t)
{
	struct ab_fdt_open_node *n = &w->node[w->open];
	const struct ab_fdt_open_node *up = w->open != 0 ? n - 1 : NULL;
	struct ab_bytes status;

	*n = (struct ab_fdt_open_node){ .at = t->next, .name = (const char *)t->data };
	n->addr_cells = ab_fdt_get_u32_(w->v, n, "#address-cells", 2);
	n->size_cells = ab_fdt_get_u32_(w->v, n, "#size-cells", 1);
	n->ranges = ab_fdt_get_(w->v, n, "ranges");
	n->irq_parent = ab_fdt_get_u32_(w->v, n, "interrupt-parent", up ? up->irq_parent : 0);
	status = ab_fdt_get_(w->v, n, "status");
	n->okay = (up == NULL || up->okay) &&
		  (status.data == NULL || ab_fdt_has_(status, "okay") || ab_fdt_has_(status, "ok"));
	w->depth = w->open++;
}

bool ab_fdt_walk_(struct ab_fdt_walk *w)
{
	struct ab_fdt_token t;

	while (ab_fdt_token_(w->v, w->next, &t) && t.kind != TAG_END) {
		w->next = t.next;
		if (t.kind == TAG_END_NODE)
			w->open--;
		if (t.kind == TAG_BEGIN_NODE) {
			enter(w, &t);
			return true;
		}
	}
	return false;
}
