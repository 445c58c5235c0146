/* SPDX-License-Identifier: BSD-2-Clause */
/* What a VMM adds to the tables: nodes, properties and trees, pools of memory, and AML. */
#include "scale.h"

#include <aetherboot/aml.h>
#include <aetherboot/fdt.h>

#include <stdio.h>
#include <string.h>

#define BLOBS (2 * AB_GiB)

/* As many pools as there may be, among reservations and of devices, in no order; and as many
 * properties, on CPUs. */
static void pools_named(struct input *in, size_t n)
{
	static char names[AB_POOLS_MAX][3], paths[AB_FDT_PROPS_MAX][16];
	struct ab_fdt_prop *prop = ROOM(struct ab_fdt_prop, AB_FDT_PROPS_MAX);
	struct ab_reserve *r = ROOM(struct ab_reserve, n);
	struct ab_dev *d = devs(in, n);
	const size_t n_pools = n < AB_POOLS_MAX ? n : AB_POOLS_MAX;

	scale_virt(in, (uint32_t)n, AB_TABLES_FDT);
	for (size_t i = 0; i < n; i++)
		r[i] = (struct ab_reserve){ BLOBS + mixed(i, n) * 8192, 4096, "kept" };
	for (size_t i = 0; i < n_pools; i++) {
		names[i][0] = (char)('a' + i / 26);
		names[i][1] = (char)('a' + i % 26);
		r[n / n_pools * i].name = names[i];
		r[n / n_pools * i].compatible = "acme,memory";
	}
	for (size_t i = 0; i < n; i++) {
		d[i] = virtio(i, 48);
		d[i].memory_region = names[mixed(i, n) % n_pools];
	}
	for (size_t i = 0; i < AB_FDT_PROPS_MAX; i++) {
		(void)snprintf(paths[i], sizeof(paths[i]), "/cpus/cpu@%x", (unsigned int)i % 16);
		prop[i] = (struct ab_fdt_prop){ paths[i], names[i / 16], { "1234", 4 } };
	}
	in->m.fdt.props = (struct ab_fdt_prop_list){ prop, n < 16 ? 0 : AB_FDT_PROPS_MAX };
	in->os.reserve = (struct ab_reserve_list){ r, n };
}

/* ---- nodes of the VMM's ------------------------------------------------------------------- */

static void put_node(struct ab_fdt *f, size_t place)
{
	ab_fdt_node_at(f, "acme", place * 0x1000);
	ab_fdt_u32(f, "reg", (uint32_t)place);
	ab_fdt_end(f);
}

static void put_nodes(struct ab_fdt *f, void *ctx)
{
	const size_t n = *(const size_t *)ctx;

	for (size_t i = 0; i < n; i++)
		put_node(f, mixed(i, n));
}

static void own_nodes(struct input *in, size_t n)
{
	size_t *ctx = ROOM(size_t, 1);

	scale_virt(in, 4, AB_TABLES_FDT);
	*ctx = n;
	in->m.fdt.nodes = put_nodes;
	in->m.fdt.ctx = ctx;
}

/* A tree of @n nodes, from number @first on. */
static struct ab_bytes tree(size_t first, size_t n)
{
	const size_t size = 1024 + 64 * n;
	struct ab_buf b = ab_buf_over(ROOM(uint8_t, size), size);
	struct ab_error why;
	struct ab_fdt f;

	ab_fdt_begin(&f, &b);
	ab_fdt_u32(&f, "#address-cells", 2);
	ab_fdt_u32(&f, "#size-cells", 2);
	for (size_t i = 0; i < n; i++)
		put_node(&f, first + mixed(i, n));
	scale_must(ab_fdt_finish(&f, &why), &why);
	return (struct ab_bytes){ b.data, b.len };
}

/* Ranges that a tree reserves, in no order. */
static void pools(struct input *in, size_t n)
{
	const size_t size = 1024 + 64 * n;
	struct ab_buf b = ab_buf_over(ROOM(uint8_t, size), size);
	struct ab_bytes *tree = ROOM(struct ab_bytes, 1);
	struct ab_error why;
	struct ab_fdt f;

	scale_virt(in, 4, AB_TABLES_FDT);
	ab_fdt_begin(&f, &b);
	ab_fdt_u32(&f, "#address-cells", 2);
	ab_fdt_u32(&f, "#size-cells", 2);
	ab_fdt_node(&f, "reserved-memory");
	ab_fdt_u32(&f, "#address-cells", 2);
	ab_fdt_u32(&f, "#size-cells", 2);
	ab_fdt_flag(&f, "ranges");
	for (size_t i = 0; i < n; i++) {
		ab_fdt_node_at(&f, "pool", BLOBS + mixed(i, n) * 8192);
		ab_fdt_reg(&f, BLOBS + mixed(i, n) * 8192, 4096);
		ab_fdt_end(&f);
	}
	ab_fdt_end(&f);
	scale_must(ab_fdt_finish(&f, &why), &why);
	*tree = (struct ab_bytes){ b.data, b.len };
	in->m.fdt.overlays = (struct ab_bytes_list){ tree, 1 };
}

