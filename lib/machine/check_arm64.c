/* SPDX-License-Identifier: BSD-2-Clause */
/* Validation of what only an arm64 machine has: GIC, timers, reserved memory. */
#include "check.h"

#define INTID_PPI 16 /* IHI0069 2.2.1 */
#define INTID_SPI 32
#define INTID_SPI_END 1020
#define GICV2_CPUS 8 /* IHI0048 4.1.2: CPU interfaces */

static bool is_ppi(uint32_t intid)
{
	return intid >= INTID_PPI && intid < INTID_SPI;
}

static enum ab_err check_v2(const struct ab_machine *m, struct ab_error *why)
{
	const struct ab_gic *g = &m->arm64.gic;

	if (m->n_cpus > GICV2_CPUS)
		return ab_bad_(why, "machine.n_cpus", m->n_cpus, "a GICv2 has 8 CPU interfaces");
	if (g->cpu == 0 || !ab_is_aligned(g->cpu, 4096))
		return ab_bad_(why, "machine.arm64.gic.cpu", g->cpu,
			       "required with GICv2, page-aligned");
	if (g->redist.n != 0)
		return ab_bad_(why, "machine.arm64.gic.redist", g->redist.n, "GICv3 only");
	if (g->its != 0)
		return ab_bad_(why, "machine.arm64.gic.its", g->its, "GICv3 only");
	return AB_OK;
}

static enum ab_err check_v3(const struct ab_machine *m, struct ab_error *why)
{
	const struct ab_gic *g = &m->arm64.gic;
	uint64_t frames = 0;

	if (g->cpu != 0)
		return ab_bad_(why, "machine.arm64.gic.cpu", g->cpu, "GICv2 only");
	if (!ab_is_aligned(g->its, 0x10000))
		return ab_bad_(why, "machine.arm64.gic.its", g->its, "multiple of 64 KiB");
	for (size_t i = 0; i < g->redist.n; i++) {
		const struct ab_range *r = &g->redist.at[i];

		if (!ab_is_aligned(r->base, 0x10000))
			return ab_bad_(why, "machine.arm64.gic.redist.base", r->base,
				       "multiple of 64 KiB");
		if (r->size == 0 || r->size % AB_GICV3_REDIST_SIZE != 0)
			return ab_bad_(why, "machine.arm64.gic.redist.size", r->size,
				       "128 KiB a CPU");
		frames += r->size / AB_GICV3_REDIST_SIZE;
	}
	return frames >= m->n_cpus
		   ? AB_OK
		   : ab_bad_(why, "machine.arm64.gic.redist", frames, "fewer than n_cpus");
}

static enum ab_err check_gic(const struct ab_machine *m, struct ab_error *why)
{
	const struct ab_gic *g = &m->arm64.gic;

	if (g->version != 0 && g->version != 2 && g->version != 3)
		return ab_bad_(why, "machine.arm64.gic.version", g->version, "2 or 3");
	if (g->dist == 0 || !ab_is_aligned(g->dist, g->version == 2 ? 4096 : 0x10000))
		return ab_bad_(why, "machine.arm64.gic.dist", g->dist, "required and aligned");
	if (!ab_is_aligned(g->v2m, 4096))
		return ab_bad_(why, "machine.arm64.gic.v2m", g->v2m, "page-aligned");
	if (g->v2m != 0 && (g->v2m_spi < INTID_SPI || g->v2m_spis == 0 ||
			    !ab_within(g->v2m_spi, g->v2m_spis, INTID_SPI_END)))
		return ab_bad_(why, "machine.arm64.gic.v2m_spi", g->v2m_spi, "SPIs are 32 to 1019");
	if (g->v2m == 0 && (g->v2m_spi != 0 || g->v2m_spis != 0))
		return ab_bad_(why, "machine.arm64.gic.v2m", 0,
			       "required with v2m_spi and v2m_spis");
	if (g->v2m != 0 && g->its != 0)
		return ab_bad_(why, "machine.arm64.gic.v2m", g->v2m, "MSIs go to it or to the ITS");
	return g->version == 2 ? check_v2(m, why) : check_v3(m, why);
}

