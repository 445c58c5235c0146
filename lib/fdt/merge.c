/* SPDX-License-Identifier: BSD-2-Clause */
/* Merge a caller's tree into a machine's. Nodes are copied in one pass, and phandles renumbered.
 * References to phandles are found by the lists that dtc makes, called notes here. */
#include "fdt_priv.h"
#include "phandles.h"

#include "../base/libc.h"

#define WITHIN "a reference must lie within the property"
#define STEPS_MAX (UINT64_C(1) << 28) /* about a second; trees of real boards need far fewer */

#define NAME_BITS 512 /* at most: 31 characters, an @ and 31 more */

struct merge {
	struct ab_fdt *f;
	const struct ab_fdt_source *from;
	struct ab_dtb dtb;
	struct ab_fdt_phandles phandles;
	bool whole; /* a plain tree, not an overlay */
	bool stop; /* the overlay broke a rule */
	uint32_t delta; /* added to each of its phandles */
	uint32_t last; /* its highest phandle, before renumbering */
	uint32_t fixups; /* node /__fixups__ */
	size_t left; /* notes whose property has not been merged yet */
	uint64_t looks; /* upper bound on steps in the notes and the tree for one token */
	uint32_t depth; /* open nodes */
	const char *name[AB_FDT_DEPTH_MAX + 1]; /* of open nodes, from depth 1 */
	uint32_t node[AB_FDT_DEPTH_MAX + 1]; /* the same nodes in the overlay */
	uint32_t local[AB_FDT_DEPTH_MAX + 1]; /* and below /__local_fixups__ */
};

/* True for a tree that describes the machine alone. */
static bool is_base(const struct merge *g)
{
#ifdef AB_SMALL
	(void)g;
	return false;
#else
	return g->from->base;
#endif
}

/* Record the first fault: offset in the overlay, name of a node or property, and rule. */
static void fail(struct merge *g, enum ab_err code, uint64_t at, const char *name, const char *rule)
{
	struct ab_error *e = &g->f->out->error;

	g->stop = true;
	if (e->code == AB_OK)
		*e = (struct ab_error){ .code = code,
					.what = g->from->what,
					.index = g->from->index,
					.value = at,
					.name = name,
					.other = rule };
}

/* True if the writer has an error, which is the overlay's fault. */
static bool refused(struct merge *g, uint32_t at, const char *name)
{
	struct ab_error *e = &g->f->out->error;

	if (e->code == AB_OK || e->other == NULL) /* a buffer that is too small is not its fault */
		return false;
	g->stop = true;
	if (e->code == AB_ERR_ARG && e->what == NULL) {
		e->code = AB_OK;
		fail(g, AB_ERR_ARG, at, name, e->other);
	}
	return true;
}

/* ---- looking ------------------------------------------------------------------------------ */

/* Offset after the token that begins a node. */
static uint32_t behind_name(const struct ab_dtb *dtb, uint32_t node)
{
	struct ab_dtb_token t;

	return ab_dtb_token(dtb, node, &t) ? t.next : 0;
}

/* Get the property at @at, or after NOPs there. */
static bool next_property(const struct ab_dtb *dtb, uint32_t at, struct ab_dtb_token *t)
{
	while (ab_dtb_token(dtb, at, t) && t->kind == AB_DTB_NOP)
		at = t->next;
	return t->kind == AB_DTB_PROP;
}

static bool is_notes(const char *name)
{
	return ab_fdt_same_(name, "__fixups__") || ab_fdt_same_(name, "__local_fixups__") ||
	       ab_fdt_same_(name, "__symbols__");
}

/* ---- references --------------------------------------------------------------------------- */

