/* SPDX-License-Identifier: BSD-2-Clause */
/* Read the facts that a hypervisor needs from the tree of its own machine, in one walk. */
#include "fdt_priv.h"

#include "../base/libc.h"
#include "../machine/gic.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* A walk, and facts for the nodes to come. */
struct reader {
	struct ab_dtb_walk w;
	struct ab_fdt_info *info;
	struct ab_bytes compatible; /* of the node that was met */
	uint32_t gic; /* phandle; 0: none */
	uint32_t irq_cells; /* #interrupt-cells of the GIC */
	uint32_t console; /* node, as the two below; 0: none */
	uint32_t cpus, reserved;
};

static const struct ab_dtb_level *here(const struct reader *r)
{
	return &r->w.level[r->w.depth];
}

static struct ab_bytes get(const struct reader *r, const char *name)
{
	return ab_dtb_prop(r->w.dtb, here(r)->node, name);
}

/* A number of one or two cells. */
static bool number(struct ab_bytes value, uint64_t *number)
{
	return (value.size == 4 || value.size == 8) &&
	       ab_dtb_number(value, 0, (uint32_t)value.size / 4, number);
}

static void add_range(struct ab_fdt_ranges *list, struct ab_range range)
{
	if (range.size == 0)
		return;
	if (list->n < list->cap)
		list->at[list->n] = range;
	list->n++;
}

/* An entry of the node's "reg"; size 0: none. */
static struct ab_range entry(const struct reader *r, size_t nth)
{
	struct ab_range range;

	return ab_dtb_reg(&r->w, nth, &range) ? range : (struct ab_range){ 0, 0 };
}

/* ---- interrupts --------------------------------------------------------------------------- */

/* INTIDs of each kind of interrupt. */
static const struct {
	uint16_t first, end;
} kinds[] = {
	[GIC_SPI] = { AB_GIC_SPI, AB_GIC_SPI_END },
	[GIC_PPI] = { AB_GIC_PPI, AB_GIC_SPI },
	[GIC_ESPI] = { AB_GIC_ESPI, AB_GIC_ESPI_END },
};

/* INTID of an interrupt <kind, number, flags>; 0: neither a PPI nor an SPI. */
static uint32_t intid(uint64_t kind, uint64_t number)
{
	if (kind >= COUNT(kinds) || number >= (uint64_t)kinds[kind].end - kinds[kind].first)
		return 0;
	return (uint32_t)number + kinds[kind].first;
}

/* INTID of the @nth interrupt of the node; 0: there is none, or the GIC is not its controller. */
static uint32_t irq(const struct reader *r, size_t nth, uint32_t *flags)
{
	struct ab_bytes b = get(r, "interrupts-extended");
	uint64_t cell[3], gic;
	size_t at;

	if (r->irq_cells < 3 || r->irq_cells > 8)
		return 0;
	if (b.data != NULL) { /* the sizes of those before it are known only for the GIC's */
		at = 1 + nth * (1 + r->irq_cells);
		for (size_t i = 0; i <= nth; i++)
			if (!ab_dtb_number(b, i * (1 + r->irq_cells), 1, &gic) || gic != r->gic)
				return 0;
	} else {
		b = get(r, "interrupts");
		at = nth * r->irq_cells;
		if (here(r)->interrupt_parent != 0 && here(r)->interrupt_parent != r->gic)
			return 0;
	}
	if (b.size / 4 < at + r->irq_cells)
		return 0;
	for (size_t i = 0; i < 3; i++)
		(void)ab_dtb_number(b, at + i, 1, &cell[i]);
	*flags = (uint32_t)cell[2];
	return intid(cell[0], cell[1]);
}

static struct ab_fdt_dev dev(const struct reader *r)
{
	struct ab_fdt_dev d = { .reg = entry(r, 0) };

	d.intid = irq(r, 0, &d.irq_flags);
	return d;
}

/* ---- devices ------------------------------------------------------------------------------ */

static const struct {
	const char *compatible;
	uint32_t version;
} gics[] = {
	{ "arm,gic-v3", 3 },        { "arm,gic-400", 2 },    { "arm,cortex-a15-gic", 2 },
	{ "arm,cortex-a7-gic", 2 }, { "qcom,msm-qgic2", 2 },
};

/* Version of the GIC that the node describes; 0: it describes no known GIC. */
static uint32_t gic_version(struct ab_bytes compatible)
{
	for (size_t i = 0; i < COUNT(gics); i++)
		if (ab_dtb_has_string(compatible, gics[i].compatible))
			return gics[i].version;
	return 0;
}

