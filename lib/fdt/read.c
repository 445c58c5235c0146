/* SPDX-License-Identifier: BSD-2-Clause */
/* What a hypervisor asks the tree of its own machine, in one walk. */
#include "view.h"

#include "fdt_priv.h"

#include "../base/libc.h"
#include "../machine/gic.h"

/* Entries of a bus's ranges that are looked at, once for each address below: more would make time
 * the square of a tree's size. */
#define RANGES_MAX 256

/* What a walk knows beside the walk. */
struct reader {
	struct ab_fdt_walk w;
	struct ab_fdt_info *info;
	uint32_t gic; /* phandle; 0: none */
	uint32_t irq_cells; /* of an interrupt of the GIC's */
	uint32_t console; /* ab_fdt_open_node.at of stdout-path; 0: none */
};

static const struct ab_fdt_open_node *here(const struct reader *r)
{
	return &r->w.node[r->w.depth];
}

static struct ab_bytes get(const struct reader *r, const char *name)
{
	return ab_fdt_get_(r->w.v, here(r), name);
}

static bool is(const struct reader *r, const char *compatible)
{
	return ab_fdt_has_(get(r, "compatible"), compatible);
}

static void add_range(struct ab_fdt_ranges *list, struct ab_range range)
{
	if (range.size == 0)
		return;
	if (list->n < list->cap)
		list->at[list->n] = range;
	list->n++;
}

/* ---- addresses ------------------------------------------------------------------------------ */

/* One bus up: from the addresses of node[level]'s children to those of its siblings. */
static bool up(const struct reader *r, uint32_t level, struct ab_range *range)
{
	const struct ab_fdt_open_node *bus = &r->w.node[level];
	uint32_t ac = bus->addr_cells, pc = bus[-1].addr_cells, sc = bus->size_cells;
	size_t step = 4 * ((size_t)ac + pc + sc);
	const uint8_t *p = bus->ranges.data;

	if (p == NULL)
		return false;
	if (bus->ranges.size == 0)
		return true;
	if (ac > 2 || pc > 2 || sc > 2 || step == 0)
		return false;
	for (size_t i = 0; i < RANGES_MAX && i < bus->ranges.size / step; i++, p += step) {
		uint64_t child = ab_fdt_number_(p, ac), parent = ab_fdt_number_(p + 4 * ac, pc);
		uint64_t size = ab_fdt_number_(p + 4 * (ac + pc), sc);

		if (range->base >= child && ab_within(range->base - child, range->size, size)) {
			range->base = parent + (range->base - child);
			return true;
		}
	}
	return false;
}

/* The @nth entry of @b, the node's reg, as the CPU sees it; size 0: none. */
static struct ab_range entry(const struct reader *r, struct ab_bytes b, size_t nth)
{
	const struct ab_range none = { 0, 0 };
	struct ab_range range;
	const struct ab_fdt_open_node *n = here(r);
	uint32_t ac, sc;
	size_t step;

	if (r->w.depth == 0)
		return none;
	ac = n[-1].addr_cells;
	sc = n[-1].size_cells;
	step = 4 * ((size_t)ac + sc);
	if (ac == 0 || ac > 2 || sc == 0 || sc > 2 || nth >= b.size / step)
		return none;
	range.base = ab_fdt_number_((const uint8_t *)b.data + nth * step, ac);
	range.size = ab_fdt_number_((const uint8_t *)b.data + nth * step + 4 * ac, sc);
	for (uint32_t level = r->w.depth - 1; level != 0; level--)
		if (!up(r, level, &range))
			return none;
	return ab_range_ok(range.base, range.size) ? range : none;
}

static struct ab_range reg(const struct reader *r)
{
	return entry(r, get(r, "reg"), 0);
}

/* ---- interrupts ----------------------------------------------------------------------------- */

/* <kind, number, flags> as an INTID; 0: none. */
static uint32_t intid(const uint8_t *p)
{
	uint32_t number = ab_ld_be32(p + 4);

	if (ab_ld_be32(p) == GIC_SPI && number < AB_GIC_SPI_END - AB_GIC_SPI)
		return number + AB_GIC_SPI;
	return ab_ld_be32(p) == GIC_PPI && number < AB_GIC_SPI - AB_GIC_PPI ? number + AB_GIC_PPI
									    : 0;
}

