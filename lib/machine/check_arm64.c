/* SPDX-License-Identifier: BSD-2-Clause */
/* Validation of the arm64 part of a machine: GIC, timers, reserved memory. */
#include "check.h"
#include "gic.h"

#define RULE_4K "must be a multiple of 0x1000"
#define RULE_64K "must be a multiple of 0x10000"

/* ---- interrupt controller ----------------------------------------------------------------- */

static enum ab_err check_v2(const struct ab_machine *m, struct ab_error *why)
{
	static const char none[] = "must be 0 with a GICv2";
	const struct ab_gic *g = &m->arm64.gic;

	if (m->n_cpus > AB_GICV2_CPUS)
		return ab_bad_(why, "machine.n_cpus", m->n_cpus, "must be 1 to 8 with a GICv2");
	if (g->cpu == 0 || !ab_is_aligned(g->cpu, 4096))
		return ab_bad_(why, "machine.arm64.gic.cpu", g->cpu,
			       RULE_4K " with a GICv2, and not 0");
	if (g->redist.n != 0)
		return ab_bad_(why, "machine.arm64.gic.redist.n", g->redist.n, none);
	if (g->its.n != 0)
		return ab_bad_(why, "machine.arm64.gic.its.n", g->its.n, none);
	return AB_OK;
}

static enum ab_err check_v3(const struct ab_machine *m, struct ab_error *why)
{
	const struct ab_gic *g = &m->arm64.gic;
	uint64_t frames = 0;

	if (g->cpu != 0)
		return ab_bad_(why, "machine.arm64.gic.cpu", g->cpu, "must be 0 with a GICv3");
	for (size_t i = 0; i < g->its.n; i++)
		if (g->its.at[i].base == 0 || !ab_is_aligned(g->its.at[i].base, 0x10000))
			return ab_bad_at_(why, "machine.arm64.gic.its[].base", i, g->its.at[i].base,
					  RULE_64K ", and not 0");
	for (size_t i = 0; i < g->redist.n; i++) {
		const struct ab_range *r = &g->redist.at[i];

		if (!ab_is_aligned(r->base, 0x10000))
			return ab_bad_at_(why, "machine.arm64.gic.redist[].base", i, r->base,
					  RULE_64K);
		if (r->size == 0 || r->size % AB_GICV3_REDIST_SIZE != 0)
			return ab_bad_at_(why, "machine.arm64.gic.redist[].size", i, r->size,
					  "must be a multiple of 131072, and not 0");
		frames += r->size / AB_GICV3_REDIST_SIZE;
	}
	if (frames < m->n_cpus)
		return ab_bad_(why, "machine.n_cpus", m->n_cpus,
			       "must be at most the number of redistributors: "
			       "machine.arm64.gic.redist needs 131072 bytes for each CPU");
	return AB_OK;
}

/* The MSI frame of a GICv2m. */
static enum ab_err check_v2m(const struct ab_gic *g, struct ab_error *why)
{
	if (g->v2m == 0 && (g->v2m_spi != 0 || g->v2m_spis != 0))
		return ab_bad_(why, "machine.arm64.gic.v2m", 0,
			       "must not be 0 with v2m_spi or v2m_spis");
	if (g->v2m == 0)
		return AB_OK;
	if (!ab_is_aligned(g->v2m, 4096))
		return ab_bad_(why, "machine.arm64.gic.v2m", g->v2m, RULE_4K);
	if (g->v2m_spi < AB_GIC_SPI || g->v2m_spi >= AB_GIC_SPI_END)
		return ab_bad_(why, "machine.arm64.gic.v2m_spi", g->v2m_spi, AB_RULE_SPI);
	if (g->v2m_spis == 0 || !ab_within(g->v2m_spi, g->v2m_spis, AB_GIC_SPI_END))
		return ab_bad_(why, "machine.arm64.gic.v2m_spis", g->v2m_spis,
			       "must be at least 1, and v2m_spi + v2m_spis at most 1020");
	if (g->its.n != 0)
		return ab_bad_(why, "machine.arm64.gic.v2m", g->v2m,
			       "must be 0 with an ITS, as only one of them can receive the MSIs");
	return AB_OK;
}

static enum ab_err check_gic(const struct ab_machine *m, struct ab_error *why)
{
	const struct ab_gic *g = &m->arm64.gic;
	const bool v2 = g->version == 2;
	enum ab_err err;

	if (g->version != 0 && g->version != 2 && g->version != 3)
		return ab_bad_(why, "machine.arm64.gic.version", g->version, "must be 2, 3, or 0");
	if (g->dist == 0 || !ab_is_aligned(g->dist, v2 ? 4096 : 0x10000))
		return ab_bad_(why, "machine.arm64.gic.dist", g->dist,
			       v2 ? RULE_4K ", and not 0" : RULE_64K ", and not 0");
	if ((err = check_v2m(g, why)))
		return err;
	return v2 ? check_v2(m, why) : check_v3(m, why);
}

/* ---- private interrupts ------------------------------------------------------------------- */