/* A PPI is a wire of its own in each CPU, and of one purpose. */
static enum ab_err check_ppis(const struct ab_machine *m, struct ab_error *why)
{
	const struct ab_dev *vmbus = ab_machine_dev(m, AB_DEV_VMBUS, 0);
	const struct ab_timer t = ab_machine_timer(m);
	const struct {
		const char *name;
		uint32_t intid;
	} ppi[] = {
		{ "machine.arm64.timer.secure", t.secure },
		{ "machine.arm64.timer.phys", t.phys },
		{ "machine.arm64.timer.virt", t.virt },
		{ "machine.arm64.timer.hyp", t.hyp },
		{ "machine.arm64.timer.hyp_virt", t.hyp_virt },
		{ "machine.arm64.pmu", m->arm64.pmu },
		{ "machine.arm64.gic.maintenance", m->arm64.gic.maintenance },
		{ "vmbus.irq", vmbus != NULL ? ab_dev_irq(vmbus) : 0 },
	};

	for (size_t i = 0; i < sizeof(ppi) / sizeof(ppi[0]); i++) {
		if (ppi[i].intid == 0)
			continue;
		if (!is_ppi(ppi[i].intid))
			return ab_bad_(why, ppi[i].name, ppi[i].intid, "a PPI, 16 to 31");
		for (size_t k = 0; k < i; k++)
			if (ppi[k].intid == ppi[i].intid)
				return ab_fail(why, AB_ERR_OVERLAP, ppi[i].name, ppi[i].intid,
					       ppi[k].name);
	}
	return AB_OK;
}

enum ab_err ab_machine_check_wires_(const struct ab_machine *m, const struct ab_dev *d,
				    struct ab_error *why)
{
	const bool bridge = d->type == AB_DEV_PCIE_ECAM;
	const char *what = bridge ? "pcie-ecam.pcie.intx" : ab_machine_kind_(d->type)->field.irq;
	uint32_t irq[AB_DEV_WIRES];

	ab_dev_wires_(d, irq);
	for (size_t k = 0; k < AB_DEV_WIRES && d->type != AB_DEV_VMBUS; k++) {
		const uint32_t told = bridge ? irq[k] : ab_dev_irq(d);

		if (irq[k] == 0)
			continue;
		if (irq[k] < INTID_SPI || irq[k] >= INTID_SPI_END)
			return ab_bad_(why, what, told, "SPIs are 32 to 1019");
		/* the frame's are messages, not wires */
		if (m->arm64.gic.v2m != 0 &&
		    ab_overlaps(irq[k], 1, m->arm64.gic.v2m_spi, m->arm64.gic.v2m_spis))
			return ab_fail(why, AB_ERR_OVERLAP, what, told,
				       "machine.arm64.gic.v2m_spi");
	}
	if (bridge && d->pcie.smmu != 0 &&
	    ab_machine_dev(m, AB_DEV_SMMUV3, d->pcie.smmu - 1U) == NULL)
		return ab_bad_(why, "pcie-ecam.pcie.smmu", d->pcie.smmu, "no such SMMU");
	return AB_OK;
}

static uint64_t rids_of(const struct ab_rmr *r)
{
	return r->n_rids != 0 ? r->n_rids : 1;
}

/* The functions of @r are behind an SMMU. */
static enum ab_err check_rids(const struct ab_machine *m, const struct ab_rmr *r,
			      struct ab_error *why)
{
	const struct ab_dev *d = ab_machine_dev(m, AB_DEV_PCIE_ECAM, r->bridge);
	uint32_t first;