/* The @nth interrupt of the node, where it is one of the GIC's. */
static uint32_t irq(const struct reader *r, size_t nth, uint32_t *flags)
{
	struct ab_bytes b = get(r, "interrupts-extended");
	size_t step = 4 * (size_t)r->irq_cells;
	const uint8_t *p;

	if (r->irq_cells < 3 || r->irq_cells > 8)
		return 0;
	if (b.data != NULL) { /* all before it must be the GIC's, too */
		step += 4;
		for (size_t i = 0; i <= nth; i++)
			if (i >= b.size / step ||
			    ab_ld_be32((const uint8_t *)b.data + i * step) != r->gic)
				return 0;
		p = (const uint8_t *)b.data + nth * step + 4;
	} else {
		b = get(r, "interrupts");
		if (nth >= b.size / step ||
		    (here(r)->irq_parent != 0 && here(r)->irq_parent != r->gic))
			return 0;
		p = (const uint8_t *)b.data + nth * step;
	}
	*flags = ab_ld_be32(p + 8);
	return intid(p);
}

static struct ab_fdt_dev dev(const struct reader *r)
{
	struct ab_fdt_dev d = { .reg = reg(r) };

	d.intid = irq(r, 0, &d.irq_flags);
	return d;
}

/* ---- nodes ---------------------------------------------------------------------------------- */

static void memory(struct reader *r, struct ab_fdt_ranges *list)
{
	struct ab_bytes b = get(r, "reg");

	for (size_t i = 0; i < b.size / 8; i++)
		add_range(list, entry(r, b, i));
}

static void cpu(struct reader *r)
{
	struct ab_fdt_cpus *list = &r->info->cpus;
	uint32_t cells = here(r)[-1].addr_cells;
	struct ab_bytes b = get(r, "reg");
	struct ab_fdt_cpu c;

	if (cells == 0 || cells > 2 || b.size < 4 * (size_t)cells)
		return;
	c.mpidr = ab_fdt_number_(b.data, cells) & AB_MPIDR_AFFINITY;
	c.psci = ab_fdt_has_(get(r, "enable-method"), "psci");
	c.okay = here(r)->okay;
	if (list->n < list->cap)
		list->at[list->n] = c;
	list->n++;
}

static bool is_gicv2(const struct reader *r)
{
	return is(r, "arm,cortex-a15-gic") || is(r, "arm,gic-400") || is(r, "arm,cortex-a7-gic");
}

static void gic(struct reader *r)
{
	struct ab_fdt_info *i = r->info;
	size_t regions = ab_fdt_get_u32_(r->w.v, here(r), "#redistributor-regions", 1), at = 1;
	struct ab_bytes b = get(r, "reg");
	uint32_t flags;

	if (i->gic_version != 0)
		return;
	i->gic_version = is(r, "arm,gic-v3") ? 3 : 2;
	i->gic_dist = entry(r, b, 0);
	if (i->gic_version == 3)
		for (; at <= regions && at <= b.size / 8; at++)
			add_range(&i->redist, entry(r, b, at));
	i->gic_cpu = entry(r, b, at);
	i->gic_hyp = entry(r, b, at + 1);
	i->gic_vcpu = entry(r, b, at + 2);
	i->maintenance = irq(r, 0, &flags);
}

static void timer(struct reader *r)
{
	struct ab_timer *t = &r->info->timer;
	uint32_t flags;

	*t = (struct ab_timer){ irq(r, 0, &flags), irq(r, 1, &flags), irq(r, 2, &flags),
				irq(r, 3, &flags), irq(r, 4, &flags) };
}

static void psci(struct reader *r)
{
	struct ab_bytes method = get(r, "method");

	r->info->psci = ab_fdt_has_(method, "smc") || ab_fdt_has_(method, "hvc");
	r->info->conduit = ab_fdt_has_(method, "smc") ? AB_CONDUIT_SMC : AB_CONDUIT_HVC;
}

