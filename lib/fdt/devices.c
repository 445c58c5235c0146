/* SPDX-License-Identifier: BSD-2-Clause */
/* Devices: a row and a function for each kind, and the nodes that several devices share. */
#include "fdt_priv.h"

#include "../base/base_priv.h"
#include "../base/libc.h"
#include "../machine/machine_priv.h"

#define KEY_POWER 116 /* linux/input-event-codes.h */
#define POWER_LINE 3 /* machine.h: the button's line of the PL061 */
#define PIN_INPUTS 2 /* cells of a PL061's interrupts and lines */

static void where(struct ab_fdt *f, const struct ab_machine *m, const struct ab_dev *d)
{
	ab_fdt_reg(f, ab_dev_base(d), ab_dev_size(d));
	ab_fdt_irq_(f, m, d);
}

static void apb_clock(struct ab_fdt *f)
{
	ab_fdt_p_u32_(f, AB_P_CLOCKS, AB_FDT_PHANDLE_CLOCK);
	AB_FDT_TEXT(f, AB_P_CLOCK_NAMES, "apb_pclk");
}

static void uart_16550(struct ab_fdt *f, const struct ab_machine *m, const struct ab_dev *d)
{
	AB_FDT_OPEN_AT(f, "serial", d->base);
	AB_FDT_TEXT(f, AB_P_COMPATIBLE, "ns16550a");
	where(f, m, d);
	ab_fdt_p_u32_(f, AB_P_CLOCK_FREQUENCY, 1843200);
}

static void uart_pl011(struct ab_fdt *f, const struct ab_machine *m, const struct ab_dev *d)
{
	static const uint32_t clocks[2] = { AB_FDT_PHANDLE_CLOCK, AB_FDT_PHANDLE_CLOCK };

	AB_FDT_OPEN_AT(f, "serial", d->base);
	AB_FDT_TEXT(f, AB_P_COMPATIBLE, "arm,pl011\0arm,primecell");
	where(f, m, d);
	ab_fdt_p_cells_(f, AB_P_CLOCKS, clocks, 2);
	AB_FDT_TEXT(f, AB_P_CLOCK_NAMES, "uartclk\0apb_pclk");
}

static void uart_sbsa(struct ab_fdt *f, const struct ab_machine *m, const struct ab_dev *d)
{
	AB_FDT_OPEN_AT(f, "serial", d->base);
	AB_FDT_TEXT(f, AB_P_COMPATIBLE, "arm,sbsa-uart");
	where(f, m, d);
	ab_fdt_p_u32_(f, AB_P_CURRENT_SPEED, 115200);
}

static void rtc_pl031(struct ab_fdt *f, const struct ab_machine *m, const struct ab_dev *d)
{
	AB_FDT_OPEN_AT(f, "rtc", d->base);
	AB_FDT_TEXT(f, AB_P_COMPATIBLE, "arm,pl031\0arm,primecell");
	where(f, m, d);
	apb_clock(f);
}

static void gpio_pl061(struct ab_fdt *f, const struct ab_machine *m, const struct ab_dev *d)
{
	AB_FDT_OPEN_AT(f, "gpio", d->base);
	AB_FDT_TEXT(f, AB_P_COMPATIBLE, "arm,pl061\0arm,primecell");
	where(f, m, d);
	ab_fdt_p_bytes_(f, AB_P_GPIO_CONTROLLER, NULL, 0);
	ab_fdt_p_u32_(f, AB_P_N_GPIO_CELLS, PIN_INPUTS);
	ab_fdt_p_bytes_(f, AB_P_INTERRUPT_CONTROLLER, NULL, 0);
	ab_fdt_p_u32_(f, AB_P_N_INTERRUPT_CELLS, PIN_INPUTS);
	ab_fdt_p_u32_(f, AB_P_N_ADDRESS_CELLS, 0);
	ab_fdt_p_u32_(f, AB_P_PHANDLE, AB_FDT_PHANDLE_GPIO);
	apb_clock(f);
}

static void virtio_mmio(struct ab_fdt *f, const struct ab_machine *m, const struct ab_dev *d)
{
	AB_FDT_OPEN_AT(f, "virtio", d->base);
	AB_FDT_TEXT(f, AB_P_COMPATIBLE, "virtio,mmio");
	where(f, m, d);
	ab_fdt_p_bytes_(f, AB_P_DMA_COHERENT, NULL, 0);
	if (f->nodes > 1)
		ab_fdt_p_u32_(f, AB_P_NUMA_NODE_ID, d->node);
}

