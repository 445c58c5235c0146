/* SPDX-License-Identifier: BSD-2-Clause */
/* Lists of an arm64 machine and its payload. */
#include "scale.h"

#include <aetherboot/dtb.h>
#include <aetherboot/fdt.h>

#include <stdio.h>

#define FRAMES UINT64_C(0x300000000000)
#define BLOBS (2 * AB_GiB)

/* ---- parts of a machine ------------------------------------------------------------------- */

static void ram(struct input *in, size_t n, uint32_t nodes)
{
	struct ab_ram *r = ROOM(struct ab_ram, n + 1);

	r[0] = (struct ab_ram){ AB_GiB, 2 * AB_GiB, 0 };
	for (size_t i = 1; i <= n; i++)
		r[i] = (struct ab_ram){ (4 + i) * AB_GiB, 512 * AB_MiB, (uint32_t)i % nodes };
	in->m.ram = (struct ab_ram_list){ r, n + 1 };
}

/* Redistributors of all CPUs in @n regions. */
static void redists(struct input *in, size_t n)
{
	struct ab_range *r = ROOM(struct ab_range, n);
	const uint64_t each = (in->m.n_cpus + n - 1) / n * AB_GICV3_REDIST_SIZE;

	for (size_t i = 0; i < n; i++)
		r[i] = (struct ab_range){ FRAMES + mixed(i, n) * 2 * each, each };
	in->m.arm64.gic.redist = (struct ab_range_list){ r, n };
}

static void usual(struct input *in, uint32_t cpus, enum ab_tables tables)
{
	static const struct ab_cache caches[] = {
		{ .level = 1, .type = AB_CACHE_DATA, 64 * AB_KiB, 64, 4, 1 },
		{ .level = 2, .size = AB_MiB, .line = 64, .ways = 8, .cpus = 2 },
	};
	static const struct ab_its its = { 0x08080000 };

	in->m.arch = AB_ARCH_ARM64;
	in->m.tables = tables;
	in->m.n_cpus = cpus;
	in->m.phys_bits = 48;
	in->m.caches = (struct ab_cache_list){ caches, 2 };
	in->m.arm64.gic.dist = 0x08000000;
	in->m.arm64.gic.its = (struct ab_its_list){ &its, 1 };
	in->os.kernel = *scale_image;
	in->os.cmdline = "console=ttyAMA0";
	ram(in, 1, 1);
	redists(in, 1);
}

static struct ab_dev virtio(size_t place)
{
	return (struct ab_dev){ AB_DEV_VIRTIO_MMIO, .base = DEVICES + place * 4096,
				.irq = 48 + (uint32_t)place % 8 };
}

static struct ab_dev bridge(size_t place, uint8_t smmu)
{
	return (struct ab_dev){ AB_DEV_PCIE_ECAM, .base = BRIDGES + place * 64 * AB_MiB,
				.size = 16 * AB_MiB,
				.pcie = { .segment = (uint16_t)place,
					  .mmio64 = { BRIDGES * 2 + place * AB_GiB, AB_GiB },
					  .smmu = smmu,
					  .probe_only = true } };
}

/* ---- machines ----------------------------------------------------------------------------- */

static void cpus_fdt(struct input *in, size_t n)
{
	usual(in, (uint32_t)n, AB_TABLES_FDT);
}

static void cpus_acpi(struct input *in, size_t n)
{
	usual(in, (uint32_t)n, AB_TABLES_ACPI);
}

static void cpus_shuffled(struct input *in, size_t n)
{
	struct ab_cpu *c = ROOM(struct ab_cpu, n);

	usual(in, (uint32_t)n, AB_TABLES_FDT);
	for (size_t i = 0; i < n; i++)
		c[i].id = mixed(i, n);
	in->m.cpus = (struct ab_cpu_list){ c, n };
}