static void uart(struct reader *r)
{
	struct ab_fdt_info *i = r->info;

	if (is(r, "arm,pl011"))
		i->uart_type = AB_DEV_UART_PL011;
	else if (is(r, "arm,sbsa-uart"))
		i->uart_type = AB_DEV_UART_SBSA;
	else if (is(r, "ns16550a") || is(r, "ns16550"))
		i->uart_type = AB_DEV_UART_16550;
	else
		return;
	i->uart = dev(r);
}

static void chosen(struct reader *r)
{
	struct ab_fdt_info *i = r->info;
	struct ab_bytes from = get(r, "linux,initrd-start"), to = get(r, "linux,initrd-end"), b;
	uint64_t end;

	if ((from.size == 4 || from.size == 8) && (to.size == 4 || to.size == 8)) {
		i->initrd.base = ab_fdt_number_(from.data, (uint32_t)from.size / 4);
		end = ab_fdt_number_(to.data, (uint32_t)to.size / 4);
		i->initrd.size = end > i->initrd.base ? end - i->initrd.base : 0;
	}
	b = get(r, "bootargs");
	if (b.size != 0 && ((const char *)b.data)[b.size - 1] == '\0')
		i->bootargs = (struct ab_bytes){ b.data, b.size - 1 };
	i->rng_seed = get(r, "rng-seed");
	b = get(r, "kaslr-seed");
	i->kaslr_seed = b.size == 8 ? ab_fdt_number_(b.data, 2) : 0;
}

static void device(struct reader *r)
{
	struct ab_fdt_devs *virtio = &r->info->virtio;

	if (here(r)->at == r->console)
		uart(r);
	if (is(r, "arm,gic-v3") || is_gicv2(r))
		gic(r);
	else if (is(r, "arm,gic-v3-its") && r->info->its.size == 0)
		r->info->its = reg(r);
	else if (is(r, "arm,armv8-timer"))
		timer(r);
	else if (is(r, "arm,psci-1.0") || is(r, "arm,psci-0.2"))
		psci(r);
	else if (is(r, "arm,pl031") && r->info->rtc.reg.size == 0)
		r->info->rtc = dev(r);
	else if (is(r, "virtio,mmio") && reg(r).size != 0) {
		if (virtio->n < virtio->cap)
			virtio->at[virtio->n] = dev(r);
		virtio->n++;
	}
}

static bool named(const struct ab_fdt_open_node *n, const char *name)
{
	size_t len = strlen(name);

	return strlen(n->name) == len && memcmp(n->name, name, len) == 0;
}

static void node(struct reader *r)
{
	const struct ab_fdt_open_node *n = here(r);
	struct ab_bytes type = get(r, "device_type");

	if (r->w.depth == 1 && named(n, "chosen"))
		chosen(r);
	else if (r->w.depth == 1 && n->okay && ab_fdt_has_(type, "memory"))
		memory(r, &r->info->memory);
	else if (r->w.depth == 2 && named(n - 1, "cpus") && ab_fdt_has_(type, "cpu"))
		cpu(r);
	else if (r->w.depth == 2 && named(n - 1, "reserved-memory") && n->okay)
		memory(r, &r->info->reserved);
	else if (n->okay)
		device(r);
}

/* ---- what must be known before -------------------------------------------------------------- */

/* A component of a path ends there. */
static bool ends(struct ab_bytes path, size_t at)
{
	const char *s = path.data;

	return at >= path.size || s[at] == '/' || s[at] == ':' || s[at] == '\0';
}

/* Behind the component of @path at @at, and the slashes that follow, where it is a node's name,
 * whole or without the unit address; else 0. */
static size_t matched(struct ab_bytes path, size_t at, const char *name)
{
	const char *s = path.data;
	size_t end = at;

	while (!ends(path, end) && s[end] == *name) {
		end++;
		name++;
	}
	if (end == at || !ends(path, end) || (*name != '\0' && *name != '@'))
		return 0;
	while (end < path.size && s[end] == '/')
		end++;
	return end;
}

/* ab_fdt_open_node.at of the node that an absolute path names; 0: none. Of several that a component
 * without a unit address names, the first one. */
