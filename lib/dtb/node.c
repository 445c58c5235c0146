/* SPDX-License-Identifier: BSD-2-Clause */
/* Nodes by name and path, and their properties. */
#include "dtb_priv.h"

#include "../base/be.h"
#include "../base/libc.h"

#define ALIAS_MAX 31 /* DTSPEC 2.2.4.1; bounds the time to compare it with every property */

const char *ab_dtb_name(const struct ab_dtb *dtb, uint32_t node)
{
	struct ab_dtb_token t;

	return ab_dtb_token(dtb, node, &t) && t.kind == AB_DTB_BEGIN_NODE ? t.name : "";
}

/* The rest of @name after the @n characters at @text; NULL: it does not begin with them. */
static const char *after(const char *name, const char *text, size_t n)
{
	for (; n != 0; n--)
		if (*name == '\0' || *name++ != *text++)
			return NULL;
	return name;
}

/* ---- properties --------------------------------------------------------------------------- */

/* Find a property by the @n characters of its name. */
static struct ab_bytes property(const struct ab_dtb *dtb, uint32_t node, const char *name, size_t n)
{
	struct ab_dtb_token t;
	const char *rest;

	if (!ab_dtb_token(dtb, node, &t) || t.kind != AB_DTB_BEGIN_NODE)
		return (struct ab_bytes){ NULL, 0 };
	while (ab_dtb_token(dtb, t.next, &t) && (t.kind == AB_DTB_PROP || t.kind == AB_DTB_NOP)) {
		rest = t.kind == AB_DTB_PROP ? after(t.name, name, n) : NULL;
		if (rest != NULL && *rest == '\0')
			return t.value;
	}
	return (struct ab_bytes){ NULL, 0 };
}

struct ab_bytes ab_dtb_prop(const struct ab_dtb *dtb, uint32_t node, const char *name)
{
	return property(dtb, node, name, strlen(name));
}

uint32_t ab_dtb_u32(const struct ab_dtb *dtb, uint32_t node, const char *name, uint32_t otherwise)
{
	struct ab_bytes b = ab_dtb_prop(dtb, node, name);

	return b.size == 4 ? ab_ld_be32(b.data) : otherwise;
}

/* ---- children ----------------------------------------------------------------------------- */

uint32_t ab_dtb_skip(const struct ab_dtb *dtb, uint32_t node)
{
	struct ab_dtb_token t;
	uint32_t open = 0;

	for (uint32_t at = node; ab_dtb_token(dtb, at, &t); at = t.next) {
		open += t.kind == AB_DTB_BEGIN_NODE;
		if (open == 0) /* no node begins here */
			return 0;
		open -= t.kind == AB_DTB_END_NODE;
		if (open == 0)
			return t.next;
	}
	return 0;
}

uint32_t ab_dtb_next_child(const struct ab_dtb *dtb, uint32_t parent, uint32_t previous)
{
	struct ab_dtb_token t;
	uint32_t at = 0;

	if (previous != 0)
		at = ab_dtb_skip(dtb, previous);
	else if (ab_dtb_token(dtb, parent, &t) && t.kind == AB_DTB_BEGIN_NODE)
		at = t.next;
	while (ab_dtb_token(dtb, at, &t) && (t.kind == AB_DTB_PROP || t.kind == AB_DTB_NOP))
		at = t.next;
	return t.kind == AB_DTB_BEGIN_NODE ? at : 0;
}

uint32_t ab_dtb_child(const struct ab_dtb *dtb, uint32_t parent, const char *name)
{
	size_t n = strlen(name);
	uint32_t child = 0;
	const char *rest;

	while ((child = ab_dtb_next_child(dtb, parent, child)) != 0) {
		rest = after(ab_dtb_name(dtb, child), name, n);
		if (rest != NULL && *rest == '\0')
			break;
	}
	return child;
}

/* ---- paths: components that end at '/', ':' or NUL ---------------------------------------- */

static size_t component(const char *path)
{
	size_t n = 0;

	while (path[n] != '\0' && path[n] != '/' && path[n] != ':')
		n++;
	return n;
}

/* Find the child that a component of a path names: the first with exactly this name, else the first
 * with this name and any unit address. */
static uint32_t named(const struct ab_dtb *dtb, uint32_t parent, const char *text, size_t n)
{
	uint32_t child = 0, without = 0;
	const char *rest;

	while ((child = ab_dtb_next_child(dtb, parent, child)) != 0) {
		rest = after(ab_dtb_name(dtb, child), text, n);
		if (rest != NULL && *rest == '\0')
			return child;
		if (rest != NULL && *rest == '@' && without == 0)
			without = child;
	}
	return without;
}

/* Go down from a node by the components of a path. */
static uint32_t descend(const struct ab_dtb *dtb, uint32_t node, const char *path)
{
	size_t n;

	for (; node != 0; path += n) {
		while (*path == '/')
			path++;
		n = component(path);
		if (n == 0)
			return node;
		node = named(dtb, node, path, n);
	}
	return 0;
}

uint32_t ab_dtb_find(const struct ab_dtb *dtb, const char *path)
{
	uint32_t node = dtb->root;

	if (*path != '/') {
		size_t n = component(path);
		const char *alias;

		if (n > ALIAS_MAX)
			return 0;
		alias =
		    ab_dtb_string(property(dtb, ab_dtb_child(dtb, node, "aliases"), path, n), 0);
		if (alias == NULL || *alias != '/')
			return 0;
		node = descend(dtb, node, alias);
		path += n;
	}
	return descend(dtb, node, path);
}