#ifndef AB_SMALL
static void smmuv3(struct ab_fdt *f, const struct ab_machine *m, const struct ab_dev *d)
{
	uint32_t cell[9], irq = ab_dev_irq(d), flags = ab_fdt_irq_flags_(m, d);

	ab_fdt_intid_(m, irq, flags, cell);
	ab_fdt_intid_(m, irq + 2, flags, cell + 3);
	ab_fdt_intid_(m, irq + 1, flags, cell + 6);
	AB_FDT_OPEN_AT(f, "iommu", d->base);
	AB_FDT_TEXT(f, AB_P_COMPATIBLE, "arm,smmu-v3");
	ab_fdt_reg(f, d->base, ab_dev_size(d));
	ab_fdt_p_cells_(f, AB_P_INTERRUPTS, cell, 9);
	AB_FDT_TEXT(f, AB_P_INTERRUPT_NAMES, "eventq\0gerror\0cmdq-sync");
	ab_fdt_p_u32_(f, AB_P_N_IOMMU_CELLS, 1);
	ab_fdt_p_bytes_(f, AB_P_DMA_COHERENT, NULL, 0);
	ab_fdt_p_u32_(f, AB_P_PHANDLE, AB_FDT_PHANDLE_SMMU + f->nth);
}
#endif

static void vmgenid(struct ab_fdt *f, const struct ab_machine *m, const struct ab_dev *d)
{
	AB_FDT_OPEN_AT(f, "rng", d->base);
	AB_FDT_TEXT(f, AB_P_COMPATIBLE, "microsoft,vmgenid");
	where(f, m, d);
}

/* Kinds of devices, in the order of their nodes' names: a new one is a row here, and a function. */
static const struct {
	enum ab_dev_type type;
	bool clocked; /* it is a PrimeCell and takes the clock */
	const char *node; /* name of its nodes, without unit address */
	/* begin its node, with all properties that only this kind has */
	void (*put)(struct ab_fdt *f, const struct ab_machine *m, const struct ab_dev *d);
} kinds[] = {
	{ AB_DEV_GPIO_PL061, true, "gpio", gpio_pl061 },
#ifndef AB_SMALL
	{ AB_DEV_SMMUV3, false, "iommu", smmuv3 },
	{ AB_DEV_PCIE_ECAM, false, "pcie", ab_fdt_pcie_ },
#endif
	{ AB_DEV_VMGENID, false, "rng", vmgenid },
	{ AB_DEV_RTC_PL031, true, "rtc", rtc_pl031 },
	{ AB_DEV_UART_16550, false, "serial", uart_16550 },
	{ AB_DEV_UART_PL011, true, "serial", uart_pl011 },
	{ AB_DEV_UART_SBSA, false, "serial", uart_sbsa },
	{ AB_DEV_VIRTIO_MMIO, false, "virtio", virtio_mmio },
};

#define KINDS (sizeof(kinds) / sizeof(kinds[0]))

static bool is_before(const char *a, const char *b)
{
	for (; *a != '\0' && *a == *b; a++)
		b++;
	return *a < *b;
}

/* True if a device has a node. */
static bool has_node(const struct ab_dev *d)
{
	size_t kind = 0;

	if (d->type == AB_DEV_VMBUS)
		return true;
	if (d->type == AB_DEV_VMGENID && ab_dev_irq(d) == 0) /* Linux's driver requires one */
		return false;
	while (kind < KINDS && kinds[kind].type != d->type)
		kind++;
	return kind < KINDS;
}

/* Number of the pool of a name, or f->n_pools. */
static uint32_t pool_of(const struct ab_fdt *f, const char *name)
{
	uint32_t i = 0;

	while (i < f->n_pools && !ab_fdt_same_(f->pool[i]->name, name))
		i++;
	return i;
}

void ab_fdt_check_regions_(struct ab_fdt *f, const struct ab_machine *m)
{
	for (size_t i = 0; AB_ALL_BUILT && i < m->devs.n; i++) {
		const struct ab_dev *d = &m->devs.at[i];

		if (d->memory_region != NULL &&
		    (!has_node(d) || pool_of(f, d->memory_region) == f->n_pools))
			ab_buf_fail_with_(f->out,
					  &(struct ab_error){
					      .code = AB_ERR_ARG,
					      .what = "machine.devs[]",
					      .index = i,
					      .name = d->memory_region,
					      .other = "memory_region must be the name of a pool "
						       "in payload.reserve, and the device of a "
						       "kind that may have one",
					  });
	}
}

/* End the node of a device. Binding: memory-region */
static void end(struct ab_fdt *f, const struct ab_dev *d)
{
	if (AB_ALL_BUILT && d->memory_region != NULL)
		ab_fdt_p_u32_(f, AB_P_MEMORY_REGION, f->pools + pool_of(f, d->memory_region));
	ab_fdt_end(f);
}

/* Append all devices of a kind, numbered. Bridges are counted with those behind the same SMMU; no
 * other kind needs so many counts, which take as long to clear as a device's node to write. */
