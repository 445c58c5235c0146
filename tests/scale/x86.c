/* SPDX-License-Identifier: BSD-2-Clause */
/* Lists of an x86 machine and its payload. */
#include "scale.h"

#include <stdio.h>
#include <string.h>

#define BLOBS (512 * AB_MiB)

/* ---- parts of a machine ------------------------------------------------------------------- */

/* 2 GiB below 4 GiB, and @n ranges above, none of which touch. */
static void ram(struct input *in, size_t n, uint32_t nodes)
{
	struct ab_ram *r = ROOM(struct ab_ram, n + 1);

	r[0] = (struct ab_ram){ 0, 2 * AB_GiB, 0 };
	for (size_t i = 1; i <= n; i++)
		r[i] = (struct ab_ram){ (4 + i) * AB_GiB, 512 * AB_MiB, (uint32_t)i % nodes };
	in->m.ram = (struct ab_ram_list){ r, n + 1 };
}

void scale_pc(struct input *in)
{
	in->m.arch = AB_ARCH_X86_64;
	in->m.n_cpus = 4;
	in->m.phys_bits = 48;
	in->os.kernel = *scale_elf;
	in->os.cmdline = "console=ttyS0";
	ram(in, 1, 1);
}

static void cpu_ids(struct input *in, size_t n, uint64_t step)
{
	struct ab_cpu *c = ROOM(struct ab_cpu, n);

	in->m.n_cpus = (uint32_t)n;
	for (size_t i = 0; i < n; i++)
		c[i].id = step != 0 ? (uint32_t)(i * step) : mixed(i, n);
	in->m.cpus = (struct ab_cpu_list){ c, n };
}

/* ---- machines ----------------------------------------------------------------------------- */

static void cpus(struct input *in, size_t n)
{
	scale_pc(in);
	in->m.n_cpus = (uint32_t)n;
}

static void cpus_shuffled(struct input *in, size_t n)
{
	scale_pc(in);
	cpu_ids(in, n, 0);
}

static void cpus_strewn(struct input *in, size_t n)
{
	scale_pc(in);
	cpu_ids(in, n, 0x9e3779b1);
}

static void cpus_on_nodes(struct input *in, size_t n)
{
	scale_pc(in);
	ram(in, 64, 64);
	in->m.n_cpus = (uint32_t)n;
}

/* Entries of the matrix of distances, whose root is the number of nodes. */
static void nodes(struct input *in, size_t n)
{
	size_t root = 1;

	while ((root + 1) * (root + 1) <= n)
		root++;
	scale_pc(in);
	ram(in, root, (uint32_t)root);
	in->m.n_cpus = (uint32_t)root;
}

/* Distances from 64 nodes to others, shuffled. */
static void distances(struct input *in, size_t n)
{
	struct ab_distance *d = ROOM(struct ab_distance, n);

	scale_pc(in);
	for (size_t i = 0; i < n; i++)
		d[i] = (struct ab_distance){ (uint32_t)mixed(i, n) % 64,
					     (uint32_t)(64 + mixed(i, n) / 64), 20 };
	in->m.distances = (struct ab_distance_list){ d, n };
}

/* The machine's check alone, as the tables have a matrix of all nodes. */
static size_t check(const struct input *in)
{
	const size_t need = ab_machine_work(&in->m);
	struct ab_error why;

	scale_must(
	    ab_machine_check(&in->m, (struct ab_work){ scale_room(need, 1), need }, NULL, &why),
	    &why);
	return need;
}

static void ram_ranges(struct input *in, size_t n)
{
	scale_pc(in);
	ram(in, n, 1);
}

static void devices(struct input *in, size_t n)
{
	struct ab_dev *d = devs(in, n);

	scale_pc(in);
	for (size_t i = 0; i < n; i++)
		d[i] = virtio(i, 16);
}

static void devices_shuffled(struct input *in, size_t n)
{
	struct ab_dev *d = devs(in, n);

	scale_pc(in);
	for (size_t i = 0; i < n; i++)
		d[i] = virtio(mixed(i, n), 16);
}

static void devices_uids(struct input *in, size_t n)
{
	struct ab_dev *d = devs(in, n);

	scale_pc(in);
	for (size_t i = 0; i < n; i++) {
		d[i] = virtio(i, 16);
		d[i].uid = 1 + (uint32_t)i;
	}
}

static void devices_uids_shuffled(struct input *in, size_t n)
{
	struct ab_dev *d = devs(in, n);

	scale_pc(in);
	for (size_t i = 0; i < n; i++) {
		d[i] = virtio(i, 16);
		d[i].uid = 1 + (uint32_t)mixed(i, n);
	}
}