static uint32_t find(const struct ab_fdt_view *v, struct ab_bytes path)
{
	struct ab_fdt_walk w = { .v = v };
	uint32_t depth = 1; /* of the node that the component at @at names */
	size_t at = 0, end;

	while (at < path.size && ((const char *)path.data)[at] == '/')
		at++;
	while (ab_fdt_walk_(&w) && (w.depth == 0 || w.depth >= depth)) {
		end = w.depth == depth ? matched(path, at, w.node[w.depth].name) : 0;
		if (end == 0)
			continue;
		at = end;
		depth++;
		if (ends(path, at))
			return w.node[w.depth].at;
	}
	return 0;
}

/* A property of a child of the root. */
static struct ab_bytes at_root(const struct ab_fdt_view *v, const char *name, const char *prop)
{
	struct ab_fdt_walk w = { .v = v };

	while (ab_fdt_walk_(&w))
		if (w.depth == 1 && named(&w.node[1], name))
			return ab_fdt_get_(v, &w.node[1], prop);
	return (struct ab_bytes){ NULL, 0 };
}

/* DTSPEC 3.6 stdout-path: a path, or an alias, and perhaps ':' with options */
static uint32_t console(const struct ab_fdt_view *v)
{
	struct ab_bytes path = at_root(v, "chosen", "stdout-path");
	char alias[32];
	size_t n;

	if (path.size == 0)
		return 0;
	if (*(const char *)path.data != '/') {
		for (n = 0; !ends(path, n); n++)
			;
		if (n >= sizeof(alias))
			return 0;
		memcpy(alias, path.data, n);
		alias[n] = '\0';
		path = at_root(v, "aliases", alias);
	}
	return path.size != 0 && *(const char *)path.data == '/' ? find(v, path) : 0;
}

static void find_gic(struct reader *r)
{
	while (r->irq_cells == 0 && ab_fdt_walk_(&r->w))
		if (here(r)->okay && (is(r, "arm,gic-v3") || is_gicv2(r))) {
			r->gic = ab_fdt_get_u32_(r->w.v, here(r), "phandle", 0);
			r->irq_cells = ab_fdt_get_u32_(r->w.v, here(r), "#interrupt-cells", 0);
		}
	r->w = (struct ab_fdt_walk){ .v = r->w.v };
}

static void reservations(const struct ab_fdt_view *v, struct ab_fdt_ranges *list)
{
	for (uint32_t i = 0; i < v->rsv_n; i++) {
		const uint8_t *p = v->tree + v->rsv + 16 * (size_t)i;

		add_range(list,
			  (struct ab_range){ ab_fdt_number_(p, 2), ab_fdt_number_(p + 8, 2) });
	}
}

static enum ab_err check_room(const struct ab_fdt_info *i, struct ab_error *why)
{
	const struct {
		const char *name;
		size_t n, cap;
	} list[] = {
		{ "info.memory", i->memory.n, i->memory.cap },
		{ "info.reserved", i->reserved.n, i->reserved.cap },
		{ "info.cpus", i->cpus.n, i->cpus.cap },
		{ "info.redist", i->redist.n, i->redist.cap },
		{ "info.virtio", i->virtio.n, i->virtio.cap },
	};

	for (size_t k = 0; k < sizeof(list) / sizeof(list[0]); k++)
		if (list[k].n > list[k].cap)
			return ab_fail(why, AB_ERR_NOSPACE, list[k].name, list[k].n, NULL);
	return AB_OK;
}

enum ab_err ab_fdt_read(struct ab_bytes tree, struct ab_fdt_info *info, struct ab_error *why)
{
	struct ab_fdt_view v;
	struct reader r = { .w = { .v = &v }, .info = info };
	enum ab_err err;

	*info = (struct ab_fdt_info){
		.memory = { info->memory.at, info->memory.cap, 0 },
		.reserved = { info->reserved.at, info->reserved.cap, 0 },
		.cpus = { info->cpus.at, info->cpus.cap, 0 },
		.redist = { info->redist.at, info->redist.cap, 0 },
		.virtio = { info->virtio.at, info->virtio.cap, 0 },
	};
	if ((err = ab_fdt_view_(tree, &v, why)) != AB_OK)
		return err;
	r.console = console(&v);
	find_gic(&r);
	reservations(&v, &info->reserved);
	while (ab_fdt_walk_(&r.w))
		node(&r);
	return check_room(info, why);
}
