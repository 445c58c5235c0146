/* SPDX-License-Identifier: BSD-2-Clause */
/* A caller's tree merged into a machine's: its nodes in one pass, phandles renumbered, references
 * by what dtc notes of them. */
#include "view.h"

#include "fdt_priv.h"

#include "../base/libc.h"

#define WHAT(part) "machine.fdt.overlays" part
#define STEPS_MAX (UINT64_C(1) << 28) /* a second or so; no tree of a board comes near */

/* Nodes are known by where their properties begin; 0: no such node. */
struct merge {
	struct ab_fdt *f;
	const struct ab_machine *m;
	struct ab_fdt_view v;
	bool whole; /* no overlay: a tree */
	bool stop; /* it is at fault */
	uint32_t delta; /* from its phandles to ours */
	uint32_t last; /* highest of its phandles */
	uint32_t fixups; /* node /__fixups__ */
	size_t left; /* notes of references that no property has met */
	uint64_t looks; /* at the notes or the tree, for one token of it at most */
	uint32_t depth; /* open nodes */
	const char *name[AB_FDT_DEPTH_MAX + 1]; /* of open nodes, from depth 1 */
	uint32_t local[AB_FDT_DEPTH_MAX + 1]; /* their counterparts below /__local_fixups__ */
};

static void fail(struct merge *g, enum ab_err err, const char *what, uint64_t value,
		 const char *other)
{
	g->stop = true;
	ab_buf_fail(g->f->out, err, what, value, other);
}

/* Misuse that the writer found is the tree's fault: which place of it, by name. */
static bool refused(struct merge *g, const char *what, uint32_t at, const char *name)
{
	struct ab_error *e = &g->f->out->error;

	if (e->code == AB_OK || e->other == NULL)
		return false;
	(void)ab_fail(e, e->code, what, g->v.structs + at, name);
	g->stop = true;
	return true;
}

/* ---- looking -------------------------------------------------------------------------------- */

/* Behind a token, and behind the whole node when it begins one. */
static uint32_t behind(const struct ab_fdt_view *v, const struct ab_fdt_token *first)
{
	struct ab_fdt_token t = *first;
	uint32_t open = t.kind == TAG_BEGIN_NODE ? 1 : 0;

	while (open != 0 && ab_fdt_token_(v, t.next, &t)) {
		if (t.kind == TAG_BEGIN_NODE)
			open++;
		if (t.kind == TAG_END_NODE)
			open--;
	}
	return t.next;
}

/* The token at @at in a node, not its end. */
static bool inside(const struct ab_fdt_view *v, uint32_t at, struct ab_fdt_token *t)
{
	return at != 0 && ab_fdt_token_(v, at, t) && t->kind != TAG_END_NODE;
}

static uint32_t child(const struct ab_fdt_view *v, uint32_t node, const char *name)
{
	struct ab_fdt_token t;

	for (uint32_t at = node; inside(v, at, &t); at = behind(v, &t))
		if (t.kind == TAG_BEGIN_NODE && ab_fdt_same_((const char *)t.data, name))
			return t.next;
	return 0;
}

static struct ab_bytes get(const struct merge *g, uint32_t node, const char *name)
{
	const struct ab_fdt_open_node n = { .at = node };

	return node != 0 ? ab_fdt_get_(&g->v, &n, name) : (struct ab_bytes){ NULL, 0 };
}

static bool is_notes(const char *name)
{
	return ab_fdt_same_(name, "__fixups__") || ab_fdt_same_(name, "__local_fixups__") ||
	       ab_fdt_same_(name, "__symbols__");
}

/* Nodes that have this phandle. */
static size_t bearers(const struct merge *g, uint32_t phandle)
{
	struct ab_fdt_token t;
	size_t n = 0;

	for (uint32_t at = 0; ab_fdt_token_(&g->v, at, &t) && t.kind != TAG_END; at = t.next)
		n += t.kind == TAG_PROP && t.size == 4 && ab_ld_be32(t.data) == phandle &&
		     ab_fdt_same_(ab_fdt_name_of_(&g->v, &t), "phandle");
	return n;
}

/* ---- references ----------------------------------------------------------------------------- */

