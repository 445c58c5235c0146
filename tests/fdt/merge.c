/* SPDX-License-Identifier: BSD-2-Clause */
/* Merge a tree into a named machine's, and compare with what libfdt's fdt_overlay_apply() makes of
 * the machine's own tree: merge MACHINE TREE OVERLAY OUT. TREE is merged, OVERLAY (the same as an
 * overlay) applied, OUT gets the merged tree. Exit 3: the error that merging gave is printed. */
#include "../golden/machines.h"
#include "../unit/checked.h"

#include <aetherboot/fdt.h>

#include <libfdt.h>
#include <stdio.h>
#include <string.h>

#define ROOM (1 << 20)

static _Alignas(8) uint8_t ours[ROOM], theirs[ROOM], given[ROOM], applied[ROOM];

static size_t load(const char *path, uint8_t *to)
{
	FILE *f = fopen(path, "rb");
	size_t n = f != NULL ? fread(to, 1, ROOM, f) : 0;

	if (n == 0) {
		perror(path);
		return 0;
	}
	(void)fclose(f);
	return n;
}

static enum ab_err make(const struct ab_machine *m, uint8_t *to, uint32_t spare,
			struct ab_error *why)
{
	const struct ab_memmap map = { m->ram, NULL, 0 };
	const struct ab_fdt_chosen chosen = { .cmdline = "quiet", .spare = spare };
	struct ab_buf b = ab_buf_over(to, ROOM);
	enum ab_err err = check_machine(m, NULL, why);

	return err != AB_OK ? err : ab_fdt_machine(m, &chosen, &map, &b, why);
}

/* The labels that are promised, for libfdt to find: each at the node with its phandle. */
static int label(void)
{
	static const struct {
		const char *label;
		enum ab_fdt_phandle_of phandle;
	} list[] = { { "gic", AB_FDT_PHANDLE_GIC },
		     { "msi", AB_FDT_PHANDLE_MSI },
		     { "clock", AB_FDT_PHANDLE_CLOCK },
		     { "gpio", AB_FDT_PHANDLE_GPIO },
		     { "smmu", AB_FDT_PHANDLE_SMMU } };
	int err = 0;

	if (fdt_add_subnode(theirs, 0, "__symbols__") < 0)
		return -FDT_ERR_NOSPACE;
	for (size_t i = 0; err == 0 && i < sizeof(list) / sizeof(list[0]); i++) {
		int node = fdt_node_offset_by_phandle(theirs, list[i].phandle);
		char path[256];

		if (node < 0)
			continue;
		err = fdt_get_path(theirs, node, path, sizeof(path));
		if (err == 0)
			err = fdt_setprop(theirs, fdt_path_offset(theirs, "/__symbols__"),
					  list[i].label, path, (int)strlen(path) + 1);
	}
	return err;
}

static int differ(const char *node, const char *part)
{
	(void)fprintf(stderr, "%s: %s\n", node, part);
	return 1;
}

/* Everything that @a has in this node and below, @b has too: in any order. */
static int compare(const uint8_t *a, int at_a, const uint8_t *b, int at_b)
{
	const char *node = fdt_get_name(a, at_a, NULL), *name;
	int at, len, len_b, count = 0, bad = 0;

	fdt_for_each_property_offset(at, a, at_a)
	{
		const void *p = fdt_getprop_by_offset(a, at, &name, &len);
		const void *q = fdt_getprop(b, at_b, name, &len_b);

		if (q == NULL || len != len_b || memcmp(p, q, (size_t)len) != 0)
			bad |= differ(node, name);
		count++;
	}
	fdt_for_each_property_offset(at, b, at_b) count--;
	if (count != 0)
		bad |= differ(node, "more properties");
	fdt_for_each_subnode(at, a, at_a)
	{
		int other;

		name = fdt_get_name(a, at, NULL);
		if (strcmp(name, "__symbols__") == 0)
			continue;
		other = fdt_subnode_offset(b, at_b, name);
		bad |= other < 0 ? differ(node, name) : compare(a, at, b, other);
		count++;
	}
	fdt_for_each_subnode(at, b, at_b) if (strcmp(fdt_get_name(b, at, NULL), "__symbols__") != 0)
	    count--;
	return count != 0 ? differ(node, "more nodes") : bad;
}

static int save(const char *path)
{
	FILE *f = fopen(path, "wb");

	if (f != NULL && fwrite(ours, 1, fdt_totalsize(ours), f) == fdt_totalsize(ours) &&
	    fclose(f) == 0)
		return 0;
	perror(path);
	return 1;
}

int main(int argc, char **argv)
{
	struct ab_machine m = { .n_cpus = 0 };
	struct ab_bytes tree = { given, 0 };
	struct ab_error why;
	char text[256];
	int err;

	for (size_t i = 0; argc == 5 && i < golden_arm64_n; i++)
		if (strcmp(golden_arm64[i].name, argv[1]) == 0)
			m = *golden_arm64[i].machine;
	if (m.n_cpus == 0)
		return 2;
	tree.size = load(argv[2], given);
	if (tree.size == 0 || load(argv[3], applied) == 0 || make(&m, theirs, ROOM / 2, &why))
		return 2;
	m.fdt.overlays = (struct ab_bytes_list){ &tree, 1 };
	if (make(&m, ours, 0, &why)) {
		(void)ab_error_text(&why, text, sizeof(text));
		(void)puts(text);
		return 3;
	}
	err = label();
	err = err != 0 ? err : fdt_overlay_apply(theirs, applied);
	if (err != 0 || fdt_check_full(ours, fdt_totalsize(ours)) != 0)
		return differ("libfdt", fdt_strerror(err));
	return compare(theirs, 0, ours, 0) | compare(ours, 0, theirs, 0) | save(argv[4]);
}