/* Ids that differ in their upper halves, too. */
static void cpus_strewn(struct input *in, size_t n)
{
	struct ab_cpu *c = ROOM(struct ab_cpu, n);

	usual(in, (uint32_t)n, AB_TABLES_FDT);
	for (size_t i = 0; i < n; i++)
		c[i].id = (uint64_t)(mixed(i, n) >> 4) << 32 | (mixed(i, n) & 15) << 16;
	in->m.cpus = (struct ab_cpu_list){ c, n };
}

static void put_devices(struct input *in, size_t n, enum ab_tables tables)
{
	struct ab_dev *d = devs(in, n);

	usual(in, 4, tables);
	for (size_t i = 0; i < n; i++)
		d[i] = virtio(mixed(i, n));
}

static void devices_fdt(struct input *in, size_t n)
{
	put_devices(in, n, AB_TABLES_FDT);
}

static void devices_acpi(struct input *in, size_t n)
{
	put_devices(in, n, AB_TABLES_ACPI);
}

static void put_windows(struct input *in, size_t n, enum ab_tables tables)
{
	struct ab_dev *d = devs(in, n);

	usual(in, 4, tables);
	for (size_t i = 0; i < n; i++)
		d[i] = (struct ab_dev){ AB_DEV_WINDOW, .base = DEVICES + i * 8192, .size = 4096 };
}

static void windows_fdt(struct input *in, size_t n)
{
	put_windows(in, n, AB_TABLES_FDT);
}

static void windows_acpi(struct input *in, size_t n)
{
	put_windows(in, n, AB_TABLES_ACPI);
}

static void redistributors(struct input *in, size_t n)
{
	usual(in, 4, AB_TABLES_FDT);
	redists(in, n);
}

static void redistributors_acpi(struct input *in, size_t n)
{
	usual(in, 4, AB_TABLES_ACPI);
	redists(in, n);
}

/* Entries of the matrix of distances, whose root is the number of nodes. */
static void nodes_fdt(struct input *in, size_t n)
{
	uint32_t root = 1;

	while ((root + 1) * (root + 1) <= n)
		root++;
	usual(in, root, AB_TABLES_FDT);
	ram(in, root, root);
}

/* SMMUs, with a bridge behind each. */
static void put_smmus(struct input *in, size_t n, enum ab_tables tables)
{
	struct ab_dev *d = devs(in, 2 * n);

	usual(in, 4, tables);
	for (size_t i = 0; i < n; i++) {
		d[i] = (struct ab_dev){ AB_DEV_SMMUV3, .base = DEVICES + i * 0x20000,
					.irq = 100 + 3 * (uint32_t)i };
		d[n + i] = bridge(i, (uint8_t)(1 + i));
	}
}

static void smmus_fdt(struct input *in, size_t n)
{
	put_smmus(in, n, AB_TABLES_FDT);
}

static void smmus_acpi(struct input *in, size_t n)
{
	put_smmus(in, n, AB_TABLES_ACPI);
}

/* Bridges behind one SMMU, in no order of their segments. */
static void put_streams(struct input *in, size_t n, enum ab_tables tables)
{
	struct ab_dev *d = devs(in, 1 + n);

	usual(in, 4, tables);
	d[0] = (struct ab_dev){ AB_DEV_SMMUV3, .base = DEVICES, .irq = 100 };
	for (size_t i = 0; i < n; i++)
		d[1 + i] = bridge(mixed(i, n), 1);
}

static void streams_fdt(struct input *in, size_t n)
{
	put_streams(in, n, AB_TABLES_FDT);
}

static void streams_acpi(struct input *in, size_t n)
{
	put_streams(in, n, AB_TABLES_ACPI);
}

static void bridges_acpi(struct input *in, size_t n)
{
	struct ab_dev *d = devs(in, n);

	usual(in, 4, AB_TABLES_ACPI);
	for (size_t i = 0; i < n; i++)
		d[i] = bridge(i, 0);
}

