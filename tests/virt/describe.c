/* SPDX-License-Identifier: BSD-2-Clause */
/* A machine's description as JSON, field by field: what the judge compares a guest's view with. No
 * function of the library is asked for a value, so that nothing derived can be wrong in both. */
#include "virt.h"

#include <inttypes.h>

static void range(FILE *f, const char *name, struct ab_range r)
{
	fprintf(f, "\"%s\": [%" PRIu64 ", %" PRIu64 "], ", name, r.base, r.size);
}

static void cpus(FILE *f, const struct ab_machine *m)
{
	fprintf(f, "\"n_cpus\": %" PRIu32 ",\n\"cpus\": [", m->n_cpus);
	for (size_t i = 0; i < m->cpus.n; i++)
		fprintf(f, "%s{\"id\": %" PRIu64 ", \"node\": %" PRIu32 "}", i != 0 ? ", " : "",
			m->cpus.at[i].id, m->cpus.at[i].node);
	fprintf(f,
		"],\n\"topology\": {\"threads\": %" PRIu32 ", \"cores\": %" PRIu32
		", \"dies\": %" PRIu32 "},\n\"caches\": [",
		m->topology.threads, m->topology.cores, m->topology.dies);
	for (size_t i = 0; i < m->caches.n; i++) {
		const struct ab_cache *c = &m->caches.at[i];
		static const char *const type[] = { "Unified", "Data", "Instruction" };

		fprintf(f,
			"%s{\"level\": %d, \"type\": \"%s\", \"size\": %" PRIu32
			", \"line\": %" PRIu32 ", \"ways\": %" PRIu32 ", \"cpus\": %" PRIu32 "}",
			i != 0 ? ",\n\t" : "", c->level, type[c->type], c->size, c->line, c->ways,
			c->cpus);
	}
	fprintf(f, "],\n");
}

static void memory(FILE *f, const struct ab_machine *m)
{
	fprintf(f, "\"ram\": [");
	for (size_t i = 0; i < m->ram.n; i++)
		fprintf(
		    f, "%s{\"base\": %" PRIu64 ", \"size\": %" PRIu64 ", \"node\": %" PRIu32 "}",
		    i != 0 ? ", " : "", m->ram.at[i].base, m->ram.at[i].size, m->ram.at[i].node);
	fprintf(f, "],\n\"distances\": [");
	for (size_t i = 0; i < m->distances.n; i++)
		fprintf(f, "%s[%" PRIu32 ", %" PRIu32 ", %d]", i != 0 ? ", " : "",
			m->distances.at[i].from, m->distances.at[i].to, m->distances.at[i].value);
	fprintf(f, "],\n");
}

static void interrupts(FILE *f, const struct ab_machine *m)
{
	const struct ab_gic *g = &m->arm64.gic;

	fprintf(f,
		"\"gic\": {\"version\": %" PRIu32 ", \"dist\": %" PRIu64 ", \"cpu\": %" PRIu64
		", \"v2m\": %" PRIu64 ", \"v2m_spi\": %" PRIu32 ", \"v2m_spis\": %" PRIu32
		", \"its\": [",
		g->version, g->dist, g->cpu, g->v2m, g->v2m_spi, g->v2m_spis);
	for (size_t i = 0; i < g->its.n; i++)
		fprintf(f, "%s%" PRIu64, i != 0 ? ", " : "", g->its.at[i].base);
	fprintf(f, "], \"redist\": [");
	for (size_t i = 0; i < g->redist.n; i++)
		fprintf(f, "%s[%" PRIu64 ", %" PRIu64 "]", i != 0 ? ", " : "", g->redist.at[i].base,
			g->redist.at[i].size);
	fprintf(f,
		"]},\n\"timer\": {\"virt\": %" PRIu32 ", \"phys\": %" PRIu32 "},\n\"pmu\": %" PRIu32
		",\n",
		m->arm64.timer.virt, m->arm64.timer.phys, m->arm64.pmu);
}

static void devices(FILE *f, const struct ab_machine *m)
{
	fprintf(f, "\"devs\": [");
	for (size_t i = 0; i < m->devs.n; i++) {
		const struct ab_dev *d = &m->devs.at[i];

		fprintf(f,
			"%s{\"type\": \"%s\", \"base\": %" PRIu64 ", \"size\": %" PRIu64
			", \"irq\": %" PRIu32 ", \"irq_flags\": %d, \"node\": %" PRIu32,
			i != 0 ? ",\n\t" : "", ab_dev_name(d->type), d->base, d->size, d->irq,
			(int)d->irq_flags, d->node);
		if (d->type == AB_DEV_PCIE_ECAM) {
			const struct ab_pcie *p = &d->pcie;

			fprintf(f,
				", \"segment\": %d, \"bus\": %d, \"smmu\": %d, \"intx\": [%" PRIu32
				", %" PRIu32 ", %" PRIu32 ", %" PRIu32 "], ",
				p->segment, p->bus, p->smmu, p->intx[0], p->intx[1], p->intx[2],
				p->intx[3]);
			range(f, "pio", p->pio);
			range(f, "mmio32", p->mmio32);
			range(f, "mmio64", p->mmio64);
			fprintf(f, "\"probe_only\": %s", p->probe_only ? "true" : "false");
		}
		fprintf(f, "}");
	}
	fprintf(f, "],\n");
}

static void newer(FILE *f, const struct ab_machine *m)
{
	fprintf(f, "\"edition\": \"%s\",\n\"rmrs\": [",
		m->acpi.edition == AB_ACPI_6_5 ? "6.5" : "usual");
	for (size_t i = 0; i < m->arm64.rmrs.n; i++) {
		const struct ab_rmr *r = &m->arm64.rmrs.at[i];

		fprintf(f,
			"%s{\"rid\": %d, \"base\": %" PRIu64 ", \"size\": %" PRIu64
			", \"remap\": %s}",
			i != 0 ? ", " : "", r->rid, r->base, r->size, r->remap ? "true" : "false");
	}
	fprintf(f, "],\n");
}

void virt_describe(const struct ab_machine *m, FILE *out)
{
	cpus(out, m);
	memory(out, m);
	interrupts(out, m);
	devices(out, m);
	newer(out, m);
}

void virt_describe_regions(const struct ab_region *at, size_t n, FILE *out)
{
	fprintf(out, "\"regions\": [");
	for (size_t i = 0; i < n; i++)
		fprintf(out,
			"%s{\"base\": %" PRIu64 ", \"size\": %" PRIu64
			", \"type\": %d, \"kind\": %d, \"name\": \"%s\"}",
			i != 0 ? ",\n\t" : "", at[i].base, at[i].size, (int)at[i].type,
			(int)at[i].kind, at[i].name);
	fprintf(out, "],\n");
}