static void devices_mp(struct input *in, size_t n)
{
	struct ab_dev *d = devs(in, n + 1);

	scale_pc(in);
	in->m.tables = AB_TABLES_MP;
	for (size_t i = 0; i < n; i++) {
		d[i] = virtio(i, 16);
		d[i].irq = i + 128 < n ? 16 : 16 + (uint32_t)(i % 128);
	}
	d[n] = (struct ab_dev){ AB_DEV_IOAPIC, .base = 0xfec00000, .ioapic.inputs = 16 + 128 };
}

static void uarts(struct input *in, size_t n)
{
	struct ab_dev *d = devs(in, n);

	scale_pc(in);
	for (size_t i = 0; i < n; i++)
		d[i] = (struct ab_dev){ AB_DEV_UART_16550, .base = DEVICES + i * 4096, .irq = 16 };
}

static void bridges(struct input *in, size_t n)
{
	struct ab_dev *d = devs(in, n);

	scale_pc(in);
	for (size_t i = 0; i < n; i++)
		d[i] = bridge(i);
}

/* Of segment 0, with one bus and all interrupts of its slots. */
static struct ab_dev bridge_mp(size_t bus)
{
	struct ab_dev d = bridge(bus);

	for (uint32_t k = 0; k < 4; k++)
		d.pcie.intx[k] = 16 + k;
	d.size = AB_MiB;
	d.pcie.segment = 0;
	d.pcie.bus = (uint8_t)bus;
	return d;
}

static void bridges_mp(struct input *in, size_t n)
{
	struct ab_dev *d = devs(in, n);

	scale_pc(in);
	in->m.tables = AB_TABLES_MP;
	for (size_t i = 0; i < n; i++)
		d[i] = bridge_mp(mixed(i, n));
}

static void bridges_lists(struct input *in, size_t n)
{
	struct ab_dev *d = devs(in, (n + PER_BRIDGE - 1) / PER_BRIDGE);

	scale_pc(in);
	for (size_t i = 0; i < n; i += PER_BRIDGE) {
		d[i / PER_BRIDGE] = bridge(i / PER_BRIDGE);
		scale_lists(&d[i / PER_BRIDGE], i, n, 16);
	}
}

static void routes_mp(struct input *in, size_t n)
{
	struct ab_pci_route *r = ROOM(struct ab_pci_route, n);
	struct ab_dev *d = ROOM(struct ab_dev, 1);

	scale_pc(in);
	in->m.tables = AB_TABLES_MP;
	in->m.devs = (struct ab_dev_list){ d, 1 };
	d->type = AB_DEV_PCI;
	d->pcie.routes = (struct ab_pci_route_list){ r, n };
	for (size_t i = 0; i < n; i++)
		r[i] = (struct ab_pci_route){ (uint8_t)(mixed(i, n) / 4), mixed(i, n) % 4, 16 };
}

/* Of the VMM's own, and reserved addresses. */
static void devices_other(struct input *in, size_t n)
{
	struct ab_dev *d = devs(in, n);

	scale_pc(in);
	for (size_t i = 0; i < n; i++)
		d[i] = (struct ab_dev){ i % 2 != 0 ? AB_DEV_OTHER : AB_DEV_RESERVED,
					.base = DEVICES + mixed(i, n) * 8192, .size = 4096 };
}

static void hotplug(struct input *in, size_t n)
{
	struct ab_dev *d = devs(in, n);

	scale_pc(in);
	for (size_t i = 0; i < n; i++)
		d[i] = (struct ab_dev){ AB_DEV_HOTPLUG_RAM, .base = DEVICES + mixed(i, n) * AB_GiB,
					.size = AB_GiB };
}

static void oem_strings(struct input *in, size_t n)
{
	struct ab_smbios *s = ROOM(struct ab_smbios, 1);
	const char **text = ROOM(const char *, n);

	scale_pc(in);
	for (size_t i = 0; i < n; i++)
		text[i] = "io.systemd.credential:a=b";
	s->oem = (struct ab_smbios_oem){ text, n };
	in->m.smbios = s;
}

/* A bus each, of one segment. */
static void bridges_one_segment(struct input *in, size_t n)
{
	struct ab_dev *d = devs(in, n);

	scale_pc(in);
	for (size_t i = 0; i < n; i++) {
		const size_t bus = mixed(i, n);

		d[i] = bridge(bus);
		d[i].base += bus * AB_MiB;
		d[i].size = AB_MiB;
		d[i].pcie.segment = 0;
		d[i].pcie.bus = (uint8_t)bus;
	}
}