/* Bridges with as many entries of their lists as one may well have. */
static void bridges_lists(struct input *in, size_t n)
{
	struct ab_dev *d = devs(in, (n + PER_BRIDGE - 1) / PER_BRIDGE);

	usual(in, 4, AB_TABLES_FDT);
	for (size_t i = 0; i < n; i += PER_BRIDGE) {
		d[i / PER_BRIDGE] = bridge(i / PER_BRIDGE, 0);
		scale_lists(&d[i / PER_BRIDGE], i, n, 48);
	}
}

/* ITSes, with a bridge that uses each. */
static void put_itses(struct input *in, size_t n, enum ab_tables tables)
{
	struct ab_its *its = ROOM(struct ab_its, n);
	struct ab_dev *d = devs(in, n);

	usual(in, 4, tables);
	for (size_t i = 0; i < n; i++) {
		its[i] = (struct ab_its){ FRAMES * 2 + mixed(i, n) * 0x20000 };
		d[i] = bridge(i, 0);
		d[i].pcie.its = (uint32_t)mixed(i, n);
	}
	in->m.arm64.gic.its = (struct ab_its_list){ its, n };
}

static void itses_fdt(struct input *in, size_t n)
{
	put_itses(in, n, AB_TABLES_FDT);
}

static void itses_acpi(struct input *in, size_t n)
{
	put_itses(in, n, AB_TABLES_ACPI);
}

/* Doorbells of the functions of one bridge: all at one place. */
static void rmrs(struct input *in, size_t n)
{
	struct ab_rmr *r = ROOM(struct ab_rmr, n);
	struct ab_dev *d = devs(in, 2);

	usual(in, 4, AB_TABLES_ACPI);
	d[0] = (struct ab_dev){ AB_DEV_SMMUV3, .base = DEVICES, .irq = 100 };
	d[1] = bridge(0, 1);
	for (size_t i = 0; i < n; i++)
		r[i] = (struct ab_rmr){ .rid = (uint16_t)mixed(i, n),
					.base = 0x0c000000,
					.size = 0x10000 };
	in->m.arm64.rmrs = (struct ab_rmr_list){ r, n };
}

static void ram_fdt(struct input *in, size_t n)
{
	usual(in, 4, AB_TABLES_FDT);
	ram(in, n, 1);
}

static void ram_acpi(struct input *in, size_t n)
{
	usual(in, 4, AB_TABLES_ACPI);
	ram(in, n, 1);
}

/* ---- payloads ----------------------------------------------------------------------------- */

static void reserve(struct input *in, size_t n)
{
	struct ab_reserve *r = ROOM(struct ab_reserve, n);

	for (size_t i = 0; i < n; i++)
		r[i] = (struct ab_reserve){ BLOBS + mixed(i, n) * 8192, 4096, "kept" };
	in->os.reserve = (struct ab_reserve_list){ r, n };
}

static void reservations_fdt(struct input *in, size_t n)
{
	usual(in, 4, AB_TABLES_FDT);
	reserve(in, n);
}

static void reservations_acpi(struct input *in, size_t n)
{
	usual(in, 4, AB_TABLES_ACPI);
	reserve(in, n);
}

/* As many pools as there may be, among reservations and of devices, in no order; and as many
 * properties, on CPUs. */
