/* SPDX-License-Identifier: BSD-2-Clause */
/* The whole tree of a machine: its root, and the order of its nodes. */
#include "fdt_priv.h"

#include "../machine/machine_priv.h"
#include "../mem/mem_priv.h"

static void root_cells(struct ab_fdt *f)
{
	ab_fdt_p_u32_(f, AB_P_N_ADDRESS_CELLS, 2);
	ab_fdt_p_u32_(f, AB_P_N_SIZE_CELLS, 2);
}

/* Guests that know PSCI 0.1 only take the functions' ids from here. PSCI, CPU_SUSPEND, CPU_OFF,
 * CPU_ON */
static void psci(struct ab_fdt *f, const struct ab_machine *m)
{
	AB_FDT_OPEN(f, "psci");
	AB_FDT_TEXT(f, AB_P_COMPATIBLE, "arm,psci-1.0\0arm,psci-0.2\0arm,psci");
	ab_fdt_p_u32_(f, AB_P_CPU_OFF, 0x84000002);
	ab_fdt_p_u32_(f, AB_P_CPU_ON, 0xc4000003);
	ab_fdt_p_u32_(f, AB_P_CPU_SUSPEND, 0xc4000001);
	ab_fdt_p_string_(f, AB_P_METHOD, m->arm64.conduit == AB_CONDUIT_SMC ? "smc" : "hvc");
	ab_fdt_end(f);
}

/* All PPIs in the order of the binding. Only CPUs with VHE have the last one. */
static void timer(struct ab_fdt *f, const struct ab_machine *m)
{
	const struct ab_timer t = ab_machine_timer(m);
	const uint32_t intid[5] = { t.secure, t.phys, t.virt, t.hyp, t.hyp_virt };
	uint32_t cell[15], n = intid[4] != 0 ? 5 : 4;

	for (uint32_t i = 0; i < n; i++)
		ab_fdt_intid_(m, intid[i], GIC_LEVEL_LOW, cell + 3 * i);
	AB_FDT_OPEN(f, "timer");
	AB_FDT_TEXT(f, AB_P_COMPATIBLE, "arm,armv8-timer");
	ab_fdt_p_cells_(f, AB_P_INTERRUPTS, cell, 3 * n);
	ab_fdt_p_bytes_(f, AB_P_ALWAYS_ON, NULL, 0);
	if (m->arm64.timer_frequency != 0)
		ab_fdt_p_u32_(f, AB_P_CLOCK_FREQUENCY, m->arm64.timer_frequency);
	ab_fdt_end(f);
}

static void pmu(struct ab_fdt *f, const struct ab_machine *m)
{
	uint32_t cell[3];

	if (m->arm64.pmu == 0)
		return;
	ab_fdt_intid_(m, m->arm64.pmu, GIC_LEVEL_HIGH, cell);
	AB_FDT_OPEN(f, "pmu");
	AB_FDT_TEXT(f, AB_P_COMPATIBLE, "arm,armv8-pmuv3");
	ab_fdt_p_cells_(f, AB_P_INTERRUPTS, cell, 3);
	ab_fdt_end(f);
}

/* Append the caller's nodes. The caller must end each node that it begins, and no other. */
static void own_nodes(struct ab_fdt *f, const struct ab_machine *m)
{
	if (m->fdt.nodes == NULL)
		return;
	m->fdt.nodes(f, m->fdt.ctx);
	if (f->depth != 1)
		ab_fdt_misuse_(f, "each node must end");
	f->depth = 1;
}

static bool check(const struct ab_fdt_chosen *c, struct ab_buf *out)
{
	if (ab_range_ok(c->initrd, c->initrd_size) && c->initrd + c->initrd_size >= c->initrd)
		return true;
	ab_buf_fail(out, AB_ERR_ARG, "fdt_chosen.initrd", c->initrd, "must end below 2^64");
	return false;
}

/* Append nodes in the order of their names. */
static void nodes(struct ab_fdt *f, const struct ab_machine *m, const struct ab_fdt_chosen *chosen,
		  const struct ab_memmap *map)
{
	size_t kind;

	ab_fdt_aliases_(f, m);
	ab_fdt_clock_(f, m); /* apb-pclk */
	ab_fdt_bus_(f, m);
	ab_fdt_put_chosen_(f, m, chosen);
	ab_fdt_distances_(f, m);
	ab_fdt_keys_(f, m); /* gpio-keys */
	kind = ab_fdt_devs_(f, m, 0, "interrupt-controller");
	ab_fdt_gic_(f, m); /* interrupt-controller */
	kind = ab_fdt_devs_(f, m, kind, "memory");
	ab_fdt_memory_(f, map);
	kind = ab_fdt_devs_(f, m, kind, "pmu");
	pmu(f, m);
	psci(f, m);
	kind = ab_fdt_devs_(f, m, kind, "reserved-memory");
	if (m->fdt.overlays.n == 0 && chosen->addons.n == 0) /* else one may have it, too */
		ab_fdt_reserved_(f);
	kind = ab_fdt_devs_(f, m, kind, "timer");
	timer(f, m);
	(void)ab_fdt_devs_(f, m, kind, NULL);
}