/* What a label of the machine's tree stands for; 0: there is none such. */
static uint32_t labelled(const struct ab_machine *m, const char *label)
{
	const struct {
		const char *label;
		bool there;
		enum ab_fdt_phandle_of phandle;
	} list[] = {
		{ "gic", true, AB_FDT_PHANDLE_GIC },
		{ "msi", m->arm64.gic.its != 0 || m->arm64.gic.v2m != 0, AB_FDT_PHANDLE_MSI },
		{ "clock", ab_fdt_has_clock_(m), AB_FDT_PHANDLE_CLOCK },
		{ "gpio", ab_machine_dev(m, AB_DEV_GPIO_PL061, 0) != NULL, AB_FDT_PHANDLE_GPIO },
		{ "smmu", ab_machine_dev(m, AB_DEV_SMMUV3, 0) != NULL, AB_FDT_PHANDLE_SMMU },
	};

	for (size_t i = 0; i < sizeof(list) / sizeof(list[0]); i++)
		if (list[i].there && ab_fdt_same_(label, list[i].label))
			return list[i].phandle;
	return 0;
}

/* A look at a token; a node's name is read to its end. */
static uint64_t look(uint32_t at, const struct ab_fdt_token *t)
{
	return 1 + (t->kind == TAG_BEGIN_NODE ? (t->next - at) / 64 : 0);
}

/* Count the notes of references, and know all labels among them. */
static void count_notes(struct merge *g)
{
	struct ab_fdt_token t;
	uint32_t depth = 0, end;

	for (uint32_t at = g->fixups; inside(&g->v, at, &t); at = end) {
		const char *label = t.kind == TAG_PROP ? ab_fdt_name_of_(&g->v, &t) : "";

		end = behind(&g->v, &t);
		g->looks += end - at;
		if (t.kind != TAG_PROP)
			continue;
		if (labelled(g->m, label) == 0)
			fail(g, AB_ERR_UNSUPPORTED, WHAT(".label"), g->v.structs + at, label);
		else if (t.size == 0 || t.data[t.size - 1] != '\0')
			fail(g, AB_ERR_IMAGE, WHAT(".fixups"), g->v.structs + at, label);
		for (uint32_t i = 0; i < t.size; i++)
			g->left += t.data[i] == '\0';
	}
	for (uint32_t at = g->local[0]; at != 0 && ab_fdt_token_(&g->v, at, &t); at = t.next) {
		if (t.kind == TAG_END_NODE && depth-- == 0)
			break;
		depth += t.kind == TAG_BEGIN_NODE;
		g->left += t.kind == TAG_PROP;
		g->looks += look(at, &t) + (t.kind == TAG_PROP ? t.size / 4 : 0);
	}
}

/* Each reference and phandle is looked for in the tree, each node and property in the notes, and
 * each node among its siblings. */
static void check_steps(struct merge *g)
{
	uint64_t tokens = 0, nodes = 0, steps;
	struct ab_fdt_token t;

	for (uint32_t at = 0; ab_fdt_token_(&g->v, at, &t) && t.kind != TAG_END; at = t.next) {
		tokens += look(at, &t);
		nodes += t.kind == TAG_BEGIN_NODE;
		g->looks += t.kind == TAG_PROP && t.size == 4 &&
			    ab_fdt_same_(ab_fdt_name_of_(&g->v, &t), "phandle");
	}
	steps = tokens * g->looks + nodes * nodes;
	if (steps > STEPS_MAX)
		fail(g, AB_ERR_NOSPACE, WHAT(""), steps, "too many nodes, phandles or references");
}

/* Behind @part, where @s begins with it; else NULL. */
static const char *after(const char *s, const char *part)
{
	for (; s != NULL && *part != '\0'; part++)
		s = *s == *part ? s + 1 : NULL;
	return s;
}

/* "path:property:offset" of a property of the open node: the offset; else UINT64_MAX. */
static uint64_t noted(const struct merge *g, const char *s, const char *name)
{
	uint64_t offset = 0;

	for (uint32_t i = 1; i <= g->depth; i++)
		s = after(after(s, "/"), g->name[i]);
	s = after(after(after(s, ":"), name), ":");
	if (s == NULL || *s == '\0')
		return UINT64_MAX;
	for (; *s >= '0' && *s <= '9' && offset <= UINT32_MAX; s++)
		offset = offset * 10 + (uint64_t)(*s - '0');
	return *s == '\0' ? offset : UINT64_MAX;
}