static void pools_named(struct input *in, size_t n)
{
	static char names[AB_POOLS_MAX][3], paths[AB_FDT_PROPS_MAX][16];
	struct ab_fdt_prop *prop = ROOM(struct ab_fdt_prop, AB_FDT_PROPS_MAX);
	struct ab_reserve *r = ROOM(struct ab_reserve, n);
	struct ab_dev *d = devs(in, n);
	const size_t n_pools = n < AB_POOLS_MAX ? n : AB_POOLS_MAX;

	usual(in, (uint32_t)n, AB_TABLES_FDT);
	for (size_t i = 0; i < n; i++)
		r[i] = (struct ab_reserve){ BLOBS + mixed(i, n) * 8192, 4096, "kept" };
	for (size_t i = 0; i < n_pools; i++) {
		names[i][0] = (char)('a' + i / 26);
		names[i][1] = (char)('a' + i % 26);
		r[n / n_pools * i].name = names[i];
		r[n / n_pools * i].compatible = "acme,memory";
	}
	for (size_t i = 0; i < n; i++) {
		d[i] = virtio(i);
		d[i].memory_region = names[mixed(i, n) % n_pools];
	}
	for (size_t i = 0; i < AB_FDT_PROPS_MAX; i++) {
		(void)snprintf(paths[i], sizeof(paths[i]), "/cpus/cpu@%x", (unsigned int)i % 16);
		prop[i] = (struct ab_fdt_prop){ paths[i], names[i / 16], { "1234", 4 } };
	}
	in->m.fdt.props = (struct ab_fdt_prop_list){ prop, n < 16 ? 0 : AB_FDT_PROPS_MAX };
	in->os.reserve = (struct ab_reserve_list){ r, n };
}

static void blobs_anywhere(struct input *in, size_t n)
{
	static const uint8_t bytes[16];
	struct ab_blob *b = ROOM(struct ab_blob, n);

	usual(in, 4, AB_TABLES_FDT);
	for (size_t i = 0; i < n; i++)
		b[i] = (struct ab_blob){ .bytes = { bytes, sizeof(bytes) }, .name = "blob" };
	in->os.blobs = (struct ab_blob_list){ b, n };
}

/* ROMs beside windows that are reserved, too: the map merges them. */
static void roms_acpi(struct input *in, size_t n)
{
	static const uint8_t bytes[4096];
	struct ab_reserve *r = ROOM(struct ab_reserve, n);
	struct ab_blob *b = ROOM(struct ab_blob, n);

	usual(in, 4, AB_TABLES_ACPI);
	for (size_t i = 0; i < n; i++) {
		b[i] = (struct ab_blob){ .bytes = { bytes, sizeof(bytes) },
					 .base = 0x10000000 + mixed(i, n) * 16384,
					 .name = "ROM",
					 .backing = AB_BACKING_ROM };
		r[i] = (struct ab_reserve){ b[i].base + 4096, 4096, "window" };
	}
	in->os.blobs = (struct ab_blob_list){ b, n };
	in->os.reserve = (struct ab_reserve_list){ r, n };
}