/* A tree whose nodes have a phandle each, with the list of references that dtc adds: it is empty.
 */
static void phandles(struct input *in, size_t n)
{
	static const char notes[] = "__local_fixups__", like[] = "like-local-fixup";
	struct ab_buf b = ab_buf_over(ROOM(uint8_t, 1024 + 64 * n), 1024 + 64 * n);
	struct ab_bytes *own = ROOM(struct ab_bytes, 1);
	struct ab_error why;
	struct ab_fdt f;
	size_t at = 0;

	scale_virt(in, 4, AB_TABLES_FDT);
	ab_fdt_begin(&f, &b);
	ab_fdt_u32(&f, "#address-cells", 2);
	ab_fdt_u32(&f, "#size-cells", 2);
	ab_fdt_node(&f, like); /* a name that the writer would refuse */
	ab_fdt_end(&f);
	for (size_t i = 0; i < n; i++) {
		ab_fdt_node_at(&f, "acme", mixed(i, n) * 0x1000);
		(void)ab_fdt_phandle(&f);
		ab_fdt_end(&f);
	}
	scale_must(ab_fdt_finish(&f, &why), &why);
	while (memcmp(b.data + at, like, sizeof(like)) != 0)
		at++;
	memcpy(b.data + at, notes, sizeof(notes));
	*own = (struct ab_bytes){ b.data, b.len };
	in->m.fdt.overlays = (struct ab_bytes_list){ own, 1 };
}

static void overlays(struct input *in, size_t n)
{
	struct ab_bytes *b = ROOM(struct ab_bytes, n);

	scale_virt(in, 4, AB_TABLES_FDT);
	for (size_t i = 0; i < n; i++)
		b[i] = tree(mixed(i, n), 1);
	in->m.fdt.overlays = (struct ab_bytes_list){ b, n };
}

static void overlay(struct input *in, size_t n)
{
	struct ab_bytes *b = ROOM(struct ab_bytes, 1);

	scale_virt(in, 4, AB_TABLES_FDT);
	*b = tree(0, n);
	in->m.fdt.overlays = (struct ab_bytes_list){ b, 1 };
}

/* Names of the machine, the most specific first. */
static void compatible(struct input *in, size_t n)
{
	static char names[2048][12];
	const char **text = ROOM(const char *, n);

	scale_virt(in, 4, AB_TABLES_FDT);
	for (size_t i = 0; i < n; i++) {
		(void)snprintf(names[i], sizeof(names[i]), "acme,b%u", (unsigned int)i);
		text[i] = names[i];
	}
	in->m.fdt.compatible = (struct ab_text_list){ text, n };
}

/* ---- AML of the VMM's --------------------------------------------------------------------- */

/* A device in @depth others, in no order of their names. */
static void put_device(struct ab_aml *aml, size_t place, unsigned int depth)
{
	struct ab_aml_block dev, crs;
	char name[5];

	(void)snprintf(name, sizeof(name), "X%03X", (unsigned int)place % 0x1000);
	dev = ab_aml_device(aml, name);
	ab_aml_name(aml, "_UID");
	ab_aml_int(aml, place);
	ab_aml_name(aml, "_CRS");
	crs = ab_aml_resources(aml);
	ab_aml_end(aml, crs);
	if (depth != 0)
		put_device(aml, place, depth - 1);
	ab_aml_end(aml, dev);
}

static void put_devices(struct ab_aml *aml, void *ctx)
{
	const size_t n = *(const size_t *)ctx;

	for (size_t i = 0; i < n; i++)
		put_device(aml, mixed(i, n), i % 4);
}

static void put_aml(struct input *in, size_t n)
{
	size_t *ctx = ROOM(size_t, 1);

	*ctx = n;
	in->m.acpi.dsdt = put_devices;
	in->m.acpi.ctx = ctx;
}

static void aml_x86(struct input *in, size_t n)
{
	scale_pc(in);
	put_aml(in, n);
}

static void aml_arm64(struct input *in, size_t n)
{
	scale_virt(in, 4, AB_TABLES_ACPI);
	put_aml(in, n);
}

const struct list scale_own[] = {
	{ "arm64: devices that name pools", 512, pools_named, NULL },
	{ "arm64: the VMM's nodes, shuffled", 1024, own_nodes, NULL },
	{ "arm64: memory that a tree reserves", 4096, pools, NULL },
	{ "arm64: trees to merge", 256, overlays, NULL },
	{ "arm64: nodes of a tree to merge", 512, overlay, NULL },
	{ "arm64: phandles of a tree to merge", 512, phandles, NULL },
	{ "arm64: names of the machine", 1024, compatible, NULL },
	{ "x86: the VMM's AML", 1024, aml_x86, NULL },
	{ "arm64: the VMM's AML", 1024, aml_arm64, NULL },
};

const size_t scale_own_n = sizeof(scale_own) / sizeof(scale_own[0]);