/* Phandle of the node that a label stands for; 0: the label is unknown, or the node absent. */
static uint32_t labelled(const struct ab_machine *m, const char *label)
{
	const struct {
		const char *label;
		bool there;
		enum ab_fdt_phandle_of phandle;
	} list[] = {
		{ "gic", true, AB_FDT_PHANDLE_GIC },
		{ "msi", m->arm64.gic.its.n != 0 || m->arm64.gic.v2m != 0, AB_FDT_PHANDLE_MSI },
		{ "clock", ab_fdt_has_clock_(m), AB_FDT_PHANDLE_CLOCK },
		{ "gpio", ab_machine_dev(m, AB_DEV_GPIO_PL061, 0) != NULL, AB_FDT_PHANDLE_GPIO },
		{ "smmu", AB_ALL_BUILT && ab_machine_dev(m, AB_DEV_SMMUV3, 0) != NULL,
		  AB_FDT_PHANDLE_SMMU },
	};

	for (size_t i = 0; i < sizeof(list) / sizeof(list[0]); i++)
		if (list[i].there && ab_fdt_same_(label, list[i].label))
			return list[i].phandle;
	return 0;
}

/* Steps to look at a token. The name of a node is read to its end. */
static uint64_t look(uint32_t at, const struct ab_dtb_token *t)
{
	return 1 + (t->kind == AB_DTB_BEGIN_NODE ? (t->next - at) / 64 : 0);
}

/* Count the notes, and check that all labels in them are known. */
static void count_notes(struct merge *g)
{
	uint32_t at = behind_name(&g->dtb, g->fixups), end = ab_dtb_skip(&g->dtb, g->local[0]);
	struct ab_dtb_token t;
	const char *s;

	for (; next_property(&g->dtb, at, &t); at = t.next) {
		s = t.value.data;
		g->looks += t.next - at;
		if (g->from->m == NULL || labelled(g->from->m, t.name) == 0)
			fail(g, AB_ERR_UNSUPPORTED, at, t.name,
			     "a label must be gic, msi, clock, gpio or smmu, and the machine must "
			     "have that device");
		else if (t.value.size == 0 || s[t.value.size - 1] != '\0')
			fail(g, AB_ERR_IMAGE, at, t.name,
			     "a list of references must end with a NUL");
		for (size_t i = 0; i < t.value.size; i++)
			g->left += s[i] == '\0';
	}
	at = behind_name(&g->dtb, g->local[0]);
	/* without the end of the list's own node */
	for (; at + 4 < end && ab_dtb_token(&g->dtb, at, &t); at = t.next) {
		g->left += t.kind == AB_DTB_PROP;
		g->looks += look(at, &t) + (t.kind == AB_DTB_PROP ? t.value.size / 4 : 0);
	}
}

/* Check that merging takes few steps. It searches the tree for each reference and phandle, the
 * notes for each node and property, and a name takes as many steps as it has bits. */
static void check_steps(struct merge *g)
{
	uint64_t tokens = 0, names = 0, steps;
	struct ab_dtb_token t;

	for (uint32_t at = g->dtb.structs; ab_dtb_token(&g->dtb, at, &t) && t.kind != AB_DTB_END;
	     at = t.next) {
		tokens += look(at, &t);
		names += t.kind == AB_DTB_BEGIN_NODE;
		g->looks += ab_fdt_is_phandle_(&t);
	}
	steps = tokens * g->looks + names * NAME_BITS;
	if (steps > STEPS_MAX)
		fail(g, AB_ERR_UNSUPPORTED, steps, NULL,
		     "must have fewer nodes, phandles or references: merging would take more than "
		     "2^28 steps");
}

/* The rest of @s after @part; NULL: it does not begin with it. */
static const char *after(const char *s, const char *part)
{
	for (; s != NULL && *part != '\0'; part++)
		s = *s == *part ? s + 1 : NULL;
	return s;
}

/* The offset in a note "path:property:offset" if it is about this property of the open node; else
 * UINT64_MAX. */
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