/* ROMs, and as many devices that they must not overlap. */
static void roms_devices(struct input *in, size_t n)
{
	static const uint8_t bytes[16];
	struct ab_blob *b = ROOM(struct ab_blob, n);

	put_devices(in, n, AB_TABLES_FDT);
	for (size_t i = 0; i < n; i++)
		b[i] = (struct ab_blob){ .bytes = { bytes, sizeof(bytes) },
					 .base = 0x10000000 + mixed(i, n) * 8192,
					 .name = "ROM",
					 .backing = AB_BACKING_ROM };
	in->os.blobs = (struct ab_blob_list){ b, n };
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

	usual(in, 4, AB_TABLES_FDT);
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

	usual(in, 4, AB_TABLES_FDT);
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

static void overlays(struct input *in, size_t n)
{
	struct ab_bytes *b = ROOM(struct ab_bytes, n);

	usual(in, 4, AB_TABLES_FDT);
	for (size_t i = 0; i < n; i++)
		b[i] = tree(mixed(i, n), 1);
	in->m.fdt.overlays = (struct ab_bytes_list){ b, n };
}

static void overlay(struct input *in, size_t n)
{
	struct ab_bytes *b = ROOM(struct ab_bytes, 1);

	usual(in, 4, AB_TABLES_FDT);
	*b = tree(0, n);
	in->m.fdt.overlays = (struct ab_bytes_list){ b, 1 };
}

/* ---- all at once, so that products of two lists show -------------------------------------- */

static void put_everything(struct input *in, size_t n, enum ab_tables tables)
{
	struct ab_dev *d = devs(in, n + n / 16);

	usual(in, (uint32_t)n, tables);
	ram(in, n, 16);
	redists(in, n >= 4 ? n / 4 : 1);
	for (size_t i = 0; i < n; i++) {
		d[i] = virtio(mixed(i, n));
		d[i].node = (uint32_t)i % 16;
	}
	for (size_t i = 0; i < n / 16; i++)
		d[n + i] = bridge(i, 0);
	reserve(in, n / 4);
}

static void everything_fdt(struct input *in, size_t n)
{
	put_everything(in, n, AB_TABLES_FDT);
}

static void everything_acpi(struct input *in, size_t n)
{
	put_everything(in, n, AB_TABLES_ACPI);
}

const struct list scale_arm64[] = {
	{ "arm64: CPUs, tree", 512, cpus_fdt, NULL },
	{ "arm64: CPUs, ACPI", 512, cpus_acpi, NULL },
	{ "arm64: CPUs, ids shuffled", 512, cpus_shuffled, NULL },
	{ "arm64: CPUs, ids strewn over 40 bits", 512, cpus_strewn, NULL },
	{ "arm64: devices shuffled, tree", 1024, devices_fdt, NULL },
	{ "arm64: devices shuffled, ACPI", 1024, devices_acpi, NULL },
	{ "arm64: windows, tree", 512, windows_fdt, NULL },
	{ "arm64: windows, ACPI", 512, windows_acpi, NULL },
	{ "arm64: regions of redistributors", 512, redistributors, NULL },
	{ "arm64: SMMUs and bridges, tree", 64, smmus_fdt, NULL },
	{ "arm64: SMMUs and bridges, ACPI", 64, smmus_acpi, NULL },
	{ "arm64: regions of redistributors, ACPI", 512, redistributors_acpi, NULL },
	{ "arm64: matrix of NUMA nodes, tree", 65536, nodes_fdt, NULL },
	{ "arm64: bridges behind one SMMU, tree", 128, streams_fdt, NULL },
	{ "arm64: bridges behind one SMMU, ACPI", 128, streams_acpi, NULL },
	{ "arm64: bridges, ACPI", 256, bridges_acpi, NULL },
	{ "arm64: bridges' slots and windows, tree", 1024, bridges_lists, NULL },
	{ "arm64: ITSes and bridges, tree", 256, itses_fdt, NULL },
	{ "arm64: ITSes and bridges, ACPI", 256, itses_acpi, NULL },
	{ "arm64: reserved memory regions", 512, rmrs, NULL },
	{ "arm64: ranges of RAM, tree", 512, ram_fdt, NULL },
	{ "arm64: ranges of RAM, ACPI", 512, ram_acpi, NULL },
	{ "arm64: reservations, tree", 512, reservations_fdt, NULL },
	{ "arm64: reservations, ACPI", 512, reservations_acpi, NULL },
	{ "arm64: devices that name pools", 512, pools_named, NULL },
	{ "arm64: blobs anywhere", 512, blobs_anywhere, NULL },
	{ "arm64: ROMs beside windows, ACPI", 256, roms_acpi, NULL },
	{ "arm64: ROMs and devices", 512, roms_devices, NULL },
	{ "arm64: the VMM's nodes, shuffled", 1024, own_nodes, NULL },
	{ "arm64: memory that a tree reserves", 4096, pools, NULL },
	{ "arm64: trees to merge", 256, overlays, NULL },
	{ "arm64: nodes of a tree to merge", 512, overlay, NULL },
	{ "arm64: everything, tree", 256, everything_fdt, NULL },
	{ "arm64: everything, ACPI", 256, everything_acpi, NULL },
};

const size_t scale_arm64_n = sizeof(scale_arm64) / sizeof(scale_arm64[0]);