	if (d == NULL)
		return ab_bad_(why, "machine.arm64.rmrs.bridge", r->bridge, "no such bridge");
	if (d->pcie.smmu == 0)
		return ab_bad_(why, "machine.arm64.rmrs.bridge", r->bridge, "has no SMMU");
	if (!d->pcie.probe_only) /* IORTE 3.1.1.5: else requester ids need not stay what they are */
		return ab_bad_(why, "machine.arm64.rmrs.bridge", r->bridge, "needs its probe_only");
	first = (uint32_t)d->pcie.bus << 8;
	if (r->rid < first ||
	    !ab_within(r->rid - first, rids_of(r), (uint64_t)ab_dev_buses_(d) << 8))
		return ab_bad_(why, "machine.arm64.rmrs.rid", r->rid, "beyond the bridge's buses");
	return AB_OK;
}

static bool is_64k(uint64_t base, uint64_t size)
{
	return size != 0 && ab_is_aligned(base, 64 * AB_KiB) && ab_is_aligned(size, 64 * AB_KiB);
}

static enum ab_err check_rmr(const struct ab_machine *m, size_t i, struct ab_error *why)
{
	const struct ab_rmr *r = &m->arm64.rmrs.at[i], *o;
	uint64_t limit = UINT64_C(1) << ab_machine_phys_bits_(m);
	enum ab_err err = check_rids(m, r, why);

	if (err != AB_OK)
		return err;
	if (!is_64k(r->base, r->size))
		return ab_bad_(why, "machine.arm64.rmrs.base", r->base,
			       "base and size: multiples of 64 KiB, size not 0");
	if (!ab_within(r->base, r->size, limit))
		return ab_bad_(why, "machine.arm64.rmrs.base", r->base, "beyond machine.phys_bits");
	for (size_t k = 0; k < m->ram.n; k++)
		if (ab_overlaps(r->base, r->size, m->ram.at[k].base, m->ram.at[k].size))
			return ab_fail(why, AB_ERR_OVERLAP, "machine.arm64.rmrs", r->base,
				       "machine.ram");
	for (o = m->arm64.rmrs.at; o < r; o++)
		if (o->bridge == r->bridge && ab_overlaps(r->rid, rids_of(r), o->rid, rids_of(o)) &&
		    ab_overlaps(r->base, r->size, o->base, o->size))
			return ab_fail(why, AB_ERR_OVERLAP, "machine.arm64.rmrs", r->base,
				       "machine.arm64.rmrs");
	return AB_OK;
}

static enum ab_err check_rmrs(const struct ab_machine *m, struct ab_error *why)
{
	enum ab_err err = AB_OK;

	if (m->arm64.rmrs.n != 0 && m->tables != AB_TABLES_ACPI)
		return ab_fail(why, AB_ERR_UNSUPPORTED, "machine.arm64.rmrs", m->arm64.rmrs.n,
			       "device trees have no nodes for functions: AB_TABLES_ACPI");
	for (size_t i = 0; i < m->arm64.rmrs.n && err == AB_OK; i++)
		err = check_rmr(m, i, why);
	return err;
}

enum ab_err ab_machine_check_arm64_(const struct ab_machine *m, struct ab_error *why)
{
	enum ab_err err;

	if (m->tables == AB_TABLES_ACPI && m->fdt.nodes != NULL)
		return ab_bad_(why, "machine.fdt.nodes", m->tables,
			       "with ACPI: a node beside /chosen makes Linux ignore ACPI");
	if (m->tables == AB_TABLES_ACPI && m->fdt.overlays.n != 0)
		return ab_bad_(why, "machine.fdt.overlays", m->fdt.overlays.n,
			       "with ACPI: a node beside /chosen makes Linux ignore ACPI");
	if ((unsigned int)m->arm64.conduit > AB_CONDUIT_SMC)
		return ab_bad_(why, "machine.arm64.conduit", m->arm64.conduit,
			       "AB_CONDUIT_HVC or AB_CONDUIT_SMC");
	if ((err = check_gic(m, why)) || (err = check_ppis(m, why)) ||
	    (err = ab_machine_check_caches_(m, why)))
		return err;
	return check_rmrs(m, why);
}