/* Read the redistributor regions of a GICv3. Returns their number. */
static size_t redistributors(struct reader *r)
{
	size_t regions = ab_dtb_u32(r->w.dtb, here(r)->node, "#redistributor-regions", 1), n = 0;
	struct ab_fdt_info *i = r->info;
	uint64_t stride = 0, fit;

	(void)number(get(r, "redistributor-stride"), &stride);
	i->redist_stride = stride != 0 && stride % 0x10000 == 0 ? stride : AB_GICV3_REDIST_SIZE;
	for (; n < regions && n + 1 < ab_dtb_n_regs(&r->w); n++) {
		struct ab_range region = entry(r, n + 1);

		add_range(&i->redist, region);
		fit = region.size / i->redist_stride;
		i->n_redists +=
		    fit < UINT32_MAX - i->n_redists ? (uint32_t)fit : UINT32_MAX - i->n_redists;
	}
	return n;
}

static void gic(struct reader *r, uint32_t version)
{
	struct ab_fdt_info *i = r->info;
	uint32_t flags;
	size_t at;

	if (i->gic_version != 0)
		return;
	i->gic_version = version;
	i->gic_dist = entry(r, 0);
	at = 1 + (version == 3 ? redistributors(r) : 0);
	i->gic_cpu = entry(r, at);
	i->gic_hyp = entry(r, at + 1);
	i->gic_vcpu = entry(r, at + 2);
	i->maintenance = irq(r, 0, &flags);
}

static void its(struct reader *r)
{
	if (r->info->its.size == 0)
		r->info->its = entry(r, 0);
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

	r->info->psci = ab_dtb_has_string(method, "smc") || ab_dtb_has_string(method, "hvc");
	r->info->conduit = ab_dtb_has_string(method, "smc") ? AB_CONDUIT_SMC : AB_CONDUIT_HVC;
}

static void rtc(struct reader *r)
{
	if (r->info->rtc.reg.size == 0)
		r->info->rtc = dev(r);
}

static void virtio(struct reader *r)
{
	struct ab_fdt_devs *list = &r->info->virtio;

	if (entry(r, 0).size == 0)
		return;
	if (list->n < list->cap)
		list->at[list->n] = dev(r);
	list->n++;
}

static const struct {
	const char *compatible;
	void (*read)(struct reader *r);
} devices[] = {
	{ "arm,gic-v3-its", its }, { "arm,armv8-timer", timer }, { "arm,psci-1.0", psci },
	{ "arm,psci-0.2", psci },  { "arm,pl031", rtc },         { "virtio,mmio", virtio },
};

static const struct {
	const char *compatible;
	enum ab_dev_type type;
} uarts[] = {
	{ "arm,sbsa-uart", AB_DEV_UART_SBSA }, /* first, because "arm,pl011" may follow it */
	{ "arm,pl011", AB_DEV_UART_PL011 },
	{ "ns16550a", AB_DEV_UART_16550 },
	{ "ns16550", AB_DEV_UART_16550 },
	{ "snps,dw-apb-uart", AB_DEV_UART_16550 }, /* as in Linux, drivers/tty/serial/8250 */
	{ "nvidia,tegra20-uart", AB_DEV_UART_16550 },
};

/* Read how a 16550's registers are accessed. Returns false if the values make no sense. */
static bool registers(const struct reader *r, uint32_t *shift, uint32_t *width)
{
	*shift = ab_dtb_u32(r->w.dtb, here(r)->node, "reg-shift", 0);
	*width = ab_dtb_u32(r->w.dtb, here(r)->node, "reg-io-width", 1);
	return *shift <= 8 && (*width == 1 || *width == 2 || *width == 4);
}

static void uart(struct reader *r)
{
	struct ab_fdt_info *info = r->info;
	enum ab_dev_type type = (enum ab_dev_type)0;
	uint32_t shift = 0, width = 0;

	for (size_t i = 0; i < COUNT(uarts) && type == 0; i++)
		if (ab_dtb_has_string(r->compatible, uarts[i].compatible))
			type = uarts[i].type;
	if (type == 0 || (type == AB_DEV_UART_16550 && !registers(r, &shift, &width)))
		return;
	info->uart_type = type;
	info->uart = dev(r);
	info->uart_shift = shift;
	info->uart_width = width;
}

static void device(struct reader *r)
{
	uint32_t version = gic_version(r->compatible);

	if (here(r)->node == r->console)
		uart(r);
	if (version != 0) {
		gic(r, version);
		return;
	}
	for (size_t i = 0; i < COUNT(devices); i++)
		if (ab_dtb_has_string(r->compatible, devices[i].compatible)) {
			devices[i].read(r);
			return;
		}
}

/* ---- other nodes -------------------------------------------------------------------------- */

static void memory(const struct reader *r, struct ab_fdt_ranges *list)
{
	for (size_t i = 0; i < ab_dtb_n_regs(&r->w); i++)
		add_range(list, entry(r, i));
}

static void cpu(const struct reader *r)
{
	struct ab_fdt_cpus *list = &r->info->cpus;
	uint32_t cells = here(r)[-1].address_cells;
	struct ab_fdt_cpu c;

	if (cells == 0 || !ab_dtb_number(r->w.reg, 0, cells, &c.mpidr))
		return;
	c.mpidr &= AB_MPIDR_AFFINITY;
	c.psci = ab_dtb_has_string(get(r, "enable-method"), "psci");
	c.okay = here(r)->okay;
	if (list->n < list->cap)
		list->at[list->n] = c;
	list->n++;
}