static void ioapics(struct input *in, size_t n)
{
	struct ab_dev *d = devs(in, n);

	scale_pc(in);
	for (size_t i = 0; i < n; i++)
		d[i] = (struct ab_dev){ AB_DEV_IOAPIC, .base = 0xd0000000 + 4096 * mixed(i, n),
					.ioapic = { (uint8_t)i, 24 * (uint32_t)i } };
}

/* As many I/O APICs as bridges, among which the inputs of each bridge are searched. */
static void ioapics_mp(struct input *in, size_t n)
{
	struct ab_dev *d = devs(in, 2 * n);

	scale_pc(in);
	in->m.tables = AB_TABLES_MP;
	for (size_t i = 0; i < n; i++) {
		d[i] = (struct ab_dev){ AB_DEV_IOAPIC, .base = 0xd0000000 + 4096 * i,
					.ioapic = { (uint8_t)i, 24 * (uint32_t)mixed(i, n) } };
		d[n + i] = bridge_mp(i);
	}
}

/* ---- payloads ----------------------------------------------------------------------------- */

static void reservations(struct input *in, size_t n)
{
	struct ab_reserve *r = ROOM(struct ab_reserve, n);

	scale_pc(in);
	for (size_t i = 0; i < n; i++)
		r[i] = (struct ab_reserve){ BLOBS + mixed(i, n) * 8192, 4096, "kept" };
	in->os.reserve = (struct ab_reserve_list){ r, n };
}

/* Among the ROMs below 1 MiB, with a gap before each. */
static void reservations_low(struct input *in, size_t n)
{
	struct ab_reserve *r = ROOM(struct ab_reserve, n);

	scale_pc(in);
	for (size_t i = 0; i < n; i++)
		r[i] = (struct ab_reserve){ 0xa0000 + mixed(i, n) * 128, 64, "kept" };
	in->os.reserve = (struct ab_reserve_list){ r, n };
}

static struct ab_blob *blobs(struct input *in, size_t n, uint64_t base, enum ab_backing backing)
{
	static const uint8_t bytes[16];
	struct ab_blob *b = ROOM(struct ab_blob, n);

	for (size_t i = 0; i < n; i++)
		b[i] = (struct ab_blob){ .bytes = { bytes, sizeof(bytes) },
					 .base = base != 0 ? base + mixed(i, n) * 8192 : 0,
					 .name = "blob",
					 .backing = backing };
	in->os.blobs = (struct ab_blob_list){ b, n };
	return b;
}

static void blobs_at(struct input *in, size_t n)
{
	scale_pc(in);
	(void)blobs(in, n, BLOBS, AB_BACKING_RAM);
}

static void blobs_anywhere(struct input *in, size_t n)
{
	scale_pc(in);
	(void)blobs(in, n, 0, AB_BACKING_RAM);
}

/* Of any size, between reservations at the end of RAM that leave gaps of as many sizes. */
static void blobs_in_gaps(struct input *in, size_t n)
{
	static const uint8_t bytes[16 * 4096];
	struct ab_reserve *r = ROOM(struct ab_reserve, n);
	struct ab_blob *b;

	scale_pc(in);
	b = blobs(in, n, 0, AB_BACKING_RAM);
	for (size_t i = 0; i < n; i++) {
		b[i].bytes.data = bytes;
		b[i].bytes.size = 1 + mixed(i, n) * (sizeof(bytes) - 1) / n;
		r[i] = (struct ab_reserve){ 2 * AB_GiB - (i + 1) * 0x20000,
					    0x20000 - 4096 * (1 + mixed(i, n) % 16), "kept" };
	}
	in->os.reserve = (struct ab_reserve_list){ r, n };
}

static void roms(struct input *in, size_t n)
{
	scale_pc(in);
	(void)blobs(in, n, 0xc0000000, AB_BACKING_ROM);
}

/* ROMs, and as many devices that they must not overlap. */
static void roms_devices(struct input *in, size_t n)
{
	devices_shuffled(in, n);
	(void)blobs(in, n, 0xc0000000, AB_BACKING_ROM);
}

static void initrds(struct input *in, size_t n)
{
	static const uint8_t bytes[5];
	struct ab_bytes *b = ROOM(struct ab_bytes, n);

	scale_pc(in);
	for (size_t i = 0; i < n; i++)
		b[i] = (struct ab_bytes){ bytes, sizeof(bytes) };
	in->os.initrds = (struct ab_bytes_list){ b, n };
}

static void setup_data(struct input *in, size_t n)
{
	static const uint8_t bytes[5];
	struct ab_setup_data *s = ROOM(struct ab_setup_data, n);

	scale_pc(in);
	for (size_t i = 0; i < n; i++)
		s[i] = (struct ab_setup_data){ 0x1000, false, { bytes, sizeof(bytes) } };
	in->os.setup_data = (struct ab_setup_data_list){ s, n };
}

