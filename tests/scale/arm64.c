/* SPDX-License-Identifier: BSD-2-Clause */
/* Lists of an arm64 machine and its payload. */
#include "scale.h"

#define FRAMES UINT64_C(0x300000000000)

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

void scale_virt(struct input *in, uint32_t cpus, enum ab_tables tables)
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

/* A bridge whose numbers are kept, behind an SMMU if that is not 0. */
static struct ab_dev bridge_of(size_t place, uint8_t smmu)
{
	struct ab_dev d = bridge(place);

	d.pcie.smmu = smmu;
	d.pcie.probe_only = true;
	return d;
}

/* ---- machines ----------------------------------------------------------------------------- */

static void cpus_fdt(struct input *in, size_t n)
{
	scale_virt(in, (uint32_t)n, AB_TABLES_FDT);
}

static void cpus_acpi(struct input *in, size_t n)
{
	scale_virt(in, (uint32_t)n, AB_TABLES_ACPI);
}

static void cpus_shuffled(struct input *in, size_t n)
{
	struct ab_cpu *c = ROOM(struct ab_cpu, n);

	scale_virt(in, (uint32_t)n, AB_TABLES_FDT);
	for (size_t i = 0; i < n; i++)
		c[i].id = mixed(i, n);
	in->m.cpus = (struct ab_cpu_list){ c, n };
}

/* Ids that differ in their upper halves, too. */
static void cpus_strewn(struct input *in, size_t n)
{
	struct ab_cpu *c = ROOM(struct ab_cpu, n);

	scale_virt(in, (uint32_t)n, AB_TABLES_FDT);
	for (size_t i = 0; i < n; i++)
		c[i].id = (uint64_t)(mixed(i, n) >> 4) << 32 | (mixed(i, n) & 15) << 16;
	in->m.cpus = (struct ab_cpu_list){ c, n };
}

static void put_devices(struct input *in, size_t n, enum ab_tables tables)
{
	struct ab_dev *d = devs(in, n);

	scale_virt(in, 4, tables);
	for (size_t i = 0; i < n; i++)
		d[i] = virtio(mixed(i, n), 48);
}

static void devices_fdt(struct input *in, size_t n)
{
	put_devices(in, n, AB_TABLES_FDT);
}

static void devices_acpi(struct input *in, size_t n)
{
	put_devices(in, n, AB_TABLES_ACPI);
}

static void put_uarts(struct input *in, size_t n, enum ab_tables tables)
{
	struct ab_dev *d = devs(in, n);

	scale_virt(in, 4, tables);
	for (size_t i = 0; i < n; i++)
		d[i] = (struct ab_dev){ i % 3 == 0
					    ? AB_DEV_UART_PL011
					    : (i % 3 == 1 ? AB_DEV_UART_SBSA : AB_DEV_UART_16550),
					.base = DEVICES + mixed(i, n) * 4096,
					.irq = 48 + (uint32_t)i % 3 };
}

static void uarts_fdt(struct input *in, size_t n)
{
	put_uarts(in, n, AB_TABLES_FDT);
}

static void uarts_acpi(struct input *in, size_t n)
{
	put_uarts(in, n, AB_TABLES_ACPI);
}

static void put_windows(struct input *in, size_t n, enum ab_tables tables)
{
	struct ab_dev *d = devs(in, n);

	scale_virt(in, 4, tables);
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
	scale_virt(in, 4, AB_TABLES_FDT);
	redists(in, n);
}

static void redistributors_acpi(struct input *in, size_t n)
{
	scale_virt(in, 4, AB_TABLES_ACPI);
	redists(in, n);
}

/* Entries of the matrix of distances, whose root is the number of nodes. */
static void nodes_fdt(struct input *in, size_t n)
{
	uint32_t root = 1;

	while ((root + 1) * (root + 1) <= n)
		root++;
	scale_virt(in, root, AB_TABLES_FDT);
	ram(in, root, root);
}