static void node(struct reader *r)
{
	const struct ab_dtb_level *n = here(r);
	struct ab_bytes type = get(r, "device_type");

	r->compatible = get(r, "compatible");
	if (r->w.depth == 1 && n->okay && ab_dtb_has_string(type, "memory"))
		memory(r, &r->info->memory);
	else if (r->w.depth == 2 && n[-1].node == r->cpus && ab_dtb_has_string(type, "cpu"))
		cpu(r);
	else if (r->w.depth == 2 && n[-1].node == r->reserved && n->okay)
		memory(r, &r->info->reserved);
	else if (n->okay)
		device(r);
}

/* ---- facts that need no walk, or that the walk needs -------------------------------------- */

/* Read /chosen. Returns the node of stdout-path; 0: none. */
static uint32_t chosen(const struct ab_dtb *dtb, struct ab_fdt_info *i)
{
	uint32_t node = ab_dtb_child(dtb, dtb->root, "chosen");
	const char *console;
	uint64_t from, to;
	struct ab_bytes b;

	if (number(ab_dtb_prop(dtb, node, "linux,initrd-start"), &from) &&
	    number(ab_dtb_prop(dtb, node, "linux,initrd-end"), &to))
		i->initrd = (struct ab_range){ from, to > from ? to - from : 0 };
	b = ab_dtb_prop(dtb, node, "bootargs");
	if (b.size != 0 && ((const char *)b.data)[b.size - 1] == '\0')
		i->bootargs = (struct ab_bytes){ b.data, b.size - 1 };
	i->rng_seed = ab_dtb_prop(dtb, node, "rng-seed");
	b = ab_dtb_prop(dtb, node, "kaslr-seed");
	if (b.size == 8)
		(void)ab_dtb_number(b, 0, 2, &i->kaslr_seed);
	console = ab_dtb_string(ab_dtb_prop(dtb, node, "stdout-path"), 0);
	return console != NULL ? ab_dtb_find(dtb, console) : 0;
}

static void reservations(const struct ab_dtb *dtb, struct ab_fdt_ranges *list)
{
	struct ab_range range;

	for (size_t i = 0; ab_dtb_reservation(dtb, i, &range); i++)
		add_range(list, range);
}

static void find_gic(struct reader *r)
{
	while (r->irq_cells == 0 && ab_dtb_next(&r->w))
		if (here(r)->okay && gic_version(get(r, "compatible")) != 0) {
			r->gic = ab_dtb_u32(r->w.dtb, here(r)->node, "phandle", 0);
			r->irq_cells = ab_dtb_u32(r->w.dtb, here(r)->node, "#interrupt-cells", 0);
		}
	r->w = (struct ab_dtb_walk){ .dtb = r->w.dtb };
}

static enum ab_err check_room(const struct ab_fdt_info *i, struct ab_error *why)
{
	const struct {
		const char *name;
		size_t n, cap;
	} list[] = {
		{ "fdt_info.memory", i->memory.n, i->memory.cap },
		{ "fdt_info.reserved", i->reserved.n, i->reserved.cap },
		{ "fdt_info.cpus", i->cpus.n, i->cpus.cap },
		{ "fdt_info.redist", i->redist.n, i->redist.cap },
		{ "fdt_info.virtio", i->virtio.n, i->virtio.cap },
	};

	for (size_t k = 0; k < COUNT(list); k++)
		if (list[k].n > list[k].cap)
			return ab_fail(why, AB_ERR_NOSPACE, list[k].name, list[k].n,
				       "the array must have room for as many entries");
	return AB_OK;
}

enum ab_err ab_fdt_read(struct ab_bytes tree, struct ab_fdt_info *info, struct ab_error *why)
{
	struct ab_dtb dtb;
	struct reader r = { .w = { .dtb = &dtb }, .info = info };
	enum ab_err err;

	*info = (struct ab_fdt_info){
		.memory = { info->memory.at, info->memory.cap, 0 },
		.reserved = { info->reserved.at, info->reserved.cap, 0 },
		.cpus = { info->cpus.at, info->cpus.cap, 0 },
		.redist = { info->redist.at, info->redist.cap, 0 },
		.virtio = { info->virtio.at, info->virtio.cap, 0 },
	};
	if ((err = ab_dtb_open(&dtb, tree, why)) != AB_OK)
		return err;
	r.cpus = ab_dtb_child(&dtb, dtb.root, "cpus");
	r.reserved = ab_dtb_child(&dtb, dtb.root, "reserved-memory");
	r.console = chosen(&dtb, info);
	find_gic(&r);
	reservations(&dtb, &info->reserved);
	while (ab_dtb_next(&r.w))
		node(&r);
	return check_room(info, why);
}