static void acpi_tables(struct input *in, size_t n)
{
	static uint8_t table[36] = { 'O', 'E', 'M', '1', 36 };
	struct ab_bytes *b = ROOM(struct ab_bytes, n);

	scale_pc(in);
	table[9] = 0;
	table[9] = (uint8_t)(0U - ab_sum8(table, sizeof(table)));
	for (size_t i = 0; i < n; i++)
		b[i] = (struct ab_bytes){ table, sizeof(table) };
	in->m.acpi.tables = (struct ab_bytes_list){ b, n };
}

/* Tables, and as many regions, among which what they refer to is found. */
static void acpi_tables_blobs(struct input *in, size_t n)
{
	acpi_tables(in, n);
	(void)blobs(in, n, BLOBS, AB_BACKING_RAM);
}

static void command_line(struct input *in, size_t n)
{
	char *line = ROOM(char, n + 1);

	scale_pc(in);
	for (size_t i = 0; i < n; i++)
		line[i] = i % 8 == 7 ? ' ' : 'x';
	in->os.cmdline = line;
}

/* All at once, so that products of two lists show. */
static void everything(struct input *in, size_t n)
{
	struct ab_dev *d = devs(in, n + n / 16);

	scale_pc(in);
	ram(in, n, 16);
	in->m.n_cpus = (uint32_t)n;
	for (size_t i = 0; i < n; i++) {
		d[i] = virtio(mixed(i, n), 16);
		d[i].node = (uint32_t)i % 16;
	}
	for (size_t i = 0; i < n / 16; i++) {
		d[n + i] = bridge(i);
		d[n + i].node = (uint32_t)i % 16;
	}
	(void)blobs(in, n / 4, BLOBS, AB_BACKING_RAM);
}

const struct list scale_x86[] = {
	{ "x86: CPUs", 256, cpus, NULL },
	{ "x86: CPUs, ids shuffled", 2048, cpus_shuffled, NULL },
	{ "x86: CPUs, ids strewn over 32 bits", 2048, cpus_strewn, NULL },
	{ "x86: CPUs on 64 nodes", 512, cpus_on_nodes, NULL },
	{ "x86: matrix of NUMA nodes", 4096, nodes, NULL },
	{ "x86: distances, shuffled", 8192, distances, check },
	{ "x86: ranges of RAM", 512, ram_ranges, NULL },
	{ "x86: devices", 1024, devices, NULL },
	{ "x86: devices, shuffled", 1024, devices_shuffled, NULL },
	{ "x86: devices with uids", 1024, devices_uids, NULL },
	{ "x86: devices with uids, shuffled", 1024, devices_uids_shuffled, NULL },
	{ "x86: devices, MP table", 1024, devices_mp, NULL },
	{ "x86: UARTs", 1024, uarts, NULL },
	{ "x86: bridges", 256, bridges, NULL },
	{ "x86: bridges, MP table", 16, bridges_mp, NULL },
	{ "x86: bridges' slots and windows", 1024, bridges_lists, NULL },
	{ "x86: a bridge's slots, MP table", 64, routes_mp, NULL },
	{ "x86: devices of the VMM's own", 1024, devices_other, NULL },
	{ "x86: memory that may be added", 256, hotplug, NULL },
	{ "x86: OEM strings", 64, oem_strings, NULL },
	{ "x86: bridges of one segment", 128, bridges_one_segment, NULL },
	{ "x86: I/O APICs", 128, ioapics, NULL },
	{ "x86: I/O APICs and bridges, MP table", 31, ioapics_mp, NULL },
	{ "x86: reservations", 2048, reservations, NULL },
	{ "x86: reservations below 1 MiB", 1024, reservations_low, NULL },
	{ "x86: blobs with an address", 1024, blobs_at, NULL },
	{ "x86: blobs anywhere", 1024, blobs_anywhere, NULL },
	{ "x86: blobs of any size in gaps", 1024, blobs_in_gaps, NULL },
	{ "x86: ROMs", 1024, roms, NULL },
	{ "x86: ROMs and devices", 512, roms_devices, NULL },
	{ "x86: initrds", 1024, initrds, NULL },
	{ "x86: setup_data", 1024, setup_data, NULL },
	{ "x86: the caller's ACPI tables", 1024, acpi_tables, NULL },
	{ "x86: the caller's ACPI tables and blobs", 1024, acpi_tables_blobs, NULL },
	{ "x86: command line", 1000, command_line, NULL },
	{ "x86: everything", 256, everything, NULL },
};

const size_t scale_x86_n = sizeof(scale_x86) / sizeof(scale_x86[0]);
