/* SPDX-License-Identifier: BSD-2-Clause */
/* Lists that have a maximum, up to which they are run. A payload's fixed regions are none of them:
 * each is of another kind, and costs what this kind does. */
#include "scale.h"

#include "../unit/make_uki.h"

#define PORTS UINT64_C(0x1000)

/* ---- what one bridge has ------------------------------------------------------------------ */

static struct ab_pcie *one_bridge(struct input *in)
{
	struct ab_dev *d = devs(in, 1);

	d[0] = bridge(0);
	return &d[0].pcie;
}

/* Windows that do not touch, in no order. */
static struct ab_range_list windows(size_t n, uint64_t base, uint64_t each)
{
	struct ab_range *r = ROOM(struct ab_range, n);

	for (size_t i = 0; i < n; i++)
		r[i] = (struct ab_range){ base + mixed(i, n) * 2 * each, each };
	return (struct ab_range_list){ r, n };
}

static struct ab_pci_route_list routes(size_t n, uint32_t irq)
{
	struct ab_pci_route *p = ROOM(struct ab_pci_route, n);

	for (size_t i = 0; i < n; i++)
		p[i] = (struct ab_pci_route){ (uint8_t)(mixed(i, n) / 4), mixed(i, n) % 4,
					      irq + (uint32_t)i % 8 };
	return (struct ab_pci_route_list){ p, n };
}

static void pio_x86(struct input *in, size_t n)
{
	scale_pc(in);
	one_bridge(in)->more_pio = windows(n, PORTS, 16);
}

static void mmio_x86(struct input *in, size_t n)
{
	scale_pc(in);
	one_bridge(in)->more_mmio = windows(n, BRIDGES * 3, AB_MiB);
}

static void mmio_fdt(struct input *in, size_t n)
{
	scale_virt(in, 4, AB_TABLES_FDT);
	one_bridge(in)->more_mmio = windows(n, BRIDGES * 3, AB_MiB);
}

static void mmio_acpi(struct input *in, size_t n)
{
	scale_virt(in, 4, AB_TABLES_ACPI);
	one_bridge(in)->more_mmio = windows(n, BRIDGES * 3, AB_MiB);
}

static void routes_x86(struct input *in, size_t n)
{
	scale_pc(in);
	one_bridge(in)->routes = routes(n, 16);
}

static void routes_fdt(struct input *in, size_t n)
{
	scale_virt(in, 4, AB_TABLES_FDT);
	one_bridge(in)->routes = routes(n, 48);
}

static void routes_acpi(struct input *in, size_t n)
{
	scale_virt(in, 4, AB_TABLES_ACPI);
	one_bridge(in)->routes = routes(n, 48);
}

/* ---- what CPUs and devices have ----------------------------------------------------------- */

/* One for data and one for instructions at each level, of 256 CPUs. */
static void put_caches(struct input *in, size_t n, enum ab_tables tables)
{
	struct ab_cache *c = ROOM(struct ab_cache, n);

	scale_virt(in, 256, tables);
	for (size_t i = 0; i < n; i++)
		c[i] = (struct ab_cache){ .level = (uint8_t)(1 + i / 2),
					  .type = i % 2 != 0 ? AB_CACHE_INSTRUCTION : AB_CACHE_DATA,
					  .size = 64 * AB_KiB,
					  .line = 64,
					  .ways = 4 };
	in->m.caches = (struct ab_cache_list){ c, n };
}

static void caches_fdt(struct input *in, size_t n)
{
	put_caches(in, n, AB_TABLES_FDT);
}

static void caches_acpi(struct input *in, size_t n)
{
	put_caches(in, n, AB_TABLES_ACPI);
	in->m.acpi.edition = AB_ACPI_6_5;
}

#define USERS 64

/* Of which as many devices as there are in any case name one each. */
static void pools(struct input *in, size_t n)
{
	static char names[AB_POOLS_MAX][3];
	struct ab_reserve *r = ROOM(struct ab_reserve, n);
	struct ab_dev *d = devs(in, USERS);

	scale_virt(in, 4, AB_TABLES_FDT);
	for (size_t i = 0; i < n; i++) {
		names[i][0] = (char)('a' + i / 26);
		names[i][1] = (char)('a' + i % 26);
		r[i] = (struct ab_reserve){ .base = 2 * AB_GiB + mixed(i, n) * 8192,
					    .size = 4096,
					    .name = names[i],
					    .compatible = "acme,memory" };
	}
	for (size_t i = 0; i < USERS; i++) {
		d[i] = virtio(i, 48);
		d[i].memory_region = names[n != 0 ? mixed(i, USERS) % n : 0];
	}
	in->os.reserve = (struct ab_reserve_list){ r, n };
}