/* Set the references to labels in a property whose value is at @p; NULL: measuring. */
static void link_labels(struct merge *g, uint32_t prop_at, const struct ab_dtb_token *prop,
			uint8_t *p)
{
	uint32_t at = behind_name(&g->dtb, g->fixups);
	struct ab_dtb_token t;

	for (; next_property(&g->dtb, at, &t); at = t.next) {
		const char *s = t.value.data, *end = s + t.value.size;

		for (; s < end; s += strlen(s) + 1) {
			uint64_t offset = noted(g, s, prop->name);

			if (offset == UINT64_MAX)
				continue;
			if (!ab_within(offset, 4, prop->value.size))
				fail(g, AB_ERR_IMAGE, prop_at, prop->name, WITHIN);
			else if (p != NULL)
				ab_st_be32(p + offset, labelled(g->from->m, t.name));
			g->left--;
		}
	}
}

/* Renumber the references to nodes of the overlay itself. */
static void link_local(struct merge *g, uint32_t at, const struct ab_dtb_token *prop, uint8_t *p)
{
	struct ab_bytes list = ab_dtb_prop(&g->dtb, g->local[g->depth], prop->name);
	const uint8_t *value = prop->value.data;
	uint64_t offset;

	if (list.data == NULL)
		return;
	g->left--;
	if (list.size % 4 != 0)
		fail(g, AB_ERR_IMAGE, at, prop->name,
		     "__local_fixups__ must list offsets of 4 bytes each");
	for (size_t i = 0; ab_dtb_number(list, i, 1, &offset); i++) {
		bool within = ab_within(offset, 4, prop->value.size);
		uint32_t to = within ? ab_ld_be32(value + offset) : 0;

		if (!within)
			fail(g, AB_ERR_IMAGE, at, prop->name, WITHIN);
		else if (to == 0 || ab_fdt_bearers_(&g->phandles, to) == 0)
			fail(g, AB_ERR_IMAGE, at, prop->name,
			     "a reference must be the phandle of a node in the same tree");
		else if (p != NULL)
			ab_st_be32(p + offset, to + g->delta);
	}
}

/* ---- nodes -------------------------------------------------------------------------------- */

/* Check a phandle. Other nodes may refer to it, so a list of references is required. */
static void check_phandle(struct merge *g, uint32_t at, uint32_t was)
{
	const char *node = g->name[g->depth];

	if (g->whole && g->local[0] == 0 && !is_base(g))
		fail(g, AB_ERR_UNSUPPORTED, at, node,
		     "a tree with phandles must have __local_fixups__ (dtc -L)");
	else if (was == 0 || was >= UINT32_MAX - g->delta ||
		 ab_fdt_bearers_(&g->phandles, was) != 1)
		fail(g, AB_ERR_ARG, at, node,
		     "a phandle must be 4 bytes that no other node has, not 0 and not near 2^32");
	g->last = was > g->last ? was : g->last;
}

/* True if the property becomes one of the merged node, by number @id: a node has one phandle, by
 * DTSPEC's name, as readers take another name for a second one. */
static bool becomes(struct merge *g, uint32_t at, const struct ab_dtb_token *t, unsigned int *id)
{
	struct ab_bytes twin = { NULL, 0 };

	if (*id == AB_P_IBM_PHANDLE)
		fail(g, AB_ERR_UNSUPPORTED, at, g->name[g->depth],
		     "a phandle must not have the name ibm,phandle");
	if (*id == AB_P_LINUX_PHANDLE) {
		twin = ab_dtb_prop(&g->dtb, g->node[g->depth], "phandle");
		*id = AB_P_PHANDLE;
	}
	if (twin.data != NULL &&
	    (twin.size != t->value.size || memcmp(twin.data, t->value.data, twin.size) != 0))
		fail(g, AB_ERR_ARG, at, g->name[g->depth],
		     "phandle and linux,phandle of a node must be equal");
	return twin.data == NULL && !g->stop;
}

