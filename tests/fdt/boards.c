/* SPDX-License-Identifier: BSD-2-Clause */
/* What ab_fdt_read() makes of blobs: boards FILE... prints a line of facts, or an error, for each.
 * On the way ab_dtb_* must find the same nodes, properties and values as libfdt. */
#include <aetherboot/dtb.h>
#include <aetherboot/fdt.h>

#include <inttypes.h>
#include <libfdt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static _Alignas(8) uint8_t bytes[8 << 20];
static struct ab_range memory[64], reserved[256], redist[64];
static struct ab_fdt_cpu cpus[1024];
static struct ab_fdt_dev virtio[64];

static size_t load(const char *path)
{
	FILE *f = fopen(path, "rb");
	size_t n;

	if (f == NULL) {
		perror(path);
		exit(2);
	}
	n = fread(bytes, 1, sizeof(bytes), f);
	(void)fclose(f);
	return n;
}

/* ---- against libfdt ------------------------------------------------------------------------- */

static int differ(const struct ab_dtb_walk *w, const char *what)
{
	(void)printf("differs from libfdt: %s at %" PRIu32 "\n", what, w->level[w->depth].node);
	return 1;
}

static int same_properties(const struct ab_dtb_walk *w, int node)
{
	struct ab_dtb_token t;
	const char *name;
	const void *value;
	int at, size;

	(void)ab_dtb_token(w->dtb, w->level[w->depth].node, &t);
	fdt_for_each_property_offset(at, bytes, node)
	{
		value = fdt_getprop_by_offset(bytes, at, &name, &size);
		do
			(void)ab_dtb_token(w->dtb, t.next, &t);
		while (t.kind == AB_DTB_NOP);
		if (t.kind != AB_DTB_PROP || value == NULL || strcmp(t.name, name) != 0 ||
		    t.value.data != value || t.value.size != (size_t)size)
			return differ(w, "property");
		if (ab_dtb_prop(w->dtb, w->level[w->depth].node, name).data != value)
			return differ(w, name);
	}
	(void)ab_dtb_token(w->dtb, t.next, &t);
	return t.kind == AB_DTB_PROP ? differ(w, "more properties") : 0;
}

/* libfdt refuses some numbers of cells. */
static bool same_cells(uint32_t ours, int theirs)
{
	return theirs >= 0 ? ours == (uint32_t)theirs : ours == 0 || ours > FDT_MAX_NCELLS;
}

/* One node of sixteen by its path, too: all would take long. */
static int same_path(const struct ab_dtb_walk *w, int node)
{
	char path[1024];

	if (node % 64 != 0)
		return 0;
	if (fdt_get_path(bytes, node, path, sizeof(path)) != 0 ||
	    ab_dtb_find(w->dtb, path) != w->level[w->depth].node)
		return differ(w, "path");
	return 0;
}

static int compare(const struct ab_dtb *dtb)
{
	struct ab_dtb_walk w = { .dtb = dtb };
	int node = -1, depth = -1;

	while (ab_dtb_next(&w)) {
		uint32_t ours = w.level[w.depth].node;

		node = fdt_next_node(bytes, node, &depth);
		if (node < 0 || ours != fdt_off_dt_struct(bytes) + (uint32_t)node)
			return differ(&w, "node");
		if (w.depth != (uint32_t)depth ||
		    strcmp(ab_dtb_name(dtb, ours), fdt_get_name(bytes, node, NULL)) != 0)
			return differ(&w, "name");
		if (!same_cells(w.level[w.depth].address_cells, fdt_address_cells(bytes, node)) ||
		    !same_cells(w.level[w.depth].size_cells, fdt_size_cells(bytes, node)))
			return differ(&w, "cells");
		if (same_properties(&w, node) || same_path(&w, node))
			return 1;
	}
	return fdt_next_node(bytes, node, &depth) >= 0 && depth >= 0 ? differ(&w, "more nodes") : 0;
}

/* ---- facts ---------------------------------------------------------------------------------- */

static void print_range(const char *name, struct ab_range r)
{
	(void)printf(" %s=%" PRIx64 "+%" PRIx64, name, r.base, r.size);
}

static void print_ranges(const char *name, const struct ab_fdt_ranges *list)
{
	(void)printf(" %s=%zu", name, list->n);
	for (size_t i = 0; i < list->n; i++)
		(void)printf(":%" PRIx64 "+%" PRIx64, list->at[i].base, list->at[i].size);
}

static void print_facts(const struct ab_fdt_info *i)
{
	size_t by_psci = 0;

	for (size_t k = 0; k < i->cpus.n; k++)
		by_psci += i->cpus.at[k].psci;
	(void)printf("read: cpus=%zu,%zu psci=%s", i->cpus.n, by_psci,
		     !i->psci                       ? "none"
		     : i->conduit == AB_CONDUIT_SMC ? "smc"
						    : "hvc");
	print_ranges("memory", &i->memory);
	print_ranges("reserved", &i->reserved);
	(void)printf(" gic=%" PRIu32, i->gic_version);
	print_range("dist", i->gic_dist);
	print_range("cpu", i->gic_cpu);
	print_range("hyp", i->gic_hyp);
	print_range("vcpu", i->gic_vcpu);
	print_ranges("redist", &i->redist);
	(void)printf(" redists=%" PRIu32 " stride=%" PRIx64, i->n_redists, i->redist_stride);
	print_range("its", i->its);
	(void)printf(" maintenance=%" PRIu32 " timer=%" PRIu32 ",%" PRIu32 ",%" PRIu32 ",%" PRIu32,
		     i->maintenance, i->timer.secure, i->timer.phys, i->timer.virt, i->timer.hyp);
	(void)printf(" uart=%s", i->uart_type != 0 ? ab_dev_name(i->uart_type) : "none");
	print_range("at", i->uart.reg);
	(void)printf(" irq=%" PRIu32 " shift=%" PRIu32 " width=%" PRIu32, i->uart.intid,
		     i->uart_shift, i->uart_width);
	(void)printf(" virtio=%zu\n", i->virtio.n);
}

static int judge(const char *path)
{
	struct ab_fdt_info i = {
		.memory = { memory, 64, 0 },
		.reserved = { reserved, 256, 0 },
		.cpus = { cpus, 1024, 0 },
		.redist = { redist, 64, 0 },
		.virtio = { virtio, 64, 0 },
	};
	struct ab_bytes tree = { bytes, load(path) };
	struct ab_error why;
	struct ab_dtb dtb;
	char text[256];

	(void)printf("%s: ", path);
	if (ab_fdt_read(tree, &i, &why) != AB_OK) {
		(void)ab_error_text(&why, text, sizeof(text));
		(void)printf("refused: %s\n", text);
		return 0;
	}
	if (ab_dtb_open(&dtb, tree, &why) != AB_OK || compare(&dtb))
		return 1;
	print_facts(&i);
	return 0;
}

int main(int argc, char **argv)
{
	int bad = 0;

	for (int i = 1; i < argc; i++)
		bad |= judge(argv[i]);
	return bad;
}