/* SMMUs, with a bridge behind each. */
static void put_smmus(struct input *in, size_t n, enum ab_tables tables)
{
	struct ab_dev *d = devs(in, 2 * n);

	scale_virt(in, 4, tables);
	for (size_t i = 0; i < n; i++) {
		d[i] = (struct ab_dev){ AB_DEV_SMMUV3, .base = DEVICES + i * 0x20000,
					.irq = 100 + 3 * (uint32_t)i };
		d[n + i] = bridge_of(i, (uint8_t)(1 + i));
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

	scale_virt(in, 4, tables);
	d[0] = (struct ab_dev){ AB_DEV_SMMUV3, .base = DEVICES, .irq = 100 };
	for (size_t i = 0; i < n; i++)
		d[1 + i] = bridge_of(mixed(i, n), 1);
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

	scale_virt(in, 4, AB_TABLES_ACPI);
	for (size_t i = 0; i < n; i++)
		d[i] = bridge_of(i, 0);
}

/* Each segment comes back after all others: it has a bus of two bridges. Numbers of segments that
 * are far apart. */
static void bridges_back(struct input *in, size_t n)
{
	struct ab_dev *d = devs(in, 1 + n);

	scale_virt(in, 4, AB_TABLES_ACPI);
	d[0] = (struct ab_dev){ AB_DEV_SMMUV3, .base = DEVICES, .irq = 100 };
	for (size_t i = 0; i < n; i++) {
		d[1 + i] = bridge_of(i, (uint8_t)(i / 2 % 2));
		d[1 + i].pcie.segment = (uint16_t)(i % ((n + 1) / 2) * 67);
		d[1 + i].pcie.bus = i < (n + 1) / 2 ? 16 : 0;
	}
}

/* Bridges with as many entries of their lists as one may well have. */
static void bridges_lists(struct input *in, size_t n)
{
	struct ab_dev *d = devs(in, (n + PER_BRIDGE - 1) / PER_BRIDGE);

	scale_virt(in, 4, AB_TABLES_FDT);
	for (size_t i = 0; i < n; i += PER_BRIDGE) {
		d[i / PER_BRIDGE] = bridge_of(i / PER_BRIDGE, 0);
		scale_lists(&d[i / PER_BRIDGE], i, n, 48);
	}
}

/* ITSes, with a bridge that uses each. */
static void put_itses(struct input *in, size_t n, enum ab_tables tables)
{
	struct ab_its *its = ROOM(struct ab_its, n);
	struct ab_dev *d = devs(in, n);

	scale_virt(in, 4, tables);
	for (size_t i = 0; i < n; i++) {
		its[i] = (struct ab_its){ FRAMES * 2 + mixed(i, n) * 0x20000 };
		d[i] = bridge_of(i, 0);
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

	scale_virt(in, 4, AB_TABLES_ACPI);
	d[0] = (struct ab_dev){ AB_DEV_SMMUV3, .base = DEVICES, .irq = 100 };
	d[1] = bridge_of(0, 1);
	for (size_t i = 0; i < n; i++)
		r[i] = (struct ab_rmr){ .rid = (uint16_t)mixed(i, n),
					.base = 0x0c000000,
					.size = 0x10000 };
	in->m.arm64.rmrs = (struct ab_rmr_list){ r, n };
}

/* Regions of as many bridges, from the last one on. */
static void rmrs_back(struct input *in, size_t n)
{
	struct ab_rmr *r = ROOM(struct ab_rmr, n);
	struct ab_dev *d = devs(in, 1 + n);

	scale_virt(in, 4, AB_TABLES_ACPI);
	d[0] = (struct ab_dev){ AB_DEV_SMMUV3, .base = DEVICES, .irq = 100 };
	for (size_t i = 0; i < n; i++) {
		d[1 + i] = bridge_of(i, 1);
		r[i] = (struct ab_rmr){ .bridge = (uint32_t)(n - 1 - i),
					.base = 0x0c000000,
					.size = 0x10000 };
	}
	in->m.arm64.rmrs = (struct ab_rmr_list){ r, n };
}

/* Doorbells of the functions of one bridge, and a region that all of them share. */
static void rmrs_shared(struct input *in, size_t n)
{
	struct ab_rmr *r;

	rmrs(in, n);
	r = ROOM(struct ab_rmr, n + 1);
	for (size_t i = 0; i < n; i++)
		r[i] = in->m.arm64.rmrs.at[i];
	r[n] = (struct ab_rmr){ .n_rids = 0x1000, .base = 0x0c010000, .size = 0x10000 };
	in->m.arm64.rmrs = (struct ab_rmr_list){ r, n + 1 };
}

static void ram_fdt(struct input *in, size_t n)
{
	scale_virt(in, 4, AB_TABLES_FDT);
	ram(in, n, 1);
}

static void ram_acpi(struct input *in, size_t n)
{
	scale_virt(in, 4, AB_TABLES_ACPI);
	ram(in, n, 1);
}

/* ---- payloads ----------------------------------------------------------------------------- */

static void reserve(struct input *in, size_t n)
{
	struct ab_reserve *r = ROOM(struct ab_reserve, n);

	for (size_t i = 0; i < n; i++)
		r[i] = (struct ab_reserve){ 2 * AB_GiB + mixed(i, n) * 8192, 4096, "kept" };
	in->os.reserve = (struct ab_reserve_list){ r, n };
}

static void reservations_fdt(struct input *in, size_t n)
{
	scale_virt(in, 4, AB_TABLES_FDT);
	reserve(in, n);
}

static void reservations_acpi(struct input *in, size_t n)
{
	scale_virt(in, 4, AB_TABLES_ACPI);
	reserve(in, n);
}

static void blobs_anywhere(struct input *in, size_t n)
{
	static const uint8_t bytes[16];
	struct ab_blob *b = ROOM(struct ab_blob, n);

	scale_virt(in, 4, AB_TABLES_FDT);
	for (size_t i = 0; i < n; i++)
		b[i] = (struct ab_blob){ .bytes = { bytes, sizeof(bytes) }, .name = "blob" };
	in->os.blobs = (struct ab_blob_list){ b, n };
}

/* Each is smaller than the one before it. */
static void blobs_falling(struct input *in, size_t n)
{
	static const uint8_t bytes[8192];
	struct ab_blob *b = ROOM(struct ab_blob, n);

	scale_virt(in, 4, AB_TABLES_FDT);
	for (size_t i = 0; i < n; i++)
		b[i] = (struct ab_blob){ .bytes = { bytes, sizeof(bytes) - i },
					 .name = "blob",
					 .type = AB_MEM_RAM };
	in->os.blobs = (struct ab_blob_list){ b, n };
}

/* ROMs beside windows that are reserved, too: the map merges them. */
static void roms_acpi(struct input *in, size_t n)
{
	static const uint8_t bytes[4096];
	struct ab_reserve *r = ROOM(struct ab_reserve, n);
	struct ab_blob *b = ROOM(struct ab_blob, n);

	scale_virt(in, 4, AB_TABLES_ACPI);
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

/* ---- all at once, so that products of two lists show -------------------------------------- */

static void put_everything(struct input *in, size_t n, enum ab_tables tables)
{
	struct ab_dev *d = devs(in, n + n / 16);

	scale_virt(in, (uint32_t)n, tables);
	ram(in, n, 16);
	redists(in, n >= 4 ? n / 4 : 1);
	for (size_t i = 0; i < n; i++) {
		d[i] = virtio(mixed(i, n), 48);
		d[i].node = (uint32_t)i % 16;
	}
	for (size_t i = 0; i < n / 16; i++)
		d[n + i] = bridge_of(i, 0);
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
	{ "arm64: UARTs, tree", 512, uarts_fdt, NULL },
	{ "arm64: UARTs, ACPI", 512, uarts_acpi, NULL },
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
	{ "arm64: bridges of segments that come back", 256, bridges_back, NULL },
	{ "arm64: bridges' slots and windows, tree", 1024, bridges_lists, NULL },
	{ "arm64: ITSes and bridges, tree", 256, itses_fdt, NULL },
	{ "arm64: ITSes and bridges, ACPI", 256, itses_acpi, NULL },
	{ "arm64: reserved memory regions", 512, rmrs, NULL },
	{ "arm64: reserved memory of bridges in falling order", 256, rmrs_back, NULL },
	{ "arm64: reserved memory beside a shared region", 512, rmrs_shared, NULL },
	{ "arm64: ranges of RAM, tree", 512, ram_fdt, NULL },
	{ "arm64: ranges of RAM, ACPI", 512, ram_acpi, NULL },
	{ "arm64: reservations, tree", 512, reservations_fdt, NULL },
	{ "arm64: reservations, ACPI", 512, reservations_acpi, NULL },
	{ "arm64: blobs anywhere", 512, blobs_anywhere, NULL },
	{ "arm64: blobs of falling sizes", 512, blobs_falling, NULL },
	{ "arm64: ROMs beside windows, ACPI", 256, roms_acpi, NULL },
	{ "arm64: ROMs and devices", 512, roms_devices, NULL },
	{ "arm64: everything, tree", 256, everything_fdt, NULL },
	{ "arm64: everything, ACPI", 256, everything_acpi, NULL },
};

const size_t scale_arm64_n = sizeof(scale_arm64) / sizeof(scale_arm64[0]);