static void property(struct merge *g, uint32_t at, const struct ab_dtb_token *t)
{
	unsigned int id = ab_fdt_name_id_(g->f, t->name);
	uint32_t was = t->value.size == 4 ? ab_ld_be32(t->value.data) : 0;
	size_t notes = g->left;
	uint8_t *p = NULL;

	if (!becomes(g, at, t, &id))
		return;
	if (id == AB_P_PHANDLE)
		check_phandle(g, at, was);
	if (g->stop)
		return;
	if (id < AB_FDT_KNOWN_MAX + AB_FDT_NAMES_MAX)
		p = ab_fdt_p_(g->f, id, t->value.size);
	if (refused(g, at, t->name))
		return;
	if (p != NULL && t->value.size != 0)
		memcpy(p, t->value.data, t->value.size);
	if (p != NULL && id == AB_P_PHANDLE)
		ab_st_be32(p, was + g->delta);
	link_local(g, at, t, p);
	link_labels(g, at, t, p);
	if (id == AB_P_PHANDLE && g->left != notes) /* the node would get another one's */
		fail(g, AB_ERR_IMAGE, at, t->name, "a phandle must not be listed as a reference");
}

/* Check a property of the root: only those that the machine's root has, too, are allowed, unless
 * this becomes the root. True: it is to be merged. */
static bool root_property(struct merge *g, uint32_t at, const struct ab_dtb_token *t)
{
	bool cells =
	    ab_fdt_same_(t->name, "#address-cells") || ab_fdt_same_(t->name, "#size-cells");

	if (cells ? !ab_fdt_is_two_(t->value) : !is_base(g))
		fail(g, AB_ERR_UNSUPPORTED, at, t->name,
		     "only #address-cells and #size-cells of 2 may be merged into the root");
	return is_base(g);
}

static void enter(struct merge *g, uint32_t at, const char *name)
{
	uint32_t local = ab_dtb_child(&g->dtb, g->local[g->depth], name);

	g->depth++;
	g->name[g->depth] = name;
	g->node[g->depth] = at;
	g->local[g->depth] = local;
}

static void node(struct merge *g, uint32_t at, const char *name)
{
	size_t len = ab_fdt_name_len_(g->f, name);

	if (refused(g, at, name))
		return;
	ab_fdt_open_any_(g->f, name, len);
	if (!refused(g, at, name))
		enter(g, at, name);
}

/* True for nodes of the root that are not merged: notes, and what the library says itself. */
static bool is_left_out(const struct merge *g, const char *name)
{
	const char *unit = after(name, "memory");

	return is_notes(name) ||
	       (is_base(g) && (ab_fdt_same_(name, "chosen") ||
			       (unit != NULL && (*unit == '\0' || *unit == '@'))));
}

/* End a node. A tree's /reserved-memory gets the payload's reservations, too. */
static void leave(struct merge *g, bool of_root)
{
	const char *name = g->name[g->depth];
	const uint32_t at = g->node[g->depth];
	const size_t before = g->f->out->len;
	bool opened = true;

	if (of_root && ab_fdt_same_(name, "reserved-memory")) {
		ab_fdt_reservations_(g->f, &opened);
		if (g->f->out->len != before &&
		    !(ab_fdt_is_two_(ab_dtb_prop(&g->dtb, at, "#address-cells")) &&
		      ab_fdt_is_two_(ab_dtb_prop(&g->dtb, at, "#size-cells"))))
			fail(g, AB_ERR_UNSUPPORTED, at, name,
			     "must have #address-cells and #size-cells of 2");
		(void)refused(g, at, name);
	}
	ab_fdt_end(g->f);
	g->depth--;
}