/* Properties of as many CPUs. */
static void props(struct input *in, size_t n)
{
	static char paths[AB_FDT_PROPS_MAX][16];
	struct ab_fdt_prop *p = ROOM(struct ab_fdt_prop, n);

	scale_virt(in, AB_FDT_PROPS_MAX, AB_TABLES_FDT);
	for (size_t i = 0; i < n; i++) {
		const unsigned int cpu = (unsigned int)mixed(i, n);

		(void)snprintf(paths[i], sizeof(paths[i]), "/cpus/cpu@%x",
			       cpu / 16 << 8 | cpu % 16);
		p[i] = (struct ab_fdt_prop){ paths[i], "acme,rank", { "1234", 4 } };
	}
	in->m.fdt.props = (struct ab_fdt_prop_list){ p, n };
}

/* ---- what a payload has ------------------------------------------------------------------- */

static void modules(struct input *in, size_t n)
{
	static const uint8_t bytes[5000];
	struct ab_module *p = ROOM(struct ab_module, n);

	scale_pc(in);
	in->os.protocol = AB_PROTOCOL_PVH;
	for (size_t i = 0; i < n; i++)
		p[i] = (struct ab_module){ { bytes, 1 + mixed(i, n) * (sizeof(bytes) - 1) / n },
					   "module=1" };
	in->os.modules = (struct ab_module_list){ p, n };
}

static void modules_low(struct input *in, size_t n)
{
	modules(in, n);
	in->os.flags = AB_MODULES_LOW;
}

static void put_addons(struct input *in, size_t n, uint16_t machine)
{
	static const struct made_section parts[] = {
		{ ".cmdline", 4, 0x200, MAKE_UKI_HEADER },
		{ ".initrd", 0x200, 0x200, MAKE_UKI_HEADER + 0x200 },
		{ ".ucode", 0x200, 0x200, MAKE_UKI_HEADER + 0x400 },
	};
	struct ab_bytes *b = ROOM(struct ab_bytes, n);

	for (size_t i = 0; i < n; i++) {
		uint8_t *file = ROOM(uint8_t, MAKE_UKI_HEADER + 0x600);

		make_uki(file, machine, parts, COUNT(parts));
		memcpy(file + MAKE_UKI_HEADER, "a=b", 4);
		b[i] = (struct ab_bytes){ file, MAKE_UKI_HEADER + 0x600 };
	}
	in->os.addons = (struct ab_bytes_list){ b, n };
}

static void addons_x86(struct input *in, size_t n)
{
	scale_pc(in);
	put_addons(in, n, 0x8664);
}

static void addons_arm64(struct input *in, size_t n)
{
	scale_virt(in, 4, AB_TABLES_FDT);
	put_addons(in, n, 0xaa64);
}

const struct list scale_few[] = {
	{ "x86: a bridge's windows of ports", 64, pio_x86, NULL },
	{ "x86: a bridge's windows of memory", 64, mmio_x86, NULL },
	{ "arm64: a bridge's windows of memory, tree", 64, mmio_fdt, NULL },
	{ "arm64: a bridge's windows of memory, ACPI", 64, mmio_acpi, NULL },
	{ "x86: a bridge's slots", 64, routes_x86, NULL },
	{ "arm64: a bridge's slots, tree", 64, routes_fdt, NULL },
	{ "arm64: a bridge's slots, ACPI", 64, routes_acpi, NULL },
	{ "arm64: caches, tree", 7, caches_fdt, NULL },
	{ "arm64: caches, ACPI", 7, caches_acpi, NULL },
	{ "arm64: pools", 16, pools, NULL },
	{ "arm64: properties of CPUs", 32, props, NULL },
	{ "x86: modules", 16, modules, NULL },
	{ "x86: modules behind the kernel", 16, modules_low, NULL },
	{ "x86: addons", 16, addons_x86, NULL },
	{ "arm64: addons", 16, addons_arm64, NULL },
};

const size_t scale_few_n = sizeof(scale_few) / sizeof(scale_few[0]);