static void put_kind(struct ab_fdt *f, const struct ab_machine *m, size_t kind)
{
	const struct ab_dev *d = ab_machine_next_(m, kinds[kind].type, NULL);
	uint32_t n[AB_SMMUS_MAX + 1];

	if (d != NULL)
		memset(n, 0, ab_dev_is_ecam_(d) ? sizeof(n) : sizeof(n[0]));
	for (; d != NULL; d = ab_machine_next_(m, kinds[kind].type, d)) {
		f->nth = n[ab_dev_is_ecam_(d) ? d->pcie.smmu : 0]++;
		if (!has_node(d))
			continue;
		kinds[kind].put(f, m, d);
		end(f, d);
	}
}

size_t ab_fdt_devs_(struct ab_fdt *f, const struct ab_machine *m, size_t kind, const char *before)
{
	for (; kind < KINDS && (before == NULL || is_before(kinds[kind].node, before)); kind++)
		put_kind(f, m, kind);
	return kind;
}

/* ---- nodes that several devices share ----------------------------------------------------- */

bool ab_fdt_has_clock_(const struct ab_machine *m)
{
	for (size_t kind = 0; kind < KINDS; kind++)
		if (kinds[kind].clocked && ab_machine_dev(m, kinds[kind].type, 0) != NULL)
			return true;
	return false;
}

/* The clock of the PrimeCells. */
void ab_fdt_clock_(struct ab_fdt *f, const struct ab_machine *m)
{
	if (!ab_fdt_has_clock_(m))
		return;
	AB_FDT_OPEN(f, "apb-pclk");
	AB_FDT_TEXT(f, AB_P_COMPATIBLE, "fixed-clock");
	ab_fdt_p_u32_(f, AB_P_N_CLOCK_CELLS, 0);
	ab_fdt_p_u32_(f, AB_P_CLOCK_FREQUENCY, 24000000);
	AB_FDT_TEXT(f, AB_P_CLOCK_OUTPUT_NAMES, "apb_pclk");
	ab_fdt_p_u32_(f, AB_P_PHANDLE, AB_FDT_PHANDLE_CLOCK);
	ab_fdt_end(f);
}

/* The power button. */
void ab_fdt_keys_(struct ab_fdt *f, const struct ab_machine *m)
{
	static const uint32_t line[3] = { AB_FDT_PHANDLE_GPIO, POWER_LINE, 0 /* active high */ };

	if (ab_machine_dev(m, AB_DEV_GPIO_PL061, 0) == NULL)
		return;
	AB_FDT_OPEN(f, "gpio-keys");
	AB_FDT_TEXT(f, AB_P_COMPATIBLE, "gpio-keys");
	AB_FDT_OPEN(f, "power-button");
	AB_FDT_TEXT(f, AB_P_LABEL, "Power Button");
	ab_fdt_p_u32_(f, AB_P_LINUX_CODE, KEY_POWER);
	ab_fdt_p_cells_(f, AB_P_GPIOS, line, 3);
	ab_fdt_end(f);
	ab_fdt_end(f);
}

/* "ranges" of all windows, each at its own address: <child (2), parent (2), size (2)>. */
static void window_ranges(struct ab_fdt *f, const struct ab_machine *m)
{
	const struct ab_dev *w = NULL;
	uint8_t *p;
	size_t n = 0;

	while ((w = ab_machine_next_(m, AB_DEV_WINDOW, w)) != NULL)
		n++;
	p = ab_fdt_p_(f, AB_P_RANGES, 24 * n);
	while (p != NULL && (w = ab_machine_next_(m, AB_DEV_WINDOW, w)) != NULL) {
		const uint64_t v[3] = { w->base, w->base, w->size };

		p = ab_fdt_be64s_(p, v, 3);
	}
}

static void bus_cells(struct ab_fdt *f, const struct ab_machine *m)
{
	ab_fdt_p_u32_(f, AB_P_N_ADDRESS_CELLS, 2);
	ab_fdt_p_u32_(f, AB_P_N_SIZE_CELLS, 2);
	window_ranges(f, m);
}

/* Append a bus with the memory windows, and in it the VMBus, which gets all of them. */
void ab_fdt_bus_(struct ab_fdt *f, const struct ab_machine *m)
{
	const struct ab_dev *w = ab_machine_dev(m, AB_DEV_WINDOW, 0);
	const struct ab_dev *v = ab_machine_dev(m, AB_DEV_VMBUS, 0);

	if (w != NULL) {
		AB_FDT_OPEN_AT(f, "bus", w->base);
		AB_FDT_TEXT(f, AB_P_COMPATIBLE, "simple-bus");
		bus_cells(f, m);
	}
	if (v != NULL) {
		if (w != NULL)
			AB_FDT_OPEN_AT(f, "vmbus", w->base);
		else
			AB_FDT_OPEN(f, "vmbus");
		AB_FDT_TEXT(f, AB_P_COMPATIBLE, "microsoft,vmbus");
		bus_cells(f, m);
		ab_fdt_p_bytes_(f, AB_P_DMA_COHERENT, NULL, 0);
		ab_fdt_irq_(f, m, v);
		end(f, v);
	}
	if (w != NULL)
		ab_fdt_end(f);
}