/* Merge the content of a node into the machine's root. */
static void nodes(struct merge *g, uint32_t from)
{
	uint32_t top = g->depth, at = behind_name(&g->dtb, from);
	struct ab_dtb_token t;

	for (; !g->stop && ab_dtb_token(&g->dtb, at, &t); at = t.next) {
		if (t.kind == AB_DTB_END_NODE && g->depth == top)
			break;
		if (t.kind == AB_DTB_BEGIN_NODE && g->depth == 0 && is_left_out(g, t.name))
			t.next = ab_dtb_skip(&g->dtb, at);
		else if (t.kind == AB_DTB_BEGIN_NODE)
			node(g, at, t.name);
		else if (t.kind == AB_DTB_PROP && g->depth == top && !root_property(g, at, &t))
			continue;
		else if (t.kind == AB_DTB_PROP)
			property(g, at, &t);
		else if (t.kind == AB_DTB_END_NODE)
			leave(g, g->depth == top + 1);
	}
	g->depth = top;
}

static void fragments(struct merge *g)
{
	const struct ab_dtb *dtb = &g->dtb;
	uint32_t at = 0;

	while ((at = ab_dtb_next_child(dtb, dtb->root, at)) != 0) {
		uint32_t overlay = ab_dtb_child(dtb, at, "__overlay__");
		struct ab_bytes path = ab_dtb_prop(dtb, at, "target-path");
		const char *name = ab_dtb_name(dtb, at);

		if (is_notes(name))
			continue;
		if (overlay == 0 || path.size != 2 || memcmp(path.data, "/", 2) != 0 ||
		    ab_dtb_prop(dtb, at, "target").data != NULL) {
			fail(g, AB_ERR_UNSUPPORTED, at, name,
			     "a fragment must have an __overlay__ and, as its only target, "
			     "target-path \"/\"");
			return;
		}
		enter(g, at, name);
		enter(g, overlay, "__overlay__");
		nodes(g, overlay);
		g->depth = 0;
	}
}

static bool is_whole(const struct ab_dtb *dtb)
{
	uint32_t at = 0;

	while ((at = ab_dtb_next_child(dtb, dtb->root, at)) != 0)
		if (ab_dtb_child(dtb, at, "__overlay__") != 0)
			return false;
	return true;
}

void ab_fdt_merge_(struct ab_fdt *f, const struct ab_fdt_source *from)
{
	struct merge g = { .f = f, .from = from, .delta = f->phandle };
	struct ab_dtb *dtb = &g.dtb;
	struct ab_error why;

	if (f->out->error.other != NULL)
		return;
	if (ab_dtb_open(dtb, from->tree, &why) != AB_OK) {
		fail(&g, why.code, why.value, NULL, why.other);
		return;
	}
	g.phandles.dtb = dtb;
	g.phandles.window = UINT32_MAX;
	g.whole = is_whole(dtb);
	g.node[0] = dtb->root;
	if (!is_base(&g)) { /* it keeps its phandles, so no reference to them changes */
		g.fixups = ab_dtb_child(dtb, dtb->root, "__fixups__");
		g.local[0] = ab_dtb_child(dtb, dtb->root, "__local_fixups__");
	}
	if (dtb->n_reservations != 0)
		fail(&g, AB_ERR_UNSUPPORTED, dtb->reservations, NULL,
		     "must not have memory reservations");
	count_notes(&g);
	check_steps(&g);
	if (g.stop)
		return;
	if (g.whole && ab_dtb_prop(dtb, dtb->root, "#size-cells").data == NULL)
		fail(&g, AB_ERR_UNSUPPORTED, dtb->root, NULL,
		     "the root must have #size-cells of 2");
	if (!g.whole && is_base(&g))
		fail(&g, AB_ERR_UNSUPPORTED, dtb->root, NULL,
		     "an overlay cannot describe a machine alone");
	else if (g.whole)
		nodes(&g, dtb->root);
	else
		fragments(&g);
	if (g.left != 0)
		fail(&g, AB_ERR_IMAGE, g.fixups != 0 ? g.fixups : g.local[0], NULL,
		     "__fixups__ and __local_fixups__ must list references in merged nodes only");
	f->phandle += g.last;
}