/* Check that each PPI has one purpose. */
static enum ab_err check_ppis(const struct ab_machine *m, struct ab_error *why)
{
	const struct ab_dev *vmbus = ab_machine_dev(m, AB_DEV_VMBUS, 0);
	const struct ab_timer t = ab_machine_timer(m);
	const struct {
		const char *what;
		uint32_t intid;
	} ppi[] = {
		{ "machine.arm64.timer.secure", t.secure },
		{ "machine.arm64.timer.phys", t.phys },
		{ "machine.arm64.timer.virt", t.virt },
		{ "machine.arm64.timer.hyp", t.hyp },
		{ "machine.arm64.timer.hyp_virt", t.hyp_virt },
		{ "machine.arm64.pmu", m->arm64.pmu },
		{ "machine.arm64.gic.maintenance", m->arm64.gic.maintenance },
		{ "machine.devs[].irq", vmbus != NULL ? ab_dev_irq(vmbus) : 0 },
	};

	for (size_t i = 0; i < sizeof(ppi) / sizeof(ppi[0]); i++) {
		struct ab_error e = { .code = AB_ERR_ARG,
				      .what = ppi[i].what,
				      .value = ppi[i].intid,
				      .other = AB_RULE_PPI };

		if (vmbus != NULL && i == sizeof(ppi) / sizeof(ppi[0]) - 1) {
			e.index = (uint64_t)(vmbus - m->devs.at);
			e.name = "vmbus";
		}
		if (e.value == 0)
			continue;
		if (e.value < AB_GIC_PPI || e.value >= AB_GIC_SPI)
			return ab_fail_with_(why, &e);
		for (size_t k = 0; k < i; k++)
			if (ppi[k].intid == ppi[i].intid) {
				e.code = AB_ERR_OVERLAP;
				e.other = ppi[k].what;
				e.other_value = e.value;
				e.size = e.other_size = 1;
				return ab_fail_with_(why, &e);
			}
	}
	return AB_OK;
}

/* ---- what bridges are behind ------------------------------------------------------------- */

/* Check that the SMMU and the ITS of each bridge are there. */
static enum ab_err check_bridges(const struct ab_machine *m, struct ab_error *why)
{
	const struct ab_dev *d = NULL;
	size_t n = 0;

	while ((d = ab_machine_next_(m, AB_DEV_SMMUV3, d)) != NULL)
		n++;
	while ((d = ab_machine_next_(m, AB_DEV_PCIE_ECAM, d)) != NULL) {
		if (d->pcie.smmu > n)
			return ab_bad_dev_(why, m, d, "machine.devs[].pcie.smmu", d->pcie.smmu,
					   "must be 0, or 1 to the number of AB_DEV_SMMUV3");
		if (d->pcie.its != 0 && d->pcie.its >= m->arm64.gic.its.n)
			return ab_bad_dev_(why, m, d, "machine.devs[].pcie.its", d->pcie.its,
					   "must be 0, or below machine.arm64.gic.its.n");
	}
	return AB_OK;
}

/* ---- reserved memory regions -------------------------------------------------------------- */

static enum ab_err check_rmr(const struct ab_machine *m, size_t i, struct ab_error *why)
{
	const struct ab_rmr *r = &m->arm64.rmrs.at[i];

	if (!ab_is_aligned(r->base, 0x10000))
		return ab_bad_at_(why, "machine.arm64.rmrs[].base", i, r->base, RULE_64K);
	if (r->size == 0 || !ab_is_aligned(r->size, 0x10000))
		return ab_bad_at_(why, "machine.arm64.rmrs[].size", i, r->size,
				  "must be a multiple of 65536, and not 0");
	if (!ab_within(r->base, r->size, ab_machine_phys_end_(m)))
		return ab_bad_at_(why, "machine.arm64.rmrs[].base", i, r->base, AB_RULE_PHYS);
	return AB_OK;
}

static enum ab_err check_rmrs(const struct ab_machine *m, struct ab_error *why)
{
	enum ab_err err;

	if (m->arm64.rmrs.n != 0 && m->tables != AB_TABLES_ACPI)
		return ab_fail(
		    why, AB_ERR_UNSUPPORTED, "machine.arm64.rmrs.n", m->arm64.rmrs.n,
		    "must be 0 without AB_TABLES_ACPI, as a device tree has no nodes for "
		    "PCI functions");
	for (size_t i = 0; i < m->arm64.rmrs.n; i++)
		if ((err = check_rmr(m, i, why)))
			return err;
	return AB_OK;
}

enum ab_err ab_machine_check_arm64_(const struct ab_machine *m, struct ab_error *why)
{
	enum ab_err err;

	if ((unsigned int)m->arm64.conduit > AB_CONDUIT_SMC)
		return ab_bad_(why, "machine.arm64.conduit", m->arm64.conduit,
			       "must be AB_CONDUIT_HVC or AB_CONDUIT_SMC");
	if ((err = check_gic(m, why)) || (err = check_ppis(m, why)) ||
	    (err = ab_machine_check_caches_(m, why)))
		return err;
	if (AB_ALL_BUILT && (err = check_bridges(m, why)))
		return err;
	return AB_ALL_BUILT ? check_rmrs(m, why) : AB_OK;
}