/* References to labels of ours in a property that went to @p, or nowhere. */
static void link_labels(struct merge *g, const struct ab_fdt_token *prop, uint8_t *p)
{
	const char *name = ab_fdt_name_of_(&g->v, prop);
	struct ab_fdt_token t;

	for (uint32_t at = g->fixups; inside(&g->v, at, &t); at = behind(&g->v, &t)) {
		const char *s = (const char *)t.data, *label;

		if (t.kind != TAG_PROP)
			continue;
		label = ab_fdt_name_of_(&g->v, &t);
		for (const char *end = s + t.size; s < end; s += strlen(s) + 1) {
			uint64_t offset = noted(g, s, name);

			if (offset == UINT64_MAX)
				continue;
			if (!ab_within(offset, 4, prop->size))
				fail(g, AB_ERR_IMAGE, WHAT(".fixups"), offset, label);
			else if (p != NULL)
				ab_st_be32(p + offset, labelled(g->m, label));
			g->left--;
		}
	}
}

/* References to nodes of its own. */
static void link_local(struct merge *g, const struct ab_fdt_token *prop, uint8_t *p)
{
	const char *name = ab_fdt_name_of_(&g->v, prop);
	struct ab_bytes list = get(g, g->local[g->depth], name);
	const uint8_t *at = list.data;

	if (list.data == NULL)
		return;
	g->left--;
	for (; list.size >= 4; list.size -= 4, at += 4) {
		uint32_t offset = ab_ld_be32(at), to;

		to = ab_within(offset, 4, prop->size) ? ab_ld_be32(prop->data + offset) : 0;
		if (to == 0 || bearers(g, to) == 0)
			fail(g, AB_ERR_IMAGE, WHAT(".fixups"), offset, name);
		else if (p != NULL)
			ab_st_be32(p + offset, to + g->delta);
	}
	if (list.size != 0)
		fail(g, AB_ERR_IMAGE, WHAT(".fixups"), list.size, name);
}

/* ---- nodes ---------------------------------------------------------------------------------- */

/* Whoever has a phandle is referred to: where from must be known. */
static void check_phandle(struct merge *g, uint32_t was)
{
	const char *node = g->name[g->depth];

	if (g->whole && g->local[0] == 0)
		fail(g, AB_ERR_UNSUPPORTED, WHAT(".phandle"), was, node);
	else if (was == 0 || was >= UINT32_MAX - g->delta || bearers(g, was) != 1)
		fail(g, AB_ERR_ARG, WHAT(".phandle"), was, node);
	g->last = was > g->last ? was : g->last;
}

static void property(struct merge *g, uint32_t at, const struct ab_fdt_token *t)
{
	const char *name = ab_fdt_name_of_(&g->v, t);
	unsigned int id = ab_fdt_name_id_(g->f, name);
	uint32_t was = t->size == 4 ? ab_ld_be32(t->data) : 0;
	uint8_t *p = NULL;

	if (id == AB_P_PHANDLE)
		check_phandle(g, was);
	if (g->stop)
		return;
	if (id < AB_FDT_KNOWN_MAX + AB_FDT_NAMES_MAX)
		p = ab_fdt_p_(g->f, id, t->size);
	if (refused(g, WHAT(".property"), at, name))
		return;
	if (p != NULL && t->size != 0)
		memcpy(p, t->data, t->size);
	if (p != NULL && id == AB_P_PHANDLE)
		ab_st_be32(p, was + g->delta);
	link_local(g, t, p);
	link_labels(g, t, p);
}

/* A property of the root: only what ours has, too. */
static void root_property(struct merge *g, uint32_t at, const struct ab_fdt_token *t)
{
	const char *name = ab_fdt_name_of_(&g->v, t);
	bool cells = ab_fdt_same_(name, "#address-cells") || ab_fdt_same_(name, "#size-cells");

	if (!cells || t->size != 4 || ab_ld_be32(t->data) != 2)
		fail(g, AB_ERR_UNSUPPORTED, WHAT(".property"), g->v.structs + at, name);
}

static void enter(struct merge *g, const char *name)
{
	uint32_t local = child(&g->v, g->local[g->depth], name);

	g->depth++;
	g->name[g->depth] = name;
	g->local[g->depth] = local;
}