/* Append all that the library and the VMM say of the machine. */
static void describe(struct ab_fdt *f, const struct ab_machine *m,
		     const struct ab_fdt_chosen *chosen, const struct ab_memmap *map)
{
	struct ab_fdt_source from = { .m = m, .what = "machine.fdt.overlays[]" };
	const struct ab_fdt_extra *x = &m->fdt;
	const struct ab_dev *d = NULL;
	uint32_t cpus;

	if (x->compatible.n != 0)
		ab_fdt_strings(f, "compatible", x->compatible.at, x->compatible.n);
	else
		AB_FDT_TEXT(f, AB_P_COMPATIBLE, AB_FDT_COMPATIBLE);
	ab_fdt_p_string_(f, AB_P_MODEL, x->model != NULL ? x->model : "aetherboot");
	root_cells(f);
	ab_fdt_p_u32_(f, AB_P_INTERRUPT_PARENT, AB_FDT_PHANDLE_GIC);
	f->its = AB_FDT_PHANDLE_SMMU;
	while (AB_ALL_BUILT && (d = ab_machine_next_(m, AB_DEV_SMMUV3, d)) != NULL)
		f->its++;
	/* behind those of the ITSes, of which the first has another one */
	f->pools = f->its + (uint32_t)(m->arm64.gic.its.n != 0 ? m->arm64.gic.its.n - 1 : 0);
	cpus = f->pools + f->n_pools;
	ab_fdt_check_regions_(f, m);
	nodes(f, m, chosen, map);
	f->phandle = cpus + ab_fdt_cpus_phandles_(m) - 1;
	own_nodes(f, m);
	/* late, as linking the nodes of the caller reads all that precede them */
	ab_fdt_cpus_(f, m, cpus);
	/* only the machine's own nodes can be misused so far */
	if (f->out->error.code == AB_ERR_ARG && f->out->error.what == NULL)
		f->out->error.name = "machine.fdt.nodes";
	for (; from.index < x->overlays.n; from.index++) {
		from.tree = x->overlays.at[from.index];
		ab_fdt_merge_(f, &from);
	}
}

#ifndef AB_SMALL
/* Append the tree that describes the machine, and what only the loader knows. */
static void take(struct ab_fdt *f, const struct ab_machine *m, const struct ab_fdt_chosen *chosen,
		 const struct ab_memmap *map)
{
	ab_fdt_merge_(f,
		      &(struct ab_fdt_source){ chosen->base, NULL, true, "UKI's device tree", 0 });
	ab_fdt_put_chosen_(f, m, chosen);
	ab_fdt_memory_(f, map);
}

static void merge_addons(struct ab_fdt *f, const struct ab_machine *m,
			 const struct ab_fdt_chosen *chosen)
{
	for (size_t i = 0; i < chosen->addons.n; i++)
		if (chosen->addons.at[i].size != 0)
			ab_fdt_merge_(f, &(struct ab_fdt_source){ chosen->addons.at[i],
								  chosen->base.size == 0 ? m : NULL,
								  false, AB_FDT_ADDON, i });
}
#endif

enum ab_err ab_fdt_machine(const struct ab_machine *m, const struct ab_fdt_chosen *chosen,
			   const struct ab_memmap *map, struct ab_buf *out, struct ab_error *why)
{
	struct ab_fdt f;

	if ((ab_machine_arch_(m)->tables >> AB_TABLES_FDT & 1) == 0)
		return ab_fail(why, AB_ERR_UNSUPPORTED, "machine.arch", m->arch,
			       "must be an architecture that device trees describe: arm64");
	if (!check(chosen, out))
		return ab_buf_finish(out, "device tree", why);
	ab_fdt_begin(&f, out);
	f.spare = chosen->spare;
	f.nodes = ab_machine_nodes_(m);
	f.map = map;
	for (size_t i = 0; i < chosen->reserve.n && f.n_pools < AB_POOLS_MAX; i++)
		if (ab_reserve_is_pool_(&chosen->reserve.at[i]))
			f.pool[f.n_pools++] = &chosen->reserve.at[i];
	f.boot_cpu = (uint32_t)ab_machine_cpu_id(m, 0);
#ifndef AB_SMALL
	if (chosen->base.size != 0)
		take(&f, m, chosen, map);
	else
		describe(&f, m, chosen, map);
	merge_addons(&f, m, chosen);
#else
	describe(&f, m, chosen, map);
#endif
	ab_fdt_reserved_(&f);
	if (AB_ALL_BUILT && chosen->base.size == 0)
		ab_fdt_props_(&f, &m->fdt.props);
	return ab_fdt_finish(&f, why);
}

enum ab_err ab_fdt_stub(const struct ab_fdt_chosen *chosen, struct ab_buf *out,
			struct ab_error *why)
{
	struct ab_fdt f;

	if (!check(chosen, out))
		return ab_buf_finish(out, "device tree", why);
	ab_fdt_begin(&f, out);
	f.spare = chosen->spare;
	root_cells(&f);
	ab_fdt_put_chosen_(&f, NULL, chosen);
	return ab_fdt_finish(&f, why);
}