static void node(struct merge *g, uint32_t at, const char *name)
{
	size_t len = ab_fdt_name_len_(g->f, name);

	if (refused(g, WHAT(".node"), at, name))
		return;
	ab_fdt_open_(g->f, name, len);
	if (g->f->out->error.other != NULL && g->f->out->error.code == AB_ERR_ARG)
		g->f->out->error.code = AB_ERR_OVERLAP; /* with a sibling */
	if (!refused(g, WHAT(".node"), at, name))
		enter(g, name);
}

/* What is in one node, into our root. */
static void nodes(struct merge *g, uint32_t at)
{
	uint32_t top = g->depth;
	struct ab_fdt_token t;

	for (; !g->stop && ab_fdt_token_(&g->v, at, &t); at = t.next) {
		if (t.kind == TAG_END_NODE && g->depth == top)
			break;
		if (t.kind == TAG_BEGIN_NODE && g->depth == 0 && is_notes((const char *)t.data))
			t.next = behind(&g->v, &t);
		else if (t.kind == TAG_BEGIN_NODE)
			node(g, at, (const char *)t.data);
		else if (t.kind == TAG_PROP && g->depth == top)
			root_property(g, at, &t);
		else if (t.kind == TAG_PROP)
			property(g, at, &t);
		else if (t.kind == TAG_END_NODE) {
			ab_fdt_end(g->f);
			g->depth--;
		}
	}
	g->depth = top;
}

static void fragments(struct merge *g, uint32_t root)
{
	struct ab_fdt_token t;

	for (uint32_t at = root; inside(&g->v, at, &t); at = behind(&g->v, &t)) {
		const char *name = (const char *)t.data;
		struct ab_bytes path;

		if (t.kind != TAG_BEGIN_NODE || is_notes(name))
			continue;
		path = get(g, t.next, "target-path");
		if (child(&g->v, t.next, "__overlay__") == 0 || path.size != 2 ||
		    memcmp(path.data, "/", 2) != 0 || get(g, t.next, "target").data != NULL) {
			fail(g, AB_ERR_UNSUPPORTED, WHAT(".target"), g->v.structs + at, name);
			return;
		}
		enter(g, name);
		enter(g, "__overlay__");
		nodes(g, child(&g->v, t.next, "__overlay__"));
		g->depth = 0;
	}
}

static bool is_whole(const struct ab_fdt_view *v, uint32_t root)
{
	struct ab_fdt_token t;

	for (uint32_t at = root; inside(v, at, &t); at = behind(v, &t))
		if (t.kind == TAG_BEGIN_NODE && child(v, t.next, "__overlay__") != 0)
			return false;
	return true;
}

void ab_fdt_merge_(struct ab_fdt *f, const struct ab_machine *m, struct ab_bytes overlay)
{
	struct merge g = { .f = f, .m = m, .delta = f->phandle };
	struct ab_fdt_token t = { .next = 0 };
	struct ab_error why;
	uint32_t root;

	if (f->out->error.other != NULL)
		return;
	if (ab_fdt_view_(overlay, &g.v, &why) != AB_OK) {
		fail(&g, why.code, WHAT(""), why.value, why.other);
		return;
	}
	while (t.kind != TAG_BEGIN_NODE && ab_fdt_token_(&g.v, t.next, &t))
		;
	root = t.next;
	g.whole = is_whole(&g.v, root);
	g.fixups = child(&g.v, root, "__fixups__");
	g.local[0] = child(&g.v, root, "__local_fixups__");
	if (g.v.rsv_n != 0)
		fail(&g, AB_ERR_UNSUPPORTED, WHAT(".memreserve"), g.v.rsv_n,
		     "a tree that is merged reserves none");
	count_notes(&g);
	check_steps(&g);
	if (g.stop)
		return;
	if (g.whole && get(&g, root, "#size-cells").data == NULL)
		fail(&g, AB_ERR_UNSUPPORTED, WHAT(".property"), 1, "#size-cells");
	if (g.whole)
		nodes(&g, root);
	else
		fragments(&g, root);
	if (g.left != 0)
		fail(&g, AB_ERR_IMAGE, WHAT(".fixups"), g.left, "of nothing that is merged");
	f->phandle += g.last;
}
